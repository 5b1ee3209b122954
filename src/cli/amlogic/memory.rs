//! `memory`: memory and registers.

use std::path::{Path, PathBuf};

use link::{Silent, Source, StepId, Watch};
use serde_json::{Value, json};

use super::Context;
use crate::{
    cli::{hexdump, output},
    failure::Problem,
    family::amlogic::Memory,
    files::{Fill, memory_file::MemoryFile},
    number::{parse, parse_u32},
    report::Answer,
};

/// The most registers that one command reads.
const MOST: usize = 1 << 16;

const READ: &str = "\
Examples:
  racklet-flash amlogic memory read 0x01000000 1M uboot.bin
  racklet-flash amlogic memory read 0xd9000000 4096 sram.bin --virtual khadas/vim1";

const WRITE: &str = "\
Examples:
  racklet-flash amlogic memory write 0x08000000 boot.scr --verify
  racklet-flash amlogic memory write 0x01000000 u-boot.bin --virtual khadas/vim1:mode=uboot";

const FILL: &str = "\
Examples:
  racklet-flash amlogic memory fill 0x08000000 1M 0
  racklet-flash amlogic memory fill 0xd9000000 64 0xff --virtual khadas/vim1";

const HEXDUMP: &str = "\
Examples:
  racklet-flash amlogic memory hexdump 0x01000000 256
  racklet-flash amlogic memory hexdump 0xd9000000 64 --virtual khadas/vim1";

const READL: &str = "\
Examples:
  racklet-flash amlogic memory readl 0x01000000 --count 4
  racklet-flash amlogic memory readl 0xd9000000 0xd9000010 --virtual khadas/vim1";

const WRITEL: &str = "\
Examples:
  racklet-flash amlogic memory writel 0x01000000 0x12345678
  racklet-flash amlogic memory writel 0xd9000000 1 0xd9000004 2 --virtual khadas/vim1";

const RUN: &str = "\
Examples:
  racklet-flash amlogic memory run 0x01000000
  racklet-flash amlogic memory run 0x01000000 --virtual khadas/vim1:mode=uboot";

/// Commands about memory.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Read memory into a file
    #[command(after_help = READ)]
    Read {
        /// First address
        #[arg(value_parser = parse_u32)]
        addr: u32,
        /// Number of bytes
        #[arg(value_parser = parse)]
        len: u64,
        /// The file (- is stdout)
        file: PathBuf,
    },
    /// Write a file to memory
    #[command(after_help = WRITE)]
    Write {
        /// First address
        #[arg(value_parser = parse_u32)]
        addr: u32,
        /// The file (- is stdin)
        file: PathBuf,
        /// Read it back and compare
        #[arg(long)]
        verify: bool,
    },
    /// Fill memory with a byte
    #[command(after_help = FILL)]
    Fill {
        /// First address
        #[arg(value_parser = parse_u32)]
        addr: u32,
        /// Number of bytes
        #[arg(value_parser = parse)]
        len: u64,
        /// The byte, 0 to 255
        #[arg(value_parser = byte)]
        byte: u8,
    },
    /// Show memory in hexadecimal
    #[command(after_help = HEXDUMP)]
    Hexdump {
        /// First address
        #[arg(value_parser = parse_u32)]
        addr: u32,
        /// Number of bytes
        #[arg(value_parser = parse)]
        len: u64,
    },
    /// Read 32-bit registers
    #[command(after_help = READL)]
    Readl {
        /// Their addresses
        #[arg(required = true, value_parser = parse_u32, value_name = "ADDR")]
        addrs: Vec<u32>,
        /// Number of registers to read in a row from each address
        #[arg(long, default_value = "1", value_parser = parse_u32)]
        count: u32,
    },
    /// Write 32-bit registers, in the given order
    #[command(after_help = WRITEL)]
    Writel {
        /// Pairs of address and value
        #[arg(required = true, num_args = 2.., value_parser = parse_u32, value_names = ["ADDR", "VALUE"])]
        pairs: Vec<u32>,
    },
    /// Run code at an address; whether it runs, the board does not say (before the S905X4)
    #[command(after_help = RUN)]
    Run {
        /// The address
        #[arg(value_parser = parse_u32)]
        addr: u32,
    },
}

