//! Amlogic's boards: who is there, boot files, memory, commands, and what is refused.

use std::collections::BTreeMap;

use crate::tool::{
    Folder, Run,
    amlogic::{axg, g12, gx, gxbb, signed},
    command, finish, noise, run, text,
};

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
    run("aml identify --virtual radxa/rock-5b").bad(7, "use `racklet-flash");
    run(&format!("rk identify {VIM1}")).bad(7, "use `racklet-flash");
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
        run(&format!("aml identify {board}:fault=disconnect@1")).bad(1, "disconnected");
    }
}

#[test]
fn the_database_says_how_to_get_there() {
    says(&run("boards khadas/vim1").good(), "Function");
    says(&run("boards generic/s905x4-box").good(), "reset");
    says(&run("virtual list").good(), "bl2=returns");
    let rules = run("udev").good().stdout;
    assert!(rules.contains("\"c003\"") && rules.contains("\"c004\""), "{rules}");
}

/// Boot files for all kinds of boards.
struct Files {
    folder: Folder,
    gx: String,
    bl2: String,
    tpl: String,
    axg: String,
    gxbb: String,
    g12: String,
    sm1: String,
    x4: String,
}

impl Files {
    fn new() -> Self {
        let folder = Folder::new();
        let (bl2, tpl) = gx();
        Self {
            gx: folder.file("u-boot.bin", &[&bl2[..], &tpl].concat()),
            bl2: folder.file("u-boot.bin.usb.bl2", &bl2),
            tpl: folder.file("u-boot.bin.usb.tpl", &tpl),
            axg: folder.file("axg.bin", &axg()),
            gxbb: folder.file("gxbb.bin", &gxbb()),
            g12: folder.file("g12.bin", &g12("g12b")),
            sm1: folder.file("sm1.bin", &g12("g12a")),
            x4: folder.file("x4.bin", &signed("s905x4")),
            folder,
        }
    }
}

/// A whole file's two parts, in the order in which nobody names them.
fn pair(folder: &Folder, name: &str, whole: &str, bl2: usize) -> String {
    let whole = std::fs::read(whole).expect("the file");
    let (bl2, tpl) = whole.split_at(bl2);
    let parts = [("tpl", tpl), ("bl2", bl2)];
    parts.map(|(part, bytes)| folder.file(&format!("{name}.usb.{part}"), bytes)).join(" ")
}

/// The last event of a run that was to bring U-Boot up.
#[track_caller]
fn boots(files: &str, board: &str) -> serde_json::Value {
    let event = run(&format!("aml boot {files} --json --virtual {board}")).good().last_event();
    assert_eq!(event["stage"], "uboot", "{board}: {event}");
    event
}

#[test]
fn u_boot_comes_up_from_any_stage() {
    let files = Files::new();
    let Files { folder, gx, bl2, tpl, axg, g12, sm1, x4, .. } = &files;
    let x5 = folder.file("x5.bin", &signed("s905x5"));
    let a1 = folder.file("a1.bin", &signed("a113l"));
    let sd = folder
        .file("u-boot.bin.sd.bin", &[vec![0; 512], std::fs::read(gx).expect("the file")].concat());
    for (board, files) in [
        ("khadas/vim1", gx.clone()),
        ("khadas/vim1", sd),
        ("khadas/vim1", format!("{bl2} {tpl}")),
        ("khadas/vim1:slow=3", format!("{tpl} {bl2}")),
        ("khadas/vim1:bl2=returns", gx.clone()),
        ("khadas/vim1:mode=bl2", gx.clone()),
        ("khadas/vim2", gx.clone()),
        ("amlogic/s400", axg.clone()),
        ("khadas/vim3", g12.clone()),
        ("khadas/vim3:mode=bl2", g12.clone()),
        ("khadas/vim3l", sm1.clone()),
        ("hardkernel/odroid-c4", sm1.clone()),
        ("radxa/zero", sm1.clone()),
        ("hardkernel/odroid-n2", g12.clone()),
        ("khadas/vim3", pair(folder, "g12b", g12, 0x1_0000)),
        ("khadas/vim3l", pair(folder, "g12a", sm1, 0x1_0000)),
        ("amlogic/s400", pair(folder, "axg", axg, 0xc000)),
        ("generic/s905x4-box", x4.clone()),
        ("generic/s905x4-box", format!("{x4} {x4}")),
        ("generic/s905x4-box:mode=bl2,slow=2", x4.clone()),
        ("generic/s905x4-box:mode=bl2e", x4.clone()),
        ("ugoos/am9-pro", x5),
        ("amlogic/ad401", a1),
    ] {
        assert_eq!(boots(&files, board)["already"], false, "{board}");
    }
    for (board, file) in [("khadas/vim1:mode=uboot", gx), ("generic/s905x4-box:mode=uboot", x4)] {
        assert_eq!(boots(file, board)["already"], true, "{board}");
    }
    assert_eq!(boots(gx, "khadas/vim2 --soc S912")["soc"], "GXM");
    says(&run(&format!("aml boot {x4} {BOX}")).good(), "the vendor's U-Boot runs");
}

