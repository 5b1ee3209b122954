//! Putting an ID block to where the boot ROM looks for it.

use link::Watch;

use super::{Cause, Check, Error, Report, Rock, Step, Survey, Zeros};
use crate::{
    idb::{self, IdBlock},
    wire::{Capability, SECTOR, Storage},
};

/// Sectors that are written last: the head, and no command begins off a multiple of 8.
const HEAD: usize = 8 * SECTOR;

impl Rock<'_> {
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
        let old = survey.capability != Capability::default()
            && !survey.capability.has(Capability::NEW_IDB);
        if block.new && old {
            return self.during(Step::Write, |rock| Err(rock.check_failed(Cause::OldLoader)));
        }
        let sector = u64::from(idb::sector_on(medium(survey)));
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
