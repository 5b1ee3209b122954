//! `disk`: the eMMC, in sectors.

use std::path::PathBuf;

use link::{Check, StepId, Verified, Watch};
use serde_json::json;

use super::{Context, Identification, storage};
use crate::{
    boards::storage::Storage,
    cli::{
        image_file::File,
        output,
        scope::{self, Held},
        verified,
    },
    failure::Problem,
    family::{
        How,
        amlogic::{
            boot_loader_check::BootLoader,
            burn_mode::{Initial, ONCE, Uboot, uboot},
            partition::reach,
        },
        transfer,
    },
    files::disk_image::DiskImage,
    number::parse,
    report::Answer,
    transport::Stop,
};

const WRITE: &str = "\
Examples:
  racklet-flash amlogic disk write 0 disk.img.xz
  racklet-flash amlogic disk write 0 disk.img --yes --virtual khadas/vim1:mode=uboot";

const READ: &str = "\
Examples:
  racklet-flash amlogic disk read 0 64k first-mib.img
  racklet-flash amlogic disk read 0 8192 head.img --virtual khadas/vim1:mode=uboot";

const VERIFY: &str = "\
Examples:
  racklet-flash amlogic disk verify 0 disk.img.xz
  racklet-flash amlogic disk verify 0 disk.img --virtual khadas/vim1:mode=uboot";

const ERASE: &str = "\
The vendor's U-Boot erases all of the eMMC, or a partition by its name; it has no command for single sectors.

Examples:
  racklet-flash amlogic disk erase --all
  racklet-flash amlogic disk erase --all --yes --virtual khadas/vim1:mode=uboot";

/// What `disk` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Disk {
    /// The storage: emmc
    #[arg(long = "on", global = true, value_name = "STORAGE", value_parser = storage::named)]
    storage: Option<Storage>,
    #[command(subcommand)]
    command: Command,
}

/// Commands about sectors.
#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Write an image to sectors, and verify it by reading back
    #[command(after_help = WRITE)]
    Write {
        /// First sector
        #[arg(value_parser = parse)]
        start: u64,
        #[command(flatten)]
        image: File,
        /// Do not read back
        #[arg(long)]
        no_verify: bool,
        #[command(flatten)]
        held: Held,
    },
    /// Read sectors into a file
    #[command(after_help = READ)]
    Read {
        /// First sector
        #[arg(value_parser = parse)]
        start: u64,
        /// Number of sectors
        #[arg(value_parser = parse)]
        count: u64,
        /// The file (- is stdout)
        file: PathBuf,
    },
    /// Compare sectors with an image
    #[command(after_help = VERIFY)]
    Verify {
        /// First sector
        #[arg(value_parser = parse)]
        start: u64,
        #[command(flatten)]
        image: File,
    },
    /// Erase all of the eMMC
    #[command(after_help = ERASE)]
    Erase {
        /// Erase all of it
        #[arg(long)]
        all: bool,
        /// How: erase (all but the keys), erase-keys, keys; force and force-keys do it where the layout does not call for it
        #[arg(long, value_name = "HOW", value_parser = erasure, default_value = "erase")]
        how: Initial,
        /// First sector and number of sectors, which this U-Boot does not erase
        #[arg(hide = true, value_parser = parse)]
        sectors: Vec<u64>,
    },
}

fn erasure(text: &str) -> Result<Initial, String> {
    let fit = |how: &Initial| how.erases().is_some();
    Initial::by_name(text).filter(fit).ok_or_else(|| {
        let known = Initial::ALL.iter().filter(|(how, _)| fit(how)).map(|(_, name)| *name);
        format!("`{text}` is none of {}", known.collect::<Vec<_>>().join(", "))
    })
}

/// The error for sectors that are to be erased.
fn no_sectors() -> Problem {
    Problem::Usage(
        "the vendor's U-Boot erases no single sectors: `amlogic disk erase --all` erases all of the eMMC, `amlogic \
         partition erase NAME` a partition, and `amlogic disk write START FILE` overwrites sectors"
            .into(),
    )
}

impl Disk {
    pub(super) fn name(&self) -> &'static str {
        match self.command {
            Command::Write { .. } => "amlogic disk write",
            Command::Read { .. } => "amlogic disk read",
            Command::Verify { .. } => "amlogic disk verify",
            Command::Erase { .. } => "amlogic disk erase",
        }
    }

    /// Looks at the beginning of an image whose check takes long. Whether there is one.
    pub(super) fn glance(&self) -> anyhow::Result<bool> {
        match &self.command {
            Command::Write { image, .. } => image.named().glance().map(|()| true),
            _ => Ok(false),
        }
    }
}

/// A command whose arguments are sound and whose image is open.
pub(super) enum Job {
    Write(DiskImage, How, Option<BootLoader>),
    Read { start: u64, count: u64, path: PathBuf },
    Verify(DiskImage),
    Erase(Initial),
}

impl Job {
    pub(super) fn prepare(disk: &Disk, watch: &mut dyn Watch, stop: &Stop) -> anyhow::Result<Self> {
        storage::check(disk.storage)?;
        Ok(match &disk.command {
            Command::Write { start, image, no_verify, held } => {
                let check = if *no_verify { Check::None } else { Check::ReadBack };
                let raw = image.named().raw;
                let image = image.named().to_write(*start, watch, stop)?;
                let loader = BootLoader::of(&image, raw);
                loader.as_ref().map_or(Ok(()), |loader| loader.check_start(*start))?;
                Self::Write(image, How { check, scope: held.scope() }, loader)
            }
            Command::Read { start, count, file } => {
                Self::Read { start: *start, count: *count, path: file.clone() }
            }
            Command::Verify { start, image } => {
                Self::Verify(image.named().to_compare(*start, watch, stop)?)
            }
            Command::Erase { all: true, how, sectors } if sectors.is_empty() => Self::Erase(*how),
            Command::Erase { .. } => return Err(no_sectors().into()),
        })
    }

    pub(super) fn plan(&self) -> Vec<String> {
        match self {
            Self::Write(image, how, _) => {
                let write = format!("write {} from sector {}", image.describe(), image.start);
                let verify =
                    (how.check == Check::ReadBack).then(|| "verify by reading back".into());
                scope::first(how.scope).into_iter().chain([write]).chain(verify).collect()
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
            Self::Write(image, how, _) => {
                let size = image.length().next_multiple_of(512);
                uboot.writer(image.start, size, how.check).map(drop)
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
            Self::Write(image, how, _) => write(image, how, context),
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
                Ok(Answer::new("", verified::compared(image.start, &known)))
            }
            Self::Erase(what) => erase(what, context),
        }
    }
}

/// Writes an image, verifies it and says how.
fn write(mut image: DiskImage, how: How, context: &mut Context<'_>) -> anyhow::Result<Answer> {
    let written = context.transfer(|target, cx| transfer::write(target, &mut image, how, cx))?;
    context.report.note(&said(&written.known));
    if let Some(text) = written.left_out() {
        context.report.note(&text);
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
pub(super) fn said(known: &Verified) -> String {
    let (all, left) = (known.bytes, known.unverified());
    match (left, known.why) {
        (0, _) => format!("{all} bytes checked by {}", known.words()),
        (_, None) => format!("{left} of {all} bytes not verified"),
        (_, Some(why)) => format!("{left} of {all} bytes not verified: {why}"),
    }
}
