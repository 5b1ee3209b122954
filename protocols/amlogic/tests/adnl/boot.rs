//! From the mask ROM to U-Boot: every family's way, what the board asks for, what it refuses.

use std::time::Duration;

use amlogic::{
    adnl::{
        host::{Adnl, Cause, Progress, Step},
        rom::{PROFILES, Profile, Rom, Traits, Window},
        wire::{Reboot, Stage},
    },
    image::Bl2,
    package::{Build, Content},
};
use link::{Classify, Fault, Silent};

use crate::{
    board::{Broken, Notes, board, boot_file, expected, maker, named, noise, to_uboot},
    wire::Wire,
};

#[test]
fn every_board_goes_from_mask_rom_to_u_boot() {
    for profile in &PROFILES {
        let (mut wire, _) = board(profile, Traits::default(), Stage::ROM);
        let file = boot_file(profile);
        let identify = to_uboot(&mut wire, &file, &mut Silent)
            .unwrap_or_else(|error| panic!("{}: {error}", profile.name));
        assert_eq!((identify.stage, identify.protocol), (Stage::UBOOT, profile.protocol));
        assert!(wire.streams.concat() == expected(profile, &file), "{}", profile.name);
        assert_eq!(wire.notes, [""; 0], "{}", profile.name);
    }
}

#[test]
fn every_board_is_taken_on_in_whatever_stage_it_is() {
    for profile in &PROFILES {
        let file = boot_file(profile);
        for (stage, _) in Stage::ALL {
            if stage == Stage::BL2E && profile.bl2e.is_empty() {
                continue;
            }
            let (mut wire, _) = board(profile, Traits::default(), stage);
            let what = format!("{} from {stage}", profile.name);
            to_uboot(&mut wire, &file, &mut Silent)
                .unwrap_or_else(|error| panic!("{what}: {error}"));
            let booted = crate::wire::commands(&mut wire).iter().any(|command| command == "boot");
            assert_eq!(booted, stage == Stage::ROM, "{what}");
        }
    }
}

#[test]
fn the_commands_of_an_s905x4s_mask_rom() {
    let profile = named("s905x4");
    let (mut wire, _) = board(profile, Traits::default(), Stage::ROM);
    let file = boot_file(profile);
    Adnl::new(&mut wire).start(&mut &file[..], &mut Silent).expect("taken");
    let said = crate::wire::commands(&mut wire);
    let expected = [
        "getvar:identify",
        "getvar:getchipinfo-1",
        "getvar:downloadsize",
        "download:0003f800",
        "boot",
    ];
    assert_eq!(said, expected);
}

#[test]
fn protocol_5_is_told_how_far_the_job_is() {
    let profile = named("a113l");
    let (mut wire, _) = board(profile, Traits::default(), Stage::ROM);
    let file = boot_file(profile);
    Adnl::new(&mut wire).start(&mut &file[..], &mut Silent).expect("taken");
    let steps =
        crate::wire::commands(&mut wire).iter().filter(|text| *text == "setvar:burnsteps").count();
    assert_eq!(steps, 3);
    assert_eq!(wire.streams[0], [0, 0, 4, 0xc0], "0xc0040000");
    assert_eq!(wire.streams[3], [2, 0, 4, 0xc0], "0xc0040002");
}

#[test]
fn a_secure_board_starts_its_makers_file_and_no_other() {
    for profile in &PROFILES {
        let file = boot_file(profile);
        let (mut wire, _) = board(profile, maker(profile, &file), Stage::ROM);
        to_uboot(&mut wire, &file, &mut Silent).expect("the maker's");
        let mut other = file.clone();
        other[profile.rom_offset() as usize + 5000] ^= 1;
        let (mut wire, _) = board(profile, maker(profile, &file), Stage::ROM);
        let error = to_uboot(&mut wire, &other, &mut Silent).expect_err("another's");
        assert!(matches!(error.cause, Cause::NotStarted { .. }), "{error}");
        assert!(error.to_string().contains("maker signed"), "{error}");
        assert!(error.needs_power_cycle());
        assert!(wire.notes.concat().contains("not signed"), "{:?}", wire.notes);
        assert!(wire.paused >= Duration::from_secs(10), "{:?}", wire.paused);
    }
}

/// Whether a chip is fused is known of some families before anything is sent.
#[test]
fn a_fused_a1_is_known_to_be_secure() {
    let profile = named("a113l");
    let file = boot_file(profile);
    let (mut wire, _) = board(profile, maker(profile, &file), Stage::ROM);
    let survey = Adnl::new(&mut wire).survey().expect("told");
    assert_eq!((survey.secure, survey.family), (Some(true), Some(0x2c)));
    let other = noise(file.len(), 99);
    let error = to_uboot(&mut wire, &other, &mut Silent).expect_err("another's");
    assert!(matches!(error.cause, Cause::NotStarted { secure: Some(true) }), "{error}");
}

