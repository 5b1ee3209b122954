//! The vendor's U-Boot in its burn mode.

use amlogic::optimus::{
    host::{Cause, Format, Media, Optimus, Part, Patience, Step},
    rom::Traits,
    wire::{Request, Stage},
};
use link::{Fault, Silent, UsbLink};

use crate::{
    board::{Shared, board, board_on, noise, plain},
    wire::{Said, Wire},
};

const BOOT: Part<'_> = Part { media: Media::Store, name: "boot" };
/// Where the virtual boards have it.
const BOOT_SECTOR: u64 = 0x3_0000;

fn burning(traits: Traits) -> (Wire, Shared) {
    board("khadas-vim1", traits, Stage::Uboot)
}

/// A board whose storage is ready.
fn ready(traits: Traits) -> (Wire, Shared) {
    let (mut wire, look) = burning(traits);
    Optimus::new(&mut wire).disk_initial(0).expect("ready");
    wire.said.clear();
    (wire, look)
}

#[test]
fn the_first_text_may_lose_its_start() {
    let (mut wire, _) = burning(Traits::default());
    let link: &mut dyn UsbLink = &mut wire;
    let limit = std::time::Duration::from_secs(1);
    link.control_out(Request::BULK_COMMAND.setup(), b"get_chipid\0", limit).expect("taken");
    let mut answer = [0; 512];
    link.bulk_in(&mut answer, limit).expect("an answer");
    assert!(answer.starts_with(b"failed"), "without care it goes wrong");
    let (mut wire, _) = burning(Traits::default());
    let mut soc = Optimus::new(&mut wire);
    let text = soc.command("get_chipid", Patience::SHORT).expect("with care it does not");
    assert_eq!(text, ":e32fb7d6d372b6d81ae914ac");
    soc.command("low_power", Patience::SHORT).expect("done");
    let texts: Vec<_> = wire
        .said
        .iter()
        .filter_map(|said| match said {
            Said::Control(setup, data) if setup.request == 0x34 => {
                Some(String::from_utf8_lossy(data).trim_end_matches('\0').to_owned())
            }
            _ => None,
        })
        .collect();
    assert_eq!(texts, ["     echo 12345", "     get_chipid", "     low_power"], "one greeting");
}

#[test]
fn both_pairs_of_requests_carry_commands() {
    let (mut wire, _) = burning(Traits::default());
    let mut soc = Optimus::new(&mut wire);
    assert_eq!(soc.tpl("echo hello").expect("done"), "");
    let error = soc.tpl("no_such_command").expect_err("unknown");
    assert!(matches!(&error.cause, Cause::Failed(text) if text == "run command"), "{error}");
    let error = soc.command("no_such_command", Patience::SHORT).expect_err("unknown");
    assert_eq!((error.step, error.request), (Step::Command, Some(Request::BULK_COMMAND)));
    let error = soc.command(&"x".repeat(200), Patience::SHORT).expect_err("too long");
    assert!(matches!(error.cause, Cause::Malformed(_)), "{error}");
}

#[test]
fn a_mask_rom_takes_no_commands() {
    for name in ["khadas-vim1", "khadas-vim3"] {
        let mut wire = plain(name, Stage::Rom);
        let error = Optimus::new(&mut wire).command("reset", Patience::SHORT).expect_err("ROM");
        assert!(matches!(error.cause, Cause::Stage { found: Stage::Rom, .. }), "{error}");
        assert_eq!(wire.said.len(), 1, "IDENTIFY");
    }
}

#[test]
fn what_the_burn_mode_does_not_know_it_refuses() {
    let (mut wire, _) = burning(Traits::default());
    let limit = std::time::Duration::from_secs(1);
    for request in [Request::Nop, Request::Password(0), Request::GetAmlc] {
        let error = wire.control_out(request.setup(), &[], limit).expect_err("unknown");
        assert_eq!(error.fault, Fault::Stall, "{request}");
    }
    assert!(wire.control_in(Request::ChipInfo(1).setup(), &mut [0; 64], limit).is_err());
    assert!(wire.notes.concat().contains("unknown request"), "{:?}", wire.notes);
    let identity = Optimus::new(&mut wire).identify().expect("an answer");
    assert_eq!((identity.rom, identity.stage), ((0, 7), Stage::Uboot));
}

