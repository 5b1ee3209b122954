//! `conf:platform`: where an Optimus package's boot files go, which is all that it tells of the SoC that it is for.
//!
//! Keys as pyamlboot reads them.

use crate::families::{Family, Flow, TABLE};

/// What is made use of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Platform {
    /// Where BL2 is loaded (`DDRLoad`).
    pub bl2: Option<u32>,
    /// Where its parameters are (`bl2ParaAddr`).
    pub params: Option<u32>,
}

impl Platform {
    /// Reads lines of `key:value` or `key=value`. What is not understood is passed over, as the vendor's tools do.
    pub fn parse(bytes: &[u8]) -> Self {
        let mut platform = Self::default();
        for line in bytes.split(|&byte| byte == b'\n') {
            let Some((key, value)) = core::str::from_utf8(line).ok().and_then(pair) else {
                continue;
            };
            match key {
                "DDRLoad" => platform.bl2 = number(value),
                "bl2ParaAddr" => platform.params = number(value),
                _ => {}
            }
        }
        platform
    }

    /// The families whose boot files go there.
    pub fn families(self) -> impl Iterator<Item = &'static Family> {
        TABLE.iter().filter(move |family| {
            let params = match family.flow {
                Flow::Gx { params, .. } => Some(params),
                _ => None,
            };
            self.bl2.is_some()
                && family.flow.bl2() == self.bl2
                && (self.params.is_none() || self.params == params)
        })
    }
}

fn pair(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once([':', '='])?;
    Some((key.trim(), value.trim()))
}

fn number(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"))?;
    u32::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    fn names(text: &str) -> Vec<&'static str> {
        Platform::parse(text.as_bytes()).families().map(|family| family.name).collect()
    }

    #[test]
    fn addresses_tell_families_apart() {
        let gxl = "Platform:0x0811\r\nDDRLoad:0xd9000000\r\nbl2ParaAddr=0xd900c000\r\nControl0=0xc110419c:0xb1\n";
        assert_eq!(names(gxl), ["GXBB", "GXL", "GXM"]);
        assert_eq!(names("DDRLoad:0xfffc0000\nbl2ParaAddr=0xfffcc000"), ["TXLX", "AXG"]);
        assert_eq!(names("DDRLoad:0xfffa0000"), ["G12A", "G12B", "SM1"]);
        assert_eq!(names("DDRLoad:0xd9000000"), ["M8", "GXBB", "GXL", "GXM"]);
        assert!(names("DDRLoad:d9000000\n\u{0}=\n:").is_empty());
        assert!(names("").is_empty());
    }
}
