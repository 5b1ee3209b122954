//! `partition`: storage by the names that the board's U-Boot knows.

use std::path::PathBuf;

use amlogic::package::is_plain_name;
use fastboot::host::Fastboot as Device;
use link::{Check, StepId, Watch, storage::SECTOR};
use serde_json::json;

use super::{Context, boot::read};
use crate::{
    cli::{
        image_file::File,
        output,
        scope::{self, Held},
        verified,
    },
    failure::Problem,
    family::{
        How,
        fastboot::{
            Identification, Program, Target,
            partition::{check_name, size},
            stages::{self, BootFile},
        },
        transfer,
    },
    files::disk_image::DiskImage,
    report::Answer,
    transport::Stop,
};

/// What TH1520's mask ROM calls its SRAM.
const RAM: &str = "ram";

const WRITE: &str = "\
What can be read back is verified so; where a board sends nothing back, the end says that it is not verified. A TH1520's
mask ROM takes `ram` alone.

Examples:
  racklet-flash fastboot partition write boot boot.ext4 --virtual sipeed/licheepi-4a:mode=uboot
  racklet-flash fastboot partition write rootfs rootfs.ext4 --virtual bananapi/f3:mode=uboot";

const READ: &str = "\
Examples:
  racklet-flash fastboot partition read env env.bin
  racklet-flash fastboot partition read env - --virtual bananapi/f3:mode=uboot";

const VERIFY: &str = "\
Examples:
  racklet-flash fastboot partition verify rootfs rootfs.ext4
  racklet-flash fastboot partition verify rootfs rootfs.ext4 --virtual bananapi/f3:mode=uboot";

const ERASE: &str = "\
Examples:
  racklet-flash fastboot partition erase boot
  racklet-flash fastboot partition erase boot --yes --virtual sipeed/licheepi-4a:mode=uboot";

/// Commands about partitions.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Write an image to a partition, and verify it where the board lets it be read
    #[command(after_help = WRITE)]
    Write {
        /// The partition
        #[arg(value_parser = named)]
        name: String,
        #[command(flatten)]
        image: File,
        /// Do not read back what was written
        #[arg(long)]
        no_verify: bool,
        #[command(flatten)]
        held: Held,
    },
    /// Read a partition into a file (SpacemiT's U-Boot)
    #[command(after_help = READ)]
    Read {
        /// The partition
        #[arg(value_parser = named)]
        name: String,
        /// The file (- is stdout)
        file: PathBuf,
    },
    /// Compare a partition with an image (SpacemiT's U-Boot)
    #[command(after_help = VERIFY)]
    Verify {
        /// The partition
        #[arg(value_parser = named)]
        name: String,
        #[command(flatten)]
        image: File,
    },
    /// Erase a partition
    #[command(after_help = ERASE)]
    Erase {
        /// The partition
        #[arg(value_parser = named)]
        name: String,
    },
}

fn named(text: &str) -> Result<String, String> {
    match is_plain_name(text) {
        true => Ok(text.into()),
        false => Err("the name of a partition is letters, digits, `_`, `-` and `.`".into()),
    }
}

impl Command {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Write { .. } => "fastboot partition write",
            Self::Read { .. } => "fastboot partition read",
            Self::Verify { .. } => "fastboot partition verify",
            Self::Erase { .. } => "fastboot partition erase",
        }
    }

    /// Looks at the beginning of an image whose check takes long. Whether there is one.
    pub(super) fn glance(&self) -> anyhow::Result<bool> {
        match self {
            Self::Write { name, image, .. } if name != RAM => image.named().glance().map(|()| true),
            _ => Ok(false),
        }
    }

    /// Refuses a board that cannot carry it out.
    pub(super) fn check(&self, who: &Identification) -> Result<(), Problem> {
        match self {
            Self::Write { name, .. } if name == RAM => Ok(()),
            Self::Write { name, .. }
            | Self::Read { name, .. }
            | Self::Verify { name, .. }
            | Self::Erase { name } => check_name(who.program, name),
        }
    }
}

/// A command whose arguments are sound and whose image is open.
pub(super) enum Job {
    Ram(BootFile),
    Write(String, Box<DiskImage>, How),
    Read(String, PathBuf),
    Verify(String, Box<DiskImage>),
    Erase(String),
}

impl Job {
    pub(super) fn prepare(
        command: &Command,
        watch: &mut dyn Watch,
        stop: &Stop,
    ) -> anyhow::Result<Self> {
        Ok(match command {
            Command::Write { name, image, .. } if name == RAM => {
                Self::Ram(read(&image.named().path)?)
            }
            Command::Write { name, image, no_verify, held } => {
                let check = if *no_verify { Check::None } else { Check::Best };
                let how = How { check, scope: held.scope() };
                let image = image.named().to_write(0, watch, stop)?;
                Self::Write(name.clone(), Box::new(image), how)
            }
            Command::Read { name, file } => Self::Read(name.clone(), file.clone()),
            Command::Verify { name, image } => {
                Self::Verify(name.clone(), Box::new(image.named().to_compare(0, watch, stop)?))
            }
            Command::Erase { name } => Self::Erase(name.clone()),
        })
    }

