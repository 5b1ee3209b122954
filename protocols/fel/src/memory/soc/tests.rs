//! Registers, driven as U-Boot's driver drives them; and each rule, broken.

extern crate std;

use std::sync::Mutex;
use std::{boxed::Box, string::String, sync::Arc, vec, vec::Vec};

use link::{
    IoError,
    storage::{Memory as Sectors, SECTOR, Storage},
};

use super::{
    super::{Memory, Traits, bus::Bus},
    *,
};
use crate::chips;

mod driver;
mod spi_driver;

use driver::{Driver, Failure};
use spi_driver::SpiDriver;

/// Sectors that outlive the board.
#[derive(Clone)]
struct Shared(Arc<Mutex<Sectors>>);

impl Shared {
    fn new(bytes: u64) -> Self {
        Self(Arc::new(Mutex::new(Sectors::new(bytes / SECTOR as u64, 0))))
    }

    fn bytes(&self, sector: u64, count: usize) -> Vec<u8> {
        let mut bytes = vec![0; count * SECTOR];
        self.clone().read_at(sector, &mut bytes).expect("inside");
        bytes
    }
}

impl Storage for Shared {
    fn sectors(&self) -> u64 {
        self.0.lock().expect("no test panics in it").sectors()
    }

    fn read_at(&mut self, sector: u64, buf: &mut [u8]) -> Result<(), IoError> {
        self.0.lock().expect("no test panics in it").read_at(sector, buf)
    }

    fn write_at(&mut self, sector: u64, data: &[u8]) -> Result<(), IoError> {
        self.0.lock().expect("no test panics in it").write_at(sector, data)
    }

    fn erase(&mut self, sector: u64, count: u64) -> Result<(), IoError> {
        self.0.lock().expect("no test panics in it").erase(sector, count)
    }
}

const CHIPS: [&str; 9] = ["A20", "A31", "H3", "A64", "R40", "H6", "H616", "D1", "A523"];
const LARGE: u64 = 8 << 30;

fn sd(storage: &Shared, flaw: Option<Flaw>) -> Media {
    Media { sd: Some(Box::new(storage.clone())), flaw, ..Media::default() }
}

fn emmc(storage: &Shared, boots: [&Shared; 2], flaw: Option<Flaw>) -> Media {
    let boots = boots.map(|boot| Some(Box::new(boot.clone()) as Box<dyn Storage>));
    Media { emmc: Some(Box::new(storage.clone())), boots, flaw, ..Media::default() }
}

fn pattern(sectors: usize) -> Vec<u8> {
    (0..sectors * SECTOR)
        .map(|at| (at as u32).wrapping_mul(2_654_435_761).to_be_bytes()[0])
        .collect()
}

/// Sets a card up, writes it, and reads it back.
fn round(driver: &mut Driver, sector: u32, count: usize) -> Result<bool, Failure> {
    driver.set_up()?;
    driver.open_card()?;
    let data = pattern(count);
    driver.write(sector, &data)?;
    Ok(driver.read(sector, count)? == data)
}

#[test]
fn a_known_good_sequence_works_on_every_generation() {
    for chip in CHIPS {
        for bytes in [LARGE, 64 << 20] {
            let storage = Shared::new(bytes);
            let mut driver = Driver::new(chip, 0, sd(&storage, None), "");
            assert_eq!(round(&mut driver, 16, 5), Ok(true), "{chip}: {:?}", driver.notes());
            assert!(storage.bytes(16, 5) == pattern(5), "{chip}");
            assert_eq!(driver.sectors, bytes / 512, "{chip}");
            assert_eq!(driver.notes(), Vec::<String>::new(), "{chip}");
        }
    }
}

#[test]
fn an_emmc_and_its_boot_partitions_too() {
    for chip in CHIPS {
        let (user, boots) = (Shared::new(LARGE), [Shared::new(4 << 20), Shared::new(4 << 20)]);
        let media = emmc(&user, [&boots[0], &boots[1]], None);
        let mut driver = Driver::new(chip, 1, media, "");
        assert_eq!(round(&mut driver, 16, 3), Ok(true), "{chip}: {:?}", driver.notes());
        assert!(user.bytes(16, 3) == pattern(3), "{chip}");
        driver.switch(179, 2).expect("a partition");
        driver.write(0, &pattern(2)).expect("there is room");
        assert!(boots[1].bytes(0, 2) == pattern(2) && boots[0].bytes(0, 2) == vec![0; 1024]);
        assert_eq!(driver.write(8192, &pattern(1)), Err(Failure::Card(1 << 31)), "past its end");
        driver.switch(179, 0).expect("a partition");
        assert!(driver.switch(212, 0).is_err(), "a size is not written");
    }
}