#[test]
fn mainlines_u_boot_does_not_come_back() {
    let Files { folder, gx, g12, .. } = Files::new();
    let run_it = |more: &str| run(&format!("aml boot {gx} {more} {VIM1}:uboot=mainline"));
    let event = run_it("--mainline --json").good().last_event();
    assert_eq!(event["stage"], "left", "{event}");
    run_it("").bad(1, "a mainline U-Boot does not return: use --mainline");
    // A script that U-Boot runs, in DRAM before it starts.
    let script = folder.file("boot.scr", &noise(3000, 5));
    run_it(&format!("--mainline --write 0x08000000={script}")).good();
    run(&format!("aml boot {g12} --write 0x08000000={script} {VIM3}:fault=disconnect@3"))
        .bad(7, "no DRAM before U-Boot runs");
    run(&format!("aml boot {gx} --write 0x08000000={script} {VIM1}:mode=uboot"))
        .bad(7, "nothing was sent");
}

#[test]
fn files_for_other_boards_are_refused_before_anything_is_sent() {
    let Files { folder, gx, bl2, tpl, axg, gxbb, g12, sm1, x4 } = &Files::new();
    // The questions before that are IDENTIFY and, where there is one, the page that tells the family.
    let vim1 = format!("{VIM1}:fault=disconnect@2");
    let vim3 = format!("{VIM3}:fault=disconnect@3");
    let x4_box = format!("{BOX}:fault=disconnect@5");
    run(&format!("aml boot {g12} {vim1}")).bad(7, "the files are for G12B");
    run(&format!("aml boot {sm1} {vim3}"))
        .bad(7, "for G12A or SM1 (S905X2, S905X3), the board is G12B");
    let vim3l = "--virtual khadas/vim3l:fault=disconnect@3";
    run(&format!("aml boot {g12} {vim3l}")).bad(7, "for G12B (S922X, A311D), the board is SM1");
    let mixed = pair(folder, "mixed", sm1, 0x1_0000);
    run(&format!("aml boot {mixed} {vim3}")).bad(7, "the board is G12B");
    run(&format!("aml boot {gxbb} {vim1}")).bad(7, "the files are for GXBB (S905)");
    run(&format!("aml boot {axg} {vim1}")).bad(7, "the board is GXL or GXM");
    run(&format!("aml boot {x4} {vim1}")).bad(7, "this board is older");
    run(&format!("aml boot {gx} {vim3}")).bad(7, "the board is G12B");
    run(&format!("aml boot {bl2} {tpl} {vim3}")).bad(7, "the board is G12B");
    run(&format!("aml boot {gx} {x4_box}")).bad(7, "this board is newer");
    run(&format!("aml boot {gx} --soc S905D3 {vim1}")).bad(7, "the board is GXL/GXM, not SM1");
    // What is no boot file is found before the board is touched.
    let none = format!("{VIM1}:fault=disconnect@1");
    let mut damaged = std::fs::read(gx).expect("the file");
    damaged[0x2000] ^= 1;
    let damaged = folder.file("damaged", &damaged);
    run(&format!("aml boot {damaged} {none}")).bad(6, "SHA-256 does not hold");
    run(&format!("aml boot {bl2} {none}")).bad(6, "what follows it");
    run(&format!("aml boot {tpl} {none}")).bad(6, "name BL2, too");
    run(&format!("aml boot {tpl} {x4} {none}")).bad(6, "different families");
    let other = pair(folder, "axg", axg, 0xc000);
    let other = other.split(' ').next().expect("a tpl");
    run(&format!("aml boot {bl2} {other} {none}")).bad(6, "BL2 is for GXL or GXM");
    run(&format!("aml boot /etc/hostname {none}")).bad(6, "too short");
    run(&format!("aml boot /nowhere {none}")).bad(6, "/nowhere");
    let mut bare = noise(0x8_0000, 21);
    bare[..4].copy_from_slice(&0x1400_000a_u32.to_le_bytes());
    run(&format!("aml boot {} {none}", folder.file("bare", &bare)))
        .bad(6, "U-Boot alone, without BL2");
    let short = folder.file("short", &signed("s905x4")[..0x2_0000]);
    run(&format!("aml boot {short} {BOX}")).bad(6, "the mask ROM wants a boot file of");
    let plan = run(&format!("aml boot {bl2} {tpl} --dry-run {none}")).good().stdout;
    assert!(plan.contains("BL2, 49152 bytes, to the mask ROM"), "{plan}");
}

