use alloc::{string::ToString, vec, vec::Vec};

use super::*;

const SECOND: Duration = Duration::from_secs(1);

fn data(block: u16, data: &[u8]) -> Vec<u8> {
    Packet::Data { block, data }.to_bytes()
}

fn heard(client: &mut Client, bytes: &[u8], now: Duration) -> Vec<Vec<u8>> {
    let reply = client.on(Event::Packet { from: 7, bytes }, now);
    reply.send.into_iter().map(|(_, bytes)| bytes).collect()
}

/// A client that has asked for blocks of 8 bytes and heard what the server agreed to.
fn begun(habits: Habits) -> Client {
    let mut client = Client::new("f", habits.with_blocks_of(8));
    client.on(Event::Time, Duration::ZERO);
    let options = Options {
        block_size: Some(8),
        window_size: habits.window_size.map(u64::from),
        ..Options::default()
    };
    assert_eq!(heard(&mut client, &Packet::Options(options).to_bytes(), SECOND), [acked(0)]);
    client
}

fn acked(block: u16) -> Vec<u8> {
    Packet::Ack(block).to_bytes()
}

#[test]
fn a_request_has_u_boots_options() {
    let mut client = Client::new("image", Habits::UBOOT_2023_01.with_window(16));
    let reply = client.on(Event::Time, Duration::ZERO);
    let bytes = b"\0\x01image\0octet\0timeout\x005\0blksize\x001468\0windowsize\x0016\0";
    assert_eq!(reply.send, [(To::Server, bytes.to_vec())]);
    let mut client = Client::new("image", Habits::UBOOT.with_window(1));
    let reply = client.on(Event::Time, Duration::ZERO);
    assert_eq!(reply.send[0].1, bytes[..bytes.len() - 14]);
    let mut client = Client::new("image", Habits::PLAIN);
    assert_eq!(client.on(Event::Time, Duration::ZERO).send[0].1, b"\0\x01image\0octet\0");
}

#[test]
fn the_last_block_of_a_window_is_acknowledged() {
    let mut client = begun(Habits::UBOOT.with_window(2));
    for (block, answer) in [(1, None), (2, Some(2)), (3, None), (4, Some(4))] {
        let said = heard(&mut client, &data(block, &[0; 8]), SECOND);
        assert_eq!(said, answer.map(acked).into_iter().collect::<Vec<_>>());
    }
    assert_eq!(heard(&mut client, &data(5, b"end"), SECOND), [acked(5)]);
    assert_eq!(client.outcome(), Some(Ok(())));
    assert_eq!(client.deadline(), None);
}

#[test]
fn a_gap_is_told_once() {
    for habits in [Habits::UBOOT, Habits::UBOOT_2023_01] {
        let mut client = begun(habits.with_window(4));
        assert!(heard(&mut client, &data(2, &[0; 8]), SECOND).is_empty(), "nothing came before");
        assert!(heard(&mut client, &data(1, &[0; 8]), SECOND).is_empty());
        assert_eq!(heard(&mut client, &data(3, &[0; 8]), SECOND), [acked(1)]);
        assert!(heard(&mut client, &data(4, &[0; 8]), SECOND).is_empty());
        // The window begins at the gap.
        for block in 2..5 {
            assert!(heard(&mut client, &data(block, &[0; 8]), SECOND).is_empty());
        }
        assert_eq!(heard(&mut client, &data(5, &[0; 8]), SECOND), [acked(5)]);
        assert_eq!(client.dropped(), 3);
    }
}

#[test]
fn old_blocks_are_answered_by_old_versions() {
    for (habits, answers) in [(Habits::UBOOT, 0), (Habits::UBOOT_2023_01, 1)] {
        let mut client = begun(habits.with_window(4));
        for block in 1..3 {
            heard(&mut client, &data(block, &[0; 8]), SECOND);
        }
        let said = heard(&mut client, &data(1, &[0; 8]), SECOND);
        assert_eq!(said, vec![acked(2); answers]);
        assert!(heard(&mut client, &data(1, &[0; 8]), SECOND).is_empty());
    }
}

#[test]
fn it_repeats_itself_and_gives_up() {
    let mut client = Client::new("f", Habits::UBOOT);
    let mut now = Duration::ZERO;
    for _ in 0..11 {
        assert_eq!(client.on(Event::Time, now).send.len(), 1);
        assert!(client.on(Event::Time, now + 4 * SECOND).send.is_empty());
        now += 5 * SECOND;
    }
    assert!(client.on(Event::Time, now).send.is_empty());
    assert_eq!(client.outcome(), Some(Err(&Failure::Silent)));
}

#[test]
fn silences_are_forgotten_by_new_versions() {
    for (habits, lives) in [(Habits::UBOOT, true), (Habits::UBOOT_2023_01, false)] {
        let mut client = begun(habits);
        let mut now = SECOND;
        for block in 1..=11 {
            now += 5 * SECOND;
            client.on(Event::Time, now);
            heard(&mut client, &data(block, &[0; 8]), now);
        }
        assert_eq!(client.outcome().is_none(), lives);
    }
}

#[test]
fn packets_from_other_ports_are_ignored() {
    let mut client = begun(Habits::UBOOT);
    let bytes = data(1, &[0; 8]);
    let reply = client.on(Event::Packet { from: 8, bytes: &bytes }, SECOND);
    assert_eq!(reply, Reply::default());
}

#[test]
fn more_than_was_asked_for_is_refused() {
    for options in [
        Options { block_size: Some(1469), ..Options::default() },
        Options { block_size: Some(0), ..Options::default() },
        Options { window_size: Some(2), ..Options::default() },
    ] {
        let mut client = Client::new("f", Habits::UBOOT);
        client.on(Event::Time, Duration::ZERO);
        let said = heard(&mut client, &Packet::Options(options).to_bytes(), SECOND);
        assert!(said[0].starts_with(&[0, 5, 0, 8]));
        assert_eq!(client.outcome(), Some(Err(&Failure::Options)));
    }
}

#[test]
fn the_server_may_end_it() {
    let mut client = begun(Habits::UBOOT);
    let error = Packet::Error { code: ErrorCode::NOT_FOUND, text: b"no" }.to_bytes();
    assert!(heard(&mut client, &error, SECOND).is_empty());
    let Some(Err(failure)) = client.outcome() else { panic!("it goes on") };
    assert_eq!(failure.to_string(), "TFTP error: 'no' (1)");
}

#[test]
fn it_works_without_an_answer_to_its_options() {
    let mut client = Client::new("f", Habits::UBOOT.with_window(4));
    client.on(Event::Time, Duration::ZERO);
    let reply = client.on(Event::Packet { from: 7, bytes: &data(1, &[1; 512]) }, SECOND);
    assert_eq!(reply.send, [(To::Port(7), acked(1))]);
    assert_eq!(reply.data, [1; 512]);
}
