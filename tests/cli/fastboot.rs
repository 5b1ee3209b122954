//! `fastboot`, and boards that are flashed over it.

use std::{
    fs::{self, File},
    io::Write,
    os::unix::fs::FileExt,
    process::Stdio,
    thread,
    time::Duration,
};

use crate::tool::{Folder, Run, command, noise, run, text};

const LICHEEPI: &str = "sipeed/licheepi-4a";
const K1: &str = "bananapi/f3";
/// Where the partitions of the vendors' U-Boots begin, in sectors.
const BOOT: u64 = 4096;
const ROOTFS: u64 = 8192;
/// The length of the eMMC's file, in bytes.
const EMMC: u64 = 1 << 30;

/// A board whose eMMC is in the folder.
fn kept(folder: &Folder, board: &str, more: &str) -> String {
    format!("--virtual {board}:storage={},size=1G{more}", text(&folder.path("emmc")))
}

fn on_emmc(folder: &Folder, sector: u64, length: usize) -> Vec<u8> {
    let file = File::open(folder.path("emmc")).expect("the eMMC's file");
    let mut bytes = vec![0; length];
    file.read_exact_at(&mut bytes, sector * 512).expect("inside");
    bytes
}

/// Whether nothing at all was written.
fn is_blank(folder: &Folder) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(folder.path("emmc")).map_or(true, |emmc| emmc.blocks() == 0)
}

#[test]
fn every_program_says_what_it_is() {
    for (board, stage, soc, product) in [
        (LICHEEPI.to_owned(), "mask-rom", "TH1520", None),
        (format!("{LICHEEPI}:mode=uboot"), "uboot", "TH1520", None),
        (K1.to_owned(), "mask-rom", "K1/M1", None),
        (format!("{K1}:mode=spl"), "mask-rom", "K1/M1", None),
        (format!("{K1}:mode=uboot"), "uboot", "K1/M1", Some("k1-x")),
    ] {
        let event = run(&format!("fb identify --json --virtual {board}")).good().last_event();
        assert_eq!(event["command"], "fastboot identify");
        assert_eq!((&event["stage"], &event["soc"]), (&stage.into(), &soc.into()), "{event}");
        assert_eq!(event["product"].as_str(), product, "{event}");
        assert!(event["download_limit"].as_u64() >= Some(1 << 20), "{event}");
    }
    run("fastboot identify --virtual radxa/rock-5b").bad(7, "use `racklet-flash rockchip");
    run(&format!("rk identify --virtual {K1}")).bad(7, "use `racklet-flash fastboot");
}

/// Nothing is known of how long the image is going to be, and no more of it comes until the board has some.
#[test]
fn the_first_piece_goes_out_when_a_few_mib_were_read() {
    let folder = Folder::new();
    let board = kept(&folder, K1, ",mode=uboot");
    let line = format!("fastboot partition write rootfs - --no-verify --yes {board}");
    let mut child = command(line.split(' '))
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let image = noise(16 << 20, 5);
    let (begin, rest) = image.split_at(7 << 20);
    let mut stdin = child.stdin.take().expect("it is piped");
    stdin.write_all(begin).expect("it takes the beginning");
    while is_blank(&folder) {
        assert!(child.try_wait().expect("a child of ours").is_none(), "it ended");
        thread::sleep(Duration::from_millis(10));
    }
    stdin.write_all(rest).expect("it takes the rest");
    drop(stdin);
    let ran = child.wait_with_output().expect("it ended");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert!(on_emmc(&folder, ROOTFS, image.len()) == image);
}

#[test]
fn variables_are_asked_for() {
    let board = format!("--virtual {LICHEEPI}:mode=uboot");
    let size = run(&format!("fastboot getvar partition-size:boot {board}")).good().stdout;
    assert_eq!(size, "0x000000001f400000\n");
    run(&format!("fastboot getvar nothing {board}")).bad(1, "knows no variable `nothing`");
    // This board does not know `all`.
    let all = run(&format!("fastboot getvar all {board}")).good().stdout;
    assert!(all.contains("max-download-size:0x10000000\n"), "{all}");
}

