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

/// The command that has U-Boot run one line with a file in memory, and that line.
fn script(uboot: &str, file: &str, line: &str) -> String {
    format!(
        "racklet-flash fel boot {uboot} --write 0x50000000={file} --script flash.cmd (flash.cmd has the line: `{line}`)"
    )
}

/// What is possible for a storage.
pub(super) fn out_of_reach(board: &Board, storage: Storage) -> Problem {
    let (name, file) = (&board.name, uboot(board));
    let recover = format!("racklet-flash recover {name} --file uboot={file}");
    let ways = match storage {
        Storage::Sd => format!(
            "1. write the card in a card reader; 2. an image that fits into the board's memory: {}; 3. the boot loader \
             alone: {}",
            script(file, "IMAGE", "mmc dev 0 && mmc write 0x50000000 0 SECTORS"),
            script(file, file, "mmc dev 0 && mmc write 0x50000000 0x10 SECTORS"),
        ),
        Storage::Emmc => format!(
            "1. an image that fits into the board's memory: {} (`mmc list` at U-Boot's prompt says whether the eMMC is 1); \
             2. a longer one, with a U-Boot that has `ums`: {recover}, then `ums 0 mmc 1` at its prompt (racklet-flash \
             serial console), then dd to the disk that shows up on this computer",
            script(file, "IMAGE", "mmc dev 1 && mmc write 0x50000000 0 SECTORS"),
        ),
        Storage::SpiNor => format!(
            "with a U-Boot that has `sf`: {}",
            script(file, file, "sf probe && sf update 0x50000000 0 BYTES")
        ),
        Storage::SpiNand | Storage::Nand => format!(
            "with a U-Boot that has `mtd`: {}",
            script(file, file, "mtd erase spi-nand0 && mtd write spi-nand0 0x50000000 0 BYTES")
        ),
        _ => format!(
            "start U-Boot ({recover}) and go on with its own commands at its prompt (racklet-flash serial console)"
        ),
    };
    Problem::Refused(format!(
        "{storage} of {name} cannot be reached: FEL reaches memory only. U-Boot, started from memory, reaches the storage"
    ))
    .advised(format!(
        "what works today (SECTORS and BYTES: the length of what is written, in hexadecimal): {ways}"
    ))
}

/// Refuses a board whose SoC starts nothing over FEL.
pub(super) fn require_spl(board: &Board) -> Result<(), Problem> {
    match board.chip().fel() {
        Some(chip) if chip.core == Core::RiscV => Err(riscv(board)),
        _ => Ok(()),
    }
}
