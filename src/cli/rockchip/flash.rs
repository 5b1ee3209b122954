//! `package flash`: all of a firmware package goes to the board.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use link::Source;
use rockusb::{
    Window,
    gpt::Table,
    package::Part,
    parameter::{self, Parameter},
    wire::ResetKind,
};
use serde_json::{Value, json};

use super::{
    Context, Session,
    download::Load,
    partition,
    stream::{self, How},
    upgrade,
};
use crate::{
    cli::{files::Input, placed::Placed, rockchip_files::Checked},
    failure::Problem,
    image::{Image, Options as Reading},
    report::Answer,
};

/// Parts of a package that are for packers and for the mask ROM, and no partitions.
const NO_PARTITIONS: [&str; 3] = ["package-file", "bootloader", "parameter"];

/// A package that is sound.
pub(super) struct Job {
    path: PathBuf,
    loader: upgrade::Job,
    /// The code of the SoC that it is for.
    chip: u32,
    /// What describes its partitions: the block, and what it says.
    parameter: (Vec<u8>, Parameter),
    /// Images by the names of their partitions.
    parts: Vec<(String, Placed)>,
    reset: bool,
}

impl Job {
    pub(super) fn prepare(
        path: &Path,
        no_reset: bool,
        session: &mut Session<'_>,
    ) -> anyhow::Result<Self> {
        let mut package = Checked::open(path, session.stop, session.report)?;
        let name = path.display().to_string();
        let Some(chip) = package.wrapper.as_ref().map(|wrapper| wrapper.chip) else {
            let text = format!("{name}: an archive (RKAF) has no loader; a package (RKFW) has one");
            return Err(Problem::BadInput(text).into());
        };
        let parameter = parameter(&mut package).with_context(|| format!("{name}: parameter"))?;
        let parts = parts(&package, &name, session)?;
        let loader = upgrade::Job::prepare(path)?;
        Ok(Self { path: path.into(), loader, chip, parameter, parts, reset: !no_reset })
    }

    /// Refuses a board with this product id, where the loader is known not to start it.
    pub(super) fn suits(&self, product: u16) -> anyhow::Result<()> {
        self.loader.suits(product)
    }

    pub(super) fn loader(&self) -> anyhow::Result<Option<Load>> {
        self.loader.loader()
    }

    fn names(&self) -> String {
        self.parts.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ")
    }

    pub(super) fn plan(&self) -> Vec<String> {
        let kind = if self.parameter.1.gpt { "partition table (GPT)" } else { "parameter block" };
        let first = [
            "clear the head of the ID block, so that a board that is cut off comes up in its mask ROM".into(),
            format!("write the {kind}"),
        ];
        let parts = self.parts.iter().map(|(name, image)| {
            format!("write partition {name} and verify it: {}", image.describe())
        });
        let last = self.reset.then(|| "restart the board".into());
        first.into_iter().chain(parts).chain(self.loader.plan()).chain(last).collect()
    }

    /// What of the board's storage is lost, in words.
    pub(super) fn destroys(&self) -> String {
        let (names, file) = (self.names(), self.path.display());
        format!("replaces the loader, the partition table and {names} by those of {file}")
    }

    pub(super) fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let does = self.destroys();
        let (mut rock, survey, session) = context.survey()?;
        rock.require_chip(&survey, self.chip)?;
        self.loader.require(&mut rock, &survey, session)?;
        let table = partition::table(&survey, &self.parameter.1)?;
        let mut placed = place(&table, self.parts, self.loader.sectors() + survey.id_block())?;
        for (_, image) in &mut placed {
            stream::require_start(&mut rock, &survey, image, session)?;
        }
        session.confirm(&mut rock, &survey, does)?;
        // From here on the board is written.
        rock.clear_id_block(&survey, session.report)?;
        let known = match self.parameter.1.gpt {
            true => partition::write(&mut rock, &survey, &table, session)?,
            false => partition::write_block(&mut rock, &survey, &self.parameter.0, session)?,
        };
        let mut complete = known.is_complete();
        let mut fields = Vec::new();
        for (name, image) in placed {
            session.report.event("part", &format!("partition {name}"), &json!({"name": name}));
            let written = stream::write(&mut rock, &survey, image, How::default(), session)?;
            complete &= written.known.is_complete();
            fields.push(part_fields(&name, &written));
        }
        let (known, older) = self.loader.write(&mut rock, &survey, session)?;
        complete &= known.is_complete();
        if self.reset {
            rock.reset(ResetKind::Normal)?;
        }
        let text = if complete { "" } else { "not all of it could be verified" };
        Ok(Answer::new(
            text,
            json!({"parts": fields, "verified": complete, "reset": self.reset, "older_copies": older}),
        ))
    }
}

fn part_fields(name: &str, written: &stream::Written) -> Value {
    let mut fields = written.fields();
    fields["name"] = json!(name);
    fields
}

/// The parameter file in a package.
fn parameter(package: &mut Checked) -> anyhow::Result<(Vec<u8>, Parameter)> {
    let none =
        || Problem::BadInput("the package has none: it does not say where its parts go".into());
    let part = package.archive.find("parameter").filter(|part| part.has_data()).ok_or_else(none)?;
    let range = package.place(part);
    // With its wrapper and the padding of packers.
    let length = (range.end - range.start).min(2 * parameter::LIMIT as u64);
    let mut bytes = vec![0; length as usize];
    Window::new(&mut package.input, range.start, length)
        .read_at(0, &mut bytes)
        .map_err(anyhow::Error::from_boxed)?;
    let text = Parameter::text(&bytes)?;
    Ok((parameter::wrap(text.as_bytes())?, Parameter::parse(&bytes)?))
}

/// The images of a package. Those in layouts with holes are read through.
fn parts(
    package: &Checked,
    file: &str,
    session: &mut Session<'_>,
) -> anyhow::Result<Vec<(String, Placed)>> {
    let wanted = |part: &&Part| part.has_data() && !NO_PARTITIONS.contains(&part.name.as_str());
    let named = package.archive.parts.iter().filter(wanted).filter(|part| part.sector.is_some());
    named
        .map(|part| {
            let Input::File(input, _) = &package.input else {
                let text = "a package is read here and there: it has to be a file".into();
                return Err(Problem::Usage(text).into());
            };
            let name = format!("{file}: {}", part.name);
            let (input, range) = (input.clone(), package.place(part));
            let mut image = Image::part(name.clone(), input, range, &Reading::default())?;
            let extent = image.extent(session.report, session.stop)?;
            Ok((part.name.clone(), Placed::new(name, image, 0).of_extent(extent)))
        })
        .collect()
}

/// Every image at its partition; none may reach where the loader goes, which ends at sector `loader`.
fn place(
    table: &Table,
    parts: Vec<(String, Placed)>,
    loader: u64,
) -> anyhow::Result<Vec<(String, Placed)>> {
    if let Some(part) = table.touched(0, loader).next() {
        let text = format!("partition {} begins before the loader ends", part.name);
        return Err(Problem::BadInput(text).into());
    }
    parts
        .into_iter()
        .map(|(name, image)| Ok((name.clone(), partition::fit(table, &name, image)?)))
        .collect()
}
