//! A virtual board's place on offer, and what is on its bus.

use std::{
    mem,
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use crate::{
    transport::{PortPath, Stop},
    virt::{Model, PlugError, Wanted, bus::Bus, plug, wire::Wire},
};

/// How often a pause checks whether the user wants to stop.
const LOOK: Duration = Duration::from_millis(20);

/// A board that the user asked for, at its port.
pub(super) struct Slot {
    pub(super) wanted: Wanted,
    pub(super) port: PortPath,
    /// Address on the bus, as far as clients see it.
    pub(super) address: u32,
    place: Mutex<Place>,
}

/// What is at the port.
enum Place {
    /// A board that no client has imported.
    Free(Bus),
    /// A session has it.
    Taken,
    /// It has left for good.
    Empty,
}

/// Why a board cannot be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unavailable {
    /// A session has it.
    Taken,
    /// It has left for good.
    Gone,
}

impl Slot {
    pub(super) fn new(wanted: Wanted, port: PortPath, address: u32) -> Result<Self, PlugError> {
        let (wire, fault) = match &wanted {
            Wanted::Usb(spec) => (spec.wire(), spec.fault),
            Wanted::Serial(_) | Wanted::Disk(_) => (Wire::new(Model::None, None), None),
        };
        let bus = Bus::new(plug::power_on_wanted(&wanted, false)?, wire, fault);
        Ok(Self { wanted, port, address, place: Mutex::new(Place::Free(bus)) })
    }

    /// Takes the board for one session, after which it is put back or has left.
    pub(super) fn take(&self) -> Result<Bus, Unavailable> {
        let mut place = self.lock();
        match mem::replace(&mut *place, Place::Taken) {
            Place::Free(bus) => Ok(bus),
            Place::Taken => Err(Unavailable::Taken),
            Place::Empty => {
                *place = Place::Empty;
                Err(Unavailable::Gone)
            }
        }
    }

    /// Gives the board back after a session.
    pub(super) fn put_back(&self, bus: Bus) {
        *self.lock() = Place::Free(bus);
    }

    /// Says that nothing comes after the board that a session had.
    pub(super) fn leave(&self) {
        *self.lock() = Place::Empty;
    }

    /// Works on the board, where no session has it.
    pub(super) fn with<T>(&self, work: impl FnOnce(&mut Bus) -> T) -> Option<T> {
        match &mut *self.lock() {
            Place::Free(bus) => Some(work(bus)),
            Place::Taken | Place::Empty => None,
        }
    }

    fn lock(&self) -> MutexGuard<'_, Place> {
        // A panic elsewhere leaves nothing half-done that could be undone here.
        self.place.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a disk that is to be shown at the port. `false`: the user wants no more.
    pub(super) fn awaits(&self, bus: &mut Bus, stop: &Stop) -> bool {
        let Wanted::Disk(gadget) = &self.wanted else { return true };
        let shown = gadget.wait(stop);
        shown.map(|device| bus.replug(device)).is_some()
    }

    /// Waits for what comes to the port after the board that has left it, and powers it on. `false`: nothing comes.
    pub(super) fn succeed(&self, bus: &mut Bus, stop: &Stop) -> Result<bool, PlugError> {
        if let Some(next) = bus.device().successor() {
            pause(next.after, stop);
            bus.replug(next.device);
            return Ok(true);
        }
        let spec = match &self.wanted {
            Wanted::Usb(spec) => spec,
            Wanted::Serial(_) => return Ok(false),
            Wanted::Disk(_) => return Ok(self.awaits(bus, stop)),
        };
        let Some(after) = spec.returns else { return Ok(false) };
        pause(after, stop);
        self.power(bus, true)?;
        Ok(true)
    }

    /// The board is unplugged and powered on afresh.
    pub(super) fn cycle(&self, bus: &mut Bus) -> Result<(), PlugError> {
        self.power(bus, false)
    }

    fn power(&self, bus: &mut Bus, again: bool) -> Result<(), PlugError> {
        bus.unplug();
        bus.replug(plug::power_on_wanted(&self.wanted, again)?);
        Ok(())
    }
}

/// Lets time pass, unless the user wants to stop.
fn pause(time: Duration, stop: &Stop) {
    let end = Instant::now() + time;
    while !stop.asked() {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return;
        }
        thread::sleep(left.min(LOOK));
    }
}
