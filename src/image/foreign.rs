//! What people download that is no image: archives, other compressions, disks of virtual machines, packages of other
//! tools. Written as they are, none of them starts a board.

use std::io::Read;

use super::compression::Compression;

/// Where a kind of file has which bytes, and what it is.
type Magic = (usize, &'static [u8], &'static str);

/// Sources: each format's own description, or the magic that `file` knows it by.
const MAGICS: &[Magic] = &[
    // Archives.
    (0, b"PK\x03\x04", "a zip archive"),
    (0, b"PK\x05\x06", "an empty zip archive"),
    (0, b"PK\x07\x08", "a part of a zip archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (0, b"Rar!\x1a\x07", "a rar archive"),
    (0, b"RE~^", "a rar archive"),
    (0, b"MSCF\0\0\0\0", "a cab archive"),
    (0, b"MSWIM\0\0\0", "a wim archive"),
    (0, b"xar!", "a xar archive"),
    (7, b"**ACE**", "an ace archive"),
    (2, b"-lh", "an lha archive"),
    (0, b"zPQ", "a zpaq archive"),
    (0, b"7kSt", "a zpaq archive"),
    (0, b"070701", "a cpio archive"),
    (0, b"070702", "a cpio archive"),
    (0, b"070707", "a cpio archive"),
    (0, b"!<arch>\n", "an ar archive or a Debian package"),
    (0, b"!<thin>\n", "an ar archive"),
    (0, b"\xed\xab\xee\xdb", "an RPM package"),
    (257, b"ustar", "a tar archive"),
    // Compressions that are not unpacked here.
    (0, b"\x04\x22\x4d\x18", "an lz4 file"),
    (0, b"\x02\x21\x4c\x18", "an lz4 file"),
    (0, b"\x89LZO\0\r\n\x1a\n", "an lzop file"),
    (0, b"LRZI", "an lrzip file"),
    (0, b"RZIP", "an rzip file"),
    (0, b"\x1f\x9d", "a file of `compress` (.Z)"),
    (0, b"\xff\x06\0\0sNaPpY", "a snappy file"),
    (0, b"pbz", "a pbzx archive"),
    // Disks in the forms of virtual machines.
    (0, b"QFI\xfb", "a QEMU disk (qcow2)"),
    (0, b"KDMV", "a VMware disk (vmdk)"),
    (0, b"# Disk DescriptorFile", "a VMware disk (vmdk)"),
    (0, b"vhdxfile", "a Hyper-V disk (vhdx)"),
    (0, b"conectix", "a Hyper-V disk (vhd)"),
    (64, b"\x7f\x10\xda\xbe", "a VirtualBox disk (vdi)"),
    // Packages of other tools.
    (0, b"IMAGEWTY", "a package for PhoenixSuit (Allwinner)"),
    (0, b"CrAU", "an Android update (payload.bin)"),
    (0, b"UF2\n", "a UF2 file"),
    (0, b"\x7fELF", "an ELF program"),
    // What a download becomes when something went wrong, or is not over.
    (0, b"<!DOCTYPE", "a web page"),
    (0, b"<!doctype", "a web page"),
    (0, b"<html", "a web page"),
    (0, b"<HTML", "a web page"),
    (0, b"<?xml", "an XML file"),
    (0, b"version https://git-lfs", "a pointer of Git LFS to a file, not the file"),
    (0, b"d8:announce", "a torrent file"),
    (0, b"d10:created", "a torrent file"),
    (0, b"%PDF-", "a PDF document"),
    // What has to be decrypted first.
    (0, b"Salted__", "a file that openssl encrypted"),
    (0, b"-----BEGIN PGP", "a PGP file"),
    (0, b"age-encryption.org/", "a file that age encrypted"),
];

/// What a file is, by its beginning, that is no image.
pub(super) fn foreign(head: &[u8]) -> Option<&'static str> {
    let has = |(at, magic, _): &&Magic| head.get(*at..).is_some_and(|rest| rest.starts_with(magic));
    let found = MAGICS.iter().find(has).map(|(_, _, what)| *what);
    found.or_else(|| is_old_tar(head).then_some("a tar archive"))
}

/// What the data in a file are, by their beginning, that have to be unpacked again.
pub(super) fn packed(head: &[u8]) -> Option<String> {
    let kind = || Compression::of(head).map(|kind| format!("{} data", kind.name()));
    foreign(head).map(Into::into).or_else(kind)
}

/// tar before 1988 has no magic, but a sum of its header, in octal digits, which count as spaces in it.
fn is_old_tar(head: &[u8]) -> bool {
    let Some(header) = head.first_chunk::<512>() else { return false };
    let digits = header[148..156].iter().skip_while(|byte| **byte == b' ');
    let digits: Vec<u8> = digits.copied().take_while(u8::is_ascii_digit).collect();
    let told = std::str::from_utf8(&digits).ok().and_then(|text| u32::from_str_radix(text, 8).ok());
    let sum: u32 = header.iter().map(|byte| u32::from(*byte)).sum();
    let field: u32 = header[148..156].iter().map(|byte| u32::from(*byte)).sum();
    header[0].is_ascii_graphic() && told == Some(sum - field + 8 * u32::from(b' '))
}

/// Whether bytes begin a zlib stream: its two bytes of magic are met by chance, so that what follows has to unpack.
pub(super) fn is_zlib(head: &[u8]) -> bool {
    let [method, flags, ..] = *head else { return false };
    let fits = method & 0x8f == 8
        && flags & 0x20 == 0
        && (u16::from(method) << 8 | u16::from(flags)).is_multiple_of(31);
    let mut data = Vec::new();
    fits && match flate2::bufread::ZlibDecoder::new(head).read_to_end(&mut data) {
        Ok(_) => true,
        Err(error) => error.kind() == std::io::ErrorKind::UnexpectedEof && !data.is_empty(),
    }
}

/// Whether bytes begin a file of `lzma`, which has no magic: properties, a dictionary of a usual size, a length that a
/// file can have, and the byte that every range coder begins with.
pub(super) fn is_lzma(head: &[u8]) -> bool {
    let Some(&[properties, ref dictionary @ .., _]) = head.first_chunk::<6>() else { return false };
    let dictionary = u32::from_le_bytes(*dictionary);
    // A power of two, or one and a half of it.
    let usual = dictionary.is_power_of_two()
        || dictionary == u32::MAX
        || dictionary.is_multiple_of(3) && (dictionary / 3).is_power_of_two();
    let Some(length) = head.get(5..13).and_then(|bytes| bytes.first_chunk()) else { return false };
    let length = u64::from_le_bytes(*length);
    properties < 9 * 5 * 5
        && dictionary >= 4096
        && usual
        && (length == u64::MAX || length < 1 << 38)
        && head.get(13) == Some(&0)
}
