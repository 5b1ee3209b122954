//! Mainline's U-Boot.

use alloc::{borrow::ToOwned, format};

use super::{
    Rom, gpt,
    media::{self, Place},
    profile::Program,
    sparse,
};
use crate::wire::number;

/// Most bytes of a partition's name, with its end.
const NAME: usize = 32;

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
        if let Some(value) = self.traits.env(&format!("fastboot.{name}")) {
            let value = value.to_owned();
            return self.okay(&value);
        }
        let (word, part) = name.split_once(':').unwrap_or((name, ""));
        match word {
            "version" => self.okay("0.4"),
            "version-bootloader" => self.okay("U-Boot 2026.07"),
            "version-baseband" => self.okay("N/A"),
            "downloadsize" | "max-download-size" => self.okay(&format!("0x{:08x}", self.limit())),
            "serialno" => self.env_value("serial#", "Value not set"),
            "product" => self.env_value("board", "Board not set"),
            "platform" => self.env_value("platform", "platform not set"),
            "current-slot" => self.okay("a"),
            "is-userspace" => self.okay("no"),
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

    fn env_value(&mut self, name: &str, why: &str) {
        let value = self.traits.env(name).map(ToOwned::to_owned);
        self.value(value.as_deref(), why);
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
        if sparse::is_sparse(&self.buffer) {
            return sparse::write(&self.buffer, &mut *self.media.areas[place.area], place);
        }
        media::raw(&mut self.media, place, &self.buffer, self.downloaded)
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
