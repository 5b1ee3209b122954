use alloc::{string::ToString, vec};

use proptest::prelude::*;

use super::*;

const TEXT: &str = "FIRMWARE_VER: 1.0\nMACHINE_MODEL: RK3588\n# a comment: here\nTYPE: GPT\nCMDLINE: mtdparts=rk29xxnand:0x00002000@0x00004000(uboot),0x00020000@0x00008000(boot:bootable),-@0x00040000(rootfs:grow)\nuuid:rootfs=614e0000-0000-4b53-8000-1d28000054a9\n";

#[test]
fn a_file_of_the_vendors() {
    let parameter = Parameter::parse(TEXT.as_bytes()).expect("sound");
    let names: Vec<_> = parameter.regions.iter().map(|region| region.name.as_str()).collect();
    assert_eq!(names, ["uboot", "boot", "rootfs"]);
    let table = parameter.table(1_000_000).expect("fits");
    assert_eq!((table.partitions[0].first, table.partitions[0].last), (0x4000, 0x5fff));
    assert_eq!(table.partitions[1].attributes, BOOTABLE);
    assert_eq!(table.partitions[2].last, 1_000_000 - 34, "it grows to the last usable sector");
    assert_eq!(table.partitions[2].id.to_string(), "614e0000-0000-4b53-8000-1d28000054a9");
    assert!(table.partitions.iter().all(|partition| partition.kind == Guid::LINUX));
    assert_eq!(parameter.table(1_000_000), Ok(table), "the same twice");
}

#[test]
fn offsets_of_a_file_without_type_gpt_count_from_sector_0x2000() {
    let legacy = TEXT.replace("TYPE: GPT\n", "");
    let table = Parameter::parse(legacy.as_bytes()).expect("sound").table(1_000_000).expect("fits");
    assert_eq!(table.partitions[0].first, 0x6000);
}

#[test]
fn the_wrapper_takes_both_checksums() {
    let block = wrap(TEXT.as_bytes()).expect("short enough");
    assert_eq!(Parameter::parse(&block), Parameter::parse(TEXT.as_bytes()));
    let mut other = block.clone();
    let end = other.len() - 4;
    other.truncate(end);
    other.extend(sums::crc32_plain(TEXT.as_bytes()).to_le_bytes());
    Parameter::parse(&other).expect("the usual polynomial");
    other[end] ^= 1;
    assert!(Parameter::parse(&other).expect_err("damaged").to_string().contains("checksum"));
    assert!(Parameter::parse(&block[..50]).expect_err("short").to_string().contains("ends before"));
    wrap(&vec![b' '; LIMIT + 1]).expect_err("too long");
}

#[test]
fn mistakes_are_named() {
    for (from, to, what) in [
        ("0x00002000@0x00004000(uboot)", "8192@0x00004000(uboot)", "0x number"),
        ("0x00002000@0x00004000(uboot)", "0x00002000(uboot)", "no place"),
        ("(uboot)", "()", "no name"),
        ("(rootfs:grow)", "(rootfs:grow", "closed"),
        ("mtdparts", "nothing", "names no partitions"),
        ("614e", "614", "GUID"),
    ] {
        let error = Parameter::parse(TEXT.replace(from, to).as_bytes()).expect_err(what);
        assert!(error.to_string().contains(what), "{error}");
    }
    let small =
        Parameter::parse(TEXT.as_bytes()).expect("sound").table(0x3_0000).expect_err("small");
    assert!(small.to_string().contains("rootfs"), "{small}");
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(regions in "[-x0-9a-f@(),:]{0,60}", junk in proptest::collection::vec(any::<u8>(), 0..60)) {
        let text = format!("TYPE: GPT\nCMDLINE: mtdparts=x:{regions}\n");
        if let Ok(parameter) = Parameter::parse(text.as_bytes()) {
            let _ = parameter.table(1_000_000);
        }
        let _ = Parameter::parse(&junk);
        let _ = Parameter::parse(&[b"PARM", &junk[..]].concat());
    }
}
