//! Serial ports: [`ByteLink`] over the operating system's.

use std::{
    fmt,
    io::{self, Read, Write},
    path::Path,
    thread,
    time::{Duration, Instant},
};

use ::link::{ByteLink, Counts, Heard, LineError};
use serialport::{ClearBuffer, FlowControl, SerialPort};

use super::Stop;

/// The longest time between two looks at the user's wish to stop.
const SLICE: Duration = Duration::from_millis(100);
/// The shortest sleep while bytes leave.
const MOMENT: Duration = Duration::from_micros(100);
/// Bytes of one write: a page, which every driver's queue has, and more than any frame.
const PIECE: usize = 4096;
/// Bits of a byte on the line.
const BITS: u32 = 10;

/// Why a serial port cannot be opened.
#[derive(Debug)]
pub enum SerialError {
    /// There is none of that name.
    Missing {
        /// The name.
        path: String,
    },
    /// It may not be opened.
    Permission {
        /// The name.
        path: String,
    },
    /// Another program has it open.
    Busy {
        /// The name.
        path: String,
    },
    /// Something else.
    Other {
        /// The name.
        path: String,
        /// What the operating system said.
        why: serialport::Error,
    },
}

impl fmt::Display for SerialError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { path } => write!(f, "there is no serial port {path}"),
            Self::Permission { path } => write!(f, "no permission to open {path}"),
            Self::Busy { path } => write!(f, "another program has {path} open"),
            Self::Other { path, why } => {
                write!(f, "{path} cannot be opened as a serial port: {why}")
            }
        }
    }
}

impl std::error::Error for SerialError {}

/// A serial port as a line to a board.
pub struct SerialLine {
    port: Box<dyn SerialPort>,
    baud: u32,
    stop: Stop,
    counts: Counts,
}

impl SerialLine {
    /// Opens a port for itself alone: 8N1, no flow control, which board UARTs do not have and terminal programs switch on.
    pub fn open(path: &str, baud: u32, stop: Stop) -> Result<Self, SerialError> {
        let port =
            serialport::new(path, baud).flow_control(FlowControl::None).timeout(SLICE).open();
        let port = port.map_err(|why| explain(path, why))?;
        shorten_latency(path);
        Ok(Self::over(port, baud, stop))
    }

    /// A line over a port that is open.
    pub fn over(port: Box<dyn SerialPort>, baud: u32, stop: Stop) -> Self {
        Self { port, baud, stop, counts: Counts::default() }
    }

    /// Waits until the bytes have left. The operating system's own wait has no limit, so its queue is watched.
    fn drain(&self, end: Instant) -> Result<(), LineError> {
        loop {
            let queued = self.port.bytes_to_write().map_err(line_error)?;
            if queued == 0 {
                return Ok(());
            }
            self.check(end)?;
            let time = Duration::from_secs(1) * BITS * queued / self.baud.max(1);
            thread::sleep(time.clamp(MOMENT, SLICE));
        }
    }

    fn check(&self, end: Instant) -> Result<(), LineError> {
        if self.stop.insisted() {
            return Err(LineError::Cancelled);
        }
        if Instant::now() >= end { Err(LineError::Blocked) } else { Ok(()) }
    }

    fn set_timeout(&mut self, time: Duration) -> Result<(), LineError> {
        self.port.set_timeout(time).map_err(line_error)
    }
}

impl ByteLink for SerialLine {
    fn write(&mut self, bytes: &[u8], limit: Duration) -> Result<(), LineError> {
        let end = Instant::now() + limit;
        self.counts.transfers += 1;
        let mut rest = bytes;
        while !rest.is_empty() {
            self.set_timeout(SLICE.min(limit))?;
            // Once begun, a write goes on until the kernel has all of it; so no more than its queue holds, which is empty.
            match self.port.write(&rest[..rest.len().min(PIECE)]) {
                Ok(count) => rest = &rest[count..],
                Err(error) if passing(&error) => self.check(end)?,
                Err(error) => return Err(io_error(&error)),
            }
        }
        self.counts.sent += bytes.len() as u64;
        self.drain(end)
    }

    fn read(&mut self, buf: &mut [u8], limit: Duration) -> Result<Heard, LineError> {
        let begin = Instant::now();
        self.counts.transfers += 1;
        self.counts.waits += 1;
        loop {
            let left = limit.saturating_sub(begin.elapsed());
            self.set_timeout(left.min(SLICE))?;
            match self.port.read(buf) {
                Ok(0) => return Err(LineError::Gone),
                Ok(count) => {
                    self.counts.received += count as u64;
                    return Ok(Heard { count, waited: begin.elapsed() });
                }
                Err(error) if !passing(&error) => return Err(io_error(&error)),
                Err(_) if self.stop.insisted() => return Err(LineError::Cancelled),
                Err(_) if begin.elapsed() >= limit => {
                    return Ok(Heard { count: 0, waited: begin.elapsed() });
                }
                Err(_) => {}
            }
        }
    }

    fn set_baud(&mut self, rate: u32) -> Result<(), LineError> {
        self.port.set_baud_rate(rate).map_err(|_| LineError::BaudRate(rate))?;
        // A driver that cannot do it keeps the old rate and says nothing.
        let real = self.port.baud_rate().map_err(line_error)?;
        if u64::from(real.abs_diff(rate)) * 100 > u64::from(rate) * 3 {
            return Err(LineError::BaudRate(rate));
        }
        self.baud = rate;
        Ok(())
    }

