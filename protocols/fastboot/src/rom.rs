//! Virtual boards: boot ROMs and U-Boots that speak fastboot, one after the other on the same port.
//!
//! They do what real ones do, their faults included: an OKAY for what is ignored, a parser of sparse images that trips. What nobody
//! has described is made up, and marked so in [`Profile::source`].

mod gpt;
mod k1;
mod media;
mod profile;
mod shell;
mod sparse;
mod th1520;
mod uboot;

use alloc::{
    boxed::Box,
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::time::Duration;

use link::{
    Pipe, Setup,
    device::{Answer, Device, Gave, Identity, Outbox, Successor, Took},
};

use media::Place;

pub use media::Media;
pub use profile::{PROFILES, Part, Profile, Program, profile};

use crate::wire::{INTERFACE, REPLY_UBOOT, Reply};

/// Bytes of the buffer that U-Boot receives commands in: one that fills it is refused.
const COMMAND_ROOM: usize = 4096;

/// What is special about this one board, or wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    /// Variables of U-Boot's environment: `serial#`, `board`, `fastboot.NAME`, `fastboot_partition_alias_NAME`,
    /// `fastboot_raw_partition_NAME`.
    pub env: Vec<(String, String)>,
    /// What a boot ROM is sent starts only if its CRC-32 is this one: a loader for other memory does not start.
    pub loader: Option<u32>,
    /// Writes to storage fail.
    pub protected: bool,
    /// It says so often INFO before it answers a command that writes or erases.
    pub info: u32,
    /// It says TEXT before every answer.
    pub text: bool,
    /// The number of bytes that it announces beyond what it was told.
    pub more: u32,
    /// Most bytes of a download, where they are not the profile's.
    pub limit: Option<u32>,
    /// Mainline's U-Boot was built with `oem run` and `oem console`.
    pub oem: bool,
    /// Bytes of the record that `oem console` tells, where they are not 1024.
    pub record: Option<usize>,
    /// It has another MMC, which fastboot does not write, with the eMMC's table and otherwise blank.
    pub twin: bool,
    /// `mmc read` says that it is done, and reads nothing.
    pub idle: bool,
    /// A byte of the eMMC that keeps what it holds, whatever is written.
    pub worn: Option<u64>,
}

