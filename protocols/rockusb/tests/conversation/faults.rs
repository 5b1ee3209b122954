//! Every single transfer of a survey, a write and its verification is made to fail, in every way.

use std::time::Duration;

use link::{
    Check, Counts, Data, ExchangeError, Phase, Pipe, Setup, Silent, UsbError, UsbLink, Verified,
    Watch,
};
use rockusb::{
    host::{Cause, Error, Rock, Survey},
    wire::{Command, Opcode},
};

use crate::{
    board::{Notes, Shared, noise, ready},
    wire::{KINDS, Kind, Wire},
};

const START: u64 = 64;

/// A job: survey, write, verification.
fn job(wire: &mut Wire, check: Check, data: &[u8], notes: &mut Notes) -> Result<Verified, Error> {
    let mut rock = Rock::new(wire);
    let survey: Survey = rock.survey()?;
    let mut writer = rock.writer(&survey, check);
    writer.write(START, &mut &data[..], notes)?;
    writer.finish(notes)
}

fn fresh(name: &str) -> (Wire, Shared) {
    let (mut wire, mut looks, _) = ready(name);
    wire.counts = Counts::default();
    (wire, looks.remove(0))
}

#[test]
fn every_transfer_of_a_write_verified_by_parity_may_fail() {
    every_transfer("nanopi-r6s", Check::Best);
}

#[test]
fn every_transfer_of_a_write_that_is_read_back_may_fail() {
    every_transfer("nanopc-t4", Check::Best);
}

#[test]
fn every_transfer_of_a_write_to_a_board_that_stalls_may_fail() {
    every_transfer("orangepi-cm4", Check::ReadBack);
}

fn every_transfer(name: &str, check: Check) {
    let data = noise((1 << 20) + 5000, 1);
    let (mut wire, _) = fresh(name);
    job(&mut wire, check, &data, &mut Notes::default()).expect("without faults");
    let count = wire.counts.transfers;
    assert!(count > 30, "{name}: {count} transfers");
    let mut mended = 0;
    for index in 1..=count {
        for kind in KINDS {
            mended += usize::from(one(name, check, &data, index, kind));
        }
    }
    assert!(mended > 20, "{name}: only {mended} jobs were mended");
}

/// A job in which one transfer fails; whether it succeeded all the same.
fn one(name: &str, check: Check, data: &[u8], index: u64, kind: Kind) -> bool {
    let what = format!("{kind:?} at transfer {index} on {name}");
    let (mut wire, look) = fresh(name);
    wire.fault = Some((index, kind));
    let mut notes = Notes::default();
    let result = job(&mut wire, check, data, &mut notes);
    let sectors = data.len().div_ceil(512);
    match result {
        Ok(known) => {
            let found = look.bytes(START, sectors);
            assert!(found[..data.len()] == *data, "{what} was called a success");
            assert!(known.is_complete(), "{what}");
            assert_ne!(kind, Kind::Disconnect, "{what} went unnoticed");
            true
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            let lost = matches!(error.fault(), Some(link::Fault::Gone));
            assert_eq!(lost, kind == Kind::Disconnect, "{what}: {error}");
            if let Some(good) = error.good {
                let known = (good - START) as usize * 512;
                let found = look.bytes(START, sectors);
                let known = known.min(data.len());
                // What was damaged on the way is known only after it was verified.
                if kind != Kind::Garbage {
                    assert!(
                        found[..known] == data[..known],
                        "{what}: sector {good} is not known good"
                    );
                }
            }
            if kind != Kind::Disconnect {
                // The same command again, on the same board.
                wire.fault = None;
                job(&mut wire, check, data, &mut Notes::default())
                    .unwrap_or_else(|error| panic!("{what}: again: {error}"));
                assert!(look.bytes(START, sectors)[..data.len()] == *data, "{what}: again");
            }
            false
        }
    }
}

