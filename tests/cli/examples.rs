//! Every example that a command's help ends with, run as it stands there; boards are simulated, and files made up.

use std::process::{Command, Stdio};

use clap::Command as Clap;
use racklet_flash::cli;

use crate::{
    amlogic_storage,
    line::{agent, bytes, fit, raw_spl, spl},
    tool::{
        Folder, amlogic, image, noise,
        rockchip::{flash_loader, package},
        text,
    },
};

/// A command and the lines of its examples.
struct Examples {
    path: Vec<String>,
    lines: Vec<String>,
    /// Whether it uses a board, and whether it may ask.
    uses: (bool, bool),
}

impl Examples {
    fn starts_with(&self, words: &[&str]) -> bool {
        self.path.len() >= words.len() && self.path.iter().zip(words).all(|(a, b)| a == b)
    }
}

impl Examples {
    /// A line of it, with the storage of its simulated board in a file.
    fn placed(&self, line: &str, storage: &str) -> String {
        match self.uses.0 && !self.starts_with(&["list"]) {
            true => kept(line, storage),
            false => line.to_owned(),
        }
    }
}

/// The commands that have no commands below them, with their examples.
fn all() -> Vec<Examples> {
    let mut found = Vec::new();
    collect(&cli::command(), &mut Vec::new(), &mut found);
    found
}

fn collect(clap: &Clap, path: &mut Vec<String>, found: &mut Vec<Examples>) {
    let shown = || clap.get_subcommands().filter(|sub| !sub.is_hide_set());
    if shown().next().is_none() {
        let help = clap.get_after_long_help().or_else(|| clap.get_after_help());
        let text = help.map(ToString::to_string).unwrap_or_default();
        let lines = text.lines().filter_map(|line| line.trim().strip_prefix("racklet-flash "));
        let lines = lines.map(str::to_owned).collect();
        // What a command has no use for is hidden in it.
        let uses = |id: &str| !clap.get_arguments().any(|arg| arg.get_id() == id);
        let uses = (uses("virtual_boards"), uses("yes"));
        found.push(Examples { path: path.clone(), lines, uses });
    }
    for sub in shown() {
        path.push(sub.get_name().to_owned());
        collect(sub, path, found);
        path.pop();
    }
}

/// Examples that wait for a signal, and what a test of its own shows.
const WAITING: [&[&str]; 1] = [&["virtual", "serve"]];

#[test]
fn every_command_has_two_examples_in_its_help() {
    let few: Vec<_> = all()
        .iter()
        .filter(|of| of.lines.len() < 2)
        .map(|of| format!("{}: {}", of.path.join(" "), of.lines.len()))
        .collect();
    assert!(few.is_empty(), "fewer than two examples:\n{}", few.join("\n"));
}

#[test]
fn every_example_works() {
    let mut failed = Vec::new();
    for examples in all() {
        if WAITING.iter().any(|path| examples.starts_with(path)) {
            continue;
        }
        for line in &examples.lines {
            failed.extend(problem(&examples, line));
        }
    }
    assert!(failed.is_empty(), "{} examples fail:\n{}", failed.len(), failed.join("\n\n"));
}

/// Runs an example in a folder with the files that it names. What is wrong with it.
fn problem(examples: &Examples, line: &str) -> Option<String> {
    let folder = Folder::new();
    let storage = text(&folder.path("storage"));
    let before = preparation(&examples.placed(line, &storage), &storage);
    let words = before.iter().map(String::as_str).chain([line]).flat_map(str::split_whitespace);
    for word in words.filter(|word| !word.contains("storage=")) {
        make(&folder, word.rsplit('=').next().unwrap_or(word));
    }
    let more = board(examples, line);
    let (line, more) = (examples.placed(line, &storage), kept(&more, &storage));
    for before in before {
        let more = if before.contains("--virtual") { "--yes" } else { &more };
        let (code, said) = run(&folder, &before, more);
        if code != 0 {
            return Some(format!("{before}\n  before {line}\n  exit {code}: {said}"));
        }
    }
    let (code, said) = run(&folder, &line, &more);
    // What is plugged into the machine that the tests run on is its own affair.
    let real = examples.starts_with(&["doctor"])
        || examples.starts_with(&["list"]) && !line.contains("--virtual");
    let good = code == 0 || real;
    (!good).then(|| format!("{line}\n  with {more}\n  exit {code}: {said}"))
}

