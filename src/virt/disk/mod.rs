//! A board whose U-Boot shows a storage as a USB disk: bulk-only transport (USB Mass Storage Class, revision 1.0), as its `ums`
//! does it, and strict. A kernel's own driver uses it.

mod scsi;
mod wrapper;

use link::{
    Pipe, Setup,
    device::{Answer, Device, Gave, Identity, Outbox, Took},
    storage::{SECTOR, Storage},
};

use scsi::{Reply, Scsi};
use wrapper::{Command, STATUS_FAILED, STATUS_GOOD, STATUS_PHASE, status};

/// SCSI commands, bulk-only transport.
const CLASS: [u8; 3] = [0x08, 0x06, 0x50];
const MAX_PACKET: usize = 512;

/// Data of a command under way.
struct Intake {
    command: Command,
    /// The sector that comes next; `None`: they are thrown away.
    sector: Option<u64>,
    /// Bytes that are still to come, and that belong to the command.
    left: u64,
    /// Less than a sector.
    rest: Vec<u8>,
    status: u8,
}

/// The disk.
pub(super) struct Disk {
    numbers: (u16, u16),
    strings: [&'static str; 2],
    scsi: Scsi,
    intake: Option<Intake>,
    outbox: Outbox,
    /// The status that follows once the host has ended a halt.
    held: Option<Vec<u8>>,
    halted: [bool; 2],
    /// What came was no command: nothing is until a reset.
    wedged: bool,
    /// Whether U-Boot shows it no more.
    left: Option<Box<dyn Fn() -> bool + Send>>,
}

impl Disk {
    /// A disk with the numbers and strings of a U-Boot. `name`: what it calls itself.
    pub(super) fn new(
        (vendor, product, strings): (u16, u16, [&'static str; 2]),
        name: &str,
        storage: Box<dyn Storage>,
        protected: bool,
    ) -> Self {
        Self {
            numbers: (vendor, product),
            strings,
            scsi: Scsi::new(name, storage, protected),
            intake: None,
            outbox: Outbox::default(),
            held: None,
            halted: [false; 2],
            wedged: false,
            left: None,
        }
    }

    /// The same, which disconnects when U-Boot's `ums` ends.
    pub(super) fn until(mut self, left: impl Fn() -> bool + Send + 'static) -> Self {
        self.left = Some(Box::new(left));
        self
    }

    fn wedge(&mut self) {
        (self.wedged, self.halted) = (true, [true; 2]);
    }

    /// A command block.
    fn command(&mut self, bytes: &[u8]) {
        let Some(command) = Command::parse(bytes) else { return self.wedge() };
        let (wanted, sends) = (u64::from(command.length), command.is_in);
        match self.scsi.run(&command.block) {
            Reply::Data(data) => self.give(&command, data),
            Reply::Take(_, bytes) if sends || bytes > wanted => self.refuse(&command, STATUS_PHASE),
            Reply::Take(sector, bytes) => self.take(command, (sector, bytes)),
            Reply::Done if wanted == 0 => self.end(&command, 0, STATUS_GOOD),
            Reply::Done => self.refuse(&command, STATUS_GOOD),
            Reply::Failed => self.refuse(&command, STATUS_FAILED),
        }
    }

    /// Sends data, and a halt where the host expects more.
    fn give(&mut self, command: &Command, data: Vec<u8>) {
        let (wanted, there) = (u64::from(command.length), data.len() as u64);
        if there > wanted || !command.is_in && wanted > 0 {
            return self.refuse(command, STATUS_PHASE);
        }
        let status = status(command, there, STATUS_GOOD);
        if there > 0 {
            self.outbox.push(data);
        }
        if there < wanted && there.is_multiple_of(MAX_PACKET as u64) {
            self.hold(Pipe::In, status);
        } else {
            self.outbox.push(status);
        }
    }

    /// Takes data in, and throws away what the host sends beyond.
    fn take(&mut self, command: Command, (sector, bytes): (u64, u64)) {
        let intake = Intake {
            sector: Some(sector),
            left: bytes,
            rest: Vec::new(),
            status: STATUS_GOOD,
            command,
        };
        self.intake = Some(intake);
        self.settle();
    }

    /// Ends a write all of whose data came.
    fn settle(&mut self) {
        if let Some(intake) = self.intake.take_if(|intake| intake.left == 0) {
            let done = if intake.status == STATUS_GOOD { intake.command.length } else { 0 };
            self.end(&intake.command, done.into(), intake.status);
        }
    }

    fn data(&mut self, packets: &[u8]) {
        let Some(intake) = &mut self.intake else { return };
        let taken = (packets.len() as u64).min(intake.left);
        intake.left -= taken;
        intake.rest.extend_from_slice(&packets[..taken as usize]);
        let whole = intake.rest.len() / SECTOR * SECTOR;
        if let Some(sector) = intake.sector {
            let written = self.scsi.write(sector, &intake.rest[..whole]);
            intake.sector = written.then_some(sector + (whole / SECTOR) as u64);
            intake.status = if written { STATUS_GOOD } else { STATUS_FAILED };
        }
        intake.rest.drain(..whole);
        self.settle();
    }

    fn end(&mut self, command: &Command, moved: u64, how: u8) {
        self.outbox.push(status(command, moved, how));
    }

    /// Ends a command without its data: the pipe that they were to take is halted first.
    fn refuse(&mut self, command: &Command, how: u8) {
        let status = status(command, 0, how);
        match (command.length, command.is_in) {
            (0, _) => self.outbox.push(status),
            (_, true) => self.hold(Pipe::In, status),
            (_, false) => self.hold(Pipe::Out, status),
        }
    }

    /// Halts a pipe once all before it was fetched; the status comes when the host has ended that.
    fn hold(&mut self, pipe: Pipe, status: Vec<u8>) {
        self.held = Some(status);
        if pipe == Pipe::Out {
            self.halted[0] = true;
        }
    }

    /// Whether the pipe to the host is halted now.
    fn halts_in(&mut self) -> bool {
        if self.held.is_some() && self.outbox.is_empty() && !self.halted[0] {
            self.halted[1] = true;
        }
        self.halted[1]
    }

    fn reset(&mut self) {
        (self.intake, self.held, self.wedged) = (None, None, false);
        self.outbox.clear();
    }
}

impl Device for Disk {
    fn identity(&self) -> Identity {
        Identity {
            usb: 0x0200,
            vendor: self.numbers.0,
            product: self.numbers.1,
            release: 0x0223,
            class: CLASS,
            strings: [self.strings[0].into(), self.strings[1].into(), String::new()],
            out: 0x01,
            r#in: 0x81,
            max_packet: MAX_PACKET,
        }
    }

    fn control(&mut self, setup: Setup, _: &[u8]) -> Answer {
        match (setup.request_type, setup.request) {
            // GET MAX LUN
            (0xa1, 0xfe) => Answer::Data(vec![0]),
            // BULK-ONLY MASS STORAGE RESET: halts stay, and the host ends them.
            (0x21, 0xff) => {
                self.reset();
                Answer::Data(Vec::new())
            }
            _ => Answer::Stall,
        }
    }

    fn bulk_out(&mut self, packets: &[u8]) -> Took {
        if self.halted[0] {
            return Took::Stall;
        }
        if self.intake.is_some() {
            self.data(packets);
            return Took::Bytes(packets.len());
        }
        if !self.outbox.is_empty() || self.held.is_some() {
            return Took::Nak;
        }
        let first = packets.len().min(MAX_PACKET);
        self.command(&packets[..first]);
        if self.wedged { Took::Stall } else { Took::Bytes(first) }
    }

    fn bulk_in(&mut self, buf: &mut [u8]) -> Gave {
        if self.halts_in() {
            return Gave::Stall;
        }
        self.outbox.give(buf, MAX_PACKET)
    }

    fn gone(&mut self) -> bool {
        self.left.as_ref().is_some_and(|left| left())
    }

    fn clear_halt(&mut self, pipe: Pipe) {
        if self.wedged {
            return;
        }
        match pipe {
            Pipe::Out => self.halted[0] = false,
            Pipe::In => self.halted[1] = false,
            Pipe::Control => return,
        }
        if let Some(status) = self.held.take() {
            self.outbox.push(status);
        }
    }
}

#[cfg(test)]
mod tests;
