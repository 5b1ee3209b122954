//! An image with its bmap: what is mapped is data, the rest holes.

use std::sync::Arc;

use super::{
    bmap::{Bmap, Range, Sum},
    forward::{Forward, bad},
    step::Step,
};
use crate::failure::Problem;

/// Goes through an image along its bmap.
pub(super) struct Walk {
    map: Arc<Bmap>,
    /// The next range, or the one that is under way.
    index: usize,
    /// The sum of the range that is under way, as far as it has come.
    sum: Option<Sum>,
    at: u64,
}

impl Walk {
    pub(super) fn new(map: Arc<Bmap>) -> Self {
        Self { map, index: 0, sum: None, at: 0 }
    }

    pub(super) fn step(&mut self, from: &mut Forward, buf: &mut [u8]) -> Result<Step, Problem> {
        let (start, end) =
            self.map.ranges.get(self.index).map_or((self.map.length, self.map.length), |range| {
                let bytes = |block: u64| (block * self.map.block).min(self.map.length);
                (bytes(range.first), bytes(range.last + 1))
            });
        if self.at < start {
            let length = start - self.at;
            let there = from.skip(length, buf)?;
            return self.came(there, length, Step::Hole(length));
        }
        if self.at == self.map.length {
            return self.end(from, buf);
        }
        let most = buf.len().min(usize::try_from(end - self.at).unwrap_or(usize::MAX));
        let there = from.fill(&mut buf[..most])?;
        let step = self.came(there as u64, most as u64, Step::Data(there))?;
        let sum = self.sum.get_or_insert_with(|| self.map.kind.sum());
        sum.update(&buf[..there]);
        if self.at == end {
            self.index += 1;
            let sum = self.sum.take().expect("it was put there just above");
            check(&self.map.ranges[self.index - 1], sum, self.map.block)?;
        }
        Ok(step)
    }

    fn came(&mut self, there: u64, wanted: u64, step: Step) -> Result<Step, Problem> {
        self.at += there;
        if there == wanted {
            return Ok(step);
        }
        Err(bad(format!(
            "it ends after {} bytes; its bmap tells of {}: it is cut off, or the bmap is of another image",
            self.at, self.map.length
        )))
    }

    fn end(&self, from: &mut Forward, buf: &mut [u8]) -> Result<Step, Problem> {
        if from.fill(&mut buf[..1])? == 0 {
            return Ok(Step::End);
        }
        Err(bad(format!(
            "it is longer than the {} bytes that its bmap tells of: the bmap is of another image",
            self.map.length
        )))
    }
}

fn check(range: &Range, sum: Sum, block: u64) -> Result<(), Problem> {
    match &range.sum {
        Some(told) if **told != *sum.finish() => Err(bad(format!(
            "the checksum of blocks {}-{} (from byte {} on) is not the one in its bmap: it is damaged, or the bmap \
             is of another image",
            range.first,
            range.last,
            range.first * block
        ))),
        _ => Ok(()),
    }
}
