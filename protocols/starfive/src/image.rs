//! What the user's file is, told before anything is sent.

use crate::header::{self, Header, HeaderError};

/// A file, by its contents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An SPL with a header that holds (`u-boot-spl.bin.normal.out`).
    Spl(Header),
    /// The vendor's recovery agent, with its header.
    Agent(Header),
    /// A header that does not hold.
    Damaged(HeaderError),
    /// A flattened image tree or device tree (`u-boot.itb`).
    Fit,
    /// A JH7100 image with its length.
    Jh7100,
    /// Anything else: perhaps an SPL without its header (`u-boot-spl.bin`).
    Raw,
}

/// The magic number of a flattened tree.
pub const FIT_MAGIC: [u8; 4] = [0xd0, 0x0d, 0xfe, 0xed];
/// A text of the vendor's recovery agent, which no SPL has.
pub const AGENT_MARK: &[u8] = b"JH7110 program tool";

/// What a file is.
pub fn kind(file: &[u8]) -> Kind {
    if file.starts_with(&FIT_MAGIC) {
        return Kind::Fit;
    }
    match Header::check(file) {
        Ok(header) if contains(file, AGENT_MARK) => Kind::Agent(header),
        Ok(header) => Kind::Spl(header),
        Err(HeaderError::Short(_) | HeaderError::NoHeader)
            if header::jh7100::unwrap(file).is_ok() =>
        {
            Kind::Jh7100
        }
        Err(HeaderError::Short(_) | HeaderError::NoHeader) => Kind::Raw,
        Err(error) => Kind::Damaged(error),
    }
}

/// Whether `needle` is somewhere in `bytes`.
pub fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    find(bytes, needle).is_some()
}

/// Where `needle` begins in `bytes`.
pub(crate) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len().max(1)).position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::header::{BACKUP, VERSION, wrap};

    #[test]
    fn files_are_told_apart_by_what_they_hold() {
        let spl = wrap(b"U-Boot SPL", VERSION, BACKUP).expect("small");
        let agent = wrap(b"* JH7110 program tool *", 0x0101_0001, BACKUP).expect("small");
        assert!(matches!(kind(&spl), Kind::Spl(_)));
        assert!(matches!(kind(&agent), Kind::Agent(_)));
        assert_eq!(kind(&[0xd0, 0x0d, 0xfe, 0xed, 0, 0]), Kind::Fit);
        assert_eq!(kind(&header::jh7100::wrap(&[5; 5000])), Kind::Jh7100);
        assert_eq!(kind(b"\x13\x04\x05\x00 raw code"), Kind::Raw);
        let mut damaged = spl;
        damaged[0x401] ^= 1;
        assert!(matches!(kind(&damaged), Kind::Damaged(HeaderError::Crc { .. })));
    }
}
