//! What is said of what cannot be done.

use crate::{
    boards::{Board, storage::Storage},
    failure::Problem,
};

/// What is possible for a storage other than SPI flash.
pub(super) fn out_of_reach(board: &Board, storage: Storage) -> Problem {
    let name = &board.name;
    let text = format!(
        "{storage} of {name} cannot be reached: over the serial line, SPI flash is written only"
    );
    Problem::Refused(text)
        .advised("leave --to out; eMMC is written over USB: `racklet-flash boards meles`")
}

/// Nothing is read back.
pub(super) fn unreadable(board: &Board) -> Problem {
    let text = format!(
        "SPI flash of {} cannot be read: the image writer sums what it holds, and sends nothing back",
        board.name
    );
    Problem::Refused(text).advised("compare it with a file: `racklet-flash verify`")
}

/// An image writer that is none.
pub(super) fn no_writer(name: &str) -> Problem {
    Problem::BadInput(format!("{name}: it is empty, and no image writer"))
}

/// An image of a whole disk.
pub(super) fn is_disk(board: &Board, image: &str) -> Problem {
    let text = format!(
        "{image}: it is the image of a whole disk, and SPI flash of {} holds the boot loader; nothing was written",
        board.name
    );
    Problem::Refused(text)
        .advised("write u-boot-with-spl-meles.bin, or that of the board's RAM size")
}

/// An image that is not written as a whole.
pub(super) fn in_parts() -> Problem {
    let text = "the image would be written in parts, and it is not known what the image writer erases around a part; nothing was \
                written";
    Problem::Refused(text.into())
        .advised("leave --resume and --if-different out, and use an image without holes")
}

/// A place that shares a block with what is before it.
pub(super) fn unaligned() -> Problem {
    let text = "the image writer may erase the whole block of 64 KiB that an image begins in; nothing was written";
    Problem::Refused(text.into()).advised("begin at a multiple of 128 sectors")
}

/// An image of which nobody knows how long it is.
pub(super) fn endless() -> Problem {
    let text = "the image does not tell how long it is, which the image writer has to be told first; nothing was written";
    Problem::Refused(text.into()).advised("use a file that is not packed, or unpack it first")
}

/// The only verification that there is.
pub(super) fn only_sums() -> Problem {
    Problem::Usage(
        "the board sums what its flash holds (board-sum): that is how it is verified".into(),
    )
}
