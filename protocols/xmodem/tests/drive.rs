//! What a sender and a receiver say on a line, to the user and of the board's text; the line plays a script.

use std::{cell::RefCell, collections::VecDeque, rc::Rc, time::Duration};

use link::{ByteLink, Counts, Heard, LineError, Sink, StepId, Watch};
use xmodem::{
    Failure, Manner, Profile, Receiver, Sender,
    drive::{Announce, Error, File, Sent, Text, counted, encode, receive, send, send_announced},
    wire::{self, ACK, CAN, Check, EOT, FileInfo, NAK, POLL},
};

const fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// A line on which everything comes at its time. Writing takes none.
#[derive(Default)]
struct Script {
    now: Duration,
    /// What comes, and how long after the piece before it.
    coming: VecDeque<(Duration, Vec<u8>)>,
    sent: Vec<Vec<u8>>,
    /// Bytes that had come before each frame was sent.
    before: Vec<usize>,
    came: usize,
    /// The user asks to stop.
    stop: bool,
}

impl Script {
    fn of(pieces: &[(u64, &[u8])]) -> Self {
        let coming = pieces.iter().map(|(after, bytes)| (ms(*after), bytes.to_vec())).collect();
        Self { coming, ..Self::default() }
    }
}

impl ByteLink for Script {
    fn write(&mut self, bytes: &[u8], _: Duration) -> Result<(), LineError> {
        self.sent.push(bytes.to_vec());
        self.before.push(self.came);
        Ok(())
    }

    fn read(&mut self, buf: &mut [u8], limit: Duration) -> Result<Heard, LineError> {
        let Some((after, _)) = self.coming.front_mut().filter(|(after, _)| *after <= limit) else {
            self.now += limit;
            if let Some((after, _)) = self.coming.front_mut() {
                *after -= limit;
            }
            return Ok(Heard { count: 0, waited: limit });
        };
        let waited = core::mem::take(after);
        self.now += waited;
        let piece = &mut self.coming[0].1;
        let count = piece.len().min(buf.len());
        buf[..count].copy_from_slice(&piece[..count]);
        piece.drain(..count);
        if piece.is_empty() {
            self.coming.pop_front();
        }
        self.came += count;
        Ok(Heard { count, waited })
    }

    fn set_baud(&mut self, rate: u32) -> Result<(), LineError> {
        Err(LineError::BaudRate(rate))
    }

    fn baud(&self) -> u32 {
        115_200
    }

    fn discard(&mut self) -> Result<(), LineError> {
        Ok(())
    }

    fn pause(&mut self, _: Duration) -> Result<(), LineError> {
        if self.stop { Err(LineError::Stopped) } else { Ok(()) }
    }

    fn counts(&self) -> Counts {
        Counts::default()
    }
}

/// What the user is told.
#[derive(Default)]
struct Told {
    steps: Vec<(String, u64)>,
    advanced: Vec<u64>,
}

impl Watch for Told {
    fn step(&mut self, id: StepId, label: &str, bytes: u64) {
        assert_eq!(id, StepId::SEND);
        self.steps.push((label.into(), bytes));
    }

    fn advance(&mut self, bytes: u64) {
        self.advanced.push(bytes);
    }

    fn note(&mut self, _: &str) {}
}

const ANNOUNCE: Announce<'_> =
    Announce { step: StepId::SEND, waiting: "switch it on", sending: "sending" };

/// Sends these bytes to who answers so, and returns the text that was heard.
fn run(
    line: &mut Script,
    profile: Profile,
    data: &[u8],
    told: &mut Told,
) -> (Result<Sent, Error>, Text) {
    let mut sender = Sender::xmodem(profile, data.len() as u64, ms(12_000));
    let (mut text, mut source) = (Text::default(), data);
    let mut files = [File { name: "file".into(), source: &mut source }];
    let sent = send_announced(line, &mut sender, &mut files, &mut text, told, ANNOUNCE);
    (sent, text)
}

