//! Images to partitions, memory and cards, window by window as the board asks for them.

use alloc::string::ToString;

use link::{Source, StepId, Watch};
use sha1::{Digest, Sha1};

use super::{Action, Adnl, Cause, Error, SETTLE, Step, command::Sent, read::capacity_of};
use crate::{
    adnl::{
        addsum,
        wire::{Command, Format, Medium, Oem, Reply, Stage, Transfer, WINDOW},
    },
    disk::read,
};

/// Largest window that is believed: boot loaders, which come as a whole, and windows of sparse images have a few MiB.
const MOST: u64 = 64 << 20;

/// What became of an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its length.
    pub bytes: u64,
    /// Its SHA-1.
    pub sha1: [u8; 20],
    /// The board has compared it with what is on the partition.
    pub verified: bool,
}

/// An image on its way.
pub(super) struct Job<'t> {
    pub(super) transfer: &'t Transfer,
    /// Where in the source the transfer begins.
    pub(super) base: u64,
    /// Bytes that the board has taken, in order.
    pub(super) done: u64,
    /// Windows can be foreseen: none was other than expected.
    pub(super) foresee: bool,
    /// Told of every window that was taken: where in the source, and its bytes.
    pub(super) taken: &'t mut dyn FnMut(u64, &[u8]),
}

impl Adnl<'_> {
    /// Writes all of `source` to where `transfer` says, whose size is the source's. A partition is verified by the
    /// board; memory and keys it does not verify.
    ///
    /// # Errors
    /// When a transfer or `source` fails, and when the board refuses. What came before may have been written.
    pub fn write(
        &mut self,
        transfer: &Transfer,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<Written, Error> {
        self.require(&[Stage::UBOOT])?;
        let mut sha1 = Sha1::new();
        self.during(Step::Write, |adnl| {
            // Windows come in order: another order is refused.
            let mut taken = |_: u64, data: &[u8]| sha1.update(data);
            let foresee = transfer.format == Format::Normal;
            let mut job = Job { transfer, base: 0, done: 0, foresee, taken: &mut taken };
            adnl.begin(transfer)?;
            watch.step(StepId::WRITE, &alloc::format!("writing {}", transfer.part), transfer.size);
            let result = adnl.windows(&mut job, source, watch);
            let good = Some(job.done).filter(|done| *done > 0);
            result.map_err(|error| Error { good, ..error })
        })?;
        let sha1 = sha1.finalize().into();
        let verified = transfer.medium == Medium::Store;
        if verified {
            self.verify(sha1)?;
        }
        Ok(Written { bytes: transfer.size, sha1, verified })
    }

    /// Has the board compare the partition that was written last with a SHA-1 of the image.
    ///
    /// # Errors
    /// When a transfer fails, and when the board has another sum.
    pub fn verify(&mut self, sha1: [u8; 20]) -> Result<(), Error> {
        self.during(Step::Verify, |adnl| {
            adnl.okay(&Command::Oem(Oem::Verify(sha1)), SETTLE).map(|_| ())
        })
    }

    /// Says what is to come.
    pub(super) fn begin(&mut self, transfer: &Transfer) -> Result<(), Error> {
        let begun = self.okay(&Command::Oem(Oem::Write(transfer.clone())), SETTLE);
        begun.map(|_| ()).map_err(|error| match &error.cause {
            Cause::Failed(why) => match capacity_of(why) {
                Some(room) => {
                    Error { cause: Cause::TooLarge { size: transfer.size, room }, ..error }
                }
                None => error,
            },
            _ => error,
        })
    }

    /// Sends windows until the board calls the image whole.
    pub(super) fn windows(
        &mut self,
        job: &mut Job<'_>,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let mut buffer = core::mem::take(&mut self.buffer);
        let result = loop {
            match self.next(job, &mut buffer, source, watch) {
                Ok(true) => {}
                Ok(false) => break Ok(()),
                Err(error) => break Err(error),
            }
        };
        self.buffer = buffer;
        result
    }

    /// One window; whether there may be another.
    fn next(
        &mut self,
        job: &mut Job<'_>,
        buffer: &mut alloc::vec::Vec<u8>,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<bool, Error> {
        let command = Command::Window { sum: true };
        let left = job.transfer.size - job.done;
        let mut reply = None;
        if job.foresee && left >= WINDOW {
            self.load(buffer, job.base + job.done, WINDOW, source)?;
            match self.send(&command, buffer, Some(addsum(buffer)), is_full, watch)? {
                Sent::Taken { announced, end } => {
                    self.foreseen(job, &announced)?;
                    return self.taken(job, WINDOW, buffer, end);
                }
                Sent::Instead(other) => {
                    job.foresee = matches!(other, Reply::Out { size: WINDOW, .. });
                    reply = Some(other);
                }
            }
        }
        let reply = match reply {
            Some(reply) => reply,
            None => self.ask(&command, SETTLE)?,
        };
        let Reply::Out { size, offset } = reply else {
            return self.finished(job, &command, reply);
        };
        if size == 0 || size > left.min(MOST) || offset != job.done {
            // It waits for data that will not come.
            self.lost = true;
            return Err(self.check_failed(Cause::OtherWindow { offset, size }));
        }
        self.load(buffer, job.base + offset, size, source)?;
        let action = Action::Data(size, job.base + offset);
        let end = self.data(&mut &buffer[..], Some(addsum(buffer)), action, watch)?;
        self.taken(job, size, buffer, end)
    }

    /// Whether the window that was sent unasked is the one that the board asked for.
    fn foreseen(&self, job: &Job<'_>, announced: &Reply) -> Result<(), Error> {
        match *announced {
            Reply::Out { size: WINDOW, offset } if offset == job.done => Ok(()),
            Reply::Out { size, offset } => {
                Err(self.check_failed(Cause::OtherWindow { offset, size }))
            }
            ref other => Err(self.check_failed(super::command::unexpected(other))),
        }
    }

    fn taken(&self, job: &mut Job<'_>, size: u64, data: &[u8], end: Reply) -> Result<bool, Error> {
        let at = job.base + job.done;
        self.expect_okay(end, || Action::Data(size, at))?;
        (job.taken)(at, data);
        job.done += size;
        Ok(true)
    }

    fn finished(&self, job: &Job<'_>, command: &Command, reply: Reply) -> Result<bool, Error> {
        self.expect_okay(reply, || Action::Command(command.to_string()))?;
        let (done, size) = (job.done, job.transfer.size);
        if done < size {
            return Err(self.check_failed(Cause::Incomplete { done, size }));
        }
        Ok(false)
    }

    fn load(
        &self,
        buffer: &mut alloc::vec::Vec<u8>,
        offset: u64,
        size: u64,
        source: &mut dyn Source,
    ) -> Result<(), Error> {
        // At most 64 MiB.
        buffer.resize(size as usize, 0);
        read(source, offset, buffer).map_err(|error| self.check_failed(Cause::Io(error)))
    }
}

/// Whether the board asks for a window of the usual length.
fn is_full(reply: &[u8]) -> bool {
    reply.starts_with(b"DATAOUT0x20000:")
}
