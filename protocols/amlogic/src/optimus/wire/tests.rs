//! Vectors from the field, and any bytes at all. Do not change the bytes: they are other people's.

use alloc::{vec, vec::Vec};

use link::Setup;
use proptest::prelude::*;

use super::*;

fn request() -> impl Strategy<Value = Request> {
    let (a, b) = (any::<u32>(), any::<[u16; 2]>());
    (0u8..20, a, b).prop_map(|(kind, address, [x, y])| match kind {
        0 => Request::WriteMem(address),
        1 => Request::ReadMem(address),
        2 => Request::FillMem,
        3 => Request::ModifyMem(x),
        4 => Request::Run(address),
        5 => Request::WriteAux(x),
        6 => Request::ReadAux(x),
        7 => Request::WriteLarge { block: x, count: y },
        8 => Request::ReadLarge { block: x, count: y },
        9 => Request::Identify,
        10 => Request::TplCommand(x),
        11 => Request::TplStat,
        12 => Request::WriteMedia(x),
        13 => Request::ReadMedia { value: x, count: y },
        14 => Request::BulkCommand(x),
        15 => Request::Password(x),
        16 => Request::Nop,
        17 => Request::ChipInfo(x),
        18 => Request::GetAmlc,
        _ => Request::WriteAmlc { sector: x, last: y },
    })
}

proptest! {
    #[test]
    fn requests_survive_the_wire(request in request()) {
        prop_assert_eq!(Request::of(request.setup()), Some(request));
        prop_assert!(alloc::string::ToString::to_string(&request).starts_with(request.name()));
    }

    #[test]
    fn any_setup_is_one_request_or_none(request_type: u8, request: u8, value: u16, index: u16) {
        let setup = Setup { request_type, request, value, index };
        if let Some(known) = Request::of(setup) {
            prop_assert_eq!((known.setup().request_type, known.setup().request), (request_type, request));
        }
    }

    #[test]
    fn any_bytes_are_read_without_harm(bytes in proptest::collection::vec(any::<u8>(), 0..600), opcode: u16) {
        let _ = (Large::from_bytes(&bytes), Modify::from_bytes(opcode, &bytes), fill_pairs(&bytes));
        let _ = (Identity::from_bytes(&bytes), ChipPage::from_bytes(&bytes), Params::from_bytes(&bytes));
        let _ = (AmlcRequest::from_bytes(&bytes), Amls::from_bytes(&bytes), Verdict::from_bytes(&bytes));
        let _ = (MediaHead::from_bytes(&bytes), MediaAck::from_bytes(&bytes), ReadHead::from_bytes(&bytes));
        let _ = Reply::from_bytes(&bytes);
    }

    #[test]
    fn blocks_survive_the_wire(words: [u32; 4], opcode: bool, flags: u8, code: u8, ack: u16, kind: u16) {
        let [address, total, sum, sequence] = words;
        let large = Large { address, total, sum, sequence };
        prop_assert_eq!(Large::from_bytes(&large.to_bytes()), Ok(large));
        let modify = if opcode { Modify::Set { address, data: total } } else { Modify::Bits { address, data: total, mask: sum } };
        prop_assert_eq!(Modify::from_bytes(modify.opcode(), &modify.to_bytes()), Ok(modify));
        let status = match code { 0 => AmlcStatus::Wanted, 1 => AmlcStatus::Done, code => AmlcStatus::Failed(code) };
        let request = AmlcRequest { sequence, size: total, offset: address, flags, status };
        prop_assert_eq!(AmlcRequest::from_bytes(&request.to_bytes()), Ok(request));
        let length = total % 0x1_0001;
        let kind = match kind { 0xee => SumKind::None, 0xef => SumKind::AddSum, other => SumKind::Other(other) };
        let head = MediaHead { retry: address, length, sequence, sum, kind, ack };
        prop_assert_eq!(MediaHead::from_bytes(&head.to_bytes()), Ok(head));
        let piece = ReadHead { length, sequence };
        prop_assert_eq!(ReadHead::from_bytes(&piece.to_bytes()), Ok(piece));
    }

    #[test]
    fn a_sum_over_pieces_is_the_sum_of_all(bytes in proptest::collection::vec(any::<u8>(), 0..300), cuts in proptest::collection::vec(0usize..300, 0..5)) {
        let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(bytes.len())).collect();
        cuts.extend([0, bytes.len()]);
        cuts.sort_unstable();
        let mut sum = Addsum::default();
        cuts.windows(2).for_each(|pair| sum.update(&bytes[pair[0]..pair[1]]));
        prop_assert_eq!(sum.value(), addsum(&bytes));
    }

    #[test]
    fn commands_and_replies_survive_the_wire(text in "[ -~]{0,122}", answer in "[!-9;-~][ -~]{0,40}[!-~]") {
        let block = command_block(&text).expect("short enough");
        prop_assert!(block.len() >= 64 && block.len() <= COMMAND_MOST);
        prop_assert!(block.starts_with([LEAD, &text].concat().as_bytes()));
        for reply in [Reply::Success(answer.clone()), Reply::Failed(answer), Reply::Busy] {
            prop_assert_eq!(Reply::from_bytes(&reply.to_bytes(Reply::SIZE)), Ok(reply));
        }
    }
}

