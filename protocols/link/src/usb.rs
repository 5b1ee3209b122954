//! The host's side of a USB board.

use core::{fmt, time::Duration};

use crate::{Fault, IoError, Pipe, Sink, Source, UsbError, Watch};

/// The eight bytes that begin a control transfer, less its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setup {
    /// `bmRequestType`
    pub request_type: u8,
    /// `bRequest`
    pub request: u8,
    /// `wValue`
    pub value: u16,
    /// `wIndex`
    pub index: u16,
}

/// What a phase of an exchange moves.
pub enum Data<'a> {
    /// One transfer to the device; never followed by a zero-length packet.
    Out(&'a [u8]),
    /// One transfer from the device; it may end short.
    In(&'a mut [u8]),
    /// All of a source to the device, in as many transfers as the link likes, several of them in flight.
    From(&'a mut dyn Source),
    /// Exactly `len` bytes from the device, likewise.
    Into {
        /// Bytes to come.
        len: u64,
        /// Where they go.
        sink: &'a mut dyn Sink,
    },
}

impl<'a> Data<'a> {
    /// Bytes that are to be moved; a single transfer from the device may bring fewer.
    pub fn length(&self) -> u64 {
        match self {
            Self::Out(bytes) => bytes.len() as u64,
            Self::In(buf) => buf.len() as u64,
            Self::From(source) => source.size(),
            Self::Into { len, .. } => *len,
        }
    }

    /// The same for a shorter time, which the compiler does not see by itself behind the trait objects.
    pub fn shorten<'s>(self) -> Data<'s>
    where
        'a: 's,
    {
        match self {
            Self::Out(bytes) => Data::Out(bytes),
            Self::In(buf) => Data::In(buf),
            Self::From(source) => Data::From(source),
            Self::Into { len, sink } => Data::Into { len, sink },
        }
    }
}

/// One phase of an exchange.
pub struct Phase<'a> {
    /// What is moved.
    pub data: Data<'a>,
    /// The longest that any one transfer of the phase may take, once those before it are done.
    pub limit: Duration,
    /// Most bytes of one transfer of a stream ([`Data::From`], [`Data::Into`]): a multiple of every packet size.
    pub piece: usize,
    /// Whether what an [`Data::In`] phase brought lets the exchange go on. Where phases are not queued, a refusal keeps
    /// the host from talking on to a board that is no longer listening.
    pub accept: fn(&[u8]) -> bool,
    /// Bytes that were moved: filled in by the link.
    pub done: u64,
}

impl<'a> Phase<'a> {
    /// What a stream is cut into unless a phase says otherwise, as libusb's users do on every board.
    pub const PIECE: usize = 128 << 10;

    /// A phase that moves `data`.
    pub fn new(data: Data<'a>, limit: Duration) -> Self {
        Self { data, limit, piece: Self::PIECE, accept: |_| true, done: 0 }
    }

    /// A phase that receives into `buf` and ends the exchange unless `accept` holds of what came.
    pub fn checked(buf: &'a mut [u8], limit: Duration, accept: fn(&[u8]) -> bool) -> Self {
        Self { accept, ..Self::new(Data::In(buf), limit) }
    }
}

/// Why an exchange failed, and in which phase.
#[derive(Debug)]
pub enum ExchangeError {
    /// A transfer failed.
    Usb {
        /// Index of the phase.
        phase: usize,
        /// What happened.
        error: UsbError,
    },
    /// The answer of a phase was not accepted: the rest of the exchange did not take place.
    Unexpected {
        /// Index of the phase.
        phase: usize,
    },
    /// The source or the sink failed, not the board.
    Io(IoError),
}

impl fmt::Display for ExchangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usb { error, .. } => error.fmt(f),
            Self::Unexpected { .. } => {
                f.write_str("the board's answer is not what the protocol calls for")
            }
            Self::Io(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for ExchangeError {}

/// What a link has done so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Times the host waited for a transfer with nothing queued after it: until it acts again, the wire is idle.
    pub waits: u64,
    /// Transfers (URBs) handed to the operating system.
    pub transfers: u64,
    /// Bytes sent.
    pub sent: u64,
    /// Bytes received.
    pub received: u64,
}

/// A claimed interface of a board. Blocking, object-safe, one per board.
///
/// A command is one call of [`exchange`](Self::exchange): a stop that the user asks for takes effect between two
/// commands and never inside one.
pub trait UsbLink {
    /// Sends a control request with `data`, all of it or an error.
    fn control_out(&mut self, setup: Setup, data: &[u8], limit: Duration) -> Result<(), UsbError>;

    /// Sends a control request and returns how many bytes of `buf` the answer filled.
    fn control_in(
        &mut self,
        setup: Setup,
        buf: &mut [u8],
        limit: Duration,
    ) -> Result<usize, UsbError>;

    /// Carries out the phases of one command in order: each begins when the one before has ended. After an error nothing
    /// is left in flight.
    fn exchange(
        &mut self,
        phases: &mut [Phase<'_>],
        watch: &mut dyn Watch,
    ) -> Result<(), ExchangeError>;

    /// Ends the halt of a stalled endpoint.
    fn clear_halt(&mut self, pipe: Pipe) -> Result<(), UsbError>;

    /// Lets `time` pass; fails with [`Fault::Stopped`] when the user asks to stop.
    fn pause(&mut self, time: Duration) -> Result<(), UsbError>;

    /// Largest packet of the bulk endpoints, in bytes: 64 at full speed, 512 at high speed.
    fn max_packet(&self) -> usize;

    /// What the link has done since it was opened.
    fn counts(&self) -> Counts;
}

impl dyn UsbLink + '_ {
    /// One transfer to the device.
    ///
    /// # Errors
    /// When the transfer fails.
    pub fn bulk_out(&mut self, data: &[u8], limit: Duration) -> Result<(), UsbError> {
        self.single(&mut [Phase::new(Data::Out(data), limit)])
    }

    /// One transfer from the device; returns its length.
    ///
    /// # Errors
    /// When the transfer fails.
    pub fn bulk_in(&mut self, buf: &mut [u8], limit: Duration) -> Result<usize, UsbError> {
        let mut phases = [Phase::new(Data::In(buf), limit)];
        self.single(&mut phases)?;
        // A transfer into memory cannot be longer than that memory.
        Ok(phases[0].done as usize)
    }

    fn single(&mut self, phases: &mut [Phase<'_>]) -> Result<(), UsbError> {
        match self.exchange(phases, &mut crate::Silent) {
            Ok(()) => Ok(()),
            Err(ExchangeError::Usb { error, .. }) => Err(error),
            // Phases over plain memory that accept every answer have no other source of errors.
            Err(ExchangeError::Unexpected { .. } | ExchangeError::Io(_)) => {
                Err(UsbError { pipe: Pipe::Control, fault: Fault::Bus })
            }
        }
    }
}
