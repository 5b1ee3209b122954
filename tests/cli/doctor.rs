//! `doctor`, on the machine as it is and on made-up ones.

use std::{
    fs,
    os::unix::fs::{MetadataExt, PermissionsExt, symlink},
    path::Path,
    process::Command,
};

use serde_json::Value;

use crate::tool::{Folder, Run, finish, run, text};

fn file(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("below the root")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn device(root: &Path, name: &str, number: u8, ids: [&str; 2], class: &str) {
    let set =
        |key: &str, text: &str| file(root, &format!("sys/bus/usb/devices/{name}/{key}"), text);
    set("idVendor", ids[0]);
    set("idProduct", ids[1]);
    set("busnum", "1\n");
    set("devnum", &format!("{number}\n"));
    set("speed", "480\n");
    set("bDeviceClass", class);
    set("bDeviceProtocol", "00\n");
    file(root, &format!("dev/bus/usb/001/{number:03}"), "");
}

/// A machine with a board at port 1-1, which somebody has claimed, and a user called alice.
fn machine(root: &Path) {
    device(root, "usb1", 1, ["1d6b", "0002"], "09\n");
    device(root, "1-1", 2, ["1f3a", "efe8"], "00\n");
    file(root, "run/udev/control", "");
    file(root, "etc/passwd", "alice:x:1000:1000::/home/alice:/bin/sh\n");
    file(root, "etc/group", "plugdev:x:46:\n");
    file(root, "proc/self/status", "Uid:\t1000\t1000\t1000\t1000\nGroups:\t1000\n");
    file(root, "proc/4000001/fd/x", "");
    fs::create_dir_all(root.join("sys/bus/usb/devices/1-1:1.0")).expect("a folder");
    symlink("../drivers/usbfs", root.join("sys/bus/usb/devices/1-1:1.0/driver")).expect("a link");
}

/// Runs a copy of the binary as somebody who is not root: root may do everything.
pub(crate) fn run_as_nobody(folder: &Folder, arguments: &[&str]) -> Run {
    let binary = folder.path("racklet-flash");
    // By another process: a child of another test's that is just being made would hold our copy open for writing.
    let mut copy = Command::new("cp");
    copy.arg(env!("CARGO_BIN_EXE_racklet-flash")).arg(&binary);
    assert!(copy.status().expect("cp starts").success());
    let root = folder.path("");
    fs::set_permissions(&root, fs::Permissions::from_mode(0o755)).expect("our own folder");
    let is_root = fs::metadata("/proc/self").expect("this process").uid() == 0;
    let mut command = Command::new(if is_root { "setpriv".as_ref() } else { binary.as_os_str() });
    if is_root {
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&binary);
    }
    finish(command.args(arguments))
}

fn lock(path: &Path) {
    fs::set_permissions(path, fs::Permissions::from_mode(0o000)).expect("our own file");
}

fn of_check<'r>(result: &'r Value, check: &str) -> &'r Value {
    let findings = result["findings"].as_array().expect("findings");
    findings.iter().find(|finding| finding["check"] == check).expect(check)
}

#[test]
fn this_machine_is_examined_whatever_it_is() {
    let shown = run("doctor");
    let result = run("doctor --json");
    assert_eq!(shown.code, result.code, "{}{}", shown.stdout, shown.stderr);
    assert_eq!((shown.stderr.as_str(), result.stderr.as_str()), ("", ""));
    let event = result.last_event();
    assert_eq!(event["exit"], result.code);
    for finding in event["findings"].as_array().expect("findings") {
        let keys: Vec<_> = finding.as_object().expect("an object").keys().collect();
        assert_eq!(keys, ["check", "severity", "port", "text", "remedy"]);
        assert!(shown.stdout.contains(finding["text"].as_str().expect("text")), "{finding}");
    }
    let usb = of_check(&event, "usb");
    if Path::new("/sys/bus/usb/devices").exists() {
        assert_ne!(
            usb["text"].as_str().map(|text| text.contains("cannot be listed")),
            Some(true),
            "{usb}"
        );
    } else {
        assert_eq!((usb["severity"].as_str(), result.code), (Some("problem"), 1), "{usb}");
        assert!(
            usb["text"].as_str().is_some_and(|text| text.contains("cannot be listed")),
            "{usb}"
        );
        assert!(usb["remedy"].as_str().is_some_and(|text| text.contains("container")), "{usb}");
    }
}