#[test]
fn the_user_hears_what_is_waited_for_and_then_what_is_sent() {
    let mut told = Told::default();
    let (sent, _) = run(&mut Script::default(), Profile::UBOOT, &[1; 300], &mut told);
    assert!(matches!(sent, Err(Error::Failed(Failure::NoStart))), "{sent:?}");
    let waiting = |left: u32| (format!("switch it on ({left} s left)"), 0);
    assert_eq!(told.steps, [waiting(12), waiting(7), waiting(2)]);
    // A transfer begins: its bytes, as they are confirmed.
    let mut told = Told::default();
    let mut line = Script::of(&[(5500, b"C"), (9, &[ACK]), (9, &[ACK]), (9, &[ACK]), (9, &[ACK])]);
    let (sent, _) = run(&mut line, Profile::PLAIN, &[1; 300], &mut told);
    assert!(matches!(sent, Ok(Sent { confirmed: true })), "{sent:?}");
    assert_eq!(told.steps, [waiting(12), waiting(7), ("sending".into(), 300)]);
    assert_eq!(told.advanced, [128, 128, 44]);
    assert_eq!(line.sent.last().map(Vec::as_slice), Some(&[EOT][..]));
}

#[test]
fn without_an_announcement_there_are_no_steps_but_bytes() {
    let (mut told, data) = (Told::default(), [1; 128]);
    let mut line = Script::of(&[(400, b"C"), (9, &[ACK]), (9, &[ACK])]);
    let mut sender = Sender::xmodem(Profile::PLAIN, 128, ms(12_000));
    let mut source = &data[..];
    let mut files = [File { name: "file".into(), source: &mut source }];
    send(&mut line, &mut sender, &mut files, &mut Text::default(), &mut told).expect("it arrives");
    assert_eq!((told.steps.len(), told.advanced), (0, vec![128]));
}

/// Stopped: the board is told with its CANs. A board that is damaged by that is sent the rest instead.
#[test]
fn a_stop_cancels_where_cancelling_does_no_damage() {
    let answers: [(u64, &[u8]); 5] = [(350, b"C"), (50, b"C"), (9, &[ACK]), (9, &[ACK]), (9, b"")];
    let mut line = Script { stop: true, ..Script::of(&answers) };
    let (sent, _) = run(&mut line, Profile::JH7110_AGENT, &[1; 128], &mut Told::default());
    assert!(matches!(sent, Err(Error::Line(LineError::Stopped))), "{sent:?}");
    assert_eq!(line.sent, [[CAN; 3]]);
    // Once it has begun.
    let mut sender = Sender::xmodem(Profile::JH7110_AGENT_EMMC, 128, ms(12_000));
    sender.on(xmodem::Event::Time, ms(0));
    for at in [350, 400] {
        sender.on(xmodem::Event::Byte(POLL), ms(at));
    }
    assert!(sender.begun());
    let mut line = Script { stop: true, ..Script::of(&[(1500, b""), (9, &[ACK]), (9, &[ACK])]) };
    let (data, mut text) = ([1; 128], Text::default());
    let mut source = &data[..];
    let mut files = [File { name: "file".into(), source: &mut source }];
    let sent = send(&mut line, &mut sender, &mut files, &mut text, &mut Told::default());
    assert!(matches!(sent, Ok(Sent { confirmed: true })), "{sent:?}");
}

/// Text until the last frame, and text since: what is read together with an answer belongs to whoever reads on.
#[test]
fn text_is_kept_and_answers_are_not() {
    let pieces: [(u64, &[u8]); 4] =
        [(10, b"Hi\r\n"), (400, b"C!"), (9, &[ACK, b'?']), (9, &[ACK, b'b', b'y', b'e'])];
    let (sent, text) =
        run(&mut Script::of(&pieces), Profile::UBOOT, &[1; 128], &mut Told::default());
    assert!(matches!(sent, Ok(Sent { confirmed: true })), "{sent:?}");
    assert_eq!(String::from_utf8_lossy(&text.before), "Hi\r\nC!?");
    assert_eq!(String::from_utf8_lossy(&text.since), "bye");
}

