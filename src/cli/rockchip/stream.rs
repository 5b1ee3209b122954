//! Images on their way to storage, and compared with it.

use link::{Verified, Watch};
use rockusb::host::{Rock, Step, Survey};

use super::Session;
use crate::{
    family::{Context, How, Written, rockchip::Target, transfer},
    files::disk_image::DiskImage,
};

/// Writes an image, verifies it and says how.
pub(super) fn write(
    rock: &mut Rock<'_>,
    survey: &Survey,
    image: &mut DiskImage,
    how: How,
    session: &mut Session<'_>,
) -> anyhow::Result<Written> {
    let mut target = Target::new(rock, survey);
    let stop = session.stop;
    let desk = &mut session.operator();
    let written = transfer::write(&mut target, image, how, &mut Context { stop, desk })?;
    session.tell(&written.known);
    if written.holes > 0 {
        let text = format!("{} bytes are holes: they were left as they were", written.holes);
        session.report.note(&text);
    }
    Ok(written)
}

/// Refuses an image that would put an ID block that does not start the board to where its mask ROM looks.
pub(super) fn require_start(
    rock: &mut Rock<'_>,
    survey: &Survey,
    image: &mut DiskImage,
    session: &mut Session<'_>,
) -> anyhow::Result<()> {
    let mut target = Target::new(rock, survey);
    let stop = session.stop;
    let desk = &mut session.operator();
    transfer::require_start(&mut target, image, &mut Context { stop, desk })
}

/// Compares storage with an image, and says how far that goes.
pub(super) fn verify(
    rock: &mut Rock<'_>,
    survey: &Survey,
    image: &mut DiskImage,
    session: &mut Session<'_>,
) -> anyhow::Result<Verified> {
    rock.check_room(Step::Verify, survey, image.start, image.sectors().unwrap_or(0))?;
    let mut target = Target::new(rock, survey);
    let stop = session.stop;
    let desk = &mut session.operator();
    let known = transfer::verify(&mut target, image, &mut Context { stop, desk })?;
    session.tell(&known);
    Ok(known)
}
