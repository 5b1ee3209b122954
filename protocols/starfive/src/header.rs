//! What is before an SPL: the JH7110's header, the JH7100's length.
//!
//! Facts: U-Boot's tools/sfspl.c, StarFive's spl_tool, and StarFive's own recovery binaries, whose sums hold.

use alloc::vec::Vec;
use core::fmt;

use crate::crc32;

/// Bytes of the JH7110's header.
pub const SIZE: usize = 0x400;
/// The version that mkimage and spl_tool write. StarFive's own recovery binaries have 0x01010001: the ROM does not care.
pub const VERSION: u32 = 0x0101_0101;
/// Where the ROM looks for another copy in flash when the first does not hold.
pub const BACKUP: u32 = 0x0020_0000;
/// Above this a payload is not believed to load: the JH7110's SRAM for it is 256 KiB in U-Boot's linker script.
/// (StarFive's spl_tool has 180048, which StarFive's own recovery binary exceeds.)
pub const LARGEST: usize = 0x4_0000;

const BLOCK: usize = 0x240;
const AT_BACKUP: usize = 0x004;
const AT_VERSION: usize = 0x284;
const AT_SIZE: usize = 0x288;
const AT_OFFSET: usize = 0x28c;
const AT_CRC: usize = 0x290;

/// Why a file has no header that the JH7110's ROM takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HeaderError {
    /// Shorter than a header.
    Short(usize),
    /// The field at 0 or the payload's offset is not what every header has.
    NoHeader,
    /// The payload is cut off.
    Truncated {
        /// What the header says.
        payload: u32,
        /// What is there.
        present: usize,
    },
    /// The payload's sum does not hold.
    Crc {
        /// What the header says.
        stored: u32,
        /// What the payload has.
        computed: u32,
    },
    /// The payload is empty or does not fit into the SRAM.
    Size(usize),
}

impl fmt::Display for HeaderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Short(length) => {
                write!(f, "{length} bytes are too few for an SPL with its header")
            }
            Self::NoHeader => f.write_str("there is no JH7110 header before the SPL"),
            Self::Truncated { payload, present } => {
                write!(f, "the header promises {payload} bytes of SPL, but {present} are there")
            }
            Self::Crc { stored, computed } => {
                write!(
                    f,
                    "the SPL's CRC is {computed:08x}, but its header says {stored:08x}: the file is damaged"
                )
            }
            Self::Size(size) => {
                write!(f, "an SPL of {size} bytes does not fit into the JH7110's 256 KiB")
            }
        }
    }
}

impl core::error::Error for HeaderError {}

/// What a header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// The version word.
    pub version: u32,
    /// Where the second copy is, in bytes from the beginning of the medium.
    pub backup: u32,
    /// Bytes of payload.
    pub payload: u32,
    /// Its CRC-32.
    pub crc: u32,
}

impl Header {
    /// The header for a payload.
    ///
    /// # Errors
    /// When the payload does not fit.
    pub fn new(payload: &[u8], version: u32, backup: u32) -> Result<Self, HeaderError> {
        match payload.len() {
            1..=LARGEST => {
                Ok(Self { version, backup, payload: payload.len() as u32, crc: crc32(payload) })
            }
            size => Err(HeaderError::Size(size)),
        }
    }

    /// Its bytes.
    pub fn to_bytes(self) -> [u8; SIZE] {
        let mut bytes = [0; SIZE];
        let fields = [
            (0, BLOCK as u32),
            (AT_BACKUP, self.backup),
            (AT_VERSION, self.version),
            (AT_SIZE, self.payload),
            (AT_OFFSET, SIZE as u32),
            (AT_CRC, self.crc),
        ];
        for (offset, value) in fields {
            bytes[offset..offset + 4].copy_from_slice(&value.to_le_bytes());
        }
        bytes
    }

    /// Reads a header and checks the payload after it. Any version will do, and so will bytes after the payload (what
    /// came over XMODEM is padded).
    ///
    /// # Errors
    /// When there is no header, or it does not fit the file.
    pub fn check(file: &[u8]) -> Result<Self, HeaderError> {
        if file.len() < SIZE {
            return Err(HeaderError::Short(file.len()));
        }
        if word(file, 0) != BLOCK as u32 || word(file, AT_OFFSET) != SIZE as u32 {
            return Err(HeaderError::NoHeader);
        }
        let header = Self {
            version: word(file, AT_VERSION),
            backup: word(file, AT_BACKUP),
            payload: word(file, AT_SIZE),
            crc: word(file, AT_CRC),
        };
        let payload = header.payload_of(file)?;
        match crc32(payload) {
            computed if computed == header.crc => Ok(header),
            computed => Err(HeaderError::Crc { stored: header.crc, computed }),
        }
    }

    fn payload_of(self, file: &[u8]) -> Result<&[u8], HeaderError> {
        let present = file.len() - SIZE;
        let payload = usize::try_from(self.payload).unwrap_or(usize::MAX);
        if payload == 0 || payload > LARGEST {
            return Err(HeaderError::Size(payload));
        }
        file[SIZE..].get(..payload).ok_or(HeaderError::Truncated { payload: self.payload, present })
    }
}

/// Puts the header before a payload: what the mask ROM takes and what lies at 0 of the SPI flash.
///
/// # Errors
/// When the payload does not fit.
pub fn wrap(payload: &[u8], version: u32, backup: u32) -> Result<Vec<u8>, HeaderError> {
    let mut file = Header::new(payload, version, backup)?.to_bytes().to_vec();
    file.extend(payload);
    Ok(file)
}

