//! Loads and stores.

use alloc::format;

use super::{Bus, Done, Halt, Hart, address, function, immediate, rd, rs1, rs2, store_offset};
use crate::engine::State;

impl Hart {
    pub(super) fn load(&mut self, word: u32, bus: &mut impl Bus) -> Done {
        let at = self.get(rs1(word)).wrapping_add(immediate(word));
        let size = 1 << (function(word) & 3);
        if function(word) == 7 {
            return Err(Halt::Undefined);
        }
        let at = aligned(at, size)?;
        let value = match size {
            8 => {
                bus.takes_wide(at)?;
                let low = bus.load(at, 4)?;
                u64::from(bus.load(at + 4, 4)?) << 32 | u64::from(low)
            }
            _ => u64::from(bus.load(at, size)?),
        };
        self.set(
            rd(word),
            match function(word) {
                0 => value as i8 as u64,
                1 => value as i16 as u64,
                2 => value as i32 as u64,
                _ => value,
            },
        );
        Ok(())
    }

    pub(super) fn store(&mut self, word: u32, bus: &mut impl Bus) -> Done {
        let at = self.get(rs1(word)).wrapping_add(store_offset(word));
        let value = self.get(rs2(word));
        let size = match function(word) {
            function @ 0..=3 => 1 << function,
            _ => return Err(Halt::Undefined),
        };
        let at = aligned(at, size)?;
        self.has_acted = true;
        match size {
            8 => {
                bus.takes_wide(at)?;
                bus.store(at, 4, value as u32)?;
                bus.store(at + 4, 4, (value >> 32) as u32)
            }
            _ => bus.store(at, size, value as u32),
        }
    }
}

fn aligned(at: u64, size: u32) -> Result<u32, Halt> {
    match at.is_multiple_of(size.into()) {
        true => address(at),
        false => Err(Halt::Board(
            State::Lost,
            format!("misaligned access: {at:#010x} is no multiple of {size}"),
        )),
    }
}
