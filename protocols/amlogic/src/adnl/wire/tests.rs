//! Vectors from the field, and any bytes at all. Do not change the bytes: they are other people's.

use alloc::{string::ToString, vec::Vec};

use proptest::prelude::*;

use super::*;

/// The commands of a whole burn of an S905X5-J by the vendor's tool 3.3.3 (dangerouslaser's decoded capture).
#[test]
fn the_commands_of_a_captured_burn() {
    let sha1 = [
        0x31, 0x57, 0x6d, 0x87, 0xf8, 0xc3, 0x26, 0x1d, 0xb1, 0x57, 0x78, 0x5d, 0x40, 0x40, 0xfb,
        0xee, 0xc6, 0x2b, 0x72, 0x69,
    ];
    let write = |transfer| Command::Oem(Oem::Write(transfer));
    let store = |part: &str, size| write(Transfer::store(part, Format::Normal, size));
    let known: [(Command, &str); 25] = [
        (Command::get(Var::Identify), "getvar:identify"),
        (Command::get(Var::Serial), "getvar:serialno"),
        (Command::get(Var::ChipPage(1)), "getvar:getchipinfo-1"),
        (Command::get(Var::DownloadSize), "getvar:downloadsize"),
        (Command::get(Var::Request), "getvar:cbw"),
        (Command::SetVar(Register::Checksum), "setvar:checksum"),
        (Command::FirstSect, "firstsect"),
        (Command::Download(0x42800), "download:00042800"),
        (Command::Download(0x2480), "download:00002480"),
        (Command::Boot, "boot"),
        (Command::Reboot(Reboot::Rom), "reboot-romusb"),
        (Command::Window { sum: true }, "mwrite:verify=addsum"),
        (write(Transfer::mem("dtb", 0x14ff4)), "oem mwrite 0x14ff4 normal mem dtb"),
        (write(Transfer::mem("gpt", 0x8600)), "oem mwrite 0x8600 normal mem gpt"),
        (store("gpt", 0x8600), "oem mwrite 0x8600 normal store gpt"),
        (store("_aml_dtb", 0x14ff4), "oem mwrite 0x14ff4 normal store _aml_dtb"),
        (store("bootloader", 0x3e8400), "oem mwrite 0x3e8400 normal store bootloader"),
        (
            write(Transfer::store("super", Format::Sparse, 0x5e32_7200)),
            "oem mwrite 0x5e327200 sparse store super",
        ),
        (
            Command::Oem(Oem::Verify(sha1)),
            "oem verify sha1sum 31576d87f8c3261db157785d4040fbeec62b7269",
        ),
        (Command::Oem(Oem::DiskInitial(1)), "oem disk_initial 1"),
        (Command::Oem(Oem::Burnsteps(0xc004_1030)), "oem setvar burnsteps 0xc0041030"),
        (Command::Oem(Oem::SaveSetting), "oem save_setting"),
        (Command::Oem(Oem::SheaderNeed), "oem sheader_need"),
        (
            Command::Oem(Oem::Other("env_get bootloader_version".into())),
            "oem env_get bootloader_version",
        ),
        // From another log, of adnl 2.6.4 on a whole card.
        (write(Transfer::emmc(0, 0x20fb_0400)), "oem mwrite 0x20fb0400 normal mmc 1 0x0"),
    ];
    for (command, text) in known {
        assert_eq!(command.to_string(), text);
        assert_eq!(Command::parse(text.as_bytes()), Some(command), "{text}");
    }
    assert_eq!(burnsteps(Stage::UBOOT, 0x31), 0xc004_1031);
    assert_eq!(burnsteps(Stage::ROM, 3), 0xc004_0003);
}

#[test]
fn commands_are_known_by_how_they_begin() {
    assert_eq!(Command::parse(b"reboot-romusb now"), Some(Command::Reboot(Reboot::Rom)));
    assert_eq!(Command::parse(b"reboot-bootloader"), Some(Command::Reboot(Reboot::Bootloader)));
    assert_eq!(Command::parse(b"reboot"), Some(Command::Reboot(Reboot::Normal)));
    assert_eq!(Command::parse(b"mwrite"), Some(Command::Window { sum: false }));
    assert_eq!(Command::parse(b"download:0003F800"), Some(Command::Download(0x3f800)));
    assert_eq!(Command::parse(b"hello"), None);
    // Decimal numbers, as the S905X4's users send them.
    let decimal = Command::parse(b"oem mread 4096 normal mmc 1 512");
    assert_eq!(decimal, Some(Command::Oem(Oem::Read(Transfer::emmc(512, 4096)))));
}

