//! Files that other people's tools made: the `files` folder of PyPI's pyamlboot 1.0.0.

use std::{env, fs, path::PathBuf};

use amlogic::{
    adnl::addsum,
    image::{Image, Layout, Part, Tpl, check, check_signed, layout},
};

fn file(name: &str) -> Vec<u8> {
    let folder = env::var_os("RACKLET_FLASH_PYAMLBOOT").expect("the environment names the folder");
    let path = PathBuf::from(folder).join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn sound(name: &str) -> Image {
    check(&file(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Boards and what their files are.
const GX: [&str; 8] = [
    "khadas-vim",
    "khadas-vim2",
    "libretech-ac",
    "libretech-cc",
    "libretech-s905d-pc",
    "libretech-s912-pc",
    "p212",
    "q200",
];
const WHOLE: [&str; 4] = ["libretech-ac", "libretech-s905d-pc", "libretech-s912-pc", "p212"];
const CARDS: [&str; 5] =
    ["khadas-vim2", "libretech-ac", "libretech-s905d-pc", "libretech-s912-pc", "p212"];
const G12: [&str; 7] =
    ["khadas-vim3", "khadas-vim3l", "odroid-c4", "odroid-n2", "sei510", "sei610", "u200"];

/// G12B's files, which are not those of G12A and SM1.
fn g12(board: &str) -> Layout {
    if ["khadas-vim3", "odroid-n2"].contains(&board) { Layout::G12B } else { Layout::G12A }
}

#[test]
#[ignore = "needs the files of pyamlboot"]
fn every_gx_pair_is_sound() {
    for board in GX {
        let bl2 = sound(&format!("{board}/u-boot.bin.usb.bl2"));
        assert_eq!((bl2.layout, bl2.bl2, bl2.tpl), (Layout::GXL, Some(0..49_152), None));
        let tpl = sound(&format!("{board}/u-boot.bin.usb.tpl"));
        let Some((range, Tpl::Chain(chain))) = tpl.tpl else { panic!("{board}: no blocks") };
        assert_eq!((tpl.layout, tpl.bl2), (Layout::GXL, None), "{board}");
        assert!(chain.blocks.len() >= 4, "{board}: {:?}", chain.blocks);
        let end = chain.blocks.last().map_or(0, |block| block.end);
        assert!(range.len() - end < 0x4000, "{board}: {end:#x} of {:#x}", range.len());
    }
    for board in WHOLE {
        let whole = sound(&format!("{board}/u-boot.bin"));
        assert_eq!((whole.layout, whole.card), (Layout::GXL, false), "{board}");
    }
}

#[test]
#[ignore = "needs the files of pyamlboot"]
fn images_for_cards_are_the_same_behind_a_sector() {
    for board in CARDS {
        let name = format!("{board}/u-boot.bin.sd.bin");
        let image = sound(&name);
        assert_eq!((image.layout, image.card, image.bl2), (Layout::GXL, true, Some(512..49_664)));
        let tpl = file(&format!("{board}/u-boot.bin.usb.tpl"));
        let (range, _) = image.tpl.expect("all of it");
        assert!(file(&name)[range] == tpl, "{board}");
    }
}

#[test]
#[ignore = "needs the files of pyamlboot"]
fn the_axg_board_has_a_plain_fip() {
    for (name, start) in
        [("u-boot.bin.usb.tpl", 0), ("u-boot.bin", 0xc000), ("u-boot.bin.sd.bin", 0xc200)]
    {
        let image = sound(&format!("s400/{name}"));
        // Alone it may also be G12's.
        let is_axg = image.layout == Layout::AXG || name.ends_with("tpl");
        assert!(is_axg && !image.layout.is_g12() && image.card == (start == 0xc200), "{name}");
        let Some((range, Tpl::Fip(fip))) = image.tpl else { panic!("{name}: no FIP") };
        assert_eq!((range.start, range.len()), (start, 571_392), "{name}");
        assert_eq!(fip.find(Part::Bl33).map(|entry| entry.range.clone()), Some(0x3_8e00..0x8_b800));
    }
    assert_eq!(layout(&file("s400/u-boot.bin.usb.bl2")), Some(Layout::AXG));
}

#[test]
#[ignore = "needs the files of pyamlboot"]
fn every_g12_image_is_sound() {
    for board in G12 {
        let name = format!("{board}/u-boot.bin");
        let image = sound(&name);
        assert_eq!((image.layout, image.bl2), (g12(board), Some(0..0x1_0000)), "{board}");
        let Some((range, Tpl::Fip(fip))) = image.tpl else { panic!("{board}: no FIP") };
        let bytes = file(&name);
        for part in [Part::Bl30, Part::Bl31, Part::Bl33] {
            let entry = fip.find(part).unwrap_or_else(|| panic!("{board}: no {part}"));
            let start = range.start + entry.range.start;
            assert_eq!(&bytes[start + 0x10..start + 0x14], b"@AML", "{board}: {part}");
            assert_eq!(entry.hashed, part != Part::Bl30, "{board}: {part}");
        }
    }
    let Some((_, Tpl::Fip(fip))) = sound("khadas-vim3/u-boot.bin").tpl else { panic!("no FIP") };
    let places: Vec<_> = fip.entries[..4].iter().map(|entry| entry.range.clone()).collect();
    assert_eq!(places[0], 0x6_8000..0x7_6570);
    assert_eq!(places[3], 0x9_fb70..0x10_0b70);
}

#[test]
#[ignore = "needs the files of pyamlboot"]
fn plain_u_boots_and_other_families_are_refused() {
    for board in ["khadas-vim3", "libretech-ac", "s400", "odroid-c4"] {
        let error = check(&file(&format!("{board}/u-boot.orig.bin"))).expect_err(board);
        assert!(error.to_string().contains("not a boot image"), "{board}: {error}");
    }
    for name in [
        "khadas-vim/u-boot.bin.usb.bl2",
        "khadas-vim/u-boot.bin.usb.tpl",
        "khadas-vim3/u-boot.bin",
        "s400/u-boot.bin.usb.tpl",
        "p212/u-boot.bin.sd.bin",
    ] {
        check_signed(&file(name)).expect_err(name);
    }
}

#[test]
#[ignore = "needs the files of pyamlboot"]
fn damage_anywhere_in_bl2_is_found() {
    let bytes = file("khadas-vim/u-boot.bin.usb.bl2");
    // 0x00..0x10 is an IV that no hash covers.
    for at in [0x18, 0x4f, 0x50, 0x6f, 0x70, 0x1000, 0xbfff] {
        let mut damaged = bytes.clone();
        damaged[at] ^= 1;
        check(&damaged).expect_err("damaged");
    }
}

/// Sums that a real Khadas VIM3 was sent (pyamlboot's PROTOCOL.md has one of them), and those of whole files.
#[test]
#[ignore = "needs the files of pyamlboot"]
fn sums_that_boards_accepted() {
    let bytes = file("khadas-vim3/u-boot.bin");
    let known = [
        (0x1_0000, 16_384, 0x3980_5570),
        (0x6_0000, 49_152, 0xdc0c_1be2),
        (0x3_8000, 16_384, 0xf736_e149),
        (0x3_c000, 49_152, 0x5a14_a8a0),
        (0x4_8000, 49_152, 0xe251_72d4),
        (0x1_4000, 1_035_120, 0x4234_dbb9),
    ];
    for (offset, size, sum) in known {
        assert_eq!(addsum(&bytes[offset..offset + size]), sum, "{offset:#x}");
    }
    assert_eq!(addsum(&file("khadas-vim/u-boot.bin.usb.bl2")), 0xaaa8_5c18);
    assert_eq!(addsum(&file("khadas-vim/u-boot.bin.usb.tpl")), 0xa62e_bdf0);
}
