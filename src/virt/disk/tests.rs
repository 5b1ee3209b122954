//! What a host sees of it, packet by packet.

use link::storage::Memory;

use super::*;

fn disk(protected: bool) -> Disk {
    Disk::new((0x1f3a, 0x1010, ["a", "b"]), "UMS disk 0", Box::new(Memory::new(1000, 0)), protected)
}

/// A command that moves `length` bytes.
fn wrapped(length: u32, is_in: bool, block: &[u8]) -> Vec<u8> {
    let mut bytes = b"USBC\x01\x02\x03\x04".to_vec();
    bytes.extend(length.to_le_bytes());
    bytes.extend([if is_in { 0x80 } else { 0 }, 0, block.len() as u8]);
    bytes.extend(block);
    bytes.resize(31, 0);
    bytes
}

fn fetch(disk: &mut Disk, length: usize) -> Vec<u8> {
    let mut buf = vec![0; length.next_multiple_of(MAX_PACKET)];
    match disk.bulk_in(&mut buf) {
        Gave::Bytes(bytes, _) => buf[..bytes].to_vec(),
        other => panic!("{other:?}"),
    }
}

/// The status and what was not moved.
fn status(disk: &mut Disk) -> (u8, u32) {
    let status = fetch(disk, 13);
    assert_eq!(status[..8], *b"USBS\x01\x02\x03\x04");
    (status[12], u32::from_le_bytes([status[8], status[9], status[10], status[11]]))
}

fn send(disk: &mut Disk, length: u32, is_in: bool, block: &[u8]) {
    assert_eq!(disk.bulk_out(&wrapped(length, is_in, block)), Took::Bytes(31));
}

fn transfer(write: bool, sector: u8, sectors: u8) -> [u8; 10] {
    [if write { 0x2a } else { 0x28 }, 0, 0, 0, 0, sector, 0, 0, sectors, 0]
}

/// The sense key and code of what failed last.
fn sense(disk: &mut Disk) -> (u8, u8) {
    send(disk, 18, true, &[3, 0, 0, 0, 18, 0]);
    let sense = fetch(disk, 18);
    assert_eq!(status(disk), (0, 0));
    (sense[2], sense[12])
}

#[test]
fn sectors_are_written_and_read() {
    let mut disk = disk(false);
    send(&mut disk, 1024, false, &transfer(true, 7, 2));
    assert_eq!(disk.bulk_out(&[5; 512]), Took::Bytes(512));
    assert_eq!(disk.bulk_in(&mut [0; 512]), Gave::Nak, "half of it");
    assert_eq!(disk.bulk_out(&[6; 512]), Took::Bytes(512));
    assert_eq!(status(&mut disk), (0, 0));
    send(&mut disk, 1536, true, &transfer(false, 7, 3));
    let read = fetch(&mut disk, 1536);
    assert!(read == [[5; 512], [6; 512], [0; 512]].concat());
    assert_eq!(status(&mut disk), (0, 0));
}

#[test]
fn it_says_what_it_is() {
    let mut disk = disk(false);
    send(&mut disk, 36, true, &[0x12, 0, 0, 0, 36, 0]);
    assert_eq!(fetch(&mut disk, 36)[8..], *b"Linux   UMS disk 0      ffff");
    assert_eq!(status(&mut disk), (0, 0));
    send(&mut disk, 8, true, &[0x25, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!(fetch(&mut disk, 8), [0, 0, 3, 0xe7, 0, 0, 2, 0]);
    assert_eq!(status(&mut disk), (0, 0));
}

#[test]
fn what_is_past_the_end_halts_the_pipe_and_has_a_sense() {
    let mut disk = disk(false);
    let end = [0x28, 0, 0, 0, 3, 0xe7, 0, 0, 2, 0];
    send(&mut disk, 1024, true, &end);
    assert_eq!(disk.bulk_in(&mut [0; 1024]), Gave::Stall);
    disk.clear_halt(Pipe::In);
    assert_eq!(status(&mut disk), (1, 1024));
    assert_eq!(sense(&mut disk), (5, 0x21));
}

#[test]
fn a_protected_one_takes_nothing() {
    let mut disk = disk(true);
    send(&mut disk, 512, false, &transfer(true, 0, 1));
    assert_eq!(disk.bulk_out(&[5; 512]), Took::Stall);
    disk.clear_halt(Pipe::Out);
    assert_eq!(status(&mut disk), (1, 512));
    assert_eq!(sense(&mut disk), (7, 0x27));
    send(&mut disk, 4, true, &[0x1a, 0, 0, 0, 4, 0]);
    assert_eq!(fetch(&mut disk, 4), [3, 0, 0x80, 0]);
}

/// The host moves more than the command has: the rest is missing, and that is told.
#[test]
fn what_the_host_expects_and_does_not_come_is_told() {
    let mut disk = disk(false);
    send(&mut disk, 1024, true, &transfer(false, 0, 1));
    assert_eq!(fetch(&mut disk, 512).len(), 512);
    assert_eq!(disk.bulk_in(&mut [0; 512]), Gave::Stall);
    disk.clear_halt(Pipe::In);
    assert_eq!(status(&mut disk), (0, 512));
    send(&mut disk, 512, true, &transfer(true, 0, 1));
    assert_eq!(disk.bulk_in(&mut [0; 512]), Gave::Stall);
    disk.clear_halt(Pipe::In);
    assert_eq!(status(&mut disk), (2, 512), "the other direction");
}

#[test]
fn what_is_no_command_needs_a_reset() {
    for bad in [&b"USBD"[..], &wrapped(0, false, &[0; 6])[..30], &[0; 31], &wrapped(0, false, &[])]
    {
        let mut disk = disk(false);
        assert_eq!(disk.bulk_out(bad), Took::Stall);
        disk.clear_halt(Pipe::Out);
        assert_eq!(disk.bulk_in(&mut [0; 512]), Gave::Stall, "it is wedged");
        let reset = Setup { request_type: 0x21, request: 0xff, value: 0, index: 0 };
        assert_eq!(disk.control(reset, &[]), Answer::Data(Vec::new()));
        disk.clear_halt(Pipe::In);
        disk.clear_halt(Pipe::Out);
        send(&mut disk, 0, false, &[0; 6]);
        assert_eq!(status(&mut disk), (0, 0));
    }
}

#[test]
fn unknown_commands_are_refused() {
    let mut disk = disk(false);
    for command in [0x01, 0x04, 0xa0, 0xff] {
        send(&mut disk, 0, false, &[command, 0, 0, 0, 0, 0]);
        assert_eq!(status(&mut disk), (1, 0));
        assert_eq!(sense(&mut disk), (5, 0x20));
    }
}
