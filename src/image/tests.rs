//! Images of every kind, sound and damaged, through the one stream.

use std::{
    fs,
    io::{Cursor, Write},
    path::Path,
};

use link::Source;
use proptest::prelude::*;
use sha2::{Digest, Sha256};

use super::{Bmap, Bmaps, Compression, Content, Image, Layout, Options};
use crate::{
    exit::Exit,
    failure::{Failure, Problem},
    transport::Stop,
};

/// What came out of an image: its bytes, holes being zeros, and the holes.
#[derive(Debug, Default, PartialEq, Eq)]
struct Whole {
    bytes: Vec<u8>,
    holes: Vec<(u64, u64)>,
    hash: Option<[u8; 32]>,
}

fn whole(image: &mut Image) -> Result<Whole, Problem> {
    let mut whole = Whole::default();
    let mut pieces = image.pieces()?;
    while let Some(piece) = pieces.next()? {
        assert_eq!(piece.offset, whole.bytes.len() as u64, "pieces lie one behind the other");
        assert!(piece.content.length() > 0);
        match piece.content {
            Content::Data(bytes) => whole.bytes.extend_from_slice(bytes),
            Content::Hole(length) => {
                whole.holes.push((piece.offset, length));
                whole.bytes.resize(whole.bytes.len() + length as usize, 0);
            }
        }
        assert!(whole.bytes.len() < 64 << 20, "tests have small images");
    }
    whole.hash = pieces.sha256();
    assert!(matches!(pieces.next(), Ok(None)), "the end stays the end");
    Ok(whole)
}

fn open(bytes: Vec<u8>) -> Result<Image, Problem> {
    Image::from_reader(Cursor::new(bytes), &Options { hash: true, ..Options::default() })
}

fn read(bytes: Vec<u8>) -> Result<Whole, Problem> {
    whole(&mut open(bytes)?)
}

#[track_caller]
fn unsound(bytes: Vec<u8>, says: &str) {
    match read(bytes) {
        Err(problem @ (Problem::BadInput(_) | Problem::Advised(..))) => {
            let text = problem.to_string();
            assert!(text.contains(says), "`{says}` is not in: {text}");
        }
        other => panic!("`{says}` was expected, and came: {other:?}"),
    }
}

/// Bytes that do not repeat.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 1_u32;
    let next = |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    (0..length).map(next).collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).and_then(|()| packer.finish()).expect("memory takes everything")
}

fn bzip2(bytes: &[u8]) -> Vec<u8> {
    let mut packer = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
    packer.write_all(bytes).and_then(|()| packer.finish()).expect("memory takes everything")
}

/// A frame without compression of the data but with their checksum is what this crate's fastest level makes.
fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

fn sparse(block: u32, chunks: &[(u16, u32, Vec<u8>)]) -> Vec<u8> {
    let blocks: u32 = chunks.iter().map(|chunk| chunk.1).sum();
    let mut file = Vec::new();
    file.extend(super::sparse::MAGIC);
    file.extend([1, 0, 0, 0, 28, 0, 12, 0]);
    for word in [block, blocks, chunks.len() as u32, 0] {
        file.extend(word.to_le_bytes());
    }
    for (kind, blocks, data) in chunks {
        file.extend(kind.to_le_bytes());
        file.extend([0, 0]);
        file.extend(blocks.to_le_bytes());
        file.extend((12 + data.len() as u32).to_le_bytes());
        file.extend(data);
    }
    file
}

/// Raw, repeated and absent blocks, with sums in between; and what it is, unpacked.
fn sparse_example() -> (Vec<u8>, Vec<u8>) {
    let raw = noise(3 * 4096);
    let filled = [raw.clone(), b"fill".repeat(1024)].concat();
    let whole = [filled.clone(), vec![0; 5 * 4096], raw[..4096].to_vec()].concat();
    let sum = |bytes: &[u8]| crc32fast::hash(bytes).to_le_bytes().to_vec();
    let chunks = [
        (0xcac1, 3, raw.clone()),
        (0xcac2, 1, b"fill".to_vec()),
        (0xcac4, 0, sum(&filled)),
        (0xcac3, 5, Vec::new()),
        (0xcac1, 1, raw[..4096].to_vec()),
        (0xcac4, 0, sum(&whole)),
    ];
    (sparse(4096, &chunks), whole)
}

