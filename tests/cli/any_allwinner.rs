//! `recover` of Allwinner's boards, and what is said of their storage.

use std::fs;

use crate::{
    any_ethernet::net,
    tool::{Folder, Run, command, finish, image, run, text},
};

const H3: &str = "--virtual xunlong/orangepi-pc";

#[test]
fn a_board_is_recovered_until_u_boot_runs() {
    let folder = Folder::new();
    let file = folder.file("u-boot", &image(0x2000, 0x20_000, Some("sun8i-h3-orangepi-pc")));
    let done = run(&format!("recover orangepi-pc --file uboot={file} {H3} --json")).good();
    let answer = done.last_event();
    let seen = &answer["identity"];
    assert_eq!(
        (&seen["stage"], &seen["soc"], &answer["board"]),
        (&"uboot".into(), &"H3".into(), &"xunlong/orangepi-pc".into()),
        "{answer}"
    );
    assert!(done.stdout.contains("U-Boot was started on the H3 at 0x4a000000"), "{}", done.stdout);
    let text = run(&format!("recover orangepi-pc --file uboot={file} {H3}")).good();
    assert!(text.stdout.contains("an Allwinner H3 in U-Boot (started"), "{}", text.stdout);
    assert!(text.stderr.contains("it is not asked"), "{}", text.stderr);
}

/// The number of the chip is the one that `fel sid` shows.
#[test]
fn the_chip_tells_its_number() {
    for board in ["xunlong/orangepi-pc", "bananapi/m2-ultra", "xunlong/orangepi-zero2"] {
        let sid = run(&format!("fel sid --json --virtual {board}")).good().last_event();
        let sid = sid["sid"].as_str().expect("a number").replace(':', "");
        let seen = run(&format!("recover {board} --virtual {board} --json")).good().last_event();
        let blank = sid.bytes().all(|digit| digit == b'0');
        let expected = if blank { serde_json::Value::Null } else { sid.into() };
        assert_eq!(seen["identity"]["chip_id"], expected, "{board}: {seen}");
    }
}

#[test]
fn a_dry_run_shows_what_is_started_and_what_is_missing() {
    let plan = run("recover orangepi-pc --dry-run").good().stdout;
    assert!(plan.contains("the board leaves FEL"), "{plan}");
    assert!(plan.contains("still needed: --file uboot=FILE: u-boot-sunxi-with-spl.bin"), "{plan}");
    let made_up = run(&format!("recover orangepi-pc {H3}")).good();
    assert!(made_up.stderr.contains("makes up a uboot"), "{}", made_up.stderr);
}

#[test]
fn an_image_for_another_soc_is_refused_before_anything_is_sent() {
    let folder = Folder::new();
    let trace = folder.path("trace");
    let other = folder.file("a20", &image(0x2000, 0x4000, Some("sun7i-a20-cubietruck")));
    let command = |file: &str| {
        run(&format!("recover orangepi-pc --file uboot={file} {H3} --trace {}", text(&trace)))
    };
    command(&other).bad(7, "A20");
    let spl = image(0x2000, 0, None)[..0x2000].to_vec();
    command(&folder.file("spl", &spl)).bad(7, "an SPL and nothing to start after it");
    command(&folder.file("noise", &crate::tool::noise(9000, 1))).bad(6, "noise");
    assert!(!trace.exists(), "the board was opened");
    let right = folder.file("h3", &image(0x2000, 0x4000, Some("sun8i-h3-orangepi-pc")));
    run(&format!("recover orangepi-pc --file uboot={right} --virtual bananapi/m2-ultra"))
        .bad(7, "--virtual simulates bananapi/m2-ultra");
}

#[test]
fn storage_that_fel_does_not_reach_is_told_with_the_way_that_there_is() {
    let folder = Folder::new();
    let disk = folder.file("disk.img", &crate::tool::noise(1 << 20, 2));
    let run = |arguments: &str| with_own_board(&folder, ("D1", "nand"), arguments);
    let says = "write a card that starts the board";
    for (verb, option) in [("flash --yes", "--to"), ("verify", "--on")] {
        run(&format!("{verb} demo {disk} {option} nand")).bad(7, says);
    }
    let file = folder.path("backup");
    run(&format!("backup demo {} --from nand", text(&file))).bad(7, says);
    assert!(!fs::exists(&file).expect("a folder of ours"));
}

