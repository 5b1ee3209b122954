//! Rockchip's files, as packers make them.

use std::time::Duration;

use md5::Digest;
use rockusb::{
    loader::{Blob, Header, Heads, Kind, Pack},
    wire::Area,
};

use super::noise;

/// An archive of images and the sectors where they go, in a package with a loader for the RK3588.
pub(crate) fn package(loader: &[u8], images: &[(&str, Vec<u8>, u32)]) -> Vec<u8> {
    let mut archive = vec![0; 2048];
    archive[..4].copy_from_slice(b"RKAF");
    archive[8..14].copy_from_slice(b"RK3588");
    archive[136] = images.len() as u8;
    for (index, (name, bytes, sector)) in images.iter().enumerate() {
        let (at, place) = (140 + index * 112, archive.len() as u32);
        archive[at..at + name.len()].copy_from_slice(name.as_bytes());
        archive[at + 32..at + 36].copy_from_slice(b"file");
        for (field, value) in [
            (96, place),
            (100, *sector),
            (104, bytes.len().div_ceil(2048) as u32),
            (108, bytes.len() as u32),
        ] {
            archive[at + field..at + field + 4].copy_from_slice(&value.to_le_bytes());
        }
        archive.extend(bytes);
        archive.resize(archive.len().next_multiple_of(2048), 0);
    }
    let length = archive.len() as u32;
    archive[4..8].copy_from_slice(&length.to_le_bytes());
    let sum = rockusb::sums::crc32(&archive);
    archive.extend(sum.to_le_bytes());
    let mut file = vec![0; 0x66];
    file[..4].copy_from_slice(b"RKFW");
    file[6..10].copy_from_slice(&[4, 3, 2, 1]);
    file[21..25].copy_from_slice(b"8853");
    for (at, value) in
        [(25, 0x66), (29, loader.len()), (33, 0x66 + loader.len()), (37, archive.len())]
    {
        file[at..at + 4].copy_from_slice(&(value as u32).to_le_bytes());
    }
    file.extend(loader);
    file.extend(archive);
    let sum: String = md5::Md5::digest(&file).iter().map(|byte| format!("{byte:02x}")).collect();
    file.extend(sum.as_bytes());
    file
}

/// A sound loader file with an ID block, as packers make it for a SoC: of the layout that `new` says.
pub(crate) fn flash_loader(code: &str, new: bool, seed: u32) -> Vec<u8> {
    let start: &[u8] = if new { &[1, 0, 0, 0x14] } else { b"RK33" };
    let blob = |kind, name: &str, length: usize| {
        let data = [start, &noise(length - 4, seed)].concat();
        Blob { kind, name: name.into(), delay: Duration::from_millis(1), data }
    };
    let blobs = vec![
        blob(Kind::Download(Area::Sram), "ddr", 4096),
        blob(Kind::Download(Area::Dram), "usbplug", 8192),
        blob(Kind::Flash, "FlashData", 4096),
        blob(Kind::Flash, "FlashBoot", 8192),
    ];
    let chip = u32::from_be_bytes(code.as_bytes().try_into().expect("four letters"));
    let header = Header { new, chip, plain_wire: new, plain_flash: new, ..Header::default() };
    let mut pack = Pack { header, align: 2048, blobs };
    if new {
        Heads::default().add(&mut pack).expect("room");
    }
    pack.build().expect("packs")
}
