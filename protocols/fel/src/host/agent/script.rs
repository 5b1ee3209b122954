//! Scripts: operations of four words each, as `payloads/agent.S` carries them out.

use alloc::vec::Vec;

use super::{HEAD, MOST_RESULTS};

/// Bytes of an operation.
pub(super) const OP: usize = 16;
/// Bytes of the agent's words: what it is told, its report, and a table.
pub(super) const WORDS: usize = 32 + 4 * (HEAD + MOST_RESULTS) + 1024;

/// An operation. Addresses are bytes, lengths as they are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// Writes a register: address, value.
    Write(u32, u32),
    /// Reads a register into the results.
    Read(u32),
    /// Clears bits of a register, then sets some: address, both.
    Change(u32, u32, u32),
    /// Waits until some bits of a register have a value: address, mask, value, milliseconds.
    Poll(u32, u32, u32, u32),
    /// Waits until any of some bits is set, unless one that means an error is: address, bits, errors, milliseconds.
    Await(u32, u32, u32, u32),
    /// Does nothing for the given number of microseconds.
    Delay(u32),
    /// FIFO to memory: address, words, milliseconds.
    Get(u32, u32, u32),
    /// Memory to FIFO: address, words, milliseconds.
    Put(u32, u32, u32),
    /// Goes on with the running sum: address, words.
    Sum(u32, u32),
    /// Unpacks an LZ4 block: address, bytes, where to, bytes there.
    Unpack(u32, u32, u32, u32),
    /// Repeats the operations before it: how many of them, how often they are carried out in all.
    Repeat(u32, u32),
    /// Goes back while any of some bits is set: address, bits, how many operations before it are carried out again, and how
    /// often at the most until it has failed. Where it is within a [`Repeat`](Self::Repeat) that counts for all times.
    While(u32, u32, u32, u32),
    /// Adds to an operand of an operation before it: how many operations before (1: the last), which operand (1 to 3), the
    /// number.
    Step(u32, u32, u32),
}

impl Op {
    fn words(self) -> [u32; 4] {
        match self {
            Self::Write(at, value) => [1, at, value, 0],
            Self::Read(at) => [2, at, 0, 0],
            Self::Change(at, clear, set) => [3, at, clear, set],
            Self::Poll(at, mask, value, ms) => [4 | ms << 8, at, mask, value],
            Self::Await(at, bits, errors, ms) => [5 | ms << 8, at, bits, errors],
            Self::Delay(us) => [6, us, 0, 0],
            Self::Get(at, count, ms) => [7 | ms << 8, at, count, 0],
            Self::Put(at, count, ms) => [8 | ms << 8, at, count, 0],
            Self::Sum(at, count) => [9, at, count, 0],
            Self::Unpack(at, packed, to, bytes) => [10 | bytes << 8, at, packed, to],
            Self::Repeat(operations, times) => [11, operations, times, times],
            Self::While(at, bits, operations, times) => [13 | operations << 8, at, bits, times],
            Self::Step(operations, operand, number) => {
                [14, (operations + 1) * OP as u32 - 4 * operand, number, 0]
            }
        }
    }
}

/// The operation that data in a message are skipped by.
pub(super) fn skip(bytes: u32) -> impl Iterator<Item = u8> {
    [12, bytes, 0, 0].into_iter().flat_map(u32::to_le_bytes)
}

/// Operations in their order, each with the name of what it is a part of.
#[derive(Clone, Debug, Default)]
pub struct Script {
    operations: Vec<(Op, &'static str)>,
    name: &'static str,
}

/// The time that operations are limited by: timer 0 as U-Boot's SPL uses it. Its counter is read thrice, to see that it runs.
pub(super) fn clock(timer: u32) -> Script {
    let (control, interval, counter) = (timer, timer + 4, timer + 8);
    let mut script = Script::new("starting the SoC's timer");
    // On, from the interval again when it is over, 24 MHz.
    script.push(Op::Write(interval, u32::MAX)).push(Op::Write(control, 1 << 2 | 1 << 1 | 1));
    script.extend([Op::Read(counter), Op::Read(counter), Op::Read(counter)]);
    script
}

impl Script {
    /// An empty one, whose operations are called `name`.
    pub fn new(name: &'static str) -> Self {
        Self { operations: Vec::new(), name }
    }

    /// What the operations that follow are called in errors.
    pub fn name(&mut self, name: &'static str) -> &mut Self {
        self.name = name;
        self
    }

    /// Appends an operation.
    pub fn push(&mut self, op: Op) -> &mut Self {
        self.operations.push((op, self.name));
        self
    }

    /// Appends several.
    pub fn extend(&mut self, ops: impl IntoIterator<Item = Op>) -> &mut Self {
        for op in ops {
            self.push(op);
        }
        self
    }

    /// Leaves an operation out: what defect tests do.
    pub fn without(&self, index: usize) -> Self {
        let mut other = self.clone();
        other.operations.remove(index);
        other
    }

    /// The operations.
    pub fn operations(&self) -> impl Iterator<Item = &(Op, &'static str)> {
        self.operations.iter()
    }

    /// How many operations.
    pub fn len(&self) -> usize {
        self.operations.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.operations.is_empty()
    }

    /// How many words it reads.
    pub fn results(&self) -> usize {
        self.operations.iter().filter(|(op, _)| matches!(op, Op::Read(_))).count()
    }

    pub(super) fn names(&self) -> Vec<&'static str> {
        self.operations.iter().map(|(_, name)| *name).collect()
    }

    /// As the agent reads them, with the end.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let end = [0; 4];
        let words = self.operations.iter().map(|(op, _)| op.words()).chain([end]);
        words.flatten().flat_map(u32::to_le_bytes).collect()
    }
}
