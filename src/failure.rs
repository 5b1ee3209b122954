//! What a failed command means: its exit code, a word for scripts, and what to do next.

mod allwinner;
mod amlogic;
mod disk;
mod general;
mod io;
mod net;
mod rack;
mod rockchip;
mod serial;

pub(crate) use io::advice as io_advice;
pub use serial::last_words;

use anyhow::Error;
use link::{Classify, Code, Fault, IoError, Meaning, StepId};

use crate::{
    boards::{self, NotFound},
    doctor::{self, Machine},
    exit::Exit,
    files::{disk_image::Came, regular::Changed},
    rack::manifest::Mistakes,
    transport::{Missing, OpenError},
    virt::{PlugError, QemuError, usbip::ServeError},
};

/// What to do after a write that was cut.
const CUT: &str = "the same command with --resume goes on where the board stopped taking sectors";

/// A failure, classified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The exit code.
    pub exit: Exit,
    /// A stable word for scripts.
    pub code: Code,
    /// The step of the conversation in which it happened, where there was one.
    pub step: Option<StepId>,
    /// What to do next, where that can be said.
    pub advice: Option<String>,
}

/// An error that the command line itself finds.
#[derive(Clone, Debug)]
pub enum Problem {
    /// The arguments do not go together.
    Usage(String),
    /// What was asked for is not possible as things are.
    Failed(String),
    /// A file is not what it should be.
    BadInput(String),
    /// A file is not what it was when it was checked.
    Changed(String),
    /// Refused for safety.
    Refused(String),
    /// Refused: the board is of another family than the command is for.
    OtherBoard(String),
    /// Refused: another board came to the port than the one that left it.
    Swapped(String),
    /// Refused, as the user has not allowed what it destroys.
    Unconfirmed(String),
    /// What was read is not what should be there.
    Differs(String),
    /// Not all that was asked for could be verified.
    Unverified(String),
    /// The network does not carry what it should.
    Network(String),
    /// What was started did not come up: the mask ROM still answers.
    NotUp(String),
    /// All was done but for the restart at the end.
    Unrestarted(String),
    /// The user stopped it.
    Interrupted,
    /// Another problem, with what to do about this one.
    Advised(Box<Self>, String),
}

impl Problem {
    /// The same with what to do about it.
    pub fn advised(self, advice: impl Into<String>) -> Self {
        Self::Advised(Box::new(self), advice.into())
    }

    /// An error of whatever class as one of an input file; what to do about it stays.
    pub fn of_input(error: &Error) -> Self {
        let problem = Self::BadInput(format!("{error:#}"));
        match Failure::of(error).advice {
            Some(advice) => problem.advised(advice),
            None => problem,
        }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Usage(text)
            | Self::Failed(text)
            | Self::BadInput(text)
            | Self::Changed(text)
            | Self::Refused(text)
            | Self::OtherBoard(text)
            | Self::Swapped(text)
            | Self::Differs(text)
            | Self::Unverified(text)
            | Self::Network(text)
            | Self::NotUp(text)
            | Self::Unrestarted(text) => f.write_str(text),
            Self::Unconfirmed(text) => write!(f, "Refused: {text}"),
            Self::Interrupted => f.write_str("interrupted"),
            Self::Advised(problem, _) => problem.fmt(f),
        }
    }
}

impl std::error::Error for Problem {}

/// Why a board that has all of its data was not restarted. What the user stopped stays a wish to stop.
pub fn unrestarted(done: &str, error: Error) -> Error {
    match Failure::of(&error).exit {
        Exit::Interrupted => error.context(format!("{done}; the board was not restarted")),
        _ => {
            Problem::Unrestarted(format!("{done}, but the board did not restart: {error:#}")).into()
        }
    }
}

impl Failure {
    fn new(exit: Exit, code: Code) -> Self {
        Self { exit, code, step: None, advice: None }
    }

    fn advised(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }

    /// Finds the first error in the chain that has a class; anything else is a plain failure. What to do is missing only for
    /// a wrong command line, which the command's own usage explains, and for what the user stopped.
    pub fn of(error: &Error) -> Self {
        // An error that came boxed is in no chain.
        let boxed = || error.downcast_ref::<IoError>().and_then(|error| Self::within(&**error));
        let found = Self::within(error.as_ref())
            .or_else(boxed)
            .or_else(|| error.chain().find_map(io::known));
        let found = found.unwrap_or_else(|| Self::new(Exit::Failed, Code::FAILED));
        let is_cut = error.downcast_ref::<Came>().is_some_and(|came| came.0.is_some());
        match found.exit {
            Exit::Interrupted if is_cut => Self { advice: Some(CUT.into()), ..found },
            _ => general::advised(found),
        }
    }

