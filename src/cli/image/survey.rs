//! What is kept of an image while it goes by: its beginning and its end.

use std::collections::VecDeque;

use rockusb::{gpt::BACKUP_SECTORS, wire::SECTOR};

use crate::{
    failure::Problem,
    image::{Content, Pieces},
};

/// Bytes of the beginning: a GPT, and an ID block as long as there is room for one.
const HEAD: usize = 7168 * SECTOR;
/// Bytes of the end: a backup GPT.
const TAIL: usize = BACKUP_SECTORS as usize * SECTOR;

/// The beginning and the end of an image.
#[derive(Default)]
pub(super) struct Survey {
    head: Vec<u8>,
    tail: VecDeque<u8>,
    length: u64,
    holes: u64,
}

impl Survey {
    /// Takes all pieces.
    pub(super) fn take(&mut self, pieces: &mut Pieces) -> Result<(), Problem> {
        while let Some(piece) = pieces.next()? {
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
        Ok(())
    }

    fn end(&mut self, bytes: &[u8]) {
        let last = &bytes[bytes.len().saturating_sub(TAIL)..];
        let surplus = (self.tail.len() + last.len()).saturating_sub(TAIL);
        self.tail.drain(..surplus);
        self.tail.extend(last);
    }

    /// The first bytes.
    pub(super) fn head(&self) -> &[u8] {
        &self.head
    }

    /// The last bytes, as many as a backup GPT has; fewer only of a shorter image.
    pub(super) fn tail(&self) -> Vec<u8> {
        self.tail.iter().copied().collect()
    }

    /// Bytes of the whole image.
    pub(super) fn length(&self) -> u64 {
        self.length
    }

    /// Bytes of holes.
    pub(super) fn holes(&self) -> u64 {
        self.holes
    }
}
