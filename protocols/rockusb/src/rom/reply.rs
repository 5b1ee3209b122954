//! Commands with a short reply or none.

use super::{Program, bulk::Bulk};
use crate::wire::{Cbw, Command, Opcode, ResetKind, Status, Storage};

impl Bulk {
    pub(super) fn short(&mut self, cbw: Cbw, command: Command) {
        match self.profile.program {
            Program::Vendor => self.vendor(cbw, command),
            Program::Mainline => self.mainline(cbw, command),
        }
    }

    fn vendor(&mut self, cbw: Cbw, command: Command) {
        let profile = self.profile;
        match command.opcode {
            Opcode::READ_FLASH_ID => match self.media.get(self.chosen).map(super::Medium::id) {
                Some(id) => self.reply(cbw, &id.0),
                None => self.reply(cbw, b"UNKN "),
            },
            Opcode::READ_FLASH_INFO => match self.media.get(self.chosen).map(super::Medium::info) {
                Some(info) => self.reply(cbw, &info.to_bytes()),
                None => self.reply(cbw, &[0; 11]),
            },
            Opcode::READ_CHIP_INFO => self.reply(cbw, &profile.chip_info),
            Opcode::READ_CAPABILITY => self.reply(cbw, &profile.capability),
            Opcode::TEST_BAD_BLOCK => self.reply(cbw, &[0; 64]),
            Opcode::GET_STORAGE => {
                let chosen = self.media.get(self.chosen).map(super::Medium::reported);
                self.reply(cbw, &chosen.map_or([0; 4], Storage::to_bytes));
            }
            Opcode::SWITCH_STORAGE => self.switch(cbw, Storage(command.subcode)),
            Opcode::ERASE_LBA => self.erase(cbw, command.address.into(), command.count.into()),
            Opcode::ERASE_FORCE => {
                let block = self.media.get(self.chosen).map_or(1, |medium| u64::from(medium.block));
                self.erase(
                    cbw,
                    u64::from(command.address) * block,
                    u64::from(command.count) * block,
                );
            }
            Opcode::RESET => self.begin_restart(cbw, command.subcode),
            _ => self.refuse(cbw, Status::FAILED),
        }
    }

    /// U-Boot's gadget. What it does not know it answers with a text; what is in its table and has no code after it,
    /// with a status, where the host may expect data.
    fn mainline(&mut self, cbw: Cbw, command: Command) {
        match command.opcode {
            Opcode::READ_FLASH_ID => self.reply(cbw, b"EMMC "),
            Opcode::READ_CHIP_INFO => {
                let info = self.profile.chip_info;
                self.reply(cbw, &info);
            }
            Opcode::ERASE_LBA => self.erase(cbw, command.address.into(), command.count.into()),
            Opcode::RESET => self.begin_restart(cbw, command.subcode),
            Opcode::READ_CAPABILITY | Opcode::SWITCH_USB3 | Opcode::SESSION => {
                self.blurt(b"FAILunknown command");
            }
            _ => {
                self.fail(Status::FAILED);
                let csw = self.csw().to_bytes();
                self.blurt(&csw);
            }
        }
    }

    /// Only these numbers are known, and a failure leaves no trace in the status.
    fn switch(&mut self, cbw: Cbw, wanted: Storage) {
        let known = [Storage::EMMC, Storage::MTD_NAND, Storage::MTD_SPI_NAND, Storage::MTD_SPI_NOR];
        let found = self.media.iter().position(|medium| medium.kind == wanted);
        if let Some(index) = found.filter(|_| known.contains(&wanted)) {
            self.chosen = index;
        }
        self.refuse(cbw, Status::GOOD);
    }

    fn begin_restart(&mut self, cbw: Cbw, subcode: u8) {
        self.restart = Some(ResetKind::by_number(subcode).unwrap_or(ResetKind::Normal));
        self.refuse(cbw, Status::GOOD);
    }
}
