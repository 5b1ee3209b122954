//! Every single transfer of a job is made to fail, in every way.

use amlogic::optimus::{
    host::{Error, Format, Media, Optimus, Part, Step},
    rom::Traits,
    wire::{MediaHead, Stage},
};
use link::{Classify, Counts, Fault, Silent};

use crate::{
    board::{Notes, Shared, board, named, noise, plain, uboot},
    boot::{is_up, start},
    wire::{KINDS, Kind, Said, Wire},
};

/// Boots a board in which one transfer fails.
fn one_boot(name: &str, file: &[u8], index: u64, kind: Kind) {
    let what = format!("{kind:?} at transfer {index} on {name}");
    let mut wire = plain(name, Stage::Rom);
    wire.fault = Some((index, kind));
    match start(named(name), &mut wire, file) {
        Ok(_) => {
            wire.fault = None;
            // What was lost with the last request nobody can tell; whoever waits for U-Boot will. Damage of BL2, of
            // U-Boot or of parameters shows when they are run, and not before.
            let silent = matches!(kind, Kind::Garbage | Kind::Disconnect);
            assert!(silent || is_up(&mut wire), "{what} was called a success: {:?}", wire.notes);
        }
        Err(error) => judge(&what, kind, &error),
    }
}

fn judge(what: &str, kind: Kind, error: &Error) {
    assert!(!error.to_string().is_empty());
    let gone = error.fault() == Some(Fault::Gone);
    assert_eq!(gone, kind == Kind::Disconnect, "{what}: {error}");
}

#[test]
fn every_transfer_of_a_boot_may_fail() {
    for name in ["khadas-vim1", "s400", "khadas-vim3"] {
        let profile = named(name);
        let file = uboot(profile);
        let mut wire = plain(name, Stage::Rom);
        start(profile, &mut wire, &file).expect("without faults");
        let count = wire.counts.transfers;
        assert!(count > 40, "{name}: {count} transfers");
        // The 768 pieces of BL2 are all alike: the first, some between, the last.
        let alike = 5..760;
        for index in (1..=count)
            .filter(|index| !alike.contains(index) || index % 151 == 0 || name == "khadas-vim3")
        {
            for kind in KINDS {
                one_boot(name, &file, index, kind);
            }
        }
    }
}

/// After a failure in the exchange with BL2 nothing but switching off helps, and the error says so.
#[test]
fn a_failed_exchange_with_bl2_calls_for_a_power_cycle() {
    let file = uboot(named("khadas-vim3"));
    let mut wire = plain("khadas-vim3", Stage::Bl2Amlc);
    Optimus::new(&mut wire).serve(&file, &mut Silent).expect("without faults");
    let count = wire.counts.transfers;
    for index in 1..=count {
        for kind in [Kind::TimedOut, Kind::Stall, Kind::Short, Kind::Garbage] {
            let what = format!("{kind:?} at transfer {index} of {count}");
            let mut wire = plain("khadas-vim3", Stage::Bl2Amlc);
            wire.fault = Some((index, kind));
            match Optimus::new(&mut wire).serve(&file, &mut Silent) {
                // Nothing answers the last OKAY. That U-Boot does not come is what tells.
                Ok(()) if index == count && kind == Kind::Garbage => {}
                Ok(()) => assert!(wire.device.gone(), "{what} was called a success"),
                Err(error) => {
                    assert_eq!(error.step, Step::Amlc, "{what}");
                    assert!(error.needs_power_cycle(), "{what}: {error}");
                }
            }
        }
    }
}

const BOOT: Part<'_> = Part { media: Media::Store, name: "boot" };

fn burn(wire: &mut Wire, data: &[u8]) -> Result<(), Error> {
    let mut soc = Optimus::new(wire);
    soc.disk_initial(0)?;
    soc.write_part(BOOT, Format::Normal, &mut &data[..], true, &mut Silent)
}

fn fresh() -> (Wire, Shared) {
    board("khadas-vim1", Traits { busy: 1, ..Traits::default() }, Stage::Uboot)
}

#[test]
fn every_transfer_of_a_burn_may_fail() {
    let data = noise(150_000, 1);
    let (mut wire, _) = fresh();
    burn(&mut wire, &data).expect("without faults");
    let count = wire.counts.transfers;
    assert!(count > 20, "{count} transfers");
    let mut mended = 0;
    for index in 1..=count {
        for kind in KINDS {
            mended += usize::from(one_burn(&data, index, kind));
        }
    }
    assert!(mended > 20, "only {mended} jobs were mended");
}

