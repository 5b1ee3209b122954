//! Runs, and what they leave behind.

use serde_json::Value;

use crate::{
    bench::{NODES, Rack, check_honest, states},
    tool::Run,
};

fn words(result: &Value) -> Vec<String> {
    states(result).into_iter().map(|(_, state)| state).collect()
}

#[test]
fn a_rack_becomes_what_its_manifest_says_and_stays_it() {
    let rack = Rack::of(NODES);
    let at = rack.at("run");
    let run = rack.run(&format!("--rehearse {at} --json")).good();
    let events = run.events();
    let result = events.last().expect("a result");
    assert_eq!(*result, {
        let mut written = rack.result("run");
        written["event"] = "result".into();
        written["command"] = "provision".into();
        written
    });
    assert_eq!(words(result), ["changed"; 6]);
    check_honest(&rack, "run", &run.stderr);
    let of_slot3 = events.iter().filter(|event| event["node"] == "slot3");
    assert!(of_slot3.clone().count() > 5);
    assert!(
        of_slot3.skip(3).all(|event| event["port"] == "1-1.3" && event["board"] == "khadas/vim3")
    );

    let again = rack.run(&format!("--rehearse {at} --json")).good();
    assert_eq!(words(&again.last_event()), ["unchanged"; 6]);
    for node in again.last_event()["nodes"].as_array().expect("nodes") {
        assert_eq!(node["bytes"], node["already_there"], "{node}");
    }
    let resumed = rack.run(&format!("--rehearse {at} --resume --json")).good();
    let nodes = resumed.last_event()["nodes"].clone();
    assert!(nodes.as_array().expect("nodes").iter().all(|node| node["before"] == true));
    assert!(
        resumed.events().iter().all(|event| event["event"] != "step" || event["node"].is_null())
    );
}

/// A board that starts no boot loader is a node as any other, over USB: the network of the rack is for the others.
#[test]
fn a_board_that_starts_no_boot_loader_is_a_node() {
    const NEZHA: &str = "[[node]]\nname = \"nezha\"\nboard = \"allwinner/nezha-d1\"\nport = \"1-1.1\"\nimage = \"disk\"\n";
    let rack = Rack::of(&format!("[defaults]\nnet = \"10.7.0.0/24\"\n{NEZHA}"));
    let at = rack.at("run");
    rack.run(&format!("--rehearse {at}")).good();
    assert_eq!(words(&rack.result("run")), ["changed"]);
    assert!(rack.is_written("run", "nezha"));
    let node = rack.result("run")["nodes"][0].clone();
    assert!(node["how"]["board-sum"].as_u64() > Some(0), "the agent sums: {node}");
    rack.run(&format!("--rehearse {at}")).good();
    assert_eq!(words(&rack.result("run")), ["unchanged"]);
    let rack = Rack::of(&format!("{NEZHA}net = \"10.7.0.0/24\"\n"));
    rack.run("--rehearse").bad(7, "no boot loader can be started from memory");
}

#[test]
fn nodes_and_groups_are_chosen_by_name() {
    let rack = Rack::of(NODES);
    let at = rack.at("run");
    rack.run(&format!("--rehearse {at} --only left --only slot4")).good();
    let names: Vec<_> = states(&rack.result("run")).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["slot1", "slot2", "slot4"]);
    assert!(!rack.is_touched("run", "slot3"));
    crate::tool::run("provision --rehearse rack.toml")
        .bad(2, "the manifest comes before --rehearse");
    rack.run("--rehearse --only slot9").bad(2, "no node and no group is called slot9");
}

