use alloc::{format, vec, vec::Vec};

use link::Classify;
use proptest::prelude::*;

use super::*;

/// Bytes that nothing repeats.
fn noise(length: usize, seed: u32) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9) | 1;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    (0..length).map(|_| next()).collect()
}

type Made = Vec<(u64, Vec<u8>)>;

fn cut(runs: &Made, plan: Plan) -> Result<Vec<Piece>, Error> {
    Pieces::new(runs.iter().map(|(offset, bytes)| Ok((*offset, bytes))), plan)?.collect()
}

/// Writes pieces over what a storage holds, with a reader that has nothing of the writer.
fn write(pieces: &[Piece], storage: &mut [u8], plan: &Plan) {
    for piece in pieces {
        assert!(piece.bytes.len() <= plan.limit as usize);
        if piece.form == Form::Raw {
            storage[..piece.bytes.len()].copy_from_slice(&piece.bytes);
            continue;
        }
        let mut written = 0;
        for part in Reader::new(&piece.bytes[..]).expect("a header") {
            let Part { offset, content } = part.expect("sound");
            let at = offset as usize;
            match content {
                Content::Data(bytes) => {
                    written += bytes.len() as u64;
                    storage[at..at + bytes.len()].copy_from_slice(&bytes);
                }
                Content::Fill(word, length) => {
                    written += length;
                    storage[at..at + length as usize]
                        .copy_from_slice(&word.repeat(length as usize / 4));
                }
                Content::Hole(_) => {}
            }
        }
        assert_eq!((written, piece.padding < plan.block.into()), (piece.written, true));
        let header = *Reader::new(&piece.bytes[..]).expect("a header").header();
        assert_eq!((header.crc, header.header, header.chunk_header), (0, 28, 12));
        let all = plan.length.map_or(piece.range.end, |length| length);
        assert_eq!(u64::from(header.blocks), all.div_ceil(plan.block.into()));
    }
}

#[test]
fn what_fits_is_sent_as_it_is() {
    for length in [1, 4095, 4096, 4097, 65535, 65536] {
        let image = noise(length, 1);
        for told in [None, Some(length as u64)] {
            let pieces = cut(&vec![(0, image.clone())], Plan::new(65536, told)).expect("cut");
            assert_eq!(pieces.len(), 1);
            assert_eq!(
                (pieces[0].form, &pieces[0].bytes, pieces[0].padding),
                (Form::Raw, &image, 0)
            );
            assert_eq!(
                (pieces[0].range.clone(), pieces[0].written),
                (0..length as u64, length as u64)
            );
        }
    }
}

#[test]
fn an_empty_image_is_none() {
    for told in [None, Some(0)] {
        let error = cut(&Vec::new(), Plan::new(65536, told)).expect_err("nothing can be sent");
        assert_eq!(error.code().word(), "input.image", "{error}");
    }
}

/// 28 bytes of header, 12 for the blocks, 12 for what is skipped after them: 15 blocks of 16.
#[test]
fn a_piece_is_cut_at_the_limit_less_its_overhead() {
    let image = noise(65537, 1);
    let pieces = cut(&vec![(0, image)], Plan::new(65536, Some(65537))).expect("cut");
    assert_eq!(pieces.len(), 2);
    assert_eq!(pieces[0].bytes.len(), 28 + 12 + 15 * 4096 + 12);
    assert_eq!((pieces[0].range.clone(), pieces[0].padding), (0..15 * 4096, 0));
    assert_eq!(pieces[1].bytes.len(), 28 + 12 + 12 + 2 * 4096);
    assert_eq!((pieces[1].range.clone(), pieces[1].padding), (15 * 4096..65537, 4095));
    assert_eq!(pieces[1].written, 8192);
    let header: Vec<u8> = [
        &[
            0x3a, 0xff, 0x26, 0xed, 1, 0, 0, 0, 28, 0, 12, 0, 0, 16, 0, 0, 17, 0, 0, 0, 2, 0, 0, 0,
            0, 0, 0, 0,
        ][..],
        &[0xc1, 0xca, 0, 0, 15, 0, 0, 0, 12, 0xf0, 0, 0],
    ]
    .concat();
    assert_eq!(pieces[0].bytes[..40], header);
    assert_eq!(pieces[0].bytes[28 + 12 + 15 * 4096..], [0xc3, 0xca, 0, 0, 2, 0, 0, 0, 12, 0, 0, 0]);
}

