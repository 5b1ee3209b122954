//! Every single transfer of a boot and of a write is made to fail, in every way.

use amlogic::adnl::{
    host::{Adnl, Check, Error, Written},
    rom::{Profile, Window},
    wire::{Format, Stage, Transfer},
};
use link::{Classify, Counts, Fault, Silent, Verified};

use crate::{
    board::{
        Jobs as _, Notes, Shared, board, boot_file, expected, maker, named, noise, ready, to_uboot,
    },
    wire::{KINDS, Kind, Wire},
};

const OFFSET: u64 = 1 << 20;

/// A board like that with windows that are soon sent.
fn small(name: &str) -> &'static Profile {
    let profile = named(name);
    let bl2 =
        &[Window { size: 0x4000, offset: 0x5_0000 }, Window { size: 0x4800, offset: 0x6_0000 }];
    let bl2e: &[Window] =
        if profile.bl2e.is_empty() { &[] } else { &[Window { size: 0x123, offset: 0x7_0000 }] };
    Box::leak(Box::new(Profile { bl2, bl2e, ..*profile }))
}

#[test]
fn every_transfer_of_a_boot_may_fail() {
    for name in ["s905x4", "s905x5", "a113l"] {
        let profile = small(name);
        let file = boot_file(profile);
        let (mut wire, _) = board(profile, maker(profile, &file), Stage::ROM);
        to_uboot(&mut wire, &file, &mut Silent).expect("without faults");
        let count = wire.counts.transfers;
        assert!(count > 50, "{name}: {count} transfers");
        let (mut mended, mut again) = (0, 0);
        for index in 1..=count {
            for kind in KINDS {
                let (first, second) = one_boot(profile, &file, index, kind);
                mended += usize::from(first);
                again += usize::from(second);
            }
        }
        assert!(mended > 5 && again > 20, "{name}: {mended} were mended, {again} went well again");
    }
}

/// A boot in which one transfer fails; whether it succeeded all the same, and whether it did when tried again.
fn one_boot(profile: &'static Profile, file: &[u8], index: u64, kind: Kind) -> (bool, bool) {
    let what = format!("{kind:?} at transfer {index} on {}", profile.name);
    let (mut wire, _) = board(profile, maker(profile, file), Stage::ROM);
    wire.fault = Some((index, kind));
    match to_uboot(&mut wire, file, &mut Notes::default()) {
        Ok(identify) => {
            assert_eq!(identify.stage, Stage::UBOOT, "{what}");
            assert_ne!(kind, Kind::Disconnect, "{what} went unnoticed");
            // All that the board needs was sent, some of it perhaps twice.
            assert!(wire.streams.concat().len() >= expected(profile, file).len(), "{what}");
            return (true, false);
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            let lost = error.fault() == Some(Fault::Gone);
            assert_eq!(lost, kind == Kind::Disconnect, "{what}: {error}");
        }
    }
    if kind == Kind::Disconnect {
        return (false, false);
    }
    // The board may have gone on meanwhile.
    wire.fault = None;
    wire.reconnect();
    let mut result = to_uboot(&mut wire, file, &mut Silent);
    if result.as_ref().is_err_and(|error| error.fault() == Some(Fault::Gone)) {
        // It left once its answer was heard.
        wire.reconnect().expect("and came back");
        result = to_uboot(&mut wire, file, &mut Silent);
    }
    match result {
        Ok(_) => (false, true),
        Err(error) => {
            let power = error.needs_power_cycle();
            assert!(power, "{what}: again: {error}");
            (false, false)
        }
    }
}

fn job(wire: &mut Wire, data: &[u8], notes: &mut Notes) -> Result<Verified, Error> {
    Adnl::new(wire).write_disk(OFFSET, &mut &data[..], Check::ReadBack, notes)
}

fn fresh() -> (Wire, Shared) {
    let (mut wire, emmc) = ready("s905x4", Default::default());
    wire.counts = Counts::default();
    (wire, emmc)
}

#[test]
fn every_transfer_of_a_write_to_the_emmc_may_fail() {
    let data = noise(0x6_0000 + 5000, 1);
    let (mut wire, _) = fresh();
    job(&mut wire, &data, &mut Notes::default()).expect("without faults");
    let count = wire.counts.transfers;
    assert!(count > 40, "{count} transfers");
    let (mut mended, mut again) = (0, 0);
    for index in 1..=count {
        for kind in KINDS {
            let (first, second) = one_write(&data, index, kind);
            mended += usize::from(first);
            again += usize::from(second);
        }
    }
    assert!(mended > 10 && again > 60, "{mended} were mended, {again} went well again");
}

