//! Verification: what is said about a write is true.

use link::{Check, Method, Silent, Verified};
use rockusb::{
    host::{Cause, Reads, Rock, State, Step},
    rom::Traits,
    wire,
};

use crate::board::{Notes, board, noise, ready};

const SECTOR: u64 = wire::SECTOR as u64;
/// First sector of a write that crosses the wall.
const NEAR: u64 = 65_000;

#[test]
fn parity_verifies_what_cannot_be_read() {
    let (mut wire, looks, survey) = ready("turing-rk1");
    let data = noise(2000 * 512, 1);
    let mut rock = Rock::new(&mut wire);
    let mut writer = rock.writer(&survey, Check::Best);
    writer.write(NEAR, &mut &data[..], &mut Silent).expect("written");
    let known = writer.finish(&mut Silent).expect("holds");
    assert_eq!(known, Verified::by(Method::Parity, 2000 * SECTOR));
    assert_eq!(looks[0].bytes(NEAR, 2000), data);
    assert_eq!(wire.notes, [""; 0]);
}

#[test]
fn what_a_loader_fakes_is_never_called_verified() {
    let (mut wire, _, survey) = ready("h96-max-m9");
    let data = noise(2000 * 512, 1);
    let mut rock = Rock::new(&mut wire);
    for check in [Check::Best, Check::ReadBack] {
        let mut writer = rock.writer(&survey, check);
        writer.write(NEAR, &mut &data[..], &mut Silent).expect("written");
        let known = writer.finish(&mut Silent).expect("nothing contradicts");
        let sectors = [known.bytes, known.read_back, known.parity].map(|bytes| bytes / SECTOR);
        assert_eq!(sectors, [2000, 536, 0], "{check:?}");
        assert_eq!(known.unverified(), 1464 * SECTOR);
        assert!(known.lines().concat().contains("32 MiB"), "{:?}", known.lines());
    }
    let known =
        rock.verify(&survey, NEAR, &mut &data[..], &mut Silent).expect("nothing contradicts");
    assert_eq!((known.read_back, known.unverified()), (536 * SECTOR, 1464 * SECTOR));
    let none = rock.writer(&survey, Check::None).finish(&mut Silent).expect("nothing was written");
    assert_eq!(none.bytes, 0);
}

#[test]
fn reads_are_found_out_once_per_session_whatever_the_capability_says() {
    for (name, reads) in
        [("nanopi-r6s", Reads::Real), ("turing-rk1", Reads::Faked), ("rk3308-nand", Reads::Real)]
    {
        let (mut wire, looks, survey) = ready(name);
        looks[0].fill(65_500, &noise(100 * 512, 1));
        let mut rock = Rock::new(&mut wire);
        assert_eq!(rock.reads(&survey).expect("told"), reads, "{name}");
        assert_eq!(rock.reads(&survey).expect("told"), reads, "{name}");
        let asked = wire.outs.len();
        assert!(asked <= 20, "{name}: asked once");
    }
    // A medium that holds nothing but 0xCC around the wall cannot tell.
    let (mut wire, looks, survey) = ready("nanopi-r6s");
    looks[0].fill(63_000, &vec![0xcc; 4000 * 512]);
    assert_eq!(Rock::new(&mut wire).reads(&survey).expect("not reported"), Reads::Unsure);
}

#[test]
fn doubt_is_resolved_by_what_was_written() {
    for (name, reads) in [("nanopi-r6s", Reads::Real), ("h96-max-m9", Reads::Faked)] {
        let (mut wire, looks, survey) = ready(name);
        looks[0].fill(63_000, &vec![0xcc; 4000 * 512]);
        let mut rock = Rock::new(&mut wire);
        assert_eq!(rock.reads(&survey).expect("not reported"), Reads::Unsure, "{name}");
        let mut writer = rock.writer(&survey, Check::ReadBack);
        writer.write(70_000, &mut &noise(4096, 1)[..], &mut Silent).expect("written");
        let known = writer.finish(&mut Silent).expect("nothing contradicts");
        assert_eq!(known.is_complete(), reads == Reads::Real, "{name}");
        assert_eq!(rock.reads(&survey).expect("told"), reads, "{name}");
    }
}

/// Data that look like what some loaders return instead of reading.
#[test]
fn in_doubt_nothing_is_called_verified_that_a_fake_would_return_too() {
    for name in ["nanopc-t4", "h96-max-m9"] {
        let (mut wire, looks, survey) = ready(name);
        looks[0].fill(63_000, &vec![0xcc; 4000 * 512]);
        let mut rock = Rock::new(&mut wire);
        let mut writer = rock.writer(&survey, Check::ReadBack);
        writer.write(70_000, &mut &[0xcc; 4096][..], &mut Silent).expect("written");
        let known = writer.finish(&mut Silent).expect("nothing contradicts");
        assert_eq!((known.bytes, known.read_back), (8 * SECTOR, 0), "{name}");
    }
}

#[test]
fn a_flipped_bit_on_the_medium_is_found_by_parity_and_by_reading_back() {
    for (name, check) in [
        ("nanopi-r6s", Check::Parity),
        ("nanopi-r6s", Check::ReadBack),
        ("nanopc-t4", Check::Best),
        ("turing-rk1", Check::Best),
    ] {
        let (mut wire, looks, survey) = ready(name);
        looks[0].lock().rot = Some(70_100);
        let mut rock = Rock::new(&mut wire);
        let mut writer = rock.writer(&survey, check);
        let wrote = writer.write(70_000, &mut &noise(200 * 512, 1)[..], &mut Silent);
        let error = match wrote {
            Ok(()) => writer.finish(&mut Silent).map(|_| ()).expect_err(name),
            Err(error) => error,
        };
        assert!(matches!(error.cause, Cause::Differs(70_000..70_200)), "{name} {check:?}: {error}");
        let step =
            if check == Check::Parity || name == "turing-rk1" { Step::Write } else { Step::Verify };
        assert_eq!(error.step, step, "{name} {check:?}");
    }
}

