//! Downloads: the stages in order, the edges of the sum, what fails and what a host may say about it.

use std::time::Duration;

use link::{Classify, Silent};
use rockusb::{
    chips,
    host::{Cause, Download, Error, State, Step, comeback, download},
    loader::Loader,
    rom::{PROFILES, Traits},
    wire::{Area, SumKind},
};

use crate::{
    board::{board, loader, named, noise, seen},
    wire::{KINDS, Kind, Wire},
};

fn boot(name: &str, wire: &mut Wire) -> Result<(), Error> {
    let file = loader(named(name));
    let parsed = Loader::parse(&file).expect("sound");
    Download::require_chip(&parsed, named(name).chip().product)?;
    let blobs = Download::of(&parsed);
    download(wire, &blobs, &mut Silent)
}

#[test]
fn every_board_goes_from_mask_rom_to_usbplug() {
    for profile in &PROFILES {
        let (mut wire, _) = board(profile.name, Traits::default(), State::Maskrom);
        boot(profile.name, &mut wire).unwrap_or_else(|error| panic!("{}: {error}", profile.name));
        let file = loader(profile);
        let parsed = Loader::parse(&file).expect("sound");
        let blobs = Download::of(&parsed);
        let after = wire.reconnect().expect("usbplug");
        assert!(after < comeback(&blobs), "{}: {after:?}", profile.name);
        let state = seen(&wire).probe(&mut wire).expect("told");
        assert_eq!(state, State::Usbplug, "{}", profile.name);
        assert_eq!(wire.notes, [""; 0], "{}", profile.name);
    }
}

#[test]
fn both_blobs_for_sram_are_sent_in_file_order_with_their_pauses() {
    let file = loader(named("nanopi-r6s"));
    let parsed = Loader::parse(&file).expect("sound");
    let blobs = Download::of(&parsed);
    let names: Vec<_> = blobs.iter().map(|blob| (blob.area, blob.name.as_str())).collect();
    assert_eq!(names, [(Area::Sram, "UsbHead"), (Area::Sram, "ddr"), (Area::Dram, "usbplug")]);
    let (mut wire, _) = board("nanopi-r6s", Traits::default(), State::Maskrom);
    download(&mut wire, &blobs, &mut Silent).expect("sent");
    assert_eq!(wire.paused, Duration::from_millis(2), "none after the last");
}

/// `u-boot-rockchip-usb471.bin` and its twin, on a SoC that wants them scrambled and on one that does not.
#[test]
fn raw_blobs_are_scrambled_where_the_soc_wants_it() {
    for name in ["nanopc-t4", "h96-max-m9"] {
        let chip = named(name).chip();
        let mut first = noise(5001, 1);
        first[..4].copy_from_slice(&chip.tag.expect("it has one"));
        let second = noise(9000, 2);
        let blobs = [
            Download::raw(Area::Sram, "usb471".into(), &first, chip),
            Download::raw(Area::Dram, "usb472".into(), &second, chip),
        ];
        assert_eq!(blobs[0].data[..4] == first[..4], !chip.rc4, "{name}");
        let (mut wire, _) = board(name, Traits::default(), State::Maskrom);
        download(&mut wire, &blobs, &mut Silent).expect(name);
        wire.reconnect().expect(name);
        let other = chips::all().find(|other| other.rc4 != chip.rc4).expect("there are both");
        let wrong = Download::raw(Area::Sram, "usb471".into(), &first, other);
        let (mut wire, _) = board(name, Traits::default(), State::Maskrom);
        let error = download(&mut wire, &[wrong, blobs[1].clone()], &mut Silent).expect_err(name);
        assert!(matches!(error.cause, Cause::Discarded(_)), "{name}: {error}");
    }
}

#[test]
fn blobs_of_the_sizes_around_a_request_start() {
    for length in [1, 4093, 4094, 4095, 4096, 4097, 8190, 8191, 8192] {
        let (first, second) = (noise(length, 1), noise(length, 2));
        let chip = named("nanopi-r6s").chip();
        let blobs = [
            Download::raw(Area::Sram, "first".into(), &first, chip),
            Download::raw(Area::Dram, "second".into(), &second, chip),
        ];
        let (mut wire, _) = board("nanopi-r6s", Traits::default(), State::Maskrom);
        download(&mut wire, &blobs, &mut Silent)
            .unwrap_or_else(|error| panic!("{length}: {error}"));
        wire.reconnect().unwrap_or_else(|| panic!("{length}: it did not start"));
    }
}

