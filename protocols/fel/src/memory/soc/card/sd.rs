//! What only SD cards do.

use alloc::{vec, vec::Vec};

use super::{APP, Answer, Card, State, registers};

/// 2.7 to 3.6 V.
const VOLTAGES: u32 = 0x00ff_8000;
const HIGH_CAPACITY: u32 = 1 << 30;
const IS_READY: u32 = 1 << 31;
const RCA: u16 = 0xaaaa;
/// Above 2 GiB a card counts blocks.
const SMALL: u64 = (2 << 30) / 512;

impl Card {
    pub(super) fn sd_command(
        &mut self,
        index: u8,
        argument: u32,
        is_app: bool,
        now: u64,
    ) -> Option<Answer> {
        if is_app {
            return self.app_command(index, argument);
        }
        let is_mine = argument >> 16 == u32::from(self.rca);
        match (index, self.state) {
            (8, State::Idle) => {
                self.asked = argument >> 8 & 0xf == 1;
                // R7, under a CRC.
                self.asked.then_some(Answer::Short { word: argument & 0xfff, sealed: true })
            }
            (55, state) if is_mine && (state == State::Idle || state >= State::Standby) => {
                self.app = true;
                Some(self.r1())
            }
            (2, State::Ready) => {
                self.state = State::Ident;
                Some(Answer::Long(registers::cid(*b"VCARD")))
            }
            (3, State::Ident | State::Standby) => {
                let was = self.state;
                (self.state, self.rca) = (State::Standby, RCA);
                let word = u32::from(RCA) << 16 | (was as u32) << 9 | super::READY;
                Some(Answer::Short { word, sealed: true })
            }
            (9, State::Standby) if is_mine => {
                Some(Answer::Long(registers::csd_of_sd(self.areas[0].sectors())))
            }
            (10, State::Standby) if is_mine => Some(Answer::Long(registers::cid(*b"VCARD"))),
            (6, State::Transfer) => {
                self.switch_function(argument);
                Some(self.r1_from(State::Transfer))
            }
            (32, State::Transfer) => {
                self.erase.0 = self.sector(argument);
                Some(self.r1())
            }
            (33, State::Transfer) => {
                self.erase.1 = self.sector(argument);
                Some(self.r1())
            }
            _ => self.common(index, argument, now),
        }
    }

    fn app_command(&mut self, index: u8, argument: u32) -> Option<Answer> {
        match (index, self.state) {
            (41, State::Idle) => Some(self.power_up(argument)),
            (6, State::Transfer) if matches!(argument, 0 | 2) => {
                self.width = if argument == 2 { 4 } else { 1 };
                Some(self.told())
            }
            (13, State::Transfer) => {
                self.send(vec![0; 64]);
                Some(self.told())
            }
            (23 | 42, State::Transfer) => Some(self.told()),
            (51, State::Transfer) => {
                // SCR: version 3, erased bytes are 0, 1 and 4 bits, CMD23.
                self.send(Vec::from([0x02, 0x25, 0x80, 0x02, 0, 0, 0, 0]));
                Some(self.told())
            }
            _ => None,
        }
    }

    /// R1 of a command of an application.
    fn told(&mut self) -> Answer {
        match self.r1_from(State::Transfer) {
            Answer::Short { word, sealed } => Answer::Short { word: word | APP, sealed },
            other => other,
        }
    }

    /// R3, without a CRC.
    fn power_up(&mut self, argument: u32) -> Answer {
        let is_large = self.areas[0].sectors() > SMALL;
        let is_asked = argument & VOLTAGES != 0;
        let fits = !is_large || argument & HIGH_CAPACITY != 0 && self.asked;
        if is_asked && fits {
            self.polls = self.polls.saturating_sub(1);
        }
        let is_ready = is_asked && fits && self.polls == 0;
        if is_ready {
            self.state = State::Ready;
            self.by_blocks = is_large;
        }
        let capacity = if is_large && is_ready { HIGH_CAPACITY } else { 0 };
        let word = VOLTAGES | if is_ready { IS_READY } else { 0 } | capacity;
        Answer::Short { word, sealed: false }
    }

    /// CMD6: the 64 bytes that say what can be and what was switched.
    fn switch_function(&mut self, argument: u32) {
        let mut status = vec![0; 64];
        status[1] = 100;
        status[13] = 3;
        let wanted = argument & 0xf;
        let result = match wanted {
            0 | 1 => wanted as u8,
            0xf => self.high_speed.into(),
            _ => 0xf,
        };
        status[16] = result;
        if argument >> 31 != 0 && wanted <= 1 {
            self.high_speed = wanted == 1;
        }
        self.send(status);
    }
}
