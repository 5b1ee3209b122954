//! The vendor's U-Boot in its burn mode: what it knows, and what it leaves without an answer.

use alloc::{format, string::String, vec::Vec};

use link::{
    Setup,
    device::{Answer, Gave, Outbox, Took},
};

use super::{
    Profile, RESTART, Reaction,
    board::{Board, Traits},
    command::Commands,
    large::{Coming, Going},
    memory::Abort,
    requests::{self, done},
};
use crate::optimus::wire::{
    BLOCK, Identity, LEAD, Large, MediaAck, MediaHead, Reply, Request, Stage,
};

/// What the bulk pipes carry.
enum Transfer {
    None,
    Coming(Coming),
    Going(Going),
    /// A packet for storage: its head, what has come, and whether busy replies are understood.
    Packet(MediaHead, Vec<u8>, bool),
}

pub(super) struct Burn {
    max_packet: usize,
    commands: Commands,
    transfer: Transfer,
    outbox: Outbox,
    /// The answer that TPL_STAT fetches.
    stat: Option<Reply>,
    /// No text has come yet: the first one loses its first four bytes.
    fresh: bool,
    /// What happens once the answer was fetched.
    then: Reaction,
    busy: u32,
}

impl Burn {
    pub(super) fn new(profile: &Profile, traits: &Traits) -> Self {
        Self {
            max_packet: profile.max_packet,
            commands: Commands::default(),
            transfer: Transfer::None,
            outbox: Outbox::default(),
            stat: None,
            fresh: true,
            then: Reaction::Stay,
            busy: traits.busy,
        }
    }

    pub(super) fn control(
        &mut self,
        setup: Setup,
        data: &[u8],
        board: &mut Board,
    ) -> (Answer, Reaction) {
        self.transfer = Transfer::None;
        let Some(request) = Request::of(setup).filter(|request| request.is_uboots()) else {
            board.notes.push(format!("U-Boot: unknown request {:#04x}", setup.request));
            return (Answer::Stall, Reaction::Stay);
        };
        if let Some(result) = requests::memory(request, data, &mut board.memory) {
            return match result {
                Ok(answer) => (answer, Reaction::Stay),
                Err(Abort(why)) => (Answer::Nak, Reaction::Hang(why)),
            };
        }
        // It powers the USB port down and jumps.
        if let Request::Run(address) = request
            && requests::runs(address, data)
        {
            return (done(), Reaction::Leave(None, RESTART));
        }
        match request {
            Request::TplStat => {
                (self.tpl_stat(), core::mem::replace(&mut self.then, Reaction::Stay))
            }
            _ => (self.request(request, data, board), Reaction::Stay),
        }
    }

    fn request(&mut self, request: Request, data: &[u8], board: &mut Board) -> Answer {
        match request {
            Request::Identify => Answer::Data(identify().to_vec()),
            Request::WriteLarge { .. } => {
                self.large(data, |large| Transfer::Coming(Coming::total(large)))
            }
            Request::ReadLarge { .. } => {
                self.large(data, |large| Transfer::Going(Going::new(large, BLOCK)))
            }
            Request::TplCommand(_) => self.tpl(data, board),
            Request::BulkCommand(index) => self.bulk(data, index == 2, board),
            Request::WriteMedia(index) => self.write_media(data, index),
            Request::ReadMedia { .. } => self.read_media(board),
            _ => Answer::Stall,
        }
    }

    fn large(&mut self, data: &[u8], transfer: impl FnOnce(Large) -> Transfer) -> Answer {
        match Large::from_bytes(data) {
            Ok(large) if large.total > 0 => {
                self.transfer = transfer(large);
                done()
            }
            _ => Answer::Stall,
        }
    }

    /// The text of a command, less what got lost of the first one.
    fn text(&mut self, data: &[u8]) -> String {
        let lost = if core::mem::take(&mut self.fresh) { 4 } else { 0 };
        let rest = data.get(lost..).unwrap_or_default();
        let end = rest.iter().position(|&byte| byte == 0).unwrap_or(rest.len());
        String::from_utf8_lossy(&rest[..end]).into_owned()
    }

    fn bulk(&mut self, data: &[u8], patient: bool, board: &mut Board) -> Answer {
        if data.is_empty() || data.len() > Reply::SIZE {
            return Answer::Stall;
        }
        let text = self.text(data);
        let outcome = self.commands.run(&text, board);
        self.outbox.clear();
        for _ in 0..if patient && outcome.long { self.busy } else { 0 } {
            self.outbox.push(Reply::Busy.to_bytes(Reply::SIZE));
        }
        self.outbox.push(outcome.reply.to_bytes(Reply::SIZE));
        self.then = outcome.then;
        done()
    }

