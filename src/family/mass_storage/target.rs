//! The disk as a storage: read and compared past the page cache.

use link::{Check, Method, Sink, Source, Verified, Watch};

use super::{SECTOR, reads_back, writer::Writing};
use crate::{
    failure::Problem,
    family::{self, BlockTarget, Comparer, Medium, Writer},
    transport::{Disk, DiskError, Moved, Queue, Stop},
};

/// The disk.
pub(in crate::family) struct Target<'d> {
    disk: &'d Disk,
    medium: Medium,
    stop: &'d Stop,
}

impl<'d> Target<'d> {
    pub(in crate::family) fn new(disk: &'d Disk, medium: Medium, stop: &'d Stop) -> Self {
        Self { disk, medium, stop }
    }
}

/// Refuses bytes that the disk has no room for.
pub(super) fn require_room(disk: &Disk, start: u64, bytes: u64) -> Result<(), Problem> {
    family::require_room("disk", disk.found.sectors, start, bytes.div_ceil(SECTOR))
}

/// What a request came to, with the place where it failed.
pub(super) fn moved(disk: &Disk, moved: Moved, does: &str) -> anyhow::Result<Moved> {
    let Err(error) = moved.outcome else { return Ok(moved) };
    Err(failed(disk, error, &format!("sector {} on could not be {does}", moved.at / SECTOR)))
}

/// An error of the disk: it may have left.
pub(super) fn failed(disk: &Disk, error: std::io::Error, what: &str) -> anyhow::Error {
    match disk.has_gone() {
        true => {
            anyhow::Error::new(DiskError::Gone(disk.found.port.clone())).context(what.to_owned())
        }
        false => DiskError::Other(disk.found.node(), error).into(),
    }
}

/// What is read at once of bytes that are whole sectors: the first byte and the length of each request.
pub(super) fn requests(start: u64, bytes: u64) -> impl Iterator<Item = (u64, usize)> {
    let most = Queue::MOST as u64;
    (0..bytes).step_by(Queue::MOST).map(move |at| (start + at, (bytes - at).min(most) as usize))
}

/// Carries out requests to read, and hands their bytes out in that order; ends early where `take` says false.
pub(super) fn read_each(
    disk: &Disk,
    stop: &Stop,
    mut requests: impl Iterator<Item = (u64, usize)>,
    mut take: impl FnMut(&Moved) -> anyhow::Result<bool>,
) -> anyhow::Result<()> {
    let mut queue = disk.queue();
    loop {
        require_going(stop)?;
        while !queue.is_full()
            && let Some((at, length)) = requests.next()
        {
            let buffer = queue.buffer(length);
            queue.read(at, buffer);
        }
        let Some(next) = queue.oldest() else { return Ok(()) };
        let next = moved(disk, next, "read")?;
        if !take(&next)? {
            return Ok(());
        }
        queue.put_back(next.bytes);
    }
}

/// Fails where the user has had enough.
pub(super) fn require_going(stop: &Stop) -> Result<(), Problem> {
    if stop.asked() { Err(Problem::Interrupted) } else { Ok(()) }
}

impl BlockTarget for Target<'_> {
    fn medium(&self) -> Medium {
        self.medium.clone()
    }

    fn require_writable(&self) -> anyhow::Result<()> {
        match self.disk.found.is_read_only {
            true => Err(Problem::Refused("the disk is write-protected".into()).into()),
            false => Ok(()),
        }
    }

    fn writer(
        &mut self,
        start: u64,
        bytes: u64,
        check: Check,
    ) -> anyhow::Result<Box<dyn Writer + '_>> {
        let verify = reads_back(check)?;
        self.require_writable()?;
        require_room(self.disk, start, bytes)?;
        Ok(Box::new(Writing::new(self.disk, verify, self.stop)))
    }

    fn comparer(&mut self) -> Box<dyn Comparer + '_> {
        Box::new(Comparing { disk: self.disk, stop: self.stop, known: Verified::default() })
    }

    fn read(
        &mut self,
        start: u64,
        sectors: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        let bytes = sectors.saturating_mul(SECTOR);
        require_room(self.disk, start, bytes)?;
        read_each(self.disk, self.stop, requests(start * SECTOR, bytes), |part| {
            sink.write(&part.bytes).map_err(anyhow::Error::from_boxed)?;
            watch.advance(part.bytes.len() as u64);
            Ok(true)
        })
    }
}

/// Comparing under way.
struct Comparing<'d> {
    disk: &'d Disk,
    stop: &'d Stop,
    known: Verified,
}

impl Comparer for Comparing<'_> {
    fn compare(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Option<u64>> {
        let (size, start) = (source.size(), sector * SECTOR);
        let bytes = size.next_multiple_of(SECTOR);
        require_room(self.disk, sector, bytes)?;
        let (mut wanted, mut differs) = (Vec::new(), None);
        read_each(self.disk, self.stop, requests(start, bytes), |part| {
            let at = part.at - start;
            // What follows the source's end, in its last sector, was written as zeros.
            wanted.clear();
            wanted.resize(part.bytes.len(), 0);
            let there = (size - at).min(wanted.len() as u64) as usize;
            source.read_at(at, &mut wanted[..there]).map_err(anyhow::Error::from_boxed)?;
            let mut pairs = part.bytes.iter().zip(&wanted);
            differs = pairs.position(|(one, other)| one != other).map(|index| at + index as u64);
            watch.advance(wanted.len() as u64);
            Ok(differs.is_none())
        })?;
        if differs.is_none() {
            self.known.add(&Verified::by(Method::ReadBack, bytes));
        }
        Ok(differs.map(|at| sector + at / SECTOR))
    }

    fn known(&self) -> Verified {
        self.known
    }
}
