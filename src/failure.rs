//! What a failed command means: its exit code, a word for scripts, and what to do next.

mod amlogic;
mod rockchip;
mod serial;

pub use serial::last_words;

use anyhow::Error;
use fel::{
    chips::Core,
    host::{self, Cause, Stage},
    image::ImageError,
};
use link::{Fault, StepId};

use crate::{
    boards::{self, NotFound},
    doctor::{self, Machine},
    exit::Exit,
    files::regular::Changed,
    transport::{Missing, OpenError},
    virt::{PlugError, QemuError, usbip::ServeError},
};

/// A failure, classified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The exit code.
    pub exit: Exit,
    /// A stable word for scripts.
    pub code: &'static str,
    /// The step of the conversation in which it happened, where there was one.
    pub step: Option<StepId>,
    /// What to do next, where that can be said.
    pub advice: Option<String>,
}

/// An error that the command line itself finds.
#[derive(Debug)]
pub enum Problem {
    /// The arguments do not go together.
    Usage(String),
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
    /// All was done but for the restart at the end.
    Unrestarted(String),
    /// The user has had enough.
    Interrupted,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Usage(text)
            | Self::BadInput(text)
            | Self::Changed(text)
            | Self::Refused(text)
            | Self::OtherBoard(text)
            | Self::Swapped(text)
            | Self::Differs(text)
            | Self::Unverified(text)
            | Self::Unrestarted(text) => f.write_str(text),
            Self::Unconfirmed(text) => write!(f, "Refused: {text}"),
            Self::Interrupted => f.write_str("interrupted"),
        }
    }
}

impl std::error::Error for Problem {}

impl Failure {
    fn new(exit: Exit, code: &'static str) -> Self {
        Self { exit, code, step: None, advice: None }
    }

    fn advised(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }

    /// Finds the first error in the chain that has a class; anything else is a plain failure.
    pub fn of(error: &Error) -> Self {
        error.chain().find_map(Self::known).unwrap_or_else(|| Self::new(Exit::Failed, "failed"))
    }

