//! Rockchip's loader files, firmware packages (RKFW) and the archives in them (RKAF): read whole and checked.

pub(crate) mod describe;
mod loader;
mod tree;

use std::{ops::Range, path::Path};

use link::{Silent, Source, SubSource, Watch};
use rockusb::package::{Archive, Error, Package as File, Part};

pub(crate) use self::tree::Tree;
pub(crate) use loader::read as read_loader;

use super::{Input, step_through, through};
use crate::transport::Stop;

/// A package whose sums hold.
pub(crate) struct Checked {
    pub(crate) input: Input,
    pub(crate) wrapper: Option<File>,
    pub(crate) archive: Archive,
    /// Where the archive begins in the file.
    start: u64,
}

impl Checked {
    /// Opens a package and reads all of it.
    pub(crate) fn open(path: &Path, stop: &Stop, watch: &mut dyn Watch) -> anyhow::Result<Self> {
        let mut input = Input::open(path)?;
        let wrapper = through(path, &mut input, stop, &mut Silent, wrapper)?;
        let bytes = match &wrapper {
            Some(wrapper) => wrapper.summed() + (wrapper.archive.end - wrapper.archive.start),
            None => input.size(),
        };
        let step = (watch, "check the package", bytes);
        let (wrapper, archive, start) = step_through(path, &mut input, stop, step, sound)?;
        Ok(Self { input, wrapper, archive, start })
    }

    /// Where a part's bytes are in the file.
    pub(crate) fn place(&self, part: &Part) -> Range<u64> {
        self.start + part.range.start..self.start + part.range.end
    }
}

/// The first bytes of a file, by which it is recognised.
pub(crate) fn head(input: &mut dyn Source) -> Result<[u8; 4], Error> {
    let mut head = [0; 4];
    if input.size() >= 4 {
        input.read_at(0, &mut head).map_err(Error::Io)?;
    }
    Ok(head)
}

/// What an archive is wrapped in, where it is.
fn wrapper(input: &mut dyn Source) -> Result<Option<File>, Error> {
    if Archive::is_one(&head(input)?) { Ok(None) } else { File::read(input).map(Some) }
}

fn sound(input: &mut dyn Source) -> Result<(Option<File>, Archive, u64), Error> {
    let wrapper = wrapper(input)?;
    let range = wrapper.as_ref().map_or_else(|| 0..input.size(), |package| package.archive.clone());
    if let Some(package) = &wrapper {
        package.check(input)?;
    }
    let mut window = SubSource::padded(input, range.start, range.end - range.start);
    let archive = Archive::read(&mut window)?;
    archive.check(&mut window)?;
    Ok((wrapper, archive, range.start))
}