#[test]
fn images_of_any_length_are_written_verified_and_read() {
    for length in [1, 511, 512, 65_535, 65_536, 65_537, 300_001] {
        let (mut wire, look) = ready(Traits::default());
        let data = noise(length, 9);
        let mut soc = Optimus::new(&mut wire);
        soc.write_part(BOOT, Format::Normal, &mut &data[..], true, &mut Silent).expect("written");
        assert!(look.bytes(BOOT_SECTOR, length) == data, "{length}");
        let mut found = Vec::new();
        soc.read_part(BOOT, length as u64, &mut found, &mut Silent).expect("read");
        assert!(found == data, "{length}");
    }
}

#[test]
fn memory_is_a_place_too() {
    let (mut wire, _) = burning(Traits::default());
    let data = noise(100_000, 2);
    let mut soc = Optimus::new(&mut wire);
    for name in ["dtb", "0x2000000"] {
        let part = Part { media: Media::Mem, name };
        soc.write_part(part, Format::Normal, &mut &data[..], true, &mut Silent).expect("written");
        let mut found = Vec::new();
        soc.read_part(part, data.len() as u64, &mut found, &mut Silent).expect("read");
        assert!(found == data, "{name}");
    }
}

/// A sparse image of one chunk of data, one that does not matter, one that is filled.
fn sparse(data: &[u8]) -> Vec<u8> {
    let blocks = data.len() as u32 / 4096;
    let mut image = vec![0x3a, 0xff, 0x26, 0xed, 1, 0, 0, 0, 28, 0, 12, 0];
    for word in [4096, blocks + 3, 3, 0] {
        image.extend(u32::to_le_bytes(word));
    }
    let mut chunk = |kind: u16, count: u32, data: &[u8]| {
        image.extend(kind.to_le_bytes());
        image.extend([0, 0]);
        image.extend(count.to_le_bytes());
        image.extend((12 + data.len() as u32).to_le_bytes());
        image.extend(data);
    };
    chunk(0xcac1, blocks, data);
    chunk(0xcac3, 1, &[]);
    chunk(0xcac2, 2, &[1, 2, 3, 4]);
    image
}

#[test]
fn sparse_images_are_unpacked_by_the_board() {
    let (mut wire, look) = ready(Traits::default());
    let data = noise(20 * 4096, 3);
    look.fill(BOOT_SECTOR + 160, &[0xee; 4096]);
    let image = sparse(&data);
    let mut soc = Optimus::new(&mut wire);
    soc.write_part(BOOT, Format::Sparse, &mut &image[..], true, &mut Silent).expect("written");
    assert!(look.bytes(BOOT_SECTOR, data.len()) == data);
    assert!(look.bytes(BOOT_SECTOR + 160, 4096) == [0xee; 4096], "what does not matter stays");
    assert!(look.bytes(BOOT_SECTOR + 168, 8192) == [1, 2, 3, 4].repeat(2048));
}

/// A wrong expansion is another sum: the board sums what it has stored, and not what came.
#[test]
fn what_the_board_stored_wrongly_differs() {
    let data = noise(20 * 4096, 3);
    let image = sparse(&data);
    // The data, what was filled in, and nothing.
    for (rot, right) in [(0, false), (159, false), (168, false), (183, false), (160, true)] {
        let (mut wire, _) = board_on("khadas-vim1", None, Some(BOOT_SECTOR + rot));
        let mut soc = Optimus::new(&mut wire);
        soc.disk_initial(0).expect("laid out");
        let written = soc.write_part(BOOT, Format::Sparse, &mut &image[..], true, &mut Silent);
        match written {
            Ok(()) => assert!(right, "{rot}"),
            Err(error) => {
                assert!(!right && error.step == Step::Verify, "{rot}: {error}");
                assert!(error.to_string().contains("NOT match"), "{error}");
            }
        }
    }
}

