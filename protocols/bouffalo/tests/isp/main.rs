//! The host's side against virtual boards on a modelled line, from power-on to verified flash.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it reports to whoever runs it")]

mod faults;
mod setup;

use std::time::Duration;

use bouffalo::{
    host::{Cause, Isp},
    rom::{Behaviour, Chip, Confirms},
    wire::{self, OtherChip},
};
use link::{ByteLink, Classify, Code, LineError, Silent};
use setup::{FAST, Mute, Notes, PATIENCE, START, board, bytes, image, on, plugged, small, write};

#[test]
fn a_board_is_flashed_and_the_chip_sums_it() {
    let (mut line, board) = plugged(Behaviour::default());
    let image = image(1 << 20);
    write(&mut line, &image).expect("it works");
    let took = line.wire.now();
    let mut silent = Silent;
    let mut isp = Isp::new(&mut line, &mut silent);
    assert_eq!(isp.read(4096, 70_000).expect("it reads"), image[4096..74_096]);
    isp.reset().expect("it restarts");
    line.pause(Duration::from_millis(1)).expect("no stop");
    let board = &mut *on(&board);
    assert!(board.flash().starts_with(&image) && board.runs());
    assert_eq!(
        link::serial::SerialDevice::notes(board),
        ["it was reset and starts from its flash"]
    );
    // The data at 2 Mbaud, and what the flash itself needs: 150 ms for 64 KiB, 0.4 ms for a page.
    let data = image.len() as f64;
    let line = data * 10.0 / f64::from(FAST);
    let flash = data / 65_536.0 * 0.15 + data / 256.0 * 0.0004;
    println!("{took:?}: the line needs {line:.2} s, the flash {flash:.2} s");
    assert!(took.as_secs_f64() < (line / 0.95) + flash + 2.0, "{took:?}");
}

#[test]
fn boards_confirm_the_handshake_differently_and_some_tell_that_they_are_busy() {
    for confirms in [Confirms::Unlock, Confirms::Training, Confirms::Both] {
        for pending in [None, Some(Duration::from_millis(30))] {
            for unknown_flash in [false, true] {
                let behaviour = Behaviour { confirms, pending, unknown_flash, ..small() };
                let (mut line, board) = plugged(behaviour);
                let image = image(100_000);
                write(&mut line, &image).unwrap_or_else(|error| panic!("{behaviour:?}: {error}"));
                assert!(on(&board).flash().starts_with(&image), "{behaviour:?}");
            }
        }
    }
}

#[test]
fn another_chip_is_refused_by_its_name() {
    for (chip, name) in [(Chip::Bl602, "BL602"), (Chip::Bl616, "BL616")] {
        let (mut line, board) = plugged(Behaviour { chip, ..small() });
        let error = write(&mut line, &image(8192)).expect_err(name);
        assert_eq!(error.cause, Cause::Other(OtherChip(Some(name))));
        assert_eq!(error.code(), Code::BOARD_OTHER);
        assert!(on(&board).flash().iter().all(|byte| *byte == 0xff));
    }
}

#[test]
fn a_board_without_flash_says_so() {
    let (mut line, _) = plugged(Behaviour { no_flash: true, ..small() });
    let error = write(&mut line, &image(8192)).expect_err("there is none");
    assert_eq!((error.cause, error.code()), (Cause::NoFlash, Code::STORAGE_NONE));
}

#[test]
fn what_is_past_the_end_is_refused_by_the_chip() {
    let (mut line, _) = plugged(small());
    let error = write(&mut line, &image((512 << 10) + 4096)).expect_err("too long");
    assert_eq!((error.cause, error.code()), (Cause::Refused(2), Code::ISP_REFUSED));
    let mut silent = Silent;
    let mut isp = Isp::new(&mut line, &mut silent);
    for cause in [isp.erase(1..4097), isp.store(4096, &[0; 100], true)] {
        assert_eq!(cause.expect_err("not whole").cause, Cause::Unaligned);
    }
}

