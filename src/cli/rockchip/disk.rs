//! `disk`: sectors of the chosen storage.

use std::{
    fmt::{self, Display, Formatter},
    path::{Path, PathBuf},
};

use link::{Check, Watch};
use rockusb::{host::Step, package::partition_image};
use serde_json::json;

use super::job::{self, Context, Session};
use crate::{
    cli::{
        image_file::File,
        output,
        scope::{self, Held},
        verified::{self, Verify},
    },
    failure::Problem,
    family::{
        How,
        rockchip::{self, Target},
        transfer,
    },
    files::disk_image::DiskImage,
    number::parse,
    report::Answer,
    transport::Stop,
};

const READ: &str = "\
Examples:
  racklet-flash rk disk read 0 16384 head.img --loader rk3588_spl_loader.bin
  racklet-flash rk disk read 0 2048 - --virtual radxa/rock-5b:mode=usbplug";

const WRITE: &str = "\
Examples:
  racklet-flash rk disk write 0 disk.img --loader rk3588_spl_loader.bin
  racklet-flash rk disk write 0 disk.img --yes --virtual radxa/rock-5b:mode=usbplug";

const VERIFY: &str = "\
Examples:
  racklet-flash rk disk verify 0 disk.img --loader rk3588_spl_loader.bin
  racklet-flash rk disk verify 0 disk.img --virtual radxa/rock-5b:mode=usbplug";

const ERASE: &str = "\
Examples:
  racklet-flash rk disk erase 64 16384 --loader rk3588_spl_loader.bin
  racklet-flash rk disk erase --all --on spi-nor --yes --virtual radxa/rock-5b:mode=usbplug";

/// Commands about sectors.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Read sectors into a file (- is stdout)
    #[command(after_help = READ)]
    Read {
        /// First sector
        #[arg(value_parser = parse)]
        start: u64,
        /// Number of sectors
        #[arg(value_parser = parse)]
        count: u64,
        /// The file to make
        file: PathBuf,
        /// Also read where this loader is known to return made-up data
        #[arg(long)]
        force: bool,
    },
    /// Write an image to sectors and verify it
    #[command(after_help = WRITE)]
    Write {
        /// First sector (0 for the image of a whole disk)
        #[arg(value_parser = parse)]
        start: u64,
        #[command(flatten)]
        image: File,
        /// How to verify what was written
        #[arg(long, value_name = "HOW", value_enum, default_value_t)]
        verify: Verify,
        #[command(flatten)]
        held: Held,
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
    /// Erase sectors and check that they are empty
    #[command(after_help = ERASE)]
    Erase {
        /// First sector
        #[arg(value_parser = parse, required_unless_present = "all")]
        start: Option<u64>,
        /// Number of sectors
        #[arg(value_parser = parse, required_unless_present = "all")]
        count: Option<u64>,
        /// Erase all of the storage
        #[arg(long, conflicts_with_all = ["start", "count"])]
        all: bool,
    },
}

impl Command {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Read { .. } => "rockchip disk read",
            Self::Write { .. } => "rockchip disk write",
            Self::Verify { .. } => "rockchip disk verify",
            Self::Erase { .. } => "rockchip disk erase",
        }
    }
}

/// Sectors to erase.
#[derive(Clone, Copy)]
pub(super) enum Erasure {
    All,
    Some { start: u64, count: u64 },
}

impl Erasure {
    /// First sector and number of sectors. Fails where the board does not tell the size of its storage.
    fn range(self, target: &Target<'_>) -> Result<(u64, u64), Problem> {
        match self {
            Self::Some { start, count } => Ok((start, count)),
            Self::All => {
                let total = target.total()?;
                // What is left of the last block cannot be erased, and holds nothing.
                Ok((0, target.survey().block().map_or(total, |block| total / block * block)))
            }
        }
    }
}

impl Display for Erasure {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str("all sectors of the storage"),
            Self::Some { start, count } => write!(f, "{count} sectors from sector {start}"),
        }
    }
}

pub(super) enum Job {
    Read { start: u64, count: u64, path: PathBuf, force: bool },
    Write(DiskImage, How),
    Verify(DiskImage),
    Erase(Erasure),
}

