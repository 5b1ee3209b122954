//! Disks at a virtual U-Boot.

use uboot::{
    disk::{Boots, Card, Disk, Kind, Moved, Refusal, cards, disks},
    memory::Sum,
    rom::{Drive, Flaw},
};

use super::setup::{Bench, Server, drive, run};

const SECTORS: u64 = 8192;
/// Commands that make each kind's disk the current one.
const KINDS: [(Kind, &str); 5] = [
    (Kind::Emmc, "mmc dev 0"),
    (Kind::Sd, "mmc dev 0"),
    (Kind::Nvme, "nvme scan; nvme dev 0"),
    (Kind::Usb, "usb start; usb dev 0"),
    (Kind::Virtio, "virtio scan; virtio dev 0"),
];

fn bench(kind: Kind, flaw: Option<Flaw>) -> Bench {
    Bench::with(vec![drive(kind, SECTORS)], Server::default(), flaw)
}

fn moved(written: bool, blocks: u64, ok: bool) -> Option<Moved> {
    Some(Moved { written, blocks, ok })
}

#[test]
fn blocks_are_written_and_read_on_every_kind() {
    for (kind, begin) in KINDS {
        let command = kind.command();
        let mut bench = bench(kind, None);
        bench.at_prompt(|prompt| {
            assert_eq!(run(prompt, begin).status, 0, "{begin}");
            run(prompt, "mw.b 42000000 5a 100000; mw.b 43000000 0 100000");
            let output = run(prompt, &format!("{command} write 42000000 10 800"));
            assert_eq!(Moved::parse(&output.text), moved(true, 0x800, true), "{}", output.text);
            assert_eq!(output.status, 0);
            let output = run(prompt, &format!("{command} read 43000000 10 800"));
            assert_eq!(Moved::parse(&output.text), moved(false, 0x800, true), "{}", output.text);
            let sum = run(prompt, "crc32 43000000 100000");
            assert_eq!(Sum::parse(&sum.text).expect("a sum").crc, uboot::crc32(&[0x5a; 1 << 20]));
        });
        assert_eq!(bench.sectors(0, 0x10, 0x800), [0x5a; 1 << 20], "{kind:?}");
        assert_eq!(bench.sectors(0, 0xf, 1), [0; 512]);
        assert_eq!(bench.sectors(0, 0x810, 1), [0; 512]);
    }
}

#[test]
fn an_emmc_has_boot_partitions_of_their_own() {
    let mut bench = bench(Kind::Emmc, None);
    bench.at_prompt(|prompt| {
        run(prompt, "mw.b 42000000 5a 200; mw.b 43000000 0 200");
        let chosen = run(prompt, "mmc dev 0 2").text;
        assert!(chosen.ends_with("mmc0(part 2) is current device"), "{chosen}");
        assert_eq!(run(prompt, "mmc write 42000000 7 1").status, 0);
        let boots = |prompt: &mut _| Boots::parse(&run(prompt, "mmc partconf 0").text);
        assert_eq!(boots(prompt), Some(Boots { acknowledges: false, from: 0, access: 2 }));
        let sum = |prompt: &mut _, dev: &str| {
            run(prompt, &format!("{dev}; mmc read 43000000 7 1"));
            Sum::parse(&run(prompt, "crc32 43000000 200").text).expect("a sum").crc
        };
        let (blank, full) = (uboot::crc32(&[0; 512]), uboot::crc32(&[0x5a; 512]));
        assert_eq!(sum(prompt, "mmc dev 0 1"), blank);
        assert_eq!(sum(prompt, "mmc dev 0 2"), full);
        assert_eq!(sum(prompt, "mmc dev 0"), blank);
        assert_eq!(boots(prompt).map(|boots| boots.access), Some(0));
    });
    assert_eq!(bench.sectors(0, 7, 1), [0; 512]);
}

#[test]
fn what_the_soc_starts_from_can_be_set() {
    let mut bench = bench(Kind::Emmc, None);
    bench.at_prompt(|prompt| {
        let boots = |prompt: &mut _| Boots::parse(&run(prompt, "mmc partconf 0").text);
        assert_eq!(run(prompt, "mmc partconf 0 1 2 0").status, 0);
        assert_eq!(boots(prompt), Some(Boots { acknowledges: true, from: 2, access: 0 }));
        assert_ne!(run(prompt, "mmc partconf 0 1 8 0").status, 0);
        assert_ne!(run(prompt, "mmc bootbus 0 3 0 0").status, 0);
        let set = run(prompt, "mmc bootbus 0 1 0 2");
        assert!(set.text.contains("BOOT_BUS_WIDTH = 0x1, RESET = 0x0, BOOT_MODE = 0x2"), "{set:?}");
        assert_eq!(boots(prompt).map(|boots| boots.from), Some(2));
    });
    assert_eq!(bench.board.lock().expect("no panic").world().drives[0].boot_bytes(), [0x50, 0x11]);
}

