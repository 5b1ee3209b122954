//! The bytes of XMODEM and YMODEM, both ways.

use alloc::{string::String, vec::Vec};
use core::fmt;

use crc::{CRC_16_XMODEM, Crc};

/// Begins a block of 128 bytes.
pub const SOH: u8 = 0x01;
/// Begins a block of 1024 bytes.
pub const STX: u8 = 0x02;
/// Ends a file.
pub const EOT: u8 = 0x04;
/// The block was taken.
pub const ACK: u8 = 0x06;
/// The block is to be sent again; before the first block, the receiver asks for 8-bit sums.
pub const NAK: u8 = 0x15;
/// Two of these, three for some receivers, end the transfer.
pub const CAN: u8 = 0x18;
/// The receiver asks for CRCs; U-Boot also says it instead of a NAK.
pub const POLL: u8 = b'C';
/// Fills the last block of a file.
pub const PAD: u8 = 0x1a;

/// Data bytes of a short block.
pub const SHORT: usize = 128;
/// Data bytes of a long block.
pub const LONG: usize = 1024;
/// Bytes of a frame before its data.
pub const HEAD: usize = 3;

/// CRC-16/XMODEM: polynomial 0x1021, nothing reflected, begins with 0.
const CRC: Crc<u16> = Crc::<u16>::new(&CRC_16_XMODEM);

/// How a receiver checks a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// The sum of its bytes, one byte.
    Sum,
    /// CRC-16, two bytes, high byte first.
    Crc,
}

impl Check {
    /// Bytes it adds to a frame.
    pub fn size(self) -> usize {
        match self {
            Self::Sum => 1,
            Self::Crc => 2,
        }
    }

    /// Adds the check of `data` to a frame.
    fn put(self, data: &[u8], frame: &mut Vec<u8>) {
        match self {
            Self::Sum => frame.push(sum(data)),
            Self::Crc => frame.extend(CRC.checksum(data).to_be_bytes()),
        }
    }

    /// Whether `check` is the check of `data`.
    fn holds(self, data: &[u8], check: &[u8]) -> bool {
        match self {
            Self::Sum => check == [sum(data)],
            Self::Crc => check == CRC.checksum(data).to_be_bytes(),
        }
    }
}

fn sum(data: &[u8]) -> u8 {
    data.iter().fold(0, |sum, byte| sum.wrapping_add(*byte))
}

/// Puts a block together: `data` is 128 or 1024 bytes.
pub fn block(number: u8, data: &[u8], check: Check) -> Vec<u8> {
    let mut frame = Vec::with_capacity(HEAD + data.len() + check.size());
    frame.push(if data.len() == LONG { STX } else { SOH });
    frame.extend([number, !number]);
    frame.extend(data);
    check.put(data, &mut frame);
    frame
}

/// Why a frame is not a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bad {
    /// It does not begin like one, or has the wrong length.
    Shape,
    /// Number and complement do not belong together.
    Number,
    /// The check does not hold.
    Check,
}

/// Takes a block apart: its number and its data.
///
/// # Errors
/// When the frame is cut or its number or sum does not hold.
pub fn parse(frame: &[u8], check: Check) -> Result<(u8, &[u8]), Bad> {
    let length = frame.first().and_then(|first| data_len(*first)).ok_or(Bad::Shape)?;
    if frame.len() != HEAD + length + check.size() {
        return Err(Bad::Shape);
    }
    if frame[1] != !frame[2] {
        return Err(Bad::Number);
    }
    let (data, sum) = frame[HEAD..].split_at(length);
    if !check.holds(data, sum) {
        return Err(Bad::Check);
    }
    Ok((frame[1], data))
}

/// The data length that a frame's first byte announces.
pub fn data_len(first: u8) -> Option<usize> {
    match first {
        SOH => Some(SHORT),
        STX => Some(LONG),
        _ => None,
    }
}

/// What YMODEM's block 0 says of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileInfo {
    /// Its name, without folders.
    pub name: String,
    /// Its length in bytes; some senders leave it out.
    pub size: Option<u64>,
}

/// A name that block 0 has no room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameTooLong;

impl fmt::Display for NameTooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the file name is too long for YMODEM")
    }
}

impl core::error::Error for NameTooLong {}

