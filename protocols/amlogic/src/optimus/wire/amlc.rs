//! AMLC: BL2 of the G12 and SM1 families asks for pieces of `u-boot.bin`.

use super::Malformed;
use crate::bytes::{le32, put};

/// Bytes of a request for a segment, and of the record with a segment's sum.
pub const RECORD: usize = 512;
/// Most bytes of one piece of a segment.
pub const AMLC_PIECE: usize = 0x1_0000;

/// What a request says about how things are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmlcStatus {
    /// A segment is wanted.
    Wanted,
    /// BL2 has all that it needs.
    Done,
    /// BL2 has failed, with this code.
    Failed(u8),
}

/// What BL2 wants. Of the 512 bytes on the wire the first 18 count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AmlcRequest {
    /// Number of the request, from 0 or 1.
    pub sequence: u32,
    /// Bytes of the segment.
    pub size: u32,
    /// Its place in the file, BL2 included.
    pub offset: u32,
    /// Bit 0: no sum is wanted. Bit 7: the device wants to send.
    pub flags: u8,
    /// How things are. Where it is not [`Wanted`](AmlcStatus::Wanted), size and offset are those of the last request.
    pub status: AmlcStatus,
}

impl AmlcRequest {
    const NO_SUM: u8 = 1;
    const UPLOAD: u8 = 0x80;

    /// Whether the record with the sum is wanted.
    pub fn wants_sum(self) -> bool {
        self.flags & Self::NO_SUM == 0
    }

    /// Whether the device wants to send, which no host does.
    pub fn uploads(self) -> bool {
        self.flags & Self::UPLOAD != 0
    }

    /// As BL2 sends it.
    pub fn to_bytes(self) -> [u8; RECORD] {
        let mut bytes = [0; RECORD];
        bytes[..4].copy_from_slice(b"AMLC");
        put(&mut bytes, 4, &self.sequence.to_le_bytes());
        put(&mut bytes, 8, &self.size.to_le_bytes());
        put(&mut bytes, 12, &self.offset.to_le_bytes());
        bytes[16] = self.flags;
        bytes[17] = match self.status {
            AmlcStatus::Wanted => 0,
            AmlcStatus::Done => 1,
            AmlcStatus::Failed(code) => code,
        };
        bytes
    }

    /// Reads what BL2 sent.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        if !bytes.starts_with(b"AMLC") {
            return Err(Malformed("a request of BL2 does not begin with AMLC"));
        }
        let (Some(&flags), Some(&status)) = (bytes.get(16), bytes.get(17)) else {
            return Err(Malformed("a request of BL2 is shorter than 18 bytes"));
        };
        let status = match status {
            0 => AmlcStatus::Wanted,
            1 => AmlcStatus::Done,
            code => AmlcStatus::Failed(code),
        };
        let (sequence, size, offset) = (le32(bytes, 4), le32(bytes, 8), le32(bytes, 12));
        Ok(Self { sequence, size, offset, flags, status })
    }
}

/// The record after a segment: its sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amls {
    /// Number of the segment.
    pub sequence: u8,
    /// Its addsum.
    pub sum: u32,
}

impl Amls {
    /// As it is sent: bytes 16 and above are those of the segment, as other tools have it. BL2 does not look at them.
    pub fn to_bytes(self, segment: &[u8]) -> [u8; RECORD] {
        let mut bytes = [0; RECORD];
        let length = segment.len().min(RECORD);
        bytes[..length].copy_from_slice(&segment[..length]);
        bytes[..16].fill(0);
        bytes[..4].copy_from_slice(b"AMLS");
        bytes[4] = self.sequence;
        put(&mut bytes, 8, &self.sum.to_le_bytes());
        bytes
    }

    /// Reads what a host sent.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        if bytes.len() != RECORD || !bytes.starts_with(b"AMLS") {
            return Err(Malformed(
                "the record after a segment is not 512 bytes that begin with AMLS",
            ));
        }
        Ok(Self { sequence: bytes[4], sum: le32(bytes, 8) })
    }
}

/// The 16 bytes that host and device answer each other with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Go on.
    Okay,
    /// Refused.
    Fail,
}

impl Verdict {
    /// Length on the wire.
    pub const SIZE: usize = 16;

    /// As it is sent.
    pub fn to_bytes(self) -> [u8; Self::SIZE] {
        let mut bytes = [0; Self::SIZE];
        bytes[..4].copy_from_slice(match self {
            Self::Okay => b"OKAY",
            Self::Fail => b"FAIL",
        });
        bytes
    }

    /// Reads one: the first four bytes count.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        match bytes.get(..4) {
            Some(b"OKAY") => Ok(Self::Okay),
            Some(b"FAIL") => Ok(Self::Fail),
            _ => Err(Malformed("an answer is neither OKAY nor FAIL")),
        }
    }
}
