//! The virtual U-Boot's parser beside the real one, on sparse images that are sound, strange and damaged.

use fastboot::{
    rom::{Media, Program, Rom, Traits, profile},
    sparse::{CHUNK, HEADER, Header},
};
use link::{
    UsbLink,
    cable::Cable,
    storage::{Memory, SECTOR, Storage},
};
use proptest::{
    prelude::*,
    test_runner::{RngAlgorithm, TestRng, TestRunner},
};
use std::{
    cell::RefCell,
    collections::BTreeSet,
    sync::{Arc, Mutex},
    time::Duration,
};

use crate::{
    image::PAGE,
    uboot::{Page, UBoot},
};

const PAGES: u64 = 64;
const ROOM: u32 = 1 << 20;

/// A chunk: its kind, its blocks, by how much its length is wrong, and what it is made of.
#[derive(Clone, Debug)]
struct Chunk {
    kind: u16,
    blocks: u32,
    off: i32,
    word: u32,
}

#[derive(Clone, Debug)]
struct Made {
    chunks: Vec<Chunk>,
    block: u32,
    /// Chunks and blocks that the header tells, beside those that there are.
    told: (i32, i32),
    /// Bytes that the headers are longer.
    extra: (u16, u16),
}

fn any_chunk() -> impl Strategy<Value = Chunk> {
    // The sum's length is another one in this U-Boot than in today's.
    let kind = prop_oneof![4 => Just(0xcac1), 4 => Just(0xcac2), 3 => Just(0xcac3), 1 => Just(0xcac5), 1 => Just(0)];
    let off = prop_oneof![12 => Just(0), 1 => -4..5_i32];
    let blocks = prop_oneof![8 => 0..12_u32, 1 => 0..200_u32];
    (kind, blocks, off, any::<u32>()).prop_map(|(kind, blocks, off, word)| Chunk {
        kind,
        blocks,
        off,
        word,
    })
}

fn any_image() -> impl Strategy<Value = Made> {
    let told = || prop_oneof![10 => Just(0), 1 => -1..3_i32];
    let extra = || prop_oneof![10 => Just(0_u16), 1 => prop_oneof![Just(4_u16), Just(12)]];
    let block = prop_oneof![8 => Just(4096), 2 => Just(512), 1 => Just(1024), 1 => Just(768)];
    (proptest::collection::vec(any_chunk(), 0..7), block, (told(), told()), (extra(), extra()))
        .prop_map(|(chunks, block, told, extra)| Made { chunks, block, told, extra })
}

fn bytes(made: &Made) -> Vec<u8> {
    let blocks: u32 = made.chunks.iter().map(|chunk| chunk.blocks).sum();
    let header = Header {
        header: HEADER as u16 + made.extra.0,
        chunk_header: CHUNK as u16 + made.extra.1,
        ..Header::new(
            made.block,
            blocks.saturating_add_signed(made.told.1),
            (made.chunks.len() as u32).saturating_add_signed(made.told.0),
        )
    };
    let mut file = header.to_bytes().to_vec();
    file.resize(header.header.into(), 0xee);
    for chunk in &made.chunks {
        let body = match chunk.kind {
            0xcac1 => (0..chunk.blocks * made.block)
                .map(|at| (at.wrapping_mul(chunk.word | 1) >> 7) as u8)
                .collect(),
            0xcac2 => chunk.word.to_le_bytes().to_vec(),
            _ => Vec::new(),
        };
        let total = (usize::from(header.chunk_header) + body.len()) as u32;
        let total = total.saturating_add_signed(chunk.off);
        file.extend(chunk.kind.to_le_bytes());
        file.extend([0, 0]);
        file.extend(chunk.blocks.to_le_bytes());
        file.extend(total.to_le_bytes());
        file.resize(file.len() + usize::from(made.extra.1), 0xee);
        file.extend(body);
    }
    file
}

