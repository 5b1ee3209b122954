//! The agent's bytes on the memory engine: its operations, one by one, without a storage controller.

use fel::{
    chips::{self, Chip},
    host::agent::{Agent, Fault, Op, Script},
    host::{Cause, Error, Fel},
    memory::{Memory, Traits},
    rom::{Behaviour, Rom},
    wire::Mode,
};
use link::cable::Cable;
use proptest::prelude::*;

type Board = Cable;

fn chips() -> impl Iterator<Item = &'static Chip> {
    chips::all().filter(|chip| chip.mmc(chips::Port::Card).is_some())
}

fn board(chip: &'static Chip) -> Board {
    let memory = Memory::new(chip, Traits::default());
    Cable::new(Rom::new(chip, memory, Behaviour { mode: Mode::FEL, max_packet: 64, fail: None }))
}

/// One of each processor that there is an agent for, and the instruction that returns there.
fn each() -> impl Iterator<Item = (&'static Chip, u32)> {
    let chip = |name| chips::by_name(name).expect("a chip of the table");
    [(chip("H3"), 0xe12f_ff1e), (chip("D1"), 0x0000_8067)].into_iter()
}

/// Has an agent on each of these do something.
fn with(mut work: impl FnMut(&mut Agent, &mut Fel<'_>)) {
    each().for_each(|(chip, _)| with_chip(chip, &mut work));
}

fn with_chip<T>(chip: &'static Chip, work: impl FnOnce(&mut Agent, &mut Fel<'_>) -> T) -> T {
    let mut board = board(chip);
    let mut fel = Fel::open(&mut board).expect("a FEL");
    let port = chip.mmc(chips::Port::Card).expect("a port");
    let mut agent = Agent::new(&mut fel, &port).expect("there is room");
    work(&mut agent, &mut fel)
}

fn script(ops: &[Op]) -> Script {
    let mut script = Script::new("a test");
    script.extend(ops.iter().copied());
    script
}

fn fault(error: Error) -> (&'static str, Fault) {
    match error.cause {
        Cause::Storage { command, fault } => (command, fault),
        cause => panic!("{cause}"),
    }
}

/// Some register that nothing is behind in the memory engine.
const REGISTER: u32 = 0x01c3_0200;

#[test]
fn registers_are_written_changed_and_read_on_every_soc() {
    for chip in chips() {
        let ops = [
            Op::Write(REGISTER, 0x1234_5678),
            Op::Change(REGISTER, 0xffff, 0x1),
            Op::Read(REGISTER),
            Op::Poll(REGISTER, 0xff, 1, 0),
            Op::Await(REGISTER, 1, 2, 0),
            Op::Read(REGISTER),
        ];
        let words = with_chip(chip, |agent, fel| agent.run(fel, &[], &script(&ops)));
        assert_eq!(words.expect(chip.name), [0x1234_0001; 2], "{}", chip.name);
    }
}

#[test]
fn a_script_that_fails_says_where_and_with_what_value() {
    with(|agent, fel| {
        let mut script = Script::new("first");
        script.push(Op::Write(REGISTER, 6)).name("second").push(Op::Read(REGISTER));
        script.name("third").push(Op::Await(REGISTER, 1, 4, 0)).push(Op::Write(REGISTER, 7));
        // The data before the script count for nothing.
        let error = agent.run(fel, &[0; 33], &script).expect_err("bit 2 is an error");
        assert_eq!(
            error.to_string(),
            "storage: third: the controller reports an error (the controller's events: 0x00000006)"
                .replace("the controller reports an error", "no proper response")
        );
        assert_eq!(fault(error), ("third", Fault::Error(6)));
        let mut after = Script::new("after");
        after.push(Op::Read(REGISTER));
        assert_eq!(agent.run(fel, &[], &after).expect("it goes on"), [6]);
    });
}

