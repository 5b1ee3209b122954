//! `rockchip loader` and `rockchip package`: no board is needed.

use std::fs;

use rockusb::loader::{Blob, Entry, Loader, Pack};

use crate::tool::{Folder, debians_rockchip_boards, rockchip::package, run, text};

/// The folder of a recipe for the RK3588, made as rkbin's are, with its blobs.
fn recipe() -> Folder {
    let folder = Folder::new();
    let mut ddr = noise(70_001, 1);
    ddr[..4].copy_from_slice(b"RK35");
    folder.file("ddr.bin", &ddr);
    folder.file("usbplug.bin", &noise(100_000, 2));
    folder.file("data.bin", &noise(8192, 3));
    folder.file("boot.bin", &noise(20_480, 4));
    folder.file(
        "RK3588.ini",
        b"[CHIP_NAME]\nNAME=RK3588\n[VERSION]\nMAJOR=1\nMINOR=12\n[CODE471_OPTION]\nNUM=1\nPath1=ddr.bin\nSleep=1\n\
          [CODE472_OPTION]\nNUM=1\nPath1=usbplug.bin\n[LOADER_OPTION]\nNUM=2\nLOADER1=FlashData\n\
          LOADER2=FlashBoot\nFlashData=data.bin\nFlashBoot=boot.bin\n[OUTPUT]\nPATH=made.bin\n\
          [SYSTEM]\nNEWIDB=true\n[FLAG]\n471_RC4_OFF=true\nRC4_OFF=true\n",
    );
    folder
}

fn noise(length: usize, seed: u32) -> Vec<u8> {
    let mut state = seed;
    let next = |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    (0..length).map(next).collect()
}

/// A loader file for the RK3588 with all its parts, in a folder of its own.
pub(crate) fn packed() -> (Folder, String) {
    let folder = recipe();
    let root = text(&folder.path(""));
    run(&format!("rockchip loader pack {root}RK3588.ini --root {root}")).good();
    let made = text(&folder.path("made.bin"));
    (folder, made)
}

#[test]
fn what_is_packed_is_sound_and_comes_out_as_it_went_in() {
    let (folder, made) = packed();
    let told = run(&format!("rockchip loader check {made} --json")).good().last_event();
    assert_eq!((&told["chip"], &told["version"]), (&"RK3588".into(), &"1.12".into()));
    let entries = told["entries"].as_array().expect("a list").iter().map(|entry| &entry["name"]);
    let names = ["UsbHead", "ddr", "usbplug", "FlashHead", "FlashData", "FlashBoot"];
    assert!(entries.eq(names), "{told}");
    let check = run(&format!("rockchip loader check {made}")).good();
    assert!(
        check.stdout.contains("ID block of the new layout (RKNS): 60 sectors, sound"),
        "{}",
        check.stdout
    );
    assert!(run(&format!("rk loader info {made}")).good().stdout.contains("usbplug"));
    let out = text(&folder.path("out"));
    run(&format!("rockchip loader unpack {made} {out}")).good();
    for (from, to) in [
        ("ddr.bin", "471-ddr.bin"),
        ("usbplug.bin", "472-usbplug.bin"),
        ("data.bin", "loader-FlashData.bin"),
        ("boot.bin", "loader-FlashBoot.bin"),
    ] {
        let (from, to) = (fs::read(folder.path(from)), fs::read(folder.path("out").join(to)));
        let (from, to) = (from.expect("it is there"), to.expect("it was unpacked"));
        // Padded with zeros, and otherwise the same: past 64 KiB, too.
        assert!(to.starts_with(&from) && to[from.len()..].iter().all(|&byte| byte == 0));
        assert_eq!(to.len(), from.len().next_multiple_of(2048));
    }
    run(&format!("rockchip loader unpack {made} {out}")).bad(7, "--yes");
    run(&format!("rockchip loader unpack {made} {out} --yes")).good();
    let info = run(&format!("image info {made}")).good();
    assert!(info.stdout.contains("Rockchip loader for RK3588"), "{}", info.stdout);
}

