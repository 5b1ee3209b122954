//! One board in the hands of one kernel, from its import until one of them leaves.

use std::{
    collections::HashMap,
    io,
    os::fd::AsFd,
    time::{Duration, Instant},
};

use link::{
    Fault, Pipe,
    device::{Busy, Identity},
};
use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    net::{RecvFlags, recv},
};

use super::{
    patient,
    wire::{self, Command, HEAD, Malformed, Submit},
};
use crate::{
    transport::Stop,
    virt::{
        bus::{Bus, Finished, Transfer},
        descriptors::{self, Standard},
    },
};

/// How often a board that is busy in real time is asked again.
const POLL: Duration = Duration::from_millis(1);
/// The longest time between two looks at the user's wish to stop.
const SLICE: Duration = Duration::from_millis(100);

/// Bytes that a client may have under way: what Linux gives all of usbfs.
const BUDGET: usize = 16 << 20;
/// What a transfer costs beside its bytes.
const OVERHEAD: usize = 512;
/// Bytes of answers that are collected before they are sent, and of data that are dropped at once.
const ANSWERS: usize = 1 << 20;
/// Buffers that are kept for the next transfers.
const SPARE: usize = 8;

/// Status codes of a transfer: Linux's error numbers.
const ENOENT: i32 = -2;
const ENOMEM: i32 = -12;
const EPIPE: i32 = -32;
const EPROTO: i32 = -71;
const EOVERFLOW: i32 = -75;
const ECONNRESET: i32 = -104;
const ESHUTDOWN: i32 = -108;
const EREMOTEIO: i32 = -121;

/// How a session ended.
#[derive(Debug)]
pub(super) enum Ended {
    /// The board disconnected.
    BoardLeft,
    /// The client let the board go.
    ClientLeft,
    /// The client sent what is not USB/IP, or half of something.
    Nonsense(String),
    /// The user wants no more.
    Stopped,
}

impl From<Malformed> for Ended {
    fn from(Malformed(what): Malformed) -> Self {
        Self::Nonsense(what.into())
    }
}

impl From<io::Error> for Ended {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof => {
                Self::Nonsense("it left in the middle of a message".into())
            }
            io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut => {
                Self::Nonsense("it went silent in the middle of a message".into())
            }
            // A kernel that drops a board does not wait for answers that are under way.
            _ => Self::ClientLeft,
        }
    }
}

/// A stream to a kernel, and the board on its bus.
pub(super) struct Session<'b, S> {
    stream: S,
    bus: &'b mut Bus,
    identity: Identity,
    epoch: Instant,
    /// Answers on their way.
    out: Vec<u8>,
    /// Transfers that may not end short.
    whole: Vec<(u32, usize)>,
    /// Bytes of transfers that are not over, as a kernel counts them.
    outstanding: usize,
    /// What each of them costs.
    costs: HashMap<u32, usize>,
    /// Memory of transfers that are over.
    spare: Vec<Vec<u8>>,
}

impl<'b, S: AsFd> Session<'b, S> {
    /// A session over `stream`.
    pub(super) fn new(stream: S, bus: &'b mut Bus) -> Self {
        let identity = bus.device().identity();
        Self {
            stream,
            bus,
            identity,
            epoch: Instant::now(),
            out: Vec::new(),
            whole: Vec::new(),
            outstanding: 0,
            costs: HashMap::new(),
            spare: Vec::new(),
        }
    }

    /// Carries transfers until someone leaves; hands on what the board has to say meanwhile.
    pub(super) fn run(mut self, stop: &Stop, note: &dyn Fn(String)) -> Ended {
        loop {
            let turned = self.turn();
            self.bus.device().notes().into_iter().for_each(note);
            match turned {
                Err(ended) => return ended,
                Ok(()) if stop.asked() => return Ended::Stopped,
                Ok(()) => {}
            }
        }
    }

    /// Takes what the kernel asks for, moves packets, answers, and waits for more.
    fn turn(&mut self) -> Result<(), Ended> {
        // What was answered goes out before more is asked for.
        while self.out.len() < ANSWERS
            && let Some(command) = self.command()?
        {
            self.obey(command)?;
        }
        self.bus.pump();
        self.answer();
        patient::write_all(&self.stream, &self.out)?;
        self.out.clear();
        if self.bus.gone() && self.bus.next_due().is_none() {
            return Err(Ended::BoardLeft);
        }
        self.rest();
        Ok(())
    }

    /// The next command, if one is there.
    fn command(&self) -> Result<Option<Command>, Ended> {
        let mut head = [0; HEAD];
        let there = match recv(&self.stream, &mut head, RecvFlags::DONTWAIT) {
            Ok((0, _)) => return Err(Ended::ClientLeft),
            Ok((there, _)) => there,
            Err(rustix::io::Errno::AGAIN | rustix::io::Errno::INTR) => return Ok(None),
            Err(error) => return Err(io::Error::from(error).into()),
        };
        patient::read_exact(&self.stream, &mut head[there..])?;
        Ok(Some(Command::from_bytes(&head)?))
    }

    fn obey(&mut self, command: Command) -> Result<(), Ended> {
        match command {
            Command::Unlink { id, victim } => {
                let status = if self.bus.cancel(victim) { ECONNRESET } else { 0 };
                if status != 0 {
                    self.free(victim);
                }
                self.whole.retain(|(whole, _)| *whole != victim);
                self.out.extend(wire::unlinked(id, status));
                Ok(())
            }
            Command::Submit(submit) => self.submit(submit),
        }
    }

