//! The disks that U-Boot drives: finding the one that is meant, and the commands about it.

use std::time::Duration;

use link::StepId;
use uboot::{
    disk::{self, Boots, Card, Disk as Listed, Kind, Refusal},
    host::{Prompt, Step},
};

use crate::{
    boards::{BootBus, storage::Storage},
    failure::Problem,
    family::Medium,
};

/// A step of choosing a disk.
pub(super) const CHOOSE: Step = Step::new(&(StepId::CHOOSE, "finding the disk"));
const SET_BOOT: Step = Step::new(&(StepId::SET, "setting what the SoC starts from"));
/// The longest for a bus to be searched: USB disks spin up.
const SEARCH: Duration = Duration::from_secs(60);

/// What U-Boot calls such a storage; `None`: it is no disk to it.
pub(super) fn kind(storage: Storage) -> Option<Kind> {
    match storage {
        Storage::Emmc | Storage::EmmcBoot0 | Storage::EmmcBoot1 => Some(Kind::Emmc),
        Storage::Sd => Some(Kind::Sd),
        Storage::Nvme => Some(Kind::Nvme),
        Storage::Usb => Some(Kind::Usb),
        Storage::Virtio => Some(Kind::Virtio),
        Storage::SpiNor | Storage::SpiNand | Storage::Nand | Storage::Sata | Storage::Ufs => None,
    }
}

/// The disk that is chosen at U-Boot's prompt.
#[derive(Clone, Debug)]
pub(super) struct Disk {
    /// The word of the commands about it.
    pub(super) word: &'static str,
    /// Bytes of a block, which they count in.
    pub(super) block: u64,
    pub(super) medium: Medium,
    /// The command that goes back from a boot partition to the user area.
    pub(super) leave: Option<String>,
    /// Its number in those commands.
    number: u32,
}

impl Disk {
    /// Finds the one disk of that kind and chooses it. Fails where there is none, or more than one. `memory`: where a sector
    /// may be read to.
    pub(super) fn choose(
        prompt: &mut Prompt<'_, '_>,
        storage: Storage,
        memory: u64,
    ) -> anyhow::Result<Self> {
        let kind = kind(storage).ok_or_else(|| none(storage))?;
        let (word, is_card) = (kind.command(), matches!(kind, Kind::Emmc | Kind::Sd));
        let found = if is_card { cards(prompt, kind)? } else { others(prompt, kind)? };
        let [disk] = &found[..] else { return Err(not_one(storage, &found).into()) };
        let (dev, block) = (format!("{word} dev {}", disk.number), disk.block.into());
        let part = storage.boot_partition();
        let command = part.map_or_else(|| dev.clone(), |part| format!("{dev} {part}"));
        let chosen = prompt.run(&command, SEARCH)?;
        if part.is_some() && chosen.status != 0 {
            return Err(none(storage).into());
        }
        prompt.ask(CHOOSE, &command, SEARCH, |_| Some(()))?;
        let boots = if kind == Kind::Emmc { boots(prompt, disk.number)? } else { None };
        let sectors = if is_card { card_sectors(prompt, memory)? } else { disk.sectors };
        let id = (!disk.name.is_empty()).then(|| disk.name.clone());
        let medium = Medium { kind: Some(storage), sectors, id, boots, part: None };
        Ok(Self { word, block, medium, leave: part.map(|_| dev), number: disk.number })
    }

    /// The command that shows it, or the part of it that is chosen, as a USB disk.
    pub(super) fn ums(&self) -> String {
        let (word, number) = (self.word, self.number);
        match self.medium.kind.and_then(Storage::boot_partition) {
            Some(part) => format!("ums 0 {word} {number}.{part}"),
            None => format!("ums 0 {word} {number}"),
        }
    }

    /// Has the SoC start from what is chosen of an eMMC, and makes sure of it. `bus`: how it reads there, where it has to be
    /// told; U-Boot does not show that again.
    pub(super) fn set_boot(
        &self,
        prompt: &mut Prompt<'_, '_>,
        bus: Option<BootBus>,
    ) -> anyhow::Result<&'static str> {
        let number = self.number;
        let part = self.medium.kind.and_then(Storage::boot_partition).unwrap_or(Boots::USER);
        if let Some([width, reset, mode]) = bus {
            let command = format!("mmc bootbus {number} {width} {reset} {mode}");
            prompt.ask(SET_BOOT, &command, SEARCH, |_| Some(()))?;
        }
        prompt.ask(SET_BOOT, &format!("mmc partconf {number} 1 {part} 0"), SEARCH, |_| Some(()))?;
        let wanted = Boots { acknowledges: true, from: part, access: 0 }.word();
        match boots(prompt, number)? {
            Some(boots) if boots == wanted => Ok(boots),
            other => Err(unset(wanted, other).into()),
        }
    }
}

