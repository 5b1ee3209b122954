//! Which program a board runs, and what it says of itself.

use std::time::Duration;

use link::Classify;
use rockusb::{
    host::{Cause, Rock, Seen, State, Step},
    rom::{PROFILES, Program, Traits},
    wire::{Capability, Cbw, ResetKind, Storage, VENDOR},
};

use rockusb::storage::Storage as _;

use crate::board::{board, named, ready, seen};

#[test]
fn mask_rom_usbplug_and_loader_are_told_apart_on_every_board() {
    for profile in &PROFILES {
        for state in [State::Maskrom, State::Usbplug, State::Loader] {
            let (mut wire, _) = board(profile.name, Traits::default(), state);
            let seen = seen(&wire);
            let found = seen.probe(&mut wire).expect("told");
            assert_eq!(found, state, "{} in {state}", profile.name);
        }
    }
}

#[test]
fn a_loader_is_not_sent_to_what_is_no_mask_rom() {
    let (mut wire, _) = board("nanopi-r6s", Traits::default(), State::Usbplug);
    let seen = seen(&wire);
    let error = seen.require(&mut wire, &[State::Maskrom]).expect_err("it is past that");
    assert!(matches!(error.cause, Cause::State { found: State::Usbplug, .. }), "{error}");
    let commands = [State::Usbplug, State::Loader];
    assert_eq!(seen.require(&mut wire, &commands).expect("it takes commands"), State::Usbplug);
}

#[test]
fn descriptors_alone() {
    let seen =
        |product, usb, strings, out| Seen { vendor: VENDOR, product, usb, strings, out }.guess();
    assert_eq!(seen(0x350b, 0x0200, false, 2), (State::Maskrom, false));
    assert_eq!(seen(0x350b, 0x0200, true, 1), (State::Usbplug, true));
    assert_eq!(seen(0x350b, 0x0201, true, 1), (State::Loader, true));
    assert_eq!(
        seen(0x350a, 0x0200, false, 1),
        (State::Usbplug, false),
        "an RK3566 without strings"
    );
    assert_eq!(seen(0x320a, 0x0201, false, 1), (State::Loader, false), "loaders of 2014");
    assert_eq!(seen(0x300a, 0x0201, false, 1), (State::Maskrom, false), "the RK3066's mask ROM");
    assert_eq!(seen(0x350e, 0x0310, true, 1), (State::Usbplug, true), "mainline's gadget");
}

#[test]
fn a_usbplug_that_hangs_is_not_taken_for_a_mask_rom() {
    let traits = Traits { dead_usbplug: true, ..Traits::default() };
    let (mut wire, _) = board("nanopi-r6s", traits, State::Usbplug);
    let error = seen(&wire).probe(&mut wire).expect_err("it answers nothing");
    assert!(matches!(error.cause, Cause::Dead(_)), "{error}");
    assert!(error.needs_power_cycle());
    assert_eq!(error.step, Step::Identify);
}

/// A host before this one sent something that was no command block: the board ignores all but a bulk-only reset.
#[test]
fn a_usbplug_that_somebody_confused_is_not_taken_for_dead() {
    for state in [State::Usbplug, State::Loader] {
        let (mut wire, _) = board("nanopi-r6s", Traits::default(), state);
        wire.device.bulk_out(b"hello");
        assert_eq!(seen(&wire).probe(&mut wire).expect("helped"), state);
        Rock::new(&mut wire).chip_info().expect("in order");
    }
    let (mut wire, _) = board("phicomm-r1", Traits::default(), State::Loader);
    wire.device.bulk_out(b"hello");
    assert!(!seen(&wire).strings);
    assert_eq!(seen(&wire).probe(&mut wire).expect("helped"), State::Loader);
}

#[test]
fn a_command_to_a_mask_rom_names_the_mask_rom_before_the_cable() {
    let (mut wire, _) = board("nanopi-r6s", Traits::default(), State::Maskrom);
    let error = Rock::new(&mut wire).chip_info().expect_err("it takes no commands");
    assert!(matches!(error.cause, Cause::NobodyListens(_)), "{error}");
    assert!(error.to_string().contains("mask ROM"), "{error}");
}

#[test]
fn every_board_says_what_it_is() {
    for profile in PROFILES.iter().filter(|profile| profile.program == Program::Vendor) {
        let (_, looks, survey) = ready(profile.name);
        let chip = survey.chip.expect("told");
        assert!(profile.chip().is_called(chip.code()), "{}", profile.name);
        assert_eq!(survey.sectors(), Some(looks[0].sectors()), "{}", profile.name);
        assert_eq!(survey.capability.0, profile.capability);
        assert_eq!(survey.storage.is_some(), survey.capability.has(Capability::SWITCH_STORAGE));
    }
}

