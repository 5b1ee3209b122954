//! Memory: what `bdinfo` says of it, and sums of it.

use alloc::vec::Vec;
use core::ops::Range;

use crate::text::{after, hex};

/// Free memory begins and ends at multiples of this many bytes, so that a block device's driver can move it without a copy.
const PAGE: u64 = 4096;
/// What U-Boot may use below its own code where it does not say so: stack, heap and device tree. Heaps are 64 MiB at most
/// (the largest `CONFIG_SYS_MALLOC_LEN` of the boards that are known).
const BELOW: u64 = 64 << 20;

/// The board's DRAM as `bdinfo` lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ram {
    /// DRAM, by address.
    pub banks: Vec<Range<u64>>,
    /// What may not be written: U-Boot itself, firmware, what the device tree reserves.
    pub reserved: Vec<Range<u64>>,
    /// Where U-Boot's code ends (`relocaddr` is where it begins). U-Boot runs at the end of the memory that its drivers reach,
    /// so nothing above is used for transfers.
    pub top: Option<u64>,
}

impl Ram {
    /// Reads the output of `bdinfo`, of which these lines count:
    ///
    /// ```text
    /// DRAM bank   = 0x0000000000000000
    /// -> start    = 0x0000000040000000
    /// -> size     = 0x0000000100000000
    /// relocaddr   = 0x00000000fff40000
    ///  reserved[0]   [0x40000000-0x4007ffff], 0x80000 bytes, flags: no-map
    /// ```
    ///
    /// A reserved region whose flags are `none` is an earlier load, which U-Boot lets be overwritten (`lib/lmb.c`). A U-Boot
    /// without the list of reserved regions gets everything from 64 MiB below its code reserved. `None`: there is no bank,
    /// or it does not show where U-Boot is.
    pub fn parse(bdinfo: &str) -> Option<Self> {
        let (mut banks, mut reserved, mut listed) = (Vec::new(), Vec::new(), false);
        let (mut start, mut top, mut lowest) = (None, None, None);
        for line in bdinfo.lines().map(str::trim) {
            if let Some(region) = after(line, "reserved[") {
                listed = true;
                reserved.extend(range(region));
                continue;
            }
            let Some((name, value)) = line.split_once('=') else { continue };
            let Some(value) = hex(value.trim()) else { continue };
            match name.trim() {
                "-> start" => start = Some(value),
                "-> size" => banks.extend(start.take().and_then(|start| region(start, value))),
                "relocaddr" => (top, lowest) = (Some(value), lowest.or(Some(value))),
                "sp start" => lowest = Some(value),
                _ => {}
            }
        }
        if !listed {
            reserved.push(lowest?.saturating_sub(BELOW)..u64::MAX);
        }
        (!banks.is_empty()).then_some(Self { banks, reserved, top })
    }

    /// What is free, by address, in whole pages.
    pub fn free(&self) -> Vec<Range<u64>> {
        let top = self.top.unwrap_or(u64::MAX);
        let mut free: Vec<_> =
            self.banks.iter().map(|bank| bank.start..bank.end.min(top)).collect();
        for taken in &self.reserved {
            free = free.into_iter().flat_map(|region| without(region, taken)).collect();
        }
        free.sort_unstable_by_key(|region| region.start);
        free.into_iter().filter_map(pages).collect()
    }

    /// The largest free region.
    pub fn largest_free(&self) -> Option<Range<u64>> {
        self.free().into_iter().max_by_key(|region| region.end - region.start)
    }

    /// The free region that `address` is in, from there on.
    pub fn free_from(&self, address: u64) -> Option<Range<u64>> {
        let around = self.free().into_iter().find(|region| region.contains(&address))?;
        Some(address..around.end)
    }

    /// Whether all of `region` is free.
    pub fn is_free(&self, region: &Range<u64>) -> bool {
        self.free_from(region.start).is_some_and(|free| region.end <= free.end)
    }
}

fn region(start: u64, size: u64) -> Option<Range<u64>> {
    let end = start.checked_add(size)?;
    (size > 0).then_some(start..end)
}

