//! The serial line that a command is for: a port, or a virtual board in this process.

use std::time::Duration;

use ::link::{Watch, line::Line};
use anyhow::Context;
use starfive::host::{self, Cause};

use super::{Options, files::recording, there};
use crate::{
    failure::Problem,
    report::Report,
    transport::{
        LineTranscript, SerialLine, SerialLink, SerialMissing, SerialReplay, Stop, Way,
        find_serial,
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

/// A line that was found and is not open yet: opening a port moves its modem lines, and may reset what is connected.
pub(super) struct FoundLine<'o> {
    name: String,
    place: Place<'o>,
}

/// Where a line leads.
enum Place<'o> {
    Port,
    Virtual(&'o SerialSpec),
    Recorded(LineTranscript),
}

/// Finds the one line that the options ask for.
pub(super) fn find<'o>(options: &'o Options, stop: &Stop) -> anyhow::Result<FoundLine<'o>> {
    let (name, place) = match options.virtual_boards.as_slice() {
        [] if options.replay.is_some() => recorded(options)?,
        [] => physical(options, stop)?,
        [Wanted::Serial(spec)] => (format!("virtual {}", spec.board.name), Place::Virtual(spec)),
        [Wanted::Usb(spec)] => {
            let text = format!(
                "{} is on USB, and this command is for boards on a serial line: {}",
                spec.board.name,
                there::command(spec.board.family())
            );
            return Err(Problem::Usage(text).into());
        }
        _ => {
            let text = "this command takes one board; --virtual was given more than once";
            return Err(Problem::Usage(text.into()).into());
        }
    };
    Ok(FoundLine { name, place })
}

fn physical(options: &Options, stop: &Stop) -> anyhow::Result<(String, Place<'static>)> {
    let wait = options.wait.unwrap_or(Duration::ZERO);
    let path = find_serial(options.port.as_ref(), wait, stop)
        .map_err(|missing| instead(missing, options, stop))?;
    let name = path.to_str().context("a serial port's name is text")?.to_owned();
    Ok((name, Place::Port))
}

fn recorded(options: &Options) -> anyhow::Result<(String, Place<'static>)> {
    let path = options.replay.as_deref().context("it was asked for")?;
    let transcript = recording(path, LineTranscript::parse)?;
    Ok((format!("the recording {}", path.display()), Place::Recorded(transcript)))
}

fn modelled(spec: &SerialSpec, baud: u32) -> anyhow::Result<Way> {
    let (wire, flash) = spec.power_on(baud)?.split();
    let line = Box::new(Line::over(wire));
    Ok(Way::Modelled { line, flash, gone_after: spec.gone_after() })
}

/// The error for a command that found no serial port: it says what is there.
fn instead(missing: SerialMissing, options: &Options, stop: &Stop) -> anyhow::Error {
    let port = match &missing {
        SerialMissing::NoPort(port) => Some(port),
        SerialMissing::None => None,
        _ => return missing.into(),
    };
    match there::seen(options, port, stop) {
        there if there.is_empty() => missing.into(),
        there => {
            let text = format!("{missing}; {}", there::sentence(&there));
            anyhow::Error::new(missing).context(text)
        }
    }
}

impl FoundLine<'_> {
    /// What messages call it.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Opens it.
    pub(super) fn open(
        self,
        options: &Options,
        baud: u32,
        stop: &Stop,
    ) -> anyhow::Result<OpenedLine> {
        let way = match self.place {
            Place::Port => Way::Port(SerialLine::open(&self.name, baud, stop.clone())?),
            Place::Virtual(spec) => modelled(spec, baud)?,
            Place::Recorded(transcript) => Way::Recorded(SerialReplay::new(transcript)),
        };
        let mut link = SerialLink::new(way, stop.clone());
        if let Some(path) = &options.trace {
            link.trace(path)?;
        }
        if let Some(path) = &options.record {
            link.record(path, &self.name)?;
        }
        Ok(OpenedLine { name: self.name, link })
    }
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
        let lost = self.link.close_recordings();
        for note in self.link.notes().into_iter().chain(lost) {
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
