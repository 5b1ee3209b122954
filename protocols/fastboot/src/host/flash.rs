//! Writing partitions.

use core::ops::Deref;

use link::{Source, StepId, Watch};

use super::{Answer, Cause, Error, Fastboot, Step, work};
use crate::{
    sparse::{Piece, Pieces, Run},
    wire::Command,
};

/// What was written, as far as the device's word goes: OKAY is no verification.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Pieces.
    pub pieces: u64,
    /// Bytes that were sent.
    pub sent: u64,
    /// Bytes of storage that were written, with the padding.
    pub written: u64,
    /// The end of the last piece, in bytes of the image.
    pub end: u64,
    /// Zeros after the image's end, in bytes.
    pub padding: u64,
}

impl Written {
    fn add(&mut self, piece: &Piece) {
        self.pieces += 1;
        self.sent += piece.bytes.len() as u64;
        self.written += piece.written;
        self.end = piece.range.end;
        self.padding += piece.padding;
    }
}

impl Fastboot<'_> {
    /// **Writes** data to a partition, as they are and at once. Whether they fit the device is for the caller to know.
    ///
    /// # Errors
    /// When there are no data or more than 32 bits count, a transfer or `source` fails, and when the device refuses, wants another
    /// number of bytes or answers something else.
    pub fn flash(
        &mut self,
        partition: &str,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<Answer, Error> {
        self.during(Step::Write, |fastboot| {
            let size = source.size();
            fastboot.download(source, watch)?;
            fastboot.okay(&Command::Flash(partition.into()), work(size), watch)
        })
    }

    /// **Writes** an image to a partition, piece by piece, all in the same memory, which `pieces` has again at the end. `each` sees
    /// every piece once the device has said OKAY to it.
    ///
    /// # Errors
    /// When a piece cannot be made, a transfer fails, and when the device refuses, wants another number of bytes or answers something
    /// else. The error tells how much of the image went before.
    pub fn flash_image<I: Iterator<Item = Run<B>>, B: Deref<Target: AsRef<[u8]>>>(
        &mut self,
        partition: &str,
        pieces: &mut Pieces<I, B>,
        each: &mut dyn FnMut(&Piece),
        watch: &mut dyn Watch,
    ) -> Result<Written, Error> {
        let mut written = Written::default();
        while let Some(piece) = pieces.next() {
            let done = self.during(Step::Write, |fastboot| match piece {
                Ok(piece) => fastboot.piece(partition, &piece, watch).map(|()| piece),
                Err(error) => Err(fastboot.error(super::Action::Check, Cause::Image(error))),
            });
            match done {
                Ok(piece) => {
                    watch.advance(piece.range.end - written.end);
                    written.add(&piece);
                    each(&piece);
                    pieces.reuse(piece.bytes);
                }
                Err(error) => return Err(Error { good: Some(written.end), ..error }),
            }
        }
        Ok(written)
    }

    fn piece(
        &mut self,
        partition: &str,
        piece: &Piece,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        self.download(&mut &piece.bytes[..], &mut Meanwhile(watch))?;
        self.okay(&Command::Flash(partition.into()), work(piece.written), watch).map(|_| ())
    }
}

/// A watch that is told all but the bytes: a piece's are not the image's.
struct Meanwhile<'w>(&'w mut dyn Watch);

impl Watch for Meanwhile<'_> {
    fn step(&mut self, id: StepId, label: &str, bytes: u64) {
        self.0.step(id, label, bytes);
    }

    fn advance(&mut self, _: u64) {}

    fn note(&mut self, text: &str) {
        self.0.note(text);
    }

    fn meanwhile(&mut self) {
        self.0.meanwhile();
    }
}
