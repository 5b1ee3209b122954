use alloc::{string::ToString, vec, vec::Vec};

use proptest::prelude::*;
use sha2::{Digest, Sha256};

use super::*;
use crate::bytes::put;

fn noise(at: usize) -> u8 {
    (at.wrapping_mul(2_654_435_761) >> 7) as u8
}

/// BL2 whose build names no family.
fn gx_bl2() -> Vec<u8> {
    Bl2::build(Bl2::GX, "none", &noise)
}

fn g12_bl2() -> Vec<u8> {
    Bl2::build(Bl2::G12, "none", &noise)
}

/// Blocks of these lengths (multiples of 512), as a GX U-Boot has them.
fn chain(lengths: &[usize]) -> Vec<u8> {
    let mut tpl = vec![];
    for &length in lengths {
        let at = tpl.len();
        tpl.resize(at + length + 512, 0x5a);
        tpl[at..at + 256].fill(0);
        for place in [12, 252] {
            put(&mut tpl, at + place, b"AMLC");
        }
        for place in [2, 250] {
            put(&mut tpl, at + place, &512_u16.to_le_bytes());
        }
        for place in [16, 24, 28] {
            put(&mut tpl, at + place, &(length as u32).to_le_bytes());
        }
        tpl.resize(tpl.len().next_multiple_of(0x4000), 0);
    }
    tpl
}

fn fip(parts: &[(Part, usize)]) -> Vec<u8> {
    let mut fip = vec![0; 0x4000];
    put(&mut fip, 0x10, &0xaa64_0001_u32.to_le_bytes());
    put(&mut fip, 0x14, &0x1234_5678_u32.to_le_bytes());
    for (index, &(part, size)) in parts.iter().enumerate() {
        let (at, start) = (0x20 + 40 * index, fip.len());
        put(&mut fip, at, &part.number());
        put(&mut fip, at + 16, &(start as u64).to_le_bytes());
        put(&mut fip, at + 24, &(size as u64).to_le_bytes());
        fip.resize(start + size, 7);
    }
    fip
}

fn sample_fip() -> Vec<u8> {
    fip(&[(Part::Bl30, 1000), (Part::Bl31, 3000), (Part::Bl32, 0), (Part::Bl33, 9000)])
}

#[test]
fn a_gx_image_is_read() {
    let bl2 = gx_bl2();
    let tpl = chain(&[0x3e00, 0xd400, 0x2c400]);
    let image = check(&[&bl2[..], &tpl].concat()).expect("sound");
    assert_eq!((image.layout, image.card, image.bl2), (Layout::GXL, false, Some(0..0xc000)));
    let Some((range, Tpl::Chain(chain))) = image.tpl else { panic!("blocks") };
    assert_eq!(range, 0xc000..0xc000 + tpl.len());
    assert_eq!(chain.blocks, [0..0x4000, 0x4000..0x1_1600, 0x1_4000..0x4_0600]);
    assert_eq!(check(&bl2).expect("alone").layout, Layout::GX_OR_AXG);
    assert_eq!(
        check(&tpl).expect("alone").what(),
        "U-Boot without BL2 for GXL or GXM (S905X, S905D, S912)"
    );
    let card = [&[0; 512][..], &bl2, &tpl].concat();
    let image = check(&card).expect("for a card");
    assert_eq!((image.card, image.bl2), (true, Some(512..512 + 0xc000)));
    assert_eq!(layout(&card), Some(Layout::GX_OR_AXG));
}

#[test]
fn axg_and_g12_images_are_read() {
    let axg = [gx_bl2(), sample_fip()].concat();
    assert_eq!(check(&axg).expect("sound").layout, Layout::AXG);
    let g12 = [g12_bl2(), sample_fip()].concat();
    let image = check(&g12).expect("sound");
    assert_eq!(image.layout, Layout::G12);
    assert_eq!(image.layout.codes().collect::<Vec<_>>(), ["g12a", "g12b"]);
    let Some((_, Tpl::Fip(fip))) = image.tpl else { panic!("a FIP") };
    assert_eq!(fip.find(Part::Bl31).map(|entry| entry.range.len()), Some(3000));
    assert_eq!(fip.find(Part::Bl32).map(|entry| entry.range.len()), Some(0));
}

#[test]
fn layouts_know_their_families() {
    let names = |layout: Layout| {
        let found = crate::families::TABLE.iter().filter(|family| layout.is_for(family));
        found.map(|family| family.name).collect::<Vec<_>>()
    };
    assert_eq!(names(Layout::GXBB), ["GXBB"]);
    assert_eq!(names(Layout::GXL), ["GXL", "GXM"]);
    assert_eq!(names(Layout::AXG), ["TXLX", "AXG"]);
    assert_eq!(names(Layout::GX_OR_AXG), ["GXBB", "GXL", "GXM", "TXLX", "AXG"]);
    assert_eq!(names(Layout::G12A), ["G12A", "SM1"]);
    assert_eq!(names(Layout::G12B), ["G12B"]);
    assert_eq!(names(Layout::G12), ["G12A", "G12B", "SM1"]);
}

