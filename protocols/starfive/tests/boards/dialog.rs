//! Boards whose every word is in the test: what the host makes of them, and what it types.

use std::time::Duration;

use link::{
    ByteLink, Counts, Heard, LineError, Silent, StepId, Watch,
    serial::{Said, Utterances},
};
use starfive::{
    header,
    host::{
        Agent, Cause, Console, Error, Firmware, Flasher, Layout, Loaded, Prompt, Ram, Slot, Step,
        Target, boot_rom, boot_spl, recover_jh7100,
    },
};
use xmodem::{
    Event, Failure, Heard as Received, Manner, Receiver, drive,
    wire::{ACK, CAN, NAK, POLL, SOH, STX},
};

use super::{fit, setup::program, spl};

/// What a board says to what was typed: this many ms later, these bytes.
type Answers = Vec<(u64, Vec<u8>)>;

fn at_once(text: &[u8]) -> Answers {
    vec![(0, text.to_vec())]
}

/// A line to a board that answers as `answer` says. Writing takes no time.
struct Dialog<F> {
    answer: F,
    out: Utterances,
    now: Duration,
    sent: Vec<u8>,
    /// Something was typed while the board had not yet said all.
    interrupted: bool,
}

impl<F: FnMut(&[u8]) -> Answers> Dialog<F> {
    /// It begins with these words, and answers what is typed.
    fn new(first: &[(u64, &[u8])], answer: F) -> Self {
        let mut out = Utterances::default();
        first.iter().for_each(|(at, text)| out.say(Duration::from_millis(*at), text));
        Self { answer, out, now: Duration::ZERO, sent: Vec::new(), interrupted: false }
    }

    fn console<'a>(&'a mut self, silent: &'a mut Silent) -> Console<'a> {
        Console::new(self, silent)
    }
}

/// A board that says this and hears nothing.
fn says(first: &[(u64, &[u8])]) -> Dialog<impl FnMut(&[u8]) -> Answers + use<>> {
    Dialog::new(first, |_| Vec::new())
}

impl<F: FnMut(&[u8]) -> Answers> ByteLink for Dialog<F> {
    fn write(&mut self, bytes: &[u8], _: Duration) -> Result<(), LineError> {
        self.sent.extend(bytes);
        self.interrupted |= self.out.last() > self.now;
        for (after, text) in (self.answer)(bytes) {
            self.out.say(self.now + Duration::from_millis(after), &text);
        }
        Ok(())
    }

    fn read(&mut self, buf: &mut [u8], limit: Duration) -> Result<Heard, LineError> {
        let (begin, mut count) = (self.now, 0);
        while count < buf.len() {
            match self.out.next(self.now) {
                Said::Byte(byte) => {
                    buf[count] = byte;
                    count += 1;
                }
                Said::Until(at) if count == 0 && at <= begin + limit => self.now = at,
                Said::Nothing | Said::Until(_) => break,
            }
        }
        if count == 0 {
            self.now = begin + limit;
        }
        Ok(Heard { count, waited: self.now - begin })
    }

    fn set_baud(&mut self, _: u32) -> Result<(), LineError> {
        Ok(())
    }

    /// So fast that bytes take no time.
    fn baud(&self) -> u32 {
        u32::MAX
    }

    fn discard(&mut self) -> Result<(), LineError> {
        Ok(())
    }

    fn pause(&mut self, time: Duration) -> Result<(), LineError> {
        self.now += time;
        Ok(())
    }

    fn counts(&self) -> Counts {
        Counts::default()
    }
}

/// A prompt that shows back what is typed and runs it: `run` gives output and status, or nothing if it never ends.
fn shell(mut run: impl FnMut(&str) -> Option<(String, u32)>) -> impl FnMut(&[u8]) -> Answers {
    let mut line = String::new();
    move |typed| {
        let mut said = Vec::new();
        for byte in typed {
            match byte {
                b'\r' => {
                    let typed = core::mem::take(&mut line);
                    let (command, marker) = typed.split_once("; echo ").expect("a marker");
                    let marker = marker.strip_suffix("$?.").expect("it asks for the status");
                    if let Some((output, status)) = run(command) {
                        said.extend(format!("\r\n{output}\r\n{marker}{status}.\r\n# ").bytes());
                    }
                }
                0x03 => {
                    line.clear();
                    said.extend(b"\r\n# ");
                }
                _ => {
                    line.push(char::from(*byte));
                    said.push(*byte);
                }
            }
        }
        at_once(&said)
    }
}

