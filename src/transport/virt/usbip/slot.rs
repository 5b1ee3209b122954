//! A virtual board's place on offer, and what is on its bus.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use crate::transport::{
    PortPath, Stop,
    virt::{PlugError, Spec, bus::Bus, plug},
};

/// How often a pause looks whether the user wants to stop.
const LOOK: Duration = Duration::from_millis(20);

/// A board that the user asked for, at its port.
pub(super) struct Slot {
    pub(super) spec: Spec,
    pub(super) port: PortPath,
    /// Address on the bus, as far as clients see it.
    pub(super) address: u32,
    bus: Mutex<Option<Bus>>,
}

impl Slot {
    pub(super) fn new(spec: Spec, port: PortPath, address: u32) -> Result<Self, PlugError> {
        let bus = Bus::new(plug::power_on(&spec, spec.fes)?.device, spec.link, spec.fault);
        Ok(Self { spec, port, address, bus: Mutex::new(Some(bus)) })
    }

    /// Takes the board for one session. `None`: another has it.
    pub(super) fn take(&self) -> Option<Bus> {
        self.lock().take()
    }

    /// Gives the board back after a session.
    pub(super) fn put_back(&self, bus: Bus) {
        *self.lock() = Some(bus);
    }

    /// Works on the board, where no session has it.
    pub(super) fn with<T>(&self, work: impl FnOnce(&mut Bus) -> T) -> Option<T> {
        self.lock().as_mut().map(work)
    }

    fn lock(&self) -> MutexGuard<'_, Option<Bus>> {
        // A panic elsewhere leaves nothing half-done that could be undone here.
        self.bus.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for what comes to the port after the board that has left it, and powers it on. `false`: nothing comes.
    pub(super) fn succeed(&self, bus: &mut Bus, stop: &Stop) -> Result<bool, PlugError> {
        if let Some(next) = bus.device().successor() {
            pause(next.after, stop);
            bus.replug(next.device);
            return Ok(true);
        }
        let Some(after) = self.spec.returns else { return Ok(false) };
        pause(after, stop);
        self.power(bus, self.spec.returns_as_fes)?;
        Ok(true)
    }

    /// The board is unplugged and powered on afresh.
    pub(super) fn cycle(&self, bus: &mut Bus) -> Result<(), PlugError> {
        self.power(bus, self.spec.fes)
    }

    fn power(&self, bus: &mut Bus, fes: bool) -> Result<(), PlugError> {
        bus.unplug();
        bus.replug(plug::power_on(&self.spec, fes)?.device);
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
