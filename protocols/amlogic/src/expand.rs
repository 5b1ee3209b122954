//! Android sparse images, as the virtual boards' U-Boots expand them (v3_tool_simg2img.c): it asks for the data of a
//! chunk and the header of the next one together, and does not know chunks of checksums. It keeps where everything
//! went, so that storage can be read back and summed as the image (`verify sha1sum`).

use alloc::{string::String, vec, vec::Vec};

use sha1::{Digest, Sha1};

use crate::bytes::{le16, le32};

const MAGIC: u32 = 0xed26_ff3a;
const FILE_HEADER: usize = 28;
const CHUNK_HEADER: usize = 12;
const RAW: u16 = 0xcac1;
const FILL: u16 = 0xcac2;
const SKIP: u16 = 0xcac3;
/// Most bytes of a window.
const WINDOW: u64 = 8 << 20;
/// Bytes that are read back at once.
const PIECE: u64 = 64 << 10;

/// Takes what goes to a place: bytes from the image's beginning on.
pub(crate) type Put<'p> = dyn FnMut(u64, &[u8]) -> Result<(), String> + 'p;
/// Reads what is stored at an offset.
pub(crate) type Get<'g> = dyn FnMut(u64, &mut [u8]) -> Result<(), String> + 'g;

/// What a part of the image became.
enum Part {
    /// A header: it is nowhere but here.
    Header(Vec<u8>),
    /// Bytes from a place on.
    Stored(u64, u64),
    /// A word, again and again from a place on.
    Filled(u64, u64, Vec<u8>),
}

/// What comes next.
enum Next {
    File,
    Chunk,
    /// This many bytes of data for the medium.
    Raw(u64),
    /// This many bytes that say nothing.
    Over(u64),
    /// A word that fills this many bytes.
    Fill(u64),
}

/// An image that is being expanded.
pub(crate) struct Sparse {
    /// Bytes that it may fill.
    room: u64,
    next: Next,
    /// Bytes of a header that is not there as a whole.
    held: Vec<u8>,
    headers: (usize, usize),
    block: u64,
    at: u64,
    /// Chunks that are still to come.
    chunks: u32,
    parts: Vec<Part>,
}

impl Sparse {
    /// `room`: bytes that it may fill.
    pub(crate) fn new(room: u64) -> Self {
        let headers = (FILE_HEADER, CHUNK_HEADER);
        let (held, parts) = (Vec::new(), Vec::new());
        Self { room, next: Next::File, held, headers, block: 0, at: 0, chunks: 0, parts }
    }

    /// The SHA-1 of the image as storage holds it. Another word where one was filled in gives another sum.
    pub(crate) fn sha1(&self, get: &mut Get<'_>) -> Result<[u8; 20], String> {
        let mut sha1 = Sha1::new();
        for part in &self.parts {
            match part {
                Part::Header(bytes) => sha1.update(bytes),
                Part::Stored(at, length) => each(*at, *length, get, &mut |piece| {
                    sha1.update(piece);
                })?,
                Part::Filled(at, length, word) => {
                    let mut found = word.clone();
                    each(*at, *length, get, &mut |piece| {
                        let other = piece.chunks(word.len()).find(|other| other != word);
                        found = other.map_or_else(|| core::mem::take(&mut found), <[u8]>::to_vec);
                    })?;
                    sha1.update(found);
                }
            }
        }
        Ok(sha1.finalize().into())
    }

    /// Takes more of the image; `write` is given what goes where.
    pub(crate) fn take(&mut self, mut bytes: &[u8], write: &mut Put<'_>) -> Result<(), String> {
        while !bytes.is_empty() {
            let taken = match self.next {
                Next::Raw(left) => self.raw(left, bytes, write)?,
                Next::Over(left) => {
                    let taken = left.min(bytes.len() as u64);
                    self.parts.push(Part::Header(bytes[..taken as usize].to_vec()));
                    self.go_on(left - taken, Next::Over);
                    taken as usize
                }
                Next::File => self.hold(self.headers.0, bytes),
                Next::Chunk => self.hold(self.headers.1, bytes),
                Next::Fill(_) => self.hold(4, bytes),
            };
            bytes = &bytes[taken..];
            self.step(write)?;
        }
        Ok(())
    }

    /// How many bytes it wants next, if the image has this many left.
    pub(crate) fn wanted(&self) -> u64 {
        let (file, chunk) = (self.headers.0 as u64, self.headers.1 as u64);
        let held = self.held.len() as u64;
        let most = match self.next {
            Next::File => file + chunk - held,
            Next::Chunk => chunk - held,
            Next::Fill(_) => 4 + chunk - held,
            Next::Raw(left) | Next::Over(left) => left + chunk,
        };
        most.min(WINDOW)
    }

