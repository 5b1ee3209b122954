//! From a board that was just switched on to storage, as its maker's documents have it; and the traps on the way.

use std::time::Duration;

use fastboot::{
    host::Fastboot,
    rom::{Program, Traits},
    wire::{INTERFACE, Reboot},
};
use link::{Classify, Silent, cable::Cable};

use crate::board::{board, noise, pieces};

fn ids(cable: &Cable) -> (u16, u16) {
    let identity = cable.device.identity();
    assert_eq!(identity.class, INTERFACE);
    (identity.vendor, identity.product)
}

#[test]
fn th1520_goes_from_its_rom_to_its_storage() {
    let (mut cable, emmc) = board("licheepi-4a", Program::Th1520Rom, Traits::default());
    assert_eq!(ids(&cable), (0x2345, 0x7654));
    let mut rom = Fastboot::new(&mut cable);
    assert_eq!(rom.getvar("max-download-size").expect("asked").as_deref(), Some("0x00120000"));
    assert_eq!(rom.getvar("product").expect("asked"), None);
    rom.flash("ram", &mut &noise(1_069_000)[..], &mut Silent).expect("it is taken");
    rom.reboot(Reboot::System).expect("it leaves");
    assert_eq!(cable.reconnect(), Some(Duration::from_secs(3)));
    assert_eq!(ids(&cable), (0x1234, 0x8888));

    let image = noise(3_000_001);
    let mut uboot = Fastboot::new(&mut cable);
    assert_eq!(
        uboot.getvar("partition-size:boot").expect("asked").as_deref(),
        Some("0x000000001f400000")
    );
    assert_eq!(uboot.getvar_all().expect_err("it has none").code().word(), "fastboot.refused");
    let written = uboot
        .flash_image("root", &mut pieces(&image, 1 << 20), &mut |_| {}, &mut Silent)
        .expect("written");
    assert_eq!(
        (written.pieces, written.padding, written.end),
        (3, 4096 - 3_000_001 % 4096, 3_000_001)
    );
    assert!(emmc.bytes(9_416_704 * 512, image.len()) == image);
}

/// What users see who forget the first step: OKAY, thirteen times, and their old system.
#[test]
fn th1520s_rom_says_okay_to_what_it_ignores() {
    let (mut cable, emmc) = board("licheepi-4a", Program::Th1520Rom, Traits::default());
    Fastboot::new(&mut cable)
        .flash("root", &mut &noise(100_000)[..], &mut Silent)
        .expect("it says OKAY");
    assert!(emmc.bytes(9_416_704 * 512, 4096).iter().all(|&byte| byte == 0xa5));
    assert!(cable.notes.iter().any(|note| note.contains("wrote nothing")), "{:?}", cable.notes);
    // And a larger download it does not take.
    let error = Fastboot::new(&mut cable)
        .stage(&mut &noise(0x12_0001)[..], &mut Silent)
        .expect_err("too large");
    assert_eq!(error.code().word(), "fastboot.refused", "{error}");
}

/// A loader for a board with other memory: nothing comes after it.
#[test]
fn th1520_stays_away_with_another_boards_loader() {
    let loader = Some(crc32fast::hash(&noise(2000)));
    for (file, comes) in [(noise(2000), true), (noise(2001), false)] {
        let traits = Traits { loader, ..Traits::default() };
        let (mut cable, _) = board("licheepi-4a", Program::Th1520Rom, traits);
        let mut rom = Fastboot::new(&mut cable);
        rom.flash("ram", &mut &file[..], &mut Silent).expect("it says OKAY");
        rom.reboot(Reboot::System).expect("it leaves");
        assert_eq!(cable.reconnect().is_some(), comes);
    }
}

