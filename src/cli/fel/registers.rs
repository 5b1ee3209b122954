//! Commands about the SoC itself: who it is, its registers, code in it.

use std::time::Duration;

use fel::{
    chips::{self, Chip, Core},
    host::Fel,
};
use serde_json::{Value, json};

use super::Command;
use crate::{failure::Problem, report::Answer};

/// The most registers that one command reads.
const MOST: usize = 1 << 20;

pub(super) enum Job {
    Version,
    Exec { address: u32, limit: Option<Duration> },
    Readl(Vec<u32>),
    Writel(Vec<(u32, u32)>),
    Sid { registers: bool, dump: bool },
    Reset64(u32),
    Wdreset,
}

impl Job {
    pub(super) fn prepare(command: &Command) -> anyhow::Result<Self> {
        Ok(match command {
            Command::Exec { addr, no_return, limit, .. } => {
                Self::Exec { address: *addr, limit: (!no_return).then_some(*limit) }
            }
            Command::Readl { addrs, count, .. } => Self::Readl(rows(addrs, *count)?),
            Command::Writel { pairs, .. } => Self::Writel(writes(pairs)?),
            Command::Sid { registers, dump } => Self::Sid { registers: *registers, dump: *dump },
            Command::Reset64 { addr, .. } => Self::Reset64(*addr),
            Command::Wdreset => Self::Wdreset,
            _ => Self::Version,
        })
    }

    pub(super) fn plan(&self) -> String {
        match self {
            Self::Version => "ask the board who it is".into(),
            Self::Exec { address, limit: Some(limit) } => format!(
                "branch to {address:#010x}, wait up to {} s for its return",
                limit.as_secs_f32()
            ),
            Self::Exec { address, limit: None } => format!("branch to {address:#010x}"),
            Self::Readl(addresses) => {
                format!("read {} registers by code on the board", addresses.len())
            }
            Self::Writel(writes) => {
                format!("write {} registers by code on the board", writes.len())
            }
            Self::Sid { .. } => "read the SID".into(),
            Self::Reset64(address) => format!("start AArch64 code at {address:#010x}"),
            Self::Wdreset => "reset the board by its watchdog".into(),
        }
    }

    /// What of memory it touches: (address, bytes).
    fn ranges(&self) -> Vec<(u32, u64)> {
        match self {
            Self::Exec { address, .. } | Self::Reset64(address) => vec![(*address, 1)],
            Self::Readl(addresses) => addresses.iter().map(|&address| (address, 1)).collect(),
            Self::Writel(writes) => writes.iter().map(|&(address, _)| (address, 1)).collect(),
            Self::Version | Self::Sid { .. } | Self::Wdreset => Vec::new(),
        }
    }

    pub(super) fn run(self, fel: &mut Fel<'_>, dram_up: bool) -> anyhow::Result<Answer> {
        if !matches!(self, Self::Version) {
            if matches!(self, Self::Reset64(_)) {
                fel.rvbar()?;
            }
            fel.reach(&self.ranges(), dram_up)?;
        }
        match self {
            Self::Version => Ok(version(fel)),
            Self::Exec { address, limit } => {
                match limit {
                    Some(limit) => fel.call(address, limit)?,
                    None => fel.leave(address)?,
                }
                Ok(Answer::new("", json!({"address": address, "returned": limit.is_some()})))
            }
            Self::Readl(addresses) => readl(fel, &addresses),
            Self::Writel(writes) => {
                fel.writel(&writes)?;
                Ok(Answer::new("", json!({"written": writes.len()})))
            }
            Self::Sid { registers, dump } => sid(fel, registers, dump),
            Self::Reset64(address) => {
                fel.enter_aarch64(address)?;
                Ok(Answer::new("", json!({"address": address})))
            }
            Self::Wdreset => {
                fel.watchdog_reset()?;
                Ok(Answer::done())
            }
        }
    }
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

fn version(fel: &Fel<'_>) -> Answer {
    let version = fel.version();
    let text = format!("{}, scratchpad {:#010x}", describe(fel), version.scratchpad);
    let fields = json!({
        "soc": fel.chip().ok().map(|chip| chip.name), "id": version.soc(), "mode": version.mode.0,
        "firmware": version.firmware, "scratchpad": version.scratchpad,
    });
    Answer::new(text, fields)
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
    let chip = fel.chip()?;
    let sections = chip.sid.map_or(&[][..], |sid| sid.sections);
    if sections.is_empty() {
        return Err(Problem::Refused(format!(
            "the sections of the {}'s eFuses are not known; `fel sid` shows the first 16 bytes",
            chip.name
        ))
        .into());
    }
    let (mut lines, mut fields) = (Vec::new(), Vec::new());
    for &(name, offset, bits) in sections {
        let words = fel.sid(offset.into(), u32::from(bits).div_ceil(32), registers)?;
        let hex: Vec<String> = words.iter().map(|word| format!("{word:08x}")).collect();
        lines.push(format!("{name:16} {offset:#05x} {bits:5} bits  {}", hex.join(" ")));
        fields.push(json!({"name": name, "offset": offset, "bits": bits, "words": words}));
    }
    Ok(Answer::new(lines.join("\n"), json!({"sections": fields})))
}

/// Every SoC that is known.
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
