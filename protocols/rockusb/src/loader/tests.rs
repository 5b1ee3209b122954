use alloc::{borrow::ToOwned, string::ToString, vec};

use proptest::prelude::*;

use super::*;
use crate::bytes::put;

fn blob(kind: Kind, name: &str, length: usize) -> Blob {
    let data = (0..length).map(|index| (index * 13 + name.len()) as u8).collect();
    Blob { kind, name: name.to_owned(), delay: Duration::from_millis(1), data }
}

fn rk3588() -> Pack {
    let header = Header {
        new: true,
        version: 0x0118,
        merger: 0x0103_0000,
        time: (2024, [1, 2, 3, 4, 5]),
        chip: 0x3335_3838,
        plain_flash: true,
        plain_wire: true,
        ..Header::default()
    };
    let blobs = vec![
        blob(Kind::Download(Area::Sram), "UsbHead", 2048),
        blob(Kind::Download(Area::Sram), "rk3588_ddr", 75_700),
        blob(Kind::Download(Area::Dram), "rk3588_usbplug", 92_160),
        blob(Kind::Flash, "FlashHead", 2048),
        blob(Kind::Flash, "FlashData", 75_776),
        blob(Kind::Flash, "FlashBoot", 239_616),
    ];
    Pack { header, align: 2048, blobs }
}

#[test]
fn a_loader_as_large_as_the_rk3588s() {
    let file = rk3588().build().expect("packs");
    // Header, six entries, data and checksum: the size that boot_merger 1.35 makes of these lengths.
    assert_eq!(file.len(), 102 + 6 * 57 + 2048 + 75_776 + 92_160 + 2048 + 75_776 + 239_616 + 4);
    let loader = Loader::parse(&file).expect("sound");
    assert_eq!(loader.header, rk3588().header);
    assert_eq!(loader.sum, Sum::Good);
    assert_eq!(loader.of(Kind::Download(Area::Sram)).count(), 2, "UsbHead comes first");
    assert_eq!(
        loader.of(Kind::Flash).map(|entry| entry.name.as_str()).collect::<Vec<_>>(),
        ["FlashHead", "FlashData", "FlashBoot"]
    );
}

#[test]
fn data_longer_than_64_kib_are_scrambled_to_their_end() {
    let mut pack = rk3588();
    pack.header.plain_wire = false;
    let file = pack.build().expect("packs");
    let loader = Loader::parse(&file).expect("sound");
    for (entry, blob) in loader.entries.iter().zip(&pack.blobs) {
        let plain = loader.plain_form(entry);
        assert_eq!(plain[..blob.data.len()], blob.data, "{}", entry.name);
        assert_ne!(
            entry.data[70_000.min(entry.data.len() - 1)..],
            plain[70_000.min(entry.data.len() - 1)..],
            "{}",
            entry.name
        );
    }
}

#[test]
fn flash_parts_are_always_scrambled_in_the_file() {
    for plain_flash in [false, true] {
        let mut pack = rk3588();
        pack.header.plain_flash = plain_flash;
        let file = pack.build().expect("packs");
        let loader = Loader::parse(&file).expect("sound");
        let head = loader.of(Kind::Flash).next().expect("FlashHead");
        assert_ne!(head.data, pack.blobs[3].data);
        let flash = loader.flash_form(head);
        assert_eq!(flash[..] == pack.blobs[3].data[..], plain_flash);
    }
}

#[test]
fn a_flipped_bit_is_found() {
    let mut file = rk3588().build().expect("packs");
    file[5000] ^= 1;
    let error = Loader::parse(&file).expect_err("damaged");
    assert!(error.to_string().contains("checksum"), "{error}");
}

#[test]
fn a_signature_may_follow() {
    let mut file = rk3588().build().expect("packs");
    file.extend([7; 512]);
    assert_eq!(Loader::parse(&file).expect("sound").sum, Sum::Followed(512));
    file[300_000] ^= 1;
    Loader::parse(&file).expect_err("not signed");
    file[43] = b'S';
    assert_eq!(Loader::parse(&file).expect("nobody can tell").sum, Sum::Unknown);
}

#[test]
fn more_than_four_entries_of_a_kind() {
    let mut pack = rk3588();
    pack.blobs = (0..9).map(|index| blob(Kind::Flash, &index.to_string(), 600)).collect();
    let file = pack.build().expect("packs");
    assert_eq!(Loader::parse(&file).expect("sound").entries.len(), 9);
}

#[test]
fn what_lies_outside_the_file_is_named() {
    let file = rk3588().build().expect("packs");
    let expect = |at: usize, bytes: &[u8], what: &str| {
        let mut file = file.clone();
        put(&mut file, at, bytes);
        let error = Loader::parse(&file).expect_err(what);
        assert!(error.to_string().contains(what), "{error}");
    };
    expect(26, &[0xff; 4], "outside the file");
    expect(30, &[20], "only 20 bytes");
    expect(102 + 45, &[0xff; 4], "UsbHead");
    expect(102 + 1, &[2], "wrong table");
    let error = Loader::parse(b"RKFW").expect_err("no loader");
    assert!(error.to_string().contains("neither"), "{error}");
    Loader::parse(b"LDR ").expect_err("short");
}

