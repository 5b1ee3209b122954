//! Memory: any length, any place, either way.

use amlogic::optimus::{
    host::{Cause, Optimus, Way},
    rom::PROFILES,
    wire::{Modify, Request, Stage},
};
use link::Silent;
use proptest::prelude::*;

use crate::{
    board::{Broken, noise, plain},
    wire::Said,
};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_was_written_is_read(
        offset in 0u32..9000,
        length in prop_oneof![0usize..200, 0usize..20_000, Just(64), Just(65), Just(4096), Just(4608), Just(8192)],
        ways in (0usize..3, 0usize..3),
        uboot: bool,
    ) {
        let ways = [ways.0, ways.1].map(|way| [Way::Best, Way::Control, Way::Large][way]);
        let stage = if uboot { Stage::Uboot } else { Stage::Rom };
        let mut wire = plain("khadas-vim3", stage);
        let mut soc = Optimus::new(&mut wire);
        let base = if uboot { 0x100_0000 } else { 0xfffb_0000 };
        let data = noise(length, offset);
        soc.write(base + offset, &mut &data[..], ways[0], &mut Silent).expect("written");
        let mut found = Vec::new();
        soc.read(base + offset, length as u64, ways[1], &mut found, &mut Silent).expect("read");
        prop_assert!(found == data);
        let mut byte = [1];
        soc.peek(base + offset + length as u32, &mut byte).expect("read");
        prop_assert_eq!(byte, [0], "behind it nothing was written");
    }
}

/// pyamlboot crashes on every read of 64 bytes and more.
#[test]
fn reads_around_64_bytes_on_every_board() {
    for profile in &PROFILES {
        let base = profile.family().flow.bl2().expect("known") + 0x100;
        for length in [1, 63, 64, 65, 128, 1000] {
            let mut wire = plain(profile.name, Stage::Rom);
            let data = noise(length, 5);
            let mut soc = Optimus::new(&mut wire);
            soc.write(base + 3, &mut &data[..], Way::Control, &mut Silent).expect("written");
            let mut found = Vec::new();
            soc.read(base + 3, length as u64, Way::Best, &mut found, &mut Silent).expect("read");
            assert!(found == data, "{} bytes on {}", length, profile.name);
        }
    }
}

#[test]
fn sram_goes_by_control_requests_and_dram_by_large_ones() {
    let mut wire = plain("khadas-vim1", Stage::Rom);
    let data = noise(8192, 1);
    let mut soc = Optimus::new(&mut wire);
    soc.write(0xd900_0000, &mut &data[..], Way::Best, &mut Silent).expect("written");
    assert!(!wire.said.iter().any(|said| matches!(said, Said::Out(_))));
    let mut wire = plain("khadas-vim1", Stage::Uboot);
    let mut soc = Optimus::new(&mut wire);
    soc.write(0x100_0000, &mut &data[..], Way::Best, &mut Silent).expect("written");
    assert!(wire.said.contains(&Said::Out(8192)), "all blocks in one stream");
}

/// A short last block that ends with a full packet cannot be told from one that is still coming: it gets a command of
/// its own.
#[test]
fn what_is_left_of_whole_blocks_is_a_block_of_its_own() {
    let mut wire = plain("khadas-vim1", Stage::Uboot);
    let data = noise(3 * 4096 + 512, 1);
    let mut soc = Optimus::new(&mut wire);
    soc.write(0x100_0000, &mut &data[..], Way::Large, &mut Silent).expect("written");
    let large: Vec<_> = wire
        .said
        .iter()
        .filter_map(|said| match said {
            Said::Control(setup, _) => Request::of(*setup),
            _ => None,
        })
        .collect();
    let expected = [
        Request::Identify,
        Request::WriteLarge { block: 4096, count: 3 },
        Request::WriteLarge { block: 512, count: 1 },
    ];
    assert_eq!(large, expected);
}

