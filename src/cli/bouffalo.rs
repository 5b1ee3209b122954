//! `bouffalo`: the BL808's mask ROM, over its serial line.

mod disk;

use clap::Subcommand;
use serde_json::json;

use super::{Options, confirm::Consent, operator::Operator, starfive::parse_baud};
use crate::{
    family::{Context, Conversation, Identity, bouffalo::Talk},
    plan::{Loss, closed},
    report::{Answer, Report},
    transport::Stop,
};

/// What `bouffalo --help` ends with.
const NUMBERS: &str = "\
Numbers are decimal, or hexadecimal after 0x, and may end in K, M or G (powers of 1024). Sectors have 512 bytes.

The board has to be in its mask ROM: hold BOOT, tap RST, and let go of BOOT. The mask ROM writes the flash by itself and tells
the SHA-256 of any part of it, which every write is verified by. Nothing here reads or writes fuses.";

const IDENTIFY: &str = "\
Examples:
  racklet-flash bouffalo identify --port /dev/ttyUSB1
  racklet-flash bouffalo identify --virtual sipeed/m1s-dock";

const RESET: &str = "\
Examples:
  racklet-flash bouffalo reset --port /dev/ttyUSB1
  racklet-flash bouffalo reset --virtual sipeed/m1s-dock";

/// Arguments of the family.
#[derive(Debug, clap::Args)]
#[command(after_help = NUMBERS)]
pub struct Args {
    /// The fastest rate that the line bears (default 2000000)
    #[arg(long, global = true, value_name = "RATE", value_parser = parse_baud)]
    baud: Option<u32>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show which chip answers, and its flash
    #[command(after_help = IDENTIFY)]
    Identify,
    /// Sectors of the SPI flash
    #[command(subcommand)]
    Disk(disk::Command),
    /// Restart the board into what is in its flash
    #[command(after_help = RESET)]
    Reset,
}

/// A command whose files are open and sound.
enum Job {
    Identify,
    Disk(Box<disk::Job>),
    Reset,
}

pub(super) fn run(
    options: &Options,
    args: &Args,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<()> {
    let name = args.command.name();
    let job = match &args.command {
        Command::Identify => Job::Identify,
        Command::Disk(command) => Job::Disk(Box::new(disk::Job::prepare(command, stop, report)?)),
        Command::Reset => Job::Reset,
    };
    if options.dry_run {
        return Ok(report.answer(name, &Answer::plan(&job.plan()))?);
    }
    let mut talk = Talk::find(&options.access(), args.baud, stop)?;
    let consent = Consent::new(options, talk.name(), stop);
    if let Some(does) = job.destroys().filter(|_| consent.is_hopeless()) {
        consent.ask(report, || Ok(Loss::of(does)))?;
    }
    report.about(None, Some(&talk.port()));
    let mut operator = Operator::new(report, &consent);
    let outcome = job.run(&mut talk, &mut operator, stop);
    let mut cx = Context { stop, desk: &mut operator };
    let answer = closed(Box::new(talk), outcome, &mut cx)?;
    Ok(report.answer(name, &answer)?)
}

impl Job {
    fn plan(&self) -> Vec<String> {
        match self {
            Self::Identify => vec!["ask which chip answers, and which flash it has".into()],
            Self::Disk(job) => job.plan(),
            Self::Reset => vec!["restart the board".into()],
        }
    }

    fn destroys(&self) -> Option<String> {
        match self {
            Self::Disk(job) => job.destroys(),
            Self::Identify | Self::Reset => None,
        }
    }

    fn run(
        self,
        talk: &mut Talk,
        operator: &mut Operator<'_>,
        stop: &Stop,
    ) -> anyhow::Result<Answer> {
        let mut cx = Context { stop, desk: operator };
        let mut seen = talk.identify(&mut cx)?;
        match self {
            Self::Identify => {
                seen.medium = Some(talk.target(None, &mut cx)?.medium());
                Ok(identified(&seen))
            }
            Self::Disk(job) => job.run(talk, operator, stop),
            Self::Reset => {
                talk.restart(&mut cx)?;
                Ok(Answer::done())
            }
        }
    }
}

fn identified(seen: &Identity) -> Answer {
    let chip = seen.chip_id.as_deref().unwrap_or("untold");
    let flash = seen.medium.as_ref().map_or_else(String::new, |medium| {
        let id = medium.id.as_deref().unwrap_or("untold");
        format!("; {}, JEDEC id {id}", medium.words())
    });
    let text = format!("{}; chip id {chip}{flash}", seen.noun());
    Answer::new(text, json!(seen.fields()))
}

impl Command {
    fn name(&self) -> &'static str {
        match self {
            Self::Identify => "bouffalo identify",
            Self::Disk(command) => command.name(),
            Self::Reset => "bouffalo reset",
        }
    }
}