/// A board that sends without end costs 128 KiB of memory, and its last 64 KiB are still known.
#[test]
fn only_the_end_of_long_text_is_kept() {
    let junk: Vec<u8> = (0..100_000u32).map(|i| 0x80 | (i % 0x7b) as u8).collect();
    let (data, mut pieces) = ([1; 256], vec![(10, &junk[..]), (9000, b"C")]);
    pieces.extend([(9, &[ACK][..]), (9, &junk[..]), (400, &[ACK]), (9, &[ACK])]);
    let mut sender = Sender::xmodem(Profile::PLAIN, data.len() as u64, ms(60_000));
    let (mut text, mut source) = (Text::default(), &data[..]);
    let mut files = [File { name: "file".into(), source: &mut source }];
    let mut line = Script::of(&pieces);
    send(&mut line, &mut sender, &mut files, &mut text, &mut Told::default()).expect("it arrives");
    assert!((64 << 10..=128 << 10).contains(&text.before.len()), "{}", text.before.len());
    assert!(text.before.ends_with(&junk[50_000..]));
    // One piece that is longer than that.
    let long: Vec<u8> = junk.iter().chain(&junk).copied().collect();
    let (sent, text) =
        run(&mut Script::of(&[(10, &long)]), Profile::UBOOT, &[1; 128], &mut Told::default());
    assert!(matches!(sent, Err(Error::Failed(Failure::NoStart))), "{sent:?}");
    assert!((64 << 10..=128 << 10).contains(&text.since.len()), "{}", text.since.len());
    assert!(text.since.ends_with(&junk[50_000..]));
}

/// The frame's time is over, and bytes that mean nothing go on coming: the 1024th is still heard, then it is sent again.
#[test]
fn a_flood_renews_no_deadline() {
    let frames = |at: u64, junk: usize| {
        // U-Boot's reply may take 5 s. What comes at once with a late byte is late, too.
        let late = [&vec![0xff; junk][..], &[ACK]].concat();
        let mut line = Script::of(&[(400, b"C"), (at, &[0xff]), (5000 - at, &late)]);
        line.coming.extend([(ms(9), vec![ACK]), (ms(9), vec![ACK])]);
        let (sent, _) = run(&mut line, Profile::UBOOT, &[1; 128], &mut Told::default());
        sent.expect("it arrives in the end");
        line.sent.iter().filter(|frame| **frame != [EOT]).count()
    };
    assert_eq!(frames(4000, 1023), 1, "the answer is the 1024th");
    assert_eq!(frames(4000, 1024), 2);
    assert_eq!(frames(5000, 1022), 1, "what comes just when the time is over is the first");
    assert_eq!(frames(5000, 1023), 2);
}

#[test]
fn a_flood_counts_for_half_the_time_that_the_line_needs_for_it() {
    let heard = |count, waited| Heard { count, waited: ms(waited) };
    assert_eq!(counted(heard(1000, 0), 10_000), ms(500));
    assert_eq!(counted(heard(1000, 501), 10_000), ms(501));
    assert_eq!(counted(heard(0, 7), 10_000), ms(7));
}

/// A file that grows is there after the borrow is over.
#[derive(Clone, Default)]
struct Shared(Rc<RefCell<Vec<u8>>>);

impl Sink for Shared {
    fn write(&mut self, data: &[u8]) -> Result<(), link::IoError> {
        self.0.borrow_mut().extend(data);
        Ok(())
    }
}

#[test]
fn what_is_received_goes_where_its_name_says() {
    let info = FileInfo { name: "boot.img".into(), size: Some(130) };
    let header = wire::block(0, &info.to_block().expect("a short name"), Check::Crc);
    let blocks = [1, 2].map(|number| wire::block(number, &[number; 128], Check::Crc));
    let end = wire::block(0, &[0; 128], Check::Crc);
    // The second block keeps the agent waiting, which asks for nothing meanwhile.
    let pieces: [(u64, &[u8]); 5] =
        [(20, &header), (5, &blocks[0]), (10_000, &blocks[1]), (5, &[EOT]), (100, &end)];
    let (mut line, mut told, file) = (Script::of(&pieces), Told::default(), Shared::default());
    let mut names = Vec::new();
    let mut begin = |info: Option<&FileInfo>| {
        names.push(info.map(|info| info.name.clone()));
        Ok(Box::new(file.clone()) as Box<dyn Sink>)
    };
    let mut receiver = Receiver::ymodem(Manner::JH7110_AGENT);
    receive(&mut line, &mut receiver, &mut begin, &mut told).expect("it arrives");
    assert_eq!(names, [Some("boot.img".to_owned())]);
    assert_eq!(*file.0.borrow(), [[1; 128].as_slice(), &[2; 2]].concat());
    assert_eq!(told.advanced, [128, 2]);
    let said: [&[u8]; 6] = [b"C", &[ACK, POLL], &[ACK], &[ACK], &[ACK, POLL], &[ACK]];
    assert_eq!(line.sent, said);
}

