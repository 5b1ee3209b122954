//! `fel boot` and `fel spl`.

use std::path::{Path, PathBuf};

use fel::{chips::Chip, host::Fel};
use link::Watch;
use serde_json::json;

use crate::{
    cli::{lost, operator::Operator, verified},
    family::allwinner::{Recovery, Started},
    files::memory_file::AddressedFile,
    number::parse_u32,
    report::Answer,
};

/// What `fel boot --help` ends with.
pub(super) const EXAMPLES: &str = "\
The SoC sums everything that is written, and the sums are compared before U-Boot starts. A script that
writes to storage or erases some needs --yes, or an answer.

Examples:
  racklet-flash fel boot u-boot-sunxi-with-spl.bin --virtual xunlong/orangepi-pc
  racklet-flash fel boot u-boot-sunxi-with-spl.bin --write 0x50000000=card.img --script flash.cmd
    (flash.cmd: mmc dev 0 && mmc write 0x50000000 0 0x8000)";

#[derive(Clone, Debug, clap::Args)]
pub(super) struct Args {
    /// u-boot-sunxi-with-spl.bin
    file: PathBuf,
    /// Put a file into memory before U-Boot starts; a script or environment is passed to U-Boot; repeatable
    #[arg(short, long = "write", value_name = "ADDR=FILE")]
    writes: Vec<AddressedFile>,
    /// Have U-Boot run this: a boot.scr, or the plain text of a script
    #[arg(short, long, value_name = "FILE")]
    script: Option<PathBuf>,
    /// Address of the script
    #[arg(long, value_name = "ADDR", value_parser = parse_u32, requires = "script")]
    script_address: Option<u32>,
}

/// What is started, from files that are sound.
pub(super) struct Job(Recovery);

impl Job {
    pub(super) fn prepare(args: &Args) -> anyhow::Result<Self> {
        let script = args.script.as_deref();
        Recovery::uboot(&args.file, &args.writes, script, args.script_address).map(Self)
    }

    pub(super) fn spl(file: &Path) -> anyhow::Result<Self> {
        Recovery::spl(file).map(Self)
    }

    /// The steps in words.
    pub(super) fn plan(&mut self, soc: Option<&'static Chip>) -> anyhow::Result<Vec<String>> {
        let lost = self.lost().map(|does| format!("U-Boot then {does}"));
        Ok(self.0.plan(soc)?.into_iter().chain(lost).collect())
    }

    /// What of the board's storage is lost by what U-Boot is to carry out, in words.
    fn lost(&self) -> Option<String> {
        self.0.files().find_map(lost::of_file)
    }

    pub(super) fn run(
        self,
        fel: &mut Fel<'_>,
        operator: &mut Operator<'_>,
    ) -> anyhow::Result<Answer> {
        let lost = self.lost();
        let started = self.0.run(fel, lost, operator)?;
        operator.report.finish();
        operator.note(&started.words());
        let Started { known, soc, spl, entry } = started;
        let mut fields = verified::fields(&known);
        fields["soc"] = json!(soc);
        fields["spl"] = json!(spl);
        fields["started"] = json!(entry.is_some());
        fields["entry"] = json!(entry);
        Ok(Answer::new("", fields))
    }
}
