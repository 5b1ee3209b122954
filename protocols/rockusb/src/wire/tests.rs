//! Vectors from the field, and any bytes at all. Do not change the bytes: they are other people's.

use alloc::{vec, vec::Vec};

use proptest::prelude::*;

use link::Setup;

use super::*;

fn pattern(length: usize) -> Vec<u8> {
    (0..length).map(|index| (7 * index + 3) as u8).collect()
}

#[test]
fn the_sums_of_downloads_around_the_size_of_a_request() {
    let known = [
        (4093, 0xbd5a, vec![4095]),
        (4094, 0x3096, vec![4096, 1]),
        (4095, 0x0ade, vec![4096, 2]),
        (4096, 0x244d, vec![4096, 2]),
        (4097, 0x1985, vec![4096, 3]),
    ];
    for (length, sum, sizes) in known {
        let framed = Framed::new(&pattern(length), SumKind::Crc);
        let pieces: Vec<&[u8]> = framed.pieces().collect();
        assert_eq!(pieces.iter().map(|piece| piece.len()).collect::<Vec<_>>(), sizes, "{length}");
        let all = pieces.concat();
        let end = if sizes.last() == Some(&1) { all.len() - 1 } else { all.len() };
        assert_eq!(all[end - 2..end], u16::to_be_bytes(sum), "{length}");
        assert!(is_whole(&all, false), "{length}");
    }
    assert_eq!(crate::sums::crc16(&[0; 4096]), 0xefdf);
    assert_eq!(crate::sums::crc16(&[0xff; 4096]), 0x0fe1);
}

#[test]
fn a_download_that_is_a_multiple_of_the_request_ends_with_one_zero_byte() {
    let framed = Framed::new(&pattern(4094), SumKind::Crc);
    assert_eq!(framed.pieces().last(), Some(&[0][..]));
}

#[test]
fn a_zero_sum_is_whole_only_where_the_chip_allows_it() {
    let framed = Framed::new(&pattern(100), SumKind::Zero);
    assert!(!is_whole(&framed.pieces().collect::<Vec<_>>().concat(), false));
    assert!(is_whole(&framed.pieces().collect::<Vec<_>>().concat(), true));
}

#[test]
fn a_sum_that_is_split_over_two_requests_is_not_whole() {
    let blob = pattern(4095);
    let naive = [&blob[..], &crate::sums::crc16(&blob).to_be_bytes()].concat();
    assert!(!is_whole(&naive, false));
}

#[test]
fn the_request_of_a_download() {
    let setup = Area::Sram.setup();
    assert_eq!((setup.request_type, setup.request, setup.value, setup.index), (0x40, 12, 0, 0x471));
    assert_eq!(Area::of(Area::Dram.setup()), Some(Area::Dram));
    assert_eq!(Area::of(Setup { index: 0x473, ..REQUEST }), None);
}

/// What rkdeveloptool sends, tag aside (its tags are random); its sessions in `fixtures` have the most.
#[test]
fn the_golden_blocks_of_commands() {
    let cases: [(Command, &[u8]); 10] = [
        (Command::erase_lba(0x8000, 0x4000), b"\0\0\0\0\0\0\x0a\x25\0\0\0\x80\0\0\x40\0"),
        (Command::plain(Opcode::TEST_UNIT_READY), b"\0\0\0\0\x80\0\x06\0"),
        (Command::plain(Opcode::READ_FLASH_ID), b"\x05\0\0\0\x80\0\x06\x01"),
        (Command::plain(Opcode::READ_FLASH_INFO), b"\x0b\0\0\0\x80\0\x06\x1a"),
        (Command::plain(Opcode::READ_CHIP_INFO), b"\x10\0\0\0\x80\0\x06\x1b"),
        (Command::plain(Opcode::READ_CAPABILITY), b"\x08\0\0\0\x80\0\x06\xaa"),
        (Command::plain(Opcode::GET_STORAGE), b"\x04\0\0\0\x80\0\x06\x2b"),
        (Command::reset(ResetKind::Maskrom), b"\0\0\0\0\0\0\x06\xff\x03"),
        (
            Command::read_lba(0x0102_0304, 0x80),
            b"\0\0\x01\0\x80\0\x0a\x14\0\x01\x02\x03\x04\0\0\x80",
        ),
        (Command::write_lba(64, 8), b"\0\x10\0\0\0\0\x0a\x15\0\0\0\0\x40\0\0\x08"),
    ];
    for (command, rest) in cases {
        let mut expected = b"USBC\x44\x33\x22\x11".to_vec();
        expected.extend(rest);
        expected.resize(Cbw::SIZE, 0);
        assert_eq!(command.cbw(0x1122_3344).to_bytes()[..], expected[..], "{}", command.opcode);
    }
}

