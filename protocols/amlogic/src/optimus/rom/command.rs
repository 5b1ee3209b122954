//! The texts that U-Boot's burn mode understands.

use alloc::{format, string::String, vec::Vec};

use super::{
    RESTART, Reaction,
    board::Board,
    store::{Store, hex},
};
use crate::optimus::wire::{BLOCK, Reply, Stage};

/// What a text led to.
pub(super) struct Outcome {
    pub(super) reply: Reply,
    /// What happens once the answer was fetched.
    pub(super) then: Reaction,
    /// It is one of those that take long.
    pub(super) long: bool,
}

/// U-Boot, as far as texts reach it.
#[derive(Default)]
pub(super) struct Commands {
    pub(super) store: Store,
    /// The next reset leads to the mask ROM.
    to_rom: bool,
}

impl Commands {
    pub(super) fn run(&mut self, text: &str, board: &mut Board) -> Outcome {
        let words: Vec<&str> = text.split_whitespace().collect();
        let then = self.then(&words, board);
        let long =
            matches!(words[..], ["disk_initial" | "verify", ..] | ["download", "get_status"]);
        let reply = match self.answer(&words, board) {
            Ok(text) => Reply::Success(text),
            Err(text) => Reply::Failed(text),
        };
        Outcome { reply, then, long }
    }

    fn answer(&mut self, words: &[&str], board: &mut Board) -> Result<String, String> {
        match words {
            [
                "low_power" | "reset" | "poweroff" | "save_setting" | "burn_complete" | "fastboot",
                ..,
            ]
            | ["echo" | "setenv" | "saveenv" | "printenv" | "rpmb_reset", ..]
            | ["go" | "bootm" | "booti", _, ..] => Ok(String::new()),
            ["get_chipid"] => {
                let id = board.profile.chip_id.iter().map(|byte| format!("{byte:02x}"));
                Ok(format!(":{}", id.collect::<String>()))
            }
            ["bootloader_is_old"] if board.loaded => Err("bootloader is new".into()),
            ["bootloader_is_old"] => Ok(String::new()),
            ["erase_bootloader"] => {
                self.to_rom = true;
                Ok(String::new())
            }
            ["disk_initial", how] => self.disk_initial(how, board),
            ["download", "get_status"] => self.store.status(),
            ["download", "is_ready"] => Ok(String::new()),
            ["download", rest @ ..] => self.store.download(rest, board),
            ["upload", rest @ ..] => self.store.upload(rest, board),
            ["verify", "sha1sum", sum] => self.store.verify(sum, board),
            ["mmc", rest @ ..] => mmc(rest, board),
            // For `store`, "boot" is where the bootloader is.
            ["store", "erase", "boot"] => erase("bootloader", board),
            ["amlmmc" | "store", "erase", part] => erase(part, board),
            _ => Err("run command".into()),
        }
    }

    /// Runs once per start; what comes later is answered and does nothing. From 1 on everything is erased.
    fn disk_initial(&mut self, how: &str, board: &mut Board) -> Result<String, String> {
        let how = hex(how).filter(|how| *how <= 4).ok_or("wrong argument")?;
        if !core::mem::replace(&mut self.store.initialised, true) && how > 0 {
            let sectors = board.medium.storage.sectors();
            // U-Boot that came from flash leaves itself there.
            let first = if board.loaded { 0 } else { 4096.min(sectors) };
            board.medium.storage.erase(first, sectors - first).map_err(|_| "erase")?;
        }
        Ok(String::new())
    }

    /// What a text does to the board as a whole.
    fn then(&self, words: &[&str], board: &mut Board) -> Reaction {
        match words {
            ["reset"] | ["burn_complete", "1"] => self.reset(board),
            ["poweroff"] | ["burn_complete", "2" | "3"] => Reaction::Leave(None, RESTART),
            ["fastboot"] | ["go" | "bootm" | "booti", _, ..] => Reaction::Leave(None, RESTART),
            _ => Reaction::Stay,
        }
    }

    fn reset(&self, board: &mut Board) -> Reaction {
        let to_rom = self.to_rom || board.profile.warm_reset_to_rom || !board.medium.boots();
        Reaction::Leave(to_rom.then_some(Stage::Rom), RESTART)
    }
}

/// `mmc dev N`, and `mmc read|write ADDRESS SECTOR COUNT`.
fn mmc(words: &[&str], board: &mut Board) -> Result<String, String> {
    let &[what @ ("read" | "write"), address, first, count] = words else {
        return match words {
            ["dev" | "list" | "info", ..] => Ok(String::new()),
            _ => Err("mmc".into()),
        };
    };
    let number = |text| hex(text).ok_or("mmc: wrong number");
    let (address, first, count) = (number(address)?, number(first)?, number(count)?);
    let sectors = board.medium.storage.sectors();
    let address = u32::try_from(address).map_err(|_| "mmc: wrong address")?;
    if first.checked_add(count).is_none_or(|end| end > sectors) || count > 1 << 20 {
        return Err("mmc: past the end".into());
    }
    let length = count as usize * 512;
    if what == "write" {
        let bytes = board.memory.bytes(address, length).map_err(|abort| abort.0)?;
        board.medium.write(first * 512, &bytes).map_err(|_| "mmc: write")?;
    } else {
        let bytes = board.medium.read(first * 512, length).map_err(|_| "mmc: read")?;
        for (index, piece) in bytes.chunks(BLOCK).enumerate() {
            let at = address + (index * BLOCK) as u32;
            board.memory.write(at, piece).map_err(|abort| abort.0)?;
        }
    }
    Ok(String::new())
}

fn erase(part: &str, board: &mut Board) -> Result<String, String> {
    let partition = board.medium.partition(part).ok_or_else(|| format!("no partition {part}"))?;
    board.medium.storage.erase(partition.first, partition.sectors).map_err(|_| "erase")?;
    Ok(String::new())
}
