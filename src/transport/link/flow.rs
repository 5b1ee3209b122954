//! One exchange: its phases cut into transfers, several of them in flight, collected in order.

use std::{collections::VecDeque, time::Duration};

use ::link::{Data, ExchangeError, Fault, Phase, Pipe, UsbError, Watch};

use super::Link;

/// Transfers in flight.
const DEPTH: usize = 4;
/// Bytes that a board's transfers take of usbfs's memory at one time, but for some small ones: with so many in flight no
/// more are handed over. Two of the longest are enough for the wire never to wait for a stream; it is 6 % of what usbfs
/// allows the whole machine by default (16 MiB), so that a rack's boards fit in beside each other.
pub const IN_FLIGHT: u64 = 1 << 20;

/// The longest last transfer of a stream from a board: while it is taken apart, nothing else is on the wire. A multiple of
/// any packet's size.
const EDGE: u64 = 64 << 10;

/// How long a cancelled transfer may take to come back.
const CANCEL: Duration = Duration::from_secs(1);

/// A transfer that was handed over.
#[derive(Clone, Copy)]
struct Sent {
    phase: usize,
    pipe: Pipe,
    /// Bytes that the phase expects of it.
    wanted: u64,
}

/// Where the next transfer begins.
#[derive(Clone, Copy, Default)]
struct Cursor {
    phase: usize,
    offset: u64,
}

pub(super) struct Flow<'f, 'd> {
    link: &'f mut Link,
    phases: &'f mut [Phase<'d>],
    watch: &'f mut dyn Watch,
    in_flight: VecDeque<Sent>,
    next: Cursor,
}

impl<'f, 'd> Flow<'f, 'd> {
    pub(super) fn new(
        link: &'f mut Link,
        phases: &'f mut [Phase<'d>],
        watch: &'f mut dyn Watch,
    ) -> Self {
        Self { link, phases, watch, in_flight: VecDeque::new(), next: Cursor::default() }
    }

    pub(super) fn run(mut self) -> Result<(), ExchangeError> {
        let outcome = self.carry_out();
        if let Err(error) = &outcome {
            let late = matches!(
                error,
                ExchangeError::Usb { error: UsbError { fault: Fault::TimedOut, .. }, .. }
            );
            self.abandon(late);
        }
        outcome
    }

    fn carry_out(&mut self) -> Result<(), ExchangeError> {
        loop {
            while self.may_submit() {
                self.submit()?;
            }
            match self.in_flight.front().copied() {
                Some(sent) => self.collect(sent)?,
                None => return Ok(()),
            }
        }
    }

    /// Whether the next transfer may be handed over now.
    fn may_submit(&mut self) -> bool {
        while self
            .phases
            .get(self.next.phase)
            .is_some_and(|phase| is_submitted(&phase.data, self.next.offset))
        {
            self.next = Cursor { phase: self.next.phase + 1, offset: 0 };
        }
        self.next.phase < self.phases.len()
            && self.in_flight.len() < DEPTH
            && self.in_flight.iter().map(|sent| sent.wanted).sum::<u64>() < IN_FLIGHT
            && self.in_flight.back().is_none_or(|last| last.phase == self.next.phase)
    }

    fn submit(&mut self) -> Result<(), ExchangeError> {
        let Cursor { phase, offset } = self.next;
        let Phase { data, piece, .. } = &mut self.phases[phase];
        let wanted = wanted(data, *piece as u64, offset);
        let pipe = match data {
            Data::Out(bytes) => self.link.submit_out(bytes),
            Data::From(source) => match source.slice(offset, wanted as usize) {
                Some(bytes) => self.link.submit_out(bytes),
                None => {
                    let mut buffer = core::mem::take(&mut self.link.buffer);
                    buffer.resize(wanted as usize, 0);
                    source.read_at(offset, &mut buffer).map_err(ExchangeError::Io)?;
                    let pipe = self.link.submit_out(&buffer);
                    self.link.buffer = buffer;
                    pipe
                }
            },
            Data::In(_) | Data::Into { .. } => self.link.submit_in(wanted),
        };
        self.in_flight.push_back(Sent { phase, pipe, wanted });
        // An empty single transfer moves the cursor too, or it would be sent for ever.
        self.next.offset += wanted.max(1);
        Ok(())
    }

    /// Waits for the oldest transfer and takes what it brought.
    fn collect(&mut self, sent: Sent) -> Result<(), ExchangeError> {
        let phase = &mut self.phases[sent.phase];
        if self.in_flight.len() == 1 {
            self.link.counts.waits += 1;
        }
        if matches!(phase.data, Data::From(_) | Data::Into { .. }) {
            self.watch.meanwhile();
        }
        let done = self.link.wait(sent.pipe, phase.limit).map_err(|fault| failed(sent, fault))?;
        self.in_flight.pop_front();
        self.link.account(sent.pipe, done);
        phase.done += done.moved as u64;
        if let Some(fault) =
            done.fault.or_else(|| wrong_length(sent, done.moved as u64, &phase.data))
        {
            return Err(failed(sent, fault));
        }
        take(phase, self.link.host.received())?;
        if matches!(phase.data, Data::From(_) | Data::Into { .. }) {
            self.watch.advance(done.moved as u64);
        }
        let refused = matches!(&phase.data, Data::In(buf) if !(phase.accept)(&buf[..done.moved]));
        if refused { Err(ExchangeError::Unexpected { phase: sent.phase }) } else { Ok(()) }
    }

    /// Leaves nothing in flight. `late`: the oldest transfer is the one that had no answer in time, and is recorded so.
    fn abandon(&mut self, mut late: bool) {
        self.link.host.cancel();
        for sent in core::mem::take(&mut self.in_flight) {
            let Some(mut done) = self.link.host.wait(sent.pipe, CANCEL) else { continue };
            if core::mem::take(&mut late) {
                done.fault = done.fault.and(Some(Fault::TimedOut));
            }
            self.link.account(sent.pipe, done);
            self.phases[sent.phase].done += done.moved as u64;
        }
    }
}

