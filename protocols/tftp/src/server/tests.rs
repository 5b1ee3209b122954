use alloc::{format, string::ToString, vec, vec::Vec};
use core::slice;

use link::{Classify, Code};

use proptest::prelude::*;

use super::*;
use crate::wire::{Malformed, Mode, Request};

const fn at(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

/// A source whose bytes come in pieces; an empty piece is a pause.
struct Pieces(Vec<&'static [u8]>);

impl Source for Pieces {
    fn read(&mut self, buf: &mut [u8]) -> Pull {
        let Some(piece) = self.0.first_mut() else { return Pull::End };
        if piece.is_empty() {
            return Pull::Later;
        }
        let length = piece.len().min(buf.len());
        buf[..length].copy_from_slice(&piece[..length]);
        *piece = &piece[length..];
        if piece.is_empty() {
            self.0.remove(0);
        }
        Pull::Bytes(length)
    }
}

fn asking(block_size: u64, window_size: u64) -> Options {
    Options {
        block_size: Some(block_size),
        window_size: (window_size > 1).then_some(window_size),
        ..Options::default()
    }
}

fn first(options: &Options) -> Event<'_> {
    Event::Request { options, anew: false }
}

/// What is to be sent now.
fn said(transfer: &mut Transfer) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    while let Some(packet) = transfer.transmit() {
        all.push(packet.to_vec());
        transfer.transmitted();
    }
    all
}

/// The numbers of the blocks that are to be sent now.
fn blocks(transfer: &mut Transfer) -> Vec<u16> {
    let number = |packet: &Vec<u8>| match Packet::parse(packet) {
        Ok(Packet::Data { block, .. }) => block,
        other => panic!("not a block: {other:?}"),
    };
    said(transfer).iter().map(number).collect()
}

fn ack(transfer: &mut Transfer, block: u16, now: Duration, source: &mut dyn Source) -> Vec<u16> {
    transfer.on(Event::Packet(&Packet::Ack(block).to_bytes()), now, source);
    blocks(transfer)
}

/// A transfer whose options are agreed on and whose first window is out.
fn begun(block_size: u64, window_size: u64, source: &mut dyn Source) -> (Transfer, Vec<u16>) {
    let mut transfer = Transfer::new(Limits::ETHERNET, None);
    transfer.on(first(&asking(block_size, window_size)), at(0), source);
    assert_eq!(said(&mut transfer).len(), 1);
    let out = ack(&mut transfer, 0, at(1), source);
    (transfer, out)
}

#[test]
fn options_are_agreed_to_within_limits() {
    let asked = |block_size, window_size, timeout, transfer_size| Options {
        block_size,
        window_size,
        timeout,
        transfer_size,
    };
    for (options, answer, terms) in [
        (asked(None, None, None, None), None, (512, 1)),
        (asked(Some(1468), None, Some(5), None), Some((Some(1468), None)), (1468, 1)),
        (asked(Some(8), Some(64), None, None), Some((Some(8), Some(64))), (8, 64)),
        (asked(Some(7), Some(0), None, None), None, (512, 1)),
        (asked(Some(65464), Some(65535), None, None), Some((Some(1468), Some(64))), (1468, 64)),
        (asked(Some(65465), Some(65536), None, None), None, (512, 1)),
        (asked(Some(u64::MAX), Some(u64::MAX), Some(3), None), None, (512, 1)),
    ] {
        let mut transfer = Transfer::new(Limits::ETHERNET, None);
        let mut source: &[u8] = &[0; 100_000];
        transfer.on(first(&options), at(0), &mut source);
        let wanted = answer.map(|(block_size, window_size)| {
            let options = Options { block_size, window_size, timeout: None, transfer_size: None };
            Packet::Options(options).to_bytes()
        });
        let first = said(&mut transfer).remove(0);
        let block = Packet::Data { block: 1, data: &[0; 512] }.to_bytes();
        assert_eq!(first, wanted.unwrap_or(block), "{options:?}");
        let sent = transfer.sent();
        assert_eq!((sent.block_size, sent.window_size), terms);
    }
}

