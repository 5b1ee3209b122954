//! Mask ROM and BL2: the same USB device, one after the other.

use alloc::{format, vec};

use link::{
    Setup,
    device::{Answer, Gave, Outbox, Took},
};

use super::{
    RESTART, Reaction,
    amlc::{Amlc, Progress},
    board::{Board, Program},
    large::{Coming, Going},
    memory::Abort,
    requests::{self, done},
};
use crate::{
    families::{Flow, has_chip_info},
    image::{self, Bl2},
    optimus::wire::{
        ChipPage, DONE, INDEX_PAGE, Identity, Large, Lock, PAGE, Params, ROM_DESCRIPTOR, Request,
        Stage, addsum, password_sum,
    },
};

/// Bytes of what follows BL2 that tell what it is.
const HEAD: usize = 0x100;

/// A bulk transfer that was announced.
enum Transfer {
    None,
    Coming(Coming),
    Going(Going),
}

pub(super) struct Early {
    pub(super) stage: Stage,
    lock: Lock,
    transfer: Transfer,
    amlc: Option<Amlc>,
    outbox: Outbox,
    /// Requests that get no answer, as code has just been started.
    silent: u32,
}

impl Early {
    pub(super) fn new(board: &Board, stage: Stage) -> Self {
        let locked = stage == Stage::Rom && board.traits.password.is_some();
        let mut early = Self {
            stage,
            lock: if locked { Lock::Locked } else { Lock::Open },
            transfer: Transfer::None,
            amlc: None,
            outbox: Outbox::default(),
            silent: 0,
        };
        early.enter(stage, board);
        early
    }

    /// Another program begins, on the same USB session.
    fn enter(&mut self, stage: Stage, board: &Board) {
        self.stage = stage;
        self.amlc = (stage == Stage::Bl2Amlc).then(|| {
            let profile = board.profile;
            let (error, whole) = (board.traits.amlc_error, board.traits.whole);
            Amlc::new(profile.training, error, whole, profile.max_packet)
        });
    }

    pub(super) fn control(
        &mut self,
        setup: Setup,
        data: &[u8],
        board: &mut Board,
    ) -> (Answer, Reaction) {
        if self.silent > 0 {
            self.silent -= 1;
            return (Answer::Nak, Reaction::Stay);
        }
        // A request ends a transfer that was not brought to its end.
        self.transfer = Transfer::None;
        let known = Request::of(setup);
        if let Some(hang) = self.disturbed(known) {
            return (Answer::Nak, hang);
        }
        match known {
            Some(request) => self.request(request, data, board),
            // An unknown question gets what was lying there last.
            None if setup.request_type & 0x80 != 0 => (self.unknown(board), Reaction::Stay),
            None => (Answer::Stall, Reaction::Stay),
        }
    }

    /// BL2 in the middle of an exchange bears no request but those of the exchange.
    fn disturbed(&self, request: Option<Request>) -> Option<Reaction> {
        let amlc = self.amlc.as_ref()?;
        let part = matches!(request, Some(Request::WriteAmlc { .. } | Request::GetAmlc));
        let broken = !self.outbox.is_empty() || !amlc.is_idle() && !part;
        broken.then_some(Reaction::Hang("an AMLC exchange was broken off"))
    }

    fn request(&mut self, request: Request, data: &[u8], board: &mut Board) -> (Answer, Reaction) {
        match request {
            Request::Identify => return (self.identify(board), Reaction::Stay),
            Request::Password(sum) => return (self.password(sum, data, board), Reaction::Stay),
            Request::Nop => return (done(), Reaction::Stay),
            Request::ChipInfo(page) => return (self.chip_info(page, board), Reaction::Stay),
            _ if self.lock == Lock::Locked => return (Answer::Stall, Reaction::Stay),
            _ => {}
        }
        if let Some(result) = requests::memory(request, data, &mut board.memory) {
            return result.map_or_else(hang, |answer| (answer, Reaction::Stay));
        }
        match request {
            Request::Run(address) if !requests::runs(address, data) => {
                board.notes.push("code was to be run by a request that names another place".into());
                (Answer::Stall, Reaction::Stay)
            }
            Request::Run(address) => match self.run(address & !0xf, board) {
                Ok(reaction) => (done(), reaction),
                Err(abort) => hang(abort),
            },
            Request::WriteLarge { block, count } => {
                (self.write(block, count, data, board), Reaction::Stay)
            }
            Request::ReadLarge { block, count } => {
                (self.read(block, count, data, board), Reaction::Stay)
            }
            Request::GetAmlc => self.amlc(|amlc, outbox| amlc.ask(outbox)),
            Request::WriteAmlc { sector, last } => self.amlc(|amlc, _| amlc.announce(sector, last)),
            _ => (self.unknown_of(request, board), Reaction::Stay),
        }
    }

