//! The U-Boot environment that packages for the RV1103, RV1106 and RV1126B have instead of a parameter file.
//!
//! The first program on such boards reads its partitions from there: `blkdevparts=mmcblk0:32K(env),512K@32K(idblock),…`
//! on eMMC and SD, `mtdparts=spi-nand0:…` on flash. There is no table on the medium besides. Sources: Luckfox' build
//! scripts and afptool 2.2's output, as public packers describe it.

use alloc::{format, string::String, vec::Vec};

use crate::{
    Unsound,
    bytes::le32,
    gpt::{Guid, Partition, Table},
    parameter::list,
    sums,
    wire::SECTOR,
};

/// Bytes of the smallest environment that is looked for in a larger image.
const SMALLEST: usize = 4096;

/// An environment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Environment {
    /// It is for flash that has to be erased before it is written (`mtdparts`), not for eMMC or SD (`blkdevparts`).
    pub flash: bool,
    /// What the system calls the medium: `mmcblk0`, `spi-nand0`.
    pub medium: String,
    /// Its partitions: name, first sector, sectors (`None`: to the end of the medium).
    pub regions: Vec<(String, u64, Option<u64>)>,
}

impl Environment {
    /// The longest that is read, in bytes.
    pub const LIMIT: usize = 1 << 20;

    /// Reads an environment: a CRC-32 (in redundant ones also a flag) and `NAME=VALUE`, each ended by a zero byte.
    ///
    /// # Errors
    /// A checksum that does not hold, and an environment that does not say where its partitions are.
    pub fn parse(bytes: &[u8]) -> Result<Self, Unsound> {
        let text = String::from_utf8_lossy(variables(bytes)?);
        let named = |name: &str| {
            text.split('\0').find_map(|line| line.strip_prefix(name)?.strip_prefix('='))
        };
        let parts = named("blkdevparts").map(|parts| (parts, false));
        let parts = parts.or_else(|| named("mtdparts").map(|parts| (parts, true)));
        let (parts, flash) = parts.ok_or_else(|| {
            Unsound::new("the environment names no partitions (blkdevparts=, mtdparts=)")
        })?;
        let (medium, list) = parts
            .split_once(':')
            .ok_or_else(|| Unsound::new("the environment names no medium before its partitions"))?;
        Ok(Self { flash, medium: medium.trim().into(), regions: regions(list)? })
    }

    /// Its partitions on a medium of `total` sectors. They begin at sector 0: there is no table on the medium.
    ///
    /// # Errors
    /// Partitions that overlap, or that the medium has no room for.
    pub fn table(&self, total: u64) -> Result<Table, Unsound> {
        let mut partitions: Vec<Partition> = Vec::new();
        for (name, first, sectors) in &self.regions {
            let wrong = |what: &str| Unsound(format!("partition {} {what}", name.escape_debug()));
            let sectors = sectors.unwrap_or_else(|| total.saturating_sub(*first));
            let end = first.checked_add(sectors).filter(|end| sectors > 0 && *end <= total);
            let last = end.ok_or_else(|| wrong(&format!("does not fit on {total} sectors")))? - 1;
            if let Some(other) = partitions.iter().find(|o| *first <= o.last && o.first <= last) {
                return Err(wrong(&format!("overlaps {}", other.name.escape_debug())));
            }
            let (name, id) = (name.clone(), Guid::from_words(&[name]));
            let kind = Guid::LINUX;
            partitions.push(Partition { name, kind, id, first: *first, last, attributes: 0 });
        }
        Ok(Table { disk: Guid::default(), partitions })
    }
}

fn regions(list: &str) -> Result<Vec<(String, u64, Option<u64>)>, Unsound> {
    let (mut regions, mut next) = (Vec::new(), 0);
    for entry in list::entries(list, bytes_of, "number of bytes")? {
        let wrong = |what| Unsound(format!("partition `{}` {what}", entry.name.escape_debug()));
        let unit = SECTOR as u64;
        let first = entry.offset.unwrap_or(next);
        let size = entry.size.unwrap_or(0);
        if !first.is_multiple_of(unit) || !size.is_multiple_of(unit) {
            return Err(wrong("does not begin and end with a sector"));
        }
        next = first.checked_add(size).ok_or_else(|| wrong("ends past any medium"))?;
        regions.push((entry.name, first / unit, entry.size.map(|size| size / unit)));
    }
    if regions.is_empty() {
        Err(Unsound::new("the environment's list of partitions is empty"))
    } else {
        Ok(regions)
    }
}

/// The variables of an environment whose checksum holds. It may be shorter than the image of its partition.
fn variables(bytes: &[u8]) -> Result<&[u8], Unsound> {
    let powers = (0..usize::BITS).map(|bit| 1_usize << bit);
    let powers = powers.filter(|size| (SMALLEST..bytes.len()).contains(size));
    for size in core::iter::once(bytes.len()).chain(powers) {
        for start in [4, 5] {
            if let Some(data) = bytes.get(start..size)
                && sums::crc32_gpt(data) == le32(bytes, 0)
            {
                // Two zero bytes end the list.
                let end = data.windows(2).position(|pair| pair == [0, 0]);
                return Ok(&data[..end.unwrap_or(data.len())]);
            }
        }
    }
    Err(Unsound::new("the environment is damaged: its checksum does not hold"))
}

/// A number of bytes as kernels take them: decimal or 0x, with k, M or G.
fn bytes_of(text: &str) -> Option<u64> {
    let (digits, shift) = match text.chars().last()? {
        'k' | 'K' => (&text[..text.len() - 1], 10),
        'm' | 'M' => (&text[..text.len() - 1], 20),
        'g' | 'G' => (&text[..text.len() - 1], 30),
        _ => (text, 0),
    };
    let number = match digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")) {
        Some(digits) => u64::from_str_radix(digits, 16).ok()?,
        None => digits.parse().ok()?,
    };
    number.checked_mul(1 << shift)
}
