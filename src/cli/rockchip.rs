//! `rockchip`: Rockchip's mask ROM, and the programs that follow it.

mod boot;
mod disk;
mod job;
mod loader;
mod package;
mod partition;
mod query;
mod words;

use std::path::PathBuf;

use clap::Subcommand;
use rockusb::{host::State, wire::ResetKind};

use super::{
    Options,
    confirm::{self, Consent},
    look,
    operator::Operator,
};
use crate::{
    boards::storage::Rockusb,
    failure::Problem,
    family::rockchip::{Load, seen},
    files::glance,
    report::{Answer, Report},
    session::{Opened, is_rockchip},
    transport::Stop,
};
use job::{Context, Job};
use loader::Loader;
use package::Package;

pub(super) use words::PEERS;

/// What `rockchip --help` ends with.
const NUMBERS: &str = "\
Numbers are decimal, or hexadecimal after 0x, and may end in K, M or G (powers of 1024). Sectors have 512 bytes.

A board comes up in its mask ROM, which takes a loader and nothing else: `boot` sends one, or --loader with any other
command. rkdeveloptool's commands (db, td, rl, wl, cs, rd, ppt, …) work, too.";

const IDENTIFY: &str = "\
Examples:
  racklet-flash rk identify --loader rk3588_spl_loader.bin
  racklet-flash rk identify --virtual radxa/rock-5b:mode=usbplug";

const BOOT: &str = "\
Examples:
  racklet-flash rk boot rk3588_spl_loader.bin
  racklet-flash rk boot rk3588_spl_loader.bin --virtual radxa/rock-5b";

const READY: &str = "\
Examples:
  racklet-flash rk test-ready --loader rk3588_spl_loader.bin
  racklet-flash rk test-ready --virtual radxa/rock-5b:mode=usbplug";

const STORAGE: &str = "\
Examples:
  racklet-flash rk storage --loader rk3588_spl_loader.bin
  racklet-flash rk storage spi-nor --virtual radxa/rock-5b:mode=usbplug";

const UPGRADE: &str = "\
Examples:
  racklet-flash rk upgrade-loader rk3588_spl_loader.bin
  racklet-flash rk upgrade-loader rk3588_spl_loader.bin --yes --virtual radxa/rock-5b";

const RESET: &str = "\
Examples:
  racklet-flash rk reset --loader rk3588_spl_loader.bin
  racklet-flash rk reset maskrom --virtual radxa/rock-5b:mode=usbplug";

/// Arguments of the family.
#[derive(Debug, clap::Args)]
#[command(after_help = NUMBERS)]
pub struct Args {
    /// Send this loader (or package) first if the board is in its mask ROM
    #[arg(long, global = true, value_name = "FILE")]
    loader: Option<PathBuf>,
    /// Select this storage first: emmc, sd, spi-nor, spi-nand, spi (either), nand, nvme, sata, ufs, or a loader's number
    #[arg(long = "on", global = true, value_name = "STORAGE")]
    medium: Option<Rockusb>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Say what answers: stage, SoC, storage and what its loader can do
    #[command(after_help = IDENTIFY)]
    Identify,
    /// Send a loader to the mask ROM and wait until it runs
    #[command(after_help = BOOT)]
    Boot {
        /// A loader file, or a package that has one
        #[arg(required_unless_present_any = ["code471", "code472"], conflicts_with_all = ["code471", "code472"])]
        file: Option<PathBuf>,
        /// Raw code for SRAM, as U-Boot builds it (u-boot-rockchip-usb471.bin)
        #[arg(long, value_name = "FILE")]
        code471: Option<PathBuf>,
        /// Raw code for DRAM (u-boot-rockchip-usb472.bin)
        #[arg(long, value_name = "FILE")]
        code472: Option<PathBuf>,
    },
    /// Sectors of the storage
    #[command(subcommand)]
    Disk(disk::Command),
    /// Partitions and partition tables
    #[command(subcommand)]
    Partition(partition::Command),
    /// Show or select the storage (eMMC, SD, SPI flash)
    #[command(after_help = STORAGE)]
    Storage {
        /// emmc, sd, spi-nor, spi-nand, spi (either), nand, nvme, sata, ufs, or a loader's own number (9 is SPI NOR)
        name: Option<Rockusb>,
    },
    /// Restart the board
    #[command(after_help = RESET)]
    Reset {
        /// normal, msc, power-off, maskrom, disconnect, or its number
        #[arg(value_parser = reset_kind, default_value = "normal")]
        what: ResetKind,
    },
    /// Write the boot loader (ID block) to where the mask ROM looks for it, and verify it
    #[command(after_help = UPGRADE)]
    UpgradeLoader {
        /// A loader file, or a package that has one; a board in its mask ROM is brought up with it, too
        file: PathBuf,
    },
    /// Loader files
    #[command(subcommand)]
    Loader(Loader),
    /// Firmware packages
    #[command(subcommand)]
    Package(Package),
    /// Ask the board whether it is ready for commands
    #[command(after_help = READY)]
    TestReady,
}

