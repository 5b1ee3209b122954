//! Android sparse images, version 1: chunks of raw, repeated and absent blocks.
//!
//! Layout: AOSP `system/core/libsparse/sparse_format.h`, read as facts.

use crc32fast::Hasher;
use fastboot::sparse::repeated;

use super::{
    LONGEST,
    forward::{Forward, bad},
    step::Step,
};
use crate::failure::Problem;

/// The first four bytes.
pub(super) const MAGIC: [u8; 4] = 0xed26_ff3a_u32.to_le_bytes();
/// Bytes of the file's header, and of a chunk's. Later minor versions may have longer ones.
pub(super) const HEADER: usize = 28;
const CHUNK: usize = 12;

/// What the file's header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// Major and minor version; the major one is 1.
    pub version: (u16, u16),
    /// Bytes of a block.
    pub block: u32,
    /// Blocks of the whole image.
    pub blocks: u32,
    /// Chunks.
    pub chunks: u32,
    /// CRC-32 of the whole image, absent blocks as zeros; 0: not told.
    pub crc: u32,
    header: u16,
    chunk_header: u16,
}

impl Header {
    /// Reads and checks the header of what has to be a sparse image.
    pub fn expect(head: &[u8]) -> Result<Self, Problem> {
        match head.starts_with(&MAGIC) {
            true => Self::parse(head),
            false => Err(bad("it is no Android sparse image")),
        }
    }

    /// Reads and checks a header.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, Problem> {
        let Some(bytes) = bytes.get(..HEADER) else {
            return Err(bad("the sparse image ends in its header"));
        };
        let half = |at: usize| u16::from_le_bytes([bytes[at], bytes[at + 1]]);
        let word = |at: usize| {
            u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
        };
        let header = Self {
            version: (half(4), half(6)),
            header: half(8),
            chunk_header: half(10),
            block: word(12),
            blocks: word(16),
            chunks: word(20),
            crc: word(24),
        };
        if header.version.0 != 1 {
            let (major, minor) = header.version;
            return Err(bad(format!(
                "the sparse image is of version {major}.{minor}; only version 1 is known"
            )));
        }
        if usize::from(header.header) < HEADER || usize::from(header.chunk_header) < CHUNK {
            return Err(bad("the sparse image's headers are shorter than any"));
        }
        if header.block == 0 || !header.block.is_multiple_of(4) {
            return Err(bad(format!(
                "the sparse image has blocks of {} bytes, no multiple of 4",
                header.block
            )));
        }
        if header.length() > LONGEST {
            return Err(bad(format!(
                "the sparse image's header says {} bytes: no storage is that large",
                header.length()
            )));
        }
        Ok(header)
    }

    /// Bytes of the whole image.
    pub fn length(&self) -> u64 {
        u64::from(self.block) * u64::from(self.blocks)
    }
}

/// How many chunks of each kind have gone by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chunks {
    /// Blocks as they are.
    pub raw: u32,
    /// A word over and over.
    pub fill: u32,
    /// Absent blocks.
    pub absent: u32,
    /// Checksums of everything before.
    pub crc: u32,
}

/// What is left of a chunk.
enum Left {
    Raw(u64),
    Fill([u8; 4], u64),
    Absent(u64),
}

/// Goes through the chunks.
pub(super) struct Walk {
    header: Header,
    begun: bool,
    /// Chunks and blocks that have begun.
    chunk: u32,
    block: u32,
    left: Left,
    crc: Hasher,
    pub(super) chunks: Chunks,
}

impl Walk {
    pub(super) fn new(header: Header) -> Self {
        let (left, crc) = (Left::Raw(0), Hasher::new());
        Self { header, begun: false, chunk: 0, block: 0, left, crc, chunks: Chunks::default() }
    }

    pub(super) fn step(&mut self, from: &mut Forward, buf: &mut [u8]) -> Result<Step, Problem> {
        if !self.begun {
            self.begun = true;
            take(from, self.header.header.into(), buf, "its header")?;
        }
        loop {
            if let Some(step) = self.go_on(from, buf)? {
                return Ok(step);
            }
            if self.chunk == self.header.chunks {
                return self.end(from, buf);
            }
            self.begin(from, buf)?;
        }
    }

    /// What the chunk still has; `None` where it is through.
    fn go_on(&mut self, from: &mut Forward, buf: &mut [u8]) -> Result<Option<Step>, Problem> {
        match &mut self.left {
            Left::Raw(0) | Left::Fill(_, 0) | Left::Absent(0) => Ok(None),
            Left::Raw(left) => {
                let most = buf.len().min(usize::try_from(*left).unwrap_or(usize::MAX));
                let length = from.fill(&mut buf[..most])?;
                if length < most {
                    return Err(self.cut("its data"));
                }
                *left -= length as u64;
                self.crc.update(&buf[..length]);
                Ok(Some(Step::Data(length)))
            }
            Left::Fill(word, left) => {
                let most = buf.len().min(usize::try_from(*left).unwrap_or(usize::MAX));
                repeat(*word, &mut buf[..most]);
                *left -= most as u64;
                self.crc.update(&buf[..most]);
                Ok(Some(Step::Data(most)))
            }
            Left::Absent(left) => {
                let length = std::mem::take(left);
                self.crc.combine(&repeated(&[0], length));
                Ok(Some(Step::Hole(length)))
            }
        }
    }

