//! `starfive`, from power-on to what is in the flash, on modelled lines and on ptys.

use std::{
    fs,
    io::Read,
    process::Stdio,
    time::{Duration, Instant},
};

use link::Silent;
use racklet_flash::transport::{SerialLine, Stop};
use starfive::host::boot_rom;
use uboot::host::Console;

use crate::{
    doctor::run_as_nobody,
    line::{Served, agent, bytes, fit, raw_spl, spl},
    tool::{Folder, Run, command, run, text},
};

const BOARD: &str = "starfive/visionfive-2";
const UBOOT_AT: usize = 0x10_0000;

/// A folder with an SPL and a U-Boot.
struct Files {
    folder: Folder,
    spl: Vec<u8>,
    uboot: Vec<u8>,
    arguments: String,
}

fn files(spl_size: usize, uboot_size: usize) -> Files {
    let folder = Folder::new();
    let (spl, uboot) = (spl(spl_size), fit(uboot_size));
    let arguments = format!("{} {}", folder.file("spl", &spl), folder.file("uboot", &uboot));
    Files { folder, spl, uboot, arguments }
}

impl Files {
    /// Runs a command of the family on a virtual board whose flash is kept.
    fn run(&self, command: &str, options: &str, more: &str) -> Run {
        let flash = self.folder.path("flash").display().to_string();
        let arguments = &self.arguments;
        run(&format!(
            "starfive {command} {arguments} --virtual {BOARD}:storage={flash}{options} {more}"
        ))
    }

    #[track_caller]
    fn are_in_the_flash(&self) {
        let flash = fs::read(self.folder.path("flash")).expect("it was saved");
        assert_eq!(flash.len(), 16 << 20);
        assert!(flash[..self.spl.len()] == self.spl, "the SPL");
        assert!(flash[UBOOT_AT..][..self.uboot.len()] == self.uboot, "U-Boot");
    }

    #[track_caller]
    fn left_the_flash_empty(&self) {
        let flash = fs::read(self.folder.path("flash")).expect("it was saved");
        assert!(flash.iter().all(|byte| *byte == 0xff));
    }
}

#[test]
fn a_board_is_flashed_and_the_answer_says_how_it_was_verified() {
    let files = files(20_000, 100_001);
    let answer = files.run("flash-spi", "", "--yes --json").good().last_event();
    files.are_in_the_flash();
    assert_eq!(answer["event"], "result");
    let bytes = files.spl.len() + files.uboot.len();
    assert_eq!((&answer["verified"], &answer["how"]["board-sum"]), (&true.into(), &bytes.into()));
    let crc = format!("{:08x}", starfive::crc32(&files.uboot));
    assert_eq!(
        (answer["uboot"]["offset"].as_u64(), &answer["uboot"]["crc32"]),
        (Some(0x10_0000), &crc.into())
    );
    let text = files.run("flash-spi", "", "--yes").good().stdout;
    assert!(text.contains("by U-Boot's crc32 of what it read back"), "{text}");
}

#[test]
fn boot_touches_no_flash_and_fast_falls_back_where_bytes_are_lost() {
    let files = files(9000, 40_000);
    assert!(files.run("boot", "", "").good().stdout.contains("at its prompt"));
    files.left_the_flash_empty();
    let slow = files.run("flash-spi", ",loses-above=1000000", "--yes --fast").good();
    assert!(slow.stderr.contains("loses bytes at 1500000 baud"), "{}", slow.stderr);
    files.are_in_the_flash();
}

#[test]
fn a_noisy_line_ends_well_or_says_why() {
    let files = files(9000, 60_000);
    for seed in 1..=5 {
        files.run("flash-spi", &format!(",noise={seed}"), "--yes").good();
        files.are_in_the_flash();
        fs::remove_file(files.folder.path("flash")).expect("it was there");
    }
}

