//! What a boot ROM's host has written to DRAM, for the program that it starts: a board in FEL becomes one at U-Boot's prompt.

use std::{
    string::String,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use fel::engine::{Engine, State};

/// Pieces of memory, by address.
pub(super) type Pieces = Vec<(u64, Vec<u8>)>;

/// Shared between a board in FEL and its serial line.
#[derive(Clone, Debug, Default)]
pub(super) struct Handover(Arc<Mutex<Option<Pieces>>>);

impl Handover {
    /// What the program that took the board over finds in memory; `None`: the boot ROM has it still.
    pub(super) fn take(&self) -> Option<Pieces> {
        self.on().take()
    }

    fn on(&self) -> MutexGuard<'_, Option<Pieces>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An engine that hands over what was written to it, once another program has the board.
pub(super) struct HandingOver<E> {
    engine: E,
    written: Pieces,
    to: Handover,
}

impl<E> HandingOver<E> {
    /// An engine that was just powered on.
    pub(super) fn new(engine: E, to: Handover) -> Self {
        *to.on() = None;
        Self { engine, written: Vec::new(), to }
    }
}

impl<E: Engine> Engine for HandingOver<E> {
    fn read(&mut self, address: u32, buf: &mut [u8]) -> bool {
        self.engine.read(address, buf)
    }

    fn write(&mut self, address: u32, data: &[u8]) -> bool {
        self.written.push((address.into(), data.to_vec()));
        self.engine.write(address, data)
    }

    fn execute(&mut self, address: u32) {
        self.engine.execute(address);
        if self.engine.state() == State::Left {
            *self.to.on() = Some(std::mem::take(&mut self.written));
        }
    }

    fn state(&mut self) -> State {
        self.engine.state()
    }

    fn in_real_time(&self) -> bool {
        self.engine.in_real_time()
    }

    fn note(&mut self) -> Option<String> {
        self.engine.note()
    }
}