#[test]
fn the_answers_that_were_seen() {
    let okay = |rest: &[u8]| Ok(Reply::Okay(rest.to_vec()));
    let known: [(&[u8], Result<Reply, Malformed>); 11] = [
        (b"OKAY", okay(b"")),
        (b"OKAY01.01.260518.144819", okay(b"01.01.260518.144819")),
        (b"OKAY0008 / 0040 Chunks", okay(b"0008 / 0040 Chunks")),
        (b"DATA00042800", Ok(Reply::Data(0x42800))),
        (b"DATA00000004", Ok(Reply::Data(4))),
        (b"DATAOUT0x14ff4:0x0", Ok(Reply::Out { size: 0x14ff4, offset: 0 })),
        (b"DATA OUT 14ff4 20000", Ok(Reply::Out { size: 0x14ff4, offset: 0x2_0000 })),
        (b"DATAIN0x20000\0\0", Ok(Reply::In(0x2_0000))),
        (b"DATA IN 200", Ok(Reply::In(0x200))),
        (b"AMLOGIC", Ok(Reply::Named)),
        (b"FAILunknown command", Ok(Reply::Fail("unknown command".into()))),
    ];
    for (bytes, reply) in known {
        assert_eq!(Reply::from_bytes(bytes), reply, "{}", text(bytes));
    }
    for bytes in [&b"OKA"[..], b"", b"HELLO", b"DATAOUT0x12", b"DATAx", b"DATA+1", b"DATA123456789"]
    {
        assert!(Reply::from_bytes(bytes).is_err(), "{}", text(bytes));
    }
}

#[test]
fn what_lies_behind_a_nul_is_left_over() {
    // A mask ROM's answer to downloadsize (BrightDotAi's fork of aml_boot).
    let Ok(Reply::Okay(rest)) = Reply::from_bytes(b"OKAY0x3F800\0max-download-size\0serialno\0")
    else {
        panic!("it is an OKAY")
    };
    assert_eq!(text(&rest), "0x3F800");
    assert_eq!(number::c_number(&text(&rest)), Some(0x3f800));
}

#[test]
fn an_s905x5_in_burn_mode_is_in_u_boot() {
    let identify = Identify::from_bytes(&[6, 0, 0, 0x10, 0, 0, 0, 0]).expect("eight bytes");
    assert_eq!((identify.protocol, identify.stage), (6, Stage::UBOOT));
    assert!(!identify.is_locked());
    assert!(Identify::from_bytes(&[6, 0, 0]).is_err());
    let long = [&[8, 0, 0, 0, 1, 0, 0, 0x2f][..], &[0; 57]].concat();
    let identify = Identify::from_bytes(&long).expect("it begins as the others do");
    assert!(identify.is_locked() && identify.stage == Stage::ROM && identify.protocol == 8);
}

/// The end record of a Khadas VIM3 (pyamlboot's PROTOCOL.md), which has the same shape over Optimus.
#[test]
fn the_captured_end_record() {
    let bytes = [
        0x41, 0x4d, 0x4c, 0x43, 7, 0, 0, 0, 0x70, 0xc9, 0x0f, 0, 0, 0x40, 1, 0, 0, 1, 0, 0, 0, 0,
        0, 0,
    ];
    let request = Request::from_bytes(&bytes).expect("a record");
    assert_eq!((request.sequence, request.size, request.offset), (7, 0xfc970, 0x1_4000));
    assert_eq!(request.kind, RequestKind::End);
    assert!(request.sum && !request.upload);
    assert_eq!(request.to_bytes()[..], bytes[..18]);
}

