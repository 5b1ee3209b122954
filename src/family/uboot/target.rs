//! Storage that U-Boot writes from memory, and sums: storage like any other to the loops above.

mod read;

use std::time::Duration;

use anyhow::Context as _;
use link::{Check, Method, Sink, Source, StepId, Verified, Watch};
use uboot::{
    disk::Refusal,
    host::{Cause, Console, Error, Prompt, Step},
};

use super::{SECTOR, ahead::Ahead, piece::Piece, reached::Reached, store::limit, sums, written};
use crate::{
    boards::BootBus,
    failure::Problem,
    family::{BlockTarget, Comparer, Lost, Medium, Writer, chunks},
    transport::SerialLink,
};

const WRITE: Step = Step::new(&(StepId::WRITE, "writing storage"));
pub(super) const READ: Step = Step::new(&(StepId::READ, "reading storage"));
const VERIFY: Step = Step::new(&(StepId::VERIFY, "reading storage back"));
/// What is handed on at once, in bytes.
const CHUNK: usize = 256 << 10;
/// Where what was compared differs, the first of this many bytes that does is found.
const FINE: usize = 64 << 10;
/// What memory holds before storage is read to it: what an earlier read left there must not be taken for what is read now.
const FILL: u32 = 0xa5a5_a5a5;
/// What is shown at once, in bytes.
const PART: u64 = 2 << 10;
/// The longest for a few kilobytes of text.
const PROMPT: Duration = Duration::from_secs(10);
/// The most that is shown, in bytes: the prompt shows memory as text, five letters for a byte.
const SHOWN: u64 = 64 << 10;

/// Storage that is reached.
pub(super) struct Target<'r> {
    reached: &'r Reached,
    link: &'r mut SerialLink,
    verify: bool,
    known: Verified,
    piece: Option<Piece>,
    /// The sums of what will be compared next.
    ahead: Ahead,
    /// What memory is filled with before it is read to.
    fill: u32,
}

impl<'r> Target<'r> {
    pub(super) fn new(reached: &'r Reached, link: &'r mut SerialLink) -> Self {
        Self {
            reached,
            link,
            verify: true,
            known: Verified::default(),
            piece: None,
            ahead: Ahead::default(),
            fill: FILL,
        }
    }

