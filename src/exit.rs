//! Exit codes: one for each class of outcome.

use std::process::ExitCode;

use link::Class;

/// How a run ended, as a script sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Exit {
    /// All done.
    Done = 0,
    /// The device or the transfer failed.
    Failed = 1,
    /// The command line is wrong.
    Usage = 2,
    /// No board in time, or more than one fits.
    NoBoard = 3,
    /// No permission to open the device.
    Permission = 4,
    /// Verification found a difference.
    Differs = 5,
    /// An input file is not what it should be.
    BadInput = 6,
    /// Refused for safety.
    Refused = 7,
    /// Interrupted by the user.
    Interrupted = 130,
}

impl Exit {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Done,
        Self::Failed,
        Self::Usage,
        Self::NoBoard,
        Self::Permission,
        Self::Differs,
        Self::BadInput,
        Self::Refused,
        Self::Interrupted,
    ];

    /// What it means.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Done => "all done",
            Self::Failed => "the device or the transfer failed",
            Self::Usage => "usage",
            Self::NoBoard => "no board (in time), or more than one fits",
            Self::Permission => "no permission",
            Self::Differs => "verification found a difference",
            Self::BadInput => "an input file is not what it should be",
            Self::Refused => "refused for safety",
            Self::Interrupted => "interrupted",
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

impl From<Class> for Exit {
    fn from(class: Class) -> Self {
        match class {
            Class::Failed => Self::Failed,
            Class::Usage => Self::Usage,
            Class::Differs => Self::Differs,
            Class::Input => Self::BadInput,
            Class::Refused => Self::Refused,
            Class::Interrupted => Self::Interrupted,
        }
    }
}
