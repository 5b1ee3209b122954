//! Any commands and data at all against the virtual boards that speak fastboot, over their restarts; and any bytes at all as a
//! sparse image that is cut into pieces. A step is a byte that says which way, one that says how much, and the bytes themselves.
#![no_main]

use fastboot::{
    rom::{Media, PROFILES, Program, Rom, Traits},
    sparse::{Pieces, Plan, Reader},
    wire::{Command, Reply},
};
use libfuzzer_sys::fuzz_target;
use link::{Setup, device::Device};

/// How commands begin, so that they need not be guessed.
const COMMANDS: [&str; 20] = [
    "getvar:max-download-size",
    "getvar:partition-size:",
    "getvar:has-slot:",
    "getvar:",
    "download:00000100",
    "download:",
    "flash:mmc0",
    "flash:mmc0boot0",
    "flash:gpt",
    "flash:root",
    "flash:ram",
    "flash:",
    "erase:root",
    "erase:",
    "oem read:rootfs",
    "oem ",
    "upload",
    "continue",
    "reboot",
    "reboot-bootloader",
];

const PROGRAMS: [Program; 6] = [
    Program::Th1520Rom,
    Program::Th1520Uboot,
    Program::K1Rom,
    Program::K1Spl,
    Program::K1Uboot,
    Program::Uboot,
];

fn traits(bits: u8) -> Traits {
    let is_set = |bit: u8| bits >> bit & 1 == 1;
    Traits {
        env: vec![("fastboot_raw_partition_root".into(), "8 100".into())],
        protected: is_set(0),
        info: u32::from(is_set(1)),
        text: is_set(2),
        more: u32::from(is_set(3)),
        limit: Some(4096),
        ..Traits::default()
    }
}

fn talk(bytes: &[u8]) {
    let [profile, program, special, rest @ ..] = bytes else { return };
    let mut rest = rest;
    let profile = &PROFILES[usize::from(*profile) % PROFILES.len()];
    let program = PROGRAMS[usize::from(*program) % PROGRAMS.len()];
    let rom = Rom::new(profile, traits(*special), program, Media::blank(profile));
    let mut board: Box<dyn Device> = Box::new(rom);
    while let [way, length, tail @ ..] = rest {
        let (data, after) = tail.split_at(tail.len().min(usize::from(*length)));
        rest = after;
        match usize::from(way % 32) {
            known @ 0..20 => {
                let _ = board.bulk_out(&[COMMANDS[known].as_bytes(), data].concat());
            }
            20..=23 => {
                let _ = board.bulk_out(data);
            }
            24 => {
                let any = Setup { request_type: 0xc0, request: 0x20, value: 0, index: 0 };
                let _ = board.control(any, data);
            }
            25 => {
                let _ = board.bulk_in(&mut [0; 64]);
            }
            _ => {
                let _ = board.bulk_in(&mut [0; 4096]);
            }
        }
        let _ = (board.busy(), board.notes(), board.identity(), board.gone());
        if let Some(next) = board.successor() {
            board = next.device;
        }
    }
}

/// What was read is what the pieces are made of: no sound image is refused for its form.
fn cut(bytes: &[u8]) {
    let Ok(reader) = Reader::new(bytes) else { return };
    // A few bytes may stand for terabytes.
    let length = reader.header().length();
    if length > 64 << 20 {
        return;
    }
    if let Ok(pieces) = Pieces::new(reader.runs(), Plan::new(1 << 20, Some(length))) {
        let _ = pieces.map_while(Result::ok).count();
    }
}

fuzz_target!(|bytes: &[u8]| {
    let _ = Reply::from_bytes(bytes).map(|reply| reply.to_bytes());
    let _ = Command::parse(&String::from_utf8_lossy(bytes)).to_bytes();
    cut(bytes);
    talk(bytes);
});
