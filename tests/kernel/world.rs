//! What cases do with the guest: other people's tools, a plain user, boards that come and go.
#![allow(dead_code, reason = "for cases with boards")]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Child, ChildStderr, ChildStdout, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::tool::{Run, finish};

/// How long the kernel may take to see a board come or go: half a second is usual.
const ENUMERATION: Duration = Duration::from_secs(10);

/// Another program, with arguments that are separated by spaces.
pub(crate) fn other(program: &str, arguments: &str) -> Command {
    let mut command = Command::new(program);
    command.args(arguments.split_whitespace()).stdin(Stdio::null());
    command
}

/// `command`, started by another program.
fn wrapped(program: &str, arguments: &[&str], command: &Command) -> Command {
    let mut outer = Command::new(program);
    outer.args(arguments).arg(command.get_program()).args(command.get_args()).stdin(Stdio::null());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => outer.env(name, value),
            None => outer.env_remove(name),
        };
    }
    if let Some(folder) = command.get_current_dir() {
        outer.current_dir(folder);
    }
    outer
}

/// `command` as a user who may nothing.
pub(crate) fn as_user(command: &Command) -> Command {
    let ids = ["--reuid=65534", "--regid=65534", "--clear-groups"];
    let mut outer = wrapped("setpriv", &ids, command);
    outer.current_dir("/");
    outer
}

/// Runs a command, which is stopped (exit code 124) after a time.
pub(crate) fn within(limit: Duration, command: &Command) -> Run {
    let limit = limit.as_secs_f64().to_string();
    finish(&mut wrapped("timeout", &["--kill-after=2", &limit], command))
}

/// Names the folder of [`results`], where several guests run side by side.
pub(crate) const RESULTS: &str = "RACKLET_FLASH_RESULTS";

/// A folder of the host: what is written here outlives the guest.
pub(crate) fn results() -> PathBuf {
    env::var_os(RESULTS).map_or_else(|| env!("CARGO_TARGET_TMPDIR").into(), PathBuf::from)
}

/// What sysfs has at a port.
fn device(port: &str) -> PathBuf {
    Path::new("/sys/bus/usb/devices").join(port)
}

/// Waits until a device is at `port` and ready to be opened.
#[track_caller]
pub(crate) fn comes(port: &str) {
    // The kernel makes the configuration's files last.
    let ready =
        || fs::read(device(port).join("bConfigurationValue")).is_ok_and(|text| text.len() > 1);
    assert!(soon(ready), "no device came to {port}");
}

/// Waits until no device is at `port`.
#[track_caller]
pub(crate) fn leaves(port: &str) {
    assert!(soon(|| !device(port).exists()), "the device at {port} stays");
}

/// Whether it becomes true in time.
pub(crate) fn soon(mut is_true: impl FnMut() -> bool) -> bool {
    let start = Instant::now();
    loop {
        if is_true() {
            return true;
        }
        if start.elapsed() > ENUMERATION {
            return false;
        }
        thread::sleep(Duration::from_millis(5));
    }
}

/// A program in the background, which does not outlive this value.
pub(crate) struct Background(Child);

impl Background {
    pub(crate) fn start(command: &mut Command) -> Self {
        Self(command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}")))
    }

    pub(crate) fn id(&self) -> u32 {
        self.0.id()
    }

    /// What it answers, if that was asked for when it was started.
    pub(crate) fn stdout(&mut self) -> ChildStdout {
        self.0.stdout.take().expect("it is piped, and taken once")
    }

    /// What it says, if that was asked for when it was started.
    pub(crate) fn stderr(&mut self) -> ChildStderr {
        self.0.stderr.take().expect("it is piped, and taken once")
    }

    /// Whether it runs no more.
    pub(crate) fn has_ended(&mut self) -> bool {
        self.0.try_wait().expect("a child can be asked").is_some()
    }

    /// Sends it a signal.
    pub(crate) fn signal(&self, signal: &str) {
        finish(&mut other("kill", &format!("-{signal} {}", self.0.id()))).good();
    }

    /// Waits for its end; its exit code.
    pub(crate) fn end(mut self) -> Option<i32> {
        self.0.wait().expect("a child can be waited for").code()
    }

    /// Lets it end in order.
    pub(crate) fn interrupt(mut self) {
        self.signal("INT");
        self.0.wait().expect("a child can be waited for");
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
