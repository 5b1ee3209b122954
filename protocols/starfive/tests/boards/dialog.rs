//! Boards whose every word is in the test: what the host makes of them, and what it types.

use std::time::Duration;

use link::{
    ByteLink, Silent, StepId, Watch,
    dialog::{Answers, Dialog, at_once, says},
};
use starfive::{
    header,
    host::{
        Agent, BUFFERS, Cause, Error, Firmware, Layout, Loaded, Slot, Target, boot_rom, boot_spl,
        recover_jh7100, step, write_firmware,
    },
};
use uboot::host::{Cause as Common, Console, Flasher, Prompt, Step};
use xmodem::{
    Failure, drive,
    wire::{ACK, CAN, NAK, POLL, SOH, STX},
};

use super::{fit, setup::program, spl};

const LIMIT: Duration = Duration::from_secs(5);

#[test]
fn a_step_is_told_and_named_in_its_error() {
    struct Steps(Vec<(StepId, String)>);
    impl Watch for Steps {
        fn step(&mut self, id: StepId, label: &str, _: u64) {
            self.0.push((id, label.into()));
        }
        fn advance(&mut self, _: u64) {}
        fn note(&mut self, _: &str) {}
    }
    let (mut line, mut steps) = (says(&[]), Steps(Vec::new()));
    let mut console = Console::new(&mut line, &mut steps);
    console.begin(Step::VERIFY, "reading back", 7);
    assert_eq!(console.error(Common::Silence).step, Step::VERIFY);
    let error = Prompt::open(&mut console).err().expect("nobody is there");
    assert_eq!(error.step, Step::PROMPT);
    let error = boot_spl(&mut console, &fit(9000)).expect_err("nobody is there");
    assert_eq!(error.step, step::SPL);
    let error = boot_rom(&mut console, &spl(9000), LIMIT).expect_err("nobody is there");
    assert_eq!(error.step, step::ROM);
    for (id, label) in [(StepId::VERIFY, "reading back"), (StepId::START, "the SPL starts")] {
        assert!(steps.0.contains(&(id, label.into())), "{:?}", steps.0);
    }
}

#[test]
fn steps_have_names_for_people_and_for_scripts() {
    for (step, id, name) in [
        (step::ROM, "start", "mask ROM"),
        (step::SPL, "start", "SPL"),
        (step::UBOOT, "start", "loading U-Boot"),
        (Step::PROMPT, "start", "reaching the prompt"),
        (Step::COMMAND, "command", "U-Boot command"),
        (Step::PROBE, "choose", "finding the flash"),
        (Step::LOAD, "send", "loading the image"),
        (Step::WRITE, "write", "writing the flash"),
        (Step::VERIFY, "verify", "reading the flash back"),
        (step::AGENT, "command", "recovery menu"),
    ] {
        assert_eq!((step.id().word(), step.to_string()), (id, name.into()));
    }
    let error =
        Error { step: step::ROM, cause: Cause::Console(Common::Silence), heard: String::new() };
    assert_eq!(error.to_string(), "mask ROM: nothing came over the line");
}

/// What answers instead of the mask ROM.
#[test]
fn what_is_heard_instead_of_a_mask_rom_is_named() {
    let cause = |said: &[u8]| {
        let (mut line, mut silent) = (says(&[(100, said)]), Silent);
        boot_rom(&mut Console::new(&mut line, &mut silent), &spl(9000), LIMIT)
            .expect_err("no ROM")
            .cause
    };
    assert!(matches!(cause(b""), Cause::Console(Common::Silence)));
    assert!(
        matches!(cause(b"\x80\x81\x82abcd"), Cause::Console(Common::Garbage)),
        "more than a third"
    );
    assert!(matches!(cause(b"\x80\x81abcd"), Cause::Console(Common::Missing(_))), "a third");
    assert!(
        matches!(cause(b"\x80\x81\x82"), Cause::Console(Common::Missing(_))),
        "three bytes tell nothing"
    );
    assert!(matches!(cause(b"U-Boot 2021.10\r\n"), Cause::NotRom("U-Boot")));
    assert!(matches!(cause(b"OpenSBI v1.2\r\n"), Cause::NotRom("an operating system")));
    assert!(matches!(cause(b"Linux version 5.15\r\n"), Cause::NotRom("an operating system")));
    assert!(matches!(cause(b"hello world\r\n"), Cause::Console(Common::Missing(_))));
}