    fn baud(&self) -> u32 {
        self.baud
    }

    fn discard(&mut self) -> Result<(), LineError> {
        self.port.clear(ClearBuffer::Input).map_err(line_error)
    }

    fn pause(&mut self, time: Duration) -> Result<(), LineError> {
        let end = Instant::now() + time;
        loop {
            if self.stop.asked() {
                return Err(LineError::Stopped);
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(());
            }
            thread::sleep(left.min(SLICE));
        }
    }

    fn counts(&self) -> Counts {
        self.counts
    }
}

/// Whether a failed call is to be repeated.
fn passing(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::TimedOut | io::ErrorKind::Interrupted | io::ErrorKind::WouldBlock
    )
}

fn line_error(error: serialport::Error) -> LineError {
    io_error(&error.into())
}

/// An adapter that was pulled out shows up in many ways, depending on what the kernel was doing.
fn io_error(error: &io::Error) -> LineError {
    match error.raw_os_error() {
        Some(code) => LineError::Os(code.unsigned_abs()),
        None => LineError::Gone,
    }
}

fn explain(path: &str, why: serialport::Error) -> SerialError {
    let path = path.to_owned();
    let words = why.description.to_lowercase();
    match why.kind() {
        serialport::ErrorKind::Io(io::ErrorKind::PermissionDenied) => {
            SerialError::Permission { path }
        }
        _ if !Path::new(&path).exists() => SerialError::Missing { path },
        _ if words.contains("busy") || words.contains("exclusive lock") => {
            SerialError::Busy { path }
        }
        _ => SerialError::Other { path, why },
    }
}

/// FTDI adapters hold bytes back for 16 ms, which costs XMODEM an eighth of its rate. The kernel lets root shorten that;
/// whoever may not loses time and nothing else.
fn shorten_latency(path: &str) {
    let Some(name) =
        Path::new(path).canonicalize().ok().and_then(|real| Some(real.file_name()?.to_owned()))
    else {
        return;
    };
    let timer = Path::new("/sys/bus/usb-serial/devices").join(name).join("latency_timer");
    if timer.exists() {
        let _ = std::fs::write(timer, "1");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serialport::TTYPort;

    /// Both ends of a pty, one of them as a line.
    fn line(stop: &Stop) -> (SerialLine, TTYPort) {
        let (master, slave) = TTYPort::pair().expect("a pty");
        (SerialLine::over(Box::new(slave), 115_200, stop.clone()), master)
    }

    #[test]
    fn what_cannot_be_opened_is_told_apart() {
        let open = |path: &str| {
            SerialLine::open(path, 115_200, Stop::default()).err().expect("no port").to_string()
        };
        assert_eq!(open("/dev/no-such-port"), "there is no serial port /dev/no-such-port");
        assert!(
            open("/dev/null").starts_with("/dev/null cannot be opened as a serial port"),
            "{}",
            open("/dev/null")
        );
        let (_master, slave) = TTYPort::pair().expect("a pty");
        let name = slave.name().expect("it has a name");
        drop(slave);
        let _first = SerialLine::open(&name, 115_200, Stop::default()).expect("free");
        assert_eq!(open(&name), format!("another program has {name} open"));
    }

    #[test]
    fn bytes_come_as_they_were_sent_and_silence_is_no_error() {
        let (mut line, mut other) = line(&Stop::default());
        let all: Vec<u8> = (0..=255).collect();
        line.write(&all, Duration::from_secs(1)).expect("it is open");
        let mut got = [0; 256];
        other.read_exact(&mut got).expect("they are there");
        assert_eq!(got[..], all);
        other.write_all(&all).expect("it is open");
        let mut came: Vec<u8> = Vec::new();
        while came.len() < 256 {
            let heard = line.read(&mut got, Duration::from_secs(1)).expect("it is open");
            assert!(heard.count > 0);
            came.extend_from_slice(&got[..heard.count]);
        }
        assert_eq!(came, all);
        let silence = line.read(&mut got, Duration::from_millis(30)).expect("silence");
        assert!(silence.count == 0 && silence.waited >= Duration::from_millis(30), "{silence:?}");
        assert_eq!((line.counts().sent, line.counts().received), (256, 256));
    }

    #[test]
    fn an_end_that_goes_away_is_an_error() {
        let (mut line, other) = line(&Stop::default());
        drop(other);
        assert_eq!(line.read(&mut [0; 8], Duration::from_secs(1)), Err(LineError::Gone));
    }

    #[test]
    fn the_first_stop_ends_a_pause_and_the_second_a_read() {
        let stop = Stop::default();
        let (mut line, _other) = line(&stop);
        line.pause(Duration::from_millis(1)).expect("nobody asked");
        stop.request();
        assert_eq!(line.pause(Duration::ZERO), Err(LineError::Stopped));
        assert!(line.read(&mut [0; 8], Duration::from_millis(1)).is_ok());
        stop.request();
        assert_eq!(line.read(&mut [0; 8], Duration::from_secs(60)), Err(LineError::Cancelled));
    }
}
