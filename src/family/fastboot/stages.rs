//! From a mask ROM to U-Boot.

use std::time::Duration;

use anyhow::Context as _;
use fastboot::{host::Fastboot as Device, wire::Reboot};
use link::{StepId, Watch};

use super::{Identification, Program};
use crate::{
    failure::Problem,
    session::{Awaited, UsbSession, is_fastboot},
    transport::{Missing, Stop},
};

/// The most that TH1520's mask ROM takes: logs of users have it between 0x11f044 and 0x120043 bytes.
const RAM: u32 = 0x12_0000;
/// How long a second stage may take: 1 to 10 s were seen.
const COME: Duration = Duration::from_secs(20);

/// What is said where the next stage is not there.
const NOTHING: &str = "what was started did not come up";
/// What to do about it.
const OWN: &str = "power the board off and on, and use the boot files of this very board";

/// A file that is started, and what messages call it.
pub(crate) type BootFile = (String, Vec<u8>);

/// What it works with.
pub(crate) struct Way<'w> {
    /// The board.
    pub(crate) board: &'w mut UsbSession,
    /// The wish to stop.
    pub(crate) stop: &'w Stop,
    /// Who hears how far things are.
    pub(crate) watch: &'w mut dyn Watch,
}

/// What came up.
pub(crate) struct Up {
    /// The program that answers; `None`: what was started does not come back.
    pub(crate) who: Option<Identification>,
}

/// Refuses files that the program would not take. Nothing is sent.
pub(crate) fn check(who: &Identification, files: &[BootFile]) -> Result<(), Problem> {
    let wanted = match who.program {
        Program::Th1520Rom => (1, "the mask ROM takes one file: U-Boot with its SPL"),
        Program::K1Loader => (2, "the mask ROM takes two files: FSBL.bin and u-boot.itb"),
        Program::K1Uboot => return Err(no_staging()),
        Program::Th1520Uboot | Program::Uboot => (1, "U-Boot starts one file"),
    };
    if files.len() != wanted.0 {
        return Err(Problem::Usage(format!("{}, and these are {}", wanted.1, files.len())));
    }
    let limit = match who.program {
        Program::Th1520Rom => Some(who.limit.unwrap_or(RAM).min(RAM)),
        _ => who.limit,
    };
    // What follows the first file goes to another program, with a limit of its own.
    let long =
        |(_, bytes): &&BootFile| limit.is_some_and(|limit| bytes.len() as u64 > limit.into());
    match files.iter().take(1).find(long) {
        Some((name, bytes)) => Err(Problem::Refused(format!(
            "{name}: it has {} bytes, and the {} takes at most {}; nothing was sent",
            bytes.len(),
            who.program.mode(),
            limit.unwrap_or_default()
        ))),
        None => Ok(()),
    }
}

/// The refusal to put anything into the memory of a K1's U-Boot.
pub(crate) fn no_staging() -> Problem {
    Problem::Refused(
        "the K1's U-Boot runs already: what is staged and started there takes the board away until it is powered off and on"
            .into(),
    )
    .advised("write partitions, or restart the board into its mask ROM first")
}

/// Starts the files that the program takes, one after the other, and waits for what comes up. `variants`: what is said where
/// nothing does.
pub(crate) fn boot(
    files: &[BootFile],
    who: &Identification,
    variants: &str,
    way: &mut Way<'_>,
) -> anyhow::Result<Up> {
    check(who, files)?;
    match who.program {
        Program::Th1520Rom => {
            for file in files {
                ram(file, way)?;
            }
            way.watch.step(StepId::START, "start it", 0);
            restart(Reboot::System, way.board)?;
            come(who.program, variants, way)
        }
        Program::K1Loader => {
            for file in files {
                stage(file, way)?;
                Device::new(&mut way.board.link).proceed()?;
                arrive(way).map_err(|error| advised(error, variants))?;
            }
            met(who.program, variants, way)
        }
        _ => {
            files.iter().try_for_each(|file| stage(file, way))?;
            Device::new(&mut way.board.link).boot()?;
            Ok(Up { who: None })
        }
    }
}

/// Sends a file to a TH1520's SRAM. A restart starts it.
pub(crate) fn ram((name, bytes): &BootFile, way: &mut Way<'_>) -> anyhow::Result<()> {
    way.watch.step(StepId::SEND, &format!("send {name}"), bytes.len() as u64);
    let mut device = Device::new(&mut way.board.link);
    device.flash("ram", &mut &bytes[..], way.watch)?;
    Ok(())
}

/// Sends a file to memory.
pub(crate) fn stage((name, bytes): &BootFile, way: &mut Way<'_>) -> anyhow::Result<()> {
    way.watch.step(StepId::SEND, &format!("send {name}"), bytes.len() as u64);
    Ok(Device::new(&mut way.board.link).stage(&mut &bytes[..], way.watch)?)
}

/// Waits for the next program at the board's port.
fn arrive(way: &mut Way<'_>) -> anyhow::Result<()> {
    let next = Awaited { what: "the next stage", fits: is_fastboot, limit: COME };
    way.board.reconnect(&next, way.stop, way.watch)
}

fn come(from: Program, variants: &str, way: &mut Way<'_>) -> anyhow::Result<Up> {
    arrive(way).map_err(|error| advised(error, variants))?;
    met(from, variants, way)
}

/// Asks what came up, which has to be a U-Boot.
fn met(from: Program, variants: &str, way: &mut Way<'_>) -> anyhow::Result<Up> {
    let who = Identification::ask(way.board)?;
    if who.program.is_uboot() && who.program.socs() == from.socs() {
        way.watch.note("U-Boot runs");
        return Ok(Up { who: Some(who) });
    }
    let text = format!("{NOTHING}: the board is in its {}", who.program.mode());
    let advice = if variants.is_empty() { OWN } else { variants };
    Err(Problem::NotUp(text).advised(advice).into())
}

/// A second stage that does not come may be for other memory.
fn advised(error: anyhow::Error, variants: &str) -> anyhow::Error {
    let lost =
        error.chain().any(|cause| matches!(cause.downcast_ref(), Some(Missing::Lost { .. })));
    match (lost, variants) {
        (false, _) => error,
        (true, "") => error.context(NOTHING),
        (true, variants) => error.context(format!("{NOTHING} ({variants})")),
    }
}

/// Restarts the board.
pub(crate) fn restart(to: Reboot, board: &mut UsbSession) -> anyhow::Result<()> {
    Device::new(&mut board.link).reboot(to).context("restart the board")
}