#[test]
fn a_raw_image_is_what_it_is() {
    for length in [0, 1, 511, 4096, 1 << 20, (1 << 20) + 1] {
        let bytes = noise(length);
        let whole = read(bytes.clone()).expect("sound");
        assert_eq!(whole.hash, Some(Sha256::digest(&bytes).into()));
        assert!(whole.bytes == bytes && whole.holes.is_empty(), "{length}");
    }
}

#[test]
fn every_compression_is_undone_and_members_are_joined() {
    let (one, two) = (noise(1_500_000), vec![7; 300_000]);
    let both = [one.clone(), two.clone()].concat();
    for (pack, kind) in [
        (gzip as fn(&[u8]) -> Vec<u8>, Compression::Gzip),
        (bzip2, Compression::Bzip2),
        (zstd, Compression::Zstd),
    ] {
        let mut image = open([pack(&one), pack(&two)].concat()).expect("recognised");
        assert_eq!((image.compression(), image.length()), (Some(kind), None));
        assert!(one.starts_with(image.head()) && image.head().len() >= 4096, "{kind:?}");
        assert!(whole(&mut image).expect("sound").bytes == both, "{kind:?}");
    }
}

#[test]
fn a_file_is_streamed_as_often_as_one_likes_and_stdin_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("card");
    fs::write(&path, gzip(&noise(100_000))).expect("written");
    let mut image = Image::open(&path, &Options::default()).expect("sound");
    assert!(image.raw().is_none());
    let first = whole(&mut image).expect("sound");
    assert_eq!(first, whole(&mut image).expect("sound"));
    let mut image = open(noise(10)).expect("sound");
    whole(&mut image).expect("sound");
    assert!(matches!(whole(&mut image), Err(Problem::Usage(_))));
}

#[test]
fn what_is_cut_off_or_damaged_is_found_in_every_compression() {
    let bytes = noise(200_000);
    for (pack, name) in [(gzip as fn(&[u8]) -> Vec<u8>, "gzip"), (bzip2, "bzip2"), (zstd, "zstd")] {
        let packed = pack(&bytes);
        for end in [20, packed.len() / 2, packed.len() - 1] {
            unsound(packed[..end].to_vec(), &format!("in the middle of its {name} data"));
        }
        let mut damaged = packed.clone();
        damaged[packed.len() / 2] ^= 0x10;
        unsound(damaged, &format!("its {name} data are damaged"));
        unsound([packed, b"and more".to_vec()].concat(), &format!("its {name} data"));
    }
}

#[test]
fn zeros_behind_gzip_are_padding_and_skippable_zstd_frames_are_skipped() {
    let bytes = noise(1000);
    let padded = [gzip(&bytes), vec![0; 70_000]].concat();
    assert_eq!(read(padded).expect("sound").bytes, bytes);
    let skip = [&[0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3], &zstd(&bytes)[..]].concat();
    assert_eq!(
        read([skip.clone(), skip].concat()).expect("sound").bytes,
        [bytes.clone(), bytes].concat()
    );
    unsound(vec![0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2], "in the middle of its zstd data");
}

/// `zstd -t` refuses the first and the last, too.
#[test]
fn a_zstd_frame_is_as_long_as_its_header_says() {
    // One raw block of five bytes, in a frame whose header tells the length and that there is no checksum.
    let frame =
        |length: u8| [&[0x28, 0xb5, 0x2f, 0xfd, 0x20, length, 0x29, 0, 0], &b"a zst"[..]].concat();
    unsound(frame(6), "as its header says");
    assert_eq!(read(frame(5)).expect("sound").bytes, b"a zst");
    assert_eq!(read([frame(5), frame(5)].concat()).expect("sound").bytes, b"a zsta zst");
    unsound([frame(5), frame(6)].concat(), "as its header says");
    unsound(frame(4), "zstd data are damaged");
}

#[test]
fn a_window_above_the_limit_is_refused_before_it_is_there() {
    // A frame that wants a window of 1 GiB.
    let frame = vec![0x28, 0xb5, 0x2f, 0xfd, 0, 0xa0, 1, 0, 0];
    unsound(frame, "need more memory");
}

