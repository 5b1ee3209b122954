//! Transfers: an URB's way to the device and back.

use std::collections::HashMap;

use super::{
    Error,
    packet::{Event, Kind, Packet},
};

/// An URB that went out and came back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Transfer<'p> {
    /// The record of its submission.
    pub(super) submission: &'p Packet<'p>,
    /// The record of its end.
    pub(super) end: &'p Packet<'p>,
}

impl Transfer<'_> {
    /// Address of the bulk endpoint; none for a control transfer.
    pub(super) fn endpoint(&self) -> Option<u8> {
        (self.submission.kind == Kind::Bulk).then_some(self.submission.endpoint)
    }

    /// Whether it is a control request of USB's own (chapter 9): enumeration, cleared halts.
    pub(super) fn is_standard(&self) -> bool {
        is_standard(self.submission)
    }
}

fn is_standard(submission: &Packet<'_>) -> bool {
    submission.kind == Kind::Control && submission.setup.is_some_and(|setup| setup[0] & 0x60 == 0)
}

/// The transfers of one device, in the order of their submission.
pub(super) fn pair<'p>(
    packets: impl Iterator<Item = &'p Packet<'p>>,
) -> Result<Vec<Transfer<'p>>, Error> {
    let mut begun: Vec<(&Packet<'_>, Option<&Packet<'_>>)> = Vec::new();
    let mut open = HashMap::<u64, usize>::new();
    for packet in packets {
        check_kind(packet)?;
        if packet.event == Event::Submitted {
            if let Some(before) = open.insert(packet.id, begun.len()) {
                return Err(unfinished(begun[before].0));
            }
            begun.push((packet, None));
            continue;
        }
        let index = open.remove(&packet.id).ok_or_else(|| headless(packet))?;
        let (submission, end) = &mut begun[index];
        if (submission.kind, submission.endpoint) != (packet.kind, packet.endpoint) {
            return Err(headless(packet));
        }
        if packet.event == Event::Refused && packet.status >= 0 {
            return Err(packet.wrong("a submission was refused without an error".into()));
        }
        *end = Some(packet);
    }
    let whole = |(submission, end): (&'p Packet<'p>, Option<&'p Packet<'p>>)| match end {
        Some(end) => Some(Ok(Transfer { submission, end })),
        None if is_standard(submission) => None,
        None => Some(Err(unfinished(submission))),
    };
    begun.into_iter().filter_map(whole).collect()
}

fn check_kind(packet: &Packet<'_>) -> Result<(), Error> {
    match packet.kind {
        Kind::Control | Kind::Bulk => Ok(()),
        other => Err(packet.wrong(format!("a transcript has no place for {other:?} transfers"))),
    }
}

fn headless(end: &Packet<'_>) -> Error {
    end.wrong(
        "the submission of this transfer is missing: the capture began too late or lost it".into(),
    )
}

fn unfinished(submission: &Packet<'_>) -> Error {
    submission.wrong(
        "the end of this transfer is missing: the capture stopped too early or lost it".into(),
    )
}
