//! ID blocks: none gets to a place of the boot ROM that does not start the board, and older ones are found.

use link::{Check, Silent};
use rockusb::{
    chips::{Fit, IdBlock as Layout},
    host::{Cause, Rock, State, Survey},
    idb::{Algorithm, Head, IdBlock},
    loader::{Blob, Header, Kind, Loader, Pack},
    rom::Traits,
    wire::{FlashInfo, Storage},
};

use crate::board::{board, noise, ready};

const A64: [u8; 4] = 0x1400_0001_u32.to_le_bytes();

fn code(length: usize, seed: u32) -> Vec<u8> {
    [&A64, &noise(length - 4, seed)[..]].concat()
}

fn new(seed: u32) -> IdBlock {
    let images = [(&code(4096, seed)[..], !0), (&code(8192, seed + 1)[..], !0)];
    let bytes = Head::build(&images, 4, Algorithm::Sha256).expect("builds");
    IdBlock { bytes, layout: Layout::New }
}

fn old() -> IdBlock {
    let blob = |name: &str| Blob {
        kind: Kind::Flash,
        name: name.into(),
        delay: Default::default(),
        data: [&b"RK33"[..], &noise(4092, 7)].concat(),
    };
    let blobs = vec![blob("FlashData"), blob("FlashBoot")];
    let file = Pack { header: Header::default(), align: 2048, blobs }.build().expect("packs");
    IdBlock::of(&Loader::parse(&file).expect("sound")).expect("it has one")
}

#[test]
fn an_id_block_of_the_other_layout_is_refused_before_anything_is_written() {
    for (name, block) in
        [("nanopi-r6s", old()), ("rock-5b", old()), ("h96-max-m9", old()), ("nanopc-t4", new(1))]
    {
        let (mut wire, looks, survey) = ready(name);
        let survey = Survey { product: None, ..survey };
        let error =
            Rock::new(&mut wire).write_id_block(&survey, &block, &mut Silent).expect_err(name);
        assert!(
            matches!(error.cause, Cause::OtherBlock { sector: 64, .. } | Cause::OldLoader),
            "{name}: {error}"
        );
        assert_eq!(looks[0].lock().writes, 0, "{name}");
    }
    let (mut wire, looks, survey) = ready("nanopc-t4");
    Rock::new(&mut wire).write_id_block(&survey, &old(), &mut Silent).expect("its own layout");
    assert_eq!(looks[0].bytes(64, 20), old().bytes);
}

/// Whatever way it takes there: every write is looked at.
#[test]
fn no_write_puts_another_socs_id_block_to_a_place_of_the_boot_rom() {
    for place in [64, 1088, 2112, 3136, 4160] {
        let (mut wire, looks, survey) = ready("rock-5b");
        let mut disk = vec![0; place as usize * 512];
        disk.extend(old().bytes);
        disk.extend([0; 4096]);
        for start in [0, 8, place] {
            let data = &disk[start as usize * 512..];
            let mut rock = Rock::new(&mut wire);
            let mut writer = rock.writer(&survey, Check::Best);
            let error = writer.write(start, &mut &data[..], &mut Silent).expect_err("another's");
            assert!(
                matches!(error.cause, Cause::OtherBlock { sector, .. } if sector == place),
                "{error}"
            );
        }
        assert_eq!(looks[0].lock().writes, 0);
        // Elsewhere it is data as any other.
        let mut rock = Rock::new(&mut wire);
        let mut writer = rock.writer(&survey, Check::Best);
        writer
            .write(place + 1, &mut &old().bytes[..], &mut Silent)
            .expect("no boot ROM looks there");
    }
}

#[test]
fn on_spi_flash_the_boot_rom_looks_at_more_places() {
    let (mut wire, looks, _) = ready("rock-5b");
    let mut rock = Rock::new(&mut wire);
    rock.switch_storage(Storage::MTD_SPI_NOR).expect("there is one");
    let survey = rock.survey().expect("a survey");
    let places: Vec<u64> = survey.id_places().collect();
    assert_eq!(places.len(), 17);
    assert_eq!((places[0], places[1], places[16], survey.id_end()), (128, 64, 15_424, 16_448));
    for place in places {
        let mut writer = rock.writer(&survey, Check::Best);
        let error = writer.write(place, &mut &old().bytes[..], &mut Silent).expect_err("another's");
        assert!(
            matches!(error.cause, Cause::OtherBlock { sector, .. } if sector == place),
            "{error}"
        );
    }
    assert_eq!(looks[1].lock().writes, 0);
    let (_, _, emmc) = ready("nanopi-r6s");
    assert_eq!(emmc.id_places().collect::<Vec<_>>(), [64, 1088, 2112, 3136, 4160]);
    assert_eq!(emmc.id_end(), 7168);
}