fn ok(output: &str) -> Option<(String, u32)> {
    Some((output.into(), 0))
}

const LIMIT: Duration = Duration::from_secs(5);

#[test]
fn silence_is_waited_for_and_no_longer() {
    let settled = |first: &[(u64, &[u8])], calm: u64| {
        let (mut line, mut silent) = (says(first), Silent);
        let calm = Duration::from_millis(calm);
        line.console(&mut silent).settle(calm, Duration::from_secs(2)).expect("it listens");
        line.now.as_millis()
    };
    assert_eq!(settled(&[], 100), 100);
    assert_eq!(settled(&[], 300), 300, "in two looks at the line");
    assert_eq!(settled(&[(250, b"x")], 300), 550);
    let drip: Vec<(u64, &[u8])> = (0..100).map(|i| (i * 90, &b"x"[..])).collect();
    assert!((1999..=2000).contains(&settled(&drip, 100)), "a board that never is silent");
}

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
    console.begin(Step::Verify, "reading back", 7);
    assert_eq!(console.error(Cause::Silence).step, Step::Verify);
    let error = Prompt::open(&mut console).err().expect("nobody is there");
    assert_eq!(error.step, Step::Prompt);
    let error = boot_spl(&mut console, &fit(9000)).expect_err("nobody is there");
    assert_eq!(error.step, Step::Spl);
    let error = boot_rom(&mut console, &spl(9000), LIMIT).expect_err("nobody is there");
    assert_eq!(error.step, Step::Rom);
    for (id, label) in [(StepId::VERIFY, "reading back"), (StepId::START, "the SPL starts")] {
        assert!(steps.0.contains(&(id, label.into())), "{:?}", steps.0);
    }
}

#[test]
fn steps_have_names_for_people_and_for_scripts() {
    for (step, id, name) in [
        (Step::Rom, "start", "mask ROM"),
        (Step::Spl, "start", "SPL"),
        (Step::Uboot, "start", "loading U-Boot"),
        (Step::Prompt, "start", "reaching the prompt"),
        (Step::Command, "command", "U-Boot command"),
        (Step::Probe, "choose", "finding the flash"),
        (Step::Load, "send", "loading the image"),
        (Step::Write, "write", "writing the flash"),
        (Step::Verify, "verify", "reading the flash back"),
        (Step::Agent, "command", "recovery menu"),
    ] {
        assert_eq!((step.id().word(), step.to_string()), (id, name.into()));
    }
    let error = Error { step: Step::Rom, cause: Cause::Silence, heard: String::new() };
    assert_eq!(error.to_string(), "mask ROM: nothing came over the line");
}

/// What answers instead of the mask ROM.
#[test]
fn what_is_heard_instead_of_a_mask_rom_is_named() {
    let cause = |said: &[u8]| {
        let (mut line, mut silent) = (says(&[(100, said)]), Silent);
        boot_rom(&mut line.console(&mut silent), &spl(9000), LIMIT).expect_err("no ROM").cause
    };
    assert!(matches!(cause(b""), Cause::Silence));
    assert!(matches!(cause(b"\x80\x81\x82abcd"), Cause::Garbage), "more than a third");
    assert!(matches!(cause(b"\x80\x81abcd"), Cause::Missing(_)), "a third");
    assert!(matches!(cause(b"\x80\x81\x82"), Cause::Missing(_)), "three bytes tell nothing");
    assert!(matches!(cause(b"U-Boot 2021.10\r\n"), Cause::NotRom("U-Boot")));
    assert!(matches!(cause(b"OpenSBI v1.2\r\n"), Cause::NotRom("an operating system")));
    assert!(matches!(cause(b"Linux version 5.15\r\n"), Cause::NotRom("an operating system")));
    assert!(matches!(cause(b"hello world\r\n"), Cause::Missing(_)));
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
    boot_rom(&mut rom(words, at_the_second).console(&mut silent), &spl(9000), LIMIT)
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
    assert!(matches!(cause(b"something else\r\n"), Cause::Missing(_)));
    assert!(matches!(cause(b"DDR init failed\r\n"), Cause::Dram("DDR init failed")));
}

