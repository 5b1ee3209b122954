//! The board database: one file per SoC family and one per board, compiled in; users' own boards beside them. All of
//! them pass the same check. `docs/boards.md` explains every key.

mod board;
mod built_in;
mod check;
mod chip;
mod family;
mod find;
mod load;
mod parts;
mod sources;
pub mod storage;

use std::sync::LazyLock;

pub use board::Board;
pub(crate) use check::unknown;
pub use check::{Flaw, validate};
pub use chip::{Chip, Starfive};
pub use family::{Family, Protocol, UsbId};
pub use find::{NotFound, find};
pub use load::{Invalid, check, folders};
pub use parts::{
    Alternative, BoardFile, BootBus, Console, Fact, Fit, Instructions, Layout, Level, Proven,
    Recovery, Role, Size, Socket, SocketKind, StorageEntry,
};
pub use sources::{Notes, explained, notes};

static FAMILIES: LazyLock<Vec<(&str, Family)>> = LazyLock::new(|| {
    let parsed = |text| toml::from_str(text).expect("a test parses every family's file");
    built_in::FAMILIES.iter().map(|(name, text)| (*name, parsed(text))).collect()
});
static BUILT_IN: LazyLock<Vec<Board>> = LazyLock::new(|| {
    let parsed = |text: &&str| toml::from_str(text).expect("a test parses every board's file");
    built_in::BOARDS.iter().map(parsed).collect()
});
static OWN: LazyLock<load::Own> = LazyLock::new(load::Own::read);
static ALL: LazyLock<Vec<Board>> = LazyLock::new(|| OWN.over(built_in()));

/// Every board, by name: those that are built in, and users' own.
pub fn all() -> &'static [Board] {
    &ALL
}

/// The boards that are built in, by name.
pub fn built_in() -> &'static [Board] {
    &BUILT_IN
}

/// Users' files that are not sound. Their boards are not in [`all`]. Where there are no such files this reads nothing
/// but the names in a few folders.
pub fn invalid() -> &'static [Invalid] {
    &OWN.invalid
}

/// The board of exactly that name.
pub fn by_name(name: &str) -> Option<&'static Board> {
    all().iter().find(|board| board.name == name)
}

/// The family whose file has that name.
fn family_by_name(name: &str) -> Option<&'static Family> {
    FAMILIES.iter().find(|(known, _)| *known == name).map(|(_, family)| family)
}

/// The names of the families' files.
fn families_by_name() -> impl Iterator<Item = &'static str> {
    FAMILIES.iter().map(|(name, _)| *name)
}

/// Every family.
pub fn families() -> impl Iterator<Item = &'static Family> {
    FAMILIES.iter().map(|(_, family)| family)
}

/// The family and the recovery mode that a USB device belongs to.
pub fn recognise(vendor: u16, product: u16) -> Option<(&'static Family, &'static UsbId)> {
    let mut known = families().flat_map(|family| family.usb.iter().map(move |id| (family, id)));
    known.find(|(_, id)| (id.vendor, id.product) == (vendor, product))
}

#[cfg(test)]
mod tests;