/// A file that is put on U-Boot would start as something else.
#[test]
fn what_goes_to_memory_first_lies_on_nothing() {
    let Files { folder, gx, .. } = &Files::new();
    let (small, empty) = (folder.file("small", &noise(600, 3)), folder.file("empty", b""));
    // Nothing is asked before that, and of the last three nothing is sent before it.
    let none = format!("{VIM1}:fault=disconnect@1");
    let asked = format!("{VIM1}:fault=disconnect@2");
    for (writes, board, exit, words) in [
        (format!("0x08000000={empty}"), &none, 6, "it is empty"),
        (format!("0xffffff00={small}"), &none, 2, "past the end"),
        (format!("0x08000000={small} -w 0x08000100={small}"), &none, 2, "would overlap small"),
        (format!("0x08000040={small} --script reset"), &none, 2, "would overlap"),
        (format!("0x0200c100={small}"), &asked, 2, "would overlap U-Boot"),
        (format!("0x0200be00={small}"), &asked, 2, "would overlap U-Boot"),
        (format!("0xd900bff0={small}"), &asked, 2, "would overlap BL2"),
    ] {
        run(&format!("aml boot {gx} --write {writes} {board}")).bad(exit, words);
    }
    let beside = format!("0x08000000={small} -w 0x08000258={small} -w 0x0200bda8={small}");
    run(&format!("aml boot {gx} --write {beside} {VIM1}")).good();
}

/// Families that start differently are not told apart by a guess: mask ROM 2.2 is that of M8 and of GXBB.
#[test]
fn a_board_that_does_not_tell_its_family_has_to_be_named() {
    let Files { gx, gxbb, axg, folder: _folder, .. } = Files::new();
    let board = "--virtual hardkernel/odroid-c2";
    run(&format!("aml boot {gxbb} {board}:fault=disconnect@2"))
        .bad(7, "the board is M8 or GXBB")
        .bad(7, "name its SoC with --soc");
    for board in ["hardkernel/odroid-c2", "friendlyelec/nanopi-k2", "amlogic/p200", "wetek/hub"] {
        assert_eq!(boots(&gxbb, &format!("{board} --soc S905"))["soc"], "GXBB");
    }
    run(&format!("aml boot {gx} --soc S905 {board}")).bad(7, "for GXL or GXM");
    run(&format!("aml boot {axg} --soc S905 {board}")).bad(7, "the board is GXBB");
    run(&format!("aml boot {gx} --soc S905X {board}")).bad(7, "M8/GXBB, not GXL");
}