#[test]
fn androids_words_mean_what_they_mean_there() {
    let folder = Folder::new();
    let (file, board) = (folder.file("f", &noise(9000, 1)), kept(&folder, LICHEEPI, ",mode=uboot"));
    for (words, ours) in [
        (format!("flash boot {file}"), "fastboot partition write"),
        ("erase boot".into(), "fastboot partition erase"),
        ("reboot".into(), "fastboot reset"),
        ("reboot-bootloader".into(), "fastboot reset"),
        ("oem command:printenv".into(), "fastboot oem"),
    ] {
        let event = run(&format!("fb {words} --yes --json {board}")).good().last_event();
        assert_eq!(event["command"], ours, "{event}");
    }
    run(&format!("fb format boot {board}")).bad(2, "is not a command here");
}

#[test]
fn what_is_written_and_cannot_be_read_is_not_called_verified() {
    let folder = Folder::new();
    let data = noise((9 << 20) + 512, 2);
    let image = folder.file("boot.ext4", &data);
    let board = kept(&folder, LICHEEPI, ",mode=uboot,info=2");
    let line = format!("fastboot partition write boot {image} --yes --json {board}");
    let event = run(&line).good().last_event();
    assert_eq!((&event["verified"], &event["partition"]), (&false.into(), &"boot".into()));
    assert_eq!(event["how"]["none"], data.len(), "{event}");
    assert!(on_emmc(&folder, BOOT, data.len()) == data);
    assert!(on_emmc(&folder, BOOT + data.len() as u64 / 512, 4096) == [0; 4096]);
    let said = run(&line.replace(" --json", "")).good().stderr;
    assert!(said.contains("not verified"), "{said}");
    run(&format!("fastboot partition verify boot {image} {board}"))
        .bad(1, "could not be verified: U-Boot says OKAY whatever");
    run(&format!("fastboot partition read boot - {board}")).bad(7, "it cannot be read");
    // OKAY that writes nothing is no success either.
    let other = Folder::new();
    let board = kept(&other, LICHEEPI, ",mode=uboot,protected=on");
    let event = run(&format!("fastboot partition write boot {image} --yes --json {board}"));
    assert_eq!(event.good().last_event()["verified"], false);
    assert!(is_blank(&other));
}

#[test]
fn a_k1_is_read_back() {
    let folder = Folder::new();
    let data = noise((20 << 20) + 1024, 3);
    let image = folder.file("rootfs.ext4", &data);
    let board = kept(&folder, K1, ",mode=uboot");
    let line = format!("fastboot partition write rootfs {image} --yes --json {board}");
    let event = run(&line).good().last_event();
    assert_eq!(event["verified"], true, "{event}");
    assert_eq!(event["how"]["read-back"], data.len(), "{event}");
    assert!(on_emmc(&folder, ROOTFS, data.len()) == data);
    run(&format!("fastboot partition verify rootfs {image} {board}")).good();
    let event = run(&format!("{line} --if-different")).good().last_event();
    assert_eq!(event["already_there"], data.len(), "{event}");
    // One sector differs, and nothing beside what differs is written.
    let emmc = File::options().write(true).open(folder.path("emmc")).expect("the eMMC");
    emmc.write_all_at(&[9; 512], ROOTFS * 512 + (5 << 20)).expect("written");
    run(&format!("fastboot partition verify rootfs {image} {board}"))
        .bad(5, "differs from sector 10240 on");
    let event = run(&format!("{line} --if-different")).good().last_event();
    assert!(event["already_there"].as_u64() < Some(data.len() as u64), "{event}");
    assert!(on_emmc(&folder, ROOTFS, data.len()) == data);
    let out = folder.path("env");
    run(&format!("fastboot partition read env {} {board}", text(&out))).good();
    assert_eq!(fs::metadata(out).expect("the file").len(), 128 * 512);
    // Another host's two commands.
    let staged = run(&format!("fastboot upload - --virtual {K1}:mode=uboot,staged=on")).good();
    assert_eq!(staged.stdout, "S".repeat(4096));
}

