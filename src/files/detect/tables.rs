//! Partition tables: whether an image has what its table tells of. `image info` and every command that writes images judge
//! by this alone.

use link::Foreign;
use rockusb::{
    Unsound,
    gpt::{Partition, Place, Table},
};

use super::{Survey, finding::Finding};

/// Bytes of a sector, as tables count them: those of UFS are longer.
const SECTORS: [u64; 2] = [512, 4096];

/// What is to be said of an image's tables.
pub(super) fn look(survey: &Survey) -> Vec<Finding> {
    let disks = SECTORS.map(|sector| Disk::of(survey, sector));
    let mut found = match disks.iter().find(|disk| disk.is_there()) {
        Some(disk) => disk.findings(),
        None => mbr(survey),
    };
    if !found.is_empty() && !survey.length().is_multiple_of(SECTORS[0]) {
        let text = format!("its {} bytes are not whole sectors: it is cut off", survey.length());
        found.push(Finding::unsound("disk-end", text));
    }
    found
}

/// Whether these bytes of a beginning hold a GPT that is damaged, or not all of it.
pub(super) fn is_unsound(head: &[u8]) -> bool {
    SECTORS.iter().any(|sector| primary(head, *sector as usize).is_err())
}

fn primary(head: &[u8], sector: usize) -> Read {
    Table::parse(Place::primary(head).with_sectors_of(sector))
}

type Read = Result<Option<Table>, Unsound>;

/// The GPT of a disk with sectors of one length.
struct Disk<'s> {
    survey: &'s Survey,
    sector: u64,
    /// Whole sectors.
    total: u64,
    primary: Read,
    backup: Read,
}

impl<'s> Disk<'s> {
    fn of(survey: &'s Survey, sector: u64) -> Self {
        let (total, bytes) = (survey.length() / sector, sector as usize);
        let tail = survey.tail();
        let whole = survey.length().is_multiple_of(sector) && tail.len() >= 5 * bytes;
        let primary = primary(survey.head(), bytes);
        let backup = match whole {
            true => Table::parse(Place::end(tail, total, bytes)),
            false => Ok(None),
        };
        Self { survey, sector, total, primary, backup }
    }

    /// A backup that belongs elsewhere is no disk's end, but a file of its own.
    fn is_there(&self) -> bool {
        !matches!(self.primary, Ok(None)) || matches!(self.backup, Ok(Some(_)))
    }

    fn findings(&self) -> Vec<Finding> {
        let head = self.survey.head();
        match &self.primary {
            Err(error) => vec![Finding::unsound("gpt", error.to_string())],
            Ok(Some(table)) => {
                let mut found = vec![self.table(table)];
                found.extend(self.copy());
                found.extend(self.cut_off(table));
                found
            }
            // A disk that had a GPT before: what is at its end is left over.
            Ok(None) if Mbr::read(head).is_some_and(|mbr| mbr.is_own()) => {
                let text = "in the last sectors is the backup of a GPT that is gone: tools may put it back";
                let old = Finding::unknown("gpt-backup", text);
                mbr(self.survey).into_iter().chain([old]).collect()
            }
            Ok(None) => {
                let text =
                    "the GPT at the beginning is missing, but its backup is in the last sectors";
                vec![Finding::unsound("gpt", text)]
            }
        }
    }

    fn table(&self, table: &Table) -> Finding {
        let partitions = table.partitions.iter().map(|partition| {
            let name = Foreign(&partition.name);
            format!("\n{name}: {} sectors from {} on", partition.sectors(), partition.first)
        });
        let (count, lines) = (table.partitions.len(), partitions.collect::<String>());
        if self.sector == SECTORS[0] {
            return Finding::sound("gpt", format!("GPT, {count} partitions{lines}"));
        }
        let text = format!(
            "GPT of {}-byte sectors, {count} partitions: eMMC, SD and SPI have sectors of 512 bytes, where nothing finds \
             it{lines}",
            self.sector
        );
        Finding::unsound("gpt", text)
    }

