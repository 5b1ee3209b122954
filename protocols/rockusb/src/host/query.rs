//! Questions, the choice of a medium, and restarts.

use alloc::vec::Vec;
use core::time::Duration;

use link::{Fault, Silent, UsbError};

use super::{Action, Cause, Error, Rock, Step};
use crate::{
    bytes::array,
    wire::{
        Capability, ChipInfo, Command, FlashId, FlashInfo, Opcode, ResetKind, SECTOR, Status,
        Storage,
    },
};

/// How often a busy board is asked again, and how long it is left alone between.
const BUSY: (u32, Duration) = (100, Duration::from_millis(100));

/// All that a board says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Survey {
    /// The SoC; nothing where the program does not know the question.
    pub chip: Option<ChipInfo>,
    /// The medium's kind.
    pub id: Option<FlashId>,
    /// The medium's size and geometry; mainline U-Boot does not tell.
    pub flash: Option<FlashInfo>,
    /// What the program can do.
    pub capability: Capability,
    /// The chosen medium.
    pub storage: Option<Storage>,
    /// `idProduct`, for programs that do not tell their SoC; whoever has the device's descriptors puts it in.
    pub product: Option<u16>,
}

impl Survey {
    /// Sectors of the medium, where they are known.
    pub fn sectors(&self) -> Option<u64> {
        self.flash.map(|info| info.sectors.into())
    }

    /// Sectors of an erase block, on media that have to be written by those.
    pub fn block(&self) -> Option<u64> {
        let blocks = self.id.is_some_and(|id| id.has_erase_blocks());
        let block = self.flash.map_or(0, |info| u64::from(info.block));
        (blocks && block > 1).then_some(block)
    }
}