#[test]
fn a_damaged_loader_or_recipe_is_refused() {
    let (folder, made) = packed();
    let good = fs::read(&made).expect("it was packed");
    let mut damaged = good.clone();
    damaged[good.len() / 2] ^= 1;
    let cut = &good[..good.len() - 100];
    for bytes in [&damaged[..], cut, b"no loader at all", b""] {
        let file = folder.file("bad.bin", bytes);
        run(&format!("rockchip loader check {file}")).bad(6, "bad.bin");
        run(&format!("rockchip loader unpack {file} {}", text(&folder.path("nothing"))))
            .bad(6, "bad.bin");
    }
    assert!(!folder.path("nothing").exists());
    // An image that is not the one that the head has the hash of: every checksum of the file itself holds.
    let wrong = folder.file("wrong", &repacked(&good, "FlashBoot", &noise(20_480, 5)));
    run(&format!("rockchip loader check {wrong}")).bad(6, "image 2 of the ID block");
    run(&format!("rockchip loader info {wrong}")).good();
    let root = text(&folder.path(""));
    let pack = format!("rockchip loader pack {root}RK3588.ini --root {root}");
    run(&pack).bad(7, "Add --yes to do it");
    fs::remove_file(folder.path("usbplug.bin")).expect("it was there");
    run(&format!("{pack} --yes")).bad(6, "usbplug.bin");
    assert!(fs::read(&made).expect("it was packed") == good, "the file was replaced by nothing");
    let other = folder.file("other.ini", b"[CHIP_NAME]\nNAME=nothing\n");
    run(&format!("rockchip loader pack {other} -o x")).bad(6, "begin with RK or RV");
}

/// A loader file with other bytes for one of its parts.
fn repacked(file: &[u8], name: &str, bytes: &[u8]) -> Vec<u8> {
    let file = Loader::parse(file).expect("sound");
    let blob = |entry: &Entry<'_>| {
        let plain = file.plain_form(entry).into_owned();
        let data = if entry.name == name { bytes.to_vec() } else { plain };
        Blob { kind: entry.kind, name: entry.name.clone(), delay: entry.delay, data }
    };
    let blobs = file.entries.iter().map(blob).collect();
    Pack { header: file.header, align: 2048, blobs }.build().expect("packs")
}

#[test]
fn debians_idbloaders_are_sound_and_damaged_ones_are_not() {
    let mut seen = 0;
    for board in fs::read_dir(debians_rockchip_boards()).expect("a folder") {
        let path = board.expect("readable").path().join("idbloader.img");
        let Ok(bytes) = fs::read(&path) else { continue };
        run(&format!("rockchip loader check {}", path.display())).good();
        let cut = Folder::new();
        run(&format!("rockchip loader check {}", cut.file("cut", &bytes[..bytes.len() / 2])))
            .bad(6, "ends before");
        seen += 1;
    }
    assert!(seen > 5, "{seen} files");
}

#[test]
fn a_package_is_told_of_checked_and_taken_apart() {
    let (folder, made) = packed();
    let loader = fs::read(&made).expect("it was packed");
    let images = [("parameter", noise(3000, 6), 0), ("boot", noise(5000, 7), 0x4000)];
    let bytes = package(&loader, &images);
    let file = folder.file("update.img", &bytes);
    let told = run(&format!("rockchip package info {file} --json")).good().last_event();
    assert_eq!(
        (&told["format"], &told["chip"], &told["version"]),
        (&"RKFW".into(), &"RK3588".into(), &"1.2.772".into())
    );
    assert_eq!(
        (&told["parts"][1]["name"], &told["parts"][1]["sector"]),
        (&"boot".into(), &0x4000.into())
    );
    // The loader in it is a loader.
    run(&format!("rockchip loader check {file}")).good();
    let out = folder.path("parts");
    run(&format!("rockchip package unpack {file} {}", text(&out))).good();
    assert!(fs::read(out.join("loader.bin")).expect("unpacked") == loader);
    assert!(fs::read(out.join("boot.img")).expect("unpacked") == noise(5000, 7));
    assert!(fs::read(out.join("parameter.img")).expect("unpacked") == noise(3000, 6));
    run(&format!("rockchip package unpack {file} {} root", text(&out)))
        .bad(2, "there is no part `root`");
    let one = folder.path("one");
    run(&format!("rockchip package unpack {file} {} boot", text(&one))).good();
    assert_eq!(fs::read_dir(&one).expect("a folder").count(), 1);
    assert!(
        run(&format!("image info {file}"))
            .good()
            .stdout
            .contains("Rockchip package (RKFW) for RK3588")
    );
    for (at, says) in [(loader.len() + 3000, "MD5 does not hold"), (1, "RKFW"), (140, "MD5")] {
        let mut damaged = bytes.clone();
        damaged[at] ^= 1;
        let file = folder.file("damaged.img", &damaged);
        run(&format!("rockchip package info {file}")).bad(6, says);
        run(&format!("rockchip package unpack {file} {}", text(&folder.path("nothing"))))
            .bad(6, says);
    }
    let file = folder.file("cut.img", &bytes[..bytes.len() - 3000]);
    run(&format!("rockchip package info {file}")).bad(6, "ends before its parts do");
    assert!(!folder.path("nothing").exists());
}
