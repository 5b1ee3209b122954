//! `flash`, `recover`, `verify` and `backup`: a board's name and a file are enough.

use std::{fs, io::Read, path::Path};

use serde_json::Value;

use crate::tool::{Folder, Run, loader, noise, run, text};

/// Boards of Rockchip's that are simulated and can be flashed, as `boards` lists them.
fn boards() -> Vec<String> {
    let listed = run("boards --json").good().last_event();
    let names = listed["boards"].as_array().expect("a list").iter();
    let names = names.filter(|board| board["flashable"] == true);
    let all = names.map(|board| board["name"].as_str().expect("a name").to_owned());
    let rockchip = |name: &String| {
        let board = run(&format!("boards {name} --json")).good().last_event();
        board["vendor"] == "Rockchip" && !board["profile"].is_null()
    };
    all.filter(rockchip).collect()
}

/// The storage that the simulated board's loader serves.
fn served(board: &str) -> String {
    let info =
        run(&format!("rk identify --json --virtual {board}:mode=usbplug")).good().last_event();
    // Loaders of old do not tell.
    let card = run(&format!("boards {board} --json")).good().last_event();
    info["storage"]
        .as_str()
        .or_else(|| card["default_storage"].as_str())
        .expect("a storage")
        .to_owned()
}

fn emmc(folder: &Folder) -> String {
    text(&folder.path("storage"))
}

/// A board whose storage of 64 MiB is in the folder.
fn rock(folder: &Folder, more: &str) -> String {
    format!("--virtual radxa/rock-5b:storage={},size=64M{more}", emmc(folder))
}

fn starts_with(file: &Path, data: &[u8]) -> bool {
    // It may be a sparse file of many GiB.
    let mut held = vec![0; data.len()];
    fs::File::open(file)
        .and_then(|mut file| file.read_exact(&mut held))
        .expect("the storage's file");
    held == data
}

/// What a run says of its steps, by their stable words.
fn steps(run: &Run) -> Vec<String> {
    let event = run.last_event();
    let steps = event["steps"].as_array().expect("steps").iter();
    steps.map(|step| step["step"].as_str().expect("a word").to_owned()).collect()
}

#[test]
fn every_rockchip_board_is_flashed_by_its_name() {
    let boards = boards();
    assert!(boards.len() > 15, "{boards:?}");
    let data = noise(3 << 20, 7);
    for board in boards {
        let folder = Folder::new();
        let image = folder.file("disk.img", &data);
        let flash = format!(
            "flash {board} {image} --to {} --yes --json --virtual {board}:storage={}",
            served(&board),
            emmc(&folder)
        );
        let done = run(&flash).good();
        let event = done.last_event();
        assert_eq!(event["verified"], true, "{board}: {event}");
        assert_eq!(event["bytes"], data.len(), "{board}: {event}");
        assert_eq!(
            (&event["board"], &event["restarted"]),
            (&Value::from(board.as_str()), &true.into())
        );
        assert!(starts_with(&folder.path("storage"), &data), "{board}");
        for event in done.events().iter().filter(|event| event["event"] == "step") {
            assert_eq!(event["board"], board.as_str(), "{event}");
        }
    }
}

#[test]
fn only_what_is_missing_is_done() {
    let folder = Folder::new();
    let data = noise(4 << 20, 9);
    let image = folder.file("disk.img", &data);
    let file = folder.file("loader.bin", &loader("RK3588"));
    for mode in ["maskrom", "usbplug", "loader"] {
        fs::remove_file(folder.path("storage")).ok();
        let board = rock(&folder, &format!(",mode={mode}"));
        let done = run(&format!("flash rock5b {image} --file loader={file} --yes {board}")).good();
        assert_eq!(done.stderr.contains("usbplug: "), mode == "maskrom", "{}", done.stderr);
        let closing = "Written and verified: 4096 KiB to emmc (64 MiB) of Radxa ROCK 5B";
        assert!(done.stdout.starts_with(closing), "{}", done.stdout);
        assert!(
            done.stdout.contains("checked by the board's parity; the board restarts"),
            "{}",
            done.stdout
        );
        assert!(starts_with(&folder.path("storage"), &data), "{mode}");
    }
    // What is equal is not written again.
    let board = rock(&folder, "");
    let same = run(&format!("flash rock-5b {image} --if-different --yes --json {board}")).good();
    assert_eq!(same.last_event()["already_there"], data.len());
    let mut other = data.clone();
    other[3 << 20] ^= 1;
    let image = folder.file("other.img", &other);
    let event = run(&format!("flash rock-5b {image} --if-different --yes --json {board}"))
        .good()
        .last_event();
    let held = event["already_there"].as_u64().expect("bytes");
    assert!(held > 2 << 20 && held < data.len() as u64, "{event}");
    assert!(starts_with(&folder.path("storage"), &other));
    run(&format!("verify rock-5b {image} {board}")).good();
    let wrong = folder.file("wrong.img", &data);
    run(&format!("verify rock-5b {wrong} {board}")).bad(5, "differs from sector 6144 on");
}

#[test]
fn a_write_that_was_cut_is_continued() {
    let folder = Folder::new();
    let data = noise(16 << 20, 11);
    let image = folder.file("disk.img", &data);
    let flash = format!("flash rock-5b {image} --yes --json");
    let cut = run(&format!("{flash} {}", rock(&folder, ",mode=usbplug,fault=disconnect@100")));
    assert_eq!((cut.code, cut.last_event()["code"].as_str()), (1, Some("usb.gone")));
    let event = run(&format!("{flash} --resume {}", rock(&folder, ""))).good().last_event();
    assert!(event["already_there"].as_u64() > Some(0), "{event}");
    assert!(starts_with(&folder.path("storage"), &data));
}

