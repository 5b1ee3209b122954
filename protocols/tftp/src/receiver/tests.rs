use alloc::{string::ToString, vec, vec::Vec};

use link::{Classify, Code};
use proptest::prelude::*;

use super::*;
use crate::wire::ErrorCode;

const fn at(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

/// A sink with room for a number of bytes.
struct Cup(Vec<u8>, usize);

impl Sink for Cup {
    fn put(&mut self, data: &[u8]) -> Push {
        if self.0.len() + data.len() > self.1 {
            return Push::Later;
        }
        self.0.put(data)
    }
}

fn asking(block_size: u64) -> Options {
    Options { block_size: Some(block_size), ..Options::default() }
}

fn said(receiver: &mut Receiver) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    while let Some(packet) = receiver.transmit() {
        all.push(packet.to_vec());
        receiver.transmitted();
    }
    all
}

fn ack(block: u16) -> Vec<Vec<u8>> {
    vec![Packet::Ack(block).to_bytes()]
}

/// What is said after a block.
fn send(
    receiver: &mut Receiver,
    (block, data): (u16, &[u8]),
    now: Duration,
    sink: &mut dyn Sink,
) -> Vec<Vec<u8>> {
    let packet = Packet::Data { block, data }.to_bytes();
    receiver.on(Event::Packet(&packet), now, sink);
    said(receiver)
}

/// A transfer in blocks of 8 bytes.
fn begun(bytes: u64) -> Receiver {
    let mut receiver = Receiver::new(Limits::ethernet(bytes));
    let event = Event::Request { options: &asking(8), anew: false };
    receiver.on(event, at(0), &mut Vec::new());
    assert_eq!(said(&mut receiver), [Packet::Options(asking(8)).to_bytes()]);
    receiver
}

#[test]
fn options_are_agreed_to_within_limits() {
    let options =
        |block_size, transfer_size| Options { block_size, transfer_size, ..Options::default() };
    for (asked, answer, block_size) in [
        (options(None, None), None, 512),
        (options(Some(7), None), None, 512),
        (options(Some(8), None), Some(options(Some(8), None)), 8),
        (options(Some(1468), Some(99)), Some(options(Some(1468), Some(99))), 1468),
        (options(Some(65464), None), Some(options(Some(1468), None)), 1468),
    ] {
        let asked = Options { timeout: Some(5), ..asked };
        let mut receiver = Receiver::new(Limits::ethernet(100));
        receiver.on(Event::Request { options: &asked, anew: false }, at(0), &mut Vec::new());
        let answer = answer.map_or(Packet::Ack(0), Packet::Options).to_bytes();
        assert_eq!(said(&mut receiver), [answer], "{asked:?}");
        assert_eq!(receiver.received().block_size, block_size);
    }
    // Windows are for those who read.
    let asked = Options { window_size: Some(16), ..Options::default() };
    let mut receiver = Receiver::new(Limits::ethernet(100));
    receiver.on(Event::Request { options: &asked, anew: false }, at(0), &mut Vec::new());
    let answer = Options { window_size: Some(1), ..Options::default() };
    assert_eq!(said(&mut receiver), [Packet::Options(answer).to_bytes()]);
}

#[test]
fn copies_are_answered_after_a_while() {
    let (mut receiver, mut got) = (begun(100), Vec::new());
    let first = (1, &[1; 8][..]);
    assert_eq!(send(&mut receiver, first, at(1), &mut got), ack(1));
    assert_eq!(send(&mut receiver, first, at(50), &mut got), [[0; 0]; 0]);
    assert_eq!(send(&mut receiver, first, at(51), &mut got), ack(1));
    assert_eq!(send(&mut receiver, first, at(100), &mut got), [[0; 0]; 0]);
    // Another block is answered at once, and copies of older ones never.
    assert_eq!(send(&mut receiver, (2, &[2; 8]), at(101), &mut got), ack(2));
    assert_eq!(send(&mut receiver, first, at(5000), &mut got), [[0; 0]; 0]);
    assert_eq!(got, [[1; 8], [2; 8]].concat());
    let received = receiver.received();
    assert_eq!((received.blocks, received.repeated, received.strays), (2, 3, 1));
}

