//! The commands to paste for a board.

use serde::Serialize;

use crate::{
    boards::{self, Board, BoardFile, Chip, Protocol, Role, Starfive, storage::Storage},
    family::allwinner,
};

/// A network of a rack, as an example.
const NET: &str = "--net 10.7.0.0/24";

/// A command, and what it does.
#[derive(Debug, Serialize)]
pub(super) struct Line {
    /// What it does.
    pub(super) what: String,
    /// The command, as a shell takes it.
    pub(super) line: String,
}

fn line(what: impl Into<String>, line: impl Into<String>) -> Line {
    Line { what: what.into(), line: format!("racklet-flash {}", line.into()) }
}

/// What to type for a board that is in recovery: the commands for any board, or where it cannot be flashed yet those that
/// do what can be done today. Empty: nothing here speaks to it.
pub(super) fn of(board: &Board) -> Vec<Line> {
    match (board.is_flashable(), board.protocol()) {
        (Ok(()), Some(Protocol::Starfive)) => over_serial(board),
        (Ok(()), Some(Protocol::Fel)) => over_fel(board),
        (Ok(()), Some(Protocol::Uboot)) => at_prompt(board),
        (Ok(()), Some(Protocol::Fastboot)) => by_partition(board),
        (Ok(()), Some(Protocol::Bouffalo)) => over_isp(board),
        (Ok(()), Some(Protocol::Cct)) => over_cct(board),
        (Ok(()), Some(Protocol::Ums)) => on_disk(board),
        (Ok(()), _) => flashing(board),
        (Err(_), Some(Protocol::Fel)) => from_memory(board),
        (Err(_), Some(Protocol::Starfive)) => starfive(board),
        (Err(_), Some(Protocol::Bouffalo | Protocol::Cct)) => Vec::new(),
        (Err(_), Some(Protocol::Rockusb)) => vec![line("Say what answers", "rockchip identify")],
        (Err(_), Some(Protocol::Optimus | Protocol::Adnl)) => {
            vec![line("Say what answers", "amlogic identify")]
        }
        (Err(_), Some(Protocol::Fastboot)) => vec![line("Say what answers", "fastboot identify")],
        (Err(_), Some(Protocol::Uboot | Protocol::Ums) | None) => Vec::new(),
    }
}

/// The shortest name that finds the board.
fn name(board: &Board) -> &str {
    let finds = |name: &str| boards::find(name).is_ok_and(|found| found.name == board.name);
    if finds(board.model()) { board.model() } else { &board.name }
}

fn flashing(board: &Board) -> Vec<Line> {
    let (name, first) = (name(board), board.first_storage().kind);
    let rest = files(board);
    let mut lines = vec![
        line(
            format!("Write an image to {first}, check it and restart"),
            format!("flash {name} {}{rest}", image(board, first)),
        ),
        line("Compare what the board holds with an image", format!("verify {name} IMAGE{rest}")),
        line("Save what the board holds", format!("backup {name} backup.img.zst{rest}")),
        line("Only start a boot loader from memory", format!("recover {name}{rest}")),
    ];
    let spi = board.file(Role::Spi).filter(|_| first != Storage::SpiNor);
    if let Some(spi) = spi.filter(|_| board.storage(Storage::SpiNor).is_some()) {
        let what = "Repair the boot loader in SPI flash";
        lines.insert(1, line(what, format!("flash {name} {} --to spi{rest}", spi.name)));
    }
    lines
}

/// Over fastboot the vendor's U-Boot reaches partitions. A K1's has none before their table was written.
fn by_partition(board: &Board) -> Vec<Line> {
    let (name, rest) = (name(board), files(board));
    if board.files().is_empty() {
        return vec![
            line("Write an image to emmc and restart", format!("flash {name} IMAGE --to emmc")),
            line("Write a partition", format!("flash {name} IMAGE --to NAME")),
            line("Say what answers", "fastboot identify"),
        ];
    }
    let is_k1 = board.file(Role::Uboot).is_some();
    let (boot, root) = if is_k1 { ("bootfs", "rootfs") } else { ("boot", "root") };
    let write = |part: &str| {
        line(
            format!("Write the partition {part} and restart"),
            format!("flash {name} {part}.ext4 --to {part}{rest}"),
        )
    };
    let mut lines = vec![line("Only start U-Boot from memory", format!("recover {name}{rest}"))];
    if is_k1 {
        let table = "fastboot partition write gpt partition_universal.json";
        lines.push(line("Then make the partitions of a blank eMMC", table));
        let verify = format!("verify {name} {root}.ext4 --on {root}{rest}");
        lines.push(line("Compare a partition with its image", verify));
    } else if board.storage(Storage::SpiNor).is_none() {
        let loader = named(board, Role::Spl);
        let what = "Write the boot loader to the eMMC's boot partition";
        lines.push(line(what, format!("flash {name} {loader} --to emmc-boot0{rest}")));
    }
    lines.extend([write(boot), write(root)]);
    lines
}

