//! From every stage of every family to U-Boot.

use amlogic::{
    families::by_name,
    optimus::{
        host::{Boot, Booted, Cause, Error, Extra, Image, Optimus, Step, boot::boot},
        rom::{PROFILES, Profile, Program, Traits},
        wire::{DDR_INIT, Request, Stage, addsum},
    },
};
use link::{Classify, Silent};

use crate::{
    board::{Notes, board, named, noise, plain, uboot, word},
    wire::{Said, Wire},
};

/// Boots a whole file.
pub(super) fn start(profile: &Profile, wire: &mut Wire, file: &[u8]) -> Result<Booted, Error> {
    let family = profile.family();
    let image = Image::Whole(file);
    let mut job = Boot { family, image, encrypted: false, password: None, extras: &mut [] };
    boot(&mut Optimus::new(wire), &mut job, &mut Silent)
}

/// That the vendor's U-Boot is there.
pub(super) fn is_up(wire: &mut Wire) -> bool {
    wire.reconnect().is_some()
        && Optimus::new(wire).identify().expect("an answer").stage == Stage::Uboot
}

#[test]
fn every_board_starts_from_its_mask_rom() {
    for profile in &PROFILES {
        let mut wire = plain(profile.name, Stage::Rom);
        let result = start(profile, &mut wire, &uboot(profile));
        let booted = result.unwrap_or_else(|error| panic!("{}: {error}", profile.name));
        let Booted::Started(limit) = booted else { panic!("{}", profile.name) };
        assert!(limit >= profile.comeback);
        assert!(is_up(&mut wire), "{}: {:?}", profile.name, wire.notes);
        assert!(start(profile, &mut wire, &uboot(profile)).expect("there") == Booted::Already);
    }
}

#[test]
fn every_board_that_takes_its_time_starts_too() {
    for profile in &PROFILES {
        let traits = Traits { slow: 3, ..Traits::default() };
        let (mut wire, _) = board(profile.name, traits, Stage::Rom);
        start(profile, &mut wire, &uboot(profile)).expect("started");
        assert!(is_up(&mut wire), "{}: {:?}", profile.name, wire.notes);
        assert!(wire.paused.as_secs() < 3, "{:?}", wire.paused);
    }
}

#[test]
fn a_bl2_that_runs_is_told_the_rest() {
    for profile in &PROFILES {
        let g12 = profile.family().flow.bl2_length() == Some(0x1_0000);
        let stage = if g12 { Stage::Bl2Amlc } else { Stage::Bl2 };
        let mut wire = plain(profile.name, stage);
        start(profile, &mut wire, &uboot(profile)).expect("started");
        assert!(is_up(&mut wire), "{}: {:?}", profile.name, wire.notes);
    }
}

#[test]
fn a_bl2_that_returns_to_the_mask_rom_is_run_again() {
    for name in ["khadas-vim1", "s905-box", "s400"] {
        let traits = Traits { bl2_returns: true, ..Traits::default() };
        let (mut wire, _) = board(name, traits, Stage::Rom);
        start(named(name), &mut wire, &uboot(named(name))).expect("started");
        assert!(is_up(&mut wire), "{name}: {:?}", wire.notes);
    }
}

