//! The prompt: commands, variables, memory.

use uboot::{
    host::{Cause, Output, Step},
    memory::{Ram, Sum},
    program::{Version, commands, value},
    rom::{Countdown, Flaw, Profile, World},
};

use super::setup::{Bench, LIMIT, run};

fn plain() -> Bench {
    flawed(None)
}

fn flawed(flaw: Option<Flaw>) -> Bench {
    Bench::new(Profile::default(), World { flaw, ..World::new(115_200) })
}

fn said(output: &Output) -> (&str, u32) {
    (&output.text, output.status)
}

#[test]
fn either_countdown_is_stopped() {
    for countdown in [Countdown::AnyKey, Countdown::Space] {
        let profile = Profile { countdown, prompt: "U-Boot> ".into(), ..Profile::default() };
        let mut bench = Bench::new(profile, World::new(115_200));
        let output = bench.say("version");
        assert_eq!(said(&output), ("U-Boot 2025.01 (virtual)", 0));
        let version = Version::parse(&output.text).expect("it is one");
        assert_eq!(version.release, Some((2025, 1)));
        assert!(bench.line.wire.now().as_secs() < 3, "it was not waited for: {countdown:?}");
    }
}

#[test]
fn commands_are_joined_as_hush_does() {
    let mut bench = plain();
    bench.at_prompt(|prompt| {
        for (command, text, status) in [
            ("true", "", 0),
            ("false", "", 1),
            ("true && echo a || echo b", "a", 0),
            ("false && echo a || echo b", "", 1),
            ("true || echo a && echo b", "", 0),
            ("false || echo a && echo b", "a\nb", 0),
            ("false && echo a; echo c", "c", 0),
            ("echo a; false", "a", 1),
            ("echo \"a  b\" 'c $?' d", "a  b c $? d", 0),
            ("setenv x 'one two'; echo ${x}, $x.", "one two, one two.", 0),
        ] {
            assert_eq!(said(&run(prompt, command)), (text, status), "{command}");
        }
        for half in ["echo 'a", "echo a & echo b"] {
            let error = prompt.run(half, LIMIT).expect_err("nothing of the line is carried out");
            assert!(error.heard.contains("syntax error"), "{}", error.heard);
        }
        let error = prompt.must(Step::COMMAND, "nonsense", LIMIT).expect_err("no such command");
        assert!(error.to_string().contains("Unknown command 'nonsense' - try 'help'"), "{error}");
        let error = prompt.run(&"x".repeat(2000), LIMIT).expect_err("no line is that long");
        assert!(matches!(error.cause, Cause::Echo { .. }), "{error}");
        assert_eq!(said(&run(prompt, "echo again")), ("again", 0));
    });
}

#[test]
fn variables_are_set_once_or_refused_or_gone() {
    let mut bench = plain();
    bench.at_prompt(|prompt| {
        assert_eq!(value(&run(prompt, "printenv loadaddr").text, "loadaddr"), Some("0x42000000"));
        assert_eq!(said(&run(prompt, "printenv x")), ("## Error: \"x\" not defined", 1));
        assert_eq!(said(&run(prompt, "setenv x a b; printenv x")), ("x=a b", 0));
        assert_eq!(run(prompt, "setenv x; printenv x").status, 1);
        let again = run(prompt, "setenv ethaddr 02:00:00:00:00:02");
        assert!(again.text.contains("Can't overwrite \"ethaddr\"") && again.status == 1);
        let bad = run(prompt, "setenv ipaddr ten");
        assert!(bad.text.contains("flags type check failure") && bad.status == 1);
        let all = run(prompt, "printenv");
        assert!(all.text.contains("loadaddr=0x42000000\n") && all.status == 0);
        assert_eq!(run(prompt, "setenv").status, 1);
    });
}

