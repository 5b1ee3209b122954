//! What a file with an SPL holds: `u-boot-sunxi-with-spl.bin`, or the SPL alone.

use alloc::{string::String, vec::Vec};
use core::fmt;

use crate::{
    egon::{EgonError, Spl},
    fit::{self, FitError},
    uimage::{self, UImage, UImageError},
    vendor,
};

/// Where U-Boot begins, after an SPL that is not longer.
const PAYLOAD: usize = 0x8000;

/// The state that a program is started in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arch {
    /// AArch32: a branch.
    Arm,
    /// AArch64: a warm reset.
    Arm64,
    /// RISC-V: nothing that FEL can start yet.
    RiscV,
}

impl fmt::Display for Arch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Arm => "AArch32",
            Self::Arm64 => "AArch64",
            Self::RiscV => "RISC-V",
        })
    }
}

/// Bytes and their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// What the image calls it.
    pub name: String,
    /// Where it goes.
    pub address: u32,
    /// What goes there.
    pub data: &'a [u8],
}

impl Piece<'_> {
    /// The address after its last byte.
    pub fn end(&self) -> u64 {
        u64::from(self.address) + self.data.len() as u64
    }
}

/// What is started after the SPL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program<'a> {
    /// What is loaded.
    pub pieces: Vec<Piece<'a>>,
    /// Where it starts.
    pub entry: u32,
    /// In which state.
    pub arch: Arch,
}

impl<'a> Program<'a> {
    /// The first piece that shares memory with `length` bytes at `address`.
    pub fn overlaps(&self, address: u32, length: u64) -> Option<&Piece<'a>> {
        let (start, end) = (u64::from(address), u64::from(address).saturating_add(length));
        self.pieces.iter().find(|piece| start < piece.end() && u64::from(piece.address) < end)
    }
}

/// A file with an SPL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image<'a> {
    /// The SPL.
    pub spl: Spl<'a>,
    /// What comes after it.
    pub program: Option<Program<'a>>,
}

impl<'a> Image<'a> {
    /// Reads a file; every sum in it is checked.
    ///
    /// # Errors
    /// When the file holds no SPL, and when a part of it is damaged.
    pub fn parse(file: &'a [u8]) -> Result<Self, ImageError> {
        if let Some(kind) = vendor::Kind::of(file) {
            return Err(ImageError::Vendor(kind));
        }
        let spl = Spl::parse(file).map_err(ImageError::Spl)?;
        let after = after_spl(file, spl.bytes().len());
        let program = if is_padding(after) {
            None
        } else if after.starts_with(&uimage::MAGIC) {
            Some(legacy(after)?)
        } else if after.starts_with(&fit::MAGIC) {
            Some(fit::program(after, spl.dt_name()).map_err(ImageError::Fit)?)
        } else {
            return Err(ImageError::Behind(sniff(after)));
        };
        Ok(Self { spl, program })
    }
}

/// What comes after an SPL of `length` bytes: at U-Boot's own place for it, or after as much padding as there is, as in
/// images that were put together with other offsets.
fn after_spl(file: &[u8], length: usize) -> &[u8] {
    let usual = file.get(length.max(PAYLOAD)..).unwrap_or_default();
    if is_program(usual) {
        return usual;
    }
    let padded = &file[length..];
    let start = padded.iter().position(|byte| !matches!(byte, 0 | 0xff)).unwrap_or(padded.len());
    let found = &padded[start..];
    if is_program(found) { found } else { usual }
}

fn is_program(bytes: &[u8]) -> bool {
    bytes.starts_with(&uimage::MAGIC) || bytes.starts_with(&fit::MAGIC)
}

/// A legacy image: it is started where it is loaded, whatever its entry says, as the SPL does it.
fn legacy(bytes: &[u8]) -> Result<Program<'_>, ImageError> {
    let image = UImage::parse(bytes).map_err(ImageError::UBoot)?;
    if (image.arch, image.kind, image.compression) != (uimage::ARM, uimage::FIRMWARE, 0) {
        return Err(ImageError::Kind {
            arch: image.arch,
            kind: image.kind,
            compression: image.compression,
        });
    }
    let piece = Piece { name: "U-Boot".into(), address: image.load, data: image.data };
    if piece.end() > 1 << 32 {
        return Err(ImageError::PastTheEnd);
    }
    Ok(Program { entry: image.load, arch: Arch::Arm, pieces: alloc::vec![piece] })
}