    /// Whether the image may end here.
    pub(crate) fn is_whole(&self) -> bool {
        matches!(self.next, Next::Chunk) && self.held.is_empty() && self.chunks == 0
    }

    fn hold(&mut self, wanted: usize, bytes: &[u8]) -> usize {
        let taken = bytes.len().min(wanted.saturating_sub(self.held.len()));
        self.held.extend_from_slice(&bytes[..taken]);
        taken
    }

    fn go_on(&mut self, left: u64, more: fn(u64) -> Next) {
        self.next = if left == 0 { Next::Chunk } else { more(left) };
    }

    fn raw(&mut self, left: u64, bytes: &[u8], write: &mut Put<'_>) -> Result<usize, String> {
        let taken = left.min(bytes.len() as u64);
        write(self.at, &bytes[..taken as usize])?;
        match self.parts.last_mut() {
            Some(Part::Stored(at, length)) if *at + *length == self.at => *length += taken,
            _ => self.parts.push(Part::Stored(self.at, taken)),
        }
        self.at += taken;
        self.go_on(left - taken, Next::Raw);
        Ok(taken as usize)
    }

    /// What a header that is there as a whole says.
    fn step(&mut self, write: &mut Put<'_>) -> Result<(), String> {
        let held = self.held.len();
        match self.next {
            Next::File if held == self.headers.0 => self.file(),
            Next::Chunk if held == self.headers.1 => self.chunk(),
            Next::Fill(left) if held == 4 => self.fill(left, write),
            _ => Ok(()),
        }
    }

    fn file(&mut self) -> Result<(), String> {
        let header = core::mem::take(&mut self.held);
        let block = u64::from(le32(&header, 12));
        if le32(&header, 0) != MAGIC || block == 0 || !block.is_multiple_of(512) {
            return Err("not a sparse image".into());
        }
        let total = u64::from(le32(&header, 16)) * block;
        if total > self.room {
            return Err("sparse image larger than the partition".into());
        }
        let (file, chunk) = (usize::from(le16(&header, 8)), usize::from(le16(&header, 10)));
        if file < FILE_HEADER || chunk < CHUNK_HEADER {
            return Err("sparse headers too short".into());
        }
        self.headers.1 = chunk;
        self.block = block;
        self.chunks = le32(&header, 20);
        self.parts.push(Part::Header(header));
        self.go_on((file - FILE_HEADER) as u64, Next::Over);
        Ok(())
    }

    fn chunk(&mut self) -> Result<(), String> {
        let header = core::mem::take(&mut self.held);
        let bytes = u64::from(le32(&header, 4)) * self.block;
        self.chunks = self.chunks.checked_sub(1).ok_or("more sparse chunks than announced")?;
        if self.at + bytes > self.room {
            return Err("sparse chunk outside the partition".into());
        }
        match le16(&header, 0) {
            RAW => self.go_on(bytes, Next::Raw),
            FILL => self.next = Next::Fill(bytes),
            SKIP => self.at += bytes,
            _ => return Err("unknown sparse chunk".into()),
        }
        self.parts.push(Part::Header(header));
        Ok(())
    }

    fn fill(&mut self, mut left: u64, write: &mut Put<'_>) -> Result<(), String> {
        let word = core::mem::take(&mut self.held);
        let piece = word.repeat(1 << 14);
        self.parts.push(Part::Filled(self.at, left, word));
        while left > 0 {
            let taken = left.min(piece.len() as u64);
            write(self.at, &piece[..taken as usize])?;
            self.at += taken;
            left -= taken;
        }
        self.next = Next::Chunk;
        Ok(())
    }
}

/// Reads a range, piece by piece.
fn each(
    at: u64,
    length: u64,
    get: &mut Get<'_>,
    take: &mut dyn FnMut(&[u8]),
) -> Result<(), String> {
    let mut done = 0;
    while done < length {
        // At most 64 KiB.
        let mut piece = vec![0; (length - done).min(PIECE) as usize];
        get(at + done, &mut piece)?;
        take(&piece);
        done += piece.len() as u64;
    }
    Ok(())
}

