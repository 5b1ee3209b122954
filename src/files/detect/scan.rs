//! What is kept of an image while it goes by: its beginning and its end.

use std::collections::VecDeque;

use link::{IoError, Source, Watch};
use rockusb::wire::SECTOR;

use super::reaches_on;
use crate::{
    failure::Problem,
    image::{Content, Piece, Pieces, Raw},
};

/// Bytes of the beginning: a GPT, and an ID block as long as there is room for one.
const HEAD: usize = 7168 * SECTOR;
/// Bytes of the beginning that tell what begins there: a usual GPT, and the first bytes of every boot loader.
const FIRST: usize = 512 * SECTOR;
/// Bytes of the end: a backup GPT, of sectors of 512 or of 4096 bytes.
const TAIL: usize = 5 * 4096;

/// The beginning and the end of an image.
#[derive(Default)]
pub(crate) struct Survey {
    head: Vec<u8>,
    tail: VecDeque<u8>,
    length: u64,
    holes: u64,
}

impl Survey {
    /// Takes all pieces, and tells how much of the file has been read.
    pub(crate) fn take(
        &mut self,
        pieces: &mut Pieces,
        watch: &mut dyn Watch,
    ) -> Result<(), Problem> {
        let mut read = 0;
        while let Some(piece) = pieces.next()? {
            self.see(&piece);
            let at = pieces.file_at();
            watch.advance(at - read);
            read = at;
        }
        Ok(())
    }

    /// Takes the next piece.
    pub(crate) fn see(&mut self, piece: &Piece<'_>) {
        self.length += piece.content.length();
        match piece.content {
            Content::Data(bytes) => {
                self.head.extend(&bytes[..bytes.len().min(HEAD - self.head.len())]);
                self.end(bytes);
            }
            Content::Hole(length) => {
                self.holes += length;
                // No more than is kept.
                let zeros =
                    |most: usize| vec![0; usize::try_from(length).unwrap_or(most).min(most)];
                self.head.extend(zeros(HEAD - self.head.len()));
                self.end(&zeros(TAIL));
            }
        }
    }

    /// Takes what is not told up to a place for a hole.
    pub(crate) fn hole_to(&mut self, place: u64) {
        if let Some(length @ 1..) = place.checked_sub(self.length) {
            self.see(&Piece { offset: self.length, content: Content::Hole(length) });
        }
    }

    /// What [`see`](Self::see) makes of a raw file, whose middle need not be read for it, nor much of its beginning where
    /// nothing begins there.
    pub(crate) fn of(raw: &mut Raw) -> Result<Self, IoError> {
        let length = raw.size();
        // At most what is kept.
        let mut part = |most: usize, from_end: bool| {
            let bytes = length.min(most as u64);
            let mut part = vec![0; bytes as usize];
            raw.read_at(if from_end { length - bytes } else { 0 }, &mut part).map(|()| part)
        };
        let (mut head, tail) = (part(FIRST, false)?, part(TAIL, true)?.into());
        if reaches_on(&head, length) {
            head = part(HEAD, false)?;
        }
        Ok(Self { head, tail, length, holes: 0 })
    }

    fn end(&mut self, bytes: &[u8]) {
        let last = &bytes[bytes.len().saturating_sub(TAIL)..];
        let surplus = (self.tail.len() + last.len()).saturating_sub(TAIL);
        self.tail.drain(..surplus);
        self.tail.extend(last);
        self.tail.make_contiguous();
    }

    /// The first bytes.
    pub(super) fn head(&self) -> &[u8] {
        &self.head
    }

    /// The last bytes, at least as many as a backup GPT has; fewer only of a shorter image.
    pub(super) fn tail(&self) -> &[u8] {
        self.tail.as_slices().0
    }

    /// Bytes of the whole image.
    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    /// Bytes of holes.
    pub(crate) fn holes(&self) -> u64 {
        self.holes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        files::detect::look,
        image::{Image, Options},
    };

    /// An SPL as the mask ROM takes it: each word of it counts for the sum.
    fn spl(bytes: usize) -> Vec<u8> {
        let mut spl: Vec<_> =
            (0..bytes / 4).flat_map(|word| (word as u32 | 1).to_le_bytes()).collect();
        spl[4..12].copy_from_slice(b"eGON.BT0");
        spl[12..16].copy_from_slice(&0x5f0a_6c39_u32.to_le_bytes());
        spl[16..20].copy_from_slice(&(bytes as u32).to_le_bytes());
        let words = spl.as_chunks::<4>().0;
        let sum = words.iter().fold(0u32, |sum, word| sum.wrapping_add(u32::from_le_bytes(*word)));
        spl[12..16].copy_from_slice(&sum.to_le_bytes());
        spl
    }

    /// What a file shows where only what is needed is read of it, and where all of it goes by.
    fn shown(bytes: &[u8]) -> [Vec<(Option<bool>, String)>; 2] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("image");
        std::fs::write(&path, bytes).expect("written");
        let mut image = Image::open(&path, &Options::default()).expect("an image");
        let lazy = Survey::of(&mut image.raw().expect("a raw file")).expect("it can be read");
        let mut all = Survey::default();
        all.take(&mut image.pieces().expect("pieces"), &mut link::Silent).expect("sound");
        assert!(lazy.head.len() <= all.head.len() && lazy.length == all.length);
        [lazy, all].map(|survey| {
            look(&image, &survey).into_iter().map(|found| (found.sound, found.text)).collect()
        })
    }

    #[test]
    fn as_much_of_a_raw_file_is_read_as_what_begins_in_it_takes() {
        let mut image = vec![0; 5 << 20];
        let [lazy, all] = shown(&image);
        assert_eq!(lazy, all);
        // From sector 256 on, past what is read at first.
        image[256 * SECTOR..][..192 << 10].copy_from_slice(&spl(192 << 10));
        let [lazy, all] = shown(&image);
        assert!(lazy == all && lazy.iter().any(|(sound, _)| *sound == Some(true)), "{lazy:?}");
        image[256 * SECTOR + (180 << 10)] ^= 1;
        let [lazy, all] = shown(&image);
        assert!(lazy == all && lazy.iter().any(|(sound, _)| *sound == Some(false)), "{lazy:?}");
    }

    #[test]
    fn little_is_read_where_nothing_begins() {
        assert!(!reaches_on(&[0; FIRST], 1 << 30));
        assert!(!reaches_on(&[0xa5; FIRST], 1 << 30));
        let header = [&[0; SECTOR][..], b"EFI PART", &[0; FIRST]].concat();
        assert!(reaches_on(&header, 1 << 30), "a table that is not whole");
    }
}
