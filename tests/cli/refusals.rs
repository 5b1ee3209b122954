//! What is refused, with which exit code, and that nothing was sent before.

use crate::tool::{Folder, image, run};

const H3: &str = "--virtual xunlong/orangepi-pc";

/// The requests that went to the board, from its recording: the command word of each.
fn requests(path: &std::path::Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let requests =
        text.lines().filter_map(|line| line.strip_prefix("> ").filter(|hex| hex.len() == 32));
    requests.map(|hex| hex[..4].to_owned()).collect()
}

/// `fel boot` of a file is refused with `code` and `says`; returns what was sent.
#[track_caller]
fn refused(bytes: &[u8], more: &str, code: i32, says: &str) -> Vec<String> {
    let folder = Folder::new();
    let (file, record) = (folder.file("image", bytes), folder.path("record"));
    run(&format!("fel boot {file} --record {} {more}", record.display())).bad(code, says);
    requests(&record)
}

#[test]
fn a_wrong_file_is_found_before_the_board_is_opened() {
    let good = image(0x6000, 1000, None);
    let damaged = |at: usize| {
        let mut bytes = good.clone();
        bytes[at] ^= 1;
        bytes
    };
    for (bytes, says) in [
        (b"hello world\n".to_vec(), "text"),
        (Vec::new(), "an empty file"),
        (b"\x1f\x8b\x08".to_vec(), "a gzip file"),
        (b"\x7fELF and so on, for longer than a header".to_vec(), "an ELF file"),
        (damaged(0x100), "checksum"),
        (damaged(0x8050), "the U-Boot image after the SPL"),
        (good[..0x3000].to_vec(), "ends"),
        (good[..0x8100].to_vec(), "the U-Boot image after the SPL"),
    ] {
        let sent = refused(&bytes, H3, 6, says);
        assert!(sent.is_empty(), "{says}: {sent:?}");
    }
    run(&format!("fel boot /nonexistent {H3}")).bad(6, "/nonexistent");
    run(&format!("fel write 0 /dev/null {H3}")).bad(6, "not a regular file");
}

/// The vendor's boot files and signed ones: their heads tell them.
fn vendors_files() -> [(Vec<u8>, &'static str, &'static str); 4] {
    let boot0 = {
        let mut code = vec![0; 0x400];
        code[..4].copy_from_slice(&[0x16, 0, 0, 0xea]);
        code[0x14] = 0x30;
        code[0x18..0x1c].copy_from_slice(b"3000");
        code[0x200..0x20a].copy_from_slice(b"sun50iw9p1");
        fel::egon::seal(code)
    };
    let uboot = [&[0x16, 0, 0, 0xea][..], b"uboot\0\0\0", &[0; 0x100]].concat();
    [
        (boot0, "the vendor's boot0", "boot0"),
        ([&b"TOC0.GLH"[..], &[0; 0x100]].concat(), "a TOC0 image", "toc0"),
        ([&b"sunxi-package"[..], &[0; 0x100]].concat(), "a sunxi-package", "sunxi-package"),
        (uboot, "the vendor's u-boot.fex", "u-boot.fex"),
    ]
}

#[test]
fn the_vendors_boot_files_are_told_by_name_with_what_to_use_instead() {
    let folder = Folder::new();
    for (bytes, name, _) in vendors_files() {
        let file = folder.file("file", &bytes);
        for command in ["spl", "boot"] {
            let run = run(&format!("fel {command} {file} {H3}")).bad(6, name);
            assert!(run.stderr.contains("u-boot-sunxi-with-spl.bin"), "{}", run.stderr);
        }
    }
}

#[test]
fn image_info_knows_the_vendors_boot_files() {
    let folder = Folder::new();
    let info = |bytes: &[u8]| {
        let run = run(&format!("image info {} --json", folder.file("file", bytes)));
        let event = run.last_event();
        (run.code, event["contents"][0]["kind"].clone(), event["sound"].clone())
    };
    for ((bytes, _, kind), (code, sound)) in vendors_files().into_iter().zip([
        (0, serde_json::json!(true)),
        (6, serde_json::json!(false)),
        (6, serde_json::json!(false)),
        (0, serde_json::json!(null)),
    ]) {
        assert_eq!(info(&bytes), (code, kind.into(), sound), "{kind}");
    }
    let mut boot0 = vendors_files()[0].0.clone();
    boot0[0x300] ^= 1;
    assert_eq!(info(&boot0), (6, "boot0".into(), false.into()), "one flipped bit");
    let text = run(&format!("image info {}", folder.file("file", &vendors_files()[0].0)));
    assert!(text.good().stdout.contains("for sun50iw9 (H616)"));
}

