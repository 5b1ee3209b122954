use alloc::vec;

use proptest::prelude::*;

use super::*;
use crate::wire::{Area, Cbw, Command, Csw, Framed, Opcode, Status, SumKind};

fn board(name: &str, state: State) -> Rom {
    let profile = profile(name).expect("a profile");
    Rom::new(profile, Traits::default(), state, profile.media())
}

/// Sends a command block and data, and returns the data and the status of the answer.
fn say(rom: &mut Rom, cbw: Cbw, data: &[u8]) -> (Vec<u8>, Csw) {
    assert_eq!(rom.bulk_out(&cbw.to_bytes()), Took::Bytes(31));
    if !data.is_empty() {
        assert_eq!(rom.bulk_out(data), Took::Bytes(data.len()));
    }
    let mut reply = Vec::new();
    loop {
        let mut buf = [0; 512];
        let Gave::Bytes(length, _) = rom.bulk_in(&mut buf) else { panic!("no answer") };
        match Csw::from_bytes(&buf[..length]) {
            Ok(csw) => return (reply, csw),
            Err(_) => reply.extend_from_slice(&buf[..length]),
        }
    }
}

fn status(rom: &mut Rom, command: Command, data: &[u8]) -> Status {
    say(rom, command.cbw(7), data).1.status
}

/// NanoPi R6S, as pyrographer's session has it. Do not change these bytes: they are other people's.
#[test]
fn the_golden_answers_of_a_nanopi_r6s() {
    let mut rom = board("nanopi-r6s", State::Usbplug);
    let cases: [(Opcode, &[u8], [u8; 4]); 6] = [
        (Opcode::TEST_UNIT_READY, b"", [0, 0, 0, 6]),
        (
            Opcode::READ_CHIP_INFO,
            b"8853\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
            [0, 0, 0, 16],
        ),
        (Opcode::READ_CAPABILITY, b"\x3f\x07\0\0\0\0\0\0", [0, 0, 0, 8]),
        (Opcode::GET_STORAGE, b"\x02\0\0\0", [0, 0, 0, 0]),
        (Opcode::READ_FLASH_ID, b"EMMC ", [0, 0, 0, 5]),
        (Opcode::READ_FLASH_INFO, b"\0\0\x9d\x03\0\x04\x04\0\x28\0\x01", [0, 0, 0, 11]),
    ];
    for (opcode, reply, residue) in cases {
        let (data, csw) = say(&mut rom, Command::plain(opcode).cbw(9), b"");
        assert_eq!(data, reply, "{opcode}");
        assert_eq!(csw.to_bytes()[8..12], residue, "{opcode}");
        assert_eq!((csw.tag, csw.status), (9, Status::GOOD), "{opcode}");
    }
    let identity = rom.identity();
    assert_eq!(identity.strings, ["RockChip", "USB-MSC", "rockchip"]);
    assert_eq!((identity.usb, identity.class), (0x0200, [0xff, 6, 5]));
}

#[test]
fn profiles_have_socs_and_names_of_their_own() {
    for (index, profile) in PROFILES.iter().enumerate() {
        assert!(crate::chips::by_name(profile.soc).is_some(), "{}", profile.name);
        assert!(!PROFILES[..index].iter().any(|other| other.name == profile.name));
        assert!(!profile.media().is_empty() && !profile.source.is_empty());
        let code = wire::ChipInfo(profile.chip_info).code();
        assert!(profile.chip().is_called(code), "{}", profile.name);
    }
}

#[test]
fn a_short_command_after_a_parity_write_meets_the_old_parity() {
    let mut rom = board("nanopi-r6s", State::Usbplug);
    let (one, other) = ([1; 512], [2; 512]);
    let with = |sum| Command::write_lba_parity(5, 1, sum);
    assert_eq!(status(&mut rom, with(wire::parity(&one)), &one), Status::GOOD);
    assert_eq!(status(&mut rom, Command::write_lba(5, 1), &other), Status::PHASE, "the trap");
    assert_eq!(status(&mut rom, with(0), &other), Status::GOOD, "the way around it");
    assert_eq!(status(&mut rom, Command::write_lba(5, 1), &other), Status::GOOD, "and out of it");
    assert_eq!(status(&mut rom, with(1), &other), Status::PHASE);
}

