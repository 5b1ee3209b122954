//! Transfers of `flash` and `recover` fail one by one: what is told and what storage holds go together. Amlogic's are in
//! `any_amlogic`.

use std::{fs, path::Path, sync::Mutex, thread};

use crate::{
    line::{bytes, fit, spl},
    tool::{Folder, Run, image, noise, run},
};

const KINDS: [&str; 5] = ["stall", "timeout", "short", "garbage", "disconnect"];
/// What storage holds before.
const OLD: u8 = 0xee;

/// Transfers of a run, as the binary counts them.
fn transfers(run: Run) -> usize {
    let stderr = run.good().stderr;
    let line = stderr.lines().find(|line| line.contains(" host waits")).expect("counts");
    line.split(' ').next().and_then(|count| count.parse().ok()).expect("a number")
}

/// So many of `count` places, a prime distance apart so that no phase of what repeats is left out, with every kind; and the
/// last few, which restart the board.
fn sampled(count: usize, places: usize) -> Vec<(usize, &'static str)> {
    let step = (count / places).max(1) | 1;
    let all = (1..count).step_by(step).chain(count - 3..=count);
    all.flat_map(|index| KINDS.map(|kind| (index, kind))).collect()
}

/// Three at a time, each in a folder of its own.
fn each<J: Send>(jobs: Vec<J>, work: impl Fn(&Folder, J) + Sync) {
    let queue = Mutex::new(jobs.into_iter());
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                let folder = Folder::new();
                while let Some(job) = { queue.lock().expect("no job panics here").next() } {
                    work(&folder, job);
                }
            });
        }
    });
}

/// What every run has to tell, and whether it says that all is well.
#[track_caller]
fn told(ran: &Run, what: &str) -> bool {
    let event = ran.last_event();
    if ran.code == 0 {
        assert_eq!(event["event"], "result", "{what}: {event}");
        return true;
    }
    assert!([1, 5, 7].contains(&ran.code), "{what}: {event}");
    assert_eq!((&event["event"], &event["exit"]), (&"error".into(), &ran.code.into()), "{what}");
    assert!(event["code"].is_string() && event["code"] != "failed", "{what}: {event}");
    let message = event["message"].as_str().unwrap_or_default();
    assert!(
        message.contains("radxa/") || message.contains("port") || message.contains("virtual"),
        "{what}: {event}"
    );
    false
}

/// What storage holds has to go with what was told.
fn goes_with(ran: &Run, held: &[u8], image: &[u8], what: &str) {
    let event = ran.last_event();
    let end = image.len().next_multiple_of(512);
    let is_whole = held.starts_with(image);
    assert!(held[end..].iter().all(|byte| *byte == OLD), "{what}: written beyond the image");
    if told(ran, what) {
        assert_eq!(event["verified"], true, "{what}: {event}");
        assert!(is_whole, "{what}: called verified, and differs: {event}");
        return;
    }
    if ran.code == 7 || event.to_string().contains("nothing was written") {
        assert!(held.iter().all(|byte| *byte == OLD), "{what}: something was written: {event}");
    }
    if event["code"] == "board.unrestarted" {
        assert!(is_whole, "{what}: {event}");
    }
}

fn old(path: &Path, size: usize) {
    fs::write(path, vec![OLD; size]).expect("a file");
}

#[test]
fn transfers_of_rockchips_flash_may_fail() {
    const SIZE: usize = 4 << 20;
    let data = noise(1_500_000, 9);
    for verify in ["best", "read-back"] {
        let line = |folder: &Folder, more: &str| {
            let (image, emmc) = (folder.file("image", &data), folder.path("emmc"));
            old(&emmc, SIZE);
            run(&format!(
                "flash rock-5b {image} --verify {verify} --yes {more} --virtual \
                 radxa/rock-5b:storage={},size=4M",
                emmc.display()
            ))
        };
        let count = transfers(line(&Folder::new(), "-vv"));
        each(sampled(count, 10), |folder, (index, kind)| {
            let (image, emmc) = (folder.file("image", &data), folder.path("emmc"));
            old(&emmc, SIZE);
            let what = format!("{verify}: {kind} at transfer {index} of {count}");
            let board = format!("radxa/rock-5b:storage={},size=4M", emmc.display());
            let ran = run(&format!(
                "flash rock-5b {image} --verify {verify} --yes --json --virtual \
                 {board},fault={kind}@{index}"
            ));
            goes_with(&ran, &fs::read(&emmc).expect("a file"), &data, &what);
        });
    }
}

