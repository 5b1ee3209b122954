//! Host against board, on a modelled line: no real waiting.

mod faults;
mod setup;

use std::time::Duration;

use link::{
    ByteLink, Classify, Code, Silent,
    line::{Line, byte_time},
    serial::SerialDevice as _,
};
use setup::{Chatter, PATIENCE, bytes, plugged, small, write, writer};
use thead::{
    host::{Cause, Cct},
    rom::{BLOCK, Behaviour, RAM},
    wire::{BAUD, Command, Kind, Memory},
};

#[test]
fn a_flash_is_written_and_summed_whatever_the_length_and_the_version() {
    let old = bytes(256 << 10);
    for version in [1, 3, 4, 5] {
        for (at, length) in [(0, 2), (0, 511), (BLOCK, 512), (0, 513), (BLOCK, 1024), (0, 70_001)] {
            let (mut line, board) = plugged(Behaviour { version, ..small() });
            board.on().board.fill_flash(&old);
            let image = bytes(length);
            let good = write(&mut line, at, &image).expect("it is written");
            let (flash, begin) = (board.flash(), at as usize);
            assert!(good && flash[begin..].starts_with(&image), "{version}: {length} at {at}");
            let end = (begin + length).next_multiple_of(BLOCK as usize);
            assert!(flash[..begin] == old[..begin] && flash[end..] == old[end..]);
        }
    }
}

#[test]
fn the_mask_rom_is_met_whenever_the_power_comes() {
    for millis in (0..40).chain([500, 3000, 9000]) {
        let power = Duration::from_millis(millis) + Duration::from_micros(millis * 77);
        let (mut line, _) = plugged(Behaviour { power, ..small() });
        let board = Cct::new(&mut line, &mut Silent).connect(PATIENCE).expect("it is met");
        assert_eq!(board.memory(Kind::Ram).map(|ram| ram.size), Some(RAM), "{power:?}");
    }
}

#[test]
fn a_board_that_does_not_answer_is_told_from_one_that_talks() {
    let (mut line, _) = plugged(Behaviour { power: Duration::from_secs(60), ..small() });
    let error = Cct::new(&mut line, &mut Silent).connect(PATIENCE).expect_err("no power");
    assert_eq!((error.cause, error.meaning().code), (Cause::Silent, Code::SERIAL_SILENCE));
    let mut line = Line::new(Box::new(Chatter), BAUD);
    let error = Cct::new(&mut line, &mut Silent).connect(PATIENCE).expect_err("no ROM");
    assert_eq!((error.cause, error.meaning().code), (Cause::Talks, Code::SERIAL_GARBAGE));
}

/// A host that says the handshake too rarely misses the moment: the model can tell.
#[test]
fn the_mask_rom_listens_for_a_short_time_only() {
    let (mut line, board) = plugged(small());
    line.write(&[0x10], PATIENCE).expect("it is a line");
    line.pause(Duration::from_millis(500)).expect("it is a line");
    let error = Cct::new(&mut line, &mut Silent).connect(PATIENCE).expect_err("too late");
    assert_eq!(error.cause, Cause::Talks);
    assert!(board.on().heard.len() > 1000);
}

#[test]
fn nothing_but_the_image_writer_writes_flash() {
    let (mut line, board) = plugged(small());
    let mut silent = Silent;
    let mut cct = Cct::new(&mut line, &mut silent);
    let rom = cct.connect(PATIENCE).expect("it is met");
    let flash = *rom.flash().expect("it is listed");
    let error = cct.download(&rom, &flash, 0, &bytes(9000)).expect_err("no image writer");
    assert_eq!(error.cause, Cause::Refused(Command::BeginWide, 0xe1));
    assert!(board.flash().iter().all(|byte| *byte == 0xff));
    // It would be overwritten by itself.
    let (mut line, board) = plugged(small());
    let writing = writer(&mut line).expect("it starts");
    let mut cct = Cct::new(&mut line, &mut silent);
    let error = cct.start_writer(&writing, &bytes(3000)).expect_err("it runs");
    assert_eq!(error.cause, Cause::Silent);
    assert!(!board.on().board.notes().is_empty());
}

#[test]
fn what_does_not_fit_is_refused_before_anything_is_said() {
    let (mut line, board) = plugged(small());
    let writing = writer(&mut line).expect("it starts");
    let flash = *writing.flash().expect("it has one");
    let fuses = Memory { kind: Kind::Fuses, id: 0, size: 256 };
    let card = Memory { kind: Kind::Other(0x15), id: 0, size: 1 << 20 };
    let before = board.on().heard.len();
    let mut silent = Silent;
    let mut cct = Cct::new(&mut line, &mut silent);
    for (memory, at, length) in
        [(fuses, 0, 16), (card, 0, 512), (flash, 0, 1), (flash, 0, 0), (flash, BLOCK * 3, 65_537)]
    {
        let refused = cct.download(&writing, &memory, at, &bytes(length));
        assert!(refused.is_err(), "{memory:?} {at} {length}");
    }
    assert_eq!(board.on().heard.len(), before);
    let (mut line, _) = plugged(small());
    let mut cct = Cct::new(&mut line, &mut silent);
    let rom = cct.connect(PATIENCE).expect("it is met");
    let error = cct.start_writer(&rom, &bytes(RAM as usize + 1)).expect_err("too long");
    assert!(matches!(error.cause, Cause::Room(..)), "{error}");
}

#[test]
fn boards_that_fail_are_told() {
    let worn = (100..).find(|at| bytes(200)[*at] & 1 == 0).expect("a bit that is cleared");
    let (mut line, board) = plugged(Behaviour { worn: Some(worn as u32), ..small() });
    assert_eq!(write(&mut line, 0, &bytes(9000)), Ok(false));
    assert!(!board.flash().starts_with(&bytes(9000)));
    let (mut line, _) = plugged(Behaviour { hangs: true, ..small() });
    let error = write(&mut line, 0, &bytes(9000)).expect_err("no image writer");
    assert_eq!((error.cause, error.doing), (Cause::Silent, "image writer"));
    let (mut line, _) = plugged(Behaviour { no_flash: true, ..small() });
    assert_eq!(writer(&mut line).expect("it starts").flash(), None);
}

/// 115200 baud: of each packet's 520 bytes, both ways, 512 are the image's; and the board works between them.
#[test]
fn the_line_is_the_limit() {
    let (mut line, _) = plugged(Behaviour::default());
    let board = writer(&mut line).expect("it starts");
    let flash = *board.flash().expect("it has one");
    let image = bytes(1 << 20);
    let mut silent = Silent;
    let before = line.wire.now();
    Cct::new(&mut line, &mut silent).download(&board, &flash, 0, &image).expect("it is written");
    // Without what the model takes for erasing 16 blocks.
    let took = line.wire.now() - before - Duration::from_millis(150) * 16;
    let share = (byte_time(BAUD) * image.len() as u32).as_secs_f64() / took.as_secs_f64();
    assert!(share > 0.94, "{share:.3} of the line");
}
