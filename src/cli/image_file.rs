//! The image that a command writes or compares, and where its bmap is.

use std::path::PathBuf;

use crate::{files::disk_image::ImageFile, image::Bmaps};

/// An image that a user names.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct File {
    /// The image: raw, compressed (gzip, xz, zstd, bzip2, lzip, lzma, zlib) or Android sparse; its last sector is filled
    /// up with zeros (- is stdin)
    file: PathBuf,
    #[command(flatten)]
    mapped: Mapped,
    /// Take the file's bytes as they are, although it is compressed, sparse, an archive, a package, a loader or damaged
    #[arg(long, conflicts_with_all = ["bmap", "no_bmap"])]
    raw: bool,
}

impl File {
    /// The same without the words that named it.
    pub(super) fn named(&self) -> ImageFile {
        ImageFile { path: self.file.clone(), bmap: self.mapped.bmaps(), raw: self.raw }
    }
}

/// Where an image's bmap is.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Mapped {
    /// The image's bmap (otherwise one beside it is found: FILE.bmap)
    #[arg(long, value_name = "FILE")]
    bmap: Option<PathBuf>,
    /// Ignore a bmap beside the image
    #[arg(long, conflicts_with = "bmap")]
    no_bmap: bool,
}

impl Mapped {
    pub(super) fn bmaps(&self) -> Bmaps {
        match (&self.bmap, self.no_bmap) {
            (Some(path), _) => Bmaps::At(path.clone()),
            (None, true) => Bmaps::Ignored,
            (None, false) => Bmaps::Beside,
        }
    }
}
