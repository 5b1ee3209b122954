//! Reading and writing within a limit for the whole of a message: a byte now and then does not renew it.

use std::{
    io,
    os::fd::AsFd,
    time::{Duration, Instant},
};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::Errno,
    net::{RecvFlags, SendFlags, recv, send},
};

/// The longest that a message may take, beside the time for its bytes.
const PATIENCE: Duration = Duration::from_secs(5);
/// Bytes per second below which a client is too slow.
const SLOWEST: u64 = 1 << 20;

fn deadline(bytes: usize) -> Instant {
    Instant::now() + PATIENCE + Duration::from_millis(bytes as u64 * 1000 / SLOWEST)
}

/// Fills `buf`. Fails with `TimedOut` where that takes too long, with `UnexpectedEof` where the other end leaves.
pub(super) fn read_exact(stream: &impl AsFd, buf: &mut [u8]) -> io::Result<()> {
    let end = deadline(buf.len());
    let mut filled = 0;
    while filled < buf.len() {
        match recv(stream, &mut buf[filled..], RecvFlags::DONTWAIT) {
            Ok((0, _)) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok((count, _)) => filled += count,
            Err(Errno::AGAIN | Errno::INTR) => wait(stream, PollFlags::IN, end)?,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Sends all of `data`. Fails with `TimedOut` where that takes too long.
pub(super) fn write_all(stream: &impl AsFd, data: &[u8]) -> io::Result<()> {
    let end = deadline(data.len());
    let mut sent = 0;
    while sent < data.len() {
        match send(stream, &data[sent..], SendFlags::DONTWAIT) {
            Ok(count) => sent += count,
            Err(Errno::AGAIN | Errno::INTR) => wait(stream, PollFlags::OUT, end)?,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

fn wait(stream: &impl AsFd, what: PollFlags, end: Instant) -> io::Result<()> {
    let left = end.saturating_duration_since(Instant::now());
    if left.is_zero() {
        return Err(io::ErrorKind::TimedOut.into());
    }
    // Some seconds, which fit.
    let limit =
        Timespec { tv_sec: left.as_secs().cast_signed(), tv_nsec: left.subsec_nanos().into() };
    match poll(&mut [PollFd::new(stream, what)], Some(&limit)) {
        Ok(_) | Err(Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
