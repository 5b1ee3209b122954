use super::*;
use crate::payload::Payload;

/// Bytes that are free at [`Chip::thunk`].
const THUNK_SIZE: u32 = 0x200;

/// The effective limits as sunxi-tools' table and rules give them (worked out by others, in bytes).
const LIMITS: [(&str, u32); 26] = [
    ("A10", 0xa200),
    ("A13", 0xa200),
    ("A20", 0xa200),
    ("R40", 0xa200),
    ("H3", 0xa200),
    ("V3s", 0xa200),
    ("T7", 0x0002_e000),
    ("A23", 0x0001_0000),
    ("A63", 0x0002_2200),
    ("H6", 0x0002_2200),
    ("A31", 0x8000),
    ("A33", 0x8000),
    ("A83T", 0x8000),
    ("F1C100s", 0x8000),
    ("V5", 0x0002_2000),
    ("A80", 0xa000),
    ("V536", 0xa200),
    ("V831", 0xa200),
    ("A64", 0x0002_1200),
    ("H5", 0x0002_1200),
    ("H616", 0x0003_2a00),
    ("A133", 0x0002_0000),
    ("V853", 0x0001_8000),
    ("R528", 0x0001_8000),
    ("A523", 0x0001_8000),
    ("R329", 0x0003_ba00),
];

#[test]
fn the_longest_spl_is_what_others_have_worked_out() {
    for (name, limit) in LIMITS {
        assert_eq!(by_name(name).expect(name).spl_limit(), limit, "{name}");
    }
    assert_eq!(all().filter(|chip| chip.core == Core::Arm).count(), LIMITS.len());
}

#[test]
fn ids_are_unique_but_for_the_one_that_two_architectures_share() {
    let mut ids: alloc::vec::Vec<_> = all().map(|chip| chip.id).collect();
    ids.sort_unstable();
    let twins: alloc::vec::Vec<_> =
        ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    assert_eq!(twins, [0x1859]);
}

#[test]
fn no_region_of_an_arm_chip_lies_in_another() {
    for chip in all().filter(|chip| chip.core == Core::Arm) {
        let parameters = 4 + 12 * (chip.swaps.len() as u32 + 1);
        let thunk = Payload::Thunk.code().len() as u32 + parameters;
        assert!(thunk <= THUNK_SIZE, "{}: a thunk of {thunk} bytes", chip.name);
        let mut regions: alloc::vec::Vec<_> =
            chip.swaps.iter().map(|swap| (swap.parked, swap.size)).collect();
        regions.push((chip.thunk, thunk));
        regions.push((chip.spl, chip.spl_limit()));
        regions.sort_unstable();
        assert!(
            regions.windows(2).all(|pair| pair[0].0 + pair[0].1 <= pair[1].0),
            "{}: {regions:x?}",
            chip.name
        );
    }
}

#[test]
fn what_is_swapped_lies_in_the_spl_and_ascends() {
    for chip in all() {
        assert!(
            chip.swaps.windows(2).all(|pair| pair[0].rom + pair[0].size <= pair[1].rom),
            "{}",
            chip.name
        );
        assert!(
            chip.swaps.iter().all(|swap| swap.rom >= chip.spl && swap.size % 4 == 0),
            "{}",
            chip.name
        );
        assert!(chip.mmu_table.is_none_or(|table| table % 0x4000 == 0), "{}", chip.name);
    }
}

#[test]
fn the_d1_is_told_from_the_r528_by_its_boot_rom() {
    assert_eq!(identify(0x1859, Some(0x4301_4281)).map(|chip| chip.name), Ok("D1"));
    assert_eq!(identify(0x1859, Some(0xea00_0019)).map(|chip| chip.name), Ok("R528"));
    assert_eq!(identify(0x1859, Some(7)), Err(Unknown::Word(0x1859, 7)));
    assert!(identify(0x1859, None).is_err());
    assert_eq!(identify(0x1680, None).map(|chip| chip.name), Ok("H3"));
    assert_eq!(identify(0x1698, None), Err(Unknown::Id(0x1698)));
}

