//! What each command does and prints.

use crate::tool::{Folder, command, finish, image, run};

const H3: &str = "--virtual xunlong/orangepi-pc";
const UP: &str = "--virtual xunlong/orangepi-pc:dram=on";

#[test]
fn version() {
    let text = run(&format!("fel identify {H3}")).good().stdout;
    assert_eq!(text, "Allwinner H3/H2+ (id 0x1680), FEL (mask ROM), scratchpad 0x00007e00\n");
    let event = run(&format!("fel identify --json {H3}")).good().last_event();
    assert_eq!(
        (event["event"].as_str(), event["soc"].as_str(), event["id"].as_u64()),
        (Some("result"), Some("H3"), Some(0x1680))
    );
    for (board, soc) in [
        ("bananapi/m2-ultra", "R40"),
        ("sharevdi/r1", "R40"),
        ("mangopi/mq-quad", "H616"),
        ("allwinner/nezha-d1", "D1"),
    ] {
        let event = run(&format!("fel identify --json --virtual {board}")).good().last_event();
        assert_eq!(event["soc"], soc, "{board}");
    }
}

/// sunxi-fel's words do what they do there, and answers have our names.
#[test]
fn sunxi_fels_words_work() {
    let folder = Folder::new();
    let file = folder.file("data", &[7; 16]);
    for (words, ours) in [
        ("ver", "fel identify"),
        ("version", "fel identify"),
        ("hex 0x1c00 16", "fel memory hexdump"),
        ("hexdump 0x1c00 16", "fel memory hexdump"),
        ("readl 0x1c00", "fel memory readl"),
        ("writel 0x01c20800 1", "fel memory writel"),
        ("fill 0x2000 16 1", "fel memory fill"),
        ("clear 0x2000 16", "fel memory fill"),
        ("exec 0x2000", "fel memory run"),
        ("exe 0x2000", "fel memory run"),
        ("wdreset", "fel reset"),
        ("sid-dump", "fel sid"),
        ("write 0x2000 FILE", "fel memory write"),
        ("write-with-progress 0x2000 FILE", "fel memory write"),
        ("multiwrite 2 0x2000 FILE 0x3000 FILE", "fel memory write"),
    ] {
        let words = words.replace("FILE", &file);
        for family in ["fel", "allwinner"] {
            let event = run(&format!("{family} {words} --json {H3}")).good().last_event();
            assert_eq!(event["command"], ours, "{words}: {event}");
        }
    }
    let exec = run(&format!("fel exec 0x2000 --json {H3}")).good().last_event();
    assert_eq!(exec["returned"], false, "sunxi-fel does not wait");
    assert_eq!(run(&format!("fel dump 0x2000 3 {H3}")).good().stdout, "\0\0\0");
    run("fel reset64 0x40000000 --virtual mangopi/mq-quad:dram=on").good();
    run(&format!("fel multiwrite 3 0x2000 {file} 0x3000 {file} {H3}")).bad(2, "these are 2 files");
}

#[test]
fn words_of_sunxi_fel_that_are_missing_name_what_there_is() {
    for (words, instead) in [
        ("memmove 0x2000 0x3000 16", "fel memory write ADDR FILE"),
        ("write-with-gauge 0x2000 file", "--json"),
    ] {
        let run = run(&format!("fel {words} {H3}")).bad(2, "is not a command here");
        assert!(run.stderr.contains(instead), "{words}: {}", run.stderr);
    }
    let help = run("fel --help").good().stdout;
    for word in ["wdreset", "uboot", "exec", "spiflash-", "memmove"] {
        assert!(!help.contains(word), "{word}: {help}");
    }
    for word in ["memory", "identify", "boot", "  read ", "  write ", "sid", "spl"] {
        assert!(help.contains(word), "{word}: {help}");
    }
}

#[test]
fn memory_is_written_read_back_and_compared() {
    let folder = Folder::new();
    let data: Vec<u8> = (0..300_000u32).map(|index| (index % 251) as u8).collect();
    let file = folder.file("data", &data);
    for link in ["none", "high-speed"] {
        let board = format!("--virtual xunlong/orangepi-pc:dram=on,link={link}");
        run(&format!("fel write 0x40000000 {file} 0x42000000 {file} --verify {board}")).good();
    }
    // Full speed packets are 64 bytes.
    let small = folder.file("small", &data[..1000]);
    run(&format!("fel write 0x40000000 {small} --verify {UP},link=full-speed")).good();
}

