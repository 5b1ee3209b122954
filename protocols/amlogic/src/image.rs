//! Boot images: BL2 with its `@AML` header, what follows it, and files of newer families that only their maker can
//! read.
//!
//! Layouts: amlogic-boot-fip's and gxlimg's outputs, held against the files of pyamlboot 1.0.0 (tests/files.rs).

mod bl2;
mod chain;
mod fip;
mod layout;

use alloc::{format, string::String};
use core::{fmt, ops::Range};

pub use bl2::{Bl2, Sum};
pub use chain::Chain;
pub use fip::{Entry, Fip, Part};
pub use layout::Layout;

/// A file that is not what it should be, and in what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsound(pub String);

impl Unsound {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }
}

impl fmt::Display for Unsound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for Unsound {}

impl link::Classify for Unsound {
    fn meaning(&self) -> link::Meaning {
        link::Meaning::input(link::Code::INPUT_IMAGE)
    }
}

/// Bytes before a boot image that is meant for an SD card.
const CARD: usize = 512;

/// What follows BL2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tpl {
    /// Encrypted blocks (GXL, GXM).
    Chain(Chain),
    /// A table of contents and its parts (GXBB, AXG, G12).
    Fip(Fip),
}

impl Tpl {
    fn check(bytes: &[u8]) -> Result<Self, Unsound> {
        if Chain::is_one(bytes) {
            return Chain::check(bytes).map(Self::Chain);
        }
        Fip::check(bytes).map(Self::Fip)
    }

    /// Which families it is for.
    fn layout(&self) -> Layout {
        match self {
            Self::Chain(_) => Layout::GXL,
            Self::Fip(fip) => fip.layout(),
        }
    }
}

/// A boot image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Which families it is for.
    pub layout: Layout,
    /// It begins with the sector of an SD card's partition table.
    pub card: bool,
    /// Where BL2 is, where there is one.
    pub bl2: Option<Range<usize>>,
    /// Whether it is sound, as far as that can be told.
    pub sum: Option<Sum>,
    /// Where the rest is, and what it is, where there is a rest.
    pub tpl: Option<(Range<usize>, Tpl)>,
}

impl Image {
    /// What it is, in words.
    pub fn what(&self) -> String {
        let parts = match (&self.bl2, &self.tpl) {
            (Some(_), Some(_)) => "BL2 and U-Boot",
            (Some(_), None) => "BL2",
            (None, _) => "U-Boot without BL2",
        };
        let card = if self.card { ", for an SD card" } else { "" };
        format!("{parts} for {}{card}", self.layout)
    }
}

/// Which older families a file is for, as its first bytes say. Files for the S905X4 and newer ones give no layout away.
pub fn layout(head: &[u8]) -> Option<Layout> {
    let plain = bl2::layout(head).or_else(|| tpl_layout(head));
    plain.or_else(|| head.get(CARD..).and_then(bl2::layout))
}

/// Whether BL2 begins one sector after the file's beginning, as on an SD card. The ODROID-C2's files for cards have a
/// header in the first sector, too: there what follows BL2 tells.
pub fn is_for_card(head: &[u8]) -> bool {
    let Some(card) = head.get(CARD..).filter(|card| bl2::layout(card).is_some()) else {
        return false;
    };
    let continues = |bytes: &[u8]| {
        bl2::size(bytes)
            .and_then(|size| bytes.get(size..))
            .is_some_and(|rest| tpl_layout(rest).is_some())
    };
    bl2::layout(head).is_none() || !continues(head) && continues(card)
}

fn tpl_layout(head: &[u8]) -> Option<Layout> {
    if Chain::is_one(head) {
        return Some(Layout::GXL);
    }
    Fip::layout_of(head)
}

/// Reads a whole file and checks all that can be checked: lengths, hashes, tables.
///
/// # Errors
///
/// It is no boot image, is damaged or cut off, or holds BL2 for one family and U-Boot for another.
pub fn check(bytes: &[u8]) -> Result<Image, Unsound> {
    let card = is_for_card(bytes);
    let start = if card { CARD } else { 0 };
    let bytes = &bytes[start..];
    let shift = |range: Range<usize>| range.start + start..range.end + start;
    let Some(mut layout) = bl2::layout(bytes) else {
        return tpl_alone(bytes);
    };
    let bl2 = Bl2::check(bytes)?;
    let rest = &bytes[bl2.size..];
    let tpl = if rest.is_empty() { None } else { Some(Tpl::check(rest)?) };
    if let Some(tpl) = &tpl {
        layout = together(layout, tpl.layout())?;
    }
    let tpl = tpl.map(|tpl| (shift(bl2.size..bytes.len()), tpl));
    Ok(Image { layout, card, bl2: Some(shift(0..bl2.size)), sum: Some(bl2.sum), tpl })
}