/// The order of requests on a VIM1, as pyamlboot's `boot.py` has it.
#[test]
fn the_steps_of_a_vim1() {
    let profile = named("khadas-vim1");
    let mut wire = plain(profile.name, Stage::Rom);
    let file = uboot(profile);
    start(profile, &mut wire, &file).expect("started");
    let requests: Vec<_> = wire
        .said
        .iter()
        .filter_map(|said| match said {
            Said::Control(setup, data) => Some((Request::of(*setup).expect("one of ours"), data)),
            _ => None,
        })
        .collect();
    let writes = requests.iter().filter(|(request, _)| matches!(request, Request::WriteMem(_)));
    assert_eq!(writes.count(), 768, "BL2 by control requests of 64 bytes");
    let rest: Vec<_> = requests
        .iter()
        .filter(|(request, _)| !matches!(request, Request::WriteMem(_)))
        .map(|(request, _)| *request)
        .collect();
    let tail = file.len() - 0xc000;
    let (whole, end) = ((tail / 4096) as u16, (tail % 4096) as u16);
    let expected = [
        Request::Identify,
        Request::ReadMem(0xc810_0228),
        Request::WriteLarge { block: 32, count: 1 },
        Request::Run(0xd900_0000),
        Request::Identify,
        Request::Run(0xd900_c000),
        Request::Identify,
        Request::WriteLarge { block: 4096, count: 12 },
        Request::WriteLarge { block: 48, count: 1 },
        Request::WriteLarge { block: 4096, count: whole },
        Request::WriteLarge { block: end, count: 1 },
        Request::Run(0xd900_c000),
    ];
    assert_eq!(rest, expected);
    let run = requests.iter().find(|(request, _)| matches!(request, Request::Run(_)));
    assert_eq!(run.expect("code is run").1[..], [0x10, 0, 0, 0xd9], "the power stays on");
    assert!(wire.said.contains(&Said::Out(DDR_INIT.len())));
}

/// And of a board with G12: one load, one run, then what BL2 asks for.
#[test]
fn the_steps_of_a_vim3() {
    let profile = named("khadas-vim3");
    let mut wire = plain(profile.name, Stage::Rom);
    start(profile, &mut wire, &uboot(profile)).expect("started");
    let mut requests = wire.said.iter().filter_map(|said| match said {
        Said::Control(setup, _) => Request::of(*setup),
        _ => None,
    });
    let first: Vec<_> = requests.by_ref().take(7).collect();
    let expected = [
        Request::Identify,
        Request::ChipInfo(1),
        Request::ReadMem(0xff80_0228),
        Request::WriteLarge { block: 4096, count: 16 },
        Request::Run(0xfffa_0000),
        Request::Identify,
        Request::GetAmlc,
    ];
    assert_eq!(first, expected);
    let rest: Vec<_> = requests.collect();
    let amlc = |request: &Request| matches!(request, Request::GetAmlc | Request::WriteAmlc { .. });
    assert!(rest.iter().all(amlc), "nothing else is asked between");
    assert_eq!(rest.iter().filter(|request| **request == Request::GetAmlc).count(), 7);
}

#[test]
fn what_else_is_wanted_lies_in_memory() {
    let profile = named("khadas-vim1");
    let (kernel, script) = (noise(1_000_003, 3), noise(321, 4));
    let mut wire = plain(profile.name, Stage::Rom);
    let file = uboot(profile);
    let (mut one, mut two) = (&kernel[..], &script[..]);
    let mut extras = [
        Extra { name: "kernel", address: 0x0808_0000, source: &mut one },
        Extra { name: "script", address: 0x0800_0000, source: &mut two },
    ];
    let (bl2, tpl) = file.split_at(0xc000);
    let mut job = Boot {
        family: profile.family(),
        image: Image::Pair { bl2, tpl },
        encrypted: false,
        password: None,
        extras: &mut extras,
    };
    let mut notes = Notes::default();
    boot(&mut Optimus::new(&mut wire), &mut job, &mut notes).expect("started");
    let names: Vec<_> = notes.steps.iter().map(|(_, name, _)| name.as_str()).collect();
    assert_eq!(names, ["BL2", "DRAM", "U-Boot", "kernel", "script"]);
    assert!(is_up(&mut wire));
    let mut found = Vec::new();
    let mut soc = Optimus::new(&mut wire);
    let length = kernel.len() as u64;
    soc.read(0x0808_0000, length, Default::default(), &mut found, &mut Silent).expect("read");
    assert!(found == kernel);
}

