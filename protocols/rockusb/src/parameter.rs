//! Parameter files: how vendors describe partitions.

use alloc::{format, string::String, vec::Vec};

use crate::{
    Unsound,
    bytes::le32,
    gpt::{self, BOOTABLE, Guid, Partition, Table},
    sums,
};

/// Sector of the parameter block on eMMC, and what the offsets of a parameter file count from there where it does not
/// say `TYPE: GPT` (the vendor's U-Boot adds it for every medium but raw NAND).
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
    /// It says `TYPE: GPT`: offsets are absolute.
    pub gpt: bool,
    /// Numbers that it gives to partitions.
    pub ids: Vec<(String, Guid)>,
}

impl Parameter {
    /// The text in a block (`PARM`), or the bytes themselves where they are text.
    pub fn text(bytes: &[u8]) -> Result<&str, Unsound> {
        let text = if bytes.starts_with(b"PARM") { unwrap(bytes)? } else { bytes };
        if text.len() > LIMIT {
            return Err(Unsound::new("a parameter file is at most 64 KiB long"));
        }
        core::str::from_utf8(text).map_err(|_| Unsound::new("the parameter file is no text"))
    }

    /// Reads a file, with or without its wrapper.
    pub fn parse(bytes: &[u8]) -> Result<Self, Unsound> {
        let mut parsed = Self { regions: Vec::new(), gpt: false, ids: Vec::new() };
        for line in Self::text(bytes)?.lines().map(str::trim) {
            let Some((key, value)) = line.split_once(':').filter(|_| !line.starts_with('#')) else {
                continue;
            };
            let value = value.trim();
            match key.trim().to_ascii_uppercase().as_str() {
                "TYPE" => parsed.gpt = value.eq_ignore_ascii_case("GPT"),
                "CMDLINE" => parsed.regions = regions(value)?,
                "UUID" => parsed.ids.push(id(value)?),
                _ => {}
            }
        }
        if parsed.regions.is_empty() {
            return Err(Unsound::new("the parameter file names no partitions (mtdparts=)"));
        }
        Ok(parsed)
    }

    /// The same as a GPT for a medium of `total` sectors. Numbers that the file does not give are made from the names.
    pub fn table(&self, total: u64) -> Result<Table, Unsound> {
        let base = if self.gpt { 0 } else { SECTOR.into() };
        let partitions: Result<_, _> =
            self.regions.iter().map(|region| self.partition(region, base, total)).collect();
        let table = Table { disk: self.guid("disk"), partitions: partitions? };
        table.build(total)?;
        Ok(table)
    }

    fn partition(&self, region: &Region, base: u64, total: u64) -> Result<Partition, Unsound> {
        let wrong = |what| Unsound(format!("partition {} {what}", region.name));
        let first = region.offset.checked_add(base).ok_or_else(|| wrong("lies nowhere"))?;
        let last = match region.sectors {
            None => gpt::last_usable(total),
            Some(0) => return Err(wrong("has no sectors")),
            Some(sectors) => first.checked_add(sectors - 1).ok_or_else(|| wrong("has no end"))?,
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
        let given = self.ids.iter().find(|(known, _)| known == name).map(|(_, id)| *id);
        given.unwrap_or_else(|| {
            let names = self.regions.iter().map(|region| region.name.as_str());
            Guid::from_words(&names.chain(["", name]).collect::<Vec<_>>())
        })
    }
}

/// A parameter file in its wrapper.
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

/// The partitions of a command line: `… mtdparts=rk29xxnand:SIZE@OFFSET(name[:flag[,flag]]),…`.
fn regions(line: &str) -> Result<Vec<Region>, Unsound> {
    let Some((_, list)) = line.split_once("mtdparts=") else { return Ok(Vec::new()) };
    let list = list.split_whitespace().next().unwrap_or_default();
    let (_, mut list) = list
        .split_once(':')
        .ok_or_else(|| Unsound::new("mtdparts= names no medium before its partitions"))?;
    let mut regions = Vec::new();
    while !list.is_empty() {
        let (region, rest) = list
            .split_once(')')
            .ok_or_else(|| Unsound::new("a partition of mtdparts= is not closed by )"))?;
        regions.push(parse_region(region.trim_start_matches(','))?);
        list = rest;
    }
    Ok(regions)
}

/// `SIZE@OFFSET(name[:flag[,flag]]`, the closing parenthesis being gone.
fn parse_region(text: &str) -> Result<Region, Unsound> {
    let wrong = |what: &str| Unsound(format!("partition `{}` {what}", text.escape_debug()));
    let (place, name) = text.split_once('(').ok_or_else(|| wrong("has no name"))?;
    let (size, offset) = place.split_once('@').ok_or_else(|| wrong("has no place"))?;
    let number = |text: &str| {
        let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"));
        let number = digits.and_then(|digits| u64::from_str_radix(digits, 16).ok());
        number.ok_or_else(|| wrong("has a size or a place that is no 0x number"))
    };
    let (name, flags) = name.split_once(':').unwrap_or((name, ""));
    if name.is_empty() {
        return Err(wrong("has no name"));
    }
    let has = |flag: &str| flags.split(',').any(|known| known.trim().eq_ignore_ascii_case(flag));
    let sectors = if size == "-" { None } else { Some(number(size)?) };
    let sectors = if has("grow") { None } else { sectors };
    Ok(Region { name: name.into(), offset: number(offset)?, sectors, bootable: has("bootable") })
}

/// `NAME=GUID`.
fn id(text: &str) -> Result<(String, Guid), Unsound> {
    let (name, id) = text
        .split_once('=')
        .ok_or_else(|| Unsound::new("a uuid line of the parameter file has no ="))?;
    Ok((name.trim().into(), id.trim().parse()?))
}

#[cfg(test)]
mod tests;
