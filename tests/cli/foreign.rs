//! Text that devices, files and users supply: nothing of it reaches the terminal as it is, and JSON keeps all of it.

use std::{fs, io::Write, process::Command, thread, time::Duration};

use amlogic::package::{Build, Content};
use link::is_control;
use rockusb::{
    chips,
    gpt::{Guid, Partition, Table},
    loader::{Blob, Header, Kind, Pack},
    wire::Area,
};

use crate::{
    line,
    tool::{Folder, Run, command, finish, image, noise, text},
};

/// Clears the screen, rings, goes back, begins a line of its own, and turns the direction of writing.
const NASTY: &str = "n\x1b[2J\x07\r\nFORGED\u{9b}\u{202e}\u{2066}";

/// Neither stream has anything in it that a terminal obeys, nor a line that is not ours.
#[track_caller]
fn is_clean(run: &Run, what: &str) {
    for said in [&run.stdout, &run.stderr] {
        let bad = said.chars().find(|c| *c != '\n' && is_control(*c));
        assert!(bad.is_none(), "{what}: {bad:?} in {said:?}");
        assert!(!said.lines().any(|line| line.starts_with("FORGED")), "{what}: {said:?}");
    }
}

/// Runs a command for people and for scripts; what the latter were told.
#[track_caller]
fn both(arguments: &[&str]) -> String {
    let people = finish(&mut command(arguments));
    is_clean(&people, &format!("{arguments:?}"));
    let mut scripts = command(arguments);
    let scripts = finish(scripts.arg("--json"));
    is_clean(&scripts, &format!("{arguments:?} --json"));
    scripts.events().iter().map(|event| format!("{event:#}\n{}\n", strings(event))).collect()
}

/// All strings of a value, as they are.
fn strings(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(text) => format!("{text}\n"),
        serde_json::Value::Array(list) => list.iter().map(strings).collect(),
        serde_json::Value::Object(map) => map.values().map(strings).collect(),
        _ => String::new(),
    }
}

#[test]
fn names_in_partition_tables() {
    let folder = Folder::new();
    let partition = Partition {
        name: NASTY.into(),
        kind: Guid([2; 16]),
        id: Guid([3; 16]),
        first: 8192,
        last: 16383,
        attributes: 0,
    };
    let table = Table { disk: Guid([1; 16]), partitions: vec![partition] };
    let (head, tail) = table.build(131_072).expect("a table");
    let mut disk = head;
    disk.resize(64 << 20, 0);
    let end = disk.len() - tail.len();
    disk[end..].copy_from_slice(&tail);
    let file = folder.file("disk", &disk);
    let storage = folder.file("emmc", &disk);
    let board = format!("radxa/rock-5b:mode=usbplug,storage={storage}");
    let out = text(&folder.path("out"));
    assert!(
        both(&["rk", "partition", "list", "--virtual", &board]).contains(NASTY),
        "the name is lost"
    );
    let shown = link::Foreign(NASTY).to_string();
    assert!(both(&["image", "info", &file]).contains(&shown), "the name is lost");
    both(&["rk", "partition", "read", "nope", &out, "--virtual", &board]);
    both(&["rk", "partition", "read", NASTY, &out, "--virtual", &board, "--dry-run"]);
    both(&["rk", "partition", "write", "nope", &file, "--yes", "--virtual", &board]);
    both(&["rk", "partition", "write", NASTY, &file, "--yes", "--virtual", &board]);
    both(&["rk", "disk", "write", "0", &file, "--virtual", &board]);
    both(&["rk", "partition", "table", &file, "--yes", "--virtual", &board]);
}

#[test]
fn names_in_loaders_and_packages() {
    let folder = Folder::new();
    let blob = |area, start: &[u8], length| {
        let mut data = noise(length, 5);
        data[..start.len()].copy_from_slice(start);
        Blob { kind: Kind::Download(area), name: NASTY.into(), delay: Duration::ZERO, data }
    };
    let blobs = vec![blob(Area::Sram, b"RKNS", 2048), blob(Area::Dram, b"", 9000)];
    let chip = chips::code_of("RK3588").expect("a code");
    let header =
        Header { new: true, chip, plain_wire: true, plain_flash: true, ..Header::default() };
    let loader = Pack { header, align: 2048, blobs }.build().expect("it packs");
    let file = folder.file("loader", &loader);
    assert!(both(&["rk", "loader", "info", &file]).contains(NASTY), "the name is lost");
    both(&["rk", "loader", "unpack", &file, &text(&folder.path("unpacked"))]);
    both(&["rk", "boot", &file, "--virtual", "radxa/rock-5b"]);
    both(&["rk", "upgrade-loader", &file, "--yes", "--virtual", "radxa/rock-5b:mode=usbplug"]);

    let images = [("parameter", b"PARM".to_vec(), 0), (NASTY, noise(3000, 1), 0x4000)];
    let package = folder.file("package", &crate::tool::rockchip::package(&loader, &images));
    both(&["rk", "package", "info", &package]);
    both(&["rk", "package", "flash", &package, "--yes", "--virtual", "radxa/rock-5b"]);

    let contents = vec![Content::new(NASTY, NASTY, noise(300, 1))];
    let build = Build { version: 2, align: 4, contents };
    let package = folder.file("burning", &build.build());
    both(&["aml", "package", "info", &package]);
    both(&["aml", "package", "flash", &package, "--yes", "--virtual", "khadas/vim1"]);
}

