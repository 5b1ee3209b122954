//! What to do about failed conversations with Rockchip's boards.

use link::{Classify, Fault};
use rockusb::host::{Cause, Error, State, Step};

use super::{Failure, classified, usb_advice};

const AGAIN: &str =
    "power the board off and on, and repeat the command; then try another cable or port";
const POWER: &str = "power the board off and on (a reset is not enough)";
const LOADER: &str = "send a loader first: `racklet-flash rockchip boot LOADER`, or --loader LOADER with this command";

/// A failure of the protocol, or of a file.
pub(super) fn known(error: &(dyn std::error::Error + 'static)) -> Option<Failure> {
    classified(error, |_: &rockusb::Unsound| None)
        .or_else(|| classified(error, |_: &rockusb::package::Error| None))
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
    let cut = "the same command with --resume goes on where the board stopped taking sectors";
    Some(advice.map_or_else(|| cut.into(), |advice| format!("{advice}\n{cut}")))
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
        Cause::OtherChip { .. } => "use the loader that is built for this SoC",
        Cause::OtherBlock { .. } => {
            "nothing more was written; use the image, or the boot loader, that is built for this SoC"
        }
        Cause::Changed(_) => "nothing more was written; is it still the board that you meant?",
        Cause::PastTheEnd { .. } if matches!(step, Step::Write | Step::Verify) => {
            "nothing more was written; use a larger medium, or another first sector"
        }
        Cause::Unaligned { .. } => {
            "begin and end at multiples of the erase block: `rockchip identify` shows it"
        }
        Cause::NoMedium => "`rockchip storage` shows and chooses the medium",
        Cause::NotSwitched { .. } => {
            "the board has no such medium, or this loader does not serve it"
        }
        Cause::NotServed { .. } => "is it fitted? Another loader may serve it",
        Cause::FakedReads => "use a loader that reads; --force saves what this one returns",
        Cause::Differs(_) => {
            "write it once more; then try another cable or port, and the board's supply"
        }
        Cause::NotErased(_) => "this loader's erase does nothing there: write zeros in its place",
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
