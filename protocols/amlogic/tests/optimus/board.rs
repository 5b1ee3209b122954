//! Boards whose media can be looked at from outside, and files for them.

use std::sync::{Arc, Mutex, MutexGuard};

use amlogic::{
    image::Bl2,
    optimus::{
        rom::{Profile, Rom, Traits, profile},
        wire::Stage,
    },
    storage::{Memory, Storage},
};
use link::{IoError, Source, StepId, Watch};

use crate::wire::Wire;

/// A medium that test and board share. What is written to the sector that rots arrives with a bit flipped.
#[derive(Clone)]
pub(super) struct Shared(Arc<Mutex<Memory>>, Option<u64>);

impl Shared {
    pub(super) fn new(sectors: u64) -> Self {
        Self(Arc::new(Mutex::new(Memory::new(sectors, 0))), None)
    }

    fn lock(&self) -> MutexGuard<'_, Memory> {
        self.0.lock().expect("no test panics while it looks")
    }

    pub(super) fn bytes(&self, sector: u64, length: usize) -> Vec<u8> {
        let mut bytes = vec![0; length.next_multiple_of(512)];
        self.lock().read_at(sector, &mut bytes).expect("in memory");
        bytes.truncate(length);
        bytes
    }

    pub(super) fn fill(&self, sector: u64, data: &[u8]) {
        self.lock().write_at(sector, data).expect("in memory");
    }
}

impl Storage for Shared {
    fn sectors(&self) -> u64 {
        self.lock().sectors()
    }

    fn read_at(&mut self, sector: u64, buf: &mut [u8]) -> Result<(), IoError> {
        self.lock().read_at(sector, buf)
    }

    fn write_at(&mut self, sector: u64, data: &[u8]) -> Result<(), IoError> {
        let mut data = data.to_vec();
        let at = self.1.and_then(|rot| rot.checked_sub(sector));
        if let Some(byte) = at.and_then(|at| data.get_mut(at as usize * 512)) {
            *byte ^= 1;
        }
        self.lock().write_at(sector, &data)
    }

    fn erase(&mut self, sector: u64, count: u64) -> Result<(), IoError> {
        self.lock().erase(sector, count)
    }
}

pub(super) fn named(name: &str) -> &'static Profile {
    profile(name).expect("a profile")
}

/// A board, and its medium.
pub(super) fn board(name: &str, traits: Traits, stage: Stage) -> (Wire, Shared) {
    let profile = named(name);
    let shared = Shared::new(profile.emmc);
    let medium = profile.medium_on(Box::new(shared.clone()));
    (Wire::new(Rom::new(profile, traits, stage, medium)), shared)
}

/// A board whose medium has a sector that rots, or another length than the profile says.
pub(super) fn board_on(name: &str, sectors: Option<u64>, rot: Option<u64>) -> (Wire, Shared) {
    let profile = named(name);
    let shared = Shared(Shared::new(sectors.unwrap_or(profile.emmc)).0, rot);
    let medium = profile.medium_on(Box::new(shared.clone()));
    (Wire::new(Rom::new(profile, Traits::default(), Stage::Uboot, medium)), shared)
}

/// The same without anything special.
pub(super) fn plain(name: &str, stage: Stage) -> Wire {
    board(name, Traits::default(), stage).0
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

/// The word in the line of the vendor's build of a board's BL2.
pub(super) fn word(profile: &Profile) -> &'static str {
    match profile.family().name {
        "GXBB" => "gxb",
        "GXL" | "GXM" => "gxl",
        "AXG" => "axg",
        "G12B" => "g12b",
        _ => "g12a",
    }
}

/// A `u-boot.bin` in the shape that a board's family wants, of as much noise as real ones have.
pub(super) fn uboot(profile: &Profile) -> Vec<u8> {
    let length = profile.family().flow.bl2_length().expect("a flow that is known");
    let mut body = noise(length, 8);
    if word(profile) == "gxb" {
        // As amlogic-boot-fip makes them.
        body[0x210..0x218].copy_from_slice(b"@AML\xf0\xbf\0\0");
    }
    let mut file = Bl2::build(length, word(profile), &|at| body[at]);
    file.extend(noise(0x9_8123, 7));
    let fip = &mut file[length..];
    match word(profile) {
        "g12a" | "g12b" => {
            let rest = fip.len() as u64;
            toc(fip, 0x10, &[(0x6_8000, 0xe570), (0x7_6570, rest - 0x7_6570)]);
        }
        "axg" => toc(fip, 0x10, &[(0x4000, 0x8_0000)]),
        "gxb" => toc(fip, 0, &[(0x4000, 0x8_0000)]),
        _ => {
            fip[..16].copy_from_slice(b"\0\0\0\x02\x01\0\x01\0\0\0\0\0AMLC");
            fip[252..256].copy_from_slice(b"AMLC");
        }
    }
    file
}

/// A table of contents at `at` with these images.
fn toc(fip: &mut [u8], at: usize, images: &[(u64, u64)]) {
    fip[..0x800].fill(0);
    let fip = &mut fip[at..];
    fip[..8].copy_from_slice(&[1, 0, 0x64, 0xaa, 0x78, 0x56, 0x34, 0x12]);
    for (index, (offset, size)) in images.iter().enumerate() {
        let entry = &mut fip[0x10 + 40 * index..][..40];
        entry[..16].fill(index as u8 + 1);
        entry[16..24].copy_from_slice(&offset.to_le_bytes());
        entry[24..32].copy_from_slice(&size.to_le_bytes());
    }
}

/// Keeps what it is told.
#[derive(Default)]
pub(super) struct Notes {
    pub(super) notes: Vec<String>,
    pub(super) steps: Vec<(StepId, String, u64)>,
    pub(super) advanced: u64,
}

impl Watch for Notes {
    fn step(&mut self, id: StepId, label: &str, bytes: u64) {
        self.steps.push((id, label.into(), bytes));
    }
    fn advance(&mut self, bytes: u64) {
        self.advanced += bytes;
    }
    fn note(&mut self, text: &str) {
        self.notes.push(text.into());
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
