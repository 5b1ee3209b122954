//! A partition of an image that can be read and written, though the image cannot: what is written stays in memory, and what
//! is not at hand is noted.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Seek, SeekFrom, Write},
    ops::Range,
};

use link::storage::SECTOR;

use super::Sectors;

/// The most that is read and written, in pieces of a sector: a file system whose chains run in circles would be read for ever.
const MOST: u64 = 4 << 20;

/// Whether bytes were there.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Read {
    There,
    Missing,
}

/// A partition of an image.
pub(super) struct View<'s> {
    sectors: &'s Sectors,
    changed: BTreeMap<u64, [u8; SECTOR]>,
    missing: BTreeSet<u64>,
    /// What was written since the place was last set to the partition's beginning.
    touched: BTreeSet<u64>,
    /// The sectors of the partition.
    region: Range<u64>,
    /// The place in it, in bytes.
    at: u64,
    left: u64,
}

impl<'s> View<'s> {
    pub(super) fn new(sectors: &'s Sectors) -> Self {
        Self {
            sectors,
            changed: BTreeMap::new(),
            missing: BTreeSet::new(),
            touched: BTreeSet::new(),
            region: 0..0,
            at: 0,
            left: MOST,
        }
    }

    /// Goes to the beginning of a partition, and stays within it.
    pub(super) fn open(&mut self, region: Range<u64>) {
        self.region = region;
        self.rewind();
    }

    /// Goes to the partition's beginning.
    pub(super) fn rewind(&mut self) {
        (self.at, self.left) = (0, MOST);
        self.touched.clear();
    }

    /// The sectors that were written since the place was last set to the partition's beginning.
    pub(super) fn touched(&mut self) -> impl Iterator<Item = &mut [u8; SECTOR]> {
        let touched = &self.touched;
        self.changed
            .iter_mut()
            .filter(|(sector, _)| touched.contains(sector))
            .map(|(_, bytes)| bytes)
    }

    /// What was written, and what was missing.
    pub(super) fn into_parts(self) -> (BTreeMap<u64, [u8; SECTOR]>, BTreeSet<u64>) {
        (self.changed, self.missing)
    }

    /// Reads whole sectors of the image, from this one on.
    pub(super) fn read_at(&mut self, first: u64, bytes: &mut [u8]) -> Read {
        for (sector, buffer) in (first..).zip(bytes.chunks_mut(SECTOR)) {
            match self.sector(sector) {
                Ok(bytes) => buffer.copy_from_slice(&bytes[..buffer.len()]),
                Err(_) => return Read::Missing,
            }
        }
        Read::There
    }

    /// Reads whole sectors of the partition, from this one of it on; sectors that it does not have are zeros.
    pub(super) fn read_here(&mut self, first: u64, bytes: &mut [u8]) -> Read {
        let room = self.sectors_left(first).saturating_mul(SECTOR as u64);
        let there = usize::try_from(room).map_or(bytes.len(), |room| room.min(bytes.len()));
        let (inside, outside) = bytes.split_at_mut(there);
        outside.fill(0);
        self.read_at(self.region.start.saturating_add(first), inside)
    }

    /// How many sectors the partition has from this one of it on.
    pub(super) fn sectors_left(&self, first: u64) -> u64 {
        (self.region.end - self.region.start).saturating_sub(first)
    }

    fn sector(&mut self, sector: u64) -> io::Result<[u8; SECTOR]> {
        let there = self.changed.get(&sector).copied().or_else(|| self.sectors.get(sector));
        there.ok_or_else(|| {
            self.missing.insert(sector);
            io::Error::other("it is not at hand")
        })
    }

    /// The sector where the place is, the place in it, and how many of `length` bytes are in it.
    fn here(&mut self, length: usize) -> io::Result<(u64, usize, usize)> {
        self.left = self.left.checked_sub(1).ok_or_else(|| {
            io::Error::new(io::ErrorKind::InvalidData, "its tables run in circles, or are too long")
        })?;
        let (sector, within) =
            (self.region.start + self.at / SECTOR as u64, self.at % SECTOR as u64);
        // Less than a sector.
        let within = within as usize;
        let room = if sector < self.region.end { SECTOR - within } else { 0 };
        Ok((sector, within, length.min(room)))
    }
}

impl io::Read for View<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let (sector, within, length) = self.here(buf.len())?;
        if length > 0 {
            buf[..length].copy_from_slice(&self.sector(sector)?[within..within + length]);
        }
        self.at += length as u64;
        Ok(length)
    }
}

impl Write for View<'_> {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        let (sector, within, length) = self.here(buf.len())?;
        if length > 0 {
            let whole = length == SECTOR;
            let mut bytes = if whole { [0; SECTOR] } else { self.sector(sector)? };
            bytes[within..within + length].copy_from_slice(&buf[..length]);
            self.changed.insert(sector, bytes);
            self.touched.insert(sector);
        }
        self.at += length as u64;
        Ok(length)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for View<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let length = (self.region.end - self.region.start) * SECTOR as u64;
        let place = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::Current(more) => self.at.checked_add_signed(more),
            SeekFrom::End(more) => length.checked_add_signed(more),
        };
        let before =
            || io::Error::new(io::ErrorKind::InvalidInput, "it does not begin before that");
        // A file system that is longer than its partition would be written over the next one.
        self.at = place.ok_or_else(before)?.min(length);
        Ok(self.at)
    }
}
