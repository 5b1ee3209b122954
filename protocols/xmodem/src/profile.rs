//! How to send to a receiver: the settings for each family.

use core::time::Duration;

/// How a sender treats a receiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Its name.
    pub name: &'static str,
    /// Whether it takes blocks of 1024 bytes.
    pub long_blocks: bool,
    /// Polls in a row that make a start. A boot ROM's banner `(C)StarFive` has one in it, and comes twice.
    pub run: u32,
    /// How long nothing but polls must have come.
    pub calm: Duration,
    /// How old the last poll may be: U-Boot throws away what comes later than 2 s after it.
    pub fresh: Duration,
    /// The shortest wait between an answer or a poll and the next frame, in which a doubled answer shows itself. On a slow line the
    /// sender waits longer: see [`Sender::at`](crate::Sender::at).
    pub settle: Duration,
    /// The longest wait for an answer to a block, from its last byte.
    pub reply: Duration,
    /// For this long after the first block a poll is one that crossed it, not a refusal.
    pub crossed: Duration,
    /// The longest wait for an answer to EOT. A receiver that waits for silence before it answers never does if EOT
    /// comes again too soon.
    pub end: Duration,
    /// A poll that comes so soon after EOT asks for the next file of a batch, and the ACK before it was lost. One that
    /// comes later says that EOT was not heard.
    pub next_file: Duration,
    /// The wait for the last ACK of a batch. Some receivers do not send it; U-Boot asks again if it did not hear the end.
    pub goodbye: Duration,
    /// How often a frame is sent.
    pub tries: u32,
    /// How long a frame is tried, whatever the count.
    pub patience: Duration,
    /// Whether the receiver is unknown. Polls as quick as a boot ROM's are then treated as one's.
    pub unknown: bool,
    /// Whether NAKs ask for 8-bit sums. Where every receiver starts with polls they are another program's transfer.
    pub sums: bool,
    /// How many CANs give up a transfer; none where cancelling does damage.
    pub cancels: usize,
}

const fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

impl Profile {
    /// Anything that keeps to the protocol: lrzsz, terminal programs. Receivers of this kind answer a damaged block
    /// after up to 6 s, and may purge what comes in the same instant as their answer (lrzsz on a pty; on a UART the answer
    /// itself takes longer to leave). A batch's end that was lost or purged they ask for again after 11 s: lrzsz reads for
    /// 10 s, then waits for 1 s of silence (traced), and a sender that has left by then leaves it waiting for minutes.
    pub const PLAIN: Self = Self {
        name: "plain",
        long_blocks: false,
        run: 1,
        calm: ms(300),
        fresh: ms(1500),
        settle: Duration::from_micros(500),
        reply: ms(7000),
        crossed: ms(1000),
        end: ms(3000),
        next_file: ms(2500),
        goodbye: ms(12_000),
        tries: 30,
        patience: ms(60_000),
        unknown: true,
        sums: true,
        cancels: 3,
    };

    /// lrzsz, with blocks of 1024 bytes.
    pub const LRZSZ: Self = Self { name: "lrzsz", long_blocks: true, ..Self::PLAIN };

    /// U-Boot's `loadx` and `loady`, and the YMODEM of its SPL. Measured: a poll every 4.73 s, of which it listens 2 s; a
    /// poll instead of NAK; EOT is ignored after junk, and a poll follows after 4.25 s.
    pub const UBOOT: Self = Self {
        name: "u-boot",
        long_blocks: true,
        settle: Duration::from_micros(200),
        reply: ms(5000),
        end: ms(4500),
        next_file: ms(500),
        goodbye: ms(5000),
        unknown: false,
        ..Self::PLAIN
    };

    /// The mask ROM of the JH7110. Its timers are inferred from the recovery agent's, which is the same family of code.
    /// U-Boot's documentation and users' logs show the banner twice, with polls between; five polls and half a second
    /// without anything else is the rule that works for people.
    pub const JH7110_ROM: Self = Self {
        name: "jh7110-rom",
        long_blocks: true,
        run: 5,
        calm: ms(500),
        fresh: ms(1000),
        settle: Duration::from_micros(200),
        reply: ms(1500),
        crossed: ms(700),
        end: ms(3000),
        next_file: ms(500),
        goodbye: ms(1500),
        tries: 60,
        patience: ms(60_000),
        unknown: false,
        sums: false,
        cancels: 3,
    };

    /// The vendor's recovery agent for the JH7110 (disassembled): polls every 50 ms, NAK after 75 ms of silence.
    pub const JH7110_AGENT: Self =
        Self { name: "jh7110-agent", run: 2, calm: ms(300), sums: true, ..Self::JH7110_ROM };

    /// The agent while it fills an eMMC: it writes what it has when a transfer is cancelled.
    pub const JH7110_AGENT_EMMC: Self = Self { cancels: 0, ..Self::JH7110_AGENT };

    /// The mask ROM and the recovery program of the JH7100, at 9600 baud: true milliseconds, NAK after 1.5 s of silence,
    /// EOT likewise.
    pub const JH7100: Self = Self {
        name: "jh7100",
        long_blocks: true,
        run: 2,
        calm: ms(300),
        fresh: ms(1500),
        settle: Duration::from_micros(200),
        reply: ms(6000),
        crossed: ms(4000),
        end: ms(4000),
        next_file: ms(3000),
        goodbye: ms(3000),
        tries: 30,
        patience: ms(120_000),
        unknown: false,
        sums: true,
        cancels: 3,
    };

    /// The same with short blocks only.
    pub const fn short_blocks(self) -> Self {
        Self { long_blocks: false, ..self }
    }
}