    /// The class of an error or of what caused it, where there is one.
    pub fn within(error: &(dyn std::error::Error + 'static)) -> Option<Self> {
        causes(error).find_map(Self::known)
    }

    fn known(error: &(dyn std::error::Error + 'static)) -> Option<Self> {
        own(error)
            .or_else(|| serial::known(error))
            .or_else(|| disk::known(error))
            .or_else(|| allwinner::known(error))
            .or_else(|| rockchip::known(error))
            .or_else(|| amlogic::known(error))
            .or_else(|| classified(error, fastboot))
            .or_else(|| net::known(error))
            .or_else(|| rack::known(error))
    }
}

/// An error and what it came from. An `io::Error` made of another error hides that one behind its source.
pub(crate) fn causes<'e>(
    error: &'e (dyn std::error::Error + 'static),
) -> impl Iterator<Item = &'e (dyn std::error::Error + 'static)> {
    std::iter::successors(Some(error), |error| {
        match error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref) {
            Some(inner) => Some(inner as &(dyn std::error::Error + 'static)),
            None => error.source(),
        }
    })
}

/// What to do where a conversation over fastboot failed.
fn fastboot(error: &::fastboot::host::Error) -> Option<String> {
    error.needs_power_cycle().then(|| "power the board off and on".into())
}

/// An error of this program's own, if it is one.
fn own(error: &(dyn std::error::Error + 'static)) -> Option<Failure> {
    fn of<E: std::error::Error + 'static>(
        error: &(dyn std::error::Error + 'static),
        failure: impl FnOnce(&E) -> Failure,
    ) -> Option<Failure> {
        error.downcast_ref().map(failure)
    }
    of(error, of_problem)
        .or_else(|| of(error, of_name))
        .or_else(|| of(error, |_: &boards::Invalid| of_file()))
        .or_else(|| of(error, |_: &Changed| of_problem(&Problem::Changed(String::new()))))
        .or_else(|| of(error, of_missing))
        .or_else(|| of(error, of_open))
        .or_else(|| of(error, of_plug))
        .or_else(|| of(error, Mistakes::failure))
        .or_else(|| of(error, of_serve))
}

/// An error of a protocol's, if it is one of type `E`: it says itself what it means, and here is what to do. Where a file
/// failed, and not the board, what that means counts.
fn classified<E: Classify + 'static>(
    error: &(dyn std::error::Error + 'static),
    advice: impl FnOnce(&E) -> Option<String>,
) -> Option<Failure> {
    let error = error.downcast_ref::<E>()?;
    if let Some(failure) = error.of_file().and_then(Failure::within) {
        return Some(Failure { step: error.step(), ..failure });
    }
    let Meaning { class, code } = error.meaning();
    Some(Failure { exit: class.into(), code, step: error.step(), advice: advice(error) })
}

/// What to do about a transfer that failed; `again` is how the board takes another command.
fn usb_advice(fault: Fault, again: &str) -> Option<String> {
    match fault {
        Fault::Stopped | Fault::Diverged => None,
        Fault::Cancelled => Some(format!("the board waits for the rest of the transfer: {again}")),
        Fault::Gone => {
            Some(format!("the board reset or lost power: check its supply and cable; {again}"))
        }
        Fault::NoMemory => Some(doctor::memory_advice()),
        Fault::Bus | Fault::Os(_) => Some("try another cable, port or a powered hub".into()),
        _ => Some(again.into()),
    }
}

fn of_problem(problem: &Problem) -> Failure {
    match problem {
        Problem::Usage(_) => Failure::new(Exit::Usage, Code::USAGE),
        Problem::Failed(_) => Failure::new(Exit::Failed, Code::FAILED),
        Problem::BadInput(_) => Failure::new(Exit::BadInput, Code::INPUT),
        Problem::Changed(_) => Failure::new(Exit::BadInput, Code::INPUT_CHANGED),
        Problem::Refused(_) => Failure::new(Exit::Refused, Code::REFUSED),
        Problem::OtherBoard(_) => Failure::new(Exit::Refused, Code::BOARD_FAMILY)
            .advised("use the commands of the board's own family; `racklet-flash list` shows every board"),
        Problem::Swapped(_) => Failure::new(Exit::Refused, Code::BOARD_SWAPPED)
            .advised("plug in the right board, bring it into recovery mode, and repeat the command"),
        Problem::Unconfirmed(_) => Failure::new(Exit::Refused, Code::UNCONFIRMED)
            .advised("make sure that nothing there is still needed, and repeat the command with --yes"),
        Problem::Differs(_) => Failure::new(Exit::Differs, Code::DIFFERS),
        Problem::Unverified(_) => Failure::new(Exit::Failed, Code::UNVERIFIED)
            .advised("what cannot be read back is known only by a check during the write: `flash` uses one where the board has it"),
        Problem::Network(_) => Failure::new(Exit::Failed, Code::NET_BOARD),
        Problem::NotUp(_) => Failure::new(Exit::Failed, Code::BOARD_ROM),
        Problem::Unrestarted(_) => Failure::new(Exit::Failed, Code::BOARD_UNRESTARTED)
            .advised("power the board off and on; nothing has to be written again"),
        Problem::Interrupted => Failure::new(Exit::Interrupted, Code::INTERRUPTED),
        Problem::Advised(problem, advice) => of_problem(problem).advised(advice.as_str()),
    }
}

fn of_name(error: &NotFound) -> Failure {
    match error {
        NotFound::Nothing { .. } => Failure::new(Exit::Usage, Code::BOARD_UNKNOWN).advised(
            "`racklet-flash boards` lists every board; any part of a name that no other board has will do",
        ),
        NotFound::Several { .. } => {
            Failure::new(Exit::Usage, Code::BOARD_AMBIGUOUS).advised("give more of the name")
        }
        NotFound::Invalid(_) => of_file(),
    }
}

/// A board's file that is not sound.
fn of_file() -> Failure {
    Failure::new(Exit::BadInput, Code::INPUT_BOARD).advised(
        "correct the file or remove it; `racklet-flash boards --check FILE` checks it, and docs/boards.md explains every key",
    )
}

fn of_missing(missing: &Missing) -> Failure {
    match missing {
        Missing::Nothing { there, .. } if !there.is_empty() => {
            Failure::new(Exit::NoBoard, Code::BOARD_NONE).advised(
                "use the command for the board that is connected, or bring the board into recovery mode (`racklet-flash boards` says how)",
            )
        }
        Missing::Nothing { .. } => Failure::new(Exit::NoBoard, Code::BOARD_NONE).advised(
            "bring the board into recovery mode (`racklet-flash boards` says how), try another cable or port, and see \
             `racklet-flash doctor`; with --wait SECONDS the tool waits for it",
        ),
        Missing::Several { .. } => {
            Failure::new(Exit::NoBoard, Code::BOARD_SEVERAL).advised("choose one of them with --port")
        }
        Missing::Unlisted(_) => Failure::new(Exit::NoBoard, Code::USB_UNLISTED).advised(
            "`racklet-flash doctor` says more; is this a container without /sys or USB? Run it on the host",
        ),
        Missing::Lost { .. } => Failure::new(Exit::Failed, Code::BOARD_LOST).advised(
            "the loader did not start: use the one for this board and its RAM; power the board off and on first",
        ),
        Missing::Interrupted => Failure::new(Exit::Interrupted, Code::INTERRUPTED),
    }
}

fn of_open(open: &OpenError) -> Failure {
    match open {
        OpenError::Permission { node, .. } => Failure::new(Exit::Permission, Code::USB_PERMISSION)
            .advised(doctor::remedy(&Machine::here(), node)),
        OpenError::Locked { .. } => Failure::new(Exit::Failed, Code::USB_BUSY)
            .advised("wait until it is done: two programs cannot use one board"),
        OpenError::Busy { .. } => Failure::new(Exit::Failed, Code::USB_BUSY).advised(
            "end the program that has the board open: `sudo racklet-flash doctor` names it",
        ),
        _ => Failure::new(Exit::Failed, Code::USB_OPEN)
            .advised("plug the board in again and repeat the command"),
    }
}

fn of_plug(error: &PlugError) -> Failure {
    match error {
        PlugError::Qemu(error) => of_qemu(error),
        PlugError::Storage(_) => of_storage(),
        PlugError::Busy(_) => Failure::new(Exit::Refused, Code::STORAGE_BUSY)
            .advised("wait until the other process is done, or name another file with storage="),
    }
}

/// The file that a simulated board keeps its storage in.
fn of_storage() -> Failure {
    Failure::new(Exit::BadInput, Code::INPUT_STORAGE)
        .advised("name another file with storage=; one that does not exist is made (`racklet-flash virtual list`)")
}

fn of_qemu(error: &QemuError) -> Failure {
    match error {
        QemuError::Missing { .. } => Failure::new(Exit::Failed, Code::QEMU_MISSING)
            .advised("install Debian's qemu-system-arm, or name another QEMU in RACKLET_FLASH_QEMU"),
        QemuError::Storage(_) => of_storage(),
        QemuError::Failed(_) => Failure::new(Exit::Failed, Code::QEMU_FAILED).advised(
            "`orangepi-pc` needs QEMU 5.1, `bpim2u` 8.1; RACKLET_FLASH_QEMU and RACKLET_FLASH_QEMU_DATA name another QEMU",
        ),
    }
}

fn of_serve(error: &ServeError) -> Failure {
    match error {
        ServeError::NoController => Failure::new(Exit::Failed, Code::SERVE_CONTROLLER)
            .advised("load it: sudo modprobe vhci-hcd; or serve over TCP (without --vhci)"),
        ServeError::Permission(_) => Failure::new(Exit::Permission, Code::SERVE_PERMISSION)
            .advised("run it as root; serving over TCP (without --vhci) needs no rights"),
        ServeError::Port { .. } => Failure::new(Exit::Failed, Code::SERVE_PORT)
            .advised("choose another with port= after the board's name"),
        ServeError::Listen { .. } => Failure::new(Exit::Failed, Code::SERVE_LISTEN).advised(
            "end the program that listens there (usbipd?), or choose another address with --listen",
        ),
        ServeError::Board(error) => of_plug(error),
        ServeError::Other { .. } => Failure::new(Exit::Failed, Code::SERVE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A user's file that fails while a protocol reads it, as each of them says so.
    fn failed_in_every_protocol(io: fn() -> IoError) -> Vec<Error> {
        use ::amlogic::{adnl::host as adnl, optimus::host as optimus};
        use rockusb::host as rockchip;
        use xmodem::drive;
        let moved = || uboot::host::Cause::Transfer(drive::Error::Io(io()));
        let (heard, cause) = (String::new, starfive::host::Cause::Console(moved()));
        let step = uboot::host::Step::LOAD;
        vec![
            fel::host::Error {
                stage: fel::host::Stage::Request,
                action: fel::host::Action::Read(0, 1),
                cause: fel::host::Cause::Io(io()),
            }
            .into(),
            rockchip::Error {
                step: rockchip::Step::Verify,
                action: rockchip::Action::Check,
                cause: rockchip::Cause::Io(io()),
                good: None,
            }
            .into(),
            optimus::Error {
                step: optimus::Step::Store,
                request: None,
                cause: optimus::Cause::Io(io()),
                done: None,
            }
            .into(),
            adnl::Error {
                step: adnl::Step::Write,
                action: adnl::Action::Check,
                cause: adnl::Cause::Io(io()),
                good: None,
            }
            .into(),
            ::fastboot::host::Error {
                step: ::fastboot::host::Step::Write,
                action: ::fastboot::host::Action::Command("flash".into()),
                cause: ::fastboot::host::Cause::Io(io()),
                good: None,
            }
            .into(),
            rockusb::package::Error::Io(io()).into(),
            ::amlogic::package::Error::Io(io()).into(),
            drive::Error::Io(io()).into(),
            uboot::host::Error { step, cause: moved(), heard: heard() }.into(),
            starfive::host::Error { step, cause, heard: heard() }.into(),
            Error::from_boxed(io()),
        ]
    }

    #[test]
    fn a_file_that_changes_is_told_as_that_in_every_family() {
        let changed: [fn() -> IoError; 3] = [
            || Box::new(std::io::Error::other(Changed)),
            || Box::new(Changed),
            || Box::new(Problem::Changed("its length changed".into())),
        ];
        for error in changed.into_iter().flat_map(failed_in_every_protocol) {
            let failure = Failure::of(&error.context("image"));
            let told = (failure.exit, failure.code);
            assert_eq!(told, (Exit::BadInput, Code::INPUT_CHANGED), "{failure:?}");
        }
    }

    #[test]
    fn a_write_that_was_stopped_between_two_runs_can_go_on() {
        let stopped = |came| Failure::of(&Error::from(Problem::Interrupted).context(Came(came)));
        assert_eq!(stopped(Some(64)).advice.as_deref(), Some(CUT));
        assert_eq!((stopped(None).exit, stopped(None).advice), (Exit::Interrupted, None));
    }

    #[test]
    fn a_wish_to_stop_that_a_file_tells_of_is_one() {
        for error in failed_in_every_protocol(|| Box::new(Problem::Interrupted)) {
            assert_eq!(Failure::of(&error).exit, Exit::Interrupted, "{error:?}");
        }
    }
}
