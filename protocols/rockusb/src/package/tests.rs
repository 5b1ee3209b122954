use alloc::{string::ToString, vec::Vec};

use proptest::prelude::*;

use super::*;
use crate::{bytes::put, sums};

/// An archive of these images: name, path, sector, bytes.
fn archive(images: &[(&str, &str, u32, &[u8])]) -> Vec<u8> {
    archive_in(images, 2048)
}

/// The same with padded sizes in a unit of this many bytes.
fn archive_in(images: &[(&str, &str, u32, &[u8])], unit: usize) -> Vec<u8> {
    let mut file = vec![0; if images.len() > 16 { 4096 } else { 2048 }];
    file[..4].copy_from_slice(b"RKAF");
    put(&mut file, 8, b"ROCK 5B");
    put(&mut file, 72, b"RADXA");
    put(&mut file, 136, &(images.len() as u32).to_le_bytes());
    for (index, (name, path, sector, bytes)) in images.iter().enumerate() {
        let at = 140 + 112 * index;
        let offset = file.len() as u32;
        put(&mut file, at, name.as_bytes());
        put(&mut file, at + 32, path.as_bytes());
        put(&mut file, at + 96, &offset.to_le_bytes());
        put(&mut file, at + 100, &sector.to_le_bytes());
        put(
            &mut file,
            at + 104,
            &((bytes.len().next_multiple_of(2048) / unit) as u32).to_le_bytes(),
        );
        put(&mut file, at + 108, &(bytes.len() as u32).to_le_bytes());
        file.extend_from_slice(bytes);
        file.resize(file.len().next_multiple_of(2048), 0);
    }
    let length = file.len() as u32;
    put(&mut file, 4, &length.to_le_bytes());
    let sum = sums::crc32(&file);
    file.extend(sum.to_le_bytes());
    file
}

fn package(loader: &[u8], archive: &[u8]) -> Vec<u8> {
    let mut file = vec![0; HEADER];
    file[..4].copy_from_slice(b"RKFW");
    put(&mut file, 6, &[0x34, 0x12, 2, 1]);
    put(&mut file, 21, &0x3335_3838_u32.to_le_bytes());
    let (first, second) = (HEADER as u32, (HEADER + loader.len()) as u32);
    for (at, word) in
        [(25, first), (29, loader.len() as u32), (33, second), (37, archive.len() as u32)]
    {
        put(&mut file, at, &word.to_le_bytes());
    }
    file.extend_from_slice(loader);
    file.extend_from_slice(archive);
    let md5: String = Md5::digest(&file).iter().map(|byte| alloc::format!("{byte:02x}")).collect();
    file.extend(md5.bytes());
    file
}

fn sample() -> Vec<u8> {
    let images: [(&str, &str, u32, &[u8]); 4] = [
        ("package-file", "package-file", u32::MAX, b"names"),
        ("bootloader", "loader.bin", u32::MAX, &[1; 3000]),
        ("boot", "Image/boot.img", 0x8000, &[2; 5000]),
        ("backup", "RESERVED", u32::MAX, b""),
    ];
    package(&[1; 3000], &archive(&images))
}

#[test]
fn a_package_is_read_and_checked() {
    let file = sample();
    let mut source = &file[..];
    let package = Package::read(&mut source).expect("sound");
    assert_eq!((package.version, package.chip), ((1, 2, 0x1234), 0x3335_3838));
    package.check(&mut source).expect("its MD5 holds");
    let archive = package.open(&mut source).expect("sound");
    assert_eq!((archive.model.as_str(), archive.maker.as_str()), ("ROCK 5B", "RADXA"));
    let length = package.archive.end - package.archive.start;
    archive
        .check(&mut SubSource::padded(&mut source, package.archive.start, length))
        .expect("its checksum holds");
    let boot = archive.find("boot").expect("there");
    assert_eq!((boot.sector, boot.has_data()), (Some(0x8000), true));
    let start = (package.archive.start + boot.range.start) as usize;
    assert_eq!(file[start..start + 5000], [2; 5000]);
    assert_eq!(archive.find("package-file").map(|part| part.sector), Some(None));
    assert!(archive.find("backup").is_some_and(|part| !part.has_data()));
}

