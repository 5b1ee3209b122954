//! EXEC on a RISC-V board: our own payloads are recognised by their bytes, and what they do is done.

use alloc::{format, vec};

use super::{
    Memory,
    arm::{Bus, Halt},
    map::{self, Region},
};
use crate::{engine::State, payload::Payload};

/// More than any payload is long.
const LONGEST_CODE: usize = 0x400;
/// No list of registers in 1 KiB of scratch memory is longer.
const LONGEST: u32 = 256;
const RET: u32 = 0x0000_8067;
const C_RET: u16 = 0x8082;

impl Memory {
    /// Runs what is at `address`.
    pub(super) fn run_riscv(&mut self, address: u32) {
        if self.board.reaches(address).is_none() || !address.is_multiple_of(2) {
            return self.lose(format!("nothing can be executed at {address:#010x}"));
        }
        let mut code = vec![0; LONGEST_CODE];
        self.board.copy_out(address, &mut code);
        let Some(payload) = Payload::recognise(&code) else {
            return self.run_foreign(address, &code);
        };
        let at = address.wrapping_add(payload.code().len() as u32);
        match payload {
            Payload::ReadlRv => self.readl(at),
            Payload::WritelRv => self.writel(at),
            _ => self.lose(format!(
                "the {} crashed: it was given code of another architecture",
                self.board.chip.name
            )),
        }
    }

    fn run_foreign(&mut self, address: u32, code: &[u8]) {
        let word = u32::from_le_bytes([code[0], code[1], code[2], code[3]]);
        if word == RET || word as u16 == C_RET {
            return;
        }
        if map::region(self.board.chip, address) == Region::Dram {
            self.board.note(format!(
                "the code at {address:#010x} takes over the board; a simulated board does not execute it (engine=qemu does)"
            ));
            self.state = State::Left;
        } else {
            self.lose(format!(
                "the code at {address:#010x} is foreign to this virtual board, which is plain memory: it is taken to hang (engine=qemu executes it)"
            ));
        }
    }

    fn count(&self, at: u32) -> Option<u32> {
        let count = self.board.peek(at);
        (count <= LONGEST).then_some(count)
    }

    fn readl(&mut self, at: u32) {
        let Some(count) = self.count(at) else { return self.lose("readl runs away".into()) };
        for place in (1..=count).map(|index| at.wrapping_add(4 * index)) {
            let address = self.board.peek(place);
            match self.board.load(address, 4) {
                Ok(value) => self.board.poke(place, value),
                Err(halt) => {
                    return self.stop(halt, format!("readl of {address:#010x} does not end"));
                }
            }
        }
    }

    fn writel(&mut self, at: u32) {
        let Some(count) = self.count(at) else { return self.lose("writel runs away".into()) };
        for place in (0..count).map(|index| at.wrapping_add(4 + 8 * index)) {
            let (address, value) = (self.board.peek(place), self.board.peek(place.wrapping_add(4)));
            if let Err(halt) = self.board.store(address, 4, value) {
                return self.stop(halt, format!("writel to {address:#010x} does not end"));
            }
        }
    }

    /// An access has not ended as accesses do.
    fn stop(&mut self, halt: Halt, what: alloc::string::String) {
        let state = match halt {
            Halt::Board(state, why) => {
                self.board.note(why);
                state
            }
            _ => State::Lost,
        };
        if state == State::Lost {
            self.board.note(what);
        }
        self.state = state;
    }
}
