//! What is in the flash after each way in which a U-Boot can go wrong.

use starfive::{
    host::{BUFFERS, Cause, Layout, boot_rom, boot_spl},
    rom::{Behaviour, Flaw},
};
use uboot::host::{Cause as Common, Flasher, Prompt, Step, reach_prompt};

use super::{Console, PATIENCE, fit, jh7110, on, recover, spl};

fn flawed(flaw: Flaw) -> Behaviour {
    Behaviour { flaw: Some(flaw), ..Behaviour::default() }
}

#[test]
fn uboot_is_written_and_read_back_before_the_spl() {
    let (spl, uboot) = (spl(9000), fit(30_000));
    let (mut line, board) = jh7110(Behaviour::default());
    recover(&mut line, &spl, &uboot, None).expect("all goes well");
    let part = |offset: u32, size: usize| {
        [
            "loady 0x50000000".to_owned(),
            format!("crc32 0x50000000 {size:#x}"),
            format!("sf update 0x50000000 {offset:#x} {size:#x}"),
            format!("mw.b 0x58000000 0xa5 {size:#x}"),
            format!("sf read 0x58000000 {offset:#x} {size:#x}"),
            format!("crc32 0x58000000 {size:#x}"),
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

/// A second read-back must not find what the first one left in memory.
#[test]
fn a_read_that_does_nothing_is_found_out() {
    for reads in [0, 1] {
        let (spl, uboot) = (spl(9000), fit(30_000));
        let (mut line, _) = jh7110(flawed(Flaw::ReadsNothing(reads)));
        let mut silent = link::Silent;
        let mut console = Console::new(&mut line, &mut silent);
        boot_rom(&mut console, &spl, PATIENCE).expect("it boots");
        boot_spl(&mut console, &uboot).expect("it boots");
        let mut prompt = reach_prompt(&mut console).expect("a prompt");
        let mut flasher = Flasher::new(&mut prompt, BUFFERS, None);
        flasher.probe().expect("it is there");
        let first = flasher.write("U-Boot", 0x10_0000, &uboot);
        assert_eq!(first.is_ok(), reads > 0);
        let error = flasher.write("U-Boot", 0x20_0000, &uboot).expect_err("nothing was read");
        assert!(
            matches!(error.cause, Common::Differs { .. }) && error.step == Step::VERIFY,
            "{error}"
        );
    }
}

/// `sf update` takes whole erase blocks: what is before an image in its first one is kept by us.
#[test]
fn an_image_may_begin_within_an_erase_block() {
    let (spl, uboot) = (spl(9000), fit(30_000));
    let (mut line, board) = jh7110(Behaviour::default());
    on(&board).fill_flash(&[0x33; 0x8000]);
    let mut silent = link::Silent;
    let mut console = Console::new(&mut line, &mut silent);
    boot_rom(&mut console, &spl, PATIENCE).expect("it boots");
    boot_spl(&mut console, &uboot).expect("it boots");
    reach_prompt(&mut console).expect("a prompt");
    let mut prompt = Prompt::answered(&mut console);
    let mut flasher = Flasher::new(&mut prompt, BUFFERS, None);
    let flash = flasher.probe().expect("it is there").expect("it tells its sizes");
    let error = flasher.write("a part", 0x1200, b"part").expect_err("it is no block's beginning");
    assert!(matches!(error.cause, Common::Failed { .. }), "{error}");
    flasher = flasher.with_erase_blocks(flash.erase);
    flasher.write("a part", 0x1200, b"part").expect("it is written");
    let board = on(&board);
    assert!(board.flash_holds(0, &[0x33; 0x1200]) && board.flash_holds(0x1200, b"part"));
    assert!(board.flash_holds(0x2000, &[0x33; 0x6000]));
}

#[test]
fn failures_of_reading_and_filling_are_told() {
    for (flaw, command) in [(Flaw::ReadFails, "sf read"), (Flaw::FillFails, "mw.b")] {
        let (mut line, _) = jh7110(flawed(flaw));
        let error = recover(&mut line, &spl(9000), &fit(30_000), None).expect_err("it fails");
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
