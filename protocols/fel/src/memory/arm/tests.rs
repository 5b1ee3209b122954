//! Instructions one by one, each with the word that Debian's assembler makes of it.

extern crate std;

use std::{format, fs, process::Command, string::ToString, vec::Vec};

use proptest::prelude::*;

use super::{
    Arm, Bus, Cp15, Halt,
    registers::{C, N, V, Z},
};
use crate::{chips, engine::State};

/// Where an instruction under test is.
const AT: u32 = 0x100;
const SIZE: usize = 0x4000;

/// A little memory, and nothing else.
struct Flat([u8; SIZE]);

impl Flat {
    fn poke(&mut self, address: u32, value: u32) {
        self.store(address, 4, value).expect("an address in the little memory");
    }
}

impl Bus for Flat {
    fn fetch(&mut self, address: u32) -> Result<u32, Halt> {
        self.load(address, 4)
    }

    fn load(&mut self, address: u32, size: u32) -> Result<u32, Halt> {
        let mut bytes = (0..size).rev().map(|at| self.0.get(address.checked_add(at)? as usize));
        let word = bytes.try_fold(0, |word, byte| Some(word << 8 | u32::from(*byte?)));
        word.ok_or(Halt::Hung)
    }

    fn store(&mut self, address: u32, size: u32, value: u32) -> Result<(), Halt> {
        self.load(address, size)?;
        let start = address as usize;
        self.0[start..start + size as usize].copy_from_slice(&value.to_le_bytes()[..size as usize]);
        Ok(())
    }

    fn monitor(&mut self) -> Result<(), Halt> {
        Err(Halt::Board(State::Lost, "monitor".to_string()))
    }

    fn is_identity(&self, table: u32) -> bool {
        table == 0x4000
    }
}

fn arm(chip: &str) -> Arm {
    let mut arm = Arm::new(Cp15::new(chips::by_name(chip).expect("a chip of the table")));
    arm.registers.set_pc(AT);
    arm
}

/// Executes one word where the program counter is, and goes back there.
fn one(arm: &mut Arm, bus: &mut Flat, word: u32) -> Result<(), Halt> {
    bus.poke(AT, word);
    arm.registers.set_pc(AT);
    arm.step(bus)
}

/// A state in words: `r1=12ab`, `[1000]=1`, `pc=108`, the flags that are set.
fn parse<'t>(text: &'t str, mut put: impl FnMut(&'t str, u32), mut flags: impl FnMut(u32)) {
    for token in text.split_whitespace() {
        match token.split_once('=') {
            Some((place, value)) => put(place, u32::from_str_radix(value, 16).expect("hex")),
            None => token.chars().for_each(|flag| flags(flag_bit(flag))),
        }
    }
}

fn flag_bit(flag: char) -> u32 {
    [('N', N), ('Z', Z), ('C', C), ('V', V)]
        .iter()
        .find_map(|&(name, bit)| (name == flag).then_some(bit))
        .expect("a flag")
}

fn register(place: &str) -> Option<usize> {
    place.strip_prefix('r').map(|index| index.parse().expect("a register"))
}

fn memory(place: &str) -> u32 {
    let hex = place.trim_start_matches('[').trim_end_matches(']');
    u32::from_str_radix(hex, 16).expect("an address")
}

/// Why it halts, as the cases say it.
fn name(halt: &Halt) -> &'static str {
    match halt {
        Halt::Undefined => "undefined",
        Halt::Thumb(_) => "thumb",
        Halt::Supervisor => "supervisor",
        Halt::Asleep => "asleep",
        Halt::Stale(_) => "stale",
        Halt::Board(..) => "monitor",
        Halt::Hung => "hung",
    }
}

#[test]
fn every_instruction_does_what_the_manual_says() {
    for (text, word, before, after) in CASES {
        check(text, *word, before, after);
    }
}

