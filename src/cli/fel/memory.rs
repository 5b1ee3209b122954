//! `fel memory`: memory, registers, and code in memory.

use std::path::PathBuf;

use clap::Subcommand;
use fel::host::Fel;
use link::{Silent, Source, StepId, Watch};
use serde_json::json;

use super::{Dram, chain, registers};
use crate::{
    cli::{hexdump, output},
    failure::Problem,
    family::allwinner,
    files::{Fill as Filler, memory_file::MemoryFile},
    number::{parse, parse_u32},
    report::{Answer, Report},
};

pub(super) const READ: &str = "\
Examples:
  racklet-flash fel read 0x2000 64 sram.bin
  racklet-flash fel memory read 0x40000000 16M dram.bin --virtual xunlong/orangepi-pc:dram=on";

pub(super) const WRITE: &str = "\
Examples:
  racklet-flash fel write 0x40000000 Image --verify --virtual xunlong/orangepi-pc:dram=on
  racklet-flash fel memory write 0x42000000 Image 0x44000000 board.dtb --virtual orangepi-pc:dram=on";

const FILL: &str = "\
Examples:
  racklet-flash fel memory fill 0x2000 4k 0xff
  racklet-flash fel memory fill 0x42000000 1M 0 --virtual xunlong/orangepi-pc:dram=on";

const HEXDUMP: &str = "\
Examples:
  racklet-flash fel memory hexdump 0x2000 64
  racklet-flash fel memory hexdump 0 256 --virtual xunlong/orangepi-pc";

#[derive(Clone, Debug, Subcommand)]
pub(super) enum Command {
    /// Read memory into a file
    #[command(after_help = READ)]
    Read(Read),
    /// Write files to memory
    #[command(after_help = WRITE)]
    Write(Write),
    /// Fill memory with a byte
    #[command(after_help = FILL)]
    Fill(Fill),
    /// Show memory in hexadecimal
    #[command(after_help = HEXDUMP)]
    Hexdump(Range),
    /// Read 32-bit registers
    #[command(after_help = registers::READL)]
    Readl(registers::Readl),
    /// Write 32-bit registers, in order
    #[command(after_help = registers::WRITEL)]
    Writel(registers::Writel),
    /// Run code at an address and wait for it to return
    #[command(after_help = registers::RUN)]
    Run(registers::Run),
}

/// A part of memory.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Range {
    /// Address
    #[arg(value_parser = parse_u32)]
    addr: u32,
    /// Number of bytes
    #[arg(value_parser = parse)]
    len: u64,
    #[command(flatten)]
    dram: Dram,
}

#[derive(Clone, Debug, clap::Args)]
pub(super) struct Read {
    #[command(flatten)]
    range: Range,
    /// Output file (- is stdout)
    file: PathBuf,
}

#[derive(Clone, Debug, clap::Args)]
pub(super) struct Write {
    /// Pairs of address and file (- is stdin)
    #[arg(required = true, num_args = 2.., value_names = ["ADDR", "FILE"])]
    pairs: Vec<String>,
    /// Read everything back and compare
    #[arg(long)]
    verify: bool,
    /// Number of files, as sunxi-fel's multiwrite tells it
    #[arg(long, hide = true, value_name = "N")]
    files: Option<usize>,
    #[command(flatten)]
    dram: Dram,
}

#[derive(Clone, Debug, clap::Args)]
pub(super) struct Fill {
    #[command(flatten)]
    range: Range,
    /// The byte, 0 to 255
    #[arg(value_parser = parse_u32)]
    byte: u32,
}

impl Command {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Read(_) => "fel memory read",
            Self::Write(_) => "fel memory write",
            Self::Fill(_) => "fel memory fill",
            Self::Hexdump(_) => "fel memory hexdump",
            Self::Readl(_) => "fel memory readl",
            Self::Writel(_) => "fel memory writel",
            Self::Run(_) => "fel memory run",
        }
    }

    /// Fails where an argument or a file is not what it should be.
    pub(super) fn job(self) -> anyhow::Result<super::Job> {
        let (what, dram) = match self {
            Self::Readl(args) => return Ok(super::Job::Registers(args.job()?)),
            Self::Writel(args) => return Ok(super::Job::Registers(args.job()?)),
            Self::Run(args) => return Ok(super::Job::Registers(args.job())),
            Self::Read(Read { range, file }) => (
                What::Read { address: range.addr, length: range.fitting()?, path: file },
                range.dram,
            ),
            Self::Write(args) => {
                let loads = loads(&args.pairs)?;
                if args.files.is_some_and(|files| files != loads.len()) {
                    return Err(usage(format!("these are {} files", loads.len())));
                }
                (What::Write { loads, verify: args.verify }, args.dram)
            }
            Self::Fill(Fill { range, byte }) => {
                let byte =
                    u8::try_from(byte).map_err(|_| usage(format!("{byte:#x} is not a byte")))?;
                let fill = Filler { byte, size: range.fitting()? };
                (What::Fill { address: range.addr, fill }, range.dram)
            }
            Self::Hexdump(range) => (shown(&range)?, range.dram),
        };
        Ok(super::Job::Memory(Job { what, dram_up: dram.dram_up }))
    }
}

impl Range {
    /// Its length, which ends within memory.
    fn fitting(&self) -> anyhow::Result<u64> {
        ranged(self.addr, self.len)
    }
}

