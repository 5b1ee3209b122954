//! The board that a command is for: on a port, in this process, or from a recording.

use std::{path::Path, time::Duration};

use ::link::Watch;
use anyhow::{Context, anyhow};

use super::{
    Options,
    attached::{self, At, Attached},
    files::recording,
    there,
};
use crate::{
    failure::Problem,
    output::may_replace,
    report::Report,
    transport::{
        self, Claimed, Endpoints, Face, Host, Link, Place, PortLock, Replay, Stop, Tap, Transcript,
        virt::{self, Ended, Machine, Spec},
    },
};

/// A board that was opened.
pub(super) struct Opened {
    /// What messages call it.
    pub(super) name: String,
    pub(super) board: Attached,
    machine: Option<Machine>,
    /// Keeps the port from other processes, also while the board restarts.
    _lock: Option<PortLock>,
}

/// Opens the one board that the options ask for, of those that `fits` takes by their USB ids.
pub(super) fn open(
    options: &Options,
    fits: fn(u16, u16) -> bool,
    stop: &Stop,
) -> anyhow::Result<Opened> {
    let mut opened = any(options, fits, stop)?;
    let (vendor, product) = opened.board.ids();
    if fits(vendor, product) {
        return Ok(opened);
    }
    // A recording answers only what it was asked.
    let asks = options.replay.is_none();
    Err(there::opened(&opened.name, &mut opened.board, asks).into())
}

fn any(options: &Options, fits: fn(u16, u16) -> bool, stop: &Stop) -> anyhow::Result<Opened> {
    if let Some(path) = &options.replay {
        return replay(options, path, stop);
    }
    match options.usb_boards()?.as_slice() {
        [] => physical(options, fits, stop),
        [spec] => plug(options, spec, 0, stop),
        _ => Err(Problem::Usage(
            "this command takes one board; --virtual was given more than once".into(),
        )
        .into()),
    }
}

fn physical(options: &Options, fits: fn(u16, u16) -> bool, stop: &Stop) -> anyhow::Result<Opened> {
    let wait = options.wait.unwrap_or(Duration::ZERO);
    let place = transport::find(options.bus(), fits, options.usb_port()?, wait, stop)
        .map_err(|missing| there::instead(missing, options, stop))?;
    claim(options, &place, stop)
}

/// Opens the board at a place. One that was awaited may have come this moment.
pub(super) fn claim(options: &Options, place: &Place, stop: &Stop) -> anyhow::Result<Opened> {
    let lock = transport::lock_port(&place.port)?;
    let opened = match options.wait {
        Some(_) => transport::open_new(place, stop)?,
        None => transport::open(place)?,
    };
    let Claimed { host, endpoints, face } = opened;
    let queues = attached::queues(options, (place.vendor, place.product));
    let name = format!("port {}", place.port);
    let tap = tap(options, endpoints, &name, place.address)?;
    let link = Link::new(host, queues, stop.clone(), tap);
    let at = At::Port(options.bus(), place.clone());
    let board = Attached::new(link, endpoints, face, at);
    Ok(Opened { name, board, machine: None, _lock: Some(lock) })
}

/// Plugs a virtual board in.
pub(super) fn plug(
    options: &Options,
    spec: &Spec,
    index: usize,
    stop: &Stop,
) -> anyhow::Result<Opened> {
    if let Some(serial) = spec.serial.as_deref().filter(|serial| serial.is_file()) {
        may_replace(serial)?;
    }
    let plugged = virt::plug(spec, index)?;
    let queues = spec.queue.unwrap_or_else(|| spec.board.family().queue_across_phases);
    let queues = options.queues(queues);
    let name = format!("virtual {} at port {}", spec.board.name, plugged.port);
    let Claimed { host, endpoints, face } = plugged.claimed;
    let address = (1, index as u8 + 2);
    let tap = tap(options, endpoints, &name, address)?;
    let link = Link::new(host, queues, stop.clone(), tap);
    let at = At::Virtual(plugged.port.to_string(), address);
    Ok(Opened {
        name,
        board: Attached::new(link, endpoints, face, at),
        machine: plugged.machine,
        _lock: None,
    })
}

fn replay(options: &Options, path: &Path, stop: &Stop) -> anyhow::Result<Opened> {
    let transcript = recording(path, Transcript::parse)?;
    let name = format!("the recording {}", path.display());
    let endpoints = transcript.endpoints;
    let tap = tap(options, endpoints, &name, (0, 1))?;
    let host: Box<dyn Host> = Box::new(Replay::new(transcript));
    let link = Link::new(host, false, stop.clone(), tap);
    // A recording of a loader says nothing of its descriptors either.
    let face = Face { usb: 0x0200, strings: false };
    let board = Attached::new(link, endpoints, face, At::Recording);
    Ok(Opened { name, board, machine: None, _lock: None })
}

fn tap(
    options: &Options,
    endpoints: Endpoints,
    origin: &str,
    (bus, address): (u16, u8),
) -> anyhow::Result<Tap> {
    let mut tap = Tap::default();
    if let Some(path) = &options.trace {
        tap.trace(path, endpoints, bus, address)?;
    }
    if let Some(path) = &options.record {
        tap.record(path, endpoints, origin)?;
    }
    Ok(tap)
}

impl Opened {
    /// Looks at the board before a long check of files. The board stays claimed: what is written later is this board.
    pub(super) fn look<T>(
        &mut self,
        look: impl FnOnce(&mut Attached) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        look(&mut self.board).map_err(|error| named(error, &self.name))
    }

    /// Runs `work` on the board, then says what there is to say about it, whether it failed or not.
    pub(super) fn run<T>(
        mut self,
        stop: &Stop,
        report: &mut Report,
        work: impl FnOnce(&mut Attached, &mut Report) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let name = self.name;
        let outcome = work(&mut self.board, report).map_err(|error| named(error, &name));
        let lost = self.board.link.close_recordings();
        for note in self.board.link.notes().into_iter().chain(lost) {
            report.note(&format!("{name}: {note}"));
        }
        if report.style().verbose > 1 {
            report.detail(&self.board.counts());
        }
        let finished = self.board.link.finish().context(name);
        let value = outcome?;
        finished?;
        self.machine.map_or(Ok(()), |machine| live_on(&machine, stop, report))?;
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
fn live_on(machine: &Machine, stop: &Stop, report: &mut Report) -> anyhow::Result<()> {
    if machine.until().is_some() {
        report.step("waiting for its output", 0);
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
