//! `partition`: storage by the names that the vendor's U-Boot knows.

use std::path::PathBuf;

use amlogic::package::{Format, is_plain_name};
use anyhow::Context as _;
use link::{Silent, StepId, Watch, storage::SECTOR};
use rockusb::gpt::{PRIMARY_SECTORS, Place, Table};
use serde_json::json;

use super::{Context, Identification};
use crate::{
    cli::{image_file::File, output},
    failure::Problem,
    family::amlogic::{
        boot_loader_check::BootLoader,
        burn_mode::{Initial, Uboot, uboot},
    },
    files::disk_image::DiskImage,
    number::parse,
    report::{Answer, Report},
    transport::Stop,
};

/// Commands about partitions.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Write an image to a partition; the board compares its SHA-1. An Android sparse image goes as it is, the board
    /// expands it
    Write {
        /// The partition
        #[arg(value_parser = named)]
        name: String,
        #[command(flatten)]
        image: File,
    },
    /// Read a partition into a file (- is stdout)
    Read {
        /// The partition
        #[arg(value_parser = named)]
        name: String,
        /// Where it goes
        file: PathBuf,
        /// How many bytes (otherwise as many as a GPT on the eMMC says)
        #[arg(long, value_parser = parse, value_name = "BYTES")]
        size: Option<u64>,
    },
    /// Erase a partition
    Erase {
        /// The partition
        #[arg(value_parser = named)]
        name: String,
        /// How long it is (S905X4 and newer; otherwise as long as a GPT on the eMMC says)
        #[arg(long, value_parser = parse, value_name = "BYTES")]
        size: Option<u64>,
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
            Self::Write { .. } => "amlogic partition write",
            Self::Read { .. } => "amlogic partition read",
            Self::Erase { .. } => "amlogic partition erase",
        }
    }
}

/// A command whose arguments are sound and whose image is open.
pub(super) enum Job {
    /// `expanded`: bytes that a sparse image has on storage.
    Write {
        name: String,
        image: Box<DiskImage>,
        expanded: Option<u64>,
        loader: Option<BootLoader>,
    },
    Read {
        name: String,
        path: PathBuf,
        size: Option<u64>,
    },
    Erase {
        name: String,
        size: Option<u64>,
    },
}

impl Job {
    pub(super) fn prepare(
        command: &Command,
        watch: &mut dyn Watch,
        stop: &Stop,
    ) -> anyhow::Result<Self> {
        Ok(match command {
            Command::Write { name, image } => {
                let raw = image.named().raw;
                let (image, expanded) = image.named().to_partition(watch, stop)?;
                let loader = BootLoader::of(&image, raw);
                Self::Write { name: name.clone(), image: Box::new(image), expanded, loader }
            }
            Command::Read { name, file, size } => {
                Self::Read { name: name.clone(), path: file.clone(), size: *size }
            }
            Command::Erase { name, size } => Self::Erase { name: name.clone(), size: *size },
        })
    }

    pub(super) fn plan(&self) -> Vec<String> {
        match self {
            Self::Write { name, image, expanded, .. } => {
                let how = if expanded.is_some() { ", as a sparse image" } else { "" };
                let (file, length) = (image.name(), image.length());
                vec![
                    format!("write {file}: {length} bytes to partition {name}{how}"),
                    "have the board compare its SHA-1".into(),
                ]
            }
            Self::Read { name, path, .. } => {
                vec![format!("read partition {name} into {}", path.display())]
            }
            Self::Erase { name, .. } => vec![format!("erase partition {name}")],
        }
    }

    /// What of the board's storage is lost, in words.
    pub(super) fn destroys(&self) -> Option<String> {
        match self {
            Self::Write { name, .. } => Some(format!("overwrites partition {name}")),
            Self::Erase { name, .. } => Some(format!("erases partition {name}")),
            Self::Read { .. } => None,
        }
    }