/// Where no boot loader can be started, only what needs one is refused, before the board is looked for; the refusal names what
/// writes the storage.
#[test]
fn a_board_that_starts_no_boot_loader_says_so() {
    let folder = Folder::new();
    let disk = folder.file("disk.img", &crate::tool::noise(1 << 20, 2));
    let (trace, board) = (folder.path("trace"), "--virtual allwinner/nezha-d1");
    let traced = format!("{board} --trace {}", text(&trace));
    for line in ["recover nezha-d1".to_owned(), format!("recover nezha-d1 --dry-run {traced}")] {
        let said = run(&line).bad(7, "no SPL for the D1 (RISC-V) returns to FEL");
        assert!(said.stderr.contains("flash allwinner/nezha-d1 IMAGE --to sd"), "{}", said.stderr);
    }
    let ethernet = format!("nezha-d1 {disk} --net 10.7.0.0/24");
    for line in ["flash", "verify"].map(|verb| format!("{verb} {ethernet} {traced}")) {
        run(&line).bad(7, "no boot loader can be started from memory on allwinner/nezha-d1");
    }
    assert!(!trace.exists(), "the board was opened");
    let plan = run(&format!("flash nezha-d1 {disk} --dry-run {board}")).good().stdout;
    assert!(plan.contains("choose sd") && !plan.contains("U-Boot"), "{plan}");
    let said = run(&format!("flash nezha-d1 {disk} --yes --virtual xunlong/orangepi-pc"));
    said.bad(7, "--virtual simulates xunlong/orangepi-pc");
}

/// The card of a board that starts no boot loader, from its mask ROM to the restart, over FEL alone.
#[test]
fn a_card_is_flashed_compared_and_saved_without_a_boot_loader() {
    let folder = Folder::new();
    let data = crate::tool::noise(1_300_000, 7);
    let (image, card, dump) =
        (folder.file("image", &data), folder.path("card"), folder.path("out"));
    fs::write(&card, vec![0xee; 2 << 20]).expect("a file");
    let board = format!("--virtual allwinner/nezha-d1:sd={},size=2M --json", text(&card));
    let held = || fs::read(&card).expect("the card");
    let flash = |more: &str| run(&format!("flash nezha-d1 {image} {more} {board}"));
    flash("--dry-run").good();
    flash("").json_bad(7, "--yes");
    assert!(held().iter().all(|byte| *byte == 0xee), "nothing may be written yet");
    let done = flash("--yes").good().last_event();
    assert!(done["verified"] == true && done["restarted"] == true, "{done}");
    // Whole sectors are written.
    let whole = data.len().next_multiple_of(512);
    assert_eq!(done["how"]["board-sum"], whole, "{done}");
    assert!(held().starts_with(&data) && held()[whole..].iter().all(|byte| *byte == 0xee));
    let again = flash("--yes --if-different").good().last_event();
    assert_eq!(again["already_there"], whole, "{again}");
    let verify = || run(&format!("verify nezha-d1 {image} {board}"));
    verify().good();
    run(&format!("backup nezha-d1 {} {board}", text(&dump))).good();
    assert!(fs::read(&dump).expect("the dump") == held());
    let mut other = held();
    other[700_000] ^= 1;
    fs::write(&card, &other).expect("a file");
    verify().json_bad(5, "sector 1344");
    let mended = flash("--yes --if-different").good().last_event();
    assert!(held().starts_with(&data) && mended["already_there"] != whole, "{mended}");
}