#[test]
fn mainline_uboot_does_not_come_back_on_this_protocol() {
    for name in ["khadas-vim1", "khadas-vim3"] {
        let traits = Traits { program: Program::Mainline, ..Traits::default() };
        let (mut wire, _) = board(name, traits, Stage::Rom);
        start(named(name), &mut wire, &uboot(named(name))).expect("started");
        assert!(wire.device.gone() && wire.reconnect().is_none());
    }
}

/// What the host is not told by the files' shape, the mask ROM finds.
#[test]
fn files_for_another_family_do_not_start() {
    for board in &PROFILES {
        for other in &PROFILES {
            if word(board) == word(other) {
                continue;
            }
            let mut wire = plain(board.name, Stage::Rom);
            let error = start(board, &mut wire, &uboot(other)).expect_err(other.name);
            let same = board.family().flow.bl2_length() == other.family().flow.bl2_length();
            if same {
                assert!(wire.notes.concat().contains("another family"), "{:?}", wire.notes);
            } else {
                assert_eq!(error.step, Step::Check, "{error}");
                assert!(wire.said.is_empty(), "{} took {}", board.name, other.name);
            }
        }
    }
}

#[test]
fn a_damaged_bl2_is_ignored_by_the_mask_rom() {
    for profile in &PROFILES {
        let mut file = uboot(profile);
        file[0x2000] ^= 1;
        let mut wire = plain(profile.name, Stage::Rom);
        start(profile, &mut wire, &file).expect_err("it does not start");
        assert!(wire.notes.concat().contains("SHA-256"), "{:?}", wire.notes);
    }
}

/// The pair of G12 and SM1 is `u-boot.bin` in two files; BL2 may also be named beside a whole one.
#[test]
fn a_pair_starts_what_the_whole_starts() {
    for profile in &PROFILES {
        let file = uboot(profile);
        let (bl2, tpl) = file.split_at(profile.family().flow.bl2_length().expect("known"));
        for image in [Image::Pair { bl2, tpl }, Image::Beside { bl2, file: &file }] {
            let mut wire = plain(profile.name, Stage::Rom);
            let family = profile.family();
            let mut job = Boot { family, image, encrypted: false, password: None, extras: &mut [] };
            boot(&mut Optimus::new(&mut wire), &mut job, &mut Silent).expect("started");
            assert!(is_up(&mut wire), "{}: {:?}", profile.name, wire.notes);
        }
    }
}

/// Noise stands for what only a fused board can read.
#[test]
fn encrypted_files_start_only_the_board_that_they_are_for() {
    for profile in &PROFILES {
        let family = profile.family();
        let length = family.flow.bl2_length().expect("known");
        let file = noise(length + 0x9_8123, 9);
        let (bl2, tpl) = file.split_at(length);
        let mine = Traits {
            signed: Some(addsum(bl2)),
            whole: Some(file.len() as u32),
            ..Traits::default()
        };
        let other = Traits { signed: Some(1), ..mine.clone() };
        for (traits, starts) in [(mine, true), (other, false)] {
            for image in [Image::Whole(&file), Image::Pair { bl2, tpl }] {
                let (mut wire, _) = board(profile.name, traits.clone(), Stage::Rom);
                let job =
                    |encrypted| Boot { family, image, encrypted, password: None, extras: &mut [] };
                let looked = boot(&mut Optimus::new(&mut wire), &mut job(false), &mut Silent);
                assert_eq!(looked.expect_err("looked at").step, Step::Check);
                let result = boot(&mut Optimus::new(&mut wire), &mut job(true), &mut Silent);
                assert_eq!(result.is_ok(), starts, "{}: {result:?}", profile.name);
                assert_eq!(wire.reconnect().is_some(), starts);
            }
        }
    }
}

