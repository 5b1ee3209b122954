//! GUID partition tables.

mod guid;

use alloc::{format, string::String, vec, vec::Vec};

use crate::{
    Unsound,
    bytes::{array, le16, le32, le64, put},
    sums,
    wire::SECTOR,
};

pub use guid::Guid;

/// Sectors of the primary table: protective MBR, header, entries.
pub const PRIMARY_SECTORS: u64 = 34;
/// Sectors of the backup at the medium's end: entries, header.
pub const BACKUP_SECTORS: u64 = 33;
/// Bit of a partition's attributes that the parameter file's `bootable` sets (legacy BIOS bootable).
pub const BOOTABLE: u64 = 1 << 2;

const SIGNATURE: &[u8; 8] = b"EFI PART";
const HEADER: usize = 92;
const ENTRY: usize = 128;
const ENTRIES: usize = 128;

/// A partition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partition {
    /// Name: up to 36 UTF-16 units.
    pub name: String,
    /// What it is for.
    pub kind: Guid,
    /// Its own number.
    pub id: Guid,
    /// First sector.
    pub first: u64,
    /// Last sector.
    pub last: u64,
    /// Attribute bits.
    pub attributes: u64,
}

impl Partition {
    /// Its length in sectors.
    pub fn sectors(&self) -> u64 {
        (self.last - self.first).saturating_add(1)
    }
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The disk's number.
    pub disk: Guid,
    /// Its partitions, in table order.
    pub partitions: Vec<Partition>,
}

/// Where a table is looked for: `bytes` begin at sector `first`, the header is at sector `header`. Sectors have 512 bytes
/// unless something else is said.
#[derive(Clone, Copy, Debug)]
pub struct Place<'b> {
    bytes: &'b [u8],
    first: u64,
    header: u64,
    sector: usize,
}

impl<'b> Place<'b> {
    /// The first [`PRIMARY_SECTORS`] sectors of a medium, or more.
    pub fn primary(bytes: &'b [u8]) -> Self {
        Self { bytes, first: 0, header: 1, sector: SECTOR }
    }

    /// The last [`BACKUP_SECTORS`] sectors of a medium of `total` sectors.
    pub fn backup(bytes: &'b [u8], total: u64) -> Self {
        Self::end(bytes, total, SECTOR)
    }

    /// The last sectors of a medium of `total` sectors of this many bytes, [`BACKUP_SECTORS`] of 512 bytes or more.
    pub fn end(bytes: &'b [u8], total: u64, sector: usize) -> Self {
        // What is not whole sectors is at the front.
        let bytes = &bytes[bytes.len() % sector..];
        let first = total.saturating_sub((bytes.len() / sector) as u64);
        Self { bytes, first, header: total.saturating_sub(1), sector }
    }

    /// The same on a medium whose sectors have this many bytes.
    pub fn with_sectors_of(self, sector: usize) -> Self {
        Self { sector, ..self }
    }

    fn at(self, sector: u64, length: usize) -> Option<&'b [u8]> {
        let start =
            usize::try_from(sector.checked_sub(self.first)?).ok()?.checked_mul(self.sector)?;
        self.bytes.get(start..start.checked_add(length)?)
    }
}

/// The one of that name among partitions of any table: exactly so, or the only one that differs in capitals alone.
///
/// # Errors
/// The partitions that the name fits, where it does not fit exactly one.
pub fn named<'p, T>(
    all: &'p [T],
    name: &str,
    of: impl Fn(&T) -> &str,
) -> Result<&'p T, Vec<&'p T>> {
    let mut found: Vec<_> = all.iter().filter(|one| of(one) == name).collect();
    if found.is_empty() {
        found = all.iter().filter(|one| of(one).eq_ignore_ascii_case(name)).collect();
    }
    match found[..] {
        [only] => Ok(only),
        _ => Err(found),
    }
}

