//! Any requests and packets at all against the virtual board that speaks Optimus, over its restarts. A step is a byte that
//! says which way, one that says how much, and the bytes themselves.
#![no_main]

use amlogic::optimus::{
    rom::{PROFILES, Program, Rom, Traits},
    wire::Stage,
};
use link::{Setup, device::Device};

const STAGES: [Stage; 4] = [Stage::Rom, Stage::Bl2, Stage::Bl2Amlc, Stage::Uboot];

/// Every request that a program of these boards knows, towards the device and from it.
const REQUESTS: [(u8, u8); 20] = [
    (0x40, 0x01),
    (0xc0, 0x02),
    (0x40, 0x03),
    (0x40, 0x04),
    (0x40, 0x05),
    (0x40, 0x06),
    (0xc0, 0x07),
    (0x40, 0x11),
    (0x40, 0x12),
    (0xc0, 0x20),
    (0x40, 0x30),
    (0xc0, 0x31),
    (0x40, 0x32),
    (0xc0, 0x33),
    (0x40, 0x34),
    (0x40, 0x35),
    (0x40, 0x36),
    (0xc0, 0x40),
    (0x40, 0x50),
    (0x40, 0x60),
];

/// A request and its data: a known one, or any.
fn setup(way: u8, bytes: &[u8]) -> Option<(Setup, &[u8])> {
    let (&[first, second, low, high, left, right], data) = bytes.split_first_chunk()?;
    let (request_type, request) = match REQUESTS.get(usize::from(way)) {
        Some(known) => *known,
        None => (first, second),
    };
    let (value, index) = (u16::from_le_bytes([low, high]), u16::from_le_bytes([left, right]));
    Some((Setup { request_type, request, value, index }, data))
}

fn traits(bits: u8) -> Traits {
    let is_set = |bit: u8| bits >> bit & 1 == 1;
    Traits {
        password: is_set(0).then(|| b"password".to_vec()),
        program: if is_set(1) { Program::Mainline } else { Program::Vendor },
        bl2_returns: is_set(2),
        amlc_error: is_set(3).then_some(2),
        busy: u32::from(is_set(4)),
        ..Traits::default()
    }
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let [profile, stage, special, rest @ ..] = bytes else { return };
    let mut rest = rest;
    let profile = &PROFILES[usize::from(*profile) % PROFILES.len()];
    let stage = STAGES[usize::from(*stage) % STAGES.len()];
    let rom = Rom::new(profile, traits(*special), stage, profile.medium());
    let mut board: Box<dyn Device> = Box::new(rom);
    while let [way, length, tail @ ..] = rest {
        let (data, after) = tail.split_at(tail.len().min(usize::from(*length)));
        rest = after;
        match way % 32 {
            0..22 => {
                if let Some((setup, data)) = setup(way % 32, data) {
                    let _ = board.control(setup, data);
                }
            }
            22..26 => {
                let _ = board.bulk_out(data);
            }
            // A full packet and more, as blocks have it.
            26 | 27 => {
                let _ = board.bulk_out(&[data.first().copied().unwrap_or(0); 1024]);
            }
            28 => {
                let _ = board.bulk_in(&mut [0; 512]);
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
