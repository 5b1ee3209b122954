//! What BL2 wants next: the answer to `getvar:cbw`.

use crate::bytes::{le32, put};

use super::Malformed;

/// What a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestKind {
    /// A window of the boot file.
    Window,
    /// Nothing more: this program is done.
    End,
    /// The board is busy: ask again.
    Wait,
    /// BL2 failed with this code.
    Error(u8),
}

/// A request.
///
/// The place of its kind is disputed: at byte 17 by the vendor's tool, two other tools and a captured end record of the
/// same shape (of Optimus), at byte 18 by one reader of the vendor's scripts, whose parser cannot have met a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its number.
    pub sequence: u32,
    /// Bytes that are wanted.
    pub size: u32,
    /// From where in the boot file.
    pub offset: u32,
    /// The host is to say the sum of the window.
    pub sum: bool,
    /// The board wants to send, not to receive.
    pub upload: bool,
    /// What it is.
    pub kind: RequestKind,
}

impl Request {
    /// Its length.
    pub const SIZE: usize = 18;

    /// Reads what follows OKAY.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        if !bytes.starts_with(b"AMLC") {
            return Err(Malformed("the request does not begin with AMLC"));
        }
        if bytes.len() < Self::SIZE {
            return Err(Malformed("the request is shorter than 18 bytes"));
        }
        let kind = match bytes[17] {
            0 => RequestKind::Window,
            1 => RequestKind::End,
            0xff => RequestKind::Wait,
            code => RequestKind::Error(code),
        };
        Ok(Self {
            sequence: le32(bytes, 4),
            size: le32(bytes, 8),
            offset: le32(bytes, 12),
            sum: bytes[16] & 1 == 0,
            upload: bytes[16] & 0x80 != 0,
            kind,
        })
    }

    /// Its bytes.
    pub fn to_bytes(self) -> [u8; Self::SIZE] {
        let mut bytes = [0; Self::SIZE];
        put(&mut bytes, 0, b"AMLC");
        for (at, word) in [(4, self.sequence), (8, self.size), (12, self.offset)] {
            put(&mut bytes, at, &word.to_le_bytes());
        }
        bytes[16] = u8::from(!self.sum) | u8::from(self.upload) << 7;
        bytes[17] = match self.kind {
            RequestKind::Window => 0,
            RequestKind::End => 1,
            RequestKind::Wait => 0xff,
            RequestKind::Error(code) => code,
        };
        bytes
    }
}
