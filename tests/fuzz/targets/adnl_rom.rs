//! Any commands and data at all against the virtual board that speaks ADNL, over its restarts. A step is a byte that says
//! which way, one that says how much, and the bytes themselves.
#![no_main]

use amlogic::adnl::{
    rom::{PROFILES, Rom, Traits},
    wire::Stage,
};
use libfuzzer_sys::fuzz_target;
use link::{Setup, device::Device};

const STAGES: [Stage; 4] = [Stage::ROM, Stage::BL2, Stage::BL2E, Stage::UBOOT];

/// How commands begin, so that they need not be guessed.
const COMMANDS: [&str; 24] = [
    "getvar:identify",
    "getvar:cbw",
    "getvar:downloadsize",
    "getvar:getchipinfo-",
    "getvar:",
    "setvar:burnsteps",
    "setvar:checksum",
    "firstsect",
    "download:",
    "boot",
    "devices",
    "reboot",
    "reboot-romusb",
    "mwrite",
    "mwrite:verify=addsum",
    "mread:status=request",
    "mread:status=upload",
    "mread:status=finish",
    "oem mwrite 0x",
    "oem mread 0x",
    "oem verify sha1sum ",
    "oem disk_initial ",
    "oem setvar burnsteps ",
    "oem ",
];

fn traits(bits: u8) -> Traits {
    let is_set = |bit: u8| bits >> bit & 1 == 1;
    Traits {
        password: is_set(0),
        busy: u32::from(is_set(1)),
        damaged: if is_set(2) { vec![1] } else { Vec::new() },
        early_okay: is_set(3),
        protected: is_set(4),
        bl2_error: is_set(5).then_some(7),
        slow: u32::from(is_set(6)),
        ..Traits::default()
    }
}

fuzz_target!(|bytes: &[u8]| {
    let [profile, stage, special, rest @ ..] = bytes else { return };
    let mut rest = rest;
    let profile = &PROFILES[usize::from(*profile) % PROFILES.len()];
    let stage = STAGES[usize::from(*stage) % STAGES.len()];
    let rom = Rom::new(profile, traits(*special), stage, Rom::blank(profile));
    let mut board: Box<dyn Device> = Box::new(rom);
    while let [way, length, tail @ ..] = rest {
        let (data, after) = tail.split_at(tail.len().min(usize::from(*length)));
        rest = after;
        match usize::from(way % 32) {
            known @ 0..24 => {
                let _ = board.bulk_out(&[COMMANDS[known].as_bytes(), data].concat());
            }
            24 | 25 => {
                let _ = board.bulk_out(data);
            }
            // A full packet and more, as windows have it.
            26 => {
                let _ = board.bulk_out(&[data.first().copied().unwrap_or(0); 16 << 10]);
            }
            27 => {
                let any = Setup { request_type: 0xc0, request: 0x20, value: 0, index: 0 };
                let _ = board.control(any, data);
            }
            28 => {
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
});