/// Only a fused board can read encrypted files: they are sent as they are, and nothing of them is called checked.
#[test]
fn encrypted_files_are_judged_by_the_board_alone() {
    let folder = Folder::new();
    for (board, bl2, length) in
        [("khadas/vim1", 0xc000, 0xa_0000), ("khadas/vim3", 0x1_0000, 0xc_0000)]
    {
        let bytes = noise(length, 33);
        let whole = folder.file("u-boot.bin.encrypt", &bytes);
        let first = folder.file("usb.bl2", &bytes[..bl2]);
        let (tail, beside) =
            (folder.file("usb.tpl", &bytes[bl2..]), folder.file("bootloader.img", &bytes));
        let mine = format!("{board}:signed={whole}");
        run(&format!("aml boot {whole} --virtual {mine}")).bad(7, "--encrypted sends the");
        for files in [whole.clone(), format!("{first} {tail}"), format!("{first} {beside}")] {
            let ran = run(&format!("aml boot --encrypted {files} --virtual {mine}")).good();
            assert!(ran.stderr.contains("nothing in them was checked"), "{}", ran.stderr);
        }
        assert_eq!(boots(&format!("--encrypted {whole}"), &mine)["checked"], false);
        let plan = run(&format!("aml boot --encrypted {whole} --dry-run")).good().stdout;
        assert!(plan.contains("unchecked"), "{plan}");
        run(&format!("aml boot --encrypted {whole} --virtual {board}:secure=on"))
            .bad(1, "secure boot is fused: the mask ROM took no notice");
    }
    let Files { folder, gx, x4, .. } = &Files::new();
    run(&format!("aml boot --encrypted {gx} {VIM1}")).bad(2, "not encrypted: leave the option out");
    run(&format!("aml boot --encrypted {x4} {BOX}")).bad(2, "boards before the S905X4");
    let packed = folder.file("packed", &[&b"\xfd7zXZ"[..], &noise(4096, 1)].concat());
    run(&format!("aml boot --encrypted {packed} {VIM1}")).bad(6, "compressed");
}

#[test]
fn locked_boards_are_unlocked_or_left_alone() {
    let Files { folder, gx, g12, x4, .. } = &Files::new();
    let (right, wrong) = (folder.file("right", b"open!"), folder.file("wrong", b"shut!"));
    let long = folder.file("long", &[1; 65]);
    for (board, file, sent) in [(VIM1, gx, 3), (VIM3, g12, 4)] {
        let locked = format!("{board}:password=open!");
        // After IDENTIFY, the page that tells the family, and IDENTIFY again nothing is sent.
        let nothing = format!("{locked},fault=disconnect@{sent}");
        run(&format!("aml boot {file} {nothing}"))
            .bad(7, "locked by a password")
            .bad(7, "--password FILE");
        run(&format!("aml memory read 0 4 - {nothing}")).bad(7, "locked by a password");
        run(&format!("aml boot {file} --password {wrong} {locked}"))
            .bad(7, "does not take this password");
        run(&format!("aml boot {file} --password {right} {locked}")).good();
        run(&format!("aml password {right} {locked}")).good();
        run(&format!("aml password {wrong} {locked}")).bad(7, "does not take this password");
        run(&format!("aml password {long} {nothing}")).bad(6, "1 to 64 bytes");
        run(&format!("aml password {right} {board}")).bad(7, "asks for no password");
        run(&format!("aml password {right} --password {right} {board}")).bad(2, "other commands");
    }
    let event = run(&format!("aml boot {gx} --json {VIM1}:password=x")).last_event();
    assert_eq!((event["code"].as_str(), event["exit"].as_u64()), (Some("board.locked"), Some(7)));
    run(&format!("aml boot {x4} {BOX}:password=x")).bad(7, "locked with a password");
    run(&format!("aml password {right} {BOX}:password=x")).bad(7, "cannot be sent");
}

