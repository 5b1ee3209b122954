//! What a run costs its machine: time, the processor's time, memory.

use std::{
    fs,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Ticks of a second in /proc: USER_HZ, the same on every Linux.
const TICKS: f64 = 100.0;
/// The time between two looks at a process's memory.
const LOOK: Duration = Duration::from_millis(10);

/// What a run cost.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    /// Seconds from the start of the process to its end.
    pub(crate) time: f64,
    /// Seconds of processor time, the kernel's on its behalf among them.
    pub(crate) cpu: f64,
}

/// Runs a command, which has to end well.
pub(crate) fn run(command: &mut Command) -> Cost {
    let (cpu, start) = (children(), Instant::now());
    end(spawn(command), command);
    Cost { time: start.elapsed().as_secs_f64(), cpu: children() - cpu }
}

/// The same for the most memory that it has had, in MiB: it is looked at on the way, which takes time.
pub(crate) fn peak(command: &mut Command) -> Option<f64> {
    let mut child = spawn(command);
    let path = format!("/proc/{}/status", child.id());
    let mut peak = None;
    while child.try_wait().expect("a child").is_none() {
        let status = fs::read_to_string(&path).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
        peak = kib.map(|kib| kib / 1024.0).or(peak);
        thread::sleep(LOOK);
    }
    end(child, command);
    peak
}

fn spawn(command: &mut Command) -> Child {
    let command = command.stdin(Stdio::null()).stdout(Stdio::null());
    command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"))
}

fn end(mut child: Child, command: &Command) {
    let status = child.wait().expect("a child can be waited for");
    assert!(status.success(), "{command:?}: {status}");
}

/// Processor time of all children that were waited for, in seconds.
fn children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("/proc is mounted");
    // The name may have spaces; behind it, cutime and cstime are the 14th and 15th field.
    let (_, fields) = stat.rsplit_once(") ").expect("a name in brackets");
    let ticks = fields.split(' ').skip(13).take(2);
    ticks.map(|field| field.parse::<f64>().expect("ticks")).sum::<f64>() / TICKS
}
