//! Guests that run cases, as many side by side as there are cases at once. A guest takes one case after the other: what it
//! is to run and what came of it are files in a folder that it shares with the host.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Child,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

use crate::guest;

/// The folder of orders; set in a guest that takes any.
const ORDERS: &str = "RACKLET_FLASH_ORDERS";
/// Which of the guests it is, for `tests/kernel/shell`.
const NUMBER: &str = "RACKLET_FLASH_GUEST";
/// What a guest may use.
const MEMORY: &str = "1G";
/// What a guest may take, in seconds.
const SECONDS: &str = "3600";
/// How often a file is looked for.
const LOOK: Duration = Duration::from_millis(10);
/// What a guest may take for its start and one case, which ends itself before.
const LIMIT: Duration = Duration::from_secs(240);

/// What came of a case: why it failed.
type Outcome = Result<(), String>;

/// The guests that have been booted.
#[derive(Default)]
pub(crate) struct Guests {
    idle: Mutex<Vec<Guest>>,
    booted: AtomicUsize,
}

impl Guests {
    /// Runs a case in a guest that has nothing to do, or in a new one. A guest that breaks is not used again.
    pub(crate) fn run(&self, case: &str) -> Outcome {
        let idle = self.idle.lock().expect("nothing panics with it").pop();
        let mut guest =
            idle.unwrap_or_else(|| Guest::boot(self.booted.fetch_add(1, Ordering::Relaxed)));
        let outcome = guest.run(case)?;
        self.idle.lock().expect("nothing panics with it").push(guest);
        outcome
    }
}

struct Guest {
    process: Child,
    orders: TempDir,
    given: usize,
}

impl Guest {
    fn boot(number: usize) -> Self {
        let shared = env!("CARGO_TARGET_TMPDIR");
        let orders = tempfile::tempdir_in(shared).expect("a folder that is shared");
        let results = Path::new(shared).join(format!("guest{number}"));
        fs::create_dir_all(&results).expect("a folder for captures");
        let process = guest::command(MEMORY, SECONDS)
            .env(ORDERS, orders.path())
            .env(NUMBER, number.to_string())
            .env(crate::world::RESULTS, results)
            .spawn()
            .expect("setpriv starts, of util-linux");
        Self { process, orders, given: 0 }
    }

    /// Has a case run. The outer error is the guest's own.
    fn run(&mut self, case: &str) -> Result<Outcome, String> {
        let answer = answer(self.orders.path(), self.given);
        self.order(case);
        let start = Instant::now();
        while !answer.exists() {
            if let Some(status) = self.process.try_wait().expect("a child can be asked") {
                return Err(format!("the guest ended ({status}) while the case ran"));
            }
            if start.elapsed() > LIMIT {
                return Err(format!("no answer from the guest in {LIMIT:?}"));
            }
            thread::sleep(LOOK);
        }
        let answer = fs::read(answer).expect("it is there, whole");
        Ok(serde_json::from_slice(&answer).expect("the guest is this program"))
    }

    fn order(&mut self, case: &str) {
        put(&order(self.orders.path(), self.given), case.as_bytes());
        self.given += 1;
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        self.order("");
        let end = Instant::now() + Duration::from_secs(10);
        while Instant::now() < end && matches!(self.process.try_wait(), Ok(None)) {
            thread::sleep(LOOK);
        }
        // The script that has booted it ends with it.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The folder of orders, if this program runs in a guest.
pub(crate) fn orders() -> Option<PathBuf> {
    env::var_os(ORDERS).map(PathBuf::from)
}

/// In a guest: runs the cases that are ordered, one after the other, until there are no more.
pub(crate) fn serve(orders: &Path, run: impl Fn(&str) -> Outcome) {
    for number in 0.. {
        let order = order(orders, number);
        while !order.exists() {
            thread::sleep(LOOK);
        }
        let case = fs::read_to_string(order).expect("it is there, whole");
        if case.is_empty() {
            return;
        }
        let outcome = serde_json::to_vec(&run(&case)).expect("a text");
        put(&answer(orders, number), &outcome);
    }
}

fn order(orders: &Path, number: usize) -> PathBuf {
    orders.join(format!("{number}.case"))
}

fn answer(orders: &Path, number: usize) -> PathBuf {
    orders.join(format!("{number}.outcome"))
}

/// A file that is there as a whole or not at all.
fn put(path: &Path, bytes: &[u8]) {
    let half = path.with_extension("half");
    fs::write(&half, bytes).expect("the shared folder can be written to");
    fs::rename(half, path).expect("the shared folder can be written to");
}
