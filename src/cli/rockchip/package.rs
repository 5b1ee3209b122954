//! `package`: firmware packages (RKFW), and the archives in them (RKAF).

use std::path::{Path, PathBuf};

use link::Watch;
use serde_json::{Value, json};

use super::{
    boot::copies,
    job::{Context, Job},
};
use crate::{
    cli::verified,
    family::rockchip::{Firmware, Flashed, Load},
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
        Package::Info { file } => {
            let checked = Checked::open(file, stop, watch)?;
            let text = describe::package(checked.wrapper.as_ref(), &checked.archive);
            Prepared::Answered(Answer::new(text, fields(&checked)))
        }
        Package::Unpack { file, folder, names } => {
            let package = Checked::open(file, stop, watch)?;
            Prepared::Answered(unpack(dry_run, package, (folder, names), stop, watch)?)
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

    fn destroys(&self) -> Option<String> {
        Some(self.0.destroys())
    }

    fn loader(&self) -> anyhow::Result<Option<Load>> {
        self.0.loader()
    }

    fn suits(&self, product: u16) -> anyhow::Result<()> {
        self.0.suits(product)
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