/// Bytes of the transfer of a phase that begins at `offset`.
fn wanted(data: &Data<'_>, piece: u64, offset: u64) -> u64 {
    let left = data.length() - offset;
    match data {
        Data::Out(_) | Data::In(_) => data.length(),
        // Whole packets, but for the last.
        Data::Into { .. } if left > EDGE => piece.min((left - 1) / EDGE * EDGE),
        Data::From(_) | Data::Into { .. } => piece.min(left),
    }
}

/// Puts what came where the phase wants it.
fn take(phase: &mut Phase<'_>, received: &[u8]) -> Result<(), ExchangeError> {
    match &mut phase.data {
        Data::In(buf) => buf[..received.len()].copy_from_slice(received),
        Data::Into { sink, .. } => sink.write(received).map_err(ExchangeError::Io)?,
        Data::Out(_) | Data::From(_) => {}
    }
    Ok(())
}

/// A transfer may not move more than was wanted; only a single transfer from the device may move less.
fn wrong_length(sent: Sent, moved: u64, data: &Data<'_>) -> Option<Fault> {
    if moved > sent.wanted {
        return Some(Fault::Overlong);
    }
    let short = moved < sent.wanted && !matches!(data, Data::In(_));
    short.then_some(Fault::Short { done: moved, wanted: sent.wanted })
}

fn failed(sent: Sent, fault: Fault) -> ExchangeError {
    ExchangeError::Usb { phase: sent.phase, error: UsbError { pipe: sent.pipe, fault } }
}

/// Whether a phase with this data is done with once `offset` bytes of it have been submitted. A stream of no bytes has
/// no transfers; a single transfer of no bytes is a zero-length packet.
fn is_submitted(data: &Data<'_>, offset: u64) -> bool {
    match data {
        Data::Out(_) | Data::In(_) => offset > 0,
        Data::From(_) | Data::Into { .. } => offset >= data.length(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn streams_from_a_board_are_cut_at_whole_packets_and_end_briefly(length in 1u64..3_000_000, packets in 1u64..2048) {
            let (piece, mut offset) = (packets * 512, 0);
            let mut sink = Vec::new();
            let data = Data::Into { len: length, sink: &mut sink };
            while offset < length {
                let now = wanted(&data, piece, offset);
                let last = offset + now == length;
                let good = if last { now <= EDGE } else { now.is_multiple_of(512) };
                prop_assert!(good && now > 0 && now <= piece);
                offset += now;
            }
            prop_assert_eq!(offset, length);
        }
    }
}
