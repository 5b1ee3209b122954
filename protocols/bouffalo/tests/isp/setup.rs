//! Boards, images and the whole way.

use std::{
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use bouffalo::{
    header,
    host::{Error, Isp},
    rom::{Behaviour, Bl808},
};
use link::{
    ByteLink, Silent, StepId, Watch,
    line::Line,
    serial::{Said, SerialDevice},
};

/// The rate of the handshake and the one that follows.
pub(crate) const START: u32 = 500_000;
pub(crate) const FAST: u32 = 2_000_000;
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// A board that a test can look at while it hangs on a line.
pub(crate) struct Shared<T>(Arc<Mutex<T>>);

/// The board.
pub(crate) fn on<T>(board: &Arc<Mutex<T>>) -> MutexGuard<'_, T> {
    board.lock().expect("nobody panicked")
}

impl<T: SerialDevice> SerialDevice for Shared<T> {
    fn receive(&mut self, bytes: &[u8], now: Duration) {
        on(&self.0).receive(bytes, now);
    }

    fn next(&mut self, now: Duration) -> Said {
        on(&self.0).next(now)
    }

    fn baud(&self) -> u32 {
        on(&self.0).baud()
    }

    fn measure(&mut self, rate: u32) {
        on(&self.0).measure(rate);
    }

    fn reset(&mut self, now: Duration) {
        on(&self.0).reset(now);
    }

    fn notes(&mut self) -> Vec<String> {
        on(&self.0).notes()
    }
}

/// A board that is not powered.
pub(crate) struct Mute;

impl SerialDevice for Mute {
    fn receive(&mut self, _: &[u8], _: Duration) {}

    fn next(&mut self, _: Duration) -> Said {
        Said::Nothing
    }

    fn baud(&self) -> u32 {
        115_200
    }

    fn reset(&mut self, _: Duration) {}
}

/// What a user would be told.
#[derive(Default)]
pub(crate) struct Notes(pub(crate) Vec<String>);

impl Watch for Notes {
    fn step(&mut self, _: StepId, _: &str, _: u64) {}

    fn advance(&mut self, _: u64) {}

    fn note(&mut self, text: &str) {
        self.0.push(text.into());
    }
}

pub(crate) fn board<T: SerialDevice + 'static>(device: T, baud: u32) -> (Line, Arc<Mutex<T>>) {
    let device = Arc::new(Mutex::new(device));
    (Line::new(Box::new(Shared(Arc::clone(&device))), baud), device)
}

pub(crate) fn plugged(behaviour: Behaviour) -> (Line, Arc<Mutex<Bl808>>) {
    board(Bl808::new(behaviour), START)
}

/// A flash of 512 KiB, so that many boards cost little.
pub(crate) fn small() -> Behaviour {
    Behaviour { size: 512 << 10, ..Behaviour::default() }
}

/// Bytes of every value.
pub(crate) fn bytes(length: usize) -> Vec<u8> {
    (0..length).map(|i| (i * 31 + i / 251) as u8).collect()
}

/// What a board starts from, in whole sectors.
pub(crate) fn image(length: usize) -> Vec<u8> {
    let mut image = header::build(&bytes(length.saturating_sub(4096)));
    image.resize(4096, 0xff);
    image.extend(bytes(length.saturating_sub(4096)));
    image.resize(length.next_multiple_of(4096), 0xff);
    image
}

/// From power-on to verified flash.
pub(crate) fn write(line: &mut dyn ByteLink, image: &[u8]) -> Result<(), Error> {
    let mut silent = Silent;
    let mut isp = Isp::new(line, &mut silent);
    let info = isp.connect(PATIENCE)?;
    isp.speed_up(FAST)?;
    isp.open_flash(&info)?;
    isp.store(0, image, true)
}
