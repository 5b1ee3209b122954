//! `flash` and `verify` through U-Boot's prompt and a network, on simulated boards: what is told and what the disk's file
//! holds go together.

use std::{
    fs,
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use serde_json::Value;

use crate::tool::{Folder, Run, noise, run};

const MIB: usize = 1 << 20;
/// What a disk holds before.
const OLD: u8 = 0xee;
const BOARDS: [&str; 2] = ["generic/u-boot", "starfive/visionfive-2"];

/// A network that no other test has at this time.
pub(crate) fn net() -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed) + std::process::id() as usize * 997;
    format!("127.{}.{}.0/24", 16 + number / 256 % 200, number % 256)
}

/// A folder with an image and a disk that holds something old.
struct Files {
    folder: Folder,
    image: Vec<u8>,
    disk: usize,
}

impl Files {
    fn new(image: Vec<u8>, disk: usize) -> Self {
        let folder = Folder::new();
        folder.file("image", &image);
        folder.file("disk", &vec![OLD; disk]);
        Self { folder, image, disk }
    }

    /// Runs a command about the image and a kind of disk of a board.
    fn run(&self, command: &str, (board, kind): (&str, &str), options: &str, more: &str) -> Run {
        let (image, disk) = (self.folder.path("image"), self.folder.path("disk"));
        run(&format!(
            "{command} {board} {} {} {kind} --net {} --json {more} --virtual {board}:{kind}={}{options}",
            image.display(),
            if command == "verify" { "--on" } else { "--to" },
            net(),
            disk.display(),
        ))
    }

    /// The same about SPI flash, which is in the file, too.
    fn spi(&self, command: &str, options: &str, more: &str) -> Run {
        let (image, flash) = (self.folder.path("image"), self.folder.path("disk"));
        run(&format!(
            "{command} generic/u-boot {} {} spi --net {} --json {more} --virtual generic/u-boot:storage={}{options}",
            image.display(),
            if command == "verify" { "--on" } else { "--to" },
            net(),
            flash.display(),
        ))
    }

    fn flash(&self, options: &str, more: &str) -> Run {
        self.run("flash", ("generic/u-boot", "sd"), options, &format!("--yes {more}"))
    }

    fn held(&self) -> Vec<u8> {
        fs::read(self.folder.path("disk")).expect("a file")
    }

    /// Whether the disk holds the image and zeros up to the end of its sector; beyond it nothing may ever be written.
    #[track_caller]
    fn is_whole(&self) -> bool {
        let (held, end) = (self.held(), self.image.len().next_multiple_of(512));
        assert_eq!(held.len(), self.disk);
        assert!(held[end..] == vec![OLD; held.len() - end], "written beyond the image");
        held.starts_with(&self.image) && held[self.image.len()..end].iter().all(|byte| *byte == 0)
    }

    fn is_untouched(&self) -> bool {
        self.held().iter().all(|byte| *byte == OLD)
    }
}

fn verified(answer: &Value, bytes: usize) {
    let bytes = bytes.next_multiple_of(512);
    assert_eq!(
        (&answer["bytes"], &answer["verified"], &answer["how"]["board-sum"]),
        (&bytes.into(), &true.into(), &bytes.into()),
        "{answer}"
    );
}

#[test]
fn every_kind_of_disk_is_written_and_compared() {
    let kinds = ["emmc", "sd", "nvme", "usb", "virtio"];
    let board = |kind| BOARDS.map(|board| (board, kind));
    for (board, kind) in kinds.into_iter().flat_map(board) {
        if board != BOARDS[0] && ["usb", "virtio"].contains(&kind) {
            continue;
        }
        let files = Files::new(noise(MIB + 701, 5), 3 * MIB);
        let done = files.run("flash", (board, kind), "", "--yes").good().last_event();
        assert!(files.is_whole(), "{board} {kind}");
        verified(&done, files.image.len());
        let same = files.run("verify", (board, kind), "", "").good().last_event();
        verified(&same, files.image.len());
        let mut held = files.held();
        held[MIB - 7] ^= 1;
        files.folder.file("disk", &held);
        files.run("verify", (board, kind), "", "").json_bad(5, "differs");
    }
}

