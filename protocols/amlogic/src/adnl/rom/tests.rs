//! The virtual board by itself, packet by packet.

use alloc::{vec, vec::Vec};

use link::device::{Device, Gave, Took};
use proptest::prelude::*;

use super::*;
use crate::adnl::{addsum, wire::text};

fn board(name: &str, stage: Stage, traits: Traits) -> Rom {
    let profile = profile(name).expect("a profile");
    Rom::new(profile, traits, stage, Box::new(Memory::new(profile.emmc, 0)))
}

fn answer(rom: &mut Rom) -> Vec<u8> {
    let mut buf = vec![0; 512];
    match rom.bulk_in(&mut buf) {
        Gave::Bytes(length, _) => buf[..length].to_vec(),
        other => panic!("no answer: {other:?}"),
    }
}

fn ask(rom: &mut Rom, command: &str) -> String {
    assert_eq!(rom.bulk_out(command.as_bytes()), Took::Bytes(command.len()), "{command}");
    text(&answer(rom))
}

fn send(rom: &mut Rom, mut data: &[u8]) {
    while !data.is_empty() {
        let Took::Bytes(taken) = rom.bulk_out(data) else { panic!("not taken") };
        data = &data[taken..];
    }
}

#[test]
fn a_mask_rom_answers_as_boards_did() {
    let mut rom = board("s905x4", Stage::ROM, Traits::default());
    assert_eq!(rom.bulk_out(b"getvar:downloadsize"), Took::Bytes(19));
    assert_eq!(answer(&mut rom), b"OKAY0x3F800\0max-download-size\0serialno\0");
    assert_eq!(ask(&mut rom, "devices"), "AMLOGIC");
    assert_eq!(ask(&mut rom, "setvar:burnsteps"), "FAILunknow command", "from protocol 6 on");
    assert_eq!(ask(&mut rom, "getvar:cbw"), "FAILunknow command");
    let long = "x".repeat(256);
    assert_eq!(ask(&mut rom, &long), "FAILbuffer overflow");
    assert_eq!(rom.bulk_in(&mut [0; 512]), Gave::Nak);
    let mut rom = board("a113l", Stage::ROM, Traits::default());
    assert_eq!(ask(&mut rom, "setvar:burnsteps"), "DATA00000004");
    send(&mut rom, &[1, 0, 4, 0xc0]);
    assert_eq!(answer(&mut rom), b"OKAY");
    let mut rom = board("s905x5", Stage::ROM, Traits::default());
    assert_eq!(ask(&mut rom, "firstsect"), "DATA00000400");
    send(&mut rom, &[1; 1024]);
    assert_eq!(answer(&mut rom), b"OKAY");
    assert_eq!(rom.bulk_out(b"getvar:identify"), Took::Bytes(15));
    assert_eq!(answer(&mut rom).len(), 69, "as long as an S905X5's");
}

#[test]
fn a_sum_may_be_sent_in_eight_bytes() {
    let mut rom = board("s905x4", Stage::BL2, Traits::default());
    let window = vec![3; 0x9600];
    ask(&mut rom, "getvar:cbw");
    assert_eq!(ask(&mut rom, "download:00009600"), "DATA00009600");
    send(&mut rom, &window);
    assert_eq!(answer(&mut rom), b"OKAY");
    assert_eq!(ask(&mut rom, "setvar:checksum"), "DATA00000004");
    send(&mut rom, &u64::from(addsum(&window)).to_le_bytes());
    assert_eq!(answer(&mut rom), b"OKAY");
    assert_eq!(rom.received(), [(0x6_4000, window)]);
    assert_eq!(ask(&mut rom, "download:00009601"), "FAILdata invalid size", "more than it wants");
}

#[test]
fn u_boot_takes_windows_and_gives_them_back() {
    let mut rom = board("s905x4", Stage::UBOOT, Traits::default());
    let data: Vec<u8> = (0..0x2_0200).map(|at: usize| (at * 7 / 8) as u8).collect();
    assert_eq!(ask(&mut rom, "oem mwrite 0x20200 normal mmc 1 0x200"), "OKAY");
    assert_eq!(ask(&mut rom, "mwrite:verify=addsum"), "DATAOUT0x20000:0x0");
    send(&mut rom, &data[..0x2_0000]);
    assert_eq!(rom.bulk_in(&mut [0; 512]), Gave::Nak, "nothing before the sum");
    send(&mut rom, &addsum(&data[..0x2_0000]).to_le_bytes());
    assert_eq!(answer(&mut rom), b"OKAY");
    assert_eq!(ask(&mut rom, "mwrite"), "DATAOUT0x200:0x20000");
    send(&mut rom, &data[0x2_0000..]);
    assert_eq!(answer(&mut rom), b"OKAY");
    assert_eq!(ask(&mut rom, "mwrite:verify=addsum"), "OKAY");
    assert!(
        ask(&mut rom, "oem verify sha1sum 31576d87f8c3261db157785d4040fbeec62b7269")
            .starts_with("FAIL")
    );
    assert_eq!(ask(&mut rom, "oem mread 1024 normal mmc 1 512"), "OKAY");
    assert_eq!(ask(&mut rom, "mread:status=request"), "DATAIN0x400");
    rom.bulk_out(b"mread:status=upload");
    let mut found = answer(&mut rom);
    found.extend(answer(&mut rom));
    assert_eq!(found, data[..1024]);
    assert_eq!(ask(&mut rom, "mread:status=finish"), "OKAY");
    assert_eq!(ask(&mut rom, "mread:status=request"), "OKAY");
    assert_eq!(ask(&mut rom, "mread:status=finish"), "FAIL");
}

