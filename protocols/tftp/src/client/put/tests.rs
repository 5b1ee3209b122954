use alloc::vec::Vec;

use super::*;

const SECOND: Duration = Duration::from_secs(1);

fn heard(client: &mut Put, packet: &Packet<'_>, now: Duration) -> Vec<Vec<u8>> {
    let event = Event::Packet { from: 7, bytes: &packet.to_bytes() };
    client.on(event, now, &file()[..]).into_iter().map(|(_, bytes)| bytes).collect()
}

fn file() -> [u8; 20] {
    core::array::from_fn(|i| i as u8)
}

fn agreed() -> Packet<'static> {
    Packet::Options(Options { block_size: Some(8), ..Options::default() })
}

fn data(block: u16, data: &[u8]) -> Vec<Vec<u8>> {
    vec![Packet::Data { block, data }.to_bytes()]
}

/// A client whose first block is out.
fn begun(habits: Habits) -> Put {
    let mut client = Put::new("f", 20, habits.with_blocks_of(8));
    client.on(Event::Time, Duration::ZERO, &file()[..]);
    assert_eq!(heard(&mut client, &agreed(), SECOND), data(1, &file()[..8]));
    client
}

#[test]
fn a_request_has_u_boots_options() {
    let mut client = Put::new("dump", 20, Habits::UBOOT.with_window(16));
    let said = client.on(Event::Time, Duration::ZERO, &file()[..]);
    let bytes = b"\0\x02dump\0octet\0timeout\x005\0blksize\x001468\0".to_vec();
    assert_eq!(said, [(To::Server, bytes)]);
    let mut habits = Habits::PLAIN;
    habits.asks_length = true;
    let said = Put::new("dump", 20, habits).on(Event::Time, Duration::ZERO, &file()[..]);
    assert_eq!(said[0].1, b"\0\x02dump\0octet\0tsize\x0020\0");
}

#[test]
fn blocks_go_one_by_one() {
    for habits in [Habits::PLAIN, Habits::UBOOT] {
        let mut client = begun(habits);
        assert_eq!(heard(&mut client, &Packet::Ack(1), SECOND), data(2, &file()[8..16]));
        assert_eq!(client.blocks(), 1);
        assert_eq!(heard(&mut client, &Packet::Ack(2), SECOND), data(3, &file()[16..]));
        assert_eq!(client.outcome(), None);
        assert!(heard(&mut client, &Packet::Ack(3), SECOND).is_empty());
        assert_eq!((client.outcome(), client.deadline()), (Some(Ok(())), None));
        assert_eq!(client.blocks(), 3);
    }
}

#[test]
fn u_boot_goes_on_after_any_acknowledgement() {
    let mut client = begun(Habits::UBOOT);
    assert!(heard(&mut client, &Packet::Ack(0), SECOND).is_empty());
    assert_eq!(heard(&mut client, &Packet::Ack(1), SECOND), data(2, &file()[8..16]));
    assert!(heard(&mut client, &Packet::Ack(0), SECOND).is_empty());
    let said = client.on(Event::Time, 6 * SECOND, &file()[..]);
    assert_eq!(said, [(To::Port(7), data(1, &file()[..8]).remove(0))], "it went back");
    assert_eq!(heard(&mut client, &agreed(), SECOND), data(2, &file()[8..16]), "and ahead");
    heard(&mut client, &Packet::Ack(2), SECOND);
    assert!(heard(&mut client, &Packet::Ack(1), SECOND).is_empty());
    assert_eq!(client.outcome(), Some(Ok(())), "though its last block may be lost");
}

#[test]
fn a_strict_client_waits_for_its_own_number() {
    let mut client = begun(Habits::PLAIN);
    for packet in [Packet::Ack(0), Packet::Ack(2), agreed()] {
        assert!(heard(&mut client, &packet, SECOND).is_empty(), "{packet:?}");
    }
    assert_eq!(heard(&mut client, &Packet::Ack(1), 2 * SECOND), data(2, &file()[8..16]));
    assert_eq!(client.deadline(), Some(7 * SECOND));
}

#[test]
fn u_boots_wait_goes_on_through_acknowledgements() {
    let mut client = begun(Habits::UBOOT);
    heard(&mut client, &Packet::Ack(1), 4 * SECOND);
    assert_eq!(client.deadline(), Some(5 * SECOND));
    assert_eq!(client.on(Event::Time, 5 * SECOND, &file()[..]).len(), 1);
    assert_eq!(client.deadline(), Some(10 * SECOND));
}

#[test]
fn it_ends_without_a_server() {
    let mut client = begun(Habits::UBOOT_2023_01);
    for turn in 1..=10 {
        assert_eq!(client.on(Event::Time, turn * 5 * SECOND, &file()[..]).len(), 1);
        // Of a whole file: new versions forget.
        heard(&mut client, &Packet::Ack(0), turn * 5 * SECOND);
    }
    assert!(client.on(Event::Time, 55 * SECOND, &file()[..]).is_empty());
    assert_eq!(client.outcome(), Some(Err(&Failure::Silent)));
    let mut client = begun(Habits::UBOOT);
    let error = Packet::Error { code: ErrorCode::ACCESS, text: b"no" };
    heard(&mut client, &error, SECOND);
    assert!(matches!(client.outcome(), Some(Err(Failure::Refused { .. }))));
    let mut client = Put::new("f", 20, Habits::UBOOT);
    let more = Packet::Options(Options { block_size: Some(1469), ..Options::default() });
    assert!(heard(&mut client, &more, SECOND)[0].starts_with(&[0, 5, 0, 8]));
    assert_eq!(client.outcome(), Some(Err(&Failure::Options)));
}