#[test]
fn the_length_is_told_where_it_is_known_and_asked_for() {
    for (asked, known, told) in
        [(Some(0), Some(7), Some(7)), (Some(0), None, None), (None, Some(7), None)]
    {
        let mut transfer = Transfer::new(Limits::ETHERNET, known);
        let options = Options { transfer_size: asked, block_size: Some(8), ..Options::default() };
        transfer.on(first(&options), at(0), &mut &[0; 7][..]);
        let answer = Options { transfer_size: told, ..options };
        assert_eq!(said(&mut transfer), [Packet::Options(answer).to_bytes()]);
    }
}

#[test]
fn a_repeated_acknowledgement_sends_nothing() {
    let mut source: &[u8] = &[0; 100];
    let (mut transfer, out) = begun(8, 1, &mut source);
    assert_eq!(out, [1]);
    assert_eq!(ack(&mut transfer, 1, at(2), &mut source), [2]);
    for block in [0, 1, 3, 7, 65535] {
        assert_eq!(ack(&mut transfer, block, at(3), &mut source), [0; 0], "{block}");
    }
    assert_eq!(ack(&mut transfer, 2, at(4), &mut source), [3]);

    let mut source: &[u8] = &[0; 1000];
    let (mut transfer, out) = begun(8, 4, &mut source);
    assert_eq!(out, [1, 2, 3, 4]);
    assert_eq!(ack(&mut transfer, 0, at(2), &mut source), [0; 0]);
    assert_eq!(ack(&mut transfer, 4, at(3), &mut source), [5, 6, 7, 8]);
    assert_eq!(ack(&mut transfer, 4, at(4), &mut source), [0; 0]);
    assert_eq!(ack(&mut transfer, 3, at(4), &mut source), [0; 0]);
    assert_eq!(transfer.sent().resent, 0);
}

#[test]
fn an_acknowledgement_within_the_window_sends_what_follows_it() {
    let mut source: &[u8] = &[0; 1000];
    let (mut transfer, _) = begun(8, 4, &mut source);
    assert_eq!(ack(&mut transfer, 2, at(2), &mut source), [3, 4, 5, 6]);
    assert_eq!(ack(&mut transfer, 6, at(3), &mut source), [7, 8, 9, 10]);
    assert_eq!(transfer.sent().resent, 2);
    assert_eq!(transfer.sent().bytes, 48);
}

/// The time at which it was due, and the blocks that were sent then.
fn due(transfer: &mut Transfer, source: &mut dyn Source) -> (Duration, Vec<u16>) {
    let deadline = transfer.deadline().expect("it waits");
    transfer.on(Event::Time, deadline, source);
    (deadline, blocks(transfer))
}

#[test]
fn the_last_block_is_sent_again_before_the_whole_window() {
    let mut source: &[u8] = &[0; 1000];
    let (mut transfer, _) = begun(8, 4, &mut source);
    let mut next = || due(&mut transfer, &mut source);
    for after in [6, 106, 306, 706] {
        assert_eq!(next(), (at(after), vec![4]));
    }
    assert_eq!(next(), (at(1506), vec![1, 2, 3, 4]));
    assert_eq!(next(), (at(3106), vec![4]));
    assert_eq!(next(), (at(6306), vec![1, 2, 3, 4]));
    assert_eq!(ack(&mut transfer, 4, at(6307), &mut source), [5, 6, 7, 8]);
    assert_eq!(transfer.sent().resent, 13);
}

/// What a client answers to the last block is what it has.
#[test]
fn a_client_that_missed_the_end_of_a_window_gets_it() {
    let mut source: &[u8] = &[0; 1000];
    let (mut transfer, _) = begun(8, 4, &mut source);
    assert_eq!(due(&mut transfer, &mut source).1, [4]);
    assert_eq!(ack(&mut transfer, 2, at(7), &mut source), [3, 4, 5, 6]);
    assert_eq!(ack(&mut transfer, 6, at(8), &mut source), [7, 8, 9, 10]);
}

