//! Partition tables, and partitions by their names.

use std::path::Path;

use link::{Check, StepId, Verified, Watch};
use rockusb::{
    Unsound,
    gpt::{self, Partition, Place, Table},
    host::Survey,
    parameter::{self, Parameter},
    wire::SECTOR,
};

use super::Target;
use crate::{
    failure::Problem,
    family::transfer,
    files::{bad, disk_image::DiskImage},
};

/// Reads a parameter file, and says what was passed over.
pub fn parameter(bytes: &[u8], path: &Path, watch: &mut dyn Watch) -> anyhow::Result<Parameter> {
    let parameter = Parameter::parse(bytes).map_err(|error| bad(path, error))?;
    parameter.notes.iter().for_each(|note| watch.note(note));
    Ok(parameter)
}

/// The partition of that name. Fails where there is none, or more than one.
pub fn named<'t>(table: &'t Table, name: &str) -> Result<&'t Partition, Problem> {
    table.find(name).map_err(|found| {
        if found.is_empty() {
            let names = table.partitions.iter().map(|part| part.name.as_str());
            let names = names.collect::<Vec<_>>().join(", ");
            return Problem::Refused(format!("no partition is called {name}; there are {names}"))
                .advised("name one of these partitions");
        }
        let places = found.iter().map(|part| {
            format!("{} (sectors {} to {})", part.name, part.first, part.last)
        });
        Problem::Refused(format!(
            "{} partitions are called {name}: {}",
            found.len(),
            places.collect::<Vec<_>>().join(" and ")
        ))
        .advised("write to the sectors of the one that you mean: `racklet-flash rockchip disk write START FILE`")
    })
}

/// Where the partition of that name begins, and its sectors.
pub fn room(table: &Table, name: &str) -> Result<(u64, u64), Problem> {
    named(table, name).map(|part| (part.first, part.sectors()))
}

/// Refuses a partition that a wrong table puts where nothing must be written.
pub fn require_place(table: &Table, target: &Target<'_>, name: &str) -> Result<(), Problem> {
    let part = named(table, name)?;
    // Sectors are counted in 32 bits, where the board does not tell how many there are.
    let total = target.survey().sectors().unwrap_or(1 << 32);
    table.check_place(part, total).map_err(|error| {
        Problem::Refused(format!("the partition table is wrong: {error}. Nothing was written"))
    })
}

/// Erases all of the partition that a UBI image is for: blocks of an older one in it would be taken for parts of the new
/// one. (rkdeveloptool does the same.)
pub fn clear_for(
    target: &mut Target<'_>,
    image: &DiskImage,
    (first, sectors): (u64, u64),
    watch: &mut dyn Watch,
) -> anyhow::Result<()> {
    let Some(block) = target.survey().block().filter(|_| image.head().starts_with(b"UBI#")) else {
        return Ok(());
    };
    let end = (first + sectors) / block * block;
    target.erase(first, end.saturating_sub(first), watch)
}

