//! The list of partitions that kernels and loaders take: `SIZE[@OFFSET](NAME[:FLAG…])`, separated by commas.

use alloc::{format, string::String, vec::Vec};

use crate::Unsound;

/// A partition as the list has it. The unit of its numbers is the caller's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its name.
    pub(crate) name: String,
    /// What follows the name after a colon.
    pub(crate) flags: Vec<String>,
    /// Its size; `None`: all that is left.
    pub(crate) size: Option<u64>,
    /// Where it begins; `None`: after the one before.
    pub(crate) offset: Option<u64>,
}

/// Reads a list after the medium's name, up to the next kernel argument. `number` reads a size or an offset, `what`
/// says how one has to look.
pub(crate) fn entries(
    list: &str,
    number: fn(&str) -> Option<u64>,
    what: &str,
) -> Result<Vec<Entry>, Unsound> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut rest = list.trim_start();
    while goes_on(rest)? {
        let (text, after) = rest
            .split_once(')')
            .ok_or_else(|| Unsound::new("a partition of mtdparts= is not closed by )"))?;
        let entry = entry(text, number, what)?;
        if let Some(other) = entries.iter().find(|other| other.name == entry.name) {
            let name = other.name.escape_debug();
            return Err(Unsound(format!("two partitions are called `{name}`")));
        }
        entries.push(entry);
        // The kernel's own flags (`ro`, `lk`) follow without a separator.
        let after = after.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
        rest = match after.trim_start().strip_prefix(',') {
            Some(next) => next.trim_start(),
            None if after.trim_start().starts_with(';') => {
                return Err(Unsound::new("the partitions are on more than one medium"));
            }
            None => break,
        };
    }
    Ok(entries)
}

/// Whether another partition follows. What has the marks of one, but does not begin as one, is a mistake.
fn goes_on(rest: &str) -> Result<bool, Unsound> {
    if rest.starts_with(|letter: char| letter.is_ascii_digit() || letter == '-') {
        return Ok(true);
    }
    match rest.split_whitespace().next() {
        Some(word) if word.contains(['@', '(']) => {
            Err(Unsound(format!("`{}` is no partition", word.escape_debug())))
        }
        _ => Ok(false),
    }
}

/// `SIZE[@OFFSET](NAME[:FLAG…]`, without the closing parenthesis.
fn entry(text: &str, number: fn(&str) -> Option<u64>, what: &str) -> Result<Entry, Unsound> {
    let wrong = |how: &str| Unsound(format!("partition `{}` {how}", text.escape_debug()));
    let (place, name) = text.split_once('(').ok_or_else(|| wrong("has no name"))?;
    let (size, offset) = match place.split_once('@') {
        Some((size, offset)) => (size.trim(), Some(offset.trim())),
        None => (place.trim(), None),
    };
    let number = |text: &str| {
        number(text).ok_or_else(|| wrong(&format!("has a size or a place that is no {what}")))
    };
    let (name, flags) = name.split_once(':').unwrap_or((name, ""));
    let name = name.trim();
    if name.is_empty() {
        return Err(wrong("has no name"));
    }
    if name.contains(|letter: char| letter.is_control() || letter == char::REPLACEMENT_CHARACTER) {
        return Err(wrong("has a name that is no text"));
    }
    Ok(Entry {
        name: name.into(),
        flags: flags.split(',').map(|flag| flag.trim().to_ascii_lowercase()).collect(),
        size: if size == "-" { None } else { Some(number(size)?) },
        offset: offset.map(number).transpose()?,
    })
}
