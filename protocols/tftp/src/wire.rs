//! The packets: pure bytes, both ways.
//!
//! RFC 1350 has the packets, RFC 2347 the options and their acknowledgement (OACK). Every number is big-endian, every
//! text ends in a zero byte.

mod options;

use alloc::vec::Vec;
use core::fmt;

pub use options::Options;

/// Bytes before the data of a DATA packet: the operation and the block's number.
pub const HEAD: usize = 4;
/// Data bytes in a block where nothing else was agreed on.
pub const BLOCK_SIZE: u16 = 512;
/// The longest request that RFC 2347 allows, in bytes.
pub const LONGEST_REQUEST: usize = 512;

const READ: u16 = 1;
const WRITE: u16 = 2;
const DATA: u16 = 3;
const ACK: u16 = 4;
const ERROR: u16 = 5;
const OPTIONS: u16 = 6;

/// A packet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Packet<'p> {
    /// The client asks for a file (RRQ).
    Read(Request<'p>),
    /// The client offers a file (WRQ).
    Write(Request<'p>),
    /// A block of the file (DATA).
    Data {
        /// Its number: the first block has 1, and 0 follows 65535.
        block: u16,
        /// Its bytes. A block that is not full is the last one.
        data: &'p [u8],
    },
    /// Everything up to the block with this number has arrived; 0 answers an OACK (ACK).
    Ack(u16),
    /// The transfer is over (ERROR).
    Error {
        /// Why, for programs.
        code: ErrorCode,
        /// Why, for people.
        text: &'p [u8],
    },
    /// The options that the server agreed to (OACK).
    Options(Options),
}

/// What a client asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request<'p> {
    /// The file's name, in whatever encoding the client has.
    pub file: &'p [u8],
    /// How text is to be converted.
    pub mode: Mode,
    /// The options that the client asks for; unknown and unreadable ones are left out, as RFC 2347 wants.
    pub options: Options,
}

/// How a transfer converts text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Not at all.
    Octet,
    /// Ends of lines.
    Netascii,
    /// Anything else, such as the obsolete `mail`.
    Other,
}

/// Why a transfer ended, for programs: RFC 1350's numbers and RFC 2347's 8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ErrorCode(pub u16);

impl ErrorCode {
    /// See the text.
    pub const UNDEFINED: Self = Self(0);
    /// There is no such file.
    pub const NOT_FOUND: Self = Self(1);
    /// The file is not for this client.
    pub const ACCESS: Self = Self(2);
    /// The client has no room for it.
    pub const DISK_FULL: Self = Self(3);
    /// Not an operation that makes sense here.
    pub const ILLEGAL: Self = Self(4);
    /// The packet belongs to no transfer.
    pub const UNKNOWN_ID: Self = Self(5);
    /// The options are not acceptable.
    pub const OPTIONS: Self = Self(8);

    /// What RFC 1350 and RFC 2347 say that it means.
    pub(crate) fn meaning(self) -> &'static str {
        match self.0 {
            1 => "file not found",
            2 => "access violation",
            3 => "disk full or allocation exceeded",
            4 => "illegal operation",
            5 => "unknown transfer ID",
            6 => "file already exists",
            7 => "no such user",
            8 => "options not acceptable",
            _ => "no reason given",
        }
    }
}

/// Why bytes are not a packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// They end before the packet does.
    Short,
    /// TFTP has no such operation.
    Operation(u16),
    /// A name or text has no zero byte at its end.
    Unended,
    /// A name without a value in an OACK, an unreadable value, or an option that is there twice.
    Option,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Short => f.write_str("the packet ends too early"),
            Self::Operation(number) => write!(f, "TFTP has no operation {number}"),
            Self::Unended => f.write_str("a text in the packet has no end"),
            Self::Option => f.write_str("an option in the packet is not readable"),
        }
    }
}

impl core::error::Error for Malformed {}

