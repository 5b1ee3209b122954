//! Loads and stores of one register, or of two beside each other.

use super::{Arm, Bus, Done, Halt, PC, bit, field};

/// Where an access goes, and what the base register is afterwards.
struct Place {
    address: u32,
    base: Option<u32>,
}

impl Arm {
    /// `ldr`, `str`, `ldrb`, `strb`.
    pub(super) fn transfer(&mut self, word: u32, bus: &mut impl Bus) -> Done {
        let offset = if bit(word, 25) {
            self.operand(field(word, 0))?;
            self.shifted_by_immediate(word).value
        } else {
            word & 0xfff
        };
        let (register, size) = (field(word, 12), if bit(word, 22) { 1 } else { 4 });
        let place = self.place(word, offset)?;
        if place.base.is_some() && register == field(word, 16) || size == 1 && register == PC {
            return Err(Halt::Undefined);
        }
        if bit(word, 20) {
            let value = bus.load(place.address, size)?;
            self.move_base(word, &place);
            return self.set(register, value);
        }
        self.store(bus, place.address, size, self.registers.get(register))?;
        self.move_base(word, &place);
        Ok(())
    }

    /// Halfwords, signed bytes, and pairs of registers.
    pub(super) fn small_transfer(&mut self, word: u32, bus: &mut impl Bus) -> Done {
        let offset = match bit(word, 22) {
            true => word >> 4 & 0xf0 | word & 0xf,
            false if word & 0xf00 == 0 => self.operand(field(word, 0))?,
            false => return Err(Halt::Undefined),
        };
        let register = field(word, 12);
        let place = self.place(word, offset)?;
        if place.base.is_some() && register == field(word, 16) {
            return Err(Halt::Undefined);
        }
        let value = match (bit(word, 20), word >> 5 & 3) {
            (false, 1) => {
                let value = self.operand(register)?;
                self.store(bus, place.address, 2, value)?;
                self.move_base(word, &place);
                return Ok(());
            }
            (false, kind) => return self.pair(word, &place, kind == 2, bus),
            (true, 1) => bus.load(place.address, 2)?,
            (true, 2) => bus.load(place.address, 1)? as u8 as i8 as u32,
            (true, _) => bus.load(place.address, 2)? as u16 as i16 as u32,
        };
        self.move_base(word, &place);
        self.set_operand(register, value)
    }

    /// `ldrd` and `strd`: an even register and the next, which is not the program counter.
    fn pair(&mut self, word: u32, place: &Place, loads: bool, bus: &mut impl Bus) -> Done {
        let (first, second) = (field(word, 12), field(word, 12) + 1);
        let is_base = |register| place.base.is_some() && register == field(word, 16);
        let is_offset = |register| loads && !bit(word, 22) && register == field(word, 0);
        if !first.is_multiple_of(2)
            || second == PC
            || is_base(second)
            || is_offset(first)
            || is_offset(second)
        {
            return Err(Halt::Undefined);
        }
        let (low, high) = (place.address, place.address.wrapping_add(4));
        if loads {
            let values = (bus.load(low, 4)?, bus.load(high, 4)?);
            self.registers.set(first, values.0);
            self.registers.set(second, values.1);
        } else {
            self.store(bus, low, 4, self.registers.get(first))?;
            self.store(bus, high, 4, self.registers.get(second))?;
        }
        self.move_base(word, place);
        Ok(())
    }

    fn place(&self, word: u32, offset: u32) -> Result<Place, Halt> {
        let register = field(word, 16);
        let base = self.registers.get(register);
        let moved =
            if bit(word, 23) { base.wrapping_add(offset) } else { base.wrapping_sub(offset) };
        let place = match (bit(word, 24), bit(word, 21)) {
            (true, false) => Place { address: moved, base: None },
            (true, true) => Place { address: moved, base: Some(moved) },
            (false, false) => Place { address: base, base: Some(moved) },
            // Accesses with a user's rights: there are no users.
            (false, true) => return Err(Halt::Undefined),
        };
        if place.base.is_some() && register == PC {
            return Err(Halt::Undefined);
        }
        Ok(place)
    }

    fn move_base(&mut self, word: u32, place: &Place) {
        if let Some(base) = place.base {
            self.registers.set(field(word, 16), base);
        }
    }

    pub(super) fn store(
        &mut self,
        bus: &mut impl Bus,
        address: u32,
        size: u32,
        value: u32,
    ) -> Done {
        self.has_acted = true;
        bus.store(address, size, value)
    }
}
