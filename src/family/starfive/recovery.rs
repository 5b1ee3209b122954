//! The vendor's recovery programs.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use link::Watch;
use starfive::{
    header,
    host::{self, Agent, Loaded, Slot, Target, boot_rom, recover_jh7100},
    image::{self, Kind},
};
use uboot::host::Console;

use super::{Firmware, PATIENCE};
use crate::{
    failure::Problem,
    files::{bad, read_image},
    session::BAUD,
    transport::SerialLink,
};

/// The rate of the JH7100's mask ROM.
const JH7100_BAUD: u32 = 9600;

/// A recovery program and what it is to write, checked.
pub enum Recovery {
    /// For a JH7110.
    Jh7110 {
        /// The vendor's program.
        program: Vec<u8>,
        /// What it writes.
        firmware: Firmware,
        /// Where it writes it.
        to: Target,
    },
    /// For a JH7100.
    Jh7100 {
        /// The vendor's program.
        program: Vec<u8>,
        /// What it writes.
        files: Vec<(Slot, Vec<u8>)>,
    },
}

impl Recovery {
    /// Reads the program for a JH7110 and the files that it writes. Fails where one is not what it should be.
    pub fn jh7110(program: &Path, spl: &Path, uboot: &Path, to: Target) -> anyhow::Result<Self> {
        let file = read_image(program)?;
        match image::kind(&file) {
            Kind::Agent(_) => {}
            Kind::Damaged(error) => return Err(bad(program, error).into()),
            _ => {
                let text = "this is not the JH7110's recovery program (jh7110-recovery-*.bin)";
                return Err(bad(program, text).into());
            }
        }
        Ok(Self::Jh7110 { program: file, firmware: Firmware::read(spl, uboot)?, to })
    }

    /// The same for a JH7100.
    pub fn jh7100(program: &Path, files: &[(Slot, PathBuf)]) -> anyhow::Result<Self> {
        let file = read_image(program)?;
        if image::kind(&file) != Kind::Raw {
            let text = "this is not the JH7100's recovery program (jh7100_recovery_boot.bin)";
            return Err(bad(program, text).into());
        }
        let files = files.iter().map(|(slot, path)| Ok((*slot, read_length(path)?)));
        Ok(Self::Jh7100 { program: file, files: files.collect::<anyhow::Result<_>>()? })
    }

    /// What is lost, in the third person.
    pub fn destroys(&self) -> &'static str {
        match self {
            Self::Jh7110 { to: Target::Flash, .. } => {
                "overwrites the SPL and the U-Boot in the SPI flash"
            }
            Self::Jh7110 { to: Target::Emmc, .. } => {
                "overwrites the beginning of the eMMC, its partition table included,"
            }
            Self::Jh7100 { .. } => "overwrites boot programs in the SPI flash",
        }
    }

    /// The line's rate.
    pub fn baud(&self) -> u32 {
        match self {
            Self::Jh7110 { .. } => BAUD,
            Self::Jh7100 { .. } => JH7100_BAUD,
        }
    }

    /// The steps in words.
    pub fn plan(&self) -> Vec<String> {
        let mut lines = vec!["wait for the mask ROM (switch the board on)".to_owned()];
        match self {
            Self::Jh7110 { program, firmware, to } => {
                lines.extend(firmware.note());
                let place = if *to == Target::Flash { "SPI flash" } else { "eMMC" };
                let (program, spl) = (program.len(), firmware.spl().len());
                let uboot = firmware.uboot().len();
                lines.push(format!("send the recovery program, {program} bytes, and start it"));
                lines.push(format!("have it write the SPL, {spl} bytes, to the {place}"));
                lines.push(format!("have it write U-Boot, {uboot} bytes, to the {place}"));
            }
            Self::Jh7100 { program, files } => {
                let program = program.len();
                lines.push(format!("load the recovery program, {program} bytes, and start it"));
                lines.extend(files.iter().map(|(slot, file)| {
                    format!("have it write {}, {} bytes", name(*slot), file.len())
                }));
            }
        }
        lines.push("nothing is read back".to_owned());
        lines
    }

    /// Carries it out. The board may take `patience` to be switched on. Fails where the program does not report success: it
    /// reads nothing back.
    pub fn run(
        &self,
        link: &mut SerialLink,
        patience: Option<Duration>,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        let patience = patience.unwrap_or(PATIENCE);
        match self {
            Self::Jh7110 { program, firmware, to } => {
                if let Some(note) = firmware.note() {
                    watch.note(&note);
                }
                let mut console = Console::new(link, watch);
                if boot_rom(&mut console, program, patience)? != Loaded::Agent {
                    let text = "the program that was started is not the recovery program";
                    return Err(Problem::Refused(text.into()).into());
                }
                let parts = host::Firmware { spl: firmware.spl(), uboot: firmware.uboot() };
                Agent::new(&mut console).update(*to, parts)?;
            }
            Self::Jh7100 { program, files } => {
                let files: Vec<_> = files.iter().map(|(slot, file)| (*slot, &file[..])).collect();
                recover_jh7100(&mut Console::new(link, watch), program, &files, patience)?;
            }
        }
        Ok(())
    }
}

fn name(slot: Slot) -> &'static str {
    match slot {
        Slot::SecondBoot => "the second boot program",
        Slot::DdrInit => "the DRAM initialisation",
    }
}

/// Reads a file that carries its length.
fn read_length(path: &Path) -> anyhow::Result<Vec<u8>> {
    let file = read_image(path)?;
    match header::jh7100::unwrap(&file) {
        Ok(_) => Ok(file),
        Err(error) => Err(bad(path, error).into()),
    }
}