/// The file's D1 SPL goes to where the boot ROM looks for it; an SPL of ARM code, or with another SoC's name, goes nowhere.
#[test]
fn a_risc_v_board_takes_no_boot_loader_of_arm_code() {
    let folder = Folder::new();
    let spl = |head: u32, name: &str| {
        let mut code = image(0x2000, 0, Some(name))[..0x2000].to_vec();
        code[..4].copy_from_slice(&head.to_le_bytes());
        fel::egon::seal(code)
    };
    let (jump, branch) = (0x0600_006f, 0xea00_0016);
    let card = folder.path("card");
    let board = format!("--yes --virtual allwinner/nezha-d1:sd={},size=1M", text(&card));
    let fresh = || fs::write(&card, vec![0xee; 1 << 20]).expect("a file");
    for (head, name, says) in [
        (branch, "sun20i-d1-nezha", "is built for ARM, but the board is a D1 (RISC-V)"),
        (jump, "sun50i-a64-pine64", "is built for the A64"),
        (jump, "sun8i-t113s-mangopi-mq-r-t113", "is built for the R528"),
    ] {
        fresh();
        let file = folder.file("other", &spl(head, name));
        for line in [format!("flash nezha-d1 {file}"), format!("fel disk write 16 {file} --raw")] {
            run(&format!("{line} {board}")).bad(7, says);
        }
        assert!(fs::read(&card).expect("the card").iter().all(|byte| *byte == 0xee), "{name}");
    }
    fresh();
    let right = spl(jump, "sun20i-d1-nezha");
    let file = folder.file("right", &right);
    run(&format!("flash nezha-d1 {file} {board}")).good();
    assert!(fs::read(&card).expect("the card")[0x2000..].starts_with(&right));
    let h3 = folder.path("h3");
    run(&format!(
        "flash orangepi-pc {file} --yes --virtual xunlong/orangepi-pc:sd={},size=1M",
        text(&h3)
    ))
    .bad(7, "built for RISC-V, but the board is an H3 (ARM)");
}

/// Without a network the agent in SRAM is the way, and U-Boot with one.
#[test]
fn the_way_to_a_card_is_the_agent_unless_there_is_a_network() {
    let folder = Folder::new();
    let disk = folder.file("disk.img", &crate::tool::noise(1 << 20, 2));
    for (board, to) in [("orangepi-pc", "sd"), ("m2-ultra", "emmc"), ("orangepi-zero3", "sd")] {
        let flash = format!("flash {board} {disk} --to {to} --dry-run");
        let plan = run(&flash).good().stdout;
        assert!(!plan.contains("U-Boot") && plan.contains(&format!("choose {to}")), "{plan}");
        let plan = run(&format!("{flash} --net 10.7.0.0/24")).good().stdout;
        assert!(plan.contains("load U-Boot"), "{plan}");
    }
}

/// The commands in a message, each with the line that its script has.
fn named(message: &str) -> Vec<(&str, Option<&str>)> {
    let commands = message.split("racklet-flash ").skip(1);
    let commands = commands.map(|text| match text.split_once(" (flash.cmd has the line: `") {
        Some((command, rest)) => (command, rest.split('`').next()),
        None => (text.split([',', ')']).next().unwrap_or(text), None),
    });
    commands.collect()
}

/// A user's own board with this SoC, and this storage beside its card.
fn with_own_board(folder: &Folder, (soc, storage): (&str, &str), arguments: &str) -> Run {
    let boards = folder.path("data/racklet-flash/boards");
    fs::create_dir_all(&boards).expect("a folder");
    let board = format!(
        "name = 'acme/demo'\ntitle = 'Acme Demo'\nfamily = 'allwinner'\nsoc = '{soc}'\n\
         socket = {{ kind = 'micro-usb', where = 'here' }}\n\
         storage = [{{ kind = 'sd' }}, {{ kind = '{storage}' }}]\n"
    );
    fs::write(boards.join("demo.toml"), board).expect("a file");
    let mut command = command(arguments.split_whitespace());
    finish(command.env("XDG_DATA_HOME", folder.path("data")))
}

