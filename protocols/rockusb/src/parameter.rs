//! Parameter files: how vendors describe partitions.

pub(crate) mod list;

use alloc::{format, string::String, vec, vec::Vec};

use crate::{
    Unsound,
    bytes::le32,
    gpt::{self, BOOTABLE, Guid, Partition, Table},
    sums,
};

/// Sector of the parameter block on eMMC; the offsets in a block count from there, see [`Parameter::base`].
pub const SECTOR: u32 = 0x2000;
/// The longest file, in bytes.
pub const LIMIT: usize = 64 << 10;

/// A partition that a parameter file names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its name.
    pub name: String,
    /// First sector, as written.
    pub offset: u64,
    /// Sectors; `None`: to the end of the medium.
    pub sectors: Option<u64>,
    /// The system starts from it.
    pub bootable: bool,
}

/// A parameter file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its partitions, in order.
    pub regions: Vec<Region>,
    /// It says `TYPE: GPT`.
    pub gpt: bool,
    /// Numbers that it gives to partitions.
    pub ids: Vec<(String, Guid)>,
    /// Lines that were passed over, and why, for people.
    pub notes: Vec<String>,
}

impl Parameter {
    /// The bytes of a file: those in its block (`PARM`), or all of them where there is none.
    ///
    /// # Errors
    /// A block that is cut or damaged, and a file that is too long.
    pub fn contents(bytes: &[u8]) -> Result<&[u8], Unsound> {
        let text = if bytes.starts_with(b"PARM") { unwrap(bytes)? } else { bytes };
        if text.len() > LIMIT {
            return Err(Unsound::new("a parameter file is at most 64 KiB long"));
        }
        Ok(text)
    }

    /// Reads a file, with or without its wrapper. As in the vendor's tools a zero byte ends it, lines may end in CR and
    /// LF, and comments may be in any encoding.
    ///
    /// # Errors
    /// A file without partitions, with two of one name, or with one that is not written as partitions are.
    pub fn parse(bytes: &[u8]) -> Result<Self, Unsound> {
        let bytes = Self::contents(bytes)?;
        if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            return Err(Unsound::new("the parameter file is UTF-16: save it as UTF-8"));
        }
        let bytes = bytes.split(|&byte| byte == 0).next().unwrap_or_default();
        let text = String::from_utf8_lossy(bytes);
        let mut parsed = Self { regions: vec![], gpt: false, ids: vec![], notes: vec![] };
        for line in text.trim_start_matches('\u{feff}').split(['\n', '\r']).map(str::trim) {
            if !line.starts_with('#') {
                parsed.line(line)?;
            }
        }
        if parsed.regions.is_empty() {
            return Err(Unsound::new("the parameter file names no partitions (mtdparts=)"));
        }
        Ok(parsed)
    }

    /// Takes a line that is no comment.
    fn line(&mut self, line: &str) -> Result<(), Unsound> {
        if let Some((_, list)) = line.split_once("mtdparts=") {
            return self.list(list);
        }
        let Some((key, value)) = line.split_once(':') else { return Ok(()) };
        match key.trim().to_ascii_uppercase().as_str() {
            // What follows the word is a comment.
            "TYPE" => {
                let word =
                    value.trim().split(|letter: char| !letter.is_ascii_alphanumeric()).next();
                self.gpt = word.is_some_and(|word| word.eq_ignore_ascii_case("GPT"));
            }
            "UUID" => match id(value) {
                Ok(id) => self.ids.push(id),
                // rkdeveloptool passes over such a line, too, without a word.
                Err(why) => self.notes.push(format!("a uuid line was passed over: {why}")),
            },
            _ => {}
        }
        Ok(())
    }

    /// Takes a list of partitions: `rk29xxnand:SIZE@OFFSET(name[:flag[,flag]]),…`.
    fn list(&mut self, list: &str) -> Result<(), Unsound> {
        let (_, list) = list
            .split_once(':')
            .ok_or_else(|| Unsound::new("mtdparts= names no medium before its partitions"))?;
        for entry in list::entries(list, hexadecimal, "0x number")? {
            let name = entry.name.escape_debug();
            if self.regions.iter().any(|other| other.name == entry.name) {
                return Err(Unsound(format!("two partitions are called `{name}`")));
            }
            let has = |flag: &str| entry.flags.iter().any(|known| known == flag);
            let offset =
                entry.offset.ok_or_else(|| Unsound(format!("partition `{name}` has no place")))?;
            let sectors = entry.size.filter(|_| !has("grow"));
            let bootable = has("bootable");
            self.regions.push(Region { name: entry.name, offset, sectors, bootable });
        }
        Ok(())
    }

    /// The sector that its offsets count from in a parameter block, which is 0 where it says `TYPE: GPT` and on raw
    /// NAND (source: the vendor's U-Boot). A GPT is made of the offsets as they are, whatever the file says: that is
    /// what rkdeveloptool does.
    pub fn base(&self, raw_nand: bool) -> u64 {
        if self.gpt || raw_nand { 0 } else { SECTOR.into() }
    }

    /// The same as a GPT for a medium of `total` sectors, the offsets counted from sector `base`. Numbers that the file
    /// does not give are made from the names.
    ///
    /// # Errors
    /// Partitions that overlap each other, the table or its backup, or that the medium has no room for.
    pub fn table(&self, total: u64, base: u64) -> Result<Table, Unsound> {
        let partitions: Result<_, _> =
            self.regions.iter().map(|region| self.partition(region, base, total)).collect();
        let table = Table { disk: self.guid("disk"), partitions: partitions? };
        table.build(total)?;
        Ok(table)
    }

    fn partition(&self, region: &Region, base: u64, total: u64) -> Result<Partition, Unsound> {
        let wrong = |what| Unsound(format!("partition {} {what}", region.name.escape_debug()));
        let first =
            region.offset.checked_add(base).ok_or_else(|| wrong("begins past any medium"))?;
        let last = match region.sectors {
            None => gpt::last_usable(total),
            Some(0) => return Err(wrong("has no sectors")),
            Some(sectors) => {
                first.checked_add(sectors - 1).ok_or_else(|| wrong("ends past any medium"))?
            }
        };
        Ok(Partition {
            name: region.name.clone(),
            kind: Guid::LINUX,
            id: self.guid(&region.name),
            first,
            last,
            attributes: if region.bootable { BOOTABLE } else { 0 },
        })
    }

    fn guid(&self, name: &str) -> Guid {
        // rkdeveloptool does not mind capitals here.
        let mut given = self.ids.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
        given.next().map(|(_, id)| *id).unwrap_or_else(|| {
            let names = self.regions.iter().map(|region| region.name.as_str());
            Guid::from_words(&names.chain(["", name]).collect::<Vec<_>>())
        })
    }
}

