//! Captures made byte by byte, as the kernel's and the file formats' documents say.

use std::time::Duration;

use link::{Fault, Pipe, Setup, UsbLink};
use proptest::prelude::*;
use racklet_flash::transport::{Endpoints, Entry, Link, Replay, Stop, Tap, Transcript};

use crate::{
    tool::Folder,
    usbmon_transcript::capture::{Address, Bulk, Choice, Error, transcript},
};

const BOARD: u8 = 4;
const DEVICE_DESCRIPTOR: [u8; 18] =
    [18, 1, 0, 2, 0, 0, 0, 64, 0x3a, 0x1f, 0xe8, 0xef, 0xb3, 2, 0, 0, 0, 1];
#[rustfmt::skip]
const CONFIGURATION: [u8; 39] = [
    9, 2, 39, 0, 1, 1, 0, 0x80, 250,
    9, 4, 0, 0, 2, 0xff, 0xff, 0xff, 0,
    7, 5, 0x82, 2, 0, 2, 0,
    7, 5, 0x01, 2, 0, 2, 0,
    7, 5, 0x83, 3, 8, 0, 4,
];
const ENDPOINTS: Endpoints =
    Endpoints { vendor: 0x1f3a, product: 0xefe8, out: 1, r#in: 0x82, max_packet: 512 };

/// An event as usbmon has it.
#[derive(Clone, Debug)]
struct Event {
    id: u64,
    kind: u8,
    transfer: u8,
    endpoint: u8,
    device: u8,
    setup: Option<[u8; 8]>,
    status: i32,
    length: usize,
    /// What the kernel kept; none where data go the other way.
    data: Option<Vec<u8>>,
}

fn event(kind: u8, id: u64, endpoint: u8, length: usize, data: Option<&[u8]>) -> Event {
    let (status, data) = (if kind == b'S' { -115 } else { 0 }, data.map(<[u8]>::to_vec));
    Event { id, kind, transfer: 3, endpoint, device: BOARD, setup: None, status, length, data }
}

fn out(id: u64, data: &[u8]) -> [Event; 2] {
    [event(b'S', id, 1, data.len(), Some(data)), event(b'C', id, 1, data.len(), None)]
}

fn r#in(id: u64, room: usize, data: &[u8]) -> [Event; 2] {
    [event(b'S', id, 0x82, room, None), event(b'C', id, 0x82, data.len(), Some(data))]
}

fn control_in(id: u64, setup: [u8; 8], data: &[u8]) -> [Event; 2] {
    r#in(id, usize::from(setup[6]), data).map(|event| Event {
        transfer: 2,
        endpoint: 0x80,
        setup: (event.kind == b'S').then_some(setup),
        ..event
    })
}

fn enumeration() -> Vec<Event> {
    [
        control_in(90, [0x80, 6, 0, 1, 0, 0, 18, 0], &DEVICE_DESCRIPTOR),
        control_in(90, [0x80, 6, 0, 2, 0, 0, 9, 0], &CONFIGURATION[..9]),
        control_in(90, [0x80, 6, 0, 2, 0, 0, 39, 0], &CONFIGURATION),
        control_in(90, [0x80, 6, 0, 3, 9, 4, 255, 0], &[4, 3, 0x41, 0]),
    ]
    .concat()
}

