//! What to do about failed conversations with Amlogic's boards.

use amlogic::{adnl, optimus};
use link::{Class, Classify, Fault};

use super::{Failure, classified, usb_advice};

const AGAIN: &str =
    "power the board off and on, and repeat the command; then try another cable or port";
const POWER: &str = "take the board's power away, and its USB cable too where that feeds it (a reset is not enough)";
const SIGNED: &str = "where secure boot is fused only the maker's own boot files start: the items USB:DDR and USB:UBOOT of its \
                      burning package";
const LOCKED: &str = "unlock it with its maker's password file: `racklet-flash amlogic password FILE`, or --password FILE with a command of \
                      `amlogic`. Without it nothing can be done through the mask ROM: try the vendor's U-Boot (`racklet-flash boards` \
                      says how)";
const BOOT: &str = "start the vendor's U-Boot first: `racklet-flash amlogic boot`; `racklet-flash amlogic identify` shows what runs on the board";

const WRONG_PASSWORD: &str = "the password is the maker's, and its bytes count as they are: a line end at its end is one too many";
const DIFFERS: &str =
    "write it again; then try another cable or port, and the board's power supply";
const WORN: &str = "check that the partition is large enough; if it is, the eMMC may be worn out. The next write begins again from the start";

/// What to do about boot files that are not sound.
const FILES: &str = "download the boot files again; `racklet-flash boards BOARD` says which a board needs and who publishes them";
const PACKAGE: &str = "use a burning package (USB Burning Tool's .img) from the board's maker, and download it again if it is one; for an \
                       image of a whole disk: `racklet-flash flash BOARD IMAGE`";

const MAINLINE: &str = "Without a vendor's U-Boot for the board, a mainline one can show the eMMC as a USB disk: `amlogic boot` with \
                        --script 'ums 0 mmc 2' (2: on GX; 1 elsewhere)";

