//! Whatever stands behind a sound SPL.
#![no_main]

use fel::{chips, egon, host::Plan, image::Image};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = Image::parse(bytes);
    let mut file = egon::seal(vec![0x16, 0, 0, 0xea]);
    file.resize(0x8000, 0);
    file.extend(bytes);
    let Ok(image) = Image::parse(&file) else { return };
    for chip in chips::all() {
        let _ = Plan::new(chip, &image, &[], true);
    }
});
