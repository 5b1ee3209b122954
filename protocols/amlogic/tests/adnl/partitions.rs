//! Partitions, memory, keys, erasing, and commands in U-Boot's own words.

use amlogic::adnl::{
    host::{Adnl, Cause, Initial, Step},
    rom::{PROFILES, Traits},
    wire::{Format, Medium, Stage, Transfer},
};
use link::Silent;
use sha1::{Digest, Sha1};

use crate::board::{Jobs as _, Notes, board, named, noise, ready};

fn part(name: &str) -> amlogic::adnl::rom::Part {
    *named("s905x4").parts.iter().find(|part| part.name == name).expect("a partition")
}

/// An Android sparse image of three blocks of data with a hole between.
fn sparse(data: &[u8]) -> Vec<u8> {
    let chunk = |kind: u16, blocks: u32, data: &[u8]| {
        let mut bytes = kind.to_le_bytes().to_vec();
        bytes.extend([0, 0]);
        bytes.extend(blocks.to_le_bytes());
        bytes.extend((12 + data.len() as u32).to_le_bytes());
        bytes.extend(data);
        bytes
    };
    let blocks = (data.len() / 4096) as u32;
    let mut image = 0xed26_ff3a_u32.to_le_bytes().to_vec();
    image.extend([1, 0, 0, 0, 28, 0, 12, 0]);
    for word in [4096, blocks + 2, 3, 0] {
        image.extend(u32::to_le_bytes(word));
    }
    let (first, second) = data.split_at(4096);
    image.extend(chunk(0xcac1, 1, first));
    image.extend(chunk(0xcac3, 2, b""));
    image.extend(chunk(0xcac1, blocks - 1, second));
    image
}

#[test]
fn a_partition_is_written_and_verified() {
    for profile in &PROFILES {
        let (mut wire, emmc) = board(profile, Traits::default(), Stage::UBOOT);
        let data = noise(0x4_1235, 1);
        let transfer = Transfer::store("boot_a", Format::Normal, data.len() as u64);
        let written = Adnl::new(&mut wire)
            .write(&transfer, &mut &data[..], &mut Silent)
            .unwrap_or_else(|error| panic!("{}: {error}", profile.name));
        assert!(written.verified && written.sha1 == <[u8; 20]>::from(Sha1::digest(&data)));
        assert!(emmc.bytes(part("boot_a").start, 600)[..data.len()] == data);
        let said = crate::wire::commands(&mut wire);
        assert!(said.last().is_some_and(|text| text.starts_with("oem verify sha1sum ")));
        assert_eq!(said[1], "oem mwrite 0x41235 normal store boot_a");
    }
}

/// A boot loader comes in one window, whatever its length.
#[test]
fn a_boot_loader_comes_as_a_whole() {
    let (mut wire, emmc) = ready("s905x5", Traits::default());
    let data = noise(0x3e_8400 - 0x20_0000, 2);
    let transfer = Transfer::store("bootloader", Format::Normal, data.len() as u64);
    let written =
        Adnl::new(&mut wire).write(&transfer, &mut &data[..], &mut Silent).expect("there");
    assert!(written.verified);
    assert_eq!(wire.streams.iter().map(Vec::len).collect::<Vec<_>>(), [data.len()]);
    assert!(emmc.bytes(0, data.len() / 512) == data);
}

#[test]
fn a_sparse_image_is_expanded_by_the_board() {
    let (mut wire, emmc) = ready("s905x4", Traits::default());
    let start = part("super").start;
    emmc.fill(start, &[0xee; 64 << 10]);
    let data = noise(9 << 20, 3);
    let image = sparse(&data);
    let transfer = Transfer::store("super", Format::Sparse, image.len() as u64);
    let written =
        Adnl::new(&mut wire).write(&transfer, &mut &image[..], &mut Silent).expect("there");
    assert!(written.verified && written.sha1 == <[u8; 20]>::from(Sha1::digest(&image)));
    assert!(emmc.bytes(start, 8) == data[..4096]);
    assert!(emmc.bytes(start + 8, 16).iter().all(|&byte| byte == 0xee), "the hole");
    assert!(emmc.bytes(start + 24, (9 << 11) - 8) == data[4096..]);
    let error = Adnl::new(&mut wire)
        .write(&transfer, &mut &noise(image.len(), 1)[..], &mut Silent)
        .expect_err("no sparse image");
    assert!(error.to_string().contains("sparse"), "{error}");
}

