//! The one loop that moves an image to storage, the one that compares, and the one that reads.

use std::sync::Arc;

use anyhow::Context as _;
use link::{Check, Once, Sink, Source as _, StepId, SubSource, Verified, Watch, storage::SECTOR};

use super::{BlockTarget, Comparer, Context, lost::Tries};
use crate::{
    failure::Problem,
    files::disk_image::{DiskImage, Stream},
    image::Run,
};

const BYTES: u64 = SECTOR as u64;

/// What of an image is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// All of it.
    #[default]
    All,
    /// What follows the part that the board already holds.
    Rest,
    /// What differs.
    Different,
}

/// How an image is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct How {
    /// How it is verified.
    pub check: Check,
    /// What of it is written.
    pub scope: Scope,
}

/// What became of an image. All numbers but the last are bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Written {
    /// How all of its data is verified.
    pub known: Verified,
    /// What the board held before, and was not written again.
    pub held: u64,
    /// What the image does not say: left as it was.
    pub holes: u64,
    /// How often something was sent again, as it had not reached the board or storage as it should.
    pub again: u64,
}

impl Written {
    /// Takes what became of another image, too.
    pub fn add(&mut self, more: &Self) {
        self.known.add(&more.known);
        self.held += more.held;
        self.holes += more.holes;
        self.again += more.again;
    }

    /// Says how it is verified, and what was left out.
    pub fn tell(&self, watch: &mut (impl Watch + ?Sized)) {
        tell(&self.known, watch);
        if let Some(text) = self.left_out() {
            watch.note(&text);
        }
    }

    /// What was left out, in words; `None`: nothing.
    pub fn left_out(&self) -> Option<String> {
        let holes = self.holes;
        (holes > 0).then(|| format!("{holes} bytes are holes: they were left as they were"))
    }
}

/// Says how data written or compared is verified.
pub fn tell(known: &Verified, watch: &mut (impl Watch + ?Sized)) {
    known.lines().iter().for_each(|line| watch.note(line));
}

/// What writing an image of this many bytes moves, as far as that is known beforehand.
pub fn moves(bytes: u64, how: How) -> Vec<(StepId, u64)> {
    let bytes = whole(bytes);
    let first = if how.scope == Scope::All { StepId::WRITE } else { StepId::COMPARE };
    match how.check {
        Check::ReadBack if how.scope == Scope::All => vec![(first, bytes), (StepId::VERIFY, bytes)],
        _ => vec![(first, bytes)],
    }
}

/// Writes an image to where it belongs, and verifies it.
pub fn write(
    target: &mut dyn BlockTarget,
    image: &mut DiskImage,
    how: How,
    cx: &mut Context<'_>,
) -> anyhow::Result<Written> {
    let name = image.name();
    write_all(target, image, how, cx).context(name)
}

fn write_all(
    target: &mut dyn BlockTarget,
    image: &mut DiskImage,
    how: How,
    cx: &mut Context<'_>,
) -> anyhow::Result<Written> {
    let mut data = image.stream()?;
    judge(target, image, &mut data, cx)?;
    let mut done = match how.scope {
        Scope::All => rest(target, image, (None, &mut data), 0, how.check, cx)?,
        Scope::Rest => resume(target, image, &mut data, how.check, cx)?,
        Scope::Different => update(target, image, &mut data, how.check, cx)?,
    };
    let length = whole(data.length().unwrap_or_default());
    // Holes are whole sectors. What fills up the last sector of data is none, where it is not written.
    done.holes = length.saturating_sub(done.known.bytes) / BYTES * BYTES;
    Ok(done)
}

/// Bytes with what fills up the last sector, which is moved, too.
fn whole(bytes: u64) -> u64 {
    bytes.next_multiple_of(BYTES)
}

