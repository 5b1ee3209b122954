//! A rack on the kernel: several boards at once, of three families, two of them alike.

use std::{fs, path::Path, process::Command};

use serde_json::Value;

use crate::{
    boards::Served,
    harness::{Case, cases},
    tool::{Folder, amlogic::g12, command, finish, loader, noise, run, text},
    world::{Background, soon},
};

pub(super) const CASES: &[Case] = cases![
    a_rack_is_provisioned_and_goes_on_where_a_board_was_missing,
    boards_that_were_swapped_between_slots_are_left_alone,
    fourteen_boards_at_once_need_little_memory,
];

/// KiB that a run of fourteen boards may take: 48 MiB, and what an unpacker of `xz -6` needs.
const WANTED: u64 = (48 + 8) << 10;

/// A manifest with files for the boards of a rack.
struct Rack {
    folder: Folder,
    disk: Vec<u8>,
}

impl Rack {
    fn of(nodes: &str) -> Self {
        let folder = Folder::new();
        let disk = noise(6 << 20, 59);
        folder.file("disk.img", &disk);
        let packed = Command::new("xz").arg("-k").arg(folder.path("disk.img")).status();
        assert!(packed.expect("xz is installed").success());
        folder.file("loader.bin", &loader("RK3588"));
        folder.file("fip.bin", &g12("g12b"));
        let payload = [&b"U-Boot SPL 2025.01"[..], &noise(4000, 1)].concat();
        let (version, backup) = (starfive::header::VERSION, starfive::header::BACKUP);
        let spl = starfive::header::wrap(&payload, version, backup).expect("it fits");
        folder.file("spl.bin", &spl);
        folder.file("uboot.itb", &fit::build::uboot("riscv", 0x4020_0000, &noise(9000, 2)));
        let manifest = format!("schema = 1\n[image.disk]\nfile = \"disk.img.xz\"\n{nodes}");
        folder.file("rack.toml", manifest.as_bytes());
        Self { folder, disk }
    }

    fn command(&self, arguments: &str) -> Command {
        let mut command = command(["provision", &text(&self.folder.path("rack.toml"))]);
        command.args(["--run", &text(&self.folder.path("run")), "--yes"]);
        command.args(arguments.split_whitespace());
        command
    }

