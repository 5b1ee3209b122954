//! What failures on a serial line mean.

use link::LineError;
use starfive::host::{Cause, Error, Step};
use xmodem::drive;

use super::Failure;
use crate::{
    doctor::{self, Machine},
    exit::Exit,
    transport::{SerialError, SerialMissing},
};

const AGAIN: &str = "reset the board (its boot mode at UART) and repeat the command";

/// The last line that the board said before it failed, if it said anything that can be read.
pub fn last_words(error: &anyhow::Error) -> Option<String> {
    let error = error.downcast_ref::<Error>()?;
    if matches!(error.cause, Cause::Failed { .. } | Cause::Unexpected { .. }) {
        // These say themselves what was printed.
        return None;
    }
    let line = error.heard.lines().map(str::trim).rfind(|line| line.len() > 3)?;
    let skip = line.chars().count().saturating_sub(200);
    Some(line.chars().skip(skip).collect())
}

/// Classifies an error of a serial line, if it is one.
pub(super) fn known(error: &(dyn std::error::Error + 'static)) -> Option<Failure> {
    if let Some(missing) = error.downcast_ref() {
        return Some(of_missing(missing));
    }
    if let Some(open) = error.downcast_ref() {
        return Some(of_open(open));
    }
    if let Some(line) = error.downcast_ref() {
        return Some(of_line(line));
    }
    if let Some(transfer) = error.downcast_ref() {
        return Some(of_transfer(transfer));
    }
    error.downcast_ref().map(of_starfive)
}

fn failed(code: &'static str, advice: &str) -> Failure {
    Failure::new(Exit::Failed, code).advised(advice)
}

fn of_missing(missing: &SerialMissing) -> Failure {
    let failure = |code| Failure::new(Exit::NoBoard, code);
    match missing {
        SerialMissing::Empty(_) | SerialMissing::NoPort(_) => failure("serial.none").advised(
            "is the adapter plugged in there, and is its driver loaded (`ls -l /sys/class/tty/*/device`)? With --wait \
             SECONDS the tool waits for it",
        ),
        SerialMissing::None => {
            failure("serial.none").advised("plug the adapter in, or name a serial device with --port")
        }
        SerialMissing::Several { .. } => {
            failure("serial.several").advised("choose one with --port DEVICE, or the adapter with --port 1-1.4")
        }
        SerialMissing::Device(_) => failure("serial.none")
            .advised("is the adapter plugged in? With --wait SECONDS the tool waits for it"),
        SerialMissing::Interrupted => Failure::new(Exit::Interrupted, "interrupted"),
    }
}

fn of_open(open: &SerialError) -> Failure {
    match open {
        SerialError::Missing { .. } => Failure::new(Exit::NoBoard, "serial.none")
            .advised("is the adapter plugged in? With --wait SECONDS the tool waits for it"),
        SerialError::Permission { path } => Failure::new(Exit::Permission, "serial.permission")
            .advised(doctor::serial_remedy(&Machine::here(), path)),
        SerialError::Busy { path } => failed(
            "serial.busy",
            &format!(
                "end the terminal program (or ModemManager) that has it; which: sudo fuser -v {path}"
            ),
        ),
        SerialError::Other { .. } => {
            failed("serial.open", "is it a serial port? Plug the adapter in again")
        }
    }
}

fn of_line(line: &LineError) -> Failure {
    match line {
        LineError::Stopped => Failure::new(Exit::Interrupted, "interrupted"),
        LineError::Cancelled => Failure::new(Exit::Interrupted, "cancelled").advised(format!(
            "the transfer was cut and the board waits for the rest of it; {AGAIN}"
        )),
        LineError::Gone | LineError::Os(5 | 6 | 19) => failed(
            "serial.gone",
            "the adapter was unplugged or lost power: plug it in again, reset the board and repeat the command",
        ),
        LineError::Blocked => {
            failed("serial.blocked", "does the adapter have flow control switched on?")
        }
        LineError::BaudRate(_) => {
            failed("serial.baud", "choose another rate with --baud, or another adapter")
        }
        LineError::Diverged => Failure::new(Exit::Failed, "replay.diverged"),
        _ => failed("serial.line", "plug the adapter in again and repeat the command"),
    }
}

fn of_transfer(transfer: &drive::Error) -> Failure {
    match transfer {
        drive::Error::Line(line) => of_line(line),
        drive::Error::Io(_) => Failure::new(Exit::Failed, "file"),
        drive::Error::Name(_) => Failure::new(Exit::BadInput, "input"),
        drive::Error::Failed(failure) => of_failure(failure),
    }
}

fn of_failure(failure: &xmodem::Failure) -> Failure {
    use xmodem::Failure as Why;
    match failure {
        Why::NoStart => failed(
            "xmodem.no-start",
            "nobody asked for the file: is the receiver running, are TX and RX crossed, is the rate right (--baud)?",
        ),
        Why::Midway => failed("xmodem.midway", AGAIN),
        Why::Cancelled => {
            failed("xmodem.cancelled", "the receiver gave up; its own words may say why")
        }
        Why::EndUnconfirmed => failed(
            "xmodem.end",
            "all of it was sent, and whether it arrived is not known: compare sums on the board, or send it again",
        ),
        Why::Spoke { .. } => {
            failed("xmodem.left", &format!("the receiver went on to other things; {AGAIN}"))
        }
        _ => failed(
            "xmodem.line",
            "the line is bad: shorter wires, a common ground, another adapter; then reset the board and repeat",
        ),
    }
}

fn of_starfive(error: &Error) -> Failure {
    let mut failure = of_cause(&error.cause, error.step);
    failure.step = Some(error.step.id());
    failure
}

fn of_cause(cause: &Cause, step: Step) -> Failure {
    match cause {
        Cause::Line(line) => of_line(line),
        Cause::Transfer(transfer) => of_transfer(transfer),
        Cause::Silence => failed(
            "serial.silence",
            "is the board powered, are TX and RX crossed, is ground connected, is the boot mode UART?",
        ),
        Cause::Garbage => failed(
            "serial.garbage",
            "set the rate with --baud (JH7110 115200, JH7100 9600) and check the ground wire",
        ),
        Cause::NotRom(_) | Cause::OtherMode(_) => failed(
            "board.mode",
            "set the boot-mode switches to UART and reset the board (`racklet-flash boards` says how)",
        ),
        Cause::AsksForProgram => failed(
            "board.rom",
            "start U-Boot with `racklet-flash starfive boot`, or set the boot-mode switches to the flash and reset the board",
        ),
        Cause::Dram(_) => failed(
            "board.dram",
            "switch the board off for ten seconds and repeat the command; if it stays, try another power supply: the DRAM \
             may be damaged",
        ),
        Cause::RomCrc => failed(
            "rom.crc",
            "the ROM takes no second upload reliably: reset the board and repeat the command; then check the wires",
        ),
        Cause::RomAgain => failed("rom.again", AGAIN),
        Cause::OtherMedium(_) => failed(
            "spl.medium",
            "keep the boot mode at UART until U-Boot is up; some vendor SPLs ignore it: use U-Boot's own SPL",
        ),
        Cause::Said(_) => failed("board.said", AGAIN),
        Cause::Echo { .. } => failed("prompt.echo", "the line is bad: shorter wires, a common ground, another adapter"),
        Cause::Failed { .. } | Cause::Missing(_) if matches!(step, Step::Write | Step::Verify) => {
            let code = if matches!(cause, Cause::Missing(_)) { "board.missing" } else { "uboot.failed" };
            failed(
                code,
                "the flash may hold only a part of it, and none of that is verified: leave the boot mode at UART and \
                 repeat the command",
            )
        }
        Cause::Failed { .. } if step != Step::Command => failed("uboot.failed", AGAIN),
        Cause::Failed { .. } => Failure::new(Exit::Failed, "uboot.failed"),
        Cause::Unexpected { .. } => Failure::new(Exit::Failed, "uboot.answer"),
        Cause::Differs { .. } if step == Step::Load => {
            Failure::new(Exit::Differs, "differs").advised("the flash was not touched; repeat the command")
        }
        Cause::Differs { .. } => Failure::new(Exit::Differs, "differs").advised(
            "the flash does not hold what was written: repeat the command before the board is reset; the part may be worn",
        ),
        Cause::Unconfirmed => failed("xmodem.end", AGAIN),
        Cause::FuseMenu => Failure::new(Exit::Refused, "agent.fuses")
            .advised("switch the board off and on, and repeat the command"),
        Cause::Header(_) | Cause::Uboot(_) | Cause::Unfit(_) => Failure::new(Exit::BadInput, "input.image"),
        Cause::Missing(_) => failed("board.missing", AGAIN),
        _ => failed("failed", AGAIN),
    }
}