#[test]
fn an_nvme_disk_may_have_longer_blocks() {
    // Half a block at the end is not there.
    let disk = drive(Kind::Nvme, SECTORS + 4).with_blocks_of(4096);
    let mut bench = Bench::with(vec![disk], Server::default(), None);
    bench.at_prompt(|prompt| {
        let listed = run(prompt, "nvme scan; nvme info").text;
        let [disk] = &disks(Kind::Nvme, &listed)[..] else { panic!("{listed}") };
        assert_eq!((disk.block, disk.sectors), (4096, Some(SECTORS)), "{listed}");
        run(prompt, "mw.b 42000000 5a 8000; mw.b 43000000 0 8000");
        let output = run(prompt, "nvme write 42000000 3ff 1");
        assert_eq!(Moved::parse(&output.text), moved(true, 1, true), "{}", output.text);
        let output = run(prompt, "nvme read 43000000 3fe 2");
        assert_eq!(Moved::parse(&output.text), moved(false, 2, true), "{}", output.text);
        let sum = run(prompt, "crc32 43001000 1000");
        assert_eq!(Sum::parse(&sum.text).expect("a sum").crc, uboot::crc32(&[0x5a; 4096]));
        for request in
            ["write 42000000 400 1", "read 42000000 3ff 2", "read 42000000 ffffffffffffffff 1"]
        {
            let output = run(prompt, &format!("nvme {request}"));
            let writes = request.starts_with("write");
            assert_eq!(Moved::parse(&output.text), moved(writes, 0, false), "{}", output.text);
        }
    });
    assert_eq!(bench.sectors(0, SECTORS - 8, 8), [0x5a; 4096]);
    assert_eq!(bench.sectors(0, SECTORS - 9, 1), [0; 512]);
}

#[test]
fn nothing_is_past_the_end() {
    for (kind, begin) in KINDS {
        let command = kind.command();
        let mut bench = bench(kind, None);
        bench.at_prompt(|prompt| {
            run(prompt, begin);
            let output = run(prompt, &format!("{command} write 42000000 1fff 1"));
            assert_eq!(Moved::parse(&output.text), moved(true, 1, true));
            for request in ["write 42000000 1fff 2", "read 42000000 2000 1"] {
                let output = run(prompt, &format!("{command} {request}"));
                let writes = request.starts_with("write");
                assert_eq!(Moved::parse(&output.text), moved(writes, 0, false), "{}", output.text);
                assert_eq!(output.status, 1);
            }
            if command == "mmc" {
                let output = run(prompt, "mmc read 42000000 0xfffffffe 1");
                assert_eq!(Refusal::parse(&output.text), Some(Refusal::PastTheEnd(SECTORS)));
            }
        });
    }
}

#[test]
fn lists_tell_numbers_names_and_sizes() {
    let drives = vec![
        drive(Kind::Emmc, SECTORS),
        drive(Kind::Nvme, 2 * SECTORS),
        Drive::empty_slot(),
        drive(Kind::Usb, 3 * SECTORS),
        drive(Kind::Usb, 4 * SECTORS),
    ];
    let mut bench = Bench::with(drives, Server::default(), None);
    bench.at_prompt(|prompt| {
        let slots = cards(&run(prompt, "mmc list").text);
        let kinds: Vec<_> = slots.iter().map(|slot| (slot.number, slot.kind)).collect();
        assert_eq!(kinds, [(0, Kind::Mmc), (1, Kind::Mmc)], "nobody has looked yet");
        assert_eq!(
            run(prompt, "mmc dev 0").text,
            "switch to partitions #0, OK\nmmc0(part 0) is current device"
        );
        let output = run(prompt, "mmc dev 1");
        assert_eq!(Refusal::parse(&output.text), Some(Refusal::NoCard), "{}", output.text);
        let output = run(prompt, "mmc dev 2");
        assert_eq!(Refusal::parse(&output.text), Some(Refusal::NoDevice), "{}", output.text);
        assert_eq!(cards(&run(prompt, "mmc list").text)[0].kind, Kind::Emmc);
        let card = Card::parse(&run(prompt, "mmc info").text).expect("it is described");
        assert_eq!((card.kind, card.name.as_str(), card.read_block), (Kind::Emmc, "BJTD4R", 512));
        assert_eq!((card.capacity, card.width), (Some(SECTORS * 512), Some(8)));
        assert_eq!(run(prompt, "mmc dev 0 3").status, 1, "there are two boot partitions");

        assert_eq!(disks(Kind::Nvme, &run(prompt, "nvme info").text), [], "not scanned yet");
        let found = disks(Kind::Nvme, &run(prompt, "nvme scan; nvme info").text);
        let disk = |number, kind, sectors, name: &str| Disk {
            number,
            kind,
            sectors: Some(sectors),
            block: 512,
            name: name.into(),
        };
        assert_eq!(found, [disk(0, Kind::Nvme, 2 * SECTORS, "0x144d BJTD4R")]);
        let output = run(prompt, "usb storage");
        assert!(output.text.contains("USB is stopped") && output.status == 1);
        let found = disks(Kind::Usb, &run(prompt, "usb start; usb storage").text);
        let usb = |number, sectors| disk(number, Kind::Usb, sectors, "Virtual BJTD4R");
        assert_eq!(found, [usb(0, 3 * SECTORS), usb(1, 4 * SECTORS)]);
        assert_eq!(run(prompt, "usb dev 1").status, 0);
        let output = run(prompt, "usb dev 2");
        assert_eq!(Refusal::parse(&output.text), Some(Refusal::NoDevice), "{}", output.text);
        assert_eq!(run(prompt, "virtio info").text, "Unknown command 'virtio' - try 'help'");
    });
}