/// A burn in which one transfer fails; whether it succeeded all the same.
fn one_burn(data: &[u8], index: u64, kind: Kind) -> bool {
    let what = format!("{kind:?} at transfer {index}");
    let (mut wire, look) = fresh();
    wire.fault = Some((index, kind));
    let mended = match burn(&mut wire, data) {
        Ok(()) => {
            assert!(look.bytes(0x3_0000, data.len()) == data, "{what} was called a success");
            true
        }
        Err(error) => {
            judge(&what, kind, &error);
            if let Some(done) = error.done {
                let done = done as usize;
                assert!(look.bytes(0x3_0000, done) == data[..done], "{what}: {done} are not there");
            }
            false
        }
    };
    if kind != Kind::Disconnect {
        wire.fault = None;
        burn(&mut wire, data).unwrap_or_else(|error| panic!("{what}: again: {error}"));
        assert!(look.bytes(0x3_0000, data.len()) == data, "{what}: again");
    }
    mended
}

/// Packets that are sent again say so, and progress counts every byte once.
#[test]
fn what_is_sent_again_is_counted_once() {
    let data = noise(150_000, 1);
    let (mut wire, _) = fresh();
    burn(&mut wire, &data).expect("without faults");
    let mut again = 0;
    for index in 1..=wire.counts.transfers {
        let (mut wire, _) = fresh();
        wire.fault = Some((index, Kind::Stall));
        let mut notes = Notes::default();
        let mut soc = Optimus::new(&mut wire);
        let written = soc
            .disk_initial(0)
            .and_then(|()| soc.write_part(BOOT, Format::Normal, &mut &data[..], true, &mut notes));
        if written.is_ok() {
            assert_eq!(notes.advanced, data.len() as u64, "{index}");
        }
        let heads = wire.said.iter().filter_map(|said| match said {
            Said::Control(setup, head) if setup.request == 0x32 => MediaHead::from_bytes(head).ok(),
            _ => None,
        });
        let mut last = None;
        for head in heads {
            // The same packet again counts up, the next one begins at 0.
            let expected = match last {
                Some((sequence, retry)) if sequence == head.sequence => retry + 1,
                _ => 0,
            };
            assert_eq!(head.retry, expected, "{index}");
            again += u32::from(expected > 0);
            last = Some((head.sequence, head.retry));
        }
    }
    assert!(again > 3, "{again} packets were sent again");
}

#[test]
fn large_writes_that_are_sent_again_are_counted_once() {
    let data = noise(100_000, 2);
    let write = |wire: &mut Wire| {
        let (mut notes, way) = (Notes::default(), amlogic::optimus::host::Way::Large);
        let written = Optimus::new(wire).write(0x100_0000, &mut &data[..], way, &mut notes);
        (written, notes.advanced)
    };
    let mut wire = plain("khadas-vim1", Stage::Uboot);
    write(&mut wire).0.expect("without faults");
    let mut mended = 0;
    for index in 2..=wire.counts.transfers {
        let mut wire = plain("khadas-vim1", Stage::Uboot);
        wire.fault = Some((index, Kind::Stall));
        if let (Ok(()), advanced) = write(&mut wire) {
            assert_eq!(advanced, data.len() as u64, "{index}");
            mended += 1;
        }
    }
    assert!(mended > 1, "{mended} writes were mended");
}

#[test]
fn every_transfer_of_memory_may_fail() {
    let data = noise(10_000, 2);
    for stage in [Stage::Rom, Stage::Uboot] {
        let base = if stage == Stage::Rom { 0xfffb_0000 } else { 0x100_0000 };
        let job = |wire: &mut Wire, found: &mut Vec<u8>| -> Result<(), Error> {
            let mut soc = Optimus::new(wire);
            let way = amlogic::optimus::host::Way::Large;
            soc.write(base, &mut &data[..], way, &mut Silent)?;
            found.clear();
            soc.read(base, data.len() as u64, way, found, &mut Silent)
        };
        let mut wire = plain("khadas-vim3", stage);
        job(&mut wire, &mut Vec::new()).expect("without faults");
        let count = wire.counts.transfers;
        for index in 1..=count {
            for kind in KINDS {
                let what = format!("{kind:?} at transfer {index} of {count} in {stage}");
                let mut wire = plain("khadas-vim3", stage);
                wire.fault = Some((index, kind));
                let mut found = Vec::new();
                match job(&mut wire, &mut found) {
                    Ok(()) if kind == Kind::Garbage => {}
                    Ok(()) => assert!(found == data, "{what} was called a success"),
                    Err(error) => judge(&what, kind, &error),
                }
                assert_ne!(wire.counts, Counts::default());
            }
        }
    }
}