/// A parameter file in its wrapper.
///
/// # Errors
/// When the text is too long.
pub fn wrap(text: &[u8]) -> Result<Vec<u8>, Unsound> {
    let length = u32::try_from(text.len()).ok().filter(|_| text.len() <= LIMIT);
    let length = length.ok_or_else(|| Unsound::new("a parameter file is at most 64 KiB long"))?;
    let mut block = b"PARM".to_vec();
    block.extend(length.to_le_bytes());
    block.extend_from_slice(text);
    block.extend(sums::crc32(text).to_le_bytes());
    Ok(block)
}

/// What a wrapper holds. Packers disagree about the polynomial of its checksum: both are taken.
fn unwrap(block: &[u8]) -> Result<&[u8], Unsound> {
    let length = le32(block, 4) as usize;
    let end = length.checked_add(8).filter(|end| end.saturating_add(4) <= block.len());
    let text = end.and_then(|end| block.get(8..end));
    let text = text.ok_or_else(|| Unsound::new("the parameter block ends before its text does"))?;
    let sum = le32(block, 8 + length);
    if sum == sums::crc32(text) || sum == sums::crc32_plain(text) {
        return Ok(text);
    }
    Err(Unsound::new("the parameter block is damaged: its checksum does not hold"))
}

/// A number as parameter files have them.
fn hexadecimal(text: &str) -> Option<u64> {
    let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"))?;
    u64::from_str_radix(digits, 16).ok()
}

/// `NAME=GUID`. The digits count, not how hyphens divide them.
fn id(text: &str) -> Result<(String, Guid), Unsound> {
    let (name, id) =
        text.split_once('=').ok_or_else(|| Unsound::new("it has no = after the partition"))?;
    Ok((name.trim().into(), Guid::from_digits(id.trim())?))
}

#[cfg(test)]
mod tests;
