//! Storage over ADNL.

use amlogic::{
    adnl::{
        host::{self, Adnl},
        wire::{self, Reboot, Stage, Transfer},
    },
    disk::{Check, Report},
    package::Format,
};
use link::{Sink, Source, Watch};

use super::{Initial, Uboot, Writer};
use crate::failure::Problem;

impl Uboot for Adnl<'_> {
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
        Ok(self.read_disk(offset, size, sink, watch)?)
    }

    fn initial(&mut self, how: Initial) -> anyhow::Result<()> {
        Ok(self.disk_initial(how)?)
    }

    fn initial_once(&self) -> bool {
        false
    }

    fn write_part(
        &mut self,
        name: &str,
        format: Format,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        let transfer = Transfer::store(name, kind(format)?, source.size());
        let written = self.write(&transfer, source, watch)?;
        match written.verified {
            true => Ok(()),
            false => Err(Problem::Unverified(format!("{name} was not verified")).into()),
        }
    }

    fn read_part(
        &mut self,
        name: &str,
        size: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        let transfer = Transfer::store(name, wire::Format::Normal, size);
        Ok(self.read(&transfer, sink, watch)?)
    }

    fn erase_part(&mut self, name: &str, size: Option<u64>) -> anyhow::Result<()> {
        let size = size.ok_or_else(|| Problem::Usage("how long is the partition?".into()))?;
        Ok(self.erase_part(name, size)?)
    }

    fn erases_by_size(&self) -> bool {
        true
    }

    fn write_memory(
        &mut self,
        name: &str,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        let transfer = Transfer::mem(name, source.size());
        self.write(&transfer, source, watch)?;
        Ok(())
    }

    fn mark(&mut self, mark: u8) -> anyhow::Result<()> {
        Ok(self.mark(Stage::UBOOT, mark)?)
    }

    fn needs_header(&mut self) -> anyhow::Result<bool> {
        Ok(self.needs_sheader()?)
    }

    fn save(&mut self) -> anyhow::Result<()> {
        Ok(self.save_setting()?)
    }

    fn restart(&mut self) -> anyhow::Result<()> {
        Ok(self.reboot(Reboot::Normal)?)
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

fn kind(format: Format) -> Result<wire::Format, Problem> {
    match format {
        Format::Normal => Ok(wire::Format::Normal),
        Format::Sparse => Ok(wire::Format::Sparse),
        Format::Ubifs => Ok(wire::Format::Ubifs),
        other => {
            Err(Problem::BadInput(format!("the board takes nothing in this format ({other:?})")))
        }
    }
}
