use super::*;
use alloc::{string::ToString, vec};
use proptest::prelude::*;

fn put(file: &mut [u8], at: usize, bytes: &[u8]) {
    file[at..at + bytes.len()].copy_from_slice(bytes);
}

fn put_word(file: &mut [u8], at: usize, value: u32) {
    put(file, at, &value.to_le_bytes());
}

/// The sum as boot ROMs make it: the stamp in its own place, all words added.
fn seal(file: &mut [u8], at: usize) {
    put_word(file, at, 0x5f0a_6c39);
    let words = file.chunks_exact(4).map(|word| u32::from_le_bytes(word.try_into().expect("four")));
    let sum = words.fold(0, u32::wrapping_add);
    put_word(file, at, sum);
}

fn toc0() -> Vec<u8> {
    let mut file = vec![0x77; 0x400];
    file[..0xb0].fill(0);
    put(&mut file, 0, b"TOC0.GLH");
    put_word(&mut file, 8, 0x8911_9800);
    put_word(&mut file, 0x18, 3);
    put_word(&mut file, 0x1c, 0x400);
    put(&mut file, 0x2c, b"MIE;");
    for (index, (id, offset, length)) in
        [(0x1_0101, 0xb0, 0x150), (0x1_0202, 0x200, 0x200), (0x1_0303, 0xb0, 0x10)]
            .into_iter()
            .enumerate()
    {
        let at = 0x30 + 0x20 * index;
        put_word(&mut file, at, id);
        put_word(&mut file, at + 4, offset);
        put_word(&mut file, at + 8, length);
        put(&mut file, at + 0x1c, b"IIE;");
    }
    seal(&mut file, 0x0c);
    file
}

fn package() -> Vec<u8> {
    let mut file = vec![0x33; 0x1000];
    file[..0x400].fill(0);
    put(&mut file, 0, b"sunxi-package");
    put_word(&mut file, 0x10, 0x8911_9800);
    put_word(&mut file, 0x20, 2);
    put_word(&mut file, 0x24, 0x1000);
    put(&mut file, 0x3c, b"MIE;");
    for (index, (name, offset)) in [("u-boot", 0x400), ("dtb", 0x800)].into_iter().enumerate() {
        let at = 0x40 + 0x170 * index;
        put(&mut file, at, name.as_bytes());
        put_word(&mut file, at + 0x40, offset);
        put_word(&mut file, at + 0x44, 0x400);
        put(&mut file, at + 0x16c, b"IIE;");
    }
    put(&mut file, 0x900, b"arm,sun50iw9p1\0");
    seal(&mut file, 0x14);
    file
}

fn boot0() -> Vec<u8> {
    let mut file = vec![0x5a; 0x200];
    put_word(&mut file, 0, 0xea00_00ee);
    put(&mut file, 4, b"eGON.BT0");
    put_word(&mut file, 0x10, 0x200);
    put_word(&mut file, 0x14, 0x30);
    put(&mut file, 0x18, b"3000");
    seal(&mut file, 0x0c);
    file
}

fn uboot() -> Vec<u8> {
    let mut file = vec![0x21; 0x200];
    put(&mut file, 4, b"uboot\0\0\0");
    put_word(&mut file, 0x14, 0x200);
    seal(&mut file, 0x0c);
    file
}

#[test]
fn every_kind_is_recognised_and_its_sum_checked() {
    for (kind, mut file) in [
        (Kind::Toc0, toc0()),
        (Kind::Package, package()),
        (Kind::Boot0, boot0()),
        (Kind::Uboot, uboot()),
    ] {
        file.extend([0xff; 77]);
        let found = recognise(&file).expect("recognised");
        assert_eq!((found.kind, found.sound(), &found.state), (kind, Some(true), &State::Sound));
        assert!(found.to_string().contains("checksum holds"), "{found}");
        let at = file.len() - 77 - 8;
        file[at] ^= 1;
        let found = recognise(&file).expect("still recognised");
        assert_eq!(found.sound(), Some(false), "{kind:?}: one flipped bit");
        file[at] ^= 1;
        let found = recognise(&file[..at]).expect("still recognised");
        assert_eq!(found.sound(), Some(false), "{kind:?}: cut");
        assert!(found.to_string().contains("ends after"), "{found}");
        assert_eq!(Kind::of(&file[..0x40]), Some(kind), "its first 64 bytes tell");
    }
}

