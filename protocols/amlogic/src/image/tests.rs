use alloc::{string::ToString, vec, vec::Vec};

use proptest::prelude::*;

use super::*;
use crate::bytes::put;

fn noise(at: usize) -> u8 {
    (at.wrapping_mul(2_654_435_761) >> 7) as u8
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
    let bl2 = Bl2::build(Bl2::GX, &noise);
    let tpl = chain(&[0x3e00, 0xd400, 0x2c400]);
    let image = check(&[&bl2[..], &tpl].concat()).expect("sound");
    assert_eq!((image.layout, image.card, image.bl2), (Layout::Gx, false, Some(0..0xc000)));
    let Some((range, Tpl::Chain(chain))) = image.tpl else { panic!("blocks") };
    assert_eq!(range, 0xc000..0xc000 + tpl.len());
    assert_eq!(chain.blocks, [0..0x4000, 0x4000..0x1_1600, 0x1_4000..0x4_0600]);
    assert_eq!(check(&bl2).expect("alone").layout, Layout::GxOrAxg);
    assert_eq!(
        check(&tpl).expect("alone").what(),
        "U-Boot without BL2 for GX (S905, S905X, S905D, S912)"
    );
    let card = [&[0; 512][..], &bl2, &tpl].concat();
    let image = check(&card).expect("for a card");
    assert_eq!((image.card, image.bl2), (true, Some(512..512 + 0xc000)));
    assert_eq!(layout(&card), Some(Layout::GxOrAxg));
}

#[test]
fn axg_and_g12_images_are_read() {
    let axg = [Bl2::build(Bl2::GX, &noise), sample_fip()].concat();
    assert_eq!(check(&axg).expect("sound").layout, Layout::Axg);
    let g12 = [Bl2::build(Bl2::G12, &noise), sample_fip()].concat();
    let image = check(&g12).expect("sound");
    assert_eq!((image.layout, image.layout.code()), (Layout::G12, "g12"));
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
    assert_eq!(names(Layout::Gx), ["GXBB", "GXL", "GXM"]);
    assert_eq!(names(Layout::Axg), ["TXLX", "AXG"]);
    assert_eq!(names(Layout::GxOrAxg), ["GXBB", "GXL", "GXM", "TXLX", "AXG"]);
    assert_eq!(names(Layout::G12), ["G12A", "G12B", "SM1"]);
}

#[test]
fn what_is_wrong_is_said() {
    let bl2 = Bl2::build(Bl2::GX, &noise);
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
    wrong(&[Bl2::build(Bl2::G12, &noise), chain(&[0x3e00])].concat(), "another");
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
    let gx = Bl2::build(Bl2::GX, &noise);
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
            _ => [Bl2::build(Bl2::GX, &noise), bytes].concat(),
        };
        if let Some(byte) = file.get_mut(at) {
            *byte = value;
        }
        let _ = (check(&file), check_signed(&file), layout(&file));
        let _ = (check(&file[..file.len() / 2]), Chain::check(&file), Fip::check(&file));
    }
}