#[test]
fn what_goes_wrong_has_its_exit_code_and_its_word() {
    let files = files(9000, 30_000);
    for (options, more, exit, code) in [
        (",worn=0x100100", "", 5, "differs"),
        (",spl=mmc", "", 1, "spl.medium"),
        (",stage=uboot", "--wait 5", 1, "board.mode"),
        (",fault=gone@3000", "", 1, "serial.gone"),
        (",stage=sd", "--wait 5", 1, "board.mode"),
        (",uboot=reads-nothing", "", 5, "differs"),
        (",uboot=read-fails", "", 1, "uboot.failed"),
        (",uboot=fill-fails", "", 1, "uboot.failed"),
        ("", "--baud 9600 --wait 5", 1, "serial.garbage"),
    ] {
        let run = files.run("flash-spi", options, &format!("--yes --json {more}"));
        assert_eq!(run.code, exit, "{options}: {}", run.stdout);
        let event = run.last_event();
        assert_eq!((&event["code"], &event["event"]), (&code.into(), &"error".into()), "{event}");
        assert!(event["advice"].as_str().is_some_and(|advice| !advice.is_empty()), "{event}");
    }
}

/// The power goes between the two writes: the old SPL is untouched.
#[test]
fn the_spl_is_written_last() {
    let files = files(9000, 30_000);
    let old = bytes(16 << 20);
    fs::write(files.folder.path("flash"), &old).expect("a folder of ours");
    assert_eq!(files.run("flash-spi", ",uboot=off-after-1", "--yes").code, 1);
    let flash = fs::read(files.folder.path("flash")).expect("it was saved");
    assert!(flash[UBOOT_AT..][..files.uboot.len()] == files.uboot);
    assert!(flash[..UBOOT_AT] == old[..UBOOT_AT]);
}

#[test]
fn a_wait_for_power_says_what_to_do_and_how_long_is_left() {
    let files = files(9000, 30_000);
    let waits = files.run("boot", ",stage=sd", "--wait 7");
    for words in ["power the board on or reset it (7 s left)", "(2 s left)", "SD boot mode"] {
        assert!(waits.stderr.contains(words), "{}", waits.stderr);
    }
    assert!(!waits.stderr.contains("sending"), "{}", waits.stderr);
}

#[test]
fn a_byte_damaged_on_its_way_costs_nothing_but_time() {
    let files = files(9000, 30_000);
    for fault in ["lost@5000", "doubled@5000", "flipped@5000"] {
        files.run("flash-spi", &format!(",fault={fault}"), "--yes").good();
        files.are_in_the_flash();
    }
}

#[test]
fn wrong_files_and_unconfirmed_writes_are_refused_before_anything_is_sent() {
    let good = files(9000, 30_000);
    let trace = good.folder.path("trace");
    good.run("flash-spi", "", &format!("--trace {}", trace.display())).bad(7, "--yes");
    assert!(!trace.exists(), "the line was opened");
    let mut damaged = good.spl.clone();
    damaged[0x480] ^= 1;
    let folder = Folder::new();
    let uboot = folder.file("uboot", &good.uboot);
    for (name, file, says) in [
        ("damaged", damaged, "the file is damaged"),
        ("raw", raw_spl(9000), "header create"),
        ("fit", fit(9000), "FIT image"),
        ("agent", agent(), "recovery program"),
        ("jh7100", starfive::header::jh7100::wrap(&bytes(9000)), "JH7100"),
    ] {
        let path = folder.file(name, &file);
        let line = format!("{path} {uboot} --yes --trace {} --virtual {BOARD}", trace.display());
        run(&format!("starfive flash-spi {line}")).bad(6, says);
        assert!(!trace.exists(), "the line was opened");
    }
    let long = folder.file("long", &fit(16 << 20));
    let spl = folder.file("spl", &good.spl);
    run(&format!("starfive flash-spi {spl} {long} --yes --virtual {BOARD}"))
        .bad(6, "its place in the flash");
}