#[test]
fn a_board_with_a_password_is_sent_nothing() {
    let traits = Traits { password: true, ..Traits::default() };
    let (mut wire, _) = board(named("s905x4"), traits, Stage::ROM);
    let file = boot_file(named("s905x4"));
    let error = to_uboot(&mut wire, &file, &mut Silent).expect_err("locked");
    assert!(matches!(error.cause, Cause::Password), "{error}");
    assert_eq!(crate::wire::commands(&mut wire), ["getvar:identify"]);
}

#[test]
fn another_familys_file_is_refused_before_anything_is_sent() {
    let gx = Bl2::build(Bl2::GX, "gxl", &|at| at as u8);
    let g12 = [Bl2::build(Bl2::G12, "g12a", &|at| at as u8), noise(1 << 20, 1)].concat();
    let contents = vec![Content::new("USB", "DDR", noise(1 << 20, 2))];
    let package = Build { version: 2, align: 4, contents }.build();
    let blank = vec![0; 1 << 20];
    for file in [&gx, &g12, &package, &blank, &noise(100, 3)] {
        for name in ["s905x4", "s905x5"] {
            let (mut wire, _) = board(named(name), Traits::default(), Stage::ROM);
            let error = to_uboot(&mut wire, file, &mut Silent).expect_err("refused");
            assert!(matches!(error.cause, Cause::Unsound(_)), "{error}");
            assert!(wire.streams.is_empty(), "{name}");
        }
    }
    // An A1's BL2 may look like a G12's.
    let (mut wire, _) = board(named("a113l"), Traits::default(), Stage::ROM);
    Adnl::new(&mut wire).start(&mut &g12[..], &mut Silent).expect("taken");
}

#[test]
fn a_file_that_is_too_short_is_refused_before_it_is_sent() {
    let profile = named("s905x5");
    let file = boot_file(profile);
    let wanted = profile.rom_offset() + profile.download;
    let (mut wire, _) = board(profile, Traits::default(), Stage::ROM);
    let error = Adnl::new(&mut wire)
        .start(&mut &file[..wanted as usize - 1], &mut Silent)
        .expect_err("too short");
    let short = Cause::ShortFile { wanted: wanted.into(), size: u64::from(wanted) - 1 };
    assert_eq!(error.cause.to_string(), short.to_string());
    assert_eq!(error.step, Step::Boot);
    assert_eq!(wire.streams.len(), 1, "only its beginning");
    Adnl::new(&mut wire).start(&mut &file[..wanted as usize], &mut Silent).expect("long enough");
}

#[test]
fn a_window_outside_the_file_is_refused() {
    let profile = named("s905x4");
    let file = boot_file(profile);
    let (mut wire, _) = board(profile, Traits::default(), Stage::BL2);
    let error = Adnl::new(&mut wire)
        .serve(&mut &file[..0x6_4000 + 0x9600 - 1], &mut Silent)
        .expect_err("the first window lies outside");
    assert!(
        matches!(error.cause, Cause::OutsideFile { offset: 0x6_4000, size: 0x9600, .. }),
        "{error}"
    );
    assert!(wire.streams.is_empty());
}

#[test]
fn bl2s_error_is_passed_on() {
    let traits = Traits { bl2_error: Some(0x21), ..Traits::default() };
    let profile = named("s905x4");
    let (mut wire, _) = board(profile, traits, Stage::BL2);
    let error = to_uboot(&mut wire, &boot_file(profile), &mut Silent).expect_err("it fails");
    assert!(matches!(error.cause, Cause::Bl2(0x21)) && error.needs_power_cycle(), "{error}");
}

#[test]
fn a_window_with_a_wrong_sum_is_sent_again_as_often_as_the_vendors_tool_does() {
    for (name, resends) in [("s905x4", 3), ("a113l", 1)] {
        let profile = named(name);
        let file = boot_file(profile);
        let damaged = |count| Traits { damaged: (1..=count).collect(), ..Traits::default() };
        let (mut wire, _) = board(profile, damaged(resends), Stage::BL2);
        let mut notes = Notes::default();
        to_uboot(&mut wire, &file, &mut notes).expect("in the end");
        assert_eq!(notes.0.len(), resends as usize, "{:?}", notes.0);
        let (mut wire, _) = board(profile, damaged(resends + 1), Stage::BL2);
        let error = to_uboot(&mut wire, &file, &mut Silent).expect_err("too often");
        assert!(matches!(error.cause, Cause::Failed(_)), "{error}");
    }
}

#[test]
fn bl2_that_is_busy_is_left_alone_for_half_a_second() {
    let profile = named("s905x5");
    let (mut wire, _) = board(profile, Traits::default(), Stage::BL2);
    Adnl::new(&mut wire).serve(&mut &boot_file(profile)[..], &mut Silent).expect("served");
    assert_eq!(wire.paused, Duration::from_millis(500));
}