    fn tpl(&mut self, data: &[u8], board: &mut Board) -> Answer {
        let text = self.text(data);
        let outcome = self.commands.run(&text, board);
        self.stat = Some(outcome.reply);
        self.then = outcome.then;
        done()
    }

    fn tpl_stat(&mut self) -> Answer {
        let reply = self.stat.take().unwrap_or_else(|| Reply::Failed("no command".into()));
        Answer::Data(reply.to_bytes(Reply::STAT))
    }

    fn write_media(&mut self, data: &[u8], index: u16) -> Answer {
        let Ok(head) = MediaHead::from_bytes(data) else { return Answer::Stall };
        if head.length == 0 {
            return Answer::Stall;
        }
        let patient = index == 0xffff && data.len() == MediaHead::SIZE;
        self.outbox.clear();
        self.transfer = Transfer::Packet(head, Vec::new(), patient);
        done()
    }

    fn read_media(&mut self, board: &mut Board) -> Answer {
        let Some((head, bytes)) = self.commands.store.piece(board) else { return Answer::Stall };
        self.outbox.clear();
        if !bytes.is_empty() {
            self.outbox.push(bytes);
        }
        Answer::Data(head.to_bytes().to_vec())
    }

    pub(super) fn bulk_out(&mut self, packets: &[u8], board: &mut Board) -> (Took, Reaction) {
        match core::mem::replace(&mut self.transfer, Transfer::None) {
            Transfer::Coming(mut coming) => {
                let taken = coming.take(packets, self.max_packet, &mut board.memory);
                if !coming.is_over() {
                    self.transfer = Transfer::Coming(coming);
                }
                match taken {
                    Ok(took) => (took, Reaction::Stay),
                    Err(Abort(why)) => (Took::Nak, Reaction::Hang(why)),
                }
            }
            Transfer::Packet(head, bytes, patient) => {
                (self.packet(packets, head, bytes, patient, board), Reaction::Stay)
            }
            other => {
                self.transfer = other;
                (Took::Nak, Reaction::Stay)
            }
        }
    }

    fn packet(
        &mut self,
        packets: &[u8],
        head: MediaHead,
        mut bytes: Vec<u8>,
        patient: bool,
        board: &mut Board,
    ) -> Took {
        let length = packets.len().min(head.length as usize - bytes.len());
        bytes.extend_from_slice(&packets[..length]);
        if bytes.len() < head.length as usize
            && length.is_multiple_of(self.max_packet)
            && length > 0
        {
            self.transfer = Transfer::Packet(head, bytes, patient);
            return Took::Bytes(length);
        }
        // What came is what is judged; a packet that broke off has another sum.
        let mut ack = self.commands.store.packet(head, &bytes, board);
        for _ in 0..if patient { core::mem::take(&mut self.busy) } else { 0 } {
            let mut busy = MediaAck::BUSY.to_vec();
            busy.resize(head.ack.into(), 0);
            self.outbox.push(busy);
        }
        ack.resize(head.ack.into(), 0);
        self.outbox.push(ack);
        Took::Bytes(length)
    }

    pub(super) fn bulk_in(&mut self, buf: &mut [u8], board: &Board) -> (Gave, Reaction) {
        if let Transfer::Going(going) = &mut self.transfer {
            let given = going.give(buf, self.max_packet, &board.memory);
            if going.is_over() {
                self.transfer = Transfer::None;
            }
            return match given {
                Ok(gave) => (gave, Reaction::Stay),
                Err(Abort(why)) => (Gave::Nak, Reaction::Hang(why)),
            };
        }
        let gave = self.outbox.give(buf, self.max_packet);
        let fetched = matches!(gave, Gave::Bytes(..)) && self.outbox.is_empty();
        let then = if fetched {
            core::mem::replace(&mut self.then, Reaction::Stay)
        } else {
            Reaction::Stay
        };
        (gave, then)
    }
}

/// Four bytes, and what follows them in memory: as many hosts ask for eight.
fn identify() -> [u8; 8] {
    let stage = Stage::Uboot;
    let told =
        Identity { rom: (0, 7), stage, lock: crate::optimus::wire::Lock::Open, pages: [0; 2] };
    let mut bytes = told.to_bytes();
    bytes[4..].copy_from_slice(&LEAD.as_bytes()[..4]);
    bytes
}
