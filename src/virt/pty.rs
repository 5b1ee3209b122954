//! A virtual board on a pty, for any program that opens a serial port, at the real pace of its line.

use std::{
    fs,
    io::{self, ErrorKind},
    os::fd::{AsFd, OwnedFd},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use link::line::{Wire, byte_time};
use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    fs::{Mode, OFlags, open},
    io::{Errno, ioctl_fionbio, ioctl_fionread, read, write},
    pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt},
    termios::{OptionalActions, QueueSelector, tcflush, tcgetattr, tcsetattr},
};

use super::{Flash, SerialSpec};
use crate::transport::Stop;

/// The longest time between two looks at the user's wish to stop, and at the rate that the other side has set.
const LOOK: Duration = Duration::from_millis(50);
/// Once this many bytes are unread, no one is listening: they are dropped, as by a serial port that is not open.
const UNREAD: u64 = 2048;

/// Bytes that wait for the line.
const QUEUE: u32 = 4096;

/// A board that is served on a pty.
pub struct PtyServer {
    master: OwnedFd,
    /// Kept open, so that the line does not hang up when a program closes it.
    slave: OwnedFd,
    path: PathBuf,
    link: Option<PathBuf>,
    wire: Wire,
    flash: Flash,
    baud: u32,
    /// When the last byte for the board has left.
    sent_at: Duration,
}

impl PtyServer {
    /// Makes the pty, its symbolic link where one is asked for, and powers the board on.
    pub fn start(spec: &SerialSpec) -> io::Result<Self> {
        let (master, slave, path) = pair(spec.baud())?;
        if let Some(link) = &spec.pty {
            replace_link(link, &path)?;
        }
        let (wire, flash) = spec.power_on(spec.baud()).map_err(io::Error::other)?.split();
        Ok(Self {
            master,
            slave,
            path,
            link: spec.pty.clone(),
            wire,
            flash,
            baud: spec.baud(),
            sent_at: Duration::ZERO,
        })
    }

    /// The pty, for the program that opens it.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Carries the line until the user stops; `tell` gets what a person at the bench would notice.
    pub fn serve(mut self, stop: &Stop, tell: &mut dyn FnMut(&str)) -> io::Result<()> {
        let begin = Instant::now();
        while !stop.asked() {
            self.follow_rate()?;
            self.carry(begin)?;
            for note in self.wire.device().notes() {
                tell(&note);
            }
        }
        if let Some(link) = &self.link {
            fs::remove_file(link)?;
        }
        self.flash.save()
    }

    /// The program that has the port open sets its rate there.
    fn follow_rate(&mut self) -> io::Result<()> {
        let rate = tcgetattr(&self.slave)?.output_speed();
        if rate != self.baud && rate > 0 {
            self.baud = rate;
            self.wire.set_baud(rate);
        }
        Ok(())
    }

    /// Waits for the next byte of either side and passes it on.
    fn carry(&mut self, begin: Instant) -> io::Result<()> {
        self.wire.run(begin.elapsed());
        let arrived = self.wire.take(usize::MAX);
        self.deliver(&arrived)?;
        let wait = match self.wire.next_event() {
            _ if !arrived.is_empty() => Duration::ZERO,
            Some(time) => time.saturating_sub(begin.elapsed()).min(LOOK),
            None => LOOK,
        };
        // A client that writes faster than the line waits, as at a real port, and costs no memory.
        let queue = byte_time(self.baud) * QUEUE;
        if self.sent_at > self.wire.now() + queue {
            std::thread::sleep(wait.min(queue / 2));
        } else if self.readable(wait)? {
            let mut buf = [0; 4096];
            // Rates change between two pieces of what is said: the new one counts for what came after it.
            let count = match read(&self.master, &mut buf) {
                Err(Errno::AGAIN | Errno::INTR | Errno::IO) => 0,
                other => other?,
            };
            self.follow_rate()?;
            self.wire.run(begin.elapsed().max(self.wire.now()));
            self.sent_at = self.wire.send(&buf[..count]);
        }
        Ok(())
    }

