//! Images that are made while they are read.

use std::{iter, ops::Range, sync::OnceLock};

use fastboot::sparse::Run;

/// Bytes of a page.
pub(super) const PAGE: usize = 4096;
/// Bytes of a run.
const RUN: u64 = 1 << 20;
/// Bytes after which the noise begins anew: a prime.
const PERIOD: u64 = 1_048_573;
/// Bytes over which [`Image::steps`] repeats a word.
const STEP: u64 = 256 << 10;

/// What an image has where it has data.
#[derive(Clone, Copy)]
enum Content {
    Noise,
    /// Another word on every step.
    Steps,
}

/// An image: data in places, zeros elsewhere.
pub(super) struct Image {
    pub(super) length: u64,
    data: Vec<Range<u64>>,
    content: Content,
}

fn noise() -> &'static [u8] {
    static NOISE: OnceLock<Vec<u8>> = OnceLock::new();
    NOISE.get_or_init(|| {
        let mut state = 0x1234_5678_9abc_def1_u64;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 32) as u8
        };
        let period: Vec<u8> = (0..PERIOD).map(|_| next()).collect();
        [&period[..], &period, &period[..4096]].concat()
    })
}

impl Image {
    /// Data all over.
    pub(super) fn full(length: u64) -> Self {
        Self { length, data: iter::once(0..length).collect(), content: Content::Noise }
    }

    /// Data at its ends, in the middle and around 4 GiB.
    pub(super) fn spots(length: u64) -> Self {
        let border = 1 << 32;
        let spots = [
            0..(2 << 20) + 5,
            (1 << 30) + 3..(1 << 30) + 70_000,
            border - (2 << 20)..border + (2 << 20),
            length - 70_001..length,
        ];
        let mut data: Vec<Range<u64>> = Vec::new();
        for spot in spots {
            let start = data.last().map_or(0, |last| last.end).max(spot.start);
            if start < spot.end.min(length) {
                data.push(start..spot.end.min(length));
            }
        }
        Self { length, data, content: Content::Noise }
    }

    /// Other data every 256 KiB, which take no room.
    pub(super) fn steps(length: u64) -> Self {
        Self { length, data: iter::once(0..length).collect(), content: Content::Steps }
    }

    /// What is there; zeros after its end.
    pub(super) fn fill(&self, offset: u64, buf: &mut [u8]) {
        buf.fill(0);
        for range in &self.data {
            let (start, end) = (range.start.max(offset), range.end.min(offset + buf.len() as u64));
            if start < end {
                let into = &mut buf[(start - offset) as usize..(end - offset) as usize];
                match self.content {
                    Content::Noise => {
                        let from = (start % PERIOD) as usize;
                        into.copy_from_slice(&noise()[from..from + into.len()]);
                    }
                    Content::Steps => steps(start, into),
                }
            }
        }
    }

    /// Whether any of these bytes are data.
    pub(super) fn has(&self, bytes: Range<u64>) -> bool {
        self.data.iter().any(|range| range.start < bytes.end && bytes.start < range.end)
    }

    /// All of it, the zeros as well.
    pub(super) fn all(&self) -> impl Iterator<Item = Run<Vec<u8>>> {
        self.runs(iter::once(0..self.length).collect())
    }

    /// Its data, and where it ends.
    pub(super) fn data(&self) -> impl Iterator<Item = Run<Vec<u8>>> {
        let end = iter::once(Ok((self.length, Vec::new())));
        self.runs(self.data.clone()).chain(end)
    }

    fn runs(&self, ranges: Vec<Range<u64>>) -> impl Iterator<Item = Run<Vec<u8>>> {
        let cut = |range: Range<u64>| {
            (range.start..range.end)
                .step_by(RUN as usize)
                .map(move |at| at..range.end.min(at + RUN))
        };
        ranges.into_iter().flat_map(cut).map(|range| {
            let mut bytes = vec![0; (range.end - range.start) as usize];
            self.fill(range.start, &mut bytes);
            Ok((range.start, bytes))
        })
    }
}

fn steps(mut at: u64, mut buf: &mut [u8]) {
    while !buf.is_empty() {
        let length = buf.len().min((STEP - at % STEP) as usize);
        let (now, later) = buf.split_at_mut(length);
        // Whole words: steps begin at multiples of four bytes, and so do runs and pages.
        let word = (at / STEP * 0x0101 + 0x77).to_le_bytes();
        let first = now.len().min(4);
        now[..first].copy_from_slice(&word[..first]);
        let mut done = 4;
        while done < now.len() {
            let more = done.min(now.len() - done);
            now.copy_within(..more, done);
            done += more;
        }
        (at, buf) = (at + length as u64, later);
    }
}