#[test]
fn a_difference_is_found_and_placed() {
    let folder = Folder::new();
    let file = folder.file("data", &[7; 1000]);
    // VERSION, the probe word, the SPL's mark, WRITE and READ are 9 transfers each; the data of the READ is the fifth of
    // the last.
    let run = run(&format!("fel write 0x40000000 {file} --verify {UP},fault=garbage@41"));
    run.bad(5, "memory differs from byte 0x0 of the file on (0x40000000)");
}

#[test]
fn reading_goes_to_files_and_stdout() {
    let folder = Folder::new();
    let path = folder.path("out");
    run(&format!("fel read 0x40000000 1000 {} {UP}", path.display())).good();
    assert_eq!(std::fs::read(&path).expect("the file"), [0; 1000]);
    assert_eq!(run(&format!("fel read 0x40000000 3 - {UP}")).good().stdout, "\0\0\0");
    assert_eq!(run(&format!("fel memory read 0x40000000 5 - {UP}")).good().stdout, "\0\0\0\0\0");
    run(&format!("fel memory read 0x40000000 2 - --json {UP}")).bad(2, "");
    let event = run(&format!("fel memory hexdump 0x40000000 2 --json {UP}")).good().last_event();
    assert_eq!(event["data"], "0000");
    // Nothing is left behind by a read that fails.
    let none = folder.path("none");
    run(&format!("fel read 0x40000000 1000 {} --dram-up {H3}", none.display()))
        .bad(1, "before an SPL");
    assert!(!none.exists());
}

#[test]
fn the_boot_rom_is_read_where_it_is() {
    let folder = Folder::new();
    for (board, size) in [("xunlong/orangepi-pc", 0x8000), ("mangopi/mq-quad", 0xc000)] {
        let path = folder.path("rom");
        run(&format!("fel dump-rom {} --yes --virtual {board}", path.display())).good();
        assert_eq!(std::fs::metadata(&path).expect("the file").len(), size, "{board}");
    }
}

#[test]
fn hexdump_fill_and_clear() {
    let text = run(&format!("fel memory hexdump 0x1c00 20 {H3}")).good().stdout;
    assert_eq!(text.lines().count(), 2);
    assert!(text.starts_with("00001c00: 00 00 07 b0 04 00 07 b0  08"), "{text}");
    run(&format!("fel memory fill 0x2000 100 0xff {H3}")).good();
    run(&format!("fel memory fill 0x2000 100 0 {H3}")).good();
    run(&format!("fel memory fill 0x2000 100 256 {H3}")).bad(2, "0x100 is not a byte");
}

#[test]
fn registers() {
    assert_eq!(run(&format!("fel memory readl 0x00001c00 {H3}")).good().stdout, "0xb0070000\n");
    let text = run(&format!("fel memory readl 0x1c00 0x5c00 --count 2 {H3}")).good().stdout;
    assert_eq!(text.lines().nth(1), Some("0x00001c04 0xb0070004"));
    run(&format!("fel memory writel 0x01c20800 1 0x01c20804 2 {H3}")).good();
    run(&format!("fel memory writel 0x01c20800 {H3}")).bad(2, "");
    run(&format!("fel memory readl 0x01c20802 {H3}")).bad(7, "no multiple of 4");
    run("fel memory readl 0x03000000 --virtual allwinner/nezha-d1").good();
}

#[test]
fn the_sid() {
    let number = "02c00081:11112222:33330000:44556677\n";
    for board in ["xunlong/orangepi-pc", "mangopi/mq-quad", "allwinner/nezha-d1"] {
        assert_eq!(run(&format!("fel sid --virtual {board}")).good().stdout, number, "{board}");
    }
    let dump = run(&format!("fel sid --dump {H3}")).good().stdout;
    assert!(dump.contains("rotpk_hash       0x064   256 bits"), "{dump}");
    run("fel sid --registers --virtual allwinner/nezha-d1").bad(7, "not supported on the D1");
}

