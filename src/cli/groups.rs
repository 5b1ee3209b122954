//! The commands of the first page of help, in groups: what a newcomer needs first comes first.

use clap::Command;

/// Every command that is shown, by what it is for.
const GROUPS: &[(&str, &[&str])] = &[
    ("Start here", &["boards", "list", "doctor"]),
    ("Bring boards back", &["flash", "recover", "verify", "backup", "provision"]),
    ("By SoC maker", &["fel", "rockchip", "amlogic", "starfive", "fastboot", "bouffalo", "thead"]),
    (
        "Files, lines and setup",
        &["image", "serial", "virtual", "udev", "completions", "man", "generate"],
    ),
];

/// The same command line, whose first page of help has the commands in groups.
pub(super) fn arranged(command: Command) -> Command {
    let groups: Vec<_> =
        GROUPS.iter().map(|(title, names)| group(&command, title, names)).collect();
    let template = format!(
        "{{about}}\n\n{{usage-heading}} {{usage}}\n\n{}\nOptions:\n{{options}}{{after-help}}",
        groups.join("\n")
    );
    command.help_template(template)
}

fn group(command: &Command, title: &str, names: &[&str]) -> String {
    let lines = names.iter().filter_map(|name| command.find_subcommand(name)).map(line);
    std::iter::once(format!("{title}:\n")).chain(lines).collect()
}

fn line(command: &Command) -> String {
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let aliases: Vec<_> =
        command.get_visible_aliases().map(|alias| format!(" ({alias})")).collect();
    format!("  {:<12} {about}{}\n", command.get_name(), aliases.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn every_command_that_is_shown_is_in_one_group() {
        let command = crate::cli::Cli::command();
        let shown =
            command.get_subcommands().filter(|sub| !sub.is_hide_set() && sub.get_name() != "help");
        let mut shown: Vec<_> = shown.map(Command::get_name).collect();
        let mut grouped: Vec<_> =
            GROUPS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        shown.sort_unstable();
        grouped.sort_unstable();
        assert_eq!(shown, grouped);
    }

    #[test]
    fn the_first_page_fits_a_screen() {
        let page = crate::cli::command().term_width(80).render_help().to_string();
        let long: Vec<_> = page.lines().filter(|line| line.chars().count() > 80).collect();
        assert!(long.is_empty(), "{long:#?}");
        assert!(page.lines().count() <= 40, "{page}");
    }
}
