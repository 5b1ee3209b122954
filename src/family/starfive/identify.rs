//! Which program answers at the other end of a line.

use std::time::Duration;

use link::Watch;
use uboot::host::{Cause, Console, Error, Prompt, Step};

use crate::{family::Stage, transport::SerialLink};

/// Asks what answers; with U-Boot's version, if it is U-Boot. Fails where nothing does, or nothing that is known.
pub fn identify(
    link: &mut SerialLink,
    watch: &mut dyn Watch,
) -> anyhow::Result<(Stage, Option<String>)> {
    let mut console = Console::new(link, watch);
    let mut prompt = match Prompt::open(&mut console) {
        Ok(prompt) => prompt,
        Err(Error { cause: Cause::AsksForProgram, .. }) => return Ok((Stage::MaskRom, None)),
        Err(error) => return Err(error.into()),
    };
    let text = prompt.must(Step::PROMPT, "version", Duration::from_secs(5))?;
    let version = text.lines().find(|line| line.contains("U-Boot"));
    Ok((Stage::Uboot, version.map(str::to_owned)))
}
