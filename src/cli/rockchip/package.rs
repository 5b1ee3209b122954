//! `package`: firmware packages (RKFW), and the archives in them (RKAF).

use std::path::{Path, PathBuf};

use link::Watch;
use serde_json::{Value, json};

use super::{
    boot::copies,
    job::{Context, Job},
};
use crate::{
    cli::{package, verified},
    family::rockchip::{Firmware, Flashed, Replacing},
    files::{
        Input,
        rockchip::{Checked, describe},
        unpack::Part,
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

const FLASH: &str = "\
Examples:
  racklet-flash rk package flash update.img
  racklet-flash rk package flash update.img --yes --virtual radxa/rock-5b";

/// Commands about packages.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Package {
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
    /// Write all of a package to the board, verify it and restart the board
    #[command(after_help = FLASH)]
    Flash {
        /// The package (RKFW); a board in its mask ROM is brought up with the loader in it
        file: PathBuf,
        /// Do not restart the board
        #[arg(long)]
        no_reset: bool,
    },
}

impl Package {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Info { .. } => "rockchip package info",
            Self::Unpack { .. } => "rockchip package unpack",
            Self::Flash { .. } => "rockchip package flash",
        }
    }
}

/// A command that was looked at as far as that goes without a board.
pub(super) enum Prepared {
    /// It is about files only: this is its answer.
    Answered(Answer),
    /// It is for a board.
    Flash(Box<Flash>),
}

pub(super) fn prepare(
    dry_run: bool,
    command: &Package,
    stop: &Stop,
    watch: &mut dyn Watch,
) -> anyhow::Result<Prepared> {
    Ok(match command {
        Package::Info { file } => Prepared::Answered(package::info::<Checked>(file, stop, watch)?),
        Package::Unpack { file, folder, names } => {
            let to = (folder.as_path(), names.as_slice());
            Prepared::Answered(package::unpack::<Checked>(dry_run, file, to, stop, watch)?)
        }
        Package::Flash { file, no_reset } => {
            Prepared::Flash(Box::new(Flash(Firmware::open(file, !no_reset, stop, watch)?)))
        }
    })
}

/// Writes all of a package to a board.
pub(super) struct Flash(Firmware);

impl Job for Flash {
    fn plan(&self) -> Vec<String> {
        self.0.plan()
    }

    fn replacing(&self) -> Option<&dyn Replacing> {
        Some(&self.0)
    }

    fn run(self: Box<Self>, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let does = self.0.destroys();
        let (mut target, mut session) = context.target()?;
        let placed = self.0.place(&mut target, &mut session.cx())?;
        session.confirm(&mut target, does)?;
        let flashed = placed.write(&mut target, &mut session.cx())?;
        let text = if flashed.complete { "" } else { "not all of it could be verified" };
        Ok(Answer::new(text, outcome(&flashed)))
    }
}

/// What scripts are told of a package on a board.
fn outcome(flashed: &Flashed) -> Value {
    let parts = flashed.parts.iter().map(|(name, start, written)| {
        let mut fields = verified::written(*start, written);
        fields["name"] = json!(name);
        fields
    });
    json!({
        "parts": parts.collect::<Vec<_>>(), "verified": flashed.complete, "reset": flashed.restarted,
        "older_copies": copies(&flashed.older),
    })
}

impl package::Package for Checked {
    fn open(file: &Path, stop: &Stop, watch: &mut dyn Watch) -> anyhow::Result<Self> {
        Self::open(file, stop, watch)
    }

    fn describe(&self) -> String {
        describe::package(self.wrapper.as_ref(), &self.archive)
    }

    fn fields(&self) -> Value {
        let parts = self.archive.parts.iter().map(|part| {
            json!({
                "name": part.name, "path": part.path, "sector": part.sector, "sectors": part.sectors,
                "bytes": if part.has_data() { part.range.end - part.range.start } else { 0 },
            })
        });
        let wrapper = self.wrapper.as_ref();
        json!({
            "format": if wrapper.is_some() { "RKFW" } else { "RKAF" },
            "chip": wrapper.map(|package| describe::chip(package.chip)),
            "version": wrapper.map(|package| format!("{}.{}.{}", package.version.0, package.version.1, package.version.2)),
            "model": self.archive.model, "maker": self.archive.maker, "parts": parts.collect::<Vec<_>>(), "sound": true,
        })
    }

    fn parts(&self) -> Vec<Part> {
        let loader = self.wrapper.as_ref().map(|wrapper| wrapper.loader.clone());
        let loader = loader.map(|range| Part::new("loader", "bin", range));
        let parts = self.archive.parts.iter().filter(|part| part.has_data());
        let parts = parts.map(|part| Part::new(&part.name, "img", self.place(part)));
        loader.into_iter().chain(parts).collect()
    }

    fn input(&mut self) -> &mut Input {
        &mut self.input
    }
}
