//! Storage over Optimus.

use amlogic::{
    disk::{Check, Report},
    optimus::host::{self, Media, Optimus, Part},
    package::Format,
};
use link::{Sink, Source, Watch};

use super::{Initial, Uboot, Writer};
use crate::failure::Problem;

impl Uboot for Optimus<'_> {
    fn writer(
        &mut self,
        offset: u64,
        size: u64,
        check: Check,
    ) -> anyhow::Result<Box<dyn Writer + '_>> {
        Ok(Box::new(self.writer(offset, size, check)?))
    }

    fn verify_disk(
        &mut self,
        offset: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Report> {
        Ok(self.verify_disk(offset, source, watch)?)
    }

    fn read_disk(
        &mut self,
        offset: u64,
        size: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        watch.step("reading the eMMC", size);
        Ok(self.read_disk(offset, size, sink, watch)?)
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
        watch.step(&format!("writing {name}"), source.size());
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
        watch.step(&format!("reading {name}"), size);
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
        watch.step(&format!("writing {name} to memory"), source.size());
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
        offset: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        Ok(self.write(offset, source, watch)?)
    }

    fn to_read_back(&self) -> u64 {
        self.to_read_back()
    }

    fn finish(self: Box<Self>, watch: &mut dyn Watch) -> anyhow::Result<Report> {
        Ok((*self).finish(watch)?)
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
