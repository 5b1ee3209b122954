//! What a run has done, one line an event, on the disk before the next thing is begun: whatever ends the process, the next
//! run knows which nodes are done.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{File, OpenOptions},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use rustix::fs::{FlockOperation, flock, fsync};
use serde::{Deserialize, Serialize};

use super::{
    RackError, folder,
    leader::Leader,
    manifest::Node,
    record::{Record, Trouble},
};
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
        /// The names of its nodes: all, or those that were asked for.
        #[serde(default)]
        nodes: Vec<String>,
    },
    /// A node was begun.
    Begin {
        /// Its name.
        node: String,
    },
    /// A hook of a node runs.
    Hook {
        /// The node's name.
        node: String,
        /// Its first process.
        leader: Leader,
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
    path: PathBuf,
    lines: Mutex<Lines>,
}

#[derive(Debug)]
struct Lines {
    file: File,
    /// Whether the last line may be cut off: the disk was full.
    torn: bool,
}

/// What a journal says of a run that is to go on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Past {
    /// Whether the boards were simulated; `None`: nothing was begun.
    pub rehearsal: Option<bool>,
    /// The nodes that came to an end and were not begun again, with the digest of what they were to be.
    pub done: BTreeMap<String, (String, Record)>,
    /// The nodes that were written and did not come to an end.
    pub written: Vec<String>,
    /// The hooks of nodes that did not come to an end.
    pub hooks: Vec<(String, Leader)>,
    /// The names of all nodes that the run is about.
    pub nodes: BTreeSet<String>,
    /// Whether a line before this one could not be read.
    doubtful: bool,
}

impl Journal {
    /// Opens the journal of a run, and tells what it says. Fails where another process has it.
    pub fn open(path: &Path) -> Result<(Self, Past), Problem> {
        let bad = |error: io::Error| unwritten(path, &error);
        let options = OpenOptions::new().read(true).append(true).create(true).clone();
        let mut file = folder::open_own(path, options).map_err(bad)?;
        if flock(&file, FlockOperation::NonBlockingLockExclusive)
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
        // A file system that cannot do this has the name all the same, unless the power fails.
        let _ = path.parent().map(File::open).and_then(Result::ok).map(fsync);
        let lines = Mutex::new(Lines { file, torn: false });
        Ok((Self { path: path.to_owned(), lines }, Past::of(&bytes)))
    }

    /// Adds an event: it is on the disk when this returns.
    ///
    /// # Errors
    ///
    /// The file cannot be written: the disk is full.
    pub fn add(&self, event: &Event) -> Result<(), Problem> {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        lines.add(event).map_err(|error| unwritten(&self.path, &error))
    }
}

impl Lines {
    fn add(&mut self, event: &Event) -> io::Result<()> {
        let mut line = if self.torn { b"\n".to_vec() } else { Vec::new() };
        serde_json::to_writer(&mut line, event)?;
        line.push(b'\n');
        self.torn = true;
        self.file.write_all(&line)?;
        self.torn = false;
        self.file.sync_data()
    }
}

fn unwritten(path: &Path, error: &io::Error) -> Problem {
    Problem::BadInput(format!("{}: {error}", path.display()))
        .advised("make room and see that the folder can be written, or name another one with --run")
}

