//! All of the eMMC, through U-Boot's commands.

use amlogic::{
    disk::Check,
    optimus::{
        host::{Cause, Optimus},
        rom::Traits,
        wire::Stage,
    },
};
use link::{Method, Silent, Verified};

use crate::{
    board::{Broken, Shared, board, board_on, named, noise},
    wire::{Said, Wire},
};

const OFFSET: u64 = 4 << 20;
const SECTOR: u64 = OFFSET / 512;

fn ready() -> (Wire, Shared) {
    board("khadas-vim1", Traits::default(), Stage::Uboot)
}

/// The texts of all commands.
fn texts(wire: &Wire) -> Vec<String> {
    let text = |data: &[u8]| String::from_utf8_lossy(data).trim_matches(['\0', ' ']).to_owned();
    let said = wire.said.iter().filter_map(|said| match said {
        Said::Control(setup, data) if setup.request == 0x34 => Some(text(data)),
        _ => None,
    });
    said.collect()
}

#[test]
fn lengths_around_sectors_and_blocks_land_and_are_read_back() {
    for length in [1, 512, 513, 4096, 4608, 0x1_0001, 0x10_0000] {
        let (mut wire, emmc) = ready();
        emmc.fill(SECTOR, &[0xee; 0x10_0400]);
        let data = noise(length, length as u32);
        let mut soc = Optimus::new(&mut wire);
        let whole = length.next_multiple_of(512) as u64;
        let mut writer = soc.writer(OFFSET, whole, Check::ReadBack).expect("it fits");
        writer.write(OFFSET, &mut &data[..], &mut Silent).expect("written");
        assert_eq!(writer.to_read_back(), whole);
        let report = writer.finish(&mut Silent).expect("the same");
        assert_eq!(report, Verified::by(Method::ReadBack, whole));
        let found = emmc.bytes(SECTOR, whole as usize + 512);
        assert!(found[..length] == data, "{length}");
        assert!(found[length..whole as usize].iter().all(|&byte| byte == 0), "{length}");
        assert!(found[whole as usize..].iter().all(|&byte| byte == 0xee), "{length}");
        let mut back = Vec::new();
        soc.read_disk(OFFSET, whole, &mut back, &mut Silent).expect("read");
        assert!(back[..length] == data, "{length}");
    }
}

#[test]
fn the_commands_are_u_boots_own() {
    let (mut wire, _) = ready();
    let mut soc = Optimus::new(&mut wire);
    let mut writer = soc.writer(OFFSET, 1024, Check::ReadBack).expect("it fits");
    for at in [0, 512] {
        writer.write(OFFSET + at, &mut &[at as u8 + 1; 512][..], &mut Silent).expect("written");
    }
    writer.finish(&mut Silent).expect("the same");
    let expected = [
        "echo 12345",
        "mmc dev 1",
        "mmc read 0x14000000 0x2001 0x1",
        "mmc write 0x13000000 0x2000 0x1",
        "mmc write 0x13000000 0x2001 0x1",
        "mmc read 0x14000000 0x2000 0x2",
    ];
    assert_eq!(texts(&wire), expected);
}

#[test]
fn without_reading_back_nothing_is_called_verified() {
    let (mut wire, _) = ready();
    let mut soc = Optimus::new(&mut wire);
    let mut writer = soc.writer(0, 512, Check::Sums).expect("it fits");
    writer.write(0, &mut &[1; 512][..], &mut Silent).expect("written");
    assert_eq!(writer.to_read_back(), 0);
    let report = writer.finish(&mut Silent).expect("nothing was asked");
    assert!(!report.is_complete());
    assert_eq!(report.lines(), ["512 of 512 bytes not verified"]);
}

