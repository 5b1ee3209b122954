//! Text made from the program itself: completions, manual pages, udev rules.

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Cli, generated};
use crate::{boards, failure::Problem, report::Answer};

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

/// Rules for every family: `uaccess` for the person at the desk, `GROUP` for services and for boards that stay in their
/// ROM too briefly for an ACL to arrive in time; ModemManager must not probe them; autosuspend must not put them to
/// sleep (both seen on H618 and D1 boards by others).
pub(super) fn udev() -> Answer {
    let mut rules = String::from(
        "# racklet-flash: boards in their mask ROM. /etc/udev/rules.d/60-racklet-flash.rules\n",
    );
    for id in &boards::allwinner().usb {
        rules += &format!(
            "# {} {}\nSUBSYSTEM==\"usb\", ENV{{DEVTYPE}}==\"usb_device\", ATTR{{idVendor}}==\"{:04x}\", \
             ATTR{{idProduct}}==\"{:04x}\", MODE=\"0660\", GROUP=\"plugdev\", TAG+=\"uaccess\", \
             ENV{{ID_MM_DEVICE_IGNORE}}=\"1\", TEST==\"power/control\", ATTR{{power/control}}=\"on\"\n",
            boards::allwinner().vendor,
            id.mode,
            id.vendor,
            id.product
        );
    }
    generated(&rules)
}
