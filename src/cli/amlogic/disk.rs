//! `disk`: all of the eMMC, in sectors.

use std::path::PathBuf;

use link::{Check, StepId, Verified, Watch};
use serde_json::json;

use super::{Context, Identification, partition::reach};
use crate::{
    cli::{image_file::File, output, verified},
    family::{
        How, Written,
        amlogic::{
            boot_loader_check::BootLoader,
            burn_mode::{Initial, ONCE, Uboot, uboot},
        },
        transfer,
    },
    files::disk_image::DiskImage,
    number::parse,
    report::Answer,
    transport::Stop,
};

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
    Write(DiskImage, Check, Option<BootLoader>),
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
                let check = if *no_verify { Check::None } else { Check::ReadBack };
                let raw = image.named().raw;
                let image = image.named().to_write(*start, watch, stop)?;
                let loader = BootLoader::of(&image, raw);
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
                let size = image.length().next_multiple_of(512);
                uboot.writer(image.start, size, *check).map(drop)
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
        match self {
            Self::Write(image, check, _) => write(image, check, context),
            Self::Read { start, count, path } => {
                let mut output = output::create(&path, context.report)?;
                context
                    .transfer(|target, cx| transfer::read(target, start, count, &mut output, cx))?;
                output.finish()?;
                Ok(Answer::new("", json!({"start": start, "sectors": count, "file": path})))
            }
            Self::Verify(mut image) => {
                let known =
                    context.transfer(|target, cx| transfer::verify(target, &mut image, cx))?;
                context.report.note(&said(&known));
                let mut fields = verified::fields(&known);
                fields["start"] = json!(image.start);
                Ok(Answer::new("", fields))
            }
            Self::Erase(what) => erase(what, context),
        }
    }
}

/// Writes an image, verifies it and says how.
fn write(mut image: DiskImage, check: Check, context: &mut Context<'_>) -> anyhow::Result<Answer> {
    let how = How { check, ..How::default() };
    let written = context.transfer(|target, cx| transfer::write(target, &mut image, how, cx))?;
    let Written { known, holes, .. } = written;
    context.report.note(&said(&known));
    if holes > 0 {
        context.report.note(&format!("{holes} bytes are holes: they were left as they were"));
    }
    Ok(Answer::new("", verified::written(image.start, &written)))
}

fn erase(what: Initial, context: &mut Context<'_>) -> anyhow::Result<Answer> {
    context.report.step(StepId::ERASE, "erase", 0);
    let mut uboot = uboot(context.board);
    uboot.initial(what)?;
    if uboot.initial_once() {
        context.report.note(ONCE);
    }
    Ok(Answer::new("", json!({"erased": what.erases()})))
}

/// How far what was written or compared is known to be right.
fn said(known: &Verified) -> String {
    let (all, left) = (known.bytes, known.unverified());
    match (left, known.why) {
        (0, _) => format!("{all} bytes checked by {}", known.words()),
        (_, None) => format!("{left} of {all} bytes not verified"),
        (_, Some(why)) => format!("{left} of {all} bytes not verified: {why}"),
    }
}
