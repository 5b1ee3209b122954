//! The shortest cable there is, for tests of protocols: phases go straight into a board, whose NAK is taken for a timeout
//! at once. Any one transfer can be made to fail, and what the host said is kept.
//!
//! Only with the feature `cable`, which nothing but tests asks for.

use alloc::{boxed::Box, string::String, vec, vec::Vec};
use core::time::Duration;

use crate::{
    Counts, Data, ExchangeError, Fault, Phase, Pipe, Setup, UsbError, UsbLink, Watch,
    device::{Answer, Device, Gave, Took},
};

/// Bytes of one transfer of a stream, as the real link has it.
const CHUNK: usize = 128 << 10;

/// What happens to a transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The board refuses it.
    Stall,
    /// It has no answer.
    TimedOut,
    /// Half of it gets through.
    Short,
    /// It gets through as something else.
    Garbage,
    /// The board disconnects.
    Disconnect,
}

/// Every one of them.
pub const KINDS: [Kind; 5] =
    [Kind::Stall, Kind::TimedOut, Kind::Short, Kind::Garbage, Kind::Disconnect];

/// Something that the host did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A control request, with its data.
    Control(Setup, Vec<u8>),
    /// This many bytes to the board.
    Out(usize),
    /// Room for this many bytes from the board.
    In(usize),
}

/// A board at the end of a cable.
pub struct Cable {
    /// The board, as what runs on it now.
    pub device: Box<dyn Device>,
    /// What it noted.
    pub notes: Vec<String>,
    /// Transfers so far.
    pub counts: Counts,
    /// The transfer that fails, by its number from 1.
    pub fault: Option<(u64, Kind)>,
    /// What was said, in order.
    pub said: Vec<Said>,
    /// Limits of control requests, in order.
    pub limits: Vec<Duration>,
    /// Single transfers to the board, in order.
    pub outs: Vec<Vec<u8>>,
    /// Streams to the board, in order.
    pub streams: Vec<Vec<u8>>,
    /// Time that the host let pass.
    pub paused: Duration,
    gone: bool,
}

impl Cable {
    /// Plugs a board in.
    pub fn new(device: impl Device + 'static) -> Self {
        Self {
            device: Box::new(device),
            notes: Vec::new(),
            counts: Counts::default(),
            fault: None,
            said: Vec::new(),
            limits: Vec::new(),
            outs: Vec::new(),
            streams: Vec::new(),
            paused: Duration::ZERO,
            gone: false,
        }
    }

    /// Waits for what comes to the port after the board has left; how long that took.
    pub fn reconnect(&mut self) -> Option<Duration> {
        let next = self.device.successor()?;
        self.notes.extend(self.device.notes());
        self.device = next.device;
        Some(next.after)
    }

    /// Counts a transfer; the fault that it meets.
    fn meet(&mut self) -> Option<Kind> {
        self.counts.transfers += 1;
        let fault = self.fault.filter(|(index, _)| *index == self.counts.transfers);
        let kind = fault.map(|(_, kind)| kind);
        self.gone |= kind == Some(Kind::Disconnect);
        if self.gone { Some(Kind::Disconnect) } else { kind }
    }

    fn out(&mut self, data: &[u8]) -> Result<u64, UsbError> {
        let mut data = data.to_vec();
        self.said.push(Said::Out(data.len()));
        let mut fault = None;
        match self.meet() {
            Some(Kind::Stall) => return Err(failed(Pipe::Out, Fault::Stall)),
            Some(Kind::TimedOut) => return Err(failed(Pipe::Out, Fault::TimedOut)),
            Some(Kind::Disconnect) => return Err(failed(Pipe::Out, Fault::Gone)),
            Some(Kind::Garbage) => data.iter_mut().for_each(|byte| *byte ^= 0x5a),
            Some(Kind::Short) => {
                let (done, wanted) = (data.len() as u64 / 2, data.len() as u64);
                data.truncate(data.len() / 2);
                fault = Some(Fault::Short { done, wanted });
            }
            None => {}
        }
        let mut done = 0;
        while done < data.len() {
            done += match self.device.bulk_out(&data[done..]) {
                Took::Bytes(0) => return Err(failed(Pipe::Out, Fault::Bus)),
                Took::Bytes(bytes) => bytes,
                Took::Nak => return Err(failed(Pipe::Out, Fault::TimedOut)),
                Took::Stall => return Err(failed(Pipe::Out, Fault::Stall)),
                Took::Gone => return Err(failed(Pipe::Out, Fault::Gone)),
            };
        }
        match fault {
            Some(fault) => Err(failed(Pipe::Out, fault)),
            None => Ok(done as u64),
        }
    }

