//! Files on this computer: none is replaced unasked, none is left half, and none is both read and written.

use std::{
    fs,
    os::unix::fs::{PermissionsExt, symlink},
    process::Stdio,
};

use crate::{
    rockchip_files::packed,
    tool::{Folder, command, finish, noise, run, text},
};

const H3: &str = "--virtual xunlong/orangepi-pc";

fn names(folder: &Folder) -> Vec<String> {
    let entries = fs::read_dir(folder.path("")).expect("a folder").flatten();
    let mut names: Vec<_> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_file_that_exists_is_replaced_only_with_yes() {
    let folder = Folder::new();
    let old = folder.file("old", b"old");
    fs::set_permissions(&old, fs::Permissions::from_mode(0o640)).expect("a mode");
    let link = text(&folder.path("link"));
    symlink("old", &link).expect("a link");
    for line in [
        format!("fel read 0x8000 64 {old} {H3}"),
        format!("fel read 0x8000 64 {link} {H3}"),
        format!("rk disk read 0 8 {old} --virtual radxa/rock-5b:mode=usbplug"),
        format!("aml disk read 0 8 {old} --virtual khadas/vim1:mode=uboot"),
        format!("fel identify --trace {old} {H3}"),
        format!("fel identify --record {old} {H3}"),
        format!("sf boot {old} {old} --trace {old} --virtual starfive/visionfive-2"),
    ] {
        if !line.starts_with("sf") {
            run(&line).bad(7, "exists, and would be overwritten. Add --yes to do it");
        }
        assert_eq!(fs::read(&old).expect("it is there"), b"old", "{line}");
    }
    run(&format!("fel read 0x8000 64 {link} --yes {H3}")).good();
    let metadata = fs::metadata(&old).expect("it is there");
    assert_eq!((metadata.len(), metadata.permissions().mode() & 0o777), (64, 0o640));
    assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
    assert_eq!(names(&folder), ["link", "old"], "no temporary file stays");
}

#[test]
fn a_job_that_fails_leaves_the_old_file_and_no_other() {
    let folder = Folder::new();
    let old = folder.file("old", b"old");
    for path in [&old, &text(&folder.path("new"))] {
        run(&format!("fel read 0x8000 256K {path} --yes {H3}:fault=disconnect@9")).bad(1, "");
        assert_eq!(names(&folder), ["old"]);
        assert_eq!(fs::read(&old).expect("it is there"), b"old");
    }
}

#[test]
fn no_output_is_an_input_or_another_output() {
    let folder = Folder::new();
    let image = folder.file("image", &noise(4096, 3));
    let before = fs::read(&image).expect("the image");
    let (twin, link) = (text(&folder.path("twin")), text(&folder.path("link")));
    fs::hard_link(&image, &twin).expect("another name");
    symlink("image", &link).expect("a link");
    let new = text(&folder.path("new"));
    for output in [&image, &twin, &link] {
        for line in [
            format!(
                "rk disk write 0 {image} --trace {output} --virtual radxa/rock-5b:mode=usbplug"
            ),
            format!("fel write 0x40000000 {image} --record {output} {H3}:dram=on"),
            format!("fel write 0x40000000 {image} --trace {output} {H3}:dram=on"),
        ] {
            run(&line).bad(7, "");
            run(&format!("{line} --yes")).bad(7, "image");
            assert!(fs::read(&image).expect("the image") == before, "{line}");
        }
    }
    for line in [
        format!("fel identify --trace {new} --record {new} {H3}"),
        format!("fel read 0x8000 64 {new} --record {new} {H3}"),
    ] {
        run(&line).bad(7, "new");
        let _ = fs::remove_file(&new);
        run(&format!("{line} --yes")).bad(7, "already being written");
        let _ = fs::remove_file(&new);
    }
}

#[test]
fn stdin_that_is_a_file_is_an_input_too() {
    let folder = Folder::new();
    let image = folder.file("image", &noise(4096, 3));
    let line = format!("fel write 0x40000000 - --yes --trace {image} {H3}:dram=on");
    let mut command = command(line.split_whitespace());
    let stdin = fs::File::open(&image).expect("the image");
    finish(command.stdin(Stdio::from(stdin))).bad(7, "image");
    assert!(fs::read(&image).expect("the image") == noise(4096, 3));
}

#[test]
fn pipes_and_devices_are_written_as_they_are() {
    run(&format!("fel read 0x8000 64 /dev/null {H3}")).good();
    run(&format!("fel identify --trace /dev/null {H3}")).good();
    let folder = Folder::new();
    let run_json = run(&format!("fel read 0x8000 64 /dev/stdout --json {H3}"));
    assert!(run_json.code == 2 && run_json.stdout.contains("the file needs a name"));
    let dangling = text(&folder.path("dangling"));
    symlink("nowhere", &dangling).expect("a link");
    run(&format!("fel read 0x8000 64 {dangling} --yes {H3}")).bad(7, "leads to no file");
    assert_eq!(names(&folder), ["dangling"]);
}

/// A part of a package goes into the folder, wherever links in it lead.
#[test]
fn unpacking_follows_no_links() {
    let (folder, pack) = packed();
    let parts = text(&folder.path("parts"));
    let unpack = format!("rockchip loader unpack {pack} {parts}");
    run(&unpack).good();
    let part = fs::read_dir(&parts).expect("the parts").flatten().next().expect("a part").path();
    let bytes = fs::read(&part).expect("the part");
    let victim = folder.file("victim", b"precious");
    fs::remove_file(&part).expect("it was there");
    symlink(&victim, &part).expect("a link");
    run(&unpack).bad(7, "Add --yes to do it");
    run(&format!("{unpack} --yes")).good();
    assert_eq!(fs::read(&victim).expect("it is there"), b"precious");
    assert!(!fs::symlink_metadata(&part).expect("the part").is_symlink());
    assert!(fs::read(&part).expect("the part") == bytes);
}

#[test]
fn files_that_are_made_from_files_replace_none_unasked() {
    let (folder, pack) = packed();
    let root = text(&folder.path(""));
    let before = fs::read(&pack).expect("it was packed");
    fs::write(&pack, "mine").expect("written");
    let line = format!("rockchip loader pack {root}RK3588.ini --root {root}");
    run(&line).bad(7, "Add --yes to do it");
    assert_eq!(fs::read(&pack).expect("it is there"), b"mine");
    run(&format!("{line} --yes")).good();
    assert_eq!(fs::read(&pack).expect("it is there").len(), before.len());
    let spl = folder.file("spl.bin", &noise(5000, 1));
    let line = format!("starfive header create {spl}");
    run(&line).good();
    run(&line).bad(7, "Add --yes to do it");
    run(&format!("{line} --yes")).good();
    run(&format!("{line} --output {spl} --yes")).bad(7, "this command reads it");
}

/// Two boards whose storage is one file would leave the bytes of neither.
#[test]
fn storage_is_one_process_s() {
    let folder = Folder::new();
    let emmc = folder.path("emmc");
    let file = fs::File::create(&emmc).expect("a file");
    file.set_len(1 << 20).expect("a sparse file");
    let emmc = text(&emmc);
    let image = folder.file("image", &[1; 512]);
    let board = format!("--virtual radxa/rock-5b:mode=usbplug,storage={emmc}");
    let line = format!("rk disk write 0 {image} --yes {board}");
    file.lock().expect("nobody else has it");
    run(&line).bad(7, "is in use by another process");
    run(&format!(
        "serial uboot version --virtual starfive/visionfive-2:stage=uboot,storage={emmc}"
    ))
    .bad(7, "is in use by another process");
    file.unlock().expect("it was ours");
    run(&line).good();
    run(&format!("rk disk write 0 {emmc} --raw --yes {board}")).bad(7, "emmc");
    run(&format!("rk identify --trace {emmc} --yes {board}")).bad(7, "emmc");
}
