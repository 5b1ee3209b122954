//! Commands that move memory, and run what lies there.

use std::path::{Path, PathBuf};

use amlogic::{
    adnl::{host::Adnl, wire::Transfer},
    optimus::host::{Optimus, Way},
};
use anyhow::Context as _;
use link::{Silent, Sink, Source, StepId, Watch};
use serde_json::{Value, json};

use super::{Command, Context, Identification};
use crate::{
    cli::output,
    failure::Problem,
    family::amlogic::{Program, burn_mode::Quiet},
    files::memory_file::MemoryFile,
    report::Answer,
    session::UsbSession,
};

/// The most registers that one command reads.
const MOST: usize = 1 << 16;

pub(super) enum Job {
    Read { address: u32, length: u64, path: PathBuf },
    Write { load: MemoryFile, verify: bool },
    Readl(Vec<u32>),
    Writel(Vec<(u32, u32)>),
    Run(u32),
}

impl Job {
    pub(super) fn prepare(command: &Command) -> anyhow::Result<Option<Self>> {
        Ok(Some(match command {
            Command::Read { addr, len, file } => {
                Self::Read { address: *addr, length: *len, path: file.clone() }
            }
            Command::Write { addr, file, verify } => {
                Self::Write { load: opened(*addr, file)?, verify: *verify }
            }
            Command::Readl { addrs, count } => Self::Readl(rows(addrs, *count)?),
            Command::Writel { pairs } => Self::Writel(writes(pairs)?),
            Command::Run { addr } => Self::Run(*addr),
            _ => return Ok(None),
        }))
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
            Self::Readl(addresses) => vec![format!("read {} registers", addresses.len())],
            Self::Writel(writes) => {
                let line = |(address, value)| format!("write {value:#010x} to {address:#010x}");
                writes.iter().copied().map(line).collect()
            }
            Self::Run(address) => vec![format!("run what lies at {address:#010x}")],
        }
    }

    pub(super) fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let who = context.who()?;
        match self {
            Self::Read { address, length, path } => {
                let mut output = output::create(&path, context.report)?;
                context.report.step(StepId::READ, "read", length);
                read(context.board, &who, (address, length), &mut output, context.report)?;
                output.finish()?;
                Ok(Answer::new("", json!({"address": address, "bytes": length, "file": path})))
            }
            Self::Write { load, verify } => write(context, &who, load, verify),
            Self::Readl(addresses) => readl(context, &who, &addresses),
            Self::Writel(writes) => {
                for (address, value) in &writes {
                    let mut bytes = &value.to_le_bytes()[..];
                    put(context.board, &who, *address, &mut bytes, Way::Control, &mut Silent)?;
                }
                Ok(Answer::new("", json!({"written": writes.len()})))
            }
            Self::Run(address) => start(context, &who, address),
        }
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
        _ => Err(usage(&format!("{address:#x} is no register: they lie at multiples of 4"))),
    }
}

/// Reads memory, in whatever way the program that answers has for it.
fn read(
    board: &mut UsbSession,
    who: &Identification,
    (address, length): (u32, u64),
    sink: &mut dyn Sink,
    watch: &mut dyn Watch,
) -> anyhow::Result<()> {
    match who.program {
        Program::Optimus(_) => {
            Optimus::new(&mut board.link).read(address, length, Way::Best, sink, watch)?;
        }
        Program::Adnl(_) => {
            let place = place(address, length)?;
            Adnl::new(&mut board.link).read(&place, sink, &mut Quiet(watch))?;
        }
    }
    Ok(())
}

/// Writes memory, likewise.
fn put(
    board: &mut UsbSession,
    who: &Identification,
    address: u32,
    source: &mut dyn Source,
    way: Way,
    watch: &mut dyn Watch,
) -> anyhow::Result<()> {
    match who.program {
        Program::Optimus(_) => {
            Optimus::new(&mut board.link).write(address, source, way, watch)?;
        }
        Program::Adnl(_) => {
            let place = place(address, source.size())?;
            Adnl::new(&mut board.link).write(&place, source, &mut Quiet(watch))?;
        }
    }
    Ok(())
}

/// A place in memory, as ADNL names it.
fn place(address: u32, length: u64) -> anyhow::Result<Transfer> {
    if length == 0 || length > (1 << 32) - u64::from(address) {
        return Err(usage("the range is empty, or runs past the end of 32-bit addresses"));
    }
    Ok(Transfer::mem(format!("{address:#x}"), length))
}

fn write(
    context: &mut Context<'_>,
    who: &Identification,
    mut load: MemoryFile,
    verify: bool,
) -> anyhow::Result<Answer> {
    let (address, size, name) = (load.address, load.input.size(), load.name.clone());
    context.report.step(StepId::WRITE, &name, size);
    put(context.board, who, address, &mut load.input, Way::Best, context.report)
        .with_context(|| name.clone())?;
    if verify {
        context.report.step(StepId::VERIFY, "verify", size);
        let mut compare = load.compare();
        read(context.board, who, (address, size), &mut compare, context.report)?;
        compare.result()?;
    }
    Ok(Answer::new(
        "",
        json!({"file": name, "address": address, "bytes": size, "verified": verify}),
    ))
}

/// One value a line; with its address before it where there are several.
fn readl(
    context: &mut Context<'_>,
    who: &Identification,
    addresses: &[u32],
) -> anyhow::Result<Answer> {
    let mut rows: Vec<(u32, u32)> = Vec::new();
    for &address in addresses {
        let mut bytes = Vec::new();
        read(context.board, who, (address, 4), &mut bytes, &mut Silent)?;
        let word = bytes.first_chunk().context("a register came in less than four bytes")?;
        rows.push((address, u32::from_le_bytes(*word)));
    }
    let lines: Vec<_> = match rows.as_slice() {
        [(_, value)] => vec![format!("{value:#010x}")],
        _ => rows.iter().map(|(address, value)| format!("{address:#010x} {value:#010x}")).collect(),
    };
    let field = |(address, value): &(u32, u32)| json!({"address": address, "value": value});
    let fields: Vec<Value> = rows.iter().map(field).collect();
    Ok(Answer::new(lines.join("\n"), json!({"registers": fields})))
}

fn start(context: &mut Context<'_>, who: &Identification, address: u32) -> anyhow::Result<Answer> {
    let Program::Optimus(_) = who.program else {
        let text = "this protocol has no request that runs code: `amlogic boot` starts boot files, and U-Boot's own commands \
                    do what they do (`amlogic command`)";
        return Err(Problem::Refused(text.into()).into());
    };
    Optimus::new(&mut context.board.link).run(address)?;
    context.report.note("the code was started; whether it runs, the board does not say");
    Ok(Answer::new("", json!({"address": address, "started": true})))
}