#[test]
fn the_line_of_the_build_tells_families_apart() {
    for (size, word, expected) in [
        (Bl2::GX, "gxb", Layout::GXBB),
        (Bl2::GX, "gxl", Layout::GXL),
        (Bl2::GX, "axg", Layout::AXG),
        (Bl2::G12, "g12a", Layout::G12A),
        (Bl2::G12, "g12b", Layout::G12B),
        // Unknown, or of another shape than BL2 has.
        (Bl2::G12, "tm2", Layout::G12),
        (Bl2::GX, "g12b", Layout::GX_OR_AXG),
        // As older builds write it.
        (Bl2::GX, "\ngxl", Layout::GXL),
    ] {
        let bl2 = Bl2::build(size, word, &noise);
        assert_eq!(check(&bl2).map(|image| image.layout), Ok(expected), "{word}");
        assert_eq!(layout(&bl2), Some(expected), "{word}");
    }
    // The head of a file may end before that line.
    assert_eq!(layout(&Bl2::build(Bl2::GX, "gxb", &noise)[..0x1000]), Some(Layout::GX_OR_AXG));
}

/// GXBB's table is at the FIP's beginning, and its parts have hashes of another kind.
#[test]
fn a_gxbb_image_is_read() {
    let mut fip = sample_fip();
    fip.copy_within(0x10..0x200, 0);
    let bl2 = gx_bl2();
    assert_eq!(check(&fip).map(|image| image.layout), Ok(Layout::GXBB));
    let image = check(&[&bl2[..], &fip].concat()).expect("sound");
    assert_eq!((image.layout, image.sum), (Layout::GXBB, Some(Sum::Holds(0x70..0xc000))));
    let axg = Bl2::build(Bl2::GX, "axg", &noise);
    let refused = check(&[&axg[..], &fip].concat()).expect_err("two families").to_string();
    assert!(refused.contains("AXG") && refused.contains("GXBB"), "{refused}");
}

/// The ODROID-C2's files for cards have BL2's header in the first sector, too.
#[test]
fn a_card_of_two_headers_is_one() {
    let mut fip = sample_fip();
    fip.copy_within(0x10..0x200, 0);
    let bl2 = gx_bl2();
    let card = [&bl2[..512], &bl2, &fip].concat();
    let image = check(&card).expect("sound");
    assert_eq!((image.card, image.bl2), (true, Some(512..512 + 0xc000)));
    assert!(!is_for_card(&[&bl2[..], &fip].concat()) && !is_for_card(&bl2));
}

/// A FIP alone, as `u-boot.bin.usb.tpl` of AXG and of G12: BL2 decides.
#[test]
fn a_fip_alone_is_for_whom_its_bl2_is() {
    let tpl = check(&sample_fip()).expect("sound").layout;
    assert_eq!(tpl.codes().collect::<Vec<_>>(), ["axg", "g12a", "g12b"]);
    assert!(!tpl.is_g12());
    for (bl2, expected) in [
        (gx_bl2(), Layout::AXG),
        (g12_bl2(), Layout::G12),
        (Bl2::build(Bl2::G12, "g12b", &noise), Layout::G12B),
    ] {
        assert_eq!(together(layout(&bl2).expect("BL2"), tpl), Ok(expected));
    }
    together(Layout::GXL, tpl).expect_err("none is for both");
}

/// The hash covers what the header names (P200: 0x1f0 bytes after the header's beginning).
#[test]
fn the_hash_covers_what_the_header_names() {
    let rehash = |bl2: &mut [u8], start: usize, length: usize| {
        put(bl2, 0x2c, &(start as u32).to_le_bytes());
        put(bl2, 0x3c, &(length as u32).to_le_bytes());
        let data = bl2.get(0x10 + start..0x10 + start + length).unwrap_or(&[]);
        let hash = Sha256::new().chain_update(&bl2[0x10..0x50]).chain_update(data).finalize();
        put(bl2, 0x50, &hash);
    };
    let mut bl2 = gx_bl2();
    rehash(&mut bl2, 0x1f0, 0xbe00);
    bl2[0x100] ^= 1;
    assert_eq!(Bl2::check(&bl2).map(|bl2| bl2.sum), Ok(Sum::Holds(0x200..0xc000)));
    bl2[0x200] ^= 1;
    Bl2::check(&bl2).expect_err("damaged");
    for (start, length) in [(0x60, 0xbf91), (0x60, 0), (0x10, 0x40), (0xbff1, 1), (!0, 16)] {
        let mut bl2 = gx_bl2();
        rehash(&mut bl2, start & 0xffff_ffff, length);
        let refused = Bl2::check(&bl2).expect_err("it names what is not there").to_string();
        assert!(refused.contains("damaged"), "{refused}");
    }
    let mut signed = gx_bl2();
    signed[0x20] = 1;
    assert_eq!(Bl2::check(&signed).map(|bl2| bl2.sum), Ok(Sum::Signed));
}

