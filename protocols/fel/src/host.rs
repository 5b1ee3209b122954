//! What the tool says to the boot ROM.
//!
//! A FEL request is one message of two or three exchanges, six or nine transfers; the link gets all of them in one call,
//! so that a stop never falls between them.

pub mod agent;
mod boot;
pub mod disk;
mod dram;
mod error;
pub mod flash;
mod message;
mod mmu;
pub mod nand;
mod pack;
mod pins;
mod registers;
pub mod spi;
mod spl;
mod verify;

use alloc::{vec, vec::Vec};
use core::time::Duration;

use link::{Data, Silent, Sink, Source, SubSource, UsbLink, Watch};
use message::Frames;

pub use boot::{Plan, ScriptKind, Upload};
pub use error::{Action, Cause, Error, Stage};
pub use spl::{SplPlan, Unfit};

use crate::{
    chips::{self, Chip, Core},
    payload::Payload,
    wire::{Mode, Version},
};

/// The longest that a small transfer may take: the boot ROM answers within a microframe when it answers at all.
const PROMPT: Duration = Duration::from_secs(2);
/// The longest for one data transfer of a stream (128 KiB): the slowest rate reported of a working board is 95 kB/s
/// (H3 with its MMU off), so this leaves a factor of five.
const DATA: Duration = Duration::from_secs(8);
/// The longest that a payload of ours may run: each takes microseconds.
const PAYLOAD: Duration = Duration::from_secs(1);

/// A conversation with a boot ROM.
pub struct Fel<'a> {
    link: &'a mut dyn UsbLink,
    version: Version,
    chip: Result<&'static Chip, chips::Unknown>,
    stage: Stage,
    icache_done: bool,
    /// Whether the last request that failed had been accepted: what failed came after its first exchange.
    accepted: bool,
}

impl<'a> Fel<'a> {
    /// Asks the board who it is. Nothing is written to it.
    ///
    /// # Errors
    /// When a transfer fails, and when the board does not answer as a FEL does.
    pub fn open(link: &'a mut dyn UsbLink) -> Result<Self, Error> {
        let mut fel = Self {
            link,
            version: Version::of(0, 0),
            chip: Err(chips::Unknown::Id(0)),
            stage: Stage::Identify,
            icache_done: false,
            accepted: false,
        };
        fel.version = fel.ask_version(PROMPT)?;
        if fel.version.mode != Mode::FEL {
            return Err(fel.error(Action::Version, Cause::NotFel(fel.version.mode)));
        }
        let soc = fel.version.soc();
        let word = if chips::needs_word_at_zero(soc) { Some(fel.read_word(0)?) } else { None };
        fel.chip = chips::identify(soc, word);
        fel.stage = Stage::Request;
        Ok(fel)
    }

    /// The VERSION reply.
    pub fn version(&self) -> &Version {
        &self.version
    }

