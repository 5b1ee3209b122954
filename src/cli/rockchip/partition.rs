//! Partition tables, and partitions by their names.

use std::path::{Path, PathBuf};

use link::Watch;
use rockusb::{
    gpt::{self, Place, Table},
    host::{self, Check, Rock, Survey},
    parameter::Parameter,
    wire::SECTOR,
};
use serde_json::{Value, json};

use super::{
    Command, Context, Gpt, image,
    sectors::{self, Placed},
};
use crate::{
    cli::{Options, files::read_image},
    failure::Problem,
    report::{Answer, Report},
    transport::Stop,
};

pub(super) enum Job {
    /// Print the table.
    Print,
    /// Write the table that a parameter file describes.
    Table(PathBuf, Parameter),
    /// Write an image to the partition of that name.
    Image(String, Placed),
}

impl Job {
    pub(super) fn prepare(command: &Command) -> anyhow::Result<Option<Self>> {
        Ok(Some(match command {
            Command::Gpt { what: None } => Self::Print,
            Command::Gpt { what: Some(Gpt::Write { file }) } => {
                Self::Table(file.clone(), parameter(file)?)
            }
            Command::WritePartition { name, file, raw } => {
                Self::Image(name.clone(), Placed::new(file, image::open(file, *raw)?, 0))
            }
            _ => return Ok(None),
        }))
    }

    pub(super) fn plan(&self) -> Vec<String> {
        match self {
            Self::Print => vec!["read the partition table".into()],
            Self::Table(_, parameter) => {
                let names = parameter.regions.iter().map(|region| region.name.as_str());
                let names = names.collect::<Vec<_>>().join(", ");
                vec![format!(
                    "write a partition table with {names}: the backup first, then the primary"
                )]
            }
            Self::Image(name, image) => vec![
                "read the partition table".into(),
                format!("write {}: {} sectors to partition {name}", image.name(), image.sectors()),
            ],
        }
    }

    /// Another table is the end of what the old one led to.
    pub(super) fn confirm(&self, options: &Options, stop: &Stop) -> anyhow::Result<()> {
        let Self::Table(path, _) = self else { return Ok(()) };
        crate::cli::confirm::confirm(
            options,
            &format!("replace the partition table by {}", path.display()),
            stop,
        )
    }

    pub(super) fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let (mut rock, survey, report) = context.survey()?;
        match self {
            Self::Print => {
                let table = read(&mut rock, &survey, report)?;
                Ok(Answer::new(lines(&table).join("\n"), fields(&table)))
            }
            Self::Table(_, parameter) => write(&mut rock, &survey, &parameter, report),
            Self::Image(name, image) => {
                let table = read(&mut rock, &survey, report)?;
                let part = table.find(&name).ok_or_else(|| unknown(&table, &name))?;
                if image.sectors() > part.sectors() {
                    let (has, room) = (image.sectors(), part.sectors());
                    let text = format!(
                        "{}: {has} sectors do not fit into partition {name}, which has {room}",
                        image.name()
                    );
                    return Err(Problem::Refused(text).into());
                }
                let image = image.at(part.first);
                sectors::write(&mut rock, &survey, image, Check::Best, false, report)
            }
        }
    }
}

fn parameter(path: &Path) -> anyhow::Result<Parameter> {
    let bad = |error: rockusb::Unsound| Problem::BadInput(format!("{}: {error}", path.display()));
    Ok(Parameter::parse(&read_image(path)?).map_err(bad)?)
}

fn unknown(table: &Table, name: &str) -> Problem {
    let names: Vec<_> = table.partitions.iter().map(|part| part.name.as_str()).collect();
    Problem::Refused(format!("no partition is called {name}; there are {}", names.join(", ")))
}

/// Writes the backup first: a table that tells of a backup finds one.
fn write(
    rock: &mut Rock<'_>,
    survey: &Survey,
    parameter: &Parameter,
    report: &mut Report,
) -> anyhow::Result<Answer> {
    let untold = || Problem::Refused("the board does not tell how large its storage is".into());
    let total = survey.sectors().ok_or_else(untold)?;
    let table = parameter.table(total)?;
    let (primary, backup) = table.build(total)?;
    report.step("partition table", (primary.len() + backup.len()) as u64);
    let mut writer = rock.writer(survey, Check::Best);
    writer.write(total - gpt::BACKUP_SECTORS, &mut backup.as_slice(), report)?;
    writer.write(0, &mut primary.as_slice(), report)?;
    let known: host::Report = writer.finish(report)?;
    known.lines().iter().for_each(|line| report.note(line));
    let mut fields = fields(&table);
    fields["verified"] = json!(known.is_complete());
    Ok(Answer::new(lines(&table).join("\n"), fields))
}

/// The table on the chosen medium, or its backup.
fn read(rock: &mut Rock<'_>, survey: &Survey, report: &mut Report) -> anyhow::Result<Table> {
    let mut bytes = Vec::new();
    rock.read(survey, 0, gpt::PRIMARY_SECTORS, false, &mut bytes, report)?;
    let why = match Table::parse(Place::primary(&bytes)) {
        Ok(Some(table)) => return Ok(table),
        Ok(None) => "there is no GPT at its place".into(),
        Err(error) => error.to_string(),
    };
    report.note(&format!("{why}; looking for the backup at the end"));
    backup(rock, survey, report)?.ok_or_else(|| anyhow::Error::msg(why))
}

fn backup(
    rock: &mut Rock<'_>,
    survey: &Survey,
    watch: &mut dyn Watch,
) -> anyhow::Result<Option<Table>> {
    let Some(total) = survey.sectors().filter(|total| *total > gpt::BACKUP_SECTORS) else {
        return Ok(None);
    };
    let mut bytes = Vec::new();
    rock.read(survey, total - gpt::BACKUP_SECTORS, gpt::BACKUP_SECTORS, false, &mut bytes, watch)?;
    let table = Table::parse(Place::backup(&bytes, total));
    Ok(table.map_err(|error| Problem::Differs(error.to_string()))?)
}

fn lines(table: &Table) -> Vec<String> {
    let head = format!("{:>3} {:>12} {:>12} {:>10} name", "no", "first", "last", "MiB");
    let line = |(index, part): (usize, &gpt::Partition)| {
        let mib = part.sectors() as f64 * SECTOR as f64 / f64::from(1 << 20);
        format!("{:>3} {:>12} {:>12} {mib:>10.1} {}", index + 1, part.first, part.last, part.name)
    };
    std::iter::once(head).chain(table.partitions.iter().enumerate().map(line)).collect()
}

fn fields(table: &Table) -> Value {
    let part = |part: &gpt::Partition| json!({"name": part.name, "first": part.first, "last": part.last, "sectors": part.sectors()});
    json!({"partitions": table.partitions.iter().map(part).collect::<Vec<_>>()})
}