/// Enumeration, a hub beside, a vendor's control request, and both directions.
fn session() -> Vec<Event> {
    let hub = Event { device: 1, transfer: 1, ..event(b'C', 7, 0x81, 1, Some(&[2])) };
    let vendors = control_in(8, [0xc0, 0x20, 1, 2, 3, 4, 5, 0], b"chip");
    [vec![hub], enumeration(), out(1, b"AWUC").into(), vendors.into(), r#in(2, 512, b"AWUS").into()]
        .concat()
}

fn expected() -> Vec<Entry> {
    let setup = Setup { request_type: 0xc0, request: 0x20, value: 0x0201, index: 0x0403 };
    vec![
        Entry::Out(b"AWUC".to_vec()),
        Entry::ControlIn(setup, b"chip".to_vec()),
        Entry::In(b"AWUS".to_vec()),
    ]
}

/// How a file is written.
#[derive(Clone, Copy, Debug)]
struct Format {
    big: bool,
    header: usize,
    nano: bool,
    ng: bool,
    /// Snapshot length.
    snap: usize,
}

const TCPDUMP: Format = Format { big: false, header: 64, nano: false, ng: false, snap: 1 << 18 };

impl Format {
    fn u16(self, value: u16) -> [u8; 2] {
        if self.big { value.to_be_bytes() } else { value.to_le_bytes() }
    }

    fn u32(self, value: usize) -> [u8; 4] {
        let value = value as u32;
        if self.big { value.to_be_bytes() } else { value.to_le_bytes() }
    }

    fn link_type(self) -> u16 {
        if self.header == 64 { 220 } else { 189 }
    }

    fn record(self, event: &Event) -> Vec<u8> {
        let mut bytes =
            if self.big { event.id.to_be_bytes() } else { event.id.to_le_bytes() }.to_vec();
        bytes.extend([event.kind, event.transfer, event.endpoint, event.device]);
        bytes.extend(self.u16(1));
        bytes.push(if event.setup.is_some() { 0 } else { b'-' });
        bytes.push(if event.data.is_some() { 0 } else { b'<' });
        bytes.extend([0; 12]);
        bytes.extend(self.u32(event.status as u32 as usize));
        bytes.extend(self.u32(event.length));
        bytes.extend(self.u32(event.data.as_ref().map_or(0, Vec::len)));
        bytes.extend(event.setup.unwrap_or_default());
        bytes.resize(self.header, 0);
        bytes.extend(event.data.iter().flatten());
        bytes
    }

    fn file(self, events: &[Event]) -> Vec<u8> {
        let mut file = if self.ng { self.ng_header() } else { self.pcap_header() };
        for event in events {
            let record = self.record(event);
            let kept = &record[..record.len().min(self.snap)];
            let lengths = [self.u32(kept.len()), self.u32(record.len())].concat();
            if self.ng {
                file.extend(self.block(6, &[&[0; 12], &lengths[..], kept].concat()));
            } else {
                file.extend([&[0; 8], &lengths[..], kept].concat());
            }
        }
        file
    }

    fn pcap_header(self) -> Vec<u8> {
        let magic = if self.nano { 0xa1b2_3c4d } else { 0xa1b2_c3d4 };
        let mut header = self.u32(magic).to_vec();
        header.extend([self.u16(2), self.u16(4)].concat());
        header.extend(
            [[0; 4], [0; 4], self.u32(self.snap), self.u32(self.link_type().into())].concat(),
        );
        header
    }

    /// A section, and an interface of each of two kinds; usbmon's is the first.
    fn ng_header(self) -> Vec<u8> {
        let section = [&self.u32(0x1a2b_3c4d)[..], &self.u16(1), &[0; 2], &[0xff; 8]].concat();
        let mut file = self.block(0x0a0d_0d0a, &section);
        for link_type in [self.link_type(), 1] {
            let interface = [&self.u16(link_type)[..], &[0; 2], &self.u32(self.snap)].concat();
            file.extend(self.block(1, &interface));
        }
        file
    }

    fn block(self, kind: usize, body: &[u8]) -> Vec<u8> {
        let padded = body.len().next_multiple_of(4);
        let total = self.u32(12 + padded);
        [&self.u32(kind)[..], &total, body, &vec![0; padded - body.len()], &total].concat()
    }
}

fn read(events: &[Event]) -> Result<Transcript, Error> {
    transcript(&TCPDUMP.file(events), &Choice::default())
}

fn entries(events: &[Event]) -> Result<Vec<Entry>, Error> {
    read(&[enumeration(), events.to_vec()].concat()).map(|transcript| transcript.entries)
}

#[track_caller]
fn refused(result: Result<impl std::fmt::Debug, Error>, says: &[&str]) {
    let text = result.expect_err("it is refused").to_string();
    assert!(says.iter().all(|part| text.contains(part)), "{says:?} is not all in: {text}");
}

#[test]
fn every_kind_of_file_is_read() {
    for index in 0..16 {
        let bit = |shift: u32| index >> shift & 1 == 1;
        let header = if bit(1) { 48 } else { 64 };
        let format = Format { big: bit(0), header, nano: bit(2), ng: bit(3), snap: 1 << 18 };
        let read = transcript(&format.file(&session()), &Choice::default());
        let expected =
            Transcript { endpoints: ENDPOINTS, comments: Vec::new(), entries: expected() };
        assert_eq!(read, Ok(expected), "{format:?}");
    }
}

#[test]
fn the_order_is_that_of_submission() {
    let [first, first_end] = r#in(1, 64, b"first");
    let [second, second_end] = out(2, b"second");
    assert_eq!(
        entries(&[first, second, second_end, first_end]),
        Ok(vec![Entry::In(b"first".to_vec()), Entry::Out(b"second".to_vec())])
    );
}

/// A session that is played to our link and traced by it.
#[test]
fn our_own_trace_gives_the_session_that_was_played() {
    const LIMIT: Duration = Duration::from_secs(1);
    let (long, setup) =
        (vec![7; 100_000], Setup { request_type: 0xc0, request: 1, value: 0x102, index: 0x304 });
    let played = Transcript {
        endpoints: ENDPOINTS,
        comments: Vec::new(),
        entries: vec![
            Entry::out(&long),
            Entry::ControlIn(setup, b"1234".to_vec()),
            Entry::Failed(Pipe::Control, Fault::Stall),
            Entry::Failed(Pipe::In, Fault::Gone),
        ],
    };
    let (folder, mut tap) = (Folder::new(), Tap::default());
    let file = folder.path("trace.pcapng");
    tap.trace(&file, None, ENDPOINTS, (3, 9)).expect("a folder of our own");
    let replay = Box::new(Replay::new(played.clone()));
    let mut link = Link::new(replay, Stop::default(), tap);
    let usb: &mut dyn UsbLink = &mut link;
    usb.bulk_out(&long, LIMIT).expect("it is what was played");
    assert_eq!(usb.control_in(setup, &mut [0; 8], LIMIT).map_err(|error| error.fault), Ok(4));
    let stalled = usb.control_in(setup, &mut [0; 8], LIMIT);
    assert_eq!(stalled.map_err(|error| error.fault), Err(Fault::Stall));
    let gone = usb.bulk_in(&mut [0; 8], LIMIT);
    assert_eq!(gone.map_err(|error| error.fault), Err(Fault::Gone));
    link.finish().expect("all was played");
    let bulk = Some(Bulk { out: 1, r#in: 0x82, max_packet: 512 });
    let choice = Choice { ids: Some((0x1f3a, 0xefe8)), bulk, ..Choice::default() };
    let file = std::fs::read(file).expect("it was written");
    assert_eq!(transcript(&file, &choice), Ok(played));
}

#[test]
fn what_the_kernel_left_out_is_refused() {
    let mut long = out(1, &[9; 524_288]);
    long[0].data = Some(vec![9; 245_760]);
    // Records 1 to 8 are the enumeration.
    refused(entries(&long), &["record 9", "245760", "524288", "fifth of usbmon's ring"]);
    let mut merged = r#in(1, 512, b"data");
    merged[1].data = None;
    refused(entries(&merged), &["record 10", "0 of the URB's 4", "the kernel"]);
    let mut more = out(1, b"data");
    more.iter_mut().for_each(|event| event.length = 3);
    refused(entries(&more), &["record 9", "more data than the URB"]);
}

#[test]
fn what_the_snapshot_length_left_out_is_refused() {
    for ng in [false, true] {
        let format = Format { snap: 64 + 40, ng, ..TCPDUMP };
        let file = format.file(&[enumeration(), out(1, &[9; 41]).into()].concat());
        let says = ["record 9", "40 of the URB's 41", "snapshot length"];
        refused(transcript(&file, &Choice::default()), &says);
        let format = Format { snap: 63, ..format };
        refused(transcript(&format.file(&session()), &Choice::default()), &["record 1", "63"]);
    }
}

#[test]
fn a_file_that_is_cut_off_is_refused() {
    for ng in [false, true] {
        let format = Format { ng, ..TCPDUMP };
        let file = format.file(&session());
        let cut = transcript(&file[..file.len() - 1], &Choice::default());
        refused(cut, &["ends within record 15"]);
    }
    refused(transcript(b"", &Choice::default()), &["neither pcap nor pcapng"]);
    refused(read(&[]), &["no records at all"]);
}

#[test]
fn blocks_are_not_trusted() {
    let file = Format { ng: true, ..TCPDUMP }.file(&session());
    // The length of the first block, at its beginning and at its end; the interface's number and length in the first packet.
    let packet = 28 + 2 * 20;
    for (at, value, says) in [
        (4, 11, "within record 1"),
        (4, 0, "within record 1"),
        (24, 29, "within record 1"),
        (packet + 8, 2, "record 1: its block"),
        (packet + 20, 0xff, "record 1: its block"),
        (packet, 3, "record 1: its block"),
    ] {
        let mut file = file.clone();
        file[at] = value;
        refused(transcript(&file, &Choice::default()), &[says]);
    }
    refused(transcript(&[0x0a, 0x0d, 0x0d, 0x0a], &Choice::default()), &["within record 1"]);
    refused(transcript(&TCPDUMP.file(&[])[..23], &Choice::default()), &["within record 1"]);
}

#[test]
fn other_link_types_are_refused() {
    for (ng, at) in [(false, 20), (true, 36)] {
        let mut file = Format { ng, ..TCPDUMP }.file(&session());
        file[at] = 1;
        refused(transcript(&file, &Choice::default()), &["link type 1", "usbmonN"]);
    }
}

#[test]
fn records_of_other_interfaces_are_passed_over_and_counted() {
    let format = Format { ng: true, ..TCPDUMP };
    let mut file = format.ng_header();
    let ethernet = [&format.u32(1)[..], &[0; 8], &format.u32(4), &format.u32(4), b"abcd"].concat();
    file.extend(format.block(6, &ethernet));
    let rest = format.file(&[out(1, b"data")[1].clone()]);
    file.extend(&rest[format.ng_header().len()..]);
    refused(transcript(&file, &Choice::default()), &["record 2", "began too late"]);
}

#[test]
fn losses_that_the_file_counts_are_refused() {
    for (drops, sound) in [(0, true), (1, false)] {
        let format = Format { ng: true, ..TCPDUMP };
        let mut file = format.file(&session());
        let option = [&format.u16(5)[..], &format.u16(8), &[drops, 0, 0, 0, 0, 0, 0, 0]].concat();
        file.extend(format.block(5, &[&[0; 12], &option[..], &[0; 4]].concat()));
        assert_eq!(transcript(&file, &Choice::default()).is_ok(), sound);
    }
}

#[test]
fn halves_of_transfers_are_refused() {
    let [begin, end] = out(1, b"data");
    refused(entries(std::slice::from_ref(&end)), &["record 9", "began too late"]);
    refused(entries(std::slice::from_ref(&begin)), &["record 9", "stopped too early"]);
    refused(entries(&[begin.clone(), begin.clone(), end.clone()]), &["record 9", "lost it"]);
    let elsewhere = Event { endpoint: 2, ..end };
    refused(entries(&[begin, elsewhere]), &["record 10", "submission", "missing"]);
    // Somebody asked for a descriptor while the capture was stopped: no part of the session.
    let mut events = session();
    events.push(enumeration()[0].clone());
    assert_eq!(read(&events).map(|transcript| transcript.entries), Ok(expected()));
}

#[test]
fn failures_are_told_by_their_errno() {
    let table = [
        (-32, Fault::Stall),
        (-2, Fault::TimedOut),
        (-104, Fault::TimedOut),
        (-108, Fault::Gone),
        (-19, Fault::Gone),
        (-75, Fault::Overlong),
        (-12, Fault::NoMemory),
        (-71, Fault::Bus),
        (-84, Fault::Bus),
        (-95, Fault::Os(95)),
    ];
    for (status, fault) in table {
        let [begin, end] = r#in(1, 512, b"");
        let events = [begin, Event { status, data: None, ..end }];
        assert_eq!(entries(&events), Ok(vec![Entry::Failed(Pipe::In, fault)]), "{status}");
    }
    let [begin, _] = out(1, b"data");
    let refusal = Event { kind: b'E', status: -19, ..event(b'C', 1, 1, 0, None) };
    let gone = vec![Entry::Failed(Pipe::Out, Fault::Gone)];
    assert_eq!(entries(&[begin.clone(), refusal.clone()]), Ok(gone));
    refused(entries(&[begin, Event { status: 0, ..refusal }]), &["record 10", "without an error"]);
}

#[test]
fn transfers_taken_back_behind_one_that_timed_out_are_cancelled() {
    let [first, first_end] = r#in(1, 512, b"");
    let [second, second_end] = r#in(2, 512, b"");
    let [later, later_end] = r#in(3, 512, b"");
    let taken_back = |event| Event { status: -2, ..event };
    let events = [first, second, taken_back(second_end), taken_back(first_end)];
    let events = [&events[..], &[later, taken_back(later_end)]].concat();
    let faults = [Fault::TimedOut, Fault::Cancelled, Fault::TimedOut];
    assert_eq!(entries(&events), Ok(faults.map(|fault| Entry::Failed(Pipe::In, fault)).into()));
}

#[test]
fn what_the_device_took_in_part_is_refused() {
    let [begin, end] = out(1, b"data");
    refused(entries(&[begin, Event { length: 3, ..end }]), &["record 10", "took 3 of 4"]);
}

#[test]
fn what_a_transcript_has_no_place_for_is_refused() {
    let odd = |event: Event| Event { endpoint: 3, ..event };
    refused(entries(&out(1, b"data").map(odd)), &["record 9", "03", "one pair"]);
    let interrupt = |event: Event| Event { transfer: 1, ..event };
    let with_bulk = [out(1, b"data"), r#in(2, 8, b"data").map(interrupt)].concat();
    refused(entries(&with_bulk), &["record 11", "Interrupt"]);
    for (byte, says) in [(8, "event"), (9, "kind")] {
        let mut file = TCPDUMP.file(&session());
        file[24 + 16 + byte] = b'@';
        refused(transcript(&file, &Choice::default()), &["record 1", says]);
    }
}

#[test]
fn the_caller_says_which_device() {
    let other = out(9, b"other").map(|event| Event { device: 5, ..event });
    let events = [session(), other.into()].concat();
    refused(read(&events), &["which device", "001:004 (14 records)", "001:005 (2 records)"]);
    let choose = |text: &str| Choice { device: text.parse().ok(), ..Choice::default() };
    let chosen = transcript(&TCPDUMP.file(&events), &choose("1:4"));
    assert_eq!(chosen.map(|transcript| transcript.entries), Ok(expected()));
    refused(transcript(&TCPDUMP.file(&events), &choose("2:4")), &["no 002:004", "001:001"]);
    refused(read(&session()[..1]), &["no device has bulk", "001:001 (1 records)"]);
    assert!("1".parse::<Address>().is_err() && "1:256".parse::<Address>().is_err());
}

#[test]
fn the_caller_says_what_the_capture_does_not() {
    let file = TCPDUMP.file(&out(1, b"data"));
    let mut choice = Choice::default();
    refused(transcript(&file, &choice), &["the ids are not in the capture"]);
    choice.ids = Some((0x2207, 0x350b));
    refused(transcript(&file, &choice), &["the bulk endpoints are not in the capture"]);
    choice.bulk = Some(Bulk { out: 1, r#in: 0x81, max_packet: 64 });
    let endpoints = transcript(&file, &choice).expect("all is said").endpoints;
    assert_eq!(endpoints.to_string(), "id 2207:350b out=01 in=81 mps=64");
    let bulk = choice.bulk.map(|bulk| Bulk { max_packet: 100, ..bulk });
    refused(transcript(&file, &Choice { bulk, ..choice }), &["never 100 bytes"]);
    // Who contradicts the capture is wrong about something.
    let file = TCPDUMP.file(&session());
    refused(transcript(&file, &choice), &["the ids in the capture are 1f3a:efe8, not 2207:350b"]);
    choice.ids = None;
    refused(transcript(&file, &choice), &["01:82:512, not 01:81:64"]);
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let one = (0u64..3, 0usize..4, 0u8..4, 0usize..3, any::<[u8; 8]>(), -110..2i32, 0usize..20)
        .prop_map(|(id, kind, transfer, endpoint, setup, status, length)| Event {
            id,
            kind: b"SCEC"[kind],
            transfer,
            endpoint: [0x80, 1, 0x82][endpoint],
            device: BOARD,
            setup: (transfer == 2).then_some(setup),
            status: if length % 2 == 0 { 0 } else { status },
            length,
            data: (setup[0] & 1 == 0).then(|| vec![setup[1]; length]),
        });
    proptest::collection::vec(one, 0..12)
}

proptest! {
    #[test]
    fn no_events_make_it_panic(events in events(), ng: bool, big: bool) {
        let format = Format { ng, big, ..TCPDUMP };
        let all = [enumeration(), events].concat();
        let _ = transcript(&format.file(&all), &Choice::default());
    }

    #[test]
    fn no_damage_makes_it_panic(
        ng: bool,
        big: bool,
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        end: prop::sample::Index,
    ) {
        let mut file = Format { ng, big, ..TCPDUMP }.file(&session());
        for (at, byte) in damage {
            let at = at.index(file.len());
            file[at] = byte;
        }
        let _ = transcript(&file, &Choice::default());
        let _ = transcript(&file[..end.index(file.len())], &Choice::default());
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = transcript(&bytes, &Choice::default());
    }
}