fn is_padding(bytes: &[u8]) -> bool {
    bytes.iter().all(|&byte| byte == 0) || bytes.iter().all(|&byte| byte == 0xff)
}

/// What a file looks like, for people who took the wrong one.
pub fn sniff(bytes: &[u8]) -> &'static str {
    const MAGICS: [(usize, &[u8], &str); 12] = [
        (0, b"\x7fELF", "an ELF file"),
        (0, &uimage::MAGIC, "a legacy U-Boot image without an SPL"),
        (0, &fit::MAGIC, "a FIT image or device tree without an SPL"),
        (4, b"eGON.BT1", "the vendor's boot1"),
        (0, b"IMAGEWTY", "a PhoenixSuit package"),
        (0, b"\x1f\x8b", "a gzip file"),
        (0, b"\xfd7zXZ", "an xz file"),
        (0, b"\x28\xb5\x2f\xfd", "a zstd file"),
        (0, b"PK\x03\x04", "a zip file"),
        (0, b"\x3a\xff\x26\xed", "an Android sparse image"),
        (0x2004, b"eGON.BT0", "a disk image (its SPL begins at 8 KiB)"),
        (510, b"\x55\xaa", "a disk image"),
    ];
    if bytes.is_empty() {
        return "an empty file";
    }
    if let Some(kind) = vendor::Kind::of(bytes) {
        return kind.name();
    }
    let found = MAGICS
        .iter()
        .find(|(at, magic, _)| bytes.get(*at..).is_some_and(|rest| rest.starts_with(magic)));
    if let Some((_, _, what)) = found {
        return what;
    }
    let head = &bytes[..bytes.len().min(512)];
    match head {
        _ if is_padding(head) => "nothing but padding",
        _ if head.iter().all(|byte| byte.is_ascii_graphic() || byte.is_ascii_whitespace()) => {
            "text"
        }
        _ => "unknown data",
    }
}

/// Why a file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ImageError {
    /// It is a boot file for Allwinner's SoCs, but none that FEL can start.
    Vendor(vendor::Kind),
    /// The SPL.
    Spl(EgonError),
    /// The legacy U-Boot image after it.
    UBoot(UImageError),
    /// The legacy image is not an uncompressed ARM firmware.
    Kind {
        /// `IH_ARCH_…`
        arch: u8,
        /// `IH_TYPE_…`
        kind: u8,
        /// `IH_COMP_…`
        compression: u8,
    },
    /// The FIT after it.
    Fit(FitError),
    /// Something else comes after it.
    Behind(&'static str),
    /// The image would not fit below the end of the address space.
    PastTheEnd,
}

impl fmt::Display for ImageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Vendor(kind) => write!(f, "no SPL for FEL: this is {}", kind.name()),
            Self::Spl(error) => error.fmt(f),
            Self::UBoot(error) => write!(f, "the U-Boot image after the SPL: {error}"),
            Self::Kind { arch, kind, compression } => write!(
                f,
                "the image after the SPL is not an uncompressed firmware for ARM (architecture {arch}, type {kind}, compression {compression})"
            ),
            Self::Fit(error) => write!(f, "the FIT after the SPL: {error}"),
            Self::Behind(what) => write!(f, "after the SPL comes {what}, not U-Boot"),
            Self::PastTheEnd => {
                f.write_str("the image would run past the end of the address space")
            }
        }
    }
}

impl core::error::Error for ImageError {}