    fn begin(&mut self, from: &mut Forward, buf: &mut [u8]) -> Result<(), Problem> {
        let size = usize::from(self.header.chunk_header);
        if from.fill(&mut buf[..size])? < size {
            return Err(self.cut("its header"));
        }
        let kind = u16::from_le_bytes([buf[0], buf[1]]);
        let blocks = u32::from_le_bytes([buf[4], buf[5], buf[6], buf[7]]);
        let total = u32::from_le_bytes([buf[8], buf[9], buf[10], buf[11]]);
        let body = u64::from(total).checked_sub(size as u64);
        let body = body.ok_or_else(|| self.wrong("is shorter than its header"))?;
        let bytes = u64::from(blocks) * u64::from(self.header.block);
        let fits = self.block.checked_add(blocks).is_some_and(|end| end <= self.header.blocks);
        if !fits {
            return Err(self.wrong("runs past the end of the image"));
        }
        self.left = match (kind, body) {
            (0xcac1, body) if body == bytes => {
                self.chunks.raw += 1;
                Left::Raw(bytes)
            }
            (0xcac2, 4) => {
                self.chunks.fill += 1;
                Left::Fill(self.word(from)?, bytes)
            }
            (0xcac3, 0) => {
                self.chunks.absent += 1;
                Left::Absent(bytes)
            }
            (0xcac4, 4) if blocks == 0 => {
                self.chunks.crc += 1;
                let told = u32::from_le_bytes(self.word(from)?);
                self.check(told)?;
                Left::Raw(0)
            }
            (0xcac1..=0xcac4, _) => {
                return Err(self.wrong("has a length that contradicts its kind"));
            }
            _ => return Err(self.wrong(&format!("is of an unknown kind ({kind:#06x})"))),
        };
        self.chunk += 1;
        self.block += blocks;
        Ok(())
    }

    fn word(&self, from: &mut Forward) -> Result<[u8; 4], Problem> {
        let mut word = [0; 4];
        if from.fill(&mut word)? < 4 { Err(self.cut("its data")) } else { Ok(word) }
    }

    fn check(&self, told: u32) -> Result<(), Problem> {
        let found = self.crc.clone().finalize();
        if found == told {
            return Ok(());
        }
        let end = u64::from(self.block) * u64::from(self.header.block);
        Err(bad(format!(
            "the sparse image is damaged: the CRC of its first {end} bytes is {found:08x}, and it should be {told:08x}"
        )))
    }

    fn end(&self, from: &mut Forward, buf: &mut [u8]) -> Result<Step, Problem> {
        if self.block != self.header.blocks {
            return Err(bad(format!(
                "the sparse image's chunks make up {} blocks, not the {} that its header tells",
                self.block, self.header.blocks
            )));
        }
        if self.header.crc != 0 {
            self.check(self.header.crc)?;
        }
        let place = from.given();
        if from.fill(&mut buf[..1])? > 0 {
            return Err(bad(format!(
                "bytes follow the sparse image's last chunk, from byte {place} on"
            )));
        }
        Ok(Step::End)
    }

    fn wrong(&self, what: &str) -> Problem {
        bad(format!(
            "chunk {} of {} of the sparse image {what}",
            self.chunk + 1,
            self.header.chunks
        ))
    }

    fn cut(&self, place: &str) -> Problem {
        self.wrong(&format!("is cut off in {place}"))
    }
}

/// Fills a buffer with a word, by doubling: a file of a few bytes can ask for a lot of that. Blocks are multiples of 4, and
/// so is the buffer.
fn repeat(word: [u8; 4], buf: &mut [u8]) {
    buf[..4].copy_from_slice(&word);
    let mut done = 4;
    while done < buf.len() {
        let more = done.min(buf.len() - done);
        buf.copy_within(..more, done);
        done += more;
    }
}

/// Reads bytes that say nothing new.
fn take(from: &mut Forward, length: usize, buf: &mut [u8], place: &str) -> Result<(), Problem> {
    match from.fill(&mut buf[..length])? {
        there if there < length => Err(bad(format!("the sparse image is cut off in {place}"))),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crc_of_zeros_is_that_of_zeros() {
        for length in [0_usize, 1, 4, 4096, 12345, 1 << 20] {
            assert_eq!(
                repeated(&[0], length as u64).finalize(),
                crc32fast::hash(&vec![0; length]),
                "{length}"
            );
        }
    }
}
