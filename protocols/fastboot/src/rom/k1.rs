//! K1's boot ROM, the first stage, and the vendor's U-Boot for it. All of them have the same numbers on the bus, and say the same
//! to `version-brom`.

use alloc::{format, string::String, vec};

use super::{Program, Rom, media::Place};
use crate::wire::{Command, Reboot, Reply, number};

/// Most bytes that `oem read` takes at once: as many as a download may have. Made up.
const READ_MOST: u64 = 16 << 20;

impl Rom {
    /// A line to boot ROM or first stage, which know `download` and `continue`.
    pub(super) fn k1_loader(&mut self, line: &str) {
        if self.downloads(line) {
            return;
        }
        match Command::parse(line) {
            Command::Getvar(name) => self.k1_getvar(&name),
            // What does not start leaves a board that has to be switched off and on.
            Command::Continue if self.program == Program::K1Rom => {
                let next = self.starts().then_some(Program::K1Spl);
                self.last_word(next);
            }
            Command::Continue => {
                let next = (self.downloaded > 0).then_some(Program::K1Uboot);
                self.last_word(next);
            }
            _ => self.fail("unrecognized command"),
        }
    }

    fn k1_getvar(&mut self, name: &str) {
        match name {
            "version-brom" => self.okay("1.0"),
            "version" => self.okay("0.4"),
            "max-download-size" | "downloadsize" => self.okay(&format!("0x{:08x}", self.limit())),
            _ => self.fail("Variable not implemented"),
        }
    }

    /// A line to the vendor's U-Boot.
    pub(super) fn k1_uboot(&mut self, line: &str) {
        if self.downloads(line) {
            return;
        }
        match Command::parse(line) {
            Command::Getvar(name) => self.k1_uboot_getvar(&name),
            Command::Flash(name) => {
                let result = self.k1_flash(&name);
                self.end(result);
            }
            Command::Erase(name) => {
                let result = self.k1_place(&name).and_then(|place| self.erase_at(place));
                self.end(result);
            }
            Command::Oem(line) => self.k1_oem(&line),
            Command::Upload => self.k1_upload(),
            // The trap: what was staged is started, and the board is gone.
            Command::Continue | Command::Boot => self.last_word(None),
            Command::Reboot(Reboot::Bootloader) => self.last_word(Some(Program::K1Uboot)),
            Command::Reboot(_) => self.last_word(None),
            _ => self.fail("unrecognized command"),
        }
    }

    fn k1_uboot_getvar(&mut self, name: &str) {
        match name {
            "all" => self.fail("Variable not implemented"),
            "product" => self.okay("k1-x"),
            "blk-size" => self.okay("universal"),
            "mtd-size" => self.okay("NULL"),
            "current-slot" => self.okay("a"),
            _ => match name.strip_prefix("partition-size:") {
                Some(part) => match self.k1_place(part) {
                    Ok(place) => self.okay(&format!("0x{:016x}", place.sectors * 512)),
                    Err(why) => self.fail(why),
                },
                None => self.k1_getvar(name),
            },
        }
    }

    /// A partition, once a table was flashed.
    fn k1_place(&self, name: &str) -> Result<Place, &'static str> {
        match self.media.table {
            true => self.listed(name),
            false => Err("invalid partition or device"),
        }
    }

    fn k1_flash(&mut self, name: &str) -> Result<(), &'static str> {
        if name == "gpt" || name == "mtd" {
            // It is parsed on the board, and comes as text.
            let json =
                self.downloaded().iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
            self.media.table |= json && name == "gpt";
            return if json { Ok(()) } else { Err("parse flash_config fail") };
        }
        let place = self.k1_place(name)?;
        if self.traits.protected { Err("failed writing to device") } else { self.write_at(place) }
    }

    fn k1_oem(&mut self, line: &str) {
        let Some(rest) = line.strip_prefix("read:") else {
            return if line.starts_with("env:set ") {
                self.okay("")
            } else {
                self.fail("unrecognized command")
            };
        };
        let (part, offset) = rest.split_once(' ').unwrap_or((rest, "0"));
        match self.k1_read(part, offset) {
            Ok(()) => self.okay(""),
            Err(why) => self.fail(why),
        }
    }

    fn k1_read(&mut self, part: &str, offset: &str) -> Result<(), &'static str> {
        let place = self.k1_place(part)?;
        let offset =
            number(offset).filter(|offset| offset.is_multiple_of(512)).ok_or("invalid offset")?;
        let left = (place.sectors * 512)
            .checked_sub(offset)
            .filter(|left| *left > 0)
            .ok_or("invalid offset")?;
        // 16 MiB at most.
        let mut bytes = vec![0; left.min(READ_MOST) as usize];
        let read = self.media.areas[place.area].read_at(place.start + offset / 512, &mut bytes);
        read.map_err(|_| "failed reading from device")?;
        self.staged = bytes;
        Ok(())
    }

    /// The data phase that the stock tool does not understand.
    fn k1_upload(&mut self) {
        let staged = core::mem::take(&mut self.staged);
        match u32::try_from(staged.len()) {
            Ok(size) if size > 0 => {
                self.reply(Reply::Push(size));
                self.outbox.push(staged);
                self.reply(Reply::Okay(String::new()));
            }
            _ => self.fail("nothing to upload"),
        }
    }
}
