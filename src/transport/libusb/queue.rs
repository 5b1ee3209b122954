//! The transfers of one pipe, in order.

use std::{collections::VecDeque, ffi::c_int, sync::Arc, time::Duration};

use link::Fault;
use rusb::{Context, DeviceHandle};

use super::{fault, transfer::Transfer};

/// Transfers in flight and those that have come back to be used again.
pub(super) struct Queue {
    device: Arc<DeviceHandle<Context>>,
    endpoint: u8,
    /// Oldest first. What libusb did not take has its place in the order too.
    pending: VecDeque<Result<Transfer, Fault>>,
    spare: Vec<Transfer>,
}

impl Queue {
    /// A queue for the bulk endpoint at `endpoint`.
    pub(super) fn new(device: Arc<DeviceHandle<Context>>, endpoint: u8) -> Self {
        Self { device, endpoint, pending: VecDeque::new(), spare: Vec::new() }
    }

    /// Queues a transfer that `submit` fills and hands over.
    pub(super) fn push(&mut self, submit: impl FnOnce(&mut Transfer, u8) -> Result<(), c_int>) {
        let transfer = self.spare.pop().or_else(|| Transfer::new(Arc::clone(&self.device)));
        let Some(mut transfer) = transfer else {
            return self.pending.push_back(Err(Fault::NoMemory));
        };
        let submitted = submit(&mut transfer, self.endpoint);
        self.pending.push_back(match submitted {
            Ok(()) => Ok(transfer),
            Err(error) => {
                self.spare.push(transfer);
                Err(fault::of_submission(error))
            }
        });
    }

    /// Waits up to `limit` for the oldest transfer.
    pub(super) fn wait(&mut self, limit: Duration) -> Option<Result<Transfer, Fault>> {
        match self.pending.front()? {
            Ok(transfer) if !transfer.wait(limit) => None,
            _ => self.pending.pop_front(),
        }
    }

    /// The address of the endpoint.
    pub(super) fn endpoint(&self) -> u8 {
        self.endpoint
    }

    /// Takes transfers back, buffers and all.
    pub(super) fn keep(&mut self, transfers: impl IntoIterator<Item = Transfer>) {
        self.spare.extend(transfers);
    }

    /// Cancels what is pending, the youngest first: none can begin because the one before it has gone.
    pub(super) fn cancel(&self) {
        self.pending.iter().rev().flatten().for_each(Transfer::cancel);
    }
}