impl<'p> Packet<'p> {
    /// Reads a packet from the bytes of one datagram.
    ///
    /// # Errors
    ///
    /// When the bytes are not a packet. A text of an ERROR that has no zero byte at its end is taken as it is.
    pub fn parse(bytes: &'p [u8]) -> Result<Self, Malformed> {
        let (operation, rest) = number(bytes)?;
        Ok(match operation {
            READ => Self::Read(Request::parse(rest)?),
            WRITE => Self::Write(Request::parse(rest)?),
            DATA => {
                let (block, data) = number(rest)?;
                Self::Data { block, data }
            }
            // What follows the number is ignored: no transfer has to fail for that.
            ACK => Self::Ack(number(rest)?.0),
            ERROR => {
                let (code, text) = number(rest)?;
                let end = text.iter().position(|byte| *byte == 0).unwrap_or(text.len());
                Self::Error { code: ErrorCode(code), text: &text[..end] }
            }
            OPTIONS => Self::Options(Options::parse(rest)?),
            other => return Err(Malformed::Operation(other)),
        })
    }

    /// The packet as the bytes of one datagram.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        match self {
            Self::Read(request) => request.put(READ, &mut bytes),
            Self::Write(request) => request.put(WRITE, &mut bytes),
            Self::Data { block, data } => {
                bytes.extend(data_head(*block));
                bytes.extend_from_slice(data);
            }
            Self::Ack(block) => put(&[ACK, *block], &mut bytes),
            Self::Error { code, text } => {
                put(&[ERROR, code.0], &mut bytes);
                put_text(text, &mut bytes);
            }
            Self::Options(options) => {
                put(&[OPTIONS], &mut bytes);
                options.put(&mut bytes);
            }
        }
        bytes
    }
}

impl<'p> Request<'p> {
    fn parse(bytes: &'p [u8]) -> Result<Self, Malformed> {
        let (file, rest) = text(bytes)?;
        let (mode, rest) = text(rest)?;
        Ok(Self { file, mode: Mode::parse(mode), options: Options::of_request(rest) })
    }

    fn put(&self, operation: u16, bytes: &mut Vec<u8>) {
        put(&[operation], bytes);
        put_text(self.file, bytes);
        put_text(self.mode.name(), bytes);
        self.options.put(bytes);
    }
}

impl Mode {
    fn parse(name: &[u8]) -> Self {
        [Self::Octet, Self::Netascii]
            .into_iter()
            .find(|mode| name.eq_ignore_ascii_case(mode.name()))
            .unwrap_or(Self::Other)
    }

    fn name(self) -> &'static [u8] {
        match self {
            Self::Octet => b"octet",
            Self::Netascii => b"netascii",
            Self::Other => b"mail",
        }
    }
}

/// The four bytes before a block's data.
pub fn data_head(block: u16) -> [u8; HEAD] {
    let [high, low] = block.to_be_bytes();
    [0, DATA as u8, high, low]
}

fn number(bytes: &[u8]) -> Result<(u16, &[u8]), Malformed> {
    let (number, rest) = bytes.split_first_chunk().ok_or(Malformed::Short)?;
    Ok((u16::from_be_bytes(*number), rest))
}

/// A text, without its zero byte, and what follows it.
fn text(bytes: &[u8]) -> Result<(&[u8], &[u8]), Malformed> {
    let end = bytes.iter().position(|byte| *byte == 0).ok_or(Malformed::Unended)?;
    Ok((&bytes[..end], &bytes[end + 1..]))
}

fn put(numbers: &[u16], bytes: &mut Vec<u8>) {
    bytes.extend(numbers.iter().flat_map(|number| number.to_be_bytes()));
}

/// Puts a text and its zero byte. A zero byte inside would begin another field, so the text ends there.
fn put_text(text: &[u8], bytes: &mut Vec<u8>) {
    bytes.extend(text.iter().take_while(|byte| **byte != 0));
    bytes.push(0);
}

#[cfg(test)]
mod tests;