impl FileInfo {
    /// The data of block 0: name, NUL, decimal length, NUL, zeros. 128 bytes, or 1024 when the name needs them.
    ///
    /// # Errors
    /// When the name does not fit.
    pub fn to_block(&self) -> Result<Vec<u8>, NameTooLong> {
        let mut data = Vec::with_capacity(SHORT);
        data.extend(self.name.bytes());
        data.push(0);
        if let Some(size) = self.size {
            data.extend(alloc::format!("{size}").bytes());
        }
        data.push(0);
        let length = [SHORT, LONG].into_iter().find(|&length| data.len() <= length);
        data.resize(length.ok_or(NameTooLong)?, 0);
        Ok(data)
    }

    /// Reads the data of block 0; `None` is the empty block that ends a batch.
    pub fn from_block(data: &[u8]) -> Option<Self> {
        let mut fields = data.split(|byte| *byte == 0);
        let name = fields.next().filter(|name| !name.is_empty())?;
        let size = fields.next().map(|field| field.split(|byte| *byte == b' ').next());
        let size =
            size.flatten().and_then(|digits| core::str::from_utf8(digits).ok()?.parse().ok());
        Some(Self { name: String::from_utf8_lossy(name).into_owned(), size })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_crc_is_xmodems() {
        // The check value of CRC-16/XMODEM in every catalogue.
        assert_eq!(CRC.checksum(b"123456789"), 0x31c3);
    }

    #[test]
    fn a_block_looks_like_this() {
        let frame = block(1, &[0x1a; SHORT], Check::Sum);
        assert_eq!(&frame[..4], [0x01, 0x01, 0xfe, 0x1a]);
        // 128 * 0x1a = 0xd00
        assert_eq!(frame.len(), 132);
        assert_eq!(frame[131], 0x00);
        let frame = block(255, &[0; LONG], Check::Crc);
        assert_eq!((&frame[..3], frame.len()), (&[0x02, 0xff, 0x00][..], 1029));
        assert_eq!(frame[1027..], [0, 0]);
    }

    #[test]
    fn block_0_names_the_file() {
        let info = FileInfo { name: "u-boot.itb".into(), size: Some(1_024_523) };
        let data = info.to_block().expect("a short name");
        assert_eq!(&data[..19], b"u-boot.itb\x001024523\0");
        assert_eq!(FileInfo::from_block(&data), Some(info));
        assert_eq!(FileInfo::from_block(&[0; SHORT]), None);
        // As lrzsz writes it: time, mode and serial number follow the length.
        let lrzsz = FileInfo::from_block(b"a.bin\x00200001 14716541411 100644 0 1 200001\0\0");
        assert_eq!(lrzsz, Some(FileInfo { name: "a.bin".into(), size: Some(200_001) }));
    }

    #[test]
    fn a_name_may_be_as_long_as_a_long_block() {
        let of = |length| FileInfo { name: "x".repeat(length), size: Some(1) }.to_block();
        assert_eq!(of(125).map(|data| data.len()), Ok(SHORT));
        assert_eq!(of(126).map(|data| data.len()), Ok(LONG));
        assert_eq!(of(1022), Err(NameTooLong));
    }

    proptest! {
        #[test]
        fn what_is_put_together_comes_apart(number: u8, long: bool, crc: bool, seed: u8) {
            let check = if crc { Check::Crc } else { Check::Sum };
            let data: Vec<u8> = (0..if long { LONG } else { SHORT }).map(|i| (i as u8).wrapping_mul(seed)).collect();
            let frame = block(number, &data, check);
            prop_assert_eq!(parse(&frame, check), Ok((number, &data[..])));
        }

        #[test]
        fn any_byte_flipped_is_noticed(place in 0usize..133, bits in 1u8..) {
            let mut frame = block(7, &[0x55; SHORT], Check::Crc);
            frame[place] ^= bits;
            prop_assert!(parse(&frame, Check::Crc).is_err());
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..1100)) {
            let _ = parse(&bytes, Check::Crc);
            let _ = FileInfo::from_block(&bytes);
        }
    }

    #[test]
    fn an_empty_frame_has_no_shape() {
        assert_eq!(parse(&[], Check::Crc), Err(Bad::Shape));
    }
}