/// A run that goes on with some of its nodes still tells of all of them.
#[test]
fn a_run_that_goes_on_with_one_node_tells_of_all() {
    let rack = Rack::of(&NODES.replace("name = \"slot3\"", "name = \"slot3\"\nchip = \"0123\""));
    let at = rack.at("run");
    let names =
        |result: &Value| states(result).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    rack.run(&format!("--rehearse {at} --only left --only slot3 --only slot4")).bad(7, "slot3");
    let manifest = std::fs::read_to_string(rack.folder.path("rack.toml")).expect("there");
    let manifest = manifest.replace("chip = \"0123\"", "");
    rack.folder.file("rack.toml", manifest.as_bytes());
    // What is not asked for is as it was, and a node that failed fails the run.
    let run = rack.run(&format!("--rehearse {at} --resume --only slot4 --json"));
    assert_eq!(run.code, 7, "{}", run.stderr);
    let result = rack.result("run");
    assert_eq!(run.last_event()["nodes"], result["nodes"]);
    assert_eq!(names(&result), ["slot1", "slot2", "slot3", "slot4"]);
    assert_eq!(words(&result), ["changed", "changed", "failed", "changed"]);
    rack.run(&format!("--rehearse {at} --resume --only slot3 --only slot5")).good();
    let result = rack.result("run");
    assert_eq!(names(&result), ["slot1", "slot2", "slot3", "slot4", "slot5"]);
    let before = |node: &Value| node["before"].as_bool().expect("a flag");
    let before: Vec<_> = result["nodes"].as_array().expect("nodes").iter().map(before).collect();
    assert_eq!(before, [true, true, false, true, false]);
    let plan = std::fs::read(rack.folder.path("run/plan.json")).expect("a plan");
    let plan: Value = serde_json::from_slice(&plan).expect("JSON");
    assert_eq!(plan["nodes"].as_array().map(Vec::len), Some(5));
    let read = |name: &str| std::fs::read_to_string(rack.folder.path("run").join(name));
    for name in ["report.html", "metrics.prom"] {
        assert!(read(name).expect("written").contains("slot2"), "{name}");
    }
    // A node that was begun and cut is told as that.
    let journal = read("journal").expect("a journal");
    let cut = journal + "{\"event\":\"begin\",\"node\":\"slot1\"}\n";
    rack.folder.file("run/journal", cut.as_bytes());
    assert_eq!(rack.run(&format!("--rehearse {at} --resume --only slot2")).code, 130);
    let slot1 = rack.result("run")["nodes"][0].clone();
    assert_eq!(
        (slot1["state"].as_str(), slot1["code"].as_str()),
        (Some("stopped"), Some("interrupted"))
    );
}

/// All nodes are good, and what is said of that is lost.
#[test]
fn what_cannot_be_written_down_is_a_failure() {
    for lost in ["result.json", "report.html", "metrics.prom", "plan.json", "slot1/log"] {
        let rack = Rack::of(NODES);
        std::fs::create_dir_all(rack.folder.path("run").join(lost).join("in the way"))
            .expect("ours");
        let run = rack.run(&format!("--rehearse {} --only slot1 --json", rack.at("run")));
        assert_eq!(run.code, 1, "{lost}: {}", run.stderr);
        let result = run.last_event();
        assert_eq!(words(&result), ["changed"]);
        assert_eq!(
            (result["exit"].as_u64(), result["code"].as_str()),
            (Some(1), Some("rack.unwritten"))
        );
        let told = result["unwritten"][0].as_str().expect("words");
        assert!(told.starts_with(&format!("{lost} could not be written: ")), "{told}");
        let events = run.events();
        assert!(events.iter().any(|event| event["event"] == "note" && event["text"] == told));
    }
}

#[test]
fn a_sum_that_differs_is_told_by_its_key() {
    let rack = Rack::of(NODES);
    let manifest = std::fs::read_to_string(rack.folder.path("rack.toml")).expect("there");
    let sum = format!("[image.disk]\nsha256 = \"{}\"\n", "0".repeat(64));
    rack.folder.file("rack.toml", manifest.replace("[image.disk]\n", &sum).as_bytes());
    let run = rack.run("--rehearse").bad(6, "`sha256` in the manifest says 000");
    assert!(!run.stderr.contains("--sha256"), "{}", run.stderr);
}

#[test]
fn a_dry_run_shows_all_plans_and_makes_nothing() {
    let rack = Rack::of(NODES);
    let run = rack.run("--rehearse --dry-run --json").good();
    let result = run.last_event();
    let nodes = result["nodes"].as_array().expect("nodes");
    assert_eq!(nodes.len(), 6);
    assert!(nodes.iter().all(|node| node["steps"].as_array().is_some_and(|steps| steps.len() > 3)));
    assert!(!rack.folder.path("runs").exists() && !rack.folder.path("rack.toml.lock").exists());
}

#[test]
fn a_run_needs_a_yes_and_a_folder_of_its_own() {
    let rack = Rack::of(NODES);
    let run =
        rack.run("").bad(7, "this overwrites storage of 6 boards: slot1 (emmc), slot2 (emmc)");
    assert!(run.stderr.contains("--yes"), "{}", run.stderr);
    assert!(!rack.folder.path("runs").exists());
    rack.run("--rehearse --resume").bad(6, "no run to go on with");
    rack.run("--rehearse --only slot1").good();
    let latest = rack.folder.path("runs").join("latest");
    assert!(latest.join("result.json").is_file() && latest.join("plan.json").is_file());
    let at = format!("--run {}", latest.display());
    rack.run(&format!("{at} --yes")).bad(2, "there is a run in this folder");
    rack.run(&format!("{at} --yes --resume")).bad(2, "a rehearsal and a run");
}

