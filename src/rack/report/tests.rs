use std::{collections::BTreeMap, path::Path, time::UNIX_EPOCH};

use serde_json::json;

use super::{
    judge::{Judgement, Sure, port, together},
    page::headline,
    *,
};
use crate::rack::record::{Attempt, Record, Span, State, Trouble};

const EVIL: &str = "<script>alert('x')</script>\" onload=\"x";

fn span(step: &str, label: &str, (begin, end): (f64, f64), bytes: u64) -> Span {
    Span { step: step.into(), label: label.into(), begin, end, bytes }
}

/// An error at a step.
fn trouble(step: &str, code: &str, message: &str) -> Trouble {
    let exit = match code {
        "interrupted" => 130,
        code if code.starts_with("input") => 6,
        "board.none" => 3,
        _ => 1,
    };
    Trouble {
        step: Some(step.into()),
        code: code.into(),
        exit,
        message: message.into(),
        advice: Some("try another cable".into()),
    }
}

/// An attempt of 40 s from then on, which fails or passes.
fn attempt(begin: f64, trouble: Option<Trouble>) -> Attempt {
    let end = if trouble.is_some() { begin + 20.0 } else { begin + 40.0 };
    let mut spans = vec![
        span("start", "waiting for the board", (begin, begin + 4.0), 0),
        span("start", "usbplug", (begin + 4.0, begin + 6.0), 65536),
        span("compare", "compare", (begin + 6.0, begin + 7.0), 1 << 20),
        span("write", "write", (begin + 7.0, end - 3.0), 512 << 20),
    ];
    if trouble.is_none() {
        spans.push(span("verify", "verify", (end - 3.0, end - 1.0), 512 << 20));
        spans.push(span("restart", "restart the board", (end - 1.0, end), 0));
    }
    Attempt { spans, trouble }
}

/// A node at a port, whose attempts fail so; with `None` at the end, it is written in the last one.
fn node(name: &str, port: &str, troubles: Vec<Option<Trouble>>) -> Record {
    let starts = (0..).map(|number| 2.0 + 25.0 * f64::from(number));
    let attempts: Vec<_> = troubles
        .iter()
        .zip(starts)
        .map(|(trouble, begin)| attempt(begin, trouble.clone()))
        .collect();
    let last = troubles.last().cloned().flatten();
    let good = last.is_none() && !troubles.is_empty();
    let stopped = troubles.is_empty();
    Record {
        name: name.into(),
        board: "radxa/rock-5b".into(),
        port: port.into(),
        state: match (good, stopped) {
            (true, _) => State::Changed,
            (_, true) => State::Stopped,
            _ => State::Failed,
        },
        trouble: last.or_else(|| stopped.then(|| trouble("find", "interrupted", "interrupted"))),
        bytes: if good { 512 << 20 } else { 0 },
        already_there: if good { 128 << 20 } else { 0 },
        sent_again: 0,
        seconds: 25.0 * attempts.len() as f64 + 15.0,
        verified: good,
        how: if good { BTreeMap::from([("parity".into(), 512 << 20)]) } else { BTreeMap::new() },
        retries: attempts.len().saturating_sub(1),
        chip: good.then(|| "e32fb7d6d372b6d81ae914ac".into()),
        image: "fd2a".repeat(16),
        attempts,
        before: false,
    }
}

fn good(name: &str, port: &str) -> Record {
    node(name, port, vec![None])
}

fn stall(message: &str) -> Option<Trouble> {
    Some(trouble("write", "usb.stall", message))
}

fn summary(nodes: Vec<Record>) -> Summary {
    Summary {
        nodes,
        unwritten: Vec::new(),
        seconds: 95.3,
        folder: "there-is-no-such-folder".into(),
        rehearsal: false,
        seed: None,
        manifest: "rack.toml".into(),
    }
}

fn plans(nodes: &[Record]) -> Value {
    let one = |node: &Record| {
        json!({
            "name": node.name, "image": "talos.img.xz", "image_sha256": node.image,
            "files": [{"role": "loader", "name": "rk3588_spl_loader.bin", "sha256": "ab12".repeat(16)}],
        })
    };
    json!({"schema": 1, "nodes": nodes.iter().map(one).collect::<Vec<_>>()})
}

fn written(summary: &Summary) -> (String, String) {
    let plans = plans(&summary.nodes);
    let report = Report::new(summary, "5ac3", UNIX_EPOCH, &plans);
    (report.html(), report.metrics())
}

/// Fourteen nodes of everything that may happen.
fn rack() -> Summary {
    let mut nodes = vec![
        good("tray1-slot1", "1-1.1"),
        node("tray1-slot2", "1-1.2", vec![stall("sector 64"), None]),
        node("tray1-slot3", "1-1.3", vec![stall("sector 64"), stall("sector 64")]),
        node("tray1-slot4", "1-1.4.1", vec![stall("sector 9"), stall("sector 64"), None]),
        node("tray1-slot5", "1-1.4.2", vec![stall("sector 1"), stall("sector 2")]),
        node("tray1-slot6", "/dev/ttyUSB0", vec![Some(trouble("hook", "rack.hook", "no relay"))]),
        node("tray1-slot7", "1-1.6", vec![]),
    ];
    nodes.extend((1..8).map(|slot| good(&format!("tray2-slot{slot}"), &format!("3-1.{slot}"))));
    summary(nodes)
}