/// What U-Boot's SPL would not start is refused before the line is opened, and by the virtual board's SPL as well.
#[test]
fn a_uboot_that_the_spl_cannot_start_is_refused() {
    let folder = Folder::new();
    let spl = folder.file("spl", &spl(9000));
    let whole = fit(30_000);
    let mut flipped = whole.clone();
    flipped[20_000] ^= 1;
    let of = |arch, load| fit::build::uboot(arch, load, &bytes(5000));
    let device_tree = fs::read("fixtures/images/device-tree.dtb").expect("a fixture");
    for (name, file, says) in [
        ("half", whole[..15_000].to_vec(), "needs 30000 bytes, but the file ends after 15000"),
        ("magic", whole[..4].to_vec(), "the file ends after 4"),
        ("tree", device_tree, "a device tree, not a FIT image"),
        ("flipped", flipped, "`uboot` is damaged: its crc32 hash does not hold"),
        ("arm64", of("arm64", 0x4020_0000), "`uboot` is for arm64, and the SoC runs riscv"),
        ("low", of("riscv", 0x800_0000), "goes to 0x8000000, and the memory for it is 0x40000000"),
        ("high", of("riscv", 0x7fff_f000), "0x7fffffff"),
        ("allwinner", fs::read("fixtures/images/h616.itb").expect("a fixture"), "arm64"),
        ("gz", b"\x1f\x8b\x08".to_vec(), "a gzip file"),
        ("page", b"<!DOCTYPE html>".to_vec(), "a web page"),
        ("empty", Vec::new(), "empty"),
    ] {
        let uboot = folder.file(name, &file);
        for command in ["boot", "flash-spi --yes"] {
            let trace = folder.path("trace");
            run(&format!(
                "starfive {command} {spl} {uboot} --trace {} --virtual {BOARD}",
                trace.display()
            ))
            .bad(6, says);
            assert!(!trace.exists(), "{name}: the line was opened");
        }
        let program = folder.file("agent", &agent());
        run(&format!(
            "starfive recovery --program {program} --spl {spl} --uboot {uboot} --yes --virtual {BOARD}"
        ))
        .bad(6, says);
    }
}

#[test]
fn what_could_not_be_checked_is_said() {
    let files = files(9000, 30_000);
    let said = files.run("boot", "", "").good();
    assert!(!said.stderr.contains("hash"), "{}", said.stderr);
    let at = files.uboot.windows(6).position(|name| name == b"hash-1").expect("its node");
    let mut bare = files.uboot.clone();
    bare[at..at + 4].copy_from_slice(b"h-sh");
    let (spl, uboot) = (text(&files.folder.path("spl")), files.folder.file("bare", &bare));
    let line = format!("starfive boot {spl} {uboot} --virtual {BOARD}");
    let said = run(&line).good();
    assert!(said.stderr.contains("`uboot` has no hash"), "{}", said.stderr);
    let plan = run(&format!("{line} --dry-run")).good().stdout;
    assert!(plan.contains("`uboot` has no hash"), "{plan}");
}

#[test]
fn a_plan_is_printed_and_nothing_is_opened() {
    let files = files(9000, 30_000);
    let plan = run(&format!(
        "starfive flash-spi {} --fast --dry-run --port /dev/no-such-port",
        files.arguments
    ))
    .good()
    .stdout;
    assert!(
        plan.contains("0x100000") && plan.contains("1.5 Mbaud") && plan.contains("CRC-32"),
        "{plan}"
    );
}

