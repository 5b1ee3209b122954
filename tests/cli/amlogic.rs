//! Amlogic's boards: who is there, boot files, memory, commands, and what is refused.

use crate::tool::{Run, run};

const VIM1: &str = "--virtual khadas/vim1";
const VIM3: &str = "--virtual khadas/vim3";
const BOX: &str = "--virtual generic/s905x4-box";

/// What a run says in words, on stdout or beside it.
#[track_caller]
fn says(run: &Run, words: &str) {
    let all = format!("{}{}", run.stdout, run.stderr);
    assert!(all.contains(words), "`{words}` is not in: {all}");
}

#[test]
fn boards_say_who_they_are() {
    for (board, wanted) in [
        ("khadas/vim1", ["optimus", "rom", "2.4", "", "e32fb7d6d372b6d81ae914ac", "open"]),
        ("khadas/vim1:mode=bl2", ["optimus", "bl2", "2.4", "", "", "open"]),
        (
            "khadas/vim1:mode=uboot",
            ["optimus", "uboot", "0.7", "", "e32fb7d6d372b6d81ae914ac", "open"],
        ),
        ("khadas/vim3", ["optimus", "rom", "3.2", "G12B", "505046363430080102030405", "open"]),
        ("khadas/vim3l", ["optimus", "rom", "3.2", "SM1", "505046363434080000060a01", "open"]),
        ("khadas/vim3:mode=bl2", ["optimus", "bl2-amlc", "3.2", "", "", "open"]),
        ("khadas/vim3:password=x", ["optimus", "rom", "3.2", "G12B", "", "locked"]),
        ("amlogic/s400", ["optimus", "rom", "3.0", "AXG", "e32fb7d6d372b6d81ae914ac", "open"]),
        ("generic/s905x4-box", ["adnl", "rom", "6.0", "SC2", "320b040001151b0033323632", "open"]),
        (
            "generic/s905x4-box:mode=bl2e",
            ["adnl", "bl2e", "6.0", "SC2", "320b040001151b0033323632", "open"],
        ),
        (
            "generic/s905x4-box:mode=uboot",
            ["adnl", "uboot", "6.0", "SC2", "320b040001151b0033323632", "open"],
        ),
        (
            "generic/s905x4-box:password=x",
            ["adnl", "rom", "6.0", "SC2", "320b040001151b0033323632", "locked"],
        ),
        ("ugoos/am9-pro", ["adnl", "rom", "8.1", "S6", "480a0b00012e100031333039", "open"]),
        ("amlogic/ad401", ["adnl", "rom", "5.0", "A1", "2c10010001110f0035303733", "open"]),
    ] {
        let event = run(&format!("amlogic identify --json --virtual {board}")).good().last_event();
        let words = ["protocol", "stage", "version", "family", "chip_id", "lock"];
        let found = words.map(|word| event[word].as_str().unwrap_or_default());
        assert_eq!(found, wanted, "{board}: {event}");
    }
    // ROM 2.4 has no page that tells the family: its version leaves two.
    let event = run(&format!("aml identify --json {VIM1}")).good().last_event();
    assert_eq!(event["families"], serde_json::json!(["GXL", "GXM"]));
    let text = run(&format!("aml identify {VIM3}:password=x")).good().stdout;
    assert!(text.contains("G12B (A311D, S922X)") && text.contains("locked"), "{text}");
}

#[test]
fn secure_boot_shows_where_it_can_be_asked() {
    for (board, secure) in [
        ("khadas/vim1", Some(false)),
        ("khadas/vim1:secure=on", Some(true)),
        ("khadas/vim3:secure=on", Some(true)),
        // A locked mask ROM and one without a known switch tell nothing.
        ("khadas/vim1:secure=on,password=x", None),
        ("generic/s905x4-box:secure=on", None),
        ("generic/s905x4-box:secure=on,mode=uboot", Some(true)),
        ("generic/s905x4-box:mode=uboot", Some(false)),
    ] {
        let event = run(&format!("aml identify --json --virtual {board}")).good().last_event();
        assert_eq!(event["secure_boot"].as_bool(), secure, "{board}: {event}");
    }
}

#[test]
fn another_soc_than_the_named_one_is_refused() {
    for soc in ["S905X", "gxl", "khadas/vim1", "S912"] {
        run(&format!("aml identify --soc {soc} {VIM1}")).good();
    }
    run(&format!("aml identify --soc A311D {VIM1}")).bad(7, "the board is GXL/GXM, not G12B");
    run(&format!("aml identify --soc S905X3 {VIM3}")).bad(7, "the board is G12B, not SM1");
    run(&format!("aml identify --soc S905Y4 {BOX}")).bad(7, "the board is SC2, not S4");
    run(&format!("aml identify --soc RK3588 {BOX}")).bad(2, "the families are M8, GXBB");
    run("aml identify --virtual radxa/rock-5b").bad(7, "another family");
    run(&format!("rk info {VIM1}")).bad(7, "another family");
}

#[test]
fn they_are_listed_by_what_they_say() {
    let list = run(&format!(
        "list --json {VIM1} {VIM1}:password=x {VIM3}:mode=bl2 {BOX} {BOX}:mode=bl2e {VIM3}:mode=uboot"
    ));
    let event = list.good().last_event();
    let found: Vec<_> = event["boards"]
        .as_array()
        .expect("boards")
        .iter()
        .map(|row| ["vendor", "soc", "mode"].map(|word| row[word].as_str().unwrap_or_default()))
        .collect();
    assert_eq!(
        found,
        [
            ["Amlogic", "GXL/GXM", "mask ROM"],
            ["Amlogic", "GXL/GXM", "mask ROM, locked"],
            ["Amlogic", "G12A/G12B/SM1", "BL2"],
            ["Amlogic", "SC2", "mask ROM"],
            ["Amlogic", "SC2", "BL2E"],
            ["Amlogic", "?", "U-Boot (burn mode)"],
        ]
    );
}

#[test]
fn any_transfer_of_identify_may_fail() {
    for (board, most) in [(VIM1, 3), (VIM3, 5), (BOX, 8)] {
        for fault in ["stall", "timeout", "short", "garbage", "disconnect"] {
            for at in 1..=most {
                let run = run(&format!("aml identify --json {board}:fault={fault}@{at}"));
                let event = run.last_event();
                match run.code {
                    0 => assert_eq!(event["event"], "result", "{board} {fault}@{at}: {event}"),
                    1 => assert!(event["advice"].is_string(), "{board} {fault}@{at}: {event}"),
                    code => panic!("{board} {fault}@{at}: {code}: {event}"),
                }
            }
        }
        run(&format!("aml identify {board}:fault=stall@1")).good();
        run(&format!("aml identify {board}:fault=disconnect@1")).bad(1, "left the bus");
    }
}

#[test]
fn the_database_says_how_to_get_there() {
    says(&run("boards khadas/vim1").good(), "Function button");
    says(&run("boards generic/s905x4-box").good(), "hidden reset button");
    says(&run("virtual list").good(), "bl2=returns");
    let rules = run("udev").good().stdout;
    assert!(rules.contains("\"c003\"") && rules.contains("\"c004\""), "{rules}");
}