#[test]
fn what_boards_answer() {
    let folder = Folder::new();
    // A U-Boot whose version is an order to the terminal.
    let hex = |text: &str| text.bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
    let ask = |question: &str, answer: &[u8]| {
        let answer: String = answer.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("> {}\n< 4f4b4159{answer}\n", hex(question))
    };
    let identify = [6, 0, 0, 16, 0, 0, 0, 0];
    let session = [
        "# origin: synthetic\nid 1b8e:c004 out=01 in=81 mps=512\n".to_owned(),
        ask("getvar:identify", &identify),
        ask("getvar:soctype", &[0x32, 0, 0, 0, 10, 0, 0, 0]),
        ask("getvar:identify", &identify),
        ask("getvar:serialno", NASTY.as_bytes()),
        ask("getvar:soctype", &[0x32, 0, 0, 0, 10, 0, 0, 0]),
        ask("getvar:secureboot", &[0, 0, 0, 0]),
        ask("getvar:bootloader-version", NASTY.as_bytes()),
    ];
    let file = folder.file("session", session.concat().as_bytes());
    let told = both(&["aml", "identify", "--replay", &file]);
    assert!(told.contains(NASTY), "the version is lost: {told}");
    // A recording that is none.
    let file = folder.file("none", format!("id {NASTY}\n{NASTY}").as_bytes());
    both(&["fel", "identify", "--replay", &file]);
    both(&["serial", "uboot", "version", "--replay", &file]);
}

#[test]
fn what_a_serial_line_says() {
    let folder = Folder::new();
    let (spl, uboot) =
        (folder.file("spl", &line::spl(5000)), folder.file("uboot", &line::fit(9000)));
    let (master, _end, port) = crate::tool::pty::pty();
    let mut board = master.try_clone().expect("a descriptor");
    thread::spawn(move || {
        while board.write_all(format!("U-Boot SPL 2025.01 {NASTY}{NASTY}\r\n").as_bytes()).is_ok() {
            thread::sleep(Duration::from_millis(50));
        }
    });
    let boot = ["starfive", "boot", &spl, &uboot, "--wait", "1", "--port", &port];
    let run = finish(&mut command(boot));
    is_clean(&run, "starfive boot");
    assert!(run.stderr.contains("FORGED"), "it is shown what the board said: {}", run.stderr);
    is_clean(&finish(command(boot).arg("--json")), "starfive boot --json");
}

#[test]
fn names_in_images() {
    let folder = Folder::new();
    let file = folder.file("image", &image(5000, 9000, Some(NASTY)));
    both(&["image", "info", &file]);
    both(&["fel", "boot", &file, "--virtual", "xunlong/orangepi-pc"]);
    both(&["fel", "spl", &file, "--virtual", "mangopi/mq-quad"]);
    let script = fel::uimage::image(b"echo", 0, fel::uimage::SCRIPT, NASTY);
    both(&["image", "info", &folder.file("script", &script)]);
    let recipe = format!("[CHIP_NAME]\nNAME={NASTY}\n[OUTPUT]\nPATH={NASTY}\n");
    both(&["rk", "loader", "pack", &folder.file("recipe", recipe.as_bytes())]);
    let parameter =
        format!("CMDLINE: mtdparts=rk29xxnand:0x1000@0x1000({NASTY})\n{NASTY}: {NASTY}\n");
    let parameter = folder.file("parameter", parameter.as_bytes());
    both(&[
        "rk",
        "partition",
        "table",
        &parameter,
        "--yes",
        "--virtual",
        "radxa/rock-5b:mode=usbplug",
    ]);
}

