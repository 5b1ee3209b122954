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