#[test]
fn a_dhcp_server_may_give_the_board_its_address() {
    let files = Files::new(noise(MIB, 23), 2 * MIB);
    let flash = |lease: &str| {
        let (image, disk) = (files.folder.path("image"), files.folder.path("disk"));
        run(&format!(
            "flash generic/u-boot {} --to sd --net dhcp --yes --json --virtual generic/u-boot:sd={}{lease}",
            image.display(),
            disk.display()
        ))
    };
    flash("").json_bad(1, "no DHCP server gave the board an address");
    flash(",net=no-link").json_bad(1, "no link");
    assert!(files.is_untouched());
    flash(&format!(",net=dhcp:{}", net())).good();
    assert!(files.is_whole());
}

/// Bytes of a SPI flash.
const FLASH: usize = 16 * MIB;

#[test]
fn spi_flash_is_written_and_compared() {
    let files = Files::new(noise(2 * MIB + 5000, 11), FLASH);
    let done = files.spi("flash", "", "--yes").good().last_event();
    assert!(files.is_whole());
    verified(&done, files.image.len());
    assert_eq!(
        (&done["via"], &done["identity"]["storage"], &done["identity"]["storage_id"]),
        (&"ethernet".into(), &"spi-nor".into(), &"gd25lq128".into()),
        "{done}"
    );
    let same = files.spi("verify", "", "").good().last_event();
    verified(&same, files.image.len());
    let mut held = files.held();
    held[MIB + 77] ^= 1;
    files.folder.file("disk", &held);
    files.spi("verify", "", "").json_bad(5, "differs");
    let done = files.spi("flash", "", "--yes --if-different").good().last_event();
    assert!(done["already_there"].as_u64() > Some(MIB as u64), "{done}");
    assert!(files.is_whole());
}

#[test]
fn what_shares_an_erase_block_with_what_is_written_stays() {
    let files = Files::new(noise(MIB, 13), FLASH);
    // Two parts within erase blocks, and a third one over three of them and a bit.
    let map = "<?xml version=\"1.0\" ?>\n<bmap version=\"1.3\"><ImageSize> 1048576 </ImageSize><BlockSize> 4096 </BlockSize>\
               <BlocksCount> 256 </BlocksCount><MappedBlocksCount> 54 </MappedBlocksCount><BlockMap>\
               <Range> 3 </Range><Range> 5-7 </Range><Range> 17-66 </Range></BlockMap></bmap>\n";
    let map = files.folder.file("map", map.as_bytes());
    files.spi("flash", ",erase=64K", &format!("--yes --bmap {map}")).good();
    let (held, block) = (files.held(), 4096);
    let mapped = |number: usize| matches!(number, 3 | 5..=7 | 17..=66);
    for (number, bytes) in held.chunks(block).enumerate() {
        let same = match mapped(number) {
            true => bytes == &files.image[number * block..][..block],
            false => bytes.iter().all(|byte| *byte == OLD),
        };
        assert!(same, "block {number}");
    }
}

#[test]
fn each_fault_of_spi_flash_is_told() {
    for (options, code, says, untouched) in [
        (",uboot=read-fails", 1, "reading storage back", false),
        (",uboot=reads-nothing", 5, "reads back differently", false),
        (",uboot=off-after-1", 1, "writing storage", false),
        (",net=no-link", 1, "no link", true),
    ] {
        let files = Files::new(noise(72 * 4096, 17), FLASH);
        let run = files.spi("flash", options, "--yes");
        run.json_bad(code, says);
        assert_eq!(files.is_untouched(), untouched, "{options}");
    }
    let files = Files::new(noise(FLASH + 512, 19), FLASH);
    files.spi("flash", "", "--yes").json_bad(7, "");
    assert!(files.is_untouched());
}

#[test]
fn only_what_differs_is_sent() {
    let files = Files::new(noise(2 * MIB, 7), 3 * MIB);
    files.flash("", "").good();
    let mut held = files.held();
    held[MIB + 5] ^= 0x40;
    for more in ["--if-different", "--resume"] {
        files.folder.file("disk", &held);
        let done = files.flash("", more).good().last_event();
        let there = done["already_there"].as_u64().expect("a number");
        assert!(there >= MIB as u64 / 2 && there < 2 * MIB as u64, "{more}: {done}");
        assert!(files.is_whole(), "{more}");
    }
    let done = files.flash("", "--if-different").good().last_event();
    assert_eq!(done["already_there"], 2 * MIB, "{done}");
}

