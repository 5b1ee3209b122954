//! Which of the devices in a capture is meant.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    str::FromStr,
};

use super::{
    Error,
    packet::{Kind, Packet},
};

/// Bits of `bmRequestType` that say whose request it is, and the value for the vendor's.
const REQUEST_KIND: u8 = 0x60;
const VENDOR: u8 = 0x40;

/// A device's place in a capture: `BUS:DEVICE`, decimal, as `lsusb` prints it. Another one after each reset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Address {
    /// The bus.
    pub(crate) bus: u16,
    /// The address on it.
    pub(crate) device: u8,
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:03}:{:03}", self.bus, self.device)
    }
}

impl FromStr for Address {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers = text.split_once(':').and_then(|(bus, device)| {
            Some(Self { bus: bus.parse().ok()?, device: device.parse().ok()? })
        });
        numbers.ok_or_else(|| format!("`{text}` is not BUS:DEVICE, two decimal numbers"))
    }
}

/// The device that the caller named, or the only one that somebody spoke to: with bulk transfers, or with control
/// requests of the vendor's. Hubs have neither.
pub(super) fn find(packets: &[Packet<'_>], wanted: Option<Address>) -> Result<Address, Error> {
    let mut counts = BTreeMap::<Address, usize>::new();
    packets.iter().for_each(|packet| *counts.entry(packet.device).or_default() += 1);
    if let Some(wanted) = wanted {
        return match counts.contains_key(&wanted) {
            true => Ok(wanted),
            false => Err(Error::Choice(format!("there is no {wanted} among {}", list(&counts)))),
        };
    }
    let spoken: BTreeSet<_> =
        packets.iter().filter(|packet| is_spoken_to(packet)).map(|packet| packet.device).collect();
    let mut candidates = spoken.iter();
    match (candidates.next(), candidates.next()) {
        (Some(only), None) => Ok(*only),
        (None, _) => Err(Error::Choice(format!(
            "no device has bulk or vendor's control transfers; there are {}",
            list(&counts)
        ))),
        _ => {
            counts.retain(|device, _| spoken.contains(device));
            Err(Error::Choice(format!("say which device: {}", list(&counts))))
        }
    }
}

fn is_spoken_to(packet: &Packet<'_>) -> bool {
    let is_vendors = |setup: [u8; 8]| setup[0] & REQUEST_KIND == VENDOR;
    packet.kind == Kind::Bulk || packet.setup.is_some_and(is_vendors)
}

fn list(counts: &BTreeMap<Address, usize>) -> String {
    if counts.is_empty() {
        return "no records at all".into();
    }
    let devices = counts.iter().map(|(device, count)| format!("{device} ({count} records)"));
    devices.collect::<Vec<_>>().join(", ")
}
