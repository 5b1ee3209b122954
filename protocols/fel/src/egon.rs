//! The SPL's header: eGON.BT0, with U-Boot's extension from byte 0x14 on.
//!
//! Layout: U-Boot `include/sunxi_image.h` and sunxi-tools `fel.c` at d7bbd17 (facts only).

use alloc::vec::Vec;
use core::fmt;

use crate::image::sniff;

/// Stands in the checksum's place while the sum is made.
pub const STAMP: u32 = 0x5f0a_6c39;
const HEADER_SIZE: usize = 0x20;
const CHECKSUM: usize = 0x0c;
const LENGTH: usize = 0x10;
const SIGNATURE: usize = 0x14;
const DT_NAME: usize = 0x20;
/// Header version 0.2, the first with a device tree's name.
const VERSION_DT_NAME: u8 = 2;

/// What the SPL's first instruction is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Architecture {
    /// An ARM branch.
    Arm,
    /// A RISC-V jump.
    RiscV,
    /// Neither.
    Other,
}

/// A sound SPL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spl<'a> {
    bytes: &'a [u8],
}

impl<'a> Spl<'a> {
    /// Reads the SPL that `file` begins with. Only the header's length is summed, so whatever follows does not matter.
    ///
    /// # Errors
    /// When there is no header, when the file ends too early, and when the sum does not hold.
    pub fn parse(file: &'a [u8]) -> Result<Self, EgonError> {
        let foreign = || EgonError::Foreign(sniff(file));
        if file.len() < HEADER_SIZE {
            return Err(foreign());
        }
        if &file[4..12] != b"eGON.BT0" {
            return Err(foreign());
        }
        let length = word(file, LENGTH);
        if !length.is_multiple_of(4) || (length as usize) < HEADER_SIZE {
            return Err(EgonError::Length(length));
        }
        let bytes =
            file.get(..length as usize).ok_or(EgonError::Truncated { length, file: file.len() })?;
        let (stored, computed) = (word(bytes, CHECKSUM), checksum(bytes));
        if stored != computed {
            return Err(EgonError::Checksum { stored, computed });
        }
        Ok(Self { bytes })
    }

    /// The SPL with its header, as long as the header says.
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// What its first instruction is made for.
    pub fn architecture(&self) -> Architecture {
        match word(self.bytes, 0) {
            word if word >> 24 == 0xea => Architecture::Arm,
            word if word & 0x7f == 0x6f => Architecture::RiscV,
            _ => Architecture::Other,
        }
    }

    /// Name of the device tree that the SPL was built with (header version 0.2 and later).
    pub fn dt_name(&self) -> Option<&'a str> {
        if self.version()? < VERSION_DT_NAME || self.bytes.len() < DT_NAME + 4 {
            return None;
        }
        let start = word(self.bytes, DT_NAME) as usize;
        let text = self.bytes.get(start..).filter(|_| start != 0)?;
        let end = text.iter().position(|&byte| byte == 0)?;
        core::str::from_utf8(&text[..end]).ok().filter(|name| !name.is_empty())
    }

    /// Whether the header has a place for a boot script's address.
    pub fn takes_script(&self) -> bool {
        self.version().is_some()
    }

    /// Version of U-Boot's extension: major in bits 5 to 7, minor below. Only major 0 is known.
    fn version(&self) -> Option<u8> {
        match &self.bytes[SIGNATURE..SIGNATURE + 4] {
            [b'S', b'P', b'L', version @ 1..=0x1f] => Some(*version),
            _ => None,
        }
    }
}

/// What the checksum of an SPL should be; `bytes` is a multiple of 4 long and holds the header.
pub fn checksum(bytes: &[u8]) -> u32 {
    sum(bytes, CHECKSUM)
}

/// The sum of all words of `bytes`, with the stamp for the word at byte `at`, where the checksum is.
pub(crate) fn sum(bytes: &[u8], at: usize) -> u32 {
    let words =
        bytes.chunks_exact(4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]));
    words.fold(STAMP, u32::wrapping_add).wrapping_sub(word(bytes, at))
}

/// Makes an SPL of code that begins with its branch and leaves room for the header: length, magic, checksum.
pub fn seal(mut code: Vec<u8>) -> Vec<u8> {
    code.resize(code.len().max(HEADER_SIZE).next_multiple_of(4), 0);
    code[4..12].copy_from_slice(b"eGON.BT0");
    let length = code.len() as u32;
    code[LENGTH..LENGTH + 4].copy_from_slice(&length.to_le_bytes());
    let sum = checksum(&code);
    code[CHECKSUM..CHECKSUM + 4].copy_from_slice(&sum.to_le_bytes());
    code
}

