use alloc::vec::Vec;

use super::*;
use crate::wire::{ChipInfo, VENDOR};

#[test]
fn no_two_chips_share_a_product_id_or_a_name() {
    for (index, chip) in TABLE.iter().enumerate() {
        for other in &TABLE[..index] {
            assert_ne!(chip.product, other.product, "{} and {}", chip.name, other.name);
            assert!(
                chip.names().all(|name| other.names().all(|known| known != name)),
                "{}",
                chip.name
            );
        }
    }
    assert_eq!(VENDOR, 0x2207);
}

#[test]
fn the_chips_of_the_racks_boards() {
    let chip = by_product(0x350b).expect("RK3588");
    assert_eq!((chip.name, chip.rc4, chip.zero_sum), ("RK3588", false, false));
    assert_eq!(by_name("rk3588s"), Some(chip));
    let reply = ChipInfo(*b"8853\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff");
    assert_eq!(by_code(reply.code()), Some(chip));
    assert!(by_name("RK3399").is_some_and(|chip| chip.rc4));
    assert!(by_name("RK3576").is_some_and(|chip| chip.zero_sum && chip.head_sectors == 8));
}

/// The shortcut of some tools (plain where the product id is 35xx) is wrong here.
#[test]
fn the_rv1106_is_plain_on_the_wire() {
    assert!(by_name("RV1103").is_some_and(|chip| !chip.rc4));
}

#[test]
fn codes_of_loader_files() {
    let code = |text: &[u8; 4]| u32::from_be_bytes(*text);
    assert_eq!(by_code(code(b"330C")).map(|chip| chip.name), Some("RK3399"));
    assert_eq!(by_code(code(b"3568")).map(|chip| chip.name), Some("RK3566"));
    assert_eq!(by_code(code(b"322A")).map(|chip| chip.name), Some("RK322x"));
    assert_eq!(by_code(0), None);
    assert_eq!(code_of("RK3588"), Some(code(b"3588")));
    assert_eq!(code_of("rk3399"), Some(code(b"330C")));
    assert_eq!(code_of("RK9999"), None);
    assert!(by_name("RK3288").is_some_and(|chip| chip.is_called(0x80) && !chip.is_called(0x60)));
}

fn packed(text: &str) -> u32 {
    code(text).expect("at most four letters")
}

/// What loaders of 2014 to 2026 carry, against the product ids of the boards that they are for.
#[test]
fn the_packers_codes_are_not_product_ids() {
    for (product, codes) in [
        (0x320c, &["322H", "320C"][..]),
        (0x330d, &["PX30", "3326", "330D"]),
        (0x330e, &["3308", "330E"]),
        (0x301a, &["303A", "3032", "301A"]),
        (0x310c, &["312A", "312X", "310C"]),
        (0x310d, &["312A", "312X", "310D"]),
        (0x320b, &["322A", "312X", "320B"]),
        (0x110b, &["1126", "1109", "110B"]),
        (0x110c, &["1106", "110C"]),
        (0x110e, &["110E", "1103"]),
        (0x110f, &["110F"]),
        (0x330c, &["330C"]),
        (0x350b, &["3588", "350B"]),
        (0x350f, &["350F", "3506"]),
    ] {
        for text in codes {
            assert_eq!(fit(Some(product), None, packed(text)), Fit::Same, "{product:04x}: {text}");
            let other = if product == 0x350e { 0x350b } else { 0x350e };
            assert_eq!(fit(Some(other), None, packed(text)), Fit::Other, "{other:04x}: {text}");
        }
    }
}

#[test]
fn only_a_known_mismatch_is_one() {
    assert_eq!(fit(Some(0x320c), None, packed("9999")), Fit::Unknown, "nobody knows the file");
    assert_eq!(fit(None, None, packed("9999")), Fit::Unknown);
    assert_eq!(fit(Some(0x3510), None, packed("3588")), Fit::Other, "whose id is another");
    assert_eq!(fit(Some(0x3510), Some(packed("3538")), packed("3538")), Fit::Same, "it says so");
    // What the program says of itself counts before the id.
    assert_eq!(fit(Some(0x350a), Some(packed("3588")), packed("3588")), Fit::Same);
    assert_eq!(fit(Some(0x350a), Some(packed("3588")), packed("3568")), Fit::Other);
    assert_eq!(fit(Some(0x310b), None, 0x70), Fit::Same, "a family's code");
    assert_eq!(fit(Some(0x350b), None, 0x70), Fit::Other);
}

#[test]
fn names_for_people() {
    assert_eq!(with_article("RK3588"), "an RK3588");
    assert_eq!(with_article("PX30"), "a PX30");
    assert_eq!(name_of(packed("322H")), "RK3328");
    assert_eq!(name_of(0x70), "RK31xx");
    assert_eq!(name_of(packed("9999")), "9999");
    assert_eq!(code("too long"), None);
    assert_eq!(code("27"), Some(0x3237_0000));
}

#[test]
fn layouts() {
    let new: Vec<_> =
        all().filter(|chip| chip.id_block == IdBlock::New).map(|chip| chip.name).collect();
    assert_eq!(
        new,
        [
            "RV1106", "RV1103B", "RV1126B", "RK3566", "RK3588", "RK3528", "RK3562", "RK3576",
            "RK3506"
        ]
    );
    assert!(all().all(|chip| chip.rc4 == (chip.id_block == IdBlock::Old)), "they changed together");
}