#[test]
fn holes_are_left_as_they_are() {
    let folder = Folder::new();
    let (mut data, old) = (noise(1 << 20, 4), vec![0xee_u8; 4 << 20]);
    data[4608..9000].fill(0);
    let image = folder.file("image", &data);
    let bmap = format!(
        "<?xml version=\"1.0\"?><bmap version=\"2.0\"><ImageSize>{}</ImageSize><BlockSize>512</BlockSize>\
         <BlocksCount>2048</BlocksCount><MappedBlocksCount>1033</MappedBlocksCount>\
         <BlockMap><Range>0-8</Range><Range>1024-2047</Range></BlockMap></bmap>",
        data.len()
    );
    let map = folder.file("image.map", bmap.as_bytes());
    let emmc = File::create(folder.path("emmc")).expect("the eMMC");
    emmc.set_len(EMMC).expect("its length");
    emmc.write_all_at(&old, ROOTFS * 512).expect("written");
    let board = kept(&folder, K1, ",mode=uboot");
    let line = format!("fastboot partition write rootfs {image} --bmap {map} --yes --json {board}");
    let event = run(&line).good().last_event();
    assert_eq!((&event["verified"], &event["holes"]), (&true.into(), &(1015 * 512).into()));
    let held = on_emmc(&folder, ROOTFS, old.len());
    assert!(held[..9 * 512] == data[..9 * 512] && held[1024 * 512..1 << 20] == data[1024 * 512..]);
    assert!(held[9 * 512..1024 * 512].iter().chain(&held[1 << 20..]).all(|byte| *byte == 0xee));
}

#[test]
fn what_would_come_to_nothing_is_refused_before_a_byte_is_sent() {
    let folder = Folder::new();
    let image = folder.file("image", &noise(1 << 20, 5));
    let large = folder.file("large", &noise((1 << 20) + (1 << 18), 6));
    let twice = folder.path("twice");
    File::create(&twice).and_then(|file| file.set_len(600 << 20)).expect("a sparse file");
    let twice = text(&twice);
    let uboot = format!("{LICHEEPI}:mode=uboot");
    for (command, board, code, says) in [
        (format!("flash root {image}"), LICHEEPI, 7, "no partition is written there"),
        (format!("flash rootfs {image}"), K1, 7, "no partition is written there"),
        ("erase root".into(), LICHEEPI, 7, "no partition is written there"),
        (format!("flash ram {large}"), LICHEEPI, 7, "takes at most 1179648"),
        (format!("boot {large}"), LICHEEPI, 7, "takes at most 1179648"),
        (format!("boot {image} {image}"), LICHEEPI, 2, "takes one file"),
        (format!("boot {image}"), K1, 2, "takes two files"),
        (format!("flash ram {image}"), &uboot, 7, "for a TH1520's mask ROM"),
        (format!("flash rootfs {image}"), &uboot, 7, "writes nothing"),
        (format!("flash stash1 {image}"), &uboot, 7, "restarts at the name"),
        (format!("flash nothing {image}"), &uboot, 7, "knows no partition `nothing`"),
        (format!("flash boot {twice}"), &uboot, 7, "do not fit into partition boot"),
        (
            format!("flash rootfs {image}"),
            "bananapi/f3:mode=uboot,table=off",
            7,
            "the table comes first",
        ),
        (format!("stage {image}"), "bananapi/f3:mode=uboot", 7, "the K1's U-Boot runs already"),
        (format!("boot {image}"), "bananapi/f3:mode=uboot", 7, "the K1's U-Boot runs already"),
    ] {
        let record = text(&folder.path("record"));
        let ran = run(&format!("fb {command} --yes --record {record} --virtual {board}"));
        ran.bad(code, says);
        let said = fs::read_to_string(&record).unwrap_or_default();
        assert!(!said.contains("> 646f776e6c6f6164"), "{command}: a download was begun: {said}");
        let _ = fs::remove_file(record);
    }
}

