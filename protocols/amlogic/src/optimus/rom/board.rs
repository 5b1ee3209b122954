//! What stays on a board while programs come and go.

use alloc::{string::String, vec::Vec};

use super::{Medium, Profile, memory::Memory};
use crate::{
    families::{ChipIdAt, chip_id_at},
    optimus::wire::ChipPage,
};

/// What U-Boot is, once it runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Program {
    /// The vendor's, which returns in its burn mode.
    #[default]
    Vendor,
    /// Mainline: it does not speak Optimus and leaves the port.
    Mainline,
}

/// What is special about this one board.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    /// The mask ROM wants this password.
    pub password: Option<Vec<u8>>,
    /// Secure boot is fused: the only BL2 that it takes has this addsum. What is fused on silicon is a key; nothing here
    /// could check a signature.
    pub signed: Option<u32>,
    /// Bytes of the `u-boot.bin` that such a board of the G12 family starts, where it is encrypted: only its BL2 can read
    /// them in its table of contents.
    pub whole: Option<u32>,
    /// What U-Boot is.
    pub program: Program,
    /// BL2 of the GX and AXG families returns to the mask ROM when it has done its work, instead of staying.
    pub bl2_returns: bool,
    /// BL2 of the G12 family fails with this code when it is to set up DRAM.
    pub amlc_error: Option<u8>,
    /// This many requests are not answered after code was run.
    pub slow: u32,
    /// U-Boot says this many times that it is still at it before it answers what takes long.
    pub busy: u32,
    /// The packet with this number cannot be written.
    pub media_error: Option<u32>,
}

pub(super) struct Board {
    pub(super) profile: &'static Profile,
    pub(super) traits: Traits,
    pub(super) memory: Memory,
    pub(super) medium: Medium,
    pub(super) notes: Vec<String>,
    /// U-Boot runs because the host loaded it, not from flash.
    pub(super) loaded: bool,
}

impl Board {
    pub(super) fn new(profile: &'static Profile, traits: Traits, medium: Medium) -> Self {
        let memory = Memory::new(profile.windows);
        let mut board = Self { profile, traits, memory, medium, notes: Vec::new(), loaded: false };
        board.set_up();
        board
    }

    /// Power stays, memory is as after a reset.
    pub(super) fn restart(&mut self) {
        self.memory = Memory::new(self.profile.windows);
        self.loaded = false;
        self.set_up();
    }

    /// What memory and registers hold from the start: the chip's id, and whether secure boot is fused.
    fn set_up(&mut self) {
        if let Some(ChipIdAt::Memory(address)) = chip_id_at(self.profile.rom) {
            self.memory.put(address, &self.profile.chip_id);
        }
        if let (Some(fuse), true) = (self.profile.family().fuse, self.traits.signed.is_some()) {
            self.memory.put(fuse.address, &fuse.mask.to_le_bytes());
        }
    }

    /// Page 1 of the chip's information.
    pub(super) fn chip_page(&self) -> ChipPage {
        ChipPage {
            family: self.profile.family().id.into(),
            revision: [0x1111_1113, 0x0072_0040],
            id: self.profile.chip_id,
            features: 0,
        }
    }
}