#[test]
fn damage_and_truncation_are_found() {
    let file = sample();
    let package = Package::read(&mut &file[..]).expect("sound");
    let mut damaged = file.clone();
    damaged[6000] ^= 1;
    let error = package.check(&mut &damaged[..]).expect_err("damaged");
    assert!(error.to_string().contains("MD5"), "{error}");
    let archive = package.open(&mut &file[..]).expect("sound");
    let inner = &damaged[package.archive.start as usize..package.archive.end as usize];
    assert!(archive.check(&mut &inner[..]).expect_err("damaged").to_string().contains("checksum"));
    for length in [0, 50, 2000, 10_000] {
        Package::read(&mut &file[..length]).expect_err("truncated");
    }
    let mut signed = file;
    signed.extend([0; 200]);
    assert!(matches!(Package::read(&mut &signed[..]).expect("sound").tail, Tail::Signed(_, 200)));
}

#[test]
fn an_archive_that_contradicts_itself_is_refused() {
    let sound = archive(&[("boot", "boot.img", 0, &[1; 100])]);
    for (at, value, what) in [
        (4, 7_u32, "length"),
        (136, 36, "36 images"),
        (140 + 96, 1 << 30, "boot"),
        (140 + 104, 0, "sizes"),
    ] {
        let mut file = sound.clone();
        put(&mut file, at, &value.to_le_bytes());
        let error = Archive::read(&mut &file[..]).expect_err(what);
        assert!(error.to_string().contains(what), "{error}");
    }
}

/// The open afptool counts padded sizes in bytes, and its entry for the package itself has the length of all of it.
#[test]
fn padded_sizes_may_be_in_bytes() {
    let images: [(&str, &str, u32, &[u8]); 4] = [
        ("package-file", "package-file", u32::MAX, b"names"),
        ("boot", "boot.img", 0x8000, &[2; 5000]),
        ("rootfs", "rootfs.img", 0x9000, &[3; 4096]),
        ("update-image", "SELF", u32::MAX, b""),
    ];
    for unit in [1, 2048] {
        let mut file = archive_in(&images, unit);
        let at = 140 + 112 * 3;
        let whole = file.len() as u32;
        put(&mut file, at + 104, &whole.next_multiple_of(512).to_le_bytes());
        put(&mut file, at + 108, &whole.to_le_bytes());
        let read = Archive::read(&mut &file[..]).expect("sound");
        let lengths: Vec<_> =
            read.parts.iter().map(|part| part.range.end - part.range.start).collect();
        assert_eq!(lengths, [5, 5000, 4096, 0], "{unit}");
        assert!(!read.parts[3].has_data());
        put(&mut file, 140 + 112 + 104, &7_u32.to_le_bytes());
        let error = Archive::read(&mut &file[..]).expect_err("neither unit").to_string();
        assert!(error.contains("sizes of image `boot`"), "{error}");
    }
}

#[test]
fn archives_of_more_than_sixteen_images_have_a_longer_header() {
    let names: Vec<String> = (0..35).map(|index| alloc::format!("part{index}")).collect();
    let images: Vec<_> = names.iter().map(|name| (&name[..], "x", 0, &b"data"[..])).collect();
    let file = archive(&images);
    let read = Archive::read(&mut &file[..]).expect("sound");
    assert_eq!((read.parts.len(), read.parts[0].range.start), (35, 4096));
    assert_eq!(
        read.find("part34").map(|part| &file[part.range.start as usize..][..4]),
        Some(&b"data"[..])
    );
    let mut cut = file;
    cut.truncate(3000);
    Archive::read(&mut &cut[..]).expect_err("cut");
}