/// Refuses an image that would keep the board from starting. Nothing is sent. For jobs of several images, which ask for all
/// of them before they write the first.
pub fn require_start(
    target: &mut dyn BlockTarget,
    image: &mut DiskImage,
    cx: &mut Context<'_>,
) -> anyhow::Result<()> {
    if image.start >= target.judged() {
        return Ok(());
    }
    let mut data = image.stream()?;
    judge(target, image, &mut data, cx).with_context(|| image.name())?;
    image.put_back(data);
    Ok(())
}

/// The same for an image whose data has begun to come: what was looked at comes again.
fn judge(
    target: &mut dyn BlockTarget,
    image: &DiskImage,
    data: &mut Stream,
    cx: &Context<'_>,
) -> anyhow::Result<()> {
    let end = target.judged();
    if end <= image.start {
        return Ok(());
    }
    if let Some(mut whole) = image.whole() {
        let most = (end - image.start).saturating_mul(BYTES).min(whole.size());
        return target.judge(image.start, &mut SubSource::new(&mut whole, 0..most));
    }
    let mut head = Beginning::default();
    while head.size / BYTES + image.start < end
        && let Some(run) = data.next(cx.stop).context("nothing was written")?
    {
        if image.sector(&run)? < end {
            head.size = run.offset + run.data.len() as u64;
        }
        let is_behind = head.size <= run.offset;
        head.runs.push(run);
        if is_behind {
            break;
        }
    }
    let judged = target.judge(image.start, &mut head);
    data.put_back(head.runs);
    judged
}

/// The beginning of an image, where it is: many boards of a rack look at the same bytes. Holes are as good as zeros here.
#[derive(Default)]
struct Beginning {
    /// Data, in their order.
    runs: Vec<Run>,
    size: u64,
}

impl link::Source for Beginning {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&mut self, offset: u64, buf: &mut [u8]) -> Result<(), link::IoError> {
        buf.fill(0);
        let end = offset + buf.len() as u64;
        for run in &self.runs {
            let until = run.offset + run.data.len() as u64;
            let (from, to) = (offset.max(run.offset), end.min(until));
            if from < to {
                let (at, length) = ((from - run.offset) as usize, (to - from) as usize);
                buf[(from - offset) as usize..][..length]
                    .copy_from_slice(&run.data[at..at + length]);
            }
        }
        Ok(())
    }
}

/// Writes what comes after the `held` bytes of data that the board has, and verifies it. What is lost on the way is sent
/// again, where the image can be read again.
fn rest(
    target: &mut dyn BlockTarget,
    image: &mut DiskImage,
    (mut next, data): (Option<Run>, &mut Stream),
    held: u64,
    check: Check,
    cx: &mut Context<'_>,
) -> anyhow::Result<Written> {
    let (mut tries, mut known) = (Tries::default(), Verified::default());
    loop {
        let all = whole(image.data()).saturating_sub(held + known.bytes);
        let poured = pour(target, image, (next.take(), data), all, check, cx);
        let error = match poured {
            Ok(done) => {
                known.add(&done);
                return Ok(Written { known, again: tries.again, ..Written::default() });
            }
            Err(error) => error,
        };
        let lost = tries.after(error, cx.desk)?;
        known.add(&lost.known);
        // What is on stdin has gone by.
        let Ok(stream) = image.stream() else { return Err(lost.why) };
        *data = stream;
        next = go_to(image, data, lost.sector, cx)?;
    }
}

