//! Recorded sessions; what can be read reads the same once it is written.
#![no_main]

use racklet_flash::transport::Transcript;

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Ok(transcript) = Transcript::parse(text) {
        assert_eq!(Transcript::parse(&transcript.to_string()).as_ref(), Ok(&transcript));
    }
});
