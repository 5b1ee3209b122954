//! Storage through usbplug or a loader.

use std::{borrow::BorrowMut, marker::PhantomData};

use link::{Check, Sink, Source, Verified, Watch};
use rockusb::{
    host::{self, Cause, Error, Rock, Step, Survey, Verifier},
    wire::SECTOR,
};

use crate::{
    boards::storage::Storage,
    failure::Problem,
    family::{BlockTarget, Comparer, Medium, Writer},
};

const BYTES: u64 = SECTOR as u64;

/// The storage that a loader has chosen.
pub struct Target<'a, R> {
    rock: R,
    survey: Survey,
    link: PhantomData<Rock<'a>>,
}

impl<'a, R: BorrowMut<Rock<'a>>> Target<'a, R> {
    /// The storage that `survey` is about.
    pub fn new(rock: R, survey: &Survey) -> Self {
        Self { rock, survey: *survey, link: PhantomData }
    }

    fn rock(&mut self) -> &mut Rock<'a> {
        self.rock.borrow_mut()
    }
}

/// What a survey says of the chosen storage.
pub fn medium(survey: &Survey) -> Medium {
    let name = survey.storage.map(|storage| storage.name());
    Medium {
        kind: name.and_then(|name| Storage::ALL.into_iter().find(|kind| kind.name() == name)),
        sectors: survey.sectors(),
        id: survey.id.map(|id| id.name()),
    }
}

/// How rockusb verifies. Fails where it cannot do that.
pub fn check(check: Check) -> Result<host::Check, Problem> {
    match check {
        Check::Best => Ok(host::Check::Best),
        Check::Parity => Ok(host::Check::Parity),
        Check::ReadBack => Ok(host::Check::ReadBack),
        Check::None => Ok(host::Check::None),
        Check::BoardSum => Err(Problem::Usage(
            "Rockchip's loaders make no sums: choose parity or read-back".into(),
        )),
    }
}

/// What rockusb knows, in the words of every family.
pub fn known(report: &host::Report) -> Verified {
    Verified {
        bytes: report.sectors * BYTES,
        parity: report.parity * BYTES,
        read_back: report.read_back * BYTES,
        board_sum: 0,
        run: report.run,
        why: report.faked.then_some("this loader does not read above 32 MiB"),
    }
}

impl<'a, R: BorrowMut<Rock<'a>>> BlockTarget for Target<'a, R> {
    fn medium(&self) -> Medium {
        medium(&self.survey)
    }

    fn judged(&self) -> u64 {
        self.survey.id_end()
    }

    fn judge(&mut self, start: u64, bytes: &mut dyn Source) -> anyhow::Result<()> {
        let survey = self.survey;
        Ok(self.rock().require_start(&survey, start, bytes)?)
    }

    fn writer(
        &mut self,
        start: u64,
        bytes: u64,
        how: Check,
    ) -> anyhow::Result<Box<dyn Writer + '_>> {
        let (survey, how) = (self.survey, check(how)?);
        self.rock().check_room(Step::Write, &survey, start, bytes.div_ceil(BYTES))?;
        Ok(Box::new(self.rock().writer(&survey, how)))
    }

    fn comparer(&mut self) -> Box<dyn Comparer + '_> {
        let survey = self.survey;
        Box::new(self.rock().verifier(&survey))
    }

    fn read(
        &mut self,
        start: u64,
        sectors: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        let survey = self.survey;
        Ok(self.rock().read(&survey, start, sectors, false, sink, watch)?)
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
        Ok(known(&(*self).finish(watch)?))
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
        known(&self.report())
    }
}
