//! Blocks that a card gives and takes.

use link::storage::SECTOR;

use super::{Card, DataError, ERROR, Flaw, OUT_OF_RANGE, PROGRAM, PROTECTED, State, Stream};

impl Card {
    /// Gives a block. Its length has to be that of the controller's.
    pub(in super::super) fn give(&mut self, block: &mut [u8]) -> Result<(), DataError> {
        if self.is_gone() {
            return Err(DataError::Nothing);
        }
        match self.stream.take() {
            Some(Stream::Register(bytes)) if self.state == State::Sending => {
                self.state = State::Transfer;
                if bytes.len() != block.len() {
                    return Err(DataError::Damaged);
                }
                block.copy_from_slice(&bytes);
                Ok(())
            }
            Some(Stream::Read(sector, left)) => self.give_sector(sector, left, block),
            other => {
                self.stream = other;
                Err(DataError::Nothing)
            }
        }
    }

    fn give_sector(
        &mut self,
        sector: u64,
        left: Option<u32>,
        block: &mut [u8],
    ) -> Result<(), DataError> {
        if block.len() != SECTOR || self.flaw == Some(Flaw::Bad(sector)) {
            self.status |= ERROR;
            return Err(DataError::Damaged);
        }
        if sector >= self.sectors() {
            self.status |= OUT_OF_RANGE;
            return Err(DataError::Nothing);
        }
        match self.cache.get(&(self.area, sector)) {
            Some(cached) => block.copy_from_slice(cached),
            None if self.areas[self.area].read_at(sector, block).is_ok() => {}
            None => return Err(DataError::Nothing),
        }
        self.moved += 1;
        let left = left.map(|left| left - 1);
        match left {
            Some(0) => self.state = State::Transfer,
            _ => self.stream = Some(Stream::Read(sector + 1, left)),
        }
        Ok(())
    }

    /// Takes a block: how long it is busy with it.
    pub(in super::super) fn take(&mut self, block: &[u8], now: u64) -> Result<u64, DataError> {
        let Some(Stream::Write(sector, left)) = self.stream.take() else {
            return Err(DataError::Nothing);
        };
        if self.is_gone() || block.len() != SECTOR {
            return Err(DataError::Damaged);
        }
        if sector >= self.sectors() {
            self.status |= OUT_OF_RANGE;
            return Err(DataError::Nothing);
        }
        self.keep(sector, block);
        self.moved += 1;
        let left = left.map(|left| left - 1);
        let is_stuck = matches!(self.flaw, Some(Flaw::Stuck(blocks)) if self.moved >= blocks);
        let time = if is_stuck { u64::MAX } else { PROGRAM };
        match left {
            Some(0) => self.program(now, time),
            _ => {
                self.stream = Some(Stream::Write(sector + 1, left));
                self.busy = now.saturating_add(time);
            }
        }
        Ok(time)
    }

    fn keep(&mut self, sector: u64, block: &[u8]) {
        match self.flaw {
            Some(Flaw::ReadOnly) => self.status |= PROTECTED,
            Some(Flaw::Lies) => {}
            _ if self.caches() => drop(self.cache.insert((self.area, sector), block.to_vec())),
            _ => self.store(self.area, sector, block),
        }
    }

    pub(super) fn store(&mut self, area: usize, sector: u64, block: &[u8]) {
        if self.areas[area].write_at(sector, block).is_err() {
            self.status |= ERROR;
        }
    }

    /// CMD12. `false`: the card was not giving or taking data.
    pub(in super::super) fn stop(&mut self, now: u64) -> bool {
        let was = self.state;
        self.stream = None;
        match was {
            State::Sending => self.state = State::Transfer,
            State::Receiving => {
                let busy = self.busy.max(now);
                self.program(busy, PROGRAM);
            }
            _ => return false,
        }
        true
    }
}
