//! Boards, images and the whole way.

use std::{
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use link::{
    ByteLink, Silent,
    line::Line,
    serial::{Said, SerialDevice},
};
use thead::{
    host::{Board, Cct, Error},
    rom::{Behaviour, Th1520},
    wire::BAUD,
};

pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// A board that a test can look at while it hangs on a line, and all that was said to it.
pub(crate) struct Bench {
    pub(crate) board: Th1520,
    pub(crate) heard: Vec<u8>,
}

#[derive(Clone)]
pub(crate) struct Shared(Arc<Mutex<Bench>>);

impl Shared {
    pub(crate) fn on(&self) -> MutexGuard<'_, Bench> {
        self.0.lock().expect("nobody panicked")
    }

    pub(crate) fn flash(&self) -> Vec<u8> {
        self.on().board.flash().to_vec()
    }
}

impl SerialDevice for Shared {
    fn receive(&mut self, bytes: &[u8], now: Duration) {
        let mut bench = self.on();
        bench.heard.extend(bytes);
        bench.board.receive(bytes, now);
    }

    fn next(&mut self, now: Duration) -> Said {
        self.on().board.next(now)
    }

    fn baud(&self) -> u32 {
        self.on().board.baud()
    }

    fn reset(&mut self, now: Duration) {
        self.on().board.reset(now);
    }
}

/// A board whose U-Boot prints without end.
pub(crate) struct Chatter;

impl SerialDevice for Chatter {
    fn receive(&mut self, _: &[u8], _: Duration) {}

    fn next(&mut self, _: Duration) -> Said {
        Said::Byte(b'#')
    }

    fn baud(&self) -> u32 {
        BAUD
    }

    fn reset(&mut self, _: Duration) {}
}

pub(crate) fn plugged(behaviour: Behaviour) -> (Line, Shared) {
    let bench = Bench { board: Th1520::new(behaviour), heard: Vec::new() };
    let shared = Shared(Arc::new(Mutex::new(bench)));
    (Line::new(Box::new(shared.clone()), BAUD), shared)
}

/// A flash of four blocks, so that many boards cost little.
pub(crate) fn small() -> Behaviour {
    Behaviour { size: 256 << 10, ..Behaviour::default() }
}

/// Bytes of every value.
pub(crate) fn bytes(length: usize) -> Vec<u8> {
    (0..length).map(|i| (i * 31 + i / 251 + 1) as u8).collect()
}

/// From power-on to the image writer.
pub(crate) fn writer(line: &mut dyn ByteLink) -> Result<Board, Error> {
    let mut silent = Silent;
    let mut cct = Cct::new(line, &mut silent);
    let board = cct.connect(PATIENCE)?;
    cct.start_writer(&board, &bytes(700))
}

/// From power-on to flash that is summed; whether the sum is right.
pub(crate) fn write(line: &mut dyn ByteLink, at: u32, image: &[u8]) -> Result<bool, Error> {
    let board = writer(line)?;
    let mut silent = Silent;
    let mut cct = Cct::new(line, &mut silent);
    let flash = *board.flash().expect("it has one");
    cct.download(&board, &flash, at, image)?;
    cct.holds(&flash, at, image)
}
