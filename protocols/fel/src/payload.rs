//! Code of ours that runs on the SoC, and how its parameters are laid out.
//!
//! Each payload is position-independent machine code assembled from the source beside it in `payloads/`
//! (`payloads/assemble` rebuilds them, a test compares). Its parameters begin where its code ends, so the host sends
//! code and parameters in one write and the results stand in the parameters' place. All words are little-endian.
//!
//! | payload | parameters, in words | results |
//! |---|---|---|
//! | `readl` | count, address × count | each address replaced by the word read there |
//! | `writel` | count, (address, value) × count | – |
//! | `sid` | SID base, offset of the first key word, count, count × 0 | the key words, read through the SID's own registers |
//! | `state` | 8 × 0 | SCTLR, DACR, TTBCR, TTBR0, MIDR, CPSR, SP, SP of IRQ mode |
//! | `mmu_off` | – | SCTLR: M, I and Z cleared |
//! | `mmu_on` | DACR, TTBCR, TTBR0 | TLB, caches of code and branches emptied; SCTLR: M, I and Z set |
//! | `l2_on` | – | ACTLR bit 1 set |
//! | `icache_off` | – | SCTLR: I cleared, instruction cache emptied |
//! | `smc` | – | one `smc #0` |
//! | `sum` | address, bytes | sum of the words, sum of all sums on the way |
//! | `enter64` | RVBAR register, entry | warm reset into AArch64; does not return |
//! | `thunk` | SPL address, (first, second, bytes) × n, three zero words | swaps, checks, runs the SPL, swaps back |
//! | `readl_rv`, `writel_rv` | as `readl`, `writel` | RISC-V (D1) |
//! | `agent`, `agent_rv` | eight words of `host::agent`; it stays, and carries out scripts | what a script has read |
//!
//! `thunk` writes its findings into bytes 8..12 of the eGON header, as the field has agreed: `.FEL` it ran, `.BAD` the
//! checksum did not hold, `.???` caches were on.

use alloc::vec::Vec;

use crate::chips::Core;

/// A payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the table above says what each does")]
pub enum Payload {
    Readl,
    Writel,
    Sid,
    State,
    MmuOff,
    MmuOn,
    L2On,
    IcacheOff,
    Smc,
    Sum,
    Enter64,
    Thunk,
    ReadlRv,
    WritelRv,
    Agent,
    AgentRv,
}

impl Payload {
    /// Every payload.
    pub const ALL: [Self; 16] = [
        Self::Readl,
        Self::Writel,
        Self::Sid,
        Self::State,
        Self::MmuOff,
        Self::MmuOn,
        Self::L2On,
        Self::IcacheOff,
        Self::Smc,
        Self::Sum,
        Self::Enter64,
        Self::Thunk,
        Self::ReadlRv,
        Self::WritelRv,
        Self::Agent,
        Self::AgentRv,
    ];

    /// The agent for a processor.
    pub fn agent(core: Core) -> Self {
        match core {
            Core::Arm => Self::Agent,
            Core::RiscV => Self::AgentRv,
        }
    }

    /// The machine code; its length is a multiple of 4.
    pub fn code(self) -> &'static [u8] {
        match self {
            Self::Readl => include_bytes!("../payloads/readl.bin"),
            Self::Writel => include_bytes!("../payloads/writel.bin"),
            Self::Sid => include_bytes!("../payloads/sid.bin"),
            Self::State => include_bytes!("../payloads/state.bin"),
            Self::MmuOff => include_bytes!("../payloads/mmu_off.bin"),
            Self::MmuOn => include_bytes!("../payloads/mmu_on.bin"),
            Self::L2On => include_bytes!("../payloads/l2_on.bin"),
            Self::IcacheOff => include_bytes!("../payloads/icache_off.bin"),
            Self::Smc => include_bytes!("../payloads/smc.bin"),
            Self::Sum => include_bytes!("../payloads/sum.bin"),
            Self::Enter64 => include_bytes!("../payloads/enter64.bin"),
            Self::Thunk => include_bytes!("../payloads/thunk.bin"),
            Self::ReadlRv => include_bytes!("../payloads/readl_rv.bin"),
            Self::WritelRv => include_bytes!("../payloads/writel_rv.bin"),
            Self::Agent => include_bytes!("../payloads/agent.bin"),
            Self::AgentRv => include_bytes!("../payloads/agent_rv.bin"),
        }
    }

    /// Code and parameters as they are written to the board.
    pub fn with(self, parameters: &[u32]) -> Vec<u8> {
        let mut bytes = self.code().to_vec();
        bytes.extend(parameters.iter().flat_map(|word| word.to_le_bytes()));
        bytes
    }

    /// The payload whose code `memory` begins with.
    pub fn recognise(memory: &[u8]) -> Option<Self> {
        Self::ALL.into_iter().find(|payload| memory.starts_with(payload.code()))
    }
}