#[test]
fn images_share_all_of_their_bytes_or_none() {
    let images: [(&str, &str, u32, &[u8]); 3] = [
        ("boot_a", "boot.img", 1, &[1; 5000]),
        ("boot_b", "boot.img", 2, &[1; 5000]),
        ("c", "c", 3, b"x"),
    ];
    let mut file = archive(&images);
    let (a, b) = (140, 140 + 112);
    let first = array::<4>(&file, a + 96);
    put(&mut file, b + 96, &first);
    let read = Archive::read(&mut &file[..]).expect("both slots have the same image");
    assert_eq!(read.parts[0].range, read.parts[1].range);
    for (at, value, what) in [
        (b + 108, 4999_u32, "`boot_a` and `boot_b` overlap"),
        (b + 96, 2048 + 2048, "`boot_a` and `boot_b` overlap"),
        (a + 96, 2047, "`boot_a` is outside"),
        (a + 96, 0, "`boot_a` is outside"),
    ] {
        let mut wrong = file.clone();
        put(&mut wrong, at, &value.to_le_bytes());
        let error = Archive::read(&mut &wrong[..]).expect_err(what).to_string();
        assert!(error.contains(what), "{error}");
    }
}

/// An environment of `size` bytes as mkenvimage makes it.
fn environment(text: &str, size: usize, redundant: bool) -> Vec<u8> {
    let mut data = text.replace('\n', "\0").into_bytes();
    data.resize(size - if redundant { 5 } else { 4 }, 0);
    let mut bytes = sums::crc32_gpt(&data).to_le_bytes().to_vec();
    bytes.extend(redundant.then_some(1));
    bytes.extend(data);
    bytes
}

/// Luckfox' own, shortened.
const ENV: &str = "blkdevparts=mmcblk1:32K(env),512K@32K(idblock),256K(uboot),4M(boot),1G(rootfs),-(userdata),\nsys_bootargs= root=/dev/mmcblk1p7\nsd_parts=mmcblk0:16K@512(env)\n";

#[test]
fn an_environment_says_where_partitions_are() {
    let expected = [
        ("env", 0, Some(64)),
        ("idblock", 64, Some(1024)),
        ("uboot", 1088, Some(512)),
        ("boot", 1600, Some(8192)),
        ("rootfs", 9792, Some(1 << 21)),
        ("userdata", 9792 + (1 << 21), None),
    ]
    .map(|(name, first, sectors)| (String::from(name), first, sectors));
    let plain = environment(ENV, 0x8000, false);
    let mut padded = plain.clone();
    padded.resize(0x4_0000, 0xff);
    for bytes in [plain.clone(), environment(ENV, 0x8000, true), padded] {
        let read = Environment::parse(&bytes).expect("sound");
        assert_eq!((read.flash, &*read.medium), (false, "mmcblk1"));
        assert_eq!(read.regions, expected);
    }
    let read = Environment::parse(&plain).expect("sound");
    let table = read.table(1 << 22).expect("it fits");
    assert_eq!(
        table.find("userdata").map(|part| (part.first, part.last)),
        Ok((9792 + (1 << 21), (1 << 22) - 1))
    );
    assert!(read.table(1 << 20).expect_err("small").to_string().contains("rootfs does not fit"));
    let nand = "mtdparts=spi-nand0:256K(env),256K@256K(idblock),0x80000(uboot)\n";
    let read = Environment::parse(&environment(nand, 0x4_0000, false)).expect("sound");
    assert_eq!((read.flash, read.regions[2].1), (true, 1024));
}

