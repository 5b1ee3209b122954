//! A disk on a virtual board.

use alloc::{boxed::Box, format, string::String};

use link::storage::Storage;

use crate::disk::Kind;

/// A disk on a virtual board, or a slot for one.
pub struct Drive {
    kind: Kind,
    model: String,
    storage: Option<Box<dyn Storage>>,
}

impl Drive {
    /// A disk. `model` is its name: six letters of an eMMC, five of an SD card.
    pub fn new(kind: Kind, model: &str, storage: Box<dyn Storage>) -> Self {
        Self { kind, model: model.into(), storage: Some(storage) }
    }

    /// A slot for an SD card, with none in it.
    pub fn empty_slot() -> Self {
        Self { kind: Kind::Sd, model: String::new(), storage: None }
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

    /// What it holds; `None`: it is an empty slot.
    pub fn storage(&mut self) -> Option<&mut dyn Storage> {
        match &mut self.storage {
            Some(storage) => Some(&mut **storage),
            None => None,
        }
    }

    /// Sectors.
    pub(super) fn sectors(&self) -> u64 {
        self.storage.as_ref().map_or(0, |storage| storage.sectors())
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
        let sectors = self.sectors();
        let tenths = sectors * 10 / 2048;
        let (mb, gb) = (point(tenths), point(tenths / 1024));
        format!(
            "{head}\n            Type: {removable}Hard Disk\n            Capacity: {mb} MB = {gb} GB ({sectors} x 512)\n"
        )
    }
}

fn point(tenths: u64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}
