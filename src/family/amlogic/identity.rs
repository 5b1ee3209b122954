//! Identification is there: protocol, stage, family.

use amlogic::{
    adnl::{self, host::Adnl},
    families::{self, Family},
    optimus::{
        self,
        host::Optimus,
        wire::{Lock, Stage},
    },
};
use link::Fault;

use super::Way;
use crate::{failure::Problem, family, files::hex, session::UsbSession};

/// The program that answers, in the words of its protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Program {
    /// It speaks Optimus.
    Optimus(optimus::wire::Identity),
    /// It speaks ADNL.
    Adnl(adnl::wire::Identify),
}

/// Identification is there.
#[derive(Debug)]
pub(crate) struct Identification {
    pub(crate) program: Program,
    /// The families that it may be of, as far as it tells; none: it does not tell.
    pub(crate) families: Vec<&'static Family>,
    /// An unknown family that it reports.
    pub(crate) stranger: Option<u32>,
}

impl Identification {
    /// Asks: questions that change nothing.
    pub(crate) fn ask(board: &mut UsbSession) -> anyhow::Result<Self> {
        let (_, product) = board.ids();
        match product {
            adnl::wire::PRODUCT => Ok(Self::ask_adnl(&mut Adnl::new(&mut board.link))?),
            _ => Ok(Self::ask_optimus(&mut Optimus::new(&mut board.link))?),
        }
    }

    /// Asks a board, refuses one of another family than the user says, and unlocks a locked one where there is a password.
    pub(crate) fn meet(way: &mut Way<'_>) -> anyhow::Result<Self> {
        let mut who = Self::ask(way.board)?;
        if let Some(wanted) = way.soc {
            who.expect(wanted)?;
            if who.soc().is_none() {
                way.watch.note("this stage does not tell its SoC: --soc was not compared with it");
            }
        }
        if let (Program::Optimus(_), Lock::Locked, Some(password)) =
            (who.program, who.lock(), way.password)
        {
            let identity = Optimus::new(&mut way.board.link).unlock(password)?;
            who.program = Program::Optimus(identity);
            way.watch.note("the mask ROM is unlocked until its next reset");
        }
        Ok(who)
    }

    fn ask_optimus(soc: &mut Optimus<'_>) -> Result<Self, optimus::host::Error> {
        let identity = soc.identify()?;
        let program = Program::Optimus(identity);
        if identity.stage == Stage::Rom && families::has_chip_info(identity.rom) {
            let is_untold = |error: &optimus::host::Error| error.fault().is_none_or(is_refusal);
            let page = match soc.chip_page() {
                // What came wrong once may come right.
                Err(error) if is_untold(&error) => soc.chip_page(),
                other => other,
            };
            match page {
                Ok(page) => return Ok(Self::told(program, page.family)),
                // It knows no pages after all: its version says something, too.
                Err(error) if is_untold(&error) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(Self { program, families: of_version(identity), stranger: None })
    }

    fn ask_adnl(adnl: &mut Adnl<'_>) -> Result<Self, adnl::host::Error> {
        let identify = adnl.identify()?;
        let program = Program::Adnl(identify);
        Ok(match adnl.family(identify.stage)? {
            Some(number) => Self::told(program, number),
            None => Self { program, families: Vec::new(), stranger: None },
        })
    }

    fn told(program: Program, number: u32) -> Self {
        let family = u8::try_from(number).ok().and_then(families::by_id);
        let stranger = family.is_none().then_some(number);
        Self { program, families: family.into_iter().collect(), stranger }
    }

    /// The family, where it is the only one that it may be of.
    pub(crate) fn family(&self) -> Option<&'static Family> {
        match self.families.as_slice() {
            [family] => Some(family),
            _ => None,
        }
    }

    /// The families that it may be of; where it does not tell, the one that the user says.
    pub(crate) fn families_or(&self, soc: Option<&'static Family>) -> Vec<&'static Family> {
        match self.families.as_slice() {
            [] if self.stranger.is_none() => soc.into_iter().collect(),
            told => told.to_vec(),
        }
    }

    /// What it says of its SoC, in a word.
    pub(crate) fn soc(&self) -> Option<String> {
        if let Some(number) = self.stranger {
            return Some(format!("{number:#04x}"));
        }
        let names: Vec<_> = self.families.iter().map(|family| family.name).collect();
        (!names.is_empty()).then(|| names.join("/"))
    }

    /// The same; where it does not tell, what the user says.
    pub(crate) fn soc_or(&self, soc: Option<&'static Family>) -> Option<String> {
        self.soc().or_else(|| soc.map(|family| family.name.into()))
    }

    /// Refuses a board of another family.
    pub(crate) fn expect(&self, wanted: &'static Family) -> Result<(), Problem> {
        let unlike = self.stranger.is_some() || !self.families.is_empty();
        if unlike && !self.families.iter().any(|family| family.id == wanted.id) {
            let found = self.soc().unwrap_or_default();
            let text = format!("the board is {found}, not {}", wanted.name);
            let advice = "leave --soc out if the board is the right one, or choose another board with --port";
            return Err(Problem::Refused(text).advised(advice));
        }
        Ok(())
    }

    /// Whether it is the mask ROM.
    pub(crate) fn is_rom(&self) -> bool {
        self.stage() == Stage::Rom.code()
    }

    /// Whether it speaks ADNL.
    pub(crate) fn is_adnl(&self) -> bool {
        matches!(self.program, Program::Adnl(_))
    }

    /// Whether it is the vendor's U-Boot.
    pub(crate) fn is_uboot(&self) -> bool {
        self.stage() == Stage::Uboot.code()
    }

    /// What `list` calls the program.
    pub(crate) fn mode(&self) -> &'static str {
        self.running().1
    }

    /// The program in the words of every family, and what `list` calls it.
    pub(super) fn running(&self) -> (family::Stage, &'static str) {
        use family::Stage;
        match (self.stage(), self.lock()) {
            ("rom", Lock::Locked) => (Stage::Locked, "mask ROM, locked"),
            ("rom", _) => (Stage::MaskRom, "mask ROM"),
            ("bl2" | "bl2-amlc", _) => (Stage::Bl2, "BL2"),
            ("bl2e", _) => (Stage::Bl2, "BL2E"),
            ("uboot", _) => (Stage::Uboot, "U-Boot (burn mode)"),
            _ => (Stage::Unknown, "unknown stage"),
        }
    }

    /// The name of its protocol that scripts see.
    pub(crate) fn protocol(&self) -> &'static str {
        match self.program {
            Program::Optimus(_) => "optimus",
            Program::Adnl(_) => "adnl",
        }
    }

