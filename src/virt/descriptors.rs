//! What a board answers to the USB standard's own requests (USB 2.0, chapter 9), from what it says of itself.

use link::{Pipe, Setup, device::Identity};

const DEVICE: u8 = 1;
const CONFIGURATION: u8 = 2;
const STRING: u8 = 3;
const INTERFACE: u8 = 4;
const ENDPOINT: u8 = 5;
const QUALIFIER: u8 = 6;

/// English, of the United States: the one language.
const LANGUAGE: u16 = 0x0409;

/// What a standard request asks of a board on its bus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Standard {
    /// These bytes, or as many as were asked for.
    Data(Vec<u8>),
    /// Nothing to say, but it is done.
    Done,
    /// The board begins anew: no pipe is halted.
    Configure,
    /// The halt of this pipe is to end.
    ClearHalt(Pipe),
    /// Whether this pipe is halted.
    IsHalted(Pipe),
    /// There is no such thing.
    Stall,
}

/// Answers a standard request; `None`: it is none, and the board itself is asked.
pub(super) fn answer(identity: &Identity, setup: Setup) -> Option<Standard> {
    if setup.request_type & 0x60 != 0 {
        return None;
    }
    Some(match (setup.request_type, setup.request) {
        (0x80, 0x06) => descriptor(identity, setup).map_or(Standard::Stall, Standard::Data),
        // GET_STATUS: powered by the bus, does not wake the host.
        (0x80 | 0x81, 0x00) => Standard::Data(vec![0, 0]),
        (0x82, 0x00) => pipe(identity, setup.index).map_or(Standard::Stall, Standard::IsHalted),
        // GET_CONFIGURATION, GET_INTERFACE.
        (0x80, 0x08) => Standard::Data(vec![1]),
        (0x81, 0x0a) => Standard::Data(vec![0]),
        // SET_ADDRESS is the controller's; SET_CONFIGURATION and SET_INTERFACE have one choice each.
        (0x00, 0x05) => Standard::Done,
        (0x00, 0x09) if setup.value <= 1 => Standard::Configure,
        (0x01, 0x0b) if setup.value == 0 => Standard::Done,
        // CLEAR_FEATURE(ENDPOINT_HALT)
        (0x02, 0x01) if setup.value == 0 => {
            pipe(identity, setup.index).map_or(Standard::Stall, Standard::ClearHalt)
        }
        _ => Standard::Stall,
    })
}

fn pipe(identity: &Identity, endpoint: u16) -> Option<Pipe> {
    let is = |address: u8| u16::from(address) == endpoint;
    match () {
        () if is(identity.out) => Some(Pipe::Out),
        () if is(identity.r#in) => Some(Pipe::In),
        () if endpoint & 0x7f == 0 => Some(Pipe::Control),
        () => None,
    }
}

fn descriptor(identity: &Identity, setup: Setup) -> Option<Vec<u8>> {
    let [index, kind] = setup.value.to_le_bytes();
    match (kind, index) {
        (DEVICE, 0) => Some(device(identity)),
        (CONFIGURATION, 0) => Some(configuration(identity)),
        (QUALIFIER, 0) if identity.max_packet >= 512 => Some(qualifier(identity)),
        (STRING, 0) if names(identity) => {
            let [low, high] = LANGUAGE.to_le_bytes();
            Some(vec![4, STRING, low, high])
        }
        (STRING, 1..=3) => string(&identity.strings[usize::from(index) - 1]),
        _ => None,
    }
}

fn names(identity: &Identity) -> bool {
    identity.strings.iter().any(|name| !name.is_empty())
}

fn device(identity: &Identity) -> Vec<u8> {
    let mut bytes = vec![18, DEVICE];
    bytes.extend(identity.usb.to_le_bytes());
    bytes.extend([0, 0, 0, 64]);
    for id in [identity.vendor, identity.product, identity.release] {
        bytes.extend(id.to_le_bytes());
    }
    for (index, name) in (1..).zip(&identity.strings) {
        bytes.push(if name.is_empty() { 0 } else { index });
    }
    bytes.push(1);
    bytes
}

/// One configuration, one interface, a bulk endpoint each way.
fn configuration(identity: &Identity) -> Vec<u8> {
    let [class, subclass, protocol] = identity.class;
    let mut bytes = vec![9, CONFIGURATION, 32, 0, 1, 1, 0, 0x80, 75];
    bytes.extend([9, INTERFACE, 0, 0, 2, class, subclass, protocol, 0]);
    for endpoint in [identity.out, identity.r#in] {
        let [low, high] = (identity.max_packet as u16).to_le_bytes();
        bytes.extend([7, ENDPOINT, endpoint, 2, low, high, 0]);
    }
    bytes
}

/// What it would be at full speed.
fn qualifier(identity: &Identity) -> Vec<u8> {
    let [low, high] = identity.usb.to_le_bytes();
    vec![10, QUALIFIER, low, high, 0, 0, 0, 64, 1, 0]
}

fn string(text: &str) -> Option<Vec<u8>> {
    if text.is_empty() {
        return None;
    }
    let units: Vec<u8> = text.encode_utf16().take(126).flat_map(u16::to_le_bytes).collect();
    let mut bytes = vec![units.len() as u8 + 2, STRING];
    bytes.extend(units);
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn board() -> Identity {
        Identity {
            usb: 0x0200,
            vendor: 0x1f3a,
            product: 0xefe8,
            release: 0x02b3,
            class: [0xff; 3],
            strings: [String::new(), "µROM".into(), String::new()],
            out: 0x01,
            r#in: 0x82,
            max_packet: 512,
        }
    }

    fn get(kind: u8, index: u8) -> Option<Standard> {
        let value = u16::from_le_bytes([index, kind]);
        answer(&board(), Setup { request_type: 0x80, request: 6, value, index: 0 })
    }

    #[test]
    fn descriptors_have_the_lengths_that_they_state() {
        for kind in [DEVICE, CONFIGURATION, QUALIFIER] {
            let Some(Standard::Data(bytes)) = get(kind, 0) else { panic!("no descriptor {kind}") };
            let stated = if kind == CONFIGURATION { bytes[2] } else { bytes[0] };
            assert_eq!(usize::from(stated), bytes.len());
        }
        let Some(Standard::Data(device)) = get(DEVICE, 0) else { panic!("no device descriptor") };
        assert_eq!(device[8..], [0x3a, 0x1f, 0xe8, 0xef, 0xb3, 0x02, 0, 2, 0, 1]);
    }

    #[test]
    fn strings_are_utf_16_and_those_that_are_not_there_stall() {
        assert_eq!(
            get(STRING, 2),
            Some(Standard::Data(vec![10, 3, 0xb5, 0, b'R', 0, b'O', 0, b'M', 0]))
        );
        assert_eq!(get(STRING, 1), Some(Standard::Stall));
        assert_eq!(get(STRING, 9), Some(Standard::Stall));
    }

    #[test]
    fn a_halt_is_ended_on_the_pipe_that_is_meant() {
        let clear =
            |index| answer(&board(), Setup { request_type: 2, request: 1, value: 0, index });
        assert_eq!(clear(0x01), Some(Standard::ClearHalt(Pipe::Out)));
        assert_eq!(clear(0x82), Some(Standard::ClearHalt(Pipe::In)));
        assert_eq!(clear(0x83), Some(Standard::Stall));
    }

    #[test]
    fn a_vendors_request_is_the_boards_own() {
        let setup = Setup { request_type: 0x40, request: 6, value: 0, index: 0 };
        assert_eq!(answer(&board(), setup), None);
    }
}
