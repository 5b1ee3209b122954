//! One bulk transfer of libusb, owned: rusb has synchronous transfers only. The one place of the project with `unsafe`.
//!
//! From a submission that succeeded until its callback has run, libusb owns the `libusb_transfer`, writes the buffer, and
//! keeps pointers to both and to the flag. In that time (`flying`) nothing here looks at them, submits again or frees
//! them. At all other times libusb does not know of the transfer. The callback runs where events are handled: in
//! [`Transfer::wait`], or in a control transfer.
#![allow(
    unsafe_code,
    reason = "rusb has no asynchronous transfers; libusb's C functions are called here"
)]

use std::{
    ffi::c_int,
    mem,
    ptr::NonNull,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use rusb::{
    Context, DeviceHandle, Error, UsbContext,
    constants::{LIBUSB_ERROR_BUSY, LIBUSB_ERROR_INVALID_PARAM},
    ffi,
};

/// How long a cancelled transfer that is dropped may take to come back.
const GRACE: Duration = Duration::from_secs(1);
/// The pause after libusb could not handle events, so that this does not become a busy loop.
const PAUSE: Duration = Duration::from_millis(1);

/// A bulk transfer with its buffer.
pub(super) struct Transfer {
    raw: NonNull<ffi::libusb_transfer>,
    /// Grows to the longest transfer and stays so.
    buffer: Vec<u8>,
    /// Whether libusb has it. Shared with the callback, which ends that.
    flying: Arc<AtomicBool>,
    /// Lives as long as any of its transfers; so does the context, which it holds.
    device: Arc<DeviceHandle<Context>>,
}

// SAFETY: libusb's functions may be called from any thread, and none of the pointers belongs to one: the transfer is on
// the C heap, buffer and flag on Rust's.
unsafe impl Send for Transfer {}

impl Transfer {
    /// A transfer that rests. `None`: there is no memory.
    pub(super) fn new(device: Arc<DeviceHandle<Context>>) -> Option<Self> {
        // SAFETY: takes no pointer. Without isochronous packets it is what every bulk transfer is made by.
        let raw = NonNull::new(unsafe { ffi::libusb_alloc_transfer(0) })?;
        Some(Self { raw, buffer: Vec::new(), flying: Arc::default(), device })
    }

    /// Hands a copy of `data` over, to be sent to an endpoint. An error is one of libusb's.
    pub(super) fn submit_out(&mut self, endpoint: u8, data: &[u8]) -> Result<(), c_int> {
        let buffer = self.resting()?;
        buffer.clear();
        buffer.extend_from_slice(data);
        self.submit(endpoint, data.len())
    }

    /// Asks an endpoint for up to `len` bytes. An error is one of libusb's.
    pub(super) fn submit_in(&mut self, endpoint: u8, len: usize) -> Result<(), c_int> {
        let buffer = self.resting()?;
        if buffer.len() < len {
            buffer.resize(len, 0);
        }
        self.submit(endpoint, len)
    }

    fn resting(&mut self) -> Result<&mut Vec<u8>, c_int> {
        if self.is_flying() { Err(LIBUSB_ERROR_BUSY) } else { Ok(&mut self.buffer) }
    }

    /// Submits the first `len` bytes of the buffer, which has them.
    fn submit(&mut self, endpoint: u8, len: usize) -> Result<(), c_int> {
        let length = c_int::try_from(len).map_err(|_| LIBUSB_ERROR_INVALID_PARAM)?;
        let flying: *const AtomicBool = Arc::as_ptr(&self.flying);
        self.flying.store(true, Ordering::Release);
        // SAFETY: `raw` was allocated in `new` and is freed in `drop` only; it rests, as both callers have asked. The
        // handle is open while `device` lives. The buffer has `length` bytes, and neither it nor the flag moves, is
        // touched or freed until the callback has run (both are on the heap; see `resting`, `received`, `drop`).
        // A limit of 0 is none: limits are kept by whoever waits, and end in `cancel`.
        let error = unsafe {
            ffi::libusb_fill_bulk_transfer(
                self.raw.as_ptr(),
                self.device.as_raw(),
                endpoint,
                self.buffer.as_mut_ptr(),
                length,
                landed,
                flying.cast_mut().cast(),
                0,
            );
            ffi::libusb_submit_transfer(self.raw.as_ptr())
        };
        if error == 0 {
            return Ok(());
        }
        // libusb has forgotten it: there will be no callback.
        self.flying.store(false, Ordering::Release);
        Err(error)
    }

    fn is_flying(&self) -> bool {
        self.flying.load(Ordering::Acquire)
    }

    /// Handles events in this thread until the transfer rests, up to `limit`. Whether it does. Another thread that handles
    /// events of the same context could have this one notice late; no host shares its context.
    pub(super) fn wait(&self, limit: Duration) -> bool {
        let start = Instant::now();
        while self.is_flying() {
            let left = limit.saturating_sub(start.elapsed());
            let handled = self.device.context().handle_events(Some(left));
            if left.is_zero() {
                break;
            }
            if handled.is_err_and(|error| error != Error::Interrupted) {
                thread::sleep(PAUSE.min(left));
            }
        }
        !self.is_flying()
    }

    /// Asks for the transfer back. What it has moved by then it has moved; its end comes with [`wait`](Self::wait).
    pub(super) fn cancel(&self) {
        if self.is_flying() {
            // SAFETY: `raw` has been submitted and is not freed while `self` lives. That it may come back at this moment
            // is libusb's to sort out, by its lock. An error says that the callback has run or will anyway: the transfer
            // has ended, or the device has gone.
            unsafe { ffi::libusb_cancel_transfer(self.raw.as_ptr()) };
        }
    }

    /// How it ended, as one of `LIBUSB_TRANSFER_*`, and how many bytes were moved. `None` while it flies.
    pub(super) fn outcome(&self) -> Option<(c_int, usize)> {
        if self.is_flying() {
            return None;
        }
        // SAFETY: `raw` is allocated, and libusb writes to it while it flies only. No reference to the whole of it is made,
        // as its callback is null before the first submission.
        let (status, moved) =
            unsafe { ((*self.raw.as_ptr()).status, (*self.raw.as_ptr()).actual_length) };
        let moved = usize::try_from(moved).map_or(0, |moved| moved.min(self.buffer.len()));
        Some((status, moved))
    }

    /// What came from the device; nothing while it flies.
    pub(super) fn received(&self) -> &[u8] {
        self.outcome().map_or(&[], |(_, moved)| &self.buffer[..moved])
    }
}

impl Drop for Transfer {
    fn drop(&mut self) {
        self.cancel();
        if self.wait(GRACE) {
            // SAFETY: `raw` was allocated in `new` and is freed nowhere else. It rests, so libusb has no pointer to it.
            return unsafe { ffi::libusb_free_transfer(self.raw.as_ptr()) };
        }
        // It never came back. Whatever libusb may still write to stays for ever, the open device included: closing it
        // would have libusb forget a transfer that the kernel has.
        mem::forget(mem::take(&mut self.buffer));
        mem::forget(Arc::clone(&self.flying));
        mem::forget(Arc::clone(&self.device));
    }
}

/// What libusb calls when a transfer has ended, whichever way.
extern "system" fn landed(transfer: *mut ffi::libusb_transfer) {
    // SAFETY: libusb passes the transfer that was submitted, and `submit` has put a pointer to its flag there, which is
    // not freed before the flag is false. After the store nothing is touched: another thread may free all of it.
    let flying = unsafe { &*(*transfer).user_data.cast::<AtomicBool>() };
    flying.store(false, Ordering::Release);
}
