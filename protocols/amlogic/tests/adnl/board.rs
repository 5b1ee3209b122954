//! Boards whose eMMC can be looked at from outside, and boot files for them.

use std::sync::{Arc, Mutex, MutexGuard};

use amlogic::{
    adnl::{
        addsum,
        host::{Adnl, Check, Error, Progress},
        rom::{Profile, Rom, Traits, profile},
        wire::{Identify, Stage, burnsteps},
    },
    storage::{Memory, Storage},
};
use link::{Fault, IoError, Source, StepId, Verified, Watch};
use sha2::{Digest, Sha256};

use crate::wire::Wire;

/// Whole jobs, done as the tool does them.
pub(super) trait Jobs {
    fn write_disk(
        &mut self,
        offset: u64,
        source: &mut dyn Source,
        check: Check,
        watch: &mut dyn Watch,
    ) -> Result<Verified, Error>;
}

impl Jobs for Adnl<'_> {
    fn write_disk(
        &mut self,
        offset: u64,
        source: &mut dyn Source,
        check: Check,
        watch: &mut dyn Watch,
    ) -> Result<Verified, Error> {
        let mut writer = self.writer(offset, source.size().next_multiple_of(512), check)?;
        writer.write(offset, source, watch)?;
        writer.finish(watch)
    }
}

/// An eMMC that test and board share. `rot`: bytes that are written at this sector arrive with a bit flipped.
#[derive(Clone)]
pub(super) struct Shared(Arc<Mutex<Inner>>);

pub(super) struct Inner {
    pub(super) memory: Memory,
    pub(super) rot: Option<u64>,
    /// Writes that were made.
    pub(super) writes: usize,
}

impl Shared {
    pub(super) fn new(sectors: u64) -> Self {
        let memory = Memory::new(sectors, 0);
        Self(Arc::new(Mutex::new(Inner { memory, rot: None, writes: 0 })))
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().expect("no test panics while it looks")
    }

    pub(super) fn bytes(&self, sector: u64, count: usize) -> Vec<u8> {
        let mut bytes = vec![0; count * 512];
        self.lock().memory.read_at(sector, &mut bytes).expect("in memory");
        bytes
    }

    pub(super) fn fill(&self, sector: u64, data: &[u8]) {
        self.lock().memory.write_at(sector, data).expect("in memory");
    }
}

impl Storage for Shared {
    fn sectors(&self) -> u64 {
        self.lock().memory.sectors()
    }

    fn read_at(&mut self, sector: u64, buf: &mut [u8]) -> Result<(), IoError> {
        self.lock().memory.read_at(sector, buf)
    }

    fn write_at(&mut self, sector: u64, data: &[u8]) -> Result<(), IoError> {
        let mut inner = self.lock();
        inner.writes += 1;
        let mut data = data.to_vec();
        if let Some(rot) = inner.rot
            && let Some(offset) = rot.checked_sub(sector)
            && let Some(byte) = data.get_mut(offset as usize * 512)
        {
            *byte ^= 1;
        }
        inner.memory.write_at(sector, &data)
    }

    fn erase(&mut self, sector: u64, count: u64) -> Result<(), IoError> {
        self.lock().memory.erase(sector, count)
    }
}

pub(super) fn named(name: &str) -> &'static Profile {
    profile(name).expect("a profile")
}

/// A board.
pub(super) fn board(profile: &'static Profile, traits: Traits, stage: Stage) -> (Wire, Shared) {
    let emmc = Shared::new(profile.emmc);
    (Wire::new(Rom::new(profile, traits, stage, Box::new(emmc.clone()))), emmc)
}

/// The same in U-Boot.
pub(super) fn ready(name: &str, traits: Traits) -> (Wire, Shared) {
    board(named(name), traits, Stage::UBOOT)
}

/// Bytes that differ from place to place and from seed to seed.
pub(super) fn noise(length: usize, seed: u32) -> Vec<u8> {
    let mut word = seed.wrapping_mul(2_654_435_761) | 1;
    let mut next = || {
        word ^= word << 13;
        word ^= word >> 17;
        word ^= word << 5;
        word as u8
    };
    (0..length).map(|_| next()).collect()
}

/// A boot file for a board, as far as its structure is known: marks where an S905X5's has them, noise otherwise.
pub(super) fn boot_file(profile: &Profile) -> Vec<u8> {
    let mut file = noise(profile.boot_file(), profile.family);
    for at in [0x10, 0x110] {
        file[at..at + 4].copy_from_slice(b"@AML");
    }
    file
}

/// A board that starts only this file.
pub(super) fn maker(profile: &Profile, file: &[u8]) -> Traits {
    let start = profile.rom_offset() as usize;
    let part = &file[start..start + profile.download as usize];
    Traits { maker: Some(Sha256::digest(part).into()), ..Traits::default() }
}

/// All that a board is sent on the way to U-Boot, with the values in between.
pub(super) fn expected(profile: &Profile, file: &[u8]) -> Vec<u8> {
    let part = |offset: u32, size: u32| &file[offset as usize..(offset + size) as usize];
    let step = |step| burnsteps(Stage::ROM, step).to_le_bytes();
    let old = profile.burnsteps;
    let mut all = Vec::new();
    if old {
        all.extend([step(0), step(1)].concat());
    }
    all.extend(part(0, profile.first_sect.unwrap_or(0)));
    all.extend(part(profile.rom_offset(), profile.download));
    if old {
        all.extend([step(2), step(3)].concat());
    }
    for window in profile.bl2.iter().chain(profile.bl2e) {
        let bytes = part(window.offset, window.size);
        all.extend(bytes);
        all.extend(addsum(bytes).to_le_bytes());
    }
    all
}

/// Brings a board to U-Boot, whatever stage it is in.
pub(super) fn to_uboot(
    wire: &mut Wire,
    file: &[u8],
    watch: &mut dyn Watch,
) -> Result<Identify, Error> {
    loop {
        let (mut first, mut second) = (file, file);
        let progress = Adnl::new(wire).advance(&mut first, &mut second, watch)?;
        let expect = match progress {
            Progress::Ready(identify) => return Ok(identify),
            Progress::Expect(expect) => expect,
        };
        while let Err(error) = Adnl::new(wire).settle(&expect) {
            let left = error.fault() == Some(Fault::Gone);
            match wire.reconnect() {
                Some(after) if left => assert!(after < expect.within, "{after:?}"),
                _ => return Err(error),
            }
        }
    }
}

/// Keeps what it is told.
#[derive(Default)]
pub(super) struct Notes(pub(super) Vec<String>, pub(super) u64);

impl Watch for Notes {
    fn step(&mut self, _: StepId, _: &str, _: u64) {
        self.1 = 0;
    }
    fn advance(&mut self, bytes: u64) {
        self.1 += bytes;
    }
    fn note(&mut self, text: &str) {
        self.0.push(text.into());
    }
}

/// A source that fails at one place.
pub(super) struct Broken(pub(super) u64, pub(super) u64);

impl Source for Broken {
    fn size(&self) -> u64 {
        self.0
    }

    fn read_at(&mut self, offset: u64, buf: &mut [u8]) -> Result<(), IoError> {
        if (offset..offset + buf.len() as u64).contains(&self.1) {
            return Err("the disk is full of holes".into());
        }
        buf.fill(1);
        Ok(())
    }
}
