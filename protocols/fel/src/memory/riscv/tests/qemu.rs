//! The same bytes on QEMU, with the same results.

extern crate std;

use std::{format, fs, process::Command, string::String, vec, vec::Vec};

use super::{super::Bus, Flat, Halt, Hart, assembled};
use crate::engine::State;

/// Where a machine of QEMU's has its memory, its serial port, and what switches it off.
const BASE: u32 = 0x8000_0000;
const SERIAL: u32 = 0x1000_0000;
const OFF: u32 = 0x0010_0000;
/// Where programs begin: before is what only QEMU executes.
const START: u32 = BASE + 0x100;
/// Registers of a case, and the bytes that it loads and stores.
const REGISTERS: usize = 31;
const DATA: usize = 256;

/// Executes what is at [`BASE`] on a machine of QEMU's: what it said on its serial port.
fn by_qemu(name: &str, program: &[u8]) -> Vec<u8> {
    let path = |kind| {
        std::env::temp_dir().join(format!("racklet-flash-{name}-{}.{kind}", std::process::id()))
    };
    let (image, said) = (path("img"), path("said"));
    fs::write(&image, program).expect("a file");
    // The extensions that are known here, and no others.
    let processor =
        "rv64,a=off,f=off,d=off,h=off,zba=off,zbb=off,zbc=off,zbs=off,zawrs=off,zfa=off";
    let mut qemu = Command::new("timeout");
    qemu.args(["60", "qemu-system-riscv64", "-M", "virt", "-m", "16M", "-display", "none"]);
    qemu.args(["-monitor", "none", "-bios", "none", "-cpu", processor, "-serial"]);
    qemu.arg(format!("file:{}", said.display())).arg("-device");
    qemu.arg(format!("loader,file={},addr={BASE:#x},force-raw=on", image.display()));
    let run = qemu.output().expect("install coreutils");
    let text = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "install qemu-system-misc (qemu-system-riscv64): {text}");
    let bytes = fs::read(&said).expect("what it said");
    for path in [image, said] {
        fs::remove_file(path).expect("it is ours");
    }
    bytes
}

/// Memory, a serial port, and a switch.
struct Machine {
    memory: Flat,
    said: Vec<u8>,
}

impl Bus for Machine {
    fn fetch(&mut self, address: u32) -> Result<u32, Halt> {
        self.memory.fetch(address)
    }

    fn load(&mut self, address: u32, size: u32) -> Result<u32, Halt> {
        self.memory.load(address, size)
    }

    fn store(&mut self, address: u32, size: u32, value: u32) -> Result<(), Halt> {
        match address {
            SERIAL => self.said.push(value as u8),
            OFF => return Err(Halt::Board(State::Left, "off".into())),
            _ => return self.memory.store(address, size, value),
        }
        Ok(())
    }
}

fn by_us(program: &[u8]) -> Vec<u8> {
    let mut bytes = program.to_vec();
    bytes.resize(bytes.len() + 4096, 0);
    let mut machine = Machine { memory: Flat { bytes, base: BASE }, said: Vec::new() };
    let mut hart = Hart::new();
    hart.pc = START.into();
    loop {
        match hart.step(&mut machine) {
            Ok(()) => {}
            Err(Halt::Board(State::Left, _)) => return machine.said,
            Err(halt) => panic!("{halt:?} at {:#x}: {:#x}", hart.pc, hart.word),
        }
    }
}

/// Numbers that are the same every time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mixed = self.0 ^ self.0 >> 32;
        mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ mixed >> 29
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// A value as they are worth trying: small, at the ends, or any.
    fn value(&mut self) -> u64 {
        let any = self.next();
        match self.below(6) {
            0 => self.below(4),
            1 => self.below(80).wrapping_neg(),
            2 => 1 << (any % 64),
            3 => (1u64 << (any % 64)).wrapping_sub(1),
            4 => any as i32 as u64,
            _ => any,
        }
    }
}

