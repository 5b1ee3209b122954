//! Who is there.

use core::fmt;

use super::Malformed;

/// A program that speaks ADNL, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stage(pub u8);

impl Stage {
    /// The mask ROM.
    pub const ROM: Self = Self(0);
    /// BL2: it has set up memory and wants U-Boot.
    pub const BL2: Self = Self(8);
    /// BL2E: the second half of BL2, from the S905X4 on.
    pub const BL2E: Self = Self(12);
    /// The vendor's U-Boot.
    pub const UBOOT: Self = Self(16);

    /// The stages that are known, with the names that scripts see.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::ROM, "rom"), (Self::BL2, "bl2"), (Self::BL2E, "bl2e"), (Self::UBOOT, "uboot")];

    /// The name that scripts see, where it has one.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(stage, _)| *stage == self).map_or("unknown", |(_, name)| name)
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::ROM => f.write_str("the mask ROM"),
            Self::BL2 => f.write_str("BL2"),
            Self::BL2E => f.write_str("BL2E"),
            Self::UBOOT => f.write_str("U-Boot"),
            Self(other) => write!(f, "stage {other}"),
        }
    }
}

/// The answer to `getvar:identify`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identify {
    /// The protocol: 5 before the S905X4, 6 from then on; the S905X5's mask ROM says 8.
    pub protocol: u8,
    /// Above 0: the board disconnects between BL2 and BL2E.
    pub minor: u8,
    /// The program.
    pub stage: Stage,
    /// A password is wanted. Of the mask ROM only.
    pub password_needed: bool,
    /// It was given.
    pub password_given: bool,
    /// Pages of the chip's description, one bit each.
    pub pages: u8,
}

impl Identify {
    /// Reads what follows OKAY: eight bytes, of which some programs leave out the last ones. An S905X5's mask ROM
    /// sends more, whose meaning nobody has told.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        if bytes.len() < 4 {
            return Err(Malformed("the board identifies itself in less than four bytes"));
        }
        let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
        let stage = Stage(byte(3));
        // U-Boot's zeros say nothing of the mask ROM's lock.
        let asked = stage != Stage::UBOOT;
        Ok(Self {
            protocol: byte(0),
            minor: byte(1),
            stage,
            password_needed: asked && byte(4) == 1,
            password_given: asked && byte(5) == 1,
            pages: byte(7),
        })
    }

    /// The eight bytes.
    pub fn to_bytes(self) -> [u8; 8] {
        let (needed, given) = (self.password_needed.into(), self.password_given.into());
        [self.protocol, self.minor, 0, self.stage.0, needed, given, 0, self.pages]
    }

    /// Whether the mask ROM takes nothing before it is given a password.
    pub fn is_locked(&self) -> bool {
        self.password_needed && !self.password_given
    }
}
