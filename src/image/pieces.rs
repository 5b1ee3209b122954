//! What is to be written, in order.

use crc32fast::Hasher;
use sha2::{Digest, Sha256};

use super::{
    Options, PIECE,
    foreign::packed,
    forward::{Forward, bad, check_ratio},
    mapped,
    open::named,
    sparse::{self, Chunks},
    step::Step,
    unpack::Rest,
    zeros,
};
use crate::{failure::Problem, transport::Stop};

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
    /// This many bytes that need not be written: the image does not say what is there, or, where the caller asked for
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
                            "its length changed while it was read: {given} bytes were read of {length}"
                        )))
                    }
                    _ => Ok(Step::End),
                },
                length => Ok(Step::Data(length)),
            },
        }
    }
}

/// What was seen of an image: its length, and a sum of its data and of where they are. Two streams of one image have the
/// same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sum {
    length: u64,
    crc: u32,
}

/// The longest image, in bytes, whose holes are hashed as the zeros that they are: hashing is all that they cost.
const HASHED: u64 = 128 << 30;

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
    sum: Hasher,
    /// Bytes of data that were given.
    data: u64,
    /// What the image was when it was checked.
    checked: Option<Sum>,
    /// What is unpacked may be an archive as well.
    verbatim: bool,
    stop: Stop,
    /// It ended, or it broke: with the words that say so every time.
    over: Option<Result<(), String>>,
}

impl Pieces {
    pub(super) fn new(
        name: String,
        from: Forward,
        walk: Walk,
        options: &Options,
        checked: Option<Sum>,
    ) -> Self {
        Self {
            name,
            from,
            walk,
            buffer: vec![0; PIECE],
            pending: 0..0,
            offset: 0,
            zeros: options.zeros_are_holes,
            hash: options.hash.then(Sha256::new),
            sum: Hasher::new(),
            data: 0,
            checked,
            verbatim: options.verbatim || options.unexpanded,
            stop: options.stop.clone(),
            over: None,
        }
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
            match self.step() {
                Ok(Step::Data(length)) => self.pending = 0..length,
                Ok(Step::Hole(length)) => return self.hole(length).map(Some),
                Ok(Step::End) => {
                    self.over = Some(Ok(()));
                    return Ok(None);
                }
                Err(Problem::Interrupted) => return Err(Problem::Interrupted),
                Err(problem) => {
                    let problem = named(&self.name, problem);
                    self.over = Some(Err(problem.to_string()));
                    return Err(problem);
                }
            }
        }
        self.cut().map(Some)
    }

    fn step(&mut self) -> Result<Step, Problem> {
        if self.stop.asked() {
            return Err(Problem::Interrupted);
        }
        let step = self.walk.step(&mut self.from, &mut self.buffer)?;
        match step {
            Step::Data(length) => {
                self.data += length as u64;
                check_ratio(self.data, self.from.file_at())?;
                let archive =
                    Some(&self.buffer[..length]).filter(|_| self.offset == 0 && !self.verbatim);
                match archive.and_then(packed) {
                    Some(what) => Err(bad(format!("what is in it is {what}, not an image"))
                        .advised("unpack it, and name the image that is in it")),
                    None => Ok(step),
                }
            }
            Step::End if self.checked.is_some_and(|checked| checked != self.sum()) => {
                Err(Problem::Changed(
                    "it is not what it was when it was checked: something writes to it".into(),
                ))
            }
            _ => Ok(step),
        }
    }

    /// What has been seen so far.
    pub(super) fn sum(&self) -> Sum {
        Sum { length: self.offset, crc: self.sum.clone().finalize() }
    }

    /// What of the file was left out, in words, where that is more than nothing; known at the end.
    pub fn left_out(&self) -> Option<String> {
        let (bytes, of) = match self.from.left_out()? {
            Rest::OpenWrt(bytes) => (bytes, "of OpenWrt's metadata"),
            Rest::Other(bytes) => (bytes, "that are no gzip data"),
        };
        Some(format!("{bytes} bytes {of} follow the gzip data: they are left out"))
    }

    /// The buffer that the last piece lay in; [`refill`](Self::refill) has to bring another one before the next piece.
    pub(super) fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.buffer)
    }

    /// Brings a buffer, whatever is in it.
    pub(super) fn refill(&mut self, mut buffer: Vec<u8>) {
        buffer.resize(PIECE, 0);
        self.buffer = buffer;
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

    /// The SHA-256 of the image as far as it has been read, holes being zeros, where it was asked for. `None` where holes
    /// reach past 128 GiB.
    pub fn sha256(&self) -> Option<[u8; 32]> {
        self.hash.clone().map(|hash| hash.finalize().into())
    }

    fn hole(&mut self, length: u64) -> Result<Piece<'_>, Problem> {
        if self.offset + length > HASHED {
            self.hash = None;
        }
        if let Some(hash) = &mut self.hash {
            let zeros = &[0; 16 << 10];
            let mut left = length;
            while left > 0 {
                if self.stop.asked() {
                    return Err(Problem::Interrupted);
                }
                // At most 16 KiB.
                let some = left.min(zeros.len() as u64) as usize;
                hash.update(&zeros[..some]);
                left -= some as u64;
            }
        }
        self.sum.update(&length.to_le_bytes());
        let offset = self.offset;
        self.offset += length;
        Ok(Piece { offset, content: Content::Hole(length) })
    }

    /// The next part of the buffer: all of it, or as far as it is zeros or not.
    fn cut(&mut self) -> Result<Piece<'_>, Problem> {
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
        self.sum.update(bytes);
        Ok(Piece { offset, content: Content::Data(bytes) })
    }
}
