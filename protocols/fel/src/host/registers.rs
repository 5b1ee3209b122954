//! Registers: 32-bit accesses by code of ours, since the boot ROM itself copies byte by byte.

use alloc::vec::Vec;

use super::{Cause, Error, Fel, Stage, error::Action};
use crate::{
    chips::{Chip, Core, Rvbar, SCRATCH_SIZE},
    payload::Payload,
};

impl Fel<'_> {
    /// Reads 32-bit registers; the results are in the order of `addresses`. Addresses must be multiples of 4.
    ///
    /// # Errors
    /// When a transfer fails, and when an address is no multiple of 4.
    pub fn readl(&mut self, addresses: &[u32]) -> Result<Vec<u32>, Error> {
        self.during(Stage::Payload, |fel| {
            let chip = fel.aligned(addresses.iter())?;
            let payload = if chip.core == Core::RiscV { Payload::ReadlRv } else { Payload::Readl };
            let mut values = Vec::with_capacity(addresses.len());
            for part in addresses.chunks(room(payload, 1)) {
                let parameters: Vec<u32> =
                    [part.len() as u32].into_iter().chain(part.iter().copied()).collect();
                values.extend(fel.run_for(chip, payload, &parameters, 1)?);
            }
            Ok(values)
        })
    }

    /// Writes 32-bit registers, (address, value) in order.
    ///
    /// # Errors
    /// When a transfer fails, and when an address is no multiple of 4.
    pub fn writel(&mut self, writes: &[(u32, u32)]) -> Result<(), Error> {
        self.during(Stage::Payload, |fel| {
            let chip = fel.aligned(writes.iter().map(|(address, _)| address))?;
            let payload = writel_payload(chip);
            for part in writes.chunks(room(payload, 2)) {
                fel.upload(chip, payload, &writel_parameters(part))?;
                fel.call(chip.scratch, super::PAYLOAD)?;
            }
            Ok(())
        })
    }

    /// Reads `count` words of the SID (eFuses) from byte `offset` of its key area on: through the memory map, or
    /// through the SID's own registers where the SoC or the user wants it.
    ///
    /// # Errors
    /// When a transfer fails, and when the SoC has no such words.
    pub fn sid(&mut self, offset: u32, count: u32, by_registers: bool) -> Result<Vec<u32>, Error> {
        let chip = self.chip()?;
        let Some(sid) = chip.sid else {
            return Err(
                self.unsupported(chip, "reading a SID (there is none, or its place is not known)")
            );
        };
        let registers = by_registers || sid.by_registers;
        if !registers {
            let addresses: Vec<u32> =
                (0..count).map(|index| sid.base + sid.offset + offset + 4 * index).collect();
            return self.readl(&addresses);
        }
        self.during(Stage::Payload, |fel| {
            let chip = fel.arm_chip("reading the SID through its registers")?;
            let parameters: Vec<u32> =
                [sid.base, offset, count].into_iter().chain((0..count).map(|_| 0)).collect();
            fel.run_for(chip, Payload::Sid, &parameters, 3)
        })
    }

    /// Resets the board by its watchdog. The board leaves the bus, with or without an answer.
    ///
    /// # Errors
    /// When a transfer fails, and when the SoC has no known watchdog.
    pub fn watchdog_reset(&mut self) -> Result<(), Error> {
        let chip = self.chip()?;
        let payload = writel_payload(chip);
        self.during(Stage::Payload, |fel| {
            fel.upload(chip, payload, &writel_parameters(&[chip.watchdog]))?;
            fel.leave(chip.scratch)
        })
    }

    /// Where the SoC takes its AArch64 reset vector from; an error where it has none.
    ///
    /// # Errors
    /// When the SoC has no such register.
    pub fn rvbar(&self) -> Result<Rvbar, Error> {
        let chip = self.arm_chip("entering AArch64")?;
        chip.rvbar.ok_or_else(|| self.unsupported(chip, "entering AArch64 (a 32-bit SoC)"))
    }

    /// Enters AArch64 at `entry` by a warm reset. The board leaves FEL.
    ///
    /// # Errors
    /// When a transfer fails, and when the SoC cannot.
    pub fn enter_aarch64(&mut self, entry: u32) -> Result<(), Error> {
        let (chip, rvbar) = (self.chip()?, self.rvbar()?);
        let mut register = rvbar.register;
        if let Some((version, other)) = rvbar.other_die
            && self.readl(&[version])?[0] & 0xff != 0
        {
            register = other;
        }
        self.upload(chip, Payload::Enter64, &[register, entry])?;
        self.leave(chip.scratch)
    }

    /// Branches to code that is not to return. Once the request is accepted, silence or a disconnect instead of
    /// the status is what success looks like on some SoCs.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn leave(&mut self, address: u32) -> Result<(), Error> {
        let error = match self.execute(address) {
            Ok(()) => return Ok(()),
            Err(error) => error,
        };
        match error.fault() {
            Some(link::Fault::TimedOut | link::Fault::Gone) if self.accepted => Ok(()),
            _ => Err(error),
        }
    }

    fn unsupported(&self, chip: &Chip, what: &'static str) -> Error {
        self.error(Action::Check, Cause::Unsupported { chip: chip.name, what })
    }

    fn aligned<'i>(
        &self,
        mut addresses: impl Iterator<Item = &'i u32>,
    ) -> Result<&'static Chip, Error> {
        let chip = self.chip()?;
        match addresses.find(|&&address| address % 4 != 0) {
            None => Ok(chip),
            Some(_) => {
                Err(self
                    .unsupported(chip, "a register access at an address that is no multiple of 4"))
            }
        }
    }
}

fn writel_payload(chip: &Chip) -> Payload {
    if chip.core == Core::RiscV { Payload::WritelRv } else { Payload::Writel }
}

fn writel_parameters(writes: &[(u32, u32)]) -> Vec<u32> {
    let pairs = writes.iter().flat_map(|&(address, value)| [address, value]);
    [writes.len() as u32].into_iter().chain(pairs).collect()
}

/// How many items of `words` words fit after a payload and its count.
fn room(payload: Payload, words: usize) -> usize {
    (SCRATCH_SIZE as usize - payload.code().len() - 4) / (4 * words)
}