#[test]
fn a_malformed_exchange_is_mended_by_a_bulk_only_reset() {
    let (mut wire, look) = fresh("nanopi-r6s");
    let data = noise(3 << 20, 1);
    // The command block of the second write.
    let mut rock = Rock::new(&mut wire);
    let survey = rock.survey().expect("a survey");
    let before = wire.counts.transfers;
    // Three questions of three transfers, then a write of one block, eight pieces and a status.
    wire.fault = Some((before + 9 + 10 + 1, Kind::Garbage));
    let mut notes = Notes::default();
    let mut rock = Rock::new(&mut wire);
    let mut writer = rock.writer(&survey, Check::Best);
    writer.write(START, &mut &data[..], &mut notes).expect("mended");
    assert!(writer.finish(&mut notes).expect("holds").is_complete());
    assert_eq!(notes.0.len(), 1, "{:?}", notes.0);
    assert!(notes.0[0].contains("again"), "{:?}", notes.0);
    assert!(wire.notes.concat().contains("ignored until a bulk-only reset"), "{:?}", wire.notes);
    assert_eq!(look.bytes(START, 6144), data);
}

#[test]
fn a_cut_in_the_middle_of_a_write_tells_the_last_sector_known_good() {
    let (mut wire, look) = fresh("nanopi-r6s");
    let data = noise(4 << 20, 1);
    let mut rock = Rock::new(&mut wire);
    let survey = rock.survey().expect("a survey");
    let before = wire.counts.transfers;
    wire.fault = Some((before + 9 + 2 * 10 + 4, Kind::Disconnect));
    let mut rock = Rock::new(&mut wire);
    let mut writer = rock.writer(&survey, Check::Best);
    let error = writer.write(START, &mut &data[..], &mut Silent).expect_err("the cable");
    assert_eq!(error.good, Some(START + 2 * 2048));
    assert!(error.to_string().contains("4160"), "{error}");
    assert_eq!(look.bytes(START, 4096), data[..2 << 20]);
}

/// Mainline U-Boot has no bulk-only reset: what it still wants to say has to be listened to.
#[test]
fn mainline_is_brought_in_step_without_a_bulk_only_reset() {
    let (mut wire, _) = fresh("mainline-gadget");
    let left = Command::read_lba(0, 16).cbw(1).to_bytes();
    wire.device.bulk_out(&left);
    let chip = Rock::new(&mut wire).chip_info().expect("in step");
    assert_eq!(chip.name(), "3576");
}

/// A host before this one was cut off between a command and its status.
#[test]
fn a_status_of_another_command_is_not_taken_for_this_ones() {
    let (mut wire, _) = fresh("nanopi-r6s");
    let left = Command::plain(Opcode::TEST_UNIT_READY).cbw(0x524b_0000).to_bytes();
    wire.device.bulk_out(&left);
    let mut rock = Rock::new(&mut wire);
    let survey = rock.survey().expect("mended");
    assert!(survey.chip.is_some());
    // A status with another tag in the right place.
    struct Liar(Wire);
    impl UsbLink for Liar {
        fn control_out(
            &mut self,
            setup: Setup,
            data: &[u8],
            limit: Duration,
        ) -> Result<(), UsbError> {
            self.0.control_out(setup, data, limit)
        }
        fn control_in(
            &mut self,
            setup: Setup,
            buf: &mut [u8],
            limit: Duration,
        ) -> Result<usize, UsbError> {
            self.0.control_in(setup, buf, limit)
        }
        fn exchange(
            &mut self,
            phases: &mut [Phase<'_>],
            watch: &mut dyn Watch,
        ) -> Result<(), ExchangeError> {
            self.0.exchange(phases, watch)?;
            if let Some(Phase { data: Data::In(buf), .. }) = phases.last_mut() {
                buf[4] ^= 1;
            }
            Ok(())
        }
        fn clear_halt(&mut self, pipe: Pipe) -> Result<(), UsbError> {
            self.0.clear_halt(pipe)
        }
        fn pause(&mut self, time: Duration) -> Result<(), UsbError> {
            self.0.pause(time)
        }
        fn max_packet(&self) -> usize {
            self.0.max_packet()
        }
        fn counts(&self) -> Counts {
            self.0.counts()
        }
    }
    let mut liar = Liar(wire);
    let error = Rock::new(&mut liar).chip_info().expect_err("another command's status");
    assert!(matches!(error.cause, Cause::Tag { .. }), "{error}");
}