    fn readable(&self, wait: Duration) -> io::Result<bool> {
        let mut fds = [PollFd::new(&self.master, PollFlags::IN)];
        let limit = Timespec { tv_sec: wait.as_secs() as _, tv_nsec: wait.subsec_nanos() as _ };
        match poll(&mut fds, Some(&limit)) {
            Ok(_) => Ok(fds[0].revents().contains(PollFlags::IN)),
            Err(Errno::INTR) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    fn deliver(&self, bytes: &[u8]) -> io::Result<()> {
        if bytes.is_empty() {
            return Ok(());
        }
        if ioctl_fionread(self.slave.as_fd())? > UNREAD {
            tcflush(&self.slave, QueueSelector::IFlush)?;
        }
        match write(&self.master, bytes) {
            // A full queue loses bytes, as a UART does.
            Ok(_) | Err(Errno::AGAIN | Errno::INTR) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

/// Both ends of a new pty, raw, at a rate in bit/s.
fn pair(baud: u32) -> io::Result<(OwnedFd, OwnedFd, PathBuf)> {
    let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY)?;
    ioctl_fionbio(&master, true)?;
    grantpt(&master)?;
    unlockpt(&master)?;
    let name = ptsname(&master, Vec::new())?;
    let path = PathBuf::from(name.to_str().map_err(|_| ErrorKind::InvalidData)?);
    let slave = open(&path, OFlags::RDWR | OFlags::NOCTTY, Mode::empty())?;
    let mut modes = tcgetattr(&slave)?;
    modes.make_raw();
    modes.set_speed(baud)?;
    tcsetattr(&slave, OptionalActions::Now, &modes)?;
    Ok((master, slave, path))
}

/// A link of an earlier server is replaced; anything else that is there is the user's.
fn replace_link(link: &Path, target: &Path) -> io::Result<()> {
    if fs::symlink_metadata(link).is_ok_and(|found| found.file_type().is_symlink()) {
        fs::remove_file(link)?;
    }
    std::os::unix::fs::symlink(target, link)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server() -> PtyServer {
        PtyServer::start(&"starfive/visionfive-2".parse().expect("a board")).expect("a pty")
    }

    #[test]
    fn what_no_program_reads_is_forgotten() {
        let server = server();
        let unread = || ioctl_fionread(server.slave.as_fd()).expect("a pty of ours");
        let mut wanted = 0;
        for _ in 0..100 {
            wanted = if wanted > UNREAD { 700 } else { wanted + 700 };
            server.deliver(&[b'C'; 700]).expect("a pty of ours");
            // The kernel carries bytes from one end to the other in its own time.
            let begin = Instant::now();
            while unread() != wanted && begin.elapsed() < Duration::from_secs(30) {
                std::thread::yield_now();
            }
            assert_eq!(unread(), wanted);
            assert!(wanted <= UNREAD + 700, "{wanted}");
        }
    }

    /// A mebibyte takes 90 s on the line. What the kernel's own queue takes of it is not this program's memory.
    #[test]
    fn a_program_that_writes_faster_than_the_line_waits() {
        let server = server();
        let path = server.path().to_owned();
        let stop = Stop::default();
        let end = stop.clone();
        let serving = std::thread::spawn(move || server.serve(&end, &mut |_| {}));
        let port = open(&path, OFlags::RDWR | OFlags::NOCTTY | OFlags::NONBLOCK, Mode::empty());
        let port = port.expect("the pty");
        let (begin, mut taken) = (Instant::now(), 0);
        while begin.elapsed() < Duration::from_millis(700) {
            match write(&port, &[0x55; 4096]) {
                Ok(count) => taken += count,
                Err(_) => std::thread::sleep(Duration::from_millis(5)),
            }
        }
        stop.request();
        serving.join().expect("no panic").expect("it ends well");
        assert!((1000..100_000).contains(&taken), "{taken}");
    }
}