/// Bytes on the line are lost, doubled and flipped, and the adapter is pulled out: X- and YMODEM mend what they can.
#[test]
fn bytes_of_starfives_flash_may_fail() {
    let (spl, uboot) = (spl(20_000), fit(100_001));
    let before = bytes(16 << 20);
    // From the SPL's blocks over U-Boot's to the commands at the prompt.
    let places = [1, 700, 5_000, 21_000, 60_000, 110_000, 125_000, 130_000, 200_000, 230_000];
    let kinds = ["lost", "doubled", "flipped", "gone"];
    let jobs = places.into_iter().flat_map(|index| kinds.map(|kind| (index, kind))).collect();
    each(jobs, |folder, (index, kind)| {
        let what = format!("{kind} at byte {index}");
        let files = (folder.file("spl", &spl), folder.file("u-boot.itb", &uboot));
        let flash = folder.path("flash");
        fs::write(&flash, &before).expect("a file");
        let ran = run(&format!(
            "flash visionfive-2 {} --file spl={} --yes --json --virtual \
             starfive/visionfive-2:storage={},fault={kind}@{index}",
            files.1,
            files.0,
            flash.display()
        ));
        let event = ran.last_event();
        let held = fs::read(&flash).expect("a file");
        let is_whole = held.starts_with(&spl) && held[0x10_0000..].starts_with(&uboot);
        if ran.code == 0 {
            assert_eq!(event["verified"], true, "{what}: {event}");
            assert!(is_whole, "{what}: called verified, and differs: {event}");
            return;
        }
        assert!([1, 5].contains(&ran.code), "{what}: {event}");
        assert_eq!((&event["event"], &event["exit"]), (&"error".into(), &ran.code.into()));
        assert!(event["code"].is_string() && event["code"] != "failed", "{what}: {event}");
        // What is neither the SPL's nor U-Boot's place is as it was.
        let kept = |range: std::ops::Range<usize>| held[range.clone()] == before[range];
        assert!(kept(0x8000..0x10_0000) && kept(0x20_0000..16 << 20), "{what}: {event}");
        if event["code"] == "board.unrestarted" {
            assert!(is_whole, "{what}: {event}");
        }
    });
}

/// A recovery goes on after a failure in one way alone: a question that was asked while code runs is asked again.
#[test]
fn transfers_of_allwinners_recovery_may_fail() {
    let uboot = image(0x2000, 20_000, Some("sun8i-h3-orangepi-pc"));
    let line = |folder: &Folder, more: &str| {
        let file = folder.file("u-boot", &uboot);
        run(&format!("recover orangepi-pc --file uboot={file} --virtual xunlong/orangepi-pc{more}"))
    };
    let count = transfers(line(&Folder::new(), " -vv"));
    each(sampled(count, 10), |folder, (index, kind)| {
        let what = format!("{kind} at transfer {index} of {count}");
        let ran = line(folder, &format!(":fault={kind}@{index} --json"));
        let event = ran.last_event();
        if !told(&ran, &what) {
            assert!(event["step"].is_string(), "{what}: {event}");
            return;
        }
        assert_eq!(event["identity"]["stage"], "uboot", "{what}: {event}");
        // The last ones are the start, where silence is what success is like.
        if index + 3 <= count && kind != "garbage" {
            let again = transfers(line(folder, &format!(":fault={kind}@{index} -vv")));
            assert!(again > count, "{what} went unnoticed: {again} transfers");
        }
    });
}

/// A card over FEL alone: what it holds goes with what is told, and where the power went is where `--resume` goes on.
#[test]
fn transfers_of_writes_over_fel_may_fail() {
    const SIZE: usize = 1 << 20;
    let data = noise(40_000, 9);
    let line = |folder: &Folder, more: &str| {
        let (image, card) = (folder.file("image", &data), folder.path("card"));
        old(&card, SIZE);
        let board = format!("xunlong/orangepi-pc:sd={},size=1M", card.display());
        (run(&format!("fel disk write 20 {image} --raw --yes --virtual {board}{more}")), card)
    };
    let count = transfers(line(&Folder::new(), " -vv").0);
    each(sampled(count, 12), |folder, (index, kind)| {
        let what = format!("{kind} at transfer {index} of {count}");
        let (ran, card) = line(folder, &format!(",fault={kind}@{index} --json"));
        let held = fs::read(&card).expect("a file");
        assert!(held[..20 * 512].iter().all(|byte| *byte == OLD), "{what}: before its place");
        goes_with(&ran, &held[20 * 512..], &data, &what);
    });
}

