//! `fel`: Allwinner's mask ROM.

mod boot;
pub(super) mod chain;
mod disk;
mod memory;
mod registers;
mod spiflash;
mod sunxi_fel;

use std::{path::PathBuf, str::FromStr};

use clap::Subcommand;
use fel::{
    chips::{self, Chip},
    host::Fel,
};

pub(super) use sunxi_fel::PEERS;

use super::{Options, confirm::Consent, look, operator::Operator};
use crate::{
    report::{Answer, Report},
    session::{UsbSession, is_fel},
    transport::Stop,
};

/// What `fel --help` ends with.
const NUMBERS: &str =
    "Numbers are decimal, or hexadecimal after 0x; lengths may end in K, M or G (powers of 1024).";

/// Arguments of the family.
#[derive(Debug, clap::Args)]
#[command(after_help = NUMBERS)]
pub struct Args {
    /// Refuse any other SoC (H3, R40, H616, …; see `fel chips`)
    #[arg(long, global = true, value_name = "NAME")]
    soc: Option<Soc>,
    #[command(subcommand)]
    command: Command,
}

/// A SoC by one of its names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Soc(&'static Chip);

impl FromStr for Soc {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let untried = || chips::UNTRIED.iter().any(|soc| soc.name.eq_ignore_ascii_case(text));
        chips::by_name(text).map(Soc).ok_or_else(|| match untried() {
            true => format!("the {text} is untried: nothing but its name is known"),
            false => format!("no SoC is called `{text}`; `racklet-flash fel chips` lists them"),
        })
    }
}

/// What commands take that may touch DRAM.
#[derive(Clone, Copy, Debug, clap::Args)]
struct Dram {
    /// DRAM is set up already, by a program other than `fel spl`
    #[arg(long)]
    dram_up: bool,
}

const IDENTIFY: &str = "\
Examples:
  racklet-flash fel identify
  racklet-flash fel identify --storages --virtual xunlong/orangepi-zero3";

const SPL: &str = "\
A U-Boot after the SPL in the file is loaded, too, but not started. After this command DRAM works.

Examples:
  racklet-flash fel spl u-boot-sunxi-with-spl.bin
  racklet-flash fel spl u-boot-sunxi-with-spl.bin --virtual xunlong/orangepi-pc";

const SID: &str = "\
Examples:
  racklet-flash fel sid
  racklet-flash fel sid --dump --virtual xunlong/orangepi-pc";

const RESET: &str = "\
Examples:
  racklet-flash fel reset
  racklet-flash fel reset --virtual xunlong/orangepi-pc";

const DUMP_ROM: &str = "\
Examples:
  racklet-flash fel dump-rom h3-rom.bin
  racklet-flash fel dump-rom h3-rom.bin --virtual xunlong/orangepi-pc";

const CHIPS: &str = "\
Examples:
  racklet-flash fel chips
  racklet-flash fel chips --json";

#[derive(Clone, Debug, Subcommand)]
enum Command {
    /// Show which SoC answers, and in which mode
    #[command(after_help = IDENTIFY)]
    Identify {
        /// Ask the SD card, the eMMC and the SPI flash what they are, too
        #[arg(long)]
        storages: bool,
    },
    /// Run U-Boot from memory, with your own files and script
    #[command(after_help = boot::EXAMPLES)]
    Boot(boot::Args),
    /// Run an SPL, which sets up DRAM and returns to FEL
    #[command(after_help = SPL)]
    Spl {
        /// u-boot-sunxi-with-spl.bin, or an SPL alone
        file: PathBuf,
    },
    /// Read and write an SD card or an eMMC, without U-Boot
    Disk(disk::Disk),
    /// Read and write SPI NOR or NAND flash, without U-Boot
    #[command(subcommand)]
    Spiflash(spiflash::Command),
    /// Read, write and run memory; read and write registers
    #[command(subcommand)]
    Memory(memory::Command),
    /// Read memory into a file (same as `memory read`)
    #[command(after_help = memory::READ)]
    Read(memory::Read),
    /// Write files to memory (same as `memory write`)
    #[command(after_help = memory::WRITE)]
    Write(memory::Write),
    /// Show the SoC's unique number, or all of its eFuses
    #[command(after_help = SID)]
    Sid {
        /// Read through the SID's registers, not its memory map
        #[arg(long)]
        registers: bool,
        /// Show every section of the eFuses
        #[arg(long)]
        dump: bool,
    },
    /// Restart the board with its watchdog
    #[command(after_help = RESET)]
    Reset,
    /// Read the boot ROM into a file
    #[command(after_help = DUMP_ROM)]
    DumpRom {
        /// Output file (- is stdout)
        file: PathBuf,
        /// Number of bytes (default: the size of the SoC's ROM)
        #[arg(long, value_parser = crate::number::parse_u32)]
        length: Option<u32>,
    },
    /// List the supported SoCs, and those that are known by name only
    #[command(after_help = CHIPS)]
    Chips,
}

