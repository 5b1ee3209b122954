//! Optimus: a message is a request with its data, and with the bulk transfers that it announces.
//!
//! Requests that write memory piece by piece, each behind the one before, are one message. In how large pieces is told
//! where the board is told it (`block=`).

use std::slice;

use amlogic::optimus::wire::{CONTROL_PIECE, Large, Malformed, Request, Verdict};
use link::Setup;
use racklet_flash::transport::{Entry, Transcript};

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
    /// That is no Optimus.
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
        match self.request(&mut text) {
            Ok(()) => {}
            Err(Stop::Failed) => text.push_str(" failed"),
            Err(Stop::Wrong(problem)) => return Err(problem),
        }
        Ok(Message { text, phases: std::mem::take(&mut self.phases) })
    }

    fn request(&mut self, text: &mut String) -> Result<(), Stop> {
        match self.next()? {
            Entry::ControlIn(setup, bytes) => {
                *text = match known(*setup)? {
                    Request::ReadMem(address) => format!("read {address:#010x} +{}", bytes.len()),
                    request => words(request),
                };
                Ok(())
            }
            Entry::ControlOut(setup, data) => self.outward(known(*setup)?, data, text),
            entry => Err(Stop::Wrong(format!("`{entry}` in place of a request"))),
        }
    }

    fn outward(&mut self, request: Request, data: &'t [u8], text: &mut String) -> Result<(), Stop> {
        *text = words(request);
        match request {
            Request::WriteMem(address) => self.write(address, data, text),
            Request::WriteLarge { block, .. } => self.large(request, block, data, text),
            Request::ReadLarge { block, .. } => {
                let large = Large::from_bytes(data)?;
                *text =
                    format!("read-large {:#010x} +{} block={block}", large.address, large.total);
                self.r#in(large.total)
            }
            Request::GetAmlc => self.asked(text),
            Request::WriteAmlc { sector, last } => {
                let length = u64::from(last) + 1;
                *text = format!("write-amlc {sector:#06x} +{length}");
                self.out(length)?;
                text.push_str(&format!(" crc32={:08x}", self.phases[0].crc()));
                self.r#in(Verdict::SIZE as u32)
            }
            _ => {
                self.phase(data);
                Ok(())
            }
        }
    }

    /// A phase that is the data of a request.
    fn phase(&mut self, data: &[u8]) {
        let mut phase = Payload::new();
        phase.append(&Entry::Out(data.to_vec()));
        self.phases.push(phase);
    }

    /// Pieces by control requests, each behind the one before.
    fn write(&mut self, address: u32, data: &[u8], text: &mut String) -> Result<(), Stop> {
        self.phase(data);
        while let Some(Entry::ControlOut(setup, more)) = self.entries.as_slice().first() {
            let next = address.wrapping_add(self.phases[0].length() as u32);
            if Request::of(*setup) != Some(Request::WriteMem(next)) {
                break;
            }
            if more.len() > CONTROL_PIECE {
                return Err(Stop::Wrong(format!("{} bytes by one request", more.len())));
            }
            self.phases[0].append(&Entry::Out(more.clone()));
            self.entries.next();
        }
        let phase = &self.phases[0];
        *text = format!("write {address:#010x} +{} crc32={:08x}", phase.length(), phase.crc());
        Ok(())
    }

    /// A large transfer and those that go on where it ends, in blocks of the same length.
    fn large(
        &mut self,
        request: Request,
        block: u16,
        data: &[u8],
        text: &mut String,
    ) -> Result<(), Stop> {
        let address = announced(request, block, data)?.address;
        *text = format!("write-large {address:#010x} block={block}");
        self.phases.push(Payload::new());
        let mut next = Some((request, data));
        while let Some((request, data)) = next {
            let total = announced(request, block, data)?.total;
            self.more(self.phases[0].length() + u64::from(total))?;
            next = self.goes_on(block, address.wrapping_add(self.phases[0].length() as u32));
        }
        let (length, crc) = (self.phases[0].length(), self.phases[0].crc());
        *text = format!("write-large {address:#010x} +{length} block={block} crc32={crc:08x}");
        Ok(())
    }

    /// The request that comes, if it goes on at this address in blocks of this length.
    fn goes_on(&mut self, length: u16, address: u32) -> Option<(Request, &'t [u8])> {
        let Entry::ControlOut(setup, data) = self.entries.as_slice().first()? else { return None };
        let request = Request::of(*setup)?;
        let fits = matches!(request, Request::WriteLarge { block, .. } if block == length);
        let large = Large::from_bytes(data).ok()?;
        if !fits || large.address != address {
            return None;
        }
        self.entries.next();
        Some((request, data))
    }

    /// What BL2 wants, and the host's word on it.
    fn asked(&mut self, text: &mut String) -> Result<(), Stop> {
        self.next_in()?;
        self.out(Verdict::SIZE as u64)?;
        let word = self.phases[0].bytes().map(Verdict::from_bytes);
        let word = word.ok_or_else(|| Stop::Wrong("a verdict is not kept whole".into()))??;
        text.push_str(if word == Verdict::Okay { " okay" } else { " fail" });
        Ok(())
    }

    fn out(&mut self, length: u64) -> Result<(), Stop> {
        self.phases.push(Payload::new());
        self.more(length)
    }

    /// Bulk transfers to the board until the phase has this length.
    fn more(&mut self, length: u64) -> Result<(), Stop> {
        while self.phases[0].length() < length {
            let entry = self.next()?;
            if !self.phases[0].append(entry) || self.phases[0].length() > length {
                return Err(Stop::Wrong(format!(
                    "`{entry}` in place of {length} bytes to the board"
                )));
            }
        }
        Ok(())
    }

    fn r#in(&mut self, length: u32) -> Result<(), Stop> {
        let mut left = length as usize;
        while left > 0 {
            let count = self.next_in()?;
            left = left
                .checked_sub(count)
                .ok_or_else(|| Stop::Wrong(format!("the board sent more than {length} bytes")))?;
        }
        Ok(())
    }

    /// A bulk transfer from the board; its length.
    fn next_in(&mut self) -> Result<usize, Stop> {
        match self.next()? {
            Entry::In(bytes) => Ok(bytes.len()),
            entry => Err(Stop::Wrong(format!("`{entry}` in place of bytes from the board"))),
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

/// What is announced, which must be as everybody announces it.
fn announced(request: Request, block: u16, data: &[u8]) -> Result<Large, Stop> {
    let large = Large::from_bytes(data)?;
    let count = large.total.div_ceil(block.max(1).into());
    let usual = Request::WriteLarge { block, count: count as u16 };
    if request == usual && (large.sum, large.sequence) == (0, 0) {
        return Ok(large);
    }
    Err(Stop::Wrong(format!("{request:?} announces {large:?}")))
}

fn known(setup: Setup) -> Result<Request, Stop> {
    Request::of(setup)
        .ok_or_else(|| Stop::Wrong(format!("a control request {setup:?} is none of these")))
}

/// The request, and what is told with it.
fn words(request: Request) -> String {
    let name = request.name().to_lowercase().replace('_', "-");
    match request {
        Request::Run(address) => format!("run {address:#010x}"),
        Request::ChipInfo(page) => format!("{name} {page}"),
        Request::Password(sum) => format!("{name} sum={sum:#06x}"),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &str) -> Result<Vec<String>, String> {
        let text = format!("id 1b8e:c003 out=02 in=81 mps=512\n{lines}");
        let messages = messages(&Transcript::parse(&text).expect("a transcript"))?;
        Ok(messages.into_iter().map(|message| message.text).collect())
    }

    fn announce(address: u32, total: u32, block: u16, count: u16) -> String {
        let large = Large { address, total, sum: 0, sequence: 0 };
        let setup = Request::WriteLarge { block, count }.setup();
        format!("{}\n", Entry::ControlOut(setup, large.to_bytes().to_vec()))
    }

    #[test]
    fn pieces_that_follow_each_other_are_one_message() {
        let mut lines = String::new();
        for (address, data) in [(0x1000, [1; 64]), (0x1040, [2; 64]), (0x2000, [3; 64])] {
            let setup = Request::WriteMem(address).setup();
            lines += &format!("{}\n", Entry::ControlOut(setup, data.to_vec()));
        }
        let words = read(&lines).expect("it is sound");
        assert_eq!(words.len(), 2, "{words:?}");
        assert!(words[0].starts_with("write 0x00001000 +128 "), "{words:?}");
        let block = |byte: u8| format!("{}\n", Entry::Out(vec![byte; 64]));
        let (first, second) = (announce(0x1000, 64, 64, 1), announce(0x1040, 128, 64, 2));
        let all = [first, block(1), second, block(2), block(3)].concat();
        let words = read(&all).expect("it is sound");
        assert_eq!(words.len(), 1, "{words:?}");
        assert!(words[0].starts_with("write-large 0x00001000 +192 block=64 "), "{words:?}");
        let other = announce(0x1040, 128, 128, 1);
        let all = [announce(0x1000, 64, 64, 1), block(1), other, block(2), block(3)].concat();
        assert_eq!(read(&all).expect("it is sound").len(), 2, "other blocks, another message");
    }

    #[test]
    fn a_session_that_is_no_optimus_is_told() {
        let unknown = Setup { request_type: 0x40, request: 0x77, value: 0, index: 0 };
        let block = format!("{}\n", Entry::Out(vec![7; 64]));
        let miscounted = announce(0x1000, 64, 64, 2) + &block;
        for (lines, says) in [
            (format!("{}\n", Entry::ControlOut(unknown, vec![])), "none of these"),
            (block.clone(), "in place of a request"),
            (miscounted, "announces"),
            (announce(0x1000, 128, 64, 2) + &block, "ends within a message"),
            (announce(0x1000, 32, 32, 1) + &block, "in place of 32 bytes"),
        ] {
            let problem = read(&lines).expect_err("it is none");
            assert!(problem.contains(says), "`{says}` is not in: {problem}");
        }
    }
}
