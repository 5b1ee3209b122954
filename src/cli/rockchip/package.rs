//! `package`: firmware packages (RKFW), and the archives in them (RKAF).

use std::path::{Path, PathBuf};

use link::Watch;
use serde_json::{Value, json};

use crate::{
    files::{
        rockchip::{Checked, describe},
        unpack,
    },
    report::Answer,
    transport::Stop,
};

const INFO: &str = "\
Examples:
  racklet-flash rk package info update.img
  racklet-flash rk package info update.img --json";

const UNPACK: &str = "\
Examples:
  racklet-flash rk package unpack update.img parts
  racklet-flash rk package unpack update.img parts boot loader";

/// Commands about packages.
#[derive(Debug, clap::Subcommand)]
pub(in crate::cli) enum Package {
    /// Show what is in a package, and check all of its sums
    #[command(after_help = INFO)]
    Info {
        /// The package (RKFW) or archive (RKAF)
        file: PathBuf,
    },
    /// Check a package's sums and unpack it
    #[command(after_help = UNPACK)]
    Unpack {
        /// The package (RKFW) or archive (RKAF)
        file: PathBuf,
        /// The folder for the parts
        folder: PathBuf,
        /// Only these parts (`loader` is the loader file)
        names: Vec<String>,
    },
}

impl Package {
    pub(in crate::cli) fn name(&self) -> &'static str {
        match self {
            Self::Info { .. } => "rockchip package info",
            Self::Unpack { .. } => "rockchip package unpack",
        }
    }
}

/// Carries a command out; no board is needed.
pub(in crate::cli) fn run(
    dry_run: bool,
    command: &Package,
    stop: &Stop,
    watch: &mut dyn Watch,
) -> anyhow::Result<Answer> {
    match command {
        Package::Info { file } => {
            let checked = Checked::open(file, stop, watch)?;
            Ok(Answer::new(
                describe::package(checked.wrapper.as_ref(), &checked.archive),
                fields(&checked),
            ))
        }
        Package::Unpack { file, folder, names } => {
            let package = Checked::open(file, stop, watch)?;
            unpack(dry_run, package, (folder, names), stop, watch)
        }
    }
}

/// What scripts are told of a package.
fn fields(checked: &Checked) -> Value {
    let parts = checked.archive.parts.iter().map(|part| {
        json!({
            "name": part.name, "path": part.path, "sector": part.sector, "sectors": part.sectors,
            "bytes": if part.has_data() { part.range.end - part.range.start } else { 0 },
        })
    });
    let wrapper = checked.wrapper.as_ref();
    json!({
        "format": if wrapper.is_some() { "RKFW" } else { "RKAF" },
        "chip": wrapper.map(|package| describe::chip(package.chip)),
        "version": wrapper.map(|package| format!("{}.{}.{}", package.version.0, package.version.1, package.version.2)),
        "model": checked.archive.model, "maker": checked.archive.maker, "parts": parts.collect::<Vec<_>>(), "sound": true,
    })
}

fn unpack(
    dry_run: bool,
    mut package: Checked,
    to: (&Path, &[String]),
    stop: &Stop,
    watch: &mut dyn Watch,
) -> anyhow::Result<Answer> {
    let loader = package
        .wrapper
        .as_ref()
        .map(|wrapper| unpack::Part::new("loader", "bin", wrapper.loader.clone()));
    let parts = package.archive.parts.iter().filter(|part| part.has_data());
    let parts = parts.map(|part| unpack::Part::new(&part.name, "img", package.place(part)));
    let all: Vec<_> = loader.into_iter().chain(parts).collect();
    Ok(Answer::files(&match dry_run {
        true => unpack::names(&all, to.1)?,
        false => unpack::unpack(&mut package.input, &all, to, stop, watch)?,
    }))
}
