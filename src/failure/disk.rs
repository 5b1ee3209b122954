//! What failures of USB disks mean, and what to do about them.

use link::Code;

use super::Failure;
use crate::{exit::Exit, transport::DiskError};

pub(super) fn known(error: &(dyn std::error::Error + 'static)) -> Option<Failure> {
    error.downcast_ref().map(of)
}

fn of(error: &DiskError) -> Failure {
    match error {
        DiskError::Nothing(_) => Failure::new(Exit::NoBoard, Code::BOARD_NONE).advised(
            "have the board's U-Boot run `ums 0 mmc 0`, or the like; with --wait SECONDS the tool waits for the disk",
        ),
        DiskError::Several(..) => Failure::new(Exit::NoBoard, Code::BOARD_SEVERAL)
            .advised("have U-Boot show one disk: `ums 0 mmc 0`"),
        DiskError::Unready(_) => Failure::new(Exit::Failed, Code::USB_OPEN)
            .advised("load the kernel's driver (sudo modprobe usb-storage), or plug the board in again"),
        DiskError::Permission(_) => Failure::new(Exit::Permission, Code::USB_PERMISSION)
            .advised("run the command as root, who alone may write disks"),
        DiskError::Gone(_) => Failure::new(Exit::Failed, Code::USB_GONE).advised(
            "check the cable and the board's supply, run `ums` again and repeat the command with --resume",
        ),
        DiskError::Interrupted => Failure::new(Exit::Interrupted, Code::INTERRUPTED),
        DiskError::NoDisk(..) => Failure::new(Exit::Refused, Code::BOARD_FAMILY),
        DiskError::InUse(..) => Failure::new(Exit::Refused, Code::REFUSED),
        DiskError::Other(..) => Failure::new(Exit::Failed, Code::FAILED)
            .advised("`dmesg` shows what the kernel says of the disk; repeat the command with --resume"),
    }
}