#[test]
fn code_is_run_and_seen_to_return() {
    // Memory is empty: there is nothing that could return.
    let run_at = run(&format!("fel memory run 0x2000 {H3}")).bad(1, "did not return");
    assert!(run_at.stderr.contains("fel memory run --no-return"), "{}", run_at.stderr);
    // An empty DRAM is code that takes the board over: so is a U-Boot there.
    let left = run(&format!("fel memory run 0x4a000000 {UP}")).bad(1, "has taken it over");
    assert!(left.stderr.contains("fel memory run --no-return"), "{}", left.stderr);
    run(&format!("fel memory run 0x2000 --no-return {H3}")).good();
}

#[test]
fn boards_that_leave_have_done_what_they_were_told() {
    run(&format!("fel reset {H3}")).good();
    run("fel reset --virtual allwinner/nezha-d1").good();
    for die in ["1", "2"] {
        let run = run(&format!(
            "fel memory run 0x40000000 --aarch64 --virtual mangopi/mq-quad:dram=on,die={die}"
        ))
        .good();
        assert!(run.stderr.contains("AArch64 code at 0x40000000 takes over"), "{}", run.stderr);
    }
    run(&format!("fel memory run 0x40000000 --aarch64 {H3}")).bad(7, "32-bit SoC");
}

#[test]
fn an_spl_and_a_whole_recovery() {
    let folder = Folder::new();
    let file = folder.file("u-boot", &image(0x6000, 400_000, Some("sun8i-h3-orangepi-pc")));
    let script = folder.file("boot.cmd", b"echo hello\n");
    let more = folder.file("initrd", &[1; 5000]);
    let spl = run(&format!("fel spl {file} {H3}")).good();
    assert!(spl.stderr.contains("the SPL ran on the H3 and is back in FEL"), "{}", spl.stderr);
    let uboot =
        run(&format!("fel boot {file} --write 0x43300000={more} --script {script} {H3}")).good();
    assert!(
        uboot.stderr.contains("U-Boot was started on the H3 at 0x4a000000"),
        "{}",
        uboot.stderr
    );
    assert_eq!(uboot.stdout, "", "stdout is for answers");
    let events = run(&format!("fel boot {file} --script {script} --json {H3}")).good().events();
    let steps: Vec<_> = events
        .iter()
        .filter(|event| event["event"] == "step")
        .map(|event| &event["step"])
        .collect();
    assert_eq!(steps.len(), 5, "{steps:?}");
    let last = events.last().expect("a result");
    assert_eq!((last["event"].as_str(), last["started"].as_bool()), (Some("result"), Some(true)));
    assert_eq!((&last["verified"], &last["how"]["board-sum"]), (&true.into(), &last["bytes"]));
    assert!(last["bytes"].as_u64() > Some(400_000), "U-Boot and the script: {last}");
    assert!(events.iter().any(|event| event["event"] == "progress" && event["done"] == 400_000));
}

#[test]
fn a_fit_starts_in_aarch64() {
    let folder = Folder::new();
    let mut bytes = image(0x6000, 0, Some("sun50i-h618-orangepi-zero3"));
    bytes.truncate(0x8000);
    bytes.extend(include_bytes!("../../fixtures/images/h616.itb"));
    let file = folder.file("u-boot", &bytes);
    let run = run(&format!("fel boot {file} --virtual mangopi/mq-quad:die=2")).good();
    assert!(run.stderr.contains("fdt-2: 9 bytes"), "the SPL's board chooses: {}", run.stderr);
    assert!(run.stderr.contains("U-Boot was started on the H616 at 0x40000000"), "{}", run.stderr);
}

#[test]
fn a_dry_run_prints_the_plan_and_touches_nothing() {
    let folder = Folder::new();
    let file = folder.file("u-boot", &image(0x6000, 1000, Some("sun8i-h3-orangepi-pc")));
    // No board is given: a plan needs none.
    let plan = run(&format!("fel boot {file} --dry-run")).good().stdout;
    for line in [
        "write SPL: 7168 bytes at 0x00000000",
        "write SPL: 1024 bytes at 0x0000a400",
        "run the SPL through the thunk at 0x0000a200, wait until it is back in FEL",
        "write U-Boot: 1000 bytes at 0x4a000000",
        "start at 0x4a000000 in AArch32",
    ] {
        assert!(plan.lines().any(|found| found == line), "`{line}` is not in {plan}");
    }
    run(&format!("fel boot {file} --dry-run --soc R40")).bad(7, "built for the H3");
    let out = folder.path("out");
    run(&format!("fel read 0 10 {} --dry-run {H3}", out.display())).good();
    assert!(!out.exists());
}