#[test]
fn the_sums_that_other_tools_were_seen_to_make() {
    let known: [(&[u8], u32); 5] = [
        (b"12345678", 0x6c6a_6866),
        (&[1], 1),
        (&[1, 2], 0x201),
        (&[1, 2, 3], 0x3_0201),
        (&[0xff, 0xff, 0xff, 0xff, 2, 0, 0, 0, 5], 6),
    ];
    for (bytes, sum) in known {
        assert_eq!(addsum(bytes), sum, "{bytes:?}");
    }
}

/// As pyamlboot sends them.
#[test]
fn the_golden_requests() {
    let cases = [
        (Request::WriteMem(0xd900_0040), [0x40, 0x01, 0xd900, 0x0040]),
        (Request::ReadMem(0xc810_0228), [0xc0, 0x02, 0xc810, 0x0228]),
        (Request::Run(0xfffa_0000), [0x40, 0x05, 0xfffa, 0]),
        (Request::WriteLarge { block: 4096, count: 16 }, [0x40, 0x11, 4096, 16]),
        (Request::Identify, [0xc0, 0x20, 0, 0]),
        (Request::TPL_COMMAND, [0x40, 0x30, 0, 1]),
        (Request::WRITE_MEDIA, [0x40, 0x32, 1, 0xffff]),
        (Request::BULK_COMMAND, [0x40, 0x34, 0, 2]),
        (Request::Nop, [0x40, 0x36, 0, 0]),
        (Request::GetAmlc, [0x40, 0x50, 0x200, 0]),
        (Request::WriteAmlc { sector: 0x80, last: 0x1ff }, [0x40, 0x60, 0x80, 0x1ff]),
    ];
    for (request, [kind, number, value, index]) in cases {
        let setup = request.setup();
        let found = [setup.request_type.into(), setup.request.into(), setup.value, setup.index];
        assert_eq!(found, [kind, number, value, index], "{request}");
    }
}

#[test]
fn who_answers_is_in_bytes_two_and_three() {
    let stage = |bytes: &[u8]| Identity::from_bytes(bytes).expect("long enough").stage;
    assert_eq!(stage(&[2, 4, 0, 0, 0, 0, 0]), Stage::Rom);
    assert_eq!(stage(&[2, 4, 0, 8, 0, 0, 0]), Stage::Bl2);
    assert_eq!(stage(&[3, 2, 1, 8, 0, 0, 0, 0]), Stage::Bl2Amlc);
    assert_eq!(stage(&[0, 7, 0, 16]), Stage::Uboot);
    assert_eq!(stage(&[6, 0, 0, 12]), Stage::Other(0, 12));
    assert!(Identity::from_bytes(&[2, 4, 0]).is_err());
}

/// Boxes that are locked were seen to answer 2-4-0-0-1-0-0.
#[test]
fn a_lock_is_told_by_a_mask_rom_and_never_by_uboot() {
    let lock = |bytes: &[u8]| Identity::from_bytes(bytes).expect("long enough").lock;
    assert_eq!(lock(&[2, 4, 0, 0, 1, 0, 0]), Lock::Locked);
    assert_eq!(lock(&[2, 4, 0, 0, 1, 1, 0]), Lock::Unlocked);
    assert_eq!(lock(&[3, 0, 0, 0, 0, 1, 0]), Lock::Open, "an S905X2 without a password");
    assert_eq!(lock(&[2, 4, 0, 0]), Lock::Open);
    assert_eq!(lock(&[0, 7, 0, 16, 1, 0, 9, 9]), Lock::Open, "what lies behind U-Boot's answer");
}

/// The last record of a Khadas VIM3, from pyamlboot's notes.
#[test]
fn the_captured_end_of_an_amlc_session() {
    let mut bytes =
        vec![0x41, 0x4d, 0x4c, 0x43, 7, 0, 0, 0, 0x70, 0xc9, 0x0f, 0, 0, 0x40, 1, 0, 0, 1];
    bytes.resize(RECORD, 0);
    let request = AmlcRequest::from_bytes(&bytes).expect("a record");
    let (size, offset) = (0xf_c970, 0x1_4000);
    let expected = AmlcRequest { sequence: 7, size, offset, flags: 0, status: AmlcStatus::Done };
    assert_eq!(request, expected);
    assert_eq!(request.to_bytes()[..], bytes[..]);
}

/// The record after the second segment, likewise: its sum, and bytes of the segment from the 17th on.
#[test]
fn the_captured_record_of_a_sum() {
    let mut segment = [0; 600];
    segment[16..28].copy_from_slice(&[0x94, 0xd8, 0xfb, 0xff, 0, 0, 0, 0, 0xf0, 0xe0, 0xfb, 0xff]);
    let bytes = Amls { sequence: 1, sum: 0xdc0c_1be2 }.to_bytes(&segment);
    assert_eq!(
        bytes[..16],
        [0x41, 0x4d, 0x4c, 0x53, 1, 0, 0, 0, 0xe2, 0x1b, 0x0c, 0xdc, 0, 0, 0, 0]
    );
    assert_eq!(bytes[16..28], segment[16..28]);
    assert_eq!(Amls::from_bytes(&bytes), Ok(Amls { sequence: 1, sum: 0xdc0c_1be2 }));
    assert_eq!(Amls { sequence: 0, sum: 0 }.to_bytes(&[7; 20])[16..24], [7, 7, 7, 7, 0, 0, 0, 0]);
}

