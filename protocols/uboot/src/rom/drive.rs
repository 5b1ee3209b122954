//! A disk on a virtual board.

use alloc::{boxed::Box, format, string::String, vec::Vec};
use core::mem;

use link::storage::{Memory, SECTOR, Storage};

use crate::disk::Kind;

/// A disk on a virtual board, or a slot for one.
pub struct Drive {
    kind: Kind,
    model: String,
    /// Bytes of a block.
    block: u32,
    storage: Option<Box<dyn Storage>>,
    /// An eMMC's boot partitions.
    boots: Vec<Box<dyn Storage>>,
    /// The part that another computer has over USB.
    lent: Option<u8>,
    /// Its byte PARTITION_CONFIG: what is chosen, and what the SoC starts from.
    pub(super) config: u8,
    /// Its byte BOOT_BUS_CONDITIONS.
    pub(super) bus: u8,
}

/// The bits of PARTITION_CONFIG that say which part is chosen.
pub(super) const PART: u8 = 7;
/// Sectors of a boot partition: 4 MiB.
const BOOT: u64 = 8192;

impl Drive {
    /// A disk. `model` is its name: six letters of an eMMC, five of an SD card.
    pub fn new(kind: Kind, model: &str, storage: Box<dyn Storage>) -> Self {
        let boot = || Box::new(Memory::new(BOOT, 0)) as Box<dyn Storage>;
        let boots = if kind == Kind::Emmc { [(); 2].map(|()| boot()).into() } else { Vec::new() };
        let (model, block, storage) = (model.into(), SECTOR as u32, Some(storage));
        Self { kind, model, block, storage, boots, lent: None, config: 0, bus: 0 }
    }

    /// The same with another boot partition; `number` is 1 or 2. Only an eMMC has them.
    pub fn with_boot(mut self, number: u8, storage: Box<dyn Storage>) -> Self {
        if let Some(boot) = usize::from(number).checked_sub(1).and_then(|at| self.boots.get_mut(at))
        {
            *boot = storage;
        }
        self
    }

    /// Has reads and writes go to a part of an eMMC: 0 is the user area. `false`: there is none of that number.
    pub(super) fn choose(&mut self, part: u8) -> bool {
        let there = usize::from(part) <= self.boots.len();
        if there {
            self.config = self.config & !PART | part;
        }
        there
    }

    /// The bytes PARTITION_CONFIG and BOOT_BUS_CONDITIONS of an eMMC (EXT_CSD 179 and 177).
    pub fn boot_bytes(&self) -> [u8; 2] {
        [self.config, self.bus]
    }

    /// The boot partition that is chosen.
    fn boot(&self) -> Option<usize> {
        usize::from(self.config & PART).checked_sub(1)
    }

    /// The same with blocks of this many bytes, a multiple of 512: what its commands count in. A part of a block at its end
    /// is not used.
    pub fn with_blocks_of(mut self, bytes: u32) -> Self {
        self.block = bytes.max(SECTOR as u32) / SECTOR as u32 * SECTOR as u32;
        self
    }

    /// A slot for an SD card, with none in it.
    pub fn empty_slot() -> Self {
        let (model, block) = (String::new(), SECTOR as u32);
        let (kind, storage, boots) = (Kind::Sd, None, Vec::new());
        Self { kind, model, block, storage, boots, lent: None, config: 0, bus: 0 }
    }

    /// Lends what is chosen of it. `None`: it is an empty slot.
    pub(super) fn lend(&mut self) -> Option<Box<dyn Storage>> {
        let empty = || Box::new(Memory::new(0, 0)) as Box<dyn Storage>;
        let lent = match self.boot() {
            Some(at) => self.boots.get_mut(at).map(|boot| mem::replace(boot, empty())),
            None => self.storage.as_mut().map(|storage| mem::replace(storage, empty())),
        };
        self.lent = lent.as_ref().map(|_| self.config & PART);
        lent
    }

    /// Whether a part of it is lent.
    pub(super) fn is_lent(&self) -> bool {
        self.lent.is_some()
    }

    /// Takes back what was lent.
    pub(super) fn take_back(&mut self, storage: Box<dyn Storage>) {
        match self.lent.take() {
            Some(0) => self.storage = Some(storage),
            Some(part) => {
                if let Some(boot) = self.boots.get_mut(usize::from(part) - 1) {
                    *boot = storage;
                }
            }
            None => {}
        }
    }

    /// What it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Its name.
    pub(super) fn model(&self) -> &str {
        &self.model
    }

    /// Whether it is a slot with nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        self.storage.is_none()
    }

    /// The command that moves its blocks.
    pub fn command(&self) -> &'static str {
        self.kind.command()
    }

    /// What it holds, or the boot partition that is chosen; `None`: it is an empty slot.
    pub fn storage(&mut self) -> Option<&mut dyn Storage> {
        if let Some(at) = self.boot() {
            return self.boots.get_mut(at).map(|boot| &mut **boot as &mut dyn Storage);
        }
        match &mut self.storage {
            Some(storage) => Some(&mut **storage),
            None => None,
        }
    }

    /// Sectors.
    pub(super) fn sectors(&self) -> u64 {
        let boot = self.boot().and_then(|at| self.boots.get(at));
        boot.or(self.storage.as_ref()).map_or(0, |storage| storage.sectors())
    }

    /// Sectors of a block.
    pub(super) fn per_block(&self) -> u64 {
        u64::from(self.block) / SECTOR as u64
    }

    /// Blocks.
    pub(super) fn blocks(&self) -> u64 {
        self.sectors() / self.per_block()
    }

    /// Bytes that it moves in a second.
    pub(super) fn speed(&self) -> u64 {
        match self.kind {
            Kind::Emmc | Kind::Sd | Kind::Mmc => 40 << 20,
            Kind::Usb => 30 << 20,
            Kind::Nvme | Kind::Virtio => 400 << 20,
        }
    }

    /// What U-Boot says of it in a list, after its number.
    pub(super) fn described(&self) -> String {
        let model = &self.model;
        let head = match self.kind {
            Kind::Virtio => format!("{model} VirtIO Block Device"),
            Kind::Nvme => format!("Vendor: 0x144d Rev: 1.0      Prod: {model:<20}"),
            _ => format!("Vendor: Virtual  Rev: 1.0  Prod: {model:<16}"),
        };
        let removable = if self.kind == Kind::Usb { "Removable " } else { "" };
        let (blocks, block) = (self.blocks(), self.block);
        let tenths = self.sectors() * 10 / 2048;
        let (mb, gb) = (point(tenths), point(tenths / 1024));
        format!(
            "{head}\n            Type: {removable}Hard Disk\n            Capacity: {mb} MB = {gb} GB ({blocks} x {block})\n"
        )
    }
}

fn point(tenths: u64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}
