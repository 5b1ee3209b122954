//! Packets to and from storage, in U-Boot's burn mode.

use alloc::string::String;

use super::Malformed;
use crate::bytes::{le16, le32, put};

/// Most bytes of one packet; only the last one of an image may have fewer.
pub const MEDIA_PIECE: usize = 0x1_0000;

/// How a packet is summed. U-Boot has a number for CRC-32 too, and computes none: never use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SumKind {
    /// Not at all.
    None,
    /// By addsum.
    AddSum,
    /// Another number.
    Other(u16),
}

impl SumKind {
    fn of(number: u16) -> Self {
        match number {
            0xee => Self::None,
            0xef => Self::AddSum,
            other => Self::Other(other),
        }
    }

    fn number(self) -> u16 {
        match self {
            Self::None => 0xee,
            Self::AddSum => 0xef,
            Self::Other(other) => other,
        }
    }
}

/// What goes with WRITE_MEDIA.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MediaHead {
    /// 0, or how often the same packet was sent before.
    pub retry: u32,
    /// Bytes of the packet.
    pub length: u32,
    /// Its number, from 0.
    pub sequence: u32,
    /// Its sum.
    pub sum: u32,
    /// How it is summed.
    pub kind: SumKind,
    /// Bytes that the host reads for an answer.
    pub ack: u16,
}

impl MediaHead {
    /// Length on the wire.
    pub const SIZE: usize = 32;
    /// Length of the older form, which has neither kind nor length of the answer: addsum and 512.
    pub const OLD_SIZE: usize = 16;

    /// As it is sent.
    pub fn to_bytes(self) -> [u8; Self::SIZE] {
        let mut bytes = [0; Self::SIZE];
        let words = [self.retry, self.length, self.sequence, self.sum];
        words
            .iter()
            .enumerate()
            .for_each(|(at, word)| put(&mut bytes, 4 * at, &word.to_le_bytes()));
        put(&mut bytes, 16, &self.kind.number().to_le_bytes());
        put(&mut bytes, 18, &self.ack.to_le_bytes());
        bytes
    }

    /// Reads what a host sent, in either form.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let (kind, ack) = match bytes.len() {
            Self::SIZE => (SumKind::of(le16(bytes, 16)), le16(bytes, 18)),
            Self::OLD_SIZE => (SumKind::AddSum, 0x200),
            _ => return Err(Malformed("the head of a packet is neither 32 nor 16 bytes long")),
        };
        let word = |at| le32(bytes, at);
        let (retry, length, sequence, sum) = (word(0), word(4), word(8), word(12));
        if length as usize > MEDIA_PIECE {
            return Err(Malformed("a packet is longer than 64 KiB"));
        }
        Ok(Self { retry, length, sequence, sum, kind, ack })
    }
}

/// The answer to a packet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MediaAck {
    /// Taken.
    Taken,
    /// The device is still at it: the answer is to be read again.
    Busy,
    /// The sum does not hold: the same packet may be sent again.
    Sum(String),
    /// Refused for good, until the next image.
    Failed(String),
}

impl MediaAck {
    /// What U-Boot says for "taken".
    pub const OK: &'static [u8] = b"OK!!";
    /// And for "still at it".
    pub const BUSY: &'static [u8] = b"Continue:32";

    /// Reads an answer.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        if bytes.starts_with(Self::OK) {
            return Self::Taken;
        }
        if bytes.starts_with(b"Continue:") {
            return Self::Busy;
        }
        let text = super::text::printable(bytes);
        if text.starts_with("Alg[") { Self::Sum(text) } else { Self::Failed(text) }
    }
}

/// The answer to READ_MEDIA: how much follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadHead {
    /// Bytes that follow by bulk; 0: that was all.
    pub length: u32,
    /// Number of the piece, from 0.
    pub sequence: u32,
}

impl ReadHead {
    /// Length on the wire.
    pub const SIZE: usize = 16;
    const MAGIC: u32 = 0xefe8;

    /// As the device sends it.
    pub fn to_bytes(self) -> [u8; Self::SIZE] {
        let mut bytes = [0; Self::SIZE];
        put(&mut bytes, 0, &Self::MAGIC.to_le_bytes());
        put(&mut bytes, 4, &self.length.to_le_bytes());
        put(&mut bytes, 8, &self.sequence.to_le_bytes());
        bytes
    }

    /// Reads the answer.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        if bytes.len() != Self::SIZE || le32(bytes, 0) != Self::MAGIC {
            return Err(Malformed(
                "the answer to READ_MEDIA is not 16 bytes that begin with 0xefe8",
            ));
        }
        let (length, sequence) = (le32(bytes, 4), le32(bytes, 8));
        if length as usize > MEDIA_PIECE {
            return Err(Malformed("a piece of storage is longer than 64 KiB"));
        }
        Ok(Self { length, sequence })
    }
}
