//! Reading, writing and erasing.

use link::{Check, Silent, Sink};
use proptest::prelude::*;
use rockusb::{
    host::{Cause, Rock, State, Step, Survey},
    idb::{Algorithm, Head, IdBlock, is_one},
    rom::{PROFILES, Program, Traits},
    wire::{Cbw, FlashInfo, Opcode, Status, Storage},
};

use crate::{
    board::{Broken, Notes, board, noise, ready},
    wire::Kind,
};

/// The counts of sectors that commands of this opcode had.
fn counts(blocks: &[Vec<u8>], opcode: Opcode) -> Vec<u16> {
    let of = blocks.iter().filter(|block| block.len() == Cbw::SIZE && block[15] == opcode.0);
    of.map(|block| u16::from_be_bytes([block[22], block[23]])).collect()
}

#[test]
fn what_was_written_is_read_on_every_board() {
    for profile in &PROFILES {
        let (mut wire, looks, survey) = ready(profile.name);
        let data = noise(300 * 512 + 77, 3);
        let mut rock = Rock::new(&mut wire);
        let mut writer = rock.writer(&survey, Check::Best);
        writer.write(64, &mut &data[..], &mut Silent).expect(profile.name);
        let known = writer.finish(&mut Silent).expect(profile.name);
        assert!(known.is_complete(), "{}: {:?}", profile.name, known);
        let mut found = Vec::new();
        rock.read(&survey, 64, 301, false, &mut found, &mut Silent).expect(profile.name);
        assert_eq!(found[..data.len()], data, "{}", profile.name);
        assert!(found[data.len()..].iter().all(|&byte| byte == 0), "the last sector is filled up");
        assert_eq!(looks[0].bytes(64, 301), found, "{}", profile.name);
        assert_eq!(wire.notes, [""; 0], "{}", profile.name);
    }
}

#[test]
fn emmc_gets_a_megabyte_a_command_and_spi_nor_128_kib() {
    let data = noise(5 << 20, 1);
    let (mut wire, _, survey) = ready("rock-5b");
    wire.outs.clear();
    let mut rock = Rock::new(&mut wire);
    rock.writer(&survey, Check::None).write(0, &mut &data[..], &mut Silent).expect("written");
    assert_eq!(counts(&wire.outs, Opcode::WRITE_LBA), [2048; 5]);
    let mut rock = Rock::new(&mut wire);
    rock.switch_storage(Storage::MTD_SPI_NOR).expect("there is one");
    let survey = rock.survey().expect("a survey");
    wire.outs.clear();
    let mut rock = Rock::new(&mut wire);
    rock.writer(&survey, Check::None)
        .write(0, &mut &data[..1 << 20], &mut Silent)
        .expect("written");
    assert_eq!(counts(&wire.outs, Opcode::WRITE_LBA), [256; 8]);
    let (mut wire, _, survey) = ready("mainline-gadget");
    wire.outs.clear();
    let mut rock = Rock::new(&mut wire);
    rock.writer(&survey, Check::None)
        .write(0, &mut &data[..1 << 20], &mut Silent)
        .expect("written");
    assert_eq!(counts(&wire.outs, Opcode::WRITE_LBA), [128; 16]);
}

#[test]
fn commands_begin_at_multiples_of_eight_sectors() {
    let data = noise(3 << 20, 1);
    let (mut wire, _, survey) = ready("nanopi-r6s");
    wire.outs.clear();
    let mut rock = Rock::new(&mut wire);
    rock.writer(&survey, Check::None).write(3, &mut &data[..], &mut Silent).expect("written");
    assert_eq!(counts(&wire.outs, Opcode::WRITE_LBA), [2045, 2048, 2048, 3]);
}

/// A device keeps what it had of a command after the length of the next one.
#[test]
fn a_loader_that_knows_parity_gets_commands_of_full_length_only() {
    for check in [Check::Best, Check::ReadBack, Check::None] {
        let (mut wire, _, survey) = ready("nanopi-r6s");
        wire.outs.clear();
        let mut rock = Rock::new(&mut wire);
        rock.writer(&survey, check)
            .write(0, &mut &noise(4096, 1)[..], &mut Silent)
            .expect("written");
        let write =
            wire.outs.iter().find(|block| block[15] == Opcode::WRITE_LBA.0).expect("a write");
        assert_eq!(write[14], 16, "{check:?}");
        assert_eq!(write[24..28] == [0; 4], check != Check::Best, "{check:?}");
    }
    let (mut wire, _, survey) = ready("nanopc-t4");
    wire.outs.clear();
    Rock::new(&mut wire)
        .writer(&survey, Check::Best)
        .write(0, &mut &[1; 512][..], &mut Silent)
        .expect("written");
    let write = wire.outs.iter().find(|block| block[15] == Opcode::WRITE_LBA.0).expect("a write");
    assert_eq!(write[14], 10, "as other tools send it to loaders of old");
}