/// The payload of a file with a header that holds.
///
/// # Errors
/// When there is no header, or it does not fit the file.
pub fn unwrap(file: &[u8]) -> Result<&[u8], HeaderError> {
    Header::check(file)?.payload_of(file)
}

/// The little-endian word at `offset`, which the caller has seen to be there.
fn word(bytes: &[u8], offset: usize) -> u32 {
    u32::from_le_bytes([bytes[offset], bytes[offset + 1], bytes[offset + 2], bytes[offset + 3]])
}

/// The JH7100's flash images (`*.bin.out`): a little-endian length, then this many bytes.
pub mod jh7100 {
    use super::{Vec, fmt, word};

    /// A file whose first word is not the length of the rest.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct LengthError {
        /// What the first word says.
        pub stored: Option<u32>,
        /// Bytes after it.
        pub present: usize,
    }

    impl fmt::Display for LengthError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self.stored {
                None => f.write_str("the file is too short for a length and a binary"),
                Some(stored) => write!(
                    f,
                    "the file's first word says {stored} bytes, but {} follow: this is no `.bin.out` for the JH7100's flash",
                    self.present
                ),
            }
        }
    }

    impl core::error::Error for LengthError {}

    /// Puts the length before a binary.
    pub fn wrap(binary: &[u8]) -> Vec<u8> {
        let mut file = (binary.len() as u32).to_le_bytes().to_vec();
        file.extend(binary);
        file
    }

    /// The binary of a file whose length holds. Padding behind it may be there.
    ///
    /// # Errors
    /// When there is no header, or it does not fit the file.
    pub fn unwrap(file: &[u8]) -> Result<&[u8], LengthError> {
        let present = file.len().saturating_sub(4);
        if present == 0 {
            return Err(LengthError { stored: None, present });
        }
        let stored = word(file, 0);
        let binary = usize::try_from(stored)
            .ok()
            .filter(|length| *length > 0 && present - present.min(*length) < 1024);
        binary
            .and_then(|length| file.get(4..4 + length))
            .ok_or(LengthError { stored: Some(stored), present })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;
    use proptest::prelude::*;

    /// The vector of StarFive's Tools#1.
    #[test]
    fn the_sum_is_that_of_starfives_tool() {
        let file = wrap(b"toaster\n", VERSION, BACKUP).expect("it is small");
        assert_eq!(word(&file, 0x290), 0x1a81_f685);
        assert_eq!(Header::check(&file).map(|header| header.crc), Ok(0x1a81_f685));
    }

    #[test]
    fn a_header_looks_like_this() {
        let file = wrap(b"toaster\n", VERSION, BACKUP).expect("it is small");
        assert_eq!(file.len(), 0x408);
        assert_eq!(file[..8], [0x40, 0x02, 0, 0, 0, 0, 0x20, 0]);
        assert_eq!(file[0x284..0x290], [1, 1, 1, 1, 8, 0, 0, 0, 0, 4, 0, 0]);
        let used = [0, 1, 6, 0x284, 0x285, 0x286, 0x287, 0x288, 0x28d, 0x290, 0x291, 0x292, 0x293];
        assert!((0..0x400).all(|at| file[at] == 0 || used.contains(&at)));
    }

    #[test]
    fn the_version_of_starfives_recovery_binaries_is_taken() {
        let file = wrap(b"agent", 0x0101_0001, BACKUP).expect("it is small");
        assert!(Header::check(&file).is_ok());
    }

    #[test]
    fn padding_is_no_fault_and_everything_else_is() {
        let mut file = wrap(&[7; 500], VERSION, 0).expect("it is small");
        assert_eq!(Header::check(&file[..0x3ff]), Err(HeaderError::Short(0x3ff)));
        assert_eq!(
            Header::check(&file[..0x500]),
            Err(HeaderError::Truncated { payload: 500, present: 0x100 })
        );
        file.extend([0x1a; 300]);
        assert_eq!(unwrap(&file), Ok(&[7; 500][..]));
        file[0x401] = 8;
        assert!(matches!(Header::check(&file), Err(HeaderError::Crc { .. })));
        assert_eq!(Header::check(&[0; 0x500]), Err(HeaderError::NoHeader));
        assert_eq!(wrap(&vec![0; LARGEST + 1], VERSION, 0), Err(HeaderError::Size(LARGEST + 1)));
        assert_eq!(wrap(&[], VERSION, 0), Err(HeaderError::Size(0)));
    }

    #[test]
    fn the_jh7100_has_a_length_only() {
        let file = jh7100::wrap(&[9; 300]);
        assert_eq!(file[..4], [0x2c, 1, 0, 0]);
        assert_eq!(jh7100::unwrap(&file), Ok(&[9; 300][..]));
        assert!(jh7100::unwrap(&file[..200]).is_err());
        assert!(jh7100::unwrap(&[1, 0, 0, 0]).is_err());
        assert!(jh7100::unwrap(&[0; 3000]).is_err());
    }

    proptest! {
        #[test]
        fn any_bytes_are_checked_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..0x500)) {
            let _ = Header::check(&bytes);
            let _ = jh7100::unwrap(&bytes);
        }

        #[test]
        fn a_damaged_payload_is_noticed(place in 0x400usize..0x600, bits in 1u8..) {
            let mut file = wrap(&[3; 0x200], VERSION, BACKUP).expect("it is small");
            file[place] ^= bits;
            let found = matches!(Header::check(&file), Err(HeaderError::Crc { .. }));
            prop_assert!(found);
        }
    }
}
