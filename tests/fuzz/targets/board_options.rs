//! `--virtual`.
#![no_main]

use racklet_flash::virt::Spec;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let _ = text.parse::<Spec>();
    let _ = format!("xunlong/orangepi-pc:{text}").parse::<Spec>();
});
