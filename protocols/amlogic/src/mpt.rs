//! The vendor's own partition table (`MPT`), at the start of the partition `reserved` of an eMMC.
//!
//! Layout by the vendor's U-Boot and kernel (`emmc_partitions.h`), numbers little-endian: magic, 12 bytes of version, u32
//! count, u32 sum, then up to 32 entries of 40 bytes: 16 bytes of name, u64 size, u64 offset, u32 flags, 4 bytes of nothing.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use crate::bytes::{array, le32, le64};

/// The byte of the eMMC where the table begins: behind 4 MiB of boot loader and 32 MiB that are reserved.
pub const START: u64 = 36 << 20;
/// The most bytes that a table has.
pub const LENGTH: usize = HEADER + MOST * ENTRY;

const MAGIC: &[u8; 4] = b"MPT\0";
const HEADER: usize = 24;
const ENTRY: usize = 40;
const MOST: usize = 32;
const NAME: usize = 16;

/// A partition; its numbers are bytes of the eMMC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partition {
    /// Its name.
    pub name: String,
    /// Where it begins.
    pub offset: u64,
    /// How long it is.
    pub size: u64,
}

/// Why a table is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// It says that it has this many partitions.
    Count(u32),
    /// It ends before its last partition.
    Short,
    /// Its sum, and what its bytes add up to.
    Sum(u32, u32),
    /// The partition of this number, from 0, has no name, or one that is not text.
    Name(usize),
    /// The partition of this number ends where no number of bytes goes.
    Range(usize),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => write!(f, "it says that it has {count} partitions"),
            Self::Short => f.write_str("it ends before its last partition"),
            Self::Sum(said, is) => write!(f, "its sum is {said:#010x}, its bytes make {is:#010x}"),
            Self::Name(at) => write!(f, "partition {at} has no name"),
            Self::Range(at) => write!(f, "partition {at} has no end"),
        }
    }
}

impl core::error::Error for Error {}

/// The partitions of the table that begins with the first byte; none where no table begins.
///
/// # Errors
/// [`Error`] where a table begins that is damaged.
pub fn parse(bytes: &[u8]) -> Result<Option<Vec<Partition>>, Error> {
    if !bytes.starts_with(MAGIC) {
        return Ok(None);
    }
    let count = le32(bytes, 16);
    let entries = match count as usize {
        count @ 1..=MOST => bytes.get(HEADER..HEADER + count * ENTRY).ok_or(Error::Short)?,
        _ => return Err(Error::Count(count)),
    };
    check_sum(entries, count, le32(bytes, 20))?;
    entries
        .chunks_exact(ENTRY)
        .enumerate()
        .map(|(at, entry)| partition(at, entry))
        .collect::<Result<_, _>>()
        .map(Some)
}

/// The first version of the table adds up its first entry as often as there are entries, the second one all of them.
fn check_sum(entries: &[u8], count: u32, said: u32) -> Result<(), Error> {
    let first = sum(&entries[..ENTRY]).wrapping_mul(count);
    match said == first || said == sum(entries) {
        true => Ok(()),
        false => Err(Error::Sum(said, first)),
    }
}

fn sum(bytes: &[u8]) -> u32 {
    bytes.chunks_exact(4).map(|word| le32(word, 0)).fold(0, u32::wrapping_add)
}

fn partition(at: usize, entry: &[u8]) -> Result<Partition, Error> {
    let name: [u8; NAME] = array(entry, 0);
    let name = name.split(|&byte| byte == 0).next().unwrap_or_default();
    let name = str::from_utf8(name).ok().filter(|name| !name.is_empty()).ok_or(Error::Name(at))?;
    let (size, offset) = (le64(entry, 16), le64(entry, 24));
    offset.checked_add(size).ok_or(Error::Range(at))?;
    Ok(Partition { name: name.to_string(), offset, size })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `reserved` as boards have it, and others behind it.
    fn table(count: usize, sum: u32) -> Vec<u8> {
        let mut bytes = alloc::vec![0; HEADER + count * ENTRY];
        bytes[..12].copy_from_slice(b"MPT\x0001.00.00");
        bytes[16..20].copy_from_slice(&(count as u32).to_le_bytes());
        bytes[20..24].copy_from_slice(&sum.to_le_bytes());
        for (at, entry) in bytes[HEADER..].chunks_exact_mut(ENTRY).enumerate() {
            let name: &[u8] = if at == 0 { b"reserved" } else { b"other" };
            entry[..name.len()].copy_from_slice(name);
            let at = at as u64;
            entry[16..24].copy_from_slice(&(0x400_0000 + at).to_le_bytes());
            entry[24..32].copy_from_slice(&(0x240_0000 + at).to_le_bytes());
        }
        bytes
    }

    /// Count, sum and first entry as they were read from a board's eMMC and published; the other entries do not count.
    #[test]
    fn a_boards_table_has_the_sum_that_was_measured() {
        let parts = parse(&table(29, 0x92d0_e8d4)).expect("it is sound").expect("it is one");
        assert_eq!(parts.len(), 29);
        let first = Partition { name: "reserved".into(), offset: 0x240_0000, size: 0x400_0000 };
        assert_eq!(parts[0], first);
    }

    #[test]
    fn the_second_version_sums_all_entries() {
        let mut bytes = table(3, 0);
        let all = sum(&bytes[HEADER..]);
        bytes[20..24].copy_from_slice(&all.to_le_bytes());
        assert_eq!(parse(&bytes).map(|parts| parts.map(|parts| parts.len())), Ok(Some(3)));
    }

    #[test]
    fn what_is_damaged_is_not_believed() {
        assert_eq!(parse(&[0; LENGTH]), Ok(None));
        assert_eq!(parse(&table(0, 0)), Err(Error::Count(0)));
        assert_eq!(parse(&table(33, 0)), Err(Error::Count(33)));
        let sound = table(29, 0x92d0_e8d4);
        assert_eq!(parse(&sound[..sound.len() - 1]), Err(Error::Short));
        assert!(matches!(parse(&table(29, 1)), Err(Error::Sum(1, 0x92d0_e8d4))));
        let mut unnamed = sound.clone();
        unnamed[HEADER + ENTRY] = 0;
        assert_eq!(parse(&unnamed), Err(Error::Name(1)));
        let mut endless = sound;
        endless[HEADER + ENTRY + 16..][..8].fill(0xff);
        assert_eq!(parse(&endless), Err(Error::Range(1)));
    }
}
