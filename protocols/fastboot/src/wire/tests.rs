use alloc::{string::ToString, vec};
use proptest::prelude::*;

use super::*;

/// As AOSP's README and U-Boot's sources have them.
#[test]
fn commands_are_lines() {
    for (command, line) in [
        (Command::Getvar("max-download-size".into()), "getvar:max-download-size"),
        (Command::Getvar("partition-size:boot".into()), "getvar:partition-size:boot"),
        (Command::Download(0x1000), "download:00001000"),
        (Command::Download(u32::MAX), "download:ffffffff"),
        (Command::Flash("mmc0boot0".into()), "flash:mmc0boot0"),
        (Command::Erase("root".into()), "erase:root"),
        (Command::Boot, "boot"),
        (Command::Continue, "continue"),
        (Command::Reboot(Reboot::System), "reboot"),
        (Command::Reboot(Reboot::Bootloader), "reboot-bootloader"),
        (Command::Reboot(Reboot::Fastboot), "reboot-fastboot"),
        (Command::Reboot(Reboot::Recovery), "reboot-recovery"),
        (Command::Upload, "upload"),
        (Command::SetActive("a".into()), "set_active:a"),
        (Command::Oem("run:echo hi".into()), "oem run:echo hi"),
        (Command::Other("UCmd:version".into()), "UCmd:version"),
    ] {
        assert_eq!(command.to_bytes(), line.as_bytes());
        assert_eq!(Command::parse(line), command);
    }
    assert_eq!(Command::parse("download:+1"), Command::Other("download:+1".into()));
    assert_eq!(Command::parse("download:100000000"), Command::Other("download:100000000".into()));
}

#[test]
fn replies_are_a_word_and_what_follows() {
    for (bytes, reply) in [
        (&b"OKAY"[..], Reply::Okay("".into())),
        (b"OKAY0.4", Reply::Okay("0.4".into())),
        (b"FAILno such partition", Reply::Fail("no such partition".into())),
        (b"INFOerasing", Reply::Info("erasing".into())),
        (b"TEXTa\n", Reply::Text("a\n".into())),
        (b"DATA00001000", Reply::Data(0x1000)),
        (b"PUSHffffffff", Reply::Push(u32::MAX)),
    ] {
        assert_eq!(Reply::from_bytes(bytes), Ok(reply.clone()));
        assert_eq!(reply.to_bytes(), bytes);
    }
    assert_eq!(Reply::from_bytes(b"OKAYyes\0\0"), Ok(Reply::Okay("yes".into())));
    for bytes in [
        &b""[..],
        b"OKA",
        b"okay",
        b"DATA",
        b"DATA1000",
        b"DATA0000100g",
        b"DATA+0001000",
        b"DATA000010000",
    ] {
        Reply::from_bytes(bytes).expect_err("it is none");
    }
}

#[test]
fn numbers_are_as_boards_spell_them() {
    for (text, value) in [
        ("0x07000000", Some(0x700_0000)),
        (" 0X10 ", Some(16)),
        ("4096", Some(4096)),
        ("0", Some(0)),
        ("", None),
        ("0x", None),
        ("0x+1", None),
        ("+1", None),
        ("-1", None),
        ("1k", None),
        ("0x10000000000000000", None),
    ] {
        assert_eq!(number(text), value, "{text}");
    }
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
        if let Ok(reply) = Reply::from_bytes(&bytes) {
            prop_assert_eq!(Reply::from_bytes(&reply.to_bytes()), Ok(reply));
        }
        let line = alloc::string::String::from_utf8_lossy(&bytes);
        let command = Command::parse(&line);
        prop_assert_eq!(Command::parse(&command.to_string()), command);
    }
}

#[test]
fn all_has_every_restart() {
    let words = Reboot::ALL.map(Reboot::word).to_vec();
    assert_eq!(words, vec!["reboot", "reboot-bootloader", "reboot-fastboot", "reboot-recovery"]);
}