    /// Has U-Boot do something.
    fn at_prompt<T, E>(
        &mut self,
        watch: &mut dyn Watch,
        work: impl FnOnce(&mut Prompt<'_, '_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut console = Console::new(self.link, watch);
        work(&mut Prompt::answered(&mut console))
    }

    /// Reads storage to memory. What memory held before is not taken for it.
    fn fetch(
        &mut self,
        step: Step,
        sector: u64,
        bytes: u64,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        self.require_whole(sector, bytes, "nothing was read")?;
        let check = self.reached.room.check;
        let read = self.reached.store.read(check, sector, bytes);
        let fill = format!("mw.l {check:#x} {:#x} {:#x}", self.fill, bytes / 4);
        Ok(self.at_prompt(watch, |prompt| {
            prompt.ask(step, &fill, limit(bytes), |_| Some(()))?;
            read.run(prompt, step)
        })?)
    }

    /// Refuses what is no whole blocks of the disk; `then`: what was not done. NVMe disks may have long ones.
    fn require_whole(&self, sector: u64, bytes: u64, then: &str) -> Result<(), Problem> {
        let block = self.reached.store.block();
        if sector.saturating_mul(SECTOR).is_multiple_of(block) && bytes.is_multiple_of(block) {
            return Ok(());
        }
        let text = format!(
            "the disk has blocks of {block} bytes, and {bytes} bytes from sector {sector} on are no whole ones; {then}"
        );
        let advice = format!("lengthen the image with zeros: truncate -s %{block} IMAGE");
        Err(Problem::Refused(text).advised(advice))
    }

    /// The sum of storage, which is read to memory for it.
    fn sum(&mut self, sector: u64, bytes: u64, watch: &mut dyn Watch) -> anyhow::Result<u32> {
        self.fetch(VERIFY, sector, bytes, watch)?;
        let check = self.reached.room.check;
        Ok(self.at_prompt(watch, |prompt| prompt.sum(VERIFY, check, bytes, limit(bytes)))?)
    }

    /// The same for one of many parts that are compared one after the other.
    fn next_sum(&mut self, sector: u64, bytes: u64, watch: &mut dyn Watch) -> anyhow::Result<u32> {
        if let Some(sum) = self.ahead.take(sector, bytes) {
            return Ok(sum);
        }
        let left = self.medium().sectors.map(|all| all.saturating_sub(sector));
        let room = self.reached.room;
        match Ahead::parts(bytes, room.bytes, left) {
            1 => self.sum(sector, bytes, watch),
            parts => {
                self.fetch(VERIFY, sector, parts * bytes, watch)?;
                let mut ahead = std::mem::take(&mut self.ahead);
                self.at_prompt(watch, |prompt| {
                    ahead.learn(prompt, room.check, (sector, bytes, parts))
                })?;
                self.ahead = ahead;
                self.ahead.take(sector, bytes).context("it was asked")
            }
        }
    }

    /// Memory as the prompt shows it. Zeros, which most of a partition table is, are known by their sum.
    fn shown(
        &mut self,
        address: u64,
        bytes: u64,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Vec<u8>> {
        // At most a part.
        let zeros = vec![0; bytes as usize];
        let show = format!("md.b {address:#x} {bytes:#x}");
        Ok(self.at_prompt(watch, |prompt| {
            let sum = prompt.sum(READ, address, bytes, PROMPT)?;
            if sum == ::uboot::crc32(&zeros) {
                return Ok(zeros);
            }
            prompt.ask(READ, &show, PROMPT, |text| {
                shown(text, bytes).filter(|shown| ::uboot::crc32(shown) == sum)
            })
        })?)
    }

    /// The load that is under way, if bytes for that sector follow it and have room.
    fn taken(
        &mut self,
        sector: u64,
        bytes: u64,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Option<Piece>> {
        let Reached { store, room, network, .. } = self.reached;
        let most = room.bytes.min(store.most()).min(network.load());
        let fits = |piece: &Piece| {
            let follows = piece.sector + piece.bytes / SECTOR == sector;
            let bytes = piece.bytes + bytes;
            let whole = store.before(piece.sector) + bytes + store.after(piece.sector, bytes);
            follows && whole <= most
        };
        if self.piece.as_ref().is_some_and(|piece| !fits(piece)) {
            self.flush(watch)?;
        }
        Ok(self.piece.take())
    }

    /// Sends at most a chunk: in the load that is under way, or in a new one.
    fn send(&mut self, sector: u64, bytes: &[u8], watch: &mut dyn Watch) -> anyhow::Result<()> {
        let network = &self.reached.network;
        let mut piece = match self.taken(sector, bytes.len() as u64, watch)? {
            Some(piece) => piece,
            None => self.begin(sector, watch)?,
        };
        match piece.send(bytes, self.link, network) {
            Ok(()) => self.piece = Some(piece),
            Err(error) => {
                let error = piece.explain(error, self.link, watch, network);
                return Err(self.so_far(error));
            }
        }
        Ok(())
    }

    /// Begins a load, behind what is before it in its erase block.
    fn begin(&mut self, sector: u64, watch: &mut dyn Watch) -> anyhow::Result<Piece> {
        let Reached { store, network, room, .. } = self.reached;
        let before = store.before(sector);
        self.keep(room.load, sector - before / SECTOR, before, watch)?;
        let mut console = Console::new(self.link, watch);
        let prompt = Prompt::answered(&mut console);
        Piece::begin(prompt, network, room.load + before, sector)
    }

    /// An error with how what was written before is verified.
    fn so_far(&self, mut error: anyhow::Error) -> anyhow::Error {
        if let Some(lost) = error.downcast_mut::<Lost>() {
            lost.known = self.known;
        }
        error
    }

    /// Ends the load that is under way.
    fn flush(&mut self, watch: &mut dyn Watch) -> anyhow::Result<()> {
        match self.piece.take() {
            Some(piece) => self.settle(piece, watch).map_err(|error| self.so_far(error)),
            None => Ok(()),
        }
    }

    /// Has what arrived summed, written, read back and summed again.
    fn settle(&mut self, piece: Piece, watch: &mut dyn Watch) -> anyhow::Result<()> {
        let sector = piece.sector;
        self.ahead.forget(sector, piece.bytes);
        let (bytes, sum) = piece.end(self.link, watch, &self.reached.network)?;
        self.require_whole(sector, bytes, "they were not written")?;
        let Reached { store, room, .. } = self.reached;
        let before = store.before(sector);
        let load = room.load + before;
        self.require_arrived((sector, load, bytes), sum, watch)?;
        let after =
            self.keep(load + bytes, sector + bytes / SECTOR, store.after(sector, bytes), watch)?;
        let first = sector - before / SECTOR;
        let whole = before + bytes + after;
        let write = store.write(room.load, first, whole);
        self.at_prompt(watch, |prompt| write.run(prompt, WRITE)).map_err(locked)?;
        if self.verify {
            let sum = match whole == bytes {
                true => sum,
                // What stays was written, too.
                false => self
                    .at_prompt(watch, |prompt| prompt.sum(WRITE, room.load, whole, limit(whole)))?,
            };
            self.confirm((first, whole, sector), sum, watch)?;
        }
        self.known.add(&written(self.verify, bytes));
        Ok(())
    }

    /// Makes sure that memory holds what was sent for a sector.
    fn require_arrived(
        &mut self,
        (sector, load, bytes): (u64, u64, u64),
        sum: u32,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        let arrived =
            self.at_prompt(watch, |prompt| prompt.sum(WRITE, load, bytes, limit(bytes)))?;
        if arrived != sum {
            let text = format!(
                "what arrived in the board's memory differs from the image (CRC-32 {arrived:08x}, not {sum:08x}); sectors from {sector} on were not written"
            );
            return Err(self.lost(sector, text));
        }
        Ok(())
    }

    /// Reads what is to stay of an erase block to memory. Returns how many bytes that are.
    fn keep(
        &mut self,
        memory: u64,
        sector: u64,
        bytes: u64,
        watch: &mut dyn Watch,
    ) -> Result<u64, Error> {
        if bytes > 0 {
            let read = self.reached.store.read(memory, sector, bytes);
            self.at_prompt(watch, |prompt| read.run(prompt, WRITE))?;
        }
        Ok(bytes)
    }

    /// Makes sure that storage holds what was written. `lost`: the first sector of it that would have to be sent again.
    fn confirm(
        &mut self,
        (sector, bytes, lost): (u64, u64, u64),
        sum: u32,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        let found = self.sum(sector, bytes, watch)?;
        if found != sum {
            let text = format!(
                "what was written from sector {sector} on reads back differently (CRC-32 {found:08x}, not {sum:08x})"
            );
            return Err(self.lost(lost, text));
        }
        Ok(())
    }

    /// What was sent for a sector is not there.
    fn lost(&self, sector: u64, text: String) -> anyhow::Error {
        Lost { sector, known: Verified::default(), why: Problem::Differs(text).into() }.into()
    }
}

/// The bytes that `md.b` shows: `80200000: 45 46 49 20 … 00    EFI PART........`.
fn shown(text: &str, bytes: u64) -> Option<Vec<u8>> {
    let mut all = Vec::new();
    for line in text.lines() {
        let (_, rest) = line.split_once(": ")?;
        let left = (bytes as usize).saturating_sub(all.len()).min(16);
        for word in rest.split(' ').take(left) {
            all.push(u8::from_str_radix(word, 16).ok()?);
        }
    }
    (all.len() as u64 == bytes).then_some(all)
}

/// A failure to write; a card that is locked was not written at all.
fn locked(error: Error) -> anyhow::Error {
    match &error.cause {
        Cause::Failed { output, .. } if Refusal::parse(output) == Some(Refusal::WriteProtected) => {
            let text = "the SD card is write-protected; nothing was written";
            let advice = "move the switch at its edge away from LOCK, and run this again";
            Problem::Failed(text.into()).advised(advice).into()
        }
        _ => error.into(),
    }
}

impl BlockTarget for Target<'_> {
    fn medium(&self) -> Medium {
        self.reached.store.medium().clone()
    }

    fn judged(&self) -> u64 {
        self.reached.guard.map_or(0, |guard| guard.sectors)
    }

    fn judge(&mut self, start: u64, bytes: &mut dyn Source) -> anyhow::Result<()> {
        self.reached.guard.map_or(Ok(()), |guard| guard.judge(start, bytes))
    }

    fn writer(
        &mut self,
        start: u64,
        bytes: u64,
        check: Check,
    ) -> anyhow::Result<Box<dyn Writer + '_>> {
        self.require_whole(start, bytes.next_multiple_of(SECTOR), "nothing was written")?;
        self.verify = sums(check, "what it writes")?;
        self.known = Verified::default();
        Ok(Box::new(Job(self)))
    }

    fn comparer(&mut self) -> Box<dyn Comparer + '_> {
        self.known = Verified::default();
        Box::new(Job(self))
    }

