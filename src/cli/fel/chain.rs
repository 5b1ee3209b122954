//! Several commands in one call, as sunxi-fel takes them: ours takes one, so this says what to call instead.

use std::ffi::{OsStr, OsString};

use clap::Command;
use link::Foreign;

use super::PEERS;
use crate::cli::{
    command,
    peers::{Word, has_value_next},
};

/// sunxi-fel's commands and the number of arguments of each. `write` and its kin take one pair here; more are more of the
/// chain.
const COMMANDS: [(&str, usize); 25] = [
    ("spl", 1),
    ("uboot", 1),
    ("write", 2),
    ("write-with-progress", 2),
    ("write-with-gauge", 2),
    ("write-with-xgauge", 2),
    ("read", 3),
    ("exec", 1),
    ("exe", 1),
    ("reset64", 1),
    ("wdreset", 0),
    ("readl", 1),
    ("writel", 2),
    ("hexdump", 2),
    ("hex", 2),
    ("dump", 2),
    ("fill", 3),
    ("clear", 2),
    ("ver", 0),
    ("version", 0),
    ("sid", 0),
    ("sid-dump", 0),
    ("spiflash-info", 0),
    ("spiflash-read", 3),
    ("spiflash-write", 2),
];

/// A command of a chain.
struct Link<'a> {
    name: &'a str,
    arguments: Vec<&'a str>,
}

/// What is wrong with `arguments` and what to call instead, where they are `fel` and more than one command.
pub(in crate::cli) fn instead(arguments: &[OsString]) -> Option<(&'static str, String)> {
    let words: Option<Vec<&str>> = arguments.iter().map(|word| OsStr::to_str(word)).collect();
    let words = words?;
    let start = words.iter().position(|word| matches!(*word, "fel" | "allwinner"))?;
    let program = command();
    let commands: Vec<_> =
        [Some(&program), program.find_subcommand("fel")].into_iter().flatten().collect();
    calls(&words[start + 1..], &commands)
}

/// The same for the words after `fel`; `commands` have the options that may be among them.
pub(super) fn calls(words: &[&str], commands: &[&Command]) -> Option<(&'static str, String)> {
    let (options, rest) = split_options(words, commands);
    let links = links(&rest).filter(|links| links.len() > 1)?;
    let lines: Vec<String> = lines(&links)
        .into_iter()
        .map(|line| {
            let words = ["racklet-flash", "fel"].into_iter().chain(line.iter().map(String::as_str));
            let words = words.chain(options.iter().copied()).collect::<Vec<_>>();
            Foreign(words.join(" ")).to_string()
        })
        .collect();
    let calls = if lines.len() == 1 { "The same in one call" } else { "The same, call by call" };
    let wrong = "sunxi-fel takes several commands in one call; this program takes one";
    Some((wrong, format!("{calls}:\n  {}", lines.join("\n  "))))
}

/// Options with their values, and everything else, each in its order.
fn split_options<'a>(words: &[&'a str], commands: &[&Command]) -> (Vec<&'a str>, Vec<&'a str>) {
    let (mut options, mut rest) = (Vec::new(), Vec::new());
    let mut words = words.iter().copied();
    while let Some(word) = words.next() {
        match word.strip_prefix('-') {
            None | Some("") => rest.push(word),
            Some(option) => {
                options.push(word);
                if has_value_next(option, commands) {
                    options.extend(words.next());
                }
            }
        }
    }
    (options, rest)
}

/// The commands that `words` are from the first to the last; `None`: they are not.
fn links<'a>(words: &[&'a str]) -> Option<Vec<Link<'a>>> {
    let mut links = Vec::new();
    let mut rest = words;
    while let Some((name, more)) = rest.split_first() {
        let (_, count) = COMMANDS.iter().find(|(known, _)| known == name)?;
        let (arguments, next) = more.split_at_checked(*count)?;
        links.push(Link { name, arguments: arguments.to_vec() });
        rest = next;
    }
    Some(links)
}

/// Our commands for a chain: writes one after the other become one, those after `uboot` a part of it.
fn lines(links: &[Link<'_>]) -> Vec<Vec<String>> {
    let mut lines: Vec<Vec<String>> = Vec::new();
    for link in links {
        let write = link.name.starts_with("write") && link.name != "writel";
        let before = lines.last_mut().filter(|_| write);
        match (before, link.arguments.as_slice()) {
            (Some(line), [address, file]) if line[0] == "boot" => {
                line.extend(["--write".into(), format!("{address}={file}")]);
            }
            (Some(line), pair) if line[0] == "write" => {
                line.extend(pair.iter().map(|word| (*word).to_owned()));
            }
            (_, arguments) => lines.push(ours(link.name, arguments)),
        }
    }
    lines
}

/// Our command for one of sunxi-fel's.
fn ours(name: &str, arguments: &[&str]) -> Vec<String> {
    let line = PEERS.iter().find_map(|(word, meaning)| match meaning {
        Word::Ours(line) if *word == name => Some(*line),
        _ => None,
    });
    let line = if name.starts_with("write-with") { "write" } else { line.unwrap_or(name) };
    let (before, after) = line.split_once('…').unwrap_or((line, ""));
    let (before, after) = (before.split_whitespace(), after.split_whitespace());
    before.chain(arguments.iter().copied()).chain(after).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Option<(&'static str, String)> {
        let words: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
        instead(&words)
    }

    #[test]
    fn a_chain_is_told_as_our_calls() {
        for (line, expected) in [
            (
                "x fel uboot u.bin write 0x42000000 k write-with-progress 0x43000000 d --port 1-1",
                "racklet-flash fel boot u.bin --write 0x42000000=k --write 0x43000000=d --port 1-1",
            ),
            (
                "x --virtual B fel -v spl s.bin write 0x44000 bl31 write 0x4a000000 u reset64 0x44000",
                "racklet-flash fel spl s.bin -v\n  racklet-flash fel write 0x44000 bl31 0x4a000000 u -v\n  racklet-flash fel memory run 0x44000 --aarch64 -v",
            ),
            ("x fel write 1 a write 2 b", "racklet-flash fel write 1 a 2 b"),
            (
                "x allwinner ver sid-dump",
                "racklet-flash fel identify\n  racklet-flash fel sid --dump",
            ),
            (
                "x fel writel 1 2 write 3 f",
                "racklet-flash fel memory writel 1 2\n  racklet-flash fel write 3 f",
            ),
        ] {
            let (_, told) = of(line).expect(line);
            assert_eq!(told.split_once(":\n  ").map(|(_, calls)| calls), Some(expected), "{line}");
        }
    }

    #[test]
    fn one_command_is_no_chain() {
        for line in [
            "x fel write 0 spl",
            "x fel write 0 a 4 b",
            "x fel read 0 16 write",
            "x fel spl",
            "x fel uboot u --write 0=write",
            "x rk write 0 uboot",
            "x fel",
            "x",
        ] {
            assert_eq!(of(line), None, "{line}");
        }
    }
}