#[test]
fn a_parity_write_of_more_than_a_megabyte_crashes_the_loader() {
    let mut rom = board("nanopi-r6s", State::Usbplug);
    rom.bulk_out(&Command::write_lba_parity(0, 2049, 1).cbw(0).to_bytes());
    assert_eq!(rom.bulk_out(&[0; 512]), Took::Nak);
    assert!(rom.notes().concat().contains("longer than the buffer"));
}

#[test]
fn host_and_command_that_do_not_agree() {
    let mut rom = board("nanopc-t4", State::Usbplug);
    let short = Cbw { length: 512, ..Command::write_lba(0, 2).cbw(1) };
    assert_eq!(say(&mut rom, short, &[1; 512]).1.status, Status::PHASE);
    let (data, _) = say(&mut rom, Command::read_lba(0, 1).cbw(1), b"");
    assert_eq!(data, [1; 512], "it was carried out for what there was");
    let turned = Cbw { direction: wire::Direction::Out, ..Command::read_lba(0, 1).cbw(1) };
    assert_eq!(say(&mut rom, turned, &[7; 512]).1.status, Status::PHASE);
    let old = Cbw { length: 0, ..Command::read_lba(0, 1).cbw(1) };
    assert_eq!(say(&mut rom, old, b"").0, [1; 512], "a length of 0 is tolerated");
    let mut reserved = Command::read_lba(0, 1).cbw(1);
    reserved.cdb[6] = 1;
    assert_eq!(say(&mut rom, reserved, b"").1.status, Status::FAILED);
    assert_eq!(status(&mut rom, Command::plain(Opcode::LOW_FORMAT), b""), Status::FAILED);
}

#[test]
fn lies_in_statuses() {
    let mut rom = board("rock-5b", State::Usbplug);
    let switch = |number| Command::switch_storage(wire::Storage(number));
    assert_eq!(status(&mut rom, switch(2), b""), Status::GOOD, "there is no SD card");
    assert_eq!(say(&mut rom, Command::plain(Opcode::GET_STORAGE).cbw(1), b"").0, [2, 0, 0, 0]);
    assert_eq!(status(&mut rom, switch(9), b""), Status::GOOD);
    assert_eq!(say(&mut rom, Command::plain(Opcode::READ_FLASH_ID).cbw(1), b"").0, b"NOR  ");
    assert_eq!(status(&mut rom, Command::write_lba(0, 1), &[1; 512]), Status::GOOD);
    assert_eq!(status(&mut rom, Command::erase_lba(0, 1), b""), Status::GOOD, "misaligned");
    assert_eq!(say(&mut rom, Command::read_lba(0, 1).cbw(1), b"").0, [1; 512]);
    assert_eq!(status(&mut rom, Command::erase_lba(0, 128), b""), Status::GOOD);
    assert_eq!(say(&mut rom, Command::read_lba(0, 1).cbw(1), b"").0, [0xff; 512]);
    assert_eq!(
        status(&mut rom, Command::write_lba(40_000, 1), &[1; 512]),
        Status::GOOD,
        "past the end"
    );
}

/// Nothing is stored of what runs past the end of an eMMC, not even what would fit.
#[test]
fn an_emmc_ends_where_it_ends() {
    let mut rom = board("orangepi-cm4", State::Usbplug);
    let end = profile("orangepi-cm4").expect("a profile").emmc;
    assert_eq!(status(&mut rom, Command::write_lba(end - 2, 2), &[1; 1024]), Status::GOOD);
    for (at, count) in [(end - 1, 2_u16), (end, 1), (u32::MAX, 1)] {
        let data = vec![2; usize::from(count) * 512];
        let (_, csw) = say(&mut rom, Command::write_lba(at, count).cbw(1), &data);
        assert_eq!((csw.status, csw.residue), (Status::FAILED, data.len() as u32), "{at}");
    }
    assert_eq!(say(&mut rom, Command::read_lba(end - 2, 2).cbw(1), b"").0, [1; 1024]);
}

/// A host that announces more than it sends, or more than the command is about, is told how much was not taken.
#[test]
fn what_was_not_taken_is_disowned() {
    let mut rom = board("orangepi-cm4", State::Usbplug);
    let (_, csw) = say(&mut rom, Command::write_lba(0, 4).cbw(1), &[1; 700]);
    assert_eq!((csw.status, csw.residue), (Status::PHASE, 4 * 512 - 700));
    let long = Cbw { length: 1024, ..Command::write_lba(0, 1).cbw(1) };
    let (_, csw) = say(&mut rom, long, &[1; 512]);
    assert_eq!((csw.status, csw.residue), (Status::PHASE, 512));
    let (_, csw) = say(&mut rom, Command::write_lba(0, 4).cbw(1), &[1; 4 * 512]);
    assert_eq!((csw.status, csw.residue), (Status::GOOD, 0));
}

