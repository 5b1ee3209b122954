//! `flash`, `verify` and `backup` on the kernel: a board is found, proven, brought up and written by its name, and one
//! that was swapped is noticed.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::Stdio,
};

use crate::{
    boards::Served,
    harness::{Case, cases},
    tool::{Folder, check_event, command, loader, noise, run, text},
    usbmon::Events,
    world::{Background, leaves, soon},
};

pub(super) const CASES: &[Case] = cases![
    a_board_is_flashed_from_its_mask_rom,
    a_card_is_flashed_over_fel_alone,
    another_board_at_the_port_is_noticed,
    two_boards_that_fit_are_listed,
    a_board_that_is_swapped_while_it_starts_is_left_alone,
    storage_is_compared_and_read_by_the_boards_name,
    boards_are_listed_with_their_stages_and_names,
    what_comes_and_goes_is_watched,
    a_board_needs_little_of_the_kernels_memory,
];

/// A ROCK 5B in its mask ROM whose eMMC is in a file of the folder.
fn rock(folder: &Folder, emmc: &str, size: &str) -> String {
    let emmc = text(&folder.path(emmc));
    format!("radxa/rock-5b:port=1-3,storage={emmc},size={size}")
}

/// Where our command remembers ports, in a folder that each case has of its own.
fn remembered() -> PathBuf {
    Path::new(&env::var_os("XDG_STATE_HOME").expect("the harness sets it")).join("racklet-flash")
}

/// The arguments that flash an image by way of a loader.
fn flash(folder: &Folder, data: &[u8]) -> String {
    let image = folder.file("disk.img", data);
    format!("flash rock-5b {image} {} --yes", with_loader(folder))
}

fn with_loader(folder: &Folder) -> String {
    format!("--file loader={}", folder.file("loader.bin", &loader("RK3588")))
}

fn is_written(folder: &Folder, emmc: &str, data: &[u8]) -> bool {
    fs::read(folder.path(emmc)).expect("the eMMC's file").starts_with(data)
}

fn is_blank(folder: &Folder, emmc: &str) -> bool {
    fs::read(folder.path(emmc)).expect("the eMMC's file").iter().all(|byte| *byte == 0)
}

/// What `list` knows of the board at a port.
fn listed(port: &str, key: &str) -> serde_json::Value {
    let event = run("list --json").good().last_event();
    let boards = event["boards"].as_array().expect("a list");
    let board = boards.iter().find(|board| board["port"] == port);
    board.map_or(serde_json::Value::Null, |board| board[key].clone())
}

fn a_board_is_flashed_from_its_mask_rom() {
    let folder = Folder::new();
    let _served = Served::start(&[&rock(&folder, "emmc", "64M")]);
    let data = noise(8 << 20, 41);
    let flash = flash(&folder, &data);
    let event = run(&format!("{flash} --json")).good().last_event();
    for key in ["verified", "restarted"] {
        assert_eq!(event[key], true, "{event}");
    }
    assert_eq!((&event["bytes"], &event["port"]), (&data.len().into(), &"1-3".into()), "{event}");
    assert!(is_written(&folder, "emmc", &data));
    // What was written starts no board: it is in its mask ROM again, and takes the loader once more.
    let back = || listed("1-3", "stage") == "mask-rom";
    assert!(soon(back), "{}", run("list").stdout);
    let known = fs::read_to_string(remembered().join("ports.toml"));
    let known = known.expect("the port is remembered");
    for word in ["1-3", "radxa/rock-5b", "RK3588", "131072"] {
        assert!(known.contains(word), "{word}: {known}");
    }
    let event = run(&format!("{flash} --if-different --json")).good().last_event();
    assert_eq!(event["already_there"], data.len(), "{event}");
}

