//! Commands over the bulk pair: usbplug, loader, and mainline U-Boot's gadget.

use alloc::{format, string::String, vec::Vec};

use link::{
    Pipe, Setup,
    device::{Answer, Gave, Outbox, Took},
};

use super::{Medium, Profile, Program, Residue, Traits, lba::Sectors};
use crate::wire::{
    BULK_ONLY_RESET, BULK_ONLY_RESET_TYPE, Cbw, Command, Csw, DataPhase, Direction, Opcode,
    ResetKind, Status,
};

/// What the conversation waits for.
enum Step {
    /// A command block.
    Command,
    /// Data from the host: this many bytes are to come, for sectors or for nothing.
    Taking(u32, Option<Sectors>),
    /// Data for the host: this many bytes are to go, of sectors or zeros.
    Giving(u32, Option<Sectors>),
    /// The host fetches what is in the outbox.
    Replying,
}

/// The end of the command that is under way.
#[derive(Clone, Copy)]
struct End {
    tag: u32,
    status: Status,
    /// Bytes of the reply, as some programs count them instead of a residue.
    replied: u32,
    residue: u32,
}

/// A program that takes commands.
pub(super) struct Bulk {
    pub(super) profile: &'static Profile,
    pub(super) traits: Traits,
    pub(super) media: Vec<Medium>,
    /// The medium that was chosen.
    pub(super) chosen: usize,
    pub(super) notes: Vec<String>,
    /// A restart that begins once its status was fetched.
    pub(super) restart: Option<ResetKind>,
    /// The command buffer: a command block overwrites only as much of it as it says to be long.
    cdb: [u8; 16],
    step: Step,
    end: End,
    outbox: Outbox,
    /// A command block was not one: everything is ignored until a bulk-only reset.
    wedged: bool,
    halted: bool,
    /// Memory was overrun.
    crashed: bool,
    tests: u32,
}

impl Bulk {
    pub(super) fn new(profile: &'static Profile, traits: Traits, media: Vec<Medium>) -> Self {
        Self {
            profile,
            traits,
            media,
            chosen: 0,
            notes: Vec::new(),
            restart: None,
            cdb: [0; 16],
            step: Step::Command,
            end: End { tag: 0, status: Status::GOOD, replied: 0, residue: 0 },
            outbox: Outbox::default(),
            wedged: false,
            halted: false,
            crashed: false,
            tests: 0,
        }
    }

    /// Forgets the conversation, and nothing else: what is in the command buffer stays there.
    pub(super) fn begin(&mut self) {
        self.step = Step::Command;
        self.outbox.clear();
        self.wedged = false;
        self.halted = false;
    }

    pub(super) fn control(&mut self, setup: Setup) -> Answer {
        let reset = setup.request_type == BULK_ONLY_RESET_TYPE && setup.request == BULK_ONLY_RESET;
        if self.crashed {
            return Answer::Nak;
        }
        if !reset || self.profile.program == Program::Mainline {
            return Answer::Stall;
        }
        self.begin();
        Answer::Data(Vec::new())
    }

    pub(super) fn clear_halt(&mut self, pipe: Pipe) {
        if pipe == Pipe::In {
            self.halted = false;
        }
    }

    pub(super) fn out(&mut self, packets: &[u8]) -> Took {
        if self.crashed {
            return Took::Nak;
        }
        if self.wedged {
            return Took::Bytes(packets.len());
        }
        let first = packets.len().min(self.profile.max_packet);
        match core::mem::replace(&mut self.step, Step::Command) {
            Step::Command => {
                self.command(&packets[..first]);
                Took::Bytes(first)
            }
            Step::Taking(left, sectors) => self.data(left, sectors, packets),
            other => {
                self.step = other;
                Took::Nak
            }
        }
    }

    pub(super) fn give(&mut self, buf: &mut [u8]) -> Gave {
        if self.crashed || self.wedged {
            return Gave::Nak;
        }
        if self.halted {
            return Gave::Stall;
        }
        match core::mem::replace(&mut self.step, Step::Command) {
            Step::Giving(left, sectors) => self.sectors(left, sectors, buf),
            Step::Replying => {
                let gave = self.outbox.give(buf, self.profile.max_packet);
                if !self.outbox.is_empty() {
                    self.step = Step::Replying;
                }
                gave
            }
            other => {
                self.step = other;
                Gave::Nak
            }
        }
    }

    fn command(&mut self, packet: &[u8]) {
        let cbw = match Cbw::from_bytes(packet) {
            Ok(cbw) => cbw,
            Err(error) => {
                self.notes.push(format!("everything is ignored until a bulk-only reset: {error}"));
                self.wedged = true;
                return;
            }
        };
        let length = usize::from(cbw.cdb_length);
        self.cdb[..length].copy_from_slice(&cbw.cdb[..length]);
        self.end = End { tag: cbw.tag, status: Status::GOOD, replied: 0, residue: 0 };
        match Command::from_cdb(cbw.lun, cbw.cdb_length, &self.cdb) {
            Ok(command) => self.carry_out(cbw, command),
            Err(_) => self.refuse(cbw, Status::FAILED),
        }
    }