#[test]
fn the_window_is_known_before_anything_is_unpacked() {
    // Heads of what `xz -6`, `xz -9`, `xz --x86 --lzma2=dict=1MiB`, `xz -T2` (with lengths), `zstd -3` from a pipe and
    // `zstd` of a file of 5000 bytes begin with.
    let xz = |block: &[u8]| [b"\xfd7zXZ\0\0\x04\xe6\xd6\xb4\x46", block].concat();
    for (kind, head, window) in [
        (Compression::Xz, xz(&[2, 0, 0x21, 1, 0x16, 0, 0, 0, 0, 0, 0, 0]), 8 << 20),
        (Compression::Xz, xz(&[2, 0, 0x21, 1, 0x1c, 0, 0, 0, 0, 0, 0, 0]), 64 << 20),
        (Compression::Xz, xz(&[2, 1, 4, 0, 0x21, 1, 0x10, 0, 0, 0, 0, 0]), 1 << 20),
        (
            Compression::Xz,
            xz(&[3, 0xc0, 0x84, 0x01, 0x80, 0x20, 0x21, 1, 0x16, 0, 0, 0, 0, 0, 0, 0]),
            8 << 20,
        ),
        (Compression::Xz, xz(&[3, 1, 3, 1, 9, 0x21, 1, 0x16, 0, 0, 0, 0, 0, 0, 0, 0]), 8 << 20),
        (Compression::Zstd, vec![0x28, 0xb5, 0x2f, 0xfd, 0x04, 0x58], 2 << 20),
        (Compression::Zstd, vec![0x28, 0xb5, 0x2f, 0xfd, 0x64, 0x88, 0x12], 5000),
        (Compression::Bzip2, b"BZh9".to_vec(), 900_000),
    ] {
        assert_eq!(kind.window(&head), Some(window), "{head:x?}");
        for end in 0..head.len() {
            let _ = kind.window(&head[..end]);
        }
    }
}

#[test]
fn a_sparse_image_is_unpacked_and_its_sums_are_checked() {
    let (file, bytes) = sparse_example();
    for file in [file.clone(), gzip(&file)] {
        let mut image = open(file).expect("sound");
        assert!(matches!(image.layout(), Layout::Sparse(header) if header.blocks == 10));
        assert_eq!(image.length(), Some(bytes.len() as u64));
        let whole = whole(&mut image).expect("sound");
        assert_eq!(whole.holes, [(4 * 4096, 5 * 4096)]);
        assert_eq!(whole.hash, Some(Sha256::digest(&bytes).into()));
        assert!(whole.bytes == bytes);
    }
    // A byte of each raw chunk: the sum after it tells.
    for at in [28 + 12, file.len() - 16 - 1] {
        let mut damaged = file.clone();
        damaged[at] ^= 1;
        unsound(damaged, "the CRC of its first");
    }
}

#[test]
fn a_sparse_image_that_contradicts_itself_is_refused() {
    let (file, _) = sparse_example();
    let with = |at: usize, byte: u8| {
        let mut file = file.clone();
        file[at] = byte;
        file
    };
    for end in 28..file.len() {
        unsound(file[..end].to_vec(), "is cut off");
    }
    unsound(file[..20].to_vec(), "ends in its header");
    unsound([file.clone(), vec![0]].concat(), "bytes follow");
    unsound(with(4, 2), "only version 1 is known");
    unsound(with(8, 27), "shorter than any");
    unsound(with(12, 2), "no multiple of 4");
    unsound(with(16, 11), "make up 10 blocks, not the 11");
    unsound(with(16, 9), "runs past the end");
    unsound(with(24, 1), "the CRC of its first");
    unsound(with(28, 9), "unknown kind (0xca09)");
    unsound(with(28 + 4, 2), "contradicts its kind");
    unsound(with(28 + 9, 0), "contradicts its kind");
    unsound(sparse(4096, &[(0xcac1, 0xffff_ffff, Vec::new())]), "contradicts its kind");
}

