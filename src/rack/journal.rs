//! What a run has done, one line an event, on the disk before the next thing is begun: whatever ends the process, the next
//! run knows which nodes are done.

use std::{
    collections::BTreeMap,
    fs::{File, OpenOptions},
    io::{Read, Write},
    path::Path,
    sync::{Mutex, PoisonError},
};

use rustix::fs::{FlockOperation, flock};
use serde::{Deserialize, Serialize};

use super::record::Record;
use crate::failure::Problem;

/// What happened.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(tag = "event", rename_all = "lowercase")]
pub enum Event {
    /// A run began, or went on.
    Run {
        /// The manifest.
        manifest: String,
        /// Its SHA-256.
        sha256: String,
        /// Whether the boards are simulated.
        rehearsal: bool,
        /// Seconds since 1970.
        time: u64,
    },
    /// A node was begun.
    Begin {
        /// Its name.
        node: String,
    },
    /// Something of a node is about to be overwritten.
    Write {
        /// Its name.
        node: String,
    },
    /// A node came to its end.
    Done {
        /// The digest of everything that it was to be.
        digest: String,
        /// What became of it.
        record: Box<Record>,
    },
}

/// An open journal. No other process has it.
#[derive(Debug)]
pub struct Journal {
    file: Mutex<File>,
}

/// What a journal says of a run that is to go on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Past {
    /// Whether anything was begun.
    pub begun: bool,
    /// Whether the boards were simulated.
    pub rehearsal: bool,
    /// The nodes that came to an end, with the digest of what they were to be: the last one counts.
    pub done: BTreeMap<String, (String, Record)>,
    /// The nodes that were written and did not come to an end.
    pub written: Vec<String>,
}

impl Journal {
    /// Opens the journal of a run, and tells what it says. Fails where another process has it.
    pub fn open(path: &Path) -> Result<(Self, Past), Problem> {
        let bad = |error: std::io::Error| Problem::BadInput(format!("{}: {error}", path.display()));
        let mut file = OpenOptions::new().read(true).append(true).create(true).open(path);
        let file = file.as_mut().map_err(|error| bad(std::io::Error::other(error.to_string())))?;
        if flock(&*file, FlockOperation::NonBlockingLockExclusive)
            == Err(rustix::io::Errno::WOULDBLOCK)
        {
            let text = format!("{}: this run is under way in another process", path.display());
            return Err(Problem::Refused(text).advised("wait until it is done"));
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(bad)?;
        // A line that was cut off is not continued.
        if bytes.last().is_some_and(|last| *last != b'\n') {
            file.write_all(b"\n").map_err(bad)?;
        }
        let file = file.try_clone().map_err(bad)?;
        Ok((Self { file: Mutex::new(file) }, Past::of(&bytes)))
    }

    /// Adds an event: it is on the disk when this returns.
    pub fn add(&self, event: &Event) -> std::io::Result<()> {
        let mut line = serde_json::to_vec(event)?;
        line.push(b'\n');
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.write_all(&line)?;
        file.sync_data()
    }
}

impl Past {
    /// What the bytes of a journal say. A line that is none was cut off when the machine stopped.
    fn of(bytes: &[u8]) -> Self {
        let mut past = Self::default();
        for line in bytes.split(|byte| *byte == b'\n') {
            if let Ok(event) = serde_json::from_slice(line) {
                past.take(event);
            }
        }
        past
    }

    fn take(&mut self, event: Event) {
        self.begun = true;
        match event {
            Event::Run { rehearsal, .. } => self.rehearsal = rehearsal,
            Event::Begin { .. } => {}
            Event::Write { node } => self.written.push(node),
            Event::Done { digest, record } => {
                // What was written and failed is not as it was before.
                if record.state.is_good() {
                    self.written.retain(|node| *node != record.name);
                }
                self.done.insert(record.name.clone(), (digest, *record));
            }
        }
    }

    /// What became of a node that was done, if it was to be what it is to be now.
    pub fn good(&self, node: &str, digest: &str) -> Option<Record> {
        let (then, record) = self.done.get(node)?;
        let good = then == digest && record.state.is_good();
        good.then(|| Record { before: true, ..record.clone() })
    }
}
