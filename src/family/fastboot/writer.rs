//! Writing a partition piece by piece, and reading it back.

use fastboot::{
    host::{Action, Cause, Error, Step},
    sparse::{BLOCK, Holes, Pieces, Plan},
};
use link::{IoError, Method, Silent, Sink, Source, Verified, Watch, storage::SECTOR};
use sha2::{Digest, Sha256};

use super::{
    Target,
    held::Held,
    partition::is_text,
    read::pull,
    sums::{Summed, Sums},
    target::PIECE,
};
use crate::{
    failure::Problem,
    family::{Writer, chunks},
};

const BYTES: u64 = SECTOR as u64;
/// Bytes that are taken from a source at once.
const CHUNK: usize = 1 << 20;

/// Writing under way.
pub(super) struct Writing<'t, 'a> {
    target: &'t mut Target<'a>,
    /// The first byte after the image; 0: it is not known.
    end: u64,
    look: Look,
    held: Held,
    /// The most bytes that are held.
    room: usize,
    /// The memory of the last piece, for the next one.
    spare: Vec<u8>,
    /// Bytes that the board said OKAY to.
    sent: u64,
    taken: Vec<Taken>,
}

/// How what is written is looked at.
pub(super) enum Look {
    /// Not at all.
    Not,
    /// It is read back.
    Back,
    /// The board sums it, as far as it can.
    Sums(Sums),
}

/// Bytes that the board has taken.
struct Taken {
    start: u64,
    length: u64,
    hash: [u8; 32],
}

impl<'t, 'a> Writing<'t, 'a> {
    pub(super) fn new(target: &'t mut Target<'a>, end: u64, look: Look) -> Self {
        let room = room(target);
        // Where that is not known, pieces are sent.
        let all = if end > 0 { usize::try_from(end).unwrap_or(room) } else { PIECE as usize };
        let held = Held::with_room(all.min(room));
        Self { target, end, look, held, room, spare: Vec::new(), sent: 0, taken: Vec::new() }
    }

    /// Keeps data, and sends what is kept when it is enough for a piece and more comes.
    fn take(&mut self, mut at: u64, mut data: &[u8], watch: &mut dyn Watch) -> anyhow::Result<()> {
        while !data.is_empty() {
            if self.held.len() == self.room {
                self.send(false, watch)?;
            }
            let (now, rest) = data.split_at(data.len().min(self.room - self.held.len()));
            self.held.push(at, now);
            // What is held is sent before anything is read back: the step that moves it ends before that.
            watch.advance(now.len() as u64);
            (at, data) = (at + now.len() as u64, rest);
        }
        Ok(())
    }

    /// Sends what is held; `last`: nothing comes after it.
    fn send(&mut self, last: bool, watch: &mut dyn Watch) -> anyhow::Result<()> {
        if self.held.is_empty() {
            return Ok(());
        }
        if matches!(self.look, Look::Back) {
            self.taken.extend(self.held.runs().map(|(start, run)| Taken::of(start, run)));
        }
        let before = self.before()?;
        let most = self.target.piece() as usize;
        match self.held.whole().filter(|all| last && self.sent == 0 && all.len() <= most) {
            Some(all) => raw(self.target, all, &mut Notes(watch))?,
            None => {
                self.require_pieces()?;
                let first = self.held.first();
                self.pieces(&mut Notes(watch)).map_err(|error| {
                    let good = error.good.unwrap_or_default().max(first);
                    Error { good: Some(good), ..error }
                })?;
            }
        }
        self.sent += self.held.len() as u64;
        self.held.clear();
        self.after(&before)
    }

    /// What has to be known of data when they are sent, where the board sums them.
    fn before(&mut self) -> Result<Vec<Summed>, Error> {
        let Look::Sums(sums) = &mut self.look else { return Ok(Vec::new()) };
        let device = &mut self.target.device;
        let summed = self.held.runs().map(|(at, run)| {
            let place = (at, run.len() as u64);
            Ok(Summed { place, wanted: crc32fast::hash(run), before: sums.before(device, place)? })
        });
        summed.collect()
    }

