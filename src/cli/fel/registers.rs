//! Commands about the SoC itself: its identity, its registers, code in it.

use std::time::Duration;

use fel::{
    chips::{self, Chip, Core},
    host::Fel,
};
use serde_json::{Value, json};

use super::Dram;
use crate::{
    boards::storage::Storage,
    failure::Problem,
    family::{
        Medium, Stage,
        allwinner::{self, Efuses},
    },
    number::{parse_seconds, parse_u32},
    report::Answer,
};

/// The most registers that one command reads.
const MOST: usize = 1 << 20;

pub(super) const READL: &str = "\
Registers are read by code on the SoC, 32 bits at a time: FEL itself reads bytes.

Examples:
  racklet-flash fel memory readl 0x01c14200 --count 4
  racklet-flash fel memory readl 0x01c00024 --virtual xunlong/orangepi-pc";

pub(super) const WRITEL: &str = "\
Examples:
  racklet-flash fel memory writel 0x01c20800 0x77777777
  racklet-flash fel memory writel 0x01c20800 1 0x01c20804 2 --virtual xunlong/orangepi-pc";

pub(super) const RUN: &str = "\
Examples:
  racklet-flash fel memory run 0x2000 --no-return --virtual xunlong/orangepi-pc
  racklet-flash fel memory run 0x40000000 --aarch64 --virtual mangopi/mq-quad:dram=on";

#[derive(Clone, Debug, clap::Args)]
pub(super) struct Readl {
    /// Addresses of the registers
    #[arg(required = true, value_parser = parse_u32, value_name = "ADDR")]
    addrs: Vec<u32>,
    /// Number of registers in a row from each address
    #[arg(long, default_value = "1", value_parser = parse_u32)]
    count: u32,
    #[command(flatten)]
    dram: Dram,
}

#[derive(Clone, Debug, clap::Args)]
pub(super) struct Writel {
    /// Pairs of address and value
    #[arg(required = true, num_args = 2.., value_parser = parse_u32, value_names = ["ADDR", "VALUE"])]
    pairs: Vec<u32>,
    #[command(flatten)]
    dram: Dram,
}

#[derive(Clone, Debug, clap::Args)]
pub(super) struct Run {
    /// Address
    #[arg(value_parser = parse_u32)]
    addr: u32,
    /// Do not wait for the code to return
    #[arg(long)]
    no_return: bool,
    /// The longest time to wait for it
    #[arg(long, value_name = "SECONDS", value_parser = parse_seconds, default_value = "5", conflicts_with = "no_return")]
    limit: Duration,
    /// Start 64-bit code, which does not return: the board leaves FEL
    #[arg(long, conflicts_with_all = ["no_return", "limit"])]
    aarch64: bool,
    #[command(flatten)]
    dram: Dram,
}

impl Readl {
    pub(super) fn job(self) -> anyhow::Result<Job> {
        Ok(Job::Readl { addresses: rows(&self.addrs, self.count)?, dram_up: self.dram.dram_up })
    }
}

impl Writel {
    pub(super) fn job(self) -> anyhow::Result<Job> {
        Ok(Job::Writel { writes: writes(&self.pairs)?, dram_up: self.dram.dram_up })
    }
}

impl Run {
    pub(super) fn job(self) -> Job {
        let start = match self {
            Self { aarch64: true, .. } => Start::Aarch64,
            Self { no_return: true, .. } => Start::Leave,
            Self { limit, .. } => Start::Call(limit),
        };
        Job::Run { address: self.addr, start, dram_up: self.dram.dram_up }
    }
}

/// How code is started.
pub(super) enum Start {
    /// It returns within this time.
    Call(Duration),
    /// It does not return.
    Leave,
    /// It is 64-bit code, and does not return.
    Aarch64,
}

pub(super) enum Job {
    Identify { storages: bool },
    Run { address: u32, start: Start, dram_up: bool },
    Readl { addresses: Vec<u32>, dram_up: bool },
    Writel { writes: Vec<(u32, u32)>, dram_up: bool },
    Sid { registers: bool, dump: bool },
    Reset,
}

