//! Peers' words for our commands: they mean what their users know them to mean, and are in no help, manual or completion.
//! Each family has a table of them; they are replaced by our words before the command line is parsed, so that errors, help
//! and JSON name the real command.

use std::ffi::OsString;

use clap::{Arg, Command};
use link::Foreign;

use super::{amlogic, fastboot, fel, rockchip};

/// What a peer's word means.
#[derive(Debug)]
pub(super) enum Word {
    /// This command of the family. The word's arguments go to `…`, or to the end.
    Ours(&'static str),
    /// This command of the program, whatever the family.
    Program(&'static str),
    /// Too dangerous to guess: the commands that may be meant, each with what it is for.
    Unclear(&'static [(&'static str, &'static str)]),
    /// Nothing here does it: the commands that come nearest, each with what it does.
    Missing(&'static [(&'static str, &'static str)]),
}

/// The words of a family's peers.
pub(super) type Words = &'static [(&'static str, Word)];

/// The families that have such words.
const FAMILIES: [(&str, Words); 4] = [
    ("amlogic", amlogic::PEERS),
    ("fastboot", fastboot::PEERS),
    ("fel", fel::PEERS),
    ("rockchip", rockchip::PEERS),
];

/// A word that stands for no one command.
#[derive(Debug)]
pub(super) struct Unclear {
    /// What is wrong.
    pub(super) text: String,
    /// The commands that there are.
    pub(super) advice: String,
}

/// The arguments of `program` with our words for a peer's.
pub(super) fn ours(program: &Command, arguments: &[OsString]) -> Result<Vec<OsString>, Unclear> {
    match find(program, arguments) {
        Some(found) => found.ours(arguments),
        None => Ok(arguments.to_vec()),
    }
}

/// A peer's word among arguments: where it is, where the name of its family is, and what it means.
struct Found {
    family: usize,
    word: usize,
    meaning: &'static Word,
}

fn find(program: &Command, arguments: &[OsString]) -> Option<Found> {
    let family = next_word(arguments, 1, &[program])?;
    let command = program.find_subcommand(&arguments[family])?;
    let (_, words) = FAMILIES.iter().find(|(name, _)| *name == command.get_name())?;
    let word = next_word(arguments, family + 1, &[program, command])?;
    let (_, meaning) = words.iter().find(|(name, _)| arguments[word] == *name)?;
    Some(Found { family, word, meaning })
}

impl Found {
    fn ours(&self, arguments: &[OsString]) -> Result<Vec<OsString>, Unclear> {
        let Self { family, word, meaning } = *self;
        let (line, named) = match meaning {
            Word::Ours(line) => (line, true),
            Word::Program(line) => (line, false),
            Word::Unclear(commands) => {
                let why = "could mean several things";
                return Err(unclear(&arguments[family], &arguments[word], why, commands));
            }
            Word::Missing(commands) => {
                let why = "is not a command here";
                return Err(unclear(&arguments[family], &arguments[word], why, commands));
            }
        };
        let (before, after) = line.split_once('…').unwrap_or((line, ""));
        let words = |text: &'static str| text.split_whitespace().map(OsString::from);
        let given = |range: &[OsString]| range.to_vec();
        let mut all = given(&arguments[..family]);
        all.extend(given(&arguments[family..word]).into_iter().skip(usize::from(!named)));
        all.extend(words(before));
        all.extend(given(&arguments[word + 1..]));
        all.extend(words(after));
        Ok(all)
    }
}

fn unclear(family: &OsString, word: &OsString, why: &str, commands: &[(&str, &str)]) -> Unclear {
    let family = Foreign(family.to_string_lossy()).to_string();
    let line =
        |(command, what): &(&str, &str)| format!("`racklet-flash {family} {command}` {what}");
    let lines: Vec<_> = commands.iter().map(line).collect();
    Unclear {
        text: format!("`{family} {}` {why}", Foreign(word.to_string_lossy())),
        advice: lines.join(", or "),
    }
}

/// The names of the commands that the arguments begin with, in our words.
pub(super) fn path(program: &Command, arguments: &[OsString]) -> Vec<String> {
    let (mut commands, mut names, mut start) = (vec![program], Vec::new(), 1);
    while let Some(word) = next_word(arguments, start, &commands) {
        let inner = commands.last().and_then(|outer| outer.find_subcommand(&arguments[word]));
        let Some(command) = inner else { break };
        names.push(command.get_name().to_owned());
        commands.push(command);
        start = word + 1;
    }
    names
}

/// The place of the first argument from `start` on that is neither an option of `commands` nor an option's value.
pub(super) fn next_word(
    arguments: &[OsString],
    start: usize,
    commands: &[&Command],
) -> Option<usize> {
    let mut place = start;
    loop {
        let argument = arguments.get(place)?.to_string_lossy();
        match argument.strip_prefix('-') {
            None | Some("") => return Some(place),
            // Nothing after it is a command.
            Some("-") => return None,
            Some(option) => place += 1 + usize::from(has_value_next(option, commands)),
        }
    }
}

/// Whether the argument after an option is its value. `option` comes without its first hyphen.
pub(super) fn has_value_next(option: &str, commands: &[&Command]) -> bool {
    let takes_value = |is: &dyn Fn(&Arg) -> bool| {
        let mut all = commands.iter().flat_map(|command| command.get_arguments());
        all.any(|arg| is(arg) && arg.get_action().takes_values())
    };
    match option.strip_prefix('-') {
        Some(long) => takes_value(&|arg| arg.get_long() == Some(long)),
        // Of several short ones, the first that takes a value takes the rest.
        None => {
            let first = option
                .char_indices()
                .find(|(_, c)| takes_value(&|arg| arg.get_short() == Some(*c)));
            first.is_some_and(|(at, c)| at + c.len_utf8() == option.len())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::command;

    fn words(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    fn translated(line: &str) -> Result<String, Unclear> {
        let ours = ours(&command(), &words(line))?;
        Ok(ours.join(" ".as_ref()).into_string().expect("ASCII"))
    }

    #[test]
    fn words_are_found_after_options_and_their_values() {
        for (line, expected) in [
            ("x rk ld", "x list"),
            ("x -p 1-1 rk --loader wl ppt --json", "x -p 1-1 rk --loader wl partition list --json"),
            ("x -vp rk rk -y --on=wl rl 0 8 f", "x -vp rk rk -y --on=wl disk read 0 8 f"),
            ("x rk disk read 0 8 wl", "x rk disk read 0 8 wl"),
            ("x rk -- wl", "x rk -- wl"),
            ("x rk --port", "x rk --port"),
            ("x list wl", "x list wl"),
            ("x", "x"),
        ] {
            assert_eq!(translated(line).expect(line), expected);
        }
    }

    #[test]
    fn the_commands_of_a_line_are_found_among_its_options() {
        for (line, names) in [
            ("x", ""),
            ("x nothing", ""),
            ("x rk -p disk disk --on x write 0 f", "rockchip disk write"),
            ("x --json aml nothing", "amlogic"),
        ] {
            assert_eq!(path(&command(), &words(line)).join(" "), names);
        }
    }

    #[test]
    fn an_unclear_word_names_the_commands() {
        let told = translated("x rk write 0 f").expect_err("unclear");
        assert!(told.text.contains("`rk write`"), "{}", told.text);
        for command in ["`racklet-flash rk disk write START FILE`", "rk partition write NAME FILE`"]
        {
            assert!(told.advice.contains(command), "{}", told.advice);
        }
    }

    /// A word of ours that is in a table, too, could never be typed.
    #[test]
    fn no_word_hides_a_command_of_ours_and_each_leads_to_one() {
        let program = command();
        for (family, words) in FAMILIES {
            let command = program.find_subcommand(family).expect(family);
            for (word, meaning) in words {
                assert!(command.find_subcommand(word).is_none(), "{family} {word}");
                let (first, line) = match meaning {
                    Word::Ours(line) => (vec!["x", family], line),
                    Word::Program(line) => (vec!["x"], line),
                    Word::Unclear(_) | Word::Missing(_) => continue,
                };
                let line = line.split('…').next().unwrap_or_default().split_whitespace();
                let line = first.into_iter().chain(line);
                let error = program.clone().try_get_matches_from(line).err();
                let kind = error.map(|error| error.kind());
                assert!(kind != Some(clap::error::ErrorKind::InvalidSubcommand), "{family} {word}");
            }
        }
    }
}
