//! A board: what its file says. `docs/boards.md` explains every key.

use std::path::PathBuf;

use serde::Deserialize;

use super::{
    chip::Chip,
    family::{Family, Protocol},
    family_by_name,
    parts::{
        BoardFile, Console, Fact, Instructions, Layout, Level, Proven, Recovery, Role, Socket,
        StorageEntry,
    },
    storage::Storage,
};

/// A board.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Board {
    /// `vendor/model`
    pub name: String,
    /// What its maker calls it.
    pub title: String,
    /// Name of its family's file.
    pub family: String,
    /// Its SoC, by a name that the family's table knows.
    pub soc: String,
    /// Other names that people use for it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The connector that leads to its mask ROM.
    pub socket: Socket,
    pub(super) recovery: Option<Recovery>,
    pub(super) storage: Vec<StorageEntry>,
    /// Its serial console.
    pub console: Option<Console>,
    #[serde(default)]
    pub(super) files: Vec<BoardFile>,
    #[serde(default)]
    pub(super) layout: Vec<Layout>,
    #[serde(default)]
    pub(super) traps: Vec<Fact>,
    pub(super) proven: Option<Proven>,
    pub(super) not_flashable: Option<String>,
    pub(super) elsewhere: Option<Instructions>,
    /// The QEMU machine that can stand for its processor.
    pub qemu: Option<String>,
    pub(super) profile: Option<String>,
    /// The file of a board that is not built in.
    #[serde(skip)]
    pub origin: Option<PathBuf>,
}

impl Board {
    /// Its family.
    pub fn family(&self) -> &'static Family {
        family_by_name(&self.family).expect("`validate` resolves the family of every board")
    }

    /// Its SoC's numbers.
    pub fn chip(&self) -> Chip {
        self.family().chip(&self.soc).expect("`validate` resolves the SoC of every board")
    }

    /// The protocol of its mask ROM. None: nothing here speaks it yet.
    pub fn protocol(&self) -> Option<Protocol> {
        self.family().protocol
    }

    /// Whether we speak to it on a serial line: with its mask ROM, or with a U-Boot that runs already.
    pub fn is_serial(&self) -> bool {
        matches!(
            self.protocol(),
            Some(Protocol::Starfive | Protocol::Bouffalo | Protocol::Cct | Protocol::Uboot)
        )
    }

    /// The model, which is its name without its maker.
    pub fn model(&self) -> &str {
        self.name.split_once('/').map_or(&self.name, |(_, model)| model)
    }

    /// How it gets into recovery: its own way, or that of its family.
    pub fn recovery(&self) -> &Recovery {
        self.recovery.as_ref().unwrap_or_else(|| &self.family().recovery)
    }

    /// Its storages, in the order in which mask ROM and boot loader look for something to start.
    pub fn storages(&self) -> &[StorageEntry] {
        &self.storage
    }

    /// Its storage of that kind.
    pub fn storage(&self, kind: Storage) -> Option<&StorageEntry> {
        self.storage.iter().find(|entry| entry.kind == kind)
    }

    /// Where an image goes unless the user says where to: the storage that is marked `default`; without a mark the first that
    /// is not SPI NOR flash, which has room for little more than a boot loader; the first of all where there is no other.
    pub fn first_storage(&self) -> &StorageEntry {
        let marked = self.storage.iter().find(|entry| entry.default);
        let roomy = || self.storage.iter().find(|entry| entry.kind != Storage::SpiNor);
        let first = marked.or_else(roomy).or_else(|| self.storage.first());
        first.expect("`validate` refuses a board without storage")
    }

    /// The same; `None`: it stands for boards of which nothing is known, so the user has to say.
    pub fn default_storage(&self) -> Option<Storage> {
        (!matches!(self.chip(), Chip::Any)).then(|| self.first_storage().kind)
    }

    /// The files that it needs: its own, and those of its family whose roles it has no file of its own for. Those that
    /// bring it up come first.
    pub fn files(&self) -> Vec<&BoardFile> {
        let shared = self.family().files.iter().filter(|file| {
            self.concerns(&file.socs) && self.files.iter().all(|own| own.role != file.role)
        });
        let mut files: Vec<_> = self.files.iter().chain(shared).collect();
        files.sort_by_key(|file| !file.role.brings_up());
        files
    }

    /// The file for that role; the first of several that depend on the board's RAM.
    pub fn file(&self, role: Role) -> Option<&BoardFile> {
        self.files().into_iter().find(|file| file.role == role)
    }

    /// Where its boot loaders are: what its own file says, then what its family says of storages that it has.
    pub fn layout(&self) -> Vec<&Layout> {
        let own = self.layout.iter();
        let shared = self.family().layout.iter().filter(|layout| self.concerns(&layout.socs));
        let has = |layout: &&Layout| layout.on.iter().any(|kind| self.storage(*kind).is_some());
        own.chain(shared.filter(has)).collect()
    }

    /// What goes wrong with it, and with any board of its family.
    pub fn traps(&self) -> impl Iterator<Item = &Fact> {
        let shared = self.family().traps.iter().filter(|trap| self.concerns(&trap.socs));
        self.traps.iter().chain(shared)
    }

    /// How far it is proven.
    pub fn proven(&self) -> Proven {
        let level = if self.is_virtual() { Level::Virtual } else { Level::Nothing };
        self.proven.clone().unwrap_or(Proven { level, source: None })
    }

    /// Whether `flash` can write it.
    ///
    /// # Errors
    ///
    /// Why it cannot, as half a sentence.
    pub fn is_flashable(&self) -> Result<(), &str> {
        let reason = self.not_flashable.as_deref();
        reason.or_else(|| self.family().not_flashable.as_deref()).map_or(Ok(()), Err)
    }

    /// What other people's tools do with it, where we cannot flash it.
    pub fn elsewhere(&self) -> Option<&Instructions> {
        self.elsewhere.as_ref().or_else(|| self.family().elsewhere.as_ref())
    }

    /// The measured board that its virtual ROM behaves like: the one that its file names, or the usual one of its SoC.
    pub fn profile(&self) -> Option<&str> {
        self.profile.as_deref().or_else(|| self.chip().profiles().first().copied())
    }

    /// Whether there is a virtual board of it. For Rockchip's and Amlogic's SoCs, a board must have been measured.
    pub fn is_virtual(&self) -> bool {
        match self.protocol() {
            Some(
                Protocol::Fel
                | Protocol::Starfive
                | Protocol::Bouffalo
                | Protocol::Cct
                | Protocol::Uboot,
            ) => true,
            Some(Protocol::Rockusb | Protocol::Optimus | Protocol::Adnl | Protocol::Fastboot) => {
                self.profile().is_some()
            }
            Some(Protocol::Ums) | None => false,
        }
    }

    fn concerns(&self, socs: &[String]) -> bool {
        socs.is_empty() || socs.iter().any(|soc| soc.eq_ignore_ascii_case(&self.soc))
    }
}
