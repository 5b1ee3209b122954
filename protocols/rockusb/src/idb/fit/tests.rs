use alloc::{vec, vec::Vec};

use dtoolkit::model::{DeviceTree, DeviceTreeProperty};

use super::*;
use crate::idb::{Algorithm, old};

const A64: [u8; 4] = 0x1400_0001_u32.to_le_bytes();
const A32: [u8; 4] = 0xeaff_ffff_u32.to_le_bytes();

fn soc(name: &str) -> &'static Chip {
    chips::by_name(name).expect("a SoC of the table")
}

fn image(start: &[u8], length: usize) -> Vec<u8> {
    let mut bytes = vec![0x5a; length];
    bytes[..start.len()].copy_from_slice(start);
    bytes
}

/// A second stage with a device tree at its end, as the vendor's and mainline's SPLs are.
fn spl(compatible: &[u8]) -> Vec<u8> {
    let mut tree = DeviceTree::new();
    let property = DeviceTreeProperty::new("compatible", compatible.to_vec());
    tree.root.add_property(property.expect("a valid name"));
    let mut bytes = image(&A64, 5000);
    // A number like a tree's in the code is not the end of the search.
    bytes[100..104].copy_from_slice(&TREE);
    bytes.extend(tree.to_dtb());
    bytes
}

fn new(images: &[(&[u8], u32)], first: u16) -> Vec<u8> {
    Head::build(images, first, Algorithm::Sha256).expect("builds")
}

fn old_block(tag: &[u8], init: usize, spl: &[u8], plain: bool) -> Vec<u8> {
    let (mut init, mut spl) = (image(tag, init), spl.to_vec());
    if !plain {
        [&mut init, &mut spl].into_iter().for_each(|part| rc4::sectors(part));
    }
    old::build(&init, &spl, plain).expect("builds")
}

fn why(block: &[u8], name: &str) -> String {
    misfit(block, soc(name)).unwrap_or_else(|| panic!("it is said to start an {name}"))
}

#[test]
fn the_layout_follows_from_the_soc() {
    let (new, old) = (new(&[(&A64, !0)], 4), old_block(b"RK33", 2048, b"", false));
    for chip in chips::all() {
        let other = if chip.id_block == IdBlock::New { &old } else { &new };
        let why = misfit(other, chip).expect(chip.name);
        assert!(why.contains("layout"), "{why}");
    }
    assert_eq!(
        (layout(&new), layout(&old), layout(b"hello")),
        (Some(IdBlock::New), Some(IdBlock::Old), None)
    );
    assert_eq!(misfit(&vec![0; 4096], soc("RK3588")), None, "it is none");
    // What is cut off in its head has a layout all the same.
    assert!(why(&old[..4], "RK3588").contains("old layout (RK28)"));
    assert!(why(&new[..4], "RK3399").contains("new layout (RKNS)"));
    assert_eq!(misfit(&new[..4], soc("RK3588")), None);
}

#[test]
fn the_spls_device_tree_says_whose_it_is() {
    let spl = spl(b"radxa,rock-3a\0rockchip,rk3568\0");
    let block = new(&[(&A64, !0), (&spl, !0)], 4);
    assert_eq!(why(&block, "RK3588"), "its SPL is for an RK3566");
    assert_eq!(misfit(&block, soc("RK3568")), None);
    assert_eq!(misfit(&block, soc("RK3566")), None, "one mask ROM");
    for plain in [false, true] {
        let block =
            old_block(b"RK33", 2048, &self::spl(b"rockchip,rk3399-evb\0rockchip,rk3399\0"), plain);
        assert_eq!(why(&block, "RK3308"), "its SPL is for an RK3399");
        assert_eq!(misfit(&block, soc("RK3399")), None, "{plain}");
    }
    let unknown = new(&[(&A64, !0), (&self::spl(b"rockchip,rk9999\0"), !0)], 4);
    assert_eq!(misfit(&unknown, soc("RK3588")), None, "nobody knows");
    // RK3126 and RK3128 share the packer's code and mainline's files.
    let kin = old_block(b"RK31", 2048, &self::spl(b"rockchip,rk3128\0"), false);
    assert_eq!(misfit(&kin, soc("RK3126")), None);
}