#[test]
fn questions_that_mainline_does_not_know_are_no_errors() {
    let (mut wire, _, survey) = ready("mainline-gadget");
    assert_eq!((survey.flash, survey.storage), (None, None));
    assert_eq!(survey.capability, Capability::default());
    assert_eq!(survey.id.expect("always").name(), "EMMC");
    let mut rock = Rock::new(&mut wire);
    let text = rock.capability().expect_err("a text in place of data");
    assert!(matches!(text.cause, Cause::Unsupported(_)), "{text}");
    let status = rock.flash_info().expect_err("a status in place of data");
    assert!(matches!(status.cause, Cause::Unsupported(_)), "{status}");
    rock.test_ready().expect("the conversation goes on");
    assert!(!crate::wire::opcodes(&mut wire).is_empty());
}

#[test]
fn a_busy_board_is_asked_again() {
    let traits = Traits { busy: 3, ..Traits::default() };
    let (mut wire, _) = board("nanopi-r6s", traits, State::Usbplug);
    Rock::new(&mut wire).test_ready().expect("in the end");
    assert_eq!(crate::wire::opcodes(&mut wire), [0; 4]);
    assert_eq!(wire.paused, Duration::from_millis(300));
    let traits = Traits { busy: 1000, ..Traits::default() };
    let (mut wire, _) = board("nanopi-r6s", traits, State::Usbplug);
    let error = Rock::new(&mut wire).test_ready().expect_err("for ever");
    assert!(matches!(error.cause, Cause::Busy), "{error}");
}

#[test]
fn a_switch_of_storage_is_read_back() {
    let (mut wire, _, _) = ready("rock-5b");
    let mut rock = Rock::new(&mut wire);
    let info = rock.switch_storage(Storage::MTD_SPI_NOR).expect("there is one");
    assert_eq!((info.sectors, info.block), (32_768, 128));
    let error = rock.switch_storage(Storage::SD).expect_err("acknowledged all the same");
    assert!(
        matches!(
            error.cause,
            Cause::NotSwitched { wanted: Storage::SD, found: Storage::MTD_SPI_NOR }
        ),
        "{error}"
    );
    rock.switch_storage(Storage::EMMC).expect("and back");
    let (mut wire, _, _) = ready("rk3308-nand");
    Rock::new(&mut wire).switch_storage(Storage::MTD_NAND).expect("reported as plain NAND");
}

#[test]
fn the_number_that_this_loader_serves_is_found() {
    let (mut wire, _, _) = ready("rock-5b");
    let mut rock = Rock::new(&mut wire);
    let (found, info) = rock.choose_storage(&[4, 9].map(Storage)).expect("there is one");
    assert_eq!((found, info.sectors), (Storage::MTD_SPI_NOR, 32_768));
    let error = rock.choose_storage(&[Storage::SD]).expect_err("it has none");
    let Cause::NotServed { wanted, served } = &error.cause else { panic!("{error}") };
    assert_eq!(
        (&wanted[..], &served[..]),
        (&[Storage::SD][..], &[Storage::EMMC, Storage::MTD_SPI_NOR][..])
    );
    assert!(error.to_string().contains("no sd; it serves emmc, spi-nor"), "{error}");
    assert_eq!(rock.storage().expect("told"), Storage::MTD_SPI_NOR, "what was chosen before");
    let (mut wire, _, _) = ready("mainline-gadget");
    let error = Rock::new(&mut wire).choose_storage(&[Storage::EMMC]).expect_err("no such command");
    assert!(matches!(error.cause, Cause::Unsupported(_)), "{error}");
}

#[test]
fn a_reset_is_acknowledged_and_the_board_comes_back() {
    for (kind, state) in [(ResetKind::Normal, State::Maskrom), (ResetKind::Maskrom, State::Maskrom)]
    {
        let (mut wire, _, _) = ready("nanopi-r6s");
        Rock::new(&mut wire).reset(kind).expect("acknowledged");
        assert_eq!(wire.outs.last().map(|block| (block[15], block[16])), Some((0xff, kind as u8)));
        wire.reconnect().expect("it comes back");
        assert_eq!(seen(&wire).probe(&mut wire).expect("told"), state);
    }
    let (mut wire, _, _) = ready("nanopc-t4");
    Rock::new(&mut wire).reset(ResetKind::PowerOff).expect("acknowledged");
    assert!(wire.reconnect().is_none());
}

#[test]
fn every_command_is_answered_within_a_limit_and_has_a_tag_of_its_own() {
    let (wire, _, _) = ready("nanopi-r6s");
    let tags: Vec<u32> =
        wire.outs.iter().map(|block| Cbw::from_bytes(block).expect("a block").tag).collect();
    assert!(tags.len() > 5 && tags.windows(2).all(|pair| pair[0] != pair[1]), "{tags:?}");
    assert_eq!(named("nanopi-r6s").chip().name, "RK3588");
}
