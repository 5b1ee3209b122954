//! FIT images: a device tree that describes binaries, with the binaries in it or behind it.
//!
//! Format: U-Boot `doc/usage/fit/source_file_format.rst`; what the SPL makes of it: U-Boot `common/spl/spl_fit.c` and
//! sunxi-tools `fit_image.c` at d7bbd17 (facts only).

use alloc::{
    borrow::ToOwned,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use dtoolkit::{
    Node, Property,
    fdt::{Fdt, FdtNode},
};

use crate::image::{Arch, Piece, Program};

/// The first four bytes of any flattened device tree.
pub const MAGIC: [u8; 4] = [0xd0, 0x0d, 0xfe, 0xed];
const CRC32: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);

/// Why a FIT cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FitError {
    /// The device tree is damaged.
    Tree(String),
    /// The file ends within it.
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
    /// No configuration is for the board that the SPL is for.
    NoConfiguration {
        /// The SPL's board.
        wanted: String,
        /// The boards that there are configurations for.
        offered: Vec<String>,
    },
    /// An image is compressed, which an SPL cannot undo here.
    Compressed {
        /// The image.
        image: String,
        /// How.
        how: String,
    },
    /// An image's CRC-32 does not hold.
    Damaged(String),
    /// An image does not fit into 32-bit memory.
    PastTheEnd(String),
    /// Two images would lie in the same memory.
    Overlap(String, String),
    /// The image that is started is for another architecture.
    Architecture(String),
    /// The configuration wants device tree overlays.
    Overlays,
}

impl fmt::Display for FitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tree(error) => write!(f, "its device tree is damaged ({error})"),
            Self::Truncated { wanted, found } => {
                write!(f, "it needs {wanted} bytes, but the file ends after {found}")
            }
            Self::Missing { node, what } => write!(f, "`{node}` has no {what}"),
            Self::NoConfiguration { wanted, offered } => {
                write!(f, "it has no configuration for {wanted}, only for {}", offered.join(", "))
            }
            Self::Compressed { image, how } => {
                write!(f, "the image `{image}` is compressed ({how})")
            }
            Self::Damaged(image) => {
                write!(f, "the image `{image}` is damaged: its CRC-32 does not hold")
            }
            Self::PastTheEnd(image) => {
                write!(f, "the image `{image}` would run past the end of the address space")
            }
            Self::Overlap(one, other) => {
                write!(f, "the images `{one}` and `{other}` would lie in the same memory")
            }
            Self::Architecture(arch) => {
                write!(f, "it starts in the state `{arch}`, which is neither arm nor arm64")
            }
            Self::Overlays => f.write_str(
                "its configuration wants device tree overlays, which nobody would apply here",
            ),
        }
    }
}

impl core::error::Error for FitError {}

/// What the FIT that `bytes` begins with has a board start whose SPL names the device tree `dt_name`. An SPL without a
/// name gets the default configuration, or the first.
pub fn program<'a>(bytes: &'a [u8], dt_name: Option<&str>) -> Result<Program<'a>, FitError> {
    let fit = Fit::new(bytes)?;
    let configuration = fit.configuration(dt_name)?;
    let mut names = texts(&configuration, "firmware");
    names.extend(texts(&configuration, "loadables"));
    if names.is_empty() {
        return Err(missing(configuration.name(), "firmware"));
    }
    let images = names.into_iter().map(|name| fit.image(name)).collect::<Result<Vec<_>, _>>()?;
    let mut pieces = images.iter().map(Image::piece).collect::<Result<Vec<_>, _>>()?;
    if let Some(fdt) = fit.device_tree(&configuration)? {
        pieces.push(behind_uboot(fdt, &images, &pieces)?);
    }
    check_places(&pieces)?;
    // As every SPL does it, the last image with an entry is what is started.
    let entries = images
        .iter()
        .rev()
        .find_map(|image| number(&image.node, "entry").map(|entry| (entry, image)));
    let (entry, started) =
        entries.ok_or_else(|| missing(configuration.name(), "image with an entry"))?;
    let entry = u32::try_from(entry).map_err(|_| FitError::PastTheEnd(started.name.to_owned()))?;
    Ok(Program { pieces, entry, arch: started.arch()? })
}

