use alloc::{
    format,
    string::{String, ToString},
    vec,
    vec::Vec,
};

use proptest::prelude::*;

use super::*;

/// A sparse image of two blocks of data, one absent, one filled.
fn sparse() -> Vec<u8> {
    let mut image = vec![0x3a, 0xff, 0x26, 0xed, 1, 0, 0, 0, 28, 0, 12, 0];
    for word in [4096_u32, 4, 3, 0] {
        image.extend(word.to_le_bytes());
    }
    for (kind, blocks, data) in
        [(0xcac1_u16, 2_u32, &[5; 8192][..]), (0xcac3, 1, &[]), (0xcac2, 1, &[1, 2, 3, 4])]
    {
        image.extend(kind.to_le_bytes());
        image.extend([0, 0]);
        image.extend(blocks.to_le_bytes());
        image.extend((12 + data.len() as u32).to_le_bytes());
        image.extend(data);
    }
    image
}

fn sample(version: u32, align: usize) -> Vec<u8> {
    let contents = vec![
        Content::new("USB", "DDR", vec![1; 3000]),
        Content::new("USB", "UBOOT", vec![2; 5001]),
        Content::new("conf", "platform", b"Platform:0x0811\n".to_vec()),
        Content::new("aml", "usb_flow", vec![3; 10]),
        Content::partition("boot_a", Format::Normal, vec![4; 7777]),
        Content::partition("super", Format::Sparse, sparse()),
        Content::partition("boot_b", Format::Normal, vec![4; 7777]),
    ];
    Build { version, align, contents }.build()
}

#[test]
fn the_checksum_is_the_usual_one_without_its_last_step() {
    assert_eq!(CRC.checksum(b"123456789"), 0x340b_c6d9);
}

#[test]
fn packages_of_both_versions_are_read_and_checked() {
    for (version, align) in [(1, 4), (2, 4), (2, 8)] {
        let file = sample(version, align);
        let mut source = &file[..];
        let package = Package::read(&mut source).expect("sound");
        assert_eq!((package.version, package.items.len()), (version, 10));
        package.check(&mut source).expect("its checksum holds");
        assert!(package.is_adnl());
        let uboot = package.find("USB", "UBOOT").expect("there");
        let range = uboot.range.start as usize..uboot.range.end as usize;
        assert_eq!((&file[range], uboot.range.start % align as u64), (&[2; 5001][..], 0));
        let names: Vec<_> = package.partitions().map(|item| item.sub.as_str()).collect();
        assert_eq!(names, ["boot_a", "super", "boot_b"]);
        for item in package.partitions() {
            assert!(package.verify(item, &mut source).expect("its SHA-1 holds"), "{}", item.name());
        }
        assert!(!package.verify(uboot, &mut source).expect("none is told"));
        let copy = package.find("PARTITION", "boot_b").expect("there");
        assert_eq!(copy.backup, Some(4), "stored once");
        assert_eq!(
            package.find("PARTITION", "super").map(|item| item.format),
            Some(Format::Sparse)
        );
    }
}

/// The places of the fields, counted by hand from the description of the format.
#[test]
fn fields_lie_where_the_description_has_them() {
    let file = sample(1, 4);
    assert_eq!(file[4..12], [1, 0, 0, 0, 0x56, 0x19, 0xb5, 0x27]);
    assert_eq!(u64::from_le_bytes(file[12..20].try_into().expect("eight")), file.len() as u64);
    let super_ = 64 + 6 * 128;
    assert_eq!(file[super_ + 4..super_ + 8], [0xfe, 0, 0, 0]);
    assert_eq!(&file[super_ + 0x20..super_ + 0x29], b"PARTITION");
    assert_eq!(&file[super_ + 0x40..super_ + 0x45], b"super");
    assert_eq!(file[super_ + 0x60], 1);
    let copy = 64 + 8 * 128;
    assert_eq!(file[copy + 0x64..copy + 0x68], [1, 0, 4, 0]);
    let file = sample(2, 8);
    let copy = 64 + 8 * 576;
    assert_eq!(&file[copy + 0x120..copy + 0x126], b"boot_b");
    assert_eq!(file[copy + 0x224..copy + 0x228], [1, 0, 4, 0]);
}

