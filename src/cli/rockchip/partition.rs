//! `partition`: partition tables, and partitions by their names.

use std::path::PathBuf;

use link::{Foreign, Verified, Watch};
use rockusb::{
    gpt::{Partition, Table},
    host::Step,
    parameter::{self, Parameter},
    wire::SECTOR,
};
use serde_json::{Value, json};

use super::{
    disk,
    job::{self, Context},
};
use crate::{
    cli::{
        image_file::File,
        scope::{self, Held},
        verified,
    },
    family::{How, rockchip::partitions},
    files::{disk_image::DiskImage, read_image},
    report::{Answer, merge},
    transport::Stop,
};

const LIST: &str = "\
Examples:
  racklet-flash rk partition list --loader rk3588_spl_loader.bin
  racklet-flash rk partition list --virtual radxa/rock-5b:mode=usbplug,storage=disk.img";

const READ: &str = "\
Examples:
  racklet-flash rk partition read boot boot.img --loader rk3588_spl_loader.bin
  racklet-flash rk partition read boot - --virtual radxa/rock-5b:mode=usbplug,storage=disk.img";

const WRITE: &str = "\
Examples:
  racklet-flash rk partition write boot boot.img --loader rk3588_spl_loader.bin
  racklet-flash rk partition write boot boot.img --yes --virtual radxa/rock-5b:mode=usbplug,storage=disk.img";

const VERIFY: &str = "\
Examples:
  racklet-flash rk partition verify boot boot.img --loader rk3588_spl_loader.bin
  racklet-flash rk partition verify boot boot.img --virtual radxa/rock-5b:mode=usbplug,storage=disk.img";

const ERASE: &str = "\
Examples:
  racklet-flash rk partition erase boot --loader rk3588_spl_loader.bin
  racklet-flash rk partition erase boot --yes --virtual radxa/rock-5b:mode=usbplug,storage=disk.img";

const TABLE: &str = "\
Examples:
  racklet-flash rk partition table parameter.txt --loader rk3588_spl_loader.bin
  racklet-flash rk partition table parameter.txt --yes --virtual radxa/rock-5b:mode=usbplug";

const PARAMETER: &str = "\
Examples:
  racklet-flash rk partition parameter parameter.txt --loader rk3588_spl_loader.bin
  racklet-flash rk partition parameter parameter.txt --yes --virtual radxa/rock-5b:mode=usbplug";

/// Commands about partitions.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// List the partitions
    #[command(after_help = LIST)]
    List,
    /// Read a partition into a file (- is stdout)
    #[command(after_help = READ)]
    Read {
        /// The partition
        name: String,
        /// The file to make
        file: PathBuf,
        /// Also read where this loader is known to return made-up data
        #[arg(long)]
        force: bool,
    },
    /// Write an image to a partition and verify it
    #[command(after_help = WRITE)]
    Write {
        /// The partition
        name: String,
        #[command(flatten)]
        image: File,
        #[command(flatten)]
        held: Held,
    },
    /// Compare a partition with an image
    #[command(after_help = VERIFY)]
    Verify {
        /// The partition
        name: String,
        #[command(flatten)]
        image: File,
    },
    /// Erase a partition and check that it is empty
    #[command(after_help = ERASE)]
    Erase {
        /// The partition
        name: String,
    },
    /// Write the partition table (GPT) that a parameter file describes, both copies of it
    #[command(after_help = TABLE)]
    Table {
        /// The parameter file (mtdparts=)
        file: PathBuf,
    },
    /// Write a parameter file to sector 0x2000, where boards without a GPT look for one
    #[command(after_help = PARAMETER)]
    Parameter {
        /// The parameter file
        file: PathBuf,
    },
}

impl Command {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::List => "rockchip partition list",
            Self::Read { .. } => "rockchip partition read",
            Self::Write { .. } => "rockchip partition write",
            Self::Verify { .. } => "rockchip partition verify",
            Self::Erase { .. } => "rockchip partition erase",
            Self::Table { .. } => "rockchip partition table",
            Self::Parameter { .. } => "rockchip partition parameter",
        }
    }
}

pub(super) enum Job {
    /// Print the table.
    Print,
    /// Write the table that a parameter file describes.
    Table(PathBuf, Parameter),
    /// Write a parameter file itself, in its block.
    Block(PathBuf, Vec<u8>),
    /// Write an image to the partition of that name.
    Write(String, DiskImage, How),
    /// Compare the partition of that name with an image.
    Verify(String, DiskImage),
    /// Read the partition of that name into a file.
    Read { name: String, path: PathBuf, force: bool },
    /// Erase the partition of that name.
    Erase(String),
}

