//! The heads that packers put before the blobs of the SoCs with ID blocks of the new layout.

use alloc::{borrow::Cow, vec::Vec};
use core::time::Duration;

use super::{Blob, Kind, Pack};
use crate::{
    Unsound,
    idb::{Algorithm, Draft, HEAD_SIZE, WORDS, padded},
    wire::{Area, SECTOR},
};

const USB: &str = "UsbHead";
const FLASH: &str = "FlashHead";

/// How the boot ROM loads an image from flash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    /// Where to; `0xffff_ffff`: where the boot ROM likes.
    pub address: u32,
    /// Flags, whose meaning only the vendor knows.
    pub flags: u32,
}

impl Default for Load {
    fn default() -> Self {
        Self { address: u32::MAX, flags: 0 }
    }
}

/// What a recipe says about heads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    /// Words for both heads (`[BOOT0_PARAM]` and `[BOOT1_PARAM]`).
    pub words: [u32; WORDS],
    /// Each image on flash (`[LOADER1_PARAM]` and on).
    pub images: Vec<Load>,
}

impl Heads {
    /// Adds UsbHead, which tells of all blobs that are sent, and FlashHead, which tells of all that go to flash, as
    /// boot_merger 1.35 does it. A head that is there already stays.
    ///
    /// An error where there are more than the four that a head has room for.
    ///
    /// # Errors
    /// When the file is not of the form that it is for.
    pub fn add(&self, pack: &mut Pack) -> Result<(), Unsound> {
        let sent = pack.of(Kind::Download(Area::Sram)).chain(pack.of(Kind::Download(Area::Dram)));
        let sent: Vec<_> = sent.map(|blob| (blob, Load::default())).collect();
        let delay = sent.first().map_or(Duration::ZERO, |(blob, _)| blob.delay);
        let places = self.images.iter().copied().chain(core::iter::repeat(Load::default()));
        let flash: Vec<_> = pack.of(Kind::Flash).zip(places).collect();
        let usb = self.head(pack, (USB, Kind::Download(Area::Sram)), &sent, delay)?;
        let flash = self.head(pack, (FLASH, Kind::Flash), &flash, Duration::ZERO)?;
        pack.blobs.splice(0..0, usb.into_iter().chain(flash));
        Ok(())
    }

    fn head(
        &self,
        pack: &Pack,
        (name, kind): (&str, Kind),
        blobs: &[(&Blob, Load)],
        delay: Duration,
    ) -> Result<Option<Blob>, Unsound> {
        if blobs.is_empty() || blobs.iter().any(|(blob, _)| blob.name.eq_ignore_ascii_case(name)) {
            return Ok(None);
        }
        let image = |(blob, load): &(&Blob, Load)| {
            let bytes: Cow<'_, [u8]> = Cow::Owned(padded(&blob.data, pack.align).into_owned());
            (bytes, load.address, load.flags)
        };
        let images = blobs.iter().map(image).collect();
        // At most 32 sectors.
        let first = (HEAD_SIZE.next_multiple_of(pack.align) / SECTOR) as u16;
        let draft = Draft { images, first, algorithm: Algorithm::Sha256, words: self.words };
        let data = draft.head().map_err(|error| Unsound(alloc::format!("{name}: {error}")))?;
        Ok(Some(Blob { kind, name: name.into(), delay, data }))
    }
}
