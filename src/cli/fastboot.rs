//! `fastboot`: mask ROMs and U-Boots that speak it.

mod boot;
mod identify;
mod oem;
mod partition;
mod peers;
mod query;
mod reset;
mod upload;

use std::path::PathBuf;

use clap::Subcommand;
use link::Watch;

pub(super) use self::peers::PEERS;
use super::{
    Options,
    confirm::{self, Consent},
    look,
    operator::Operator,
};
use crate::{
    family::{
        self,
        fastboot::{Identification, stages::Way},
    },
    plan::Loss,
    report::{Answer, Report},
    session::{Opened, UsbSession, is_fastboot},
    transport::Stop,
};

/// What `fastboot --help` ends with.
const NOTES: &str = "\
Mask ROMs of T-Head's TH1520 and SpacemiT's K1 speak fastboot, and the U-Boots that follow them.
OKAY is a board's word, and no proof: what is not read back is called not verified.
`identify` says which program is there.";

/// Arguments of the family.
#[derive(Debug, clap::Args)]
#[command(after_help = NOTES)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show which program answers, and what it takes
    #[command(after_help = identify::IDENTIFY)]
    Identify,
    /// Ask for a variable, or for all of them
    #[command(after_help = query::GETVAR)]
    Getvar {
        /// The variable; `all` asks for all that are known
        #[arg(value_parser = query::named)]
        name: String,
    },
    /// Start boot files in memory, from whatever stage the board is in
    #[command(after_help = boot::BOOT)]
    Boot {
        /// TH1520: U-Boot with its SPL; K1: FSBL.bin and u-boot.itb; a U-Boot: an image that it starts
        #[arg(required = true, num_args = 1..=2)]
        files: Vec<PathBuf>,
    },
    /// Send a file to the board's memory, for a command that uses it
    #[command(after_help = boot::STAGE)]
    Stage {
        /// The file
        file: PathBuf,
    },
    /// End fastboot: the board goes on with starting, from what was staged where there is something
    #[command(after_help = boot::CONTINUE)]
    Continue,
    /// Partitions, by the names that the board's U-Boot knows
    #[command(subcommand)]
    Partition(partition::Command),
    /// Have the board carry out a command of its maker's
    #[command(after_help = oem::OEM)]
    Oem {
        /// The command, in one word or several
        #[arg(required = true, num_args = 1..)]
        words: Vec<String>,
    },
    /// Fetch what the board has ready, such as after `oem read`
    #[command(after_help = upload::UPLOAD)]
    Upload {
        /// The file to make (- is stdout)
        file: PathBuf,
    },
    /// Restart the board
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
    /// What it told, where it was asked just now.
    seen: Option<Identification>,
}

impl Context<'_> {
    /// Asks which program answers.
    fn who(&mut self) -> anyhow::Result<Identification> {
        if let Some(who) = self.seen.take() {
            return Ok(who);
        }
        let who = Identification::ask(self.board)?;
        self.report.detail(&who.line());
        Ok(who)
    }

    /// Asks before something is lost. A dry run ends here.
    fn confirm(&mut self, who: &Identification, does: String) -> anyhow::Result<()> {
        self.consent.ask(self.report, || {
            let soc = who.program.socs().join("/");
            let soc = Some(format!("the {soc}")).filter(|_| !soc.is_empty());
            Ok(Loss { soc, ..Loss::of(does) })
        })
    }

    /// What starts and sends files.
    fn way(&mut self) -> Way<'_> {
        Way { board: self.board, stop: self.stop, watch: self.report }
    }

    /// Does something with the board that drivers do, too.
    fn with<T>(
        &mut self,
        work: impl FnOnce(&mut UsbSession, &mut family::Context<'_>) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let Self { board, report, stop, consent, .. } = self;
        let mut desk = Operator::new(report, consent);
        work(board, &mut family::Context { stop, desk: &mut desk })
    }
}

