//! eMMC and SD cards: `mmc`.

use alloc::{format, string::String};
use core::time::Duration;

use link::storage::SECTOR;

use super::{
    Drive, Flaw, Uboot, World,
    commands::{Fail, Outcome},
    disk::{Request, drive, table},
    drive::PART,
};
use crate::disk::Kind;

impl Uboot {
    /// `mmc list|dev|info|rescan|part|partconf|bootbus|read|write`.
    pub(super) fn mmc(&mut self, words: &[&str], now: Duration, world: &mut World) -> Outcome {
        match words {
            ["list"] => self.mmc_list(now, world),
            ["dev", rest @ ..] => self.mmc_dev(rest, now, world),
            ["info"] => self.mmc_info(now, world),
            ["rescan"] => self.card(now, world).map(|_| ()),
            ["partconf" | "bootbus", ..] if world.flaw == Some(Flaw::NoPartConf) => {
                Err(Fail::Usage)
            }
            ["partconf", number] => self.mmc_partconf(number, now, world),
            ["partconf", number, ack, part, access] => {
                let [ack, part, access] = small([ack, part, access], [1, 7, 7])?;
                let is_locked = world.flaw == Some(Flaw::BootLocked);
                let drive = self.emmc(number, "PARTITION_CONFIG", now, world)?;
                if is_locked {
                    return Ok(());
                }
                drive.config = ack << 6 | part << 3 | access;
                Ok(())
            }
            ["bootbus", number, width, reset, mode] => {
                let [width, reset, mode] = small([width, reset, mode], [2, 1, 2])?;
                let drive = self.emmc(number, "BOOT_BUS_WIDTH", now, world)?;
                drive.bus = mode << 3 | reset << 2 | width;
                let text = format!(
                    "Set to BOOT_BUS_WIDTH = {width:#x}, RESET = {reset:#x}, BOOT_MODE = {mode:#x}\n"
                );
                world.print(now, &text);
                Ok(())
            }
            ["part"] => {
                let number = self.card(now, world)?;
                let none = || "## Unknown partition table type 0\n".into();
                let table = table(world, "mmc", number).unwrap_or_else(none);
                world.print(now, &table);
                Ok(())
            }
            words => {
                let request = Request::parse(words)?;
                let number = self.card(now, world)?;
                self.mmc_move(number, request, now, world)
            }
        }
    }

    fn mmc_list(&self, now: Duration, world: &mut World) -> Outcome {
        let cards = world.drives.iter().filter(|drive| drive.command() == "mmc");
        let line = |(number, drive): (u32, &Drive)| {
            let kind = match drive.kind() {
                _ if !self.disks.started.contains(&number) => "",
                Kind::Sd => " (SD)",
                _ => " (eMMC)",
            };
            format!("{}: {number}{kind}\n", controller(number))
        };
        let text: String = (0..).zip(cards).map(line).collect();
        world.print(now, if text.is_empty() { "\n" } else { &text });
        Ok(())
    }

    /// Starts an eMMC or card, unless it has been.
    pub(super) fn start(&mut self, number: u32, now: Duration, world: &mut World) -> Outcome {
        let Some(drive) = drive(world, "mmc", number) else {
            let text = format!("MMC Device {number} not found\nno mmc device at slot {number:x}\n");
            world.print(now, &text);
            return Err(Fail::Failed);
        };
        if drive.is_empty() {
            world.print(now, "Card did not respond to voltage select! : -110\n");
            return Err(Fail::Failed);
        }
        self.disks.started.insert(number);
        Ok(())
    }

    /// The current eMMC or card, started.
    fn card(&mut self, now: Duration, world: &mut World) -> Result<u32, Fail> {
        if self.disks.card.is_none() && drive(world, "mmc", 0).is_none() {
            world.print(now, "No MMC device available\n");
            return Err(Fail::Failed);
        }
        let number = *self.disks.card.get_or_insert(0);
        self.start(number, now, world)?;
        Ok(number)
    }

    fn mmc_dev(&mut self, words: &[&str], now: Duration, world: &mut World) -> Outcome {
        let decimal = |word: &&str| word.parse::<u32>().map_err(|_| Fail::Usage);
        let (number, part) = match words {
            [] => (self.disks.card.unwrap_or(0), 0),
            [number] => (decimal(number)?, 0),
            [number, part] => (decimal(number)?, decimal(part)?),
            _ => return Err(Fail::Usage),
        };
        self.start(number, now, world)?;
        let part = u8::try_from(part).map_err(|_| Fail::Usage)?;
        let there = drive(world, "mmc", number).is_some_and(|drive| drive.choose(part));
        let outcome = if there { "OK" } else { "ERROR" };
        world.print(now, &format!("switch to partitions #{part}, {outcome}\n"));
        if !there {
            return Err(Fail::Failed);
        }
        self.disks.card = Some(number);
        let emmc = drive(world, "mmc", number).is_some_and(|drive| drive.kind() != Kind::Sd);
        let part = if emmc { format!("(part {part})") } else { String::new() };
        world.print(now, &format!("mmc{number}{part} is current device\n"));
        Ok(())
    }

