//! Boards whose mask ROM speaks fastboot: which program answers.

use fastboot::host::Fastboot;

use super::{Identity, Stage};
use crate::{boards, session::UsbSession};

/// What only a K1's U-Boot tells: its mask ROM has the same numbers, and the same answer to `version-brom`.
const PRODUCT: &str = "product";
/// What every program tells.
const ROOM: &str = "max-download-size";

/// Asks for a variable, which changes nothing.
pub(super) fn identify(board: &mut UsbSession) -> anyhow::Result<Identity> {
    let (vendor, product) = board.ids();
    let vendor_name = boards::recognise(vendor, product).map_or("?", |(family, _)| &family.vendor);
    let mut device = Fastboot::new(&mut board.link);
    let (stage, socs) = match (vendor, product) {
        (0x2345, _) => (Stage::MaskRom, &["TH1520"][..]),
        (0x1234, _) => (Stage::Uboot, &["TH1520"][..]),
        _ => match device.getvar(PRODUCT)? {
            Some(_) => (Stage::Uboot, &["K1", "M1"][..]),
            None => (Stage::MaskRom, &["K1", "M1"][..]),
        },
    };
    device.getvar(ROOM)?;
    Ok(Identity {
        vendor: vendor_name,
        stage,
        mode: if stage == Stage::Uboot { "U-Boot (fastboot)" } else { "mask ROM (fastboot)" },
        socs: socs.iter().map(ToString::to_string).collect(),
        number: None,
        chip_id: None,
        medium: None,
    })
}
