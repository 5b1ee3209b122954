//! `getvar`.

use fastboot::host::{Cause, Fastboot as Device};
use link::Foreign;
use serde_json::json;

use super::Context;
use crate::{failure::Problem, report::Answer};

/// What `fastboot getvar --help` ends with.
pub(super) const GETVAR: &str = "\
Examples:
  racklet-flash fastboot getvar partition-size:root
  racklet-flash fastboot getvar all --virtual sipeed/licheepi-4a:mode=uboot";

/// Asked for one by one where a board does not know `all`.
const USUAL: [&str; 11] = [
    "version",
    "version-bootloader",
    "version-baseband",
    "version-brom",
    "product",
    "platform",
    "serialno",
    "max-download-size",
    "current-slot",
    "is-userspace",
    "secure",
];

/// A variable's name.
pub(super) fn named(text: &str) -> Result<String, String> {
    match !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic()) {
        true => Ok(text.into()),
        false => Err("the name of a variable is plain text without blanks".into()),
    }
}

pub(super) fn run(name: &str, context: &mut Context<'_>) -> anyhow::Result<Answer> {
    let mut device = Device::new(&mut context.board.link);
    if name == "all" {
        let lines = all(&mut device)?;
        let shown: Vec<_> = lines.iter().map(|line| Foreign(line).to_string()).collect();
        return Ok(Answer::new(shown.join("\n"), json!({"name": name, "lines": lines})));
    }
    match device.getvar(name)? {
        Some(value) => {
            let shown = Foreign(&value).to_string();
            Ok(Answer::new(shown, json!({"name": name, "value": value})))
        }
        None => {
            let text = format!("the board knows no variable `{name}`");
            Err(Problem::Failed(text)
                .advised("`fastboot getvar all` shows those that it knows")
                .into())
        }
    }
}

/// All that the board tells, or what it knows of the usual ones.
fn all(device: &mut Device<'_>) -> anyhow::Result<Vec<String>> {
    match device.getvar_all() {
        Err(error) if matches!(error.cause, Cause::Refused(_)) => {}
        lines => return Ok(lines?),
    }
    let mut lines = Vec::new();
    for name in USUAL {
        lines.extend(device.getvar(name)?.map(|value| format!("{name}:{value}")));
    }
    Ok(lines)
}
