//! The one implementation of [`UsbLink`]: deadlines, cancellation, queuing, counting and recording over any [`Host`].

mod flow;

use std::time::Duration;

use ::link::{Counts, ExchangeError, Fault, Phase, Pipe, Setup, UsbError, UsbLink, Watch};

use super::{Claimed, Done, Endpoints, Face, Host, Stop, Tap};
use flow::Flow;
pub use flow::IN_FLIGHT;

/// The longest time between two looks at the user's wish to stop.
const SLICE: Duration = Duration::from_millis(100);

/// A link to one board.
pub struct Link {
    host: Box<dyn Host>,
    stop: Stop,
    counts: Counts,
    tap: Tap,
    /// Where data of a source is put together before it is submitted.
    buffer: Vec<u8>,
}

impl Link {
    /// A link over `host`.
    pub fn new(host: Box<dyn Host>, stop: Stop, tap: Tap) -> Self {
        Self { host, stop, counts: Counts::default(), tap, buffer: Vec::new() }
    }

    /// Goes on with what a real board's port has now.
    pub fn resume(&mut self, claimed: Claimed, address: (u16, u8)) {
        self.tap.moved(claimed.endpoints, address);
        self.host = claimed.host;
    }

    /// Waits for what a virtual board's port has next, and goes on with that.
    pub fn succeed(&mut self, limit: Duration, address: (u16, u8)) -> Option<(Endpoints, Face)> {
        let (endpoints, face) = Endpoints::told(&self.host.successor(limit)?);
        self.tap.moved(endpoints, address);
        Some((endpoints, face))
    }

    /// What a virtual board has to say since the last call.
    pub fn notes(&mut self) -> Vec<String> {
        self.host.notes()
    }

    /// Completes the recordings on disk. What they lack, as a sentence, where that failed now or before: it is no failure
    /// of the job, and no reason to stop it.
    pub fn close_recordings(&mut self) -> Option<String> {
        self.tap.finish().err().map(|error| format!("{error:#}: the file is not complete"))
    }

    /// Ends the session: the recordings are complete on disk, and a replayed session has been played to its end.
    pub fn finish(mut self) -> anyhow::Result<()> {
        self.tap.finish()?;
        self.host.ended().map_err(anyhow::Error::msg)
    }

    fn submit_out(&mut self, data: &[u8]) -> Pipe {
        self.counts.transfers += 1;
        self.tap.out(data, self.stamp());
        self.host.submit_out(data);
        Pipe::Out
    }

    /// A transfer for `wanted` bytes, rounded up to whole packets: a longer answer is found out by its length.
    fn submit_in(&mut self, wanted: u64) -> Pipe {
        let packet = self.host.max_packet();
        let room = (wanted as usize).next_multiple_of(packet).max(packet);
        self.counts.transfers += 1;
        self.tap.r#in(room, self.stamp());
        self.host.submit_in(room);
        Pipe::In
    }

    /// Waits for the oldest transfer of a pipe, looking now and then whether the user insists on stopping.
    fn wait(&mut self, pipe: Pipe, limit: Duration) -> Result<Done, Fault> {
        let mut left = limit;
        loop {
            let slice = SLICE.min(left);
            if let Some(done) = self.host.wait(pipe, slice) {
                return Ok(done);
            }
            if self.stop.insisted() {
                return Err(Fault::Cancelled);
            }
            left -= slice;
            if left.is_zero() {
                return Err(Fault::TimedOut);
            }
        }
    }

    /// The time for a recording. Without one nobody asks for it, and the clock is left alone.
    fn stamp(&self) -> Duration {
        if self.tap.is_on() { self.host.now() } else { Duration::ZERO }
    }

    /// Counts and records a transfer that has come back.
    fn account(&mut self, pipe: Pipe, done: Done) {
        match pipe {
            Pipe::Out => self.counts.sent += done.moved as u64,
            _ => self.counts.received += done.moved as u64,
        }
        let data = if pipe == Pipe::In { self.host.received() } else { &[] };
        self.tap.done(pipe, data, done, self.stamp());
    }

    fn stopped(&self) -> Result<(), UsbError> {
        match self.stop.asked() {
            true => Err(UsbError { pipe: Pipe::Control, fault: Fault::Stopped }),
            false => Ok(()),
        }
    }

    /// A control transfer, counted and recorded.
    fn control(
        &mut self,
        setup: Setup,
        buf: Control<'_>,
        limit: Duration,
    ) -> Result<usize, UsbError> {
        self.stopped()?;
        let _flight = self.stop.flight();
        self.counts.waits += 1;
        self.counts.transfers += 1;
        let moved = match buf {
            Control::Out(data) => {
                self.tap.control(setup, Some(data), data.len(), self.stamp());
                let moved = self.host.control_out(setup, data, limit);
                self.counts.sent += *moved.as_ref().unwrap_or(&0) as u64;
                self.tap.control_done(&[], moved, self.stamp());
                moved
            }
            Control::In(buf) => {
                self.tap.control(setup, None, buf.len(), self.stamp());
                let moved = self.host.control_in(setup, buf, limit);
                let received = *moved.as_ref().unwrap_or(&0);
                self.counts.received += received as u64;
                self.tap.control_done(&buf[..received.min(buf.len())], moved, self.stamp());
                moved
            }
        };
        moved.map_err(|fault| UsbError { pipe: Pipe::Control, fault })
    }
}

enum Control<'b> {
    Out(&'b [u8]),
    In(&'b mut [u8]),
}

impl UsbLink for Link {
    fn control_out(&mut self, setup: Setup, data: &[u8], limit: Duration) -> Result<(), UsbError> {
        let moved = self.control(setup, Control::Out(data), limit)?;
        if moved == data.len() {
            return Ok(());
        }
        let fault = Fault::Short { done: moved as u64, wanted: data.len() as u64 };
        Err(UsbError { pipe: Pipe::Control, fault })
    }

    fn control_in(
        &mut self,
        setup: Setup,
        buf: &mut [u8],
        limit: Duration,
    ) -> Result<usize, UsbError> {
        self.control(setup, Control::In(buf), limit)
    }

    fn exchange(
        &mut self,
        phases: &mut [Phase<'_>],
        watch: &mut dyn Watch,
    ) -> Result<(), ExchangeError> {
        self.stopped().map_err(|error| ExchangeError::Usb { phase: 0, error })?;
        let _flight = self.stop.flight();
        Flow::new(self, phases, watch).run()
    }

    fn clear_halt(&mut self, pipe: Pipe) -> Result<(), UsbError> {
        self.host.clear_halt(pipe).map_err(|fault| UsbError { pipe, fault })
    }

    fn pause(&mut self, time: Duration) -> Result<(), UsbError> {
        let end = self.host.now() + time;
        loop {
            self.stopped()?;
            let now = self.host.now();
            if now >= end {
                return Ok(());
            }
            self.host.sleep(SLICE.min(end - now));
        }
    }

    fn max_packet(&self) -> usize {
        self.host.max_packet()
    }

    fn counts(&self) -> Counts {
        self.counts
    }
}
