//! Questions.

use alloc::{string::String, vec::Vec};

use super::{Action, Adnl, Cause, Error, PROMPT, SETTLE, Step};
use crate::{
    adnl::wire::{ChipPage, Command, Identify, Malformed, Oem, Reply, Stage, Var, text},
    bytes::le32,
};

/// All that a board says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// Program and protocol.
    pub identify: Identify,
    /// The SoC, where the program tells.
    pub chip: Option<ChipPage>,
    /// The family's number, where the program tells.
    pub family: Option<u32>,
    /// The chip's number, 24 digits.
    pub serial: Option<String>,
    /// Whether the board starts only what its maker signed, where that is known.
    pub secure: Option<bool>,
    /// U-Boot's version, where it runs.
    pub version: Option<String>,
}

impl Adnl<'_> {
    /// Program and protocol.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn identify(&mut self) -> Result<Identify, Error> {
        self.during(Step::Identify, |adnl| {
            adnl.twice(|adnl| match adnl.parsed(Var::Identify, Identify::from_bytes) {
                // Every program knows the question: it was taken for the end of data that broke off.
                Err(Error { step, action, cause: Cause::Failed(why), good }) => {
                    Err(Error { step, action, cause: Cause::Unexpected(why), good })
                }
                other => other,
            })
        })
    }

    /// The SoC's page; U-Boot does not know it.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn chip(&mut self) -> Result<ChipPage, Error> {
        self.twice(|adnl| adnl.parsed(Var::ChipPage(ChipPage::PAGE), ChipPage::from_bytes))
    }

    /// A page of the chip's description.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn chip_page(&mut self, page: u8) -> Result<Vec<u8>, Error> {
        self.twice(|adnl| adnl.okay(&Command::get(Var::ChipPage(page)), PROMPT))
    }

    /// The family's number, as the program in this stage tells it; `None`: it does not.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn family(&mut self, stage: Stage) -> Result<Option<u32>, Error> {
        if stage == Stage::UBOOT {
            return Ok(known(self.getvar("soctype"))?.map(|bytes| le32(&bytes, 0)));
        }
        Ok(known(self.chip())?.map(|chip| chip.family))
    }

    /// The chip's number, 24 digits.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn serial(&mut self) -> Result<String, Error> {
        self.twice(|adnl| adnl.okay(&Command::get(Var::Serial), PROMPT)).map(|bytes| text(&bytes))
    }

    /// Any question by its name; the answer as it came.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn getvar(&mut self, name: &str) -> Result<Vec<u8>, Error> {
        self.twice(|adnl| adnl.okay(&Command::get(Var::Other(name.into())), PROMPT))
    }

    /// Whether someone is there.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn devices(&mut self) -> Result<(), Error> {
        let reply = self.twice(|adnl| adnl.ask(&Command::Devices, PROMPT))?;
        match reply {
            Reply::Named | Reply::Okay(_) => Ok(()),
            other => {
                let action = || Action::Command(String::from("devices"));
                self.expect_okay(other, action).map(|_| ())
            }
        }
    }

    /// A command for U-Boot, in its own words; its answer. It carries out one, up to a semicolon.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn oem(&mut self, words: &str) -> Result<String, Error> {
        self.during(Step::Command, |adnl| {
            let command = Command::Oem(Oem::Other(words.into()));
            adnl.okay(&command, SETTLE).map(|bytes| text(&bytes))
        })
    }

    /// Everything at once. A question that the program does not know is no error.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn survey(&mut self) -> Result<Survey, Error> {
        let identify = self.identify()?;
        self.during(Step::Identify, |adnl| {
            let serial = known(adnl.serial())?;
            if identify.stage == Stage::UBOOT {
                let family = adnl.family(identify.stage)?;
                let secure = adnl.is_secure()?;
                let version = known(adnl.getvar("bootloader-version"))?.map(|bytes| text(&bytes));
                return Ok(Survey { identify, chip: None, family, serial, secure, version });
            }
            let chip = known(adnl.chip())?;
            let family = chip.map(|chip| chip.family);
            let secure = chip.and_then(|chip| chip.is_secure());
            Ok(Survey { identify, chip, family, serial, secure, version: None })
        })
    }

    /// Whether the board starts only what its maker signed, as U-Boot tells.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn is_secure(&mut self) -> Result<Option<bool>, Error> {
        Ok(known(self.getvar("secureboot"))?.map(|bytes| le32(&bytes, 0) != 0))
    }

    fn parsed<T>(
        &mut self,
        var: Var,
        parse: fn(&[u8]) -> Result<T, Malformed>,
    ) -> Result<T, Error> {
        let command = Command::get(var);
        let bytes = self.okay(&command, PROMPT)?;
        parse(&bytes).map_err(|error| {
            let action = Action::Command(alloc::format!("{command}"));
            self.error(action, Cause::Malformed(error))
        })
    }

    /// Refuses to go on in another stage.
    pub(super) fn require(&mut self, wanted: &'static [Stage]) -> Result<Identify, Error> {
        let identify = self.identify()?;
        if wanted.contains(&identify.stage) {
            return Ok(identify);
        }
        Err(self.check_failed(Cause::State { found: identify.stage, wanted }))
    }
}

/// An answer, or none where the program does not know the question.
pub(super) fn known<T>(answer: Result<T, Error>) -> Result<Option<T>, Error> {
    match answer {
        Ok(answer) => Ok(Some(answer)),
        Err(Error { cause: Cause::Failed(_) | Cause::Malformed(_), .. }) => Ok(None),
        Err(error) => Err(error),
    }
}
