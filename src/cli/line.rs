//! The serial line that a command is for: a port, or a virtual board in this process.

use std::time::Duration;

use ::link::{Watch, line::Line};
use anyhow::Context;
use starfive::host::{self, Cause};

use super::{Options, files::recording};
use crate::{
    failure::Problem,
    report::Report,
    transport::{
        LineTranscript, SerialLine, SerialLink, SerialReplay, Stop, Way, find_serial,
        virt::{SerialSpec, Wanted},
    },
};

/// A line that was opened.
pub(super) struct OpenedLine {
    name: String,
    link: SerialLink,
}

/// The rate that boards' consoles have, in bit/s.
pub(super) const BAUD: u32 = 115_200;

/// Opens the one line that the options ask for.
pub(super) fn open(options: &Options, baud: u32, stop: &Stop) -> anyhow::Result<OpenedLine> {
    let (name, way) = match options.virtual_boards.as_slice() {
        [] if options.replay.is_some() => recorded(options)?,
        [] => physical(options, baud, stop)?,
        [Wanted::Serial(spec)] => modelled(spec, baud)?,
        [Wanted::Usb(spec)] => {
            let text = format!(
                "{} is on USB; this command is for boards on a serial line",
                spec.board.name
            );
            return Err(Problem::Usage(text).into());
        }
        _ => {
            let text = "this command takes one board; --virtual was given more than once";
            return Err(Problem::Usage(text.into()).into());
        }
    };
    let mut link = SerialLink::new(way, stop.clone());
    if let Some(path) = &options.trace {
        link.trace(path)?;
    }
    if let Some(path) = &options.record {
        link.record(path, &name)?;
    }
    Ok(OpenedLine { name, link })
}

fn physical(options: &Options, baud: u32, stop: &Stop) -> anyhow::Result<(String, Way)> {
    let wait = options.wait.unwrap_or(Duration::ZERO);
    let path = find_serial(options.port.as_ref(), wait, stop)?;
    let path = path.to_str().context("a serial port's name is text")?;
    Ok((path.to_owned(), Way::Port(SerialLine::open(path, baud, stop.clone())?)))
}

fn recorded(options: &Options) -> anyhow::Result<(String, Way)> {
    let path = options.replay.as_deref().context("it was asked for")?;
    let transcript = recording(path, LineTranscript::parse)?;
    let name = format!("the recording {}", path.display());
    Ok((name, Way::Recorded(SerialReplay::new(transcript))))
}

fn modelled(spec: &SerialSpec, baud: u32) -> anyhow::Result<(String, Way)> {
    let (wire, flash) = spec.power_on(baud).context("the virtual board's flash")?.split();
    let line = Box::new(Line::over(wire));
    let way = Way::Modelled { line, flash, gone_after: spec.gone_after() };
    Ok((format!("virtual {}", spec.board.name), way))
}

impl OpenedLine {
    /// Runs `work` on the line, then says what there is to say about it, whether it failed or not.
    pub(super) fn run<T>(
        mut self,
        report: &mut Report,
        work: impl FnOnce(&mut SerialLink, &mut Report) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let name = self.name;
        let outcome = work(&mut self.link, report);
        for note in self.link.notes() {
            report.note(&format!("{name}: {note}"));
        }
        if let Some(words) = outcome.as_ref().err().and_then(last_words) {
            report.note(&format!("the last that the board said: {words}"));
        }
        let finished = self.link.finish().context(name.clone());
        let done = outcome.context(name)?;
        finished.map(|()| done)
    }
}

/// The last line that the board said before it failed, if it said anything that can be read.
fn last_words(error: &anyhow::Error) -> Option<String> {
    let error = error.downcast_ref::<host::Error>()?;
    if matches!(error.cause, Cause::Failed { .. } | Cause::Unexpected { .. }) {
        // These say themselves what was printed.
        return None;
    }
    let line = error.heard.lines().map(str::trim).rfind(|line| line.len() > 3)?;
    let skip = line.chars().count().saturating_sub(200);
    Some(line.chars().skip(skip).collect())
}
