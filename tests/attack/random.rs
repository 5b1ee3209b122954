//! Cases from seeds.

use std::time::{Duration, Instant};

/// Draws from a seed; the same seed draws the same.
pub(crate) struct Random(fastrand::Rng);

/// Runs `attack` with the default seed or the given one, and with the seeds after it while there is time.
#[expect(clippy::print_stderr, reason = "a test that fails shows what it printed")]
pub(crate) fn attack(attack: impl Fn(&mut Random)) {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let first = number("ATTACK_SEED").unwrap_or(1);
    let end = Instant::now() + Duration::from_secs(number("ATTACK_SECONDS").unwrap_or(0));
    for seed in first.. {
        eprintln!("seed {seed}");
        attack(&mut Random(fastrand::Rng::with_seed(seed)));
        if Instant::now() >= end {
            break;
        }
    }
}

impl Random {
    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0.usize(..end.max(1))
    }

    /// One of them.
    pub(crate) fn one_of<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }

    /// True once in `n`.
    pub(crate) fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// A file with a few places changed, cut short, or lengthened.
    pub(crate) fn damage(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        for _ in 0..=self.below(3) {
            self.damage_once(&mut bytes);
        }
        bytes
    }

    fn damage_once(&mut self, bytes: &mut Vec<u8>) {
        const WORDS: [u64; 7] = [0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, u64::MAX, 1 << 63];
        if bytes.is_empty() {
            bytes.push(0);
        }
        // Headers are where a changed byte says something new.
        let reach = if self.once_in(3) { bytes.len() } else { bytes.len().min(512) };
        let at = self.below(reach);
        match self.below(6) {
            0 => bytes[at] ^= 1 << self.below(8),
            1 => bytes[at] = self.0.u8(..),
            2 | 3 => {
                let word = self.one_of(&WORDS).to_le_bytes();
                let size = *self.one_of(&[2, 4, 4, 8]);
                let end = bytes.len().min(at + size);
                bytes[at..end].copy_from_slice(&word[..end - at]);
            }
            4 => bytes.truncate(self.below(bytes.len())),
            _ => {
                let more = self.below(2048);
                let fill = self.0.u8(..);
                bytes.extend(std::iter::repeat_n(fill, more));
            }
        }
    }
}
