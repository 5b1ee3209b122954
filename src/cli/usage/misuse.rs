//! What is wrong with a command line and what to type instead: clap's errors in the form of ours.

use std::{error::Error, ffi::OsString, path::Path};

use clap::{
    Command,
    error::{ContextKind, ContextValue, ErrorKind},
};
use link::Code;

use crate::{
    cli::{command, peers},
    exit::Exit,
    failure::Failure,
};

/// Other words that people try first, and our commands for them.
const WORDS: [(&str, &str); 6] = [
    ("devices", "list"),
    ("ls", "list"),
    ("write", "flash BOARD IMAGE"),
    ("program", "flash BOARD IMAGE"),
    ("read", "backup BOARD FILE"),
    ("dump", "backup BOARD FILE"),
];

/// A command line that cannot be run.
pub(super) struct Misuse {
    pub(super) exit: Exit,
    pub(super) code: Code,
    /// What is wrong.
    pub(super) text: String,
    /// What to type instead.
    pub(super) advice: String,
}

impl Misuse {
    pub(super) fn new(text: String, advice: String) -> Self {
        Self { exit: Exit::Usage, code: Code::USAGE, text, advice }
    }

    /// What clap found in `arguments`.
    pub(super) fn of(arguments: &[OsString], error: &clap::Error) -> Self {
        let mut program = command();
        let path = peers::path(&program, arguments);
        let (text, help) = (text(&path, error), usage(&mut program, &path));
        // A value that names a board has an error of its own.
        if let Some(Failure { exit, code, advice, .. }) = error.source().and_then(Failure::within) {
            return Self { exit, code, text, advice: advice.unwrap_or(help) };
        }
        let meant = meant(&path, error).map(|meant| format!("{meant}\n")).unwrap_or_default();
        Self::new(text, meant + &help)
    }
}

/// The usage of the command of `program` at `path`, and where to read more.
pub(super) fn usage(program: &mut Command, path: &[String]) -> String {
    program.build();
    let mut found = program;
    for name in path {
        found = found.find_subcommand_mut(name).expect("the path is made of the same commands");
    }
    let usage = found.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim();
    let line = ["racklet-flash"].into_iter().chain(path.iter().map(String::as_str));
    let line = line.collect::<Vec<_>>().join(" ");
    format!("the usage is `{usage}`; `{line} --help` explains it")
}

/// What is wrong, in one line.
fn text(path: &[String], error: &clap::Error) -> String {
    use ContextKind::{InvalidArg, InvalidSubcommand, InvalidValue, PriorArg, ValidValue};
    let told = |kind| told(error, kind);
    let here = if path.is_empty() { "racklet-flash".into() } else { path.join(" ") };
    let (wrong, value) = (told(InvalidArg), told(InvalidValue));
    match (error.kind(), wrong.first()) {
        (ErrorKind::InvalidSubcommand, _) => {
            let words = path.iter().cloned().chain(told(InvalidSubcommand));
            format!("there is no command `{}`", words.collect::<Vec<_>>().join(" "))
        }
        (ErrorKind::UnknownArgument, Some(arg)) if arg.starts_with('-') => {
            format!("`{here}` has no option {arg}")
        }
        (ErrorKind::UnknownArgument, Some(arg)) => {
            format!("`{arg}` is one argument too many for `{here}`")
        }
        (ErrorKind::MissingRequiredArgument, Some(_)) => {
            format!("`{here}` needs {}", wrong.join(" and "))
        }
        (ErrorKind::ArgumentConflict, Some(arg)) => match told(PriorArg).as_slice() {
            [prior] if prior == arg => format!("{arg} was given more than once"),
            others => format!("{arg} cannot be used with {}", others.join(" and ")),
        },
        (ErrorKind::InvalidValue, Some(arg)) if value.iter().all(String::is_empty) => {
            format!("{arg} needs a value")
        }
        (ErrorKind::InvalidValue, Some(arg)) => {
            let valid = told(ValidValue).join(", ");
            format!("{arg}: `{}` is none of {valid}", value.join(" "))
        }
        (ErrorKind::ValueValidation, Some(arg)) => match error.source() {
            Some(source) => format!("{arg}: {source}"),
            None => format!("{arg}: `{}` is no value for it", value.join(" ")),
        },
        (ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand, _) => {
            format!("`{here}` needs a command")
        }
        _ => claps(error),
    }
}