    fn read(
        &mut self,
        start: u64,
        sectors: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        let bytes = sectors.saturating_mul(SECTOR);
        self.known = Verified::default();
        if bytes > SHOWN {
            return self.read_out(start, bytes, sink, watch);
        }
        self.fetch(READ, start, bytes, watch)?;
        let mut done = 0;
        while done < bytes {
            let part = (bytes - done).min(PART);
            let shown = self.shown(self.reached.room.check + done, part, watch)?;
            sink.write(&shown).map_err(anyhow::Error::from_boxed)?;
            done += part;
        }
        self.known = Verified::by(Method::BoardSum, bytes);
        Ok(())
    }

    fn known_of_read(&self) -> Option<Verified> {
        Some(self.known)
    }

    fn set_boot(
        &mut self,
        bus: Option<BootBus>,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<&'static str> {
        let disk = self.reached.store.emmc().context("an eMMC was chosen")?;
        self.at_prompt(watch, |prompt| disk.set_boot(prompt, bus))
    }
}

/// Writing or comparing under way.
struct Job<'t, 'r>(&'t mut Target<'r>);

impl Writer for Job<'_, '_> {
    fn write(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        chunks(source, CHUNK, |done, bytes| {
            self.0.send(sector + done / SECTOR, bytes, watch)?;
            watch.advance(bytes.len() as u64);
            Ok(true)
        })
    }

