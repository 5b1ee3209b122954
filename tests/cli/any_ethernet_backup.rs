//! `backup` through U-Boot's prompt and a network, on simulated boards: a file that is called good is what the disk holds.

use std::fs;

use sha2::{Digest, Sha256};

use crate::{
    any_ethernet::{each, net},
    tool::{Folder, Run, noise, run},
};

const MIB: usize = 1 << 20;

/// A folder with a disk.
struct Files {
    folder: Folder,
    held: Vec<u8>,
}

impl Files {
    fn new(held: Vec<u8>) -> Self {
        let folder = Folder::new();
        folder.file("disk", &held);
        Self { folder, held }
    }

    fn backup(&self, (board, kind): (&str, &str), file: &str, options: &str) -> Run {
        run(&format!(
            "backup {board} {} --from {kind} --net {} --json --virtual {board}:{kind}={}{options}",
            self.folder.path(file).display(),
            net(),
            self.folder.path("disk").display(),
        ))
    }

    fn sd(&self, options: &str) -> Run {
        self.backup(("generic/u-boot", "sd"), "out.img", options)
    }

    /// What the file of the backup holds, if there is one.
    fn saved(&self) -> Option<Vec<u8>> {
        fs::read(self.folder.path("out.img")).ok()
    }

    fn forget(&self) {
        for name in ["out.img", "out.img.sha256"] {
            let _ = fs::remove_file(self.folder.path(name));
        }
    }
}

/// Data, zeros, data again up to an odd end: what is sent begins and ends within pieces.
fn odd() -> Vec<u8> {
    let mut held = noise(4 * MIB + 70_000, 3);
    held.resize(13 * MIB, 0);
    held.extend(noise(MIB + 7 * 512, 4));
    held
}

#[test]
fn a_whole_disk_is_in_the_file() {
    let held = odd();
    let sum: String = Sha256::digest(&held).iter().map(|byte| format!("{byte:02x}")).collect();
    let files = Files::new(held);
    for (board, kind) in [
        ("generic/u-boot", "sd"),
        ("generic/u-boot", "emmc"),
        ("generic/u-boot", "nvme"),
        ("generic/u-boot", "usb"),
        ("generic/u-boot", "virtio"),
        ("starfive/visionfive-2", "sd"),
        ("starfive/visionfive-2", "nvme"),
    ] {
        let done = files.backup((board, kind), "out.img", "").good().last_event();
        assert!(files.saved().as_ref() == Some(&files.held), "{board} {kind}");
        let bytes = files.held.len();
        assert_eq!((&done["bytes"], &done["verified"]), (&bytes.into(), &true.into()), "{done}");
        assert_eq!(
            (&done["how"]["board-sum"], &done["sha256"]),
            (&bytes.into(), &sum.as_str().into())
        );
        assert_eq!(done["via"], "ethernet");
        files.forget();
    }
    assert!(
        fs::read(files.folder.path("disk")).expect("a file") == files.held,
        "nothing is written"
    );
}

#[test]
fn spi_flash_is_in_the_file() {
    let mut held = noise(MIB + 4096, 21);
    held.resize(16 * MIB, 0xff);
    let files = Files::new(held);
    let line = format!(
        "backup generic/u-boot {} --from spi --net {} --json --virtual generic/u-boot:storage={}",
        files.folder.path("out.img").display(),
        net(),
        files.folder.path("disk").display()
    );
    let done = run(&line).good().last_event();
    assert_eq!(done["how"]["board-sum"], 16 * MIB, "{done}");
    assert!(files.saved().as_ref() == Some(&files.held));
}

