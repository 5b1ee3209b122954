//! All of the eMMC: written, read, compared.

use amlogic::{
    adnl::{
        host::{Adnl, Cause, Check, Step},
        rom::{Rom, Traits},
        wire::Stage,
    },
    disk::CLOSED,
};
use link::{Method, Silent, Sink, Verified};

use crate::board::{Broken, Jobs as _, Notes, board, named, noise, ready};

const OFFSET: u64 = 4 << 20;
const SECTOR: u64 = OFFSET / 512;

#[test]
fn lengths_around_windows_and_sectors_land_and_are_read_back() {
    for length in [1, 511, 512, 513, 0x1_ffff, 0x2_0000, 0x2_0001, 0x2_0200, 0x4_0000, 0x6_0123] {
        let (mut wire, emmc) = ready("s905x4", Traits::default());
        let data = noise(length, length as u32);
        emmc.fill(SECTOR, &[0xee; 0x8_0000]);
        let report = Adnl::new(&mut wire)
            .write_disk(OFFSET, &mut &data[..], Check::ReadBack, &mut Silent)
            .unwrap_or_else(|error| panic!("{length}: {error}"));
        let sectors = length.div_ceil(512);
        let whole = sectors as u64 * 512;
        assert_eq!(report, Verified::by(Method::ReadBack, whole));
        let found = emmc.bytes(SECTOR, sectors + 1);
        assert!(found[..length] == data, "{length}");
        assert!(found[length..sectors * 512].iter().all(|&byte| byte == 0), "{length}");
        assert!(found[sectors * 512..].iter().all(|&byte| byte == 0xee), "{length}");
        assert_eq!(wire.notes, [""; 0]);
    }
}

#[test]
fn nothing_is_written_of_nothing() {
    let (mut wire, emmc) = ready("s905x4", Traits::default());
    let mut adnl = Adnl::new(&mut wire);
    let writer = adnl.writer(0, 0, Check::ReadBack).expect("it fits");
    assert!(writer.finish(&mut Silent).expect("nothing to do").is_complete());
    assert_eq!(emmc.lock().writes, 0);
}

/// The whole conversation about one window of the usual length.
#[test]
fn the_commands_of_a_write_and_of_reading_back() {
    let (mut wire, _) = ready("s905x4", Traits::default());
    let data = noise(0x2_0200, 1);
    Adnl::new(&mut wire)
        .write_disk(OFFSET, &mut &data[..], Check::ReadBack, &mut Silent)
        .expect("written");
    let expected = [
        "getvar:identify",
        "oem mwrite 0x200 normal mmc 1 0xfffffffe00",
        "oem mwrite 0x20200 normal mmc 1 0x400000",
        "mwrite:verify=addsum",
        "mwrite:verify=addsum",
        "mwrite:verify=addsum",
        "oem mread 0x20200 normal mmc 1 0x400000",
        "mread:status=request",
        "mread:status=upload",
        "mread:status=finish",
        "mread:status=request",
        "mread:status=upload",
        "mread:status=finish",
        "mread:status=request",
    ];
    assert_eq!(crate::wire::commands(&mut wire), expected);
    assert_eq!(wire.streams.iter().map(Vec::len).collect::<Vec<_>>(), [0x2_0000, 0x200]);
}

#[test]
fn what_does_not_fit_is_refused_before_it_is_sent() {
    let (mut wire, emmc) = ready("s905x4", Traits::default());
    let capacity = named("s905x4").emmc * 512;
    let mut adnl = Adnl::new(&mut wire);
    assert_eq!(adnl.capacity().expect("told"), Some(capacity));
    let data = noise(1024, 1);
    let error = adnl
        .write_disk(capacity - 512, &mut &data[..], Check::ReadBack, &mut Silent)
        .expect_err("past the end");
    assert!(matches!(error.cause, Cause::PastTheEnd { bytes, .. } if bytes == capacity), "{error}");
    let error =
        adnl.write_disk(100, &mut &data[..], Check::ReadBack, &mut Silent).expect_err("odd");
    assert!(matches!(error.cause, Cause::Unaligned(100)), "{error}");
    adnl.write_disk(capacity - 1024, &mut &data[..], Check::ReadBack, &mut Silent)
        .expect("at the end");
    assert_eq!(emmc.lock().writes, 1);
    assert!(emmc.bytes(named("s905x4").emmc - 2, 2) == data);
}

#[test]
fn a_board_that_is_not_in_u_boot_is_not_written_to() {
    for stage in [Stage::ROM, Stage::BL2, Stage::BL2E] {
        let (mut wire, emmc) = board(named("s905x4"), Traits::default(), stage);
        let error = Adnl::new(&mut wire)
            .write_disk(0, &mut &[1; 512][..], Check::ReadBack, &mut Silent)
            .expect_err("no storage there");
        assert!(matches!(error.cause, Cause::State { found, .. } if found == stage), "{error}");
        assert_eq!((emmc.lock().writes, crate::wire::commands(&mut wire).len()), (0, 1));
    }
}

