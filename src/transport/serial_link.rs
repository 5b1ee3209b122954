//! A line to one board, real or virtual, with everything that it says in a trace.

use std::{
    io::{BufWriter, Write},
    path::Path,
    time::{Duration, Instant},
};

use ::link::{ByteLink, Counts, Heard, LineError, line::Line};
use anyhow::Context;

use super::{LineEntry, SerialLine, SerialReplay, Stop, tap::whole};
use crate::files::output::Output;

/// A silence that begins a new line of the trace.
const APART: Duration = Duration::from_millis(10);
/// The most bytes of such a line.
const TOGETHER: usize = 64;

/// Where the bytes go.
pub enum Way {
    /// A serial port.
    Port(SerialLine),
    /// A virtual board in this process, on a line that makes its own time.
    Modelled {
        /// The line.
        line: Box<Line>,
        /// Saves its flash in the end, where the user wants that.
        save: Box<dyn Fn() -> anyhow::Result<()> + Send>,
        /// Bytes after which the adapter is pulled out.
        gone_after: Option<u64>,
    },
    /// A recording.
    Recorded(SerialReplay),
}

/// The line that a command speaks over. An error of the trace's file is kept until [`finish`](Self::finish): a full disk is
/// no reason to leave a board half-written.
pub struct SerialLink {
    way: Way,
    stop: Stop,
    trace: Option<BufWriter<Output>>,
    record: Option<BufWriter<Output>>,
    /// Heard and not yet in the trace: since when, until when, and what. A line of it for each byte would say no more.
    heard: Option<(Duration, Duration, Vec<u8>)>,
    failed: Option<std::io::Error>,
    begin: Instant,
}

impl SerialLink {
    /// A line over `way`.
    pub fn new(way: Way, stop: Stop) -> Self {
        Self {
            way,
            stop,
            trace: None,
            record: None,
            heard: None,
            failed: None,
            begin: Instant::now(),
        }
    }

    /// Writes what goes over the line to a file: seconds, direction, bytes as a Rust string has them.
    pub fn trace(&mut self, path: &Path) -> anyhow::Result<()> {
        self.trace = Some(BufWriter::new(Output::live(path)?));
        let baud = self.baud();
        self.log("=", format_args!("{baud} baud, 8N1"));
        Ok(())
    }

    /// Writes every call to a file as a transcript; `origin` says from where it is.
    pub fn record(&mut self, path: &Path, origin: &str) -> anyhow::Result<()> {
        let mut file = BufWriter::new(Output::live(path)?);
        writeln!(file, "# origin: {origin}\nline {}", self.baud())
            .with_context(|| path.display().to_string())?;
        self.record = Some(file);
        Ok(())
    }

    fn keep_entry(&mut self, entry: impl FnOnce() -> LineEntry) {
        let Some(record) = &mut self.record else { return };
        if let Err(error) = writeln!(record, "{}", entry()) {
            self.record = None;
            self.failed.get_or_insert(error);
        }
    }

    /// What a virtual board has to say since the last call.
    pub fn notes(&mut self) -> Vec<String> {
        match &mut self.way {
            Way::Port(_) | Way::Recorded(_) => Vec::new(),
            Way::Modelled { line, .. } => line.notes(),
        }
    }

    /// The time that has passed on the line.
    pub fn now(&self) -> Duration {
        match &self.way {
            Way::Port(_) => self.begin.elapsed(),
            Way::Modelled { line, .. } => line.wire.now(),
            Way::Recorded(replay) => replay.now(),
        }
    }

    /// Whether the time is the line's own.
    pub fn is_modelled(&self) -> bool {
        matches!(self.way, Way::Modelled { .. } | Way::Recorded(_))
    }

    /// Completes the trace and the recording on disk. What they lack, as a sentence, where that failed now or before: it is
    /// no failure of the job, and no reason to stop it.
    pub fn close_recordings(&mut self) -> Option<String> {
        self.log_heard();
        let (trace, record) = (self.trace.take(), self.record.take());
        let closed = [trace, record].into_iter().flatten().try_for_each(whole);
        let error = self.failed.take().map(anyhow::Error::from).or_else(|| closed.err())?;
        Some(format!("the trace or the recording: {error:#}: the file is not complete"))
    }