#[test]
fn what_destroys_asks_and_a_dry_run_changes_nothing() {
    let folder = Folder::new();
    let image = folder.file("image", &noise(1 << 20, 7));
    let board = kept(&folder, LICHEEPI, ",mode=uboot");
    for (command, what) in [
        (format!("partition write boot {image}"), "overwrites partition boot"),
        ("partition erase boot".into(), "erases partition boot"),
        ("oem command:mmc erase 0 1".into(), "erases storage"),
        ("oem format".into(), "replaces the partition table"),
    ] {
        run(&format!("fb {command} {board}")).bad(7, what);
        run(&format!("fb {command} --dry-run --yes {board}")).good();
        assert!(is_blank(&folder), "{command}");
    }
    run(&format!("fb flash nothing {image} --dry-run {board}")).bad(7, "knows no partition");
}

#[test]
fn boot_files_start_from_a_mask_rom() {
    let folder = Folder::new();
    let files = [folder.file("a", &noise(200_000, 8)), folder.file("b", &noise(1 << 20, 9))];
    let boot = format!("fb boot {} --json --virtual {LICHEEPI}", files[1]);
    assert_eq!(run(&boot).good().last_event()["stage"], "uboot");
    let k1 = format!("fb boot {} {} --json --virtual {K1}", files[0], files[1]);
    assert_eq!(run(&k1).good().last_event()["stage"], "uboot");
    let left = run(&format!("fb boot {} --json --virtual {LICHEEPI}:mode=uboot", files[0]));
    assert_eq!(left.good().last_event()["stage"], "left");
    run(&format!("fb boot {} --virtual {LICHEEPI}:loader={}", files[1], files[0]))
        .bad(1, "what was started did not come up");
}

/// A line of `flash` and its like for a board in a stage.
fn any(verb: &str, board: &str, rest: &str) -> Run {
    run(&format!("{verb} {board} {rest}"))
}

#[test]
fn a_licheepi_is_flashed_by_its_name() {
    let folder = Folder::new();
    let data = noise((6 << 20) + 100, 10);
    let image = folder.file("boot.ext4", &data);
    for stage in ["rom", "uboot"] {
        let board = kept(&folder, LICHEEPI, &format!(",mode={stage}"));
        let rest = format!("{image} --to boot --yes --json {board}");
        let plan = any("flash", LICHEEPI, &format!("{rest} --dry-run")).good().last_event();
        let steps = plan["steps"].to_string();
        assert!(steps.contains("to partition boot of emmc, without verifying it"), "{steps}");
        let event = any("flash", LICHEEPI, &rest).good().last_event();
        assert_eq!((&event["verified"], &event["restarted"]), (&false.into(), &true.into()));
        assert!(event["how"]["none"].is_number(), "{event}");
        assert_eq!(event["identity"]["storage_sectors"], serde_json::Value::Null, "{event}");
        assert!(on_emmc(&folder, BOOT, data.len()) == data, "{stage}");
        let compared = format!("{image} --on boot {board}");
        any("verify", LICHEEPI, &compared).bad(1, "could not be verified");
        let said = any("flash", LICHEEPI, &rest.replace("--json ", "")).good().stdout;
        assert!(
            said.starts_with("Written: 6144 KiB to partition boot of emmc of Sipeed"),
            "{said}"
        );
        assert!(said.contains("6144 KiB of it not verified: U-Boot says OKAY whatever"), "{said}");
        let event = any("recover", LICHEEPI, &format!("--json {board}")).good().last_event();
        assert_eq!(event["identity"]["stage"], "uboot", "{event}");
        any("backup", LICHEEPI, &format!("{} {board}", text(&folder.path("dump"))))
            .bad(7, "cannot be read");
    }
    let disk = folder.file("disk.img", &[&vec![0; 510][..], &[0x55, 0xaa]].concat());
    let board = kept(&folder, LICHEEPI, "");
    any("flash", LICHEEPI, &format!("{disk} --yes {board}")).bad(7, "the image of a whole disk");
    any("flash", LICHEEPI, "--demo").bad(2, "has no demo");
}

