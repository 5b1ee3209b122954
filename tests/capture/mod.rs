//! Other people's sessions: what Linux's usbmon saw becomes a transcript.
//!
//! Read are pcap (both byte orders; times in microseconds or nanoseconds) as tcpdump writes it and pcapng (both byte
//! orders) as Wireshark does, of the link types 220 (USB_LINUX_MMAPPED, a header of 64 bytes) and 189 (USB_LINUX, 48
//! bytes). Layout: the kernel's `Documentation/usb/usbmon.rst`.
//!
//! What usbmon keeps and what it does not (`drivers/usb/mon/mon_bin.c` of Linux 6.1, `pcap-usb-linux.c` of libpcap
//! 1.10):
//!
//! * Of one URB at most a fifth of the ring is kept (`len_cap` falls short of `length`). The ring has 300 KiB unless
//!   told otherwise, so that is 61 440 bytes.
//! * libpcap sizes the ring by the snapshot length (from 1.10 on, before that not at all): `5 * (snaplen - 64)`, 1200 KiB
//!   at most. `tcpdump -s 0` therefore keeps **245 760** bytes of an URB. `-B` is not looked at.
//! * The kernel takes rings of up to 64 MiB (older ones 1200 KiB) from who asks by MON_IOCT_RING_SIZE; libpcap does
//!   not. sunxi-fel's transfers of 512 KiB are out of its reach.
//! * An event that finds the ring full is lost. A lost half of a transfer is noticed here, and so are the losses that a
//!   pcapng file counts; two lost halves in a pcap file are not: tcpdump must say `0 packets dropped by kernel`.
//! * The pieces of a scatter-gather URB (usbfs makes one of what is longer than 16 KiB) are kept, unless an IOMMU merged
//!   them (`flag_data` is `D`). Of an URB without a buffer that the processor sees (`Z`) nothing is kept.
//! * A cancelled URB does not tell whether its time was up or its user had enough: see `outcome.rs`.

mod descriptor;
mod device;
mod error;
mod fields;
mod file;
mod outcome;
mod packet;
mod transfer;

use link::Pipe;
use racklet_flash::transport::{Endpoints, Transcript};

pub(crate) use device::Address;
pub(crate) use error::Error;

use descriptor::Described;
use transfer::Transfer;

/// What the caller knows of a capture.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Choice {
    /// Which device; without it the only one that has bulk or vendor's control transfers.
    pub(crate) device: Option<Address>,
    /// `idVendor` and `idProduct`, where the device's descriptor is not in the capture.
    pub(crate) ids: Option<(u16, u16)>,
    /// The bulk endpoints, where the configuration's descriptor is not in the capture.
    pub(crate) bulk: Option<Bulk>,
    /// Up to so many bytes a transfer to the board is kept whole, where the transcript's own measure is not to be used:
    /// code of other people's tools, which they upload, is not ours to keep.
    pub(crate) whole: Option<usize>,
}

/// A pair of bulk endpoints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bulk {
    /// Address of the endpoint to the device.
    pub(crate) out: u8,
    /// Address of the endpoint to the host.
    pub(crate) r#in: u8,
    /// `wMaxPacketSize` of both.
    pub(crate) max_packet: usize,
}

/// The session of one device in a capture, in the order of submission and without the requests of USB's own chapter 9.
/// The transcript has no comments yet.
///
/// # Errors
/// Whatever is missing of the session: data that the kernel or the capturing program cut off, a half of a transfer, ids
/// or endpoints that nobody told. A transcript that is given holds all of it.
pub(crate) fn transcript(capture: &[u8], choice: &Choice) -> Result<Transcript, Error> {
    let frames = file::frames(capture)?;
    let packets = frames.iter().map(packet::Packet::parse).collect::<Result<Vec<_>, _>>()?;
    let device = device::find(&packets, choice.device)?;
    let transfers = transfer::pair(packets.iter().filter(|packet| packet.device == device))?;
    let session: Vec<_> = transfers.iter().filter(|transfer| !transfer.is_standard()).collect();
    let endpoints = Described::of(&transfers).endpoints(&session, choice)?;
    let entries = outcome::entries(&session, choice.whole, |transfer| pipe(transfer, &endpoints))?;
    Ok(Transcript { endpoints, comments: Vec::new(), entries })
}

/// The transcript's pipe of a transfer.
fn pipe(transfer: &Transfer<'_>, endpoints: &Endpoints) -> Result<Pipe, Error> {
    match transfer.endpoint() {
        None => Ok(Pipe::Control),
        Some(endpoint) if endpoint == endpoints.out => Ok(Pipe::Out),
        Some(endpoint) if endpoint == endpoints.r#in => Ok(Pipe::In),
        Some(endpoint) => Err(transfer.submission.wrong(format!(
            "endpoint {endpoint:02x} is neither {:02x} nor {:02x}: a transcript has one pair",
            endpoints.out, endpoints.r#in
        ))),
    }
}
