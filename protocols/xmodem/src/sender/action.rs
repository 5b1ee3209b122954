//! What a sender is told, and what it wants done.

use core::time::Duration;

use crate::{Failure, wire::Check};

/// What the sender is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A byte came.
    Byte(u8),
    /// The time for which the last action waits has come.
    Time,
    /// The frame has left; what came before is older than it.
    Sent,
}

/// What it wants done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Listen until this time.
    Wait(Duration),
    /// Send a frame in one piece, then tell [`Event::Sent`].
    Send(Frame),
    /// Everything arrived. Not confirmed: the answer to EOT was lost, but the receiver has gone on to other things.
    Finished {
        /// Whether the receiver said so.
        confirmed: bool,
    },
    /// It did not.
    Failed(Failure),
}

/// A frame, by what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// YMODEM's block 0 for the file with this index.
    Header {
        /// The file.
        file: usize,
        /// How the receiver checks it.
        check: Check,
    },
    /// Bytes of a file.
    Block(Block),
    /// The end of a file.
    Eot,
    /// The empty block 0 that ends a batch.
    End(Check),
}

/// A piece of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The file's index.
    pub file: usize,
    /// The number on the wire.
    pub number: u8,
    /// Where in the file it begins.
    pub offset: u64,
    /// Its length on the wire, 128 or 1024; bytes past the end of the file are padding.
    pub length: usize,
    /// How the receiver checks it.
    pub check: Check,
}
