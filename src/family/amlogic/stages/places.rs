//! Where files go in memory before U-Boot starts: none may overlap another, or what is to be run.

use std::ops::Range;

use amlogic::families::Flow;
use link::Source;

use crate::{failure::Problem, files::memory_file::MemoryFile};

/// Bytes of BL2's parameters, of which there are fewer.
const PARAMS: u64 = 512;

/// A named range of memory.
type Place = (String, Range<u64>);

fn place(load: &MemoryFile) -> Place {
    let start = u64::from(load.address);
    (load.name.clone(), start..start + load.input.size())
}

/// Refuses files that hold nothing, run past the end of memory or overlap.
pub(super) fn check(loads: &[MemoryFile]) -> Result<(), Problem> {
    let mut others: Vec<Place> = Vec::new();
    for (name, range) in loads.iter().map(place) {
        if range.is_empty() {
            return Err(Problem::BadInput(format!("{name}: it is empty")));
        }
        if range.end > 1 << 32 {
            let text = format!("{name}: it would run past the end of 32-bit addresses");
            return Err(Problem::Usage(text));
        }
        apart(&name, &range, &others)?;
        others.push((name, range));
    }
    Ok(())
}

/// Refuses files that overlap BL2, its parameters or U-Boot of `tpl` bytes.
pub(super) fn check_boot(loads: &[MemoryFile], flow: Flow, tpl: usize) -> Result<(), Problem> {
    let Flow::Gx { bl2, params, tpl: start } = flow else { return Ok(()) };
    let at = |name: &str, start: u32, length: u64| {
        (name.to_owned(), u64::from(start)..u64::from(start) + length)
    };
    let others = [
        at("BL2", bl2, flow.bl2_length().unwrap_or(0) as u64),
        at("BL2's parameters", params, PARAMS),
        at("U-Boot", start, tpl as u64),
    ];
    loads.iter().map(place).try_for_each(|(name, range)| apart(&name, &range, &others))
}

fn apart(name: &str, range: &Range<u64>, others: &[Place]) -> Result<(), Problem> {
    let meets = |other: &Range<u64>| range.start < other.end && other.start < range.end;
    match others.iter().find(|(_, other)| meets(other)) {
        None => Ok(()),
        Some((other, at)) => Err(Problem::Usage(format!(
            "{name} would overlap {other}, which is at {:#x} to {:#x}",
            at.start,
            at.end - 1
        ))),
    }
}
