//! The handshake: the ROM learns the rate of the line, and tells which chip it is.

use core::time::Duration;

use link::{LineError, StepId};

use super::{
    Cause, Error, Isp,
    conversation::{GIVES_UP, Wants},
};
use crate::wire::{self, BootInfo, Command, TRAINING, UNLOCK};

/// From the training to what follows it, as the vendor's tool has it.
const LEARNS: Duration = Duration::from_millis(300);
/// From there to the answer's end: the longest gap in it.
const QUIET: Duration = Duration::from_millis(150);
/// How long an answer of a ROM that listens already takes.
const AT_ONCE: Duration = Duration::from_millis(200);
/// What a command takes that does nothing to the flash.
pub(super) const SHORT: Duration = Duration::from_secs(1);
/// Trainings after which the ROM gets the time to give up a command that was cut off.
const ROUND: u32 = 3;

impl Isp<'_> {
    /// Waits at most `patience` for a chip in its mask ROM, at the line's present rate, and asks which one it is.
    ///
    /// # Errors
    /// When none answers in time, or when it is another chip than a BL808.
    pub fn connect(&mut self, patience: Duration) -> Result<BootInfo, Error> {
        self.begin(StepId::FIND, "mask ROM");
        self.watch.wait("a BL808 in its mask ROM", patience);
        self.meet(patience)?;
        self.boot_info()
    }

    fn meet(&mut self, patience: Duration) -> Result<(), Error> {
        // A command before this one may have left it listening.
        let ask = wire::request(Command::BootInfo, &[]);
        match self.say(&ask, Wants::Any, AT_ONCE) {
            Ok(_) => return Ok(()),
            Err(Cause::Line(error)) => return Err(self.error(error)),
            Err(_) => {}
        }
        let (mut left, mut tries, mut heard) = (patience, 0, false);
        loop {
            match self.train().map_err(|cause| self.error(cause))? {
                Trained::Yes => return Ok(()),
                Trained::No { bytes } => heard |= bytes > 0,
            }
            tries += 1;
            let mut spent = LEARNS + QUIET;
            if tries % ROUND == 0 {
                self.link.pause(GIVES_UP).map_err(|error| self.error(error))?;
                spent += GIVES_UP;
            }
            left = left.saturating_sub(spent);
            if left.is_zero() && tries >= ROUND {
                return Err(self.error(if heard { Cause::Garbage } else { Cause::Silent }));
            }
        }
    }

    /// Trains the ROM once.
    fn train(&mut self) -> Result<Trained, Cause> {
        self.link.pause(Duration::ZERO)?;
        self.link.discard()?;
        self.write(&[TRAINING; 600][..wire::training(self.link.baud())])?;
        self.link.pause(LEARNS)?;
        self.write(&UNLOCK)?;
        let heard = self.drain(QUIET)?;
        Ok(match heard.windows(2).any(|pair| pair == b"OK") {
            true => Trained::Yes,
            false => Trained::No { bytes: heard.len() },
        })
    }

    /// Finds back to a ROM that was not understood, or did not understand: it gives up after some silence.
    pub(super) fn rejoin(&mut self) -> Result<(), Error> {
        let mut trained = || {
            self.drain(GIVES_UP)?;
            for _ in 0..ROUND {
                if matches!(self.train()?, Trained::Yes) {
                    return Ok(());
                }
            }
            Err(Cause::Silent)
        };
        let trained = trained();
        trained.map_err(|cause| self.error(cause))
    }

    /// Makes sure that the ROM still listens, where a person or a file may have taken their time: it is trained again where it
    /// does not. Without that the next command waits as long as it may take before it is said again.
    ///
    /// # Errors
    /// When the ROM is not found again, and when the line fails.
    pub fn wake(&mut self) -> Result<(), Error> {
        self.begin(StepId::FIND, "mask ROM");
        let ask = wire::request(Command::BootInfo, &[]);
        match self.say(&ask, Wants::Any, AT_ONCE) {
            Ok(_) => Ok(()),
            Err(Cause::Line(error)) => Err(self.error(error)),
            Err(_) => self.rejoin(),
        }
    }

    fn boot_info(&mut self) -> Result<BootInfo, Error> {
        let bytes = self.ask(Command::BootInfo, &[], Wants::Any)?;
        BootInfo::parse(&bytes).map_err(|other| self.error(Cause::Other(other)))
    }

    /// Sets the chip's clocks, and the line to `rate` (bit/s). Where that does not work, the line keeps its rate, and that is
    /// told as a note. Returns whether it is the wanted rate now.
    ///
    /// # Errors
    /// When the line fails, and when the ROM is not found again.
    pub fn speed_up(&mut self, rate: u32) -> Result<bool, Error> {
        self.begin(StepId::FIND, "clock");
        let before = self.link.baud();
        let frame = wire::request(Command::Clock, &wire::clock(rate));
        let told = self.say(&frame, Wants::Nothing, SHORT);
        let works = match told {
            Ok(_) => self.follow(rate).map_err(|cause| self.error(cause))?,
            Err(Cause::Line(error)) => return Err(self.error(error)),
            Err(_) => false,
        };
        if works {
            return Ok(true);
        }
        self.watch
            .note(&alloc::format!("the line does not work at {rate} baud: {before} are kept"));
        self.link.set_baud(before).map_err(|error| self.error(error))?;
        self.rejoin()?;
        Ok(false)
    }

    /// Sets the line to a rate that the ROM has been told; whether it is understood there.
    fn follow(&mut self, rate: u32) -> Result<bool, Cause> {
        match self.link.set_baud(rate) {
            Err(LineError::BaudRate(_)) => return Ok(false),
            other => other?,
        }
        self.link.pause(Duration::from_millis(20))?;
        self.link.discard()?;
        let ask = wire::request(Command::BootInfo, &[]);
        match self.say(&ask, Wants::Any, AT_ONCE) {
            Ok(_) => Ok(true),
            Err(Cause::Line(error)) => Err(Cause::Line(error)),
            Err(_) => Ok(false),
        }
    }

    /// Restarts the chip, which then starts what is in flash, if BOOT is let go of. Some do not confirm that.
    ///
    /// # Errors
    /// When the line fails, and when the ROM refuses.
    pub fn reset(&mut self) -> Result<(), Error> {
        self.begin(StepId::RESTART, "reset");
        match self.say(&wire::request(Command::Reset, &[]), Wants::Nothing, SHORT) {
            Err(cause @ (Cause::Line(_) | Cause::Refused(_))) => Err(self.error(cause)),
            _ => Ok(()),
        }
    }
}

/// How a training went.
enum Trained {
    Yes,
    /// Not; how many bytes came.
    No {
        bytes: usize,
    },
}