    /// `mmc partconf N`, as U-Boot 2023.01 prints it.
    fn mmc_partconf(&mut self, number: &str, now: Duration, world: &mut World) -> Outcome {
        let drive = self.emmc(number, "PARTITION_CONFIG", now, world)?;
        let (ack, from, access) =
            (drive.config >> 6 & 1, drive.config >> 3 & 7, drive.config & PART);
        let text = format!(
            "EXT_CSD[179], PARTITION_CONFIG:\nBOOT_ACK: {ack:#x}\nBOOT_PARTITION_ENABLE: {from:#x}\nPARTITION_ACCESS: {access:#x}\n"
        );
        world.print(now, &text);
        Ok(())
    }

    /// The eMMC of a number; `what` only exists on one.
    fn emmc<'w>(
        &mut self,
        number: &str,
        what: &str,
        now: Duration,
        world: &'w mut World,
    ) -> Result<&'w mut Drive, Fail> {
        let number = number.parse().map_err(|_| Fail::Usage)?;
        self.start(number, now, world)?;
        if drive(world, "mmc", number).is_some_and(|drive| drive.kind() == Kind::Sd) {
            world.print(now, &format!("{what} only exists on eMMC\n"));
            return Err(Fail::Failed);
        }
        drive(world, "mmc", number).ok_or(Fail::Failed)
    }

    fn mmc_info(&mut self, now: Duration, world: &mut World) -> Outcome {
        let number = self.card(now, world)?;
        let Some(drive) = drive(world, "mmc", number) else { return Err(Fail::Failed) };
        let (version, oem, width) = match drive.kind() {
            Kind::Sd => ("SD version 3.0", "5744", 4),
            _ => ("MMC version 5.1", "0", 8),
        };
        let (controller, model) = (controller(number), drive.model());
        let text = format!(
            "Device: {controller}\nManufacturer ID: 15\nOEM: {oem}\nName: {model} \nBus Speed: 50000000\n\
             Rd Block Len: 512\n{version}\nHigh Capacity: Yes\nCapacity: {}\nBus Width: {width}-bit\n",
            rounded(drive.sectors() * SECTOR as u64)
        );
        world.print(now, &text);
        Ok(())
    }

    fn mmc_move(
        &mut self,
        number: u32,
        request: Request,
        now: Duration,
        world: &mut World,
    ) -> Outcome {
        // U-Boot prints the block as a signed number of 32 bits, and takes no more of it.
        let (block, count) = (request.block as u32, request.count as u32);
        let request = Request { block: block.into(), count: count.into(), ..request };
        let verb = request.verb();
        let (signed, end) = (block as i32, request.block + request.count);
        let head = format!("\nMMC {verb}: dev # {number}, block # {signed}, count {count} ... ");
        world.print(now, &head);
        let Some(drive) = drive(world, "mmc", number) else { return Err(Fail::Failed) };
        let (sectors, locks) = (drive.sectors(), drive.kind() == Kind::Sd);
        if request.writes && locks && world.flaw == Some(Flaw::ReadOnly) {
            world.print(now, "Error: card is write protected!\n");
            return Err(Fail::Failed);
        }
        if end > sectors {
            let log = format!("MMC: block number {end:#x} exceeds max({sectors:#x})\n");
            world.print(now, &(log + &request.ends(0, false)));
            return Err(Fail::Failed);
        }
        self.transfer(("mmc", number), request, now, world)
    }
}

fn controller(number: u32) -> String {
    format!("mmc@{:x}", 0x1601_0000 + u64::from(number) * 0x1_0000)
}

/// A size as U-Boot prints it, to a tenth of its unit.
fn rounded(bytes: u64) -> String {
    let units = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB"), (1, "Bytes")];
    let (unit, name) = units.into_iter().find(|(unit, _)| bytes >= *unit).unwrap_or((1, "Bytes"));
    let tenths = (bytes * 10 + unit / 2) / unit;
    match tenths % 10 {
        0 => format!("{} {name}", tenths / 10),
        digit => format!("{}.{digit} {name}", tenths / 10),
    }
}

/// Decimal numbers, none above its limit.
fn small<const N: usize>(words: [&&str; N], most: [u8; N]) -> Result<[u8; N], Fail> {
    let mut numbers = [0; N];
    for (number, (word, most)) in numbers.iter_mut().zip(words.into_iter().zip(most)) {
        *number = word.parse().ok().filter(|number| *number <= most).ok_or(Fail::Failed)?;
    }
    Ok(numbers)
}
