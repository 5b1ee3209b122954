//! The host's side against the boot ROM's side, over the memory engine: every SoC of the table, every trap.

mod agent;
mod code;
mod disk;
mod flash;
mod nand;
mod odd;
mod plans;

use fel::{
    chips::{self, Chip, Core},
    egon,
    host::{Cause, Error, Fel, Plan, SplPlan, Stage, Upload},
    image::Image,
    memory::{Memory, Traits},
    payload::Payload,
    rom::{Behaviour, Fail, Rom},
    uimage,
    wire::{Awuc, Direction, Mode},
};
use link::cable::{Cable, Kind};
use link::{
    Method, Silent, Verified,
    device::{Device, Gave, Took},
};
use proptest::prelude::*;

const PLAIN: Behaviour = Behaviour { mode: Mode::FEL, max_packet: 512, fail: None };

type Board = Cable;

fn board(name: &str, traits: Traits) -> Board {
    let chip = chips::by_name(name).expect("a chip of the table");
    Cable::new(Rom::new(chip, Memory::new(chip, traits), PLAIN))
}

fn failing(fail: Fail) -> Board {
    let chip = chips::by_name("H3").expect("a chip of the table");
    Cable::new(Rom::new(
        chip,
        Memory::new(chip, Traits::default()),
        Behaviour { fail: Some(fail), ..PLAIN },
    ))
}

fn arm_chips() -> impl Iterator<Item = &'static Chip> {
    chips::all().filter(|chip| chip.core == Core::Arm)
}

/// An SPL of `length` bytes whose every word differs, and a U-Boot after it.
fn image(length: usize, load: u32) -> Vec<u8> {
    let mut code = vec![0x16, 0, 0, 0xea];
    code.extend((1..length as u32 / 4).flat_map(|word| (word ^ 0x5a5a_0000).to_le_bytes()));
    let mut file = egon::seal(code);
    file.resize(file.len().max(0x8000), 0);
    file.extend(uimage::image(&[0x11; 5000], load, uimage::FIRMWARE, "U-Boot"));
    file
}

fn text(error: &Error) -> String {
    error.to_string()
}

#[test]
fn every_arm_soc_is_recovered() {
    for chip in arm_chips() {
        let mut board = board(chip.name, Traits::default());
        let file = image(chip.spl_limit().min(0xa000) as usize, chip.dram() + 0x0a00_0000);
        let image = Image::parse(&file).expect("a sound image");
        let plan = Plan::new(chip, &image, &[], true).expect(chip.name);
        let mut fel = Fel::open(&mut board).expect(chip.name);
        fel.ready().expect(chip.name);
        fel.boot(&plan, &mut [], &mut Silent)
            .unwrap_or_else(|error| panic!("{}: {error}", chip.name));
        let notes = board.notes.join("\n");
        assert!(notes.contains("takes over the board"), "{}: {notes}", chip.name);
        assert!(
            !notes.contains("crash") && !notes.contains("byte by byte"),
            "{}: {notes}",
            chip.name
        );
        assert_eq!(board.device.bulk_out(&[0; 32]), Took::Gone, "{} has left FEL", chip.name);
    }
}

/// The boot ROM's memory that has to survive an SPL: all that is swapped but the scratch memory in it.
fn kept(fel: &mut Fel<'_>, chip: &Chip) -> Vec<Vec<u8>> {
    let read = |swap: &chips::Swap| {
        let scratch = if swap.rom == chip.scratch { 0x400 } else { 0 };
        fel.read_bytes(swap.rom + scratch, (swap.size - scratch) as usize).expect("a read")
    };
    chip.swaps.iter().map(read).collect()
}

