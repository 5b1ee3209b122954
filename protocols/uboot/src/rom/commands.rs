//! The commands by name, and the small ones.

use alloc::{format, string::String};
use core::time::Duration;

use super::{End, Flaw, Uboot, World};

/// Why a command fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fail {
    /// It said so.
    Failed,
    /// Its words make no sense: it explains itself.
    Usage,
}

/// How a command ends.
pub(super) type Outcome = Result<(), Fail>;

type Run = fn(&mut Uboot, &[&str], Duration, &mut World) -> Outcome;

/// A command: its name, what `help` says of it, and what it does with its words.
struct Command(&'static str, &'static str, Run);

const COMMANDS: [Command; 21] = [
    Command("bdinfo", "print Board Info structure", Uboot::bdinfo),
    Command("crc32", "checksum calculation", Uboot::sum),
    Command("dhcp", "boot image via network using DHCP/TFTP protocol", Uboot::dhcp),
    Command("echo", "echo args to console", echo),
    Command("false", "do nothing, unsuccessfully", |_, _, _, _| Err(Fail::Failed)),
    Command("help", "print command description/usage", help),
    Command("loady", "load binary file over serial line (ymodem mode)", Uboot::loady),
    Command("md", "memory display", Uboot::display),
    Command("mmc", "MMC sub system", Uboot::mmc),
    Command("mw", "memory write (fill)", Uboot::fill),
    Command("nvme", "NVM Express sub-system", Uboot::nvme),
    Command("ping", "send ICMP ECHO_REQUEST to network host", Uboot::ping),
    Command("printenv", "print environment variables", Uboot::printenv),
    Command("reset", "Perform RESET of the CPU", reset),
    Command("setenv", "set environment variables", Uboot::setenv),
    Command("sf", "SPI flash sub-system", Uboot::sf),
    Command("tftpboot", "load file via network using TFTP protocol", Uboot::tftpboot),
    Command("tftpput", "TFTP put command, for uploading files to a server", Uboot::tftpput),
    Command("true", "do nothing, successfully", |_, _, _, _| Ok(())),
    Command("usb", "USB sub-system", Uboot::usb),
    Command("version", "print monitor, compiler and linker version", version),
];

/// Only where the USB device port has a driver.
const UMS: Command = Command("ums", "Use the UMS [USB Mass Storage]", Uboot::ums);
/// Only in U-Boots of virtual machines.
const VIRTIO: Command = Command("virtio", "virtio block devices sub-system", Uboot::virtio);

impl Uboot {
    /// The commands that this U-Boot was built with.
    fn commands(&self, world: &World) -> impl Iterator<Item = &'static Command> {
        let machine = world.drives.iter().any(|drive| drive.command() == "virtio");
        let lacks = match world.flaw {
            Some(Flaw::NoSums) => "crc32",
            Some(Flaw::NoPut) => "tftpput",
            _ => "",
        };
        let shows = world.gadget.is_some();
        let all = COMMANDS.iter().chain(machine.then_some(&VIRTIO)).chain(shows.then_some(&UMS));
        let without = self.profile.without.clone();
        all.filter(move |Command(name, ..)| {
            *name != lacks && !without.iter().any(|missing| missing == name)
        })
    }

    /// Carries a command out.
    pub(super) fn command(&mut self, words: &[&str], now: Duration, world: &mut World) -> Outcome {
        let Some(word) = words.first() else { return Ok(()) };
        let name = word.split('.').next().unwrap_or(word);
        let Some(command) = self.commands(world).find(|command| command.0 == name) else {
            world.print(now, &format!("Unknown command '{word}' - try 'help'\n"));
            return Err(Fail::Failed);
        };
        // A width is told by the name (`md.b`): those commands get it with their words.
        let sized = matches!(name, "md" | "mw");
        if word.len() > name.len() && !sized {
            return Err(self.explain(command, now, world));
        }
        let outcome = command.2(self, if sized { words } else { &words[1..] }, now, world);
        outcome.map_err(|fail| match fail {
            Fail::Usage => self.explain(command, now, world),
            Fail::Failed => fail,
        })
    }

    fn explain(&self, Command(name, words, _): &Command, now: Duration, world: &mut World) -> Fail {
        world.print(now, &format!("{name} - {words}\n\nUsage:\n{name} ...\n"));
        Fail::Failed
    }

    /// What a processor does at an address that is not there, or after its code was overwritten.
    pub(super) fn crash(&mut self, now: Duration, world: &mut World) -> Outcome {
        world.print(now, "Unhandled exception: Store/AMO access fault\n\nresetting ...\n");
        self.end = Some(End::Reset);
        Err(Fail::Failed)
    }
}

fn echo(_: &mut Uboot, words: &[&str], now: Duration, world: &mut World) -> Outcome {
    world.print(now, &format!("{}\n", words.join(" ")));
    Ok(())
}

fn version(uboot: &mut Uboot, _: &[&str], now: Duration, world: &mut World) -> Outcome {
    world.print(now, &format!("{}\n", uboot.profile.version));
    Ok(())
}

fn reset(uboot: &mut Uboot, _: &[&str], now: Duration, world: &mut World) -> Outcome {
    world.print(now, "resetting ...\n");
    uboot.end = Some(End::Reset);
    Ok(())
}

fn help(uboot: &mut Uboot, words: &[&str], now: Duration, world: &mut World) -> Outcome {
    if let Some(word) = words.first() {
        let known = uboot.commands(world).find(|command| command.0 == *word);
        let Some(Command(name, words, _)) = known else {
            let text = "without arguments for list of all known commands";
            world.print(now, &format!("Unknown command '{word}' - try 'help' {text}\n\n"));
            return Err(Fail::Failed);
        };
        world.print(now, &format!("{name} - {words}\n\nUsage:\n{name} ...\n"));
        return Ok(());
    }
    let lines =
        uboot.commands(world).map(|Command(name, words, _)| format!("{name:<10}- {words}\n"));
    let text = lines.collect::<String>();
    world.print(now, &text);
    Ok(())
}

/// U-Boot's numbers are hexadecimal, with or without 0x.
pub(super) fn number(word: &str) -> Result<u64, Fail> {
    crate::text::hex(word).ok_or(Fail::Usage)
}
