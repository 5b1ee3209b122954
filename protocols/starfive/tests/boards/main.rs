//! The host's side against virtual boards on a modelled line, from power-on to verified flash.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it reports to whoever runs it")]

mod dialog;
mod faults;
mod field;
mod flash;
mod setup;

use std::time::Duration;

use link::{ByteLink, line::Line};
use setup::{Notes, board, fit, jh7110, on, program, recover, spl};
use starfive::{
    header,
    host::{
        Agent, BUFFERS, Cause, Error, Firmware, Layout, Loaded, Slot, Target, boot_rom, boot_spl,
        recover_jh7100, write_firmware,
    },
    rom::{Behaviour, Jh7100},
};
use uboot::host::{Cause as Common, Console, Flasher, Prompt, Step, reach_prompt};

const PATIENCE: Duration = Duration::from_secs(30);

#[test]
fn a_visionfive_2_is_brought_back_and_its_flash_is_verified() {
    let (mut line, board) = jh7110(Behaviour::default());
    let (spl, uboot) = (spl(147_274), fit(1_024_523));
    let written = recover(&mut line, &spl, &uboot, None).expect("it works");
    assert_eq!(written[0].crc, starfive::crc32(&spl));
    let board = on(&board);
    assert!(board.flash_holds(0, &spl) && board.flash_holds(0x10_0000, &uboot));
    // Every byte of both, once to RAM and once to the flash, at 11,453 B/s.
    let least = 2.0 * (spl.len() + uboot.len()) as f64 / 11_453.0;
    let took = line.wire.now().as_secs_f64();
    println!("{took:.1} s, of which the line needs {least:.1} s");
    assert!(took < least * 1.1, "{took} of {least}");
}

#[test]
fn the_faster_rate_saves_most_of_the_time() {
    let (spl, uboot) = (spl(60_000), fit(300_000));
    let time = |fast| {
        let (mut line, _) = jh7110(Behaviour::default());
        recover(&mut line, &spl, &uboot, fast).expect("it works");
        line.wire.now()
    };
    let (slow, fast) = (time(None), time(Some(1_500_000)));
    println!("{slow:?} and {fast:?}");
    let saved = (slow - fast).as_secs_f64();
    assert!(saved > 0.85 * 360_000.0 / 11_453.0, "{slow:?} {fast:?}");
}

#[test]
fn a_board_that_loses_bytes_at_the_faster_rate_is_flashed_at_the_old_one() {
    let (mut line, board) = jh7110(Behaviour { loses_above: 1_000_000, ..Behaviour::default() });
    let (spl, uboot) = (spl(20_000), fit(60_000));
    let mut notes = Notes::default();
    let result = {
        let mut console = Console::new(&mut line, &mut notes);
        boot_rom(&mut console, &spl, PATIENCE).expect("it boots");
        boot_spl(&mut console, &uboot).expect("it boots");
        let mut prompt = reach_prompt(&mut console).expect("a prompt");
        let mut flasher = Flasher::new(&mut prompt, BUFFERS, Some(1_500_000));
        write_firmware(&mut flasher, &Layout::JH7110, &spl, &uboot)
    };
    result.expect("it works at the old rate");
    assert!(
        notes.0.iter().any(|note| note.contains("loses bytes at 1500000 baud")),
        "{:?}",
        notes.0
    );
    assert_eq!(line.baud(), 115_200);
    assert!(on(&board).flash_holds(0x10_0000, &uboot));
    println!("{:?}", line.wire.now());
}

#[test]
fn a_flash_that_does_not_hold_what_was_written_is_found_out() {
    let (mut line, _) = jh7110(Behaviour { worn: Some(0x10_0000 + 777), ..Behaviour::default() });
    let error = recover(&mut line, &spl(20_000), &fit(30_000), None).expect_err("a bit is stuck");
    assert!(
        matches!(
            error,
            Error { step: Step::VERIFY, cause: Cause::Console(Common::Differs { .. }), .. }
        ),
        "{error}"
    );
}

#[test]
fn an_spl_that_boots_from_elsewhere_is_named() {
    let (mut line, _) = jh7110(Behaviour { medium: "MMC2", ..Behaviour::default() });
    let error =
        recover(&mut line, &spl(20_000), &fit(30_000), None).expect_err("it boots from eMMC");
    assert!(matches!(&error.cause, Cause::OtherMedium(medium) if medium == "MMC2"), "{error}");
}

#[test]
fn a_wrong_sum_in_the_rom_needs_a_reset() {
    let (mut line, _) = jh7110(Behaviour::default());
    let mut silent = link::Silent;
    let good = spl(20_000);
    let mut console = Console::new(&mut line, &mut silent);
    // Nothing that is wrong gets past the tool, so it is sent beside it.
    let mut bad = good.clone();
    bad[0x500] ^= 1;
    let mut sender =
        xmodem::Sender::xmodem(xmodem::Profile::JH7110_ROM, bad.len() as u64, PATIENCE);
    let mut source = &bad[..];
    console
        .transfer(
            Step::LOAD,
            xmodem::drive::Announce {
                step: link::StepId::SEND,
                waiting: "waiting",
                sending: "sending",
            },
            &mut sender,
            &mut [xmodem::drive::File { name: String::new(), source: &mut source }],
        )
        .expect("sent");
    let error = boot_rom(&mut console, &good, PATIENCE).expect_err("not without a reset");
    assert!(matches!(error.cause, Cause::RomCrc), "{error}: {}", error.heard);
    line.wire.reset();
    let mut console = Console::new(&mut line, &mut silent);
    assert_eq!(boot_rom(&mut console, &good, PATIENCE).expect("fresh"), Loaded::Spl);
}