/// The families that BL2 and what follows it are both for.
///
/// # Errors
///
/// There are none.
pub fn together(bl2: Layout, tpl: Layout) -> Result<Layout, Unsound> {
    bl2.both(tpl).ok_or_else(|| Unsound(format!("BL2 is for {bl2}, and U-Boot for {tpl}")))
}

fn tpl_alone(bytes: &[u8]) -> Result<Image, Unsound> {
    if tpl_layout(bytes).is_none() {
        let what = not_an_image(bytes).unwrap_or("neither BL2 (@AML) nor a FIP");
        return Err(Unsound(format!("not a boot image for GX, AXG or G12: it is {what}")));
    }
    let tpl = Tpl::check(bytes)?;
    let layout = tpl.layout();
    Ok(Image { layout, card: false, bl2: None, sum: None, tpl: Some((0..bytes.len(), tpl)) })
}

/// What can be said of a boot file for the S905X4 and newer SoCs (`u-boot.bin.usb.signed`, `u-boot.bin.signed`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signed {
    /// Bytes.
    pub size: usize,
    /// `@AML` is where older families have it: the file is not encrypted.
    pub plain: bool,
    /// A second header is 256 bytes after it, as on the S905X5.
    pub inner: bool,
}

/// Refuses what cannot be a boot file for the S905X4 and newer SoCs. Whether it is the one for a board only the board
/// can tell: each maker signs with a key of its own.
///
/// # Errors
/// When it is not such an image, or damaged.
pub fn check_signed(bytes: &[u8]) -> Result<Signed, Unsound> {
    if let Some(layout) = layout(bytes) {
        return Err(Unsound(format!("the file is for {layout}")));
    }
    if let Some(what) = not_an_image(bytes) {
        return Err(Unsound(format!("the file is no boot file: it is {what}")));
    }
    let marked = |at| bytes.get(at..at + 4) == Some(bl2::MAGIC);
    Ok(Signed { size: bytes.len(), plain: marked(0x10), inner: marked(0x110) })
}

/// What a file is that is no boot image.
fn not_an_image(bytes: &[u8]) -> Option<&'static str> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    if bytes.len() < 512 {
        return Some("too short");
    }
    if crate::package::Package::is_one(bytes) {
        return Some("a burning package");
    }
    if starts(&[0x1f, 0x8b]) || starts(b"\xfd7zXZ") || starts(b"BZh") || starts(b"PK") {
        return Some("compressed");
    }
    if starts(b"\x7fELF") {
        return Some("an ELF file");
    }
    if let Some(what) = program(bytes) {
        return Some(what);
    }
    if starts(&0xed26_ff3a_u32.to_le_bytes()) {
        return Some("an Android sparse image");
    }
    bytes.iter().all(|&byte| byte == bytes[0]).then_some("blank")
}

/// What users have at hand beside boot files, and take for one.
fn program(bytes: &[u8]) -> Option<&'static str> {
    let marked = |at: usize, magic: &[u8]| bytes[at..].starts_with(magic);
    if marked(0x38, b"ARMd") {
        return Some("a Linux kernel");
    }
    if marked(0, &[0xd0, 0x0d, 0xfe, 0xed]) {
        return Some("a device tree or a FIT image");
    }
    if marked(0, &[0x27, 0x05, 0x19, 0x56]) {
        return Some("a uImage");
    }
    if marked(0, b"ANDROID!") {
        return Some("an Android boot image");
    }
    let parted = (446..510).step_by(16).all(|at| matches!(bytes[at], 0 | 0x80));
    if marked(510, &[0x55, 0xaa]) && parted {
        return Some("a disk with a partition table");
    }
    // A forward branch over a header, as AArch64 programs begin.
    let head = u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    (0x1400_0001..0x1400_1000)
        .contains(&head)
        .then_some("a bare program for AArch64 (U-Boot alone, without BL2)")
}

#[cfg(test)]
mod tests;