/// Mainline's gadget tells its SoC; a program that tells nothing is known by its product id.
#[test]
fn the_soc_is_what_the_program_says_else_what_the_ids_say() {
    let (mut wire, _, survey) = ready("nanopi-r6s");
    let name = |survey: &Survey| survey.soc().map(|chip| chip.name);
    assert_eq!(name(&Survey { product: Some(0x330c), ..survey }), Some("RK3588"));
    let mute = Survey { chip: None, ..survey };
    assert_eq!(name(&Survey { product: Some(0x330c), ..mute }), Some("RK3399"));
    assert_eq!(name(&mute), None);
    let rock = Rock::new(&mut wire);
    let code = |text: &[u8; 4]| u32::from_be_bytes(*text);
    assert_eq!(rock.require_chip(&survey, code(b"3588")).expect("its own"), Fit::Same);
    assert_eq!(rock.require_chip(&survey, code(b"9999")).expect("who knows"), Fit::Unknown);
    let error = rock.require_chip(&survey, code(b"330C")).expect_err("another's");
    assert_eq!(error.to_string(), "the board is an RK3588, not an RK3399");
    let error = rock.require_chip(&mute, code(b"PX30")).expect_err("another's");
    assert_eq!(error.to_string(), "the board is an unknown SoC, not a PX30");
}

#[test]
fn older_id_blocks_are_found_where_the_boot_rom_goes_on_to() {
    let (mut wire, looks, survey) = ready("nanopi-r6s");
    let (block, older) = (new(1), new(5));
    looks[0].fill(1088, &older.bytes);
    looks[0].fill(2112, &block.bytes);
    looks[0].fill(3136, &old().bytes);
    let mut damaged = older.bytes.clone();
    damaged[100] ^= 1;
    looks[0].fill(4160, &damaged);
    // Not a place.
    looks[0].fill(5184, &older.bytes);
    let mut rock = Rock::new(&mut wire);
    assert_eq!(rock.older_id_blocks(&survey, &block).expect("read"), [1088, 3136]);
    assert!(rock.clear_head(&survey, 1088, &mut Silent).expect("cleared").is_complete());
    assert_eq!(rock.older_id_blocks(&survey, &block).expect("read"), [3136]);
    assert_eq!(looks[0].bytes(1088, 8), [0; 4096]);
    assert_eq!(looks[0].bytes(1096, 8), older.bytes[4096..8192]);
    // A block that reaches over a place has overwritten what was there.
    let long =
        Head::build(&[(&code(4096, 1), !0), (&code(600 << 10, 2), !0)], 4, Algorithm::Sha256);
    let long = IdBlock { bytes: long.expect("builds"), layout: Layout::New };
    looks[0].fill(1088, &older.bytes);
    assert_eq!(rock.older_id_blocks(&survey, &long).expect("read"), [2112, 3136]);
}

/// What begins at the end of a medium and does not fit cannot start a board, and reading it would fail.
#[test]
fn only_heads_that_fit_on_the_medium_are_looked_for() {
    let (mut wire, looks, survey) = ready("nanopi-r6s");
    looks[0].fill(1088, &new(5).bytes);
    let flash = survey.flash.expect("known");
    for (sectors, found) in [(1088, &[][..]), (1095, &[]), (1096, &[1088])] {
        let small = Survey { flash: Some(FlashInfo { sectors, ..flash }), ..survey };
        let mut rock = Rock::new(&mut wire);
        assert_eq!(rock.older_id_blocks(&small, &new(1)).expect("read"), found, "{sectors}");
    }
}

#[test]
fn a_head_on_spi_flash_is_cleared_and_its_neighbours_stay() {
    let (mut wire, looks, _) = ready("rock-5b");
    let mut rock = Rock::new(&mut wire);
    rock.switch_storage(Storage::MTD_SPI_NOR).expect("there is one");
    let survey = rock.survey().expect("a survey");
    looks[1].fill(1024, &noise(256 * 512, 3));
    looks[1].fill(1088, &new(5).bytes);
    let before = looks[1].bytes(1024, 256);
    assert_eq!(rock.older_id_blocks(&survey, &new(1)).expect("read"), [1088]);
    rock.clear_head(&survey, 1088, &mut Silent).expect("cleared");
    let after = looks[1].bytes(1024, 256);
    assert_eq!(after[64 * 512..72 * 512], [0; 4096]);
    assert_eq!(after[..64 * 512], before[..64 * 512]);
    assert_eq!(after[72 * 512..], before[72 * 512..]);
}

/// What the loader holds in its head is cleared first, and only on media where that costs nothing else.
#[test]
fn a_cleared_head_leaves_a_board_in_its_mask_rom() {
    let (mut wire, looks, survey) = ready("nanopi-r6s");
    let mut rock = Rock::new(&mut wire);
    rock.write_id_block(&survey, &new(1), &mut Silent).expect("written");
    rock.clear_id_block(&survey, &mut Silent).expect("cleared");
    assert_eq!(looks[0].bytes(64, 8), [0; 4096]);
    assert_eq!(looks[0].bytes(72, 8), new(1).bytes[4096..8192]);
    let (mut wire, looks) = board("rock-5b", Traits::default(), State::Usbplug);
    let mut rock = Rock::new(&mut wire);
    rock.switch_storage(Storage::MTD_SPI_NOR).expect("there is one");
    let survey = rock.survey().expect("a survey");
    rock.clear_id_block(&survey, &mut Silent).expect("nothing to do");
    assert_eq!(looks[1].lock().writes, 0);
}
