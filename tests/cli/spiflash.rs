//! SPI NOR flash over FEL alone, by its own commands and as a board's storage.

use std::{fs, path::Path};

use crate::tool::{Folder, Run, image, noise, run, text};

const OLD: u8 = 0x5a;
/// Bytes of an erasure.
const SMALL: usize = 4096;

fn blank(path: &Path, size: usize) {
    fs::write(path, vec![OLD; size]).expect("a file");
}

/// A command for a board with its flash in a file.
fn tool(nor: &Path, board: &str, line: &str, more: &str) -> Run {
    run(&format!("fel spiflash {line} --virtual {board}:spi-nor={}{more}", text(nor)))
}

/// Every generation of SPI0 that a board of the database has.
#[test]
fn the_flash_of_each_generation_is_written_read_compared_and_erased() {
    let folder = Folder::new();
    let bytes = noise(70_001, 4);
    let file = folder.file("image", &bytes);
    let (nor, out) = (folder.path("nor"), folder.path("out"));
    for board in ["orangepi-pc", "m2-ultra", "mq-quad", "orangepi-zero3", "nezha-d1"] {
        blank(&nor, 512 << 10);
        let tool = |line: &str| tool(&nor, board, line, "");
        let info = tool("info --json").good().last_event();
        assert_eq!((&info["bytes"], &info["maker"]), (&(512 << 10).into(), &"Winbond".into()));
        tool(&format!("write 0x3001 {file} --raw")).bad(7, "--yes");
        assert!(fs::read(&nor).expect("the flash") == [OLD; 512 << 10]);
        let done = tool(&format!("write 0x3001 {file} --raw --yes --json")).good().last_event();
        assert_eq!(done["how"]["board-sum"], 70_001, "{done}");
        assert_eq!((&done["address"], &done["holes"]), (&0x3001.into(), &0.into()), "{done}");
        let end = 0x3001 + bytes.len();
        let held = fs::read(&nor).expect("the flash");
        assert!(held[0x3001..end] == bytes, "{board}");
        assert!(held[..0x3001].iter().chain(&held[end..]).all(|byte| *byte == OLD), "{board}");
        tool(&format!("verify 0x3001 {file} --raw")).good();
        tool(&format!("read 0x3001 70001 {} --yes", text(&out))).good();
        assert!(fs::read(&out).expect("the file") == bytes, "{board}");
        tool("erase 0x5000 5000 --yes").good();
        let held = fs::read(&nor).expect("the flash");
        assert!(held[0x5000..0x5000 + 5000].iter().all(|byte| *byte == 0xff), "{board}");
        assert!(held[0x5000 + 5000..end] == bytes[0x5000 + 5000 - 0x3001..], "{board}");
        let differs = tool(&format!("verify 0x3001 {file} --raw")).bad(5, "differs");
        assert!(differs.stderr.contains("from byte 0x3001 of the SPI flash"), "{}", differs.stderr);
    }
}

/// Whatever the length and the place: the range holds it, and what is around it stays.
#[test]
fn any_length_at_any_place_is_written_and_read() {
    let folder = Folder::new();
    let (nor, out) = (folder.path("nor"), folder.path("out"));
    const SIZE: usize = 256 << 10;
    for count in [1, 255, 256, 257, 4095, 4096, 4097, 65_537] {
        for at in [0, 1, 65_535, SIZE - count] {
            let bytes = noise(count, 7);
            let file = folder.file("image", &bytes);
            blank(&nor, SIZE);
            let tool = |line: &str| tool(&nor, "orangepi-zero3", line, "");
            tool(&format!("write {at} {file} --raw --yes")).good();
            let held = fs::read(&nor).expect("the flash");
            let mut expected = vec![OLD; SIZE];
            expected[at..at + count].copy_from_slice(&bytes);
            assert!(held == expected, "{count} bytes at {at}");
            tool(&format!("read {at} {count} {} --yes", text(&out))).good();
            assert!(fs::read(&out).expect("the file") == bytes, "{count} bytes at {at}");
        }
    }
    let tool = |line: &str| tool(&nor, "orangepi-zero3", line, "");
    tool(&format!("read 5 0 {} --yes", text(&out))).good();
    assert!(fs::read(&out).expect("the file").is_empty());
    tool(&format!("write 0 {} --raw --yes", folder.file("empty", &[]))).bad(6, "empty");
}

