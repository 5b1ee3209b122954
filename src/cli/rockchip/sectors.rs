//! Commands that move sectors.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use link::{Source, Watch};
use rockusb::{
    Window,
    host::{self, Cause, Check, Rock, Survey},
    wire::{READ_WALL, SECTOR},
};
use serde_json::{Value, json};

use super::{Command, Context, image};
use crate::{
    cli::{
        Options,
        files::{Input, Output},
    },
    failure::Problem,
    report::{Answer, Report},
    transport::Stop,
};

/// An image and the sector where it begins.
pub(super) struct Placed {
    path: PathBuf,
    input: Input,
    start: u64,
}

impl Placed {
    pub(super) fn new(path: &Path, input: Input, start: u64) -> Self {
        Self { path: path.into(), input, start }
    }

    /// The same at another sector.
    pub(super) fn at(self, start: u64) -> Self {
        Self { start, ..self }
    }

    /// Its file, for people.
    pub(super) fn name(&self) -> String {
        self.path.display().to_string()
    }

    pub(super) fn sectors(&self) -> u64 {
        self.input.size().div_ceil(SECTOR as u64)
    }
}

pub(super) enum Job {
    Read { start: u64, count: u64, path: PathBuf, force: bool },
    Write { image: Placed, check: Check, resume: bool },
    Verify(Placed),
    Erase { start: u64, count: u64 },
}

impl Job {
    pub(super) fn prepare(command: &Command) -> anyhow::Result<Option<Self>> {
        let open = |start: &u64, path: &Path, raw| -> anyhow::Result<Placed> {
            Ok(Placed::new(path, image::open(path, raw)?, *start))
        };
        Ok(Some(match command {
            Command::Read { start, count, file, force } => {
                Self::Read { start: *start, count: *count, path: file.clone(), force: *force }
            }
            Command::Write { start, file, verify, resume, raw } => Self::Write {
                image: open(start, file, *raw)?,
                check: (*verify).into(),
                resume: *resume,
            },
            // What a file is does not matter where nothing is written.
            Command::Verify { start, file } => Self::Verify(open(start, file, true)?),
            Command::Erase { start, count } => Self::Erase { start: *start, count: *count },
            _ => return Ok(None),
        }))
    }

    pub(super) fn plan(&self) -> Vec<String> {
        match self {
            Self::Read { start, count, path, .. } => {
                vec![format!("read {count} sectors from sector {start} into {}", path.display())]
            }
            Self::Write { image, check, resume } => {
                let first = resume.then(|| "compare with what the board already holds".to_owned());
                let write = format!(
                    "write {}: {} sectors from sector {}",
                    image.path.display(),
                    image.sectors(),
                    image.start
                );
                let verify = match check {
                    Check::Best => Some("verify by the loader's parity, else by reading back"),
                    Check::Parity => Some("verify by the loader's parity"),
                    Check::ReadBack => Some("verify by reading back"),
                    Check::None => None,
                };
                first.into_iter().chain([write]).chain(verify.map(Into::into)).collect()
            }
            Self::Verify(image) => vec![format!(
                "compare {} sectors from sector {} with {}",
                image.sectors(),
                image.start,
                image.path.display()
            )],
            Self::Erase { start, count } => {
                vec![format!("erase {count} sectors from sector {start}")]
            }
        }
    }

    /// Erasing cannot be undone, and brings nothing in place of what was there.
    pub(super) fn confirm(&self, options: &Options, stop: &Stop) -> anyhow::Result<()> {
        let Self::Erase { start, count } = self else { return Ok(()) };
        let what = format!("erase {count} sectors from sector {start}");
        crate::cli::confirm::confirm(options, &what, stop)
    }

    pub(super) fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let (mut rock, survey, report) = context.survey()?;
        match self {
            Self::Read { start, count, path, force } => {
                report.step("read", count.saturating_mul(SECTOR as u64));
                let mut output = Output::new(&path);
                rock.read(&survey, start, count, force, &mut output, report)?;
                output.finish()?;
                Ok(Answer::new("", json!({"start": start, "sectors": count, "file": path})))
            }
            Self::Write { image, check, resume } => {
                let name = image.name();
                write(&mut rock, &survey, image, check, resume, report).context(name)
            }
            Self::Verify(image) => {
                let name = image.name();
                verify(&mut rock, &survey, image, report).context(name)
            }
            Self::Erase { start, count } => {
                report.step("erase", count.saturating_mul(SECTOR as u64));
                rock.erase(&survey, start, count, report)?;
                Ok(Answer::new("", json!({"start": start, "sectors": count})))
            }
        }
    }
}

/// Writes an image, verifies it and says how.
pub(super) fn write(
    rock: &mut Rock<'_>,
    survey: &Survey,
    mut image: Placed,
    check: Check,
    resume: bool,
    report: &mut Report,
) -> anyhow::Result<Answer> {
    let (start, count) = (image.start, image.sectors());
    let held = if resume { held(rock, survey, &mut image, report)? } else { 0 };
    let mut known = host::Report { sectors: held, read_back: held, ..host::Report::default() };
    if held < count {
        let offset = held * SECTOR as u64;
        let length = image.input.size() - offset;
        report.step("write", length);
        let mut rest = Window::new(&mut image.input, offset, length);
        let mut writer = rock.writer(survey, check);
        writer.write(start + held, &mut rest, report)?;
        if check != Check::None {
            report.step("verify", 0);
        }
        add(&mut known, &writer.finish(report)?);
    }
    known.lines().iter().for_each(|line| report.note(line));
    let mut fields = fields(start, &known);
    fields["already_there"] = json!(held);
    Ok(Answer::new("", fields))
}

fn add(known: &mut host::Report, more: &host::Report) {
    known.sectors += more.sectors;
    known.parity += more.parity;
    known.read_back += more.read_back;
    (known.run, known.faked) = (more.run, more.faked);
}

/// How many sectors of the image the board holds for sure, from its first one on.
fn held(
    rock: &mut Rock<'_>,
    survey: &Survey,
    image: &mut Placed,
    report: &mut Report,
) -> anyhow::Result<u64> {
    report.step("compare", image.input.size());
    let (start, count) = (image.start, image.sectors());
    let held = match rock.verify(survey, start, &mut image.input, report) {
        Ok(known) if known.is_complete() => count,
        // What cannot be read is written once more.
        Ok(_) => READ_WALL.saturating_sub(start).min(count),
        Err(host::Error { cause: Cause::Differs(sector), .. }) => sector - start,
        Err(error) => return Err(error.into()),
    };
    report.note(&format!("the board holds the first {held} of {count} sectors already"));
    Ok(held)
}

fn verify(
    rock: &mut Rock<'_>,
    survey: &Survey,
    mut image: Placed,
    report: &mut Report,
) -> anyhow::Result<Answer> {
    report.step("verify", image.input.size());
    let known = rock.verify(survey, image.start, &mut image.input, report)?;
    known.lines().iter().for_each(|line| report.note(line));
    if known.is_complete() {
        return Ok(Answer::new("", fields(image.start, &known)));
    }
    let text = format!(
        "{} of {} sectors could not be verified; the others are as they should be",
        known.unverified(),
        known.sectors
    );
    Err(Problem::Unverified(text).into())
}

fn fields(start: u64, known: &host::Report) -> Value {
    json!({
        "start": start, "sectors": known.sectors, "verified": known.is_complete(),
        "by_parity": known.parity, "read_back": known.read_back, "unverified": known.unverified(),
        "faked_reads": known.faked,
        "long_run": known.run.map(|(value, bytes)| json!({"value": value, "bytes": bytes})),
    })
}
