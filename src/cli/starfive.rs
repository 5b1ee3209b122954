//! `starfive`: the JH7110 and the JH7100, over their serial line.

mod boot;
mod header;
mod recovery;

use std::path::PathBuf;

use clap::Subcommand;

use super::{Options, confirm::Consent};
use crate::{
    family,
    number::parse_u32,
    plan::Loss,
    report::{Answer, Report},
    session::BAUD,
    transport::{SerialLink, Stop},
};

/// What `starfive flash-spi --help` ends with.
const FLASH_SPI: &str = "\
Unattended from power-on to verified flash: the SPL goes to the mask ROM (XMODEM), U-Boot to the SPL (YMODEM), and U-Boot, once it
is up, writes both parts. Each part is verified twice by U-Boot's own crc32: in memory before it is written, and read back
from the flash into other memory after it. U-Boot goes first: should that fail, the old SPL still starts what it can.

Examples:
  racklet-flash starfive flash-spi --spl u-boot-spl.bin.normal.out --uboot u-boot.itb --port /dev/ttyUSB0 --yes
  racklet-flash starfive flash-spi --spl u-boot-spl.bin.normal.out --uboot u-boot.itb --port 1-1.4 --fast --wait 60 --yes";

/// What `starfive recovery --help` ends with.
const RECOVERY: &str = "\
JH7110: the program is StarFive's jh7110-recovery-*.bin. Both parts are always written, for the program puts a second copy of the
SPL into U-Boot's place. It reads nothing back: only `flash-spi` verifies. Its option 4 burns fuses; there is no way to it from here,
and nothing is typed that its prompt has not shown back.
JH7100 (9600 baud): the program is jh7100_recovery_boot.bin, the files are those that carry their length (*.bin.out).

Examples:
  racklet-flash starfive recovery --program jh7110-recovery-20230322.bin --spl u-boot-spl.bin.normal.out --uboot u-boot.itb --yes
  racklet-flash starfive recovery --program jh7100_recovery_boot.bin --second-boot bootloader.bin.out --ddr-init ddrinit.bin.out --yes";

/// Arguments of the family.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The line's rate, where it is not the board's own (JH7110 115200, JH7100 9600)
    #[arg(long, global = true, value_name = "RATE", value_parser = parse_baud)]
    baud: Option<u32>,
    #[command(subcommand)]
    command: Command,
}

/// An SPL and a U-Boot.
#[derive(Debug, clap::Args)]
struct Firmware {
    /// The SPL with its header (u-boot-spl.bin.normal.out)
    #[arg(long, value_name = "FILE")]
    spl: PathBuf,
    /// U-Boot (u-boot.itb, or the vendor's visionfive2_fw_payload.img)
    #[arg(long, value_name = "FILE")]
    uboot: PathBuf,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Bring U-Boot up in memory, to its prompt; nothing is written
    Boot(Firmware),
    /// Write SPL and U-Boot to the SPI flash through U-Boot, verified
    #[command(after_help = FLASH_SPI)]
    FlashSpi {
        #[command(flatten)]
        firmware: Firmware,
        /// Load at 1.5 Mbaud once U-Boot is up; where the board loses bytes at that, the line falls back by itself
        #[arg(long)]
        fast: bool,
    },
    /// Write through the vendor's recovery program
    #[command(after_help = RECOVERY)]
    Recovery(recovery::Args),
    /// What stands before an SPL
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
    if let Command::Header(command) = &args.command {
        return Ok(report.answer(name, &header::run(options, command)?)?);
    }
    // What can be wrong with the files is found before the board is touched.
    let job = Job::prepare(&args.command)?;
    if options.dry_run {
        let lines = job.plan();
        let answer = Answer::plan(&lines);
        return Ok(report.answer(name, &answer)?);
    }
    let patience = options.wait.unwrap_or(family::starfive::PATIENCE);
    let baud = args.baud.unwrap_or_else(|| job.baud());
    let access = options.access();
    let line = family::line(&access, stop)?;
    if let Some(what) = job.destroys() {
        Consent::new(options, line.name(), stop).ask(report, || Ok(Loss::of(what)))?;
    }
    let line = line.open(&access, baud, stop)?;
    let answer = line.run(report, |link, report| job.run(link, report, patience))?;
    Ok(report.answer(name, &answer)?)
}

/// A command whose files were read and are what they should be.
enum Job {
    Boot(boot::Job),
    Recovery(recovery::Job),
}

impl Job {
    fn prepare(command: &Command) -> anyhow::Result<Self> {
        match command {
            Command::Boot(firmware) => boot::Job::prepare(firmware, None).map(Self::Boot),
            Command::FlashSpi { firmware, fast } => {
                boot::Job::prepare(firmware, Some(*fast)).map(Self::Boot)
            }
            Command::Recovery(args) => recovery::Job::prepare(args).map(Self::Recovery),
            Command::Header(_) => unreachable!("headers need no board"),
        }
    }

    fn plan(&self) -> Vec<String> {
        match self {
            Self::Boot(job) => job.plan(),
            Self::Recovery(job) => job.plan(),
        }
    }

    fn destroys(&self) -> Option<&'static str> {
        match self {
            Self::Boot(job) => job.destroys(),
            Self::Recovery(job) => Some(job.destroys()),
        }
    }

    fn baud(&self) -> u32 {
        match self {
            Self::Boot(_) => BAUD,
            Self::Recovery(job) => job.baud(),
        }
    }

    fn run(
        self,
        link: &mut SerialLink,
        report: &mut Report,
        patience: std::time::Duration,
    ) -> anyhow::Result<Answer> {
        match self {
            Self::Boot(job) => job.run(link, report, patience),
            Self::Recovery(job) => job.run(link, report, patience),
        }
    }
}

impl Command {
    fn name(&self) -> &'static str {
        match self {
            Self::Boot(_) => "starfive boot",
            Self::FlashSpi { .. } => "starfive flash-spi",
            Self::Recovery(_) => "starfive recovery",
            Self::Header(header::Command::Create { .. }) => "starfive header create",
            Self::Header(header::Command::Check { .. }) => "starfive header check",
        }
    }
}
