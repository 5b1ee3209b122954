//! The vendor's U-Boot in burn mode.

use alloc::{format, string::String};

use super::{Intake, Rom, Taking};
use crate::adnl::{
    addsum,
    wire::{Command, Oem, ReadStep, Reboot, Reply, Stage, Var},
};

/// What U-Boot runs for anyone on a secure board.
const HARMLESS: [&str; 4] = ["printenv", "help", "echo", "get_bootloaderversion"];

impl Rom {
    /// A command to U-Boot.
    pub(super) fn late(&mut self, command: Command) {
        match command {
            Command::GetVar(var) => self.late_var(var),
            Command::Devices => self.reply(Reply::Named),
            Command::Reboot(kind) => self.reboot(kind),
            Command::Window { sum } => self.next_window(sum),
            Command::Read(step) => self.read_step(step),
            Command::Oem(oem) => self.oem(oem),
            Command::Download(size) => self.take(size, Taking::Download, Reply::Data(size)),
            _ => self.fail("unknown command"),
        }
    }

    fn late_var(&mut self, var: Var) {
        let secure = u32::from(self.traits.maker.is_some());
        let family = self.profile.family;
        match var {
            Var::Identify => self.identify(),
            Var::Serial => self.serial(),
            Var::Other(name) => match name.as_str() {
                "version" => self.okay(b"0.1\0"),
                "bootloader-version" => self.okay(b"01.01.260518.144819\0"),
                "product" => self.okay(b"Amlogic\0"),
                "slot-count" => self.okay(b"2\0"),
                "erase-block-size" => self.okay(b"2000\0"),
                "secureboot" => self.okay(&secure.to_le_bytes()),
                "soctype" => {
                    let words = [family.to_le_bytes(), 0xa_u32.to_le_bytes()];
                    self.okay(&words.concat());
                }
                "burnsteps" => {
                    let steps = self.boot.burnsteps.to_le_bytes();
                    self.okay(&steps);
                }
                _ => self.fail("Variable not implemented"),
            },
            _ => self.fail("Variable not implemented"),
        }
    }

    fn reboot(&mut self, kind: Reboot) {
        self.okay(b"");
        let next = match kind {
            Reboot::Rom => Some(Stage::ROM),
            Reboot::Bootloader => Some(Stage::UBOOT),
            // What is on the eMMC starts and disconnects for good; without it the mask ROM waits for a host.
            Reboot::Normal => (!self.media.boots()).then_some(Stage::ROM),
        };
        self.leave_after_reply(next);
    }

    fn next_window(&mut self, sum: bool) {
        self.sums = sum;
        self.busy();
        match self.media.next_window() {
            Ok((0, _)) => self.okay(b""),
            Ok((size, offset)) => {
                // Windows are at most as long as a boot loader or 8 MiB.
                self.take(size as u32, Taking::Window, Reply::Out { size, offset });
            }
            Err(why) => self.fail(&why),
        }
    }

    fn read_step(&mut self, step: ReadStep) {
        match step {
            ReadStep::Request => match self.media.request() {
                Ok(0) => self.okay(b"\0"),
                Ok(size) => self.reply(Reply::In(size)),
                Err(why) => self.fail(&why),
            },
            ReadStep::Upload => match self.media.upload() {
                Ok(bytes) => self.outbox.push(bytes),
                Err(why) => self.fail(&why),
            },
            ReadStep::Finish if self.media.finish() => self.okay(b""),
            ReadStep::Finish => self.fail(""),
        }
    }

    /// Data that U-Boot asked for are there.
    pub(super) fn late_data(&mut self, intake: Intake) {
        match intake.taking {
            Taking::Window if self.sums => {
                // Nothing is said between the data and their sum.
                self.take_more(4, Taking::Sum(intake.bytes));
            }
            Taking::Window => self.settle(&intake.bytes, None),
            Taking::Sum(data) => {
                let told = crate::bytes::le32(&intake.bytes, 0);
                self.settle(&data, Some(told));
            }
            _ => self.okay(b""),
        }
    }

    fn settle(&mut self, data: &[u8], told: Option<u32>) {
        let found = addsum(data) ^ u32::from(self.strike());
        let result = match told {
            Some(told) if told != found => {
                Err(format!(";gensum({found:#x}) != origsum({told:#x})"))
            }
            _ => self.media.take(data),
        };
        match result {
            // The answer was queued before anything was looked at.
            Err(why) if self.traits.early_okay => {
                self.note(&format!("U-Boot has said OKAY and then found: {why}"));
                self.okay(b"");
            }
            Err(why) => self.fail(&why),
            Ok(()) => self.okay(b""),
        }
    }

    fn oem(&mut self, oem: Oem) {
        self.busy();
        let result = match oem {
            Oem::Write(transfer) => self.media.begin_write(transfer),
            Oem::Read(transfer) => self.media.begin_read(&transfer),
            Oem::Verify(hash) => self.media.verify(hash),
            Oem::DiskInitial(mode) => self.media.initial(mode),
            Oem::Burnsteps(value) => {
                self.boot.burnsteps = value;
                Ok(())
            }
            Oem::SaveSetting => Ok(()),
            Oem::SheaderNeed if self.profile.sheader => Ok(()),
            Oem::SheaderNeed => Err(String::new()),
            Oem::Other(text) => self.run(&text),
        };
        match result {
            Ok(()) => self.okay(b""),
            Err(why) => self.fail(&why),
        }
    }

    /// One command of U-Boot's own: all after a semicolon is cut off.
    fn run(&mut self, text: &str) -> Result<(), String> {
        let command = text.split(';').next().unwrap_or_default();
        let verb = command.split_ascii_whitespace().next().unwrap_or_default();
        let harmless = HARMLESS.contains(&verb);
        if self.traits.maker.is_some() && !harmless {
            return Err(format!("cmd {verb} not allowed: secure boot"));
        }
        let words: alloc::vec::Vec<_> = command.split_ascii_whitespace().collect();
        if let ["store", "erase", name, offset, size] = words[..] {
            return self.media.erase(name, offset, size);
        }
        if harmless || ["env_get", "env_set", "setenv", "saveenv", "mmc", "store"].contains(&verb) {
            return Ok(());
        }
        Err("fail in cmd,ret 1".into())
    }
}
