//! Unlocking a mask ROM.

use core::time::Duration;

use super::{Cause, Error, Optimus, Step};
use crate::optimus::wire::{Identity, Lock, Request, Stage, password_sum};

/// Most bytes of a password.
const MOST: usize = 64;
/// How long a mask ROM may take to look at it; other tools wait two to five seconds without asking.
const PATIENCE: Duration = Duration::from_secs(3);

impl Optimus<'_> {
    /// Tells a locked mask ROM its password, twice where the first one is not taken, as the vendor's tool always does.
    /// The lock is back after the next reset. Nobody has reported how a mask ROM answers to a wrong one.
    ///
    /// # Errors
    /// When a transfer fails, and when the board does not take the password.
    pub fn unlock(&mut self, password: &[u8]) -> Result<Identity, Error> {
        self.during(Step::Password, |soc| {
            if password.is_empty() || password.len() > MOST {
                return Err(soc.error(Cause::PasswordLength(password.len())));
            }
            let identity = soc.identify()?;
            match (identity.stage, identity.lock) {
                (Stage::Rom, Lock::Locked) => {}
                (Stage::Rom, Lock::Unlocked) => return Ok(identity),
                _ => return Err(soc.error(Cause::NoPasswords)),
            }
            for _ in 0..2 {
                soc.send(Request::Password(password_sum(password)), password)?;
                let open = |identity: Identity| identity.lock == Lock::Unlocked;
                if let Some(identity) = soc.poll(PATIENCE, open)?.filter(|it| open(*it)) {
                    return Ok(identity);
                }
            }
            Err(soc.error(Cause::WrongPassword))
        })
    }
}