#[test]
fn environments_that_are_damaged_or_say_nothing() {
    let mut damaged = environment(ENV, 0x8000, false);
    damaged[100] ^= 1;
    let wrong = |bytes: &[u8], what: &str| {
        let error = Environment::parse(bytes).expect_err(what).to_string();
        assert!(error.contains(what), "{error}");
    };
    wrong(&damaged, "checksum");
    wrong(&[], "checksum");
    for (text, what) in [
        ("sd_parts=mmcblk0:16K(env)", "names no partitions"),
        ("blkdevparts=32K(env)", "names no medium"),
        ("blkdevparts=mmcblk0:", "is empty"),
        ("blkdevparts=mmcblk0:100(env)", "begin and end with a sector"),
        ("blkdevparts=mmcblk0:1K@100(env)", "begin and end with a sector"),
        ("blkdevparts=mmcblk0:1X(env)", "number of bytes"),
        ("blkdevparts=mmcblk0:99999999999G(env)", "number of bytes"),
        ("blkdevparts=mmcblk0:1K(a),1K(a)", "two partitions are called `a`"),
    ] {
        wrong(&environment(text, 0x2000, false), what);
    }
    let table = |text: &str| {
        Environment::parse(&environment(text, 0x2000, false)).expect("sound").table(100)
    };
    let overlap = table("blkdevparts=mmcblk0:2K(a),1K@1K(b)").expect_err("overlap").to_string();
    assert!(overlap.contains("b overlaps a"), "{overlap}");
    table("blkdevparts=mmcblk0:50K@1K(a)").expect_err("past the end");
    table("blkdevparts=mmcblk0:49K@1K(a)").expect("just");
    table("blkdevparts=mmcblk0:0(a)").expect_err("nothing");
}

/// A source of any length that is zero but for its first bytes.
struct Long(Vec<u8>, u64);

impl Source for Long {
    fn size(&self) -> u64 {
        self.1
    }

    fn read_at(&mut self, offset: u64, buf: &mut [u8]) -> Result<(), IoError> {
        SubSource::padded(&mut &self.0[..], offset, buf.len() as u64).read_at(0, buf)
    }
}

#[test]
fn images_beyond_4_gib_are_found_where_they_are() {
    let mut head = archive(&[("a", "a", 0, b"x"), ("b", "b", 1, b"x"), ("c", "c", 2, b"x")]);
    head.truncate(2048);
    let (large, after) = ((5_u64 << 30) + 100, 2048 + ((5_u64 << 30) + 2048));
    let places = [(2048, large), (after, 3000), (after + 4096, 6 << 30)];
    for (index, (offset, size)) in places.iter().enumerate() {
        let at = 140 + 112 * index;
        put(&mut head, at + 96, &(*offset as u32).to_le_bytes());
        put(&mut head, at + 104, &(size.div_ceil(2048) as u32).to_le_bytes());
        put(&mut head, at + 108, &(*size as u32).to_le_bytes());
    }
    let length = after + 4096 + (6 << 30);
    put(&mut head, 4, &(length as u32).to_le_bytes());
    let archive = Archive::read(&mut Long(head, length + 4)).expect("sound");
    let ranges: Vec<_> = archive
        .parts
        .iter()
        .map(|part| (part.range.start, part.range.end - part.range.start))
        .collect();
    assert_eq!(ranges, places);
}

#[test]
fn what_must_not_be_written_to_a_disk() {
    assert!(not_an_image(&sample()).is_some_and(|what| what.contains("RKFW")));
    assert!(not_an_image(b"LDR \0").is_some() && not_an_image(b"BOOT").is_some());
    assert!(not_an_image(b"RKNS").is_none() && not_an_image(b"").is_none());
}

proptest! {
    #[test]
    fn no_file_makes_the_readers_panic(changes in proptest::collection::vec((0usize..6000, any::<u8>()), 0..20), length in 0usize..12_000) {
        let mut file = sample();
        for (at, value) in changes {
            file[at] = value;
        }
        file.truncate(length);
        let mut source = &file[..];
        if let Ok(package) = Package::read(&mut source) {
            let _ = package.check(&mut source);
            if let Ok(archive) = package.open(&mut source) {
                let _ = archive.check(&mut source);
            }
        }
        let _ = Environment::parse(&file);
        let start = 3000 + HEADER;
        let _ = Archive::read(&mut file.get(start..).unwrap_or_default());
    }
}
