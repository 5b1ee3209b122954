//! Where the agent, its data and its scripts are in a SoC's SRAM.

use alloc::vec::Vec;
use core::ops::Range;

use super::size;
use crate::chips::{Chip, Core, SCRATCH_SIZE};

/// The most that is used: what of larger SRAMs belongs to other blocks differs from SoC to SoC.
const MOST: u32 = 96 << 10;
/// What is unpacked at once at the most: of larger blocks little more is saved.
const BLOCK: u32 = 32 << 10;
/// The smallest places for blocks and for messages that are of use.
const LEAST: u32 = 4 << 10;
const SECTOR: u32 = 512;
/// The boot ROM's stack and buffers, from the SPL's address on, where the older ones have them. Newer ones may have them elsewhere,
/// and are taken to have them there, too.
const STACK: Range<u32> = 0x5c00..0x8000;
/// What the D1's boot ROM does without, from the same address on: xfel has its payloads, commands and buffers there.
const D1: u32 = 0x1_2000;

/// A division of SRAM.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Where the agent is.
    pub agent: u32,
    /// Where blocks are unpacked.
    pub block: u32,
    /// Bytes there, whole sectors.
    pub block_size: u32,
    /// Where messages are written to, and what is read from storage.
    pub input: u32,
    /// Bytes there.
    pub input_size: u32,
}

impl Room {
    /// The division of a SoC's SRAM; `None`: it is too small.
    pub fn of(chip: &Chip) -> Option<Self> {
        let mut free = free(chip);
        free.sort_by_key(|range| range.end - range.start);
        let largest = free.pop()?;
        let largest = largest.start..largest.end.min(largest.start + MOST);
        let own = size(chip.core).next_multiple_of(SECTOR);
        match free.pop().filter(|second| second.end - second.start >= own + LEAST) {
            Some(second) => {
                let start = second.start + own;
                let block = start..second.end.min(start + BLOCK);
                Self::new(second.start, block, largest)
            }
            None => {
                let (start, length) = (largest.start + own, largest.end - largest.start);
                let block = (length.checked_sub(own)? / 3).min(BLOCK) / SECTOR * SECTOR;
                Self::new(largest.start, start..start + block, start + block..largest.end)
            }
        }
    }

    fn new(agent: u32, block: Range<u32>, input: Range<u32>) -> Option<Self> {
        let block_size = (block.end - block.start) / SECTOR * SECTOR;
        let input_size = input.end - input.start;
        let is_enough = block_size >= LEAST && input_size >= LEAST;
        is_enough.then_some(Self {
            agent,
            block: block.start,
            block_size,
            input: input.start,
            input_size,
        })
    }
}

/// What of SRAM neither the boot ROM uses nor other code of ours, nor an SPL's header is in.
fn free(chip: &Chip) -> Vec<Range<u32>> {
    let mut taken: Vec<Range<u32>> =
        chip.swaps.iter().map(|swap| swap.rom..swap.rom + swap.size).collect();
    taken.push(chip.scratch..chip.scratch + SCRATCH_SIZE);
    taken.push(chip.spl..chip.spl + SCRATCH_SIZE);
    let size = match chip.core {
        Core::Arm => chip.sram,
        Core::RiscV => D1,
    };
    if chip.core == Core::Arm {
        taken.push(chip.spl + STACK.start..chip.spl + STACK.end);
    }
    taken.sort_by_key(|range| range.start);
    let (mut at, end) = (chip.spl, chip.spl + size);
    let mut free = Vec::new();
    for range in taken {
        if at < range.start {
            free.push(at..range.start.min(end));
        }
        at = at.max(range.end);
    }
    if at < end {
        free.push(at..end);
    }
    free
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chips;

    #[test]
    fn every_soc_with_a_known_port_has_room_and_nothing_overlaps() {
        for chip in chips::all().filter(|chip| chip.mmc(chips::Port::Card).is_some()) {
            let room = Room::of(chip).expect(chip.name);
            let mut parts = [
                room.agent..room.agent + size(chip.core),
                room.block..room.block + room.block_size,
                room.input..room.input + room.input_size,
                chip.scratch..chip.scratch + SCRATCH_SIZE,
            ];
            parts.sort_by_key(|part| part.start);
            assert!(parts.windows(2).all(|pair| pair[0].end <= pair[1].start), "{}", chip.name);
            let end = parts[3].end;
            assert!(parts[0].start >= chip.spl && end <= chip.spl + chip.sram, "{}", chip.name);
            for (part, swap) in parts
                .iter()
                .filter(|part| part.start != chip.scratch)
                .flat_map(|part| chip.swaps.iter().map(move |swap| (part, swap)))
            {
                assert!(
                    part.end <= swap.rom || swap.rom + swap.size <= part.start,
                    "{}",
                    chip.name
                );
            }
        }
    }

    #[test]
    fn an_h3_has_76_kib_for_messages() {
        let room = Room::of(chips::by_name("H3").expect("H3")).expect("room");
        assert_eq!((room.agent, room.input, room.input_size), (0x2000, 0x8000, 76 << 10));
    }

    #[test]
    fn on_a_d1_all_is_where_xfel_has_its_own() {
        let room = Room::of(chips::by_name("D1").expect("D1")).expect("room");
        assert_eq!(room.agent, 0x2_0400);
        assert!(room.block_size >= 16 << 10 && room.input_size >= 40 << 10);
        assert_eq!(room.input + room.input_size, 0x3_2000);
    }
}
