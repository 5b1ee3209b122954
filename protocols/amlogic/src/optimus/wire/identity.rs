//! The answer to IDENTIFY.

use core::fmt;

use super::Malformed;

/// The program that answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The mask ROM.
    Rom,
    /// BL2, which takes parameters (GX, AXG).
    Bl2,
    /// BL2, which asks for the rest itself (G12, SM1).
    Bl2Amlc,
    /// The vendor's U-Boot in its burn mode.
    Uboot,
    /// Bytes 2 and 3 say something else.
    Other(u8, u8),
}

impl Stage {
    fn of(major: u8, minor: u8) -> Self {
        match (major, minor) {
            (0, 0) => Self::Rom,
            (0, 8) => Self::Bl2,
            (1, 8) => Self::Bl2Amlc,
            (_, 16) => Self::Uboot,
            _ => Self::Other(major, minor),
        }
    }

    fn bytes(self) -> [u8; 2] {
        match self {
            Self::Rom => [0, 0],
            Self::Bl2 => [0, 8],
            Self::Bl2Amlc => [1, 8],
            Self::Uboot => [0, 16],
            Self::Other(major, minor) => [major, minor],
        }
    }

    /// The name that scripts see.
    pub fn code(self) -> &'static str {
        match self {
            Self::Rom => "rom",
            Self::Bl2 => "bl2",
            Self::Bl2Amlc => "bl2-amlc",
            Self::Uboot => "uboot",
            Self::Other(..) => "unknown",
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rom => f.write_str("the mask ROM"),
            Self::Bl2 => f.write_str("BL2"),
            Self::Bl2Amlc => f.write_str("BL2 that asks for U-Boot"),
            Self::Uboot => f.write_str("the vendor's U-Boot in its burn mode"),
            Self::Other(major, minor) => write!(f, "an unknown stage ({major}.{minor})"),
        }
    }
}

/// Whether a mask ROM wants a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    /// It wants none, or the program that answers knows no passwords.
    Open,
    /// It wants one.
    Locked,
    /// It has got it.
    Unlocked,
}

/// Who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Version of the mask ROM, or 0.7 of U-Boot.
    pub rom: (u8, u8),
    /// The program.
    pub stage: Stage,
    /// Whether it is locked.
    pub lock: Lock,
    /// The last two bytes: a map of chip information pages, as far as anybody knows.
    pub pages: [u8; 2],
}

impl Identity {
    /// Bytes to ask for. Mask ROMs return six to eight, U-Boot means four.
    pub const ROOM: usize = 8;

    /// As a mask ROM sends it; U-Boot sends four bytes of it.
    pub fn to_bytes(self) -> [u8; Self::ROOM] {
        let [major, minor] = self.stage.bytes();
        let wants = self.lock != Lock::Open;
        let has = self.lock == Lock::Unlocked;
        let [map, last] = self.pages;
        [self.rom.0, self.rom.1, major, minor, wants.into(), has.into(), map, last]
    }

    /// Reads the answer. What U-Boot returns behind its four bytes is whatever lies there: it is not looked at.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let [rom_major, rom_minor, major, minor, rest @ ..] = bytes else {
            return Err(Malformed("the answer to IDENTIFY is shorter than 4 bytes"));
        };
        let (rom, stage) = ((*rom_major, *rom_minor), Stage::of(*major, *minor));
        let told = if stage == Stage::Uboot { &[] } else { rest };
        let byte = |at| told.get(at).copied().unwrap_or(0);
        let lock = match (byte(0), byte(1)) {
            (0, _) => Lock::Open,
            (_, 0) => Lock::Locked,
            _ => Lock::Unlocked,
        };
        Ok(Self { rom, stage, lock, pages: [byte(2), byte(3)] })
    }
}

impl fmt::Display for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (major, minor) = self.rom;
        write!(f, "{}, version {major}.{minor}", self.stage)?;
        match self.lock {
            Lock::Open => Ok(()),
            Lock::Locked => f.write_str(", locked by a password"),
            Lock::Unlocked => f.write_str(", password accepted"),
        }
    }
}