/// As several readers of one image share them.
#[test]
fn runs_may_be_shared() {
    let shared = alloc::sync::Arc::new(noise(70_000, 1));
    let runs = (0..3).map(|index| Ok((index * 70_000, shared.clone())));
    let pieces = Pieces::new(runs, Plan::new(65_536, Some(210_000))).expect("a plan");
    assert_eq!(pieces.map(|piece| piece.expect("cut").range.end).last(), Some(210_000));
}

/// Nothing beyond the first piece is read for the first piece.
#[test]
fn it_streams() {
    let read = core::cell::Cell::new(0_u64);
    let runs = (0..1 << 20_u64).map(|index| {
        read.set(index + 1);
        Ok((index * 8192, noise(8192, index as u32)))
    });
    let mut pieces = Pieces::new(runs, Plan::new(1 << 20, Some(8192 << 20))).expect("a plan");
    for count in 1..=3 {
        let piece = pieces.next().expect("there are more").expect("cut");
        assert_eq!(
            (piece.range.end, piece.range.end - piece.range.start),
            (count * (255 * 4096), 255 * 4096)
        );
        assert!(read.get() * 8192 <= count * (255 * 4096) + 16384, "{} runs", read.get());
    }
}

#[test]
fn zeros_take_no_room_and_a_few_blocks_of_them_are_sent() {
    let image =
        [noise(4096, 1), vec![0; 15 * 4096], noise(4096, 2), vec![7; 16 * 4096], noise(4096, 3)]
            .concat();
    let length = Some(image.len() as u64);
    let pieces = cut(&vec![(0, image)], Plan::new(130_000, length)).expect("cut");
    assert_eq!(pieces.len(), 1);
    let chunks: Vec<Part> = Reader::new(&pieces[0].bytes[..])
        .expect("sparse")
        .map(|part| part.expect("sound"))
        .collect();
    let fill = chunks.iter().find(|part| matches!(part.content, Content::Fill(..)));
    assert_eq!(fill, Some(&Part { offset: 17 * 4096, content: Content::Fill([7; 4], 16 * 4096) }));
    assert_eq!(pieces[0].bytes.len(), 28 + 12 + 17 * 4096 + 16 + 12 + 4096);
}

#[test]
fn no_piece_writes_for_ever_and_no_chunk_has_four_gibibytes() {
    let length = 300 << 30;
    for (holes, written) in [(Holes::Zero, length), (Holes::Keep, 8192)] {
        let plan = Plan { holes, ..Plan::new(1 << 20, Some(length)) };
        let runs = vec![(0, noise(4096, 1)), (length - 4096, noise(4096, 2))];
        let pieces = cut(&runs, plan).expect("cut");
        assert_eq!(pieces.iter().map(|piece| piece.written).sum::<u64>(), written);
        assert!(
            pieces
                .iter()
                .all(|piece| piece.written <= WRITTEN_MOST && piece.bytes.len() <= 1 << 20)
        );
        for piece in &pieces {
            for part in Reader::new(&piece.bytes[..]).expect("sparse") {
                let Part { content, .. } = part.expect("sound");
                assert!(matches!(
                    content,
                    Content::Data(_) | Content::Fill(..) | Content::Hole(0..=0xffff_ffff)
                ));
            }
        }
    }
}

/// Some of a partition is written: the rest is none of the image's.
#[test]
fn what_fits_is_sparse_all_the_same_where_it_has_to_be() {
    let plan = Plan::new(1 << 20, Some(100 * 4096));
    let runs = vec![(40 * 4096, noise(8192, 1))];
    let raw = cut(&runs, plan).expect("cut");
    assert_eq!((raw.len(), raw[0].form, raw[0].written), (1, Form::Raw, 100 * 4096));
    let pieces = cut(&runs, Plan { raw: false, holes: Holes::Keep, ..plan }).expect("cut");
    assert_eq!((pieces.len(), pieces[0].form, pieces[0].written), (1, Form::Sparse, 8192));
    let parts = Reader::new(&pieces[0].bytes[..]).expect("sparse").map(|part| part.expect("sound"));
    let data = parts.filter(|part| !matches!(part.content, Content::Hole(_)));
    assert_eq!(data.map(|part| part.offset).collect::<Vec<_>>(), [40 * 4096]);
}

