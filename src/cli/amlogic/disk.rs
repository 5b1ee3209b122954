//! `disk`: all of the eMMC, in sectors.

use std::path::PathBuf;

use amlogic::disk::{Check, Report as Known};
use anyhow::Context as _;
use link::{Once, Watch, storage::SECTOR};
use serde_json::{Value, json};

use super::{
    Context, Identification,
    loader::Loader,
    partition::reach,
    uboot::{Initial, ONCE, Quiet, Uboot, uboot},
};
use crate::{
    cli::{image_file::File, output},
    failure::Problem,
    files::disk_image::DiskImage,
    number::parse,
    report::{Answer, Report},
    transport::Stop,
};

const BYTES: u64 = SECTOR as u64;

/// Commands about all of the eMMC.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Write an image to sectors, and verify it by reading back
    Write {
        /// First sector
        #[arg(value_parser = parse)]
        start: u64,
        #[command(flatten)]
        image: File,
        /// Do not read back
        #[arg(long)]
        no_verify: bool,
    },
    /// Read sectors into a file (- is stdout)
    Read {
        /// First sector
        #[arg(value_parser = parse)]
        start: u64,
        /// How many sectors
        #[arg(value_parser = parse)]
        count: u64,
        /// Where they go
        file: PathBuf,
    },
    /// Compare sectors with an image
    Verify {
        /// First sector
        #[arg(value_parser = parse)]
        start: u64,
        #[command(flatten)]
        image: File,
    },
    /// Erase all of the storage (disk_initial)
    Erase {
        /// What is erased: erase (all but the keys), erase-keys, force, force-keys, keys
        #[arg(value_parser = erasure, default_value = "erase")]
        what: Initial,
    },
}

/// What an option names that erases something.
pub(super) fn erasure(text: &str) -> Result<Initial, String> {
    let known = Initial::by_name(text).filter(|how| how.erases().is_some());
    known.ok_or_else(|| format!("`{text}` is none of {}", names(|how| how.erases().is_some())))
}

/// The names of those that are fit.
pub(super) fn names(fit: impl Fn(Initial) -> bool) -> String {
    let names: Vec<_> =
        Initial::ALL.iter().filter(|(how, _)| fit(*how)).map(|(_, name)| *name).collect();
    names.join(", ")
}

impl Command {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Write { .. } => "amlogic disk write",
            Self::Read { .. } => "amlogic disk read",
            Self::Verify { .. } => "amlogic disk verify",
            Self::Erase { .. } => "amlogic disk erase",
        }
    }
}

/// A command whose arguments are sound and whose image is open.
pub(super) enum Job {
    Write(DiskImage, Check, Option<Loader>),
    Read { start: u64, count: u64, path: PathBuf },
    Verify(DiskImage),
    Erase(Initial),
}

impl Job {
    pub(super) fn prepare(
        command: &Command,
        watch: &mut dyn Watch,
        stop: &Stop,
    ) -> anyhow::Result<Self> {
        Ok(match command {
            Command::Write { start, image, no_verify } => {
                let check = if *no_verify { Check::Sums } else { Check::ReadBack };
                let raw = image.named().raw;
                let image = image.named().to_write(*start, watch, stop)?;
                let loader = Loader::of(&image, raw);
                loader.as_ref().map_or(Ok(()), |loader| loader.check_start(*start))?;
                Self::Write(image, check, loader)
            }
            Command::Read { start, count, file } => {
                Self::Read { start: *start, count: *count, path: file.clone() }
            }
            Command::Verify { start, image } => {
                Self::Verify(image.named().to_compare(*start, watch, stop)?)
            }
            Command::Erase { what } => Self::Erase(*what),
        })
    }

    pub(super) fn plan(&self) -> Vec<String> {
        match self {
            Self::Write(image, check, _) => {
                let write = format!("write {} from sector {}", image.describe(), image.start);
                let verify = (*check == Check::ReadBack).then(|| "verify by reading back".into());
                [write].into_iter().chain(verify).collect()
            }
            Self::Read { start, count, path } => {
                vec![format!("read {count} sectors from sector {start} into {}", path.display())]
            }
            Self::Verify(image) => {
                vec![format!("compare {} from sector {}", image.describe(), image.start)]
            }
            Self::Erase(what) => vec![format!("erase {}", what.erases().unwrap_or("nothing"))],
        }
    }

    /// What of the board's storage is lost, in words.
    pub(super) fn destroys(&self) -> Option<String> {
        match self {
            Self::Write(image, ..) => Some(image.overwrites()),
            Self::Erase(what) => Some(format!("erases {}", what.erases().unwrap_or("nothing"))),
            Self::Read { .. } | Self::Verify(_) => None,
        }
    }