#[test]
fn fused_boards_start_only_their_makers_files() {
    let Files { folder, gx, g12, x4, .. } = &Files::new();
    for (board, file) in [(VIM1, gx), (VIM3, g12)] {
        run(&format!("aml boot {file} {board}:secure=on"))
            .bad(1, "maker has signed will start")
            .bad(1, "USB:UBOOT");
        run(&format!("aml boot {file} {board}:signed={file}")).good();
    }
    let event = run(&format!("aml boot {x4} --json {BOX}:secure=on")).last_event();
    assert_eq!((event["code"].as_str(), event["exit"].as_u64()), (Some("bl2.refused"), Some(1)));
    run(&format!("aml boot {x4} {BOX}:signed={x4}")).good();
    let other = folder.file("other", &noise(0x40_0000, 3));
    run(&format!("aml boot {other} {BOX}:signed={x4}")).bad(1, "only what its maker signed");
    run(&format!("aml identify {VIM1}:signed=/nowhere")).bad(6, "/nowhere");
}

#[test]
fn bl2_tells_what_is_wrong() {
    let Files { g12, x4, .. } = &Files::new();
    for (board, file) in [(VIM3, g12), (BOX, x4)] {
        let event = run(&format!("aml boot {file} --json {board}:bl2-error=9")).last_event();
        assert_eq!(
            (event["code"].as_str(), event["exit"].as_u64()),
            (Some("bl2.failed"), Some(1)),
            "{event}"
        );
        assert!(event["advice"].as_str().is_some_and(|text| text.contains("power")), "{event}");
    }
}

#[test]
fn memory_is_written_and_read_back() {
    let folder = Folder::new();
    let data = noise(300_001, 9);
    let (file, small) = (folder.file("data", &data), folder.file("small", &data[..1000]));
    let back = folder.path("back");
    run(&format!("aml memory write 0xd9000000 {small} --verify {VIM1}")).good();
    run(&format!("aml memory write 0xfffa0000 {small} --verify {VIM3}")).good();
    for board in [VIM1, VIM3, BOX] {
        let board = format!("{board}:mode=uboot");
        let event = run(&format!("aml memory write 0x08000000 {file} --verify --json {board}"))
            .good()
            .last_event();
        assert_eq!(
            (event["verified"].as_bool(), event["bytes"].as_u64()),
            (Some(true), Some(300_001))
        );
        let event =
            run(&format!("aml memory write 0x08000000 {small} --json {board}")).good().last_event();
        assert_eq!(event["verified"], false);
        run(&format!("aml memory read --yes 0x08000000 5000 {} {board}", back.display())).good();
        assert_eq!(std::fs::metadata(&back).expect("the file").len(), 5000);
    }
    // The chip's id, where ROM 2.4 has it.
    run(&format!("aml memory read --yes 0xd900d400 12 {} {VIM1}", back.display())).good();
    assert_eq!(std::fs::read(&back).expect("the file")[..4], [0xe3, 0x2f, 0xb7, 0xd6]);
    let word = run(&format!("aml memory readl 0xd900d400 {VIM1}")).good().stdout;
    assert_eq!(word, "0xd6b72fe3\n");
    let rows = run(&format!("aml memory readl 0xd900d400 --count 2 {VIM1}")).good().stdout;
    assert_eq!(rows, "0xd900d400 0xd6b72fe3\n0xd900d404 0xd8b672d3\n");
    run(&format!("aml memory writel 0xc8100024 0xbdff3dff {VIM1}")).good();
    let shown = run(&format!("aml memory hexdump 0xd900d400 12 {VIM1}")).good().stdout;
    assert!(shown.starts_with("d900d400: e3 2f b7 d6 d3 72 b6 d8"), "{shown}");
    let event = run(&format!("aml memory hexdump 0xd900d400 4 --json {VIM1}")).last_event();
    assert_eq!(event["data"], "e32fb7d6", "{event}");
    run(&format!("aml memory hexdump 0 17M {VIM1}")).bad(2, "`amlogic memory read` takes any");
    for board in [VIM1, VIM3, BOX] {
        let fill = format!("aml memory fill 0x08000000 5000 0xa5 --json {board}:mode=uboot");
        let event = run(&fill).good().last_event();
        assert_eq!((&event["bytes"], &event["verified"]), (&5000.into(), &false.into()), "{event}");
    }
    run(&format!("aml memory fill 0x08000000 8 256 {VIM1}")).bad(2, "a byte is 0 to 255");
    run(&format!("aml memory writel 0x1000 1 0x1004 2 {BOX}:mode=uboot")).good();
    run(&format!("aml memory readl 0x1002 {VIM1}")).bad(2, "multiples of 4");
    let mixed = run(&format!("aml memory read 0x1000 4 - --json {VIM1}:mode=uboot")).last_event();
    assert_eq!((&mixed["exit"], &mixed["code"]), (&2.into(), &"usage".into()), "{mixed}");
    run(&format!("aml memory readl 0x1000 --count 0 {VIM1}")).bad(2, "--count is 0");
    // Nothing can be known of nothing.
    let empty = folder.file("empty", b"");
    for board in [VIM1, BOX] {
        run(&format!("aml memory write 0x1000 {empty} --verify {board}:mode=uboot"))
            .bad(6, "it is empty");
    }
    run(&format!("aml memory read 0xfffffff0 100 - {VIM3}")).bad(2, "past the end");
    run(&format!("aml memory write 0xfffffff0 {small} {BOX}:mode=uboot")).bad(2, "past the end");
}

