//! The blocks around the data phase: command (CBW) and status (CSW).

use super::Malformed;
use crate::bytes::{le32, put};

/// Which way the data phase goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Host to device.
    Out,
    /// Device to host.
    In,
}

/// The head of a command: 31 bytes to the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cbw {
    /// Any number; the device echoes it.
    pub tag: u32,
    /// Bytes of the data phase.
    pub length: u32,
    /// Its direction.
    pub direction: Direction,
    /// Chip select of raw NAND, else 0.
    pub lun: u8,
    /// Bytes of `cdb` that count: a device copies no more of them and keeps what it had in the rest.
    pub cdb_length: u8,
    /// The command.
    pub cdb: [u8; 16],
}

impl Cbw {
    /// Length on the wire.
    pub const SIZE: usize = 31;

    /// As it is sent.
    pub fn to_bytes(self) -> [u8; Self::SIZE] {
        let mut bytes = [0; Self::SIZE];
        bytes[..4].copy_from_slice(b"USBC");
        put(&mut bytes, 4, &self.tag.to_le_bytes());
        put(&mut bytes, 8, &self.length.to_le_bytes());
        bytes[12] = if self.direction == Direction::In { 0x80 } else { 0 };
        bytes[13] = self.lun;
        bytes[14] = self.cdb_length;
        bytes[15..].copy_from_slice(&self.cdb);
        bytes
    }

    /// Reads what a host sent: exactly 31 bytes with the signature and a command of 1 to 16 bytes.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let Ok(bytes) = <&[u8; Self::SIZE]>::try_from(bytes) else {
            return Err(Malformed("a command does not begin with a CBW of 31 bytes"));
        };
        if !bytes.starts_with(b"USBC") {
            return Err(Malformed("a CBW does not begin with USBC"));
        }
        if !(1..=16).contains(&bytes[14]) {
            return Err(Malformed("the command in a CBW is not 1 to 16 bytes long"));
        }
        let mut cdb = [0; 16];
        cdb.copy_from_slice(&bytes[15..]);
        Ok(Self {
            tag: le32(bytes, 4),
            length: le32(bytes, 8),
            direction: if bytes[12] & 0x80 != 0 { Direction::In } else { Direction::Out },
            lun: bytes[13],
            cdb_length: bytes[14],
            cdb,
        })
    }
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status(pub u8);

impl Status {
    /// Done, as far as the device tells: a failed storage switch and a misaligned erase say so too.
    pub const GOOD: Self = Self(0);
    /// Not done. TEST UNIT READY: busy.
    pub const FAILED: Self = Self(1);
    /// Command and data phase do not go together, or the parity of a write does not hold.
    pub const PHASE: Self = Self(2);
}

/// The end of a command: 13 bytes from the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Csw {
    /// The CBW's tag.
    pub tag: u32,
    /// Bytes that were announced and not moved, if the device means it: see [`shortfall`](Self::shortfall).
    pub residue: u32,
    /// How it went.
    pub status: Status,
}

impl Csw {
    /// Length on the wire.
    pub const SIZE: usize = 13;

    /// As the device sends it.
    pub fn to_bytes(self) -> [u8; Self::SIZE] {
        let mut bytes = [0; Self::SIZE];
        bytes[..4].copy_from_slice(b"USBS");
        put(&mut bytes, 4, &self.tag.to_le_bytes());
        put(&mut bytes, 8, &self.residue.to_le_bytes());
        bytes[12] = self.status.0;
        bytes
    }

    /// Whether bytes look like one, whatever they say.
    pub fn is_one(bytes: &[u8]) -> bool {
        bytes.len() == Self::SIZE && bytes.starts_with(b"USBS")
    }

    /// Reads the device's answer: exactly 13 bytes with the signature.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        if bytes.starts_with(b"FAIL") {
            return Err(Malformed(
                "the answer is U-Boot's text FAIL: it does not know the command",
            ));
        }
        if bytes.len() != Self::SIZE {
            return Err(Malformed("the end of a command is not 13 bytes long"));
        }
        if !bytes.starts_with(b"USBS") {
            return Err(Malformed("a command does not end with USBS"));
        }
        Ok(Self { tag: le32(bytes, 4), residue: le32(bytes, 8), status: Status(bytes[12]) })
    }

    /// Bytes of a data phase of `length` that the device disowns.
    ///
    /// The vendor's usbplug and U-Boot put other things here: the length of the reply, with its bytes in the other
    /// order (seen on an RK3588S). So a residue above `length` says nothing, nor does `length` itself turned around.
    pub fn shortfall(self, length: u32) -> u32 {
        if self.residue > length || self.residue.swap_bytes() == length { 0 } else { self.residue }
    }
}
