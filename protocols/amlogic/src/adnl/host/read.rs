//! Storage and memory to the host. A secure board gives nothing but keys.

use alloc::string::ToString;

use link::{Data, Phase, Silent, Sink, StepId, Watch};

use super::{Action, Adnl, Cause, DATA, Error, PROMPT, SETTLE, Step, command::unexpected};
use crate::adnl::wire::{Command, Oem, REPLY_MOST, ReadStep, Reply, Stage, Transfer};

impl Adnl<'_> {
    /// Reads what `transfer` names.
    ///
    /// # Errors
    /// When a transfer or `sink` fails, and when the board refuses.
    pub fn read(
        &mut self,
        transfer: &Transfer,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        self.require(&[Stage::UBOOT])?;
        self.during(Step::Read, |adnl| {
            watch.step(StepId::READ, &alloc::format!("reading {}", transfer.part), transfer.size);
            adnl.fetch(transfer, sink, watch)
        })
    }

    pub(super) fn fetch(
        &mut self,
        transfer: &Transfer,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let command = Command::Oem(Oem::Read(transfer.clone()));
        match self.okay(&command, SETTLE) {
            Err(Error { step, action, cause: Cause::Failed(why), good }) => {
                let closed = self.is_secure()? == Some(true);
                let cause = if closed { Cause::Closed(why) } else { Cause::Failed(why) };
                return Err(Error { step, action, cause, good });
            }
            other => other?,
        };
        let mut done = 0;
        while let Some(size) = self.announced(transfer.size - done)? {
            self.upload(size, sink, watch)?;
            done += size;
        }
        if done < transfer.size {
            return Err(self.check_failed(Cause::Incomplete { done, size: transfer.size }));
        }
        Ok(())
    }

    /// How long the next window is, where there is one: 128 KiB, or all of a boot loader.
    fn announced(&mut self, left: u64) -> Result<Option<u64>, Error> {
        let command = Command::Read(ReadStep::Request);
        let action = || Action::Command(command.to_string());
        match self.ask(&command, SETTLE)? {
            Reply::Okay(_) => Ok(None),
            Reply::In(size) if size > 0 && size <= left => Ok(Some(size)),
            Reply::In(size) => Err(self.error(action(), Cause::OtherWindow { offset: 0, size })),
            Reply::Fail(why) => Err(self.error(action(), Cause::Failed(why))),
            other => Err(self.error(action(), unexpected(&other))),
        }
    }

    /// A window: command, data, command, answer, all in one exchange.
    fn upload(
        &mut self,
        size: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        self.ready()?;
        let [upload, finish] =
            [ReadStep::Upload, ReadStep::Finish].map(|step| Command::Read(step).to_bytes());
        let mut end = [0; REPLY_MOST];
        let mut phases = [
            Phase::new(Data::Out(&upload), PROMPT),
            Phase::new(Data::Into { len: size, sink }, DATA),
            Phase::new(Data::Out(&finish), PROMPT),
            Phase::new(Data::In(&mut end), SETTLE),
        ];
        let result = self.link.exchange(&mut phases, watch);
        let done = phases[3].done as usize;
        let action = || Action::Command(Command::Read(ReadStep::Upload).to_string());
        self.ended(result, action)?;
        let reply = self.reply(&end[..done], action)?;
        let reply = self.patient(reply, SETTLE, action)?;
        self.expect_okay(reply, action).map(|_| ())
    }

    /// Bytes of the eMMC, as the board tells them when it is asked for what it cannot have: nothing is written.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn capacity(&mut self) -> Result<Option<u64>, Error> {
        // The end of the first tebibyte; the question is from BrightDotAi's fork of aml_boot.
        let beyond = Transfer::emmc((1 << 40) - 512, 512);
        match self.ask(&Command::Oem(Oem::Write(beyond)), SETTLE)? {
            Reply::Fail(why) => Ok(capacity_of(&why)),
            _ => Ok(None),
        }
    }

    /// Reads this many bytes into memory without a word to anyone.
    pub(super) fn quietly(
        &mut self,
        transfer: &Transfer,
        sink: &mut dyn Sink,
    ) -> Result<(), Error> {
        self.fetch(transfer, sink, &mut Silent)
    }
}

/// The number in "capacity < partStartOff + imgSize 0x:3a3e00000 …".
pub(super) fn capacity_of(why: &str) -> Option<u64> {
    let (_, rest) = why.split_once("capacity < partStartOff + imgSize 0x:")?;
    let digits = rest.split(|c: char| !c.is_ascii_hexdigit()).next()?;
    u64::from_str_radix(digits, 16).ok().filter(|&bytes| bytes > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_capacity_is_in_a_refusal() {
        let why = "capacity < partStartOff + imgSize 0x:3a3e00000 fffffffe00 200";
        assert_eq!(capacity_of(why), Some(0x3_a3e0_0000));
        assert_eq!(capacity_of("capacity < partStartOff + imgSize 0x: 1"), None);
        assert_eq!(capacity_of("capacity < partStartOff + imgSize 0x:0 1"), None);
        assert_eq!(capacity_of("no"), None);
    }
}