    fn identify(&self, board: &Board) -> Answer {
        let (rom, stage, lock) = (board.profile.rom, self.stage, self.lock);
        let pages = if has_chip_info(rom) { [0x0f, 0] } else { [0, 0] };
        Answer::Data(Identity { rom, stage, lock, pages }.to_bytes().to_vec())
    }

    fn unknown(&self, board: &Board) -> Answer {
        match has_chip_info(board.profile.rom) {
            true => Answer::Stall,
            false => Answer::Data(ROM_DESCRIPTOR.to_vec()),
        }
    }

    fn unknown_of(&self, request: Request, board: &Board) -> Answer {
        let inward = request.setup().request_type & 0x80 != 0;
        if inward { self.unknown(board) } else { Answer::Stall }
    }

    fn chip_info(&self, page: u16, board: &Board) -> Answer {
        if !has_chip_info(board.profile.rom) {
            return self.unknown(board);
        }
        let mut bytes = vec![0; PAGE];
        match page {
            ChipPage::NUMBER => bytes = board.chip_page().to_bytes().to_vec(),
            INDEX_PAGE => bytes[..5].copy_from_slice(b"INDX\x0f"),
            2 => bytes[..4].copy_from_slice(b"OPS_"),
            3 => bytes[..4].copy_from_slice(b"ROMV"),
            _ => return Answer::Stall,
        }
        Answer::Data(bytes)
    }

    /// The sum has to be that of the bytes. Whether signed or not is not known: both are taken.
    fn password(&mut self, sum: u16, data: &[u8], board: &Board) -> Answer {
        let Some(password) = &board.traits.password else { return done() };
        let unsigned = data.iter().fold(0, |sum: u16, &byte| sum.wrapping_add(byte.into()));
        let summed = sum == password_sum(data) || sum == unsigned;
        if self.lock == Lock::Locked && summed && data == password.as_slice() {
            self.lock = Lock::Unlocked;
        }
        done()
    }

    fn write(&mut self, block: u16, count: u16, data: &[u8], board: &mut Board) -> Answer {
        let Ok(large) = Large::from_bytes(data) else { return Answer::Stall };
        if !is_cut(large, block, count, board) {
            return Answer::Stall;
        }
        let mut coming = Coming::blocks(large, block, count);
        if self.stage == Stage::Rom && !board.profile.large_bl2 && is_bl2(board, large.address) {
            board.notes.push("BL2 was sent by a large transfer, which this mask ROM does not take there: the first load goes by WRITE_MEM".into());
            coming.stuck = true;
        }
        self.transfer = Transfer::Coming(coming);
        done()
    }

    fn read(&mut self, block: u16, count: u16, data: &[u8], board: &mut Board) -> Answer {
        let Ok(large) = Large::from_bytes(data) else { return Answer::Stall };
        if !is_cut(large, block, count, board) {
            return Answer::Stall;
        }
        self.transfer = Transfer::Going(Going::new(large, block.into()));
        done()
    }

    fn amlc(&mut self, act: impl FnOnce(&mut Amlc, &mut Outbox) -> Progress) -> (Answer, Reaction) {
        match &mut self.amlc {
            None => (Answer::Stall, Reaction::Stay),
            Some(amlc) => match act(amlc, &mut self.outbox) {
                Progress::Deaf(why) => (Answer::Nak, Reaction::Hang(why)),
                _ => (done(), Reaction::Stay),
            },
        }
    }

    pub(super) fn bulk_out(&mut self, packets: &[u8], board: &mut Board) -> (Took, Reaction) {
        if let Transfer::Coming(coming) = &mut self.transfer {
            let taken = coming.take(packets, board.profile.max_packet, &mut board.memory);
            if coming.is_over() {
                self.transfer = Transfer::None;
            }
            return match taken {
                Ok(took) => (took, Reaction::Stay),
                Err(Abort(why)) => (Took::Nak, Reaction::Hang(why)),
            };
        }
        let Some(amlc) = &mut self.amlc else { return (Took::Nak, Reaction::Stay) };
        let (took, progress) = amlc.take(packets, &mut self.outbox);
        let reaction = match progress {
            Progress::Going => Reaction::Stay,
            Progress::Deaf(why) => Reaction::Hang(why),
            Progress::Done => start_uboot(board),
        };
        (took, reaction)
    }

    pub(super) fn bulk_in(&mut self, buf: &mut [u8], board: &Board) -> (Gave, Reaction) {
        let max_packet = board.profile.max_packet;
        let Transfer::Going(going) = &mut self.transfer else {
            return (self.outbox.give(buf, max_packet), Reaction::Stay);
        };
        let given = going.give(buf, max_packet, &board.memory);
        if going.is_over() {
            self.transfer = Transfer::None;
        }
        match given {
            Ok(gave) => (gave, Reaction::Stay),
            Err(Abort(why)) => (Gave::Nak, Reaction::Hang(why)),
        }
    }

