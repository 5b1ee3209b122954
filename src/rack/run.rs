//! A run: a thread a node, from the first hook to the last line of its console.

use std::{
    collections::BTreeMap,
    fmt::Display,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    thread,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use link::Code;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{
    Prepared, RackError, Settings,
    folder::RunFolder,
    journal::{Event, Journal, Past},
    lost::Lost,
    manifest::{Manifest, Node},
    node::{Work, job},
    record::{Record, State, Trouble},
    report::Report,
    turns::Turns,
};
use crate::{
    doctor::{self, Machine},
    exit::Exit,
    failure::Problem,
    family::{Context, Desk},
    files::hex,
    number::to_millis,
    plan::{Memory, Plan},
    transport::Stop,
};

/// How often to see whether a node's time is up.
const LOOK: Duration = Duration::from_millis(100);
/// How long a node whose time is up may go on with a transfer.
const GRACE: Duration = Duration::from_secs(10);

/// Whoever looks on.
pub trait Audience: Sync {
    /// Who hears of a node's progress; it is used in that node's thread.
    fn desk(&self, node: &Node) -> Box<dyn Desk + '_>;

    /// A node came to its end.
    fn done(&self, record: &Record);

    /// Something about the whole rack.
    fn note(&self, text: &str);
}

/// A run that is under way.
pub struct Rack<'r> {
    pub(super) manifest: &'r Manifest,
    pub(super) settings: &'r Settings,
    pub(super) folder: RunFolder,
    pub(super) journal: Journal,
    pub(super) past: Past,
    pub(super) begin: Instant,
    pub(super) lost: Lost,
}

/// What became of a rack.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Its nodes, in the order of the manifest; with `--resume`, also those that this run was not asked for.
    pub nodes: Vec<Record>,
    /// Files of the run's folder that could not be written, and why.
    pub unwritten: Vec<String>,
    /// Seconds that the run took.
    pub seconds: f64,
    /// The run's folder.
    pub folder: PathBuf,
    /// Whether the boards were simulated.
    pub rehearsal: bool,
    /// The seed of what went wrong with them.
    pub seed: Option<u64>,
    /// The manifest.
    pub manifest: PathBuf,
}

impl Summary {
    /// The exit code: the smallest class of the nodes' failures; where there are none, 0 if all of that is written down.
    pub fn exit(&self) -> Exit {
        let failed = self.nodes.iter().filter(|node| !node.state.is_good());
        let failed = failed.map(|node| node.exit().unwrap_or(Exit::Interrupted));
        let written = if self.unwritten.is_empty() { Exit::Done } else { Exit::Failed };
        failed.min().unwrap_or(written)
    }

    /// The stable word of a failure that is no node's.
    fn code(&self) -> Option<&'static str> {
        let is_lost =
            !self.unwritten.is_empty() && self.nodes.iter().all(|node| node.state.is_good());
        is_lost.then(|| Code::RACK_UNWRITTEN.word())
    }

    /// How many nodes ended so.
    pub fn count(&self, state: State) -> usize {
        self.nodes.iter().filter(|node| node.state == state).count()
    }

    /// It for scripts: what `result.json` holds.
    pub fn fields(&self) -> Value {
        json!({
            "schema": 1, "manifest": self.manifest.display().to_string(), "seconds": self.seconds,
            "rehearsal": self.rehearsal, "seed": self.seed, "exit": self.exit() as u8,
            "run": self.folder.display().to_string(), "nodes": self.nodes, "code": self.code(),
            "unwritten": self.unwritten,
        })
    }
}

impl<'r> Rack<'r> {
    /// Begins a run in its folder, or goes on with one.
    ///
    /// # Errors
    ///
    /// The folder cannot be made, holds a run already, or none to go on with; or another process is at it.
    pub fn begin(
        manifest: &'r Manifest,
        settings: &'r Settings,
        folder: Option<&Path>,
        resume: bool,
    ) -> anyhow::Result<Self> {
        let folder = match resume {
            true => RunFolder::find(&manifest.path, folder)?,
            false => RunFolder::make(&manifest.path, folder)?,
        };
        let (journal, past) = Journal::open(&folder.file("journal"))?;
        let rehearsal = settings.rehearsal.is_some();
        let past = begun(past, resume, rehearsal, &folder)?;
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let chosen = settings.chosen(manifest)?.into_iter();
        journal.add(&Event::Run {
            manifest: manifest.path.display().to_string(),
            sha256: manifest.sha256.clone(),
            rehearsal,
            time: since.as_secs(),
            nodes: chosen.map(|index| manifest.nodes[index].name.clone()).collect(),
        })?;
        let (begin, lost) = (Instant::now(), Lost::default());
        Ok(Self { manifest, settings, folder, journal, past, begin, lost })
    }

