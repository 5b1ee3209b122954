//! What to do about failed conversations with Rockchip's boards.

use link::{Classify, Fault};
use rockusb::host::{Cause, Error, State, Step};

use super::{CUT, Failure, classified, usb_advice};

const AGAIN: &str =
    "power the board off and on, and repeat the command; then try another cable or port";
const POWER: &str = "power the board off and on (a reset is not enough)";
const LOADER: &str = "send a loader first: `racklet-flash rockchip boot LOADER`, or --loader LOADER with this command";

const DAMAGED: &str = "download the file again, or use another version of it; `racklet-flash boards BOARD` says which loader a board \
                       needs and who publishes it, `racklet-flash image info FILE` what a file is";

/// A failure of the protocol, or of a file.
pub(super) fn known(error: &(dyn std::error::Error + 'static)) -> Option<Failure> {
    classified(error, |_: &rockusb::Unsound| Some(DAMAGED.into()))
        .or_else(|| classified(error, |_: &rockusb::package::Error| Some(DAMAGED.into())))
        .or_else(|| classified(error, advice))
}

fn advice(error: &Error) -> Option<String> {
    let advice = match error.fault() {
        Some(Fault::Stopped) => None,
        _ if error.needs_power_cycle() => Some(of_download(&error.cause)),
        _ => of_cause(&error.cause, error.step),
    };
    if error.acknowledged().is_none() || error.step != Step::Write {
        return advice;
    }
    Some(advice.map_or_else(|| CUT.into(), |advice| format!("{advice}\n{CUT}")))
}

/// The mask ROM, or what was started, takes nothing any more.
fn of_download(cause: &Cause) -> String {
    match cause {
        Cause::Dead(_) => format!("{POWER}, and use a loader that is built for this board"),
        Cause::Discarded(_) => {
            format!("{POWER}; is the first blob built for this SoC and its memory?")
        }
        Cause::Upload(error) if error.fault == Fault::Cancelled => {
            format!("the mask ROM waits for the rest: {POWER}")
        }
        _ => format!("{POWER}, and send the loader again"),
    }
}

fn of_cause(cause: &Cause, step: Step) -> Option<String> {
    let advice = match cause {
        // The next command ends what was cut.
        Cause::Usb(error) if error.fault == Fault::Cancelled => return None,
        Cause::Usb(error) => return usb_advice(error.fault, AGAIN),
        Cause::NobodyListens(_) | Cause::State { found: State::Maskrom, .. } => LOADER,
        Cause::State { .. } => {
            "a loader runs already and takes commands; `racklet-flash rockchip reset maskrom` goes back"
        }
        Cause::OtherChip { .. } => {
            "use the loader for this SoC: `racklet-flash boards BOARD` says which that is and who publishes it"
        }
        Cause::OtherBlock { .. } => {
            "nothing more was written; use the image, or the boot loader, that is built for this SoC"
        }
        Cause::Changed(_) => {
            "nothing more was written; check with `racklet-flash list` that the right board is at this port"
        }
        Cause::PastTheEnd { .. } if matches!(step, Step::Write | Step::Verify) => {
            "nothing more was written; use larger storage, or another first sector"
        }
        Cause::PastTheEnd { .. } => {
            "ask for fewer sectors, or for earlier ones: `rockchip identify` shows how many there are"
        }
        Cause::Unaligned { .. } => {
            "begin and end at multiples of the erase block: `rockchip identify` shows it"
        }
        Cause::NoMedium => "choose another storage: `rockchip storage` shows which there are",
        Cause::NotSwitched { .. } => {
            "the board has no such storage, or this loader does not reach it: use another loader"
        }
        Cause::NotServed { .. } => "check that it is fitted, or use another loader that reaches it",
        Cause::FakedReads => "use a loader that reads; --force saves what this one returns",
        Cause::Differs(_) => {
            "write it again; then try another cable or port, and the board's power supply"
        }
        Cause::NotErased(_) => "this loader's erase does nothing there: write zeros instead",
        Cause::Unsupported(_) | Cause::OldLoader => "use another loader",
        Cause::Busy
        | Cause::Malformed(_)
        | Cause::Tag { .. }
        | Cause::Failed(_)
        | Cause::Shortfall(_) => AGAIN,
        _ => return None,
    };
    Some(advice.into())
}