#[test]
fn the_boot_roms_memory_is_back_in_place_after_an_spl() {
    for chip in arm_chips() {
        let mut board = board(chip.name, Traits::default());
        let file = image(chip.spl_limit() as usize & !3, chip.dram() + 0x0a00_0000);
        let image = Image::parse(&file).expect("a sound image");
        let mut fel = Fel::open(&mut board).expect(chip.name);
        fel.ready().expect(chip.name);
        let before = kept(&mut fel, chip);
        let plan = SplPlan::new(chip, &image.spl).expect(chip.name);
        fel.run_spl(&plan, &image.spl, &mut Silent)
            .unwrap_or_else(|error| panic!("{}: {error}", chip.name));
        let after = kept(&mut fel, chip);
        assert_eq!(before, after, "{}", chip.name);
        let marked = |bytes: &Vec<u8>| bytes.is_empty() || bytes.iter().any(|&byte| byte != 0);
        assert!(before.iter().all(marked), "there is something to be kept");
        // A second SPL in the same session meets the MMU switched on.
        fel.run_spl(&plan, &image.spl, &mut Silent)
            .unwrap_or_else(|error| panic!("{} again: {error}", chip.name));
    }
}

#[test]
fn memory_comes_back_as_it_was_written() {
    let mut board = board("H3", Traits { dram: true, ..Traits::default() });
    let mut fel = Fel::open(&mut board).expect("FEL");
    for length in [0, 1, 63, 64, 65, 511, 512, 513, 65536, 65537, (4 << 20) + 3] {
        let bytes: Vec<u8> = (0..length).map(|index| (index * 31 + length) as u8).collect();
        fel.write_bytes(0x4000_0000, &bytes).expect("a write");
        assert_eq!(fel.read_bytes(0x4000_0000, length).expect("a read"), bytes, "{length} bytes");
    }
}

#[test]
fn registers_are_words_and_never_bytes() {
    for name in ["H3", "D1"] {
        let mut board = board(name, Traits::default());
        let mut fel = Fel::open(&mut board).expect("FEL");
        let writes: Vec<(u32, u32)> =
            (0..300).map(|index| (0x0300_1000 + 4 * index, 7 * index)).collect();
        fel.writel(&writes).expect("writel");
        let addresses: Vec<u32> = writes.iter().map(|(address, _)| *address).collect();
        let values: Vec<u32> = writes.iter().map(|(_, value)| *value).collect();
        assert_eq!(fel.readl(&addresses).expect("readl"), values, "{name}");
        assert!(
            text(&fel.readl(&[0x0300_1002]).expect_err("unaligned")).contains("no multiple of 4")
        );
        assert_eq!(board.notes, [""; 0], "{name}");
    }
    let mut board = board("H3", Traits::default());
    Fel::open(&mut board).expect("FEL").read_bytes(0x01c2_0000, 4).expect("it ends");
    assert!(board.notes.join("").contains("byte by byte"), "the board notices");
}

#[test]
fn the_sid_is_read_through_registers_where_the_map_is_stale() {
    let mut board = board("H3", Traits::default());
    let mut fel = Fel::open(&mut board).expect("FEL");
    assert_eq!(
        fel.readl(&[0x01c1_4200]).expect("readl"),
        [0],
        "the map before the registers were used"
    );
    assert_eq!(fel.sid(0, 2, false).expect("sid"), [0x02c0_0081, 0x1111_2222]);
    let mut board = self::board("H616", Traits::default());
    let words = Fel::open(&mut board).expect("FEL").sid(4, 2, false).expect("sid");
    assert_eq!(words, [0x1111_2222, 0x3333_0000]);
    let mut board = self::board("A31", Traits::default());
    let error = Fel::open(&mut board).expect("FEL").sid(0, 1, false).expect_err("no SID");
    assert!(text(&error).contains("SID"), "{error}");
}

#[test]
fn dram_before_an_spl_hangs_the_board() {
    let mut board = board("H3", Traits::default());
    let error =
        Fel::open(&mut board).expect("FEL").write_bytes(0x4000_0000, &[1]).expect_err("no DRAM");
    assert_eq!(error.fault(), Some(link::Fault::TimedOut));
    assert!(board.notes.join("").contains("before an SPL"));
}

