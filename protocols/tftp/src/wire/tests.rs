use alloc::{string::ToString, vec};

use proptest::prelude::*;

use super::*;

fn parsed(bytes: &[u8]) -> Packet<'_> {
    Packet::parse(bytes).expect("a packet")
}

/// What U-Boot 2023.01 sends with `tftpwindowsize` 16.
#[test]
fn a_request_of_u_boots_is_read() {
    let bytes = b"\0\x01image.bin\0octet\0timeout\x005\0blksize\x001468\0windowsize\x0016\0";
    let Packet::Read(request) = parsed(bytes) else { panic!("another packet") };
    assert_eq!((request.file, request.mode), (&b"image.bin"[..], Mode::Octet));
    let options = Options {
        timeout: Some(5),
        block_size: Some(1468),
        window_size: Some(16),
        transfer_size: None,
    };
    assert_eq!(request.options, options);
    assert_eq!(Packet::Read(request).to_bytes(), bytes);
}

#[test]
fn every_packet_has_its_bytes() {
    for (packet, bytes) in [
        (Packet::Ack(0x1234), &b"\0\x04\x12\x34"[..]),
        (Packet::Data { block: 65535, data: b"ab" }, b"\0\x03\xff\xffab"),
        (Packet::Data { block: 1, data: b"" }, b"\0\x03\0\x01"),
        (Packet::Error { code: ErrorCode::NOT_FOUND, text: b"no" }, b"\0\x05\0\x01no\0"),
        (
            Packet::Options(Options { block_size: Some(8), ..Options::default() }),
            b"\0\x06blksize\x008\0",
        ),
        (
            Packet::Write(Request {
                file: b"f",
                mode: Mode::Netascii,
                options: Options { transfer_size: Some(u64::MAX), ..Options::default() },
            }),
            b"\0\x02f\0netascii\0tsize\x0018446744073709551615\0",
        ),
    ] {
        assert_eq!(packet.to_bytes(), bytes);
        assert_eq!(parsed(bytes), packet);
    }
    assert_eq!(data_head(0x0102), [0, 3, 1, 2]);
}

#[test]
fn names_of_modes_and_options_have_no_case() {
    let Packet::Read(request) = parsed(b"\0\x01f\0OcTeT\0BLKSIZE\x0064\0") else { panic!() };
    assert_eq!((request.mode, request.options.block_size), (Mode::Octet, Some(64)));
    let Packet::Read(request) = parsed(b"\0\x01f\0mail\0") else { panic!() };
    assert_eq!(request.mode, Mode::Other);
}

#[test]
fn a_request_is_served_without_the_options_that_are_not_readable() {
    for (options, block_size) in [
        (&b"blksize\0\0"[..], None),
        (b"blksize\0+8\0", None),
        (b"blksize\0 8\0", None),
        (b"blksize\x00-8\0", None),
        (b"blksize\x0099999999999999999999\0", None),
        (b"blksize\x008\0blksize\x009\0", Some(8)),
        (b"multicast\0\0blksize\x008\0", Some(8)),
        (b"blksize\x008", None),
        (b"blksize", None),
    ] {
        let bytes = [b"\0\x01f\0octet\0", options].concat();
        let Packet::Read(request) = parsed(&bytes) else { panic!() };
        assert_eq!(request.options.block_size, block_size, "{options:?}");
    }
}

#[test]
fn an_acknowledgement_of_options_has_to_be_readable() {
    for bytes in
        [&b"\0\x06blksize\0x\0"[..], b"\0\x06blksize\x008\0blksize\x008\0", b"\0\x06blksize\0\0"]
    {
        assert_eq!(Packet::parse(bytes), Err(Malformed::Option), "{bytes:?}");
    }
    for bytes in [&b"\0\x06blksize\x008"[..], b"\0\x06blksize\0", b"\0\x06x"] {
        assert_eq!(Packet::parse(bytes), Err(Malformed::Unended), "{bytes:?}");
    }
    assert_eq!(parsed(b"\0\x06other\0x\0"), Packet::Options(Options::default()));
}

#[test]
fn what_is_no_packet_says_why() {
    for (bytes, why) in [
        (&b""[..], Malformed::Short),
        (b"\0", Malformed::Short),
        (b"\0\x03\0", Malformed::Short),
        (b"\0\x04\0", Malformed::Short),
        (b"\0\x05", Malformed::Short),
        (b"\0\x00\0\0", Malformed::Operation(0)),
        (b"\0\x07\0\0", Malformed::Operation(7)),
        (b"\x01\x01f\0octet\0", Malformed::Operation(257)),
        (b"\0\x01", Malformed::Unended),
        (b"\0\x01f", Malformed::Unended),
        (b"\0\x01f\0octet", Malformed::Unended),
        (b"\0\x02f\0", Malformed::Unended),
    ] {
        assert_eq!(Packet::parse(bytes), Err(why), "{bytes:?}");
        assert!(!why.to_string().is_empty());
    }
}

#[test]
fn small_faults_are_borne() {
    let error = Packet::Error { code: ErrorCode(3), text: b"full" };
    assert_eq!(parsed(b"\0\x05\0\x03full"), error);
    assert_eq!(parsed(b"\0\x05\0\x03full\0rest"), error);
    assert_eq!(parsed(b"\0\x04\0\x05padding"), Packet::Ack(5));
}

#[test]
fn a_zero_byte_ends_a_text() {
    let error = Packet::Error { code: ErrorCode::UNDEFINED, text: b"a\0b" };
    assert_eq!(error.to_bytes(), b"\0\x05\0\0a\0");
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = Packet::parse(&bytes);
    }

    #[test]
    fn no_bytes_behind_an_operation_panic(
        operation in 0u8..8,
        bytes in prop::collection::vec(prop_oneof![Just(0u8), Just(b'8'), any::<u8>()], 0..80),
    ) {
        let bytes = [vec![0, operation], bytes].concat();
        let _ = Packet::parse(&bytes);
    }

    #[test]
    fn what_is_said_is_read(
        file in "[a-z0-9./]{1,40}",
        block_size in prop::option::of(any::<u64>()),
        timeout in prop::option::of(any::<u64>()),
        transfer_size in prop::option::of(any::<u64>()),
        window_size in prop::option::of(any::<u64>()),
    ) {
        let options = Options { block_size, timeout, transfer_size, window_size };
        let request = Request { file: file.as_bytes(), mode: Mode::Octet, options };
        for packet in [Packet::Read(request.clone()), Packet::Write(request), Packet::Options(options)] {
            let bytes = packet.to_bytes();
            prop_assert_eq!(Packet::parse(&bytes), Ok(packet));
        }
    }
}