#[test]
fn a_client_that_missed_a_whole_window_gets_it_soon() {
    let mut source: &[u8] = &[0; 1000];
    let (mut transfer, _) = begun(8, 4, &mut source);
    assert_eq!(due(&mut transfer, &mut source), (at(6), vec![4]));
    assert_eq!(ack(&mut transfer, 0, at(7), &mut source), [0; 0]);
    assert_eq!(due(&mut transfer, &mut source), (at(12), vec![1, 2, 3, 4]));

    // Where a window is one block, there is no such thing.
    let (mut transfer, _) = begun(8, 1, &mut source);
    assert_eq!(due(&mut transfer, &mut source), (at(6), vec![1]));
    assert_eq!(ack(&mut transfer, 0, at(7), &mut source), [0; 0]);
    assert_eq!(due(&mut transfer, &mut source), (at(106), vec![1]));
}

/// U-Boot before 2023.04 answers blocks that it has already, as if the next one was missing; that is on its way then.
#[test]
fn what_was_sent_twice_is_not_sent_a_third_time_at_once() {
    let mut source: &[u8] = &[0; 1000];
    let (mut transfer, _) = begun(8, 4, &mut source);
    assert_eq!(ack(&mut transfer, 1, at(2), &mut source), [2, 3, 4, 5]);
    assert_eq!(ack(&mut transfer, 2, at(3), &mut source), [6]);
    assert_eq!(ack(&mut transfer, 6, at(4), &mut source), [7, 8, 9, 10]);
    // From here on it is as at the beginning; if nothing comes after the second answer, there was a gap.
    assert_eq!(ack(&mut transfer, 7, at(5), &mut source), [8, 9, 10, 11]);
    assert_eq!(ack(&mut transfer, 8, at(6), &mut source), [12]);
    assert_eq!(due(&mut transfer, &mut source), (at(11), vec![9, 10, 11, 12]));
    // And after the whole window had to be sent again, what it had of that is on its way as well.
    assert_eq!(ack(&mut transfer, 10, at(12), &mut source), [13, 14]);
    assert_eq!(ack(&mut transfer, 14, at(13), &mut source), [15, 16, 17, 18]);
}

/// Sooner than a window takes, a client can only answer what was sent before.
#[test]
fn a_window_is_sent_again_once_in_the_time_that_one_takes() {
    let mut source: &[u8] = &[0; 1000];
    let (mut transfer, _) = begun(8, 4, &mut source);
    assert_eq!(ack(&mut transfer, 1, at(2), &mut source), [2, 3, 4, 5]);
    assert_eq!(ack(&mut transfer, 5, at(2), &mut source), [6, 7, 8, 9]);
    assert_eq!(ack(&mut transfer, 6, at(2), &mut source), [10]);
    assert_eq!(ack(&mut transfer, 10, at(3), &mut source), [11, 12, 13, 14]);
    assert_eq!(ack(&mut transfer, 11, at(3), &mut source), [12, 13, 14, 15]);
}

#[test]
fn the_last_block_is_short_or_empty() {
    for (length, last) in [(0, 0), (1, 1), (7, 7), (8, 0), (9, 1), (16, 0)] {
        let file = vec![1; length];
        let mut source: &[u8] = &file;
        let (mut transfer, mut out) = begun(8, 1, &mut source);
        let mut count = 0;
        while transfer.state() == State::Running {
            count += 1;
            assert_eq!(out, [count]);
            out = ack(&mut transfer, count, at(2), &mut source);
        }
        assert_eq!(transfer.state(), State::Done);
        assert_eq!(usize::from(count), length / 8 + 1);
        assert_eq!(length % 8, last);
        assert_eq!(transfer.sent().bytes, length as u64);
    }
}

#[test]
fn a_source_may_be_slow() {
    let mut source = Pieces(vec![b"12345678", b"abcd", b""]);
    let (mut transfer, out) = begun(8, 2, &mut source);
    assert_eq!(out, [0; 0], "half a window");
    assert_eq!((transfer.state(), transfer.deadline()), (State::Starved, None));
    transfer.on(Event::Time, at(100_000), &mut source);
    assert_eq!(blocks(&mut transfer), [0; 0]);

    source.0 = vec![b"efgh", b"i", b""];
    transfer.on(Event::Time, at(200_000), &mut source);
    assert_eq!(blocks(&mut transfer), [1, 2]);
    assert_eq!(transfer.state(), State::Running);
    assert_eq!(ack(&mut transfer, 2, at(200_001), &mut source), [0; 0]);
    assert_eq!(transfer.state(), State::Starved);

    source.0 = vec![];
    transfer.on(Event::Time, at(300_000), &mut source);
    assert_eq!(said(&mut transfer), [Packet::Data { block: 3, data: b"i" }.to_bytes()]);
    assert_eq!(ack(&mut transfer, 3, at(300_001), &mut source), [0; 0]);
    assert_eq!(transfer.state(), State::Done);
    assert_eq!(transfer.sent().timeouts, 0);
}

