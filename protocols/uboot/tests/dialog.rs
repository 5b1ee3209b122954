//! The host's side against boards whose every word is in the test: what it makes of them, and what it types.

use std::time::Duration;

use link::{
    ByteLink, Silent,
    dialog::{Answers, Dialog, at_once, says},
};
use uboot::host::{Buffers, Cause, Console, Flasher, Prompt, Step, reach_prompt};
use xmodem::{Event, Heard as Received, Manner, Receiver};

const LIMIT: Duration = Duration::from_secs(5);
const BUFFERS: Buffers = Buffers { load: 0x5000_0000, check: 0x5800_0000 };

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

#[test]
fn silence_is_waited_for_and_no_longer() {
    let settled = |first: &[(u64, &[u8])], calm: u64| {
        let (mut line, mut silent) = (says(first), Silent);
        let calm = Duration::from_millis(calm);
        Console::new(&mut line, &mut silent)
            .settle(calm, Duration::from_secs(2))
            .expect("it listens");
        line.now.as_millis()
    };
    assert_eq!(settled(&[], 100), 100);
    assert_eq!(settled(&[], 300), 300, "in two looks at the line");
    assert_eq!(settled(&[(250, b"x")], 300), 550);
    let drip: Vec<(u64, &[u8])> = (0..100).map(|i| (i * 90, &b"x"[..])).collect();
    assert!((1999..=2000).contains(&settled(&drip, 100)), "a board that never is silent");
}

#[test]
fn what_answers_no_command_is_no_prompt() {
    let cause = |first: &[(u64, &[u8])]| {
        let (mut line, mut silent) = (says(first), Silent);
        let cause =
            Prompt::open(&mut Console::new(&mut line, &mut silent)).err().expect("no prompt").cause;
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
    Prompt::open(&mut Console::new(&mut line, &mut silent)).expect("a prompt");
    let opened = line.now;
    let mut console = Console::new(&mut line, &mut silent);
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
        let mut console = Console::new(&mut line, &mut silent);
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
        let mut console = Console::new(&mut line, &mut silent);
        let mut prompt = Prompt::open(&mut console).expect("a prompt");
        let asked = prompt.ask(Step::PROBE, "sf probe", LIMIT, |text| Some(text.to_owned()));
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
    let mut console = Console::new(&mut line, &mut silent);
    let output = Prompt::open(&mut console).expect("a prompt").run("sf probe", LIMIT);
    assert_eq!(output.expect("it ends").status, 7);
}

/// Reading may take as long as erasing: 20 s, and 3 s per 64 KiB; U-Boot is asked four times.
#[test]
fn large_parts_of_the_flash_have_more_time() {
    let spent = |size: u32| {
        let run = |command: &str| if command.starts_with("sf read") { None } else { ok("") };
        let (mut line, mut silent) = (Dialog::new(&[], shell(run)), Silent);
        let mut console = Console::new(&mut line, &mut silent);
        let mut prompt = Prompt::open(&mut console).expect("a prompt");
        let mut flasher = Flasher::new(&mut prompt, BUFFERS, None);
        let error = flasher.verify("U-Boot", 0, size, 0).expect_err("it never ends");
        assert!(matches!(error.cause, Cause::Missing(_)), "{error}");
        line.now.as_secs() / 4
    };
    assert!((20..24).contains(&spent(0x1000)), "{}", spent(0x1000));
    assert!((68..72).contains(&spent(0x10_0000)), "{}", spent(0x10_0000));
}

/// A U-Boot that takes a file and says a second later that it has it; it has no ears for anything before.
fn loader(crc: u32) -> impl FnMut(&[u8]) -> Answers {
    let (mut receiver, mut marker) = (None::<Receiver>, String::new());
    let mut shell = shell(move |_| ok(&format!("crc32 for 50000000 ... 50000bb7 ==> {crc:08x}")));
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
    let image = (0..3000).map(|i| (i * 31 + i / 251) as u8).collect::<Vec<_>>();
    let crc = uboot::crc32(&image);
    let (mut line, mut silent) = (Dialog::new(&[], loader(crc)), Silent);
    let mut console = Console::new(&mut line, &mut silent);
    let mut prompt = Prompt::open(&mut console).expect("a prompt");
    let mut flasher = Flasher::new(&mut prompt, BUFFERS, None);
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

/// Either countdown is waited for and stopped; whoever is at the prompt already is not waited for.
#[test]
fn a_countdown_is_waited_for_and_stopped() {
    for (words, begins) in [
        ("Hit any key to stop autoboot:  2 ", 1000),
        ("Press SPACE to abort autoboot in 2 seconds\r\n", 1000),
        ("=> ", 10),
        ("U-Boot> ", 10),
        ("StarFive # ", 10),
    ] {
        let first: [(u64, &[u8]); 2] =
            [(0, b"U-Boot 2025.01\r\nDRAM:  1 GiB\r\n"), (begins, words.as_bytes())];
        let mut shell = shell(|_| ok(""));
        let (mut counts, mut silent) = (true, Silent);
        let mut board = Dialog::new(&first, |typed: &[u8]| {
            if core::mem::take(&mut counts) { at_once(b"\r\n=> ") } else { shell(typed) }
        });
        let mut console = Console::new(&mut board, &mut silent);
        reach_prompt(&mut console).expect("a prompt");
        assert!(board.now < Duration::from_millis(begins + 1000), "{words}: {:?}", board.now);
        assert!(board.sent.starts_with(b" \x03"), "{words}");
    }
}
