//! `upload`.

use std::path::Path;

use fastboot::host::Fastboot as Device;
use link::{StepId, Watch};
use serde_json::json;

use super::Context;
use crate::{cli::output, report::Answer};

/// What `fastboot upload --help` ends with.
pub(super) const UPLOAD: &str = "\
On a K1's U-Boot `oem read:PARTITION` has something to fetch.

Examples:
  racklet-flash fastboot upload staged.bin
  racklet-flash fastboot upload - --virtual bananapi/f3:mode=uboot,staged=on";

pub(super) fn run(path: &Path, context: &mut Context<'_>) -> anyhow::Result<Answer> {
    let mut output = output::create(path, context.report)?;
    context.report.step(StepId::READ, "read", 0);
    let mut device = Device::new(&mut context.board.link);
    let bytes = device.upload(u32::MAX, &mut output, context.report)?;
    output.finish()?;
    Ok(Answer::new("", json!({"bytes": bytes, "file": path})))
}
