//! Partitions of an image, by name or number.

use std::ops::Range;

use link::{Foreign, storage::SECTOR};
use rockusb::gpt::{PRIMARY_SECTORS, Place, Table};

use crate::failure::Problem;

/// Bytes of an image's beginning that hold its table.
pub(super) const TABLE: usize = PRIMARY_SECTORS as usize * SECTOR;

/// A partition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Partition {
    number: usize,
    name: String,
    first: u64,
    last: u64,
}

impl Partition {
    /// The partition of that name, or else of that number, in the table that an image begins with.
    pub(super) fn find(table: &[u8], name: &str) -> Result<Self, Problem> {
        let all = all(table)?;
        let named = |same: &dyn Fn(&str) -> bool| {
            let mut found = all.iter().filter(|partition| same(&partition.name));
            found.next().filter(|_| found.next().is_none())
        };
        let number = || all.iter().find(|partition| partition.number.to_string() == name);
        let found = named(&|other| other == name)
            .or_else(|| named(&|other| other.eq_ignore_ascii_case(name)))
            .or_else(number);
        found.cloned().ok_or_else(|| unknown(&all, name))
    }

    /// Its sectors.
    pub(super) fn sectors(&self) -> Range<u64> {
        self.first..self.last + 1
    }

    /// Its length in bytes.
    pub(super) fn bytes(&self) -> u64 {
        (self.last + 1 - self.first).saturating_mul(SECTOR as u64)
    }
}

fn unknown(all: &[Partition], name: &str) -> Problem {
    let known = all.iter().map(|part| match part.name.as_str() {
        "" => part.number.to_string(),
        name => format!("{} ({})", Foreign(name), part.number),
    });
    let known = known.collect::<Vec<_>>().join(", ");
    Problem::BadInput(format!("the image has no single partition {}", Foreign(name)))
        .advised(format!("its partitions are: {known}"))
}

fn all(table: &[u8]) -> Result<Vec<Partition>, Problem> {
    let gpt = Table::parse(Place::primary(table))
        .map_err(|error| Problem::BadInput(error.to_string()))?;
    let found = match gpt {
        Some(gpt) => numbered(table, &gpt),
        None => mbr(table),
    };
    match found.is_empty() {
        true => {
            Err(Problem::BadInput("the image has no partition table that names a partition".into())
                .advised("files can be put into images of whole disks"))
        }
        false => Ok(found),
    }
}

fn word(bytes: &[u8], at: usize) -> u64 {
    let word = bytes.get(at..at + 4).and_then(|word| word.first_chunk());
    word.map_or(0, |word| u32::from_le_bytes(*word).into())
}

/// The partitions of a GPT that was read, with their numbers: entries may be empty in between.
fn numbered(table: &[u8], gpt: &Table) -> Vec<Partition> {
    let header = &table[SECTOR..];
    let (start, size) = (word(header, 72) as usize * SECTOR, word(header, 84) as usize);
    let entries = table.get(start..).unwrap_or_default().chunks(size.max(1)).zip(1..);
    let used = entries.filter(|(entry, _)| entry.iter().take(16).any(|byte| *byte != 0));
    let pairs = gpt.partitions.iter().zip(used);
    let pairs = pairs.map(|(part, (_, number))| (part, number));
    // A last sector that no disk has would be no range.
    pairs
        .filter(|(part, _)| part.last < u64::MAX / SECTOR as u64)
        .map(|(part, number)| {
            let (name, first, last) = (part.name.clone(), part.first, part.last);
            Partition { number, name, first, last }
        })
        .collect()
}

/// The four partitions of an MBR, which have no names.
fn mbr(table: &[u8]) -> Vec<Partition> {
    if table[510..512] != [0x55, 0xaa] {
        return Vec::new();
    }
    let entries = table[446..510].chunks_exact(16).zip(1..);
    // A FAT's own first sector ends in the same two bytes, and has text there.
    let entries = entries.filter(|(entry, _)| matches!(entry[0], 0 | 0x80) && entry[4] != 0);
    let parts = entries.map(|(entry, number)| (number, word(entry, 8), word(entry, 12)));
    let parts = parts.filter(|(_, first, sectors)| *first > 0 && *sectors > 0);
    parts
        .map(|(number, first, sectors)| {
            let (name, last) = (String::new(), first + sectors - 1);
            Partition { number, name, first, last }
        })
        .collect()
}
