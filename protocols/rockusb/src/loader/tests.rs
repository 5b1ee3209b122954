use alloc::{borrow::ToOwned, string::ToString, vec};

use proptest::prelude::*;

use super::*;
use crate::{bytes::put, chips};

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
    expect(26, &[0xff; 4], "outside of the file");
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
    pack.blobs[0].name = "a name of 20 letters".into();
    let file = pack.build().expect("as long as may be");
    assert_eq!(Loader::parse(&file).expect("sound").entries[0].name, "a name of 20 letters");
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

/// The blobs that the sums below were made with.
fn made_up(path: &str) -> Vec<u8> {
    let length: usize = match path {
        "ddr.bin" => 3000,
        "usbplug.bin" => 5000,
        "spl.bin" => 7000,
        "boost.bin" => 100,
        _ => 600,
    };
    (0..length).map(|index| (index * 7 + length) as u8).collect()
}

/// What boot_merger 1.35 made of recipes of every shape that rkbin has, and of these blobs: length and SHA-256 without the
/// time and the checksum at the end. The bytes are the vendor's program's: do not change them to match ours.
const BOOT_MERGER: [(&str, usize, &str); 6] = [
    (
        "[CHIP_NAME]\nNAME=RK330C\n[VERSION]\nMAJOR=1\nMINOR=30\n",
        22_862,
        "07bc47ffadb12619b80f7b4d6344ea62ef486b8ce594f6b21022a6b146ecf78e",
    ),
    (
        "[CHIP_NAME]\nNAME=RK3308\n[FLAG]\nRC4_OFF=true\n",
        22_862,
        "e8e3d57d7ac842c48da350a2cfdf36011512424f773212ff452408859fb4ae64",
    ),
    (
        "[CHIP_NAME]\nNAME=RK31\n",
        22_862,
        "07d88054e11cd18778320b3ec795706d7c167e6e303806cdab9ebd6c352e4139",
    ),
    (
        "[CHIP_NAME]\nNAME=RK3588\n[SYSTEM]\nNEWIDB=true\n[FLAG]\n471_RC4_OFF=true\nRC4_OFF=true\n",
        27_072,
        "6e263455bc8e68be8cda8396b47fbd551038dc2c2064a4e0fe32fa97b4221586",
    ),
    (
        "[CHIP_NAME]\nNAME=RK3576\n[VERSION]\nMAJOR=1\nMINOR=100\n[LOADER_OPTION]\nNUM=3\nLOADER1=FlashBoost\n\
         LOADER2=FlashData\nLOADER3=FlashBoot\nFlashBoost=boost.bin\n[SYSTEM]\nNEWIDB=true\nALIGN=8\n[FLAG]\n\
         471_RC4_OFF=true\nRC4_OFF=true\nCRC_OFF=true\n[BOOT1_PARAM]\nWORD_2=0x100\n[LOADER1_PARAM]\n\
         LOAD_ADDR=0x3FFC0000\nFLAG=0x0\n[LOADER2_PARAM]\nLOAD_ADDR=0x3FF81000\nFLAG=0x10007\n",
        37_369,
        "d0d306367cff6d3ce5eab70d1d5c98546ae268b3de690a939c1d929dda244d36",
    ),
    (
        "[CHIP_NAME]\nNAME=RV110E\n[CODE471_OPTION]\nNUM=2\nPath1=a.b.c.bin\n\
         Path2=averylongnameoftwentyfiveletters.bin\nSleep=3\n[CODE472_OPTION]\nSleep=7\n[SYSTEM]\nNEWIDB=true\n\
         [BOOT0_PARAM]\nWORD_0=0x434D4D45\nWORD_9=0x9\n",
        27_129,
        "a6320b68bdb84a8d82c30b902f241506b8d6adf7c988eb125656a3a34e4d03db",
    ),
];

/// What all of them have in common; what a recipe says again counts.
const COMMON: &str = "[VERSION]\nMAJOR=1\nMINOR=11\n[CODE471_OPTION]\nNUM=1\nPath1=ddr.bin\nSleep=1\n[CODE472_OPTION]\nNUM=1\nPath1=usbplug.bin\n[LOADER_OPTION]\nNUM=2\nLOADER1=FlashData\nLOADER2=FlashBoot\nFlashData=ddr.bin\nFlashBoot=spl.bin\n[OUTPUT]\nPATH=out.bin\n";

fn packed(text: &str) -> Vec<u8> {
    let recipe = Recipe::parse(text).expect("sound");
    let blob = |part: Part| Blob {
        kind: part.kind,
        name: part.name,
        delay: part.delay,
        data: made_up(&part.path),
    };
    let blobs = recipe.parts.into_iter().map(blob).collect();
    let mut pack = Pack { header: recipe.header, align: recipe.align, blobs };
    if let Some(heads) = &recipe.heads {
        heads.add(&mut pack).expect("room for all");
    }
    pack.build().expect("packs")
}

#[test]
fn every_shape_of_recipe_is_packed_as_boot_merger_does_it() {
    use sha2::{Digest, Sha256};
    for (text, length, sum) in BOOT_MERGER {
        let file = packed(&(COMMON.to_owned() + text));
        let found = Sha256::digest(&file[..file.len() - 4]);
        let digits: String = found.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!((file.len(), &digits[..]), (length, sum), "{text}");
        Loader::parse(&file).expect("sound");
    }
}

