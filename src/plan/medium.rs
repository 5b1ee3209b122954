//! The storage that a plan is about: whether there is room, what it holds, and what an older system left there.

use link::{Foreign, Silent, storage::SECTOR};
use rockusb::gpt::{BACKUP_SECTORS, PRIMARY_SECTORS, Place as TableAt, Table};

use super::{Loss, Place, contents, loss::HEAD};
use crate::{
    failure::Problem,
    family::{BlockTarget, Context, Placement, transfer},
    files::disk_image::DiskImage,
};

/// How long a storage is. Fails where the board does not tell.
pub(super) fn sectors(target: &dyn BlockTarget) -> Result<u64, Problem> {
    let text = || Problem::Refused("the board does not tell how long its storage is".into());
    target.medium().sectors.ok_or_else(text)
}

/// An image where it belongs. Fails where it has no room.
pub(super) fn placed(
    image: DiskImage,
    to: &Place,
    at: &Placement,
    target: &mut dyn BlockTarget,
) -> anyhow::Result<DiskImage> {
    let (start, room) = match to {
        Place::Partition(_, name) => match target.partition(name)? {
            Some(sectors) => (0, sectors),
            None => partition(target, name)?,
        },
        Place::On(_) => {
            let left = target.medium().sectors.map(|sectors| sectors.saturating_sub(at.sector));
            (at.sector, left.unwrap_or(u64::MAX))
        }
    };
    if let Some(sectors) = image.sectors().filter(|sectors| *sectors > room) {
        let text = format!(
            "{}: it has {sectors} sectors, and there is room for {room}; nothing was written",
            image.name()
        );
        return Err(Problem::Refused(text).into());
    }
    Ok(image.at(start, room))
}

/// Where a partition begins, and how many sectors it has.
fn partition(target: &mut dyn BlockTarget, name: &str) -> anyhow::Result<(u64, u64)> {
    let mut bytes = Vec::new();
    target.read(0, PRIMARY_SECTORS, &mut bytes, &mut Silent)?;
    let Some(table) = Table::parse(TableAt::primary(&bytes))? else {
        let text = format!("there is no GPT that could tell where the partition {name} is");
        let advice = "write the image of a whole disk first, without --to PARTITION";
        return Err(Problem::Refused(text).advised(advice).into());
    };
    match table.find(name) {
        Ok(part) => Ok((part.first, part.sectors())),
        Err(_) => {
            let names: Vec<_> =
                table.partitions.iter().map(|part| Foreign(&part.name).to_string()).collect();
            let text = format!("there is no one partition {name}; there are {}", names.join(", "));
            Err(Problem::Refused(text).advised("name one of these partitions").into())
        }
    }
}

/// What storage holds, as far as it can be read.
pub(super) fn held(target: &mut dyn BlockTarget) -> Option<String> {
    if !target.is_readable() {
        return None;
    }
    let sectors = HEAD / SECTOR as u64;
    let mut head = Vec::new();
    target.read(0, sectors, &mut head, &mut Silent).ok().and_then(|()| contents(&head))
}

/// Clears the backup GPT of an older table, if the image has no GPT of its own: tools that repair tables would bring the
/// old partitions back.
pub(super) fn stale_backup(
    target: &mut dyn BlockTarget,
    image: &DiskImage,
    cx: &mut Context<'_>,
) -> anyhow::Result<()> {
    let end = target.medium().length().filter(|end| *end > BACKUP_SECTORS);
    let Some(end) = end.filter(|_| target.is_readable()) else { return Ok(()) };
    let start = end - BACKUP_SECTORS;
    let has_table = image.head().get(512..520) == Some(b"EFI PART");
    if has_table || image.sectors().is_none_or(|sectors| sectors > start) {
        return Ok(());
    }
    let mut bytes = Vec::new();
    if target.read(start, BACKUP_SECTORS, &mut bytes, &mut Silent).is_err() {
        let text =
            "the end of the storage cannot be read: the backup of an older GPT may be there still";
        cx.desk.note(text);
        return Ok(());
    }
    if bytes
        .get(bytes.len().saturating_sub(SECTOR)..)
        .is_none_or(|last| !last.starts_with(b"EFI PART"))
    {
        return Ok(());
    }
    let does = "clears the backup of an older GPT, which the image has no use for,";
    let loss = Loss { storage: Some(target.medium().words()), ..Loss::of(does) };
    if let Err(error) = cx.desk.allow(&loss) {
        cx.desk.note(&format!(
            "the backup of an older GPT was left at the end of the storage: {error:#}"
        ));
        return Ok(());
    }
    let zeros = vec![0_u8; BACKUP_SECTORS as usize * SECTOR];
    transfer::write_bytes(target, start, &zeros, link::Check::Best, cx.desk)?;
    cx.desk.note(
        "the backup of an older GPT at the end of the storage was cleared: the image has no GPT",
    );
    Ok(())
}
