//! Images on their way to storage, and compared with it.

use anyhow::Context as _;
use link::{Once, Watch};
use rockusb::{
    host::{self, Cause, Check, Rock, Step, Survey, Verifier},
    wire::SECTOR,
};
use serde_json::{Value, json};

use super::Session;
use crate::{
    failure::Problem,
    files::disk_image::{DiskImage, Stream},
    image::Run,
};

/// How an image is written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct How {
    pub(super) check: Check,
    /// What the board already holds is not written again.
    pub(super) resume: bool,
}

/// What is known of an image that was written, in sectors.
pub(super) struct Written {
    start: u64,
    pub(super) known: host::Report,
    /// What the board held before.
    held: u64,
    /// What the image does not say: left as it was.
    pub(super) holes: u64,
}

impl Written {
    pub(super) fn fields(&self) -> Value {
        let mut fields = fields(self.start, &self.known);
        fields["already_there"] = json!(self.held);
        fields["holes"] = json!(self.holes);
        fields
    }
}

/// Writes an image, verifies it and says how.
pub(super) fn write(
    rock: &mut Rock<'_>,
    survey: &Survey,
    mut image: DiskImage,
    how: How,
    session: &mut Session<'_>,
) -> anyhow::Result<Written> {
    let name = image.name();
    write_all(rock, survey, &mut image, how, session).context(name)
}

fn write_all(
    rock: &mut Rock<'_>,
    survey: &Survey,
    image: &mut DiskImage,
    how: How,
    session: &mut Session<'_>,
) -> anyhow::Result<Written> {
    rock.check_room(Step::Write, survey, image.start, image.sectors().unwrap_or(0))?;
    let mut data = image.stream()?;
    judge(rock, survey, image, &mut data, session)?;
    let (mut known, mut next) = (host::Report::default(), None);
    let mut moved = 0;
    if how.resume {
        session.report.step("compare", whole(image.data()));
        (known, next) = held(rock.verifier(survey), image, &mut data, session)?;
        let (held, data) = (known.sectors, image.data().div_ceil(SECTOR as u64));
        let of = if data > 0 { format!(" of {data}") } else { String::new() };
        session
            .report
            .note(&format!("the board holds the first {held}{of} sectors of data already"));
    }
    let held = known.sectors;
    if !how.resume || next.is_some() {
        let left = whole(image.data()).saturating_sub(held * SECTOR as u64);
        session.report.step("write", left);
        let more = rest(rock, survey, image, (next, &mut data), how.check, session)?;
        moved = more.1;
        add(&mut known, &more.0);
    }
    let length = data.length().unwrap_or_default().div_ceil(SECTOR as u64);
    let holes = length.saturating_sub(held + moved);
    let written = Written { start: image.start, known, held, holes };
    session.tell(&known);
    if holes > 0 {
        session.report.note(&format!("{holes} sectors are holes: they were left as they were"));
    }
    Ok(written)
}

/// Bytes with what fills up the last sector, which is moved, too.
fn whole(bytes: u64) -> u64 {
    bytes.next_multiple_of(SECTOR as u64)
}

/// Refuses an image that would put an ID block that does not start the board to where its boot ROM looks. Nothing is
/// sent. For jobs of several images, which ask for all of them before they write the first.
pub(super) fn require_start(
    rock: &mut Rock<'_>,
    survey: &Survey,
    image: &mut DiskImage,
    session: &Session<'_>,
) -> anyhow::Result<()> {
    if image.start >= survey.id_end() {
        return Ok(());
    }
    let mut data = image.stream()?;
    judge(rock, survey, image, &mut data, session).with_context(|| image.name())
}

/// The same for an image whose data has begun to come: what was looked at comes again.
fn judge(
    rock: &mut Rock<'_>,
    survey: &Survey,
    image: &DiskImage,
    data: &mut Stream,
    session: &Session<'_>,
) -> anyhow::Result<()> {
    let (mut runs, mut bytes) = (Vec::new(), Vec::new());
    while bytes.len() as u64 / (SECTOR as u64) + image.start < survey.id_end()
        && let Some(run) = data.next(session.stop).context("nothing was written")?
    {
        if image.sector(&run)? < survey.id_end() {
            // Within the first few MiB. Holes are as good as zeros here.
            bytes.resize(run.offset as usize, 0);
            bytes.extend_from_slice(&run.data);
        }
        let end = image.sector(&run)? >= survey.id_end();
        runs.push(run);
        if end {
            break;
        }
    }
    data.put_back(runs);
    Ok(rock.require_start(survey, image.start, &mut &bytes[..])?)
}

