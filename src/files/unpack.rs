//! Taking packages apart, of any maker.

use std::{io::Write, ops::Range, path::Path};

use anyhow::Context;
use link::{Source, StepId, Watch};

use super::{Input, Watched, folder::Folder, trouble};
use crate::{failure::Problem, transport::Stop};

/// Bytes that are copied at once.
const PIECE: u64 = 256 << 10;

/// A part of a package.
pub(crate) struct Part {
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
    pub(crate) fn new(stem: &str, ending: &str, range: Range<u64>) -> Self {
        let (stem, ending) = (stem.to_owned(), ending.to_owned());
        Self { name: stem.clone(), stem, ending, range }
    }

    /// The same under another name in lists; users may name it by either.
    pub(crate) fn listed_as(self, name: String) -> Self {
        Self { name, ..self }
    }

    fn is(&self, name: &str) -> bool {
        self.name == name || self.stem == name
    }
}

/// The names of the files that [`unpack`] makes. Fails where a part is named that is not there.
pub(crate) fn names(parts: &[Part], names: &[String]) -> Result<Vec<String>, Problem> {
    let file = |part: &Part| format!("{}.{}", part.stem, part.ending);
    Ok(wanted(parts, names)?.into_iter().map(file).collect())
}

/// Writes parts of a package into files of a folder: those that are named, or all. Returns the files' paths.
pub(crate) fn unpack(
    input: &mut Input,
    parts: &[Part],
    (folder, names): (&Path, &[String]),
    stop: &Stop,
    watch: &mut dyn Watch,
) -> anyhow::Result<Vec<String>> {
    let parts = wanted(parts, names)?;
    let (mut made, mut files) = (Vec::new(), Folder::open(folder)?);
    watch.step(
        StepId::UNPACK,
        "unpack",
        parts.iter().map(|part| part.range.end - part.range.start).sum(),
    );
    let mut source = Watched { source: input, watch, stop };
    for Part { stem, ending, range, .. } in parts {
        let (path, file) = files.file(stem, ending)?;
        copy(&mut source, range.clone(), file).with_context(|| path.display().to_string())?;
        made.push(path.display().to_string());
    }
    files.finish()?;
    Ok(made)
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
            other => other.map_err(|error| trouble(&error))?,
        }
        file.write_all(piece)?;
        at += piece.len() as u64;
    }
    Ok(())
}