impl Job {
    pub(super) fn plan(&self) -> String {
        match self {
            Self::Identify { storages: false } => "ask the board which SoC it has".into(),
            Self::Identify { storages: true } => {
                "ask the board which SoC it has, and its storages what they are".into()
            }
            Self::Run { address, start: Start::Call(limit), .. } => format!(
                "branch to {address:#010x}, wait up to {} s for its return",
                limit.as_secs_f32()
            ),
            Self::Run { address, start: Start::Leave, .. } => format!("branch to {address:#010x}"),
            Self::Run { address, start: Start::Aarch64, .. } => {
                format!("start AArch64 code at {address:#010x}")
            }
            Self::Readl { addresses, .. } => {
                format!("read {} registers by code on the board", addresses.len())
            }
            Self::Writel { writes, .. } => {
                format!("write {} registers by code on the board", writes.len())
            }
            Self::Sid { .. } => "read the SID".into(),
            Self::Reset => "reset the board by its watchdog".into(),
        }
    }

    pub(super) fn run(self, fel: &mut Fel<'_>) -> anyhow::Result<Answer> {
        let ranges = |addresses: &[u32]| addresses.iter().map(|&at| (at, 1)).collect::<Vec<_>>();
        match self {
            Self::Identify { storages } => identify(fel, storages),
            Self::Run { address, start, dram_up } => {
                if matches!(start, Start::Aarch64) {
                    fel.rvbar()?;
                }
                fel.reach(&[(address, 1)], dram_up)?;
                run(fel, address, &start)
            }
            Self::Readl { addresses, dram_up } => {
                fel.reach(&ranges(&addresses), dram_up)?;
                readl(fel, &addresses)
            }
            Self::Writel { writes, dram_up } => {
                let addresses: Vec<_> = writes.iter().map(|&(address, _)| address).collect();
                fel.reach(&ranges(&addresses), dram_up)?;
                fel.writel(&writes)?;
                Ok(Answer::new("", json!({"written": writes.len()})))
            }
            Self::Sid { registers, dump } => {
                fel.ready()?;
                sid(fel, registers, dump)
            }
            Self::Reset => {
                fel.ready()?;
                fel.watchdog_reset()?;
                Ok(Answer::done())
            }
        }
    }
}

fn run(fel: &mut Fel<'_>, address: u32, start: &Start) -> anyhow::Result<Answer> {
    match start {
        Start::Call(limit) => fel.call(address, *limit)?,
        Start::Leave => fel.leave(address)?,
        Start::Aarch64 => fel.enter_aarch64(address)?,
    }
    let returned = matches!(start, Start::Call(_));
    Ok(Answer::new("", json!({"address": address, "returned": returned})))
}

fn usage(text: &str) -> anyhow::Error {
    Problem::Usage(text.into()).into()
}

fn rows(addresses: &[u32], count: u32) -> anyhow::Result<Vec<u32>> {
    if addresses.len() * count as usize > MOST {
        return Err(usage("these are too many registers for one command"));
    }
    let row = |address: u32| (0..count).map(move |index| address.checked_add(4 * index));
    let rows: Option<Vec<u32>> = addresses.iter().copied().flat_map(row).collect();
    rows.ok_or_else(|| usage("a row of registers runs past the end of the address space"))
}

fn writes(pairs: &[u32]) -> anyhow::Result<Vec<(u32, u32)>> {
    let writes = pairs.chunks(2).map(|pair| match pair {
        [address, value] => Ok((*address, *value)),
        _ => Err(usage("an address is without its value")),
    });
    writes.collect()
}

/// One line about the board for `-v`.
pub(super) fn describe(fel: &Fel<'_>) -> String {
    let version = fel.version();
    match fel.chip() {
        Ok(chip) => {
            format!("Allwinner {} (id {:#06x}), FEL (mask ROM)", names(chip), version.soc())
        }
        Err(error) => format!("Allwinner id {:#06x}, FEL: {}", version.soc(), error.cause),
    }
}

