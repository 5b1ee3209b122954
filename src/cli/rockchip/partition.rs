//! `partition`: partition tables, and partitions by their names.

use std::path::{Path, PathBuf};

use link::{Foreign, StepId, Watch};
use rockusb::{
    gpt::{self, Partition, Place, Table},
    host::{Check, Rock, Step, Survey},
    parameter::{self, Parameter},
    wire::SECTOR,
};
use serde_json::{Value, json};

use super::{Context, Session, disk, stream};
use crate::cli::{image_file::File, verified};
use crate::family::rockchip::known;
use crate::family::{How, Scope};
use crate::{
    failure::Problem,
    files::{bad, disk_image::DiskImage, read_image},
    report::{Answer, Report},
};
use link::Verified;

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
        /// Also read what this loader is known to make up
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
        /// Continue an interrupted write: compare what the board already holds, write the rest
        #[arg(long)]
        resume: bool,
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
    pub(super) fn prepare(command: &Command, session: &mut Session<'_>) -> anyhow::Result<Self> {
        Ok(match command {
            Command::List => Self::Print,
            Command::Table { file } => {
                let parameter = parameter(&read_image(file)?, file, session.report)?;
                if !parameter.gpt {
                    session.report.note(
                        "the file does not say TYPE: GPT; its sectors are taken as they are, as rkdeveloptool does",
                    );
                }
                Self::Table(file.clone(), parameter)
            }
            Command::Parameter { file } => {
                let bytes = read_image(file)?;
                parameter(&bytes, file, session.report)?;
                let text = Parameter::contents(&bytes)?;
                Self::Block(file.clone(), parameter::wrap(text)?)
            }
            Command::Write { name, image, resume } => {
                let scope = if *resume { Scope::Rest } else { Scope::All };
                let how = How { scope, ..How::default() };
                Self::Write(
                    name.clone(),
                    image.named().to_write(0, session.report, session.stop)?,
                    how,
                )
            }
            Command::Verify { name, image } => Self::Verify(
                name.clone(),
                image.named().to_compare(0, session.report, session.stop)?,
            ),
            Command::Read { name, file, force } => {
                Self::Read { name: name.clone(), path: file.clone(), force: *force }
            }
            Command::Erase { name } => Self::Erase(name.clone()),
        })
    }

    pub(super) fn plan(&self) -> Vec<String> {
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
            Self::Write(name, image, _) => {
                then(format!("write {} to partition {name}, and verify it", image.describe()))
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
    pub(super) fn destroys(&self) -> Option<String> {
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

    pub(super) fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let does = self.destroys().unwrap_or_default();
        let (mut rock, survey, session) = context.survey()?;
        match self {
            Self::Print => {
                let table = read(&mut rock, &survey, session.report)?;
                Ok(Answer::new(lines(&table).join("\n"), fields(&table)))
            }
            Self::Table(_, parameter) => {
                // Counted from 0 whatever the file says: a GPT's sectors are those of the medium.
                let table = parameter.table(total(&survey)?, 0)?;
                session.confirm(&mut rock, &survey, does)?;
                let known = write(&mut rock, &survey, &table, session)?;
                let mut fields = fields(&table);
                fields["verified"] = json!(known.is_complete());
                Ok(Answer::new(lines(&table).join("\n"), fields))
            }
            Self::Block(_, block) => {
                session.confirm(&mut rock, &survey, does)?;
                let known = write_block(&mut rock, &survey, &block, session)?;
                let sector = parameter::SECTOR;
                Ok(Answer::new("", json!({"start": sector, "verified": known.is_complete()})))
            }
            Self::Write(name, image, how) => {
                let table = read(&mut rock, &survey, session.report)?;
                let mut image = fit(&table, &name, image)?;
                writable(&table, &survey, &name)?;
                let room = room(&table, &name)?;
                session.confirm(&mut rock, &survey, does)?;
                clear(&mut rock, &survey, &image, room, session)?;
                let written = stream::write(&mut rock, &survey, &mut image, how, session)?;
                Ok(Answer::new("", verified::written(image.start, &written)))
            }
            Self::Verify(name, image) => {
                let mut image = fit(&read(&mut rock, &survey, session.report)?, &name, image)?;
                let known = stream::verify(&mut rock, &survey, &mut image, session)?;
                let mut fields = verified::fields(&known);
                fields["start"] = json!(image.start);
                Ok(Answer::new("", fields))
            }
            Self::Read { name, path, force } => {
                let table = read(&mut rock, &survey, session.report)?;
                let part = named(&table, &name)?;
                let range = (part.first, part.sectors());
                disk::read(&mut rock, &survey, range, &path, force, session)
            }
            Self::Erase(name) => {
                let table = read(&mut rock, &survey, session.report)?;
                writable(&table, &survey, &name)?;
                let (first, sectors) = room(&table, &name)?;
                rock.check_room(Step::Erase, &survey, first, sectors)?;
                session.confirm(&mut rock, &survey, does)?;
                disk::erase(&mut rock, &survey, (first, sectors), session)
            }
        }
    }
}

/// Reads a parameter file, and says what was passed over.
fn parameter(bytes: &[u8], path: &Path, watch: &mut dyn Watch) -> anyhow::Result<Parameter> {
    let parameter = Parameter::parse(bytes).map_err(|error| bad(path, error))?;
    parameter.notes.iter().for_each(|note| watch.note(note));
    Ok(parameter)
}

fn named<'t>(table: &'t Table, name: &str) -> Result<&'t Partition, Problem> {
    table.find(name).map_err(|found| {
        if found.is_empty() {
            let names = table.partitions.iter().map(|part| part.name.as_str());
            let names = names.collect::<Vec<_>>().join(", ");
            return Problem::Refused(format!("no partition is called {name}; there are {names}"));
        }
        let places = found.iter().map(|part| {
            format!("{} (sectors {} to {})", part.name, part.first, part.last)
        });
        Problem::Refused(format!(
            "{} partitions are called {name}: {}; `rockchip disk write START FILE` writes the one that you mean",
            found.len(),
            places.collect::<Vec<_>>().join(" and ")
        ))
    })
}