/// An image at the partition of that name, which it must fit into.
pub fn fit(table: &Table, name: &str, image: DiskImage) -> Result<DiskImage, Problem> {
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

/// Whether a medium is raw NAND, where parameter blocks count from sector 0.
pub(super) fn is_raw_nand(survey: &Survey) -> bool {
    survey.id.is_some_and(|id| &id.0 == b"NAND ")
}

/// Writes a table, and verifies it. The backup comes first: a table that tells of a backup finds one.
pub fn write(
    target: &mut Target<'_>,
    table: &Table,
    watch: &mut dyn Watch,
) -> anyhow::Result<Verified> {
    let total = target.total()?;
    let (primary, backup) = table.build(total)?;
    let parts = [(total - gpt::BACKUP_SECTORS, &backup[..]), (0, &primary)];
    write_parts(target, "partition table", &parts, watch)
}

/// Writes a parameter block, and verifies it.
pub fn write_block(
    target: &mut Target<'_>,
    block: &[u8],
    watch: &mut dyn Watch,
) -> anyhow::Result<Verified> {
    write_parts(target, "parameter block", &[(parameter::SECTOR.into(), block)], watch)
}

/// Writes what is in memory, each to its sector, and verifies it.
fn write_parts(
    target: &mut Target<'_>,
    what: &str,
    parts: &[(u64, &[u8])],
    watch: &mut dyn Watch,
) -> anyhow::Result<Verified> {
    let sectors = |bytes: &[u8]| bytes.len().div_ceil(SECTOR) * SECTOR;
    watch.step(StepId::WRITE, what, parts.iter().map(|(_, bytes)| sectors(bytes) as u64).sum());
    let mut writer = target.rock.writer(&target.survey, Check::Best);
    for (sector, bytes) in parts {
        writer.write(*sector, &mut &bytes[..], watch)?;
    }
    watch.step(StepId::VERIFY, "verify", writer.to_read_back() * SECTOR as u64);
    let known = writer.finish(watch)?;
    transfer::tell(&known, watch);
    Ok(known)
}

/// The table on the chosen medium, its backup, or the parameter block that old boards have in its place.
pub fn read(target: &mut Target<'_>, watch: &mut dyn Watch) -> anyhow::Result<Table> {
    let bytes = head(target, watch)?;
    let why = match Table::parse(Place::primary(&bytes)) {
        Ok(Some(table)) => return Ok(table),
        Ok(None) => "there is no GPT at its place".into(),
        Err(error) => error.to_string(),
    };
    watch.note(&format!("{why}; looking for the backup at the end"));
    if let Some(table) = backup(target, watch)? {
        return Ok(table);
    }
    match block(target, watch)? {
        Some(table) => Ok(table),
        None => Err(Problem::Failed(format!("{why}, and no parameter block"))
            .advised(
                "write the image of a whole disk first (`racklet-flash flash BOARD IMAGE`), or a partition table: `racklet-flash \
                 rockchip partition table FILE`",
            )
            .into()),
    }
}

/// The sectors of the primary table.
pub(super) fn head(target: &mut Target<'_>, watch: &mut dyn Watch) -> anyhow::Result<Vec<u8>> {
    sectors(target, "read the partition table", (0, gpt::PRIMARY_SECTORS), watch)
}

fn sectors(
    target: &mut Target<'_>,
    what: &str,
    (first, count): (u64, u64),
    watch: &mut dyn Watch,
) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    watch.step(StepId::READ, what, count * SECTOR as u64);
    target.rock.read(&target.survey, first, count, false, &mut bytes, watch)?;
    Ok(bytes)
}

/// The table of a parameter block.
fn block(target: &mut Target<'_>, watch: &mut dyn Watch) -> anyhow::Result<Option<Table>> {
    let (first, count) = (u64::from(parameter::SECTOR), (parameter::LIMIT / SECTOR) as u64 + 1);
    let Some(total) = target.survey().sectors().filter(|total| *total >= first + count) else {
        return Ok(None);
    };
    let bytes = sectors(target, "read the parameter block", (first, count), watch)?;
    if !bytes.starts_with(b"PARM") {
        return Ok(None);
    }
    let differs = |error: Unsound| Problem::Differs(error.to_string());
    let parameter = Parameter::parse(&bytes).map_err(differs)?;
    let base = parameter.base(is_raw_nand(target.survey()));
    watch.note(&match base {
        0 => "this is the parameter block's".into(),
        base => format!(
            "this is the parameter block's: it does not say TYPE: GPT, so that its partitions count from sector {base} \
             on, as vendor loaders have it (rkdeveloptool does not add that)"
        ),
    });
    Ok(Some(parameter.table(total, base).map_err(differs)?))
}

fn backup(target: &mut Target<'_>, watch: &mut dyn Watch) -> anyhow::Result<Option<Table>> {
    let Some(total) = target.survey().sectors().filter(|total| *total > gpt::BACKUP_SECTORS) else {
        return Ok(None);
    };
    let range = (total - gpt::BACKUP_SECTORS, gpt::BACKUP_SECTORS);
    let bytes = sectors(target, "read the backup of the partition table", range, watch)?;
    let table = Table::parse(Place::backup(&bytes, total));
    Ok(table.map_err(|error| Problem::Differs(error.to_string()))?)
}
