//! `flash`, `verify`, `recover` and `backup` of StarFive's boards, over a modelled line.

use std::fs;

use crate::{
    line::{Served, bytes, fit, spl},
    tool::{Folder, Run, run, text},
};

const BOARD: &str = "starfive/visionfive-2";
const UBOOT_AT: usize = 0x10_0000;

/// A folder with an SPL, a U-Boot and a flash.
struct Files {
    folder: Folder,
    spl: Vec<u8>,
    uboot: Vec<u8>,
}

impl Files {
    fn new(spl_size: usize, uboot_size: usize) -> Self {
        let (folder, spl, uboot) = (Folder::new(), spl(spl_size), fit(uboot_size));
        folder.file("spl", &spl);
        folder.file("u-boot.itb", &uboot);
        Self { folder, spl, uboot }
    }

    fn path(&self, name: &str) -> String {
        text(&self.folder.path(name))
    }

    /// Runs a command about U-Boot's image.
    fn run(&self, command: &str, more: &str) -> Run {
        let (uboot, spl) = (self.path("u-boot.itb"), self.path("spl"));
        self.line(&format!("{command} {uboot} --file spl={spl} {more}"))
    }

    /// Runs a command whose board's name is `BOARD`.
    fn line(&self, line: &str) -> Run {
        let line = line.replace("BOARD", BOARD);
        run(&format!("{line} --virtual {BOARD}:storage={}", self.path("flash")))
    }

    fn flash(&self) -> Vec<u8> {
        fs::read(self.folder.path("flash")).expect("it was saved")
    }

    #[track_caller]
    fn are_in_the_flash(&self) {
        let flash = self.flash();
        assert!(flash[..self.spl.len()] == self.spl, "the SPL");
        assert!(flash[UBOOT_AT..][..self.uboot.len()] == self.uboot, "U-Boot");
    }
}

#[test]
fn a_board_is_flashed_compared_and_left_alone_where_nothing_differs() {
    let files = Files::new(20_000, 100_001);
    let old = bytes(16 << 20);
    fs::write(files.folder.path("flash"), &old).expect("a folder of ours");
    let done = files.run("flash BOARD", "--yes --json").good();
    files.are_in_the_flash();
    let flash = files.flash();
    assert!(flash[24_576..UBOOT_AT] == old[24_576..UBOOT_AT], "what is around was not kept");
    let answer = done.last_event();
    let sectors = |length: usize| length.next_multiple_of(512) as u64;
    let written = sectors(files.spl.len()) + sectors(files.uboot.len());
    assert_eq!(
        (&answer["bytes"], &answer["verified"], &answer["how"]["board-sum"], &answer["start"]),
        (&written.into(), &true.into(), &written.into(), &2048.into()),
        "{answer}"
    );
    let board = &answer["identity"];
    assert_eq!((&board["stage"], &board["soc"]), (&"uboot".into(), &"JH7110".into()), "{answer}");
    assert_eq!((&board["storage"], &board["storage_id"]), (&"spi-nor".into(), &"gd25lq128".into()));

    let again = files.run("flash BOARD", "--if-different --yes --json").good();
    assert_eq!(again.last_event()["already_there"], written, "{}", again.stdout);
    let same = files.run("verify BOARD", "--json").good().last_event();
    assert_eq!((&same["bytes"], &same["verified"]), (&written.into(), &true.into()), "{same}");

    // One part that differs is found wherever it is, and mended alone.
    for at in [5000, UBOOT_AT + 70_000] {
        let mut damaged = flash.clone();
        damaged[at] ^= 1;
        fs::write(files.folder.path("flash"), &damaged).expect("a folder of ours");
        files.run("verify BOARD", "").bad(5, "differs from sector");
        let mended = files.run("flash BOARD", "--if-different --yes --json").good().last_event();
        let held = mended["already_there"].as_u64().expect("a number");
        assert!(held > 0 && held < written, "{mended}");
        files.are_in_the_flash();
    }
}