/// The region in `0]  [0x40000000-0x4007ffff], 0x80000 bytes, flags: no-map`, unless it may be overwritten.
fn range(text: &str) -> Option<Range<u64>> {
    let (_, text) = text.split_once('[')?;
    let (bounds, rest) = text.split_once(']')?;
    let (start, last) = bounds.split_once('-')?;
    let (start, end) = (hex(start)?, hex(last)?.saturating_add(1));
    let loose = rest.split_once("flags:").is_some_and(|(_, flags)| flags.trim() == "none");
    (!loose && start < end).then_some(start..end)
}

/// The two parts of `region` beside `taken`.
fn without(region: Range<u64>, taken: &Range<u64>) -> impl Iterator<Item = Range<u64>> + use<> {
    let below = region.start..region.end.min(taken.start);
    let above = region.start.max(taken.end)..region.end;
    [below, above].into_iter().filter(|part| part.start < part.end)
}

fn pages(region: Range<u64>) -> Option<Range<u64>> {
    let (start, end) = (region.start.checked_next_multiple_of(PAGE)?, region.end / PAGE * PAGE);
    (start < end).then_some(start..end)
}

/// A sum of memory, as `crc32` prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The first byte's address.
    pub first: u64,
    /// The last byte's address.
    pub last: u64,
    /// The CRC-32 of zlib.
    pub crc: u32,
}

impl Sum {
    /// Reads `crc32 for 80000000 ... 8000ffff ==> 0a1b2c3d` (or `CRC32 for …`). `None`: something else was printed, or a
    /// digit is missing.
    pub fn parse(text: &str) -> Option<Self> {
        let (_, rest) = text.split_once("32 for ")?;
        let (first, rest) = rest.split_once(" ... ")?;
        let (last, rest) = rest.split_once(" ==> ")?;
        let crc = rest.split_whitespace().next().filter(|digits| digits.len() == 8)?;
        Some(Self { first: hex(first)?, last: hex(last)?, crc: u32::try_from(hex(crc)?).ok()? })
    }

    /// Whether it is of these bytes.
    pub fn is_of(&self, address: u64, length: u64) -> bool {
        self.first == address && length > 0 && address.checked_add(length - 1) == Some(self.last)
    }
}

#[cfg(test)]
#[allow(clippy::single_range_in_vec_init, reason = "a list of regions may have one")]
mod tests {
    use super::*;

    /// U-Boot 2023.01 as Debian builds it for QEMU's RISC-V machine with 512 MiB.
    const DEBIAN: &str = include_str!("../tests/texts/bdinfo-2023.01.txt");

    /// A JH7110 board with 4 GiB, in the form of 2026: flags are words, and what was loaded is in the list.
    const JH7110: &str = "\
boot_params = 0x0000000000000000
DRAM bank   = 0x0000000000000000
-> start    = 0x0000000040000000
-> size     = 0x0000000100000000
flashstart  = 0x0000000000000000
relocaddr   = 0x00000000fff2b000
reloc off   = 0x00000000bfd2b000
Build       = 64-bit
current eth = ethernet@16030000
ethaddr     = 6c:cf:39:00:00:01
IP addr     = <NULL>
lmb_dump_all:
 memory.count = 0x1
 memory[0]	[0x40000000-0x13fffffff], 0x100000000 bytes, flags: none
 reserved.count = 0x4
 reserved[0]	[0x40000000-0x4007ffff], 0x80000 bytes, flags: no-map
 reserved[1]	[0x50000000-0x50ffffff], 0x1000000 bytes, flags: none
 reserved[2]	[0xfcf1a000-0xffffffff], 0x30e6000 bytes, flags: no-overwrite
 reserved[3]	[0x100000000-0x13fffffff], 0x40000000 bytes, flags: no-notify, no-overwrite
devicetree  = separate
";

    #[test]
    fn bdinfo_tells_what_is_free() {
        let ram = Ram::parse(JH7110).expect("it is whole");
        assert_eq!(ram.banks, [0x4000_0000..0x1_4000_0000]);
        assert_eq!(ram.reserved.len(), 3, "an earlier load may be overwritten: {ram:x?}");
        assert_eq!(ram.free(), [0x4008_0000..0xfcf1_a000], "and nothing above U-Boot");
        assert_eq!(ram.largest_free(), Some(0x4008_0000..0xfcf1_a000));
        assert_eq!(ram.free_from(0x4400_0000), Some(0x4400_0000..0xfcf1_a000));
        assert_eq!(ram.free_from(0x4000_0000), None);
        assert!(ram.is_free(&(0x4400_0000..0xfcf1_a000)));
        assert!(!ram.is_free(&(0x4400_0000..0xfcf1_a001)));
    }

