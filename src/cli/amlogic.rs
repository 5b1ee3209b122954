//! `amlogic`: Amlogic's mask ROMs, and BL2 and U-Boot that follow them, of either protocol.

mod identify;
mod who;

use std::str::FromStr;

use amlogic::{adnl::host::Adnl, families, optimus::host::Optimus};
use clap::Subcommand;

use super::{
    Options,
    attached::{Attached, is_amlogic},
    open,
};
use crate::{
    boards::{self, Chip},
    report::{Answer, Report},
    transport::Stop,
};

pub(super) use who::Who;

/// What `amlogic --help` ends with.
const NOTES: &str = "\
Numbers are decimal, or hexadecimal after 0x; lengths may end in K, M or G (powers of 1024).

Boards before the S905X4 speak Optimus (1b8e:c003), newer ones ADNL (1b8e:c004). Both go through stages, each with the
same USB ids: the mask ROM, BL2, the vendor's U-Boot in its burn mode. `identify` says which one is there.";

/// Arguments of the family.
#[derive(Debug, clap::Args)]
#[command(after_help = NOTES)]
pub struct Args {
    /// Refuse any other SoC than this: a part (S905X), its family (GXL), or a board that has it (khadas/vim1)
    #[arg(long, global = true, value_name = "NAME")]
    soc: Option<Soc>,
    #[command(subcommand)]
    command: Command,
}

/// A family of SoCs by one of its names.
#[derive(Clone, Copy, Debug)]
struct Soc(&'static families::Family);

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

#[derive(Debug, Subcommand)]
enum Command {
    /// Ask the board who it is: stage, version, SoC, chip id, lock, secure boot
    Identify,
}

/// What every command works with.
struct Context<'c> {
    board: &'c mut Attached,
    report: &'c mut Report,
    /// The family that the user says it is.
    soc: Option<&'static families::Family>,
}

impl Context<'_> {
    /// Asks who is there, and refuses a board that is not what the user says it is.
    fn who(&mut self) -> anyhow::Result<Who> {
        let who = Who::ask(self.board)?;
        if let Some(wanted) = self.soc {
            who.expect(wanted)?;
        }
        self.report.detail(&who.line());
        Ok(who)
    }

    /// A conversation with a board that speaks Optimus.
    fn optimus(&mut self) -> Optimus<'_> {
        Optimus::new(&mut self.board.link)
    }

    /// A conversation with a board that speaks ADNL.
    fn adnl(&mut self) -> Adnl<'_> {
        Adnl::new(&mut self.board.link)
    }
}

pub(super) fn run(
    options: &Options,
    args: &Args,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<()> {
    let name = args.command.name();
    // What can be wrong with the arguments and the files is found before the board is touched.
    let job = Job::prepare(&args.command)?;
    if options.dry_run {
        return Ok(report.answer(name, &Answer::plan(&job.plan()))?);
    }
    let answer = open::open(options, is_amlogic, stop)?.run(stop, report, |board, report| {
        let soc = args.soc.map(|soc| soc.0);
        job.run(&mut Context { board, report, soc })
    })?;
    Ok(report.answer(name, &answer)?)
}

/// A command whose arguments are sound and whose files are open.
enum Job {
    Identify,
}

impl Job {
    fn prepare(command: &Command) -> anyhow::Result<Self> {
        Ok(match command {
            Command::Identify => Self::Identify,
        })
    }

    fn plan(&self) -> Vec<String> {
        match self {
            Self::Identify => vec!["ask the board who it is".into()],
        }
    }

    fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        match self {
            Self::Identify => identify::run(context),
        }
    }
}

impl Command {
    fn name(&self) -> &'static str {
        match self {
            Self::Identify => "amlogic identify",
        }
    }
}
