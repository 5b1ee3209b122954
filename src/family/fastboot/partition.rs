//! Partitions by the names that a U-Boot knows, and the names that mean something else to it.

use amlogic::package::is_plain_name;
use fastboot::{host::Fastboot as Device, wire::number};

use super::Program;
use crate::{boards::storage::Storage, failure::Problem};

/// What to do where a mask ROM answers.
const START: &str =
    "start U-Boot first: `racklet-flash fastboot boot FILE…`, or `racklet-flash recover BOARD`";

/// What a TH1520's U-Boot copies to memory and says OKAY to.
const MEMORY: [&str; 5] = ["fw", "uImage", "dtb", "rootfs", "aon"];

/// Refuses a name under which a program writes nothing, or does something else. Nothing is sent.
pub(crate) fn check_name(program: Program, name: &str) -> Result<(), Problem> {
    if !is_plain_name(name) {
        let text = "the name of a partition is letters, digits, `_`, `-` and `.`";
        return Err(Problem::Usage(text.into()));
    }
    match program {
        Program::Th1520Rom | Program::K1Loader => Err(Problem::Refused(format!(
            "the board is in its {}: no partition is written there, whatever it answers",
            program.mode()
        ))
        .advised(START)),
        Program::Th1520Uboot if MEMORY.contains(&name) => Err(Problem::Refused(format!(
            "the vendor's U-Boot copies `{name}` to its memory, says OKAY and writes nothing"
        ))
        .advised("name a partition: boot, root, …")),
        Program::Th1520Uboot if name.starts_with("stash") => Err(Problem::Refused(format!(
            "the vendor's U-Boot saves its environment and restarts at the name `{name}`"
        ))
        .advised("name a partition: boot, root, …")),
        _ => Ok(()),
    }
}

/// How many bytes a partition has; `None`: the board does not tell. Fails where it knows no such partition.
pub(crate) fn size(
    device: &mut Device<'_>,
    program: Program,
    name: &str,
) -> anyhow::Result<Option<u64>> {
    let told = device.getvar(&format!("partition-size:{name}"))?;
    match told.as_deref().and_then(number) {
        Some(bytes) => Ok(Some(bytes)),
        None if told.is_some() || program == Program::Uboot || is_special(program, name) => {
            Ok(None)
        }
        None => Err(unknown(program, name).into()),
    }
}

/// The refusal of a partition that the board does not know.
pub(super) fn unknown(program: Program, name: &str) -> Problem {
    let problem = Problem::Refused(format!("the board knows no partition `{name}`"));
    match program {
        Program::K1Uboot => problem.advised(
            "on blank storage the table comes first: `racklet-flash fastboot partition write gpt partition_universal.json`",
        ),
        _ => problem.advised("name one of the board's partitions: `racklet-flash boards BOARD` tells of them"),
    }
}

/// What a U-Boot writes in a way of its own, and tells no size of.
fn is_special(program: Program, name: &str) -> bool {
    match program {
        Program::Th1520Uboot => name == "uboot",
        Program::K1Uboot => matches!(name, "gpt" | "mtd" | "bootinfo" | "fsbl"),
        _ => false,
    }
}

/// Whether it is text that the board reads, and no data for storage.
pub(super) fn is_text(program: Program, name: &str) -> bool {
    program == Program::K1Uboot && matches!(name, "gpt" | "mtd")
}

/// Whether it is written as it is, in one piece: sparse images are not understood there.
pub(crate) fn is_whole(program: Program, name: &str) -> bool {
    let mainline =
        name.starts_with("mmc") && name.contains("boot") || matches!(name, "gpt" | "mbr");
    is_special(program, name) || program == Program::Uboot && mainline
}

/// Where an image goes that is for a storage. Fails where U-Boot does not reach that.
pub(crate) fn of_storage(program: Program, storage: Storage) -> Result<&'static str, Problem> {
    match (program, storage) {
        (Program::Th1520Uboot | Program::Th1520Rom, Storage::Emmc) => Ok("root"),
        (Program::Th1520Uboot | Program::Th1520Rom, Storage::EmmcBoot0) => Ok("uboot"),
        (Program::K1Uboot | Program::K1Loader, Storage::Emmc) => Ok("rootfs"),
        (Program::Uboot, Storage::Emmc) => Ok("mmc0"),
        (Program::Uboot, Storage::EmmcBoot0) => Ok("mmc0boot0"),
        (Program::Uboot, Storage::EmmcBoot1) => Ok("mmc0boot1"),
        _ => Err(Problem::Refused(format!("{storage} is not reached over fastboot"))
            .advised("write the eMMC, and the rest from the system that starts from it")),
    }
}

/// Why nothing is known of what was written there.
pub(crate) fn unread(program: Program) -> &'static str {
    match program {
        Program::Th1520Uboot => {
            "U-Boot says OKAY whatever its write returned, and nothing can be read back"
        }
        _ => "nothing can be read back: U-Boot's OKAY is all that is known",
    }
}

/// Whether it can be read back.
pub(crate) fn is_readable(program: Program, name: &str) -> bool {
    program == Program::K1Uboot && !is_text(program, name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_write_nothing_are_refused() {
        use Program::{K1Loader, K1Uboot, Th1520Rom, Th1520Uboot};
        for (program, name) in [
            (Th1520Rom, "root"),
            (K1Loader, "rootfs"),
            (Th1520Uboot, "rootfs"),
            (Th1520Uboot, "stash1"),
            (K1Uboot, "a b"),
            (K1Uboot, ""),
        ] {
            check_name(program, name).expect_err(name);
        }
        for (program, name) in [(Th1520Uboot, "root"), (Th1520Uboot, "uboot"), (K1Uboot, "gpt")] {
            check_name(program, name).expect(name);
        }
    }
}
