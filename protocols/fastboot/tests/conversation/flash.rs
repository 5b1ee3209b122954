//! Mainline's U-Boot and its storage.

use fastboot::{
    host::Fastboot,
    rom::{Program, Traits},
    sparse::{Form, Piece},
    wire::Reboot,
};
use link::{Classify, Silent, StepId, Watch};

use crate::board::{board, noise, pieces, uboot};

/// Counts what it is told.
#[derive(Default)]
struct Seen {
    advanced: u64,
    notes: Vec<String>,
}

impl Watch for Seen {
    fn step(&mut self, _: StepId, _: &str, _: u64) {}

    fn advance(&mut self, bytes: u64) {
        self.advanced += bytes;
    }

    fn note(&mut self, text: &str) {
        self.notes.push(text.into());
    }
}

/// A piece is as long as a device takes at once: fresh memory for each costs more than to fill it.
#[test]
fn all_pieces_lie_in_the_same_memory() {
    let (mut cable, _) = uboot(65_536, Traits::default());
    let image = noise(1_000_000);
    let mut pieces = pieces(&image, 65_536);
    let mut places = Vec::new();
    Fastboot::new(&mut cable)
        .flash_image(
            "root",
            &mut pieces,
            &mut |piece| places.push(piece.bytes.as_ptr()),
            &mut Silent,
        )
        .expect("written");
    assert_eq!(places.len(), 17);
    assert!(places.iter().all(|place| *place == places[0]));
    let spare = pieces.into_spare();
    assert_eq!(spare.as_ptr(), places[0]);
}

#[test]
fn an_image_is_written_in_pieces() {
    for length in [1, 4097, 65_536, 65_537, 1_000_000] {
        let (mut cable, emmc) = uboot(65_536, Traits { info: 2, text: true, ..Traits::default() });
        let image = noise(length);
        let (mut seen, mut each) = (Seen::default(), Vec::new());
        let mut host = Fastboot::new(&mut cable);
        let written = host
            .flash_image(
                "root",
                &mut pieces(&image, 65_536),
                &mut |piece: &Piece| each.push(piece.form),
                &mut seen,
            )
            .expect("written");
        assert_eq!((written.end, seen.advanced), (length as u64, length as u64));
        assert_eq!(
            (written.pieces, seen.notes.len() as u64),
            (each.len() as u64, written.pieces * 2)
        );
        assert_eq!(each[0] == Form::Raw, length <= 65_536);
        assert_eq!(
            written.padding,
            if length <= 65_536 { 0 } else { (length as u64).wrapping_neg() % 4096 }
        );
        assert!(emmc.bytes(1 << 20, length) == image);
        let end = length.next_multiple_of(4096) as u64;
        assert!(emmc.bytes((1 << 20) + end, 4096).iter().all(|&byte| byte == 0xa5));
        let sent: u64 = cable.streams.iter().map(|stream| stream.len() as u64).sum();
        assert_eq!(sent, written.sent);
    }
}

#[test]
fn a_partition_that_is_too_small_is_told_with_what_went_before() {
    let (mut cable, _) = uboot(1 << 20, Traits::default());
    let image = noise((32 << 20) + 1);
    let error = Fastboot::new(&mut cable)
        .flash_image("root", &mut pieces(&image, 1 << 20), &mut |_| {}, &mut Silent)
        .expect_err("32 MiB and a byte in 32 MiB");
    assert_eq!(
        (error.code().word(), error.acknowledged()),
        ("fastboot.refused", Some(255 * 4096 * 32))
    );
    let said = error.to_string();
    assert!(
        said.starts_with("`flash:root`: the device refuses: Request would exceed partition size!"),
        "{said}"
    );
}

#[test]
fn what_the_boards_storage_refuses_is_an_error() {
    let (mut cable, _) = uboot(1 << 20, Traits { protected: true, ..Traits::default() });
    let error = Fastboot::new(&mut cable)
        .flash("root", &mut &noise(512)[..], &mut Silent)
        .expect_err("protected");
    assert_eq!((error.code().word(), error.step()), ("fastboot.refused", Some(StepId::WRITE)));
}

#[test]
fn boot_partitions_take_data_as_they_are() {
    let (mut cable, _) = uboot(8 << 20, Traits::default());
    let mut host = Fastboot::new(&mut cable);
    host.flash("mmc0boot0", &mut &noise(4 << 20)[..], &mut Silent).expect("written");
    let error = host
        .flash("mmc0boot1", &mut &noise((4 << 20) + 1)[..], &mut Silent)
        .expect_err("too large");
    assert!(error.to_string().contains("Image size too large"), "{error}");
    host.erase("mmc0boot0", 4 << 20, &mut Silent).expect("erased");
    let error =
        host.flash("nowhere", &mut &noise(512)[..], &mut Silent).expect_err("no such partition");
    assert!(error.to_string().contains("invalid partition or device"), "{error}");
}

