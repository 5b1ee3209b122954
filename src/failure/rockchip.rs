//! What failed conversations with Rockchip's boards mean.

use link::Fault;
use rockusb::host::{Cause, Error, State, Step};

use super::Failure;
use crate::{doctor, exit::Exit};

const AGAIN: &str =
    "power the board off and on, and repeat the command; then try another cable or port";
const LOADER: &str = "send a loader first: `racklet-flash rockchip boot LOADER`, or --loader LOADER with this command";

pub(super) fn of(error: &Error) -> Failure {
    let failure = match (error.fault(), error.needs_power_cycle()) {
        (Some(Fault::Stopped), _) => Failure::new(Exit::Interrupted, "interrupted"),
        (_, true) => of_download(&error.cause),
        (Some(fault), _) if !matches!(error.cause, Cause::NobodyListens(_)) => of_fault(fault),
        _ => of_cause(&error.cause, error.step),
    };
    let mut failure = Failure { step: Some(error.step.id()), ..failure };
    if error.good.is_some() && error.step == Step::Write {
        let cut = "the same command with --resume goes on where the board stopped taking sectors";
        let before = failure.advice.map_or_else(String::new, |advice| format!("{advice}\n"));
        failure.advice = Some(format!("{before}{cut}"));
    }
    failure
}

/// The mask ROM, or what was started, takes nothing any more.
fn of_download(cause: &Cause) -> Failure {
    let power = "power the board off and on (a reset is not enough)";
    match cause {
        Cause::Dead(_) => Failure::new(Exit::Failed, "loader.dead")
            .advised(format!("{power}, and use a loader that is built for this board")),
        Cause::Discarded(_) => Failure::new(Exit::Failed, "download.discarded")
            .advised(format!("{power}; is the first blob built for this SoC and its memory?")),
        Cause::Upload(error) if error.fault == Fault::Cancelled => {
            Failure::new(Exit::Interrupted, "cancelled")
                .advised(format!("the mask ROM waits for the rest: {power}"))
        }
        _ => Failure::new(Exit::Failed, "download.broken")
            .advised(format!("{power}, and send the loader again")),
    }
}

fn of_fault(fault: Fault) -> Failure {
    match fault {
        Fault::Cancelled => Failure::new(Exit::Interrupted, "cancelled"),
        Fault::TimedOut => Failure::new(Exit::Failed, "usb.timeout").advised(AGAIN),
        Fault::Stall => Failure::new(Exit::Failed, "usb.stall").advised(AGAIN),
        Fault::Gone => Failure::new(Exit::Failed, "usb.gone").advised(
            "the board reset or lost power: check its supply and cable, and send its loader again",
        ),
        Fault::Overlong => Failure::new(Exit::Failed, "usb.overlong").advised(AGAIN),
        Fault::Short { .. } => Failure::new(Exit::Failed, "usb.short").advised(AGAIN),
        Fault::NoMemory => {
            Failure::new(Exit::Failed, "usb.memory").advised(doctor::memory_advice())
        }
        Fault::Diverged => Failure::new(Exit::Failed, "replay.diverged"),
        _ => Failure::new(Exit::Failed, "usb.bus")
            .advised("try another cable, port or a powered hub"),
    }
}

fn of_cause(cause: &Cause, step: Step) -> Failure {
    match cause {
        Cause::NobodyListens(_) | Cause::State { found: State::Maskrom, .. } => {
            Failure::new(Exit::Refused, "board.mode").advised(LOADER)
        }
        Cause::State { .. } => Failure::new(Exit::Refused, "board.mode").advised(
            "a loader runs already and takes commands; `racklet-flash rockchip reset maskrom` goes back",
        ),
        Cause::OtherChip { .. } => Failure::new(Exit::Refused, "board.other")
            .advised("use the loader that is built for this SoC"),
        Cause::OtherBlock { .. } => Failure::new(Exit::Refused, "image.soc")
            .advised("nothing more was written; use the image, or the boot loader, that is built for this SoC"),
        Cause::Changed(_) => Failure::new(Exit::Refused, "board.changed")
            .advised("nothing more was written; is it still the board that you meant?"),
        Cause::Unsound(_) | Cause::Empty => Failure::new(Exit::BadInput, "input.image"),
        Cause::PastTheEnd { .. } if matches!(step, Step::Write | Step::Verify) => {
            Failure::new(Exit::Refused, "image.large")
                .advised("nothing more was written; use a larger medium, or another first sector")
        }
        Cause::PastTheEnd { .. } => Failure::new(Exit::Usage, "usage.range"),
        Cause::Unaligned { .. } => Failure::new(Exit::Usage, "usage.aligned")
            .advised("begin and end at multiples of the erase block: `rockchip identify` shows it"),
        Cause::NoMedium => Failure::new(Exit::Failed, "storage.none")
            .advised("`rockchip storage` shows and chooses the medium"),
        Cause::NotSwitched { .. } => Failure::new(Exit::Failed, "storage.unswitched")
            .advised("the board has no such medium, or this loader does not serve it"),
        Cause::NotServed { .. } => Failure::new(Exit::Failed, "storage.unserved")
            .advised("is it fitted? Another loader may serve it"),
        Cause::FakedReads => Failure::new(Exit::Refused, "reads.faked")
            .advised("use a loader that reads; --force saves what this one returns"),
        Cause::Differs(_) => Failure::new(Exit::Differs, "differs")
            .advised("write it once more; then try another cable or port, and the board's supply"),
        Cause::NotErased(_) => Failure::new(Exit::Differs, "erase.undone")
            .advised("this loader's erase does nothing there: write zeros in its place"),
        Cause::Unsupported(_) | Cause::OldLoader => Failure::new(Exit::Refused, "unsupported")
            .advised("use another loader"),
        Cause::Io(_) => Failure::new(Exit::Failed, "file"),
        Cause::Busy => Failure::new(Exit::Failed, "board.busy").advised(AGAIN),
        _ => Failure::new(Exit::Failed, "rockusb.answer").advised(AGAIN),
    }
}