/// A command whose arguments are sound and whose files are open.
pub(super) struct Job {
    what: What,
    dram_up: bool,
}

enum What {
    Read { address: u32, length: u64, path: PathBuf },
    Rom { length: Option<u32>, path: PathBuf },
    Write { loads: Vec<MemoryFile>, verify: bool },
    Show { address: u32, length: u64 },
    Fill { address: u32, fill: Filler },
}

impl Job {
    pub(super) fn rom(path: PathBuf, length: Option<u32>) -> Self {
        Self { what: What::Rom { length, path }, dram_up: false }
    }

    pub(super) fn plan(&self) -> Vec<String> {
        match &self.what {
            What::Read { address, length, path } => {
                vec![format!("read {length} bytes at {address:#010x} into {}", path.display())]
            }
            What::Rom { path, .. } => vec![format!("read the boot ROM into {}", path.display())],
            What::Write { loads, verify } => loads
                .iter()
                .map(MemoryFile::plan)
                .chain(verify.then(|| "read everything back and compare".into()))
                .collect(),
            What::Show { address, length } => {
                vec![format!("read {length} bytes at {address:#010x}")]
            }
            What::Fill { address, fill } => {
                vec![format!("fill {} bytes at {address:#010x} with {:#04x}", fill.size, fill.byte)]
            }
        }
    }

    /// What of memory it touches: (address, bytes).
    fn ranges(&self) -> Vec<(u32, u64)> {
        match &self.what {
            What::Read { address, length, .. } | What::Show { address, length } => {
                vec![(*address, *length)]
            }
            // The boot ROM is not DRAM, and the SoC tells how long it is.
            What::Rom { .. } => Vec::new(),
            What::Write { loads, .. } => {
                loads.iter().map(|load| (load.address, load.input.size())).collect()
            }
            What::Fill { address, fill } => vec![(*address, fill.size)],
        }
    }

    pub(super) fn run(self, fel: &mut Fel<'_>, report: &mut Report) -> anyhow::Result<Answer> {
        fel.reach(&self.ranges(), self.dram_up)?;
        match self.what {
            What::Read { address, length, path } => read(fel, address, length, &path, report),
            What::Rom { length, path } => {
                let (address, known) = fel.chip()?.rom;
                read(fel, address, length.unwrap_or(known).into(), &path, report)
            }
            What::Write { loads, verify } => write(fel, loads, verify, report),
            What::Show { address, length } => show(fel, address, length),
            What::Fill { address, mut fill } => {
                report.step(StepId::WRITE, "fill", fill.size);
                fel.write(address, &mut fill, report)?;
                Ok(Answer::new("", json!({"address": address, "bytes": fill.size})))
            }
        }
    }
}

fn usage(text: String) -> anyhow::Error {
    Problem::Usage(text).into()
}

/// A length that ends within memory from `address` on.
fn ranged(address: u32, length: u64) -> anyhow::Result<u64> {
    if fel::host::fits(address, length) {
        return Ok(length);
    }
    let text =
        format!("{length} bytes from {address:#010x} run past the end of memory (0xffffffff)");
    Err(usage(text))
}

fn shown(range: &Range) -> anyhow::Result<What> {
    match range.fitting()? {
        length @ 0..=hexdump::MOST => Ok(What::Show { address: range.addr, length }),
        length => {
            Err(usage(format!("{length} bytes are too many to show: `fel read` takes any length")))
        }
    }
}

fn loads(pairs: &[String]) -> anyhow::Result<Vec<MemoryFile>> {
    let words: Vec<_> = std::iter::once("write").chain(pairs.iter().map(String::as_str)).collect();
    if let Some((text, advice)) = chain::calls(&words, &[]) {
        return Err(Problem::Usage(text.into()).advised(advice).into());
    }
    let pairs = pairs.chunks(2).map(|pair| match pair {
        [address, path] => {
            let load = MemoryFile::open(parse_u32(address).map_err(usage)?, path.as_ref())?;
            ranged(load.address, load.input.size())?;
            Ok(load)
        }
        _ => Err(usage("an address is without its file".into())),
    });
    pairs.collect()
}

fn read(
    fel: &mut Fel<'_>,
    address: u32,
    length: u64,
    path: &std::path::Path,
    report: &mut Report,
) -> anyhow::Result<Answer> {
    let mut output = output::create(path, report)?;
    report.step(StepId::READ, "read", length);
    fel.read(address, length, &mut output, report)?;
    output.finish()?;
    Ok(Answer::new("", json!({"address": address, "bytes": length, "file": path})))
}

fn write(
    fel: &mut Fel<'_>,
    mut loads: Vec<MemoryFile>,
    verify: bool,
    report: &mut Report,
) -> anyhow::Result<Answer> {
    allwinner::write(fel, &mut loads, verify, report)?;
    let written: Vec<_> = loads
        .iter()
        .map(|load| json!({"file": load.name, "address": load.address, "bytes": load.input.size()}))
        .collect();
    Ok(Answer::new("", json!({"written": written, "verified": verify})))
}

fn show(fel: &mut Fel<'_>, address: u32, length: u64) -> anyhow::Result<Answer> {
    let mut bytes = Vec::new();
    fel.read(address, length, &mut bytes, &mut Silent)?;
    let data: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Answer::new(hexdump::lines(address, &bytes), json!({"address": address, "data": data})))
}