    /// The run's folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn is_rehearsal(&self) -> bool {
        self.settings.rehearsal.is_some()
    }

    /// Where a node's board is remembered: beside the manifest, or in a rehearsal in the run's folder.
    pub(super) fn memory(&self, node: &Node) -> Memory {
        let file = match self.is_rehearsal() {
            true => self.folder.file("lock"),
            false => lock_file(&self.manifest.path),
        };
        Memory::of_node(file, &node.name)
    }

    /// Works on the nodes that were prepared, and writes down what became of them. A node that fails disturbs no other.
    pub fn run(
        &self,
        prepared: &BTreeMap<usize, Prepared>,
        audience: &dyn Audience,
        stop: &Stop,
    ) -> Summary {
        let plans = self.plans(prepared);
        self.folder.become_latest(&self.manifest.path);
        self.folder.forget_results();
        self.told(self.folder.write_json("plan.json", &plans), "plan.json", audience);
        let nodes = self.with_others(self.all(prepared, audience, stop));
        // The process stays until this is written.
        let _flight = stop.flight();
        let mut summary = self.summary(nodes);
        self.write_down(&mut summary, &plans, audience);
        summary
    }

    /// The most nodes that are worked on at once: no more than the kernel has memory for, which fails transfers otherwise.
    fn at_once(&self, nodes: usize, audience: &dyn Audience) -> Option<usize> {
        let asked = self.settings.jobs.or(self.manifest.jobs);
        let fit = doctor::boards_at_once(&Machine::here()).filter(|_| !self.is_rehearsal());
        let Some(fit) = fit.filter(|fit| asked.unwrap_or(nodes) > *fit) else { return asked };
        audience.note(&format!(
            "{fit} boards at once: the kernel has no memory for more transfers over USB (`racklet-flash doctor`)"
        ));
        Some(fit.max(1))
    }

    fn summary(&self, nodes: Vec<Record>) -> Summary {
        Summary {
            nodes,
            unwritten: self.lost.all(),
            seconds: to_millis(self.begin.elapsed().as_secs_f64()),
            folder: self.folder.path().to_owned(),
            rehearsal: self.is_rehearsal(),
            seed: self.settings.rehearsal.as_ref().and_then(|rehearsal| rehearsal.seed),
            manifest: self.manifest.path.clone(),
        }
    }

    /// Writes down what became of the nodes: `result.json` comes last, as it says what could not be written before.
    fn write_down(&self, summary: &mut Summary, plans: &Value, audience: &dyn Audience) {
        let now = SystemTime::now();
        let begin = now.checked_sub(self.begin.elapsed()).unwrap_or(now);
        let report = Report::new(summary, &self.manifest.sha256, begin, plans);
        for (name, text) in [("report.html", report.html()), ("metrics.prom", report.metrics())] {
            self.told(self.folder.write(name, text.as_bytes()), name, audience);
        }
        summary.unwritten = self.lost.all();
        self.told(
            self.folder.write_json("result.json", &summary.fields()),
            "result.json",
            audience,
        );
        summary.unwritten = self.lost.all();
        if std::fs::read(&self.manifest.path)
            .is_ok_and(|now| hex(&Sha256::digest(now)) != self.manifest.sha256)
        {
            audience
                .note("the manifest was changed during the run: the run did what it said before");
        }
    }

    fn all(
        &self,
        prepared: &BTreeMap<usize, Prepared>,
        audience: &dyn Audience,
        stop: &Stop,
    ) -> Vec<Record> {
        let chosen: Vec<_> = prepared.keys().copied().collect();
        let turns = Turns::new(self.manifest, &chosen, self.at_once(chosen.len(), audience));
        thread::scope(|scope| {
            let threads = prepared.iter().map(|(index, ready)| {
                let (turns, index) = (&turns, *index);
                let name = &self.manifest.nodes[index].name;
                let work = move || self.one(index, ready, (turns, audience), stop);
                let thread = thread::Builder::new().name(name.clone()).spawn_scoped(scope, work);
                if thread.is_err() {
                    turns.give_up(index);
                }
                (index, ready, thread)
            });
            let threads: Vec<_> = threads.collect();
            let ends = threads.into_iter().map(|(index, ready, thread)| {
                let why = match thread.map(thread::ScopedJoinHandle::join) {
                    Ok(Ok(record)) => return record,
                    Ok(Err(_)) => "a fault in racklet-flash itself ended this node".to_owned(),
                    Err(error) => format!("no thread could be made for it: {error}"),
                };
                let mut record = Record::new(&self.manifest.nodes[index], &ready.image_sha256);
                record.fail(Trouble::of(&Problem::Failed(why).into(), None));
                record
            });
            ends.collect()
        })
    }

    /// Says that a file of the run could not be written, and keeps it: the boards are what they are.
    fn told<E: Display>(&self, written: Result<(), E>, name: &str, audience: &dyn Audience) {
        self.lost.keep(name, written).iter().for_each(|text| audience.note(text));
    }

    /// One node: when its turn comes, and unless it is done already.
    fn one(
        &self,
        index: usize,
        prepared: &Prepared,
        (turns, audience): (&Turns<'_>, &dyn Audience),
        stop: &Stop,
    ) -> Record {
        let node = &self.manifest.nodes[index];
        if let Some(record) = self.past.good(&node.name, &prepared.digest) {
            if let Ok(turn) = turns.wait(index, stop) {
                turn.end(true);
            }
            audience.done(&record);
            return record;
        }
        let record = match turns.wait(index, stop) {
            Err(error) => never(node, prepared, &error),
            Ok(turn) => {
                let record = self.work(node, prepared, audience, stop);
                let done = Event::Done {
                    digest: prepared.digest.clone(),
                    record: Box::new(record.clone()),
                };
                self.told(self.journal.add(&done), &format!("journal ({})", node.name), audience);
                turn.end(record.state.is_good());
                record
            }
        };
        audience.done(&record);
        record
    }

    fn work(
        &self,
        node: &Node,
        prepared: &Prepared,
        audience: &dyn Audience,
        stop: &Stop,
    ) -> Record {
        let mut screen = audience.desk(node);
        let (own, late) = (stop.child(), Arc::<AtomicBool>::default());
        let over = Arc::<AtomicBool>::default();
        let (ended, its, limit) = (over.clone(), (own.clone(), late.clone()), node.limit);
        // It ends with the node, or soon after.
        let watch = move || watch(limit, &its.0, &its.1, &ended);
        let watched = thread::Builder::new().name("limit".into()).spawn(watch);
        let work = Work { rack: self, node, prepared, stop: own, late };
        let record = work.run(&mut *screen);
        over.store(true, SeqCst);
        if watched.is_err() {
            audience.note(&format!("{}: its limit was not watched", node.name));
        }
        record
    }
}

