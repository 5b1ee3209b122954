//! What the programs on a board share.

use alloc::{
    boxed::Box,
    string::{String, ToString},
    vec::Vec,
};
use core::time::Duration;

use link::serial::{Said, Utterances};

use super::{Drive, Flash, Flaw, Gadget, Network};

/// A board's serial port, its storage, its network, and what it notes for tests. All of it outlives a reset.
pub struct World {
    /// What waits to be sent.
    pub out: Utterances,
    /// The rate of its UART, in bit/s.
    pub baud: u32,
    /// Its SPI NOR.
    pub flash: Flash,
    /// Its disks. `mmc 0` is the first of the eMMCs and SD cards here, and so on.
    pub drives: Vec<Drive>,
    /// What its Ethernet port is connected to; `None`: the board has no port.
    pub network: Option<Box<dyn Network>>,
    /// What its USB device port is connected to; `None`: U-Boot has no driver for the port, and no `ums`.
    pub gadget: Option<Box<dyn Gadget>>,
    /// What goes wrong.
    pub flaw: Option<Flaw>,
    /// What a person at the bench would have noticed.
    pub notes: Vec<String>,
    /// What the program before U-Boot has left in DRAM, by address: the first U-Boot finds it there.
    pub left: Vec<(u64, Vec<u8>)>,
    /// The commands that U-Boot carried out since power-on, except `echo`.
    pub commands: Vec<String>,
}

impl World {
    /// A board with an erased flash, nothing plugged in.
    pub fn new(baud: u32) -> Self {
        Self {
            out: Utterances::default(),
            baud,
            flash: Flash::new(None),
            drives: Vec::new(),
            network: None,
            gadget: None,
            flaw: None,
            notes: Vec::new(),
            left: Vec::new(),
            commands: Vec::new(),
        }
    }

    /// Prints `text` at a time, with CR before every LF that has none.
    pub fn print(&mut self, at: Duration, text: &str) {
        let mut bytes = Vec::with_capacity(text.len());
        for byte in text.bytes() {
            if byte == b'\n' && bytes.last() != Some(&b'\r') {
                bytes.push(b'\r');
            }
            bytes.push(byte);
        }
        self.out.say(at, &bytes);
    }

    /// Notes something that a person at the bench would see.
    pub fn note(&mut self, text: &str) {
        self.notes.push(text.to_string());
    }

    /// What to send now, or when to ask again: `deadline` is when the program has something to do.
    pub fn next(&mut self, now: Duration, deadline: Option<Duration>) -> Said {
        match (self.out.next(now), deadline) {
            (Said::Byte(byte), _) => Said::Byte(byte),
            (Said::Until(time), Some(other)) => Said::Until(time.min(other)),
            (Said::Nothing, Some(time)) => Said::Until(time),
            (said, None) => said,
        }
    }
}