#[test]
fn a_board_that_may_not_be_opened_is_exit_code_4() {
    let folder = Folder::new();
    let root = folder.path("machine");
    machine(&root);
    lock(&root.join("dev/bus/usb/001/002"));
    lock(&root.join("proc/4000001/fd"));
    let shown = run_as_nobody(&folder, &["doctor", "--root", &text(&root)]);
    fs::set_permissions(root.join("proc/4000001/fd"), fs::Permissions::from_mode(0o755))
        .expect("ours");
    assert_eq!(shown.code, 4, "{}{}", shown.stdout, shown.stderr);
    for line in [
        "problem  permission no permission to open the board at port 1-1 (/dev/bus/usb/001/002): it is ",
        "           -> racklet-flash udev | sudo tee /etc/udev/rules.d/72-racklet-flash.rules",
        "           -> sudo udevadm control --reload && sudo udevadm trigger --subsystem-match=usb",
        "           -> sudo usermod -aG plugdev alice",
        "problem  busy       port 1-1: a program that could not be seen has claimed it",
        "           -> to see which: sudo racklet-flash doctor",
        "2 problems and 1 note: each \"->\" line says how to fix it",
    ] {
        assert!(
            shown.stdout.lines().any(|found| found.starts_with(line)),
            "`{line}` is not in {}",
            shown.stdout
        );
    }
    assert!(shown.stdout.contains("0000, you are alice\n"), "{}", shown.stdout);
}

#[test]
fn whose_open_files_are_not_shown_is_told() {
    let folder = Folder::new();
    let root = folder.path("machine");
    machine(&root);
    fs::remove_dir_all(root.join("sys/bus/usb/devices/1-1:1.0")).expect("it was made");
    fs::set_permissions(root.join("dev/bus/usb/001/002"), fs::Permissions::from_mode(0o666))
        .expect("ours");
    lock(&root.join("proc/4000001/fd"));
    let result = run_as_nobody(&folder, &["doctor", "--json", "--root", &text(&root)]);
    fs::set_permissions(root.join("proc/4000001/fd"), fs::Permissions::from_mode(0o755))
        .expect("ours");
    let event = result.good().last_event();
    let busy = of_check(&event, "busy");
    assert!(
        busy["text"]
            .as_str()
            .is_some_and(|text| text.contains("open files are shown to root only")),
        "{busy}"
    );
    assert_eq!(of_check(&event, "permission")["severity"], "ok");
}

#[test]
fn other_problems_are_exit_code_1_and_no_board_is_none() {
    let folder = Folder::new();
    let root = folder.path("machine");
    machine(&root);
    let doctor = format!("doctor --root {}", root.display());
    let held = run(&doctor);
    assert_eq!(held.code, 1, "{}", held.stdout);
    assert!(
        held.stdout.ends_with("\n1 problem and 1 note: each \"->\" line says how to fix it\n"),
        "{}",
        held.stdout
    );
    assert!(held.stdout.contains("ok       permission port 1-1: Allwinner FEL"), "{}", held.stdout);
    fs::remove_dir_all(root.join("sys/bus/usb/devices/1-1")).expect("it was made");
    let none = run(&doctor).good().stdout;
    assert!(none.contains("note     board      no board in a recovery mode"), "{none}");
    assert!(none.ends_with("\nno problems; 2 notes\n"), "{none}");
    let quiet = run(&format!("{doctor} --quiet")).good().stdout;
    assert!(!quiet.contains("ok  ") && quiet.contains("no board"), "{quiet}");
    let there = run(&format!("{doctor} --port 1-1")).good().stdout;
    assert!(there.contains("nothing is plugged in at port 1-1"), "{there}");
}

#[test]
fn virtual_boards_are_not_for_it() {
    run("doctor --virtual xunlong/orangepi-pc").bad(2, "checks this computer");
    run("doctor --replay /nonexistent").bad(2, "checks this computer");
    let help = run("doctor --help").good().stdout;
    assert!(
        help.contains("Check this computer for problems") && !help.contains("--root"),
        "{help}"
    );
}