#[test]
fn a_name_too_long_is_refused() {
    let mut pack = rk3588();
    pack.blobs[0].name = "a name of twenty-one!".into();
    pack.build().expect_err("too long");
}

const RECIPE: &str = "[CHIP_NAME]\nNAME=RK3576\n[VERSION]\nMAJOR=1\nMINOR=12\n[CODE471_OPTION]\nNUM=1\nPath1=bin/rk35/rk3576_ddr.bin\nSleep=1\n[CODE472_OPTION]\nNUM=1\nPath1=bin/rk35/rk3576_usbplug.bin\n[LOADER_OPTION]\nNUM=3\nLOADER1=FlashBoost\nLOADER2=FlashData\nLOADER3=FlashBoot\nFlashBoost=boost.bin\nFlashData=ddr.bin\nFlashBoot=spl.bin\n[OUTPUT]\nPATH=loader.bin\n[SYSTEM]\nNEWIDB=true\nALIGN=8\n[FLAG]\n471_RC4_OFF=true\nRC4_OFF=true\nCRC_OFF=true\n";

#[test]
fn a_recipe_of_the_vendors() {
    let recipe = Recipe::parse(RECIPE).expect("sound");
    assert_eq!(recipe.header.chip, u32::from_be_bytes(*b"3576"));
    assert_eq!((recipe.header.version, recipe.align), (0x010c, 4096));
    assert!(recipe.header.new && recipe.header.plain_wire && recipe.header.no_sum);
    let names: Vec<_> = recipe.parts.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(names, ["rk3576_ddr", "rk3576_usbplug", "FlashBoost", "FlashData", "FlashBoot"]);
    assert_eq!(recipe.parts[0].delay, Duration::from_millis(1));
    assert_eq!(recipe.output.as_deref(), Some("loader.bin"));
}

#[test]
fn a_recipe_that_misses_something_says_what() {
    for (from, to, what) in [
        ("LOADER3=FlashBoot\n", "", "LOADER3"),
        ("FlashData=ddr.bin\n", "", "FlashData"),
        ("NAME=RK3576", "NAME=H3", "SoC"),
        ("NUM=3", "NUM=three", "no number"),
        ("Path1=bin/rk35/rk3576_ddr.bin\n", "", "Path1"),
    ] {
        let error = Recipe::parse(&RECIPE.replace(from, to)).expect_err(what);
        assert!(error.to_string().contains(what), "{error}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_file_makes_the_reader_panic(tag in 0..2usize, bytes in proptest::collection::vec(any::<u8>(), 0..400), tables in proptest::collection::vec(0u32..500, 3)) {
        let mut file = [&b"LDR "[..], b"BOOT"][tag].to_vec();
        file.extend(bytes);
        if file.len() > HEADER_SIZE {
            for (kind, offset) in Kind::ALL.into_iter().zip(tables) {
                put(&mut file, kind.table() + 1, &offset.to_le_bytes());
                file[kind.table()] %= 4;
            }
        }
        let _ = Loader::parse(&file);
    }

    #[test]
    fn damaged_headers_do_not_make_it_panic(at in 0usize..500, value: u8) {
        let mut pack = rk3588();
        pack.blobs.iter_mut().for_each(|blob| blob.data.truncate(100));
        let mut file = pack.build().expect("packs");
        file[at] = value;
        let end = file.len() - 4;
        let sum = sums::crc32(&file[..end]);
        put(&mut file, end, &sum.to_le_bytes());
        if let Ok(loader) = Loader::parse(&file) {
            for entry in &loader.entries {
                let _ = (loader.plain_form(entry), loader.flash_form(entry));
            }
        }
    }

    #[test]
    fn no_text_makes_the_recipe_reader_panic(text in "(\\[[A-Z_0-9]{0,12}\\]\n|[A-Za-z0-9]{0,8}=?[ -~]{0,12}\n){0,20}") {
        let _ = Recipe::parse(&text);
    }

    #[test]
    fn what_was_packed_is_read_back(blobs in proptest::collection::vec((0usize..3, "[a-z]{0,20}", 0u32..1000, proptest::collection::vec(any::<u8>(), 0..3000)), 1..8), plain_wire: bool) {
        let blobs: Vec<Blob> = blobs.into_iter().map(|(kind, name, delay, data)| Blob { kind: Kind::ALL[kind], name, delay: Duration::from_millis(delay.into()), data }).collect();
        let pack = Pack { header: Header { plain_wire, ..Header::default() }, align: 2048, blobs };
        let file = pack.build().expect("packs");
        let loader = Loader::parse(&file).expect("its own bytes");
        for kind in Kind::ALL {
            for (entry, blob) in loader.of(kind).zip(pack.blobs.iter().filter(|blob| blob.kind == kind)) {
                prop_assert_eq!((&entry.name, entry.delay), (&blob.name, blob.delay));
                prop_assert_eq!(&loader.plain_form(entry)[..blob.data.len()], &blob.data[..]);
            }
        }
    }
}
