//! `amlogic`: Amlogic's mask ROMs, and BL2 and U-Boot that follow them, of either protocol.

mod boot;
mod console;
mod disk;
mod identify;
mod memory;
mod package;
mod partition;
mod peers;
mod reset;
mod storage;

use std::{path::PathBuf, str::FromStr};

use amlogic::families;
use clap::Subcommand;
use link::{Silent, Watch};

use self::package::Package;
pub(super) use self::peers::PEERS;
use super::{
    Options,
    confirm::{self, Consent},
    look,
    lost::lost,
    operator::Operator,
};
use crate::{
    boards::{self, Chip, storage::Storage},
    failure::Problem,
    family::{
        self,
        amlogic::{
            Identification, Target, Way,
            burn_mode::{Uboot, uboot},
            package::Burning,
            partition::reach,
        },
    },
    plan::{HEAD, Loss, contents},
    report::{Answer, Report},
    session::{Opened, UsbSession, is_amlogic},
    transport::Stop,
};

/// What `amlogic --help` ends with.
const NOTES: &str = "\
Numbers are decimal, or hexadecimal after 0x; lengths may end in K, M or G (powers of 1024).

Boards before the S905X4 speak Optimus (1b8e:c003), newer ones ADNL (1b8e:c004). Both go through
stages, all with the same USB ids: the mask ROM, BL2, the vendor's U-Boot in its burn mode.
`identify` says which one is there.";

/// Arguments of the family.
#[derive(Debug, clap::Args)]
#[command(after_help = NOTES)]
pub struct Args {
    /// Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)
    #[arg(long, global = true, value_name = "NAME")]
    soc: Option<Soc>,
    /// Unlock the mask ROM with the bytes of this file first, where it is locked
    #[arg(long = "password", global = true, value_name = "FILE")]
    key: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

/// A family of SoCs by one of its names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Soc(&'static families::Family);

impl FromStr for Soc {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let of_board = || match boards::by_name(text)?.chip() {
            Chip::Amlogic(family) => Some(family),
            _ => None,
        };
        families::by_name(text).or_else(of_board).map(Self).ok_or_else(|| {
            let names: Vec<_> = families::TABLE.iter().map(|family| family.name).collect();
            format!(
                "no SoC or board of Amlogic's is called `{text}`; the families are {}",
                names.join(", ")
            )
        })
    }
}

const IDENTIFY: &str = "\
Examples:
  racklet-flash amlogic identify
  racklet-flash amlogic identify --virtual khadas/vim1";

const PASSWORD: &str = "\
Examples:
  racklet-flash amlogic password password.bin
  racklet-flash amlogic password password.bin --dry-run --virtual khadas/vim1";

const COMMAND: &str = "\
A command that erases, writes to storage or burns fuses asks first.

Examples:
  racklet-flash amlogic command printenv
  racklet-flash amlogic command 'setenv bootdelay 3' --virtual khadas/vim1:mode=uboot";

#[derive(Debug, Subcommand)]
enum Command {
    /// Show the board's stage, version, SoC, chip id, lock and secure boot
    #[command(after_help = IDENTIFY)]
    Identify,
    /// Start the vendor's U-Boot in memory, from any stage
    Boot(boot::Args),
    /// Memory and registers
    #[command(subcommand)]
    Memory(memory::Command),
    /// The eMMC, in sectors
    Disk(disk::Disk),
    /// Partitions, by the names that the vendor's U-Boot knows
    #[command(subcommand)]
    Partition(partition::Command),
    /// Show the storage that the commands about sectors reach, and its size
    #[command(after_help = storage::STORAGE)]
    Storage {
        /// The storage: emmc
        #[arg(value_parser = storage::named)]
        name: Option<Storage>,
    },
    /// Burning packages (aml_upgrade_package.img)
    #[command(subcommand)]
    Package(Package),
    /// Unlock a mask ROM until its next reset (before the S905X4)
    #[command(after_help = PASSWORD)]
    Password {
        /// A file with the password's bytes and nothing else
        file: PathBuf,
    },
    /// Have the vendor's U-Boot run one of its commands
    #[command(name = "command", after_help = COMMAND)]
    Uboot {
        /// The command, in one word or several
        #[arg(required = true, num_args = 1..)]
        text: Vec<String>,
    },
    /// Have the vendor's U-Boot restart the board
    #[command(after_help = reset::RESET)]
    Reset {
        /// Where to
        #[arg(value_enum, default_value_t)]
        what: reset::What,
    },
}

/// What every command works with.
struct Context<'c> {
    board: &'c mut UsbSession,
    report: &'c mut Report,
    stop: &'c Stop,
    consent: &'c Consent<'c>,
    /// The family that the user says it is.
    soc: Option<&'static families::Family>,
    /// What it told, where it was asked just now.
    seen: Option<Identification>,
    /// What unlocks it, where the user has that.
    password: Option<Vec<u8>>,
}

