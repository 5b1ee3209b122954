//! Image files that a user names.

use std::path::{Path, PathBuf};

use link::{Source, Watch};

use super::DiskImage;
use crate::{
    failure::Problem,
    files::sums::{Sum, Sums},
    image::{Bmaps, Image, Layout, Options, Piece},
    transport::Stop,
};

/// An image that a user names, and how it is to be read.
#[derive(Clone, Debug)]
pub struct ImageFile {
    /// The file; `-` is stdin.
    pub path: PathBuf,
    /// Where its bmap is.
    pub bmap: Bmaps,
    /// Whether its bytes are taken as they are, whatever they hold.
    pub raw: bool,
    /// Which sums the file, as it is stored, has to have.
    pub sums: Sums,
}

/// Bytes of an unpacker's window from which on the user is told beforehand.
const WINDOW: u64 = 32 << 20;

impl ImageFile {
    /// Opens the image to be written: what is no image is refused, and what is damaged is found before anything is
    /// written.
    pub fn to_write(
        &self,
        start: u64,
        watch: &mut dyn Watch,
        stop: &Stop,
    ) -> anyhow::Result<DiskImage> {
        self.examined(start, watch, stop, |_| {}).map(|(placed, _)| placed)
    }

    /// The same; `see` is shown every piece, except of a raw file. The SHA-256 comes with it where it was found out.
    pub(in crate::files) fn examined(
        &self,
        start: u64,
        watch: &mut dyn Watch,
        stop: &Stop,
        see: impl FnMut(&Piece<'_>),
    ) -> anyhow::Result<(DiskImage, Option<Sum>)> {
        let (mut placed, sum) = self.checked(start, watch, stop)?;
        placed.examine(self.raw, watch, stop, see)?;
        match placed.extent {
            Some(extent) if extent.data == 0 => Err(placed.bad("there is nothing in it to write")),
            _ => Ok((placed, sum)),
        }
    }

    /// Opens the image for a partition whose board expands Android sparse images itself: such a one stays as it is, and
    /// its bytes on storage come with it. Its length has to be known.
    pub fn to_partition(
        &self,
        watch: &mut dyn Watch,
        stop: &Stop,
    ) -> anyhow::Result<(DiskImage, Option<u64>)> {
        let placed = self.to_measure(watch, stop)?;
        if !matches!(placed.image.layout(), Layout::Sparse(_)) {
            return Ok((placed, None));
        }
        let expanded = placed.length();
        let mut image = placed.image.unexpanded()?;
        let extent = image.extent(watch, stop)?;
        Ok((DiskImage::new(placed.name, image, 0).of_extent(extent), Some(expanded)))
    }

    /// Opens the image for a partition whose board is told beforehand how many bytes are moved: its length is found out.
    pub fn to_measure(&self, watch: &mut dyn Watch, stop: &Stop) -> anyhow::Result<DiskImage> {
        if self.path == Path::new("-") {
            let text =
                "the board has to know a partition's length beforehand: the image has to be a file";
            return Err(Problem::Usage(text.into()).into());
        }
        self.to_write(0, watch, stop)
    }

    /// Looks at the file's beginning, which takes no time. What is wrong with the rest shows when it is opened to be written.
    pub fn glance(&self) -> anyhow::Result<()> {
        // What is read from a pipe is gone.
        if self.path == Path::new("-") {
            return Ok(());
        }
        self.open(0, &Stop::default()).map(drop)
    }

    /// Opens the image to be compared.
    pub fn to_compare(
        &self,
        start: u64,
        watch: &mut dyn Watch,
        stop: &Stop,
    ) -> anyhow::Result<DiskImage> {
        self.checked(start, watch, stop).map(|(placed, _)| placed)
    }

    /// Opens the image, and checks the file's sum.
    fn checked(
        &self,
        start: u64,
        watch: &mut dyn Watch,
        stop: &Stop,
    ) -> anyhow::Result<(DiskImage, Option<Sum>)> {
        let placed = self.open(start, stop)?;
        if let Some(window) = placed.image.window().filter(|window| *window >= WINDOW) {
            let (name, mib) = (&placed.name, window >> 20);
            watch.note(&format!(
                "{name}: unpacking it takes {mib} MiB of memory, the window that it was packed with"
            ));
        }
        let mut stored = placed.image.stored();
        let stored = stored.as_mut().map(|stored| stored as &mut dyn Source);
        let sum = self.sums.check(&self.path, stored, watch, stop)?;
        Ok((placed, sum))
    }

    fn open(&self, start: u64, stop: &Stop) -> anyhow::Result<DiskImage> {
        let (bmap, verbatim, stop) = (self.bmap.clone(), self.raw, stop.clone());
        let options = Options { bmap, verbatim, stop, ..Options::default() };
        let image = Image::open(&self.path, &options)?;
        let placed = DiskImage::new(self.path.display().to_string(), image, start);
        placed.check(self.raw)?;
        Ok(placed)
    }
}
