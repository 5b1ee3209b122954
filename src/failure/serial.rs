//! What failures on a serial line mean, and what to do about them.

use link::{Classify, Code, LineError, StepId};
use starfive::host as starfive;
use uboot::host::{Cause, Error, Step};
use xmodem::drive;

use super::{Failure, classified};
use crate::{
    doctor::{self, Machine},
    exit::Exit,
    transport::{SerialError, SerialMissing},
};

const AGAIN: &str = "reset the board (one that starts over a UART: with its boot mode at UART) and repeat the command";
const MODE: &str =
    "set the boot-mode switches to UART and reset the board (`racklet-flash boards` says how)";
const REST: &str = "the disk may hold only a part of it: repeat the command with --resume";
const PARTIAL: &str = "the flash may hold only a part of it, and none of that is verified: leave the boot mode at UART and \
                       repeat the command";

/// The last line that the board said before it failed, if it said anything that can be read.
pub fn last_words(error: &anyhow::Error) -> Option<String> {
    let heard = match error.downcast_ref::<Error>() {
        Some(error) => unsaid(&error.cause, &error.heard),
        None => match error.downcast_ref::<starfive::Error>()? {
            starfive::Error { cause: starfive::Cause::Console(cause), heard, .. } => {
                unsaid(cause, heard)
            }
            error => Some(&*error.heard),
        },
    };
    let line = heard?.lines().map(str::trim).rfind(|line| line.len() > 3)?;
    let skip = line.chars().count().saturating_sub(200);
    Some(line.chars().skip(skip).collect())
}

/// What a board said, except where the cause itself says what was printed.
fn unsaid<'e>(cause: &Cause, heard: &'e str) -> Option<&'e str> {
    (!matches!(cause, Cause::Failed { .. } | Cause::Unexpected { .. })).then_some(heard)
}

