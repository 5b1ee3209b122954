//! The way back to a conversation that broke.
//!
//! The vendor's U-Boot ignores everything but a bulk-only reset after a command block that it did not like. Mainline
//! U-Boot has no such request and stalls it, which is as good there.

use core::time::Duration;

use link::{Fault, Pipe, Setup};

use super::{Action, Cause, Error, PROBE, Rock, Step};
use crate::wire::{BULK_ONLY_RESET, BULK_ONLY_RESET_TYPE, Command, Opcode};

/// How long to listen for what a device still wants to say.
const DRAIN: Duration = Duration::from_millis(200);
/// Most that is listened to: as much as the data phase of a longest command.
const DRAIN_MOST: usize = 40 << 20;

impl Rock<'_> {
    /// Brings the conversation in order: halts cleared, leftovers fetched, a bulk-only reset, TEST UNIT READY up to three
    /// times. Commands do it by themselves after an exchange that broke.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn recover(&mut self) -> Result<(), Error> {
        self.during(Step::Recover, |rock| {
            for pipe in [Pipe::Out, Pipe::In] {
                rock.clear(pipe)?;
            }
            rock.drain();
            rock.bulk_only_reset()?;
            for pipe in [Pipe::Out, Pipe::In] {
                rock.clear(pipe)?;
            }
            rock.lost = false;
            let mut outcome = rock.probe();
            for _ in 0..2 {
                if outcome.is_err() {
                    rock.lost = false;
                    outcome = rock.probe();
                }
            }
            rock.lost = outcome.is_err();
            outcome
        })
    }

    fn probe(&mut self) -> Result<(), Error> {
        match self.query_within(Command::plain(Opcode::TEST_UNIT_READY), PROBE) {
            // Busy is an answer.
            Err(Error { cause: Cause::Failed(_), .. }) => Ok(()),
            other => other.map(|_| ()),
        }
    }

    /// Clears a halt; that there was none is no error, that the board has left is one.
    fn clear(&mut self, pipe: Pipe) -> Result<(), Error> {
        match self.link.clear_halt(pipe) {
            Err(error) if is_final(error.fault) => {
                Err(self.error(Action::BulkOnlyReset, Cause::Usb(error)))
            }
            _ => Ok(()),
        }
    }

    fn drain(&mut self) {
        let mut buffer = alloc::vec![0; 16 << 10];
        let mut left = DRAIN_MOST;
        while left > 0 {
            match self.link.bulk_in(&mut buffer, DRAIN) {
                Ok(bytes) => left = left.saturating_sub(bytes.max(512)),
                Err(_) => return,
            }
        }
    }

    fn bulk_only_reset(&mut self) -> Result<(), Error> {
        let setup = Setup {
            request_type: BULK_ONLY_RESET_TYPE,
            request: BULK_ONLY_RESET,
            value: 0,
            index: 0,
        };
        match self.link.control_out(setup, &[], PROBE) {
            Err(error) if is_final(error.fault) => {
                Err(self.error(Action::BulkOnlyReset, Cause::Usb(error)))
            }
            _ => Ok(()),
        }
    }
}

/// Faults after which there is nothing to be mended.
fn is_final(fault: Fault) -> bool {
    matches!(fault, Fault::Gone | Fault::Stopped | Fault::Cancelled)
}