#[test]
fn what_cannot_be_cut_is_refused_before_anything_is_sent() {
    let runs = vec![(0, noise(100_000, 1))];
    let code = |plan| cut(&runs, plan).expect_err("refused").code().word();
    let good = Plan::new(65536, Some(100_000));
    cut(&runs, good).expect("that is good");
    assert_eq!(code(Plan { limit: 65535, ..good }), "fastboot.limit");
    assert_eq!(code(Plan { block: 256, ..good }), "usage.aligned");
    assert_eq!(code(Plan { block: 4000, ..good }), "usage.aligned");
    assert_eq!(code(Plan { block: 65536, ..good }), "fastboot.limit");
    assert_eq!(code(Plan { length: Some(99_999), ..good }), "input.changed");
    assert_eq!(code(Plan { length: Some((1 << 44) - 4095), ..good }), "image.large");
    let error = cut(&vec![(0, vec![1; 10]), (9, vec![1])], good).expect_err("it overlaps");
    assert_eq!(error.code().word(), "input.image", "{error}");
    let error = cut(&vec![(u64::MAX, vec![1; 10])], Plan::new(65536, None)).expect_err("too far");
    assert_eq!(error.code().word(), "image.large", "{error}");
}

#[test]
fn a_failed_file_is_told_and_nothing_follows() {
    let runs = [Ok((0, vec![1; 70_000])), Err("the stick is gone".into())];
    let mut pieces =
        Pieces::new(runs.into_iter(), Plan::new(65536, Some(1 << 20))).expect("a plan");
    let error = pieces.next().expect("an error").expect_err("the file failed");
    assert!(error.of_file().is_some() && format!("{error}") == "the stick is gone");
    assert!(pieces.next().is_none());
}

/// Every kind of chunk, longer headers, and a sum in the middle and at the end.
fn every_kind(extra: usize) -> (Vec<u8>, Vec<u8>) {
    let data = noise(3 * 4096, 9);
    let mut image = [&data[..], &[1, 2, 3, 4].repeat(2048), &vec![0; 5 * 4096]].concat();
    let middle = crc32fast::hash(&image);
    image.extend(noise(4096, 10));
    let chunk = |kind: u16, blocks: u32, body: &[u8]| {
        let total = (CHUNK + extra + body.len()) as u32;
        [&format::chunk(kind, blocks, total)[..], &vec![0xee; extra], body].concat()
    };
    let header = Header {
        crc: crc32fast::hash(&image),
        header: (HEADER + extra) as u16,
        chunk_header: (CHUNK + extra) as u16,
        ..Header::new(4096, 11, 6)
    };
    let file = [
        header.to_bytes().to_vec(),
        vec![0xee; extra],
        chunk(0xcac1, 3, &data),
        chunk(0xcac2, 2, &[1, 2, 3, 4]),
        chunk(0xcac3, 5, &[]),
        chunk(0xcac4, 0, &middle.to_le_bytes()),
        chunk(0xcac1, 1, &image[10 * 4096..]),
        chunk(0xcac4, 0, &crc32fast::hash(&image).to_le_bytes()),
    ]
    .concat();
    (file, image)
}

