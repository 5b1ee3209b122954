//! `spl` and `uboot`.

use std::path::Path;

use anyhow::Context;
use fel::{
    chips::{self, Chip},
    host::{Fel, Plan, ScriptKind, Upload},
    image::Image,
    uimage,
};
use link::{Source, Watch};
use serde_json::json;

use super::Command;
use crate::{
    failure::Problem,
    files::{
        self, Input, bad,
        memory_file::{AddressedFile, MemoryFile},
    },
    report::{Answer, Report},
};

/// The longest script: far above any that people write.
const SCRIPT_LIMIT: u64 = 1 << 20;

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
        let uploads = uploads(chip, &mut self.loads, self.script.as_mut())?;
        Ok(Plan::new(chip, &image, &uploads, self.start)?.lines(&uploads))
    }

    pub(super) fn run(mut self, fel: &mut Fel<'_>, report: &mut Report) -> anyhow::Result<Answer> {
        // Read once more, as a job cannot borrow from itself.
        let image = Image::parse(&self.file)?;
        let chip = fel.chip()?;
        let mut uploads = uploads(chip, &mut self.loads, self.script.as_mut())?;
        let plan = Plan::new(chip, &image, &uploads, self.start).context(self.name)?;
        fel.ready()?;
        fel.boot(&plan, &mut uploads, report)?;
        report.finish();
        let entry = image.program.as_ref().filter(|_| self.start).map(|program| program.entry);
        report.note(&match entry {
            Some(entry) => format!("U-Boot was started on the {} at {entry:#010x}", chip.name),
            None => format!("the SPL ran on the {} and is back in FEL", chip.name),
        });
        Ok(Answer::new(
            "",
            json!({"soc": chip.name, "spl": image.spl.bytes().len(), "started": entry.is_some(), "entry": entry, "verified": true}),
        ))
    }
}

impl Script {
    /// Takes a script image or an environment as it is; plain text becomes a script image.
    fn open(path: &Path, address: Option<u32>) -> anyhow::Result<Self> {
        let mut load = MemoryFile::open(address.unwrap_or(0), path)?;
        if check(&mut load, path)?.is_none() {
            let text = String::from_utf8(bytes(&mut load.input, path)?).ok();
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
    check(&mut load, &placed.path)?;
    Ok(load)
}

/// Finds out what a file is to U-Boot, and that it is sound. What U-Boot runs is kept in memory, so that what is written
/// is what was checked.
fn check(load: &mut MemoryFile, path: &Path) -> anyhow::Result<Option<ScriptKind>> {
    let upload = Upload::new(load.name.clone(), load.address, &mut load.input);
    let script = upload.map_err(|error| bad(path, error))?.script;
    if script.is_some() {
        load.input = Input::Bytes(bytes(&mut load.input, path)?);
        Upload::new(load.name.clone(), load.address, &mut load.input)
            .map_err(|error| bad(path, error))?;
    }
    Ok(script)
}

fn bytes(input: &mut Input, path: &Path) -> anyhow::Result<Vec<u8>> {
    if input.size() > SCRIPT_LIMIT {
        return Err(bad(path, "too long for a script").into());
    }
    let mut bytes = vec![0; usize::try_from(input.size())?];
    input.read_at(0, &mut bytes).map_err(|error| bad(path, error))?;
    Ok(bytes)
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