fn one_write(data: &[u8], index: u64, kind: Kind) -> (bool, bool) {
    let what = format!("{kind:?} at transfer {index}");
    let (mut wire, emmc) = fresh();
    wire.fault = Some((index, kind));
    let sectors = data.len().div_ceil(512);
    match job(&mut wire, data, &mut Notes::default()) {
        Ok(report) => {
            assert!(report.is_complete(), "{what}");
            assert!(
                emmc.bytes(OFFSET / 512, sectors)[..data.len()] == *data,
                "{what} was called a success"
            );
            assert_ne!(kind, Kind::Disconnect, "{what} went unnoticed");
            return (true, false);
        }
        Err(error) => {
            let lost = error.fault() == Some(Fault::Gone);
            assert_eq!(lost, kind == Kind::Disconnect, "{what}: {error}");
            if let Some(good) = error.good {
                let known = ((good - OFFSET) as usize).min(data.len());
                let found = emmc.bytes(OFFSET / 512, sectors);
                assert!(found[..known] == data[..known], "{what}: byte {good} is not known good");
            }
        }
    }
    if kind == Kind::Disconnect {
        return (false, false);
    }
    wire.fault = None;
    // The same again, on the same board: it writes and reads back, or says that it is deaf.
    match job(&mut wire, data, &mut Notes::default()) {
        Ok(report) => {
            assert!(report.is_complete(), "{what}: again");
            assert!(emmc.bytes(OFFSET / 512, sectors)[..data.len()] == *data, "{what}: again");
            (false, true)
        }
        Err(error) => {
            assert!(error.needs_power_cycle(), "{what}: again: {error}");
            (false, false)
        }
    }
}

fn partition(wire: &mut Wire, data: &[u8]) -> Result<Written, Error> {
    let transfer = Transfer::store("logo", Format::Normal, data.len() as u64);
    Adnl::new(wire).write(&transfer, &mut &data[..], &mut Silent)
}

#[test]
fn every_transfer_of_a_write_to_a_partition_may_fail() {
    let data = noise(0x2_0000 + 700, 2);
    let (mut wire, _) = fresh();
    partition(&mut wire, &data).expect("without faults");
    let start = named("s905x4").parts.iter().find(|part| part.name == "logo").expect("there").start;
    for index in 1..=wire.counts.transfers {
        for kind in KINDS {
            let what = format!("{kind:?} at transfer {index}");
            let (mut wire, emmc) = fresh();
            wire.fault = Some((index, kind));
            match partition(&mut wire, &data) {
                Ok(written) => {
                    let found = emmc.bytes(start, data.len().div_ceil(512));
                    assert!(written.verified && found[..data.len()] == data, "{what}");
                    assert_ne!(kind, Kind::Disconnect, "{what}");
                }
                Err(error) => {
                    let lost = error.fault() == Some(Fault::Gone);
                    assert_eq!(lost, kind == Kind::Disconnect, "{what}: {error}");
                }
            }
        }
    }
}

/// What a host before this one left unsaid or unheard.
#[test]
fn a_conversation_that_was_cut_off_is_brought_in_order() {
    // An answer that nobody fetched.
    let (mut wire, _) = fresh();
    wire.device.bulk_out(b"getvar:version");
    Adnl::new(&mut wire).identify().expect("in order");
    // A window that was read half.
    let (mut wire, _) = fresh();
    wire.device.bulk_out(b"oem mread 0x20000 normal mmc 1 0x0");
    wire.device.bulk_in(&mut [0; 512]);
    wire.device.bulk_out(b"mread:status=request");
    wire.device.bulk_in(&mut [0; 512]);
    wire.device.bulk_out(b"mread:status=upload");
    wire.device.bulk_in(&mut [0; 512]);
    Adnl::new(&mut wire).identify().expect("in order");
    // A sum that was never said: the question is taken for it, and refused.
    let (mut wire, emmc) = fresh();
    wire.device.bulk_out(b"oem mwrite 0x200 normal mmc 1 0x0");
    wire.device.bulk_in(&mut [0; 512]);
    wire.device.bulk_out(b"mwrite:verify=addsum");
    wire.device.bulk_in(&mut [0; 512]);
    wire.device.bulk_out(&[7; 512]);
    Adnl::new(&mut wire).identify().expect("in order");
    assert_eq!(emmc.lock().writes, 0);
    // Data that never came: nothing helps.
    let (mut wire, _) = fresh();
    wire.device.bulk_out(b"oem mwrite 0x20000 normal mmc 1 0x0");
    wire.device.bulk_in(&mut [0; 512]);
    wire.device.bulk_out(b"mwrite:verify=addsum");
    wire.device.bulk_in(&mut [0; 512]);
    let error = Adnl::new(&mut wire).identify().expect_err("deaf");
    assert!(
        error.needs_power_cycle() && error.to_string().contains("waits for the rest"),
        "{error}"
    );
}