#[track_caller]
fn is(judgement: Option<Judgement>, sure: Sure, words: &str) {
    let judgement = judgement.expect("something failed");
    assert_eq!(judgement.sure, sure, "{}", judgement.text);
    assert!(judgement.text.contains(words), "{}", judgement.text);
}

#[test]
fn a_flaky_port_is_told_from_a_bad_board() {
    let of = |troubles| port(&node("slot", "1-1.1", troubles));
    assert_eq!(of(vec![None]), None);
    is(of(vec![stall("a"), None]), Sure::Possible, "rather the port");
    is(of(vec![stall("a"), stall("a"), None]), Sure::Likely, "the port, its cable or the hub");
    is(of(vec![stall("a"), stall("b")]), Sure::Likely, "at different places: the port");
    is(of(vec![stall("a"), stall("a")]), Sure::Likely, "the board or its files");
    is(of(vec![stall("a")]), Sure::Unclear, "was not tried again");
    let none = || Some(trouble("find", "board.none", "no board"));
    is(of(vec![none(), none()]), Sure::Likely, "Failed 2 times as no board answered");
    let differs = |message| Some(trouble("verify", "differs", message));
    is(of(vec![differs("1"), differs("2")]), Sure::Likely, "times at its storage");
    is(of(vec![Some(trouble("hook", "rack.hook", "x"))]), Sure::Certain, "The hook failed");
    is(of(vec![Some(trouble("check", "input.image", "x"))]), Sure::Certain, "A file is to blame");
    is(of(vec![Some(trouble("find", "board.other", "x"))]), Sure::Certain, "another board");
    assert_eq!(of(vec![Some(trouble("write", "interrupted", "x"))]), None);
    assert_eq!(of(vec![]), None);
}

#[test]
fn every_error_has_a_judgement() {
    for (code, _) in link::Code::ALL {
        let troubles = vec![Some(trouble("write", code.word(), "x")); 2];
        let judged = port(&node("slot", "1-1.1", troubles));
        assert_eq!(
            judged.is_none(),
            ["interrupted", "rack.after"].contains(&code.word()),
            "{code:?}"
        );
    }
}

#[test]
fn a_hub_is_told_from_its_boards() {
    let lost = |name, port| node(name, port, vec![stall(name), None]);
    let texts = |nodes: &[Record]| {
        together(nodes)
            .into_iter()
            .map(|judgement| (judgement.sure, judgement.text))
            .collect::<Vec<_>>()
    };
    let nodes =
        [lost("a", "1-1.4.1"), lost("b", "1-1.4.2"), good("c", "1-1.1"), good("d", "1-1.2")];
    let told = texts(&nodes);
    assert_eq!(told.len(), 1, "the hub above it has as many good ones: {told:?}");
    assert!(
        told[0].0 == Sure::Possible && told[0].1.starts_with("2 of 2 nodes at the hub 1-1.4 "),
        "{told:?}"
    );
    let nodes = [lost("a", "1-1.1"), lost("b", "1-1.2"), lost("c", "1-1.3"), good("d", "1-1.4")];
    assert_eq!(texts(&nodes)[0].0, Sure::Likely);
    assert_eq!(texts(&[lost("a", "1-1.1"), good("b", "1-1.2")]), []);
    assert_eq!(texts(&[lost("a", "/dev/ttyUSB0.1"), lost("b", "/dev/ttyUSB0.2")]), []);
}

#[test]
fn boards_of_one_kind_that_fail_alike_are_told() {
    let dead = |name, port| {
        let trouble = || Some(trouble("start", "boot.failed", name));
        node(name, port, vec![trouble(), trouble()])
    };
    let told = together(&[dead("a", "1-1"), dead("b", "2-1")]);
    is(told.first().cloned(), Sure::Likely, "All 2 nodes with radxa/rock-5b failed at `start`");
    assert_eq!(together(&[dead("a", "1-1"), good("b", "2-1")]), []);
}

#[test]
fn the_headline_says_the_outcome() {
    let of = |nodes| headline(&summary(nodes));
    let bad = |name| node(name, "1-1", vec![stall("x")]);
    assert_eq!(
        of(vec![good("a", "1-1"), good("b", "2-1")]),
        "All 2 nodes are as the manifest says"
    );
    assert_eq!(of(vec![good("a", "1-1"), bad("b")]), "1 of 2 nodes is as the manifest says");
    assert_eq!(of(vec![bad("a"), bad("b")]), "None of 2 nodes is as the manifest says");
    assert_eq!(of(vec![good("a", "1-1")]), "a is as the manifest says");
    assert_eq!(of(vec![bad("a")]), "a is not as the manifest says");
    assert_eq!(headline(&rack()), "10 of 14 nodes are as the manifest says");
}

