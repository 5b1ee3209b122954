//! What a NAND flash is.

use alloc::{string::String, vec::Vec};

/// How a flash is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Geometry {
    /// Bytes of a page, without its spare bytes.
    pub page: u32,
    /// Spare bytes of a page.
    pub spare: u32,
    /// Pages of a block.
    pub pages: u32,
    /// Blocks.
    pub blocks: u32,
}

impl Geometry {
    /// Bytes of a block.
    pub fn block_bytes(&self) -> u64 {
        u64::from(self.page) * u64::from(self.pages)
    }

    /// Bytes of all blocks, bad ones too.
    pub fn bytes(&self) -> u64 {
        self.block_bytes() * u64::from(self.blocks)
    }
}

/// How bits 5:4 of the status are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ecc {
    pub(super) three_is_corrected: bool,
}

/// What the flash says of a page that it has loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Read {
    Clean,
    Corrected,
    Uncorrectable,
}

impl Ecc {
    /// What a status says.
    pub(super) fn of(self, status: u8) -> Read {
        match status >> 4 & 3 {
            0 => Read::Clean,
            1 => Read::Corrected,
            3 if self.three_is_corrected => Read::Corrected,
            _ => Read::Uncorrectable,
        }
    }
}

/// A NAND flash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Info {
    /// The answer to 9Fh: maker and device, and what follows them.
    pub id: [u8; 3],
    /// Maker and model.
    pub name: String,
    /// Its id is known. If not, all is what its parameter page says, and every ECC status that is not known to be good is
    /// taken for an error.
    pub is_known: bool,
    /// How it is divided.
    pub geometry: Geometry,
    /// Blocks that are marked as bad, in their order.
    pub bad: Vec<u32>,
    /// The register that locks blocks, as it was found: all are locked when power comes.
    pub locks: u8,
    pub(super) ecc: Ecc,
    /// The register of its configuration, as it is set: ECC is on.
    pub(super) configuration: u8,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_that_is_not_known_to_be_good_is_an_error() {
        let (strict, wide) = (Ecc { three_is_corrected: false }, Ecc { three_is_corrected: true });
        assert_eq!(
            [0x00, 0x10, 0x20, 0x30].map(|status| strict.of(status)),
            [Read::Clean, Read::Corrected, Read::Uncorrectable, Read::Uncorrectable]
        );
        assert_eq!((wide.of(0x30), wide.of(0x20)), (Read::Corrected, Read::Uncorrectable));
        assert_eq!(strict.of(0x0c), Read::Clean, "failures of programming say nothing of ECC");
    }
}
