//! Terminals that go away, disks that are full, and signals: none of them ends a job in the middle of a write.

use std::{
    fs::File,
    os::unix::fs::FileExt,
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::tool::{Folder, command, finish, noise, text};

/// A write to a virtual board's eMMC: its arguments, what is written, and the file of the eMMC.
struct Job {
    folder: Folder,
    data: Vec<u8>,
    arguments: Vec<String>,
}

impl Job {
    fn new() -> Self {
        let (folder, data) = (Folder::new(), noise(3 << 20, 7));
        let file = folder.file("image", &data);
        let storage = text(&folder.path("emmc"));
        let board = format!("radxa/rock-5b:mode=usbplug,storage={storage}");
        let arguments = ["rk", "disk", "write", "0", &file, "--yes", "--virtual", &board];
        let arguments = arguments.map(str::to_owned).to_vec();
        Self { folder, data, arguments }
    }

    fn command(&self, more: &[&str]) -> Command {
        let mut command = command(&self.arguments);
        command.args(more);
        command
    }

    #[track_caller]
    fn is_done(&self, status: ExitStatus) {
        assert_eq!(status.code(), Some(0), "{status}");
        let mut written = vec![0; self.data.len()];
        let emmc = File::open(self.folder.path("emmc")).expect("the board's storage");
        emmc.read_exact_at(&mut written, 0).expect("it is longer");
        assert!(written == self.data, "the eMMC is not what was written");
    }
}

fn full() -> Stdio {
    File::options().write(true).open("/dev/full").expect("Linux has it").into()
}

/// A pipe that nobody reads.
fn closed() -> Stdio {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    writer.into()
}

#[test]
fn a_board_is_written_whole_whatever_becomes_of_the_terminal() {
    let ways: [fn() -> Stdio; 2] = [full, closed];
    for (way, more) in ways.iter().flat_map(|way| [(way, &["-vv"][..]), (way, &["--json"])]) {
        for out in [false, true] {
            let job = Job::new();
            let mut command = job.command(more);
            command.stderr(way()).stdout(if out { way() } else { Stdio::null() });
            job.is_done(command.status().expect("the binary starts"));
        }
    }
    let job = Job::new();
    let mut command = Command::new("sh");
    command.args(["-c", "exec \"$@\" <&- >&- 2>&-", "sh", env!("CARGO_BIN_EXE_racklet-flash")]);
    job.is_done(command.args(&job.arguments).status().expect("sh starts"));
}

#[test]
fn an_answer_that_is_lost_is_a_failure_unless_nobody_reads_it() {
    let run = finish(command(["boards"]).stdout(full()));
    // Debian's libc words it so.
    run.bad(1, "the answer could not be written to stdout: No space left on device");
    assert_eq!(command(["boards"]).stdout(closed()).status().expect("it starts").code(), Some(0));
    assert_eq!(command(["--help"]).stdout(full()).status().expect("it starts").code(), Some(1));
}

#[test]
fn a_trace_that_does_not_fit_is_noted_and_the_board_is_written() {
    for option in ["--trace", "--record"] {
        let job = Job::new();
        let run = finish(&mut job.command(&[option, "/dev/full"])).good();
        assert!(run.stderr.contains("the file is not complete"), "{option}: {}", run.stderr);
    }
    // SIGXFSZ kills whoever does not expect it.
    let job = Job::new();
    let mut command = Command::new("sh");
    command.args(["-c", "ulimit -f 200; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_racklet-flash")]);
    let trace = text(&job.folder.path("trace"));
    let fel = job.folder.file("data", &job.data);
    let fel = ["fel", "write", "0x40000000", &fel, "--virtual", "xunlong/orangepi-pc:dram=on"];
    let run = finish(command.args(fel).args(["--trace", &trace])).good();
    assert!(run.stderr.contains("File too large"), "{}", run.stderr);
}

