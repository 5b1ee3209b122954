//! Reading and writing memory, and running what is there.

use link::{Data, ExchangeError, Fault, Once, Phase, Pipe, Silent, Sink, Source, SubSource, Watch};

use super::{Cause, DATA, Error, Optimus, Step};
use crate::optimus::wire::{BLOCK, CONTROL_PIECE, Large, Modify, Request, Stage};

/// Most blocks of one command: 16 MiB. Tools were seen to send 40 000 blocks in one.
const BLOCKS: u64 = 4096;
/// What is longer goes by large transfers, where that is left to us.
const SMALL: u64 = 1024;
/// Below it there is DRAM; above it SRAM and registers, for which other tools use control requests.
const DRAM_END: u32 = 0xc000_0000;

/// How memory travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// By large transfers where they are known to work: DRAM, and anything that U-Boot reads or writes.
    #[default]
    Best,
    /// By control requests of 64 bytes.
    Control,
    /// By large transfers.
    Large,
}

impl Optimus<'_> {
    /// Reads `length` bytes from `address` on, of any length and at any place.
    ///
    /// # Errors
    /// When a transfer or `sink` fails, and when the board refuses.
    pub fn read(
        &mut self,
        address: u32,
        length: u64,
        way: Way,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        self.during(Step::Read, |soc| {
            soc.check(address, length)?;
            if soc.is_large(address, length, way)? {
                return soc.pieces(address, length, |soc, at, _, length, block| {
                    soc.read_large(at, length, block, sink, watch)
                });
            }
            let mut piece = [0; CONTROL_PIECE];
            for (at, length) in chunks(address, length) {
                soc.peek(at, &mut piece[..length])?;
                sink.write(&piece[..length]).map_err(|error| soc.error(Cause::Io(error)))?;
                watch.advance(length as u64);
            }
            Ok(())
        })
    }

    /// Writes all of `source` from `address` on.
    ///
    /// # Errors
    /// When a transfer or `source` fails, and when the board refuses. What came before may have been written.
    pub fn write(
        &mut self,
        address: u32,
        source: &mut dyn Source,
        way: Way,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        self.during(Step::Write, |soc| {
            let length = source.size();
            soc.check(address, length)?;
            if soc.is_large(address, length, way)? {
                return soc.pieces(address, length, |soc, at, start, length, block| {
                    let mut part = SubSource::new(source, start..start + length);
                    soc.write_large(at, &mut part, block, watch)
                });
            }
            let mut piece = [0; CONTROL_PIECE];
            for (at, length) in chunks(address, length) {
                let offset = u64::from(at - address);
                let read = source.read_at(offset, &mut piece[..length]);
                read.map_err(|error| soc.error(Cause::Io(error)))?;
                soc.twice(|soc| soc.send(Request::WriteMem(at), &piece[..length]))?;
                watch.advance(length as u64);
            }
            Ok(())
        })
    }

    /// Reads up to 64 bytes.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn peek(&mut self, address: u32, buf: &mut [u8]) -> Result<(), Error> {
        let request = Request::ReadMem(address);
        let found = self.twice(|soc| soc.fetch(request, buf))? as u64;
        let wanted = buf.len() as u64;
        if found == wanted {
            return Ok(());
        }
        Err(self.failed(request, Cause::Short { found, wanted }))
    }

    /// Writes words: pairs of address and value.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn fill(&mut self, pairs: &[(u32, u32)]) -> Result<(), Error> {
        self.during(Step::Write, |soc| {
            soc.unlocked()?;
            for pairs in pairs.chunks(CONTROL_PIECE / 8) {
                let mut bytes = [0; CONTROL_PIECE];
                for (slot, (address, value)) in bytes.chunks_mut(8).zip(pairs) {
                    slot[..4].copy_from_slice(&address.to_le_bytes());
                    slot[4..].copy_from_slice(&value.to_le_bytes());
                }
                soc.twice(|soc| soc.send(Request::FillMem, &bytes[..8 * pairs.len()]))?;
            }
            Ok(())
        })
    }

    /// Changes a word.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn modify(&mut self, modify: Modify) -> Result<(), Error> {
        self.during(Step::Write, |soc| {
            soc.unlocked()?;
            let request = Request::ModifyMem(modify.opcode());
            soc.twice(|soc| soc.send(request, &modify.to_bytes()))
        })
    }

    /// Runs what lies at `address`, and leaves the board powered. It may be gone before it has said that it will.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn run(&mut self, address: u32) -> Result<(), Error> {
        self.during(Step::Run, |soc| {
            soc.unlocked()?;
            // Another program may answer from now on.
            soc.identity = None;
            // Bit 4: keep the power on.
            match soc.send(Request::Run(address), &(address | 0x10).to_le_bytes()) {
                Err(error) if error.fault() == Some(Fault::Gone) => Ok(()),
                other => other,
            }
        })
    }

    fn check(&mut self, address: u32, length: u64) -> Result<(), Error> {
        self.unlocked()?;
        match u64::from(address).checked_add(length) {
            Some(end) if end <= 1 << 32 => Ok(()),
            _ => Err(self.error(Cause::Range)),
        }
    }

    fn is_large(&mut self, address: u32, length: u64, way: Way) -> Result<bool, Error> {
        Ok(match way {
            Way::Control => false,
            Way::Large => true,
            Way::Best => {
                let uboot = self.unlocked()?.stage == Stage::Uboot;
                length > SMALL && (uboot || address < DRAM_END)
            }
        })
    }

    /// Cuts a range into commands: whole blocks, and what is left as one block of its own. A short block that ends with a
    /// full packet could not be told from one that is still coming.
    fn pieces(
        &mut self,
        address: u32,
        length: u64,
        mut piece: impl FnMut(&mut Self, u32, u64, u64, u16) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let whole = length / BLOCK as u64 * BLOCK as u64;
        let most = BLOCKS * BLOCK as u64;
        let mut done = 0;
        while done < length {
            let rest = length - done;
            let (size, block) = match done < whole {
                true => ((whole - done).min(most), BLOCK as u16),
                // Below the length of a block.
                false => (rest, rest as u16),
            };
            // The range was checked to end within 32 bits.
            piece(self, address + done as u32, done, size, block)?;
            done += size;
        }
        Ok(())
    }

    fn announce(
        &mut self,
        request: fn(u16, u16) -> Request,
        address: u32,
        length: u64,
        block: u16,
    ) -> Result<Request, Error> {
        // At most 4096 blocks.
        let count = length.div_ceil(block.into()) as u16;
        let request = request(block, count);
        let large = Large { address, total: length as u32, sum: 0, sequence: 0 };
        self.send(request, &large.to_bytes())?;
        Ok(request)
    }

    pub(super) fn write_large(
        &mut self,
        address: u32,
        source: &mut dyn Source,
        block: u16,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let length = source.size();
        let mut watch = Once::new(watch, u64::MAX);
        self.again(Pipe::Out, |soc| {
            watch.begin_at(0);
            let request = |block, count| Request::WriteLarge { block, count };
            let request = soc.announce(request, address, length, block)?;
            soc.stream(request, Data::From(source), &mut watch)
        })
    }

    fn read_large(
        &mut self,
        address: u32,
        length: u64,
        block: u16,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        // What a sink has had cannot be taken back: no second try.
        let request = |block, count| Request::ReadLarge { block, count };
        let request = self.announce(request, address, length, block)?;
        self.stream(request, Data::Into { len: length, sink }, watch)
    }

    fn stream(
        &mut self,
        request: Request,
        data: Data<'_>,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let mut phases = [Phase::new(data, DATA)];
        self.link.exchange(&mut phases, watch).map_err(|error| self.exchange_error(request, error))
    }

    pub(super) fn exchange_error(&self, request: Request, error: ExchangeError) -> Error {
        match error {
            ExchangeError::Usb { error, .. } => self.usb(request, error),
            ExchangeError::Io(error) => self.error(Cause::Io(error)),
            ExchangeError::Unexpected { .. } => self.failed(request, Cause::NotTaken),
        }
    }

    /// Does `work`, and again from its start where the board still answers after a transfer that failed.
    fn again(
        &mut self,
        pipe: Pipe,
        mut work: impl FnMut(&mut Self) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let error = match work(self) {
            Err(error) if error.fault().is_some_and(Fault::may_pass) => error,
            other => return other,
        };
        if self.link.clear_halt(pipe).is_err() || self.identify().is_err() {
            return Err(error);
        }
        work(self)
    }

    /// Writes bytes by one block of their own length.
    pub(super) fn write_block(&mut self, address: u32, bytes: &[u8]) -> Result<(), Error> {
        let mut source = bytes;
        // Blocks of parameters are shorter than any block.
        self.write_large(address, &mut source, bytes.len() as u16, &mut Silent)
    }
}

/// Cuts a range into pieces for control requests.
fn chunks(address: u32, length: u64) -> impl Iterator<Item = (u32, usize)> {
    let step = CONTROL_PIECE as u64;
    (0..length.div_ceil(step)).map(move |index| {
        let offset = index * step;
        (address + offset as u32, (length - offset).min(step) as usize)
    })
}
