//! Sectors between this computer and a disk.

use alloc::vec::Vec;

use super::{
    super::{
        Error, Fel, Stage,
        agent::{Op, Script},
        pack::Message,
    },
    Disk,
    port::{self, Answer, Command, Move, PATIENCE, SECTOR},
};

/// Bytes of a sector, as lengths here are counted.
const BYTES: usize = SECTOR as usize;
/// Bytes that one script moves at the most: a tenth of a second, and seconds on an emulated board that shares its processor.
const MOST: usize = 256 << 10;
/// Messages that are sent before what became of them is asked for.
const BEHIND: usize = 8;
/// What a read or a write does beside moving blocks: its other operations.
const OVERHEAD: usize = 16;

/// CRC-32 (IEEE), as the agent sums.
const CRC32: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);

impl Disk {
    /// Bytes that are best written or compared at once: whole sectors.
    pub const CHUNK: usize = 1 << 20;

    fn argument(&self, sector: u64) -> u32 {
        // Ranges were checked; cards that are addressed by bytes end at 2 GiB.
        let unit = if self.info.by_sector { 1 } else { u64::from(SECTOR) };
        (sector * unit) as u32
    }

    fn moving(&self, [one, many]: [(u32, &'static str); 2], sector: u64, count: u32) -> Command {
        let (index, name) = if count == 1 { one } else { many };
        Command::new(index, self.argument(sector), Answer::Short, name)
    }

    fn reading(&self, sector: u64, count: u32) -> Command {
        self.moving([(17, "CMD17 (read a sector)"), (18, "CMD18 (read sectors)")], sector, count)
    }

    fn writing(&self, sector: u64, count: u32) -> Command {
        self.moving([(24, "CMD24 (write a sector)"), (25, "CMD25 (write sectors)")], sector, count)
    }

    /// Writes whole sectors; `told` hears of bytes that are on their way. What was written is not read back.
    ///
    /// # Errors
    /// When a transfer or the card fails, and when the range runs past its end. What came before may have been written.
    pub fn write(
        &mut self,
        fel: &mut Fel<'_>,
        sector: u64,
        bytes: &[u8],
        told: &mut dyn FnMut(u64),
    ) -> Result<(), Error> {
        fel.during(Stage::Storage, |fel| {
            self.check_range(fel, sector, (bytes.len() / BYTES) as u64)?;
            let outcome = self.write_all(fel, sector, bytes, told);
            self.recovered(fel, outcome)
        })
    }

    fn write_all(
        &mut self,
        fel: &mut Fel<'_>,
        mut sector: u64,
        mut bytes: &[u8],
        told: &mut dyn FnMut(u64),
    ) -> Result<(), Error> {
        let most = self.agent.room().block_size as usize;
        let mut behind = 0;
        while !bytes.is_empty() {
            let next = &bytes[..bytes.len().min(MOST)];
            let message =
                Message::fill(next, most, |blocks| self.agent.room_for(OVERHEAD + 2 * blocks));
            let length = message.length();
            let script = self.write_script(sector, &message);
            self.agent.start(fel, &message.data, &script)?;
            bytes = &bytes[length..];
            sector += (length / BYTES) as u64;
            told(length as u64);
            behind += 1;
            if behind == BEHIND || bytes.is_empty() {
                let status = self.agent.settle(fel, 2)?;
                self.judge(fel, "CMD25 (write sectors)", status[0] | status[1])?;
                behind = 0;
            }
        }
        Ok(())
    }

    fn write_script(&self, sector: u64, message: &Message) -> Script {
        let (room, count) = (self.agent.room(), (message.length() / BYTES) as u32);
        let mut transfers = Vec::with_capacity(2 * message.blocks.len());
        for block in &message.blocks {
            let sent = self.agent.data() + block.place.start as u32;
            let (length, packed) = (block.length as u32, block.place.len() as u32);
            let from = if block.is_packed { room.block } else { sent };
            if block.is_packed {
                transfers.push(Op::Unpack(sent, packed, room.block, length));
            }
            transfers.push(Op::Put(from, length / 4, PATIENCE));
        }
        let mut script = Script::default();
        let command = self.writing(sector, count);
        port::data(&mut script, &self.mmc, &command, Move::Out(count), transfers);
        // What went wrong while it wrote, it tells afterwards.
        port::command(&mut script, &self.mmc, &self.status());
        script
    }

    fn status(&self) -> Command {
        Command::new(13, self.address, Answer::Short, "CMD13 (status)")
    }

    /// Reads whole sectors into `buf`, which crosses the wire.
    ///
    /// # Errors
    /// When a transfer or the card fails, and when the range runs past its end.
    pub fn read(&mut self, fel: &mut Fel<'_>, sector: u64, buf: &mut [u8]) -> Result<(), Error> {
        fel.during(Stage::Storage, |fel| {
            self.check_range(fel, sector, (buf.len() / BYTES) as u64)?;
            let outcome = self.read_all(fel, sector, buf);
            self.recovered(fel, outcome)
        })
    }

    fn read_all(
        &mut self,
        fel: &mut Fel<'_>,
        mut sector: u64,
        buf: &mut [u8],
    ) -> Result<(), Error> {
        let most = self.agent.room_for(OVERHEAD) / BYTES * BYTES;
        // The script is before what it reads.
        let at = self.agent.room().input + (self.agent.room().input_size - most as u32) / 4 * 4;
        for part in buf.chunks_mut(most) {
            let count = (part.len() / BYTES) as u32;
            let get = Op::Get(at, count * SECTOR / 4, PATIENCE);
            let mut script = Script::default();
            port::data(
                &mut script,
                &self.mmc,
                &self.reading(sector, count),
                Move::In(count),
                [get],
            );
            let status = self.agent.run(fel, &[], &script)?;
            self.judge(fel, "CMD18 (read sectors)", status[0])?;
            fel.read(at, part.len() as u64, &mut Slice(part, 0), &mut link::Silent)?;
            sector += u64::from(count);
        }
        Ok(())
    }

    /// The CRC-32 of sectors, made on the SoC: they do not cross the wire.
    ///
    /// # Errors
    /// When a transfer or the card fails, and when the range runs past its end.
    pub fn sum(&mut self, fel: &mut Fel<'_>, sector: u64, count: u32) -> Result<u32, Error> {
        fel.during(Stage::Storage, |fel| {
            self.check_range(fel, sector, count.into())?;
            let outcome = self.sum_all(fel, sector, count);
            self.recovered(fel, outcome)
        })
    }

    fn sum_all(&mut self, fel: &mut Fel<'_>, sector: u64, count: u32) -> Result<u32, Error> {
        let most = (MOST / BYTES) as u32;
        let mut words = Vec::new();
        for at in (0..count).step_by(most as usize) {
            let script = self.sum_script(sector + u64::from(at), (count - at).min(most), at == 0);
            self.agent.start(fel, &[], &script)?;
            if at / most % BEHIND as u32 == BEHIND as u32 - 1 || count - at <= most {
                words = self.agent.settle(fel, 2)?;
                self.judge(fel, "CMD18 (read sectors)", words[0])?;
            }
        }
        Ok(!words.get(1).copied().unwrap_or(u32::MAX))
    }

    /// Goes on with the running sum, or begins it.
    fn sum_script(&self, sector: u64, count: u32, begins: bool) -> Script {
        let room = *self.agent.room();
        let block = room.block_size / SECTOR;
        let (whole, rest) = (count / block, count % block);
        let part = |sectors: u32| {
            let words = sectors * SECTOR / 4;
            [Op::Get(room.block, words, PATIENCE), Op::Sum(room.block, words)]
        };
        let mut transfers = Vec::new();
        if whole > 0 {
            transfers.extend(part(block));
            transfers.push(Op::Repeat(2, whole));
        }
        if rest > 0 {
            transfers.extend(part(rest));
        }
        let mut script = Script::default();
        let sum = self.agent.sum();
        script.extend(begins.then_some(Op::Write(sum, u32::MAX)));
        let (reading, moved) = (self.reading(sector, count), Move::In(count));
        port::data(&mut script, &self.mmc, &reading, moved, transfers);
        script.push(Op::Read(sum));
        script
    }

    /// Whether sectors hold `bytes`, by the SoC's sum of them.
    ///
    /// # Errors
    /// As [`sum`](Self::sum) has.
    pub fn holds(&mut self, fel: &mut Fel<'_>, sector: u64, bytes: &[u8]) -> Result<bool, Error> {
        Ok(self.sum(fel, sector, (bytes.len() / BYTES) as u32)? == CRC32.checksum(bytes))
    }

    /// After an error the controller is brought back, and a card that may still be sending is told to stop: the next
    /// command works, if anything does.
    fn recovered<T>(&mut self, fel: &mut Fel<'_>, outcome: Result<T, Error>) -> Result<T, Error> {
        let is_of_the_card = matches!(
            &outcome,
            Err(Error {
                cause: super::Cause::Storage { .. } | super::Cause::CardStatus { .. },
                ..
            })
        );
        if is_of_the_card {
            let mut script = port::recover(&self.mmc);
            let stop = Command::new(12, 0, Answer::Busy, "CMD12 (stop)");
            // A card that does not send does not answer, which is no error here.
            if self.agent.run(fel, &[], &script).is_ok() {
                script = Script::default();
                port::command(&mut script, &self.mmc, &stop);
                let _ = self.agent.run(fel, &[], &script);
                let _ = self.agent.run(fel, &[], &port::recover(&self.mmc));
                // Its status tells that once.
                script = Script::default();
                port::command(&mut script, &self.mmc, &self.status());
                let _ = self.agent.run(fel, &[], &script);
            }
        }
        outcome
    }
}

/// A place that is read into.
struct Slice<'s>(&'s mut [u8], usize);

impl link::Sink for Slice<'_> {
    fn write(&mut self, bytes: &[u8]) -> Result<(), link::IoError> {
        self.0[self.1..self.1 + bytes.len()].copy_from_slice(bytes);
        self.1 += bytes.len();
        Ok(())
    }
}
