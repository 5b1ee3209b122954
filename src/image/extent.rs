//! How much an image is, found out before anything of it is written.

use link::{StepId, Watch};

use super::{Content, Image, Layout, Piece, Pieces};
use crate::{failure::Problem, transport::Stop};

/// How much an image is, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Holes included.
    pub length: u64,
    /// What there is to be written.
    pub data: u64,
}

impl Image {
    /// What a file holds, in full. An image that is packed or has a layout is read to its end for that: its sums are
    /// checked on the way, so that what is damaged is found while nothing has been written, and what is streamed
    /// afterwards has to be the same. A raw file is as long as it is. `None` for stdin, which can be read only once.
    ///
    /// # Errors
    ///
    /// The image is damaged, it cannot be read, or the user wants to stop.
    pub fn extent(
        &mut self,
        watch: &mut dyn Watch,
        stop: &Stop,
    ) -> Result<Option<Extent>, Problem> {
        self.examine(watch, stop, |_| {})
    }

    /// The same, with every piece that goes by shown to `see`; of a raw file none goes by.
    ///
    /// # Errors
    ///
    /// As [`extent`](Self::extent).
    pub fn examine(
        &mut self,
        watch: &mut dyn Watch,
        stop: &Stop,
        mut see: impl FnMut(&Piece<'_>),
    ) -> Result<Option<Extent>, Problem> {
        let Some(file) = self.file_length() else { return Ok(None) };
        if matches!((self.layout(), self.compression()), (Layout::Plain, None)) {
            return Ok(Some(Extent { length: file, data: file }));
        }
        watch.step(StepId::CHECK, "check the image", file);
        let mut pieces = self.pieces()?;
        let extent = measure(&mut pieces, watch, stop, &mut see)?;
        self.checked(pieces.sum());
        if let Some(text) = pieces.left_out() {
            watch.note(&text);
        }
        Ok(Some(extent))
    }
}

fn measure(
    pieces: &mut Pieces,
    watch: &mut dyn Watch,
    stop: &Stop,
    see: &mut impl FnMut(&Piece<'_>),
) -> Result<Extent, Problem> {
    let mut extent = Extent::default();
    let mut read = 0;
    while let Some(piece) = pieces.next()? {
        see(&piece);
        extent.length += piece.content.length();
        if let Content::Data(bytes) = piece.content {
            extent.data += bytes.len() as u64;
        }
        let at = pieces.file_at();
        watch.advance(at - read);
        read = at;
        if stop.asked() {
            return Err(Problem::Interrupted);
        }
    }
    Ok(extent)
}
