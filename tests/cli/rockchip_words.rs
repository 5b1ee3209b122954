//! The words of rkdeveloptool's users, words that could mean several commands, and what only `disk` and `partition` have.

use std::fs;

use serde_json::Value;

use crate::tool::{Folder, loader, noise, run, text};

const TABLE: &str =
    "TYPE: GPT\nCMDLINE: mtdparts=rk29xxnand:0x800@0x4000(boot),-@0x8000(rootfs:grow)\n";

fn command(line: &str) -> Value {
    run(&format!("{line} --json")).good().last_event()["command"].clone()
}

#[test]
fn rkdeveloptools_words_do_what_they_do_there() {
    let folder = Folder::new();
    let emmc = text(&folder.path("emmc"));
    let board = format!("--virtual radxa/rock-5b:mode=usbplug,storage={emmc},size=64M");
    let table = folder.file("parameter.txt", TABLE.as_bytes());
    let data = noise(1 << 20, 3);
    let (file, out) = (folder.file("boot.img", &data), text(&folder.path("out")));
    let boot = folder.file("loader", &loader("RK3588"));
    for (line, expected) in [
        (format!("rk gpt {table} --yes {board}"), "rockchip partition table"),
        (format!("rk ppt {board}"), "rockchip partition list"),
        (format!("rk wlx boot {file} --yes {board}"), "rockchip partition write"),
        (format!("rk rlx boot {out} {board}"), "rockchip partition read"),
        (format!("rk wl 0x4000 {file} --yes {board}"), "rockchip disk write"),
        (format!("rk rl 0x4000 2048 {out} --yes {board}"), "rockchip disk read"),
        (format!("rk prm {table} --yes {board}"), "rockchip partition parameter"),
        (format!("rk td {board}"), "rockchip test-ready"),
        (format!("rk cs 1 {board}"), "rockchip storage"),
        (format!("rk rd 0 {board}"), "rockchip reset"),
        (format!("rk db {boot} --virtual radxa/rock-5b"), "rockchip boot"),
        (format!("rk ld {board}"), "list"),
    ] {
        assert_eq!(command(&line), expected, "{line}");
    }
    assert!(fs::read(&out).expect("the file") == data, "sectors 0x4000 to 0x47ff");
    for word in ["rid", "rfi", "rci", "rcb"] {
        assert_eq!(command(&format!("rk {word} {board}")), "rockchip identify");
    }
    run(&format!("rk ef {board}")).bad(7, "erases all sectors of the storage");
    assert!(fs::read(&emmc).expect("the eMMC").iter().any(|byte| *byte != 0));
    assert_eq!(command(&format!("rk ef --yes {board}")), "rockchip disk erase");
    assert!(fs::read(&emmc).expect("the eMMC").iter().all(|byte| *byte == 0));
}

#[test]
fn a_word_that_could_mean_several_commands_names_them() {
    for (word, one, other) in [
        ("write", "rk disk write START FILE", "rk partition write NAME FILE"),
        ("read", "rk disk read START COUNT FILE", "rk partition read NAME FILE"),
        ("erase", "rk disk erase START COUNT", "rk partition erase NAME"),
        ("verify", "rk disk verify START FILE", "rk partition verify NAME FILE"),
        ("flash", "rk package flash FILE", "rk disk write START FILE"),
    ] {
        let line = format!("rk --virtual radxa/rock-5b {word} 0 nothing");
        let told = run(&line).bad(2, one).bad(2, other);
        assert!(told.stdout.is_empty() && told.stderr.contains(word), "{}", told.stderr);
        let event = run(&format!("{line} --json")).last_event();
        assert_eq!((event["event"].as_str(), event["exit"].as_u64()), (Some("error"), Some(2)));
        let advice = event["advice"].as_str().expect("advice");
        assert!(advice.contains(one) && advice.contains(other), "{advice}");
    }
}

#[test]
fn peers_words_are_in_no_help_manual_or_completion() {
    let help = run("rk --help").good().stdout;
    let page = run("man rockchip").good().stdout;
    for word in ["wlx", "rfi", "prm", "  write", "  ef"] {
        assert!(!help.contains(&format!("{word} ")), "{help}");
        assert!(!page.contains(&format!("rockchip\\-{word}")), "{page}");
    }
    for shell in ["bash", "fish", "zsh"] {
        let script = run(&format!("completions {shell}")).good().stdout;
        for word in ["wlx", "rlx", "prm"] {
            assert!(!script.contains(word), "{shell}: {word}");
        }
    }
    // Their help is that of the real command.
    assert!(run("rk wl --help").good().stdout.contains("disk write [OPTIONS] <START> <FILE>"));
}

#[test]
fn a_partition_is_erased_and_nothing_beside_it() {
    let folder = Folder::new();
    let emmc = text(&folder.path("emmc"));
    let board = format!("--virtual radxa/rock-5b:mode=usbplug,storage={emmc},size=64M");
    let data = noise(64 << 20, 5);
    let (file, table) = (folder.file("all", &data), folder.file("table", TABLE.as_bytes()));
    run(&format!("rk disk write 0 {file} --yes {board}")).good();
    run(&format!("rk partition table {table} --yes {board}")).good();
    let before = fs::read(&emmc).expect("the eMMC");
    run(&format!("rk partition erase nothing --yes {board}")).bad(7, "there are boot, rootfs");
    run(&format!("rk partition erase boot {board}")).bad(7, "erases partition boot");
    let plan = run(&format!("rk partition erase boot --dry-run {board}")).good().stdout;
    assert!(plan.contains("erase partition boot"), "{plan}");
    assert!(fs::read(&emmc).expect("the eMMC") == before, "nothing was erased yet");
    run(&format!("rk partition erase boot --yes {board},erase=fails")).bad(5, "still holds data");
    let event = run(&format!("rk partition erase boot --yes --json {board}")).good().last_event();
    assert_eq!(
        (event["start"].as_u64(), event["sectors"].as_u64()),
        (Some(0x4000), Some(0x800)),
        "{event}"
    );
    let (after, part) = (fs::read(&emmc).expect("the eMMC"), 0x4000 * 512..0x4800 * 512);
    assert!(after[part.clone()].iter().all(|byte| *byte == 0));
    assert!(after[..part.start] == before[..part.start] && after[part.end..] == before[part.end..]);
}

/// Flash that erases in blocks.
#[test]
fn all_of_a_spi_flash_is_erased() {
    let folder = Folder::new();
    let nor = text(&folder.path("nor"));
    let board = format!("--virtual radxa/rock-5b:mode=usbplug,spi-nor={nor}");
    let file = folder.file("spi.img", &noise(1 << 20, 6));
    run(&format!("rk disk write 0 {file} --on spi-nor --yes {board}")).good();
    run(&format!("rk disk erase --all --on spi-nor --yes {board}")).good();
    assert!(fs::read(&nor).expect("the NOR").iter().all(|byte| *byte == 0xff));
    run(&format!("rk disk erase --all 0 8 {board}")).bad(2, "cannot be used with");
    run(&format!("rk disk erase 0 {board}")).bad(2, "<COUNT>");
}