#[test]
fn waits_end_in_time() {
    for (chip, _) in each() {
        let timer = chip.mmc(chips::Port::Card).expect("a port").timer;
        with_chip(chip, |agent, fel| {
            let start = [Op::Write(timer + 4, u32::MAX), Op::Write(timer, 1 << 2 | 1 << 1 | 1)];
            let wait = [Op::Read(timer + 8), Op::Delay(1000), Op::Read(timer + 8)];
            let words = agent.run(fel, &[], &script(&[&start[..], &wait].concat()));
            let words = words.expect("it waits");
            let ticks = words[0] - words[1];
            assert!((24_000..26_000).contains(&ticks), "{}: {ticks}", chip.name);
            for op in [Op::Poll(REGISTER, 1, 1, 2), Op::Await(REGISTER, 1, 2, 2)] {
                let ops = [Op::Write(REGISTER, 4), op];
                let error = agent.run(fel, &[], &script(&ops)).expect_err("it never comes");
                assert_eq!(fault(error), ("a test", Fault::Expired(4)), "{}", chip.name);
            }
        });
    }
}

#[test]
fn more_results_than_there_is_room_for_are_refused() {
    with(|agent, fel| {
        let reads = [Op::Read(REGISTER); 65];
        agent.run(fel, &[], &script(&reads[..64])).expect("there is room");
        let error = agent.run(fel, &[], &script(&reads)).expect_err("there is not");
        assert_eq!(fault(error), ("a test", Fault::Confused));
    });
}

#[test]
fn nothing_is_carried_out_after_a_failure_until_that_was_asked_for() {
    with(|agent, fel| {
        let mut bad = Script::new("bad");
        bad.push(Op::Await(REGISTER + 4, 0, 0xff, 0));
        let mut set = Script::new("set");
        set.push(Op::Write(REGISTER + 4, 1));
        let mut more = Script::new("more");
        more.push(Op::Write(REGISTER, 99));
        for script in [&set, &bad, &more] {
            agent.start(fel, &[], script).expect("transfers work");
        }
        let error = agent.settle(fel, 0).expect_err("the second failed");
        assert_eq!(fault(error), ("bad", Fault::Error(1)));
        let mut read = Script::new("read");
        read.push(Op::Read(REGISTER));
        assert_eq!(agent.run(fel, &[], &read).expect("it goes on"), [0]);
    });
}

#[test]
fn an_agent_that_does_not_run_is_found_out() {
    for (chip, back) in each() {
        with_chip(chip, |agent, fel| {
            fel.write_bytes(agent.room().agent, &back.to_le_bytes()).expect("memory");
            let script = script(&[Op::Write(REGISTER, 1)]);
            let error = agent.run(fel, &[], &script).expect_err("no run");
            assert_eq!(fault(error), ("the agent", Fault::Confused), "{}", chip.name);
        });
    }
}

fn crc(bytes: &[u8]) -> u32 {
    crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(bytes)
}

fn sum_of(chip: &'static Chip, bytes: &[u8], halves: usize) -> u32 {
    with_chip(chip, |agent, fel| {
        let (data, sum) = (agent.data(), agent.sum());
        let mut ops = vec![Op::Write(sum, u32::MAX)];
        for (index, part) in bytes.chunks(halves * 4).enumerate() {
            ops.push(Op::Sum(data + (index * halves * 4) as u32, (part.len() / 4) as u32));
        }
        ops.push(Op::Read(sum));
        !agent.run(fel, bytes, &script(&ops)).expect("it sums")[0]
    })
}

#[test]
fn operations_are_repeated_as_often_as_is_said() {
    with(|agent, fel| {
        let (data, sum) = (agent.data(), agent.sum());
        let ops = [Op::Write(sum, u32::MAX), Op::Sum(data, 4), Op::Repeat(1, 5), Op::Read(sum)];
        let found = agent.run(fel, b"0123456789abcdef", &script(&ops)).expect("it sums");
        assert_eq!(!found[0], crc(&b"0123456789abcdef".repeat(5)));
    });
}

#[test]
fn repetitions_are_repeated() {
    with(|agent, fel| {
        let (data, sum) = (agent.data(), agent.sum());
        let inner = [Op::Sum(data, 1), Op::Repeat(1, 3), Op::Sum(data + 4, 1)];
        let mut ops = vec![Op::Write(sum, u32::MAX)];
        ops.extend(inner);
        ops.extend([Op::Repeat(3, 2), Op::Read(sum)]);
        let found = agent.run(fel, b"abcdWXYZ", &script(&ops)).expect("it sums");
        assert_eq!(!found[0], crc(b"abcdabcdabcdWXYZabcdabcdabcdWXYZ"));
    });
}