/// A board that starts no boot loader: an agent in its SRAM writes the card. The R40 has the same USB ids.
fn a_card_is_flashed_over_fel_alone() {
    let folder = Folder::new();
    let data = noise(1_500_160, 59);
    let (image, card) = (folder.file("disk.img", &data), text(&folder.path("card")));
    let nezha = format!("allwinner/nezha-d1:port=1-3,sd={card},size=2M");
    let flash = |more: &str| run(&format!("flash nezha-d1 {image} --yes --json {more}"));
    {
        let _served = Served::start(&["bananapi/m2-ultra:port=1-3"]);
        flash("").json_bad(7, "R40");
    }
    let served = Served::start(&[&nezha]);
    let done = flash("--no-reset").good().last_event();
    assert_eq!(
        (&done["verified"], &done["bytes"], &done["port"]),
        (&true.into(), &data.len().into(), &"1-3".into()),
        "{done}"
    );
    run(&format!("verify nezha-d1 {image}")).good();
    let dump = folder.path("dump");
    run(&format!("backup nezha-d1 {}", text(&dump))).good();
    run("recover nezha-d1").bad(7, "no boot loader can be started from memory");
    served.end();
    assert!(is_written(&folder, "card", &data));
    assert!(fs::read(&dump).expect("the dump") == fs::read(folder.path("card")).expect("the card"));
    // The watchdog restarts the board, and it leaves FEL for its card.
    let _served = Served::start(&[&nezha]);
    let again = flash("--if-different").good().last_event();
    assert_eq!(
        (&again["already_there"], &again["restarted"]),
        (&data.len().into(), &true.into()),
        "{again}"
    );
    leaves("1-3");
}

fn another_board_at_the_port_is_noticed() {
    let folder = Folder::new();
    let data = noise(1 << 20, 43);
    let flash = flash(&folder, &data);
    {
        let _served = Served::start(&[&rock(&folder, "emmc", "64M")]);
        run(&flash).good();
    }
    let _served = Served::start(&[&rock(&folder, "other", "32M")]);
    run(&flash)
        .bad(7, "another board is at 1-3 than before")
        .bad(7, "its storage's length was 131072 and is 65536")
        .bad(7, "--new-board");
    assert!(is_blank(&folder, "other"));
    run(&format!("{flash} --new-board")).good();
    assert!(is_written(&folder, "other", &data));
    // It is the one that is known now.
    let back = || listed("1-3", "stage") == "mask-rom";
    assert!(soon(back), "{}", run("list").stdout);
    run(&flash).good();
}

fn two_boards_that_fit_are_listed() {
    let folder = Folder::new();
    let twin = text(&folder.path("twin"));
    let twin = format!("radxa/rock-5b:port=1-4,storage={twin},size=64M");
    let _served = Served::start(&[&rock(&folder, "emmc", "64M"), &twin]);
    let data = noise(1 << 20, 47);
    let flash = flash(&folder, &data);
    run(&flash).bad(3, "at the ports 1-3, 1-4").bad(3, "--port");
    assert!(is_blank(&folder, "emmc") && is_blank(&folder, "twin"));
    run(&format!("{flash} --port 1-4")).good();
    assert!(is_written(&folder, "twin", &data) && is_blank(&folder, "emmc"));
}

/// Somebody pulls the board while its loader starts, and plugs another one in.
fn a_board_that_is_swapped_while_it_starts_is_left_alone() {
    let folder = Folder::new();
    let flash = flash(&folder, &noise(1 << 20, 53)) + " --json";
    for (other, who) in [("xunlong/orangepi-pc", "1f3a:efe8"), ("radxa/rock-4d", "RK3576")] {
        let served = Served::start(&[&(rock(&folder, "emmc", "64M") + ",usbplug=lost")]);
        let mut run = command(flash.split_whitespace());
        run.stdout(Stdio::piped());
        let mut run = Background::start(&mut run);
        let said = run.stdout();
        leaves("1-3");
        drop(served);
        let events = Events::start(1, "swapped");
        let _served = Served::start(&[&format!("{other}:port=1-3")]);
        let said = std::io::read_to_string(said).expect("text");
        assert_eq!(run.end(), Some(7), "{other}: {said}");
        assert!(said.contains("board.swapped"), "{other}: {said}");
        assert!(said.contains(who) && said.contains("nothing was sent to it"), "{other}: {said}");
        let events = events.stop();
        assert!(events.contains(" S C"), "the kernel itself asked {other} who it is: {events}");
        assert!(!events.contains(" S B"), "{other} was sent something: {events}");
        assert!(is_blank(&folder, "emmc"), "{other}");
    }
    assert!(!remembered().exists());
}

