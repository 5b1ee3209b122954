//! Boards, files and the whole way.

use std::{
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use link::{
    ByteLink, Silent, StepId, Watch,
    line::Line,
    serial::{Said, SerialDevice},
};
use starfive::{
    header,
    host::{BUFFERS, Error, Layout, boot_rom, boot_spl, write_firmware},
    rom::{Behaviour, Jh7110},
};
use uboot::host::{Console, Flasher, Written, reach_prompt};

/// A board that a test can look at while it hangs on a line.
pub(crate) struct Shared<T>(pub(crate) Arc<Mutex<T>>);

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

pub(crate) fn jh7110(behaviour: Behaviour) -> (Line, Arc<Mutex<Jh7110>>) {
    board(Jh7110::new(behaviour), 115_200)
}

/// Bytes with everything in them that XMODEM has a meaning for.
pub(crate) fn bytes(length: usize) -> Vec<u8> {
    (0..length).map(|i| (i * 31 + i / 251) as u8).collect()
}

/// An SPL with its header, `length` bytes in all.
pub(crate) fn spl(length: usize) -> Vec<u8> {
    let mut payload = b"U-Boot SPL 2025.01".to_vec();
    payload.extend(bytes(length - header::SIZE - payload.len()));
    header::wrap(&payload, header::VERSION, header::BACKUP).expect("it fits")
}

/// The recovery agent, as the virtual board knows it.
pub(crate) fn program() -> Vec<u8> {
    let mut payload = b"* JH7110 program tool *".to_vec();
    payload.extend(bytes(9000));
    header::wrap(&payload, 0x0101_0001, header::BACKUP).expect("it fits")
}

/// A U-Boot that the SPL starts, `length` bytes in all.
pub(crate) fn fit(length: usize) -> Vec<u8> {
    fit::build::uboot_of_length("riscv", 0x4020_0000, length, bytes)
}

/// From power-on to verified flash.
pub(crate) fn recover(
    line: &mut dyn ByteLink,
    spl: &[u8],
    uboot: &[u8],
    fast: Option<u32>,
) -> Result<[Written; 2], Error> {
    let mut silent = Silent;
    let mut console = Console::new(line, &mut silent);
    boot_rom(&mut console, spl, Duration::from_secs(30))?;
    boot_spl(&mut console, uboot)?;
    let mut prompt = reach_prompt(&mut console)?;
    let mut flasher = Flasher::new(&mut prompt, BUFFERS, fast);
    write_firmware(&mut flasher, &Layout::JH7110, spl, uboot)
}
