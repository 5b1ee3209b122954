//! Boards that are as they should be: found, told apart, claimed, written and read.

use std::{fs, process::Stdio, thread, time::Duration};

use crate::{
    boards::Served,
    harness::{Case, cases},
    tool::{Folder, command, finish, noise, run},
    usbmon::Events,
    world::{Background, as_user, leaves, other, soon, within},
};

pub(super) const CASES: &[Case] = cases![
    several_are_listed_by_port,
    two_that_fit_are_an_error_and_the_port_decides,
    an_interface_that_is_held_is_busy_and_then_free,
    eight_mebibytes_go_out_and_come_back,
    lengths_around_a_packet_come_back,
    two_are_written_at_once,
    a_plain_user_is_told_what_to_install,
    one_that_is_awaited_is_found_when_it_comes,
    one_that_is_awaited_is_opened_as_soon_as_its_node_allows_it,
    one_that_comes_back_as_something_else_is_not_written,
    the_kernel_counts_the_transfers_that_we_count,
    wireshark_reads_a_trace_without_a_warning,
];

const H3: &str = "xunlong/orangepi-pc";
const H616: &str = "mangopi/mq-quad";
/// How long a node is kept away, and then the right to it.
const DRAWN_OUT: Duration = Duration::from_millis(400);

fn several_are_listed_by_port() {
    let _served = Served::start(&[
        &format!("{H616}:port=1-12"),
        &format!("{H3}:port=1-3,link=full-speed"),
        &format!("{H3}:port=1-7,mode=fes"),
        "allwinner/nezha-d1:port=1-1",
    ]);
    let event = run("list --json").good().last_event();
    let boards = event["boards"].as_array().expect("a list");
    let rows: Vec<_> = boards
        .iter()
        .map(|board| ["port", "soc", "mode"].map(|key| board[key].as_str().expect("text")))
        .collect();
    let rom = "FEL (mask ROM)";
    let expected = [
        ["1-1", "D1", rom],
        ["1-3", "H3", rom],
        ["1-7", "?", "FES (vendor's boot loader)"],
        ["1-12", "H616", rom],
    ];
    assert_eq!(rows, expected);
    assert!(boards.iter().all(|board| board["usable"] == true), "{event}");
}

fn two_that_fit_are_an_error_and_the_port_decides() {
    let _served = Served::start(&[&format!("{H3}:port=1-3"), &format!("{H616}:port=1-4")]);
    run("fel identify").bad(3, "at the ports 1-3, 1-4");
    assert!(run("fel identify --port 1-4").good().stdout.contains("H616"));
    run("fel write 0x20000 /etc/hostname --soc H616 --port 1-3").bad(7, "H3");
    run("fel identify --port 1-5").bad(3, "at port 1-5");
}

/// Writes that take seconds, so that there is time to do something beside them.
fn long_write(folder: &Folder, port: &str) -> Background {
    let file = folder.file("long", &[0x5a; 4 << 20]);
    let write = ["fel", "write", "0x40000000", &file, "--port", port];
    Background::start(command(write).stderr(Stdio::null()))
}

fn is_claimed(port: &str) -> bool {
    fs::exists(format!("/sys/bus/usb/devices/{port}:1.0/driver")).is_ok_and(|there| there)
}

fn an_interface_that_is_held_is_busy_and_then_free() {
    let _served = Served::start(&[&format!("{H3}:port=1-3,link=full-speed,dram=on")]);
    let folder = Folder::new();
    let foreign = format!("write 0x40000000 {}", folder.file("foreign", &[0x5a; 4 << 20]));
    for holder in ["another racklet-flash (process ", "another program"] {
        let write = match holder {
            "another program" => {
                Background::start(other("sunxi-fel", &foreign).stderr(Stdio::null()))
            }
            _ => long_write(&folder, "1-3"),
        };
        assert!(soon(|| is_claimed("1-3")), "the write never began");
        let busy = run("fel identify --port 1-3 --json");
        assert_eq!((busy.code, &busy.last_event()["code"]), (1, &"usb.busy".into()));
        let list = run("list").good().stdout;
        assert!(list.contains(holder), "the list says so too: {list}");
        assert_eq!(write.end(), Some(0));
    }
    assert!(!is_claimed("1-3"), "the interface was let go");
    run("fel identify --port 1-3").good();
}

fn eight_mebibytes_go_out_and_come_back() {
    let _served = Served::start(&[&format!("{H3}:port=1-3,dram=on")]);
    there_and_back(8 << 20);
}

fn lengths_around_a_packet_come_back() {
    let _served = Served::start(&[&format!("{H3}:port=1-3,dram=on")]);
    [1, 511, 512, 513, 131_071, 131_072, 131_073, 524_289].into_iter().for_each(there_and_back);
}

fn there_and_back(length: usize) {
    let folder = Folder::new();
    let data = noise(length, 1);
    let (file, back) = (folder.file("data", &data), folder.path("back"));
    run(&format!("fel write 0x40000000 {file} --verify")).good();
    run(&format!("fel read --yes 0x40000000 {length} {}", back.display())).good();
    assert!(fs::read(&back).expect("the file") == data, "{length} bytes came back as others");
}

fn two_are_written_at_once() {
    let board = |port| format!("{H3}:port={port},dram=on,link=high-speed");
    let _served = Served::start(&[&board("1-3"), &board("1-9")]);
    let folder = Folder::new();
    let files = ["1-3", "1-9"].map(|port| {
        let mut data = noise(4 << 20, 1);
        data.extend(port.as_bytes());
        (port, folder.file(port, &data), data)
    });
    let writes = files.each_ref().map(|(port, file, _)| {
        let write = ["fel", "write", "0x40000000", file, "--port", port];
        Background::start(command(write).stderr(Stdio::null()))
    });
    assert_eq!(writes.map(Background::end), [Some(0); 2]);
    for (port, _, data) in files {
        let back = folder.path("back");
        run(&format!("fel read --yes 0x40000000 {} {} --port {port}", data.len(), back.display()))
            .good();
        assert!(fs::read(&back).expect("the file") == data, "the board at {port} holds other data");
    }
}