/// Writes data with one writer; `all`: how many bytes that will be.
fn pour(
    target: &mut dyn BlockTarget,
    image: &DiskImage,
    (next, data): (Option<Run>, &mut Stream),
    all: u64,
    check: Check,
    cx: &mut Context<'_>,
) -> anyhow::Result<Verified> {
    let size = whole(image.length());
    let mut writer = target.writer(image.start, size, check)?;
    cx.desk.step(StepId::WRITE, "write", all);
    let (stop, mut written) = (cx.stop, 0);
    let back = if check == Check::ReadBack { all } else { 0 };
    cx.desk.then(&[(StepId::VERIFY, back)]);
    image.hand_on(next, data, stop, |sector, bytes| {
        written += whole(bytes.len() as u64);
        writer.write(sector, bytes, cx.desk)?;
        // As much of the rest will be read back as of what was written.
        let back = u128::from(writer.to_read_back()) * u128::from(all);
        let back = back.checked_div(written.into()).unwrap_or_default();
        cx.desk.then(&[(StepId::VERIFY, u64::try_from(back).unwrap_or(u64::MAX))]);
        Ok(())
    })?;
    if writer.to_read_back() > 0 {
        cx.desk.step(StepId::VERIFY, "verify", writer.to_read_back());
    }
    writer.finish(cx.desk)
}

/// The data for a sector, and what follows it in a run; `None`: there is none from there on.
fn go_to(
    image: &DiskImage,
    data: &mut Stream,
    sector: u64,
    cx: &Context<'_>,
) -> anyhow::Result<Option<Run>> {
    while let Some(run) = data.next(cx.stop)? {
        let first = image.sector(&run)?;
        if first + whole(run.data.len() as u64) / BYTES > sector {
            return Ok(Some(behind(run, sector.saturating_sub(first))));
        }
        data.done(run);
    }
    Ok(None)
}

/// Compares up to the first difference, and writes from there on.
fn resume(
    target: &mut dyn BlockTarget,
    image: &mut DiskImage,
    data: &mut Stream,
    check: Check,
    cx: &mut Context<'_>,
) -> anyhow::Result<Written> {
    cx.desk.step(StepId::COMPARE, "compare", whole(image.data()));
    let (held, next) = held(&mut *target.comparer(), image, data, cx)?;
    let of = if image.data() > 0 { format!(" of {}", whole(image.data())) } else { String::new() };
    cx.desk.note(&format!("the board holds the first {}{of} bytes of data already", held.bytes));
    let mut written = match next {
        Some(next) => rest(target, image, (Some(next), data), held.bytes, check, cx)?,
        None => Written::default(),
    };
    written.known.add(&held);
    Ok(Written { held: held.bytes, ..written })
}

/// What the board holds for sure of an image, from its first sector on, and the first data that it may not hold.
fn held(
    comparer: &mut dyn Comparer,
    image: &DiskImage,
    data: &mut Stream,
    cx: &mut Context<'_>,
) -> anyhow::Result<(Verified, Option<Run>)> {
    while let Some(run) = data.next(cx.stop)? {
        let (sector, before) = (image.sector(&run)?, comparer.known());
        match comparer.compare(sector, &mut &run.data[..], cx.desk)? {
            None if comparer.known().is_complete() => data.done(run),
            // What cannot be read is written again.
            None => return Ok((before, Some(run))),
            Some(at) => {
                let same = at - sector;
                let mut known = before;
                known.add(&Verified::by(link::Method::ReadBack, same * BYTES));
                return Ok((known, Some(behind(run, same))));
            }
        }
    }
    Ok((comparer.known(), None))
}

/// A run without its first sectors, fewer than it has. Other boards may read the same run, which is copied only where
/// something is left out.
fn behind(run: Run, sectors: u64) -> Run {
    let bytes = sectors as usize * SECTOR;
    if bytes == 0 {
        return run;
    }
    Run { offset: run.offset + bytes as u64, data: Arc::new(run.data[bytes..].to_vec()) }
}