#[test]
fn wrong_files_are_refused_before_a_byte_is_sent() {
    let (mut line, _) = jh7110(Behaviour::default());
    let mut silent = link::Silent;
    let mut console = Console::new(&mut line, &mut silent);
    let mut damaged = spl(9000);
    damaged[0x480] ^= 0x40;
    for (file, words) in [
        (fit(9000), "FIT image"),
        (damaged, "damaged"),
        (vec![0x13; 9000], "no JH7110 header"),
        (header::jh7100::wrap(&[0x13; 9000]), "JH7100"),
    ] {
        let error = boot_rom(&mut console, &file, PATIENCE).expect_err("refused").to_string();
        assert!(error.contains(words), "{error}");
    }
    let error = boot_spl(&mut console, &spl(9000)).expect_err("refused").to_string();
    assert!(error.contains("u-boot.itb"), "{error}");
    assert_eq!(line.counts().sent, 0);
}

#[test]
fn silence_a_wrong_rate_and_another_program_are_told_apart() {
    let short = Duration::from_secs(5);
    let failure = |line: &mut Line| {
        boot_rom(&mut Console::new(line, &mut link::Silent), &spl(9000), short).expect_err("no ROM")
    };
    let (mut line, _) = jh7110(Behaviour::default());
    line.set_baud(9600).expect("modelled");
    assert!(matches!(failure(&mut line).cause, Cause::Console(Common::Garbage)));
    let (mut line, _) = board(setup::Mute, 115_200);
    assert!(matches!(failure(&mut line).cause, Cause::Console(Common::Silence)));
    let (mut line, _) = board(Jh7100::new(), 9600);
    assert!(matches!(failure(&mut line).cause, Cause::NotRom("the JH7100's mask ROM")));
}

#[test]
fn a_prompt_runs_commands_and_tells_their_status() {
    let (mut line, _) = jh7110(Behaviour::default());
    let mut silent = link::Silent;
    let mut console = Console::new(&mut line, &mut silent);
    boot_rom(&mut console, &spl(9000), PATIENCE).expect("it boots");
    boot_spl(&mut console, &fit(9000)).expect("it boots");
    let mut prompt: Prompt<'_, '_> = reach_prompt(&mut console).expect("a prompt");
    let limit = Duration::from_secs(5);
    let output = prompt.run("version", limit).expect("it answers");
    assert_eq!((output.text.as_str(), output.status), ("U-Boot 2025.01 (virtual)", 0));
    assert_eq!(prompt.run("false", limit).expect("it answers").status, 1);
    let error = prompt.must(Step::COMMAND, "nonsense", limit).expect_err("no such command");
    assert!(error.to_string().contains("Unknown command 'nonsense'"), "{error}");
}

#[test]
fn the_agent_writes_the_spl_and_then_uboot_and_no_fuse() {
    for target in [Target::Flash, Target::Emmc] {
        let (mut line, board) = jh7110(Behaviour::default());
        let (spl, uboot) = (spl(30_000), fit(1_200_000));
        let mut silent = link::Silent;
        let mut console = Console::new(&mut line, &mut silent);
        assert_eq!(boot_rom(&mut console, &program(), PATIENCE).expect("it starts"), Loaded::Agent);
        let done = Agent::new(&mut console).update(target, Firmware { spl: &spl, uboot: &uboot });
        assert_eq!(line.notes(), Vec::<String>::new());
        let board = on(&board);
        match target {
            Target::Flash => {
                done.expect("it works");
                // U-Boot is whole although the SPL's second copy fell into its place.
                assert!(board.flash_holds(0, &spl) && board.flash_holds(0x10_0000, &uboot));
            }
            // The virtual board has no eMMC, and the agent reports success all the same.
            Target::Emmc => assert!(matches!(done.expect_err("it says so").cause, Cause::Said(_))),
        }
    }
}

#[test]
fn a_jh7100_is_brought_back_at_9600_baud() {
    let (mut line, board) = board(Jh7100::new(), 9600);
    let (second, ddr) =
        (header::jh7100::wrap(&setup::bytes(20_000)), header::jh7100::wrap(&setup::bytes(40_000)));
    let mut silent = link::Silent;
    let mut console = Console::new(&mut line, &mut silent);
    let files = [(Slot::SecondBoot, &second[..]), (Slot::DdrInit, &ddr[..])];
    recover_jh7100(&mut console, &setup::bytes(24_000), &files, PATIENCE).expect("it works");
    assert!(on(&board).flash_holds(0, &second) && on(&board).flash_holds(0x1_0000, &ddr));
    let error = recover_jh7100(&mut console, &[1; 100], &[(Slot::DdrInit, &[7; 500])], PATIENCE)
        .expect_err("no length");
    assert!(matches!(error.cause, Cause::Unfit(_)), "{error}");
    println!("{:?}", line.wire.now());
}
