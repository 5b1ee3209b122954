//! `--virtual starfive/…[:KEY=VALUE,…]`, `--virtual generic/u-boot[:…]`: a board at the end of a serial line.

use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
    str::FromStr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use bouffalo::rom::Bl808;
use link::{
    line::Wire,
    noise::{Damage, Noise},
    serial::{Said, SerialDevice},
};
use starfive::rom::{Behaviour, FLASH, Jh7100, Jh7110};
use thead::rom::Th1520;
use uboot::rom;

use super::{
    Gadget, PlugError,
    bouffalo::Bouffalo,
    handover::Handover,
    held::Held,
    options::{choose, split},
    thead::Thead,
    uboot::Periphery,
};
use crate::{
    boards::{self, Board, Chip, Protocol, Starfive},
    number,
    transport::PortPath,
};

/// The options, as `virtual list` explains them.
pub const SERIAL_OPTIONS: &str = "\
Options of boards on a serial line:
  storage=FILE           its SPI flash of 16 MiB: read at power-on if it is there, written when the command or the server ends
  nvme=FILE              a disk of a board with U-Boot (emmc, sd, nvme, usb, virtio), which is made as a sparse file where
                         there is none; repeatable. The board then has those alone, and otherwise all of its database
                         entry, in memory
  size=BYTES             of each of these disks, where it is new (default 8G)
  block=BYTES            of an NVMe disk (default 512)
  erase=BYTES            of an erase block of generic/u-boot's SPI flash: 4K (the default), 32K or 64K
  net=FAULT              its network, which is 127.0.0.0/8 (--net 127.9.0.0/16): dead-phy, no-link, unreachable, silent (a
                         firewall), loss:SEED; dhcp:127.9.0.0/24 gives it a DHCP server (--net dhcp)
  ums=1-3                boards with U-Boot, virtual serve --vhci: its USB device port is connected to this port, and `ums` shows
                         a disk there
  pty=LINK               virtual serve: LINK becomes a symbolic link to the board's pty
  port=1-4               virtual serve: instead of a pty, a USB serial adapter (a CP2102) at this USB port
  stage=rom|uboot|sd     VisionFive 2: what is powered on, the mask ROM, a U-Boot in its flash, or the mask ROM with its
                         switches at SD boot
  spl=uart|mmc|spi       VisionFive 2: what the SPL boots from
  loses-above=BAUD       VisionFive 2, BL808: above this rate its UART loses bytes
  uboot=FLAW             boards with U-Boot: read-fails, fill-fails, reads-nothing (or reads-nothing@N, after N reads),
                         off-after-1 (off-after@N: the power goes at the end of the N-th write), read-only, no-crc32,
                         wrong-sum@N (the N-th), resets@BYTES (once, in the midst of a load), shrunk@SECTOR (what is
                         written to disks from there on is lost)
  worn=OFFSET            VisionFive 2, BL808, TH1520: a bit of this byte of the flash cannot be programmed
  chip=bl808|bl616|bl602 BL808: which chip it says that it is
  flash=known|unknown|none   BL808: whether its mask ROM knows its flash; size=BYTES of it (default 16M)
  confirms=PART          BL808: which part of the handshake it confirms: unlock, training, both
  pending=SECONDS        BL808: how often it says that it is busy while it erases (default: never)
  wrong-sum=N            BL808: the N-th SHA-256 that it tells is wrong; TH1520: its N-th sum of flash
  power=SECONDS          TH1520: how long after the first byte it gets power (default 0.3)
  writer=good|hangs|forgets   TH1520: whether its image writer starts, and sums parts of its flash (forgets: what was just written, as
                         a whole, and nothing else); flash=none and size=BYTES as of a BL808
  version=N              TH1520: the version of its protocol (default 4)
  noise=SEED[@N]         N bytes in a million are lost, doubled or flipped, each way (default 40)
  fault=KIND@N           the N-th byte to the board: lost, doubled, flipped; gone: the adapter is pulled out there";

