//! Commands that move memory as it is.

use std::path::PathBuf;

use anyhow::Context;
use fel::host::Fel;
use link::{Silent, Source, StepId, Watch};
use serde_json::json;

use super::{Command, chain};
use crate::{
    cli::{hexdump, output},
    failure::Problem,
    files::{Fill, memory_file::MemoryFile},
    number::parse_u32,
    report::{Answer, Report},
};

pub(super) enum Job {
    Read { address: u32, length: u64, path: PathBuf },
    Rom { length: Option<u32>, path: PathBuf },
    Write { loads: Vec<MemoryFile>, verify: bool },
    Show { address: u32, length: u64, raw: bool },
    Fill { address: u32, fill: Fill },
}

impl Job {
    pub(super) fn prepare(command: &Command) -> anyhow::Result<Option<Self>> {
        Ok(Some(match command {
            Command::Read { addr, len, file, .. } => {
                Self::Read { address: *addr, length: ranged(*addr, *len)?, path: file.clone() }
            }
            Command::DumpRom { file, length } => Self::Rom { length: *length, path: file.clone() },
            Command::Write { pairs, verify, .. } => {
                Self::Write { loads: loads(pairs)?, verify: *verify }
            }
            Command::Hexdump { addr, len, .. } => shown(*addr, *len, false)?,
            Command::Dump { addr, len, .. } => shown(*addr, *len, true)?,
            Command::Fill { addr, len, byte, .. } => {
                let byte =
                    u8::try_from(*byte).map_err(|_| usage(format!("{byte:#x} is not a byte")))?;
                Self::Fill { address: *addr, fill: Fill { byte, size: ranged(*addr, *len)? } }
            }
            Command::Clear { addr, len, .. } => {
                Self::Fill { address: *addr, fill: Fill { byte: 0, size: ranged(*addr, *len)? } }
            }
            _ => return Ok(None),
        }))
    }

    pub(super) fn plan(&self) -> Vec<String> {
        match self {
            Self::Read { address, length, path } => {
                vec![format!("read {length} bytes at {address:#010x} into {}", path.display())]
            }
            Self::Rom { path, .. } => vec![format!("read the boot ROM into {}", path.display())],
            Self::Write { loads, verify } => loads
                .iter()
                .map(MemoryFile::plan)
                .chain(verify.then(|| "read everything back and compare".into()))
                .collect(),
            Self::Show { address, length, .. } => {
                vec![format!("read {length} bytes at {address:#010x}")]
            }
            Self::Fill { address, fill } => {
                vec![format!("fill {} bytes at {address:#010x} with {:#04x}", fill.size, fill.byte)]
            }
        }
    }

    /// What of memory it touches: (address, bytes).
    fn ranges(&self) -> Vec<(u32, u64)> {
        match self {
            Self::Read { address, length, .. } | Self::Show { address, length, .. } => {
                vec![(*address, *length)]
            }
            // The boot ROM is no DRAM; how long it is the SoC tells.
            Self::Rom { .. } => Vec::new(),
            Self::Write { loads, .. } => {
                loads.iter().map(|load| (load.address, load.input.size())).collect()
            }
            Self::Fill { address, fill } => vec![(*address, fill.size)],
        }
    }

    pub(super) fn run(
        self,
        fel: &mut Fel<'_>,
        dram_up: bool,
        report: &mut Report,
    ) -> anyhow::Result<Answer> {
        fel.reach(&self.ranges(), dram_up)?;
        match self {
            Self::Read { address, length, path } => read(fel, address, length, &path, report),
            Self::Rom { length, path } => {
                let (address, known) = fel.chip()?.rom;
                read(fel, address, length.unwrap_or(known).into(), &path, report)
            }
            Self::Write { loads, verify } => write(fel, loads, verify, report),
            Self::Show { address, length, raw } => show(fel, address, length, raw, report),
            Self::Fill { address, mut fill } => {
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

fn shown(address: u32, length: u64, raw: bool) -> anyhow::Result<Job> {
    match ranged(address, length)? {
        0..=hexdump::MOST => Ok(Job::Show { address, length, raw }),
        _ => {
            Err(usage(format!("{length} bytes are too many to show: `fel read` takes any length")))
        }
    }
}

fn loads(pairs: &[String]) -> anyhow::Result<Vec<MemoryFile>> {
    let words: Vec<_> = ["fel", "write"]
        .into_iter()
        .chain(pairs.iter().map(String::as_str))
        .map(Into::into)
        .collect();
    if let Some(text) = chain::instead(&words) {
        return Err(usage(text));
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
    for load in &mut loads {
        report.step(StepId::WRITE, &load.name, load.input.size());
        fel.write(load.address, &mut load.input, report).with_context(|| load.name.clone())?;
    }
    for load in loads.iter_mut().filter(|_| verify) {
        compare(fel, load, report)?;
    }
    let written: Vec<_> = loads
        .iter()
        .map(|load| json!({"file": load.name, "address": load.address, "bytes": load.input.size()}))
        .collect();
    Ok(Answer::new("", json!({"written": written, "verified": verify})))
}

fn compare(fel: &mut Fel<'_>, load: &mut MemoryFile, report: &mut Report) -> anyhow::Result<()> {
    let size = load.input.size();
    report.step(StepId::VERIFY, "verify", size);
    let address = load.address;
    let mut compare = load.compare();
    fel.read(address, size, &mut compare, report)?;
    Ok(compare.result()?)
}

fn show(
    fel: &mut Fel<'_>,
    address: u32,
    length: u64,
    raw: bool,
    report: &Report,
) -> anyhow::Result<Answer> {
    let mut bytes = Vec::new();
    fel.read(address, length, &mut bytes, &mut Silent)?;
    if raw && !report.style().json {
        use std::io::Write;
        let mut out = std::io::stdout().lock();
        out.write_all(&bytes).and_then(|()| out.flush()).context("stdout")?;
        return Ok(Answer::done());
    }
    let data: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Answer::new(hexdump::lines(address, &bytes), json!({"address": address, "data": data})))
}