#[test]
fn what_does_not_fit_is_refused_before_it_is_sent() {
    let (mut wire, emmc) = ready();
    let end = named("khadas-vim1").emmc * 512;
    emmc.fill(named("khadas-vim1").emmc - 1, &[0xee; 512]);
    let mut soc = Optimus::new(&mut wire);
    let error = soc.writer(end - 512, 1024, Check::ReadBack).err().expect("past the end");
    assert!(matches!(error.cause, Cause::PastTheEnd(at) if at == end + 512), "{error}");
    let error = soc.writer(100, 512, Check::ReadBack).err().expect("odd");
    assert!(matches!(error.cause, Cause::Unaligned(100)), "{error}");
    let error = soc.read_disk(end, 512, &mut Vec::new(), &mut Silent).expect_err("past the end");
    assert!(matches!(error.cause, Cause::PastTheEnd(_)), "{error}");
    assert_eq!(emmc.bytes(named("khadas-vim1").emmc - 1, 512), [0xee; 512]);
    soc.writer(end - 512, 512, Check::ReadBack)
        .expect("at the end")
        .write(end - 512, &mut &[7; 512][..], &mut Silent)
        .expect("written");
    assert_eq!(emmc.bytes(named("khadas-vim1").emmc - 1, 512), [7; 512]);
}

#[test]
fn differences_and_broken_files_are_told_with_their_place() {
    let (mut wire, emmc) = ready();
    let data = noise(0x4000, 5);
    let mut soc = Optimus::new(&mut wire);
    let mut writer = soc.writer(OFFSET, 0x4000, Check::ReadBack).expect("it fits");
    writer.write(OFFSET, &mut &data[..], &mut Silent).expect("written");
    emmc.fill(SECTOR + 9, &[0; 512]);
    let error = writer.finish(&mut Silent).expect_err("another");
    assert!(matches!(error.cause, Cause::Differs(at) if at == OFFSET), "{error}");
    let size = 12 << 20;
    let mut writer = soc.writer(OFFSET, size, Check::ReadBack).expect("it fits");
    let mut broken = Broken(size, (8 << 20) + 5);
    let error = writer.write(OFFSET, &mut broken, &mut Silent).expect_err("broken");
    assert!(matches!(error.cause, Cause::Io(_)), "{error}");
    assert_eq!(error.done, Some(8 << 20));
}

#[test]
fn a_mask_rom_has_no_storage() {
    let (mut wire, _) = board("khadas-vim1", Traits::default(), Stage::Rom);
    let error = Optimus::new(&mut wire).writer(0, 512, Check::ReadBack).err().expect("ROM");
    assert!(matches!(error.cause, Cause::Stage { found: Stage::Rom, .. }), "{error}");
}

/// 8 MiB are in memory at once. What the range was known to hold is not asked for again; what runs over it is.
#[test]
fn an_image_of_more_than_one_piece_lands_as_a_whole() {
    const MIB: u64 = 1 << 20;
    let (mut wire, emmc) = board_on("khadas-vim1", Some(24 * MIB / 512), None);
    let data = noise((8 * MIB + 1024) as usize, 9);
    let mut soc = Optimus::new(&mut wire);
    let offset = 9 * MIB;
    let mut writer = soc.writer(offset, data.len() as u64, Check::ReadBack).expect("it fits");
    writer.write(offset, &mut &data[..], &mut Silent).expect("written");
    assert_eq!(writer.to_read_back(), data.len() as u64);
    assert!(writer.finish(&mut Silent).expect("the same").is_complete());
    assert!(emmc.bytes(offset / 512, data.len()) == data);
    let looks = texts(&wire).iter().filter(|text| text.ends_with("0x1")).count();
    assert_eq!(looks, 1, "at the end of the range, once: {:?}", texts(&wire));
    // The second piece runs over the end of range and eMMC.
    let mut soc = Optimus::new(&mut wire);
    let mut writer = soc.writer(16 * MIB, 8 * MIB, Check::ReadBack).expect("it fits");
    let error = writer.write(16 * MIB, &mut &data[..], &mut Silent).expect_err("it does not");
    assert!(matches!(error.cause, Cause::PastTheEnd(end) if end == 24 * MIB + 1024), "{error}");
    assert_eq!(error.done, Some(8 * MIB));
}

#[test]
fn rot_in_a_later_piece_is_told_with_its_place() {
    let (mut wire, _) = board_on("khadas-vim1", None, Some(SECTOR + 2));
    let mut soc = Optimus::new(&mut wire);
    let mut writer = soc.writer(OFFSET, 2048, Check::ReadBack).expect("it fits");
    for at in [0, 1024] {
        writer.write(OFFSET + at, &mut &[7; 1024][..], &mut Silent).expect("written");
    }
    let error = writer.finish(&mut Silent).expect_err("a bit is another");
    assert!(matches!(error.cause, Cause::Differs(at) if at == OFFSET + 1024), "{error}");
}