#[test]
fn a_line_that_does_not_bear_the_faster_rate_keeps_its_own() {
    for behaviour in
        [Behaviour { fastest: 1_000_000, ..small() }, Behaviour { no_clock: true, ..small() }]
    {
        let (mut line, board) = plugged(behaviour);
        let (image, mut notes) = (image(20_000), Notes::default());
        let mut isp = Isp::new(&mut line, &mut notes);
        let info = isp.connect(PATIENCE).expect("it is there");
        assert!(!isp.speed_up(FAST).expect("it is found again"));
        isp.open_flash(&info).expect("a flash");
        isp.store(0, &image, true).expect("it works at the old rate");
        assert!(notes.0[0].contains("does not work at 2000000 baud"), "{:?}", notes.0);
        assert_eq!(line.baud(), START);
        assert!(on(&board).flash().starts_with(&image));
    }
}

#[test]
fn a_flash_that_does_not_hold_what_was_written_is_found_out() {
    let (mut line, _) = plugged(Behaviour { worn: Some(4100), ..small() });
    let error = write(&mut line, &image(8192)).expect_err("a bit is stuck");
    assert_eq!(error.cause, Cause::Differs { at: 0, length: 8192 });
    assert_eq!(error.code(), Code::DIFFERS);
}

#[test]
fn a_sum_that_is_told_wrong_once_is_asked_for_again() {
    let (mut line, board) = plugged(Behaviour { wrong_sum: 1, ..small() });
    write(&mut line, &image(8192)).expect("the second time it is right");
    assert!(on(&board).flash().starts_with(&image(8192)));
}

/// A tool that was killed leaves the ROM at another rate, in the midst of a command.
#[test]
fn a_rom_that_was_left_in_a_command_is_found_again() {
    for cut in [0, 1, 3, 4, 100, 4104] {
        let (mut line, board) = plugged(small());
        write(&mut line, &image(8192)).expect("it works");
        let payload = [&[0; 4][..], &bytes(4096)].concat();
        let frame = wire::request(wire::Command::Write, &payload);
        line.write(&frame[..cut], Duration::from_secs(9)).expect("it is sent");
        line.set_baud(START).expect("any rate");
        write(&mut line, &image(4096)).unwrap_or_else(|error| panic!("{cut}: {error}"));
        assert!(on(&board).flash().starts_with(&image(4096)), "{cut}");
    }
}

#[test]
fn silence_and_other_talk_are_told_apart_in_time() {
    let (mut line, _) = board(Mute, START);
    let error = write(&mut line, &[0xff; 4096]).expect_err("no board");
    assert_eq!((error.cause, error.code()), (Cause::Silent, Code::SERIAL_SILENCE));
    assert!(line.wire.now() < PATIENCE + Duration::from_secs(10), "{:?}", line.wire.now());
    let mut talker = link::dialog::Dialog::new(&[], |_| link::dialog::at_once(b"login: "));
    let error = write(&mut talker, &[0xff; 4096]).expect_err("another program");
    assert_eq!((error.cause, error.code()), (Cause::Garbage, Code::SERIAL_GARBAGE));
    assert!(talker.now < PATIENCE + Duration::from_secs(60), "{:?}", talker.now);
}

#[test]
fn a_stop_falls_between_two_commands() {
    let (mut line, _) = plugged(small());
    line.stop = Some(Duration::from_secs(2));
    let error = write(&mut line, &image(400_000)).expect_err("it is stopped");
    assert_eq!(error.cause, Cause::Line(LineError::Stopped));
}

/// A source that takes its time leaves the ROM without a command for longer than it waits for one.
#[test]
fn a_pause_between_commands_is_bridged() {
    let (mut line, board) = plugged(small());
    let image = image(12_288);
    write(&mut line, &image[..4096]).expect("it works");
    line.pause(Duration::from_secs(60)).expect("no stop");
    let mut silent = Silent;
    Isp::new(&mut line, &mut silent).store(4096, &image[4096..8192], true).expect("it is found");
    line.pause(Duration::from_secs(60)).expect("no stop");
    let begin = line.wire.now();
    let mut isp = Isp::new(&mut line, &mut silent);
    isp.wake().expect("it is found again");
    isp.wake().expect("it listens");
    isp.store(8192, &image[8192..], true).expect("it is written");
    assert!(line.wire.now() - begin < Duration::from_secs(4), "{:?}", line.wire.now() - begin);
    assert!(on(&board).flash().starts_with(&image));
}