/// Compares run by run, and writes the runs that differ.
fn update(
    target: &mut dyn BlockTarget,
    image: &DiskImage,
    data: &mut Stream,
    check: Check,
    cx: &mut Context<'_>,
) -> anyhow::Result<Written> {
    let length = whole(image.data());
    cx.desk.step(StepId::COMPARE, "compare", length);
    let mut watch = Once::over(cx.desk, length);
    let (mut done, mut seen) = (Written::default(), 0);
    while let Some(run) = data.next(cx.stop)? {
        let sector = image.sector(&run)?;
        let size = whole(run.data.len() as u64);
        // Where a difference is found, the rest of the run was not compared.
        watch.begin_at(seen);
        seen += size;
        let mut comparer = target.comparer();
        let differs = comparer.compare(sector, &mut &run.data[..], &mut watch)?;
        let known = comparer.known();
        drop(comparer);
        if differs.is_none() && known.is_complete() {
            done.held += known.bytes;
            done.known.add(&known);
        } else {
            done.add(&write_bytes(target, sector, &run.data, check, &mut watch)?);
        }
        data.done(run);
    }
    watch.end();
    Ok(done)
}

/// Writes bytes from a sector on, and verifies them. What is lost on the way is sent again.
///
/// # Errors
///
/// When the board or its storage fails, or lose the same bytes again and again.
pub fn write_bytes(
    target: &mut dyn BlockTarget,
    sector: u64,
    bytes: &[u8],
    check: Check,
    watch: &mut dyn Watch,
) -> anyhow::Result<Written> {
    let mut tries = Tries::default();
    let (mut known, mut at) = (Verified::default(), sector);
    loop {
        let rest = &bytes[((at - sector) * BYTES) as usize..];
        match write_once(target, at, rest, check) {
            Ok(done) => {
                known.add(&done);
                return Ok(Written { known, again: tries.again, ..Written::default() });
            }
            Err(error) => {
                let lost = tries.after(error, watch)?;
                known.add(&lost.known);
                at = lost.sector;
            }
        }
    }
}

fn write_once(
    target: &mut dyn BlockTarget,
    sector: u64,
    mut bytes: &[u8],
    check: Check,
) -> anyhow::Result<Verified> {
    let mut writer = target.writer(sector, whole(bytes.len() as u64), check)?;
    writer.write(sector, &mut bytes, &mut link::Silent)?;
    writer.finish(&mut link::Silent)
}

/// Compares storage with an image. A difference is an error.
pub fn verify(
    target: &mut dyn BlockTarget,
    image: &mut DiskImage,
    cx: &mut Context<'_>,
) -> anyhow::Result<Verified> {
    let name = image.name();
    verify_all(target, image, cx).context(name)
}

fn verify_all(
    target: &mut dyn BlockTarget,
    image: &mut DiskImage,
    cx: &mut Context<'_>,
) -> anyhow::Result<Verified> {
    let length = whole(image.data());
    cx.desk.step(StepId::VERIFY, "verify", length);
    let mut watch = Once::over(cx.desk, length);
    let mut data = image.stream()?;
    let mut comparer = target.comparer();
    while let Some(run) = data.next(cx.stop)? {
        // Holes count, too: how many there are shows only now.
        watch.begin_at(run.offset);
        let sector = image.sector(&run)?;
        if let Some(at) = comparer.compare(sector, &mut &run.data[..], &mut watch)? {
            return Err(Problem::Differs(format!(
                "what the board holds differs from sector {at} on"
            ))
            .into());
        }
        data.done(run);
    }
    watch.end();
    let known = comparer.known();
    match known.is_complete() {
        true => Ok(known),
        false => {
            let why = known.why.map_or_else(String::new, |why| format!(": {why}"));
            let text = format!(
                "{} of {} bytes could not be verified{why}; the others are as they should be",
                known.unverified(),
                known.bytes
            );
            Err(Problem::Unverified(text).into())
        }
    }
}

/// Reads sectors into a sink.
pub fn read(
    target: &mut dyn BlockTarget,
    start: u64,
    sectors: u64,
    sink: &mut dyn Sink,
    cx: &mut Context<'_>,
) -> anyhow::Result<()> {
    cx.desk.step(StepId::READ, "read", sectors.saturating_mul(BYTES));
    target.read(start, sectors, sink, cx.desk)
}
