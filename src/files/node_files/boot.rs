//! The first sector of a FAT file system: where is what.

use std::ops::Range;

use link::storage::SECTOR;

/// How long the table's entries are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Fat12,
    Fat16,
    Fat32,
}

impl Kind {
    fn of(clusters: u64) -> Self {
        match clusters {
            0..4085 => Self::Fat12,
            4085..65_525 => Self::Fat16,
            _ => Self::Fat32,
        }
    }

    fn bits(self) -> u64 {
        match self {
            Self::Fat12 => 12,
            Self::Fat16 => 16,
            Self::Fat32 => 32,
        }
    }

    /// From this value on, an entry says that a chain ends.
    pub(super) fn last(self) -> u32 {
        match self {
            Self::Fat12 => 0xff8,
            Self::Fat16 => 0xfff8,
            Self::Fat32 => 0x0fff_fff8,
        }
    }
}

/// Where the topmost folder is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Root {
    /// In these sectors.
    Sectors(Range<u64>),
    /// In a chain that begins with this cluster.
    Cluster(u32),
}

/// What the first sector says. Sectors are of 512 bytes, from the partition's first one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Boot {
    pub(super) kind: Kind,
    pub(super) root: Root,
    /// The first sector of the table that is used.
    pub(super) table: u64,
    /// The first sector of the first cluster.
    data: u64,
    /// Sectors of a cluster.
    cluster: u64,
    count: u64,
}

impl Boot {
    /// Understands a first sector of a partition of so many sectors. Fails where that is no FAT file system, or none that could be.
    pub(super) fn parse(bytes: &[u8; SECTOR], room: u64) -> Result<Self, &'static str> {
        let byte = |at: usize| u64::from(bytes[at]);
        let word = |at: usize| byte(at) | byte(at + 1) << 8;
        let long = |at: usize| word(at) | word(at + 2) << 16;
        if bytes[510..] != [0x55, 0xaa] {
            return Err("its first sector has no signature");
        }
        let (sector, cluster) = (word(11), byte(13));
        if ![512, 1024, 2048, 4096].contains(&sector) || !cluster.is_power_of_two() {
            return Err("its sectors or clusters have no length that there is");
        }
        let factor = sector / SECTOR as u64;
        let (reserved, tables, roots) = (word(14), byte(16), word(17));
        let is_32 = word(22) == 0;
        let table = if is_32 { long(36) } else { word(22) };
        let total = if word(19) == 0 { long(32) } else { word(19) };
        let root = (roots * 32).div_ceil(sector);
        let data = reserved + tables * table + root;
        if reserved == 0 || !(1..=2).contains(&tables) || table == 0 || is_32 != (roots == 0) {
            return Err("its tables have no place");
        }
        if total <= data || total * factor > room {
            return Err("it is longer than its partition, or has no room for files");
        }
        let count = (total - data) / cluster;
        let kind = Kind::of(count);
        if is_32 != (kind == Kind::Fat32) || table * sector * 8 / kind.bits() < count + 2 {
            return Err("its table and its clusters do not go together");
        }
        // Only one table of several may be in use.
        let flags = if is_32 { word(40) } else { 0 };
        let active = if flags & 0x80 == 0 { 0 } else { flags & 0xf };
        let is_reserved = |at: usize| (1..reserved).contains(&word(at));
        if is_32 && !(active < tables && is_reserved(48) && word(50) < reserved) {
            return Err("its reserved sectors are not where they should be");
        }
        let root = match is_32 {
            // Not longer than 32 bits.
            true => Root::Cluster(long(44) as u32),
            false => Root::Sectors((data - root) * factor..data * factor),
        };
        let (table, data) = ((reserved + active * table) * factor, data * factor);
        Ok(Self { kind, root, table, data, cluster: cluster * factor, count })
    }

    /// The numbers of its clusters.
    pub(super) fn clusters(&self) -> Range<u32> {
        // Fewer than a table of 32-bit entries tells of.
        2..(self.count + 2).min(0x0fff_fff0) as u32
    }

    /// Bytes of a cluster.
    pub(super) fn cluster_bytes(&self) -> u64 {
        self.cluster * SECTOR as u64
    }

    /// The sectors of a cluster, which is one of [`clusters`](Self::clusters).
    pub(super) fn sectors(&self, cluster: u32) -> Range<u64> {
        let first = self.data + u64::from(cluster - 2) * self.cluster;
        first..first + self.cluster
    }

    /// Where a cluster's entry begins in the table, in bytes, and how many bits it has.
    pub(super) fn place(&self, cluster: u32) -> (u64, u64) {
        let bits = self.kind.bits();
        (u64::from(cluster) * bits / 8, bits)
    }
}