#[test]
fn the_board_is_asked_who_it_is_just_before_the_first_byte() {
    let (mut wire, _, survey) = ready("nanopi-r6s");
    wire.outs.clear();
    let mut rock = Rock::new(&mut wire);
    let mut writer = rock.writer(&survey, Check::None);
    writer.write(0, &mut &[1; 512][..], &mut Silent).expect("written");
    writer.write(8, &mut &[1; 512][..], &mut Silent).expect("written");
    drop(writer);
    let commands: Vec<u8> =
        wire.outs.iter().filter(|block| block.len() == 31).map(|block| block[15]).collect();
    assert_eq!(commands, [0x1b, 0x01, 0x1a, 0x15, 0x15]);
}

#[test]
fn another_board_than_before_is_refused() {
    let (mut wire, looks, survey) = ready("nanopi-r6s");
    let other = ready("turing-rk1").2;
    let chip = rockusb::wire::ChipInfo(*b"6753\0\0\0\0\0\0\0\0\0\0\0\0");
    let surveys = [
        (Survey { chip: Some(chip), ..survey }, "SoC"),
        (Survey { flash: other.flash, ..survey }, "storage"),
    ];
    for (survey, what) in surveys {
        let mut rock = Rock::new(&mut wire);
        let mut writer = rock.writer(&survey, Check::Best);
        let error = writer.write(0, &mut &[1; 512][..], &mut Silent).expect_err(what);
        assert!(matches!(error.cause, Cause::Changed(found) if found == what), "{error}");
    }
    assert_eq!(looks[0].lock().writes, 0);
}

#[test]
fn ranges_that_the_medium_does_not_have_are_refused_before_anything_is_sent() {
    for name in ["nanopi-r6s", "rk3308-nand"] {
        let (mut wire, looks, survey) = ready(name);
        let sectors = survey.sectors().expect("known");
        wire.outs.clear();
        let mut rock = Rock::new(&mut wire);
        let mut sink = Vec::new();
        let past = |error: rockusb::host::Error| {
            assert!(matches!(error.cause, Cause::PastTheEnd { .. }), "{error}")
        };
        past(rock.read(&survey, sectors - 1, 2, true, &mut sink, &mut Silent).expect_err("read"));
        past(rock.read(&survey, u64::MAX, 2, true, &mut sink, &mut Silent).expect_err("read"));
        past(rock.erase(&survey, sectors - 256, 512, &mut Silent).expect_err("erase"));
        past(
            rock.writer(&survey, Check::Best)
                .write(sectors - 1, &mut &[1; 513][..], &mut Silent)
                .expect_err("write"),
        );
        past(rock.verify(&survey, sectors, &mut &[1; 1][..], &mut Silent).expect_err("verify"));
        assert_eq!(wire.outs.len(), 0, "{name}");
        assert_eq!(looks[0].lock().writes, 0);
    }
    let (mut wire, _, survey) = ready("nanopi-r6s");
    let none = FlashInfo { chips: 0, ..survey.flash.expect("known") };
    let empty = Survey { flash: Some(none), ..survey };
    let error = Rock::new(&mut wire)
        .read(&empty, 0, 1, false, &mut Vec::new(), &mut Silent)
        .expect_err("none");
    assert!(matches!(error.cause, Cause::NoMedium), "{error}");
}

#[test]
fn reads_that_a_loader_fakes_are_refused_and_can_be_forced() {
    let (mut wire, looks, survey) = ready("h96-max-m9");
    looks[0].fill(65_000, &noise(2000 * 512, 5));
    let mut rock = Rock::new(&mut wire);
    let mut found = Vec::new();
    let error =
        rock.read(&survey, 65_000, 1000, false, &mut found, &mut Silent).expect_err("faked");
    assert!(matches!(error.cause, Cause::FakedReads), "{error}");
    assert_eq!((error.step, found.len()), (Step::Read, 0));
    let mut notes = Notes::default();
    rock.read(&survey, 65_000, 1000, true, &mut found, &mut notes).expect("as was asked for");
    assert!(notes.0.concat().contains("0xCC"), "{:?}", notes.0);
    assert_eq!(found[..536 * 512], looks[0].bytes(65_000, 536), "split at the wall");
    assert!(found[536 * 512..].iter().all(|&byte| byte == 0xcc));
    found.clear();
    rock.read(&survey, 65_000, 536, false, &mut found, &mut Silent).expect("below the wall");
    let (mut wire, looks, survey) = ready("nanopi-r6s");
    looks[0].fill(65_000, &noise(2000 * 512, 5));
    found.clear();
    Rock::new(&mut wire).read(&survey, 65_000, 1000, false, &mut found, &mut Silent).expect("real");
    assert_eq!(found, looks[0].bytes(65_000, 1000));
}