    fn known(error: &(dyn std::error::Error + 'static)) -> Option<Self> {
        if let Some(problem) = error.downcast_ref() {
            return Some(of_problem(problem));
        }
        if let Some(error) = error.downcast_ref() {
            return Some(of_name(error));
        }
        if error.is::<boards::Invalid>() {
            return Some(of_file());
        }
        if error.is::<Changed>() {
            return Some(of_problem(&Problem::Changed(String::new())));
        }
        if let Some(missing) = error.downcast_ref() {
            return Some(of_missing(missing));
        }
        if let Some(open) = error.downcast_ref() {
            return Some(of_open(open));
        }
        if let Some(plug) = error.downcast_ref() {
            return Some(of_plug(plug));
        }
        if let Some(serve) = error.downcast_ref() {
            return Some(of_serve(serve));
        }
        if let Some(failure) = serial::known(error) {
            return Some(failure);
        }
        if let Some(failure) = amlogic::known(error) {
            return Some(failure);
        }
        if let Some(error) = error.downcast_ref() {
            return Some(of_image(error));
        }
        if error.is::<rockusb::Unsound>() || error.is::<rockusb::package::Error>() {
            return Some(Self::new(Exit::BadInput, "input.image"));
        }
        if let Some(rock) = error.downcast_ref() {
            return Some(rockchip::of(rock));
        }
        error.downcast_ref().map(of_fel)
    }
}

fn of_problem(problem: &Problem) -> Failure {
    match problem {
        Problem::Usage(_) => Failure::new(Exit::Usage, "usage"),
        Problem::BadInput(_) => Failure::new(Exit::BadInput, "input"),
        Problem::Changed(_) => Failure::new(Exit::BadInput, "input.changed"),
        Problem::Refused(_) => Failure::new(Exit::Refused, "refused"),
        Problem::OtherBoard(_) => Failure::new(Exit::Refused, "board.family")
            .advised("use the commands of the board's own family; `racklet-flash list` shows every board"),
        Problem::Swapped(_) => Failure::new(Exit::Refused, "board.swapped")
            .advised("plug in the board that is meant, bring it into its recovery mode, and run the command again"),
        Problem::Unconfirmed(_) => Failure::new(Exit::Refused, "unconfirmed"),
        Problem::Differs(_) => Failure::new(Exit::Differs, "differs"),
        Problem::Unverified(_) => Failure::new(Exit::Failed, "unverified")
            .advised("what cannot be read back is known only by a check during the write: `flash` uses one where the board has it"),
        Problem::Unrestarted(_) => Failure::new(Exit::Failed, "board.unrestarted")
            .advised("power the board off and on; nothing has to be written again"),
        Problem::Interrupted => Failure::new(Exit::Interrupted, "interrupted"),
    }
}

fn of_name(error: &NotFound) -> Failure {
    match error {
        NotFound::Nothing { .. } => Failure::new(Exit::Usage, "board.unknown").advised(
            "`racklet-flash boards` lists every board; any part of a name that no other board has will do",
        ),
        NotFound::Several { .. } => {
            Failure::new(Exit::Usage, "board.ambiguous").advised("give more of the name")
        }
        NotFound::Invalid(_) => of_file(),
    }
}

/// A board's file that is not sound.
fn of_file() -> Failure {
    Failure::new(Exit::BadInput, "input.board").advised(
        "mend the file or take it away; `racklet-flash boards --check FILE` checks it, and docs/boards.md explains every key",
    )
}

fn of_missing(missing: &Missing) -> Failure {
    match missing {
        Missing::Nothing { there, .. } if !there.is_empty() => {
            Failure::new(Exit::NoBoard, "board.none").advised(
                "use the command for what is there, or bring the board into its recovery mode (`racklet-flash boards` says how)",
            )
        }
        Missing::Nothing { .. } => Failure::new(Exit::NoBoard, "board.none").advised(
            "bring the board into its recovery mode (`racklet-flash boards` says how), try another cable or port, and see \
             `racklet-flash doctor`; with --wait SECONDS the tool waits for it",
        ),
        Missing::Several { .. } => {
            Failure::new(Exit::NoBoard, "board.several").advised("choose one of them with --port")
        }
        Missing::Unlisted(_) => Failure::new(Exit::NoBoard, "usb.unlisted").advised(
            "`racklet-flash doctor` says more; is this a container without /sys or USB? Run it on the host",
        ),
        Missing::Lost { .. } => Failure::new(Exit::Failed, "board.lost").advised(
            "what was started on it does not come up: is it built for this board and its memory? Power the board off and on",
        ),
        Missing::Interrupted => Failure::new(Exit::Interrupted, "interrupted"),
    }
}

fn of_open(open: &OpenError) -> Failure {
    match open {
        OpenError::Permission { node, .. } => Failure::new(Exit::Permission, "usb.permission")
            .advised(doctor::remedy(&Machine::here(), node)),
        OpenError::Locked { .. } => Failure::new(Exit::Failed, "usb.busy")
            .advised("wait until it is done: two programs cannot use one board"),
        OpenError::Busy { .. } => Failure::new(Exit::Failed, "usb.busy")
            .advised("another program has the board open; who it is: sudo racklet-flash doctor"),
        _ => Failure::new(Exit::Failed, "usb.open")
            .advised("plug the board in again and repeat the command"),
    }
}

fn of_plug(error: &PlugError) -> Failure {
    match error {
        PlugError::Qemu(error) => of_qemu(error),
        PlugError::Storage(_) => Failure::new(Exit::BadInput, "input.storage"),
        PlugError::Busy(_) => Failure::new(Exit::Refused, "storage.busy")
            .advised("wait until the other process is done, or name another file with storage="),
    }
}

fn of_qemu(error: &QemuError) -> Failure {
    match error {
        QemuError::Missing { .. } => Failure::new(Exit::Failed, "qemu.missing")
            .advised("install Debian's qemu-system-arm, or name another QEMU in RACKLET_FLASH_QEMU"),
        QemuError::Storage(_) => Failure::new(Exit::BadInput, "input.storage"),
        QemuError::Failed(_) => Failure::new(Exit::Failed, "qemu.failed").advised(
            "`orangepi-pc` needs QEMU 5.1, `bpim2u` 8.1; RACKLET_FLASH_QEMU and RACKLET_FLASH_QEMU_DATA name another QEMU",
        ),
    }
}

fn of_serve(error: &ServeError) -> Failure {
    match error {
        ServeError::NoController => Failure::new(Exit::Failed, "serve.controller")
            .advised("load it: sudo modprobe vhci-hcd; or serve over TCP (without --vhci)"),
        ServeError::Permission(_) => Failure::new(Exit::Permission, "serve.permission")
            .advised("run it as root; serving over TCP (without --vhci) needs no rights"),
        ServeError::Port { .. } => Failure::new(Exit::Failed, "serve.port")
            .advised("choose another with port= behind the board's name"),
        ServeError::Listen { .. } => Failure::new(Exit::Failed, "serve.listen").advised(
            "end the program that listens there (usbipd?), or choose another address with --listen",
        ),
        ServeError::Board(error) => of_plug(error),
        ServeError::Other { .. } => Failure::new(Exit::Failed, "serve"),
    }
}

fn of_image(error: &ImageError) -> Failure {
    let failure = Failure::new(Exit::BadInput, "input.image");
    match error {
        ImageError::Vendor(kind) => failure.advised(kind.instead()),
        _ => failure,
    }
}

fn of_fel(error: &host::Error) -> Failure {
    let mut failure = match &error.cause {
        Cause::Usb(usb) => of_fault(usb.fault, error.stage),
        cause => of_cause(cause, error.stage),
    };
    failure.step = Some(error.stage.id());
    failure
}

fn of_fault(fault: Fault, stage: Stage) -> Failure {
    let again = "power the board off and on (or plug it in again) so that its boot ROM starts afresh, and repeat the command";
    match fault {
        Fault::Stopped => Failure::new(Exit::Interrupted, "interrupted"),
        Fault::Cancelled => Failure::new(Exit::Interrupted, "cancelled").advised(format!(
            "the transfer was cut: the boot ROM waits for the rest of it; {again}"
        )),
        Fault::TimedOut if stage == Stage::Identify => Failure::new(Exit::Failed, "usb.timeout")
            .advised(format!(
                "the boot ROM does not answer, as after an aborted transfer; {again}"
            )),
        Fault::TimedOut => Failure::new(Exit::Failed, "usb.timeout").advised(again),
        Fault::Stall => Failure::new(Exit::Failed, "usb.stall").advised(again),
        Fault::Gone => Failure::new(Exit::Failed, "usb.gone").advised(
            "the board reset or lost power: check its supply and cable, and repeat the command",
        ),
        Fault::Overlong => Failure::new(Exit::Failed, "usb.overlong").advised(again),
        Fault::Short { .. } => Failure::new(Exit::Failed, "usb.short").advised(again),
        Fault::NoMemory => {
            Failure::new(Exit::Failed, "usb.memory").advised(doctor::memory_advice())
        }
        Fault::Diverged => Failure::new(Exit::Failed, "replay.diverged"),
        _ => Failure::new(Exit::Failed, "usb.bus")
            .advised("try another cable, port or a powered hub"),
    }
}

/// What to do about code that is not meant to return.
const NOT_TO_RETURN: &str = "Start code that is not meant to return with `fel exec --no-return`. Power the board off and \
                             on before the next command";

fn of_cause(cause: &Cause, stage: Stage) -> Failure {
    match cause {
        Cause::PastTheEnd => Failure::new(Exit::Usage, "usage.range"),
        Cause::NotFel(_) => Failure::new(Exit::Refused, "board.mode")
            .advised("enter the mask ROM's FEL instead (`racklet-flash boards` says how)"),
        Cause::Chip(_) => Failure::new(Exit::Refused, "board.unknown").advised(
            "version, read, write and exec --no-return work on any SoC; `fel chips` lists those that are known",
        ),
        Cause::OtherChip { .. } => Failure::new(Exit::Refused, "board.other"),
        Cause::Unsupported { .. } => Failure::new(Exit::Refused, "unsupported"),
        Cause::Unfit(_) | Cause::Mismatch(_) => {
            Failure::new(Exit::Refused, "image.unfit").advised("use the image that is built for this board")
        }
        Cause::Overlap(_) => Failure::new(Exit::Refused, "overlap").advised("choose other addresses"),
        Cause::Differs { .. } => Failure::new(Exit::Differs, "differs")
            .advised("power the board off and on and repeat; then try another cable or port, and the board's supply"),
        Cause::Malformed(_) | Cause::Refused(_) | Cause::Failed(_) => Failure::new(Exit::Failed, "fel.answer").advised(
            "power the board off and on; if that repeats, its boot ROM may not serve FEL (a secure or TOC0-only \
             variant) or it may lack power",
        ),
        Cause::NoReturn if stage == Stage::Spl => Failure::new(Exit::Failed, "spl.no-return").advised(
            "the SPL hangs or never returns to FEL: is it built for this board's DRAM, and is it U-Boot's SPL rather \
             than the vendor's boot0? On a secure-fused H616 or H313 try an SPL built for AArch32. Power the board off and on first",
        ),
        Cause::NoReturn if stage == Stage::Request => Failure::new(Exit::Failed, "code.no-return")
            .advised(format!("the code hangs, crashed, or takes longer than --limit. {NOT_TO_RETURN}")),
        Cause::NoReturn => Failure::new(Exit::Failed, "code.no-return")
            .advised("the code hangs or crashed; power the board off and on"),
        Cause::Left => Failure::new(Exit::Failed, "code.left").advised(NOT_TO_RETURN),
        Cause::NoDram { chip, .. } => Failure::new(Exit::Refused, "dram.off").advised(match chip.core {
            Core::Arm => {
                "run an SPL first: `racklet-flash fel spl FILE`, with u-boot-sunxi-with-spl.bin for this board. If another \
                 program has set DRAM up, add --dram-up"
            }
            Core::RiscV => {
                "have another program set DRAM up (xfel's `ddr`), then add --dram-up: no SPL returns to FEL on this SoC"
            }
        }),
        Cause::SplDamaged => Failure::new(Exit::Failed, "spl.damaged").advised("repeat; then try another cable or port"),
        Cause::CachesOn | Cause::ThunkUnfinished(_) | Cause::ProcessorState(_) => Failure::new(Exit::Failed, "cpu.state")
            .advised("enter FEL by a power cycle, not from a running U-Boot"),
        _ => Failure::new(Exit::Failed, "file"),
    }
}
