//! Each command to the flash, kept from it on the strict model.

use alloc::{boxed::Box, format, string::String, vec, vec::Vec};

use link::{cable::Cable, storage};

use super::{
    commands::{self, CONFIGURATION, LOCKS, Piece},
    info::Ecc,
    *,
};
use crate::{
    chips,
    host::{
        agent::{Op, Script},
        spi::set_up,
    },
    memory::{Media, Memory, Traits},
    rom::{Behaviour, Rom},
    wire::Mode,
};

const PAGE: usize = 2048;
/// The first page of the block that is written.
const FIRST: u32 = 192;

/// An H3 with a NAND flash, each block of which holds zeros.
fn board() -> Cable {
    let chip = chips::by_name("H3").expect("a chip of the table");
    let mut medium = storage::Memory::new(1 << 18, 0xff);
    let block = vec![0; 128 << 10];
    storage::Storage::write_at(&mut medium, u64::from(FIRST) * 4, &block).expect("it is there");
    let media = Media { spi_nand: Some(Box::new(medium)), ..Media::default() };
    let memory = Memory::new(chip, Traits::default()).with(media);
    Cable::new(Rom::new(chip, memory, Behaviour { mode: Mode::FEL, max_packet: 512, fail: None }))
}

/// The flash behind an SPI0 that is set up, without a look at its blocks.
fn flash(fel: &mut Fel<'_>) -> Nand {
    let mut port = Port::new(fel).expect("there is room");
    let spi = fel.chip().ok().and_then(chips::Chip::spi).expect("known");
    port.agent.run(fel, &[], &set_up::set_up(&spi)).expect("it is set up");
    let info = Info {
        id: [0xef, 0xaa, 0x21],
        name: "made up".into(),
        is_known: true,
        geometry: Geometry { page: PAGE as u32, spare: 64, pages: 64, blocks: 1024 },
        bad: Vec::new(),
        locks: 0,
        ecc: Ecc { three_is_corrected: false },
        configuration: 0x18,
    };
    Nand::new(port, info)
}

/// What the flash is told one after the other: scripts that write two pages and read them back.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Told {
    Unlock,
    Erase,
    Program,
    Read,
    Mark,
    Marks,
}

const ALL: [Told; 6] =
    [Told::Unlock, Told::Erase, Told::Program, Told::Read, Told::Mark, Told::Marks];

/// H3's control register, and the bit of a chip select that is high.
const CONTROL: u32 = 0x01c6_8008;
const HIGH: u32 = 1 << 7;
const EXCHANGE: u32 = 1 << 31;

/// The operations of a script that are one command to the flash, from its chip select's fall on.
fn frames(script: &Script) -> Vec<core::ops::Range<usize>> {
    let mut frames = Vec::new();
    let mut start = None;
    for (index, (op, _)) in script.operations().enumerate() {
        match op {
            Op::Write(CONTROL, value) if value & (HIGH | EXCHANGE) == 0 => {
                start = start.or(Some(index));
            }
            Op::Write(CONTROL, value) if value & HIGH != 0 => {
                frames.extend(start.take().map(|start| start..index));
            }
            _ => {}
        }
    }
    frames
}

/// The script, one command of which does not reach the flash; where it is a question until it is ready, it is not repeated.
fn deaf(script: &Script, frame: usize) -> Script {
    let range = frames(script)[frame].clone();
    let mut other = Script::new("a command is kept from the flash");
    for (index, (op, _)) in script.operations().enumerate() {
        other.push(match *op {
            Op::Write(CONTROL, value) if range.contains(&index) => Op::Write(CONTROL, value | HIGH),
            Op::While(..) if index == range.end + 1 => Op::Delay(0),
            op => op,
        });
    }
    other
}

struct Defect {
    told: Told,
    frame: usize,
    count: usize,
    /// Which blocks are marked: every other one from the first or the second on.
    odd: u32,
}

impl Defect {
    /// Runs a script, which is without a command where that is wanted.
    fn run(
        &mut self,
        told: Told,
        flash: &mut Nand,
        fel: &mut Fel<'_>,
        data: &[u8],
        script: &Script,
    ) -> Result<Vec<u32>, Error> {
        if told != self.told {
            return flash.port.agent.run(fel, data, script);
        }
        self.count = frames(script).len();
        match self.frame < self.count {
            true => flash.port.agent.run(fel, data, &deaf(script, self.frame)),
            false => flash.port.agent.run(fel, data, script),
        }
    }

