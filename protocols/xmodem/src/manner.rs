//! How receivers behave: the behaviour of each family, for our own receiver and for virtual boards.

use core::time::Duration;

/// What a receiver says to a block that it cannot use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// NAK, as the protocol has it.
    Nak,
    /// Another poll: U-Boot.
    Poll,
}

/// The manner of a receiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    /// Its name.
    pub name: &'static str,
    /// The time from one poll to the next.
    pub poll: Duration,
    /// How many polls for CRCs it sends; as many NAKs follow, then it gives up.
    pub polls: u32,
    /// For this long after a poll it listens, and then throws away what comes until the next one.
    pub listens: Option<Duration>,
    /// Whether a byte that begins no frame is answered with another poll at once.
    pub polls_at_junk: bool,
    /// The longest gap within a frame.
    pub gap: Duration,
    /// The silence it waits for before it refuses a block.
    pub calm: Duration,
    /// How it refuses.
    pub refusal: Refusal,
    /// When it asks for the next block if none begins.
    pub idle: Option<Duration>,
    /// The silence it waits for before it answers EOT.
    pub end_calm: Duration,
    /// How many EOTs it refuses first.
    pub end_refusals: u32,
    /// Whether junk before EOT makes it overlook it: damaged data has such bytes in it.
    pub end_needs_quiet: bool,
    /// Whether a byte that follows EOT within the silence shows that it was none.
    pub end_takes_back: bool,
    /// What it answers to EOT, before the poll of a batch.
    pub end_acks: usize,
    /// In a batch: how long after its ACK to EOT it polls for the next file.
    pub next_file: Duration,
    /// Whether it polls after it took block 0.
    pub polls_after_header: bool,
    /// CANs in a row that cancel.
    pub cancels: u32,
    /// Whether it misses that block 255 is a duplicate when it expects block 0 (a promotion to `int`).
    pub stuck_at_255: bool,
    /// Refusals of one block after which it gives up.
    pub patience: u32,
}

const fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

impl Manner {
    /// As the protocol was meant: the receiver that this tool offers.
    pub const PLAIN: Self = Self {
        name: "plain",
        poll: ms(1000),
        polls: 60,
        listens: None,
        polls_at_junk: false,
        gap: ms(1000),
        calm: ms(100),
        refusal: Refusal::Nak,
        idle: Some(ms(5000)),
        end_calm: ms(100),
        end_refusals: 0,
        end_needs_quiet: true,
        end_takes_back: true,
        end_acks: 1,
        next_file: ms(0),
        polls_after_header: true,
        cancels: 2,
        stuck_at_255: false,
        patience: 30,
    };

    /// The mask ROM of the JH7110: the agent's receiver on a slower clock (inferred: ten polls in 1.4 s in a log).
    pub const JH7110_ROM: Self = Self { name: "jh7110-rom", poll: ms(130), ..Self::JH7110_AGENT };

    /// The vendor's recovery agent for the JH7110, as disassembled.
    pub const JH7110_AGENT: Self = Self {
        name: "jh7110-agent",
        poll: ms(50),
        polls: 1000,
        polls_at_junk: true,
        gap: ms(50),
        calm: ms(75),
        idle: None,
        end_calm: ms(75),
        end_needs_quiet: false,
        end_takes_back: false,
        stuck_at_255: true,
        patience: u32::MAX,
        ..Self::PLAIN
    };

    /// The mask ROM and the recovery program of the JH7100.
    pub const JH7100: Self = Self {
        name: "jh7100",
        polls: 1000,
        calm: ms(1500),
        idle: None,
        end_calm: ms(1500),
        end_needs_quiet: false,
        end_takes_back: false,
        patience: 1000,
        ..Self::PLAIN
    };

    /// U-Boot's `loadx` and `loady` and its SPL, as measured.
    pub const UBOOT: Self = Self {
        name: "u-boot",
        poll: ms(4730),
        polls: 19,
        listens: Some(ms(2000)),
        gap: ms(2000),
        calm: ms(0),
        refusal: Refusal::Poll,
        idle: Some(ms(2060)),
        end_calm: ms(0),
        end_acks: 2,
        polls_after_header: false,
        cancels: 3,
        patience: 20,
        ..Self::PLAIN
    };

    /// lrzsz's `rx` and `rb`, as measured.
    pub const LRZSZ: Self = Self {
        name: "lrzsz",
        poll: ms(3000),
        end_calm: ms(1000),
        end_needs_quiet: false,
        end_takes_back: false,
        next_file: ms(1000),
        calm: ms(0),
        gap: ms(5000),
        idle: Some(ms(10_000)),
        ..Self::PLAIN
    };
}
