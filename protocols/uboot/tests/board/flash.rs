//! SPI NOR and files over the serial line.

use uboot::{
    host::{Buffers, Cause, Flasher, Step},
    rom::{Flash, Flaw, Profile, World},
};

use super::setup::{Bench, bytes, on};

const BUFFERS: Buffers = Buffers { load: 0x4400_0000, check: 0x4800_0000 };

fn bench(flaw: Option<Flaw>, worn: Option<usize>) -> Bench {
    let world = World { flaw, flash: Flash::new(worn), ..World::new(115_200) };
    Bench::new(Profile::default(), world)
}

#[test]
fn an_image_is_loaded_written_and_read_back() {
    let image = bytes(30_000);
    for fast in [None, Some(1_500_000)] {
        let mut bench = bench(None, None);
        let written = bench.at_prompt(|prompt| {
            let mut flasher = Flasher::new(prompt, BUFFERS, fast);
            let flash = flasher.probe().expect("it is there").expect("it tells its sizes");
            assert_eq!((flash.erase, flash.size), (4096, 16 << 20));
            flasher.write("image", 0x1_0000, &image).expect("it is written")
        });
        assert_eq!((written.size, written.crc), (30_000, uboot::crc32(&image)));
        assert!(on(&bench.board).world().flash.holds(0x1_0000, &image), "{fast:?}");
    }
}

#[test]
fn an_image_may_begin_within_an_erase_block() {
    let mut bench = bench(None, None);
    on(&bench.board).world().flash.fill(&[0x33; 0x8000]);
    bench.at_prompt(|prompt| {
        let mut flasher = Flasher::new(prompt, BUFFERS, None);
        let flash = flasher.probe().expect("it is there").expect("it tells its sizes");
        let mut flasher = Flasher::new(prompt, BUFFERS, None);
        let error = flasher.write("part", 0x1200, b"part").expect_err("it is no block's beginning");
        assert!(matches!(error.cause, Cause::Failed { .. }), "{error}");
        flasher = flasher.with_erase_blocks(flash.erase);
        flasher.write("part", 0x1200, b"part").expect("it is written");
    });
    let mut board = on(&bench.board);
    let flash = &board.world().flash;
    assert!(flash.holds(0, &[0x33; 0x1200]) && flash.holds(0x1200, b"part"));
    assert!(flash.holds(0x2000, &[0x33; 0x6000]));
}

/// A second read-back must not find what the first one left in memory.
#[test]
fn what_the_flash_does_not_hold_is_found_out() {
    for (flaw, worn, expected) in [
        (Some(Flaw::ReadsNothing(0)), None, [false, false]),
        // What is to stay is read as well.
        (Some(Flaw::ReadsNothing(2)), None, [true, false]),
        (None, Some(0x1_0000 + 777), [false, true]),
        (None, Some(0x2_0000 + 777), [true, false]),
    ] {
        let mut bench = bench(flaw, worn);
        bench.at_prompt(|prompt| {
            let mut flasher = Flasher::new(prompt, BUFFERS, None);
            flasher.probe().expect("it is there");
            for (offset, good) in [0x1_0000, 0x2_0000].into_iter().zip(expected) {
                let written = flasher.write("image", offset, &bytes(3000));
                assert_eq!(written.is_ok(), good, "{flaw:?} {worn:?} {offset:#x}");
                if let Err(error) = written {
                    assert!(matches!(error.cause, Cause::Differs { .. }), "{error}");
                    assert_eq!(error.step, Step::VERIFY);
                }
            }
        });
    }
}

#[test]
fn failures_of_reading_and_filling_are_told() {
    for (flaw, command) in [(Flaw::ReadFails, "sf read"), (Flaw::FillFails, "mw.b")] {
        let mut bench = bench(Some(flaw), None);
        let error = bench.at_prompt(|prompt| {
            let mut flasher = Flasher::new(prompt, BUFFERS, None);
            flasher.probe().expect("it is there");
            flasher.write("image", 0, &bytes(4096)).expect_err("it fails")
        });
        assert_eq!(error.step, Step::VERIFY, "{error}");
        assert!(
            matches!(&error.cause, Cause::Failed { command: it, .. } if it.starts_with(command)),
            "{error}"
        );
    }
}

/// A sum that was printed wrong once is asked for again.
#[test]
fn one_wrong_sum_is_forgiven() {
    for wrong in [1, 2] {
        let mut bench = bench(Some(Flaw::WrongSum(wrong)), None);
        bench.at_prompt(|prompt| {
            let mut flasher = Flasher::new(prompt, BUFFERS, None);
            flasher.probe().expect("it is there");
            flasher.write("image", 0, b"image").expect("it is written");
        });
        assert!(on(&bench.board).world().flash.holds(0, b"image"));
    }
}

#[test]
fn a_board_that_resets_in_a_serial_load_is_an_error() {
    let mut bench = bench(Some(Flaw::ResetsInLoad(2000)), None);
    let image = bytes(30_000);
    let outcome =
        bench.at_prompt(|prompt| Flasher::new(prompt, BUFFERS, None).load("image", &image));
    // Its second try meets the countdown, which a key stops: a fresh U-Boot may take the file.
    if let Err(error) = outcome {
        assert_eq!(error.step, Step::LOAD, "{error}");
    }
    assert_eq!(bench.say("echo back").text, "back");
}
