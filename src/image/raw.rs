//! A raw image, readable at any place.

use std::{fs::File, ops::Range, os::unix::fs::FileExt, sync::Arc};

use link::{IoError, Source};

/// A raw image's file, or the part of it that the image is.
#[derive(Clone, Debug)]
pub struct Raw {
    file: Arc<File>,
    range: Range<u64>,
}

impl Raw {
    pub(super) fn new(file: Arc<File>, range: Range<u64>) -> Self {
        Self { file, range }
    }
}

impl Source for Raw {
    fn size(&self) -> u64 {
        self.range.end - self.range.start
    }

    fn read_at(&mut self, offset: u64, buf: &mut [u8]) -> Result<(), IoError> {
        Ok(self.file.read_exact_at(buf, self.range.start + offset)?)
    }
}