/// Parts of AXG's and G12's FIP have hashes.
#[test]
fn damage_in_a_part_of_a_fip_is_found() {
    let mut fip = sample_fip();
    let at = fip.len() - 9000;
    let payload = 9000 - 0x290;
    fip[at..at + 0x290].fill(0);
    put(&mut fip, at + 0x10, b"@AML\x01");
    put(&mut fip, at + 0x20, &(payload as u32).to_le_bytes());
    put(&mut fip, at + 0x28, &0x290_u32.to_le_bytes());
    let hash = Sha256::digest(&fip[at + 0x290..]);
    put(&mut fip, at + 0x30, &hash);
    let hashed = |fip: &[u8]| {
        let entry = Fip::check(fip)?.find(Part::Bl33).map(|entry| entry.hashed);
        Ok::<_, Unsound>(entry)
    };
    assert_eq!(hashed(&fip), Ok(Some(true)));
    assert_eq!(hashed(&sample_fip()), Ok(Some(false)));
    for place in [0x290, 8999] {
        let mut damaged = fip.clone();
        damaged[at + place] ^= 1;
        let refused = hashed(&damaged).expect_err("damaged").to_string();
        assert!(refused.contains("BL33"), "{refused}");
    }
    put(&mut fip, at + 0x20, &u32::MAX.to_le_bytes());
    hashed(&fip).expect_err("its payload is not there");
    // A header with other words is not known.
    fip[at + 0x18] = 1;
    assert_eq!(hashed(&fip), Ok(Some(false)));
}

#[test]
fn what_is_wrong_is_said() {
    let bl2 = gx_bl2();
    let with = |tpl: Vec<u8>| [&bl2[..], &tpl].concat();
    let wrong = |file: &[u8], what: &str| {
        let error = check(file).expect_err(what).to_string();
        assert!(error.contains(what), "{error}");
    };
    let mut damaged = bl2.clone();
    damaged[0x2000] ^= 1;
    wrong(&damaged, "SHA-256");
    wrong(&bl2[..0x9000], "ends before BL2");
    wrong(&with(vec![0; 600]), "no FIP");
    wrong(&with(fip(&[(Part::Bl30, 10)])), "BL33");
    wrong(&with(sample_fip()[..0x4800].to_vec()), "BL31");
    wrong(&with(chain(&[0x3e00, 0x3e00])[..0x6000].to_vec()), "ends before a block");
    wrong(&with([chain(&[0x3e00]), vec![1; 0x4000]].concat()), "block 2");
    wrong(&[g12_bl2(), chain(&[0x3e00])].concat(), "BL2 is for");
    wrong(&[0xff; 4096], "blank");
    wrong(b"\x7fELF", "too short");
    let elf = [&b"\x7fELF"[..], &bl2].concat();
    wrong(&elf, "ELF");
}

#[test]
fn files_that_only_their_maker_can_read() {
    let mut file: Vec<u8> = (0..5000).map(noise).collect();
    assert_eq!(check_signed(&file), Ok(Signed { size: 5000, plain: false, inner: false }));
    put(&mut file, 0x10, b"@AML");
    put(&mut file, 0x110, b"@AML");
    assert_eq!(check_signed(&file), Ok(Signed { size: 5000, plain: true, inner: true }));
    let gx = gx_bl2();
    assert!(check_signed(&gx).expect_err("for GX").to_string().contains("GX"));
    assert!(check_signed(&[0; 600]).expect_err("blank").to_string().contains("blank"));
    assert!(check_signed(b"BZh91AY").is_err());
    let with = |at: usize, magic: &[u8]| {
        let mut file: Vec<u8> = (0..5000).map(noise).collect();
        put(&mut file, at, magic);
        file
    };
    let mut disk = with(510, &[0x55, 0xaa]);
    assert!(check_signed(&disk).is_ok(), "two bytes say nothing");
    disk[446..510].fill(0);
    for (file, what) in [
        (disk, "partition table"),
        (with(0x38, b"ARMd"), "kernel"),
        (with(0, &[0xd0, 0x0d, 0xfe, 0xed]), "device tree"),
        (with(0, &[0x27, 0x05, 0x19, 0x56]), "uImage"),
        (with(0, b"ANDROID!"), "Android"),
        (with(0, &[0x0a, 0, 0, 0x14]), "without BL2"),
    ] {
        let refused = check_signed(&file).expect_err(what).to_string();
        assert!(refused.contains(what), "{refused}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000), kind in 0..4_u8, at in 0..400_usize, value: u8) {
        let mut file = match kind {
            0 => bytes,
            1 => [chain(&[0x3e00]), bytes].concat(),
            2 => [sample_fip(), bytes].concat(),
            _ => [gx_bl2(), bytes].concat(),
        };
        if let Some(byte) = file.get_mut(at) {
            *byte = value;
        }
        let _ = (check(&file), check_signed(&file), layout(&file));
        let _ = (check(&file[..file.len() / 2]), Chain::check(&file), Fip::check(&file));
    }
}
