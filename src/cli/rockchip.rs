//! `rockchip`: Rockchip's mask ROM, and the programs that follow it.

mod download;
mod image;
mod partition;
mod query;
mod sectors;

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};
use rockusb::{
    host::{Check, Rock, State, Survey},
    wire::{ResetKind, Storage},
};

use super::{
    Options,
    attached::{Attached, is_rockchip},
    open,
    rockchip_files::{self, Loader, Package},
};
use crate::{
    failure::Problem,
    number::parse,
    report::{Answer, Report},
    transport::Stop,
};

/// What `rockchip --help` ends with.
const NUMBERS: &str = "\
Numbers are decimal, or hexadecimal after 0x, and may end in K, M or G (powers of 1024). Sectors have 512 bytes.

A board comes up in its mask ROM, which takes a loader and nothing else; `download` sends one, or --loader with any other
command. The names that rkdeveloptool's users know (db, td, rl, wl, cs, rd, ppt, …) work.";

/// Arguments of the family.
#[derive(Debug, clap::Args)]
#[command(after_help = NUMBERS)]
pub struct Args {
    /// Send this loader (or package) first, where the board is in its mask ROM
    #[arg(long, global = true, value_name = "FILE")]
    loader: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Send a loader to the mask ROM, and wait until it runs
    #[command(visible_alias = "db")]
    Download {
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
    /// Ask the board for its SoC, its storage and what its loader can do
    #[command(visible_aliases = ["rci", "rfi", "rid", "rcb"])]
    Info,
    /// Ask the board whether it is ready
    #[command(visible_alias = "td")]
    TestReady,
    /// Read sectors into a file (- is stdout)
    #[command(visible_alias = "rl")]
    Read {
        /// First sector
        #[arg(value_parser = parse)]
        start: u64,
        /// How many sectors
        #[arg(value_parser = parse)]
        count: u64,
        /// Where they go
        file: PathBuf,
        /// Read also what this loader only pretends to read
        #[arg(long)]
        force: bool,
    },
    /// Write a file to sectors, and verify it
    #[command(visible_alias = "wl")]
    Write {
        /// First sector
        #[arg(value_parser = parse)]
        start: u64,
        /// The image; its last sector is filled up with zeros (- is stdin)
        file: PathBuf,
        /// How to verify what was written
        #[arg(long, value_name = "HOW", value_enum, default_value_t)]
        verify: Verify,
        /// Go on with a write that was cut: what the board already holds is compared, the rest is written
        #[arg(long)]
        resume: bool,
        /// Write a file although it is a package, a loader or compressed
        #[arg(long)]
        raw: bool,
    },
    /// Compare sectors with a file
    Verify {
        /// First sector
        #[arg(value_parser = parse)]
        start: u64,
        /// The image
        file: PathBuf,
    },
    /// Erase sectors, and look whether that took place
    Erase {
        /// First sector
        #[arg(value_parser = parse)]
        start: u64,
        /// How many sectors
        #[arg(value_parser = parse)]
        count: u64,
    },
    /// Write a file to a partition by its name in the table, and verify it
    #[command(visible_alias = "wlx")]
    WritePartition {
        /// The partition
        name: String,
        /// The image
        file: PathBuf,
        /// Write a file although it is a package, a loader or compressed
        #[arg(long)]
        raw: bool,
    },
    /// Print the partition table, or write another
    #[command(visible_alias = "ppt")]
    Gpt {
        #[command(subcommand)]
        what: Option<Gpt>,
    },
    /// Show the chosen storage, or choose another and make sure of it
    #[command(visible_alias = "cs")]
    Storage {
        /// emmc, sd, spi-nor, mtd-spi-nor (9), … or its number
        #[arg(value_parser = storage)]
        name: Option<Storage>,
    },
    /// Loader files, without a board
    #[command(subcommand)]
    Loader(Loader),
    /// Firmware packages, without a board
    #[command(subcommand)]
    Package(Package),
    /// Restart the board
    #[command(visible_alias = "rd")]
    Reset {
        /// normal, msc, power-off, maskrom, disconnect, or its number
        #[arg(value_parser = reset_kind, default_value = "normal")]
        what: ResetKind,
    },
}

/// What is done to a partition table.
#[derive(Debug, Subcommand)]
enum Gpt {
    /// Write the table that a parameter file describes (mtdparts=), both copies of it
    Write {
        /// parameter.txt
        file: PathBuf,
    },
}

/// How what was written is verified.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Verify {
    /// By the loader's parity where it has one, else by reading back
    #[default]
    Best,
    /// By the loader's parity only
    Parity,
    /// By reading everything back
    ReadBack,
    /// Not at all
    None,
}

impl From<Verify> for Check {
    fn from(verify: Verify) -> Self {
        match verify {
            Verify::Best => Self::Best,
            Verify::Parity => Self::Parity,
            Verify::ReadBack => Self::ReadBack,
            Verify::None => Self::None,
        }
    }
}

fn storage(text: &str) -> Result<Storage, String> {
    Storage::by_name(text).ok_or_else(|| {
        let names: Vec<_> = Storage::all().map(|storage| storage.to_string()).collect();
        format!("no storage is called `{text}`; there are {}", names.join(", "))
    })
}

fn reset_kind(text: &str) -> Result<ResetKind, String> {
    ResetKind::by_name(text).ok_or_else(|| {
        let names: Vec<_> = ResetKind::ALL.iter().map(|(_, name)| *name).collect();
        format!("no restart is called `{text}`; there are {}", names.join(", "))
    })
}

