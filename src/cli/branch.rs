//! Families' commands, which are built for a command line that is about them: to build all of them takes longer than most
//! commands do.

use std::ffi::OsStr;

use clap::{ArgMatches, Args, Command, Error, FromArgMatches};

use super::{amlogic, bouffalo, fastboot, fel, rockchip, serial, starfive, thead};

/// Builds the arguments and commands below a command.
type Build = fn(Command) -> Command;

/// The commands that are branches.
const BRANCHES: &[(&str, Build)] = &[
    ("amlogic", amlogic::Args::augment_args),
    ("bouffalo", bouffalo::Args::augment_args),
    ("fastboot", fastboot::Args::augment_args),
    ("fel", fel::Args::augment_args),
    ("rockchip", rockchip::Args::augment_args),
    ("serial", serial::Args::augment_args),
    ("starfive", starfive::Args::augment_args),
    ("thead", thead::Args::augment_args),
];

/// Arguments that are left out of the program's description until [`grown`] or [`grown_for`] builds them.
#[derive(Debug)]
pub struct Branch<T>(pub T);

impl<T: Args> FromArgMatches for Branch<T> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        T::from_arg_matches(matches).map(Self)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        self.0.update_from_arg_matches(matches)
    }
}

impl<T: Args> Args for Branch<T> {
    fn augment_args(command: Command) -> Command {
        command
    }

    fn augment_args_for_update(command: Command) -> Command {
        command
    }
}

/// The program with all its branches.
pub(super) fn grown(program: Command) -> Command {
    grow(program, |_| true)
}

/// The program with the branches that a command line is about, whose first word that is no option is `word`.
pub(super) fn grown_for(program: Command, word: Option<&OsStr>) -> Command {
    // Help may be asked for any command.
    if word.is_some_and(|word| word == "help") {
        return grown(program);
    }
    let named = word.and_then(|word| program.find_subcommand(word));
    let named = named.map(|named| named.get_name().to_owned());
    grow(program, |name| named.as_deref() == Some(name))
}

fn grow(program: Command, wanted: impl Fn(&str) -> bool) -> Command {
    program.mut_subcommands(|command| {
        let name = command.get_name();
        let branch = BRANCHES.iter().find(|(branch, _)| *branch == name && wanted(name));
        let Some((_, build)) = branch else { return command };
        // What the arguments' type says of itself is not for users.
        let about = command.get_about().cloned().unwrap_or_default();
        build(command).about(about)
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;
    use crate::cli::Cli;

    fn has(program: &Command, name: &str) -> bool {
        program.find_subcommand(name).is_some_and(Command::has_subcommands)
    }

    #[test]
    fn a_line_grows_its_own_branch_and_help_all_of_them() {
        let of = |word: &str| grown_for(Cli::command(), Some(word.as_ref()));
        let (rockchip, help) = (of("rk"), of("help"));
        assert!(has(&rockchip, "rockchip") && !has(&rockchip, "fel"));
        assert!(has(&help, "rockchip") && has(&help, "fel"));
        assert!(!has(&of("list"), "rockchip"));
    }
}
