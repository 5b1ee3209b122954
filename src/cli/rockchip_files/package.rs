//! `package`: firmware packages (RKFW), and the archives in them (RKAF).

use std::{
    io::Write,
    ops::Range,
    path::{Path, PathBuf},
};

use anyhow::Context;
use link::{Source, Watch};
use rockusb::{
    Window,
    package::{Archive, Error, Package as File, Part},
};
use serde_json::{Value, json};

use super::{
    super::{
        Options,
        files::{Input, Watched, bad},
    },
    describe,
    save::Folder,
};
use crate::{failure::Problem, report::Answer, transport::Stop};

/// Commands about packages.
#[derive(Debug, clap::Subcommand)]
pub(in crate::cli) enum Package {
    /// What is in a package; all of it is read and its sums are checked
    Info {
        /// The package (RKFW) or archive (RKAF)
        file: PathBuf,
    },
    /// Take a package apart, after its sums were checked
    Unpack {
        /// The package (RKFW) or archive (RKAF)
        file: PathBuf,
        /// Where the parts go
        folder: PathBuf,
        /// Only these parts (`loader` is the loader file)
        names: Vec<String>,
    },
}

impl Package {
    pub(in crate::cli) fn name(&self) -> &'static str {
        match self {
            Self::Info { .. } => "rockchip package info",
            Self::Unpack { .. } => "rockchip package unpack",
        }
    }
}

/// Carries a command out; no board is needed.
pub(in crate::cli) fn run(
    options: &Options,
    command: &Package,
    stop: &Stop,
    watch: &mut dyn Watch,
) -> anyhow::Result<Answer> {
    match command {
        Package::Info { file } => {
            let checked = Checked::open(file, stop, watch)?;
            Ok(Answer::new(
                describe::package(checked.wrapper.as_ref(), &checked.archive),
                checked.fields(),
            ))
        }
        Package::Unpack { file, folder, names } => {
            unpack(options, Checked::open(file, stop, watch)?, folder, names)
        }
    }
}

/// A package whose sums hold.
pub(in crate::cli) struct Checked {
    pub(in crate::cli) input: Input,
    pub(in crate::cli) wrapper: Option<File>,
    pub(in crate::cli) archive: Archive,
    /// Where the archive begins in the file.
    start: u64,
}

impl Checked {
    /// Opens a package and reads all of it.
    pub(in crate::cli) fn open(
        path: &Path,
        stop: &Stop,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Self> {
        let mut input = Input::open(path)?;
        let sums = if Archive::is_one(&head(&mut input)?) { 1 } else { 2 };
        watch.step("check the package", input.size() * sums);
        let sound = sound(&mut Watched { source: &mut input, watch, stop });
        let (wrapper, archive, start) = match sound {
            Err(_) if stop.asked() => return Err(Problem::Interrupted.into()),
            other => other.map_err(|error| bad(path, error))?,
        };
        Ok(Self { input, wrapper, archive, start })
    }

    fn fields(&self) -> Value {
        let parts = self.archive.parts.iter().map(|part| {
            json!({
                "name": part.name, "path": part.path, "sector": part.sector, "sectors": part.sectors,
                "bytes": if part.has_data() { part.range.end - part.range.start } else { 0 },
            })
        });
        let wrapper = self.wrapper.as_ref();
        json!({
            "format": if wrapper.is_some() { "RKFW" } else { "RKAF" },
            "chip": wrapper.map(|package| describe::chip(package.chip)),
            "version": wrapper.map(|package| format!("{}.{}.{}", package.version.0, package.version.1, package.version.2)),
            "model": self.archive.model, "maker": self.archive.maker, "parts": parts.collect::<Vec<_>>(), "sound": true,
        })
    }

    /// Where a part's bytes are in the file.
    pub(in crate::cli) fn place(&self, part: &Part) -> Range<u64> {
        self.start + part.range.start..self.start + part.range.end
    }
}

/// The first bytes of a file, by which it is recognised.
pub(super) fn head(input: &mut dyn Source) -> Result<[u8; 4], Error> {
    let mut head = [0; 4];
    if input.size() >= 4 {
        input.read_at(0, &mut head).map_err(Error::Io)?;
    }
    Ok(head)
}

fn sound(input: &mut dyn Source) -> Result<(Option<File>, Archive, u64), Error> {
    let wrapper = if Archive::is_one(&head(input)?) { None } else { Some(File::read(input)?) };
    let range = wrapper.as_ref().map_or_else(|| 0..input.size(), |package| package.archive.clone());
    if let Some(package) = &wrapper {
        package.check(input)?;
    }
    let mut window = Window::new(input, range.start, range.end - range.start);
    let archive = Archive::read(&mut window)?;
    archive.check(&mut window)?;
    Ok((wrapper, archive, range.start))
}

fn unpack(
    options: &Options,
    mut package: Checked,
    folder: &Path,
    names: &[String],
) -> anyhow::Result<Answer> {
    let loader = package
        .wrapper
        .as_ref()
        .map(|wrapper| ("loader".to_owned(), "bin", wrapper.loader.clone()));
    let parts = package.archive.parts.iter().filter(|part| part.has_data());
    let parts = parts.map(|part| (part.name.clone(), "img", package.place(part)));
    let all: Vec<_> = loader.into_iter().chain(parts).collect();
    if let Some(missing) = names.iter().find(|name| !all.iter().any(|(known, ..)| known == *name)) {
        let known: Vec<_> = all.iter().map(|(name, ..)| name.as_str()).collect();
        let text = format!("there is no part `{missing}`; there are {}", known.join(", "));
        return Err(Problem::Usage(text).into());
    }
    let mut made = Vec::new();
    let mut files = if options.dry_run { None } else { Some(Folder::open(folder, options.yes)?) };
    for (name, ending, range) in
        all.iter().filter(|(name, ..)| names.is_empty() || names.contains(name))
    {
        match &mut files {
            None => made.push(format!("{name}.{ending}")),
            Some(files) => {
                let (path, mut file) = files.file(name, ending)?;
                copy(&mut package.input, range.clone(), &mut file)
                    .with_context(|| path.display().to_string())?;
                made.push(path.display().to_string());
            }
        }
    }
    Ok(Answer::new(made.join("\n"), json!({"files": made})))
}

fn copy(input: &mut Input, range: Range<u64>, file: &mut impl Write) -> anyhow::Result<()> {
    let mut buffer = vec![0; 256 << 10];
    let mut at = range.start;
    while at < range.end {
        // At most the buffer's length.
        let piece = &mut buffer[..(range.end - at).min(256 << 10) as usize];
        input.read_at(at, piece).map_err(|error| Problem::BadInput(error.to_string()))?;
        file.write_all(piece)?;
        at += piece.len() as u64;
    }
    Ok(())
}
