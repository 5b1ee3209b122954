//! The partition table that a package brings (`bin:gpt`): a board that is erased is laid out by it, so that what has no
//! place there is found before.

use amlogic::package::{Format, Item};
use link::Source;
use rockusb::gpt::{Partition, Place, Table};

use crate::{
    failure::Problem,
    files::{Input, amlogic::Sound, trouble},
};

const SECTOR: u64 = 512;
/// Bytes of a table that are believed: a few sectors.
const MOST: u64 = 1 << 20;
/// Partitions that U-Boot finds without a table.
const FIXED: [&str; 2] = ["_aml_dtb", "gpt"];

/// Refuses images that have no partition in the package's own table, or do not fit there. A package without a table that
/// can be read is let pass: only the board knows its partitions then, once its storage is laid out.
pub(super) fn check(sound: &Sound, input: &mut Input) -> Result<(), Problem> {
    let Some(table) = table(sound, input)? else { return Ok(()) };
    let loader = |item: &&Item| item.sub.starts_with("bootloader");
    let listed = |item: &&Item| !loader(item) && !FIXED.contains(&item.sub.as_str());
    for item in sound.package.partitions().filter(listed) {
        let bad = |what: String| Err(Problem::BadInput(format!("item {}: {what}", item.name())));
        let Some(partition) = find(&table, &item.sub) else {
            return bad("the package's own table has no such partition".into());
        };
        let bytes = match item.format {
            Format::Sparse => sound.package.expanded(item, input).map_err(unreadable)?,
            _ => item.range.end - item.range.start,
        };
        let room = partition.sectors().saturating_mul(SECTOR);
        if bytes > room {
            return bad(format!("{bytes} bytes, but its partition has {room}"));
        }
    }
    Ok(())
}

/// A partition of that name, or of the slot that is used first.
fn find<'t>(table: &'t Table, name: &str) -> Option<&'t Partition> {
    table.find(name).or_else(|_| table.find(&format!("{name}_a"))).ok()
}

fn table(sound: &Sound, input: &mut Input) -> Result<Option<Table>, Problem> {
    let Some(item) = sound.package.find("bin", "gpt") else { return Ok(None) };
    let length = (item.range.end - item.range.start).min(MOST);
    // At most 1 MiB.
    let mut bytes = vec![0; length as usize];
    input.read_at(item.range.start, &mut bytes).map_err(|error| trouble(&error))?;
    Ok(Table::parse(Place::primary(&bytes)).ok().flatten())
}

fn unreadable(error: impl std::fmt::Display) -> Problem {
    Problem::BadInput(error.to_string())
}