impl Rock<'_> {
    /// Waits until the board is ready.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn test_ready(&mut self) -> Result<(), Error> {
        for _ in 0..BUSY.0 {
            match self.ask(Opcode::TEST_UNIT_READY) {
                Err(Error { cause: Cause::Failed(Status::FAILED), .. }) => self.pause(BUSY.1)?,
                other => return other.map(|_| ()),
            }
        }
        Err(self.error(Action::Command(Opcode::TEST_UNIT_READY, None), Cause::Busy))
    }

    /// The SoC.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn chip_info(&mut self) -> Result<ChipInfo, Error> {
        Ok(ChipInfo(array(&self.ask(Opcode::READ_CHIP_INFO)?, 0)))
    }

    /// The medium's kind.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn flash_id(&mut self) -> Result<FlashId, Error> {
        Ok(FlashId(array(&self.ask(Opcode::READ_FLASH_ID)?, 0)))
    }

    /// The medium's size and geometry.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn flash_info(&mut self) -> Result<FlashInfo, Error> {
        let opcode = Opcode::READ_FLASH_INFO;
        let reply = self.ask(opcode)?;
        FlashInfo::from_bytes(&reply)
            .map_err(|error| self.error(Action::Command(opcode, None), Cause::Malformed(error)))
    }

    /// What the program can do; mainline U-Boot does not know the question.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn capability(&mut self) -> Result<Capability, Error> {
        Ok(Capability(array(&self.ask(Opcode::READ_CAPABILITY)?, 0)))
    }

    /// The chosen medium.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn storage(&mut self) -> Result<Storage, Error> {
        let opcode = Opcode::GET_STORAGE;
        let reply = self.ask(opcode)?;
        Storage::from_bytes(&reply)
            .map_err(|error| self.error(Action::Command(opcode, None), Cause::Malformed(error)))
    }

    /// Everything at once. A question that the program does not know is no error, except that it must answer some.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn survey(&mut self) -> Result<Survey, Error> {
        self.during(Step::Identify, |rock| {
            rock.test_ready()?;
            let chip = known(rock.chip_info())?;
            let id = known(rock.flash_id())?;
            let flash = known(rock.flash_info())?;
            let capability = known(rock.capability())?.unwrap_or_default();
            let storage = match capability.has(Capability::SWITCH_STORAGE) {
                true => known(rock.storage())?,
                false => None,
            };
            Ok(Survey { chip, id, flash, capability, storage, product: None })
        })
    }

    /// Chooses a medium and makes sure that it was chosen: boards acknowledge a switch to a medium that they do not have.
    ///
    /// # Errors
    /// When a transfer fails, and when the board does not serve that storage.
    pub fn switch_storage(&mut self, wanted: Storage) -> Result<FlashInfo, Error> {
        self.during(Step::Storage, |rock| {
            rock.query(Command::switch_storage(wanted))?;
            // What was found out about reads may not hold on another medium.
            rock.reads = None;
            let found = rock.storage()?;
            if !wanted.is_reported_as(found) {
                return Err(rock.check_failed(Cause::NotSwitched { wanted, found }));
            }
            let info = rock.flash_info()?;
            if info.is_present() { Ok(info) } else { Err(rock.check_failed(Cause::NoMedium)) }
        })
    }

    /// Chooses the first of `candidates` that this loader serves, in their order: loaders differ in the number that they
    /// know a medium by. Where it serves none of them, what was chosen before stays.
    ///
    /// # Errors
    /// [`Cause::NotServed`] tells what the loader does serve.
    pub fn choose_storage(
        &mut self,
        candidates: &[Storage],
    ) -> Result<(Storage, FlashInfo), Error> {
        self.during(Step::Storage, |rock| {
            let before = rock.storage()?;
            for &wanted in candidates {
                if let Some(info) = rock.try_storage(wanted)? {
                    return Ok((wanted, info));
                }
            }
            let mut served = Vec::new();
            for storage in Storage::all() {
                if rock.try_storage(storage)?.is_some() {
                    served.push(storage);
                }
            }
            rock.query(Command::switch_storage(before))?;
            let wanted = candidates.to_vec();
            Err(rock.check_failed(Cause::NotServed { wanted, served }))
        })
    }

    /// The medium, where this loader serves it under that number.
    fn try_storage(&mut self, wanted: Storage) -> Result<Option<FlashInfo>, Error> {
        match self.switch_storage(wanted) {
            Ok(info) => Ok(Some(info)),
            Err(Error { cause: Cause::NotSwitched { .. } | Cause::NoMedium, .. }) => Ok(None),
            Err(Error { cause: Cause::Failed(_), .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Restarts the board. It answers first, but may be gone before the answer is through.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn reset(&mut self, kind: ResetKind) -> Result<(), Error> {
        self.during(Step::Reset, |rock| match rock.query(Command::reset(kind)) {
            Err(Error { cause: Cause::Usb(UsbError { fault: Fault::Gone, .. }), .. }) => Ok(()),
            other => other.map(|_| ()),
        })
    }

    /// A question, once more where the conversation was out of order: a host before this one may have broken it.
    fn ask(&mut self, opcode: Opcode) -> Result<Vec<u8>, Error> {
        self.twice(&mut Silent, |rock, _| rock.query(Command::plain(opcode)))
    }

    pub(super) fn pause(&mut self, time: Duration) -> Result<(), Error> {
        self.link.pause(time).map_err(|error| self.check_failed(Cause::Usb(error)))
    }

    /// Refuses a range of a job that is `step` where it runs past the end of the medium: boards write past the end of
    /// some media without a word. Nothing is sent.
    ///
    /// # Errors
    /// When the range does not fit the medium.
    pub fn check_room(
        &mut self,
        step: Step,
        survey: &Survey,
        sector: u64,
        count: u64,
    ) -> Result<(), Error> {
        self.during(step, |rock| rock.check_range(survey, sector, count))
    }

    pub(super) fn check_range(
        &self,
        survey: &Survey,
        sector: u64,
        count: u64,
    ) -> Result<(), Error> {
        if survey.flash.is_some_and(|info| !info.is_present()) {
            return Err(self.check_failed(Cause::NoMedium));
        }
        // Addresses have 32 bits, where the medium does not tell its size.
        let sectors = survey.sectors().unwrap_or(1 << 32);
        let end = sector.saturating_add(count);
        if end > sectors {
            return Err(self.check_failed(Cause::PastTheEnd { sectors, end }));
        }
        Ok(())
    }
}

/// An answer, or none where the program does not know the question.
fn known<T>(answer: Result<T, Error>) -> Result<Option<T>, Error> {
    match answer {
        Ok(answer) => Ok(Some(answer)),
        Err(Error { cause: Cause::Unsupported(_) | Cause::Failed(Status::FAILED), .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whole sectors that hold so many bytes.
pub(super) fn sectors_of(bytes: u64) -> u64 {
    bytes.div_ceil(SECTOR as u64)
}