impl link::Classify for ImageError {
    fn meaning(&self) -> link::Meaning {
        link::Meaning::input(link::Code::INPUT_IMAGE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::egon::seal;
    use alloc::vec;
    use proptest::prelude::*;

    fn with(behind: &[u8]) -> Vec<u8> {
        let mut file = seal(vec![0x16, 0, 0, 0xea]);
        file.resize(PAYLOAD, 0);
        file.extend(behind);
        file
    }

    #[test]
    fn a_legacy_image_starts_where_it_is_loaded() {
        let mut image = uimage::image(b"U-Boot", 0x4a00_0000, uimage::FIRMWARE, "U-Boot");
        image.extend([0xaa; 9]);
        let file = with(&image);
        let program = Image::parse(&file).expect("sound").program.expect("U-Boot");
        assert_eq!(
            (program.entry, program.arch, program.pieces[0].data),
            (0x4a00_0000, Arch::Arm, &b"U-Boot"[..])
        );
        assert!(program.overlaps(0x4a00_0005, 1).is_some());
        assert!(program.overlaps(0x4a00_0006, 100).is_none());
        assert!(program.overlaps(0x49ff_ff00, 0x100).is_none());
    }

    #[test]
    fn an_spl_longer_than_32_kib_has_its_u_boot_right_behind() {
        let mut file = seal(vec![0; 0x9000]);
        file.extend(uimage::image(b"x", 0x4a00_0000, uimage::FIRMWARE, ""));
        assert!(Image::parse(&file).expect("sound").program.is_some());
    }

    #[test]
    fn a_program_is_found_after_any_padding() {
        let image = uimage::image(b"U-Boot", 0x4a00_0000, uimage::FIRMWARE, "U-Boot");
        for (spl, offset, fill) in [
            (0x100, 0x100, 0),
            (0x100, 0x2000, 0),
            (0x1004, 0x2000, 0xff),
            (0x100, 0x7fff, 0),
            (0x100, 0x8000, 0xff),
            (0x100, 0xa000, 0),
            (0x9000, 0xa000, 0xff),
            (0x9000, 0x9200, 0),
        ] {
            let mut file = seal(vec![0; spl]);
            file.resize(offset, fill);
            file.extend(&image);
            let program = Image::parse(&file).expect("sound").program;
            assert!(program.is_some(), "{spl:#x}, {offset:#x}, {fill:#x}");
        }
        // What is at the usual place counts, whatever is before it.
        let mut file = seal(vec![0; 0x100]);
        file.extend([0x55; 0x10]);
        file.extend(uimage::script("echo"));
        file.resize(PAYLOAD, 0);
        file.extend(&image);
        assert!(Image::parse(&file).expect("sound").program.is_some());
        file[PAYLOAD] = 0;
        assert!(matches!(Image::parse(&file), Err(ImageError::Behind(_))));
    }

    #[test]
    fn the_vendors_files_are_told_by_name() {
        let mut boot0 = vec![0; 0x100];
        boot0[0x14..0x1c].copy_from_slice(b"\x30\0\0\x003000");
        for (file, kind) in [
            (seal(boot0), vendor::Kind::Boot0),
            (b"TOC0.GLH".to_vec(), vendor::Kind::Toc0),
            (b"sunxi-package\0\0\0".to_vec(), vendor::Kind::Package),
            (b"\x16\0\0\xeauboot\0\0\0".to_vec(), vendor::Kind::Uboot),
        ] {
            assert_eq!(Image::parse(&file), Err(ImageError::Vendor(kind)));
            assert_eq!(sniff(&file), kind.name());
        }
    }

    #[test]
    fn padding_is_nothing_to_start() {
        for behind in [&[][..], &[0; 99], &[0xff; 99]] {
            let file = with(behind);
            assert_eq!(Image::parse(&file).expect("sound").program, None);
        }
        let file = seal(vec![]);
        assert_eq!(Image::parse(&file).expect("sound").program, None, "an SPL alone");
    }

    #[test]
    fn what_is_not_u_boot_is_named() {
        let script = uimage::script("echo");
        let mut damaged = uimage::image(b"U-Boot", 0x4a00_0000, uimage::FIRMWARE, "");
        damaged[69] ^= 1;
        let high = uimage::image(b"U-Boot", 0xffff_fffc, uimage::FIRMWARE, "");
        for (behind, says) in [
            (&b"hello"[..], "comes text"),
            (b"\x7fELF....", "an ELF file"),
            (&script, "type 6"),
            (&damaged, "the U-Boot image after the SPL"),
            (&high, "past the end"),
            (b"\xd0\x0d\xfe\xed", "the FIT after the SPL"),
        ] {
            let file = with(behind);
            let error = Image::parse(&file).expect_err(says);
            assert!(alloc::string::ToString::to_string(&error).contains(says), "{error}");
        }
        assert_eq!(
            Image::parse(b"\x1f\x8b\x08"),
            Err(ImageError::Spl(EgonError::Foreign("a gzip file")))
        );
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_reader_panic(behind in proptest::collection::vec(any::<u8>(), 0..200), kind in 0usize..4) {
            let magic: &[u8] = [&b""[..], &uimage::MAGIC, &fit::MAGIC, &[0; 4]][kind];
            let _ = Image::parse(&with(&[magic, &behind].concat()));
            let _ = (Image::parse(&behind).is_ok(), sniff(&behind));
        }
    }
}