#[test]
fn an_interrupted_write_is_continued() {
    let files = Files::new(9000, 200_000);
    files.run("flash BOARD", "--yes").good();
    let mut flash = files.flash();
    flash[UBOOT_AT + 150_000..UBOOT_AT + 200_000].fill(0xff);
    fs::write(files.folder.path("flash"), &flash).expect("a folder of ours");
    let done = files.run("flash BOARD", "--resume --yes --json").good().last_event();
    // Two times 64 KiB of U-Boot were right, and all of the SPL.
    let spl = files.spl.len().next_multiple_of(512) as u64;
    assert_eq!(done["already_there"], 2 * 65_536 + spl, "{done}");
    files.are_in_the_flash();
}

#[test]
fn the_faster_rate_is_used_and_given_up_where_bytes_are_lost() {
    let files = Files::new(9000, 100_000);
    let trace = text(&files.folder.path("trace"));
    for (options, rate) in [("", false), ("--fast", true)] {
        files.run("flash BOARD", &format!("--yes {options} --trace {trace}")).good();
        files.are_in_the_flash();
        let sent = fs::read_to_string(&trace).expect("a trace");
        assert_eq!(sent.contains("1500000"), rate, "{options}");
    }
    let (uboot, spl) = (files.path("u-boot.itb"), files.path("spl"));
    let board = format!("{BOARD}:storage={},loses-above=1000000", files.path("flash"));
    let slow =
        run(&format!("flash {BOARD} {uboot} --file spl={spl} --fast --yes --virtual {board}"));
    let slow = slow.good();
    assert_eq!(slow.stderr.matches("loses bytes at 1500000 baud").count(), 1, "{}", slow.stderr);
    files.are_in_the_flash();
    run("flash rock-5b x.img --fast --yes").bad(2, "--fast is for a serial line");
}

#[test]
fn a_dry_run_shows_both_writes_u_boot_first() {
    let files = Files::new(9000, 30_000);
    let (uboot, spl) = (files.path("u-boot.itb"), files.path("spl"));
    let command = format!("flash {BOARD} {uboot} --file spl={spl} --port /dev/no-such-port");
    let plan = run(&format!("{command} --dry-run")).good().stdout;
    let (first, second) = (
        plan.find("spi-nor, from sector 2048 (U-Boot)").expect("U-Boot's write"),
        plan.find("spi-nor, from sector 0 (the SPL)").expect("the SPL's write"),
    );
    assert!(first < second, "{plan}");
    assert!(plan.contains("XMODEM") && plan.contains(&spl), "{plan}");
    let steps = run(&format!("{command} --dry-run --json")).good().last_event();
    let destroys: Vec<_> = steps["steps"].as_array().expect("steps").iter().collect();
    let destroys = destroys.iter().filter(|step| !step["destroys"].is_null()).count();
    assert_eq!(destroys, 2, "{steps}");
}

/// An image that is packed brings the board up all the same; one on stdin cannot be checked before.
#[test]
fn u_boot_may_be_packed() {
    let files = Files::new(9000, 30_000);
    let (plain, spl) = (files.path("u-boot.itb"), files.path("spl"));
    let packed = std::process::Command::new("gzip").args(["-k", &plain]).status();
    assert!(packed.expect("gzip starts").success());
    for verb in ["flash BOARD --yes", "verify BOARD"] {
        files.line(&format!("{verb} {plain}.gz --file spl={spl}")).good();
    }
    files.are_in_the_flash();
    let line = format!("flash {BOARD} - --file spl={spl} --yes --virtual {BOARD}");
    let mut command = crate::tool::command(line.split(' '));
    let input = fs::File::open(files.folder.path("u-boot.itb")).expect("it is there");
    crate::tool::finish(command.stdin(input)).bad(2, "it has to be a file");
}