#[test]
fn holes_are_left_out() {
    let mut image = noise(MIB, 9);
    image.resize(3 * MIB, 0);
    image.extend(noise(MIB / 2, 10));
    let files = Files::new(image, 4 * MIB);
    let map = "<?xml version=\"1.0\" ?>\n<bmap version=\"1.3\"><ImageSize> 3670016 </ImageSize><BlockSize> 4096 </BlockSize>\
               <BlocksCount> 896 </BlocksCount><MappedBlocksCount> 384 </MappedBlocksCount><BlockMap>\
               <Range> 0-255 </Range><Range> 768-895 </Range></BlockMap></bmap>\n";
    let map = files.folder.file("map", map.as_bytes());
    for options in ["", ",block=4096"] {
        files.folder.file("disk", &vec![OLD; 4 * MIB]);
        let more = format!("--yes --bmap {map}");
        let board = ("generic/u-boot", if options.is_empty() { "sd" } else { "nvme" });
        let done = files.run("flash", board, options, &more).good().last_event();
        verified(&done, 3 * MIB / 2);
        let held = files.held();
        assert!(
            held[..MIB] == files.image[..MIB]
                && held[3 * MIB..7 * MIB / 2] == files.image[3 * MIB..]
        );
        assert!(held[MIB..3 * MIB].iter().all(|byte| *byte == OLD), "a hole was written");
        assert!(held[7 * MIB / 2..].iter().all(|byte| *byte == OLD));
    }
}

/// Neither the image nor the disk is whole blocks of 4096 bytes: the last piece is right, to the disk's last sector.
#[test]
fn a_disk_of_an_odd_number_of_sectors_is_written_to_its_end() {
    // What follows the trial is a piece of its own.
    let disk = 5 * MIB + 3 * 512;
    for (kind, short) in
        [("sd", 0), ("emmc", 511), ("nvme", 512), ("usb", 5 * 512 + 1), ("virtio", 1)]
    {
        let files = Files::new(noise(disk - short, 4), disk);
        let board = ("generic/u-boot", kind);
        let done = files.run("flash", board, "", "--yes").good().last_event();
        verified(&done, disk - short);
        assert!(files.is_whole(), "{kind}");
        verified(&files.run("verify", board, "", "").good().last_event(), disk - short);
        let mut held = files.held();
        held[disk - short - 1] ^= 1;
        files.folder.file("disk", &held);
        files.run("verify", board, "", "").json_bad(5, "differs");
        for more in ["--yes --if-different", "--yes --resume"] {
            files.folder.file("disk", &held);
            let done = files.run("flash", board, "", more).good().last_event();
            assert!(done["already_there"].as_u64() >= Some(4 * MIB as u64), "{more}: {done}");
            assert!(files.is_whole(), "{kind} {more}");
        }
        let read = files.folder.path("read");
        let backup = format!(
            "backup generic/u-boot {} --from {kind} --net {} --virtual generic/u-boot:{kind}={}",
            read.display(),
            net(),
            files.folder.path("disk").display()
        );
        run(&backup).good();
        assert!(fs::read(&read).expect("a file") == files.held(), "{kind}");
    }
}

#[test]
fn an_nvme_disk_with_long_blocks_is_written_in_whole_ones() {
    let board = ("generic/u-boot", "nvme");
    let files = Files::new(noise(MIB + 8192, 3), 3 * MIB);
    files.run("flash", board, ",block=4096", "--yes").good();
    assert!(files.is_whole());
    files.run("verify", board, ",block=4096", "").good();
    let files = Files::new(noise(MIB + 700, 3), 3 * MIB);
    for more in ["", "--verify none"] {
        let more = format!("--yes {more}");
        let refused = files.run("flash", board, ",block=4096", &more);
        refused.json_bad(7, "no whole ones; nothing was written");
        assert!(files.is_untouched());
    }
}

