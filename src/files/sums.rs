//! SHA-256 sums of files as their publishers give them: on the command line, or in a file beside them.

use std::{
    borrow::Cow,
    ffi::OsStr,
    fmt,
    os::unix::ffi::OsStrExt,
    path::{Path, PathBuf},
    str::FromStr,
};

use link::{Source, StepId, Watch};
use sha2::{Digest, Sha256};

use super::{hex, regular};
use crate::{failure::Problem, transport::Stop};

/// Files of sums that may be beside an image, and name many files.
const LISTS: [&str; 4] = ["SHA256SUMS", "sha256sums", "sha256sum.txt", "SHA256SUMS.txt"];
/// What the name of a file of one image's sum ends with.
const ENDINGS: [&str; 2] = [".sha256", ".sha256sum"];
/// The longest file of sums that is read, in bytes.
const MOST: u64 = 4 << 20;
/// Bytes that are summed at once, between two looks for a wish to stop.
const PIECE: usize = 1 << 20;

/// A SHA-256 sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum([u8; 32]);

impl FromStr for Sum {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text.as_bytes()).ok_or("a SHA-256 sum is 64 hexadecimal digits")
    }
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl Sum {
    /// The sum of all that a file holds on disk.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or has changed; or the user wants to stop.
    pub fn of(
        path: &Path,
        stored: &mut dyn Source,
        watch: &mut dyn Watch,
        stop: &Stop,
    ) -> Result<Self, Problem> {
        of(stored, watch, stop).map_err(|problem| named(path, problem))
    }

    fn parse(digits: &[u8]) -> Option<Self> {
        let digit = |byte: u8| char::from(byte).to_digit(16);
        let mut sum = [0; 32];
        if digits.len() != 2 * sum.len() {
            return None;
        }
        for (byte, pair) in sum.iter_mut().zip(digits.chunks(2)) {
            *byte = u8::try_from(digit(pair[0])? << 4 | digit(pair[1])?).ok()?;
        }
        Some(Self(sum))
    }
}

/// Which sums an image file has to have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sums {
    /// They are not checked.
    #[default]
    Unchecked,
    /// Those in the files of sums beside it that name it, where there are any.
    Beside,
    /// This one, whatever is beside it.
    Given {
        /// The sum.
        sum: Sum,
        /// Who says so, for messages: an option, or a key.
        by: &'static str,
    },
}

/// A sum that a file has to have.
struct Expected {
    sum: Sum,
    /// Who says so: an option, or the file of sums.
    origin: PathBuf,
}

impl Sums {
    /// Compares an image file's sum with those that are known of it; `stored` is what the file holds on disk, `None` for
    /// stdin. What a file of sums does not tell is a note. Returns the sum where it had to be found out.
    ///
    /// # Errors
    ///
    /// A sum is another one, a given one is for stdin, the file cannot be read, or the user wants to stop.
    pub fn check(
        self,
        path: &Path,
        stored: Option<&mut dyn Source>,
        watch: &mut dyn Watch,
        stop: &Stop,
    ) -> Result<Option<Sum>, Problem> {
        let Some(stored) = stored else { return self.refuse_stdin().map(|()| None) };
        let expected = match self {
            Self::Unchecked => Vec::new(),
            Self::Given { sum, by } => vec![Expected { sum, origin: by.into() }],
            Self::Beside => beside(path, watch),
        };
        if expected.is_empty() {
            return Ok(None);
        }
        let found = Sum::of(path, stored, watch, stop)?;
        for Expected { sum, origin } in &expected {
            if *sum != found {
                return Err(Problem::BadInput(format!(
                    "{}: its SHA-256 is {found}, and {} says {sum}: it is damaged, or another file; download it again",
                    path.display(),
                    origin.display()
                )));
            }
        }
        for Expected { origin, .. } in expected {
            let origin = origin.file_name().unwrap_or_default();
            watch.note(&format!("{}: SHA-256 as {} says", path.display(), origin.display()));
        }
        Ok(Some(found))
    }

    /// What is on stdin would be written before its sum is known.
    fn refuse_stdin(self) -> Result<(), Problem> {
        match self {
            Self::Given { by, .. } => Err(Problem::Usage(format!(
                "{by} is checked before anything is sent, and stdin can be read only once: put the image into a file"
            ))),
            Self::Unchecked | Self::Beside => Ok(()),
        }
    }
}

/// The sum of all that is stored.
fn of(stored: &mut dyn Source, watch: &mut dyn Watch, stop: &Stop) -> Result<Sum, Problem> {
    let length = stored.size();
    watch.step(StepId::CHECK, "check the image", length);
    let (mut hash, mut buffer, mut at) = (Sha256::new(), vec![0; PIECE], 0);
    while at < length {
        if stop.asked() {
            return Err(Problem::Interrupted);
        }
        let now = usize::try_from(length - at).map_or(PIECE, |rest| rest.min(PIECE));
        stored.read_at(at, &mut buffer[..now]).map_err(|error| {
            regular::unread(&*error, format!("cannot be read at byte {at}: {error}"))
        })?;
        hash.update(&buffer[..now]);
        at += now as u64;
        watch.advance(now as u64);
    }
    Ok(Sum(hash.finalize().into()))
}

