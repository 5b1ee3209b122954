//! A command line that is not understood, and help.

mod misuse;

use std::{ffi::OsString, io};

use clap::{Command, FromArgMatches, error::ErrorKind};

use self::misuse::Misuse;
use super::{
    Cli, command, fel, generate,
    options::unused,
    peers::{self, Unclear},
};
use crate::{exit::Exit, report};

/// Whether the arguments ask for JSON, even where they are no command line.
pub fn wants_json(arguments: &[OsString]) -> bool {
    arguments.iter().take_while(|argument| *argument != "--").any(|argument| argument == "--json")
}

/// Parses the command line. Where it is none, or asks for help, prints what there is to say, and returns the exit code.
pub fn parse(arguments: &[OsString]) -> Result<Cli, Exit> {
    // To build it takes most of a start: once is enough, and no more of it than is needed.
    let mut program = generate::command_for(arguments);
    match peers::ours(&program, arguments) {
        Ok(ours) => parsed(&mut program, &ours).map_err(|error| unparsed(arguments, &ours, &error)),
        Err(Unclear { text, advice }) => Err(refused(arguments, &Misuse::new(text, advice))),
    }
}

/// How the command that the arguments begin with is used: what to do about arguments that do not go together.
pub fn help(arguments: &[OsString]) -> String {
    let mut program = command();
    let ours = peers::ours(&program, arguments).unwrap_or_default();
    let path = peers::path(&program, &ours);
    misuse::usage(&mut program, &path)
}

fn parsed(program: &mut Command, arguments: &[OsString]) -> Result<Cli, clap::Error> {
    let matches = program.try_get_matches_from_mut(arguments)?;
    unused::refuse(program, &matches)?;
    Cli::from_arg_matches(&matches).map_err(|error| error.format(program))
}

/// Prints what clap has to say instead of running a command. `ours`: the arguments in our words.
fn unparsed(arguments: &[OsString], ours: &[OsString], error: &clap::Error) -> Exit {
    let is_bare = error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    if !error.use_stderr() || is_bare && !wants_json(arguments) {
        return shown(error);
    }
    match fel::chain::instead(arguments) {
        Some((text, advice)) => refused(arguments, &Misuse::new(text.into(), advice)),
        None => refused(arguments, &Misuse::of(ours, error)),
    }
}

/// Prints help, or the version.
fn shown(error: &clap::Error) -> Exit {
    match error.print() {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Exit::Failed,
        _ if error.use_stderr() => Exit::Usage,
        _ => Exit::Done,
    }
}

fn refused(arguments: &[OsString], misuse: &Misuse) -> Exit {
    let Misuse { exit, code, text, advice } = misuse;
    report::ending(wants_json(arguments), *exit, *code, text, Some(advice));
    *exit
}
