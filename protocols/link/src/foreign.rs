//! Text that is not ours.

use core::fmt::{self, Display, Write};

/// Text that a device, a file or a user supplied. [`Display`] escapes what a terminal obeys or hides, so a name cannot
/// move the cursor, change what was printed before, or begin a line of its own. The field is the text as it came: for
/// comparing, for sending, and for JSON, which has escapes of its own.
///
/// Wrap such text where it enters the program, and keep it wrapped: a message that includes it is then safe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Foreign<T = alloc::string::String>(pub T);

impl<T: Display> Display for Foreign<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.width().is_none() && f.precision().is_none() {
            return write!(Escaping(f), "{}", self.0);
        }
        // A column of a table is padded after the escapes.
        let mut text = alloc::string::String::new();
        write!(Escaping(&mut text), "{}", self.0)?;
        f.pad(&text)
    }
}

impl<T: AsRef<str>> PartialEq<str> for Foreign<T> {
    fn eq(&self, other: &str) -> bool {
        self.0.as_ref() == other
    }
}

impl<T: AsRef<str>> PartialEq<&str> for Foreign<T> {
    fn eq(&self, other: &&str) -> bool {
        self.0.as_ref() == *other
    }
}

impl<T> From<T> for Foreign<T> {
    fn from(text: T) -> Self {
        Self(text)
    }
}

impl From<&str> for Foreign {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

/// Whether a terminal obeys or hides this character: all controls (C0, DEL, C1), what turns the direction of writing,
/// line separators, and the other invisible format characters. Unicode 16.0, categories Cc, Cf, Zl and Zp.
pub fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}'
            | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{110bd}' | '\u{110cd}' | '\u{13430}'..='\u{1343f}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e007f}')
}

struct Escaping<W>(W);

impl<W: Write> Write for Escaping<W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text;
        while let Some((at, c)) = rest.char_indices().find(|(_, c)| is_control(*c)) {
            self.0.write_str(&rest[..at])?;
            write!(self.0, "{}", c.escape_default())?;
            rest = &rest[at + c.len_utf8()..];
        }
        self.0.write_str(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{format, string::String};

    #[test]
    fn what_a_terminal_obeys_is_shown_and_the_rest_is_as_it_was() {
        let name = "a\u{1b}[31m\r\n\u{7}\0\u{7f}\u{9b}2J\u{202e}\u{2066}\u{200f}é漢\\";
        let shown = r"a\u{1b}[31m\r\n\u{7}\u{0}\u{7f}\u{9b}2J\u{202e}\u{2066}\u{200f}é漢\";
        assert_eq!(format!("{}", Foreign(name)), shown);
        assert_eq!(Foreign(name), *name);
        assert!(!format!("{:?}", Foreign(name)).chars().any(is_control));
    }

    #[test]
    fn columns_are_as_wide_as_what_is_shown() {
        assert_eq!(format!("[{:<8}]", Foreign("a\n")), r"[a\n     ]");
        assert_eq!(format!("[{:>4}]", Foreign("ab")), "[  ab]");
    }

    #[test]
    fn nothing_passes_of_all_that_there_is() {
        let all: String = ('\0'..=char::MAX).collect();
        let shown = format!("{}", Foreign(all.as_str()));
        assert!(!shown.chars().any(char::is_control));
        assert!(shown.contains('\u{ac}') && !shown.contains('\u{2067}'));
    }
}
