//! The bytes on the line.
//!
//! A command is its number, a parameter, a length (16 bits, big endian) and that many bytes. The answer is the same number, a
//! result, a length and that many bytes. Nothing has a sum: what is spoilt on its way is noticed when memory is summed.

use alloc::vec::Vec;
use core::fmt;

/// The rate of the line, in bit/s. The ROM has no other.
pub const BAUD: u32 = 115_200;
/// What the ROM waits for when it gets power, for a short time.
pub const CONNECT: [u8; 8] = [0x10, 0xef, 0, 4, b'C', b'S', b'K', b'Y'];
/// The result of what went well.
pub const DONE: u8 = 0x01;
/// The result of a packet after which more are expected.
pub const MORE: u8 = 0x00;
/// The result of [`Command::Verify`] where memory has another sum.
pub const DIFFERS: u8 = 0xe1;
/// The result of [`Command::Verify`] where memory cannot be read.
pub const UNREAD: u8 = 0xe0;
/// The result of a command that comes in the wrong order.
pub const WRONG_ORDER: u8 = 0xfd;
/// The result of a command that is not known.
pub const UNKNOWN: u8 = 0xff;
/// Bytes of a packet, as the vendor's client has it.
pub const PACKET: usize = 512;
/// The protocol's version from which on downloads begin with [`Command::BeginWide`].
pub const WIDE: u8 = 4;

/// The commands that the host knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Command {
    /// Which version of the protocol: the result is the number.
    Version = 0x01,
    /// The handshake.
    Connect = 0x10,
    /// Which memories there are.
    Memories = 0x11,
    /// Begins a download.
    Begin = 0x12,
    /// A packet of it.
    Data = 0x13,
    /// Sums a part of a memory and compares.
    Verify = 0x15,
    /// Starts what was sent to SRAM.
    Run = 0x18,
    /// Begins a download, in versions that have addresses of 64 bits.
    BeginWide = 0x23,
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Version => "get version",
            Self::Connect => "connect",
            Self::Memories => "get memory info",
            Self::Begin | Self::BeginWide => "begin download",
            Self::Data => "download data",
            Self::Verify => "verify",
            Self::Run => "run image",
        })
    }
}

/// Which packet of a download it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Packet {
    /// The last one.
    Last = 0,
    /// One between.
    Middle = 2,
    /// The first one.
    First = 3,
}

/// A whole command. `payload` is at most 65535 bytes.
pub fn request(command: Command, parameter: u8, payload: &[u8]) -> Vec<u8> {
    let mut frame = Vec::from([command as u8, parameter]);
    frame.extend((payload.len() as u16).to_be_bytes());
    frame.extend(payload);
    frame
}

/// How an answer begins: the command's number, the result, and the number of bytes that follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The number of the command.
    pub command: u8,
    /// Its result.
    pub result: u8,
    /// How many bytes follow.
    pub length: usize,
}

impl Head {
    /// Reads the first four bytes of an answer.
    pub fn parse([command, result, high, low]: [u8; 4]) -> Self {
        Self { command, result, length: usize::from(u16::from_be_bytes([high, low])) }
    }
}

/// What a result means, in the vendor's words, translated.
pub fn result_name(command: Command, result: u8) -> Option<&'static str> {
    use Command::{Begin, BeginWide, Connect, Data, Run, Verify};
    Some(match (command, result) {
        (_, WRONG_ORDER) => "wrong order of commands",
        (_, 0xfe) => "unknown error",
        (_, UNKNOWN) => "unknown command",
        (Data, 0xe0) => "write error",
        (Data, 0xe1) => "the packet is too long",
        (Data, 0xe2) => "more data than were announced",
        (Begin | BeginWide, 0xe0) => "invalid length",
        (Begin | BeginWide, 0xe1) => "this memory is not supported",
        (Begin | BeginWide, 0xe2) => "there is no such memory",
        (Begin | BeginWide, 0xe3) => "it does not fit the memory",
        (Begin | BeginWide, 0xe4) => "wrong alignment",
        (Verify, UNREAD) => "reading failed",
        (Verify, DIFFERS) => "the sum differs",
        (Verify, 0xe2) => "unknown kind of sum",
        (Run, 0xe1) => "no such memory or address",
        (Run, 0xe2) => "it cannot be executed there",
        (Run, 0xe3) => "reading failed",
        (Connect, 0xe1) => "refused",
        (Connect, 0xe2) => "try again later",
        _ => return None,
    })
}

/// A kind of memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Room for one command.
    ReceiveBuffer,
    /// Room for one answer.
    SendBuffer,
    /// SRAM.
    Ram,
    /// SPI flash, through a controller of another kind.
    SpiFlash,
    /// Fuses. Nothing here writes to them.
    Fuses,
    /// SPI flash.
    QspiFlash,
    /// Another kind, by its number.
    Other(u8),
}

