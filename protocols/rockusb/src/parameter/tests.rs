use alloc::{string::ToString, vec};

use proptest::prelude::*;

use super::*;

const TEXT: &str = "FIRMWARE_VER: 1.0\nMACHINE_MODEL: RK3588\n# a comment: here\nTYPE: GPT\nCMDLINE: mtdparts=rk29xxnand:0x00002000@0x00004000(uboot),0x00020000@0x00008000(boot:bootable),-@0x00040000(rootfs:grow)\nuuid:rootfs=614e0000-0000-4b53-8000-1d28000054a9\n";

#[test]
fn a_file_of_the_vendors() {
    let parameter = Parameter::parse(TEXT.as_bytes()).expect("sound");
    let names: Vec<_> = parameter.regions.iter().map(|region| region.name.as_str()).collect();
    assert_eq!(names, ["uboot", "boot", "rootfs"]);
    let table = parameter.table(1_000_000, 0).expect("fits");
    assert_eq!((table.partitions[0].first, table.partitions[0].last), (0x4000, 0x5fff));
    assert_eq!(table.partitions[1].attributes, BOOTABLE);
    assert_eq!(table.partitions[2].last, 1_000_000 - 34, "it grows to the last usable sector");
    assert_eq!(table.partitions[2].id.to_string(), "614e0000-0000-4b53-8000-1d28000054a9");
    assert!(table.partitions.iter().all(|partition| partition.kind == Guid::LINUX));
    assert_eq!(parameter.table(1_000_000, 0), Ok(table), "the same twice");
}

#[test]
fn offsets_are_taken_as_they_are_and_count_from_sector_0x2000_only_in_blocks() {
    let legacy = TEXT.replace("TYPE: GPT\n", "");
    let parameter = Parameter::parse(legacy.as_bytes()).expect("sound");
    assert_eq!((parameter.base(false), parameter.base(true)), (0x2000, 0));
    let first = |base| parameter.table(1_000_000, base).expect("fits").partitions[0].first;
    assert_eq!((first(0), first(0x2000)), (0x4000, 0x6000));
    assert_eq!(Parameter::parse(TEXT.as_bytes()).expect("sound").base(false), 0);
}

/// Every form that was seen in the field, and its neighbours.
#[test]
fn files_as_people_have_them() {
    let plain = Parameter::parse(TEXT.as_bytes()).expect("sound");
    let gbk = b"# \xb7\xd6\xc7\xf8@\x7c\n";
    for bytes in [
        [b"\xef\xbb\xbf", TEXT.as_bytes()].concat(),
        TEXT.replace('\n', "\r\n").into_bytes(),
        TEXT.replace('\n', "\r").into_bytes(),
        [TEXT.as_bytes(), &[0; 700]].concat(),
        [TEXT.as_bytes(), b"\0CMDLINE: mtdparts=x:0x1@0x9(other)\n"].concat(),
        [gbk, TEXT.as_bytes(), gbk].concat(),
        TEXT.replace("TYPE: GPT", "TYPE: GPT /* a comment */").into_bytes(),
        TEXT.replace("TYPE: GPT", "type :gpt# a comment").into_bytes(),
        TEXT.replace("),", "), ").into_bytes(),
        TEXT.replace("(uboot)", " ( uboot )").replace('@', " @ ").into_bytes(),
        TEXT.replace("(rootfs:grow)", "(rootfs:grow), root=/dev/x console=ttyS2 a:b").into_bytes(),
        TEXT.replace("(uboot)", "(uboot)ro").into_bytes(),
        TEXT.replace("CMDLINE: ", "CMDLINE:console=ttyFIQ0 ").into_bytes(),
        TEXT.replace("CMDLINE: ", "").into_bytes(),
        TEXT.replace("uuid:rootfs=", "  uuid: RootFS = ").into_bytes(),
        // The hyphens of a vendor manual's own example are elsewhere.
        TEXT.replace("0000-4b53-8000-1d28", "00004-b53-8000-1d28").into_bytes(),
    ] {
        let parsed = Parameter::parse(&bytes).expect("sound");
        let shown = String::from_utf8_lossy(&bytes);
        assert_eq!((&parsed.regions, parsed.gpt), (&plain.regions, true), "{shown}");
        assert_eq!(parsed.table(1_000_000, 0), plain.table(1_000_000, 0), "{shown}");
        assert_eq!(parsed.notes, [""; 0], "{shown}");
    }
    let commented = TEXT.replace("TYPE: GPT", "#TYPE: GPT");
    assert!(!Parameter::parse(commented.as_bytes()).expect("sound").gpt);
    let other = TEXT.replace("TYPE: GPT", "TYPE: GPTX");
    assert!(!Parameter::parse(other.as_bytes()).expect("sound").gpt);
}

#[test]
fn a_uuid_of_another_length_is_passed_over_aloud() {
    for (from, to) in [("1d28000054a9", "1d28000054a90"), ("54a9", "54a"), ("54a9", "54ag")] {
        let parsed = Parameter::parse(TEXT.replace(from, to).as_bytes()).expect("sound");
        assert!(parsed.ids.is_empty() && parsed.notes.len() == 1, "{:?}", parsed.notes);
        assert!(parsed.notes[0].contains("not a GUID"), "{:?}", parsed.notes);
    }
    let parsed = Parameter::parse(TEXT.replace("rootfs=6", "rootfs 6").as_bytes()).expect("sound");
    assert!(parsed.notes[0].contains("no ="), "{:?}", parsed.notes);
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
        ("(boot:bootable)", "(uboot:bootable)", "two partitions are called `uboot`"),
        ("CMDLINE", "mtdparts=x:0x1@0x2(boot)\nCMDLINE", "two partitions are called `boot`"),
        (",-@0x00040000(rootfs", ",x-@0x00040000(rootfs", "is no partition"),
        (",-@0x00040000(rootfs", ";y:-@0x00040000(rootfs", "more than one medium"),
        ("(uboot)", "(u\u{1b}boot)", "no text"),
        ("rk29xxnand:", "", "is no partition"),
        ("FIRMWARE", "\u{feff}", "names no partitions"),
    ] {
        let text = if from == "FIRMWARE" { to.into() } else { TEXT.replace(from, to) };
        let error = Parameter::parse(text.as_bytes()).expect_err(what);
        assert!(error.to_string().contains(what), "{error}");
    }
    let small =
        Parameter::parse(TEXT.as_bytes()).expect("sound").table(0x3_0000, 0).expect_err("small");
    assert!(small.to_string().contains("rootfs"), "{small}");
    let wide = [0xff_u8, 0xfe, b'T', 0];
    assert!(Parameter::parse(&wide).expect_err("UTF-16").to_string().contains("UTF-16"));
    for (size, what) in [("0x0", "no sectors"), ("0xffffffffffffffff", "past any medium")] {
        let text = TEXT.replace("0x00002000@", &format!("{size}@"));
        let parsed = Parameter::parse(text.as_bytes()).expect("it is written well");
        let error = parsed.table(1_000_000, 0).expect_err(what);
        assert!(error.to_string().contains(what), "{error}");
    }
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(regions in "[-x0-9a-f@(),:]{0,60}", junk in proptest::collection::vec(any::<u8>(), 0..60)) {
        let text = format!("TYPE: GPT\nCMDLINE: mtdparts=x:{regions}\n");
        if let Ok(parameter) = Parameter::parse(text.as_bytes()) {
            let _ = parameter.table(1_000_000, 0);
        }
        let _ = Parameter::parse(&junk);
        let _ = Parameter::parse(&[b"PARM", &junk[..]].concat());
    }
}
