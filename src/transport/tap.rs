//! Listening in on a link: every transfer goes to the recordings that the user asked for.

use std::{
    collections::VecDeque,
    io::{self, BufWriter, Write},
    path::Path,
    time::Duration,
};

use anyhow::Context;
use link::{Fault, Pipe, Setup, device::Identity};

use super::{Done, Entry, Face, pcapng::Pcapng};
use crate::files::output::Output;

/// Who is spoken to, as a recording needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Endpoints {
    /// `idVendor`
    pub vendor: u16,
    /// `idProduct`
    pub product: u16,
    /// Address of the bulk endpoint to the device.
    pub out: u8,
    /// Address of the bulk endpoint to the host.
    pub r#in: u8,
    /// `wMaxPacketSize` of both.
    pub max_packet: usize,
}

impl Endpoints {
    /// What a virtual board tells the bus.
    pub(crate) fn told(identity: &Identity) -> (Self, Face) {
        let endpoints = Self {
            vendor: identity.vendor,
            product: identity.product,
            out: identity.out,
            r#in: identity.r#in,
            max_packet: identity.max_packet,
        };
        let strings = identity.strings.iter().any(|text| !text.is_empty());
        (endpoints, Face { usb: identity.usb, strings, class: Some(identity.class) })
    }
}

/// The recordings of one link; none by default. An error of a file is kept until `finish`: a full disk is
/// no reason to leave a board half-written.
#[derive(Default)]
pub struct Tap {
    trace: Option<Pcapng<BufWriter<Output>>>,
    record: Option<Record>,
    error: Option<anyhow::Error>,
}

impl Tap {
    /// Records every transfer as pcapng, with the first `snap` bytes of each.
    pub fn trace(
        &mut self,
        path: &Path,
        snap: Option<usize>,
        endpoints: Endpoints,
        (bus, address): (u16, u8),
    ) -> anyhow::Result<()> {
        let file = BufWriter::new(Output::live(path)?);
        self.trace = Some(
            Pcapng::new(file, snap, endpoints, (bus, address))
                .with_context(|| path.display().to_string())?,
        );
        Ok(())
    }

    /// Records every transfer as a transcript; `origin` says from where it is.
    pub fn record(
        &mut self,
        path: &Path,
        endpoints: Endpoints,
        origin: &str,
    ) -> anyhow::Result<()> {
        let mut file = BufWriter::new(Output::live(path)?);
        writeln!(file, "# origin: {origin}\n{endpoints}")
            .with_context(|| path.display().to_string())?;
        self.record = Some(Record { file, open: VecDeque::new() });
        Ok(())
    }

    /// Whether anything is recorded.
    pub(super) fn is_on(&self) -> bool {
        self.trace.is_some() || self.record.is_some()
    }

    /// What follows is with another program on the same port, at another address.
    pub(super) fn moved(&mut self, endpoints: Endpoints, address: (u16, u8)) {
        self.each(
            |trace| {
                trace.moved(endpoints, address);
                Ok(())
            },
            |record| writeln!(record.file, "# another program at the same port: {endpoints}"),
        );
    }

    pub(super) fn out(&mut self, data: &[u8], now: Duration) {
        self.each(
            |trace| trace.submit(Pipe::Out, Some(data), data.len(), None, now),
            |record| {
                record.open.push_back((Pipe::Out, Some(Entry::out(data)), None));
                Ok(())
            },
        );
    }

    pub(super) fn r#in(&mut self, room: usize, now: Duration) {
        self.each(
            |trace| trace.submit(Pipe::In, None, room, None, now),
            |record| {
                record.open.push_back((Pipe::In, None, None));
                Ok(())
            },
        );
    }

    pub(super) fn done(&mut self, pipe: Pipe, received: &[u8], done: Done, now: Duration) {
        self.each(
            |trace| trace.complete(pipe, received, done.moved, done.fault, now),
            |record| record.complete(pipe, received, done.fault),
        );
    }

    pub(super) fn control(
        &mut self,
        setup: Setup,
        data: Option<&[u8]>,
        length: usize,
        now: Duration,
    ) {
        self.each(
            |trace| trace.submit(Pipe::Control, data, length, Some(setup), now),
            |record| {
                let entry = data.map(|data| Entry::ControlOut(setup, data.to_vec()));
                record.open.push_back((Pipe::Control, entry, Some(setup)));
                Ok(())
            },
        );
    }

    pub(super) fn control_done(
        &mut self,
        received: &[u8],
        moved: Result<usize, Fault>,
        now: Duration,
    ) {
        let (length, fault) = (*moved.as_ref().unwrap_or(&0), moved.err());
        self.each(
            |trace| trace.complete(Pipe::Control, received, length, fault, now),
            |record| record.complete(Pipe::Control, received, fault),
        );
    }

    pub(super) fn finish(&mut self) -> anyhow::Result<()> {
        let (trace, record) = (self.trace.take(), self.record.take());
        let traced = trace.map_or(Ok(()), |trace| whole(trace.into_inner()));
        let recorded = record.map_or(Ok(()), |record| whole(record.file));
        self.error.take().map_or(Ok(()), Err)?;
        traced.context("the trace")?;
        recorded.context("the recording")
    }

    fn each(
        &mut self,
        trace: impl FnOnce(&mut Pcapng<BufWriter<Output>>) -> io::Result<()>,
        record: impl FnOnce(&mut Record) -> io::Result<()>,
    ) {
        let traced = self.trace.as_mut().map_or(Ok(()), trace).context("the trace");
        let recorded = self.record.as_mut().map_or(Ok(()), record).context("the recording");
        // What comes after a gap would say something false.
        if let Err(error) = traced {
            self.trace = None;
            self.error.get_or_insert(error);
        }
        if let Err(error) = recorded {
            self.record = None;
            self.error.get_or_insert(error);
        }
    }
}

/// Makes sure that a file is complete.
pub(super) fn whole(file: BufWriter<Output>) -> anyhow::Result<()> {
    file.into_inner().map_err(io::IntoInnerError::into_error)?.finish()
}

/// A transcript that is being written. Lines stand in the order of submission, so what was submitted waits for its end.
struct Record {
    file: BufWriter<Output>,
    open: VecDeque<(Pipe, Option<Entry>, Option<Setup>)>,
}

impl Record {
    fn complete(&mut self, pipe: Pipe, received: &[u8], fault: Option<Fault>) -> io::Result<()> {
        let Some(position) = self.open.iter().position(|(open, ..)| *open == pipe) else {
            return Ok(());
        };
        // Transfers are collected in the order of their submission, so this is the first of all.
        let Some((_, entry, setup)) = self.open.remove(position) else { return Ok(()) };
        let entry = match (fault, entry, setup) {
            (Some(fault), ..) => Entry::Failed(pipe, fault),
            (None, Some(entry), _) => entry,
            (None, None, Some(setup)) => Entry::ControlIn(setup, received.to_vec()),
            (None, None, None) => Entry::In(received.to_vec()),
        };
        writeln!(self.file, "{entry}")
    }
}
