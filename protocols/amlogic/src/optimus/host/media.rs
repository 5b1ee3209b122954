//! Packets to and from storage, through the vendor's U-Boot.

use alloc::{string::ToString, vec, vec::Vec};
use core::time::Duration;

use link::{Data, ExchangeError, Fault, Phase, Pipe, Silent, Sink, Source, UsbError, Watch};
use sha1::{Digest, Sha1};

use super::{Cause, DATA, Error, Optimus};
use crate::optimus::wire::{MEDIA_PIECE, MediaAck, MediaHead, ReadHead, Request, SumKind, addsum};

/// How often the same packet is sent, at most.
const TRIES: u32 = 4;
/// The longest for one answer to a packet: U-Boot says that it is still at it after 16 seconds and more.
const ACK: Duration = Duration::from_secs(60);
/// How many times it may say so: 720 seconds, as the vendor's tool has it.
const BUSY: u32 = 45;
/// How often it is asked again.
const POLL: Duration = Duration::from_millis(500);
/// Bytes of an answer.
const ROOM: usize = 0x200;
/// Bytes that the vendor's tool counts what it wants to read in.
const UNIT: u64 = 4096;

/// What became of a packet.
enum Sent {
    Taken,
    /// It may be sent again.
    Again(Cause),
}

impl Optimus<'_> {
    /// Sends all of `source` for the download that was armed before; its SHA-1.
    pub(super) fn write_media(
        &mut self,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<[u8; 20], Error> {
        let (size, mut done, mut sequence) = (source.size(), 0, 0);
        let (mut hash, mut buffer) = (Sha1::new(), Vec::new());
        while done < size {
            buffer.resize((size - done).min(MEDIA_PIECE as u64) as usize, 0);
            let read = source.read_at(done, &mut buffer);
            let result = read
                .map_err(|error| self.error(Cause::Io(error)))
                .and_then(|()| self.packet(sequence, &buffer));
            result.map_err(|error| Error { done: Some(done), ..error })?;
            hash.update(&buffer);
            watch.advance(buffer.len() as u64);
            done += buffer.len() as u64;
            sequence += 1;
        }
        Ok(hash.finalize().into())
    }

    fn packet(&mut self, sequence: u32, data: &[u8]) -> Result<(), Error> {
        let mut cause = Cause::Damaged(sequence);
        for retry in 0..TRIES {
            let (length, sum, kind) = (data.len() as u32, addsum(data), SumKind::AddSum);
            let head = MediaHead { retry, length, sequence, sum, kind, ack: ROOM as u16 };
            match self.try_packet(head, data)? {
                Sent::Taken => return Ok(()),
                Sent::Again(why) => cause = why,
            }
        }
        Err(self.failed(Request::WRITE_MEDIA, cause))
    }

    fn try_packet(&mut self, head: MediaHead, data: &[u8]) -> Result<Sent, Error> {
        let request = Request::WRITE_MEDIA;
        if let Err(error) = self.send(request, &head.to_bytes()) {
            return self.again_or(error);
        }
        let mut answer = [0; ROOM];
        let mut phases =
            [Phase::new(Data::Out(data), DATA), Phase::new(Data::In(&mut answer), ACK)];
        let result = self.link.exchange(&mut phases, &mut Silent);
        let length = phases[1].done as usize;
        match result {
            Ok(()) => self.acknowledged(head, &answer[..length]),
            // The data did not get through.
            Err(ExchangeError::Usb { phase: 0, error }) => {
                let _ = self.link.clear_halt(Pipe::Out);
                self.again_or(self.usb(request, error))
            }
            // It is unknown whether the packet was taken.
            Err(other) => Err(self.exchange_error(request, other)),
        }
    }

    /// A transfer failed before U-Boot had the whole packet.
    fn again_or(&self, error: Error) -> Result<Sent, Error> {
        match error.fault().is_some_and(Fault::may_pass) {
            true => Ok(Sent::Again(error.cause)),
            false => Err(error),
        }
    }

    fn acknowledged(&mut self, head: MediaHead, answer: &[u8]) -> Result<Sent, Error> {
        let request = Request::WRITE_MEDIA;
        let mut ack = MediaAck::from_bytes(answer);
        for _ in 0..BUSY {
            if ack != MediaAck::Busy {
                break;
            }
            self.link.pause(POLL).map_err(|error| self.usb(request, error))?;
            let mut answer = [0; ROOM];
            let read = self.link.bulk_in(&mut answer, ACK);
            let length = read.map_err(|error| self.usb(request, error))?;
            ack = MediaAck::from_bytes(&answer[..length]);
        }
        match ack {
            MediaAck::Taken => Ok(Sent::Taken),
            MediaAck::Busy => Err(self.failed(request, Cause::Busy)),
            MediaAck::Sum(_) => Ok(Sent::Again(Cause::Damaged(head.sequence))),
            MediaAck::Failed(text) => {
                let text = if text.is_empty() { "it says nothing".to_string() } else { text };
                Err(self.failed(request, Cause::Media { sequence: head.sequence, text }))
            }
        }
    }

    /// Fetches `size` bytes of the upload that was armed before.
    pub(super) fn read_media(
        &mut self,
        size: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let (mut done, mut sequence) = (0, 0);
        while done < size {
            let wanted = (size - done).min(MEDIA_PIECE as u64);
            let piece = self.piece_of_media(sequence, wanted);
            let piece = piece.map_err(|error| Error { done: Some(done), ..error })?;
            sink.write(&piece).map_err(|error| self.error(Cause::Io(error)))?;
            watch.advance(piece.len() as u64);
            done += piece.len() as u64;
            sequence += 1;
        }
        Ok(())
    }

    fn piece_of_media(&mut self, sequence: u32, wanted: u64) -> Result<Vec<u8>, Error> {
        let request =
            Request::ReadMedia { value: UNIT as u16, count: wanted.div_ceil(UNIT) as u16 };
        let mut head = [0; ReadHead::SIZE];
        let length = self.fetch(request, &mut head)?;
        let head = ReadHead::from_bytes(&head[..length])
            .map_err(|error| self.failed(request, Cause::Malformed(error)))?;
        if head.sequence != sequence {
            let cause = Cause::Sequence { found: head.sequence, wanted: sequence };
            return Err(self.failed(request, cause));
        }
        let found = u64::from(head.length);
        if found == 0 || found > wanted {
            return Err(self.failed(request, Cause::Short { found, wanted }));
        }
        let mut piece = vec![0; head.length as usize];
        let read = self.link.bulk_in(&mut piece, ACK);
        match read.map_err(|error: UsbError| self.usb(request, error))? as u64 {
            came if came == found => Ok(piece),
            came => Err(self.failed(request, Cause::Short { found: came, wanted: found })),
        }
    }
}
