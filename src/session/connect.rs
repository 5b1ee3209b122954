//! A board on USB: on a port, simulated in this process, or from a recording.

use std::{path::Path, time::Duration};

use ::link::{StepId, Watch};
use anyhow::{Context, anyhow};

use super::{
    Access, Recorder, Way,
    usb::{At, UsbSession},
};
use crate::{
    failure::Problem,
    files::{output::may_replace, recording},
    transport::{
        self, Claimed, Endpoints, Face, Host, Link, Missing, Place, PortLock, Replay, Stop, Tap,
        Transcript,
    },
    virt::{self, Ended, Machine, Spec},
};

/// A board that was opened.
pub struct Opened {
    /// What messages call it.
    pub name: String,
    /// The conversation.
    pub board: UsbSession,
    machine: Option<Machine>,
    counts: bool,
    /// Keeps the port from other processes, also while the board restarts.
    _lock: Option<PortLock>,
}

/// Why no board was opened.
#[derive(Debug)]
pub enum Unopened {
    /// Nothing that fits is plugged in.
    Missing(Missing),
    /// Anything else.
    Failed(anyhow::Error),
}

impl<E: Into<anyhow::Error>> From<E> for Unopened {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

/// Opens the one board that is meant, of those that `fits` takes by their USB ids. A simulated or recorded one is opened
/// whatever its ids are.
pub fn open(access: &Access, fits: fn(u16, u16) -> bool, stop: &Stop) -> Result<Opened, Unopened> {
    if let Way::Recorded(path) = &access.way {
        return Ok(replay(access, path, stop)?);
    }
    if access.simulated()?.is_some() {
        let boards = access.usb_boards()?;
        let spec = boards.first().context("one was named")?;
        return Ok(plug(access, spec, 0, stop)?);
    }
    let wait = access.wait.unwrap_or(Duration::ZERO);
    let place = transport::find(access.bus, fits, access.usb_port()?, wait, stop)
        .map_err(Unopened::Missing)?;
    Ok(claim(access, &place, stop)?)
}

/// Opens the board at a place. One that was awaited may have come this moment.
pub fn claim(access: &Access, place: &Place, stop: &Stop) -> anyhow::Result<Opened> {
    let lock = transport::lock_port(&place.port)?;
    let opened = match access.wait {
        Some(_) => transport::open_new(place, stop)?,
        None => place.open()?,
    };
    let Claimed { host, endpoints, face } = opened;
    let name = format!("port {}", place.port);
    let tap = access.recorder.tap(endpoints, &name, place.address)?;
    let link = Link::new(host, stop.clone(), tap);
    let at = At::Port(access.bus, place.clone());
    let board = UsbSession::new(link, endpoints, face, at);
    Ok(Opened { name, board, machine: None, counts: access.counts, _lock: Some(lock) })
}

/// Plugs a simulated board in; `index` tells several of one process apart.
pub fn plug(access: &Access, spec: &Spec, index: usize, stop: &Stop) -> anyhow::Result<Opened> {
    if let Some(serial) = spec.serial.as_deref().filter(|serial| serial.is_file()) {
        may_replace(serial)?;
    }
    let plugged = virt::plug(spec, index)?;
    let name = format!("virtual {} at port {}", spec.board.name, plugged.port);
    let Claimed { host, endpoints, face } = plugged.claimed;
    let address = (1, index as u8 + 2);
    let tap = access.recorder.tap(endpoints, &name, address)?;
    let link = Link::new(host, stop.clone(), tap);
    let board =
        UsbSession::new(link, endpoints, face, At::Virtual(plugged.port.to_string(), address));
    Ok(Opened { name, board, machine: plugged.machine, counts: access.counts, _lock: None })
}

fn replay(access: &Access, path: &Path, stop: &Stop) -> anyhow::Result<Opened> {
    let transcript = recording(path, Transcript::parse)?;
    let name = format!("the recording {}", path.display());
    let endpoints = transcript.endpoints;
    let tap = access.recorder.tap(endpoints, &name, (0, 1))?;
    let host: Box<dyn Host> = Box::new(Replay::new(transcript));
    let link = Link::new(host, stop.clone(), tap);
    // A recording of a loader says nothing of its descriptors either.
    let face = Face { usb: 0x0200, strings: false, class: None };
    let board = UsbSession::new(link, endpoints, face, At::Recording);
    Ok(Opened { name, board, machine: None, counts: access.counts, _lock: None })
}

impl Recorder {
    fn tap(
        &self,
        endpoints: Endpoints,
        origin: &str,
        (bus, address): (u16, u8),
    ) -> anyhow::Result<Tap> {
        let mut tap = Tap::default();
        if let Some(path) = &self.trace {
            tap.trace(path, self.snap, endpoints, (bus, address))?;
        }
        if let Some(path) = &self.record {
            tap.record(path, endpoints, origin)?;
        }
        Ok(tap)
    }
}

impl Opened {
    /// Looks at the board before a long check of files. The board stays claimed: what is written later is this board.
    pub fn look<T>(
        &mut self,
        look: impl FnOnce(&mut UsbSession) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        look(&mut self.board).map_err(|error| named(error, &self.name))
    }

    /// Runs `work` on the board and [ends](Self::end) the conversation, whether it failed or not.
    pub fn run<W: Watch, T>(
        mut self,
        stop: &Stop,
        watch: &mut W,
        work: impl FnOnce(&mut UsbSession, &mut W) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let outcome = work(&mut self.board, watch);
        self.end(outcome, stop, watch)
    }

    /// Ends the conversation: says what there is to say about the board and completes recordings. An error of the
    /// `outcome` gets the board's name.
    pub fn end<T>(
        mut self,
        outcome: anyhow::Result<T>,
        stop: &Stop,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<T> {
        let name = self.name;
        let outcome = outcome.map_err(|error| named(error, &name));
        let lost = self.board.link.close_recordings();
        for note in self.board.link.notes().into_iter().chain(lost) {
            watch.note(&format!("{name}: {note}"));
        }
        if self.counts {
            watch.note(&self.board.counts());
        }
        let finished = self.board.link.finish().context(name);
        let value = outcome?;
        finished?;
        self.machine.map_or(Ok(()), |machine| live_on(&machine, stop, watch))?;
        Ok(value)
    }
}

/// An error with the board's name before it. A refused question names the board itself.
fn named(error: anyhow::Error, name: &str) -> anyhow::Error {
    match error.downcast_ref() {
        Some(Problem::Unconfirmed(_)) => error,
        _ => error.context(name.to_owned()),
    }
}

/// Lets an emulated board run on after the command, as long as was asked for.
fn live_on(machine: &Machine, stop: &Stop, watch: &mut dyn Watch) -> anyhow::Result<()> {
    if machine.until().is_some() {
        watch.step(StepId::RUN, "waiting for its output", 0);
    }
    let limit = machine.limit().as_secs_f32();
    match (machine.afterlife(stop)?, machine.until()) {
        (Some(Ended::Stopped), _) => Err(Problem::Interrupted.into()),
        (Some(Ended::TimeUp), Some(text)) => {
            Err(anyhow!("`{text}` was not on the board's serial port within {limit} s"))
        }
        (Some(Ended::MachineEnded), Some(text)) => {
            Err(anyhow!("the machine ended before `{text}` was on its serial port"))
        }
        _ => Ok(()),
    }
}
