//! Where bytes come from, where they go, and who watches.

use alloc::{boxed::Box, vec::Vec};
use core::time::Duration;

use crate::StepId;

/// An error of a [`Source`] or a [`Sink`]: the file's, not the board's.
pub type IoError = Box<dyn core::error::Error + Send + Sync>;

/// Bytes to be sent, of known length, readable at any place (so that a failed piece can be sent again).
pub trait Source {
    /// Length in bytes.
    fn size(&self) -> u64;
    /// Fills `buf` from `offset`; the caller stays inside [`size`](Self::size).
    fn read_at(&mut self, offset: u64, buf: &mut [u8]) -> Result<(), IoError>;
    /// `length` bytes from `offset` where they are in memory anyway, to be read there.
    fn slice(&self, offset: u64, length: usize) -> Option<&[u8]> {
        let _ = (offset, length);
        None
    }
}

impl Source for &[u8] {
    fn size(&self) -> u64 {
        self.len() as u64
    }

    fn read_at(&mut self, offset: u64, buf: &mut [u8]) -> Result<(), IoError> {
        buf.copy_from_slice(self.slice(offset, buf.len()).ok_or("read past the end of the data")?);
        Ok(())
    }

    fn slice(&self, offset: u64, length: usize) -> Option<&[u8]> {
        let start = usize::try_from(offset).ok()?;
        self.get(start..start.checked_add(length)?)
    }
}

/// Where received bytes go, in order.
pub trait Sink {
    /// Takes the next bytes.
    fn write(&mut self, data: &[u8]) -> Result<(), IoError>;
}

impl Sink for Vec<u8> {
    fn write(&mut self, data: &[u8]) -> Result<(), IoError> {
        self.extend_from_slice(data);
        Ok(())
    }
}

/// Someone who wants to know how far things are.
pub trait Watch {
    /// A step begins: its word for scripts, what is done for people, and how many bytes it will move (0 where that says
    /// nothing).
    fn step(&mut self, id: StepId, label: &str, bytes: u64);
    /// This many more bytes of the step have been moved, as completed transfers tell.
    fn advance(&mut self, bytes: u64);
    /// Something the user should know that is no error.
    fn note(&mut self, text: &str);
    /// A wait begins, which ends with the next step or note: what is waited for (`usbplug at 1-1`), and how long at most.
    fn wait(&mut self, what: &str, limit: Duration) {
        let _ = (what, limit);
    }
    /// Transfers of a stream are under way: work that has to be done anyway costs no time now.
    fn meanwhile(&mut self) {}
}

/// A [`Watch`] that looks away.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Watch for Silent {
    fn step(&mut self, _: StepId, _: &str, _: u64) {}
    fn advance(&mut self, _: u64) {}
    fn note(&mut self, _: &str) {}
}