#[test]
fn what_does_not_fit_is_refused_and_nothing_is_written() {
    let folder = Folder::new();
    let nor = folder.path("nor");
    blank(&nor, 256 << 10);
    let tool = |line: &str| tool(&nor, "orangepi-zero3", line, "");
    let file = folder.file("image", &noise(5000, 7));
    let long = folder.file("long", &noise((256 << 10) + 1, 7));
    tool(&format!("write {} {file} --raw --yes", (256 << 10) - 4999)).bad(7, "do not fit");
    tool(&format!("write 0 {long} --raw --yes")).bad(7, "do not fit");
    tool(&format!("write 0xffffffffffffffff {file} --raw --yes")).bad(7, "do not fit");
    tool("erase 0 257K --yes").bad(7, "do not fit");
    tool(&format!("read 1 256K {}", text(&folder.path("out")))).bad(7, "do not fit");
    tool(&format!("verify {} {file} --raw", (256 << 10) - 512)).bad(7, "do not fit");
    let board = format!("--virtual orangepi-zero3:spi-nor={}", text(&nor));
    run(&format!("flash orangepi-zero3 {long} --to spi --yes {board}")).bad(7, "room for");
    assert!(fs::read(&nor).expect("the flash") == [OLD; 256 << 10]);
    run("fel spiflash info --virtual orangepi-pc").bad(1, "no SPI flash answers on SPI0");
    tool("erase --all --yes").good();
    assert!(fs::read(&nor).expect("the flash") == [0xff; 256 << 10]);
}

#[test]
fn a_protected_flash_is_written_only_where_that_is_asked_for() {
    let folder = Folder::new();
    let nor = folder.path("nor");
    blank(&nor, 256 << 10);
    let file = folder.file("image", &noise(5000, 7));
    let tool = |line: &str| tool(&nor, "orangepi-zero3", line, ",flash=protected");
    let info = tool("info").good().stdout;
    assert!(info.contains("protected against writes"), "{info}");
    let refused = tool(&format!("write 0 {file} --raw --yes --json"));
    assert_eq!((refused.code, &refused.last_event()["code"]), (7, &"storage.protected".into()));
    tool("erase 0 4K --yes").bad(7, "--unlock");
    let flash = format!(
        "flash orangepi-zero3 {file} --to spi --yes --virtual orangepi-zero3:spi-nor={},flash=protected",
        text(&nor)
    );
    run(&flash).bad(7, "spiflash write");
    assert!(fs::read(&nor).expect("the flash") == [OLD; 256 << 10]);
    tool(&format!("write 0 {file} --raw --yes --unlock")).good();
    assert!(fs::read(&nor).expect("the flash").starts_with(&noise(5000, 7)));
}

/// From a board's name: the boot loader is at the beginning, and one for another SoC goes nowhere.
#[test]
fn a_boards_flash_is_flashed_verified_and_backed_up() {
    let folder = Folder::new();
    let nor = folder.path("nor");
    blank(&nor, 512 << 10);
    let board = format!("--virtual orangepi-zero3:spi-nor={}", text(&nor));
    let of = |name| image(0x6000, 20_001, Some(name));
    let other = folder.file("h3", &of("sun8i-h3-orangepi-pc"));
    run(&format!("flash orangepi-zero3 {other} --to spi --yes {board}"))
        .bad(7, "the SPL at 0 KiB (sector 0) is built for the H3");
    run(&format!("fel spiflash write 0 {other} --yes {board}")).bad(7, "is built for the H3");
    assert!(fs::read(&nor).expect("the flash") == [OLD; 512 << 10]);
    let right = of("sun50i-h618-orangepi-zero3");
    assert_ne!(right.len() % 512, 0, "the last sector is not whole");
    let file = folder.file("h618", &right);
    let done = run(&format!("flash orangepi-zero3 {file} --to spi --yes --json {board}")).good();
    let done = done.last_event();
    assert_eq!((&done["verified"], &done["bytes"]), (&true.into(), &right.len().into()), "{done}");
    let held = fs::read(&nor).expect("the flash");
    assert!(held.starts_with(&right) && held[right.len()..].iter().all(|byte| *byte == OLD));
    run(&format!("verify orangepi-zero3 {file} --on spi {board}")).good();
    let same = format!("flash orangepi-zero3 {file} --to spi --if-different --yes --json {board}");
    assert_eq!(run(&same).good().last_event()["already_there"], right.len());
    let backup = folder.path("backup.img");
    run(&format!("backup orangepi-zero3 {} --from spi {board}", text(&backup))).good();
    assert!(fs::read(&backup).expect("the backup") == held);
}