#[test]
fn help_lists_what_there_is() {
    let mut bench = plain();
    let output = bench.say("help");
    let names = commands(&output.text);
    assert!(names.contains(&"tftpboot") && names.contains(&"sf"));
    assert!(!names.contains(&"virtio"), "there is no virtual disk");
    let mut bench = flawed(Some(Flaw::NoSums));
    let outputs = bench.run(&["help", "crc32 42000000 10"]);
    assert!(!commands(&outputs[0].text).contains(&"crc32"));
    assert_eq!(said(&outputs[1]), ("Unknown command 'crc32' - try 'help'", 1));
    let profile = Profile { without: vec!["mw".into()], ..Profile::default() };
    let mut bench = Bench::new(profile, World::new(115_200));
    assert_eq!(said(&bench.say("mw.b 42000000 1")), ("Unknown command 'mw.b' - try 'help'", 1));
}

#[test]
fn memory_is_listed_with_what_is_reserved() {
    let profile = Profile::default();
    let ram = Ram::parse(&plain().say("bdinfo").text).expect("it tells all");
    assert_eq!(ram.banks, profile.banks);
    assert_eq!(ram.reserved, profile.reserved);
    assert_eq!(ram.largest_free(), Some(0x4008_0000..0x7cf0_0000));
    let silent = Profile { lists_reserved: false, ..profile };
    let mut bench = Bench::new(silent, World::new(115_200));
    let ram = Ram::parse(&bench.say("bdinfo").text).expect("it tells where U-Boot is");
    assert_eq!(ram.largest_free(), Some(0x4000_0000..0x7bf0_0000));
}

#[test]
fn memory_is_filled_shown_and_summed() {
    let mut bench = plain();
    bench.at_prompt(|prompt| {
        run(prompt, "mw.b 42000000 a5 15; mw 42000000 1");
        let shown = run(prompt, "md.b 42000000 15").text;
        let lines: Vec<_> = shown.lines().collect();
        assert_eq!(
            lines[0],
            "42000000: 01 00 00 00 a5 a5 a5 a5 a5 a5 a5 a5 a5 a5 a5 a5  ................"
        );
        assert_eq!(lines[1], "42000010: a5 a5 a5 a5 a5                                   .....");
        assert_eq!(
            run(prompt, "md 42000000 1").text,
            "42000000: 00000001                             ...."
        );
        run(prompt, "mw.b 43000000 41 20000");
        let sum = Sum::parse(&run(prompt, "crc32 43000000 0x20000").text).expect("a sum");
        assert!(sum.is_of(0x4300_0000, 0x2_0000));
        assert_eq!(sum.crc, uboot::crc32(&[0x41; 0x2_0000]));
        for nonsense in ["crc32", "crc32 x 1", "md.x 42000000", "mw.b 42000000", "version.b"] {
            let output = run(prompt, nonsense);
            assert!(output.text.contains("Usage:") && output.status == 1, "{nonsense}: {output:?}");
        }
    });
}

/// What a real U-Boot does not survive ends a virtual one, too.
#[test]
fn memory_that_is_not_there_or_not_free_is_a_crash() {
    for command in
        ["crc32 80000000 1", "mw.b 7cf00000 0 1", "mw.b 3fffffff 0 1", "md.b 0 1", "reset"]
    {
        let mut bench = plain();
        let error = bench.at_prompt(|prompt| prompt.run(command, LIMIT)).expect_err(command);
        assert!(matches!(error.cause, Cause::Missing(_)), "{command}: {error}");
        assert!(error.heard.contains("stop autoboot"), "it starts again: {}", error.heard);
        assert_eq!(said(&bench.say("echo back")), ("back", 0), "{command}");
    }
}

#[test]
fn one_wrong_sum_is_one() {
    let mut bench = flawed(Some(Flaw::WrongSum(2)));
    let outputs = bench.run(&["crc32 42000000 100"; 3]);
    let sums: Vec<_> = outputs.iter().filter_map(|output| Sum::parse(&output.text)).collect();
    assert!(sums[0] == sums[2] && sums[0].crc != sums[1].crc, "{sums:?}");
}
