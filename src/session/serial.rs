//! A board's serial line: a port, a simulated board in this process, or a recording.

use std::{path::Path, time::Duration};

use ::link::{Watch, line::Line};
use anyhow::Context;

use super::{Access, Way};
use crate::{
    failure::last_words,
    files::recording,
    transport::{
        LineTranscript, SerialLine, SerialLink, SerialMissing, SerialReplay, Stop, Way as Carrier,
        find_serial,
    },
    virt::SerialSpec,
};

/// A line that was opened.
pub struct OpenedLine {
    name: String,
    link: SerialLink,
}

/// The rate that boards' consoles have, in bit/s.
pub const BAUD: u32 = 115_200;

/// A line that was found and is not open yet: opening a port moves its modem lines, and may reset what is connected.
pub struct FoundLine<'o> {
    name: String,
    place: Place<'o>,
}

/// Where a line leads.
enum Place<'o> {
    Port,
    Virtual(&'o SerialSpec),
    Recorded(LineTranscript),
}

/// Why no line was found.
#[derive(Debug)]
pub enum Unfound {
    /// Nothing that fits is plugged in.
    Missing(SerialMissing),
    /// Anything else.
    Failed(anyhow::Error),
}

impl<E: Into<anyhow::Error>> From<E> for Unfound {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

/// Finds the one line that is meant.
pub fn find<'a>(access: &'a Access, stop: &Stop) -> Result<FoundLine<'a>, Unfound> {
    if let Way::Recorded(path) = &access.way {
        return Ok(recorded(path)?);
    }
    if let Some(wanted) = access.simulated()? {
        let spec = wanted.serial()?;
        let name = format!("virtual {}", spec.board.name);
        return Ok(FoundLine { name, place: Place::Virtual(spec) });
    }
    let wait = access.wait.unwrap_or(Duration::ZERO);
    let path = find_serial(access.port.as_ref(), wait, stop).map_err(Unfound::Missing)?;
    let name = path.to_str().context("a serial port's name is text")?.to_owned();
    Ok(FoundLine { name, place: Place::Port })
}

fn recorded(path: &Path) -> anyhow::Result<FoundLine<'static>> {
    let transcript = recording(path, LineTranscript::parse)?;
    let name = format!("the recording {}", path.display());
    Ok(FoundLine { name, place: Place::Recorded(transcript) })
}

fn modelled(spec: &SerialSpec, baud: u32) -> anyhow::Result<Carrier> {
    let (wire, flash) = spec.power_on(baud)?.split();
    let line = Box::new(Line::over(wire));
    let save = Box::new(move || flash.save().context("the virtual board's flash"));
    Ok(Carrier::Modelled { line, save, gone_after: spec.gone_after() })
}

impl FoundLine<'_> {
    /// What messages call it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Opens it.
    pub fn open(self, access: &Access, baud: u32, stop: &Stop) -> anyhow::Result<OpenedLine> {
        let way = match self.place {
            Place::Port => Carrier::Port(SerialLine::open(&self.name, baud, stop.clone())?),
            Place::Virtual(spec) => modelled(spec, baud)?,
            Place::Recorded(transcript) => Carrier::Recorded(SerialReplay::new(transcript)),
        };
        let mut link = SerialLink::new(way, stop.clone());
        if let Some(path) = &access.recorder.trace {
            link.trace(path)?;
        }
        if let Some(path) = &access.recorder.record {
            link.record(path, &self.name)?;
        }
        Ok(OpenedLine { name: self.name, link })
    }
}

impl OpenedLine {
    /// What messages call it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The line.
    pub fn link(&mut self) -> &mut SerialLink {
        &mut self.link
    }

    /// Runs `work` on the line and [ends](Self::end) the conversation, whether it failed or not.
    pub fn run<W: Watch, T>(
        mut self,
        watch: &mut W,
        work: impl FnOnce(&mut SerialLink, &mut W) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let outcome = work(&mut self.link, watch);
        self.end(outcome, watch)
    }

    /// Ends the conversation: says what there is to say about the board and completes recordings. An error of the
    /// `outcome` gets the line's name.
    pub fn end<T>(
        mut self,
        outcome: anyhow::Result<T>,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<T> {
        let name = self.name;
        let lost = self.link.close_recordings();
        for note in self.link.notes().into_iter().chain(lost) {
            watch.note(&format!("{name}: {note}"));
        }
        if let Some(words) = outcome.as_ref().err().and_then(last_words) {
            watch.note(&format!("the last that the board said: {words}"));
        }
        let finished = self.link.finish().context(name.clone());
        let done = outcome.context(name)?;
        finished.map(|()| done)
    }
}