/// The kernel's own driver moves the data of a disk, so its port has to be named.
fn on_disk(board: &Board) -> Vec<Line> {
    let (name, port) = (name(board), "--port 1-1.4");
    vec![
        line("Write an image to emmc and check it", format!("flash {name} IMAGE --to emmc {port}")),
        line("Compare it with an image", format!("verify {name} IMAGE --on emmc {port}")),
        line("Save what it holds", format!("backup {name} backup.img.zst --from emmc {port}")),
    ]
}

/// What is written to a storage: a system, or in SPI flash a boot loader.
fn image(board: &Board, to: Storage) -> &str {
    let spi = board.file(Role::Spi).filter(|_| to == Storage::SpiNor);
    spi.map_or("IMAGE", |file| &file.name)
}

/// Over a serial line U-Boot is what is written, and with it the SPL. Reading the flash would take hours.
fn over_serial(board: &Board) -> Vec<Line> {
    let name = name(board);
    let (spl, uboot) = (named(board, Role::Spl), named(board, Role::Uboot));
    let port = "--port /dev/ttyUSB0";
    let mut disk =
        board.storages().iter().map(|entry| entry.kind).filter(|kind| *kind != Storage::SpiNor);
    // The fastest is the last one of the list.
    let system = disk.next_back().map(|disk| {
        line(
            format!("Write a system to {disk} over Ethernet, verified"),
            format!(
                "flash {name} IMAGE --to {disk} {NET} --file spl={spl} --file uboot={uboot} {port}"
            ),
        )
    });
    let mut lines = vec![
        line(
            "Write SPL and U-Boot to SPI flash, verified",
            format!("flash {name} {uboot} --file spl={spl} {port}"),
        ),
        line(
            "Compare SPI flash with both files",
            format!("verify {name} {uboot} --file spl={spl} {port}"),
        ),
        line(
            "Only start U-Boot from memory",
            format!("recover {name} --file spl={spl} --file uboot={uboot} {port}"),
        ),
    ];
    lines.splice(1..1, system);
    lines
}

/// A mask ROM that writes SPI flash over its serial line.
fn over_isp(board: &Board) -> Vec<Line> {
    let (name, port) = (name(board), "--port /dev/ttyUSB1");
    vec![
        line(
            "Write the image of a whole flash, check it and restart",
            format!("flash {name} IMAGE {port}"),
        ),
        line("Compare the flash with an image", format!("verify {name} IMAGE {port}")),
        line("Save what the flash holds", format!("backup {name} flash.img.zst {port}")),
    ]
}

/// A mask ROM that starts the vendor's image writer over its serial line. Nothing is read back.
fn over_cct(board: &Board) -> Vec<Line> {
    let (name, image) = (name(board), image(board, Storage::SpiNor));
    let rest = format!("{} --port /dev/ttyUSB0", files(board));
    vec![
        line("Write the boot loader to SPI flash, summed", format!("flash {name} {image}{rest}")),
        line("Compare SPI flash with a file", format!("verify {name} {image}{rest}")),
    ]
}

/// FEL alone, at a megabyte per second, or a U-Boot that it starts and that writes what comes over the network.
fn over_fel(board: &Board) -> Vec<Line> {
    let (name, first) = (name(board), board.first_storage().kind);
    if board.chip().fel().is_some_and(|chip| !allwinner::starts(chip)) {
        return by_agent(board);
    }
    let mut lines = over_ethernet(board);
    if reaches(board, first) {
        let slow = line(
            format!("Write an image to {first} over USB alone, which is slower"),
            format!("flash {name} IMAGE"),
        );
        lines.insert(1, slow);
        lines.push(save(name));
    }
    if first != Storage::SpiNor && reaches(board, Storage::SpiNor) {
        let file = named(board, Role::Uboot);
        let what = "Write the boot loader to SPI flash, verified";
        lines.push(line(what, format!("flash {name} {file} --to spi")));
    }
    lines
}

/// FEL alone: it starts no boot loader.
fn by_agent(board: &Board) -> Vec<Line> {
    let (name, first) = (name(board), board.first_storage().kind);
    vec![
        line(
            format!("Write an image to {first} over USB alone, check it and restart"),
            format!("flash {name} IMAGE"),
        ),
        line("Compare what the board holds with an image", format!("verify {name} IMAGE")),
        save(name),
    ]
}