fn byte(text: &str) -> Result<u8, String> {
    u8::try_from(parse_u32(text)?).map_err(|_| "a byte is 0 to 255".into())
}

impl Command {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Read { .. } => "amlogic memory read",
            Self::Write { .. } => "amlogic memory write",
            Self::Fill { .. } => "amlogic memory fill",
            Self::Hexdump { .. } => "amlogic memory hexdump",
            Self::Readl { .. } => "amlogic memory readl",
            Self::Writel { .. } => "amlogic memory writel",
            Self::Run { .. } => "amlogic memory run",
        }
    }
}

/// A command whose arguments are sound and whose file is open.
pub(super) enum Job {
    Read { address: u32, length: u64, path: PathBuf },
    Write { load: MemoryFile, verify: bool },
    Fill { address: u32, fill: Fill },
    Show { address: u32, length: u64 },
    Readl(Vec<u32>),
    Writel(Vec<(u32, u32)>),
    Run(u32),
}

impl Job {
    pub(super) fn prepare(command: &Command) -> anyhow::Result<Self> {
        Ok(match command {
            Command::Read { addr, len, file } => {
                Self::Read { address: *addr, length: *len, path: file.clone() }
            }
            Command::Write { addr, file, verify } => {
                Self::Write { load: opened(*addr, file)?, verify: *verify }
            }
            Command::Fill { addr, len, byte } => {
                Self::Fill { address: *addr, fill: Fill { byte: *byte, size: *len } }
            }
            Command::Hexdump { addr, len } => Self::Show { address: *addr, length: shown(*len)? },
            Command::Readl { addrs, count } => Self::Readl(rows(addrs, *count)?),
            Command::Writel { pairs } => Self::Writel(writes(pairs)?),
            Command::Run { addr } => Self::Run(*addr),
        })
    }

    pub(super) fn plan(&self) -> Vec<String> {
        match self {
            Self::Read { address, length, path } => {
                vec![format!("read {length} bytes at {address:#010x} into {}", path.display())]
            }
            Self::Write { load, verify } => {
                let verify = verify.then(|| "read it back and compare".into());
                [load.plan()].into_iter().chain(verify).collect()
            }
            Self::Fill { address, fill } => {
                vec![format!("fill {} bytes at {address:#010x} with {:#04x}", fill.size, fill.byte)]
            }
            Self::Show { address, length } => {
                vec![format!("read {length} bytes at {address:#010x}")]
            }
            Self::Readl(addresses) => vec![format!("read {} registers", addresses.len())],
            Self::Writel(writes) => {
                let line = |(address, value)| format!("write {value:#010x} to {address:#010x}");
                writes.iter().copied().map(line).collect()
            }
            Self::Run(address) => vec![format!("run code at {address:#010x}")],
        }
    }