impl Job {
    pub(super) fn prepare(
        command: &Command,
        stop: &Stop,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Self> {
        Ok(match command {
            Command::List => Self::Print,
            Command::Table { file } => {
                let parameter = partitions::parameter(&read_image(file)?, file, watch)?;
                if !parameter.gpt {
                    watch.note(
                        "the file does not say TYPE: GPT; its sectors are taken as they are, as rkdeveloptool does",
                    );
                }
                Self::Table(file.clone(), parameter)
            }
            Command::Parameter { file } => {
                let bytes = read_image(file)?;
                partitions::parameter(&bytes, file, watch)?;
                let text = Parameter::contents(&bytes)?;
                Self::Block(file.clone(), parameter::wrap(text)?)
            }
            Command::Write { name, image, held } => {
                let how = How { scope: held.scope(), ..How::default() };
                Self::Write(name.clone(), image.named().to_write(0, watch, stop)?, how)
            }
            Command::Verify { name, image } => {
                Self::Verify(name.clone(), image.named().to_compare(0, watch, stop)?)
            }
            Command::Read { name, file, force } => {
                Self::Read { name: name.clone(), path: file.clone(), force: *force }
            }
            Command::Erase { name } => Self::Erase(name.clone()),
        })
    }
}

impl job::Job for Job {
    fn plan(&self) -> Vec<String> {
        let then = |what: String| vec!["read the partition table".into(), what];
        match self {
            Self::Print => vec!["read the partition table".into()],
            Self::Table(_, parameter) => {
                let names = parameter.regions.iter().map(|region| region.name.as_str());
                let names = names.collect::<Vec<_>>().join(", ");
                vec![format!(
                    "write a partition table with {names}: the backup first, then the primary"
                )]
            }
            Self::Block(path, block) => vec![format!(
                "write {} as a parameter block of {} bytes to sector {:#x}",
                path.display(),
                block.len(),
                parameter::SECTOR
            )],
            Self::Write(name, image, how) => {
                let write =
                    format!("write {} to partition {name}, and verify it", image.describe());
                let table = "read the partition table".to_owned();
                [table].into_iter().chain(scope::first(how.scope)).chain([write]).collect()
            }
            Self::Verify(name, image) => {
                then(format!("compare {} with partition {name}", image.describe()))
            }
            Self::Read { name, path, .. } => {
                then(format!("read partition {name} into {}", path.display()))
            }
            Self::Erase(name) => then(format!("erase partition {name}")),
        }
    }

    /// What of the board's storage is lost, in words.
    fn destroys(&self) -> Option<String> {
        match self {
            Self::Table(path, _) => {
                Some(format!("replaces the partition table by that of {}", path.display()))
            }
            Self::Block(path, _) => {
                Some(format!("replaces the parameter block by {}", path.display()))
            }
            Self::Write(name, ..) => Some(format!("overwrites partition {name}")),
            Self::Erase(name) => Some(format!("erases partition {name}")),
            Self::Print | Self::Verify(..) | Self::Read { .. } => None,
        }
    }

    fn run(self: Box<Self>, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let does = self.destroys().unwrap_or_default();
        let (mut target, mut session) = context.target()?;
        match *self {
            Self::Print => {
                let table = partitions::read(&mut target, session.cx().desk)?;
                Ok(Answer::new(lines(&table).join("\n"), fields(&table)))
            }
            Self::Table(_, parameter) => {
                // Counted from 0 whatever the file says: a GPT's sectors are those of the medium.
                let table = parameter.table(target.total()?, 0)?;
                session.confirm(&mut target, does)?;
                let known = partitions::write(&mut target, &table, session.cx().desk)?;
                Ok(Answer::new(lines(&table).join("\n"), with(fields(&table), &known)))
            }
            Self::Block(_, block) => {
                session.confirm(&mut target, does)?;
                let known = partitions::write_block(&mut target, &block, session.cx().desk)?;
                Ok(Answer::new("", with(json!({"start": parameter::SECTOR}), &known)))
            }
            Self::Write(name, image, how) => {
                let table = partitions::read(&mut target, session.cx().desk)?;
                let mut image = partitions::fit(&table, &name, image)?;
                partitions::require_place(&table, &target, &name)?;
                session.confirm(&mut target, does)?;
                let (room, cx) = (partitions::room(&table, &name)?, &mut session.cx());
                partitions::clear_for(&mut target, &image, room, cx.desk)?;
                let written = target.write(&mut image, how, cx)?;
                Ok(Answer::new("", verified::written(image.start, &written)))
            }
            Self::Verify(name, image) => {
                let table = partitions::read(&mut target, session.cx().desk)?;
                disk::verify(&mut target, partitions::fit(&table, &name, image)?, &mut session)
            }
            Self::Read { name, path, force } => {
                let table = partitions::read(&mut target, session.cx().desk)?;
                let room = partitions::room(&table, &name)?;
                disk::read(target.forced(force), room, &path, &mut session)
            }
            Self::Erase(name) => {
                let table = partitions::read(&mut target, session.cx().desk)?;
                partitions::require_place(&table, &target, &name)?;
                let (first, sectors) = partitions::room(&table, &name)?;
                target.check_room(Step::Erase, first, sectors)?;
                session.confirm(&mut target, does)?;
                disk::erase(&mut target, (first, sectors), &mut session)
            }
        }
    }
}

/// Fields that say how the data written is verified.
fn with(mut fields: Value, known: &Verified) -> Value {
    merge(&mut fields, &verified::fields(known));
    fields
}

fn lines(table: &Table) -> Vec<String> {
    let head = format!("{:>3} {:>12} {:>12} {:>10} name", "no", "first", "last", "MiB");
    let line = |(index, part): (usize, &Partition)| {
        let mib = part.sectors() as f64 * SECTOR as f64 / f64::from(1 << 20);
        format!(
            "{:>3} {:>12} {:>12} {mib:>10.1} {}",
            index + 1,
            part.first,
            part.last,
            Foreign(&part.name)
        )
    };
    std::iter::once(head).chain(table.partitions.iter().enumerate().map(line)).collect()
}

fn fields(table: &Table) -> Value {
    let part = |part: &Partition| json!({"name": part.name, "first": part.first, "last": part.last, "sectors": part.sectors()});
    json!({"partitions": table.partitions.iter().map(part).collect::<Vec<_>>()})
}