    /// Ends the session: a virtual board's flash is complete on disk.
    pub fn finish(self) -> anyhow::Result<()> {
        match &self.way {
            Way::Modelled { save, .. } => save(),
            Way::Port(_) => Ok(()),
            Way::Recorded(replay) => replay.ended().map_err(anyhow::Error::msg),
        }
    }

    fn line(&mut self) -> &mut dyn ByteLink {
        match &mut self.way {
            Way::Port(line) => line,
            Way::Recorded(replay) => replay,
            Way::Modelled { line, .. } => &mut **line,
        }
    }

    fn log(&mut self, mark: &str, what: std::fmt::Arguments<'_>) {
        self.log_heard();
        self.log_at(self.now(), mark, what);
    }

    fn log_at(&mut self, time: Duration, mark: &str, what: std::fmt::Arguments<'_>) {
        let Some(trace) = &mut self.trace else { return };
        let time = time.as_secs_f64();
        if let Err(error) = writeln!(trace, "{time:12.6} {mark} {what}") {
            self.trace = None;
            self.failed.get_or_insert(error);
        }
    }

    fn log_heard(&mut self) {
        if let Some((begin, _, bytes)) = self.heard.take() {
            self.log_at(begin, "<", format_args!("\"{}\"", bytes.escape_ascii()));
        }
    }

    /// Keeps what was heard until something else happens, or nothing for a while.
    fn keep(&mut self, bytes: &[u8]) {
        if self.trace.is_none() || bytes.is_empty() {
            return;
        }
        let now = self.now();
        if self
            .heard
            .as_ref()
            .is_some_and(|(_, end, kept)| now - *end > APART || kept.len() >= TOGETHER)
        {
            self.log_heard();
        }
        let (_, end, kept) = self.heard.get_or_insert((now, now, Vec::new()));
        *end = now;
        kept.extend(bytes);
    }

    fn log_error(&mut self, error: LineError) -> LineError {
        self.log("!", format_args!("{error}"));
        self.keep_entry(|| LineEntry::Failed(error));
        error
    }

    /// Whether reads and writes may go on.
    fn may(&self) -> Result<(), LineError> {
        if self.stop.insisted() {
            return Err(LineError::Cancelled);
        }
        match &self.way {
            Way::Modelled { line, gone_after: Some(most), .. } if line.counts().sent > *most => {
                Err(LineError::Gone)
            }
            _ => Ok(()),
        }
    }
}

impl ByteLink for SerialLink {
    fn write(&mut self, bytes: &[u8], limit: Duration) -> Result<(), LineError> {
        let _flight = self.stop.flight();
        self.log(">", format_args!("\"{}\"", bytes.escape_ascii()));
        let written = self.may().and_then(|()| self.line().write(bytes, limit));
        written.map_err(|error| self.log_error(error))?;
        self.keep_entry(|| LineEntry::sent(bytes));
        Ok(())
    }

    fn read(&mut self, buf: &mut [u8], limit: Duration) -> Result<Heard, LineError> {
        let _flight = self.stop.flight();
        let heard = self.may().and_then(|()| self.line().read(buf, limit));
        let heard = heard.map_err(|error| self.log_error(error))?;
        self.keep(&buf[..heard.count]);
        self.keep_entry(|| LineEntry::Heard(heard.waited, buf[..heard.count].to_vec()));
        Ok(heard)
    }

    fn set_baud(&mut self, rate: u32) -> Result<(), LineError> {
        self.log("=", format_args!("{rate} baud"));
        let set = self.line().set_baud(rate);
        set.map_err(|error| self.log_error(error))?;
        self.keep_entry(|| LineEntry::Rate(rate));
        Ok(())
    }

    fn baud(&self) -> u32 {
        match &self.way {
            Way::Port(line) => line.baud(),
            Way::Recorded(replay) => replay.baud(),
            Way::Modelled { line, .. } => line.baud(),
        }
    }

    fn discard(&mut self) -> Result<(), LineError> {
        self.line().discard()
    }

    fn pause(&mut self, time: Duration) -> Result<(), LineError> {
        if self.stop.asked() {
            return Err(self.log_error(LineError::Stopped));
        }
        let paused = self.line().pause(time);
        paused.map_err(|error| self.log_error(error))
    }

    fn counts(&self) -> Counts {
        match &self.way {
            Way::Port(line) => line.counts(),
            Way::Recorded(replay) => replay.counts(),
            Way::Modelled { line, .. } => line.counts(),
        }
    }
}