fn check(text: &str, word: u32, before: &str, after: &str) {
    let (mut arm, mut bus) = (arm("H3"), Flat([0; SIZE]));
    let mut flags = 0;
    let put = |place, value| match register(place) {
        Some(index) => arm.registers.set(index, value),
        None => bus.poke(memory(place), value),
    };
    parse(before, put, |flag| flags |= flag);
    arm.registers.set_flags(flags);
    let mut expected: Vec<u32> = (0..15).map(|index| arm.registers.get(index)).collect();
    let (mut pc, mut flags, mut words) = (AT + 4, 0, Vec::new());
    match one(&mut arm, &mut bus, word) {
        Ok(()) => {}
        Err(halt) => return assert_eq!(name(&halt), after, "{text} ({before})"),
    }
    let put = |place: &str, value| match (register(place), place) {
        (Some(index), _) => expected[index] = value,
        (None, "pc") => pc = value,
        (None, _) => words.push((memory(place), value)),
    };
    parse(after, put, |flag| flags |= flag);
    let found: Vec<u32> = (0..15).map(|index| arm.registers.get(index)).collect();
    assert_eq!(
        (format!("{found:x?}"), arm.registers.pc(), arm.registers.cpsr() >> 28),
        (format!("{expected:x?}"), pc, flags >> 28),
        "{text} ({before})"
    );
    for (address, value) in words {
        assert_eq!(bus.load(address, 4), Ok(value), "{text} ({before}): [{address:x}]");
    }
}

#[test]
fn the_words_are_what_the_assembler_makes_of_the_texts() {
    let head = ".arch armv7ve\n.arch_extension sec\n.fpu vfpv3\n.syntax unified\n.arm\n";
    let texts: Vec<&str> = CASES.iter().map(|case| case.0).collect();
    let folder = std::env::temp_dir().join(format!("racklet-flash-arm-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let [source, object, binary] = ["s", "o", "bin"].map(|name| folder.join(name));
    fs::write(&source, format!("{head}{}\n", texts.join("\n"))).expect("a file");
    let run = |tool: &str, arguments: &[&std::ffi::OsStr]| {
        let tool = format!("arm-linux-gnueabi-{tool}");
        let run = Command::new(&tool).args(arguments).output();
        assert!(run.expect("install binutils-arm-linux-gnueabi").status.success(), "{tool}");
    };
    run("as", &["-o".as_ref(), object.as_ref(), source.as_ref()]);
    let text = ["-O", "binary", "-j", ".text"].map(std::ffi::OsStr::new);
    run("objcopy", &[&text[..], &[object.as_ref(), binary.as_ref()]].concat());
    let bytes = fs::read(&binary).expect("the assembled words");
    fs::remove_dir_all(&folder).expect("the folder is ours");
    let words =
        bytes.chunks_exact(4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]));
    assert_eq!(bytes.len(), 4 * CASES.len());
    for (case, word) in CASES.iter().zip(words) {
        assert_eq!(format!("{:08x}", case.1), format!("{word:08x}"), "{}", case.0);
    }
}

/// `msr cpsr_c, #…`: into a mode, with interrupts masked.
const TO_IRQ: u32 = 0xe321_f0d2;
const TO_FIQ: u32 = 0xe321_f0d1;
const TO_SYSTEM: u32 = 0xe321_f0df;
const TO_SUPERVISOR: u32 = 0xe321_f0d3;
const TO_USER: u32 = 0xe321_f0d0;

#[test]
fn each_mode_has_registers_of_its_own() {
    let (mut arm, mut bus) = (arm("H3"), Flat([0; SIZE]));
    let modes = [(TO_SUPERVISOR, 1), (TO_IRQ, 2), (TO_FIQ, 3), (TO_SYSTEM, 4)];
    for (word, value) in modes {
        one(&mut arm, &mut bus, word).expect("msr");
        for index in [8, 12, 13, 14] {
            arm.registers.set(index, value);
        }
    }
    for (word, value) in modes {
        one(&mut arm, &mut bus, word).expect("msr");
        // Only FIQ mode has R8 to R12 of its own; the others saw the last that was written.
        let shared = if word == TO_FIQ { 3 } else { 4 };
        let found = [8, 12, 13, 14].map(|index| arm.registers.get(index));
        assert_eq!(found, [shared, shared, value, value], "{word:#x}");
    }
    assert_eq!(arm.registers.interrupt_stack(), 2);
    // msr spsr_fc, r8; mrs r0, spsr: in IRQ mode, and not in system mode.
    one(&mut arm, &mut bus, TO_IRQ).expect("msr");
    assert_eq!(arm.registers.interrupt_stack(), 2);
    one(&mut arm, &mut bus, 0xe169_f008).expect("msr");
    one(&mut arm, &mut bus, 0xe14f_0000).expect("mrs");
    assert_eq!(arm.registers.get(0), 4);
    one(&mut arm, &mut bus, TO_SUPERVISOR).expect("msr");
    one(&mut arm, &mut bus, 0xe14f_0000).expect("mrs");
    assert_eq!(arm.registers.get(0), 0);
    one(&mut arm, &mut bus, TO_SYSTEM).expect("msr");
    assert_eq!(one(&mut arm, &mut bus, 0xe14f_0000), Err(Halt::Undefined));
}

