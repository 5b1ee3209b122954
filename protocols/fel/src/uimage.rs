//! U-Boot's legacy image format: 64 bytes of big-endian header, then the data.
//!
//! Layout: U-Boot `include/image.h` (facts only).

use alloc::{string::String, vec::Vec};
use core::fmt;

use link::{IoError, Source};

/// Length of the header.
pub const HEADER_SIZE: usize = 64;
/// The first four bytes.
pub const MAGIC: [u8; 4] = [0x27, 0x05, 0x19, 0x56];
/// `IH_ARCH_ARM`
pub const ARM: u8 = 2;
/// `IH_TYPE_FIRMWARE`
pub const FIRMWARE: u8 = 5;
/// `IH_TYPE_SCRIPT`
pub const SCRIPT: u8 = 6;
const OS_LINUX: u8 = 5;
/// Bytes that are read at a time.
const PIECE: usize = 1 << 20;

const CRC32: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);

/// A sound legacy image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UImage<'a> {
    /// Where the data goes.
    pub load: u32,
    /// Where it says that it starts; the sunxi SPL and its hosts start at `load`.
    pub entry: u32,
    /// `IH_ARCH_…`
    pub arch: u8,
    /// `IH_TYPE_…`
    pub kind: u8,
    /// `IH_COMP_…`; 0: none.
    pub compression: u8,
    /// What it calls itself.
    pub name: String,
    /// The data, exactly as long as the header says.
    pub data: &'a [u8],
}

impl<'a> UImage<'a> {
    /// Reads the image that `bytes` begins with; both sums are checked.
    ///
    /// # Errors
    /// When there is no header, when the file ends too early, and when a sum does not hold.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, UImageError> {
        let (header, rest) = bytes.split_at_checked(HEADER_SIZE).ok_or(UImageError::Foreign)?;
        let size = check_header(header)?;
        let data = rest
            .get(..size as usize)
            .ok_or(UImageError::Truncated { size, file: rest.len() as u64 })?;
        if CRC32.checksum(data) != word(header, 24) {
            return Err(UImageError::DataSum);
        }
        let name = header[32..].split(|&byte| byte == 0).next().unwrap_or_default();
        Ok(Self {
            load: word(header, 16),
            entry: word(header, 20),
            arch: header[29],
            kind: header[30],
            compression: header[31],
            name: String::from_utf8_lossy(name).into_owned(),
            data,
        })
    }
}

/// Checks both sums of the image that a file begins with, piece by piece: a kernel may be long. An error is of the kind
/// [`UImageError`], or the file's own.
///
/// # Errors
/// When the file cannot be read, and when a sum does not hold.
pub fn check(file: &mut dyn Source) -> Result<(), IoError> {
    let length = file.size().checked_sub(HEADER_SIZE as u64).ok_or(UImageError::Cut)?;
    let mut header = [0; HEADER_SIZE];
    file.read_at(0, &mut header)?;
    let size = check_header(&header)?;
    if u64::from(size) > length {
        return Err(UImageError::Truncated { size, file: length }.into());
    }
    let (mut digest, mut piece) = (CRC32.digest(), alloc::vec![0; PIECE]);
    for start in (0..size as usize).step_by(PIECE) {
        let part = &mut piece[..PIECE.min(size as usize - start)];
        file.read_at((HEADER_SIZE + start) as u64, part)?;
        digest.update(part);
    }
    if digest.finalize() == word(&header, 24) { Ok(()) } else { Err(UImageError::DataSum.into()) }
}

/// Checks a header; the length of its data in bytes.
fn check_header(header: &[u8]) -> Result<u32, UImageError> {
    if !header.starts_with(&MAGIC) {
        return Err(UImageError::Foreign);
    }
    if header_sum(header) != word(header, 4) {
        return Err(UImageError::HeaderSum);
    }
    Ok(word(header, 12))
}

/// Whether a file that begins with `head` (at least a header's length of it) is a script image.
pub fn is_script(head: &[u8]) -> bool {
    head.len() >= HEADER_SIZE && head.starts_with(&MAGIC) && head[30] == SCRIPT
}

/// A script image of `text`, as `mkimage -T script` makes it, but for its time stamp of 0.
pub fn script(text: &str) -> Vec<u8> {
    let mut data = Vec::with_capacity(8 + text.len());
    data.extend((text.len() as u32).to_be_bytes());
    data.extend([0; 4]);
    data.extend(text.as_bytes());
    image(&data, 0, SCRIPT, "racklet-flash script")
}

