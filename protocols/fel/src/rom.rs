//! The virtual boot ROM: what answers on the cable.
//!
//! The order of events is the one that people inferred who traced boards: EXEC is answered first, then the branch is
//! taken, and until the code returns every packet is answered with NAK. What a boot ROM does with broken framing is
//! not known; this one halts its endpoints until it is plugged in anew, so that no sloppy host gets through.

use alloc::{string::String, vec::Vec};

use link::{
    Pipe, Setup,
    device::{Answer, Busy, Device, Gave, Identity, Outbox, Took},
};

use crate::{
    chips::Chip,
    engine::{Engine, State},
    wire::{self, Awuc, Awus, Command, Direction, Mode, Request, Status, Version},
};

/// How the ROM behaves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Behaviour {
    /// Which program answers.
    pub mode: Mode,
    /// `wMaxPacketSize` of the bulk endpoints.
    pub max_packet: usize,
    /// A wrong answer to give.
    pub fail: Option<Fail>,
}

/// A wrong answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fail {
    /// The n-th AWUS, counted from 1, says that the exchange failed.
    Awus(u32),
    /// The n-th FEL status, counted from 1, says that the request failed.
    Status(u32),
    /// The first AWUS is 13 zero bytes, and the board leaves (seen on an H618).
    Silent,
}

/// An exchange of a message.
#[derive(Clone, Copy)]
enum Exchange {
    Request,
    Data(Request),
    Status(Request),
}

impl Exchange {
    /// Direction and length that its AWUC must have.
    fn head(self) -> (Direction, u32) {
        match self {
            Self::Request => (Direction::Write, Request::SIZE as u32),
            Self::Data(Request { command: Command::WRITE, length, .. }) => {
                (Direction::Write, length)
            }
            Self::Data(Request { command: Command::VERSION, .. }) => {
                (Direction::Read, Version::SIZE as u32)
            }
            Self::Data(Request { length, .. }) => (Direction::Read, length),
            Self::Status(_) => (Direction::Read, Status::SIZE as u32),
        }
    }
}

/// What follows once the host has fetched an AWUS.
#[derive(Clone, Copy)]
enum Then {
    Expect(Exchange),
    Branch(u32),
}

#[derive(Clone, Copy)]
enum Step {
    /// Waiting for the AWUC of an exchange.
    Head(Exchange),
    /// Waiting for the 16 bytes of a request.
    Request,
    /// Taking the data of a WRITE, of which this many bytes are there.
    Write(Request, u32),
    /// Giving the data of a READ, of which this many bytes are gone.
    Read(Request, u32),
    /// Giving what is in the outbox, the last of it an AWUS.
    Reply(Then),
}

/// Why nothing but a new plug helps.
#[derive(Clone, Copy, PartialEq)]
enum End {
    /// The host broke the framing.
    Confused,
    /// The processor hangs in a memory access.
    Hung,
    /// The board leaves as soon as the outbox is empty.
    Leaving,
}

/// A boot ROM over an engine.
pub struct Rom<E> {
    chip: &'static Chip,
    engine: E,
    behaviour: Behaviour,
    step: Step,
    outbox: Outbox,
    awus: u32,
    statuses: u32,
    end: Option<End>,
    notes: Vec<String>,
}

impl<E: Engine> Rom<E> {
    /// The boot ROM of `chip`, its processor being `engine`.
    pub fn new(chip: &'static Chip, engine: E, behaviour: Behaviour) -> Self {
        Self {
            chip,
            engine,
            behaviour,
            step: Step::Head(Exchange::Request),
            outbox: Outbox::default(),
            awus: 0,
            statuses: 0,
            end: None,
            notes: Vec::new(),
        }
    }

    fn head(&mut self, exchange: Exchange, packet: &[u8]) -> Took {
        match Awuc::from_bytes(packet) {
            Err(error) => self.confused(error.0),
            Ok(head) if (head.direction, head.length) != exchange.head() => {
                self.confused("an AWUC does not suit the request")
            }
            Ok(_) => {
                self.begin(exchange);
                Took::Bytes(packet.len())
            }
        }
    }

