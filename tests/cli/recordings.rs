//! Recordings, and sessions that are replayed from them.

use crate::{
    line,
    tool::{Folder, image, run, text},
};

const H3: &str = "--virtual xunlong/orangepi-pc";

#[test]
fn a_recorded_recovery_replays() {
    let folder = Folder::new();
    let file = folder.file("image", &image(0x6000, 20_000, Some("sun8i-h3-orangepi-pc")));
    let record = text(&folder.path("session"));
    run(&format!("fel boot {file} --record {record} {H3}")).good();
    run(&format!("fel boot {file} --replay {record}")).good();
    // Another command says something else.
    run(&format!("fel sid --replay {record}")).bad(1, "differs");
    // Another image too.
    let other = folder.file("other", &image(0x6000, 20_004, Some("sun8i-h3-orangepi-pc")));
    run(&format!("fel boot {other} --replay {record}")).bad(1, "differs");
}

#[test]
fn a_session_that_ends_early_is_told() {
    let folder = Folder::new();
    let record = text(&folder.path("session"));
    run(&format!("fel sid --record {record} {H3}")).good();
    let run = run(&format!("fel identify --replay {record}"));
    assert_eq!(run.code, 1, "{}", run.stderr);
}

#[test]
fn failures_are_recorded_and_replayed() {
    let folder = Folder::new();
    for kind in ["stall", "timeout", "disconnect"] {
        let record = text(&folder.path(kind));
        let first = run(&format!("fel sid --json --record {record} {H3}:fault={kind}@5"));
        let again = run(&format!("fel sid --json --replay {record}"));
        assert_eq!((first.code, again.code), (1, 1), "{kind}");
        assert_eq!(first.last_event()["code"], again.last_event()["code"], "{kind}");
    }
}

#[test]
fn a_damaged_transcript_is_bad_input() {
    let folder = Folder::new();
    for (bytes, says) in [
        (&b""[..], "no `id` line"),
        (b"id 1f3a:efe8 out=01 in=82 mps=512\n> 4\n", "line 2"),
        (b"\xff\xff", "UTF-8"),
    ] {
        let file = folder.file("transcript", bytes);
        run(&format!("fel identify --replay {file}")).bad(6, says);
    }
    run("fel identify --replay /nonexistent").bad(6, "/nonexistent");
}

/// Over a noisy line, with its retransmissions and its change of rate: the same inputs lead to the same session.
#[test]
fn a_recorded_recovery_on_a_serial_line_replays() {
    let folder = Folder::new();
    let (spl, uboot) =
        (folder.file("spl", &line::spl(5000)), folder.file("uboot", &line::fit(60_000)));
    let flash = |uboot: &str| format!("starfive flash-spi {spl} {uboot} --yes --fast --json");
    let record = text(&folder.path("session"));
    let board = "--virtual starfive/visionfive-2:noise=3@60,loses-above=1000000";
    let first = run(&format!("{} --record {record} {board}", flash(&uboot))).good().last_event();
    let again = run(&format!("{} --replay {record}", flash(&uboot))).good().last_event();
    assert_eq!(first, again);
    let changed = line::fit(60_004);
    let other = run(&format!("{} --replay {record}", flash(&folder.file("other", &changed))));
    assert_eq!((other.code, &other.last_event()["code"]), (1, &"replay.diverged".into()));
    run(&format!("serial uboot version --replay {record}")).bad(1, "differs");
}

#[test]
fn failures_on_a_serial_line_are_recorded_and_replayed() {
    let folder = Folder::new();
    let record = text(&folder.path("session"));
    let line = "serial uboot version --json";
    let board = "--virtual starfive/visionfive-2:stage=uboot,fault=gone@3";
    let first = run(&format!("{line} --record {record} {board}"));
    let again = run(&format!("{line} --replay {record}"));
    assert_eq!((first.code, again.code), (1, 1));
    let code = |run: &crate::tool::Run| run.last_event()["code"].clone();
    assert_eq!((code(&first), code(&again)), ("serial.gone".into(), "serial.gone".into()));
}

/// Sessions with boards, in `fixtures/FAMILY`: their heads say which command of ours said this, and what it makes of it.
#[test]
fn the_sessions_in_fixtures_replay() {
    let folders = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures"));
    let files = folders
        .expect("fixtures")
        .filter_map(|family| std::fs::read_dir(family.expect("a folder").path()).ok())
        .flatten()
        .map(|file| file.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    let mut seen = 0;
    for path in files {
        let session = std::fs::read_to_string(&path).expect("text");
        let head = |key: &str| {
            let line = session.lines().find_map(|line| line.strip_prefix(key));
            line.unwrap_or_else(|| panic!("{} has no line `{key}`", path.display()))
        };
        head("# origin: ");
        let run = run(&format!("{} --replay {}", head("# ours: "), path.display()));
        let said = format!("{}{}", run.stdout, run.stderr);
        assert!(said.contains(head("# says: ")), "{}: {said}", path.display());
        seen += 1;
    }
    assert!(seen >= 3, "{seen}");
}

/// The trace is judged by Wireshark's own reader.
#[test]
fn a_trace_is_what_wireshark_reads() {
    let folder = Folder::new();
    let trace = text(&folder.path("trace.pcapng"));
    let counts = run(&format!("fel identify -vv --trace {trace} {H3}")).good().stderr;
    assert!(counts.contains("9 transfers"), "{counts}");
    let fields = [
        "usb.transfer_type",
        "usb.endpoint_address",
        "usb.urb_type",
        "usb.data_len",
        "usb.capdata",
    ];
    let mut tshark = std::process::Command::new("tshark");
    tshark.args(["-r", &trace, "-T", "fields"]).args(fields.iter().flat_map(|field| ["-e", field]));
    let output = tshark.output().expect("tests/setup installs tshark");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).expect("UTF-8");
    let lines: Vec<Vec<&str>> = lines.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), 18, "a submission and a completion each: {lines:?}");
    assert!(lines.iter().all(|line| line[0] == "0x03"), "bulk: {lines:?}");
    assert_eq!((lines[0][1], lines[0][2], lines[0][3]), ("0x01", "'S'", "32"), "{lines:?}");
    assert!(lines[0][4].replace(':', "").starts_with("41575543"), "AWUC: {lines:?}");
    let reply =
        lines.iter().find(|line| line[1] == "0x82" && line[3] == "32").expect("the VERSION reply");
    assert!(reply[4].replace(':', "").starts_with("4157555342464558"), "AWUSBFEX: {lines:?}");
}