#[test]
fn dram_is_refused_until_an_spl_has_run_and_nothing_is_sent_there() {
    for chip in arm_chips() {
        let mut board = board(chip.name, Traits::default());
        let file = image(0x1000, chip.dram() + 0x0a00_0000);
        let image = Image::parse(&file).expect("a sound image");
        let plan = SplPlan::new(chip, &image.spl).expect("fits");
        let mut fel = Fel::open(&mut board).expect(chip.name);
        let dram = chip.dram();
        for (ranges, at) in [
            (&[(dram, 1)][..], dram),
            (&[(chip.spl, 4), (dram + 5, 1)], dram + 5),
            (&[(dram - 1, 2)], dram),
            (&[(0, u64::from(dram) + 1)], dram),
        ] {
            let error = fel.reach(ranges, false).expect_err("no SPL has run");
            match error.cause {
                Cause::NoDram { chip: found, address } => assert_eq!((found, address), (chip, at)),
                _ => panic!("{}: {error}", chip.name),
            }
            fel.reach(ranges, true).expect("the user knows better");
        }
        for free in [&[(dram - 1, 1)][..], &[(0, u64::from(dram))], &[(dram, 0)], &[]] {
            fel.reach(free, false).expect(chip.name);
        }
        fel.run_spl(&plan, &image.spl, &mut Silent).expect(chip.name);
        fel.reach(&[(dram, 1 << 20)], false).expect("an SPL has run");
        fel.read_bytes(dram, 4).expect("DRAM is there");
        assert!(!board.notes.join("").contains("hangs"), "{}: {:?}", chip.name, board.notes);
    }
}

#[test]
fn where_nobody_can_tell_the_user_is_believed() {
    let reach = |head: &[u8]| {
        let mut board = board("H3", Traits::default());
        let mut fel = Fel::open(&mut board).expect("FEL");
        fel.write_bytes(0, head).expect("SRAM");
        fel.reach(&[(0x4000_0000, 4)], false).is_ok()
    };
    // An SPL from storage, before a U-Boot that went over to FEL.
    assert!(reach(b"\x16\0\0\xeaeGON.BT0"));
    assert!(reach(b"TOC0.GLH\0\0\0\0"));
    for other in [&b"\x16\0\0\xeaeGOM.BT0"[..], b"TOC1.GLH\0\0\0\0", b"eGON.BT0\0\0\0\0", &[0; 12]]
    {
        assert!(!reach(other), "{other:?}");
    }
    let mut board = board("D1", Traits::default());
    let mut fel = Fel::open(&mut board).expect("FEL");
    fel.write_bytes(0x2_0004, b"eGON.FEL").expect("SRAM");
    assert!(fel.reach(&[(0x4000_0000, 4)], false).is_err(), "our own code is there");
}

#[test]
fn ranges_past_the_end_of_memory_are_refused_and_those_up_to_it_are_not() {
    let mut board = board("H616", Traits { dram: true, ..Traits::default() });
    let mut fel = Fel::open(&mut board).expect("FEL");
    for (address, length) in [(0x10, u64::MAX), (1, 1 << 32), (u32::MAX, 2), (0, (1 << 32) + 1)] {
        let error = fel.reach(&[(address, length)], true).expect_err("past the end");
        assert!(matches!(error.cause, Cause::PastTheEnd), "{error}");
        let error = fel.read(address, length, &mut Vec::new(), &mut Silent).expect_err("likewise");
        assert!(matches!(error.cause, Cause::PastTheEnd), "{error}");
    }
    for (address, length) in [(0, 1 << 32), (u32::MAX, 1), (1, (1 << 32) - 1)] {
        fel.reach(&[(address, length)], true).expect("up to the end");
    }
}

#[test]
fn the_boot_roms_memory_cannot_be_overwritten_unpunished() {
    let mut board = board("H3", Traits::default());
    let mut fel = Fel::open(&mut board).expect("FEL");
    assert!(fel.write_bytes(0x1bfc, &[0; 8]).is_err());
    assert!(board.notes.join("").contains("its own memory"));
}

