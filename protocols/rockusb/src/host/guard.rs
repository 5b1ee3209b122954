//! What goes to the places of the ID block: nothing that does not start the board.

use alloc::{vec, vec::Vec};

use link::Source;

use super::{Cause, Error, Rock, Step, Survey};
use crate::{
    chips::{self, Chip, Fit},
    idb::{self, HEAD_SIZE, IdBlock},
    wire::{Capability, SECTOR, Storage},
};

impl Survey {
    /// The board's SoC, as its program says, else as its ids do.
    pub fn soc(&self) -> Option<&'static Chip> {
        let told = self.chip.and_then(|chip| chips::by_code(chip.code()));
        told.or_else(|| chips::by_product(self.product?))
    }

    /// Where the vendor's tools put the ID block on the chosen medium.
    pub fn id_block(&self) -> u64 {
        idb::sector_on(self.medium()).into()
    }

    /// Where the boot ROM looks for ID blocks on the chosen medium.
    pub fn id_places(&self) -> impl Iterator<Item = u64> + use<> {
        idb::places(self.medium()).map(Into::into)
    }

    /// The first sector that no ID block reaches: what follows need not be looked at.
    pub fn id_end(&self) -> u64 {
        idb::end_of_places(self.medium()).into()
    }

    /// The medium: as the board tells, else by the kind of its flash.
    fn medium(&self) -> Storage {
        let by_id = || match self.id.map(|id| id.0) {
            Some([b'N', b'O', b'R', ..]) => Storage::MTD_SPI_NOR,
            Some([b'S', b'N', ..]) => Storage::MTD_SPI_NAND,
            _ => Storage::EMMC,
        };
        self.storage.unwrap_or_else(by_id)
    }
}

impl Rock<'_> {
    /// Refuses what is made for another SoC, which `code` names, and returns whether it is known to be for this one.
    /// Nothing is sent.
    ///
    /// # Errors
    /// When it is for another SoC.
    pub fn require_chip(&self, survey: &Survey, code: u32) -> Result<Fit, Error> {
        let fit = chips::fit(survey.product, survey.chip.map(|chip| chip.code()), code);
        if fit != Fit::Other {
            return Ok(fit);
        }
        let found = survey.soc().map(|chip| chip.name.into());
        Err(self.check_failed(Cause::OtherChip { found, wanted: chips::name_of(code) }))
    }

    /// Refuses an ID block that does not start the board, or that the loader on the board does not know how to write.
    /// Nothing is sent.
    ///
    /// # Errors
    /// When a transfer fails, and when the ID block is not for the board.
    pub fn require_block(&mut self, survey: &Survey, block: &IdBlock) -> Result<(), Error> {
        let told = survey.capability != Capability::default();
        let new = block.layout == chips::IdBlock::New;
        if new && told && !survey.capability.has(Capability::NEW_IDB) {
            return self.during(Step::Write, |rock| Err(rock.check_failed(Cause::OldLoader)));
        }
        self.require_start(survey, survey.id_block(), &mut &block.bytes[..])
    }

    /// Refuses data that are to be written from `sector` on, where they put an ID block that does not start the board to
    /// one of the places where its boot ROM looks. Nothing is sent. Every write is asked; whoever writes a long image
    /// piece by piece asks beforehand with all before [`Survey::id_end`].
    ///
    /// # Errors
    /// When a transfer or `source` fails, and when what would be written does not start the board.
    pub fn require_start(
        &mut self,
        survey: &Survey,
        sector: u64,
        source: &mut dyn Source,
    ) -> Result<(), Error> {
        let Some(chip) = survey.soc() else { return Ok(()) };
        for place in survey.id_places() {
            let Some(offset) = place.checked_sub(sector).map(|sectors| sectors * SECTOR as u64)
            else {
                continue;
            };
            let block =
                block_at(source, offset).map_err(|error| self.check_failed(Cause::Io(error)))?;
            if let Some(why) = idb::misfit(&block, chip) {
                let cause = Cause::OtherBlock { sector: place, why };
                return self.during(Step::Write, |rock| Err(rock.check_failed(cause)));
            }
        }
        Ok(())
    }
}

/// The ID block at an offset, as far as the source goes; nothing where there is none.
fn block_at(source: &mut dyn Source, offset: u64) -> Result<Vec<u8>, link::IoError> {
    let head = read(source, offset, HEAD_SIZE)?;
    if !idb::is_one(&head) {
        return Ok(Vec::new());
    }
    let sectors = idb::sectors_of(&head);
    read(source, offset, (sectors as usize * SECTOR).max(HEAD_SIZE))
}

/// So many bytes from an offset on, or those that there are.
fn read(source: &mut dyn Source, offset: u64, length: usize) -> Result<Vec<u8>, link::IoError> {
    let left = source.size().saturating_sub(offset);
    if left == 0 {
        return Ok(Vec::new());
    }
    // At most `length`.
    let mut bytes = vec![0; left.min(length as u64) as usize];
    source.read_at(offset, &mut bytes)?;
    Ok(bytes)
}