struct Fit<'a> {
    bytes: &'a [u8],
    /// Where external data begins.
    external: u64,
    tree: Fdt<'a>,
}

struct Image<'a> {
    name: &'a str,
    node: FdtNode<'a>,
    data: &'a [u8],
}

impl<'a> Fit<'a> {
    fn new(bytes: &'a [u8]) -> Result<Self, FitError> {
        let truncated = |wanted: u64| FitError::Truncated { wanted, found: bytes.len() };
        let total = bytes.get(4..8).ok_or_else(|| truncated(8))?;
        let total = u32::from_be_bytes([total[0], total[1], total[2], total[3]]);
        let header = bytes.get(..total as usize).ok_or_else(|| truncated(total.into()))?;
        let tree = Fdt::new(header).map_err(|error| FitError::Tree(error.to_string()))?;
        Ok(Self { bytes, external: u64::from(total).next_multiple_of(4), tree })
    }

    fn folder(&self, name: &'static str) -> Result<FdtNode<'a>, FitError> {
        self.tree.root().child(name).ok_or_else(|| missing("/", name))
    }

    fn configuration(&self, dt_name: Option<&str>) -> Result<FdtNode<'a>, FitError> {
        let folder = self.folder("configurations")?;
        let Some(wanted) = dt_name else {
            let default = text(&folder, "default").and_then(|name| folder.child(name));
            return default
                .or_else(|| folder.children().next())
                .ok_or_else(|| missing("configurations", "configuration"));
        };
        let described = |node: &FdtNode<'a>| {
            text(node, "description").is_some_and(|name| base(name) == base(wanted))
        };
        folder.children().find(described).ok_or_else(|| FitError::NoConfiguration {
            wanted: wanted.to_owned(),
            offered: folder
                .children()
                .filter_map(|node| text(&node, "description"))
                .map(ToOwned::to_owned)
                .collect(),
        })
    }

    fn image(&self, name: &'a str) -> Result<Image<'a>, FitError> {
        let node = self
            .folder("images")?
            .child(name)
            .ok_or_else(|| missing(name, "image of that name"))?;
        if let Some(how) = text(&node, "compression").filter(|&how| how != "none") {
            return Err(FitError::Compressed { image: name.to_owned(), how: how.to_owned() });
        }
        let image = Image { name, node, data: self.data(name, &node)? };
        image.check_sum()?;
        Ok(image)
    }

    /// An image's data: in the tree, or outside of it.
    fn data(&self, name: &str, node: &FdtNode<'a>) -> Result<&'a [u8], FitError> {
        if let Some(data) = value(node, "data") {
            return Ok(data);
        }
        let size = number(node, "data-size").ok_or_else(|| missing(name, "data"))?;
        let inside =
            number(node, "data-offset").and_then(|offset| offset.checked_add(self.external));
        let start =
            number(node, "data-position").or(inside).ok_or_else(|| missing(name, "data"))?;
        let end = start.saturating_add(size);
        let range = usize::try_from(start).ok().zip(usize::try_from(end).ok());
        let data = range.and_then(|(start, end)| self.bytes.get(start..end));
        data.ok_or(FitError::Truncated { wanted: end, found: self.bytes.len() })
    }

    fn device_tree(&self, configuration: &FdtNode<'a>) -> Result<Option<Image<'a>>, FitError> {
        match texts(configuration, "fdt").as_slice() {
            [] => Ok(None),
            [name] => self.image(name).map(Some),
            _ => Err(FitError::Overlays),
        }
    }
}

impl<'a> Image<'a> {
    fn piece(&self) -> Result<Piece<'a>, FitError> {
        let load = number(&self.node, "load").ok_or_else(|| missing(self.name, "load address"))?;
        self.at(load)
    }

    fn at(&self, address: u64) -> Result<Piece<'a>, FitError> {
        let address =
            u32::try_from(address).map_err(|_| FitError::PastTheEnd(self.name.to_owned()))?;
        Ok(Piece { name: self.name.to_owned(), address, data: self.data })
    }

    fn arch(&self) -> Result<Arch, FitError> {
        match text(&self.node, "arch") {
            Some("arm") => Ok(Arch::Arm),
            Some("arm64") => Ok(Arch::Arm64),
            other => Err(FitError::Architecture(other.unwrap_or("unknown").to_owned())),
        }
    }

    fn is_uboot(&self) -> bool {
        text(&self.node, "os").is_some_and(|os| os.eq_ignore_ascii_case("u-boot"))
    }

    /// Checks the CRC-32 where there is one; other sums are left to the board.
    fn check_sum(&self) -> Result<(), FitError> {
        let is_sum = |node: &FdtNode<'a>| {
            node.name().starts_with("hash") && text(node, "algo") == Some("crc32")
        };
        let sums = self.node.children().filter(is_sum).filter_map(|node| number(&node, "value"));
        let computed = u64::from(CRC32.checksum(self.data));
        match sums.into_iter().all(|stored| stored == computed) {
            true => Ok(()),
            false => Err(FitError::Damaged(self.name.to_owned())),
        }
    }
}