impl Traits {
    fn env(&self, name: &str) -> Option<&str> {
        let found = self.env.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Data that are coming in.
struct Intake {
    size: usize,
    left: usize,
}

/// A board at its port.
pub struct Rom {
    profile: &'static Profile,
    traits: Traits,
    program: Program,
    media: Media,
    /// What was downloaded before lies under what is downloaded now.
    buffer: Vec<u8>,
    /// Bytes of the last download.
    downloaded: usize,
    /// What `upload` gives.
    staged: Vec<u8>,
    /// A command that has not ended.
    line: Vec<u8>,
    intake: Option<Intake>,
    outbox: Outbox,
    /// What `oem console` tells.
    record: shell::Record,
    /// The MMC that `mmc read` reads.
    slot: u64,
    /// Once the answer was fetched it leaves, and this program comes after it; `None`: nothing does, until the board is switched off
    /// and on.
    leaving: Option<Option<Program>>,
    gone: Option<Option<Program>>,
    notes: Vec<String>,
}

impl Rom {
    /// A board of this profile with these media, on which this program runs.
    pub fn new(profile: &'static Profile, traits: Traits, program: Program, media: Media) -> Self {
        Self {
            profile,
            traits,
            program,
            media,
            buffer: Vec::new(),
            downloaded: 0,
            staged: Vec::new(),
            line: Vec::new(),
            intake: None,
            outbox: Outbox::default(),
            record: shell::Record::default(),
            slot: 0,
            leaving: None,
            gone: None,
            notes: Vec::new(),
        }
    }

    /// The same with bytes that it has ready for `upload`.
    pub fn with_staged(self, staged: Vec<u8>) -> Self {
        Self { staged, ..self }
    }

    /// The program that runs.
    pub fn program(&self) -> Program {
        self.program
    }

    /// What it stores, to be looked at.
    pub fn media(&mut self) -> &mut Media {
        &mut self.media
    }

    /// What was downloaded last.
    pub fn downloaded(&self) -> &[u8] {
        &self.buffer[..self.downloaded]
    }

    fn limit(&self) -> u32 {
        self.traits.limit.unwrap_or_else(|| self.profile.limit(self.program))
    }

    /// Bytes of a command; the transfer has ended where `whole`.
    fn command(&mut self, whole: bool) {
        if self.line.len() >= COMMAND_ROOM {
            self.line.clear();
            return self.fail("buffer overflow");
        }
        if !whole {
            return;
        }
        let line = core::mem::take(&mut self.line);
        // C's strings end at a NUL.
        let line = line.split(|&byte| byte == 0).next().unwrap_or_default();
        let line = String::from_utf8_lossy(line).into_owned();
        if self.traits.text {
            self.reply(Reply::Text("says\n".into()));
        }
        match self.program {
            Program::Th1520Rom => self.th1520_rom(&line),
            Program::Th1520Uboot => self.th1520_uboot(&line),
            Program::K1Rom | Program::K1Spl => self.k1_loader(&line),
            Program::K1Uboot => self.k1_uboot(&line),
            Program::Uboot => self.uboot(&line),
        }
    }

    /// Begins a download; `told` is what the answer repeats.
    fn download(&mut self, told: &str) {
        // As hextoul() reads it: up to the first character that is no digit.
        let end = told.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(told.len());
        let size = u32::from_str_radix(&told[..end], 16).unwrap_or(0);
        if size == 0 {
            return self.fail("Expected nonzero image size");
        }
        if size > self.limit() {
            return self.fail(told);
        }
        let told = match self.traits.more {
            0 => told.to_string(),
            more => format!("{:08x}", size.saturating_add(more)),
        };
        self.print(&format!("Starting download of {size} bytes\n"));
        self.outbox.push(format!("DATA{told}").into_bytes());
        self.intake = Some(Intake { size: size as usize, left: size as usize });
    }

    fn data(&mut self, packets: &[u8], mut intake: Intake) -> Took {
        if packets.is_empty() {
            self.intake = Some(intake);
            self.fail("Received invalid data length");
            return Took::Bytes(0);
        }
        let whole = intake.left.next_multiple_of(self.profile.max_packet);
        let taken = packets.len().min(whole);
        let used = taken.min(intake.left);
        let at = intake.size - intake.left;
        if self.buffer.len() < at + used {
            self.buffer.resize(at + used, 0x5a);
        }
        self.buffer[at..at + used].copy_from_slice(&packets[..used]);
        intake.left -= used;
        let dots = |left: usize| (intake.size - left) / DOT;
        for _ in dots(intake.left + used)..dots(intake.left) {
            self.print(".");
        }
        if taken > used {
            self.note(&format!("{} bytes more than were announced", taken - used));
        }
        match intake.left {
            0 => {
                self.downloaded = intake.size;
                self.print(&format!("\ndownloading of {} bytes finished\n", intake.size));
                self.okay("");
            }
            _ => self.intake = Some(intake),
        }
        Took::Bytes(taken)
    }

    fn reply(&mut self, reply: Reply) {
        let mut bytes = reply.to_bytes();
        // As vsnprintf() leaves them of a buffer of 65.
        bytes.truncate(REPLY_UBOOT - 1);
        self.outbox.push(bytes);
    }

    fn okay(&mut self, value: &str) {
        self.reply(Reply::Okay(value.into()));
    }

    fn fail(&mut self, why: &str) {
        self.reply(Reply::Fail(why.into()));
    }

    fn end(&mut self, result: Result<(), &str>) {
        for _ in 0..self.traits.info {
            self.reply(Reply::Info("writing".into()));
        }
        match result {
            Ok(()) => self.okay(""),
            Err(why) => self.fail(why),
        }
    }

    fn note(&mut self, text: &str) {
        self.notes.push(text.to_string());
    }

    fn leave_after_reply(&mut self, next: Option<Program>) {
        self.leaving = Some(next);
    }

    /// Whether what was downloaded starts on this board.
    fn starts(&self) -> bool {
        let sum = crc32fast::hash(self.downloaded());
        self.downloaded > 0 && self.traits.loader.is_none_or(|loader| loader == sum)
    }

    /// `download`, which all of them know in the same way; whether this was it.
    fn downloads(&mut self, line: &str) -> bool {
        let told = line.strip_prefix("download:");
        told.map(|told| self.download(told)).is_some()
    }

    /// A partition of the profile's own.
    fn listed(&self, name: &str) -> Result<Place, &'static str> {
        let part = self.profile.parts.iter().find(|part| part.name == name);
        let part = part.ok_or("invalid partition or device")?;
        let total = self.media.areas[0].sectors();
        let rest = total.saturating_sub(part.start);
        let sectors = if part.sectors == 0 { rest } else { part.sectors.min(rest) };
        Ok(Place { area: 0, start: part.start, sectors })
    }
}

impl Device for Rom {
    fn identity(&self) -> Identity {
        let strings = self.profile.strings(self.program);
        let serial = match self.program {
            Program::K1Rom | Program::K1Spl => "dfu-device".into(),
            Program::Th1520Rom => String::new(),
            _ => self.traits.env("serial#").unwrap_or_default().into(),
        };
        let (vendor, product) = self.profile.ids(self.program);
        Identity {
            usb: 0x0200,
            vendor,
            product,
            release: 0x0223,
            class: INTERFACE,
            strings: [strings[0].into(), strings[1].into(), serial],
            out: 0x01,
            r#in: 0x81,
            max_packet: self.profile.max_packet,
        }
    }

