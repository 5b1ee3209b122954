//! The bytes of USB/IP, protocol version 1.1.1, as the kernel's `Documentation/usb/usbip_protocol.rst` lays them out. All
//! numbers are big-endian, but for the eight bytes of a setup packet.

use link::{Setup, device::Identity};

/// Protocol version of every OP message.
const VERSION: u16 = 0x0111;
const REQ_DEVLIST: u16 = 0x8005;
const REP_DEVLIST: u16 = 0x0005;
const REQ_IMPORT: u16 = 0x8003;
const REP_IMPORT: u16 = 0x0003;

const CMD_SUBMIT: u32 = 1;
const CMD_UNLINK: u32 = 2;
const RET_SUBMIT: u32 = 3;
const RET_UNLINK: u32 = 4;

/// The longest transfer that is taken: eight times what usbfs grants a whole machine by default.
pub(super) const LONGEST: u32 = 128 << 20;

/// Bytes that are not USB/IP, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Malformed(pub(super) &'static str);

/// What a client wants that has not imported a board yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Op {
    /// Which boards there are.
    List,
    /// The board with the bus id that follows, in [`BUS_ID`] bytes.
    Import,
}

/// Bytes of an OP message's head.
pub(super) const OP: usize = 8;
/// Bytes of a bus id.
pub(super) const BUS_ID: usize = 32;

impl Op {
    pub(super) fn from_bytes(bytes: [u8; OP]) -> Result<Self, Malformed> {
        let [v0, v1, c0, c1, ..] = bytes;
        match (u16::from_be_bytes([v0, v1]), u16::from_be_bytes([c0, c1])) {
            (VERSION, REQ_DEVLIST) => Ok(Self::List),
            (VERSION, REQ_IMPORT) => Ok(Self::Import),
            (VERSION, _) => Err(Malformed("a request that USB/IP does not have")),
            _ => Err(Malformed("not USB/IP 1.1.1")),
        }
    }
}

/// The name in the bytes of a bus id.
pub(super) fn bus_id(bytes: &[u8; BUS_ID]) -> String {
    let name = bytes.split(|&byte| byte == 0).next().unwrap_or_default();
    String::from_utf8_lossy(name).into_owned()
}

/// Why a board cannot be imported: `op_common.status` of the kernel's tools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub(super) enum Status {
    Ok = 0,
    Busy = 2,
    NoDevice = 4,
}

fn op(code: u16, status: Status) -> Vec<u8> {
    let mut bytes = Vec::from(VERSION.to_be_bytes());
    bytes.extend(code.to_be_bytes());
    bytes.extend((status as u32).to_be_bytes());
    bytes
}

/// Speeds as USB/IP counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub(super) enum Speed {
    Full = 2,
    High = 3,
}

impl Speed {
    pub(super) fn of(identity: &Identity) -> Self {
        if identity.max_packet < 512 { Self::Full } else { Self::High }
    }
}

/// A board as it is offered.
pub(super) struct Offer<'o> {
    pub(super) bus_id: &'o str,
    pub(super) bus: u32,
    pub(super) address: u32,
    pub(super) identity: &'o Identity,
}

impl Offer<'_> {
    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = padded(&format!("/sys/devices/virtual/{}", self.bus_id), 256);
        bytes.extend(padded(self.bus_id, BUS_ID));
        for number in [self.bus, self.address, Speed::of(self.identity) as u32] {
            bytes.extend(number.to_be_bytes());
        }
        let Identity { vendor, product, release, .. } = *self.identity;
        for id in [vendor, product, release] {
            bytes.extend(id.to_be_bytes());
        }
        // Class, subclass and protocol are the interface's; configuration 1 of 1, with 1 interface.
        bytes.extend([0, 0, 0, 1, 1, 1]);
        bytes
    }
}

fn padded(text: &str, size: usize) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    bytes.resize(size, 0);
    bytes
}

/// The answer to [`Op::List`].
pub(super) fn device_list(offers: &[Offer<'_>]) -> Vec<u8> {
    let mut bytes = op(REP_DEVLIST, Status::Ok);
    bytes.extend((offers.len() as u32).to_be_bytes());
    for offer in offers {
        bytes.extend(offer.to_bytes());
        bytes.extend(offer.identity.class);
        bytes.push(0);
    }
    bytes
}

/// The answer to [`Op::Import`].
pub(super) fn import(offer: Result<Offer<'_>, Status>) -> Vec<u8> {
    match offer {
        Err(status) => op(REP_IMPORT, status),
        Ok(offer) => [op(REP_IMPORT, Status::Ok), offer.to_bytes()].concat(),
    }
}

/// Bytes of the head of every message of an imported board.
pub(super) const HEAD: usize = 48;

/// A transfer that the kernel hands over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Submit {
    /// What it is called in its answer and by an unlink.
    pub(super) id: u32,
    /// Number of the endpoint, without its direction.
    pub(super) endpoint: u8,
    pub(super) inward: bool,
    /// Bytes of the data that follows, or room for what comes.
    pub(super) length: u32,
    /// `URB_SHORT_NOT_OK`: an end before that room is full is an error.
    pub(super) whole: bool,
    /// `URB_ZERO_PACKET`: a zero-length packet follows data of whole packets.
    pub(super) zero: bool,
    pub(super) setup: Setup,
}

const URB_SHORT_NOT_OK: u32 = 0x01;
const URB_ZERO_PACKET: u32 = 0x40;

/// What the kernel asks of an imported board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// A transfer; the data of one to the board follows.
    Submit(Submit),
    /// A transfer is to be taken back.
    Unlink { id: u32, victim: u32 },
}

