//! Command lines that make no sense.

use crate::{
    inputs,
    random::{Random, attack},
    rules::keeps_the_rules_in,
    tool::Folder,
};

const CASES: usize = 150;

const VALUES: [&str; 28] = [
    "0",
    "1",
    "64",
    "-1",
    "0x",
    "0xffffffffffffffff",
    "18446744073709551616",
    "1G",
    "4095M",
    "99999999999999999999k",
    "",
    " ",
    "-",
    "--",
    "a=b",
    "0x40000000=",
    "=",
    ":",
    "nothing-here",
    "/",
    ".",
    "boot",
    "emmc",
    "radxa/rock-5b",
    "\u{1b}[2J\u{9b}31m",
    "\u{202e}txt.exe",
    "1-1.4",
    "%s%n",
];

const BOARDS: [&str; 10] = [
    "radxa/rock-5b",
    "radxa/rock-5b:mode=usbplug,size=8M",
    "khadas/vim1:mode=uboot,size=8M",
    "khadas/vim3",
    "generic/s905x4-box:mode=uboot,size=8M",
    "xunlong/orangepi-pc",
    "mangopi/mq-quad:dram=on",
    "starfive/visionfive-2",
    "radxa/rock-5b:mode=",
    "radxa/rock-5b:size=0,fault=stall@0",
];

#[test]
fn senseless_command_lines() {
    let inputs = inputs::all();
    let root = racklet_flash::cli::command();
    attack(|random| {
        let folder = Folder::new();
        let files: Vec<_> =
            inputs.iter().map(|input| folder.file(input.name, &input.bytes)).collect();
        for _ in 0..CASES {
            keeps_the_rules_in(&folder, &line(&root, &files, &folder, random));
        }
    });
}

fn line(
    root: &clap::Command,
    files: &[String],
    folder: &Folder,
    random: &mut Random,
) -> Vec<String> {
    let mut arguments = vec![];
    let mut command = root;
    loop {
        // A server ends when it is told to; a console has a terminal of its own.
        let fit = |name: &str| !["serve", "console", "help"].contains(&name);
        let below: Vec<_> =
            command.get_subcommands().filter(|command| fit(command.get_name())).collect();
        if below.is_empty() || random.once_in(12) {
            break;
        }
        command = *random.one_of(&below);
        arguments.push(command.get_name().to_owned());
    }
    for argument in command.get_arguments() {
        push(&mut arguments, argument, files, folder, random);
    }
    if random.once_in(2) {
        arguments.extend(["--virtual".into(), (*random.one_of(&BOARDS)).into()]);
    }
    if random.once_in(2) {
        arguments.push("--yes".into());
    }
    arguments
}

/// Adds the argument, perhaps.
fn push(
    to: &mut Vec<String>,
    argument: &clap::Arg,
    files: &[String],
    folder: &Folder,
    random: &mut Random,
) {
    // Waiting is what they would do; and another machine's files or boards are none of this test's business.
    const LEFT_OUT: [&str; 7] = ["wait", "root", "port", "limit", "usb", "help", "version"];
    let long = argument.get_long();
    let wanted = if long.is_some() { random.once_in(6) } else { !random.once_in(10) };
    if !wanted || long.is_some_and(|name| LEFT_OUT.contains(&name)) {
        return;
    }
    to.extend(long.map(|name| format!("--{name}")));
    if argument.is_positional() || argument.get_action().takes_values() {
        to.push(value(argument, files, folder, random));
    }
}

fn value(argument: &clap::Arg, files: &[String], folder: &Folder, random: &mut Random) -> String {
    let possible = argument.get_possible_values();
    match random.below(4) {
        0 if !possible.is_empty() => random.one_of(&possible).get_name().to_owned(),
        0 | 1 => random.one_of(files).clone(),
        2 => crate::tool::text(&folder.path("out")),
        _ => (*random.one_of(&VALUES)).to_owned(),
    }
}
