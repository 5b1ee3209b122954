//! `rockchip`: Rockchip's mask ROM, and the programs that follow it.

mod disk;
mod flash;
mod layout;
mod loader;
mod package;
mod partition;
mod query;
mod stream;
mod upgrade;

use std::path::PathBuf;

use clap::Subcommand;
use link::{Verified, Watch};
use rockusb::{
    host::{Rock, State, Survey},
    wire::ResetKind,
};
use serde_json::json;

use super::{
    Options,
    confirm::{self, Consent},
    look,
    operator::Operator,
    peers::{Word, Words},
};
use crate::{
    boards::storage::Rockusb,
    failure::Problem,
    family::{
        self,
        rockchip::{Load, Sent, seen},
    },
    files::glance,
    plan::Loss,
    report::{Answer, Report},
    session::{Opened, UsbSession, is_rockchip},
    transport::Stop,
};
use loader::Loader;
use package::Package;

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

const FLASH: &str = "\
Examples:
  racklet-flash rk package flash update.img
  racklet-flash rk package flash update.img --yes --virtual radxa/rock-5b";

/// The words of rkdeveloptool's users, and words that could mean several commands.
pub(super) const PEERS: Words = &[
    ("cs", Word::Ours("storage")),
    ("db", Word::Ours("boot")),
    ("ef", Word::Ours("disk erase --all")),
    ("gpt", Word::Ours("partition table")),
    ("ld", Word::Program("list")),
    ("pack", Word::Ours("loader pack config.ini")),
    ("ppt", Word::Ours("partition list")),
    ("prm", Word::Ours("partition parameter")),
    ("rcb", Word::Ours("identify")),
    ("rci", Word::Ours("identify")),
    ("rd", Word::Ours("reset")),
    ("rfi", Word::Ours("identify")),
    ("rid", Word::Ours("identify")),
    ("rl", Word::Ours("disk read")),
    ("rlx", Word::Ours("partition read")),
    ("td", Word::Ours("test-ready")),
    ("ul", Word::Ours("upgrade-loader")),
    ("unpack", Word::Ours("loader unpack … .")),
    ("wl", Word::Ours("disk write")),
    ("wlx", Word::Ours("partition write")),
    (
        "erase",
        Word::Unclear(&[
            ("disk erase START COUNT", "erases sectors"),
            ("partition erase NAME", "erases a partition"),
        ]),
    ),
    (
        "flash",
        Word::Unclear(&[
            ("package flash FILE", "writes a firmware package"),
            ("disk write START FILE", "writes an image to sectors"),
            ("partition write NAME FILE", "writes one to a partition"),
        ]),
    ),
    (
        "read",
        Word::Unclear(&[
            ("disk read START COUNT FILE", "reads sectors"),
            ("partition read NAME FILE", "reads a partition"),
        ]),
    ),
    (
        "verify",
        Word::Unclear(&[
            ("disk verify START FILE", "compares sectors"),
            ("partition verify NAME FILE", "compares a partition"),
        ]),
    ),
    (
        "write",
        Word::Unclear(&[
            ("disk write START FILE", "writes to sectors"),
            ("partition write NAME FILE", "writes to a partition"),
        ]),
    ),
];

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
    Package(Packages),
    /// Ask the board whether it is ready for commands
    #[command(after_help = READY)]
    TestReady,
}

/// What is done with a package.
#[derive(Debug, Subcommand)]
enum Packages {
    #[command(flatten)]
    Files(Package),
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

fn reset_kind(text: &str) -> Result<ResetKind, String> {
    ResetKind::by_name(text).ok_or_else(|| {
        let names: Vec<_> = ResetKind::ALL.iter().map(|(_, name)| *name).collect();
        format!("no restart is called `{text}`; there are {}", names.join(", "))
    })
}

/// Who is told how far things are, and who may say stop, or yes.
struct Session<'s> {
    stop: &'s Stop,
    report: &'s mut Report,
    consent: &'s Consent<'s>,
}

impl Session<'_> {
    fn note(&mut self, text: &str) {
        self.report.note(text);
    }

    /// The same for drivers.
    fn operator(&mut self) -> Operator<'_> {
        Operator::new(&mut *self.report, self.consent)
    }

    /// Says what is known of what was written or compared.
    fn tell(&mut self, known: &Verified) {
        known.lines().iter().for_each(|line| self.note(line));
    }

    /// Asks before storage is overwritten, once all else is known to be right.
    fn confirm(
        &mut self,
        rock: &mut Rock<'_>,
        survey: &Survey,
        does: String,
    ) -> anyhow::Result<()> {
        self.consent.ask(self.report, || Ok(query::loss(rock, survey, does)))
    }
}

/// What every command works with.
struct Context<'c> {
    board: &'c mut UsbSession,
    session: Session<'c>,
    /// The program that answers, once it was asked.
    state: Option<State>,
}

