//! Commands about storage, and about packages that fill it.

use clap::Subcommand;
use link::Watch;

use super::{
    Context, disk, flash,
    package::{self, Package},
    partition,
};
use crate::{cli::Options, files::glance, report::Answer, transport::Stop};

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// All of the eMMC, in sectors
    #[command(subcommand)]
    Disk(disk::Command),
    /// Partitions, by the names that the vendor's U-Boot knows
    #[command(subcommand)]
    Partition(partition::Command),
    /// Burning packages (aml_upgrade_package.img)
    #[command(subcommand)]
    Package(Packages),
}

/// What is done with a package.
#[derive(Debug, Subcommand)]
pub(super) enum Packages {
    #[command(flatten)]
    Files(Package),
    /// Write all of a package to the board, have the board verify it, and restart the board
    Flash(flash::Args),
}

impl Command {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Disk(command) => command.name(),
            Self::Partition(command) => command.name(),
            Self::Package(Packages::Files(command)) => command.name(),
            Self::Package(Packages::Flash(_)) => "amlogic package flash",
        }
    }

    /// Looks at the beginning of a file whose check takes long. Whether there is one.
    pub(super) fn glance(&self) -> anyhow::Result<bool> {
        match self {
            Self::Disk(disk::Command::Write { image, .. })
            | Self::Partition(partition::Command::Write { image, .. }) => image.named().glance()?,
            Self::Package(Packages::Flash(args)) => glance(args.file())?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Carries out a command that is about files only.
    pub(super) fn files(
        &self,
        options: &Options,
        stop: &Stop,
        watch: &mut dyn Watch,
    ) -> Option<anyhow::Result<Answer>> {
        match self {
            Self::Package(Packages::Files(command)) => {
                Some(package::run(options.dry_run, command, stop, watch))
            }
            _ => None,
        }
    }
}

/// A command whose arguments are sound and whose files are open.
pub(super) enum Job {
    Disk(Box<disk::Job>),
    Partition(partition::Job),
    Flash(flash::Job),
}

impl Job {
    /// `None`: the command is about files only.
    pub(super) fn prepare(
        command: &Command,
        watch: &mut dyn Watch,
        stop: &Stop,
    ) -> anyhow::Result<Option<Self>> {
        Ok(Some(match command {
            Command::Disk(command) => {
                Self::Disk(Box::new(disk::Job::prepare(command, watch, stop)?))
            }
            Command::Partition(command) => {
                Self::Partition(partition::Job::prepare(command, watch, stop)?)
            }
            Command::Package(Packages::Flash(args)) => {
                Self::Flash(flash::Job::prepare(args, watch, stop)?)
            }
            Command::Package(Packages::Files(_)) => return Ok(None),
        }))
    }

    pub(super) fn plan(&self) -> Vec<String> {
        match self {
            Self::Disk(job) => job.plan(),
            Self::Partition(job) => job.plan(),
            Self::Flash(job) => job.plan(),
        }
    }

    /// Whether it overwrites or erases storage.
    pub(super) fn destroys(&self) -> bool {
        match self {
            Self::Disk(job) => job.destroys().is_some(),
            Self::Partition(job) => job.destroys().is_some(),
            Self::Flash(_) => true,
        }
    }

    pub(super) fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        match self {
            Self::Disk(job) => job.run(context),
            Self::Partition(job) => job.run(context),
            Self::Flash(job) => job.run(context),
        }
    }
}