/// What each rule is broken by, and where; rules that only some SoCs have.
fn chips_with(rule: &str) -> &'static [&'static str] {
    match rule {
        "reset" => &["A31", "H3", "A64", "R40", "H6", "H616", "D1", "A523"],
        // Where the card is reset, too, that takes long enough.
        "reset-wait" => &["A20", "A31", "H3", "A64", "R40"],
        "card-reset" => &["H6", "H616", "D1", "A523"],
        "threshold" => &["H616", "D1", "A523"],
        _ => &CHIPS,
    }
}

fn is_spi(rule: &str) -> bool {
    rule.starts_with("spi-") || rule.starts_with("nor-")
}

fn nor(storage: &Shared, protected: bool) -> Media {
    Media { spi_nor: Some(Box::new(storage.clone())), protected, ..Media::default() }
}

const SPI_CHIPS: [&str; 9] = ["A20", "A13", "H3", "A64", "R40", "H6", "H616", "D1", "A523"];

fn flash(bytes: u64) -> Shared {
    Shared(Arc::new(Mutex::new(Sectors::new(bytes / SECTOR as u64, 0xff))))
}

/// Erases 4 KiB, writes a page in it, and reads it back.
fn page(driver: &mut SpiDriver) -> bool {
    driver.set_up();
    let data: Vec<u8> = (0..=255).map(|byte: u8| byte.wrapping_mul(7)).collect();
    driver.id() == Some([0xef, 0x40, 24])
        && driver.erase(0x20, 0x5000)
        && driver.program(0x5000, &data)
        && driver.read(0x5000, 256) == Some(data)
}

#[test]
fn a_nor_flash_is_written_on_every_generation() {
    for chip in SPI_CHIPS {
        let storage = flash(16 << 20);
        storage.clone().write_at(40, &[0; 512]).expect("inside");
        let mut driver = SpiDriver::new(chip, nor(&storage, false), "");
        assert!(page(&mut driver), "{chip}: {:?}", driver.notes());
        assert_eq!(storage.bytes(40, 1)[255..257], [255u8.wrapping_mul(7), 0xff]);
        assert_eq!(driver.notes(), Vec::<String>::new(), "{chip}");
    }
}

#[test]
fn a_nor_flash_is_as_its_sheet_says() {
    let storage = flash(32 << 20);
    let mut driver = SpiDriver::new("H3", nor(&storage, false), "");
    driver.set_up();
    // Past 16 MiB by four bytes of address; with three, it is the beginning again.
    let data = [1, 2, 3, 4];
    assert!(driver.transfer(&[6], 0).is_some());
    driver.transfer(&[0x12, 1, 0, 0, 0xfe, 1, 2, 3, 4], 0).expect("it is sent");
    assert!(driver.idle());
    // A page wraps.
    assert_eq!(storage.bytes(32768, 1)[..2], data[2..]);
    assert_eq!(storage.bytes(32768, 1)[254..256], data[..2]);
    assert_eq!(driver.transfer(&[0x13, 1, 0, 0, 0xfe], 2), Some(vec![1, 2]));
    assert_eq!(driver.read(0xfe, 2), Some(vec![0xff, 0xff]));
    let sfdp = driver.transfer(&[0x5a, 0, 0, 0x10, 0], 8).expect("it answers");
    assert_eq!(sfdp[4..], ((32u32 << 23) - 1).to_le_bytes());
    assert_eq!(driver.transfer(&[0x5a, 0, 0, 0, 0], 4), Some(b"SFDP".to_vec()));
}

