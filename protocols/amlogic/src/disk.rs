//! The whole eMMC, over either protocol: how the data written is verified and compared.

use alloc::vec::Vec;

use link::{IoError, Sink, Source, Verified};
use sha2::{Digest, Sha256};

/// How what was written is to be verified.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Check {
    /// By reading back, where the board lets its storage be read.
    #[default]
    ReadBack,
    /// Only by the sum that goes with each window, where one does.
    Sums,
}

/// Why nothing is known of what a secure board holds.
pub const CLOSED: &str = "the board does not let its storage be read";
/// Why little is known of what was not read back over ADNL.
pub(crate) const SUMMED: &str =
    "known only by the sums that went with it, which some boards answer before they look";

/// The verification of `bytes` bytes, of which `read_back` were read back and were right. `why`: the reason that not all of
/// them were, if there is one.
pub(crate) fn known(bytes: u64, read_back: u64, why: Option<&'static str>) -> Verified {
    let why = why.filter(|_| read_back < bytes);
    Verified { bytes, read_back, why, ..Verified::default() }
}

/// Bytes that the board has taken.
pub(crate) struct Piece {
    pub(crate) offset: u64,
    pub(crate) length: u64,
    hash: [u8; 32],
}

impl Piece {
    pub(crate) fn new(offset: u64, data: &[u8]) -> Self {
        Self { offset, length: data.len() as u64, hash: Sha256::digest(data).into() }
    }
}

/// What was written in a job, and how it is to be verified.
pub(crate) struct Log {
    check: Check,
    pub(crate) pieces: Vec<Piece>,
}

impl Log {
    pub(crate) fn new(check: Check) -> Self {
        Self { check, pieces: Vec::new() }
    }

    /// All bytes that were written.
    pub(crate) fn bytes(&self) -> u64 {
        self.pieces.iter().map(|piece| piece.length).sum()
    }

    /// Those of them that are to be read back.
    pub(crate) fn to_read_back(&self) -> u64 {
        match self.check {
            Check::ReadBack => self.bytes(),
            Check::Sums => 0,
        }
    }

    /// What is to be read back: pieces that follow each other without a gap, and how long they are together.
    pub(crate) fn stretches(&self) -> impl Iterator<Item = (&[Piece], u64)> {
        let mut left = match self.check {
            Check::ReadBack => self.pieces.as_slice(),
            Check::Sums => &[],
        };
        core::iter::from_fn(move || {
            let (count, length) = stretch(left);
            let (now, rest) = left.split_at(count);
            left = rest;
            (count > 0).then_some((now, length))
        })
    }
}

/// How many of the first pieces follow each other without a gap, and how long they are together.
fn stretch(pieces: &[Piece]) -> (usize, u64) {
    let (mut count, mut length) = (0, 0);
    while let Some(piece) = pieces.get(count)
        && piece.offset == pieces[0].offset + length
    {
        (count, length) = (count + 1, length + piece.length);
    }
    (count, length)
}

/// Compares what comes with the hashes of pieces that follow each other.
pub(crate) struct Hashes<'p> {
    pieces: core::slice::Iter<'p, Piece>,
    held: Vec<u8>,
    /// Bytes that were compared.
    pub(crate) at: u64,
    /// Where the piece begins that is another one, from the first piece's beginning on.
    pub(crate) differs: Option<u64>,
}

impl<'p> Hashes<'p> {
    pub(crate) fn new(pieces: &'p [Piece]) -> Self {
        Self { pieces: pieces.iter(), held: Vec::new(), at: 0, differs: None }
    }
}

impl Sink for Hashes<'_> {
    fn write(&mut self, data: &[u8]) -> Result<(), IoError> {
        self.held.extend_from_slice(data);
        while let Some(piece) = self.pieces.as_slice().first() {
            // A window was in memory as a whole.
            let length = piece.length as usize;
            if self.held.len() < length {
                return Ok(());
            }
            if <[u8; 32]>::from(Sha256::digest(&self.held[..length])) != piece.hash {
                self.differs = Some(self.at);
                return Err("storage differs from what was written".into());
            }
            self.at += piece.length;
            self.held.drain(..length);
            self.pieces.next();
        }
        Ok(())
    }
}

/// Fills `buffer` from `offset` on; what follows the source's end reads as zero.
pub(crate) fn read(source: &mut dyn Source, offset: u64, buffer: &mut [u8]) -> Result<(), IoError> {
    let there = source.size().saturating_sub(offset).min(buffer.len() as u64);
    // At most the buffer's length.
    let (data, zeros) = buffer.split_at_mut(there as usize);
    zeros.fill(0);
    if data.is_empty() { Ok(()) } else { source.read_at(offset, data) }
}
