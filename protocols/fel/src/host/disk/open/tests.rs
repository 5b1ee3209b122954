//! Each operation of a port's set-up, left out on the strict model.

use alloc::{boxed::Box, format, string::String, vec, vec::Vec};

use link::{cable::Cable, storage};

use super::*;
use crate::{
    chips,
    memory::{Media, Memory, Traits},
    rom::{Behaviour, Rom},
    wire::Mode,
};

/// A board with a card and an eMMC.
fn board(chip: &str) -> Cable {
    let chip = chips::by_name(chip).expect("a chip of the table");
    let medium = || Some(Box::new(storage::Memory::new(4096, 0xee)) as Box<dyn storage::Storage>);
    let media = Media { sd: medium(), emmc: medium(), ..Media::default() };
    let memory = Memory::new(chip, Traits::default()).with(media);
    Cable::new(Rom::new(chip, memory, Behaviour { mode: Mode::FEL, max_packet: 512, fail: None }))
}

/// What a port's set-up is, and whether sectors are written and read after it without one operation.
fn works_without(chip: &str, port: Port, index: Option<usize>) -> (Vec<(Op, &'static str)>, bool) {
    let mut board = board(chip);
    let mut fel = Fel::open(&mut board).expect("a FEL");
    let mmc = fel.chip().expect("known").mmc(port).expect("known");
    let agent = Agent::new(&mut fel, &mmc).expect("there is room");
    let mut opening = Opening { fel: &mut fel, agent, mmc };
    opening.agent.start_clock(opening.fel).expect("the timer runs");
    let script = port::set_up(&mmc);
    let operations = script.operations().copied().collect();
    let script = index.map_or_else(|| script.clone(), |index| script.without(index));
    let set_up = opening.run(&script);
    let outcome = set_up.and_then(|_| transfer(opening));
    (operations, matches!(outcome, Ok(true)))
}

fn transfer(mut opening: Opening<'_, '_>) -> Result<bool, Error> {
    let (is_emmc, conditions) = opening.recognise()?;
    let Opening { fel, agent, mmc } = opening;
    let by_sector = conditions & BY_SECTOR != 0;
    let opening = Opening { fel: &mut *fel, agent, mmc };
    let mut disk = opening.finish(is_emmc, by_sector, Part::User)?;
    let bytes: Vec<u8> = (0..3 * 512).map(|at| (at * 7 / 3) as u8).collect();
    disk.write(fel, 9, &bytes, &mut |_| {})?;
    let mut back = vec![0; bytes.len()];
    disk.read(fel, 9, &mut back)?;
    Ok(back == bytes && disk.holds(fel, 9, &bytes)?)
}

/// Operations that a controller just powered on does without. A boot ROM that has tried the port leaves it otherwise.
fn is_for_a_used_port(mmc: &Mmc, is_emmc: bool, op: Op) -> bool {
    let own = |at: u32| at.wrapping_sub(mmc.base) < 0x1000;
    match op {
        // The module's clock before the reset of the controller, the mask, the time-out, one data line, the clock off and its
        // update, and events of the updates.
        Op::Write(at, value) => {
            let offset = at.wrapping_sub(mmc.base);
            at == mmc.clock
                || own(at) && matches!(offset, 0x30 | 0x08 | 0x0c | 0x38)
                || own(at) && offset == 0x04 && value == 0
                || own(at) && offset == 0x18
                // A failed question about an SD card resets the controller, too.
                || own(at) && offset == 0 && is_emmc
        }
        Op::Poll(..) | Op::Delay(_) => true,
        // Pins from the seventeenth on: an eMMC's reset, strobe or eighth line, which four lines do without.
        Op::Change(at, ..) => [0x08, 0x0c, 0x18, 0x20].contains(&at.wrapping_sub(mmc.pins.bank)),
        _ => false,
    }
}

#[test]
fn a_port_that_is_set_up_without_one_operation_does_not_work() {
    for (chip, port) in [
        ("A20", Port::Card),
        ("H3", Port::Card),
        ("H3", Port::Emmc),
        ("A64", Port::Emmc),
        ("H616", Port::Emmc),
        ("D1", Port::Card),
        ("D1", Port::Emmc),
    ] {
        let (operations, works) = works_without(chip, port, None);
        assert!(works, "{chip} {port:?}");
        let mmc = chips::by_name(chip).and_then(|chip| chip.mmc(port)).expect("known");
        let mut missed = Vec::<String>::new();
        let mut needed = 0;
        for (index, (op, _)) in operations.iter().enumerate() {
            let (_, works) = works_without(chip, port, Some(index));
            needed += usize::from(!works);
            if works && !is_for_a_used_port(&mmc, port == Port::Emmc, *op) {
                missed.push(format!("{index}: {op:x?}"));
            }
        }
        assert!(missed.is_empty(), "{chip} {port:?}: not needed: {missed:?}");
        assert!(needed >= 7, "{chip} {port:?}: {needed}");
    }
}