/// Names of instructions by their operands: registers d, s, t (any), p, q (x8 to x15), m (an address in the data).
const KINDS: &[(&str, &str)] = &[
    (
        "d, s, t",
        "add sub sll slt sltu xor srl sra or and addw subw sllw srlw sraw mul mulh mulhsu mulhu div divu rem remu mulw divw divuw remw remuw",
    ),
    ("d, s, I", "addi slti sltiu xori ori andi addiw"),
    ("d, s, 6", "slli srli srai"),
    ("d, s, 5", "slliw srliw sraiw"),
    ("d, U", "lui auipc"),
    ("d, 1(m)", "lb lbu"),
    ("d, 2(m)", "lh lhu"),
    ("d, 4(m)", "lw lwu"),
    ("d, 8(m)", "ld"),
    ("t, 1(m)", "sb"),
    ("t, 2(m)", "sh"),
    ("t, 4(m)", "sw"),
    ("t, 8(m)", "sd"),
    ("s, t, 1f", "beq bne blt bge bltu bgeu"),
    ("d, 1f", "jal"),
    ("p, q", "c.sub c.xor c.or c.and c.subw c.addw"),
    ("p, 6", "c.srli c.srai"),
    ("n, 6", "c.slli"),
    ("p, C", "c.andi"),
    ("n, C", "c.addi c.addiw c.li"),
    ("n, n", "c.mv c.add"),
    ("p, 1f", "c.beqz c.bnez"),
    ("1f", "c.j"),
    ("p, w(m)", "c.lw c.sw"),
    ("p, D(m)", "c.ld c.sd"),
    ("n, w(x2)", "c.lwsp c.swsp"),
    ("n, D(x2)", "c.ldsp c.sdsp"),
    ("p, x2, w", "c.addi4spn"),
];

/// An instruction of a kind with operands, and the register that has to point into the data.
fn instruction(name: &str, operands: &str, numbers: &mut Numbers) -> (String, Option<usize>) {
    let mut text = format!("{name} ");
    let mut base = operands.contains("(x2)").then_some(2);
    let mut is_named = false;
    for letter in operands.chars() {
        let mut number = |first: u64, count: u64| format!("{}", first + numbers.below(count));
        // A name after the x of a register, or within a label.
        let kept = is_named || letter == ' ' || ",()f".contains(letter);
        let piece = match letter {
            _ if kept => format!("{letter}"),
            'x' => "x".into(),
            '1' if operands.contains("1f") => "1".into(),
            'd' | 's' | 't' => format!("x{}", number(0, 32)),
            // Not x0, and not the stack pointer.
            'n' => format!("x{}", number(3, 29)),
            'p' | 'q' => format!("x{}", number(8, 8)),
            'm' => {
                let index = numbers.below(8) + 8;
                base = Some(index as usize);
                format!("x{index}")
            }
            'I' => format!("{}", numbers.below(4096) as i64 - 2048),
            'C' => format!("{}", [-32, -7, -1, 1, 9, 31][numbers.below(6) as usize]),
            'U' => number(0, 1 << 20),
            '6' => number(1, 63),
            '5' => number(0, 32),
            'w' => format!("{}", 4 * (1 + numbers.below(15))),
            'D' => format!("{}", 8 * numbers.below(15)),
            size => {
                let size = i64::from(size.to_digit(10).expect("a size"));
                format!("{}", size * (numbers.below(16) as i64 - 8))
            }
        };
        is_named = letter == 'x';
        text += &piece;
    }
    (text, base)
}

/// A program of many cases: each loads all registers, executes one instruction, and keeps all registers.
fn program(rounds: usize) -> (String, usize) {
    let mut numbers = Numbers(1);
    let (mut code, mut values, mut cases) = (String::new(), String::new(), 0);
    for (operands, names) in (0..rounds).flat_map(|_| KINDS) {
        for name in names.split_whitespace() {
            let (text, base) = instruction(name, operands, &mut numbers);
            code += &case(&text);
            for register in 1..=REGISTERS {
                let value = numbers.value();
                values += &match base {
                    Some(index) if index == register => ".dword data + 128\n".into(),
                    _ => format!(".dword {value:#x}\n"),
                };
            }
            cases += 1;
        }
    }
    let data: String = (0..DATA).map(|_| format!(".byte {}\n", numbers.below(256))).collect();
    let rest = format!(".balign 8\nblocks:\n{values}data:\n{data}end:\n");
    (format!("{HEAD}{code}{TAIL}{rest}"), cases)
}

/// What begins a program; only QEMU comes to its first part: a trap switches the machine off, as failed.
const HEAD: &str = "\
    .option norvc
    la t0, trap
    csrw mtvec, t0
    j begin
    .balign 4
trap: li t0, 0x100000
    li t1, 0x13333
    sw t1, 0(t0)
    j .
    .org 0x100
begin: la t0, blocks
    csrw mscratch, t0
";

/// What ends it: all that is kept is said.
const TAIL: &str = "\
    .option norvc
    la t0, blocks
    la t1, end
    li t2, 0x10000000
1:  lbu t3, 0(t0)
    sb t3, 0(t2)
    addi t0, t0, 1
    bne t0, t1, 1b
    li t0, 0x100000
    li t1, 0x5555
    sw t1, 0(t0)
    j .
";