#[test]
fn what_was_not_verified_is_not_called_so() {
    let files = Files::new(9000, 30_000);
    let answer = files.run("flash BOARD", "--verify none --no-reset --yes --json").good();
    let answer = answer.last_event();
    assert_eq!((&answer["verified"], &answer["restarted"]), (&false.into(), &false.into()));
    assert_eq!(answer["how"]["none"], answer["bytes"], "{answer}");
    files.are_in_the_flash();
}

/// The whole way at the pace of a real line; another board at the port than before is noticed before it is written.
#[test]
fn a_board_at_a_port_is_flashed_and_remembered() {
    let files = Files::new(5000, 9000);
    let (uboot, spl, state) = (files.path("u-boot.itb"), files.path("spl"), files.path("state"));
    let flash = |board: &str, options: &str| {
        let served =
            Served::start(&files.folder, BOARD, &format!(",storage={}", files.path("flash")));
        let line = format!(
            "flash {board} {uboot} --file spl={spl} --yes --port {} {options}",
            served.port
        );
        let mut command = crate::tool::command(line.split_whitespace());
        let run = crate::tool::finish(command.env("XDG_STATE_HOME", &state));
        served.end();
        run
    };
    flash(BOARD, "").good();
    files.are_in_the_flash();
    fs::remove_file(files.folder.path("flash")).expect("it was there");
    flash("milkv/mars", "").bad(7, "add --new-board");
    assert!(files.flash().iter().all(|byte| *byte == 0xff), "another board was written");
    flash("milkv/mars", "--new-board").good();
    files.are_in_the_flash();
}

/// The power goes between the two writes: the old SPL is untouched.
#[test]
fn the_spl_is_written_last() {
    let files = Files::new(9000, 30_000);
    let old = bytes(16 << 20);
    fs::write(files.folder.path("flash"), &old).expect("a folder of ours");
    let (uboot, spl) = (files.path("u-boot.itb"), files.path("spl"));
    let board = format!("{BOARD}:storage={},uboot=off-after-1", files.path("flash"));
    let cut = run(&format!("flash {BOARD} {uboot} --file spl={spl} --yes --virtual {board}"));
    assert_eq!(cut.code, 1, "{}", cut.stderr);
    let flash = files.flash();
    assert!(flash[UBOOT_AT..][..files.uboot.len()] == files.uboot);
    assert!(flash[..UBOOT_AT] == old[..UBOOT_AT]);
}

#[test]
fn what_the_flash_does_not_hold_in_the_end_is_told() {
    let files = Files::new(9000, 30_000);
    let (uboot, spl) = (files.path("u-boot.itb"), files.path("spl"));
    for (flaw, code) in [("worn=0x100100", 5), ("uboot=reads-nothing", 5), ("uboot=read-fails", 1)]
    {
        let board = format!("{BOARD}:{flaw}");
        let run = run(&format!("flash {BOARD} {uboot} --file spl={spl} --yes --virtual {board}"));
        assert_eq!(run.code, code, "{flaw}: {}", run.stderr);
    }
}

#[test]
fn all_of_the_flash_is_written_from_its_beginning() {
    let files = Files::new(9000, 30_000);
    let mut image = vec![0xff; 1 << 20];
    image[..files.spl.len()].copy_from_slice(&files.spl);
    image.extend(&files.uboot);
    let image_file = files.folder.file("spi.img", &image);
    let (uboot, spl) = (files.path("u-boot.itb"), files.path("spl"));
    let roles = format!("--file spl={spl} --file uboot={uboot}");
    files.line(&format!("flash BOARD {image_file} {roles} --yes")).good();
    assert!(files.flash()[..image.len()] == image);
    files.line(&format!("verify BOARD {image_file} {roles}")).good();
    // An SPL whose sum does not hold is found before anything is written.
    image[0x500] ^= 1;
    let damaged = files.folder.file("damaged.img", &image);
    files.line(&format!("flash BOARD {damaged} {roles} --yes")).bad(6, "the file is damaged");
    let raw = files.line(&format!("flash BOARD {damaged} {roles} --raw --yes"));
    raw.bad(6, "the board would not start");
    files.are_in_the_flash();
}