impl Command {
    pub(super) fn from_bytes(bytes: &[u8; HEAD]) -> Result<Self, Malformed> {
        let word = |at: usize| {
            u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
        };
        let id = word(4);
        match word(0) {
            CMD_UNLINK => Ok(Self::Unlink { id, victim: word(20) }),
            CMD_SUBMIT => {
                let (direction, endpoint, length, packets) =
                    (word(12), word(16), word(24), word(32));
                if direction > 1 || endpoint > 15 {
                    return Err(Malformed("a transfer of an endpoint that USB does not have"));
                }
                if length > LONGEST {
                    return Err(Malformed("a transfer that is too long"));
                }
                // Bulk and control transfers say 0 or, by the protocol's letter, 0xffffffff.
                if packets != 0 && packets != u32::MAX {
                    return Err(Malformed("an isochronous transfer, which no mask ROM has"));
                }
                let flags = word(20);
                let (whole, zero) = (flags & URB_SHORT_NOT_OK != 0, flags & URB_ZERO_PACKET != 0);
                let setup = setup(&bytes[40..48]);
                Ok(Self::Submit(Submit {
                    id,
                    endpoint: endpoint as u8,
                    inward: direction == 1,
                    length,
                    whole,
                    zero,
                    setup,
                }))
            }
            _ => Err(Malformed("neither a transfer nor an unlink")),
        }
    }
}

/// Reads what the control pipe's setup packet says; its length is the transfer's.
fn setup(bytes: &[u8]) -> Setup {
    let half = |at: usize| u16::from_le_bytes([bytes[at], bytes[at + 1]]);
    Setup { request_type: bytes[0], request: bytes[1], value: half(2), index: half(4) }
}

fn head(command: u32, id: u32, words: [u32; 2]) -> [u8; HEAD] {
    let mut bytes = [0; HEAD];
    bytes[..4].copy_from_slice(&command.to_be_bytes());
    bytes[4..8].copy_from_slice(&id.to_be_bytes());
    bytes[20..24].copy_from_slice(&words[0].to_be_bytes());
    bytes[24..28].copy_from_slice(&words[1].to_be_bytes());
    bytes
}

/// How a transfer ended; the data of one from the board follows.
pub(super) fn submitted(id: u32, status: i32, moved: u32) -> [u8; HEAD] {
    head(RET_SUBMIT, id, [status as u32, moved])
}

/// How an unlink ended: -ECONNRESET, or 0 where the transfer was over already.
pub(super) fn unlinked(id: u32, status: i32) -> [u8; HEAD] {
    head(RET_UNLINK, id, [status as u32, 0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// CMD_SUBMIT of a 32-byte bulk transfer to endpoint 1, written down from the protocol's document.
    fn submit() -> [u8; HEAD] {
        let mut bytes = [0; HEAD];
        bytes[3] = 1;
        bytes[7] = 9;
        bytes[19] = 1;
        bytes[27] = 32;
        bytes
    }

    #[test]
    fn a_submit_reads_as_the_document_lays_it_out() {
        let command = Command::from_bytes(&submit()).expect("sound");
        let setup = Setup { request_type: 0, request: 0, value: 0, index: 0 };
        assert_eq!(
            command,
            Command::Submit(Submit {
                id: 9,
                endpoint: 1,
                inward: false,
                length: 32,
                whole: false,
                zero: false,
                setup
            })
        );
    }

    #[test]
    fn what_no_board_has_is_refused() {
        for (at, value, says) in [
            (3, 7, "neither"),
            (15, 2, "endpoint"),
            (19, 16, "endpoint"),
            (24, 0xff, "too long"),
            (35, 1, "isochronous"),
        ] {
            let mut bytes = submit();
            bytes[at] = value;
            let Malformed(text) = Command::from_bytes(&bytes).expect_err("malformed");
            assert!(text.contains(says), "{text}");
        }
    }

    #[test]
    fn answers_have_the_sizes_that_clients_read() {
        let identity =
            Identity { vendor: 0x1f3a, product: 0xefe8, max_packet: 64, ..Identity::default() };
        let offer = || Offer { bus_id: "1-4", bus: 1, address: 2, identity: &identity };
        assert_eq!(device_list(&[offer(), offer()]).len(), 12 + 2 * (312 + 4));
        let import = import(Ok(offer()));
        assert_eq!(import.len(), 8 + 312);
        assert_eq!(import[8 + 256..][..4], *b"1-4\0");
        assert_eq!(import[8 + 256 + 32 + 8..][..8], [0, 0, 0, 2, 0x1f, 0x3a, 0xef, 0xe8]);
        assert_eq!(super::import(Err(Status::NoDevice)), [1, 0x11, 0, 3, 0, 0, 0, 4]);
    }

    #[test]
    fn an_end_says_how_and_how_much() {
        let bytes = submitted(9, -32, 5);
        assert_eq!((bytes[3], bytes[7]), (3, 9));
        assert_eq!(bytes[20..28], [0xff, 0xff, 0xff, 0xe0, 0, 0, 0, 5]);
        assert_eq!((unlinked(3, 0)[3], unlinked(3, 0)[7]), (4, 3));
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_parsers_panic(head in prop::array::uniform32(any::<u8>()), tail in prop::array::uniform16(any::<u8>()), kind in 0u8..4) {
            let mut bytes = [0; HEAD];
            bytes[..32].copy_from_slice(&head);
            bytes[32..].copy_from_slice(&tail);
            bytes[..4].copy_from_slice(&[0, 0, 0, kind]);
            if let Ok(Command::Submit(Submit { length, endpoint, .. })) = Command::from_bytes(&bytes) {
                prop_assert!(length <= LONGEST && endpoint < 16);
            }
            let _ = Op::from_bytes([head[0], head[1], head[2], head[3], 0, 0, 0, 0]);
            let _ = bus_id(&head);
        }
    }
}
