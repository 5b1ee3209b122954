//! Sectors of an image that are at hand, kept for all nodes that get it.

use std::{collections::BTreeMap, ops::Range};

use link::{Source, storage::SECTOR};

use super::named;
use crate::{
    failure::Problem,
    files::regular,
    image::{Image, Layout, Raw, Run},
    transport::Stop,
};

/// The most sectors that are kept: 8 MiB. Those of zeros do not count.
const MOST: usize = 16 << 10;

/// Sectors of an image.
#[derive(Debug, Default)]
pub(crate) struct Sectors {
    /// Which were read: from each key to its value.
    read: BTreeMap<u64, u64>,
    /// What is in those that are not zeros.
    kept: BTreeMap<u64, [u8; SECTOR]>,
}

impl Sectors {
    /// A sector, if it was read. Holes, and what is after the image's end, are zeros.
    pub(super) fn get(&self, sector: u64) -> Option<[u8; SECTOR]> {
        let (_, end) = self.read.range(..=sector).next_back()?;
        (sector < *end).then(|| self.kept.get(&sector).copied().unwrap_or([0; SECTOR]))
    }

    /// Reads these sectors of an image, which errors call `name`. A packed image is unpacked for that up to the last of them.
    pub(crate) fn fetch(
        &mut self,
        (name, image): (&str, &mut Image),
        wanted: &[Range<u64>],
        stop: &Stop,
    ) -> Result<(), Problem> {
        match image.raw().filter(|_| matches!(image.layout(), Layout::Plain)) {
            Some(mut raw) => self.pick(&mut raw, wanted).map_err(|problem| named(name, problem))?,
            None => self.stream(image, wanted, stop)?,
        }
        if self.kept.len() > MOST {
            let text = format!("{name}: its file system's tables are longer than 8 MiB");
            return Err(Problem::BadInput(text));
        }
        for range in wanted {
            self.add(range);
        }
        Ok(())
    }

    /// What was read is known.
    fn add(&mut self, range: &Range<u64>) {
        let end = self.read.get(&range.start).copied().unwrap_or_default().max(range.end);
        let before = self.read.range(..range.start).next_back();
        // One that covers more of it stays.
        if before.is_none_or(|(_, before)| *before < end) {
            self.read.insert(range.start, end);
        }
        while let Some((&next, &next_end)) = self.read.range(range.start + 1..end).next() {
            self.read.remove(&next);
            let end = self.read.entry(range.start).or_insert(end);
            *end = next_end.max(*end);
        }
    }

    fn pick(&mut self, raw: &mut Raw, wanted: &[Range<u64>]) -> Result<(), Problem> {
        let size = raw.size();
        for range in wanted {
            let start = (range.start * SECTOR as u64).min(size);
            let end = (range.end * SECTOR as u64).min(size);
            // A few MiB.
            let mut bytes = vec![0; (end - start) as usize];
            raw.read_at(start, &mut bytes)
                .map_err(|error| regular::unread(&*error, error.to_string()))?;
            self.keep(start, &bytes, range);
        }
        Ok(())
    }

    fn stream(
        &mut self,
        image: &mut Image,
        wanted: &[Range<u64>],
        stop: &Stop,
    ) -> Result<(), Problem> {
        let end = wanted.iter().map(|range| range.end).max().unwrap_or_default() * SECTOR as u64;
        let mut data = image.ahead()?;
        while let Some(run) = data.next(stop)? {
            let Run { offset, data: bytes } = &run;
            if *offset >= end {
                break;
            }
            wanted.iter().for_each(|range| self.keep(*offset, bytes, range));
            data.done(run);
        }
        Ok(())
    }

    /// Keeps what of some bytes is in a range of sectors.
    fn keep(&mut self, offset: u64, bytes: &[u8], range: &Range<u64>) {
        for (sector, bytes) in (offset / SECTOR as u64..).zip(bytes.chunks(SECTOR)) {
            if range.contains(&sector) && bytes.iter().any(|byte| *byte != 0) {
                let mut whole = [0; SECTOR];
                whole[..bytes.len()].copy_from_slice(bytes);
                self.kept.insert(sector, whole);
            }
        }
    }
}
