//! Mainline's U-Boot.

use alloc::{borrow::ToOwned, format, string::String, vec, vec::Vec};

use link::storage::SECTOR;

use super::{
    Rom, gpt,
    media::{self, Place},
    profile::Program,
    sparse,
};
use crate::wire::{Reply, number};

/// Most bytes of a partition's name, with its end.
const NAME: usize = 32;

/// The variables that `getvar:all` tells, in its order (drivers/fastboot/fb_getvar.c).
const LISTED: [&str; 10] = [
    "version",
    "version-bootloader",
    "downloadsize",
    "max-download-size",
    "serialno",
    "version-baseband",
    "product",
    "platform",
    "current-slot",
    "is-userspace",
];

/// Names of all of the eMMC, as boards configure them (CONFIG_FASTBOOT_MMC_…_NAME).
const USER: &str = "mmc0";
const BOOT: [&str; 2] = ["mmc0boot0", "mmc0boot1"];

impl Rom {
    /// A line to mainline's U-Boot. What is before the first `:` is compared as a whole.
    pub(super) fn uboot(&mut self, line: &str) {
        if self.downloads(line) {
            return;
        }
        let (word, rest) =
            line.split_once(':').map_or((line, None), |(word, rest)| (word, Some(rest)));
        match word {
            "getvar" => self.getvar(rest),
            "flash" => self.flash(rest.unwrap_or_default()),
            "erase" => self.erase(rest.unwrap_or_default()),
            "set_active" => self.okay(""),
            "boot" => self.last_word(None),
            "continue" => self.last_word(None),
            "reboot" | "reboot-bootloader" | "reboot-fastboot" | "reboot-recovery" => {
                self.reboot(word)
            }
            "oem run" if self.traits.oem => self.oem_run(rest),
            "oem console" if self.traits.oem => self.console(),
            "oem format" | "oem partconf" | "oem bootbus" | "oem run" | "oem console"
            | "oem board" => {
                self.fail("Unsupported command");
            }
            _ => self.fail("unrecognized command"),
        }
    }

    /// OKAY, after which it leaves.
    pub(super) fn last_word(&mut self, next: Option<Program>) {
        self.okay("");
        self.leave_after_reply(next);
    }

    /// Only a restart into the boot loader comes back by itself.
    pub(super) fn reboot(&mut self, word: &str) {
        let next = match word {
            "reboot-bootloader" => Some(self.program),
            _ => None,
        };
        self.last_word(next);
    }

    pub(super) fn getvar(&mut self, name: Option<&str>) {
        let Some(name) = name else { return self.fail("missing var") };
        if name == "all" && self.program == Program::Uboot {
            return self.all();
        }
        if let Some(value) = self.traits.env(&format!("fastboot.{name}")) {
            let value = value.to_owned();
            return self.okay(&value);
        }
        let (word, part) = name.split_once(':').unwrap_or((name, ""));
        if let Some(told) = self.plain(word) {
            return match told {
                Ok(value) => self.okay(&value),
                Err(why) => self.fail(&why),
            };
        }
        match word {
            "has-slot" => self.has_slot(part),
            "partition-type" => {
                let found = self.place(part).map(|_| "raw");
                self.found(found);
            }
            "partition-size" => {
                let found = self.place(part).map(|place| format!("0x{:016x}", place.sectors * 512));
                self.found(found);
            }
            _ => self.fail("Variable not implemented"),
        }
    }

    /// Every variable that has no argument as a line, what is not set among them, as newer versions tell them.
    fn all(&mut self) {
        for name in LISTED {
            let (Ok(value) | Err(value)) = self.plain(name).unwrap_or(Ok(String::new()));
            self.reply(Reply::Info(format!("{name}: {value}")));
        }
        self.okay("");
    }

    /// A variable that has no argument, or why it has no value; `None`: there is no such one.
    fn plain(&self, name: &str) -> Option<Result<String, String>> {
        let of = |variable, why: &str| {
            Some(self.traits.env(variable).map(ToOwned::to_owned).ok_or_else(|| why.to_owned()))
        };
        let known = |value: &str| Some(Ok(value.to_owned()));
        match name {
            "version" => known("0.4"),
            "version-bootloader" => known("U-Boot 2026.07"),
            "version-baseband" => known("N/A"),
            "downloadsize" | "max-download-size" => known(&format!("0x{:08x}", self.limit())),
            "serialno" => of("serial#", "Value not set"),
            "product" => of("board", "Board not set"),
            "platform" => of("platform", "platform not set"),
            "current-slot" => known("a"),
            "is-userspace" => known("no"),
            _ => None,
        }
    }

    fn found(&mut self, found: Result<impl AsRef<str>, &str>) {
        match found {
            Ok(value) => self.okay(value.as_ref()),
            Err(why) => self.fail(why),
        }
    }

