//! The only room that touches a device or a clock.
//!
//! A [`Host`] moves single transfers: usbfs, a virtual board, a recorded session. [`Link`] is the one implementation of
//! [`::link::UsbLink`] over all of them, so that deadlines, cancellation, queuing and counting are the same everywhere.
//! [`SerialLine`] is [`::link::ByteLink`] over a serial port, [`SerialLink`] the line to a board, real or virtual.

mod bulk;
pub(crate) mod clock;
mod disk;
mod host;
#[cfg(feature = "libusb")]
mod libusb;
mod link;
mod nusb_bus;
mod nusb_host;
mod pcapng;
mod place;
mod port;
mod replay;
mod serial;
mod serial_link;
mod serial_place;
mod serial_replay;
mod serial_transcript;
mod stop;
mod tap;
mod transcript;
mod usb;
mod usb_lock;

pub use disk::{Buffer, Disk, DiskError, FoundDisk, Moved, Queue, find_disk};
pub use host::{Done, Host};
pub use link::{IN_FLIGHT, Link};
pub use place::{Claimed, Face, OpenError, Place};
pub use port::PortPath;
pub use replay::Replay;
pub use serial::{SerialError, SerialLine};
pub use serial_link::{SerialLink, Way};
pub use serial_place::{PortName, SerialMissing, Tty, find_serial, usb_ttys};
pub use serial_replay::SerialReplay;
pub use serial_transcript::{LineEntry, LineTranscript};
pub use stop::Stop;
pub use tap::{Endpoints, Tap};
pub use transcript::{Entry, ParseError, Transcript};
pub use usb::{Bus, Missing, again, find, list, lock_port, open_new};
pub use usb_lock::PortLock;