    /// Two pages, written, read and marked; whether all is as it should be.
    fn works(&mut self, fel: &mut Fel<'_>) -> Result<bool, Error> {
        let mut flash = flash(fel);
        let data: Vec<u8> = (0..2 * PAGE).map(|at| (at * 7 / 3) as u8).collect();
        let unlock = commands::set(flash.port.bus("unlock"), LOCKS, 0);
        self.run(Told::Unlock, &mut flash, fel, &[], &unlock)?;
        let erase = commands::erase(flash.port.bus("erase"), FIRST);
        let status = self.run(Told::Erase, &mut flash, fel, &[], &erase)?[0] as u8;
        if status & commands::NOT_ERASED != 0 {
            return Ok(false);
        }
        let (sent, statuses) = (flash.port.agent.data(), flash.statuses());
        let mut bus = flash.port.bus("program");
        commands::program(&mut bus, (FIRST, 2, PAGE as u32), sent, statuses);
        self.run(Told::Program, &mut flash, fel, &data, &bus.script())?;
        let words = fel.read_bytes(statuses, 8)?;
        let is_programmed = [words[0], words[4]].iter().all(|s| s & commands::NOT_PROGRAMMED == 0);
        Ok(is_programmed && self.reads(&mut flash, fel, &data)? && self.marks(&mut flash, fel)?)
    }

    fn reads(&mut self, flash: &mut Nand, fel: &mut Fel<'_>, data: &[u8]) -> Result<bool, Error> {
        let (to, statuses) = (flash.port.agent.room().block, flash.statuses());
        let piece = Piece { page: FIRST, count: 2, column: 0, length: PAGE as u32 };
        let mut bus = flash.port.bus("read");
        commands::read(&mut bus, piece, statuses, |bus| bus.receive(to, PAGE as u32));
        self.run(Told::Read, flash, fel, &[], &bus.script())?;
        let words = fel.read_bytes(statuses, 8)?;
        let is_clean = [words[0], words[4]].iter().all(|status| *status & 0x30 == 0);
        Ok(is_clean && fel.read_bytes(to, data.len())? == data)
    }

    /// Marks two blocks, and looks at the marks of them and their neighbours.
    fn marks(&mut self, flash: &mut Nand, fel: &mut Fel<'_>) -> Result<bool, Error> {
        let to = flash.port.agent.room().block;
        let (geometry, set) = (flash.info.geometry, |flash: &Nand| {
            commands::set(flash.port.bus("ECC"), CONFIGURATION, 0x08)
        });
        let script = set(flash);
        flash.port.agent.run(fel, &[], &script)?;
        let mut status = 0;
        for block in [4 + self.odd, 6 + self.odd] {
            let mark = commands::mark(flash.port.bus("mark"), block * 64, &geometry);
            status |= self.run(Told::Mark, flash, fel, &[], &mark)?[0] as u8;
        }
        // The cache no longer has the last one.
        flash.block_holds(fel, 0, 0, &[0])?;
        fel.write_bytes(to, &[0x55; 16])?;
        let script = commands::marks(flash.port.bus("marks"), &geometry, 4, 4, to);
        self.run(Told::Marks, flash, fel, &[], &script)?;
        let words = fel.read_bytes(to, 16)?;
        let found = [words[0], words[4], words[8], words[12]];
        let mut expected = [0, 0xff, 0, 0xff];
        expected.rotate_right(self.odd as usize);
        Ok(status & commands::NOT_PROGRAMMED == 0 && found == expected)
    }
}

#[test]
fn a_command_that_does_not_reach_the_flash_is_noticed() {
    let mut missed = Vec::<String>::new();
    for told in ALL {
        let mut defect = Defect { told, frame: usize::MAX, count: 0, odd: 0 };
        let works = |defect: &mut Defect| {
            let mut board = board();
            let mut fel = Fel::open(&mut board).expect("a FEL");
            matches!(defect.works(&mut fel), Ok(true))
        };
        assert!(works(&mut defect), "{told:?}: nothing is kept from it");
        assert!(defect.count > 0, "{told:?} says nothing");
        for frame in 0..defect.count {
            if [0, 1].iter().all(|odd| works(&mut Defect { told, frame, count: 0, odd: *odd })) {
                missed.push(format!("{told:?}: command {frame}"));
            }
        }
    }
    assert!(missed.is_empty(), "not needed: {missed:?}");
}
