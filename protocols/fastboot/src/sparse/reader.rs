//! Takes a sparse image apart.

use alloc::{format, vec, vec::Vec};

use crc32fast::Hasher;
use link::IoError;

use super::{
    CHUNK, Error, HEADER, Header, Run,
    format::{CRC, FILL, RAW, SKIP, half, word},
};

/// Most bytes of a part with data.
const PIECE: u64 = 64 << 10;

/// Where a sparse image is read from, in order.
pub trait Input {
    /// Puts the next bytes into `buf`, at least one of them, and says how many; 0: there are no more.
    ///
    /// # Errors
    /// When the file fails.
    fn read(&mut self, buf: &mut [u8]) -> Result<usize, IoError>;
}

impl Input for &[u8] {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize, IoError> {
        let length = buf.len().min(self.len());
        let (now, later) = self.split_at(length);
        buf[..length].copy_from_slice(now);
        *self = later;
        Ok(length)
    }
}

/// A part of an image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its first byte's place in the image.
    pub offset: u64,
    /// What is there.
    pub content: Content,
}

/// What a part of an image is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Bytes, 64 KiB at most.
    Data(Vec<u8>),
    /// A word, again and again; the number of bytes.
    Fill([u8; 4], u64),
    /// So many bytes that the image leaves out.
    Hole(u64),
}

/// What is left of a chunk, in bytes.
#[derive(Clone, Copy)]
enum Left {
    Raw(u64),
    Fill([u8; 4], u64),
    Hole(u64),
}

/// The parts of a sparse image, in order. It is read strictly: chunks and header have to agree, checksums are compared, and
/// nothing may follow.
pub struct Reader<R> {
    input: R,
    header: Header,
    /// Chunks and blocks that have begun.
    chunk: u32,
    block: u32,
    left: Left,
    crc: Hasher,
    /// Checksums that were compared.
    sums: u32,
    over: bool,
}

impl<R: Input> Reader<R> {
    /// Reads the header.
    ///
    /// # Errors
    /// When it is none, and when reading fails.
    pub fn new(mut input: R) -> Result<Self, Error> {
        let mut head = [0; HEADER];
        fill(&mut input, &mut head, "its header")?;
        let header = Header::parse(&head)?;
        over(&mut input, usize::from(header.header) - HEADER, "its header")?;
        let (left, crc) = (Left::Raw(0), Hasher::new());
        Ok(Self { input, header, chunk: 0, block: 0, left, crc, sums: 0, over: false })
    }

    /// What the header says.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Checksums that were compared so far. They are no part of what is given.
    pub fn sums(&self) -> u32 {
        self.sums
    }

    /// The image as runs of bytes: words that fill are written out, and what it leaves out is left out. An empty run at the
    /// end tells its length.
    pub fn runs(self) -> Runs<R> {
        Runs { reader: self, fill: None, over: false }
    }

    fn part(&mut self) -> Result<Option<Part>, Error> {
        loop {
            if let Some(part) = self.go_on()? {
                return Ok(Some(part));
            }
            if self.chunk == self.header.chunks {
                return self.end().map(|()| None);
            }
            self.begin()?;
        }
    }

    /// What the chunk still has; `None` where it is through.
    fn go_on(&mut self) -> Result<Option<Part>, Error> {
        let end = u64::from(self.block) * u64::from(self.header.block);
        let (left, content) = match self.left {
            Left::Raw(0) | Left::Fill(_, 0) | Left::Hole(0) => return Ok(None),
            Left::Raw(left) => {
                let mut bytes = vec![0; left.min(PIECE) as usize];
                fill(&mut self.input, &mut bytes, "a chunk's data")?;
                self.crc.update(&bytes);
                self.left = Left::Raw(left - bytes.len() as u64);
                (left, Content::Data(bytes))
            }
            Left::Fill(word, left) => {
                self.crc.combine(&repeated(&word, left / 4));
                self.left = Left::Fill(word, 0);
                (left, Content::Fill(word, left))
            }
            Left::Hole(left) => {
                self.crc.combine(&repeated(&[0], left));
                self.left = Left::Hole(0);
                (left, Content::Hole(left))
            }
        };
        Ok(Some(Part { offset: end - left, content }))
    }

    fn begin(&mut self) -> Result<(), Error> {
        let size = usize::from(self.header.chunk_header);
        let mut head = [0; CHUNK];
        fill(&mut self.input, &mut head, "a chunk's header")?;
        over(&mut self.input, size - CHUNK, "a chunk's header")?;
        let (kind, blocks) = (half(&head, 0), word(&head, 4));
        let body = u64::from(word(&head, 8)).checked_sub(size as u64);
        let bytes = u64::from(blocks) * u64::from(self.header.block);
        self.chunk += 1;
        if self.block.checked_add(blocks).is_none_or(|end| end > self.header.blocks) {
            return Err(self.wrong("runs past the end of the image"));
        }
        self.block += blocks;
        self.left = match (kind, body) {
            (RAW, Some(body)) if body == bytes => Left::Raw(bytes),
            (FILL, Some(4)) => Left::Fill(self.word()?, bytes),
            (SKIP, Some(0)) => Left::Hole(bytes),
            (CRC, Some(4)) if blocks == 0 => {
                let told = u32::from_le_bytes(self.word()?);
                self.check(told)?;
                Left::Raw(0)
            }
            (RAW..=CRC, _) => return Err(self.wrong("has a length that contradicts its kind")),
            _ => return Err(self.wrong(&format!("is of an unknown kind ({kind:#06x})"))),
        };
        Ok(())
    }