#[test]
fn an_spl_that_hangs_is_named() {
    let mut board = board("H3", Traits { spl_hangs: true, ..Traits::default() });
    let file = image(0x1000, 0x4a00_0000);
    let image = Image::parse(&file).expect("a sound image");
    let chip = chips::by_name("H3").expect("H3");
    let plan = SplPlan::new(chip, &image.spl).expect("fits");
    let error = Fel::open(&mut board)
        .expect("FEL")
        .run_spl(&plan, &image.spl, &mut Silent)
        .expect_err("hangs");
    assert!(matches!((error.stage, &error.cause), (Stage::Spl, Cause::NoReturn)), "{error}");
}

#[test]
fn code_that_does_not_return_is_found_out() {
    let mut board = board("H3", Traits::default());
    let mut fel = Fel::open(&mut board).expect("FEL");
    fel.write_bytes(0x1000, &0xe12f_ff1e_u32.to_le_bytes()).expect("bx lr");
    fel.call(0x1000, std::time::Duration::from_secs(1)).expect("it comes back");
    fel.write_bytes(0x1000, &0xeaff_fffe_u32.to_le_bytes()).expect("b .");
    let error = fel.call(0x1000, std::time::Duration::from_secs(1)).expect_err("it does not");
    assert!(matches!(error.cause, Cause::NoReturn), "{error}");
}

#[test]
fn code_that_takes_the_board_over_has_left_and_not_returned() {
    let mut board = board("H3", Traits { dram: true, ..Traits::default() });
    let mut fel = Fel::open(&mut board).expect("FEL");
    let error = fel.call(0x4a00_0000, std::time::Duration::from_secs(1)).expect_err("it left");
    assert!(matches!(error.cause, Cause::Left), "{error}");
    assert!(text(&error).contains("return from 0x4a000000: the board left FEL"), "{error}");
    // A wrong answer after the start is told as one to that, too: EXEC has six transfers, VERSION's third is damaged.
    let mut board = self::board("H3", Traits { dram: true, ..Traits::default() });
    board.fault = Some((9 + 9 + 6 + 3, Kind::Garbage));
    let mut fel = Fel::open(&mut board).expect("FEL");
    fel.write_bytes(0x4000_0000, &0xe12f_ff1e_u32.to_le_bytes()).expect("bx lr");
    let error = fel.call(0x4000_0000, std::time::Duration::from_secs(1)).expect_err("garbage");
    assert!(text(&error).starts_with("return from 0x40000000: "), "{error}");
}

#[test]
fn data_that_ends_early_is_no_answer() {
    let mut board = board("H3", Traits::default());
    // VERSION has nine transfers; the data of the READ is the fifth of its own.
    board.fault = Some((9 + 5, Kind::Short));
    let error = Fel::open(&mut board).expect("FEL").read_bytes(0, 1000).expect_err("it is short");
    let short = link::Fault::Short { done: 500, wanted: 1000 };
    assert_eq!(error.fault(), Some(short), "{error}");
    // Nor are a register's first bytes its value: WRITE, EXEC, and the data of the READ.
    let mut board = self::board("H3", Traits::default());
    board.fault = Some((9 + 9 + 6 + 5, Kind::Short));
    let error = Fel::open(&mut board).expect("FEL").readl(&[0x0300_1000]).expect_err("short");
    let short = link::Fault::Short { done: 2, wanted: 4 };
    assert_eq!(error.fault(), Some(short), "{error}");
}

#[test]
fn a_register_access_that_hangs_the_processor_is_code_that_does_not_return() {
    // DRAM that no SPL has set up.
    let mut board = board("H3", Traits::default());
    let error = Fel::open(&mut board).expect("FEL").readl(&[0x4000_0000]).expect_err("it hangs");
    assert!(matches!((error.stage, &error.cause), (Stage::Payload, Cause::NoReturn)), "{error}");
    let scratch = chips::by_name("H3").expect("H3").scratch;
    assert!(text(&error).contains(&format!("return from {scratch:#010x}")), "{error}");
}

