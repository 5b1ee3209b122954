//! What to do about failed conversations with Allwinner's boot ROM.

use fel::{
    chips::Core,
    host::{Cause, Error, Stage},
    image::ImageError,
};
use link::Fault;

use super::{Failure, classified, usb_advice};

const AGAIN: &str = "power the board off and on (or plug it in again) so that its boot ROM starts again, and repeat the command";

const IMAGE: &str = "use U-Boot's u-boot-sunxi-with-spl.bin for this board (`racklet-flash boards BOARD` says who publishes it); if \
                     that is what it is, download or build it again";

/// What to do about code that is not meant to return.
const NOT_TO_RETURN: &str = "Start code that is not meant to return with `fel memory run --no-return`. Power the board off and \
                             on before the next command";
const TOO_LONG: &str = "the code hangs, crashed, or takes longer than --limit. Start code that is not meant to return with \
                        `fel memory run --no-return`. Power the board off and on before the next command";

/// A failure of the protocol, or of a file.
pub(super) fn known(error: &(dyn std::error::Error + 'static)) -> Option<Failure> {
    classified(error, of_image).or_else(|| classified(error, advice))
}

fn of_image(error: &ImageError) -> Option<String> {
    match error {
        ImageError::Vendor(kind) => Some(kind.instead().into()),
        _ => Some(IMAGE.into()),
    }
}

fn advice(error: &Error) -> Option<String> {
    match (&error.cause, error.stage) {
        (Cause::Usb(usb), Stage::Identify) if usb.fault == Fault::TimedOut => {
            Some(format!("the boot ROM does not answer, as after an aborted transfer; {AGAIN}"))
        }
        (Cause::Usb(usb), _) => usb_advice(usb.fault, AGAIN),
        (cause, stage) => of_cause(cause, stage).map(Into::into),
    }
}

fn of_cause(cause: &Cause, stage: Stage) -> Option<&'static str> {
    Some(match cause {
        Cause::NotFel(_) => "enter the mask ROM's FEL instead (`racklet-flash boards` says how)",
        Cause::Chip(_) => {
            "identify, read, write and `memory run --no-return` work on any SoC; `racklet-flash fel chips` lists the SoCs that are known"
        }
        Cause::Unfit(_) | Cause::Mismatch(_) => {
            "use the image for this board: `racklet-flash boards BOARD` says which that is"
        }
        Cause::Overlap(_) | Cause::PastTheEnd => "choose other addresses",
        Cause::OtherChip { .. } => {
            "leave --soc out if the board is the right one, or choose another board with --port (`racklet-flash list`)"
        }
        Cause::Unsupported { .. } => {
            "`racklet-flash fel memory` reads and writes memory on every SoC"
        }
        Cause::Differs { .. } => {
            "power the board off and on and repeat the command; then try another cable or port, and the board's power supply"
        }
        Cause::Malformed(_) | Cause::Refused(_) | Cause::Failed(_) => {
            "power the board off and on; if that repeats, its boot ROM may not serve FEL (a secure or TOC0-only variant) \
             or it may lack power"
        }
        Cause::NoReturn => no_return(stage),
        Cause::Left => NOT_TO_RETURN,
        Cause::NoDram { chip, .. } => no_dram(chip.core),
        Cause::SplDamaged => "repeat the command; then try another cable or port",
        Cause::CachesOn | Cause::ThunkUnfinished(_) | Cause::ProcessorState(_) => {
            "power the board off and on and enter FEL from there, instead of entering it from a running U-Boot"
        }
        Cause::Protected(_) => {
            "`racklet-flash fel spiflash write … --unlock` clears the protection first; if it stays, the flash's WP pin is low"
        }
        Cause::Locked(_) => "the flash's WP pin is low, or its locks were made permanent",
        Cause::OtherFlash(_) => {
            "`racklet-flash fel spiflash` reaches both kinds; `racklet-flash boards BOARD` lists what the board has"
        }
        Cause::Uncorrectable(_) => {
            "what was there is lost: `racklet-flash fel spiflash erase` makes its block usable again; leave it out, or write it anew"
        }
        Cause::BadBlock { is_marked: true, .. } => {
            "repeat the command: it skips the block. What the block held is lost, and what was behind it is not where it was"
        }
        Cause::BadBlock { is_marked: false, .. } => {
            "write the image from another block on, or replace the flash: a boot ROM does not skip a block that is not marked"
        }
        Cause::NoFlash([0, 0, 0] | [0xff, 0xff, 0xff]) => {
            "is there one on the board? `racklet-flash boards BOARD` lists what it has"
        }
        Cause::NoFlash(_) => {
            "U-Boot may know it: `racklet-flash fel boot u-boot-sunxi-with-spl.bin`, then `sf probe` at its prompt"
        }
        _ => return None,
    })
}

fn no_return(stage: Stage) -> &'static str {
    match stage {
        Stage::Spl => {
            "the SPL hangs or never returns to FEL: is it built for this board's DRAM, and is it U-Boot's SPL rather \
             than the vendor's boot0? On a secure-fused H616 or H313 try an SPL built for AArch32. Power the board off \
             and on first"
        }
        Stage::Request => TOO_LONG,
        _ => "the code hangs or crashed; power the board off and on",
    }
}

fn no_dram(core: Core) -> &'static str {
    match core {
        Core::Arm => {
            "run an SPL first: `racklet-flash fel spl FILE`, with u-boot-sunxi-with-spl.bin for this board. If another \
             program has set DRAM up, add --dram-up"
        }
        Core::RiscV => {
            "have another program set DRAM up (xfel's `ddr`), then add --dram-up: no SPL returns to FEL on this SoC"
        }
    }
}
