//! Each operation of SPI0's set-up, left out on the strict model.

use alloc::{boxed::Box, format, string::String, vec, vec::Vec};

use link::{cable::Cable, storage};

use super::*;
use crate::{
    chips::{self, SpiStyle},
    memory::{Media, Memory, Traits},
    rom::{Behaviour, Rom},
    wire::Mode,
};

/// A board with a NOR flash of 1 MiB.
fn board(chip: &str) -> Cable {
    let chip = chips::by_name(chip).expect("a chip of the table");
    let medium = Box::new(storage::Memory::new(2048, 0xff)) as Box<dyn storage::Storage>;
    let media = Media { spi_nor: Some(medium), ..Media::default() };
    let memory = Memory::new(chip, Traits::default()).with(media);
    Cable::new(Rom::new(chip, memory, Behaviour { mode: Mode::FEL, max_packet: 512, fail: None }))
}

/// What SPI0's set-up is, and whether the flash is written and read after it without one operation.
fn works_without(chip: &str, index: Option<usize>) -> (Vec<Op>, bool) {
    let mut board = board(chip);
    let mut fel = Fel::open(&mut board).expect("a FEL");
    let port = Port::new(&mut fel).expect("there is room");
    let script = set_up::set_up(&port.spi);
    let operations = script.operations().map(|(op, _)| *op).collect();
    let script = index.map_or_else(|| script.clone(), |index| script.without(index));
    let outcome = transfer(port, &mut fel, &script);
    (operations, matches!(outcome, Ok(true)))
}

fn transfer(mut port: Port, fel: &mut Fel<'_>, set_up: &Script) -> Result<bool, Error> {
    let Found::Nor(info) = recognise(&mut port, fel, set_up)? else { return Ok(false) };
    let mut flash = Flash::new(port, info);
    let bytes: Vec<u8> = (0..700).map(|at| (at * 7 / 3) as u8).collect();
    flash.write(fel, 5000, &bytes, &mut |_| {})?;
    let mut back = vec![0; bytes.len()];
    flash.read(fel, 5000, &mut back)?;
    Ok(back == bytes && flash.holds(fel, 5000, &bytes)?)
}

/// Operations that a controller just powered on does without: the reset's wait where the next access is later than its end,
/// a divider whose reset value is no faster, and the chip select, which each script sets.
fn is_for_a_used_port(spi: &Spi, op: Op) -> bool {
    match op {
        Op::Poll(..) => true,
        Op::Write(at, _) if spi.style == SpiStyle::First => {
            [0x1c, 0x08].contains(&at.wrapping_sub(spi.base))
        }
        Op::Write(at, _) => [0x24, 0x08].contains(&at.wrapping_sub(spi.base)),
        _ => false,
    }
}

#[test]
fn spi0_that_is_set_up_without_one_operation_does_not_work() {
    for chip in ["A20", "H3", "A64", "H616", "R528"] {
        let (operations, works) = works_without(chip, None);
        assert!(works, "{chip}");
        let spi = chips::by_name(chip).and_then(chips::Chip::spi).expect("known");
        let mut missed = Vec::<String>::new();
        for (index, op) in operations.iter().enumerate() {
            let (_, works) = works_without(chip, Some(index));
            if works && !is_for_a_used_port(&spi, *op) {
                missed.push(format!("{index}: {op:x?}"));
            }
        }
        assert!(missed.is_empty(), "{chip}: not needed: {missed:?}");
    }
}