#[test]
fn a_gap_is_filled_while_the_source_is_slow() {
    let mut source = Pieces(vec![&[0; 32], b""]);
    let (mut transfer, _) = begun(8, 4, &mut source);
    assert_eq!(ack(&mut transfer, 1, at(2), &mut source), [2, 3, 4]);
    assert_eq!(transfer.state(), State::Starved);
    source.0 = vec![&[0; 100]];
    transfer.on(Event::Time, at(3), &mut source);
    assert_eq!(blocks(&mut transfer), [5]);
}

#[test]
fn a_silent_client_is_given_up_and_told() {
    let mut source: &[u8] = &[0; 100];
    let (mut transfer, _) = begun(8, 1, &mut source);
    let mut sent = 0;
    while let Some(deadline) = transfer.deadline() {
        transfer.on(Event::Time, deadline - at(1), &mut source);
        assert!(transfer.transmit().is_none(), "too early");
        transfer.on(Event::Time, deadline, &mut source);
        if transfer.state() == State::Running {
            assert_eq!(blocks(&mut transfer), [1]);
            sent += 1;
        } else {
            assert!(deadline > at(28_000), "{deadline:?}");
        }
    }
    assert_eq!(sent, Limits::ETHERNET.attempts);
    assert_eq!(transfer.failure(), Some(&Failure::Silent { sent: 0, times: sent + 1 }));
    let error = said(&mut transfer).remove(0);
    assert!(matches!(Packet::parse(&error), Ok(Packet::Error { code: FINAL, .. })));
    assert_eq!(transfer.sent().timeouts, sent);
}

#[test]
fn options_are_told_until_they_are_answered() {
    let mut source: &[u8] = &[0; 100];
    let mut transfer = Transfer::new(Limits::ETHERNET, None);
    transfer.on(first(&asking(8, 1)), at(0), &mut source);
    let answer = said(&mut transfer);
    transfer.on(Event::Time, at(999), &mut source);
    assert!(transfer.transmit().is_none());
    transfer.on(Event::Time, at(1000), &mut source);
    assert_eq!(said(&mut transfer), answer);
    // A block cannot be acknowledged before it was sent.
    assert_eq!(ack(&mut transfer, 1, at(1001), &mut source), [0; 0]);
    assert_eq!(transfer.sent().strays, 1);
    assert_eq!(ack(&mut transfer, 0, at(1002), &mut source), [1]);
}

#[test]
fn only_the_end_may_be_unconfirmed() {
    for (length, failure) in
        [(7, Failure::Unconfirmed { left: 7 }), (8, Failure::Unreachable { sent: 0 })]
    {
        let file = vec![0; length];
        let mut source: &[u8] = &file;
        let (mut transfer, _) = begun(8, 1, &mut source);
        transfer.on(Event::Unreachable, at(2), &mut source);
        assert_eq!(transfer.failure(), Some(&failure));
        assert!(transfer.transmit().is_none());
    }
}