/// A mask ROM that takes every frame, and then says this; or that says it to the second frame.
fn rom(words: &'static [u8], at_the_second: bool) -> Dialog<impl FnMut(&[u8]) -> Answers> {
    let mut frames = 0;
    let polls: Vec<(u64, &[u8])> = (0..10).map(|i| (100 + 130 * i, &b"C"[..])).collect();
    Dialog::new(&polls, move |typed| {
        frames += 1;
        match typed[0] {
            SOH | STX if frames == 2 && at_the_second => at_once(words),
            SOH | STX => at_once(&[ACK]),
            CAN => Vec::new(),
            _ => vec![(75, vec![ACK]), (100, words.to_vec())],
        }
    })
}

fn start(words: &'static [u8], at_the_second: bool) -> Result<Loaded, Error> {
    let mut silent = Silent;
    boot_rom(&mut Console::new(&mut rom(words, at_the_second), &mut silent), &spl(9000), LIMIT)
}

#[test]
fn the_first_words_tell_what_was_started() {
    assert_eq!(start(b"\r\nU-Boot SPL 2025.01", false).expect("it starts"), Loaded::Spl);
    assert_eq!(start(b"LPDDR4: 4G version", false).expect("it starts"), Loaded::Spl);
    assert_eq!(start(b"JH7110 secondboot", false).expect("it starts"), Loaded::Agent);
    // With a damaged letter, what follows tells.
    let spl = start(b"\r\nU-Bxot SPL\r\nTrying to boot from UART\r\n", false);
    assert_eq!(spl.expect("it starts"), Loaded::Spl);
    let agent = start(b"JH7110 sexondboot\r\n* JH7110 program tool *", false);
    assert_eq!(agent.expect("it starts"), Loaded::Agent);
    let cause = |words| start(words, false).expect_err("it does not start").cause;
    assert!(matches!(cause(b"CRC Error\r\n"), Cause::RomCrc));
    assert!(matches!(cause(b"\r\n(C)StarFive\r\nCCC"), Cause::RomAgain));
    assert!(matches!(cause(b"something else\r\n"), Cause::Console(Common::Missing(_))));
    assert!(matches!(
        cause(b"DDR init failed\r\n"),
        Cause::Console(Common::Dram("DDR init failed"))
    ));
}

#[test]
fn a_failed_upload_is_told_by_the_boards_words() {
    let cause = |words| start(words, true).expect_err("it fails").cause;
    assert!(matches!(cause(b"\r\nCRC Error\x18\x18"), Cause::RomCrc));
    assert!(matches!(cause(b"\r\n(C)StarFive\r\n"), Cause::RomAgain));
    let failure = |cause| match cause {
        Cause::Console(Common::Transfer(drive::Error::Failed(failure))) => failure,
        other => panic!("{other}"),
    };
    assert_eq!(failure(cause(b"\x18\x18")), Failure::Cancelled);
    assert_eq!(failure(cause(b"\r\nhello world")), Failure::Spoke { taken: 1024 });
    // Another program's transfer calls for a reset, whatever came before it.
    let naks: Vec<(u64, &[u8])> = (1..20).map(|i| (i * 500, &[NAK][..])).collect();
    let (mut line, mut silent) = (says(&[&[(0, &b"CRC Error"[..])], &naks[..]].concat()), Silent);
    let error =
        boot_rom(&mut Console::new(&mut line, &mut silent), &spl(9000), LIMIT).expect_err("no ROM");
    assert_eq!(failure(error.cause), Failure::Midway);
}