#[test]
fn spi_nor_keeps_what_a_write_does_not_cover() {
    let (mut wire, looks, _) = ready("rock-5b");
    let before = noise(512 * 512, 7);
    looks[1].fill(0, &before);
    let mut rock = Rock::new(&mut wire);
    rock.switch_storage(Storage::MTD_SPI_NOR).expect("there is one");
    let survey = rock.survey().expect("a survey");
    assert_eq!(survey.block(), Some(128));
    let data = noise(200 * 512, 8);
    let mut writer = rock.writer(&survey, Check::ReadBack);
    writer.write(100, &mut &data[..], &mut Silent).expect("written");
    let known = writer.finish(&mut Silent).expect("holds");
    assert_eq!((known.bytes, known.read_back), (384 * 512, 384 * 512), "whole blocks");
    let mut expected = before;
    expected[100 * 512..300 * 512].copy_from_slice(&data);
    assert_eq!(looks[1].bytes(0, 512), expected);
}

#[test]
fn misaligned_erases_are_refused_where_the_board_would_lie_about_them() {
    let (mut wire, _, survey) = ready("rk3308-nand");
    let mut rock = Rock::new(&mut wire);
    for (sector, count) in [(1, 256), (0, 255)] {
        let error = rock.erase(&survey, sector, count, &mut Silent).expect_err("misaligned");
        assert!(matches!(error.cause, Cause::Unaligned { block: 256 }), "{error}");
    }
    rock.erase(&survey, 256, 512, &mut Silent).expect("aligned");
    let (mut wire, looks, survey) = ready("nanopi-r6s");
    looks[0].fill(0, &noise(8192, 1));
    wire.outs.clear();
    Rock::new(&mut wire).erase(&survey, 1, 70_000, &mut Silent).expect("eMMC takes any range");
    assert_eq!(counts(&wire.outs, Opcode::ERASE_LBA), [32_768, 32_768, 4464]);
    assert_eq!(looks[0].bytes(1, 15), [0; 15 * 512]);
    assert_ne!(looks[0].bytes(0, 1), [0; 512]);
    let error = Rock::new(&mut wire).erase(&survey, 1, 0, &mut Silent).expect_err("nothing");
    assert!(matches!(error.cause, Cause::Empty), "{error}");
}

#[test]
fn an_erase_that_did_nothing_is_found_out_and_zeros_replace_it() {
    let traits = Traits { erase_fails: true, ..Traits::default() };
    let (mut wire, looks) = board("h96-max-m9", traits, State::Usbplug);
    looks[0].fill(0, &noise(8192, 1));
    let mut rock = Rock::new(&mut wire);
    let survey = rock.survey().expect("a survey");
    let error = rock.erase(&survey, 0, 16, &mut Silent).expect_err("it did nothing");
    assert!(matches!(error.cause, Cause::NotErased(0)), "{error}");
    rock.write_zeros(&survey, 0, 16, &mut Silent).expect("written");
    assert_eq!(looks[0].bytes(0, 16), [0; 8192]);
}

fn id_block() -> IdBlock {
    let images = [(&noise(75_000, 1)[..], !0), (&noise(200_000, 2)[..], !0)];
    IdBlock {
        bytes: Head::build(&images, 4, Algorithm::Sha256).expect("builds"),
        layout: rockusb::chips::IdBlock::New,
    }
}

#[test]
fn an_id_block_goes_to_where_the_boot_rom_looks_and_its_head_last() {
    let (mut wire, looks, survey) = ready("nanopi-r6s");
    wire.outs.clear();
    let block = id_block();
    let known = Rock::new(&mut wire).write_id_block(&survey, &block, &mut Silent).expect("written");
    assert_eq!(known.bytes, u64::from(block.sectors()) * 512);
    assert!(known.is_complete() && known.read_back == known.bytes);
    assert_eq!(looks[0].bytes(64, block.sectors() as usize), block.bytes);
    let places = wire
        .outs
        .iter()
        .filter(|block| block.len() == Cbw::SIZE && block[15] == Opcode::WRITE_LBA.0);
    let places: Vec<u8> = places.map(|block| block[20]).collect();
    assert_eq!(places, [64, 72, 64], "cleared, body, head");
}

#[test]
fn an_interrupted_upgrade_leaves_no_head_behind() {
    let block = id_block();
    let (mut wire, looks, survey) = ready("nanopi-r6s");
    Rock::new(&mut wire).write_id_block(&survey, &block, &mut Silent).expect("the first one");
    let before = wire.counts.transfers;
    // Questions, the cleared head, and the body's first pieces.
    wire.fault = Some((before + 9 + 3 + 3, Kind::Disconnect));
    let error =
        Rock::new(&mut wire).write_id_block(&survey, &block, &mut Silent).expect_err("cut off");
    assert_eq!(error.good, Some(72));
    assert!(!is_one(&looks[0].bytes(64, 4)));
}