/// All of the boards' other storage is as it was: an image without `--to` goes to the root partition.
#[test]
fn an_image_goes_to_the_root_partition() {
    let folder = Folder::new();
    let image = folder.file("root.ext4", &noise(3 << 20, 11));
    let board = format!("--virtual {LICHEEPI}");
    let event = any("flash", LICHEEPI, &format!("{image} --yes --json {board}")).good();
    assert_eq!(event.last_event()["bytes"], 3 << 20);
    let refused = any("flash", LICHEEPI, &format!("{image} {board}:mode=uboot"));
    refused.bad(7, "overwrites storage");
}

#[test]
fn a_k1_is_flashed_by_its_name() {
    let folder = Folder::new();
    let data = noise((6 << 20) + 100, 12);
    let image = folder.file("rootfs.ext4", &data);
    for stage in ["rom", "uboot"] {
        let board = kept(&folder, K1, &format!(",mode={stage}"));
        let rest = format!("{image} --to rootfs --yes --json {board}");
        let event = any("flash", K1, &rest).good().last_event();
        assert_eq!((&event["verified"], &event["restarted"]), (&true.into(), &true.into()));
        assert!(on_emmc(&folder, ROOTFS, data.len()) == data, "{stage}");
        any("verify", K1, &format!("{image} --on rootfs {board}")).good();
    }
    let other = Folder::new();
    let blank = kept(&other, K1, ",table=off");
    any("flash", K1, &format!("{image} --to rootfs --yes {blank}")).bad(7, "the table comes first");
}

/// Mainline's U-Boot: a disk as a whole, then a partition by the name in its table.
#[test]
fn any_u_boot_in_fastboot_is_flashed() {
    const NAME: &str = "generic/u-boot-fastboot";
    let folder = Folder::new();
    let virt = format!("--virtual {NAME}:storage={},size=64M", text(&folder.path("emmc")));
    let sectors = (40_u64 << 20) / 512;
    let part = rockusb::gpt::Partition {
        name: "system".into(),
        kind: rockusb::gpt::Guid::LINUX,
        id: rockusb::gpt::Guid([1; 16]),
        first: 2048,
        last: 2048 + 8191,
        attributes: 0,
    };
    let table = rockusb::gpt::Table { disk: rockusb::gpt::Guid([2; 16]), partitions: vec![part] };
    let (head, tail) = table.build(sectors).expect("a table");
    // Longer than a download, with zeros.
    let mut disk = noise((sectors * 512) as usize, 30);
    disk[8 << 20..20 << 20].fill(0);
    disk[..head.len()].copy_from_slice(&head);
    let end = disk.len() - tail.len();
    disk[end..].copy_from_slice(&tail);
    let image = folder.file("disk.img", &disk);
    let event = any("flash", NAME, &format!("{image} --yes --json {virt}")).good().last_event();
    assert_eq!((&event["verified"], &event["bytes"]), (&false.into(), &disk.len().into()));
    assert!(on_emmc(&folder, 0, disk.len()) == disk);
    let own = noise(3 << 20, 31);
    let system = folder.file("system.ext4", &own);
    any("flash", NAME, &format!("{system} --to system --yes {virt}")).good();
    assert!(on_emmc(&folder, 2048, own.len()) == own);
    let large = folder.file("large", &noise(5 << 20, 32));
    any("flash", NAME, &format!("{large} --to system --yes {virt}"))
        .bad(7, "there is room for 8192");
    any("flash", NAME, &format!("{system} --to nothing --yes {virt}")).bad(1, "the device refuses");
    run(&format!("fb identify {virt}")).good();
    run(&format!("fb oem run:version {virt}")).bad(1, "Unsupported command");
}