    fn r#in(&mut self, buf: &mut [u8]) -> Result<u64, UsbError> {
        let fault = self.meet();
        self.said.push(Said::In(buf.len()));
        match fault {
            Some(Kind::Stall) => return Err(failed(Pipe::In, Fault::Stall)),
            Some(Kind::TimedOut) => return Err(failed(Pipe::In, Fault::TimedOut)),
            Some(Kind::Disconnect) => return Err(failed(Pipe::In, Fault::Gone)),
            _ => {}
        }
        let packet = self.device.identity().max_packet;
        let mut room = vec![0; buf.len().next_multiple_of(packet)];
        let mut done = 0;
        while done < room.len() {
            let (bytes, last) = match self.device.bulk_in(&mut room[done..]) {
                Gave::Bytes(bytes, last) => (bytes, last),
                Gave::Nak => return Err(failed(Pipe::In, Fault::TimedOut)),
                Gave::Overlong => return Err(failed(Pipe::In, Fault::Overlong)),
                Gave::Stall => return Err(failed(Pipe::In, Fault::Stall)),
                Gave::Gone => return Err(failed(Pipe::In, Fault::Gone)),
            };
            done += bytes;
            if last {
                break;
            }
        }
        if done > buf.len() {
            return Err(failed(Pipe::In, Fault::Overlong));
        }
        match fault {
            Some(Kind::Short) => done /= 2,
            Some(Kind::Garbage) => room[..done].iter_mut().for_each(|byte| *byte ^= 0x5a),
            _ => {}
        }
        buf[..done].copy_from_slice(&room[..done]);
        Ok(done as u64)
    }

    fn phase(&mut self, data: &mut Data<'_>, watch: &mut dyn Watch) -> Result<u64, ExchangeError> {
        let usb = |error| ExchangeError::Usb { phase: 0, error };
        match data {
            Data::Out(bytes) => {
                self.outs.push(bytes.to_vec());
                self.out(bytes).map_err(usb)
            }
            Data::In(buf) => self.r#in(buf).map_err(usb),
            Data::From(source) => {
                let mut bytes = vec![0; source.size() as usize];
                // As the real link reads it: chunk by chunk.
                for (index, part) in bytes.chunks_mut(CHUNK).enumerate() {
                    source.read_at((index * CHUNK) as u64, part).map_err(ExchangeError::Io)?;
                }
                self.streams.push(bytes.clone());
                bytes.chunks(CHUNK).try_fold(0, |sum, part| {
                    let moved = self.out(part).map_err(usb)?;
                    watch.advance(moved);
                    Ok(sum + moved)
                })
            }
            Data::Into { len, sink } => {
                let mut left = *len;
                while left > 0 {
                    let mut part = vec![0; left.min(CHUNK as u64) as usize];
                    let moved = self.r#in(&mut part).map_err(usb)?;
                    if moved < part.len() as u64 {
                        let fault = Fault::Short { done: moved, wanted: part.len() as u64 };
                        return Err(usb(failed(Pipe::In, fault)));
                    }
                    sink.write(&part).map_err(ExchangeError::Io)?;
                    watch.advance(moved);
                    left -= moved;
                }
                Ok(*len)
            }
        }
    }

    fn control(&mut self, setup: Setup, data: &[u8], limit: Duration) -> Result<Vec<u8>, UsbError> {
        assert!(limit > Duration::ZERO);
        self.limits.push(limit);
        self.said.push(Said::Control(setup, data.to_vec()));
        let mut data = data.to_vec();
        let mut fault = None;
        let mut spoilt = false;
        match self.meet() {
            Some(Kind::Stall) => return Err(failed(Pipe::Control, Fault::Stall)),
            Some(Kind::TimedOut) => return Err(failed(Pipe::Control, Fault::TimedOut)),
            Some(Kind::Disconnect) => return Err(failed(Pipe::Control, Fault::Gone)),
            Some(Kind::Garbage) => {
                spoilt = true;
                data.iter_mut().for_each(|byte| *byte ^= 0x5a);
            }
            Some(Kind::Short) => {
                let (done, wanted) = (data.len() as u64 / 2, data.len() as u64);
                // The board waits for the rest of a control transfer and never sees it as a whole.
                fault = Some(Fault::Short { done, wanted });
            }
            None => {}
        }
        if let Some(fault) = fault {
            return Err(failed(Pipe::Control, fault));
        }
        let answer = self.device.control(setup, &data);
        self.notes.extend(self.device.notes());
        match answer {
            Answer::Data(mut bytes) => {
                if spoilt && setup.request_type & 0x80 != 0 {
                    bytes.iter_mut().for_each(|byte| *byte ^= 0x5a);
                }
                Ok(bytes)
            }
            Answer::Stall => Err(failed(Pipe::Control, Fault::Stall)),
            Answer::Nak => Err(failed(Pipe::Control, Fault::TimedOut)),
            Answer::Gone => Err(failed(Pipe::Control, Fault::Gone)),
        }
    }
}

fn failed(pipe: Pipe, fault: Fault) -> UsbError {
    UsbError { pipe, fault }
}

impl UsbLink for Cable {
    fn control_out(&mut self, setup: Setup, data: &[u8], limit: Duration) -> Result<(), UsbError> {
        self.control(setup, data, limit).map(|_| ())
    }

    fn control_in(
        &mut self,
        setup: Setup,
        buf: &mut [u8],
        limit: Duration,
    ) -> Result<usize, UsbError> {
        let bytes = self.control(setup, &[], limit)?;
        let length = bytes.len().min(buf.len());
        buf[..length].copy_from_slice(&bytes[..length]);
        Ok(length)
    }

    fn exchange(
        &mut self,
        phases: &mut [Phase<'_>],
        watch: &mut dyn Watch,
    ) -> Result<(), ExchangeError> {
        for (index, phase) in phases.iter_mut().enumerate() {
            let moved = self.phase(&mut phase.data, watch).map_err(|error| match error {
                ExchangeError::Usb { error, .. } => ExchangeError::Usb { phase: index, error },
                other => other,
            });
            self.notes.extend(self.device.notes());
            phase.done = moved?;
            if let Data::In(buf) = &phase.data
                && !(phase.accept)(&buf[..phase.done as usize])
            {
                return Err(ExchangeError::Unexpected { phase: index });
            }
        }
        Ok(())
    }

    fn clear_halt(&mut self, pipe: Pipe) -> Result<(), UsbError> {
        if self.gone {
            return Err(failed(pipe, Fault::Gone));
        }
        self.device.clear_halt(pipe);
        Ok(())
    }

    fn pause(&mut self, time: Duration) -> Result<(), UsbError> {
        self.paused += time;
        Ok(())
    }

    fn max_packet(&self) -> usize {
        self.device.identity().max_packet
    }

    fn counts(&self) -> Counts {
        self.counts
    }
}
