//! Running an SPL that returns to the boot ROM.
//!
//! SPL and boot ROM want the same SRAM. The parts of the SPL that would fall on the boot ROM's own memory are written to
//! a parking place; the thunk swaps them in, checks the SPL's sum, runs it and swaps the boot ROM's memory back.

use alloc::{string::String, vec::Vec};
use core::{fmt, ops::Range, time::Duration};

use link::{StepId, Verified, Watch};

use super::{Cause, Error, Fel, Stage, error::Action};
use crate::{
    chips::{self, Chip, Claim, Core, Swap},
    egon::{Architecture, Spl},
    payload::Payload,
};

/// The longest that an SPL may take: DRAM training and a PMIC's ramps are well under a second on working boards.
const SPL: Duration = Duration::from_secs(10);
/// Offset in the eGON header of the address that U-Boot reads its script from; the length of an environment follows.
const SCRIPT_ADDRESS: u32 = 0x18;

/// Why an SPL cannot be run on a board.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unfit {
    /// It does not fit below the memory that has to survive it.
    TooLarge {
        /// Its length in bytes.
        size: u32,
        /// The most that fits.
        limit: u32,
        /// The SoC.
        chip: &'static str,
    },
    /// It is built for another SoC.
    OtherChip {
        /// The SoC that its device tree's name says; `None`: it names a family that is not the board's, and no SoC that
        /// is known.
        built_for: Option<&'static str>,
        /// That name.
        dt_name: String,
        /// The SoC at hand.
        chip: &'static str,
    },
    /// Its first instruction is of another architecture.
    Architecture {
        /// The SoC.
        chip: &'static str,
    },
    /// There is no way to have a RISC-V SPL return.
    RiscV {
        /// The SoC.
        chip: &'static str,
    },
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { size, limit, chip } => {
                write!(
                    f,
                    "the SPL is {size} bytes long, but {limit} is the most that the {chip} can run from FEL"
                )
            }
            Self::OtherChip { built_for, dt_name, chip } => {
                let (the, built_for) = match built_for {
                    Some(soc) => ("the ", *soc),
                    None => ("", "another family of SoCs"),
                };
                let article = chips::article(chip);
                write!(
                    f,
                    "the SPL is built for {the}{built_for} ({dt_name}), but the board is {article} {chip}"
                )
            }
            Self::Architecture { chip } => {
                write!(f, "the SPL does not begin with a branch of the {chip}'s architecture")
            }
            Self::RiscV { chip } => write!(
                f,
                "the {chip} is a RISC-V SoC: an SPL that returns to FEL exists for ARM only, and ARM code would crash it"
            ),
        }
    }
}

/// What is written before an SPL is run, worked out before anything is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SplPlan {
    chip: &'static Chip,
    /// (address, place in the SPL), ascending in the SPL.
    pieces: Vec<(u32, Range<usize>)>,
    thunk: Vec<u8>,
}

impl SplPlan {
    /// Lays `spl` out for `chip`, or says why it cannot be run there.
    ///
    /// # Errors
    /// When the SPL is not for the SoC, or does not fit.
    pub fn new(chip: &'static Chip, spl: &Spl<'_>) -> Result<Self, Unfit> {
        suits(chip, spl)?;
        let length = spl.bytes().len();
        Ok(Self { chip, pieces: lay_out(chip.spl, length, chip.swaps), thunk: thunk(chip) })
    }

    /// What is written where: (what, address, bytes).
    pub fn writes(&self) -> impl Iterator<Item = (&'static str, u32, usize)> + '_ {
        let pieces = self.pieces.iter().map(|(address, range)| ("SPL", *address, range.len()));
        pieces.chain([("thunk", self.chip.thunk, self.thunk.len())])
    }
}

fn suits(chip: &'static Chip, spl: &Spl<'_>) -> Result<(), Unfit> {
    if chip.core == Core::RiscV {
        return Err(Unfit::RiscV { chip: chip.name });
    }
    if let Some(dt_name) = spl.dt_name()
        && let Some(claim) = Claim::of(dt_name).filter(|claim| !claim.fits(chip))
    {
        let dt_name = dt_name.into();
        return Err(Unfit::OtherChip { built_for: claim.soc, dt_name, chip: chip.name });
    }
    if spl.architecture() == Architecture::RiscV {
        return Err(Unfit::Architecture { chip: chip.name });
    }
    let (size, limit) = (spl.bytes().len() as u32, chip.spl_limit());
    if size > limit {
        return Err(Unfit::TooLarge { size, limit, chip: chip.name });
    }
    Ok(())
}

/// Cuts `length` bytes for `base` where the boot ROM's own memory begins and ends.
fn lay_out(base: u32, length: usize, swaps: &[Swap]) -> Vec<(u32, Range<usize>)> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for swap in swaps {
        let start = length.min((swap.rom - base) as usize);
        let end = length.min(start + swap.size as usize);
        pieces.push((base + done as u32, done..start));
        pieces.push((swap.parked, start..end));
        done = end;
    }
    pieces.push((base + done as u32, done..length));
    pieces.retain(|(_, range)| !range.is_empty());
    pieces
}

