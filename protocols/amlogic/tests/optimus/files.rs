//! Other people's boot files: those of pyamlboot 1.0.0. `RACKLET_FLASH_PYAMLBOOT` names the folder `files` of its wheel.

use std::{env, fs, path::PathBuf};

use amlogic::{
    families::by_name,
    optimus::{
        host::{Boot, Image, Optimus, boot::boot},
        wire::{DDR_INIT, RUN_FIP, Stage, addsum},
    },
};
use link::Silent;

use crate::{
    board::{named, plain},
    boot::{is_up, start},
};

fn file(name: &str) -> Vec<u8> {
    let folder = env::var_os("RACKLET_FLASH_PYAMLBOOT").expect("RACKLET_FLASH_PYAMLBOOT is set");
    let path = PathBuf::from(folder).join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
#[ignore = "needs the files of pyamlboot"]
fn the_parameters_are_those_of_pyamlboot() {
    assert_eq!(file("usbbl2runpara_ddrinit.bin"), DDR_INIT);
    assert_eq!(file("usbbl2runpara_runfipimg.bin"), RUN_FIP);
}

#[test]
#[ignore = "needs the files of pyamlboot"]
fn the_pairs_start_gx_and_axg_boards() {
    let cases = [
        ("khadas-vim", "khadas-vim1"),
        ("khadas-vim2", "s912-box"),
        ("libretech-ac", "khadas-vim1"),
        ("libretech-cc", "khadas-vim1"),
        ("libretech-s905d-pc", "khadas-vim1"),
        ("libretech-s912-pc", "s912-box"),
        ("p212", "khadas-vim1"),
        ("q200", "s912-box"),
        ("s400", "s400"),
    ];
    for (folder, name) in cases {
        let bl2 = file(&format!("{folder}/u-boot.bin.usb.bl2"));
        let tpl = file(&format!("{folder}/u-boot.bin.usb.tpl"));
        let profile = named(name);
        let image = Image::Pair { bl2: &bl2, tpl: &tpl };
        let mut job = Boot {
            family: profile.family(),
            image,
            encrypted: false,
            password: None,
            extras: &mut [],
        };
        let mut wire = plain(name, Stage::Rom);
        boot(&mut Optimus::new(&mut wire), &mut job, &mut Silent)
            .unwrap_or_else(|error| panic!("{folder}: {error}"));
        assert!(is_up(&mut wire), "{folder}: {:?}", wire.notes);
        let mut found = Vec::new();
        let mut soc = Optimus::new(&mut wire);
        soc.read(0x0200_c000, tpl.len() as u64, Default::default(), &mut found, &mut Silent)
            .expect("read");
        assert!(found == tpl, "{folder}");
        let g12 = by_name("G12B").expect("in the table");
        assert!(image.check(g12, false).is_err(), "{folder}");
    }
}

#[test]
#[ignore = "needs the files of pyamlboot"]
fn the_sums_of_a_khadas_vim() {
    assert_eq!(addsum(&file("khadas-vim/u-boot.bin.usb.bl2")), 0xaaa8_5c18);
    assert_eq!(addsum(&file("khadas-vim/u-boot.bin.usb.tpl")), 0xa62e_bdf0);
}

#[test]
#[ignore = "needs the files of pyamlboot"]
fn the_whole_files_start_g12_and_sm1_boards() {
    let cases = [
        ("khadas-vim3", "khadas-vim3"),
        ("khadas-vim3l", "odroid-c4"),
        ("odroid-n2", "khadas-vim3"),
        ("odroid-c4", "odroid-c4"),
        ("sei510", "radxa-zero"),
        ("sei610", "odroid-c4"),
        ("u200", "radxa-zero"),
    ];
    for (folder, name) in cases {
        let file = file(&format!("{folder}/u-boot.bin"));
        let mut wire = plain(name, Stage::Rom);
        start(named(name), &mut wire, &file).unwrap_or_else(|error| panic!("{folder}: {error}"));
        assert!(is_up(&mut wire), "{folder}: {:?}", wire.notes);
    }
}

/// The sums of a VIM3's segments; the second one was captured from a real board.
#[test]
#[ignore = "needs the files of pyamlboot"]
fn the_sums_of_a_vim3s_segments() {
    let file = file("khadas-vim3/u-boot.bin");
    assert_eq!(file.len(), 1_117_040);
    let known = [
        (0x1_0000, 16384, 0x3980_5570),
        (0x6_0000, 49152, 0xdc0c_1be2),
        (0x3_8000, 16384, 0xf736_e149),
        (0x3_c000, 49152, 0x5a14_a8a0),
        (0x4_8000, 49152, 0xe251_72d4),
        (0x1_4000, 1_035_120, 0x4234_dbb9),
    ];
    for (offset, size, sum) in known {
        assert_eq!(addsum(&file[offset..offset + size]), sum, "{offset:#x}");
    }
    let (_, size, _) = known[5];
    assert_eq!(file.len() - 0x1_4000, size);
    let mut wire = plain("khadas-vim3", Stage::Rom);
    start(named("khadas-vim3"), &mut wire, &file).expect("started");
    let order = [0, 1, 2, 3, 4, 0, 5].map(|index: usize| known[index].2);
    assert_eq!(crate::wire::sums(&wire), order);
}