#[test]
fn verify_names_the_first_sector_that_differs() {
    let (mut wire, looks, survey) = ready("nanopi-r6s");
    let data = noise(5000 * 512, 1);
    looks[0].fill(1000, &data);
    let mut rock = Rock::new(&mut wire);
    let known = rock.verify(&survey, 1000, &mut &data[..], &mut Silent).expect("the same");
    assert_eq!(known, Verified::by(Method::ReadBack, 5000 * SECTOR));
    looks[0].fill(4321, &[0; 512]);
    let error = Rock::new(&mut wire)
        .verify(&survey, 1000, &mut &data[..], &mut Silent)
        .expect_err("differs");
    assert!(matches!(error.cause, Cause::Differs(4321)), "{error}");
}

#[test]
fn a_parity_that_contradicts_what_is_read_is_not_used_any_more() {
    let traits = Traits { parity_wrong: true, ..Traits::default() };
    let (mut wire, looks) = board("nanopi-r6s", traits, State::Usbplug);
    let mut rock = Rock::new(&mut wire);
    let survey = rock.survey().expect("a survey");
    let data = noise(5 << 20, 1);
    let mut notes = Notes::default();
    let mut writer = rock.writer(&survey, Check::Best);
    writer.write(0, &mut &data[..], &mut notes).expect("it reads back as it was sent");
    let known = writer.finish(&mut notes).expect("holds");
    assert_eq!((known.parity, known.read_back), (0, 10_240 * SECTOR));
    assert_eq!(notes.0.len(), 1, "{:?}", notes.0);
    assert_eq!(looks[0].bytes(0, 10_240), data);
    assert_eq!(wire.notes, [""; 0]);
}

#[test]
fn long_runs_of_one_value_are_said_to_prove_nothing() {
    let (mut wire, looks, survey) = ready("nanopi-r6s");
    let mut data = noise(4 << 20, 1);
    data[1 << 20..3 << 20].fill(0xff);
    looks[0].fill(0, &data);
    let known =
        Rock::new(&mut wire).verify(&survey, 0, &mut &data[..], &mut Silent).expect("the same");
    let (value, bytes) = known.run.expect("a long run");
    assert_eq!(value, 0xff);
    assert!((2 << 20..(2 << 20) + 8).contains(&bytes), "{bytes}");
    assert!(known.lines().concat().contains("proves nothing"));
}

/// Half of a long run.
const HALF: u64 = (1 << 20) / 512 / 2;

/// What is on a medium as one run is one, however many pieces it is compared in.
#[test]
fn a_run_goes_on_from_one_range_to_the_next_and_ends_where_ranges_do_not_touch() {
    let data = [0x55; (HALF * 512) as usize];
    for (second, bytes) in [(8 + HALF, Some(1 << 20)), (9 + HALF, None), (8, None)] {
        let (mut wire, looks, survey) = ready("nanopi-r6s");
        let run = bytes.map(|bytes| (0x55, bytes));
        let mut rock = Rock::new(&mut wire);
        let mut writer = rock.writer(&survey, Check::ReadBack);
        writer.write(8, &mut &data[..], &mut Silent).expect("written");
        writer.write(second, &mut &data[..], &mut Silent).expect("written");
        assert_eq!(writer.finish(&mut Silent).expect("it holds").run, run, "{second}");
        let mut verifier = rock.verifier(&survey);
        for sector in [8, second] {
            verifier.compare(sector, &mut &data[..], &mut Silent).expect("the same");
        }
        assert_eq!(verifier.known().run, run, "{second}");
        assert_eq!(looks[0].bytes(second, HALF as usize), data);
    }
}

/// Pieces of a range are compared with what belongs there, and the sector of a difference is one of the medium.
#[test]
fn every_piece_of_a_long_range_is_compared_with_its_own_part_of_the_data() {
    let (mut wire, looks, survey) = ready("nanopi-r6s");
    let data: Vec<u8> = (0..6000_u32).flat_map(|at| at.to_le_bytes().repeat(128)).collect();
    looks[0].fill(1001, &data);
    let mut rock = Rock::new(&mut wire);
    let known = rock.verify(&survey, 1001, &mut &data[..], &mut Silent).expect("the same");
    assert_eq!((known.bytes, known.read_back), (6000 * SECTOR, 6000 * SECTOR));
    for sector in [1001, 3048, 7000] {
        let right = looks[0].bytes(sector, 1);
        looks[0].fill(sector, &[0xff; 512]);
        let error = rock.verify(&survey, 1001, &mut &data[..], &mut Silent).expect_err("differs");
        assert!(matches!(error.cause, Cause::Differs(found) if found == sector), "{error}");
        looks[0].fill(sector, &right);
    }
}

#[test]
fn holes_cost_nothing_and_are_not_claimed() {
    let (mut wire, _, survey) = ready("nanopc-t4");
    let mut rock = Rock::new(&mut wire);
    let mut writer = rock.writer(&survey, Check::Best);
    writer.write(0, &mut &noise(4096, 1)[..], &mut Silent).expect("written");
    writer.write(1 << 20, &mut &noise(4096, 2)[..], &mut Silent).expect("written");
    let known = writer.finish(&mut Silent).expect("holds");
    assert_eq!(known, Verified::by(Method::ReadBack, 16 * SECTOR));
}