/// The commands that the refusals name work as they are, with the user's files and numbers.
#[test]
fn the_way_that_is_named_can_be_gone() {
    let folder = Folder::new();
    // The SPI0 of this SoC is not known.
    let run = |arguments: &str| with_own_board(&folder, ("A83T", "spi-nor"), arguments);
    let card = folder.file("IMAGE", &crate::tool::noise(1 << 20, 3));
    let uboot = folder.file("u-boot-sunxi-with-spl.bin", &image(0x2000, 0x4000, None));
    let said = run(&format!("flash demo {card} --to spi --yes")).bad(7, "cannot be reached");
    let commands = named(&said.stderr);
    assert_eq!(commands.len(), 1, "{}", said.stderr);
    for (command, line) in commands {
        let line = line.expect("a line").replace("BYTES", "0x100000");
        let script = folder.file("flash.cmd", line.as_bytes());
        let command = command
            .replace("=FILE", &format!("={card}"))
            .replace("flash.cmd", &script)
            .replace("u-boot-sunxi-with-spl.bin", &uboot);
        run(&format!("{command} --virtual acme/demo")).bad(7, "flash.cmd");
        run(&format!("{command} --virtual acme/demo --yes")).good();
    }
}

/// From FEL by way of U-Boot, whose console proves to be this board's, to its disk.
#[test]
fn storage_is_written_by_u_boot_over_ethernet() {
    let folder = Folder::new();
    let bytes = crate::tool::noise(2 << 20, 9);
    let (disk, image) = (folder.path("disk"), folder.file("disk.img", &bytes));
    for (board, to) in [("orangepi-pc", "sd"), ("bpi-m2-ultra", "emmc"), ("orangepi-zero2", "sd")] {
        let flash = |flaw: &str| {
            let _ = fs::remove_file(&disk);
            let virt = format!("--virtual {board}:{to}={},size=16M{flaw}", text(&disk));
            run(&format!("flash {board} {image} --to {to} --net {} {virt} --yes --json", net()))
        };
        let done = flash("").good().last_event();
        assert_eq!((&done["verified"], &done["via"]), (&true.into(), &"ethernet".into()), "{done}");
        assert!(fs::read(&disk).expect("the disk").starts_with(&bytes), "{board}");
        // Its first sum is that of what the host left in memory over FEL.
        flash(",uboot=wrong-sum@1").json_bad(7, "is the console of another board");
        flash(",uboot=shrunk@100").json_bad(5, "reads back differently");
        flash(",net=no-link").json_bad(1, "no link");
    }
}

/// Sectors of cards and of an eMMC's parts, over FEL alone, on boards whose controllers are modelled.
#[test]
fn sectors_are_written_read_compared_and_erased_over_fel() {
    let folder = Folder::new();
    let bytes = crate::tool::noise(70_000, 4);
    let image = folder.file("image", &bytes);
    for (board, on) in
        [("orangepi-pc", "sd"), ("m2-ultra", "emmc"), ("m2-ultra", "emmc-boot0"), ("mq-quad", "sd")]
    {
        let (disk, out) = (folder.path(on), folder.path("out"));
        let _ = (fs::remove_file(&disk), fs::remove_file(&out));
        let tool = |line: &str| {
            run(&format!(
                "fel disk {line} --on {on} --virtual {board}:{on}={},size=4M",
                text(&disk)
            ))
        };
        assert!(tool("info").good().stdout.contains("4096 KiB"));
        tool(&format!("write 20 {image} --raw")).bad(7, "--yes");
        let done = tool(&format!("write 20 {image} --raw --yes --json")).good().last_event();
        assert_eq!(done["how"]["board-sum"], 137 * 512, "{done}");
        assert!(fs::read(&disk).expect("the disk")[20 * 512..].starts_with(&bytes), "{board} {on}");
        tool(&format!("verify 20 {image} --raw")).good();
        tool(&format!("read 20 137 {}", text(&out))).good();
        assert!(fs::read(&out).expect("the file").starts_with(&bytes));
        tool("erase 25 2 --yes").good();
        tool(&format!("verify 20 {image} --raw")).bad(5, "differs");
        tool(&format!("write 8191 {image} --raw --yes")).bad(7, "do not fit");
    }
    run("fel disk info --on nvme").bad(2, "none of sd, emmc");
}