/// Writes what comes, and verifies it; also returns how many sectors that was. (On media with erase blocks more were
/// written.)
fn rest(
    rock: &mut Rock<'_>,
    survey: &Survey,
    image: &DiskImage,
    (next, data): (Option<Run>, &mut Stream),
    check: Check,
    session: &mut Session<'_>,
) -> anyhow::Result<(host::Report, u64)> {
    let mut writer = rock.writer(survey, check);
    let report = &mut *session.report;
    let moved = image.hand_on(next, data, session.stop, |sector, bytes| {
        Ok(writer.write(sector, bytes, report)?)
    })?;
    if check != Check::None {
        session.report.step("verify", writer.to_read_back() * SECTOR as u64);
    }
    Ok((writer.finish(session.report)?, moved))
}

fn add(known: &mut host::Report, more: &host::Report) {
    known.sectors += more.sectors;
    known.parity += more.parity;
    known.read_back += more.read_back;
    (known.run, known.faked) = (more.run, more.faked);
}

/// What the board holds for sure of an image, from its first sector on, and the first data that it may not hold.
fn held(
    mut verifier: Verifier<'_, '_>,
    image: &DiskImage,
    data: &mut Stream,
    session: &mut Session<'_>,
) -> anyhow::Result<(host::Report, Option<Run>)> {
    while let Some(run) = data.next(session.stop)? {
        let (sector, before) = (image.sector(&run)?, verifier.report());
        match verifier.compare(sector, &mut &run.data[..], session.report) {
            Ok(()) if verifier.report().is_complete() => data.done(run),
            // What cannot be read is written again.
            Ok(()) => return Ok((before, Some(run))),
            Err(host::Error { cause: Cause::Differs(at), .. }) => {
                let same = at - sector;
                let (sectors, read_back) = (before.sectors + same, before.read_back + same);
                let known = host::Report { sectors, read_back, ..before };
                return Ok((known, Some(behind(run, same))));
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok((verifier.report(), None))
}

/// A run without its first sectors.
fn behind(mut run: Run, sectors: u64) -> Run {
    // Less than the run has.
    let bytes = sectors as usize * SECTOR;
    run.data.drain(..bytes);
    Run { offset: run.offset + bytes as u64, ..run }
}

/// Compares storage with an image, and says how far that goes.
pub(super) fn verify(
    rock: &mut Rock<'_>,
    survey: &Survey,
    mut image: DiskImage,
    session: &mut Session<'_>,
) -> anyhow::Result<Value> {
    let name = image.name();
    verify_all(rock, survey, &mut image, session).context(name)
}

fn verify_all(
    rock: &mut Rock<'_>,
    survey: &Survey,
    image: &mut DiskImage,
    session: &mut Session<'_>,
) -> anyhow::Result<Value> {
    rock.check_room(Step::Verify, survey, image.start, image.sectors().unwrap_or(0))?;
    let length = whole(image.data());
    session.report.step("verify", length);
    let mut watch = Once::over(session.report, length);
    let mut data = image.stream()?;
    let mut verifier = rock.verifier(survey);
    while let Some(run) = data.next(session.stop)? {
        // Holes count, too: how many there are shows only now.
        watch.begin_at(run.offset);
        verifier.compare(image.sector(&run)?, &mut &run.data[..], &mut watch)?;
        data.done(run);
    }
    watch.end();
    let known = verifier.report();
    session.tell(&known);
    if !known.is_complete() {
        let text = format!(
            "{} of {} sectors could not be verified; the others are as they should be",
            known.unverified(),
            known.sectors
        );
        return Err(Problem::Unverified(text).into());
    }
    Ok(fields(image.start, &known))
}

fn fields(start: u64, known: &host::Report) -> Value {
    json!({
        "start": start, "sectors": known.sectors, "verified": known.is_complete(),
        "by_parity": known.parity, "read_back": known.read_back, "unverified": known.unverified(),
        "faked_reads": known.faked,
        "long_run": known.run.map(|(value, bytes)| json!({"value": value, "bytes": bytes})),
    })
}
