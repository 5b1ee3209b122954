//! Taking packages apart, of whichever maker.

use std::{io::Write, ops::Range, path::Path};

use anyhow::Context;
use link::{Source, Watch};

use super::{
    Options,
    files::{Input, Watched},
    folder::Folder,
};
use crate::{failure::Problem, report::Answer, transport::Stop};

/// Bytes that are copied at once.
const PIECE: u64 = 256 << 10;

/// A part of a package.
pub(super) struct Part {
    /// What it is called where parts are listed.
    name: String,
    /// What its file is called, without and with what it ends in; not trusted.
    stem: String,
    ending: String,
    /// Where its bytes are in the package.
    range: Range<u64>,
}

impl Part {
    /// A part, whose file ends in `ending`.
    pub(super) fn new(stem: &str, ending: &str, range: Range<u64>) -> Self {
        let (stem, ending) = (stem.to_owned(), ending.to_owned());
        Self { name: stem.clone(), stem, ending, range }
    }

    /// The same under another name in lists; users may name it by either.
    pub(super) fn listed_as(self, name: String) -> Self {
        Self { name, ..self }
    }

    fn is(&self, name: &str) -> bool {
        self.name == name || self.stem == name
    }
}

/// Writes parts of a package into files of a folder: those that are named, or all.
pub(super) fn unpack(
    options: &Options,
    input: &mut Input,
    parts: &[Part],
    (folder, names): (&Path, &[String]),
    stop: &Stop,
    watch: &mut dyn Watch,
) -> anyhow::Result<Answer> {
    let parts = wanted(parts, names)?;
    let mut made = Vec::new();
    let mut files = if options.dry_run { None } else { Some(Folder::open(folder)?) };
    let bytes = parts.iter().map(|part| part.range.end - part.range.start).sum();
    if files.is_some() {
        watch.step("unpack", bytes);
    }
    let mut source = Watched { source: input, watch, stop };
    for Part { stem, ending, range, .. } in parts {
        match &mut files {
            None => made.push(format!("{stem}.{ending}")),
            Some(files) => {
                let (path, file) = files.file(stem, ending)?;
                copy(&mut source, range.clone(), file)
                    .with_context(|| path.display().to_string())?;
                made.push(path.display().to_string());
            }
        }
    }
    files.map_or(Ok(()), Folder::finish)?;
    Ok(Answer::files(&made))
}

/// The parts of these names, in the package's order; all where none is named.
fn wanted<'p>(parts: &'p [Part], names: &[String]) -> Result<Vec<&'p Part>, Problem> {
    if let Some(missing) = names.iter().find(|name| !parts.iter().any(|part| part.is(name))) {
        let known: Vec<_> = parts.iter().map(|part| part.name.as_str()).collect();
        let text = format!("there is no part `{missing}`; there are {}", known.join(", "));
        return Err(Problem::Usage(text));
    }
    let named = |part: &&Part| names.is_empty() || names.iter().any(|name| part.is(name));
    Ok(parts.iter().filter(named).collect())
}

fn copy(source: &mut Watched<'_>, range: Range<u64>, file: &mut impl Write) -> anyhow::Result<()> {
    let mut buffer = vec![0; PIECE as usize];
    let mut at = range.start;
    while at < range.end {
        // At most the buffer's length.
        let piece = &mut buffer[..(range.end - at).min(PIECE) as usize];
        match source.read_at(at, piece) {
            Err(_) if source.stop.asked() => return Err(Problem::Interrupted.into()),
            other => other.map_err(|error| Problem::BadInput(error.to_string()))?,
        }
        file.write_all(piece)?;
        at += piece.len() as u64;
    }
    Ok(())
}
