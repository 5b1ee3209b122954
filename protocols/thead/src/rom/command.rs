//! What is done with each command.

use alloc::{vec, vec::Vec};
use core::time::Duration;

use super::{BLOCK, Download, RAM, SOON, State, Th1520};
use crate::wire::{
    CONNECT, Command, DIFFERS, DONE, Kind, MORE, Memory, PACKET, Packet, RUN, UNKNOWN, UNREAD,
    WIDE, WRONG_ORDER, sum,
};

/// What erasing a block of flash takes.
const ERASES: Duration = Duration::from_millis(150);
/// What writing a packet to flash takes.
const WRITES: Duration = Duration::from_micros(1500);
/// Bytes a millisecond that are summed.
const SUMMED: u32 = 1 << 10;
/// Where a download has to begin in flash.
const ALIGNED: u32 = 4096;
/// The numbers of commands that the host does not know: upload, and registers.
const UPLOAD: u8 = 0x16;
const SET_REGISTER: u8 = 0x24;

/// How a command ends: its result, what comes with it, and how long it took.
type Done = (u8, Vec<u8>, Duration);

fn at_once(result: u8) -> Done {
    (result, Vec::new(), Duration::ZERO)
}

impl Th1520 {
    /// Carries out a whole command.
    pub(super) fn obey(&mut self, command: &[u8], now: Duration) {
        let (number, parameter, payload) = (command[0], command[1], &command[4..]);
        let (result, bytes, took) = match self.state {
            _ if command == CONNECT => self.connected(),
            State::Writer { connected: false } => at_once(WRONG_ORDER),
            _ => self.carry_out(number, parameter, payload, now),
        };
        self.works = now + took;
        self.answer(number, result, &bytes, now + took + SOON);
    }

    fn connected(&mut self) -> Done {
        if self.is_writer() {
            self.state = State::Writer { connected: true };
        }
        at_once(DONE)
    }

    fn carry_out(&mut self, number: u8, parameter: u8, payload: &[u8], now: Duration) -> Done {
        let begin = if self.behaviour.version < WIDE { Command::Begin } else { Command::BeginWide };
        match (number, parameter) {
            (n, 0) if n == Command::Version as u8 && payload.is_empty() => {
                at_once(self.behaviour.version)
            }
            (n, 0) if n == Command::Memories as u8 && payload.is_empty() => {
                let list = self.memories();
                (DONE, list.iter().flat_map(Memory::bytes).collect(), Duration::ZERO)
            }
            (n, 0) if n == begin as u8 => self.begin(payload),
            (n, packet) if n == Command::Data as u8 => self.data(packet, payload),
            (n, 0) if n == Command::Verify as u8 => self.verify(payload),
            (n, 0) if n == Command::Run as u8 => self.run(payload, now),
            (SET_REGISTER, _) => {
                self.note("it was told to write a register");
                at_once(UNKNOWN)
            }
            (UPLOAD, _) | (_, _) => at_once(UNKNOWN),
        }
    }

    fn memories(&self) -> Vec<Memory> {
        let memory = |kind, size| Memory { kind, id: 0, size };
        let buffers = [Kind::ReceiveBuffer, Kind::SendBuffer];
        let mut all = Vec::from(buffers.map(|kind| memory(kind, PACKET as u32)));
        all.push(memory(Kind::Ram, RAM));
        if !self.behaviour.no_flash {
            all.push(memory(Kind::QspiFlash, self.behaviour.size));
        }
        all
    }

    /// The memory that a command names, and the part of it: whether it is flash, the first byte and the number of bytes.
    fn part(&mut self, payload: &[u8]) -> Result<(bool, u32, u32), u8> {
        let &[kind, id, a, b, c, d, e, f, g, h] = payload else { return Err(0xfe) };
        let (at, size) = (u32::from_be_bytes([a, b, c, d]), u32::from_be_bytes([e, f, g, h]));
        let to_flash = match Kind::of(kind) {
            Kind::Ram => false,
            // The mask ROM lists it, and leaves it to the image writer.
            Kind::QspiFlash if self.is_writer() && !self.behaviour.no_flash => true,
            Kind::Fuses => {
                self.note("it was told to write fuses");
                return Err(0xe1);
            }
            _ => return Err(0xe1),
        };
        let there = if to_flash { self.behaviour.size } else { RAM };
        match () {
            () if id != 0 => Err(0xe2),
            () if size == 0 => Err(0xe0),
            () if at.checked_add(size).is_none_or(|end| end > there) => Err(0xe3),
            () if to_flash && !at.is_multiple_of(ALIGNED) => Err(0xe4),
            () => Ok((to_flash, at, size)),
        }
    }