#[test]
fn disks_before_their_scan_are_not_there() {
    let mut bench = bench(Kind::Nvme, None);
    bench.at_prompt(|prompt| {
        let output = run(prompt, "nvme write 42000000 0 1");
        assert_eq!((Moved::parse(&output.text), output.status), (moved(true, 0, false), 1));
        assert_eq!(run(prompt, "nvme dev").status, 1);
        assert_eq!(run(prompt, "mmc list").text, "");
        assert_eq!(run(prompt, "mmc info").text, "No MMC device available");
        assert_eq!(run(prompt, "mmc read 42000000 0").status, 1, "a word is missing");
    });
}

#[test]
fn a_read_that_does_nothing_says_ok() {
    let mut bench = bench(Kind::Emmc, Some(Flaw::ReadsNothing(1)));
    bench.at_prompt(|prompt| {
        run(prompt, "mmc read 42000000 0 1; mw.b 42000000 a5 200");
        let output = run(prompt, "mmc read 42000000 0 1");
        assert_eq!(Moved::parse(&output.text), moved(false, 1, true));
        assert!(run(prompt, "md.b 42000000 4").text.contains("a5 a5 a5 a5"));
    });
}

#[test]
fn flaws_of_disks_are_what_they_are_called() {
    let after = |kind: Kind, begin: &str, flaw, request: &str| {
        let mut bench = bench(kind, Some(flaw));
        let output = bench.at_prompt(|prompt| {
            run(prompt, begin);
            run(prompt, &format!("mw.b 42000000 77 200; {} {request}", kind.command()))
        });
        let kept = bench.sectors(0, 100, 1) == [0x77; 512];
        (output, kept)
    };
    for (kind, begin) in KINDS {
        let (output, kept) = after(kind, begin, Flaw::ReadOnly, "write 42000000 64 1");
        assert_eq!((output.status, kept), (1, false), "{kind:?}");
        let locked = Refusal::parse(&output.text) == Some(Refusal::WriteProtected);
        assert_eq!(locked, kind == Kind::Sd, "only cards have a lock: {}", output.text);
        let (output, _) = after(kind, begin, Flaw::ReadFails, "read 42000000 64 1");
        assert_eq!((Moved::parse(&output.text), output.status), (moved(false, 0, false), 1));
        for (end, kept) in [(100, false), (101, true)] {
            let outcome = after(kind, begin, Flaw::Shrunk(end), "write 42000000 64 1");
            assert_eq!((outcome.0.status, outcome.1), (0, kept), "{kind:?} {end}");
        }
    }
}

#[test]
fn the_power_goes_after_a_write() {
    let mut bench = bench(Kind::Emmc, Some(Flaw::PowerLost(2)));
    bench.at_prompt(|prompt| {
        run(prompt, "mw.b 42000000 77 200; mmc write 42000000 0 1");
        prompt.run("mmc write 42000000 1 1", super::setup::LIMIT).expect_err("the power went");
    });
    assert_eq!(bench.sectors(0, 0, 3)[..1024], [0x77; 1024]);
    assert!(!super::setup::on(&bench.board).is_on());
}

#[test]
fn partition_tables_are_listed() {
    let mut disk = vec![0; 64 << 10];
    let list = |disk: &[u8]| {
        let mut bench = bench(Kind::Emmc, None);
        let mut board = super::setup::on(&bench.board);
        let storage = board.world().drives[0].storage().expect("a disk");
        storage.write_at(0, disk).expect("in memory");
        drop(board);
        bench.say("mmc part").text
    };
    assert_eq!(list(&disk), "## Unknown partition table type 0");
    disk[510..512].copy_from_slice(&[0x55, 0xaa]);
    disk[446 + 4] = 0x83;
    disk[446 + 8] = 8;
    disk[446 + 12] = 16;
    let text = list(&disk);
    assert!(text.contains("Partition Type: DOS") && text.contains("8         \t16"), "{text}");
    disk[512..520].copy_from_slice(b"EFI PART");
    disk[512 + 72] = 2;
    disk[512 + 80] = 4;
    disk[512 + 84] = 128;
    disk[1024] = 1;
    disk[1024 + 32] = 0x22;
    disk[1024 + 40] = 0x40;
    disk[1024 + 56] = b'a';
    let text = list(&disk);
    assert!(
        text.contains("Partition Type: EFI") && text.contains("0x00000022\t0x00000040\t\"a\""),
        "{text}"
    );
}