/// Where the partition of that name begins, and its sectors.
pub(super) fn room(table: &Table, name: &str) -> Result<(u64, u64), Problem> {
    named(table, name).map(|part| (part.first, part.sectors()))
}

/// Refuses a partition that a wrong table puts where nothing must be written.
fn writable(table: &Table, survey: &Survey, name: &str) -> Result<(), Problem> {
    let part = named(table, name)?;
    // Sectors are counted in 32 bits, where the board does not tell how many there are.
    let total = survey.sectors().unwrap_or(1 << 32);
    table.check_place(part, total).map_err(|error| {
        Problem::Refused(format!("the partition table is wrong: {error}. Nothing was written"))
    })
}

/// Erases all of the partition that a UBI image is for: blocks of an older one in it would be taken for parts of the new
/// one. (rkdeveloptool does the same.)
pub(super) fn clear(
    rock: &mut Rock<'_>,
    survey: &Survey,
    image: &DiskImage,
    (first, sectors): (u64, u64),
    session: &mut Session<'_>,
) -> anyhow::Result<()> {
    let Some(block) = survey.block().filter(|_| image.head().starts_with(b"UBI#")) else {
        return Ok(());
    };
    let end = (first + sectors) / block * block;
    session.report.step(StepId::ERASE, "erase", (end.saturating_sub(first)) * SECTOR as u64);
    Ok(rock.erase(survey, first, end.saturating_sub(first), session.report)?)
}

/// An image at the partition of that name, which it must fit into.
pub(super) fn fit(table: &Table, name: &str, image: DiskImage) -> Result<DiskImage, Problem> {
    let part = named(table, name)?;
    check_fit(name, part.sectors(), &image)?;
    Ok(image.at(part.first, part.sectors()))
}

/// Refuses an image that is longer than the partition of that name.
pub(super) fn check_fit(name: &str, sectors: u64, image: &DiskImage) -> Result<(), Problem> {
    match image.sectors() {
        Some(has) if has > sectors => Err(Problem::Refused(format!(
            "{}: {has} sectors do not fit into partition {name}, which has {sectors}",
            image.name()
        ))),
        _ => Ok(()),
    }
}

/// Sectors of the medium of a survey.
pub(super) fn total(survey: &Survey) -> Result<u64, Problem> {
    let untold = || Problem::Refused("the board does not tell how large its storage is".into());
    survey.sectors().ok_or_else(untold)
}

/// Whether a medium is raw NAND, where parameter blocks count from sector 0.
pub(super) fn is_raw_nand(survey: &Survey) -> bool {
    survey.id.is_some_and(|id| &id.0 == b"NAND ")
}

/// Writes the backup first: a table that tells of a backup finds one.
pub(super) fn write(
    rock: &mut Rock<'_>,
    survey: &Survey,
    table: &Table,
    session: &mut Session<'_>,
) -> anyhow::Result<Verified> {
    let total = survey.sectors().unwrap_or_default();
    let (primary, backup) = table.build(total)?;
    let parts = [(total - gpt::BACKUP_SECTORS, &backup[..]), (0, &primary)];
    write_parts(rock, survey, "partition table", &parts, session)
}

