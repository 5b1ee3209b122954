//! bmaps: which blocks of an image hold something, with checksums of them. Versions 1.x and 2.x, as bmaptool makes them.
//!
//! Format: the comments that bmaptool writes into every such file, read as facts.

use std::path::Path;

use md5::Md5;
use quick_xml::{Reader, events::Event};
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha512};

use super::{LONGEST as LONGEST_IMAGE, forward::bad};
use crate::{failure::Problem, files::regular};

/// The longest bmap that is read: more than 100,000 ranges.
const LONGEST: u64 = 8 << 20;

/// How ranges are hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Versions before 1.3: not at all.
    None,
    /// As a choice of 2.x.
    Md5,
    /// Version 1.3.
    Sha1,
    /// What bmaptool makes unless told otherwise.
    Sha256,
    /// As a choice of 2.x.
    Sha512,
}

impl Kind {
    fn named(name: &str) -> Result<Self, Problem> {
        match name {
            "md5" => Ok(Self::Md5),
            "sha1" => Ok(Self::Sha1),
            "sha256" => Ok(Self::Sha256),
            "sha512" => Ok(Self::Sha512),
            _ => Err(bad(format!("has checksums of an unknown kind: {}", name.escape_debug()))),
        }
    }

    /// The name that bmaps use.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Md5 => "md5",
            Self::Sha1 => "sha1",
            Self::Sha256 => "sha256",
            Self::Sha512 => "sha512",
        }
    }

    fn bytes(self) -> usize {
        match self {
            Self::None => 0,
            Self::Md5 => 16,
            Self::Sha1 => 20,
            Self::Sha256 => 32,
            Self::Sha512 => 64,
        }
    }

    /// A sum to be made.
    pub(super) fn sum(self) -> Sum {
        match self {
            Self::None => Sum::None,
            Self::Md5 => Sum::Md5(Md5::new()),
            Self::Sha1 => Sum::Sha1(Sha1::new()),
            Self::Sha256 => Sum::Sha256(Sha256::new()),
            Self::Sha512 => Sum::Sha512(Sha512::new()),
        }
    }
}

/// A sum in the making.
pub(super) enum Sum {
    None,
    Md5(Md5),
    Sha1(Sha1),
    Sha256(Sha256),
    Sha512(Sha512),
}

impl Sum {
    pub(super) fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::None => {}
            Self::Md5(sum) => sum.update(bytes),
            Self::Sha1(sum) => sum.update(bytes),
            Self::Sha256(sum) => sum.update(bytes),
            Self::Sha512(sum) => sum.update(bytes),
        }
    }

    pub(super) fn finish(self) -> Vec<u8> {
        match self {
            Self::None => Vec::new(),
            Self::Md5(sum) => sum.finalize().to_vec(),
            Self::Sha1(sum) => sum.finalize().to_vec(),
            Self::Sha256(sum) => sum.finalize().to_vec(),
            Self::Sha512(sum) => sum.finalize().to_vec(),
        }
    }
}

/// Blocks that hold something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// The first block.
    pub first: u64,
    /// The last block.
    pub last: u64,
    /// Their checksum.
    pub sum: Option<Box<[u8]>>,
}

/// A bmap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bmap {
    /// Its version, as written.
    pub version: String,
    /// Bytes of the image.
    pub length: u64,
    /// Bytes of a block.
    pub block: u64,
    /// The kind of its checksums.
    pub kind: Kind,
    /// What holds something, in order.
    pub ranges: Vec<Range>,
}

/// The elements that say something, as text.
#[derive(Default)]
struct Elements<'x> {
    version: String,
    values: Vec<(&'x str, String)>,
    ranges: Vec<(String, Option<String>)>,
}

impl Elements<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(known, _)| *known == name).map(|(_, text)| text.trim())
    }

    fn number(&self, name: &str) -> Result<u64, Problem> {
        let text = self.get(name).ok_or_else(|| bad(format!("has no {name}")))?;
        text.parse()
            .map_err(|_| bad(format!("has a {name} that is no number: {}", text.escape_debug())))
    }
}

impl Bmap {
    /// Reads and checks a file.
    pub fn open(path: &Path) -> Result<Self, Problem> {
        let named = |problem: Problem| bad(format!("the bmap {} {problem}", path.display()));
        let bytes =
            regular::read(path, LONGEST).map_err(|error| bad(format!("the bmap {error}")))?;
        Self::parse(&bytes).map_err(named)
    }

    /// Reads and checks a bmap; errors are said of it.
    pub fn parse(bytes: &[u8]) -> Result<Self, Problem> {
        let text = std::str::from_utf8(bytes).map_err(|_| bad("is no text in UTF-8"))?;
        let elements = read(text)?;
        let kind = match elements.get("ChecksumType") {
            Some(name) => Kind::named(name)?,
            None if elements.get("BmapFileSHA1").is_some() => Kind::Sha1,
            None => Kind::None,
        };
        check_file(text, &elements, kind)?;
        let (length, block) = (elements.number("ImageSize")?, elements.number("BlockSize")?);
        if block == 0 || !block.is_power_of_two() || block > 1 << 30 {
            return Err(bad(format!("has blocks of {block} bytes")));
        }
        if length > LONGEST_IMAGE {
            return Err(bad(format!(
                "is for an image of {length} bytes: no storage is that large"
            )));
        }
        let blocks = elements.number("BlocksCount")?;
        if blocks != length.div_ceil(block) {
            return Err(bad(format!(
                "contradicts itself: {length} bytes are not {blocks} blocks of {block}"
            )));
        }
        let ranges = elements.ranges.iter().map(|(text, sum)| range(text, sum.as_deref(), kind));
        let ranges = ranges.collect::<Result<Vec<_>, _>>()?;
        check_ranges(&ranges, blocks)?;
        let map = Self { version: elements.version.clone(), length, block, kind, ranges };
        if elements.get("MappedBlocksCount").is_some()
            && elements.number("MappedBlocksCount")? != map.mapped()
        {
            return Err(bad("contradicts itself: its ranges are not as many blocks as it tells"));
        }
        Ok(map)
    }

