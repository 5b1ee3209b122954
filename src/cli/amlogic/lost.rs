//! What a command of U-Boot's own takes away for good, as far as its words show it.

use super::uboot::Initial;

/// What separates commands, and what may stand around one that is an argument of another.
const BETWEEN: [char; 8] = [';', '&', '|', '\'', '"', '(', ')', '\n'];
/// Words of `efuse` that only look; with any other fuses may be burnt.
const LOOKS: [&str; 5] = ["read", "dump", "version", "info", "get"];

/// What is lost, in words; `None`: nothing that shows. Rather once too often than not at all.
pub(super) fn lost(text: &str) -> Option<String> {
    text.split(BETWEEN).find_map(of_one)
}

fn of_one(text: &str) -> Option<String> {
    let words: Vec<&str> =
        text.split_ascii_whitespace().skip_while(|word| *word == "oem").collect();
    match words[..] {
        ["disk_initial", ref how @ ..] => {
            let how = how.first().and_then(|how| Initial::by_name(how));
            let what = how.map_or(Some("all of the storage"), Initial::erases);
            what.map(|what| format!("erase {what}"))
        }
        // In spite of its name it makes the next reset lead to the mask ROM.
        ["erase_bootloader"] => None,
        ["rpmb_reset", ..] => Some("erase the RPMB partition".into()),
        ["efuse" | "efuse_obj" | "efuse_user", how, ..] if !LOOKS.contains(&how) => {
            Some("burn fuses".into())
        }
        // It lays out the storage anew.
        ["store", "init", ..] => Some("erase storage".into()),
        _ if words.iter().any(|word| is_erasing(word)) => Some("erase storage".into()),
        _ => None,
    }
}

/// `store erase`, `amlmmc erase`, `nand scrub`, `nand erase.part` and their like.
fn is_erasing(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    word.contains("erase") && word != "erase_bootloader" || word.starts_with("scrub")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_erases_is_known_by_its_words() {
        for (text, what) in [
            ("disk_initial 1", "erase all of the storage, the boot loader too, but not the keys"),
            ("  disk_initial  0x3 ", "erase all of the storage"),
            ("disk_initial", "erase all of the storage"),
            ("oem disk_initial 4", "erase all of the storage, the boot loader and the keys too"),
            ("disk_initial 5", "erase the keys"),
            ("echo a; store erase boot", "erase storage"),
            ("setenv x 'amlmmc erase data'", "erase storage"),
            ("store init 3", "erase storage"),
            ("nand scrub.chip", "erase storage"),
            ("mmc erase 0 100", "erase storage"),
            (
                "true && disk_initial 2",
                "erase all of the storage, the boot loader too, but not the keys",
            ),
            ("rpmb_reset", "erase the RPMB partition"),
            ("efuse amlogic_set 0x03000000", "burn fuses"),
        ] {
            assert_eq!(lost(text).as_deref(), Some(what), "{text}");
        }
        for text in [
            "disk_initial 0",
            "erase_bootloader",
            "get_chipid",
            "printenv",
            "efuse read 0 16",
            "store list",
            "mmc read 0x1000000 0 1",
            "setenv bootdelay 3",
        ] {
            assert_eq!(lost(text), None, "{text}");
        }
    }
}
