//! A raw image, readable at any place.

use std::{fs::File, os::unix::fs::FileExt, sync::Arc};

use link::{IoError, Source};

/// A raw image's file.
#[derive(Clone, Debug)]
pub struct Raw {
    file: Arc<File>,
    length: u64,
}

impl Raw {
    pub(super) fn new(file: Arc<File>, length: u64) -> Self {
        Self { file, length }
    }
}

impl Source for Raw {
    fn size(&self) -> u64 {
        self.length
    }

    fn read_at(&mut self, offset: u64, buf: &mut [u8]) -> Result<(), IoError> {
        Ok(self.file.read_exact_at(buf, offset)?)
    }
}
