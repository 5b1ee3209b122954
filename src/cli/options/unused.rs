//! Options of every command that some commands have no use for: hidden in their help, and a usage error where they are given.

use clap::{Arg, ArgMatches, Command, error::ErrorKind, parser::ValueSource};

/// Options about a board: which it is, how it is reached, and what is kept of the conversation with it.
const BOARD: &[&str] = &["port", "virtual_boards", "trace", "record", "replay", "wait", "usb"];
/// What families add to that.
const FAMILIES: &[&str] = &["soc", "loader", "medium", "key", "baud"];
/// Options about what is changed.
const CHANGES: &[&str] = &["dry_run", "yes"];

/// What a command, or all commands below it, have no use for.
struct Unused {
    /// The words of the command line.
    command: &'static [&'static str],
    /// The ids of the options.
    options: &'static [&'static [&'static str]],
    /// Why.
    why: &'static str,
}

const fn no_board(command: &'static [&'static str]) -> Unused {
    let options = &[BOARD, FAMILIES, CHANGES];
    Unused { command, options, why: "which uses no board and changes nothing" }
}

const fn makes_files(command: &'static [&'static str]) -> Unused {
    Unused { command, options: &[BOARD, FAMILIES], why: "which uses no board" }
}

const TABLE: &[Unused] = &[
    Unused { command: &["list"], options: &[CHANGES], why: "which changes nothing" },
    no_board(&["boards"]),
    no_board(&["completions"]),
    no_board(&["fel", "chips"]),
    no_board(&["image"]),
    no_board(&["man"]),
    no_board(&["udev"]),
    no_board(&["virtual", "list"]),
    Unused {
        command: &["doctor"],
        options: &[&["virtual_boards", "trace", "record", "replay", "wait", "usb"], CHANGES],
        why: "which checks this computer and changes nothing",
    },
    Unused {
        command: &["provision"],
        options: &[&["port", "virtual_boards", "trace", "record", "replay", "wait"]],
        why: "whose manifest names every board",
    },
    makes_files(&["generate"]),
    makes_files(&["rockchip", "loader"]),
    makes_files(&["rockchip", "package", "info"]),
    makes_files(&["rockchip", "package", "unpack"]),
    makes_files(&["amlogic", "package", "info"]),
    makes_files(&["amlogic", "package", "unpack"]),
    makes_files(&["starfive", "header"]),
    Unused {
        command: &["virtual", "serve"],
        options: &[&["port", "trace", "record", "replay", "wait", "usb", "yes"]],
        why: "which offers boards to other programs",
    },
];

fn of<'p>(path: &'p [&str]) -> impl Iterator<Item = (&'static str, &'static str)> + use<'p> {
    let rules = TABLE.iter().filter(|rule| path.starts_with(rule.command));
    rules.flat_map(|rule| rule.options.iter().flat_map(|ids| ids.iter().map(|id| (*id, rule.why))))
}

/// The same command line, with what commands have no use for hidden in their help.
pub(in crate::cli) fn hidden(command: Command) -> Command {
    hide(command, &[], &mut Vec::new())
}

fn hide(command: Command, globals: &[Arg], path: &mut Vec<String>) -> Command {
    let words: Vec<&str> = path.iter().map(String::as_str).collect();
    let unused: Vec<_> = of(&words).map(|(id, _)| id).collect();
    // An argument that a subcommand has already is not handed down to it.
    let hidden = globals.iter().filter(|arg| unused.contains(&arg.get_id().as_str()));
    let command = hidden.fold(command, |command, arg| command.arg(arg.clone().hide(true)));
    let is_new = |arg: &&Arg| globals.iter().all(|known| known.get_id() != arg.get_id());
    let own = command.get_arguments().filter(|arg| arg.is_global_set()).filter(is_new);
    let globals: Vec<_> = globals.iter().chain(own).cloned().collect();
    command.mut_subcommands(|sub| {
        path.push(sub.get_name().to_owned());
        let sub = hide(sub, &globals, path);
        path.pop();
        sub
    })
}

/// Refuses options on the command line that the command has no use for.
pub(in crate::cli) fn refuse(
    command: &mut Command,
    matches: &ArgMatches,
) -> Result<(), clap::Error> {
    let mut path = Vec::new();
    let mut below = matches;
    while let Some((name, sub)) = below.subcommand() {
        path.push(name);
        below = sub;
    }
    let is_given = |id: &str| {
        below.try_contains_id(id).unwrap_or(false)
            && below.value_source(id) == Some(ValueSource::CommandLine)
    };
    let Some((id, why)) = of(&path).find(|(id, _)| is_given(id)) else { return Ok(()) };
    let long = long(command, &path, id).unwrap_or_else(|| id.to_owned());
    let text = format!("--{long} means nothing to `{}`, {why}", path.join(" "));
    Err(command.error(ErrorKind::ArgumentConflict, text))
}

/// An option as it is typed, by its id.
fn long(command: &Command, path: &[&str], id: &str) -> Option<String> {
    let own = command.get_arguments().find(|arg| arg.get_id() == id);
    let below = || {
        let (name, path) = path.split_first()?;
        long(command.find_subcommand(name)?, path, id)
    };
    own.and_then(|arg| arg.get_long()).map(str::to_owned).or_else(below)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find<'c>(program: &'c Command, path: &[&str]) -> Option<&'c Command> {
        path.iter().try_fold(program, |command, name| command.find_subcommand(name))
    }

    fn ids(command: &Command) -> Vec<&str> {
        let own = command.get_arguments().map(|arg| arg.get_id().as_str());
        own.chain(command.get_subcommands().flat_map(ids)).collect()
    }

    /// A row whose words or ids are no longer the program's would hide and refuse nothing.
    #[test]
    fn every_row_names_a_command_and_options_that_there_are() {
        let program = crate::cli::command();
        let known = ids(&program);
        for (index, rule) in TABLE.iter().enumerate() {
            assert!(find(&program, rule.command).is_some(), "{:?}", rule.command);
            let before =
                TABLE[..index].iter().find(|other| rule.command.starts_with(other.command));
            assert!(before.is_none(), "{:?} has a row already", rule.command);
            for id in rule.options.iter().copied().flatten() {
                assert!(known.contains(id), "{id}, of {:?}", rule.command);
            }
        }
    }
}