#[test]
fn a_request_may_come_again_while_the_first_window_is_here() {
    let file: Vec<u8> = (0..200).collect();
    let mut source: &[u8] = &file;
    let (mut transfer, _) = begun(8, 2, &mut source);
    // A delayed copy of the request.
    transfer.on(first(&asking(8, 2)), at(2), &mut source);
    assert!(transfer.transmit().is_none());
    // The client began anew, with larger blocks, and then with smaller ones.
    for (block_size, window_size) in [(50, 1), (10, 4), (16, 1)] {
        let options = asking(block_size, window_size);
        transfer.on(Event::Request { options: &options, anew: true }, at(3), &mut source);
        assert_eq!(said(&mut transfer), [Packet::Options(options).to_bytes()]);
        transfer.on(Event::Packet(&Packet::Ack(0).to_bytes()), at(4), &mut source);
        let data: Vec<u8> = said(&mut transfer).iter().flat_map(|b| b[4..].to_vec()).collect();
        let length = usize::try_from(block_size * window_size).expect("it is small");
        assert_eq!(data, file[..length], "{block_size}");
        assert!(transfer.is_fresh());
    }
    // The rest comes from where the source is by then.
    let mut got = file[..16].to_vec();
    for block in 1.. {
        transfer.on(Event::Packet(&Packet::Ack(block).to_bytes()), at(5), &mut source);
        assert!(!transfer.is_fresh());
        if transfer.state() != State::Running {
            break;
        }
        got.extend(said(&mut transfer).iter().flat_map(|b| b[4..].to_vec()));
    }
    assert_eq!((got, transfer.state()), (file, State::Done));
}

/// A source that must not be asked again after its end.
struct Once(Pieces);

impl Source for Once {
    fn read(&mut self, buf: &mut [u8]) -> Pull {
        assert!(!self.0.0.is_empty(), "it has ended");
        match self.0.0.first() {
            Some(&b"end") => {
                self.0.0.clear();
                Pull::End
            }
            _ => self.0.read(buf),
        }
    }
}

#[test]
fn what_came_from_the_source_stays_when_a_client_begins_anew() {
    let mut source = Once(Pieces(vec![b"0123456789", b""]));
    let mut transfer = Transfer::new(Limits::ETHERNET, None);
    let whole = Packet::Data { block: 1, data: b"0123456789ab" }.to_bytes();
    for (block_size, out) in [(8, 1), (100, 0), (9, 1), (10, 1), (100, 0)] {
        let options = asking(block_size, 1);
        transfer.on(Event::Request { options: &options, anew: true }, at(0), &mut source);
        said(&mut transfer);
        assert_eq!(ack(&mut transfer, 0, at(1), &mut source).len(), out, "{block_size}");
    }
    assert_eq!(transfer.state(), State::Starved);
    source.0.0 = vec![b"ab", b"end"];
    transfer.on(Event::Time, at(2), &mut source);
    assert_eq!(said(&mut transfer), slice::from_ref(&whole));
    transfer.on(Event::Time, at(2000), &mut source);
    assert_eq!(said(&mut transfer), slice::from_ref(&whole));
    // The source has ended by now, and a block was sent again.
    let options = asking(100, 1);
    transfer.on(Event::Request { options: &options, anew: true }, at(2001), &mut source);
    said(&mut transfer);
    transfer.on(Event::Packet(&Packet::Ack(0).to_bytes()), at(2002), &mut source);
    assert_eq!(said(&mut transfer), [whole]);
    assert_eq!(transfer.sent().resent, 1);
}

#[test]
fn a_request_that_comes_too_late_ends_the_transfer() {
    let mut source: &[u8] = &[0; 100];
    let (mut transfer, _) = begun(8, 1, &mut source);
    ack(&mut transfer, 1, at(2), &mut source);
    transfer.on(first(&asking(8, 1)), at(3), &mut source);
    assert_eq!(transfer.state(), State::Running, "a delayed copy");
    let options = asking(8, 1);
    transfer.on(Event::Request { options: &options, anew: true }, at(4), &mut source);
    assert_eq!(transfer.failure(), Some(&Failure::Restarted { sent: 8 }));
    assert!(transfer.transmit().is_none());
}

#[test]
fn a_request_without_options_may_come_again() {
    let mut source: &[u8] = &[1; 1000];
    let mut transfer = Transfer::new(Limits::ETHERNET, None);
    for _ in 0..3 {
        transfer.on(first(&Options::default()), at(0), &mut source);
        assert_eq!(blocks(&mut transfer), [1]);
    }
    assert_eq!(ack(&mut transfer, 1, at(1), &mut source), [2]);
    transfer.on(first(&Options::default()), at(2), &mut source);
    assert!(transfer.transmit().is_none());
}