/// SPI flash likewise. A page under way may be anything, and what shares an erasure with the range may be lost.
#[test]
fn transfers_of_writes_to_spi_flash_may_fail() {
    const AT: usize = 3000;
    const ERASURE: usize = 4096;
    let data = noise(9000, 9);
    let line = |folder: &Folder, more: &str| {
        let (image, nor) = (folder.file("image", &data), folder.path("nor"));
        old(&nor, 256 << 10);
        let board = format!("xunlong/orangepi-pc:spi-nor={}", nor.display());
        let write = format!("fel spiflash write {AT} {image} --raw --yes --virtual {board}{more}");
        (run(&write), nor)
    };
    let count = transfers(line(&Folder::new(), " -vv").0);
    each(sampled(count, 12), |folder, (index, kind)| {
        let what = format!("{kind} at transfer {index} of {count}");
        let (ran, nor) = line(folder, &format!(",fault={kind}@{index} --json"));
        let held = fs::read(&nor).expect("a file");
        let end = (AT + data.len()).next_multiple_of(ERASURE);
        assert!(held[end..].iter().all(|byte| *byte == OLD), "{what}: behind its place");
        if ran.code == 0 {
            assert!(held[..AT].iter().all(|byte| *byte == OLD), "{what}: before its place");
            goes_with(&ran, &held[AT..], &data, &what);
        } else {
            told(&ran, &what);
        }
    });
}

/// SPI NAND flash likewise: nothing but the range's blocks is touched, and a bad one among them is not.
#[test]
fn transfers_of_writes_to_spi_nand_flash_may_fail() {
    const BLOCK: usize = 128 << 10;
    let data = noise(BLOCK + 5000, 9);
    let line = |folder: &Folder, more: &str| {
        let (image, nand) = (folder.file("image", &data), folder.path("nand"));
        old(&nand, 128 << 20);
        let board = format!("allwinner/nezha-d1:spi-nand={},nand=bad@2", nand.display());
        let write =
            format!("fel spiflash write {BLOCK} {image} --raw --yes --virtual {board}{more}");
        (run(&write), nand)
    };
    let count = transfers(line(&Folder::new(), " -vv").0);
    each(sampled(count, 8), |folder, (index, kind)| {
        let what = format!("{kind} at transfer {index} of {count}");
        let (ran, nand) = line(folder, &format!(",fault={kind}@{index} --json"));
        let held = fs::read(&nand).expect("a file");
        let around = [&held[..BLOCK], &held[2 * BLOCK..3 * BLOCK], &held[4 * BLOCK..]];
        assert!(around.iter().all(|part| part.iter().all(|byte| *byte == OLD)), "{what}");
        if ran.code == 0 {
            let there = [&held[BLOCK..2 * BLOCK], &held[3 * BLOCK..4 * BLOCK]].concat();
            goes_with(&ran, &there, &data, &what);
        } else {
            told(&ran, &what);
        }
    });
}

#[test]
fn a_write_over_fel_goes_on_where_the_power_was_lost() {
    for board in ["xunlong/orangepi-pc", "allwinner/nezha-d1"] {
        goes_on_where_the_power_was_lost(board);
    }
}

fn goes_on_where_the_power_was_lost(board: &str) {
    let data = noise(1_300_000, 11);
    let (folder, card) = (Folder::new(), "card");
    let (image, card) = (folder.file("image", &data), folder.path(card));
    let flash = |more: &str| {
        let simulated = format!("--virtual {board}:sd={},size=2M", card.display());
        run(&format!("flash {board} {image} --to sd --yes {simulated}{more}"))
    };
    old(&card, 2 << 20);
    let count = transfers(flash(" -vv"));
    old(&card, 2 << 20);
    // A MiB is written by then, and not the rest.
    let lost = flash(&format!(",fault=disconnect@{} --json", count * 8 / 9));
    assert_eq!((lost.code, &lost.last_event()["code"]), (1, &"usb.gone".into()));
    let held = fs::read(&card).expect("a file");
    assert!(held.starts_with(&data[..1 << 20]) && !held.starts_with(&data));
    let done = flash(" --resume --json").good().last_event();
    let kept = done["already_there"].as_u64().expect("a number");
    assert!((1 << 20..1_300_000).contains(&kept) && done["verified"] == true, "{done}");
    assert!(fs::read(&card).expect("a file").starts_with(&data));
}