#[test]
fn registers_go_in_as_few_rounds_as_scratch_memory_has_room_for() {
    // A round of reads is WRITE, EXEC and READ, one of writes WRITE, EXEC and VERSION.
    let round = 9 + 6 + 9;
    let room =
        |payload: Payload, words: u64| (0x400 - payload.code().len() as u64 - 4) / (4 * words);
    for (payload, words) in [(Payload::Readl, 1u64), (Payload::Writel, 2)] {
        let most = room(payload, words);
        for (count, rounds) in [(1, 1), (most, 1), (most + 1, 2), (2 * most, 2)] {
            let mut board = board("H3", Traits::default());
            let mut fel = Fel::open(&mut board).expect("FEL");
            let addresses = (0..count as u32).map(|index| 0x01c2_0800 + 4 * index);
            if payload == Payload::Readl {
                let addresses: Vec<u32> = addresses.collect();
                assert_eq!(fel.readl(&addresses).expect("readl").len(), addresses.len());
            } else {
                let writes: Vec<(u32, u32)> = addresses.map(|address| (address, 1)).collect();
                fel.writel(&writes).expect("writel");
            }
            assert_eq!(board.counts.transfers, 9 + round * rounds, "{payload:?} {count}");
        }
    }
}

/// An EXEC that is not meant to return, with this fault in this one of its transfers.
fn leave(transfer: u64, kind: Kind) -> Result<(), Error> {
    let mut board = board("H3", Traits { dram: true, ..Traits::default() });
    board.fault = Some((9 + transfer, kind));
    Fel::open(&mut board).expect("FEL").leave(0x4a00_0000)
}

#[test]
fn silence_is_a_start_only_once_the_request_was_accepted() {
    for kind in [Kind::TimedOut, Kind::Disconnect] {
        for transfer in 1..=3 {
            leave(transfer, kind).expect_err("the request was not accepted");
        }
        for transfer in 4..=6 {
            leave(transfer, kind).unwrap_or_else(|error| panic!("{transfer}, {kind:?}: {error}"));
        }
    }
    for kind in [Kind::Stall, Kind::Garbage, Kind::Short] {
        for transfer in 1..=6 {
            leave(transfer, kind).expect_err("that is no silence");
        }
    }
}

#[test]
fn long_data_goes_in_messages_of_a_second_at_most() {
    let chip = chips::by_name("H3").expect("H3");
    // The pieces differ, at every place of theirs.
    let bytes: Vec<u8> = (0..9u32 << 20).map(|at| (at ^ at >> 8 ^ at >> 16) as u8).collect();
    for (max_packet, most) in [(64, 1 << 20), (512, 4 << 20)] {
        let traits = Traits { dram: true, ..Traits::default() };
        let behaviour = Behaviour { max_packet, ..PLAIN };
        let mut board = Cable::new(Rom::new(chip, Memory::new(chip, traits), behaviour));
        let mut fel = Fel::open(&mut board).expect("FEL");
        fel.write_bytes(0x4000_0000, &bytes).expect("a write");
        assert!(fel.read_bytes(0x4000_0000, bytes.len()).expect("a read") == bytes);
        let messages = bytes.len().div_ceil(most) as u64;
        let transfers = 9 + 2 * (8 * messages + (9 << 20) / (128 << 10));
        assert_eq!(board.counts.transfers, transfers, "{max_packet}");
    }
}

#[test]
fn the_d1_and_the_r528_share_an_id_and_nothing_else() {
    let file = image(0x1000, 0x4a00_0000);
    let image = Image::parse(&file).expect("a sound image");
    for (name, runs) in [("D1", false), ("R528", true)] {
        let mut board = board(name, Traits::default());
        let chip = Fel::open(&mut board).expect("FEL").chip().expect("known");
        assert_eq!((chip.name, chip.id), (name, 0x1859));
        let plan = SplPlan::new(chip, &image.spl);
        assert_eq!(plan.is_ok(), runs, "{name}: {plan:?}");
    }
}

#[test]
fn a_wrong_soc_is_refused() {
    let mut board = board("R40", Traits::default());
    let fel = Fel::open(&mut board).expect("FEL");
    let error = fel.expect(chips::by_name("H3").expect("H3")).expect_err("another");
    assert!(matches!(error.cause, Cause::OtherChip { found: "R40", .. }), "{error}");
}

