//! Running the machines over a line.

use alloc::{boxed::Box, collections::VecDeque, format, string::String, vec, vec::Vec};
use core::{fmt, time::Duration};

use link::{ByteLink, Classify, Code, IoError, LineError, Meaning, Sink, Source, StepId, Watch};

use crate::{
    Action, Event, Failure, Frame, Heard, Receiver, Sender,
    wire::{self, ACK, CAN, Check, EOT, FileInfo, NAK, NameTooLong, PAD},
};

/// Longer than any frame takes at 9600 baud, twice.
const FRAME: Duration = Duration::from_secs(3);
/// The longest look at a line on which nothing has been asked for, before the user's wish to stop is looked for.
const LOOK: Duration = Duration::from_millis(200);
/// Bytes read at once.
const PIECE: usize = 4096;
/// Bytes of text that are kept of each kind. A board that sends without end costs no more memory than this.
const KEPT: usize = 64 << 10;
/// Bytes that are heard after a frame's time has passed before the sender is told so. A drip renews no deadline.
const LATE: usize = 1024;
/// How often the user is told what is waited for.
const TOLD: Duration = Duration::from_secs(5);

/// A file to send.
pub struct File<'a> {
    /// The name that YMODEM tells.
    pub name: String,
    /// Its bytes.
    pub source: &'a mut dyn Source,
}

/// Where the bytes of the next file go; XMODEM announces nothing of it.
pub type Begin<'b> = dyn FnMut(Option<&FileInfo>) -> Result<Box<dyn Sink>, IoError> + 'b;

/// Why a transfer failed.
#[derive(Debug)]
pub enum Error {
    /// The line failed.
    Line(LineError),
    /// The file failed.
    Io(IoError),
    /// Its name cannot be told.
    Name(NameTooLong),
    /// The transfer failed.
    Failed(Failure),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(error) => error.fmt(f),
            Self::Io(error) => error.fmt(f),
            Self::Name(error) => error.fmt(f),
            Self::Failed(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for Error {}

impl Classify for Error {
    fn meaning(&self) -> Meaning {
        match self {
            Self::Line(error) => error.meaning(),
            Self::Io(_) => Meaning::failed(Code::FILE),
            Self::Name(_) => Meaning::input(Code::INPUT),
            Self::Failed(failure) => Meaning::failed(failure.code()),
        }
    }

    fn of_file(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Io(error) => Some(&**error),
            _ => None,
        }
    }
}

impl From<LineError> for Error {
    fn from(error: LineError) -> Self {
        Self::Line(error)
    }
}

/// How a transfer ended that went well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Whether the receiver said that it has everything. If not it has gone on to other things, and what it says next
    /// tells.
    pub confirmed: bool,
}

/// What a board says besides, as a terminal would show it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Until the last frame went out: banners, polls.
    pub before: Vec<u8>,
    /// Since then: what the board says of the transfer.
    pub since: Vec<u8>,
}

/// What the user is told, as steps: first what is waited for, with the seconds left, then what is sent. No transfer is
/// shown before the other side has asked for one.
#[derive(Clone, Copy, Debug)]
pub struct Announce<'t> {
    /// What kind of step it is.
    pub step: StepId,
    /// What is waited for, and what to do for it.
    pub waiting: &'t str,
    /// The transfer.
    pub sending: &'t str,
}

