//! Generated A32 code on the memory engine's processor and on QEMU's: both must leave the same behind.

use std::time::Duration;

use fel::host::Fel;

use crate::code::{board_with, words};

const BLOCKS: u32 = 400;
const LENGTH: u32 = 24;
const LIMIT: Duration = Duration::from_secs(5);
/// Code, what registers and flags begin with, what they end with; what is loaded and stored is around 0x3300.
const CODE: u32 = 0x2000;
const BEFORE: u32 = 0x3000;
const AFTER: u32 = 0x3100;
const END: u32 = 0x3500;
const LR: u32 = 14;
const ALWAYS: u32 = 14 << 28;

/// A generator of numbers that are the same in every run (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn any(&mut self) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ mixed >> 31) as u32
    }

    fn below(&mut self, limit: u32) -> u32 {
        self.any() % limit
    }

    fn bit(&mut self, index: u32) -> u32 {
        self.below(2) << index
    }

    /// One of R0 to R12, but not `others`.
    fn register(&mut self, others: &[u32]) -> u32 {
        loop {
            let register = self.below(13);
            if !others.contains(&register) {
                return register;
            }
        }
    }

    fn condition(&mut self) -> u32 {
        // Half of all instructions are executed for certain.
        if self.below(2) == 0 { ALWAYS } else { self.below(15) << 28 }
    }

    /// A number that is special now and then.
    fn value(&mut self) -> u32 {
        match self.below(4) {
            0 => [0, 1, 2, 31, 32, 33, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 0xff]
                [self.below(10) as usize],
            _ => self.any(),
        }
    }
}

fn data_processing(numbers: &mut Numbers) -> u32 {
    let operation = numbers.below(16);
    let is_test = (8..12).contains(&operation);
    let sets_flags = if is_test { 1 << 20 } else { numbers.bit(20) };
    let result = if is_test { 0 } else { numbers.register(&[]) << 12 };
    let shape = numbers.below(3);
    let first = match operation {
        13 | 15 => 0,
        // The program counter, where no register shifts.
        _ if shape != 2 && numbers.below(16) == 0 => 15 << 16,
        _ => numbers.register(&[]) << 16,
    };
    let second = match shape {
        0 => 1 << 25 | numbers.below(1 << 12),
        1 => numbers.below(32) << 7 | numbers.below(4) << 5 | numbers.register(&[]),
        _ => numbers.register(&[]) << 8 | numbers.below(4) << 5 | 1 << 4 | numbers.register(&[]),
    };
    operation << 21 | sets_flags | first | result | second
}

fn multiply(numbers: &mut Numbers) -> u32 {
    let factors = numbers.register(&[]) << 8 | 0x90 | numbers.register(&[]);
    let high = numbers.register(&[]);
    let low = numbers.register(&[high]);
    let (three, long) = (high << 16 | low << 12, numbers.bit(20));
    factors
        | match numbers.below(6) {
            0 => high << 16 | long,
            1 => 1 << 21 | three | long,
            2 => 3 << 21 | three,
            3 => 1 << 22 | three,
            _ => 1 << 23 | numbers.bit(21) | numbers.bit(22) | three | long,
        }
}

/// `uxtb` and the like, bit fields, turned words, divisions, `clz`, `movw`, `movt`, the flags as a whole.
fn other(numbers: &mut Numbers) -> u32 {
    let (result, source) = (numbers.register(&[]), numbers.register(&[]));
    let plain = result << 12 | source;
    match numbers.below(9) {
        0 => {
            let kind =
                [0x06a0_0070, 0x06b0_0070, 0x06e0_0070, 0x06f0_0070][numbers.below(4) as usize];
            let base = if numbers.below(2) == 0 { 15 } else { numbers.register(&[]) };
            kind | base << 16 | numbers.below(4) << 10 | plain
        }
        1 => {
            let lowest = numbers.below(32);
            let width = numbers.below(32 - lowest);
            [0x07a0_0050, 0x07e0_0050][numbers.below(2) as usize]
                | width << 16
                | lowest << 7
                | plain
        }
        2 => {
            let lowest = numbers.below(32);
            let highest = lowest + numbers.below(32 - lowest);
            let source = if numbers.below(4) == 0 { 15 } else { source };
            0x07c0_0010 | highest << 16 | lowest << 7 | result << 12 | source
        }
        3 => {
            [0x06bf_0f30, 0x06bf_0fb0, 0x06ff_0f30, 0x06ff_0fb0][numbers.below(4) as usize] | plain
        }
        4 => 0x0710_f010 | numbers.bit(21) | result << 16 | numbers.register(&[]) << 8 | source,
        5 => 0x016f_0f10 | plain,
        6 => {
            0x0300_0000
                | numbers.bit(22)
                | numbers.below(16) << 16
                | result << 12
                | numbers.below(1 << 12)
        }
        7 => 0x010f_0000 | result << 12,
        _ => 0x0128_f000 | source,
    }
}

