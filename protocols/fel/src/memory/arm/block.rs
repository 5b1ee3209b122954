//! Loads and stores of several registers.

use super::{Arm, Bus, Done, Halt, PC, bit, field};

impl Arm {
    pub(super) fn block(&mut self, word: u32, bus: &mut impl Bus) -> Done {
        let (register, list) = (field(word, 16), word & 0xffff);
        let (moves, loads) = (bit(word, 21), bit(word, 20));
        let base_is_listed = bit(list, register as u32);
        let base_is_lowest = list.trailing_zeros() == register as u32;
        // With S, registers of another mode or a return from an exception.
        if list == 0
            || register == PC
            || bit(word, 22)
            || moves && base_is_listed && (loads || !base_is_lowest)
        {
            return Err(Halt::Undefined);
        }
        let base = self.registers.get(register);
        let size = 4 * list.count_ones();
        let (up, before) = (bit(word, 23), bit(word, 24));
        let end = if up { base.wrapping_add(size) } else { base.wrapping_sub(size) };
        let lowest = if up { base } else { end };
        // "Before" when going up and "after" when going down leave the first word out.
        let first = lowest.wrapping_add(if up == before { 4 } else { 0 });
        let registers = (0..16).filter(|&index| bit(list, index)).map(|index| index as usize);
        let places = (0..).map(|index: u32| first.wrapping_add(4 * index));
        for (index, address) in registers.zip(places) {
            if loads {
                let value = bus.load(address, 4)?;
                self.set(index, value)?;
            } else {
                self.store(bus, address, 4, self.registers.get(index))?;
            }
        }
        if moves {
            self.registers.set(register, end);
        }
        Ok(())
    }
}
