//! Writing the disk: several requests under way, stored, and read back past the page cache.

use link::{Method, Source, Verified, Watch};

use super::{
    SECTOR,
    target::{failed, moved, read_each, require_going, require_room},
};
use crate::{
    failure::Problem,
    family::{Writer, chunks},
    transport::{Disk, Queue, Stop},
};

/// A request that was written: its first byte, its length, and the SHA-256 of its bytes.
struct Part {
    at: u64,
    length: usize,
    sum: [u8; 32],
}

/// Writing under way.
pub(super) struct Writing<'d> {
    disk: &'d Disk,
    stop: &'d Stop,
    queue: Queue,
    verify: bool,
    parts: Vec<Part>,
    bytes: u64,
}

impl<'d> Writing<'d> {
    pub(super) fn new(disk: &'d Disk, verify: bool, stop: &'d Stop) -> Self {
        Self { disk, stop, queue: disk.queue(), verify, parts: Vec::new(), bytes: 0 }
    }

    /// Waits for the oldest request. Whether there was one.
    fn settle(&mut self) -> anyhow::Result<bool> {
        let Some(next) = self.queue.oldest() else { return Ok(false) };
        let next = moved(self.disk, next, "written")?;
        let length = next.bytes.len();
        self.parts.push(Part { at: next.at, length, sum: next.sum });
        self.queue.put_back(next.bytes);
        Ok(true)
    }

    fn send(&mut self, at: u64, bytes: &[u8]) -> anyhow::Result<()> {
        require_going(self.stop)?;
        if self.queue.is_full() {
            self.settle()?;
        }
        let mut buffer = self.queue.buffer(bytes.len());
        buffer.copy_from_slice(bytes);
        self.queue.write(at, buffer);
        self.bytes += bytes.len() as u64;
        Ok(())
    }

    /// Makes sure that the disk holds what was written.
    fn read_back(&self, watch: &mut dyn Watch) -> anyhow::Result<()> {
        let requests = self.parts.iter().map(|part| (part.at, part.length));
        let mut written = self.parts.iter();
        read_each(self.disk, self.stop, requests, |read| {
            if written.next().is_none_or(|part| part.sum != read.sum) {
                let sector = read.at / SECTOR;
                let text =
                    format!("what was written from sector {sector} on reads back differently");
                return Err(Problem::Differs(text).into());
            }
            watch.advance(read.bytes.len() as u64);
            Ok(true)
        })
    }
}

impl Writer for Writing<'_> {
    fn write(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        require_room(self.disk, sector, source.size())?;
        chunks(source, Queue::MOST, |done, bytes| {
            self.send(sector * SECTOR + done, bytes)?;
            watch.advance(bytes.len() as u64);
            Ok(true)
        })
    }

    fn to_read_back(&self) -> u64 {
        if self.verify { self.bytes } else { 0 }
    }

    fn finish(mut self: Box<Self>, watch: &mut dyn Watch) -> anyhow::Result<Verified> {
        while self.settle()? {}
        let flushed = self.disk.flush();
        flushed.map_err(|error| failed(self.disk, error, "what was written may not be stored"))?;
        if !self.verify {
            return Ok(Verified { bytes: self.bytes, ..Verified::default() });
        }
        self.read_back(watch)?;
        Ok(Verified::by(Method::ReadBack, self.bytes))
    }
}