#[test]
fn more_than_one_command_holds_is_cut() {
    let mut wire = plain("khadas-vim1", Stage::Uboot);
    let data = noise((16 << 20) + 5000, 1);
    let mut soc = Optimus::new(&mut wire);
    soc.write(0x100_0000, &mut &data[..], Way::Best, &mut Silent).expect("written");
    let mut found = Vec::new();
    soc.read(0x100_0000, data.len() as u64, Way::Best, &mut found, &mut Silent).expect("read");
    assert!(found == data);
}

#[test]
fn words_are_filled_and_changed() {
    for stage in [Stage::Rom, Stage::Uboot] {
        let mut wire = plain("khadas-vim1", stage);
        let mut soc = Optimus::new(&mut wire);
        let pairs: Vec<_> =
            (0..20).map(|index| (0xd900_0000 + 4 * index, index ^ 0xffff)).collect();
        soc.fill(&pairs).expect("filled");
        soc.modify(Modify::Set { address: 0xd900_0000, data: 0x1234_5678 }).expect("set");
        soc.modify(Modify::Bits { address: 0xd900_0000, data: 0xff, mask: 0xf0f })
            .expect("changed");
        let mut found = Vec::new();
        soc.read(0xd900_0000, 80, Way::Control, &mut found, &mut Silent).expect("read");
        assert_eq!(found[..8], [0x7f, 0x50, 0x34, 0x12, 0xfe, 0xff, 0, 0]);
        assert_eq!(found[76..], [0xec, 0xff, 0, 0]);
    }
}

#[test]
fn a_range_past_the_end_is_refused_before_anything_is_sent() {
    let mut wire = plain("khadas-vim3", Stage::Rom);
    let mut soc = Optimus::new(&mut wire);
    let error =
        soc.write(0xffff_fff0, &mut &[0_u8; 17][..], Way::Best, &mut Silent).expect_err("17");
    assert!(matches!(error.cause, Cause::Range), "{error}");
    let error = soc.read(1, u64::MAX, Way::Best, &mut Vec::new(), &mut Silent).expect_err("far");
    assert!(matches!(error.cause, Cause::Range), "{error}");
    assert_eq!(wire.said.len(), 1, "IDENTIFY");
}

#[test]
fn a_source_that_fails_is_the_files_error() {
    for way in [Way::Control, Way::Large] {
        let mut wire = plain("khadas-vim1", Stage::Uboot);
        let mut soc = Optimus::new(&mut wire);
        let mut source = Broken(100_000, 50_000);
        let error = soc.write(0x100_0000, &mut source, way, &mut Silent).expect_err("holes");
        assert!(matches!(error.cause, Cause::Io(_)), "{error}");
    }
}

#[test]
fn a_chips_id_is_where_its_mask_rom_has_it() {
    for profile in &PROFILES {
        for stage in [Stage::Rom, Stage::Uboot] {
            let mut wire = plain(profile.name, stage);
            let id = Optimus::new(&mut wire).chip_id().expect("an answer");
            assert_eq!(id, Some(profile.chip_id), "{} in {stage}", profile.name);
        }
    }
    let mut wire = plain("khadas-vim1", Stage::Rom);
    let error = Optimus::new(&mut wire).chip_info(1).expect_err("2.4 has no pages");
    assert!(matches!(error.cause, Cause::Short { found: 16, .. }), "{error}");
}

/// Left to itself, memory goes by large transfers where those are known to work: anything long that U-Boot reads, and
/// DRAM for others; SRAM goes by control requests.
#[test]
fn the_best_way_depends_on_the_program_and_the_place() {
    let large = |stage, address, length| {
        let mut wire = plain("khadas-vim1", stage);
        let _ =
            Optimus::new(&mut wire).read(address, length, Way::Best, &mut Vec::new(), &mut Silent);
        wire.said
            .iter()
            .any(|said| matches!(said, Said::Control(setup, _) if setup.request == 0x12))
    };
    assert!(large(Stage::Uboot, 0xd900_0000, 2048) && large(Stage::Uboot, 0x100_0000, 2048));
    assert!(!large(Stage::Uboot, 0x100_0000, 1024) && !large(Stage::Rom, 0xd900_0000, 2048));
    assert!(large(Stage::Rom, 0x100_0000, 2048), "DRAM, were it there");
}
