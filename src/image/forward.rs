//! Reading forward only, whatever is below.

use std::{
    io::{self, BufReader, Read},
    ops::Range,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use super::{
    Options,
    compression::Compression,
    unpack::{LeftOut, Rest},
};
use crate::{
    failure::{Problem, causes},
    files::regular::{Changed, Regular, is_changed, unread},
    transport::Stop,
};

/// Bytes that are read of a compressed file at once.
const BUFFER: usize = 64 << 10;
/// Bytes of data that any file may become: as much as an eMMC has.
const ANYWAY: u64 = 32 << 30;
/// How much longer than its file an image of more than that may be: an almost empty disk is some hundred times as long.
const RATIO: u64 = 1024;

/// What is below: a range of a file, at a place of our own, so that streams of one image do not disturb each other; or
/// stdin.
pub(super) enum Input {
    File(Regular, Range<u64>),
    Pipe(Box<dyn Read + Send>),
}

/// An [`Input`] that counts, for error messages, and ends when the user wants to stop: unpackers read on and on where a
/// file holds nothing that comes out.
struct Counted {
    input: Input,
    at: Arc<AtomicU64>,
    stop: Stop,
}

impl Read for Counted {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        if self.stop.asked() {
            return Err(io::Error::other("interrupted"));
        }
        let at = self.at.load(Ordering::Relaxed);
        let length = match &mut self.input {
            Input::File(file, range) => {
                let start = range.start.saturating_add(at).min(range.end);
                let most = usize::try_from(range.end - start).unwrap_or(usize::MAX).min(buf.len());
                file.read_at(&mut buf[..most], start)?
            }
            Input::Pipe(pipe) => pipe.read(buf)?,
        };
        self.at.store(at + length as u64, Ordering::Relaxed);
        Ok(length)
    }
}

enum Body {
    Raw(Counted),
    Packed(Compression, Box<dyn Read + Send>),
}

/// What is in a file, unpacked, from its beginning on.
pub(super) struct Forward {
    /// Bytes that were taken before, to recognise what it is.
    head: Vec<u8>,
    taken: usize,
    body: Body,
    /// Bytes of the file that have been read.
    at: Arc<AtomicU64>,
    /// Bytes that have been given.
    given: u64,
    /// Where a stream broke it stays broken: what a crate does when it is asked again is its own affair.
    broken: bool,
    /// What follows the data, and does not belong to them.
    left_out: LeftOut,
    stop: Stop,
}

impl Forward {
    /// Over an input whose first bytes, `head`, have been read already where it is a pipe.
    pub(super) fn new(
        input: Input,
        head: &[u8],
        compression: Option<Compression>,
        Options { window, stop, .. }: &Options,
    ) -> Self {
        let at = Arc::<AtomicU64>::default();
        let is_pipe = matches!(input, Input::Pipe(_));
        let left_out = LeftOut { only_known: is_pipe, ..LeftOut::default() };
        let counted = Counted { input, at: at.clone(), stop: stop.clone() };
        let (head, body) = match compression {
            None if is_pipe => (head.to_vec(), Body::Raw(counted)),
            None => (Vec::new(), Body::Raw(counted)),
            Some(kind) => {
                let head = if is_pipe { head.to_vec() } else { Vec::new() };
                let file = BufReader::with_capacity(BUFFER, io::Cursor::new(head).chain(counted));
                let unpacked = kind.unpack(file, *window, left_out.clone());
                (Vec::new(), Body::Packed(kind, unpacked))
            }
        };
        let stop = stop.clone();
        Self { head, taken: 0, body, at, given: 0, broken: false, left_out, stop }
    }

    /// How much of the file has been read, buffers included.
    pub(super) fn file_at(&self) -> u64 {
        self.at.load(Ordering::Relaxed)
    }

    /// What of the file follows its data, and does not belong to them; known at the end.
    pub(super) fn left_out(&self) -> Option<Rest> {
        self.left_out.rest.get().copied()
    }