fn unset(wanted: &str, found: Option<&str>) -> Problem {
    let found = found.unwrap_or("something that U-Boot does not tell");
    let text = format!(
        "all was written, but the eMMC is set to start from {found} after it was set to start from {wanted}"
    );
    Problem::Failed(text).advised(
        "an eMMC may be locked to one setting (BOOT_CONFIG_PROT): another one starts it then",
    )
}

/// What the SoC starts from of an eMMC; `None`: it does not tell, or this U-Boot does not.
fn boots(prompt: &mut Prompt<'_, '_>, number: u32) -> anyhow::Result<Option<&'static str>> {
    let output = prompt.run(&format!("mmc partconf {number}"), SEARCH)?;
    Ok(Boots::parse(&output.text).map(Boots::word))
}

/// The cards and eMMCs of one kind: each slot has to be asked what is in it.
fn cards(prompt: &mut Prompt<'_, '_>, wanted: Kind) -> anyhow::Result<Vec<Listed>> {
    let listed = listed(prompt, "mmc list")?;
    let slots = disk::cards(&listed);
    let mut found = Vec::new();
    for slot in slots {
        // An empty slot fails.
        if prompt.run(&format!("mmc dev {}", slot.number), SEARCH)?.status != 0 {
            continue;
        }
        let card = prompt.ask(CHOOSE, "mmc info", SEARCH, Card::parse)?;
        if card.kind == wanted {
            let name = format!("{} {:#04x}", card.name, card.manufacturer);
            found.push(Listed { kind: wanted, name, ..slot });
        }
    }
    Ok(found)
}

/// How long the card or eMMC is that is chosen: only the refusal of a read past its end says it exactly.
fn card_sectors(prompt: &mut Prompt<'_, '_>, memory: u64) -> anyhow::Result<Option<u64>> {
    let output = prompt.run(&format!("mmc read {memory:#x} 0xfffffffe 1"), SEARCH)?;
    Ok(match Refusal::parse(&output.text) {
        Some(Refusal::PastTheEnd(sectors)) => Some(sectors),
        _ => None,
    })
}

/// The disks on a bus that is searched first.
fn others(prompt: &mut Prompt<'_, '_>, kind: Kind) -> anyhow::Result<Vec<Listed>> {
    let (search, list) = match kind {
        Kind::Usb => ("start", "storage"),
        _ => ("scan", "info"),
    };
    let word = kind.command();
    // What is behind PCI shows up only then. A bus that has nothing on it may fail: the list says so in other words.
    prompt.run("pci enum", SEARCH)?;
    prompt.run(&format!("{word} {search}"), SEARCH)?;
    Ok(disk::disks(kind, &listed(prompt, &format!("{word} {list}"))?))
}

/// What a command prints that lists disks. Fails where U-Boot does not have it.
fn listed(prompt: &mut Prompt<'_, '_>, command: &str) -> anyhow::Result<String> {
    let output = prompt.run(command, SEARCH)?;
    match output.is_unknown() {
        false => Ok(output.text),
        true => Err(no_command(command).into()),
    }
}

/// A U-Boot that was built without a command.
pub(super) fn no_command(command: &str) -> Problem {
    Problem::Refused(format!("this U-Boot has no command `{command}`; nothing was written"))
        .advised("use a U-Boot that is built with it, or write another storage (--to)")
}

pub(super) fn none(storage: Storage) -> Problem {
    Problem::Refused(format!("U-Boot on this board finds no {storage}; nothing was written"))
        .advised("check that it is plugged in, or name another storage with --to")
}

fn not_one(storage: Storage, found: &[Listed]) -> Problem {
    if found.is_empty() {
        return none(storage);
    }
    let names: Vec<_> =
        found.iter().map(|disk| format!("{} ({})", disk.number, disk.name)).collect();
    let text =
        format!("U-Boot finds more than one {storage}: {}; nothing was written", names.join(", "));
    Problem::Refused(text).advised("take out those that are not meant, and run this again")
}
