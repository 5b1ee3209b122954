//! `loady`: a file over the serial line, at another rate if that is asked for.

use alloc::format;
use core::{mem, time::Duration};

use xmodem::{Event, Manner, Receiver};

use super::{
    End, Flaw, Uboot, World,
    commands::{Fail, Outcome, number},
    intake::Intake,
    prompt::State,
};

/// The time between its words and its change of rate, and again before it listens.
const SWITCH: Duration = Duration::from_millis(50);

/// A load under way.
pub(super) struct Load {
    address: u64,
    /// The rate to go back to after a load at another one.
    base: Option<u32>,
    phase: Phase,
}

enum Phase {
    /// Said that the rate changes; it does once the words are out, at this time.
    Switching { to: u32, at: Option<Duration>, next: Next },
    /// Waits for the key that confirms the new rate.
    Key { key: u8, next: Next },
    /// Receives.
    Receiving(Intake),
}

/// What follows a change of rate.
#[derive(Clone, Copy)]
enum Next {
    Receive,
    Done,
}

impl Load {
    pub(super) fn deadline(&self) -> Option<Duration> {
        match &self.phase {
            Phase::Switching { at, .. } => *at,
            Phase::Key { .. } => None,
            Phase::Receiving(intake) => intake.deadline(),
        }
    }

    fn receive(&mut self, now: Duration, world: &mut World) {
        let (address, baud) = (self.address, world.baud);
        let words = "## Ready for binary (ymodem) download to";
        world.print(now, &format!("{words} 0x{address:08X} at {baud} bps...\n"));
        self.phase = Phase::Receiving(Intake::new(Receiver::ymodem(Manner::UBOOT), now));
    }

    /// The rate changes 50 ms after the words are out, and the key is read 50 ms after that.
    fn switch(&mut self, now: Duration, world: &mut World) {
        let Phase::Switching { to, at, next } = &mut self.phase else { return };
        match *at {
            None if world.out.is_empty() => *at = Some(now + SWITCH),
            Some(time) if now >= time => {
                world.baud = *to;
                let key = if let Next::Receive = next { b'\r' } else { 0x1b };
                self.phase = Phase::Key { key, next: *next };
            }
            _ => {}
        }
    }
}

impl Uboot {
    /// `loady ADDRESS [RATE]`.
    pub(super) fn loady(&mut self, words: &[&str], now: Duration, world: &mut World) -> Outcome {
        let (address, to) = match words {
            [address] => (number(address)?, None),
            [address, rate] => (number(address)?, Some(rate.parse().map_err(|_| Fail::Usage)?)),
            _ => return Err(Fail::Usage),
        };
        let base = to.map(|_| world.baud);
        let phase =
            Phase::Switching { to: to.unwrap_or(world.baud), at: None, next: Next::Receive };
        let mut load = Load { address, base, phase };
        match to {
            None => load.receive(now, world),
            Some(rate) => {
                world.print(now, &format!("## Switch baudrate to {rate} bps and press ENTER ...\n"))
            }
        }
        self.state = State::Loading(load);
        Ok(())
    }

    pub(super) fn on_load(&mut self, event: Event, now: Duration, world: &mut World) {
        let State::Loading(load) = &mut self.state else { return };
        match (&mut load.phase, event) {
            (Phase::Switching { .. }, _) => load.switch(now, world),
            (Phase::Key { key, next }, Event::Byte(byte)) if byte == *key => match *next {
                Next::Receive => load.receive(now, world),
                Next::Done => self.go_on(now, world),
            },
            (Phase::Receiving(intake), event) => {
                let outcome = intake.on(event, now, &mut world.out);
                let (address, length) = (load.address, intake.data.len() as u64);
                if self.resets_in_load(length, world) {
                    return;
                }
                if !self.memory.is_free(address, length) {
                    // It writes as it receives.
                    let _ = self.crash(now, world);
                } else if let Some(outcome) = outcome {
                    self.loaded(outcome.is_ok(), now, world);
                }
            }
            _ => {}
        }
    }

    /// Whether the board resets, as this many bytes have been loaded.
    pub(super) fn resets_in_load(&mut self, length: u64, world: &mut World) -> bool {
        let resets =
            matches!(world.flaw, Some(Flaw::ResetsInLoad(after)) if length >= after.max(1));
        if resets {
            world.flaw = None;
            self.end = Some(End::Reset);
        }
        resets
    }

    fn loaded(&mut self, good: bool, now: Duration, world: &mut World) {
        let State::Loading(load) = &mut self.state else { return };
        let Phase::Receiving(intake) = &mut load.phase else { return };
        let (data, address, base) = (mem::take(&mut intake.data), load.address, load.base.take());
        if let Some(to) = base {
            load.phase = Phase::Switching { to, at: None, next: Next::Done };
        }
        let done = now + Duration::from_millis(5);
        self.status = u32::from(!good);
        if good {
            let length = data.len();
            self.memory.write(address, &data);
            self.arrived(address, length as u64);
            world.print(done, &format!("## Total Size      = 0x{length:08x} = {length} Bytes\n"));
        } else {
            world.print(done, "## Binary (ymodem) download aborted\n");
        }
        match base {
            None => self.go_on(done, world),
            Some(base) => {
                world.print(now, &format!("## Switch baudrate to {base} bps and press ESC ...\n"));
            }
        }
    }

    /// Sets the variables that a load sets.
    pub(super) fn arrived(&mut self, address: u64, length: u64) {
        self.environment.set("filesize", format!("{length:x}"));
        self.environment.set("fileaddr", format!("{address:x}"));
    }
}
