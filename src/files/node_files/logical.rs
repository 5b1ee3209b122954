//! Logical partitions of an MBR: a chain of sectors, each of which tells of one partition and of the next such sector.

use std::ops::Range;

use link::storage::SECTOR;

use super::{
    region::{EXTENDED, Partition, SIGNATURE, entries},
    view::{Read, View},
};
use crate::failure::Problem;

/// The most links of a chain that are followed: more than Linux has numbers for.
const MOST: usize = 256;
/// The number of the first one.
const FIRST: usize = 5;

/// The logical partitions in an extended one, with their numbers as Linux and sfdisk have them; `None`: not all of the chain is at
/// hand. Fails where the chain leaves the extended partition or has no end.
pub(super) fn all(
    extended: &Range<u64>,
    view: &mut View<'_>,
) -> Result<Option<Vec<Partition>>, Problem> {
    let (mut found, mut at) = (Vec::new(), extended.start);
    for _ in 0..MOST {
        let mut sector = [0; SECTOR];
        if view.read_at(at, &mut sector) == Read::Missing {
            return Ok(None);
        }
        let [one, next, ..] = entries(&sector);
        // The chain of an extended partition that holds nothing begins with an empty sector.
        if sector[510..] != SIGNATURE {
            return if at == extended.start { Ok(Some(found)) } else { Err(damaged()) };
        }
        if one.is_used() && !EXTENDED.contains(&one.kind) {
            let sectors = at + one.first..at + one.first + one.sectors;
            if sectors.end > extended.end {
                return Err(damaged());
            }
            found.push(Partition::nameless(FIRST + found.len(), sectors));
        }
        if !(next.is_used() && EXTENDED.contains(&next.kind)) {
            return Ok(Some(found));
        }
        // Counted from the extended partition's beginning, whichever link it is.
        at = extended.start + next.first;
        if at >= extended.end {
            return Err(damaged());
        }
    }
    Err(damaged())
}

fn damaged() -> Problem {
    Problem::BadInput("its chain of logical partitions leaves the extended one, or has no end".into())
        .advised("check the image's partition table (`sfdisk --verify`), or use the image that its publisher has")
}
