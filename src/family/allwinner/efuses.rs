//! The SoC's eFuses, section by section.

use fel::host::Fel;

use crate::failure::Problem;

/// A section of the eFuses.
pub struct Efuses {
    /// Its name in the vendor's table.
    pub name: &'static str,
    /// Where it begins, in bytes.
    pub offset: u16,
    /// Its length in bits.
    pub bits: u16,
    /// What it holds.
    pub words: Vec<u32>,
}

/// Reads every section; `by_registers`: through the SID's registers, not its memory map. Fails where the sections of the
/// SoC are not known.
pub fn efuses(fel: &mut Fel<'_>, by_registers: bool) -> anyhow::Result<Vec<Efuses>> {
    let chip = fel.chip()?;
    let sections = chip.sid.map_or(&[][..], |sid| sid.sections);
    if sections.is_empty() {
        let text = format!(
            "the sections of the {}'s eFuses are not known; `fel sid` shows the first 16 bytes",
            chip.name
        );
        return Err(Problem::Refused(text).into());
    }
    let mut read = |&(name, offset, bits)| {
        let words = fel.sid(u32::from(offset), u32::from(bits).div_ceil(32), by_registers)?;
        Ok(Efuses { name, offset, bits, words })
    };
    sections.iter().map(&mut read).collect()
}
