//! Sending blobs to a mask ROM.

use alloc::{borrow::Cow, string::String, vec::Vec};
use core::time::Duration;

use link::{Fault, Once, StepId, UsbError, UsbLink, Watch};

use super::{Action, Cause, Error, Step};
use crate::{
    chips::{self, Chip, Fit},
    loader::{Kind, Loader},
    rc4,
    wire::{Area, Framed, SumKind},
};

/// The longest for one request but the last: the first one of a download took more than a second on an RK3576.
const PIECE_LIMIT: Duration = Duration::from_secs(10);
/// Slowest check of a sum, in bytes per second: less than half of what was measured (124 kB/s).
const SUM_RATE: u64 = 50_000;
/// Slowest start of a blob, in bytes per second, as the time until a board is back on the bus tells.
const START_RATE: u64 = 100_000;

/// A blob to be sent.
#[derive(Clone, Debug)]
pub struct Download<'a> {
    /// Where it goes.
    pub area: Area,
    /// What it is called in messages.
    pub name: String,
    /// Its bytes, in the form that the chip wants.
    pub data: Cow<'a, [u8]>,
    /// How long to wait after it.
    pub delay: Duration,
    /// The sum after it.
    pub sum: SumKind,
}

impl<'a> Download<'a> {
    /// What a loader file has for a mask ROM, in the order in which it is to be sent: every blob for SRAM, also the head
    /// that only secure boot needs, then every blob for DRAM. Bytes go as they are stored.
    pub fn of(loader: &Loader<'a>) -> Vec<Self> {
        let blob = |area| {
            loader.of(Kind::Download(area)).map(move |entry| Self {
                area,
                name: entry.name.clone(),
                data: Cow::Borrowed(entry.data),
                delay: entry.delay,
                sum: SumKind::Crc,
            })
        };
        blob(Area::Sram).chain(blob(Area::Dram)).collect()
    }

    /// Refuses a loader file that is known to be for another SoC than the one with this `idProduct`.
    ///
    /// # Errors
    /// When it is for another SoC.
    pub fn require_chip(loader: &Loader<'_>, product: u16) -> Result<Fit, Error> {
        let code = loader.header.chip;
        match chips::fit(Some(product), None, code) {
            Fit::Other => {
                let found = chips::by_product(product).map(|chip| chip.name.into());
                Err(refused(Cause::OtherChip { found, wanted: chips::name_of(code) }))
            }
            fit => Ok(fit),
        }
    }

    /// A raw blob, as U-Boot builds it (`u-boot-rockchip-usb471.bin`): padded and scrambled where the chip wants it.
    pub fn raw(area: Area, name: String, bytes: &'a [u8], chip: &Chip) -> Self {
        let data = if chip.rc4 {
            let mut bytes = bytes.to_vec();
            bytes.resize(bytes.len().next_multiple_of(2048), 0);
            rc4::whole(&mut bytes);
            Cow::Owned(bytes)
        } else {
            Cow::Borrowed(bytes)
        };
        // Mainline's TPL returns at once; the vendor's loaders ask for 1 ms.
        Self { area, name, data, delay: Duration::from_millis(1), sum: SumKind::Crc }
    }

    /// How long its last request may take: some mask ROMs check the sum before they answer it.
    fn last_limit(&self) -> Duration {
        PIECE_LIMIT + Duration::from_secs(self.data.len() as u64 / SUM_RATE)
    }
}

/// How long a board may take until it is back on the bus after these blobs: it may still be checking the sum of the
/// last. An RK3576 took more than 3 s, an RK3588S less than one.
pub fn comeback(blobs: &[Download<'_>]) -> Duration {
    let longest = blobs.iter().map(|blob| blob.data.len() as u64).max().unwrap_or(0);
    Duration::from_secs(5 + longest.div_ceil(START_RATE))
}

/// Sends the blobs in order. After one for DRAM the board leaves the bus and comes back as another program.
///
/// A blob that arrives damaged is acknowledged to its end and thrown away; the failure shows at the next one. After any
/// failure the mask ROM takes nothing until it is switched off and on: there is no use in trying again.
///
/// # Errors
/// When a transfer fails, and when the board refuses or answers something else.
pub fn download(
    link: &mut dyn UsbLink,
    blobs: &[Download<'_>],
    watch: &mut dyn Watch,
) -> Result<(), Error> {
    if blobs.is_empty() || blobs.iter().any(|blob| blob.data.is_empty()) {
        return Err(refused(Cause::Empty));
    }
    for (index, blob) in blobs.iter().enumerate() {
        watch.step(StepId::START, &blob.name, blob.data.len() as u64);
        // The sum at its end is not the blob's.
        send(link, blob, index, &mut Once::new(watch, blob.data.len() as u64))?;
        if blob.area == Area::Dram && index + 1 == blobs.len() {
            // It is about to leave the bus.
            return Ok(());
        }
        link.pause(blob.delay).map_err(|error| refused(Cause::Upload(error)))?;
    }
    Ok(())
}

fn send(
    link: &mut dyn UsbLink,
    blob: &Download<'_>,
    index: usize,
    watch: &mut dyn Watch,
) -> Result<(), Error> {
    let framed = Framed::new(&blob.data, blob.sum);
    let pieces = framed.pieces();
    let count = pieces.len();
    for (number, piece) in pieces.enumerate() {
        // Where the sum ends a full request, the one byte after it is what sets the check off; before it, a mask ROM may
        // already work on the sum.
        let late = number + 2 >= count;
        let limit = if late { blob.last_limit() } else { PIECE_LIMIT };
        let last = number + 1 == count;
        match link.control_out(blob.area.setup(), piece, limit) {
            Ok(()) => watch.advance(piece.len() as u64),
            // The code was started before the request was through.
            Err(UsbError { fault: Fault::Gone, .. }) if last && blob.area == Area::Dram => {}
            Err(error) => {
                let action = Action::Piece(blob.area, number + 1, count);
                let cause = cause(error, number, index);
                return Err(Error { step: Step::Download, action, cause, good: None });
            }
        }
    }
    Ok(())
}

fn cause(error: UsbError, piece: usize, blob: usize) -> Cause {
    match (error.fault, piece, blob) {
        (Fault::Gone, ..) | (Fault::Stopped, 0, 0) => Cause::Usb(error),
        (Fault::Stall | Fault::TimedOut | Fault::Bus, 0, 0) => Cause::Deaf(error),
        (Fault::Stall | Fault::TimedOut | Fault::Bus, 0, _) => Cause::Discarded(error),
        _ => Cause::Upload(error),
    }
}

fn refused(cause: Cause) -> Error {
    Error { step: Step::Download, action: Action::Check, cause, good: None }
}
