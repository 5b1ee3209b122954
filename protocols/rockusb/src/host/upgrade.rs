//! Putting an ID block to where the boot ROM looks for it.

use link::Watch;

use super::{Cause, Check, Error, Report, Rock, Step, Survey, Zeros};
use crate::{
    chips,
    idb::{self, IdBlock},
    wire::{Capability, SECTOR, Storage},
};

/// Sectors that are written last: the head, and no command begins off a multiple of 8.
const HEAD: usize = 8 * SECTOR;

impl Survey {
    /// Where the boot ROM looks for the ID block on the chosen medium.
    pub fn id_block(&self) -> u64 {
        idb::sector_on(medium(self)).into()
    }
}

impl Rock<'_> {
    /// Refuses what is made for another SoC, which `code` names; `product` is the board's product id, for programs that
    /// do not tell their SoC. Nothing is sent.
    pub fn require_chip(&self, survey: &Survey, product: u16, code: u32) -> Result<(), Error> {
        let told = survey.chip.and_then(|chip| chips::by_code(chip.code()));
        let found = told.or_else(|| chips::by_product(product));
        if found.is_some_and(|chip| chip.is_called(code)) {
            return Ok(());
        }
        let found = found.map_or("SoC that is not known", |chip| chip.name).into();
        Err(self.check_failed(Cause::OtherChip { found, wanted: chips::name_of(code) }))
    }

    /// Clears the head of the ID block that is on the chosen medium: until another is written, the board comes up in its
    /// mask ROM. Media with erase blocks keep it, as they would lose their neighbours with it.
    pub fn clear_id_block(&mut self, survey: &Survey, watch: &mut dyn Watch) -> Result<(), Error> {
        match survey.block() {
            Some(_) => Ok(()),
            None => self.write_zeros(survey, survey.id_block(), (HEAD / SECTOR) as u64, watch),
        }
    }

    /// Refuses an ID block of the new layout where the loader on the board does not know it. Nothing is sent.
    pub fn require_layout(&mut self, survey: &Survey, block: &IdBlock) -> Result<(), Error> {
        let told = survey.capability != Capability::default();
        if block.new && told && !survey.capability.has(Capability::NEW_IDB) {
            return self.during(Step::Write, |rock| Err(rock.check_failed(Cause::OldLoader)));
        }
        Ok(())
    }

    /// Writes an ID block to its place on the chosen medium, and verifies it. Its place is within the first 4 MiB, where
    /// every loader reads truly.
    ///
    /// Where the medium allows it, the head that is there is cleared first and the new one written last: a board that is
    /// cut off in between comes up in its mask ROM, and not in half a loader.
    pub fn write_id_block(
        &mut self,
        survey: &Survey,
        block: &IdBlock,
        watch: &mut dyn Watch,
    ) -> Result<Report, Error> {
        self.require_layout(survey, block)?;
        let sector = survey.id_block();
        let (mut head, mut body) = block.bytes.split_at(HEAD.min(block.bytes.len()));
        let mut writer = self.writer(survey, Check::ReadBack);
        if survey.block().is_some() {
            writer.write(sector, &mut &block.bytes[..], watch)?;
            return writer.finish(watch);
        }
        writer.forget_after(|writer| writer.write(sector, &mut Zeros(HEAD as u64), watch))?;
        writer.write(sector + (HEAD / SECTOR) as u64, &mut body, watch)?;
        writer.write(sector, &mut head, watch)?;
        writer.finish(watch)
    }
}

/// The medium of a survey: as the board tells, else by the kind of its flash.
fn medium(survey: &Survey) -> Storage {
    let by_id = || match survey.id.map(|id| id.0) {
        Some([b'N', b'O', b'R', ..]) => Storage::MTD_SPI_NOR,
        Some([b'S', b'N', ..]) => Storage::MTD_SPI_NAND,
        _ => Storage::EMMC,
    };
    survey.storage.unwrap_or_else(by_id)
}
