//! The board's side alone: what other people's tools do to it, and any packets at all.

use alloc::{vec, vec::Vec};

use proptest::prelude::*;

use super::*;
use crate::{
    families::Flow,
    image::Bl2,
    optimus::wire::{
        AmlcRequest, AmlcStatus, Amls, DDR_INIT, DONE, Large, Lock, MediaAck, MediaHead, PAGE,
        Params, RECORD, ROM_DESCRIPTOR, RUN_FIP, Reply, Request, SumKind, Verdict, addsum,
    },
};

fn board(name: &str, stage: Stage) -> Rom {
    let profile = profile(name).expect("a profile");
    Rom::new(profile, Traits::default(), stage, profile.medium())
}

fn ask(rom: &mut Rom, request: Request, data: &[u8]) -> Answer {
    rom.control(request.setup(), data)
}

fn done(rom: &mut Rom, request: Request, data: &[u8]) {
    assert_eq!(ask(rom, request, data), Answer::Data(vec![]), "{request}: {:?}", rom.notes());
}

/// One transfer of the host's.
fn out(rom: &mut Rom, data: &[u8]) {
    let mut sent = 0;
    while sent < data.len() {
        match rom.bulk_out(&data[sent..]) {
            Took::Bytes(bytes) => sent += bytes,
            other => panic!("{other:?} after {sent} of {} bytes: {:?}", data.len(), rom.notes()),
        }
    }
}

fn fetch(rom: &mut Rom) -> Vec<u8> {
    let mut buf = [0; 512];
    match rom.bulk_in(&mut buf) {
        Gave::Bytes(length, _) => buf[..length].to_vec(),
        other => panic!("{other:?}"),
    }
}

fn stage(rom: &mut Rom) -> Stage {
    let Answer::Data(bytes) = ask(rom, Request::Identify, &[]) else { panic!("no answer") };
    wire::Identity::from_bytes(&bytes).expect("an answer").stage
}

/// A large write as pyamlboot does it: one transfer for each block, all of them of full length.
fn large(rom: &mut Rom, address: u32, data: &[u8], block: usize) {
    assert!(data.len().is_multiple_of(block));
    let (total, count) = (data.len() as u32, (data.len() / block) as u16);
    let head = Large { address, total, sum: 0, sequence: 0 };
    done(rom, Request::WriteLarge { block: block as u16, count }, &head.to_bytes());
    data.chunks(block).for_each(|piece| out(rom, piece));
}

/// BL2 of that length whose build names no family.
fn bl2(length: usize) -> Vec<u8> {
    Bl2::build(length, "none", &|index| (index * 7) as u8)
}

fn write(rom: &mut Rom, address: u32, data: &[u8]) {
    for (index, piece) in data.chunks(64).enumerate() {
        done(rom, Request::WriteMem(address + 64 * index as u32), piece);
    }
}