#[test]
fn the_last_request_may_take_as_long_as_a_slow_check_of_the_sum() {
    let chip = named("h96-max-m9").chip();
    let (first, second) = (noise(100, 1), noise(900_000, 2));
    let blobs = [
        Download::raw(Area::Sram, "first".into(), &first, chip),
        Download::raw(Area::Dram, "second".into(), &second, chip),
    ];
    let (mut wire, _) = board("h96-max-m9", Traits::default(), State::Maskrom);
    download(&mut wire, &blobs, &mut Silent).expect("sent");
    let last = wire.limits.last().expect("there were requests");
    assert_eq!(*last, Duration::from_secs(10 + 900_000 / 50_000));
    assert!(
        wire.limits.iter().all(|limit| *limit >= Duration::from_secs(10)),
        "the first one took over 1 s"
    );
    assert_eq!(comeback(&blobs), Duration::from_secs(5 + 9));
}

#[test]
fn a_sum_of_zero_works_where_the_mask_rom_allows_it() {
    for (name, works) in [("h96-max-m9", true), ("nanopi-r6s", false)] {
        let file = loader(named(name));
        let parsed = Loader::parse(&file).expect("sound");
        let mut blobs = Download::of(&parsed);
        blobs.iter_mut().for_each(|blob| blob.sum = SumKind::Zero);
        let (mut wire, _) = board(name, Traits::default(), State::Maskrom);
        assert_eq!(download(&mut wire, &blobs, &mut Silent).is_ok(), works, "{name}");
    }
}

#[test]
fn a_loader_of_another_chip_is_refused_before_anything_is_sent() {
    let file = loader(named("nanopc-t4"));
    let parsed = Loader::parse(&file).expect("sound");
    let error = Download::require_chip(&parsed, 0x350b).expect_err("another");
    let text = error.to_string();
    assert!(matches!(error.cause, Cause::OtherChip { .. }), "{text}");
    assert!(text.contains("RK3588") && text.contains("RK3399"), "{text}");
}

#[test]
fn nothing_to_send_is_an_error() {
    let (mut wire, _) = board("nanopi-r6s", Traits::default(), State::Maskrom);
    assert!(matches!(download(&mut wire, &[], &mut Silent).expect_err("none").cause, Cause::Empty));
}

#[test]
fn code_for_dram_before_dram_is_set_up_does_not_start() {
    let (mut wire, _) = board("nanopi-r6s", Traits::default(), State::Maskrom);
    let blob = noise(5000, 1);
    let chip = named("nanopi-r6s").chip();
    let only = [Download::raw(Area::Dram, "usbplug".into(), &blob, chip)];
    download(&mut wire, &only, &mut Silent).expect("acknowledged");
    assert!(wire.reconnect().is_none());
    assert!(wire.notes.concat().contains("before DRAM"), "{:?}", wire.notes);
}

#[test]
fn every_transfer_of_a_download_may_fail() {
    let (mut wire, _) = board("h96-max-m9", Traits::default(), State::Maskrom);
    boot("h96-max-m9", &mut wire).expect("without faults");
    let count = wire.counts.transfers;
    assert_eq!(count, 1 + 3 + 6, "requests");
    for index in 1..=count {
        for kind in KINDS {
            one(index, kind, count);
        }
    }
}