    pub(super) fn plan(&self) -> Vec<String> {
        match self {
            Self::Ram((name, bytes)) => vec![format!("send {name}: {} bytes to SRAM", bytes.len())],
            Self::Write(name, image, how) => {
                let write = format!("write {} to partition {name}", image.describe());
                let verify = (how.check != Check::None)
                    .then(|| "verify by reading back, where the board can".into());
                scope::first(how.scope).into_iter().chain([write]).chain(verify).collect()
            }
            Self::Read(name, path) => {
                vec![format!("read partition {name} into {}", path.display())]
            }
            Self::Verify(name, image) => {
                vec![format!("compare {} with partition {name}", image.describe())]
            }
            Self::Erase(name) => vec![format!("erase partition {name}")],
        }
    }

    /// What of the board's storage is lost, in words.
    pub(super) fn destroys(&self) -> Option<String> {
        match self {
            Self::Write(name, ..) => Some(format!("overwrites partition {name}")),
            Self::Erase(name) => Some(format!("erases partition {name}")),
            Self::Ram(_) | Self::Read(..) | Self::Verify(..) => None,
        }
    }

    pub(super) fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let (who, destroys) = (context.who()?, self.destroys());
        match self {
            Self::Ram(file) => ram(&file, &who, context),
            Self::Write(name, image, how) => {
                let end = image.length();
                let room = {
                    let target = Target::open(context.board, &who, &name)?;
                    // On stdin the length is known only at the end.
                    target.check_room(end)?;
                    target.room()
                };
                destroys.map_or(Ok(()), |does| context.confirm(&who, does))?;
                write(&name, *image, room, how, &who, context)
            }
            Self::Read(name, path) => read_back(&name, &path, &who, context),
            Self::Verify(name, mut image) => {
                let known = context.with(|board, cx| {
                    let mut target = Target::open(board, &who, &name)?;
                    transfer::verify(&mut target, &mut image, cx)
                })?;
                transfer::tell(&known, context.report);
                let mut fields = verified::fields(&known);
                fields["partition"] = json!(name);
                Ok(Answer::new("", fields))
            }
            Self::Erase(name) => {
                check_name(who.program, &name)?;
                let mut device = Device::new(&mut context.board.link);
                let bytes = size(&mut device, who.program, &name)?;
                destroys.map_or(Ok(()), |does| context.confirm(&who, does))?;
                erase(&name, bytes, context)
            }
        }
    }
}

/// Sends a file to SRAM, which a restart starts.
fn ram(file: &BootFile, who: &Identification, context: &mut Context<'_>) -> anyhow::Result<Answer> {
    if who.program != Program::Th1520Rom {
        let text = format!(
            "`ram` is for a TH1520's mask ROM, and the board is in its {}",
            who.program.mode()
        );
        return Err(Problem::Refused(text).into());
    }
    stages::check(who, std::slice::from_ref(file))?;
    stages::ram(file, &mut context.way())?;
    context.report.note("it is in SRAM: `racklet-flash fastboot reset` starts it");
    Ok(Answer::new("", json!({"partition": RAM, "bytes": file.1.len(), "verified": false})))
}

/// Writes an image, and says how it is verified.
fn write(
    name: &str,
    image: DiskImage,
    room: Option<u64>,
    how: How,
    who: &Identification,
    context: &mut Context<'_>,
) -> anyhow::Result<Answer> {
    let sectors = room.map_or(u64::MAX, |room| room / SECTOR as u64);
    let mut image = image.at(0, sectors);
    let written = context.with(|board, cx| {
        let mut target = Target::of_length(board, who, (name, room));
        transfer::write(&mut target, &mut image, how, cx)
    })?;
    written.tell(context.report);
    let mut fields = verified::written(0, &written);
    fields["partition"] = json!(name);
    Ok(Answer::new("", fields))
}

fn read_back(
    name: &str,
    path: &std::path::Path,
    who: &Identification,
    context: &mut Context<'_>,
) -> anyhow::Result<Answer> {
    let room = Target::open(context.board, who, name)?.room();
    let untold = || Problem::Refused(format!("the board does not tell how long {name} is"));
    let bytes = room.ok_or_else(untold)?;
    let mut output = output::create(path, context.report)?;
    context.with(|board, cx| {
        let mut target = Target::of_length(board, who, (name, room));
        transfer::read(&mut target, 0, bytes / SECTOR as u64, &mut output, cx)
    })?;
    output.finish()?;
    Ok(Answer::new("", json!({"partition": name, "bytes": bytes, "file": path})))
}

fn erase(name: &str, bytes: Option<u64>, context: &mut Context<'_>) -> anyhow::Result<Answer> {
    context.report.step(StepId::ERASE, "erase", 0);
    let mut device = Device::new(&mut context.board.link);
    device.erase(name, bytes.unwrap_or_default(), context.report)?;
    context.report.note("erased as the board says: it may have left what is no whole erase group");
    Ok(Answer::new("", json!({"partition": name, "bytes": bytes})))
}
