//! Completion, as the shells themselves do it with the files in completions/.

use std::process::Command;

/// What bash offers after a command line whose last word is being typed.
fn bash(line: &str) -> Vec<String> {
    // As readline calls the function: with the words in an array, and three arguments.
    let script = r#"source completions/racklet-flash.bash
        COMP_WORDS=("$@"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        function=$(complete -p racklet-flash); function=${function#*-F }; function=${function%% *}
        "$function" racklet-flash "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf '%s\n' "${COMPREPLY[@]}""#;
    offers(Command::new("bash").args(["--norc", "-c", script, "bash"]).args(line.split(' ')))
}

fn fish(line: &str) -> Vec<String> {
    let script = "source completions/racklet-flash.fish; complete -C $argv[1]";
    let words = offers(Command::new("fish").args(["--no-config", "-c", script, line]));
    words.iter().filter_map(|line| line.split('\t').next()).map(str::to_owned).collect()
}

#[track_caller]
fn offers(command: &mut Command) -> Vec<String> {
    let output =
        command.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("the shell starts");
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && complaints.is_empty(), "{complaints:.500}");
    let text = String::from_utf8(output.stdout).expect("text");
    text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Command lines, and some of what is offered there.
const CASES: [(&str, &[&str]); 19] = [
    ("racklet-flash ", &["list", "rockchip", "rk", "virtual"]),
    ("racklet-flash rk ", &["disk", "partition", "reset", "loader"]),
    ("racklet-flash rockchip partition v", &["verify"]),
    ("racklet-flash --json rk d", &["disk"]),
    ("racklet-flash --virtual radxa/rock-5b rk disk wr", &["write"]),
    ("racklet-flash rk --on emmc disk wr", &["write"]),
    ("racklet-flash aml disk er", &["erase"]),
    ("racklet-flash rk loader in", &["info"]),
    ("racklet-flash boards rad", &["radxa/rock-5b"]),
    ("racklet-flash virtual serve --virtual khadas/v", &["khadas/vim1", "khadas/vim3"]),
    ("racklet-flash rk disk write 0 image.img --virtual rad", &["radxa/rock-5b"]),
    ("racklet-flash rockchip --on e", &["emmc"]),
    ("racklet-flash rk reset m", &["maskrom", "msc"]),
    ("racklet-flash aml reset ", &["normal", "rom"]),
    ("racklet-flash fel --soc H6", &["H6", "H616"]),
    ("racklet-flash starfive recovery --to ", &["emmc", "spi"]),
    ("racklet-flash rockchip disk write --verify r", &["read-back"]),
    ("racklet-flash rk disk write 0 image.img --ve", &["--verify"]),
    ("racklet-flash fel identify --js", &["--json"]),
];

#[test]
fn bash_finds_commands_and_values_at_every_depth() {
    for (line, wanted) in CASES {
        let offered = bash(line);
        assert!(
            wanted.iter().all(|word| offered.iter().any(|offer| offer == word)),
            "`{line}`: {offered:?}"
        );
        let last = line.rsplit(' ').next().unwrap_or_default();
        assert!(offered.iter().all(|offer| offer.starts_with(last)), "`{line}`: {offered:?}");
    }
    // Bash itself offers files where nothing else is known.
    assert!(bash("racklet-flash rk disk write 0 ").is_empty());
    assert_eq!(bash("racklet-flash rk disk write --verify = pa"), ["parity"]);
}

#[test]
fn bash_knows_every_command() {
    fn check(command: &clap::Command, path: &str) {
        let offered = bash(&format!("{path} "));
        for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
            assert!(offered.iter().any(|offer| offer == sub.get_name()), "{path}: {offered:?}");
            check(sub, &format!("{path} {}", sub.get_name()));
        }
    }
    check(&racklet_flash::cli::command(), "racklet-flash");
}

#[test]
fn fish_offers_the_same() {
    if Command::new("fish").arg("--version").output().is_err() {
        return;
    }
    for (line, wanted) in CASES {
        let offered = fish(line);
        assert!(
            wanted.iter().all(|word| offered.iter().any(|offer| offer == word)),
            "`{line}`: {offered:?}"
        );
    }
}

#[test]
fn zsh_reads_its_script() {
    let script = Command::new("zsh").args(["-n", "completions/_racklet-flash"]).output();
    let Ok(output) = script else { return };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
