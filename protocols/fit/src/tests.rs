use super::*;
use alloc::{string::String, vec};
use dtoolkit::model::{DeviceTree, DeviceTreeNode, DeviceTreeProperty};
use proptest::prelude::*;

/// What mkimage makes of `fixtures/images/h616.its`, data in the tree and after it.
const MKIMAGE: [&[u8]; 2] = [
    include_bytes!("../../../fixtures/images/h616.itb"),
    include_bytes!("../../../fixtures/images/h616-external.itb"),
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

/// What the SPL makes of a file on `board`.
fn program<'a>(file: &'a [u8], board: Option<&str>) -> Result<Program<'a>, FitError> {
    let fit = Fit::parse(file)?;
    fit.program(fit.choose(board)?)
}

/// What becomes of the sound FIT when one property is set to something else.
fn spoiled(path: &str, property: &str, value: &[u8]) -> Result<(), FitError> {
    let mut tree = tree();
    set(&mut tree, path, property, value);
    program(&tree.to_dtb(), None).map(|_| ())
}

fn set(tree: &mut DeviceTree, path: &str, property: &str, value: &[u8]) {
    let node = tree.find_node_mut(path).expect("a node of the tree");
    node.add_property(DeviceTreeProperty::new(property, value.to_vec()).expect("a valid name"));
}

/// The same when one is taken out.
fn without(path: &str, property: &str) -> Result<(), FitError> {
    let mut tree = tree();
    tree.find_node_mut(path).expect("a node of the tree").remove_property(property);
    program(&tree.to_dtb(), None).map(|_| ())
}

fn damaged(image: &str, algorithm: &str) -> FitError {
    FitError::Damaged { image: image.into(), algorithm: algorithm.into() }
}

#[test]
fn what_mkimage_makes_is_read() {
    for file in MKIMAGE {
        let program = program(file, Some("sun50i-h616-orangepi-zero2")).expect("sound");
        let pieces: Vec<_> =
            program.pieces.iter().map(|piece| (piece.name, piece.address)).collect();
        assert_eq!(pieces, [("uboot", 0x4a00_0000), ("atf", 0x4000_0000), ("fdt-1", 0x4a00_000e)]);
        assert_eq!((program.entry, program.arch), (0x4000_0000, Arch::Arm64));
        assert_eq!(program.pieces[0].data, b"U-Boot itself\0");
        let sums: Vec<_> =
            Fit::parse(file).expect("sound").images.into_iter().map(|image| image.sums).collect();
        let crc32 = || vec![Sum::Holds("crc32".into())];
        assert_eq!(sums, [crc32(), crc32(), vec![], vec![]]);
    }
}

#[test]
fn the_board_chooses_the_configuration() {
    for file in MKIMAGE {
        // Either side may have the folder of newer device trees in the name.
        for name in ["sun50i-h618-orangepi-zero3", "allwinner/sun50i-h618-orangepi-zero3"] {
            let program = program(file, Some(name)).expect("sound");
            assert_eq!(program.pieces[2].name, "fdt-2");
            assert_eq!(program.pieces[0].name, "atf", "the firmware comes first");
        }
        assert_eq!(program(file, None).expect("the default").pieces[2].name, "fdt-1");
        // U-Boot's SPL takes the default, too, when no configuration is for the board.
        let other = program(file, Some("sun50i-h616-x96-mate")).expect("the default");
        assert_eq!(other.pieces[2].name, "fdt-1");
    }
}

#[test]
fn without_a_default_the_board_must_be_there() {
    let dtb = tree().to_dtb();
    assert!(program(&dtb, Some("board")).is_ok());
    assert!(program(&dtb, None).is_ok(), "the only one");
    let error = program(&dtb, Some("another")).expect_err("no such board");
    let offered = vec![String::from("board")];
    assert_eq!(error, FitError::NoConfiguration { wanted: "another".into(), offered });
    // A default that is not there is none.
    let mut tree = tree();
    set(&mut tree, "/configurations", "default", b"gone\0");
    assert!(program(&tree.to_dtb(), Some("another")).is_err());
    let two = node("two", &[("description", b"second\0"), ("firmware", b"uboot\0")]);
    tree.find_node_mut("/configurations").expect("it is there").add_child(two);
    let dtb = tree.to_dtb();
    assert!(matches!(program(&dtb, None), Err(FitError::Missing { what: "default", .. })));
    assert!(program(&dtb, Some("second")).is_ok());
    set(&mut tree, "/configurations", "default", b"two\0");
    assert_eq!(
        Fit::parse(&tree.to_dtb()).expect("sound").default().map(|one| one.name),
        Some("two")
    );
}