#[test]
fn a_user_changes_no_mode_and_asks_no_coprocessor() {
    let (mut arm, mut bus) = (arm("H3"), Flat([0; SIZE]));
    one(&mut arm, &mut bus, TO_USER).expect("msr");
    // msr cpsr_c; cpsie if, #0x13
    for word in [TO_SUPERVISOR, 0xf10a_00d3] {
        one(&mut arm, &mut bus, word).expect("ignored");
        assert_eq!(arm.registers.cpsr() & 0xff, 0xd0, "{word:#x}");
    }
    // mrc p15, 0, r0, c1, c0, 0; smc #0
    for word in [0xee11_0f10, 0xe160_0070] {
        assert_eq!(one(&mut arm, &mut bus, word), Err(Halt::Undefined), "{word:#x}");
    }
}

#[test]
fn interrupts_are_masked_and_unmasked() {
    let (mut arm, mut bus) = (arm("H3"), Flat([0; SIZE]));
    // cpsie if; cpsid i; cpsie i, #0x1f
    for (word, status) in [(0xf108_00c0, 0x113), (0xf10c_0080, 0x193), (0xf10a_009f, 0x11f)] {
        one(&mut arm, &mut bus, word).expect("cps");
        assert_eq!(arm.registers.cpsr(), status, "{word:#x}");
    }
}

#[test]
fn an_arm926_knows_less() {
    let mut bus = Flat([0; SIZE]);
    // movw, rev, dsb, isb, isb by CP15, TTBCR, ACTLR, mls, ubfx
    for word in [
        0xe300_0001,
        0xe6bf_0f31,
        0xf57f_f04f,
        0xf57f_f06f,
        0xee07_0f95,
        0xee12_0f50,
        0xee11_0f30,
        0xe060_0291,
        0xe7e0_0051,
    ] {
        assert_eq!(one(&mut arm("F1C100s"), &mut bus, word), Err(Halt::Undefined), "{word:#x}");
        if word != 0xee07_0f95 {
            assert_eq!(one(&mut arm("H3"), &mut bus, word), Ok(()), "{word:#x}");
        }
    }
    // Drain the write buffer; test and clean the data cache, into the flags; a hint; its own wait for interrupts.
    let mut old = arm("F1C100s");
    for word in [0xee07_0f9a, 0xee17_ff7e, 0xe320_f003] {
        assert_eq!(one(&mut old, &mut bus, word), Ok(()), "{word:#x}");
    }
    assert_eq!(old.registers.cpsr() >> 28, Z >> 28);
    assert_eq!(one(&mut old, &mut bus, 0xee07_0f90), Err(Halt::Asleep));
    // A Cortex-A8 has no division.
    assert_eq!(one(&mut arm("A10"), &mut bus, 0xe730_f211), Err(Halt::Undefined));
}

#[test]
fn a_warm_reset_is_asked_for_where_there_is_aarch64() {
    let (mut arm, mut bus) = (arm("H616"), Flat([0; SIZE]));
    for (value, wanted) in [(0, None), (1, None), (2, Some(false)), (3, Some(true))] {
        arm.registers.set(0, value);
        // mcr p15, 0, r0, c12, c0, 2
        one(&mut arm, &mut bus, 0xee0c_0f50).expect("RMR");
        assert_eq!(arm.cp15.wanted_reset(), wanted, "{value}");
    }
}

#[test]
fn the_mmu_wants_its_table() {
    for (table, sound) in [(0x4000, true), (0x8000, false), (0x4001, false)] {
        let (mut arm, mut bus) = (arm("H3"), Flat([0; SIZE]));
        arm.registers.set(0, table);
        arm.registers.set(1, 0x00c5_2079);
        // mcr p15, 0, r0, c2, c0, 0; mcr p15, 0, r1, c1, c0, 0
        one(&mut arm, &mut bus, 0xee02_0f10).expect("TTBR0");
        let on = one(&mut arm, &mut bus, 0xee01_1f10);
        assert_eq!(on.is_ok(), sound, "{table:#x}: {on:?}");
        if sound {
            assert_eq!(arm.cp15.table(), Some(table));
            arm.registers.set(0, 0x8000);
            let moved = one(&mut arm, &mut bus, 0xee02_0f10);
            assert!(moved.is_err(), "a table that is none, with the MMU on");
        }
    }
}

