//! What is in the flash when U-Boot goes wrong.

use starfive::{
    host::{BUFFERS, Cause, Layout},
    rom::{Behaviour, Flaw, Jh7110},
};
use uboot::{
    disk::{Card, Kind},
    host::{Cause as Common, Step, reach_prompt},
    memory::Ram,
    network::Fetch,
    rom::{Drive, ERASE},
};

use super::{Console, fit, jh7110, on, recover, setup, spl};

fn flawed(flaw: Flaw) -> Behaviour {
    Behaviour { flaw: Some(flaw), ..Behaviour::default() }
}

#[test]
fn uboot_is_written_and_read_back_before_the_spl() {
    let (spl, uboot) = (spl(9000), fit(30_000));
    let (mut line, board) = jh7110(Behaviour::default());
    recover(&mut line, &spl, &uboot, None).expect("all goes well");
    let part = |offset: usize, size: usize| {
        let whole = size.next_multiple_of(ERASE);
        let rest = whole - size;
        [
            "loady 0x50000000".to_owned(),
            format!("crc32 0x50000000 {size:#x}"),
            format!("sf read {:#x} {:#x} {rest:#x}", 0x5000_0000 + size, offset + size),
            format!("sf update 0x50000000 {offset:#x} {whole:#x}"),
            format!("mw.b 0x58000000 0xa5 {whole:#x}"),
            format!("sf read 0x58000000 {offset:#x} {whole:#x}"),
            format!("crc32 0x50000000 {whole:#x}"),
            format!("crc32 0x58000000 {whole:#x}"),
        ]
    };
    let mut expected = vec!["setenv stdin serial".to_owned(), "sf probe".to_owned()];
    expected.extend(part(0x10_0000, uboot.len()));
    expected.extend(part(0, spl.len()));
    assert_eq!(on(&board).commands(), expected);
}

/// The power goes between the two writes: the old SPL is still there.
#[test]
fn the_spl_is_not_touched_before_uboot_is_in_the_flash() {
    let (spl, uboot) = (spl(9000), fit(30_000));
    let (mut line, board) = jh7110(flawed(Flaw::PowerLost(1)));
    on(&board).fill_flash(b"an SPL that starts");
    let error = recover(&mut line, &spl, &uboot, None).expect_err("the power went");
    assert_eq!(error.step, Step::WRITE, "{error}");
    let board = on(&board);
    assert_eq!(board.stage(), "dead");
    assert!(board.flash_holds(0, b"an SPL that starts"));
    assert!(board.flash_holds(0x10_0000, &uboot));
}

#[test]
fn failures_of_reading_and_filling_are_told() {
    for (flaw, command) in [(Flaw::ReadFails, "sf read"), (Flaw::FillFails, "mw.b")] {
        let (mut line, _) = jh7110(flawed(flaw));
        // Whole erase blocks: nothing has to be read before.
        let uboot = fit(8 * ERASE);
        let error = recover(&mut line, &spl(9000), &uboot, None).expect_err("it fails");
        assert_eq!(error.step, Step::VERIFY, "{error}");
        assert!(
            matches!(&error.cause, Cause::Console(Common::Failed { command: it, .. }) if it.starts_with(command)),
            "{error}"
        );
    }
}

/// What is loaded and what is read back are apart, whatever has room in the flash.
#[test]
fn the_buffers_are_apart() {
    let (buffers, layout) = (BUFFERS, Layout::JH7110);
    for room in [layout.spl_room, layout.uboot_room].map(u64::from) {
        assert!(buffers.load + room <= buffers.check || buffers.check + room <= buffers.load);
    }
    let memory = starfive::chips::JH7110.memory;
    assert!(memory.contains(&buffers.load) && memory.contains(&buffers.check));
}

/// What the board is fitted with, its U-Boot has.
#[test]
fn a_visionfive_2_has_the_disks_that_it_is_fitted_with() {
    let mut board = Jh7110::in_uboot(Behaviour::default());
    let emmc = Box::new(link::storage::Memory::new(61_071_360, 0));
    board.fit_drive(Drive::new(Kind::Emmc, "BJTD4R", emmc));
    let (mut line, board) = setup::board(board, 115_200);
    let mut silent = link::Silent;
    let mut console = Console::new(&mut line, &mut silent);
    let mut prompt = reach_prompt(&mut console).expect("a prompt");
    let limit = std::time::Duration::from_secs(10);
    let text = prompt.must(Step::COMMAND, "mmc info", limit).expect("it is there");
    assert_eq!(Card::parse(&text).map(|card| card.kind), Some(Kind::Emmc));
    let text = prompt.must(Step::COMMAND, "bdinfo", limit).expect("it answers");
    let ram = Ram::parse(&text).expect("it lists its memory");
    assert!(ram.is_free(&(BUFFERS.load..BUFFERS.check + (16 << 20))), "{ram:x?}");
    let text = prompt.run("tftpboot 50000000 image", limit).expect("it answers").text;
    assert_eq!(Fetch::parse(&text), Some(Fetch::NoEthernet), "nothing is connected");
    assert_eq!(on(&board).drives().len(), 1);
}
