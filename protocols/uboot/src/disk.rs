//! Disks: eMMC, SD cards, NVMe, USB and virtio disks, as U-Boot lists them, and what it says of reads and writes.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};

use crate::text::{after, hex, size};

/// Bytes of a sector.
const SECTOR: u64 = 512;

/// What a disk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An eMMC.
    Emmc,
    /// An SD card.
    Sd,
    /// A slot for one of the two: U-Boot has not looked yet. `mmc dev N` makes it look.
    Mmc,
    /// A namespace of an NVMe disk.
    Nvme,
    /// A USB disk.
    Usb,
    /// A virtual machine's disk.
    Virtio,
}

impl Kind {
    /// The command that reads and writes it.
    pub fn command(self) -> &'static str {
        match self {
            Self::Emmc | Self::Sd | Self::Mmc => "mmc",
            Self::Nvme => "nvme",
            Self::Usb => "usb",
            Self::Virtio => "virtio",
        }
    }
}

/// A disk in one of U-Boot's lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disk {
    /// Its number: `mmc dev 1`.
    pub number: u32,
    /// What it is.
    pub kind: Kind,
    /// Sectors of 512 bytes. `mmc list` does not tell; see [`Refusal::PastTheEnd`].
    pub sectors: Option<u64>,
    /// Bytes of a block, which `read` and `write` count in. NVMe disks may have 4096.
    pub block: u32,
    /// Vendor and product, or the controller's name; empty where U-Boot knows none.
    pub name: String,
}

/// Reads `mmc list`: `mmc@16010000: 0 (eMMC)`, `mmc@16020000: 1`.
pub fn cards(text: &str) -> Vec<Disk> {
    text.lines().filter_map(card).collect()
}

fn card(line: &str) -> Option<Disk> {
    let (name, rest) = line.trim().rsplit_once(": ")?;
    let (number, kind) = match rest.split_once(' ') {
        None => (rest, Kind::Mmc),
        Some((number, "(eMMC)")) => (number, Kind::Emmc),
        Some((number, "(SD)")) => (number, Kind::Sd),
        Some(_) => return None,
    };
    let number = number.parse().ok()?;
    Some(Disk { number, kind, sectors: None, block: SECTOR as u32, name: name.into() })
}

/// Reads `nvme info`, `virtio info` and `usb storage`, which list disks of one kind:
///
/// ```text
/// Device 0: Vendor: 0x144d Rev: 2B2QEXM7 Prod: S4EUNX0R123456
///             Type: Hard Disk
///             Capacity: 238475.1 MB = 232.8 GB (488397168 x 512)
/// ```
pub fn disks(kind: Kind, text: &str) -> Vec<Disk> {
    let mut disks: Vec<Disk> = Vec::new();
    for line in text.lines().map(str::trim) {
        if let Some(disk) = head(kind, line) {
            disks.push(disk);
        } else if let (Some(capacity), Some(disk)) =
            (line.strip_prefix("Capacity: "), disks.last_mut())
            && let Some((sectors, block)) = capacity_of(capacity)
        {
            (disk.sectors, disk.block) = (Some(sectors), block);
        }
    }
    disks
}

/// `Device 0: Vendor: V Rev: R Prod: P`, or `Device 0: QEMU VirtIO Block Device`.
fn head(kind: Kind, line: &str) -> Option<Disk> {
    let (number, words) = line.strip_prefix("Device ")?.split_once(": ")?;
    let name = match words.strip_prefix("Vendor: ").and_then(|words| words.split_once(" Rev: ")) {
        Some((vendor, rest)) => {
            let product = after(rest, " Prod: ").unwrap_or_default();
            [vendor.trim(), product.trim()].join(" ")
        }
        None => words.to_string(),
    };
    let (number, name) = (number.parse().ok()?, name.trim().into());
    Some(Disk { number, kind, sectors: None, block: SECTOR as u32, name })
}

