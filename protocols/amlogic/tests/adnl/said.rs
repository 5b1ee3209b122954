//! Boards whose every answer is in the test: what the host says to them, in which exchange, and what it makes of them.

use std::{collections::VecDeque, time::Duration};

use amlogic::adnl::{
    host::{Action, Adnl, Cause, Check, Error, Expect, Initial, Progress, Step},
    wire::{ChipPage, Format, Identify, Medium, Register, Request, RequestKind, Stage, Transfer},
};
use link::{
    Classify, Counts, Data, ExchangeError, Fault, Phase, Pipe, Setup, Silent, UsbError, UsbLink,
    Watch,
};

use crate::board::{Jobs as _, boot_file, named, noise};

type Answer = Result<Vec<u8>, Fault>;

/// A board that gives these answers in turn, and then none.
#[derive(Default)]
struct Script {
    answers: VecDeque<Answer>,
    /// Commands as they are, data by their length.
    said: Vec<String>,
    exchanges: usize,
    paused: Duration,
    /// What ending the halt of an endpoint leads to.
    halt: Option<Fault>,
}

impl Script {
    fn of(answers: impl IntoIterator<Item = Answer>) -> Self {
        Self { answers: answers.into_iter().collect(), ..Self::default() }
    }

    fn adnl(&mut self) -> Adnl<'_> {
        Adnl::new(self)
    }

    fn phase(&mut self, phase: &mut Phase<'_>) -> Result<u64, ExchangeError> {
        let usb =
            |fault| ExchangeError::Usb { phase: 0, error: UsbError { pipe: Pipe::In, fault } };
        match &mut phase.data {
            // A sum has four bytes.
            Data::Out(bytes) if bytes.len() > 4 => {
                self.said.push(String::from_utf8_lossy(bytes).into_owned());
                Ok(bytes.len() as u64)
            }
            Data::Out(bytes) => {
                self.said.push("sum".into());
                Ok(bytes.len() as u64)
            }
            Data::From(source) => {
                self.said.push(format!("{} bytes", source.size()));
                Ok(source.size())
            }
            Data::In(buf) => {
                let answer =
                    self.answers.pop_front().unwrap_or(Err(Fault::TimedOut)).map_err(usb)?;
                buf[..answer.len()].copy_from_slice(&answer);
                Ok(answer.len() as u64)
            }
            Data::Into { len, sink } => {
                sink.write(&vec![0x5a; *len as usize]).map_err(ExchangeError::Io)?;
                Ok(*len)
            }
        }
    }
}

impl UsbLink for Script {
    fn control_out(&mut self, _: Setup, _: &[u8], _: Duration) -> Result<(), UsbError> {
        unreachable!("ADNL has no control requests")
    }

    fn control_in(&mut self, _: Setup, _: &mut [u8], _: Duration) -> Result<usize, UsbError> {
        unreachable!("ADNL has no control requests")
    }

