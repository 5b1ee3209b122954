//! `fel`: Allwinner's mask ROM.

pub(super) mod chain;
mod memory;
mod recovery;
mod registers;

use std::{path::PathBuf, str::FromStr, time::Duration};

use clap::Subcommand;
use fel::{
    chips::{self, Chip},
    host::Fel,
};

use super::{Options, confirm::Consent};
use crate::{
    family,
    files::memory_file::AddressedFile,
    number::{parse, parse_seconds, parse_u32},
    report::{Answer, Report},
    session::is_fel,
    transport::Stop,
};

/// What `fel --help` ends with.
const NUMBERS: &str =
    "Numbers are decimal, or hexadecimal after 0x; lengths may end in K, M or G (powers of 1024).";

/// Arguments of the family.
#[derive(Debug, clap::Args)]
#[command(after_help = NUMBERS)]
pub struct Args {
    /// Refuse any other SoC than this (H3, R40, H616, …; see `fel chips`)
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

/// What `fel uboot --help` ends with.
const UBOOT: &str = "\
Everything that is written is summed by the SoC and compared before U-Boot starts. A script that writes to storage or
erases some needs --yes, or an answer.

Examples:
  racklet-flash fel uboot u-boot-sunxi-with-spl.bin
  racklet-flash fel uboot u-boot-sunxi-with-spl.bin --write 0x50000000=card.img --script flash.cmd
      with flash.cmd: mmc dev 0 && mmc write 0x50000000 0 0x8000";

/// What commands take that may touch DRAM.
#[derive(Clone, Copy, Debug, clap::Args)]
struct Dram {
    /// DRAM works: another program than `fel spl` has set it up
    #[arg(long)]
    dram_up: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Ask the board who it is
    #[command(visible_alias = "ver")]
    Version,
    /// Read memory into a file (- is stdout)
    Read {
        /// Where
        #[arg(value_parser = parse_u32)]
        addr: u32,
        /// How many bytes
        #[arg(value_parser = parse)]
        len: u64,
        /// Where they go
        file: PathBuf,
        #[command(flatten)]
        dram: Dram,
    },
    /// Write files to memory (- is stdin)
    Write {
        /// Pairs of address and file
        #[arg(required = true, num_args = 2.., value_names = ["ADDR", "FILE"])]
        pairs: Vec<String>,
        /// Read everything back and compare
        #[arg(long)]
        verify: bool,
        #[command(flatten)]
        dram: Dram,
    },
    /// Run code at an address and wait for it to return
    #[command(visible_alias = "exe")]
    Exec {
        /// Where
        #[arg(value_parser = parse_u32)]
        addr: u32,
        /// The code is not meant to return: do not wait for it
        #[arg(long)]
        no_return: bool,
        /// The longest that it may take
        #[arg(long, value_name = "SECONDS", value_parser = parse_seconds, default_value = "5", conflicts_with = "no_return")]
        limit: Duration,
        #[command(flatten)]
        dram: Dram,
    },
    /// Show memory in hexadecimal
    #[command(visible_alias = "hex")]
    Hexdump {
        /// Where
        #[arg(value_parser = parse_u32)]
        addr: u32,
        /// How many bytes
        #[arg(value_parser = parse)]
        len: u64,
        #[command(flatten)]
        dram: Dram,
    },
    /// Write memory to stdout as it is
    Dump {
        /// Where
        #[arg(value_parser = parse_u32)]
        addr: u32,
        /// How many bytes
        #[arg(value_parser = parse)]
        len: u64,
        #[command(flatten)]
        dram: Dram,
    },
    /// Read 32-bit registers
    Readl {
        /// Their addresses
        #[arg(required = true, value_parser = parse_u32, value_name = "ADDR")]
        addrs: Vec<u32>,
        /// So many registers in a row from each address on
        #[arg(long, default_value = "1", value_parser = parse_u32)]
        count: u32,
        #[command(flatten)]
        dram: Dram,
    },
    /// Write 32-bit registers, in order
    Writel {
        /// Pairs of address and value
        #[arg(required = true, num_args = 2.., value_parser = parse_u32, value_names = ["ADDR", "VALUE"])]
        pairs: Vec<u32>,
        #[command(flatten)]
        dram: Dram,
    },
    /// Fill memory with a byte
    Fill {
        /// Where
        #[arg(value_parser = parse_u32)]
        addr: u32,
        /// How many bytes
        #[arg(value_parser = parse)]
        len: u64,
        /// 0 to 255
        #[arg(value_parser = parse_u32)]
        byte: u32,
        #[command(flatten)]
        dram: Dram,
    },
    /// Fill memory with zeroes
    Clear {
        /// Where
        #[arg(value_parser = parse_u32)]
        addr: u32,
        /// How many bytes
        #[arg(value_parser = parse)]
        len: u64,
        #[command(flatten)]
        dram: Dram,
    },
    /// Show the SoC's unique number, or all of its eFuses
    Sid {
        /// Read through the SID's own registers, not its memory map
        #[arg(long)]
        registers: bool,
        /// Every section of the eFuses
        #[arg(long)]
        dump: bool,
    },
    /// Run an SPL that comes back; a U-Boot behind it is loaded, not started
    Spl {
        /// An SPL, or u-boot-sunxi-with-spl.bin
        file: PathBuf,
    },
    /// Run an SPL, load U-Boot and whatever else, start it
    #[command(after_help = UBOOT)]
    Uboot {
        /// u-boot-sunxi-with-spl.bin
        file: PathBuf,
        /// MemoryFile a file before the start; a script or environment among them is passed to U-Boot; repeatable
        #[arg(short, long = "write", value_name = "ADDR=FILE")]
        writes: Vec<AddressedFile>,
        /// Have U-Boot run this: a boot.scr, or the plain text of a script
        #[arg(short, long, value_name = "FILE")]
        script: Option<PathBuf>,
        /// Where the script goes
        #[arg(long, value_name = "ADDR", value_parser = parse_u32, requires = "script")]
        script_address: Option<u32>,
    },
    /// Start 64-bit code (the board leaves FEL)
    Reset64 {
        /// Where
        #[arg(value_parser = parse_u32)]
        addr: u32,
        #[command(flatten)]
        dram: Dram,
    },
    /// Reset the board by its watchdog
    Wdreset,
    /// Read the boot ROM into a file
    DumpRom {
        /// Where it goes
        file: PathBuf,
        /// Bytes, where they are to be other than known
        #[arg(long, value_parser = parse_u32)]
        length: Option<u32>,
    },
    /// List the supported SoCs, and those that only a name is known of
    Chips,
}

pub(super) fn run(
    options: &Options,
    args: &Args,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<()> {
    if matches!(args.command, Command::Chips) {
        return Ok(report.answer("fel chips", &registers::chips())?);
    }
    // What can be wrong with the arguments and the files is found before the board is touched.
    let job = Job::prepare(&args.command)?;
    if options.dry_run {
        let lines = job.plan(args.soc.map(|soc| soc.0), options)?;
        let answer = Answer::plan(&lines);
        return Ok(report.answer(args.command.name(), &answer)?);
    }
    let opened = family::open(&options.access(), is_fel, stop)?;
    let consent = &Consent::new(options, &opened.name, stop);
    let answer = opened.run(stop, report, |board, report| {
        let mut fel = Fel::open(&mut board.link)?;
        if let Some(Soc(wanted)) = args.soc {
            fel.expect(wanted)?;
        }
        report.detail(&registers::describe(&fel));
        job.run(&mut fel, args.command.dram_up(), consent, report)
    })?;
    Ok(report.answer(args.command.name(), &answer)?)
}

/// A command whose arguments are sound and whose files are open.
enum Job {
    Memory(memory::Job),
    Registers(registers::Job),
    Recovery(recovery::Job),
}

impl Job {
    fn prepare(command: &Command) -> anyhow::Result<Self> {
        if let Some(job) = memory::Job::prepare(command)? {
            return Ok(Self::Memory(job));
        }
        if let Some(job) = recovery::Job::prepare(command)? {
            return Ok(Self::Recovery(job));
        }
        Ok(Self::Registers(registers::Job::prepare(command)?))
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
            Self::Recovery(job) => job.plan(soc.or(virtual_board)),
        }
    }

    fn run(
        self,
        fel: &mut Fel<'_>,
        dram_up: bool,
        consent: &Consent<'_>,
        report: &mut Report,
    ) -> anyhow::Result<Answer> {
        match self {
            Self::Memory(job) => job.run(fel, dram_up, report),
            Self::Registers(job) => job.run(fel, dram_up),
            Self::Recovery(job) => job.run(fel, consent, report),
        }
    }
}

impl Command {
    /// Whether the user knows that DRAM works.
    fn dram_up(&self) -> bool {
        match self {
            Self::Read { dram, .. }
            | Self::Write { dram, .. }
            | Self::Exec { dram, .. }
            | Self::Hexdump { dram, .. }
            | Self::Dump { dram, .. }
            | Self::Readl { dram, .. }
            | Self::Writel { dram, .. }
            | Self::Fill { dram, .. }
            | Self::Clear { dram, .. }
            | Self::Reset64 { dram, .. } => dram.dram_up,
            _ => false,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Version => "fel version",
            Self::Read { .. } => "fel read",
            Self::Write { .. } => "fel write",
            Self::Exec { .. } => "fel exec",
            Self::Hexdump { .. } => "fel hexdump",
            Self::Dump { .. } => "fel dump",
            Self::Readl { .. } => "fel readl",
            Self::Writel { .. } => "fel writel",
            Self::Fill { .. } => "fel fill",
            Self::Clear { .. } => "fel clear",
            Self::Sid { .. } => "fel sid",
            Self::Spl { .. } => "fel spl",
            Self::Uboot { .. } => "fel uboot",
            Self::Reset64 { .. } => "fel reset64",
            Self::Wdreset => "fel wdreset",
            Self::DumpRom { .. } => "fel dump-rom",
            Self::Chips => "fel chips",
        }
    }
}
