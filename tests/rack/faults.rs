//! Things that go wrong with boards, drawn from a seed: every node is as it should be, or says honestly why not. A wrong board
//! is never written.

use crate::bench::{NODES, Rack, check_honest};

/// Seeds that are tried; RACKLET_FLASH_SEEDS has another number of them.
fn seeds() -> std::ops::Range<u64> {
    let count = std::env::var("RACKLET_FLASH_SEEDS").ok().and_then(|count| count.parse().ok());
    1..1 + count.unwrap_or(15)
}

#[test]
fn whatever_goes_wrong_is_told() {
    let rack = Rack::of(NODES);
    let (mut failed, mut again, mut others) = (0, 0, 0);
    for seed in seeds() {
        let run = rack.run(&format!("--rehearse {seed} --quiet {}", rack.at("run")));
        let said = format!("seed {seed}, exit {}: {}", run.code, run.stderr);
        check_honest(&rack, "run", &said);
        let result = rack.result("run");
        assert_eq!(result["exit"], run.code, "{said}");
        for node in result["nodes"].as_array().expect("nodes") {
            failed += usize::from(node["state"] == "failed");
            again += usize::from(node["state"] == "changed" && node["retries"] != 0);
            // Wrong boards are told by what they are, before a byte is written.
            if node["exit"] == 7 {
                others += 1;
                let name = node["name"].as_str().expect("a name");
                assert!(!rack.is_touched("run", name), "{name} was written: {node}\n{said}");
            }
        }
        std::fs::remove_dir_all(rack.folder.path("run")).expect("it is ours");
    }
    assert!(failed > 0 && again > 0 && others > 0, "{failed} {again} {others}");
}
