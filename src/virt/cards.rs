//! The cards of a virtual board of Allwinner's, as its SoC reaches them.

use fel::memory::{Flaw, Media};

use super::{PlugError, options::choose, uboot::Periphery};
use crate::{
    boards::{Board, storage::Storage},
    number,
};

/// The media behind the SoC's ports: those that a U-Boot has as disks.
pub(super) fn media(
    periphery: &Periphery,
    board: &Board,
    flaw: Option<Flaw>,
) -> Result<Media, PlugError> {
    let medium = |storage| periphery.medium(board, storage);
    Ok(Media {
        sd: medium(Storage::Sd)?,
        emmc: medium(Storage::Emmc)?,
        boots: [medium(Storage::EmmcBoot0)?, medium(Storage::EmmcBoot1)?],
        flaw,
    })
}

/// What goes wrong with a card: a word, or a word and the place.
pub(super) fn flaw(text: &str) -> Result<Flaw, String> {
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