/// A wrong expansion is another sum: the board sums what it has stored, and not what came.
#[test]
fn what_the_board_stored_wrongly_differs() {
    let start = part("super").start;
    let image = sparse(&noise(64 << 10, 3));
    for (rot, right) in [(0, false), (8, true), (23, true), (24, false), (143, false), (144, true)]
    {
        let (mut wire, emmc) = ready("s905x4", Traits::default());
        emmc.lock().rot = Some(start + rot);
        let transfer = Transfer::store("super", Format::Sparse, image.len() as u64);
        let written = Adnl::new(&mut wire).write(&transfer, &mut &image[..], &mut Silent);
        match written {
            Ok(written) => assert!(right && written.verified, "{rot}"),
            Err(error) => {
                assert!(!right && error.step == Step::Verify, "{rot}: {error}");
                assert!(error.to_string().contains("NOT match"), "{error}");
            }
        }
    }
}

#[test]
fn memory_is_written_and_read_and_not_verified() {
    let (mut wire, emmc) = ready("s905x4", Traits::default());
    let data = noise(0x1_4ff4, 4);
    let mut adnl = Adnl::new(&mut wire);
    let transfer = Transfer::mem("dtb", data.len() as u64);
    let written = adnl.write(&transfer, &mut &data[..], &mut Silent).expect("there");
    assert!(!written.verified);
    let mut found = Vec::new();
    adnl.read(&transfer, &mut found, &mut Silent).expect("read");
    assert!(found == data);
    assert_eq!(emmc.lock().writes, 0);
    let error = adnl.verify([0; 20]).expect_err("only partitions");
    assert!(matches!(error.cause, Cause::Failed(_)), "{error}");
}

#[test]
fn a_partition_that_rots_does_not_verify() {
    let (mut wire, emmc) = ready("s905x4", Traits::default());
    emmc.lock().rot = Some(part("boot_a").start + 2);
    let transfer = Transfer::store("boot_a", Format::Normal, 5000);
    let error = Adnl::new(&mut wire)
        .write(&transfer, &mut &noise(5000, 5)[..], &mut Silent)
        .expect_err("it rots");
    assert_eq!(error.step, Step::Verify);
    assert!(error.to_string().contains("NOT match"), "{error}");
}

#[test]
fn busy_boards_are_waited_for() {
    let traits = Traits { busy: 30, ..Traits::default() };
    let (mut wire, emmc) = ready("s905x4", traits);
    let data = noise(0x3_0000, 6);
    let transfer = Transfer::store("logo", Format::Normal, data.len() as u64);
    let mut adnl = Adnl::new(&mut wire);
    let written = adnl.write(&transfer, &mut &data[..], &mut Silent).expect("in the end");
    assert!(written.verified && emmc.bytes(part("logo").start, 384) == data);
    adnl.write_disk(0, &mut &data[..], Default::default(), &mut Silent).expect("in the end");
    let traits = Traits { busy: 100_000, ..Traits::default() };
    let (mut wire, _) = ready("s905x4", traits);
    let error = Adnl::new(&mut wire).save_setting().expect_err("for ever");
    assert!(matches!(error.cause, Cause::Busy), "{error}");
}

#[test]
fn the_boards_own_words_are_passed_on() {
    let (mut wire, _) = ready("s905x4", Traits::default());
    let mut adnl = Adnl::new(&mut wire);
    let mut write = |part: &str, format, size| {
        let transfer = Transfer { format, ..Transfer::store(part, Format::Normal, size) };
        adnl.write(&transfer, &mut &noise(size as usize, 1)[..], &mut Silent).expect_err("refused")
    };
    let error = write("nowhere", Format::Normal, 512);
    assert!(error.to_string().contains("partition nowhere not found"), "{error}");
    assert_eq!(error.step, Step::Write);
    let error = write("dtbo_a", Format::Normal, 3 << 20);
    let (size, room) = (3 << 20, 2 << 20);
    assert!(
        matches!(error.cause, Cause::TooLarge { size: s, room: r } if (s, r) == (size, room)),
        "{error}"
    );
    let long = "x".repeat(300);
    let error = adnl.oem(&long).expect_err("too long");
    assert!(matches!(error.cause, Cause::TooLong(304)), "{error}");
    assert_eq!(adnl.oem("printenv").expect("harmless"), "");
    let error = adnl.oem("nonsense").expect_err("unknown");
    assert!(matches!(error.cause, Cause::Failed(_)) && error.step == Step::Command, "{error}");
    assert_eq!(adnl.getvar("slot-count").expect("known"), b"2\0");
}

