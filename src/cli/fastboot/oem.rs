//! `oem`.

use std::time::Duration;

use fastboot::host::Fastboot as Device;
use link::{Foreign, Silent};
use serde_json::json;

use super::Context;
use crate::{cli::lost, failure::Problem, report::Answer};

/// What `fastboot oem --help` ends with.
pub(super) const OEM: &str = "\
A command that erases or writes storage asks first. What each board knows, its maker says.

Examples:
  racklet-flash fastboot oem read:rootfs --virtual bananapi/f3:mode=uboot
  racklet-flash fastboot oem command:printenv --virtual sipeed/licheepi-4a:mode=uboot";

/// The longest silence of a command that runs.
const LIMIT: Duration = Duration::from_secs(120);
/// Words before a command of U-Boot's own.
const RUNS: [&str; 2] = ["run:", "command:"];

/// A command: one line of plain text.
pub(super) fn line(words: &[String]) -> Result<String, Problem> {
    let text = words.join(" ");
    let plain = |byte: u8| byte == b' ' || byte.is_ascii_graphic();
    match !text.trim().is_empty() && text.bytes().all(plain) {
        true => Ok(text),
        false => Err(Problem::Usage("a command for the board is one line of plain text".into())),
    }
}

/// What the command destroys, in the third person; `None`: nothing that shows.
pub(super) fn lost(line: &str) -> Option<String> {
    if let Some(command) = RUNS.iter().find_map(|run| line.strip_prefix(run)) {
        return lost::lost(command);
    }
    match line.split([':', ' ']).next() {
        Some("format") => Some("replaces the partition table".into()),
        Some("partconf" | "bootbus") => Some("changes what the SoC starts from its eMMC".into()),
        Some("env") => Some("writes to storage".into()),
        _ => lost::lost(line),
    }
}

pub(super) fn plan(line: &str) -> Vec<String> {
    let lost = lost(line).map_or(String::new(), |what| format!(": it {what}"));
    vec![format!("have the board carry out `{line}`{lost}")]
}

pub(super) fn run(line: &str, context: &mut Context<'_>) -> anyhow::Result<Answer> {
    let who = context.who()?;
    if let Some(does) = lost(line) {
        context.confirm(&who, format!("{does} (`oem {line}`)"))?;
    }
    let answer = Device::new(&mut context.board.link).oem(line, LIMIT, &mut Silent)?;
    let lines = answer.info.iter().map(String::as_str).chain([&*answer.text, &*answer.value]);
    let shown: Vec<_> = lines
        .filter(|line| !line.is_empty())
        .map(|line| Foreign(line.trim_end()).to_string())
        .collect();
    let fields = json!({"answer": answer.value, "lines": answer.info, "text": answer.text});
    Ok(Answer::new(shown.join("\n"), fields))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_command_takes_is_known_by_its_words() {
        for (line, loses) in [
            ("format", true),
            ("run:mmc write 0 0 1", true),
            ("command:mmc erase 0 1", true),
            ("partconf:1 1 0", true),
            ("env:set a:b", true),
            ("run:mmc read 0 0 1", false),
            ("read:rootfs 0x200", false),
            ("console", false),
        ] {
            assert_eq!(lost(line).is_some(), loses, "{line}");
        }
    }
}