    fn submit(&mut self, submit: Submit) -> Result<(), Ended> {
        // How long its data take through the socket is no part of a cable's time: a controller fetches them by itself.
        let now = self.epoch.elapsed();
        if self.outstanding + submit.length as usize + OVERHEAD > BUDGET {
            return self.refuse(&submit);
        }
        let mut bytes = self.spare.pop().unwrap_or_default();
        bytes.resize(submit.length as usize, 0);
        if !submit.inward {
            patient::read_exact(&self.stream, &mut bytes)?;
        }
        if submit.endpoint == 0 {
            return self.control(submit, bytes, now);
        }
        let address = submit.endpoint | if submit.inward { 0x80 } else { 0 };
        let pipe = match address {
            _ if address == self.identity.out => Pipe::Out,
            _ if address == self.identity.r#in => Pipe::In,
            _ => {
                self.out.extend(wire::submitted(submit.id, ENOENT, 0));
                return Ok(());
            }
        };
        if submit.whole && submit.inward {
            self.whole.push((submit.id, bytes.len()));
        }
        let packets = (submit.length as usize).is_multiple_of(self.identity.max_packet);
        let zero = submit.zero && packets && submit.length > 0;
        let mut transfer = Transfer::bulk(submit.id, bytes);
        transfer.zero = zero;
        self.charge(submit.id, submit.length);
        self.bus.submit(pipe, transfer, now);
        Ok(())
    }

    fn charge(&mut self, id: u32, length: u32) {
        let cost = length as usize + OVERHEAD;
        self.outstanding += cost;
        // A client that gives two transfers one number pays for both, and gets one back.
        self.costs.insert(id, cost);
    }

    fn free(&mut self, id: u32) {
        self.outstanding -= self.costs.remove(&id).unwrap_or(0);
    }

    /// Answers that there is no memory for a transfer, whose data are dropped.
    fn refuse(&mut self, submit: &Submit) -> Result<(), Ended> {
        let mut left = if submit.inward { 0 } else { submit.length as usize };
        let mut piece = vec![0; left.min(ANSWERS)];
        while left > 0 {
            let count = left.min(piece.len());
            patient::read_exact(&self.stream, &mut piece[..count])?;
            left -= count;
        }
        self.out.extend(wire::submitted(submit.id, ENOMEM, 0));
        Ok(())
    }

    fn control(&mut self, submit: Submit, bytes: Vec<u8>, now: Duration) -> Result<(), Ended> {
        let Submit { id, setup, length, inward, .. } = submit;
        if length > 0 && inward != (setup.request_type & 0x80 != 0) {
            return Err(Ended::Nonsense("a control transfer against its own direction".into()));
        }
        let (status, data) = match descriptors::answer(&self.identity, setup) {
            None => {
                self.charge(id, length);
                self.bus.submit(Pipe::Control, Transfer::control(id, setup, bytes), now);
                return Ok(());
            }
            Some(Standard::Data(data)) => (0, data),
            Some(Standard::Done) => (0, Vec::new()),
            Some(Standard::Stall) => (EPIPE, Vec::new()),
            Some(Standard::IsHalted(pipe)) => (0, vec![self.bus.is_halted(pipe).into(), 0]),
            Some(Standard::ClearHalt(pipe)) => {
                self.bus.clear_halt(pipe);
                (0, Vec::new())
            }
            Some(Standard::Configure) => {
                [Pipe::Out, Pipe::In].into_iter().for_each(|pipe| self.bus.clear_halt(pipe));
                (0, Vec::new())
            }
        };
        let moved = data.len().min(length as usize);
        self.out.extend(wire::submitted(id, status, moved as u32));
        self.out.extend(&data[..moved]);
        Ok(())
    }

    /// Puts the answers together of all transfers that are over by now.
    fn answer(&mut self) {
        let now = self.epoch.elapsed();
        for pipe in [Pipe::Control, Pipe::Out, Pipe::In] {
            while let Some(finished) = self.bus.finished(pipe, now) {
                self.end(pipe, finished);
            }
        }
    }

    fn end(&mut self, pipe: Pipe, finished: Finished) {
        let Finished { id, bytes, moved, fault, inward } = finished;
        self.free(id);
        let whole = self.whole.iter().position(|(whole, _)| *whole == id);
        let wanted = whole.map(|index| self.whole.swap_remove(index).1);
        let status = match fault {
            None if wanted.is_some_and(|wanted| moved < wanted) => EREMOTEIO,
            None => 0,
            Some(fault) => status(fault),
        };
        self.out.extend(wire::submitted(id, status, moved as u32));
        if inward {
            self.out.extend(&bytes[..moved]);
        }
        if pipe != Pipe::Control && self.spare.len() < SPARE {
            self.spare.push(bytes);
        }
    }

    /// Waits until the kernel has something to say, a transfer is over, or it is time for a look around.
    fn rest(&mut self) {
        let now = self.epoch.elapsed();
        let due = self.bus.next_due().map(|due| due.saturating_sub(now));
        let busy = self.bus.is_waiting() && self.bus.busy() == Busy::Working;
        let longest = if busy { POLL } else { SLICE };
        let time = due.unwrap_or(longest).min(longest);
        let limit = Timespec { tv_sec: 0, tv_nsec: time.subsec_nanos().into() };
        let mut fds = [PollFd::new(&self.stream, PollFlags::IN)];
        // Whatever it says, the next turn looks for itself.
        let _ = poll(&mut fds, Some(&limit));
    }
}

fn status(fault: Fault) -> i32 {
    match fault {
        Fault::Stall => EPIPE,
        Fault::Overlong => EOVERFLOW,
        Fault::Gone => ESHUTDOWN,
        Fault::Cancelled => ECONNRESET,
        _ => EPROTO,
    }
}
