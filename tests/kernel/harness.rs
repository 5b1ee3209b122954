//! Running cases: one after the other, each in a process of its own, so that one that hangs or leaves something behind
//! does not take the others with it.

use std::{
    env,
    process::{Command, ExitCode},
};

use libtest_mimic::{Arguments, Failed, Trial};

/// Names the case that a process is to run.
const CASE: &str = "RACKLET_FLASH_CASE";
/// What one case may take.
const SECONDS: &str = "120";

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

    fn trial(self) -> Trial {
        Trial::test(self.name(), move || apart(&self))
    }
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

/// Runs the cases that the arguments choose.
pub(crate) fn run(arguments: &Arguments, cases: &[Case]) -> ExitCode {
    let arguments = Arguments { test_threads: Some(1), ..arguments.clone() };
    let trials = cases.iter().copied().map(Case::trial).collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// Runs a case in a process of its own; if it fails, with all that it said. `timeout` ends the processes that it started
/// along with it.
fn apart(case: &Case) -> Result<(), Failed> {
    let output = Command::new("timeout")
        .args(["--kill-after=5", SECONDS])
        .arg(env::current_exe()?)
        .env(CASE, case.name())
        .envs(case.library.map(|library| ("RACKLET_FLASH_USB", library)))
        .output()?;
    if output.status.success() {
        return Ok(());
    }
    let said = |bytes| String::from_utf8_lossy(bytes).into_owned();
    let ended = match output.status.code() {
        Some(124) => format!("took longer than {SECONDS} s"),
        _ => format!("ended with {}", output.status),
    };
    Err(format!("{}{}{ended}", said(&output.stdout), said(&output.stderr)).into())
}