#[test]
fn nothing_that_boards_say_becomes_markup() {
    let mut evil =
        node(EVIL, EVIL, vec![Some(trouble(EVIL, EVIL, EVIL)), Some(trouble(EVIL, EVIL, "other"))]);
    evil.board = EVIL.into();
    evil.chip = Some(EVIL.into());
    evil.attempts[0].spans[0].label = EVIL.into();
    let mut all = summary(vec![evil]);
    all.manifest = EVIL.into();
    let plans = json!({"nodes": [{
        "name": EVIL, "image": EVIL, "image_sha256": EVIL, "files": [{"role": EVIL, "name": EVIL, "sha256": EVIL}],
    }]});
    let report = Report::new(&all, EVIL, UNIX_EPOCH, &plans);
    let html = report.html();
    assert!(!html.contains("<script") && !html.contains("\" onload"), "{html}");
    assert!(html.contains("&lt;script&gt;alert('x')"), "{html}");
    // A label's value ends at a quote without a backslash.
    let metrics = report.metrics();
    assert!(
        metrics.contains(r#"\" onload=\"x""#) && !metrics.contains(r#"</script>""#),
        "{metrics}"
    );
}

#[test]
fn the_page_needs_nothing_beside_it_and_is_small() {
    let mut all = rack();
    // As many steps as an attempt keeps, in turns.
    for node in &mut all.nodes {
        let step = |number: u32| if number.is_multiple_of(2) { "write" } else { "compare" };
        let at = |number| f64::from(number) / 10.0;
        let spans =
            (0..400).map(|number| span(step(number), "a label", (at(number), at(number + 1)), 1));
        node.attempts = vec![Attempt { spans: spans.collect(), trouble: None }; 3];
    }
    let (html, _) = written(&all);
    assert!(html.len() < 200_000, "{} bytes", html.len());
    for outside in ["http:", "https:", "src=", "@import", "<script", "<link"] {
        assert!(!html.contains(outside), "{outside}");
    }
}

#[test]
fn what_was_done_before_has_no_place_in_the_picture() {
    let mut all = summary(vec![good("a", "1-1"), good("b", "2-1")]);
    all.nodes[0].before = true;
    all.nodes[0].attempts[0].spans[0].begin = 90_000.0;
    let (html, metrics) = written(&all);
    assert!(html.contains("done in an earlier run") && html.contains("384 MiB"), "{html}");
    assert!(
        metrics
            .contains(r#"racklet_flash_node_earlier{node="a",board="radxa/rock-5b",port="1-1"} 1"#)
    );
}

#[test]
fn a_node_without_a_step_says_so() {
    let mut all = rack();
    all.nodes[2].attempts.iter_mut().for_each(|attempt| attempt.spans.clear());
    let count = |summary| written(summary).0.matches("failed before its first step").count();
    assert_eq!((count(&rack()), count(&all)), (0, 1));
}

#[test]
fn metrics_are_of_every_node() {
    let (_, metrics) = written(&rack());
    for line in [
        r#"racklet_flash_run_nodes{state="changed"} 10"#,
        r#"racklet_flash_node_state{node="tray1-slot3",board="radxa/rock-5b",port="1-1.3",state="failed"} 1"#,
        r#"racklet_flash_node_written_bytes{node="tray1-slot1",board="radxa/rock-5b",port="1-1.1"} 402653184"#,
        r#"racklet_flash_node_failed_attempts{node="tray1-slot3",board="radxa/rock-5b",port="1-1.3",step="write",code="usb.stall"} 2"#,
        r#"racklet_flash_node_step_seconds{node="tray1-slot1",board="radxa/rock-5b",port="1-1.1",step="write"} 30"#,
    ] {
        assert!(metrics.lines().any(|one| one == line), "{line} is missing:\n{metrics}");
    }
    assert!(metrics.ends_with("\n# EOF\n"));
}

#[test]
fn evidence_is_linked_where_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut all = rack();
    all.folder = folder.path().into();
    let at = |name: &str| folder.path().join("tray1-slot3").join(name);
    std::fs::create_dir(folder.path().join("tray1-slot3")).expect("a folder of ours");
    for name in ["log", "trace.pcapng", "attempt-1-trace.pcapng", "storage", "a\"b trace.x"] {
        std::fs::write(at(name), "").expect("a file of ours");
    }
    let (html, _) = written(&all);
    let links: Vec<_> =
        html.split("<a href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let of = |name: &str| format!("tray1-slot3/{name}");
    assert_eq!(
        links,
        [&of("log"), &of("attempt-1-trace.pcapng"), &of("trace.pcapng"), "result.json"]
    );
    assert!(links.iter().all(
        |link| folder.path().join(link).is_file() || Path::new(link).starts_with("result.json")
    ));
}