    fn exchange(
        &mut self,
        phases: &mut [Phase<'_>],
        _: &mut dyn Watch,
    ) -> Result<(), ExchangeError> {
        self.exchanges += 1;
        for (index, phase) in phases.iter_mut().enumerate() {
            phase.done = self.phase(phase).map_err(|error| match error {
                ExchangeError::Usb { error, .. } => ExchangeError::Usb { phase: index, error },
                other => other,
            })?;
            if let Data::In(buf) = &phase.data
                && !(phase.accept)(&buf[..phase.done as usize])
            {
                return Err(ExchangeError::Unexpected { phase: index });
            }
        }
        Ok(())
    }

    fn clear_halt(&mut self, pipe: Pipe) -> Result<(), UsbError> {
        self.halt.map_or(Ok(()), |fault| Err(UsbError { pipe, fault }))
    }

    fn pause(&mut self, time: Duration) -> Result<(), UsbError> {
        self.paused += time;
        Ok(())
    }

    fn max_packet(&self) -> usize {
        512
    }

    fn counts(&self) -> Counts {
        Counts::default()
    }
}

fn says(text: &str) -> Answer {
    Ok(text.as_bytes().to_vec())
}

fn okay(bytes: &[u8]) -> Answer {
    Ok([b"OKAY", bytes].concat())
}

fn is(protocol: u8, minor: u8, stage: Stage) -> Answer {
    let identify = Identify {
        protocol,
        minor,
        stage,
        password_needed: false,
        password_given: false,
        pages: 0,
    };
    okay(&identify.to_bytes())
}

fn wants(kind: RequestKind) -> Answer {
    let request = Request { sequence: 0, size: 0, offset: 0, sum: true, upload: false, kind };
    okay(&request.to_bytes())
}

/// The window of a write, as the board asks for it.
fn window(size: u64, offset: u64) -> Answer {
    says(&format!("DATAOUT{size:#x}:{offset:#x}"))
}

const FULL: u64 = 0x2_0000;
const SILENT: Answer = Err(Fault::TimedOut);

fn uboot() -> Answer {
    is(6, 0, Stage::UBOOT)
}

fn fault(error: &Error) -> Option<Fault> {
    error.fault()
}

/// Protocol 8, and the S6 before it, want the beginning of the file first.
#[test]
fn the_beginning_goes_first_where_it_is_asked_for() {
    let file = boot_file(named("s905x4"));
    let start = |protocol, family, answer: &str| {
        let chip = ChipPage { family, id: [0; 12], features: 0 };
        let mut board =
            Script::of([is(protocol, 0, Stage::ROM), okay(&chip.to_bytes()), says(answer)]);
        let error = board.adnl().start(&mut &file[..], &mut Silent).expect_err("it ends there");
        (board.said, error)
    };
    for (protocol, family, first) in
        [(6, 0x3a, false), (7, 0x3a, false), (8, 0x3a, true), (9, 0x3a, true), (6, 0x48, true)]
    {
        let (said, _) = start(protocol, family, "FAIL");
        assert_eq!(said[2] == "getvar:downloadsize", !first, "{protocol} {family:#x}: {said:?}");
    }
    // At most 4096 bytes are the beginning.
    for (answer, sent) in [
        ("DATA00000000", false),
        ("DATA00000001", true),
        ("DATA00001000", true),
        ("DATA00001001", false),
    ] {
        let (said, error) = start(8, 0x3a, answer);
        assert_eq!(said.last().is_some_and(|said| said.ends_with(" bytes")), sent, "{said:?}");
        assert_eq!(matches!(error.cause, Cause::Unexpected(_)), !sent, "{error}");
    }
}

#[test]
fn bl2_may_be_busy_for_a_minute() {
    let busy = |_| [wants(RequestKind::Wait), is(6, 0, Stage::BL2)];
    let served = |times: u32, then: Answer| {
        let answers = (0..times).flat_map(busy).chain([then]);
        let mut board = Script::of([is(6, 0, Stage::BL2)].into_iter().chain(answers));
        let served = board.adnl().serve(&mut &[0; 512][..], &mut Silent);
        (served, board.paused)
    };
    let (done, paused) = served(120, wants(RequestKind::End));
    assert!(done.is_ok() && paused == Duration::from_secs(60), "{done:?} {paused:?}");
    let (done, paused) = served(120, wants(RequestKind::Wait));
    assert!(matches!(done.expect_err("no longer").cause, Cause::Busy));
    assert_eq!(paused, Duration::from_secs(60));
}

/// What follows each program.
#[test]
fn what_comes_next_depends_on_program_and_protocol() {
    let uboot: &[Stage] = &[Stage::UBOOT];
    for (protocol, minor, stage, stages, leaves) in [
        (5, 0, Stage::BL2, uboot, true),
        (6, 0, Stage::BL2, &[Stage::BL2E, Stage::UBOOT], false),
        (6, 1, Stage::BL2, &[Stage::BL2E, Stage::UBOOT], true),
        (6, 0, Stage::BL2E, uboot, true),
    ] {
        // Protocol 5 is told how far the job is.
        let told = (protocol < 6).then(|| [says("DATA00000004"), okay(b"")]);
        let answers = [is(protocol, minor, stage)].into_iter().chain(told.into_iter().flatten());
        let mut board = Script::of(answers.chain([wants(RequestKind::End)]));
        let next = board.adnl().serve(&mut &[0; 512][..], &mut Silent).expect("served");
        assert_eq!((next.from, next.stages, next.leaves), (stage, stages, Some(leaves)));
    }
}

const NEXT: Expect = Expect {
    from: Stage::BL2,
    stages: &[Stage::UBOOT],
    leaves: Some(true),
    within: Duration::from_millis(300),
    secure: None,
};

#[test]
fn the_next_program_has_its_time_and_no_more() {
    let mut board = Script::of((0..10).map(|_| is(6, 0, Stage::BL2)));
    let error = board.adnl().settle(&NEXT).expect_err("it does not come");
    assert!(matches!(error.cause, Cause::NotHandedOver(Stage::BL2)), "{error}");
    assert_eq!(board.said, ["getvar:identify"; 3]);
    assert_eq!(board.paused, Duration::from_millis(300));
    let mut board = Script::of([is(6, 0, Stage::BL2), uboot()]);
    assert_eq!(board.adnl().settle(&NEXT).expect("it comes").stage, Stage::UBOOT);
    // A board that does not answer yet may be on its way; one that disconnected is not waited for.
    let within = Duration::from_secs(5);
    let mut board = Script::of([SILENT, SILENT, SILENT, SILENT, uboot(), uboot()]);
    let next = board.adnl().settle(&Expect { within, ..NEXT });
    assert_eq!(next.expect("it comes").stage, Stage::UBOOT);
    let mut board = Script::of([Err(Fault::Gone), uboot()]);
    let error = board.adnl().settle(&Expect { within, ..NEXT }).expect_err("it left");
    assert_eq!(fault(&error), Some(Fault::Gone));
    assert_eq!(board.said.len(), 1);
}

/// A value goes in one exchange, after the board has announced its four bytes, and not otherwise.
#[test]
fn data_are_sent_once_they_are_announced() {
    let set = |answers: &[&str]| {
        let mut board = Script::of(answers.iter().map(|text| says(text)));
        let set = board.adnl().setvar(Register::Checksum, 7);
        let sent = board.said.iter().any(|said| said == "4 bytes");
        (set.map_err(|error| error.cause), sent, board.exchanges)
    };
    assert!(matches!(set(&["DATA00000004", "OKAY"]), (Ok(()), true, 1)));
    assert!(matches!(set(&["FAILno"]), (Err(Cause::Failed(why)), false, 1) if why == "no"));
    assert!(matches!(set(&["OKAY"]), (Err(Cause::Unexpected(_)), false, _)));
    assert!(matches!(set(&["DATA00000008", "OKAY"]), (Err(Cause::Unexpected(_)), ..)));
    // It was busy first.
    assert!(matches!(set(&["INFO", "DATA00000004", "OKAY"]), (Ok(()), true, 3)));
    assert!(matches!(set(&["INFO", "DATA00000008"]), (Err(Cause::Unexpected(_)), false, 2)));
}

/// After an exchange that broke off the host listens and asks who is there, before it says anything else.
#[test]
fn a_broken_conversation_is_mended_first() {
    let mut board = Script::of([SILENT, SILENT, uboot(), okay(b"")]);
    let mut adnl = board.adnl();
    assert_eq!(fault(&adnl.oem("first").expect_err("silence")), Some(Fault::TimedOut));
    adnl.oem("second").expect("it answers again");
    assert_eq!(board.said, ["oem first", "getvar:identify", "oem second"]);
    // A stop falls between two commands: nothing is broken.
    let mut board = Script::of([Err(Fault::Stopped), okay(b"")]);
    let mut adnl = board.adnl();
    assert_eq!(fault(&adnl.oem("first").expect_err("stopped")), Some(Fault::Stopped));
    adnl.oem("second").expect("it answers");
    assert_eq!(board.said, ["oem first", "oem second"]);
}

#[test]
fn what_cannot_be_mended_is_told() {
    let second = |halt, answers: [Answer; 2]| {
        let mut board = Script::of([SILENT].into_iter().chain(answers));
        board.halt = halt;
        let mut adnl = board.adnl();
        adnl.oem("first").expect_err("silence");
        let error = adnl.oem("second").expect_err("it does not answer");
        (error.cause, board.said.len())
    };
    let gone = |cause: &Cause| matches!(cause, Cause::Usb(UsbError { fault: Fault::Gone, .. }));
    // Whether the halts can be ended at all does not matter, unless nobody is there.
    assert!(matches!(second(Some(Fault::Gone), [SILENT, uboot()]), (cause, 1) if gone(&cause)));
    assert!(matches!(second(Some(Fault::Stall), [SILENT, SILENT]), (Cause::Deaf(_), 2)));
    // While it listens.
    assert!(matches!(second(None, [Err(Fault::Gone), uboot()]), (cause, 1) if gone(&cause)));
    let stopped =
        |cause: &Cause| matches!(cause, Cause::Usb(UsbError { fault: Fault::Stopped, .. }));
    assert!(matches!(second(None, [Err(Fault::Stopped), uboot()]), (cause, 1) if stopped(&cause)));
    // A board that waits for data does not answer; one that stalls does.
    assert!(matches!(second(None, [SILENT, SILENT]), (Cause::Deaf(_), 2)));
    assert!(matches!(second(None, [SILENT, Err(Fault::Stall)]), (Cause::Usb(_), 2)));
}

#[test]
fn a_question_is_asked_again_where_that_may_help() {
    for (fault, times) in
        [(Fault::TimedOut, 3), (Fault::Bus, 3), (Fault::Gone, 1), (Fault::Stopped, 1)]
    {
        let mut board = Script::of([Err(fault), SILENT, uboot(), uboot()]);
        assert_eq!(board.adnl().identify().is_ok(), times > 1, "{fault:?}");
        assert_eq!(board.said.len(), times, "{fault:?}: with the question that mends it");
    }
}

#[test]
fn a_command_has_255_bytes_at_most() {
    let words = "x".repeat(251);
    let mut board = Script::of([okay(b"")]);
    board.adnl().oem(&words).expect("`oem ` and 251 more");
    let error = board.adnl().oem(&format!("{words}x")).expect_err("too long");
    assert!(matches!(error.cause, Cause::TooLong(256)), "{error}");
    assert_eq!(board.said.len(), 1);
}

#[test]
fn somebody_is_there_or_refuses() {
    let devices = |answer: &str| Script::of([says(answer)]).adnl().devices();
    assert!(devices("AMLOGIC").is_ok() && devices("OKAY").is_ok());
    assert!(matches!(devices("FAILno").expect_err("refused").cause, Cause::Failed(_)));
    assert!(matches!(devices("DATA00000004").expect_err("odd").cause, Cause::Unexpected(_)));
}

fn part(size: u64, format: Format, medium: Medium) -> Transfer {
    Transfer { size, format, medium, part: "boot".into(), offset: 0 }
}

fn write(
    format: Format,
    size: u64,
    answers: impl IntoIterator<Item = Answer>,
) -> (Result<(), Error>, Script) {
    let mut board = Script::of([uboot(), okay(b"")].into_iter().chain(answers));
    let data = noise(size as usize, 1);
    let transfer = part(size, format, Medium::Mem);
    let result = board.adnl().write(&transfer, &mut &data[..], &mut Silent).map(|_| ());
    (result, board)
}

/// A window that can be foreseen is one exchange, in which no stop can fall; a sparse image's windows cannot be.
#[test]
fn a_window_that_can_be_foreseen_is_one_exchange() {
    let answers = || [window(FULL, 0), okay(b""), okay(b"")];
    // Who is there, what is to come, the window, its end.
    for (format, exchanges) in [(Format::Normal, 4), (Format::Sparse, 5)] {
        let (result, board) = write(format, FULL, answers());
        result.expect("written");
        assert_eq!(board.exchanges, exchanges, "{format:?}: {:?}", board.said);
        assert_eq!(board.said[3..5], ["131072 bytes", "sum"]);
    }
}

#[test]
fn the_rest_of_an_image_is_no_more_than_what_is_left() {
    let first = || [window(FULL, 0), okay(b"")];
    let (result, _) = write(
        Format::Normal,
        FULL + 512,
        first().into_iter().chain([window(512, FULL), okay(b""), okay(b"")]),
    );
    result.expect("written");
    for (size, offset) in [(1024, FULL), (0, FULL), (512, 0)] {
        let answers = first().into_iter().chain([window(size, offset), okay(b"")]);
        let (result, board) = write(Format::Normal, FULL + 512, answers);
        let error = result.expect_err("it belongs to another image");
        assert!(matches!(error.cause, Cause::OtherWindow { .. }), "{error}");
        assert_eq!(error.good, Some(FULL), "the first window was taken");
        assert_eq!(board.said.last().map(String::as_str), Some("mwrite:verify=addsum"));
    }
}

#[test]
fn an_image_is_whole_when_all_of_it_was_sent() {
    let (result, _) = write(Format::Normal, 2 * FULL, [window(FULL, 0), okay(b""), okay(b"")]);
    let error = result.expect_err("half of it is missing");
    assert!(matches!(error.cause, Cause::Incomplete { done: FULL, .. }), "{error}");
    let (result, _) = write(Format::Normal, 2 * FULL, [okay(b"")]);
    let error = result.expect_err("all of it is missing");
    assert_eq!(error.good, None, "nothing was taken");
}

fn read(size: u64, answers: impl IntoIterator<Item = Answer>) -> Result<usize, Error> {
    let mut board = Script::of([uboot(), okay(b"")].into_iter().chain(answers));
    let mut bytes = Vec::new();
    let transfer = part(size, Format::Normal, Medium::Store);
    board.adnl().read(&transfer, &mut bytes, &mut Silent).map(|()| bytes.len())
}

#[test]
fn what_is_read_has_the_length_that_was_asked_for() {
    let announced = |size: u64| says(&format!("DATAIN{size:#x}"));
    let first = || [announced(FULL), okay(b"")];
    let all = read(FULL + 512, first().into_iter().chain([announced(512), okay(b""), okay(b"")]));
    assert_eq!(all.expect("read"), FULL as usize + 512);
    for size in [0, 513, FULL] {
        let error = read(FULL + 512, first().into_iter().chain([announced(size), okay(b"")]));
        let error = error.expect_err("there is not so much left");
        assert!(matches!(error.cause, Cause::OtherWindow { .. }), "{size}: {error}");
    }
    let error = read(FULL + 512, first().into_iter().chain([okay(b"")])).expect_err("too short");
    assert!(matches!(error.cause, Cause::Incomplete { done: FULL, .. }), "{error}");
}

/// Every window may be refused twice, whatever was refused before it; a window that did not arrive is not sent again.
#[test]
fn windows_are_counted_by_themselves() {
    let size = 2 * FULL + 512;
    let disk = |answers: Vec<Answer>| {
        let capacity = says("FAILcapacity < partStartOff + imgSize 0x:3a3e00000 fffffffe00 200");
        let mut board = Script::of([uboot(), capacity].into_iter().chain(answers));
        let data = noise(size as usize, 1);
        let adnl = &mut board.adnl();
        let result = adnl.write_disk(FULL, &mut &data[..], Check::Sums, &mut Silent);
        (result, board.said.iter().filter(|said| said.contains("oem mwrite")).count() - 1)
    };
    let refused = |size| [okay(b""), window(size, 0), says("FAILsum")];
    let taken = |offset| [window(FULL, offset), okay(b"")];
    // Twice, then the second one, which is sent from a beginning of its own and refused again.
    let mut answers = [refused(FULL), refused(FULL)].concat();
    answers.push(okay(b""));
    answers.extend(taken(0));
    answers.extend([window(FULL, FULL), says("FAILsum")]);
    answers.extend(refused(FULL));
    answers.push(okay(b""));
    answers.extend(taken(0));
    let whole = [&answers[..], &[window(512, FULL), okay(b""), okay(b"")]].concat();
    let (result, begun) = disk(whole);
    assert_eq!(result.expect("written").bytes, size);
    assert_eq!(begun, 5);
    // The last one is refused three times.
    let end = [window(512, FULL), says("FAILsum")].into_iter();
    let end = end.chain(refused(512)).chain(refused(512));
    let (result, begun) = disk(answers.iter().cloned().chain(end).collect());
    let error = result.expect_err("refused");
    assert_eq!((error.good, begun), (Some(3 * FULL), 7));
    assert_eq!(error.action, Action::Data(512, 2 * FULL));
    // One that did not arrive, of the first transfer and of a later one.
    let (result, begun) = disk(vec![okay(b""), window(FULL, 0), SILENT]);
    assert!(matches!(result.expect_err("silence").cause, Cause::Usb(_)));
    assert_eq!(begun, 1);
    let end = [window(512, FULL), SILENT];
    let (result, _) = disk([&answers[..], &end].concat());
    let error = result.expect_err("silence");
    assert_eq!((error.action, error.good), (Action::Data(512, 2 * FULL), Some(3 * FULL)));
}

#[test]
fn a_refused_piece_tells_how_far_the_image_is() {
    let mut board =
        Script::of([uboot(), says("FAIL"), okay(b""), window(512, 0), okay(b""), okay(b"")]);
    let mut adnl = board.adnl();
    let mut writer = adnl.writer(0, 4096, Check::Sums).expect("it fits");
    writer.write(1024, &mut &[1; 512][..], &mut Silent).expect("written");
    let error = writer.write(7, &mut &[1; 512][..], &mut Silent).expect_err("no sector");
    assert!(matches!(error.cause, Cause::Unaligned(7)), "{error}");
    assert_eq!(error.good, Some(1536));
}

#[test]
fn what_is_said_of_failures() {
    for (step, id) in [
        (Step::Identify, "find"),
        (Step::Boot, "start"),
        (Step::Query, "query"),
        (Step::Command, "command"),
        (Step::Read, "read"),
        (Step::Write, "write"),
        (Step::Verify, "verify"),
        (Step::Erase, "erase"),
        (Step::Reboot, "restart"),
        (Step::Recover, "recover"),
    ] {
        assert_eq!(step.id().word(), id);
    }
    let error = |action, cause| Error { step: Step::Write, action, cause, good: None };
    let no = || Cause::Failed("no".into());
    let command = error(Action::Command("oem x".into()), no());
    assert_eq!(command.to_string(), "`oem x`: the board says: no");
    let data = error(Action::Data(512, 0x400), Cause::Failed(String::new()));
    let words = "512 bytes of the file from 0x400 on: the board says that it failed";
    assert_eq!(data.to_string(), words);
    assert_eq!(
        (Action::Check.to_string(), Initial::Keys.to_string()),
        ("check".into(), "keys".into())
    );
    // A board that only said no can be talked to.
    let usb = UsbError { pipe: Pipe::In, fault: Fault::TimedOut };
    for (cause, off) in [
        (no(), false),
        (Cause::Usb(usb), false),
        (Cause::Deaf(usb), true),
        (Cause::Bl2(3), true),
        (Cause::NotStarted { secure: None }, true),
        (Cause::NotHandedOver(Stage::BL2), true),
    ] {
        assert_eq!(error(Action::Check, cause).needs_power_cycle(), off);
    }
    let ready = Progress::Ready(Identify::from_bytes(&[6, 0, 0, 16]).expect("U-Boot"));
    let mut board = Script::of([uboot()]);
    let none = &mut &b""[..];
    assert_eq!(board.adnl().advance(none, &mut &b""[..], &mut Silent).expect("it runs"), ready);
}
