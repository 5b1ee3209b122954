//! The board that a command is for: on a port, in this process, or from a recording.

use std::{path::Path, time::Duration};

use ::link::{UsbLink, Watch};
use anyhow::{Context, anyhow};

use super::Options;
use crate::{
    boards,
    failure::Problem,
    report::Report,
    transport::{
        self, Endpoints, Host, Link, Place, Replay, Stop, Tap, Transcript,
        virt::{self, Ended, Machine, Spec},
    },
};

/// A board that was opened.
pub(super) struct Opened {
    /// What messages call it.
    pub(super) name: String,
    pub(super) link: Link,
    machine: Option<Machine>,
}

/// Whether a USB device belongs to a family that FEL is spoken with.
pub(super) fn is_fel(vendor: u16, product: u16) -> bool {
    boards::recognise(vendor, product).is_some_and(|(family, _)| family.protocol == "fel")
}

/// Opens the one board that the options ask for.
pub(super) fn open(options: &Options, stop: &Stop) -> anyhow::Result<Opened> {
    if let Some(path) = &options.replay {
        return replay(options, path, stop);
    }
    match options.usb_boards()?.as_slice() {
        [] => physical(options, stop),
        [spec] => plug(options, spec, 0, stop),
        _ => Err(Problem::Usage(
            "this command takes one board; --virtual was given more than once".into(),
        )
        .into()),
    }
}

fn physical(options: &Options, stop: &Stop) -> anyhow::Result<Opened> {
    let wait = options.wait.unwrap_or(Duration::ZERO);
    let place = transport::find(options.bus(), is_fel, options.usb_port()?, wait, stop)?;
    claim(options, &place, stop)
}

/// Opens the board at a place.
pub(super) fn claim(options: &Options, place: &Place, stop: &Stop) -> anyhow::Result<Opened> {
    let (host, endpoints) = transport::open(place)?;
    let queues = boards::recognise(place.vendor, place.product)
        .is_some_and(|(family, _)| family.queue_across_phases);
    let queues = options.queues(queues);
    let name = format!("port {}", place.port);
    let tap = tap(options, endpoints, &name, place.address)?;
    Ok(Opened { name, link: Link::new(host, queues, stop.clone(), tap), machine: None })
}

/// Plugs a virtual board in.
pub(super) fn plug(
    options: &Options,
    spec: &Spec,
    index: usize,
    stop: &Stop,
) -> anyhow::Result<Opened> {
    let plugged = virt::plug(spec, index)?;
    let queues = spec.queue.unwrap_or_else(|| spec.board.family().queue_across_phases);
    let queues = options.queues(queues);
    let name = format!("virtual {} at port {}", spec.board.name, plugged.port);
    let tap = tap(options, plugged.endpoints, &name, (1, index as u8 + 2))?;
    Ok(Opened {
        name,
        link: Link::new(plugged.host, queues, stop.clone(), tap),
        machine: plugged.machine,
    })
}

fn replay(options: &Options, path: &Path, stop: &Stop) -> anyhow::Result<Opened> {
    let bad =
        |error: &dyn std::fmt::Display| Problem::BadInput(format!("{}: {error}", path.display()));
    let text = std::fs::read_to_string(path).map_err(|error| bad(&error))?;
    let transcript = Transcript::parse(&text).map_err(|error| bad(&error))?;
    let name = format!("the recording {}", path.display());
    let tap = tap(options, transcript.endpoints, &name, (0, 1))?;
    let host: Box<dyn Host> = Box::new(Replay::new(transcript));
    Ok(Opened { name, link: Link::new(host, false, stop.clone(), tap), machine: None })
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
    /// Runs `work` on the board, then says what there is to say about it, whether it failed or not.
    pub(super) fn run<T>(
        mut self,
        stop: &Stop,
        report: &mut Report,
        work: impl FnOnce(&mut Link, &mut Report) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let name = self.name;
        let outcome = work(&mut self.link, report).context(name.clone());
        for note in self.link.notes() {
            report.note(&format!("{name}: {note}"));
        }
        if report.style().verbose > 1 {
            report.detail(&counts(&self.link));
        }
        let finished = self.link.finish().context(name);
        let value = outcome?;
        finished?;
        self.machine.map_or(Ok(()), |machine| live_on(&machine, stop, report))?;
        Ok(value)
    }
}

fn counts(link: &Link) -> String {
    let counts = link.counts();
    format!(
        "{} transfers, {} host waits, {} bytes sent, {} received",
        counts.transfers, counts.waits, counts.sent, counts.received
    )
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
