//! SPI NAND flash over FEL alone, by the commands of SPI flash and as a board's storage.

use std::{
    fs::{self, File},
    io::{Read, Seek, SeekFrom},
    path::Path,
};

use crate::tool::{Folder, Run, noise, run, text};

const BLOCK: usize = 128 << 10;
const PAGE: usize = 2048;
const SIZE: u64 = 128 << 20;

/// A flash of 128 MiB that holds zeros, which no erased flash does.
fn old(path: &Path) {
    File::create(path).and_then(|file| file.set_len(SIZE)).expect("a sparse file");
}

/// Bytes of a flash's file.
fn held(path: &Path, at: usize, count: usize) -> Vec<u8> {
    let mut file = File::open(path).expect("the flash");
    file.seek(SeekFrom::Start(at as u64)).expect("it is inside");
    let mut bytes = vec![0; count];
    file.read_exact(&mut bytes).expect("it is inside");
    bytes
}

/// A command for an H3 with its flash in a file.
fn tool(nand: &Path, line: &str, more: &str) -> Run {
    run(&format!("fel spiflash {line} --virtual orangepi-pc:spi-nand={}{more}", text(nand)))
}

#[test]
fn the_flash_is_told_from_nor_and_written_read_compared_and_erased() {
    let folder = Folder::new();
    let bytes = noise(BLOCK + 5001, 4);
    let file = folder.file("image", &bytes);
    let (nand, out) = (folder.path("nand"), folder.path("out"));
    for board in ["orangepi-pc", "mangopi/mq-quad", "nezha-d1"] {
        old(&nand);
        let tool = |line: &str| {
            run(&format!("fel spiflash {line} --virtual {board}:spi-nand={}", text(&nand)))
        };
        let info = tool("info --json").good().last_event();
        assert_eq!(
            (&info["storage"], &info["bytes"]),
            (&"spi-nand".into(), &SIZE.into()),
            "{info}"
        );
        assert_eq!((&info["name"], &info["known"]), (&"Winbond W25N01GV".into(), &true.into()));
        tool(&format!("write 0x20000 {file} --raw")).bad(7, "--yes");
        assert!(held(&nand, BLOCK, 4 * BLOCK).iter().all(|byte| *byte == 0));
        let done = tool(&format!("write 0x20000 {file} --raw --yes --json")).good().last_event();
        assert_eq!(
            (&done["how"]["board-sum"], &done["address"]),
            (&bytes.len().into(), &BLOCK.into())
        );
        let end = BLOCK + bytes.len();
        assert!(held(&nand, BLOCK, bytes.len()) == bytes, "{board}");
        let around = [held(&nand, 0, BLOCK), held(&nand, end, 3 * BLOCK - bytes.len())].concat();
        assert!(around.iter().all(|byte| *byte == 0), "{board}");
        tool(&format!("verify 0x20000 {file} --raw")).good();
        tool(&format!("read 0x20000 {} {} --yes", bytes.len(), text(&out))).good();
        assert!(fs::read(&out).expect("the file") == bytes, "{board}");
        tool("erase 0x20000 128K --yes").good();
        assert!(held(&nand, BLOCK, BLOCK).iter().all(|byte| *byte == 0xff), "{board}");
        assert!(held(&nand, 2 * BLOCK, 5001) == bytes[BLOCK..], "{board}");
        tool(&format!("verify 0x20000 {file} --raw")).bad(5, "differs");
    }
}

#[test]
fn bad_blocks_are_skipped_from_the_same_byte_on_by_every_command() {
    let folder = Folder::new();
    let bytes = noise(3 * BLOCK, 5);
    let file = folder.file("image", &bytes);
    let (nand, out) = (folder.path("nand"), folder.path("out"));
    old(&nand);
    let tool = |line: &str| tool(&nand, line, ",nand=bad@0,nand=bad@9,nand=bad@1023");
    let info = tool("info").good().stdout;
    assert!(info.contains("3 bad blocks (0, 9, 1023)"), "{info}");
    let done = tool(&format!("write 1M {file} --raw --yes")).good();
    assert!(done.stderr.contains("block 9 of the SPI flash is bad: skipped"), "{}", done.stderr);
    let at = 8 * BLOCK;
    assert!(held(&nand, at, BLOCK) == bytes[..BLOCK]);
    assert!(
        held(&nand, at + BLOCK, BLOCK).iter().all(|byte| *byte == 0),
        "a bad block is left alone"
    );
    assert!(held(&nand, at + 2 * BLOCK, 2 * BLOCK) == bytes[BLOCK..]);
    tool(&format!("verify 1M {file} --raw")).good();
    tool(&format!("read 1M 384K {} --yes", text(&out))).good();
    assert!(fs::read(&out).expect("the file") == bytes);
    tool("erase 1M 384K --yes").good();
    assert!(held(&nand, at + 2 * BLOCK, 2 * BLOCK).iter().all(|byte| *byte == 0xff));
    assert!(held(&nand, at + 4 * BLOCK, 1) == [0]);
    // The last block is bad: what is before it ends there.
    let last = SIZE - 2 * BLOCK as u64;
    tool(&format!("write {last} {file} --raw --yes")).bad(7, "do not fit");
    assert!(held(&nand, last as usize, 2 * BLOCK).iter().all(|byte| *byte == 0));
}

