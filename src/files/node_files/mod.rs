//! Files that one node gets and others do not: into a partition of the image, or into a FAT file system there. What they change
//! becomes a patch, and the image's file stays as it is.

mod boot;
mod check;
mod fat;
mod logical;
mod region;
mod sectors;
#[cfg(test)]
mod tests;
mod view;

use std::{collections::BTreeMap, io::Write as _};

use link::{Foreign, storage::SECTOR};

pub(super) use sectors::Sectors;

use crate::{
    failure::Problem,
    image::{Image, Patch},
    transport::Stop,
};
use region::{Partition, TABLE};
use view::{Read, View};

/// How often the image may be read for what is missing. What is read grows each time.
const ROUNDS: u32 = 32;
/// Sectors that are read after one that is missing, in the first round and at most.
const AHEAD: (u64, u64) = (512, 4096);

/// A file for one node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// The partition: its name in the image's GPT, or its number.
    pub partition: String,
    /// What the file holds.
    pub bytes: Vec<u8>,
    /// Its path in the FAT file system of that partition; `None`: it goes to the partition's beginning, as it is.
    pub target: Option<String>,
}

/// Finds out what these files change in an image, which errors call `name`. What is not at hand of it is read.
pub(super) fn patch(
    writes: &[Write],
    (name, image): (&str, &mut Image),
    sectors: &mut Sectors,
    stop: &Stop,
) -> Result<Patch, Problem> {
    for round in 0..ROUNDS {
        let mut view = View::new(sectors);
        let done = write_all(writes, &mut view);
        let (changed, missing) = view.into_parts();
        if missing.is_empty() {
            return done.and_then(|()| joined(changed)).map_err(|problem| named(name, problem));
        }
        let ahead = (AHEAD.0 << round.min(8)).min(AHEAD.1);
        let wanted: Vec<_> = missing.into_iter().map(|first| first..first + ahead).collect();
        sectors.fetch((name, &mut *image), &wanted, stop)?;
    }
    let text =
        "what its file system says of its files is scattered over all of it: none can be added";
    Err(Problem::BadInput(format!("{name}: {text}")))
}

/// Writes the files, in their order.
fn write_all(writes: &[Write], view: &mut View<'_>) -> Result<(), Problem> {
    if writes.is_empty() {
        return Ok(());
    }
    let mut table = vec![0; TABLE];
    let Read::There = view.read_at(0, &mut table) else { return Ok(()) };
    let Some(all) = region::all(&table, view)? else { return Ok(()) };
    for write in writes {
        let partition = Partition::find(&all, &write.partition)?;
        view.open(partition.sectors());
        match &write.target {
            Some(path) => fat::put(view, path, &write.bytes),
            None => put(view, &partition, &write.bytes),
        }
        .map_err(|problem| named(&format!("partition {}", Foreign(&write.partition)), problem))?;
    }
    Ok(())
}

/// Writes bytes to the beginning of a partition.
fn put(view: &mut View<'_>, partition: &Partition, bytes: &[u8]) -> Result<(), Problem> {
    let room = partition.bytes();
    if bytes.len() as u64 > room {
        let text = format!("{} bytes do not fit into its {room}", bytes.len());
        return Err(Problem::BadInput(text).advised("name a larger partition, or a shorter file"));
    }
    view.write_all(bytes).map_err(|error| Problem::BadInput(error.to_string()))
}

/// A problem of what has this name.
fn named(name: &str, problem: Problem) -> Problem {
    match problem {
        Problem::BadInput(text) => Problem::BadInput(format!("{name}: {text}")),
        Problem::Changed(text) => Problem::Changed(format!("{name}: {text}")),
        Problem::Advised(problem, advice) => named(name, *problem).advised(advice),
        other => other,
    }
}

/// Sectors as parts of a patch.
fn joined(changed: BTreeMap<u64, [u8; SECTOR]>) -> Result<Patch, Problem> {
    let mut parts: Vec<(u64, Vec<u8>)> = Vec::new();
    for (sector, bytes) in changed {
        let offset = sector * SECTOR as u64;
        match parts.last_mut() {
            Some((first, part)) if *first + part.len() as u64 == offset => part.extend(bytes),
            _ => parts.push((offset, bytes.to_vec())),
        }
    }
    Patch::new(parts).map_err(Problem::Failed)
}