#[test]
fn device_trees_tell_their_soc() {
    for (dt_name, name) in [
        ("sun8i-h3-nanopi-neo", "H3"),
        ("sun8i-h2-plus-orangepi-zero", "H3"),
        ("sun8i-v40-bananapi-m2-berry", "R40"),
        ("sun8i-r40-bananapi-m2-ultra", "R40"),
        ("allwinner/sun50i-h618-orangepi-zero3", "H616"),
        ("sun50i-h616-orangepi-zero2", "H616"),
        ("sun4i-a10-cubieboard", "A10"),
        ("sun5i-r8-chip", "A13"),
        ("suniv-f1c100s-licheepi-nano", "F1C100s"),
        ("sun20i-d1-nezha", "D1"),
        ("sun8i-t113s-mangopi-mq-r", "R528"),
        ("sun9i-a80-optimus", "A80"),
        ("sun8i-a83t-bananapi-m3", "A83T"),
    ] {
        assert_eq!(by_dt_name(dt_name).map(|chip| chip.name), Some(name), "{dt_name}");
    }
    for dt_name in ["", "rk3588-rock-5b", "sun8i", "sun8i-z99-nothing", "sun8i-", "sunny-h3-x"] {
        assert_eq!(by_dt_name(dt_name), None, "{dt_name}");
    }
    assert_eq!(by_dt_name("sun50i-h3-nothing"), None, "an H3 is no sun50i");
}

/// The names of every kind that Debian's u-boot-sunxi has in bookworm and trixie, and of newer trees.
#[test]
fn a_device_tree_fits_its_own_soc_and_no_other() {
    for (dt_name, name) in [
        ("sun4i-a10-olinuxino-lime", "A10"),
        ("sun5i-a10s-olinuxino-micro", "A13"),
        ("sun6i-a31s-primo81", "A31"),
        ("sun7i-a20-olinuxino-micro-emmc", "A20"),
        ("sun8i-a83t-cubietruck-plus", "A83T"),
        ("sun8i-h2-plus-orangepi-zero", "H3"),
        ("sun8i-v3-sl631-imx179", "V3s"),
        ("sun8i-s3-pinecube", "V3s"),
        ("sun9i-a80-cubieboard4", "A80"),
        ("sun50i-a64-pinephone-1.2", "A64"),
        ("sun50i-h5-nanopi-neo-plus2", "H5"),
        ("sun50i-h6-orangepi-one-plus", "H6"),
        ("sun50i-t507-something", "H616"),
        ("allwinner/sun50i-h700-anbernic-rg35xx-2024", "H616"),
        ("allwinner/sun55i-h728-x96qpro+", "A523"),
        ("sun55i-t527-orangepi-4a", "A523"),
        ("sun50iw9p1-soc", "H616"),
        ("sun8iw11-soc", "R40"),
        ("suniv-f1c200s-popstick-v1.1", "F1C100s"),
    ] {
        let claim = Claim::of(dt_name).expect(dt_name);
        for chip in all() {
            assert_eq!(claim.fits(chip), chip.name == name, "{dt_name} on {}", chip.name);
        }
    }
}

#[test]
fn a_family_that_is_not_the_socs_never_fits_whatever_the_word() {
    for dt_name in [
        "sun60i-a733-radxa-cubie-a7a",
        "sun60i-z99-x",
        "sun60i",
        "sun8i-t153-x",
        "sun50i-h713-x",
        "sun55i-t536-x",
        "sun50iw12p1-x",
        "sun300i-z99",
    ] {
        let claim = Claim::of(dt_name).expect(dt_name);
        assert!(all().all(|chip| !claim.fits(chip)), "{dt_name}");
    }
    let z99 = Claim::of("sun55i-z99-x").expect("a family's word");
    let fitting: alloc::vec::Vec<_> =
        all().filter(|chip| z99.fits(chip)).map(|chip| chip.name).collect();
    assert_eq!(fitting, ["A523"], "a word that is not known goes by its family");
    for dt_name in ["", "h3", "sun", "suni-h3", "sunxi-h3", "sun8-h3", "sun8ix-h3", "my-board"] {
        assert_eq!(Claim::of(dt_name), None, "{dt_name}");
    }
}

#[test]
fn every_soc_has_a_family_and_words_lead_to_socs() {
    for chip in all() {
        assert_eq!(Claim::of(chip.family).map(|claim| claim.family), Some(chip.family));
    }
    let untried = |name: &str| UNTRIED.iter().any(|soc| soc.name == name);
    for (word, name) in names::WORDS.iter().chain(&names::VENDOR_WORDS) {
        assert!(by_name(name).is_some_and(|chip| chip.name == *name) || untried(name), "{word}");
        assert!(by_name(word).is_none(), "{word} needs no line of its own");
    }
    for soc in UNTRIED {
        assert_eq!(identify(soc.id, None), Err(Unknown::Untried(soc)));
        assert!(by_name(soc.name).is_none(), "{}", soc.name);
    }
}
