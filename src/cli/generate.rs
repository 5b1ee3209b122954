//! Text made from the program itself: completions, manual pages, udev rules.

mod bash;
mod candidates;
mod folder;
mod schema;

pub(super) use folder::folder;
pub use schema::schema;

use std::ffi::OsString;

use clap::{CommandFactory, ValueEnum, builder::StyledStr};
use clap_complete::{Generator, shells};

use super::{Cli, any::demo, branch, generated, groups, options::unused, peers, reflow};
use crate::{failure::Problem, report::Answer, udev};

/// The command line's description.
pub fn command() -> clap::Command {
    arranged(branch::grown(Cli::command()))
}

/// As much of it as these arguments are about.
pub(super) fn command_for(arguments: &[OsString]) -> clap::Command {
    let program = Cli::command();
    let word = peers::next_word(arguments, 1, &[&program]);
    let word = word.and_then(|word| arguments.get(word)).map(OsString::as_os_str);
    arranged(branch::grown_for(program, word))
}

fn arranged(program: clap::Command) -> clap::Command {
    reflow::arranged(groups::arranged(unused::hidden(
        program.mut_subcommand("flash", demo::arranged),
    )))
}

/// Shells that have a completion script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    /// bash
    Bash,
    /// fish
    Fish,
    /// zsh
    Zsh,
}

/// The completion script of a shell, and the name of its file.
pub fn completion_file(shell: Shell) -> (String, String) {
    let mut command = candidates::completed(command()).disable_help_subcommand(true);
    command.build();
    match shell {
        Shell::Bash => ("racklet-flash.bash".into(), bash::script(&command)),
        Shell::Fish => {
            let (name, script) = clap_completes(shells::Fish, brief(command.clone()));
            (name, candidates::fish_told_once(&script) + &candidates::fish(&command))
        }
        Shell::Zsh => clap_completes(shells::Zsh, brief(command)),
    }
}

/// The command with help that fits beside a candidate: up to the first pause.
fn brief(command: clap::Command) -> clap::Command {
    let short = |help: &StyledStr| {
        let help = help.to_string();
        help.split([':', ';', ',', '(', '.']).next().unwrap_or_default().trim().to_owned()
    };
    let about = command.get_about().map(short);
    let command = command.mut_args(|arg| {
        let help = arg.get_help().map(short);
        arg.help(help.unwrap_or_default())
    });
    command.about(about.unwrap_or_default()).mut_subcommands(brief)
}

fn clap_completes(shell: impl Generator, mut command: clap::Command) -> (String, String) {
    let mut script = Vec::new();
    let name = shell.file_name("racklet-flash");
    clap_complete::generate(shell, &mut command, "racklet-flash", &mut script);
    (name, String::from_utf8_lossy(&script).into_owned())
}

pub(super) fn completions(shell: Shell) -> Answer {
    generated(&completion_file(shell).1)
}

pub(super) fn man(path: &[String]) -> anyhow::Result<Answer> {
    let mut command = command();
    command.build();
    let mut page = &command;
    for name in path {
        let unknown = || {
            Problem::Usage(format!("there is no command `{}`", path.join(" ")))
                .advised("`racklet-flash --help` lists the commands")
        };
        page = page.find_subcommand(name).ok_or_else(unknown)?;
    }
    Ok(generated(&self::page(page)?))
}

/// A manual page.
fn page(command: &clap::Command) -> anyhow::Result<String> {
    let mut text = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut text)?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}

/// The rules, for `/etc/udev/rules.d`.
pub(super) fn udev() -> Answer {
    generated(&udev::rules())
}