#[test]
fn what_erases_erases_and_says_so() {
    for (initial, _) in Initial::ALL {
        let (mut wire, emmc) = ready("s905x4", Traits::default());
        emmc.fill(1, &[7; 512]);
        emmc.fill(part("boot_a").start, &[7; 4096]);
        Adnl::new(&mut wire).disk_initial(initial).expect("done");
        let left = emmc.bytes(1, 1)[0] == 7 && emmc.bytes(part("boot_a").start, 8)[0] == 7;
        let told = initial.erases().is_some_and(|what| what.contains("storage"));
        assert_eq!(left, !told, "{initial}");
        assert_eq!(
            crate::wire::commands(&mut wire).last(),
            Some(&format!("oem disk_initial {}", initial as u8))
        );
    }
    let (mut wire, _) = board(named("s905x4"), Traits::default(), Stage::BL2);
    let error = Adnl::new(&mut wire).disk_initial(Initial::Erase).expect_err("not in U-Boot");
    assert!(matches!(error.cause, Cause::State { .. }), "{error}");
}

#[test]
fn keys_are_written_on_a_secure_board_too() {
    let traits = Traits { maker: Some([1; 32]), ..Traits::default() };
    let (mut wire, _) = ready("s905x4", traits);
    let mut adnl = Adnl::new(&mut wire);
    let key = Transfer { medium: Medium::Key, ..Transfer::mem("mac", 12) };
    let written = adnl.write(&key, &mut &b"001122334455"[..], &mut Silent).expect("there");
    assert!(!written.verified);
    let mut found = Vec::new();
    adnl.read(&key, &mut found, &mut Silent).expect("read");
    assert_eq!(found, b"001122334455");
}

#[test]
fn marks_of_progress_go_the_way_that_the_program_knows() {
    let (mut wire, _) = ready("s905x5", Traits::default());
    let mut adnl = Adnl::new(&mut wire);
    adnl.mark(Stage::UBOOT, 0x30).expect("marked");
    assert_eq!(adnl.getvar("burnsteps").expect("kept"), 0xc004_1030_u32.to_le_bytes());
    assert!(adnl.needs_sheader().expect("told"));
    let (mut wire, _) = board(named("a113l"), Traits::default(), Stage::ROM);
    Adnl::new(&mut wire).mark(Stage::ROM, 1).expect("marked");
    let (mut wire, _) = board(named("s905x4"), Traits::default(), Stage::ROM);
    Adnl::new(&mut wire).mark(Stage::ROM, 1).expect_err("not from protocol 6 on");
    let mut notes = Notes::default();
    let (mut wire, _) = ready("s905x4", Traits::default());
    assert!(!Adnl::new(&mut wire).needs_sheader().expect("told"));
    let gpt = Transfer::mem("gpt", 512);
    Adnl::new(&mut wire).write(&gpt, &mut &[1; 512][..], &mut notes).expect("there");
    assert_eq!(notes.0, [""; 0]);
}

#[test]
fn a_partition_is_erased_by_u_boots_command() {
    let (mut wire, emmc) = ready("s905x4", Traits::default());
    let logo = 155_648;
    for sector in [logo - 1, logo, logo + 16_383, logo + 16_384] {
        emmc.fill(sector, &[0xee; 512]);
    }
    let mut adnl = Adnl::new(&mut wire);
    adnl.erase_part("logo", 16_384 * 512).expect("erased");
    let error = adnl.erase_part("logo", 16_385 * 512).expect_err("past the end");
    assert_eq!((error.step, matches!(error.cause, Cause::Failed(_))), (Step::Erase, true));
    let held = [logo - 1, logo, logo + 16_383, logo + 16_384].map(|at| emmc.bytes(at, 1)[0]);
    assert_eq!(held, [0xee, 0, 0, 0xee]);
    let traits = Traits { maker: Some([0; 32]), ..Traits::default() };
    let (mut wire, _) = ready("s905x4", traits);
    let error = Adnl::new(&mut wire).erase_part("logo", 512).expect_err("secure");
    assert!(error.to_string().contains("not allowed"), "{error}");
}
