//! Layout of the storage, progress marks and restarts.

use alloc::format;
use core::fmt;

use link::{Fault, UsbError};

use super::{Adnl, Cause, Error, PROMPT, SETTLE, Step};
use crate::adnl::wire::{Command, Oem, Reboot, Register, Stage, burnsteps};

/// What `disk_initial` does before it lays out the storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Initial {
    /// Nothing is erased.
    Keep = 0,
    /// All but the keys is erased.
    Erase = 1,
    /// The same, where the layout does not call for it.
    Force = 2,
    /// All is erased, keys too.
    EraseKeys = 3,
    /// The same, where the layout does not call for it.
    ForceKeys = 4,
    /// Only the keys are erased.
    Keys = 5,
}

impl Initial {
    /// All, with the names that users type.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Keep, "keep"),
        (Self::Erase, "erase"),
        (Self::Force, "force"),
        (Self::EraseKeys, "erase-keys"),
        (Self::ForceKeys, "force-keys"),
        (Self::Keys, "keys"),
    ];

    /// The one of that name or number.
    pub fn by_name(name: &str) -> Option<Self> {
        let number = name.parse().unwrap_or(usize::MAX);
        let named = Self::ALL.iter().position(|(_, known)| *known == name);
        Self::ALL.get(named.unwrap_or(number)).map(|(initial, _)| *initial)
    }

    /// What is gone afterwards. A U-Boot that came over USB erases the boot loader with the rest: a board whose job
    /// then fails starts in its mask ROM.
    pub fn erases(self) -> Option<&'static str> {
        match self {
            Self::Keep => None,
            Self::Erase | Self::Force => {
                Some("all of the storage, the boot loader too, but not the keys")
            }
            Self::EraseKeys | Self::ForceKeys => {
                Some("all of the storage, the boot loader and the keys too")
            }
            Self::Keys => Some("the keys"),
        }
    }
}

impl fmt::Display for Initial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::ALL[*self as usize].1)
    }
}

impl Adnl<'_> {
    /// Lays out the storage as the device tree and partition table in memory say, and erases what `initial` says.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn disk_initial(&mut self, initial: Initial) -> Result<(), Error> {
        self.require(&[Stage::UBOOT])?;
        self.during(Step::Erase, |adnl| {
            adnl.okay(&Command::Oem(Oem::DiskInitial(initial as u8)), SETTLE).map(|_| ())
        })
    }

    /// **Erases** the first `size` bytes of a partition, by U-Boot's own command (`store erase`, as in Khadas' U-Boot
    /// for newer SoCs). A card may erase by TRIM, after which nobody knows what is read there. Secure boards refuse it.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn erase_part(&mut self, name: &str, size: u64) -> Result<(), Error> {
        self.require(&[Stage::UBOOT])?;
        self.during(Step::Erase, |adnl| {
            let words = format!("store erase {name} 0 {size:#x}");
            adnl.okay(&Command::Oem(Oem::Other(words)), SETTLE).map(|_| ())
        })
    }

    /// Keeps the default environment.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn save_setting(&mut self) -> Result<(), Error> {
        self.okay(&Command::Oem(Oem::SaveSetting), SETTLE).map(|_| ())
    }

    /// Whether the storage's header has to be in memory first.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn needs_sheader(&mut self) -> Result<bool, Error> {
        match self.okay(&Command::Oem(Oem::SheaderNeed), PROMPT) {
            Err(Error { cause: Cause::Failed(_), .. }) => Ok(false),
            other => other.map(|_| true),
        }
    }

    /// Marks how far a job is, in the way that the program knows.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn mark(&mut self, stage: Stage, step: u8) -> Result<(), Error> {
        let value = burnsteps(stage, step);
        if stage == Stage::UBOOT {
            return self.okay(&Command::Oem(Oem::Burnsteps(value)), PROMPT).map(|_| ());
        }
        self.setvar(Register::Burnsteps, value)
    }

    /// Restarts the board. It answers first, but may be gone before the answer is through.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn reboot(&mut self, kind: Reboot) -> Result<(), Error> {
        self.during(Step::Reboot, |adnl| match adnl.okay(&Command::Reboot(kind), PROMPT) {
            Err(Error { cause: Cause::Usb(UsbError { fault: Fault::Gone, .. }), .. }) => Ok(()),
            other => other.map(|_| ()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_numbers_and_what_they_erase() {
        for (index, (initial, name)) in Initial::ALL.iter().enumerate() {
            assert_eq!(*initial as usize, index);
            assert_eq!(Initial::by_name(name), Some(*initial));
            assert_eq!(Initial::by_name(&alloc::format!("{index}")), Some(*initial));
            assert_eq!(initial.erases().is_none(), index == 0);
        }
        assert_eq!(Initial::by_name("6"), None);
        assert_eq!(Initial::by_name("x"), None);
    }
}