#[test]
fn a_boot_rom_starts_what_is_made_for_it_from_any_of_its_places() {
    let start = |at: u32, block: &[u8]| {
        let mut rom = board("nanopi-r6s", State::Usbplug);
        let count = (block.len() / 512) as u16;
        status(&mut rom, Command::write_lba(at, count), block);
        status(&mut rom, Command::reset(ResetKind::Normal), b"");
        rom.successor().expect("it comes back").device.identity().usb & 1 == 1
    };
    let code = 0x1400_0001_u32.to_le_bytes();
    let block =
        |code: &[u8]| idb::Head::build(&[(code, !0)], 4, idb::Algorithm::Sha256).expect("builds");
    let good = block(&code);
    for place in [64, 1088, 2112, 3136, 4160] {
        assert!(start(place, &good), "{place}");
    }
    for place in [0, 128, 5184] {
        assert!(!start(place, &good), "{place}");
    }
    let mut damaged = good.clone();
    damaged[2048] ^= 1;
    assert!(!start(64, &damaged), "its image's hash does not hold");
    assert!(!start(64, &good[..2048]), "its image is missing");
    assert!(!start(64, &block(&0xeaff_ffff_u32.to_le_bytes())), "for a SoC of 32 bits");
}

#[test]
fn flash_that_was_not_erased_can_only_lose_bits() {
    let mut rom = board("rock-5b", State::Usbplug);
    status(&mut rom, Command::switch_storage(wire::Storage(9)), b"");
    status(&mut rom, Command::write_lba(1, 1), &[0xf0; 512]);
    status(&mut rom, Command::write_lba(1, 1), &[0x3c; 512]);
    assert_eq!(say(&mut rom, Command::read_lba(1, 1).cbw(1), b"").0, [0x30; 512]);
    status(&mut rom, Command::write_lba(0, 2), &[0xa5; 1024]);
    assert_eq!(say(&mut rom, Command::read_lba(1, 1).cbw(1), b"").0, [0xa5; 512]);
}

#[test]
fn a_read_that_ends_behind_the_wall_is_faked_as_a_whole() {
    let mut rom = board("h96-max-m9", State::Usbplug);
    status(&mut rom, Command::write_lba(65_528, 16), &[1; 16 * 512]);
    assert_eq!(say(&mut rom, Command::read_lba(65_528, 16).cbw(1), b"").0, [0xcc; 16 * 512]);
    assert_eq!(say(&mut rom, Command::read_lba(65_528, 8).cbw(1), b"").0, [1; 8 * 512]);
    assert_eq!(status(&mut rom, Command::read_lba(65_528, 16), b""), Status::GOOD);
}

#[test]
fn what_is_no_command_block_wedges_the_conversation_until_a_reset() {
    let mut rom = board("nanopi-r6s", State::Usbplug);
    rom.bulk_out(b"hello");
    let ready = Command::plain(Opcode::TEST_UNIT_READY).cbw(1).to_bytes();
    assert_eq!(rom.bulk_out(&ready), Took::Bytes(31), "taken and ignored");
    assert_eq!(rom.bulk_in(&mut [0; 512]), Gave::Nak);
    let setup = Setup { request_type: 0x21, request: 0xff, value: 0, index: 0 };
    assert_eq!(rom.control(setup, b""), Answer::Data(vec![]));
    assert_eq!(status(&mut rom, Command::plain(Opcode::TEST_UNIT_READY), b""), Status::GOOD);
}

#[test]
fn mainline_answers_with_text_and_with_a_status_in_place_of_data() {
    let mut rom = board("mainline-gadget", State::Usbplug);
    let mut buf = [0; 512];
    rom.bulk_out(&Command::plain(Opcode::READ_CAPABILITY).cbw(1).to_bytes());
    let Gave::Bytes(length, true) = rom.bulk_in(&mut buf) else { panic!("no text") };
    assert_eq!(&buf[..length], b"FAILunknown command");
    rom.bulk_out(&Command::plain(Opcode::READ_FLASH_INFO).cbw(2).to_bytes());
    let Gave::Bytes(13, true) = rom.bulk_in(&mut buf) else { panic!("no status") };
    let csw = Csw::from_bytes(&buf[..13]).expect("a status");
    assert_eq!((csw.tag, csw.status), (2, Status::FAILED));
    assert_eq!(status(&mut rom, Command::plain(Opcode::TEST_UNIT_READY), b""), Status::GOOD);
}

