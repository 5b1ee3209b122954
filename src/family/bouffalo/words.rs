//! What is said of what cannot be done.

use bouffalo::header::HeaderError;

use crate::{
    boards::{Board, storage::Storage},
    failure::Problem,
};

/// What is possible for a storage other than SPI flash.
pub(super) fn out_of_reach(board: &Board, storage: Storage) -> Problem {
    let name = &board.name;
    let text = format!("{storage} of {name} cannot be reached: its mask ROM writes SPI flash only");
    Problem::Refused(text).advised(match storage {
        Storage::Sd => "write the card in a card reader",
        _ => "leave --to out",
    })
}

/// An image that does not start the chip.
pub(super) fn no_image(board: &Board, image: &str, why: &HeaderError) -> Problem {
    let text =
        format!("{image}: {why}, so {} would not start from it; nothing was written", board.name);
    Problem::Refused(text).advised(
        "use the image of a whole flash; a part of one has its own place: `racklet-flash bouffalo disk write SECTOR FILE` \
         (`boards` lists them)",
    )
}

/// An image whose boot header has the commands of another maker's flash. The vendor's tool refuses it, too.
pub(super) fn other_flash(image: u8, board: u8) -> Problem {
    let text = format!(
        "the image's boot header is for a flash of the maker {image:#04x}, and the board's is of {board:#04x}: it may not start \
         from it; nothing was written"
    );
    Problem::Refused(text)
        .advised("use an image that is built for this board, or for any flash (maker 0xff)")
}