impl Context<'_> {
    /// Asks which program answers, refuses a board that is not what the user says it is, and unlocks a locked one.
    fn who(&mut self) -> anyhow::Result<Identification> {
        if let Some(who) = self.seen.take() {
            return Ok(who);
        }
        let who = Identification::meet(&mut self.way())?;
        self.report.detail(&who.line());
        Ok(who)
    }

    /// Asks before storage is overwritten; `check` finds out whether that is possible at all.
    fn confirm(
        &mut self,
        who: &Identification,
        does: String,
        check: impl FnOnce(&mut dyn Uboot) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let Self { board, report, soc, consent, .. } = self;
        if consent.is_dry() {
            check(&mut *uboot(board))?;
            return consent.end_dry();
        }
        consent.ask(report, || {
            let mut uboot = uboot(board);
            check(&mut *uboot)?;
            let mut head = Vec::new();
            if who.is_uboot() {
                // Storage that cannot be read keeps what it holds to itself.
                let _ = uboot.read_disk(0, HEAD, &mut head, &mut Silent);
            }
            let soc = who.soc_or(*soc).map(|soc| format!("the {soc}"));
            Ok(Loss { does, storage: None, soc, holds: contents(&head) })
        })
    }

    /// What the way to U-Boot works with.
    fn way(&mut self) -> Way<'_> {
        Way {
            board: self.board,
            soc: self.soc,
            password: self.password.as_deref(),
            stop: self.stop,
            watch: self.report,
        }
    }

    /// Does something with the eMMC.
    fn transfer<T>(
        &mut self,
        work: impl FnOnce(&mut Target<'_>, &mut family::Context<'_>) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let Self { board, report, stop, consent, .. } = self;
        let mut desk = Operator::new(report, consent);
        work(&mut Target::new(uboot(board), None), &mut family::Context { stop, desk: &mut desk })
    }
}