/// A failure on a serial line, if it is one.
pub(super) fn known(error: &(dyn std::error::Error + 'static)) -> Option<Failure> {
    (error.downcast_ref().map(of_missing))
        .or_else(|| error.downcast_ref().map(of_open))
        .or_else(|| classified(error, of_line))
        .or_else(|| classified(error, of_transfer))
        .or_else(|| classified(error, of_uboot))
        .or_else(|| classified(error, of_starfive))
        .or_else(|| classified(error, of_bouffalo))
        .or_else(|| classified(error, of_thead))
}

fn failed(code: Code, advice: &str) -> Failure {
    Failure::new(Exit::Failed, code).advised(advice)
}

fn of_missing(missing: &SerialMissing) -> Failure {
    let failure = |code| Failure::new(Exit::NoBoard, code);
    match missing {
        SerialMissing::Empty(_) | SerialMissing::NoPort(_) => failure(Code::SERIAL_NONE).advised(
            "is the adapter plugged in there, and is its driver loaded (`ls -l /sys/class/tty/*/device`)? With --wait \
             SECONDS the tool waits for it",
        ),
        SerialMissing::None => {
            failure(Code::SERIAL_NONE).advised("plug the adapter in, or name a serial device with --port")
        }
        SerialMissing::Several { .. } => {
            failure(Code::SERIAL_SEVERAL).advised("choose one with --port DEVICE, or the adapter with --port 1-1.4")
        }
        SerialMissing::Device(_) => failure(Code::SERIAL_NONE)
            .advised("is the adapter plugged in? With --wait SECONDS the tool waits for it"),
        SerialMissing::Interrupted => Failure::new(Exit::Interrupted, Code::INTERRUPTED),
    }
}

fn of_open(open: &SerialError) -> Failure {
    match open {
        SerialError::Missing { .. } => Failure::new(Exit::NoBoard, Code::SERIAL_NONE)
            .advised("is the adapter plugged in? With --wait SECONDS the tool waits for it"),
        SerialError::Permission { path } => Failure::new(Exit::Permission, Code::SERIAL_PERMISSION)
            .advised(doctor::serial_remedy(&Machine::here(), path)),
        SerialError::Busy { path } => failed(
            Code::SERIAL_BUSY,
            &format!(
                "end the terminal program (or ModemManager) that has it; which: sudo fuser -v {path}"
            ),
        ),
        SerialError::Other { .. } => {
            failed(Code::SERIAL_OPEN, "is it a serial port? Plug the adapter in again")
        }
    }
}

fn of_line(line: &LineError) -> Option<String> {
    let advice = match line {
        LineError::Stopped | LineError::Diverged => return None,
        LineError::Cancelled => {
            return Some(format!(
                "the transfer was cut and the board waits for the rest of it; {AGAIN}"
            ));
        }
        LineError::Blocked => "switch the adapter's flow control off",
        LineError::BaudRate(_) => "choose another rate with --baud, or another adapter",
        line if line.code() == Code::SERIAL_GONE => {
            "the adapter was unplugged or lost power: plug it in again, reset the board and repeat the command"
        }
        _ => "plug the adapter in again and repeat the command",
    };
    Some(advice.into())
}

fn of_transfer(transfer: &drive::Error) -> Option<String> {
    match transfer {
        drive::Error::Line(line) => of_line(line),
        drive::Error::Io(_) => None,
        drive::Error::Name(_) => Some("give the file a shorter name, in ASCII".into()),
        drive::Error::Failed(failure) => Some(of_failure(failure)),
    }
}

fn of_failure(failure: &xmodem::Failure) -> String {
    use xmodem::Failure as Why;
    let advice = match failure {
        Why::NoStart => {
            "no receiver asked for the file: check that it is running, that TX and RX are crossed, and the rate (--baud)"
        }
        Why::Midway => AGAIN,
        Why::Cancelled => "the receiver gave up: see what it printed, and repeat the command",
        Why::EndUnconfirmed => {
            "all of it was sent, but the board did not confirm it: compare checksums on the board, or send it again"
        }
        Why::Spoke { .. } => return format!("the receiver went on to other things; {AGAIN}"),
        _ => {
            "the line is bad: shorter wires, a common ground, another adapter; then reset the board and repeat"
        }
    };
    advice.into()
}

fn of_uboot(error: &Error) -> Option<String> {
    of_console(&error.cause, error.step)
}

fn of_starfive(error: &starfive::Error) -> Option<String> {
    match &error.cause {
        starfive::Cause::Console(cause) => of_console(cause, error.step),
        cause => Some(of_board(cause).into()),
    }
}

fn of_bouffalo(error: &bouffalo::host::Error) -> Option<String> {
    use bouffalo::host::Cause as Why;
    let advice = match error.cause {
        Why::Line(line) => return of_line(&line),
        Why::Silent | Why::Garbage => {
            "hold BOOT, tap RST, and let go of BOOT; check that the port is that of the UART (of two, the higher one), and that \
             TX and RX are crossed"
        }
        Why::Other(_) => "`racklet-flash boards` lists what can be flashed; nothing was written",
        Why::NoFlash => "check the flash chip and its pins: nothing was written",
        Why::Differs { .. } => "repeat the command; if it stays, that part of the flash is worn",
        Why::Unaligned => "give whole blocks of 4096 bytes",
        _ => "hold BOOT, tap RST, let go of BOOT and repeat the command, at a lower rate (--baud)",
    };
    Some(advice.into())
}

fn of_thead(error: &thead::host::Error) -> Option<String> {
    use thead::host::Cause as Why;
    let advice = match error.cause {
        Why::Line(line) => return of_line(&line),
        Why::Silent | Why::Talks if error.step == StepId::FIND => {
            "start the command first, then hold the download button while the board gets power; close every other program that \
             has the serial port open, and check that TX and RX are crossed"
        }
        Why::Room(..) | Why::Short => "check which file is which",
        Why::NoMemory(_) => "check the flash chip: nothing was written",
        _ => {
            "power the board off, repeat the command, and power the board on with its download button held"
        }
    };
    Some(advice.into())
}

fn of_console(cause: &Cause, step: Step) -> Option<String> {
    match cause {
        Cause::Line(line) => of_line(line),
        Cause::Transfer(transfer) => of_transfer(transfer),
        cause => Some(of_cause(cause, step).into()),
    }
}

fn of_cause(cause: &Cause, step: Step) -> &'static str {
    match cause {
        Cause::Silence => {
            "check that the board has power, that TX and RX are crossed, that ground is connected, and that the boot mode is UART"
        }
        Cause::Garbage => {
            "set the rate with --baud (JH7110 115200, JH7100 9600) and check the ground wire"
        }
        Cause::OtherMode(_) => MODE,
        Cause::AsksForProgram => {
            "start U-Boot with `racklet-flash starfive boot`, or set the boot-mode switches to the flash and reset the board"
        }
        Cause::Dram(_) => {
            "switch the board off for ten seconds and repeat the command; if it stays, try another power supply: the DRAM \
             may be damaged"
        }
        Cause::Echo { .. } => "the line is bad: shorter wires, a common ground, another adapter",
        Cause::Failed { .. } | Cause::Missing(_) if matches!(step, Step::WRITE | Step::VERIFY) => {
            PARTIAL
        }
        Cause::Failed { .. } | Cause::Missing(_) | Cause::Unexpected { .. }
            if matches!(step.id(), StepId::WRITE | StepId::VERIFY) =>
        {
            REST
        }
        Cause::Failed { .. } if step == Step::COMMAND => {
            "U-Boot's own words say why: correct the command; `racklet-flash serial uboot help` lists U-Boot's commands"
        }
        Cause::Differs { .. } if step == Step::LOAD => {
            "the flash was not touched; repeat the command"
        }
        Cause::Differs { .. } => {
            "the flash does not hold what was written: repeat the command before the board is reset; the part may be worn"
        }
        _ => AGAIN,
    }
}

fn of_board(cause: &starfive::Cause) -> &'static str {
    use starfive::Cause as Why;
    match cause {
        Why::NotRom(_) => MODE,
        Why::RomCrc => {
            "the ROM takes no second upload reliably: reset the board and repeat the command; then check the wires"
        }
        Why::OtherMedium(_) => {
            "keep the boot mode at UART until U-Boot is up; some vendor SPLs ignore it: use U-Boot's own SPL"
        }
        Why::FuseMenu => "switch the board off and on, and repeat the command",
        Why::Header(_) | Why::Uboot(_) | Why::Unfit(_) => {
            "use U-Boot's u-boot-spl.bin.normal.out as the SPL and u-boot.itb as U-Boot, both for this board; `racklet-flash \
             starfive header create` adds the header to an SPL that has none"
        }
        _ => AGAIN,
    }
}
