//! Instructions one by one, each with the word that Debian's assembler makes of it.

extern crate std;

use std::{format, fs, path::Path, process::Command, string::String, vec, vec::Vec};

use proptest::prelude::*;

use super::{Bus, Halt, Hart};

mod qemu;

/// Where an instruction under test is.
const AT: u32 = 0x100;
const SIZE: usize = 0x4000;

/// A little memory, and nothing else.
struct Flat {
    bytes: Vec<u8>,
    base: u32,
}

impl Flat {
    fn new() -> Self {
        Self { bytes: vec![0; SIZE], base: 0 }
    }

    fn poke(&mut self, address: u32, value: u32) {
        self.store(address, 4, value).expect("an address in the little memory");
    }
}

impl Bus for Flat {
    fn fetch(&mut self, address: u32) -> Result<u32, Halt> {
        self.load(address, 4)
    }

    fn load(&mut self, address: u32, size: u32) -> Result<u32, Halt> {
        let place = |at| self.bytes.get((address.checked_sub(self.base)? + at) as usize);
        let mut bytes = (0..size).rev().map(place);
        let word = bytes.try_fold(0, |word, byte| Some(word << 8 | u32::from(*byte?)));
        word.ok_or(Halt::Hung)
    }

    fn store(&mut self, address: u32, size: u32, value: u32) -> Result<(), Halt> {
        self.load(address, size)?;
        let start = (address - self.base) as usize;
        let bytes = &value.to_le_bytes()[..size as usize];
        self.bytes[start..start + size as usize].copy_from_slice(bytes);
        Ok(())
    }
}

/// Executes one word where the program counter is.
fn one(hart: &mut Hart, bus: &mut Flat, word: u32) -> Result<(), Halt> {
    bus.poke(AT, word);
    hart.pc = AT.into();
    hart.lines.clear();
    hart.step(bus)
}

/// A state in words: `x1=12ab`, `[1000]=1`, `pc=108`.
fn parse<'t>(text: &'t str, mut put: impl FnMut(&'t str, u64)) {
    for token in text.split_whitespace() {
        let (place, value) = token.split_once('=').expect("a place and a value");
        put(place, u64::from_str_radix(value, 16).expect("hex"));
    }
}

fn register(place: &str) -> Option<usize> {
    place.strip_prefix('x').map(|index| index.parse().expect("a register"))
}

fn memory(place: &str) -> u32 {
    let hex = place.trim_start_matches('[').trim_end_matches(']');
    u32::from_str_radix(hex, 16).expect("an address")
}

/// Why it halts, as the cases say it.
fn name(halt: &Halt) -> &'static str {
    match halt {
        Halt::Undefined => "undefined",
        Halt::Supervisor => "trap",
        Halt::Asleep => "asleep",
        Halt::Stale(_) => "stale",
        Halt::Board(..) => "lost",
        _ => "hung",
    }
}

#[test]
fn every_instruction_does_what_the_manual_says() {
    for (text, word, before, after) in CASES {
        check(text, *word, before, after);
    }
}

fn check(text: &str, word: u32, before: &str, after: &str) {
    let (mut hart, mut bus) = (Hart::new(), Flat::new());
    parse(before, |place, value| match register(place) {
        Some(index) => hart.set(index, value),
        None => bus.poke(memory(place), value as u32),
    });
    let mut expected = hart.registers;
    let mut pc = u64::from(AT) + if word & 3 == 3 { 4 } else { 2 };
    if let Err(halt) = one(&mut hart, &mut bus, word) {
        return assert_eq!(name(&halt), after, "{text} ({before})");
    }
    let mut words = Vec::new();
    parse(after, |place, value| match (register(place), place) {
        (Some(index), _) => expected[index] = value,
        (None, "pc") => pc = value,
        (None, _) => words.push((memory(place), value as u32)),
    });
    assert_eq!(
        (format!("{:x?}", hart.registers), hart.pc),
        (format!("{expected:x?}"), pc),
        "{text} ({before})"
    );
    for (address, value) in words {
        assert_eq!(bus.load(address, 4), Ok(value), "{text} ({before}): [{address:x}]");
    }
}

