//! What users of Amlogic boards have: boot images, signed boot files, burning packages.
#![no_main]

use amlogic::{
    image::{check, check_signed, layout},
    package::Package,
};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = layout(bytes);
    let _ = check_signed(bytes);
    if let Ok(image) = check(bytes) {
        assert!(image.bl2.iter().all(|range| bytes.get(range.clone()).is_some()));
        assert!(image.tpl.iter().all(|(range, _)| bytes.get(range.clone()).is_some()));
        let _ = image.what();
    }
    let mut source = bytes;
    if let Ok(package) = Package::read(&mut source) {
        let _ = package.check(&mut source);
        let _ = package.burn();
        for item in &package.items {
            let _ = (package.told(item, &mut source), package.verify(item, &mut source));
        }
    }
});