#[test]
fn an_spl_of_another_family_is_refused_whatever_its_word() {
    let version = ["0100".to_owned()];
    for (dt_name, board, says) in [
        ("allwinner/sun55i-h728-x96qpro+", "mangopi/mq-quad", "built for the A523"),
        ("sun60i-a733-cubie-a7a", "mangopi/mq-quad", "built for the A733"),
        ("sun60i-z99-x", "mangopi/mq-quad", "another family of SoCs (sun60i-z99-x)"),
        ("sun8i-v3-sl631", "xunlong/orangepi-pc", "built for the V3s"),
        ("sun8i-t153-x", "xunlong/orangepi-pc", "built for the T153"),
        ("sun50i-h713-x", "mangopi/mq-quad", "built for the H713"),
    ] {
        let name = format!("{dt_name}\0");
        let file = image(0x6000, 1000, Some(&name));
        assert_eq!(refused(&file, &format!("--virtual {board}"), 7, says), version, "{dt_name}");
    }
    let folder = Folder::new();
    let t507 = folder.file("image", &image(0x6000, 1000, Some("sun50i-t507-x")));
    let known = run(&format!("fel spl {t507} --virtual mangopi/mq-quad")).good();
    assert!(!known.stderr.contains("unknown"), "{}", known.stderr);
}

/// New SoCs of a family have names that no table has yet: the user is told that nobody knows.
#[test]
fn an_spl_of_the_boards_family_for_an_unknown_soc_runs_with_a_word() {
    let folder = Folder::new();
    for dt_name in ["sun8i-z99-board", "my-own-board"] {
        let file = folder.file("image", &image(0x6000, 1000, Some(dt_name)));
        for command in ["spl", "boot"] {
            let ran = run(&format!("fel {command} {file} {H3}")).good();
            let note = "whether the SPL is for the H3 is unknown";
            assert!(ran.stderr.contains(note) && ran.stderr.contains(dt_name), "{}", ran.stderr);
        }
    }
}

#[test]
fn an_image_for_another_board_is_refused_after_a_version_request_alone() {
    let h3 = image(0x6000, 1000, Some("sun8i-h3-orangepi-pc"));
    let version = ["0100".to_owned()];
    assert_eq!(refused(&h3, "--virtual bananapi/m2-ultra", 7, "built for the H3"), version);
    assert_eq!(refused(&image(0xa204, 1000, None), H3, 7, "41472 is the most"), version);
    assert_eq!(
        refused(&image(0x6000, 1000, None), &format!("{H3} --soc R40"), 7, "not an R40"),
        version
    );
    let riscv = {
        let mut code = vec![0; 0x100];
        code[..4].copy_from_slice(&0x0040_006f_u32.to_le_bytes());
        fel::egon::seal(code)
    };
    assert_eq!(refused(&riscv, H3, 7, "branch of the H3's architecture"), version);
    let spl_alone = fel::egon::seal(vec![0x16, 0, 0, 0xea]);
    assert_eq!(refused(&spl_alone, H3, 7, "nothing to start"), version);
    // The D1 is told from the R528 by one READ more.
    let sent = refused(&image(0x1000, 10, None), "--virtual allwinner/nezha-d1", 7, "RISC-V");
    assert_eq!(sent, ["0100", "0301"]);
}

#[test]
fn the_vendors_boot_loader_is_not_spoken_to() {
    let sent = refused(&image(0x1000, 10, None), &format!("{H3}:mode=fes"), 7, "FES");
    assert_eq!(sent, ["0100"]);
}

#[test]
fn uploads_may_not_overwrite_each_other() {
    let folder = Folder::new();
    let (file, more) =
        (folder.file("image", &image(0x1000, 1000, None)), folder.file("more", &[0; 100]));
    let uboot = |writes: &str| run(&format!("fel boot {file} {writes} {H3}"));
    uboot(&format!("--write 0x4a000010={more}")).bad(7, "would overwrite U-Boot of the image");
    uboot(&format!("--write 0x43000000={more} --write 0x43000063={more}"))
        .bad(7, "would overwrite");
    uboot(&format!("--write 0x8000={more}")).bad(7, "the MMU's table");
    uboot(&format!("--write 0xffffffff={more}")).bad(2, "past the end");
}

