//! `package`: burning packages (`aml_upgrade_package.img`).

use std::path::{Path, PathBuf};

use amlogic::package::Item;
use link::Watch;
use serde_json::{Value, json};

use super::Context;
use crate::{
    cli::package,
    family::amlogic::{
        burn_mode::Initial,
        package::{Burning, Choices},
    },
    files::{
        Input,
        amlogic::{Checked, describe},
        glance,
        unpack::Part,
    },
    report::Answer,
    transport::Stop,
};

const INFO: &str = "\
Examples:
  racklet-flash amlogic package info aml_upgrade_package.img
  racklet-flash amlogic package info aml_upgrade_package.img --json";

const UNPACK: &str = "\
Examples:
  racklet-flash amlogic package unpack aml_upgrade_package.img parts
  racklet-flash amlogic package unpack aml_upgrade_package.img loader USB:DDR USB:UBOOT";

const FLASH: &str = "\
Examples:
  racklet-flash amlogic package flash aml_upgrade_package.img
  racklet-flash amlogic package flash aml_upgrade_package.img --yes --virtual khadas/vim1";

/// Commands about packages.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Package {
    /// Show what is in a package; all of it is read and its sums are checked
    #[command(after_help = INFO)]
    Info {
        /// The package (aml_upgrade_package.img)
        file: PathBuf,
    },
    /// Take a package apart, after its sums were checked
    #[command(after_help = UNPACK)]
    Unpack {
        /// The package (aml_upgrade_package.img)
        file: PathBuf,
        /// The folder for the items, which get the names that the vendor's packer uses (boot.PARTITION, DDR.USB)
        folder: PathBuf,
        /// Only these items (`boot`, or `PARTITION:boot`)
        names: Vec<String>,
    },
    /// Write all of a package to the board, have the board verify it, and restart the board
    #[command(after_help = FLASH)]
    Flash(Flash),
}

/// What `package flash` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Flash {
    /// The package (aml_upgrade_package.img)
    file: PathBuf,
    /// What is erased first: keep (nothing), erase (all but the keys), erase-keys, force, force-keys
    #[arg(long, value_name = "WHAT", value_parser = erasure, default_value = "erase")]
    erase: Initial,
    /// Use the U-Boot that runs, where one does, instead of going through the mask ROM, which starts only what is for
    /// the board
    #[arg(long)]
    stay: bool,
    /// Leave the board as it is in the end
    #[arg(long)]
    no_reset: bool,
}

fn erasure(text: &str) -> Result<Initial, String> {
    let fit = |how: &Initial| *how != Initial::Keys;
    Initial::by_name(text).filter(fit).ok_or_else(|| {
        let known = Initial::ALL.iter().filter(|(how, _)| fit(how)).map(|(_, name)| *name);
        format!("`{text}` is none of {}", known.collect::<Vec<_>>().join(", "))
    })
}

impl Package {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Info { .. } => "amlogic package info",
            Self::Unpack { .. } => "amlogic package unpack",
            Self::Flash(_) => "amlogic package flash",
        }
    }

    /// Looks at the beginning of a package whose check takes long. Whether there is one.
    pub(super) fn glance(&self) -> anyhow::Result<bool> {
        match self {
            Self::Flash(args) => glance(&args.file)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Carries a command out that needs no board; `None` for others.
    pub(super) fn files(
        &self,
        dry_run: bool,
        stop: &Stop,
        watch: &mut dyn Watch,
    ) -> Option<anyhow::Result<Answer>> {
        match self {
            Self::Info { file } => Some(package::info::<Checked>(file, stop, watch)),
            Self::Unpack { file, folder, names } => {
                Some(package::unpack::<Checked>(dry_run, file, (folder, names), stop, watch))
            }
            Self::Flash(_) => None,
        }
    }
}

impl package::Package for Checked {
    fn open(file: &Path, stop: &Stop, watch: &mut dyn Watch) -> anyhow::Result<Self> {
        Self::open(file, stop, watch)
    }

    fn describe(&self) -> String {
        describe::package(&self.sound)
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

    fn parts(&self) -> Vec<Part> {
        let part = |item: &Item| Part::new(&item.sub, &item.main, item.range.clone());
        self.sound.items().map(|item| part(item).listed_as(item.name())).collect()
    }

    fn input(&mut self) -> &mut Input {
        &mut self.input
    }
}

/// Opens a package to be burnt.
pub(super) fn open(args: &Flash, stop: &Stop, watch: &mut dyn Watch) -> anyhow::Result<Burning> {
    let choices = Choices { erase: args.erase, stay: args.stay, reset: !args.no_reset };
    Burning::open(&args.file, choices, stop, watch)
}

/// Asks, and burns a package.
pub(super) fn burn(package: Burning, context: &mut Context<'_>) -> anyhow::Result<Answer> {
    let who = context.who()?;
    package.check(&who, context.soc)?;
    context.confirm(&who, package.destroys()?, |_| Ok(()))?;
    let Choices { erase, reset, .. } = package.choices;
    let written = package.run(&who, &mut context.way())?;
    let part = |(name, bytes)| json!({"name": name, "bytes": bytes, "verified": true});
    let parts: Vec<_> = written.into_iter().map(part).collect();
    Ok(Answer::new(
        "",
        json!({"parts": parts, "verified": true, "erased": erase.erases(), "reset": reset}),
    ))
}