    #[test]
    fn debians_bdinfo_is_read() {
        let ram = Ram::parse(DEBIAN).expect("it is whole");
        assert_eq!(ram.banks, [0x8000_0000..0xa000_0000]);
        let free = ram.largest_free().expect("most of it");
        assert!(free.start >= 0x8000_0000 && free.end < ram.top.expect("it says so"), "{ram:x?}");
        assert!(free.end - free.start > 400 << 20, "{ram:x?}");
    }

    #[test]
    fn addresses_of_32_bits_are_read() {
        let ram = Ram::parse(include_str!("../tests/texts/bdinfo-2023.01-arm.txt")).expect("whole");
        assert_eq!(ram.banks, [0x4000_0000..0x8000_0000]);
        assert_eq!(ram.largest_free(), Some(0x4000_0000..0x7af5_a000));
    }

    #[test]
    fn the_largest_of_several_free_regions_is_chosen() {
        let of = |regions: &[&str]| {
            let mut text = alloc::string::String::from("-> start = 0x1000\n-> size = 0x100000\n");
            for (index, region) in regions.iter().enumerate() {
                text += &alloc::format!(" reserved[{index}]\t[{region}], 0x1 bytes flags: 0\n");
            }
            Ram::parse(&text).expect("a bank").largest_free()
        };
        assert_eq!(of(&["0x1000-0x1fff", "0x80000-0x8ffff"]), Some(0x2000..0x8_0000));
        assert_eq!(of(&["0x1000-0x7ffff", "0x80000-0x80000"]), Some(0x8_1000..0x10_1000));
        assert_eq!(of(&["0x0-0xffffffffffffffff"]), None);
        assert_eq!(of(&["0x1800-0x18ff", "0x1900-0x100fff"]), None, "less than a page");
        assert_eq!(of(&["0x200000-0x2fffff"]), Some(0x1000..0x10_1000), "beside the bank");
    }

    /// A U-Boot without `lmb_dump_all`: everything from well below its code is its own.
    #[test]
    fn without_a_list_uboots_neighbourhood_is_reserved() {
        let text = "-> start    = 0x40000000\n-> size     = 0x20000000\nrelocaddr   = 0x5ff4a000\n";
        let ram = Ram::parse(text).expect("it tells where U-Boot is");
        assert_eq!(ram.largest_free(), Some(0x4000_0000..0x5bf4_a000));
        let ram = Ram::parse(&alloc::format!("{text}sp start    = 0x5bf29e90\n"));
        assert_eq!(ram.and_then(|ram| ram.largest_free()), Some(0x4000_0000..0x57f2_9000));
        assert_eq!(Ram::parse("-> start = 0x40000000\n-> size = 0x20000000\n"), None);
        assert_eq!(Ram::parse("Unknown command 'bdinfo' - try 'help'"), None);
    }

    #[test]
    fn sums_are_read_whole_or_not_at_all() {
        let said = "crc32 for 80000000 ... 8000ffff ==> 0a1b2c3d";
        let sum = Sum { first: 0x8000_0000, last: 0x8000_ffff, crc: 0x0a1b_2c3d };
        assert_eq!(Sum::parse(said), Some(sum));
        assert_eq!(Sum::parse(&said.replace("crc32", "CRC32")), Some(sum));
        assert!(sum.is_of(0x8000_0000, 0x1_0000));
        assert!(!sum.is_of(0x8000_0000, 0xffff) && !sum.is_of(0x8000_0000, 0));
        for (good, bad) in [("3d", "3"), ("3d", "3x"), ("==>", "=>"), ("...", ".."), ("for", "fr")]
        {
            assert_eq!(Sum::parse(&said.replace(good, bad)), None, "{bad}");
        }
    }
}