/// A bmap of `bytes` with these ranges of 4096-byte blocks, in the form that bmaptool gives it.
fn bmap(bytes: &[u8], ranges: &[(usize, usize)]) -> String {
    let hex = |sum: &[u8]| sum.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let sum = |first: usize, last: usize| {
        hex(&Sha256::digest(&bytes[first * 4096..bytes.len().min((last + 1) * 4096)]))
    };
    let lines = ranges.iter().map(|&(first, last)| {
        format!("<Range chksum=\"{}\"> {first}-{last} </Range>\n", sum(first, last))
    });
    let text = |own: &str| {
        format!(
            "<?xml version=\"1.0\" ?>\n<bmap version=\"2.0\">\n<ImageSize> {} </ImageSize>\n<BlockSize> 4096 \
             </BlockSize>\n<BlocksCount> {} </BlocksCount>\n<ChecksumType> sha256 </ChecksumType>\n\
             <BmapFileChecksum> {own} </BmapFileChecksum>\n<BlockMap>\n{}</BlockMap>\n</bmap>\n",
            bytes.len(),
            bytes.len().div_ceil(4096),
            lines.clone().collect::<String>(),
        )
    };
    text(&hex(&Sha256::digest(text(&"0".repeat(64)))))
}

/// An image of which blocks 0 and 1 and the last, half a one, hold something.
fn mapped_example() -> (Vec<u8>, Vec<(usize, usize)>) {
    let mut bytes = noise(10 * 4096 + 100);
    bytes[2 * 4096..10 * 4096].fill(0);
    (bytes, vec![(0, 1), (10, 10)])
}

fn in_folder(
    name: &str,
    image: &[u8],
    map_name: &str,
    map: &str,
) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, image).expect("written");
    fs::write(folder.path().join(map_name), map).expect("written");
    (folder, path)
}

fn read_file(path: &Path, bmap: Bmaps) -> Result<Whole, Problem> {
    whole(&mut Image::open(path, &Options { bmap, ..Options::default() })?)
}

#[test]
fn a_bmap_beside_an_image_is_found_and_says_what_is_a_hole() {
    let (bytes, ranges) = mapped_example();
    let map = bmap(&bytes, &ranges);
    for (name, file, map_name) in [
        ("card.img", bytes.clone(), "card.img.bmap"),
        ("card.img.gz", gzip(&bytes), "card.img.gz.bmap"),
        ("card.img.gz", gzip(&bytes), "card.img.bmap"),
        ("card.img.gz", gzip(&bytes), "card.img.bmap"),
        ("card.bz2", bzip2(&bytes), "card.bmap"),
    ] {
        let (_folder, path) = in_folder(name, &file, map_name, &map);
        let found = read_file(&path, Bmaps::Beside).expect("sound");
        assert_eq!(found.holes, [(2 * 4096, 8 * 4096)], "{map_name}");
        assert!(found.bytes == bytes);
        assert!(read_file(&path, Bmaps::Ignored).expect("sound").holes.is_empty());
    }
    let (_folder, path) = in_folder("card.img", &bytes, "elsewhere", &map);
    assert!(read_file(&path, Bmaps::Beside).expect("sound").holes.is_empty());
    let named = Bmaps::At(path.with_file_name("elsewhere"));
    assert_eq!(read_file(&path, named).expect("sound").holes.len(), 1);
}

#[test]
fn a_bmap_of_another_image_is_noticed() {
    let (bytes, ranges) = mapped_example();
    let map = bmap(&bytes, &ranges);
    let refused = |name: &str, file: &[u8], says: &str| {
        let (_folder, path) = in_folder(name, file, &format!("{name}.bmap"), &map);
        match read_file(&path, Bmaps::Beside) {
            Err(Problem::BadInput(text)) => {
                assert!(text.contains(says), "`{says}` is not in: {text}")
            }
            other => panic!("`{says}` was expected, and came: {other:?}"),
        }
    };
    let mut other = bytes.clone();
    other[5000] ^= 1;
    refused("card", &other, "the checksum of blocks 0-1 (from byte 0 on)");
    let mut other = bytes.clone();
    *other.last_mut().expect("not empty") ^= 1;
    refused("card", &other, "the checksum of blocks 10-10");
    refused("card", &bytes[..41059], "is 41059 bytes long");
    refused("card.gz", &gzip(&bytes[..41059]), "it ends after");
    refused("card.gz", &gzip(&[&bytes[..], b"x"].concat()), "is longer than the 41060 bytes");
}