#[test]
fn the_list_shows_every_board_and_what_is_wrong_with_it() {
    let boards = "--virtual xunlong/orangepi-pc --virtual allwinner/nezha-d1 \
                  --virtual mangopi/mq-quad:mode=fes --virtual sharevdi/r1:fault=timeout@1";
    let text = run(&format!("list {boards}")).good().stdout;
    let lines: Vec<_> = text.lines().collect();
    assert!(
        lines[0].starts_with("1-1 ") && lines[0].contains("H3") && lines[0].ends_with("ok"),
        "{text}"
    );
    assert!(lines[1].contains("D1") && lines[2].contains("FES"), "{text}");
    assert!(lines[3].contains("no answer in time"), "{text}");
    let event = run(&format!("list --json {boards}")).good().last_event();
    let codes: Vec<_> =
        event["boards"].as_array().expect("boards").iter().map(|board| &board["code"]).collect();
    assert_eq!(codes[3], "usb.timeout");
    assert!(codes[..3].iter().all(|code| code.is_null()));
}

#[test]
fn tables_rules_and_pages() {
    assert_eq!(run("fel chips").good().stdout.lines().count(), 40);
    let table = run("boards").good().stdout;
    // And the heading.
    assert_eq!(table.lines().count(), racklet_flash::boards::all().len() + 1);
    assert!(run("boards visionfive2").good().stdout.contains("115200 baud"));
    assert!(run("boards mangopi/mq-quad").good().stdout.contains("USB-C OTG socket"));
    run("boards nobody/nothing").bad(2, "no board `nobody/nothing`");
    let list = run("virtual list").good().stdout;
    assert!(list.contains("fault=KIND@N") && list.contains("pty=LINK"), "{list}");
    let rules = run("udev").good().stdout;
    assert!(rules.contains("ATTR{idVendor}==\"1f3a\", ATTR{idProduct}==\"efe8\""), "{rules}");
    assert!(
        rules.contains("uaccess")
            && rules.contains("GROUP=")
            && rules.contains("ID_MM_DEVICE_IGNORE")
    );
    assert!(run("man").good().stdout.contains(".TH racklet-flash"));
    assert!(run("man fel boot").good().stdout.contains("script"));
    run("man fel nothing").bad(2, "no command");
}

#[test]
fn completions_in_their_folder_are_current() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/completions");
    for shell in racklet_flash::cli::shells() {
        let (name, script) = racklet_flash::cli::completion_file(*shell);
        let path = format!("{folder}/{name}");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, &script).expect("the script is written");
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == script, "{name} is out of date: run the tests once with BLESS=1");
    }
}

#[test]
fn every_command_and_option_is_explained() {
    fn check(command: &clap::Command, path: &str) {
        let path = format!("{path} {}", command.get_name());
        assert!(command.get_about().is_some(), "{path} has no help");
        for argument in command.get_arguments() {
            assert!(argument.get_help().is_some(), "{path} {} has no help", argument.get_id());
        }
        command.get_subcommands().for_each(|sub| check(sub, &path));
    }
    check(&racklet_flash::cli::command(), "");
    let help = run("--help").good().stdout;
    assert!(help.contains("Exit codes:"), "{help}");
    assert!(finish(&mut command(["-h"])).stdout.len() < help.len());
}

/// How many lines of 80 columns a terminal shows at least that somebody works in.
const SCREEN: usize = 40;

#[test]
fn brief_help_fits_a_screen() {
    fn check(command: &clap::Command, path: &str, long: &mut Vec<String>) {
        let path = format!("{path} {}", command.get_name());
        let lines = command.clone().term_width(80).render_help().to_string().lines().count();
        if lines > SCREEN {
            long.push(format!("{path} -h: {lines} lines"));
        }
        command.get_subcommands().for_each(|sub| check(sub, &path, long));
    }
    let mut all = racklet_flash::cli::command();
    // Options of all commands are handed down.
    all.build();
    let mut long = Vec::new();
    check(&all, "", &mut long);
    assert!(long.is_empty(), "{}", long.join("\n"));
}
