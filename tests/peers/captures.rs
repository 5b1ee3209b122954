//! From a capture to a comparison: racklet-flash's own trace in the place of another tool's capture.

use std::process::Command;

use clap::Parser;

use crate::{
    FEL, ROCKUSB,
    exceptions::Exceptions,
    session::Session,
    tool::{Folder, run, text},
    usbmon_transcript::{Arguments, convert},
};

const H3: &str = "--virtual xunlong/orangepi-pc:dram=on";
const KNOWN: &str = "--ids 1f3a:efe8 --endpoints 01:82:512 --origin test";

fn convert_with(file: &str, arguments: &str) -> Result<String, String> {
    let words = ["usbmon-transcript", file].into_iter().chain(arguments.split_whitespace());
    let arguments = Arguments::try_parse_from(words).map_err(|error| error.to_string())?;
    convert(&arguments).map_err(|error| format!("{error:#}"))
}

/// A trace of `command`, as each program that writes captures would have it, and what --record made of it.
fn traces(folder: &Folder, command: &str) -> (Vec<String>, String) {
    let (trace, record) = (text(&folder.path("trace.pcapng")), text(&folder.path("record.txt")));
    run(&format!("{command} --trace {trace} --record {record} --yes {H3}")).good();
    let mut files = vec![trace.clone()];
    for format in ["pcap", "nsecpcap", "pcapng"] {
        let file = text(&folder.path(format));
        let done = Command::new("editcap").args(["-F", format, &trace, &file]).status();
        assert!(done.expect("tests/setup installs tshark").success(), "{format}");
        files.push(file);
    }
    (files, record)
}

#[test]
fn a_capture_becomes_the_transcript_that_record_makes_and_replays() {
    let folder = Folder::new();
    let data = folder.file("data", &[0x5a; 300_000]);
    for command in [format!("fel write 0x42000000 {data}"), "fel sid".to_owned()] {
        let (files, record) = traces(&folder, &command);
        let record = std::fs::read_to_string(&record).expect("it is there");
        let (_, recorded) = record.split_once('\n').expect("the origin's line");
        for file in files {
            let transcript = convert_with(&file, &format!("{KNOWN} --whole 256"));
            let transcript = transcript.expect("it is a whole session");
            assert_eq!(transcript, format!("# origin: test\n{recorded}"), "{file}");
            let replay = folder.file("replay", transcript.as_bytes());
            run(&format!("{command} --replay {replay}")).good();
        }
    }
}

#[test]
fn code_is_not_kept() {
    let folder = Folder::new();
    let (files, record) = traces(&folder, "fel sid");
    let transcript = convert_with(&files[0], KNOWN).expect("it is a whole session");
    let recorded = std::fs::read_to_string(&record).expect("it is there");
    let code = recorded.lines().find(|line| line.starts_with('>') && line.len() > 100);
    assert!(!transcript.contains(code.expect("a payload")), "{transcript}");
    let replay = folder.file("replay", transcript.as_bytes());
    run(&format!("fel sid --replay {replay}")).good();
}

#[test]
fn a_cut_capture_is_refused() {
    let folder = Folder::new();
    let data = folder.file("data", &[0x5a; 100_000]);
    let (files, _) = traces(&folder, &format!("fel write 0x42000000 {data}"));
    let short = text(&folder.path("short"));
    let done = Command::new("editcap").args(["-s", "128", &files[0], &short]).status();
    assert!(done.expect("tests/setup installs tshark").success());
    let problem = convert_with(&short, KNOWN).expect_err("it is cut");
    assert!(problem.contains("64 of the URB's 100000 bytes"), "{problem}");
}

#[test]
fn the_arguments_are_checked() {
    for (arguments, says) in [
        ("--ids 1f3a --origin x", "VVVV:PPPP"),
        ("--endpoints 81:01 --origin x", "01:82"),
        ("--endpoints 01:82:x --origin x", "packet size"),
        ("--device 1 --origin x", "BUS:DEVICE"),
        ("--ids 1f3a:efe8", "--origin"),
        ("--origin x", "/nonexistent"),
    ] {
        let problem = convert_with("/nonexistent", arguments).expect_err(arguments);
        assert!(problem.contains(says), "{arguments}: {problem}");
    }
}

/// A session with a head as a tool's has.
fn session(transcript: &str) -> Session {
    let head = "# ours: fel write 0x42000000 {data}\n# board: xunlong/orangepi-pc:dram=on\n# input: data = counting 3000\n";
    Session::parse("tool/session".into(), &format!("{head}{transcript}")).expect("it is sound")
}

fn check(session: &Session, exceptions: &str) -> Result<(), String> {
    let mut exceptions = Exceptions::parse(exceptions)?;
    session.check(FEL.messages, &mut exceptions)?;
    exceptions.unused().pop().map_or(Ok(()), Err)
}

