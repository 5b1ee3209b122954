//! TH1520's boot ROM, and the vendor's U-Boot for it.

use alloc::format;

use super::{Program, Rom, media, uboot::whole_of};
use crate::wire::{Command, Reboot};

/// Where a loader names its board, and the variable that names this one.
const BOARD: (usize, &str) = (0x26, "board#");

impl Rom {
    /// A line to the boot ROM. It says OKAY to `flash` of anything, and keeps what `ram` was last sent.
    pub(super) fn th1520_rom(&mut self, line: &str) {
        if self.downloads(line) {
            return;
        }
        match Command::parse(line) {
            Command::Getvar(name) if name == "version" => self.okay("0.4"),
            Command::Getvar(name) if name == "max-download-size" => {
                self.okay(&format!("0x{:08x}", self.limit()))
            }
            Command::Getvar(_) => self.fail("Variable not implemented"),
            Command::Flash(name) => {
                if name != "ram" {
                    self.note(&format!("the boot ROM said OKAY to {name} and wrote nothing"));
                    self.downloaded = 0;
                }
                self.okay("");
            }
            Command::Reboot(_) | Command::Continue | Command::Boot => {
                let next = if self.starts() { Some(Program::Th1520Uboot) } else { None };
                self.last_word(next);
            }
            _ => self.fail("unrecognized command"),
        }
    }

    /// A line to the vendor's U-Boot.
    pub(super) fn th1520_uboot(&mut self, line: &str) {
        if self.downloads(line) {
            return;
        }
        match Command::parse(line) {
            Command::Getvar(name) if name == "all" => self.fail("Variable not implemented"),
            Command::Getvar(name) if name == "dynamic-partition" => self.okay("no"),
            Command::Getvar(name) => match name.strip_prefix("partition-size:") {
                Some(part) => self.th1520_size(part),
                None => self.getvar(Some(&name)),
            },
            Command::Flash(name) => self.th1520_flash(&name),
            Command::Erase(name) => {
                let result = self.listed(&name).and_then(|place| self.erase_at(place));
                self.end(result);
            }
            Command::Oem(line) if line.starts_with("command:") => self.okay(""),
            Command::Boot | Command::Continue => self.last_word(None),
            Command::Reboot(Reboot::Bootloader) => self.last_word(Some(Program::Th1520Uboot)),
            Command::Reboot(_) => self.last_word(None),
            Command::SetActive(_) => self.okay(""),
            _ => self.fail("unrecognized command"),
        }
    }

    fn th1520_size(&mut self, part: &str) {
        match self.listed(part) {
            Ok(place) => self.okay(&format!("0x{:016x}", place.sectors * 512)),
            Err(why) => self.fail(why),
        }
    }

    fn th1520_flash(&mut self, name: &str) {
        match name {
            "uboot" => self.th1520_loader(),
            // Copied to memory, and that is all.
            "fw" | "uImage" | "dtb" | "rootfs" | "aon" => self.okay(""),
            _ if name.starts_with("stash") => {
                self.media.saved += 1;
                self.last_word(Some(Program::Th1520Uboot));
            }
            _ => {
                // Nothing looks at what writing to a partition returns, either.
                let result = match (self.listed(name), self.traits.protected) {
                    (Ok(_), true) => Ok(()),
                    (place, _) => place.and_then(|place| self.write_at(place)),
                };
                self.end(result);
            }
        }
    }

    /// The loader goes to the first boot partition. Nothing looks at what writing returns.
    fn th1520_loader(&mut self) {
        let board = self.traits.env(BOARD.1).unwrap_or_default().as_bytes();
        let named = self.downloaded().get(BOARD.0..BOARD.0 + board.len());
        if named != Some(board) {
            return self.end(Err("U-BOOT image does not match the type of BOARD"));
        }
        let place = whole_of(&self.media, 1);
        if !self.traits.protected {
            let _ = media::raw(&mut self.media, place, &self.buffer, self.downloaded);
        }
        self.end(Ok(()));
    }
}
