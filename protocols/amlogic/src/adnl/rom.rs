//! The virtual board: mask ROM, BL2, BL2E and the vendor's U-Boot, one after the other on the same port.
//!
//! What has not been described anywhere is made up, and marked as such in [`Profile::source`]. A mask ROM that checks signatures is
//! modelled by the SHA-256 of the one file that it starts.

mod boot;
mod media;
mod profile;
mod uboot;

use alloc::{
    boxed::Box,
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::time::Duration;

use link::{
    Pipe, Setup,
    device::{Answer, Device, Gave, Identity, Outbox, Successor, Took},
};

use boot::Boot;
use media::Media;

pub use profile::{PROFILES, Part, Profile, Window, profile};

use crate::{
    adnl::wire::{self, COMMAND_MOST, Command, Register, Reply, Stage},
    storage::{Memory, Storage},
};

/// What is special about this one board, or wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    /// It starts nothing but what its maker signed: the part of the boot file that the mask ROM is sent has this
    /// SHA-256.
    pub maker: Option<[u8; 32]>,
    /// The mask ROM wants a password.
    pub password: bool,
    /// U-Boot says so often that it is busy before it answers.
    pub busy: u32,
    /// The windows, counted from 1 over BL2 and U-Boot, that arrive damaged.
    pub damaged: Vec<u32>,
    /// U-Boot says OKAY to a window before it looks at it, and says no more.
    pub early_okay: bool,
    /// The eMMC is write-protected.
    pub protected: bool,
    /// BL2 fails after its first window with this code.
    pub bl2_error: Option<u8>,
    /// BL2E answers `identify` so often with BL2's number before its own.
    pub slow: u32,
}

/// What data are for.
enum Taking {
    First,
    Download,
    Register(Register),
    Window,
    /// The sum of these data.
    Sum(Vec<u8>),
}

/// Data that are coming in.
struct Intake {
    left: usize,
    bytes: Vec<u8>,
    taking: Taking,
}

/// What happens once the answer was fetched.
enum Then {
    Leave(Option<Stage>),
    Become(Stage),
}

/// A board at its port.
pub struct Rom {
    profile: &'static Profile,
    traits: Traits,
    stage: Stage,
    boot: Boot,
    media: Media,
    intake: Option<Intake>,
    outbox: Outbox,
    then: Option<Then>,
    /// It has disconnected for this stage, or for good.
    gone: Option<Option<Stage>>,
    notes: Vec<String>,
    /// The running write has sums.
    sums: bool,
    /// Windows that were counted.
    windows: u32,
    slow: u32,
}

impl Rom {
    /// A board of this profile with this eMMC, in this stage.
    pub fn new(
        profile: &'static Profile,
        traits: Traits,
        stage: Stage,
        emmc: Box<dyn Storage>,
    ) -> Self {
        let mut media = Media::new(emmc, profile.parts, traits.maker.is_some());
        media.protected = traits.protected;
        Self {
            profile,
            slow: if stage == Stage::BL2E { traits.slow } else { 0 },
            traits,
            stage,
            boot: Boot::default(),
            media,
            intake: None,
            outbox: Outbox::default(),
            then: None,
            gone: None,
            notes: Vec::new(),
            sums: false,
            windows: 0,
        }
    }

    /// A blank eMMC in memory, as large as the profile says.
    pub fn blank(profile: &Profile) -> Box<dyn Storage> {
        Box::new(Memory::new(profile.emmc, 0))
    }

    /// The program that runs.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// The windows of the boot file that BL2 and BL2E were sent: offset and bytes.
    pub fn received(&self) -> &[(u32, Vec<u8>)] {
        &self.boot.received
    }

    /// Its eMMC, to be looked at.
    pub fn emmc(&mut self) -> &mut dyn Storage {
        &mut *self.media.emmc
    }

    fn command(&mut self, bytes: &[u8]) {
        if bytes.is_empty() {
            return;
        }
        if bytes.len() > COMMAND_MOST {
            return self.fail("buffer overflow");
        }
        match Command::parse(bytes) {
            None => {
                self.note(&format!("no command: {}", wire::text(bytes).escape_debug()));
                let why =
                    if self.stage == Stage::UBOOT { "unknown command" } else { "unknow command" };
                self.fail(why);
            }
            Some(command) if self.stage == Stage::UBOOT => self.late(command),
            Some(command) => self.early(command),
        }
    }

