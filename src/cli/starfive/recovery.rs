//! `starfive recovery`: the vendor's recovery programs.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use ::link::Watch;
use clap::ValueEnum;
use serde_json::json;
use starfive::{
    header,
    host::{Agent, Console, Firmware, Loaded, Slot, Target, boot_rom, recover_jh7100},
    image::{self, Kind},
};

use super::boot::{read_spl, read_uboot};
use crate::{
    failure::Problem,
    family::starfive::unchecked_note,
    files::{bad, read_image},
    report::{Answer, Report},
    session::BAUD,
    transport::SerialLink,
};

/// Arguments of `recovery`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The vendor's recovery program
    #[arg(long, value_name = "FILE")]
    program: PathBuf,
    /// JH7110: the SPL with its header
    #[arg(long, value_name = "FILE", requires = "uboot", conflicts_with_all = ["second_boot", "ddr_init"])]
    spl: Option<PathBuf>,
    /// JH7110: U-Boot
    #[arg(long, value_name = "FILE", requires = "spl")]
    uboot: Option<PathBuf>,
    /// JH7110: where to write
    #[arg(long, value_name = "STORAGE", value_enum, default_value_t, conflicts_with_all = ["second_boot", "ddr_init"])]
    to: Storage,
    /// JH7100: the second boot program
    #[arg(long, value_name = "FILE", required_unless_present_any = ["spl", "ddr_init"])]
    second_boot: Option<PathBuf>,
    /// JH7100: the DRAM initialisation
    #[arg(long, value_name = "FILE")]
    ddr_init: Option<PathBuf>,
}

/// Where the JH7110's recovery program writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Storage {
    /// The SPI flash
    #[default]
    Spi,
    /// The eMMC; its partition table is lost
    Emmc,
}

impl Storage {
    fn target(self) -> Target {
        match self {
            Self::Spi => Target::Flash,
            Self::Emmc => Target::Emmc,
        }
    }
}

/// What is sent.
pub(super) enum Job {
    Jh7110 {
        program: Vec<u8>,
        spl: Vec<u8>,
        uboot: Vec<u8>,
        unchecked: Option<String>,
        to: Storage,
    },
    Jh7100 {
        program: Vec<u8>,
        files: Vec<(Slot, Vec<u8>)>,
    },
}

impl Job {
    pub(super) fn prepare(args: &Args) -> anyhow::Result<Self> {
        let program = read_image(&args.program)?;
        let kind = image::kind(&program);
        let wrong = |what: &str| bad(&args.program, what).into();
        if let (Some(spl), Some(uboot)) = (&args.spl, &args.uboot) {
            return match kind {
                Kind::Agent(_) => {
                    let (spl, (uboot, unchecked)) = (read_spl(spl)?, read_uboot(uboot)?);
                    Ok(Self::Jh7110 { program, spl, uboot, unchecked, to: args.to })
                }
                Kind::Damaged(error) => Err(wrong(&error.to_string())),
                _ => {
                    Err(wrong("this is not the JH7110's recovery program (jh7110-recovery-*.bin)"))
                }
            };
        }
        if kind != Kind::Raw {
            return Err(wrong(
                "this is not the JH7100's recovery program (jh7100_recovery_boot.bin)",
            ));
        }
        let files = [(Slot::SecondBoot, &args.second_boot), (Slot::DdrInit, &args.ddr_init)];
        let files: anyhow::Result<_> = files
            .into_iter()
            .filter_map(|(slot, path)| Some((slot, path.as_deref()?)))
            .map(|(slot, path)| Ok((slot, read_length(path)?)))
            .collect();
        Ok(Self::Jh7100 { program, files: files? })
    }

    pub(super) fn destroys(&self) -> &'static str {
        match self {
            Self::Jh7110 { to: Storage::Spi, .. } => {
                "overwrites the SPL and the U-Boot in the SPI flash"
            }
            Self::Jh7110 { to: Storage::Emmc, .. } => {
                "overwrites the beginning of the eMMC, its partition table included,"
            }
            Self::Jh7100 { .. } => "overwrites boot programs in the SPI flash",
        }
    }

    fn unchecked(&self) -> Option<String> {
        match self {
            Self::Jh7110 { unchecked, .. } => unchecked_note(unchecked.as_deref()),
            Self::Jh7100 { .. } => None,
        }
    }

    pub(super) fn baud(&self) -> u32 {
        match self {
            Self::Jh7110 { .. } => BAUD,
            Self::Jh7100 { .. } => 9600,
        }
    }

    pub(super) fn plan(&self) -> Vec<String> {
        let mut lines = vec!["wait for the mask ROM (switch the board on)".to_owned()];
        match self {
            Self::Jh7110 { program, spl, uboot, unchecked, to } => {
                lines.extend(unchecked_note(unchecked.as_deref()));
                let place = if *to == Storage::Spi { "SPI flash" } else { "eMMC" };
                lines.push(format!(
                    "send the recovery program, {} bytes, and start it",
                    program.len()
                ));
                lines.push(format!("have it write the SPL, {} bytes, to the {place}", spl.len()));
                lines.push(format!("have it write U-Boot, {} bytes, to the {place}", uboot.len()));
            }
            Self::Jh7100 { program, files } => {
                lines.push(format!(
                    "load the recovery program, {} bytes, and start it",
                    program.len()
                ));
                for (slot, file) in files {
                    lines.push(format!("have it write {}, {} bytes", name(*slot), file.len()));
                }
            }
        }
        lines.push("nothing is read back".to_owned());
        lines
    }

    pub(super) fn run(
        self,
        link: &mut SerialLink,
        report: &mut Report,
        patience: Duration,
    ) -> anyhow::Result<Answer> {
        if let Some(note) = self.unchecked() {
            report.note(&note);
        }
        let mut console = Console::new(link, report);
        match &self {
            Self::Jh7110 { program, spl, uboot, to, .. } => {
                if boot_rom(&mut console, program, patience)? != Loaded::Agent {
                    let text = "the program that was started is not the recovery program";
                    return Err(Problem::Refused(text.into()).into());
                }
                Agent::new(&mut console).update(to.target(), Firmware { spl, uboot })?;
            }
            Self::Jh7100 { program, files } => {
                let files: Vec<_> = files.iter().map(|(slot, file)| (*slot, &file[..])).collect();
                recover_jh7100(&mut console, program, &files, patience)?;
            }
        }
        let text = "the recovery program reports success; it reads nothing back";
        Ok(Answer::new(text, json!({"verified": false})))
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
