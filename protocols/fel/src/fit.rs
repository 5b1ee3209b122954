//! FIT images as FEL starts them: everything within 32-bit memory.

use alloc::{borrow::ToOwned, string::ToString, vec::Vec};

pub use ::fit::{FitError, MAGIC};

use crate::image::{Arch, Piece, Program};

/// What the FIT at the start of `bytes` makes a board run whose SPL names the device tree `dt_name`: the configuration of
/// that name, or the default.
///
/// # Errors
/// When the FIT is damaged, has nothing for the board, or needs more than the SoC's 32-bit memory.
pub fn program<'a>(bytes: &'a [u8], dt_name: Option<&str>) -> Result<Program<'a>, FitError> {
    let fit = ::fit::Fit::parse(bytes)?;
    let program = fit.program(fit.choose(dt_name)?)?;
    let pieces = program.pieces.iter().map(piece).collect::<Result<Vec<_>, _>>()?;
    let entry = u32::try_from(program.entry).map_err(|_| FitError::NothingThere(program.entry))?;
    let arch = arch(&program)?;
    Ok(Program { pieces, entry, arch })
}

fn piece<'a>(piece: &::fit::Piece<'a>) -> Result<Piece<'a>, FitError> {
    let past = || FitError::PastTheEnd(piece.name.to_owned());
    let address = u32::try_from(piece.address).map_err(|_| past())?;
    match piece.end() > 1 << 32 {
        true => Err(past()),
        false => Ok(Piece { name: piece.name.to_owned(), address, data: piece.data }),
    }
}

/// Only what is started is asked: a management core's firmware (`or1k`) is loaded beside it.
fn arch(program: &::fit::Program<'_>) -> Result<Arch, FitError> {
    match program.arch {
        ::fit::Arch::Arm => Ok(Arch::Arm),
        ::fit::Arch::Arm64 => Ok(Arch::Arm64),
        ::fit::Arch::RiscV => Ok(Arch::RiscV),
        ::fit::Arch::Other(word) => Err(FitError::Architecture {
            image: "firmware".to_owned(),
            arch: word.to_string(),
            wanted: "arm, arm64 or riscv".to_owned(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MKIMAGE: &[u8] = include_bytes!("../../../fixtures/images/h616.itb");

    #[test]
    fn a_fit_is_what_fel_starts() {
        let program = program(MKIMAGE, Some("sun50i-h616-orangepi-zero2")).expect("sound");
        let pieces: Vec<_> =
            program.pieces.iter().map(|piece| (&*piece.name, piece.address)).collect();
        assert_eq!(pieces, [("uboot", 0x4a00_0000), ("atf", 0x4000_0000), ("fdt-1", 0x4a00_000e)]);
        assert_eq!((program.entry, program.arch), (0x4000_0000, Arch::Arm64));
    }

    /// The load address of `uboot`, which is the first image, set to the last word of 32-bit memory.
    #[test]
    fn what_is_past_32_bits_is_refused() {
        let mut file = MKIMAGE.to_vec();
        let at = file.windows(4).position(|word| word == [0x4a, 0, 0, 0]).expect("its load");
        file[at..at + 4].copy_from_slice(&[0xff, 0xff, 0xff, 0xfc]);
        let error = program(&file, None).expect_err("14 bytes do not fit");
        assert_eq!(error, FitError::PastTheEnd("uboot".into()));
    }
}
