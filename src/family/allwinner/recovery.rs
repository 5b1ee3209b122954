//! What is started over FEL: an SPL, the U-Boot after it, and files of the user's.

use std::path::Path;

use anyhow::Context as _;
use fel::{
    chips::{self, Chip},
    host::{Fel, Plan, Upload},
    image::Image,
    uimage,
};

use super::{Started, boot, unknown};
use crate::{
    failure::Problem,
    family::Desk,
    files::{
        self, Input, bad,
        memory_file::{AddressedFile, MemoryFile},
    },
    plan::Loss,
};

/// Files that were read and are sound.
pub(crate) struct Recovery {
    name: String,
    file: Vec<u8>,
    loads: Vec<MemoryFile>,
    script: Option<Script>,
    start: bool,
}

/// What U-Boot is to run, and where it goes if not to the SoC's default place.
struct Script {
    load: MemoryFile,
    address: Option<u32>,
}

impl Recovery {
    /// Reads a file with an SPL. Fails where it is none.
    pub(crate) fn spl(path: &Path) -> anyhow::Result<Self> {
        let file = files::read_image(path)?;
        let name = path.display().to_string();
        Image::parse(&file).with_context(|| name.clone())?;
        Ok(Self { name, file, loads: Vec::new(), script: None, start: false })
    }

    /// Reads a file with an SPL and a U-Boot, which is to be started, and what goes into memory beside it. Fails where one of
    /// them is not sound.
    pub(crate) fn uboot(
        path: &Path,
        writes: &[AddressedFile],
        script: Option<&Path>,
        script_address: Option<u32>,
    ) -> anyhow::Result<Self> {
        let loads = writes.iter().map(upload).collect::<anyhow::Result<_>>()?;
        let script = script.map(|path| Script::open(path, script_address)).transpose()?;
        Ok(Self { loads, script, start: true, ..Self::spl(path)? })
    }

    /// The files that U-Boot may carry out.
    pub(crate) fn files(&self) -> impl Iterator<Item = &MemoryFile> {
        self.loads.iter().chain(self.script.iter().map(|script| &script.load))
    }

    /// The steps in words. The SoC is the given one, or the one that the image was built for.
    pub(crate) fn plan(&mut self, soc: Option<&'static Chip>) -> anyhow::Result<Vec<String>> {
        let image = Image::parse(&self.file)?;
        let built_for = image.spl.dt_name().and_then(chips::by_dt_name);
        let unknown =
            || Problem::Usage("the image does not tell its SoC: name it with --soc".into());
        let chip = soc.or(built_for).ok_or_else(unknown)?;
        let uploads = uploads(chip, &mut self.loads, self.script.as_mut())?;
        Ok(Plan::new(chip, &image, &uploads, self.start)?.lines(&uploads))
    }

    /// Carries it out. `does`: what is lost by what U-Boot then does; it is asked for once everything else is known to be
    /// right.
    pub(crate) fn run(
        mut self,
        fel: &mut Fel<'_>,
        does: Option<String>,
        desk: &mut dyn Desk,
    ) -> anyhow::Result<Started> {
        // Parsed again, as a struct cannot borrow from itself.
        let image = Image::parse(&self.file)?;
        let chip = fel.chip()?;
        let mut uploads = uploads(chip, &mut self.loads, self.script.as_mut())?;
        let plan = Plan::new(chip, &image, &uploads, self.start).context(self.name)?;
        if let Some(text) = unknown(chip, &image) {
            desk.note(&text);
        }
        if let Some(does) = does {
            let soc = Some(format!("the {}", chip.name));
            desk.allow(&Loss { does, soc, ..Loss::default() })?;
        }
        Ok(boot(fel, &image, &plan, &mut uploads, self.start, desk)?)
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
