//! Programs of the rack's own that a node needs: they put a board into recovery, power it off and on, or route USB to it.

use std::{
    io::{self, Read},
    os::unix::process::{CommandExt, ExitStatusExt},
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};

use super::{error::RackError, leader::Leader};
use crate::{failure::Problem, transport::Stop};

/// How often to see whether it has ended.
const LOOK: Duration = Duration::from_millis(20);
/// How long what it printed may take to come after its end.
const REST: Duration = Duration::from_millis(500);
/// The most of its output that is kept, in bytes.
const KEPT: usize = 64 << 10;

/// A hook that is to run.
pub(super) struct Hook<'h> {
    /// What it is for: `recover`.
    pub name: &'static str,
    /// The program and its arguments.
    pub argv: &'h [String],
    /// Where it runs; a program with a `/` in its name is looked for there.
    pub folder: &'h Path,
    /// What its environment says of the node.
    pub environment: &'h [(&'static str, String)],
    /// How long it may take.
    pub limit: Duration,
}

impl Hook<'_> {
    /// Runs it to its end, and returns the beginning of what it printed, however it ended. All that it started in its process
    /// group ends with it. `begun` hears of its first process, so that another run can end it if this one is killed.
    ///
    /// # Errors
    ///
    /// It cannot be started, takes too long, ends with another code than 0, or the user stops it.
    pub(super) fn run(
        &self,
        stop: &Stop,
        begun: impl FnOnce(Leader) -> Result<(), Problem>,
    ) -> (String, Result<(), RackError>) {
        let mut child = match self.start() {
            Ok(child) => child,
            Err(error) => return (String::new(), Err(error)),
        };
        let said = listen(&mut child);
        // One that has ended already is nobody to be found.
        let noted = Leader::of(child.id()).map_or(Ok(()), begun);
        let noted = noted.map_err(|error| self.failed(error.to_string()));
        let end = noted.and_then(|()| self.await_end(&child, stop));
        let status = end_group(&mut child);
        let said = heard(&said);
        let end = end.and_then(|()| self.judge(status, &said));
        (said.all, end)
    }

    fn failed(&self, what: String) -> RackError {
        RackError::Hook { hook: self.name, what }
    }

    fn start(&self) -> Result<Child, RackError> {
        let (program, arguments) =
            self.argv.split_first().ok_or_else(|| self.failed("it names no program".into()))?;
        let mut command = match program.contains('/') {
            true => Command::new(self.folder.join(program)),
            false => Command::new(program),
        };
        command.args(arguments).envs(self.environment.iter().map(|(key, value)| (key, value)));
        command.current_dir(if self.folder == Path::new("") {
            Path::new(".")
        } else {
            self.folder
        });
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = command.process_group(0).spawn();
        child.map_err(|error| self.failed(format!("{program} cannot be started: {error}")))
    }

    /// Whether it ended well; otherwise with the last line that it printed.
    fn judge(&self, status: io::Result<ExitStatus>, said: &Said) -> Result<(), RackError> {
        let status = status.map_err(|error| self.failed(error.to_string()))?;
        if status.success() {
            return Ok(());
        }
        let text = if said.errors.trim().is_empty() { &said.all } else { &said.errors };
        let program = self.argv.first().map_or("", String::as_str);
        Err(self.failed(format!("{program} {}{}", ended(status), quoted(text))))
    }

    /// Waits until it ends, and leaves its number to it: nobody else's group has that until it is waited for.
    fn await_end(&self, child: &Child, stop: &Stop) -> Result<(), RackError> {
        let begin = Instant::now();
        let look = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        loop {
            match waitid(WaitId::Pid(Pid::from_child(child)), look) {
                Ok(Some(_)) => return Ok(()),
                Err(error) => {
                    return Err(self.failed(error.to_string()));
                }
                Ok(None) if stop.asked() => return Err(RackError::Stopped),
                Ok(None) if begin.elapsed() >= self.limit => {
                    let what = format!("it did not end within {} s", self.limit.as_secs());
                    return Err(self.failed(what));
                }
                Ok(None) => thread::sleep(LOOK),
            }
        }
    }
}

/// Ends whatever is left of a hook.
fn end_group(child: &mut Child) -> io::Result<ExitStatus> {
    let _ = kill_process_group(Pid::from_child(child), Signal::KILL);
    child.wait()
}