pub(super) fn run(
    options: &Options,
    args: &Args,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<()> {
    let name = args.command.name();
    let consent = &Consent::new(options, "", stop);
    // A long check of files comes after a look at the board: no one should wait for minutes to hear that it is missing.
    let glanced = args.command.glance()?;
    let mut seen = None;
    if glanced {
        seen = look(args, consent, (options, stop, report))?;
    }
    let job = Job::prepare(&args.command, report, stop)?;
    if options.dry_run {
        let lines = job.plan();
        if !glanced && job.destroys() {
            seen = look(args, consent, (options, stop, report))?;
        }
        if let Some((opened, who)) = seen {
            confirm::looked(carry_out(job, (opened, Some(who)), (options, stop, report)))?;
        }
        return Ok(report.answer(name, &Answer::plan(&lines))?);
    }
    let seen = match seen {
        Some((opened, who)) => (opened, Some(who)),
        None => (look::awaited(&options.access(), is_fastboot, (stop, &mut *report))?, None),
    };
    let answer = carry_out(job, seen, (options, stop, report))?;
    Ok(report.answer(name, &answer)?)
}

/// Opens the board and asks it to identify itself.
fn look(
    args: &Args,
    consent: &Consent<'_>,
    (options, stop, report): (&Options, &Stop, &mut Report),
) -> anyhow::Result<Option<(Opened, Identification)>> {
    let Some(mut opened) = look::open(options, is_fastboot, (stop, &mut *report))? else {
        return Ok(None);
    };
    let who = opened.look(|board| {
        let mut context = Context { board, report, stop, consent, seen: None };
        args.command.look(&mut context)
    })?;
    Ok(Some((opened, who)))
}

/// Carries a command out; a dry run of one that writes ends where that would begin.
fn carry_out(
    job: Job,
    (opened, seen): (Opened, Option<Identification>),
    (options, stop, report): (&Options, &Stop, &mut Report),
) -> anyhow::Result<Answer> {
    let consent = &Consent::new(options, &opened.name, stop);
    opened.run(stop, report, |board, report| {
        job.run(&mut Context { board, report, stop, consent, seen })
    })
}

/// A command whose arguments are sound and whose files are open.
enum Job {
    Identify,
    Getvar(String),
    Boot(boot::Job),
    Partition(partition::Job),
    Oem(String),
    Upload(PathBuf),
    Reset(reset::What),
}

impl Job {
    fn prepare(command: &Command, watch: &mut dyn Watch, stop: &Stop) -> anyhow::Result<Self> {
        Ok(match command {
            Command::Identify => Self::Identify,
            Command::Getvar { name } => Self::Getvar(name.clone()),
            Command::Boot { files } => Self::Boot(boot::Job::boot(files)?),
            Command::Stage { file } => Self::Boot(boot::Job::stage(file)?),
            Command::Continue => Self::Boot(boot::Job::Continue),
            Command::Partition(command) => {
                Self::Partition(partition::Job::prepare(command, watch, stop)?)
            }
            Command::Oem { words } => Self::Oem(oem::line(words)?),
            Command::Upload { file } => Self::Upload(file.clone()),
            Command::Reset { what } => Self::Reset(*what),
        })
    }

    fn plan(&self) -> Vec<String> {
        match self {
            Self::Identify => vec!["ask the board which program answers".into()],
            Self::Getvar(name) => vec![format!("ask for the variable {name}")],
            Self::Boot(job) => job.plan(),
            Self::Partition(job) => job.plan(),
            Self::Oem(line) => oem::plan(line),
            Self::Upload(path) => {
                vec![format!("fetch what the board has ready into {}", path.display())]
            }
            Self::Reset(what) => vec![what.plan().into()],
        }
    }

    /// Whether it overwrites or erases storage.
    fn destroys(&self) -> bool {
        match self {
            Self::Partition(job) => job.destroys().is_some(),
            Self::Oem(line) => oem::lost(line).is_some(),
            _ => false,
        }
    }

    fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        match self {
            Self::Identify => identify::run(context),
            Self::Getvar(name) => query::run(&name, context),
            Self::Boot(job) => job.run(context),
            Self::Partition(job) => job.run(context),
            Self::Oem(line) => oem::run(&line, context),
            Self::Upload(path) => upload::run(&path, context),
            Self::Reset(what) => reset::run(what, context),
        }
    }
}

impl Command {
    /// Looks at the beginning of a file whose check takes long. Whether there is one.
    fn glance(&self) -> anyhow::Result<bool> {
        match self {
            Self::Partition(command) => command.glance(),
            _ => Ok(false),
        }
    }

    /// Asks the board to identify itself, and refuses one that cannot carry the command out.
    fn look(&self, context: &mut Context<'_>) -> anyhow::Result<Identification> {
        let who = context.who()?;
        if let Self::Partition(command) = self {
            command.check(&who)?;
        }
        Ok(who)
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Identify => "fastboot identify",
            Self::Getvar { .. } => "fastboot getvar",
            Self::Boot { .. } => "fastboot boot",
            Self::Stage { .. } => "fastboot stage",
            Self::Continue => "fastboot continue",
            Self::Partition(command) => command.name(),
            Self::Oem { .. } => "fastboot oem",
            Self::Upload { .. } => "fastboot upload",
            Self::Reset { .. } => "fastboot reset",
        }
    }
}
