//! What hangs on a virtual U-Boot: disks, a network, and what goes wrong.

use std::path::PathBuf;

use link::storage::{Memory, SECTOR, Storage as Sectors};
use uboot::{
    disk::Kind,
    rom::{self, Board as Rom, Drive, Flaw, Network, Profile, World},
};

use super::{
    Gadget, PlugError,
    loopback::{Loopback, NetFault},
    options::choose,
    storage,
};
use crate::{
    boards::{Board, storage::Storage},
    net::{Subnet, SubnetError},
    number,
};

/// Bytes of a disk where nobody says how many.
const SIZE: u64 = 8 << 30;
/// Bytes of an eMMC's boot partition.
const BOOT: u64 = 4 << 20;
/// The kinds of disks, in the order in which boards have them: an eMMC is `mmc 0`.
const KINDS: [(Storage, Kind, &str); 5] = [
    (Storage::Emmc, Kind::Emmc, "VEMMC0"),
    (Storage::Sd, Kind::Sd, "VCARD"),
    (Storage::Nvme, Kind::Nvme, "VIRTUAL NVME"),
    (Storage::Usb, Kind::Usb, "VIRTUAL USB"),
    (Storage::Virtio, Kind::Virtio, "VIRTUAL"),
];

/// What the user wants of a U-Boot's board.
#[derive(Clone, Debug, Default)]
pub(super) struct Periphery {
    /// The disks, each in a file. Empty: all that the board may have, in memory.
    files: Vec<(Storage, PathBuf)>,
    /// Bytes of each disk, where the user says how many.
    size: Option<u64>,
    /// Bytes of an NVMe disk's block, where it is no sector.
    block: Option<u32>,
    /// KiB of an erase block of the SPI flash, where it is no 4.
    erase: Option<usize>,
    net: Option<NetFault>,
    /// The network in which a DHCP server is.
    lease: Option<Subnet>,
    /// What its `ums` shows disks over.
    pub(super) gadget: Option<Gadget>,
    /// What goes wrong.
    pub(super) flaw: Option<Flaw>,
}

impl Periphery {
    /// Takes an option, if it is one of a U-Boot's.
    pub(super) fn set(
        &mut self,
        board: &'static Board,
        key: &str,
        value: &str,
    ) -> Result<bool, String> {
        match key {
            "size" => self.size = Some(size(value)?),
            "block" => self.block = Some(block(value)?),
            "erase" => self.erase = Some(erase(value)?),
            "net" => self.set_net(value)?,
            "uboot" => self.set_flaw(flaw(value)?)?,
            "ums" => self.gadget = Some(Gadget::new(&board.name, value.parse()?)),
            name => match Storage::ALL.into_iter().find(|storage| storage.name() == name) {
                Some(storage) if KINDS.iter().any(|(kind, ..)| *kind == storage.device()) => {
                    self.keep(board, storage, value)?;
                }
                _ => return Ok(false),
            },
        }
        Ok(true)
    }

    /// Keeps a disk of the board in a file.
    fn keep(&mut self, board: &Board, storage: Storage, file: &str) -> Result<(), String> {
        if board.storage(storage.device()).is_none() {
            let names: Vec<_> = kinds(board).map(|(storage, ..)| storage.name()).collect();
            return Err(format!("`{storage}=`: this virtual board has {}", names.join(" and ")));
        }
        self.files.push((storage, file.into()));
        Ok(())
    }

    fn set_net(&mut self, value: &str) -> Result<(), String> {
        match value.split_once(':') {
            Some(("loss", seed)) => self.net = Some(NetFault::Loss(number::parse(seed)?)),
            Some(("dhcp", subnet)) => {
                self.lease = Some(
                    subnet.parse().map_err(|error: SubnetError| format!("`net=dhcp`: {error}"))?,
                );
            }
            _ => match choose("net", value, &NET)? {
                Fault::Flaw(flaw) => self.set_flaw(flaw)?,
                Fault::Net(fault) => self.net = Some(fault),
            },
        }
        Ok(())
    }

    fn set_flaw(&mut self, flaw: Flaw) -> Result<(), String> {
        match self.flaw.replace(flaw) {
            None => Ok(()),
            Some(_) => Err("one thing goes wrong with a U-Boot, not two".into()),
        }
    }

    /// The disks, in the order in which U-Boot numbers them, with empty slots for eMMC and cards that are not there.
    pub(super) fn drives(&self, board: &Board) -> Result<Vec<Drive>, PlugError> {
        let mut drives = Vec::new();
        for kind in kinds(board) {
            let before = drives.len();
            for (_, path) in self.files.iter().filter(|(storage, _)| *storage == kind.0) {
                let on = storage::in_file(path, self.size.unwrap_or(SIZE), 0)?;
                drives.push(self.drive(kind, on)?);
            }
            let boots = self.files.iter().any(|(storage, _)| storage.device() == kind.0);
            if drives.len() == before && (self.files.is_empty() || boots) {
                let sectors = self.size.unwrap_or(SIZE) / SECTOR as u64;
                drives.push(self.drive(kind, Box::new(Memory::new(sectors, 0)))?);
            }
            if drives.len() == before && kind.1.command() == "mmc" {
                drives.push(Drive::empty_slot());
            }
        }
        Ok(drives)
    }

    /// What one medium of the board is kept in. `None`: the board has no such thing.
    pub(super) fn medium(
        &self,
        board: &Board,
        storage: Storage,
    ) -> Result<Option<Box<dyn Sectors>>, PlugError> {
        let is_boot = storage.boot_partition().is_some();
        let usual = if is_boot { BOOT } else { self.size.unwrap_or(SIZE) };
        if let Some((_, path)) = self.files.iter().find(|(known, _)| *known == storage) {
            return storage::in_file(path, usual, 0).map(Some);
        }
        let named = self.files.iter().any(|(known, _)| known.device() == storage.device());
        let has = board.storage(storage.device()).is_some() && (self.files.is_empty() || named);
        Ok(has.then(|| Box::new(Memory::new(usual / SECTOR as u64, 0)) as Box<dyn Sectors>))
    }