/// Each fault has its exit code and its words, and what they say of the disk is so.
#[test]
fn faults_are_told_as_they_are() {
    let files = Files::new(noise(MIB + 300, 1), 2 * MIB);
    for (options, code, words, untouched) in [
        (",net=dead-phy", 1, "PHY does not answer", true),
        (",net=no-link", 1, "has no link", true),
        (",net=unreachable", 1, "does not reach this computer", true),
        (",uboot=resets@1", 1, "restarted in the midst of a transfer", true),
        (",uboot=resets@900000", 1, "restarted in the midst of a transfer", true),
        (",uboot=read-only", 1, "write-protected; nothing was written", true),
        (",uboot=no-crc32", 7, "no command `crc32`", true),
        (",uboot=shrunk@100", 5, "reads back differently", false),
        (",uboot=reads-nothing", 5, "reads back differently", false),
        (",uboot=read-fails", 1, "reading storage back", false),
        (",uboot=fill-fails", 1, "mw: write fault", false),
        (",uboot=off-after-1", 1, "writing storage", false),
    ] {
        files.folder.file("disk", &vec![OLD; files.disk]);
        let ran = files.flash(options, "");
        let event = ran.last_event();
        assert_eq!((ran.code, &event["exit"]), (code, &code.into()), "{options}: {event}");
        let message = event["message"].as_str().unwrap_or_default();
        assert!(message.contains(words), "{options}: {event}");
        assert!(!message.contains("not executed"), "{options}: {event}");
        if untouched {
            assert!(files.is_untouched(), "{options}");
        }
    }
    files.folder.file("disk", &vec![OLD; files.disk]);
    files.flash(",net=loss:7", "").good();
    assert!(files.is_whole(), "what was lost was sent again");
}

#[test]
fn the_disk_must_be_there_once_and_long_enough() {
    let files = Files::new(noise(MIB, 1), MIB / 2);
    files.flash("", "").json_bad(7, "there is room for 1024; nothing was written");
    assert!(files.is_untouched());
    let more = files.folder.path("second");
    let twice = format!(",nvme={},size=1M", more.display());
    let ran = files.run("flash", ("generic/u-boot", "nvme"), &twice, "--yes");
    assert_eq!(ran.code, 7, "{}", ran.stderr);
    let twice = format!(",nvme={}", more.display());
    fs::write(&more, vec![OLD; MIB]).expect("a file");
    files
        .run("flash", ("generic/u-boot", "nvme"), &twice, "--yes")
        .json_bad(7, "more than one nvme");
    assert!(files.is_untouched());
    let (image, net) = (files.folder.path("image"), net());
    let line = format!(
        "flash generic/u-boot {} --to usb --net {net} --yes --virtual generic/u-boot:nvme={}",
        image.display(),
        files.folder.path("disk").display()
    );
    run(&line).bad(7, "finds no usb; nothing was written");
}

/// A sum that is wrong once is noticed wherever it comes, and never the wrong way round.
#[test]
fn a_wrong_sum_is_noticed() {
    each((1..100).step_by(3).collect(), |number| {
        let files = Files::new(noise(300_000, 2), MIB);
        goes_with(&files, &files.flash(&format!(",uboot=wrong-sum@{number}"), ""), &number);
    });
}

/// The eMMC's boot partitions are storages of their own: neither the other one nor the user area is touched.
#[test]
fn boot_partitions_of_an_emmc_are_written_compared_and_read() {
    for (board, part, other) in [
        ("generic/u-boot", "emmc-boot0", "emmc-boot1"),
        ("starfive/visionfive-2", "emmc-boot1", "emmc-boot0"),
    ] {
        let files = Files::new(noise(700_300, 6), 4 * MIB);
        let path = |name| files.folder.file(name, &vec![OLD; MIB]);
        let (user, twin) = (path("user"), path("twin"));
        let rest = format!(",emmc={user},{other}={twin}");
        let ran = files.run("flash", (board, part), &rest, "--yes").good();
        let done = ran.last_event();
        verified(&done, files.image.len());
        assert!(files.is_whole(), "{board} {part}");
        assert_eq!(
            (&done["identity"]["storage"], &done["identity"]["storage_boots"]),
            (&part.into(), &"none".into()),
            "{done}"
        );
        assert_eq!(done["identity"]["storage_sectors"], 8192, "{done}");
        assert!(ran.stdout.contains("is set to start from `none`"), "it is told, and not changed");
        verified(
            &files.run("verify", (board, part), &rest, "").good().last_event(),
            files.image.len(),
        );
        for untouched in [&user, &twin] {
            assert!(fs::read(untouched).expect("a file").iter().all(|byte| *byte == OLD));
        }
        let long = Files::new(noise(4 * MIB + 512, 6), 4 * MIB);
        long.run("flash", (board, part), "", "--yes").json_bad(7, "there is room for 8192");
        assert!(long.is_untouched());
    }
    let files = Files::new(noise(MIB, 6), 4 * MIB);
    files.run("flash", ("generic/u-boot", "emmc"), "", "--yes").good();
    let rock = run(&format!(
        "flash rock-5b {} --to emmc-boot0 --yes --virtual radxa/rock-5b",
        files.folder.path("image").display()
    ));
    rock.bad(7, "emmc-boot0 of radxa/rock-5b cannot be reached");
}