#[test]
fn every_kind_of_chunk_is_read_and_sums_are_compared_and_left_out() {
    for extra in [0, 4, 100] {
        let (file, image) = every_kind(extra);
        let mut reader = Reader::new(&file[..]).expect("sparse");
        let parts: Result<Vec<Part>, Error> = reader.by_ref().collect();
        assert_eq!((parts.expect("sound").len(), reader.sums()), (4, 3));
        let length = Some(reader.header().length());
        let runs = || Reader::new(&file[..]).expect("sparse").runs();
        for (length, holes) in [(length, Holes::Keep), (None, Holes::Zero), (length, Holes::Zero)] {
            let plan = Plan { holes, block: 512, ..Plan::new(65536, length) };
            let pieces: Result<Vec<Piece>, Error> =
                Pieces::new(runs(), plan).expect("a plan").collect();
            let mut storage = vec![0; image.len()];
            write(&pieces.expect("cut"), &mut storage, &plan);
            assert!(storage == image);
        }
    }
}

#[test]
fn a_damaged_sparse_image_is_refused() {
    let (file, _) = every_kind(0);
    let read = |file: &[u8]| Reader::new(file)?.collect::<Result<Vec<Part>, Error>>();
    read(&file).expect("sound");
    for end in 0..file.len() {
        read(&file[..end]).expect_err("it is cut");
    }
    read(&[&file[..], &[0]].concat()).expect_err("bytes follow");
    // Each byte that says something: all but the minor version and what is reserved.
    let chunks =
        [28, 28 + 12 + 3 * 4096, 56 + 3 * 4096, 68 + 3 * 4096, 84 + 3 * 4096, 96 + 4 * 4096];
    let reserved = |at: usize| {
        at == 6 || at == 7 || chunks.iter().any(|chunk| at == chunk + 2 || at == chunk + 3)
    };
    for at in 0..file.len() {
        let mut wrong = file.clone();
        wrong[at] ^= 1;
        if !reserved(at) {
            assert_eq!(
                read(&wrong).expect_err("it is damaged").code().word(),
                "input.image",
                "byte {at}"
            );
        }
    }
}

/// A run: what comes before it, its length, and its seed; 0 and 1 stand for bytes that are all the same.
fn any_runs() -> impl Strategy<Value = Vec<(u64, usize, u32)>> {
    let length = prop_oneof![Just(0), Just(4096), Just(8192), 0..300_000_usize];
    let gap = prop_oneof![Just(0), Just(4096), 0..300_000_u64];
    proptest::collection::vec((gap, length, 0..6_u32), 1..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn pieces_are_the_image(
        shape in any_runs(), told in any::<bool>(), keep in any::<bool>(), small in any::<bool>(), limit in 65536..300_000_u32,
    ) {
        let (mut runs, mut image) = (Vec::new(), Vec::new());
        for (gap, length, seed) in shape {
            image.resize(image.len() + gap as usize, if keep { 0xa5 } else { 0 });
            let bytes = if seed < 2 { vec![seed as u8; length] } else { noise(length, seed) };
            runs.push((image.len() as u64, bytes.clone()));
            image.extend(bytes);
        }
        prop_assume!(!image.is_empty());
        let length = told.then_some(image.len() as u64);
        let block = if small { 512 } else { 4096 };
        let holes = if keep { Holes::Keep } else { Holes::Zero };
        let plan = Plan { block, holes, ..Plan::new(limit, length) };
        let pieces = cut(&runs, plan).expect("it can be cut");
        let mut storage = vec![0xa5; image.len() + 8192];
        write(&pieces, &mut storage, &plan);
        // Where a hole may stay, parts of its blocks, and all of it in a raw image, may be zeros.
        let allowed = |is: u8, should: u8| keep && is == 0 && should == 0xa5;
        let wrong = storage.iter().zip(&image).position(|(is, should)| is != should && !allowed(*is, *should));
        prop_assert_eq!(wrong, None);
        if !keep {
            prop_assert!(storage[..image.len()] == image[..]);
        }
        let end = image.len().next_multiple_of(block as usize);
        prop_assert!(storage[end..].iter().all(|&byte| byte == 0xa5));
    }

    #[test]
    fn no_bytes_make_the_reader_panic(at in 0..200_usize, bytes in proptest::collection::vec(any::<u8>(), 1..8)) {
        let (mut file, _) = every_kind(0);
        file[at..at + bytes.len()].copy_from_slice(&bytes);
        if let Ok(reader) = Reader::new(&file[..]) {
            let _ = reader.take(1000).collect::<Result<Vec<Part>, Error>>();
        }
    }
}
