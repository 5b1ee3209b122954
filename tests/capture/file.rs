//! The records of a capture file.
//!
//! Formats: the drafts of pcap and pcapng at the IETF (opsawg). No crate reads them here: what is needed of them is less
//! than what there is to say to one, and pcap-parser 0.17 overflows on a block that states a length below 12.

use super::{Error, fields::Fields};

/// A record of usbmon's.
pub(super) struct Frame<'f> {
    /// Counted from 1 over all records of the file.
    pub(super) number: usize,
    /// Length of the header before the data.
    pub(super) header: usize,
    /// Byte order of the machine that captured.
    pub(super) big_endian: bool,
    /// Header and data.
    pub(super) bytes: &'f [u8],
}

/// A section of pcapng, whose type reads the same in both byte orders.
const SECTION: [u8; 4] = [0x0a, 0x0d, 0x0d, 0x0a];
const INTERFACE: u32 = 1;
const OBSOLETE_PACKET: u32 = 2;
const SIMPLE_PACKET: u32 = 3;
const STATISTICS: u32 = 5;
const PACKET: u32 = 6;

/// All records of a file, in its order.
pub(super) fn frames(file: &[u8]) -> Result<Vec<Frame<'_>>, Error> {
    if file.starts_with(&SECTION) {
        return Section::default().read(file);
    }
    let big_endian = match file {
        [0xd4, 0xc3, 0xb2, 0xa1, ..] | [0x4d, 0x3c, 0xb2, 0xa1, ..] => false,
        [0xa1, 0xb2, 0xc3, 0xd4, ..] | [0xa1, 0xb2, 0x3c, 0x4d, ..] => true,
        _ => return Err(Error::File("the file is neither pcap nor pcapng".into())),
    };
    pcap(file, big_endian)
}

/// Length of usbmon's header under a link type.
fn header_length(link_type: u32) -> Option<usize> {
    match link_type {
        189 => Some(48),
        220 => Some(64),
        _ => None,
    }
}

fn not_usbmon(link_type: u32) -> Error {
    Error::File(format!("link type {link_type} is not usbmon's (189 or 220): capture on usbmonN"))
}

fn ends_early(number: usize) -> Error {
    Error::File(format!("the file ends within record {number}, or is damaged there"))
}

fn pcap(file: &[u8], big_endian: bool) -> Result<Vec<Frame<'_>>, Error> {
    let (bytes, mut rest) = file.split_at_checked(24).ok_or_else(|| ends_early(1))?;
    // What stands above the low 28 bits tells of frame check sequences.
    let link_type = Fields { bytes, big_endian }.u32(20) & 0x0fff_ffff;
    let header = header_length(link_type).ok_or_else(|| not_usbmon(link_type))?;
    let mut frames = Vec::new();
    while !rest.is_empty() {
        let number = frames.len() + 1;
        let (bytes, behind) = pcap_record(rest, big_endian).ok_or_else(|| ends_early(number))?;
        frames.push(Frame { number, header, big_endian, bytes });
        rest = behind;
    }
    Ok(frames)
}

/// The first record, and what stands behind it.
fn pcap_record(file: &[u8], big_endian: bool) -> Option<(&[u8], &[u8])> {
    let (bytes, rest) = file.split_at_checked(16)?;
    rest.split_at_checked(Fields { bytes, big_endian }.size(8))
}

/// What a pcapng section has told so far.
#[derive(Default)]
struct Section {
    big_endian: bool,
    /// Their link types.
    interfaces: Vec<u32>,
    /// Records of all sections.
    records: usize,
    /// Link type of an interface that is not usbmon's.
    other: Option<u32>,
}

impl Section {
    fn read(mut self, mut rest: &[u8]) -> Result<Vec<Frame<'_>>, Error> {
        let mut frames = Vec::new();
        while !rest.is_empty() {
            if rest.starts_with(&SECTION) {
                self.big_endian = rest.get(8..12) == Some(&[0x1a, 0x2b, 0x3c, 0x4d]);
                self.interfaces.clear();
            }
            let early = || ends_early(self.records + 1);
            let (kind, body, behind) = block(rest, self.big_endian).ok_or_else(early)?;
            frames.extend(self.block(kind, body)?);
            rest = behind;
        }
        match (frames.is_empty(), self.other) {
            (true, Some(other)) => Err(not_usbmon(other)),
            _ => Ok(frames),
        }
    }

    fn block<'f>(&mut self, kind: u32, body: &'f [u8]) -> Result<Option<Frame<'f>>, Error> {
        match kind {
            INTERFACE => {
                let link_type = body.get(..2).map(|bytes| self.fields(bytes).u16(0));
                self.interfaces.push(link_type.unwrap_or_default().into());
            }
            PACKET | OBSOLETE_PACKET | SIMPLE_PACKET => return self.packet(kind, body),
            STATISTICS if self.has_drops(body) => {
                return Err(Error::File("the file says that records were dropped".into()));
            }
            _ => {}
        }
        Ok(None)
    }

    fn packet<'f>(&mut self, kind: u32, body: &'f [u8]) -> Result<Option<Frame<'f>>, Error> {
        self.records += 1;
        let (number, big_endian) = (self.records, self.big_endian);
        let Some((link_type, bytes)) = self.content(body).filter(|_| kind == PACKET) else {
            let problem =
                "its block is damaged, or of a kind that usbmon's records are never in".into();
            return Err(Error::Record { number, problem });
        };
        let Some(header) = header_length(link_type) else {
            self.other = Some(link_type);
            return Ok(None);
        };
        Ok(Some(Frame { number, header, big_endian, bytes }))
    }

    /// Link type and bytes of a packet block.
    fn content<'f>(&self, body: &'f [u8]) -> Option<(u32, &'f [u8])> {
        let (head, data) = body.split_at_checked(20)?;
        let head = self.fields(head);
        Some((*self.interfaces.get(head.size(0))?, data.get(..head.size(12))?))
    }

    /// Whether one of the counts isb_ifdrop and isb_osdrop is not 0.
    fn has_drops(&self, body: &[u8]) -> bool {
        let mut rest = body.get(12..).unwrap_or_default();
        while let Some((head, behind)) = rest.split_at_checked(4) {
            let (code, length) = (self.fields(head).u16(0), usize::from(self.fields(head).u16(2)));
            let value = behind.get(..length).unwrap_or_default();
            if [5, 7].contains(&code) && value.iter().any(|&byte| byte != 0) {
                return true;
            }
            rest = behind.get(length.next_multiple_of(4)..).unwrap_or_default();
        }
        false
    }

    fn fields<'f>(&self, bytes: &'f [u8]) -> Fields<'f> {
        Fields { bytes, big_endian: self.big_endian }
    }
}

/// Type and body of the first block, and what stands behind it.
fn block(file: &[u8], big_endian: bool) -> Option<(u32, &[u8], &[u8])> {
    let fields = |bytes| Fields { bytes, big_endian };
    let head = fields(file.get(..8)?);
    let (whole, behind) = file.split_at_checked(head.size(4))?;
    let (body, end) = whole.get(8..)?.split_last_chunk::<4>()?;
    (fields(end).size(0) == whole.len()).then(|| (head.u32(0), body, behind))
}
