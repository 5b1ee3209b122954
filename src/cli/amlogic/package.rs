//! `package`: burning packages (`aml_upgrade_package.img`).

use std::path::PathBuf;

use amlogic::package::Item;
use link::Watch;
use serde_json::{Value, json};

use crate::{
    files::{
        amlogic::{Checked, describe},
        unpack,
    },
    report::Answer,
    transport::Stop,
};

/// Commands about packages.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Package {
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
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Info { .. } => "amlogic package info",
            Self::Unpack { .. } => "amlogic package unpack",
        }
    }
}

/// Carries a command out; no board is needed.
pub(crate) fn run(
    dry_run: bool,
    command: &Package,
    stop: &Stop,
    watch: &mut dyn Watch,
) -> anyhow::Result<Answer> {
    match command {
        Package::Info { file } => {
            let checked = Checked::open(file, stop, watch)?;
            Ok(Answer::new(describe::package(&checked.sound), fields(&checked)))
        }
        Package::Unpack { file, folder, names } => {
            let mut package = Checked::open(file, stop, watch)?;
            let parts: Vec<_> = package.sound.items().map(part).collect();
            Ok(Answer::files(&match dry_run {
                true => unpack::names(&parts, names)?,
                false => unpack::unpack(&mut package.input, &parts, (folder, names), stop, watch)?,
            }))
        }
    }
}

fn part(item: &Item) -> unpack::Part {
    unpack::Part::new(&item.sub, &item.main, item.range.clone()).listed_as(item.name())
}

/// What scripts are told of a package.
fn fields(checked: &Checked) -> Value {
    let package = &checked.sound.package;
    let items = checked.sound.items().map(|item| {
        json!({
            "name": item.name(), "type": item.main, "item": item.sub,
            "bytes": item.range.end - item.range.start, "format": describe::format(item.format),
            "sha1": checked.sound.is_hashed(item), "same_as": item.backup,
        })
    });
    json!({
        "version": package.version, "protocol": describe::protocol(package).0,
        "families": describe::families(checked.sound.platform),
        "items": items.collect::<Vec<_>>(), "sound": true,
    })
}