#[test]
fn a_session_is_held_against_what_we_say() {
    let folder = Folder::new();
    let bytes: Vec<u8> = (0..3000u32).map(|index| index as u8).collect();
    let data = folder.file("data", &bytes);
    let (files, _) = traces(&folder, &format!("fel write 0x42000000 {data}"));
    let sound = convert_with(&files[0], KNOWN).expect("it is a whole session");
    assert_eq!(check(&session(&sound), ""), Ok(()));

    let digest = sound.lines().find(|line| line.starts_with("> len=3000")).expect("the data");
    let changed = sound.replace(digest, "> len=3000 crc32=01234567");
    let problem = check(&session(&changed), "").expect_err("other data");
    assert!(problem.contains("write 0x42000000 +3000 crc32=01234567"), "{problem}");

    // The data in three transfers.
    let pieces: String = [&bytes[..100], &bytes[100..1500], &bytes[1500..]]
        .map(|piece| format!("{}\n", racklet_flash::transport::Entry::out(piece)))
        .concat();
    let cut = sound.replace(&format!("{digest}\n"), &pieces);
    assert_ne!(cut, sound);
    assert_eq!(check(&session(&cut), ""), Ok(()));

    // Without the first request, which asks who is there (nine transfers behind two lines).
    let lines: Vec<_> = sound.lines().collect();
    let headless = [&lines[..2], &lines[11..]].concat().join("\n");
    let problem = check(&session(&headless), "").expect_err("a message is missing");
    assert!(problem.contains("ours   version"), "{problem}");
    let exception =
        "[[exception]]\nsessions = [\"tool/session\"]\nours = [\"version\"]\nreason = \"we ask\"";
    assert_eq!(check(&session(&headless), exception), Ok(()));
    let problem = check(&session(&sound), exception).expect_err("nothing to except");
    assert!(problem.contains("applies 0 times"), "{problem}");
}

#[test]
fn a_session_that_is_no_fel_is_told() {
    let id = "id 1f3a:efe8 out=01 in=82 mps=512\n";
    for (entries, says) in [
        ("", "nothing was said"),
        ("> 00\n", "ends within a request"),
        ("< 00\n", "in place of 32 bytes to the board"),
        (&format!("> {}\n", "00".repeat(32)), "AWUC"),
        (&format!("> {}\n", "00".repeat(33)), "in place of 32 bytes"),
    ] {
        let problem = check(&session(&format!("{id}{entries}")), "").expect_err(says);
        assert!(problem.contains(says), "{entries}: {problem}");
    }
}

#[test]
fn a_session_that_is_no_rockusb_is_told() {
    let cbw = rockusb::wire::Command::write_lba(0, 1).cbw(7).to_bytes();
    let cbw: String = cbw.iter().map(|byte| format!("{byte:02x}")).collect();
    for (entries, says) in [
        (format!("> {}\n", "00".repeat(31)), "USBC"),
        (format!("> {cbw}\n"), "ends within a message"),
        (format!("> {cbw}\n> {}\n", "00".repeat(513)), "in place of 512 bytes to the board"),
        (format!("> {cbw}\n> {}\n< 00\n", "00".repeat(512)), "in place of a status"),
        ("< 00\n".into(), "in place of a command block"),
        ("c 400c00000473 > 00\n".into(), "none of these"),
        (format!("c 400c00000471 > {}\n> 00\n", "00".repeat(4096)), "within a download"),
    ] {
        let transcript = format!("id 2207:350b out=01 in=81 mps=512\n{entries}");
        let transcript = racklet_flash::transport::Transcript::parse(&transcript).expect("sound");
        let problem = (ROCKUSB.messages)(&transcript).expect_err(says);
        assert!(problem.contains(says), "{entries}: {problem}");
    }
}

#[test]
fn tags_and_what_lies_behind_a_cdb_say_nothing() {
    let messages = |change: fn(&mut Vec<u8>)| {
        let mut cbw = rockusb::wire::Command::read_lba(64, 1).cbw(7).to_bytes().to_vec();
        change(&mut cbw);
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let text = format!(
            "id 2207:350b out=01 in=81 mps=512\n> {}\n< {}\n< 55534253{}\n",
            hex(&cbw),
            "00".repeat(512),
            "00".repeat(9)
        );
        let transcript = racklet_flash::transport::Transcript::parse(&text).expect("sound");
        (ROCKUSB.messages)(&transcript).expect("a message")
    };
    let plain = messages(|_| {});
    assert_eq!(plain[0].text, "read-lba 0x00000040 +1");
    assert_eq!(messages(|cbw| (cbw[5], cbw[30]) = (9, 9)), plain);
    assert_ne!(messages(|cbw| cbw[20] = 9), plain);
    // A subcode that nobody sends.
    assert_ne!(messages(|cbw| cbw[16] = 1), plain);
}
