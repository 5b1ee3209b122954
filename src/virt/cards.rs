//! The cards of a virtual board of Allwinner's, as its SoC reaches them.

use std::path::PathBuf;

use fel::memory::{Flaw, Media};

use super::{PlugError, options::choose, storage, uboot::Periphery};
use crate::{
    boards::{Board, storage::Storage},
    number,
};

/// Bytes of an SPI NOR flash where its file does not say.
const NOR: u64 = 16 << 20;

/// What is special about a board's storage.
#[derive(Clone, Debug, Default)]
pub(super) struct Cards {
    /// What is wrong with its card and its eMMC.
    flaw: Option<Flaw>,
    /// The file of an SPI NOR flash: soldered on, where the board has none.
    nor: Option<PathBuf>,
    /// That flash is protected.
    protected: bool,
}

impl Cards {
    /// Takes an option, if it is one of these.
    pub(super) fn set(&mut self, key: &str, value: &str) -> Result<bool, String> {
        match key {
            "card" => self.flaw = Some(flaw(value)?),
            "spi-nor" => self.nor = Some(value.into()),
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
        self.flaw.is_some() || self.nor.is_some() || self.protected
    }
}

/// The media behind the SoC's ports: those that a U-Boot has as disks.
pub(super) fn media(
    periphery: &Periphery,
    board: &Board,
    cards: &Cards,
) -> Result<Media, PlugError> {
    let medium = |storage| periphery.medium(board, storage);
    Ok(Media {
        sd: medium(Storage::Sd)?,
        emmc: medium(Storage::Emmc)?,
        boots: [medium(Storage::EmmcBoot0)?, medium(Storage::EmmcBoot1)?],
        spi_nor: cards.nor.as_ref().map(|path| storage::in_file(path, NOR, 0xff)).transpose()?,
        protected: cards.protected,
        flaw: cards.flaw,
    })
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
