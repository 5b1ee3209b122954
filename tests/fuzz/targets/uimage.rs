//! Legacy images; what is made can be read.
#![no_main]

use fel::uimage::{self, UImage};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = UImage::parse(bytes);
    let image = uimage::image(bytes, 0x4a00_0000, uimage::FIRMWARE, "fuzz");
    assert_eq!(UImage::parse(&image).map(|image| image.data), Ok(bytes));
});