    /// The SoC; an error where the id is not in the table, or does not tell.
    ///
    /// # Errors
    /// When the SoC is unknown.
    pub fn chip(&self) -> Result<&'static Chip, Error> {
        self.chip.clone().map_err(|unknown| self.error(Action::Check, Cause::Chip(unknown)))
    }

    /// Refuses to go on with another SoC than `wanted` (any of its names).
    ///
    /// # Errors
    /// When the SoC is another, or unknown.
    pub fn expect(&self, wanted: &'static Chip) -> Result<(), Error> {
        let found = self.chip()?;
        if found == wanted {
            return Ok(());
        }
        Err(self.error(
            Action::Check,
            Cause::OtherChip { found: found.name, wanted: wanted.name.into() },
        ))
    }

    /// Makes all of the board's memory reachable: where a secure-boot fuse has put the boot ROM into the non-secure
    /// state (the SoC's probe word reads 0), an `smc` leads out. On a SoC without the fuse that `smc` would crash.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn ready(&mut self) -> Result<(), Error> {
        let Ok(chip) = self.chip.clone() else { return Ok(()) };
        let Some(probe) = chip.smc_probe else { return Ok(()) };
        self.during(Stage::Secure, |fel| {
            if fel.read_word(probe)? != 0 {
                return Ok(());
            }
            fel.run(Payload::Smc, &[])
        })
    }

    /// Reads `length` bytes at `address` into `sink`.
    ///
    /// # Errors
    /// When a transfer or `sink` fails, and when the board refuses.
    pub fn read(
        &mut self,
        address: u32,
        length: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        self.check_range(address, length)?;
        for (address, length) in pieces(address, length, self.message_len()) {
            let body = Data::Into { len: length.into(), sink };
            self.message(Action::Read(address, length), PROMPT, Some(body), watch)?;
        }
        Ok(())
    }

    /// Reads a few bytes.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn read_bytes(&mut self, address: u32, length: usize) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::with_capacity(length);
        self.read(address, length as u64, &mut bytes, &mut Silent)?;
        Ok(bytes)
    }

    /// Writes all of `source` to `address`.
    ///
    /// # Errors
    /// When a transfer or `source` fails, and when the board refuses. What came before may have been written.
    pub fn write(
        &mut self,
        address: u32,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let size = source.size();
        self.check_range(address, size)?;
        let mut offset = 0;
        for (address, length) in pieces(address, size, self.message_len()) {
            let end = offset + u64::from(length);
            let mut part = SubSource::new(source, offset..end);
            self.message(
                Action::Write(address, length),
                PROMPT,
                Some(Data::From(&mut part)),
                watch,
            )?;
            offset = end;
        }
        Ok(())
    }

    /// Writes a few bytes.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn write_bytes(&mut self, address: u32, mut bytes: &[u8]) -> Result<(), Error> {
        self.write(address, &mut bytes, &mut Silent)
    }

    /// Branches to `address`. That the boot ROM accepts says nothing about the code: see
    /// [`returned`](Self::returned).
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn execute(&mut self, address: u32) -> Result<(), Error> {
        self.message(Action::Execute(address), PROMPT, None, &mut Silent)
    }

    /// Branches to code that is to return within `limit`, and makes sure that it did.
    ///
    /// # Errors
    /// When a transfer fails, and when the code does not return in time.
    pub fn call(&mut self, address: u32, limit: Duration) -> Result<(), Error> {
        self.execute(address)?;
        self.returned(address, limit)
    }

    /// Waits until the code that was started at `address` has returned to the boot ROM.
    ///
    /// # Errors
    /// When a transfer fails, and when the code does not return in time.
    pub fn returned(&mut self, address: u32, limit: Duration) -> Result<(), Error> {
        self.ask_version(limit).map(|_| ()).map_err(|error| match error.fault() {
            Some(link::Fault::TimedOut) => self.error(Action::Return(address), Cause::NoReturn),
            Some(link::Fault::Gone) => self.error(Action::Return(address), Cause::Left),
            _ => Error { action: Action::Return(address), ..error },
        })
    }

    /// Carries out `work` as part of `stage`, so that an error names it.
    fn during<T>(
        &mut self,
        stage: Stage,
        work: impl FnOnce(&mut Self) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let before = core::mem::replace(&mut self.stage, stage);
        let result = work(self);
        self.stage = before;
        result
    }

    /// Uploads a payload and has it run. ARM payloads run on ARM boot ROMs only.
    fn run(&mut self, payload: Payload, parameters: &[u32]) -> Result<(), Error> {
        let chip = self.arm_chip("running ARM code")?;
        self.upload(chip, payload, parameters)?;
        self.call(chip.scratch, PAYLOAD)
    }

    /// Like [`run`](Self::run); the results are the `words` parameters from index `first` on. Fetching them is the
    /// proof that the payload returned.
    fn run_for(
        &mut self,
        chip: &'static Chip,
        payload: Payload,
        parameters: &[u32],
        first: usize,
    ) -> Result<Vec<u32>, Error> {
        self.upload(chip, payload, parameters)?;
        self.execute(chip.scratch)?;
        let address = chip.scratch + (payload.code().len() + 4 * first) as u32;
        let mut results = vec![0; 4 * (parameters.len() - first)];
        let action = Action::Read(address, results.len() as u32);
        self.message(action, PAYLOAD, Some(Data::In(&mut results)), &mut Silent).map_err(
            |error| match error.fault() {
                Some(link::Fault::TimedOut) => {
                    self.error(Action::Return(chip.scratch), Cause::NoReturn)
                }
                _ => error,
            },
        )?;
        Ok(words(&results).collect())
    }

    /// Puts a payload and its parameters where it can be run.
    fn upload(
        &mut self,
        chip: &'static Chip,
        payload: Payload,
        parameters: &[u32],
    ) -> Result<(), Error> {
        self.fresh_code(chip)?;
        self.write_bytes(chip.scratch, &payload.with(parameters))
    }

    /// Some SoCs execute what the instruction cache remembers of a place, not what was written there since.
    fn fresh_code(&mut self, chip: &'static Chip) -> Result<(), Error> {
        if !chip.disable_icache || chip.core != Core::Arm || self.icache_done {
            return Ok(());
        }
        self.icache_done = true;
        self.write_bytes(chip.scratch, &Payload::IcacheOff.with(&[]))?;
        self.call(chip.scratch, PAYLOAD)
    }

    fn arm_chip(&self, what: &'static str) -> Result<&'static Chip, Error> {
        let chip = self.chip()?;
        if chip.core == Core::Arm {
            return Ok(chip);
        }
        Err(self.error(Action::Check, Cause::Unsupported { chip: chip.name, what }))
    }

    fn read_word(&mut self, address: u32) -> Result<u32, Error> {
        let bytes = self.read_bytes(address, 4)?;
        Ok(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }

    fn ask_version(&mut self, limit: Duration) -> Result<Version, Error> {
        let mut reply = [0; Version::SIZE];
        self.message(Action::Version, limit, Some(Data::In(&mut reply)), &mut Silent)?;
        Version::from_bytes(&reply)
            .map_err(|error| self.error(Action::Version, Cause::Malformed(error)))
    }

    /// One request with its data and its status. `patience` bounds the board's first move: it may still be busy with
    /// code that was started before.
    fn message(
        &mut self,
        action: Action,
        patience: Duration,
        body: Option<Data<'_>>,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let mut frames = Frames::new(action, body.as_ref().map_or(0, Data::length));
        let outcome = frames.exchange(self.link, patience, body, watch);
        self.accepted = frames.reached > 2;
        outcome.map_err(|cause| self.error(action, cause))
    }

    /// Bytes of one READ or WRITE message. The boot ROM takes any length; a message is as long as a stop asked for
    /// by the user may be delayed, about a second at full speed, and long enough for its eight other transfers to
    /// cost under 2 % of it.
    fn message_len(&self) -> u32 {
        if self.link.max_packet() > 64 { 4 << 20 } else { 1 << 20 }
    }

    fn check_range(&self, address: u32, length: u64) -> Result<(), Error> {
        if fits(address, length) {
            return Ok(());
        }
        Err(self.error(Action::Check, Cause::PastTheEnd))
    }

    fn error(&self, action: Action, cause: Cause) -> Error {
        Error { stage: self.stage, action, cause }
    }
}

/// Whether `length` bytes from `address` on end within the 32-bit address space.
pub fn fits(address: u32, length: u64) -> bool {
    length <= (1 << 32) - u64::from(address)
}

/// The words of memory; what is left over at its end is not one.
fn words(bytes: &[u8]) -> impl ExactSizeIterator<Item = u32> {
    bytes.chunks_exact(4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]))
}

/// Cuts a range into messages: (address, length) of each. None for an empty range: FEL has no empty READ or WRITE.
fn pieces(address: u32, length: u64, most: u32) -> impl Iterator<Item = (u32, u32)> {
    (0..length.div_ceil(most.into())).map(move |index| {
        let offset = index * u64::from(most);
        // The range was checked to end below 2^32, and a piece is at most `most`.
        (address.wrapping_add(offset as u32), (length - offset).min(most.into()) as u32)
    })
}
