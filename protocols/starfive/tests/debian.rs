//! Debian's U-Boots for RISC-V boards, judged and started.

use std::{env, fs, path::Path, time::Duration};

use fit::FitError;
use link::{Silent, line::Line};
use starfive::{
    chips::JH7110,
    header::Header,
    host::{boot_rom, boot_spl},
    rom::{Behaviour, Jh7110},
    uboot::{UbootError, check},
};
use uboot::host::{Console, reach_prompt};

fn file(name: &str) -> Vec<u8> {
    let root = env::var("RACKLET_FLASH_UBOOT_RISCV").expect("tests/setup prints it");
    fs::read(Path::new(&root).join(name)).expect("it is unpacked there")
}

#[test]
fn the_visionfive_2s_files_boot_a_board() {
    let spl = file("starfive_visionfive2/u-boot-spl.bin.normal.out");
    let uboot = file("starfive_visionfive2/u-boot.itb");
    assert!(Header::check(&spl).is_ok());
    let mut line = Line::new(Box::new(Jh7110::new(Behaviour::default())), 115_200);
    let mut silent = Silent;
    let mut console = Console::new(&mut line, &mut silent);
    boot_rom(&mut console, &spl, Duration::from_secs(30)).expect("it starts");
    boot_spl(&mut console, &uboot).expect("it boots");
    reach_prompt(&mut console).expect("a prompt");
}

#[test]
fn half_of_a_download_and_other_boards_files_are_refused() {
    let uboot = file("starfive_visionfive2/u-boot.itb");
    for cut in [uboot.len() / 2, uboot.len() - 1, 8, 4] {
        let error = check(&JH7110, &uboot[..cut]).expect_err("cut");
        assert!(matches!(error, UbootError::Fit(FitError::Truncated { .. })), "{error}");
    }
    // The same architecture, for another SoC's memory.
    for board in ["sifive_unleashed", "sifive_unmatched"] {
        let image = file(&format!("{board}/u-boot.itb"));
        let error = check(&JH7110, &image).expect_err(board);
        assert!(matches!(error, UbootError::Fit(FitError::Outside { .. })), "{error}");
        let spl = file(&format!("{board}/u-boot-spl.bin"));
        assert!(matches!(check(&JH7110, &spl), Err(UbootError::NoFit(_))), "{board}");
    }
    let spl = file("starfive_visionfive2/u-boot-spl.bin.normal.out");
    assert_eq!(check(&JH7110, &spl).map(|_| ()), Err(UbootError::NoFit(None)));
}