#[test]
fn a_trace_has_every_byte_with_its_time() {
    let files = files(9000, 30_000);
    let trace = files.folder.path("trace");
    files.run("boot", "", &format!("--trace {}", trace.display())).good();
    let text = fs::read_to_string(&trace).expect("it was written");
    assert!(
        text.lines().next().is_some_and(|line| line.ends_with("= 115200 baud, 8N1")),
        "{text:.80}"
    );
    let sent: Vec<_> = text.lines().filter(|line| line.contains(" > \"")).collect();
    // Blocks of both files (1 KiB each), two EOTs, YMODEM's first and last block: none is missing.
    let blocks = sent.iter().filter(|line| line.contains("> \"\\x02")).count();
    assert_eq!(blocks, files.spl.len().div_ceil(1024) + files.uboot.len().div_ceil(1024));
    assert!(text.contains("< \"\\r\\n(C)StarFive\\r\\n\""), "{text:.300}");
    let times = text.lines().filter_map(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    assert!(times.is_sorted());
}

#[test]
fn headers_are_made_and_checked() {
    let folder = Folder::new();
    let raw = folder.file("u-boot-spl.bin", &raw_spl(9000));
    run(&format!("starfive header create {raw} --dry-run")).good();
    let made = format!("{raw}.normal.out");
    assert!(!fs::exists(&made).expect("a folder of ours"), "a dry run wrote");
    run(&format!("starfive header create {raw}")).good();
    assert!(fs::read(&made).expect("made") == spl(9000));
    let check = run(&format!("sf header check {made} --json")).good().last_event();
    assert_eq!((check["bytes"].as_u64(), check["backup"].as_u64()), (Some(9000), Some(0x20_0000)));
    run(&format!("starfive header create {made}")).bad(6, "a header already");
    run(&format!("starfive header check {raw}")).bad(6, "no JH7110 header");
    run(&format!("starfive header create {raw} --jh7100 -o {made} --yes")).good();
    assert!(run(&format!("starfive header check {made}")).good().stdout.contains("JH7100"));
}

#[test]
fn the_recovery_program_writes_both_parts_and_burns_no_fuse() {
    let files = files(9000, 1_200_000);
    let program = files.folder.file("agent", &agent());
    let recovery = |more: &str| {
        let flash = text(&files.folder.path("flash"));
        let [spl, uboot] = ["spl", "uboot"].map(|name| text(&files.folder.path(name)));
        run(&format!(
            "starfive recovery --program {program} --spl {spl} --uboot {uboot} {more} --virtual {BOARD}:storage={flash}"
        ))
    };
    let done = recovery("--yes --json").good();
    assert_eq!(done.last_event()["verified"], false);
    assert!(!done.stdout.to_lowercase().contains("fuse"), "{}", done.stdout);
    files.are_in_the_flash();
    recovery("").bad(7, "--yes");
    let [spl, uboot] = ["spl", "uboot"].map(|name| text(&files.folder.path(name)));
    run(&format!(
        "starfive recovery --program {spl} --spl {spl} --uboot {uboot} --yes --virtual {BOARD}"
    ))
    .bad(6, "not the JH7110's recovery");
}

#[test]
fn what_answers_on_the_line_is_told() {
    for (stage, soc) in [("rom", "JH7110".into()), ("uboot", serde_json::Value::Null)] {
        let board = format!("--virtual {BOARD}:stage={stage}");
        let event = run(&format!("starfive identify --json {board}")).good().last_event();
        let name = if stage == "rom" { "mask-rom" } else { stage };
        assert_eq!((&event["stage"], &event["soc"]), (&name.into(), &soc), "{event}");
        let version = event["version"].as_str().is_some_and(|text| text.starts_with("U-Boot"));
        assert_eq!(version, stage == "uboot", "{event}");
    }
    let text = run(&format!("sf identify --virtual {BOARD}")).good().stdout;
    assert!(text.contains("mask ROM") && text.contains("starfive boot"), "{text}");
}

/// The JH7100's mask ROM speaks at 9600 baud; a rate that was told is not left.
#[test]
fn the_rom_of_a_jh7100_is_told_at_its_own_rate() {
    let board = "--virtual starfive/visionfive-1";
    for rate in ["", "--baud 9600"] {
        let event = run(&format!("sf {rate} identify --json {board}")).good().last_event();
        assert_eq!(
            (&event["stage"], &event["soc"]),
            (&"mask-rom".into(), &"JH7100".into()),
            "{event}"
        );
    }
    run(&format!("sf --baud 115200 identify {board}")).bad(1, "not text");
}

#[test]
fn a_visionfive_1_is_brought_back() {
    let folder = Folder::new();
    let file = starfive::header::jh7100::wrap(&bytes(3000));
    let (second, program) = (folder.file("second", &file), folder.file("program", &bytes(4000)));
    let flash = folder.path("flash");
    let board = format!("starfive/visionfive-1:storage={}", flash.display());
    run(&format!(
        "starfive recovery --program {program} --second-boot {second} --yes --virtual {board}"
    ))
    .good();
    assert!(fs::read(&flash).expect("it was saved")[..file.len()] == file);
    run(&format!(
        "starfive recovery --program {program} --second-boot {program} --yes --virtual {board}"
    ))
    .bad(6, "first word");
}

/// The whole way at the pace of a real line, over a real tty.
#[test]
fn a_board_on_a_pty_is_flashed_from_power_on() {
    let files = files(5000, 9000);
    let flash = files.folder.path("flash").display().to_string();
    let served = Served::start(&files.folder, BOARD, &format!(",storage={flash}"));
    let begin = Instant::now();
    let port = &served.port;
    run(&format!("starfive flash-spi {} --port {port} --yes", files.arguments)).good();
    // Both parts cross the line twice, at no more than 11,453 B/s.
    let least = 2.0 * (files.spl.len() + files.uboot.len()) as f64 / 11_453.0;
    assert!(begin.elapsed().as_secs_f64() > least, "the line is faster than it can be");
    assert_eq!(served.end().last().expect("an event")["event"], "result");
    files.are_in_the_flash();
}

/// The check of the check: whoever chooses 4 and goes on blows a fuse, and the server says so.
#[test]
fn whoever_chooses_4_blows_a_fuse_that_is_seen() {
    let folder = Folder::new();
    let served = Served::start(&folder, BOARD, "");
    let mut line = SerialLine::open(&served.port, 115_200, Stop::default()).expect("a tty");
    let mut silent = Silent;
    let mut console = Console::new(&mut line, &mut silent);
    let limit = Duration::from_secs(20);
    boot_rom(&mut console, &agent(), limit).expect("it starts");
    for (prompt, choice) in [("select the function", "4\r"), ("Select the function", "13\r")] {
        assert!(console.wait_for(&[prompt], limit).expect("it is open").is_some(), "{prompt}");
        console.pause(Duration::from_millis(200)).expect("nobody stops it");
        console.say(choice.as_bytes()).expect("it is open");
    }
    console.pause(Duration::from_millis(500)).expect("nobody stops it");
    drop(line);
    let events = served.end();
    assert!(events.iter().any(|event| event["text"].to_string().contains("fuse")), "{events:?}");
}

/// Ctrl-C between two frames; the board hears that it was cancelled.
#[test]
fn the_first_interrupt_ends_it_between_two_frames() {
    let files = files(60_000, 9000);
    let served = Served::start(&files.folder, BOARD, "");
    let line = format!("starfive boot {} --json --port {}", files.arguments, served.port);
    let mut child = command(line.split(' '))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary starts");
    let mut out = child.stdout.take().expect("a pipe");
    let (mut said, mut buf) = (String::new(), [0; 4096]);
    while !said.contains("\"progress\"") {
        let count = out.read(&mut buf).expect("a pipe");
        assert_ne!(count, 0, "it ended before it moved: {said}");
        said += &String::from_utf8_lossy(&buf[..count]);
    }
    let id = child.id().to_string();
    assert!(
        std::process::Command::new("kill")
            .args(["-INT", &id])
            .status()
            .expect("kill starts")
            .success()
    );
    out.read_to_string(&mut said).expect("text");
    assert_eq!(child.wait().expect("it ends").code(), Some(130), "{said}");
    assert!(said.contains("\"code\":\"interrupted\""), "{said}");
}

/// The other end of the line goes away in the middle of an upload.
#[test]
fn an_adapter_that_is_pulled_out_is_told() {
    let files = files(60_000, 9000);
    let served = Served::start(&files.folder, BOARD, "");
    let line = format!("starfive boot {} --json --port {}", files.arguments, served.port);
    let child = command(line.split(' '))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary starts");
    std::thread::sleep(Duration::from_millis(2500));
    drop(served);
    let output = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("\"code\":\"serial.gone\"") && said.contains("\"done\""), "{said}");
}