    fn data(&mut self, packets: &[u8], mut intake: Intake) -> Took {
        let whole = intake.left.next_multiple_of(self.profile.max_packet);
        let taken = packets.len().min(whole);
        let used = taken.min(intake.left);
        intake.bytes.extend_from_slice(&packets[..used]);
        intake.left -= used;
        // A sum may be sent in eight bytes.
        if taken > used && !matches!(intake.taking, Taking::Register(_) | Taking::Sum(_)) {
            self.note(&format!("{} bytes more than were asked for", taken - used));
        }
        if intake.left > 0 {
            self.intake = Some(intake);
        } else if self.stage == Stage::UBOOT {
            self.late_data(intake);
        } else {
            self.early_data(intake);
        }
        Took::Bytes(taken)
    }

    fn take(&mut self, size: u32, taking: Taking, reply: Reply) {
        self.reply(reply);
        self.take_more(size, taking);
    }

    fn take_more(&mut self, size: u32, taking: Taking) {
        self.intake = Some(Intake { left: size as usize, bytes: Vec::new(), taking });
    }

    fn reply(&mut self, reply: Reply) {
        self.outbox.push(reply.to_bytes());
    }

    fn okay(&mut self, rest: &[u8]) {
        self.reply(Reply::Okay(rest.to_vec()));
    }

    fn fail(&mut self, why: &str) {
        self.reply(Reply::Fail(why.into()));
    }

    /// Says that it is busy as often as it is.
    fn busy(&mut self) {
        for _ in 0..self.traits.busy {
            self.reply(Reply::Info("busy".into()));
        }
    }

    fn note(&mut self, text: &str) {
        self.notes.push(text.to_string());
    }

    fn leave_after_reply(&mut self, next: Option<Stage>) {
        self.then = Some(Then::Leave(next));
    }

    fn become_after_reply(&mut self, stage: Stage) {
        self.then = Some(Then::Become(stage));
    }

    /// The answer was fetched.
    fn answered(&mut self) {
        match self.then.take() {
            None => {}
            Some(Then::Leave(next)) => self.gone = Some(next),
            Some(Then::Become(stage)) => {
                (self.stage, self.slow) = (stage, self.traits.slow);
                self.next_round();
            }
        }
    }
}

impl Device for Rom {
    fn identity(&self) -> Identity {
        let serial: String = self.profile.id.iter().map(|byte| format!("{byte:02x}")).collect();
        let strings = match self.stage {
            Stage::UBOOT => ["Amlogic Inc".into(), "DNL".into(), serial],
            _ => [String::new(), "Aml_DNL".into(), String::new()],
        };
        Identity {
            usb: 0x0200,
            vendor: wire::VENDOR,
            product: wire::PRODUCT,
            release: 0x0007,
            class: [0xff, 0x42, 0x03],
            strings,
            out: wire::OUT,
            r#in: wire::IN,
            max_packet: self.profile.max_packet,
        }
    }

    fn control(&mut self, _: Setup, _: &[u8]) -> Answer {
        if self.gone.is_some() { Answer::Gone } else { Answer::Stall }
    }

    fn bulk_out(&mut self, packets: &[u8]) -> Took {
        if self.gone.is_some() {
            return Took::Gone;
        }
        if !self.outbox.is_empty() {
            return Took::Nak;
        }
        if let Some(intake) = self.intake.take() {
            return self.data(packets, intake);
        }
        let first = packets.len().min(self.profile.max_packet);
        self.command(&packets[..first]);
        Took::Bytes(first)
    }

    fn bulk_in(&mut self, buf: &mut [u8]) -> Gave {
        if self.gone.is_some() {
            return Gave::Gone;
        }
        let gave = self.outbox.give(buf, self.profile.max_packet);
        if matches!(gave, Gave::Bytes(..)) && self.outbox.is_empty() {
            self.answered();
        }
        gave
    }

    fn clear_halt(&mut self, _: Pipe) {}

    fn gone(&mut self) -> bool {
        self.gone.is_some()
    }

    fn successor(&mut self) -> Option<Successor> {
        let stage = self.gone.as_mut()?.take()?;
        let empty = Media::new(Box::new(Memory::new(0, 0)), &[], false);
        let emmc = core::mem::replace(&mut self.media, empty).restart();
        let mut device = Self::new(self.profile, self.traits.clone(), stage, emmc);
        if stage != Stage::ROM {
            // What a test looks at, and registers that survive.
            device.boot.received = core::mem::take(&mut self.boot.received);
            device.boot.burnsteps = self.boot.burnsteps;
            device.windows = self.windows;
        }
        Some(Successor { after: self.comeback(stage), device: Box::new(device) })
    }

    fn notes(&mut self) -> Vec<String> {
        core::mem::take(&mut self.notes)
    }
}

impl Rom {
    fn comeback(&self, stage: Stage) -> Duration {
        self.profile.before(stage)
    }
}

#[cfg(test)]
mod tests;
