//! What a run leaves for people and for monitoring, read by programs that are not ours: html5lib, Prometheus' own readers, and
//! (in tests/long) Chromium.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use crate::{
    bench::{NODES, Rack},
    tool::text,
};

/// Has one of the readers beside this file read the files of a run.
#[track_caller]
fn read(reader: &str, run: &Path) -> String {
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rack").join(reader);
    let output = Command::new("/usr/bin/python3").arg("-B").arg(program).arg(run).output();
    let output = output.expect("tests/setup installs Debian's python3");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{reader}: {said}");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// A rack in which nodes fail, pass at once, and pass after a failure.
const SEED: u32 = 20;

#[test]
fn the_report_of_a_rehearsal_is_sound() {
    let rack = Rack::of(NODES);
    let run = rack.folder.path("run");
    let ended = rack.run(&format!("--rehearse={SEED} --quiet {}", rack.at("run")));
    let result = rack.result("run");
    let nodes = result["nodes"].as_array().expect("nodes");
    assert!(nodes.iter().any(|node| node["state"] == "failed"), "{}", ended.stderr);
    assert!(nodes.iter().any(|node| node["state"] == "changed" && node["retries"] != 0));
    let good = nodes.iter().filter(|node| node["state"] == "changed").count();
    assert_eq!(read("page.py", &run), format!("{good} of 6 nodes are as the manifest says"));
    read("metrics.py", &run);
    let page = std::fs::read_to_string(run.join("report.html")).expect("a page");
    assert!(page.contains(&format!("failures drawn from seed {SEED}")) && page.len() < 100_000);

    // What was done is told again by a run that goes on, and what was there already as such.
    rack.run(&format!("--rehearse --resume --quiet {}", rack.at("run"))).good();
    assert_eq!(read("page.py", &run), "All 6 nodes are as the manifest says");
    read("metrics.py", &run);
    let page = std::fs::read_to_string(run.join("report.html")).expect("a page");
    assert!(page.contains("done in an earlier run"), "{page}");
    rack.run(&format!("--rehearse --quiet {}", rack.at("run"))).good();
    assert_eq!(read("page.py", &run), "All 6 nodes are as the manifest says");
    read("metrics.py", &run);
}

/// A node whose hook fails and says something that a browser or a scraper must not take for more than text.
fn hostile() -> Rack {
    let nodes = r#"
[[node]]
name = "slot1"
board = "radxa/rock-5b"
port = "9-9.9"
image = "disk"
[node.hook]
recover = ["hooks/<b>\" onload=\"alert(1)", "</title>"]
"#;
    let rack = Rack::of(nodes);
    let said = r#"<script>alert(1)</script></style><img src=x onerror=alert(2)> "} 1 \ &amp;"#;
    let script = format!("cat <<'EOF'\n{said}\nEOF\nexit 4");
    rack.program("hooks/<b>\" onload=\"alert(1)", &script);
    let run = rack.run(&format!("--yes --quiet {}", rack.at("run")));
    assert_eq!(run.code, 1, "{}", run.stderr);
    rack
}

#[test]
fn what_a_hook_says_stays_text() {
    let rack = hostile();
    let message = rack.result("run")["nodes"][0]["message"].to_string();
    assert!(message.contains("<script>") && message.contains("onerror"), "{message}");
    let run = rack.folder.path("run");
    assert_eq!(read("page.py", &run), "slot1 is not as the manifest says");
    read("metrics.py", &run);
}

/// Chromium without a window, on a page: what it prints, and what it complains about.
fn chromium(page: &Path, home: &Path, arguments: &[&str]) -> (String, String) {
    let output = Command::new("chromium")
        .args(["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"])
        .args(["--enable-logging=stderr", &format!("--user-data-dir={}", text(home))])
        .args(arguments)
        .arg(format!("file://{}", text(page)))
        .env("HOME", home)
        .stdin(Stdio::null())
        .output()
        .expect("`tests/setup browser` installs Debian's chromium");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (read(&output.stdout), read(&output.stderr))
}

#[test]
#[ignore = "tests/long: Chromium is large"]
fn a_browser_shows_the_page_without_complaint() {
    let whole = Rack::of(NODES);
    whole.run(&format!("--rehearse={SEED} --quiet {}", whole.at("run")));
    for rack in [whole, hostile()] {
        let (page, home) = (rack.folder.path("run/report.html"), rack.folder.path("home"));
        let (dom, said) = chromium(&page, &home, &["--dump-dom"]);
        assert!(!said.contains("CONSOLE"), "{said}");
        assert!(dom.contains("as the manifest says</h1>"), "{dom}");
        for made in ["<script", "<img", "<b>"] {
            assert!(!dom.contains(made), "{made} became part of the page: {dom}");
        }
        for width in ["1200,900", "390,900"] {
            let shot = rack.folder.path("shot.png");
            let to = format!("--screenshot={}", text(&shot));
            let (_, said) = chromium(&page, &home, &[&to, &format!("--window-size={width}")]);
            assert!(!said.contains("CONSOLE"), "{said}");
            let png = std::fs::read(&shot).expect("a picture");
            assert!(png.starts_with(b"\x89PNG") && png.len() > 10_000, "{} bytes", png.len());
        }
    }
}