    /// Refuses what the board would refuse.
    fn check(&self, who: &Identification, uboot: &mut dyn Uboot) -> anyhow::Result<()> {
        match self {
            Self::Write(image, check, _) => {
                let size = bytes(image.sectors().unwrap_or(0))?;
                uboot.writer(bytes(image.start)?, size, *check).map(drop)
            }
            _ => reach(who, uboot),
        }
    }

    pub(super) fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let who = context.who()?;
        if let Self::Write(.., Some(loader)) = &self {
            loader.check_board(&who, context.soc, context.report)?;
        }
        if let Some(does) = self.destroys() {
            context.confirm(&who, does, |uboot| self.check(&who, uboot))?;
        }
        let Context { board, report, stop, .. } = context;
        let mut uboot = uboot(board);
        match self {
            Self::Write(image, check, _) => write(&mut *uboot, image, check, report, stop),
            Self::Read { start, count, path } => {
                let mut output = output::create(&path, report)?;
                let (offset, size) = (bytes(start)?, bytes(count)?);
                uboot.read_disk(offset, size, &mut output, *report)?;
                output.finish()?;
                Ok(Answer::new("", json!({"start": start, "sectors": count, "file": path})))
            }
            Self::Verify(image) => verify(&mut *uboot, image, report, stop),
            Self::Erase(what) => {
                report.step("erase", 0);
                uboot.initial(what)?;
                if uboot.initial_once() {
                    report.note(ONCE);
                }
                Ok(Answer::new("", json!({"erased": what.erases()})))
            }
        }
    }
}

/// Sectors in bytes.
fn bytes(sectors: u64) -> Result<u64, Problem> {
    let bytes = sectors.checked_mul(BYTES);
    bytes.ok_or_else(|| Problem::Usage(format!("{sectors} sectors: no storage has so many")))
}

/// Writes an image, verifies it and says how.
fn write(
    uboot: &mut dyn Uboot,
    mut image: DiskImage,
    check: Check,
    report: &mut Report,
    stop: &Stop,
) -> anyhow::Result<Answer> {
    let name = image.name();
    write_all(uboot, &mut image, check, report, stop).context(name)
}

fn write_all(
    uboot: &mut dyn Uboot,
    image: &mut DiskImage,
    check: Check,
    report: &mut Report,
    stop: &Stop,
) -> anyhow::Result<Answer> {
    let size = bytes(image.sectors().unwrap_or(0))?;
    let mut writer = uboot.writer(bytes(image.start)?, size, check)?;
    report.step("write", image.data().next_multiple_of(BYTES));
    let mut data = image.stream()?;
    image
        .hand_on(None, &mut data, stop, |sector, run| writer.write(bytes(sector)?, run, report))?;
    if writer.to_read_back() > 0 {
        report.step("read back", writer.to_read_back());
    }
    let known = writer.finish(report)?;
    let length = data.length().unwrap_or_default().next_multiple_of(BYTES);
    let holes = length.saturating_sub(known.bytes) / BYTES;
    known.lines().iter().for_each(|line| report.note(line));
    if holes > 0 {
        report.note(&format!("{holes} sectors are holes: they were left as they were"));
    }
    let mut fields = fields(image.start, &known);
    fields["holes"] = json!(holes);
    Ok(Answer::new("", fields))
}

fn verify(
    uboot: &mut dyn Uboot,
    mut image: DiskImage,
    report: &mut Report,
    stop: &Stop,
) -> anyhow::Result<Answer> {
    let name = image.name();
    verify_all(uboot, &mut image, report, stop).context(name)
}

fn verify_all(
    uboot: &mut dyn Uboot,
    image: &mut DiskImage,
    report: &mut Report,
    stop: &Stop,
) -> anyhow::Result<Answer> {
    let whole = image.data().next_multiple_of(BYTES);
    report.step("verify", whole);
    let mut watch = Once::over(report, whole);
    let mut data = image.stream()?;
    let mut known = Known::default();
    while let Some(run) = data.next(stop)? {
        // Holes count, too: how many there are shows only now.
        watch.begin_at(run.offset);
        let offset = bytes(image.sector(&run)?)?;
        let more = uboot.verify_disk(offset, &mut &run.data[..], &mut Quiet(&mut watch))?;
        (known.bytes, known.read_back) =
            (known.bytes + more.bytes, known.read_back + more.read_back);
        data.done(run);
    }
    watch.end();
    known.lines().iter().for_each(|line| report.note(line));
    Ok(Answer::new("", fields(image.start, &known)))
}

fn fields(start: u64, known: &Known) -> Value {
    json!({
        "start": start, "sectors": known.bytes / BYTES, "verified": known.is_complete(),
        "read_back": known.read_back / BYTES, "closed": known.closed,
    })
}
