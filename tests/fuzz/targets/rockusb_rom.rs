//! Any packets and requests at all against the virtual Rockchip board, over its restarts: the first byte of two says
//! which way, the second how long.
#![no_main]

use link::{Setup, device::Device};
use rockusb::{
    host::State,
    rom::{PROFILES, Rom, Traits},
    wire::{Area, BULK_ONLY_RESET, BULK_ONLY_RESET_TYPE},
};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let [profile, state, rest @ ..] = bytes else { return };
    let mut rest = rest;
    let profile = &PROFILES[usize::from(*profile) % PROFILES.len()];
    let state = [State::Maskrom, State::Usbplug, State::Loader][usize::from(*state) % 3];
    let rom = Rom::new(profile, Traits::default(), state, profile.media());
    let mut board: Box<dyn Device> = Box::new(rom);
    let reset =
        Setup { request_type: BULK_ONLY_RESET_TYPE, request: BULK_ONLY_RESET, value: 0, index: 0 };
    while let [way, length, tail @ ..] = rest {
        let (packet, after) = tail.split_at(tail.len().min(usize::from(*length)));
        rest = after;
        match way % 6 {
            0 | 1 => {
                let _ = board.bulk_out(packet);
            }
            2 => {
                let _ = board.bulk_in(&mut [0; 1024]);
            }
            3 => {
                let _ = board.control(Area::Sram.setup(), packet);
            }
            4 => {
                let _ = board.control(Area::Dram.setup(), packet);
            }
            _ => {
                let _ = board.control(reset, &[]);
            }
        }
        let _ = (board.busy(), board.notes(), board.identity());
        if let Some(next) = board.successor() {
            board = next.device;
        }
    }
});
