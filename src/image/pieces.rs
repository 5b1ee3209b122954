//! What is to be written, in order.

use sha2::{Digest, Sha256};

use super::{
    PIECE,
    forward::{Forward, bad},
    mapped,
    sparse::{self, Chunks},
    zeros,
};
use crate::failure::Problem;

/// A piece of an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'b> {
    /// Its place in the image that is to be written.
    pub offset: u64,
    /// What is there.
    pub content: Content<'b>,
}

/// What a piece holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content<'b> {
    /// Bytes, at most [`PIECE`] of them.
    Data(&'b [u8]),
    /// So many bytes that need not be written: the image does not say what is there, or, where the caller asked for
    /// it, zeros.
    Hole(u64),
}

impl Content<'_> {
    /// Bytes.
    pub fn length(&self) -> u64 {
        match self {
            Self::Data(bytes) => bytes.len() as u64,
            Self::Hole(length) => *length,
        }
    }
}

/// What a walk through an image finds next.
pub(super) enum Step {
    /// So many bytes, in the buffer.
    Data(usize),
    Hole(u64),
    End,
}

/// The layouts, under way.
pub(super) enum Walk {
    /// With the length that it should have, where that is known.
    Plain(Option<u64>),
    Sparse(sparse::Walk),
    Mapped(mapped::Walk),
}

impl Walk {
    fn step(&mut self, from: &mut Forward, buf: &mut [u8]) -> Result<Step, Problem> {
        match self {
            Self::Sparse(walk) => walk.step(from, buf),
            Self::Mapped(walk) => walk.step(from, buf),
            Self::Plain(length) => match from.fill(buf)? {
                0 => match length {
                    Some(length) if *length != from.given() => {
                        let given = from.given();
                        Err(bad(format!(
                            "its length changed under way: {given} bytes were read of {length}"
                        )))
                    }
                    _ => Ok(Step::End),
                },
                length => Ok(Step::Data(length)),
            },
        }
    }
}

/// The pieces of an image, in order and without gaps. Needs one buffer of [`PIECE`] bytes beside the unpacker.
pub struct Pieces {
    name: String,
    from: Forward,
    walk: Walk,
    buffer: Vec<u8>,
    /// What of the buffer has not been given yet.
    pending: std::ops::Range<usize>,
    offset: u64,
    zeros: bool,
    hash: Option<Sha256>,
    /// It ended, or it broke: with the words that say so every time.
    over: Option<Result<(), String>>,
}

impl Pieces {
    pub(super) fn new(name: String, from: Forward, walk: Walk, zeros: bool, hash: bool) -> Self {
        let (buffer, hash) = (vec![0; PIECE], hash.then(Sha256::new));
        Self { name, from, walk, buffer, pending: 0..0, offset: 0, zeros, hash, over: None }
    }

    /// The next piece; `None` at the end of a sound image. An error names the file.
    #[expect(
        clippy::should_implement_trait,
        reason = "pieces borrow the buffer, as an iterator's items cannot"
    )]
    pub fn next(&mut self) -> Result<Option<Piece<'_>>, Problem> {
        match &self.over {
            Some(Ok(())) => return Ok(None),
            Some(Err(words)) => return Err(bad(words.clone())),
            None => {}
        }
        if self.pending.is_empty() {
            match self.walk.step(&mut self.from, &mut self.buffer) {
                Ok(Step::Data(length)) => self.pending = 0..length,
                Ok(Step::Hole(length)) => return Ok(Some(self.hole(length))),
                Ok(Step::End) => {
                    self.over = Some(Ok(()));
                    return Ok(None);
                }
                Err(problem) => {
                    let words = format!("{}: {problem}", self.name);
                    self.over = Some(Err(words.clone()));
                    return Err(bad(words));
                }
            }
        }
        Ok(Some(self.cut()))
    }

    /// The buffer that the last piece lay in, for another one in its place.
    pub(super) fn swap(&mut self, mut other: Vec<u8>) -> Vec<u8> {
        other.resize(PIECE, 0);
        std::mem::replace(&mut self.buffer, other)
    }

    /// Bytes of the file that have been read: how far things are, for an image of unknown length.
    pub fn file_at(&self) -> u64 {
        self.from.file_at()
    }

    /// Where the next piece begins; at the end, the image's length.
    pub fn offset(&self) -> u64 {
        self.offset
    }

    /// Chunks of an Android sparse image that have gone by.
    pub fn chunks(&self) -> Option<Chunks> {
        match &self.walk {
            Walk::Sparse(walk) => Some(walk.chunks),
            _ => None,
        }
    }

    /// The SHA-256 of the image as far as it has been read, holes being zeros, where it was asked for.
    pub fn sha256(&self) -> Option<[u8; 32]> {
        self.hash.clone().map(|hash| hash.finalize().into())
    }

    fn hole(&mut self, length: u64) -> Piece<'_> {
        if let Some(hash) = &mut self.hash {
            let zeros = &[0; 16 << 10];
            let mut left = length;
            while left > 0 {
                // At most 16 KiB.
                let some = left.min(zeros.len() as u64) as usize;
                hash.update(&zeros[..some]);
                left -= some as u64;
            }
        }
        let offset = self.offset;
        self.offset += length;
        Piece { offset, content: Content::Hole(length) }
    }

    /// The next part of the buffer: all of it, or as far as it is zeros or not.
    fn cut(&mut self) -> Piece<'_> {
        let bytes = &self.buffer[self.pending.clone()];
        let (length, zero) =
            if self.zeros { zeros::run(bytes, self.offset) } else { (bytes.len(), false) };
        let start = self.pending.start;
        self.pending.start += length;
        if zero {
            return self.hole(length as u64);
        }
        let offset = self.offset;
        self.offset += length as u64;
        let bytes = &self.buffer[start..start + length];
        if let Some(hash) = &mut self.hash {
            hash.update(bytes);
        }
        Piece { offset, content: Content::Data(bytes) }
    }
}
