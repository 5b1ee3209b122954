//! A virtual board with a BL808: what is special about it.

use bouffalo::rom::{Behaviour, Chip, Confirms};

use super::options::choose;
use crate::number;

/// The least and the most that its flash has, in bytes.
const SIZES: std::ops::RangeInclusive<u64> = 512 << 10..=64 << 20;

/// What a user asks of a board with a BL808.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bouffalo {
    /// How it behaves.
    pub(super) behaviour: Behaviour,
}

impl Bouffalo {
    /// Takes an option; whether it is one.
    pub(super) fn set(&mut self, key: &str, value: &str) -> Result<bool, String> {
        let behaviour = &mut self.behaviour;
        match key {
            "size" => behaviour.size = size(value)?,
            "chip" => {
                let chips =
                    [("bl808", Chip::Bl808), ("bl616", Chip::Bl616), ("bl602", Chip::Bl602)];
                behaviour.chip = choose(key, value, &chips)?;
            }
            "confirms" => {
                let parts = [
                    ("unlock", Confirms::Unlock),
                    ("training", Confirms::Training),
                    ("both", Confirms::Both),
                ];
                behaviour.confirms = choose(key, value, &parts)?;
            }
            "pending" => behaviour.pending = Some(number::parse_seconds(value)?),
            "loses-above" => behaviour.fastest = number::parse_u32(value)?,
            "worn" => behaviour.worn = Some(number::parse_u32(value)?),
            "wrong-sum" => behaviour.wrong_sum = number::parse_u32(value)?,
            "flash" => {
                let states = [
                    ("known", (false, false)),
                    ("unknown", (true, false)),
                    ("none", (false, true)),
                ];
                (behaviour.unknown_flash, behaviour.no_flash) = choose(key, value, &states)?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }
}

fn size(text: &str) -> Result<u32, String> {
    let size = number::parse(text)?;
    match SIZES.contains(&size) && size.is_power_of_two() {
        true => Ok(size as u32),
        false => Err(format!("`size={text}`: a flash has 512K to 64M, a power of two")),
    }
}
