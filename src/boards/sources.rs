//! What is true of boards of every family, and what the short names of sources stand for: `shared.toml`.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use super::{Board, BoardFile, Fact, Layout, Recovery, SocketKind};

/// Notes that boards share.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Notes {
    /// The short names of sources, and what they stand for.
    pub sources: BTreeMap<String, String>,
    /// What to know about the cable to a kind of socket.
    cables: Vec<Cable>,
    /// What to try when a board does not show up: on USB, and on a serial line.
    silent: Silent,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Cable {
    /// The sockets that it is about. Empty: those that power the board.
    sockets: Vec<SocketKind>,
    note: Fact,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Silent {
    usb: Vec<Fact>,
    serial: Vec<Fact>,
}

static NOTES: LazyLock<Notes> = LazyLock::new(|| {
    toml::from_str(include_str!("shared.toml")).expect("a test parses the shared notes")
});

/// The notes that boards share.
pub fn notes() -> &'static Notes {
    &NOTES
}

impl Notes {
    /// What to know about the cable to a board.
    pub fn cables(&self, board: &Board) -> impl Iterator<Item = &Fact> {
        let (kind, powers) = (board.socket.kind, board.socket.powers_board == Some(true));
        let about = move |cable: &&Cable| match cable.sockets.is_empty() {
            true => powers,
            false => cable.sockets.contains(&kind),
        };
        self.cables.iter().filter(about).map(|cable| &cable.note)
    }

    /// What to try when a board does not show up.
    pub fn silent(&self, board: &Board) -> &[Fact] {
        match board.socket.kind {
            SocketKind::Serial | SocketKind::UsbSerial => &self.silent.serial,
            _ => &self.silent.usb,
        }
    }
}

/// A source with its short name explained: `RD = Radxa's documentation …`. None: it has no short name.
pub fn explained(source: &str) -> Option<(&'static str, &'static str)> {
    let word = source.split([' ', ',', ':']).next()?;
    let (name, meaning) = notes().sources.get_key_value(word)?;
    Some((name, meaning))
}

impl Board {
    /// Everybody who is named as the source of something on the board's card, in the order of the names.
    pub fn sources(&self) -> Vec<&str> {
        let elsewhere = self.elsewhere().filter(|_| self.is_flashable().is_err());
        let shared = of_recovery(self.recovery())
            .chain(self.files().into_iter().map(of_file))
            .chain(self.layout().into_iter().map(of_layout))
            .chain(elsewhere.map(|elsewhere| &elsewhere.source))
            .chain(self.traps().map(of_fact))
            .chain(notes().cables(self).map(of_fact))
            .chain(notes().silent(self).iter().map(of_fact));
        let shared = shared.filter_map(|source| source.as_deref());
        let all = self.own_sources().chain(shared);
        let mut parts: Vec<_> = all.flat_map(|source| source.split("; ")).collect();
        parts.sort_unstable();
        parts.dedup();
        parts
    }

    /// The sources that its own file names, as they are there.
    pub(super) fn own_sources(&self) -> impl Iterator<Item = &str> {
        let all = self.recovery.iter().flat_map(of_recovery);
        let all = all
            .chain([&self.socket.source])
            .chain(self.storage.iter().map(|entry| &entry.source))
            .chain(self.console.iter().map(|console| &console.source))
            .chain(self.files.iter().map(of_file))
            .chain(self.layout.iter().map(of_layout))
            .chain(self.traps.iter().map(of_fact))
            .chain(self.proven.iter().map(|proven| &proven.source))
            .chain(self.elsewhere.iter().map(|elsewhere| &elsewhere.source));
        all.filter_map(|source| source.as_deref())
    }
}

fn of_recovery(recovery: &Recovery) -> impl Iterator<Item = &Option<String>> {
    let ways = recovery.alternatives.iter().map(|way| &way.source);
    std::iter::once(&recovery.source).chain(ways)
}

fn of_file(file: &BoardFile) -> &Option<String> {
    &file.source
}

fn of_layout(layout: &Layout) -> &Option<String> {
    &layout.source
}

fn of_fact(fact: &Fact) -> &Option<String> {
    &fact.source
}