#[test]
fn a_block_that_fails_and_pages_that_the_flash_corrects_or_cannot_are_told() {
    let folder = Folder::new();
    let (nand, out) = (folder.path("nand"), folder.path("out"));
    let file = folder.file("image", &noise(2 * BLOCK, 6));
    for flaw in ["erase-fails", "program-fails"] {
        old(&nand);
        let failed =
            tool(&nand, &format!("write 0 {file} --raw --yes --json"), &format!(",nand={flaw}@1"));
        let event = failed.last_event();
        assert_eq!((failed.code, &event["code"]), (1, &"storage.failed".into()), "{event}");
        let message = event["message"].as_str().expect("a message");
        assert!(message.contains("block 1 ") && message.contains("was marked as bad"), "{message}");
        assert!(held(&nand, 0, BLOCK) == noise(2 * BLOCK, 6)[..BLOCK]);
        assert!(held(&nand, 2 * BLOCK, BLOCK).iter().all(|byte| *byte == 0));
    }
    old(&nand);
    let tool = |line: &str| tool(&nand, line, ",nand=corrected@3,nand=damaged@70");
    let read = tool(&format!("read 0 64K {} --yes", text(&out))).good();
    assert!(read.stderr.contains("page 3 of the SPI flash had wrong bits"), "{}", read.stderr);
    let damaged = tool(&format!("read {} 64K {} --yes", 64 * PAGE, text(&out)));
    assert_eq!(damaged.code, 1);
    assert!(damaged.stderr.contains("page 70 of the SPI NAND flash"), "{}", damaged.stderr);
    // What shares the block with a range would be lost.
    let small = folder.file("small", &noise(5000, 7));
    tool(&format!("write {} {small} --raw --yes", 65 * PAGE)).bad(1, "page 70 ");
    assert!(held(&nand, BLOCK, 3 * BLOCK).iter().all(|byte| *byte == 0));
    tool(&format!("write {BLOCK} {file} --raw --yes")).good();
    assert!(held(&nand, BLOCK, 2 * BLOCK) == noise(2 * BLOCK, 6));
}

#[test]
fn a_flash_that_is_not_known_is_read_by_its_parameter_page_or_refused() {
    let folder = Folder::new();
    let nand = folder.path("nand");
    old(&nand);
    let info = tool(&nand, "info", ",nand=unlisted").good().stdout;
    assert!(info.contains("by its parameter page; its id is not known"), "{info}");
    tool(&nand, "info", ",nand=mute").bad(1, "not known, and does not tell its size (id ef fe 01)");
    let file = folder.file("image", &noise(5000, 7));
    let locked = tool(&nand, &format!("write 0 {file} --raw --yes --json"), ",flash=protected");
    assert_eq!((locked.code, &locked.last_event()["code"]), (7, &"storage.protected".into()));
    assert!(held(&nand, 0, BLOCK).iter().all(|byte| *byte == 0));
}

#[test]
fn a_nezhas_flash_is_flashed_verified_and_backed_up() {
    let folder = Folder::new();
    let nand = folder.path("nand");
    old(&nand);
    let data = noise(3 * BLOCK + 1001, 8);
    let file = folder.file("image", &data);
    let board = format!("--virtual nezha-d1:spi-nand={},nand=bad@2", text(&nand));
    let done = run(&format!("flash nezha-d1 {file} --to spi --yes --json {board}")).good();
    let done = done.last_event();
    assert_eq!((&done["verified"], &done["bytes"]), (&true.into(), &data.len().into()), "{done}");
    assert!(held(&nand, 0, 2 * BLOCK) == data[..2 * BLOCK]);
    assert!(held(&nand, 3 * BLOCK, BLOCK + 1001) == data[2 * BLOCK..]);
    run(&format!("verify nezha-d1 {file} --on spi {board}")).good();
    let same = format!("flash nezha-d1 {file} --to spi --if-different --yes --json {board}");
    assert_eq!(run(&same).good().last_event()["already_there"], data.len());
    run(&format!(
        "flash orangepi-zero3 {file} --to spi --yes --virtual orangepi-zero3:spi-nand={}",
        text(&nand)
    ))
    .bad(7, "the flash on SPI0 is SPI NAND flash");
}

#[test]
fn the_flash_is_named_among_the_storages() {
    let seen = run("fel identify --storages --json --virtual nezha-d1").good().last_event();
    let named = seen["storages"].as_array().expect("storages");
    let flash = named.iter().find(|storage| storage["storage"] == "spi-nand").expect("the flash");
    assert_eq!((&flash["sectors"], &flash["id"]), (&524_288.into(), &"efaa22".into()), "{seen}");
}

/// What was written before the power went is not written again.
#[test]
fn a_write_goes_on_where_the_power_was_lost() {
    let folder = Folder::new();
    let (nand, data) = (folder.path("nand"), noise(5 * BLOCK, 11));
    let file = folder.file("image", &data);
    old(&nand);
    let flash = |more: &str| {
        let nand = text(&nand);
        run(&format!(
            "flash nezha-d1 {file} --to spi --yes --virtual nezha-d1:spi-nand={nand},nand=bad@1{more}"
        ))
    };
    let count = flash(" -vv").good();
    let count = count.stderr.lines().find(|line| line.contains(" host waits")).expect("counts");
    let count: usize =
        count.split(' ').next().and_then(|text| text.parse().ok()).expect("a number");
    old(&nand);
    let lost = flash(&format!(",fault=disconnect@{} --json", count * 3 / 4));
    assert_eq!((lost.code, &lost.last_event()["code"]), (1, &"usb.gone".into()));
    assert!(held(&nand, 0, BLOCK) == data[..BLOCK]);
    let done = flash(" --resume --json").good().last_event();
    let kept = done["already_there"].as_u64().expect("a number");
    assert!((1..data.len() as u64).contains(&kept) && done["verified"] == true, "{done}");
    assert!(held(&nand, 2 * BLOCK, 4 * BLOCK) == data[BLOCK..]);
    assert!(held(&nand, BLOCK, BLOCK).iter().all(|byte| *byte == 0));
}
