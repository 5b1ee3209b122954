use alloc::{string::ToString, vec, vec::Vec};
use core::time::Duration;

use proptest::prelude::*;

use super::*;
use crate::{
    loader::{Blob, Header, Pack},
    rc4, sums,
};

/// boot_merger's sector 0 for these numbers.
#[test]
fn the_known_first_sector_of_an_old_block() {
    let mut sector = old::first_sector(true, 4, 8);
    assert_eq!(sums::crc16_idb(&sector), 0x19c6);
    rc4::whole(&mut sector);
    assert_eq!(sector[..8], [0x3b, 0x8c, 0xdc, 0xfc, 0xbe, 0x9f, 0x9d, 0x51]);
    assert_eq!(sector[8..16], [0xeb, 0x30, 0x34, 0xce, 0x24, 0x51, 0x1b, 0x98]);
    assert_eq!(sector[16..24], [0xff, 0x0c, 0xf2, 0x36, 0x05, 0x50, 0xc8, 0xbb]);
    assert_eq!(
        sector[500..],
        [0xea, 0x04, 0xc3, 0x6b, 0x91, 0x8d, 0x6b, 0x93, 0x14, 0x28, 0x27, 0x45]
    );
}

fn blob(name: &str, data: Vec<u8>) -> Blob {
    Blob { kind: Kind::Flash, name: name.into(), delay: Duration::ZERO, data }
}

fn file(blobs: Vec<Blob>, new: bool, plain_flash: bool, align: usize) -> Vec<u8> {
    let header = Header { new, plain_flash, ..Header::default() };
    Pack { header, align, blobs }.build().expect("packs")
}

#[test]
fn the_old_layout() {
    for plain in [true, false] {
        let blobs = vec![blob("FlashData", vec![1; 3000]), blob("FlashBoot", vec![2; 5000])];
        let file = file(blobs, false, plain, 2048);
        let block = IdBlock::of(&Loader::parse(&file).expect("sound")).expect("lays out");
        assert!(block.layout == crate::chips::IdBlock::Old && is_one(&block.bytes));
        let head = OldHead::parse(&block.bytes).expect("sound");
        assert_eq!((head.plain, head.code, head.init, head.total), (plain, 4, 8, 20));
        assert_eq!(head.sums, OldSums::Good);
        assert_eq!(block.bytes[2048] == 1, plain, "the images keep their form");
        let mut damaged = block.bytes.clone();
        damaged[3000] ^= 1;
        assert_eq!(OldHead::parse(&damaged).expect("readable").sums, OldSums::Bad);
        let mut without = block.bytes;
        without[512..2048].fill(0);
        assert_eq!(OldHead::parse(&without).expect("as mkimage makes it").sums, OldSums::Absent);
    }
}

fn new_parts(first: u16, images: &[(&[u8], u32)]) -> (Vec<u8>, Vec<u8>) {
    let block = Head::build(images, first, Algorithm::Sha256).expect("builds");
    (block[..usize::from(first) * SECTOR].to_vec(), block)
}

/// The RK3576's block has three images after a head of 4096 bytes; rkdeveloptool leaves the first of them out.
#[test]
fn the_new_layout_has_every_part() {
    let parts: [Vec<u8>; 3] = [vec![1; 4096], vec![2; 81_920], vec![3; 270_336]];
    let images = [(&parts[0][..], 0x3ffc_0000), (&parts[1][..], 0x3ff8_1000), (&parts[2][..], !0)];
    let (head, expected) = new_parts(8, &images);
    let mut blobs = vec![blob("FlashHead", head)];
    for (name, part) in ["FlashBoost", "FlashData", "FlashBoot"].iter().zip(&parts) {
        blobs.push(blob(name, part.clone()));
    }
    let whole = file(blobs.clone(), true, true, 4096);
    let block = IdBlock::of(&Loader::parse(&whole).expect("sound")).expect("lays out");
    assert_eq!(block.layout, crate::chips::IdBlock::New);
    assert_eq!(block.bytes, expected);
    assert_eq!(block.sectors(), 704, "as measured of v1.12.108");
    let head = Head::parse(&block.bytes).expect("sound");
    let places: Vec<_> = head.images.iter().map(|image| (image.offset, image.sectors)).collect();
    assert_eq!(places, [(8, 8), (16, 160), (176, 528)]);
    blobs.swap(1, 3);
    let shuffled = file(blobs.clone(), true, true, 4096);
    let placed = IdBlock::of(&Loader::parse(&shuffled).expect("sound")).expect("by their hashes");
    assert_eq!(placed.bytes, expected);
    blobs.swap(1, 3);
    blobs.remove(1);
    let without = file(blobs, true, true, 4096);
    let error =
        IdBlock::of(&Loader::parse(&without).expect("sound")).expect_err("a part is missing");
    assert!(error.to_string().contains("image 1"), "{error}");
}