fn send(rom: &mut Rom, area: Area, blob: &[u8]) -> Vec<Answer> {
    let framed = Framed::new(blob, SumKind::Crc);
    framed.pieces().map(|piece| rom.control(area.setup(), piece)).collect()
}

#[test]
fn a_damaged_blob_is_acknowledged_and_thrown_away() {
    let mut rom = board("h96-max-m9", State::Maskrom);
    let done = Answer::Data(vec![]);
    assert_eq!(rom.control(Area::Sram.setup(), &[1; 4096]), done);
    assert_eq!(rom.control(Area::Sram.setup(), &[1; 100]), done, "to its end");
    assert_eq!(send(&mut rom, Area::Dram, &[2; 100]), [Answer::Stall], "and then");
    assert_eq!(send(&mut rom, Area::Sram, &[2; 100]), [Answer::Stall], "until it is switched off");
}

#[test]
fn a_board_comes_back_as_another_program_on_its_port() {
    for profile in &PROFILES {
        let mut rom = board(profile.name, State::Maskrom);
        assert_eq!(rom.bulk_out(&[0; 31]), Took::Stall, "a mask ROM takes no commands");
        assert!(rom.successor().is_none());
        send(&mut rom, Area::Sram, &[1; 5000]);
        send(&mut rom, Area::Dram, &[2; 5000]);
        assert_eq!(rom.bulk_out(&[0; 31]), Took::Gone);
        let next = rom.successor().expect("usbplug");
        assert_eq!(next.after, profile.comeback);
        let identity = next.device.identity();
        assert_eq!((identity.usb & 1, identity.out), (0, profile.out), "{}", profile.name);
        assert!(rom.successor().is_none(), "once");
    }
}

#[test]
fn a_restart_leads_to_what_is_on_flash() {
    let mut rom = board("nanopi-r6s", State::Usbplug);
    assert_eq!(status(&mut rom, Command::reset(ResetKind::Normal), b""), Status::GOOD);
    let mut next = rom.successor().expect("the mask ROM: nothing is on flash").device;
    assert!(next.identity().strings[0].is_empty());
    assert!(next.successor().is_none());
    let mut rom = board("nanopi-r6s", State::Usbplug);
    let head = idb::Head::build(&[(&[1; 100], !0)], 4, idb::Algorithm::Sha256).expect("builds");
    status(&mut rom, Command::write_lba(64, 8), &head[..4096]);
    status(&mut rom, Command::reset(ResetKind::Normal), b"");
    let next = rom.successor().expect("the loader").device;
    assert_eq!(next.identity().usb, 0x0201);
    let mut rom = board("nanopi-r6s", State::Usbplug);
    status(&mut rom, Command::write_lba(64, 8), &head[..4096]);
    status(&mut rom, Command::reset(ResetKind::Maskrom), b"");
    assert_eq!(rom.successor().expect("as asked").device.identity().usb, 0x0200);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_packets_make_the_board_panic(profile in 0..PROFILES.len(), jobs in proptest::collection::vec((0u8..6, 0..Opcode::ALL.len(), any::<u32>(), any::<u16>(), proptest::collection::vec(any::<u8>(), 0..600)), 0..40), maskrom: bool) {
        let state = if maskrom { State::Maskrom } else { State::Usbplug };
        let mut rom = board(PROFILES[profile].name, state);
        for (kind, opcode, address, count, bytes) in jobs {
            match kind {
                0 => { let _ = rom.bulk_out(&bytes); }
                1 | 2 => {
                    let command = Command::ranged(Opcode::ALL[opcode], address % 70_000, count % 300);
                    let _ = rom.bulk_out(&command.cbw(address).to_bytes());
                }
                3 => { let _ = rom.bulk_in(&mut [0; 1024]); }
                4 => { let _ = rom.bulk_in(&mut [0; 13]); }
                _ => {
                    let area = if count % 2 == 0 { Area::Sram } else { Area::Dram };
                    let _ = rom.control(area.setup(), &bytes);
                    let _ = rom.control(Setup { request_type: 0x21, request: 0xff, value: 0, index: 0 }, b"");
                }
            }
            let _ = (rom.notes(), rom.successor(), rom.identity());
        }
    }
}
