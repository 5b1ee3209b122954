//! One node, as one transaction: hooks, its board from whatever state to the manifest's, the console after the restart.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    time::Instant,
};

use link::{StepId, Watch};

use super::{
    Prepared, Rack, Settings,
    console::Listener,
    desk::{Log, NodeDesk},
    error::RackError,
    hook::Hook,
    journal::Event,
    manifest::Node,
    prepare::goal,
    record::{Record, Trouble},
};
use crate::{
    family::{Context, Desk},
    number::to_millis,
    plan::{Done, Expected, Job, Memory},
    session::{Access, Recorder, Way},
    transport::{PortName, Stop},
};

/// Bytes of each transfer that a trace keeps: a whole image is no evidence.
const SNAP: usize = 128;

/// A node that is being worked on.
pub(super) struct Work<'w> {
    pub(super) rack: &'w Rack<'w>,
    pub(super) node: &'w Node,
    pub(super) prepared: &'w Prepared,
    /// A wish to stop this node, and what is asked of the rack.
    pub(super) stop: Stop,
    /// Set by who stops the node because its time is up.
    pub(super) late: Arc<AtomicBool>,
}

/// Who listens to a console, once that has begun, or why nobody does.
type Listening = Arc<Mutex<Option<Result<Listener, RackError>>>>;

/// What a job runs into, and who looks on.
struct Attended<'a> {
    folder: &'a Path,
    log: &'a mut Log,
    screen: &'a mut dyn Desk,
}