/// Which of the commands that touch memory at `at` are there, with what they would do.
fn commands_at(at: &str, file: &str) -> Vec<String> {
    vec![
        format!("read {at} 16 {file}.out"),
        format!("write {at} {file}"),
        format!("write 0x2000 {file} {at} {file}"),
        format!("memory hexdump {at} 16"),
        format!("memory read {at} 16 -"),
        format!("memory fill {at} 16 1"),
        format!("memory fill {at} 16 0"),
        format!("memory readl 0x1000 {at}"),
        format!("memory writel 0x2000 1 {at} 1"),
        format!("memory run {at}"),
        format!("memory run {at} --no-return"),
    ]
}

#[test]
fn dram_is_not_touched_before_an_spl() {
    let folder = Folder::new();
    let (file, record) = (folder.file("data", &[1; 16]), folder.path("record"));
    let recorded = format!("--yes --record {}", record.display());
    for (board, at) in [
        ("xunlong/orangepi-pc", "0x40000000"),
        ("sharevdi/r1", "0x5ffffff0"),
        ("mangopi/mq-quad", "0xfffffff0"),
    ] {
        for command in commands_at(at, &file) {
            let run = run(&format!("fel {command} --virtual {board} {recorded}"));
            let run = run.bad(7, &format!("touching {at} before that hangs the board"));
            assert!(run.stderr.contains("fel spl FILE"), "{command}: {}", run.stderr);
            // VERSION and reads of 4 and 12 bytes in SRAM.
            let sent = requests(&record);
            assert!(sent.len() <= 3 && sent[1..].iter().all(|word| word == "0301"), "{sent:?}");
        }
    }
    for command in commands_at("0x40000000", &file) {
        run(&format!("fel {command} --virtual xunlong/orangepi-pc --dram-up"))
            .bad(if command.contains("no-return") { 0 } else { 1 }, "DRAM");
        let up = format!("fel {command} --virtual xunlong/orangepi-pc:dram=on");
        // The virtual board takes what is in DRAM for a program that takes it over.
        let code = if command == "memory run 0x40000000" { 1 } else { 0 };
        let up = run(&up);
        assert_eq!(up.code, code, "{command}: {}", up.stderr);
    }
    run("fel memory run 0x40000000 --aarch64 --virtual mangopi/mq-quad")
        .bad(7, "an SPL has set up the DRAM");
    run("fel memory hexdump 0x3ffffff0 17 --virtual xunlong/orangepi-pc").bad(7, "0x40000000");
    run("fel memory hexdump 0xffff0000 16 --virtual xunlong/orangepi-pc").good();
    run("fel memory hexdump 0x40000000 0 --virtual xunlong/orangepi-pc").good();
    run("fel memory hexdump 0x40000000 16 --virtual allwinner/nezha-d1").bad(7, "--dram-up");
}

#[test]
fn a_damaged_script_is_refused_whichever_way_it_comes() {
    let folder = Folder::new();
    let file = folder.file("image", &image(0x1000, 1000, None));
    let good = fel::uimage::script("echo hello, world");
    let kernel = fel::uimage::image(&[7; 3 << 20], 0x4200_0000, 2, "a kernel");
    for (name, bytes) in [("boot.scr", &good), ("uImage", &kernel)] {
        let damaged = |at: usize| {
            let mut bytes = bytes.clone();
            bytes[at] ^= 1;
            bytes
        };
        for (bytes, says) in [
            (damaged(bytes.len() - 1), "the CRC of its data"),
            (damaged(40), "header is damaged"),
            (bytes[..bytes.len() - 1].to_vec(), "the file ends after"),
            (bytes[..50].to_vec(), "ends within its header"),
        ] {
            let path = folder.file(name, &bytes);
            run(&format!("fel boot {file} --write 0x43100000={path} {H3}")).bad(6, says);
            if name == "boot.scr" {
                run(&format!("fel boot {file} --script {path} {H3}")).bad(6, says);
            }
        }
        let path = folder.file(name, bytes);
        run(&format!("fel boot {file} --write 0x43100000={path} {H3}")).good();
    }
}

#[test]
fn a_chain_of_commands_is_told_as_our_calls() {
    let folder = Folder::new();
    let file = folder.file("image", &image(0x1000, 1000, None));
    run(&format!("fel write 0x2000 {file} write 0x3000 {file} {H3}"))
        .bad(2, &format!("racklet-flash fel write 0x2000 {file} 0x3000 {file}"));
    let chain = format!("fel uboot {file} write 0x42000000 k write 0x43000000 d {H3}");
    let ours =
        format!("racklet-flash fel boot {file} --write 0x42000000=k --write 0x43000000=d {H3}");
    run(&chain).bad(2, &ours);
    let event = run(&format!("{chain} --json")).last_event();
    assert!(event["advice"].as_str().is_some_and(|text| text.contains(&ours)), "{event}");
    let two = run(&format!("fel spl {file} write 0x44000 bl31 reset64 0x44000"));
    two.bad(2, "  racklet-flash fel write 0x44000 bl31\n")
        .bad(2, "  racklet-flash fel memory run 0x44000 --aarch64\n");
}

