//! The bytes on the line.
//!
//! A command is its number, a sum, a length (16 bits, little endian) and that many bytes; the sum is of the length and the
//! bytes, its low eight bits. The answer is `OK`, with a length and bytes where there is something to tell, `FL` with the
//! number of an error, or `PD`: another answer will come.

use alloc::vec::Vec;
use core::fmt;

use crate::{crc32, word};

/// The byte by which the ROM learns the rate of the line.
pub const TRAINING: u8 = 0x55;
/// What follows the training: 0x1800_0000 is written to 0x2000_f038. The ROM answers `OK`, once, to both.
pub const UNLOCK: [u8; 12] = [0x50, 0, 8, 0, 0x38, 0xf0, 0, 0x20, 0, 0, 0, 0x18];
/// The most bytes of flash that one command writes or reads, as the vendor's tool has it.
pub const PIECE: usize = 4096;
/// Bytes of the answer to [`Command::BootInfo`].
pub const BOOT_INFO: usize = 24;

/// The commands that the host knows. Those that write fuses are not among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Command {
    /// Which ROM and which chip.
    BootInfo = 0x10,
    /// Restarts the chip.
    Reset = 0x21,
    /// Sets the clocks, and the rate of the line.
    Clock = 0x22,
    /// Erases from an address up to and including another.
    Erase = 0x30,
    /// Writes at an address.
    Write = 0x31,
    /// Reads a number of bytes from an address on.
    Read = 0x32,
    /// The flash's JEDEC id.
    JedecId = 0x36,
    /// Waits for what was written.
    Check = 0x3a,
    /// Tells which pins the flash is at, and how to speak to it.
    SetFlash = 0x3b,
    /// The SHA-256 of a number of bytes from an address on.
    Sha256 = 0x3d,
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BootInfo => "boot info",
            Self::Reset => "reset",
            Self::Clock => "set clock",
            Self::Erase => "erase",
            Self::Write => "write",
            Self::Read => "read",
            Self::JedecId => "read JEDEC id",
            Self::Check => "check write",
            Self::SetFlash => "set flash",
            Self::Sha256 => "SHA-256",
        })
    }
}

/// The sum of a command with these bytes.
pub fn sum(payload: &[u8]) -> u8 {
    let [low, high] = (payload.len() as u16).to_le_bytes();
    payload.iter().fold(low.wrapping_add(high), |sum, byte| sum.wrapping_add(*byte))
}

/// A whole command. `payload` is at most 65535 bytes.
pub fn request(command: Command, payload: &[u8]) -> Vec<u8> {
    let mut frame = Vec::from([command as u8, sum(payload)]);
    frame.extend((payload.len() as u16).to_le_bytes());
    frame.extend(payload);
    frame
}

/// How many training bytes are sent at a rate in bit/s: 6 ms of them, at least 32 and at most 600.
pub fn training(baud: u32) -> usize {
    (baud as usize * 6 / 10_000).clamp(32, 600)
}

/// How an answer begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Done; with a length and bytes where the command has some.
    Ok,
    /// Not done yet: another answer follows.
    Pending,
    /// Refused; the number of the error follows.
    Failed,
}

impl Reply {
    /// Reads the first two bytes of an answer. `None`: they begin none.
    pub fn parse(bytes: [u8; 2]) -> Option<Self> {
        match &bytes {
            b"OK" => Some(Self::Ok),
            b"PD" => Some(Self::Pending),
            b"FL" => Some(Self::Failed),
            _ => None,
        }
    }
}

/// The error of a command whose sum is wrong.
pub const WRONG_SUM: u16 = 0x0103;

/// What the number of an error means, in the vendor's words.
pub fn error_name(code: u16) -> Option<&'static str> {
    Some(match code {
        0x0001 => "FLASH_INIT_ERROR",
        0x0002 => "FLASH_ERASE_PARA_ERROR",
        0x0003 => "FLASH_ERASE_ERROR",
        0x0004 => "FLASH_WRITE_PARA_ERROR",
        0x0005 => "FLASH_WRITE_ADDR_ERROR",
        0x0006 => "FLASH_WRITE_ERROR",
        0x0008 => "FLASH_SET_PARA_ERROR",
        0x0101 => "CMD_ID_ERROR",
        0x0102 => "CMD_LEN_ERROR",
        WRONG_SUM => "CMD_CRC_ERROR",
        0x0104 => "CMD_SEQ_ERROR",
        0x0301 => "IF_RATE_LEN_ERROR",
        0x0302 => "IF_RATE_PARA_ERROR",
        0x0303 => "IF_PASSWORD_ERROR",
        0x0304 => "IF_PASSWORD_CLOSE",
        _ => return None,
    })
}