    pub(super) fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let who = context.who()?;
        let mut memory = Memory::new(context.board, &who);
        let report = &mut *context.report;
        Ok(match self {
            Self::Read { address, length, path } => {
                let mut output = output::create(&path, report)?;
                report.step(StepId::READ, "read", length);
                memory.read(address, length, &mut output, report)?;
                output.finish()?;
                Answer::new("", json!({"address": address, "bytes": length, "file": path}))
            }
            Self::Write { mut load, verify } => {
                memory.write_file(&mut load, verify, report)?;
                let (address, size) = (load.address, load.input.size());
                Answer::new(
                    "",
                    json!({"file": load.name, "address": address, "bytes": size, "verified": verify}),
                )
            }
            Self::Fill { address, mut fill } => {
                report.step(StepId::WRITE, "fill", fill.size);
                memory.write(address, &mut fill, report)?;
                Answer::new("", json!({"address": address, "bytes": fill.size, "verified": false}))
            }
            Self::Show { address, length } => show(&mut memory, address, length)?,
            Self::Readl(addresses) => readl(&mut memory, &addresses)?,
            Self::Writel(writes) => {
                for (address, value) in &writes {
                    memory.set_register(*address, *value)?;
                }
                Answer::new("", json!({"written": writes.len()}))
            }
            Self::Run(address) => {
                memory.run(address)?;
                report.note("the code was started; whether it runs, the board does not say");
                Answer::new("", json!({"address": address, "started": true}))
            }
        })
    }
}

/// A file that holds something: one that is empty is a mistake, and nothing of it could be compared.
fn opened(address: u32, path: &Path) -> anyhow::Result<MemoryFile> {
    let load = MemoryFile::open(address, path)?;
    match load.input.size() {
        0 => Err(Problem::BadInput(format!("{}: it is empty", path.display())).into()),
        _ => Ok(load),
    }
}

fn usage(text: &str) -> anyhow::Error {
    Problem::Usage(text.into()).into()
}

/// A length that can be shown.
fn shown(length: u64) -> anyhow::Result<u64> {
    match length {
        0..=hexdump::MOST => Ok(length),
        _ => Err(usage("these are too many bytes to show: `amlogic memory read` takes any length")),
    }
}

fn rows(addresses: &[u32], count: u32) -> anyhow::Result<Vec<u32>> {
    if count == 0 {
        return Err(usage("no registers are to be read: --count is 0"));
    }
    if addresses.len().saturating_mul(count as usize) > MOST {
        return Err(usage("these are too many registers for one command"));
    }
    let row = |address: u32| (0..count).map(move |index| address.checked_add(4 * index));
    let rows: Option<Vec<u32>> = addresses.iter().copied().flat_map(row).collect();
    let rows =
        rows.ok_or_else(|| usage("a row of registers runs past the end of the address space"))?;
    rows.iter().try_for_each(|address| aligned(*address))?;
    Ok(rows)
}

fn writes(pairs: &[u32]) -> anyhow::Result<Vec<(u32, u32)>> {
    let writes = pairs.chunks(2).map(|pair| match pair {
        [address, value] => aligned(*address).map(|()| (*address, *value)),
        _ => Err(usage("an address is without its value")),
    });
    writes.collect()
}

fn aligned(address: u32) -> anyhow::Result<()> {
    match address % 4 {
        0 => Ok(()),
        _ => Err(usage(&format!(
            "{address:#x} is not a register: their addresses are multiples of 4"
        ))),
    }
}

fn show(memory: &mut Memory<'_>, address: u32, length: u64) -> anyhow::Result<Answer> {
    let mut bytes = Vec::new();
    memory.read(address, length, &mut bytes, &mut Silent)?;
    let data: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Answer::new(hexdump::lines(address, &bytes), json!({"address": address, "data": data})))
}

/// One value per line; with its address before it where there are several.
fn readl(memory: &mut Memory<'_>, addresses: &[u32]) -> anyhow::Result<Answer> {
    let read = |address: &u32| memory.register(*address).map(|value| (*address, value));
    let rows = addresses.iter().map(read).collect::<anyhow::Result<Vec<_>>>()?;
    let lines: Vec<_> = match rows.as_slice() {
        [(_, value)] => vec![format!("{value:#010x}")],
        _ => rows.iter().map(|(address, value)| format!("{address:#010x} {value:#010x}")).collect(),
    };
    let field = |(address, value): &(u32, u32)| json!({"address": address, "value": value});
    let fields: Vec<Value> = rows.iter().map(field).collect();
    Ok(Answer::new(lines.join("\n"), json!({"registers": fields})))
}
