//! The JH7100: a command line in the mask ROM, then the open recovery program's menu, all at 9600 baud.

use alloc::format;
use core::time::Duration;

use ::uboot::host::{Cause as Common, Console, Step};
use xmodem::{
    Profile, Sender,
    drive::{Announce, File},
};

use super::{Cause, Error, step};
use crate::header;

/// Where the recovery program runs.
const ADDRESS: &str = "0x18000000";
const READY: &str = "#";
const SELECT: &str = "Select the function to test : ";
const PROMPT: Duration = Duration::from_secs(10);
/// 192 KiB erased and written by a slow part.
const WRITES: Duration = Duration::from_secs(120);
const TRIES: u32 = 4;
/// The recovery program's buffer.
const ROOM: usize = 192 << 10;

/// What the recovery program writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The second boot program (`bootloader-*.bin.out`), at 0 of the flash.
    SecondBoot,
    /// The DRAM initialisation (`ddrinit-*.bin.out`), at 64 KiB.
    DdrInit,
}

/// Whether the mask ROM's command line answers an empty line, on a line where no U-Boot and no shell obeyed an `echo`: they
/// have a prompt of that kind, too.
///
/// # Errors
/// When the line fails.
pub fn answers(console: &mut Console<'_>) -> Result<bool, ::uboot::host::Error> {
    console.forget();
    console.say(b"\n")?;
    console.settle(Duration::from_millis(200), Duration::from_secs(3))?;
    let text = ::uboot::text::readable(console.pending());
    Ok(text.trim() == READY)
}

/// Starts the recovery program (`jh7100_recovery_boot.bin`, raw) and has it write these files, each with its length before
/// it. The board may take `patience` to appear.
///
/// # Errors
/// When the line fails, and when the board does not answer in time or as it should.
pub fn recover(
    console: &mut Console<'_>,
    program: &[u8],
    files: &[(Slot, &[u8])],
    patience: Duration,
) -> Result<(), Error> {
    let waiting = format!(
        "waiting for the mask ROM: hold the boot button and power the board on ({} s at most)",
        patience.as_secs()
    );
    console.begin(step::ROM, &waiting, 0);
    for (slot, file) in files {
        check(*slot, file).map_err(|cause| Error::at(console, cause))?;
    }
    start(console, program, patience)?;
    for (slot, file) in files {
        write(console, *slot, file)?;
    }
    Ok(())
}

fn check(slot: Slot, file: &[u8]) -> Result<(), Cause> {
    if let Err(error) = header::jh7100::unwrap(file) {
        return Err(Cause::Unfit(alloc::format!("{slot:?}: {error}")));
    }
    let room = if slot == Slot::SecondBoot { 64 << 10 } else { ROOM };
    match file.len() <= room {
        true => Ok(()),
        false => Err(Cause::Unfit(alloc::format!(
            "{slot:?}: {} bytes are more than its {room}",
            file.len()
        ))),
    }
}

fn start(console: &mut Console<'_>, program: &[u8], patience: Duration) -> Result<(), Error> {
    if console.wait_for(&["(C)SiFive", "# "], patience)?.is_none() {
        let cause = match () {
            () if console.heard().is_empty() => Common::Silence,
            () if console.garbled() => Common::Garbage,
            () => Common::Missing("the banner of the JH7100's mask ROM"),
        };
        return Err(Error::at(console, cause));
    }
    line(console, &alloc::format!("load {ADDRESS}"))?;
    send(console, step::ROM, "sending the recovery program", program)?;
    // Before these words the ROM is not listening: a `do` sent too soon is lost.
    if console.wait_for(&["Load f", "ile  ok"], PROMPT)?.is_none() {
        return Err(Error::at(console, Common::Missing("`Load file`")));
    }
    let _ = console.wait_for(&["# "], PROMPT)?;
    line(console, &alloc::format!("do {ADDRESS}"))
}

