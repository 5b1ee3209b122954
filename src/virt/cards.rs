//! The cards of a virtual board of Allwinner's, as its SoC reaches them.

use std::path::PathBuf;

use fel::memory::{Flaw, Media, NandFlaw};
use link::storage::{Memory, SECTOR, Storage as Sectors};

use super::{PlugError, options::choose, storage, uboot::Periphery};
use crate::{
    boards::{Board, Size, storage::Storage},
    number,
};

/// Bytes of an SPI NOR flash where its file does not say.
const NOR: u64 = 16 << 20;
/// Of a NAND flash likewise.
const NAND: u64 = 128 << 20;

/// What is special about a board's storage.
#[derive(Clone, Debug, Default)]
pub(super) struct Cards {
    /// What is wrong with its card and its eMMC.
    flaw: Option<Flaw>,
    /// The file of its SPI NOR flash: soldered on, where the board has none.
    nor: Option<PathBuf>,
    /// That flash is protected.
    protected: bool,
    /// The file of an SPI NAND flash likewise, and what is wrong with it.
    nand: Option<PathBuf>,
    nand_flaws: Vec<NandFlaw>,
}

impl Cards {
    /// Takes an option, if it is one of these.
    pub(super) fn set(&mut self, key: &str, value: &str) -> Result<bool, String> {
        match key {
            "card" => self.flaw = Some(flaw(value)?),
            "spi-nor" => self.nor = Some(value.into()),
            "spi-nand" => self.nand = Some(value.into()),
            "nand" => self.nand_flaws.push(nand_flaw(value)?),
            "flash" => {
                let choices = [("writable", false), ("protected", true)];
                self.protected = choose(key, value, &choices)?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Whether anything of it was named.
    pub(super) fn is_named(&self) -> bool {
        let flash = self.nor.is_some() || self.nand.is_some();
        flash || self.flaw.is_some() || self.protected || !self.nand_flaws.is_empty()
    }
}

/// The media behind the SoC's ports: those that a U-Boot has as disks, and flash.
pub(super) fn media(
    periphery: &Periphery,
    board: &Board,
    cards: &Cards,
) -> Result<Media, PlugError> {
    let in_file = |path: &Option<PathBuf>, usual| {
        path.as_ref().map(|path| storage::in_file(path, usual, 0xff)).transpose()
    };
    let medium = |storage| periphery.medium(board, storage);
    Ok(Media {
        sd: medium(Storage::Sd)?,
        emmc: medium(Storage::Emmc)?,
        boots: [medium(Storage::EmmcBoot0)?, medium(Storage::EmmcBoot1)?],
        spi_nor: match in_file(&cards.nor, NOR)? {
            None if cards.nand.is_none() => own(board, Storage::SpiNor).map(blank),
            named => named,
        },
        protected: cards.protected,
        spi_nand: match in_file(&cards.nand, own(board, Storage::SpiNand).unwrap_or(NAND))? {
            None => own(board, Storage::SpiNand).map(blank),
            named => named,
        },
        nand_flaws: cards.nand_flaws.clone(),
        flaw: cards.flaw,
    })
}

/// Bytes of the flash that boards of this kind have.
fn own(board: &Board, kind: Storage) -> Option<u64> {
    let usual = if kind == Storage::SpiNand { NAND } else { NOR };
    Some(board.storage(kind)?.size_bytes.map_or(usual, Size::least))
}

/// A flash in memory that is erased.
fn blank(bytes: u64) -> Box<dyn Sectors> {
    Box::new(Memory::new(bytes / SECTOR as u64, 0xff))
}

/// What goes wrong with a card: a word, or a word and the place.
fn flaw(text: &str) -> Result<Flaw, String> {
    let plain = [("read-only", Flaw::ReadOnly), ("lies", Flaw::Lies)];
    let Some((word, place)) = text.split_once('@') else { return choose("card", text, &plain) };
    match word {
        "bad" => Ok(Flaw::Bad(number::parse(place)?)),
        "stuck" => Ok(Flaw::Stuck(number::parse_u32(place)?)),
        "pulled" => Ok(Flaw::Pulled(number::parse_u32(place)?)),
        "rint" => {
            let (command, bits) = place
                .split_once(':')
                .ok_or_else(|| format!("`card={text}` is not rint@COMMAND:BITS"))?;
            let (command, bits) = (number::parse_u32(command)?, number::parse_u32(bits)?);
            Ok(Flaw::Rint { command, bits })
        }
        _ => Err(format!("`card={text}`: a place have bad, stuck, pulled and rint")),
    }
}

/// What is wrong with a place of a NAND flash.
fn nand_flaw(text: &str) -> Result<NandFlaw, String> {
    match text {
        "unlisted" => return Ok(NandFlaw::Unlisted),
        "mute" => return Ok(NandFlaw::Mute),
        _ => {}
    }
    let (word, place) = text.split_once('@').unwrap_or((text, ""));
    let kind = match word {
        "bad" => NandFlaw::Bad,
        "erase-fails" => NandFlaw::EraseFails,
        "program-fails" => NandFlaw::ProgramFails,
        "corrected" => NandFlaw::Corrected,
        "damaged" => NandFlaw::Uncorrectable,
        _ => {
            return Err(format!(
                "`nand={text}`: it is bad@, erase-fails@ or program-fails@BLOCK, corrected@ or damaged@PAGE, unlisted or mute"
            ));
        }
    };
    Ok(kind(number::parse_u32(place)?))
}