/// What the SoC starts from is set when all is verified, and only where U-Boot shows it.
#[test]
fn what_the_soc_starts_from_is_set_on_request() {
    for (board, part, boots) in [
        ("generic/u-boot", "emmc-boot1", "boot1"),
        ("generic/u-boot", "emmc", "user"),
        ("visionfive-2", "emmc-boot0", "boot0"),
    ] {
        let files = Files::new(noise(70_000, 6), 4 * MIB);
        let log = files.folder.path("log");
        let more = format!("--yes --set-boot --trace {}", log.display());
        let done = files.run("flash", (board, part), "", &more).good().last_event();
        verified(&done, files.image.len());
        assert_eq!(done["identity"]["storage_boots"], boots, "{done}");
        let log = fs::read_to_string(log).expect("a trace");
        assert!(log.contains("mmc partconf") && !log.contains("mmc bootbus"), "{board}");
    }
    let files = Files::new(noise(70_000, 6), 4 * MIB);
    let set = |flaw: &str, to: &str, more: &str| {
        files.run("flash", ("generic/u-boot", to), flaw, &format!("--yes --set-boot {more}"))
    };
    set(",uboot=no-partconf", "emmc-boot0", "").json_bad(7, "cannot set it; nothing was written");
    set("", "sd", "").json_bad(2, "goes with --to emmc");
    assert!(files.is_untouched());
    set(",uboot=boot-locked", "emmc-boot0", "").json_bad(1, "all was written, but the eMMC is set");
    assert!(files.is_whole());
    let planned = set("", "emmc-boot0", "--dry-run").good().stdout;
    assert!(planned.contains("have the SoC start from boot0 of the eMMC"), "{planned}");
}

/// Allwinner's SoCs read a boot partition only where they are told how.
#[test]
fn an_allwinner_soc_is_told_how_to_read_its_boot_partition() {
    let files = Files::new(noise(40_000, 6), 4 * MIB);
    let (image, net) = (files.folder.path("image"), net());
    let planned = run(&format!(
        "flash bananapi/m2-ultra {} --to emmc-boot0 --net {net} --set-boot --dry-run --virtual bananapi/m2-ultra",
        image.display()
    ));
    let planned = planned.good().stdout;
    assert!(planned.contains("boot0 of the eMMC (`mmc bootbus` and `mmc partconf`)"), "{planned}");
}

/// One wrong sum of a whole is no difference, where its parts' sums are right.
#[test]
fn a_wrong_sum_is_no_difference() {
    let files = Files::new(noise(3 * MIB, 2), 4 * MIB);
    files.flash("", "").good();
    for number in 2..6 {
        let wrong = format!(",uboot=wrong-sum@{number}");
        let done = files.run("verify", ("generic/u-boot", "sd"), &wrong, "").good().last_event();
        verified(&done, 3 * MIB);
        let done = files.flash(&wrong, "--if-different").good().last_event();
        assert_eq!(done["already_there"], 3 * MIB, "{number}: {done}");
    }
}