fn named(path: &Path, problem: Problem) -> Problem {
    match problem {
        Problem::Changed(text) => Problem::Changed(format!("{}: {text}", path.display())),
        Problem::BadInput(text) => Problem::BadInput(format!("{}: {text}", path.display())),
        Problem::Advised(problem, advice) => named(path, *problem).advised(advice),
        other => other,
    }
}

/// The sums that files beside an image tell of it.
fn beside(path: &Path, watch: &mut dyn Watch) -> Vec<Expected> {
    let Some(name) = path.file_name() else { return Vec::new() };
    let own = ENDINGS.iter().map(|ending| {
        let mut path = path.as_os_str().to_owned();
        path.push(ending);
        (PathBuf::from(path), true)
    });
    let lists = LISTS.iter().map(|list| (path.with_file_name(list), false));
    let there = own.chain(lists).filter(|(path, _)| path.symlink_metadata().is_ok());
    there
        .filter_map(|(origin, own)| match told(&origin, name, own) {
            Ok(sum) => Some(Expected { sum, origin }),
            Err(why) => {
                watch.note(&format!("{}: {why}; the image is not checked by it", origin.display()));
                None
            }
        })
        .collect()
}

/// What a file of sums says of the file of that name; or why it says nothing.
fn told(origin: &Path, name: &OsStr, own: bool) -> Result<Sum, String> {
    let bytes = regular::read(origin, MOST).map_err(|problem| {
        // The problem names the file, and so does the note.
        let text = problem.to_string();
        let prefix = format!("{}: ", origin.display());
        format!("it cannot be read ({})", text.strip_prefix(&prefix).unwrap_or(&text))
    })?;
    if own && let Some(sum) = Sum::parse(bytes.trim_ascii()) {
        return Ok(sum);
    }
    let lines: Vec<_> = bytes.split(|byte| *byte == b'\n').filter_map(line).collect();
    if lines.is_empty() {
        return Err("there is no SHA-256 sum in it".into());
    }
    let is_it = |listed: &[u8]| {
        let listed = listed.strip_prefix(b"./").unwrap_or(listed);
        // A file of one image's sum was often made a folder above.
        let last = listed.rsplit(|byte| *byte == b'/').next().filter(|_| own);
        last.unwrap_or(listed) == name.as_bytes()
    };
    let mut sums = lines.iter().filter(|(_, listed)| is_it(listed)).map(|(sum, _)| *sum);
    let first = sums.next().ok_or_else(|| format!("it does not name {}", name.display()))?;
    match sums.all(|sum| sum == first) {
        true => Ok(first),
        false => Err(format!("it has two sums for {}", name.display())),
    }
}

/// A line as `sha256sum` makes it: the digits, a space, a space or `*`, and the name, in which a backslash before the digits
/// says that `\n`, `\r` and `\\` stand for bytes. (coreutils' manual, "cksum common options".)
fn line(line: &[u8]) -> Option<(Sum, Cow<'_, [u8]>)> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let (escaped, line) = line.strip_prefix(b"\\").map_or((false, line), |rest| (true, rest));
    let (digits, rest) = line.split_at_checked(64)?;
    let name = rest.strip_prefix(b"  ").or_else(|| rest.strip_prefix(b" *"))?;
    let name = if escaped { Cow::Owned(unescaped(name)) } else { Cow::Borrowed(name) };
    Some((Sum::parse(digits)?, name)).filter(|(_, name)| !name.is_empty())
}

fn unescaped(name: &[u8]) -> Vec<u8> {
    let mut bytes = name.iter().copied();
    let mut plain = Vec::with_capacity(name.len());
    while let Some(byte) = bytes.next() {
        plain.push(match byte {
            b'\\' => match bytes.next() {
                Some(b'n') => b'\n',
                Some(b'r') => b'\r',
                other => other.unwrap_or(b'\\'),
            },
            byte => byte,
        });
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIGITS: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    #[test]
    fn lines_are_read_as_sha256sum_makes_them() {
        let sum: Sum = DIGITS.parse().expect("64 digits");
        for (text, name) in [
            (format!("{DIGITS}  a b.img"), &b"a b.img"[..]),
            (format!("{DIGITS} *./a.img\r"), b"./a.img"),
            (format!("\\{DIGITS}  a\\nb\\\\n\\r"), b"a\nb\\n\r"),
            (format!("{DIGITS}  \\n"), b"\\n"),
            (format!("{}  A", DIGITS.to_uppercase()), b"A"),
        ] {
            let (told, named) = line(text.as_bytes()).expect("a line");
            assert_eq!((told, &*named), (sum, name), "{text}");
        }
        for text in [
            DIGITS.to_owned(),
            format!("{DIGITS}  "),
            format!("{DIGITS} a"),
            format!("{}  a", &DIGITS[1..]),
            format!("{DIGITS}0  a"),
            format!("g{}  a", &DIGITS[1..]),
        ] {
            assert_eq!(line(text.as_bytes()), None, "{text}");
        }
    }
}