impl Past {
    /// What the bytes of a journal say. A last line that is none was cut off when the process ended.
    fn of(bytes: &[u8]) -> Self {
        let mut past = Self::default();
        for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            match serde_json::from_slice(line) {
                Ok(event) => past.take(event),
                Err(_) => past.doubtful = true,
            }
        }
        past
    }

    fn take(&mut self, event: Event) {
        // A run follows what was cut off. In the middle of a run, the lost line may be the beginning of any node.
        let run = if let Event::Run { rehearsal, .. } = event { Some(rehearsal) } else { None };
        let is_other = run.is_some_and(|run| self.is_other(run));
        if std::mem::take(&mut self.doubtful) && run.is_none() || is_other {
            self.done.clear();
        }
        if is_other {
            self.nodes.clear();
        }
        match event {
            Event::Run { rehearsal, nodes, .. } => {
                self.rehearsal = Some(rehearsal);
                self.nodes.extend(nodes);
            }
            // What is done without a run is nobody's.
            _ if self.rehearsal.is_none() => {}
            // What it was before is no longer known, until it comes to its end.
            Event::Begin { node } => {
                self.done.remove(&node);
                self.nodes.insert(node);
            }
            Event::Hook { node, leader } => self.hooks.push((node, leader)),
            Event::Write { node } => self.written.push(node),
            Event::Done { digest, record } => {
                self.hooks.retain(|(node, _)| *node != record.name);
                // What was written and failed is not as it was before.
                if record.state.is_good() {
                    self.written.retain(|node| *node != record.name);
                }
                self.done.insert(record.name.clone(), (digest, *record));
            }
        }
    }

    /// Whether boards were simulated before and are real now, or the other way round.
    pub fn is_other(&self, rehearsal: bool) -> bool {
        self.rehearsal.is_some_and(|before| before != rehearsal)
    }

    /// What became of a node that was done, if it was to be what it is to be now.
    pub fn good(&self, node: &str, digest: &str) -> Option<Record> {
        let (then, record) = self.done.get(node)?;
        let good = then == digest && record.state.is_good();
        good.then(|| Record { before: true, ..record.clone() })
    }

    /// What became of a node that this run leaves alone, whatever it was to be; `None`: the run is not about it.
    pub fn other(&self, node: &Node) -> Option<Record> {
        let done = self.done.get(&node.name).map(|(_, record)| record.clone());
        let cut = || {
            let trouble = Some(Trouble::of(&RackError::Cut.into(), None));
            self.nodes.contains(&node.name).then(|| Record { trouble, ..Record::new(node, "") })
        };
        done.or_else(cut).map(|record| Record { before: true, ..record })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUN: &str = r#"{"event":"run","manifest":"m","sha256":"s","rehearsal":true,"time":1}"#;
    const BEGIN: &str = r#"{"event":"begin","node":"slot1"}"#;
    const WRITE: &str = r#"{"event":"write","node":"slot1"}"#;
    const DONE: &str = r#"{"event":"done","digest":"d","record":{"name":"slot1","board":"b","port":"1-1","state":"changed","bytes":1,"already_there":0,"seconds":1.0,"verified":true,"how":{},"retries":0,"chip":null,"image":"i","attempts":[]}}"#;

    fn is_done(lines: &[&str]) -> bool {
        Past::of(lines.join("\n").as_bytes()).good("slot1", "d").is_some()
    }

    #[test]
    fn a_node_is_done_until_it_is_begun_again() {
        assert!(is_done(&[RUN, BEGIN, WRITE, DONE]));
        assert!(!is_done(&[RUN, BEGIN, WRITE, DONE, RUN, BEGIN]));
        assert!(is_done(&[RUN, BEGIN, DONE, RUN, BEGIN, WRITE, DONE, ""]));
        assert!(!is_done(&[RUN, BEGIN, DONE, &DONE.replace("changed", "failed")]));
        assert!(Past::of(DONE.as_bytes()).good("slot1", "other").is_none());
    }

    #[test]
    fn what_cannot_be_read_proves_nothing() {
        let real = RUN.replace("true", "false");
        assert!(!is_done(&[&RUN[1..], BEGIN, DONE]), "of which run?");
        assert!(!is_done(&[RUN, BEGIN, DONE, &real]), "of simulated boards");
        assert!(!is_done(&[RUN, BEGIN, DONE, "{}", WRITE]), "it may have been begun again");
        assert!(!is_done(&[RUN, BEGIN, DONE, &BEGIN[1..], &BEGIN.replace('1', "2")]));
        assert!(is_done(&[RUN, BEGIN, DONE, &BEGIN[..9], RUN]), "the process ended there");
        for cut in 0..DONE.len() {
            assert!(!is_done(&[RUN, BEGIN, &DONE[..cut]]), "{cut}");
        }
        assert_eq!(Past::of(b"\0\xff\n\n[[[").rehearsal, None);
    }

    #[test]
    fn a_line_after_one_that_was_cut_off_can_be_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("journal");
        let (journal, _) = Journal::open(&path).expect("a file of our own");
        let run = Event::Run {
            manifest: "m".into(),
            sha256: "s".into(),
            rehearsal: true,
            time: 1,
            nodes: Vec::new(),
        };
        let mut lines = journal.lines.lock().expect("nobody panicked");
        lines.file.write_all(b"{\"event\":\"be").expect("a file of our own");
        lines.torn = true;
        drop(lines);
        journal.add(&run).expect("a file of our own");
        Journal::open(&path).expect_err("it is open");
        drop(journal);
        let (_, past) = Journal::open(&path).expect("nobody has it");
        assert_eq!(past.rehearsal, Some(true));
    }
}