/// The numbers of kinds.
const KINDS: [(u8, Kind); 6] = [
    (0x00, Kind::ReceiveBuffer),
    (0x01, Kind::SendBuffer),
    (0x02, Kind::Ram),
    (0x12, Kind::SpiFlash),
    (0x16, Kind::Fuses),
    (0x17, Kind::QspiFlash),
];

impl Kind {
    /// The kind with that number.
    pub fn of(number: u8) -> Self {
        let known = KINDS.into_iter().find(|(other, _)| *other == number);
        known.map_or(Self::Other(number), |(_, kind)| kind)
    }

    /// Its number.
    pub fn number(self) -> u8 {
        match (self, KINDS.into_iter().find(|(_, kind)| *kind == self)) {
            (Self::Other(number), _) => number,
            (_, found) => found.map_or(u8::MAX, |(number, _)| number),
        }
    }
}

/// A memory that the board has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Memory {
    /// Its kind.
    pub kind: Kind,
    /// Which one of its kind.
    pub id: u8,
    /// How long it is, in bytes; for SD cards and eMMC, in sectors of 512 bytes.
    pub size: u32,
}

/// Bytes of a memory in the list of them.
const RECORD: usize = 6;

impl Memory {
    /// Reads the answer to [`Command::Memories`]. `None`: it is not made up of whole records.
    pub fn list(bytes: &[u8]) -> Option<Vec<Self>> {
        let records = bytes.chunks(RECORD).map(|record| match *record {
            [kind, id, a, b, c, d] => {
                Some(Self { kind: Kind::of(kind), id, size: u32::from_be_bytes([a, b, c, d]) })
            }
            _ => None,
        });
        records.collect()
    }

    /// The same as bytes.
    pub fn bytes(&self) -> [u8; RECORD] {
        let [a, b, c, d] = self.size.to_be_bytes();
        [self.kind.number(), self.id, a, b, c, d]
    }
}

/// What a download begins with: the memory, and the first byte and the number of bytes there.
pub fn place(memory: &Memory, offset: u32, size: u32) -> Vec<u8> {
    let mut payload = Vec::from([memory.kind.number(), memory.id]);
    payload.extend(offset.to_be_bytes());
    payload.extend(size.to_be_bytes());
    payload
}

/// What [`Command::Verify`] takes: the same, the kind of sum (0: the sum of all bytes, with 32 bits), and the sum.
///
/// The vendor's client sends that sum whatever kind it names: what the other kinds are exactly, nobody has shown.
pub fn verify(memory: &Memory, offset: u32, size: u32, sum: u32) -> Vec<u8> {
    let mut payload = place(memory, offset, size);
    payload.push(0);
    payload.extend(sum.to_be_bytes());
    payload
}

/// The sum of bytes.
pub fn sum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |sum: u32, byte| sum.wrapping_add(u32::from(*byte)))
}

/// What [`Command::Run`] takes: SRAM 0, from its first byte on.
pub const RUN: [u8; 6] = [0x02, 0, 0, 0, 0, 0];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn commands_are_those_of_the_vendors_client() {
        assert_eq!(request(Command::Connect, 0xef, b"CSKY"), CONNECT);
        let flash = Memory { kind: Kind::QspiFlash, id: 0, size: 16 << 20 };
        assert_eq!(place(&flash, 0x1_0000, 0x123), [0x17, 0, 0, 1, 0, 0, 0, 0, 1, 0x23]);
        assert_eq!(verify(&flash, 0, 1, 0x0088_0572)[10..], [0, 0, 0x88, 5, 0x72]);
        assert_eq!(sum(&[0xff; 3]), 0x2fd);
    }

    /// What `cct list` shows of a Meles: 1.1 MB of SRAM, and 16 MB of flash.
    #[test]
    fn memories_are_listed() {
        let list = [2, 0, 0, 0x12, 0, 0, 0x17, 0, 1, 0, 0, 0, 0x14, 1, 0, 0, 0, 9];
        let list = Memory::list(&list).expect("whole records");
        let seen: Vec<_> = list.iter().map(|one| (one.kind, one.id, one.size)).collect();
        let other = Kind::Other(0x14);
        let wanted = [(Kind::Ram, 0, 0x12_0000), (Kind::QspiFlash, 0, 16 << 20), (other, 1, 9)];
        assert_eq!(seen, wanted);
        assert_eq!(Memory::list(&[2, 0, 0]), None);
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_parsers_panic(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            if let Some(list) = Memory::list(&bytes) {
                let again: Vec<u8> = list.iter().flat_map(Memory::bytes).collect();
                prop_assert_eq!(again, bytes);
            }
        }
    }
}