#[test]
fn the_request_is_answered_again_until_a_block_comes() {
    let (mut receiver, mut got) = (begun(100), Vec::new());
    let options = asking(8);
    let copy = Event::Request { options: &options, anew: false };
    receiver.on(copy, at(49), &mut got);
    assert_eq!(said(&mut receiver), [[0; 0]; 0]);
    receiver.on(copy, at(50), &mut got);
    assert_eq!(said(&mut receiver), [Packet::Options(options).to_bytes()]);
    // From another port it is another request.
    let other = asking(16);
    receiver.on(Event::Request { options: &other, anew: true }, at(51), &mut got);
    assert_eq!(said(&mut receiver), [Packet::Options(other).to_bytes()]);
    assert_eq!(send(&mut receiver, (1, &[1; 16]), at(52), &mut got), ack(1));
    assert!(!receiver.is_fresh());
    receiver.on(copy, at(500), &mut got);
    assert_eq!((said(&mut receiver).len(), receiver.state()), (0, State::Running));
    receiver.on(Event::Request { options: &other, anew: true }, at(501), &mut got);
    assert_eq!(receiver.failure(), Some(&Failure::Restarted { received: 16 }));
}

/// U-Boot does so after an OACK that came twice, and waits for the number of a block.
#[test]
fn a_skipped_block_is_asked_for() {
    let (mut receiver, mut got) = (begun(100), Vec::new());
    assert_eq!(send(&mut receiver, (2, &[2; 8]), at(1), &mut got), [[0; 0]; 0]);
    assert_eq!(send(&mut receiver, (2, &[2; 8]), at(1000), &mut got), ack(0));
    assert_eq!(send(&mut receiver, (1, &[1; 8]), at(1001), &mut got), ack(1));
    assert_eq!(send(&mut receiver, (4, &[2; 8]), at(2000), &mut got), [[0; 0]; 0]);
    assert_eq!(got, [1; 8]);
}

#[test]
fn a_block_waits_for_room() {
    let (mut receiver, mut cup) = (begun(100), Cup(Vec::new(), 8));
    assert_eq!(send(&mut receiver, (1, &[1; 8]), at(1), &mut cup), ack(1));
    assert_eq!(send(&mut receiver, (2, &[2; 8]), at(2), &mut cup), [[0; 0]; 0]);
    assert_eq!((receiver.state(), receiver.deadline()), (State::Full, None));
    for block in [1, 2, 3] {
        let said = send(&mut receiver, (block, &[9; 8]), at(1000), &mut cup);
        assert_eq!(said, [[0; 0]; 0], "{block}");
    }
    receiver.on(Event::Time, at(90_000), &mut cup);
    assert_eq!((said(&mut receiver).len(), receiver.state()), (0, State::Full));
    cup.1 = 16;
    receiver.on(Event::Time, at(90_001), &mut cup);
    assert_eq!((said(&mut receiver), receiver.state()), (ack(2), State::Running));
    assert_eq!(receiver.deadline(), Some(at(120_001)));
    assert_eq!(send(&mut receiver, (3, &[]), at(90_002), &mut cup), ack(3));
    assert_eq!(receiver.state(), State::Done);
    assert_eq!(cup.0, [[1; 8], [2; 8]].concat());
}

#[test]
fn no_more_comes_than_was_expected() {
    let (mut receiver, mut got) = (begun(10), Vec::new());
    assert_eq!(send(&mut receiver, (1, &[1; 8]), at(1), &mut got), ack(1));
    let error = &send(&mut receiver, (2, &[1; 3]), at(2), &mut got)[0];
    assert!(error.starts_with(&[0, 5, 0, 2]));
    assert_eq!(receiver.failure(), Some(&Failure::TooLong { most: 10 }));
    assert_eq!(got.len(), 8);
    // Where the client tells the length, nothing comes.
    let mut receiver = Receiver::new(Limits::ethernet(10));
    let options = Options { transfer_size: Some(11), ..Options::default() };
    receiver.on(Event::Request { options: &options, anew: false }, at(0), &mut got);
    assert!(said(&mut receiver)[0].starts_with(&[0, 5, 0, 2]));
    assert_eq!(receiver.state(), State::Failed);
}

