//! A command line that is not understood, and help.

use std::{error::Error, ffi::OsString, io};

use clap::{Command, FromArgMatches};
use link::{Code, Foreign, is_control};

use super::{
    Cli, command, fel,
    options::unused,
    peers::{self, Unclear},
};
use crate::{
    boards::{Invalid, NotFound},
    exit::Exit,
    failure::Failure,
    report,
    virt::Unwanted,
};

/// Whether the arguments ask for JSON, even where they are no command line.
pub fn wants_json(arguments: &[OsString]) -> bool {
    arguments.iter().take_while(|argument| *argument != "--").any(|argument| argument == "--json")
}

/// Parses the command line. Where it is none, or asks for help, prints what there is to say, and returns the exit code.
pub fn parse(arguments: &[OsString]) -> Result<Cli, Exit> {
    // To build it takes most of a start: once is enough.
    let mut program = command();
    match peers::ours(&program, arguments) {
        Ok(ours) => parsed(&mut program, &ours).map_err(|error| unparsed(arguments, &ours, error)),
        Err(Unclear { text, advice }) => {
            report::ending(wants_json(arguments), Exit::Usage, Code::USAGE, &text, Some(&advice));
            Err(Exit::Usage)
        }
    }
}

fn parsed(program: &mut Command, arguments: &[OsString]) -> Result<Cli, clap::Error> {
    let matches = program.try_get_matches_from_mut(arguments)?;
    unused::refuse(program, &matches)?;
    Cli::from_arg_matches(&matches).map_err(|error| error.format(program))
}

/// Prints what clap has to say instead of running a command. `ours`: the arguments in our words.
fn unparsed(arguments: &[OsString], ours: &[OsString], error: clap::Error) -> Exit {
    if !error.use_stderr() {
        let printed = error.print();
        let full = printed.is_err_and(|error| error.kind() != io::ErrorKind::BrokenPipe);
        return if full { Exit::Failed } else { Exit::Done };
    }
    if let Some(text) = fel::chain::instead(arguments) {
        report::ending(wants_json(arguments), Exit::Usage, Code::USAGE, &text, None);
        return Exit::Usage;
    }
    if let Some(invalid) = unsound(&error) {
        let error = anyhow::Error::new(NotFound::Invalid(invalid));
        let failure = Failure::of(&error);
        let (text, advice) = (error.to_string(), failure.advice.as_deref());
        report::ending(wants_json(arguments), failure.exit, failure.code, &text, advice);
        return failure.exit;
    }
    let error = shown(ours, error);
    let text = error.render().to_string();
    if wants_json(arguments) {
        let text = text.trim_start_matches("error: ").trim_end();
        let (message, advice) = text.split_once("\n\n").unwrap_or((text, ""));
        report::ending(
            true,
            Exit::Usage,
            Code::USAGE,
            message,
            Some(advice).filter(|text| !text.is_empty()),
        );
    } else if text.chars().any(|c| c != '\n' && is_control(c)) {
        report::say(text.trim_end());
    } else {
        let _ = error.print();
    }
    Exit::Usage
}

/// The file of the board that an argument names, where that is what is wrong.
fn unsound(error: &clap::Error) -> Option<&'static Invalid> {
    match error.source()?.downcast_ref()? {
        Unwanted::Board(NotFound::Invalid(invalid)) => Some(invalid),
        _ => None,
    }
}

/// The same error about arguments without anything that a terminal obeys: clap repeats them as they are.
fn shown(arguments: &[OsString], error: clap::Error) -> clap::Error {
    let shown = |argument: &OsString| Foreign(argument.to_string_lossy()).to_string().into();
    let harmless: Vec<OsString> = arguments.iter().map(shown).collect();
    parsed(&mut command(), &harmless).err().filter(clap::Error::use_stderr).unwrap_or(error)
}