fn thunk(chip: &Chip) -> Vec<u8> {
    let swaps = chip.swaps.iter().flat_map(|swap| [swap.rom, swap.parked, swap.size]);
    let parameters: Vec<u32> = [chip.spl].into_iter().chain(swaps).chain([0; 3]).collect();
    Payload::Thunk.with(&parameters)
}

impl Fel<'_> {
    /// Runs the SPL `spl` as planned: afterwards DRAM is up and the board is back in FEL, as fast as it can be made.
    ///
    /// # Errors
    /// When a transfer fails, when what arrived differs, and when the SPL fails.
    pub fn run_spl(
        &mut self,
        plan: &SplPlan,
        spl: &Spl<'_>,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let chip = plan.chip;
        self.expect(chip)?;
        let mmu = self.during(Stage::Spl, |fel| {
            watch.step(StepId::START, "SPL", spl.bytes().len() as u64);
            if chip.enable_l2 {
                fel.run(Payload::L2On, &[])?;
            }
            let mmu = fel.suspend_mmu(chip)?;
            fel.fresh_code(chip)?;
            for (address, range) in &plan.pieces {
                fel.write(*address, &mut &spl.bytes()[range.clone()], watch)?;
            }
            fel.write_bytes(chip.thunk, &plan.thunk)?;
            fel.execute(chip.thunk)?;
            fel.check_spl(chip)?;
            Ok(mmu)
        })?;
        match mmu {
            Some(mmu) => self.resume_mmu(mmu, watch),
            None => Ok(()),
        }
    }

    fn check_spl(&mut self, chip: &Chip) -> Result<(), Error> {
        self.returned(chip.thunk, SPL)?;
        let bytes = self.read_bytes(chip.spl + 4, 8)?;
        let mut mark = [0; 8];
        mark.copy_from_slice(&bytes);
        let cause = match &mark {
            b"eGON.FEL" => return Ok(()),
            b"eGON.BAD" => Cause::SplDamaged,
            b"eGON.???" => Cause::CachesOn,
            _ => Cause::ThunkUnfinished(mark),
        };
        Err(self.error(Action::Return(chip.spl), cause))
    }

    /// Tells the U-Boot that will be started where its script (`length` 0) or its environment is.
    pub(super) fn pass_script(
        &mut self,
        chip: &Chip,
        address: u32,
        length: u32,
    ) -> Result<Verified, Error> {
        let words = [address.to_le_bytes(), length.to_le_bytes()].concat();
        self.write_checked(
            "the script's address",
            chip.spl + SCRIPT_ADDRESS,
            &mut words.as_slice(),
            &mut link::Silent,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const H3: [Swap; 3] = [
        Swap { rom: 0x1c00, parked: 0xa400, size: 0x400 },
        Swap { rom: 0x5c00, parked: 0xa800, size: 0x1400 },
        Swap { rom: 0x7c00, parked: 0xbc00, size: 0x400 },
    ];

    #[test]
    fn the_boot_roms_memory_is_parked_in_pieces() {
        let pieces = lay_out(0, 0x6000, &H3);
        let expected = [
            (0, 0..0x1c00),
            (0xa400, 0x1c00..0x2000),
            (0x2000, 0x2000..0x5c00),
            (0xa800, 0x5c00..0x6000),
        ];
        assert_eq!(pieces, expected);
    }

    proptest! {
        #[test]
        fn every_byte_of_any_spl_lands_once_and_never_on_the_boot_rom(which: prop::sample::Index, length in 1usize..0x40000) {
            let arm: Vec<_> = chips::all().filter(|chip| chip.core == Core::Arm).collect();
            let chip = arm[which.index(arm.len())];
            let length = length.min(chip.spl_limit() as usize);
            let pieces = lay_out(chip.spl, length, chip.swaps);
            let mut next = 0;
            for (address, range) in pieces {
                prop_assert_eq!(range.start, next);
                next = range.end;
                let written = address..address + range.len() as u32;
                for swap in chip.swaps {
                    let rom = swap.rom..swap.rom + swap.size;
                    prop_assert!(written.end <= rom.start || rom.end <= written.start, "{:x?} over {:x?}", written, rom);
                    if rom.contains(&(chip.spl + range.start as u32)) {
                        prop_assert_eq!(address, swap.parked + (chip.spl + range.start as u32 - swap.rom));
                    }
                }
            }
            prop_assert_eq!(next, length);
        }
    }
}