    /// Makes sure that what was sent is there, where the board sums it.
    fn after(&mut self, sent: &[Summed]) -> anyhow::Result<()> {
        let Look::Sums(sums) = &mut self.look else { return Ok(()) };
        for sent in sent {
            let at = sent.place.0;
            if !sums.after(&mut self.target.device, sent)? {
                return Err(Problem::Differs(format!(
                    "what the board holds differs from what was written, from sector {} of the partition on",
                    at / BYTES
                ))
                .into());
            }
        }
        Ok(())
    }

    /// Refuses a place that takes no sparse images.
    fn require_pieces(&self) -> Result<(), Problem> {
        let name = &self.target.name;
        match self.target.is_whole() {
            true => Err(Problem::Refused(format!(
                "{name} takes an image as it is, from its first byte on, with no holes; nothing was written"
            ))),
            false => Ok(()),
        }
    }

    /// Sends data as sparse images, which leave the rest of the partition as it is.
    fn pieces(&mut self, watch: &mut dyn Watch) -> Result<(), Error> {
        let (held, target) = (&self.held, &mut *self.target);
        let length = held.end().max(self.end);
        let plan = Plan {
            block: held.block(),
            holes: Holes::Keep,
            raw: false,
            ..Plan::new(target.piece(), Some(length))
        };
        let failed = |error| {
            let (step, cause) = (Step::Write, Cause::Image(error));
            Error { step, action: Action::Check, cause, good: None }
        };
        let mut pieces = Pieces::new(held.runs().map(Ok), plan).map_err(failed)?;
        pieces.reuse(std::mem::take(&mut self.spare));
        target.device.flash_image(&target.name, &mut pieces, &mut |_| {}, watch)?;
        self.spare = pieces.into_spare();
        Ok(())
    }

    /// Reads back what was written, and compares.
    fn read_back(&mut self, watch: &mut dyn Watch) -> anyhow::Result<Verified> {
        let mut sums = Hashes::over(&self.taken);
        while let Some(at) = sums.next() {
            sums.at = at / BYTES * BYTES;
            let before = sums.same;
            pull(self.target, sums.at, &mut sums, &mut Silent)?;
            watch.advance(sums.same - before);
            if let Some(start) = sums.differs {
                let text = format!(
                    "what the board holds differs from what was written, from sector {} of the partition on",
                    start / BYTES
                );
                return Err(Problem::Differs(text).into());
            }
        }
        Ok(Verified::by(Method::ReadBack, sums.same))
    }
}

impl Writer for Writing<'_, '_> {
    fn write(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        chunks(source, CHUNK, |at, bytes| {
            self.take(sector * BYTES + at, bytes, watch).map(|()| true)
        })
    }

    fn to_read_back(&self) -> u64 {
        if matches!(self.look, Look::Back) { self.sent + self.held.len() as u64 } else { 0 }
    }

    fn finish(mut self: Box<Self>, watch: &mut dyn Watch) -> anyhow::Result<Verified> {
        self.send(true, watch)?;
        let why = match &self.look {
            Look::Back => return self.read_back(watch),
            Look::Not => self.target.reads().err(),
            Look::Sums(sums) => match sums.why() {
                None => return Ok(Verified::by(Method::BoardSum, self.sent)),
                why => why,
            },
        };
        Ok(Verified { bytes: self.sent, why, ..Verified::default() })
    }
}

/// The most bytes that are held: what a piece takes with room for what it has beside the data, or all of an image.
fn room(target: &Target<'_>) -> usize {
    match target.is_whole() {
        true => usize::MAX,
        // A piece of less is refused when it is made.
        false => (target.piece().saturating_sub(BLOCK).max(BLOCK) / BLOCK * BLOCK) as usize,
    }
}

