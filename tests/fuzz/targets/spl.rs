//! An SPL's header; what is sound stays sound when its length and its sum are made anew.
#![no_main]

use fel::egon::{self, Spl};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let sealed = egon::seal(bytes.to_vec());
    let spl = Spl::parse(&sealed).expect("a sealed SPL is sound");
    let _ = (spl.architecture(), spl.dt_name(), spl.takes_script());
    if let Ok(spl) = Spl::parse(bytes) {
        assert!(spl.bytes().len() <= bytes.len());
    }
});
