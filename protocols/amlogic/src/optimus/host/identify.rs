//! Who is there, and which chip it is.

use alloc::{format, string::String};
use core::time::Duration;

use link::Fault;

use super::{Cause, Error, Optimus, Patience, Step};
use crate::{
    families::{self, ChipIdAt, Family, Fuse, chip_id_at},
    optimus::wire::{ChipPage, Identity, PAGE, Request, Stage},
};

/// How often a busy board is asked again to identify itself.
const POLL: Duration = Duration::from_millis(100);
/// The longest for the answer of a program that may not be listening yet.
const GLANCE: Duration = Duration::from_millis(500);

impl Optimus<'_> {
    /// Asks who is there. Never by NOP, which U-Boot does not know.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn identify(&mut self) -> Result<Identity, Error> {
        self.during(Step::Identify, |soc| soc.twice(|soc| soc.ask(super::PROMPT)))
    }

    fn ask(&mut self, limit: Duration) -> Result<Identity, Error> {
        let mut answer = [0; Identity::ROOM];
        let request = Request::Identify;
        let length = self
            .link
            .control_in(request.setup(), &mut answer, limit)
            .map_err(|error| self.usb(request, error))?;
        let identity = Identity::from_bytes(&answer[..length])
            .map_err(|error| self.failed(request, Cause::Malformed(error)))?;
        self.identity = Some(identity);
        Ok(identity)
    }

    /// Asks again and again for up to about `time`, until an answer comes that `good` accepts. Returns the last answer,
    /// if there was one.
    pub(super) fn poll(
        &mut self,
        time: Duration,
        good: impl Fn(Identity) -> bool,
    ) -> Result<Option<Identity>, Error> {
        let (mut spent, mut last) = (Duration::ZERO, None);
        while spent < time {
            self.link.pause(POLL).map_err(|error| self.error(Cause::Usb(error)))?;
            spent += POLL;
            match self.ask(GLANCE) {
                Ok(identity) if good(identity) => return Ok(Some(identity)),
                Ok(identity) => last = Some(identity),
                Err(error) => match error.fault() {
                    Some(Fault::TimedOut) => spent += GLANCE,
                    Some(Fault::Stall | Fault::Bus | Fault::Short { .. }) | None => {}
                    Some(_) => return Err(error),
                },
            }
        }
        Ok(last)
    }

    /// The chip's id, from where this stage and this version of the mask ROM keep it. `None`: that is not known.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn chip_id(&mut self) -> Result<Option<[u8; 12]>, Error> {
        self.during(Step::Query, |soc| {
            let identity = soc.unlocked()?;
            match identity.stage {
                Stage::Uboot => soc.chip_id_of_uboot().map(Some),
                Stage::Rom => match chip_id_at(identity.rom) {
                    Some(ChipIdAt::Memory(address)) => {
                        let mut id = [0; 12];
                        soc.peek(address, &mut id)?;
                        Ok(Some(id))
                    }
                    Some(ChipIdAt::Page) => Ok(Some(soc.chip_page()?.id)),
                    None => Ok(None),
                },
                _ => Ok(None),
            }
        })
    }

    fn chip_id_of_uboot(&mut self) -> Result<[u8; 12], Error> {
        let text = self.command("get_chipid", Patience::SHORT)?;
        parse_id(text.trim_start_matches(':'))
            .ok_or_else(|| self.error(Cause::Failed(format!("`{text}` is no chip id"))))
    }

    /// A page of chip information, as it comes. Mask ROM 2.4 has none and answers with something else.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn chip_info(&mut self, page: u16) -> Result<[u8; PAGE], Error> {
        self.during(Step::Query, |soc| {
            let mut bytes = [0; PAGE];
            let request = Request::ChipInfo(page);
            match soc.twice(|soc| soc.fetch(request, &mut bytes))? {
                PAGE => Ok(bytes),
                found => {
                    let cause = Cause::Short { found: found as u64, wanted: PAGE as u64 };
                    Err(soc.failed(request, cause))
                }
            }
        })
    }

    /// What the chip says about itself.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn chip_page(&mut self) -> Result<ChipPage, Error> {
        let bytes = self.chip_info(ChipPage::NUMBER)?;
        ChipPage::from_bytes(&bytes).map_err(|error| self.error(Cause::Malformed(error)))
    }

    /// What the chip says about secure boot; `None`: it does not answer that.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn is_secure(&mut self, fuse: Fuse) -> Result<Option<bool>, Error> {
        self.during(Step::Query, |soc| {
            soc.unlocked()?;
            let mut word = [0; 4];
            match soc.peek(fuse.address, &mut word) {
                Ok(()) => Ok(Some(u32::from_le_bytes(word) & fuse.mask != 0)),
                Err(error) if error.fault() == Some(Fault::Stall) => Ok(None),
                Err(error) => Err(error),
            }
        })
    }

    /// Refuses a board of another family than `family`, as far as its mask ROM tells.
    pub(super) fn require(&mut self, identity: Identity, family: &Family) -> Result<(), Error> {
        let known = families::by_rom(identity.rom).count() > 0;
        if known && !families::by_rom(identity.rom).any(|other| other.id == family.id) {
            let (major, minor) = identity.rom;
            let names: alloc::vec::Vec<_> =
                families::by_rom(identity.rom).map(|other| other.name).collect();
            let found = format!("one with mask ROM {major}.{minor} ({})", names.join(", "));
            return Err(self.other(found, family));
        }
        if identity.rom.0 < 3 {
            return Ok(());
        }
        // What does not tell is taken as what the user says.
        match self.chip_page() {
            Ok(page) if page.family != u32::from(family.id) => {
                let known = u8::try_from(page.family).ok().and_then(families::by_id);
                let name = known
                    .map_or_else(|| format!("of family {:#x}", page.family), |it| it.name.into());
                Err(self.other(name, family))
            }
            Err(error) if !error.fault().is_none_or(Fault::may_pass) => Err(error),
            _ => Ok(()),
        }
    }

    fn other(&self, found: String, family: &Family) -> Error {
        self.error(Cause::OtherFamily { found, wanted: family.name })
    }
}

/// 24 hexadecimal digits.
fn parse_id(text: &str) -> Option<[u8; 12]> {
    let digits = text.trim().as_bytes();
    let mut id = [0; 12];
    if digits.len() != 24 {
        return None;
    }
    for (byte, pair) in id.iter_mut().zip(digits.chunks(2)) {
        *byte = u8::from_str_radix(core::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_24_digits() {
        let id = parse_id("e32fb7d6d372b6d81ae914ac").expect("an id");
        assert_eq!((id[0], id[11]), (0xe3, 0xac));
        assert_eq!(parse_id("e32fb7d6d372b6d81ae914a"), None);
        assert_eq!(parse_id("e32fb7d6d372b6d81ae914ax"), None);
        assert_eq!(parse_id("ääääääääääää"), None);
    }
}