#[test]
fn tables_are_read_and_what_cannot_be_is_damaged() {
    let names = |file: &[u8]| -> Vec<(String, u32, u32)> {
        let parts = recognise(file).expect("recognised").parts;
        parts.into_iter().map(|part| (part.name, part.offset, part.length)).collect()
    };
    let toc0s = [("certificate", 0xb0, 0x150), ("firmware", 0x200, 0x200), ("keys", 0xb0, 0x10)];
    assert_eq!(names(&toc0()), toc0s.map(|(name, at, length)| (name.to_string(), at, length)));
    let packages = [("u-boot", 0x400, 0x400), ("dtb", 0x800, 0x400)];
    assert_eq!(
        names(&package()),
        packages.map(|(name, at, length)| (name.to_string(), at, length))
    );
    for (good, sum, at, value, says) in [
        (toc0(), 0x0c, 8, 7, "header is damaged"),
        (toc0(), 0x0c, 0x2c, 7, "header is damaged"),
        (toc0(), 0x0c, 0x18, 0, "cannot have 0 items"),
        (toc0(), 0x0c, 0x18, 65, "cannot have 65 items"),
        (toc0(), 0x0c, 0x18, 4, "item 3 of its table"),
        (toc0(), 0x0c, 0x4c, 7, "item 0 of its table"),
        (toc0(), 0x0c, 0x54, 0x201, "`firmware` ends after"),
        (toc0(), 0x0c, 0x54, 0xffff_ffff, "`firmware` ends after"),
        (toc0(), 0x0c, 0x1c, 0x3fe, "cannot be"),
        (toc0(), 0x0c, 0x1c, 4, "cannot be"),
        (package(), 0x14, 0x20, 0xffff_ffff, "items"),
        (package(), 0x14, 0x1f0, 0xffff_f000, "`dtb` ends after"),
    ] {
        let mut file = good;
        put_word(&mut file, at, value);
        seal(&mut file, sum);
        let found = recognise(&file).expect("recognised");
        assert_eq!(found.sound(), Some(false), "{says}");
        assert!(found.to_string().contains(says), "{says}: {found}");
    }
    let mut edge = toc0();
    put_word(&mut edge, 0x54, 0x200);
    put_word(&mut edge, 0x58, 0x200);
    seal(&mut edge, 0x0c);
    assert_eq!(recognise(&edge).expect("recognised").sound(), Some(true), "to the very end");
}

#[test]
fn a_checksum_that_was_never_made_tells_nothing() {
    for (at, value) in [(0x0c, 0x5f0a_6c39), (0x14, 0)] {
        let mut file = uboot();
        put_word(&mut file, at, value);
        let found = recognise(&file).expect("recognised");
        assert_eq!(found.sound(), None, "{found}");
        assert!(found.to_string().contains("never filled in"), "{found}");
    }
    assert_eq!(recognise(&uboot()[..0x14]).expect("recognised").sound(), Some(false));
}

#[test]
fn the_vendors_word_tells_the_soc() {
    let soc = |file: &[u8]| recognise(file).expect("recognised").soc;
    assert_eq!(soc(&package()), Some(("sun50iw9".to_string(), "H616")));
    for (text, expected) in [
        (&b"sun8iw11p1"[..], Some(("sun8iw11".to_string(), "R40"))),
        (b"sun99iw1 sun8iw7", Some(("sun8iw7".to_string(), "H3"))),
        (b"sunrise, sunny", None),
    ] {
        let mut file = boot0();
        put(&mut file, 0x100, text);
        assert_eq!(soc(&file), expected);
    }
}

#[test]
fn u_boots_spl_and_an_old_one_without_a_mark_are_none_of_these() {
    let with = |at: usize, bytes: &[u8]| {
        let mut file = boot0();
        put(&mut file, at, bytes);
        Kind::of(&file)
    };
    assert_eq!(with(0x14, b"SPL\x02"), None);
    assert_eq!(with(0x14, &[0; 8]), None, "mksunxiboot of 2014");
    assert_eq!(with(0x14, &[0x31, 0, 0, 0]), None, "no length of a header");
    assert_eq!(with(0x14, &[0x1c, 0, 0, 0]), None);
    assert_eq!(with(0x14, &[0x04, 0x10, 0, 0]), None);
    assert_eq!(with(0x14, &[0x20, 0, 0, 0]), Some(Kind::Boot0));
    assert_eq!(with(0x14, &[0, 0x10, 0, 0]), Some(Kind::Boot0));
    assert_eq!(with(0x18, b"30x0"), None);
    for file in [&b""[..], b"hello", &[0; 64]] {
        assert_eq!(recognise(file), None);
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(mut bytes in proptest::collection::vec(any::<u8>(), 0..0x300), which in 0usize..4, sealed: bool) {
        let good = [toc0(), package(), boot0(), uboot()];
        let head = &good[which][..bytes.len().min(0x40)];
        bytes[..head.len()].copy_from_slice(head);
        if sealed && bytes.len() >= 0x40 {
            let length = bytes.len() as u32 & !3;
            let (length_at, sum_at) = [(0x1c, 0x0c), (0x24, 0x14), (0x10, 0x0c), (0x14, 0x0c)][which];
            put_word(&mut bytes, length_at, length);
            seal(&mut bytes[..length as usize], sum_at);
        }
        if let Some(found) = recognise(&bytes) {
            let _ = found.to_string();
        }
    }
}