/// One damaged letter hides what the SPL boots from; the polls that follow it tell as well.
#[test]
fn an_spl_that_polls_boots_from_the_uart() {
    let boot = |words: &[u8]| {
        let (mut line, mut silent) = (says(&[(100, words)]), Silent);
        boot_spl(&mut Console::new(&mut line, &mut silent), &fit(9000)).expect_err("it ends there")
    };
    let error = boot(b"U-Boot SPL\r\nTryxng to boot from UART\r\nC");
    assert!(matches!(error.cause, Cause::Console(Common::Transfer(_))), "{error}");
    let error = boot(b"U-Boot SPL\r\nTryxng to boot from UART\r\n");
    assert!(
        matches!(error.cause, Cause::Console(Common::Missing(_))) && error.step == step::SPL,
        "{error}"
    );
    let error = boot(b"U-Boot SPL\r\nTrying to boot from SPI\r\n");
    assert!(matches!(&error.cause, Cause::OtherMedium(medium) if medium == "SPI"), "{error}");
    assert!(matches!(boot(b"\r\nCRC Error\r\n").cause, Cause::RomCrc));
    assert!(matches!(boot(b"### ERROR ### Please").cause, Cause::Said(_)));
}

#[test]
fn firmware_that_does_not_fit_is_refused_before_a_word_is_typed() {
    let layout = Layout { spl_room: 9000, uboot_room: 12_000, ..Layout::JH7110 };
    let write = |spl: &[u8], uboot: &[u8]| {
        let (mut line, mut silent) = (says(&[]), Silent);
        let mut console = Console::new(&mut line, &mut silent);
        let mut prompt = Prompt::answered(&mut console);
        let mut flasher = Flasher::new(&mut prompt, BUFFERS, None);
        let error = write_firmware(&mut flasher, &layout, spl, uboot);
        let error = error.expect_err("refused, or nobody answers");
        assert_eq!(line.sent.is_empty(), error.step != Step::PROBE, "{error}");
        error.to_string()
    };
    assert!(write(&spl(9000), &fit(12_000)).contains("finding the flash"), "just fits");
    assert!(write(&spl(8999), &fit(11_000)).contains("finding the flash"));
    assert!(write(&spl(9001), &fit(12_000)).contains("SPL is 9001 bytes long"));
    assert!(write(&spl(9000), &fit(12_001)).contains("U-Boot is 12001 bytes long"));
    assert!(write(&spl(9000), &spl(9000)).contains("U-Boot:"));
    assert!(write(&fit(8000), &fit(9000)).contains("header"));
    let large = Layout::JH7110;
    assert!(program().len() < large.spl_room as usize);
    let agent = write(&program(), &fit(9000));
    assert!(agent.contains("belongs into memory"), "{agent}");
}

const MENU: &[u8] = b"\r\n*** JH7110 program tool ***\r\nselect the function to test: ";
const FUSE_PROMPT: &[u8] = b"\r\nSelect the function to test: ";

fn update(line: &mut dyn ByteLink, spl: &[u8], uboot: &[u8]) -> Error {
    let mut silent = Silent;
    let mut console = Console::new(line, &mut silent);
    let firmware = Firmware { spl, uboot };
    Agent::new(&mut console).update(Target::Flash, firmware).expect_err("it fails")
}

#[test]
fn the_agent_is_given_no_file_that_does_not_belong_there() {
    let mut damaged = spl(9000);
    damaged[0x480] ^= 0x40;
    let cases = [
        (damaged, fit(9000), "damaged"),
        (program(), fit(9000), "the recovery agent itself"),
        (fit(9000), fit(9000), "header"),
        (vec![7; 9000], fit(9000), "header"),
        (spl(9000), spl(9000), "U-Boot:"),
    ];
    for (spl, uboot, words) in cases {
        let mut line = says(&[(100, MENU)]);
        let error = update(&mut line, &spl, &uboot).to_string();
        assert!(error.contains(words), "{error}");
        assert_eq!(line.sent, [0u8; 0]);
    }
}

