//! The disks whose commands are alike (`cmd/blk_common.c`): `nvme`, `usb`, `virtio`.

use alloc::{format, string::String};
use core::time::Duration;

use super::{
    Drive, Uboot, World,
    commands::{Fail, Outcome},
    disk::{Request, drive, table},
};

/// What is printed as the count of blocks where there is no disk: `-ENODEV`.
const NO_DEVICE: i64 = -19;

impl Uboot {
    /// `nvme scan|info|dev|part|read|write`.
    pub(super) fn nvme(&mut self, words: &[&str], now: Duration, world: &mut World) -> Outcome {
        match words {
            ["scan"] => {
                self.disks.scanned.insert("nvme");
                Ok(())
            }
            words => self.blocks("nvme", words, now, world),
        }
    }

    /// `virtio scan|info|dev|part|read|write`. The bus is looked at when U-Boot starts.
    pub(super) fn virtio(&mut self, words: &[&str], now: Duration, world: &mut World) -> Outcome {
        self.disks.scanned.insert("virtio");
        match words {
            ["scan"] => Ok(()),
            words => self.blocks("virtio", words, now, world),
        }
    }

    /// `usb start|storage|dev|part|read|write`.
    pub(super) fn usb(&mut self, words: &[&str], now: Duration, world: &mut World) -> Outcome {
        let started = self.disks.scanned.contains("usb");
        match words {
            ["start"] if started => Ok(()),
            ["start"] => {
                self.usb_start(now, world);
                Ok(())
            }
            _ if !started => {
                world.print(now, "USB is stopped. Please issue 'usb start' first.\n");
                Err(Fail::Failed)
            }
            ["storage"] => {
                let text = listed(world, "usb", "  ");
                let none = "No storage devices, perhaps not 'usb start'ed..?\n";
                world.print(now, if text.is_empty() { none } else { &text });
                if text.is_empty() { Err(Fail::Failed) } else { Ok(()) }
            }
            words => self.blocks("usb", words, now, world),
        }
    }

    fn usb_start(&mut self, now: Duration, world: &mut World) {
        self.disks.scanned.insert("usb");
        let disks = world.drives.iter().filter(|drive| drive.command() == "usb").count();
        let (hub_too, done) = (disks + 1, now + Duration::from_secs(2));
        world.print(now, "starting USB...\nBus usb@10100000: ");
        let found = format!("{hub_too} USB Device(s) found\n");
        let scan =
            format!("       scanning usb for storage devices... {disks} Storage Device(s) found\n");
        world.print(done, &(found + &scan));
        self.busy(done);
    }

    /// What is the same for all three.
    fn blocks(
        &mut self,
        command: &'static str,
        words: &[&str],
        now: Duration,
        world: &mut World,
    ) -> Outcome {
        let current = self.disks.current.get(command).copied().unwrap_or(0);
        match words {
            ["info"] if !self.disks.scanned.contains(command) => {}
            ["info"] => world.print(now, &listed(world, command, "")),
            // Its first word is a slip of U-Boot's.
            ["dev"] => return self.show("IDE device", (command, current), now, world),
            ["dev", number] => {
                let number = number.parse().map_err(|_| Fail::Usage)?;
                return self.choose((command, number), now, world);
            }
            ["part"] => {
                let there = self.is_there(command, 0, world);
                let table = if there { table(world, command, 0) } else { None };
                let none = || format!("\nno {command} partition table available\n");
                world.print(now, &table.unwrap_or_else(none));
            }
            words => {
                let request = Request::parse(words)?;
                return self.move_on((command, current), request, now, world);
            }
        }
        Ok(())
    }

    fn is_there(&self, command: &str, number: u32, world: &mut World) -> bool {
        self.disks.scanned.contains(command) && drive(world, command, number).is_some()
    }

    fn choose(
        &mut self,
        (command, number): (&'static str, u32),
        now: Duration,
        world: &mut World,
    ) -> Outcome {
        if !self.is_there(command, number, world) {
            world.print(now, &format!("\nDevice {number}: unknown device\n"));
            return Err(Fail::Failed);
        }
        self.show("Device", (command, number), now, world)?;
        self.disks.current.insert(command, number);
        world.print(now, "... is now current device\n");
        Ok(())
    }

    fn move_on(
        &mut self,
        (command, number): (&'static str, u32),
        request: Request,
        now: Duration,
        world: &mut World,
    ) -> Outcome {
        let (verb, block, count) = (request.verb(), request.block, request.count);
        let head =
            format!("\n{command} {verb}: device {number} block # {block}, count {count} ... ");
        world.print(now, &head);
        if !self.is_there(command, number, world) {
            world.print(now, &request.ends(NO_DEVICE, false));
            return Err(Fail::Failed);
        }
        self.transfer((command, number), request, now, world)
    }

    fn show(
        &self,
        word: &str,
        (command, number): (&str, u32),
        now: Duration,
        world: &mut World,
    ) -> Outcome {
        let described = match drive(world, command, number) {
            Some(drive) if self.disks.scanned.contains(command) => drive.described(),
            _ => {
                world.print(now, &format!("\nno {command} devices available\n"));
                return Err(Fail::Failed);
            }
        };
        world.print(now, &format!("\n{word} {number}: {described}"));
        Ok(())
    }
}

fn listed(world: &World, command: &str, indent: &str) -> String {
    let drives = world.drives.iter().filter(|drive| drive.command() == command);
    let line = |(number, drive): (usize, &Drive)| {
        format!("{indent}Device {number}: {}", drive.described())
    };
    drives.enumerate().map(line).collect()
}
