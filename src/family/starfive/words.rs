//! What is said of what cannot be done: the way that there is today, command by command.

use crate::{
    boards::{Board, Role, storage::Storage},
    failure::Problem,
};

/// Why SPI flash is not read out.
pub(super) const SLOW: &str =
    "U-Boot's prompt shows memory only as text (`md.b`): 16 MiB would take two hours over the line";

/// The name that a board's database gives the file with that role.
fn file(board: &Board, role: Role) -> &str {
    board.file(role).map_or("FILE", |file| &file.name)
}

/// How a board with a JH7100 is brought back.
pub(super) fn jh7100(board: &Board) -> Problem {
    let [program, second, dram] =
        [Role::Program, Role::Spl, Role::Uboot].map(|role| file(board, role));
    Problem::Refused(format!(
        "{} has a JH7100: its boot programs are written by StarFive's recovery program, which reads nothing back, and \
         nothing else of it can be reached",
        board.name
    ))
    .advised(format!(
        "run racklet-flash starfive recovery --program {program} --second-boot {second} --ddr-init {dram} --port PORT"
    ))
}

/// What is possible for a storage other than SPI flash.
pub(super) fn out_of_reach(board: &Board, storage: Storage) -> Problem {
    let (name, spl, uboot) = (&board.name, file(board, Role::Spl), file(board, Role::Uboot));
    let text = format!(
        "{storage} of {name} cannot be reached over a serial line: U-Boot's `loady` moves 11 KB/s, and U-Boot for these \
         boards has no `ums`"
    );
    Problem::Refused(text).advised(format!(
        "connect the board's Ethernet to this computer's network and name that: racklet-flash flash {name} IMAGE --to \
         {storage} --net 10.7.0.0/24 --file spl={spl} --file uboot={uboot} --port PORT"
    ))
}

/// What is possible for users who want to keep the contents of SPI flash.
pub(super) fn unreadable(board: &Board) -> Problem {
    let name = &board.name;
    Problem::Refused(format!(
        "SPI flash of {name} cannot be read into a file: {SLOW}"
    ))
    .advised(format!(
        "`racklet-flash verify {name} IMAGE` compares it with an image; a Linux on the board can read it: cat /dev/mtd0 > \
         spi.img"
    ))
}

/// An image that is not for SPI flash.
pub(super) fn no_image(board: &Board, image: &str, what: &str) -> Problem {
    Problem::Refused(format!(
        "{image}: {what}, and SPI flash of {} takes a U-Boot ({}), or an image of all of it that begins with an SPL; \
         nothing was written",
        board.name,
        file(board, Role::Uboot)
    ))
    .advised("for an image of a whole system, use a card or a drive: `--to sd` says how")
}
