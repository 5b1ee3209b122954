//! Things that go wrong with boards, drawn from a seed: every node is as it should be, or says honestly why not. A wrong board
//! is never written.

use crate::bench::{NODES, Rack, check_honest, count, each, racklet};

/// Seeds of the daily run.
const DAILY: u64 = 15;

/// Nodes that failed, that passed after a failure, and that were refused.
type Counts = [usize; 3];

#[test]
#[allow(clippy::print_stderr, reason = "for tests/long")]
fn whatever_goes_wrong_is_told() {
    let long = count("RACKLET_FLASH_SEEDS");
    let make = || Rack::of(&long.map_or_else(|| NODES.into(), |_| racklet()));
    let all = each(long.unwrap_or(DAILY), make, told);
    let [failed, again, others] =
        all.iter().fold([0; 3], |sum, one| [0, 1, 2].map(|index| sum[index] + one[index]));
    eprintln!("{} seeds: {failed} nodes failed, {again} passed again, {others} refused", all.len());
    assert!(failed > 0 && again > 0 && others > 0);
}

fn told(rack: &Rack, seed: u64) -> Counts {
    let _ = std::fs::remove_dir_all(rack.folder.path("run"));
    let run = rack.bounded(&format!("--rehearse {seed} --quiet {}", rack.at("run")));
    let said = format!("seed {seed}, exit {}: {}", run.code, run.stderr);
    assert!(rack.folder.path("run/result.json").is_file(), "{said}");
    check_honest(rack, "run", &said);
    let result = rack.result("run");
    assert_eq!(result["exit"], run.code, "{said}");
    let mut counts = [0; 3];
    for node in result["nodes"].as_array().expect("nodes") {
        counts[0] += usize::from(node["state"] == "failed");
        counts[1] += usize::from(node["state"] == "changed" && node["retries"] != 0);
        // Wrong boards are told by what they are, before a byte is written.
        if node["exit"] == 7 {
            counts[2] += 1;
            let name = node["name"].as_str().expect("a name");
            assert!(!rack.is_touched("run", name), "{name} was written: {node}\n{said}");
        }
    }
    counts
}
