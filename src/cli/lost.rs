//! What a command of U-Boot's takes from storage for good, as far as its words show it.

use ::amlogic::adnl::host::Initial;

use crate::files::memory_file::MemoryFile;

/// What separates commands, and what may stand around one that is an argument of another, or a variable's value.
const BETWEEN: [char; 10] = [';', '&', '|', '\'', '"', '(', ')', '=', '\n', '\0'];
/// Words that may stand before a command.
const BEFORE: [&str; 8] = ["oem", "if", "then", "elif", "else", "while", "until", "do"];
/// Words of `efuse` that only look; with any other fuses may be burnt.
const LOOKS: [&str; 5] = ["read", "dump", "version", "info", "get"];
/// Commands whose `write` goes to memory, registers or the console, and not to storage.
const NO_STORAGE: [&str; 14] = [
    "echo",
    "gpio",
    "i2c",
    "i3c",
    "iic",
    "mdio",
    "mii",
    "mw",
    "pci",
    "pmic",
    "printenv",
    "reg",
    "regulator",
    "setenv",
];
/// Commands that write to storage whatever follows them.
const WRITES: [&str; 7] =
    ["fatwrite", "ext4write", "fatrm", "fatmkdir", "saveenv", "save_setting", "spiupdate"];
/// Commands that change storage, by their first two words.
const CHANGES: [(&str, &str); 15] = [
    ("env", "save"),
    ("sf", "update"),
    ("gpt", "repair"),
    ("gpt", "restore"),
    ("gpt", "rename"),
    ("gpt", "swap"),
    ("gpt", "set-bootable"),
    ("mmc", "hwpartition"),
    ("mmc", "bootpart-resize"),
    ("ubi", "create"),
    ("ubi", "remove"),
    ("ubi", "rename"),
    ("nand", "markbad"),
    ("nand", "torture"),
    ("bcb", "store"),
];

/// What is lost, in the third person; `None`: nothing that shows. Rather once too often than not at all.
pub(super) fn lost(text: &str) -> Option<String> {
    let text = text.replace("\\\n", " ");
    let commands = text.lines().filter(|line| !line.trim_start().starts_with('#'));
    commands.flat_map(|line| line.split(BETWEEN)).find_map(of_one)
}

/// The same of the commands in a file that a U-Boot is started with.
pub(super) fn of_file(file: &MemoryFile) -> Option<String> {
    let does = lost(&file.commands()?)?;
    Some(format!("{does} (commands of {})", file.name))
}

fn of_one(text: &str) -> Option<String> {
    let words: Vec<&str> =
        text.split_ascii_whitespace().skip_while(|word| BEFORE.contains(word)).collect();
    match words[..] {
        ["disk_initial", ref how @ ..] => {
            let how = how.first().and_then(|how| Initial::by_name(how));
            let what = how.map_or(Some("all of the storage"), Initial::erases);
            what.map(|what| format!("erases {what}"))
        }
        // In spite of its name it makes the next reset lead to the mask ROM.
        ["erase_bootloader"] => None,
        ["rpmb_reset", ..] => Some("erases the RPMB partition".into()),
        ["efuse" | "efuse_obj" | "efuse_user", how, ..] if !LOOKS.contains(&how) => {
            Some("burns fuses".into())
        }
        ["fuse", "prog" | "override" | "writebuff", ..] => Some("burns fuses".into()),
        // It lays out the storage anew.
        ["store", "init", ..] => Some("erases storage".into()),
        _ if words.iter().any(|word| is_erasing(word)) => Some("erases storage".into()),
        _ if is_writing(&words) => Some("writes to storage".into()),
        _ => None,
    }
}

/// `store erase`, `amlmmc erase`, `nand scrub`, `nand erase.part` and their like.
fn is_erasing(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    word.contains("erase") && word != "erase_bootloader" || word.starts_with("scrub")
}

/// `mmc write`, `sf update`, `nand write.trimffs`, `saveenv` and their like.
fn is_writing(words: &[&str]) -> bool {
    let [first, rest @ ..] = words else { return false };
    let writes = |word: &&str| word.to_ascii_lowercase().contains("write");
    let pair = rest.first().map(|second| (*first, *second));
    WRITES.contains(first)
        || pair.is_some_and(|pair| CHANGES.contains(&pair))
        || !NO_STORAGE.contains(first) && rest.iter().any(writes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_erases_is_known_by_its_words() {
        for (text, what) in [
            ("disk_initial 1", "erases all of the storage, the boot loader too, but not the keys"),
            ("  disk_initial  0x3 ", "erases all of the storage"),
            ("disk_initial", "erases all of the storage"),
            ("oem disk_initial 4", "erases all of the storage, the boot loader and the keys too"),
            ("disk_initial 5", "erases the keys"),
            ("echo a; store erase boot", "erases storage"),
            ("setenv x 'amlmmc erase data'", "erases storage"),
            ("store init 3", "erases storage"),
            ("nand scrub.chip", "erases storage"),
            ("mmc erase 0 100", "erases storage"),
            (
                "true && disk_initial 2",
                "erases all of the storage, the boot loader too, but not the keys",
            ),
            ("rpmb_reset", "erases the RPMB partition"),
            ("efuse amlogic_set 0x03000000", "burns fuses"),
            ("fuse prog -y 0 1 2", "burns fuses"),
        ] {
            assert_eq!(lost(text).as_deref(), Some(what), "{text}");
        }
    }

    #[test]
    fn what_writes_is_known_by_its_words() {
        for text in [
            "mmc write 0x1000000 0 100",
            "mmc dev 0 && mmc write 0x50000000 0 0x8000",
            "mmc swrite 0x50000000 0",
            "sf update 0x40000000 0 0x1000",
            "sf probe; sf write 0x40000000 0 100",
            "nand write.trimffs 0x40000000 0 100",
            "store write boot 0x1000000 0 100",
            "amlmmc write boot 0x1000000 0 100",
            "nvme write 0 0 1",
            "gpt write mmc 0 $partitions",
            "fatwrite mmc 0:1 0x1000000 a 100",
            "saveenv",
            "env save",
            "mtd write spi-nor0 0x1000000",
            "mmc hwpartition user enh 0 8 set complete",
            "if test -n $a; then saveenv; fi",
            "echo a\nmmc \\\nwrite 0x1000000 0 1",
            "#=uEnv\nbootdelay=3\nuenvcmd=saveenv",
        ] {
            assert_eq!(lost(text).as_deref(), Some("writes to storage"), "{text}");
        }
    }

    #[test]
    fn what_only_looks_or_stays_in_memory_loses_nothing() {
        for text in [
            "disk_initial 0",
            "erase_bootloader",
            "get_chipid",
            "printenv",
            "efuse read 0 16",
            "store list",
            "mmc read 0x1000000 0 1",
            "setenv bootdelay 3",
            "mw.l 0x1000000 0 1",
            "i2c write 0x1000000 50 0 1",
            "mmc info",
            "# mmc write 0x1000000 0 1\n  # saveenv\necho done",
            "",
        ] {
            assert_eq!(lost(text), None, "{text}");
        }
    }
}
