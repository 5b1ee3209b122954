//! Whether an ID block starts a SoC, as far as its bytes tell.

use alloc::{borrow::Cow, format, string::String, vec::Vec};

use dtoolkit::{Node, Property, fdt::Fdt};

use super::{Head, OldHead};
use crate::{
    bytes::{array, le32},
    chips::{self, Chip, IdBlock, with_article},
    rc4,
    wire::SECTOR,
};

/// Words that the two kinds of ARM code begin with in the vendor's and in U-Boot's images: a branch.
const BRANCHES: [(u32, u32, u8); 2] =
    [(0xfc00_0000, 0x1400_0000, 64), (0xff00_0000, 0xea00_0000, 32)];
const TREE: [u8; 4] = [0xd0, 0x0d, 0xfe, 0xed];

/// The layout of the ID block that bytes begin with.
pub fn layout(bytes: &[u8]) -> Option<IdBlock> {
    match bytes {
        _ if Head::is_one(bytes) => Some(IdBlock::New),
        _ if OldHead::is_one(bytes) => Some(IdBlock::Old),
        _ => None,
    }
}

/// Why the ID block that `bytes` begin with starts no SoC that this code of a loader file may stand for.
pub fn misfit_of_code(bytes: &[u8], code: u32) -> Option<String> {
    let mut called =
        chips::all().filter(|chip| chip.is_called(code)).map(|chip| misfit(bytes, chip));
    let first = called.next()??;
    called.all(|other| other.is_some()).then_some(first)
}

/// Why the ID block that `bytes` begin with does not start a `chip`. `None` where nothing speaks against it, where its
/// images cannot be read, and where there is none.
///
/// The layout follows from the SoC. Beyond that these tell: the SPL's device tree, the tag of old images, addresses in
/// the SRAM of one SoC, the kind of code, and how long the first image may be (mainline's mkimage knows).
pub fn misfit(bytes: &[u8], chip: &Chip) -> Option<String> {
    let layout = layout(bytes)?;
    let name = with_article(chip.name);
    if layout != chip.id_block {
        return Some(format!(
            "it is of the {layout}, and {name} starts one of the {}",
            chip.id_block
        ));
    }
    let images = Images::of(bytes, layout)?;
    let elsewhere = images
        .other_tree(chip)
        .or_else(|| images.other_tag(chip))
        .or_else(|| images.other_memory(chip));
    elsewhere.or_else(|| images.too_long(chip))
}

/// The images of a block, as the SoC executes them, as far as the bytes go.
struct Images<'b> {
    body: Cow<'b, [u8]>,
    layout: IdBlock,
    /// Sector of the first image and its length in sectors.
    first: (u16, u16),
    /// Addresses where images are loaded.
    loads: Vec<u32>,
}

impl<'b> Images<'b> {
    fn of(bytes: &'b [u8], layout: IdBlock) -> Option<Self> {
        let body = |offset: u16, end: usize| {
            let start = usize::from(offset) * SECTOR;
            bytes.get(start..(end * SECTOR).min(bytes.len()).max(start))
        };
        if layout == IdBlock::New {
            let head = Head::parse(bytes).ok()?;
            let (first, loads) = (head.images.first()?, head.images.iter().map(|image| image.load));
            let body = Cow::Borrowed(body(first.offset, head.sectors() as usize)?);
            return Some(Self {
                body,
                layout,
                first: (first.offset, first.sectors),
                loads: loads.collect(),
            });
        }
        let head = OldHead::read(bytes).ok()?;
        let mut body =
            Cow::Borrowed(body(head.code, usize::from(head.code) + usize::from(head.total))?);
        if !head.plain {
            rc4::sectors(body.to_mut());
        }
        Some(Self { body, layout, first: (head.code, head.init), loads: Vec::new() })
    }

    /// The SoC that the device trees in the images are for, where it is another.
    fn other_tree(&self, chip: &Chip) -> Option<String> {
        let named: Vec<_> = trees(&self.body).flat_map(|tree| socs(&tree)).collect();
        let other = named.first().filter(|_| !named.iter().any(|soc| soc.is_kin_of(chip)))?;
        Some(format!("its SPL is for {}", with_article(other.name)))
    }

    /// The tag that begins the first image of an old block.
    fn other_tag(&self, chip: &Chip) -> Option<String> {
        let tag: [u8; 4] = self.body.get(..4)?.try_into().ok()?;
        let mut owners = chips::all().filter(|other| other.tag == Some(tag)).peekable();
        owners.peek().filter(|_| self.layout == IdBlock::Old && chip.tag.is_some())?;
        if owners.any(|owner| owner.is_kin_of(chip)) {
            return None;
        }
        let (tag, own) =
            (String::from_utf8_lossy(&tag), String::from_utf8_lossy(chip.tag.as_ref()?));
        Some(format!(
            "its first image begins with {tag}, for {} it is {own}",
            with_article(chip.name)
        ))
    }

    /// Memory and code of another SoC, which blocks of the new layout show.
    fn other_memory(&self, chip: &Chip) -> Option<String> {
        let owner = self.loads.iter().find_map(|load| {
            chips::all()
                .find(|other| other.sram.is_some_and(|(start, end)| (start..end).contains(load)))
        });
        if let Some(owner) = owner.filter(|owner| owner.product != chip.product) {
            return Some(format!(
                "its images are loaded into the SRAM of {}",
                with_article(owner.name)
            ));
        }
        if self.layout == IdBlock::New && !self.first.0.is_multiple_of(chip.head_sectors) {
            return Some(format!(
                "its first image is at sector {}, and {} reads units of {} sectors",
                self.first.0,
                with_article(chip.name),
                chip.head_sectors
            ));
        }
        let word = le32(&array::<4>(&self.body, 0), 0);
        let bits =
            BRANCHES.iter().find(|(mask, is, _)| word & mask == *is).map(|(_, _, bits)| *bits)?;
        let other = self.layout == IdBlock::New && chip.bits.is_some_and(|own| own != bits);
        other.then(|| {
            format!(
                "it is code of {bits} bits, which {} does not start with",
                with_article(chip.name)
            )
        })
    }

    /// A first image that is too long for the SRAM. mkimage's limit is less than all of that: a vendor's RK3326 loader
    /// exceeds it.
    fn too_long(&self, chip: &Chip) -> Option<String> {
        let sram = (chip.spl_limit? + 1).next_power_of_two();
        let bytes = u32::from(self.first.1) * SECTOR as u32;
        (bytes > sram).then(|| {
            format!(
                "its first image has {bytes} bytes, more than the SRAM of {} takes",
                with_article(chip.name)
            )
        })
    }
}

/// The device trees in an image.
fn trees(bytes: &[u8]) -> impl Iterator<Item = Fdt<'_>> {
    let starts = bytes.windows(TREE.len()).enumerate().filter(|(_, window)| *window == TREE);
    starts.filter_map(|(at, _)| {
        let length = u32::from_be_bytes(array(bytes, at + 4)) as usize;
        Fdt::new(bytes.get(at..at.checked_add(length)?)?).ok()
    })
}

/// The SoCs that a device tree says that it is for.
fn socs(tree: &Fdt<'_>) -> Vec<&'static Chip> {
    let root = tree.root();
    let Some(compatible) = root.property("compatible") else { return Vec::new() };
    let words = compatible
        .value()
        .split(|byte| *byte == 0)
        .filter_map(|word| core::str::from_utf8(word).ok());
    words.filter_map(|word| chips::by_name(word.strip_prefix("rockchip,")?)).collect()
}

#[cfg(test)]
mod tests;
