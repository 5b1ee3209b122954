//! What failed conversations with Amlogic's boards mean.

use amlogic::{adnl, optimus};
use link::Fault;

use super::Failure;
use crate::{doctor, exit::Exit};

const AGAIN: &str =
    "power the board off and on, and repeat the command; then try another cable or port";
const POWER: &str = "take the board's power away, and its USB cable too where that feeds it (a reset is not enough)";
const SIGNED: &str = "where secure boot is fused only the maker's own boot files start: the items USB:DDR and USB:UBOOT of its \
                      burning package";
const LOCKED: &str = "unlock it with its maker's password file: `racklet-flash amlogic password FILE`, or --password FILE with a command of \
                      `amlogic`. Without it nothing can be done through the mask ROM: try the vendor's U-Boot (`racklet-flash boards` \
                      says how)";
const BOOT: &str = "bring the vendor's U-Boot up first: `racklet-flash amlogic boot`; `amlogic identify` says who is there";

const MAINLINE: &str = "Without a vendor's U-Boot for the board, a mainline one can show the eMMC as a USB disk: `amlogic boot` with \
                        --script 'ums 0 mmc 2' (2: on GX; 1 elsewhere)";

/// A failure of either protocol, or of a file of either.
pub(super) fn known(error: &(dyn std::error::Error + 'static)) -> Option<Failure> {
    if let Some(error) = error.downcast_ref() {
        return Some(of_optimus(error));
    }
    if let Some(error) = error.downcast_ref() {
        return Some(of_adnl(error));
    }
    let is_file = error.is::<amlogic::image::Unsound>() || error.is::<amlogic::package::Error>();
    is_file.then(|| Failure::new(Exit::BadInput, "input.image"))
}

fn of_fault(fault: Fault, advice: &str) -> Failure {
    let failed = |code| Failure::new(Exit::Failed, code).advised(advice);
    match fault {
        Fault::Stopped => Failure::new(Exit::Interrupted, "interrupted"),
        Fault::Cancelled => Failure::new(Exit::Interrupted, "cancelled")
            .advised(format!("the board waits for the rest of the transfer: {advice}")),
        Fault::TimedOut => failed("usb.timeout"),
        Fault::Stall => failed("usb.stall"),
        Fault::Gone => failed("usb.gone")
            .advised(format!("the board reset or lost power: check its supply and cable; {AGAIN}")),
        Fault::Overlong => failed("usb.overlong"),
        Fault::Short { .. } => failed("usb.short"),
        Fault::NoMemory => {
            Failure::new(Exit::Failed, "usb.memory").advised(doctor::memory_advice())
        }
        Fault::Diverged => Failure::new(Exit::Failed, "replay.diverged"),
        _ => failed("usb.bus"),
    }
}

fn of_optimus(error: &optimus::host::Error) -> Failure {
    let failure = match error.fault() {
        Some(fault) if error.needs_power_cycle() => of_broken(fault, &error.cause),
        Some(fault) => of_fault(fault, AGAIN),
        None => of_optimus_cause(error),
    };
    Failure { step: Some(error.step.id()), ..failure }
}

/// Nothing is listened to any more.
fn of_broken(fault: Fault, cause: &optimus::host::Cause) -> Failure {
    match cause {
        optimus::host::Cause::Broken(_) if fault == Fault::Stopped => {
            Failure::new(Exit::Interrupted, "interrupted")
                .advised(format!("BL2 waits for the rest of U-Boot: {POWER}"))
        }
        optimus::host::Cause::NoDram(_) if fault == Fault::TimedOut => {
            Failure::new(Exit::Failed, "dram.none")
                .advised(format!("{POWER}; use boot files that are built for this board"))
        }
        _ => of_fault(fault, &format!("{POWER}, and repeat the command")),
    }
}

fn of_optimus_cause(error: &optimus::host::Error) -> Failure {
    use optimus::host::{Cause, Step};
    let again = format!("{POWER}, and repeat the command");
    let own_files = format!("{POWER}; use boot files that are built for this board");
    match &error.cause {
        Cause::Locked => Failure::new(Exit::Refused, "board.locked").advised(LOCKED),
        Cause::WrongPassword => Failure::new(Exit::Refused, "password.wrong")
            .advised("the password is the maker's, and its bytes count as they are: a line end at its end is one too many"),
        Cause::NoPasswords => Failure::new(Exit::Refused, "password.unwanted"),
        Cause::PasswordLength(_) => Failure::new(Exit::BadInput, "input.password"),
        Cause::Stage { .. } if matches!(error.step, Step::Bl2 | Step::Dram | Step::Uboot) => {
            Failure::new(Exit::Failed, "boot.failed").advised(own_files)
        }
        Cause::Stage { .. } => Failure::new(Exit::Refused, "board.mode").advised(format!("{BOOT}. {MAINLINE}")),
        Cause::OtherFamily { .. } => Failure::new(Exit::Refused, "board.other")
            .advised("nothing was sent; use the files that are built for this board"),
        Cause::NoFlow(_) => Failure::new(Exit::Refused, "unsupported"),
        Cause::Unsound(_) => Failure::new(Exit::BadInput, "input.image"),
        Cause::Range => Failure::new(Exit::Usage, "usage.range"),
        // What was found out before a request was sent.
        Cause::Malformed(_) if error.request.is_none() && error.step.is_of_uboot() => {
            Failure::new(Exit::Usage, "usage.text")
        }
        Cause::Refused { .. } => Failure::new(Exit::Failed, "bl2.refused")
            .advised(format!("use boot files that are built for this board; {SIGNED}")),
        Cause::Silent => Failure::new(Exit::Failed, "code.silent").advised(own_files),
        Cause::Bl2Failed(_) => Failure::new(Exit::Failed, "bl2.failed").advised(own_files),
        Cause::Beyond { .. } => Failure::new(Exit::BadInput, "input.short")
            .advised(format!("{POWER}; use the whole u-boot.bin that BL2 is from")),
        Cause::WantsToSend | Cause::NotTaken | Cause::Endless => {
            Failure::new(Exit::Failed, "bl2.answer").advised(again)
        }
        Cause::Unaligned(_) => Failure::new(Exit::Usage, "usage.aligned"),
        Cause::PastTheEnd(_) if error.step == Step::Store => {
            too_large(error.done.is_some_and(|done| done > 0))
        }
        Cause::PastTheEnd(_) => Failure::new(Exit::Usage, "usage.range"),
        Cause::Differs(_) => differs(),
        Cause::Failed(_) if error.step == Step::Verify => differs(),
        Cause::Failed(_) => Failure::new(Exit::Failed, "uboot.failed"),
        Cause::Busy => Failure::new(Exit::Failed, "board.busy").advised(AGAIN),
        Cause::Media { .. } => Failure::new(Exit::Failed, "storage.failed")
            .advised("the storage does not take it: is the partition large enough, is the eMMC worn out? A new image begins afresh"),
        Cause::Damaged(_) => Failure::new(Exit::Failed, "usb.damaged")
            .advised("try another cable, port or a powered hub"),
        Cause::Io(_) => Failure::new(Exit::Failed, "file"),
        _ => Failure::new(Exit::Failed, "amlogic.answer").advised(AGAIN),
    }
}

/// How long an image is that comes from stdin shows only at its end.
fn too_large(begun: bool) -> Failure {
    Failure::new(Exit::Refused, "image.large").advised(match begun {
        true => "storage holds the beginning of the image: of a file it shows before anything is written",
        false => "nothing was written",
    })
}

fn differs() -> Failure {
    Failure::new(Exit::Differs, "differs")
        .advised("write it once more; then try another cable or port, and the board's supply")
}

fn of_adnl(error: &adnl::host::Error) -> Failure {
    let failure = match error.fault() {
        Some(fault) if error.needs_power_cycle() => {
            of_fault(fault, &format!("{POWER}, and repeat the command"))
        }
        Some(fault) => of_fault(fault, AGAIN),
        None => of_adnl_cause(error),
    };
    Failure { step: Some(error.step.id()), ..failure }
}

fn of_adnl_cause(error: &adnl::host::Error) -> Failure {
    use adnl::{
        host::{Cause, Step},
        wire::Stage,
    };
    let own_files = format!("{POWER}; use boot files that are built for this board; {SIGNED}");
    match &error.cause {
        Cause::Password => Failure::new(Exit::Refused, "board.locked")
            .advised("how this protocol's passwords are told is not known here: try the vendor's U-Boot (`racklet-flash boards` says how)"),
        Cause::State { found: Stage::UBOOT, .. } => Failure::new(Exit::Refused, "board.mode")
            .advised("the vendor's U-Boot runs already: no boot files are needed"),
        Cause::State { .. } => Failure::new(Exit::Refused, "board.mode").advised(BOOT),
        Cause::NotStarted { .. } => Failure::new(Exit::Failed, "bl2.refused").advised(own_files),
        Cause::NotHandedOver(_) => Failure::new(Exit::Failed, "code.silent").advised(own_files),
        Cause::Bl2(_) => Failure::new(Exit::Failed, "bl2.failed").advised(own_files),
        Cause::ShortFile { .. } => Failure::new(Exit::BadInput, "input.short"),
        Cause::OutsideFile { .. } => Failure::new(Exit::BadInput, "input.short")
            .advised(format!("{POWER}; both boot files have to be of the same build")),
        Cause::Unsound(_) => Failure::new(Exit::BadInput, "input.image"),
        Cause::TooLong(_) => Failure::new(Exit::Usage, "usage.text"),
        Cause::Unaligned(_) => Failure::new(Exit::Usage, "usage.aligned"),
        Cause::PastTheEnd { .. } if error.step == Step::Write => {
            too_large(error.good.is_some())
        }
        Cause::PastTheEnd { .. } => Failure::new(Exit::Usage, "usage.range"),
        Cause::Differs(_) => differs(),
        Cause::Failed(_) if error.step == Step::Verify => differs(),
        Cause::TooLarge { .. } => Failure::new(Exit::Refused, "image.large")
            .advised("nothing was written: use an image for this board's partitions"),
        Cause::Failed(_) if error.step == Step::Boot => {
            Failure::new(Exit::Failed, "boot.failed").advised(own_files)
        }
        Cause::Failed(_) => Failure::new(Exit::Failed, "uboot.failed"),
        Cause::Closed(_) => Failure::new(Exit::Refused, "storage.closed")
            .advised("secure boot is fused: this board gives nothing of its storage away"),
        Cause::Busy => Failure::new(Exit::Failed, "board.busy").advised(AGAIN),
        Cause::Io(_) => Failure::new(Exit::Failed, "file"),
        _ => Failure::new(Exit::Failed, "amlogic.answer").advised(AGAIN),
    }
}

#[cfg(test)]
mod tests {
    use link::UsbError;

    use super::*;

    fn optimus(step: optimus::host::Step, cause: optimus::host::Cause) -> (Exit, &'static str) {
        let failure = of_optimus(&optimus::host::Error { step, request: None, cause, done: None });
        assert_eq!(failure.step, Some(step.id()));
        (failure.exit, failure.code)
    }

    fn adnl(step: adnl::host::Step, cause: adnl::host::Cause) -> (Exit, &'static str) {
        let action = adnl::host::Action::Check;
        let failure = of_adnl(&adnl::host::Error { step, action, cause, good: None });
        assert_eq!(failure.step, Some(step.id()));
        (failure.exit, failure.code)
    }

    fn usb(fault: Fault) -> UsbError {
        UsbError { pipe: link::Pipe::Control, fault }
    }

    #[test]
    fn what_optimus_says_has_its_class() {
        use optimus::host::{Cause, Step};
        let failed = || Cause::Failed("no".into());
        for (step, cause, wanted) in [
            (Step::Verify, failed(), (Exit::Differs, "differs")),
            (Step::Command, failed(), (Exit::Failed, "uboot.failed")),
            (Step::Read, Cause::Range, (Exit::Usage, "usage.range")),
            (Step::Store, Cause::Damaged(3), (Exit::Failed, "usb.damaged")),
            (Step::Amlc, Cause::Beyond { offset: 1, size: 2 }, (Exit::BadInput, "input.short")),
            (Step::Uboot, Cause::NoDram(usb(Fault::TimedOut)), (Exit::Failed, "dram.none")),
            (Step::Amlc, Cause::Broken(usb(Fault::Stopped)), (Exit::Interrupted, "interrupted")),
            (Step::Read, Cause::Usb(usb(Fault::Cancelled)), (Exit::Interrupted, "cancelled")),
        ] {
            assert_eq!(optimus(step, cause), wanted);
        }
    }

    #[test]
    fn what_adnl_says_has_its_class() {
        use adnl::host::{Cause, Step};
        let (bytes, end) = (512, 1024);
        for (step, cause, wanted) in [
            (Step::Verify, Cause::Failed("no".into()), (Exit::Differs, "differs")),
            (Step::Verify, Cause::Differs(7), (Exit::Differs, "differs")),
            (Step::Boot, Cause::Failed("no".into()), (Exit::Failed, "boot.failed")),
            (Step::Write, Cause::PastTheEnd { bytes, end }, (Exit::Refused, "image.large")),
            (Step::Read, Cause::PastTheEnd { bytes, end }, (Exit::Usage, "usage.range")),
            (Step::Write, Cause::TooLarge { size: 9, room: 8 }, (Exit::Refused, "image.large")),
            (Step::Read, Cause::Closed("no".into()), (Exit::Refused, "storage.closed")),
            (Step::Recover, Cause::Deaf(usb(Fault::TimedOut)), (Exit::Failed, "usb.timeout")),
        ] {
            assert_eq!(adnl(step, cause), wanted);
        }
    }
}
