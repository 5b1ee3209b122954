//! A recorded conversation on a serial line as text.
//!
//! One line a call: `> HEX` was sent (`> len=N crc32=HEX` where it was long), `< NANOSECONDS HEX` was heard after so long,
//! nothing at all where a wait ended in silence; `= RATE` set the rate, `! ERROR` failed. `line RATE` comes first,
//! `# key: value` says where the recording is from. Times are part of it: a protocol adds up its waits and has no other
//! clock, so the same times lead to the same conversation.

use std::{fmt, time::Duration};

use ::link::LineError;

use super::{
    Entry, ParseError,
    transcript::{self, hex, unhex},
};

/// A call of the recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineEntry {
    /// To the board.
    Sent(Entry),
    /// From the board, after so long.
    Heard(Duration, Vec<u8>),
    /// The rate was set, in bit/s.
    Rate(u32),
    /// A call failed.
    Failed(LineError),
}

impl LineEntry {
    /// What was sent, in the form that is kept.
    pub fn sent(bytes: &[u8]) -> Self {
        Self::Sent(Entry::out(bytes))
    }
}

/// A whole conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineTranscript {
    /// The rate at its beginning, in bit/s.
    pub baud: u32,
    /// What was said.
    pub entries: Vec<LineEntry>,
}

const ERRORS: [(&str, LineError); 4] = [
    ("blocked", LineError::Blocked),
    ("gone", LineError::Gone),
    ("stopped", LineError::Stopped),
    ("cancelled", LineError::Cancelled),
];

impl LineTranscript {
    /// Reads a transcript.
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        let (mut baud, mut entries) = (None, Vec::new());
        for (index, line) in text.lines().enumerate() {
            let problem = |problem: String| ParseError { line: index + 1, problem };
            let line = line.trim_end();
            match line.strip_prefix("line ") {
                _ if line.is_empty() || line.starts_with('#') => {}
                Some(rate) => baud = Some(number(rate).map_err(problem)?),
                None => entries.push(entry(line).map_err(problem)?),
            }
        }
        let missing =
            || ParseError { line: text.lines().count(), problem: "there is no `line` line".into() };
        Ok(Self { baud: baud.ok_or_else(missing)?, entries })
    }
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("`{text}` is no number"))
}

fn entry(line: &str) -> Result<LineEntry, String> {
    let (kind, rest) = line.split_once(' ').unwrap_or((line, ""));
    match kind {
        ">" => Ok(LineEntry::Sent(transcript::parse_entry(line)?)),
        "<" => {
            let (time, bytes) = rest.split_once(' ').unwrap_or((rest, ""));
            Ok(LineEntry::Heard(Duration::from_nanos(number(time)?), unhex(bytes)?))
        }
        "=" => Ok(LineEntry::Rate(number(rest)?)),
        "!" => error(rest).map(LineEntry::Failed),
        _ => Err(format!("`{kind}` begins no line of a serial transcript")),
    }
}

fn error(text: &str) -> Result<LineError, String> {
    if let Some(code) = text.strip_prefix("os ") {
        return Ok(LineError::Os(number(code)?));
    }
    if let Some(rate) = text.strip_prefix("rate ") {
        return Ok(LineError::BaudRate(number(rate)?));
    }
    let known = ERRORS.iter().find(|(name, _)| *name == text);
    Ok(known.ok_or_else(|| format!("`{text}` is no error of a serial line"))?.1)
}

impl fmt::Display for LineEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sent(entry) => entry.fmt(f),
            Self::Heard(time, bytes) => write!(f, "< {}{}", time.as_nanos(), hex(bytes)),
            Self::Rate(rate) => write!(f, "= {rate}"),
            Self::Failed(LineError::Os(code)) => write!(f, "! os {code}"),
            Self::Failed(LineError::BaudRate(rate)) => write!(f, "! rate {rate}"),
            Self::Failed(error) => {
                // An error without a name of its own is one of the line to a replayed session.
                let name = ERRORS.iter().find(|(_, known)| known == error).map(|(name, _)| *name);
                write!(f, "! {}", name.unwrap_or("gone"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_transcript_is_read_as_it_was_written() {
        let entries = vec![
            LineEntry::sent(b"loady\r"),
            LineEntry::sent(&[0x55; 1029]),
            LineEntry::Heard(Duration::from_nanos(86_805), vec![0x43]),
            LineEntry::Heard(Duration::from_millis(200), Vec::new()),
            LineEntry::Rate(1_500_000),
            LineEntry::Failed(LineError::Stopped),
            LineEntry::Failed(LineError::Os(5)),
            LineEntry::Failed(LineError::BaudRate(7)),
        ];
        let lines: Vec<_> = entries.iter().map(ToString::to_string).collect();
        assert_eq!(lines[2], "< 86805 43");
        let text = format!("# origin: made up\nline 115200\n{}\n", lines.join("\n"));
        let read = LineTranscript::parse(&text).expect("it is one");
        assert_eq!(read, LineTranscript { baud: 115_200, entries });
    }

    #[test]
    fn what_is_none_is_refused_with_its_line() {
        for (text, line, says) in [
            ("", 0, "no `line` line"),
            ("line fast\n", 1, "no number"),
            ("line 9600\n< soon 43\n", 2, "no number"),
            ("line 9600\n\n! broken\n", 3, "no error"),
            ("line 9600\n> 4\n", 2, ""),
            ("line 9600\nc 00\n", 2, "begins no line"),
        ] {
            let error = LineTranscript::parse(text).expect_err(text);
            assert!(error.line == line && error.problem.contains(says), "{text}: {error}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_the_parser_panic(text in "(line 9600\n)?([<>=!] ?[0-9a-f =]{0,20}\n){0,5}.{0,40}") {
            let _ = LineTranscript::parse(&text);
        }
    }
}
