//! Mask ROM, BL2 and BL2E: what they are sent, and what they do with it.

use alloc::{format, string::String, vec, vec::Vec};

use sha2::{Digest, Sha256};

use super::{Intake, Profile, Rom, Taking, profile::Window};
use crate::{
    adnl::{
        addsum,
        wire::{ChipPage, Command, Identify, Register, Reply, Request, RequestKind, Stage, Var},
    },
    image,
};

/// What the programs before U-Boot hold.
#[derive(Default)]
pub(super) struct Boot {
    /// The beginning of the boot file was sent.
    first: bool,
    /// What the mask ROM was sent.
    loaded: Vec<u8>,
    pub(super) burnsteps: u32,
    /// The window that is wanted.
    index: usize,
    sequence: u32,
    /// What came of it.
    window: Vec<u8>,
    /// BL2 was busy.
    waited: bool,
    /// All windows that came: offset and bytes.
    pub(super) received: Vec<(u32, Vec<u8>)>,
}

impl Rom {
    /// A command to a program before U-Boot.
    pub(super) fn early(&mut self, command: Command) {
        let rom = self.stage == Stage::ROM;
        match command {
            Command::GetVar(var) => self.early_var(var),
            Command::Devices => self.reply(Reply::Named),
            Command::SetVar(Register::Burnsteps) if self.profile.burnsteps => {
                self.take(4, Taking::Register(Register::Burnsteps), Reply::Data(4));
            }
            Command::SetVar(Register::Checksum) if !rom => {
                self.take(4, Taking::Register(Register::Checksum), Reply::Data(4));
            }
            Command::FirstSect if rom => match self.profile.first_sect {
                Some(size) => self.take(size, Taking::First, Reply::Data(size)),
                None => self.fail("unknow command"),
            },
            Command::Download(_) if rom && self.is_locked() => self.fail("need password"),
            Command::Download(size) => self.download(size),
            Command::Boot if rom => self.start(),
            Command::Reboot(_) => {
                self.okay(b"");
                self.leave_after_reply(Some(Stage::ROM));
            }
            _ => self.fail("unknow command"),
        }
    }

    fn early_var(&mut self, var: Var) {
        match var {
            Var::Identify => self.identify(),
            Var::Serial => self.serial(),
            Var::DownloadSize if self.stage == Stage::ROM => {
                let size = self.profile.download;
                let text = format!("0x{size:X}{}", self.profile.stale);
                self.okay(text.as_bytes());
            }
            Var::ChipPage(page) => self.chip_page(page),
            Var::Request if self.stage != Stage::ROM => {
                let request = self.request();
                self.okay(&request.to_bytes());
            }
            _ => self.fail("unknow command"),
        }
    }

    pub(super) fn identify(&mut self) {
        let profile = self.profile;
        let rom = self.stage == Stage::ROM;
        if self.slow > 0 {
            // The one before still answers.
            self.slow -= 1;
            return self.identify_as(Stage::BL2);
        }
        if rom {
            let mut bytes = vec![0; profile.rom_identify];
            bytes[..8].copy_from_slice(&self.identity_of(Stage::ROM).to_bytes());
            return self.okay(&bytes);
        }
        self.identify_as(self.stage);
    }

    fn identify_as(&mut self, stage: Stage) {
        let bytes = self.identity_of(stage).to_bytes();
        self.okay(&bytes);
    }

    fn identity_of(&self, stage: Stage) -> Identify {
        let profile = self.profile;
        let rom = stage == Stage::ROM;
        Identify {
            protocol: if rom { profile.rom_protocol } else { profile.protocol },
            // U-Boot always says 0.
            minor: if stage == Stage::UBOOT { 0 } else { profile.minor },
            stage,
            password_needed: rom && self.traits.password,
            password_given: false,
            pages: if stage == Stage::UBOOT { 0 } else { 0x0f },
        }
    }

    fn is_locked(&self) -> bool {
        self.traits.password
    }

    pub(super) fn serial(&mut self) {
        let text: String = self.profile.id.iter().map(|byte| format!("{byte:02x}")).collect();
        self.okay(text.as_bytes());
    }

    fn chip_page(&mut self, page: u8) {
        let profile = self.profile;
        let mut bytes = [0; ChipPage::SIZE];
        match page {
            0 => {
                bytes[..4].copy_from_slice(b"INDX");
                bytes[4] = 0x0f;
            }
            ChipPage::PAGE => {
                let features = if self.traits.maker.is_some() { 0x11 } else { 0 };
                bytes = ChipPage { family: profile.family, id: profile.id, features }.to_bytes();
            }
            2 => bytes[..4].copy_from_slice(b"OPS_"),
            3 => bytes[..4].copy_from_slice(b"ROMV"),
            // Two more pages that the capture of an S905X5's burn asks for.
            4 | 5 if profile.first_sect.is_some() => {}
            _ => return self.fail("no such page"),
        }
        self.okay(&bytes);
    }