/// Sectors, and bytes of a block, of `8.0 MB = 0.0 GB (16384 x 512)`.
fn capacity_of(text: &str) -> Option<(u64, u32)> {
    let (blocks, block) = after(text, "(")?.trim_end().strip_suffix(')')?.split_once(" x ")?;
    let (blocks, block): (u64, u32) = (blocks.parse().ok()?, block.parse().ok()?);
    let whole = u64::from(block).is_multiple_of(SECTOR) && block > 0;
    let sectors = blocks.checked_mul(u64::from(block) / SECTOR)?;
    whole.then_some((sectors, block))
}

/// An eMMC or SD card, as `mmc info` describes the current one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The controller's name.
    pub controller: String,
    /// What it is.
    pub kind: Kind,
    /// The maker's number in the card's CID (JEDEC's for eMMC, the SD association's for SD).
    pub manufacturer: u8,
    /// The product's name in the CID.
    pub name: String,
    /// Bytes of a block that is read. `mmc read` counts in 512 all the same.
    pub read_block: u32,
    /// Bytes, as U-Boot prints them: rounded to a tenth of a unit, so this is no count of sectors.
    pub capacity: Option<u64>,
    /// How many data lines are used.
    pub width: Option<u8>,
}

impl Card {
    /// Reads `mmc info`. `None`: it is something else, or damaged.
    pub fn parse(text: &str) -> Option<Self> {
        let value = |name: &str| {
            let mut pairs = text.lines().filter_map(|line| line.split_once(": "));
            pairs.find(|(key, _)| key.trim() == name).map(|(_, value)| value.trim())
        };
        let manufacturer = u8::try_from(hex(value("Manufacturer ID")?)?).ok()?;
        let version = |kind: &str| text.lines().any(|line| line.trim().starts_with(kind));
        let kind = match () {
            () if version("SD version ") => Kind::Sd,
            () if version("MMC version ") => Kind::Emmc,
            () => return None,
        };
        Some(Self {
            controller: value("Device")?.into(),
            kind,
            manufacturer,
            name: value("Name")?.into(),
            read_block: value("Rd Block Len")?.parse().ok()?,
            capacity: value("Capacity").and_then(size),
            width: value("Bus Width").and_then(|text| text.split_once("-bit")?.0.parse().ok()),
        })
    }
}

/// Which part of an eMMC a SoC starts from, as `mmc partconf N` shows it (EXT_CSD byte 179).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Boots {
    /// Whether the eMMC acknowledges a start from a boot partition.
    pub acknowledges: bool,
    /// The part: 0 is none, 1 and 2 are the boot partitions, 7 is the user area.
    pub from: u8,
    /// The part that reads and writes go to until power is off: 0 is the user area.
    pub access: u8,
}

impl Boots {
    /// The number of the user area.
    pub const USER: u8 = 7;

    /// Reads `BOOT_ACK: 0x1`, `BOOT_PARTITION_ENABLE: 0x1` and `PARTITION_ACCESS: 0x0`; newer versions add words to a number.
    /// `None`: the eMMC or this U-Boot does not tell, or it is damaged.
    pub fn parse(text: &str) -> Option<Self> {
        let value = |name: &str| {
            let rest = after(after(text, name)?, ": ")?;
            hex(rest.split_whitespace().next()?)
        };
        let from = value("BOOT_PARTITION_ENABLE").filter(|from| *from < 8)?;
        let access = value("PARTITION_ACCESS").filter(|access| *access < 8)?;
        let acknowledges = value("BOOT_ACK").filter(|ack| *ack < 2)? == 1;
        Some(Self { acknowledges, from: from as u8, access: access as u8 })
    }

    /// The part in a word: `boot0`, `boot1`, `user` or `none`.
    pub fn word(self) -> &'static str {
        match self.from {
            1 => "boot0",
            2 => "boot1",
            Self::USER => "user",
            _ => "none",
        }
    }
}

/// What a `read` or `write` of blocks says at its end: `128 blocks written: OK`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Whether they were written; otherwise read.
    pub written: bool,
    /// Blocks.
    pub blocks: u64,
    /// Whether these were all that were asked for.
    pub ok: bool,
}