    pub(super) fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let who = context.who()?;
        if let Self::Write { loader: Some(loader), .. } = &self {
            loader.check_board(&who, context.soc, context.report)?;
        }
        if let Self::Write { name, image, expanded, .. } = &self {
            let length = expanded.unwrap_or(image.length());
            check_room(&mut *uboot(context.board), &who, name, (image, length))?;
        }
        if let Some(does) = self.destroys() {
            context.confirm(&who, does, |uboot| reach(&who, uboot))?;
        }
        let Context { board, report, stop, .. } = context;
        let mut uboot = uboot(board);
        match self {
            Self::Write { name, image, expanded, .. } => {
                write(&mut *uboot, &name, *image, expanded.is_some(), report, stop)
            }
            Self::Read { name, path, size } => {
                let size = length(&mut *uboot, &name, size, *report)?;
                uboot.initial(Initial::Keep)?;
                let mut output = output::create(&path, report)?;
                uboot.read_part(&name, size, &mut output, *report)?;
                output.finish()?;
                Ok(Answer::new("", json!({"partition": name, "bytes": size, "file": path})))
            }
            Self::Erase { name, size } => {
                let size = match uboot.erases_by_size() {
                    true => Some(length(&mut *uboot, &name, size, *report)?),
                    false => size,
                };
                uboot.initial(Initial::Keep)?;
                report.step(StepId::ERASE, "erase", 0);
                uboot.erase_part(&name, size)?;
                report.note("erased as the board says: what is read there now, a card may choose");
                Ok(Answer::new("", json!({"partition": name, "bytes": size})))
            }
        }
    }
}

/// Refuses a board where no U-Boot runs, in the words of its protocol.
pub(super) fn reach(who: &Identification, uboot: &mut dyn Uboot) -> anyhow::Result<()> {
    match who.is_uboot() {
        true => Ok(()),
        false => uboot.read_disk(0, SECTOR as u64, &mut Vec::new(), &mut Silent),
    }
}

fn write(
    uboot: &mut dyn Uboot,
    name: &str,
    mut image: DiskImage,
    sparse: bool,
    report: &mut Report,
    stop: &Stop,
) -> anyhow::Result<Answer> {
    let (file, length) = (image.name(), image.length());
    let format = if sparse { Format::Sparse } else { Format::Normal };
    // It knows its partitions only once its storage is laid out.
    uboot.initial(Initial::Keep)?;
    let mut source = image.image().straight(length, stop)?;
    uboot.write_part(name, format, &mut source, report).context(file)?;
    report.note("the board has compared the SHA-1 of what it holds");
    Ok(Answer::new(
        "",
        json!({"partition": name, "bytes": length, "sparse": sparse, "verified": true, "by": "sha1"}),
    ))
}

/// Refuses an image that is longer than its partition, as far as a GPT on the eMMC tells; a vendor's own table is known to
/// the board alone, which refuses by itself what does not fit.
fn check_room(
    uboot: &mut dyn Uboot,
    who: &Identification,
    name: &str,
    (image, length): (&DiskImage, u64),
) -> anyhow::Result<()> {
    reach(who, uboot)?;
    // Storage that cannot be read keeps what it holds to itself.
    match told(uboot, name, &mut Silent) {
        Ok(Some(room)) if length > room => Err(Problem::Refused(format!(
            "{}: {length} bytes do not fit into partition {name}, which has {room}; nothing was written",
            image.name()
        ))
        .into()),
        _ => Ok(()),
    }
}

/// How long a partition is: as the user says, or a GPT.
fn length(
    uboot: &mut dyn Uboot,
    name: &str,
    size: Option<u64>,
    watch: &mut dyn Watch,
) -> anyhow::Result<u64> {
    let found = match size {
        Some(size) => Some(size),
        None => told(uboot, name, watch)?,
    };
    let untold = || {
        format!("no GPT on the eMMC tells of a partition {name}: --size has to say how long it is")
    };
    found.ok_or_else(|| Problem::Usage(untold()).into())
}

/// How long a partition is by a GPT on the eMMC.
fn told(uboot: &mut dyn Uboot, name: &str, watch: &mut dyn Watch) -> anyhow::Result<Option<u64>> {
    let mut bytes = Vec::new();
    uboot.read_disk(0, PRIMARY_SECTORS * SECTOR as u64, &mut bytes, watch)?;
    Ok(match Table::parse(Place::primary(&bytes)) {
        Ok(Some(table)) => table.find(name).ok().map(|part| part.sectors() * SECTOR as u64),
        _ => None,
    })
}