/// The fuse menu may come after any key: from then on nothing is typed.
#[test]
fn nothing_is_typed_once_the_fuse_menu_is_there() {
    for fuses in [FUSE_PROMPT, b"otp updata"] {
        let mut line = Dialog::new(&[(100, MENU)], move |typed| match typed {
            b"\r" => at_once(fuses),
            _ => at_once(typed),
        });
        let error = update(&mut line, &spl(9000), &fit(9000));
        assert!(matches!(error.cause, Cause::FuseMenu), "{error}");
        assert_eq!(line.sent, b"0\r");
    }
    // Also when it shows itself just after the main menu.
    let mut line = says(&[(100, MENU), (200, FUSE_PROMPT)]);
    let error = update(&mut line, &spl(9000), &fit(9000));
    assert!(matches!(error.cause, Cause::FuseMenu), "{error}");
    assert_eq!(line.sent, [0u8; 0]);
}

/// A digit is typed at a menu that came whole and is the last word.
#[test]
fn no_digit_is_typed_at_half_a_menu() {
    let cut: &[u8] = b"0 program tool ***\r\nselect the function to test: ";
    for first in [&[(100, cut)][..], &[(100, MENU), (200, b"more")]] {
        let mut line = says(first);
        let error = update(&mut line, &spl(9000), &fit(9000));
        assert!(matches!(error.cause, Cause::Console(Common::Missing(_))), "{error}");
        assert_eq!(line.sent, b"xx\r".repeat(4));
    }
}

fn recover(line: &mut dyn ByteLink, files: &[(Slot, &[u8])]) -> Error {
    let mut silent = Silent;
    let mut console = Console::new(line, &mut silent);
    recover_jh7100(&mut console, &[1; 100], files, LIMIT).expect_err("it fails")
}

#[test]
fn what_is_heard_instead_of_a_jh7100_is_named() {
    let cause = |said: &[u8]| recover(&mut says(&[(100, said)]), &[]).cause;
    assert!(matches!(cause(b""), Cause::Console(Common::Silence)));
    assert!(matches!(cause(b"\x80\x81\x82ab"), Cause::Console(Common::Garbage)));
    assert!(matches!(cause(b"hello world"), Cause::Console(Common::Missing(_))));
}

/// The second boot program has 64 KiB, the DRAM initialisation three times that.
#[test]
fn a_jh7100s_files_have_their_room() {
    let fits = |slot, length: usize| {
        let file = header::jh7100::wrap(&vec![1; length - 4]);
        assert_eq!(file.len(), length);
        let mut line = says(&[]);
        let error = recover(&mut line, &[(slot, &file)]);
        assert_eq!(line.sent, [0u8; 0]);
        match error.cause {
            Cause::Console(Common::Silence) => true,
            Cause::Unfit(_) => false,
            other => panic!("{other}"),
        }
    };
    assert!(fits(Slot::SecondBoot, 64 << 10) && !fits(Slot::SecondBoot, (64 << 10) + 1));
    assert!(fits(Slot::DdrInit, 192 << 10) && !fits(Slot::DdrInit, (192 << 10) + 1));
}

/// A damaged echo: there is no key for an empty line, so what is there is executed, and a load is cancelled.
#[test]
fn a_damaged_command_of_the_jh7100_is_cleared_away() {
    for loads in [false, true] {
        let mut echoes = 0;
        let mut line = Dialog::new(&[(100, b"(C)SiFive\r\n# ")], move |typed| match typed {
            b"\n" if echoes == 1 && loads => vec![(10, vec![POLL])],
            b"\n" | [CAN, ..] => at_once(b"\r\n# "),
            _ => {
                echoes += 1;
                at_once(if echoes == 1 { b"load 0x1800x000" } else { typed })
            }
        });
        // Nobody asks for the program then.
        let error = recover(&mut line, &[]);
        assert!(matches!(error.cause, Cause::Console(Common::Transfer(_))), "{error}");
        let cleared: &[u8] = if loads { b"\n\x18\x18\x18\n" } else { b"\n" };
        let typed = [b"load 0x18000000", cleared, b"load 0x18000000\n"].concat();
        assert!(line.sent.starts_with(&typed), "{:?}", String::from_utf8_lossy(&line.sent));
    }
}