impl Moved {
    /// Reads it. `None`: there is no such line, or it is damaged.
    pub fn parse(text: &str) -> Option<Self> {
        let (head, rest) = text.split_once(" blocks ")?;
        let count: i64 = head.rsplit(char::is_whitespace).next()?.parse().ok()?;
        let (what, outcome) = rest.split_once(": ")?;
        let written = match what {
            "written" => true,
            "read" => false,
            _ => return None,
        };
        let ok = match outcome.split_whitespace().next()? {
            "OK" => true,
            "ERROR" => false,
            _ => return None,
        };
        // Drivers' error numbers come as negative counts.
        Some(Self { written, blocks: u64::try_from(count).unwrap_or(0), ok })
    }
}

/// A disk that `ums` shows to a USB host: `UMS: LUN 0, dev mmc 0, hwpart 0, sector 0x0, count 0x3a3e000`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The part of an eMMC: 0 is the user area.
    pub part: u8,
    /// The first sector of the disk that is shown.
    pub first: u64,
    /// How many sectors are shown.
    pub sectors: u64,
}

impl Shown {
    /// Reads it. `None`: it is not said yet, or it is damaged, or more than one disk is shown.
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines().filter(|line| line.contains("UMS: LUN "));
        let (line, None) = (lines.next()?, lines.next()) else { return None };
        let value = |name: &str| {
            let rest = after(line, name)?;
            Some(rest.split_once(',').map_or(rest, |(value, _)| value).trim())
        };
        // A line that is not over is not read.
        text.split_once(line)?.1.starts_with(['\r', '\n']).then_some(())?;
        Some(Self {
            part: value(" hwpart ")?.parse().ok()?,
            first: hex(value(" sector ")?)?,
            sectors: hex(value(" count ")?).filter(|sectors| *sectors > 0)?,
        })
    }
}

/// Why a disk does not do what it should.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// There is no such disk.
    NoDevice,
    /// The slot is empty, or its card does not answer.
    NoCard,
    /// The switch of an SD card is at "lock".
    WriteProtected,
    /// The blocks are past the end of an eMMC or SD card, which has this many sectors. `mmc read ADDRESS 0xfffffffe 1` asks for
    /// it: that is the only way to learn the exact number.
    PastTheEnd(u64),
}

