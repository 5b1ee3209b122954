//! FEL: a message is a request, with its data and its status.

use std::slice;

use fel::wire::{Awuc, Awus, Command, Direction, Request, Status, Version};
use racklet_flash::transport::{Entry, Transcript};

use crate::{message::Message, payload::Payload};

/// The requests of a session. One that a failed transfer ended says so.
pub(crate) fn messages(transcript: &Transcript) -> Result<Vec<Message>, String> {
    let mut reader = Reader { entries: transcript.entries.iter(), phases: Vec::new() };
    let mut messages = Vec::new();
    while !reader.entries.as_slice().is_empty() {
        let at = transcript.entries.len() - reader.entries.as_slice().len() + 1;
        messages.push(reader.message().map_err(|problem| format!("transfer {at} on: {problem}"))?);
    }
    Ok(messages)
}

/// Why a message is not complete.
enum Stop {
    /// The transfer failed.
    Failed,
    /// That is no FEL.
    Wrong(String),
}

struct Reader<'t> {
    entries: slice::Iter<'t, Entry>,
    /// Of the message that is read.
    phases: Vec<Payload>,
}

impl<'t> Reader<'t> {
    fn message(&mut self) -> Result<Message, String> {
        let mut text = "nothing".to_owned();
        let failed = match self.request(&mut text) {
            Ok(()) => "",
            Err(Stop::Failed) => " failed",
            Err(Stop::Wrong(problem)) => return Err(problem),
        };
        text.push_str(failed);
        Ok(Message { text, phases: std::mem::take(&mut self.phases) })
    }

    fn request(&mut self, text: &mut String) -> Result<(), Stop> {
        self.head(Direction::Write, Request::SIZE as u64)?;
        self.out(Request::SIZE as u64)?;
        let bytes = self.phases[1].bytes().unwrap_or_default();
        let request = Request::from_bytes(bytes).map_err(|error| Stop::Wrong(error.to_string()))?;
        *text = describe(request);
        self.r#in(Awus::SIZE)?;
        let length = u64::from(request.length);
        match request.command {
            Command::VERSION => self.exchange(Direction::Read, Version::SIZE as u64)?,
            Command::READ => self.exchange(Direction::Read, length)?,
            Command::WRITE => {
                self.exchange(Direction::Write, length)?;
                text.push_str(&format!(" crc32={:08x}", self.phases[3].crc()));
            }
            Command::EXECUTE => {}
            Command(other) => return Err(Stop::Wrong(format!("request {other:04x} is unknown"))),
        }
        self.exchange(Direction::Read, Status::SIZE as u64)
    }

    fn exchange(&mut self, direction: Direction, length: u64) -> Result<(), Stop> {
        self.head(direction, length)?;
        match direction {
            Direction::Write => self.out(length)?,
            Direction::Read => self.r#in(length as usize)?,
        }
        self.r#in(Awus::SIZE)
    }

    /// The head of an exchange that moves so much.
    fn head(&mut self, direction: Direction, length: u64) -> Result<(), Stop> {
        self.out(Awuc::SIZE as u64)?;
        let bytes = self.phases.last().and_then(Payload::bytes).unwrap_or_default();
        match Awuc::from_bytes(bytes) {
            Ok(head) if (head.direction, u64::from(head.length)) == (direction, length) => Ok(()),
            Ok(head) => Err(Stop::Wrong(format!("{head:?} in place of {direction:?} {length}"))),
            Err(error) => Err(Stop::Wrong(error.to_string())),
        }
    }

    fn out(&mut self, length: u64) -> Result<(), Stop> {
        self.phases.push(Payload::new());
        loop {
            let entry = self.next()?;
            let phase = self.phases.last_mut().expect("it was pushed above");
            if !phase.append(entry) || phase.length() > length {
                return Err(Stop::Wrong(format!(
                    "`{entry}` in place of {length} bytes to the board"
                )));
            }
            if phase.length() == length {
                return Ok(());
            }
        }
    }

    fn r#in(&mut self, length: usize) -> Result<(), Stop> {
        let mut left = length;
        while left > 0 {
            let entry = self.next()?;
            let Entry::In(bytes) = entry else {
                return Err(Stop::Wrong(format!(
                    "`{entry}` in place of {length} bytes from the board"
                )));
            };
            left = left
                .checked_sub(bytes.len())
                .ok_or_else(|| Stop::Wrong(format!("the board sent more than {length} bytes")))?;
        }
        Ok(())
    }

    fn next(&mut self) -> Result<&'t Entry, Stop> {
        match self.entries.next() {
            Some(Entry::Failed(..)) => Err(Stop::Failed),
            Some(entry) => Ok(entry),
            None => Err(Stop::Wrong("the session ends within a request".into())),
        }
    }
}

fn describe(request: Request) -> String {
    let Request { command, address, length } = request;
    match command {
        Command::VERSION => "version".into(),
        Command::READ => format!("read 0x{address:08x} +{length}"),
        Command::WRITE => format!("write 0x{address:08x} +{length}"),
        _ => format!("exec 0x{address:08x}"),
    }
}
