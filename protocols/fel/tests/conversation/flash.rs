//! SPI NOR flash behind the strict model of SPI0: the agent's bytes run there, on every SoC whose SPI0 is known.

use std::sync::{Arc, Mutex};

use fel::{
    chips::{self, Chip},
    host::{
        Cause, Fel,
        flash::{Changed, Flash},
    },
    memory::{Media, Memory, Traits},
    rom::{Behaviour, Rom},
    wire::Mode,
};
use link::{
    cable::Cable,
    storage::{self, SECTOR, Storage},
};

/// Storage that is looked at from outside.
#[derive(Clone)]
pub(crate) struct Shared(Arc<Mutex<storage::Memory>>);

impl Shared {
    /// Erased are ones, whatever it is filled with.
    pub(crate) fn new(bytes: u64, fill: u8) -> Self {
        let mut memory = storage::Memory::new(bytes / SECTOR as u64, 0xff);
        if fill != 0xff {
            memory.write_at(0, &vec![fill; bytes as usize]).expect("it is there");
        }
        Self(Arc::new(Mutex::new(memory)))
    }

    pub(crate) fn bytes(&self, at: u64, count: usize) -> Vec<u8> {
        let first = at / SECTOR as u64;
        let skip = (at % SECTOR as u64) as usize;
        let mut bytes = vec![0; (skip + count).next_multiple_of(SECTOR)];
        self.clone().read_at(first, &mut bytes).expect("it is there");
        bytes[skip..skip + count].to_vec()
    }
}

impl Storage for Shared {
    fn sectors(&self) -> u64 {
        self.0.lock().expect("no panic").sectors()
    }

    fn read_at(&mut self, sector: u64, buf: &mut [u8]) -> Result<(), link::IoError> {
        self.0.lock().expect("no panic").read_at(sector, buf)
    }

    fn write_at(&mut self, sector: u64, data: &[u8]) -> Result<(), link::IoError> {
        self.0.lock().expect("no panic").write_at(sector, data)
    }

    fn erase(&mut self, sector: u64, count: u64) -> Result<(), link::IoError> {
        self.0.lock().expect("no panic").erase(sector, count)
    }
}

fn with<T>(
    chip: &'static Chip,
    medium: Option<&Shared>,
    protected: bool,
    work: impl FnOnce(&mut Fel<'_>) -> T,
) -> T {
    let spi_nor = medium.map(|medium| Box::new(medium.clone()) as Box<dyn Storage>);
    let media = Media { spi_nor, protected, ..Media::default() };
    let memory = Memory::new(chip, Traits::default()).with(media);
    let behaviour = Behaviour { mode: Mode::FEL, max_packet: 64, fail: None };
    let mut board = Cable::new(Rom::new(chip, memory, behaviour));
    let mut fel = Fel::open(&mut board).expect("a FEL");
    work(&mut fel)
}

fn h3() -> &'static Chip {
    chips::by_name("H3").expect("H3")
}

