//! `serial`: any board's serial line.

mod console;
mod keyboard;
mod send;

use std::{path::PathBuf, time::Duration};

use ::link::Watch;
use ::uboot::host::{Console, Prompt, Step};
use anyhow::Context;
use clap::{Subcommand, ValueEnum};
use serde_json::json;

use super::{Options, confirm::Consent, lost::lost, starfive::parse_baud};
use crate::{
    family,
    number::parse_seconds,
    plan::Loss,
    report::{Answer, Report},
    session::BAUD,
    transport::{SerialLink, Stop},
};
pub use keyboard::restore_terminal;

/// What `serial send --help` ends with.
const SEND: &str = "\
Examples:
  racklet-flash serial send --protocol xmodem-1k --receiver jh7110 u-boot-spl.bin.normal.out --port /dev/ttyUSB0
  racklet-flash serial send --protocol xmodem u-boot-spl.bin.normal.out --virtual visionfive-2";

/// What `serial console --help` ends with.
const CONSOLE: &str = "\
What the board says goes to stdout. On a terminal every key goes to the board, Ctrl-C too; Ctrl-] ends the
console. From a file or a pipe, each line goes to the board and ends with CR.

Examples:
  racklet-flash serial console --port /dev/ttyUSB0
  racklet-flash serial console --expect U-Boot --limit 60 --virtual starfive/visionfive-2:stage=uboot";

/// What `serial uboot --help` ends with.
const UBOOT: &str = "\
A command runs only when the prompt has shown it back letter for letter. The first that fails ends the list.

Examples:
  racklet-flash serial uboot version 'sf probe' --port /dev/ttyUSB0
  racklet-flash serial uboot version 'crc32 0x50000000 0x10' --virtual starfive/visionfive-2:stage=uboot";

/// Arguments of the family.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The line's rate in baud
    #[arg(long, global = true, value_name = "RATE", value_parser = parse_baud, default_value_t = BAUD)]
    baud: u32,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Send files by XMODEM or YMODEM to a board that asks for them
    #[command(after_help = SEND)]
    Send {
        /// Protocol
        #[arg(long, value_enum)]
        protocol: Protocol,
        /// Receiver: lets the tool use the right timing
        #[arg(long, value_enum, default_value_t)]
        receiver: Receiver,
        /// Files to send (XMODEM: one)
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Show what the board says, type to it, or wait for a text
    #[command(after_help = CONSOLE)]
    Console {
        /// End with success as soon as the board says this
        #[arg(long, value_name = "TEXT")]
        expect: Option<String>,
        /// Fail as soon as the board says this
        #[arg(long, value_name = "TEXT")]
        or_fail: Option<String>,
        /// Stop after this time; without --expect that is a success
        #[arg(long, value_name = "SECONDS", value_parser = parse_seconds)]
        limit: Option<Duration>,
    },
    /// Run commands at U-Boot's prompt
    #[command(after_help = UBOOT)]
    Uboot {
        /// Commands, each in one argument
        #[arg(required = true, value_name = "COMMAND")]
        commands: Vec<String>,
        /// The longest time that one command may take
        #[arg(long, value_name = "SECONDS", value_parser = parse_seconds, default_value = "60")]
        limit: Duration,
    },
}

/// How files are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Protocol {
    /// Blocks of 128 bytes
    Xmodem,
    /// Blocks of 1024 bytes
    #[value(name = "xmodem-1k")]
    Xmodem1k,
    /// Blocks of 1024 bytes, with names and lengths; takes several files
    Ymodem,
}

/// The program that receives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Receiver {
    /// Anything that keeps to the protocol
    #[default]
    Any,
    /// U-Boot: `loadx`, `loady`, its SPL
    #[value(name = "uboot")]
    Uboot,
    /// The JH7110's mask ROM
    Jh7110,
    /// The JH7100's mask ROM, and its recovery program
    Jh7100,
}

pub(super) fn run(
    options: &Options,
    args: &Args,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<()> {
    let name = args.command.name();
    let mut job = Job::prepare(options, &args.command)?;
    if options.dry_run {
        let lines = job.plan();
        let answer = Answer::plan(&lines);
        return Ok(report.answer(name, &answer)?);
    }
    let access = options.access();
    let line = family::line(&access, stop)?;
    if let Some(what) = job.destroys() {
        Consent::new(options, line.name(), stop).ask(report, || Ok(Loss::of(what)))?;
    }
    let line = line.open(&access, args.baud, stop)?;
    let answer = line.run(report, |link, report| match &mut job {
        Job::Send(job) => job.run(link, report, options.wait),
        Job::Console(job) => job.run(link, report),
        Job::Uboot(commands, limit) => uboot(commands, *limit, link, report),
    })?;
    Ok(report.answer(name, &answer)?)
}

/// A command whose arguments are sound.
enum Job<'a> {
    Send(send::Job),
    Console(console::Job<'a>),
    Uboot(&'a [String], Duration),
}

impl<'a> Job<'a> {
    fn prepare(options: &Options, command: &'a Command) -> anyhow::Result<Self> {
        Ok(match command {
            Command::Send { protocol, receiver, files } => {
                Self::Send(send::Job::prepare(*protocol, *receiver, files)?)
            }
            Command::Console { expect, or_fail, limit } => Self::Console(console::Job::prepare(
                expect.as_deref(),
                or_fail.as_deref(),
                *limit,
                options,
            )?),
            Command::Uboot { commands, limit } => Self::Uboot(commands, *limit),
        })
    }

    /// What commands of U-Boot's take from the board's storage, as far as their words show it.
    fn destroys(&self) -> Option<String> {
        let Self::Uboot(commands, _) = self else { return None };
        commands.iter().find_map(|command| Some(format!("{} (`{command}`)", lost(command)?)))
    }

    fn plan(&self) -> Vec<String> {
        match self {
            Self::Send(job) => job.plan(),
            Self::Console(job) => job.plan(),
            Self::Uboot(commands, _) => commands
                .iter()
                .map(|command| format!("run `{command}` at U-Boot's prompt"))
                .collect(),
        }
    }
}

fn uboot(
    commands: &[String],
    limit: Duration,
    link: &mut SerialLink,
    report: &mut Report,
) -> anyhow::Result<Answer> {
    let mut done = Vec::new();
    let outcome = run_each(commands, limit, &mut Console::new(link, report), &mut done);
    let texts: Vec<_> = done.iter().map(|(_, text)| text.as_str()).collect();
    if let Err(error) = outcome {
        // What the commands before it printed is no answer any more, and is not lost.
        for (command, text) in &done {
            report.note(&format!("`{command}`: {text}"));
        }
        return Err(error);
    }
    let results: Vec<_> =
        done.iter().map(|(command, text)| json!({"command": command, "output": text})).collect();
    Ok(Answer::new(texts.join("\n"), json!({"commands": results})))
}

/// Runs commands until one fails; `done` gets each with its output.
fn run_each<'a>(
    commands: &'a [String],
    limit: Duration,
    console: &mut Console<'_>,
    done: &mut Vec<(&'a str, String)>,
) -> anyhow::Result<()> {
    let mut prompt = Prompt::open(console)?;
    for command in commands {
        let output = prompt.must(Step::COMMAND, command, limit);
        let text =
            output.with_context(|| format!("command {} of {}", done.len() + 1, commands.len()))?;
        done.push((command, text));
    }
    Ok(())
}

impl Command {
    fn name(&self) -> &'static str {
        match self {
            Self::Send { .. } => "serial send",
            Self::Console { .. } => "serial console",
            Self::Uboot { .. } => "serial uboot",
        }
    }
}
