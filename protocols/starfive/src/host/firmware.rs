//! SPL and U-Boot in SPI NOR, through U-Boot at its prompt.

use alloc::format;

use ::uboot::host::{Buffers, Flasher, Step, Written};

use super::{Cause, Error};
use crate::{
    chips::JH7110,
    header::Header,
    image::{self, Kind},
    uboot,
};

/// Where things are in the SPI NOR of a JH7110 board (U-Boot's documentation).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Where the SPL with its header goes.
    pub spl: u32,
    /// Bytes for it.
    pub spl_room: u32,
    /// Where U-Boot goes.
    pub uboot: u32,
    /// Bytes for it.
    pub uboot_room: u32,
}

impl Layout {
    /// VisionFive 2, Mars, Star64 and their kin.
    pub const JH7110: Self =
        Self { spl: 0, spl_room: 0xf_0000, uboot: 0x10_0000, uboot_room: 0xf0_0000 };
}

/// Memory for flashing a JH7110 board: its DRAM begins at 0x4000_0000, and no board has less than 1 GiB of it; U-Boot itself
/// is at its end.
pub const BUFFERS: Buffers = Buffers { load: 0x5000_0000, check: 0x5800_0000 };

/// Writes an SPL with its header and U-Boot to where the JH7110's ROM and SPL look for them, and verifies both; returns what
/// was written of the SPL and of U-Boot. U-Boot first: should that fail, the old SPL still starts what it can.
///
/// # Errors
/// When a file does not belong there (nothing is typed then), when the line fails, and when the board does not answer in
/// time or as it should.
pub fn write_firmware(
    flasher: &mut Flasher<'_, '_, '_>,
    layout: &Layout,
    spl: &[u8],
    uboot: &[u8],
) -> Result<[Written; 2], Error> {
    if let Err(cause) = check(layout, spl, uboot) {
        let console = flasher.prompt().console();
        console.set_step(Step::WRITE);
        return Err(Error::at(console, cause));
    }
    flasher.probe()?;
    let uboot = flasher.write("U-Boot", layout.uboot, uboot)?;
    let spl = flasher.write("SPL", layout.spl, spl)?;
    Ok([spl, uboot])
}

fn check(layout: &Layout, spl: &[u8], uboot: &[u8]) -> Result<(), Cause> {
    match image::kind(spl) {
        Kind::Spl(_) => {
            fits("SPL", spl, layout.spl_room)?;
            fits("U-Boot", uboot, layout.uboot_room)?;
            uboot::check(&JH7110, uboot).map(|_| ()).map_err(Cause::Uboot)
        }
        Kind::Agent(_) => Err(Cause::Unfit(
            "this is the recovery agent: it belongs into memory, not into the flash".into(),
        )),
        _ => Err(match Header::check(spl) {
            Err(error) => Cause::Header(error),
            Ok(_) => Cause::Unfit("this is no SPL".into()),
        }),
    }
}

fn fits(name: &str, image: &[u8], room: u32) -> Result<(), Cause> {
    let length = image.len();
    if length <= room as usize {
        return Ok(());
    }
    Err(Cause::Unfit(format!(
        "{name} is {length} bytes long, and its place in the flash has {room}"
    )))
}
