//! `thead`: the TH1520's mask ROM, over its serial line.

mod disk;

use clap::Subcommand;
use serde_json::json;

use super::{Options, confirm::Consent, operator::Operator};
use crate::{
    family::{Context, Conversation, thead::Talk},
    plan::{Loss, closed},
    report::{Answer, Report},
    transport::Stop,
};

/// What `thead --help` ends with.
const NOTES: &str = "\
Numbers are decimal, or hexadecimal after 0x, and may end in K, M or G (powers of 1024). Sectors have 512 bytes.

The mask ROM answers at power-on only, with the download button held: start the command, and then switch the board on. It writes
its SRAM only; a program of the vendor's that it starts there, the image writer (iw-single-line.bin), writes SPI flash and sums
what that holds. Neither sends memory back, erases alone or restarts the board. Nothing here reads or writes fuses.

Over USB the same board speaks fastboot: `racklet-flash fastboot`.";

const IDENTIFY: &str = "\
Examples:
  racklet-flash thead identify --port /dev/ttyUSB0
  racklet-flash thead identify --virtual milkv/meles-uart";

/// Arguments of the family.
#[derive(Debug, clap::Args)]
#[command(after_help = NOTES)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show what the mask ROM tells: its protocol, and the flash that it lists
    #[command(after_help = IDENTIFY)]
    Identify,
    /// Sectors of the SPI flash, through the image writer
    #[command(subcommand)]
    Disk(disk::Command),
}

/// A command whose files are open and sound.
enum Job {
    Identify,
    Disk(Box<disk::Job>),
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
    };
    if options.dry_run {
        return Ok(report.answer(name, &Answer::plan(&job.plan()))?);
    }
    let mut talk = Talk::find(&options.access(), stop)?;
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
            Self::Identify => vec!["ask the mask ROM for its protocol and its memories".into()],
            Self::Disk(job) => job.plan(),
        }
    }

    fn destroys(&self) -> Option<String> {
        match self {
            Self::Identify => None,
            Self::Disk(job) => job.destroys(),
        }
    }

    fn run(
        self,
        talk: &mut Talk,
        operator: &mut Operator<'_>,
        stop: &Stop,
    ) -> anyhow::Result<Answer> {
        match self {
            Self::Identify => identified(talk, &mut Context { stop, desk: operator }),
            Self::Disk(job) => job.run(talk, operator, stop),
        }
    }
}

fn identified(talk: &mut Talk, cx: &mut Context<'_>) -> anyhow::Result<Answer> {
    let seen = talk.identify(cx)?;
    let protocol = talk.protocol();
    let version = protocol.map_or_else(|| "untold".into(), |number| number.to_string());
    let flash = match &seen.medium {
        Some(medium) => medium.words(),
        None => "it lists no SPI flash".into(),
    };
    let mut fields = json!(seen.fields());
    fields["protocol"] = json!(protocol);
    Ok(Answer::new(format!("{}; protocol version {version}; {flash}", seen.noun()), fields))
}

impl Command {
    fn name(&self) -> &'static str {
        match self {
            Self::Identify => "thead identify",
            Self::Disk(command) => command.name(),
        }
    }
}
