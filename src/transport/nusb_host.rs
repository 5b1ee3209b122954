//! usbfs, through nusb.

use std::{
    sync::Arc,
    task::{Context, Poll, Wake},
    thread::{self, Thread},
    time::{Duration, Instant},
};

use link::{Fault, Pipe, Setup};
use nusb::{
    Endpoint, Interface, MaybeFuture,
    transfer::{
        Buffer, Bulk, Completion, ControlIn, ControlOut, ControlType, In, Out, Recipient,
        TransferError,
    },
};

use super::{Done, Host, clock::Clock};

/// The longest transfer, in bytes, whose memory is not worth giving back.
const SMALL: usize = 16 << 10;

/// A claimed interface.
pub(super) struct NusbHost {
    interface: Interface,
    out: Endpoint<Bulk, Out>,
    r#in: Endpoint<Bulk, In>,
    /// Buffers that have come back: mapping fresh ones for each transfer costs more than the transfer.
    spare_out: Vec<Buffer>,
    spare_in: Vec<Buffer>,
    /// The transfer from the device that was collected last.
    last: Option<Buffer>,
    clock: Clock,
}

impl NusbHost {
    /// Opens the bulk endpoints `out` and `in` of `interface`.
    pub(super) fn new(interface: Interface, out: u8, r#in: u8) -> Result<Self, nusb::Error> {
        Ok(Self {
            out: interface.endpoint(out)?,
            r#in: interface.endpoint(r#in)?,
            interface,
            spare_out: Vec::new(),
            spare_in: Vec::new(),
            last: None,
            clock: Clock::new(),
        })
    }
}

impl Host for NusbHost {
    fn submit_out(&mut self, data: &[u8]) {
        if data.len() > SMALL {
            self.spare_in.retain(|buffer| buffer.capacity() <= SMALL);
            self.last = None;
        }
        let spare = self.spare_out.iter().position(|buffer| buffer.capacity() >= data.len());
        // The kernel sends these from where they are. The same for the way in would be memory without a cache on many
        // boards, which takes long to be read.
        let mut buffer = spare.map_or_else(
            || self.out.allocate(data.len()),
            |index| self.spare_out.swap_remove(index),
        );
        buffer.clear();
        buffer.extend_from_slice(data);
        self.out.submit(buffer);
    }

    fn submit_in(&mut self, len: usize) {
        self.spare_in.extend(self.last.take());
        if len > SMALL {
            // A board has memory for one way at a time: see `IN_FLIGHT`.
            self.spare_out.retain(|buffer| buffer.capacity() <= SMALL);
        }
        let spare = self.spare_in.iter().position(|buffer| buffer.capacity() >= len);
        let mut buffer =
            spare.map_or_else(|| Buffer::new(len), |index| self.spare_in.swap_remove(index));
        buffer.clear();
        buffer.set_requested_len(len);
        self.r#in.submit(buffer);
    }

    fn wait(&mut self, pipe: Pipe, limit: Duration) -> Option<Done> {
        let completion = match pipe {
            Pipe::Out if self.out.pending() > 0 => {
                next(limit, |context| self.out.poll_next_complete(context))?
            }
            Pipe::In if self.r#in.pending() > 0 => {
                next(limit, |context| self.r#in.poll_next_complete(context))?
            }
            _ => return None,
        };
        let Completion { buffer, actual_len, status } = completion;
        if pipe == Pipe::Out {
            self.spare_out.push(buffer);
        } else {
            self.spare_in.extend(self.last.replace(buffer));
        }
        Some(Done { moved: actual_len, fault: status.err().map(fault) })
    }

    fn received(&self) -> &[u8] {
        self.last.as_deref().unwrap_or_default()
    }

    fn cancel(&mut self) {
        self.out.cancel_all();
        self.r#in.cancel_all();
    }

    fn control_out(&mut self, setup: Setup, data: &[u8], limit: Duration) -> Result<usize, Fault> {
        let request = ControlOut {
            control_type: control_type(setup),
            recipient: recipient(setup),
            request: setup.request,
            value: setup.value,
            index: setup.index,
            data,
        };
        self.interface.control_out(request, limit).wait().map(|()| data.len()).map_err(timed)
    }

    fn control_in(
        &mut self,
        setup: Setup,
        buf: &mut [u8],
        limit: Duration,
    ) -> Result<usize, Fault> {
        let request = ControlIn {
            control_type: control_type(setup),
            recipient: recipient(setup),
            request: setup.request,
            value: setup.value,
            index: setup.index,
            length: u16::try_from(buf.len()).unwrap_or(u16::MAX),
        };
        let answer = self.interface.control_in(request, limit).wait().map_err(timed)?;
        let room = buf.get_mut(..answer.len()).ok_or(Fault::Overlong)?;
        room.copy_from_slice(&answer);
        Ok(answer.len())
    }

    fn clear_halt(&mut self, pipe: Pipe) -> Result<(), Fault> {
        let cleared = match pipe {
            Pipe::Control => return Ok(()),
            Pipe::Out => self.out.clear_halt().wait(),
            Pipe::In => self.r#in.clear_halt().wait(),
        };
        cleared.map_err(|error| match error.kind() {
            nusb::ErrorKind::Disconnected => Fault::Gone,
            _ => error.os_error().map_or(Fault::Bus, Fault::Os),
        })
    }

    fn max_packet(&self) -> usize {
        self.out.max_packet_size()
    }

    fn now(&self) -> Duration {
        self.clock.now()
    }

    fn sleep(&mut self, time: Duration) {
        thread::sleep(time);
    }
}

/// Has this thread go on.
struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// The next completed transfer; `None`: not within `limit`. What is there already needs no clock, and nusb's own wait reads it
/// twice.
fn next(
    limit: Duration,
    mut poll: impl FnMut(&mut Context<'_>) -> Poll<Completion>,
) -> Option<Completion> {
    let waker = Arc::new(Unpark(thread::current())).into();
    let mut context = Context::from_waker(&waker);
    let mut end = None;
    loop {
        if let Poll::Ready(completion) = poll(&mut context) {
            return Some(completion);
        }
        let now = Instant::now();
        let left = end.get_or_insert(now + limit).saturating_duration_since(now);
        if left.is_zero() {
            return None;
        }
        // Something else may wake the thread, too.
        thread::park_timeout(left);
    }
}

const ENOMEM: u32 = 12;

fn fault(error: TransferError) -> Fault {
    match error {
        TransferError::Cancelled => Fault::Cancelled,
        TransferError::Stall => Fault::Stall,
        TransferError::Disconnected => Fault::Gone,
        TransferError::Unknown(ENOMEM) => Fault::NoMemory,
        TransferError::Unknown(code) => Fault::Os(code),
        // nusb counts babble among these.
        TransferError::Fault | TransferError::InvalidArgument => Fault::Bus,
    }
}

/// A control transfer is cancelled by its own limit only.
fn timed(error: TransferError) -> Fault {
    if error == TransferError::Cancelled { Fault::TimedOut } else { fault(error) }
}

fn control_type(setup: Setup) -> ControlType {
    match setup.request_type >> 5 & 3 {
        0 => ControlType::Standard,
        1 => ControlType::Class,
        _ => ControlType::Vendor,
    }
}

fn recipient(setup: Setup) -> Recipient {
    match setup.request_type & 0x1f {
        0 => Recipient::Device,
        1 => Recipient::Interface,
        2 => Recipient::Endpoint,
        _ => Recipient::Other,
    }
}
