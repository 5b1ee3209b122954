//! The ROM packet by packet: what it takes, and that it takes nothing else.

use super::*;
use crate::chips;
use alloc::vec;

/// Memory that does nothing.
#[derive(Default)]
struct Plain {
    writes: Vec<(u32, Vec<u8>)>,
}

impl Engine for Plain {
    fn read(&mut self, address: u32, buf: &mut [u8]) -> bool {
        for (byte, at) in buf.iter_mut().zip(address..) {
            *byte = at as u8;
        }
        true
    }

    fn write(&mut self, address: u32, data: &[u8]) -> bool {
        self.writes.push((address, data.to_vec()));
        true
    }

    fn execute(&mut self, _: u32) {}

    fn state(&mut self) -> State {
        State::Rom
    }

    fn in_real_time(&self) -> bool {
        false
    }

    fn note(&mut self) -> Option<String> {
        None
    }
}

fn rom() -> Rom<Plain> {
    let chip = chips::by_name("H3").expect("H3");
    let behaviour = Behaviour { mode: Mode::FEL, max_packet: 64, fail: None };
    Rom::new(chip, Plain::default(), behaviour)
}

fn head(direction: Direction, length: u32) -> [u8; Awuc::SIZE] {
    Awuc::new(direction, length).to_bytes()
}

fn request(command: Command, address: u32, length: u32) -> [u8; Request::SIZE] {
    Request { command, address, length }.to_bytes()
}

/// A ROM that has taken a request, and its AWUS was fetched.
fn asked(command: Command, address: u32, length: u32) -> Rom<Plain> {
    let mut rom = rom();
    assert_eq!(rom.bulk_out(&head(Direction::Write, 16)), Took::Bytes(32));
    assert_eq!(rom.bulk_out(&request(command, address, length)), Took::Bytes(16));
    awus(&mut rom);
    rom
}

fn awus(rom: &mut Rom<Plain>) {
    let mut buf = [0; 64];
    assert_eq!(rom.bulk_in(&mut buf), Gave::Bytes(13, true));
    assert_eq!(buf[..13], Awus::OK.to_bytes());
}

/// Whether a packet leaves the ROM stuck: this one, and every one after it.
#[track_caller]
fn stuck(mut rom: Rom<Plain>, packet: &[u8], why: &str) {
    assert_eq!(rom.bulk_out(packet), Took::Stall, "{why}");
    assert_eq!(rom.bulk_in(&mut [0; 64]), Gave::Stall, "{why}");
    rom.clear_halt(Pipe::Out);
    assert_eq!(rom.bulk_out(&head(Direction::Write, 16)), Took::Stall, "{why}");
    assert_eq!(rom.busy(), Busy::Forever);
    let notes = rom.notes();
    assert!(notes.iter().any(|note| note.contains(why)), "{why}: {notes:?}");
}

#[test]
fn every_awuc_must_suit_its_exchange() {
    let unfit = "an AWUC does not suit the request";
    for length in [0, 15, 17, 32, 0x1_0010] {
        stuck(rom(), &head(Direction::Write, length), unfit);
    }
    stuck(rom(), &head(Direction::Read, 16), unfit);
    for length in [99, 101, 0, 612] {
        stuck(asked(Command::WRITE, 0x2000, 100), &head(Direction::Write, length), unfit);
        stuck(asked(Command::READ, 0x2000, 100), &head(Direction::Read, length), unfit);
    }
    stuck(asked(Command::WRITE, 0x2000, 100), &head(Direction::Read, 100), unfit);
    stuck(asked(Command::READ, 0x2000, 100), &head(Direction::Write, 100), unfit);
    for length in [31, 33] {
        stuck(asked(Command::VERSION, 0, 0), &head(Direction::Read, length), unfit);
    }
    for length in [7, 9] {
        stuck(asked(Command::EXECUTE, 0x2000, 0), &head(Direction::Read, length), unfit);
    }
    stuck(asked(Command::EXECUTE, 0x2000, 0), &head(Direction::Write, 8), unfit);
}

