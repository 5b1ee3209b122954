use super::*;
use alloc::vec;
use dtoolkit::model::{DeviceTree, DeviceTreeNode, DeviceTreeProperty};
use proptest::prelude::*;

/// What mkimage makes of `fixtures/images/h616.its`, data in the tree and behind it.
const MKIMAGE: [&[u8]; 2] = [
    include_bytes!("../../../../fixtures/images/h616.itb"),
    include_bytes!("../../../../fixtures/images/h616-external.itb"),
];

/// A node with properties given as bytes.
fn node(name: &str, properties: &[(&str, &[u8])]) -> DeviceTreeNode {
    let mut node = DeviceTreeNode::new(name).expect("a valid name");
    for (name, value) in properties {
        node.add_property(DeviceTreeProperty::new(*name, value.to_vec()).expect("a valid name"));
    }
    node
}

/// A sound FIT of one image and one configuration, for a test to spoil.
fn tree() -> DeviceTree {
    let mut tree = DeviceTree::new();
    let mut images = node("images", &[]);
    let load = 0x4a00_0000_u32.to_be_bytes();
    let properties: [(&str, &[u8]); 5] = [
        ("data", b"firmware"),
        ("load", &load),
        ("entry", &load),
        ("arch", b"arm\0"),
        ("os", b"u-boot\0"),
    ];
    images.add_child(node("uboot", &properties));
    images.add_child(node("fdt", &[("data", b"tree")]));
    let mut configurations = node("configurations", &[]);
    configurations.add_child(node("one", &[("description", b"board\0"), ("firmware", b"uboot\0")]));
    tree.root.add_child(images);
    tree.root.add_child(configurations);
    tree
}

/// What becomes of the sound FIT when one property is set to something else.
fn spoiled(path: &str, property: &str, value: &[u8]) -> Result<(), FitError> {
    let mut tree = tree();
    let node = tree.find_node_mut(path).expect("a node of the tree");
    node.add_property(DeviceTreeProperty::new(property, value.to_vec()).expect("a valid name"));
    program(&tree.to_dtb(), None).map(|_| ())
}

/// The same when one is taken out.
fn without(path: &str, property: &str) -> Result<(), FitError> {
    let mut tree = tree();
    tree.find_node_mut(path).expect("a node of the tree").remove_property(property);
    program(&tree.to_dtb(), None).map(|_| ())
}

#[test]
fn what_mkimage_makes_is_read() {
    for file in MKIMAGE {
        let program = program(file, Some("sun50i-h616-orangepi-zero2")).expect("sound");
        let pieces: Vec<_> =
            program.pieces.iter().map(|piece| (&*piece.name, piece.address)).collect();
        assert_eq!(pieces, [("uboot", 0x4a00_0000), ("atf", 0x4000_0000), ("fdt-1", 0x4a00_000e)]);
        assert_eq!((program.entry, program.arch), (0x4000_0000, Arch::Arm64));
        assert_eq!(program.pieces[0].data, b"U-Boot itself\0");
    }
}

#[test]
fn the_spls_board_chooses_the_configuration() {
    for file in MKIMAGE {
        // Either side may have the folder of newer device trees in the name.
        for name in ["sun50i-h618-orangepi-zero3", "allwinner/sun50i-h618-orangepi-zero3"] {
            let program = program(file, Some(name)).expect("sound");
            assert_eq!(program.pieces[2].name, "fdt-2");
            assert_eq!(program.pieces[0].name, "atf", "the firmware comes first");
        }
        assert_eq!(program(file, None).expect("the default").pieces[2].name, "fdt-1");
        let error = program(file, Some("sun50i-h616-x96-mate")).expect_err("no such board");
        assert!(
            matches!(&error, FitError::NoConfiguration { offered, .. } if offered.len() == 2),
            "{error}"
        );
    }
}