fn identify(fel: &mut Fel<'_>, asks_storages: bool) -> anyhow::Result<Answer> {
    let storages = asks_storages.then(|| allwinner::storages(fel)).transpose()?;
    let version = fel.version();
    let mut text = format!("{}, scratchpad {:#010x}", describe(fel), version.scratchpad);
    let mut fields = json!({
        "stage": Stage::MaskRom.name(), "soc": fel.chip().ok().map(|chip| chip.name), "id": version.soc(), "mode": version.mode.0,
        "firmware": version.firmware, "scratchpad": version.scratchpad,
    });
    if let Some(storages) = storages {
        storages.iter().for_each(|medium| text += &format!("\n{}", line(medium)));
        fields["storages"] = storages.iter().map(storage).collect();
    }
    Ok(Answer::new(text, fields))
}

/// A storage for people.
fn line(medium: &Medium) -> String {
    format!("{}: {}", medium.words(), medium.id.as_deref().unwrap_or_default())
}

/// The same for scripts.
fn storage(medium: &Medium) -> Value {
    let kind = medium.kind.map(Storage::name);
    json!({"storage": kind, "sectors": medium.sectors, "id": medium.id})
}

/// One value a line; with its address before it where there are several.
fn readl(fel: &mut Fel<'_>, addresses: &[u32]) -> anyhow::Result<Answer> {
    let values = fel.readl(addresses)?;
    let lines: Vec<_> = match values.as_slice() {
        [value] => vec![format!("{value:#010x}")],
        _ => addresses
            .iter()
            .zip(&values)
            .map(|(address, value)| format!("{address:#010x} {value:#010x}"))
            .collect(),
    };
    let fields: Vec<_> = addresses
        .iter()
        .zip(&values)
        .map(|(address, value)| json!({"address": address, "value": value}))
        .collect();
    Ok(Answer::new(lines.join("\n"), json!({"registers": fields})))
}

fn sid(fel: &mut Fel<'_>, registers: bool, dump: bool) -> anyhow::Result<Answer> {
    if !dump {
        let words = fel.sid(0, 4, registers)?;
        let text = words.iter().map(|word| format!("{word:08x}")).collect::<Vec<_>>().join(":");
        return Ok(Answer::new(text.clone(), json!({"sid": text})));
    }
    let efuses = allwinner::efuses(fel, registers)?;
    let line = |part: &Efuses| {
        let hex: Vec<String> = part.words.iter().map(|word| format!("{word:08x}")).collect();
        format!("{:16} {:#05x} {:5} bits  {}", part.name, part.offset, part.bits, hex.join(" "))
    };
    let fields = |part: &Efuses| json!({"name": part.name, "offset": part.offset, "bits": part.bits, "words": part.words});
    let lines: Vec<_> = efuses.iter().map(line).collect();
    let fields: Vec<_> = efuses.iter().map(fields).collect();
    Ok(Answer::new(lines.join("\n"), json!({"sections": fields})))
}

/// The table of SoCs.
pub(super) fn chips() -> Answer {
    let line = |chip: &Chip| {
        let core = match (chip.core, chip.rvbar) {
            (Core::RiscV, _) => "RV64",
            (Core::Arm, Some(_)) => "ARM, 64-bit",
            (Core::Arm, None) => "ARM",
        };
        let spl = if chip.core == Core::Arm {
            format!("SPL up to {} bytes at {:#x}", chip.spl_limit(), chip.spl)
        } else {
            "no SPL over FEL".into()
        };
        format!("{:#06x}  {:<34} {core:<12} {spl}", chip.id, names(chip))
    };
    let fields = |chip: &Chip| -> Value {
        json!({"id": chip.id, "name": chip.name, "also": chip.also, "spl": chip.spl, "spl_limit": chip.spl_limit(), "aarch64": chip.rvbar.is_some()})
    };
    let untried = chips::UNTRIED
        .iter()
        .map(|soc| format!("{:#06x}  {:<47} untried: memory and exec only", soc.id, soc.name));
    let lines: Vec<_> = chips::all().map(line).chain(untried).collect();
    let names = |soc: &chips::Untried| json!({"id": soc.id, "name": soc.name});
    Answer::new(
        lines.join("\n"),
        json!({
            "chips": chips::all().map(fields).collect::<Vec<_>>(),
            "untried": chips::UNTRIED.iter().map(names).collect::<Vec<_>>(),
        }),
    )
}

fn names(chip: &Chip) -> String {
    let also = chip.also.iter().map(|name| format!("/{name}"));
    std::iter::once(chip.name.to_owned()).chain(also).collect()
}