#[test]
fn operands_step() {
    with(|agent, fel| {
        let (data, sum) = (agent.data(), agent.sum());
        let ops = [
            Op::Write(sum, u32::MAX),
            Op::Sum(data, 1),
            Op::Write(REGISTER, 5),
            Op::Step(2, 1, 8),
            Op::Step(2, 2, 0u32.wrapping_sub(2)),
            Op::Repeat(4, 3),
            Op::Read(sum),
            Op::Read(REGISTER),
        ];
        let found = agent.run(fel, b"abcd....efgh....ijkl", &script(&ops)).expect("it sums");
        assert_eq!([!found[0], found[1]], [crc(b"abcdefghijkl"), 1]);
    });
}

#[test]
fn operations_are_carried_out_again_while_a_bit_is_set() {
    with(|agent, fel| {
        // 12, 8, 4, 0.
        let looping = |times| {
            [
                Op::Write(REGISTER, 12),
                Op::Change(REGISTER + 4, 0, 0),
                Op::Step(2, 2, 0u32.wrapping_sub(4)),
                Op::While(REGISTER, 12, 3, times),
                Op::Read(REGISTER),
            ]
        };
        for times in [4, 1000] {
            let found = agent.run(fel, &[], &script(&looping(times))).expect("it ends");
            assert_eq!(found, [0], "{times}");
        }
        let error = agent.run(fel, &[], &script(&looping(3))).expect_err("once too few");
        assert_eq!(fault(error), ("a test", Fault::Expired(4)));
    });
}

fn unpacked(chip: &'static Chip, packed: &[u8], length: usize) -> Result<Vec<u8>, Error> {
    with_chip(chip, |agent, fel| {
        let block = agent.room().block;
        // What is behind the block must stay.
        fel.write_bytes(block, &vec![0xa5; length + 16])?;
        let op = Op::Unpack(agent.data(), packed.len() as u32, block, length as u32);
        let outcome = agent.run(fel, packed, &script(&[op]));
        let mut bytes = fel.read_bytes(block, length + 16)?;
        assert_eq!(bytes.split_off(length), [0xa5; 16]);
        outcome.map(|_| bytes)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn sums_are_those_of_crc32(words in prop::collection::vec(any::<u32>(), 1..300), part in 1usize..64) {
        let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        let part = part.max(bytes.len() / 4 / 20);
        for (chip, _) in each() {
            prop_assert_eq!(sum_of(chip, &bytes, part), crc(&bytes));
        }
    }

    #[test]
    fn what_a_crate_packs_the_agent_unpacks(pieces in prop::collection::vec((any::<u8>(), 1usize..700, 1u8..9), 1..20)) {
        let mut bytes = Vec::new();
        for (first, length, step) in pieces {
            bytes.extend((0..length).map(|at| first.wrapping_mul((at % usize::from(step)) as u8)));
        }
        bytes.truncate(8192);
        let packed = lz4_flex::block::compress(&bytes);
        for (chip, _) in each() {
            let back = unpacked(chip, &packed, bytes.len()).expect("it unpacks");
            prop_assert_eq!(&back, &bytes);
        }
    }

    #[test]
    fn damaged_blocks_never_write_past_the_end(
        seed in prop::collection::vec(0u8..4, 200..900),
        at in any::<prop::sample::Index>(),
        value in any::<u8>(),
    ) {
        let mut packed = lz4_flex::block::compress(&seed);
        let at = at.index(packed.len());
        packed[at] = value;
        for (chip, _) in each() {
            match unpacked(chip, &packed, seed.len()) {
                Ok(bytes) => prop_assert_eq!(lz4_flex::block::decompress(&packed, seed.len()).ok(), Some(bytes)),
                Err(error) => prop_assert_eq!(fault(error), ("a test", Fault::Damaged)),
            }
        }
    }
}
