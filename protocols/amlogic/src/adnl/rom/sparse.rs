//! Android sparse images, as U-Boot expands them (v3_tool_simg2img.c): it asks for the data of a chunk and the header
//! of the next one together, and does not know chunks of checksums.

use alloc::{string::String, vec::Vec};

use super::media::Place;
use crate::bytes::{le16, le32};

const MAGIC: u32 = 0xed26_ff3a;
const FILE_HEADER: usize = 28;
const CHUNK_HEADER: usize = 12;
const RAW: u16 = 0xcac1;
const FILL: u16 = 0xcac2;
const SKIP: u16 = 0xcac3;
/// Most bytes of a window.
const WINDOW: u64 = 8 << 20;

/// Takes what goes to a place, so many bytes from its beginning on.
pub(super) type Put<'p> = dyn FnMut(Place, u64, &[u8]) -> Result<(), String> + 'p;

/// What comes next.
enum Next {
    File,
    Chunk,
    /// So many bytes of data for the medium.
    Raw(u64),
    /// So many bytes that say nothing.
    Over(u64),
    /// A word that fills so many bytes.
    Fill(u64),
}

/// An image that is being expanded.
pub(super) struct Sparse {
    place: Place,
    next: Next,
    /// Bytes of a header that is not there as a whole.
    held: Vec<u8>,
    headers: (usize, usize),
    block: u64,
    at: u64,
}

impl Sparse {
    pub(super) fn new(place: Place) -> Self {
        let headers = (FILE_HEADER, CHUNK_HEADER);
        Self { place, next: Next::File, held: Vec::new(), headers, block: 0, at: 0 }
    }

    /// Takes more of the image; `write` is given what goes where.
    pub(super) fn take(&mut self, mut bytes: &[u8], write: &mut Put<'_>) -> Result<(), String> {
        while !bytes.is_empty() {
            let taken = match self.next {
                Next::Raw(left) => self.raw(left, bytes, write)?,
                Next::Over(left) => {
                    let taken = left.min(bytes.len() as u64);
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

    /// How many bytes it wants next, if the image has so many left.
    pub(super) fn wanted(&self) -> u64 {
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
    pub(super) fn is_whole(&self) -> bool {
        matches!(self.next, Next::Chunk) && self.held.is_empty()
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
        write(self.place, self.at, &bytes[..taken as usize])?;
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
        if total > self.place.bytes {
            return Err("sparse image larger than the partition".into());
        }
        let (file, chunk) = (usize::from(le16(&header, 8)), usize::from(le16(&header, 10)));
        if file < FILE_HEADER || chunk < CHUNK_HEADER {
            return Err("sparse headers too short".into());
        }
        self.headers.1 = chunk;
        self.block = block;
        self.go_on((file - FILE_HEADER) as u64, Next::Over);
        Ok(())
    }

    fn chunk(&mut self) -> Result<(), String> {
        let header = core::mem::take(&mut self.held);
        let bytes = u64::from(le32(&header, 4)) * self.block;
        if self.at + bytes > self.place.bytes {
            return Err("sparse chunk outside the partition".into());
        }
        match le16(&header, 0) {
            RAW => self.go_on(bytes, Next::Raw),
            FILL => self.next = Next::Fill(bytes),
            SKIP => self.at += bytes,
            _ => return Err("unknown sparse chunk".into()),
        }
        Ok(())
    }

    fn fill(&mut self, mut left: u64, write: &mut Put<'_>) -> Result<(), String> {
        let word = core::mem::take(&mut self.held);
        let piece = word.repeat(1 << 14);
        while left > 0 {
            let taken = left.min(piece.len() as u64);
            write(self.place, self.at, &piece[..taken as usize])?;
            self.at += taken;
            left -= taken;
        }
        self.next = Next::Chunk;
        Ok(())
    }
}

/// A sparse image of chunks: (kind, blocks, data), in blocks of 4096 bytes. For tests.
#[cfg(test)]
pub(super) fn build(chunks: &[(u16, u32, Vec<u8>)]) -> Vec<u8> {
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
        let mut sparse = Sparse::new(Place { start: 0, bytes: 64 << 10 });
        let mut found = vec![0xee; 64 << 10];
        let mut write = |_: Place, at: u64, data: &[u8]| {
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
        let mut sparse = Sparse::new(Place { start: 0, bytes: 64 << 10 });
        let mut windows = vec![];
        while at < image.len() {
            let size = (sparse.wanted() as usize).min(image.len() - at);
            sparse.take(&image[at..at + size], &mut |_, _, _| Ok(())).expect("sound");
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