#[test]
fn arguments_and_files_of_the_user() {
    let folder = Folder::new();
    let there = folder.file(NASTY, b"no image at all");
    let missing = text(&folder.path(&format!("{NASTY}missing")));
    let board = "radxa/rock-5b:mode=usbplug";
    for file in [there.as_str(), missing.as_str()] {
        both(&["image", "info", file]);
        both(&["rk", "disk", "write", "0", file, "--virtual", board]);
        both(&["rk", "disk", "write", "0", file, "--dry-run"]);
        both(&["rk", "boot", file]);
        both(&["rk", "loader", "info", file]);
        both(&["rk", "loader", "pack", file]);
        both(&["rk", "package", "info", file]);
        both(&["rk", "partition", "table", file]);
        both(&["rk", "identify", "--loader", file]);
        both(&["fel", "write", "0", file, "--dry-run"]);
        both(&["fel", "boot", file]);
        both(&["fel", "identify", "--replay", file]);
        both(&[
            "fel",
            "identify",
            "--trace",
            &format!("{file}/x"),
            "--virtual",
            "xunlong/orangepi-pc",
        ]);
        both(&["aml", "boot", file]);
        both(&["aml", "package", "info", file]);
        both(&["starfive", "boot", file, file]);
        both(&["starfive", "header", "check", file]);
        both(&["serial", "send", file]);
        both(&["serial", "uboot", "version", "--port", file]);
        both(&["rk", "identify", "--virtual", &format!("radxa/rock-5b:storage={file}")]);
    }
    for arguments in [
        &[NASTY][..],
        &["rk", NASTY],
        &["boards", NASTY],
        &["man", NASTY],
        &["list", "--port", NASTY],
        &["list", "--wait", NASTY],
        &["list", &format!("--{NASTY}")],
        &["list", "--virtual", NASTY],
        &["list", "--virtual", &format!("radxa/rock-5b:{NASTY}={NASTY}")],
        &["fel", "--soc", NASTY, "identify"],
        &["aml", "--soc", NASTY, "identify"],
        &["rk", "--on", NASTY, "identify"],
        &["rk", "reset", NASTY],
        &["rk", "disk", "write", NASTY, NASTY],
        &["fel", "memory", "readl", NASTY],
        &["aml", "command", NASTY, "--dry-run"],
        &["completions", NASTY],
        &["virtual", "serve", "--listen", NASTY],
        &["serial", "console", "--expect", NASTY, "--dry-run"],
        &["serial", "uboot", NASTY, "--dry-run"],
    ] {
        both(arguments);
    }
    let mut qemu = command(["fel", "identify", "--virtual", "xunlong/orangepi-pc:engine=qemu"]);
    is_clean(&finish(qemu.env("RACKLET_FLASH_QEMU", NASTY)), "an environment variable");
}

/// The last argument is not even text.
#[test]
fn arguments_that_are_no_text() {
    use std::os::unix::ffi::OsStrExt;
    let argument = std::ffi::OsStr::from_bytes(b"\xff\x1b[2J\n\x9b");
    for first in [&["image", "info"][..], &["list", "--port"], &[]] {
        let mut command: Command = command(first);
        is_clean(&finish(command.arg(argument)), &format!("{first:?}"));
    }
}

#[test]
fn what_devices_call_themselves() {
    let folder = Folder::new();
    let set = |path: &str, text: &str| {
        let path = folder.path(path);
        fs::create_dir_all(path.parent().expect("below the folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    for (name, ids) in
        [("usb1", ["1d6b", "0002"]), ("1-1", ["0bda", "5411"]), ("1-1.1", ["2207", "350b"])]
    {
        let key = |key: &str| format!("sys/bus/usb/devices/{name}/{key}");
        set(&key("idVendor"), ids[0]);
        set(&key("idProduct"), ids[1]);
        set(&key("busnum"), "1");
        set(&key("devnum"), &name.len().to_string());
        set(&key("speed"), if name == "1-1.1" { "12" } else { NASTY });
        set(&key("bDeviceClass"), if name == "1-1.1" { "00" } else { "09" });
        set(&key("bDeviceProtocol"), "01");
        set(&key("product"), NASTY);
        set(&key("serial"), NASTY);
        set(&key("power/control"), "auto");
    }
    set("etc/passwd", &format!("{NASTY}:x:1000:1000::/:/bin/sh\n"));
    set("etc/udev/rules.d/10-x.rules", &format!("# {NASTY}\nATTR{{idVendor}}==\"2207\"{NASTY}"));
    set("proc/5/comm", NASTY);
    both(&["doctor", "--root", &text(&folder.path(""))]);
}
