//! `--virtual`.
#![no_main]

use racklet_flash::virt::{SerialSpec, Spec, Wanted};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let _ = text.parse::<Wanted>();
    let _ = text.parse::<Spec>();
    let _ = text.parse::<SerialSpec>();
    let _ = format!("xunlong/orangepi-pc:{text}").parse::<Spec>();
    let _ = format!("generic/u-boot:{text}").parse::<SerialSpec>();
});
