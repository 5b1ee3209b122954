//! What to do about storage that FEL does not reach, command by command.

use fel::chips::Core;

use crate::{
    boards::{Board, Role, storage::Storage},
    failure::Problem,
};

/// The board's file with SPL and U-Boot.
fn uboot(board: &Board) -> &str {
    board.file(Role::Uboot).map_or("u-boot-sunxi-with-spl.bin", |file| &file.name)
}

/// What can be done with a SoC on which no SPL returns to FEL.
pub(super) fn riscv(board: &Board) -> Problem {
    Problem::Refused(format!(
        "{} has a {} (RISC-V): no SPL for it returns to FEL, so U-Boot cannot be started from here, and no storage is \
         reached",
        board.name, board.soc
    ))
    .advised(
        "what works today: 1. a card, written in a card reader; 2. `racklet-flash fel identify`, `fel read`, `fel write` and \
         `fel memory run` in SRAM; 3. the same in DRAM with --dram-up, once xfel has set it up (`xfel ddr d1`)",
    )
}

/// What is possible for a storage.
pub(super) fn out_of_reach(board: &Board, storage: Storage) -> Problem {
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
    Problem::Refused(format!(
        "{storage} of {name} cannot be reached over USB: FEL reaches SD cards and eMMCs, on SoCs whose ports are known. U-Boot, \
         started from memory, reaches the storage"
    ))
    .advised(way)
}

/// Refuses a storage that no port of the agent's reaches.
pub(super) fn other_storage(storage: Storage) -> Problem {
    Problem::Usage(format!(
        "over FEL alone sd, emmc, emmc-boot0 and emmc-boot1 are reached, and {storage} is not"
    ))
}

/// Refuses a board whose SoC starts nothing over FEL.
pub(super) fn require_spl(board: &Board) -> Result<(), Problem> {
    match board.chip().fel() {
        Some(chip) if chip.core == Core::RiscV => Err(riscv(board)),
        _ => Ok(()),
    }
}