/// A load or store of one register or a pair: an offset from LR, or from a base that moves.
fn transfer(numbers: &mut Numbers, out: &mut Vec<u32>) {
    let (base, modes) = match numbers.below(3) {
        0 => (LR, 1 << 24),
        // add base, lr, #…; then before or after, with a new base.
        _ => {
            let base = numbers.register(&[]);
            out.push(ALWAYS | 0x028e_0000 | base << 12 | numbers.below(8) << 2);
            (base, [0, 1 << 24, 1 << 24 | 1 << 21][numbers.below(3) as usize])
        }
    };
    let register = numbers.register(&[base]) & !1;
    // A pair must be apart from the base, and must not reach the stack pointer.
    if register == base || register + 1 == base || register == 12 {
        return;
    }
    let offset = numbers.below(16) << 2;
    let common = numbers.condition()
        | modes
        | numbers.bit(23)
        | numbers.bit(20)
        | base << 16
        | register << 12;
    let by_register = numbers.below(3) == 0;
    // Which holds a small number, and is neither base nor data.
    let index = numbers.register(&[base, register, register + 1]);
    if by_register {
        out.push(ALWAYS | 0x03a0_0000 | index << 12 | offset);
    }
    let is_word = numbers.below(2) == 0;
    let kind = if is_word { 0 } else { [1, 2, 3][numbers.below(3) as usize] << 5 | 0x90 };
    out.push(match (is_word, by_register) {
        (true, false) => common | 1 << 26 | numbers.bit(22) | offset,
        // Shifted left or right by 0 to 2, so that it stays within the window and a word.
        (true, true) => common | 3 << 25 | numbers.bit(22) | index,
        (false, false) => common | kind | 1 << 22 | (offset & 0xf0) << 4 | offset & 0xf,
        (false, true) => common | kind | index,
    });
}

/// Several registers, from a base in the middle of the window.
fn several(numbers: &mut Numbers, out: &mut Vec<u32>) {
    let base = numbers.register(&[]);
    let list = numbers.any() & 0x1fff & !(1 << base);
    if list != 0 {
        out.push(ALWAYS | 0x01a0_000e | base << 12);
        let way = numbers.bit(24) | numbers.bit(23) | numbers.bit(21) | numbers.bit(20);
        out.push(numbers.condition() | 0x0800_0000 | way | base << 16 | list);
    }
}

fn block(numbers: &mut Numbers) -> Vec<u32> {
    // push {r4-r11, lr}; movw lr, #BEFORE; ldr r0, [lr, #52]; msr cpsr_f, r0; ldm lr, {r0-r12}; movw lr, #0x3300
    let mut code =
        vec![0xe92d_4ff0, 0xe303_e000, 0xe59e_0034, 0xe128_f000, 0xe89e_1fff, 0xe303_e300];
    for _ in 0..LENGTH {
        match numbers.below(8) {
            0..=2 => code.push(numbers.condition() | data_processing(numbers)),
            3 => code.push(numbers.condition() | multiply(numbers)),
            4 => code.push(numbers.condition() | other(numbers)),
            5 | 6 => transfer(numbers, &mut code),
            _ if numbers.below(2) == 0 => several(numbers, &mut code),
            _ => {
                // Over the next instruction, if it is so.
                code.push(numbers.condition() | 0x0a00_0000);
                code.push(numbers.condition() | data_processing(numbers));
            }
        }
    }
    // movw lr, #AFTER; stm lr, {r0-r12}; mrs r0, cpsr; str r0, [lr, #52]; pop {r4-r11, pc}
    code.extend([0xe303_e100, 0xe88e_1fff, 0xe10f_0000, 0xe58e_0034, 0xe8bd_8ff0]);
    code
}

#[test]
fn both_processors_leave_the_same_behind() {
    let mut links = [board_with("engine=qemu"), board_with("engine=memory")];
    let [qemu, memory] = &mut links;
    let mut boards = [Fel::open(qemu).expect("FEL"), Fel::open(memory).expect("FEL")];
    let mut numbers = Numbers(0x5eed);
    let mut flags_seen = [0; 16];
    for index in 0..BLOCKS {
        let code = block(&mut numbers);
        assert!(code.len() < 256, "as long as there is room");
        let mut data: Vec<u32> = (BEFORE..END).step_by(4).map(|_| numbers.value()).collect();
        // What is compared afterwards must have been written.
        data[((AFTER - BEFORE) / 4) as usize..][..14].fill(0xdead_beef);
        let [one, other] = boards.each_mut().map(|fel| {
            fel.write_bytes(CODE, &words(&code)).expect("the code");
            fel.write_bytes(BEFORE, &words(&data)).expect("the data");
            fel.call(CODE, LIMIT)
                .unwrap_or_else(|error| panic!("block {index}: {error}\n{code:08x?}"));
            let bytes = fel.read_bytes(BEFORE, (END - BEFORE) as usize).expect("what is left");
            bytes
                .chunks_exact(4)
                .map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]))
                .collect::<Vec<_>>()
        });
        let differs = (0..one.len()).find(|&at| one[at] != other[at]);
        if let Some(at) = differs {
            let address = BEFORE + 4 * at as u32;
            panic!(
                "block {index}: {:#010x} for QEMU, {:#010x} here at {address:#x}\n{code:08x?}\nbefore {:08x?}",
                one[at],
                other[at],
                &data[..14]
            );
        }
        let after = &one[((AFTER - BEFORE) / 4) as usize..];
        assert_ne!(after[13], 0xdead_beef, "the block ended where it should");
        flags_seen[(after[13] >> 28) as usize] += 1;
    }
    let distinct = flags_seen.iter().filter(|&&count| count > 0).count();
    assert!(distinct >= 12, "the blocks leave all kinds of flags behind: {flags_seen:?}");
}
