//! The vendor's recovery agent for the JH7110: a menu with a trap in it.
//!
//! Option 4 burns fuses, from sample data; its prompt differs from the main one by a capital letter. [`Target`] has no such
//! option, a digit is typed only at the main prompt, and it takes effect only when it was shown back as that digit.

use core::time::Duration;

use ::uboot::host::{Cause as Common, Console, Step};
use xmodem::{
    Profile, Sender,
    drive::{Announce, File},
};

use super::{Cause, Error, step};
use crate::{
    chips::JH7110,
    image::{self, Kind, contains},
    uboot,
};

const TITLE: &str = "JH7110 program tool";
const SELECT: &str = "select the function to test: ";
/// Either shows the fuse menu: its prompt, and its title.
const FUSES: [&str; 2] = ["Select the function to test: ", "otp updata"];
/// DRAM tests come before the first menu.
const MENU: Duration = Duration::from_secs(60);
/// Erasing and writing 15 MiB.
const WRITES: Duration = Duration::from_secs(300);
/// From a choice to the request for a file.
const ANSWER: Duration = Duration::from_secs(10);
/// How often a choice is typed.
const TRIES: u32 = 4;

/// Where the agent writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// SPI flash.
    Flash,
    /// eMMC. Its first sectors are overwritten, which destroys any partition table.
    Emmc,
}

/// What it writes, in this order: the second copy of the SPL falls into U-Boot's place.
#[derive(Clone, Copy, Debug)]
pub struct Firmware<'a> {
    /// The SPL with its header.
    pub spl: &'a [u8],
    /// U-Boot.
    pub uboot: &'a [u8],
}

/// An agent that has just been started.
pub struct Agent<'c, 'a> {
    console: &'c mut Console<'a>,
}

impl<'c, 'a> Agent<'c, 'a> {
    /// The agent at the end of `console`.
    pub fn new(console: &'c mut Console<'a>) -> Self {
        Self { console }
    }

    /// Writes both parts. There is no way to write the SPL alone: the agent puts a second copy of it at 2 MiB, inside
    /// U-Boot, which must be written again after it. Nothing is read back by the agent.
    ///
    /// # Errors
    /// When the line fails, and when the board does not answer in time or as it should.
    pub fn update(&mut self, target: Target, firmware: Firmware<'_>) -> Result<(), Error> {
        self.console.begin(step::AGENT, "the recovery program starts", 0);
        check(firmware).map_err(|cause| Error::at(self.console, cause))?;
        let (spl, uboot) = match target {
            Target::Flash => (b'0', b'2'),
            Target::Emmc => (b'1', b'3'),
        };
        self.write("SPL", spl, target, firmware.spl)?;
        self.write("U-Boot", uboot, target, firmware.uboot)
    }

    fn write(&mut self, name: &str, digit: u8, target: Target, image: &[u8]) -> Result<(), Error> {
        self.choose(digit)?;
        let sending = alloc::format!("sending {name} to the recovery program");
        let profile = match target {
            Target::Flash => Profile::JH7110_AGENT,
            Target::Emmc => Profile::JH7110_AGENT_EMMC,
        };
        let mut sender = Sender::xmodem(profile, image.len() as u64, Duration::from_secs(40));
        let mut source = image;
        let mut files = [File { name: name.into(), source: &mut source }];
        let waiting = "waiting for the recovery program to ask for the file";
        let announce = Announce { step: Step::WRITE.id(), waiting, sending: &sending };
        let sent = self.console.transfer(Step::WRITE, announce, &mut sender, &mut files)?;
        if !sent.confirmed {
            return Err(Error::at(self.console, Cause::Unconfirmed));
        }
        self.written()
    }

    /// What the agent prints while it writes: the first of these words ends it. On eMMC it finds differences and reports
    /// success all the same. One damaged letter leaves half of `updata success`.
    fn written(&mut self) -> Result<(), Error> {
        let words = [
            "updata su",
            "ccess\r",
            "updata fail",
            "ERROR: 0x",
            "emmc test fail",
            "erases block",
            "write page",
            TITLE,
            FUSES[0],
            FUSES[1],
        ];
        match self.console.wait_for(&words, WRITES)?.map(|found| found.index) {
            Some(0 | 1) => Ok(()),
            Some(8 | 9) => Err(Error::at(self.console, Cause::FuseMenu)),
            Some(7) => Err(Error::at(self.console, Common::Missing("a readable word of success"))),
            Some(index) => Err(Error::at(self.console, Cause::Said(words[index].into()))),
            None => Err(Error::at(self.console, Common::Missing("`updata success`"))),
        }
    }

    /// Waits for the main menu and chooses.
    fn choose(&mut self, digit: u8) -> Result<(), Error> {
        let mut limit = MENU;
        for _ in 0..TRIES {
            if self.at_the_menu(limit)? && self.typed(digit)? {
                return Ok(());
            }
            // A line of more than one letter is no choice, whatever stood there before: the menu comes again.
            self.console.forget();
            self.console.say(b"xx\r")?;
            limit = Duration::from_secs(5);
        }
        Err(Error::at(self.console, self.console.missing("the recovery program's menu, readable,")))
    }

    /// Whether the main menu has just been printed, all of it, with the main prompt last.
    fn at_the_menu(&mut self, limit: Duration) -> Result<bool, Error> {
        let found = self.console.wait_for(&[SELECT, FUSES[0], FUSES[1]], limit)?;
        let Some(found) = found else { return Ok(false) };
        self.console.settle(Duration::from_millis(150), Duration::from_secs(2))?;
        let pending = self.console.pending();
        let more = FUSES.iter().any(|words| contains(pending, words.as_bytes()));
        if found.index > 0 || more {
            return Err(Error::at(self.console, Cause::FuseMenu));
        }
        let alone = self.console.pending().is_empty();
        Ok(alone && found.before.contains(TITLE))
    }

    /// Types a digit; it takes effect only after exactly that digit was echoed.
    fn typed(&mut self, digit: u8) -> Result<bool, Error> {
        self.console.say(&[digit])?;
        self.console.settle(Duration::from_millis(100), Duration::from_secs(2))?;
        if self.console.pending() != [digit] {
            return Ok(false);
        }
        self.console.forget();
        self.console.say(b"\r")?;
        match self
            .console
            .wait_for(&["send file", "by xmodem", TITLE, FUSES[0], FUSES[1]], ANSWER)?
            .map(|found| found.index)
        {
            Some(0 | 1) => Ok(true),
            Some(3 | 4) => Err(Error::at(self.console, Cause::FuseMenu)),
            _ => Ok(false),
        }
    }
}

fn check(firmware: Firmware<'_>) -> Result<(), Cause> {
    match image::kind(firmware.spl) {
        Kind::Spl(_) => {}
        Kind::Damaged(error) => return Err(Cause::Header(error)),
        Kind::Agent(_) => return Err(Cause::Unfit("the SPL is the recovery agent itself".into())),
        _ => return Err(Cause::Header(crate::header::HeaderError::NoHeader)),
    }
    // The vendor's `visionfive2_fw_payload.img` is a FIT image too.
    uboot::check(&JH7110, firmware.uboot).map(|_| ()).map_err(Cause::Uboot)
}
