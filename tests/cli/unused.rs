//! Options that a command has no use for: a usage error, and not in its help.

use crate::tool::run;

#[test]
fn options_without_a_use_are_refused_wherever_they_stand() {
    for (line, says) in [
        ("man --trace x", "--trace means nothing to `man`"),
        ("--trace x man", "--trace means nothing to `man`"),
        ("--virtual radxa/rock-5b boards", "--virtual means nothing to `boards`"),
        ("image info x.img --port 1-1", "--port means nothing to `image info`"),
        ("doctor --replay x", "--replay means nothing to `doctor`"),
        ("doctor --virtual radxa/rock-5b", "--virtual means nothing to `doctor`"),
        ("list --dry-run", "--dry-run means nothing to `list`"),
        ("virtual serve --virtual radxa/rock-5b --yes", "--yes means nothing to `virtual serve`"),
        ("rk loader info x --on ufs", "--on means nothing to `rockchip loader info`"),
        ("rk --loader x package info y", "--loader means nothing to `rockchip package info`"),
        ("fel --soc H3 chips", "--soc means nothing to `fel chips`"),
        ("sf header check x --baud 9600", "--baud means nothing to `starfive header check`"),
        ("aml package info x --soc A113L", "--soc means nothing to `amlogic package info`"),
        ("rk loader info x --wait 3", "--wait means nothing to `rockchip loader info`"),
        ("aml package info x --record y", "--record means nothing to `amlogic package info`"),
        ("sf header check x -p 1-1", "--port means nothing to `starfive header check`"),
    ] {
        let run = run(line).bad(2, says);
        assert!(run.stdout.is_empty(), "{line}");
    }
    let event = run("--json man --trace x").last_event();
    assert_eq!((event["event"].as_str(), event["exit"].as_i64()), (Some("error"), Some(2)));
}

#[test]
fn help_has_only_the_options_that_a_command_uses() {
    let help = |line: &str| run(&format!("{line} --help")).good().stdout;
    for option in ["--port", "--virtual", "--trace", "--dry-run", "--wait"] {
        assert!(!help("man").contains(option), "man: {option}");
        assert!(help("flash").contains(option), "flash: {option}");
    }
    let short = run("flash -h").good().stdout;
    assert!(!short.contains("--trace") && short.contains("see more with '--help'"), "{short}");
}