#[test]
fn a_protected_nor_flash_keeps_what_it_has() {
    let storage = flash(16 << 20);
    let mut driver = SpiDriver::new("H3", nor(&storage, true), "");
    assert!(!page(&mut driver) && storage.bytes(40, 1) == vec![0xff; 512]);
    driver.transfer(&[6], 0).and_then(|_| driver.transfer(&[1, 0], 0)).expect("it is sent");
    assert!(driver.idle() && page(&mut driver));
}

const NAND: u64 = 128 << 20;

fn nand(storage: &Shared, flaws: &[NandFlaw]) -> Media {
    Media {
        spi_nand: Some(Box::new(storage.clone())),
        nand_flaws: flaws.to_vec(),
        ..Media::default()
    }
}

/// Erases block 3, writes its first two pages, and reads the second back.
fn two_pages(driver: &mut SpiDriver) -> bool {
    driver.set_up();
    let data = pattern(4);
    driver.unlock();
    let mut pages = if driver.keeps("nand-order") { vec![192, 193] } else { vec![193, 192] };
    if !driver.keeps("nand-once") {
        pages.push(193);
    }
    if driver.keeps("nand-erase") && driver.nand_erase(192) != Some(0) {
        return false;
    }
    if !driver.keeps("nand-ecc") {
        driver.nand_set(0xb0, 0x08);
    }
    let is_programmed = pages.into_iter().all(|page| driver.nand_program(page, &data) == Some(0));
    driver.nand_set(0xb0, 0x18);
    is_programmed && driver.nand_read(193, 0, 2048) == Some((data, 0))
}

#[test]
fn a_nand_flash_is_written_page_by_page() {
    for chip in SPI_CHIPS {
        let storage = flash(NAND);
        storage.clone().write_at(193 * 4, &[0; 512]).expect("inside");
        let mut driver = SpiDriver::new(chip, nand(&storage, &[]), "");
        assert!(two_pages(&mut driver), "{chip}: {:?}", driver.notes());
        assert!(storage.bytes(192 * 4, 8) == [pattern(4), pattern(4)].concat(), "{chip}");
        assert_eq!(driver.transfer(&[0x9f, 0], 3), Some(vec![0xef, 0xaa, 0x21]));
    }
}

#[test]
fn what_does_not_keep_a_rule_of_nand_fails() {
    for (rule, _) in RULES.into_iter().filter(|(rule, _)| rule.starts_with("nand-")) {
        let storage = flash(NAND);
        storage.clone().write_at(193 * 4, &[0; 512]).expect("inside");
        let mut driver = SpiDriver::new("D1", nand(&storage, &[]), rule);
        assert!(!two_pages(&mut driver), "{rule}");
        assert!(driver.broken, "{rule} was never broken");
    }
}

#[test]
fn places_of_a_nand_flash_are_flawed_as_they_were_asked_to_be() {
    let flaws = [
        NandFlaw::Bad(1),
        NandFlaw::EraseFails(2),
        NandFlaw::ProgramFails(3),
        NandFlaw::Corrected(7),
        NandFlaw::Uncorrectable(8),
    ];
    let mut driver = SpiDriver::new("D1", nand(&flash(NAND), &flaws), "");
    driver.set_up();
    driver.unlock();
    assert_eq!(driver.nand_read(64, 2048, 1), Some((vec![0], 0)), "the mark");
    assert_eq!(driver.nand_read(0, 2048, 1), Some((vec![0xff], 0)));
    assert_eq!(driver.nand_read(7, 0, 1), Some((vec![0xff], 0x10)));
    assert_eq!(driver.nand_read(8, 0, 1), Some((vec![0], 0x20)));
    assert_eq!((driver.nand_erase(64), driver.nand_erase(128)), (Some(4), Some(4)));
    assert_eq!((driver.nand_erase(192), driver.nand_erase(0)), (Some(0), Some(0)));
    assert_eq!(driver.nand_program(192, &[1; 16]), Some(8));
    assert_eq!(driver.nand_read(8, 0, 1), Some((vec![0xff], 0)), "it is erased");
    // A mark of our own.
    assert_eq!(driver.nand_program_at(0, 2048, &[0]), Some(0));
    assert_eq!(driver.nand_read(0, 2048, 2), Some((vec![0, 0xff], 0)));
}