#[test]
fn stale_code_is_found_by_lines_of_the_cache() {
    let (mut arm, mut bus) = (arm("R528"), Flat([0; SIZE]));
    const NOP: u32 = 0xe320_f000;
    let mut at = |arm: &mut Arm, address, word| {
        bus.poke(address, word);
        arm.registers.set_pc(address);
        arm.step(&mut bus)
    };
    assert_eq!(at(&mut arm, 0x100, NOP), Ok(()));
    assert_eq!(at(&mut arm, 0x100, 0xe320_f001), Err(Halt::Stale(0x100)));
    assert_eq!(at(&mut arm, 0x100, NOP), Ok(()));
    // Its line came with it, the next did not.
    assert_eq!(at(&mut arm, 0x11c, NOP), Err(Halt::Stale(0x11c)));
    assert_eq!(at(&mut arm, 0x120, NOP), Ok(()));
    // mcr p15, 0, r0, c7, c5, 0 in a fresh line empties the cache.
    assert_eq!(at(&mut arm, 0x200, 0xee07_0f15), Ok(()));
    assert_eq!(at(&mut arm, 0x11c, NOP), Ok(()));
    // mcr p15, 0, r0, c7, c5, 1 does so for one line: of 0x100, not of 0x200.
    arm.registers.set(0, 0x110);
    assert_eq!(at(&mut arm, 0x300, 0xee07_0f35), Ok(()));
    assert_eq!(at(&mut arm, 0x100, 0xe320_f001), Ok(()));
    assert_eq!(at(&mut arm, 0x300, NOP), Err(Halt::Stale(0x300)));
    // Nothing is stale with the cache off: mcr p15, 0, r0, c1, c0, 0.
    arm.registers.set(0, 0x00c5_2078);
    assert_eq!(at(&mut arm, 0x400, 0xee01_0f10), Ok(()));
    assert_eq!(at(&mut arm, 0x300, NOP), Ok(()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn no_words_make_the_processor_panic(
        words in proptest::collection::vec(any::<u32>(), 1..40),
        registers in proptest::array::uniform15(prop_oneof![any::<u32>(), 0u32..SIZE as u32]),
        chip: prop::sample::Index,
    ) {
        let chip = ["H3", "F1C100s", "A10", "H616", "R528"][chip.index(5)];
        let (mut arm, mut bus) = (arm(chip), Flat([0; SIZE]));
        for (index, value) in registers.into_iter().enumerate() {
            arm.registers.set(index, value);
        }
        for (address, word) in (AT..).step_by(4).zip(&words) {
            bus.poke(address, *word);
        }
        for word in words {
            // Each on its own, and then wherever it leads.
            let _ = arm.execute(word, &mut bus);
            let _ = arm.step(&mut bus);
        }
    }
}

/// Text, word, state before, state after; a halt is named in the place of the latter. What is not named has not changed,
/// but for flags: those that are not named are clear.
#[rustfmt::skip]
const CASES: &[(&str, u32, &str, &str)] = &[
    // Data processing: results and all four flags.
    ("adds r0, r1, r2", 0xe091_0002, "r1=ffffffff r2=1", "r0=0 ZC"),
    ("adds r0, r1, r2", 0xe091_0002, "r1=7fffffff r2=1", "r0=80000000 NV"),
    ("adds r0, r1, r2", 0xe091_0002, "r1=80000000 r2=80000000", "r0=0 ZCV"),
    ("add r0, r1, r2", 0xe081_0002, "r1=ffffffff r2=1 NV", "r0=0 NV"),
    ("adc r0, r1, r2", 0xe0a1_0002, "r1=1 r2=2 C", "r0=4 C"),
    ("adcs r0, r1, r2", 0xe0b1_0002, "r1=ffffffff r2=0 C", "r0=0 ZC"),
    ("sub r0, r1, r2", 0xe041_0002, "r1=5 r2=7", "r0=fffffffe"),
    ("subs r0, r1, r2", 0xe051_0002, "r1=5 r2=5", "r0=0 ZC"),
    ("subs r0, r1, r2", 0xe051_0002, "r1=4 r2=5", "r0=ffffffff N"),
    ("subs r0, r1, r2", 0xe051_0002, "r1=80000000 r2=1", "r0=7fffffff CV"),
    ("rsbs r0, r1, #0", 0xe271_0000, "r1=1", "r0=ffffffff N"),
    ("sbcs r0, r1, r2", 0xe0d1_0002, "r1=5 r2=3", "r0=1 C"),
    ("sbcs r0, r1, r2", 0xe0d1_0002, "r1=5 r2=3 C", "r0=2 C"),
    ("rscs r0, r1, r2", 0xe0f1_0002, "r1=3 r2=5", "r0=1 C"),
    ("cmp r1, r2", 0xe151_0002, "r1=1 r2=2 ZCV", "N"),
    ("cmn r1, #1", 0xe371_0001, "r1=ffffffff", "ZC"),
    ("tst r1, #0x80000000", 0xe311_0102, "r1=80000000 V", "NCV"),
    ("tst r1, r2", 0xe111_0002, "r1=1 r2=2 CV", "ZCV"),
    ("teq r1, r2", 0xe131_0002, "r1=7 r2=7 N", "Z"),
    ("ands r0, r1, #0xff", 0xe211_00ff, "r1=1ff C", "r0=ff C"),
    ("eor r0, r1, r2", 0xe021_0002, "r1=ff r2=f0", "r0=f"),
    ("orr r0, r1, r2", 0xe181_0002, "r1=f0 r2=f", "r0=ff"),
    ("bic r0, r1, r2", 0xe1c1_0002, "r1=ff r2=f", "r0=f0"),
    ("mov r0, #0xff000000", 0xe3a0_04ff, "", "r0=ff000000"),
    ("mvns r0, #0", 0xe3f0_0000, "Z", "r0=ffffffff N"),
    ("movw r0, #0xabcd", 0xe30a_0bcd, "r0=12345678", "r0=abcd"),
    ("movt r0, #0xabcd", 0xe34a_0bcd, "r0=12345678", "r0=abcd5678"),
    ("add r0, pc, #4", 0xe28f_0004, "", "r0=10c"),
    ("mov pc, r1", 0xe1a0_f001, "r1=200", "pc=200"),
    ("add pc, pc, r1, lsl #2", 0xe08f_f101, "r1=3", "pc=114"),
    // The shifter: by the instruction's bits and by a register's lowest byte.
    ("movs r0, r1, lsl #1", 0xe1b0_0081, "r1=c0000001", "r0=80000002 NC"),
    ("movs r0, r1, lsl #31", 0xe1b0_0f81, "r1=3", "r0=80000000 NC"),
    ("movs r0, r1, lsr #32", 0xe1b0_0021, "r1=80000000", "r0=0 ZC"),
    ("movs r0, r1, lsr #4", 0xe1b0_0221, "r1=18", "r0=1 C"),
    ("movs r0, r1, asr #32", 0xe1b0_0041, "r1=80000000", "r0=ffffffff NC"),
    ("movs r0, r1, asr #1", 0xe1b0_00c1, "r1=80000001", "r0=c0000000 NC"),
    ("movs r0, r1, ror #4", 0xe1b0_0261, "r1=8", "r0=80000000 NC"),
    ("movs r0, r1, rrx", 0xe1b0_0061, "r1=1 C", "r0=80000000 NC"),
    ("movs r0, r1, rrx", 0xe1b0_0061, "r1=2", "r0=1"),
    ("movs r0, r1, lsl r2", 0xe1b0_0211, "r1=5 r2=100 C", "r0=5 C"),
    ("movs r0, r1, lsl r2", 0xe1b0_0211, "r1=1 r2=20", "r0=0 ZC"),
    ("movs r0, r1, lsl r2", 0xe1b0_0211, "r1=1 r2=21 C", "r0=0 Z"),
    ("movs r0, r1, lsr r2", 0xe1b0_0231, "r1=80000000 r2=20", "r0=0 ZC"),
    ("movs r0, r1, lsr r2", 0xe1b0_0231, "r1=ffffffff r2=21 C", "r0=0 Z"),
    ("movs r0, r1, asr r2", 0xe1b0_0251, "r1=80000000 r2=ff", "r0=ffffffff NC"),
    ("movs r0, r1, asr r2", 0xe1b0_0251, "r1=7fffffff r2=20 C", "r0=0 Z"),
    ("movs r0, r1, ror r2", 0xe1b0_0271, "r1=80000001 r2=20", "r0=80000001 NC"),
    ("movs r0, r1, ror r2", 0xe1b0_0271, "r1=1 r2=21", "r0=80000000 NC"),
    // Conditions.
    ("moveq r0, #1", 0x03a0_0001, "", ""),
    ("moveq r0, #1", 0x03a0_0001, "Z", "r0=1 Z"),
    ("movhi r0, #1", 0x83a0_0001, "C", "r0=1 C"),
    ("movhi r0, #1", 0x83a0_0001, "ZC", "ZC"),
    ("movls r0, #1", 0x93a0_0001, "ZC", "r0=1 ZC"),
    ("movge r0, #1", 0xa3a0_0001, "NV", "r0=1 NV"),
    ("movlt r0, #1", 0xb3a0_0001, "N", "r0=1 N"),
    ("movgt r0, #1", 0xc3a0_0001, "Z", "Z"),
    ("movle r0, #1", 0xd3a0_0001, "Z", "r0=1 Z"),
    ("movcc r0, #1", 0x33a0_0001, "C", "C"),
    ("movmi r0, #1", 0x43a0_0001, "N", "r0=1 N"),
    ("movvc r0, #1", 0x73a0_0001, "V", "V"),
    // Multiplications.
    ("mul r0, r1, r2", 0xe000_0291, "r1=10001 r2=10001", "r0=20001"),
    ("muls r0, r1, r2", 0xe010_0291, "r1=ffffffff r2=1 C", "r0=ffffffff NC"),
    ("mla r0, r1, r2, r3", 0xe020_3291, "r1=3 r2=4 r3=5", "r0=11"),
    ("mls r0, r1, r2, r3", 0xe060_3291, "r1=3 r2=4 r3=d", "r0=1"),
    ("umull r0, r1, r2, r3", 0xe081_0392, "r2=ffffffff r3=ffffffff", "r0=1 r1=fffffffe"),
    ("umlal r0, r1, r2, r3", 0xe0a1_0392, "r0=ffffffff r1=1 r2=2 r3=3", "r0=5 r1=2"),
    ("umaal r0, r1, r2, r3", 0xe041_0392, "r0=ffffffff r1=ffffffff r2=ffffffff r3=ffffffff", "r0=ffffffff r1=ffffffff"),
    ("smull r0, r1, r2, r3", 0xe0c1_0392, "r2=fffffffe r3=3", "r0=fffffffa r1=ffffffff"),
    ("smlals r0, r1, r2, r3", 0xe0f1_0392, "r0=6 r1=0 r2=fffffffe r3=3", "r0=0 r1=0 Z"),
    ("clz r0, r1", 0xe16f_0f11, "r1=8000", "r0=10"),
    ("clz r0, r1", 0xe16f_0f11, "r1=0", "r0=20"),
    // Parts of registers, turned words, divisions.
    ("uxtb r0, r1, ror #8", 0xe6ef_0471, "r1=12345678", "r0=56"),
    ("uxth r0, r1", 0xe6ff_0071, "r1=12345678", "r0=5678"),
    ("sxtb r0, r1", 0xe6af_0071, "r1=80", "r0=ffffff80"),
    ("sxtah r0, r2, r1", 0xe6b2_0071, "r1=ffff r2=5", "r0=4"),
    ("rev r0, r1", 0xe6bf_0f31, "r1=12345678", "r0=78563412"),
    ("rev16 r0, r1", 0xe6bf_0fb1, "r1=12345678", "r0=34127856"),
    ("revsh r0, r1", 0xe6ff_0fb1, "r1=12345680", "r0=ffff8056"),
    ("rbit r0, r1", 0xe6ff_0f31, "r1=1", "r0=80000000"),
    ("ubfx r0, r1, #4, #8", 0xe7e7_0251, "r1=12345678", "r0=67"),
    ("sbfx r0, r1, #4, #4", 0xe7a3_0251, "r1=80", "r0=fffffff8"),
    ("sbfx r0, r1, #0, #32", 0xe7bf_0051, "r1=80000000", "r0=80000000"),
    ("bfi r0, r1, #8, #8", 0xe7cf_0411, "r0=ffffffff r1=12", "r0=ffff12ff"),
    ("bfc r0, #0, #32", 0xe7df_001f, "r0=ffffffff", "r0=0"),
    ("udiv r0, r1, r2", 0xe730_f211, "r1=ffffffff r2=10", "r0=fffffff"),
    ("sdiv r0, r1, r2", 0xe710_f211, "r1=fffffff9 r2=2", "r0=fffffffd"),
    ("sdiv r0, r1, r2", 0xe710_f211, "r1=80000000 r2=ffffffff", "r0=80000000"),
    ("udiv r0, r1, r2", 0xe730_f211, "r1=1 r2=0", "r0=0"),
    // Loads and stores.
    ("ldr r0, [r1, #4]", 0xe591_0004, "r1=1000 [1004]=11223344", "r0=11223344"),
    ("ldr r0, [r1], #-4", 0xe411_0004, "r1=1000 [1000]=11223344", "r0=11223344 r1=ffc"),
    ("ldr r0, [r1, #-4]!", 0xe531_0004, "r1=1004 [1000]=11223344", "r0=11223344 r1=1000"),
    ("ldr r0, [r1, r2, lsl #2]", 0xe791_0102, "r1=1000 r2=3 [100c]=55", "r0=55"),
    ("ldr r0, [r1, -r2, asr #1]!", 0xe731_00c2, "r1=1004 r2=8 [1000]=55", "r0=55 r1=1000"),
    ("ldr r0, [pc, #8]", 0xe59f_0008, "[110]=77", "r0=77"),
    ("ldr pc, [r1]", 0xe591_f000, "r1=1000 [1000]=200", "pc=200"),
    ("ldr pc, [r1]", 0xe591_f000, "r1=1000 [1000]=201", "thumb"),
    ("ldrb r0, [r1, #1]", 0xe5d1_0001, "r1=1000 [1000]=11223344", "r0=33"),
    ("str r0, [r1, #4]!", 0xe5a1_0004, "r0=89abcdef r1=1000", "r1=1004 [1004]=89abcdef"),
    ("str pc, [r1]", 0xe581_f000, "r1=1000", "[1000]=108"),
    ("str r1, [r1, #8]", 0xe581_1008, "r1=1000", "[1008]=1000"),
    ("strb r0, [r1, #3]", 0xe5c1_0003, "r0=1ff r1=1000 [1000]=11223344", "[1000]=ff223344"),
    ("ldrh r0, [r1, #2]", 0xe1d1_00b2, "r1=1000 [1000]=11223344", "r0=1122"),
    ("ldrsh r0, [r1]", 0xe1d1_00f0, "r1=1000 [1000]=8000", "r0=ffff8000"),
    ("ldrsb r0, [r1], #1", 0xe0d1_00d1, "r1=1000 [1000]=80", "r0=ffffff80 r1=1001"),
    ("strh r0, [r1, -r2]", 0xe101_00b2, "r0=12345678 r1=1004 r2=2 [1000]=0", "[1000]=56780000"),
    ("strh r0, [r1, #0xab]", 0xe1c1_0abb, "r0=1234 r1=f55 [1000]=0", "[1000]=1234"),
    ("ldrd r2, r3, [r1, #8]", 0xe1c1_20d8, "r1=1000 [1008]=11 [100c]=22", "r2=11 r3=22"),
    ("ldrd r2, r3, [r1], #8", 0xe0c1_20d8, "r1=1000 [1000]=11 [1004]=22", "r1=1008 r2=11 r3=22"),
    ("strd r2, r3, [r1, r4]!", 0xe1a1_20f4, "r1=1000 r2=11 r3=22 r4=8", "r1=1008 [1008]=11 [100c]=22"),
    ("ldr r0, [r1]", 0xe591_0000, "r1=f0000000", "hung"),
    ("str r0, [r1]", 0xe581_0000, "r1=f0000000", "hung"),
    // Several registers.
    ("ldmia r0!, {r1, r2}", 0xe8b0_0006, "r0=1000 [1000]=11 [1004]=22", "r0=1008 r1=11 r2=22"),
    ("ldmib r0, {r1, r2}", 0xe990_0006, "r0=1000 [1004]=11 [1008]=22", "r1=11 r2=22"),
    ("ldmda r0!, {r1, r2}", 0xe830_0006, "r0=1004 [1000]=11 [1004]=22", "r0=ffc r1=11 r2=22"),
    ("ldmdb r0, {r1, r2}", 0xe910_0006, "r0=1008 [1000]=11 [1004]=22", "r1=11 r2=22"),
    ("ldm r0, {r0, r1}", 0xe890_0003, "r0=1000 [1000]=11 [1004]=22", "r0=11 r1=22"),
    ("stmia r0!, {r1, r2}", 0xe8a0_0006, "r0=1000 r1=11 r2=22", "r0=1008 [1000]=11 [1004]=22"),
    ("stmib r0, {r1, r2}", 0xe980_0006, "r0=1000 r1=11 r2=22", "[1004]=11 [1008]=22"),
    ("stmda r0!, {r1, r2}", 0xe820_0006, "r0=1004 r1=11 r2=22", "r0=ffc [1000]=11 [1004]=22"),
    ("stmdb r0!, {r0, r1}", 0xe920_0003, "r0=1008 r1=22", "r0=1000 [1000]=1008 [1004]=22"),
    ("push {r4, lr}", 0xe92d_4010, "r13=1008 r4=11 r14=22", "r13=1000 [1000]=11 [1004]=22"),
    ("pop {r4, pc}", 0xe8bd_8010, "r13=1000 [1000]=11 [1004]=200", "r13=1008 r4=11 pc=200"),
    ("stmia r0, {pc}", 0xe880_8000, "r0=1000", "[1000]=108"),
    // Branches.
    ("b .+0x40", 0xea00_000e, "", "pc=140"),
    ("b .-0x40", 0xeaff_ffee, "", "pc=c0"),
    ("bl .+8", 0xeb00_0000, "", "r14=104 pc=108"),
    ("bne .+0x40", 0x1a00_000e, "Z", "Z"),
    ("bx r1", 0xe12f_ff11, "r1=200", "pc=200"),
    ("bx r1", 0xe12f_ff11, "r1=201", "thumb"),
    ("bx r1", 0xe12f_ff11, "r1=202", "undefined"),
    ("blx r1", 0xe12f_ff31, "r1=200", "r14=104 pc=200"),
    ("blx lr", 0xe12f_ff3e, "r14=200", "r14=104 pc=200"),
    ("blx .+0x40", 0xfa00_000e, "", "thumb"),
    // Status, hints, barriers, coprocessor.
    ("mrs r0, cpsr", 0xe10f_0000, "ZC", "r0=600001d3 ZC"),
    ("msr cpsr_f, #0xf0000000", 0xe328_f20f, "", "NZCV"),
    ("msr cpsr_f, r1", 0xe128_f001, "r1=50000000 NC", "ZV"),
    ("msr cpsr_f, r1", 0xe128_f001, "r1=0fffffff NC", ""),
    ("msr cpsr_c, r1", 0xe121_f001, "r1=d5", "undefined"),
    ("mrs r0, spsr", 0xe14f_0000, "", "r0=0"),
    ("nop", 0xe320_f000, "", ""),
    ("wfe", 0xe320_f002, "", ""),
    ("sev", 0xe320_f004, "", ""),
    ("wfi", 0xe320_f003, "", "asleep"),
    ("dsb sy", 0xf57f_f04f, "", ""),
    ("dmb sy", 0xf57f_f05f, "", ""),
    ("isb sy", 0xf57f_f06f, "", ""),
    ("clrex", 0xf57f_f01f, "", ""),
    ("pld [r1, #4]", 0xf5d1_f004, "", ""),
    ("pld [r1, r2]", 0xf7d1_f002, "", ""),
    ("cpsid if", 0xf10c_00c0, "", ""),
    ("cpsid if, #0x13", 0xf10e_00d3, "", ""),
    ("mrc p15, 0, r0, c0, c0, 0", 0xee10_0f10, "", "r0=410fc075"),
    ("mrc p15, 0, r0, c1, c0, 0", 0xee11_0f10, "", "r0=c52078"),
    ("mrc p15, 0, r0, c1, c0, 1", 0xee11_0f30, "", "r0=0"),
    ("mrc p15, 0, r15, c1, c0, 0", 0xee11_ff10, "NZCV", ""),
    ("mcr p15, 0, r0, c7, c5, 0", 0xee07_0f15, "", ""),
    ("mcr p15, 0, r0, c7, c10, 4", 0xee07_0f9a, "", ""),
    ("mcr p15, 0, r0, c7, c5, 4", 0xee07_0f95, "", ""),
    ("mcr p15, 0, r0, c8, c7, 0", 0xee08_0f17, "", ""),
    ("mrc p15, 0, r0, c12, c0, 2", 0xee1c_0f50, "", "undefined"),
    ("mrc p15, 0, r0, c0, c2, 7", 0xee10_0ff2, "", "undefined"),
    ("mrc p14, 0, r0, c0, c0, 0", 0xee10_0e10, "", "undefined"),
    ("svc #0", 0xef00_0000, "", "supervisor"),
    ("udf #0", 0xe7f0_00f0, "", "undefined"),
    ("bkpt #0", 0xe120_0070, "", "undefined"),
    ("vmov s0, r0", 0xee00_0a10, "", "undefined"),
    ("vldr s0, [r1]", 0xed91_0a00, "r1=1000", "undefined"),
    ("setend be", 0xf101_0200, "", "undefined"),
    ("ldrex r0, [r1]", 0xe191_0f9f, "r1=1000", "undefined"),
    ("swp r0, r2, [r1]", 0xe101_0092, "r1=1000", "undefined"),
    ("ldrt r0, [r1]", 0xe4b1_0000, "r1=1000", "undefined"),
    ("movs pc, lr", 0xe1b0_f00e, "r14=200", "undefined"),
    ("ldmia r0, {r1, pc}^", 0xe8d0_8002, "r0=1000", "undefined"),
    ("smc #0", 0xe160_0070, "", "monitor"),
];
