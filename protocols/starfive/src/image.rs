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
    /// A file of another kind, which runs on no SoC as it is: its name.
    Foreign(&'static str),
    /// Anything else: perhaps an SPL without its header (`u-boot-spl.bin`).
    Raw,
}

/// A text of the vendor's recovery agent, which no SPL has.
pub const AGENT_MARK: &[u8] = b"JH7110 program tool";

/// What a file is.
pub fn kind(file: &[u8]) -> Kind {
    if file.starts_with(&fit::MAGIC) {
        return Kind::Fit;
    }
    if let Some(what) = foreign(file) {
        return Kind::Foreign(what);
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

/// Files that are sent by mistake: nothing of the kind is code that a ROM or an SPL could start.
pub(crate) fn foreign(file: &[u8]) -> Option<&'static str> {
    const MAGICS: [(usize, &[u8], &str); 11] = [
        (0, b"\x7fELF", "an ELF file"),
        (0, b"\x27\x05\x19\x56", "a legacy U-Boot image"),
        (0, b"\x1f\x8b", "a gzip file"),
        (0, b"\xfd7zXZ", "an xz file"),
        (0, b"\x28\xb5\x2f\xfd", "a zstd file"),
        (0, b"BZh", "a bzip2 file"),
        (0, b"PK\x03\x04", "a zip file"),
        (0, b"!<arch>\n", "a Debian package"),
        (257, b"ustar", "a tar archive"),
        (512, b"EFI PART", "a disk image"),
        (0, b"<", "a web page"),
    ];
    let has = |(at, magic, _): &&(usize, &[u8], &str)| {
        file.get(*at..).is_some_and(|rest| rest.starts_with(magic))
    };
    if file.is_empty() {
        return Some("an empty file");
    }
    MAGICS.iter().find(has).map(|(_, _, what)| *what).filter(|what| {
        // Code may begin with `<`; text does not go on with other bytes.
        *what != "a web page" || file[..file.len().min(512)].is_ascii()
    })
}

/// Whether `needle` is somewhere in `bytes`.
pub fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    ::uboot::text::find(bytes, needle).is_some()
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
        assert_eq!(kind(b"\x7fELF\x02\x01"), Kind::Foreign("an ELF file"));
        assert_eq!(kind(b"<!DOCTYPE html><html>"), Kind::Foreign("a web page"));
        assert_eq!(kind(b"<\x80\x01 code"), Kind::Raw);
        assert_eq!(kind(b""), Kind::Foreign("an empty file"));
        assert_eq!(kind(b"\x13\x04\x05\x00 raw code"), Kind::Raw);
        let mut damaged = spl;
        damaged[0x401] ^= 1;
        assert!(matches!(kind(&damaged), Kind::Damaged(HeaderError::Crc { .. })));
    }
}