#[test]
fn the_client_may_end_it() {
    let mut source: &[u8] = &[0; 100];
    let (mut transfer, _) = begun(8, 1, &mut source);
    let text = "zu \u{1b}[2J voll".as_bytes();
    let error = Packet::Error { code: ErrorCode::DISK_FULL, text }.to_bytes();
    transfer.on(Event::Packet(&error), at(2), &mut source);
    let failure = transfer.failure().expect("it failed").clone();
    assert_eq!(failure.to_string(), "the client ended the transfer: zu \\u{1b}[2J voll (error 3)");
    assert_eq!(failure.code(), Code::NET_REFUSED);
    assert!(transfer.transmit().is_none() && transfer.deadline().is_none());
    transfer.abort("too late");
    assert!(transfer.transmit().is_none());
}

#[test]
fn an_abort_is_told_to_a_client_that_is_there() {
    let mut source: &[u8] = &[0; 100];
    let (mut transfer, _) = begun(8, 1, &mut source);
    transfer.abort("stopped");
    assert_eq!(said(&mut transfer), [Packet::Error { code: FINAL, text: b"stopped" }.to_bytes()]);
    assert_eq!(transfer.failure(), Some(&Failure::Aborted));

    let mut idle = Transfer::new(Limits::ETHERNET, None);
    idle.abort("stopped");
    assert!(idle.transmit().is_none());
    assert!(!idle.is_fresh());
}

/// Times in milliseconds at which a client answers, beginning with the options at 0, and until when it is waited for then.
#[test]
fn waits_follow_the_client() {
    for (answers, waits) in [
        // The mean, and four times the mean deviation: 8 and 4, 8 and 3, 9.5 and 5.25.
        (&[8u32, 16, 36][..], &[24u32, 20, 30][..]),
        // No less than 5 ms, no more than 1 s.
        (&[1, 2], &[5, 5]),
        (&[900], &[1000]),
    ] {
        let mut source: &[u8] = &[0; 1000];
        let mut transfer = Transfer::new(Limits::ETHERNET, None);
        transfer.on(first(&asking(8, 1)), at(0), &mut source);
        said(&mut transfer);
        for (block, (answer, wait)) in answers.iter().zip(waits).enumerate() {
            ack(&mut transfer, block as u16, at((*answer).into()), &mut source);
            let deadline = transfer.deadline().expect("it waits");
            let waited = deadline.as_micros() / 1000 - u128::from(*answer);
            assert_eq!(waited, u128::from(*wait), "{answers:?} {block}");
        }
    }
}

/// An acknowledgement that comes long after a block was sent again is for its first copy: so a slow client is measured as slow.
#[test]
fn a_slow_client_is_not_reminded_every_time() {
    let mut source: &[u8] = &[0; 1000];
    let (mut transfer, _) = begun(8, 1, &mut source);
    let mut now = at(1);
    for block in 1..30 {
        now += at(300);
        while transfer.deadline().is_some_and(|deadline| deadline < now) {
            due(&mut transfer, &mut source);
        }
        assert_eq!(ack(&mut transfer, block, now, &mut source), [block + 1]);
    }
    // After 5 ms, 100 ms later and 200 ms after that (which is after the answer), as the options were answered in 1 ms.
    assert_eq!(transfer.sent().timeouts, 2);
}

/// And what comes at once after it answers that one.
#[test]
fn a_lost_block_does_not_make_a_client_slow() {
    let mut source: &[u8] = &[0; 1000];
    let (mut transfer, _) = begun(8, 1, &mut source);
    for block in 1..30 {
        let (now, _) = due(&mut transfer, &mut source);
        assert_eq!(ack(&mut transfer, block, now + at(1), &mut source), [block + 1]);
        assert_eq!(transfer.deadline(), Some(now + at(6)));
    }
}

#[test]
fn failures_have_words() {
    for (code, text) in (0..10).zip([
        "no reason given",
        "file not found",
        "access violation",
        "disk full or allocation exceeded",
        "illegal operation",
        "unknown transfer ID",
        "file already exists",
        "no such user",
        "options not acceptable",
        "no reason given",
    ]) {
        let failure = Failure::Refused(Refusal::new(ErrorCode(code), b""));
        let words = format!("the client ended the transfer: {text} (error {code})");
        assert_eq!(failure.to_string(), words);
        assert_eq!(failure.acknowledged(), None);
    }
    for failure in [
        Failure::Silent { sent: 7, times: 2 },
        Failure::Unreachable { sent: 7 },
        Failure::Restarted { sent: 7 },
    ] {
        assert!(failure.to_string().contains("after 7 bytes"), "{failure}");
        assert_eq!((failure.acknowledged(), failure.code()), (Some(7), Code::NET_TRANSFER));
    }
    let long = Failure::Refused(Refusal::new(ErrorCode(0), &[b'x'; 1000]));
    assert_eq!(long.to_string().matches('x').count(), 128);
}

