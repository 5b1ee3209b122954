//! Lines as U-Boot's hush reads them: commands, what joins them, quotes and variables.

use alloc::{collections::VecDeque, string::String, vec::Vec};
use core::{iter::Peekable, mem, str::Chars};

/// When a command runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// In any case (`;`).
    All,
    /// After success (`&&`).
    Success,
    /// After failure (`||`).
    Failure,
}

/// A part of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Variable {
        name: String,
        /// In double quotes its value stays one word.
        quoted: bool,
    },
}

/// A command that was read, its variables not yet replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Command {
    pub(super) after: After,
    words: Vec<Vec<Piece>>,
}

/// Reads a line; `None`: it is not one that hush takes.
pub(super) fn parse(line: &str) -> Option<VecDeque<Command>> {
    let mut parser = Parser {
        rest: line.chars().peekable(),
        commands: VecDeque::new(),
        command: Command { after: After::All, words: Vec::new() },
        word: None,
    };
    while let Some(letter) = parser.rest.next() {
        parser.take(letter)?;
    }
    parser.end_command(After::All)?;
    Some(parser.commands)
}

struct Parser<'l> {
    rest: Peekable<Chars<'l>>,
    commands: VecDeque<Command>,
    command: Command,
    word: Option<Vec<Piece>>,
}

impl Parser<'_> {
    fn take(&mut self, letter: char) -> Option<()> {
        match letter {
            ' ' | '\t' => self.end_word(),
            ';' => self.end_command(After::All)?,
            '&' => self.join('&', After::Success)?,
            '|' => self.join('|', After::Failure)?,
            '#' if self.word.is_none() => while self.rest.next().is_some() {},
            '\'' => self.literal()?,
            '"' => self.quoted()?,
            '$' => self.variable(false)?,
            '\\' => {
                let letter = self.rest.next()?;
                self.push(letter);
            }
            letter => self.push(letter),
        }
        Some(())
    }

    /// The second letter of `&&` or `||`; one alone is nothing that U-Boot has.
    fn join(&mut self, letter: char, after: After) -> Option<()> {
        self.rest.next_if_eq(&letter)?;
        self.end_word();
        (!self.command.words.is_empty()).then_some(())?;
        self.end_command(after)
    }

    fn end_word(&mut self) {
        self.command.words.extend(self.word.take());
    }

    fn end_command(&mut self, next: After) -> Option<()> {
        self.end_word();
        let next = Command { after: next, words: Vec::new() };
        let command = mem::replace(&mut self.command, next);
        match command.words.is_empty() {
            // `false &&` is not all of a line.
            true => (command.after == After::All).then_some(()),
            false => {
                self.commands.push_back(command);
                Some(())
            }
        }
    }

    fn pieces(&mut self) -> &mut Vec<Piece> {
        self.word.get_or_insert_default()
    }

    fn push(&mut self, letter: char) {
        match self.pieces().last_mut() {
            Some(Piece::Text(text)) => text.push(letter),
            _ => self.pieces().push(Piece::Text(letter.into())),
        }
    }

    fn literal(&mut self) -> Option<()> {
        self.pieces().push(Piece::Text(String::new()));
        loop {
            match self.rest.next()? {
                '\'' => return Some(()),
                letter => self.push(letter),
            }
        }
    }

    fn quoted(&mut self) -> Option<()> {
        self.pieces().push(Piece::Text(String::new()));
        loop {
            match self.rest.next()? {
                '"' => return Some(()),
                '$' => self.variable(true)?,
                '\\' => {
                    let letter = self.rest.next()?;
                    self.push(letter);
                }
                letter => self.push(letter),
            }
        }
    }

    fn variable(&mut self, quoted: bool) -> Option<()> {
        let mut name = String::new();
        if self.rest.next_if_eq(&'?').is_some() {
            name.push('?');
        } else if self.rest.next_if_eq(&'{').is_some() {
            loop {
                match self.rest.next()? {
                    '}' => break,
                    letter => name.push(letter),
                }
            }
        } else {
            let part = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '_';
            while let Some(letter) = self.rest.next_if(part) {
                name.push(letter);
            }
        }
        match name.is_empty() {
            true => self.push('$'),
            false => self.pieces().push(Piece::Variable { name, quoted }),
        }
        Some(())
    }
}

impl Command {
    /// Its words, with the values of variables; a variable that is not set is empty.
    pub(super) fn words(&self, value: impl Fn(&str) -> Option<String>) -> Vec<String> {
        self.words.iter().flat_map(|word| expand(word, &value)).collect()
    }
}

/// A value that is not quoted falls into words at its spaces, and an empty one makes no word.
fn expand(word: &[Piece], value: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let (mut words, mut open) = (Vec::new(), None::<String>);
    for piece in word {
        match piece {
            Piece::Text(text) => open.get_or_insert_default().push_str(text),
            Piece::Variable { name, quoted: true } => {
                open.get_or_insert_default().push_str(&value(name).unwrap_or_default());
            }
            Piece::Variable { name, quoted: false } => {
                let value = value(name).unwrap_or_default();
                for (index, part) in value.split_whitespace().enumerate() {
                    if index > 0 {
                        words.extend(open.take());
                    }
                    open.get_or_insert_default().push_str(part);
                }
            }
        }
    }
    words.extend(open);
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    /// The commands of a line, each with what joins it to the one before.
    fn read(line: &str) -> Option<Vec<(After, Vec<String>)>> {
        let value = |name: &str| match name {
            "?" => Some("0".to_string()),
            "a" => Some("one two".to_string()),
            "loadaddr" => Some("40200000".to_string()),
            _ => None,
        };
        let commands = parse(line)?;
        Some(commands.iter().map(|command| (command.after, command.words(value))).collect())
    }

    /// The words of a line with one command.
    fn words(line: &str) -> Vec<String> {
        let mut commands = read(line).expect(line);
        assert_eq!(commands.len(), 1, "{line}");
        commands.remove(0).1
    }

    #[test]
    fn commands_are_joined_in_three_ways() {
        let commands = read("false && echo a || echo b;echo c ; ").expect("it is whole");
        let joined: Vec<_> =
            commands.iter().map(|(after, words)| (*after, words.join(" "))).collect();
        let expected = [
            (After::All, "false"),
            (After::Success, "echo a"),
            (After::Failure, "echo b"),
            (After::All, "echo c"),
        ];
        assert_eq!(joined, expected.map(|(after, words)| (after, words.to_string())));
        assert_eq!(read(" ;; "), Some(Vec::new()));
        assert_eq!(words("echo a # && b"), ["echo", "a"]);
        assert_eq!(words("echo a#b"), ["echo", "a#b"]);
    }

    #[test]
    fn half_a_line_is_none() {
        for line in
            ["echo 'a", "echo \"a", "echo ${a", "a &", "a | b", "&& a", "a &&", "a || ; b", "a \\"]
        {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn variables_are_words_unless_they_are_quoted() {
        assert_eq!(words("echo rf1:$?."), ["echo", "rf1:0."]);
        assert_eq!(words("x ${a}b $a"), ["x", "one", "twob", "one", "two"]);
        assert_eq!(words("x \"${a}b\" '$a' \\$a"), ["x", "one twob", "$a", "$a"]);
        assert_eq!(words("x $none \"$none\" '' $"), ["x", "", "", "$"]);
        assert_eq!(words("x 0x$loadaddr,$loadaddr"), ["x", "0x40200000,40200000"]);
        assert_eq!(words("setenv b 'echo \"q\"; true'"), ["setenv", "b", "echo \"q\"; true"]);
    }
}