    /// Blocks that hold something.
    pub fn mapped(&self) -> u64 {
        self.ranges.iter().map(|range| range.last - range.first + 1).sum()
    }
}

const VALUES: [&str; 7] = [
    "ImageSize",
    "BlockSize",
    "BlocksCount",
    "MappedBlocksCount",
    "ChecksumType",
    "BmapFileChecksum",
    "BmapFileSHA1",
];

fn read(text: &str) -> Result<Elements<'static>, Problem> {
    let damaged = |place: u64, error: &dyn std::fmt::Display| {
        bad(format!("is damaged at byte {place}: {error}"))
    };
    let mut reader = Reader::from_str(text);
    let mut elements = Elements::default();
    let mut begun = false;
    loop {
        let place = reader.buffer_position();
        let start = match reader.read_event().map_err(|error| damaged(place, &error))? {
            Event::Eof if begun => return Ok(elements),
            Event::Eof => return Err(bad("is no bmap: there is no element `bmap`")),
            Event::Start(start) => start,
            Event::Empty(_) | Event::DocType(_) if begun => {
                return Err(damaged(place, &"not as bmaps are"));
            }
            _ => continue,
        };
        let name = start.name().as_ref().to_owned();
        let attribute = |names: &[&str]| -> Result<Option<String>, Problem> {
            for found in start.attributes() {
                let found = found.map_err(|error| damaged(place, &error))?;
                if names.contains(&found.key.as_ref()) {
                    return Ok(Some(found.value.into_owned()));
                }
            }
            Ok(None)
        };
        if !begun {
            if name != "bmap" {
                return Err(bad("is no bmap: it does not begin with an element `bmap`"));
            }
            begun = true;
            elements.version = attribute(&["version"])?.unwrap_or_default();
            if !matches!(elements.version.split('.').next(), Some("1" | "2")) {
                let version = elements.version.escape_debug();
                return Err(bad(format!("is of version {version}; 1.x and 2.x are known")));
            }
        } else if name == "Range" {
            let sum = attribute(&["chksum", "sha1"])?;
            let text = reader.read_text(start.name()).map_err(|error| damaged(place, &error))?;
            elements.ranges.push((text.trim().to_owned(), sum));
        } else if let Some(known) = VALUES.into_iter().find(|known| *known == name) {
            let text = reader.read_text(start.name()).map_err(|error| damaged(place, &error))?;
            elements.values.push((known, text.to_string()));
        }
    }
}

/// Checks the checksum that the file has of itself, with zeros in that place.
fn check_file(text: &str, elements: &Elements<'_>, kind: Kind) -> Result<(), Problem> {
    let told = elements.get("BmapFileChecksum").or_else(|| elements.get("BmapFileSHA1"));
    let Some(told) = told else { return Ok(()) };
    // Comments above may hold the digits too, as bmaptool's do not; the element is what counts.
    let element =
        ["<BmapFileChecksum>", "<BmapFileSHA1>"].iter().find_map(|start| text.find(start));
    let place = element.and_then(|start| Some(start + text[start..].find(told)?));
    let place = place.ok_or_else(|| bad("has a checksum of itself in an unknown place"))?;
    let mut sum = kind.sum();
    sum.update(&text.as_bytes()[..place]);
    sum.update("0".repeat(told.len()).as_bytes());
    sum.update(&text.as_bytes()[place + told.len()..]);
    if unhex(told).is_some_and(|told| *told == *sum.finish()) {
        return Ok(());
    }
    Err(bad("is damaged: its checksum of itself does not hold"))
}

fn range(text: &str, sum: Option<&str>, kind: Kind) -> Result<Range, Problem> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let number = |text: &str| text.trim().parse::<u64>().ok();
    let (Some(first), Some(last)) = (number(first), number(last)) else {
        return Err(bad(format!("has a range that is none: {}", text.escape_debug())));
    };
    let sum = match sum {
        None => None,
        Some(text) => match unhex(text.trim()) {
            Some(bytes) if bytes.len() == kind.bytes() => Some(bytes),
            _ => return Err(bad(format!("has a wrong checksum at its range {first}-{last}"))),
        },
    };
    Ok(Range { first, last, sum })
}

fn check_ranges(ranges: &[Range], blocks: u64) -> Result<(), Problem> {
    let mut next = 0;
    for Range { first, last, .. } in ranges {
        if *first < next || last < first || *last >= blocks {
            return Err(bad(format!(
                "has its range {first}-{last} out of order or past the image's end"
            )));
        }
        next = last + 1;
    }
    Ok(())
}

fn unhex(text: &str) -> Option<Box<[u8]>> {
    let digits = text.bytes().map(|digit| char::from(digit).to_digit(16));
    let digits = digits.collect::<Option<Vec<_>>>()?;
    let pairs = digits.chunks_exact(2);
    // Two digits of four bits each.
    pairs.remainder().is_empty().then(|| pairs.map(|pair| (pair[0] << 4 | pair[1]) as u8).collect())
}