#[test]
fn zeros_are_not_sent_and_packed_files_are_whole() {
    let files = Files::new(vec![0; 70 * MIB]);
    let done = files.backup(("generic/u-boot", "sd"), "out.img.zst", "").good().last_event();
    assert_eq!(
        (&done["bytes"], &done["how"]["board-sum"]),
        (&(70 * MIB).into(), &(70 * MIB).into())
    );
    // Its U-Boot cannot send anything.
    let same = files.backup(("generic/u-boot", "sd"), "other.img.zst", ",uboot=sends-wrong");
    assert_eq!(same.good().last_event()["sha256"], done["sha256"]);
    let verify = format!(
        "verify generic/u-boot {} --on sd --net {} --virtual generic/u-boot:sd={}",
        files.folder.path("out.img.zst").display(),
        net(),
        files.folder.path("disk").display()
    );
    run(&verify).good();
}

#[test]
fn a_disk_may_hold_what_memory_is_filled_with() {
    let files = Files::new([0xa5; 5 * MIB].to_vec());
    files.sd("").good();
    assert!(files.saved().as_ref() == Some(&files.held));
}

#[test]
fn faults_are_told_as_they_are() {
    let files = Files::new(odd());
    for (options, code, words) in [
        (",net=dead-phy", 1, "PHY does not answer"),
        (",net=no-link", 1, "has no link"),
        (",net=unreachable", 1, "does not reach this computer"),
        (
            ",uboot=no-tftpput",
            7,
            "no command `tftpput`, which sends what it reads; nothing was read",
        ),
        (",uboot=no-crc32", 7, "no command `crc32`"),
        (",uboot=resets@1", 1, "restarted in the midst of a transfer"),
        (",uboot=resets@3000000", 1, "restarted in the midst of a transfer"),
        (",uboot=sends-wrong", 5, "differs from the board's memory"),
        (",uboot=read-fails", 1, "reading storage: "),
        (",uboot=reads-nothing", 1, "has read nothing"),
        (",uboot=fill-fails", 1, "mw: write fault"),
    ] {
        let ran = files.sd(options);
        let event = ran.last_event();
        assert_eq!((ran.code, &event["exit"]), (code, &code.into()), "{options}: {event}");
        let message = event["message"].as_str().unwrap_or_default();
        assert!(message.contains(words), "{options}: {event}");
        assert_eq!(files.saved(), None, "{options}: no file is left that is not whole");
    }
    for options in [",uboot=sends-wrong@1", ",uboot=sends-wrong@2", ""] {
        files.sd(options).good();
        assert!(files.saved().as_ref() == Some(&files.held), "{options}");
        files.forget();
    }
}

/// U-Boot waits a second for each, whichever way it was lost.
#[test]
fn lost_packets_are_sent_again() {
    each((1..9).collect(), |seed: u32| {
        let files = Files::new(noise(100 * 1024, 7));
        files.sd(&format!(",net=loss:{seed}")).good();
        assert!(files.saved().as_ref() == Some(&files.held), "{seed}");
    });
}

/// Sums that are wrong once, and bytes that are damaged on the serial line.
#[test]
fn a_file_that_is_called_good_is_good() {
    let single = (1..16).map(|number| format!(",uboot=wrong-sum@{number}"));
    let kinds = ["lost", "doubled", "flipped", "gone"];
    let one = |(index, at)| format!(",fault={}@{at}", kinds[index % 4]);
    let bytes = (1..2600).step_by(41).enumerate().map(one);
    let noisy = (1..12).map(|seed| format!(",noise={seed}@{}", 100 * seed));
    let mut held = noise(300_000, 3);
    held.resize(6 * MIB + 512, 0);
    each(single.chain(bytes).chain(noisy).collect(), |options: String| {
        let files = Files::new(held.clone());
        let ran = files.sd(&options);
        let (event, saved) = (ran.last_event(), files.saved());
        if ran.code == 0 {
            assert_eq!(event["verified"], true, "{options}: {event}");
            assert!(saved.as_ref() == Some(&files.held), "{options}: it differs: {event}");
        } else {
            assert!([1, 5, 7].contains(&ran.code), "{options}: {event}");
            assert!(event["code"].is_string() && event["code"] != "failed", "{options}: {event}");
            assert_eq!(saved, None, "{options}: {event}");
        }
    });
}