    /// Bytes that have been given: where the stream is.
    pub(super) fn given(&self) -> u64 {
        self.given
    }

    /// Puts bytes that were given back to the front.
    pub(super) fn put_back(&mut self, bytes: &[u8]) {
        self.given -= bytes.len() as u64;
        let rest = self.head.split_off(self.taken);
        self.head = [bytes, &rest].concat();
        self.taken = 0;
    }

    /// Fills `buf` as far as there is anything; less than that means the end.
    pub(super) fn fill(&mut self, buf: &mut [u8]) -> Result<usize, Problem> {
        let mut filled = 0;
        while filled < buf.len() {
            match self.some(&mut buf[filled..]) {
                Ok(0) => break,
                Ok(length) => filled += length,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.broken = true;
                    return Err(self.trouble(&error));
                }
            }
        }
        self.given += filled as u64;
        check_ratio(self.given, self.file_at())?;
        Ok(filled)
    }

    /// Goes over `length` bytes; returns how many there were. A raw file is not read for that.
    pub(super) fn skip(&mut self, length: u64, scratch: &mut [u8]) -> Result<u64, Problem> {
        if let Body::Raw(Counted { input: Input::File(file, range), at, .. }) = &self.body
            && self.taken == self.head.len()
        {
            file.check().map_err(|error| unread(&error, error.to_string()))?;
            let next = range.start + at.load(Ordering::Relaxed);
            let there = range.end.saturating_sub(next).min(length);
            at.fetch_add(there, Ordering::Relaxed);
            self.given += there;
            return Ok(there);
        }
        let mut left = length;
        while left > 0 {
            let most = scratch.len().min(usize::try_from(left).unwrap_or(usize::MAX));
            match self.fill(&mut scratch[..most])? {
                0 => break,
                there => left -= there as u64,
            }
        }
        Ok(length - left)
    }

    fn some(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        if self.taken < self.head.len() {
            let length = buf.len().min(self.head.len() - self.taken);
            buf[..length].copy_from_slice(&self.head[self.taken..self.taken + length]);
            self.taken += length;
            return Ok(length);
        }
        if self.broken {
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                "it was damaged before this place",
            ));
        }
        match &mut self.body {
            Body::Raw(file) => file.read(buf),
            Body::Packed(_, data) => data.read(buf),
        }
    }

    fn trouble(&self, error: &io::Error) -> Problem {
        if self.stop.asked() {
            return Problem::Interrupted;
        }
        if is_changed(error) {
            return Problem::Changed(Changed.to_string());
        }
        let place = self.file_at();
        let Body::Packed(kind, _) = &self.body else {
            return bad(format!("cannot be read at byte {place}: {error}"));
        };
        let kind = kind.name();
        if error.kind() == io::ErrorKind::OutOfMemory {
            return bad(format!(
                "its {kind} data need more memory to be unpacked than is allowed ({error}); pack it with a smaller window"
            ));
        }
        if ends_early(error) {
            return bad(format!(
                "the file ends, after {place} bytes, in the middle of its {kind} data"
            ));
        }
        bad(format!("its {kind} data are damaged, at or before byte {place} of the file ({error})"))
    }
}

/// Whether anything in the chain of an error says that the input ended.
fn ends_early(error: &io::Error) -> bool {
    causes(error).any(|error| {
        let io = error.downcast_ref::<io::Error>();
        io.is_some_and(|error| error.kind() == io::ErrorKind::UnexpectedEof)
    })
}

/// Refuses what no honest file becomes: after this many bytes of it, this many of data.
pub(super) fn check_ratio(data: u64, file: u64) -> Result<(), Problem> {
    if data <= ANYWAY.max(file.saturating_mul(RATIO)) {
        return Ok(());
    }
    Err(bad(format!(
        "{file} bytes of it have become {} GiB, and there is more: no image of a disk is like that",
        data >> 30
    )))
}

pub(super) fn bad(text: impl Into<String>) -> Problem {
    Problem::BadInput(text.into())
}
