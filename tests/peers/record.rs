//! Recording sessions of other tools: on a real kernel, with virtual boards on its bus, while usbmon listens.

use std::{
    env, fs,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use crate::{
    FAMILIES, Family,
    boards::Served,
    head::Head,
    python,
    session::files,
    tool::{Folder, finish},
    usbmon::Capture,
    usbmon_transcript::capture::{Choice, transcript},
    world::{other, results, within},
};

/// Set in the guest.
const HERE: &str = "RACKLET_FLASH_RECORDS";
/// A part of the names of the sessions to record; all without it.
const SESSIONS: &str = "SESSIONS";
/// What a tool may take: QEMU within the guest is slow.
const LIMIT: Duration = Duration::from_secs(120);
/// Longer transfers to the board may be code of other people's, of which only sums are kept. FEL's own are not longer.
const WHOLE: usize = 32;

#[test]
#[ignore = "it records sessions anew, in a guest"]
fn record() {
    match env::var_os(HERE) {
        Some(_) => FAMILIES.iter().for_each(record_all),
        None => assert!(guest().status().expect("it starts").success()),
    }
}

/// This program in a guest that may write to `fixtures`, with enough memory for an emulated board's.
fn guest() -> Command {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = Command::new(root.join("tests/kernel/shell"));
    command.args(["-m", "3G", "-w"]).arg(results()).arg("-w").arg(root.join("fixtures"));
    command.arg(env::current_exe().expect("a program has a path"));
    command.args(["--ignored", "--exact", "--nocapture", "record::record"]).env(HERE, "1");
    // The QEMU that has all boards' machines.
    for (name, newer) in [
        ("RACKLET_FLASH_QEMU", "RACKLET_FLASH_QEMU_R40"),
        ("RACKLET_FLASH_QEMU_DATA", "RACKLET_FLASH_QEMU_R40_DATA"),
    ] {
        if let Some(value) = env::var_os(newer).filter(|value| !value.is_empty()) {
            command.env(name, value);
        }
    }
    command
}

fn record_all(family: &Family) {
    let wanted = env::var(SESSIONS).unwrap_or_default();
    for tool in family.tools {
        for path in files(&family.folder(), tool).expect("the tool has sessions") {
            let name = format!("{tool}/{}", path.file_stem().unwrap_or_default().display());
            let head = Head::of(&fs::read_to_string(&path).expect("it is there"));
            if name.contains(&wanted) && head.one("served").is_ok() {
                eprintln!("== {name}");
                fs::write(&path, record_one(head, &name)).expect("fixtures can be written");
            }
        }
    }
}

/// The transcript of a session.
fn record_one(mut head: Head, name: &str) -> String {
    let folder = Folder::new();
    let theirs = head.command("theirs", &folder).expect("it is in the head");
    let (program, arguments) = theirs.split_once(' ').unwrap_or((&theirs, ""));
    let capture = Capture::start(1, &name.replace('/', "-"));
    let board = head.command("served", &folder).expect("it was looked for");
    let served = Served::start(&[&plugged_in(&board)]);
    let run = within(LIMIT, command(program).args(arguments.split_whitespace()));
    let file = capture.stop();
    drop(served);
    let run = run.good();
    eprint!("{}{}", run.stdout, run.stderr);
    let choice = Choice { whole: Some(WHOLE), ..Choice::default() };
    let capture = fs::read(&file).expect("tcpdump wrote it");
    let mut transcript = transcript(&capture, &choice).unwrap_or_else(|error| panic!("{error}"));
    head.0.retain(|line| !line.starts_with("origin:"));
    transcript.comments.push(format!("origin: {}", origin(program)));
    transcript.comments.extend(head.0);
    transcript.to_string()
}

/// The board with a port.
fn plugged_in(board: &str) -> String {
    let separator = if board.contains(':') { ',' } else { ':' };
    format!("{board}{separator}port=1-1")
}

/// A program of Debian's, or PACKAGE/PROGRAM of a package for Python.
fn command(program: &str) -> Command {
    match program.split_once('/') {
        Some((package, name)) => python::program(package, name),
        None => other(program, ""),
    }
}

/// Whose a program is.
fn whose(program: &str) -> String {
    if let Some((package, name)) = program.split_once('/') {
        let folder = python::package(package);
        let folder = folder.file_name().unwrap_or_default().display().to_string();
        let usb = output("dpkg-query", "-W -f ${Version} python3-usb");
        return format!(
            "{name} of PyPI's {} over Debian's python3-usb {usb}",
            folder.replace('-', " ")
        );
    }
    let file = output("which", program);
    let owner = output("dpkg-query", &format!("-S {file}"));
    let package = owner.split_once(':').map_or("", |(package, _)| package);
    let version = output("dpkg-query", &format!("-W -f ${{Version}} {package}"));
    format!("{program} of Debian's {package} {version}")
}

fn origin(program: &str) -> String {
    format!(
        "{} on Linux {} (user-mode), seen by usbmon on {}. The board is \
         racklet-flash's own virtual one.",
        whose(program),
        output("uname", "-r"),
        output("date", "+%F"),
    )
}

fn output(program: &str, arguments: &str) -> String {
    let mut command = other(program, arguments);
    finish(command.stderr(Stdio::inherit())).good().stdout.trim().to_owned()
}
