//! Commands that move sectors.

use std::path::{Path, PathBuf};

use link::{Check, StepId, Watch};
use rockusb::{
    host::{self, Rock, Step, Survey},
    package::partition_image,
    wire::SECTOR,
};
use serde_json::json;

use super::{Command, Context, Session, stream};
use crate::cli::verified;
use crate::family::{How, Scope, rockchip};
use crate::{cli::output, failure::Problem, files::disk_image::DiskImage, report::Answer};

pub(super) enum Job {
    Read { start: u64, count: u64, path: PathBuf, force: bool },
    Write(DiskImage, How),
    Verify(DiskImage),
    Erase { start: u64, count: u64 },
}

impl Job {
    pub(super) fn prepare(
        command: &Command,
        session: &mut Session<'_>,
    ) -> anyhow::Result<Option<Self>> {
        Ok(Some(match command {
            Command::Read { start, count, file, force } => {
                Self::Read { start: *start, count: *count, path: file.clone(), force: *force }
            }
            Command::Write { start, image, verify, resume } => {
                let scope = if *resume { Scope::Rest } else { Scope::All };
                let how = How { check: (*verify).into(), scope };
                rockchip::check(how.check)?;
                let placed = image.named().to_write(*start, session.report, session.stop)?;
                if *start == 0 && !image.named().raw {
                    require_disk(&placed)?;
                }
                Self::Write(placed, how)
            }
            Command::Verify { start, image } => {
                Self::Verify(image.named().to_compare(*start, session.report, session.stop)?)
            }
            Command::Erase { start, count } => Self::Erase { start: *start, count: *count },
            _ => return Ok(None),
        }))
    }

    pub(super) fn plan(&self) -> Vec<String> {
        match self {
            Self::Read { start, count, path, .. } => {
                vec![format!("read {count} sectors from sector {start} into {}", path.display())]
            }
            Self::Write(image, how) => {
                let first = (how.scope == Scope::Rest)
                    .then(|| "compare with what the board already holds".to_owned());
                let write = format!("write {} from sector {}", image.describe(), image.start);
                let verify = match how.check {
                    Check::Best => Some("verify by the loader's parity, else by reading back"),
                    Check::Parity => Some("verify by the loader's parity"),
                    Check::ReadBack => Some("verify by reading back"),
                    Check::BoardSum | Check::None => None,
                };
                first.into_iter().chain([write]).chain(verify.map(Into::into)).collect()
            }
            Self::Verify(image) => {
                vec![format!("compare {} from sector {}", image.describe(), image.start)]
            }
            Self::Erase { start, count } => {
                vec![format!("erase {count} sectors from sector {start}")]
            }
        }
    }

    /// What of the board's storage is lost, in words.
    pub(super) fn destroys(&self) -> Option<String> {
        match self {
            Self::Write(image, _) => Some(image.overwrites()),
            Self::Erase { start, count } => {
                Some(format!("erases {count} sectors from sector {start}"))
            }
            Self::Read { .. } | Self::Verify(_) => None,
        }
    }

    /// Refuses what does not fit.
    fn check_room(&self, rock: &mut Rock<'_>, survey: &Survey) -> Result<(), host::Error> {
        match self {
            Self::Write(image, _) => {
                rock.check_room(Step::Write, survey, image.start, image.sectors().unwrap_or(0))
            }
            Self::Erase { start, count } => rock.check_room(Step::Erase, survey, *start, *count),
            Self::Read { .. } | Self::Verify(_) => Ok(()),
        }
    }

    pub(super) fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let (mut rock, survey, session) = context.survey()?;
        if let Some(does) = self.destroys() {
            self.check_room(&mut rock, &survey)?;
            session.confirm(&mut rock, &survey, does)?;
        }
        match self {
            Self::Read { start, count, path, force } => {
                read(&mut rock, &survey, (start, count), &path, force, session)
            }
            Self::Write(mut image, how) => {
                let written = stream::write(&mut rock, &survey, &mut image, how, session)?;
                Ok(Answer::new("", verified::written(image.start, &written)))
            }
            Self::Verify(mut image) => {
                let known = stream::verify(&mut rock, &survey, &mut image, session)?;
                let mut fields = verified::fields(&known);
                fields["start"] = json!(image.start);
                Ok(Answer::new("", fields))
            }
            Self::Erase { start, count } => {
                session.report.step(StepId::ERASE, "erase", count.saturating_mul(SECTOR as u64));
                rock.erase(&survey, start, count, session.report)?;
                Ok(Answer::new("", json!({"start": start, "sectors": count})))
            }
        }
    }
}

/// Refuses an image for one partition where the image of a disk belongs.
fn require_disk(image: &DiskImage) -> Result<(), Problem> {
    match partition_image(image.head()) {
        None => Ok(()),
        Some(what) => Err(Problem::Refused(format!(
            "{}: it is {what}, not the image of a disk: at sector 0 it replaces the partition table (--raw writes it \
             all the same)",
            image.name()
        ))),
    }
}

/// Reads sectors into a file.
pub(super) fn read(
    rock: &mut Rock<'_>,
    survey: &Survey,
    (start, count): (u64, u64),
    path: &Path,
    force: bool,
    session: &mut Session<'_>,
) -> anyhow::Result<Answer> {
    let mut output = output::create(path, session.report)?;
    session.report.step(StepId::READ, "read", count.saturating_mul(SECTOR as u64));
    rock.read(survey, start, count, force, &mut output, session.report)?;
    output.finish()?;
    Ok(Answer::new("", json!({"start": start, "sectors": count, "file": path})))
}
