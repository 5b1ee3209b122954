//! The image that a command writes or compares, and where its bmap is.

use std::path::PathBuf;

use crate::{
    files::{
        disk_image::ImageFile,
        sums::{Sum, Sums},
    },
    image::Bmaps,
};

/// An image that a user names.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct File {
    /// The image: raw, compressed or Android sparse (- is stdin)
    ///
    /// Compressed by gzip, xz, zstd, bzip2, lzip, lzma or zlib. The last sector of the image is filled up with zeros.
    file: PathBuf,
    #[command(flatten)]
    mapped: Mapped,
    /// Take the file's bytes as they are, although it is compressed, sparse, an archive, a package, a loader or damaged
    #[arg(long, hide_short_help = true, conflicts_with_all = ["bmap", "no_bmap"])]
    raw: bool,
}

impl File {
    /// The same without the words that named it.
    pub(super) fn named(&self) -> ImageFile {
        ImageFile {
            path: self.file.clone(),
            bmap: self.mapped.bmaps(),
            raw: self.raw,
            sums: Sums::Unchecked,
        }
    }
}

/// An image whose file is checked by the sum that its publisher gives.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Published {
    #[command(flatten)]
    image: File,
    /// The SHA-256 of the image's file as it is stored
    ///
    /// Otherwise FILE.sha256, FILE.sha256sum, SHA256SUMS or sha256sum.txt beside it is used, if it names the file.
    #[arg(long, value_name = "HEX")]
    sha256: Option<Sum>,
}

impl Published {
    /// The same without the words that named it.
    pub(super) fn named(&self) -> ImageFile {
        let sums = self.sha256.map_or(Sums::Beside, |sum| Sums::Given { sum, by: "--sha256" });
        ImageFile { sums, ..self.image.named() }
    }
}

/// Where an image's bmap is.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Mapped {
    /// The image's bmap (otherwise one beside it is found: FILE.bmap)
    #[arg(long, hide_short_help = true, value_name = "FILE")]
    bmap: Option<PathBuf>,
    /// Ignore a bmap beside the image
    #[arg(long, hide_short_help = true, conflicts_with = "bmap")]
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
