//! What says where the images of a package go: its parameter file, or a U-Boot environment among them.

use link::{Source, SubSource, Verified, Watch};
use rockusb::{
    gpt::Table,
    package::{Environment, Part},
    parameter::{self, Parameter},
};

use super::{Target, partitions};
use crate::{failure::Problem, files::rockchip::Checked};

/// Where partitions are.
pub(super) enum Layout {
    /// A parameter file that becomes a GPT.
    Gpt(Parameter),
    /// One that stays a parameter block, which is this.
    Block(Parameter, Vec<u8>),
    /// U-Boot's environment. It is one of the images; there is no table besides.
    Environment(Environment),
}

impl Layout {
    /// The layout of a package.
    pub(super) fn of(package: &mut Checked) -> anyhow::Result<Self> {
        let has =
            |part: &&Part, name: &str| part.has_data() && part.name.eq_ignore_ascii_case(name);
        let parts = &package.archive.parts;
        if let Some(part) = parts.iter().find(|part| has(part, "parameter")).cloned() {
            // With its wrapper and the padding of packers.
            let bytes = read(package, &part, 2 * parameter::LIMIT)?;
            let parameter = Parameter::parse(&bytes)?;
            return Ok(match parameter.gpt {
                true => Self::Gpt(parameter),
                false => {
                    let block = parameter::wrap(Parameter::contents(&bytes)?)?;
                    Self::Block(parameter, block)
                }
            });
        }
        if let Some(part) = parts.iter().find(|part| has(part, "env")).cloned() {
            return Ok(Self::Environment(Environment::parse(&read(
                package,
                &part,
                Environment::LIMIT,
            )?)?));
        }
        let text = "it has neither a parameter file nor an environment: it does not say where its parts go";
        Err(Problem::BadInput(text.into()).into())
    }

    /// Lines that were passed over.
    pub(super) fn notes(&self) -> &[String] {
        match self {
            Self::Gpt(parameter) | Self::Block(parameter, _) => &parameter.notes,
            Self::Environment(_) => &[],
        }
    }

    /// Its partitions: name, first sector as written, sectors where they do not depend on the medium.
    pub(super) fn regions(&self) -> Vec<(&str, u64, Option<u64>)> {
        match self {
            Self::Gpt(parameter) | Self::Block(parameter, _) => {
                let regions = parameter.regions.iter();
                regions.map(|region| (&*region.name, region.offset, region.sectors)).collect()
            }
            Self::Environment(environment) => {
                let regions = environment.regions.iter();
                regions.map(|(name, first, sectors)| (&**name, *first, *sectors)).collect()
            }
        }
    }

    /// What is written besides the images, in words.
    pub(super) fn plan(&self) -> Option<&'static str> {
        match self {
            Self::Gpt(_) => Some("write the partition table (GPT)"),
            Self::Block(..) => Some("write the parameter block"),
            Self::Environment(_) => None,
        }
    }

    /// The partitions on a storage, which has to be one that the layout is for.
    pub(super) fn table(&self, target: &Target<'_>) -> anyhow::Result<Table> {
        let (total, survey) = (target.total()?, target.survey());
        match self {
            Self::Gpt(parameter) => Ok(parameter.table(total, 0)?),
            Self::Block(parameter, _) => {
                Ok(parameter.table(total, parameter.base(partitions::is_raw_nand(survey)))?)
            }
            Self::Environment(environment) => {
                if environment.flash != survey.block().is_some() {
                    let (medium, name) = (
                        &environment.medium,
                        survey.storage.map_or("other", |storage| storage.name()),
                    );
                    let text = format!(
                        "the package is for {medium}, not for {name} storage: choose another with --on"
                    );
                    return Err(Problem::Refused(text).into());
                }
                Ok(environment.table(total)?)
            }
        }
    }

    /// Writes what it needs besides the images. `table` is what [`table`](Self::table) returned.
    pub(super) fn write(
        &self,
        target: &mut Target<'_>,
        table: &Table,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Verified> {
        match self {
            Self::Gpt(_) => partitions::write(target, table, watch),
            Self::Block(_, block) => partitions::write_block(target, block, watch),
            Self::Environment(_) => Ok(Verified::default()),
        }
    }
}

/// The bytes of a part, or the first `most` of them.
pub(super) fn read(package: &mut Checked, part: &Part, most: usize) -> anyhow::Result<Vec<u8>> {
    let range = package.place(part);
    // At most `most`.
    let length = (range.end - range.start).min(most as u64) as usize;
    let mut bytes = vec![0; length];
    SubSource::padded(&mut package.input, range.start, length as u64)
        .read_at(0, &mut bytes)
        .map_err(anyhow::Error::from_boxed)?;
    Ok(bytes)
}