/// What the ROM tells of the chip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BootInfo {
    /// The ROM's version.
    pub version: u32,
    /// Whether it starts signed programs only.
    pub signed: bool,
    /// Whether it starts encrypted programs only.
    pub encrypted: bool,
    /// Which pins the flash is at, as [`Command::SetFlash`] wants it.
    pub flash_pin: u8,
    /// The chip's number, which is its Wi-Fi address.
    pub chip_id: [u8; 6],
}

/// Another chip of the vendor's, by its name where that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherChip(pub Option<&'static str>);

impl BootInfo {
    /// Reads it.
    ///
    /// What the BL808 says for a version is not known from a board. Those of others are: a BL602 answers 20 bytes, and the
    /// others have their name in it (`0616` is a BL616).
    ///
    /// # Errors
    /// When it is of another chip.
    pub fn parse(bytes: &[u8]) -> Result<Self, OtherChip> {
        let version = word(bytes, 0).ok_or(OtherChip(None))?;
        let name = match (bytes.len(), version >> 16) {
            (20, 0) => Some("BL602"),
            (_, 0x0602) => Some("BL602"),
            (_, 0x0616) => Some("BL616"),
            (_, 0x0628) => Some("BL628"),
            (_, 0x0702) => Some("BL702"),
            _ => None,
        };
        let pins = word(bytes, 8).ok_or(OtherChip(name))?;
        let id = bytes.get(12..18).and_then(|id| id.try_into().ok()).ok_or(OtherChip(name))?;
        if name.is_some() || bytes.len() != BOOT_INFO {
            return Err(OtherChip(name));
        }
        Ok(Self {
            version,
            signed: bytes[4] != 0,
            encrypted: bytes[6] != 0,
            flash_pin: (pins >> 14) as u8 & 0x1f,
            chip_id: id,
        })
    }

    /// The chip's number, as the vendor's tool prints it.
    pub fn chip_id(&self) -> u64 {
        self.chip_id.iter().rev().fold(0, |id, byte| id << 8 | u64::from(*byte))
    }
}

/// A flash chip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flash {
    /// Its JEDEC id: maker, kind, capacity.
    pub id: [u8; 3],
    /// Whether the ROM knows how to speak to it.
    pub known: bool,
}

impl Flash {
    /// Reads the answer to [`Command::JedecId`]. `None`: nothing answered the ROM there.
    pub fn parse(bytes: [u8; 4]) -> Option<Self> {
        let [maker, kind, capacity, flag] = bytes;
        let there = !matches!(maker, 0 | 0xff);
        there.then_some(Self { id: [maker, kind, capacity], known: flag == 0x80 })
    }

    /// Its size in bytes, 512 KiB to 64 MiB. `None`: its id does not tell.
    pub fn size(&self) -> Option<u32> {
        // 4-bit families count from 0x13 as well as from 0x33 on.
        let exponent = self.id[2] & 0x1f;
        (0x13..=0x1a).contains(&exponent).then(|| 1 << exponent)
    }
}

/// What [`Command::Clock`] takes: interrupts are on, the rate in bit/s, and clocks for the chip (the vendor's boot header has
/// the same: `efuse_bootheader_cfg.conf`).
pub fn clock(baud: u32) -> Vec<u8> {
    // Crystal: automatic. M0 and D0 at 320 MHz, flash at the crystal's rate, all PLLs on.
    const CLOCKS: [u8; 20] = [7, 4, 0, 0, 3, 1, 3, 0, 1, 2, 0, 2, 1, 1, 0, 1, 1, 1, 1, 1];
    let mut payload = Vec::from([1, 0, 0, 0]);
    payload.extend(baud.to_le_bytes());
    payload.extend(b"PCFG");
    payload.extend(CLOCKS);
    payload.extend(crc32(&CLOCKS).to_le_bytes());
    payload
}

/// What [`Command::SetFlash`] takes first: its pins, its clock, one line of data, no delay.
pub fn flash_pins(pin: u8) -> [u8; 4] {
    [pin, 0x41, 0x01, 0x00]
}

