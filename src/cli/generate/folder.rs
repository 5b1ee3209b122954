//! All that is made from the program itself, in a folder: for packages.

use std::{fs, io::Write, path::Path};

use anyhow::Context;
use clap::{Command, ValueEnum};

use super::{Shell, command, completion_file, page, schema};
use crate::{files::output::Output, rack::manifest, report::Answer, udev};

/// A file: its name and what is in it.
type Named = (String, String);

/// Makes the files. A dry run names them.
///
/// # Errors
///
/// A file cannot be made, or is there already and may not be replaced.
pub(in crate::cli) fn folder(folder: &Path, dry_run: bool) -> anyhow::Result<Answer> {
    let files = files()?;
    if !dry_run {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        let made: Vec<_> =
            files.iter().map(|file| made(folder, file)).collect::<anyhow::Result<_>>()?;
        made.into_iter().try_for_each(Output::finish)?;
    }
    let path = |(name, _): &Named| folder.join(name).display().to_string();
    Ok(Answer::files(&files.iter().map(path).collect::<Vec<_>>()))
}

fn made(folder: &Path, (name, text): &Named) -> anyhow::Result<Output> {
    let mut file = Output::inside(folder, name)?;
    file.write_all(text.as_bytes()).with_context(|| folder.join(name).display().to_string())?;
    Ok(file)
}

fn files() -> anyhow::Result<Vec<Named>> {
    let mut files: Vec<_> =
        Shell::value_variants().iter().map(|shell| completion_file(*shell)).collect();
    files.push(("60-racklet-flash.rules".into(), udev::rules()));
    files.push(("schema.json".into(), format!("{:#}\n", schema())));
    files.push(("manifest.schema.json".into(), format!("{:#}\n", manifest::schema())));
    let mut program = command();
    program.build();
    pages(&program, "racklet-flash", &mut files)?;
    Ok(files)
}

/// The manual pages of a command and of all below it that are shown.
fn pages(command: &Command, name: &str, files: &mut Vec<Named>) -> anyhow::Result<()> {
    files.push((format!("{name}.1"), page(command)?));
    let shown = |sub: &&Command| !sub.is_hide_set() && sub.get_name() != "help";
    command
        .get_subcommands()
        .filter(shown)
        .try_for_each(|sub| pages(sub, &format!("{name}-{}", sub.get_name()), files))
}