#[test]
fn a_damaged_bmap_is_refused() {
    let (bytes, ranges) = mapped_example();
    let good = bmap(&bytes, &ranges);
    let parsed = Bmap::parse(good.as_bytes()).expect("sound");
    assert_eq!((parsed.mapped(), parsed.length), (3, bytes.len() as u64));
    let says = |text: &str, says: &str| match Bmap::parse(text.as_bytes()) {
        Err(Problem::BadInput(words)) => {
            assert!(words.contains(says), "`{says}` is not in: {words}")
        }
        other => panic!("`{says}` was expected, and came: {other:?}"),
    };
    says(&good.replace(" 0-1 ", " 0-2 "), "its checksum of itself does not hold");
    // Without that checksum, what it says is looked at.
    let start = good.find("<BmapFileChecksum>").expect("it is there");
    let end = good.find("<BlockMap>").expect("it is there");
    let open = format!("{}{}", &good[..start], &good[end..]);
    assert_eq!(Bmap::parse(open.as_bytes()).expect("sound"), parsed);
    says(&open.replace(" 10-10 ", " 10-11 "), "past the image's end");
    says(&open.replace(" 10-10 ", " 1 "), "out of order");
    says(&open.replace(" 10-10 ", " ten "), "a range that is none");
    says(&open.replace("sha256", "crc"), "unknown kind");
    says(&open.replace("sha256", "sha1"), "a wrong checksum at its range 0-1");
    says(&open.replace("> 11 <", "> 12 <"), "contradicts itself");
    says(&open.replace(" 41060 ", " many "), "no number");
    says(&open.replace(" 4096 ", " 0 "), "blocks of 0 bytes");
    says(&open.replace("2.0", "3.0"), "version 3.0");
    says(&open.replace("bmap", "map"), "does not begin with an element `bmap`");
    says("", "no bmap");
}

#[test]
fn zeros_are_holes_where_the_caller_asks_for_it() {
    let mut bytes = noise(3 << 20);
    bytes[4096 + 17..2 << 20].fill(0);
    let options = Options { zeros_are_holes: true, hash: true, ..Options::default() };
    let mut image = Image::from_reader(Cursor::new(bytes.clone()), &options).expect("sound");
    let found = whole(&mut image).expect("sound");
    // In the pieces that the buffer makes of them.
    assert_eq!(found.holes, [(8192, (1 << 20) - 8192), (1 << 20, 1 << 20)]);
    assert_eq!(found.hash, Some(Sha256::digest(&bytes).into()));
    assert!(found.bytes == bytes);
}

#[test]
fn archives_are_no_images() {
    unsound(b"PK\x03\x04 and so on".to_vec(), "a zip archive");
    let missing = Image::open(Path::new("/nonexistent"), &Options::default()).map(drop);
    let missing = missing.expect_err("it does not exist");
    assert!(missing.to_string().contains("/nonexistent"));
    assert_eq!(Failure::of(&missing.into()).exit, Exit::BadInput);
}

/// What was checked is what is streamed afterwards, whatever the file is.
#[test]
fn a_file_that_changes_after_it_was_checked_is_noticed() {
    let bytes = noise(3 << 20);
    let stop = Stop::default();
    for packed in [bytes.clone(), gzip(&bytes), sparse_example().0] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("card");
        fs::write(&path, &packed).expect("written");
        let mut image = Image::open(&path, &Options::default()).expect("sound");
        image.extent(&mut link::Silent, &stop).expect("sound").expect("a file");
        whole(&mut image).expect("the same");
        // The kernel's time moves in steps of some milliseconds.
        std::thread::sleep(std::time::Duration::from_millis(30));
        let file = fs::File::options().write(true).open(&path).expect("it is there");
        std::os::unix::fs::FileExt::write_all_at(&file, &[1], packed.len() as u64 / 2)
            .expect("written");
        let error = whole(&mut image).expect_err("another file").to_string();
        assert!(error.contains("changed"), "{error}");
    }
}

/// A stream that is another one under the same times: the sum of its data tells.
#[test]
fn other_data_than_those_that_were_checked_are_noticed() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("card.gz");
    fs::write(&path, gzip(b"one image")).expect("written");
    let mut image = Image::open(&path, &Options::default()).expect("sound");
    let mut other = open(b"another image".to_vec()).expect("bytes");
    let mut pieces = other.pieces().expect("once");
    while pieces.next().expect("sound").is_some() {}
    image.checked(pieces.sum());
    let error = whole(&mut image).expect_err("not what was checked").to_string();
    assert!(error.contains("not what it was when it was checked"), "{error}");
}