fn save(name: &str) -> Line {
    line("Save what the board holds", format!("backup {name} backup.img.zst"))
}

/// Whether the agent in SRAM reaches a storage that the board has.
fn reaches(board: &Board, storage: Storage) -> bool {
    let chip = board.chip().fel().filter(|_| board.storage(storage).is_some());
    chip.is_some_and(|chip| allwinner::reaches(chip, storage))
}

/// FEL starts U-Boot, and U-Boot writes what comes over the network.
fn over_ethernet(board: &Board) -> Vec<Line> {
    let (name, first, rest) = (name(board), board.first_storage().kind, files(board));
    let console = "--console /dev/ttyUSB0";
    vec![
        line(
            format!("Write an image to {first} over Ethernet, check it and restart"),
            format!("flash {name} IMAGE {NET} {console}{rest}"),
        ),
        line(
            "Compare what the board holds with an image",
            format!("verify {name} IMAGE {NET} {console}{rest}"),
        ),
        line("Only start U-Boot from memory", format!("recover {name}{rest}")),
    ]
}

/// A U-Boot that is at its prompt already.
fn at_prompt(board: &Board) -> Vec<Line> {
    let (name, port) = (&board.name, "--port /dev/ttyUSB0");
    vec![
        line(
            "Write an image to emmc over Ethernet, check it and restart",
            format!("flash {name} IMAGE --to emmc {NET} {port}"),
        ),
        line(
            "Compare what the board holds with an image",
            format!("verify {name} IMAGE --on emmc {NET} {port}"),
        ),
        line(
            "Save what the board holds, if its U-Boot has `tftpput`",
            format!("backup {name} backup.img.zst --from emmc {NET} {port}"),
        ),
    ]
}

/// What its publisher calls the file for a role.
fn named(board: &Board, role: Role) -> &str {
    board.file(role).map_or("FILE", |file| file.name.as_str())
}

/// The option for each file that brings the board up.
fn files(board: &Board) -> String {
    let needed = |file: &&BoardFile| file.role.brings_up() && file.instead_of.is_none();
    let mut seen = Vec::new();
    let mut text = String::new();
    for file in board.files().into_iter().filter(needed) {
        if !seen.contains(&file.role.name()) {
            seen.push(file.role.name());
            text += &format!(" --file {}={}", file.role.name(), file.name);
        }
    }
    text
}

/// U-Boot, once it runs, reaches the storage.
fn from_memory(board: &Board) -> Vec<Line> {
    let Some(uboot) = board.file(Role::Uboot) else {
        return vec![line("Show what answers", "fel identify")];
    };
    let (name, file) = (name(board), &uboot.name);
    vec![
        line(
            "Start U-Boot from memory; nothing is written",
            format!("recover {name} --file uboot={file}"),
        ),
        line(
            "Start U-Boot, and have it run your script: it can write the boot loader to a card",
            format!("fel boot {file} --write 0x50000000={file} --script flash.cmd"),
        ),
    ]
}

fn starfive(board: &Board) -> Vec<Line> {
    let [program, spl, uboot] =
        [Role::Program, Role::Spl, Role::Uboot].map(|role| named(board, role));
    match board.chip() {
        Chip::Starfive(Starfive::Jh7100) => vec![line(
            "Write the boot loader through the vendor's recovery program",
            format!(
                "starfive recovery --program {program} --second-boot {spl} --ddr-init {uboot} --port /dev/ttyUSB0"
            ),
        )],
        _ => vec![line(
            "Write SPL and U-Boot to SPI flash, verified",
            format!("starfive flash-spi {spl} {uboot} --port /dev/ttyUSB0"),
        )],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli;

    #[test]
    fn every_command_is_one() {
        for board in boards::built_in() {
            for command in of(board) {
                let parsed = cli::command().try_get_matches_from(command.line.split(' '));
                assert!(parsed.is_ok(), "{}: {}", board.name, command.line);
            }
        }
    }

    #[test]
    fn commands_name_every_file_that_the_board_needs() {
        for board in boards::built_in().iter().filter(|board| board.is_flashable().is_ok()) {
            let lines = of(board);
            for file in board.files().iter().filter(|file| file.instead_of.is_none()) {
                let named = lines.iter().any(|line| line.line.contains(&file.name));
                assert!(named || file.when.is_some(), "{}: {}", board.name, file.name);
            }
        }
    }
}
