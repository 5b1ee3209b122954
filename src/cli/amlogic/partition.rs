//! `partition`: storage by the names that the vendor's U-Boot knows.

use std::path::PathBuf;

use amlogic::{mpt::Partition, package::is_plain_name};
use link::{Foreign, Watch, storage::SECTOR};
use serde_json::{Value, json};

use super::{Context, disk::said};
use crate::{
    cli::{image_file::File, operator::Operator, output, verified},
    family::{
        self,
        amlogic::{
            boot_loader_check::BootLoader,
            burn_mode::uboot,
            partition::{self, PartitionImage, Parts, reach},
        },
    },
    files::disk_image::DiskImage,
    number::{parse, size},
    report::Answer,
    transport::Stop,
};

const BYTES: u64 = SECTOR as u64;

const LIST: &str = "\
The GPT is listed where there is one, else the vendor's own table (MPT).

Examples:
  racklet-flash amlogic partition list
  racklet-flash amlogic partition list --virtual khadas/vim1:mode=uboot";

const WRITE: &str = "\
Examples:
  racklet-flash amlogic partition write boot boot.img
  racklet-flash amlogic partition write logo logo.img --yes --virtual khadas/vim1:mode=uboot";

const READ: &str = "\
Examples:
  racklet-flash amlogic partition read boot boot.img
  racklet-flash amlogic partition read logo logo.img --size 64k --virtual khadas/vim1:mode=uboot";

const VERIFY: &str = "\
Examples:
  racklet-flash amlogic partition verify boot boot.img
  racklet-flash amlogic partition verify logo logo.img --virtual khadas/vim1:mode=uboot";

const ERASE: &str = "\
Examples:
  racklet-flash amlogic partition erase boot
  racklet-flash amlogic partition erase logo --yes --virtual khadas/vim1:mode=uboot";

/// Commands about partitions.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// List the partitions of the eMMC
    #[command(after_help = LIST)]
    List,
    /// Write an image to a partition; the board compares its SHA-1. An Android sparse image goes as it is, the board
    /// expands it
    #[command(after_help = WRITE)]
    Write {
        /// The partition
        #[arg(value_parser = named)]
        name: String,
        #[command(flatten)]
        image: File,
    },
    /// Read a partition into a file
    #[command(after_help = READ)]
    Read {
        /// The partition
        #[arg(value_parser = named)]
        name: String,
        /// The file (- is stdout)
        file: PathBuf,
        /// Number of bytes (otherwise as many as the table on the eMMC says)
        #[arg(long, value_parser = parse, value_name = "BYTES")]
        size: Option<u64>,
    },
    /// Compare a partition with an image
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
        /// Its length in bytes (S905X4 and newer; otherwise as long as the table on the eMMC says)
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
            Self::List => "amlogic partition list",
            Self::Write { .. } => "amlogic partition write",
            Self::Read { .. } => "amlogic partition read",
            Self::Verify { .. } => "amlogic partition verify",
            Self::Erase { .. } => "amlogic partition erase",
        }
    }

    /// Looks at the beginning of an image whose check takes long. Whether there is one.
    pub(super) fn glance(&self) -> anyhow::Result<bool> {
        match self {
            Self::Write { image, .. } => image.named().glance().map(|()| true),
            _ => Ok(false),
        }
    }
}

/// A command whose arguments are sound and whose image is open.
pub(super) enum Job {
    List,
    Write { name: String, image: Box<PartitionImage>, loader: Option<BootLoader> },
    Read { name: String, path: PathBuf, size: Option<u64> },
    Verify { name: String, image: Box<DiskImage> },
    Erase { name: String, size: Option<u64> },
}

impl Job {
    pub(super) fn prepare(
        command: &Command,
        watch: &mut dyn Watch,
        stop: &Stop,
    ) -> anyhow::Result<Self> {
        Ok(match command {
            Command::List => Self::List,
            Command::Write { name, image } => {
                let raw = image.named().raw;
                let (image, expanded) = image.named().to_partition(watch, stop)?;
                let loader = BootLoader::of(&image, raw);
                let image = Box::new(PartitionImage { image, expanded });
                Self::Write { name: name.clone(), image, loader }
            }
            Command::Read { name, file, size } => {
                Self::Read { name: name.clone(), path: file.clone(), size: *size }
            }
            Command::Verify { name, image } => {
                let image = Box::new(image.named().to_measure(watch, stop)?);
                Self::Verify { name: name.clone(), image }
            }
            Command::Erase { name, size } => Self::Erase { name: name.clone(), size: *size },
        })
    }