#[test]
fn heads_and_requests_have_their_length_and_magic() {
    let awuc = "does not begin with a 32-byte AWUC";
    stuck(rom(), &head(Direction::Write, 16)[..31], awuc);
    stuck(rom(), &[], awuc);
    let mut other = head(Direction::Write, 16);
    other[3] = b'D';
    stuck(rom(), &other, awuc);
    other = head(Direction::Write, 16);
    other[16] = 0x13;
    stuck(rom(), &other, "direction");
    let begun = || {
        let mut rom = rom();
        assert_eq!(rom.bulk_out(&head(Direction::Write, 16)), Took::Bytes(32));
        rom
    };
    stuck(begun(), &[0; 15], "not 16 bytes long");
    stuck(begun(), &[0; 17], "not 16 bytes long");
    stuck(begun(), &request(Command(0x0201), 0, 0), "does not know");
    stuck(begun(), &request(Command(0x0002), 0, 0), "does not know");
    for command in [Command::READ, Command::WRITE] {
        stuck(begun(), &request(command, 0x2000, 0), "without data");
        stuck(begun(), &request(command, 0xffff_fff0, 17), "past the end of memory");
        asked(command, 0xffff_fff0, 16);
    }
    // The D1's boot ROM takes heads of 36 bytes.
    let long = [&head(Direction::Write, 16)[..], &[0; 4]].concat();
    assert_eq!(rom().bulk_out(&long), Took::Bytes(36));
}

#[test]
fn data_comes_in_whole_packets_up_to_its_end() {
    let writing = |length| {
        let mut rom = asked(Command::WRITE, 0x2000, length);
        assert_eq!(rom.bulk_out(&head(Direction::Write, length)), Took::Bytes(32));
        rom
    };
    let short = "a short packet before the end of the data";
    for length in [1, 63, 65, 100, 127] {
        stuck(writing(200), &vec![0; length], short);
    }
    stuck(writing(200), &[], short);
    stuck(writing(200), &[0; 201], "more data than the AWUC announced");
    stuck(writing(64), &[0; 65], "more data than the AWUC announced");
    let mut rom = writing(200);
    for (length, at) in [(64, 0x2000), (128, 0x2040), (8, 0x20c0)] {
        assert_eq!(rom.bulk_in(&mut [0; 64]), Gave::Nak, "nothing to fetch yet");
        assert_eq!(rom.bulk_out(&vec![7; length]), Took::Bytes(length));
        assert_eq!(rom.engine.writes.last(), Some(&(at, vec![7; length])));
    }
    assert_eq!(rom.bulk_out(&[0; 8]), Took::Nak, "an AWUS is to be fetched first");
    awus(&mut rom);
    let mut rom = writing(200);
    assert_eq!(rom.bulk_out(&[0; 64]), Took::Bytes(64));
    stuck(rom, &[0; 100], short);
}

#[test]
fn reads_give_whole_packets_and_a_short_one_at_the_end() {
    let mut rom = asked(Command::READ, 0x2000, 100);
    assert_eq!(rom.bulk_out(&head(Direction::Read, 100)), Took::Bytes(32));
    assert_eq!(rom.bulk_out(&[0; 64]), Took::Nak, "it gives now");
    let mut buf = [0; 128];
    assert_eq!(rom.bulk_in(&mut buf[..63]), Gave::Overlong);
    assert_eq!(rom.bulk_in(&mut buf[..99]), Gave::Bytes(64, false));
    assert_eq!((buf[0], buf[63]), (0, 63));
    assert_eq!(rom.bulk_in(&mut buf[..35]), Gave::Overlong);
    assert_eq!(rom.bulk_in(&mut buf), Gave::Bytes(36, true));
    assert_eq!((buf[0], buf[35]), (64, 99));
    awus(&mut rom);
    let mut rom = asked(Command::READ, 0x2000, 128);
    assert_eq!(rom.bulk_out(&head(Direction::Read, 128)), Took::Bytes(32));
    assert_eq!(rom.bulk_in(&mut buf), Gave::Bytes(128, false), "it ends by its length");
    awus(&mut rom);
}

#[test]
fn the_vendors_boot_loader_tells_its_version_only() {
    for (command, mode, known) in [
        (Command::VERSION, Mode::FES, true),
        (Command::READ, Mode::FES, false),
        (Command::WRITE, Mode::FES, false),
        (Command::EXECUTE, Mode::FES, false),
        (Command::EXECUTE, Mode::FEL, true),
    ] {
        let mut rom = rom();
        rom.behaviour.mode = mode;
        assert_eq!(rom.bulk_out(&head(Direction::Write, 16)), Took::Bytes(32));
        let took = rom.bulk_out(&request(command, 0x2000, 4));
        assert_eq!(took == Took::Bytes(16), known, "{command:?} {mode:?}");
        assert_eq!(rom.identity().release, if mode == Mode::FES { 0xffff } else { 0x02b3 });
    }
}

#[test]
fn control_requests_are_stalled() {
    let setup = Setup { request_type: 0xc0, request: 1, value: 0, index: 0 };
    assert_eq!(rom().control(setup, &[]), Answer::Stall);
    assert!(rom().notes().is_empty());
}
