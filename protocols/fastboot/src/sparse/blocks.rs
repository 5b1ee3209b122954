//! Runs of bytes become whole blocks.

use alloc::{collections::VecDeque, vec, vec::Vec};
use core::ops::{Deref, Range};

use super::{Error, Plan, Run};

/// What an image has next.
pub(super) enum Next {
    /// A block with data, which is in [`Blocks::data`].
    Data,
    /// So many blocks without any.
    Gap(u64),
}

/// The blocks of an image, in order.
pub(super) struct Blocks<I, B> {
    runs: I,
    /// Runs that were taken and are not used up.
    held: VecDeque<(u64, B)>,
    /// Bytes of the first of them that are used up.
    used: usize,
    /// Where the block is in the first of them; `None`: it is in `block`.
    inside: Option<Range<usize>>,
    /// A block that more than one run has a part of, or not all of which is data.
    block: Vec<u8>,
    /// The block that comes next.
    at: u64,
    length: Option<u64>,
    /// The end of the last run that was taken.
    seen: u64,
    /// There are no more runs.
    over: bool,
}

impl<I: Iterator<Item = Run<B>>, B: Deref<Target: AsRef<[u8]>>> Blocks<I, B> {
    pub(super) fn new(runs: I, plan: &Plan) -> Self {
        Self {
            runs,
            held: VecDeque::new(),
            used: 0,
            inside: None,
            block: vec![0; plan.block as usize],
            at: 0,
            length: plan.length,
            seen: 0,
            over: false,
        }
    }

    /// The block that [`Next::Data`] stands for.
    pub(super) fn data(&self) -> &[u8] {
        match (&self.inside, self.held.front()) {
            (Some(range), Some((_, bytes))) => &(**bytes).as_ref()[range.clone()],
            _ => &self.block,
        }
    }

    /// Bytes of the image, once that is known.
    pub(super) fn length(&self) -> Option<u64> {
        self.length.or_else(|| self.over.then_some(self.seen))
    }

    /// What comes next; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Next>, Error> {
        let size = self.block.len() as u64;
        let start = self.at * size;
        self.inside = None;
        let Some(first) = self.front()? else { return Ok(self.rest()) };
        if first >= start + size {
            return Ok(self.gap((first - start) / size));
        }
        self.at += 1;
        if first == start && self.lend() {
            return Ok(Some(Next::Data));
        }
        self.block.fill(0);
        while let Some(at) = self.front()?.filter(|at| *at < start + size) {
            // Inside the block.
            self.copy((at - start) as usize);
        }
        Ok(Some(Next::Data))
    }

    fn gap(&mut self, blocks: u64) -> Option<Next> {
        self.at += blocks;
        (blocks > 0).then_some(Next::Gap(blocks))
    }

    /// What is after the last data.
    fn rest(&mut self) -> Option<Next> {
        let end = self.length().unwrap_or_default().div_ceil(self.block.len() as u64);
        self.gap(end.saturating_sub(self.at))
    }

    /// Leaves the block where it is, if the first run has all of it.
    fn lend(&mut self) -> bool {
        let left = self.held.front().map_or(0, |(_, bytes)| (**bytes).as_ref().len() - self.used);
        let has_all = left >= self.block.len();
        if has_all {
            let end = self.used + self.block.len();
            self.inside = Some(self.used..end);
            self.used = end;
        }
        has_all
    }

    /// Copies what the first run has for this place in the block.
    fn copy(&mut self, at: usize) {
        let Some((_, bytes)) = self.held.front() else { return };
        let bytes = &(**bytes).as_ref()[self.used..];
        let length = bytes.len().min(self.block.len() - at);
        self.block[at..at + length].copy_from_slice(&bytes[..length]);
        self.used += length;
    }

    /// The place of the next byte with data.
    fn front(&mut self) -> Result<Option<u64>, Error> {
        loop {
            while let Some((offset, bytes)) = self.held.front() {
                if self.used < (**bytes).as_ref().len() {
                    return Ok(Some(offset + self.used as u64));
                }
                self.held.pop_front();
                self.used = 0;
            }
            if !self.fetch()? {
                return Ok(None);
            }
        }
    }

    /// Takes one more run, if there is one.
    fn fetch(&mut self) -> Result<bool, Error> {
        let Some(run) = self.runs.next().filter(|_| !self.over) else {
            self.over = true;
            return Ok(false);
        };
        let (offset, bytes) = run.map_err(Error::Io)?;
        if offset < self.seen {
            return Err(Error::Order(offset));
        }
        let most = self.block.len() as u64 * u64::from(u32::MAX);
        let end = offset.checked_add((*bytes).as_ref().len() as u64).filter(|end| *end <= most);
        self.seen = end.ok_or(Error::Large)?;
        if let Some(length) = self.length.filter(|length| self.seen > *length) {
            return Err(Error::Longer(length));
        }
        self.held.push_back((offset, bytes));
        Ok(true)
    }

    /// All of an image of at most this many bytes, with zeros where it has no data; `None`: it is longer, and nothing is
    /// lost.
    pub(super) fn whole(&mut self, most: u64) -> Result<Option<Vec<u8>>, Error> {
        while self.seen <= most && self.fetch()? {}
        let Some(length) = self.length().filter(|length| *length <= most) else { return Ok(None) };
        let mut image = vec![0; length as usize];
        for (offset, bytes) in self.held.drain(..) {
            let (start, bytes) = (offset as usize, (*bytes).as_ref());
            image[start..start + bytes.len()].copy_from_slice(bytes);
        }
        self.at = length.div_ceil(self.block.len() as u64);
        Ok(Some(image))
    }
}
