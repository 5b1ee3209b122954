//! A packer: for tests, and for virtual boards to be tried on.

use alloc::{format, string::String, vec, vec::Vec};

use sha1::{Digest, Sha1};

use super::{CRC, Format, HEADER, Item, MAGIC};
use crate::bytes::put;

/// Something to be packed.
#[derive(Clone, Debug)]
pub struct Content {
    /// Its type.
    pub main: String,
    /// Its name.
    pub sub: String,
    /// What it is.
    pub format: Format,
    /// Its bytes.
    pub data: Vec<u8>,
    /// A VERIFY item is to follow it.
    pub verify: bool,
}

impl Content {
    /// Bytes as they are, without a VERIFY item.
    pub fn new(main: &str, sub: &str, data: Vec<u8>) -> Self {
        Self { main: main.into(), sub: sub.into(), format: Format::Normal, data, verify: false }
    }

    /// A partition with its VERIFY item.
    pub fn partition(sub: &str, format: Format, data: Vec<u8>) -> Self {
        Self { format, verify: true, ..Self::new("PARTITION", sub, data) }
    }

    fn sum(&self) -> Self {
        let hash = Sha1::digest(&self.data);
        let text: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        Self::new("VERIFY", &self.sub, format!("sha1sum {text}").into_bytes())
    }
}

/// A package to be built.
#[derive(Clone, Debug)]
pub struct Build {
    /// 1 or 2.
    pub version: u32,
    /// Items begin at multiples of this; not 0.
    pub align: usize,
    /// What is packed, in order. Equal data are stored once.
    pub contents: Vec<Content>,
}

impl Build {
    /// The package's bytes. Names that do not fit are cut off.
    pub fn build(&self) -> Vec<u8> {
        let contents: Vec<Content> = self.contents.iter().flat_map(Self::with_sum).collect();
        let size = Item::size(self.version);
        let mut file = vec![0; HEADER + contents.len() * size];
        let mut starts: Vec<usize> = Vec::new();
        for (index, content) in contents.iter().enumerate() {
            let same = contents[..index].iter().position(|other| other.data == content.data);
            let start = match same {
                Some(same) => starts[same],
                None => {
                    file.resize(file.len().next_multiple_of(self.align), 0);
                    file.extend_from_slice(&content.data);
                    file.len() - content.data.len()
                }
            };
            starts.push(start);
            let at = HEADER + index * size;
            self.entry(&mut file[at..at + size], index, content, start, same);
        }
        self.header(&mut file, contents.len());
        file
    }

    fn with_sum(content: &Content) -> Vec<Content> {
        let sum = content.verify.then(|| content.sum());
        [Some(content.clone()), sum].into_iter().flatten().collect()
    }

    fn entry(
        &self,
        bytes: &mut [u8],
        index: usize,
        content: &Content,
        start: usize,
        same: Option<usize>,
    ) {
        let text = Item::text(self.version);
        let cut = |name: &str| name.as_bytes()[..name.len().min(text - 1)].to_vec();
        put(bytes, 0, &(index as u32).to_le_bytes());
        put(bytes, 4, &content.format.number().to_le_bytes());
        put(bytes, 0x10, &(start as u64).to_le_bytes());
        put(bytes, 0x18, &(content.data.len() as u64).to_le_bytes());
        put(bytes, 0x20, &cut(&content.main));
        put(bytes, 0x20 + text, &cut(&content.sub));
        let after = 0x20 + 2 * text;
        put(bytes, after, &u32::from(content.verify).to_le_bytes());
        if let Some(same) = same {
            put(bytes, after + 4, &1_u16.to_le_bytes());
            put(bytes, after + 6, &(same as u16).to_le_bytes());
        }
    }

    fn header(&self, file: &mut [u8], count: usize) {
        let size = file.len() as u64;
        put(file, 4, &self.version.to_le_bytes());
        put(file, 8, &MAGIC.to_le_bytes());
        put(file, 0xc, &size.to_le_bytes());
        put(file, 0x14, &(self.align as u32).to_le_bytes());
        put(file, 0x18, &(count as u32).to_le_bytes());
        let crc = CRC.checksum(&file[4..]);
        put(file, 0, &crc.to_le_bytes());
    }
}