pub(super) fn run(
    options: &Options,
    args: &Args,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<()> {
    let name = args.command.name();
    if let Command::Package(package) = &args.command
        && let Some(answer) = package.files(options.dry_run, stop, report)
    {
        return Ok(report.answer(name, &answer?)?);
    }
    // What can be wrong with the arguments and the files is found before the board is touched.
    let mut password = args.key.as_deref().map(console::read).transpose()?;
    let soc = args.soc.map(|soc| soc.0);
    let consent = &Consent::new(options, "", stop);
    // A long check of files comes after a look at the board: no one should wait for minutes to hear that it is missing.
    let glanced = args.command.glance()?;
    let mut seen = None;
    if glanced {
        let key = password.take();
        seen = look(args, key, consent, (options, stop, report))?;
    }
    let job = Job::prepare(&args.command, report, stop)?;
    if password.is_some() && matches!(job, Job::Password(_)) {
        let text = "password tells the password that it is given: --password is for other commands";
        return Err(Problem::Usage(text.into()).into());
    }
    if options.dry_run {
        let unlock = args.key.as_ref().map(|_| "unlock the mask ROM, where it is locked".into());
        let lines: Vec<_> = unlock.into_iter().chain(job.plan()).collect();
        if !glanced && job.destroys() {
            seen = look(args, None, consent, (options, stop, report))?;
        }
        if let Some((opened, who)) = seen {
            confirm::looked(carry_out(
                job,
                (soc, None),
                (opened, Some(who)),
                (options, stop, report),
            ))?;
        }
        return Ok(report.answer(name, &Answer::plan(&lines))?);
    }
    let seen = match seen {
        Some((opened, who)) => (opened, Some(who)),
        None => (look::awaited(&options.access(), is_amlogic, (stop, &mut *report))?, None),
    };
    let answer = carry_out(job, (soc, password), seen, (options, stop, report))?;
    Ok(report.answer(name, &answer)?)
}

/// Opens the board and asks it to identify itself.
fn look(
    args: &Args,
    password: Option<Vec<u8>>,
    consent: &Consent<'_>,
    (options, stop, report): (&Options, &Stop, &mut Report),
) -> anyhow::Result<Option<(Opened, Identification)>> {
    let Some(mut opened) = look::open(options, is_amlogic, (stop, &mut *report))? else {
        return Ok(None);
    };
    let soc = args.soc.map(|soc| soc.0);
    // To unlock a board changes it.
    let password = password.filter(|_| !options.dry_run);
    let who = opened.look(|board| {
        let mut context = Context { board, report, stop, consent, soc, password, seen: None };
        args.command.look(&mut context)
    })?;
    Ok(Some((opened, who)))
}

/// Carries a command out; a dry run of one that writes ends where that would begin.
fn carry_out(
    job: Job,
    (soc, password): (Option<&'static families::Family>, Option<Vec<u8>>),
    (opened, seen): (Opened, Option<Identification>),
    (options, stop, report): (&Options, &Stop, &mut Report),
) -> anyhow::Result<Answer> {
    let consent = &Consent::new(options, &opened.name, stop);
    opened.run(stop, report, |board, report| {
        job.run(&mut Context { board, report, stop, consent, soc, password, seen })
    })
}

/// A command whose arguments are sound and whose files are open.
enum Job {
    Identify,
    Boot(boot::Job),
    Memory(memory::Job),
    Disk(Box<disk::Job>),
    Partition(partition::Job),
    Storage,
    Flash(Burning),
    Password(Vec<u8>),
    Uboot(String),
    Reset(reset::What),
}

impl Job {
    fn prepare(command: &Command, watch: &mut dyn Watch, stop: &Stop) -> anyhow::Result<Self> {
        Ok(match command {
            Command::Boot(args) => Self::Boot(boot::Job::prepare(args)?),
            Command::Memory(command) => Self::Memory(memory::Job::prepare(command)?),
            Command::Disk(disk) => Self::Disk(Box::new(disk::Job::prepare(disk, watch, stop)?)),
            Command::Partition(command) => {
                Self::Partition(partition::Job::prepare(command, watch, stop)?)
            }
            Command::Storage { name } => storage::check(*name).map(|()| Self::Storage)?,
            Command::Package(Package::Flash(args)) => {
                Self::Flash(package::open(args, stop, watch)?)
            }
            Command::Password { file } => Self::Password(console::read(file)?),
            Command::Reset { what } => Self::Reset(*what),
            Command::Uboot { text } => Self::Uboot(console::line(text)?),
            Command::Identify | Command::Package(_) => Self::Identify,
        })
    }

    fn plan(&self) -> Vec<String> {
        match self {
            Self::Identify => vec!["ask the board which program answers, on which SoC".into()],
            Self::Boot(job) => job.plan(),
            Self::Memory(job) => job.plan(),
            Self::Disk(job) => job.plan(),
            Self::Partition(job) => job.plan(),
            Self::Storage => vec!["ask the vendor's U-Boot for the size of the eMMC".into()],
            Self::Flash(package) => package.plan(),
            Self::Password(password) => {
                vec![format!("tell the mask ROM a password of {} bytes", password.len())]
            }
            Self::Reset(what) => vec![what.plan()],
            Self::Uboot(text) => {
                let lost = lost(text).map_or(String::new(), |what| format!(": it {what}"));
                vec![format!("have U-Boot carry out `{text}`{lost}")]
            }
        }
    }

    /// Whether it overwrites or erases storage.
    fn destroys(&self) -> bool {
        match self {
            Self::Boot(job) => job.lost().is_some(),
            Self::Disk(job) => job.destroys().is_some(),
            Self::Partition(job) => job.destroys().is_some(),
            Self::Uboot(text) => lost(text).is_some(),
            Self::Flash(_) => true,
            Self::Identify
            | Self::Memory(_)
            | Self::Storage
            | Self::Password(_)
            | Self::Reset(_) => false,
        }
    }

    fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        match self {
            Self::Identify => identify::run(context),
            Self::Boot(job) => job.run(context),
            Self::Memory(job) => job.run(context),
            Self::Disk(job) => job.run(context),
            Self::Partition(job) => job.run(context),
            Self::Storage => storage::run(context),
            Self::Flash(package) => package::burn(package, context),
            Self::Password(password) => console::unlock(&password, context),
            Self::Reset(what) => reset::run(what, context),
            Self::Uboot(text) => console::command(&text, context),
        }
    }
}

impl Command {
    /// Looks at the beginning of a file whose check takes long. Whether there is one.
    fn glance(&self) -> anyhow::Result<bool> {
        match self {
            Self::Disk(disk) => disk.glance(),
            Self::Partition(command) => command.glance(),
            Self::Package(package) => package.glance(),
            _ => Ok(false),
        }
    }

    /// Asks the board to identify itself, and refuses one that cannot carry the command out.
    fn look(&self, context: &mut Context<'_>) -> anyhow::Result<Identification> {
        let who = context.who()?;
        // Others bring U-Boot up themselves, or say what they need in their own words.
        if let Self::Disk(_) | Self::Partition(_) = self {
            reach(&who, &mut *uboot(context.board))?;
        }
        Ok(who)
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Identify => "amlogic identify",
            Self::Boot(_) => "amlogic boot",
            Self::Memory(command) => command.name(),
            Self::Disk(disk) => disk.name(),
            Self::Partition(command) => command.name(),
            Self::Storage { .. } => "amlogic storage",
            Self::Package(package) => package.name(),
            Self::Password { .. } => "amlogic password",
            Self::Uboot { .. } => "amlogic command",
            Self::Reset { .. } => "amlogic reset",
        }
    }
}
