//! What goes wrong on the network.

use std::{
    fmt, io,
    net::{Ipv4Addr, SocketAddrV4},
    sync::Arc,
    time::Duration,
};

use link::{Classify, Code, Meaning};
use tftp::{receiver, server::Failure};

/// Why the server cannot start.
#[derive(Debug)]
pub enum StartError {
    /// Ports below 1024 are for root and for programs with the capability.
    Permission(SocketAddrV4),
    /// Another program listens there.
    Busy(SocketAddrV4),
    /// This computer does not have the address.
    NoAddress(Ipv4Addr),
    /// Something else.
    Other {
        /// Where it was to listen.
        address: SocketAddrV4,
        /// Why it cannot.
        error: io::Error,
    },
}

impl StartError {
    pub(super) fn of(address: SocketAddrV4, error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied => Self::Permission(address),
            io::ErrorKind::AddrInUse => Self::Busy(address),
            io::ErrorKind::AddrNotAvailable => Self::NoAddress(*address.ip()),
            _ => Self::Other { address, error },
        }
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Permission(address) => {
                write!(
                    f,
                    "no permission to listen on UDP port {} of {}",
                    address.port(),
                    address.ip()
                )
            }
            Self::Busy(address) => {
                write!(
                    f,
                    "another program listens on UDP port {} of {}",
                    address.port(),
                    address.ip()
                )
            }
            Self::NoAddress(address) => {
                write!(f, "this computer does not have the address {address}")
            }
            Self::Other { address, error } => write!(f, "cannot listen on UDP {address}: {error}"),
        }
    }
}

impl std::error::Error for StartError {}

/// Why a file did not reach the board, or did not come from it.
#[derive(Clone, Debug)]
pub enum OfferError {
    /// The board never asked for it.
    Unasked {
        /// How long it was waited for.
        waited: Duration,
    },
    /// The transfer made no progress.
    Stuck {
        /// How long there was none.
        waited: Duration,
        /// Bytes that the board acknowledged before.
        sent: u64,
    },
    /// The transfer failed.
    Failed(Failure),
    /// The board never offered the file that it is to send.
    Unsent {
        /// How long it was waited for.
        waited: Duration,
    },
    /// No more came of a file.
    Dry {
        /// How long nothing came.
        waited: Duration,
        /// Bytes that came before.
        received: u64,
    },
    /// A file did not come whole.
    Lost(receiver::Failure),
    /// This computer's network failed.
    Socket(Arc<io::Error>),
    /// The user wants to stop.
    Stopped,
}

impl fmt::Display for OfferError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unasked { waited } => {
                write!(f, "the board did not ask for its file within {} s", waited.as_secs())
            }
            Self::Stuck { waited, sent } => {
                let waited = waited.as_secs();
                write!(
                    f,
                    "the board took nothing for {waited} s, after {sent} bytes that it acknowledged"
                )
            }
            Self::Failed(failure) => failure.fmt(f),
            Self::Unsent { waited } => {
                write!(f, "the board did not offer its file within {} s", waited.as_secs())
            }
            Self::Dry { waited, received } => {
                let waited = waited.as_secs();
                write!(f, "the board sent nothing for {waited} s, after {received} bytes")
            }
            Self::Lost(failure) => failure.fmt(f),
            Self::Socket(error) => write!(f, "this computer's network failed: {error}"),
            Self::Stopped => f.write_str("interrupted"),
        }
    }
}

impl std::error::Error for OfferError {}

impl Classify for OfferError {
    fn meaning(&self) -> Meaning {
        match self {
            Self::Unasked { .. } | Self::Unsent { .. } => Meaning::failed(Code::NET_UNASKED),
            Self::Failed(failure) => failure.meaning(),
            Self::Lost(failure) => failure.meaning(),
            Self::Stuck { .. } | Self::Dry { .. } | Self::Socket(_) => {
                Meaning::failed(Code::NET_TRANSFER)
            }
            Self::Stopped => Meaning::interrupted(Code::INTERRUPTED),
        }
    }

    fn acknowledged(&self) -> Option<u64> {
        match self {
            Self::Unasked { .. } => Some(0),
            Self::Stuck { sent, .. } => Some(*sent),
            Self::Failed(failure) => failure.acknowledged(),
            Self::Unsent { .. }
            | Self::Dry { .. }
            | Self::Lost(_)
            | Self::Socket(_)
            | Self::Stopped => None,
        }
    }
}