/// U-Boot's search for the board's configuration ends at one without a description.
#[test]
fn a_configuration_without_a_description_ends_the_search() {
    let mut tree = tree();
    let one = tree.find_node_mut("/configurations/one").expect("it is there");
    one.remove_property("description");
    set(&mut tree, "/configurations", "default", b"one\0");
    let error = program(&tree.to_dtb(), Some("board")).expect_err("U-Boot gives up");
    assert_eq!(error, FitError::Missing { node: "one".into(), what: "description" });
}

#[test]
fn a_damaged_image_is_named() {
    for file in MKIMAGE {
        let mut file = file.to_vec();
        let at = file.windows(4).position(|bytes| bytes == b"BL31").expect("the data");
        file[at] ^= 1;
        assert_eq!(program(&file, None), Err(damaged("atf", "crc32")));
    }
}

/// Values of FIPS 180-4's, RFC 1321's and GB/T 32905's own examples for `abc`, and of the catalogue of CRCs for `123456789`.
#[test]
fn every_hash_that_mkimage_writes_is_checked() {
    for (algorithm, data, value) in [
        ("crc16-ccitt", &b"123456789"[..], "31c3"),
        ("crc32", b"123456789", "cbf43926"),
        ("md5", b"abc", "900150983cd24fb0d6963f7d28e17f72"),
        ("sha1", b"abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        ("sha256", b"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "sha384",
            b"abc",
            "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
        ),
        (
            "sha512",
            b"abc",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        ),
        ("sm3_256", b"abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
    ] {
        let digits = value.as_bytes().chunks(2);
        let value: Vec<u8> = digits
            .map(|two| u8::from_str_radix(str::from_utf8(two).expect("hex"), 16).expect("hex"))
            .collect();
        let mut tree = tree();
        set(&mut tree, "/images/uboot", "data", data);
        hash(&mut tree, "hash-1", algorithm, &value);
        let dtb = tree.to_dtb();
        let fit = Fit::parse(&dtb).expect("it holds");
        assert_eq!(fit.images[0].sums, [Sum::Holds(algorithm.into())]);
        set(&mut tree, "/images/uboot", "data", b"abd");
        assert_eq!(
            Fit::parse(&tree.to_dtb()).expect_err("it does not"),
            damaged("uboot", algorithm)
        );
        set(&mut tree, "/images/uboot", "data", data);
        set(&mut tree, "/images/uboot/hash-1", "value", &value[1..]);
        assert_eq!(Fit::parse(&tree.to_dtb()).expect_err("too short"), damaged("uboot", algorithm));
    }
}

fn hash(tree: &mut DeviceTree, name: &str, algorithm: &str, value: &[u8]) {
    let algorithm = [algorithm.as_bytes(), b"\0"].concat();
    let properties: [(&str, &[u8]); 2] = [("algo", &algorithm), ("value", value)];
    tree.find_node_mut("/images/uboot").expect("it is there").add_child(node(name, &properties));
}

#[test]
fn what_cannot_be_checked_is_named() {
    let unchecked = |tree: &DeviceTree| Fit::parse(&tree.to_dtb()).expect("sound").unchecked();
    let mut bare = tree();
    assert!(unchecked(&bare).is_some_and(|why| why.contains("`uboot` has no hash")));
    hash(&mut bare, "hash@1", "crc32", &0xd42d_eedf_u32.to_be_bytes());
    assert_eq!(Fit::parse(&bare.to_dtb()).expect_err("another sum"), damaged("uboot", "crc32"));
    let mut foreign = tree();
    hash(&mut foreign, "hash-1", "blake3", &[7; 32]);
    assert!(unchecked(&foreign).is_some_and(|why| why.contains("`blake3` was not checked")));
    let mut signed = tree();
    hash(&mut signed, "signature-1", "sha256,rsa2048", &[7; 32]);
    assert!(unchecked(&signed).is_some_and(|why| why.contains("sha256,rsa2048")));
    // A hash that says nothing does not hold, as in U-Boot.
    for property in ["algo", "value"] {
        let mut empty = tree();
        hash(&mut empty, "hash-1", "crc32", &[0; 4]);
        empty.find_node_mut("/images/uboot/hash-1").expect("there").remove_property(property);
        assert!(matches!(Fit::parse(&empty.to_dtb()), Err(FitError::Missing { .. })), "{property}");
    }
}

/// 1000 images that all name the same bytes of a file, with a hash each, cost no more than the file's length allows.
#[test]
fn hashing_has_a_budget() {
    let mut tree = tree();
    for index in 0..1000 {
        let number = |value: u32| value.to_be_bytes();
        let (place, size) = (number(0), number(8000));
        let properties: [(&str, &[u8]); 2] = [("data-position", &place), ("data-size", &size)];
        let mut image = node(&alloc::format!("image-{index}"), &properties);
        image.add_child(node("hash-1", &[("algo", b"sm3\0"), ("value", b"1")]));
        tree.find_node_mut("/images").expect("it is there").add_child(image);
    }
    assert_eq!(Fit::parse(&tree.to_dtb()).map(|_| ()), Err(FitError::TooManySums));
}

#[test]
fn a_fit_of_one_image_is_sound() {
    let dtb = tree().to_dtb();
    let program = program(&dtb, Some("board")).expect("sound");
    assert_eq!((program.entry, program.arch, program.pieces.len()), (0x4a00_0000, Arch::Arm, 1));
    let mut with_tree = tree();
    set(&mut with_tree, "/configurations/one", "fdt", b"fdt\0");
    let dtb = with_tree.to_dtb();
    let fit = Fit::parse(&dtb).expect("sound");
    let pieces = fit.program(&fit.configurations[0]).expect("sound").pieces;
    assert_eq!((pieces[1].address, pieces[1].data), (0x4a00_0008, &b"tree"[..]));
    // A place of its own, as in the JH7110's images.
    set(&mut with_tree, "/images/fdt", "load", &[0x50, 0, 0, 0]);
    let dtb = with_tree.to_dtb();
    let fit = Fit::parse(&dtb).expect("sound");
    let pieces = fit.program(&fit.configurations[0]).expect("sound").pieces;
    assert_eq!(pieces[1].address, 0x5000_0000);
}

/// As in U-Boot: the firmware's entry, otherwise the first loadable's, otherwise the firmware's beginning.
#[test]
fn the_entry_is_the_spls() {
    let mut tree = tree();
    let load = 0x4b00_0000_u32.to_be_bytes();
    let properties: [(&str, &[u8]); 4] =
        [("data", b"second"), ("load", &load), ("entry", &[0x4b, 0, 0, 2]), ("arch", b"riscv\0")];
    tree.find_node_mut("/images").expect("there").add_child(node("second", &properties));
    set(&mut tree, "/configurations/one", "loadables", b"second\0");
    let entry = |tree: &DeviceTree| {
        let dtb = tree.to_dtb();
        let program = program(&dtb, None).expect("sound");
        (program.entry, alloc::format!("{}", program.arch))
    };
    assert_eq!(entry(&tree), (0x4a00_0000, "arm".into()));
    tree.find_node_mut("/images/uboot").expect("there").remove_property("entry");
    assert_eq!(entry(&tree), (0x4b00_0002, "riscv".into()));
    set(&mut tree, "/images/second", "entry", &[0; 4]);
    assert_eq!(entry(&tree), (0x4a00_0000, "arm".into()));
    tree.find_node_mut("/images/second").expect("there").remove_property("entry");
    assert_eq!(entry(&tree), (0x4a00_0000, "arm".into()));
}

#[test]
fn each_flaw_has_its_name() {
    let uboot = "/images/uboot";
    let one = "/configurations/one";
    let missing = |outcome: Result<(), FitError>| matches!(outcome, Err(FitError::Missing { .. }));
    assert!(missing(without(uboot, "data")));
    assert!(missing(without(uboot, "load")));
    assert!(missing(without(uboot, "arch")));
    assert!(missing(without(one, "firmware")));
    assert!(missing(spoiled(one, "firmware", b"nobody\0")));
    assert_eq!(
        spoiled(uboot, "compression", b"gzip\0"),
        Err(FitError::Compressed { image: "uboot".into(), how: "gzip".into() })
    );
    assert_eq!(spoiled(uboot, "compression", b"none\0"), Ok(()));
    assert_eq!(spoiled(uboot, "load", &[0xff; 8]), Err(FitError::PastTheEnd("uboot".into())));
    assert_eq!(spoiled(uboot, "entry", &[0xff; 8]), Err(FitError::NothingThere(u64::MAX)));
    assert_eq!(spoiled(uboot, "entry", &0x4a00_0007_u32.to_be_bytes()), Ok(()));
    let after = 0x4a00_0008;
    let outcome = spoiled(uboot, "entry", &(after as u32).to_be_bytes());
    assert_eq!(outcome, Err(FitError::NothingThere(after)));
    assert_eq!(spoiled(uboot, "data", b""), Err(FitError::NothingThere(0x4a00_0000)));
    assert_eq!(spoiled(one, "fdt", b"fdt\0overlay\0"), Err(FitError::Overlays));
    // The firmware is often named among the loadables, too.
    assert_eq!(spoiled(one, "loadables", b"uboot\0"), Ok(()));
    assert!(matches!(Fit::parse(&MAGIC), Err(FitError::Truncated { .. })));
    let mut dtb = tree().to_dtb();
    assert!(matches!(Fit::parse(&dtb[..dtb.len() - 1]), Err(FitError::Truncated { .. })));
    dtb[0] = 0;
    assert!(matches!(Fit::parse(&dtb), Err(FitError::Tree(_))));
    let bare = DeviceTree::new().to_dtb();
    assert_eq!(Fit::parse(&bare).map(|_| ()), Err(FitError::DeviceTree));
}

/// Callers show these texts to people, who look for the image in their file.
#[test]
fn a_refusal_names_the_image_and_the_reason() {
    let (image, other) = (String::from("atf"), String::from("uboot"));
    let word = String::from("gzip");
    for (error, words) in [
        (FitError::Tree(word.clone()), &["device tree is damaged", "gzip"][..]),
        (FitError::DeviceTree, &["a device tree, not a FIT"]),
        (FitError::Truncated { wanted: 100, found: 99 }, &["100 bytes", "after 99"]),
        (FitError::Missing { node: image.clone(), what: "data" }, &["`atf` has no data"]),
        (
            FitError::NoConfiguration { wanted: "x".into(), offered: vec!["y".into(), "z".into()] },
            &["no configuration for x", "only for y, z"],
        ),
        (FitError::Compressed { image: image.clone(), how: word }, &["`atf`", "gzip"]),
        (FitError::Encrypted(image.clone()), &["`atf` is encrypted"]),
        (
            FitError::Damaged { image: image.clone(), algorithm: "md5".into() },
            &["`atf` is damaged", "md5"],
        ),
        (FitError::TooManySums, &["more hashes than"]),
        (FitError::PastTheEnd(image.clone()), &["`atf`", "past the end"]),
        (FitError::Overlap(image.clone(), other), &["`atf` and `uboot`", "overlap"]),
        (
            FitError::Architecture {
                image: image.clone(),
                arch: "arm".into(),
                wanted: "riscv".into(),
            },
            &["`atf` is for arm", "the SoC runs riscv"],
        ),
        // The last byte of memory, not the first one after it.
        (
            FitError::Outside { image: image.clone(), address: 0x100, start: 0x200, end: 0x300 },
            &["`atf` goes to 0x100", "0x200 to 0x2ff"],
        ),
        (FitError::NothingThere(0x123), &["starts at 0x123"]),
        (FitError::Empty(image), &["`atf` is empty"]),
        (FitError::Overlays, &["overlays"]),
    ] {
        let text = error.to_string();
        assert!(words.iter().all(|word| text.contains(word)), "{text}");
    }
}

/// What simulated boards and other crates' tests take for a sound U-Boot.
#[test]
fn a_made_up_fit_is_a_sound_uboot_with_a_hash() {
    let file = build::uboot("riscv", 0x4020_0000, b"U-Boot");
    let fit = Fit::parse(&file).expect("sound");
    let [image] = fit.images() else { panic!("one image: {fit:?}") };
    assert_eq!((image.name, image.os, image.compression), ("uboot", Some("u-boot"), None));
    assert_eq!((image.load, image.entry), (Some(0x4020_0000), Some(0x4020_0000)));
    assert_eq!(image.sums, [Sum::Holds("crc32".into())]);
    let [one] = fit.configurations() else { panic!("one configuration: {fit:?}") };
    assert_eq!((one.name, one.description), ("conf-1", Some("made up")));
    let program = fit.program(fit.choose(None).expect("the default")).expect("sound");
    assert_eq!((program.entry, program.arch), (0x4020_0000, Arch::RiscV));
    assert_eq!(program.pieces[0].data, b"U-Boot");
}

#[test]
fn a_made_up_fit_is_as_long_as_wanted_and_nearly_all_of_it_is_uboot() {
    let fill = |length| vec![7; length];
    let build = |length| build::uboot_of_length("arm64", 0, length, fill);
    let least = build::uboot("arm64", 0, &[]).len();
    assert_eq!(build(0), build::uboot("arm64", 0, &[7; 4]), "the shortest");
    for length in least + 4..least + 200 {
        let file = build(length);
        assert_eq!(file.len(), length);
        let fit = Fit::parse(&file).expect("sound");
        let data = fit.images()[0].data;
        assert!(data.iter().all(|&byte| byte == 7));
        assert!(
            (length - least - data.len()) < 4,
            "{length}: only {} bytes are U-Boot",
            data.len()
        );
        assert!(file.ends_with(&vec![7; length - least - data.len()]));
    }
}

#[test]
fn two_images_never_share_memory() {
    let mut tree = tree();
    let load = |address: u32| address.to_be_bytes();
    let properties: [(&str, &[u8]); 2] = [("data", b"second"), ("load", &load(0x4a00_0007))];
    tree.find_node_mut("/images").expect("there").add_child(node("second", &properties));
    set(&mut tree, "/configurations/one", "loadables", b"second\0");
    let overlap = FitError::Overlap("uboot".into(), "second".into());
    assert_eq!(program(&tree.to_dtb(), None).map(|_| ()), Err(overlap));
    set(&mut tree, "/images/second", "load", &load(0x4a00_0008));
    assert!(program(&tree.to_dtb(), None).is_ok());
    // An empty image is nowhere.
    set(&mut tree, "/images/second", "load", &load(0x4a00_0004));
    set(&mut tree, "/images/second", "data", b"");
    assert!(program(&tree.to_dtb(), None).is_ok());
    set(&mut tree, "/images/second", "os", b"U-Boot\0");
    assert_eq!(program(&tree.to_dtb(), None).map(|_| ()), Err(FitError::Empty("second".into())));
}

#[test]
fn an_encrypted_image_is_not_started() {
    let mut tree = tree();
    tree.find_node_mut("/images/uboot").expect("there").add_child(node("cipher", &[]));
    let encrypted = FitError::Encrypted("uboot".into());
    assert_eq!(program(&tree.to_dtb(), None).map(|_| ()), Err(encrypted));
}

#[test]
fn a_program_suits_its_architecture_and_memory() {
    let dtb = tree().to_dtb();
    let program = program(&dtb, None).expect("sound");
    let memory = 0x4a00_0000..0x4a00_0008;
    assert_eq!(program.suits(Arch::Arm, &memory), Ok(()));
    assert_eq!(
        program.suits(Arch::RiscV, &memory),
        Err(FitError::Architecture {
            image: "uboot".into(),
            arch: "arm".into(),
            wanted: "riscv".into()
        })
    );
    for (start, end) in [(0x4a00_0001, 0x4a00_0008), (0x4a00_0000, 0x4a00_0007)] {
        let error = program.suits(Arch::Arm, &(start..end)).expect_err("too small");
        let (image, address) = ("uboot".into(), 0x4a00_0000);
        assert_eq!(error, FitError::Outside { image, address, start, end });
    }
}

/// `data-offset` counts from the end of the tree, rounded up to 4 bytes; `data-position` from the start of the file.
#[test]
fn external_data_is_where_its_node_says() {
    let mut tree = tree();
    let number = |value: u32| value.to_be_bytes();
    let uboot = tree.find_node_mut("/images/uboot").expect("it is there");
    uboot.remove_property("data");
    set(&mut tree, "/images/uboot", "data-size", &number(4));
    set(&mut tree, "/images/uboot", "data-offset", &number(2));
    let mut file = tree.to_dtb();
    let size = file.len();
    file.resize(size.next_multiple_of(4), 0);
    file.extend(b"..ABCD");
    assert_eq!(program(&file, None).expect("sound").pieces[0].data, b"ABCD");
    file.pop();
    let wanted = size.next_multiple_of(4) as u64 + 6;
    let found = file.len();
    assert_eq!(program(&file, None), Err(FitError::Truncated { wanted, found }));
    // U-Boot looks for a position first.
    set(&mut tree, "/images/uboot", "data-position", &number(0));
    let file = tree.to_dtb();
    assert_eq!(program(&file, None).expect("sound").pieces[0].data, MAGIC);
    tree.find_node_mut("/images/uboot").expect("there").remove_property("data-size");
    assert!(matches!(program(&tree.to_dtb(), None), Err(FitError::Missing { what: "data", .. })));
}

#[test]
fn external_data_past_the_end_is_truncation() {
    for property in ["data-offset", "data-position"] {
        let mut tree = tree();
        for (name, value) in [("data-size", 100_u32), (property, 0xffff_ff00)] {
            set(&mut tree, "/images/uboot", name, &value.to_be_bytes());
        }
        let outcome = program(&tree.to_dtb(), None).map(|_| ());
        assert!(matches!(outcome, Err(FitError::Truncated { .. })), "{property}");
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