/// clap's own words, in one line.
fn claps(error: &clap::Error) -> String {
    let text = error.render().to_string();
    let first = text.trim_start_matches("error: ").split("\n\n").next().unwrap_or_default();
    first.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What was probably meant.
fn meant(path: &[String], error: &clap::Error) -> Option<String> {
    use ContextKind::{InvalidSubcommand, SuggestedArg, SuggestedSubcommand, SuggestedValue};
    let wrong = told(error, InvalidSubcommand).pop();
    if let [family] = path
        && matches!(wrong.as_deref(), Some("info" | "version"))
    {
        return Some(format!("did you mean `{family} identify`?"));
    }
    if let Some(word) = wrong.filter(|_| path.is_empty()) {
        if let Some((_, line)) = WORDS.iter().find(|(known, _)| *known == word) {
            return Some(format!("the command is probably `racklet-flash {line}`"));
        }
        if Path::new(&word).is_file() {
            return Some(format!(
                "to write this file to a board: `racklet-flash flash BOARD {word}` (`racklet-flash boards` lists the boards)"
            ));
        }
    }
    let commands = told(error, SuggestedSubcommand);
    let commands = commands.into_iter().map(|name| [path, &[name]].concat().join(" "));
    let others = [SuggestedArg, SuggestedValue].into_iter().flat_map(|kind| told(error, kind));
    let all: Vec<_> = commands.chain(others).map(|what| format!("`{what}`")).collect();
    (!all.is_empty()).then(|| format!("did you mean {}?", all.join(" or ")))
}

/// What clap tells of its error.
fn told(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::usage::parsed;

    fn misuse(line: &str) -> Misuse {
        let words: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
        Misuse::of(&words, &parsed(&mut command(), &words).expect_err(line))
    }

    #[test]
    fn each_kind_says_what_is_wrong_and_how_it_is_used() {
        for (line, text, advice) in [
            ("x flsh", "there is no command `flsh`", "`flash`?"),
            ("x rk info", "there is no command `rockchip info`", "`rockchip identify`"),
            ("x devices", "there is no command `devices`", "`racklet-flash list`"),
            ("x rk disk wrte", "no command `rockchip disk wrte`", "`rockchip disk write`"),
            ("x list --prot 1-1", "`list` has no option --prot", "did you mean `--port`?"),
            ("x list more", "`more` is one argument too many for `list`", "`racklet-flash list"),
            (
                "x rk disk write 0",
                "`rockchip disk write` needs <FILE>",
                "`racklet-flash rockchip disk write --help`",
            ),
            ("x rk disk write x y", "<START>: `x` is not a number", "<START> <FILE>`"),
            ("x completions ksh", "<SHELL>: `ksh` is none of bash, fish, zsh", "completions"),
            ("x list --wait", "--wait <SECONDS> needs a value", "list"),
            (
                "x list -p 1-1 --virtual radxa/rock-5b",
                "--port <PORT> cannot be used with --virtual <BOARD>",
                "list",
            ),
            ("x list --wait 1 --wait 2", "--wait <SECONDS> was given more than once", "list"),
            ("x rk", "`rockchip` needs a command", "`racklet-flash rockchip --help`"),
            ("x man --trace y", "--trace means nothing to `man`", "man"),
        ] {
            let misuse = misuse(line);
            assert!(misuse.text.contains(text), "{line}: {}", misuse.text);
            assert!(misuse.advice.contains(advice), "{line}: {}", misuse.advice);
            assert!(!misuse.text.contains('\n'), "{line}: {}", misuse.text);
            assert_eq!((misuse.exit, misuse.code), (Exit::Usage, Code::USAGE), "{line}");
        }
    }

    #[test]
    fn an_unknown_board_is_told_as_everywhere() {
        let misuse = misuse("x list --virtual nobody/nothing");
        assert_eq!(misuse.code, Code::BOARD_UNKNOWN);
        assert!(misuse.advice.contains("racklet-flash boards"), "{}", misuse.advice);
    }
}
