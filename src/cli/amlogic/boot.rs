//! `boot`: from whatever stage a board is in to the vendor's U-Boot.

use std::path::PathBuf;

use serde_json::json;

use super::Context;
use crate::{
    cli::lost::of_file,
    family::amlogic::stages::{Files, Stages, Up},
    files::memory_file::{AddressedFile, MemoryFile},
    report::Answer,
};

/// What `amlogic boot --help` ends with.
const NOTES: &str = "\
The files are checked before the board is touched, and told apart by their contents (signed ones by their
order). Of two encrypted files, the one whose name ends in tpl follows BL2. The board says which family it
belongs to; where that leaves several that start differently, add --soc. A board whose U-Boot is in its burn
mode already is sent nothing.

Examples:
  racklet-flash amlogic boot u-boot.bin --virtual khadas/vim1
  racklet-flash amlogic boot u-boot.bin.usb.bl2 u-boot.bin.usb.tpl --virtual khadas/vim1
  racklet-flash amlogic boot u-boot.bin.usb.bl2 u-boot.bin.usb.tpl --script 'ums 0 mmc 2'   # a VIM1's eMMC as a USB disk
  racklet-flash amlogic boot u-boot.bin.usb.bl2 u-boot.bin.usb.tpl --write 0x08000000=boot.scr --mainline
  racklet-flash amlogic boot u-boot.bin.usb.signed u-boot.bin.signed";

/// What `boot` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = NOTES)]
pub(super) struct Args {
    /// u-boot.bin; or u-boot.bin.usb.bl2 and u-boot.bin.usb.tpl; or u-boot.bin.usb.signed and u-boot.bin.signed
    #[arg(required = true, num_args = 1..=2)]
    files: Vec<PathBuf>,
    /// Put a file into memory before U-Boot starts (GX and AXG only); repeatable
    #[arg(short, long = "write", value_name = "ADDR=FILE")]
    writes: Vec<AddressedFile>,
    /// The file holds a mainline U-Boot, which leaves this protocol: do not wait for it
    #[arg(long)]
    mainline: bool,
    /// Have a mainline U-Boot run these commands instead of its own boot (GX and AXG; implies --mainline)
    #[arg(long, value_name = "COMMANDS")]
    script: Option<String>,
    /// The files are encrypted for a fused board (before the S905X4): send them unchecked, only the board can judge
    /// them
    #[arg(long, hide_short_help = true)]
    encrypted: bool,
}

pub(super) struct Job(Stages);

impl Job {
    pub(super) fn prepare(args: &Args) -> anyhow::Result<Self> {
        let files = Files::read(&args.files, args.encrypted)?;
        let open = |placed: &AddressedFile| {
            let mut load = MemoryFile::open(placed.address, &placed.path)?;
            load.check(&placed.path).map(|_| load)
        };
        let loads = args.writes.iter().map(open).collect::<anyhow::Result<Vec<_>>>()?;
        let stages = Stages::new(files, loads, args.mainline)?;
        Ok(Self(match &args.script {
            Some(commands) => stages.with_script(commands)?,
            None => stages,
        }))
    }

    pub(super) fn plan(&self) -> Vec<String> {
        self.0.plan(self.lost().map(|does| format!("U-Boot then {does}")))
    }

    /// What of the board's storage is lost by what U-Boot is to carry out, in words.
    pub(super) fn lost(&self) -> Option<String> {
        self.0.loads().iter().find_map(of_file)
    }

    pub(super) fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let who = context.who()?;
        if let Some(does) = self.lost().filter(|_| !who.is_uboot()) {
            self.0.check(&who, context.soc)?;
            context.confirm(&who, does, |_| Ok(()))?;
        }
        Ok(answer(self.0.run(&who, &mut context.way())?))
    }
}

fn answer(up: Up) -> Answer {
    let text = if up.already { "the vendor's U-Boot runs already: nothing was sent" } else { "" };
    let stage = if up.answers { "uboot" } else { "left" };
    let mut fields = json!({"soc": up.soc, "stage": stage, "already": up.already});
    if let Some(checked) = up.checked {
        fields["checked"] = json!(checked);
    }
    Answer::new(text, fields)
}
