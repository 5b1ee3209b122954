//! Storage through usbplug or a loader.

use link::{Check, Silent, Sink, Source, StepId, Verified, Watch};
use rockusb::{
    chips,
    gpt::PRIMARY_SECTORS,
    host::{self, Cause, Error, Rock, Step, Survey, Verifier},
    wire::SECTOR,
};

use crate::{
    boards::storage::Storage,
    failure::Problem,
    family::{BlockTarget, Comparer, Context, How, Medium, Writer, Written, transfer},
    files::disk_image::DiskImage,
    number::size,
    plan::{Loss, contents},
    session::UsbSession,
};

const BYTES: u64 = SECTOR as u64;

/// The storage that a loader has chosen, and all that the board says of itself.
pub struct Target<'a> {
    pub(super) rock: Rock<'a>,
    pub(super) survey: Survey,
    forced: bool,
}

impl<'a> Target<'a> {
    /// Asks a board whose program answers commands for all that it says of itself.
    pub fn open(board: &'a mut UsbSession) -> anyhow::Result<Self> {
        let product = board.ids().1;
        let mut rock = Rock::answered(&mut board.link);
        let survey = Survey { product: Some(product), ..rock.survey()? };
        Ok(Self { rock, survey, forced: false })
    }

    /// The same, reading also what the loader is known to make up.
    pub fn forced(self, forced: bool) -> Self {
        Self { forced, ..self }
    }

    /// What the board says of itself.
    pub fn survey(&self) -> &Survey {
        &self.survey
    }

    /// The SoC, by the table's name where it is there.
    pub fn soc(&self) -> Option<String> {
        let chip = self.survey.chip?;
        Some(chips::by_code(chip.code()).map_or_else(|| chip.name(), |known| known.name.into()))
    }

    /// Sectors of the storage. Fails where the board does not tell.
    pub fn total(&self) -> Result<u64, Problem> {
        let untold = || Problem::Refused("the board does not tell how large its storage is".into());
        self.survey.sectors().ok_or_else(untold)
    }

    /// What is lost by what a command `does`, as far as the board tells.
    pub fn loss(&mut self, does: String) -> Loss {
        let mut head = Vec::new();
        let Self { rock, survey, .. } = self;
        let read = rock.read(survey, 0, PRIMARY_SECTORS, false, &mut head, &mut Silent);
        let long = survey.sectors().map(|sectors| format!(" ({})", size(sectors * BYTES)));
        let long = long.unwrap_or_default();
        Loss {
            does,
            storage: survey.storage.map(|storage| format!("{storage}{long}")),
            soc: self.soc().map(|soc| format!("the {soc}")),
            holds: read.ok().and_then(|()| contents(&head)),
        }
    }

    /// Refuses sectors that the storage does not have, or cannot erase for themselves.
    pub fn check_room(&mut self, step: Step, start: u64, sectors: u64) -> anyhow::Result<()> {
        Ok(self.rock.check_room(step, &self.survey, start, sectors)?)
    }

    /// Writes an image, verifies it and says how.
    pub fn write(
        &mut self,
        image: &mut DiskImage,
        how: How,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Written> {
        let written = transfer::write(self, image, how, cx)?;
        written.tell(cx.desk);
        Ok(written)
    }

    /// Compares storage with an image, and says how far that goes.
    pub fn verify(
        &mut self,
        image: &mut DiskImage,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Verified> {
        self.check_room(Step::Verify, image.start, image.sectors().unwrap_or(0))?;
        let known = transfer::verify(self, image, cx)?;
        transfer::tell(&known, cx.desk);
        Ok(known)
    }

    /// Erases sectors, and checks that they are empty.
    pub fn erase(&mut self, start: u64, sectors: u64, watch: &mut dyn Watch) -> anyhow::Result<()> {
        watch.step(StepId::ERASE, "erase", sectors.saturating_mul(BYTES));
        Ok(self.rock.erase(&self.survey, start, sectors, watch)?)
    }
}

/// What a survey says of the chosen storage.
pub fn medium(survey: &Survey) -> Medium {
    let name = survey.storage.map(|storage| storage.name());
    Medium {
        kind: name.and_then(|name| Storage::ALL.into_iter().find(|kind| kind.name() == name)),
        sectors: survey.sectors(),
        id: survey.id.map(|id| id.name()),
        boots: None,
        part: None,
    }
}

/// Refuses a check that no loader can do.
pub fn check(check: Check) -> Result<(), Problem> {
    if check == Check::BoardSum {
        return Err(Problem::Usage(
            "Rockchip's loaders make no sums: choose parity or read-back".into(),
        ));
    }
    Ok(())
}

impl BlockTarget for Target<'_> {
    fn medium(&self) -> Medium {
        medium(&self.survey)
    }

    fn judged(&self) -> u64 {
        self.survey.id_end()
    }

    fn judge(&mut self, start: u64, bytes: &mut dyn Source) -> anyhow::Result<()> {
        Ok(self.rock.require_start(&self.survey, start, bytes)?)
    }

    fn writer(
        &mut self,
        start: u64,
        bytes: u64,
        how: Check,
    ) -> anyhow::Result<Box<dyn Writer + '_>> {
        check(how)?;
        self.check_room(Step::Write, start, bytes.div_ceil(BYTES))?;
        Ok(Box::new(self.rock.writer(&self.survey, how)))
    }

    fn comparer(&mut self) -> Box<dyn Comparer + '_> {
        Box::new(self.rock.verifier(&self.survey))
    }

    fn read(
        &mut self,
        start: u64,
        sectors: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        Ok(self.rock.read(&self.survey, start, sectors, self.forced, sink, watch)?)
    }
}

impl Writer for host::Writer<'_, '_> {
    fn write(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        Ok(self.write(sector, source, watch)?)
    }

    fn to_read_back(&self) -> u64 {
        self.to_read_back() * BYTES
    }

    fn finish(self: Box<Self>, watch: &mut dyn Watch) -> anyhow::Result<Verified> {
        Ok((*self).finish(watch)?)
    }
}

impl Comparer for Verifier<'_, '_> {
    fn compare(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Option<u64>> {
        match self.compare(sector, source, watch) {
            Ok(()) => Ok(None),
            Err(Error { cause: Cause::Differs(at), .. }) => Ok(Some(at)),
            Err(error) => Err(error.into()),
        }
    }

    fn known(&self) -> Verified {
        self.known()
    }
}