/// Asks a node to stop when its time is up, and cuts its transfer where that takes too long.
fn watch(limit: Duration, stop: &Stop, late: &AtomicBool, over: &AtomicBool) {
    let begin = Instant::now();
    while !over.load(SeqCst) {
        let passed = begin.elapsed();
        if passed >= limit && !late.swap(true, SeqCst) {
            stop.request();
        }
        if passed >= limit + GRACE {
            stop.request();
            return;
        }
        thread::sleep(LOOK);
    }
}

/// The plan for one node, whose board is looked at where it is there. Changes nothing.
///
/// # Errors
///
/// What would be refused before the first write.
pub fn dry_run(
    manifest: &Manifest,
    settings: &Settings,
    (node, prepared): (&Node, &Prepared),
    cx: &mut Context<'_>,
) -> anyhow::Result<Plan> {
    let way = settings.way(node, None, 0)?;
    let memory = Memory::of_node(lock_file(&manifest.path), &node.name);
    let mut job = job(node, prepared, settings, (way, memory));
    job.access.wait = None;
    job.rehearse(cx)
}

/// A node that is not begun.
fn never(node: &Node, prepared: &Prepared, error: &RackError) -> Record {
    let mut record = Record::new(node, &prepared.image_sha256);
    record.trouble = Some(Trouble::of(&error.clone().into(), None));
    record
}

/// What an earlier run says to this one. Fails where this one must not go on with it.
fn begun(past: Past, resume: bool, rehearsal: bool, folder: &RunFolder) -> Result<Past, Problem> {
    let path = folder.path().display();
    match (resume, past.rehearsal) {
        (true, _) if past.is_other(rehearsal) => {
            let text = format!("{path}: a rehearsal and a run cannot go on with each other");
            Err(Problem::Usage(text).advised("name another folder with --run"))
        }
        (false, Some(before)) if !rehearsal || !before => {
            Err(Problem::Usage(format!("{path}: there is a run in this folder"))
                .advised("go on with it with --resume, or name another folder with --run"))
        }
        // A rehearsal begins afresh, on the storage that the last one left.
        (false, _) => Ok(Past::default()),
        (true, _) => Ok(past),
    }
}

/// Where the boards of a manifest's nodes are remembered.
pub fn lock_file(manifest: &Path) -> PathBuf {
    let mut name = manifest.as_os_str().to_owned();
    name.push(".lock");
    name.into()
}