#[test]
fn a_refused_window_is_sent_again_and_three_times_at_most() {
    let data = noise(0x5_0000, 3);
    for (damaged, sound) in
        [(vec![1], true), (vec![2], true), (vec![1, 2], true), (vec![2, 3, 4], false)]
    {
        let traits = Traits { damaged: damaged.clone(), ..Traits::default() };
        let (mut wire, _) = ready("s905x4", traits);
        let mut notes = Notes::default();
        let sums = Adnl::new(&mut wire).write_disk(OFFSET, &mut &data[..], Check::Sums, &mut notes);
        assert_eq!(sums.is_ok(), sound, "{damaged:?}: {sums:?}");
        // A window that is sent again is not counted again.
        assert!(notes.1 <= data.len() as u64, "{damaged:?}: {}", notes.1);
        assert_eq!(notes.1 == data.len() as u64, sound, "{damaged:?}: {}", notes.1);
        let (mut wire, emmc) =
            ready("s905x4", Traits { damaged: damaged.clone(), ..Traits::default() });
        let mut notes = Notes::default();
        let result =
            Adnl::new(&mut wire).write_disk(OFFSET, &mut &data[..], Check::ReadBack, &mut notes);
        assert_eq!(result.is_ok(), sound, "{damaged:?}: {result:?}");
        match result {
            Ok(report) => {
                assert!(report.is_complete() && emmc.bytes(SECTOR, 640) == data, "{damaged:?}");
                assert_eq!(notes.0.len(), damaged.len(), "{:?}", notes.0);
                assert!(notes.0[0].contains("gensum"), "{:?}", notes.0);
            }
            Err(error) => {
                assert_eq!((error.good, error.step), (Some(OFFSET + 0x2_0000), Step::Write));
                assert!(emmc.bytes(SECTOR, 256) == data[..0x2_0000]);
            }
        }
    }
}

/// Some boards say OKAY before they look at a window, and do not ask for it again: reading back finds the hole, sums
/// alone do not.
#[test]
fn an_okay_that_comes_too_early_is_found_by_reading_back() {
    let traits = Traits { damaged: vec![2], early_okay: true, ..Traits::default() };
    let data = noise(0x6_0000, 4);
    let (mut wire, _) = ready("s905x4", traits.clone());
    let error = Adnl::new(&mut wire)
        .write_disk(OFFSET, &mut &data[..], Check::ReadBack, &mut Silent)
        .expect_err("it is not there");
    assert!(matches!(error.cause, Cause::Differs(at) if at == OFFSET + 0x2_0000), "{error}");
    assert!(wire.notes.concat().contains("gensum"), "{:?}", wire.notes);
    let (mut wire, _) = ready("s905x4", traits);
    let report = Adnl::new(&mut wire).write_disk(OFFSET, &mut &data[..], Check::Sums, &mut Silent);
    assert!(!report.expect("so says the board").is_complete());
}

#[test]
fn rot_is_found_and_its_place_is_told() {
    let (mut wire, emmc) = ready("s905x4", Traits::default());
    emmc.lock().rot = Some(SECTOR + 300);
    let data = noise(0x6_0000, 5);
    let mut adnl = Adnl::new(&mut wire);
    let error =
        adnl.write_disk(OFFSET, &mut &data[..], Check::ReadBack, &mut Silent).expect_err("it rots");
    assert!(matches!(error.cause, Cause::Differs(at) if at == OFFSET + 0x2_0000), "{error}");
    assert_eq!(error.step, Step::Verify);
    let report = adnl.write_disk(OFFSET, &mut &data[..], Check::Sums, &mut Silent).expect("sums");
    assert!(!report.is_complete());
    assert!(report.lines().concat().contains("known only by the sums"), "{:?}", report.lines());
}

#[test]
fn a_secure_board_cannot_be_read_back_and_the_report_says_so() {
    let traits = Traits { maker: Some([1; 32]), ..Traits::default() };
    let (mut wire, emmc) = ready("s905x4", traits);
    let data = noise(0x3_0000, 6);
    let mut notes = Notes::default();
    let mut adnl = Adnl::new(&mut wire);
    let report =
        adnl.write_disk(OFFSET, &mut &data[..], Check::ReadBack, &mut notes).expect("written");
    assert_eq!((report.read_back, report.why), (0, Some(CLOSED)));
    assert!(report.lines().concat().contains("does not let its storage be read"));
    assert_eq!(notes.0.len(), 1);
    assert!(emmc.bytes(SECTOR, 384) == data);
    let error = adnl.read_disk(0, 512, &mut Vec::new(), &mut Silent).expect_err("closed");
    assert!(matches!(error.cause, Cause::Closed(_)), "{error}");
    assert_eq!(adnl.survey().expect("told").secure, Some(true));
}

#[test]
fn a_write_protected_card_says_so() {
    let traits = Traits { protected: true, ..Traits::default() };
    let (mut wire, _) = ready("s905x4", traits);
    let error = Adnl::new(&mut wire)
        .write_disk(0, &mut &[1; 512][..], Check::ReadBack, &mut Silent)
        .expect_err("protected");
    assert!(error.to_string().contains("write protected"), "{error}");
}