    /// The name of its stage that scripts see.
    pub(crate) fn stage(&self) -> &'static str {
        match self.program {
            Program::Optimus(identity) => identity.stage.code(),
            Program::Adnl(identify) => identify.stage.code(),
        }
    }

    /// The version that it calls itself.
    pub(crate) fn version(&self) -> String {
        let (major, minor) = match self.program {
            Program::Optimus(identity) => identity.rom,
            Program::Adnl(identify) => (identify.protocol, identify.minor),
        };
        format!("{major}.{minor}")
    }

    /// Whether it is locked by a password.
    pub(crate) fn lock(&self) -> Lock {
        match self.program {
            Program::Optimus(identity) => identity.lock,
            Program::Adnl(identify) if identify.is_locked() => Lock::Locked,
            Program::Adnl(identify) if identify.password_needed => Lock::Unlocked,
            Program::Adnl(_) => Lock::Open,
        }
    }

    /// The number of this very chip, in hexadecimal; `None`: this stage does not tell it.
    pub(crate) fn chip_id(&self, board: &mut UsbSession) -> anyhow::Result<Option<String>> {
        use adnl::host::{Cause, Error};
        match self.program {
            // Whatever is asked of a locked mask ROM it refuses.
            Program::Optimus(identity) if identity.lock == Lock::Locked => Ok(None),
            Program::Optimus(_) => Ok(chip_id_over_optimus(&mut Optimus::new(&mut board.link))?),
            Program::Adnl(_) => match Adnl::new(&mut board.link).serial() {
                Err(Error { cause: Cause::Failed(_) | Cause::Malformed(_), .. }) => Ok(None),
                serial => Ok(Some(serial?)),
            },
        }
    }

    /// One line for `-v`.
    pub(crate) fn line(&self) -> String {
        let soc = self.soc().unwrap_or_else(|| "a SoC that it does not tell".into());
        format!("Amlogic {soc}, {}, version {}", self.mode(), self.version())
    }
}

/// The number of the chip over Optimus; `None`: the program does not tell it.
pub(crate) fn chip_id_over_optimus(
    soc: &mut Optimus<'_>,
) -> Result<Option<String>, optimus::host::Error> {
    use optimus::host::Cause;
    match soc.chip_id() {
        Err(error)
            if matches!(error.cause, Cause::Failed(_) | Cause::Malformed(_))
                || error.fault() == Some(Fault::Stall) =>
        {
            Ok(None)
        }
        id => Ok(id?.map(|id| hex(&id))),
    }
}

/// Whether a request failed as an unknown one does.
fn is_refusal(fault: Fault) -> bool {
    matches!(fault, Fault::Stall | Fault::Short { .. })
}

/// The families that a program of this version may run on. U-Boot's version says nothing of it.
fn of_version(identity: optimus::wire::Identity) -> Vec<&'static Family> {
    use families::Flow;
    let of_stage = |family: &&Family| match identity.stage {
        Stage::Rom => true,
        Stage::Bl2 => matches!(family.flow, Flow::Gx { .. }),
        Stage::Bl2Amlc => matches!(family.flow, Flow::G12 { .. }),
        Stage::Uboot | Stage::Other(..) => false,
    };
    families::by_rom(identity.rom).filter(of_stage).collect()
}
