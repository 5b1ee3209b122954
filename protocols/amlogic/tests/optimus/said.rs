//! Boards whose every answer is in the test: what the host says to them, and what it makes of them.

use std::{collections::VecDeque, time::Duration};

use amlogic::{
    disk::Check,
    families,
    optimus::{
        host::{
            Boot, Cause, Error, Format, Image, Media, Optimus, Part, Patience, Step, Way,
            boot::{Booted, boot},
        },
        rom::Traits,
        wire::{Identity, Lock, ReadHead, Request, Stage},
    },
};
use link::{
    Classify, Counts, Data, ExchangeError, Fault, Phase, Pipe, Setup, Silent, Source, UsbError,
    UsbLink, Watch,
};

use crate::{
    board::{Notes, board, named, noise, uboot},
    wire::Wire,
};

type Answer = Result<Vec<u8>, Fault>;

const fn failed(fault: Fault) -> UsbError {
    UsbError { pipe: Pipe::In, fault }
}

/// A board that gives these answers in turn, and then none; what it is sent arrives.
#[derive(Default)]
struct Script {
    answers: VecDeque<Answer>,
    /// What was said: texts as they are, other data by request and length.
    said: Vec<String>,
    /// The data of each request.
    data: Vec<Vec<u8>>,
    /// What went in streams.
    streams: Vec<Vec<u8>>,
    /// How requests with data, and each stream in turn, fail.
    deaf: Option<Fault>,
    broken: VecDeque<Fault>,
    paused: Duration,
}

impl Script {
    fn of(answers: impl IntoIterator<Item = Answer>) -> Self {
        Self { answers: answers.into_iter().collect(), ..Self::default() }
    }

    fn answer(&mut self, buf: &mut [u8]) -> Result<usize, UsbError> {
        let answer = self.answers.pop_front().unwrap_or(Err(Fault::TimedOut)).map_err(failed)?;
        let length = answer.len().min(buf.len());
        buf[..length].copy_from_slice(&answer[..length]);
        Ok(length)
    }
}

/// Reads a source as a link does that has little memory.
fn in_pieces(source: &mut dyn Source) -> Vec<u8> {
    let mut bytes = vec![0; source.size() as usize];
    for (index, piece) in bytes.chunks_mut(1000).enumerate() {
        source.read_at(index as u64 * 1000, piece).expect("it is in memory");
    }
    bytes
}

impl UsbLink for Script {
    fn control_out(&mut self, setup: Setup, data: &[u8], _: Duration) -> Result<(), UsbError> {
        let text = String::from_utf8_lossy(data).trim_matches(['\0', ' ']).to_owned();
        let plain = !text.is_empty() && text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        let other = || format!("{:#x}, {} bytes", setup.request, data.len());
        self.said.push(if plain { text } else { other() });
        self.data.push(data.to_vec());
        self.deaf.map_or(Ok(()), |fault| Err(failed(fault)))
    }

    fn control_in(&mut self, setup: Setup, buf: &mut [u8], _: Duration) -> Result<usize, UsbError> {
        self.said.push(format!("{:#x}?", setup.request));
        self.answer(buf)
    }

