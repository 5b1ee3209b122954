//! The scrambling of blobs. It hides nothing: the key is the same on every chip, and known.

use rc4::{KeyInit, Rc4, StreamCipher};

/// The key, as the boot ROMs have it.
const KEY: [u8; 16] = [
    0x7c, 0x4e, 0x03, 0x04, 0x55, 0x05, 0x09, 0x07, 0x2d, 0x2c, 0x7b, 0x38, 0x17, 0x0d, 0x17, 0x11,
];

/// Scrambles or unscrambles `bytes` with one key stream: what is sent to the mask ROM.
pub fn whole(bytes: &mut [u8]) {
    let mut stream = Rc4::new_from_slice(&KEY).expect("RC4 takes keys of 1 to 256 bytes");
    stream.apply_keystream(bytes);
}

/// The same, with the key stream beginning anew every 512 bytes: what is on flash.
pub fn sectors(bytes: &mut [u8]) {
    bytes.chunks_mut(512).for_each(whole);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_answers() {
        let mut zeros = [0; 16];
        whole(&mut zeros);
        assert_eq!(zeros, 0x6e26_2cf3_be9f_9d51_ea30_34ce_2051_1f98_u128.to_be_bytes());
        let mut magic = 0x0ff0_aa55_u32.to_le_bytes();
        whole(&mut magic);
        assert_eq!(magic, [0x3b, 0x8c, 0xdc, 0xfc]);
    }

    #[test]
    fn sectors_begin_anew() {
        let mut bytes = [0; 1024];
        sectors(&mut bytes);
        assert_eq!(bytes[..512], bytes[512..]);
        let mut bytes = [0; 1024];
        whole(&mut bytes);
        assert_ne!(bytes[..512], bytes[512..]);
    }
}