/// The board refuses what runs past a partition, and has no partition that runs past its eMMC.
#[test]
fn nothing_is_written_past_a_partition_or_the_emmc() {
    let (mut wire, look) = ready(Traits::default());
    let mut soc = Optimus::new(&mut wire);
    let mut image = sparse(&noise(4096, 1));
    // As many blocks as the partition has, and one more.
    for (blocks, fits) in [(0x8000 / 8_u32, true), (0x8000 / 8 + 1, false)] {
        image[16..20].copy_from_slice(&blocks.to_le_bytes());
        image[28 + 12 + 4096 + 4..][..4].copy_from_slice(&(blocks - 3).to_le_bytes());
        let written = soc.write_part(BOOT, Format::Sparse, &mut &image[..], true, &mut Silent);
        assert_eq!(written.is_ok(), fits, "{blocks}: {written:?}");
    }
    assert!(look.bytes(BOOT_SECTOR + 0x8000, 8192) == [0; 8192]);
    let whole = vec![7; 0x8000 * 512];
    soc.write_part(BOOT, Format::Normal, &mut &whole[..], true, &mut Silent).expect("all of it");
    for (sectors, there) in [(BOOT_SECTOR + 0x8000, true), (BOOT_SECTOR + 0x7fff, false)] {
        let (mut wire, _) = board_on("khadas-vim1", Some(sectors), None);
        let mut soc = Optimus::new(&mut wire);
        soc.disk_initial(0).expect("laid out");
        let written =
            soc.write_part(BOOT, Format::Normal, &mut &[1_u8; 512][..], true, &mut Silent);
        assert_eq!(written.is_ok(), there, "{written:?}");
        let last = format!("mmc write 0x1000000 {:#x} 2", sectors - 2);
        soc.command(&last, Patience::SHORT).expect("the last sectors");
        let past = format!("mmc write 0x1000000 {:#x} 2", sectors - 1);
        soc.command(&past, Patience::SHORT).expect_err("past the end");
    }
}

#[test]
fn images_that_do_not_fit_and_partitions_that_are_not_there() {
    let (mut wire, _) = ready(Traits::default());
    let mut soc = Optimus::new(&mut wire);
    let big = vec![0; 0x8000 * 512 + 1];
    let error =
        soc.write_part(BOOT, Format::Normal, &mut &big[..], true, &mut Silent).expect_err("big");
    assert!(error.to_string().contains("larger than partition"), "{error}");
    assert_eq!(error.step, Step::Store);
    let part = Part { media: Media::Store, name: "nowhere" };
    let error = soc.read_part(part, 512, &mut Vec::new(), &mut Silent).expect_err("nowhere");
    assert_eq!(error.step, Step::Upload);
    let (mut wire, _) = burning(Traits::default());
    let mut soc = Optimus::new(&mut wire);
    let error = soc
        .write_part(BOOT, Format::Normal, &mut &[1_u8][..], true, &mut Silent)
        .expect_err("early");
    assert!(error.to_string().contains("not initialised"), "{error}");
}

#[test]
fn a_board_that_is_busy_is_waited_for() {
    let traits = Traits { busy: 3, ..Traits::default() };
    let (mut wire, look) = ready(traits);
    let data = noise(200_000, 4);
    let mut soc = Optimus::new(&mut wire);
    soc.write_part(BOOT, Format::Normal, &mut &data[..], true, &mut Silent).expect("written");
    assert!(look.bytes(BOOT_SECTOR, data.len()) == data);
    let (mut wire, _) = burning(Traits { busy: 1000, ..Traits::default() });
    let error = Optimus::new(&mut wire).disk_initial(0).expect_err("for ever");
    assert!(matches!(error.cause, Cause::Busy), "{error}");
}

#[test]
fn an_error_of_the_media_stays_until_the_next_image() {
    let (mut wire, look) = ready(Traits { media_error: Some(2), ..Traits::default() });
    let data = noise(4 * 65_536, 5);
    let mut soc = Optimus::new(&mut wire);
    let error =
        soc.write_part(BOOT, Format::Normal, &mut &data[..], true, &mut Silent).expect_err("media");
    assert!(
        matches!(&error.cause, Cause::Media { sequence: 2, text } if text.contains("seq 2")),
        "{error}"
    );
    assert_eq!(error.done, Some(2 * 65_536));
    let packets = wire.said.iter().filter(|said| matches!(said, Said::Out(65_536))).count();
    assert_eq!(packets, 3, "it is not sent again");
    assert!(look.bytes(BOOT_SECTOR, 2 * 65_536) == data[..2 * 65_536]);
    let mut soc = Optimus::new(&mut wire);
    let part = &data[..100_000];
    soc.write_part(BOOT, Format::Normal, &mut &part[..], true, &mut Silent)
        .expect("the next image");
}

#[test]
fn rot_between_packets_and_storage_is_found_by_the_hash() {
    let (mut wire, look) = ready(Traits::default());
    let data = noise(70_000, 6);
    let mut soc = Optimus::new(&mut wire);
    soc.write_part(BOOT, Format::Normal, &mut &data[..], false, &mut Silent).expect("written");
    look.fill(BOOT_SECTOR, &[0; 512]);
    let error = soc
        .command(&format!("verify sha1sum {}", "0".repeat(40)), Patience::LONG)
        .expect_err("rot");
    assert!(error.to_string().contains("NOT match"), "{error}");
}