    fn begin(&mut self, exchange: Exchange) {
        match exchange {
            Exchange::Request => self.step = Step::Request,
            Exchange::Data(request) if request.command == Command::VERSION => {
                self.outbox.push(self.version().to_bytes().to_vec());
                self.finish(Then::Expect(Exchange::Status(request)));
            }
            Exchange::Data(request) if request.command == Command::WRITE => {
                self.step = Step::Write(request, 0);
                self.moved(request, 0);
            }
            Exchange::Data(request) => {
                self.step = Step::Read(request, 0);
                self.moved(request, 0);
            }
            Exchange::Status(request) => {
                self.statuses += 1;
                let failed = self.behaviour.fail == Some(Fail::Status(self.statuses));
                self.outbox.push(Status { state: failed.into() }.to_bytes().to_vec());
                self.finish(match request.command {
                    Command::EXECUTE => Then::Branch(request.address),
                    _ => Then::Expect(Exchange::Request),
                });
            }
        }
    }

    fn version(&self) -> Version {
        let scratchpad = self.chip.scratchpad.unwrap_or(self.chip.spl + 0x7e00);
        Version { mode: self.behaviour.mode, ..Version::of(self.chip.id, scratchpad) }
    }

    /// The data of an exchange is through: AWUS follows.
    fn finish(&mut self, then: Then) {
        self.awus += 1;
        let end = match self.behaviour.fail {
            Some(Fail::Silent) => {
                self.end = Some(End::Leaving);
                [0; Awus::SIZE]
            }
            Some(Fail::Awus(index)) if index == self.awus => {
                Awus { status: 1, ..Awus::OK }.to_bytes()
            }
            _ => Awus::OK.to_bytes(),
        };
        self.outbox.push(end.to_vec());
        self.step = Step::Reply(then);
    }

    fn request(&mut self, packet: &[u8]) -> Took {
        let request = match Request::from_bytes(packet) {
            Ok(request) => request,
            Err(error) => return self.confused(error.0),
        };
        if matches!(request.command, Command::READ | Command::WRITE) {
            if request.length == 0 {
                return self.confused("a request for memory without data");
            }
            if u64::from(request.address) + u64::from(request.length) > 1 << 32 {
                return self.confused("a request that runs past the end of memory");
            }
        }
        self.finish(Then::Expect(match (request.command, self.behaviour.mode) {
            (Command::EXECUTE, Mode::FEL) => Exchange::Status(request),
            (Command::VERSION, _) | (Command::READ | Command::WRITE, Mode::FEL) => {
                Exchange::Data(request)
            }
            _ => return self.confused("a request that it does not know"),
        }));
        Took::Bytes(packet.len())
    }

    fn write(&mut self, request: Request, done: u32, packets: &[u8]) -> Took {
        let left = (request.length - done) as usize;
        if packets.len() > left {
            return self.confused("more data than the AWUC announced");
        }
        if packets.is_empty()
            || packets.len() < left && !packets.len().is_multiple_of(self.behaviour.max_packet)
        {
            return self.confused("a short packet before the end of the data");
        }
        if !self.engine.write(request.address.wrapping_add(done), packets) {
            self.end = Some(End::Hung);
            return Took::Nak;
        }
        self.step = Step::Write(request, done + packets.len() as u32);
        self.moved(request, done + packets.len() as u32);
        Took::Bytes(packets.len())
    }

    fn read(&mut self, request: Request, done: u32, buf: &mut [u8]) -> Gave {
        let left = (request.length - done) as usize;
        let packet = self.behaviour.max_packet;
        let take = if left <= buf.len() { left } else { buf.len() / packet * packet };
        if take == 0 {
            return Gave::Overlong;
        }
        if !self.engine.read(request.address.wrapping_add(done), &mut buf[..take]) {
            self.end = Some(End::Hung);
            return Gave::Nak;
        }
        self.step = Step::Read(request, done + take as u32);
        self.moved(request, done + take as u32);
        Gave::Bytes(take, take % packet != 0)
    }