/// Mainline's U-Boot with `oem run` and `oem console` sums what it holds.
#[test]
fn a_u_boot_that_runs_lines_sums_what_it_wrote() {
    const NAME: &str = "generic/u-boot-fastboot";
    let folder = Folder::new();
    let data = noise((9 << 20) + 512, 40);
    let image = folder.file("disk.img", &data);
    let flash = |options: &str, more: &str| {
        let emmc = text(&folder.path("emmc"));
        let virt = format!("--virtual {NAME}:storage={emmc},size=64M{options}");
        any("flash", NAME, &format!("{image} --yes --json {more} {virt}"))
    };
    let told = |options: &str| {
        let event = flash(options, "").good().last_event();
        (event["verified"].clone(), event["how"].clone(), event.to_string())
    };
    let (verified, how, event) = told(",oem=on");
    assert_eq!((&verified, &how["board-sum"]), (&true.into(), &data.len().into()), "{event}");
    assert!(on_emmc(&folder, 0, data.len()) == data);
    // It holds that already: nothing tells whether this was the disk that was written.
    let (verified, how, event) = told(",oem=on");
    assert_eq!((&verified, &how["none"]), (&false.into(), &data.len().into()), "{event}");
    for options in [",oem=on,record=150", ",oem=on,mmc=twin", ",oem=on,mmc=idle", ""] {
        fs::remove_file(folder.path("emmc")).expect("it was made");
        let (verified, how, event) = told(options);
        assert_eq!(verified, false, "{options}: {event}");
        assert!(how["board-sum"].is_null() || how["board-sum"] == 0, "{options}: {event}");
        assert!(on_emmc(&folder, 0, data.len()) == data);
    }
    for worn in ["0x100", "0x700000"] {
        fs::remove_file(folder.path("emmc")).expect("it was made");
        let failed = flash(&format!(",oem=on,worn={worn}"), "");
        assert!(failed.code == 5 && failed.stdout.contains("differs"), "{worn}: {}", failed.stdout);
    }
    let refused = flash("", "--verify board-sum");
    assert!(refused.code == 7 && refused.stdout.contains("cannot sum"), "{}", refused.stdout);
}

/// A loader for other memory starts nothing, and the board says nothing of it.
#[test]
fn a_second_stage_that_does_not_come_is_told_with_the_files_that_there_are() {
    let folder = Folder::new();
    let own = folder.file("own", &noise(9000, 13));
    let image = folder.file("root.ext4", &noise(1 << 20, 14));
    let board = format!("--virtual {LICHEEPI}:loader={own}");
    any("flash", LICHEEPI, &format!("{image} --yes {board}"))
        .bad(1, "u-boot-with-spl-lpi4a-16g.bin for 16 GB of RAM");
    any("recover", LICHEEPI, &format!("--file spl={own} {board}")).good();
}

const KINDS: [&str; 5] = ["stall", "timeout", "short", "garbage", "disconnect"];

/// A board that is flashed again and again.
struct Bench {
    board: &'static str,
    part: &'static str,
    place: u64,
    data: Vec<u8>,
    options: &'static str,
}

impl Bench {
    fn flash(&self, folder: &Folder, more: &str, options: &str) -> Run {
        let Self { board, part, data, .. } = self;
        let image = folder.file("image", data);
        let virt = kept(folder, board, &format!("{}{options}", self.options));
        run(&format!("flash {board} {image} --to {part} --yes {more} {virt}"))
    }

    /// Transfers of a run that ends well.
    fn transfers(&self) -> usize {
        let said = self.flash(&Folder::new(), "-vv", "").good().stderr;
        let line = said.lines().find(|line| line.contains(" host waits")).expect("counts");
        line.split(' ').next().and_then(|count| count.parse().ok()).expect("a number")
    }