    /// Runs what is at an address.
    fn run(&mut self, address: u32, board: &mut Board) -> Result<Reaction, Abort> {
        let flow = board.profile.family().flow;
        self.silent = board.traits.slow;
        match (self.stage, flow) {
            (Stage::Rom, Flow::G12 { bl2 }) if address == bl2 => {
                if self.takes(board, flow)? {
                    // Memory is BL2's business from here on; it sets up DRAM while it asks.
                    self.enter(Stage::Bl2Amlc, board);
                }
                Ok(Reaction::Stay)
            }
            (Stage::Rom, Flow::Gx { bl2, params, .. }) if address == bl2 => {
                if !self.takes(board, flow)? {
                    return Ok(Reaction::Stay);
                }
                if board.traits.bl2_returns {
                    return obey(params, board);
                }
                self.enter(Stage::Bl2, board);
                Ok(Reaction::Stay)
            }
            (Stage::Bl2, Flow::Gx { params, .. }) if address == params => obey(params, board),
            _ => Err(Abort("code was run that this board does not know")),
        }
    }

    /// Whether the mask ROM takes what was loaded as BL2. A fused chip ignores what is not signed for it, any chip what is
    /// damaged.
    fn takes(&self, board: &mut Board, flow: Flow) -> Result<bool, Abort> {
        let (Some(at), Some(length)) = (flow.bl2(), flow.bl2_length()) else { return Ok(false) };
        let image = board.memory.bytes(at, length)?;
        if let Some(sum) = board.traits.signed {
            let ours = sum == addsum(&image);
            if !ours {
                board.notes.push(
                    "secure boot: the mask ROM ignores a BL2 that is not signed for this chip"
                        .into(),
                );
            }
            return Ok(ours);
        }
        if !image[0x10..].starts_with(b"@AML") {
            return Err(Abort("what was run is no BL2: @AML is missing"));
        }
        let family = board.profile.family();
        if image::layout(&image).is_none_or(|layout| !layout.is_for(family)) {
            return Err(Abort("what was run is BL2 for another family"));
        }
        let sound = Bl2::check(&image);
        if let Err(error) = &sound {
            board.notes.push(format!("the mask ROM ignores it: {error}"));
        }
        Ok(sound.is_ok())
    }
}

fn hang(abort: Abort) -> (Answer, Reaction) {
    (Answer::Nak, Reaction::Hang(abort.0))
}

/// Whether a large transfer is cut into as many blocks as it has: all tools send as many as it takes, and the last one
/// may be short.
fn is_cut(large: Large, block: u16, count: u16, board: &mut Board) -> bool {
    let cut = block > 0 && count > 0 && large.total.div_ceil(block.into()) == count.into();
    if !cut {
        let total = large.total;
        board.notes.push(format!("{total} bytes are not {count} blocks of {block}"));
    }
    cut
}

/// Whether an address is where BL2 goes.
fn is_bl2(board: &Board, address: u32) -> bool {
    let flow = board.profile.family().flow;
    let (Some(at), Some(length)) = (flow.bl2(), flow.bl2_length()) else { return false };
    address.checked_sub(at).is_some_and(|offset| (offset as usize) < length)
}

/// BL2 does what its parameters say.
fn obey(params: u32, board: &mut Board) -> Result<Reaction, Abort> {
    let block = board.memory.bytes(params, Params::ROOM)?;
    let done = DONE.to_le_bytes();
    match Params::from_bytes(&block) {
        Ok(Params::DdrInit) => {
            board.memory.dram = true;
            board.memory.write(params, &done)?;
        }
        Ok(Params::Verify { address, size, sum }) => {
            if addsum(&board.memory.bytes(address, size as usize)?) == sum {
                board.memory.write(params, &done)?;
            }
        }
        Ok(Params::RunFip { address, .. }) => {
            let head = board.memory.bytes(address, HEAD)?;
            let family = board.profile.family();
            // Only a fused board's BL2 can decrypt it.
            let fits = image::layout(&head).is_some_and(|layout| layout.is_for(family));
            if !fits && board.traits.signed.is_none() {
                return Err(Abort("what was to be run as U-Boot is no FIP of this family"));
            }
            return Ok(start_uboot(board));
        }
        Err(_) => return Err(Abort("BL2 found no parameters")),
    }
    Ok(Reaction::Stay)
}

fn start_uboot(board: &mut Board) -> Reaction {
    board.memory.dram = true;
    board.loaded = true;
    match board.traits.program {
        Program::Vendor => Reaction::Leave(Some(Stage::Uboot), board.profile.comeback),
        Program::Mainline => {
            board.notes.push("U-Boot runs; it does not speak Optimus".into());
            Reaction::Leave(None, RESTART)
        }
    }
}
