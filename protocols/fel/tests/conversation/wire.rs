//! The shortest cable there is: phases straight into a device, whose NAK is taken for a timeout at once.

use std::time::Duration;

use link::{
    Counts, Data, ExchangeError, Fault, Phase, Pipe, Setup, UsbError, UsbLink, Watch,
    device::{Device, Gave, Took},
};

pub(super) struct Wire<D> {
    pub(super) device: D,
    pub(super) notes: Vec<String>,
    counts: Counts,
}

impl<D: Device> Wire<D> {
    pub(super) fn new(device: D) -> Self {
        Self { device, notes: Vec::new(), counts: Counts::default() }
    }

    fn out(&mut self, data: &[u8]) -> Result<u64, UsbError> {
        let mut done = 0;
        loop {
            done += match self.device.bulk_out(&data[done..]) {
                Took::Bytes(bytes) => bytes,
                Took::Nak => return Err(failed(Pipe::Out, Fault::TimedOut)),
                Took::Stall => return Err(failed(Pipe::Out, Fault::Stall)),
                Took::Gone => return Err(failed(Pipe::Out, Fault::Gone)),
            };
            if done == data.len() {
                return Ok(done as u64);
            }
        }
    }

    fn r#in(&mut self, buf: &mut [u8]) -> Result<u64, UsbError> {
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
        buf[..done].copy_from_slice(&room[..done]);
        Ok(done as u64)
    }

    fn phase(&mut self, data: &mut Data<'_>) -> Result<u64, ExchangeError> {
        let usb = |error| ExchangeError::Usb { phase: 0, error };
        match data {
            Data::Out(bytes) => self.out(bytes).map_err(usb),
            Data::In(buf) => self.r#in(buf).map_err(usb),
            Data::From(source) => {
                let mut bytes = vec![0; source.size() as usize];
                source.read_at(0, &mut bytes).map_err(ExchangeError::Io)?;
                bytes
                    .chunks(128 << 10)
                    .try_fold(0, |sum, part| Ok(sum + self.out(part).map_err(usb)?))
            }
            Data::Into { len, sink } => {
                let mut left = *len;
                while left > 0 {
                    let mut part = vec![0; left.min(128 << 10) as usize];
                    let moved = self.r#in(&mut part).map_err(usb)?;
                    sink.write(&part[..moved as usize]).map_err(ExchangeError::Io)?;
                    left -= moved;
                }
                Ok(*len)
            }
        }
    }
}

fn failed(pipe: Pipe, fault: Fault) -> UsbError {
    UsbError { pipe, fault }
}

impl<D: Device> UsbLink for Wire<D> {
    fn control_out(&mut self, _: Setup, _: &[u8], _: Duration) -> Result<(), UsbError> {
        Err(failed(Pipe::Control, Fault::Stall))
    }

    fn control_in(&mut self, _: Setup, _: &mut [u8], _: Duration) -> Result<usize, UsbError> {
        Err(failed(Pipe::Control, Fault::Stall))
    }

    fn exchange(
        &mut self,
        phases: &mut [Phase<'_>],
        _: &mut dyn Watch,
    ) -> Result<(), ExchangeError> {
        for (index, phase) in phases.iter_mut().enumerate() {
            let moved = self.phase(&mut phase.data).map_err(|error| match error {
                ExchangeError::Usb { error, .. } => ExchangeError::Usb { phase: index, error },
                other => other,
            });
            self.counts.transfers += 1;
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
        self.device.clear_halt(pipe);
        Ok(())
    }

    fn pause(&mut self, _: Duration) -> Result<(), UsbError> {
        Ok(())
    }

    fn max_packet(&self) -> usize {
        self.device.identity().max_packet
    }

    fn queues(&self) -> bool {
        false
    }

    fn counts(&self) -> Counts {
        self.counts
    }
}
