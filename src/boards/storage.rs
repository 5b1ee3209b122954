//! What boards keep a system on: the one table of names, for the database, `--on`, `storage`, virtual boards and JSON.

use std::fmt;

use rockusb::wire;
use serde::{Deserialize, Serialize};

/// A kind of storage.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Storage {
    /// eMMC, soldered or a module.
    Emmc,
    /// An SD card.
    Sd,
    /// SPI NOR flash.
    SpiNor,
    /// SPI NAND flash.
    SpiNand,
    /// Raw NAND flash.
    Nand,
    /// An NVMe drive.
    Nvme,
    /// A SATA drive.
    Sata,
    /// UFS.
    Ufs,
    /// A disk on a USB host port.
    Usb,
    /// A virtual machine's disk.
    Virtio,
    /// The eMMC's first boot partition.
    EmmcBoot0,
    /// The eMMC's second boot partition.
    EmmcBoot1,
}

impl Storage {
    /// Every kind.
    pub const ALL: [Self; 12] = [
        Self::Emmc,
        Self::Sd,
        Self::SpiNor,
        Self::SpiNand,
        Self::Nand,
        Self::Nvme,
        Self::Sata,
        Self::Ufs,
        Self::Usb,
        Self::Virtio,
        Self::EmmcBoot0,
        Self::EmmcBoot1,
    ];

    /// Its name, the same everywhere.
    pub fn name(self) -> &'static str {
        match self {
            Self::Emmc => "emmc",
            Self::Sd => "sd",
            Self::SpiNor => "spi-nor",
            Self::SpiNand => "spi-nand",
            Self::Nand => "nand",
            Self::Nvme => "nvme",
            Self::Sata => "sata",
            Self::Ufs => "ufs",
            Self::Usb => "usb",
            Self::Virtio => "virtio",
            Self::EmmcBoot0 => "emmc-boot0",
            Self::EmmcBoot1 => "emmc-boot1",
        }
    }

    /// The number of a boot partition of an eMMC, as U-Boot counts: 1 or 2. `None`: it is a storage of its own.
    pub fn boot_partition(self) -> Option<u8> {
        match self {
            Self::EmmcBoot0 => Some(1),
            Self::EmmcBoot1 => Some(2),
            _ => None,
        }
    }

    /// What a board must have for it to be there: the eMMC has its boot partitions.
    pub fn device(self) -> Self {
        if self.boot_partition().is_some() { Self::Emmc } else { self }
    }
}

impl fmt::Display for Storage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A storage of a Rockchip board as the user names it, and the numbers that its loader may know it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rockusb {
    text: String,
    /// The numbers, in the order in which they are tried.
    pub numbers: Vec<wire::Storage>,
}

impl Rockusb {
    /// The words that name storages of Rockchip's boards.
    pub fn words() -> impl Iterator<Item = &'static str> {
        let known = Storage::ALL.iter().map(|known| known.name()).chain(["spi"]);
        known.filter(|name| !wire::Storage::candidates(name).is_empty())
    }
}

impl std::str::FromStr for Rockusb {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers = wire::Storage::candidates(text);
        if !numbers.is_empty() {
            return Ok(Self { text: text.into(), numbers });
        }
        if Storage::ALL.iter().any(|known| known.name() == text) {
            return Err(format!("Rockchip's loaders have no number for `{text}`"));
        }
        let words: Vec<_> = Self::words().collect();
        Err(format!(
            "no storage is called `{text}`; there are {} (NOR or NAND), or a loader's own number from 0 to 12",
            words.join(", ")
        ))
    }
}

impl fmt::Display for Rockusb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.numbers[..] {
            [only] if only.name() != self.text => write!(f, "{only} (number {})", only.0),
            _ => f.write_str(&self.text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loaders_and_boards_have_the_same_names() {
        for storage in wire::Storage::all().filter(|storage| storage.name() != "ram") {
            let name = storage.name();
            assert!(Storage::ALL.iter().any(|known| known.name() == name), "{name}");
        }
        for storage in Storage::ALL {
            let json = serde_json::to_value(storage).expect("a word");
            assert_eq!(json, storage.name());
            let unserved = storage.boot_partition().is_some();
            let served = !unserved && !matches!(storage, Storage::Usb | Storage::Virtio);
            assert_eq!(storage.name().parse::<Rockusb>().is_ok(), served, "{storage}");
        }
    }

    #[test]
    fn a_name_stands_for_the_numbers_that_loaders_know_it_by() {
        let numbers = |text: &str| {
            let parsed: Rockusb = text.parse().expect("a storage");
            (parsed.to_string(), parsed.numbers.iter().map(|number| number.0).collect::<Vec<_>>())
        };
        assert_eq!(numbers("emmc"), ("emmc".into(), vec![1]));
        assert_eq!(numbers("spi-nor"), ("spi-nor".into(), vec![9, 4]));
        assert_eq!(numbers("spi"), ("spi".into(), vec![9, 4, 8, 5]));
        assert_eq!(numbers("sd"), ("sd".into(), vec![2, 3]));
        assert_eq!(numbers("mtd-spi-nor"), ("spi-nor (number 9)".into(), vec![9]));
        assert_eq!(numbers("4"), ("spi-nor (number 4)".into(), vec![4]));
        assert_eq!(numbers("pcie"), ("nvme (number 11)".into(), vec![11]));
        for (text, says) in
            [("usb", "no number"), ("13", "no storage"), ("", "no storage"), ("tape", "spi-nor")]
        {
            let error = text.parse::<Rockusb>().expect_err(text);
            assert!(error.contains(says), "{error}");
        }
    }
}
