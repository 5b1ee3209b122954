//! A line between this process and a program.

use std::{
    fs::OpenOptions,
    io::{ErrorKind, Read, Write},
    process::{Child, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use link::{
    ByteLink, Counts, Heard, LineError,
    line::Wire,
    noise::{Damage, Noise},
    serial::SerialDevice,
};
use racklet_flash::transport::{SerialLine, Stop};
use serialport::{SerialPort, TTYPort};

/// The rate that a pty is told, for what it is worth.
pub(crate) const BAUD: u32 = 115_200;

/// A program at the end of a line, killed when it is forgotten.
pub(crate) struct Peer {
    child: Child,
    /// The line's other end stays open as long as the program, so that its last words are not lost with it.
    _slave: TTYPort,
}

impl Peer {
    /// Waits for its end, which must be a good one.
    pub(crate) fn finish(mut self, limit: Duration) {
        let end = Instant::now() + limit;
        loop {
            if let Some(status) = self.child.try_wait().expect("it is our child") {
                assert!(status.success(), "{status}");
                return;
            }
            assert!(Instant::now() < end, "it does not end");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Both ends of a new pty.
pub(crate) fn pair() -> (TTYPort, TTYPort) {
    let (master, mut slave) = TTYPort::pair().expect("a pty");
    slave.set_exclusive(false).expect("a tty of ours");
    (master, slave)
}

/// A line to a program that has the other end as its input and output.
pub(crate) fn run(command: &mut Command) -> (SerialLine, Peer) {
    let (master, slave) = pair();
    let name = slave.name().expect("a pty has a name");
    let open = || OpenOptions::new().read(true).write(true).open(&name).expect("a tty of ours");
    let child = command
        .stdin(open())
        .stdout(open())
        .stderr(Stdio::inherit())
        .spawn()
        .expect("it was found");
    (SerialLine::over(Box::new(master), BAUD, Stop::default()), Peer { child, _slave: slave })
}

/// A line that damages what is sent over it.
pub(crate) struct Noisy<L> {
    line: L,
    noise: Noise,
    /// What is swallowed whole, once.
    pub(crate) swallowed: Option<Vec<u8>>,
    /// Bytes that were damaged.
    pub(crate) struck: u32,
}

impl<L: ByteLink> Noisy<L> {
    pub(crate) fn new(line: L, noise: Noise) -> Self {
        Self { line, noise, swallowed: None, struck: 0 }
    }
}

impl<L: ByteLink> ByteLink for Noisy<L> {
    fn write(&mut self, bytes: &[u8], limit: Duration) -> Result<(), LineError> {
        if self.swallowed.take_if(|frame| frame == bytes).is_some() {
            return Ok(());
        }
        let mut sent = Vec::new();
        for byte in bytes {
            let damage = self.noise.strike();
            self.struck += u32::from(damage.is_some());
            sent.extend(damage.unwrap_or(Damage::Flipped(0)).apply(*byte));
        }
        self.line.write(&sent, limit)
    }

    fn read(&mut self, buf: &mut [u8], limit: Duration) -> Result<Heard, LineError> {
        self.line.read(buf, limit)
    }

    fn set_baud(&mut self, rate: u32) -> Result<(), LineError> {
        self.line.set_baud(rate)
    }

    fn baud(&self) -> u32 {
        self.line.baud()
    }

    fn discard(&mut self) -> Result<(), LineError> {
        self.line.discard()
    }

    fn pause(&mut self, time: Duration) -> Result<(), LineError> {
        self.line.pause(time)
    }

    fn counts(&self) -> Counts {
        self.line.counts()
    }
}

/// A virtual board at its end of a pty, at the pace of its line.
pub(crate) struct Served {
    wire: Wire,
    master: TTYPort,
    slave: TTYPort,
    begin: Instant,
}

impl Served {
    pub(crate) fn new(board: Box<dyn SerialDevice>) -> Self {
        let (mut master, slave) = pair();
        master.set_timeout(Duration::from_millis(1)).expect("a port takes a timeout");
        Self { wire: Wire::new(board, BAUD), master, slave, begin: Instant::now() }
    }

    /// The other end.
    pub(crate) fn name(&self) -> String {
        self.slave.name().expect("a pty has a name")
    }

    /// Carries the line while a program runs, which is killed when it takes longer than `limit`.
    pub(crate) fn until_end(&mut self, mut child: Child, limit: Duration) -> ExitStatus {
        let end = Instant::now() + limit;
        loop {
            self.carry();
            match child.try_wait().expect("it is our child") {
                Some(status) => return status,
                None if Instant::now() > end => {
                    let _ = child.kill();
                    return child.wait().expect("it is our child");
                }
                None => {}
            }
        }
    }

    fn carry(&mut self) {
        loop {
            self.wire.run(self.begin.elapsed());
            let arrived = self.wire.take(usize::MAX);
            if arrived.is_empty() {
                break;
            }
            self.master.write_all(&arrived).expect("a pty of ours");
        }
        let mut bytes = [0; 4096];
        let count = match self.master.read(&mut bytes) {
            Err(error) if error.kind() == ErrorKind::TimedOut => return,
            other => other.expect("a pty of ours"),
        };
        self.wire.set_baud(self.slave.baud_rate().expect("a pty of ours"));
        self.wire.run(self.begin.elapsed());
        self.wire.send(&bytes[..count]);
    }
}