#[test]
fn what_makes_no_sense_is_ignored() {
    let (mut receiver, mut got) = (begun(100), Vec::new());
    for packet in [
        Packet::Ack(0).to_bytes(),
        Packet::Data { block: 1, data: &[1; 9] }.to_bytes(),
        Packet::Data { block: 0, data: &[1; 8] }.to_bytes(),
        Packet::Data { block: 65535, data: &[1; 8] }.to_bytes(),
        Packet::Options(asking(8)).to_bytes(),
        vec![0],
        vec![],
    ] {
        receiver.on(Event::Packet(&packet), at(1000), &mut got);
        assert_eq!((said(&mut receiver).len(), receiver.state()), (0, State::Running));
    }
    assert_eq!(receiver.received().strays, 7);
    assert!(got.is_empty());
}

#[test]
fn every_end_has_its_words() {
    let end = |event: Event<'_>, now| {
        let (mut receiver, mut got) = (begun(100), Vec::new());
        send(&mut receiver, (1, &[1; 8]), at(1), &mut got);
        receiver.on(event, now, &mut got);
        let failure = receiver.failure().expect("it is over").clone();
        assert_eq!((receiver.state(), receiver.deadline()), (State::Failed, None));
        (said(&mut receiver).len(), failure)
    };
    let error = Packet::Error { code: ErrorCode::DISK_FULL, text: b"" }.to_bytes();
    for (event, now, told, words) in [
        (Event::Time, 30_001, 1, "the client sent nothing for 30 s, after 8 bytes"),
        (Event::Unreachable, 2, 0, "the client left the transfer after 8 bytes"),
        (
            Event::Packet(&error),
            2,
            0,
            "the client ended the transfer: disk full or allocation exceeded (error 3)",
        ),
    ] {
        let (said, failure) = end(event, at(now));
        assert_eq!((said, failure.to_string()), (told, words.to_string()));
    }
    let (_, refused) = end(Event::Packet(&error), at(2));
    assert_eq!(refused.meaning().code, Code::NET_REFUSED);
    assert_eq!(Failure::Aborted.meaning().code, Code::NET_TRANSFER);
    let mut receiver = Receiver::new(Limits::ethernet(1));
    receiver.abort("over");
    assert_eq!((said(&mut receiver).len(), receiver.state()), (0, State::Failed));
    let mut receiver = begun(1);
    receiver.abort("over");
    assert!(said(&mut receiver)[0].starts_with(&[0, 5, 0, 2]));
}

/// The client may have lost the last acknowledgement, and no more than that.
#[test]
fn the_end_is_acknowledged_again() {
    let (mut receiver, mut got) = (begun(100), Vec::new());
    let last = (1, &[1; 3][..]);
    assert_eq!(send(&mut receiver, last, at(1), &mut got), ack(1));
    assert_eq!(send(&mut receiver, last, at(1001), &mut got), ack(1));
    assert_eq!(send(&mut receiver, (2, &[]), at(1002), &mut got), [[0; 0]; 0]);
    receiver.on(Event::Unreachable, at(1003), &mut got);
    receiver.abort("over");
    assert_eq!((receiver.state(), receiver.transmit()), (State::Done, None));
    assert_eq!(got, [1; 3]);
}

/// What a client may do: a request, a packet, silence, or to leave.
fn happenings() -> impl Strategy<Value = (u8, u16, Vec<u8>, u64)> {
    let bytes = prop::collection::vec(any::<u8>(), 0..20);
    (0u8..12, prop_oneof![0u16..4, 65530u16..=65535], bytes, 0u64..40_000)
}

proptest! {
    /// Whatever comes: at most one packet is an answer, and no more is taken than was awaited.
    #[test]
    fn nothing_that_comes_panics(
        all in prop::collection::vec(happenings(), 0..60),
        most in 0u64..40,
        room in 0usize..40,
    ) {
        let mut receiver = Receiver::new(Limits::ethernet(most));
        let (mut cup, mut now) = (Cup(Vec::new(), room), Duration::ZERO);
        for (what, block, bytes, later) in all {
            now += at(later);
            let options = asking(8);
            let data = Packet::Data { block, data: &bytes }.to_bytes();
            let event = match what {
                0 | 1 => Event::Request { options: &options, anew: what == 1 },
                2 => Event::Time,
                3 => Event::Unreachable,
                4 => Event::Packet(&bytes),
                _ => Event::Packet(&data),
            };
            receiver.on(event, now, &mut cup);
            prop_assert!(said(&mut receiver).len() <= 1);
            prop_assert!(cup.0.len() as u64 <= most && cup.0.len() <= room);
            prop_assert_eq!(receiver.received().bytes, cup.0.len() as u64);
        }
    }
}
