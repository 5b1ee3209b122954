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

use std::sync::{LazyLock, OnceLock};

use serde::de::DeserializeOwned;

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

static FAMILIES: [OnceLock<Family>; built_in::FAMILIES.len()] =
    [const { OnceLock::new() }; built_in::FAMILIES.len()];
static BUILT_IN: LazyLock<Vec<Board>> =
    LazyLock::new(|| built_in::BOARDS.iter().map(|text| parsed(text)).collect());
/// The same for those who want one of them: to parse all files takes longer than the rest of most commands.
static SINGLE: [OnceLock<Board>; built_in::BOARDS.len()] =
    [const { OnceLock::new() }; built_in::BOARDS.len()];
static OWN: LazyLock<load::Own> = LazyLock::new(load::Own::read);
static ALL: LazyLock<Vec<Board>> = LazyLock::new(|| OWN.over(built_in()));

/// What a file that is compiled in says.
fn parsed<T: DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).expect("a test parses every file that is built in")
}

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
    single(|known| known == name).or_else(|| all().iter().find(|board| board.name == name))
}

/// The first board that is built in whose name fits, where users have none of their own.
fn single(fits: impl Fn(&str) -> bool) -> Option<&'static Board> {
    if !OWN.is_empty() {
        return None;
    }
    let fits = |text: &&str| load::name(text).is_some_and(|name| fits(&name));
    let index = built_in::BOARDS.iter().position(fits)?;
    Some(SINGLE[index].get_or_init(|| parsed(built_in::BOARDS[index])))
}

/// The family whose file has that name.
fn family_by_name(name: &str) -> Option<&'static Family> {
    families_by_name().position(|known| known == name).map(family)
}

/// The names of the families' files.
fn families_by_name() -> impl Iterator<Item = &'static str> {
    built_in::FAMILIES.iter().map(|(name, _)| *name)
}

/// The family with that number.
fn family(index: usize) -> &'static Family {
    FAMILIES[index].get_or_init(|| parsed(built_in::FAMILIES[index].1))
}

/// Every family.
pub fn families() -> impl Iterator<Item = &'static Family> {
    (0..FAMILIES.len()).map(family)
}

/// The family and the recovery mode that a USB device belongs to.
pub fn recognise(vendor: u16, product: u16) -> Option<(&'static Family, &'static UsbId)> {
    let mut known = families().flat_map(|family| family.usb.iter().map(move |id| (family, id)));
    known.find(|(_, id)| (id.vendor, id.product) == (vendor, product))
}

#[cfg(test)]
mod tests;
