//! usbfs, through libusb.

use std::{sync::Arc, time::Duration};

use link::{Fault, Pipe, Setup};
use rusb::{Context, DeviceHandle};

use super::{fault, queue::Queue, transfer::Transfer};
use crate::transport::{Done, Host, bulk::Bulk, clock::Clock};

/// A claimed interface. No other has its libusb context: whoever waits here handles the events of this board only.
///
/// libusb takes no control transfer of more than 4096 bytes on Linux.
pub(super) struct LibusbHost {
    out: Queue,
    r#in: Queue,
    /// The transfer from the device that was collected last.
    last: Option<Transfer>,
    device: Arc<DeviceHandle<Context>>,
    max_packet: usize,
    clock: Clock,
}

impl LibusbHost {
    /// Over the bulk endpoints `out` and `in` of an interface that `device` has claimed.
    pub(super) fn new(device: DeviceHandle<Context>, out: Bulk, r#in: Bulk) -> Self {
        let device = Arc::new(device);
        Self {
            out: Queue::new(Arc::clone(&device), out.address),
            r#in: Queue::new(Arc::clone(&device), r#in.address),
            last: None,
            device,
            max_packet: out.max_packet,
            clock: Clock::new(),
        }
    }

    /// Keeps what was collected last from the device; what was there before is used again.
    fn collected(&mut self, transfer: Option<Transfer>) {
        self.r#in.keep(std::mem::replace(&mut self.last, transfer));
    }
}

impl Drop for LibusbHost {
    fn drop(&mut self) {
        // All of them before the first is waited for, or the next would have its turn.
        self.cancel();
    }
}

impl Host for LibusbHost {
    fn submit_out(&mut self, data: &[u8]) {
        self.out.push(|transfer, endpoint| transfer.submit_out(endpoint, data));
    }

    fn submit_in(&mut self, len: usize) {
        self.collected(None);
        self.r#in.push(|transfer, endpoint| transfer.submit_in(endpoint, len));
    }

    fn wait(&mut self, pipe: Pipe, limit: Duration) -> Option<Done> {
        let ended = match pipe {
            Pipe::Control => return None,
            Pipe::Out => self.out.wait(limit)?,
            Pipe::In => self.r#in.wait(limit)?,
        };
        let done = match &ended {
            Ok(transfer) => {
                let (status, moved) = transfer.outcome()?;
                Done { moved, fault: fault::of_status(status) }
            }
            Err(fault) => Done { moved: 0, fault: Some(*fault) },
        };
        match pipe {
            Pipe::In => self.collected(ended.ok()),
            _ => self.out.keep(ended),
        }
        Some(done)
    }

    fn received(&self) -> &[u8] {
        self.last.as_ref().map_or(&[], Transfer::received)
    }

    fn cancel(&mut self) {
        self.out.cancel();
        self.r#in.cancel();
    }

    fn control_out(&mut self, setup: Setup, data: &[u8], limit: Duration) -> Result<usize, Fault> {
        let Setup { request_type, request, value, index } = setup;
        let data = &data[..data.len().min(LONGEST)];
        self.device
            .write_control(request_type, request, value, index, data, told(limit))
            .map_err(fault::of_request)
    }

    fn control_in(
        &mut self,
        setup: Setup,
        buf: &mut [u8],
        limit: Duration,
    ) -> Result<usize, Fault> {
        let Setup { request_type, request, value, index } = setup;
        let room = buf.len().min(LONGEST);
        self.device
            .read_control(request_type, request, value, index, &mut buf[..room], told(limit))
            .map_err(fault::of_request)
    }

    fn clear_halt(&mut self, pipe: Pipe) -> Result<(), Fault> {
        let queue = match pipe {
            Pipe::Control => return Ok(()),
            Pipe::Out => &self.out,
            Pipe::In => &self.r#in,
        };
        self.device.clear_halt(queue.endpoint()).map_err(fault::of_request)
    }

    fn max_packet(&self) -> usize {
        self.max_packet
    }

    fn now(&self) -> Duration {
        self.clock.now()
    }

    fn sleep(&mut self, time: Duration) {
        std::thread::sleep(time);
    }
}

/// `wLength` has 16 bits.
const LONGEST: usize = u16::MAX as usize;

/// A limit as libusb takes it: in milliseconds, where 0 would be none.
fn told(limit: Duration) -> Duration {
    limit.clamp(Duration::from_millis(1), Duration::from_millis(u32::MAX.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_limit_becomes_endless() {
        let milliseconds = |limit| told(limit).as_millis();
        assert_eq!(milliseconds(Duration::ZERO), 1);
        assert_eq!(milliseconds(Duration::from_micros(300)), 1);
        assert_eq!(milliseconds(Duration::from_secs(5)), 5000);
        assert_eq!(milliseconds(Duration::MAX), u32::MAX.into());
    }
}
