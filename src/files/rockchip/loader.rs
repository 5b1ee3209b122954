//! Loader files: alone, or in a package.

use std::{ops::Range, path::Path};

use link::{Silent, Source};
use rockusb::package::{Error, Package};

use super::{
    super::{Input, bad, through},
    head,
};
use crate::transport::Stop;

/// The most that a loader may have: far above any.
const LIMIT: u64 = 64 << 20;

/// A loader file's bytes, out of a package where it is one.
pub(crate) fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    let mut input = Input::open(path)?;
    let range = through(path, &mut input, &Stop::default(), &mut Silent, place)?;
    let length = range.end - range.start;
    if length > LIMIT {
        return Err(bad(path, format!("{length} bytes are too many for a loader")).into());
    }
    let mut bytes = vec![0; usize::try_from(length)?];
    through(path, &mut input, &Stop::default(), &mut Silent, |input| {
        input.read_at(range.start, &mut bytes)
    })?;
    Ok(bytes)
}

/// Where the loader is in its file.
fn place(input: &mut dyn Source) -> Result<Range<u64>, Error> {
    if Package::is_one(&head(input)?) {
        Ok(Package::read(input)?.loader)
    } else {
        Ok(0..input.size())
    }
}