#[test]
fn what_a_stage_cannot_do_is_said() {
    let folder = Folder::new();
    let file = folder.file("data", &noise(1000, 2));
    // DRAM before BL2 hangs the SoC.
    run(&format!("aml memory write 0x08000000 {file} {VIM1}")).bad(1, "power the board off and on");
    for stage in ["rom", "bl2", "bl2e"] {
        run(&format!("aml memory read 0 4 - {BOX}:mode={stage}")).bad(7, "not in U-Boot");
        run(&format!("aml memory write 0x1000 {file} {BOX}:mode={stage}")).bad(7, "amlogic boot");
    }
    run(&format!("aml memory run 0x1000 {BOX}:mode=uboot")).bad(7, "no request that runs code");
    run(&format!("aml memory run 0xd9000000 {VIM1}")).bad(1, "");
    run(&format!("aml memory run 0x01000000 {VIM1}:mode=uboot")).good();
    // A secure board gives no memory away.
    run(&format!("aml memory read 0x1000 4 - {BOX}:mode=uboot,secure=on")).bad(7, "secure boot");
}

/// Peers' words are those of the real commands; a word that means storage to one and memory to another names both.
#[test]
fn words_of_peers_are_known() {
    let folder = Folder::new();
    let back = text(&folder.path("back"));
    for (words, name) in [
        ("socid".into(), "amlogic identify"),
        ("socid.py".into(), "amlogic identify"),
        ("chipid".into(), "amlogic identify"),
        ("bulkcmd printenv".into(), "amlogic command"),
        ("tplcmd printenv".into(), "amlogic command"),
        ("oem printenv".into(), "amlogic command"),
        (format!("dump 0x1000 4 {back}"), "amlogic memory read"),
        ("run 0x01000000".into(), "amlogic memory run"),
        ("reboot romusb".into(), "amlogic reset"),
    ] {
        let event = run(&format!("aml {words} --json {VIM1}:mode=uboot")).good().last_event();
        assert_eq!(event["command"], name, "{words}: {event}");
    }
    for (words, one, other) in [
        ("write 0 image", "aml memory write ADDR FILE`", "aml disk write START FILE`"),
        ("read 0 8 image", "aml memory read ADDR LEN FILE`", "aml disk read START COUNT FILE`"),
        ("erase", "aml disk erase --all`", "aml partition erase NAME`"),
        ("mwrite a store b normal", "aml partition write NAME FILE`", "aml memory write"),
        ("ubt --img image", "aml package flash FILE`", "--no-reset`"),
        ("boot.py khadas-vim", "--mainline`", "--script COMMANDS`"),
    ] {
        run(&format!("aml {words} {VIM1}")).bad(2, one).bad(2, other);
    }
}

