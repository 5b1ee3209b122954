//! What a device said of itself during enumeration.

use std::collections::BTreeSet;

use racklet_flash::transport::{Endpoints, Transcript};

use super::{Bulk, Choice, Error, transfer::Transfer};

/// Standard request GET_DESCRIPTOR of the device.
const GET_DESCRIPTOR: [u8; 2] = [0x80, 6];
const DEVICE: u8 = 1;
const CONFIGURATION: u8 = 2;
const ENDPOINT: u8 = 5;

/// Address and `wMaxPacketSize` of a bulk endpoint.
type Endpoint = (u8, usize);

/// What the capture tells; each may be missing.
#[derive(Debug, Default)]
pub(super) struct Described {
    ids: Option<(u16, u16)>,
    bulk: Vec<Endpoint>,
}

impl Described {
    pub(super) fn of(transfers: &[Transfer<'_>]) -> Self {
        let mut described = Self::default();
        for (kind, data) in transfers.iter().filter_map(answer) {
            match kind {
                DEVICE => described.ids = ids(data).or(described.ids),
                CONFIGURATION => described.bulk.extend(bulk_endpoints(data)),
                _ => {}
            }
        }
        described
    }

    /// Who is spoken to: from the capture or else from the caller, who may not contradict it.
    pub(super) fn endpoints(
        &self,
        session: &[&Transfer<'_>],
        choice: &Choice,
    ) -> Result<Endpoints, Error> {
        let text = |(vendor, product)| format!("{vendor:04x}:{product:04x}");
        let (vendor, product) = one("the ids", self.ids, choice.ids, text)?;
        let used = session.iter().filter_map(|transfer| transfer.endpoint()).collect();
        let text = |bulk: Bulk| format!("{:02x}:{:02x}:{}", bulk.out, bulk.r#in, bulk.max_packet);
        let bulk = one("the bulk endpoints", self.pair(&used), choice.bulk, text)?;
        let Bulk { out, r#in, max_packet } = bulk;
        let endpoints = Endpoints { vendor, product, out, r#in, max_packet };
        match Transcript::parse(&endpoints.to_string()) {
            Ok(_) => Ok(endpoints),
            Err(_) => Err(Error::Choice(format!("bulk packets are never {max_packet} bytes long"))),
        }
    }

    /// The endpoints that are used; where none is, the last that is described, as hosts take them.
    fn pair(&self, used: &BTreeSet<u8>) -> Option<Bulk> {
        let find = |inward: bool| {
            let fits = |(address, _): &&Endpoint| (address & 0x80 != 0) == inward;
            let candidates = || self.bulk.iter().rev().filter(fits);
            candidates().find(|(address, _)| used.contains(address)).or_else(|| candidates().next())
        };
        let (&(out, _), &(r#in, max_packet)) = (find(false)?, find(true)?);
        Some(Bulk { out, r#in, max_packet })
    }
}

fn one<T: Copy + PartialEq>(
    what: &str,
    captured: Option<T>,
    told: Option<T>,
    text: impl Fn(T) -> String,
) -> Result<T, Error> {
    match (captured, told) {
        (Some(captured), Some(told)) if captured != told => Err(Error::Choice(format!(
            "{what} in the capture are {}, not {}",
            text(captured),
            text(told)
        ))),
        (Some(value), _) | (None, Some(value)) => Ok(value),
        (None, None) => Err(Error::Choice(format!(
            "{what} are not in the capture, which began after the device was plugged in: say what they are"
        ))),
    }
}

/// Type and content of a descriptor that the device was asked for.
fn answer<'p>(transfer: &Transfer<'p>) -> Option<(u8, &'p [u8])> {
    let setup = transfer.submission.setup.filter(|setup| setup[..2] == GET_DESCRIPTOR)?;
    let data = transfer.end.data().ok().filter(|_| transfer.end.status == 0)?;
    Some((setup[3], data))
}

fn ids(descriptor: &[u8]) -> Option<(u16, u16)> {
    let word =
        |at: usize| Some(u16::from_le_bytes([*descriptor.get(at)?, *descriptor.get(at + 1)?]));
    Some((word(8)?, word(10)?))
}

/// The bulk endpoints of a configuration, whichever interface and setting they are in.
fn bulk_endpoints(mut rest: &[u8]) -> Vec<Endpoint> {
    let mut endpoints = Vec::new();
    while let Some((descriptor, behind)) =
        rest.first().and_then(|&length| rest.split_at_checked(length.max(2).into()))
    {
        if let [_, ENDPOINT, address, attributes, size0, size1, ..] = *descriptor
            && attributes & 3 == 2
        {
            endpoints.push((address, usize::from(u16::from_le_bytes([size0, size1]) & 0x7ff)));
        }
        rest = behind;
    }
    endpoints
}