#[test]
fn a_file_without_a_name_is_begun_by_its_first_block() {
    let block = wire::block(1, &[7; 128], Check::Crc);
    let (mut line, file) = (Script::of(&[(20, &block), (5, &[EOT])]), Shared::default());
    let mut begin = |info: Option<&FileInfo>| {
        assert_eq!(info, None);
        Ok(Box::new(file.clone()) as Box<dyn Sink>)
    };
    let mut receiver = Receiver::xmodem(Manner::PLAIN);
    receive(&mut line, &mut receiver, &mut begin, &mut Told::default()).expect("it arrives");
    assert_eq!(*file.0.borrow(), [7; 128]);
    // Nothing comes at all.
    let mut receiver = Receiver::xmodem(Manner { polls: 2, ..Manner::PLAIN });
    let mut line = Script::default();
    let ended = receive(&mut line, &mut receiver, &mut begin, &mut Told::default());
    assert!(matches!(ended, Err(Error::Failed(Failure::NoStart))), "{ended:?}");
    assert_eq!(line.sent, [&[POLL][..], &[POLL], &[NAK], &[NAK], &[CAN; 3]]);
}

#[test]
fn frames_are_these_bytes() {
    let data: Vec<u8> = (0..130u8).collect();
    let mut source = &data[..];
    let mut files = [File { name: "a".into(), source: &mut source }];
    let mut bytes = |frame| encode(frame, &mut files).expect("the file is there");
    assert_eq!(bytes(xmodem::Frame::Eot), [EOT]);
    assert_eq!(bytes(xmodem::Frame::End(Check::Sum)), [&[1, 0, 0xff][..], &[0; 129]].concat());
    let header = bytes(xmodem::Frame::Header { file: 0, check: Check::Crc });
    assert_eq!(&header[..8], b"\x01\x00\xffa\x00130");
    let block = xmodem::Block { file: 0, number: 2, offset: 128, length: 128, check: Check::Sum };
    let last = bytes(xmodem::Frame::Block(block));
    assert_eq!(last[..6], [1, 2, 0xfd, 128, 129, 0x1a], "the rest is padding");
    // 128 + 129 + 126 * 0x1a = 0xdcd
    assert_eq!(last[130..], [0x1a, 0xcd]);
}

#[test]
fn failures_say_what_happened() {
    let line = |failure| Error::Failed(failure).to_string();
    for (failure, words) in [
        (Failure::NoStart, "did not begin"),
        (Failure::Midway, "another program's transfer"),
        (Failure::Cancelled, "cancelled"),
        (Failure::Refused { taken: 128, times: 3 }, "refused 3 times, after 128 bytes"),
        (Failure::Silent { taken: 256, times: 4 }, "sent 4 times, after 256 bytes"),
        (Failure::Spoke { taken: 384 }, "after 384 bytes the other side left"),
        (Failure::EndUnconfirmed, "did not confirm the end"),
        (Failure::Unreadable, "no readable block"),
        (Failure::OutOfSequence, "neither the next nor the last"),
        (Failure::WrongLength { announced: 5, came: 4 }, "5 bytes, but 4 came"),
    ] {
        assert!(line(failure).contains(words), "{}", line(failure));
    }
    assert!(Error::Line(LineError::Gone).to_string().contains("gone"));
    assert!(Error::Name(wire::NameTooLong).to_string().contains("too long for YMODEM"));
    assert_eq!(Error::Io("no such file".into()).to_string(), "no such file");
}