    fn control(&mut self, _: Setup, _: &[u8]) -> Answer {
        if self.gone.is_some() { Answer::Gone } else { Answer::Stall }
    }

    fn bulk_out(&mut self, packets: &[u8]) -> Took {
        if self.gone.is_some() {
            return Took::Gone;
        }
        if !self.outbox.is_empty() || self.leaving.is_some() {
            return Took::Nak;
        }
        if let Some(intake) = self.intake.take() {
            return self.data(packets, intake);
        }
        let first = packets.len().min(self.profile.max_packet);
        self.line.extend_from_slice(&packets[..first]);
        self.command(first < self.profile.max_packet);
        Took::Bytes(first)
    }

    fn bulk_in(&mut self, buf: &mut [u8]) -> Gave {
        if self.gone.is_some() {
            return Gave::Gone;
        }
        let gave = self.outbox.give(buf, self.profile.max_packet);
        if matches!(gave, Gave::Bytes(..))
            && self.outbox.is_empty()
            && let Some(next) = self.leaving.take()
        {
            self.gone = Some(next);
        }
        gave
    }

    fn clear_halt(&mut self, _: Pipe) {}

    fn gone(&mut self) -> bool {
        self.gone.is_some()
    }

    fn successor(&mut self) -> Option<Successor> {
        let program = self.gone.as_mut()?.take()?;
        let media = core::mem::take(&mut self.media);
        let device = Self::new(self.profile, self.traits.clone(), program, media);
        Some(Successor { after: self.profile.before(program), device: Box::new(device) })
    }

    fn notes(&mut self) -> Vec<String> {
        core::mem::take(&mut self.notes)
    }
}

/// Bytes of a download that a dot is printed for.
const DOT: usize = 0x2_0000;
/// How long the port is empty after a restart.
const RESTART: Duration = Duration::from_secs(1);