/// Types a command into the ROM's line, which shows it back; only then is it ended.
fn line(console: &mut Console<'_>, command: &str) -> Result<(), Error> {
    let mut came = alloc::string::String::new();
    for _ in 0..TRIES {
        console.settle(Duration::from_millis(200), Duration::from_secs(3))?;
        console.forget();
        console.say(command.as_bytes())?;
        console.settle(Duration::from_millis(100), Duration::from_secs(3))?;
        if console.pending() == command.as_bytes() {
            console.forget();
            return Ok(console.say(b"\n")?);
        }
        came = ::uboot::text::readable(console.pending());
        clear_line(console)?;
    }
    Err(Error::at(console, Common::Echo { command: command.into(), came }))
}

/// Gets an empty line. There is no key for that: what is there is executed, and if it was `load`, the load is
/// cancelled.
fn clear_line(console: &mut Console<'_>) -> Result<(), Error> {
    console.forget();
    console.say(b"\n")?;
    console.settle(Duration::from_millis(1200), Duration::from_millis(2500))?;
    if !console.pending().ends_with(b"C") {
        return Ok(());
    }
    console.say(&[0x18; 3])?;
    console.settle(Duration::from_millis(300), Duration::from_secs(3))?;
    // Two were enough: the third is the beginning of a line.
    Ok(console.say(b"\n")?)
}

fn send(console: &mut Console<'_>, step: Step, what: &str, data: &[u8]) -> Result<(), Error> {
    let mut sender = Sender::xmodem(Profile::JH7100, data.len() as u64, Duration::from_secs(60));
    let mut source = data;
    let mut files = [File { name: "file".into(), source: &mut source }];
    let announce = Announce {
        step: step.id(),
        waiting: "waiting for the board to ask for the file",
        sending: what,
    };
    let sent = console.transfer(step, announce, &mut sender, &mut files)?;
    match sent.confirmed {
        true => Ok(()),
        false => Err(Error::at(console, Cause::Unconfirmed)),
    }
}

fn write(console: &mut Console<'_>, slot: Slot, file: &[u8]) -> Result<(), Error> {
    choose(console, slot)?;
    send(console, Step::WRITE, "sending to the recovery program", file)?;
    // One damaged letter leaves half of `updata success`.
    let words = [
        "updata su",
        "ccess\r",
        "updata fail",
        "flash_probe fail",
        "flash_erases fail",
        "flash_writes fail",
        SELECT,
    ];
    match console.wait_for(&words, WRITES)?.map(|found| found.index) {
        Some(0 | 1) => Ok(()),
        Some(6) => Err(Error::at(console, Common::Missing("a readable word of success"))),
        Some(index) => Err(Error::at(console, Cause::Said(words[index].into()))),
        None => Err(Error::at(console, Common::Missing("`updata success`"))),
    }
}

fn choose(console: &mut Console<'_>, slot: Slot) -> Result<(), Error> {
    console.begin(step::AGENT, "the recovery program's menu", 0);
    let digit = if slot == Slot::SecondBoot { b'0' } else { b'1' };
    let mut limit = Duration::from_secs(30);
    for _ in 0..TRIES {
        if console.wait_for(&[SELECT], limit)?.is_some() && typed(console, digit)? {
            return Ok(());
        }
        // Anything above 2 is refused, and the menu comes again.
        console.forget();
        console.say(b"99\r")?;
        limit = Duration::from_secs(5);
    }
    Err(Error::at(console, Common::Missing("the recovery program's request for a file")))
}

/// Types a digit; it takes effect only after exactly that digit was echoed.
fn typed(console: &mut Console<'_>, digit: u8) -> Result<bool, Error> {
    console.settle(Duration::from_millis(200), Duration::from_secs(2))?;
    console.forget();
    console.say(&[digit])?;
    console.settle(Duration::from_millis(100), Duration::from_secs(2))?;
    if console.pending() != [digit] {
        return Ok(false);
    }
    console.forget();
    console.say(b"\r")?;
    Ok(console.wait_for(&["send a", "by xmodem"], PROMPT)?.is_some())
}