/// What every command works with.
struct Context<'c> {
    board: &'c mut Attached,
    stop: &'c Stop,
    report: &'c mut Report,
    /// The program that answers, once it was asked.
    state: Option<State>,
}

pub(super) fn run(
    options: &Options,
    args: &Args,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<()> {
    if let Some(answer) = files(options, &args.command) {
        return Ok(report.answer(args.command.name(), &answer?)?);
    }
    // What can be wrong with the arguments and the files is found before the board is touched.
    let loader = args.loader.as_deref().map(download::Load::file).transpose()?;
    let job = Job::prepare(&args.command)?;
    if loader.is_some() && matches!(job, Job::Download(_)) {
        let text = "download sends the loader that it is given: --loader is for other commands";
        return Err(Problem::Usage(text.into()).into());
    }
    let name = args.command.name();
    if options.dry_run {
        let first = loader.iter().flat_map(download::Load::plan);
        let lines: Vec<_> = first.chain(job.plan()).collect();
        let answer = Answer::plan(&lines);
        return Ok(report.answer(name, &answer)?);
    }
    job.confirm(options, stop)?;
    let answer = open::open(options, is_rockchip, stop)?.run(stop, report, |board, report| {
        let mut context = Context { board, stop, report, state: None };
        match job {
            Job::Download(load) => load.run(&mut context),
            Job::Other(job) => {
                context.awake(loader)?;
                job.run(&mut context)
            }
        }
    })?;
    Ok(report.answer(name, &answer)?)
}

/// Carries out a command that is about files only.
fn files(options: &Options, command: &Command) -> Option<anyhow::Result<Answer>> {
    match command {
        Command::Loader(command) => Some(rockchip_files::run_loader(options, command)),
        Command::Package(command) => Some(rockchip_files::run_package(options, command)),
        _ => None,
    }
}

impl Context<'_> {
    /// Makes sure that a program answers commands; a mask ROM gets the loader first, where the user named one.
    fn awake(&mut self, loader: Option<download::Load>) -> anyhow::Result<()> {
        let seen = self.board.seen();
        let state = match loader {
            Some(load) if seen.probe(&mut self.board.link)? == State::Maskrom => {
                load.run(self)?;
                State::Usbplug
            }
            _ => seen.require(&mut self.board.link, &[State::Usbplug, State::Loader])?,
        };
        self.state = Some(state);
        Ok(())
    }

    /// A conversation with what answers, and all that it says of itself.
    fn survey(&mut self) -> anyhow::Result<(Rock<'_>, Survey, &mut Report)> {
        let mut rock = Rock::new(&mut self.board.link);
        let survey = rock.survey()?;
        self.report.detail(&query::summary(&survey));
        Ok((rock, survey, self.report))
    }
}

/// A command whose arguments are sound and whose files are open.
enum Job {
    Download(download::Load),
    Other(Other),
}

/// A command to a program that answers commands.
enum Other {
    Partition(partition::Job),
    Query(query::Job),
    Sectors(sectors::Job),
}

impl Job {
    fn prepare(command: &Command) -> anyhow::Result<Self> {
        if let Command::Download { file, code471, code472 } = command {
            let load = match file {
                Some(file) => download::Load::file(file)?,
                None => download::Load::raw(code471.as_deref(), code472.as_deref())?,
            };
            return Ok(Self::Download(load));
        }
        if let Some(job) = partition::Job::prepare(command)? {
            return Ok(Self::Other(Other::Partition(job)));
        }
        Ok(Self::Other(match sectors::Job::prepare(command)? {
            Some(job) => Other::Sectors(job),
            None => Other::Query(query::Job::prepare(command)),
        }))
    }

    fn plan(&self) -> Vec<String> {
        match self {
            Self::Download(load) => load.plan(),
            Self::Other(Other::Partition(job)) => job.plan(),
            Self::Other(Other::Query(job)) => vec![job.plan()],
            Self::Other(Other::Sectors(job)) => job.plan(),
        }
    }

    /// Asks before what cannot be undone.
    fn confirm(&self, options: &Options, stop: &Stop) -> anyhow::Result<()> {
        match self {
            Self::Other(Other::Partition(job)) => job.confirm(options, stop),
            Self::Other(Other::Sectors(job)) => job.confirm(options, stop),
            _ => Ok(()),
        }
    }
}

impl Other {
    fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        match self {
            Self::Partition(job) => job.run(context),
            Self::Query(job) => job.run(context),
            Self::Sectors(job) => job.run(context),
        }
    }
}

impl Command {
    fn name(&self) -> &'static str {
        match self {
            Self::Download { .. } => "rockchip download",
            Self::Info => "rockchip info",
            Self::TestReady => "rockchip test-ready",
            Self::Read { .. } => "rockchip read",
            Self::Write { .. } => "rockchip write",
            Self::Verify { .. } => "rockchip verify",
            Self::Erase { .. } => "rockchip erase",
            Self::WritePartition { .. } => "rockchip write-partition",
            Self::Gpt { what: None } => "rockchip gpt",
            Self::Gpt { what: Some(_) } => "rockchip gpt write",
            Self::Storage { .. } => "rockchip storage",
            Self::Loader(command) => command.name(),
            Self::Package(command) => command.name(),
            Self::Reset { .. } => "rockchip reset",
        }
    }
}