/// Sends an image as it is.
fn raw(target: &mut Target<'_>, all: &[u8], watch: &mut dyn Watch) -> Result<(), Error> {
    let mut data = if is_text(target.program, &target.name) { text(all) } else { all };
    target.device.flash(&target.name, &mut data, watch).map(drop)
}

/// Text without what fills up its last sector.
fn text(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    &bytes[..end]
}

/// A watch that hears of notes alone: the bytes of pieces are not those of the image.
struct Notes<'w>(&'w mut dyn Watch);

impl Watch for Notes<'_> {
    fn step(&mut self, _: link::StepId, _: &str, _: u64) {}

    fn advance(&mut self, _: u64) {}

    fn note(&mut self, text: &str) {
        self.0.note(text);
    }

    fn meanwhile(&mut self) {
        self.0.meanwhile();
    }
}

impl Taken {
    fn of(start: u64, run: &[u8]) -> Self {
        Self { start, length: run.len() as u64, hash: Sha256::digest(run).into() }
    }
}

/// Compares what is read with the sums of what was written, in order.
struct Hashes<'s> {
    left: std::slice::Iter<'s, Taken>,
    now: Option<&'s Taken>,
    hash: Sha256,
    /// Bytes of the present one that were read.
    read: u64,
    /// Where the next byte that comes is from.
    at: u64,
    /// Bytes that are as they were written.
    same: u64,
    /// The first byte of the first one that is not.
    differs: Option<u64>,
}

impl<'s> Hashes<'s> {
    fn over(taken: &'s [Taken]) -> Self {
        let mut left = taken.iter();
        let now = left.next();
        Self { left, now, hash: Sha256::new(), read: 0, at: 0, same: 0, differs: None }
    }

    /// The next byte that has to be read; `None`: there is none.
    fn next(&self) -> Option<u64> {
        self.now.map(|taken| taken.start + self.read)
    }

    /// What is wanted of bytes that come, and how many of them that takes.
    fn piece(&mut self, data: &[u8]) -> usize {
        let (Some(taken), Some(next)) = (self.now, self.next()) else { return data.len() };
        if self.at < next {
            // Not more than there is.
            return (next - self.at).min(data.len() as u64) as usize;
        }
        let length = (taken.length - self.read).min(data.len() as u64);
        self.hash.update(&data[..length as usize]);
        self.read += length;
        if self.read == taken.length {
            self.judge(taken);
        }
        length as usize
    }

    fn judge(&mut self, taken: &Taken) {
        match self.hash.finalize_reset()[..] == taken.hash {
            true => self.same += taken.length,
            false => self.differs = self.differs.or(Some(taken.start)),
        }
        (self.now, self.read) = (self.left.next(), 0);
    }
}

impl Sink for Hashes<'_> {
    fn write(&mut self, mut data: &[u8]) -> Result<(), IoError> {
        while !data.is_empty() {
            let length = self.piece(data);
            self.at += length as u64;
            data = &data[length..];
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_find_their_bytes_in_what_comes() {
        let taken = [Taken::of(512, &[1; 1024]), Taken::of(2048, &[2; 512])];
        let mut all = vec![0; 512];
        all.extend([1; 1024]);
        all.extend([9; 512]);
        all.extend([2; 512]);
        all.extend([9; 100]);
        let same = |bytes: &[u8], cut: usize| {
            let mut sums = Hashes::over(&taken);
            bytes.chunks(cut).for_each(|data| sums.write(data).expect("nothing fails"));
            (sums.same, sums.differs, sums.next())
        };
        for cut in [1, 7, 512, 1000, 5000] {
            assert_eq!(same(&all, cut), (1536, None, None), "{cut}");
            assert_eq!(same(&all[..2000], cut), (1024, None, Some(2048)), "{cut}");
        }
        all[600] = 7;
        assert_eq!(same(&all, 64), (512, Some(512), None));
    }
}