/// An S905D3's page (aml_boot's notes).
#[test]
fn the_chip_page_of_an_s905d3() {
    let words: [u32; 16] = [
        0x5049_4843,
        0x2b,
        0x1111_1113,
        0x0072_0040,
        0x0111_1111,
        0x3646_5050,
        0x0008_3434,
        0x010a_0600,
        0,
        0xa0f8_3180,
        0x2028_2000,
        0x367,
        0,
        0,
        0,
        0,
    ];
    let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
    let page = ChipPage::from_bytes(&bytes).expect("a page");
    assert_eq!(page.family, 0x2b);
    assert_eq!(page.id, [0x50, 0x50, 0x46, 0x36, 0x34, 0x34, 8, 0, 0, 6, 0x0a, 1]);
    assert_eq!((page.features, page.is_secure()), (0xa0f8_3180, None));
    assert_eq!(ChipPage::from_bytes(&page.to_bytes()), Ok(page));
    let a1 = ChipPage { family: 0x2c, features: 1, ..page };
    assert_eq!(a1.is_secure(), Some(true));
    assert!(ChipPage::from_bytes(&[0; 64]).is_err() && ChipPage::from_bytes(b"CHIP").is_err());
}

fn transfer() -> impl Strategy<Value = Transfer> {
    (any::<u64>(), 0..3_usize, 0..4_usize, "[a-z_0-9]{1,20}", any::<u64>()).prop_map(
        |(size, format, medium, part, offset)| {
            let (format, medium) = (Format::ALL[format].0, Medium::ALL[medium].0);
            Transfer { size, format, medium, part, offset }
        },
    )
}

fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        (0..10_u8).prop_map(|page| Command::get(Var::ChipPage(page))),
        "[a-z-]{13,30}".prop_map(|name| Command::get(Var::Other(name))),
        any::<u32>().prop_map(Command::Download),
        (0..3_usize).prop_map(|index| Command::Reboot(Reboot::ALL[index].0)),
        transfer().prop_map(|transfer| Command::Oem(Oem::Write(transfer))),
        transfer().prop_map(|transfer| Command::Oem(Oem::Read(transfer))),
        any::<[u8; 20]>().prop_map(|hash| Command::Oem(Oem::Verify(hash))),
        any::<u8>().prop_map(|mode| Command::Oem(Oem::DiskInitial(mode))),
        any::<u32>().prop_map(|value| Command::Oem(Oem::Burnsteps(value))),
        Just(Command::Read(ReadStep::Upload)),
    ]
}

proptest! {
    #[test]
    fn no_bytes_make_a_decoder_panic(bytes in proptest::collection::vec(any::<u8>(), 0..80), head in 0..6_usize) {
        let heads: [&[u8]; 6] = [b"", b"OKAY", b"DATA", b"DATAOUT", b"AMLC", b"oem mwrite 0x"];
        let bytes = [heads[head], &bytes].concat();
        let _ = Reply::from_bytes(&bytes);
        let _ = Command::parse(&bytes);
        let _ = Identify::from_bytes(&bytes);
        let _ = Request::from_bytes(&bytes);
        let _ = ChipPage::from_bytes(&bytes);
    }

    #[test]
    fn every_command_survives_the_wire(command in command()) {
        prop_assert_eq!(Command::parse(&command.to_bytes()), Some(command));
    }

    #[test]
    fn every_answer_survives_the_wire(kind in 0..6_u8, size: u32, offset: u64, words in "[a-z0-9]{0,30}", bytes in proptest::collection::vec(any::<u8>(), 0..70)) {
        let reply = match kind {
            0 => Reply::Okay(bytes),
            1 => Reply::Fail(words),
            2 => Reply::Info(words),
            3 => Reply::Data(size),
            4 => Reply::Out { size: size.into(), offset },
            _ => Reply::In(size.into()),
        };
        prop_assert_eq!(Reply::from_bytes(&reply.to_bytes()), Ok(reply));
    }

    #[test]
    fn every_request_survives_the_wire(sequence: u32, size: u32, offset: u32, sum: bool, upload: bool, code: u8) {
        let kind = match code { 0 => RequestKind::Window, 1 => RequestKind::End, 0xff => RequestKind::Wait, code => RequestKind::Error(code) };
        let request = Request { sequence, size, offset, sum, upload, kind };
        prop_assert_eq!(Request::from_bytes(&request.to_bytes()), Ok(request));
    }

    #[test]
    fn every_identity_survives_the_wire(bytes: [u8; 8]) {
        let identify = Identify::from_bytes(&bytes).expect("eight bytes");
        prop_assert_eq!(Identify::from_bytes(&identify.to_bytes()), Ok(identify));
    }
}
