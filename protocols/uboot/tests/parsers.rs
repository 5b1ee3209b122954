//! Whatever comes over a line, no parser panics.

use proptest::prelude::*;
use uboot::{disk, memory, network, program};

/// Pieces of what U-Boot prints, so that more than the first check is reached.
const PIECES: [&str; 24] = [
    "-> start = 0x",
    "-> size = 0x",
    "relocaddr = 0x",
    " reserved[0]\t[0x",
    "-0x",
    "], 0x1 bytes, flags: none",
    "ffffffffffffffff",
    "40000000",
    "\n",
    " ",
    "Device 0: ",
    "Vendor: ",
    " Rev: ",
    " Prod: ",
    "Capacity: ",
    " (",
    " x ",
    ")",
    "crc32 for ",
    " ... ",
    " ==> ",
    "Bytes transferred = ",
    " blocks written: OK",
    "exceeds max(0x",
];

fn text() -> impl Strategy<Value = String> {
    let piece =
        prop_oneof![3 => prop::sample::select(&PIECES[..]).prop_map(String::from), 1 => ".{0,8}"];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_text_makes_a_parser_panic(text in text()) {
        if let Some(ram) = memory::Ram::parse(&text) {
            for region in ram.free() {
                prop_assert!(region.start < region.end && ram.is_free(&region));
                let apart = ram.reserved.iter().all(|taken| {
                    taken.end <= region.start || region.end <= taken.start || taken.is_empty()
                });
                prop_assert!(apart, "{ram:x?}");
            }
        }
        let _ = (memory::Sum::parse(&text), network::Fetch::parse(&text), network::is_alive(&text, "1"));
        let _ = (disk::cards(&text), disk::disks(disk::Kind::Usb, &text), disk::Card::parse(&text));
        let _ = (disk::Moved::parse(&text), disk::Refusal::parse(&text));
        let _ = (program::Version::parse(&text), program::commands(&text), program::value(&text, "a"));
    }
}