#[test]
fn what_was_read_is_what_lies_there() {
    let (mut wire, emmc) = ready("s905x4", Traits::default());
    let data = noise(0x5_0600, 7);
    emmc.fill(SECTOR, &data);
    let mut adnl = Adnl::new(&mut wire);
    for (offset, size) in [(0, 512), (512, 0x2_0000), (0, 0x5_0600), (0x400, 0x4_0000), (0, 0)] {
        let mut found = Vec::new();
        adnl.read_disk(OFFSET + offset, size, &mut found, &mut Silent).expect("read");
        let (start, end) = (offset as usize, (offset + size) as usize);
        assert!(found == data[start..end], "{size} at {offset}");
    }
    assert_eq!(adnl.peek(OFFSET, 512).expect("read"), data[..512]);
    assert!(adnl.read_disk(0, 100, &mut Vec::new(), &mut Silent).is_err());
}

struct Full;

impl Sink for Full {
    fn write(&mut self, _: &[u8]) -> Result<(), link::IoError> {
        Err("no space left".into())
    }
}

#[test]
fn files_that_fail_are_told_from_boards_that_fail() {
    let (mut wire, _) = ready("s905x4", Traits::default());
    let mut adnl = Adnl::new(&mut wire);
    let mut broken = Broken(0x6_0000, 0x3_0000);
    let error =
        adnl.write_disk(OFFSET, &mut broken, Check::ReadBack, &mut Silent).expect_err("holes");
    assert!(matches!(error.cause, Cause::Io(_)), "{error}");
    assert_eq!(error.good, Some(OFFSET + 0x2_0000));
    let error = adnl.read_disk(0, 0x4_0000, &mut Full, &mut Silent).expect_err("full");
    assert!(error.to_string().contains("no space"), "{error}");
    adnl.identify().expect("the conversation goes on");
    adnl.write_disk(OFFSET, &mut &[1; 512][..], Check::ReadBack, &mut Silent).expect("and writes");
}

#[test]
fn an_emmc_of_another_size_is_believed() {
    let profile = named("s905x4");
    let emmc = Box::new(amlogic::storage::Memory::new(8192, 0));
    let mut wire = crate::wire::Wire::new(Rom::new(profile, Traits::default(), Stage::UBOOT, emmc));
    assert_eq!(Adnl::new(&mut wire).capacity().expect("told"), Some(4 << 20));
}

/// Pieces with holes between them: each stretch is read back as a whole.
#[test]
fn an_image_in_pieces_leaves_what_lies_between_them() {
    let (mut wire, emmc) = ready("s905x4", Traits::default());
    emmc.fill(SECTOR, &[0xee; 0x10_0000]);
    let data = noise(0x6_0000, 9);
    let mut adnl = Adnl::new(&mut wire);
    let mut writer = adnl.writer(OFFSET, 0x10_0000, Check::ReadBack).expect("it fits");
    for (at, range) in [(0, 0..0x2_0200), (0x2_0200, 0x2_0200..0x4_0000), (0x8_0000, 0..0x200)] {
        writer.write(OFFSET + at, &mut &data[range], &mut Silent).expect("written");
    }
    assert_eq!(writer.to_read_back(), 0x4_0200);
    let report = writer.finish(&mut Silent).expect("the same");
    assert_eq!((report.bytes, report.read_back), (0x4_0200, 0x4_0200));
    let found = emmc.bytes(SECTOR, 2048);
    assert!(found[..0x4_0000] == data[..0x4_0000] && found[0x8_0000..0x8_0200] == data[..0x200]);
    assert!(found[0x4_0000..0x8_0000].iter().all(|&byte| byte == 0xee));
    let reads = crate::wire::commands(&mut wire);
    let reads: Vec<_> = reads.iter().filter(|text| text.starts_with("oem mread")).collect();
    assert_eq!(reads.len(), 2, "{reads:?}");
    // What rots in the last piece is found at its place.
    let (mut wire, emmc) = ready("s905x4", Traits::default());
    emmc.lock().rot = Some(SECTOR + 0x400);
    let mut adnl = Adnl::new(&mut wire);
    let mut writer = adnl.writer(OFFSET, 0x10_0000, Check::ReadBack).expect("it fits");
    for at in [0, 0x8_0000] {
        writer.write(OFFSET + at, &mut &data[..0x200], &mut Silent).expect("written");
    }
    let error = writer.finish(&mut Silent).expect_err("rot");
    assert!(matches!(error.cause, Cause::Differs(at) if at == OFFSET + 0x8_0000), "{error}");
    // Past the end of what was announced is past the end of the eMMC, too.
    let mut adnl = Adnl::new(&mut wire);
    let end = named("s905x4").emmc * 512;
    let mut writer = adnl.writer(OFFSET, 512, Check::Sums).expect("it fits");
    let error = writer.write(end, &mut &data[..512], &mut Silent).expect_err("past the end");
    assert!(matches!(error.cause, Cause::PastTheEnd { .. }), "{error}");
}