/// What was written before the power went is not written again.
#[test]
fn a_write_to_spi_flash_goes_on_where_the_power_was_lost() {
    let folder = Folder::new();
    let (nor, data) = (folder.path("nor"), noise(600_000, 11));
    let file = folder.file("image", &data);
    blank(&nor, 1 << 20);
    let flash = |more: &str| {
        let nor = text(&nor);
        run(&format!(
            "flash orangepi-zero3 {file} --to spi --yes --virtual orangepi-zero3:spi-nor={nor}{more}"
        ))
    };
    let all = flash(" -vv").good();
    let count = all.stderr.lines().find(|line| line.contains(" host waits")).expect("counts");
    let count: usize =
        count.split(' ').next().and_then(|text| text.parse().ok()).expect("a number");
    blank(&nor, 1 << 20);
    let lost = flash(&format!(",fault=disconnect@{} --json", count * 3 / 4));
    assert_eq!((lost.code, &lost.last_event()["code"]), (1, &"usb.gone".into()));
    let held = fs::read(&nor).expect("the flash");
    assert!(held.starts_with(&data[..SMALL]) && !held.starts_with(&data));
    let done = flash(" --resume --json").good().last_event();
    let kept = done["already_there"].as_u64().expect("a number");
    assert!((1..600_000).contains(&kept) && done["verified"] == true, "{done}");
    let held = fs::read(&nor).expect("the flash");
    assert!(held.starts_with(&data) && held[data.len()..].iter().all(|byte| *byte == OLD));
}

#[test]
fn sunxi_fels_words_for_flash_mean_the_same() {
    let folder = Folder::new();
    let (nor, out) = (folder.path("nor"), folder.path("out"));
    blank(&nor, 256 << 10);
    let file = folder.file("image", &noise(5000, 7));
    let board = format!("--virtual orangepi-pc:spi-nor={} --json", text(&nor));
    for (words, ours) in [
        ("spiflash-info".to_owned(), "fel spiflash info"),
        (format!("spiflash-write 0x1000 {file} --yes"), "fel spiflash write"),
        (format!("spiflash-read 0x1000 5000 {}", text(&out)), "fel spiflash read"),
    ] {
        let event = run(&format!("fel {words} {board}")).good().last_event();
        assert_eq!(event["command"], ours, "{event}");
    }
    assert!(fs::read(&out).expect("the file") == noise(5000, 7));
}

#[test]
fn storages_are_named_where_they_are_asked_for() {
    let nor = "xunlong/orangepi-zero3";
    let seen = run(&format!("fel identify --storages --json --virtual {nor}")).good().last_event();
    let named: Vec<_> = seen["storages"].as_array().expect("storages").iter().collect();
    assert_eq!(named.len(), 2, "{seen}");
    assert_eq!((&named[1]["storage"], &named[1]["sectors"]), (&"spi-nor".into(), &32768.into()));
    let text = run(&format!("fel identify --storages --virtual {nor}")).good().stdout;
    assert!(text.contains("spi-nor (16 MiB): ef4018"), "{text}");
    let plain = run(&format!("fel identify --json --virtual {nor}")).good().last_event();
    assert!(plain["storages"].is_null(), "{plain}");
    let none = run("fel identify --storages --json --virtual sharevdi/r1").good().last_event();
    assert_eq!(none["storages"].as_array().expect("storages").len(), 1, "{none}");
}