    /// Each load is read back as soon as it was written.
    fn to_read_back(&self) -> u64 {
        0
    }

    fn finish(self: Box<Self>, watch: &mut dyn Watch) -> anyhow::Result<Verified> {
        self.0.flush(watch)?;
        for refusal in self.0.reached.network.strangers() {
            watch.note(&refusal.to_string());
        }
        Ok(self.0.known)
    }
}

impl Comparer for Job<'_, '_> {
    fn compare(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Option<u64>> {
        let (mut whole, mut bytes) = (crc32fast::Hasher::new(), 0);
        chunks(source, CHUNK, |_, chunk| {
            whole.update(chunk);
            bytes += chunk.len() as u64;
            Ok(true)
        })?;
        if self.0.next_sum(sector, bytes, watch)? != whole.finalize() {
            // Memory may hold something else by now.
            self.0.fetch(VERIFY, sector, bytes, watch)?;
            if let Some(at) = self.first(source, watch)? {
                return Ok(Some(sector + at / SECTOR));
            }
            // The sum of the whole was damaged, on the line or in the board.
        }
        self.0.known.add(&Verified::by(Method::BoardSum, bytes));
        watch.advance(bytes);
        Ok(None)
    }

    fn known(&self) -> Verified {
        self.0.known
    }
}

impl Job<'_, '_> {
    /// Where the first part of a source begins that memory does not hold, in bytes; `None`: it holds all of them.
    fn first(
        &mut self,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Option<u64>> {
        let check = self.0.reached.room.check;
        let mut at = None;
        chunks(source, FINE, |done, part| {
            let bytes = part.len() as u64;
            let ask =
                |prompt: &mut Prompt<'_, '_>| prompt.sum(VERIFY, check + done, bytes, limit(bytes));
            let same = self.0.at_prompt(watch, ask)? == crc32fast::hash(part);
            at = (!same).then_some(done);
            Ok(same)
        })?;
        Ok(at)
    }
}
