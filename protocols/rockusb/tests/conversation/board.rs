//! Boards whose media can be looked at from outside, and loader files for them.

use std::{
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use link::{IoError, Source, StepId, Watch};
use rockusb::{
    host::{Rock, Seen, State, Survey},
    loader::{Blob, Header, Kind, Pack},
    rom::{Medium, Profile, Rom, Traits, profile},
    storage::{Memory, Storage},
    wire::Area,
};

use crate::wire::Wire;

/// A medium that test and board share. `rot`: bytes that are written at this sector arrive with a bit flipped.
#[derive(Clone)]
pub(super) struct Shared(Arc<Mutex<Inner>>);

pub(super) struct Inner {
    pub(super) memory: Memory,
    pub(super) rot: Option<u64>,
    /// Writes that were made.
    pub(super) writes: usize,
}

impl Shared {
    pub(super) fn new(sectors: u64, blank: u8) -> Self {
        let memory = Memory::new(sectors, blank);
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

/// A board, and its media in the profile's order.
pub(super) fn board(name: &str, traits: Traits, state: State) -> (Wire, Vec<Shared>) {
    let profile = named(name);
    let shared = |medium: &Medium| {
        let blank = if medium.block == 1024 { 0 } else { 0xff };
        Shared::new(medium.storage.sectors(), blank)
    };
    let (mut media, mut looks) = (Vec::new(), Vec::new());
    for medium in profile.media() {
        let look = shared(&medium);
        media.push(Medium::new(medium.kind, medium.block, Box::new(look.clone())));
        looks.push(look);
    }
    (Wire::new(Rom::new(profile, traits, state, media)), looks)
}

/// The same in usbplug without faults, surveyed.
pub(super) fn ready(name: &str) -> (Wire, Vec<Shared>, Survey) {
    let (mut wire, looks) = board(name, Traits::default(), State::Usbplug);
    let survey = Rock::new(&mut wire).survey().expect("a survey");
    (wire, looks, survey)
}

pub(super) fn seen(wire: &Wire) -> Seen {
    Seen::from(&wire.device.identity())
}

/// Bytes that differ from sector to sector and from seed to seed.
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

/// A loader file for a board, in the form that its SoC wants: two blobs for SRAM on the SoCs with the new ID block.
pub(super) fn loader(profile: &Profile) -> Vec<u8> {
    let chip = profile.chip();
    let new = !chip.rc4;
    let tag = chip.tag.unwrap_or(*b"RKxx");
    let blob = |kind, name: &str, start: &[u8], length: usize| {
        let mut data = noise(length, length as u32);
        data[..start.len()].copy_from_slice(start);
        Blob { kind, name: name.into(), delay: Duration::from_millis(1), data }
    };
    let mut blobs = vec![
        blob(Kind::Download(Area::Sram), "ddr", &tag, 9000),
        blob(Kind::Download(Area::Dram), "usbplug", b"", 20_000),
    ];
    if new {
        blobs.insert(0, blob(Kind::Download(Area::Sram), "UsbHead", b"RKNS", 2048));
    }
    let code = rockusb::wire::ChipInfo(profile.chip_info).code();
    let header =
        Header { new, chip: code, plain_wire: new, plain_flash: true, ..Header::default() };
    Pack { header, align: 2048, blobs }.build().expect("packs")
}

/// Keeps what it is told.
#[derive(Default)]
pub(super) struct Notes(pub(super) Vec<String>);

impl Watch for Notes {
    fn step(&mut self, _: StepId, _: &str, _: u64) {}
    fn advance(&mut self, _: u64) {}
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