/// A command that takes seconds and says nothing.
fn slow(folder: &Folder, more: &[&str]) -> Command {
    let file = folder.file("data", &noise(6 << 20, 1));
    let board = "xunlong/orangepi-pc:dram=on,link=full-speed";
    let mut command = command(["fel", "write", "0x40000000", &file, "--virtual", board]);
    command.args(more).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn signal(child: &Child, signal: &str) {
    let kill = Command::new("kill").args([signal, &child.id().to_string()]).status();
    assert!(kill.expect("kill starts").success());
}

/// The exit code, and how long it took.
fn end(mut child: Child) -> (Option<i32>, Duration) {
    let begin = Instant::now();
    (child.wait().expect("it ends").code(), begin.elapsed())
}

#[test]
fn every_signal_that_would_kill_asks_to_stop() {
    let folder = Folder::new();
    for name in ["-HUP", "-QUIT", "-TERM", "-USR1", "-ALRM", "-XCPU"] {
        // Whoever runs the tests may ignore SIGHUP, which programs inherit.
        let job = slow(&folder, &[]);
        let mut heeding = Command::new("env");
        heeding.arg("--default-signal").arg(job.get_program()).args(job.get_args());
        let child = heeding.stdin(Stdio::null()).stderr(Stdio::null()).spawn().expect("env starts");
        thread::sleep(Duration::from_millis(500));
        signal(&child, name);
        let (code, took) = end(child);
        assert!(code == Some(130) && took < Duration::from_secs(2), "{name}: {code:?} {took:?}");
    }
}

#[test]
fn nohup_is_heeded_and_harmless_signals_are() {
    let folder = Folder::new();
    let job = slow(&folder, &[]);
    let mut nohup = Command::new("sh");
    nohup
        .args(["-c", "trap '' HUP; exec \"$@\"", "sh"])
        .arg(job.get_program())
        .args(job.get_args());
    let child = nohup.stderr(Stdio::null()).spawn().expect("sh starts");
    thread::sleep(Duration::from_millis(500));
    for name in ["-HUP", "-PIPE", "-XFSZ", "-TTOU", "-TTIN"] {
        signal(&child, name);
    }
    assert_eq!(end(child).0, Some(0));
}

/// Nobody writes into the FIFO or stdin, so that no thread of ours can look at anything.
#[test]
fn what_waits_for_a_file_ends_too() {
    let folder = Folder::new();
    let fifo = text(&folder.path("fifo"));
    assert!(Command::new("mkfifo").arg(&fifo).status().expect("mkfifo starts").success());
    let rock = ["--virtual", "radxa/rock-5b:mode=usbplug"];
    let pi = ["--virtual", "xunlong/orangepi-pc:dram=on"];
    let cases: [(&[&str], &[&str]); 7] = [
        (&["image", "info", "-"], &[]),
        (&["rk", "disk", "write", "0", "-", "--yes"], &rock),
        (&["rk", "boot", "-"], &rock),
        (&["fel", "write", "0x40000000", "-"], &pi),
        (&["fel", "boot", "-"], &pi),
        (&["fel", "identify", "--replay", &fifo], &[]),
        (&["rk", "loader", "info", &fifo], &[]),
    ];
    let children: Vec<_> = cases
        .into_iter()
        .map(|(arguments, more)| {
            let mut command = command(arguments);
            command.args(more).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
            (arguments, command.spawn().expect("the binary starts"))
        })
        .collect();
    thread::sleep(Duration::from_millis(500));
    for (arguments, mut child) in children {
        let begin = Instant::now();
        if child.try_wait().expect("it is ours").is_none() {
            signal(&child, "-TERM");
        }
        let mut silent = child.stdin.take();
        let code = child.wait().expect("it ends").code();
        drop(silent.take());
        // A FIFO that is refused for what it is has never been waited for.
        assert!(matches!(code, Some(130 | 6)), "{arguments:?}: {code:?}");
        assert!(begin.elapsed() < Duration::from_secs(2), "{arguments:?}: {:?}", begin.elapsed());
    }
}

/// A FIFO as an output is opened when somebody reads it. Who does not want to wait for that need not.
#[test]
fn a_fifo_that_nobody_reads_is_not_waited_for_after_a_signal() {
    let folder = Folder::new();
    let fifo = text(&folder.path("fifo"));
    assert!(Command::new("mkfifo").arg(&fifo).status().expect("mkfifo starts").success());
    let line = ["fel", "read", "0", "0x10000", &fifo, "--virtual", "xunlong/orangepi-pc"];
    let start = || command(line).stderr(Stdio::piped()).spawn().expect("the binary starts");
    let child = start();
    thread::sleep(Duration::from_millis(500));
    signal(&child, "-TERM");
    let ended = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(ended.status.code(), Some(130), "{said}");
    // Its own word, and not that of whoever ends a process that does not listen.
    assert!(said.contains(&format!("{fifo}: interrupted")), "{said}");
    let child = start();
    let read = std::fs::read(&fifo).expect("the FIFO");
    assert_eq!(read.len(), 0x1_0000);
    assert!(child.wait_with_output().expect("it ends").status.success());
}

/// A full pipe that nobody reads holds the main thread up. The second signal ends that at once.
#[test]
fn a_terminal_that_takes_nothing_holds_up_no_end() {
    let (_reader, writer) = std::io::pipe().expect("a pipe");
    let mut filler = writer.try_clone().expect("a descriptor");
    thread::spawn(move || std::io::Write::write_all(&mut filler, &[b'x'; 1 << 20]));
    thread::sleep(Duration::from_millis(200));
    let folder = Folder::new();
    let child = slow(&folder, &[]).stderr(writer).spawn().expect("the binary starts");
    thread::sleep(Duration::from_millis(300));
    signal(&child, "-INT");
    thread::sleep(Duration::from_millis(100));
    signal(&child, "-INT");
    let (code, took) = end(child);
    assert!(code == Some(130) && took < Duration::from_secs(1), "{code:?} {took:?}");
}

/// The shell's `stty tostop` stops whoever writes to the terminal from the background.
#[test]
fn a_job_in_the_background_is_not_stopped_by_what_it_says() {
    let (_master, end, _) = crate::tool::pty::pty();
    let job = Job::new();
    let mut command = Command::new("setsid");
    let script = "set -m; stty tostop; \"$@\" & wait $!";
    command.args(["--ctty", "--wait", "sh", "-c", script, "sh"]);
    command.arg(env!("CARGO_BIN_EXE_racklet-flash")).args(&job.arguments);
    let other = || end.try_clone().expect("a descriptor");
    command.stdin(other()).stdout(other()).stderr(other());
    job.is_done(command.status().expect("setsid starts, of util-linux"));
}