    fn begin(&mut self, payload: &[u8]) -> Done {
        self.download = None;
        let (to_flash, at, left) = match self.part(payload) {
            Ok(part) => part,
            Err(result) => return at_once(result),
        };
        let mut took = Duration::ZERO;
        if to_flash {
            took = ERASES * self.nor.erase(at, left).unwrap_or(0);
            self.written = None;
        } else if self.is_writer() {
            self.note("the image writer was overwritten while it ran");
            self.state = State::Elsewhere;
        } else {
            (self.ram, self.loaded) = (vec![0; RAM as usize], 0);
        }
        self.download = Some(Download { to_flash, at, left, began: false });
        (DONE, Vec::new(), took)
    }

    fn data(&mut self, packet: u8, bytes: &[u8]) -> Done {
        let Some(mut download) = self.download.take() else { return at_once(WRONG_ORDER) };
        let length = bytes.len() as u32;
        if length == 0 || bytes.len() > PACKET {
            return at_once(0xe1);
        }
        let Some(left) = download.left.checked_sub(length) else { return at_once(0xe2) };
        let right = match (download.began, left) {
            (false, 1..) => Packet::First,
            (true, 1..) => Packet::Middle,
            (true, 0) => Packet::Last,
            // There is a word for it in other chips of the family; whether this one knows it is not known.
            (false, 0) => return at_once(WRONG_ORDER),
        };
        if packet != right as u8 {
            return at_once(WRONG_ORDER);
        }
        let at = download.at;
        let took = match download.to_flash {
            true => {
                self.nor.program(at, bytes);
                let first = self.written.map_or(at, |(first, _)| first);
                self.written = Some((first, at + length));
                WRITES
            }
            false => {
                self.ram[at as usize..][..bytes.len()].copy_from_slice(bytes);
                self.loaded = at + length;
                Duration::ZERO
            }
        };
        if left == 0 {
            return (DONE, Vec::new(), took);
        }
        (download.at, download.left, download.began) = (at + length, left, true);
        self.download = Some(download);
        (MORE, Vec::new(), took)
    }

    fn verify(&mut self, payload: &[u8]) -> Done {
        if self.download.is_some() || payload.len() != 15 {
            return at_once(WRONG_ORDER);
        }
        let (place, rest) = payload.split_at(10);
        let Ok((of_flash, at, size)) = self.part(place) else { return at_once(UNREAD) };
        if of_flash && self.behaviour.forgets && self.written != Some((at, at + size)) {
            return at_once(WRONG_ORDER);
        }
        if rest[0] != 0 {
            return at_once(0xe2);
        }
        let part = match of_flash {
            true => self.nor.part(at, size),
            false => self.ram.get(at as usize..(at + size) as usize),
        };
        let good = part.is_some_and(|part| sum(part).to_be_bytes() == rest[1..]);
        self.sums += u32::from(of_flash);
        let lies = of_flash && self.sums == self.behaviour.wrong_sum;
        let took = Duration::from_millis((size / SUMMED).into());
        (if good && !lies { DONE } else { DIFFERS }, Vec::new(), took)
    }

    fn run(&mut self, payload: &[u8], now: Duration) -> Done {
        if self.download.is_some() {
            return at_once(WRONG_ORDER);
        }
        if payload != RUN || self.loaded == 0 {
            return at_once(0xe1);
        }
        // What it is cannot be seen: but no program begins with nothing.
        let begins = self.ram.get(..4).unwrap_or_default();
        let program = begins != [0; 4] && begins != [0xff; 4];
        self.state = match program && !self.behaviour.hangs && !self.is_writer() {
            true => State::Starts(now + self.behaviour.starts),
            false => State::Elsewhere,
        };
        at_once(DONE)
    }
}

const _: () = assert!(BLOCK.is_multiple_of(ALIGNED));