#[test]
fn u_boot_carries_out_commands() {
    for (board, text, says) in [
        (VIM1, "get_chipid", "e32fb7d6d372b6d81ae914ac"),
        (VIM3, "get_chipid", "505046363434080000060a01"),
        (BOX, "printenv", ""),
    ] {
        let out = run(&format!("aml command {text} {board}:mode=uboot,busy=2"));
        let expected = if board == VIM3 { "505046363430080102030405" } else { says };
        assert_eq!(out.good().stdout.trim(), expected, "{board}");
        let failed = run(&format!("aml bulkcmd nonsense --json {board}:mode=uboot")).last_event();
        assert_eq!(
            (failed["code"].as_str(), failed["exit"].as_u64()),
            (Some("uboot.failed"), Some(1)),
            "{failed}"
        );
        run(&format!("aml command {text} {board}")).bad(7, "amlogic boot");
        let long = "x".repeat(300);
        run(&format!("aml command {long} {board}:mode=uboot")).bad(2, "bytes");
    }
    run(&format!("aml oem setenv bootdelay 3 {VIM1}:mode=uboot")).good();
    let secure = format!("{BOX}:mode=uboot,secure=on");
    run(&format!("aml command store erase boot --yes {secure}")).bad(1, "not allowed");
    // What stands behind a semicolon this U-Boot would drop and say nothing.
    run(&format!("aml command setenv a b; saveenv {BOX}:mode=uboot"))
        .bad(2, "one command at a time");
    run(&format!("aml command setenv a b; saveenv {VIM1}:mode=uboot")).bad(7, "writes to storage");
    run(&format!("aml command setenv a b; saveenv --yes {VIM1}:mode=uboot")).good();
    let mut empty = command(["aml", "command", "", "--virtual", "khadas/vim1:mode=uboot"]);
    finish(&mut empty).bad(2, "one line of plain text");
}

/// U-Boot's own commands are no way around the question.
#[test]
fn a_command_that_erases_asks() {
    for board in [VIM1, BOX] {
        for (text, what) in [
            ("disk_initial 1", "all of the storage, the boot loader too, but not the keys"),
            ("store erase boot", "erases storage (`store erase boot`)"),
            ("store write boot 0x1000000 0 100", "writes to storage"),
            ("efuse amlogic_set 0x03000000", "burns fuses"),
        ] {
            run(&format!("aml command {text} {board}:mode=uboot")).bad(7, what);
            let plan = run(&format!("aml command {text} --dry-run")).good().stdout;
            assert!(plan.contains(what.split(" (").next().expect("words")), "{plan}");
        }
        run(&format!("aml command disk_initial 1 --yes {board}:mode=uboot")).good();
        run(&format!("aml command disk_initial 0 {board}:mode=uboot")).good();
    }
}

#[test]
fn restarts() {
    for board in [VIM1, VIM3, BOX] {
        let up = format!("{board}:mode=uboot");
        run(&format!("aml reset {up}")).good();
        says(&run(&format!("aml reset rom {up}")).good(), "the board is in: mask ROM");
        run(&format!("aml reset {board}")).bad(7, "amlogic boot");
        run(&format!("aml reset rom {up} --dry-run")).good();
    }
    run(&format!("aml reset power-off {VIM1}:mode=uboot")).good();
    run(&format!("aml reset power-off {BOX}:mode=uboot")).bad(7, "switches a board off");
}

#[test]
fn a_boot_that_was_recorded_replays() {
    let Files { folder, gx, g12, x4, .. } = &Files::new();
    let (record, trace) = (text(&folder.path("record")), text(&folder.path("trace.pcapng")));
    for (board, file) in [(VIM1, gx), (VIM3, g12), (BOX, x4)] {
        run(&format!("aml boot {file} --yes --record {record} --trace {trace} {board}")).good();
        let event = run(&format!("aml boot {file} --json --replay {record}")).good().last_event();
        assert_eq!(event["stage"], "uboot", "{board}: {event}");
        let length = std::fs::metadata(folder.path("trace.pcapng")).expect("the trace").len();
        assert!(length > 200_000, "{board}: {length}");
    }
    run(&format!("aml boot {gx} --replay {record}")).bad(7, "this board is newer");
}