#[test]
fn a_board_is_recovered_without_a_write() {
    let files = Files::new(9000, 30_000);
    let (uboot, spl) = (files.path("u-boot.itb"), files.path("spl"));
    let ready = files.line(&format!("recover BOARD --file spl={spl} --file uboot={uboot}")).good();
    assert!(ready.stdout.contains("StarFive JH7110 in U-Boot"), "{}", ready.stdout);
    assert!(files.flash().iter().all(|byte| *byte == 0xff), "something was written");
    let made_up = files.line("recover BOARD").good();
    assert!(made_up.stderr.contains("makes up a spl"), "{}", made_up.stderr);
}

#[test]
fn images_for_something_else_are_refused_before_the_line_is_opened() {
    let files = Files::new(9000, 30_000);
    let (spl, trace) = (files.path("spl"), files.path("trace"));
    let mut disk = vec![0; 1 << 20];
    disk[512..520].copy_from_slice(b"EFI PART");
    let arm = fit::build::uboot("arm64", 0x4020_0000, &bytes(5000));
    let mut damaged = files.uboot.clone();
    damaged[20_000] ^= 1;
    for (name, file, code, says) in [
        ("disk --raw", disk, 7, "a disk image"),
        ("other", crate::tool::noise(1 << 16, 1), 7, "it begins with no SPL"),
        ("jh7100", starfive::header::jh7100::wrap(&bytes(900)), 7, "for the JH7100"),
        ("arm64", arm, 6, "is for arm64"),
        ("damaged", damaged, 6, "is damaged"),
        ("long", fit(0xf0_0200), 6, "its place in the flash has"),
    ] {
        let (name, raw) = name.split_once(' ').unwrap_or((name, ""));
        let path = files.folder.file(name, &file);
        for roles in ["", &format!("--file uboot={}", files.path("u-boot.itb"))] {
            let line =
                format!("flash BOARD {path} {raw} --file spl={spl} {roles} --yes --trace {trace}");
            files.line(&line).bad(code, says);
            assert!(!files.folder.path("trace").exists(), "{name}: the line was opened");
        }
    }
    assert!(!files.folder.path("flash").exists());
}

#[test]
fn a_missing_file_and_a_missing_yes_leave_the_board_alone() {
    let files = Files::new(9000, 30_000);
    let uboot = files.path("u-boot.itb");
    files.run("flash BOARD", "").bad(7, "--yes");
    assert!(!files.folder.path("flash").exists(), "the line was opened");
    let folder = Folder::new();
    let link = text(&folder.path("tty"));
    let _served = Served::start(&folder, BOARD, "");
    run(&format!("flash {BOARD} {uboot} --yes --port {link}"))
        .bad(2, "u-boot-spl.bin.normal.out")
        .bad(2, "Debian's package u-boot-starfive");
}

#[test]
fn what_cannot_be_reached_is_told_with_the_way_that_there_is() {
    let files = Files::new(9000, 30_000);
    for storage in ["emmc", "sd", "nvme"] {
        let refused = files.run("flash BOARD", &format!("--to {storage} --yes"));
        let flash = format!("racklet-flash flash starfive/visionfive-2 IMAGE --to {storage} --net");
        refused.bad(7, "cannot be reached over a serial line").bad(7, &flash);
    }
    files.run("flash BOARD", "--to boot --yes").bad(7, "cannot be read into a file");
    let backup = files.path("backup");
    files
        .line(&format!("backup BOARD {backup}"))
        .bad(7, "U-Boot's prompt shows memory only as text");
    assert!(!files.folder.path("backup").exists() && !files.folder.path("flash").exists());
    let program = "starfive recovery --program jh7100_recovery_boot.bin --second-boot bootloader-JH7100.bin.out";
    let uboot = files.path("u-boot.itb");
    run(&format!("flash visionfive-1 {uboot} --yes")).bad(7, program);
    run("recover visionfive-1").bad(7, program);
    files.run("flash BOARD", "--verify parity --yes").bad(2, "board-sum");
}