#[test]
fn what_the_bus_sees() {
    let rom = board("khadas-vim1", Stage::Rom);
    let identity = rom.identity();
    assert_eq!((identity.vendor, identity.product, identity.release), (0x1b8e, 0xc003, 0x20));
    assert_eq!(identity.strings, ["Amlogic", "GX-CHIP", ""]);
    assert_eq!((identity.out, identity.r#in, identity.class), (2, 0x81, [0xff, 0, 0]));
    let uboot = board("khadas-vim1", Stage::Uboot).identity();
    assert_eq!((uboot.release, uboot.strings), (7, Default::default()));
    assert_eq!(board("khadas-vim1", Stage::Bl2).identity(), identity, "one session");
}

#[test]
fn profiles_have_socs_and_names_of_their_own() {
    for (index, profile) in PROFILES.iter().enumerate() {
        assert!(!PROFILES[..index].iter().any(|other| other.name == profile.name));
        assert!(profile.family().parts.contains(&profile.soc), "{}", profile.name);
        assert!(profile.family().roms.contains(&profile.rom), "{}", profile.name);
        assert_ne!(profile.family().flow, Flow::None);
        assert!(!profile.source.is_empty());
        let medium = profile.medium();
        for (at, partition) in medium.partitions.iter().enumerate() {
            let end = partition.first + partition.sectors;
            assert!(end <= medium.storage.sectors(), "{} {}", profile.name, partition.name);
            assert!(medium.partitions[at + 1..].iter().all(|next| next.first >= end));
        }
    }
}

/// `boot.py` of pyamlboot, transfer by transfer: 64-byte blocks wherever it has them.
#[test]
fn pyamlboots_way_on_gx() {
    let mut rom = board("khadas-vim1", Stage::Rom);
    let image = bl2(0xc000);
    let mut tpl = vec![0x5a; 0x4_1000];
    for at in [12, 252] {
        tpl[at..at + 4].copy_from_slice(b"AMLC");
    }
    write(&mut rom, 0xd900_0000, &image);
    large(&mut rom, 0xd900_c000, &DDR_INIT, 32);
    done(&mut rom, Request::Run(0xd900_0000), &0xd900_0010_u32.to_le_bytes());
    assert_eq!(stage(&mut rom), Stage::Bl2);
    done(&mut rom, Request::Run(0xd900_c000), &0xd900_c010_u32.to_le_bytes());
    assert_eq!(stage(&mut rom), Stage::Bl2);
    let word = rom.memory(0xd900_c000, 4).expect("SRAM");
    assert_eq!(word, DONE.to_le_bytes(), "what pyamlboot's burning flow looks for");
    large(&mut rom, 0xd900_0000, &image, 64);
    large(&mut rom, 0xd900_c000, &RUN_FIP, 48);
    large(&mut rom, 0x0200_c000, &tpl, 64);
    done(&mut rom, Request::Run(0xd900_c000), &[0; 4]);
    assert!(rom.gone() && rom.bulk_out(&[1]) == Took::Gone);
    let mut next = rom.successor().expect("the vendor's U-Boot");
    assert_eq!(next.device.identity().release, 7);
    assert!(rom.successor().is_none() && next.device.successor().is_none());
}

/// RUN names its address twice, with bit 4 set or not; aml_boot sends zeros.
#[test]
fn code_is_run_where_both_say() {
    let place = 0xfffa_0000_u32;
    for (word, runs) in [
        (&place.to_le_bytes()[..], true),
        (&(place | 0x10).to_le_bytes(), true),
        (&[0; 4], true),
        (&(place + 4).to_le_bytes(), false),
        (&(place | 0x20).to_le_bytes(), false),
        (&[], false),
        (&[0; 5], false),
    ] {
        let mut rom = board("khadas-vim3", Stage::Rom);
        large(&mut rom, place, &bl2(0x1_0000), 4096);
        let answer = ask(&mut rom, Request::Run(place), word);
        assert_eq!(answer == Answer::Data(vec![]), runs, "{word:?}: {answer:?}");
        let wanted = if runs { Stage::Bl2Amlc } else { Stage::Rom };
        assert_eq!(stage(&mut rom), wanted, "{word:?}");
        let mut rom = board("khadas-vim3", Stage::Uboot);
        ask(&mut rom, Request::Run(place), word);
        assert_eq!(rom.gone(), runs, "{word:?}");
    }
}

/// Blocks of a large transfer are as many as its bytes need.
#[test]
fn large_transfers_are_cut_as_they_say() {
    for (block, count, total, fits) in [
        (64, 2, 128, true),
        (64, 2, 65, true),
        (64, 2, 64, false),
        (64, 2, 129, false),
        (64, 1, 128, false),
        (0, 1, 64, false),
        (64, 0, 64, false),
        (64, 0, 0, false),
    ] {
        let mut rom = board("khadas-vim3", Stage::Rom);
        let head = Large { address: 0xfffb_0000, total, sum: 0, sequence: 0 }.to_bytes();
        for request in [Request::WriteLarge { block, count }, Request::ReadLarge { block, count }] {
            let answer = ask(&mut rom, request, &head);
            assert_eq!(answer == Answer::Data(vec![]), fits, "{request}, {total}: {answer:?}");
            assert_eq!(rom.notes().is_empty(), fits, "{request}, {total}");
        }
    }
}

/// The flow of burning packages, which has BL2 sum what it is to run.
#[test]
fn a_verification_by_bl2() {
    let mut rom = board("s400", Stage::Bl2);
    let run = |rom: &mut Rom, params: Params| {
        write(rom, 0xfffc_c000, &params.to_bytes());
        done(rom, Request::Run(0xfffc_c000), &[0; 4]);
        rom.memory(0xfffc_c000, 4).expect("SRAM") == DONE.to_le_bytes()
    };
    assert!(run(&mut rom, Params::DdrInit));
    let data = [3; 128];
    write(&mut rom, 0x0200_c000, &data);
    let sum = addsum(&data);
    let (address, size) = (0x0200_c000, 128);
    assert!(run(&mut rom, Params::Verify { address, size, sum }));
    assert!(!run(&mut rom, Params::Verify { address, size, sum: sum + 1 }));
}

/// `boot-g12.py`: 16 KiB transfers, no look at the status, an end when a request repeats itself.
#[test]
fn pyamlboots_way_on_g12() {
    let mut rom = board("khadas-vim3", Stage::Rom);
    let mut file = bl2(0x1_0000);
    file.resize(0xc_0123, 0x33);
    file[0x1_0000..0x1_0200].fill(0);
    file[0x1_0010..0x1_0014].copy_from_slice(&[1, 0, 0x64, 0xaa]);
    file[0x1_0020] = 1;
    file[0x1_0030..0x1_0034].copy_from_slice(&0x6_8000_u32.to_le_bytes());
    file[0x1_0038..0x1_003c].copy_from_slice(&(0xc_0123_u32 - 0x7_8000).to_le_bytes());
    large(&mut rom, 0xfffa_0000, &file[..0x1_0000], 4096);
    done(&mut rom, Request::Run(0xfffa_0000), &[0; 4]);
    assert_eq!(stage(&mut rom), Stage::Bl2Amlc);
    let (mut last, mut rounds) = ((0, 0), 0);
    loop {
        done(&mut rom, Request::GetAmlc, &[]);
        let request = AmlcRequest::from_bytes(&fetch(&mut rom)).expect("a request");
        out(&mut rom, &Verdict::Okay.to_bytes());
        if last == (request.size, request.offset) {
            assert_eq!(request.status, AmlcStatus::Done);
            break;
        }
        last = (request.size, request.offset);
        let start = request.offset as usize;
        let segment = &file[start..start + request.size as usize];
        for (index, piece) in segment.chunks(0x1_0000).enumerate() {
            let request = Request::WriteAmlc {
                sector: (index * 0x80) as u16,
                last: (piece.len() - 1) as u16,
            };
            done(&mut rom, request, &[]);
            piece.chunks(0x4000).for_each(|part| out(&mut rom, part));
            assert_eq!(Verdict::from_bytes(&fetch(&mut rom)), Ok(Verdict::Okay));
        }
        let amls = Amls { sequence: rounds, sum: addsum(segment) };
        let request = Request::WriteAmlc { sector: (start / RECORD) as u16, last: 0x1ff };
        done(&mut rom, request, &[]);
        out(&mut rom, &amls.to_bytes(segment));
        assert_eq!(Verdict::from_bytes(&fetch(&mut rom)), Ok(Verdict::Okay));
        rounds += 1;
    }
    assert_eq!(rounds, 7);
    assert!(rom.gone() && rom.successor().is_some());
}

#[test]
fn mask_rom_2_4_answers_what_it_does_not_know_with_its_name() {
    let mut rom = board("khadas-vim1", Stage::Rom);
    let unknown = Setup { request_type: 0xc0, request: 0x12, value: 0, index: 0 };
    assert_eq!(rom.control(unknown, &[]), Answer::Data(ROM_DESCRIPTOR.to_vec()));
    assert_eq!(ask(&mut rom, Request::ChipInfo(1), &[]), Answer::Data(ROM_DESCRIPTOR.to_vec()));
    done(&mut rom, Request::Nop, &[]);
    let mut rom = board("khadas-vim3", Stage::Rom);
    assert_eq!(rom.control(unknown, &[]), Answer::Stall);
    for page in 0..4 {
        let Answer::Data(bytes) = ask(&mut rom, Request::ChipInfo(page), &[]) else {
            panic!("{page}")
        };
        assert_eq!(bytes.len(), PAGE);
    }
    assert_eq!(ask(&mut rom, Request::ChipInfo(4), &[]), Answer::Stall);
}

#[test]
fn a_short_packet_ends_a_block_and_so_does_an_empty_one() {
    let mut rom = board("khadas-vim3", Stage::Rom);
    let head = Large { address: 0xfffb_0000, total: 0x300, sum: 0, sequence: 0 };
    done(&mut rom, Request::WriteLarge { block: 0x100, count: 3 }, &head.to_bytes());
    assert_eq!(rom.bulk_out(&[1; 10]), Took::Bytes(10));
    assert_eq!(rom.bulk_out(&[]), Took::Bytes(0));
    assert_eq!(rom.bulk_out(&[2; 0x100]), Took::Bytes(0x100));
    assert_eq!(rom.bulk_out(&[3; 0x100]), Took::Nak, "three blocks are through");
    let found = rom.memory(0xfffb_0000, 12).expect("SRAM");
    assert_eq!(found, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2]);
}

#[test]
fn more_than_a_block_has_room_for_hangs_the_mask_rom() {
    let mut rom = board("khadas-vim3", Stage::Rom);
    let head = Large { address: 0xfffb_0000, total: 128, sum: 0, sequence: 0 };
    done(&mut rom, Request::WriteLarge { block: 64, count: 2 }, &head.to_bytes());
    assert_eq!(rom.bulk_out(&[1; 128]), Took::Nak);
    assert_eq!(ask(&mut rom, Request::Identify, &[]), Answer::Nak);
    assert!(!rom.notes().is_empty());
}

#[test]
fn code_that_is_no_bl2_hangs_the_board() {
    let wrong: [(&str, u32, usize); 3] = [
        ("khadas-vim1", 0xd900_0000, 64),
        ("khadas-vim3", 0xfffa_0000, 64),
        ("khadas-vim1", 0xd900_1000, 64),
    ];
    for (name, address, length) in wrong {
        let mut rom = board(name, Stage::Rom);
        write(&mut rom, address, &vec![1; length]);
        assert_eq!(ask(&mut rom, Request::Run(address), &[0; 4]), Answer::Nak, "{name}");
        assert_eq!(ask(&mut rom, Request::Identify, &[]), Answer::Nak, "{name}");
    }
    let mut rom = board("khadas-vim3", Stage::Rom);
    write(&mut rom, 0xfffa_0000, &bl2(0xc000));
    assert_eq!(ask(&mut rom, Request::Run(0xfffa_0000), &[0; 4]), Answer::Nak);
    assert!(rom.notes().concat().contains("another family"));
}

#[test]
fn a_locked_mask_rom_answers_questions_about_itself_only() {
    let profile = profile("s905-box").expect("a profile");
    let traits = Traits { password: Some(b"open".to_vec()), ..Traits::default() };
    let mut rom = Rom::new(profile, traits, Stage::Rom, profile.medium());
    let lock = |rom: &mut Rom| {
        let Answer::Data(bytes) = ask(rom, Request::Identify, &[]) else { panic!("no answer") };
        wire::Identity::from_bytes(&bytes).expect("an answer").lock
    };
    assert_eq!(lock(&mut rom), Lock::Locked);
    assert_eq!(ask(&mut rom, Request::ReadMem(0xd900_0000), &[]), Answer::Stall);
    assert_eq!(ask(&mut rom, Request::Run(0xd900_0000), &[0; 4]), Answer::Stall);
    done(&mut rom, Request::Password(0), b"open");
    assert_eq!(lock(&mut rom), Lock::Locked, "without its sum, as some tools send it");
    done(&mut rom, Request::Password(wire::password_sum(b"open")), b"open");
    assert_eq!(lock(&mut rom), Lock::Unlocked);
    assert!(matches!(ask(&mut rom, Request::ReadMem(0xd900_0000), &[]), Answer::Data(_)));
}

/// A text as the vendor's tool sends it, past the first one, which loses its start.
fn say(rom: &mut Rom, text: &str) -> Reply {
    let block = wire::command_block(text).expect("short");
    done(rom, Request::BULK_COMMAND, &block);
    Reply::from_bytes(&fetch(rom)).expect("an answer")
}

fn head(sequence: u32, data: &[u8]) -> MediaHead {
    let (length, sum) = (data.len() as u32, addsum(data));
    MediaHead { retry: 0, length, sequence, sum, kind: SumKind::AddSum, ack: 0x100 }
}

fn packet(rom: &mut Rom, head: MediaHead, data: &[u8]) -> MediaAck {
    done(rom, Request::WRITE_MEDIA, &head.to_bytes());
    out(rom, data);
    let answer = fetch(rom);
    assert_eq!(answer.len(), usize::from(head.ack));
    MediaAck::from_bytes(&answer)
}

#[test]
fn packets_that_come_damaged_again_or_out_of_order() {
    let mut rom = board("khadas-vim1", Stage::Uboot);
    say(&mut rom, "echo");
    assert_eq!(say(&mut rom, "download mem 0x1000000 normal 0x10010"), Reply::Success("".into()));
    let data = [9; 0x1_0000];
    let wrong = MediaHead { sum: 1, ..head(0, &data) };
    assert!(matches!(packet(&mut rom, wrong, &data), MediaAck::Sum(_)));
    let crc = MediaHead { kind: SumKind::Other(0xf0), ..head(0, &data) };
    assert!(matches!(packet(&mut rom, crc, &data), MediaAck::Sum(_)), "it computes none");
    assert_eq!(packet(&mut rom, head(0, &data), &data), MediaAck::Taken);
    let again = MediaHead { retry: 1, ..head(0, &data) };
    assert_eq!(packet(&mut rom, again, &data), MediaAck::Taken, "the answer had got lost");
    assert_eq!(
        say(&mut rom, "download get_status"),
        Reply::Failed("0x10000 of 0x10010 bytes".into())
    );
    let none = MediaHead { kind: SumKind::None, sum: 77, ..head(1, &data[..16]) };
    assert_eq!(packet(&mut rom, none, &data[..16]), MediaAck::Taken);
    assert!(matches!(say(&mut rom, "download get_status"), Reply::Success(_)));
    say(&mut rom, "download mem 0x1000000 normal 0x20000");
    assert!(
        matches!(packet(&mut rom, head(1, &data), &data), MediaAck::Failed(_)),
        "not the first"
    );
    assert!(matches!(packet(&mut rom, head(0, &data), &data), MediaAck::Failed(_)), "it stays so");
}

#[test]
fn the_older_head_has_no_busy_replies_and_a_long_answer() {
    let profile = profile("khadas-vim1").expect("a profile");
    let traits = Traits { busy: 2, ..Traits::default() };
    let mut rom = Rom::new(profile, traits, Stage::Uboot, profile.medium());
    say(&mut rom, "echo");
    say(&mut rom, "download mem 0x1000000 normal 4");
    let old = head(0, &[1, 2, 3, 4]).to_bytes();
    done(&mut rom, Request::WRITE_MEDIA, &old[..16]);
    out(&mut rom, &[1, 2, 3, 4]);
    let answer = fetch(&mut rom);
    assert_eq!((answer.len(), &answer[..4]), (512, &b"OK!!"[..]));
    done(&mut rom, Request::BulkCommand(0), &wire::command_block("disk_initial 0").expect("short"));
    assert!(
        matches!(Reply::from_bytes(&fetch(&mut rom)), Ok(Reply::Success(_))),
        "wIndex is not 2"
    );
}

#[test]
fn uboot_is_a_program_that_can_be_left() {
    for text in ["reset", "poweroff", "fastboot", "booti 0x8080000 - 0x8008000"] {
        let mut rom = board("khadas-vim1", Stage::Uboot);
        say(&mut rom, "echo");
        say(&mut rom, text);
        assert!(rom.gone(), "{text}");
        assert_eq!(rom.successor().is_some(), text == "reset", "{text}");
    }
    let mut rom = board("khadas-vim1", Stage::Uboot);
    done(&mut rom, Request::Run(0x100_0000), &[0; 4]);
    assert!(rom.gone() && rom.successor().is_none());
}

#[test]
fn a_board_with_a_bootloader_does_not_come_up_here() {
    let profile = profile("khadas-vim1").expect("a profile");
    let mut medium = profile.medium();
    medium.write(512, &bl2(0xc000)).expect("in memory");
    assert!(Rom::switched_on(profile, Traits::default(), medium).is_none());
    let rom = Rom::switched_on(profile, Traits::default(), profile.medium()).expect("blank");
    assert_eq!(rom.stage(), Stage::Rom);
}

/// Requests of every kind, at places that matter.
fn any_request() -> impl Strategy<Value = Request> {
    let address = prop_oneof![
        any::<u32>(),
        (0u32..0x1_0000).prop_map(|low| 0xd900_0000 + low),
        (0u32..0x5_0000).prop_map(|low| 0xfffa_0000_u32.wrapping_add(low)),
        Just(0xd900_0000),
        Just(0xd900_c000),
        Just(0xfffa_0000),
    ];
    (0u8..18, address, any::<[u16; 2]>()).prop_map(|(kind, address, [x, y])| match kind {
        0 => Request::WriteMem(address),
        1 => Request::ReadMem(address),
        2 => Request::FillMem,
        3 => Request::ModifyMem(x % 8),
        4 => Request::Run(address),
        5 => Request::WriteLarge { block: x, count: y },
        6 => Request::ReadLarge { block: x, count: y },
        7 => Request::TPL_COMMAND,
        8 => Request::TplStat,
        9 => Request::WRITE_MEDIA,
        10 => Request::ReadMedia { value: x, count: y },
        11 => Request::BULK_COMMAND,
        12 => Request::Password(x),
        13 => Request::ChipInfo(x % 5),
        14 | 15 => Request::GetAmlc,
        16 => Request::WriteAmlc { sector: x % 4, last: y },
        _ => Request::Identify,
    })
}

const TEXTS: [&[u8]; 8] = [
    b"     download mem 1000000 normal 20000\0",
    b"     download store boot sparse 40\0",
    b"     upload store bootloader normal 0x20000\0",
    b"     disk_initial 1\0",
    b"     mmc write fffff000 0 ffff\0",
    b"     mmc read 7ffff000 0 10\0",
    b"     verify sha1sum 0\0",
    b"     download get_status\0",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_packets_make_the_board_panic(
        profile in 0..PROFILES.len(),
        stage in 0usize..4,
        jobs in proptest::collection::vec((0u8..6, any_request(), 0..TEXTS.len(), proptest::collection::vec(any::<u8>(), 0..600)), 0..40),
    ) {
        let stage = [Stage::Rom, Stage::Bl2, Stage::Bl2Amlc, Stage::Uboot][stage];
        let mut rom = board(PROFILES[profile].name, stage);
        for (kind, request, text, bytes) in jobs {
            match kind {
                0 => { let _ = rom.bulk_out(&bytes); }
                1 => { let _ = rom.bulk_in(&mut [0; 1024]); }
                2 => { let _ = ask(&mut rom, request, &bytes[..bytes.len().min(16)]); }
                3 => { let _ = ask(&mut rom, Request::BULK_COMMAND, TEXTS[text]); }
                4 => { let _ = ask(&mut rom, Request::WRITE_MEDIA, &head(0, &bytes).to_bytes()); }
                _ => { let _ = ask(&mut rom, request, &bytes); }
            }
            let _ = (rom.notes(), rom.gone(), rom.identity(), rom.stage());
        }
        let _ = rom.successor();
    }
}
