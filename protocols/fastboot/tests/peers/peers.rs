//! Other people's fastboot against ours, without a bus: the lines and answers of the published crate fastboot-protocol. Its
//! client is a program, which tests/kernel runs.
#![cfg(test)]

use fastboot_protocol::protocol::{FastBootCommand as Theirs, FastBootResponse};
use ours::wire::{Command, Reboot, Reply};

#[test]
fn both_say_the_same_lines() {
    for (theirs, our) in [
        (Theirs::GetVar("version"), Command::Getvar("version".into())),
        (Theirs::Download(0x12_0000), Command::Download(0x12_0000)),
        (Theirs::Download(u32::MAX), Command::Download(u32::MAX)),
        (Theirs::Flash("boot"), Command::Flash("boot".into())),
        (Theirs::Erase("boot"), Command::Erase("boot".into())),
        (Theirs::Boot, Command::Boot),
        (Theirs::Continue, Command::Continue),
        (Theirs::Reboot, Command::Reboot(Reboot::System)),
        (Theirs::RebootBootloader, Command::Reboot(Reboot::Bootloader)),
        (Theirs::RebootTo("bootloader"), Command::Reboot(Reboot::Bootloader)),
        (Theirs::RebootTo("fastboot"), Command::Reboot(Reboot::Fastboot)),
        (Theirs::RebootTo("recovery"), Command::Reboot(Reboot::Recovery)),
        // Words of old boot loaders, which ours have none for.
        (Theirs::Verify(256), Command::Other("verity:256".into())),
        (Theirs::Powerdown, Command::Other("powerdown".into())),
    ] {
        let line = theirs.to_string();
        assert_eq!(line.as_bytes(), our.to_bytes(), "{our:?}");
        assert_eq!(Command::parse(&line), our);
    }
}

#[test]
fn it_understands_our_answers() {
    let read = |reply: &Reply| FastBootResponse::from_bytes(&reply.to_bytes()).ok();
    for (our, theirs) in [
        (Reply::Okay("0.4".into()), FastBootResponse::Okay("0.4".into())),
        (Reply::Okay(String::new()), FastBootResponse::Okay(String::new())),
        (
            Reply::Fail("no such partition".into()),
            FastBootResponse::Fail("no such partition".into()),
        ),
        (Reply::Info("erasing".into()), FastBootResponse::Info("erasing".into())),
        (Reply::Text("erasing".into()), FastBootResponse::Text("erasing".into())),
        (Reply::Data(0x12_0000), FastBootResponse::Data(0x12_0000)),
        (Reply::Data(u32::MAX), FastBootResponse::Data(u32::MAX)),
    ] {
        assert_eq!(read(&our), Some(theirs), "{our:?}");
    }
    // The word of SpacemiT's U-Boot, which Android's tool does not know either.
    assert_eq!(read(&Reply::Push(4096)), None);
}

/// Where they read what we refuse, and the other way round.
#[test]
fn both_read_what_devices_say() {
    for (bytes, both) in [
        (&b"OKAYvalue\0\0"[..], true),
        (b"DATA00001000", true),
        (b"DATA0000100", false),
        (b"OKA", false),
        (b"", false),
        (b"NOPE", false),
        (b"DATAxxxxxxxx", false),
    ] {
        let ours = Reply::from_bytes(bytes).map(|reply| reply.to_string());
        let theirs = FastBootResponse::from_bytes(bytes);
        assert_eq!(ours.is_ok(), both, "{bytes:?}");
        // It takes any count of digits.
        assert_eq!(theirs.is_ok(), both || bytes == b"DATA0000100", "{bytes:?}");
    }
}