/// The same with the storage of a simulated board in a file, small enough to be read whole.
fn kept(line: &str, storage: &str) -> String {
    let mut is_board = false;
    let words = line.split_whitespace().map(|word| {
        let more = match word.split_once('/') {
            Some(("radxa", _)) => format!("storage={storage},size=16M"),
            // Its U-Boot has partitions farther behind.
            Some(("khadas", _)) => format!("storage={storage},size=160M"),
            Some(("xunlong", model)) if model.starts_with("orangepi-zero3") => {
                format!("spi-nor={storage}")
            }
            Some(("xunlong", _)) => format!("sd={storage},size=16M"),
            Some(("bananapi", "m2-ultra")) => format!("emmc={storage},size=16M"),
            Some(("starfive" | "bananapi" | "sipeed" | "milkv", _)) => format!("storage={storage}"),
            _ => String::new(),
        };
        let at = std::mem::replace(&mut is_board, word == "--virtual");
        match at && !more.is_empty() && !word.contains("storage=") {
            true => format!("{word}{}{more}", if word.contains(':') { "," } else { ":" }),
            false => word.to_owned(),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A line in a shell, with `more` arguments before its own.
fn run(folder: &Folder, line: &str, more: &str) -> (i32, String) {
    // A simulated board is at no port.
    let mut words: Vec<_> = line.split_whitespace().collect();
    while more.contains("--virtual")
        && let Some(at) = words.iter().position(|word| *word == "--port" || *word == "-p")
    {
        words.drain(at..at + 2);
    }
    let script = format!("\"$BINARY\" {more} {}", words.join(" "));
    let output = Command::new("sh")
        .args(["-c", &script])
        .env("BINARY", env!("CARGO_BIN_EXE_racklet-flash"))
        .env("XDG_STATE_HOME", folder.path("state"))
        .current_dir(folder.path(""))
        .stdin(Stdio::null())
        .output()
        .expect("a shell starts");
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// The options that put a simulated board where the example has a real one.
fn board(examples: &Examples, line: &str) -> String {
    let (board, asks) = examples.uses;
    let name = match examples.path.first().map(String::as_str) {
        _ if !board || ["--virtual", "--demo"].iter().any(|option| line.contains(option)) => "",
        Some("fel") if line.contains("--on emmc") => "--virtual bananapi/m2-ultra",
        Some("fel") if line.contains("spiflash") => "--virtual xunlong/orangepi-zero3",
        Some("fel") => "--virtual xunlong/orangepi-pc",
        Some("rockchip" | "flash" | "recover" | "verify" | "backup") => "--virtual radxa/rock-5b",
        Some("amlogic") => amlogic_board(&examples.path[1], line),
        Some("fastboot") => fastboot_board(&examples.path[1], line),
        Some("starfive") => "--virtual starfive/visionfive-2",
        Some("bouffalo") => "--virtual sipeed/m1s-dock",
        Some("thead") => "--virtual milkv/meles-uart",
        Some("serial") if examples.path[1] == "send" => "--virtual starfive/visionfive-2",
        Some("serial") => "--virtual starfive/visionfive-2:stage=uboot",
        _ => "",
    };
    if asks { format!("--yes {name}") } else { name.into() }
}

/// The board in the stage that an example needs.
fn amlogic_board(command: &str, line: &str) -> &'static str {
    match command {
        "boot" if line.contains("signed") => "--virtual generic/s905x4-box",
        "boot" if ["--script", "--mainline"].iter().any(|option| line.contains(option)) => {
            "--virtual khadas/vim1:uboot=mainline"
        }
        "password" => "--virtual khadas/vim1:password=secret",
        "identify" | "boot" | "package" => "--virtual khadas/vim1",
        _ => "--virtual khadas/vim1:mode=uboot",
    }
}

/// The board that an example needs.
fn fastboot_board(command: &str, line: &str) -> &'static str {
    match command {
        "boot" if line.contains("FSBL") => "--virtual bananapi/f3",
        "upload" => "--virtual bananapi/f3:mode=uboot,staged=on",
        "partition" if line.contains("rootfs") || line.contains("env") => {
            "--virtual bananapi/f3:mode=uboot"
        }
        _ => "--virtual sipeed/licheepi-4a:mode=uboot",
    }
}

/// What has to be done before: partitions are in a table, and storage is compared with what was written to it.
fn preparation(line: &str, storage: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let in_table = line.contains(" partition ") && !line.contains(" table ");
    if in_table && !line.starts_with("fastboot") {
        let file = if line.contains("storage=disk.img") { "disk.img" } else { storage };
        let size = if line.starts_with("amlogic") { "160M" } else { "16M" };
        let board = format!("--virtual radxa/rock-5b:mode=usbplug,size={size},storage={file}");
        lines.push(format!("rk partition table parameter.txt {board}"));
    }
    match line.split_once("verify ") {
        Some(("", rest)) => lines.push(format!("flash {rest}")),
        Some((lead, rest)) if !lead.contains("--") => lines.push(format!("{lead}write {rest}")),
        _ => {}
    }
    lines
}

const RACK: &str = "\
schema = 1
[image.disk]
file = \"disk.img\"
[[node]]
name = \"tray1-slot1\"
group = \"tray1\"
board = \"radxa/rock-5b\"
port = \"1-1.1\"
image = \"disk\"
";

const PARAMETER: &[u8] =
    b"TYPE: GPT\nCMDLINE: mtdparts=rk29xxnand:0x400@0x1000(boot),-@0x2000(rootfs:grow)\n";

/// Makes the file that an example names, and those that belong to it; what is no file of an example is left alone.
fn make(folder: &Folder, name: &str) {
    let disk = || noise(300 * 512, 1);
    let loader = || flash_loader("3588", true, 5);
    let bytes = match name {
        "disk.img" | "boot.img" | "logo.img" => disk(),
        "u-boot.bin" => [amlogic::gx().0, amlogic::gx().1].concat(),
        "u-boot.bin.usb.bl2" => amlogic::gx().0,
        "u-boot.bin.usb.tpl" => amlogic::gx().1,
        "u-boot.bin.usb.signed" | "u-boot.bin.signed" => amlogic::signed("s905x4"),
        "aml_upgrade_package.img" => amlogic_storage::package("khadas/vim1"),
        "bl808-firmware.bin" => noise(20_000, 3),
        "iw-single-line.bin" => noise(600, 9),
        "boot.scr" => fel::uimage::script("echo hello"),
        "password.bin" => b"secret".to_vec(),
        "parameter.txt" => PARAMETER.to_vec(),
        // For boards with several SoCs: it does not say for which one it is.
        "u-boot-sunxi-with-spl.bin" => image(0x6000, 20_000, None),
        "flash.cmd" => b"mmc dev 0 && mmc write 0x50000000 0 0x8000".to_vec(),
        "card.img" | "Image" | "board.dtb" | "boot.ext4" | "rootfs.ext4" | "FSBL.bin" => disk(),
        "u-boot-spl.bin" => raw_spl(9000),
        "u-boot-spl.bin.normal.out" => spl(9000),
        "u-boot.itb" => fit(9000),
        "bootloader.bin.out" | "ddrinit.bin.out" => starfive::header::jh7100::wrap(&bytes(3000)),
        "jh7100_recovery_boot.bin" => bytes(4000),
        name if name.starts_with("jh7110-recovery-") => agent(),
        "rack.toml" => {
            folder.file("disk.img", &disk());
            RACK.into()
        }
        "my-board.toml" => {
            let guide = include_str!("../../docs/boards.md").split("```toml").nth(1);
            guide.and_then(|rest| rest.split("```").next()).expect("an example").into()
        }
        "update.img" => {
            let table = rockusb::parameter::wrap(PARAMETER).expect("short");
            package(&loader(), &[("parameter", table, 0), ("boot", noise(9000, 2), 0x1000)])
        }
        "idbloader.img" => {
            let file = loader();
            let loader = rockusb::loader::Loader::parse(&file).expect("sound");
            rockusb::idb::IdBlock::of(&loader).expect("it has one").bytes
        }
        name if name.starts_with("u-boot-with-spl-") => disk(),
        name if name.starts_with("rk3588_spl_loader") => loader(),
        name if name.ends_with(".img.xz") => xz(&disk()),
        name if name.ends_with("MINIALL.ini") => return recipe(folder, name),
        _ => return,
    };
    folder.file(name, &bytes);
}

/// A recipe as rkbin's are, with its blobs: paths in it are seen from the tree's root.
fn recipe(folder: &Folder, name: &str) {
    let path = folder.path(name);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    for (blob, length) in
        [("ddr.bin", 70_001), ("usbplug.bin", 100_000), ("data.bin", 8192), ("boot.bin", 20_480)]
    {
        folder.file(blob, &[b"RK35", &noise(length, length as u32)[..]].concat());
    }
    let text = "[CHIP_NAME]\nNAME=RK3588\n[VERSION]\nMAJOR=1\nMINOR=12\n[CODE471_OPTION]\nNUM=1\nPath1=ddr.bin\n\
        [CODE472_OPTION]\nNUM=1\nPath1=usbplug.bin\n[LOADER_OPTION]\nNUM=2\nLOADER1=FlashData\nLOADER2=FlashBoot\n\
        FlashData=data.bin\nFlashBoot=boot.bin\n[OUTPUT]\nPATH=made.bin\n[SYSTEM]\nNEWIDB=true\n\
        [FLAG]\n471_RC4_OFF=true\nRC4_OFF=true\n";
    std::fs::write(path, text).expect("written");
}

fn xz(bytes: &[u8]) -> Vec<u8> {
    let mut child = Command::new("xz")
        .args(["-c"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("xz starts");
    let mut stdin = child.stdin.take().expect("it was piped");
    let bytes = bytes.to_vec();
    let writer = std::thread::spawn(move || std::io::Write::write_all(&mut stdin, &bytes));
    let output = child.wait_with_output().expect("xz ends");
    writer.join().expect("no panic").expect("xz reads");
    output.stdout
}
