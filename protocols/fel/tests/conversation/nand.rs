//! SPI NAND flash behind the strict model of SPI0: the agent's bytes run there, on every SoC whose SPI0 is known.

use fel::{
    chips::{self, Chip},
    host::{
        Cause, Error, Fel,
        flash::{Changed, Flash},
        nand::{Nand, Remark},
    },
    memory::{Media, Memory, NandFlaw, Traits},
    rom::{Behaviour, Rom},
    wire::Mode,
};
use link::{cable::Cable, storage::Storage};

use crate::flash::{Shared, bytes};

const SIZE: u64 = 128 << 20;
const BLOCK: u64 = 128 << 10;
const PAGE: u64 = 2048;

fn with<T>(chip: &'static Chip, media: Media, work: impl FnOnce(&mut Fel<'_>) -> T) -> T {
    let memory = Memory::new(chip, Traits::default()).with(media);
    let behaviour = Behaviour { mode: Mode::FEL, max_packet: 64, fail: None };
    let mut board = Cable::new(Rom::new(chip, memory, behaviour));
    let mut fel = Fel::open(&mut board).expect("a FEL");
    work(&mut fel)
}

fn media(medium: &Shared, flaws: &[NandFlaw]) -> Media {
    let spi_nand = Some(Box::new(medium.clone()) as Box<dyn Storage>);
    Media { spi_nand, nand_flaws: flaws.to_vec(), ..Media::default() }
}

fn d1() -> &'static Chip {
    chips::by_name("D1").expect("D1")
}

fn h3() -> &'static Chip {
    chips::by_name("H3").expect("H3")
}