#[test]
fn damage_and_contradictions_are_found() {
    let file = sample(2, 4);
    let package = Package::read(&mut &file[..]).expect("sound");
    let boot = package.find("PARTITION", "boot_a").expect("there");
    let mut damaged = file.clone();
    damaged[boot.range.start as usize] ^= 1;
    let error = package.check(&mut &damaged[..]).expect_err("damaged");
    assert!(error.to_string().contains("checksum"), "{error}");
    let error = package.verify(boot, &mut &damaged[..]).expect_err("damaged");
    assert!(error.to_string().contains("PARTITION:boot_a"), "{error}");
    for length in [0, 63, 200, file.len() - 1] {
        Package::read(&mut &file[..length]).expect_err("cut off");
    }
    let edits: [(usize, u8, &str); 6] = [
        (8, 0, "not a burning package"),
        (4, 3, "not a burning package"),
        (0x1b, 1, "items"),
        (64 + 0x17, 1, "outside"),
        (64 + 4 * 576 + 0x220 + 576, 1, "followed"),
        (64 + 8 * 576 + 0x226, 99, "copy"),
    ];
    for (at, value, what) in edits {
        let mut wrong = file.clone();
        wrong[at] = value;
        let error = Package::read(&mut &wrong[..]).expect_err(what);
        assert!(error.to_string().contains(what), "{what}: {error}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_make_it_panic(edits in proptest::collection::vec((0..7000_usize, any::<u8>()), 0..8), cut in 0..40_000_usize, version in 1..3_u32) {
        let mut file = sample(version, 4);
        for (at, value) in edits {
            if let Some(byte) = file.get_mut(at) {
                *byte = value;
            }
        }
        file.truncate(cut.max(100));
        let mut source = &file[..];
        if let Ok(package) = Package::read(&mut source) {
            let _ = package.check(&mut source);
            for item in &package.items {
                let _ = (package.verify(item, &mut source), item.name());
            }
        }
    }
}

#[test]
fn an_item_is_a_source_of_its_own() {
    let file = sample(2, 4);
    let package = Package::read(&mut &file[..]).expect("sound");
    let item = package.find("USB", "UBOOT").expect("there");
    let mut source = &file[..];
    let mut window = link::SubSource::new(&mut source, item.range.clone());
    let mut bytes = [0; 5001];
    window.read_at(0, &mut bytes).expect("inside");
    assert_eq!((window.size(), bytes), (5001, [2; 5001]));
    window.read_at(5001, &mut []).expect("nothing");
    window.read_at(5000, &mut [0; 2]).expect_err("past the end");
}

#[test]
fn a_burn_has_the_vendors_order_and_the_boot_loader_last() {
    let normal = |sub| Content::partition(sub, Format::Normal, vec![sub.len() as u8; 600]);
    let mut contents = vec![
        Content::new("USB", "DDR", vec![1; 3000]),
        Content::new("USB", "UBOOT", vec![2; 5000]),
        Content::new("aml", "usb_flow", vec![3; 10]),
        Content::new("dtb", "meson1", vec![4; 10]),
        Content::new("bin", "gpt", vec![5; 512]),
        normal("bootloader"),
        normal("_aml_dtb"),
        Content::partition("super", Format::Sparse, vec![6; 4096]),
        normal("boot_a"),
    ];
    let build =
        |contents: &[Content]| Build { version: 2, align: 4, contents: contents.to_vec() }.build();
    let file = build(&contents);
    let package = Package::read(&mut &file[..]).expect("sound");
    let burn = package.burn().expect("it can be burnt");
    assert_eq!((burn.first.sub.as_str(), burn.second.sub.as_str()), ("DDR", "UBOOT"));
    let words: Vec<String> = burn
        .steps
        .iter()
        .map(|step| match step {
            Step::Mark(mark) => format!("{mark:#x}"),
            Step::Memory(item, name) => format!("{} to {name}", item.name()),
            Step::Header(item) => format!("{} if needed", item.name()),
            Step::Initial => "initial".to_string(),
            Step::Partition(_, name) => name.to_string(),
            Step::Save => "save".to_string(),
        })
        .collect();
    let expected = [
        "0x30",
        "dtb:meson1 to dtb",
        "bin:gpt to gpt",
        "PARTITION:bootloader if needed",
        "0x31",
        "initial",
        "0x32",
        "gpt",
        "_aml_dtb",
        "super",
        "boot_a",
        "bootloader",
        "save",
    ];
    assert_eq!(words, expected);
    contents.push(Content::partition("odm", Format::Ubi, vec![7; 10]));
    let file = build(&contents);
    let package = Package::read(&mut &file[..]).expect("sound");
    assert!(package.burn().expect_err("UBI").to_string().contains("PARTITION:odm"));
    for missing in [0, 1, 2] {
        let mut contents = contents.clone();
        contents.remove(missing);
        let file = build(&contents);
        let package = Package::read(&mut &file[..]).expect("sound");
        assert!(package.burn().is_err(), "without item {missing}");
    }
}

#[test]
fn what_cannot_be_burnt_is_found_before_anything_is() {
    let part = |name: &str, bytes: usize| Content::partition(name, Format::Normal, vec![7; bytes]);
    for (name, bytes, what) in [
        ("boot;reset", 9, "the name of a partition"),
        ("a b", 9, "the name of a partition"),
        (&"x".repeat(65), 9, "the name of a partition"),
        ("boot", 0, "it is empty"),
    ] {
        for last in [Content::new("aml", "usb_flow", vec![1]), Content::new("conf", "x", vec![1])] {
            let contents = vec![
                Content::new("USB", "DDR", vec![1; 9]),
                Content::new("USB", "UBOOT", vec![2; 9]),
                part("env", 5),
                part(name, bytes),
                last,
            ];
            let file = Build { version: 2, align: 4, contents }.build();
            let package = Package::read(&mut &file[..]).expect("it is whole");
            let burn = if package.is_adnl() { package.burn() } else { package.burn_optimus(false) };
            let refused = burn.expect_err(what).to_string();
            assert!(refused.contains(what), "{refused}");
        }
    }
}

#[test]
fn two_items_of_one_name_and_two_images_for_one_partition_are_found() {
    let with = |more: Vec<Content>| {
        let mut contents = vec![
            Content::new("USB", "DDR", vec![1; 9]),
            Content::new("USB", "UBOOT", vec![2; 9]),
            Content::new("aml", "usb_flow", vec![3; 9]),
            Content::new("bin", "gpt", vec![4; 9]),
            Content::partition("env", Format::Normal, vec![5; 9]),
        ];
        contents.extend(more);
        Build { version: 2, align: 4, contents }.build()
    };
    for twice in [
        Content::partition("env", Format::Normal, vec![6; 9]),
        Content::new("USB", "DDR", vec![6; 9]),
        // The very same bytes.
        Content::new("USB", "UBOOT", vec![2; 9]),
    ] {
        let file = with(vec![twice.clone()]);
        let refused = Package::read(&mut &file[..]).expect_err("two").to_string();
        assert!(refused.contains(&format!("two items {}:{}", twice.main, twice.sub)), "{refused}");
    }
    let file = with(vec![Content::partition("gpt", Format::Normal, vec![6; 9])]);
    let package = Package::read(&mut &file[..]).expect("two names");
    let refused = package.burn().expect_err("one partition").to_string();
    assert!(refused.contains("two images for partition gpt"), "{refused}");
}

#[test]
fn items_over_each_other_are_found() {
    let file = sample(2, 4);
    let at = |index: usize| 64 + index * 576 + 0x10;
    let range = |file: &[u8], index: usize| (le64(file, at(index)), le64(file, at(index) + 8));
    let (start, size) = range(&file, 1);
    for (index, from, length) in
        [(2, start + size - 1, 1), (2, start, size), (2, start - 1, 2), (0, start - 3, 4)]
    {
        let mut wrong = file.clone();
        crate::bytes::put(&mut wrong, at(index), &from.to_le_bytes());
        crate::bytes::put(&mut wrong, at(index) + 8, &length.to_le_bytes());
        let refused = Package::read(&mut &wrong[..]).expect_err("over each other").to_string();
        assert!(refused.contains("overlap"), "{refused}");
    }
    // One that ends where the other begins, and one that is empty.
    for (from, length) in [(start + size, 1), (start + 1, 0)] {
        let mut fine = file.clone();
        crate::bytes::put(&mut fine, at(2), &from.to_le_bytes());
        crate::bytes::put(&mut fine, at(2) + 8, &u64::to_le_bytes(length));
        Package::read(&mut &fine[..]).expect("apart");
    }
}

#[test]
fn sparse_items_are_followed_to_their_end() {
    let expanded = |image: Vec<u8>| {
        let contents = vec![Content::partition("super", Format::Sparse, image)];
        let file = Build { version: 2, align: 4, contents }.build();
        let package = Package::read(&mut &file[..]).expect("whole");
        package.expanded(&package.items[0], &mut &file[..]).map_err(|error| error.to_string())
    };
    let good = sparse();
    assert_eq!(expanded(good.clone()), Ok(4 * 4096));
    let wrong = |at: usize, value: u32, what: &str| {
        let mut image = good.clone();
        crate::bytes::put(&mut image, at, &value.to_le_bytes());
        let refused = expanded(image).expect_err(what);
        assert!(refused.contains(what) && refused.contains("PARTITION:super"), "{refused}");
    };
    wrong(0, 7, "no Android sparse image");
    wrong(4, 2, "no Android sparse image");
    wrong(8, 27 | 12 << 16, "contradicts itself");
    wrong(8, 28 | 11 << 16, "contradicts itself");
    wrong(12, 0, "contradicts itself");
    wrong(12, 4095, "contradicts itself");
    wrong(16, 5, "fewer than its header says");
    wrong(16, 3, "more than its header says");
    wrong(20, 2, "fewer than its header says");
    wrong(20, 4, "ends too early");
    wrong(28, 0xcac4, "boards do not know");
    wrong(36, 8203, "another length");
    let cut = expanded(good[..good.len() - 1].to_vec()).expect_err("cut");
    assert!(cut.contains("ends too early"), "{cut}");
    // A few bytes that claim 2^64, and the largest eMMC that there can be.
    let claim = |block: u32, blocks: u32| {
        let mut image = good[..28].to_vec();
        crate::bytes::put(&mut image, 12, &block.to_le_bytes());
        crate::bytes::put(&mut image, 16, &blocks.to_le_bytes());
        crate::bytes::put(&mut image, 20, &1_u32.to_le_bytes());
        image.extend([0xc3, 0xca, 0, 0]);
        image.extend(blocks.to_le_bytes());
        image.extend(12_u32.to_le_bytes());
        expanded(image)
    };
    assert!(claim(0xffff_fe00, u32::MAX).expect_err("2^64").contains("which no eMMC has"));
    assert!(claim(1024, 1 << 31 | 1).is_err());
    assert_eq!(claim(1024, 1 << 31), Ok(1 << 41));
}

#[test]
fn an_optimus_burn_takes_signed_items_where_they_are_needed() {
    let contents = |plain: bool| {
        let mut contents = vec![
            Content::new("USB", "DDR", vec![1; 9]),
            Content::new("USB", "UBOOT", vec![2; 9]),
            Content::new("USB", "DDR_ENC", vec![3; 9]),
            Content::new("dtb", "meson1", vec![4; 9]),
            Content::partition("bootloader", Format::Normal, vec![5; 9]),
            Content::partition("boot", Format::Normal, vec![6; 9]),
        ];
        if plain {
            contents.push(Content::new("aml", "usb_flow", vec![7; 9]));
        }
        Build { version: 1, align: 4, contents }.build()
    };
    let file = contents(false);
    let package = Package::read(&mut &file[..]).expect("sound");
    let burn = package.burn_optimus(false).expect("it can be burnt");
    assert_eq!((burn.first.sub.as_str(), burn.second.sub.as_str()), ("DDR", "UBOOT"));
    let names: Vec<_> = burn
        .steps
        .iter()
        .map(|step| match step {
            Step::Memory(item, name) => format!("{} to {name}", item.name()),
            Step::Partition(item, name) => format!("{} in {name}", item.name()),
            other => format!("{other:?}"),
        })
        .collect();
    let expected = [
        "dtb:meson1 to dtb",
        "Initial",
        "dtb:meson1 in _aml_dtb",
        "PARTITION:boot in boot",
        "PARTITION:bootloader in bootloader",
        "Save",
    ];
    assert_eq!(names, expected);
    let burn = package.burn_optimus(true).expect("it can be burnt");
    assert_eq!((burn.first.sub.as_str(), burn.second.sub.as_str()), ("DDR_ENC", "UBOOT"));
    assert!(package.burn().is_err());
    let file = contents(true);
    let package = Package::read(&mut &file[..]).expect("sound");
    assert!(package.burn_optimus(false).expect_err("ADNL").to_string().contains("usb_flow"));
}
