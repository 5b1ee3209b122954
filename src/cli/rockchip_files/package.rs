//! `package`: firmware packages (RKFW), and the archives in them (RKAF).

use std::{
    ops::Range,
    path::{Path, PathBuf},
};

use link::{Source, Watch};
use rockusb::{
    Window,
    package::{Archive, Error, Package as File, Part},
};
use serde_json::{Value, json};

use super::{
    super::{
        Options,
        files::{Input, through},
        unpack,
    },
    describe,
};
use crate::{report::Answer, transport::Stop};

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
            let package = Checked::open(file, stop, watch)?;
            unpack(options, package, (folder, names), stop, watch)
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
        let (wrapper, archive, start) = through(path, &mut input, stop, watch, sound)?;
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
    to: (&Path, &[String]),
    stop: &Stop,
    watch: &mut dyn Watch,
) -> anyhow::Result<Answer> {
    let loader = package
        .wrapper
        .as_ref()
        .map(|wrapper| unpack::Part::new("loader", "bin", wrapper.loader.clone()));
    let parts = package.archive.parts.iter().filter(|part| part.has_data());
    let parts = parts.map(|part| unpack::Part::new(&part.name, "img", package.place(part)));
    let all: Vec<_> = loader.into_iter().chain(parts).collect();
    unpack::unpack(options, &mut package.input, &all, to, stop, watch)
}
