//! What transfers come across that does not end them.

use alloc::{collections::BTreeSet, vec::Vec};

/// Something that is worth telling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// This block is marked as bad and was skipped.
    Skipped(u32),
    /// Bits of this page were wrong, and the flash corrected them.
    Corrected(u32),
    /// This page has more wrong bits than the flash corrects.
    Uncorrectable(u32),
}

/// Remarks, each once.
#[derive(Debug, Default)]
pub(super) struct Remarks {
    all: BTreeSet<Remark>,
    new: Vec<Remark>,
}

impl Remarks {
    pub(super) fn add(&mut self, remark: Remark) {
        if self.all.insert(remark) {
            self.new.push(remark);
        }
    }

    pub(super) fn take(&mut self) -> Vec<Remark> {
        core::mem::take(&mut self.new)
    }
}