/// What breaks once is sent again, and told; what breaks always is an error after a few attempts.
#[test]
fn what_breaks_on_the_way_is_sent_again() {
    // A trial of 4 MiB, and what follows it.
    let files = Files::new(noise(6 * MIB + 300, 1), 7 * MIB);
    for (options, more, again) in [
        (",uboot=loads-wrong@1", "", 1),
        (",uboot=loads-wrong@2", "", 1),
        (",uboot=loads-wrong@2", "--if-different", 1),
        (",uboot=ends-load@1", "--if-different", 1),
        (",uboot=ends-load@1", "--verify none", 1),
        (",uboot=ends-load@3000000", "", 1),
        (",uboot=ends-load@5000000", "", 0),
    ] {
        files.folder.file("disk", &vec![OLD; files.disk]);
        let ran = files.flash(options, more).good();
        let done = ran.last_event();
        assert!(files.is_whole(), "{options} {more}");
        assert_eq!(done["verified"], more != "--verify none", "{options} {more}: {done}");
        assert_eq!(done["bytes"], files.image.len().next_multiple_of(512), "{done}");
        assert_eq!(done["sent_again"], again, "{options} {more}: {done}");
        assert_eq!(ran.stdout.contains("sending it again from sector"), again > 0, "{options}");
    }
    for (options, more, code, says) in [
        (",uboot=loads-wrong", "", 5, "given up after 3 attempts"),
        (",uboot=shrunk@100", "--if-different", 5, "given up after 3 attempts"),
    ] {
        files.folder.file("disk", &vec![OLD; files.disk]);
        let ran = files.flash(options, more);
        assert_eq!(ran.stdout.matches("sending it again").count(), 2, "{options}");
        ran.json_bad(code, says);
    }
}

/// Bytes to the board are lost, doubled, flipped, or the last ones; both ways are noisy.
#[test]
fn bytes_at_the_prompt_may_fail() {
    let kinds = ["lost", "doubled", "flipped", "gone"];
    let one = |(index, at)| format!(",fault={}@{at}", kinds[index % 4]);
    let single = (1..4000).step_by(37).enumerate().map(one);
    let noisy = (1..24).map(|seed| format!(",noise={seed}@{}", 100 * seed));
    each(single.chain(noisy).collect(), |options: String| {
        let files = Files::new(noise(300_000, 2), MIB);
        goes_with(&files, &files.flash(&options, ""), &options);
    });
}

/// Two at a time.
pub(crate) fn each<J: Send>(jobs: Vec<J>, work: impl Fn(J) + Sync) {
    let queue = Mutex::new(jobs.into_iter());
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(job) = { queue.lock().expect("no job panics here").next() } {
                    work(job);
                }
            });
        }
    });
}

/// What the disk holds has to go with what was told.
fn goes_with(files: &Files, ran: &Run, what: &dyn std::fmt::Display) {
    let (event, whole) = (ran.last_event(), files.is_whole());
    if ran.code == 0 {
        assert_eq!(event["verified"], true, "{what}: {event}");
        assert!(whole, "{what}: called verified, and differs: {event}");
        return;
    }
    assert!([1, 5, 7].contains(&ran.code), "{what}: {event}");
    assert_eq!((&event["event"], &event["exit"]), (&"error".into(), &ran.code.into()), "{what}");
    assert!(event["code"].is_string() && event["code"] != "failed", "{what}: {event}");
    if event.to_string().contains("nothing was written")
        || event.to_string().contains("not written")
    {
        assert!(files.is_untouched(), "{what}: something was written: {event}");
    }
}

/// The boards of the documentation, whose disks are in memory.
#[test]
fn a_newcomer_needs_no_options() {
    let folder = Folder::new();
    let image = folder.file("disk.img", &noise(100_000, 1));
    for board in BOARDS {
        let line =
            format!("flash {board} {image} --to nvme --net {} --virtual {board} --yes", net());
        let done = run(&line).good();
        assert!(
            done.stderr.contains("verified") || done.stdout.contains("erified"),
            "{}",
            done.stderr
        );
    }
    assert!(Path::new(&image).exists());
}

/// Whichever way a board's disk is reached, it can be tried with nothing but a name.
#[test]
fn boards_that_are_written_over_ethernet_have_a_demo() {
    for board in ["orangepi-pc", "visionfive-2"] {
        let done = run(&format!("flash {board} --demo --json")).good().last_event();
        assert_eq!((&done["verified"], &done["via"]), (&true.into(), &"ethernet".into()), "{done}");
        assert_eq!(done["bytes"], 64 << 20, "{done}");
    }
    run("flash visionfive-1 --demo").bad(2, "has no demo");
}
