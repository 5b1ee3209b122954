//! `starfive`: the JH7110 and the JH7100, over their serial line.

mod boot;
mod header;
mod recovery;

use std::time::Duration;

use clap::Subcommand;
use serde_json::json;

use super::{Options, confirm::Consent};
use crate::{
    boards::Starfive as Soc,
    family::{
        self, Stage,
        starfive::{Program, Recovery, identify},
    },
    number::parse_u32,
    plan::Loss,
    report::{Answer, Report},
    session::BAUD,
    transport::{SerialLink, Stop},
};

const IDENTIFY: &str = "\
Examples:
  racklet-flash starfive identify --port /dev/ttyUSB0
  racklet-flash starfive identify --virtual starfive/visionfive-2";

/// Arguments of the family.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The line's rate, if it is not the board's own (JH7110 115200, JH7100 9600)
    #[arg(long, global = true, value_name = "RATE", value_parser = parse_baud)]
    baud: Option<u32>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show what answers on the line: the mask ROM of a JH7110 or a JH7100, or U-Boot
    #[command(after_help = IDENTIFY)]
    Identify,
    /// Run U-Boot from memory, up to its prompt; nothing is written
    #[command(after_help = boot::BOOT)]
    Boot(boot::Files),
    /// Write SPL and U-Boot to SPI flash through U-Boot, and verify them
    #[command(after_help = boot::FLASH_SPI)]
    FlashSpi {
        #[command(flatten)]
        files: boot::Files,
        /// Send at 1.5 Mbaud once U-Boot runs; falls back if the board loses bytes
        #[arg(long)]
        fast: bool,
    },
    /// Write through the vendor's recovery program; nothing is verified
    #[command(after_help = recovery::EXAMPLES)]
    Recovery(recovery::Args),
    /// Add or check the header of an SPL file
    #[command(subcommand)]
    Header(header::Command),
}

/// Reads a rate in bit/s.
pub(super) fn parse_baud(text: &str) -> Result<u32, String> {
    match parse_u32(text)? {
        0..300 => Err("no serial line is slower than 300 baud".into()),
        5_000_000.. => Err("no serial adapter is faster than 5 Mbaud".into()),
        rate => Ok(rate),
    }
}

pub(super) fn run(
    options: &Options,
    args: &Args,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<()> {
    let name = args.command.name();
    // What can be wrong with the files is found before the board is touched.
    let job = match &args.command {
        Command::Header(command) => {
            return Ok(report.answer(name, &header::run(options, command)?)?);
        }
        Command::Identify => Job::Identify,
        Command::Boot(files) => Job::Boot(boot::Job::prepare(files, None)?),
        Command::FlashSpi { files, fast } => Job::Boot(boot::Job::prepare(files, Some(*fast))?),
        Command::Recovery(args) => Job::Recovery(recovery::prepare(args)?),
    };
    if options.dry_run {
        return Ok(report.answer(name, &Answer::plan(&job.plan()))?);
    }
    let access = options.access();
    let line = family::line(&access, stop)?;
    if let Some(what) = job.destroys() {
        Consent::new(options, line.name(), stop).ask(report, || Ok(Loss::of(what)))?;
    }
    let line = line.open(&access, args.baud.unwrap_or_else(|| job.baud()), stop)?;
    let answer =
        line.run(report, |link, report| job.run((link, args.baud), report, options.wait))?;
    Ok(report.answer(name, &answer)?)
}

/// A command whose files were read and are what they should be.
enum Job {
    Identify,
    Boot(boot::Job),
    Recovery(Recovery),
}

impl Job {
    fn plan(&self) -> Vec<String> {
        match self {
            Self::Identify => vec!["ask which program answers on the line".into()],
            Self::Boot(job) => job.plan(),
            Self::Recovery(recovery) => recovery.plan(),
        }
    }

    fn destroys(&self) -> Option<&'static str> {
        match self {
            Self::Identify => None,
            Self::Boot(job) => job.destroys(),
            Self::Recovery(recovery) => Some(recovery.destroys()),
        }
    }

    fn baud(&self) -> u32 {
        match self {
            Self::Identify | Self::Boot(_) => BAUD,
            Self::Recovery(recovery) => recovery.baud(),
        }
    }

    fn run(
        &self,
        (link, told): (&mut SerialLink, Option<u32>),
        report: &mut Report,
        patience: Option<Duration>,
    ) -> anyhow::Result<Answer> {
        match self {
            Self::Identify => {
                // A rate that was told is the only one.
                Ok(identity(identify(link, told.is_none(), report)?))
            }
            Self::Boot(job) => job.run(link, report, patience),
            Self::Recovery(recovery) => recovery::run(recovery, link, report, patience),
        }
    }
}

fn identity(program: Program) -> Answer {
    let (text, stage, soc, version) = match program {
        Program::MaskRom(Soc::Jh7110) => {
            let text = "StarFive JH7110, mask ROM: it waits for an SPL (see `starfive boot`)";
            (text.into(), Stage::MaskRom, Some("JH7110"), None)
        }
        Program::MaskRom(Soc::Jh7100) => {
            let text = "StarFive JH7100, mask ROM at its prompt (see `starfive recovery`)";
            (text.into(), Stage::MaskRom, Some("JH7100"), None)
        }
        Program::Uboot(version) => {
            let told = version.as_ref().map_or(String::new(), |version| format!(": {version}"));
            (format!("U-Boot at its prompt{told}"), Stage::Uboot, None, version)
        }
    };
    Answer::new(text, json!({"stage": stage.name(), "soc": soc, "version": version}))
}

impl Command {
    fn name(&self) -> &'static str {
        match self {
            Self::Identify => "starfive identify",
            Self::Boot(_) => "starfive boot",
            Self::FlashSpi { .. } => "starfive flash-spi",
            Self::Recovery(_) => "starfive recovery",
            Self::Header(header::Command::Create { .. }) => "starfive header create",
            Self::Header(header::Command::Check { .. }) => "starfive header check",
        }
    }
}