fn case(text: &str) -> String {
    let option = if text.starts_with("c.") { "rvc" } else { "norvc" };
    let mut lines = String::from(".option norvc\ncsrr x31, mscratch\n");
    for register in 1..=REGISTERS {
        lines += &format!("ld x{register}, {}(x31)\n", 8 * (register - 1));
    }
    lines += &format!(".option {option}\n{text}\n.option norvc\n.balign 4\naddi x5, x5, 1\n1:\n");
    lines += "csrrw x31, mscratch, x31\n";
    for register in 1..REGISTERS {
        lines += &format!("sd x{register}, {}(x31)\n", 8 * (register - 1));
    }
    lines + "csrr x1, mscratch\nsd x1, 240(x31)\naddi x31, x31, 248\ncsrw mscratch, x31\n"
}

#[test]
fn instructions_do_what_they_do_on_qemu() {
    let (source, cases) = program(6);
    let program = assembled("rv64-cases", &source, &format!("{BASE:#x}"));
    let (theirs, ours) = (by_qemu("cases", &program), by_us(&program));
    assert_eq!(theirs.len(), cases * 8 * REGISTERS + DATA);
    let first = theirs.iter().zip(&ours).position(|(a, b)| a != b);
    assert_eq!(theirs.len(), ours.len());
    assert_eq!(
        first.map(|at| (at / 8 / REGISTERS, at / 8 % REGISTERS + 1)),
        None,
        "case, register"
    );
}

/// Executes the words after it one by one, and says of each whether it is illegal.
const PROBE: &str = "\
    .option norvc
    la t0, trap
    csrw mtvec, t0
    la t0, words
    csrw mscratch, t0
next: csrr t0, mscratch
    la t1, end
    bgeu t0, t1, off
    lw t2, 0(t0)
    la t1, slot
    sw t2, 0(t1)
    fence.i
    la x1, data + 2048
    .irp r, 2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
    mv x\\r, x1
    .endr
    j slot
    .balign 64
slot: .word 0
    ebreak
    .balign 64
trap: csrr t0, mcause
    addi t0, t0, -2
    seqz t0, t0
    li t1, 0x10000000
    sb t0, 0(t1)
    csrr t0, mscratch
    addi t0, t0, 4
    csrw mscratch, t0
    j next
off: li t0, 0x100000
    li t1, 0x5555
    sw t1, 0(t0)
    j .
    .balign 4096
data: .skip 4096
words:
";

/// What leads elsewhere, or is more on QEMU than here: jumps, branches, and registers of control.
fn leads_away(word: u32) -> bool {
    if word & 3 == 3 {
        return matches!(word & 0x7f, 0x6f | 0x67 | 0x63 | 0x73);
    }
    let is_jump = word & 0xe003 == 0xa001 || word & 0xc003 == 0xc001;
    is_jump || word & 0xe07f == 0x8002
}

#[test]
fn what_is_illegal_on_qemu_is_illegal_here() {
    let mut numbers = Numbers(2);
    // All of two bytes, and some of four: of opcodes that there are, with the bits that choose among operations.
    let two = (0..=0xffff_u32).filter(|word| word & 3 != 3).map(|word| 0x9002_0000 | word);
    let opcodes =
        [0x03, 0x0f, 0x13, 0x17, 0x1b, 0x23, 0x33, 0x37, 0x3b, 0x07, 0x2f, 0x43, 0x53, 0x0b];
    let four = (0..20_000).map(|_| {
        let word = numbers.next() as u32 & 0xffff_ff80;
        let opcode = opcodes[numbers.below(14) as usize];
        let other = [0, 0x0200_0000, 0x4000_0000, word & 0xfe00_0000][numbers.below(4) as usize];
        word & 0x01ff_ffff | other | opcode
    });
    let words: Vec<u32> = two.chain(four).filter(|word| !leads_away(*word)).collect();
    let mut source = String::from(PROBE);
    words.iter().for_each(|word| source += &format!(".word {word:#x}\n"));
    let program = assembled("rv64-words", &(source + "end:\n"), &format!("{BASE:#x}"));
    let theirs = by_qemu("words", &program);
    assert_eq!(theirs.len(), words.len());
    let (mut illegal, mut stricter) = (0, Vec::new());
    for (word, is_illegal) in words.iter().zip(theirs) {
        let mut hart = Hart::new();
        hart.registers[1..].fill(0x2000);
        let mut memory = Flat { bytes: vec![0; 0x4000], base: 0 };
        memory.poke(0x100, *word);
        hart.pc = 0x100;
        let is_ours = hart.step(&mut memory) == Err(Halt::Undefined);
        match (is_illegal, is_ours) {
            (1, false) => panic!("{word:#010x} is illegal on QEMU"),
            (1, true) => illegal += 1,
            (_, true) => stricter.push(*word),
            _ => {}
        }
    }
    assert!(illegal > 5000, "{illegal}");
    let stricter: Vec<String> = stricter.iter().map(|word| format!("{word:08x}")).collect();
    assert!(
        stricter.is_empty(),
        "{} words: {:?}",
        stricter.len(),
        &stricter[..20.min(stricter.len())]
    );
}
