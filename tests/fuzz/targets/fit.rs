//! FIT images, with and without a board's name.
#![no_main]

use fit::Fit;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = fel::fit::program(bytes, None);
    let Ok(fit) = Fit::parse(bytes) else { return };
    for name in [None, Some("sun50i-h616-orangepi-zero2")] {
        let Ok(chosen) = fit.choose(name) else { continue };
        if let Ok(program) = fit.program(chosen) {
            assert!(
                program
                    .pieces
                    .iter()
                    .any(|piece| (piece.address..piece.end()).contains(&program.entry))
            );
        }
    }
});