/// Bytes in a million that `noise=` damages where it says nothing else: a few frames in a hundred.
const NOISE: u32 = 40;

/// A board on a serial line as the user asked for it.
#[derive(Clone, Debug)]
pub struct SerialSpec {
    /// The board.
    pub board: &'static Board,
    /// The file of its flash.
    pub storage: Option<PathBuf>,
    /// The symbolic link to its pty.
    pub pty: Option<PathBuf>,
    /// The USB port of the adapter that its line ends in.
    pub port: Option<PortPath>,
    stage: Stage,
    behaviour: Behaviour,
    bouffalo: Bouffalo,
    thead: Thead,
    periphery: Periphery,
    noise: Option<(u64, u32)>,
    fault: Option<(SerialFault, u64)>,
    /// The boot ROM that starts its U-Boot; `None`: that starts by itself.
    handover: Option<Handover>,
}

/// What is powered on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Rom,
    Uboot,
    /// The mask ROM, its switches at SD boot.
    Sd,
}

/// What happens at a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SerialFault {
    Byte(Damage),
    Gone,
}

impl FromStr for SerialSpec {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, options) = text.split_once(':').unwrap_or((text, ""));
        let board = boards::find(name).map_err(|error| error.to_string())?;
        if !board.is_serial() {
            return Err(format!("{} is not on a serial line", board.name));
        }
        super::require_virtual(board)?;
        let mut spec = Self {
            board,
            storage: None,
            pty: None,
            port: None,
            stage: Stage::Rom,
            behaviour: Behaviour::default(),
            bouffalo: Bouffalo::default(),
            thead: Thead::default(),
            periphery: Periphery::default(),
            noise: None,
            fault: None,
            handover: None,
        };
        for option in split(options) {
            let (key, value) =
                option.split_once('=').ok_or_else(|| format!("`{option}` is not KEY=VALUE"))?;
            spec.set(key, value)?;
        }
        Ok(spec)
    }
}

impl SerialSpec {
    fn set(&mut self, key: &str, value: &str) -> Result<(), String> {
        match key {
            "storage" => self.storage = Some(value.into()),
            "pty" => self.pty = Some(value.into()),
            "port" => {
                self.port = Some(
                    value.parse().map_err(|_| format!("`{value}` is no USB port such as 1-4"))?,
                )
            }
            "noise" => self.noise = Some(noise(value)?),
            "fault" => self.fault = Some(fault(value)?),
            _ if self.is_bl808() && self.bouffalo.set(key, value)? => {}
            _ if self.is_th1520() && self.thead.set(key, value)? => {}
            "stage" | "spl" | "loses-above" | "worn" if !self.is_jh7110() => {
                return Err(format!("`{key}=` is for the JH7110 only"));
            }
            "stage" => {
                let stages = [("rom", Stage::Rom), ("uboot", Stage::Uboot), ("sd", Stage::Sd)];
                self.stage = choose(key, value, &stages)?;
            }
            "spl" => {
                let media = [("uart", "UART"), ("mmc", "MMC2"), ("spi", "SPI")];
                self.behaviour.medium = choose(key, value, &media)?;
            }
            "loses-above" => self.behaviour.loses_above = number::parse_u32(value)?,
            "worn" => self.behaviour.worn = Some(place(value)?),
            _ if self.has_uboot() && self.periphery.set(self.board, key, value)? => {}
            _ => return Err(format!("virtual boards on a serial line have no option `{key}`")),
        }
        Ok(())
    }

    /// The line of a U-Boot that a boot ROM starts.
    pub(super) fn of_uboot(
        board: &'static Board,
        periphery: Periphery,
        handover: Handover,
    ) -> Self {
        Self {
            board,
            storage: None,
            pty: None,
            port: None,
            stage: Stage::Uboot,
            behaviour: Behaviour::default(),
            bouffalo: Bouffalo::default(),
            thead: Thead::default(),
            periphery,
            noise: None,
            fault: None,
            handover: Some(handover),
        }
    }