    fn exchange(
        &mut self,
        phases: &mut [Phase<'_>],
        _: &mut dyn Watch,
    ) -> Result<(), ExchangeError> {
        for (index, phase) in phases.iter_mut().enumerate() {
            let usb = |error| ExchangeError::Usb { phase: index, error };
            phase.done = match &mut phase.data {
                Data::Out(bytes) => bytes.len() as u64,
                Data::From(source) => {
                    if let Some(fault) = self.broken.pop_front() {
                        return Err(usb(failed(fault)));
                    }
                    self.streams.push(in_pieces(&mut **source));
                    source.size()
                }
                Data::In(buf) => self.answer(buf).map_err(usb)? as u64,
                Data::Into { len, sink } => {
                    sink.write(&vec![0; *len as usize]).map_err(ExchangeError::Io)?;
                    *len
                }
            };
            if let Data::In(buf) = &phase.data
                && !(phase.accept)(&buf[..phase.done as usize])
            {
                return Err(ExchangeError::Unexpected { phase: index });
            }
        }
        Ok(())
    }

    fn clear_halt(&mut self, _: Pipe) -> Result<(), UsbError> {
        Ok(())
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

fn rom(rom: (u8, u8), stage: Stage) -> Answer {
    let identity = Identity { rom, stage, lock: Lock::Open, pages: [0; 2] };
    Ok(identity.to_bytes().to_vec())
}

fn is(stage: Stage) -> Answer {
    rom((2, 4), stage)
}

/// A U-Boot that was greeted, and then says this.
fn greeted(answers: impl IntoIterator<Item = Answer>) -> Script {
    Script::of([is(Stage::Uboot), says("success")].into_iter().chain(answers))
}

#[test]
fn who_is_there_is_asked_again_where_that_may_help() {
    for (fault, times) in [
        (Fault::TimedOut, 2),
        (Fault::Stall, 2),
        (Fault::Bus, 2),
        (Fault::Short { done: 2, wanted: 4 }, 2),
        (Fault::Gone, 1),
        (Fault::Stopped, 1),
    ] {
        let mut board = Script::of([Err(fault), is(Stage::Rom)]);
        let identity = Optimus::new(&mut board).identify();
        assert_eq!((identity.is_ok(), board.said.len()), (times > 1, times), "{fault:?}");
    }
}

/// Nothing is known of an encrypted file but that it has both parts, and that its BL2 is no longer than the family's.
#[test]
fn encrypted_files_have_both_parts() {
    let family = families::by_name("GXL").expect("known");
    let length = family.flow.bl2_length().expect("known");
    let bytes = vec![7; length + 1];
    let fits = |bl2: usize, tpl: usize| {
        let image = Image::Pair { bl2: &bytes[..bl2], tpl: &bytes[..tpl] };
        image.check(family, true).is_ok()
    };
    assert!(fits(length, 1) && fits(1, 1));
    assert!(!fits(0, 1) && !fits(length + 1, 1) && !fits(length, 0) && !fits(0, 0));
}

fn start(name: &str, link: &mut dyn UsbLink, watch: &mut dyn Watch) -> Result<Booted, Error> {
    let (profile, file) = (named(name), uboot(named(name)));
    let mut job = Boot {
        family: profile.family(),
        image: Image::Whole(&file),
        encrypted: false,
        password: None,
        extras: &mut [],
    };
    boot(&mut Optimus::new(link), &mut job, watch)
}

#[test]
fn only_a_fused_board_is_called_fused() {
    for name in ["khadas-vim1", "khadas-vim3"] {
        for fused in [false, true] {
            let signed = fused.then_some(1);
            let (mut wire, _) = board(name, Traits { signed, ..Traits::default() }, Stage::Rom);
            let mut told = Notes::default();
            assert_eq!(start(name, &mut wire, &mut told).is_err(), fused);
            let noted = told.notes.iter().any(|note| note.contains("secure boot is fused"));
            assert_eq!(noted, fused, "{name}: {:?}", told.notes);
        }
    }
}

/// A board whose transfers all fail in one way after some have gone well.
struct Fails {
    wire: Wire,
    good: u64,
    fault: Fault,
}

impl Fails {
    fn meet(&mut self) -> Result<(), UsbError> {
        self.good = self.good.checked_sub(1).ok_or_else(|| failed(self.fault))?;
        Ok(())
    }
}

impl UsbLink for Fails {
    fn control_out(&mut self, setup: Setup, data: &[u8], limit: Duration) -> Result<(), UsbError> {
        self.meet()?;
        self.wire.control_out(setup, data, limit)
    }

    fn control_in(
        &mut self,
        setup: Setup,
        buf: &mut [u8],
        limit: Duration,
    ) -> Result<usize, UsbError> {
        self.meet()?;
        self.wire.control_in(setup, buf, limit)
    }

    fn exchange(
        &mut self,
        phases: &mut [Phase<'_>],
        watch: &mut dyn Watch,
    ) -> Result<(), ExchangeError> {
        self.meet().map_err(|error| ExchangeError::Usb { phase: 0, error })?;
        self.wire.exchange(phases, watch)
    }

    fn clear_halt(&mut self, pipe: Pipe) -> Result<(), UsbError> {
        self.wire.clear_halt(pipe)
    }

    fn pause(&mut self, time: Duration) -> Result<(), UsbError> {
        self.wire.pause(time)
    }

    fn max_packet(&self) -> usize {
        512
    }

    fn counts(&self) -> Counts {
        self.wire.counts()
    }
}

/// A BL2 that returned to the mask ROM did not say whether it set up DRAM. Silence while U-Boot is sent says that it did
/// not; another fault does not, nor does silence where BL2 stayed.
#[test]
fn silence_after_a_bl2_that_returned_is_dram_that_is_not_there() {
    for (bl2_returns, fault) in
        [(true, Fault::TimedOut), (true, Fault::Gone), (false, Fault::TimedOut)]
    {
        let no_dram = bl2_returns && fault == Fault::TimedOut;
        let mut seen = 0;
        // BL2 goes in 64-byte requests before that.
        for good in (0..).step_by(61) {
            let traits = Traits { bl2_returns, ..Traits::default() };
            let wire = board("khadas-vim1", traits, Stage::Rom).0;
            let mut link = Fails { wire, good, fault };
            let Err(error) = start("khadas-vim1", &mut link, &mut Silent) else { break };
            let runs = matches!(error.request, Some(Request::Run(_)));
            if error.step == Step::Uboot && !runs {
                seen += 1;
                let cause = matches!(error.cause, Cause::NoDram(_));
                assert_eq!(cause, no_dram, "after {good}: {error}");
            }
        }
        assert!(seen > 0 || !bl2_returns, "{seen}");
    }
}

/// What the last sector of a range says: again where it fails, and only then the first one of all.
#[test]
fn the_end_of_the_emmc_is_not_what_is_wrong_where_nothing_can_be_read() {
    let ok = || says("success");
    let no = || says("failed:no");
    let last = "mmc read 0x14000000 0x7ff 0x1";
    let first = "mmc read 0x14000000 0x0 0x1";
    for (answers, looks) in [
        (vec![ok()], &[last][..]),
        (vec![no(), ok()], &[last, last]),
        (vec![no(), no(), ok()], &[last, last, first]),
        (vec![no(), no(), no()], &[last, last, first]),
    ] {
        let count = answers.len();
        let works = answers.last() == Some(&ok());
        let mut script = greeted([ok()].into_iter().chain(answers));
        let result = Optimus::new(&mut script).writer(0, 1 << 20, Check::Sums).map(|_| ());
        assert_eq!(script.said[3..], *looks);
        match result {
            Ok(()) => assert!(count < 3),
            Err(error) if works => {
                assert!(matches!(error.cause, Cause::PastTheEnd(end) if end == 1 << 20), "{error}");
            }
            Err(error) => assert!(matches!(error.cause, Cause::Failed(_)), "{error}"),
        }
    }
}

/// More than the 8 MiB that are in memory at once.
#[test]
fn a_long_range_is_read_piece_by_piece() {
    let (mut wire, emmc) = board("khadas-vim1", Traits::default(), Stage::Uboot);
    let data = noise((8 << 20) + 1024, 3);
    emmc.fill(4, &data);
    let mut back = Vec::new();
    let mut soc = Optimus::new(&mut wire);
    soc.read_disk(2048, data.len() as u64, &mut back, &mut Silent).expect("it is there");
    assert!(back == data);
}

fn write_part(answers: impl IntoIterator<Item = Answer>) -> (Result<(), Error>, Script) {
    let begun = [says("success")];
    let mut script = greeted(begun.into_iter().chain(answers));
    let part = Part { media: Media::Store, name: "boot" };
    let mut soc = Optimus::new(&mut script);
    let written = soc.write_part(part, Format::Normal, &mut &[7; 100][..], true, &mut Silent);
    (written, script)
}

#[test]
fn an_image_is_announced_sent_and_hashed() {
    let (written, script) = write_part(["OK!!", "success", "success"].map(says));
    written.expect("written");
    assert_eq!(script.said[2], "download store boot normal 0x64");
    assert_eq!(script.said[5], "download get_status");
    // The SHA-1 of a hundred sevens.
    let hash = "verify sha1sum f0768288b8897f1bdf5334eaa4efcec854cbf9de";
    assert_eq!(script.said[6], hash);
}

#[test]
fn a_packet_is_sent_four_times_at_most() {
    let wrong = || says("Alg[0xef] sum 1 != 2");
    let (written, _) =
        write_part([wrong(), wrong(), wrong(), says("OK!!"), says("success"), says("success")]);
    written.expect("the fourth time");
    let (written, script) = write_part((0..9).map(|_| wrong()));
    let error = written.expect_err("damaged each time");
    assert!(matches!(error.cause, Cause::Damaged(0)), "{error}");
    assert_eq!((error.done, script.answers.len()), (Some(0), 5));
    let (written, _) = write_part([says("no room")]);
    let error = written.expect_err("refused").to_string();
    assert!(error.contains("no room") && error.contains("0 bytes were taken before"), "{error}");
    let (written, _) = write_part([says("")]);
    assert!(written.expect_err("refused").to_string().contains("it says nothing"));
}

/// 45 times half a second, as the vendor's tool has it.
#[test]
fn a_packet_may_take_its_time() {
    let busy = |times| (0..times).map(|_| says("Continue:32"));
    let (written, script) = write_part(busy(45).chain(["OK!!", "success", "success"].map(says)));
    written.expect("written");
    assert_eq!(script.paused, Duration::from_millis(45 * 500));
    let (written, _) = write_part(busy(50));
    assert!(matches!(written.expect_err("no longer").cause, Cause::Busy));
}

#[test]
fn a_command_may_take_its_time() {
    let run = |busy: usize, patience| {
        let answers = (0..busy).map(|_| says("Continue:34")).chain([says("success words")]);
        let mut script = greeted(answers);
        let said = Optimus::new(&mut script).command("x", patience).map_err(|error| error.cause);
        (said, script.paused)
    };
    let ok = |times: u64, said| matches!(said, (Ok(_), paused) if paused == Duration::from_millis(times * 500));
    // One answer in 16 s.
    assert!(ok(3, run(3, Patience::SHORT)) && ok(75, run(75, Patience::LONG)));
    assert!(matches!(run(4, Patience::SHORT), (Err(Cause::Busy), _)));
    assert!(matches!(run(76, Patience::LONG), (Err(Cause::Busy), _)));
    let mut script = greeted([says("Continue:34")]);
    let error = Optimus::new(&mut script).tpl("x").expect_err("this way knows no patience");
    assert!(matches!(error.cause, Cause::Busy), "{error}");
}

/// U-Boot may lose the beginning of the first text: a harmless one goes first, twice if need be.
#[test]
fn u_boot_is_greeted_once() {
    let said = |answers: &[&str]| {
        let answers = answers.iter().map(|text| says(text));
        let mut script = Script::of([is(Stage::Uboot)].into_iter().chain(answers));
        let mut soc = Optimus::new(&mut script);
        let one =
            soc.command("one", Patience::SHORT).and_then(|_| soc.command("two", Patience::SHORT));
        (one.is_ok(), script.said[1..].to_vec())
    };
    let hello = "echo 12345";
    assert_eq!(said(&["success"; 3]), (true, vec![hello.into(), "one".into(), "two".into()]));
    let (works, texts) = said(&["failed:", "success", "success", "success"]);
    assert!(works && texts == [hello, hello, "one", "two"], "{texts:?}");
    let (works, texts) = said(&["failed:", "failed:", "success"]);
    assert!(!works && texts == [hello, hello], "{texts:?}");
    let mut script = Script::of([is(Stage::Rom)]);
    let error = Optimus::new(&mut script).command("one", Patience::SHORT).expect_err("no U-Boot");
    assert!(matches!(error.cause, Cause::Stage { found: Stage::Rom, .. }), "{error}");
    assert_eq!(script.said.len(), 1);
}

/// A board that is told to restart may be gone before it has answered; whoever comes then is greeted.
#[test]
fn a_farewell_needs_no_answer() {
    let mut script =
        greeted([Err(Fault::Gone), is(Stage::Uboot), says("success"), says("success")]);
    let mut soc = Optimus::new(&mut script);
    soc.reset().expect("it is gone");
    soc.low_power().expect("another U-Boot");
    assert_eq!(script.said[2..], ["reset", "0x20?", "echo 12345", "low_power"]);
    let mut script = greeted([says("failed:no")]);
    let error = Optimus::new(&mut script).power_off().expect_err("it says no");
    assert!(matches!(error.cause, Cause::Failed(why) if why == "no"));
}

fn read_part(size: u64, answers: impl IntoIterator<Item = Answer>) -> (Result<(), Error>, usize) {
    let mut script = greeted([says("success")].into_iter().chain(answers));
    let (mut bytes, part) = (Vec::new(), Part { media: Media::Store, name: "boot" });
    let mut soc = Optimus::new(&mut script);
    (soc.read_part(part, size, &mut bytes, &mut Silent), bytes.len())
}

#[test]
fn pieces_of_storage_come_in_order_and_as_announced() {
    const PIECE: usize = 0x1_0000;
    let size = PIECE as u64 + 100;
    let head = |length, sequence| Ok(ReadHead { length, sequence }.to_bytes().to_vec());
    let first = || [head(PIECE as u32, 0), Ok(vec![1; PIECE])];
    let read = |answers: [Answer; 2]| read_part(size, first().into_iter().chain(answers));
    let (result, came) = read([head(100, 1), Ok(vec![2; 100])]);
    assert!(result.is_ok() && came == PIECE + 100, "{result:?}");
    let cause = |answers| {
        let (result, came) = read(answers);
        let error = result.expect_err("it is not what was asked for");
        assert_eq!((error.done, came), (Some(PIECE as u64), PIECE), "{error}");
        error.cause
    };
    let second = || Ok(vec![2; 100]);
    assert!(matches!(cause([head(100, 0), second()]), Cause::Sequence { found: 0, wanted: 1 }));
    assert!(matches!(cause([head(0, 1), second()]), Cause::Short { found: 0, wanted: 100 }));
    assert!(matches!(cause([head(101, 1), second()]), Cause::Short { found: 101, wanted: 100 }));
    let short = cause([head(100, 1), Ok(vec![2; 99])]);
    assert!(matches!(short, Cause::Short { found: 99, wanted: 100 }));
}

#[test]
fn what_is_said_of_failures() {
    for (step, id, of_uboot) in [
        (Step::Identify, "find", false),
        (Step::Query, "query", false),
        (Step::Password, "unlock", false),
        (Step::Read, "read", false),
        (Step::Write, "write", false),
        (Step::Run, "run", false),
        (Step::Check, "check", false),
        (Step::Bl2, "start", false),
        (Step::Dram, "start", false),
        (Step::Uboot, "start", false),
        (Step::Amlc, "start", false),
        (Step::Command, "command", true),
        (Step::Store, "write", true),
        (Step::Verify, "verify", true),
        (Step::Upload, "read", true),
    ] {
        assert_eq!((step.id().word(), step.is_of_uboot()), (id, of_uboot));
    }
    let error = |step, cause| Error { step, request: None, cause, done: None };
    let malformed = || Cause::Malformed(Identity::from_bytes(&[]).expect_err("too short"));
    let usb = failed(Fault::TimedOut);
    for (step, cause, off) in [
        (Step::Amlc, Cause::Broken(usb), true),
        (Step::Amlc, malformed(), true),
        (Step::Query, malformed(), false),
        (Step::Amlc, Cause::Busy, false),
        (Step::Bl2, Cause::Silent, true),
        (Step::Uboot, Cause::NoDram(usb), true),
        (Step::Write, Cause::Usb(usb), false),
    ] {
        assert_eq!(error(step, cause).needs_power_cycle(), off, "{step:?}");
    }
    let says = |text: &str| error(Step::Command, Cause::Failed(text.into())).to_string();
    assert_eq!(says(""), "U-Boot says that it failed");
    assert_eq!(says("no"), "U-Boot says that it failed: no");
    assert_eq!(
        [Format::Normal, Format::Sparse, Format::Ubifs].map(|format| format.to_string()),
        ["normal", "sparse", "ubifs"]
    );
}

/// A board that does not tell its family is taken for what the user says; one that is gone is not.
#[test]
fn who_does_not_tell_its_family_is_let_pass() {
    let stall = || Err(Fault::Stall);
    let begin = |version, answers: Vec<Answer>| {
        let mut script = Script::of([rom(version, Stage::Rom)].into_iter().chain(answers));
        start("s400", &mut script, &mut Silent).expect_err("it ends there")
    };
    // Then it is asked whether it is fused.
    for (version, answers) in [
        ((3, 0), vec![stall(), stall()]),
        ((3, 0), vec![Ok(vec![0; 16])]),
        ((9, 9), vec![stall(), stall()]),
    ] {
        let error = begin(version, answers);
        assert_eq!(error.step, Step::Bl2, "{version:?}: {error}");
    }
    let error = begin((3, 0), vec![Err(Fault::Gone), stall()]);
    assert_eq!((error.step, error.fault()), (Step::Query, Some(Fault::Gone)), "{error}");
    let error = begin((2, 4), Vec::new());
    assert!(matches!(error.cause, Cause::OtherFamily { .. }), "{error}");
}

#[test]
fn a_chip_may_refuse_to_say_whether_it_is_fused() {
    let fuse = families::by_name("GXL").and_then(|family| family.fuse).expect("known");
    let secure = |answers: Vec<Answer>| {
        let mut script = Script::of([is(Stage::Rom)].into_iter().chain(answers));
        Optimus::new(&mut script).is_secure(fuse).map_err(|error| error.fault())
    };
    let word = |word: u32| vec![Ok(word.to_le_bytes().to_vec())];
    assert_eq!(secure(word(fuse.mask)), Ok(Some(true)));
    assert_eq!(secure(word(!fuse.mask)), Ok(Some(false)));
    assert_eq!(secure(vec![Err(Fault::Stall), Err(Fault::Stall)]), Ok(None));
    assert_eq!(secure(vec![Err(Fault::Gone)]), Err(Some(Fault::Gone)));
    assert_eq!(secure(vec![Err(Fault::TimedOut); 2]), Err(Some(Fault::TimedOut)));
}

#[test]
fn memory_goes_in_whole_blocks_and_a_rest() {
    let data = noise(4096 + 1500, 4);
    let mut script = Script::of([is(Stage::Rom)]);
    let mut soc = Optimus::new(&mut script);
    soc.write(0x1000, &mut &data[..], Way::Large, &mut Silent).expect("written");
    assert_eq!(script.streams.iter().map(Vec::len).collect::<Vec<_>>(), [4096, 1500]);
    assert!(script.streams.concat() == data);
}

/// What is not known to be memory is read by control requests.
#[test]
fn registers_are_not_read_by_large_transfers() {
    for (address, large) in [(0xbfff_fff0, true), (0xc000_0000, false)] {
        let mut script =
            Script::of([is(Stage::Rom)].into_iter().chain((0..100).map(|_| Ok(vec![0; 64]))));
        let mut soc = Optimus::new(&mut script);
        soc.read(address, 64 * 32, Way::Best, &mut Vec::new(), &mut Silent).expect("read");
        assert_eq!(script.said.len() < 5, large, "{address:#x}: {:?}", script.said);
    }
}

/// A write is done again where the board still answers after a fault that may pass.
#[test]
fn a_stream_is_sent_again_to_a_board_that_answers() {
    let write = |fault, answers: Vec<Answer>| {
        let mut script = Script::of([is(Stage::Rom)].into_iter().chain(answers));
        script.broken.push_back(fault);
        let mut soc = Optimus::new(&mut script);
        let written = soc.write(0x1000, &mut &[7; 4096][..], Way::Large, &mut Silent);
        (written.map_err(|error| error.fault()), script.data.len())
    };
    assert_eq!(write(Fault::TimedOut, vec![is(Stage::Rom)]), (Ok(()), 2));
    assert_eq!(write(Fault::TimedOut, vec![Err(Fault::Gone)]), (Err(Some(Fault::TimedOut)), 1));
    assert_eq!(write(Fault::Gone, vec![is(Stage::Rom)]), (Err(Some(Fault::Gone)), 1));
}

/// Bit 4 of the word keeps the power on, whatever the address is. The board may be gone before it has answered.
#[test]
fn what_is_run_leaves_the_power_on() {
    for (address, word) in [(0xfffa_0000, 0xfffa_0010_u32), (0x0100_0010, 0x0100_0010)] {
        for (deaf, works) in [(None, true), (Some(Fault::Gone), true), (Some(Fault::Stall), false)]
        {
            let mut script = Script { deaf, ..Script::of([is(Stage::Rom)]) };
            assert_eq!(Optimus::new(&mut script).run(address).is_ok(), works, "{deaf:?}");
            assert_eq!(script.data, [word.to_le_bytes()]);
        }
    }
}

#[test]
fn a_password_has_64_bytes_at_most() {
    let unlock = |length: usize| {
        let mut script = Script::of([is(Stage::Rom)]);
        let error =
            Optimus::new(&mut script).unlock(&vec![7; length]).expect_err("it is not locked");
        matches!(error.cause, Cause::PasswordLength(it) if it == length)
    };
    assert_eq!([0, 1, 64, 65].map(unlock), [true, false, false, true]);
}

#[test]
fn settings_are_made_permanent_by_their_command() {
    let mut script = greeted([says("success"), says("failed:")]);
    let mut soc = Optimus::new(&mut script);
    soc.save_setting().expect("done");
    assert!(soc.next_reset_to_rom().is_err());
    assert_eq!(script.said[2..], ["save_setting", "erase_bootloader"]);
}

/// Told twice, and each time for 3 s, a tenth of a second at a time.
#[test]
fn a_wrong_password_is_known_after_a_while() {
    let locked = || {
        let identity =
            Identity { rom: (2, 4), stage: Stage::Rom, lock: Lock::Locked, pages: [0; 2] };
        Ok(identity.to_bytes().to_vec())
    };
    let mut script = Script::of((0..100).map(|_| locked()));
    let error = Optimus::new(&mut script).unlock(b"wrong").expect_err("it stays locked");
    assert!(matches!(error.cause, Cause::WrongPassword), "{error}");
    assert_eq!((script.said.len(), script.paused), (1 + 2 * (1 + 30), Duration::from_secs(6)));
}

#[test]
fn a_refusal_says_what_is_known_of_the_fuse() {
    let words = |secure| Cause::Refused { secure }.to_string();
    let [fused, open, unknown] = [Some(true), Some(false), None].map(words);
    assert!(fused != open && open != unknown && fused != unknown, "{fused} {open} {unknown}");
}

#[test]
fn a_name_that_would_be_a_command_is_refused_in_the_users_step() {
    let mut script = Script::default();
    let mut soc = Optimus::new(&mut script);
    let part = Part { media: Media::Store, name: "boot;reset" };
    let read = soc.read_part(part, 512, &mut Vec::new(), &mut Silent).expect_err("refused");
    assert_eq!(
        (read.step, soc.erase_part("").expect_err("refused").step),
        (Step::Upload, Step::Store)
    );
    assert_eq!(script.said.len(), 0);
}