pub(super) fn run(
    options: &Options,
    args: &Args,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<()> {
    if let Some(answer) = files(options, &args.command, stop, report) {
        return Ok(report.answer(args.command.name(), &answer?)?);
    }
    // What can be wrong with the arguments and the files is found before the board is touched.
    let consent = &Consent::new(options, "", stop);
    let given = args.loader.as_deref().map(Load::file).transpose()?;
    // A long check of files comes after a look at the board: nobody waits for minutes to hear that it is not there.
    let glanced = args.command.glance()?;
    let mut seen = match glanced {
        true => look(options, &args.command, given.is_some(), (stop, report))?,
        false => None,
    };
    let job = Job::prepare(&args.command, &mut Session { stop, report, consent })?;
    let loader = match given {
        Some(load) => Some(load),
        None => job.loader()?,
    };
    if (loader.is_some() || args.medium.is_some()) && matches!(job, Job::Boot(_)) {
        let text =
            "boot sends the loader that it is given: --loader and --on are for other commands";
        return Err(Problem::Usage(text.into()).into());
    }
    let (name, medium) = (args.command.name(), args.medium.as_ref());
    if options.dry_run {
        let answer = Answer::plan(&plan(&job, loader.as_ref(), medium));
        if !glanced && job.destroys() {
            seen = look(options, &args.command, loader.is_some(), (stop, report))?;
        }
        if let Some(seen) = seen {
            confirm::looked(carry_out(job, loader, medium, seen, (options, stop, report)))?;
        }
        return Ok(report.answer(name, &answer)?);
    }
    let seen = match seen {
        Some(seen) => seen,
        None => (family::open(&options.access(), is_rockchip, stop)?, None),
    };
    let answer = carry_out(job, loader, medium, seen, (options, stop, report))?;
    Ok(report.answer(name, &answer)?)
}

/// The steps in words.
fn plan(job: &Job, loader: Option<&Load>, medium: Option<&Rockusb>) -> Vec<String> {
    let first = loader.into_iter().flat_map(Load::plan);
    let first = first.map(|line| format!("where the board is in its mask ROM: {line}"));
    let medium = medium.map(|medium| format!("choose {medium}"));
    first.chain(medium).chain(job.plan()).collect()
}

/// A board, and the program that answers, once it was asked.
type Looked = (Opened, Option<State>);

/// Carries a command out; a dry run of one that writes ends where that would begin.
fn carry_out(
    job: Job,
    loader: Option<Load>,
    medium: Option<&Rockusb>,
    (opened, state): Looked,
    (options, stop, report): (&Options, &Stop, &mut Report),
) -> anyhow::Result<Answer> {
    let consent = &Consent::new(options, &opened.name, stop);
    opened.run(stop, report, |board, report| {
        let session = Session { stop, report, consent };
        let mut context = Context { board, session, state };
        match job {
            Job::Boot(load) => sent(load.send(context.board, stop, context.session.report)?),
            Job::Other(job) => {
                job.suits(context.board.ids().1)?;
                context.awake(loader, job.destroys())?;
                medium.map_or(Ok(()), |medium| context.choose(medium))?;
                job.run(&mut context)
            }
        }
    })
}

/// The answer of `boot`.
fn sent(sent: Sent) -> anyhow::Result<Answer> {
    let Sent { bytes, state, soc } = sent;
    Ok(match state {
        State::Maskrom => Answer::new("", json!({"bytes": bytes, "state": "maskrom"})),
        _ => Answer::new("", json!({"bytes": bytes, "state": state.to_string(), "soc": soc})),
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

/// Carries out a command that is about files only.
fn files(
    options: &Options,
    command: &Command,
    stop: &Stop,
    report: &mut Report,
) -> Option<anyhow::Result<Answer>> {
    match command {
        Command::Loader(command) => Some(loader::run(options.dry_run, command)),
        Command::Package(Packages::Files(command)) => {
            Some(package::run(options.dry_run, command, stop, report))
        }
        _ => None,
    }
}

impl<'c> Context<'c> {
    /// Makes sure that a program answers commands; a mask ROM gets the loader first, where the user named one. It does not
    /// get one for a command that will be refused.
    fn awake(&mut self, loader: Option<Load>, destroys: Option<String>) -> anyhow::Result<()> {
        let seen = seen(self.board);
        let known = self.state.take();
        let probe = |board: &mut UsbSession| match known {
            Some(state) => Ok(state),
            None => seen.probe(&mut board.link),
        };
        let state = match loader {
            Some(load) if probe(self.board)? == State::Maskrom => {
                if let Some(does) = destroys.filter(|_| self.session.consent.is_hopeless()) {
                    self.session.consent.ask(self.session.report, || Ok(Loss::of(does)))?;
                }
                load.send(self.board, self.session.stop, self.session.report)?;
                State::Usbplug
            }
            _ => match known {
                Some(state) if state != State::Maskrom => state,
                _ => seen.require(&mut self.board.link, &[State::Usbplug, State::Loader])?,
            },
        };
        self.state = Some(state);
        Ok(())
    }

    /// Chooses a storage; a dry run goes on only where it is chosen already.
    fn choose(&mut self, medium: &Rockusb) -> anyhow::Result<()> {
        let mut rock = Rock::answered(&mut self.board.link);
        if !self.session.consent.is_dry() {
            return Ok(rock.choose_storage(&medium.numbers).map(drop)?);
        }
        if rock.storage().is_ok_and(|now| medium.numbers.contains(&now)) {
            return Ok(());
        }
        self.session
            .note(&format!("{medium} is not chosen yet: what fits there was not looked at"));
        self.session.consent.end_dry()
    }

    /// A conversation with what answers, and all that it says of itself.
    fn survey(&mut self) -> anyhow::Result<(Rock<'_>, Survey, &mut Session<'c>)> {
        let product = self.board.ids().1;
        let mut rock = Rock::answered(&mut self.board.link);
        let survey = Survey { product: Some(product), ..rock.survey()? };
        self.session.report.detail(&query::summary(&survey));
        Ok((rock, survey, &mut self.session))
    }
}

/// A command whose arguments are sound and whose files are open.
enum Job {
    Boot(Load),
    Other(Box<Other>),
}

/// A command to a program that answers commands.
enum Other {
    Flash(flash::Job),
    Partition(partition::Job),
    Query(query::Job),
    Disk(disk::Job),
    Upgrade(upgrade::Job),
}

impl Job {
    fn prepare(command: &Command, session: &mut Session<'_>) -> anyhow::Result<Self> {
        if let Command::Boot { file, code471, code472 } = command {
            let load = match file {
                Some(file) => Load::file(file)?,
                None => Load::raw(code471.as_deref(), code472.as_deref())?,
            };
            return Ok(Self::Boot(load));
        }
        Ok(Self::Other(Box::new(Other::prepare(command, session)?)))
    }

    /// The loader that comes with the command's own file.
    fn loader(&self) -> anyhow::Result<Option<Load>> {
        match self {
            Self::Boot(_) => Ok(None),
            Self::Other(job) => job.loader(),
        }
    }

    /// Whether it overwrites or erases storage.
    fn destroys(&self) -> bool {
        matches!(self, Self::Other(job) if job.destroys().is_some())
    }

    fn plan(&self) -> Vec<String> {
        match self {
            Self::Boot(load) => load.plan(),
            Self::Other(job) => job.plan(),
        }
    }
}

impl Other {
    fn prepare(command: &Command, session: &mut Session<'_>) -> anyhow::Result<Self> {
        if let Command::UpgradeLoader { file } = command {
            return Ok(Self::Upgrade(upgrade::Job::prepare(file)?));
        }
        if let Command::Package(Packages::Flash { file, no_reset }) = command {
            return Ok(Self::Flash(flash::Job::prepare(file, *no_reset, session)?));
        }
        match command {
            Command::Disk(command) => return Ok(Self::Disk(disk::Job::prepare(command, session)?)),
            Command::Partition(command) => {
                return Ok(Self::Partition(partition::Job::prepare(command, session)?));
            }
            _ => {}
        }
        match query::Job::prepare(command) {
            Some(job) => Ok(Self::Query(job)),
            None => Err(Problem::Usage(format!("{} is not for a board", command.name())).into()),
        }
    }

    fn loader(&self) -> anyhow::Result<Option<Load>> {
        match self {
            Self::Flash(job) => job.loader(),
            Self::Upgrade(job) => job.loader(),
            Self::Partition(_) | Self::Query(_) | Self::Disk(_) => Ok(None),
        }
    }

    /// Refuses a board whose product id alone shows that what is to be written does not start it.
    fn suits(&self, product: u16) -> anyhow::Result<()> {
        match self {
            Self::Flash(job) => job.suits(product),
            Self::Upgrade(job) => job.suits(product),
            Self::Partition(_) | Self::Query(_) | Self::Disk(_) => Ok(()),
        }
    }

    fn plan(&self) -> Vec<String> {
        match self {
            Self::Flash(job) => job.plan(),
            Self::Partition(job) => job.plan(),
            Self::Query(job) => vec![job.plan()],
            Self::Disk(job) => job.plan(),
            Self::Upgrade(job) => job.plan(),
        }
    }

    /// What of the board's storage is lost, in words.
    fn destroys(&self) -> Option<String> {
        match self {
            Self::Flash(job) => Some(job.destroys()),
            Self::Partition(job) => job.destroys(),
            Self::Disk(job) => job.destroys(),
            Self::Upgrade(job) => Some(job.destroys()),
            Self::Query(_) => None,
        }
    }

    fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        match self {
            Self::Flash(job) => job.run(context),
            Self::Partition(job) => job.run(context),
            Self::Query(job) => job.run(context),
            Self::Disk(job) => job.run(context),
            Self::Upgrade(job) => job.run(context),
        }
    }
}

impl Command {
    /// Looks at the beginning of a file whose check takes long. Whether there is one.
    fn glance(&self) -> anyhow::Result<bool> {
        match self {
            Self::Disk(disk::Command::Write { image, .. })
            | Self::Partition(partition::Command::Write { image, .. }) => image.named().glance()?,
            Self::Package(Packages::Flash { file, .. }) => glance(file)?,
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
            Self::Package(Packages::Files(command)) => command.name(),
            Self::Package(Packages::Flash { .. }) => "rockchip package flash",
            Self::Reset { .. } => "rockchip reset",
        }
    }
}
