//! The bytes of FEL, both directions.
//!
//! Layouts: sunxi-tools `fel_lib.c` at d7bbd17, compared with xfel 1.3.6 and snagboot 3.0.1 (facts only).

use core::fmt;

/// USB vendor of the boot ROM (and of the vendor's later stages, which share it).
pub const VENDOR: u16 = 0x1f3a;
/// USB product of the boot ROM.
pub const PRODUCT: u16 = 0xefe8;

/// Which way the data phase of an exchange goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Device to host.
    Read = 0x11,
    /// Host to device.
    Write = 0x12,
}

/// The head of an exchange: 32 bytes to the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Awuc {
    /// Bytes of the data phase.
    pub length: u32,
    /// Its direction.
    pub direction: Direction,
}

impl Awuc {
    /// Length on the wire.
    pub const SIZE: usize = 32;

    /// The head of an exchange that moves `length` bytes.
    pub fn new(direction: Direction, length: u32) -> Self {
        Self { length, direction }
    }

    /// As it is sent.
    pub fn to_bytes(self) -> [u8; Self::SIZE] {
        let mut bytes = [0; Self::SIZE];
        bytes[..4].copy_from_slice(b"AWUC");
        bytes[8..12].copy_from_slice(&self.length.to_le_bytes());
        bytes[15] = 0x0c; // length of the command that begins at byte 16
        bytes[16] = self.direction as u8;
        bytes[18..22].copy_from_slice(&self.length.to_le_bytes());
        bytes
    }

    /// Reads what a host sent. Longer heads than 32 bytes are accepted: the D1's boot ROM takes 36 (seen with rfel).
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        if bytes.len() < Self::SIZE || &bytes[..4] != b"AWUC" {
            return Err(Malformed("an exchange does not begin with a 32-byte AWUC"));
        }
        let direction = match bytes[16] {
            0x11 => Direction::Read,
            0x12 => Direction::Write,
            _ => return Err(Malformed("an AWUC has a direction that is neither 0x11 nor 0x12")),
        };
        Ok(Self { length: word(bytes, 8), direction })
    }
}

/// The end of an exchange: 13 bytes from the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Awus {
    /// The AWUC's tag, echoed.
    pub tag: u32,
    /// Bytes that were announced and not moved.
    pub residue: u32,
    /// 0: done.
    pub status: u8,
}

impl Awus {
    /// Length on the wire.
    pub const SIZE: usize = 13;
    /// An exchange that went well.
    pub const OK: Self = Self { tag: 0, residue: 0, status: 0 };

    /// As the device sends it.
    pub fn to_bytes(self) -> [u8; Self::SIZE] {
        let mut bytes = [0; Self::SIZE];
        bytes[..4].copy_from_slice(b"AWUS");
        bytes[4..8].copy_from_slice(&self.tag.to_le_bytes());
        bytes[8..12].copy_from_slice(&self.residue.to_le_bytes());
        bytes[12] = self.status;
        bytes
    }

    /// Reads the device's answer: exactly 13 bytes.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        if bytes.len() != Self::SIZE {
            return Err(Malformed("the end of an exchange is not 13 bytes long"));
        }
        if bytes.iter().all(|&byte| byte == 0) {
            return Err(Malformed::SILENT);
        }
        if &bytes[..4] != b"AWUS" {
            return Err(Malformed("an exchange does not end with AWUS"));
        }
        Ok(Self { tag: word(bytes, 4), residue: word(bytes, 8), status: bytes[12] })
    }
}

/// What a FEL request asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Command(pub u16);

impl Command {
    /// VERIFY_DEVICE: who are you.
    pub const VERSION: Self = Self(0x0001);
    /// DOWNLOAD: write memory.
    pub const WRITE: Self = Self(0x0101);
    /// RUN: branch to an address.
    pub const EXECUTE: Self = Self(0x0102);
    /// UPLOAD: read memory.
    pub const READ: Self = Self(0x0103);
}

/// A FEL request: 16 bytes, the data of a WRITE exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// What to do.
    pub command: Command,
    /// Where.
    pub address: u32,
    /// How many bytes.
    pub length: u32,
}

impl Request {
    /// Length on the wire.
    pub const SIZE: usize = 16;

    /// As it is sent.
    pub fn to_bytes(self) -> [u8; Self::SIZE] {
        let mut bytes = [0; Self::SIZE];
        bytes[..2].copy_from_slice(&self.command.0.to_le_bytes());
        bytes[4..8].copy_from_slice(&self.address.to_le_bytes());
        bytes[8..12].copy_from_slice(&self.length.to_le_bytes());
        bytes
    }

    /// Reads what a host sent: exactly 16 bytes.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        if bytes.len() != Self::SIZE {
            return Err(Malformed("a FEL request is not 16 bytes long"));
        }
        let command = Command(u16::from_le_bytes([bytes[0], bytes[1]]));
        Ok(Self { command, address: word(bytes, 4), length: word(bytes, 8) })
    }
}

/// Which program answers under the boot ROM's USB ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mode(pub u16);