impl Refusal {
    /// Finds it in what a command printed.
    pub fn parse(text: &str) -> Option<Self> {
        const WORDS: [(&str, Refusal); 7] = [
            ("no mmc device at slot", Refusal::NoDevice),
            ("No MMC device available", Refusal::NoDevice),
            ("unknown device", Refusal::NoDevice),
            ("devices available", Refusal::NoDevice),
            ("no card present", Refusal::NoCard),
            ("Card did not respond to voltage select", Refusal::NoCard),
            ("card is write protected", Refusal::WriteProtected),
        ];
        if let Some(rest) = after(text, "exceeds max(") {
            return rest.split_once(')').and_then(|(most, _)| hex(most)).map(Self::PastTheEnd);
        }
        WORDS.into_iter().find(|(words, _)| text.contains(words)).map(|(_, refusal)| refusal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    fn slot(number: u32, kind: Kind, name: &str) -> Disk {
        Disk { number, kind, sectors: None, block: 512, name: name.into() }
    }

    #[test]
    fn slots_are_listed_with_what_is_in_them() {
        let text = "mmc@16010000: 0 (eMMC)\nmmc@16020000: 1 (SD)\nFSL_SDHC: 2\n";
        assert_eq!(
            cards(text),
            [
                slot(0, Kind::Emmc, "mmc@16010000"),
                slot(1, Kind::Sd, "mmc@16020000"),
                slot(2, Kind::Mmc, "FSL_SDHC")
            ]
        );
        assert_eq!(cards("No MMC device available\n\n"), []);
    }

    #[test]
    fn disks_are_listed_with_their_exact_size() {
        let text = include_str!("../tests/texts/virtio-info.txt");
        let disk =
            Disk { sectors: Some(16384), ..slot(0, Kind::Virtio, "QEMU VirtIO Block Device") };
        assert_eq!(disks(Kind::Virtio, text), [disk]);
        let text = "\
Device 0: Vendor: 0x144d Rev: 2B2QEXM7 Prod: S4EUNX0R123456
            Type: Hard Disk
            Capacity: 238475.1 MB = 232.8 GB (488397168 x 512)
Device 1: Vendor: 0x1c5c Rev: 1        Prod: ABC
            Type: Hard Disk
            Capacity: 8.0 MB = 0.0 GB (2048 x 4096)
Device 2: Vendor:  Rev:  Prod:\x20
            Type: Hard Disk
            Capacity: not available
";
        let found = disks(Kind::Nvme, text);
        let sizes: Vec<_> = found.iter().map(|disk| (disk.sectors, disk.block)).collect();
        assert_eq!(sizes, [(Some(488_397_168), 512), (Some(16384), 4096), (None, 512)]);
        let names: Vec<_> = found.iter().map(|disk| disk.name.as_str()).collect();
        assert_eq!(names, ["0x144d S4EUNX0R123456", "0x1c5c ABC", ""]);
        let text = "\
  Device 0: Vendor: QEMU     Rev: 2.5+ Prod: QEMU HARDDISK\x20\x20\x20
            Type: Hard Disk
            Capacity: 8.0 MB = 0.0 GB (16384 x 512)
";
        let disk = Disk { sectors: Some(16384), ..slot(0, Kind::Usb, "QEMU QEMU HARDDISK") };
        assert_eq!(disks(Kind::Usb, text), [disk]);
    }

    #[test]
    fn damaged_capacities_are_none() {
        for text in
            ["(16384 x 512", "16384 x 512)", "(16384 512)", "(16384 x 0)", "(1 x 100)", "(x x 512)"]
        {
            assert_eq!(capacity_of(text), None, "{text}");
        }
        assert_eq!(
            capacity_of("1 GB (18446744073709551615 x 4096)"),
            None,
            "more than there can be"
        );
    }

    #[test]
    fn a_card_is_described() {
        let emmc = "\
Device: mmc@16010000
Manufacturer ID: 15
OEM: 0
Name: BJTD4R\x20
Bus Speed: 52000000
Mode: MMC High Speed (52MHz)
Rd Block Len: 512
MMC version 5.1
High Capacity: Yes
Capacity: 29.1 GiB
Bus Width: 8-bit
Erase Group Size: 512 KiB
User Capacity: 29.1 GiB WRREL
Boot Capacity: 4 MiB ENH
Boot area 0 is not write protected
";
        let card = Card::parse(emmc).expect("whole");
        assert_eq!(
            (card.kind, card.manufacturer, card.name.as_str()),
            (Kind::Emmc, 0x15, "BJTD4R")
        );
        assert_eq!((card.read_block, card.width), (512, Some(8)));
        assert_eq!(card.capacity, Some((291 << 30) / 10));
        let sd = emmc.replace("MMC version 5.1", "SD version 3.0").replace("8-bit", "4-bit DDR");
        let card = Card::parse(&sd).expect("whole");
        assert_eq!(
            (card.kind, card.width, card.controller.as_str()),
            (Kind::Sd, Some(4), "mmc@16010000")
        );
        for bad in ["Manufacturer ID", "Rd Block Len", "MMC version", "Name"] {
            assert_eq!(Card::parse(&emmc.replace(bad, "damaged")), None, "{bad}");
        }
        assert_eq!(Card::parse("no mmc device at slot 1"), None);
        let real = Card::parse(include_str!("../tests/texts/mmc-info.txt")).expect("whole");
        assert_eq!((real.kind, real.manufacturer, real.name.as_str()), (Kind::Sd, 0xaa, "QEMU!"));
        assert_eq!((real.capacity, real.width), (Some(64 << 20), Some(4)));
    }

    #[test]
    fn what_an_emmc_starts_from_is_read() {
        let old = "EXT_CSD[179], PARTITION_CONFIG:\nBOOT_ACK: 0x1\nBOOT_PARTITION_ENABLE: 0x2\nPARTITION_ACCESS: 0x0\n";
        let boots = Boots { acknowledges: true, from: 2, access: 0 };
        assert_eq!(Boots::parse(old), Some(boots));
        let new = old.replace("ENABLE: 0x2", "ENABLE: 0x2 (boot partition 2)");
        assert_eq!(Boots::parse(&new), Some(boots));
        for (from, word) in [(0, "none"), (1, "boot0"), (2, "boot1"), (7, "user")] {
            assert_eq!(Boots { from, ..boots }.word(), word);
        }
        for bad in ["BOOT_ACK", "BOOT_PARTITION_ENABLE", "PARTITION_ACCESS"] {
            assert_eq!(Boots::parse(&old.replace(bad, "damaged")), None, "{bad}");
        }
        assert_eq!(Boots::parse(&old.replace("0x2", "0x9")), None);
        assert_eq!(Boots::parse("No part_config info for ver. 0x0\n"), None);
    }

    #[test]
    fn moved_blocks_are_counted() {
        let moved = |written, blocks, ok| Some(Moved { written, blocks, ok });
        let head = "MMC write: dev # 0, block # 2048, count 16 ... ";
        let parse = |tail: &str| Moved::parse(&[head, tail].concat());
        assert_eq!(parse("16 blocks written: OK\n"), moved(true, 16, true));
        assert_eq!(parse("0 blocks written: ERROR"), moved(true, 0, false));
        assert_eq!(parse("-5 blocks written: ERROR"), moved(true, 0, false));
        assert_eq!(parse("16 blocks read: OK"), moved(false, 16, true));
        let log = "MMC: block number 0x3 exceeds max(0x2)\n0 blocks read: ERROR\n";
        assert_eq!(parse(log), moved(false, 0, false));
        for bad in
            ["16 blocks written: O", "x blocks written: OK", "16 blocks erased: OK", "16 blocks"]
        {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_disk_that_is_shown_is_read() {
        let shown = Some(Shown { part: 0, first: 0, sectors: 0x3a3_e000 });
        for line in [
            // Of 2019 and before, and of 2023 and after.
            "UMS: LUN 0, dev 1, hwpart 0, sector 0x0, count 0x3a3e000\n",
            "\r\nUMS: LUN 0, dev mmc 1, hwpart 0, sector 0x0, count 0x3a3e000\r\n\r|\r/",
        ] {
            assert_eq!(Shown::parse(line), shown, "{line:?}");
        }
        let boot = "UMS: LUN 0, dev mmc 0, hwpart 1, sector 0x0, count 0x2000\n";
        assert_eq!(Shown::parse(boot), Some(Shown { part: 1, first: 0, sectors: 0x2000 }));
        for bad in [
            "",
            "UMS: LUN 0, dev mmc 0, hwpart 0, sector 0x0, count 0x3a3e",
            "UMS: LUN 0, dev mmc 0, hwpart 0, sector 0x0, count 0x3a3z000\n",
            "UMS: LUN 0, dev mmc 0, hwpart 0, sector 0x0, count 0x0\n",
            "UMS: LUN 0, dev mmc 0, sector 0x0, count 0x2000\n",
            "UMS: LUN 0, dev mmc 0, hwpart 0, sector 0x0, count 0x1\nUMS: LUN 1, dev mmc 1, hwpart 0, sector 0x0, count 0x1\n",
        ] {
            assert_eq!(Shown::parse(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn refusals_are_told_apart() {
        let said = "MMC read: dev # 0, block # -2, count 1 ... MMC: block number 0xffffffff exceeds max(0x3a3e000)\n\
                    0 blocks read: ERROR\n";
        assert_eq!(Refusal::parse(said), Some(Refusal::PastTheEnd(0x3a3_e000)));
        for (text, refusal) in [
            ("no mmc device at slot 2", Refusal::NoDevice),
            ("\nno nvme devices available\n", Refusal::NoDevice),
            ("\nDevice 3: unknown device\n", Refusal::NoDevice),
            ("MMC: no card present\n", Refusal::NoCard),
            ("Card did not respond to voltage select! : -110\n", Refusal::NoCard),
            (
                "MMC write: dev # 1, block # 0, count 1 ... Error: card is write protected!",
                Refusal::WriteProtected,
            ),
        ] {
            assert_eq!(Refusal::parse(text), Some(refusal), "{text}");
        }
        assert_eq!(Refusal::parse("16 blocks written: OK"), None);
        assert_eq!(vec![Kind::Emmc.command(), Kind::Nvme.command()], ["mmc", "nvme"]);
    }
}