/// A download in which one transfer fails.
fn one(index: u64, kind: Kind, count: u64) {
    let what = format!("{kind:?} at request {index} of {count}");
    let (mut wire, _) = board("h96-max-m9", Traits::default(), State::Maskrom);
    wire.fault = Some((index, kind));
    let result = boot("h96-max-m9", &mut wire);
    let started = wire.reconnect().is_some();
    match result {
        // The board is gone with the last request: nobody can tell whether it has started. Whoever waits for it will.
        Ok(()) if kind == Kind::Disconnect => assert_eq!(index, count, "{what}"),
        // A damaged last blob is acknowledged: that the board does not return is what tells.
        Ok(()) if kind == Kind::Garbage => assert!(index > 4 && !started, "{what}"),
        Ok(()) => panic!("{what} went unnoticed"),
        Err(error) => {
            assert!(!started, "{what}");
            assert_eq!(error.step, Step::Download, "{what}");
            let power = error.needs_power_cycle() || kind == Kind::Disconnect;
            assert!(power, "{what}: {error}");
            wire.fault = None;
        }
    }
    if kind == Kind::Disconnect {
        return;
    }
    // What the mask ROM had of the first try is in the way of a second one: nothing, before the first request of a blob.
    let again = boot("h96-max-m9", &mut wire);
    let untouched = [1, 2, 5].contains(&index) && kind != Kind::Garbage;
    assert_eq!(again.is_ok() && wire.reconnect().is_some(), untouched, "{what}: again");
}

#[test]
fn where_a_download_broke_off_tells_what_to_do() {
    let failing = |index: u64, kind: Kind| {
        let (mut wire, _) = board("h96-max-m9", Traits::default(), State::Maskrom);
        wire.fault = Some((index, kind));
        boot("h96-max-m9", &mut wire)
    };
    // One request for the head, three for the code for SRAM, six for the code for DRAM.
    for kind in [Kind::Stall, Kind::TimedOut] {
        for index in 1..=10 {
            let error = failing(index, kind).expect_err("it broke off");
            let right = match index {
                1 => matches!(error.cause, Cause::Deaf(_)),
                2 | 5 => matches!(error.cause, Cause::Discarded(_)),
                _ => matches!(error.cause, Cause::Upload(_)),
            };
            assert!(right && error.needs_power_cycle(), "{kind:?} at {index}: {error}");
        }
    }
    for (index, words) in [
        (1, "request 1 of 1 for 0x471: "),
        (3, "request 2 of 3 for 0x471: "),
        (7, "request 3 of 6 for 0x472: "),
    ] {
        let text = failing(index, Kind::Stall).expect_err("it broke off").to_string();
        assert!(text.starts_with(words), "{text}");
    }
    // What was pulled off the bus is not in a mask ROM that is stuck.
    for index in 1..10 {
        let error = failing(index, Kind::Disconnect).expect_err("it left");
        assert!(matches!(error.cause, Cause::Usb(_)), "{index}: {error}");
        assert!(!error.needs_power_cycle(), "{index}");
    }
    failing(10, Kind::Disconnect).expect("its code was started before the request was through");
}

/// Code for SRAM alone returns to the mask ROM, which is left alone for as long as the code asks.
#[test]
fn code_for_sram_alone_gets_its_time_and_no_leave_to_vanish() {
    let chip = named("nanopi-r6s").chip();
    let code = noise(9000, 1);
    let blobs = [Download::raw(Area::Sram, "first".into(), &code, chip)];
    let (mut wire, _) = board("nanopi-r6s", Traits::default(), State::Maskrom);
    download(&mut wire, &blobs, &mut Silent).expect("sent");
    assert_eq!(wire.paused, Duration::from_millis(1));
    let (mut wire, _) = board("nanopi-r6s", Traits::default(), State::Maskrom);
    wire.fault = Some((3, Kind::Disconnect));
    download(&mut wire, &blobs, &mut Silent).expect_err("it left the bus in its last request");
}

/// Where the sum ends a full request one byte follows, and either of the two may take as long as the check.
#[test]
fn both_last_requests_may_be_slow() {
    let chip = named("nanopi-r6s").chip();
    let code = noise(100 * 4096 + 4094, 1);
    let blobs = [Download::raw(Area::Dram, "second".into(), &code, chip)];
    let (mut wire, _) = board("nanopi-r6s", Traits::default(), State::Maskrom);
    let _ = download(&mut wire, &blobs, &mut Silent);
    let slow = wire.limits.iter().filter(|limit| **limit > Duration::from_secs(10)).count();
    assert_eq!((wire.limits.len(), slow), (102, 2));
}

#[test]
fn raw_code_is_padded_where_it_is_scrambled() {
    let code = noise(2049, 1);
    let raw = |name: &str| Download::raw(Area::Sram, "x".into(), &code, named(name).chip());
    assert_eq!(raw("nanopc-t4").data.len(), 4096);
    assert_eq!(raw("nanopi-r6s").data[..], code);
}
