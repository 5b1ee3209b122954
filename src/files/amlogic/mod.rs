//! Amlogic's burning packages: read whole and checked.

pub(crate) mod describe;

use std::path::Path;

use amlogic::package::{Error, Format, Item, Package as File, Platform};
use link::{Silent, Source, Watch};

use super::{Input, step_through, through};
use crate::transport::Stop;

/// A package whose sums hold.
pub(crate) struct Sound {
    pub(crate) package: File,
    pub(crate) platform: Option<Platform>,
    /// For each item, whether the package tells its SHA-1, which then holds.
    hashed: Vec<bool>,
}

impl Sound {
    /// Reads all of a package and checks all sums that it has.
    pub(crate) fn read(source: &mut dyn Source) -> Result<Self, Error> {
        let package = File::read(source)?;
        package.check(source)?;
        let hashed = package.items.iter().map(|item| package.verify(item, source));
        let hashed = hashed.collect::<Result<_, _>>()?;
        for item in package.items.iter().filter(|item| item.format == Format::Sparse) {
            package.expanded(item, source)?;
        }
        let platform = package.platform(source)?;
        Ok(Self { package, platform, hashed })
    }

    /// All items but the sums of others.
    pub(crate) fn items(&self) -> impl Iterator<Item = &Item> {
        self.package.items.iter().filter(|item| item.main != "VERIFY")
    }

    /// Whether an item's SHA-1 is in the package.
    pub(crate) fn is_hashed(&self, item: &Item) -> bool {
        let at = self.package.items.iter().position(|other| other == item);
        at.is_some_and(|at| self.hashed[at])
    }
}

/// A package that is sound, and its file.
pub(crate) struct Checked {
    pub(crate) input: Input,
    pub(crate) sound: Sound,
}

impl Checked {
    /// Opens a package and reads all of it.
    pub(crate) fn open(path: &Path, stop: &Stop, watch: &mut dyn Watch) -> anyhow::Result<Self> {
        let mut input = Input::open(path)?;
        let package = through(path, &mut input, stop, &mut Silent, File::read)?;
        // Once for the whole, and again for items with sums of their own.
        let bytes = input.size() + package.hashed();
        let step = (watch, "check the package", bytes);
        let sound = step_through(path, &mut input, stop, step, Sound::read)?;
        Ok(Self { input, sound })
    }
}