pub(crate) fn bytes(count: usize) -> Vec<u8> {
    (0..count as u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect()
}

#[test]
fn the_flash_of_every_known_soc_is_written_read_and_summed() {
    for chip in chips::all().filter(|chip| chip.spi().is_some()) {
        let medium = Shared::new(1 << 20, 0x5a);
        let data = bytes(6000);
        with(chip, Some(&medium), false, |fel| {
            let mut flash = Flash::open(fel).expect(chip.name);
            assert_eq!(flash.info().size, 1 << 20);
            assert_eq!((flash.info().maker(), flash.info().by_sfdp), (Some("Winbond"), true));
            flash.write(fel, 3000, &data, &mut |_| {}).expect(chip.name);
            assert!(flash.holds(fel, 3000, &data).expect("a sum"), "{}", chip.name);
            assert!(!flash.holds(fel, 3001, &data).expect("a sum"));
            let mut back = vec![0; data.len()];
            flash.read(fel, 3000, &mut back).expect("it reads");
            assert!(back == data, "{}", chip.name);
            flash.close(fel).expect("the pins");
        });
        assert!(medium.bytes(3000, 6000) == data, "{}", chip.name);
        assert!(medium.bytes(0, 3000) == [0x5a; 3000] && medium.bytes(9000, 8000) == [0x5a; 8000]);
    }
}

#[test]
fn any_length_at_any_place_leaves_what_is_around_it() {
    for count in [0, 1, 65, 255, 256, 257, 4095, 4097] {
        for at in [0, 255, 65535] {
            let (medium, data) = (Shared::new(256 << 10, 0), bytes(count));
            with(h3(), Some(&medium), false, |fel| {
                let mut flash = Flash::open(fel).expect("a flash");
                flash.write(fel, at, &data, &mut |_| {}).expect("it is written");
                assert!(flash.holds(fel, at, &data).expect("a sum"), "{count} at {at}");
            });
            assert!(medium.bytes(at, count) == data, "{count} at {at}");
            let before = medium.bytes(0, at as usize);
            let after = medium.bytes(at + count as u64, 5000);
            assert!(before.iter().chain(&after).all(|byte| *byte == 0), "{count} at {at}");
        }
    }
}

#[test]
fn what_holds_is_not_touched_and_erased_is_where_a_bit_becomes_one() {
    let medium = Shared::new(256 << 10, 0xff);
    with(h3(), Some(&medium), false, |fel| {
        let mut flash = Flash::open(fel).expect("a flash");
        let mut write = |at, data: &[u8]| flash.write(fel, at, data, &mut |_| {}).expect("writes");
        let data = bytes(256);
        assert_eq!(write(0, &data), Changed { erased: 0, programmed: 256 });
        assert_eq!(write(0, &data), Changed::default());
        assert_eq!(write(4, &[0]), Changed { erased: 0, programmed: 256 });
        assert_eq!(write(4, &[0xff]), Changed { erased: 4096, programmed: 256 });
        assert_eq!(write(0, &[0; 65536]), Changed { erased: 0, programmed: 65536 });
        assert_eq!(write(0, &[0xff; 65536]), Changed { erased: 65536, programmed: 0 });
    });
}

#[test]
fn flashes_above_16_mib_have_four_bytes_of_address() {
    let (medium, data) = (Shared::new(32 << 20, 0xff), bytes(5000));
    let at = (16 << 20) + 100;
    with(h3(), Some(&medium), false, |fel| {
        let mut flash = Flash::open(fel).expect("a flash");
        flash.write(fel, at, &data, &mut |_| {}).expect("it is written");
        assert!(flash.holds(fel, at, &data).expect("a sum"));
        let end = flash.info().size;
        let error = flash.write(fel, end - 1, &[1, 2], &mut |_| {}).expect_err("too long");
        assert!(matches!(error.cause, Cause::PastTheFlash(size) if size == end), "{error}");
    });
    assert!(medium.bytes(at, 5000) == data && medium.bytes(100, 5000) == [0xff; 5000]);
}

#[test]
fn a_protected_flash_is_told_and_unlocked_where_that_is_asked_for() {
    let medium = Shared::new(256 << 10, 0xff);
    with(h3(), Some(&medium), true, |fel| {
        let mut flash = Flash::open(fel).expect("a flash");
        let error = flash.write(fel, 0, &[1], &mut |_| {}).expect_err("protected");
        assert!(matches!(error.cause, Cause::Protected(0x1c)), "{error}");
        flash.unlock(fel).expect("it unlocks");
        flash.write(fel, 0, &[1], &mut |_| {}).expect("it is written");
    });
    assert_eq!(medium.bytes(0, 2), [1, 0xff]);
}

#[test]
fn no_flash_is_told() {
    let error = with(h3(), None, false, |fel| Flash::open(fel).err().expect("none"));
    assert!(matches!(error.cause, Cause::NoFlash(_)), "{error}");
}