    fn served(&self, boards: &[String]) -> Served {
        Served::start(&boards.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn emmc(&self, board: &str, port: &str) -> String {
        let file = text(&self.folder.path(port));
        format!("{board}:port={port},storage={file},size=64M")
    }

    fn is_written(&self, port: &str) -> bool {
        fs::read(self.folder.path(port)).expect("the eMMC's file").starts_with(&self.disk)
    }

    fn is_blank(&self, port: &str) -> bool {
        fs::read(self.folder.path(port)).expect("the eMMC's file").iter().all(|byte| *byte == 0)
    }
}

fn rock(name: &str, port: &str) -> String {
    format!(
        "[[node]]\nname = \"{name}\"\nboard = \"radxa/rock-5b\"\nport = \"{port}\"\nimage = \"disk\"\nwait = 5\n\
         [node.file]\nloader = \"loader.bin\"\n"
    )
}

fn states(result: &Value) -> Vec<String> {
    let nodes = result["nodes"].as_array().expect("nodes").iter();
    nodes.map(|node| node["state"].as_str().expect("a state").to_owned()).collect()
}

fn a_rack_is_provisioned_and_goes_on_where_a_board_was_missing() {
    let nodes = [
        rock("slot1", "1-3"),
        rock("slot2", "1-4"),
        "[[node]]\nname = \"slot3\"\nboard = \"khadas/vim3\"\nport = \"1-5\"\nimage = \"disk\"\n\
         [node.file]\nfip = \"fip.bin\"\n"
            .into(),
        "[image.spl]\nfile = \"spl.bin\"\n\
         [[node]]\nname = \"slot4\"\nboard = \"starfive/visionfive-2\"\nport = \"/dev/ttyUSB0\"\nimage = \"spl\"\nto = \"spi\"\n\
         [node.file]\nspl = \"spl.bin\"\nuboot = \"uboot.itb\"\n"
            .into(),
    ];
    let rack = Rack::of(&nodes.concat());
    let flash = text(&rack.folder.path("flash"));
    let boards = [
        rack.emmc("radxa/rock-5b", "1-3"),
        rack.emmc("khadas/vim3", "1-5"),
        format!("starfive/visionfive-2:port=1-6,storage={flash}"),
    ];
    let served = rack.served(&boards);
    assert!(soon(|| Path::new("/dev/ttyUSB0").exists()), "no serial port came");
    let first = finish(rack.command("--json").env("XDG_STATE_HOME", rack.folder.path("state")));
    assert_eq!(first.code, 3, "{}", first.stdout);
    let result = first.last_event();
    assert_eq!(states(&result), ["changed", "failed", "changed", "changed"], "{result}");
    assert!(rack.is_written("1-3") && rack.is_written("1-5"));
    let trace = rack.folder.path("run/slot2/trace.pcapng");
    assert!(!trace.exists(), "no board was there to talk to");

    let late = Served::start(&[&rack.emmc("radxa/rock-5b", "1-4")]);
    let second = finish(&mut rack.command("--json --resume"));
    assert_eq!(second.code, 0, "{}", second.stdout);
    let result = second.last_event();
    assert_eq!(states(&result), ["changed"; 4], "{result}");
    let before = |node: usize| result["nodes"][node]["before"] == true;
    assert!(before(0) && !before(1) && before(2) && before(3), "{result}");
    assert!(rack.is_written("1-4"));
    late.end();
    served.end();
    let flash = fs::read(flash).expect("it was saved");
    let spl = fs::read(rack.folder.path("spl.bin")).expect("the SPL");
    assert!(flash.starts_with(&spl), "the SPL is not in the flash");
    let lock = fs::read_to_string(rack.folder.path("rack.toml.lock")).expect("a lock file");
    assert!(lock.contains("[node.slot1]") && lock.contains("RK3588"), "{lock}");
}

/// A board of another size is at a node's port, and the node's own board at its neighbour's.
fn boards_that_were_swapped_between_slots_are_left_alone() {
    let rack = Rack::of(&(rock("slot1", "1-3") + &rock("slot2", "1-4")));
    {
        let _served = rack.served(&[
            rack.emmc("radxa/rock-5b", "1-3"),
            rack.emmc("radxa/rock-5b", "1-4").replace("64M", "32M"),
        ]);
        run(&format!("provision {} --yes", rack.folder.path("rack.toml").display())).good();
    }
    for port in ["1-3", "1-4"] {
        fs::remove_file(rack.folder.path(port)).expect("ours");
    }
    let _served = rack.served(&[
        rack.emmc("radxa/rock-5b", "1-3").replace("64M", "32M"),
        rack.emmc("radxa/rock-5b", "1-4"),
    ]);
    let again = finish(&mut rack.command("--json"));
    assert_eq!(again.code, 7, "{}", again.stdout);
    let result = again.last_event();
    for node in result["nodes"].as_array().expect("nodes") {
        let message = node["message"].as_str().expect("a message");
        assert!(message.contains("another board is at 1-"), "{node}");
        assert!(message.contains("its storage's length was"), "{node}");
        assert_eq!(node["retries"], 0, "{node}");
    }
    assert!(rack.is_blank("1-3") && rack.is_blank("1-4"));
}

/// What a process takes of this machine's memory, in KiB: what it has for itself, and what the kernel holds for its transfers.
/// Pages of its program are not counted: the kernel may drop them.
fn memory(process: u32) -> Option<u64> {
    let read = |name: &str| fs::read_to_string(format!("/proc/{process}/{name}")).ok();
    let status = read("status")?;
    let own = status.lines().find_map(|line| line.strip_prefix("RssAnon:"))?;
    let maps = read("maps")?;
    let transfers = maps.lines().filter(|line| line.contains("/dev/bus/usb/")).filter_map(|line| {
        let (start, end) = line.split_whitespace().next()?.split_once('-')?;
        let address = |text| u64::from_str_radix(text, 16).ok();
        Some((address(end)? - address(start)?) >> 10)
    });
    Some(own.split_whitespace().next()?.parse::<u64>().ok()? + transfers.sum::<u64>())
}

fn fourteen_boards_at_once_need_little_memory() {
    let ports: Vec<_> = (1..15).map(|port| format!("1-{port}")).collect();
    let nodes: String =
        ports.iter().map(|port| rock(&format!("slot{}", &port[2..]), port)).collect();
    let rack = Rack::of(&nodes);
    let boards: Vec<_> = ports.iter().map(|port| rack.emmc("radxa/rock-5b", port)).collect();
    let _served = rack.served(&boards);
    let mut run = Background::start(&mut rack.command("--quiet"));
    let mut most = 0;
    while !run.has_ended() {
        most = most.max(memory(run.id()).unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert_eq!(run.end(), Some(0));
    assert!(ports.iter().all(|port| rack.is_written(port)));
    println!("fourteen boards from one .xz: {most} KiB");
    assert!((1..=WANTED).contains(&most), "{most} KiB");
}