pub(super) fn run(
    options: &Options,
    args: &Args,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<()> {
    let command = args.command.clone().real();
    let name = command.name();
    if matches!(command, Command::Chips) {
        return Ok(report.answer(name, &registers::chips())?);
    }
    // What can be wrong with the arguments and the files is found before the board is touched.
    let job = Job::prepare(command, stop, report)?;
    if options.dry_run {
        let lines = job.plan(args.soc.map(|soc| soc.0), options)?;
        return Ok(report.answer(name, &Answer::plan(&lines))?);
    }
    let opened = look::awaited(&options.access(), is_fel, (stop, &mut *report))?;
    let consent = &Consent::new(options, &opened.name, stop);
    let answer = opened
        .run(stop, report, |board, report| job.run(board, (args.soc, stop), consent, report))?;
    Ok(report.answer(name, &answer)?)
}

/// A command whose arguments are sound and whose files are open.
enum Job {
    Memory(memory::Job),
    Registers(registers::Job),
    Boot(boot::Job),
    Disk(Box<disk::Job>),
    Spiflash(Box<spiflash::Job>),
}

impl Job {
    fn prepare(command: Command, stop: &Stop, report: &mut Report) -> anyhow::Result<Self> {
        Ok(match command {
            Command::Boot(args) => Self::Boot(boot::Job::prepare(&args)?),
            Command::Spl { file } => Self::Boot(boot::Job::spl(&file)?),
            Command::Disk(disk) => Self::Disk(Box::new(disk::Job::prepare(&disk, stop, report)?)),
            Command::Spiflash(command) => {
                Self::Spiflash(Box::new(spiflash::Job::prepare(&command, stop, report)?))
            }
            Command::Memory(command) => command.job()?,
            Command::DumpRom { file, length } => Self::Memory(memory::Job::rom(file, length)),
            Command::Sid { registers, dump } => {
                Self::Registers(registers::Job::Sid { registers, dump })
            }
            Command::Reset => Self::Registers(registers::Job::Reset),
            Command::Identify { storages } => {
                Self::Registers(registers::Job::Identify { storages })
            }
            _ => Self::Registers(registers::Job::Identify { storages: false }),
        })
    }

    fn plan(
        mut self,
        soc: Option<&'static Chip>,
        options: &Options,
    ) -> anyhow::Result<Vec<String>> {
        let access = options.access();
        let virtual_board = access.usb_boards()?.first().and_then(|spec| spec.board.chip().fel());
        match &mut self {
            Self::Memory(job) => Ok(job.plan()),
            Self::Registers(job) => Ok(vec![job.plan()]),
            Self::Boot(job) => job.plan(soc.or(virtual_board)),
            Self::Disk(job) => Ok(job.plan()),
            Self::Spiflash(job) => Ok(job.plan()),
        }
    }

    fn run(
        self,
        board: &mut UsbSession,
        (soc, stop): (Option<Soc>, &Stop),
        consent: &Consent<'_>,
        report: &mut Report,
    ) -> anyhow::Result<Answer> {
        let mut fel = Fel::open(&mut board.link)?;
        if let Some(Soc(wanted)) = soc {
            fel.expect(wanted)?;
        }
        report.detail(&registers::describe(&fel));
        match self {
            Self::Memory(job) => job.run(&mut fel, report),
            Self::Registers(job) => job.run(&mut fel),
            Self::Boot(job) => job.run(&mut fel, &mut Operator::new(report, consent)),
            Self::Disk(job) => {
                let chip = fel.chip()?;
                job.run(board, chip, &mut Operator::new(report, consent), stop)
            }
            Self::Spiflash(job) => {
                let chip = fel.chip()?;
                job.run(board, chip, &mut Operator::new(report, consent), stop)
            }
        }
    }
}

impl Command {
    /// The command itself, if its short name was typed.
    fn real(self) -> Self {
        match self {
            Self::Read(args) => Self::Memory(memory::Command::Read(args)),
            Self::Write(args) => Self::Memory(memory::Command::Write(args)),
            command => command,
        }
    }

    /// The name in JSON.
    fn name(&self) -> &'static str {
        match self {
            Self::Identify { .. } => "fel identify",
            Self::Boot(_) => "fel boot",
            Self::Spl { .. } => "fel spl",
            Self::Disk(disk) => disk.name(),
            Self::Spiflash(command) => command.name(),
            Self::Memory(command) => command.name(),
            Self::Read(_) => "fel memory read",
            Self::Write(_) => "fel memory write",
            Self::Sid { .. } => "fel sid",
            Self::Reset => "fel reset",
            Self::DumpRom { .. } => "fel dump-rom",
            Self::Chips => "fel chips",
        }
    }
}