    fn has_slot(&mut self, part: &str) {
        if part.is_empty() || part.len() > NAME - 3 {
            return self.fail("invalid partition name");
        }
        let slotted = self.place(&format!("{part}_a")).map(|_| "yes");
        let found = slotted.or_else(|_| self.place(part).map(|_| "no"));
        self.found(found);
    }

    /// Where a partition is: an alias, a name of the GPT, or a place that the environment names.
    fn place(&mut self, name: &str) -> Result<Place, &'static str> {
        if name.is_empty() {
            return Err("partition not given");
        }
        let alias =
            self.traits.env(&format!("fastboot_partition_alias_{name}")).map(ToOwned::to_owned);
        let name = alias.as_deref().unwrap_or(name);
        if let Some((start, sectors)) = gpt::find(&mut *self.media.areas[0], name) {
            return Ok(Place { area: 0, start, sectors });
        }
        let raw = self.traits.env(&format!("fastboot_raw_partition_{name}"));
        raw.and_then(raw_place).ok_or("invalid partition or device")
    }

    fn flash(&mut self, name: &str) {
        let result = self.write(name);
        self.end(result);
    }

    fn write(&mut self, name: &str) -> Result<(), &'static str> {
        let area = BOOT.iter().position(|boot| *boot == name).map(|index| index + 1);
        if self.traits.protected {
            return Err(if area.is_some() {
                "Failed to write EMMC_BOOT part"
            } else {
                "failed writing to device"
            });
        }
        if let Some(area) = area {
            // No sparse images here.
            let place = whole_of(&self.media, area);
            return media::raw(&mut self.media, place, &self.buffer, self.downloaded);
        }
        if name == "gpt" {
            return gpt::write(&mut *self.media.areas[0], &self.buffer);
        }
        let place = if name == USER { whole_of(&self.media, 0) } else { self.place(name)? };
        self.write_at(place)
    }

    /// Writes the download, whatever it is.
    pub(super) fn write_at(&mut self, place: Place) -> Result<(), &'static str> {
        let before = self.worn();
        let written = self.write_all(place);
        if let (Some((sector, at, old)), Some((_, _, mut new))) = (before, self.worn()) {
            new[at] = old[at];
            let _ = self.media.areas[0].write_at(sector, &new);
        }
        written
    }

    /// The byte that keeps what it holds: its sector, where it is in that, and what the sector holds.
    fn worn(&mut self) -> Option<(u64, usize, Vec<u8>)> {
        let byte = self.traits.worn?;
        let (sector, mut held) = (byte / SECTOR as u64, vec![0; SECTOR]);
        self.media.areas[0].read_at(sector, &mut held).ok()?;
        Some((sector, (byte % SECTOR as u64) as usize, held))
    }

    fn write_all(&mut self, place: Place) -> Result<(), &'static str> {
        let (length, start) = (self.downloaded, place.start);
        if sparse::is_sparse(&self.buffer) {
            self.print(&format!("Flashing sparse image at offset {start}\n"));
            self.print(&format!("........ wrote {length} bytes to ''\n"));
            return sparse::write(&self.buffer, &mut *self.media.areas[place.area], place);
        }
        self.print(&format!("Flashing Raw Image\n........ wrote {length} bytes to ''\n"));
        media::raw(&mut self.media, place, &self.buffer, length)
    }

    fn erase(&mut self, name: &str) {
        let area = BOOT.iter().position(|boot| *boot == name).map(|index| index + 1);
        let area = area.or_else(|| (name == USER).then_some(0));
        let result = match area {
            Some(area) => self.erase_at(whole_of(&self.media, area)),
            None => self.place(name).and_then(|place| {
                let place = self.groups(place);
                self.erase_at(place)
            }),
        };
        self.end(result);
    }

    /// Whole erase groups only: it may erase less than was asked for.
    fn groups(&self, place: Place) -> Place {
        let group = self.profile.erase_group;
        let start = place.start.next_multiple_of(group);
        let sectors = match place.sectors >= group {
            true => place.sectors.saturating_sub(start - place.start) / group * group,
            false => 0,
        };
        Place { start, sectors, ..place }
    }

    pub(super) fn erase_at(&mut self, place: Place) -> Result<(), &'static str> {
        if self.traits.protected {
            return Err("failed erasing from device");
        }
        let erased = self.media.areas[place.area].erase(place.start, place.sectors);
        erased.map_err(|_| "failed erasing from device")
    }
}

/// All of an area.
pub(super) fn whole_of(media: &media::Media, area: usize) -> Place {
    Place { area, start: 0, sectors: media.areas[area].sectors() }
}

/// `START SECTORS [mmcpart NUMBER]`
fn raw_place(text: &str) -> Option<Place> {
    let mut words = text.split(' ');
    let (start, sectors) = (number(words.next()?)?, number(words.next()?)?);
    let area = match words.next() {
        Some("mmcpart") => usize::try_from(number(words.next()?)?).ok().filter(|area| *area < 3)?,
        _ => 0,
    };
    Some(Place { area, start, sectors })
}
