//! Rockusb: a message is a download to the mask ROM, or a command with its data and its status.
//!
//! Tags are any numbers, and so are the bytes behind the end of a CDB: rkdeveloptool sends random ones. Neither is part
//! of a message.

use std::slice;

use link::Setup;
use racklet_flash::transport::{Entry, Transcript};
use rockusb::wire::{Area, Cbw, Command, Csw, Direction, Malformed, Opcode, PIECE};

use crate::{message::Message, payload::Payload};

/// The messages of a session. One that a failed transfer ended says so.
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
    /// That is no rockusb.
    Wrong(String),
}

impl From<Malformed> for Stop {
    fn from(malformed: Malformed) -> Self {
        Self::Wrong(malformed.to_string())
    }
}

struct Reader<'t> {
    entries: slice::Iter<'t, Entry>,
    /// Of the message that is read.
    phases: Vec<Payload>,
}

impl<'t> Reader<'t> {
    fn message(&mut self) -> Result<Message, String> {
        let mut text = "nothing".to_owned();
        let result = match self.entries.as_slice().first() {
            Some(&Entry::ControlOut(setup, _)) => self.download(setup, &mut text),
            _ => self.command(&mut text),
        };
        match result {
            Ok(()) => {}
            Err(Stop::Failed) => text.push_str(" failed"),
            Err(Stop::Wrong(problem)) => return Err(problem),
        }
        Ok(Message { text, phases: std::mem::take(&mut self.phases) })
    }

    /// All pieces of a blob, with its sum. Another request of one byte follows where the last one was full.
    fn download(&mut self, setup: Setup, text: &mut String) -> Result<(), Stop> {
        let area = Area::of(setup)
            .ok_or_else(|| Stop::Wrong(format!("a control request {setup:?} is none of these")))?;
        *text = format!("download {:#06x}", area as u16);
        self.phases.push(Payload::new());
        loop {
            let piece = match self.next()? {
                Entry::ControlOut(next, piece) if *next == setup => piece,
                entry => return Err(Stop::Wrong(format!("`{entry}` within a download"))),
            };
            let blob = &mut self.phases[0];
            blob.append(&Entry::Out(piece.clone()));
            if piece.len() < PIECE {
                text.push_str(&format!(" +{} crc32={:08x}", blob.length(), blob.crc()));
                return Ok(());
            }
        }
    }

    fn command(&mut self, text: &mut String) -> Result<(), Stop> {
        let bytes = match self.next()? {
            Entry::Out(bytes) => bytes,
            entry => return Err(Stop::Wrong(format!("`{entry}` in place of a command block"))),
        };
        let cbw = plain(Cbw::from_bytes(bytes)?);
        *text = describe(cbw)?;
        let mut head = Payload::new();
        head.append(&Entry::out(&cbw.to_bytes()));
        self.phases.push(head);
        match (cbw.length, cbw.direction) {
            (0, _) => {}
            (length, Direction::Out) => {
                self.out(length.into())?;
                text.push_str(&format!(" crc32={:08x}", self.phases[1].crc()));
            }
            (length, Direction::In) => self.r#in(length as usize)?,
        }
        self.status()
    }

    fn out(&mut self, length: u64) -> Result<(), Stop> {
        self.phases.push(Payload::new());
        while self.phases[1].length() < length {
            let entry = self.next()?;
            if !self.phases[1].append(entry) || self.phases[1].length() > length {
                return Err(Stop::Wrong(format!(
                    "`{entry}` in place of {length} bytes to the board"
                )));
            }
        }
        Ok(())
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

    fn status(&mut self) -> Result<(), Stop> {
        match self.next()? {
            Entry::In(bytes) if Csw::is_one(bytes) => Ok(()),
            entry => Err(Stop::Wrong(format!("`{entry}` in place of a status"))),
        }
    }

    fn next(&mut self) -> Result<&'t Entry, Stop> {
        match self.entries.next() {
            Some(Entry::Failed(..)) => Err(Stop::Failed),
            Some(entry) => Ok(entry),
            None => Err(Stop::Wrong("the session ends within a message".into())),
        }
    }
}

/// A command block without what may be anything: its tag, and what lies behind the end of its CDB.
fn plain(mut cbw: Cbw) -> Cbw {
    cbw.tag = 0;
    cbw.cdb[usize::from(cbw.cdb_length)..].fill(0);
    cbw
}

/// All of it in words; what is not as everybody sends it, in bytes.
fn describe(cbw: Cbw) -> Result<String, Malformed> {
    let command = Command::from_cdb(cbw.lun, cbw.cdb_length, &cbw.cdb)?;
    let mut text = command.opcode.name().to_lowercase().replace(' ', "-");
    let mut word = |is_told: bool, word: String| {
        if is_told {
            text = format!("{text} {word}");
        }
    };
    let moves = command.address != 0 || command.count != 0;
    word(command.subcode != 0, format!("subcode={}", command.subcode));
    word(command.lun != 0, format!("lun={}", command.lun));
    word(moves, format!("{:#010x} +{}", command.address, command.count));
    word(command.parity != 0, format!("parity={:08x}", command.parity));
    let usual = Opcode(cbw.cdb[0]).cdb_length();
    word(cbw.cdb_length != usual, format!("cdb={}", cbw.cdb_length));
    let odd = cbw != command.cbw(0);
    let bytes = cbw.to_bytes().iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    word(odd, format!("cbw={bytes}"));
    Ok(text)
}