/// The commands of a flash by this maker, for a ROM that does not know the chip: those that all SPI flashes have, in the
/// order of the vendor's boot header, one line of data.
pub fn flash_commands(maker: u8) -> [u8; 84] {
    let mut all = [0; 84];
    let plain: [u8; 14] = [0, 0, 0, 0, 0x66, 0x99, 0xff, 3, 0x9f, 0, 0xb7, 0xe9, 4, maker];
    all[..14].copy_from_slice(&plain);
    // Page size 256; chip, 4K, 32K and 64K erase; write enable; page program.
    all[14..24].copy_from_slice(&[0, 1, 0xc7, 0x20, 0x52, 0xd8, 6, 2, 0x32, 0]);
    // Fast reads, each with its dummy clocks.
    all[24..38].copy_from_slice(&[0x0b, 1, 0x0b, 1, 0x3b, 1, 0xbb, 0, 0x6b, 1, 0xeb, 2, 0xeb, 2]);
    // Status registers: write enable, quad enable, busy; their lengths and commands.
    all[38..52].copy_from_slice(&[2, 0x50, 0, 1, 0, 1, 1, 0, 2, 1, 1, 1, 0xab, 1]);
    all[52..60].copy_from_slice(&[0x05, 0x35, 0, 0, 0x01, 0x31, 0, 0]);
    // QPI, continuous reads, burst wrap.
    all[60..72].copy_from_slice(&[0x38, 0xff, 0x20, 0xff, 0x77, 3, 2, 0x40, 0x77, 3, 2, 0xf0]);
    // Milliseconds: 4K, 32K, 64K erase, page program, chip erase; wake-up in microseconds; quad enable.
    for (at, time) in [(72, 300u16), (74, 1200), (76, 1200), (78, 5), (80, 33_000)] {
        all[at..at + 2].copy_from_slice(&time.to_le_bytes());
    }
    all[82] = 20;
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn commands_have_their_sum() {
        // The same as the vendor's tool and blisp send.
        assert_eq!(request(Command::Reset, &[]), [0x21, 0, 0, 0]);
        let erase = request(Command::Erase, &[0, 0, 0, 0, 0xff, 0x0f, 0, 0]);
        assert_eq!(erase[..4], [0x30, 0x16, 8, 0]);
    }

    /// BL616 and BL602: from the logs of other people's boards. BL808: made up, as no log of one was found.
    #[test]
    fn only_a_bl808_is_taken_for_one() {
        let hex = |text: &str| -> Vec<u8> {
            let digit = |at| u8::from_str_radix(&text[at..at + 2], 16).expect("hex");
            (0..text.len()).step_by(2).map(digit).collect()
        };
        let bl616 = hex("010016060000010027928001319735cf0eb417000f758010");
        assert_eq!(BootInfo::parse(&bl616), Err(OtherChip(Some("BL616"))));
        let bl602 = hex("010000000000000003000000619dc005b9181d00");
        assert_eq!(BootInfo::parse(&bl602), Err(OtherChip(Some("BL602"))));
        let bl808 = hex("01000808000000000000010031973536373817000f758010");
        let info = BootInfo::parse(&bl808).expect("a BL808");
        assert_eq!((info.flash_pin, info.chip_id()), (4, 0x3837_3635_9731));
        assert!(!info.signed && !info.encrypted);
        assert_eq!(BootInfo::parse(&[0; 3]), Err(OtherChip(None)));
    }

    #[test]
    fn a_flash_tells_its_size() {
        let size = |id| Flash::parse(id).map(|flash| (flash.size(), flash.known));
        assert_eq!(size([0xef, 0x60, 0x18, 0x80]), Some((Some(16 << 20), true)));
        assert_eq!(size([0xc8, 0x40, 0x16, 0]), Some((Some(4 << 20), false)));
        assert_eq!(size([0xc2, 0x25, 0x39, 0x80]), Some((Some(32 << 20), true)));
        assert_eq!(size([0xef, 0x60, 0x12, 0x80]), Some((None, true)));
        assert_eq!((size([0; 4]), size([0xff; 4])), (None, None));
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_parsers_panic(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let _ = BootInfo::parse(&bytes);
            prop_assert_eq!(sum(&bytes), request(Command::Write, &bytes)[1]);
        }
    }
}