#[test]
fn a_write_with_parity_has_it_at_byte_24_and_the_longest_command() {
    let bytes = Command::write_lba_parity(1, 2, 0x0403_0201).cbw(0).to_bytes();
    assert_eq!(bytes[24..28], [1, 2, 3, 4]);
    assert_eq!(bytes[14], 16);
    assert_eq!(bytes[22..24], [0, 2]);
}

#[test]
fn the_parity_of_known_sectors() {
    let ramp: Vec<u8> = (0..512).map(|index| index as u8).collect();
    assert_eq!(parity(&[0; 512]), 0x0000_55aa);
    assert_eq!(parity(&[0xff; 512]), 0x0000_552a);
    assert_eq!(parity(&ramp), 0xc040_14aa);
}

/// NanoPi R6S (RK3588S), reported by pyrographer.
#[test]
fn the_replies_of_an_rk3588s() {
    let info = FlashInfo::from_bytes(&[0, 0, 0x9d, 3, 0, 4, 4, 0, 0x28, 0, 1]).expect("11 bytes");
    assert_eq!((info.sectors, info.block, info.page, info.access), (60_620_800, 1024, 4, 40));
    let chip = ChipInfo(*b"8853\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff");
    assert_eq!((chip.name().as_str(), chip.code()), ("3588", 0x3335_3838));
    let capability = Capability([0x3f, 7, 0, 0, 0, 0, 0, 0]);
    assert!(capability.has(Capability::PARITY) && capability.has(Capability::READ_LBA));
    assert!(!capability.has(Capability::USB3) && !capability.has(7));
    assert_eq!(capability.names().count(), 9);
    assert_eq!(Storage::from_bytes(&[2, 0, 0, 0]), Ok(Storage::EMMC));
    assert_eq!(FlashId(*b"EMMC ").name(), "EMMC");
}

/// Orange Pi CM4 (RK3566), reported by bmcd's authors.
#[test]
fn the_replies_of_an_rk3566() {
    let info =
        FlashInfo::from_bytes(&[0, 0xe0, 0xa3, 3, 0, 4, 4, 0, 0x28, 0, 1]).expect("11 bytes");
    assert_eq!(info.sectors, 61_071_360);
    assert_eq!(ChipInfo(*b"8653\xff\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff").name(), "3568");
}

#[test]
fn a_residue_is_believed_only_where_it_can_be_meant() {
    let csw = |residue| Csw { tag: 0, residue, status: Status::GOOD };
    assert_eq!(csw(0).shortfall(512), 0);
    assert_eq!(csw(100).shortfall(512), 100, "a shortfall");
    assert_eq!(csw(u32::from_le_bytes([0, 0, 0, 16])).shortfall(16), 0, "after READ CHIP INFO");
    assert_eq!(csw(u32::from_le_bytes([0, 0, 0, 6])).shortfall(0), 0, "after TEST UNIT READY");
    assert_eq!(csw(u32::from_le_bytes([0, 0x10, 0, 0])).shortfall(1 << 20), 0, "after 1 MiB");
}

