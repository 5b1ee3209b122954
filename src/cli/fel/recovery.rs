//! `spl` and `uboot`.

use std::path::Path;

use anyhow::Context;
use fel::{
    chips::{self, Chip},
    host::{Fel, Plan, Upload},
    image::Image,
    uimage,
};
use link::Watch;
use serde_json::json;

use super::Command;
use crate::{
    cli::{confirm::Consent, lost},
    failure::Problem,
    family::allwinner::{Started, boot, unknown},
    files::{
        self, Input, bad,
        memory_file::{AddressedFile, MemoryFile},
    },
    plan::Loss,
    report::{Answer, Report},
};

/// A file with an SPL, what goes into memory beside it, and whether U-Boot is to be started.
pub(super) struct Job {
    name: String,
    file: Vec<u8>,
    loads: Vec<MemoryFile>,
    script: Option<Script>,
    start: bool,
}

/// What U-Boot is to run, and where it goes if not where it goes by default.
struct Script {
    load: MemoryFile,
    address: Option<u32>,
}

impl Job {
    pub(super) fn prepare(command: &Command) -> anyhow::Result<Option<Self>> {
        let job = match command {
            Command::Spl { file } => Self::of(file, Vec::new(), None, false)?,
            Command::Uboot { file, writes, script, script_address } => {
                let loads = writes.iter().map(upload).collect::<anyhow::Result<_>>()?;
                let script = script
                    .as_deref()
                    .map(|path| Script::open(path, *script_address))
                    .transpose()?;
                Self::of(file, loads, script, true)?
            }
            _ => return Ok(None),
        };
        Ok(Some(job))
    }

    fn of(
        path: &Path,
        loads: Vec<MemoryFile>,
        script: Option<Script>,
        start: bool,
    ) -> anyhow::Result<Self> {
        let job = Self {
            name: path.display().to_string(),
            file: files::read_image(path)?,
            loads,
            script,
            start,
        };
        Image::parse(&job.file).with_context(|| job.name.clone())?;
        Ok(job)
    }

    /// The steps in words. The SoC is the given one, or the one that the image was built for.
    pub(super) fn plan(&mut self, soc: Option<&'static Chip>) -> anyhow::Result<Vec<String>> {
        let image = Image::parse(&self.file)?;
        let built_for = image.spl.dt_name().and_then(chips::by_dt_name);
        let unknown =
            || Problem::Usage("the image does not tell its SoC: name it with --soc".into());
        let chip = soc.or(built_for).ok_or_else(unknown)?;
        let lost = self.lost().map(|does| format!("U-Boot then {does}"));
        let uploads = uploads(chip, &mut self.loads, self.script.as_mut())?;
        let lines = Plan::new(chip, &image, &uploads, self.start)?.lines(&uploads);
        Ok(lines.into_iter().chain(lost).collect())
    }

    /// What of the board's storage is lost by what U-Boot is to carry out, in words.
    fn lost(&self) -> Option<String> {
        let script = self.script.iter().map(|script| &script.load);
        self.loads.iter().chain(script).find_map(lost::of_file)
    }

    pub(super) fn run(
        mut self,
        fel: &mut Fel<'_>,
        consent: &Consent<'_>,
        report: &mut Report,
    ) -> anyhow::Result<Answer> {
        // Read once more, as a job cannot borrow from itself.
        let image = Image::parse(&self.file)?;
        let chip = fel.chip()?;
        let lost = self.lost();
        let mut uploads = uploads(chip, &mut self.loads, self.script.as_mut())?;
        let plan = Plan::new(chip, &image, &uploads, self.start).context(self.name)?;
        if let Some(text) = unknown(chip, &image) {
            report.note(&text);
        }
        if let Some(does) = lost {
            let soc = Some(format!("the {}", chip.name));
            consent.ask(report, || Ok(Loss { does, soc, ..Loss::default() }))?;
        }
        let started = boot(fel, &image, &plan, &mut uploads, self.start, report)?;
        report.finish();
        report.note(&started.words());
        let Started { soc, spl, entry } = started;
        Ok(Answer::new(
            "",
            json!({"soc": soc, "spl": spl, "started": entry.is_some(), "entry": entry, "verified": true}),
        ))
    }
}

impl Script {
    /// Takes a script image or an environment as it is; plain text becomes a script image.
    fn open(path: &Path, address: Option<u32>) -> anyhow::Result<Self> {
        let mut load = MemoryFile::open(address.unwrap_or(0), path)?;
        if load.check(path)?.is_none() {
            let text = String::from_utf8(load.text(path)?).ok();
            let text = text.filter(|text| !text.contains('\0'));
            let text =
                text.ok_or_else(|| bad(path, "neither a script image nor the text of a script"))?;
            load.input = Input::Bytes(uimage::script(&text));
        }
        Ok(Self { load, address })
    }
}

/// A file that goes into memory before U-Boot starts.
fn upload(placed: &AddressedFile) -> anyhow::Result<MemoryFile> {
    let mut load = MemoryFile::open(placed.address, &placed.path)?;
    load.check(&placed.path)?;
    Ok(load)
}

fn uploads<'l>(
    chip: &Chip,
    loads: &'l mut [MemoryFile],
    script: Option<&'l mut Script>,
) -> anyhow::Result<Vec<Upload<'l>>> {
    let script = script.map(|script| {
        script.load.address = script.address.unwrap_or_else(|| chip.script_address());
        &mut script.load
    });
    let uploads = loads.iter_mut().chain(script).map(|load| {
        let name = load.name.clone();
        Upload::new(name, load.address, &mut load.input)
            .map_err(|error| Problem::BadInput(format!("{}: {error}", load.name)).into())
    });
    uploads.collect()
}
