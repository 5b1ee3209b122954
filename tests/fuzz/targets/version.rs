//! What a board answers.
#![no_main]

use fel::wire::{Awuc, Awus, Request, Status, Version};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = (
        Awuc::from_bytes(bytes),
        Awus::from_bytes(bytes),
        Request::from_bytes(bytes),
        Status::from_bytes(bytes),
    );
    if let Ok(version) = Version::from_bytes(bytes) {
        let _ = fel::chips::identify(version.soc(), Some(version.board));
    }
});
