//! The mask ROM: takes two blobs, and says nothing about them.
//!
//! Measured by pyrographer on an RK3576: what arrives damaged or in part is acknowledged and thrown away; the next
//! stage's first request is stalled, and nothing is taken before the board was switched off and on.

use alloc::{format, string::String, vec::Vec};

use link::Setup;

use crate::{
    chips::Chip,
    idb, rc4,
    wire::{Area, PIECE, is_whole},
};

/// What became of a request.
pub(super) enum Arrived {
    /// Stalled.
    Refused,
    /// Acknowledged.
    Taken,
    /// Acknowledged, and the blob for DRAM runs.
    Started,
}

pub(super) struct Maskrom {
    chip: &'static Chip,
    /// The blob that is coming.
    coming: Option<Area>,
    bytes: Vec<u8>,
    /// DRAM was set up.
    dram: bool,
    /// Nothing is taken any more.
    deaf: bool,
}

impl Maskrom {
    pub(super) fn new(chip: &'static Chip) -> Self {
        Self { chip, coming: None, bytes: Vec::new(), dram: false, deaf: false }
    }

    pub(super) fn take(&mut self, setup: Setup, data: &[u8], notes: &mut Vec<String>) -> Arrived {
        let Some(area) = Area::of(setup) else { return Arrived::Refused };
        if self.deaf || data.len() > PIECE {
            return Arrived::Refused;
        }
        if self.coming.is_some_and(|coming| coming != area) {
            self.deafen(notes, "a download was broken off and another begun");
            return Arrived::Refused;
        }
        self.coming = Some(area);
        self.bytes.extend_from_slice(data);
        if data.len() == PIECE {
            return Arrived::Taken;
        }
        self.coming = None;
        let blob = core::mem::take(&mut self.bytes);
        self.whole(area, &blob, notes)
    }

    fn whole(&mut self, area: Area, blob: &[u8], notes: &mut Vec<String>) -> Arrived {
        if !is_whole(blob, self.chip.zero_sum) {
            self.deafen(notes, "a blob arrived whose sum does not hold");
            return Arrived::Taken;
        }
        match area {
            Area::Sram if self.is_scrambled_wrongly(blob) => {
                self.deafen(
                    notes,
                    "the code in SRAM crashed: it is not scrambled the way this SoC needs it",
                );
                Arrived::Taken
            }
            Area::Sram => {
                // The head that secure boot wants sets up nothing.
                self.dram |= !idb::Head::is_one(blob);
                Arrived::Taken
            }
            Area::Dram if !self.dram => {
                self.deafen(notes, "code was put into DRAM before DRAM was set up");
                Arrived::Taken
            }
            Area::Dram => Arrived::Started,
        }
    }

    /// Whether a blob has its SoC's tag in the form that this SoC does not unscramble, and not in the one that it does.
    fn is_scrambled_wrongly(&self, blob: &[u8]) -> bool {
        let Some((tag, start)) = self.chip.tag.zip(blob.first_chunk::<4>()) else { return false };
        let mut other = *start;
        rc4::whole(&mut other);
        let (good, bad) = if self.chip.rc4 { (&other, start) } else { (start, &other) };
        *bad == tag && *good != tag
    }

    fn deafen(&mut self, notes: &mut Vec<String>, why: &str) {
        notes.push(format!("the mask ROM takes nothing until it is switched off and on: {why}"));
        self.deaf = true;
    }
}