#[test]
fn wrong_usage() {
    for (arguments, says) in [
        ("", "Usage"),
        ("fel", "Usage"),
        ("fel nothing", "there is no command `fel nothing`"),
        ("fel read 0 1 - --soc Z80", "no SoC is called `Z80`"),
        ("fel read 0x 1 -", "0x"),
        ("fel memory hexdump 0 0x100000000", "too many to show"),
        ("fel identify --port somewhere", "not a USB port path"),
        ("fel identify --virtual nobody/nothing", "no board `nobody/nothing`"),
        ("fel identify --virtual xunlong/orangepi-pc:secure=perhaps", "on or off"),
        ("fel identify --virtual bananapi/m2-ultra:secure=on", "not modelled"),
        ("fel identify --virtual xunlong/orangepi-pc:die=2", "no second die"),
        ("fel identify --virtual xunlong/orangepi-pc --virtual sharevdi/r1", "takes one board"),
        ("fel read 0xffffffff 2 - --virtual xunlong/orangepi-pc", "past the end"),
        ("fel read 0x10 0xffffffffffffffff - --virtual xunlong/orangepi-pc", "past the end"),
        ("fel memory fill 0x10 0xffffffffffffffff 1 --virtual xunlong/orangepi-pc", "past the end"),
        ("aml memory read 1 0xffffffffffffffff - --virtual amlogic/ad401", "past the end"),
        ("fel memory fill 1 0x100000000 0 --virtual xunlong/orangepi-pc", "past the end"),
        ("fel memory read 0xffffffff 2 - --virtual xunlong/orangepi-pc", "past the end"),
        ("fel memory hexdump 0xffffffff 2 --virtual xunlong/orangepi-pc", "past the end"),
        ("fel memory readl 0xfffffffc --count 2 --virtual xunlong/orangepi-pc", "past the end"),
        (
            "fel memory readl 0 0 --count 0xffffffff --virtual xunlong/orangepi-pc",
            "too many registers",
        ),
    ] {
        run(arguments).bad(2, says);
    }
}

#[test]
fn no_board_is_an_exit_code_of_its_own() {
    let run = run("fel identify --port 99-1");
    assert_eq!(run.code, 3, "{}", run.stderr);
    assert!(run.stderr.contains("what to do:"), "{}", run.stderr);
}

#[test]
fn errors_are_json_too() {
    let folder = Folder::new();
    let file = folder.file("image", b"hello");
    let run = run(&format!("fel boot {file} --json {H3}"));
    let event = run.last_event();
    assert_eq!((run.code, run.stderr.as_str()), (6, ""));
    assert_eq!((event["event"].as_str(), event["exit"].as_u64()), (Some("error"), Some(6)));
    assert_eq!(event["code"], "input.image");
}

/// A long check of a file comes after a look at the board; its beginning is looked at before that.
#[test]
fn the_board_is_looked_at_before_a_long_check_of_a_file() {
    let folder = Folder::new();
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut packed, &[7; 1 << 20]).expect("memory takes it");
    let packed = packed.finish().expect("memory takes it");
    let cut = folder.file("cut.gz", &packed[..packed.len() - 8]);
    let empty = folder.file("empty", b"");
    for (command, nobody, unfit) in [
        ("rk disk write 0", 3, "--virtual radxa/rock-5b"),
        ("rk partition write boot", 3, "--virtual radxa/rock-5b"),
        ("aml disk write 0", 3, "--virtual khadas/vim1"),
        ("aml partition write boot", 3, "--virtual khadas/vim1"),
    ] {
        run(&format!("{command} {cut} --yes --port 9-9")).bad(nobody, "");
        run(&format!("{command} {empty} --yes --port 9-9")).bad(6, "empty");
        let other = run(&format!("{command} {cut} --yes {H3}")).bad(7, "is an Allwinner H3");
        assert!(!other.stderr.contains("cut.gz"), "{}", other.stderr);
        let stage = run(&format!("{command} {cut} --yes {unfit}")).bad(7, "");
        assert!(!stage.stderr.contains("cut.gz"), "{}", stage.stderr);
    }
    run(&format!("rk disk write 0 {cut} --yes --virtual radxa/rock-5b:mode=usbplug"))
        .bad(6, "cut.gz");
    run(&format!("aml disk write 0 {cut} --yes --virtual khadas/vim1:mode=uboot")).bad(6, "cut.gz");
}