    /// What is told and what storage holds go together.
    fn fails(&self, index: usize, kind: &str) {
        let folder = Folder::new();
        let what = format!("{}: {kind} at transfer {index}", self.board);
        let ran = self.flash(&folder, "--json", &format!(",fault={kind}@{index}"));
        let event = ran.last_event();
        let whole = folder.path("emmc").exists()
            && on_emmc(&folder, self.place, self.data.len()) == self.data;
        // What was damaged on its way shows only where it is read back.
        let damaged = ["short", "garbage"].contains(&kind) && event["verified"] == false;
        if ran.code == 0 {
            return assert!(whole || damaged, "{what}: {event}");
        }
        assert!([1, 3, 5, 7].contains(&ran.code), "{what}: {event}");
        assert_eq!(event["event"], "error", "{what}: {event}");
        assert_ne!(event["code"], "failed", "{what}: {event}");
        assert!(whole || event["code"] != "board.unrestarted", "{what}: {event}");
    }
}

/// Every transfer of a LicheePi 4A's flash fails in turn, in every way, and some of a K1's.
#[test]
fn every_transfer_of_a_flash_may_fail() {
    // In pieces, where the boot files leave room for that.
    let (board, part, options) = (LICHEEPI, "boot", ",limit=256K");
    let licheepi = Bench { board, part, place: BOOT, data: noise(500_000, 15), options };
    let (board, part, options) = (K1, "rootfs", "");
    let k1 = Bench { board, part, place: ROOTFS, data: noise(5 << 20, 15), options };
    for (bench, step) in [(licheepi, 1), (k1, 7)] {
        let places: Vec<_> = (1..=bench.transfers()).step_by(step).collect();
        let jobs: Vec<_> =
            places.iter().flat_map(|index| KINDS.map(|kind| (*index, kind))).collect();
        thread::scope(|scope| {
            for part in jobs.chunks(jobs.len().div_ceil(3)) {
                let bench = &bench;
                scope
                    .spawn(move || part.iter().for_each(|(index, kind)| bench.fails(*index, kind)));
            }
        });
    }
}

/// A USB disk is the kernel's: none is simulated in this process, and none is guessed.
#[test]
fn a_usb_disk_is_named_by_its_port() {
    let folder = Folder::new();
    let image = folder.file("image", &noise(1 << 20, 33));
    let line = format!("flash generic/u-boot-ums {image} --yes");
    run(&format!("{line} --port 1-1.4")).bad(2, "--to");
    run(&format!("{line} --to emmc")).bad(2, "is not guessed");
    run(&format!("{line} --to spi-nor --port 1-1.4")).bad(7, "has no spi-nor");
    run(&format!("{line} --to emmc --virtual generic/u-boot-ums")).bad(2, "no virtual board");
    let other = "--virtual generic/u-boot-fastboot:mode=ums";
    run(&format!("{line} --to emmc {other}")).bad(7, "generic/u-boot-fastboot");
    run(&format!("fastboot identify {other}")).bad(7, "08/06/50");
}

/// A blank K1 has no `rootfs`: nobody is asked whether it may be overwritten.
#[test]
fn a_partition_that_is_missing_is_refused_before_the_question() {
    let folder = Folder::new();
    let image = folder.file("rootfs.ext4", &noise(1 << 20, 34));
    let board = kept(&folder, K1, ",mode=uboot,table=off");
    any("flash", K1, &format!("{image} --to emmc --dry-run {board}"))
        .bad(7, "the board knows no partition `rootfs`");
}

#[test]
fn a_partition_is_asked_for_its_size_once() {
    let folder = Folder::new();
    let (image, record) =
        (folder.file("rootfs.ext4", &noise(1 << 20, 35)), text(&folder.path("record")));
    let board = kept(&folder, K1, ",mode=uboot");
    let (file, asked) = (text(&folder.path("env")), "getvar:partition-size:");
    let asked: String = asked.bytes().map(|byte| format!("{byte:02x}")).collect();
    for line in [
        format!("write rootfs {image} --yes"),
        format!("read env {file}"),
        "erase env --yes".to_owned(),
    ] {
        run(&format!("fastboot partition {line} --record {record} {board}")).good();
        let said = fs::read_to_string(&record).expect("the recording");
        assert_eq!(said.matches(&asked).count(), 1, "{line}");
        fs::remove_file(&record).expect("it goes");
    }
}