#[test]
fn a_failed_upload_is_told_by_the_boards_words() {
    let cause = |words| start(words, true).expect_err("it fails").cause;
    assert!(matches!(cause(b"\r\nCRC Error\x18\x18"), Cause::RomCrc));
    assert!(matches!(cause(b"\r\n(C)StarFive\r\n"), Cause::RomAgain));
    let failure = |cause| match cause {
        Cause::Transfer(drive::Error::Failed(failure)) => failure,
        other => panic!("{other}"),
    };
    assert_eq!(failure(cause(b"\x18\x18")), Failure::Cancelled);
    assert_eq!(failure(cause(b"\r\nhello world")), Failure::Spoke { taken: 1024 });
    // Another program's transfer calls for a reset, whatever came before it.
    let naks: Vec<(u64, &[u8])> = (1..20).map(|i| (i * 500, &[NAK][..])).collect();
    let (mut line, mut silent) = (says(&[&[(0, &b"CRC Error"[..])], &naks[..]].concat()), Silent);
    let error = boot_rom(&mut line.console(&mut silent), &spl(9000), LIMIT).expect_err("no ROM");
    assert_eq!(failure(error.cause), Failure::Midway);
}

/// One damaged letter hides what the SPL boots from; the polls that follow it tell as well.
#[test]
fn an_spl_that_polls_boots_from_the_uart() {
    let boot = |words: &[u8]| {
        let (mut line, mut silent) = (says(&[(100, words)]), Silent);
        boot_spl(&mut line.console(&mut silent), &fit(9000)).expect_err("it ends there")
    };
    let error = boot(b"U-Boot SPL\r\nTryxng to boot from UART\r\nC");
    assert!(matches!(error.cause, Cause::Transfer(_)), "{error}");
    let error = boot(b"U-Boot SPL\r\nTryxng to boot from UART\r\n");
    assert!(matches!(error.cause, Cause::Missing(_)) && error.step == Step::Spl, "{error}");
    let error = boot(b"U-Boot SPL\r\nTrying to boot from SPI\r\n");
    assert!(matches!(&error.cause, Cause::OtherMedium(medium) if medium == "SPI"), "{error}");
    assert!(matches!(boot(b"\r\nCRC Error\r\n").cause, Cause::RomCrc));
    assert!(matches!(boot(b"### ERROR ### Please").cause, Cause::Said(_)));
}

#[test]
fn what_answers_no_command_is_no_prompt() {
    let cause = |first: &[(u64, &[u8])]| {
        let (mut line, mut silent) = (says(first), Silent);
        let cause = Prompt::open(&mut line.console(&mut silent)).err().expect("no prompt").cause;
        assert_eq!(line.sent[0], 0x03, "whatever stood there is cleared first");
        cause
    };
    assert!(matches!(cause(&[]), Cause::Silence));
    assert!(matches!(cause(&[(100, b"\r\n\r\n")]), Cause::Silence));
    assert!(matches!(cause(&[(100, b"\x80\x81\x82ab")]), Cause::Garbage));
    assert!(matches!(cause(&[(100, b"login: ")]), Cause::Missing("U-Boot's prompt")));
}

/// What a Ctrl-C leads to is waited for until a quarter of a second is silent.
#[test]
fn what_an_interrupt_prints_is_waited_for() {
    let (mut line, mut silent) = (Dialog::new(&[], shell(|_| ok(""))), Silent);
    Prompt::open(&mut line.console(&mut silent)).expect("a prompt");
    let opened = line.now;
    let mut console = line.console(&mut silent);
    Prompt::open(&mut console).expect("a prompt").interrupt().expect("it listens");
    assert_eq!(line.now - opened - opened, Duration::from_millis(240));
}

