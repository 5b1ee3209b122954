//! What is said of storage that FEL does not reach: the way that there is today, command by command.

use fel::chips::Core;

use crate::{
    boards::{Board, Role, storage::Storage},
    failure::Problem,
};

/// The board's file with SPL and U-Boot.
fn uboot(board: &Board) -> &str {
    board.file(Role::Uboot).map_or("u-boot-sunxi-with-spl.bin", |file| &file.name)
}

/// What can be done with a SoC whose processor no SPL brings back to FEL.
pub(super) fn riscv(board: &Board) -> Problem {
    Problem::Refused(format!(
        "{} has a {} (RISC-V): no SPL of it returns to FEL, so that U-Boot cannot be started from here, and no storage can be \
         reached. What is possible today: `racklet-flash fel version` and `fel read`, `fel write`, `fel exec` in SRAM; and once \
         xfel has set up DRAM (`xfel ddr d1`), the same there with --dram-up. A card is written in a card reader",
        board.name, board.soc
    ))
}

/// What is possible for a storage.
pub(super) fn out_of_reach(board: &Board, storage: Storage) -> Problem {
    let (name, file) = (&board.name, uboot(board));
    let script = |word: &str, line: &str| {
        format!(
            "racklet-flash fel uboot {file} --write 0x50000000={word} --script flash.cmd, where flash.cmd has the line `{line}`"
        )
    };
    let card =
        "a system's image is written in a card reader, or if it fits into the board's memory";
    let ways = match storage {
        Storage::Sd => format!(
            "{card}, by {}; the boot loader alone, by {}",
            script("IMAGE", "mmc dev 0 && mmc write 0x50000000 0 SECTORS"),
            script(file, "mmc dev 0 && mmc write 0x50000000 0x10 SECTORS"),
        ),
        Storage::Emmc => format!(
            "an image that fits into the board's memory, by {}; `mmc list` at U-Boot's prompt says whether eMMC is 1 here. A \
             longer one through a U-Boot that has `ums`: racklet-flash recover {name} --file uboot={file}, then `ums 0 mmc 1` \
             at its prompt (racklet-flash serial console), and dd to the disk that this computer then sees",
            script("IMAGE", "mmc dev 1 && mmc write 0x50000000 0 SECTORS"),
        ),
        Storage::SpiNor => format!(
            "through a U-Boot that has `sf`, by {}",
            script(file, "sf probe && sf update 0x50000000 0 BYTES")
        ),
        Storage::SpiNand | Storage::Nand => format!(
            "through a U-Boot that has `mtd`, by {}",
            script(file, "mtd erase spi-nand0 && mtd write spi-nand0 0x50000000 0 BYTES")
        ),
        _ => format!(
            "start U-Boot (racklet-flash recover {name} --file uboot={file}) and go on with its own commands at its prompt \
             (racklet-flash serial console)"
        ),
    };
    Problem::Refused(format!(
        "{storage} of {name} cannot be reached: FEL reaches memory, and U-Boot, started from there, reaches the storage. What \
         is possible today (numbers in hexadecimal): {ways}"
    ))
}

/// Refuses a board whose SoC starts nothing over FEL.
pub(super) fn require_spl(board: &Board) -> Result<(), Problem> {
    match board.chip().fel() {
        Some(chip) if chip.core == Core::RiscV => Err(riscv(board)),
        _ => Ok(()),
    }
}