    fn download(&mut self, size: u32) {
        if self.stage == Stage::ROM {
            if self.profile.first_sect.is_some() && !self.boot.first {
                self.note("the mask ROM was not sent the beginning of the file first");
            }
            self.boot.loaded.clear();
            return match size {
                0 => self.fail("data invalid size"),
                size if size > self.profile.download => self.fail("data too large"),
                size => self.take(size, Taking::Download, Reply::Data(size)),
            };
        }
        let wanted = self.window().map_or(0, |window| window.size as usize);
        if size == 0 || self.boot.window.len() + size as usize > wanted {
            return self.fail("data invalid size");
        }
        self.take(size, Taking::Download, Reply::Data(size));
    }

    /// Data that a program before U-Boot asked for are there.
    pub(super) fn early_data(&mut self, intake: Intake) {
        let bytes = intake.bytes;
        match intake.taking {
            Taking::First => self.boot.first = true,
            Taking::Download if self.stage == Stage::ROM => self.boot.loaded = bytes,
            Taking::Download => self.boot.window.extend(bytes),
            Taking::Register(Register::Burnsteps) => self.boot.burnsteps = word(&bytes),
            Taking::Register(Register::Checksum) => return self.checksum(word(&bytes)),
            Taking::Window | Taking::Sum(_) => {}
        }
        self.okay(b"");
    }

    fn window(&self) -> Option<Window> {
        let windows = if self.stage == Stage::BL2 { self.profile.bl2 } else { self.profile.bl2e };
        windows.get(self.boot.index).copied()
    }

    /// The next request. It ends this program, where there is none.
    fn request(&mut self) -> Request {
        self.boot.sequence += 1;
        let (size, offset) = self.window().map_or((0, 0), |window| (window.size, window.offset));
        let kind = match self.window() {
            Some(_) if self.profile.waits && self.boot.index == 1 && !self.boot.waited => {
                self.boot.waited = true;
                RequestKind::Wait
            }
            Some(_) if self.traits.bl2_error.is_some_and(|_| self.boot.index == 1) => {
                RequestKind::Error(self.traits.bl2_error.unwrap_or_default())
            }
            Some(_) => RequestKind::Window,
            None => RequestKind::End,
        };
        if kind == RequestKind::End {
            self.hand_over();
        }
        self.boot.window.clear();
        let sequence = self.boot.sequence;
        Request { sequence, size, offset, sum: true, upload: false, kind }
    }

    /// The program after this one begins once the answer was fetched.
    fn hand_over(&mut self) {
        let next = match self.stage {
            Stage::BL2 if !self.profile.bl2e.is_empty() => Stage::BL2E,
            _ => Stage::UBOOT,
        };
        if next == Stage::BL2E && self.profile.minor == 0 {
            self.become_after_reply(next);
        } else {
            self.leave_after_reply(Some(next));
        }
    }

    /// The host says the sum of the window.
    fn checksum(&mut self, told: u32) {
        let window = core::mem::take(&mut self.boot.window);
        let wanted = self.window();
        let whole = wanted.is_some_and(|wanted| wanted.size as usize == window.len());
        let bad = self.strike();
        if !whole || bad || addsum(&window) != told {
            return self.fail("checksum");
        }
        let offset = wanted.map_or(0, |wanted| wanted.offset);
        self.boot.received.push((offset, window));
        self.boot.index += 1;
        self.okay(b"");
    }

    /// `boot`: what was downloaded starts, if it may.
    fn start(&mut self) {
        self.okay(b"");
        match self.refusal() {
            None => self.leave_after_reply(Some(Stage::BL2)),
            // It says OKAY all the same and stays what it is.
            Some(why) => self.note(&format!("the mask ROM does not start what was sent: {why}")),
        }
    }

    fn refusal(&self) -> Option<&'static str> {
        let loaded = &self.boot.loaded;
        let profile: &Profile = self.profile;
        if loaded.len() != profile.download as usize {
            return Some("it is not as long as it should be");
        }
        if profile.first_sect.is_some() && !self.boot.first {
            return Some("its beginning is missing");
        }
        if let Some(maker) = self.traits.maker
            && <[u8; 32]>::from(Sha256::digest(loaded)) != maker
        {
            return Some("it is not signed by the board's maker");
        }
        if loaded.iter().all(|&byte| byte == loaded[0]) {
            return Some("it is blank");
        }
        let older = match image::layout(loaded) {
            // The A1's BL2 may look like those of G12.
            Some(layout) if layout.is_g12() => profile.protocol >= 6,
            layout => layout.is_some(),
        };
        older.then_some("it is for an older family")
    }

    /// Whether the next sum is to fail.
    pub(super) fn strike(&mut self) -> bool {
        self.windows += 1;
        self.traits.damaged.contains(&self.windows)
    }

    /// Begins another program of this kind.
    pub(super) fn next_round(&mut self) {
        (self.boot.index, self.boot.waited) = (0, false);
        self.boot.window.clear();
    }
}

fn word(bytes: &[u8]) -> u32 {
    crate::bytes::le32(bytes, 0)
}
