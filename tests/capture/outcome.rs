//! How transfers ended, in the words of a transcript.

use link::{Fault, Pipe};
use racklet_flash::transport::Entry;

use super::{Error, transfer::Transfer};

const ENOENT: i32 = -2;
const ENOMEM: i32 = -12;
const ENODEV: i32 = -19;
const EPIPE: i32 = -32;
const ETIME: i32 = -62;
const EPROTO: i32 = -71;
const EOVERFLOW: i32 = -75;
const EILSEQ: i32 = -84;
const ECONNRESET: i32 = -104;
const ESHUTDOWN: i32 = -108;

/// The entries of a session.
pub(super) fn entries(
    session: &[&Transfer<'_>],
    whole: Option<usize>,
    pipe: impl Fn(&Transfer<'_>) -> Result<Pipe, Error>,
) -> Result<Vec<Entry>, Error> {
    let mut cancelled = [0; 3];
    let mut entries = Vec::with_capacity(session.len());
    for transfer in session {
        let pipe = pipe(transfer)?;
        let last = &mut cancelled[pipe as usize];
        entries.push(match transfer.end.status {
            0 => done(transfer, pipe, whole)?,
            ENOENT | ECONNRESET => Entry::Failed(pipe, cancellation(transfer, last)),
            status => Entry::Failed(pipe, fault(status)),
        });
    }
    Ok(entries)
}

/// libusb's users cancel when the time is up, and take all other open transfers of the pipe back with the one whose
/// time it was: the first timed out, what was open behind it was cancelled. `last` is the record up to which that holds.
fn cancellation(transfer: &Transfer<'_>, last: &mut usize) -> Fault {
    let behind = transfer.submission.number < *last;
    *last = transfer.end.number.max(*last);
    if behind { Fault::Cancelled } else { Fault::TimedOut }
}

fn fault(status: i32) -> Fault {
    match status {
        EPIPE => Fault::Stall,
        ENODEV | ESHUTDOWN => Fault::Gone,
        EOVERFLOW => Fault::Overlong,
        ENOMEM => Fault::NoMemory,
        EPROTO | EILSEQ | ETIME => Fault::Bus,
        other => Fault::Os(other.unsigned_abs()),
    }
}

fn done(transfer: &Transfer<'_>, pipe: Pipe, whole: Option<usize>) -> Result<Entry, Error> {
    let Transfer { submission, end } = transfer;
    Ok(match pipe {
        Pipe::In => Entry::In(end.data()?.to_vec()),
        Pipe::Out => {
            all_taken(transfer, submission.length)?;
            kept(submission.data()?, whole)
        }
        Pipe::Control => {
            let (setup, length) = submission.setup()?;
            if submission.inward() {
                Entry::ControlIn(setup, end.data()?.to_vec())
            } else {
                all_taken(transfer, length)?;
                Entry::ControlOut(setup, submission.data()?.to_vec())
            }
        }
    })
}

/// A transfer to the board, kept whole up to a length; without one, in the form that transcripts have on their own.
fn kept(data: &[u8], whole: Option<usize>) -> Entry {
    match whole {
        None => Entry::out(data),
        Some(whole) if data.len() <= whole => Entry::Out(data.to_vec()),
        Some(_) => Entry::Digest { len: data.len(), crc: crc32fast::hash(data) },
    }
}

/// A transcript says of what went out that it was taken.
fn all_taken(transfer: &Transfer<'_>, length: usize) -> Result<(), Error> {
    let Transfer { submission, end } = transfer;
    if submission.length == length && end.length == length {
        return Ok(());
    }
    Err(end.wrong(format!("the device took {} of {length} bytes", end.length)))
}
