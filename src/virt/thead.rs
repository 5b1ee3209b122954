//! A virtual board with a TH1520 on its serial line: what is special about it.

use thead::rom::{BLOCK, Behaviour};

use super::options::choose;
use crate::number;

/// What a user asks of a board with a TH1520 on its serial line.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Thead {
    /// How it behaves.
    pub(super) behaviour: Behaviour,
}

impl Thead {
    /// Takes an option; whether it is one.
    pub(super) fn set(&mut self, key: &str, value: &str) -> Result<bool, String> {
        let behaviour = &mut self.behaviour;
        match key {
            "size" => behaviour.size = size(value)?,
            "power" => behaviour.power = number::parse_seconds(value)?,
            "version" => behaviour.version = version(value)?,
            "worn" => behaviour.worn = Some(number::parse_u32(value)?),
            "wrong-sum" => behaviour.wrong_sum = number::parse_u32(value)?,
            "flash" => {
                behaviour.no_flash = choose(key, value, &[("known", false), ("none", true)])?;
            }
            "writer" => {
                let states = [
                    ("good", (false, false)),
                    ("hangs", (true, false)),
                    ("forgets", (false, true)),
                ];
                (behaviour.hangs, behaviour.forgets) = choose(key, value, &states)?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }
}

fn size(text: &str) -> Result<u32, String> {
    let size = number::parse_u32(text)?;
    match (BLOCK..=64 << 20).contains(&size) && size.is_multiple_of(BLOCK) {
        true => Ok(size),
        false => Err(format!("`size={text}`: this flash has 64K to 64M, whole blocks of 64K")),
    }
}

fn version(text: &str) -> Result<u8, String> {
    let version = number::parse(text)?;
    let known = u8::try_from(version).ok().filter(|version| (1..=200).contains(version));
    known.ok_or_else(|| format!("`version={text}`: versions of the protocol are 1 to 200"))
}
