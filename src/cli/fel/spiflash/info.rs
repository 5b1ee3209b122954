//! What a flash says of itself.

use fel::host::{flash, nand};
use serde_json::{Value, json};

use crate::{
    boards::storage::Storage,
    family::allwinner::{Device, Target},
    number::size,
    report::Answer,
};

/// How many bad blocks are named in a sentence.
const NAMED: usize = 16;

pub(super) fn answer(target: &Target<'_>) -> Answer {
    match target.device() {
        Device::Nor(flash) => Answer::new(nor(flash.info()), nor_fields(flash.info())),
        Device::Nand(flash) => Answer::new(nand(flash.info()), nand_fields(flash.info())),
        Device::Disk(_) => Answer::new("", json!({})),
    }
}

/// An id in hexadecimal digits.
fn hex(id: [u8; 3], between: &str) -> String {
    id.map(|byte| format!("{byte:02x}")).join(between)
}

fn nor(info: &flash::Info) -> String {
    let by = if info.by_sfdp { "by its own tables (SFDP)" } else { "by its id" };
    let erases: Vec<_> = info.erases.iter().map(|erase| size(erase.size.into())).collect();
    let protected = if info.is_protected() { "protected against writes" } else { "writable" };
    format!(
        "SPI NOR flash: {} ({by}); maker {}, id {}; erases {}; {protected} (status {:#04x})",
        size(info.size),
        info.maker().unwrap_or("unknown"),
        hex(info.id, " "),
        erases.join(", "),
        info.status
    )
}

fn nor_fields(info: &flash::Info) -> Value {
    let erases: Vec<_> = info.erases.iter().map(|erase| erase.size).collect();
    json!({
        "storage": Storage::SpiNor.name(), "bytes": info.size, "maker": info.maker(),
        "id": hex(info.id, ""), "sfdp": info.by_sfdp, "erases": erases,
        "protected": info.is_protected(), "status": info.status,
    })
}

fn nand(info: &nand::Info) -> String {
    let geometry = &info.geometry;
    let by = if info.is_known { "by its id" } else { "by its parameter page; its id is not known" };
    format!(
        "SPI NAND flash: {} ({by}); {}, id {}; {} blocks of {} pages of {} and {} spare bytes; {}",
        size(geometry.bytes()),
        info.name,
        hex(info.id, " "),
        geometry.blocks,
        geometry.pages,
        geometry.page,
        geometry.spare,
        bad(&info.bad)
    )
}

/// Bad blocks in words.
fn bad(blocks: &[u32]) -> String {
    let named: Vec<_> = blocks.iter().take(NAMED).map(u32::to_string).collect();
    let more = if blocks.len() > NAMED { ", …" } else { "" };
    match blocks.len() {
        0 => "no bad blocks".into(),
        1 => format!("one bad block ({})", named[0]),
        count => format!("{count} bad blocks ({}{more})", named.join(", ")),
    }
}

fn nand_fields(info: &nand::Info) -> Value {
    let geometry = &info.geometry;
    json!({
        "storage": Storage::SpiNand.name(), "bytes": geometry.bytes(), "name": info.name, "id": hex(info.id, ""),
        "known": info.is_known, "page": geometry.page, "spare": geometry.spare, "pages": geometry.pages,
        "blocks": geometry.blocks, "bad": info.bad,
    })
}