#[test]
fn what_becomes_far_too_long_is_refused() {
    use super::forward::check_ratio;
    check_ratio(32 << 30, 100).expect("an eMMC may be empty");
    check_ratio((32 << 30) + 1, 100).expect_err("that is a bomb");
    check_ratio(300 << 30, 1 << 30).expect("a large image");
}

/// Beginnings that lead into each of the parsers.
fn beginnings() -> Vec<Vec<u8>> {
    let bytes = noise(9000);
    let (sparse, _) = sparse_example();
    vec![gzip(&bytes), bzip2(&bytes), zstd(&bytes), sparse.clone(), gzip(&sparse)]
}

proptest! {
    #[test]
    fn any_bytes_are_an_image_or_bad_input(bytes in prop::collection::vec(any::<u8>(), 0..300), at in 0_usize..6) {
        for kind in [Compression::Xz, Compression::Zstd, Compression::Bzip2, Compression::Lzip, Compression::Lzma] {
            let _ = kind.window(&bytes);
        }
        let magics: [&[u8]; 6] = [
            b"", b"\x1f\x8b\x08", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd", b"BZh91AY&SY", &super::sparse::MAGIC,
        ];
        match read([magics[at], &bytes].concat()) {
            Ok(_) | Err(Problem::BadInput(_) | Problem::Advised(..)) => {}
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_changed_byte_is_found_or_changes_nothing_else(which in 0_usize..5, at in any::<prop::sample::Index>(), flip in 1_u8..) {
        let mut file = beginnings().swap_remove(which);
        let at = at.index(file.len());
        file[at] ^= flip;
        match read(file) {
            Ok(_) | Err(Problem::BadInput(_) | Problem::Advised(..)) => {}
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn any_text_is_a_bmap_or_bad_input(text in "\\PC{0,200}", range in "[ 0-9-]{0,12}") {
        let _ = Bmap::parse(text.as_bytes());
        let (bytes, ranges) = mapped_example();
        let changed = bmap(&bytes, &ranges).replace(" 0-1 ", &range).replace("BmapFileChecksum", "Nothing");
        let _ = Bmap::parse(changed.as_bytes());
    }
}

/// All of an image by reads of this many bytes.
fn straight(image: &mut Image, length: u64, step: usize) -> Result<Vec<u8>, link::IoError> {
    let mut source = image.straight(length, &Stop::default())?;
    let mut bytes = vec![0; length as usize];
    for (index, piece) in bytes.chunks_mut(step).enumerate() {
        source.read_at((index * step) as u64, piece)?;
    }
    Ok(bytes)
}

#[test]
fn an_image_as_one_stream_has_zeros_for_holes_and_ends_where_it_should() {
    let (file, bytes) = sparse_example();
    for step in [1, 777, 4096, 1 << 20] {
        let mut image = open(file.clone()).expect("sound");
        let read = straight(&mut image, bytes.len() as u64, step).expect("in order");
        assert!(read == bytes, "by {step}");
    }
    for length in [bytes.len() as u64 - 1, bytes.len() as u64 + 1] {
        let mut image = open(file.clone()).expect("sound");
        let error = straight(&mut image, length, 4096).expect_err("of another length");
        assert!(error.to_string().contains("length changed"), "{error}");
    }
    let options = Options { unexpanded: true, ..Options::default() };
    let mut image = Image::from_reader(Cursor::new(gzip(&file)), &options).expect("sound");
    assert!(straight(&mut image, file.len() as u64, 1000).expect("as it is") == file);
}

#[test]
fn of_a_stream_only_what_was_given_last_is_read_again() {
    let bytes = noise(3 << 20);
    let mut image = open(gzip(&bytes)).expect("sound");
    let mut source = image.straight(3 << 20, &Stop::default()).expect("once");
    let mut buf = vec![0; 1000];
    source.read_at(0, &mut buf).expect("the beginning");
    let mut more = vec![0; (2 << 20) + 5];
    source.read_at(500, &mut more).expect("half of it was given before");
    assert!(buf == bytes[..1000] && more == bytes[500..500 + more.len()]);
    for (offset, length) in [(499, 1), (500 + more.len() as u64 + 1, 1), (3 << 20, 1)] {
        source.read_at(offset, &mut vec![0; length]).expect_err("here and there");
    }
    source.read_at(500, &mut more[..10]).expect("again");
    assert!(more[..10] == bytes[500..510]);
}
