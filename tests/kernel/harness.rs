//! Running cases: in guests side by side, each case in a process of its own there, so that one that hangs or leaves
//! something behind does not take the others with it.

use std::{
    env,
    path::Path,
    process::{Command, ExitCode},
    sync::{Arc, Mutex},
    thread::available_parallelism,
    time::{Duration, Instant},
};

use libtest_mimic::{Arguments, Failed, Trial};

use crate::guests::{self, Guests};

/// Names the case that a process is to run.
const CASE: &str = "RACKLET_FLASH_CASE";
/// What one case may take.
const SECONDS: &str = "120";
/// More guests than this would be short of memory.
const MOST_GUESTS: usize = 4;
/// What pyusb says of a transfer that took longer than its caller waits: pyamlboot waits for 100 ms, which is not what its
/// cases are about.
const THEIR_LIMIT: &str = "[Errno 110] Operation timed out";
/// How often a case is run that fails by that limit.
const ATTEMPTS: usize = 3;
/// How many of the slowest cases are named at the end.
const SLOWEST: usize = 15;

/// How long each case took.
type Times = Arc<Mutex<Vec<(Duration, String)>>>;

/// A case, which panics if something is not as it should be.
#[derive(Clone, Copy)]
pub(crate) struct Case {
    /// The module's path and the function's name.
    path: &'static str,
    body: fn(),
    /// The library that reaches USB devices, where it is not the usual one.
    library: Option<&'static str>,
}

impl Case {
    pub(crate) const fn new(path: &'static str, body: fn()) -> Self {
        Self { path, body, library: None }
    }

    /// The same case, USB devices being reached through another library.
    pub(crate) fn through(self, library: &'static str) -> Self {
        Self { library: Some(library), ..self }
    }

    fn name(&self) -> String {
        let name = self.path.trim_start_matches("kernel::cases::");
        self.library.map_or_else(|| name.into(), |library| format!("{library}::{name}"))
    }

    fn trial(self, guests: Arc<Guests>, times: Times) -> Trial {
        let name = self.name();
        Trial::test(name.clone(), move || {
            let start = Instant::now();
            let outcome = patiently(&name, || guests.run(&name)).map_err(Failed::from);
            times.lock().expect("nothing panics with it").push((start.elapsed(), name));
            outcome
        })
    }
}

/// Runs a case, again if it failed by what another program waits at most: a board that never answers fails each time.
fn patiently(name: &str, run: impl Fn() -> Result<(), String>) -> Result<(), String> {
    let mut outcome = run();
    for _ in 1..ATTEMPTS {
        match &outcome {
            Err(why) if why.contains(THEIR_LIMIT) => {
                eprintln!("{name}: once more, since its tool did not wait: {why}");
                outcome = run();
            }
            _ => break,
        }
    }
    outcome
}

/// The functions of a module as its cases.
macro_rules! cases {
    ($($function:ident),+ $(,)?) => {
        &[$($crate::harness::Case::new(concat!(module_path!(), "::", stringify!($function)), $function)),+]
    };
}
pub(crate) use cases;

/// The case that this process is to run.
pub(crate) fn asked_for() -> Option<String> {
    env::var(CASE).ok()
}

/// Runs a case in this process.
pub(crate) fn case(cases: &[Case], name: &str) -> ExitCode {
    let case = cases.iter().find(|case| case.name() == name).expect("a name of the list");
    (case.body)();
    ExitCode::SUCCESS
}

/// Whether the arguments choose any case to run.
pub(crate) fn has_work(arguments: &Arguments, cases: &[Case]) -> bool {
    let chosen =
        |case: &Case| arguments.filter.as_ref().is_none_or(|part| case.name().contains(part));
    !arguments.list && cases.iter().any(chosen)
}

/// Runs the cases that the arguments choose in guests, as many as there are processors.
pub(crate) fn run(arguments: &Arguments, cases: &[Case]) -> ExitCode {
    let processors = available_parallelism().map_or(1, usize::from);
    let threads = arguments.test_threads.unwrap_or_else(|| processors.min(MOST_GUESTS));
    let (guests, times) = (Arc::new(Guests::default()), Times::default());
    let trials =
        cases.iter().map(|case| case.trial(Arc::clone(&guests), Arc::clone(&times))).collect();
    let arguments = Arguments { test_threads: Some(threads), ..arguments.clone() };
    let conclusion = libtest_mimic::run(&arguments, trials);
    tell_slowest(&times);
    drop(guests);
    conclusion.exit_code()
}

fn tell_slowest(times: &Times) {
    let mut times = times.lock().expect("nothing panics with it");
    times.sort_unstable_by(|left, right| right.cmp(left));
    for (time, name) in times.iter().take(SLOWEST) {
        println!("{:7.1} s  {name}", time.as_secs_f64());
    }
}

/// In a guest: runs the cases that the host names.
pub(crate) fn serve(cases: &[Case], orders: &Path) -> ExitCode {
    guests::serve(orders, |name| {
        let case = cases.iter().find(|case| case.name() == name);
        apart(case.expect("the host has the same list"))
    });
    ExitCode::SUCCESS
}

/// Runs a case in a process of its own, which remembers no boards of other cases; if it fails, with all that it said. `timeout`
/// ends the processes that it started along with it.
fn apart(case: &Case) -> Result<(), String> {
    let state = tempfile::tempdir().map_err(|error| format!("a temporary folder: {error}"))?;
    let output = Command::new("timeout")
        .args(["--kill-after=5", SECONDS])
        .arg(env::current_exe().expect("a program has a path"))
        .env(CASE, case.name())
        .env("XDG_STATE_HOME", state.path())
        .envs(case.library.map(|library| ("RACKLET_FLASH_USB", library)))
        .output()
        .map_err(|error| format!("timeout, of coreutils: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = |bytes| String::from_utf8_lossy(bytes).into_owned();
    let ended = match output.status.code() {
        Some(124) => format!("took longer than {SECONDS} s"),
        _ => format!("ended with {}", output.status),
    };
    Err(format!("{}{}{ended}", said(&output.stdout), said(&output.stderr)))
}
