//! Rockchip's boards.

use rockusb::host::Seen;

use crate::session::UsbSession;

/// What a board's descriptors tell, as far as Rockchip's programs are told apart by them.
pub fn seen(board: &UsbSession) -> Seen {
    let (endpoints, face) = (board.endpoints(), board.face());
    Seen {
        vendor: endpoints.vendor,
        product: endpoints.product,
        usb: face.usb,
        strings: face.strings,
        out: endpoints.out,
    }
}