/// On an H3 with flaws.
fn flawed<T>(
    medium: &Shared,
    flaws: &[NandFlaw],
    work: impl FnOnce(&mut Fel<'_>, &mut Nand) -> T,
) -> T {
    with(h3(), media(medium, flaws), |fel| {
        let mut flash = Nand::open(fel).expect("a flash");
        let done = work(fel, &mut flash);
        flash.close(fel).expect("the pins");
        done
    })
}

fn write(fel: &mut Fel<'_>, flash: &mut Nand, at: u64, data: &[u8]) -> Result<Changed, Error> {
    flash.write(fel, at, data, &mut |_| {})
}

fn read(fel: &mut Fel<'_>, flash: &mut Nand, at: u64, count: usize) -> Result<Vec<u8>, Error> {
    let mut buf = vec![0; count];
    flash.read(fel, at, &mut buf).map(|()| buf)
}

#[test]
fn the_flash_of_every_known_soc_is_written_read_and_summed() {
    for chip in chips::all().filter(|chip| chip.spi().is_some()) {
        let medium = Shared::new(SIZE, 0xff);
        let data = bytes(9001);
        with(chip, media(&medium, &[]), |fel| {
            let mut flash = Nand::open(fel).expect(chip.name);
            let info = flash.info();
            assert_eq!((info.name.as_str(), info.is_known), ("Winbond W25N01GV", true));
            assert_eq!((info.locks, info.bad.len(), flash.end()), (0x7c, 0, SIZE));
            let done = write(fel, &mut flash, BLOCK, &data).expect(chip.name);
            assert_eq!(done, Changed { erased: BLOCK, programmed: 5 * PAGE });
            assert!(flash.holds(fel, BLOCK, &data).expect("a sum"), "{}", chip.name);
            assert!(!flash.holds(fel, BLOCK + 1, &data).expect("a sum"));
            assert!(read(fel, &mut flash, BLOCK + 3, 8000).expect("it reads") == data[3..8003]);
            assert_eq!(flash.remarks(), []);
            flash.close(fel).expect("the pins");
        });
        assert!(medium.bytes(BLOCK, data.len()) == data, "{}", chip.name);
        assert!(medium.bytes(0, BLOCK as usize).iter().all(|byte| *byte == 0xff));
    }
}

#[test]
fn a_flash_of_256_mib_has_2048_blocks() {
    let (medium, data) = (Shared::new(2 * SIZE, 0xff), bytes(5000));
    let flaws = [0, 1023, 1024, 1025, 2047].map(NandFlaw::Bad);
    with(d1(), media(&medium, &flaws), |fel| {
        let mut flash = Nand::open(fel).expect("a flash");
        assert_eq!(flash.info().bad, [0, 1023, 1024, 1025, 2047]);
        assert_eq!((flash.info().geometry.blocks, flash.end()), (2048, 2043 * BLOCK));
        flash.begin_at(1023 * BLOCK);
        write(fel, &mut flash, 1023 * BLOCK, &data).expect("it is written");
        let past = flash.end();
        let error = write(fel, &mut flash, past, &data).expect_err("there is no more");
        assert!(matches!(error.cause, Cause::PastTheFlash(end) if end == past), "{error}");
    });
    assert!(medium.bytes(1026 * BLOCK, 5000) == data);
}

#[test]
fn what_holds_is_not_touched_and_what_is_behind_the_bytes_stays() {
    let medium = Shared::new(SIZE, 0x5a);
    flawed(&medium, &[], |fel, flash| {
        let data = bytes(5001);
        let changed = write(fel, flash, 0, &data).expect("it is written");
        assert_eq!(changed, Changed { erased: BLOCK, programmed: BLOCK });
        assert_eq!(write(fel, flash, 0, &data).expect("it holds"), Changed::default());
        let blank = vec![0xff; BLOCK as usize];
        let changed = write(fel, flash, BLOCK, &blank).expect("it is erased");
        assert_eq!(changed, Changed { erased: BLOCK, programmed: 0 });
    });
    assert!(medium.bytes(0, 5001) == bytes(5001));
    assert!(medium.bytes(5001, BLOCK as usize - 5001).iter().all(|byte| *byte == 0x5a));
    assert!(medium.bytes(BLOCK, BLOCK as usize).iter().all(|byte| *byte == 0xff));
    assert_eq!(medium.bytes(2 * BLOCK, 1), [0x5a]);
}

#[test]
fn any_length_at_any_place_leaves_what_is_around_it() {
    let medium = Shared::new(SIZE, 0x5a);
    flawed(&medium, &[NandFlaw::Bad(1)], |fel, flash| {
        let mut expected = vec![0x5a; 3 * BLOCK as usize];
        for (at, count) in [(1, 1), (2047, 2), (5000, 2048), (BLOCK - 3, 7), (BLOCK + 2048, 4097)] {
            let data = bytes(count);
            write(fel, flash, at, &data).expect("it is written");
            assert!(flash.holds(fel, at, &data).expect("a sum"), "{count} at {at}");
            expected[at as usize..at as usize + count].copy_from_slice(&data);
        }
        assert!(read(fel, flash, 0, expected.len()).expect("it reads") == expected);
    });
}

#[test]
fn bad_blocks_are_skipped_and_told() {
    let medium = Shared::new(SIZE, 0x5a);
    let data = bytes(3 * BLOCK as usize);
    let flaws = [NandFlaw::Bad(1), NandFlaw::Bad(5)];
    flawed(&medium, &flaws, |fel, flash| {
        write(fel, flash, 0, &data).expect("it is written");
        assert_eq!(flash.remarks(), [Remark::Skipped(1)]);
        assert!(flash.holds(fel, 0, &data).expect("a sum"));
        assert!(
            read(fel, flash, BLOCK - 5, 10).expect("it reads") == data[BLOCK as usize - 5..][..10]
        );
        assert_eq!(flash.remarks(), [], "each is told once");
    });
    let block = |index: u64| medium.bytes(index * BLOCK, BLOCK as usize);
    let part = |index: usize| &data[index * BLOCK as usize..][..BLOCK as usize];
    assert!(block(0) == part(0) && block(2) == part(1) && block(3) == part(2));
    assert!(block(1).iter().all(|byte| *byte == 0x5a), "a bad block is not touched");
}

#[test]
fn a_block_that_fails_is_marked_and_the_next_attempt_skips_it() {
    for flaw in [NandFlaw::EraseFails(1), NandFlaw::ProgramFails(1)] {
        let medium = Shared::new(SIZE, 0x5a);
        let data = bytes(2 * BLOCK as usize);
        with(h3(), media(&medium, &[flaw]), |fel| {
            let mut flash = Nand::open(fel).expect("a flash");
            let error = write(fel, &mut flash, 0, &data).expect_err("a bad block");
            let expected = Cause::BadBlock { block: 1, is_marked: true };
            assert_eq!(error.cause.to_string(), expected.to_string());
            flash.close(fel).expect("the pins");
            let mut flash = Nand::open(fel).expect("a flash");
            assert_eq!(flash.info().bad, [1]);
            write(fel, &mut flash, 0, &data).expect("it is written");
            assert!(flash.holds(fel, 0, &data).expect("a sum"));
            flash.close(fel).expect("the pins");
        });
        assert!(medium.bytes(2 * BLOCK, BLOCK as usize) == data[BLOCK as usize..]);
    }
}

#[test]
fn the_ecc_status_of_each_page_is_told() {
    let medium = Shared::new(SIZE, 0x5a);
    let flaws = [NandFlaw::Corrected(3), NandFlaw::Uncorrectable(70)];
    flawed(&medium, &flaws, |fel, flash| {
        assert!(read(fel, flash, 0, 10_000).expect("it is corrected") == [0x5a; 10_000]);
        assert_eq!(flash.remarks(), [Remark::Corrected(3)]);
        let error = read(fel, flash, 69 * PAGE, 10_000).expect_err("it cannot be");
        assert!(matches!(error.cause, Cause::Uncorrectable(70)), "{error}");
        assert_eq!(flash.remarks(), [Remark::Uncorrectable(70)]);
        assert!(read(fel, flash, 71 * PAGE, 10_000).expect("it reads") == [0x5a; 10_000]);
        assert!(!flash.holds(fel, 69 * PAGE, &[0x5a; 10_000]).expect("a sum"));
        // What would stay cannot be read: nothing is erased.
        let error = write(fel, flash, BLOCK, &bytes(100)).expect_err("it would be lost");
        assert!(matches!(error.cause, Cause::Uncorrectable(70)), "{error}");
    });
    assert_eq!(medium.bytes(BLOCK, 100), [0x5a; 100]);
}

#[test]
fn a_flash_that_is_not_in_the_table_is_known_by_its_parameter_page() {
    let (medium, data) = (Shared::new(SIZE, 0xff), bytes(200_000));
    flawed(&medium, &[NandFlaw::Unlisted], |fel, flash| {
        assert_eq!(
            (flash.info().name.as_str(), flash.info().is_known),
            ("RACKLET UNLISTED", false)
        );
        assert_eq!(flash.end(), SIZE);
        write(fel, flash, 0, &data).expect("it is written");
        assert!(flash.holds(fel, 0, &data).expect("a sum"));
    });
    assert!(medium.bytes(0, data.len()) == data);
    let medium = media(&medium, &[NandFlaw::Mute]);
    let error = with(h3(), medium, |fel| Nand::open(fel).err().expect("it is not known"));
    assert!(matches!(error.cause, Cause::NoFlash([0xef, 0xfe, 0x01])), "{error}");
}

#[test]
fn the_other_kind_of_flash_is_told() {
    let medium = Shared::new(SIZE, 0xff);
    let error = with(h3(), media(&medium, &[]), |fel| Flash::open(fel).err().expect("NAND"));
    assert!(matches!(error.cause, Cause::OtherFlash("NAND")), "{error}");
    let spi_nor = Some(Box::new(medium) as Box<dyn Storage>);
    let nor = Media { spi_nor, ..Media::default() };
    let error = with(h3(), nor, |fel| Nand::open(fel).err().expect("NOR"));
    assert!(matches!(error.cause, Cause::OtherFlash("NOR")), "{error}");
    let error = with(h3(), Media::default(), |fel| Nand::open(fel).err().expect("none"));
    assert!(matches!(error.cause, Cause::NoFlash(_)), "{error}");
}

#[test]
fn blocks_are_locked_again_and_those_that_stay_locked_are_told() {
    let medium = Shared::new(SIZE, 0x5a);
    with(h3(), media(&medium, &[]), |fel| {
        for _ in 0..2 {
            let mut flash = Nand::open(fel).expect("a flash");
            assert_eq!(flash.info().locks, 0x7c);
            write(fel, &mut flash, 0, &bytes(4000)).expect("it is written");
            flash.close(fel).expect("the pins");
        }
    });
    let media = Media { protected: true, ..media(&medium, &[]) };
    with(h3(), media, |fel| {
        let mut flash = Nand::open(fel).expect("a flash");
        let error = write(fel, &mut flash, BLOCK, &bytes(4000)).expect_err("locked");
        assert!(matches!(error.cause, Cause::Locked(0xfc)), "{error}");
    });
    assert_eq!(medium.bytes(BLOCK, 2), [0x5a; 2]);
}
