//! `starfive recovery`: the vendor's recovery programs.

use std::{path::PathBuf, time::Duration};

use clap::ValueEnum;
use serde_json::json;
use starfive::host::{Slot, Target};

use crate::{
    family::starfive::Recovery,
    report::{Answer, Report},
    transport::SerialLink,
};

/// What `starfive recovery --help` ends with.
pub(super) const EXAMPLES: &str = "\
JH7110: the program is StarFive's jh7110-recovery-*.bin. Both files are always written, for the program
puts a second copy of the SPL into U-Boot's place. It reads nothing back: only `flash-spi` verifies. Its
menu can burn fuses; nothing here chooses that.
JH7100 (9600 baud): the program is jh7100_recovery_boot.bin; the files carry their length (*.bin.out).

Examples:
  racklet-flash sf recovery --program jh7110-recovery-20230322.bin --spl u-boot-spl.bin.normal.out --uboot u-boot.itb --yes --virtual visionfive-2
  racklet-flash sf recovery --program jh7100_recovery_boot.bin --second-boot bootloader.bin.out --ddr-init ddrinit.bin.out --yes --virtual visionfive-1";

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
    /// JH7100: the program that sets up DRAM
    #[arg(long, value_name = "FILE")]
    ddr_init: Option<PathBuf>,
}

/// Where the JH7110's recovery program writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Storage {
    /// The SPI flash
    #[default]
    Spi,
    /// The eMMC; its partition table is lost
    Emmc,
}

impl From<Storage> for Target {
    fn from(storage: Storage) -> Self {
        match storage {
            Storage::Spi => Self::Flash,
            Storage::Emmc => Self::Emmc,
        }
    }
}

pub(super) fn prepare(args: &Args) -> anyhow::Result<Recovery> {
    if let (Some(spl), Some(uboot)) = (&args.spl, &args.uboot) {
        return Recovery::jh7110(&args.program, spl, uboot, args.to.into());
    }
    let files = [(Slot::SecondBoot, &args.second_boot), (Slot::DdrInit, &args.ddr_init)];
    let files = files.into_iter().filter_map(|(slot, path)| Some((slot, path.clone()?)));
    Recovery::jh7100(&args.program, &files.collect::<Vec<_>>())
}

pub(super) fn run(
    recovery: &Recovery,
    link: &mut SerialLink,
    report: &mut Report,
    patience: Option<Duration>,
) -> anyhow::Result<Answer> {
    recovery.run(link, patience, report)?;
    let text = "the recovery program reports success; it reads nothing back";
    Ok(Answer::new(text, json!({"verified": false})))
}