/// What goes wrong with a card is told with the command, and as what it is.
#[test]
fn cards_that_fail_over_fel_are_told_by_their_command() {
    let folder = Folder::new();
    let image = folder.file("image", &crate::tool::noise(200_000, 5));
    for (flaw, exit, says) in [
        ("stuck@9", 1, "CMD25"),
        ("pulled@9", 1, "CMD25"),
        ("read-only", 1, "the card answers with an error"),
        ("lies", 5, "does not hold what was written"),
        ("rint@15:0x80", 1, "CMD"),
    ] {
        let disk = folder.path("disk");
        let _ = fs::remove_file(&disk);
        let board = format!("orangepi-pc:sd={},size=4M,card={flaw}", text(&disk));
        run(&format!("flash orangepi-pc {image} --to sd --yes --virtual {board}")).bad(exit, says);
    }
}

/// A boot loader goes to where the boot ROM looks for it, and one for another SoC goes nowhere: by itself, in the image of a disk at
/// 8 KiB or at 128 KiB, and in a boot partition. Nothing is written.
#[test]
fn boot_loaders_over_fel_have_their_place_and_their_soc() {
    let folder = Folder::new();
    let (h3, a64) = ("sun8i-h3-orangepi-pc", "sun50i-a64-pine64");
    let of = |name: &str| image(0x2000, 0x4000, Some(name));
    let (right, other) = (folder.file("h3", &of(h3)), folder.file("a64", &of(a64)));
    let disk = |place: usize, name: &str| {
        let mut bytes = crate::tool::noise(512 << 10, 3);
        let spl = of(name);
        bytes[place..place + spl.len()].copy_from_slice(&spl);
        folder.file(&format!("{place}-{name}"), &bytes)
    };
    let card = folder.path("card");
    let old = vec![0xee; 1 << 20];
    let board = format!("--virtual xunlong/orangepi-pc:sd={},size=1M", text(&card));
    for (line, says) in [
        (format!("flash orangepi-pc {other}"), "the SPL at 8 KiB (sector 16) is built for the A64"),
        (format!("flash orangepi-pc {}", disk(0x2000, a64)), "the SPL at 8 KiB (sector 16)"),
        (format!("flash orangepi-pc {}", disk(0x2_0000, a64)), "the SPL at 128 KiB (sector 256)"),
        (format!("fel disk write 16 {other} --raw"), "the board is an H3"),
        (format!("fel disk write 0 {right} --raw"), "looks for none at sector 0"),
        (format!("fel disk write 0 {} --raw", disk(0x2_0000, a64)), "(sector 256)"),
        (format!("flash orangepi-pc {}", folder.file("long", &vec![1; (1 << 20) + 1])), "room for"),
    ] {
        fs::write(&card, &old).expect("a file");
        run(&format!("{line} --yes {board}")).bad(7, says);
        assert!(fs::read(&card).expect("a file") == old, "{line}");
    }
    for (line, place) in [
        (format!("flash orangepi-pc {right}"), 0x2000),
        (format!("flash orangepi-pc {}", disk(0x2_0000, h3)), 0x2_0000),
        (format!("fel disk write 16 {right} --raw"), 0x2000),
    ] {
        fs::write(&card, &old).expect("a file");
        run(&format!("{line} --yes {board}")).good();
        assert!(fs::read(&card).expect("a file")[place..].starts_with(&of(h3)), "{line}");
    }
    // Of what is behind those places nothing is asked.
    run(&format!("fel disk write 900 {other} --raw --yes {board}")).good();
    let boot0 = text(&folder.path("boot0"));
    let board = format!("--virtual bananapi/m2-ultra:emmc-boot0={boot0},size=1M");
    run(&format!("fel disk write 0 {right} --raw --yes --on emmc-boot0 {board}"))
        .bad(7, "at 0 KiB");
    let r40 = folder.file("r40", &of("sun8i-r40-bananapi-m2-ultra"));
    run(&format!("fel disk write 0 {r40} --raw --yes --on emmc-boot0 {board}")).good();
}
