//! What can be wrong with an image.

use alloc::string::String;
use core::fmt;

use link::{Classify, Code, IoError, Meaning};

/// Why an image cannot be read or cut.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The image has no bytes: a device takes no empty download.
    Empty,
    /// Its data do not come in order: this place came too late.
    Order(u64),
    /// It has more bytes than was said.
    Longer(u64),
    /// It has more blocks than a sparse image can have.
    Large,
    /// A piece has to be of more bytes than this.
    Limit(u32),
    /// Blocks of this many bytes are none.
    Block(u32),
    /// The sparse image is damaged, and how.
    Damaged(String),
    /// What it comes from failed.
    Io(IoError),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the image is empty"),
            Self::Order(at) => write!(f, "the data of the image at byte {at} come out of order"),
            Self::Longer(length) => {
                write!(f, "the image has more than the {length} bytes that it should have")
            }
            Self::Large => {
                f.write_str("the image has more than 4294967295 blocks, the most of a sparse image")
            }
            Self::Limit(limit) => write!(
                f,
                "the device takes at most {limit} bytes at a time, which is too little to send a larger image in pieces"
            ),
            Self::Block(bytes) => {
                write!(f, "a block has a power of two of bytes, 512 or more, and not {bytes}")
            }
            Self::Damaged(how) => write!(f, "the sparse image is damaged: {how}"),
            Self::Io(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for Error {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Io(error) => Some(&**error),
            _ => None,
        }
    }
}

impl Classify for Error {
    fn meaning(&self) -> Meaning {
        match self {
            Self::Empty | Self::Order(_) | Self::Damaged(_) => Meaning::input(Code::INPUT_IMAGE),
            Self::Longer(_) => Meaning::input(Code::INPUT_CHANGED),
            Self::Large => Meaning::refused(Code::IMAGE_LARGE),
            Self::Limit(_) => Meaning::refused(Code::FASTBOOT_LIMIT),
            Self::Block(_) => Meaning::usage(Code::USAGE_ALIGNED),
            Self::Io(_) => Meaning::failed(Code::FILE),
        }
    }

    fn of_file(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Io(error) => Some(&**error),
            _ => None,
        }
    }
}
