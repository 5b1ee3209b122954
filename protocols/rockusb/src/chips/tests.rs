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
fn nobody_queues() {
    assert!(TABLE.iter().all(|chip| !chip.queues));
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
