//! Storage over ADNL.

use amlogic::{
    adnl::{
        host::{self, Action, Adnl, Cause, Error, Step},
        wire::{self, Identify, Reboot, Stage, Transfer},
    },
    package::Format,
};
use link::{Check, Sink, Source, Verified, Watch, storage::SECTOR};

use super::{Initial, Quiet, Uboot, check, in_bytes};
use crate::{failure::Problem, family::Writer};

impl Uboot for Adnl<'_> {
    fn sectors(&mut self) -> anyhow::Result<Option<u64>> {
        takes_commands(self.identify()?)?;
        Ok(self.capacity()?.map(|bytes| bytes / SECTOR as u64))
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
        Ok(self.read_disk(in_bytes(start)?, bytes, sink, &mut Quiet(watch))?)
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

/// Refuses the stages of ADNL that know no commands: they would only say so in their own words.
pub(crate) fn takes_commands(identify: Identify) -> Result<(), Error> {
    let wanted = &[Stage::UBOOT];
    if wanted.contains(&identify.stage) {
        return Ok(());
    }
    let cause = Cause::State { found: identify.stage, wanted };
    Err(Error { step: Step::Command, action: Action::Check, cause, good: None })
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
