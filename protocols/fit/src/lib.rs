//! FIT images: a device tree that describes binaries, with the binaries inside it or after it.
//!
//! [`Fit::parse`] checks the whole file: its structure, that every image's data is there, and every hash that mkimage
//! writes. [`Fit::program`] is what U-Boot's SPL would load and start for one board. No I/O, no SoC: the caller knows which
//! architecture and which memory the SoC has.
//!
//! Format: U-Boot `doc/usage/fit/source_file_format.rst`. What the SPL makes of it: U-Boot `common/spl/spl_fit.c` and
//! `boot/common_fit.c` (facts only).
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

#[cfg(any(feature = "build", test))]
pub mod build;
mod configuration;
mod error;
mod image;
mod program;
mod sums;
mod tree;

use alloc::{
    borrow::ToOwned,
    format,
    string::{String, ToString},
    vec::Vec,
};

use dtoolkit::{Node, fdt::Fdt};
use link::Foreign;

pub use configuration::Configuration;
pub use error::FitError;
pub use image::{Arch, Image};
pub use program::{Piece, Program};
use sums::Budget;
pub use sums::Sum;
use tree::{missing, text};

/// The first four bytes of any flattened device tree.
pub const MAGIC: [u8; 4] = [0xd0, 0x0d, 0xfe, 0xed];

/// A sound FIT image. Every image's data is inside the file, and every hash that can be computed holds.
#[derive(Clone, Debug)]
pub struct Fit<'a> {
    images: Vec<Image<'a>>,
    configurations: Vec<Configuration<'a>>,
    default: Option<&'a str>,
}

impl<'a> Fit<'a> {
    /// Reads and checks the FIT that `bytes` begins with. What follows it is not looked at, except for external data.
    ///
    /// # Errors
    /// When the tree is damaged, when the file ends too early, when it is a device tree and no FIT, when an image has no
    /// data, and when a hash does not hold.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, FitError> {
        let truncated = |wanted: u64| FitError::Truncated { wanted, found: bytes.len() };
        let total = bytes.get(4..8).ok_or_else(|| truncated(8))?;
        let total = u32::from_be_bytes([total[0], total[1], total[2], total[3]]);
        let header = bytes.get(..total as usize).ok_or_else(|| truncated(total.into()))?;
        let tree = Fdt::new(header).map_err(|error| FitError::Tree(error.to_string()))?;
        let folder = tree.root().child("images").ok_or(FitError::DeviceTree)?;
        // U-Boot counts `data-offset` from here.
        let external = u64::from(total).next_multiple_of(4);
        let mut budget = Budget::new(bytes.len());
        let images = folder
            .children()
            .map(|node| Image::read(bytes, external, &node, &mut budget))
            .collect::<Result<_, _>>()?;
        let folder = tree.root().child("configurations");
        let folder = folder.ok_or_else(|| missing("/", "configurations"))?;
        let configurations = folder.children().map(|node| Configuration::read(&node)).collect();
        Ok(Self { images, configurations, default: text(&folder, "default") })
    }

    /// All images of the file.
    pub fn images(&self) -> &[Image<'a>] {
        &self.images
    }

    /// All configurations of the file.
    pub fn configurations(&self) -> &[Configuration<'a>] {
        &self.configurations
    }

    /// The configuration that is meant for boards without one of their own.
    pub fn default(&self) -> Option<&Configuration<'a>> {
        self.default.and_then(|name| self.configurations.iter().find(|one| one.name == name))
    }

    /// The configuration that U-Boot's SPL chooses on a board that calls itself `board`: the one whose description is
    /// that name, otherwise the default. Without a name it is the default, or the only one.
    ///
    /// # Errors
    /// When no configuration is for the board and there is no default, and when the SPL would stop at a configuration that
    /// has no description.
    pub fn choose(&self, board: Option<&str>) -> Result<&Configuration<'a>, FitError> {
        let Some(board) = board else {
            let only = || self.configurations.first().filter(|_| self.configurations.len() == 1);
            let found = self.default().or_else(only);
            return found.ok_or_else(|| missing("configurations", "default"));
        };
        for configuration in &self.configurations {
            let description = configuration.description.ok_or_else(|| {
                // U-Boot's search ends there, even when a later configuration would fit.
                missing(configuration.name, "description")
            })?;
            if base(description) == base(board) {
                return Ok(configuration);
            }
        }
        self.default().ok_or_else(|| FitError::NoConfiguration {
            wanted: board.to_owned(),
            offered: self
                .configurations
                .iter()
                .filter_map(|one| one.description)
                .map(ToOwned::to_owned)
                .collect(),
        })
    }

    /// What could not be checked, in words for people; `None` when every image has a hash and all of them hold. A build
    /// without hashes is usual: Debian's U-Boots have none.
    pub fn unchecked(&self) -> Option<String> {
        let sums = || self.images.iter().flat_map(|image| &image.sums);
        let unknown = sums().find_map(|sum| match sum {
            Sum::Unchecked(name) => Some(name),
            Sum::Holds(_) => None,
        });
        if let Some(name) = unknown {
            return Some(format!("its `{}` was not checked", Foreign(name)));
        }
        let bare = self.images.iter().find(|image| image.sums.is_empty())?;
        Some(format!("`{}` has no hash, so damage to its data would not be seen", bare.name))
    }

    fn image(&self, name: &str) -> Result<&Image<'a>, FitError> {
        let found = self.images.iter().find(|image| image.name == name);
        found.ok_or_else(|| missing(name, "image of that name"))
    }
}

/// A device tree's name without its folder: newer trees say `allwinner/sun50i-…`.
fn base(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

#[cfg(test)]
mod tests;

/// The README's example is run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
