//! Text made from the program itself: completions, manual pages, udev rules.

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Cli, generated};
use crate::{failure::Problem, report::Answer, udev};

/// The command line's description.
pub fn command() -> clap::Command {
    Cli::command()
}

/// The completion script of a shell, and the name of its file.
pub fn completion_file(shell: Shell) -> (String, String) {
    use clap_complete::Generator;
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command(), "racklet-flash", &mut script);
    (shell.file_name("racklet-flash"), String::from_utf8_lossy(&script).into_owned())
}

pub(super) fn completions(shell: Shell) -> Answer {
    generated(&completion_file(shell).1)
}

pub(super) fn man(path: &[String]) -> anyhow::Result<Answer> {
    let mut command = command();
    command.build();
    let mut page = &command;
    for name in path {
        let unknown = || Problem::Usage(format!("there is no command `{}`", path.join(" ")));
        page = page.find_subcommand(name).ok_or_else(unknown)?;
    }
    let mut text = Vec::new();
    clap_mangen::Man::new(page.clone()).render(&mut text)?;
    Ok(generated(&String::from_utf8_lossy(&text)))
}

/// The rules, for `/etc/udev/rules.d`.
pub(super) fn udev() -> Answer {
    generated(&udev::rules())
}