impl Work<'_> {
    /// Works on the node until it is as the manifest says, or no attempt is left.
    pub(super) fn run(&self, screen: &mut dyn Desk) -> Record {
        let begin = Instant::now();
        let mut record = Record::new(self.node, &self.prepared.image_sha256);
        let ended = self.try_all(screen, &mut record);
        record.seconds = to_millis(begin.elapsed().as_secs_f64());
        if let Err(trouble) = ended {
            record.fail(trouble);
        }
        record
    }

    fn try_all(&self, screen: &mut dyn Desk, record: &mut Record) -> Result<(), Trouble> {
        let plain = |error: anyhow::Error| Trouble::of(&error, None);
        let folder = self.rack.folder.node(&self.node.name).map_err(|error| plain(error.into()))?;
        let began = Event::Begin { node: self.node.name.clone() };
        self.rack.journal.add(&began).map_err(|error| plain(error.into()))?;
        let mut log = Log::open(&folder.join("log"), self.rack.begin);
        self.end_hooks(&mut log);
        let attended = Attended { folder: &folder, log: &mut log, screen: &mut *screen };
        let ended = self.attempts(attended, record);
        let lost = self.rack.lost.keep(&format!("{}/log", self.node.name), log.end());
        lost.iter().for_each(|text| screen.note(text));
        ended
    }

    /// Ends what an earlier run left behind when it was killed: it would work against this one.
    fn end_hooks(&self, log: &mut Log) {
        let hooks = self.rack.past.hooks.iter().filter(|(node, _)| *node == self.node.name);
        for (_, leader) in hooks.filter(|(_, leader)| leader.end()) {
            log.say(&format!("ended process {}, a hook of an earlier run", leader.process));
        }
    }

    fn attempts(&self, mut attended: Attended<'_>, record: &mut Record) -> Result<(), Trouble> {
        let mut wrote = self.rack.past.written.contains(&self.node.name);
        loop {
            let ended = self.attempt(&mut attended, record, &mut wrote);
            let Err(trouble) = ended else { return Ok(()) };
            attended.log.say(&format!("failed: {}", trouble.message));
            let again = record.retries < self.node.retries as usize;
            if !again || !trouble.may_pass() || self.stop.asked() {
                return Err(trouble);
            }
            record.retries += 1;
            self.keep_trace(attended.folder, record.retries);
            attended.screen.note(&format!(
                "{}; trying again ({} of {})",
                trouble.message, record.retries, self.node.retries
            ));
        }
    }

    /// The trace of an attempt that is not the last one.
    fn keep_trace(&self, folder: &Path, number: usize) {
        let trace = self.trace(folder);
        let name = trace.file_name().unwrap_or_default().to_string_lossy();
        let _ = fs::rename(&trace, folder.join(format!("attempt-{number}-{name}")));
    }

    fn attempt(
        &self,
        attended: &mut Attended<'_>,
        record: &mut Record,
        wrote: &mut bool,
    ) -> Result<(), Trouble> {
        let listener = Listening::default();
        let (listening, folder) = (listener.clone(), attended.folder);
        let restarts = move || {
            if self.is_console_free() {
                let mut listening = listening.lock().unwrap_or_else(PoisonError::into_inner);
                *listening = self.listen(folder);
            }
        };
        let at = (&self.rack.journal, self.node.name.as_str());
        let mut desk = NodeDesk::new(attended.screen, attended.log, at, Box::new(restarts));
        record.begin();
        let done = self.carry_out(attended.folder, &mut desk, record.retries);
        // What was written is what it is, whatever the console says.
        let before = *wrote;
        *wrote |= desk.wrote;
        let heard = done.and_then(|done| {
            record.take(self.node, &done.outcome, before);
            self.hear(attended.folder, &mut desk, listener)
        });
        let trouble = heard.err().map(|error| match self.late.load(SeqCst) {
            // The wish to stop came because the time was up.
            true => {
                let error = RackError::Limit { seconds: self.node.limit.as_secs() };
                Trouble::of(&error.into(), desk.under_way())
            }
            false => Trouble::of(&error, desk.under_way()),
        });
        let mut attempt = desk.end();
        attempt.trouble.clone_from(&trouble);
        record.attempts.push(attempt);
        let Some(trouble) = trouble else {
            let _ = fs::remove_file(self.trace(attended.folder));
            return Ok(());
        };
        Err(trouble)
    }

    fn carry_out(
        &self,
        folder: &Path,
        desk: &mut NodeDesk<'_>,
        retry: usize,
    ) -> anyhow::Result<Done> {
        let hooks = &self.node.hooks;
        if retry > 0 {
            self.hook("power-cycle", hooks.power_cycle.as_deref(), desk)?;
        }
        self.hook("usb", hooks.usb.as_deref(), desk)?;
        self.hook("recover", hooks.recover.as_deref(), desk)?;
        let job = self.job(folder, retry)?;
        job.run(&mut Context { stop: &self.stop, desk })
    }

    /// Listens to the console, where the node has one, until it has said what it should.
    fn hear(
        &self,
        folder: &Path,
        desk: &mut NodeDesk<'_>,
        listener: Listening,
    ) -> anyhow::Result<()> {
        let Some(console) = &self.node.console else { return Ok(()) };
        let expect = &console.expect;
        if self.rack.is_rehearsal() {
            desk.note(&format!("rehearsal: the console would be listened to for `{expect}`"));
            return Ok(());
        }
        desk.step(StepId::CONSOLE, &format!("wait for `{expect}` on the console"), 0);
        let begun = listener.lock().unwrap_or_else(PoisonError::into_inner).take();
        begun.or_else(|| self.listen(folder)).map_or(Ok(()), |heard| Ok(heard?.end()?))
    }

    fn hook(
        &self,
        name: &'static str,
        argv: Option<&[String]>,
        desk: &mut NodeDesk<'_>,
    ) -> anyhow::Result<()> {
        let Some(argv) = argv else { return Ok(()) };
        let words = argv.join(" ");
        if self.rack.is_rehearsal() {
            desk.note(&format!("rehearsal: the hook `{name}` would run {words}"));
            return Ok(());
        }
        desk.step(StepId::HOOK, &format!("hook {name}: {words}"), 0);
        let folder = self.rack.manifest.path.parent().unwrap_or_else(|| Path::new(""));
        let environment = self.environment();
        let limit = self.node.hooks.limit;
        let hook = Hook { name, argv, folder, environment: &environment, limit };
        let node = self.node.name.clone();
        let note = |leader| self.rack.journal.add(&Event::Hook { node, leader });
        let (said, ended) = hook.run(&self.stop, note);
        said.lines().for_each(|line| desk.detail(&format!("{name}: {line}")));
        Ok(ended?)
    }

    fn environment(&self) -> [(&'static str, String); 4] {
        let run = self.rack.folder.path();
        let run = fs::canonicalize(run).unwrap_or_else(|_| run.to_owned());
        [
            ("RACKLET_NODE", self.node.name.clone()),
            ("RACKLET_BOARD", self.node.board.name.clone()),
            ("RACKLET_PORT", self.node.port.to_string()),
            ("RACKLET_RUN", run.display().to_string()),
        ]
    }

    fn job(&self, folder: &Path, retry: usize) -> anyhow::Result<Job<'_>> {
        let node = self.node;
        let trace = self.trace(folder);
        // One of an earlier run says nothing of this one.
        let _ = fs::remove_file(&trace);
        let recorder = Recorder { trace: Some(trace), snap: Some(SNAP), record: None };
        let way = self.rack.settings.way(node, Some(folder), retry)?;
        let job = job(node, self.prepared, self.rack.settings, (way, self.rack.memory(node)));
        Ok(Job { access: Access { recorder, ..job.access }, ..job })
    }

    /// The file that keeps the conversation.
    fn trace(&self, folder: &Path) -> PathBuf {
        folder.join(if self.node.board.is_serial() { "trace.txt" } else { "trace.pcapng" })
    }

    /// Whether nothing else speaks on the console's line before the restart.
    fn is_console_free(&self) -> bool {
        let on_line = matches!(self.node.port, PortName::Serial(_));
        !on_line && self.node.net.is_none() && !self.rack.is_rehearsal()
    }

    fn listen(&self, folder: &Path) -> Option<Result<Listener, RackError>> {
        let console = self.node.console.as_ref()?;
        Some(Listener::begin(console, &folder.join("console"), &self.stop))
    }
}

/// What is to be done with a node's board, which is remembered there.
pub(super) fn job<'j>(
    node: &Node,
    prepared: &'j Prepared,
    settings: &Settings,
    (way, memory): (Way, Memory),
) -> Job<'j> {
    let access = Access {
        port: Some(node.port.clone()),
        way,
        wait: Some(node.wait),
        net: settings.net(node),
        // A simulated board has its console itself.
        console: node.uboot_console.clone().filter(|_| settings.rehearsal.is_none()),
        disk: node.usb_port.clone(),
        bus: settings.bus,
        recorder: Recorder::default(),
        counts: false,
    };
    Job {
        board: node.board,
        access,
        goal: goal(node),
        files: prepared.files.clone(),
        image: Some(prepared.opens()),
        sink: None,
        expected: Expected { memory: Some(memory), new_board: false, chip: node.chip.clone() },
        fast: false,
    }
}
