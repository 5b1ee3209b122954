//! Why a FIT cannot be used.

use alloc::{string::String, vec::Vec};
use core::fmt;

use link::Foreign;

/// Why a FIT cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FitError {
    /// The tree is damaged: the tree reader's words.
    Tree(String),
    /// It is a device tree, and describes no images.
    DeviceTree,
    /// The file ends too early.
    Truncated {
        /// Bytes that there should be.
        wanted: u64,
        /// Bytes that there are.
        found: usize,
    },
    /// A node or property is missing.
    Missing {
        /// Where.
        node: String,
        /// What.
        what: &'static str,
    },
    /// No configuration is for the board, and there is no default.
    NoConfiguration {
        /// The board.
        wanted: String,
        /// The boards that there are configurations for.
        offered: Vec<String>,
    },
    /// An image is compressed, which the SPL cannot undo.
    Compressed {
        /// The image.
        image: String,
        /// How.
        how: String,
    },
    /// An image is encrypted.
    Encrypted(String),
    /// An image's hash does not hold.
    Damaged {
        /// The image.
        image: String,
        /// The algorithm of the hash.
        algorithm: String,
    },
    /// Checking all hashes would take longer than any sound file needs.
    TooManySums,
    /// An image runs past the end of the address space.
    PastTheEnd(String),
    /// Two images would overlap in memory.
    Overlap(String, String),
    /// An image's code is for another architecture than the SoC's.
    Architecture {
        /// The image.
        image: String,
        /// The FIT's word for what it is for.
        arch: String,
        /// The FIT's word for what the SoC runs.
        wanted: String,
    },
    /// An image's place is not in the memory that the SoC has for it.
    Outside {
        /// The image.
        image: String,
        /// Where it would begin.
        address: u64,
        /// Where memory begins.
        start: u64,
        /// The first address after it.
        end: u64,
    },
    /// Nothing is loaded at the address where the program starts.
    NothingThere(u64),
    /// An image that must have data has none.
    Empty(String),
    /// The configuration wants device tree overlays.
    Overlays,
}

impl fmt::Display for FitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tree(error) => write!(f, "its device tree is damaged ({error})"),
            Self::DeviceTree => f.write_str("it is a device tree, not a FIT image"),
            Self::Truncated { wanted, found } => {
                write!(f, "it needs {wanted} bytes, but the file ends after {found}")
            }
            Self::Missing { node, what } => write!(f, "`{}` has no {what}", Foreign(node)),
            Self::NoConfiguration { wanted, offered } => write!(
                f,
                "it has no configuration for {} and no default, only for {}",
                Foreign(wanted),
                Foreign(offered.join(", "))
            ),
            Self::Compressed { image, how } => {
                write!(
                    f,
                    "the image `{image}` is compressed ({}), and the SPL cannot unpack it",
                    Foreign(how)
                )
            }
            Self::Encrypted(image) => {
                write!(f, "the image `{image}` is encrypted, and the SPL cannot decrypt it")
            }
            Self::Damaged { image, algorithm } => {
                write!(
                    f,
                    "the image `{image}` is damaged: its {} hash does not hold",
                    Foreign(algorithm)
                )
            }
            Self::TooManySums => f.write_str("it has more hashes than any sound image needs"),
            Self::PastTheEnd(image) => {
                write!(f, "the image `{image}` would run past the end of the address space")
            }
            Self::Overlap(one, other) => {
                write!(f, "the images `{one}` and `{other}` would overlap in memory")
            }
            Self::Architecture { image, arch, wanted } => {
                write!(f, "the image `{image}` is for {}, and the SoC runs {wanted}", Foreign(arch))
            }
            Self::Outside { image, address, start, end } => write!(
                f,
                "the image `{image}` goes to {address:#x}, and the memory for it is {start:#x} to {:#x}",
                end - 1
            ),
            Self::NothingThere(entry) => {
                write!(f, "it starts at {entry:#x}, where none of its images is loaded")
            }
            Self::Empty(image) => write!(f, "the image `{image}` is empty"),
            Self::Overlays => f.write_str(
                "its configuration needs device tree overlays, which the SPL does not apply",
            ),
        }
    }
}

impl core::error::Error for FitError {}