#[test]
fn a_status_in_text_is_told() {
    let error = Csw::from_bytes(b"FAILunknown command").expect_err("no CSW");
    assert!(error.0.contains("FAIL"));
}

#[test]
fn names_and_numbers_of_media_and_resets() {
    assert_eq!(Storage::candidates("mtd-spi-nor"), Storage::candidates("9"));
    assert_eq!(Storage::candidates("sd"), [Storage::SD, Storage(3)]);
    assert_eq!(Storage::candidates("sd1"), [Storage(3)]);
    assert_eq!(Storage::candidates("nand"), [Storage::MTD_NAND, Storage::NAND]);
    assert_eq!(Storage::candidates("spi-nand"), [Storage::MTD_SPI_NAND, Storage(5)]);
    let spi = [9, 4, 8, 5].map(Storage);
    assert_eq!(Storage::candidates("spi"), spi);
    for word in ["13", "256", "x", "", "sp", "spi-"] {
        assert_eq!(Storage::candidates(word), [], "{word}");
    }
    assert_eq!(Storage::names(&spi), "spi-nand, spi-nor");
    assert_eq!(
        (Storage(11).name(), Storage(12).name(), Storage(13).name()),
        ("nvme", "ufs", "unknown storage")
    );
    assert_eq!(ResetKind::by_name("maskrom"), ResetKind::by_name("3"));
    assert_eq!(ResetKind::by_number(5), None);
    assert!(Storage::MTD_NAND.is_reported_as(Storage::NAND));
    assert!(!Storage::SD.is_reported_as(Storage::EMMC));
}

#[test]
fn every_opcode_has_a_name_of_its_own() {
    for (index, opcode) in Opcode::ALL.iter().enumerate() {
        assert_ne!(opcode.name(), "unknown command");
        assert!(Opcode::ALL[..index].iter().all(|other| other.name() != opcode.name()));
    }
}

proptest! {
    #[test]
    fn no_bytes_make_a_decoder_panic(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
        let _ = Csw::from_bytes(&bytes);
        let _ = FlashInfo::from_bytes(&bytes);
        let _ = Storage::from_bytes(&bytes);
        let _ = is_whole(&bytes, true);
        if let Ok(cbw) = Cbw::from_bytes(&bytes) {
            let _ = Command::from_cdb(cbw.lun, cbw.cdb_length, &cbw.cdb);
        }
    }

    #[test]
    fn every_command_survives_the_wire(index in 0..Opcode::ALL.len(), subcode: u8, lun: u8, address: u32, count: u16, word: u32, tag: u32) {
        let opcode = Opcode::ALL[index];
        let execute = opcode == Opcode::EXECUTE_SDRAM;
        let command = Command {
            subcode, lun, count: if execute { 0 } else { count },
            parity: if execute { 0 } else { word }, operand: if execute { word } else { 0 },
            ..Command::ranged(opcode, address, 0)
        };
        let cbw = Cbw::from_bytes(&command.cbw(tag).to_bytes()).expect("its own bytes");
        prop_assert_eq!(cbw.tag, tag);
        prop_assert_eq!(cbw.length, command.length());
        prop_assert_eq!(Command::from_cdb(cbw.lun, cbw.cdb_length, &cbw.cdb), Ok(command));
    }

    #[test]
    fn blobs_of_any_length_arrive_whole(length in 0usize..13_000, zero: bool) {
        let blob = pattern(length);
        let framed = Framed::new(&blob, if zero { SumKind::Zero } else { SumKind::Crc });
        let pieces: Vec<&[u8]> = framed.pieces().collect();
        let (last, before) = pieces.split_last().expect("there is a last piece");
        prop_assert!(before.iter().all(|piece| piece.len() == PIECE) && last.len() < PIECE);
        let all = pieces.concat();
        prop_assert!(is_whole(&all, zero));
        prop_assert_eq!(&all[..length], &blob[..]);
    }
}