/// The folder `files` of PyPI's pyamlboot 1.0.0.
#[test]
#[ignore = "needs the files of pyamlboot"]
fn other_peoples_files_bring_u_boot_up() {
    let folder =
        std::env::var("RACKLET_FLASH_PYAMLBOOT").expect("the environment names the folder");
    for (board, name) in [
        ("khadas/vim1", "khadas-vim"),
        ("khadas/vim1", "p212"),
        ("khadas/vim2", "khadas-vim2"),
        ("khadas/vim2", "q200"),
        ("amlogic/s400", "s400"),
    ] {
        let part = |part: &str| format!("{folder}/{name}/u-boot.bin.usb.{part}");
        boots(&format!("{} {}", part("bl2"), part("tpl")), board);
    }
    for (board, name) in [
        ("khadas/vim1", "libretech-ac/u-boot.bin"),
        ("khadas/vim2", "khadas-vim2/u-boot.bin.sd.bin"),
        ("khadas/vim3", "khadas-vim3/u-boot.bin"),
        ("khadas/vim3l", "khadas-vim3l/u-boot.bin"),
        ("hardkernel/odroid-c4", "odroid-c4/u-boot.bin"),
        ("khadas/vim3", "odroid-n2/u-boot.bin"),
    ] {
        boots(&format!("{folder}/{name}"), board);
    }
}

/// Transfers of a command when nothing goes wrong, as the binary counts them.
fn transfers(command: &str) -> u64 {
    let stderr = run(&format!("{command} -vv")).good().stderr;
    let line = stderr.lines().find(|line| line.contains(" host waits")).expect("the counts");
    line.split(' ').next().and_then(|count| count.parse().ok()).expect("a number")
}

#[test]
fn any_transfer_of_a_boot_may_fail() {
    let Files { gx, g12, x4, folder, .. } = &Files::new();
    let a1 = folder.file("a1.bin", &signed("a113l"));
    for (board, file) in [
        ("khadas/vim1", gx),
        ("khadas/vim1:bl2=returns", gx),
        ("khadas/vim3", g12),
        ("amlogic/ad401", &a1),
        ("generic/s905x4-box", x4),
    ] {
        let command = format!("aml boot {file} --virtual {board}");
        let count = transfers(&command);
        // The same request hundreds of times over: every 53rd of them.
        let chosen = (1..=count).filter(|at| *at < 12 || *at + 40 > count || at % 53 == 0);
        let chosen: Vec<_> = chosen.collect();
        let mut ends = BTreeMap::new();
        for fault in ["stall", "timeout", "short", "garbage", "disconnect"] {
            let sign = if board.contains(':') { ',' } else { ':' };
            for at in &chosen {
                let run = run(&format!("{command}{sign}fault={fault}@{at} --json"));
                let (event, what) = (run.last_event(), format!("{board} {fault}@{at} of {count}"));
                match run.code {
                    0 => assert_eq!(event["stage"], "uboot", "{what}: {event}"),
                    1 => {
                        assert!(event["advice"].is_string(), "{what}: {event}");
                        let message = event["message"].as_str().unwrap_or_default();
                        assert!(message.starts_with("virtual "), "{what}: {event}");
                    }
                    // Who answered something else was not taken for the board.
                    7 => assert_eq!(fault, "garbage", "{what}: {event}"),
                    code => panic!("{what}: {code}: {event}"),
                }
                *ends.entry((fault, run.code)).or_insert(0) += 1;
            }
        }
        assert!(
            ends.contains_key(&("disconnect", 1)) && ends.contains_key(&("stall", 0)),
            "{board}: {ends:?}"
        );
    }
}