impl Mode {
    /// The boot ROM's FEL.
    pub const FEL: Self = Self(1);
    /// The vendor's boot0 and U-Boot in USB product mode (FES, "efex").
    pub const FES: Self = Self(2);
}

/// Answer to VERSION: 32 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// The id word as sent; bits 8 to 23 are the SoC's id.
    pub board: u32,
    /// Firmware word (1 on every boot ROM seen).
    pub firmware: u32,
    /// Who answers.
    pub mode: Mode,
    /// Flag and length byte of the data area (0x44, 8).
    pub data: [u8; 2],
    /// Memory that the boot ROM declares as its scratchpad.
    pub scratchpad: u32,
}

impl Version {
    /// Length on the wire.
    pub const SIZE: usize = 32;

    /// The boot ROM of the SoC `id`.
    pub fn of(id: u16, scratchpad: u32) -> Self {
        Self {
            board: u32::from(id) << 8,
            firmware: 1,
            mode: Mode::FEL,
            data: [0x44, 8],
            scratchpad,
        }
    }

    /// The SoC's id.
    pub fn soc(&self) -> u16 {
        (self.board >> 8) as u16
    }

    /// As the device sends it.
    pub fn to_bytes(self) -> [u8; Self::SIZE] {
        let mut bytes = [0; Self::SIZE];
        bytes[..8].copy_from_slice(b"AWUSBFEX");
        bytes[8..12].copy_from_slice(&self.board.to_le_bytes());
        bytes[12..16].copy_from_slice(&self.firmware.to_le_bytes());
        bytes[16..18].copy_from_slice(&self.mode.0.to_le_bytes());
        bytes[18..20].copy_from_slice(&self.data);
        bytes[20..24].copy_from_slice(&self.scratchpad.to_le_bytes());
        bytes
    }

    /// Reads the device's answer: exactly 32 bytes.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        if bytes.len() != Self::SIZE || &bytes[..8] != b"AWUSBFEX" {
            return Err(Malformed("the VERSION reply is not 32 bytes that begin with AWUSBFEX"));
        }
        Ok(Self {
            board: word(bytes, 8),
            firmware: word(bytes, 12),
            mode: Mode(u16::from_le_bytes([bytes[16], bytes[17]])),
            data: [bytes[18], bytes[19]],
            scratchpad: word(bytes, 20),
        })
    }
}

/// How a request ended: 8 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    /// 0: done.
    pub state: u8,
}

impl Status {
    /// Length on the wire.
    pub const SIZE: usize = 8;

    /// As the device sends it.
    pub fn to_bytes(self) -> [u8; Self::SIZE] {
        [0xff, 0xff, 0, 0, self.state, 0, 0, 0]
    }

    /// Reads the device's answer: exactly 8 bytes, marked 0xffff.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        match bytes {
            [0xff, 0xff, _, _, state, _, _, _] => Ok(Self { state: *state }),
            _ => Err(Malformed("the status is not 8 bytes that begin with 0xffff")),
        }
    }
}

/// Bytes that are not what the protocol calls for, and what should have been there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed(pub &'static str);

impl Malformed {
    /// 13 zero bytes instead of AWUS: seen on an H618 whose boot ROM then disconnected after 3 s.
    pub const SILENT: Self = Self("the exchange ended with 13 zero bytes instead of AWUS");
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl core::error::Error for Malformed {}

fn word(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What sunxi-fel 1.4.2 sends and an H3 answers. Do not change these bytes: they are other people's.
    #[test]
    fn the_golden_bytes_of_a_version_request() {
        let head = Awuc::new(Direction::Write, 16).to_bytes();
        assert_eq!(head, *b"AWUC\0\0\0\0\x10\0\0\0\0\0\0\x0c\x12\0\x10\0\0\0\0\0\0\0\0\0\0\0\0\0");
        let request = Request { command: Command::VERSION, address: 0, length: 0 };
        assert_eq!(request.to_bytes(), [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        let reply = b"AWUSBFEX\0\x80\x16\0\x01\0\0\0\x01\0\x44\x08\0\x7e\0\0\0\0\0\0\0\0\0\0";
        let version = Version::from_bytes(reply).expect("a valid reply");
        assert_eq!((version.soc(), version.scratchpad, version.mode), (0x1680, 0x7e00, Mode::FEL));
        assert_eq!(version.to_bytes(), *reply);
    }

    #[test]
    fn thirteen_zero_bytes_are_told_apart() {
        assert_eq!(Awus::from_bytes(&[0; 13]), Err(Malformed::SILENT));
        assert_eq!(Awus::from_bytes(&Awus::OK.to_bytes()), Ok(Awus::OK));
    }

    proptest! {
        #[test]
        fn no_bytes_make_a_decoder_panic(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let _ = Awuc::from_bytes(&bytes);
            let _ = Awus::from_bytes(&bytes);
            let _ = Request::from_bytes(&bytes);
            let _ = Version::from_bytes(&bytes);
            let _ = Status::from_bytes(&bytes);
        }

        #[test]
        fn requests_survive_the_wire(command: u16, address: u32, length: u32) {
            let request = Request { command: Command(command), address, length };
            prop_assert_eq!(Request::from_bytes(&request.to_bytes()), Ok(request));
        }
    }
}