/// As [`send`], and the user is told what goes on.
///
/// # Errors
/// When the line or a file fails, and when the receiver gives up or is not there.
pub fn send_announced(
    link: &mut dyn ByteLink,
    sender: &mut Sender,
    files: &mut [File<'_>],
    text: &mut Text,
    watch: &mut dyn Watch,
    announce: Announce<'_>,
) -> Result<Sent, Error> {
    start(link, sender, files, text, watch, Some(announce))
}

/// Sends `files` (one for XMODEM). `text.since` holds what has just been heard and not been understood, perhaps the first
/// poll.
///
/// # Errors
/// When the line or a file fails, and when the receiver gives up or is not there.
pub fn send(
    link: &mut dyn ByteLink,
    sender: &mut Sender,
    files: &mut [File<'_>],
    text: &mut Text,
    watch: &mut dyn Watch,
) -> Result<Sent, Error> {
    start(link, sender, files, text, watch, None)
}

fn start(
    link: &mut dyn ByteLink,
    sender: &mut Sender,
    files: &mut [File<'_>],
    text: &mut Text,
    watch: &mut dyn Watch,
    announce: Option<Announce<'_>>,
) -> Result<Sent, Error> {
    sender.at(link.baud());
    let pending = text.since.drain(..).collect();
    let mut run = Run { link, now: Duration::ZERO, late: 0, pending, text };
    let outcome =
        run.send(sender, files, &mut Told { watch, announce, next: Some(Duration::ZERO) });
    if !matches!(
        outcome,
        Ok(_) | Err(Error::Line(LineError::Gone) | Error::Failed(Failure::Spoke { .. }))
    ) {
        // What went wrong is reported; that the board could not be told so is not worse.
        let _ = run.link.write(&vec![CAN; sender.profile().cancels], FRAME);
    }
    run.rest();
    outcome
}

/// Receives one file (XMODEM) or all that come (YMODEM). `begin` is called with each file's announcement.
///
/// # Errors
/// When the line or a sink fails, and when the sender gives up or is not there.
pub fn receive(
    link: &mut dyn ByteLink,
    receiver: &mut Receiver,
    begin: &mut Begin<'_>,
    watch: &mut dyn Watch,
) -> Result<(), Error> {
    let mut text = Text::default();
    let mut run =
        Run { link, now: Duration::ZERO, late: 0, pending: VecDeque::new(), text: &mut text };
    let mut sink = None;
    let mut event = Event::Time;
    loop {
        let reply = receiver.on(event, run.now);
        if !reply.send.is_empty() {
            run.link.write(&reply.send, FRAME)?;
        }
        for heard in reply.heard {
            match heard {
                Heard::File(info) => sink = Some(begin(Some(&info)).map_err(Error::Io)?),
                Heard::Data(data) => {
                    let sink = match &mut sink {
                        Some(sink) => sink,
                        none => none.insert(begin(None).map_err(Error::Io)?),
                    };
                    sink.write(&data).map_err(Error::Io)?;
                    watch.advance(data.len() as u64);
                }
                Heard::End => return Ok(()),
                Heard::Failed(failure) => return Err(Error::Failed(failure)),
            }
        }
        event = run.listen(receiver.deadline().unwrap_or(run.now + FRAME))?;
    }
}

struct Run<'a> {
    link: &'a mut dyn ByteLink,
    /// The time that reads took: all the time there is.
    now: Duration,
    /// Bytes that were heard after the present frame's time had passed.
    late: usize,
    pending: VecDeque<u8>,
    text: &'a mut Text,
}

/// What the user has been told.
struct Told<'w, 't> {
    watch: &'w mut dyn Watch,
    announce: Option<Announce<'t>>,
    /// When the seconds left are told next; `None` once the receiver has asked.
    next: Option<Duration>,
}

impl Told<'_, '_> {
    fn tell(&mut self, sender: &Sender, now: Duration, files: &[File<'_>]) {
        let (Some(announce), Some(next)) = (self.announce, self.next) else { return };
        if sender.begun() {
            self.next = None;
            let bytes = files.iter().map(|file| file.source.size()).sum();
            self.watch.step(announce.step, announce.sending, bytes);
        } else if now >= next {
            self.next = Some(next + TOLD);
            // What is left is told as whole seconds, rounded up.
            let left = sender.left(now).as_millis().div_ceil(1000);
            let label = format!("{} ({left} s left)", announce.waiting);
            self.watch.step(announce.step, &label, 0);
        }
    }
}

impl Run<'_> {
    fn send(
        &mut self,
        sender: &mut Sender,
        files: &mut [File<'_>],
        told: &mut Told<'_, '_>,
    ) -> Result<Sent, Error> {
        let (mut event, mut taken) = (Event::Time, sender.taken());
        loop {
            let action = sender.on(event, self.now);
            told.tell(sender, self.now, files);
            if sender.taken() > taken {
                told.watch.advance(sender.taken() - taken);
                taken = sender.taken();
            }
            event = match action {
                Action::Wait(until) => self.listen_for(until, sender)?,
                Action::Send(frame) => {
                    if sender.profile().cancels > 0 {
                        self.link.pause(Duration::ZERO)?;
                    }
                    self.transmit(frame, files)?;
                    Event::Sent
                }
                Action::Finished { confirmed } => return Ok(Sent { confirmed }),
                Action::Failed(failure) => return Err(Error::Failed(failure)),
            };
        }
    }

    /// The same for a sender that may wait long for the receiver to ask: nothing has begun yet that a stop could harm.
    fn listen_for(&mut self, until: Duration, sender: &Sender) -> Result<Event, Error> {
        if sender.begun() {
            return self.listen(until);
        }
        let event = self.listen(until.min(self.now + LOOK))?;
        self.link.pause(Duration::ZERO)?;
        Ok(event)
    }

    /// One byte, or that the time has come.
    fn listen(&mut self, until: Duration) -> Result<Event, Error> {
        if self.pending.is_empty() {
            let mut buf = [0; PIECE];
            let heard = self.link.read(&mut buf, until.saturating_sub(self.now))?;
            self.now += counted(heard, self.link.baud());
            self.pending.extend(&buf[..heard.count]);
        }
        self.late = if self.now < until { 0 } else { self.late + 1 };
        if self.late > LATE {
            self.late = 0;
            return Ok(Event::Time);
        }
        let Some(byte) = self.pending.pop_front() else { return Ok(Event::Time) };
        self.overhear(byte);
        Ok(Event::Byte(byte))
    }

    fn overhear(&mut self, byte: u8) {
        if !matches!(byte, ACK | NAK | CAN) {
            keep(&mut self.text.since, &[byte]);
        }
    }

    /// What was read and belongs to the next reader.
    fn rest(&mut self) {
        while let Some(byte) = self.pending.pop_front() {
            self.overhear(byte);
        }
    }

    /// Sends a frame in one piece. What came before it cannot be an answer to it.
    fn transmit(&mut self, frame: Frame, files: &mut [File<'_>]) -> Result<(), Error> {
        let bytes = encode(frame, files)?;
        self.rest();
        self.late = 0;
        let since = core::mem::take(&mut self.text.since);
        keep(&mut self.text.before, &since);
        Ok(self.link.write(&bytes, FRAME)?)
    }
}

/// The time that a read counts for. No line brings bytes faster than its rate, so a flood does not stop the clock. Half of
/// that is counted, as bytes may have waited in the computer.
pub fn counted(heard: link::Heard, baud: u32) -> Duration {
    let count = u32::try_from(heard.count).unwrap_or(u32::MAX);
    heard.waited.max(link::line::byte_time(baud).saturating_mul(count) / 2)
}

/// Adds to text of which only the end is kept.
fn keep(text: &mut Vec<u8>, bytes: &[u8]) {
    text.extend(bytes);
    if text.len() > KEPT * 2 {
        text.drain(..text.len() - KEPT);
    }
}

/// The bytes of a frame.
///
/// # Errors
/// When the file cannot be read, and when its name does not fit.
pub fn encode(frame: Frame, files: &mut [File<'_>]) -> Result<Vec<u8>, Error> {
    match frame {
        Frame::Eot => Ok(vec![EOT]),
        Frame::End(check) => Ok(wire::block(0, &[0; wire::SHORT], check)),
        Frame::Header { file, check } => header(&files[file], check).map_err(Error::Name),
        Frame::Block(block) => {
            let source = &mut *files[block.file].source;
            let mut data = vec![PAD; block.length];
            let rest = source.size().saturating_sub(block.offset);
            let count = usize::try_from(rest).unwrap_or(usize::MAX).min(block.length);
            source.read_at(block.offset, &mut data[..count]).map_err(Error::Io)?;
            Ok(wire::block(block.number, &data, block.check))
        }
    }
}

fn header(file: &File<'_>, check: Check) -> Result<Vec<u8>, NameTooLong> {
    let info = FileInfo { name: file.name.clone(), size: Some(file.source.size()) };
    Ok(wire::block(0, &info.to_block()?, check))
}
