//! A raw image, readable at any place.

use std::ops::Range;

use link::{IoError, Source};

use crate::files::regular::Regular;

/// A raw image's file, or the part of it that the image is.
#[derive(Clone, Debug)]
pub struct Raw {
    file: Regular,
    range: Range<u64>,
}

impl Raw {
    pub(super) fn new(file: Regular, range: Range<u64>) -> Self {
        Self { file, range }
    }
}

impl Source for Raw {
    fn size(&self) -> u64 {
        self.range.end - self.range.start
    }

    fn read_at(&mut self, offset: u64, buf: &mut [u8]) -> Result<(), IoError> {
        // A read past the range would be of another part of a package.
        if offset.checked_add(buf.len() as u64).is_none_or(|end| end > self.size()) {
            return Err("it ends before that".into());
        }
        Ok(self.file.read_exact_at(buf, self.range.start + offset)?)
    }
}