/// Whole groups of sectors, inside the partition.
#[test]
fn erasing_may_erase_less_than_all() {
    let env = vec![("fastboot_raw_partition_odd".into(), "1000 5000".into())];
    let (mut cable, emmc) = board("uboot", Program::Uboot, Traits { env, ..Traits::default() });
    let mut host = Fastboot::new(&mut cable);
    host.flash("odd", &mut &noise(5000 * 512)[..], &mut Silent).expect("written");
    host.erase("odd", 5000 * 512, &mut Silent).expect("erased");
    assert!(emmc.bytes(1024 * 512, 4 * 1024 * 512).iter().all(|&byte| byte == 0xa5));
    assert!(emmc.bytes(1000 * 512, 24 * 512) == noise(24 * 512));
    assert!(emmc.bytes(5120 * 512, 512) == noise(5000 * 512)[4120 * 512..4121 * 512]);
}

/// A table as this crate's tests make it, checked before it is written; its copy goes to the end.
#[test]
fn partitions_are_found_by_the_name_in_the_table() {
    let (mut cable, emmc) = board("uboot", Program::Uboot, Traits::default());
    let mut host = Fastboot::new(&mut cable);
    let mut table = gpt("rootfs", 4096, 8191);
    assert_eq!(host.getvar("partition-size:rootfs").expect("asked"), None);
    host.flash("gpt", &mut &table[..], &mut Silent).expect("written");
    assert_eq!(
        host.getvar("partition-size:rootfs").expect("asked").as_deref(),
        Some("0x0000000000200000")
    );
    assert_eq!(host.getvar("has-slot:rootfs").expect("asked").as_deref(), Some("no"));
    let image = noise(100_000);
    host.flash("rootfs", &mut &image[..], &mut Silent).expect("written");
    assert!(emmc.bytes(4096 * 512, image.len()) == image);
    assert!(emmc.bytes(((8 << 21) - 33) * 512, 128) == table[1024..1152]);
    table[1024] ^= 1;
    let error = host.flash("gpt", &mut &table[..], &mut Silent).expect_err("its sum is wrong");
    assert!(error.to_string().contains("invalid GPT"), "{error}");
}

fn gpt(name: &str, first: u64, last: u64) -> Vec<u8> {
    let mut table = vec![0; 34 * 512];
    table[510..512].copy_from_slice(&[0x55, 0xaa]);
    let (header, entries) = table[512..].split_at_mut(512);
    entries[..16].fill(1);
    entries[32..40].copy_from_slice(&first.to_le_bytes());
    entries[40..48].copy_from_slice(&last.to_le_bytes());
    name.encode_utf16().enumerate().for_each(|(at, unit)| {
        entries[56 + 2 * at..58 + 2 * at].copy_from_slice(&unit.to_le_bytes());
    });
    header[..8].copy_from_slice(b"EFI PART");
    header[12..16].copy_from_slice(&92_u32.to_le_bytes());
    header[48..56].copy_from_slice(&((8_u64 << 21) - 34).to_le_bytes());
    header[72..80].copy_from_slice(&2_u64.to_le_bytes());
    header[80..84].copy_from_slice(&128_u32.to_le_bytes());
    header[84..88].copy_from_slice(&128_u32.to_le_bytes());
    header[88..92].copy_from_slice(&crc32fast::hash(entries).to_le_bytes());
    let sum = crc32fast::hash(&header[..92]);
    header[16..20].copy_from_slice(&sum.to_le_bytes());
    table
}

#[test]
fn a_restart_into_the_boot_loader_comes_back() {
    for (to, comes) in
        [(Reboot::System, false), (Reboot::Bootloader, true), (Reboot::Recovery, false)]
    {
        let (mut cable, _) = uboot(1 << 20, Traits::default());
        Fastboot::new(&mut cable).reboot(to).expect("it leaves");
        assert_eq!(cable.reconnect().is_some(), comes, "{to:?}");
    }
    for boot in [true, false] {
        let (mut cable, _) = uboot(1 << 20, Traits::default());
        let mut host = Fastboot::new(&mut cable);
        if boot { host.boot() } else { host.proceed() }.expect("it leaves");
        assert!(cable.device.gone());
    }
}

/// A raw download that is no whole sector is written with what the buffer held before.
#[test]
fn the_buffer_keeps_what_it_held() {
    let (mut cable, emmc) = uboot(1 << 20, Traits::default());
    let mut host = Fastboot::new(&mut cable);
    host.stage(&mut &[7; 1024][..], &mut Silent).expect("taken");
    host.flash("root", &mut &[9; 100][..], &mut Silent).expect("written");
    let bytes = emmc.bytes(1 << 20, 512);
    assert!(bytes[..100] == [9; 100] && bytes[100..] == [7; 412]);
}
