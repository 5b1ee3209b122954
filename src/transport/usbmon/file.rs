//! The records of a capture file.

use pcap_parser::{
    Block, LegacyPcapSlice, Linktype, PcapBlockOwned, PcapHeader, PcapNGSlice, nom,
    parse_pcap_frame, parse_pcap_frame_be,
};

use super::Error;

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

/// All records of a file, in its order.
pub(super) fn frames(file: &[u8]) -> Result<Vec<Frame<'_>>, Error> {
    if let Ok(blocks) = PcapNGSlice::from_slice(file) {
        return Section::default().read(blocks);
    }
    match LegacyPcapSlice::from_slice(file) {
        Ok(slice) => pcap(&slice.header, &file[slice.header.size()..]),
        Err(_) => Err(Error::File("the file is neither pcap nor pcapng".into())),
    }
}

/// Length of usbmon's header under a link type.
fn header_length(link_type: Linktype) -> Option<usize> {
    match link_type.0 {
        189 => Some(48),
        220 => Some(64),
        _ => None,
    }
}

fn not_usbmon(link_type: Linktype) -> Error {
    Error::File(format!(
        "link type {} is not usbmon's (189 or 220): capture on usbmonN",
        link_type.0
    ))
}

fn ends_early(number: usize) -> Error {
    Error::File(format!("the file ends within record {number}, or is damaged there"))
}

/// A classic capture, behind its header. (The crate's own iterator takes all records for little-endian.)
fn pcap<'f>(header: &PcapHeader, mut rest: &'f [u8]) -> Result<Vec<Frame<'f>>, Error> {
    if header.is_modified_format() {
        return Err(Error::File("the pcap file is of a modified kind that is not read".into()));
    }
    // What stands above the low 28 bits tells of frame check sequences.
    let link_type = Linktype(header.network.0 & 0x0fff_ffff);
    let length = header_length(link_type).ok_or_else(|| not_usbmon(link_type))?;
    let big_endian = header.is_bigendian();
    let parse = if big_endian { parse_pcap_frame_be } else { parse_pcap_frame };
    let mut frames = Vec::new();
    while !rest.is_empty() {
        let number = frames.len() + 1;
        let (behind, block) = parse(rest).map_err(|_| ends_early(number))?;
        frames.push(Frame { number, header: length, big_endian, bytes: block.data });
        rest = behind;
    }
    Ok(frames)
}

/// What a pcapng section has told so far.
#[derive(Default)]
struct Section {
    big_endian: bool,
    interfaces: Vec<Linktype>,
    /// Records of all sections.
    records: usize,
    /// Link type of an interface that is not usbmon's.
    other: Option<Linktype>,
}

impl Section {
    fn read<'f>(mut self, blocks: PcapNGSlice<'f>) -> Result<Vec<Frame<'f>>, Error> {
        let mut frames = Vec::new();
        for block in blocks {
            let block: Result<_, nom::Err<_>> = block;
            match block.map_err(|_| ends_early(self.records + 1))? {
                PcapBlockOwned::NG(block) => frames.extend(self.block(&block)?),
                PcapBlockOwned::Legacy(_) | PcapBlockOwned::LegacyHeader(_) => {}
            }
        }
        match (frames.is_empty(), self.other) {
            (true, Some(other)) => Err(not_usbmon(other)),
            _ => Ok(frames),
        }
    }

    fn block<'f>(&mut self, block: &Block<'f>) -> Result<Option<Frame<'f>>, Error> {
        match block {
            Block::SectionHeader(header) => {
                self.big_endian = header.big_endian();
                self.interfaces.clear();
            }
            Block::InterfaceDescription(interface) => self.interfaces.push(interface.linktype),
            Block::InterfaceStatistics(counts) => {
                // The crate reads these little-endian always; whether they are 0 is seen all the same.
                let drops = [counts.isb_ifdrop(), counts.isb_osdrop()];
                if drops.into_iter().flatten().any(|count| count != Ok(0)) {
                    return Err(Error::File("the file says that records were dropped".into()));
                }
            }
            Block::EnhancedPacket(packet) => {
                let length = usize::try_from(packet.caplen).unwrap_or(usize::MAX);
                return self.record(packet.if_id, packet.data.get(..length));
            }
            Block::SimplePacket(_) => return self.record(0, None),
            _ => {}
        }
        Ok(None)
    }

    fn record<'f>(
        &mut self,
        interface: u32,
        bytes: Option<&'f [u8]>,
    ) -> Result<Option<Frame<'f>>, Error> {
        self.records += 1;
        let number = self.records;
        let wrong = |problem: &str| Error::Record { number, problem: problem.into() };
        let link_type = usize::try_from(interface).ok().and_then(|at| self.interfaces.get(at));
        let link_type = *link_type.ok_or_else(|| wrong("its interface is not described"))?;
        let Some(header) = header_length(link_type) else {
            self.other = Some(link_type);
            return Ok(None);
        };
        let bytes = bytes.ok_or_else(|| wrong("it is a block that usbmon's are never in"))?;
        Ok(Some(Frame { number, header, big_endian: self.big_endian, bytes }))
    }
}
