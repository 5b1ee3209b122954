//! Manifests of racks: what is wrong with one is told with a line that exists. Nothing that it names is beside it.
#![no_main]

use std::path::Path;

use racklet_flash::rack::manifest::Manifest;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Err(mistakes) = Manifest::of_bytes(Path::new("/nothing/rack"), bytes) else { return };
    let lines = String::from_utf8_lossy(bytes).split('\n').count();
    for mistake in mistakes.list() {
        assert!(mistake.line.is_some_and(|line| (1..=lines).contains(&line)), "{mistakes}");
    }
    let _ = mistakes.to_string();
});
