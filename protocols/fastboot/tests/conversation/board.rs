//! Boards whose eMMC can be looked at from outside.

use std::sync::{Arc, Mutex, MutexGuard};

use fastboot::{
    rom::{Media, Program, Rom, Traits, profile},
    sparse::{Pieces, Plan, Run},
};
use link::{
    IoError,
    cable::Cable,
    storage::{Memory, Storage},
};

/// An eMMC that test and board share.
#[derive(Clone)]
pub(super) struct Shared(Arc<Mutex<Memory>>);

impl Shared {
    pub(super) fn new(sectors: u64) -> Self {
        Self(Arc::new(Mutex::new(Memory::new(sectors, 0xa5))))
    }

    fn lock(&self) -> MutexGuard<'_, Memory> {
        self.0.lock().expect("no test panics while it looks")
    }

    pub(super) fn bytes(&self, offset: u64, length: usize) -> Vec<u8> {
        let mut bytes = vec![0; length.next_multiple_of(512)];
        self.lock().read_at(offset / 512, &mut bytes).expect("in memory");
        bytes.truncate(length);
        bytes
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
        self.lock().write_at(sector, data)
    }

    fn erase(&mut self, sector: u64, count: u64) -> Result<(), IoError> {
        self.lock().erase(sector, count)
    }
}

/// A board at its port, and its eMMC.
pub(super) fn board(name: &str, program: Program, traits: Traits) -> (Cable, Shared) {
    let profile = profile(name).expect("it is in the table");
    let emmc = Shared::new(profile.emmc[0]);
    let media = Media::with(profile, Box::new(emmc.clone()));
    (Cable::new(Rom::new(profile, traits, program, media)), emmc)
}

/// A mainline U-Boot that takes this many bytes at once, with `root` at 1 MiB.
pub(super) fn uboot(limit: u32, traits: Traits) -> (Cable, Shared) {
    let env = vec![("fastboot_raw_partition_root".into(), "2048 0x10000".into())];
    board("uboot", Program::Uboot, Traits { env, limit: Some(limit), ..traits })
}

/// Bytes that nothing repeats.
pub(super) fn noise(length: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    (0..length).map(|_| next()).collect()
}

pub(super) fn pieces(image: &[u8], limit: u32) -> Pieces<impl Iterator<Item = Run<&[u8]>>, &[u8]> {
    let plan = Plan::new(limit, Some(image.len() as u64));
    Pieces::new([Ok((0, image))].into_iter(), plan).expect("a plan")
}