/// A sparse image of chunks: (kind, blocks, data), in blocks of 4096 bytes. For tests.
#[cfg(test)]
pub(crate) fn build(chunks: &[(u16, u32, Vec<u8>)]) -> Vec<u8> {
    let total: u32 = chunks.iter().map(|(_, blocks, _)| blocks).sum();
    let mut image = Vec::new();
    image.extend(MAGIC.to_le_bytes());
    image.extend([1, 0, 0, 0, 28, 0, 12, 0]);
    for word in [4096, total, chunks.len() as u32, 0] {
        image.extend(word.to_le_bytes());
    }
    for (kind, blocks, data) in chunks {
        image.extend(kind.to_le_bytes());
        image.extend([0, 0]);
        image.extend(blocks.to_le_bytes());
        image.extend((12 + data.len() as u32).to_le_bytes());
        image.extend(data);
    }
    image
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;
    use proptest::prelude::*;

    fn expand(image: &[u8], piece: usize) -> Result<(Vec<u8>, bool), String> {
        let mut sparse = Sparse::new(64 << 10);
        let mut found = vec![0xee; 64 << 10];
        let mut write = |at: u64, data: &[u8]| {
            found[at as usize..at as usize + data.len()].copy_from_slice(data);
            Ok(())
        };
        for part in image.chunks(piece) {
            sparse.take(part, &mut write)?;
        }
        let whole = sparse.is_whole();
        Ok((found, whole))
    }

    fn sample() -> Vec<u8> {
        build(&[
            (RAW, 2, vec![7; 8192]),
            (SKIP, 1, vec![]),
            (FILL, 1, vec![1, 2, 3, 4]),
            (RAW, 1, vec![8; 4096]),
        ])
    }

    #[test]
    fn chunks_land_where_they_belong_in_whatever_pieces_they_come() {
        for piece in [1, 13, 28, 4096, 100_000] {
            let (found, whole) = expand(&sample(), piece).expect("sound");
            assert!(whole, "{piece}");
            assert_eq!(found[..8192], [7; 8192]);
            assert_eq!(found[8192..12_288], [0xee; 4096], "left as it was");
            assert_eq!(found[12_288..12_292], [1, 2, 3, 4]);
            assert_eq!(found[16_384..20_480], [8; 4096]);
        }
    }

    #[test]
    fn a_chunk_is_asked_for_with_the_header_of_the_next() {
        let (image, mut at) = (sample(), 0);
        let mut sparse = Sparse::new(64 << 10);
        let mut windows = vec![];
        while at < image.len() {
            let size = (sparse.wanted() as usize).min(image.len() - at);
            sparse.take(&image[at..at + size], &mut |_, _| Ok(())).expect("sound");
            windows.push(size);
            at += size;
        }
        assert_eq!(windows, [40, 8192 + 12, 12, 4 + 12, 4096]);
    }

    #[test]
    fn what_is_no_image_or_too_large_is_refused() {
        expand(&[0; 100], 100).expect_err("no magic");
        expand(&build(&[(SKIP, 17, vec![])]), 100).expect_err("larger than the partition");
        for kind in [7, 0xcac4] {
            expand(&build(&[(kind, 1, vec![])]), 100).expect_err("unknown chunk");
        }
        let (_, whole) = expand(&sample()[..5000], 100).expect("so far");
        assert!(!whole);
    }

    #[test]
    fn chunks_are_as_many_as_the_header_says() {
        let mut image = sample();
        image[20] = 5;
        assert!(!expand(&image, 100).expect("so far").1);
        image[20] = 3;
        expand(&image, 100).expect_err("one too many");
    }

    /// Sums what is stored, not what arrived.
    #[test]
    fn the_sum_is_that_of_what_was_stored() {
        let image = sample();
        let mut sparse = Sparse::new(64 << 10);
        let mut disk = vec![0xee; 64 << 10];
        for part in image.chunks(1000) {
            let mut write = |at: u64, data: &[u8]| {
                disk[at as usize..at as usize + data.len()].copy_from_slice(data);
                Ok(())
            };
            sparse.take(part, &mut write).expect("sound");
        }
        let told = <[u8; 20]>::from(Sha1::digest(&image));
        let found = |disk: &[u8]| {
            sparse.sha1(&mut |at, bytes| {
                bytes.copy_from_slice(&disk[at as usize..at as usize + bytes.len()]);
                Ok(())
            })
        };
        assert_eq!(found(&disk), Ok(told));
        for (at, matters) in [
            (0, true),
            (8191, true),
            (9000, false),
            (12_288, true),
            (16_383, true),
            (20_479, true),
            (20_480, false),
        ] {
            let mut wrong = disk.clone();
            wrong[at] ^= 1;
            assert_eq!(found(&wrong) != Ok(told), matters, "{at}");
        }
        assert!(sparse.sha1(&mut |_, _| Err("it cannot be read".into())).is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn no_bytes_make_it_panic(mut image in proptest::collection::vec(any::<u8>(), 0..300), piece in 1..50_usize, sound: bool) {
            if sound {
                image.splice(0..0, build(&[(RAW, 1, vec![1; 4096])]));
            }
            let _ = expand(&image, piece);
        }
    }
}