#[test]
fn th1520s_uboot_does_not_look_at_what_writing_returns() {
    let traits =
        Traits { protected: true, env: vec![("board#".into(), "LP".into())], ..Traits::default() };
    let (mut cable, _) = board("licheepi-4a", Program::Th1520Uboot, traits);
    let mut uboot = Fastboot::new(&mut cable);
    let mut loader = noise(4096);
    let error = uboot.flash("uboot", &mut &loader[..], &mut Silent).expect_err("another board's");
    assert!(error.to_string().contains("does not match"), "{error}");
    loader[0x26..0x28].copy_from_slice(b"LP");
    uboot.flash("uboot", &mut &loader[..], &mut Silent).expect("it says OKAY");
    // A copy to memory, and a variable that restarts the board.
    uboot.flash("uImage", &mut &loader[..], &mut Silent).expect("it says OKAY");
    uboot.flash("stash1", &mut &loader[..], &mut Silent).expect("it says OKAY");
    assert!(cable.reconnect().is_some());
}

#[test]
fn k1_is_the_same_on_the_bus_from_its_rom_to_its_uboot() {
    let (mut cable, emmc) = board("bananapi-f3", Program::K1Rom, Traits::default());
    for (file, product) in [(noise(197_000), "DFU"), (noise(1_936_000), "DFU")] {
        assert_eq!(ids(&cable), (0x361c, 0x1001));
        assert!(cable.device.identity().strings[1].starts_with(product));
        let mut rom = Fastboot::new(&mut cable);
        assert_eq!(rom.getvar("version-brom").expect("asked").as_deref(), Some("1.0"));
        rom.stage(&mut &file[..], &mut Silent).expect("it is taken");
        rom.proceed().expect("it goes on");
        cable.reconnect().expect("the next stage");
    }
    let identity = cable.device.identity();
    assert_eq!(
        (ids(&cable), &identity.strings[1][..]),
        ((0x361c, 0x1001), "U-Boot USB download gadget")
    );

    let mut uboot = Fastboot::new(&mut cable);
    assert_eq!(uboot.getvar("version-brom").expect("asked").as_deref(), Some("1.0"));
    assert_eq!(uboot.getvar("partition-size:rootfs").expect("asked"), None);
    uboot.flash("gpt", &mut &b"\n{ \"format\": \"gpt\" }"[..], &mut Silent).expect("it is parsed");
    let image = noise(300_000);
    uboot
        .flash_image("rootfs", &mut pieces(&image, 1 << 18), &mut |_| {}, &mut Silent)
        .expect("written");
    assert!(emmc.bytes(8192 * 512, image.len()) == image);
    // Read back, announced with PUSH.
    uboot.oem("read:rootfs 512", Duration::from_secs(30), &mut Silent).expect("it is read");
    let mut read = Vec::new();
    let size = uboot.upload(u32::MAX, &mut read, &mut Silent).expect("it has data");
    assert_eq!((size, read.len()), (16 << 20, 16 << 20));
    assert!(read[..image.len() - 512] == image[512..]);
    // Data that nobody wants are not fetched.
    uboot.oem("read:rootfs", Duration::from_secs(30), &mut Silent).expect("it is read");
    let error = uboot.upload(1000, &mut read, &mut Silent).expect_err("too much");
    assert_eq!(error.code().word(), "fastboot.answer", "{error}");
    // They are thrown away before the next command.
    assert_eq!(uboot.getvar("product").expect("asked").as_deref(), Some("k1-x"));
}

/// `stage` and `continue` again, which every script does that looks at the numbers alone.
#[test]
fn k1_is_gone_when_its_uboot_is_taken_for_its_rom() {
    let (mut cable, _) = board("bananapi-f3", Program::K1Uboot, Traits::default());
    let mut rom = Fastboot::new(&mut cable);
    rom.stage(&mut &noise(197_000)[..], &mut Silent).expect("it is taken");
    rom.proceed().expect("it says OKAY");
    assert_eq!(cable.reconnect(), None);
}

#[test]
fn a_gadget_may_have_the_numbers_of_a_mask_rom() {
    let (cable, _) = board("uboot-rk3588", Program::Uboot, Traits::default());
    assert_eq!(ids(&cable), (0x2207, 0x350a));
}