    fn word(&mut self) -> Result<[u8; 4], Error> {
        let mut word = [0; 4];
        fill(&mut self.input, &mut word, "a chunk's data")?;
        Ok(word)
    }

    fn check(&mut self, told: u32) -> Result<(), Error> {
        self.sums += 1;
        let found = self.crc.clone().finalize();
        if found == told {
            return Ok(());
        }
        let end = u64::from(self.block) * u64::from(self.header.block);
        Err(Error::Damaged(format!(
            "the CRC of its first {end} bytes is {found:08x}, and it should be {told:08x}"
        )))
    }

    fn end(&mut self) -> Result<(), Error> {
        if self.block != self.header.blocks {
            return Err(Error::Damaged(format!(
                "its chunks make up {} blocks, not the {} that its header tells",
                self.block, self.header.blocks
            )));
        }
        if self.header.crc != 0 {
            self.check(self.header.crc)?;
        }
        match self.input.read(&mut [0]).map_err(Error::Io)? {
            0 => Ok(()),
            _ => Err(Error::Damaged("bytes follow its last chunk".into())),
        }
    }

    fn wrong(&self, what: &str) -> Error {
        Error::Damaged(format!("chunk {} of {} {what}", self.chunk, self.header.chunks))
    }
}

impl<R: Input> Iterator for Reader<R> {
    type Item = Result<Part, Error>;

    /// The next part. Nothing follows an error.
    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        let part = self.part().transpose();
        self.over = !matches!(part, Some(Ok(_)));
        part
    }
}

/// The runs of [`Reader::runs`].
pub struct Runs<R> {
    reader: Reader<R>,
    /// A fill that was not given as a whole: from where, how much, and what.
    fill: Option<(u64, u64, [u8; 4])>,
    over: bool,
}

impl<R: Input> Runs<R> {
    fn fill(&mut self) -> Option<(u64, Vec<u8>)> {
        let (offset, left, word) = self.fill.take()?;
        let now = left.min(PIECE);
        if left > now {
            self.fill = Some((offset + now, left - now, word));
        }
        // 64 KiB at most.
        Some((offset, word.repeat(now as usize / 4)))
    }
}

impl<R: Input> Iterator for Runs<R> {
    type Item = Run<Vec<u8>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(run) = self.fill() {
                return Some(Ok(run));
            }
            match self.reader.next() {
                Some(Ok(Part { offset, content: Content::Data(bytes) })) => {
                    return Some(Ok((offset, bytes)));
                }
                Some(Ok(Part { offset, content: Content::Fill(word, bytes) })) => {
                    self.fill = Some((offset, bytes, word));
                }
                Some(Ok(Part { content: Content::Hole(_), .. })) => {}
                Some(Err(error)) => {
                    self.over = true;
                    return Some(Err(error.into()));
                }
                None if core::mem::replace(&mut self.over, true) => return None,
                None => return Some(Ok((self.reader.header.length(), Vec::new()))),
            }
        }
    }
}

/// Fills a buffer.
fn fill(input: &mut impl Input, mut buf: &mut [u8], place: &str) -> Result<(), Error> {
    while !buf.is_empty() {
        match input.read(buf).map_err(Error::Io)? {
            0 => return Err(Error::Damaged(format!("it is cut off in {place}"))),
            length => buf = &mut buf[length..],
        }
    }
    Ok(())
}

/// Reads bytes that say nothing.
fn over(input: &mut impl Input, length: usize, place: &str) -> Result<(), Error> {
    fill(input, &mut vec![0; length], place)
}

/// The CRC of `bytes`, repeated `times` times, without going through them: by doubling.
pub fn repeated(bytes: &[u8], times: u64) -> Hasher {
    let mut double = Hasher::new();
    double.update(bytes);
    let mut sum = Hasher::new();
    for bit in 0..u64::BITS - times.leading_zeros() {
        if times >> bit & 1 == 1 {
            sum.combine(&double);
        }
        let half = double.clone();
        double.combine(&half);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crc_of_repeated_bytes_is_that_of_the_bytes() {
        for times in [0_usize, 1, 4, 4096, 12345, 1 << 18] {
            for bytes in [&[0][..], &[1, 2, 3, 4]] {
                let sum = repeated(bytes, times as u64).finalize();
                assert_eq!(sum, crc32fast::hash(&bytes.repeat(times)), "{times}");
            }
        }
    }
}
