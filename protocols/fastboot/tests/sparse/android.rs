//! Android's tools: `simg2img` joins pieces; and sparse images with what other tools put into them.

use std::{fs, io::Read, process::Command};

use fastboot::sparse::{CHUNK, HEADER, Header, Holes, Pieces, Plan};

use crate::image::{Image, PAGE};

/// A chunk with a longer header than is known, and an image with every kind of chunk, checksums in the middle and at its end
/// (as genimage writes them); and what it stands for.
pub(super) fn every_kind(extra: usize) -> (Vec<u8>, Vec<u8>) {
    let mut data = vec![0; 40 * PAGE];
    Image::full(data.len() as u64).fill(0, &mut data);
    let mut image = [&data[..], &[1, 2, 3, 4].repeat(20 * 1024), &vec![0; 50 * PAGE]].concat();
    let middle = crc32fast::hash(&image);
    image.extend(&data[..20 * PAGE]);
    let chunk = |kind: u16, blocks: u32, body: &[u8]| {
        let total = (CHUNK + extra + body.len()) as u32;
        let head = [&kind.to_le_bytes()[..], &[0, 0], &blocks.to_le_bytes(), &total.to_le_bytes()]
            .concat();
        [&head[..], &vec![0xee; extra], body].concat()
    };
    let header = Header {
        header: (HEADER + extra) as u16,
        chunk_header: (CHUNK + extra) as u16,
        ..Header::new(PAGE as u32, 130, 6)
    };
    let file = [
        header.to_bytes().to_vec(),
        vec![0xee; extra],
        chunk(0xcac1, 40, &data),
        chunk(0xcac2, 20, &[1, 2, 3, 4]),
        chunk(0xcac3, 50, &[]),
        chunk(0xcac4, 0, &middle.to_le_bytes()),
        chunk(0xcac1, 20, &data[..20 * PAGE]),
        chunk(0xcac4, 0, &crc32fast::hash(&image).to_le_bytes()),
    ]
    .concat();
    (file, image)
}

#[test]
#[ignore = "needs simg2img"]
fn simg2img_joins_the_pieces() {
    for (image, limit, holes) in [
        (Image::full((5 << 20) + 1), 1 << 20, Holes::Zero),
        (Image::full(1 << 18), 64 << 10, Holes::Zero),
        (Image::spots((5 << 30) - 77), 1 << 20, Holes::Keep),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let plan = Plan { holes, ..Plan::new(limit, Some(image.length)) };
        let mut join = Command::new("simg2img");
        for (index, piece) in Pieces::new(image.data(), plan).expect("a plan").enumerate() {
            let path = folder.path().join(index.to_string());
            fs::write(&path, piece.expect("it can be cut").bytes).expect("written");
            join.arg(path);
        }
        let joined = folder.path().join("joined");
        assert!(join.arg(&joined).status().expect("it is installed").success());
        let length = fs::metadata(&joined).expect("it is there").len();
        assert_eq!(length, image.length.next_multiple_of(PAGE as u64));
        let mut file = fs::File::open(&joined).expect("it is there");
        let (mut is, mut should) = (vec![0; 1 << 20], vec![0; 1 << 20]);
        for offset in (0..length).step_by(1 << 20) {
            let part = (length - offset).min(1 << 20) as usize;
            file.read_exact(&mut is[..part]).expect("readable");
            image.fill(offset, &mut should[..part]);
            assert!(is[..part] == should[..part], "byte {offset} of {}", image.length);
        }
    }
}