#[test]
fn u_boot_refuses_what_the_vendors_refuses() {
    let mut rom = board("s905x4", Stage::UBOOT, Traits::default());
    let told = ask(&mut rom, "oem mwrite 0x200 normal mmc 1 0xfffffffe00");
    let capacity = 15_269_888_u64 * 512;
    assert!(
        told.contains(&format!("capacity < partStartOff + imgSize 0x:{capacity:x} ")),
        "{told}"
    );
    for command in [
        "oem mwrite 0x200 normal mmc 0 0x0",
        "oem mwrite 0x200 normal store nowhere",
        "oem mwrite 0xffffffffff normal store boot_a",
        "oem mwrite 0x200 normal mmc 1 0x1",
        "oem mread 0x200 sparse mmc 1 0x0",
        "oem sheader_need",
        "oem nonsense",
        "mwrite",
        "mread:status=request",
        "getvar:cbw",
        "getvar:nothing",
    ] {
        assert!(ask(&mut rom, command).starts_with("FAIL"), "{command}");
    }
    let secure = Traits { maker: Some([0; 32]), ..Traits::default() };
    let mut rom = board("s905x4", Stage::UBOOT, secure);
    for command in [
        "oem mread 0x200 normal mmc 1 0x0",
        "oem mwrite 0x200 normal mem 0x1000000",
        "oem mmc dev 1",
    ] {
        assert!(ask(&mut rom, command).contains("secure boot"), "{command}");
    }
    assert_eq!(ask(&mut rom, "oem printenv"), "OKAY");
}

#[test]
fn where_a_restart_leads() {
    let mut rom = board("s905x4", Stage::UBOOT, Traits::default());
    assert_eq!(ask(&mut rom, "reboot"), "OKAY");
    assert!(rom.gone());
    let mut next = rom.successor().expect("the mask ROM: nothing is on the eMMC").device;
    assert_eq!(next.identity().strings[1], "Aml_DNL");
    assert!(rom.successor().is_none() && next.successor().is_none());
    let mut rom = board("s905x4", Stage::UBOOT, Traits::default());
    rom.emmc()
        .write_at(
            1,
            &[1; 256].map(|byte: u8| byte).iter().copied().chain([2; 256]).collect::<Vec<_>>(),
        )
        .expect("in memory");
    assert_eq!(ask(&mut rom, "reboot"), "OKAY");
    assert!(rom.successor().is_none(), "it starts from its eMMC");
    let mut rom = board("s905x5", Stage::UBOOT, Traits::default());
    assert_eq!(ask(&mut rom, "reboot-romusb"), "OKAY");
    assert_eq!(rom.successor().map(|next| next.after), Some(Duration::from_millis(6047)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_packets_make_the_board_panic(index in 0..PROFILES.len(), stage in 0..4_usize, jobs in proptest::collection::vec((0..9_u8, 0..30_usize, any::<u32>(), proptest::collection::vec(any::<u8>(), 0..1100)), 0..40)) {
        let texts = ["getvar:cbw", "getvar:identify", "firstsect", "boot", "setvar:checksum", "setvar:burnsteps", "mwrite", "mwrite:verify=addsum", "mread:status=request", "mread:status=upload", "mread:status=finish", "oem disk_initial 1", "reboot", "reboot-romusb", "oem save_setting", "getvar:getchipinfo-1"];
        let profile = &PROFILES[index];
        let mut rom = Rom::new(profile, Traits::default(), Stage::ALL[stage].0, Box::new(Memory::new(4096, 0)));
        for (kind, which, number, bytes) in jobs {
            match kind {
                0 => { let _ = rom.bulk_out(&bytes); }
                1 | 2 => { let _ = rom.bulk_out(texts[which % texts.len()].as_bytes()); }
                3 => { let _ = rom.bulk_out(format!("download:{:08x}", number % 9000).as_bytes()); }
                4 => {
                    let verb = if number % 2 == 0 { "mwrite" } else { "mread" };
                    let place = ["mmc 1", "store boot_a", "store bootloader", "mem dtb", "key x"][which % 5];
                    let form = if number % 3 == 0 { "sparse" } else { "normal" };
                    let _ = rom.bulk_out(format!("oem {verb} {} {form} {place} {}", number % 5000, number % 4 * 512).as_bytes());
                }
                _ => { let _ = rom.bulk_in(&mut [0; 512]); }
            }
            let _ = (rom.notes(), rom.identity(), rom.stage());
        }
        let _ = rom.successor();
    }
}
