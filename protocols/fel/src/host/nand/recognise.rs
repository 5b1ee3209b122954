//! Who a NAND flash is, and which of its blocks are bad.

use alloc::{string::String, vec::Vec};

use super::{
    chips,
    commands::{self, CONFIGURATION, LOCKS},
    info::{Ecc, Geometry, Info},
    parameters,
};
use crate::host::{Cause, Error, Fel, error::Action, spi::Port};

/// Bits of the configuration: ECC; Winbond's reading from the buffer, and not on; pages beside all blocks, and the bit that
/// locks them for ever, which stays clear.
const ECC: u8 = 0x10;
const BUFFER: u8 = 0x08;
const SPECIAL: u8 = 0x40;
const FOR_EVER: u8 = 0x80;
/// The page of parameters.
const PARAMETERS: u32 = 1;
/// Bytes at the end of the agent's block, where statuses are kept: for a block of 256 pages.
pub(super) const STATUSES: u32 = 1024;

/// Resets a flash, and has it tell what it is.
pub(in crate::host) fn recognise(port: &mut Port, fel: &mut Fel<'_>) -> Result<Info, Error> {
    let script = commands::reset(port.bus("FFh (reset)"));
    port.agent.run(fel, &[], &script)?;
    let [maker, device, more, _] = port.asked(fel, &[0x9f, 0], "9Fh (id)")?;
    let id = [maker, device, more];
    let locks = register(port, fel, LOCKS)?;
    let found = register(port, fel, CONFIGURATION)? & !(SPECIAL | FOR_EVER);
    let configuration = found | ECC | if maker == 0xef { BUFFER } else { 0 };
    let known = chips::by_id(id);
    let is_known = known.is_some();
    let (name, geometry, ecc) = match known {
        Some(chip) => (chip.name.into(), chip.geometry(), chip.ecc),
        None => by_parameters(port, fel, configuration, id)?,
    };
    if port.agent.room().block_size < geometry.page + STATUSES {
        return Err(fel.error(Action::Check, Cause::NoFlash(id)));
    }
    set(port, fel, configuration & !ECC)?;
    let bad = bad_blocks(port, fel, &geometry)?;
    set(port, fel, configuration)?;
    Ok(Info { id, name, is_known, geometry, bad, locks, ecc, configuration })
}

fn register(port: &mut Port, fel: &mut Fel<'_>, register: u8) -> Result<u8, Error> {
    Ok(port.asked(fel, &commands::question(register), "0Fh (get a register)")?[0])
}

/// Sets the configuration.
pub(super) fn set(port: &mut Port, fel: &mut Fel<'_>, value: u8) -> Result<(), Error> {
    let script = commands::set(port.bus("1Fh (set a register)"), CONFIGURATION, value);
    port.agent.run(fel, &[], &script).map(|_| ())
}

/// What the parameter page says.
fn by_parameters(
    port: &mut Port,
    fel: &mut Fel<'_>,
    configuration: u8,
    id: [u8; 3],
) -> Result<(String, Geometry, Ecc), Error> {
    set(port, fel, configuration & !ECC | SPECIAL)?;
    let mut bus = port.bus("reading the parameter page");
    let to = port.agent.room().block;
    commands::special(&mut bus, PARAMETERS, to, parameters::LENGTH as u32);
    port.agent.run(fel, &[], &bus.script())?;
    let page = fel.read_bytes(to, parameters::LENGTH)?;
    set(port, fel, configuration)?;
    let Some((name, geometry)) = parameters::parse(&page) else {
        return Err(fel.error(Action::Check, Cause::NoFlash(id)));
    };
    Ok((name, geometry, Ecc { three_is_corrected: false }))
}

/// Blocks that are marked: the first spare byte of the first page is not FFh. ECC is off, which would change it.
fn bad_blocks(port: &mut Port, fel: &mut Fel<'_>, geometry: &Geometry) -> Result<Vec<u32>, Error> {
    let group = 256 / geometry.pages;
    // A script's steps carry nothing out of 65,536 pages.
    let most = (port.agent.room().block_size / 4).min(256 * group) / group * group;
    let to = port.agent.room().block;
    let mut bad = Vec::new();
    let mut block = 0;
    while block < geometry.blocks {
        let end = (block / (256 * group) + 1) * 256 * group;
        let count = most.min(geometry.blocks.next_multiple_of(group) - block).min(end - block);
        let bus = port.bus("reading the marks of bad blocks");
        let script = commands::marks(bus, geometry, block, count, to);
        port.agent.run(fel, &[], &script)?;
        let words = fel.read_bytes(to, 4 * count as usize)?;
        let rows = count / group;
        let first = |index: u32| words[4 * (index % group * rows + index / group) as usize];
        bad.extend((0..count).filter(|index| first(*index) != 0xff).map(|index| block + index));
        block += count;
    }
    bad.retain(|block| *block < geometry.blocks);
    Ok(bad)
}
