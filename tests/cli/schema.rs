//! What is published for scripts: the schema, the words in it, and the page that explains them.

use std::{collections::BTreeSet, fs};

use link::{Code, StepId};
use racklet_flash::{cli, exit::Exit, rack};
use serde_json::{Value, json};

use crate::tool::{Folder, check_event, run, text};

#[test]
fn a_folder_gets_all_that_is_made_from_the_program() {
    let folder = Folder::new();
    let place = folder.path("made");
    let planned = run(&format!("generate {} --dry-run --json", text(&place))).good().last_event();
    assert!(!place.exists(), "a dry run makes nothing");
    let made = run(&format!("generate {} --json", text(&place))).good().last_event();
    assert_eq!(made["files"], planned["files"]);
    let there: BTreeSet<_> = fs::read_dir(&place)
        .expect("it was made")
        .map(|entry| text(&entry.expect("it can be listed").path()))
        .collect();
    let told = made["files"].as_array().expect("files").iter();
    assert_eq!(there, told.map(|path| path.as_str().expect("a path").to_owned()).collect());
    let read = |name: &str| fs::read_to_string(place.join(name)).expect(name);
    for (name, holds) in [
        ("racklet-flash.bash", "complete "),
        ("_racklet-flash", "#compdef"),
        ("racklet-flash.fish", "complete -c"),
        ("60-racklet-flash.rules", "SUBSYSTEM"),
        ("racklet-flash-rockchip-disk-write.1", ".TH"),
    ] {
        assert!(read(name).contains(holds), "{name}");
    }
    let schema: Value = serde_json::from_str(&read("schema.json")).expect("JSON");
    assert_eq!(schema, cli::schema());
    let manifest: Value = serde_json::from_str(&read("manifest.schema.json")).expect("JSON");
    assert_eq!(manifest, rack::manifest::schema());
    run(&format!("generate {}", text(&place))).bad(7, "--yes");
    run(&format!("generate {} --yes", text(&place))).good();
}

/// The schema is judged by the code that judges the events, which must be able to say no.
#[test]
fn what_is_not_published_is_noticed() {
    let error = json!({
        "event": "error", "code": "usb.timeout", "exit": 1, "step": null, "message": "", "advice": null,
    });
    check_event(&error);
    for (name, wrong) in [
        ("event", json!("end")),
        ("code", json!("usb.tiemout")),
        ("exit", json!(8)),
        ("step", json!("flash")),
        ("message", json!(7)),
        ("more", json!(true)),
    ] {
        let mut event = error.clone();
        event[name] = wrong;
        let judged = std::panic::catch_unwind(|| check_event(&event));
        assert!(judged.is_err(), "{event}");
    }
}

#[test]
fn the_page_and_the_help_name_every_word() {
    let page = include_str!("../../docs/scripting.md");
    let help = run("--help").good().stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    for (code, meaning) in Code::ALL {
        assert!(page.contains(&format!("| `{code}` | {meaning} |")), "| `{code}` | {meaning} |");
    }
    for id in StepId::ALL {
        assert!(page.contains(&format!("`{id}`")), "{id}");
    }
    for exit in Exit::ALL {
        let line = format!("{} {}", exit as u8, exit.meaning());
        assert!(help.contains(&line), "{line} is not in: {help}");
        let row = format!("| {} | {} |", exit as u8, exit.meaning());
        assert!(page.contains(&row), "{row}");
    }
}