#[test]
fn what_a_node_was_to_be_may_change_between_runs() {
    let rack = Rack::of(NODES);
    let at = rack.at("run");
    rack.run(&format!("--rehearse {at} --only left")).good();
    let manifest = std::fs::read_to_string(rack.folder.path("rack.toml")).expect("there");
    let other =
        manifest.replacen("group = \"left\"", "group = \"left\"\nverify = \"read-back\"", 1);
    rack.folder.file("rack.toml", other.as_bytes());
    rack.run(&format!("--rehearse {at} --only left --resume")).good();
    let result = rack.result("run");
    let before: Vec<_> = result["nodes"]
        .as_array()
        .expect("nodes")
        .iter()
        .map(|node| node["before"].clone())
        .collect();
    assert_eq!(before, [false, true]);
}

/// Only one of a group at a time, and one node after the other.
#[test]
fn order_and_groups_are_kept() {
    let nodes = NODES.replace("name = \"slot3\"", "name = \"slot3\"\nafter = [\"slot4\"]");
    let rack = Rack::of(&format!("{nodes}[group.left]\njobs = 1\n"));
    rack.run(&format!("--rehearse {}", rack.at("run"))).good();
    let result = rack.result("run");
    let of = |name: &str| {
        let nodes = result["nodes"].as_array().expect("nodes").iter();
        let node = nodes.clone().find(|node| node["name"] == name).expect("the node");
        let spans = node["attempts"][0]["spans"].as_array().expect("spans").clone();
        let time = |span: &Value, key: &str| span[key].as_f64().expect("seconds");
        (time(&spans[0], "begin"), time(spans.last().expect("one"), "end"))
    };
    assert!(of("slot3").0 >= of("slot4").1);
    let (one, two) = (of("slot1"), of("slot2"));
    assert!(one.1 <= two.0 || two.1 <= one.0, "{one:?} {two:?}");
}

#[test]
fn a_node_whose_forerunner_failed_is_not_begun() {
    let nodes = NODES
        .replace("name = \"slot3\"", "name = \"slot3\"\nchip = \"0123\"")
        .replace("name = \"slot4\"", "name = \"slot4\"\nafter = [\"slot3\"]");
    let rack = Rack::of(&nodes);
    let Run { code, stderr, .. } = rack.run(&format!("--rehearse {}", rack.at("run")));
    assert_eq!(code, 1, "{stderr}");
    let result = rack.result("run");
    assert_eq!(words(&result), ["changed", "changed", "failed", "stopped", "changed", "changed"]);
    assert_eq!(result["nodes"][2]["exit"], 7, "{result}");
    assert_eq!(result["nodes"][3]["code"], "rack.after");
    assert!(!rack.is_touched("run", "slot3") && !rack.is_touched("run", "slot4"));
}

#[test]
fn options_of_one_board_mean_nothing_to_a_rack() {
    let rack = Rack::of(NODES);
    for option in ["--port 1-1", "--virtual radxa/rock-5b", "--wait 3", "--trace t"] {
        rack.run(option).bad(2, "whose manifest names every board");
    }
}

/// The manifest that is there to be copied.
#[test]
fn the_whole_racklet_is_rehearsed() {
    let folder = crate::tool::Folder::new();
    let (manifest, at) =
        (concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/racklet.toml"), folder.path("run"));
    let command = format!("provision {manifest} --rehearse --run {} --json", at.display());
    let result = crate::tool::run(&command).good().last_event();
    assert_eq!(words(&result), ["changed"; 14]);
    let image = folder.path("disk.img");
    let unpacked = std::process::Command::new("xz")
        .args(["-dc", concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/racklet/disk.img.xz")])
        .stdout(std::fs::File::create(&image).expect("a file"))
        .status();
    assert!(unpacked.expect("xz is installed").success());
    let size = std::fs::metadata(&image).expect("unpacked").len().to_string();
    for (name, _) in states(&result) {
        let same = std::process::Command::new("cmp")
            .args(["-s", "-n", &size])
            .args([&image, &at.join(&name).join("storage")])
            .status();
        // Two nodes have files of their own in it.
        let own = ["tray1-slot1", "tray1-slot2"].contains(&name.as_str());
        assert!(own || same.expect("cmp is installed").success(), "{name}");
    }
    let of_node = std::fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/fixtures/racklet/nodes/tray1-slot1.yaml"
    ));
    let there = std::process::Command::new("mtype")
        .arg("-i")
        .arg(format!("{}@@1M", at.join("tray1-slot1/storage").display()))
        .arg("::talos/config.yaml")
        .output()
        .expect("mtools are installed");
    assert_eq!(there.stdout, of_node.expect("it is in git"), "{there:?}");
    let again = crate::tool::run(&command).good().last_event();
    assert_eq!(words(&again), ["unchanged"; 14]);
}