/// The line is echoed letter by letter, and slowly: the last one is waited for, and nothing is executed before.
#[test]
fn a_slow_echo_is_an_echo() {
    for (pause, works) in [(50, true), (200, true), (1900, false), (2100, false)] {
        let mut inner = shell(|_| ok(""));
        let answer = move |typed: &[u8]| {
            let said = inner(typed).remove(0).1;
            let slow = typed.len() > 1;
            let at = |index: usize| if slow { index as u64 * pause } else { 0 };
            said.iter().enumerate().map(|(index, byte)| (at(index), vec![*byte])).collect()
        };
        let (mut line, mut silent) = (Dialog::new(&[], answer), Silent);
        let mut console = line.console(&mut silent);
        assert_eq!(Prompt::open(&mut console).is_ok(), works, "{pause} ms");
        let returns = line.sent.iter().filter(|byte| **byte == b'\r').count();
        assert_eq!(returns, usize::from(works), "{pause} ms");
        assert!(line.now < Duration::from_secs(200), "a drip has an end: {:?}", line.now);
    }
}

/// A command that does no harm when it is done twice is done twice before its failure is believed.
#[test]
fn a_failure_must_be_said_twice() {
    let ask = |statuses: &'static [u32]| {
        let mut left = statuses.iter();
        let run = move |command: &str| match command {
            "sf probe" => Some(("words".into(), *left.next().expect("it is not asked again"))),
            _ => ok(""),
        };
        let (mut line, mut silent) = (Dialog::new(&[], shell(run)), Silent);
        let mut console = line.console(&mut silent);
        let mut prompt = Prompt::open(&mut console).expect("a prompt");
        let asked = prompt.ask(Step::Probe, "sf probe", LIMIT, |text| Some(text.to_owned()));
        asked.map_err(|error| error.cause)
    };
    assert_eq!(ask(&[0]).expect("it works"), "words");
    assert_eq!(ask(&[1, 0]).expect("the second time"), "words");
    assert!(matches!(ask(&[1, 1]), Err(Cause::Failed { status: 1, .. })));
}

/// The end of an earlier command that comes late is not the end of this one.
#[test]
fn every_command_has_its_own_end() {
    let mut markers = Vec::new();
    let answer = |typed: &[u8]| {
        let text = String::from_utf8_lossy(typed).into_owned();
        match text.split_once("echo rf").map(|(_, rest)| rest.trim_end_matches(":$?.")) {
            Some(number) => {
                markers.push(number.to_owned());
                at_once(typed)
            }
            None if text == "\r" && markers.len() > 1 => {
                let (old, new) = (&markers[0], &markers[1]);
                at_once(format!("\r\nrf{old}:0.\r\nwords\r\nrf{new}:7.\r\n# ").as_bytes())
            }
            None if text == "\r" => at_once(format!("\r\nrf{}:0.\r\n# ", markers[0]).as_bytes()),
            None => Vec::new(),
        }
    };
    let (mut line, mut silent) = (Dialog::new(&[], answer), Silent);
    let mut console = line.console(&mut silent);
    let output = Prompt::open(&mut console).expect("a prompt").run("sf probe", LIMIT);
    assert_eq!(output.expect("it ends").status, 7);
}

/// Reading may take as long as erasing: 20 s, and 3 s per 64 KiB; U-Boot is asked four times.
#[test]
fn large_parts_of_the_flash_have_more_time() {
    let spent = |size: u32| {
        let run = |command: &str| if command.starts_with("sf read") { None } else { ok("") };
        let (mut line, mut silent) = (Dialog::new(&[], shell(run)), Silent);
        let mut console = line.console(&mut silent);
        let mut prompt = Prompt::open(&mut console).expect("a prompt");
        let mut flasher = Flasher::new(&mut prompt, Ram::JH7110, None);
        let error = flasher.verify("U-Boot", 0, size, 0).expect_err("it never ends");
        assert!(matches!(error.cause, Cause::Missing(_)), "{error}");
        line.now.as_secs() / 4
    };
    assert!((20..24).contains(&spent(0x1000)), "{}", spent(0x1000));
    assert!((68..72).contains(&spent(0x10_0000)), "{}", spent(0x10_0000));
}

