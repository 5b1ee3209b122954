//! Words on their way between the FIFO and the card.

use alloc::vec::Vec;

use super::{
    super::card::DataError, ACCESS, AUTO_DONE, Controller, DATA_CRC, DATA_OVER, NO_DATA,
    NO_RESPONSE,
};

/// Data on their way.
pub(super) struct Transfer {
    pub(super) writes: bool,
    pub(super) stops: bool,
    pub(super) size: usize,
    pub(super) left: usize,
    pub(super) block: Vec<u8>,
    /// Bytes of the block that have gone.
    pub(super) at: usize,
    /// When the next word can go.
    pub(super) next: u64,
    /// Nanoseconds of a word.
    pub(super) word: u64,
    /// Both sides are set up alike.
    pub(super) sound: bool,
}

impl Controller {
    /// Moves a word, if it is time: what RINT gets. `None`: nothing moves now.
    pub(super) fn move_word(&mut self, now: u64, depth: usize) -> Option<u32> {
        let transfer = self.transfer.as_mut()?;
        if transfer.next > now {
            return None;
        }
        let (size, left) = (transfer.size, transfer.left);
        if size == 0
            || left == 0
            || !size.is_multiple_of(4)
            || !left.is_multiple_of(size) && transfer.at == 0
        {
            self.transfer = None;
            return Some(NO_DATA);
        }
        let moved = match transfer.writes {
            true => self.drain(now),
            false => self.fill(now, depth),
        };
        match moved {
            Ok(true) => Some(self.end_of_transfer(now)),
            Ok(false) => None,
            Err(error) => {
                self.transfer = None;
                Some(match error {
                    DataError::Damaged => DATA_CRC,
                    DataError::Nothing => NO_DATA,
                })
            }
        }
    }

    /// A word from the card into the FIFO. `false`: it has to wait.
    fn fill(&mut self, now: u64, depth: usize) -> Result<bool, DataError> {
        let (Some(transfer), Some(card)) = (&mut self.transfer, &mut self.card) else {
            return Err(DataError::Nothing);
        };
        if self.fifo.level() >= depth {
            // The clock is stopped until there is room.
            transfer.next = now;
            return Ok(false);
        }
        if transfer.at == 0 {
            card.give(&mut transfer.block)?;
            if !transfer.sound {
                return Err(DataError::Damaged);
            }
        }
        let mut word = [0; 4];
        word.copy_from_slice(&transfer.block[transfer.at..transfer.at + 4]);
        self.fifo.push(u32::from_le_bytes(word), depth);
        transfer.step(0);
        Ok(true)
    }

    /// A word from the FIFO to the card. `false`: there is none.
    fn drain(&mut self, now: u64) -> Result<bool, DataError> {
        let (Some(transfer), Some(card)) = (&mut self.transfer, &mut self.card) else {
            return Err(DataError::Nothing);
        };
        let Some(word) = self.fifo.pop() else {
            transfer.next = now;
            return Ok(false);
        };
        transfer.block[transfer.at..transfer.at + 4].copy_from_slice(&word.to_le_bytes());
        let mut pause = 0;
        if transfer.at + 4 == transfer.size {
            if !transfer.sound {
                return Err(DataError::Damaged);
            }
            pause = card.take(&transfer.block, transfer.next)?;
        }
        transfer.step(pause);
        Ok(true)
    }

    /// What RINT gets when a word has gone: something at the end.
    fn end_of_transfer(&mut self, now: u64) -> u32 {
        let Some(transfer) = self.transfer.take_if(|transfer| transfer.left == 0) else { return 0 };
        if !transfer.stops {
            return DATA_OVER;
        }
        let answered = self.card.as_mut().is_some_and(|card| card.stop(now));
        DATA_OVER | AUTO_DONE | if answered { 0 } else { NO_RESPONSE }
    }
}

impl Transfer {
    /// A word has gone.
    fn step(&mut self, pause: u64) {
        self.next = self.next.saturating_add(self.word);
        self.at += 4;
        self.left -= 4;
        if self.at >= self.size {
            self.at = 0;
            self.next = self.next.saturating_add(if self.writes { pause } else { ACCESS / 10 });
        }
    }
}
