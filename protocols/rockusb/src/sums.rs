//! Rockchip's checksums.

use crc::{Algorithm, CRC_16_IBM_3740, CRC_16_XMODEM, CRC_32_ISO_HDLC, Crc, Digest};

/// The polynomial has two digits exchanged against the usual 0x04c11db7; every Rockchip tool has it so.
const RK: Algorithm<u32> = Algorithm {
    width: 32,
    poly: 0x04c1_0db7,
    init: 0,
    refin: false,
    refout: false,
    xorout: 0,
    check: 0x889a_9615,
    residue: 0,
};
/// The same with the usual polynomial: some packers of parameter blocks use it.
const PLAIN: Algorithm<u32> = Algorithm { poly: 0x04c1_1db7, check: 0x89a1_897f, ..RK };

static CRC32_RK: Crc<u32> = Crc::<u32>::new(&RK);
static CRC32_PLAIN: Crc<u32> = Crc::<u32>::new(&PLAIN);
static CRC32_GPT: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);
static CRC16: Crc<u16> = Crc::<u16>::new(&CRC_16_IBM_3740);
static CRC16_IDB: Crc<u16> = Crc::<u16>::new(&CRC_16_XMODEM);

/// CRC-32 of loader files, packages, parameter blocks and old ID blocks.
pub fn crc32(bytes: &[u8]) -> u32 {
    CRC32_RK.checksum(bytes)
}

/// The same, over pieces.
pub fn crc32_digest() -> Digest<'static, u32> {
    CRC32_RK.digest()
}

/// The same with the usual polynomial.
pub fn crc32_plain(bytes: &[u8]) -> u32 {
    CRC32_PLAIN.checksum(bytes)
}

/// CRC-32 of a GPT.
pub fn crc32_gpt(bytes: &[u8]) -> u32 {
    CRC32_GPT.checksum(bytes)
}

/// CRC-16 of what the mask ROM is sent (CCITT-FALSE).
pub fn crc16(bytes: &[u8]) -> u16 {
    CRC16.checksum(bytes)
}

/// CRC-16 of the sectors of an old ID block (initial value 0).
pub fn crc16_idb(bytes: &[u8]) -> u16 {
    CRC16_IDB.checksum(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_values_of_the_algorithms() {
        let nine = b"123456789";
        assert_eq!(crc32(nine), 0x889a_9615);
        assert_eq!(crc32_plain(nine), PLAIN.check);
        assert_eq!(crc32_gpt(nine), 0xcbf4_3926);
        assert_eq!(crc16(nine), 0x29b1);
        assert_eq!(crc16_idb(nine), 0x31c3);
    }
}
