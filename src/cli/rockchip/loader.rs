//! `loader`: files that go to the mask ROM and to flash.

use std::{
    io::Write,
    path::{Path, PathBuf},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use anyhow::Context;
use rockusb::{
    chips,
    idb::{self, IdBlock},
    loader::{self, Blob, Header, Kind, Loader as File, Pack, Recipe},
};
use serde_json::{Value, json};

use crate::{
    failure::Problem,
    files::{
        self, bad,
        folder::Folder,
        ledger,
        output::Output,
        rockchip::{Tree, describe, read_loader as read},
    },
    report::Answer,
};

const INFO: &str = "\
Examples:
  racklet-flash rk loader info rk3588_spl_loader.bin
  racklet-flash rk loader info update.img --json";

const CHECK: &str = "\
Examples:
  racklet-flash rk loader check rk3588_spl_loader.bin
  racklet-flash rk loader check idbloader.img";

const PACK: &str = "\
Examples:
  racklet-flash rk loader pack RKBOOT/RK3588MINIALL.ini
  racklet-flash rk loader pack RKBOOT/RK3588MINIALL.ini -o loader.bin --root .";

const UNPACK: &str = "\
Examples:
  racklet-flash rk loader unpack rk3588_spl_loader.bin parts
  racklet-flash rk loader unpack update.img parts --dry-run";

/// Commands about loader files.
#[derive(Debug, clap::Subcommand)]
pub(in crate::cli) enum Loader {
    /// Show what is in a loader file, or in the loader of a package
    #[command(after_help = INFO)]
    Info {
        /// The loader file or package
        file: PathBuf,
    },
    /// Check all sums of a loader file and its ID block, or of an idbloader made by U-Boot's mkimage
    #[command(after_help = CHECK)]
    Check {
        /// The loader file or idbloader
        file: PathBuf,
    },
    /// Make a loader file from a recipe of rkbin's (RKBOOT/*.ini)
    #[command(after_help = PACK)]
    Pack {
        /// The recipe
        recipe: PathBuf,
        /// The file to make (default: the one that the recipe names)
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// The folder that the recipe's paths start from
        #[arg(long, value_name = "FOLDER", default_value = ".")]
        root: PathBuf,
    },
    /// Unpack a loader file into the code that the SoC runs
    #[command(after_help = UNPACK)]
    Unpack {
        /// The loader file or package
        file: PathBuf,
        /// The folder for the parts
        folder: PathBuf,
    },
}

impl Loader {
    pub(in crate::cli) fn name(&self) -> &'static str {
        match self {
            Self::Info { .. } => "rockchip loader info",
            Self::Check { .. } => "rockchip loader check",
            Self::Pack { .. } => "rockchip loader pack",
            Self::Unpack { .. } => "rockchip loader unpack",
        }
    }
}

/// Carries a command out; no board is needed.
pub(in crate::cli) fn run(dry_run: bool, command: &Loader) -> anyhow::Result<Answer> {
    match command {
        Loader::Info { file } => info(file),
        Loader::Check { file } => check(file),
        Loader::Pack { recipe, output, root } => pack(dry_run, recipe, output.as_deref(), root),
        Loader::Unpack { file, folder } => unpack(dry_run, file, folder),
    }
}

fn info(path: &Path) -> anyhow::Result<Answer> {
    let bytes = read(path)?;
    let loader = File::parse(&bytes).map_err(|error| bad(path, error))?;
    Ok(Answer::new(describe::loader(&loader), fields(&loader)))
}

fn fields(loader: &File<'_>) -> Value {
    let header = &loader.header;
    let entries = loader.entries.iter().map(|entry| {
        json!({
            "kind": entry.kind.name(), "name": entry.name, "bytes": entry.data.len(),
            "delay_ms": u64::try_from(entry.delay.as_millis()).unwrap_or(u64::MAX),
        })
    });
    json!({
        "format": "loader", "chip": describe::chip(header.chip), "version": describe::version(header), "signed": header.signed,
        "scrambled": !header.plain_wire, "entries": entries.collect::<Vec<_>>(),
    })
}

fn check(path: &Path) -> anyhow::Result<Answer> {
    let bytes = read(path)?;
    if idb::is_one(&bytes) {
        let text = describe::id_block(&bytes).map_err(|error| bad(path, error))?;
        return Ok(Answer::new(
            text.clone(),
            json!({"format": "idblock", "text": text, "sound": true}),
        ));
    }
    let loader = File::parse(&bytes).map_err(|error| bad(path, error))?;
    let mut text = describe::loader(&loader);
    if loader.of(Kind::Flash).next().is_some() {
        let block = IdBlock::of(&loader).map_err(|error| bad(path, error))?;
        if let Some(why) = idb::misfit_of_code(&block.bytes, loader.header.chip) {
            return Err(bad(path, format!("its ID block does not start its own SoC: {why}")).into());
        }
        text += &format!("\nID block of the {}: {} sectors, sound", block.layout, block.sectors());
    }
    if chips::by_code(loader.header.chip).is_none() {
        text += "\nthe SoC is not in the table: sums can be checked, nothing else";
    }
    let mut fields = fields(&loader);
    fields["sound"] = json!(true);
    Ok(Answer::new(text, fields))
}

