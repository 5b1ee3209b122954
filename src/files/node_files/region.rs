//! Partitions of an image, by name or number.

use std::ops::Range;

use link::{Foreign, storage::SECTOR};
use rockusb::gpt::{PRIMARY_SECTORS, Place, Table};

use super::{logical, view::View};
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
    /// A partition without a name. It has at least one sector.
    pub(super) fn nameless(number: usize, sectors: Range<u64>) -> Self {
        Self { number, name: String::new(), first: sectors.start, last: sectors.end - 1 }
    }

    /// The partition of that name, or else of that number.
    pub(super) fn find(all: &[Self], name: &str) -> Result<Self, Problem> {
        let named = |same: &dyn Fn(&str) -> bool| {
            let mut found = all.iter().filter(|partition| same(&partition.name));
            found.next().filter(|_| found.next().is_none())
        };
        let number = || all.iter().find(|partition| partition.number.to_string() == name);
        let found = named(&|other| other == name)
            .or_else(|| named(&|other| other.eq_ignore_ascii_case(name)))
            .or_else(number);
        found.cloned().ok_or_else(|| unknown(all, name))
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

/// The partitions in the table that an image begins with; `None`: sectors that say more of them are not at hand.
pub(super) fn all(table: &[u8], view: &mut View<'_>) -> Result<Option<Vec<Partition>>, Problem> {
    let gpt = Table::parse(Place::primary(table))
        .map_err(|error| Problem::BadInput(error.to_string()))?;
    let found = match gpt {
        Some(gpt) => numbered(table, &gpt),
        None => {
            let mut found = mbr(table);
            let extended = found.extract_if(.., |(kind, _)| EXTENDED.contains(kind));
            let extended: Vec<_> = extended.map(|(_, partition)| partition.sectors()).collect();
            let mut found: Vec<_> = found.into_iter().map(|(_, partition)| partition).collect();
            // More than one is known to nobody.
            if let Some(extended) = extended.first() {
                let Some(more) = logical::all(extended, view)? else { return Ok(None) };
                found.extend(more);
            }
            found
        }
    };
    match found.is_empty() {
        true => {
            Err(Problem::BadInput("the image has no partition table that names a partition".into())
                .advised("files can be put into images of whole disks"))
        }
        false => Ok(Some(found)),
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

/// The four partitions of an MBR with their types; they have no names.
fn mbr(table: &[u8]) -> Vec<(u8, Partition)> {
    let sector = table.first_chunk().filter(|sector| sector[510..] == SIGNATURE);
    let entries = sector.map(entries).into_iter().flatten().zip(1..);
    // A FAT's own first sector ends in the same two bytes, and has text there.
    let used = entries.filter(|(entry, _)| matches!(entry.status, 0 | 0x80) && entry.is_used());
    used.map(|(entry, number)| {
        (entry.kind, Partition::nameless(number, entry.first..entry.first + entry.sectors))
    })
    .collect()
}

/// What an MBR, or the sector before a logical partition, ends with.
pub(super) const SIGNATURE: [u8; 2] = [0x55, 0xaa];

/// Types of partitions that hold logical ones.
pub(super) const EXTENDED: [u8; 3] = [0x05, 0x0f, 0x85];

/// An entry of an MBR, or of the sector before a logical partition.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    status: u8,
    pub(super) kind: u8,
    /// From where the table counts.
    pub(super) first: u64,
    pub(super) sectors: u64,
}

impl Entry {
    pub(super) fn is_used(self) -> bool {
        self.kind != 0 && self.first > 0 && self.sectors > 0
    }
}

/// The four entries of such a sector.
pub(super) fn entries(sector: &[u8; SECTOR]) -> [Entry; 4] {
    [446, 462, 478, 494].map(|at| {
        let (first, sectors) = (word(sector, at + 8), word(sector, at + 12));
        Entry { status: sector[at], kind: sector[at + 4], first, sectors }
    })
}
