//! Compressing what is written to a file, as its ending says.

use std::{
    io::{self, Write},
    path::Path,
};

use bzip2::write::BzEncoder;
use flate2::write::GzEncoder;
use lzma_rust2::{XzOptions, XzWriter};
use ruzstd::encoding::{CompressionLevel, FrameCompressor};

/// Bytes of a zstd frame: each is packed in memory.
const FRAME: usize = 1 << 20;
/// xz's level: its memory is below 32 MiB, and unpacking takes 2 MiB.
const XZ: u32 = 2;

/// A writer that compresses.
pub(super) enum Packer<W: Write> {
    Plain(W),
    Gzip(GzEncoder<W>),
    Xz(Box<XzWriter<W>>),
    Zstd(Frames<W>),
    Bzip2(BzEncoder<W>),
}

impl<W: Write> Packer<W> {
    /// Compresses as the ending of `path` says; other endings say nothing. Fails where the packer cannot begin.
    pub(super) fn by_ending(path: &Path, to: W) -> io::Result<Self> {
        let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
        Ok(match ending.to_str() {
            Some("gz") => Self::Gzip(GzEncoder::new(to, flate2::Compression::default())),
            Some("xz") => Self::Xz(Box::new(XzWriter::new(to, XzOptions::with_preset(XZ))?)),
            Some("zst" | "zstd") => Self::Zstd(Frames { to, data: Vec::new() }),
            Some("bz2") => Self::Bzip2(BzEncoder::new(to, bzip2::Compression::default())),
            _ => Self::Plain(to),
        })
    }

    /// Whether anything is compressed.
    pub(super) fn packs(&self) -> bool {
        !matches!(self, Self::Plain(_))
    }

    /// Writes what is still kept; returns where it went.
    pub(super) fn finish(self) -> io::Result<W> {
        match self {
            Self::Plain(to) => Ok(to),
            Self::Gzip(packer) => packer.finish(),
            Self::Xz(packer) => packer.finish(),
            Self::Zstd(packer) => packer.finish(),
            Self::Bzip2(packer) => packer.finish(),
        }
    }
}

impl<W: Write> Write for Packer<W> {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(to) => to.write(data),
            Self::Gzip(packer) => packer.write(data),
            Self::Xz(packer) => packer.write(data),
            Self::Zstd(packer) => packer.write(data),
            Self::Bzip2(packer) => packer.write(data),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(to) => to.flush(),
            Self::Gzip(packer) => packer.flush(),
            Self::Xz(packer) => packer.flush(),
            Self::Zstd(packer) => packer.to.flush(),
            Self::Bzip2(packer) => packer.flush(),
        }
    }
}

/// zstd, frame by frame: the encoder takes a frame's data at once.
pub(super) struct Frames<W: Write> {
    to: W,
    data: Vec<u8>,
}

impl<W: Write> Frames<W> {
    fn frame(&mut self) -> io::Result<()> {
        let mut packer = FrameCompressor::new(CompressionLevel::Fastest);
        packer.set_source(self.data.as_slice());
        packer.set_drain(Vec::new());
        packer.compress();
        let frame = packer.take_drain().unwrap_or_default();
        self.data.clear();
        self.to.write_all(&frame)
    }

    fn finish(mut self) -> io::Result<W> {
        self.frame()?;
        Ok(self.to)
    }
}

impl<W: Write> Write for Frames<W> {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        let count = data.len().min(FRAME - self.data.len());
        self.data.extend_from_slice(&data[..count]);
        if self.data.len() == FRAME {
            self.frame()?;
        }
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