/// The node of the device at a port of the guest's first bus.
fn node(port: &str) -> String {
    let address = fs::read_to_string(format!("/sys/bus/usb/devices/{port}/devnum")).expect("sysfs");
    format!("/dev/bus/usb/001/{:0>3}", address.trim())
}

fn a_plain_user_is_told_what_to_install() {
    let _served = Served::start(&[&format!("{H3}:port=1-3")]);
    let version = || command(["fel", "identify", "--port", "1-3"]);
    let node = node("1-3");
    let denied = finish(&mut as_user(&version())).bad(4, &node);
    // The guest has no udev, so the remedy is for such a machine.
    assert!(denied.stderr.contains(&format!("sudo chown nobody {node}")), "{}", denied.stderr);
    let listed = finish(&mut as_user(&command(["list"]))).good().stdout;
    assert!(listed.contains("1-3") && listed.contains(&node), "{listed}");
    finish(&mut other("chown", &format!("nobody {node}"))).good();
    finish(&mut as_user(&version())).good();
}

fn one_that_is_awaited_is_found_when_it_comes() {
    let _served = Served::start(&[&format!("{H3}:port=1-3,returns=3")]);
    run("fel reset --port 1-3").good();
    leaves("1-3");
    run("fel identify --port 1-3").bad(3, "at port 1-3");
    assert!(run("fel identify --port 1-3 --wait 10").good().stdout.contains("H3"));
}

/// The kernel lists a board before its node exists, and udev's rules say later whose the node is. Both are drawn out here.
fn one_that_is_awaited_is_opened_as_soon_as_its_node_allows_it() {
    let _served = Served::start(&[&format!("{H3}:port=1-3")]);
    let node = node("1-3");
    let away = format!("{node}.away");
    fs::rename(&node, &away).expect("the guest's /dev is its own");
    let version = |wait| command(["fel", "identify", "--port", "1-3", "--wait", wait]);
    let waiting = Background::start(&mut as_user(&version("10")));
    thread::sleep(DRAWN_OUT);
    fs::rename(&away, &node).expect("back again");
    thread::sleep(DRAWN_OUT);
    finish(&mut other("chown", &format!("nobody {node}"))).good();
    assert_eq!(waiting.end(), Some(0));
    // Who is never allowed is told so, and not only when the wait would be over.
    finish(&mut other("chown", &format!("root {node}"))).good();
    within(Duration::from_secs(30), &as_user(&version("3600"))).bad(4, &node);
}

fn one_that_comes_back_as_something_else_is_not_written() {
    let _served = Served::start(&[&format!("{H3}:port=1-3,returns=0.5,returns-as=fes")]);
    run("fel reset --port 1-3").good();
    leaves("1-3");
    run("fel write 0x2000 /etc/hostname --port 1-3 --wait 10").bad(7, "FES");
    let release = fs::read_to_string("/sys/bus/usb/devices/1-3/bcdDevice").expect("sysfs");
    assert_eq!(release.trim(), "ffff", "the kernel has read the new descriptors");
}

/// The numbers of `-vv`: transfers, waits.
fn counted(stderr: &str) -> (usize, usize) {
    let line = stderr.lines().find(|line| line.contains(" host waits")).expect("the counts");
    let mut numbers = line.split(' ').filter_map(|word| word.parse().ok());
    (numbers.next().expect("transfers"), numbers.next().expect("waits"))
}

fn the_kernel_counts_the_transfers_that_we_count() {
    let _served = Served::start(&[&format!("{H3}:port=1-3,dram=on")]);
    let folder = Folder::new();
    let file = folder.file("data", &noise(1 << 20, 1));
    let events = Events::start(1, "counts");
    let stderr = run(&format!("fel write 0x40000000 {file} --port 1-3 -vv")).good().stderr;
    let events = events.stop();
    let bulk = events.lines().filter(|line| line.contains(" S B")).count();
    // VERSION, the reads that ask whether the SoC is fused and whether an SPL has run, and one message with 8 transfers of
    // 128 KiB, for which the host waits once.
    assert_eq!(
        (counted(&stderr), bulk),
        ((3 * 9 + 8 + 8, 3 * 9 + 8 + 1), 3 * 9 + 8 + 8),
        "{events}"
    );
}

fn wireshark_reads_a_trace_without_a_warning() {
    let _served = Served::start(&[&format!("{H3}:port=1-3,dram=on")]);
    let folder = Folder::new();
    let (file, trace) = (folder.file("data", &noise(300_000, 1)), folder.path("trace.pcapng"));
    let write = format!("fel write 0x40000000 {file} --port 1-3 -vv --trace {}", trace.display());
    let (transfers, _) = counted(&run(&write).good().stderr);
    let read = |arguments: &str| {
        let arguments = format!("-r {} {arguments}", trace.display());
        let run = finish(other("tshark", &arguments).env("HOME", "/tmp")).good();
        let said = |line: &&str| !line.contains("Running as user");
        let complaints: Vec<_> = run.stderr.lines().filter(said).collect();
        assert!(complaints.is_empty(), "{complaints:?}");
        run.stdout
    };
    assert_eq!(read("").lines().count(), 2 * transfers, "a submission and an end of each");
    let odd = read("-Y _ws.malformed||_ws.expert.severity>=0x00600000");
    assert_eq!(odd, "", "Wireshark warns of these");
}