/// Reads all that a hook prints, so that it never waits for a reader; the beginning is kept.
fn listen(child: &mut Child) -> Receiver<(bool, Vec<u8>)> {
    let (to, said) = channel();
    let streams: [Option<Box<dyn Read + Send>>; 2] = [
        child.stdout.take().map(|stream| Box::new(stream) as _),
        child.stderr.take().map(|stream| Box::new(stream) as _),
    ];
    for (index, stream) in streams.into_iter().enumerate() {
        let Some(mut stream) = stream else { continue };
        let to = to.clone();
        thread::spawn(move || {
            let (mut kept, mut buffer) = (0, [0; 4096]);
            while let Ok(count @ 1..) = stream.read(&mut buffer) {
                let more = count.min(KEPT - kept);
                kept += more;
                if more > 0 && to.send((index == 1, buffer[..more].to_vec())).is_err() {
                    return;
                }
            }
        });
    }
    said
}

/// What a hook printed, and what of it were errors.
struct Said {
    all: String,
    errors: String,
}

/// What was printed. A program that left the process group may hold the pipes: it is not waited for.
fn heard(said: &Receiver<(bool, Vec<u8>)>) -> Said {
    let begin = Instant::now();
    let (mut all, mut errors) = (Vec::new(), Vec::new());
    while let Ok((is_error, more)) = said.recv_timeout(REST.saturating_sub(begin.elapsed())) {
        if is_error {
            errors.extend_from_slice(&more);
        }
        all.extend(more);
    }
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Said { all: text(all), errors: text(errors) }
}

fn ended(status: ExitStatus) -> String {
    match (status.code(), status.signal()) {
        (Some(code), _) => format!("ended with code {code}"),
        (None, Some(signal)) => format!("was ended by signal {signal}"),
        (None, None) => "ended".into(),
    }
}

/// The last line that it printed.
fn quoted(text: &str) -> String {
    let last = text.lines().rfind(|line| !line.trim().is_empty());
    last.map_or_else(String::new, |line| format!(": {}", link::Foreign(line.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(argv: &[&str], limit: Duration) -> Result<String, String> {
        let argv: Vec<_> = argv.iter().map(|word| (*word).to_owned()).collect();
        let environment = [("RACKLET_NODE", "slot3".to_owned())];
        let folder = Path::new("");
        let hook = Hook { name: "recover", argv: &argv, folder, environment: &environment, limit };
        let (said, end) = hook.run(&Stop::default(), |_| Ok(()));
        end.map(|()| said).map_err(|error| error.to_string())
    }

    const LONG: Duration = Duration::from_secs(60);

    #[test]
    fn a_hook_hears_of_its_node_and_is_heard() {
        let said = run(&["sh", "-c", "echo for $RACKLET_NODE"], LONG).expect("it ends well");
        assert_eq!(said, "for slot3\n");
        let error = run(&["sh", "-c", "echo first; echo no relay >&2; exit 3"], LONG);
        assert_eq!(error, Err("the hook `recover`: sh ended with code 3: no relay".into()));
        let error = run(&["./no-such-hook"], LONG).expect_err("it is not there");
        assert!(error.contains("cannot be started"), "{error}");
    }

    #[test]
    fn what_a_hook_leaves_behind_ends_with_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let mark = folder.path().join("mark");
        let script = format!("(sleep 0.4; touch {}) & echo started", mark.display());
        let begin = Instant::now();
        assert_eq!(run(&["sh", "-c", &script], LONG).as_deref(), Ok("started\n"));
        assert!(begin.elapsed() < Duration::from_secs(30));
        thread::sleep(Duration::from_millis(800));
        assert!(!mark.exists());
    }

    #[test]
    fn a_hook_has_a_limit_and_floods_nothing() {
        let short = Duration::from_millis(300);
        let error = run(&["sh", "-c", "sleep 600"], short).expect_err("it hangs");
        assert!(error.contains("did not end within"), "{error}");
        let said = run(&["sh", "-c", "yes | head -c 5000000"], LONG).expect("it ends");
        assert_eq!(said.len(), KEPT);
    }

    #[test]
    fn a_wish_to_stop_ends_a_hook() {
        let stop = Stop::default();
        stop.request();
        let argv = ["sleep".to_owned(), "600".to_owned()];
        let folder = Path::new("");
        let hook = Hook { name: "usb", argv: &argv, folder, environment: &[], limit: LONG };
        assert!(matches!(hook.run(&stop, |_| Ok(())).1, Err(RackError::Stopped)));
    }
}
