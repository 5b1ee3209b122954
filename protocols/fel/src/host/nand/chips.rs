//! The chips that are known by their ids: those whose reads and writes are alike, with pages of 2048 bytes and blocks of 64
//! pages, on one die and one plane.
//!
//! Source: Linux' drivers/mtd/nand/spi (winbond.c, gigadevice.c, macronix.c, toshiba.c, xtx.c, foresee.c), read as facts;
//! MX35LF1G24AD and MX35LF2GE4AD: xfel's table at 12b363a. None was tried.

use super::info::{Ecc, Geometry};

/// A chip.
pub(super) struct Known {
    pub(super) name: &'static str,
    /// Bytes of a page.
    spare: u16,
    blocks: u16,
    pub(super) ecc: Ecc,
}

/// The beginning of an id, name, spare bytes of a page, blocks, and what the ECC status says.
type Entry = (&'static [u8], &'static str, u16, u16, Ecc);

/// Status 3 is an error, or has no meaning.
const STRICT: Ecc = Ecc { three_is_corrected: false };
/// Status 3 is as many bits as can be corrected, or nearly.
const WIDE: Ecc = Ecc { three_is_corrected: true };

const CHIPS: [Entry; 43] = [
    (&[0xef, 0xba, 0x20], "Winbond W25N512GW", 64, 512, STRICT),
    (&[0xef, 0xaa, 0x21], "Winbond W25N01GV", 64, 1024, STRICT),
    (&[0xef, 0xba, 0x21], "Winbond W25N01GW", 64, 1024, STRICT),
    (&[0xef, 0xbc, 0x21], "Winbond W25N01JW", 64, 1024, STRICT),
    (&[0xef, 0xae, 0x21], "Winbond W25N01KV", 96, 1024, WIDE),
    (&[0xef, 0xaa, 0x22], "Winbond W25N02KV", 128, 2048, WIDE),
    (&[0xef, 0xba, 0x22], "Winbond W25N02KW", 128, 2048, WIDE),
    (&[0xc8, 0xf1], "GigaDevice GD5F1GQ4xA", 64, 1024, WIDE),
    (&[0xc8, 0xf2], "GigaDevice GD5F2GQ4xA", 64, 2048, WIDE),
    (&[0xc8, 0xf4], "GigaDevice GD5F4GQ4xA", 64, 4096, WIDE),
    (&[0xc8, 0xd1], "GigaDevice GD5F1GQ4UE", 128, 1024, WIDE),
    (&[0xc8, 0xc1], "GigaDevice GD5F1GQ4RE", 128, 1024, WIDE),
    (&[0xc8, 0xd2], "GigaDevice GD5F2GQ4UE", 128, 2048, WIDE),
    (&[0xc8, 0xc2], "GigaDevice GD5F2GQ4RE", 128, 2048, WIDE),
    (&[0xc8, 0x51], "GigaDevice GD5F1GQ5UE", 128, 1024, STRICT),
    (&[0xc8, 0x41], "GigaDevice GD5F1GQ5RE", 128, 1024, STRICT),
    (&[0xc8, 0x52], "GigaDevice GD5F2GQ5UE", 128, 2048, STRICT),
    (&[0xc8, 0x42], "GigaDevice GD5F2GQ5RE", 128, 2048, STRICT),
    (&[0xc8, 0x91], "GigaDevice GD5F1GM7UE", 128, 1024, WIDE),
    (&[0xc8, 0x81], "GigaDevice GD5F1GM7RE", 128, 1024, WIDE),
    (&[0xc8, 0x92], "GigaDevice GD5F2GM7UE", 128, 2048, WIDE),
    (&[0xc8, 0x82], "GigaDevice GD5F2GM7RE", 128, 2048, WIDE),
    (&[0xc2, 0x12], "Macronix MX35LF1GE4AB", 64, 1024, STRICT),
    (&[0xc2, 0x14], "Macronix MX35LF1G24AD", 128, 1024, STRICT),
    (&[0xc2, 0x1e], "Macronix MX31LF1GE4BC", 64, 1024, STRICT),
    (&[0xc2, 0x26], "Macronix MX35LF2GE4AD", 128, 2048, STRICT),
    (&[0x98, 0xc2], "Toshiba TC58CVG0S3HRAIG", 128, 1024, WIDE),
    (&[0x98, 0xcb], "Toshiba TC58CVG1S3HRAIG", 128, 2048, WIDE),
    (&[0x98, 0xb2], "Toshiba TC58CYG0S3HRAIG", 128, 1024, WIDE),
    (&[0x98, 0xbb], "Toshiba TC58CYG1S3HRAIG", 128, 2048, WIDE),
    (&[0x98, 0xe2], "Kioxia TC58CVG0S3HRAIJ", 128, 1024, WIDE),
    (&[0x98, 0xeb], "Kioxia TC58CVG1S3HRAIJ", 128, 2048, WIDE),
    (&[0x98, 0xd2], "Kioxia TC58CYG0S3HRAIJ", 128, 1024, WIDE),
    (&[0x98, 0xdb], "Kioxia TC58CYG1S3HRAIJ", 128, 2048, WIDE),
    (&[0x98, 0xa1], "Kioxia TC58NYG0S3HBAI4", 128, 1024, WIDE),
    (&[0x0b, 0x31], "XTX XT26G01D", 128, 1024, WIDE),
    (&[0x0b, 0x34], "XTX XT26G11D", 128, 1024, WIDE),
    (&[0x0b, 0x51], "XTX XT26Q01D", 128, 1024, WIDE),
    (&[0x0b, 0x32], "XTX XT26G02D", 128, 2048, WIDE),
    (&[0x0b, 0x35], "XTX XT26G12D", 128, 2048, WIDE),
    (&[0x0b, 0x52], "XTX XT26Q02D", 128, 2048, WIDE),
    (&[0xcd, 0x71, 0x71], "FORESEE F35SQA001G", 64, 1024, STRICT),
    (&[0xcd, 0x72, 0x72], "FORESEE F35SQA002G", 64, 2048, STRICT),
];

/// The chip with this id.
pub(super) fn by_id(id: [u8; 3]) -> Option<Known> {
    let (_, name, spare, blocks, ecc) = *CHIPS.iter().find(|entry| id.starts_with(entry.0))?;
    Some(Known { name, spare, blocks, ecc })
}

impl Known {
    pub(super) fn geometry(&self) -> Geometry {
        Geometry { page: 2048, spare: self.spare.into(), pages: 64, blocks: self.blocks.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_id_is_the_beginning_of_another() {
        for (index, one) in CHIPS.iter().enumerate() {
            let clash = CHIPS[index + 1..].iter().find(|other| other.0.starts_with(one.0));
            assert!(clash.is_none(), "{}", one.1);
        }
        assert_eq!(by_id([0xef, 0xaa, 0x22]).map(|chip| chip.geometry().bytes()), Some(256 << 20));
        assert!(by_id([0xef, 0x40, 0x18]).is_none(), "a NOR flash");
    }
}
