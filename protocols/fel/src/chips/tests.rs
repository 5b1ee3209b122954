use super::*;
use crate::payload::Payload;

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
    assert_eq!(identify(0x1699, None), Err(Unknown::Id(0x1699)));
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
    for dt_name in ["", "rk3588-rock-5b", "sun8i", "sun8i-z99-nothing", "sun8i-"] {
        assert_eq!(by_dt_name(dt_name), None, "{dt_name}");
    }
}