#[test]
fn heads_make_an_id_block_that_holds() {
    for (text, new) in BOOT_MERGER.iter().map(|(text, ..)| (text, text.contains("NEWIDB"))) {
        let file = packed(&(COMMON.to_owned() + text));
        let block = crate::idb::IdBlock::of(&Loader::parse(&file).expect("sound")).expect("one");
        let layout = if new { chips::IdBlock::New } else { chips::IdBlock::Old };
        assert_eq!((block.layout, crate::idb::layout(&block.bytes)), (layout, Some(layout)));
    }
}

#[test]
fn a_head_has_room_for_four_images_and_stays_where_a_recipe_brings_it() {
    let heads = Heads::default();
    let flash = |count: usize| {
        let blobs = (0..count).map(|index| blob(Kind::Flash, &index.to_string(), 600)).collect();
        Pack { blobs, ..rk3588() }
    };
    heads.add(&mut flash(4)).expect("room");
    let error = heads.add(&mut flash(5)).expect_err("no room");
    assert!(error.to_string().contains("FlashHead: an ID block has 1 to 4 images"), "{error}");
    let mut own = rk3588();
    heads.add(&mut own).expect("nothing to do");
    assert_eq!(own.blobs.len(), rk3588().blobs.len());
}

#[test]
fn names_of_recipes_become_the_packers_codes() {
    let chip = |name: &str| {
        let text = COMMON.to_owned() + "[CHIP_NAME]\nNAME=" + name;
        Recipe::parse(&text).map(|recipe| recipe.header.chip)
    };
    // What boot_merger 1.35 writes for each.
    for (name, code) in [
        ("RK330C", 0x3333_3043),
        ("rk350f", 0x3335_3046),
        ("RKPX30", 0x5058_3330),
        ("RKPX5", 0x5058_3500),
        ("RK302A", 0x3330_3241),
        ("RK300B", 0x3330_3042),
        ("RV1103B", 0x3131_3033),
        ("RK322XH", 0x3332_3258),
        ("RK27", 0x3237_0000),
        ("RK30", 0x60),
        ("RK30B", 0x61),
        ("RK31", 0x70),
        ("RK32", 0x80),
        ("RK29", 0x50),
        ("RK292X", 0x51),
        ("RK28", 0x20),
        ("RK281X", 0x21),
        ("RKPANDA", 0x22),
        ("RkNaNo", 0x30),
        ("RKSMART", 0x31),
        ("RKCROWN", 0x40),
        ("RKCAYMAN", 0x11),
        ("RK9999", 0x3939_3939),
    ] {
        assert_eq!(chip(name), Ok(code), "{name}");
    }
    for name in ["", "RK", "H3", "3588", "RK\u{e4}"] {
        chip(name).expect_err(name);
    }
}

#[test]
fn the_last_setting_counts_and_a_byte_order_mark_does_not() {
    let text = "\u{feff}".to_owned()
        + COMMON
        + "[CHIP_NAME]\nNAME=RK3588\nNAME=RK3576\n[VERSION]\nMINOR=100\n";
    let recipe = Recipe::parse(&text).expect("sound");
    assert_eq!((recipe.header.chip, recipe.header.version), (0x3335_3736, 0x0164));
    for (section, what) in [
        ("[VERSION]\nMINOR=256", "above 255"),
        ("[SYSTEM]\nALIGN=0", "1 to 32"),
        ("[SYSTEM]\nALIGN=33", "1 to 32"),
        ("[CODE471_OPTION]\nPath1=", "Path1"),
        ("[LOADER_OPTION]\nFlashData=", "FlashData"),
    ] {
        let error = Recipe::parse(&(text.clone() + section)).expect_err(section);
        assert!(error.to_string().contains(what), "{error}");
    }
    let error = Recipe::parse("[CHIP_NAME]\nNAME=RK3588\n").expect_err("nothing in it");
    assert!(error.to_string().contains("no blobs"), "{error}");
}

#[test]
fn a_recipe_may_name_a_file_that_is_ready() {
    assert_eq!(prebuilt("PATH=img/rk1x/loader.bin\r\n").as_deref(), Some("img/rk1x/loader.bin"));
    assert_eq!(prebuilt("[OUTPUT]\nPATH=img/x.bin").as_deref(), Some("img/x.bin"));
    assert_eq!(prebuilt("PATH="), None);
    assert_eq!(prebuilt(RECIPE), None);
    assert_eq!(prebuilt("[CHIP_NAME]\nNAME=RK3588\n[OUTPUT]\nPATH=x"), None);
}

#[test]
fn a_wait_of_more_than_ten_seconds_is_refused() {
    let with = |delay: u64| {
        let mut pack = rk3588();
        pack.blobs[1].delay = Duration::from_millis(delay);
        pack.build().expect("packs")
    };
    assert_eq!(Loader::parse(&with(10_000)).expect("sound").entries[1].delay, LONGEST_DELAY);
    let error = Loader::parse(&with(10_001)).expect_err("long");
    assert!(error.to_string().contains("`rk3588_ddr` asks for a wait"), "{error}");
}

#[test]
fn images_for_partitions_are_called_by_their_names() {
    for magic in [&b"LOADER  "[..], b"TOS     ", b"BL3X", b"RSCE", b"KERNEL", b"KRNL"] {
        let error = Loader::parse(&[magic, &[0; 500]].concat()).expect_err("no loader");
        assert!(error.to_string().contains("for the partition"), "{error}");
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