/// An image of `data` that is loaded to `load`.
pub fn image(data: &[u8], load: u32, kind: u8, name: &str) -> Vec<u8> {
    let mut bytes = alloc::vec![0; HEADER_SIZE];
    bytes[..4].copy_from_slice(&MAGIC);
    bytes[12..16].copy_from_slice(&(data.len() as u32).to_be_bytes());
    bytes[16..20].copy_from_slice(&load.to_be_bytes());
    bytes[20..24].copy_from_slice(&load.to_be_bytes());
    bytes[24..28].copy_from_slice(&CRC32.checksum(data).to_be_bytes());
    bytes[28..32].copy_from_slice(&[OS_LINUX, ARM, kind, 0]);
    let name = &name.as_bytes()[..name.len().min(32)];
    bytes[32..32 + name.len()].copy_from_slice(name);
    let sum = header_sum(&bytes);
    bytes[4..8].copy_from_slice(&sum.to_be_bytes());
    bytes.extend(data);
    bytes
}

/// The header's sum, made with its own place zero.
fn header_sum(header: &[u8]) -> u32 {
    let mut digest = CRC32.digest();
    digest.update(&header[..4]);
    digest.update(&[0; 4]);
    digest.update(&header[8..HEADER_SIZE]);
    digest.finalize()
}

fn word(bytes: &[u8], at: usize) -> u32 {
    u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

/// Why bytes are no sound legacy image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UImageError {
    /// Something else.
    Foreign,
    /// The file ends within the header.
    Cut,
    /// The header is damaged.
    HeaderSum,
    /// The data is damaged.
    DataSum,
    /// The file ends within the data.
    Truncated {
        /// What the header says.
        size: u32,
        /// What there is.
        file: u64,
    },
}

impl fmt::Display for UImageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => f.write_str("no legacy U-Boot image"),
            Self::Cut => f.write_str("the U-Boot image ends within its header"),
            Self::HeaderSum => {
                f.write_str("the U-Boot image's header is damaged: its CRC does not hold")
            }
            Self::DataSum => {
                f.write_str("the U-Boot image is damaged: the CRC of its data does not hold")
            }
            Self::Truncated { size, file } => {
                write!(
                    f,
                    "the U-Boot image holds {size} bytes by its header, but the file ends after {file}"
                )
            }
        }
    }
}

impl core::error::Error for UImageError {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_mkimage_made_is_read() {
        let file = include_bytes!("../../../fixtures/images/mkimage.scr");
        let image = UImage::parse(file).expect("sound");
        assert_eq!((image.kind, image.arch, image.compression), (SCRIPT, ARM, 0));
        assert_eq!(image.name, "from mkimage");
        assert_eq!(image.data, b"\0\0\0\x0b\0\0\0\0echo hello\n");
        assert!(is_script(file));
    }

    #[test]
    fn a_script_is_what_mkimage_would_make() {
        let theirs = include_bytes!("../../../fixtures/images/mkimage.scr");
        let ours = script("echo hello\n");
        // All but sums, time stamp and name.
        assert_eq!(ours[8 + 4..24], theirs[8 + 4..24]);
        assert_eq!(ours[24..32], theirs[24..32]);
        assert_eq!(ours[64..], theirs[64..]);
        assert!(UImage::parse(&ours).is_ok());
    }

    #[test]
    fn every_defect_has_its_own_name() {
        let good = image(b"data", 0x4a00_0000, FIRMWARE, "U-Boot");
        let flip = |at: usize| {
            let mut file = good.clone();
            file[at] ^= 1;
            UImage::parse(&file).map(|_| ()).expect_err("damaged")
        };
        assert_eq!(
            (flip(0), flip(20), flip(66)),
            (UImageError::Foreign, UImageError::HeaderSum, UImageError::DataSum)
        );
        assert_eq!(UImage::parse(&good[..67]), Err(UImageError::Truncated { size: 4, file: 3 }));
        let mut longer = good.clone();
        longer.extend([9; 50]);
        assert_eq!(UImage::parse(&longer).expect("what follows does not matter").data, b"data");
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_reader_panic(mut bytes in proptest::collection::vec(any::<u8>(), 0..200), sound: bool) {
            if sound && bytes.len() >= HEADER_SIZE {
                bytes[..4].copy_from_slice(&MAGIC);
                let sum = header_sum(&bytes);
                bytes[4..8].copy_from_slice(&sum.to_be_bytes());
            }
            let parsed = UImage::parse(&bytes).is_ok();
            prop_assert_eq!(check(&mut bytes.as_slice()).is_ok(), parsed, "piece by piece or whole");
        }

        #[test]
        fn images_survive(data in proptest::collection::vec(any::<u8>(), 0..300), load: u32) {
            let file = image(&data, load, FIRMWARE, "a name that is longer than the field for it");
            let read = UImage::parse(&file).expect("sound");
            prop_assert_eq!((read.data, read.load), (data.as_slice(), load));
        }
    }
}
