//! GUID partition tables, as far as U-Boot looks at them.

use alloc::{string::String, vec, vec::Vec};

use link::{
    IoError,
    storage::{SECTOR, Storage},
};

/// Bytes of an entry, and of all of them.
const ENTRY: usize = 128;
const ENTRIES: usize = 128 * ENTRY;

/// A table that was checked: its header, its entries, and where those are.
struct Table {
    header: Vec<u8>,
    entries: Vec<u8>,
}

/// Reads what follows the first sector.
fn table(bytes: &[u8]) -> Option<Table> {
    let header = bytes.get(SECTOR..2 * SECTOR)?.to_vec();
    let size = word(&header, 12) as usize;
    let usual =
        word(&header, 80) as usize * ENTRY == ENTRIES && word(&header, 84) as usize == ENTRY;
    if !header.starts_with(b"EFI PART") || !(92..=SECTOR).contains(&size) || !usual {
        return None;
    }
    let entries = bytes.get(2 * SECTOR..2 * SECTOR + ENTRIES)?.to_vec();
    let mut zeroed = header[..size].to_vec();
    zeroed[16..20].fill(0);
    let sound = crc32fast::hash(&zeroed) == word(&header, 16)
        && crc32fast::hash(&entries) == word(&header, 88);
    sound.then_some(Table { header, entries })
}

/// Where a partition is: first sector and how many.
pub(super) fn find(storage: &mut dyn Storage, name: &str) -> Option<(u64, u64)> {
    let mut bytes = vec![0; 2 * SECTOR + ENTRIES];
    if storage.sectors() < 34 || storage.read_at(0, &mut bytes).is_err() {
        return None;
    }
    let entries = table(&bytes)?.entries;
    let found =
        entries.chunks(ENTRY).find(|entry| entry[..16] != [0; 16] && name_of(entry) == name)?;
    let (first, last) = (long(found, 32), long(found, 40));
    let inside = first <= last && last < storage.sectors();
    inside.then(|| (first, last - first + 1))
}

/// `flash:gpt`: writes the table that the buffer holds, and its copy at the medium's end.
pub(super) fn write(storage: &mut dyn Storage, buffer: &[u8]) -> Result<(), &'static str> {
    let table = table(buffer).ok_or("invalid GPT partition")?;
    let total = storage.sectors();
    if total < 68 || long(&table.header, 48) > total - 34 {
        return Err("invalid GPT partition");
    }
    let mut write = || -> Result<(), IoError> {
        let here = header(&table, 1, total - 1, 2);
        let there = header(&table, total - 1, 1, total - 33);
        storage.write_at(0, &buffer[..SECTOR])?;
        storage.write_at(1, &here)?;
        storage.write_at(2, &table.entries)?;
        storage.write_at(total - 33, &table.entries)?;
        storage.write_at(total - 1, &there)
    };
    write().map_err(|_| "writing GPT partitions failed")
}

/// The header for a place.
fn header(table: &Table, at: u64, other: u64, entries: u64) -> Vec<u8> {
    let mut header = table.header.clone();
    header[24..32].copy_from_slice(&at.to_le_bytes());
    header[32..40].copy_from_slice(&other.to_le_bytes());
    header[72..80].copy_from_slice(&entries.to_le_bytes());
    header[16..20].fill(0);
    let sum = crc32fast::hash(&header[..word(&header, 12) as usize]);
    header[16..20].copy_from_slice(&sum.to_le_bytes());
    header
}

fn name_of(entry: &[u8]) -> String {
    let units = entry[56..].chunks(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
    char::decode_utf16(units.take_while(|unit| *unit != 0))
        .map(|c| c.unwrap_or('\u{fffd}'))
        .collect()
}

fn word(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

fn long(bytes: &[u8], at: usize) -> u64 {
    u64::from(word(bytes, at)) | u64::from(word(bytes, at + 4)) << 32
}
