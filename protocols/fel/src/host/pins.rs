//! Pins of a storage port.

use alloc::vec::Vec;

use super::agent::Op;
use crate::chips::Pins;

/// The registers of some fields, one for each pin: address, mask of the fields, and all of them at `value`.
fn fields(
    pins: &Pins,
    per_register: u32,
    bits: u32,
    value: u32,
    offset: u32,
) -> impl Iterator<Item = (u32, u32, u32)> + use<> {
    let Pins { pins, bank, .. } = *pins;
    (0..32 / per_register).filter_map(move |register| {
        let mask = |value: u32| {
            (0..per_register)
                .filter(|pin| pins >> (register * per_register + pin) & 1 != 0)
                .fold(0, |word, pin| word | value << (pin * bits))
        };
        let all = mask((1 << bits) - 1);
        (all != 0).then(|| (bank + offset + 4 * register, all, mask(value)))
    })
}

/// The registers of the pins' functions: address, mask, and what connects the pins.
pub(super) fn functions(pins: &Pins) -> impl Iterator<Item = (u32, u32, u32)> + use<> {
    fields(pins, 8, 4, pins.function, 0)
}

/// Function, pull-ups and drive of the pins.
pub(super) fn connect(pins: &Pins) -> Vec<Op> {
    let (drive, pull) = match pins.wide_drive {
        true => (fields(pins, 8, 4, pins.drive, 0x14), 0x24),
        false => (fields(pins, 16, 2, pins.drive, 0x14), 0x1c),
    };
    let all = functions(pins).chain(drive).chain(fields(pins, 16, 2, 1, pull));
    all.map(|(at, clear, set)| Op::Change(at, clear, set)).collect()
}
