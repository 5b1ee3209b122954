//! What may stand for an argument: names that the program knows and clap does not.

use std::any::TypeId;

use clap::{Arg, Command, builder::PossibleValuesParser};
use rockusb::wire::ResetKind;

use crate::{
    boards::{self, storage::Rockusb},
    cli::{amlogic, fel},
    virt::Wanted,
};

/// The command with the possible values of every argument that has some. For completions alone: parsing takes more, such
/// as a part of a name.
pub(super) fn completed(command: Command) -> Command {
    let subcommands: Vec<_> =
        command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let top = command.get_name() == "racklet-flash";
    // In place: an argument that is taken out and put back comes after the others.
    let mut command = command.mut_args(|arg| match values(&arg) {
        Some(values) => arg.value_parser(PossibleValuesParser::new(values)),
        None => arg,
    });
    for name in &subcommands {
        command = command.mut_subcommand(name, completed);
    }
    if top {
        let pages = PossibleValuesParser::new(subcommands);
        command = command
            .mut_subcommand("man", |man| man.mut_arg("command", |arg| arg.value_parser(pages)));
    }
    command
}

fn values(arg: &Arg) -> Option<Vec<&'static str>> {
    let is = |id: TypeId| arg.get_value_parser().type_id() == id;
    if is(TypeId::of::<Wanted>()) {
        return Some(boards::built_in().iter().map(|board| board.name.as_str()).collect());
    }
    if arg.get_id() == "board" {
        return Some(boards::built_in().iter().map(|board| board.name.as_str()).collect());
    }
    if is(TypeId::of::<fel::Soc>()) {
        return Some(::fel::chips::all().map(|chip| chip.name).collect());
    }
    if is(TypeId::of::<amlogic::Soc>()) {
        return Some(::amlogic::families::TABLE.iter().map(|family| family.name).collect());
    }
    if is(TypeId::of::<ResetKind>()) {
        return Some(ResetKind::ALL.iter().map(|(_, name)| *name).collect());
    }
    is(TypeId::of::<Rockusb>()).then(|| Rockusb::words().collect())
}

/// What clap_complete's script for fish lacks: values of arguments that are no options.
pub(super) fn fish(command: &Command) -> String {
    let mut lines = String::new();
    for sub in command.get_subcommands() {
        for name in sub.get_name_and_visible_aliases() {
            let seen = format!("__fish_racklet_flash_using_subcommand {name}");
            fish_line(&mut lines, sub, &seen);
            for below in sub.get_subcommands() {
                let below_name = below.get_name();
                let seen = format!("{seen}; and __fish_seen_subcommand_from {below_name}");
                fish_line(&mut lines, below, &seen);
            }
        }
    }
    lines
}

fn fish_line(lines: &mut String, command: &Command, seen: &str) {
    let values = command.get_positionals().flat_map(Arg::get_possible_values);
    let values: Vec<_> = values.map(|value| value.get_name().to_owned()).collect();
    if !values.is_empty() {
        let values = values.join(" ");
        lines.push_str(&format!("complete -c racklet-flash -n \"{seen}\" -f -a \"{values}\"\n"));
    }
}

/// The script for fish with the options of every command told once, for all of them.
pub(super) fn fish_told_once(script: &str) -> String {
    // A statement may have several lines: its values.
    let mut statements = script.split("complete -c racklet-flash -n ");
    let mut text = statements.next().unwrap_or_default().to_owned();
    let statements: Vec<_> =
        statements.filter_map(|statement| statement.split_once("\" ")).collect();
    let is_top = |condition: &str| condition == "\"__fish_racklet_flash_needs_command";
    let is_option = |rest: &str| rest.starts_with("-l ") || rest.starts_with("-s ");
    let top = statements.iter().filter(|(condition, rest)| is_top(condition) && is_option(rest));
    let global: Vec<_> = top.map(|(_, rest)| *rest).collect();
    for (condition, rest) in statements.iter().filter(|(_, rest)| !global.contains(rest)) {
        text += &format!("complete -c racklet-flash -n {condition}\" {rest}");
    }
    global.iter().for_each(|rest| text += &format!("complete -c racklet-flash {rest}"));
    text
}