#[test]
fn firmware_that_does_not_fit_is_refused_before_a_word_is_typed() {
    let layout = Layout { spl_room: 9000, uboot_room: 12_000, ..Layout::JH7110 };
    let write = |spl: &[u8], uboot: &[u8]| {
        let run =
            |command: &str| if command == "sf probe" { Some(("no".into(), 1)) } else { ok("") };
        let (mut line, mut silent) = (Dialog::new(&[], shell(run)), Silent);
        let mut console = line.console(&mut silent);
        let mut prompt = Prompt::open(&mut console).expect("a prompt");
        let mut flasher = Flasher::new(&mut prompt, Ram::JH7110, None);
        let error = flasher.firmware(&layout, spl, uboot).expect_err("refused, or the probe fails");
        let typed = String::from_utf8_lossy(&line.sent).contains("sf probe");
        assert_eq!(typed, error.step == Step::Probe, "{error}");
        error.to_string()
    };
    assert!(write(&spl(9000), &fit(12_000)).contains("sf probe"), "just fits");
    assert!(write(&spl(8999), &fit(11_000)).contains("sf probe"));
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
        assert!(matches!(error.cause, Cause::Missing(_)), "{error}");
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
    assert!(matches!(cause(b""), Cause::Silence));
    assert!(matches!(cause(b"\x80\x81\x82ab"), Cause::Garbage));
    assert!(matches!(cause(b"hello world"), Cause::Missing(_)));
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
            Cause::Silence => true,
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
        assert!(matches!(error.cause, Cause::Transfer(_)), "{error}");
        let cleared: &[u8] = if loads { b"\n\x18\x18\x18\n" } else { b"\n" };
        let typed = [b"load 0x18000000", cleared, b"load 0x18000000\n"].concat();
        assert!(line.sent.starts_with(&typed), "{:?}", String::from_utf8_lossy(&line.sent));
    }
}

/// A U-Boot that takes a file and says a second later that it has it; it has no ears for anything before.
fn loader(crc: u32) -> impl FnMut(&[u8]) -> Answers {
    let (mut receiver, mut marker) = (None::<Receiver>, String::new());
    let mut shell = shell(move |_| ok(&format!("crc32 for 0 ... 1 ==> {crc:08x}")));
    move |typed| {
        if let Some(it) = &mut receiver {
            let replies = typed.iter().map(|byte| it.on(Event::Byte(*byte), Duration::ZERO));
            let replies: Vec<_> = replies.collect();
            let said = replies.iter().flat_map(|reply| reply.send.clone()).collect();
            if !replies.iter().any(|reply| reply.heard.contains(&Received::End)) {
                return vec![(0, said)];
            }
            receiver = None;
            let end = format!("## Total Size\r\n{}0.\r\n# ", core::mem::take(&mut marker));
            return vec![(0, said), (1000, end.into_bytes())];
        }
        let text = String::from_utf8_lossy(typed);
        if let Some((_, rest)) = text.split_once("; echo ").filter(|_| text.starts_with("loady")) {
            marker = rest.trim_end_matches("$?.").into();
            return at_once(typed);
        }
        if typed == b"\r" && !marker.is_empty() {
            let mut begun = Receiver::ymodem(Manner::UBOOT);
            let poll = begun.on(Event::Time, Duration::ZERO).send;
            receiver = Some(begun);
            return at_once(&poll);
        }
        shell(typed)
    }
}

#[test]
fn the_end_of_a_load_is_waited_for() {
    let image = super::setup::bytes(3000);
    let crc = starfive::crc32(&image);
    let (mut line, mut silent) = (Dialog::new(&[], loader(crc)), Silent);
    let mut console = line.console(&mut silent);
    let mut prompt = Prompt::open(&mut console).expect("a prompt");
    let mut flasher = Flasher::new(&mut prompt, Ram::JH7110, None);
    assert_eq!(flasher.load("image", &image).expect("it is there"), crc);
    assert!(!line.interrupted, "it was still at it");
}

/// A job has dozens of commands: each costs the silence before and after what is typed, and no more.
#[test]
fn a_command_costs_less_than_a_tenth_of_a_second() {
    let (mut line, mut silent) = (Dialog::new(&[], shell(|_| ok(""))), Silent);
    let run = |line: &mut dyn ByteLink, silent: &mut Silent, times: u32| {
        let mut console = Console::new(line, silent);
        let mut prompt = Prompt::open(&mut console).expect("a prompt");
        (0..times).for_each(|_| assert_eq!(prompt.run("true", LIMIT).expect("it runs").status, 0));
    };
    run(&mut line, &mut silent, 0);
    let opened = line.now;
    run(&mut line, &mut silent, 10);
    assert!(line.now - opened * 2 < Duration::from_secs(1), "{:?}", line.now - opened * 2);
}