/// Between BL2 and BL2E an S905X4 stays on the bus, and may answer for BL2 a while.
#[test]
fn the_program_after_bl2_is_waited_for() {
    let traits = Traits { slow: 5, ..Traits::default() };
    let profile = named("s905x4");
    let (mut wire, _) = board(profile, traits, Stage::BL2);
    let file = boot_file(profile);
    let mut adnl = Adnl::new(&mut wire);
    let expect = adnl.serve(&mut &file[..], &mut Silent).expect("served");
    assert_eq!(expect.leaves, Some(false));
    assert_eq!(adnl.settle(&expect).expect("it comes").stage, Stage::BL2E);
    assert_eq!(wire.paused, Duration::from_millis(500));
    let (mut wire, _) = board(named("s905x5"), Traits::default(), Stage::BL2);
    let file = boot_file(named("s905x5"));
    let mut adnl = Adnl::new(&mut wire);
    let expect = adnl.serve(&mut &file[..], &mut Silent).expect("served");
    assert_eq!(expect.leaves, Some(true));
    let error = adnl.settle(&expect).expect_err("it left");
    assert_eq!(error.fault(), Some(Fault::Gone));
}

#[test]
fn what_never_comes_up_is_said() {
    let traits = Traits { slow: 10_000, ..Traits::default() };
    let profile = named("s905x4");
    let (mut wire, _) = board(profile, traits, Stage::BL2);
    let error = to_uboot(&mut wire, &boot_file(profile), &mut Silent).expect_err("never");
    assert!(matches!(error.cause, Cause::NotHandedOver(Stage::BL2)), "{error}");
}

#[test]
fn a_file_that_cannot_be_read_is_said() {
    let profile = named("s905x4");
    let (mut wire, _) = board(profile, Traits::default(), Stage::BL2);
    let mut broken = Broken(4 << 20, 0x6_9000);
    let error = Adnl::new(&mut wire).serve(&mut broken, &mut Silent).expect_err("holes");
    assert!(matches!(error.cause, Cause::Io(_)) && error.to_string().contains("holes"), "{error}");
}

/// A board that wants data without a sum, and one window only.
#[test]
fn a_small_board_of_protocol_6_without_bl2e() {
    let profile: &'static Profile = Box::leak(Box::new(Profile {
        bl2: &[Window { size: 0x4001, offset: 3 }],
        bl2e: &[],
        ..*named("s905x4")
    }));
    let (mut wire, _) = board(profile, Traits::default(), Stage::BL2);
    let file = boot_file(profile);
    to_uboot(&mut wire, &file, &mut Silent).expect("there");
    let said = crate::wire::commands(&mut wire);
    let downloads: Vec<_> = said.iter().filter(|text| text.starts_with("download:")).collect();
    assert_eq!(downloads, ["download:00004000", "download:00000001"]);
}

#[test]
fn what_a_board_says_of_itself_in_each_stage() {
    for profile in &PROFILES {
        for (stage, _) in Stage::ALL {
            let (mut wire, _) = board(profile, Traits::default(), stage);
            let survey = Adnl::new(&mut wire).survey().expect("told");
            assert_eq!(survey.identify.stage, stage);
            assert_eq!(survey.family, Some(profile.family), "{} in {stage}", profile.name);
            assert_eq!(survey.serial.map(|serial| serial.len()), Some(24));
            assert_eq!(survey.version.is_some(), stage == Stage::UBOOT);
            if stage == Stage::UBOOT {
                assert_eq!(survey.secure, Some(false));
            }
            Adnl::new(&mut wire).devices().expect("someone is there");
        }
    }
}

#[test]
fn a_restart_leads_to_the_mask_rom_and_back() {
    let profile = named("s905x5");
    let (mut wire, _) = board(profile, Traits::default(), Stage::UBOOT);
    Adnl::new(&mut wire).reboot(Reboot::Rom).expect("acknowledged");
    assert_eq!(wire.reconnect(), Some(Duration::from_millis(6047)));
    let identify = Adnl::new(&mut wire).identify().expect("the mask ROM");
    assert_eq!((identify.stage, identify.protocol), (Stage::ROM, 8));
    to_uboot(&mut wire, &boot_file(profile), &mut Silent).expect("and up again");
    let mut adnl = Adnl::new(&mut wire);
    let done = adnl.advance(&mut &b""[..], &mut &b""[..], &mut Silent).expect("nothing to do");
    assert!(matches!(done, Progress::Ready(_)));
}

/// A program that nobody knows is not sent anything.
#[test]
fn an_unknown_stage_is_named() {
    let profile = named("s905x4");
    let emmc = Rom::blank(profile);
    let mut wire = Wire::new(Rom::new(profile, Traits::default(), Stage(20), emmc));
    let error = to_uboot(&mut wire, &boot_file(profile), &mut Silent).expect_err("unknown");
    assert!(error.to_string().contains("stage 20"), "{error}");
}