/// After the end nothing changes it.
#[test]
fn what_comes_after_the_end_is_ignored() {
    let mut source: &[u8] = b"";
    let (mut transfer, _) = begun(8, 1, &mut source);
    ack(&mut transfer, 1, at(2), &mut source);
    let error = Packet::Error { code: ErrorCode::UNDEFINED, text: b"late" }.to_bytes();
    for bytes in [&error[..], b"\0\x04\0\x01", b"x"] {
        transfer.on(Event::Packet(bytes), at(3), &mut source);
    }
    assert_eq!((transfer.state(), transfer.sent().strays), (State::Done, 0));
}

proptest! {
    /// Whatever else comes, the client's acknowledgements go on to count.
    #[test]
    fn stray_packets_do_not_matter(
        strays in prop::collection::vec(prop::collection::vec(0u8..8, 0..12), 1..20),
    ) {
        let mut source: &[u8] = &[0; 150];
        let (mut transfer, _) = begun(8, 1, &mut source);
        for (block, stray) in (1..).zip(&strays) {
            // What is an acknowledgement, or the client's end of it, is none.
            if !matches!(Packet::parse(stray), Ok(Packet::Ack(_) | Packet::Error { .. })) {
                transfer.on(Event::Packet(stray), at(2), &mut source);
                prop_assert!(transfer.transmit().is_none());
            }
            ack(&mut transfer, block, at(2), &mut source);
        }
        let all = transfer.state() == State::Done;
        prop_assert_eq!(transfer.sent().blocks, strays.len().min(19) as u64);
        prop_assert_eq!(all, strays.len() >= 19);
    }

    #[test]
    fn no_packet_panics(
        packets in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..20), 1..20),
        window in 1u64..5,
    ) {
        let mut source: &[u8] = &[0; 100];
        let (mut transfer, _) = begun(8, window, &mut source);
        for packet in &packets {
            transfer.on(Event::Packet(packet), at(2), &mut source);
            let _ = said(&mut transfer);
        }
    }

    /// Any numbers in acknowledgements: what is sent stays within one window of what was acknowledged.
    #[test]
    fn no_acknowledgement_moves_the_window_past_its_end(
        acks in prop::collection::vec(0u16..40, 1..60),
        window in 1u64..6,
    ) {
        let mut source: &[u8] = &[0; 240];
        let (mut transfer, _) = begun(8, window, &mut source);
        for block in acks {
            let before = transfer.sent().blocks;
            let out = ack(&mut transfer, block, at(2), &mut source);
            let sent = transfer.sent().blocks;
            prop_assert!(sent == before || sent == u64::from(block));
            prop_assert!(sent <= before + window);
            prop_assert!(out.iter().all(|b| (sent + 1..=sent + window).contains(&u64::from(*b))));
            prop_assert!(sent > before || out.is_empty());
        }
    }
}

#[test]
fn other_packets_are_counted() {
    let mut source: &[u8] = &[0; 100];
    let (mut transfer, _) = begun(8, 1, &mut source);
    let request = Request { file: b"f", mode: Mode::Octet, options: Options::default() };
    let (read, write) = (Packet::Read(request.clone()), Packet::Write(request));
    let data = Packet::Data { block: 1, data: b"x" };
    for packet in [read, write, data, Packet::Options(Options::default())] {
        transfer.on(Event::Packet(&packet.to_bytes()), at(2), &mut source);
    }
    assert_eq!(Packet::parse(b"\0"), Err(Malformed::Short));
    transfer.on(Event::Packet(b"\0"), at(2), &mut source);
    assert_eq!(transfer.sent().strays, 5);
    assert!(transfer.transmit().is_none());
    assert_eq!(transfer.state(), State::Running);
}