    fn moved(&mut self, request: Request, done: u32) {
        if done == request.length {
            self.finish(Then::Expect(Exchange::Status(request)));
        }
    }

    fn reply(&mut self, then: Then, buf: &mut [u8]) -> Gave {
        let gave = self.outbox.give(buf, self.behaviour.max_packet);
        if self.outbox.is_empty() {
            self.step = Step::Head(Exchange::Request);
            match then {
                Then::Expect(exchange) => self.step = Step::Head(exchange),
                Then::Branch(address) => self.engine.execute(address),
            }
        }
        gave
    }

    fn confused(&mut self, why: &str) -> Took {
        self.notes
            .push(alloc::format!("the boot ROM is stuck until the board is power-cycled: {why}"));
        self.end = Some(End::Confused);
        Took::Stall
    }

    /// What keeps the ROM from taking part on the bus.
    fn absence(&mut self) -> Option<Absence> {
        match self.end {
            Some(End::Confused) => Some(Absence::Halted),
            Some(End::Hung) => Some(Absence::Silent),
            Some(End::Leaving) if self.outbox.is_empty() => Some(Absence::Gone),
            _ => match self.engine.state() {
                State::Rom => None,
                State::Running | State::Lost => Some(Absence::Silent),
                State::Left => Some(Absence::Gone),
            },
        }
    }
}

enum Absence {
    Silent,
    Halted,
    Gone,
}

impl<E: Engine> Device for Rom<E> {
    fn identity(&self) -> Identity {
        Identity {
            usb: 0x0200,
            class: [0xff; 3],
            strings: Default::default(),
            vendor: wire::VENDOR,
            product: wire::PRODUCT,
            // The boot ROM's, and the one of the vendor's boot loader, as kernel logs of users show them.
            release: if self.behaviour.mode == Mode::FES { 0xffff } else { 0x02b3 },
            out: 0x01,
            r#in: 0x82,
            max_packet: self.behaviour.max_packet,
        }
    }

    fn control(&mut self, _: Setup, _: &[u8]) -> Answer {
        match self.absence() {
            Some(Absence::Gone) => Answer::Gone,
            Some(Absence::Silent) => Answer::Nak,
            Some(Absence::Halted) | None => Answer::Stall,
        }
    }

    fn bulk_out(&mut self, packets: &[u8]) -> Took {
        match self.absence() {
            Some(Absence::Gone) => return Took::Gone,
            Some(Absence::Silent) => return Took::Nak,
            Some(Absence::Halted) => return Took::Stall,
            None => {}
        }
        let first = &packets[..packets.len().min(self.behaviour.max_packet)];
        match self.step {
            Step::Head(exchange) => self.head(exchange, first),
            Step::Request => self.request(first),
            Step::Write(request, done) => self.write(request, done, packets),
            Step::Read(..) | Step::Reply(_) => Took::Nak,
        }
    }

    fn bulk_in(&mut self, buf: &mut [u8]) -> Gave {
        match self.absence() {
            Some(Absence::Gone) => return Gave::Gone,
            Some(Absence::Silent) => return Gave::Nak,
            Some(Absence::Halted) => return Gave::Stall,
            None => {}
        }
        match self.step {
            Step::Read(request, done) => self.read(request, done, buf),
            Step::Reply(then) => self.reply(then, buf),
            Step::Head(_) | Step::Request | Step::Write(..) => Gave::Nak,
        }
    }

    fn clear_halt(&mut self, _: Pipe) {}

    fn gone(&mut self) -> bool {
        matches!(self.absence(), Some(Absence::Gone))
    }

    fn busy(&mut self) -> Busy {
        let running = self.end.is_none() && self.engine.state() == State::Running;
        if running && self.engine.in_real_time() { Busy::Working } else { Busy::Forever }
    }

    fn notes(&mut self) -> Vec<String> {
        let mut notes = core::mem::take(&mut self.notes);
        notes.extend(core::iter::from_fn(|| self.engine.note()));
        notes
    }
}

#[cfg(test)]
mod tests;
