//! A trace that Wireshark opens: pcapng with the link type of Linux's usbmon.
//!
//! Formats: the pcapng draft (IETF opsawg) and the kernel's `Documentation/usb/usbmon.rst`. Most of this is usbmon's
//! header, which no crate writes; a crate for the two kinds of block around it would bring more than it saves.

use std::{
    collections::VecDeque,
    io::{self, Write},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use link::{Fault, Pipe, Setup};

use super::Endpoints;

/// LINKTYPE_USB_LINUX_MMAPPED: a 64-byte header before the data of each record.
const LINK_TYPE: u16 = 220;
const HEADER: usize = 64;
/// Data kept of a transfer where nobody says how much: all of it, as the longest is 512 KiB.
const SNAP: usize = 1 << 20;

const BULK: u8 = 3;
const CONTROL: u8 = 2;
const IN_PROGRESS: i32 = -115;

pub(super) struct Pcapng<W: Write> {
    out: W,
    snap: usize,
    endpoints: Endpoints,
    bus: u16,
    address: u8,
    /// What the clock on the wall showed when the session's clock showed 0.
    epoch: Duration,
    next_id: u64,
    /// Pipe, id, and whether data come from the board.
    open: VecDeque<(Pipe, u64, bool)>,
}

impl<W: Write> Pcapng<W> {
    pub(super) fn new(
        mut out: W,
        snap: Option<usize>,
        endpoints: Endpoints,
        (bus, address): (u16, u8),
    ) -> io::Result<Self> {
        let snap = snap.unwrap_or(SNAP);
        let mut section = Vec::new();
        section.extend(0x1a2b_3c4du32.to_le_bytes());
        section.extend([1, 0, 0, 0]);
        section.extend([0xff; 8]);
        block(&mut out, 0x0a0d_0d0a, &section)?;
        let mut interface = Vec::new();
        interface.extend(LINK_TYPE.to_le_bytes());
        interface.extend([0; 2]);
        interface.extend(((HEADER + snap) as u32).to_le_bytes());
        block(&mut out, 1, &interface)?;
        let epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Ok(Self { out, snap, endpoints, bus, address, epoch, next_id: 1, open: VecDeque::new() })
    }

    /// What follows is with another device.
    pub(super) fn moved(&mut self, endpoints: Endpoints, (bus, address): (u16, u8)) {
        (self.endpoints, self.bus, self.address) = (endpoints, bus, address);
    }

    pub(super) fn submit(
        &mut self,
        pipe: Pipe,
        data: Option<&[u8]>,
        length: usize,
        setup: Option<Setup>,
        now: Duration,
    ) -> io::Result<()> {
        let id = self.next_id;
        self.next_id += 1;
        let inward = data.is_none();
        self.open.push_back((pipe, id, inward));
        let record =
            Record { kind: b'S', id, pipe, inward, status: IN_PROGRESS, length, data, setup };
        self.record(&record, now)
    }

    pub(super) fn complete(
        &mut self,
        pipe: Pipe,
        received: &[u8],
        moved: usize,
        fault: Option<Fault>,
        now: Duration,
    ) -> io::Result<()> {
        let Some(position) = self.open.iter().position(|(open, ..)| *open == pipe) else {
            return Ok(());
        };
        let Some((_, id, inward)) = self.open.remove(position) else { return Ok(()) };
        let data = inward.then_some(received);
        let status = fault.map_or(0, errno);
        self.record(
            &Record { kind: b'C', id, pipe, inward, status, length: moved, data, setup: None },
            now,
        )
    }

    /// The file, of which all was written.
    pub(super) fn into_inner(self) -> W {
        self.out
    }

    fn record(&mut self, record: &Record<'_>, now: Duration) -> io::Result<()> {
        let time = self.epoch + now;
        let micros = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        let all = record.data.unwrap_or_default();
        let data = &all[..all.len().min(self.snap)];
        let (kept, size) = ((HEADER + data.len()) as u32, (HEADER + all.len()) as u32);
        let mut body = Vec::with_capacity(20 + HEADER + data.len());
        body.extend(0u32.to_le_bytes());
        body.extend(((micros >> 32) as u32).to_le_bytes());
        body.extend((micros as u32).to_le_bytes());
        body.extend(kept.to_le_bytes());
        body.extend(size.to_le_bytes());
        self.usbmon(&mut body, record, time);
        body.extend(data);
        block(&mut self.out, 6, &body)
    }

    /// The header of the kernel's `struct usbmon_packet`.
    fn usbmon(&self, body: &mut Vec<u8>, record: &Record<'_>, time: Duration) {
        let (kind, endpoint) = match record.pipe {
            Pipe::Control => (CONTROL, if record.inward { 0x80 } else { 0 }),
            Pipe::Out => (BULK, self.endpoints.out),
            Pipe::In => (BULK, self.endpoints.r#in),
        };
        let no_data = if record.inward { b'<' } else { b'>' };
        body.extend(record.id.to_le_bytes());
        body.extend([record.kind, kind, endpoint, self.address]);
        body.extend(self.bus.to_le_bytes());
        body.push(if record.setup.is_some() { 0 } else { b'-' });
        body.push(if record.data.is_some() { 0 } else { no_data });
        body.extend(time.as_secs().to_le_bytes());
        body.extend(time.subsec_micros().to_le_bytes());
        body.extend(record.status.to_le_bytes());
        body.extend((record.length as u32).to_le_bytes());
        body.extend((record.data.map_or(0, |data| data.len().min(self.snap)) as u32).to_le_bytes());
        body.extend(record.setup.map_or([0; 8], |setup| setup_bytes(setup, record.length)));
        body.extend([0; 16]); // interval, start frame, flags, number of ISO descriptors
    }
}

struct Record<'r> {
    kind: u8,
    id: u64,
    pipe: Pipe,
    inward: bool,
    status: i32,
    length: usize,
    data: Option<&'r [u8]>,
    setup: Option<Setup>,
}

fn setup_bytes(setup: Setup, length: usize) -> [u8; 8] {
    let [v0, v1] = setup.value.to_le_bytes();
    let [i0, i1] = setup.index.to_le_bytes();
    let [l0, l1] = (length as u16).to_le_bytes();
    [setup.request_type, setup.request, v0, v1, i0, i1, l0, l1]
}

/// What the kernel puts into an URB's status.
fn errno(fault: Fault) -> i32 {
    match fault {
        Fault::Stall => -32,
        Fault::Gone => -108,
        Fault::Overlong => -75,
        Fault::TimedOut | Fault::Cancelled | Fault::Stopped => -2,
        Fault::NoMemory => -12,
        Fault::Os(code) => -(code as i32),
        _ => -71,
    }
}

fn block(out: &mut impl Write, kind: u32, body: &[u8]) -> io::Result<()> {
    let padding = body.len().next_multiple_of(4) - body.len();
    let total = (12 + body.len() + padding) as u32;
    out.write_all(&kind.to_le_bytes())?;
    out.write_all(&total.to_le_bytes())?;
    out.write_all(body)?;
    out.write_all(&[0; 3][..padding])?;
    out.write_all(&total.to_le_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_have_the_lengths_that_they_state() {
        let endpoints =
            Endpoints { vendor: 0x1f3a, product: 0xefe8, out: 1, r#in: 0x82, max_packet: 512 };
        let mut trace = Pcapng::new(Vec::new(), None, endpoints, (1, 4)).expect("memory");
        trace.submit(Pipe::Out, Some(b"AWUCx"), 5, None, Duration::ZERO).expect("memory");
        trace.complete(Pipe::Out, &[], 5, None, Duration::ZERO).expect("memory");
        let bytes = trace.out;
        assert_eq!(bytes[..4], [0x0a, 0x0d, 0x0d, 0x0a]);
        assert_eq!(
            (bytes[28], bytes[36]),
            (1, 220),
            "the interface block follows with its link type"
        );
        let (mut at, mut kinds) = (0, Vec::new());
        while at < bytes.len() {
            let word = |at: usize| {
                u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes")) as usize
            };
            let size = word(at + 4);
            assert_eq!(word(at + size - 4), size);
            kinds.push(word(at));
            at += size;
        }
        assert_eq!(kinds, [0x0a0d_0d0a, 1, 6, 6]);
    }
}