/// Writes a parameter block.
pub(super) fn write_block(
    rock: &mut Rock<'_>,
    survey: &Survey,
    block: &[u8],
    session: &mut Session<'_>,
) -> anyhow::Result<Verified> {
    let parts = [(parameter::SECTOR.into(), block)];
    write_parts(rock, survey, "parameter block", &parts, session)
}

/// Writes what is in memory, each to its sector, and verifies it.
fn write_parts(
    rock: &mut Rock<'_>,
    survey: &Survey,
    what: &str,
    parts: &[(u64, &[u8])],
    session: &mut Session<'_>,
) -> anyhow::Result<Verified> {
    let sectors = |bytes: &[u8]| bytes.len().div_ceil(SECTOR) * SECTOR;
    session.report.step(
        StepId::WRITE,
        what,
        parts.iter().map(|(_, bytes)| sectors(bytes) as u64).sum(),
    );
    let mut writer = rock.writer(survey, Check::Best);
    for (sector, bytes) in parts {
        writer.write(*sector, &mut &bytes[..], session.report)?;
    }
    session.report.step(StepId::VERIFY, "verify", writer.to_read_back() * SECTOR as u64);
    let known = known(&writer.finish(session.report)?);
    session.tell(&known);
    Ok(known)
}

/// The table on the chosen medium, its backup, or the parameter block that old boards have in its place.
fn read(rock: &mut Rock<'_>, survey: &Survey, report: &mut Report) -> anyhow::Result<Table> {
    let mut bytes = Vec::new();
    report.step(StepId::READ, "read the partition table", gpt::PRIMARY_SECTORS * SECTOR as u64);
    rock.read(survey, 0, gpt::PRIMARY_SECTORS, false, &mut bytes, report)?;
    let why = match Table::parse(Place::primary(&bytes)) {
        Ok(Some(table)) => return Ok(table),
        Ok(None) => "there is no GPT at its place".into(),
        Err(error) => error.to_string(),
    };
    report.note(&format!("{why}; looking for the backup at the end"));
    if let Some(table) = backup(rock, survey, report)? {
        return Ok(table);
    }
    match block(rock, survey, report)? {
        Some(table) => Ok(table),
        None => Err(anyhow::Error::msg(format!("{why}, and no parameter block"))),
    }
}

/// The table of a parameter block.
fn block(
    rock: &mut Rock<'_>,
    survey: &Survey,
    watch: &mut dyn Watch,
) -> anyhow::Result<Option<Table>> {
    let (first, count) = (u64::from(parameter::SECTOR), (parameter::LIMIT / SECTOR) as u64 + 1);
    let Some(total) = survey.sectors().filter(|total| *total >= first + count) else {
        return Ok(None);
    };
    let mut bytes = Vec::new();
    watch.step(StepId::READ, "read the parameter block", count * SECTOR as u64);
    rock.read(survey, first, count, false, &mut bytes, watch)?;
    if !bytes.starts_with(b"PARM") {
        return Ok(None);
    }
    let differs = |error: rockusb::Unsound| Problem::Differs(error.to_string());
    let parameter = Parameter::parse(&bytes).map_err(differs)?;
    let base = parameter.base(is_raw_nand(survey));
    watch.note(&match base {
        0 => "this is the parameter block's".into(),
        base => format!(
            "this is the parameter block's: it does not say TYPE: GPT, so that its partitions count from sector {base} \
             on, as vendor loaders have it (rkdeveloptool does not add that)"
        ),
    });
    Ok(Some(parameter.table(total, base).map_err(differs)?))
}

fn backup(
    rock: &mut Rock<'_>,
    survey: &Survey,
    watch: &mut dyn Watch,
) -> anyhow::Result<Option<Table>> {
    let Some(total) = survey.sectors().filter(|total| *total > gpt::BACKUP_SECTORS) else {
        return Ok(None);
    };
    let mut bytes = Vec::new();
    watch.step(
        StepId::READ,
        "read the backup of the partition table",
        gpt::BACKUP_SECTORS * SECTOR as u64,
    );
    rock.read(survey, total - gpt::BACKUP_SECTORS, gpt::BACKUP_SECTORS, false, &mut bytes, watch)?;
    let table = Table::parse(Place::backup(&bytes, total));
    Ok(table.map_err(|error| Problem::Differs(error.to_string()))?)
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
