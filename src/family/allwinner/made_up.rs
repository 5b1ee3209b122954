//! An SPL and a U-Boot for simulated boards.

use fel::{chips::Chip, egon, uimage};

/// Bytes of the SPL.
const SPL: usize = 0x2000;
/// U-Boot's image follows the SPL from here on.
const UBOOT: usize = 0x8000;
/// Where U-Boot goes: so far above the start of DRAM.
const ABOVE: u32 = 0x0a00_0000;

/// A sound file whose SPL returns to FEL at once, with nothing else in it that could run.
pub(super) fn uboot(chip: &Chip) -> Vec<u8> {
    let mut code = vec![0x5a; SPL];
    code[..0x64].fill(0);
    // b 0x60; at 0x60: bx lr.
    code[..4].copy_from_slice(&0xea00_0016_u32.to_le_bytes());
    code[0x14..0x18].copy_from_slice(b"SPL\x02");
    code[0x60..0x64].copy_from_slice(&0xe12f_ff1e_u32.to_le_bytes());
    let mut file = egon::seal(code);
    file.resize(file.len().max(UBOOT), 0);
    let address = chip.dram() + ABOVE;
    file.extend(uimage::image(&[0x5a; 0x4000], address, uimage::FIRMWARE, "U-Boot"));
    file
}
