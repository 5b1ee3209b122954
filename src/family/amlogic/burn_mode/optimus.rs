//! Storage over Optimus.

use amlogic::{
    optimus::host::{self, Media, Optimus, Part},
    package::Format,
};
use link::{Check, Sink, Source, StepId, Verified, Watch};

use super::{Initial, Quiet, Uboot, check, in_bytes};
use crate::{failure::Problem, family::Writer};

impl Uboot for Optimus<'_> {
    fn sectors(&mut self) -> anyhow::Result<Option<u64>> {
        Ok(self.emmc_sectors()?)
    }

    fn writer(
        &mut self,
        start: u64,
        bytes: u64,
        how: Check,
    ) -> anyhow::Result<Box<dyn Writer + '_>> {
        Ok(Box::new(self.writer(in_bytes(start)?, bytes, check(how)?)?))
    }

    fn read_disk(
        &mut self,
        start: u64,
        bytes: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        Ok(self.read_disk(in_bytes(start)?, bytes, sink, watch)?)
    }

    fn initial(&mut self, how: Initial) -> anyhow::Result<()> {
        if how == Initial::Keys {
            let text = "this protocol knows no way to erase the keys alone";
            return Err(Problem::Refused(text.into()).into());
        }
        Ok(self.disk_initial(how as u8)?)
    }

    fn initial_once(&self) -> bool {
        true
    }

    fn write_part(
        &mut self,
        name: &str,
        format: Format,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        watch.step(StepId::WRITE, &format!("writing {name}"), source.size());
        let part = Part { media: Media::Store, name };
        Ok(self.write_part(part, kind(format)?, source, true, watch)?)
    }

    fn read_part(
        &mut self,
        name: &str,
        size: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        watch.step(StepId::READ, &format!("reading {name}"), size);
        let part = Part { media: Media::Store, name };
        Ok(self.read_part(part, size, sink, watch)?)
    }

    fn erase_part(&mut self, name: &str, _: Option<u64>) -> anyhow::Result<()> {
        Ok(self.erase_part(name)?)
    }

    fn erases_by_size(&self) -> bool {
        false
    }

    fn write_memory(
        &mut self,
        name: &str,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        watch.step(StepId::WRITE, &format!("writing {name} to memory"), source.size());
        let part = Part { media: Media::Mem, name };
        Ok(self.write_part(part, host::Format::Normal, source, false, watch)?)
    }

    fn begin(&mut self) -> anyhow::Result<()> {
        Ok(self.low_power()?)
    }

    fn save(&mut self) -> anyhow::Result<()> {
        Ok(self.save_setting()?)
    }

    fn restart(&mut self) -> anyhow::Result<()> {
        Ok(self.burn_complete(1)?)
    }
}

impl Writer for host::Writer<'_, '_> {
    fn write(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        Ok(self.write(in_bytes(sector)?, source, &mut Quiet(watch))?)
    }

    fn to_read_back(&self) -> u64 {
        self.to_read_back()
    }

    fn finish(self: Box<Self>, watch: &mut dyn Watch) -> anyhow::Result<Verified> {
        Ok((*self).finish(&mut Quiet(watch))?)
    }
}

fn kind(format: Format) -> Result<host::Format, Problem> {
    match format {
        Format::Normal => Ok(host::Format::Normal),
        Format::Sparse => Ok(host::Format::Sparse),
        Format::Ubifs => Ok(host::Format::Ubifs),
        other => {
            Err(Problem::BadInput(format!("the board takes nothing in this format ({other:?})")))
        }
    }
}
