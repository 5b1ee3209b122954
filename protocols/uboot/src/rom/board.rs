//! A board that starts U-Boot from its own storage.

use alloc::{string::String, vec::Vec};
use core::time::Duration;

use link::serial::{Said, SerialDevice};
use xmodem::Event;

use super::{End, Profile, Uboot, World};

/// From reset to the first word.
const WAKES: Duration = Duration::from_millis(20);

/// A board of any family whose U-Boot is in its storage.
pub struct Board {
    profile: Profile,
    world: World,
    /// `None`: it has no power.
    uboot: Option<Uboot>,
}

impl Board {
    /// A board that is powered on at time 0. `world` is what is plugged into it.
    pub fn new(profile: Profile, mut world: World) -> Self {
        let uboot = Some(Uboot::new(profile.clone(), WAKES, &mut world));
        Self { profile, world, uboot }
    }

    /// What is plugged into it, and what it noted.
    pub fn world(&mut self) -> &mut World {
        &mut self.world
    }

    /// Whether it has power.
    pub fn is_on(&self) -> bool {
        self.uboot.is_some()
    }

    fn tell(&mut self, event: Event, now: Duration) {
        let Some(uboot) = &mut self.uboot else { return };
        uboot.on(event, now, &mut self.world);
        match uboot.end() {
            Some(End::Reset) => self.reset(now),
            Some(End::PowerLost) => self.uboot = None,
            None => {}
        }
    }
}

impl SerialDevice for Board {
    fn receive(&mut self, bytes: &[u8], now: Duration) {
        for byte in bytes {
            self.tell(Event::Byte(*byte), now);
        }
    }

    fn next(&mut self, now: Duration) -> Said {
        self.tell(Event::Time, now);
        let deadline = self.uboot.as_ref().and_then(Uboot::deadline);
        self.world.next(now, deadline)
    }

    fn baud(&self) -> u32 {
        self.world.baud
    }

    fn reset(&mut self, now: Duration) {
        self.world.out.clear();
        self.world.baud = 115_200;
        self.uboot = Some(Uboot::new(self.profile.clone(), now + WAKES, &mut self.world));
    }

    fn notes(&mut self) -> Vec<String> {
        core::mem::take(&mut self.world.notes)
    }
}