impl Table {
    /// Reads and checks a table; `None` where there is none, which is another thing than a damaged one.
    ///
    /// # Errors
    /// When there is a table, and its sums or entries do not hold.
    pub fn parse(place: Place<'_>) -> Result<Option<Self>, Unsound> {
        let header = match place.at(place.header, SECTOR) {
            Some(header) if header.starts_with(SIGNATURE) => header,
            _ => return Ok(None),
        };
        check_header(header, place.header)?;
        let (count, size) = (le32(header, 80) as usize, le32(header, 84) as usize);
        if size < ENTRY || !size.is_power_of_two() {
            return Err(Unsound(format!("the GPT has entries of {size} bytes")));
        }
        let entries = count.checked_mul(size).and_then(|length| place.at(le64(header, 72), length));
        let entries = entries
            .ok_or_else(|| Unsound::new("the GPT's entries are not where they usually are"))?;
        if sums::crc32_gpt(entries) != le32(header, 88) {
            return Err(Unsound::new(
                "the GPT is damaged: the checksum of its entries does not hold",
            ));
        }
        let used = entries.chunks_exact(size).filter(|entry| entry[..16] != [0; 16]);
        let partitions = used.map(read_entry).collect::<Result<_, _>>()?;
        Ok(Some(Self { disk: Guid(array(header, 56)), partitions }))
    }

    /// The partition of that name: exactly so, or the only one that differs in capitals alone.
    ///
    /// # Errors
    /// The partitions that the name fits, where it does not fit exactly one.
    pub fn find(&self, name: &str) -> Result<&Partition, Vec<&Partition>> {
        named(&self.partitions, name, |partition| &partition.name)
    }

    /// Refuses a partition of this table that must not be written, on a medium of `total` sectors: one on the table, on
    /// its backup, past the medium's end, or on another partition.
    ///
    /// # Errors
    /// What is wrong with the partition.
    pub fn check_place(&self, part: &Partition, total: u64) -> Result<(), Unsound> {
        let (name, end) = (part.name.escape_debug(), last_usable(total));
        if part.first < PRIMARY_SECTORS || part.last < part.first || part.last > end {
            let (first, last) = (part.first, part.last);
            return Err(Unsound(format!(
                "partition {name} ({first} to {last}) is not between the sectors {PRIMARY_SECTORS} and {end}, where the \
                 table leaves room"
            )));
        }
        let overlaps = |other: &&Partition| part.first <= other.last && other.first <= part.last;
        // A partition overlaps itself, once.
        let mut others = self.partitions.iter().filter(|other| *other != part);
        let twins = self.partitions.iter().filter(|other| *other == part).count();
        match others.find(overlaps).or_else(|| (twins > 1).then_some(part)) {
            Some(other) => {
                let other = other.name.escape_debug();
                Err(Unsound(format!("partitions {name} and {other} overlap")))
            }
            None => Ok(()),
        }
    }

    /// The partitions that share a sector with a range of sectors.
    pub fn touched(&self, first: u64, sectors: u64) -> impl Iterator<Item = &Partition> {
        let end = first.saturating_add(sectors);
        self.partitions.iter().filter(move |part| part.first < end && first <= part.last)
    }

    /// The sectors of primary and backup for a medium of `total` sectors. The backup goes to `total` −
    /// [`BACKUP_SECTORS`] and is to be written first: a table that tells of a backup should find it.
    ///
    /// # Errors
    /// When the partitions do not fit.
    pub fn build(&self, total: u64) -> Result<(Vec<u8>, Vec<u8>), Unsound> {
        self.check(total)?;
        let mut entries = vec![0; ENTRIES * ENTRY];
        for (partition, entry) in self.partitions.iter().zip(entries.chunks_exact_mut(ENTRY)) {
            write_entry(partition, entry)?;
        }
        let header = |own, other, at| self.header(&entries, total, [own, other, at]);
        let mut primary = protective_mbr(total).to_vec();
        primary.extend(header(1, total - 1, 2));
        primary.extend_from_slice(&entries);
        let mut backup = entries.clone();
        backup.extend(header(total - 1, 1, total - BACKUP_SECTORS));
        Ok((primary, backup))
    }

    fn check(&self, total: u64) -> Result<(), Unsound> {
        if total < PRIMARY_SECTORS + BACKUP_SECTORS + 1 {
            return Err(Unsound(format!("a medium of {total} sectors has no room for a GPT")));
        }
        if self.partitions.len() > ENTRIES {
            return Err(Unsound::new("a GPT has room for 128 partitions"));
        }
        self.partitions.iter().try_for_each(|part| self.check_place(part, total))
    }

