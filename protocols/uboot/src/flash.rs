//! SPI flash, as U-Boot's `sf` tells of it.

use alloc::string::String;

use crate::text::size;

/// A flash as `sf probe` tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flash {
    /// The part's name.
    pub name: String,
    /// Bytes that are erased at once.
    pub erase: u32,
    /// Bytes in all.
    pub size: u64,
}

impl Flash {
    /// Reads `SF: Detected gd25lq128 with page size 256 Bytes, erase size 4 KiB, total 16 MiB`; `None`: it is something
    /// else, or damaged.
    pub fn parse(text: &str) -> Option<Self> {
        let (name, rest) = text.split_once("SF: Detected ")?.1.split_once(" with page size ")?;
        let (erase, total) = rest.split_once("erase size ")?.1.split_once(", total ")?;
        let (erase, total) = (size(erase)?, size(total)?);
        let erase = u32::try_from(erase).ok().filter(|erase| erase.is_power_of_two())?;
        let whole = total > 0 && total.is_multiple_of(erase.into());
        whole.then(|| Self { name: name.into(), erase, size: total })
    }
}

/// The bytes that are in the flash after `sf update`, those that were there before among them: `4096 bytes written, 0 bytes
/// skipped in 0.5s, speed 8192 B/s`; `None`: it failed, or is damaged. Its progress may stand before it on the same line.
pub fn updated(text: &str) -> Option<u64> {
    let (before, rest) = text.split_once(" bytes written, ")?;
    let (skipped, _) = rest.split_once(" bytes skipped")?;
    let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let written = before[before.len() - digits..].parse::<u64>().ok()?;
    written.checked_add(skipped.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flash_tells_its_name_and_its_sizes() {
        let of = |text: &str| Flash::parse(text).map(|flash| (flash.erase, flash.size));
        let said =
            "SF: Detected gd25lq128 with page size 256 Bytes, erase size 4 KiB, total 16 MiB";
        assert_eq!(of(said), Some((4096, 16 << 20)));
        assert_eq!(Flash::parse(said).map(|flash| flash.name).as_deref(), Some("gd25lq128"));
        for (good, bad) in
            [("4 KiB", "3 KiB"), ("16 MiB", "0 MiB"), ("16 MiB", "16"), ("SF:", "S:")]
        {
            assert_eq!(of(&said.replace(good, bad)), None, "{bad}");
        }
    }

    #[test]
    fn an_update_counts_what_was_there_before() {
        let said = "device 0 offset 0x0, size 0x3000\n8192 bytes written, 4096 bytes skipped in 0.5s, speed 699050 B/s\n";
        assert_eq!(updated(said), Some(12288));
        let said = "   Updating, 99% 330167 B/s0 bytes written, 4096 bytes skipped in 3.258s, speed 329570 B/s";
        assert_eq!(updated(said), Some(4096));
        for bad in [
            "8192 bytes written\n",
            "8192 bytes written, x bytes skipped\n",
            "SPI flash failed in write step\n",
        ] {
            assert_eq!(updated(bad), None, "{bad}");
        }
    }
}