#[test]
fn what_is_no_boot_file_is_refused_before_anything_is_sent() {
    let profile = named("khadas-vim1");
    let good = uboot(profile);
    let mut sd = vec![0; 512];
    sd.extend(&good);
    let mut headless = good.clone();
    headless[0xc000..0xc020].fill(0);
    let cases: [(&[u8], &str); 5] = [
        (b"", "shorter than BL2"),
        (&noise(0x1_0000, 1), "@AML"),
        (&sd, "SD card"),
        (&headless, "FIP"),
        (&good[..0xc000], "FIP"),
    ];
    for (file, word) in cases {
        let mut wire = plain(profile.name, Stage::Rom);
        let error = start(profile, &mut wire, file).expect_err(word);
        assert!(error.to_string().contains(word), "{error}");
        assert!(wire.said.is_empty());
    }
    let m8 = by_name("M8").expect("in the table");
    assert!(matches!(Image::Whole(&good).check(m8, false), Err(Cause::NoFlow("M8"))));
}

#[test]
fn a_board_of_another_family_is_refused_before_anything_is_written() {
    let cases = [
        ("khadas-vim1", "khadas-vim3", "GXL, GXM"),
        ("khadas-vim3", "khadas-vim1", "G12A, G12B, SM1"),
        // The mask ROM's version fits; the chip's page tells.
        ("odroid-c4", "khadas-vim3", "SM1"),
        ("khadas-vim3", "odroid-c4", "G12B"),
    ];
    for (there, wanted, word) in cases {
        let mut wire = plain(there, Stage::Rom);
        let error = start(named(wanted), &mut wire, &uboot(named(wanted))).expect_err(there);
        assert!(matches!(error.cause, Cause::OtherFamily { .. }), "{error}");
        assert!(error.to_string().contains(word), "{error}");
        let writes =
            |said: &Said| !matches!(said, Said::Control(setup, _) if setup.request_type == 0xc0);
        assert!(!wire.said.iter().any(writes), "{there}");
    }
}

#[test]
fn secure_boot_takes_only_its_own_bl2_and_says_so() {
    for profile in &PROFILES {
        let length = profile.family().flow.bl2_length().expect("known");
        let file = uboot(profile);
        let signed = Some(addsum(&file[..length]));
        let (mut wire, _) = board(profile.name, Traits { signed, ..Traits::default() }, Stage::Rom);
        start(profile, &mut wire, &file).expect("its own");
        assert!(is_up(&mut wire), "{}", profile.name);
        let traits = Traits { signed: Some(1), ..Traits::default() };
        let (mut wire, _) = board(profile.name, traits, Stage::Rom);
        let error = start(profile, &mut wire, &file).expect_err("somebody else's");
        assert!(matches!(error.cause, Cause::Refused { secure: Some(true) }), "{error}");
        assert_eq!(error.step, Step::Bl2);
        assert!(error.to_string().contains("signed"), "{error}");
        assert!(!error.needs_power_cycle());
    }
}

/// The virtual ROM is as strict as an S905X is said to be.
#[test]
fn a_first_bl2_by_a_large_transfer_does_not_arrive_on_gxl() {
    use amlogic::optimus::host::Way;
    let file = uboot(named("khadas-vim1"));
    let mut wire = plain("khadas-vim1", Stage::Rom);
    let mut source = &file[..0xc000];
    let result = Optimus::new(&mut wire).write(0xd900_0000, &mut source, Way::Large, &mut Silent);
    assert!(result.is_err());
    assert!(wire.notes.concat().contains("WRITE_MEM"), "{:?}", wire.notes);
}

#[test]
fn dram_before_bl2_hangs_the_board() {
    for profile in &PROFILES {
        let mut wire = plain(profile.name, Stage::Rom);
        let mut soc = Optimus::new(&mut wire);
        soc.identify().expect("an answer");
        assert!(soc.write(0x1000, &mut &[1_u8; 64][..], Default::default(), &mut Silent).is_err());
        assert!(soc.identify().is_err());
        assert!(wire.notes.concat().contains("DRAM"), "{:?}", wire.notes);
    }
}
