//! What moves single transfers.

use std::time::Duration;

use link::{Fault, Pipe, Setup, device::Identity};

/// How a transfer ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// Bytes that were moved, either way.
    pub moved: usize,
    /// Why it did not end well.
    pub fault: Option<Fault>,
}

/// A claimed interface with one bulk endpoint each way, as the operating system offers it.
///
/// Transfers of one pipe are carried out in the order of their submission. What is submitted must be collected with
/// [`wait`](Self::wait), cancelled or not.
pub trait Host: Send {
    /// Queues one transfer to the device.
    fn submit_out(&mut self, data: &[u8]);
    /// Queues one transfer from the device; `len` is a multiple of the packet size, as usbfs wants it.
    fn submit_in(&mut self, len: usize);
    /// Waits for the oldest transfer of a pipe. `None`: not within `limit`.
    fn wait(&mut self, pipe: Pipe, limit: Duration) -> Option<Done>;
    /// What the transfer from the device brought that was collected last.
    fn received(&self) -> &[u8];
    /// Cancels everything that is queued.
    fn cancel(&mut self);
    /// Sends a control request; returns how many bytes went.
    fn control_out(&mut self, setup: Setup, data: &[u8], limit: Duration) -> Result<usize, Fault>;
    /// Sends a control request and receives its answer.
    fn control_in(&mut self, setup: Setup, buf: &mut [u8], limit: Duration)
    -> Result<usize, Fault>;
    /// Ends the halt of an endpoint.
    fn clear_halt(&mut self, pipe: Pipe) -> Result<(), Fault>;
    /// `wMaxPacketSize` of the bulk endpoints.
    fn max_packet(&self) -> usize;
    /// Time since some moment in the past; a virtual board's may run ahead of the clock on the wall.
    fn now(&self) -> Duration;
    /// Lets time pass.
    fn sleep(&mut self, time: Duration);
    /// What a virtual board has to say.
    fn notes(&mut self) -> Vec<String> {
        Vec::new()
    }
    /// Waits for what comes to the port of a virtual board after that has left: who it is. `None`: nothing comes within
    /// `limit`.
    fn successor(&mut self, limit: Duration) -> Option<Identity> {
        let _ = limit;
        None
    }
    /// Whether the session may end here (a replayed one may not end early).
    fn ended(&self) -> Result<(), String> {
        Ok(())
    }
}
