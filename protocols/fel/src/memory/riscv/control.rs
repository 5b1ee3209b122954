//! Registers of control: the few that payloads use.

use super::{Done, Halt, Hart, function, rd, rs1};

const MSCRATCH: u32 = 0x340;
const MHARTID: u32 = 0xf14;
/// T-Head's: the state, and what is done to caches.
const MXSTATUS: u32 = 0x7c0;
const MCOR: u32 = 0x7c2;
/// Of MXSTATUS: T-Head's own instructions and registers are known.
const OWN: u64 = 1 << 22;
/// Of MCOR: the instruction cache is meant, and it is emptied.
const CODE: u64 = 1;
const EMPTY: u64 = 1 << 4;

const ECALL: u32 = 0x0000_0073;
const EBREAK: u32 = 0x0010_0073;
const WFI: u32 = 0x1050_0073;

/// What the registers hold.
#[derive(Default)]
pub(super) struct Control {
    scratch: u64,
    status: u64,
}

impl Hart {
    pub(super) fn system(&mut self, word: u32) -> Done {
        match word {
            ECALL | EBREAK => return Err(Halt::Supervisor),
            WFI => return Err(Halt::Asleep),
            _ => {}
        }
        let (register, source) = (word >> 20, rs1(word));
        let operand = match function(word) & 4 {
            0 => self.get(source),
            _ => source as u64,
        };
        let kind = function(word) & 3;
        let old = self.control(register)?;
        let new = match kind {
            1 => operand,
            2 => old | operand,
            3 => old & !operand,
            _ => return Err(Halt::Undefined),
        };
        // Bits are set and cleared in a register that is only read, if there are none.
        if kind == 1 || source != 0 {
            self.set_control(register, new)?;
        }
        self.set(rd(word), old);
        Ok(())
    }

    fn control(&self, register: u32) -> Result<u64, Halt> {
        match register {
            MSCRATCH => Ok(self.control.scratch),
            MXSTATUS => Ok(self.control.status),
            MHARTID => Ok(0),
            // Its bits are requests, which are fulfilled at once.
            MCOR if self.control.status & OWN != 0 => Ok(0),
            _ => Err(Halt::Undefined),
        }
    }

    fn set_control(&mut self, register: u32, value: u64) -> Done {
        self.has_acted = true;
        match register {
            MSCRATCH => self.control.scratch = value,
            MXSTATUS => self.control.status = value,
            MCOR if value & (CODE | EMPTY) == CODE | EMPTY => self.lines.clear(),
            MCOR => {}
            _ => return Err(Halt::Undefined),
        }
        Ok(())
    }
}