impl Job {
    pub(super) fn prepare(
        command: &Command,
        stop: &Stop,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Self> {
        Ok(match command {
            Command::Read { start, count, file, force } => {
                Self::Read { start: *start, count: *count, path: file.clone(), force: *force }
            }
            Command::Write { start, image, verify, held } => {
                let how = How { check: (*verify).into(), scope: held.scope() };
                rockchip::check(how.check)?;
                let placed = image.named().to_write(*start, watch, stop)?;
                if *start == 0 && !image.named().raw {
                    require_disk(&placed)?;
                }
                Self::Write(placed, how)
            }
            Command::Verify { start, image } => {
                Self::Verify(image.named().to_compare(*start, watch, stop)?)
            }
            // Without --all, clap has made sure of both.
            Command::Erase { start, count, .. } => Self::Erase(match start.zip(*count) {
                Some((start, count)) => Erasure::Some { start, count },
                None => Erasure::All,
            }),
        })
    }

    /// Refuses what does not fit.
    fn check_room(&self, target: &mut Target<'_>) -> anyhow::Result<()> {
        match self {
            Self::Write(image, _) => {
                target.check_room(Step::Write, image.start, image.sectors().unwrap_or(0))
            }
            Self::Erase(what) => {
                let (start, count) = what.range(target)?;
                target.check_room(Step::Erase, start, count)
            }
            Self::Read { .. } | Self::Verify(_) => Ok(()),
        }
    }
}

impl job::Job for Job {
    fn plan(&self) -> Vec<String> {
        match self {
            Self::Read { start, count, path, .. } => {
                vec![format!("read {count} sectors from sector {start} into {}", path.display())]
            }
            Self::Write(image, how) => {
                let write = format!("write {} from sector {}", image.describe(), image.start);
                let verify = match how.check {
                    Check::Best => Some("verify by the loader's parity, else by reading back"),
                    Check::Parity => Some("verify by the loader's parity"),
                    Check::ReadBack => Some("verify by reading back"),
                    Check::BoardSum | Check::None => None,
                };
                scope::first(how.scope)
                    .into_iter()
                    .chain([write])
                    .chain(verify.map(Into::into))
                    .collect()
            }
            Self::Verify(image) => {
                vec![format!("compare {} from sector {}", image.describe(), image.start)]
            }
            Self::Erase(what) => vec![format!("erase {what}")],
        }
    }

    /// What of the board's storage is lost, in words.
    fn destroys(&self) -> Option<String> {
        match self {
            Self::Write(image, _) => Some(image.overwrites()),
            Self::Erase(what) => Some(format!("erases {what}")),
            Self::Read { .. } | Self::Verify(_) => None,
        }
    }

    fn run(self: Box<Self>, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let (mut target, mut session) = context.target()?;
        if let Some(does) = self.destroys() {
            self.check_room(&mut target)?;
            session.confirm(&mut target, does)?;
        }
        match *self {
            Self::Read { start, count, path, force } => {
                read(target.forced(force), (start, count), &path, &mut session)
            }
            Self::Write(mut image, how) => {
                let written = target.write(&mut image, how, &mut session.cx())?;
                Ok(Answer::new("", verified::written(image.start, &written)))
            }
            Self::Verify(image) => verify(&mut target, image, &mut session),
            Self::Erase(what) => {
                let range = what.range(&target)?;
                erase(&mut target, range, &mut session)
            }
        }
    }
}

/// Refuses an image for one partition where the image of a disk belongs.
fn require_disk(image: &DiskImage) -> Result<(), Problem> {
    match partition_image(image.head()) {
        None => Ok(()),
        Some(what) => Err(Problem::Refused(format!(
            "{}: it is {what}, not the image of a disk: at sector 0 it replaces the partition table",
            image.name()
        ))
        .advised("write it to a partition (`racklet-flash rockchip partition write NAME FILE`); --raw writes it here")),
    }
}

/// Compares storage with an image.
pub(super) fn verify(
    target: &mut Target<'_>,
    mut image: DiskImage,
    session: &mut Session<'_, '_>,
) -> anyhow::Result<Answer> {
    let known = target.verify(&mut image, &mut session.cx())?;
    Ok(Answer::new("", verified::compared(image.start, &known)))
}

/// Erases sectors, and checks that they are empty.
pub(super) fn erase(
    target: &mut Target<'_>,
    (start, count): (u64, u64),
    session: &mut Session<'_, '_>,
) -> anyhow::Result<Answer> {
    target.erase(start, count, session.cx().desk)?;
    Ok(Answer::new("", json!({"start": start, "sectors": count})))
}

/// Reads sectors into a file.
pub(super) fn read(
    mut target: Target<'_>,
    (start, count): (u64, u64),
    path: &Path,
    session: &mut Session<'_, '_>,
) -> anyhow::Result<Answer> {
    let mut output = output::create(path, session.report())?;
    transfer::read(&mut target, start, count, &mut output, &mut session.cx())?;
    output.finish()?;
    Ok(Answer::new("", json!({"start": start, "sectors": count, "file": path})))
}
