//! Instructions of two bytes: each stands for one of four.

/// The registers that are named by three bits.
fn short(word: u16, at: u32) -> u32 {
    8 + u32::from(word >> at & 7)
}

/// Bits `from` and up of the instruction, `count` of them, at `to`.
fn bits(word: u16, from: u32, count: u32, to: u32) -> u32 {
    (u32::from(word) >> from & ((1 << count) - 1)) << to
}

/// The immediate of six bits, with its sign.
fn small(word: u16) -> u32 {
    let value = bits(word, 2, 5, 0) | bits(word, 12, 1, 5);
    ((value << 26) as i32 >> 26) as u32
}

fn i(opcode: u32, function: u32, rd: u32, rs1: u32, immediate: u32) -> u32 {
    immediate << 20 | rs1 << 15 | function << 12 | rd << 7 | opcode
}

fn r(opcode: u32, function: u32, [rd, rs1, rs2]: [u32; 3], other: u32) -> u32 {
    other << 25 | rs2 << 20 | rs1 << 15 | function << 12 | rd << 7 | opcode
}

fn store(function: u32, rs1: u32, rs2: u32, offset: u32) -> u32 {
    r(0x23, function, [offset & 0x1f, rs1, rs2], offset >> 5)
}

/// A branch by whether a register is zero.
fn branch(function: u32, rs1: u32, offset: u32) -> u32 {
    let low = offset & 0x1e | offset >> 11 & 1;
    r(0x63, function, [low, rs1, 0], offset >> 12 << 6 & 0x40 | offset >> 5 & 0x3f)
}

fn jump(offset: u32) -> u32 {
    let sign = offset >> 20 & 1;
    sign << 31 | (offset >> 1 & 0x3ff) << 21 | (offset >> 11 & 1) << 20 | offset & 0xf_f000 | 0x6f
}

/// What `word` stands for; `None`: nothing that is known here (reserved, floating point).
pub(super) fn expanded(word: u16) -> Option<u32> {
    let function = word >> 13;
    match word & 3 {
        0 => first(word, function),
        1 => second(word, function),
        _ => third(word, function),
    }
}

fn first(word: u16, function: u16) -> Option<u32> {
    let (base, register) = (short(word, 7), short(word, 2));
    let middle = bits(word, 10, 3, 3);
    let of_word = middle | bits(word, 6, 1, 2) | bits(word, 5, 1, 6);
    let of_double = middle | bits(word, 5, 2, 6);
    let of_stack =
        bits(word, 11, 2, 4) | bits(word, 7, 4, 6) | bits(word, 6, 1, 2) | bits(word, 5, 1, 3);
    Some(match function {
        0 if of_stack != 0 => i(0x13, 0, register, 2, of_stack),
        2 => i(0x03, 2, register, base, of_word),
        3 => i(0x03, 3, register, base, of_double),
        6 => store(2, base, register, of_word),
        7 => store(3, base, register, of_double),
        _ => return None,
    })
}

fn second(word: u16, function: u16) -> Option<u32> {
    let (rd, value) = (bits(word, 7, 5, 0), small(word));
    Some(match function {
        0 => i(0x13, 0, rd, rd, value),
        1 if rd != 0 => i(0x1b, 0, rd, rd, value),
        2 => i(0x13, 0, rd, 0, value),
        3 if rd == 2 && stack(word) != 0 => i(0x13, 0, 2, 2, stack(word)),
        3 if rd != 2 && value != 0 => value << 12 | rd << 7 | 0x37,
        4 => return operation(word),
        5 => jump(far(word)),
        6 => branch(0, short(word, 7), near(word)),
        7 => branch(1, short(word, 7), near(word)),
        _ => return None,
    })
}

/// The immediate of `c.addi16sp`.
fn stack(word: u16) -> u32 {
    let value = bits(word, 12, 1, 9)
        | bits(word, 6, 1, 4)
        | bits(word, 5, 1, 6)
        | bits(word, 3, 2, 7)
        | bits(word, 2, 1, 5);
    ((value << 22) as i32 >> 22) as u32
}

fn far(word: u16) -> u32 {
    let value = bits(word, 12, 1, 11)
        | bits(word, 11, 1, 4)
        | bits(word, 9, 2, 8)
        | bits(word, 8, 1, 10)
        | bits(word, 7, 1, 6)
        | bits(word, 6, 1, 7)
        | bits(word, 3, 3, 1)
        | bits(word, 2, 1, 5);
    ((value << 20) as i32 >> 20) as u32
}

fn near(word: u16) -> u32 {
    let value = bits(word, 12, 1, 8)
        | bits(word, 10, 2, 3)
        | bits(word, 5, 2, 6)
        | bits(word, 3, 2, 1)
        | bits(word, 2, 1, 5);
    ((value << 23) as i32 >> 23) as u32
}

fn operation(word: u16) -> Option<u32> {
    let (rd, rs2, value) = (short(word, 7), short(word, 2), small(word));
    let registers = [rd, rd, rs2];
    Some(match (word >> 10 & 3, word >> 12 & 1, word >> 5 & 3) {
        (0, ..) => i(0x13, 5, rd, rd, value & 0x3f),
        (1, ..) => i(0x13, 5, rd, rd, value & 0x3f | 0x400),
        (2, ..) => i(0x13, 7, rd, rd, value),
        (3, 0, 0) => r(0x33, 0, registers, 0x20),
        (3, 0, 1) => r(0x33, 4, registers, 0),
        (3, 0, 2) => r(0x33, 6, registers, 0),
        (3, 0, _) => r(0x33, 7, registers, 0),
        (3, _, 0) => r(0x3b, 0, registers, 0x20),
        (3, _, 1) => r(0x3b, 0, registers, 0),
        _ => return None,
    })
}

fn third(word: u16, function: u16) -> Option<u32> {
    let (rd, rs2) = (bits(word, 7, 5, 0), bits(word, 2, 5, 0));
    let load_word = bits(word, 12, 1, 5) | bits(word, 4, 3, 2) | bits(word, 2, 2, 6);
    let load_double = bits(word, 12, 1, 5) | bits(word, 5, 2, 3) | bits(word, 2, 3, 6);
    Some(match (function, word >> 12 & 1) {
        (0, _) => i(0x13, 1, rd, rd, small(word) & 0x3f),
        (2, _) if rd != 0 => i(0x03, 2, rd, 2, load_word),
        (3, _) if rd != 0 => i(0x03, 3, rd, 2, load_double),
        (4, 0) if rs2 != 0 => r(0x33, 0, [rd, 0, rs2], 0),
        (4, 0) if rd != 0 => i(0x67, 0, 0, rd, 0),
        (4, 1) if rs2 != 0 => r(0x33, 0, [rd, rd, rs2], 0),
        (4, 1) if rd != 0 => i(0x67, 0, 1, rd, 0),
        // ebreak
        (4, 1) => 0x0010_0073,
        (6, _) => store(2, 2, rs2, bits(word, 9, 4, 2) | bits(word, 7, 2, 6)),
        (7, _) => store(3, 2, rs2, bits(word, 10, 3, 3) | bits(word, 7, 3, 6)),
        _ => return None,
    })
}