    fn carry_out(&mut self, mut cbw: Cbw, command: Command) {
        let data = command.opcode.data();
        let sectors = matches!(command.opcode, Opcode::READ_LBA | Opcode::WRITE_LBA);
        if sectors && cbw.length == 0 {
            // Tools of old leave it out.
            cbw.length = command.length();
            cbw.direction = command.opcode.direction();
        }
        if cbw.length > 0 && data != DataPhase::None && cbw.direction != command.opcode.direction()
        {
            return self.refuse(cbw, Status::PHASE);
        }
        match command.opcode {
            Opcode::READ_LBA => self.read(cbw, command),
            Opcode::WRITE_LBA => self.write(cbw, command),
            Opcode::TEST_UNIT_READY => self.test(),
            _ => self.short(cbw, command),
        }
    }

    /// Ends a command without doing it: the host's data are thrown away, its buffer is filled with zeros.
    pub(super) fn refuse(&mut self, cbw: Cbw, status: Status) {
        self.end.status = status;
        self.end.residue = cbw.length;
        match (cbw.length, cbw.direction) {
            (0, _) => self.finish(),
            (length, Direction::Out) => self.step = Step::Taking(length, None),
            (length, Direction::In) => self.step = Step::Giving(length, None),
        }
    }

    fn test(&mut self) {
        self.tests += 1;
        if self.tests <= self.traits.busy {
            self.end.status = Status::FAILED;
        }
        // Says how long a request of the device may be: 256 KiB, on SPI NOR 32 KiB.
        let nor = self.media.get(self.chosen).is_some_and(|medium| &medium.id().0 == b"NOR  ");
        self.end.replied = if nor { 3 } else { 6 };
        self.finish();
    }

    /// Ends a command with a reply.
    pub(super) fn reply(&mut self, cbw: Cbw, bytes: &[u8]) {
        let length = bytes.len().min(cbw.length as usize);
        // An RK3588S's usbplug counts nothing for the storage.
        let counted = Opcode(self.cdb[0]) != Opcode::GET_STORAGE;
        self.end.replied = if counted { length as u32 } else { 0 };
        self.end.residue = cbw.length - length as u32;
        if length > 0 {
            self.outbox.push(bytes[..length].to_vec());
        }
        self.finish();
    }

    /// Ends a command with bytes instead of reply and status.
    pub(super) fn blurt(&mut self, bytes: &[u8]) {
        self.outbox.push(bytes.to_vec());
        self.step = Step::Replying;
    }

    /// Puts the status after what is in the outbox.
    pub(super) fn finish(&mut self) {
        let bytes = self.csw().to_bytes();
        self.outbox.push(bytes.to_vec());
        self.step = Step::Replying;
    }

    pub(super) fn csw(&self) -> Csw {
        let End { tag, status, replied, residue } = self.end;
        let residue = match self.profile.residue {
            Residue::True => residue,
            Residue::ReplyLength => replied.swap_bytes(),
        };
        Csw { tag, residue, status }
    }

    pub(super) fn fail(&mut self, status: Status) {
        self.end.status = status;
    }

    pub(super) fn disowned(&self) -> u32 {
        self.end.residue
    }

    pub(super) fn disown(&mut self, residue: u32) {
        self.end.residue = residue;
    }

    pub(super) fn take_data(&mut self, length: u32, sectors: Option<Sectors>) {
        self.step = Step::Taking(length, sectors);
    }

    pub(super) fn give_data(&mut self, length: u32, sectors: Option<Sectors>) {
        self.step = Step::Giving(length, sectors);
    }

    pub(super) fn halt(&mut self) {
        self.halted = true;
    }

    pub(super) fn crash(&mut self, why: &str) {
        self.notes.push(format!("the loader crashed: {why}"));
        self.crashed = true;
    }

    /// How many of the host's packets belong to the data phase, and whether they end it.
    fn data(&mut self, left: u32, mut sectors: Option<Sectors>, packets: &[u8]) -> Took {
        let take = packets.len().min(left as usize);
        let short = !take.is_multiple_of(self.profile.max_packet) || packets.is_empty();
        if let Some(sectors) = &mut sectors {
            self.store(sectors, &packets[..take]);
        }
        let left = left - take as u32;
        if left == 0 || short {
            if let Some(sectors) = sectors {
                self.stored(&sectors, left);
            }
            self.finish();
        } else {
            self.step = Step::Taking(left, sectors);
        }
        Took::Bytes(packets.len().min(take.max(1)))
    }

    fn sectors(&mut self, left: u32, mut sectors: Option<Sectors>, buf: &mut [u8]) -> Gave {
        let (packet, left) = (self.profile.max_packet, left as usize);
        let take = if left <= buf.len() { left } else { buf.len() / packet * packet };
        if take == 0 {
            self.step = Step::Giving(left as u32, sectors);
            return Gave::Overlong;
        }
        match &mut sectors {
            Some(sectors) => self.load(sectors, &mut buf[..take]),
            None => buf[..take].fill(0),
        }
        if take == left {
            self.finish();
        } else {
            self.step = Step::Giving((left - take) as u32, sectors);
        }
        Gave::Bytes(take, !take.is_multiple_of(packet))
    }
}
