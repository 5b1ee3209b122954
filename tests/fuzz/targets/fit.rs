//! FIT images, with and without a board's name.
#![no_main]

use fel::fit;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    for name in [None, Some("sun50i-h616-orangepi-zero2")] {
        if let Ok(program) = fit::program(bytes, name) {
            assert!(program.pieces.iter().all(|piece| piece.end() <= 1 << 32));
        }
    }
});
