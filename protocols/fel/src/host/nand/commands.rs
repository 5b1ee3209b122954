//! Commands of NAND flash, as scripts and parts of them.

use super::info::Geometry;
use crate::host::{agent::Script, spi::bus::Bus};

/// Registers.
pub(super) const LOCKS: u8 = 0xa0;
pub(super) const CONFIGURATION: u8 = 0xb0;
pub(super) const STATUS: u8 = 0xc0;

/// Bits of the status.
const BUSY: u8 = 1;
/// It failed, or has not ended.
pub(super) const NOT_ERASED: u8 = 4 | BUSY;
pub(super) const NOT_PROGRAMMED: u8 = 8 | BUSY;

const GET: u8 = 0x0f;
const SET: u8 = 0x1f;
const WRITE_ENABLE: u8 = 0x06;
const LOAD: u8 = 0x13;
const READ: u8 = 0x03;
const FILL: u8 = 0x02;
const PROGRAM: u8 = 0x10;
const ERASE: u8 = 0xd8;
const RESET: u8 = 0xff;

/// Microseconds between questions whether it is busy, and how many of them: 10 ms for a page that is loaded, 20 ms for one
/// that is programmed, a second for an erasure.
const LOAD_WAIT: (u32, u32) = (20, 500);
const PROGRAM_WAIT: (u32, u32) = (50, 400);
const ERASE_WAIT: (u32, u32) = (500, 2000);

/// What is added to a command's word for the next page, and for one that is 256 farther.
const NEXT: u32 = 1 << 24;
const NEXT_256: u32 = 1 << 16;

/// Bytes of some consecutive pages: the same of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// The first page.
    pub(super) page: u32,
    /// How many.
    pub(super) count: u32,
    /// The first byte of each.
    pub(super) column: u32,
    /// Bytes of each.
    pub(super) length: u32,
}

fn wait(bus: &mut Bus, (pause, times): (u32, u32), count: u32) {
    bus.wait(&[GET, STATUS], BUSY, pause, times * count);
}

/// Starts over, and waits until it is ready.
pub(super) fn reset(mut bus: Bus) -> Script {
    bus.command(&[RESET]);
    wait(&mut bus, ERASE_WAIT, 1);
    bus.script()
}

/// The question for a register.
pub(super) fn question(register: u8) -> [u8; 2] {
    [GET, register]
}

/// Sets a register.
pub(super) fn set(mut bus: Bus, register: u8, value: u8) -> Script {
    bus.command(&[SET, register, value]);
    bus.script()
}

/// Reads pieces of pages: `each` is told where a page's bytes come from the bus. Statuses go to words at `statuses`.
pub(super) fn read(bus: &mut Bus, piece: Piece, statuses: u32, each: impl FnOnce(&mut Bus)) {
    let [_, _, high, low] = piece.column.to_be_bytes();
    let start = bus.mark();
    bus.page_command(LOAD, piece.page, NEXT);
    wait(bus, LOAD_WAIT, piece.count);
    bus.keep(&[GET, STATUS], statuses);
    bus.begin(&[READ, high, low, 0]);
    each(bus);
    bus.deselect();
    bus.repeat(start, piece.count);
}

/// Programs `count` pages from `page` on with what is in memory. Statuses go to words at `statuses`.
pub(super) fn program(
    bus: &mut Bus,
    (page, count, bytes): (u32, u32, u32),
    from: u32,
    statuses: u32,
) {
    let start = bus.mark();
    bus.command(&[WRITE_ENABLE]);
    bus.begin(&[FILL, 0, 0]);
    bus.send_bursts(from, bytes);
    bus.page_command(PROGRAM, page, NEXT);
    wait(bus, PROGRAM_WAIT, count);
    bus.keep(&[GET, STATUS], statuses);
    bus.repeat(start, count);
}

/// Erases a block. Its status is the result.
pub(super) fn erase(mut bus: Bus, page: u32) -> Script {
    bus.command(&[WRITE_ENABLE]);
    bus.page_command(ERASE, page, 0);
    wait(&mut bus, ERASE_WAIT, 1);
    ask(&mut bus, STATUS);
    bus.script()
}

/// Marks a block as bad: the first spare byte of its first page. ECC has to be off. Its status is the result.
pub(super) fn mark(mut bus: Bus, page: u32, geometry: &Geometry) -> Script {
    let [_, _, high, low] = geometry.page.to_be_bytes();
    bus.command(&[WRITE_ENABLE]);
    bus.command(&[FILL, high, low, 0, 0]);
    bus.page_command(PROGRAM, page, 0);
    wait(&mut bus, PROGRAM_WAIT, 1);
    ask(&mut bus, STATUS);
    bus.script()
}

fn ask(bus: &mut Bus, register: u8) {
    bus.begin(&[GET, register]);
    bus.answer();
    bus.deselect();
}

/// Reads the first spare bytes of the first page of `count` blocks from `block` on into words at `to`: of `count` blocks that
/// fill whole groups of 256 pages, and begin with one.
pub(super) fn marks(mut bus: Bus, geometry: &Geometry, block: u32, count: u32, to: u32) -> Script {
    let [_, _, high, low] = geometry.page.to_be_bytes();
    let group = 256 / geometry.pages;
    let start = bus.mark();
    for index in 0..group {
        bus.page_command(LOAD, (block + index) * geometry.pages, NEXT_256);
        wait(&mut bus, LOAD_WAIT, count);
        // Each block of a group has its own run of words.
        bus.keep(&[READ, high, low, 0], to + 4 * index * (count / group));
    }
    bus.repeat(start, count / group);
    bus.script()
}

/// Reads a page of those that are beside all blocks.
pub(super) fn special(bus: &mut Bus, page: u32, to: u32, bytes: u32) {
    bus.page_command(LOAD, page, 0);
    wait(bus, LOAD_WAIT, 1);
    bus.begin(&[READ, 0, 0, 0]);
    bus.receive(to, bytes);
    bus.deselect();
}