#[test]
fn disk_initial_erases_and_takes_effect_once() {
    let (mut wire, look) = burning(Traits::default());
    look.fill(BOOT_SECTOR, &[7; 512]);
    look.fill(1, &[7; 512]);
    let mut soc = Optimus::new(&mut wire);
    soc.disk_initial(1).expect("erased");
    assert!(look.bytes(BOOT_SECTOR, 512) == [0; 512]);
    assert!(look.bytes(1, 512) == [7; 512], "U-Boot came from there");
    look.fill(BOOT_SECTOR, &[7; 512]);
    soc.disk_initial(1).expect("answered");
    assert!(look.bytes(BOOT_SECTOR, 512) == [7; 512]);
}

#[test]
fn ram_and_the_raw_disk() {
    let (mut wire, look) = burning(Traits::default());
    let data = noise(64 * 512, 8);
    let mut soc = Optimus::new(&mut wire);
    soc.write(0x200_0000, &mut &data[..], Default::default(), &mut Silent).expect("staged");
    soc.command("mmc write 2000000 4000 40", Patience::LONG).expect("written");
    assert!(look.bytes(0x4000, data.len()) == data);
    soc.command("mmc read 3000000 4000 40", Patience::LONG).expect("read");
    let mut found = Vec::new();
    soc.read(0x300_0000, data.len() as u64, Default::default(), &mut found, &mut Silent)
        .expect("read");
    assert!(found == data);
    assert!(soc.command("mmc write 2000000 fffffff0 40", Patience::LONG).is_err());
}

#[test]
fn a_reset_leads_to_what_is_on_flash() {
    let mut bootloader = noise(4096, 1);
    bootloader[0x10..0x14].copy_from_slice(b"@AML");
    // Blank flash, a bootloader, a bootloader and the wish for the mask ROM, G12 with USB attached.
    let cases = [
        ("khadas-vim1", false, false, true),
        ("khadas-vim1", true, false, false),
        ("khadas-vim1", true, true, true),
        ("khadas-vim3", true, false, true),
    ];
    for (name, boots, wish, rom) in cases {
        let (mut wire, look) = board(name, Traits::default(), Stage::Uboot);
        if boots {
            look.fill(1, &bootloader);
        }
        let mut soc = Optimus::new(&mut wire);
        if wish {
            soc.next_reset_to_rom().expect("marked");
        }
        soc.reset().expect("reset");
        assert!(wire.device.gone());
        assert_eq!(wire.reconnect().is_some(), rom, "{name} {boots} {wish}");
        if rom {
            let stage = Optimus::new(&mut wire).identify().expect("an answer").stage;
            assert_eq!(stage, Stage::Rom);
        }
    }
}

#[test]
fn the_end_of_a_burn() {
    for (how, back) in [(1, true), (2, false), (3, false)] {
        let (mut wire, _) = burning(Traits::default());
        let mut soc = Optimus::new(&mut wire);
        soc.low_power().expect("done");
        soc.save_setting().expect("done");
        soc.burn_complete(how).expect("done");
        assert_eq!(wire.reconnect().is_some(), back, "{how}");
    }
}

#[test]
fn a_partition_is_erased_and_nothing_else() {
    let (mut wire, look) = ready(Traits::default());
    look.fill(BOOT_SECTOR, &[7; 512]);
    look.fill(BOOT_SECTOR - 1, &[7; 512]);
    Optimus::new(&mut wire).erase_part("boot").expect("erased");
    assert!(look.bytes(BOOT_SECTOR, 512) == [0; 512]);
    assert!(look.bytes(BOOT_SECTOR - 1, 512) == [7; 512]);
}

#[test]
fn names_that_would_be_commands_are_refused_before_anything_is_sent() {
    let (mut wire, _) = ready(Traits::default());
    for name in ["", "boot;reset", "boot normal", "a\nb"] {
        let mut soc = Optimus::new(&mut wire);
        let part = Part { media: Media::Store, name };
        assert!(soc.erase_part(name).is_err());
        assert!(soc.read_part(part, 1, &mut Vec::new(), &mut Silent).is_err());
        assert!(soc.write_part(part, Format::Normal, &mut &[1_u8][..], true, &mut Silent).is_err());
    }
    assert!(wire.said.is_empty());
}
