//! `package`: burning packages (`aml_upgrade_package.img`).

use std::path::{Path, PathBuf};

use amlogic::package::{Error, Format, Item, Package as File, Platform};
use link::{Source, Watch};
use serde_json::{Value, json};

use super::{
    super::{
        Options,
        files::{Input, through},
        unpack,
    },
    describe,
};
use crate::{report::Answer, transport::Stop};

/// Commands about packages.
#[derive(Debug, clap::Subcommand)]
pub(in crate::cli) enum Package {
    /// What is in a package; all of it is read and its sums are checked
    Info {
        /// The package (aml_upgrade_package.img)
        file: PathBuf,
    },
    /// Take a package apart, after its sums were checked
    Unpack {
        /// The package (aml_upgrade_package.img)
        file: PathBuf,
        /// Where the items go, under the names that the vendor's packer uses (boot.PARTITION, DDR.USB)
        folder: PathBuf,
        /// Only these items (`boot`, or `PARTITION:boot`)
        names: Vec<String>,
    },
}

impl Package {
    pub(in crate::cli) fn name(&self) -> &'static str {
        match self {
            Self::Info { .. } => "amlogic package info",
            Self::Unpack { .. } => "amlogic package unpack",
        }
    }
}

/// Carries a command out; no board is needed.
pub(in crate::cli) fn run(
    options: &Options,
    command: &Package,
    stop: &Stop,
    watch: &mut dyn Watch,
) -> anyhow::Result<Answer> {
    match command {
        Package::Info { file } => {
            let checked = Checked::open(file, stop, watch)?;
            Ok(Answer::new(describe::package(&checked.sound), checked.fields()))
        }
        Package::Unpack { file, folder, names } => {
            let mut package = Checked::open(file, stop, watch)?;
            let parts: Vec<_> = package.sound.items().map(part).collect();
            unpack::unpack(options, &mut package.input, &parts, (folder, names), stop, watch)
        }
    }
}

fn part(item: &Item) -> unpack::Part {
    unpack::Part::new(&item.sub, &item.main, item.range.clone()).listed_as(item.name())
}

/// A package whose sums hold.
pub(in crate::cli) struct Sound {
    pub(in crate::cli) package: File,
    pub(in crate::cli) platform: Option<Platform>,
    /// For each item, whether the package tells its SHA-1, which then holds.
    hashed: Vec<bool>,
}

impl Sound {
    /// Reads all of a package and checks all sums that it has.
    pub(in crate::cli) fn read(source: &mut dyn Source) -> Result<Self, Error> {
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
    pub(in crate::cli) fn items(&self) -> impl Iterator<Item = &Item> {
        self.package.items.iter().filter(|item| item.main != "VERIFY")
    }

    /// Whether an item's SHA-1 is in the package.
    pub(in crate::cli) fn is_hashed(&self, item: &Item) -> bool {
        let at = self.package.items.iter().position(|other| other == item);
        at.is_some_and(|at| self.hashed[at])
    }
}

/// A package that is sound, and its file.
pub(in crate::cli) struct Checked {
    pub(in crate::cli) input: Input,
    pub(in crate::cli) sound: Sound,
}

impl Checked {
    /// Opens a package and reads all of it.
    pub(in crate::cli) fn open(
        path: &Path,
        stop: &Stop,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Self> {
        let mut input = Input::open(path)?;
        // Once for the whole, and once more for items with sums of their own.
        watch.step("check the package", 2 * input.size());
        let sound = through(path, &mut input, stop, watch, Sound::read)?;
        Ok(Self { input, sound })
    }

    fn fields(&self) -> Value {
        let package = &self.sound.package;
        let items = self.sound.items().map(|item| {
            json!({
                "name": item.name(), "type": item.main, "item": item.sub,
                "bytes": item.range.end - item.range.start, "format": describe::format(item.format),
                "sha1": self.sound.is_hashed(item), "same_as": item.backup,
            })
        });
        json!({
            "version": package.version, "protocol": describe::protocol(package).0,
            "families": describe::families(self.sound.platform),
            "items": items.collect::<Vec<_>>(), "sound": true,
        })
    }
}