#[test]
fn a_damaged_image_is_named() {
    for file in MKIMAGE {
        let mut file = file.to_vec();
        let at = file.windows(4).position(|bytes| bytes == b"BL31").expect("the data");
        file[at] ^= 1;
        let error = program(&file, None).expect_err("a CRC does not hold");
        assert_eq!(error, FitError::Damaged("atf".into()));
    }
}

#[test]
fn a_fit_of_one_image_is_sound() {
    let dtb = tree().to_dtb();
    let program = program(&dtb, Some("board")).expect("sound");
    assert_eq!((program.entry, program.arch, program.pieces.len()), (0x4a00_0000, Arch::Arm, 1));
    let mut with_tree = tree();
    let one = with_tree.find_node_mut("/configurations/one").expect("it is there");
    one.add_property(DeviceTreeProperty::new("fdt", b"fdt\0".to_vec()).expect("a valid name"));
    let dtb = with_tree.to_dtb();
    let program = super::program(&dtb, None).expect("sound");
    assert_eq!((program.pieces[1].address, program.pieces[1].data), (0x4a00_0008, &b"tree"[..]));
}

#[test]
fn each_flaw_has_its_name() {
    let uboot = "/images/uboot";
    let one = "/configurations/one";
    let missing = |outcome: Result<(), FitError>| matches!(outcome, Err(FitError::Missing { .. }));
    assert!(missing(without(uboot, "data")));
    assert!(missing(without(uboot, "load")));
    assert!(missing(without(uboot, "entry")));
    assert!(missing(without(one, "firmware")));
    assert!(missing(spoiled(one, "firmware", b"nobody\0")));
    assert_eq!(
        spoiled(uboot, "compression", b"gzip\0"),
        Err(FitError::Compressed { image: "uboot".into(), how: "gzip".into() })
    );
    assert_eq!(spoiled(uboot, "compression", b"none\0"), Ok(()));
    assert_eq!(spoiled(uboot, "arch", b"riscv\0"), Err(FitError::Architecture("riscv".into())));
    assert_eq!(spoiled(uboot, "load", &[0xff; 4]), Err(FitError::PastTheEnd("uboot".into())));
    assert_eq!(spoiled(uboot, "load", &[0xff; 8]), Err(FitError::PastTheEnd("uboot".into())));
    assert_eq!(spoiled(uboot, "entry", &[0xff; 8]), Err(FitError::PastTheEnd("uboot".into())));
    assert_eq!(spoiled(one, "fdt", b"fdt\0overlay\0"), Err(FitError::Overlays));
    assert_eq!(
        spoiled(one, "loadables", b"uboot\0"),
        Err(FitError::Overlap("uboot".into(), "uboot".into()))
    );
    assert!(matches!(program(&MAGIC, None), Err(FitError::Truncated { .. })));
    let mut dtb = tree().to_dtb();
    dtb[0] = 0;
    assert!(matches!(program(&dtb, None), Err(FitError::Tree(_))));
}

#[test]
fn external_data_past_the_end_is_truncation() {
    for property in ["data-offset", "data-position"] {
        let mut tree = tree();
        let uboot = tree.find_node_mut("/images/uboot").expect("it is there");
        uboot.remove_property("data");
        for (name, value) in [("data-size", 100_u32), (property, 0xffff_ff00)] {
            let value = value.to_be_bytes().to_vec();
            uboot.add_property(DeviceTreeProperty::new(name, value).expect("a valid name"));
        }
        assert!(
            matches!(program(&tree.to_dtb(), None), Err(FitError::Truncated { .. })),
            "{property}"
        );
    }
}

proptest! {
    #[test]
    fn no_mutation_makes_the_reader_panic(which in 0usize..2, flips in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8), cut in any::<prop::sample::Index>(), name in prop::option::of("[a-z0-9-]{1,30}")) {
        let mut file = MKIMAGE[which].to_vec();
        for (at, value) in flips {
            let at = at.index(file.len());
            file[at] = value;
        }
        let _ = program(&file, name.as_deref());
        let _ = program(&file[..cut.index(file.len())], name.as_deref());
        let _ = program(&vec![0xd0; cut.index(64)], None);
    }
}