/// Why a file is no SPL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EgonError {
    /// Something else; what it looks like.
    Foreign(&'static str),
    /// The header's length cannot be.
    Length(u32),
    /// The file ends within the SPL.
    Truncated {
        /// What the header says.
        length: u32,
        /// What there is.
        file: usize,
    },
    /// The sum does not hold.
    Checksum {
        /// The header's.
        stored: u32,
        /// The bytes'.
        computed: u32,
    },
}

impl fmt::Display for EgonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign(what) => {
                write!(f, "no SPL: an SPL begins with an eGON.BT0 header, this is {what}")
            }
            Self::Length(length) => {
                write!(f, "the SPL's header gives a length of {length} bytes, which cannot be")
            }
            Self::Truncated { length, file } => {
                write!(
                    f,
                    "the SPL is {length} bytes long by its header, but the file ends after {file}"
                )
            }
            Self::Checksum { stored, computed } => {
                write!(
                    f,
                    "the SPL is damaged: its checksum is {computed:#010x}, its header says {stored:#010x}"
                )
            }
        }
    }
}

impl core::error::Error for EgonError {}

fn word(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vendor;
    use alloc::vec;
    use proptest::prelude::*;

    /// An SPL with literal offsets, so that the reader cannot agree with itself.
    fn sample() -> Vec<u8> {
        let mut code = vec![0; 0x100];
        code[..4].copy_from_slice(&[0x16, 0, 0, 0xea]);
        code[0x14..0x18].copy_from_slice(b"SPL\x02");
        code[0x20] = 0x40;
        code[0x40..0x54].copy_from_slice(b"sun8i-h3-nanopi-neo\0");
        seal(code)
    }

    #[test]
    fn a_sound_spl_tells_what_it_is() {
        let mut file = sample();
        file.extend([0xff; 100]);
        let spl = Spl::parse(&file).expect("sound");
        assert_eq!((spl.bytes().len(), spl.dt_name()), (0x100, Some("sun8i-h3-nanopi-neo")));
        assert!(spl.takes_script());
        assert_eq!(spl.architecture(), Architecture::Arm);
    }

    #[test]
    fn every_defect_has_its_own_name() {
        let good = sample();
        let with = |at: usize, bytes: &[u8]| {
            let mut file = good.clone();
            file[at..at + bytes.len()].copy_from_slice(bytes);
            file
        };
        assert!(matches!(Spl::parse(&with(4, b"eGOM")), Err(EgonError::Foreign(_))));
        assert_eq!(
            Spl::parse(&with(0, b"TOC0.GLHxxxx")),
            Err(EgonError::Foreign(vendor::Kind::Toc0.name()))
        );
        assert_eq!(Spl::parse(&with(0x10, &[3, 1, 0, 0])), Err(EgonError::Length(0x103)));
        assert_eq!(Spl::parse(&with(0x10, &[0; 4])), Err(EgonError::Length(0)));
        assert_eq!(
            Spl::parse(&good[..0xfc]),
            Err(EgonError::Truncated { length: 0x100, file: 0xfc })
        );
        assert!(matches!(Spl::parse(&with(0x80, &[1])), Err(EgonError::Checksum { .. })));
        assert!(matches!(Spl::parse(&[]), Err(EgonError::Foreign("an empty file"))));
    }

    #[test]
    fn a_name_outside_of_the_spl_is_no_name() {
        let mut code = sample();
        code[0x20..0x24].copy_from_slice(&0xffff_fff0u32.to_le_bytes());
        assert_eq!(Spl::parse(&seal(code)).expect("sound").dt_name(), None);
    }

    proptest! {
        #[test]
        fn what_is_sealed_is_sound(code in proptest::collection::vec(any::<u8>(), 0..300)) {
            let file = seal(code);
            prop_assert!(Spl::parse(&file).is_ok());
        }

        #[test]
        fn no_bytes_make_the_reader_panic(mut bytes in proptest::collection::vec(any::<u8>(), 0..300), magic: bool) {
            if magic && bytes.len() > 24 {
                bytes[4..12].copy_from_slice(b"eGON.BT0");
                bytes[18..20].fill(0);
                let sealed = seal(bytes.clone());
                if let Ok(spl) = Spl::parse(&sealed) {
                    let _ = (spl.dt_name(), spl.architecture(), spl.takes_script());
                }
            }
            let _ = Spl::parse(&bytes);
        }

        #[test]
        fn one_flipped_bit_is_found(at in 0x18usize..0x100, bit in 0u8..8) {
            let mut file = sample();
            file[at] ^= 1 << bit;
            prop_assert!(Spl::parse(&file).is_err());
        }
    }
}
