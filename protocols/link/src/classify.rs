//! What errors mean, in the same words for every family.

use core::error::Error;

use crate::{Code, Fault, LineError, StepId, UsbError};

/// The classes of errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// The device or the transfer failed.
    Failed,
    /// What was asked for makes no sense.
    Usage,
    /// The board does not hold what it should hold.
    Differs,
    /// A file is not what it should be.
    Input,
    /// Refused, as it would do harm or cannot work.
    Refused,
    /// Interrupted by the user.
    Interrupted,
}

/// What an error means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// Its class.
    pub class: Class,
    /// A stable word for scripts, finer than the class.
    pub code: Code,
}

impl Meaning {
    /// The device or the transfer failed.
    pub const fn failed(code: Code) -> Self {
        Self { class: Class::Failed, code }
    }

    /// What was asked for makes no sense.
    pub const fn usage(code: Code) -> Self {
        Self { class: Class::Usage, code }
    }

    /// The board does not hold what it should hold.
    pub const fn differs(code: Code) -> Self {
        Self { class: Class::Differs, code }
    }

    /// A file is not what it should be.
    pub const fn input(code: Code) -> Self {
        Self { class: Class::Input, code }
    }

    /// Refused, as it would do harm or cannot work.
    pub const fn refused(code: Code) -> Self {
        Self { class: Class::Refused, code }
    }

    /// Interrupted by the user.
    pub const fn interrupted(code: Code) -> Self {
        Self { class: Class::Interrupted, code }
    }
}

/// An error that says what it means. What can be done about it is not for a protocol to say.
pub trait Classify: Error {
    /// Its class and its word.
    fn meaning(&self) -> Meaning;

    /// Its class.
    fn class(&self) -> Class {
        self.meaning().class
    }

    /// Its word for scripts.
    fn code(&self) -> Code {
        self.meaning().code
    }

    /// The step in which it happened, where there was one.
    fn step(&self) -> Option<StepId> {
        None
    }

    /// How far the board acknowledged what it was sent before, in the units of the job (bytes or sectors); `None`: that
    /// is not known.
    fn acknowledged(&self) -> Option<u64> {
        None
    }

    /// The error of the user's file, where that is what failed: what it means goes before what this one means.
    fn of_file(&self) -> Option<&(dyn Error + 'static)> {
        None
    }

    /// Whether the board has to be switched off and on before anything else is tried.
    fn needs_power_cycle(&self) -> bool {
        false
    }
}

impl Fault {
    /// What a transfer that failed so means.
    pub fn meaning(self) -> Meaning {
        match self {
            Self::Stopped => Meaning::interrupted(Code::INTERRUPTED),
            Self::Cancelled => Meaning::interrupted(Code::CANCELLED),
            Self::TimedOut => Meaning::failed(Code::USB_TIMEOUT),
            Self::Stall => Meaning::failed(Code::USB_STALL),
            Self::Gone => Meaning::failed(Code::USB_GONE),
            Self::Overlong => Meaning::failed(Code::USB_OVERLONG),
            Self::Short { .. } => Meaning::failed(Code::USB_SHORT),
            Self::NoMemory => Meaning::failed(Code::USB_MEMORY),
            Self::Diverged => Meaning::failed(Code::REPLAY_DIVERGED),
            Self::Bus | Self::Os(_) => Meaning::failed(Code::USB_BUS),
        }
    }

    /// Whether another transfer may get through: the user has not asked to stop, the board is there, and what went wrong
    /// was the talking.
    pub fn may_pass(self) -> bool {
        match self {
            Self::TimedOut | Self::Stall | Self::Bus | Self::Short { .. } | Self::Overlong => true,
            Self::Gone | Self::Stopped | Self::Cancelled => false,
            Self::NoMemory | Self::Os(_) | Self::Diverged => false,
        }
    }
}

impl Classify for UsbError {
    fn meaning(&self) -> Meaning {
        self.fault.meaning()
    }
}

impl Classify for LineError {
    fn meaning(&self) -> Meaning {
        match self {
            Self::Stopped => Meaning::interrupted(Code::INTERRUPTED),
            Self::Cancelled => Meaning::interrupted(Code::CANCELLED),
            // EIO, ENXIO and ENODEV: what Linux says of an adapter that was unplugged.
            Self::Gone | Self::Os(5 | 6 | 19) => Meaning::failed(Code::SERIAL_GONE),
            Self::Blocked => Meaning::failed(Code::SERIAL_BLOCKED),
            Self::BaudRate(_) => Meaning::failed(Code::SERIAL_BAUD),
            Self::Diverged => Meaning::failed(Code::REPLAY_DIVERGED),
            Self::Os(_) => Meaning::failed(Code::SERIAL_LINE),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What was stopped, or is gone, is not tried again.
    #[test]
    fn only_what_went_wrong_in_talking_is_tried_again() {
        for (fault, again) in [
            (Fault::TimedOut, true),
            (Fault::Stall, true),
            (Fault::Bus, true),
            (Fault::Short { done: 1, wanted: 2 }, true),
            (Fault::Overlong, true),
            (Fault::Gone, false),
            (Fault::Stopped, false),
            (Fault::Cancelled, false),
            (Fault::NoMemory, false),
            (Fault::Os(1), false),
            (Fault::Diverged, false),
        ] {
            assert_eq!(fault.may_pass(), again, "{fault:?}");
        }
    }

    #[test]
    fn faults_and_lines_have_their_words() {
        for (fault, meaning) in [
            (Fault::TimedOut, Meaning::failed(Code::USB_TIMEOUT)),
            (Fault::Stall, Meaning::failed(Code::USB_STALL)),
            (Fault::Gone, Meaning::failed(Code::USB_GONE)),
            (Fault::Stopped, Meaning::interrupted(Code::INTERRUPTED)),
            (Fault::Cancelled, Meaning::interrupted(Code::CANCELLED)),
            (Fault::Os(71), Meaning::failed(Code::USB_BUS)),
        ] {
            assert_eq!(fault.meaning(), meaning);
        }
        for (error, meaning) in [
            (LineError::Os(19), Meaning::failed(Code::SERIAL_GONE)),
            (LineError::Os(20), Meaning::failed(Code::SERIAL_LINE)),
            (LineError::BaudRate(1), Meaning::failed(Code::SERIAL_BAUD)),
            (LineError::Stopped, Meaning::interrupted(Code::INTERRUPTED)),
        ] {
            assert_eq!(error.meaning(), meaning);
        }
    }
}