#[test]
fn the_secure_state_is_left_where_it_is_and_only_there() {
    for (name, secure) in
        [("H3", true), ("H3", false), ("A64", true), ("H6", true), ("H616", false), ("R40", false)]
    {
        let mut board = board(name, Traits { secure, ..Traits::default() });
        let mut fel = Fel::open(&mut board).expect("FEL");
        fel.ready().expect(name);
        let probe = fel.chip().expect("known").smc_probe;
        if let Some(probe) = probe {
            assert_ne!(fel.read_bytes(probe, 4).expect("a read"), [0; 4], "{name}");
        }
        assert_eq!(board.notes, [""; 0], "{name}");
    }
}

#[test]
fn aarch64_is_entered_through_the_register_of_the_die() {
    for other_die in [false, true] {
        let mut board = board("H616", Traits { dram: true, other_die, ..Traits::default() });
        let mut fel = Fel::open(&mut board).expect("FEL");
        fel.enter_aarch64(0x4000_0000).expect("entered");
        assert!(board.notes.join("").contains("AArch64 code at 0x40000000"), "{:?}", board.notes);
    }
    let mut board = board("R40", Traits { dram: true, ..Traits::default() });
    let error =
        Fel::open(&mut board).expect("FEL").enter_aarch64(0x4000_0000).expect_err("32 bits");
    assert!(text(&error).contains("32-bit"), "{error}");
}

#[test]
fn a_watchdog_reset_takes_the_board_off_the_bus() {
    for name in ["H3", "R40", "H616", "D1", "V853"] {
        let mut board = board(name, Traits::default());
        Fel::open(&mut board).expect("FEL").watchdog_reset().expect(name);
        assert!(
            board.notes.concat().is_empty() || board.notes.concat().contains("watchdog"),
            "{:?}",
            board.notes
        );
        assert_eq!(board.device.bulk_out(&[0; 32]), Took::Gone, "{name}");
    }
}

#[test]
fn the_vendors_boot_loader_is_told_from_the_mask_rom() {
    let chip = chips::by_name("H3").expect("H3");
    let rom = Rom::new(
        chip,
        Memory::new(chip, Traits::default()),
        Behaviour { mode: Mode::FES, ..PLAIN },
    );
    let error = Fel::open(&mut Cable::new(rom)).map(|_| ()).expect_err("not FEL");
    assert!(matches!(error.cause, Cause::NotFel(Mode::FES)), "{error}");
}

#[test]
fn wrong_answers_have_names() {
    let open = |fail| Fel::open(&mut failing(fail)).map(|_| ()).expect_err("a wrong answer");
    assert!(matches!(open(Fail::Awus(1)).cause, Cause::Refused(1)));
    assert!(matches!(open(Fail::Awus(2)).cause, Cause::Refused(1)));
    assert!(matches!(open(Fail::Awus(3)).cause, Cause::Refused(1)));
    assert!(matches!(open(Fail::Status(1)).cause, Cause::Failed(1)));
    let silent = open(Fail::Silent);
    assert!(text(&silent).contains("13 zero bytes"), "{silent}");
    Fel::open(&mut failing(Fail::Awus(4))).map(|_| ()).expect("VERSION has three exchanges");
}

