//! Lines that fit the terminal.

use std::io::IsTerminal;

use rustix::termios::tcgetwinsize;

/// The most columns that a card has, also on wider terminals and in files.
pub(super) const WIDEST: usize = 100;
/// The fewest: narrower terminals break lines themselves.
const NARROWEST: usize = 50;

/// Text in lines of at most this many columns.
pub(super) struct Lines {
    columns: usize,
    text: String,
}

impl Lines {
    /// Lines for the terminal that stdout is, or for a file.
    pub(super) fn for_stdout() -> Self {
        let stdout = std::io::stdout();
        let size = stdout.is_terminal().then(|| tcgetwinsize(&stdout).ok()).flatten();
        Self::of(size.map_or(WIDEST, |size| size.ws_col.into()))
    }

    pub(super) fn of(columns: usize) -> Self {
        Self { columns: columns.clamp(NARROWEST, WIDEST), text: String::new() }
    }

    /// An empty line and a heading.
    pub(super) fn heading(&mut self, text: &str) {
        self.text.push('\n');
        self.item("", text);
    }

    /// Words after `lead`; further lines begin below the first word.
    pub(super) fn item(&mut self, lead: &str, words: &str) {
        let hang = lead.chars().count();
        let mut used = hang;
        self.text += lead;
        for word in words.split_whitespace() {
            let length = word.chars().count();
            if used > hang && used + 1 + length > self.columns {
                self.text.push('\n');
                self.text += &" ".repeat(hang);
                used = hang;
            } else if used > hang {
                self.text.push(' ');
                used += 1;
            }
            self.text += word;
            used += length;
        }
        self.text.truncate(self.text.trim_end_matches(' ').len());
        self.text.push('\n');
    }

    /// A command to paste. What does not fit goes on after a backslash, as a shell reads it.
    pub(super) fn command(&mut self, indent: &str, command: &str) {
        let mut parts = command.split(" --");
        let mut line = format!("{indent}{}", parts.next().unwrap_or_default());
        for part in parts {
            if line.chars().count() + part.chars().count() + " -- \\".len() > self.columns {
                self.text += &format!("{line} \\\n");
                line = format!("{indent}    --{part}");
            } else {
                line += &format!(" --{part}");
            }
        }
        self.text += &format!("{line}\n");
    }

    /// Lines that stay as they are: drawings.
    pub(super) fn as_is(&mut self, indent: &str, lines: &str) {
        for line in lines.trim_matches('\n').lines() {
            self.text += format!("{indent}{line}").trim_end();
            self.text.push('\n');
        }
    }

    /// The text without its last newline.
    pub(super) fn finish(mut self) -> String {
        self.text.truncate(self.text.trim_end().len());
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_hang_below_the_first_and_lines_fit() {
        let mut lines = Lines::of(50);
        lines.item("  1. ", &"word ".repeat(20));
        lines.item("", "a-word-that-is-longer-than-the-line-and-stays-as-it-is-for-pasting");
        lines.command(
            "  ",
            "racklet-flash flash rock-5b IMAGE --to spi --file loader=loader.bin --yes",
        );
        lines.as_is("   ", "\n+--+\n|  |  \n");
        let text = lines.finish();
        let all: Vec<_> = text.lines().collect();
        assert_eq!(all[1], "     word word word word word word word word word");
        assert!(all[..3].iter().all(|line| line.chars().count() <= 50), "{text}");
        assert_eq!(all[all.len() - 2..], ["   +--+", "   |  |"]);
        let command = "  racklet-flash flash rock-5b IMAGE --to spi \\\n      --file loader=loader.bin --yes\n";
        assert!(text.contains(command), "{text}");
    }
}