#[test]
fn a_tag_is_of_some_socs() {
    for plain in [false, true] {
        let block = old_block(b"RK33", 2048, b"", plain);
        assert_eq!(misfit(&block, soc("RK3399")), None, "{plain}");
        assert_eq!(misfit(&block, soc("PX30")), None);
        assert_eq!(
            why(&block, "RK3328"),
            "its first image begins with RK33, for an RK3328 it is RK32",
            "{plain}"
        );
    }
    // An RK3128X has the RK322x's tag, and nobody knows whose product id.
    assert_eq!(misfit(&old_block(b"RK32", 2048, b"", false), soc("RK3128")), None);
    assert_eq!(
        misfit(&old_block(b"none", 2048, b"", false), soc("RK3328")),
        None,
        "an unknown one"
    );
    assert_eq!(
        misfit(&old_block(b"RK33", 2048, b"", false), soc("RK2928")),
        None,
        "whose is unknown"
    );
}

#[test]
fn the_first_image_has_to_fit_into_the_sram() {
    // An RK3326's of the vendor's is longer than mainline's limit (10 KiB), and starts.
    assert_eq!(misfit(&old_block(b"RK33", 12_288, b"", false), soc("PX30")), None);
    assert_eq!(misfit(&old_block(b"RK33", 16_384, b"", false), soc("PX30")), None);
    assert!(why(&old_block(b"RK33", 18_432, b"", false), "PX30").contains("18432 bytes"));
    let rk3588 = new(&[(&image(&A64, 75_776), !0)], 4);
    assert!(why(&rk3588, "RK3568").contains("SRAM"));
    assert_eq!(misfit(&rk3588, soc("RK3588")), None);
}

#[test]
fn blocks_of_the_new_layout_tell_by_memory_unit_and_code() {
    let rk3576 = new(&[(&A64, 0x3ffc_0000), (&A64, 0x3ff8_1000), (&A64, !0)], 8);
    assert_eq!(why(&rk3576, "RK3588"), "its images are loaded into the SRAM of an RK3576");
    assert_eq!(misfit(&rk3576, soc("RK3576")), None);
    assert!(why(&new(&[(&A64, !0)], 4), "RK3576").contains("units of 8 sectors"));
    assert_eq!(misfit(&new(&[(&A64, !0)], 8), soc("RK3588")), None, "8 are whole units of 4");
    let rv1103b = new(&[(&A32, 0x210f_c800)], 4);
    assert!(why(&rv1103b, "RV1106").contains("RV1103B"));
    assert!(why(&new(&[(&A32, !0)], 4), "RK3588").contains("code of 32 bits"));
    assert!(why(&new(&[(&A64, !0)], 4), "RV1106").contains("code of 64 bits"));
    assert_eq!(misfit(&new(&[(&A32, 0x40000)], 4), soc("RV1106")), None);
    assert_eq!(misfit(&new(&[(&[1, 2, 3, 4], !0)], 4), soc("RK3588")), None, "no branch");
    for bits in [A32, A64] {
        assert_eq!(misfit(&new(&[(&bits, !0)], 4), soc("RV1126B")), None, "nobody knows its kind");
    }
}

/// Where one code is several SoCs', it is enough that one of them is started.
#[test]
fn codes_of_several_socs() {
    let code = |text| chips::code(text).expect("four letters");
    let block = old_block(b"RK32", 2048, b"", false);
    assert_eq!(misfit_of_code(&block, code("312X")), None);
    assert!(misfit_of_code(&block, code("330C")).is_some());
    assert_eq!(misfit_of_code(&block, code("9999")), None);
}