fn reset_kind(text: &str) -> Result<ResetKind, String> {
    ResetKind::by_name(text).ok_or_else(|| {
        let names: Vec<_> = ResetKind::ALL.iter().map(|(_, name)| *name).collect();
        format!("no restart is called `{text}`; there are {}", names.join(", "))
    })
}

/// A command that was looked at as far as that goes without a board.
enum Prepared {
    /// It is about files only: this is its answer.
    Answered(Answer),
    /// It is for a board.
    Job(Box<dyn Job>),
}

pub(super) fn run(
    options: &Options,
    args: &Args,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<()> {
    let name = args.command.name();
    // What can be wrong with the arguments and the files is found before the board is touched.
    let given = args.loader.as_deref().map(Load::file).transpose()?;
    // A long check of files comes after a look at the board: no one should wait for minutes to hear that it is missing.
    let glanced = args.command.glance()?;
    let mut seen = match glanced {
        true => look(options, &args.command, given.is_some(), (stop, report))?,
        false => None,
    };
    let job = match prepare(&args.command, options.dry_run, (stop, report))? {
        Prepared::Answered(answer) => return Ok(report.answer(name, &answer)?),
        Prepared::Job(job) => job,
    };
    let way = Way {
        medium: args.medium.as_ref(),
        loader: given.map_or_else(|| job.loader(), |given| Ok(Some(given)))?,
    };
    if job.is_boot() && (way.loader.is_some() || way.medium.is_some()) {
        let text =
            "boot sends the loader that it is given: --loader and --on are for other commands";
        return Err(Problem::Usage(text.into()).into());
    }
    if options.dry_run {
        let answer = Answer::plan(&way.plan(&*job));
        if !glanced && job.destroys().is_some() {
            seen = look(options, &args.command, way.loader.is_some(), (stop, report))?;
        }
        if let Some(seen) = seen {
            confirm::looked(carry_out(job, &way, seen, (options, stop, report)))?;
        }
        return Ok(report.answer(name, &answer)?);
    }
    let seen = match seen {
        Some(seen) => seen,
        None => (look::awaited(&options.access(), is_rockchip, (stop, &mut *report))?, None),
    };
    let answer = carry_out(job, &way, seen, (options, stop, report))?;
    Ok(report.answer(name, &answer)?)
}

/// Checks arguments and opens files.
fn prepare(
    command: &Command,
    dry_run: bool,
    (stop, report): (&Stop, &mut Report),
) -> anyhow::Result<Prepared> {
    Ok(Prepared::Job(match command {
        Command::Loader(command) => return loader::run(dry_run, command).map(Prepared::Answered),
        Command::Package(command) => match package::prepare(dry_run, command, stop, report)? {
            package::Prepared::Answered(answer) => return Ok(Prepared::Answered(answer)),
            package::Prepared::Flash(job) => job,
        },
        Command::Boot { file, code471, code472 } => Box::new(boot::Boot(match file {
            Some(file) => Load::file(file)?,
            None => Load::raw(code471.as_deref(), code472.as_deref())?,
        })),
        Command::UpgradeLoader { file } => Box::new(boot::UpgradeLoader::of(file)?),
        Command::Disk(command) => Box::new(disk::Job::prepare(command, stop, report)?),
        Command::Partition(command) => Box::new(partition::Job::prepare(command, stop, report)?),
        Command::Identify => Box::new(query::Job::Identify),
        Command::TestReady => Box::new(query::Job::Ready),
        Command::Storage { name } => Box::new(query::Job::Storage(name.clone())),
        Command::Reset { what } => Box::new(query::Job::Reset(*what)),
    }))
}

/// What comes before a command.
struct Way<'w> {
    /// What a mask ROM is sent.
    loader: Option<Load>,
    /// The storage that is chosen.
    medium: Option<&'w Rockusb>,
}