/// The files of pyamlboot, byte by byte.
#[test]
fn the_golden_parameters() {
    let hex = |text: &str| -> Vec<u8> {
        let digits: Vec<u8> = text.bytes().filter(|byte| *byte != b' ').collect();
        let pair = |pair: &[u8]| u8::from_str_radix(core::str::from_utf8(pair).expect("ASCII"), 16);
        digits.chunks(2).map(|two| pair(two).expect("a digit")).collect()
    };
    let ddr = hex("abcd1234 00020000 dfc00000 01000000 00004000 ccc08200 00000010 00000000");
    let run = hex(
        "abcd1234 00020000 e1c00000 01000000 00000000 00c00000 01000000 00c00002 00400a00 5762cc85 c67e5e10 d4f884df",
    );
    assert_eq!(DDR_INIT[..], ddr);
    assert_eq!(RUN_FIP[..], run);
    assert_eq!(Params::from_bytes(&ddr), Ok(Params::DdrInit));
    let run_fip = Params::RunFip { address: 0x0200_c000, size: 0xa_4000 };
    assert_eq!(Params::from_bytes(&run), Ok(run_fip));
    let verify = Params::Verify { address: 0x0200_c000, size: 5, sum: 6 };
    for params in [Params::DdrInit, run_fip, verify] {
        assert_eq!(Params::from_bytes(&params.to_bytes()), Ok(params));
    }
}

/// An S905D3, from aml_boot's notes.
#[test]
fn the_chip_page_of_an_s905d3() {
    let words = [
        0x5049_4843,
        0x2b,
        0x1111_1113,
        0x0072_0040,
        0x0111_1111,
        0x3646_5050,
        0x0008_3434,
        0x010a_0600,
        0,
        0xa0f8_3180,
        0x2028_2000,
        0x367,
        0,
        0,
        0,
        0u32,
    ];
    let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
    let page = ChipPage::from_bytes(&bytes).expect("a page");
    assert_eq!(page.family, 0x2b);
    assert_eq!(page.id, [0x50, 0x50, 0x46, 0x36, 0x34, 0x34, 8, 0, 0, 6, 0x0a, 1]);
    assert_eq!(page.features, 0xa0f8_3180);
    assert!(ChipPage::from_bytes(&ROM_DESCRIPTOR).is_err());
}

#[test]
fn packets_of_the_older_form_are_summed_and_answered_at_length() {
    let mut bytes =
        MediaHead { retry: 0, length: 5, sequence: 1, sum: 9, kind: SumKind::None, ack: 7 }
            .to_bytes();
    assert_eq!((bytes[16], bytes[18]), (0xee, 7));
    let old = MediaHead::from_bytes(&bytes[..16]).expect("the older form");
    assert_eq!((old.kind, old.ack, old.length), (SumKind::AddSum, 0x200, 5));
    bytes[6] = 2;
    assert!(MediaHead::from_bytes(&bytes).is_err(), "longer than 64 KiB");
}

#[test]
fn answers_to_packets() {
    assert_eq!(MediaAck::from_bytes(b"OK!!\0"), MediaAck::Taken);
    assert_eq!(MediaAck::from_bytes(b"Continue:32\0\0"), MediaAck::Busy);
    assert!(matches!(
        MediaAck::from_bytes(b"Alg[ef]0x: genSum 0x1 != org 0x2\0"),
        MediaAck::Sum(_)
    ));
    assert!(matches!(MediaAck::from_bytes(b"media error 1 at seq 3\0"), MediaAck::Failed(_)));
    assert!(matches!(MediaAck::from_bytes(b""), MediaAck::Failed(_)));
}

#[test]
fn answers_to_commands() {
    assert_eq!(Reply::from_bytes(b"success:e32fb7\0\0"), Ok(Reply::Success(":e32fb7".into())));
    assert_eq!(
        Reply::from_bytes(b"failed:no such part\0"),
        Ok(Reply::Failed("no such part".into()))
    );
    assert_eq!(Reply::from_bytes(b"Continue:34\0"), Ok(Reply::Busy));
    assert!(Reply::from_bytes(&[0; 512]).is_err(), "what a mask ROM says");
    assert!(command_block(&"x".repeat(123)).is_err() && command_block("a\0b").is_err());
    assert_eq!(command_block("low_power").expect("short").len(), 64);
}

#[test]
fn the_sum_of_a_password() {
    assert_eq!(password_sum(b"abc"), 294);
    assert_eq!(password_sum(&[0xff; 64]), 0xffff - 63, "signed, as the vendor's tool adds");
    assert_eq!(password_sum(&[]), 0);
}
