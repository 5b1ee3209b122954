//! What a bad cable does to bytes, the same for the same seed.

use alloc::vec::Vec;

/// What happens to one byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It never arrives.
    Lost,
    /// It arrives twice.
    Doubled,
    /// It arrives as another byte: these bits are inverted.
    Flipped(u8),
}

impl Damage {
    /// What arrives instead of `byte`.
    pub fn apply(self, byte: u8) -> impl Iterator<Item = u8> + use<> {
        let (byte, times) = match self {
            Self::Lost => (byte, 0),
            Self::Doubled => (byte, 2),
            Self::Flipped(bits) => (byte ^ bits, 1),
        };
        core::iter::repeat_n(byte, times)
    }
}

/// Which bytes of one direction of a line are damaged.
#[derive(Clone, Debug, Default)]
pub struct Noise {
    /// Bytes damaged in a million, chosen by `state`.
    per_million: u32,
    state: u64,
    /// Bytes damaged by their place in the stream, counted from 0.
    at: Vec<(u64, Damage)>,
    count: u64,
}

impl Noise {
    /// None.
    pub fn none() -> Self {
        Self::default()
    }

    /// This many bytes in a million are lost, doubled or flipped, as `seed` chooses.
    pub fn random(seed: u64, per_million: u32) -> Self {
        Self { per_million, state: seed, ..Self::default() }
    }

    /// Exactly this happens to the byte with index `place`.
    pub fn at(place: u64, damage: Damage) -> Self {
        Self { at: alloc::vec![(place, damage)], ..Self::default() }
    }

    /// Bytes that have passed.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// What happens to the next byte.
    pub fn strike(&mut self) -> Option<Damage> {
        let place = self.count;
        self.count += 1;
        if let Some((_, damage)) = self.at.iter().find(|(at, _)| *at == place) {
            return Some(*damage);
        }
        if self.per_million == 0 || self.random_number() % 1_000_000 >= u64::from(self.per_million)
        {
            return None;
        }
        Some(match self.random_number() % 3 {
            0 => Damage::Lost,
            1 => Damage::Doubled,
            _ => Damage::Flipped(1 << (self.random_number() % 8)),
        })
    }

    /// SplitMix64 (Steele, Lea, Flood 2014): a few operations, and any seed is good.
    fn random_number(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_has_the_rate_it_was_given_and_is_the_same_for_the_same_seed() {
        let count = |seed| {
            let mut noise = Noise::random(seed, 10_000);
            (0..100_000).filter(|_| noise.strike().is_some()).count()
        };
        assert!((900..1100).contains(&count(1)), "{}", count(1));
        assert_eq!(count(7), count(7));
    }

    #[test]
    fn a_place_is_damaged_once() {
        let mut noise = Noise::at(2, Damage::Lost);
        let seen: Vec<_> = (0..5).map(|_| noise.strike()).collect();
        assert_eq!(seen, [None, None, Some(Damage::Lost), None, None]);
        assert_eq!(Damage::Doubled.apply(9).collect::<Vec<_>>(), [9, 9]);
        assert_eq!(Damage::Flipped(1).apply(9).collect::<Vec<_>>(), [8]);
    }
}