/// The port is waited for, and so is the board.
#[test]
fn a_port_that_is_not_there_yet_is_waited_for() {
    let files = files(5000, 5000);
    let port = files.folder.path("tty").display().to_string();
    let line = format!("starfive boot {} --wait 20 --port {port}", files.arguments);
    let child = command(line.split(' '))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary starts");
    std::thread::sleep(Duration::from_millis(300));
    let _served = Served::start(&files.folder, BOARD, "");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
}

/// Another program that has the port is named as the reason.
#[test]
fn a_busy_port_is_told() {
    let files = files(5000, 9000);
    let served = Served::start(&files.folder, BOARD, "");
    let _held = serialport::new(&served.port, 115_200).open().expect("a tty");
    let busy = run(&format!("starfive boot {} --json --port {}", files.arguments, served.port));
    assert_eq!(
        (busy.code, &busy.last_event()["code"]),
        (1, &"serial.busy".into()),
        "{}",
        busy.stdout
    );
}

#[test]
fn a_port_that_may_not_be_opened_names_the_group() {
    let folder = Folder::new();
    let served = Served::start(&folder, BOARD, "");
    let refused =
        run_as_nobody(&folder, &["serial", "uboot", "version", "--json", "--port", &served.port]);
    let event = refused.last_event();
    assert_eq!((refused.code, &event["code"]), (4, &"serial.permission".into()), "{event}");
    assert!(event["advice"].as_str().is_some_and(|advice| advice.contains("dialout")), "{event}");
}
