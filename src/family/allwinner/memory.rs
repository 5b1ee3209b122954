//! Files in memory.

use anyhow::Context as _;
use fel::host::Fel;
use link::{Source, StepId, Watch};

use crate::files::memory_file::MemoryFile;

/// Writes each file to its place, then with `verify` reads all of them back. Fails where a transfer does, and where memory
/// differs from a file.
pub(crate) fn write(
    fel: &mut Fel<'_>,
    loads: &mut [MemoryFile],
    verify: bool,
    watch: &mut dyn Watch,
) -> anyhow::Result<()> {
    for load in loads.iter_mut() {
        watch.step(StepId::WRITE, &load.name, load.input.size());
        fel.write(load.address, &mut load.input, watch).with_context(|| load.name.clone())?;
    }
    loads.iter_mut().filter(|_| verify).try_for_each(|load| compare(fel, load, watch))
}

fn compare(fel: &mut Fel<'_>, load: &mut MemoryFile, watch: &mut dyn Watch) -> anyhow::Result<()> {
    let (address, size) = (load.address, load.input.size());
    watch.step(StepId::VERIFY, "verify", size);
    let mut compare = load.compare();
    fel.read(address, size, &mut compare, watch)?;
    Ok(compare.result()?)
}