/// What Debian's assembler makes of a text.
fn assembled(name: &str, source: &str, address: &str) -> Vec<u8> {
    let folder = std::env::temp_dir().join(format!("racklet-flash-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let [text, object, linked, binary] = ["s", "o", "elf", "bin"].map(|name| folder.join(name));
    fs::write(&text, source).expect("a file");
    let run = |tool: &str, options: &[&str], paths: &[&Path]| {
        let tool = format!("riscv64-linux-gnu-{tool}");
        let run = Command::new(&tool).args(options).args(paths).output();
        let run = run.expect("install binutils-riscv64-linux-gnu");
        assert!(run.status.success(), "{tool}: {}", String::from_utf8_lossy(&run.stderr));
    };
    let architecture = ["-march=rv64gc_zicsr_zifencei", "-mno-relax", "-o"];
    run("as", &architecture, &[&object, &text]);
    run("ld", &["--no-relax", "-Ttext", address, "-e", address, "-o"], &[&linked, &object]);
    run("objcopy", &["-O", "binary", "-j", ".text"], &[&linked, &binary]);
    let bytes = fs::read(&binary).expect("the assembled words");
    fs::remove_dir_all(&folder).expect("the folder is ours");
    bytes
}

#[test]
fn the_words_are_what_the_assembler_makes_of_the_texts() {
    let line = |text: &str| match text.starts_with("c.") {
        true => format!(".option rvc\n{text}\n.half 0\n"),
        false => format!(".option norvc\n{text}\n"),
    };
    let source: String = CASES.iter().map(|case| line(case.0)).collect();
    let bytes = assembled("rv64", &source, "0");
    assert_eq!(bytes.len(), 4 * CASES.len());
    for (case, word) in CASES.iter().zip(bytes.chunks_exact(4)) {
        let word = u32::from_le_bytes([word[0], word[1], word[2], word[3]]);
        assert_eq!(format!("{:08x}", case.1), format!("{word:08x}"), "{}", case.0);
    }
}

#[test]
fn stale_code_is_found_by_lines_of_the_cache() {
    const NOP: u32 = 0x0000_0013;
    const OTHER: u32 = 0x0010_0313;
    let (mut hart, mut bus) = (Hart::new(), Flat::new());
    let mut at = |hart: &mut Hart, address: u32, word| {
        bus.poke(address, word);
        hart.pc = address.into();
        hart.step(&mut bus)
    };
    assert_eq!(at(&mut hart, 0x100, NOP), Ok(()));
    assert!(matches!(at(&mut hart, 0x100, OTHER), Err(Halt::Stale(_))));
    assert_eq!(at(&mut hart, 0x100, NOP), Ok(()));
    // Its line came with it, the next did not.
    assert!(matches!(at(&mut hart, 0x13c, NOP), Err(Halt::Stale(_))));
    assert_eq!(at(&mut hart, 0x140, NOP), Ok(()));
    // fence.i in a fresh line empties the cache.
    assert_eq!(at(&mut hart, 0x200, 0x0000_100f), Ok(()));
    assert_eq!(at(&mut hart, 0x13c, NOP), Ok(()));
    // So does mcor, once T-Head's own registers are known; the caches of data and of branches are others.
    hart.set(5, 0x30013);
    assert_eq!(at(&mut hart, 0x300, 0x7c22_9073), Err(Halt::Undefined));
    hart.set(6, 1 << 22);
    assert_eq!(at(&mut hart, 0x400, 0x7c03_2073), Ok(()));
    hart.set(5, 0x30012);
    assert_eq!(at(&mut hart, 0x500, 0x7c22_9073), Ok(()));
    assert!(matches!(at(&mut hart, 0x13c, OTHER), Err(Halt::Stale(_))));
    hart.set(5, 0x30013);
    assert_eq!(at(&mut hart, 0x600, 0x7c22_9073), Ok(()));
    assert_eq!(at(&mut hart, 0x13c, OTHER), Ok(()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn no_words_make_the_processor_panic(
        words in proptest::collection::vec(any::<u32>(), 1..40),
        registers in proptest::array::uniform31(prop_oneof![any::<u64>(), 0u64..SIZE as u64]),
    ) {
        let (mut hart, mut bus) = (Hart::new(), Flat::new());
        hart.registers[1..].copy_from_slice(&registers);
        for (address, word) in (AT..).step_by(4).zip(&words) {
            bus.poke(address, *word);
        }
        hart.pc = AT.into();
        for word in words {
            // Each on its own, and then wherever it leads.
            let _ = hart.execute(word, &mut bus);
            let _ = hart.step(&mut bus);
        }
    }
}

/// Text, word, state before, state after; a halt is named in the place of the latter. What is not named has not changed.
#[rustfmt::skip]
const CASES: &[(&str, u32, &str, &str)] = &[
    // Operations with an immediate.
    ("addi x5, x6, -1", 0xfff3_0293, "x6=0", "x5=ffffffffffffffff"),
    ("addi x5, x6, 2047", 0x7ff3_0293, "x6=7fffffffffffffff", "x5=80000000000007fe"),
    ("addi x0, x6, 1", 0x0013_0013, "x6=5", ""),
    ("slti x5, x6, -1", 0xfff3_2293, "x6=fffffffffffffffe", "x5=1"),
    ("slti x5, x6, 1", 0x0013_2293, "x6=1", "x5=0"),
    ("sltiu x5, x6, -1", 0xfff3_3293, "x6=1", "x5=1"),
    ("sltiu x5, x6, 1", 0x0013_3293, "x6=8000000000000000", "x5=0"),
    ("xori x5, x6, -1", 0xfff3_4293, "x6=123456789abcdef0", "x5=edcba9876543210f"),
    ("ori x5, x6, 0x70f", 0x70f3_6293, "x6=f0", "x5=7ff"),
    ("andi x5, x6, -16", 0xff03_7293, "x6=ff", "x5=f0"),
    ("slli x5, x6, 63", 0x03f3_1293, "x6=3", "x5=8000000000000000"),
    ("srli x5, x6, 63", 0x03f3_5293, "x6=8000000000000000", "x5=1"),
    ("srai x5, x6, 63", 0x43f3_5293, "x6=8000000000000000", "x5=ffffffffffffffff"),
    ("addiw x5, x6, 1", 0x0013_029b, "x6=17fffffff", "x5=ffffffff80000000"),
    ("slliw x5, x6, 31", 0x01f3_129b, "x6=100000003", "x5=ffffffff80000000"),
    ("srliw x5, x6, 1", 0x0013_529b, "x6=ff80000002", "x5=40000001"),
    ("srliw x5, x6, 0", 0x0003_529b, "x6=80000000", "x5=ffffffff80000000"),
    ("sraiw x5, x6, 31", 0x41f3_529b, "x6=80000000", "x5=ffffffffffffffff"),
    ("lui x5, 0x80000", 0x8000_02b7, "", "x5=ffffffff80000000"),
    ("lui x5, 0x12345", 0x1234_52b7, "", "x5=12345000"),
    ("auipc x5, 0x1", 0x0000_1297, "", "x5=1100"),
    ("auipc x5, 0xfffff", 0xffff_f297, "", "x5=fffffffffffff100"),
    // Operations on registers.
    ("add x5, x6, x7", 0x0073_02b3, "x6=ffffffffffffffff x7=2", "x5=1"),
    ("sub x5, x6, x7", 0x4073_02b3, "x6=1 x7=2", "x5=ffffffffffffffff"),
    ("sll x5, x6, x7", 0x0073_12b3, "x6=1 x7=7f", "x5=8000000000000000"),
    ("slt x5, x6, x7", 0x0073_22b3, "x6=ffffffffffffffff x7=0", "x5=1"),
    ("sltu x5, x6, x7", 0x0073_32b3, "x6=ffffffffffffffff x7=0", "x5=0"),
    ("xor x5, x6, x7", 0x0073_42b3, "x6=ff00 x7=ff0", "x5=f0f0"),
    ("srl x5, x6, x7", 0x0073_52b3, "x6=8000000000000000 x7=44", "x5=800000000000000"),
    ("sra x5, x6, x7", 0x4073_52b3, "x6=8000000000000000 x7=44", "x5=f800000000000000"),
    ("or x5, x6, x7", 0x0073_62b3, "x6=f0 x7=f", "x5=ff"),
    ("and x5, x6, x7", 0x0073_72b3, "x6=ff x7=f0f", "x5=f"),
    ("addw x5, x6, x7", 0x0073_02bb, "x6=7fffffff x7=ff00000001", "x5=ffffffff80000000"),
    ("subw x5, x6, x7", 0x4073_02bb, "x6=0 x7=1", "x5=ffffffffffffffff"),
    ("sllw x5, x6, x7", 0x0073_12bb, "x6=1 x7=3f", "x5=ffffffff80000000"),
    ("srlw x5, x6, x7", 0x0073_52bb, "x6=ff80000000 x7=20", "x5=ffffffff80000000"),
    ("srlw x5, x6, x7", 0x0073_52bb, "x6=ff80000000 x7=1", "x5=40000000"),
    ("sraw x5, x6, x7", 0x4073_52bb, "x6=80000000 x7=4", "x5=fffffffff8000000"),
    // Products and quotients.
    ("mul x5, x6, x7", 0x0273_02b3, "x6=ffffffffffffffff x7=3", "x5=fffffffffffffffd"),
    ("mulh x5, x6, x7", 0x0273_12b3, "x6=ffffffffffffffff x7=ffffffffffffffff", "x5=0"),
    ("mulh x5, x6, x7", 0x0273_12b3, "x6=8000000000000000 x7=2", "x5=ffffffffffffffff"),
    ("mulhsu x5, x6, x7", 0x0273_22b3, "x6=ffffffffffffffff x7=ffffffffffffffff", "x5=ffffffffffffffff"),
    ("mulhu x5, x6, x7", 0x0273_32b3, "x6=ffffffffffffffff x7=ffffffffffffffff", "x5=fffffffffffffffe"),
    ("div x5, x6, x7", 0x0273_42b3, "x6=fffffffffffffff9 x7=2", "x5=fffffffffffffffd"),
    ("div x5, x6, x7", 0x0273_42b3, "x6=5 x7=0", "x5=ffffffffffffffff"),
    ("div x5, x6, x7", 0x0273_42b3, "x6=8000000000000000 x7=ffffffffffffffff", "x5=8000000000000000"),
    ("divu x5, x6, x7", 0x0273_52b3, "x6=fffffffffffffff9 x7=2", "x5=7ffffffffffffffc"),
    ("divu x5, x6, x7", 0x0273_52b3, "x6=5 x7=0", "x5=ffffffffffffffff"),
    ("rem x5, x6, x7", 0x0273_62b3, "x6=fffffffffffffff9 x7=2", "x5=ffffffffffffffff"),
    ("rem x5, x6, x7", 0x0273_62b3, "x6=5 x7=0", "x5=5"),
    ("rem x5, x6, x7", 0x0273_62b3, "x6=8000000000000000 x7=ffffffffffffffff", "x5=0"),
    ("remu x5, x6, x7", 0x0273_72b3, "x6=fffffffffffffff9 x7=10", "x5=9"),
    ("remu x5, x6, x7", 0x0273_72b3, "x6=5 x7=0", "x5=5"),
    ("mulw x5, x6, x7", 0x0273_02bb, "x6=10000 x7=18000", "x5=ffffffff80000000"),
    ("divw x5, x6, x7", 0x0273_42bb, "x6=80000000 x7=ffffffff", "x5=ffffffff80000000"),
    ("divw x5, x6, x7", 0x0273_42bb, "x6=5 x7=100000000", "x5=ffffffffffffffff"),
    ("divuw x5, x6, x7", 0x0273_52bb, "x6=fffffffe x7=1", "x5=fffffffffffffffe"),
    ("divuw x5, x6, x7", 0x0273_52bb, "x6=5 x7=0", "x5=ffffffffffffffff"),
    ("remw x5, x6, x7", 0x0273_62bb, "x6=fffffff9 x7=2", "x5=ffffffffffffffff"),
    ("remw x5, x6, x7", 0x0273_62bb, "x6=80000005 x7=0", "x5=ffffffff80000005"),
    ("remw x5, x6, x7", 0x0273_62bb, "x6=80000000 x7=ffffffff", "x5=0"),
    ("remuw x5, x6, x7", 0x0273_72bb, "x6=fffffff9 x7=10", "x5=9"),
    ("remuw x5, x6, x7", 0x0273_72bb, "x6=80000005 x7=0", "x5=ffffffff80000005"),
    // Loads and stores.
    ("lb x5, 3(x6)", 0x0033_0283, "x6=1000 [1000]=80000000", "x5=ffffffffffffff80"),
    ("lbu x5, 3(x6)", 0x0033_4283, "x6=1000 [1000]=80000000", "x5=80"),
    ("lh x5, -2(x6)", 0xffe3_1283, "x6=1004 [1000]=80010000", "x5=ffffffffffff8001"),
    ("lhu x5, -2(x6)", 0xffe3_5283, "x6=1004 [1000]=80010000", "x5=8001"),
    ("lw x5, 0(x6)", 0x0003_2283, "x6=1000 [1000]=80000000", "x5=ffffffff80000000"),
    ("lwu x5, 0(x6)", 0x0003_6283, "x6=1000 [1000]=80000000", "x5=80000000"),
    ("ld x5, 8(x6)", 0x0083_3283, "x6=1000 [1008]=11 [100c]=22", "x5=2200000011"),
    ("sb x5, 1(x6)", 0x0053_00a3, "x5=1ff x6=1000 [1000]=11223344", "[1000]=1122ff44"),
    ("sh x5, 2(x6)", 0x0053_1123, "x5=12345678 x6=1000 [1000]=11223344", "[1000]=56783344"),
    ("sw x5, -4(x6)", 0xfe53_2e23, "x5=ffffffff12345678 x6=1004", "[1000]=12345678 [1004]=0"),
    ("sd x5, -2048(x6)", 0x8053_3023, "x5=1122334455667788 x6=1800", "[1000]=55667788 [1004]=11223344"),
    ("lw x5, 0(x6)", 0x0003_2283, "x6=f0000000", "hung"),
    ("sw x5, 0(x6)", 0x0053_2023, "x6=f0000000", "hung"),
    ("lw x5, 0(x6)", 0x0003_2283, "x6=ffffffff80000000", "lost"),
    ("lw x5, 2(x6)", 0x0023_2283, "x6=1000", "lost"),
    ("lh x5, 1(x6)", 0x0013_1283, "x6=1000", "lost"),
    ("ld x5, 4(x6)", 0x0043_3283, "x6=1000", "lost"),
    ("sw x5, 1(x6)", 0x0053_20a3, "x6=1000", "lost"),
    ("sh x5, 1(x6)", 0x0053_10a3, "x6=1000", "lost"),
    ("sd x5, 4(x6)", 0x0053_3223, "x6=1000", "lost"),
    // Jumps and branches.
    ("jal x1, .+0x40", 0x0400_00ef, "", "x1=104 pc=140"),
    ("jal x0, .-0x40", 0xfc1f_f06f, "", "pc=c0"),
    ("jal x5, .+0xff000", 0x000f_f2ef, "", "x5=104 pc=ff100"),
    ("jalr x1, 5(x6)", 0x0053_00e7, "x6=200", "x1=104 pc=204"),
    ("jalr x6, 0(x6)", 0x0003_0367, "x6=200", "x6=104 pc=200"),
    ("beq x5, x6, .+0x40", 0x0462_8063, "x5=1 x6=1", "pc=140"),
    ("beq x5, x6, .+0x40", 0x0462_8063, "x5=1 x6=2", ""),
    ("bne x5, x6, .-0x80", 0xf862_90e3, "x5=1 x6=2", "pc=80"),
    ("bne x5, x6, .-0x80", 0xf862_90e3, "x5=1 x6=1", ""),
    ("blt x5, x6, .+0x40", 0x0462_c063, "x5=ffffffffffffffff x6=0", "pc=140"),
    ("blt x5, x6, .+0x40", 0x0462_c063, "x5=0 x6=0", ""),
    ("bge x5, x6, .+0x40", 0x0462_d063, "x5=0 x6=0", "pc=140"),
    ("bge x5, x6, .+0x40", 0x0462_d063, "x5=ffffffffffffffff x6=0", ""),
    ("bltu x5, x6, .+0x40", 0x0462_e063, "x5=0 x6=ffffffffffffffff", "pc=140"),
    ("bltu x5, x6, .+0x40", 0x0462_e063, "x5=ffffffffffffffff x6=0", ""),
    ("bgeu x5, x6, .+0xffe", 0x7e62_ffe3, "x5=ffffffffffffffff x6=0", "pc=10fe"),
    ("bgeu x5, x6, .+0xffe", 0x7e62_ffe3, "x5=0 x6=1", ""),
    // Two bytes.
    ("c.addi4spn x8, x2, 1020", 0x1fe0, "x2=1000", "x8=13fc"),
    ("c.addi4spn x15, x2, 4", 0x005c, "x2=1000", "x15=1004"),
    ("c.lw x9, 124(x10)", 0x5d64, "x10=1000 [107c]=80000000", "x9=ffffffff80000000"),
    ("c.lw x9, 4(x10)", 0x4144, "x10=1000 [1004]=5", "x9=5"),
    ("c.ld x9, 248(x10)", 0x7d64, "x10=1000 [10f8]=1 [10fc]=2", "x9=200000001"),
    ("c.sw x9, 64(x10)", 0xc124, "x9=77 x10=1000", "[1040]=77"),
    ("c.sd x9, 8(x10)", 0xe504, "x9=7700000066 x10=1000", "[1008]=66 [100c]=77"),
    ("c.nop", 0x0001, "", ""),
    ("c.addi x5, -32", 0x1281, "x5=0", "x5=ffffffffffffffe0"),
    ("c.addiw x5, 31", 0x22fd, "x5=7fffffff", "x5=ffffffff8000001e"),
    ("c.li x5, -1", 0x52fd, "", "x5=ffffffffffffffff"),
    ("c.addi16sp x2, 496", 0x617d, "x2=1000", "x2=11f0"),
    ("c.addi16sp x2, -512", 0x7101, "x2=1000", "x2=e00"),
    ("c.lui x5, 0xfffe0", 0x7281, "", "x5=fffffffffffe0000"),
    ("c.lui x5, 31", 0x62fd, "", "x5=1f000"),
    ("c.srli x8, 33", 0x9005, "x8=8000000000000000", "x8=40000000"),
    ("c.srai x8, 33", 0x9405, "x8=8000000000000000", "x8=ffffffffc0000000"),
    ("c.andi x8, -2", 0x9879, "x8=ff", "x8=fe"),
    ("c.sub x8, x9", 0x8c05, "x8=1 x9=2", "x8=ffffffffffffffff"),
    ("c.xor x8, x9", 0x8c25, "x8=ff x9=f", "x8=f0"),
    ("c.or x8, x9", 0x8c45, "x8=f0 x9=f", "x8=ff"),
    ("c.and x8, x9", 0x8c65, "x8=ff x9=f", "x8=f"),
    ("c.subw x8, x9", 0x9c05, "x8=80000000 x9=1", "x8=7fffffff"),
    ("c.addw x8, x9", 0x9c25, "x8=7fffffff x9=1", "x8=ffffffff80000000"),
    ("c.j .+0x7fe", 0xaffd, "", "pc=8fe"),
    ("c.j .-0x80", 0xb741, "", "pc=80"),
    ("c.beqz x8, .+0xfe", 0xcc7d, "x8=0", "pc=1fe"),
    ("c.beqz x8, .+0xfe", 0xcc7d, "x8=1", ""),
    ("c.bnez x8, .-0x80", 0xf041, "x8=1", "pc=80"),
    ("c.bnez x8, .-0x80", 0xf041, "x8=0", ""),
    ("c.slli x5, 40", 0x12a2, "x5=1", "x5=10000000000"),
    ("c.lwsp x5, 252(x2)", 0x52fe, "x2=1000 [10fc]=80000000", "x5=ffffffff80000000"),
    ("c.ldsp x5, 504(x2)", 0x72fe, "x2=1000 [11f8]=1 [11fc]=2", "x5=200000001"),
    ("c.swsp x5, 252(x2)", 0xdf96, "x5=9 x2=1000", "[10fc]=9"),
    ("c.sdsp x5, 504(x2)", 0xff96, "x5=900000008 x2=1000", "[11f8]=8 [11fc]=9"),
    ("c.jr x5", 0x8282, "x5=201", "pc=200"),
    ("c.jalr x5", 0x9282, "x5=200", "x1=102 pc=200"),
    ("c.mv x5, x6", 0x829a, "x6=9", "x5=9"),
    ("c.add x5, x6", 0x929a, "x5=1 x6=9", "x5=a"),
    ("c.ebreak", 0x9002, "", "trap"),
    // Order, control, and what is not known.
    ("fence", 0x0ff0_000f, "", ""),
    ("fence.i", 0x0000_100f, "", ""),
    ("csrw mscratch, x5", 0x3402_9073, "x5=9", ""),
    ("csrr x5, mscratch", 0x3400_22f3, "x5=9", "x5=0"),
    ("csrr x5, mhartid", 0xf140_22f3, "x5=9", "x5=0"),
    ("csrw mhartid, x5", 0xf142_9073, "", "undefined"),
    ("csrs 0x7c0, x5", 0x7c02_a073, "x5=400000", ""),
    ("csrw 0x7c2, x5", 0x7c22_9073, "x5=30013", "undefined"),
    ("csrr x5, mstatus", 0x3000_22f3, "", "undefined"),
    ("ecall", 0x0000_0073, "", "trap"),
    ("ebreak", 0x0010_0073, "", "trap"),
    ("wfi", 0x1050_0073, "", "asleep"),
    ("mret", 0x3020_0073, "", "undefined"),
    ("fadd.d f0, f1, f2", 0x0220_f053, "", "undefined"),
    ("amoadd.w x5, x6, (x7)", 0x0063_a2af, "x7=1000", "undefined"),
    ("c.fld f8, 0(x9)", 0x2080, "x9=1000", "undefined"),
];
