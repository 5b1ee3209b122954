//! One image of a FIT.

use alloc::{borrow::ToOwned, vec::Vec};
use core::fmt;

use dtoolkit::{Node, fdt::FdtNode};

use crate::{
    FitError, Sum,
    sums::{Budget, check},
    tree::{missing, number, text, value},
};

/// What an image's code is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arch<'a> {
    /// 32-bit Arm.
    Arm,
    /// 64-bit Arm.
    Arm64,
    /// RISC-V, 32 or 64 bits: FIT has one word for both.
    RiscV,
    /// Something else, by the FIT's own word.
    Other(&'a str),
}

impl<'a> Arch<'a> {
    fn of(word: &'a str) -> Self {
        match word {
            "arm" => Self::Arm,
            "arm64" => Self::Arm64,
            "riscv" => Self::RiscV,
            other => Self::Other(other),
        }
    }
}

impl fmt::Display for Arch<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Arm => "arm",
            Self::Arm64 => "arm64",
            Self::RiscV => "riscv",
            Self::Other(word) => word,
        })
    }
}

/// An image of a FIT: its data is there, and its hashes hold as far as they are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image<'a> {
    /// The node's name.
    pub name: &'a str,
    /// The program it belongs to (`u-boot`, `opensbi`).
    pub os: Option<&'a str>,
    /// What its code is for.
    pub arch: Option<Arch<'a>>,
    /// How it is compressed, if it is.
    pub compression: Option<&'a str>,
    /// Whether it is encrypted.
    pub encrypted: bool,
    /// Where it goes.
    pub load: Option<u64>,
    /// Where it starts.
    pub entry: Option<u64>,
    /// Its bytes, as they are in the file.
    pub data: &'a [u8],
    /// Its hashes and signatures.
    pub sums: Vec<Sum>,
}

impl<'a> Image<'a> {
    /// Reads an image of the FIT `bytes`, whose external data begins at `external`.
    pub(crate) fn read(
        bytes: &'a [u8],
        external: u64,
        node: &FdtNode<'a>,
        budget: &mut Budget,
    ) -> Result<Self, FitError> {
        let data = data(bytes, external, node)?;
        Ok(Self {
            name: node.name(),
            os: text(node, "os"),
            arch: text(node, "arch").map(Arch::of),
            compression: text(node, "compression").filter(|&how| how != "none"),
            encrypted: node.child("cipher").is_some(),
            load: number(node, "load"),
            entry: number(node, "entry"),
            data,
            sums: check(node, data, budget)?,
        })
    }

    pub(crate) fn is_uboot(&self) -> bool {
        self.os.is_some_and(|os| os.eq_ignore_ascii_case("u-boot"))
    }

    /// Refuses what an SPL copies as it is and then cannot run.
    pub(crate) fn check_plain(&self) -> Result<(), FitError> {
        if let Some(how) = self.compression {
            return Err(FitError::Compressed { image: self.name.to_owned(), how: how.to_owned() });
        }
        if self.encrypted {
            return Err(FitError::Encrypted(self.name.to_owned()));
        }
        Ok(())
    }
}

/// An image's data. External data goes first, as in U-Boot.
fn data<'a>(bytes: &'a [u8], external: u64, node: &FdtNode<'a>) -> Result<&'a [u8], FitError> {
    let no_data = || missing(node.name(), "data");
    let truncated = |wanted| FitError::Truncated { wanted, found: bytes.len() };
    let position = match (number(node, "data-position"), number(node, "data-offset")) {
        (Some(position), _) => Some(position),
        (None, Some(offset)) => Some(offset.saturating_add(external)),
        (None, None) => None,
    };
    let Some(start) = position else { return value(node, "data").ok_or_else(no_data) };
    let end = start.saturating_add(number(node, "data-size").ok_or_else(no_data)?);
    let range = usize::try_from(start).ok().zip(usize::try_from(end).ok());
    range.and_then(|(start, end)| bytes.get(start..end)).ok_or_else(|| truncated(end))
}