#[test]
fn what_does_not_keep_a_rule_of_spi_fails() {
    for (rule, _) in RULES.into_iter().filter(|(rule, _)| is_spi(rule)) {
        for chip in SPI_CHIPS {
            let skipped = match rule {
                "spi-reset" | "spi-reset-wait" | "spi-single" => matches!(chip, "A20" | "A13"),
                "spi-samples" => !matches!(chip, "D1" | "A523"),
                _ => false,
            };
            if !skipped {
                let storage = flash(16 << 20);
                storage.clone().write_at(40, &[0; 512]).expect("inside");
                let mut driver = SpiDriver::new(chip, nor(&storage, false), rule);
                assert!(!page(&mut driver), "{chip}: {rule}");
                assert!(driver.broken, "{chip}: {rule} was never broken");
            }
        }
    }
}

#[test]
fn what_does_not_keep_a_rule_fails() {
    let is_other = |rule: &str| is_spi(rule) || rule.starts_with("nand-");
    for (rule, _) in RULES.into_iter().filter(|(rule, _)| !is_other(rule)) {
        for chip in chips_with(rule) {
            let storage = Shared::new(LARGE);
            let mut driver = Driver::new(chip, 0, sd(&storage, None), rule);
            let outcome = round(&mut driver, 16, 5);
            assert_ne!(outcome, Ok(true), "{chip}: {rule}");
            assert!(driver.broken, "{chip}: {rule} was never broken");
        }
    }
}

#[test]
fn cards_are_flawed_as_they_were_asked_to_be() {
    let outcome = |flaw| {
        let storage = Shared::new(LARGE);
        let mut driver = Driver::new("H3", 0, sd(&storage, Some(flaw)), "");
        (round(&mut driver, 16, 5), storage.bytes(16, 5) == pattern(5))
    };
    assert_eq!(outcome(Flaw::ReadOnly), (Err(Failure::Card(1 << 26)), false));
    assert_eq!(outcome(Flaw::Lies), (Ok(false), false));
    assert_eq!(outcome(Flaw::Bad(18)), (Err(Failure::Rint(18, 1 << 7)), true));
    assert_eq!(outcome(Flaw::Stuck(2)).0, Err(Failure::Hangs(25)));
    assert!(matches!(outcome(Flaw::Pulled(3)).0, Err(Failure::Rint(25, _))));
    for bit in [1, 6, 7, 8, 9, 11, 12, 13, 15] {
        for command in 1..12 {
            let flaw = Flaw::Rint { command, bits: 1 << bit };
            assert!(
                matches!(outcome(flaw).0, Err(Failure::Rint(_, b)) if b & 1 << bit != 0),
                "{command}"
            );
        }
    }
}

#[test]
fn a_cache_that_is_not_flushed_is_lost() {
    for flushed in [false, true] {
        let (user, boot) = (Shared::new(LARGE), Shared::new(4 << 20));
        let mut driver = Driver::new("R40", 1, emmc(&user, [&boot, &boot], None), "");
        driver.set_up().and_then(|()| driver.open_card()).expect("it is good");
        driver.switch(33, 1).expect("a cache");
        driver.write(7, &pattern(2)).expect("there is room");
        assert_eq!(driver.read(7, 2), Ok(pattern(2)));
        if flushed {
            driver.switch(32, 1).expect("a cache");
        }
        assert_eq!(user.bytes(7, 2) == pattern(2), flushed);
    }
}

#[test]
fn narrow_accesses_are_a_fault_that_is_noted() {
    let storage = Shared::new(LARGE);
    let mut driver = Driver::new("H3", 0, sd(&storage, None), "");
    driver.set_up().expect("it is good");
    let _ = driver.board.board.load(0x01c0_f03c, 2);
    assert!(driver.notes().iter().any(|note| note.contains("less than 32 bits")));
}

#[test]
fn a_timer_counts_down_by_the_oscillator() {
    let mut timer = Timer::default();
    timer.write(4, 24_000, 0);
    timer.write(0, 1 | 2 | 1 << 2 | 0x80, 1_000);
    assert_eq!((timer.read(8, 1_000), timer.read(8, 501_000)), (24_000, 12_000));
    assert_eq!((timer.read(8, 1_001_000), timer.read(8, 9_000_000)), (0, 0));
}
