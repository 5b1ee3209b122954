//! What only an eMMC does.

use super::{Answer, Card, SWITCH, SWITCH_ERROR, State, registers};

/// Sector mode, and both voltage ranges.
const OCR: u32 = 0x00ff_8080;
const BY_SECTORS: u32 = 1 << 30;
const IS_READY: u32 = 1 << 31;
const SMALL: u64 = (2 << 30) / 512;
/// Sectors of an erase group.
const GROUP: u64 = 1024;

// Bytes of EXT_CSD.
const FLUSH: usize = 32;
const CACHE: usize = 33;
const RESET_LINE: usize = 162;
const BOOT_PROTECTION: usize = 173;
const GROUPS: usize = 175;
const BOOT_BUS: usize = 177;
const PARTITION: usize = 179;
const WIDTH: usize = 183;
const TIMING: usize = 185;

impl Card {
    /// What does not outlast a reset; the boot configuration does.
    pub(super) fn reset_extended(&mut self) {
        let sectors = self.areas[0].sectors() as u32;
        let boot = self.areas[1].sectors() / 256;
        let kept = [BOOT_BUS, PARTITION].map(|at| self.extended[at] & !7);
        self.extended.fill(0);
        (self.extended[BOOT_BUS], self.extended[PARTITION]) = (kept[0], kept[1]);
        self.extended[212..216].copy_from_slice(&sectors.to_le_bytes());
        self.extended[249..253].copy_from_slice(&512u32.to_le_bytes());
        // Version 5.0; 26 and 52 MHz; erase groups of 512 KiB; TRIM.
        for (at, value) in [(192, 7), (194, 2), (196, 3), (221, 1), (224, 1), (231, 0x10)] {
            self.extended[at] = value;
        }
        self.extended[226] = boot.min(255) as u8;
    }

    pub(super) fn caches(&self) -> bool {
        self.extended[CACHE] & 1 != 0
    }

    pub(super) fn emmc_command(&mut self, index: u8, argument: u32, now: u64) -> Option<Answer> {
        let is_mine = argument >> 16 == u32::from(self.rca);
        match (index, self.state) {
            (1, State::Idle) => Some(self.power_up_emmc(argument)),
            (2, State::Ready) => {
                self.state = State::Ident;
                Some(Answer::Long(registers::cid(*b"VEMMC")))
            }
            (3, State::Ident) => {
                let answer = self.r1();
                (self.state, self.rca) = (State::Standby, (argument >> 16) as u16);
                Some(answer)
            }
            (9, State::Standby) if is_mine => {
                Some(Answer::Long(registers::csd_of_emmc(self.areas[0].sectors())))
            }
            (10, State::Standby) if is_mine => Some(Answer::Long(registers::cid(*b"VEMMC"))),
            (8, State::Transfer) => {
                let answer = self.r1();
                self.send(self.extended.to_vec());
                Some(answer)
            }
            (6, State::Transfer) => {
                let answer = self.r1();
                self.switch(argument);
                self.program(now, SWITCH);
                Some(answer)
            }
            (35 | 36, State::Transfer) => {
                let sector = self.sector(argument);
                *(if index == 35 { &mut self.erase.0 } else { &mut self.erase.1 }) = sector;
                Some(self.r1())
            }
            (38, State::Transfer) => {
                self.whole_groups(argument);
                self.common(38, argument, now)
            }
            _ => self.common(index, argument, now),
        }
    }

    /// R3, without a CRC.
    fn power_up_emmc(&mut self, argument: u32) -> Answer {
        let is_large = self.areas[0].sectors() > SMALL;
        let fits = argument & OCR != 0 && (!is_large || argument & BY_SECTORS != 0);
        if fits {
            self.polls = self.polls.saturating_sub(1);
        }
        let is_ready = fits && self.polls == 0;
        if is_ready {
            self.state = State::Ready;
            self.by_blocks = is_large;
        }
        let mode = if is_large { BY_SECTORS } else { 0 };
        Answer::Short { word: OCR | mode | if is_ready { IS_READY } else { 0 }, sealed: false }
    }

    /// An erasure, but not a TRIM, is of whole groups.
    fn whole_groups(&mut self, argument: u32) {
        if argument & 1 == 0 {
            let (first, last) = self.erase;
            let end = self.sectors() - 1;
            self.erase = (
                first.map(|sector| sector / GROUP * GROUP),
                last.map(|sector| (sector / GROUP * GROUP + GROUP - 1).min(end)),
            );
        }
    }

    /// CMD6.
    fn switch(&mut self, argument: u32) {
        let (at, value) = ((argument >> 16 & 0xff) as usize, (argument >> 8) as u8);
        let old = self.extended[at];
        let value = match argument >> 24 & 3 {
            1 => old | value,
            2 => old & !value,
            3 => value,
            _ => return self.status |= SWITCH_ERROR,
        };
        let takes = match at {
            FLUSH => return self.flush(),
            CACHE | TIMING => value <= 1,
            WIDTH => value <= 2,
            PARTITION => value & 7 <= 2,
            RESET_LINE | BOOT_PROTECTION | GROUPS | BOOT_BUS => true,
            _ => false,
        };
        if !takes {
            return self.status |= SWITCH_ERROR;
        }
        self.extended[at] = value;
        match at {
            CACHE if value == 0 => self.flush(),
            WIDTH => self.width = [1, 4, 8][usize::from(value)],
            TIMING => self.high_speed = value == 1,
            PARTITION => self.area = usize::from(value & 7),
            _ => {}
        }
    }

    fn flush(&mut self) {
        for ((area, sector), block) in core::mem::take(&mut self.cache) {
            self.store(area, sector, &block);
        }
    }
}