fn pack(
    dry_run: bool,
    recipe: &Path,
    output: Option<&Path>,
    root: &Path,
) -> anyhow::Result<Answer> {
    let text = String::from_utf8_lossy(&files::read_image(recipe)?).into_owned();
    let tree = Tree::open(root)?;
    let (bytes, named) = match loader::prebuilt(&text) {
        Some(path) => ready(&path, &tree)?,
        None => packed(&text, recipe, &tree)?,
    };
    let file = File::parse(&bytes).map_err(|error| bad(recipe, error))?;
    let output = match (output, &named) {
        (Some(output), _) => output.to_owned(),
        (None, Some(named)) => tree.output(named)?,
        (None, None) => {
            let text = "the recipe names no file to be made; say --output FILE";
            return Err(Problem::Usage(text.into()).into());
        }
    };
    save(dry_run, &output, &bytes)?;
    let mut fields = fields(&file);
    fields["file"] = json!(output.display().to_string());
    let mut text = format!("{}: {}", output.display(), describe::loader(&file));
    if let Some(warning) = warning(&file) {
        text += &format!("\n{warning}");
        fields["warning"] = json!(warning);
    }
    Ok(Answer::new(text, fields))
}

/// What a recipe describes: the file, and where the recipe wants it.
type Made = (Vec<u8>, Option<String>);

fn ready(path: &str, tree: &Tree) -> anyhow::Result<Made> {
    let input = tree.input(path)?;
    let bytes = read(&input)?;
    File::parse(&bytes).map_err(|error| bad(&input, error))?;
    Ok((bytes, path.rsplit(['/', '\\']).next().map(Into::into)))
}

fn packed(text: &str, recipe: &Path, tree: &Tree) -> anyhow::Result<Made> {
    let parsed = Recipe::parse(text).map_err(|error| bad(recipe, error))?;
    let blobs = parsed.parts.into_iter().map(|part| {
        let data = files::read_image(&tree.input(&part.path)?)?;
        Ok(Blob { kind: part.kind, name: part.name, delay: part.delay, data })
    });
    let blobs = blobs.collect::<anyhow::Result<_>>()?;
    let header = Header { time: calendar(now()), ..parsed.header };
    let mut pack = Pack { header, align: parsed.align, blobs };
    if let Some(heads) = &parsed.heads {
        heads.add(&mut pack).map_err(|error| bad(recipe, error))?;
    }
    Ok((pack.build().map_err(|error| bad(recipe, error))?, parsed.output))
}

/// What is to be said of a loader file that its own SoC would not start from flash.
fn warning(file: &File<'_>) -> Option<String> {
    let why = idb::misfit_of_code(&IdBlock::of(file).ok()?.bytes, file.header.chip)?;
    Some(format!("its ID block does not start the SoC that it is for: {why}"))
}

/// Writes the file. Where its place is a link, the link is replaced: a recipe does not choose what it leads to.
fn save(dry_run: bool, path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let name = path.file_name().unwrap_or_default();
    let mut file = Output::inside(ledger::folder(path), Path::new(name))?;
    if dry_run {
        return Ok(());
    }
    file.write_all(bytes).with_context(|| path.display().to_string())?;
    file.finish()
}

/// Now, or what builders that want the same bytes every time say it is.
fn now() -> Duration {
    let told = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.parse().ok());
    told.map(Duration::from_secs)
        .or_else(|| SystemTime::now().duration_since(UNIX_EPOCH).ok())
        .unwrap_or_default()
}

/// Year, month, day, hour, minute, second (UTC) of a time since 1970.
fn calendar(since: Duration) -> (u16, [u8; 5]) {
    let (mut days, second) = (since.as_secs() / 86400, since.as_secs() % 86400);
    let leap = |year: u64| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    let mut year = 1970;
    while days >= 365 + u64::from(leap(year)) {
        days -= 365 + u64::from(leap(year));
        year += 1;
    }
    let lengths = [31, 28 + u64::from(leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 0;
    while days >= lengths[month] {
        days -= lengths[month];
        month += 1;
    }
    let field = |value: u64| u8::try_from(value).unwrap_or(u8::MAX);
    let time = [month as u64 + 1, days + 1, second / 3600, second / 60 % 60, second % 60];
    (u16::try_from(year).unwrap_or(u16::MAX), time.map(field))
}

fn unpack(dry_run: bool, path: &Path, folder: &Path) -> anyhow::Result<Answer> {
    let bytes = read(path)?;
    let loader = File::parse(&bytes).map_err(|error| bad(path, error))?;
    if dry_run {
        return Ok(Answer::new(describe::loader(&loader), fields(&loader)));
    }
    let mut files = Folder::open(folder)?;
    let mut made = Vec::new();
    for entry in &loader.entries {
        let name = format!("{}-{}", entry.kind.name(), entry.name);
        made.push(files.save(&name, "bin", &loader.plain_form(entry))?.display().to_string());
    }
    files.finish()?;
    Ok(Answer::files(&made))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar_knows_leap_years() {
        for (second, is) in [
            (0, (1970, [1, 1, 0, 0, 0])),
            (951_782_400, (2000, [2, 29, 0, 0, 0])),
            (1_709_251_199, (2024, [2, 29, 23, 59, 59])),
            (4_107_542_400, (2100, [3, 1, 0, 0, 0])),
        ] {
            assert_eq!(calendar(Duration::from_secs(second)), is);
        }
    }
}
