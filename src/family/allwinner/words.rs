//! What to do about storage that FEL does not reach, command by command.

use fel::chips::{Chip, Core};

use crate::{
    boards::{Board, Role, storage::Storage},
    failure::Problem,
};

/// The board's file with SPL and U-Boot.
fn uboot(board: &Board) -> &str {
    board.file(Role::Uboot).map_or("u-boot-sunxi-with-spl.bin", |file| &file.name)
}

/// Whether boot loaders can be started from memory: no SPL for a RISC-V SoC returns to FEL.
pub(crate) fn starts(chip: &Chip) -> bool {
    chip.core != Core::RiscV
}

/// What can be done with a board on which no boot loader is started from memory: no SPL for its SoC returns to FEL.
pub(super) fn no_boot_loader(board: &Board) -> Problem {
    let (name, soc) = (&board.name, &board.soc);
    let reached =
        board.storages().iter().map(|entry| entry.kind).find(|kind| reaches(board, *kind));
    let way = match reached {
        Some(kind) => format!(
            "write a system that starts by itself: racklet-flash flash {name} IMAGE --to {kind} writes {kind} over USB alone, \
             without --net and without U-Boot"
        ),
        None => {
            "`racklet-flash fel identify`, `fel memory read` and `fel memory write` work".into()
        }
    };
    Problem::Refused(format!(
        "no boot loader can be started from memory on {name}: no SPL for the {soc} (RISC-V) returns to FEL, so that U-Boot cannot \
         be loaded after it"
    ))
    .advised(way)
}

/// Whether the agent in SRAM reaches a storage of a board.
pub(super) fn reaches(board: &Board, storage: Storage) -> bool {
    board.chip().fel().is_some_and(|chip| super::reaches(chip, storage))
}

/// What is possible for a storage.
pub(super) fn out_of_reach(board: &Board, storage: Storage) -> Problem {
    let cannot = format!(
        "{storage} of {} cannot be reached over USB: FEL reaches SD cards, eMMCs and SPI flash, on SoCs whose ports are known",
        board.name
    );
    if board.chip().fel().is_some_and(|chip| !starts(chip)) {
        let text = format!(
            "{cannot}; a U-Boot that reaches it cannot be started from memory on the {}",
            board.soc
        );
        return Problem::Refused(text)
            .advised("write a card that starts the board, and write the storage from there");
    }
    let (name, file) = (&board.name, uboot(board));
    let line = |what: &str| {
        format!(
            "have U-Boot write it: racklet-flash fel boot {file} --write 0x50000000=FILE --script flash.cmd (flash.cmd has the \
             line: `{what}`; BYTES is the length of FILE in hexadecimal)"
        )
    };
    let way = match storage {
        Storage::SpiNor => line("sf probe && sf update 0x50000000 0 BYTES"),
        Storage::SpiNand | Storage::Nand => {
            line("mtd erase spi-nand0 && mtd write spi-nand0 0x50000000 0 BYTES")
        }
        _ => format!(
            "connect the board's Ethernet and its serial console, and name the network: racklet-flash flash {name} IMAGE --to \
             {storage} --net 10.7.0.0/24 --console /dev/ttyUSB0 --file uboot={file}"
        ),
    };
    Problem::Refused(format!("{cannot}. U-Boot, started from memory, reaches the storage"))
        .advised(way)
}

/// Refuses a storage that no port of the agent's reaches.
pub(super) fn other_storage(storage: Storage) -> Problem {
    Problem::Usage(format!(
        "over FEL alone sd, emmc, emmc-boot0, emmc-boot1, spi-nor and spi-nand are reached, and {storage} is not"
    ))
}
