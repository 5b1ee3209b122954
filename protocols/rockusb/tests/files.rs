//! Files that other people's tools made.

use std::time::Duration;

use rockusb::{
    chips,
    idb::{IdBlock, OldHead, OldSums},
    loader::{Blob, Kind, Loader, Pack, Sum},
    wire::Area,
};

/// Packed by rkdeveloptool 1.32; fixtures/README.md tells of what.
const LOADER: &[u8] = include_bytes!("../../../fixtures/images/rk330c-loader.bin");

fn blob(number: usize) -> Vec<u8> {
    let mut bytes: Vec<u8> =
        (0..100 * number + 7).map(|index| (13 * index + number) as u8).collect();
    if number == 1 {
        bytes[..4].copy_from_slice(b"RK33");
    }
    bytes
}

#[test]
fn a_loader_file_of_rkdeveloptool_is_read() {
    let loader = Loader::parse(LOADER).expect("sound");
    assert_eq!(loader.sum, Sum::Good);
    assert_eq!(chips::by_code(loader.header.chip).map(|chip| chip.name), Some("RK3399"));
    assert_eq!((loader.header.new, loader.header.version), (false, 0x0130));
    let names: Vec<_> =
        loader.entries.iter().map(|entry| (entry.kind, entry.name.as_str())).collect();
    let expected = [
        (Kind::Download(Area::Sram), "ddr"),
        (Kind::Download(Area::Dram), "usbplug"),
        (Kind::Flash, "FlashData"),
        (Kind::Flash, "FlashBoot"),
    ];
    assert_eq!(names, expected);
    for (index, entry) in loader.entries.iter().enumerate() {
        let plain = loader.plain_form(entry);
        let blob = blob(index + 1);
        assert_eq!(plain[..blob.len()], blob, "{}", entry.name);
        assert!(plain[blob.len()..].iter().all(|&byte| byte == 0), "{}", entry.name);
    }
}

#[test]
fn our_packer_makes_the_same_bytes() {
    let loader = Loader::parse(LOADER).expect("sound");
    let blobs = loader.entries.iter().enumerate().map(|(index, entry)| Blob {
        kind: entry.kind,
        name: entry.name.clone(),
        delay: entry.delay,
        data: blob(index + 1),
    });
    let pack = Pack { header: loader.header, align: 2048, blobs: blobs.collect() };
    assert!(pack.build().expect("packs") == LOADER);
    assert_eq!(loader.entries[0].delay, Duration::from_millis(1));
}

#[test]
fn its_id_block_is_of_the_old_layout() {
    let loader = Loader::parse(LOADER).expect("sound");
    let block = IdBlock::of(&loader).expect("lays out");
    let head = OldHead::parse(&block.bytes).expect("sound");
    // rkdeveloptool packs for flash that is not scrambled, whatever the SoC.
    assert_eq!((head.plain, head.sums, head.init, head.total), (true, OldSums::Good, 4, 8));
}