#[test]
fn an_rk3588s_head() {
    let (head, block) = new_parts(4, &[(&[1; 75_776], !0), (&[2; 239_616], !0)]);
    let parsed = Head::parse(&block).expect("sound");
    assert_eq!(head.len(), HEAD_SIZE);
    let places: Vec<_> = parsed.images.iter().map(|image| (image.offset, image.sectors)).collect();
    assert_eq!(places, [(4, 148), (152, 468)]);
    assert_eq!(parsed.sectors(), 620);
    assert_eq!(parsed.check(&block), [Ok(()), Ok(())]);
    assert_eq!(
        parsed.check(&block[..100 * SECTOR]),
        [Err(ImageError::Missing), Err(ImageError::Missing)]
    );
    let mut damaged = block.clone();
    damaged[60_000] ^= 1;
    assert_eq!(parsed.check(&damaged), [Err(ImageError::Differs), Ok(())]);
    let mut damaged = block;
    damaged[130] ^= 1;
    assert!(Head::parse(&damaged).expect_err("head").to_string().contains("head"));
    damaged[2] = b'S';
    assert!(Head::parse(&damaged).expect("a signature cannot be checked").signed);
}

#[test]
fn where_blocks_lie() {
    assert_eq!(sector_on(Storage::EMMC), 64);
    assert_eq!((sector_on(Storage::MTD_SPI_NOR), sector_on(Storage::MTD_SPI_NAND)), (128, 512));
}

#[test]
fn a_block_that_would_reach_into_the_vendor_storage_is_refused() {
    let blobs = vec![blob("FlashData", vec![1; 2048]), blob("FlashBoot", vec![2; 4 << 20])];
    let file = file(blobs, false, true, 2048);
    let error = IdBlock::of(&Loader::parse(&file).expect("sound")).expect_err("too long");
    assert!(error.to_string().contains("vendor storage"), "{error}");
}

#[test]
fn a_block_may_fill_all_of_its_place() {
    let room = (LIMIT - SECTOR_EMMC) as usize * SECTOR;
    let block = |boot: usize| {
        let blobs = vec![blob("FlashData", vec![1; 2048]), blob("FlashBoot", vec![2; boot])];
        let file = file(blobs, false, true, 2048);
        IdBlock::of(&Loader::parse(&file).expect("sound"))
    };
    assert_eq!(block(room - 4096).expect("as long as may be").sectors(), 7104);
    block(room - 2048).expect_err("one unit more");
}

#[test]
fn heads_that_contradict_themselves() {
    let empty = Image { offset: 0, sectors: 0, load: 0, flag: 0, counter: 1, hash: [0; 64] };
    let head = Head { signed: false, algorithm: Algorithm::None, images: vec![empty] };
    assert_eq!(head.sectors(), 4, "at least the head itself");
    let mut sector = old::first_sector(true, 9, 8);
    rc4::whole(&mut sector);
    let mut block = sector.to_vec();
    block.resize(64 * SECTOR, 0);
    let error = OldHead::read(&block).expect_err("more than all");
    assert!(error.to_string().contains("contradicts itself"), "{error}");
}

proptest! {
    #[test]
    fn no_bytes_make_the_readers_panic(magic in 0..3usize, mut bytes in proptest::collection::vec(any::<u8>(), 0..4096)) {
        let start: [&[u8]; 3] = [b"RKNS", b"RKSS", &[0x3b, 0x8c, 0xdc, 0xfc]];
        if bytes.len() > 16 {
            bytes[..4].copy_from_slice(start[magic]);
            bytes[10] %= 6;
            bytes[12] %= 4;
        }
        if let Ok(head) = Head::parse(&bytes) {
            let _ = head.check(&bytes);
            let _ = head.sectors();
        }
        let _ = OldHead::parse(&bytes);
    }
}