    /// Whether it is nothing but a U-Boot.
    fn is_plain(&self) -> bool {
        self.board.protocol() == Some(Protocol::Uboot) || self.handover.is_some()
    }

    fn has_uboot(&self) -> bool {
        self.is_plain() || self.is_jh7110()
    }

    fn is_bl808(&self) -> bool {
        matches!(self.board.chip(), Chip::Bl808)
    }

    fn is_th1520(&self) -> bool {
        matches!(self.board.chip(), Chip::Th1520)
    }

    fn is_jh7110(&self) -> bool {
        matches!(self.board.chip(), Chip::Starfive(Starfive::Jh7110))
    }

    /// The rate of the board's UART when it is powered on, in bit/s.
    pub fn baud(&self) -> u32 {
        if self.has_uboot() || self.is_bl808() || self.is_th1520() { 115_200 } else { 9600 }
    }

    /// Powers the board on, at the end of a line on which the host's UART is set to `baud`.
    pub fn power_on(&self, baud: u32) -> Result<Powered, PlugError> {
        let mut board = match () {
            () if let Some(handover) = &self.handover => {
                let uboot = self.periphery.power_on(self.board)?;
                Soc::Started(Box::new(Started { uboot, by: handover.clone(), runs: false }))
            }
            () if self.is_plain() => Soc::Uboot(Box::new(self.periphery.power_on(self.board)?)),
            () if self.is_jh7110() => Soc::Jh7110(Box::new(self.jh7110()?)),
            () if self.is_bl808() => Soc::Bl808(Box::new(Bl808::new(self.bouffalo.behaviour))),
            () if self.is_th1520() => Soc::Th1520(Box::new(Th1520::new(self.thead.behaviour))),
            () => Soc::Jh7100(Box::new(Jh7100::new())),
        };
        let held = self.storage.as_deref().map(|path| fill(&mut board, path)).transpose()?;
        let shared = Shared(Arc::new(Mutex::new(board)));
        let mut wire = Wire::new(Box::new(Shared(Arc::clone(&shared.0))), baud);
        if let Some((seed, per_million)) = self.noise {
            wire.to_device = Noise::random(seed, per_million);
            wire.to_host = Noise::random(!seed, per_million);
        }
        if let Some((SerialFault::Byte(damage), place)) = self.fault {
            wire.to_device = Noise::at(place, damage);
        }
        Ok(Powered { wire, board: shared, storage: self.storage.clone().zip(held) })
    }

    fn jh7110(&self) -> Result<Jh7110, PlugError> {
        let behaviour = Behaviour { flaw: self.periphery.flaw, ..self.behaviour };
        let mut board = match self.stage {
            Stage::Rom => Jh7110::new(behaviour),
            Stage::Uboot => Jh7110::in_uboot(behaviour),
            Stage::Sd => Jh7110::in_sd_boot(behaviour),
        };
        for drive in self.periphery.drives(self.board)? {
            board.fit_drive(drive);
        }
        board.connect(self.periphery.network());
        if let Some(gadget) = self.periphery.gadget() {
            board.cable(gadget);
        }
        Ok(board)
    }

    /// What its U-Boot shows disks over.
    pub fn gadget(&self) -> Option<&Gadget> {
        self.periphery.gadget.as_ref()
    }

    /// After this many bytes the adapter is pulled out.
    pub fn gone_after(&self) -> Option<u64> {
        match self.fault {
            Some((SerialFault::Gone, place)) => Some(place),
            _ => None,
        }
    }
}

fn noise(text: &str) -> Result<(u64, u32), String> {
    match text.split_once('@') {
        Some((seed, rate)) => Ok((number::parse(seed)?, number::parse_u32(rate)?)),
        None => Ok((number::parse(text)?, NOISE)),
    }
}

