//! Commands of NOR flash, as scripts.

use alloc::vec::Vec;

use super::{
    info::{Info, PAGE},
    sfdp::Erase,
};
use crate::host::{agent::Script, spi::bus::Bus};

const WRITE_ENABLE: u8 = 0x06;
const READ_STATUS: u8 = 0x05;
const WRITE_STATUS: u8 = 0x01;
const READ: (u8, u8) = (0x03, 0x13);
const PROGRAM: (u8, u8) = (0x02, 0x12);
const BUSY: u8 = 1;
/// Microseconds between questions whether it is busy, and how many of them: 5 ms for a page, three seconds for an erasure.
const PAGE_WAIT: (u32, u32) = (20, 250);
const ERASE_WAIT: (u32, u32) = (500, 6000);

/// A page as it is sent: command, address, data. Whole words: what is left over is not sent.
pub(super) fn record(info: &Info, at: u64, page: &[u8]) -> Vec<u8> {
    let mut bytes = info.command(PROGRAM, at);
    bytes.extend(page);
    bytes.resize(record_len(info), 0);
    bytes
}

/// Bytes of a record.
pub(super) fn record_len(info: &Info) -> usize {
    (command_len(info) + PAGE).next_multiple_of(4)
}

fn command_len(info: &Info) -> usize {
    if info.is_wide() { 5 } else { 4 }
}

/// Programs pages whose records are in memory.
pub(super) fn program(bus: &mut Bus, info: &Info, records: u32, count: u32) {
    let start = bus.mark();
    bus.command(&[WRITE_ENABLE]);
    bus.send(records, (command_len(info) + PAGE) as u32, record_len(info) as u32);
    let (pause, times) = PAGE_WAIT;
    bus.wait(&[READ_STATUS], BUSY, pause, times * count);
    bus.repeat(start, count);
}

/// Erases what is at an address.
pub(super) fn erase(mut bus: Bus, info: &Info, erase: Erase, at: u64) -> Script {
    bus.command(&[WRITE_ENABLE]);
    bus.command(&info.command((erase.opcode, erase.wide), at));
    let (pause, times) = ERASE_WAIT;
    bus.wait(&[READ_STATUS], BUSY, pause, times);
    bus.script()
}

/// Reads into memory.
pub(super) fn read(mut bus: Bus, info: &Info, at: u64, to: u32, bytes: u32) -> Script {
    bus.begin(&info.command(READ, at));
    bus.receive(to, bytes);
    bus.deselect();
    bus.script()
}

/// Begins to read what is summed.
pub(super) fn begin_reading(bus: &mut Bus, info: &Info, at: u64) {
    bus.begin(&info.command(READ, at));
}

/// Asks for the status register.
pub(super) fn status(mut bus: Bus) -> Script {
    bus.begin(&[READ_STATUS]);
    bus.answer();
    bus.deselect();
    bus.script()
}

/// Writes the status register.
pub(super) fn write_status(mut bus: Bus, bytes: &[u8]) -> Script {
    bus.command(&[WRITE_ENABLE]);
    bus.command(&[&[WRITE_STATUS], bytes].concat());
    let (pause, times) = ERASE_WAIT;
    bus.wait(&[READ_STATUS], BUSY, pause, times);
    bus.script()
}