impl Way<'_> {
    /// All steps in words.
    fn plan(&self, job: &dyn Job) -> Vec<String> {
        let first = self.loader.iter().flat_map(Load::plan);
        let first = first.map(|line| format!("where the board is in its mask ROM: {line}"));
        let medium = self.medium.map(|medium| format!("choose {medium}"));
        first.chain(medium).chain(job.plan()).collect()
    }
}

/// A board, and the program that answers, once it was asked.
type Looked = (Opened, Option<State>);

/// Carries a command out; a dry run of one that writes ends where that would begin.
fn carry_out(
    job: Box<dyn Job>,
    way: &Way<'_>,
    (opened, state): Looked,
    (options, stop, report): (&Options, &Stop, &mut Report),
) -> anyhow::Result<Answer> {
    let consent = &Consent::new(options, &opened.name, stop);
    opened.run(stop, report, |board, report| {
        let operator = Operator::new(report, consent);
        let mut context = Context { board, operator, stop, state };
        if !job.is_boot() {
            job.suits(context.board.ids().1)?;
            context.wake(way.loader.as_ref(), job.destroys())?;
            way.medium.map_or(Ok(()), |medium| context.choose(medium))?;
        }
        job.run(&mut context)
    })
}

/// Opens the board and finds out which program answers: one that can carry the command out, now or with a loader.
fn look(
    options: &Options,
    command: &Command,
    has_loader: bool,
    (stop, report): (&Stop, &mut Report),
) -> anyhow::Result<Option<Looked>> {
    let Some(mut opened) = look::open(options, is_rockchip, (stop, report))? else {
        return Ok(None);
    };
    let allowed: &[State] = match has_loader || matches!(command, Command::Package(_)) {
        true => &[],
        false => &[State::Usbplug, State::Loader],
    };
    let state = opened.look(|board| Ok(seen(board).require(&mut board.link, allowed)?))?;
    Ok(Some((opened, Some(state))))
}

impl Command {
    /// Looks at the beginning of a file whose check takes long. Whether there is one.
    fn glance(&self) -> anyhow::Result<bool> {
        match self {
            Self::Disk(disk::Command::Write { image, .. })
            | Self::Partition(partition::Command::Write { image, .. }) => image.named().glance()?,
            Self::Package(Package::Flash { file, .. }) => glance(file)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Identify => "rockchip identify",
            Self::Boot { .. } => "rockchip boot",
            Self::TestReady => "rockchip test-ready",
            Self::Disk(command) => command.name(),
            Self::Partition(command) => command.name(),
            Self::UpgradeLoader { .. } => "rockchip upgrade-loader",
            Self::Storage { .. } => "rockchip storage",
            Self::Loader(command) => command.name(),
            Self::Package(command) => command.name(),
            Self::Reset { .. } => "rockchip reset",
        }
    }
}
