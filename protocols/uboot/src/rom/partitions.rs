//! Partition tables as `mmc part` lists them.

use alloc::{format, string::String, vec, vec::Vec};

use link::storage::{SECTOR, Storage};

/// The most entries of a GPT that are looked at.
const MOST: u32 = 128;

/// The list for this disk, if it has an MBR or a GPT.
pub(super) fn listed(command: &str, number: u32, storage: &mut dyn Storage) -> Option<String> {
    let (mut first, mut header) = (vec![0; SECTOR], vec![0; SECTOR]);
    storage.read_at(0, &mut first).ok()?;
    storage.read_at(1, &mut header).ok()?;
    let (kind, rows) = match () {
        () if header.starts_with(b"EFI PART") => ("EFI", gpt(&header, storage)),
        () if first[510..] == [0x55, 0xaa] => ("DOS", mbr(&first)),
        () => return None,
    };
    let head = format!("Partition Map for {command} device {number}  --   Partition Type: {kind}");
    Some(format!("\n{head}\n\n{rows}"))
}

fn word(bytes: &[u8], at: usize) -> u32 {
    let mut word = [0; 4];
    word.copy_from_slice(&bytes[at..at + 4]);
    u32::from_le_bytes(word)
}

fn long(bytes: &[u8], at: usize) -> u64 {
    u64::from(word(bytes, at)) | u64::from(word(bytes, at + 4)) << 32
}

fn mbr(first: &[u8]) -> String {
    let mut text = String::from("Part\tStart Sector\tNum Sectors\tUUID\t\tType\n");
    let id = word(first, 440);
    for (index, entry) in (1..).zip(first[446..510].chunks_exact(16)) {
        let (kind, start, count) = (entry[4], word(entry, 8), word(entry, 12));
        if kind != 0 {
            text += &format!(
                " {index:2}\t{start:<10}\t{count:<10}\t{id:08x}-{index:02x}\t{kind:02x}\n"
            );
        }
    }
    text
}

fn gpt(header: &[u8], storage: &mut dyn Storage) -> String {
    let mut text = String::from("Part\tStart LBA\tEnd LBA\t\tName\n");
    let (table, count, size) = (long(header, 72), word(header, 80).min(MOST), word(header, 84));
    if size != 128 {
        return text;
    }
    let mut entries = vec![0; count.next_multiple_of(4) as usize * 128];
    if storage.read_at(table, &mut entries).is_err() {
        return text;
    }
    for (index, entry) in (1..).zip(entries.chunks_exact(128)) {
        if entry[..16].iter().all(|byte| *byte == 0) {
            continue;
        }
        let (start, end, name) = (long(entry, 32), long(entry, 40), name(&entry[56..]));
        text += &format!(" {index:2}\t0x{start:08x}\t0x{end:08x}\t\"{name}\"\n");
    }
    text
}

fn name(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    let units: Vec<u16> = units.take_while(|unit| *unit != 0).collect();
    String::from_utf16_lossy(&units)
}
