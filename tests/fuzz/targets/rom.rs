//! Any packets at all against the virtual boot ROM: the first byte of a packet's two says which way, the second how long.
#![no_main]

use fel::{
    chips,
    memory::{Memory, Traits},
    rom::{Behaviour, Rom},
    wire::Mode,
};
use link::device::Device;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let chip = chips::by_name("H3").expect("an H3 is in the table");
    let traits = Traits { dram: true, ..Traits::default() };
    let behaviour = Behaviour { mode: Mode::FEL, max_packet: 64, fail: None };
    let mut rom = Rom::new(chip, Memory::new(chip, traits), behaviour);
    let mut rest = bytes;
    while let [way, length, tail @ ..] = rest {
        let (packet, after) = tail.split_at(tail.len().min(usize::from(*length)));
        rest = after;
        if way % 2 == 0 {
            let _ = rom.bulk_out(packet);
        } else {
            let _ = rom.bulk_in(&mut [0; 256]);
        }
        let _ = (rom.busy(), rom.notes());
    }
});
