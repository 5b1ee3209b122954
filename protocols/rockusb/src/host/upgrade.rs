//! Putting an ID block to where the boot ROM looks for it, and taking older ones away.

use alloc::vec::Vec;

use link::{Check, StepId, Verified, Watch};

use super::{Error, Rock, Step, Survey, Zeros};
use crate::{
    idb::{self, IdBlock},
    wire::SECTOR,
};

/// Sectors that are written last: the head, and no command begins off a multiple of 8.
const HEAD: usize = 8 * SECTOR;

impl Rock<'_> {
    /// Clears the head of the ID block that is on the chosen medium: until another is written, the board comes up in its
    /// mask ROM. Media with erase blocks keep it, as they would lose their neighbours with it.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn clear_id_block(&mut self, survey: &Survey, watch: &mut dyn Watch) -> Result<(), Error> {
        match survey.block() {
            Some(_) => Ok(()),
            None => {
                watch.step(StepId::WRITE, "clear the head of the ID block", HEAD as u64);
                self.write_zeros(survey, survey.id_block(), (HEAD / SECTOR) as u64, watch)
            }
        }
    }

    /// Writes an ID block to its place on the chosen medium, and verifies it. Its place is within the first 4 MiB, where
    /// every loader reads truly.
    ///
    /// Where the medium allows it, the head that is there is cleared first and the new one written last: a board that is
    /// cut off in between comes up in its mask ROM, and not in half a loader.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn write_id_block(
        &mut self,
        survey: &Survey,
        block: &IdBlock,
        watch: &mut dyn Watch,
    ) -> Result<Verified, Error> {
        self.require_block(survey, block)?;
        watch.step(StepId::WRITE, "write the ID block", block.bytes.len() as u64);
        let sector = survey.id_block();
        let (mut head, mut body) = block.bytes.split_at(HEAD.min(block.bytes.len()));
        let mut writer = self.writer(survey, Check::ReadBack);
        if survey.block().is_some() {
            writer.write(sector, &mut &block.bytes[..], watch)?;
        } else {
            let none = &mut link::Silent;
            writer.forget_after(|writer| writer.write(sector, &mut Zeros(HEAD as u64), none))?;
            writer.write(sector + (HEAD / SECTOR) as u64, &mut body, watch)?;
            writer.write(sector, &mut head, watch)?;
        }
        watch.step(StepId::VERIFY, "verify the ID block", writer.to_read_back() * SECTOR as u64);
        writer.finish(watch)
    }

    /// The places of other ID blocks that the boot ROM goes on to when `block`, which has just been written, is bad.
    /// Copies of the same block do not count.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn older_id_blocks(&mut self, survey: &Survey, block: &IdBlock) -> Result<Vec<u64>, Error> {
        let own = survey.id_block()..survey.id_block() + u64::from(block.sectors());
        let room = survey.sectors().unwrap_or_default().saturating_sub((HEAD / SECTOR) as u64);
        let mut found = Vec::new();
        let mut head = Vec::new();
        for place in survey.id_places().filter(|place| !own.contains(place) && *place <= room) {
            let read = |rock: &mut Self| rock.fetch(place, 4, &mut head, &mut link::Silent);
            self.during(Step::Read, read)?;
            if idb::is_sound(&head) && !block.bytes.starts_with(&head) {
                found.push(place);
            }
        }
        Ok(found)
    }

    /// Clears the head of an ID block at one of [`Survey::id_places`], so that no boot ROM takes it, and verifies that.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn clear_head(
        &mut self,
        survey: &Survey,
        sector: u64,
        watch: &mut dyn Watch,
    ) -> Result<Verified, Error> {
        let mut writer = self.writer(survey, Check::ReadBack);
        watch.step(StepId::WRITE, "clear the head of an older ID block", HEAD as u64);
        writer.write(sector, &mut Zeros(HEAD as u64), watch)?;
        writer.finish(&mut link::Silent)
    }
}