#[test]
fn partitions_and_other_storages_are_named() {
    let folder = Folder::new();
    let board = rock(&folder, "");
    let table = "TYPE: GPT\nCMDLINE: mtdparts=rk29xxnand:0x800@0x4000(uboot),-@0x8000(root)\n";
    let table = folder.file("parameter.txt", table.as_bytes());
    run(&format!("rk partition table {table} --yes {}", rock(&folder, ",mode=usbplug"))).good();
    let data = noise(1 << 19, 15);
    let image = folder.file("uboot.img", &data);
    run(&format!("flash rock-5b {image} --to uboot --yes {board}")).good();
    let held = fs::read(folder.path("storage")).expect("the file");
    assert!(held[0x4000 * 512..].starts_with(&data));
    run(&format!("flash rock-5b {image} --to boot --yes {board}")).bad(7, "there are uboot, root");
    let large = folder.file("large.img", &noise(2 << 20, 17));
    run(&format!("flash rock-5b {large} --to uboot --yes {board}")).bad(7, "room for 2048");
    run(&format!("flash rock-5b {image} --to ufs {board}")).bad(7, "its storages are");
    // SPI flash, where the commonest of all repairs is needed.
    let nor = text(&folder.path("nor"));
    let spi = format!("--virtual xunlong/orangepi-5:storage={nor},size=4M");
    run(&format!("flash orangepi-5 {image} --to spi --yes {spi}")).good();
    assert!(starts_with(&folder.path("nor"), &data));
}

#[test]
fn nothing_is_written_to_the_wrong_board_or_unasked() {
    let folder = Folder::new();
    let image = folder.file("disk.img", &noise(1 << 20, 19));
    let board = rock(&folder, "");
    let untouched = |folder: &Folder| {
        fs::read(folder.path("storage")).is_ok_and(|held| held.iter().all(|byte| *byte == 0))
    };
    run(&format!("flash rock-5b {image} {board}")).bad(7, "Refused: this overwrites");
    assert!(untouched(&folder));
    run(&format!("flash rock-4d {image} --yes {board}"))
        .bad(7, "--virtual simulates radxa/rock-5b");
    let other = folder.file("loader.bin", &loader("RK3568"));
    run(&format!("flash rock-5b {image} --file loader={other} --yes {board}")).bad(7, "RK3566");
    let large = folder.file("large.img", &noise(65 << 20, 21));
    run(&format!("flash rock-5b {large} --yes {board}")).bad(7, "131072");
    assert!(untouched(&folder));
    let head = folder.file("loader-as-image.img", &loader("RK3588"));
    run(&format!("flash rock-5b {head} --yes {board}")).bad(7, "a loader");
    run(&format!("flash rock-5b {}/none.img --yes {board}", folder.path("").display()))
        .bad(6, "none.img");
    run(&format!("flash rock {image} {board}")).bad(2, "part of the names of");
    run(&format!("flash rok-5b {image} {board}")).bad(2, "radxa/rock-5b");
    run(&format!("flash rock-5b {image} --file loader=/none {board}")).bad(6, "/none");
    run(&format!("flash rock-5b {image} --file load=x {board}")).bad(2, "no role is called `load`");
}

#[test]
fn a_missing_file_is_named_with_its_publisher() {
    let folder = Folder::new();
    let image = folder.file("disk.img", &noise(1 << 20, 23));
    let plan = run(&format!("flash rock-5b {image} --dry-run --json")).good();
    assert_eq!(steps(&plan), ["find", "start", "choose", "write", "restart"]);
    let text = run(&format!("flash rock-5b {image} --dry-run")).good().stdout;
    assert!(text.contains("still needed: --file loader=FILE"), "{text}");
    assert!(text.contains("published by"), "{text}");
}

#[test]
fn a_loader_is_all_that_recover_sends() {
    let said = run("recover rock-5b --virtual radxa/rock-5b").good().stdout;
    assert!(said.contains("is a Rockchip RK3588 in usbplug"), "{said}");
    let event =
        run("recover rock-5b --json --virtual radxa/rock-5b:mode=loader").good().last_event();
    assert_eq!(event["identity"]["stage"], "loader");
}

#[test]
fn a_stale_backup_table_is_cleared() {
    let folder = Folder::new();
    let table = "TYPE: GPT\nCMDLINE: mtdparts=rk29xxnand:0x800@0x4000(uboot),-@0x8000(root)\n";
    let table = folder.file("parameter.txt", table.as_bytes());
    run(&format!("rk partition table {table} --yes {}", rock(&folder, ",mode=usbplug"))).good();
    let last = |folder: &Folder| {
        fs::read(folder.path("storage")).expect("the file").split_off((64 << 20) - 512)
    };
    assert!(last(&folder).starts_with(b"EFI PART"));
    let mut disk = noise(1 << 20, 25);
    disk[..446].fill(0);
    disk[510..512].copy_from_slice(&[0x55, 0xaa]);
    disk[446..510].fill(0);
    disk[446 + 4] = 0x83;
    disk[446 + 8] = 1;
    disk[446 + 12] = 8;
    let image = folder.file("disk.img", &disk);
    let said = run(&format!("flash rock-5b {image} --yes {}", rock(&folder, ""))).good().stderr;
    assert!(
        said.contains("the backup of an older GPT at the end of the storage was cleared"),
        "{said}"
    );
    assert!(last(&folder).iter().all(|byte| *byte == 0));
}