    /// The other copy.
    fn copy(&self) -> Option<Finding> {
        match &self.backup {
            Ok(Some(_)) => Some(Finding::sound("gpt-backup", "GPT's backup in the last sectors")),
            Err(error) => {
                let text = format!("GPT's backup in the last sectors: {error}");
                Some(Finding::unsound("gpt-backup", text))
            }
            Ok(None) => self.told_backup().filter(|told| *told >= self.total).map(|told| {
                let text = format!(
                    "GPT's backup belongs in sector {told}, the image ends at {}: it is cut off, or made for a larger medium",
                    self.total
                );
                Finding::unknown("gpt-backup", text)
            }),
        }
    }

    /// Where the primary's header says that the backup is.
    fn told_backup(&self) -> Option<u64> {
        // Sectors have at most 4096 bytes.
        let header = self.survey.head().get(self.sector as usize..)?;
        Some(u64::from_le_bytes(*header.get(32..)?.first_chunk()?))
    }

    /// An image that is more than its table holds all of its partitions.
    fn cut_off(&self, table: &Table) -> Option<Finding> {
        let parts = || table.partitions.iter().filter(|part| part.last >= self.total);
        // MBR, header, and the usual 128 entries of 128 bytes.
        let only_table = self.total <= 2 + (128 * 128) / self.sector;
        if only_table || !table.partitions.iter().any(|part| part.first < self.total) {
            return None;
        }
        let name = |part: &Partition| Foreign(&part.name).to_string();
        if let Some(part) = parts().find(|part| part.first < self.total) {
            return Some(ends_within(&format!("`{}`", name(part)), part.last, self.total));
        }
        parts().next().map(|part| {
            let text = format!(
                "partition `{}` begins at sector {}, the image ends after {}: it is cut off, or made without that one",
                name(part),
                part.first,
                self.total
            );
            Finding::unsound("gpt-end", text)
        })
    }
}

fn ends_within(partition: &str, last: u64, total: u64) -> Finding {
    let text = format!(
        "partition {partition} ends at sector {last}, the image after {total} sectors: it is cut off"
    );
    Finding::unsound("gpt-end", text)
}

/// The four entries of a sector that is an MBR, and no file system's boot sector.
struct Mbr(Vec<Entry>);

struct Entry {
    kind: u8,
    first: u64,
    sectors: u64,
}

impl Mbr {
    fn read(head: &[u8]) -> Option<Self> {
        if head.get(510..512) != Some(&[0x55, 0xaa]) {
            return None;
        }
        let entries = head[446..510].chunks_exact(16);
        // The flag of a boot sector's text or code is another byte.
        let word = |entry: &[u8], at| {
            u32::from_le_bytes([entry[at], entry[at + 1], entry[at + 2], entry[at + 3]])
        };
        let whole = entries.clone().all(|entry| matches!(entry[0], 0 | 0x80));
        let used = entries.filter(|entry| entry[4] != 0).map(|entry| Entry {
            kind: entry[4],
            first: word(entry, 8).into(),
            sectors: word(entry, 12).into(),
        });
        whole.then(|| Self(used.collect()))
    }

    /// It is there for a GPT's sake.
    fn is_protective(&self) -> bool {
        self.0.iter().any(|entry| entry.kind == 0xee)
    }

    /// It has partitions, and is there for its own sake.
    fn is_own(&self) -> bool {
        !self.0.is_empty() && !self.is_protective()
    }
}

/// What is to be said of an image without a GPT.
fn mbr(survey: &Survey) -> Vec<Finding> {
    let total = survey.length() / SECTORS[0];
    let Some(mbr) = Mbr::read(survey.head()) else { return Vec::new() };
    if mbr.is_protective() {
        let text = "its MBR protects a GPT, but there is none: it is cut off or damaged";
        return vec![Finding::unsound("gpt", text)];
    }
    let text = format!("MBR, {} partitions (it has no checksum)", mbr.0.len());
    let cut =
        mbr.0.iter().position(|entry| entry.first < total && entry.first + entry.sectors > total);
    let cut = cut.map(|index| {
        let Entry { first, sectors, .. } = &mbr.0[index];
        ends_within(&format!("{}", index + 1), first + sectors - 1, total)
    });
    [Finding::unknown("mbr", text)].into_iter().chain(cut).collect()
}
