//! The SoCs: their USB product ids, and what their mask ROM wants.
//!
//! Sources: rkbin's recipes at f43a462 (RC4 on the wire, CRC off), mainline U-Boot's rkcommon (tags, SPL limits), the
//! ids of rkdeveloptool, rkflashtool and xrock. All read as facts; nothing here was tried on silicon by this project.

mod table;

use alloc::string::String;

use crate::wire::Capability;

pub use table::TABLE;

/// The layout of the ID block that the boot ROM looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdBlock {
    /// `RK28`: a scrambled sector 0.
    Old,
    /// `RKNS`: a plain head with hashes.
    New,
}

/// A SoC, or several that share a mask ROM.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chip {
    /// Name.
    pub name: &'static str,
    /// SoCs that answer with the same product id.
    pub also: &'static [&'static str],
    /// `idProduct`.
    pub product: u16,
    /// What READ CHIP INFO and new loader files call it; older files carry the product id's text (see [`by_code`]).
    pub code: Option<&'static str>,
    /// What is sent to the mask ROM is scrambled with RC4.
    pub rc4: bool,
    /// Its mask ROM skips the check of a sum of zero: tried for the RK3576 and reported for RK3506, RK3528 and RV1106.
    pub zero_sum: bool,
    /// First four bytes of a blob for SRAM.
    pub tag: Option<[u8; 4]>,
    /// Longest blob for SRAM in an ID block, where U-Boot knows it.
    pub spl_limit: Option<u32>,
    /// Layout of its ID block.
    pub id_block: IdBlock,
    /// Sectors that the head of its ID block takes: 4, on the RK3576 8.
    pub head_sectors: u16,
    /// Whole exchanges may be queued with its usbplug. On for none: no trace from silicon shows it to be safe.
    pub queues: bool,
    /// What its users should know.
    pub quirk: Option<&'static str>,
}

impl Chip {
    /// All its names.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        [self.name].into_iter().chain(self.also.iter().copied())
    }

    /// The codes by which loader files and READ CHIP INFO may call it, highest byte first: its own, and its product id
    /// in letters.
    fn codes(&self) -> impl Iterator<Item = u32> + use<> {
        let text = |text: &'static str| text.as_bytes().try_into().ok().map(u32::from_be_bytes);
        let product = u32::from_be_bytes(hex(self.product));
        self.code.and_then(text).into_iter().chain([product])
    }

    /// Whether a code of a loader file or of READ CHIP INFO is of this SoC. A package of SoCs with one mask ROM counts
    /// as one.
    pub fn is_called(&self, code: u32) -> bool {
        self.codes().any(|known| known == code)
            || FAMILIES
                .iter()
                .any(|(family, prefix)| *family == code && self.name.starts_with(prefix))
    }
}

/// Four capital hexadecimal digits.
fn hex(number: u16) -> [u8; 4] {
    core::array::from_fn(|index| {
        let digit = (number >> (12 - 4 * index) & 15) as u8;
        if digit < 10 { b'0' + digit } else { b'A' + digit - 10 }
    })
}

/// Codes that loader files of old carry for whole families.
const FAMILIES: [(u32, &str); 4] = [(0x50, "RK29"), (0x60, "RK30"), (0x70, "RK31"), (0x80, "RK32")];

/// Every SoC.
pub fn all() -> impl Iterator<Item = &'static Chip> {
    TABLE.iter()
}

/// The SoC that reports this `idProduct`.
pub fn by_product(product: u16) -> Option<&'static Chip> {
    TABLE.iter().find(|chip| chip.product == product)
}

/// The SoC of that name, under any of its names.
pub fn by_name(name: &str) -> Option<&'static Chip> {
    TABLE.iter().find(|chip| chip.names().any(|known| known.eq_ignore_ascii_case(name)))
}

/// The SoC that a loader file or READ CHIP INFO calls so.
pub fn by_code(code: u32) -> Option<&'static Chip> {
    TABLE.iter().find(|chip| chip.codes().any(|known| known == code))
}

/// The name of the SoC that a code stands for, or the code in letters.
pub fn name_of(code: u32) -> String {
    by_code(code).map_or_else(|| crate::wire::code_name(code), |chip| chip.name.into())
}

/// The code that packers write for a name of theirs (`RK3588`, `RK330C`).
pub fn code_of(name: &str) -> Option<u32> {
    let digits = name.trim().trim_start_matches(|letter: char| "RKVPXrkvpx".contains(letter));
    let code = u32::from_be_bytes(digits.to_ascii_uppercase().as_bytes().try_into().ok()?);
    by_code(code).map(|_| code).or_else(|| by_name(name)?.codes().next())
}

/// Whether a capability says that reads are allowed. It has gone with the absence of the wall at 32 MiB so far; the
/// wall itself is looked for in every session.
pub fn promises_reads(capability: Capability) -> bool {
    capability.has(Capability::READ_LBA)
}

#[cfg(test)]
mod tests;