/// An eMMC that test and board share.
#[derive(Clone)]
struct Shared(Arc<Mutex<Memory>>);

impl Storage for Shared {
    fn sectors(&self) -> u64 {
        self.0.lock().expect("no test panics").sectors()
    }

    fn read_at(&mut self, sector: u64, buf: &mut [u8]) -> Result<(), link::IoError> {
        self.0.lock().expect("no test panics").read_at(sector, buf)
    }

    fn write_at(&mut self, sector: u64, data: &[u8]) -> Result<(), link::IoError> {
        self.0.lock().expect("no test panics").write_at(sector, data)
    }

    fn erase(&mut self, sector: u64, count: u64) -> Result<(), link::IoError> {
        self.0.lock().expect("no test panics").erase(sector, count)
    }
}

/// The virtual board's answers to these downloads, and its storage.
fn virtually(downloads: &[Vec<u8>]) -> (Vec<String>, Vec<u8>) {
    let profile = profile("uboot").expect("it is in the table");
    let emmc = Shared(Arc::new(Mutex::new(Memory::new(PAGES * 8, 0xa5))));
    let media = Media::with(profile, Box::new(emmc.clone()));
    let traits = Traits { limit: Some(ROOM), ..Traits::default() };
    let mut cable = Cable::new(Rom::new(profile, traits, Program::Uboot, media));
    let link: &mut dyn UsbLink = &mut cable;
    let mut say = |bytes: &[u8]| {
        let mut answer = [0; 64];
        link.bulk_out(bytes, Duration::from_secs(1)).expect("it is taken");
        let length = link.bulk_in(&mut answer, Duration::from_secs(1)).expect("it answers");
        String::from_utf8_lossy(&answer[..length]).into_owned()
    };
    let answers = downloads.iter().map(|download| {
        assert!(say(format!("download:{:08x}", download.len()).as_bytes()).starts_with("DATA"));
        assert_eq!(say(download), "OKAY");
        say(b"flash:mmc0")
    });
    let answers = answers.collect();
    let mut storage = vec![0; PAGES as usize * PAGE];
    let mut emmc = emmc;
    emmc.read_at(0, &mut storage).expect("in memory");
    (answers, storage)
}

/// The real one's.
fn really(downloads: &[Vec<u8>]) -> (Vec<String>, Vec<u8>) {
    let mut uboot = UBoot::new(PAGES * PAGE as u64, ROOM);
    let answers = downloads.iter().map(|download| uboot.flash(download)).collect();
    let mut storage = Vec::new();
    uboot.pages(|pages, page| {
        for _ in pages {
            match &page {
                Page::Bytes(bytes) => storage.extend(bytes),
                Page::Word(word) => storage.extend(word.repeat(PAGE / 4)),
                other => panic!("{other:?}"),
            }
        }
    });
    (answers, storage)
}

#[test]
#[ignore = "needs U-Boot's source"]
fn the_virtual_parser_is_as_the_real_one() {
    let config =
        ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() };
    // The same images every time, so that all that it can say is said.
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let said = RefCell::new(BTreeSet::new());
    let made = proptest::collection::vec(any_image(), 1..3);
    runner
        .run(&made, |made| {
            // Storage and buffers hold the same before that.
            let first = vec![0xa5; PAGES as usize * PAGE];
            let downloads: Vec<Vec<u8>> =
                std::iter::once(first).chain(made.iter().map(bytes)).collect();
            let (is, real) = (virtually(&downloads), really(&downloads));
            prop_assert_eq!(&is.0, &real.0);
            said.borrow_mut().extend(real.0);
            let differs =
                is.1.chunks(SECTOR).zip(real.1.chunks(SECTOR)).position(|(is, real)| is != real);
            prop_assert_eq!(differs, None);
            Ok(())
        })
        .expect("they are alike");
    let said = said.into_inner();
    assert_eq!(said.len(), 7, "{said:?}");
}
