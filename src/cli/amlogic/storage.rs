//! `storage`, and which storage the commands about sectors go to.

use serde_json::json;

use super::Context;
use crate::{
    boards::storage::Storage,
    family::amlogic::{self, burn_mode::uboot, partition::reach},
    number::size,
    report::Answer,
};

/// What `amlogic storage --help` ends with.
pub(super) const STORAGE: &str = "\
Over USB the vendor's U-Boot reaches the eMMC by sectors; other storage is written by the names of its partitions.

Examples:
  racklet-flash amlogic storage
  racklet-flash amlogic storage emmc --virtual khadas/vim1:mode=uboot";

/// A storage by its name.
pub(super) fn named(text: &str) -> Result<Storage, String> {
    let known = Storage::ALL.into_iter().find(|known| known.name() == text);
    known.ok_or_else(|| {
        let names = Storage::ALL.map(Storage::name).join(", ");
        format!("no storage is called `{text}`; there are {names}")
    })
}

/// Refuses a storage that the vendor's U-Boot does not reach.
pub(super) fn check(storage: Option<Storage>) -> anyhow::Result<()> {
    Ok(storage.map_or(Ok(()), |storage| amlogic::reaches("an Amlogic board", storage))?)
}

/// Asks for the size of the storage.
pub(super) fn run(context: &mut Context<'_>) -> anyhow::Result<Answer> {
    let who = context.who()?;
    let mut uboot = uboot(context.board);
    reach(&who, &mut *uboot)?;
    let sectors = uboot.sectors()?;
    let text = match sectors {
        Some(sectors) => format!("emmc: {sectors} sectors, {}", size(sectors.saturating_mul(512))),
        None => "emmc: its size cannot be found out".into(),
    };
    Ok(Answer::new(text, json!({"storage": "emmc", "sectors": sectors})))
}