fn fault(text: &str) -> Result<(SerialFault, u64), String> {
    let kinds = [
        ("lost", SerialFault::Byte(Damage::Lost)),
        ("doubled", SerialFault::Byte(Damage::Doubled)),
        ("flipped", SerialFault::Byte(Damage::Flipped(1))),
        ("gone", SerialFault::Gone),
    ];
    let (kind, index) =
        text.split_once('@').ok_or_else(|| format!("`fault={text}` is not KIND@N"))?;
    match number::parse(index)? {
        0 => Err("bytes are counted from 1".into()),
        index => Ok((choose("fault", kind, &kinds)?, index - 1)),
    }
}

fn place(text: &str) -> Result<usize, String> {
    let place = usize::try_from(number::parse(text)?).ok().filter(|place| *place < FLASH);
    place.ok_or_else(|| format!("`worn={text}` is not in the flash of 16 MiB"))
}

/// Gives a board the flash that a file holds, and keeps other processes off the file. One that is not there is made.
fn fill(board: &mut Soc, path: &Path) -> Result<Arc<Held>, PlugError> {
    let words = |error: io::Error| PlugError::Storage(format!("{}: {error}", path.display()));
    let mut options = File::options();
    let options = options.read(true).write(true).create(true).truncate(false);
    let mut file = options.open(path).map_err(words)?;
    // Of a FIFO the end never comes.
    file.metadata()
        .and_then(|metadata| crate::files::regular::regular(&metadata))
        .map_err(words)?;
    let held = Held::take(&file, path)?;
    let mut bytes = Vec::new();
    // Not more than a flash has: what is longer is no flash.
    Read::by_ref(&mut file).take(FLASH as u64).read_to_end(&mut bytes).map_err(words)?;
    board.fill_flash(&bytes);
    Ok(held)
}

/// A board with power, at the end of its line.
pub struct Powered {
    /// The line.
    pub wire: Wire,
    board: Shared,
    storage: Option<(PathBuf, Arc<Held>)>,
}

/// A board's flash, which outlives its line where the user wants that.
pub struct Flash {
    board: Shared,
    storage: Option<(PathBuf, Arc<Held>)>,
}

impl Powered {
    /// The line, modelled or on a pty, and the flash to be saved.
    pub fn split(self) -> (Wire, Flash) {
        (self.wire, Flash { board: self.board, storage: self.storage })
    }
}

impl Flash {
    /// Writes the file that was named for it.
    pub fn save(&self) -> io::Result<()> {
        match &self.storage {
            Some((path, _)) => std::fs::write(path, self.board.on().flash()),
            None => Ok(()),
        }
    }
}

enum Soc {
    Jh7110(Box<Jh7110>),
    Jh7100(Box<Jh7100>),
    Bl808(Box<Bl808>),
    Th1520(Box<Th1520>),
    Uboot(Box<rom::Board>),
    Started(Box<Started>),
}

/// A board whose U-Boot is started by a boot ROM's host: until then, nothing is said on its line.
struct Started {
    uboot: rom::Board,
    by: Handover,
    runs: bool,
}

impl Started {
    /// Whether U-Boot runs; it may begin now.
    fn runs(&mut self, now: Duration) -> bool {
        if let Some(left) = self.by.take() {
            self.uboot.world().left = left;
            self.uboot.reset(now);
            self.runs = true;
        }
        self.runs
    }
}

impl SerialDevice for Started {
    fn receive(&mut self, bytes: &[u8], now: Duration) {
        if self.runs(now) {
            self.uboot.receive(bytes, now);
        }
    }

    fn next(&mut self, now: Duration) -> Said {
        if self.runs(now) { self.uboot.next(now) } else { Said::Nothing }
    }

    fn baud(&self) -> u32 {
        self.uboot.baud()
    }

    fn reset(&mut self, now: Duration) {
        if self.runs {
            self.uboot.reset(now);
        }
    }

    fn notes(&mut self) -> Vec<String> {
        self.uboot.notes()
    }
}

