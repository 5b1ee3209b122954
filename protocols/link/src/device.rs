//! The device's side: what a virtual board is to the link that carries it.

use alloc::{boxed::Box, collections::VecDeque, string::String, vec::Vec};
use core::time::Duration;

use crate::{IoError, Pipe, Setup};

/// What the board tells the bus about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// `bcdUSB`
    pub usb: u16,
    /// `idVendor`
    pub vendor: u16,
    /// `idProduct`
    pub product: u16,
    /// `bcdDevice`
    pub release: u16,
    /// `bInterfaceClass`, `bInterfaceSubClass`, `bInterfaceProtocol` of interface 0, the only one.
    pub class: [u8; 3],
    /// What `iManufacturer`, `iProduct` and `iSerialNumber` stand for; empty: the board has no such string.
    pub strings: [String; 3],
    /// Address of the bulk endpoint towards the device.
    pub out: u8,
    /// Address of the bulk endpoint towards the host (bit 7 set).
    pub r#in: u8,
    /// `wMaxPacketSize` of both.
    pub max_packet: usize,
}

/// Answer to packets from the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Took {
    /// This many bytes were taken: whole packets from the front, at least one packet (an empty transfer counts as one).
    Bytes(usize),
    /// Not now; the packets stay with the host.
    Nak,
    /// The endpoint is halted.
    Stall,
    /// The board has disconnected.
    Gone,
}

/// Answer to a host that asks for packets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gave {
    /// This many bytes were put at the front of the buffer; `last` when they end in a short packet, which ends the
    /// host's transfer.
    Bytes(usize, bool),
    /// Nothing to send for now.
    Nak,
    /// The next packet is longer than the room that the host left: babble.
    Overlong,
    /// The endpoint is halted.
    Stall,
    /// The board has disconnected.
    Gone,
}

/// Answer to a control request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Done; the bytes are what an IN request returns.
    Data(Vec<u8>),
    /// Refused.
    Stall,
    /// Not now; the request stays pending.
    Nak,
    /// The board has disconnected.
    Gone,
}

/// What a board that answers NAK is waiting for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Busy {
    /// Only the host can change its state: no time that passes will bring an answer.
    Forever,
    /// Something goes on in real time (an emulated processor runs): ask again.
    Working,
}

/// A virtual board, at the level of packets.
pub trait Device: Send {
    /// What the bus learns when the board is plugged in.
    fn identity(&self) -> Identity;
    /// A control request other than the standard ones; `data` is what an OUT request carries.
    fn control(&mut self, setup: Setup, data: &[u8]) -> Answer;
    /// Whole packets from the host: all but the last are of full size. An empty slice is a zero-length packet.
    fn bulk_out(&mut self, packets: &[u8]) -> Took;
    /// The host asks for packets of one transfer and has `buf.len()` bytes left for it.
    fn bulk_in(&mut self, buf: &mut [u8]) -> Gave;
    /// The host ends the halt of a pipe.
    fn clear_halt(&mut self, pipe: Pipe);
    /// Whether the board has disconnected.
    fn gone(&mut self) -> bool {
        false
    }
    /// What shows up on the same port once this has disconnected, if anything does.
    fn successor(&mut self) -> Option<Successor> {
        None
    }
    /// What a NAK given just now means.
    fn busy(&mut self) -> Busy {
        Busy::Forever
    }
    /// What a person at the bench would have noticed since the last call (smoke, a crash, foreign code).
    fn notes(&mut self) -> Vec<String> {
        Vec::new()
    }
    /// It is unplugged for good: what it keeps in a file is written.
    ///
    /// # Errors
    /// When that file cannot be written.
    fn keep(&mut self) -> Result<(), IoError> {
        Ok(())
    }
}

/// What comes to a port after the device before it has left.
pub struct Successor {
    /// How long the port is empty.
    pub after: Duration,
    /// What is there then.
    pub device: Box<dyn Device>,
}

/// Transfers that a board has ready for the host, handed out packet by packet.
#[derive(Clone, Debug, Default)]
pub struct Outbox {
    transfers: VecDeque<Vec<u8>>,
    sent: usize,
}

impl Outbox {
    /// Adds a transfer. It ends with a short packet where its length calls for one; a length that is a multiple of
    /// the packet size ends without one, as the mask ROMs do it.
    pub fn push(&mut self, transfer: Vec<u8>) {
        self.transfers.push_back(transfer);
    }

    /// Whether everything has been fetched.
    pub fn is_empty(&self) -> bool {
        self.transfers.is_empty()
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Puts as many whole packets of the first transfer into `buf` as fit.
    pub fn give(&mut self, buf: &mut [u8], max_packet: usize) -> Gave {
        let Some(front) = self.transfers.front() else { return Gave::Nak };
        let rest = &front[self.sent..];
        let room = buf.len() / max_packet * max_packet;
        let take = if rest.len() <= buf.len() { rest.len() } else { room };
        if take == 0 && !rest.is_empty() {
            return Gave::Overlong;
        }
        buf[..take].copy_from_slice(&rest[..take]);
        self.sent += take;
        if self.sent == front.len() {
            self.transfers.pop_front();
            self.sent = 0;
        }
        Gave::Bytes(take, take % max_packet != 0 || take == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    #[test]
    fn a_transfer_leaves_in_whole_packets_and_ends_short() {
        let mut outbox = Outbox::default();
        outbox.push(vec![7; 130]);
        let mut buf = [0; 256];
        assert_eq!(outbox.give(&mut buf[..64], 64), Gave::Bytes(64, false));
        assert_eq!(outbox.give(&mut buf, 64), Gave::Bytes(66, true));
        assert_eq!(outbox.give(&mut buf, 64), Gave::Nak);
    }

    #[test]
    fn a_multiple_of_the_packet_size_does_not_end_the_hosts_transfer() {
        let mut outbox = Outbox::default();
        outbox.push(vec![1; 64]);
        assert_eq!(outbox.give(&mut [0; 128], 64), Gave::Bytes(64, false));
    }

    #[test]
    fn a_packet_that_does_not_fit_is_babble() {
        let mut outbox = Outbox::default();
        outbox.push(vec![1; 64]);
        assert_eq!(outbox.give(&mut [0; 13], 64), Gave::Overlong);
    }

    #[test]
    fn an_empty_transfer_is_a_zero_length_packet() {
        let mut outbox = Outbox::default();
        outbox.push(vec![]);
        assert_eq!(outbox.give(&mut [0; 64], 64), Gave::Bytes(0, true));
        assert!(outbox.is_empty());
    }
}