    fn drive(
        &self,
        (storage, kind, model): &(Storage, Kind, &str),
        on: Box<dyn Sectors>,
    ) -> Result<Drive, PlugError> {
        let mut drive = Drive::new(*kind, model, on);
        for (part, path) in &self.files {
            if let Some(number) = part.boot_partition().filter(|_| part.device() == *storage) {
                drive = drive.with_boot(number, storage::in_file(path, BOOT, 0)?);
            }
        }
        Ok(match self.block {
            Some(bytes) if *storage == Storage::Nvme => drive.with_blocks_of(bytes),
            _ => drive,
        })
    }

    /// Whether anything of it was named.
    pub(super) fn is_named(&self) -> bool {
        let plain = self.files.is_empty() && self.size.is_none() && self.block.is_none();
        !plain
            || self.net.is_some()
            || self.lease.is_some()
            || self.flaw.is_some()
            || self.gadget.is_some()
    }

    /// What the Ethernet port is connected to.
    pub(super) fn network(&self) -> Box<dyn Network> {
        Box::new(Loopback::new(self.net, self.lease))
    }

    /// What the USB device port is connected to.
    pub(super) fn gadget(&self) -> Option<Box<dyn rom::Gadget>> {
        self.gadget.clone().map(|gadget| Box::new(gadget) as Box<dyn rom::Gadget>)
    }

    /// A board of no particular maker, with all of this.
    pub(super) fn power_on(&self, board: &Board) -> Result<Rom, PlugError> {
        let (drives, network) = (self.drives(board)?, Some(self.network()));
        let (gadget, flaw) = (self.gadget(), self.flaw);
        let mut world = World { drives, network, gadget, flaw, ..World::new(115_200) };
        if let Some(kibibytes) = self.erase {
            world.flash = world.flash.with_erase_blocks(kibibytes);
        }
        Ok(Rom::new(Profile::default(), world))
    }
}

/// The kinds of disks that a board may have.
fn kinds(board: &Board) -> impl Iterator<Item = &'static (Storage, Kind, &'static str)> {
    KINDS.iter().filter(|(storage, ..)| board.storage(*storage).is_some())
}

/// What may be wrong with the network, or the port to it.
#[derive(Clone, Copy)]
enum Fault {
    Flaw(Flaw),
    Net(NetFault),
}

const NET: [(&str, Fault); 5] = [
    ("dead-phy", Fault::Flaw(Flaw::DeadPhy)),
    ("no-link", Fault::Flaw(Flaw::NoLink)),
    ("unreachable", Fault::Net(NetFault::Unreachable)),
    ("silent", Fault::Net(NetFault::Silent)),
    ("loss", Fault::Net(NetFault::Loss(1))),
];

/// What goes wrong with a U-Boot: a word, or a word and the place.
fn flaw(text: &str) -> Result<Flaw, String> {
    let plain = [
        ("read-fails", Flaw::ReadFails),
        ("fill-fails", Flaw::FillFails),
        ("reads-nothing", Flaw::ReadsNothing(0)),
        ("read-only", Flaw::ReadOnly),
        ("no-crc32", Flaw::NoSums),
        ("no-tftpput", Flaw::NoPut),
        ("no-partconf", Flaw::NoPartConf),
        ("boot-locked", Flaw::BootLocked),
        ("sends-wrong", Flaw::SendsWrong(0)),
        ("loads-wrong", Flaw::LoadsWrong(0)),
        ("off-after-1", Flaw::PowerLost(1)),
    ];
    let Some((word, place)) = text.split_once('@') else { return choose("uboot", text, &plain) };
    let (bytes, count) = (number::parse(place)?, number::parse_u32(place));
    match word {
        "reads-nothing" => Ok(Flaw::ReadsNothing(count?)),
        "off-after" => Ok(Flaw::PowerLost(count?)),
        "sends-wrong" => Ok(Flaw::SendsWrong(count?)),
        "loads-wrong" => Ok(Flaw::LoadsWrong(count?)),
        "ends-load" => Ok(Flaw::EndsLoad(bytes)),
        "wrong-sum" => Ok(Flaw::WrongSum(count?)),
        "resets" => Ok(Flaw::ResetsInLoad(bytes)),
        "shrunk" => Ok(Flaw::Shrunk(bytes)),
        _ => Err(format!(
            "`uboot={text}`: a place have reads-nothing, off-after, sends-wrong, loads-wrong, ends-load, wrong-sum, resets and shrunk"
        )),
    }
}

fn size(text: &str) -> Result<u64, String> {
    match number::parse(text)? {
        0 => Err("`size=0`: a disk has at least a sector".into()),
        size if size.is_multiple_of(SECTOR as u64) => Ok(size),
        _ => Err(format!("`size={text}` is not whole sectors of 512 bytes")),
    }
}

fn block(text: &str) -> Result<u32, String> {
    match number::parse_u32(text)? {
        block @ 512..=65_536 if block.is_power_of_two() => Ok(block),
        _ => Err(format!("`block={text}`: a block has 512, 1024, … or 65536 bytes")),
    }
}

fn erase(text: &str) -> Result<usize, String> {
    match number::parse(text)? {
        erase @ (0x1000 | 0x8000 | 0x1_0000) => Ok(erase as usize >> 10),
        _ => Err(format!("`erase={text}`: an erase block has 4K, 32K or 64K")),
    }
}