/// U-Boot proper finds its device tree right behind itself.
fn behind_uboot<'a>(
    fdt: Image<'a>,
    images: &[Image<'a>],
    pieces: &[Piece<'a>],
) -> Result<Piece<'a>, FitError> {
    let without_os = || images.iter().position(|image| value(&image.node, "os").is_none());
    let uboot = images.iter().position(Image::is_uboot).or_else(without_os);
    let uboot = uboot.ok_or_else(|| missing(fdt.name, "U-Boot to go with"))?;
    fdt.at(pieces[uboot].end())
}

fn check_places(pieces: &[Piece<'_>]) -> Result<(), FitError> {
    let mut sorted: Vec<&Piece<'_>> =
        pieces.iter().filter(|piece| !piece.data.is_empty()).collect();
    sorted.sort_by_key(|piece| piece.address);
    if let Some(piece) = sorted.iter().find(|piece| piece.end() > 1 << 32) {
        return Err(FitError::PastTheEnd(piece.name.clone()));
    }
    match sorted.windows(2).find(|pair| pair[0].end() > pair[1].address.into()) {
        Some(pair) => Err(FitError::Overlap(pair[0].name.clone(), pair[1].name.clone())),
        None => Ok(()),
    }
}

/// A device tree's name without its folder: newer trees say `allwinner/sun50i-…`.
fn base(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

fn value<'a>(node: &FdtNode<'a>, name: &str) -> Option<&'a [u8]> {
    // The trait's own `value` is tied to the property, which is gone at the end of the line.
    node.properties().find(|property| property.name() == name)?.value_as::<&'a [u8]>().ok()
}

/// The strings of a property, without their NULs; what is not UTF-8 ends the list.
fn texts<'a>(node: &FdtNode<'a>, name: &str) -> Vec<&'a str> {
    let bytes = value(node, name).unwrap_or_default();
    bytes
        .split(|&byte| byte == 0)
        .map_while(|text| core::str::from_utf8(text).ok())
        .filter(|text| !text.is_empty())
        .collect()
}

fn text<'a>(node: &FdtNode<'a>, name: &str) -> Option<&'a str> {
    texts(node, name).first().copied()
}

/// A number of one or two cells.
fn number(node: &FdtNode<'_>, name: &str) -> Option<u64> {
    let bytes = value(node, name).filter(|bytes| matches!(bytes.len(), 4 | 8))?;
    Some(bytes.iter().fold(0, |number, &byte| number << 8 | u64::from(byte)))
}

fn missing(node: &str, what: &'static str) -> FitError {
    FitError::Missing { node: node.to_owned(), what }
}

#[cfg(test)]
mod tests;