#[test]
fn a_script_is_announced_in_the_spls_header() {
    let chip = chips::by_name("H3").expect("H3");
    let mut code = vec![0u8; 0x40];
    code[..4].copy_from_slice(&[0x16, 0, 0, 0xea]);
    code[0x14..0x18].copy_from_slice(b"SPL\x02");
    let mut file = egon::seal(code);
    file.resize(0x8000, 0);
    file.extend(uimage::image(&[0; 100], 0x4a00_0000, uimage::FIRMWARE, ""));
    let image = Image::parse(&file).expect("sound");
    let script = uimage::script("echo hello");
    let mut data = script.as_slice();
    let mut uploads = [Upload::new("boot.scr".into(), 0x4310_0000, &mut data).expect("readable")];
    let plan = Plan::new(chip, &image, &uploads, false).expect("fits");
    let mut board = board("H3", Traits::default());
    let mut fel = Fel::open(&mut board).expect("FEL");
    let known = fel.boot(&plan, &mut uploads, &mut Silent).expect("booted");
    // U-Boot, the script, and the two words that announce it.
    let bytes = 100 + script.len() as u64 + 8;
    assert_eq!(known, Verified::by(Method::BoardSum, bytes));
    assert_eq!(fel.read_bytes(0x18, 8).expect("a read"), [0, 0, 0x10, 0x43, 0, 0, 0, 0]);
    assert_eq!(fel.read_bytes(0x4310_0000, script.len()).expect("a read"), script);
}

/// The packets of a VERSION request, as sunxi-fel 1.4.2 exchanges them with an H3.
#[test]
fn the_golden_packets_of_version() {
    let mut rom = board("H3", Traits::default()).device;
    let mut buf = [0; 512];
    let mut take = |rom: &mut dyn Device, expected: &[u8]| {
        assert_eq!(rom.bulk_in(&mut buf), Gave::Bytes(expected.len(), true));
        assert_eq!(&buf[..expected.len()], expected);
    };
    let head = |direction, length| Awuc::new(direction, length).to_bytes();
    assert_eq!(rom.bulk_out(&head(Direction::Write, 16)), Took::Bytes(32));
    assert_eq!(rom.bulk_out(&[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), Took::Bytes(16));
    take(rom.as_mut(), b"AWUS\0\0\0\0\0\0\0\0\0");
    assert_eq!(rom.bulk_out(&head(Direction::Read, 32)), Took::Bytes(32));
    take(rom.as_mut(), b"AWUSBFEX\0\x80\x16\0\x01\0\0\0\x01\0\x44\x08\0\x7e\0\0\0\0\0\0\0\0\0\0");
    take(rom.as_mut(), b"AWUS\0\0\0\0\0\0\0\0\0");
    assert_eq!(rom.bulk_out(&head(Direction::Read, 8)), Took::Bytes(32));
    take(rom.as_mut(), &[0xff, 0xff, 0, 0, 0, 0, 0, 0]);
    take(rom.as_mut(), b"AWUS\0\0\0\0\0\0\0\0\0");
}

#[test]
fn broken_framing_halts_the_endpoints() {
    let mut rom = board("H3", Traits::default()).device;
    assert_eq!(rom.bulk_out(b"hello"), Took::Stall);
    assert_eq!(rom.bulk_in(&mut [0; 512]), Gave::Stall);
    rom.clear_halt(link::Pipe::Out);
    assert_eq!(rom.bulk_out(&Awuc::new(Direction::Write, 16).to_bytes()), Took::Stall);
}

proptest! {
    #[test]
    fn no_packets_make_the_rom_panic(packets in proptest::collection::vec((any::<bool>(), 0u8..6, proptest::collection::vec(any::<u8>(), 0..600)), 0..40)) {
        let mut rom = board("H3", Traits { dram: true, ..Traits::default() }).device;
        for (out, kind, bytes) in packets {
            let number = bytes.first().copied().unwrap_or(0).into();
            let packet = match kind {
                0 => Awuc::new(Direction::Write, 16).to_bytes().to_vec(),
                1 => Awuc::new(Direction::Read, 8).to_bytes().to_vec(),
                2 => Awuc::new(Direction::Write, number).to_bytes().to_vec(),
                3 => [&[1, 1, 0, 0, 0, 0x10, 0, 0, number as u8, 0, 0, 0][..], &[0; 4]].concat(),
                4 => [&[2, 1, 0, 0, 0, 0x10, 0, 0][..], &[0; 8]].concat(),
                _ => bytes,
            };
            if out { let _ = rom.bulk_out(&packet); } else { let _ = rom.bulk_in(&mut [0; 512]); }
            let _ = rom.busy();
        }
    }
}
