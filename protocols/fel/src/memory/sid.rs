//! The controller of the SID (eFuses): a word is read by its offset, and comes into the memory map by that on some SoCs.

use crate::chips::Sid;

/// Offset of the register that takes offset, key and the read bit.
const CONTROL: u32 = 0x40;
/// Offset of the register that a word is read from.
const RESULT: u32 = 0x60;
/// In the control register: what has to stand there for a read, under the offset in the upper half.
const KEY: u32 = 0xac00;
const READ: u32 = 2;
/// Bytes of the memory map.
const MAP: u32 = 0x800;

/// The controller's registers.
#[derive(Default)]
pub(super) struct SidPort {
    control: u32,
    /// Offset of the word that was read last.
    offset: Option<u32>,
}

impl SidPort {
    /// What is read at `address`: a value, or what is stored at another address. `None`: this is not the SID's.
    pub(super) fn read(&self, sid: &Sid, address: u32) -> Option<Result<u32, u32>> {
        let map = sid.base + sid.offset;
        match address.wrapping_sub(sid.base) {
            // A read is over at once.
            CONTROL => Some(Ok(self.control & !READ)),
            RESULT => Some(self.offset.map_or(Ok(0), |offset| Err(map + offset))),
            _ if address.wrapping_sub(map) >= MAP => None,
            _ if sid.by_registers && self.offset.is_none() => Some(Ok(0)),
            _ => Some(Err(address)),
        }
    }

    /// Takes a write; `false`: this is not the SID's.
    pub(super) fn write(&mut self, sid: &Sid, address: u32, value: u32) -> bool {
        let offset = address.wrapping_sub(sid.base);
        if offset == CONTROL {
            self.control = value;
            if value & 0xffff == KEY | READ {
                self.offset = Some(value >> 16 & (MAP - 4));
            }
        }
        // Fuses are not burned by a write into their map.
        offset == CONTROL || offset == RESULT || address.wrapping_sub(sid.base + sid.offset) < MAP
    }
}