#[test]
fn id_blocks_on_spi_nor_and_for_loaders_of_old() {
    let block = id_block();
    let (mut wire, looks, _) = ready("rock-5b");
    let mut rock = Rock::new(&mut wire);
    rock.switch_storage(Storage::MTD_SPI_NOR).expect("there is one");
    let survey = rock.survey().expect("a survey");
    assert!(rock.write_id_block(&survey, &block, &mut Silent).expect("written").is_complete());
    assert_eq!(looks[1].bytes(128, block.sectors() as usize), block.bytes);
    let (mut wire, looks, survey) = ready("phicomm-r1");
    let error =
        Rock::new(&mut wire).write_id_block(&survey, &block, &mut Silent).expect_err("too old");
    assert!(matches!(error.cause, Cause::OldLoader), "{error}");
    assert_eq!(looks[0].lock().writes, 0);
}

#[test]
fn a_file_that_fails_is_not_the_boards_fault() {
    let (mut wire, _, survey) = ready("nanopi-r6s");
    let mut rock = Rock::new(&mut wire);
    let mut writer = rock.writer(&survey, Check::Best);
    let error = writer.write(0, &mut Broken(4 << 20, 3 << 20), &mut Silent).expect_err("the file");
    assert!(matches!(error.cause, Cause::Io(_)), "{error}");
    assert_eq!(error.good, Some(6144));
    struct Full;
    impl Sink for Full {
        fn write(&mut self, _: &[u8]) -> Result<(), link::IoError> {
            Err("no space left".into())
        }
    }
    let error = rock.read(&survey, 0, 8, false, &mut Full, &mut Silent).expect_err("the disk");
    assert!(matches!(error.cause, Cause::Io(_)), "{error}");
    rock.test_ready().expect("the conversation goes on");
}

/// Some loaders end a read that fails with a halted endpoint, behind which the status waits.
#[test]
fn a_status_behind_a_halted_endpoint_is_fetched() {
    let (mut wire, _, survey) = ready("orangepi-cm4");
    let sectors = survey.sectors().expect("known");
    let blind = Survey { flash: None, ..survey };
    wire.outs.clear();
    let mut rock = Rock::new(&mut wire);
    let error = rock
        .read(&blind, sectors, 1, true, &mut Vec::new(), &mut Silent)
        .expect_err("past the end");
    assert!(matches!(error.cause, Cause::Failed(Status::FAILED)), "{error}");
    rock.test_ready().expect("in step");
    assert_eq!(crate::wire::opcodes(&mut wire), [0x14, 0x00], "nothing had to be mended");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_writes_leave_what_a_plain_array_would_hold(nor: bool, jobs in proptest::collection::vec((0u64..700, 1usize..200_000, any::<u32>()), 1..5)) {
        let (mut wire, looks, mut survey) = ready("rock-5b");
        let mut rock = Rock::new(&mut wire);
        if nor {
            rock.switch_storage(Storage::MTD_SPI_NOR).expect("there is one");
            survey = rock.survey().expect("a survey");
        }
        let look = &looks[usize::from(nor)];
        let mut plain = look.bytes(0, 1200);
        // On NOR, ranges of one job may share blocks: what is verified is what the last of them left.
        let check = if nor { Check::ReadBack } else { Check::Best };
        let mut writer = rock.writer(&survey, check);
        for (sector, length, seed) in jobs {
            let data = noise(length, seed);
            writer.write(sector, &mut &data[..], &mut Silent).expect("written");
            let start = sector as usize * 512;
            let end = (start + length).next_multiple_of(512);
            plain[start..end].fill(0);
            plain[start..start + length].copy_from_slice(&data);
        }
        prop_assert!(look.bytes(0, 1200) == plain);
        prop_assert!(writer.finish(&mut Silent).expect("it holds").is_complete());
    }
}

#[test]
fn mainline_is_the_only_program_without_sizes() {
    let unknown: Vec<_> =
        PROFILES.iter().filter(|profile| profile.program == Program::Mainline).collect();
    for profile in unknown {
        let (mut wire, _, survey) = ready(profile.name);
        assert_eq!(survey.sectors(), None);
        let error = Rock::new(&mut wire).read(
            &survey,
            u64::from(profile.emmc),
            1,
            true,
            &mut Vec::new(),
            &mut Silent,
        );
        assert!(matches!(error.expect_err("past the end").cause, Cause::Failed(_)));
    }
}
