//! Signals: the user's wish to stop, and those that must not end a job in the middle of a write.
//!
//! * Whatever ends a process by default (SIGINT, SIGTERM, SIGHUP, SIGQUIT and the rest of [`WISHES`]) asks to stop. The
//!   first lets the transfer under way end, the second cuts it, the third ends the process at once.
//! * Where no transfer is under way the process ends by itself within [`PATIENCE`], even where the main thread cannot look:
//!   in a FIFO without a writer, or in a library.
//! * SIGXFSZ, SIGTTOU and SIGTTIN are blocked: the write or read that they are about fails or goes through instead.
//!   SIGPIPE is ignored by Rust's runtime.

use std::{
    fs,
    io::{self, IsTerminal},
    process, thread,
    time::{Duration, Instant},
};

use link::Code;
use nix::sys::signal::{SigSet, Signal};
use signal_hook::{
    consts::{
        SIGALRM, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGVTALRM,
        SIGXCPU,
    },
    iterator::Signals,
};

use racklet_flash::{cli, exit::Exit, report, transport::Stop};

/// Signals that end a process by default, and are a wish to stop.
const WISHES: [i32; 11] = [
    SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO, SIGXCPU,
];
/// How long the main thread has, with no transfer under way, to end by itself after the first signal.
const PATIENCE: Duration = Duration::from_millis(1500);
/// The same after the second signal.
const IMPATIENCE: Duration = Duration::from_millis(300);
/// How long a transfer has to be cut after the second signal.
const CUT: Duration = Duration::from_millis(1800);
/// How long a terminal that takes nothing may hold up the last words.
const TELL: Duration = Duration::from_millis(200);
/// How often it is checked whether a transfer is under way.
const LOOK: Duration = Duration::from_millis(20);

/// Begins to listen. To be called before other threads exist: they inherit what is blocked.
pub(crate) fn listen(stop: Stop, json: bool) -> anyhow::Result<()> {
    let kept: SigSet = [Signal::SIGXFSZ, Signal::SIGTTOU, Signal::SIGTTIN].into_iter().collect();
    kept.thread_block()?;
    let ignored = ignored();
    // nohup ignores SIGHUP, and means it.
    let wishes =
        WISHES.iter().filter(|signal| **signal != SIGHUP || ignored >> (SIGHUP - 1) & 1 == 0);
    let mut signals = Signals::new(wishes)?;
    thread::spawn(move || {
        for signal in signals.forever() {
            // It comes again every second, and says the same.
            if signal == SIGXCPU && stop.asked() {
                continue;
            }
            match stop.request() {
                1 => {
                    say("stopping after the current step; a second signal stops it now");
                    let stop = stop.clone();
                    thread::spawn(move || see_to_it(&stop, json));
                }
                2 => say("cutting the current transfer"),
                _ => process::exit(Exit::Interrupted as i32),
            }
        }
    });
    Ok(())
}

/// The signals that are ignored since the process began, a bit each from SIGHUP on.
fn ignored() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0)
}

/// Says something from a thread of its own: a terminal that takes nothing delays nothing else.
fn say(text: &'static str) {
    thread::spawn(move || {
        // The cursor is at the end of a bar, or after the ^C that the terminal shows.
        let apart = if io::stderr().is_terminal() { "\n" } else { "" };
        report::say(&format!("{apart}{text}"));
    });
}

/// Ends the process when the main thread does not.
fn see_to_it(stop: &Stop, json: bool) {
    let (mut quiet, mut insisted) = (Instant::now(), None);
    loop {
        thread::sleep(LOOK);
        let now = Instant::now();
        if stop.is_in_flight() {
            quiet = now;
        }
        let ended = match stop.insisted() {
            true => {
                let since = *insisted.get_or_insert(now);
                now - quiet.max(since) >= IMPATIENCE || now - since >= CUT
            }
            false => now - quiet >= PATIENCE,
        };
        if ended {
            break;
        }
    }
    if stop.claim_end() {
        let cut = stop.is_in_flight();
        let (begin, teller) = (Instant::now(), thread::spawn(move || tell(cut, json)));
        while !teller.is_finished() && begin.elapsed() < TELL {
            thread::sleep(LOOK);
        }
    }
    cli::restore_terminal();
    process::exit(Exit::Interrupted as i32)
}

fn tell(cut: bool, json: bool) {
    match cut {
        false => report::ending(json, Exit::Interrupted, Code::INTERRUPTED, "interrupted", None),
        true => report::ending(
            json,
            Exit::Interrupted,
            Code::CANCELLED,
            "cut in the middle of a transfer",
            Some(
                "power the board off and on so that its boot ROM starts again, and repeat the command",
            ),
        ),
    }
}

/// Leaves the end to the thread that ends the process.
pub(crate) fn wait_for_the_end() -> ! {
    loop {
        thread::park();
    }
}

/// Whether an error is that of a pipe that is no longer read.
pub(crate) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