    /// A header; `sectors`: its own, the other's, the entries'.
    fn header(&self, entries: &[u8], total: u64, sectors: [u64; 3]) -> [u8; SECTOR] {
        let [own, other, at] = sectors.map(u64::to_le_bytes);
        let mut bytes = [0; SECTOR];
        put(&mut bytes, 0, SIGNATURE);
        put(&mut bytes, 8, &0x0001_0000_u32.to_le_bytes());
        put(&mut bytes, 12, &(HEADER as u32).to_le_bytes());
        put(&mut bytes, 24, &own);
        put(&mut bytes, 32, &other);
        put(&mut bytes, 40, &PRIMARY_SECTORS.to_le_bytes());
        put(&mut bytes, 48, &last_usable(total).to_le_bytes());
        put(&mut bytes, 56, &self.disk.0);
        put(&mut bytes, 72, &at);
        put(&mut bytes, 80, &(ENTRIES as u32).to_le_bytes());
        put(&mut bytes, 84, &(ENTRY as u32).to_le_bytes());
        put(&mut bytes, 88, &sums::crc32_gpt(entries).to_le_bytes());
        let sum = sums::crc32_gpt(&bytes[..HEADER]);
        put(&mut bytes, 16, &sum.to_le_bytes());
        bytes
    }
}

/// Last sector that partitions may take.
pub fn last_usable(total: u64) -> u64 {
    total.saturating_sub(PRIMARY_SECTORS)
}

fn check_header(header: &[u8], own: u64) -> Result<(), Unsound> {
    let size = le32(header, 12) as usize;
    let Some(sum_of) = header.get(..size).filter(|_| size >= HEADER) else {
        return Err(Unsound(format!("the GPT's header is {size} bytes long")));
    };
    let mut bytes = sum_of.to_vec();
    put(&mut bytes, 16, &[0; 4]);
    if sums::crc32_gpt(&bytes) != le32(header, 16) {
        return Err(Unsound::new("the GPT is damaged: the checksum of its header does not hold"));
    }
    if le64(header, 24) != own {
        return Err(Unsound::new("the GPT is damaged: its header says that it is elsewhere"));
    }
    Ok(())
}

fn read_entry(entry: &[u8]) -> Result<Partition, Unsound> {
    let units = entry[56..ENTRY].chunks_exact(2).map(|unit| le16(unit, 0));
    let name: String = char::decode_utf16(units.take_while(|&unit| unit != 0))
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    let (first, last) = (le64(entry, 32), le64(entry, 40));
    if last < first {
        return Err(Unsound(format!("partition `{}` ends before it begins", name.escape_debug())));
    }
    let (kind, id) = (Guid(array(entry, 0)), Guid(array(entry, 16)));
    Ok(Partition { name, kind, id, first, last, attributes: le64(entry, 48) })
}

fn write_entry(partition: &Partition, entry: &mut [u8]) -> Result<(), Unsound> {
    let units: Vec<u16> = partition.name.encode_utf16().collect();
    if units.len() > 36 {
        return Err(Unsound(format!("the name {} is longer than 36 letters", partition.name)));
    }
    put(entry, 0, &partition.kind.0);
    put(entry, 16, &partition.id.0);
    put(entry, 32, &partition.first.to_le_bytes());
    put(entry, 40, &partition.last.to_le_bytes());
    put(entry, 48, &partition.attributes.to_le_bytes());
    for (index, unit) in units.iter().enumerate() {
        put(entry, 56 + 2 * index, &unit.to_le_bytes());
    }
    Ok(())
}

/// The MBR that keeps old tools away: one partition of type EE over all of the medium.
fn protective_mbr(total: u64) -> [u8; SECTOR] {
    let mut sector = [0; SECTOR];
    put(&mut sector, 446, &[0, 0, 2, 0, 0xee, 0xff, 0xff, 0xff, 1, 0, 0, 0]);
    let sectors = u32::try_from(total - 1).unwrap_or(u32::MAX);
    put(&mut sector, 458, &sectors.to_le_bytes());
    put(&mut sector, 510, &[0x55, 0xaa]);
    sector
}

#[cfg(test)]
mod tests;