impl Soc {
    fn device(&mut self) -> &mut dyn SerialDevice {
        match self {
            Self::Jh7110(board) => &mut **board,
            Self::Jh7100(board) => &mut **board,
            Self::Bl808(board) => &mut **board,
            Self::Th1520(board) => &mut **board,
            Self::Uboot(board) => &mut **board,
            Self::Started(board) => &mut **board,
        }
    }

    fn flash(&mut self) -> Vec<u8> {
        match self {
            Self::Jh7110(board) => board.flash(),
            Self::Jh7100(board) => board.flash(),
            Self::Bl808(board) => board.flash().to_vec(),
            Self::Th1520(board) => board.flash().to_vec(),
            Self::Uboot(board) => board.world().flash.read(0, FLASH),
            Self::Started(board) => board.uboot.world().flash.read(0, FLASH),
        }
    }

    fn fill_flash(&mut self, bytes: &[u8]) {
        match self {
            Self::Jh7110(board) => board.fill_flash(bytes),
            Self::Jh7100(board) => board.fill_flash(bytes),
            Self::Bl808(board) => board.fill_flash(bytes),
            Self::Th1520(board) => board.fill_flash(bytes),
            Self::Uboot(board) => board.world().flash.fill(bytes),
            Self::Started(board) => board.uboot.world().flash.fill(bytes),
        }
    }
}

/// A board that hangs on a line and is looked at in the end.
struct Shared(Arc<Mutex<Soc>>);

impl Shared {
    fn on(&self) -> MutexGuard<'_, Soc> {
        // A panic elsewhere leaves the flash as it was.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl SerialDevice for Shared {
    fn receive(&mut self, bytes: &[u8], now: Duration) {
        self.on().device().receive(bytes, now);
    }

    fn next(&mut self, now: Duration) -> Said {
        self.on().device().next(now)
    }

    fn baud(&self) -> u32 {
        self.on().device().baud()
    }

    fn measure(&mut self, rate: u32) {
        self.on().device().measure(rate);
    }

    fn reset(&mut self, now: Duration) {
        self.on().device().reset(now);
    }

    fn notes(&mut self) -> Vec<String> {
        self.on().device().notes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_cannot_be_is_refused_in_words() {
        for (text, says) in [
            ("starfive/visionfive-1:spl=mmc", "JH7110 only"),
            ("starfive/visionfive-2:spl=floppy", "uart or mmc or spi"),
            ("starfive/visionfive-2:fault=lost@0", "counted from 1"),
            ("starfive/visionfive-2:worn=32M", "16 MiB"),
            ("starfive/visionfive-2:engine=qemu", "no option `engine`"),
            ("starfive/visionfive-1:uboot=no-crc32", "no option `uboot`"),
            ("starfive/visionfive-2:virtio=disk", "has emmc and sd and nvme"),
            ("starfive/visionfive-2:uboot=no-crc32,net=no-link", "one thing goes wrong"),
            ("generic/u-boot:stage=uboot", "JH7110 only"),
            ("generic/u-boot:uboot=resets", "read-fails or"),
            ("generic/u-boot:uboot=resets@x", "not a number"),
            ("generic/u-boot:uboot=sinks@1", "a place have"),
            ("generic/u-boot:net=loss:x", "not a number"),
            ("generic/u-boot:net=slow", "dead-phy or no-link"),
            ("generic/u-boot:size=700", "whole sectors"),
            ("generic/u-boot:size=0", "at least a sector"),
            ("generic/u-boot:block=768", "1024"),
            ("generic/u-boot:erase=16K", "4K, 32K or 64K"),
            ("xunlong/orangepi-pc", "not on a serial line"),
        ] {
            let error = text.parse::<SerialSpec>().expect_err(text);
            assert!(error.contains(says), "{text}: {error}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_the_parser_panic(text in ".{0,60}") {
            let _ = format!("starfive/visionfive-2:{text}").parse::<SerialSpec>();
        }
    }
}