/// A failure of either protocol, or of a file of either.
pub(super) fn known(error: &(dyn std::error::Error + 'static)) -> Option<Failure> {
    classified(error, of_optimus)
        .or_else(|| classified(error, of_adnl))
        .or_else(|| classified(error, |_: &amlogic::image::Unsound| Some(FILES.into())))
        .or_else(|| classified(error, |_: &amlogic::package::Error| Some(PACKAGE.into())))
}

/// How the board takes another command.
fn again(error: &impl Classify) -> String {
    match error.needs_power_cycle() {
        true => format!("{POWER}, and repeat the command"),
        false => AGAIN.into(),
    }
}

fn of_optimus(error: &optimus::host::Error) -> Option<String> {
    use optimus::host::{Cause, Step};
    let own_files = || Some(format!("{POWER}; use boot files that are built for this board"));
    Some(match &error.cause {
        Cause::Broken(usb) if usb.fault == Fault::Stopped => {
            format!("BL2 waits for the rest of U-Boot: {POWER}")
        }
        Cause::NoDram(usb) if usb.fault == Fault::TimedOut => return own_files(),
        Cause::Usb(usb) | Cause::NoDram(usb) | Cause::Broken(usb) => {
            return usb_advice(usb.fault, &again(error));
        }
        Cause::Locked => LOCKED.into(),
        Cause::WrongPassword => WRONG_PASSWORD.into(),
        Cause::Stage { .. } if matches!(error.step, Step::Bl2 | Step::Dram | Step::Uboot) => {
            return own_files();
        }
        Cause::Stage { .. } => format!("{BOOT}. {MAINLINE}"),
        Cause::OtherFamily { .. } => {
            "nothing was sent; use the files that are built for this board".into()
        }
        Cause::Refused { .. } => format!("use boot files that are built for this board; {SIGNED}"),
        Cause::Silent | Cause::Bl2Failed(_) => return own_files(),
        Cause::Beyond { .. } => format!("{POWER}; use the whole u-boot.bin that BL2 is from"),
        Cause::PastTheEnd(_) => return too_large(error),
        Cause::Differs(_) => DIFFERS.into(),
        Cause::Failed(_) if error.step == Step::Verify => DIFFERS.into(),
        Cause::Media { .. } => WORN.into(),
        Cause::Damaged(_) => "try another cable, port or a powered hub".into(),
        // Said before a request was sent.
        Cause::Malformed(_) if error.class() == Class::Usage => return None,
        Cause::WantsToSend
        | Cause::NotTaken
        | Cause::Endless
        | Cause::Busy
        | Cause::Malformed(_)
        | Cause::NoUboot
        | Cause::Sequence { .. }
        | Cause::Short { .. } => again(error),
        _ => return None,
    })
}

/// How long an image is that comes from stdin shows only at its end.
fn too_large(error: &impl Classify) -> Option<String> {
    let text = match error.acknowledged() {
        _ if error.class() != Class::Refused => return None,
        Some(1..) => {
            "storage holds the beginning of the image. From a file instead of stdin, its length is checked before anything is written"
        }
        _ => {
            "nothing was written: use a smaller image, or write it to a larger partition or storage"
        }
    };
    Some(text.into())
}

fn of_adnl(error: &adnl::host::Error) -> Option<String> {
    use adnl::{
        host::{Cause, Step},
        wire::Stage,
    };
    let own_files =
        || Some(format!("{POWER}; use boot files that are built for this board; {SIGNED}"));
    let advice = match &error.cause {
        Cause::Usb(usb) | Cause::Deaf(usb) => return usb_advice(usb.fault, &again(error)),
        Cause::Password => {
            "racklet-flash cannot send passwords over this protocol: try the vendor's U-Boot (`racklet-flash boards` \
             says how)"
        }
        Cause::State { found: Stage::UBOOT, .. } => {
            "the vendor's U-Boot runs already: no boot files are needed"
        }
        Cause::State { .. } => BOOT,
        Cause::NotStarted { .. } | Cause::NotHandedOver(_) | Cause::Bl2(_) => return own_files(),
        Cause::OutsideFile { .. } => {
            return Some(format!("{POWER}; both boot files have to be of the same build"));
        }
        Cause::PastTheEnd { .. } => return too_large(error),
        Cause::Differs(_) => DIFFERS,
        Cause::Failed(_) if error.step == Step::Verify => DIFFERS,
        Cause::TooLarge { .. } => "nothing was written: use an image for this board's partitions",
        Cause::Failed(_) if error.step == Step::Boot => return own_files(),
        Cause::Closed(_) => {
            "secure boot is fused, so this board does not let its storage be read: only writing is possible"
        }
        Cause::Busy
        | Cause::Malformed(_)
        | Cause::Unexpected(_)
        | Cause::Upload
        | Cause::OtherWindow { .. }
        | Cause::Incomplete { .. } => AGAIN,
        _ => return None,
    };
    Some(advice.into())
}

#[cfg(test)]
mod tests {
    use link::{Code, UsbError};

    use super::*;
    use crate::exit::Exit;

    fn optimus(step: optimus::host::Step, cause: optimus::host::Cause) -> (Exit, Code) {
        let error = optimus::host::Error { step, request: None, cause, done: None };
        let failure = known(&error).expect("a class");
        assert_eq!(failure.step, Some(step.id()));
        (failure.exit, failure.code)
    }

    fn adnl(step: adnl::host::Step, cause: adnl::host::Cause) -> (Exit, Code) {
        let action = adnl::host::Action::Check;
        let error = adnl::host::Error { step, action, cause, good: None };
        let failure = known(&error).expect("a class");
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
            (Step::Verify, failed(), (Exit::Differs, Code::DIFFERS)),
            (Step::Command, failed(), (Exit::Failed, Code::UBOOT_FAILED)),
            (Step::Read, Cause::Range, (Exit::Usage, Code::USAGE_RANGE)),
            (Step::Store, Cause::Damaged(3), (Exit::Failed, Code::USB_DAMAGED)),
            (Step::Amlc, Cause::Beyond { offset: 1, size: 2 }, (Exit::BadInput, Code::INPUT_SHORT)),
            (Step::Uboot, Cause::NoDram(usb(Fault::TimedOut)), (Exit::Failed, Code::DRAM_NONE)),
            (
                Step::Amlc,
                Cause::Broken(usb(Fault::Stopped)),
                (Exit::Interrupted, Code::INTERRUPTED),
            ),
            (Step::Read, Cause::Usb(usb(Fault::Cancelled)), (Exit::Interrupted, Code::CANCELLED)),
        ] {
            assert_eq!(optimus(step, cause), wanted);
        }
    }

    #[test]
    fn what_adnl_says_has_its_class() {
        use adnl::host::{Cause, Step};
        let (bytes, end) = (512, 1024);
        for (step, cause, wanted) in [
            (Step::Verify, Cause::Failed("no".into()), (Exit::Differs, Code::DIFFERS)),
            (Step::Verify, Cause::Differs(7), (Exit::Differs, Code::DIFFERS)),
            (Step::Boot, Cause::Failed("no".into()), (Exit::Failed, Code::BOOT_FAILED)),
            (Step::Write, Cause::PastTheEnd { bytes, end }, (Exit::Refused, Code::IMAGE_LARGE)),
            (Step::Read, Cause::PastTheEnd { bytes, end }, (Exit::Usage, Code::USAGE_RANGE)),
            (Step::Write, Cause::TooLarge { size: 9, room: 8 }, (Exit::Refused, Code::IMAGE_LARGE)),
            (Step::Read, Cause::Closed("no".into()), (Exit::Refused, Code::STORAGE_CLOSED)),
            (Step::Recover, Cause::Deaf(usb(Fault::TimedOut)), (Exit::Failed, Code::USB_TIMEOUT)),
        ] {
            assert_eq!(adnl(step, cause), wanted);
        }
    }
}