    pub(super) fn plan(&self) -> Vec<String> {
        match self {
            Self::List => vec!["read the partition table".into()],
            Self::Write { name, image, .. } => {
                let how = if image.expanded.is_some() { ", as a sparse image" } else { "" };
                let (file, length) = (image.image.name(), image.image.length());
                vec![
                    format!("write {file}: {length} bytes to partition {name}{how}"),
                    "have the board compare its SHA-1".into(),
                ]
            }
            Self::Read { name, path, .. } => {
                vec![format!("read partition {name} into {}", path.display())]
            }
            Self::Verify { name, image } => {
                vec![format!("compare {} with partition {name}", image.describe())]
            }
            Self::Erase { name, .. } => vec![format!("erase partition {name}")],
        }
    }

    /// What of the board's storage is lost, in words.
    pub(super) fn destroys(&self) -> Option<String> {
        match self {
            Self::Write { name, .. } => Some(format!("overwrites partition {name}")),
            Self::Erase { name, .. } => Some(format!("erases partition {name}")),
            Self::List | Self::Read { .. } | Self::Verify { .. } => None,
        }
    }

    pub(super) fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let who = context.who()?;
        if let Self::Write { name, image, loader } = &self {
            if let Some(loader) = loader {
                loader.check_board(&who, context.soc, context.report)?;
            }
            partition::check_room(&mut *uboot(context.board), &who, name, image)?;
        }
        if let Some(does) = self.destroys() {
            context.confirm(&who, does, |uboot| reach(&who, uboot))?;
        }
        let Context { board, report, stop, consent, .. } = context;
        let mut uboot = uboot(board);
        reach(&who, &mut *uboot)?;
        let mut desk = Operator::new(report, consent);
        let mut cx = family::Context { stop, desk: &mut desk };
        match self {
            Self::List => {
                let table = partition::table(&mut *uboot, cx.desk)?;
                Ok(Answer::new(lines(&table).join("\n"), fields(&table)))
            }
            Self::Write { name, image, .. } => {
                let sparse = image.expanded.is_some();
                let bytes = partition::write(&mut *uboot, &name, *image, &mut cx)?;
                Ok(Answer::new(
                    "",
                    json!({"partition": name, "bytes": bytes, "sparse": sparse, "verified": true, "by": "sha1"}),
                ))
            }
            Self::Read { name, path, size } => {
                let size = partition::length(&mut *uboot, &name, size, cx.desk)?;
                let mut output = output::create(&path, desk.report)?;
                partition::read(&mut *uboot, &name, size, &mut output, &mut desk)?;
                output.finish()?;
                Ok(Answer::new("", json!({"partition": name, "bytes": size, "file": path})))
            }
            Self::Verify { name, mut image } => {
                let known = partition::verify(&mut *uboot, &name, &mut image, &mut cx)?;
                report.note(&said(&known));
                let mut fields = verified::fields(&known);
                fields["partition"] = json!(name);
                Ok(Answer::new("", fields))
            }
            Self::Erase { name, size } => {
                let size = partition::erase(&mut *uboot, &name, size, cx.desk)?;
                Ok(Answer::new("", json!({"partition": name, "bytes": size})))
            }
        }
    }
}

fn lines(table: &Parts) -> Vec<String> {
    let head = format!("{:>12} {:>12} {:>10} name ({})", "first", "last", "size", table.kind);
    let line = |part: &Partition| {
        let (first, last) = sectors(part);
        format!("{first:>12} {last:>12} {:>10} {}", size(part.size), Foreign(&part.name))
    };
    std::iter::once(head).chain(table.list.iter().map(line)).collect()
}

/// The first and the last sector of a partition.
fn sectors(part: &Partition) -> (u64, u64) {
    let first = part.offset / BYTES;
    (first, (first + part.size.div_ceil(BYTES)).saturating_sub(1))
}

fn fields(table: &Parts) -> Value {
    let part = |part: &Partition| {
        let (first, last) = sectors(part);
        json!({"name": part.name, "first": first, "last": last, "sectors": part.size.div_ceil(BYTES)})
    };
    json!({"table": table.kind, "partitions": table.list.iter().map(part).collect::<Vec<_>>()})
}
