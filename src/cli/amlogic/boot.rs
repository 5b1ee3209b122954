//! `boot`: from whatever stage a board is in to the vendor's U-Boot.

use std::path::PathBuf;

use serde_json::json;

use super::Context;
use crate::{
    cli::lost::of_file,
    failure::Problem,
    family::amlogic::stages::{Files, Stages, Up},
    files::memory_file::{AddressedFile, MemoryFile},
    report::Answer,
};

pub(super) struct Job(Stages);

impl Job {
    pub(super) fn prepare(
        paths: &[PathBuf],
        writes: &[AddressedFile],
        mainline: bool,
        encrypted: bool,
    ) -> anyhow::Result<Self> {
        let files = Files::read(paths, encrypted)?;
        let open = |placed: &AddressedFile| {
            let mut load = MemoryFile::open(placed.address, &placed.path)?;
            load.check(&placed.path).map(|_| load)
        };
        let loads = writes.iter().map(open).collect::<anyhow::Result<Vec<_>>>()?;
        Ok(Self(Stages::new(files, loads, mainline)?))
    }

    /// The same with commands for a mainline U-Boot.
    pub(super) fn with_script(self, commands: &str) -> Result<Self, Problem> {
        self.0.with_script(commands).map(Self)
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