fn storage_is_compared_and_read_by_the_boards_name() {
    let folder = Folder::new();
    let data = noise(16 << 20, 59);
    folder.file("emmc", &data);
    let _served = Served::start(&[&rock(&folder, "emmc", "16M")]);
    let (loader, out) = (with_loader(&folder), folder.path("out.img"));
    let event = run(&format!("backup rock-5b {} {loader} --json", out.display()));
    assert_eq!(event.good().last_event()["bytes"], data.len());
    assert!(fs::read(&out).expect("the backup") == data);
    // usbplug runs by now, and no loader is asked for.
    run(&format!("verify rock-5b {}", out.display())).good();
    let mut other = data.clone();
    other[5 << 20] ^= 1;
    let other = folder.file("other.img", &other);
    run(&format!("verify rock-5b {other}")).bad(5, "differs from sector 10240 on");
    assert!(fs::read(folder.path("emmc")).expect("the eMMC's file") == data);
}

fn boards_are_listed_with_their_stages_and_names() {
    let _served = Served::start(&[
        "radxa/rock-5b:port=1-3",
        "radxa/rock-4d:port=1-4,mode=usbplug",
        "khadas/vim3:port=1-5,mode=bl2",
        "xunlong/orangepi-pc:port=1-6",
    ]);
    for (port, stage, board, wrong) in [
        ("1-3", "mask-rom", "radxa/rock-5b", "radxa/rock-4d"),
        ("1-4", "usbplug", "radxa/rock-4d", "radxa/rock-5b"),
        ("1-5", "bl2", "khadas/vim3", "khadas/vim1"),
        ("1-6", "mask-rom", "xunlong/orangepi-pc", "radxa/rock-5b"),
    ] {
        assert_eq!(listed(port, "stage"), stage, "{port}");
        let candidates = listed(port, "candidates");
        let candidates = candidates.as_array().expect("names");
        assert!(candidates.contains(&board.into()), "{port}: {candidates:?}");
        assert!(!candidates.contains(&wrong.into()), "{port}: {candidates:?}");
    }
}

fn what_comes_and_goes_is_watched() {
    let _served = Served::start(&["radxa/rock-5b:port=1-3"]);
    let mut watching =
        Background::start(command(["list", "--watch", "--json"]).stdout(Stdio::piped()));
    let mut said = BufReader::new(watching.stdout()).lines();
    let mut next = || -> serde_json::Value {
        let line = said.next().expect("it goes on").expect("text");
        let event = serde_json::from_str(&line).expect("JSON");
        check_event(&event);
        event
    };
    let event = next();
    assert_eq!((&event["what"], &event["port"]), (&"there".into(), &"1-3".into()), "{event}");
    {
        let _late = Served::start(&["khadas/vim3:port=1-4"]);
        let event = next();
        assert_eq!((&event["what"], &event["port"]), (&"came".into(), &"1-4".into()), "{event}");
        assert_eq!(
            (&event["stage"], &event["usable"]),
            (&"mask-rom".into(), &true.into()),
            "{event}"
        );
    }
    let event = next();
    assert_eq!((&event["what"], &event["port"]), (&"left".into(), &"1-4".into()), "{event}");
    watching.signal("INT");
    assert_eq!(watching.end(), Some(0));
}

/// What usbfs may use, in MiB; as it was at the end of this value.
struct Memory(String);

impl Memory {
    const PATH: &str = "/sys/module/usbcore/parameters/usbfs_memory_mb";

    fn limited(mib: u32) -> Self {
        let before = fs::read_to_string(Self::PATH).expect("the guest's kernel has usbfs");
        fs::write(Self::PATH, mib.to_string()).expect("the case may change it");
        Self(before)
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        fs::write(Self::PATH, &self.0).expect("the case may change it");
    }
}

/// Fourteen boards at once have to fit in the 16 MiB that usbfs allows: each writes and reads with little more than one.
fn a_board_needs_little_of_the_kernels_memory() {
    let folder = Folder::new();
    let _served = Served::start(&[&format!("{},mode=usbplug", rock(&folder, "emmc", "64M"))]);
    let data = noise(8 << 20, 53);
    let image = folder.file("disk.img", &data);
    let _memory = Memory::limited(2);
    run(&format!("rk disk write 0 {image} --yes --verify read-back")).good();
    assert!(is_written(&folder, "emmc", &data));
    run(&format!("rk disk write 0 {image} --yes --resume")).good();
}
