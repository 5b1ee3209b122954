//! What a board says after its restart: kept in a file, and listened to for what means success or failure.

use std::{
    fs::File,
    io::Write,
    path::Path,
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use link::ByteLink;

use super::{error::RackError, folder, manifest::Console};
use crate::transport::{SerialLine, Stop};

/// The longest wait for bytes before a wish to stop is looked for.
const LOOK: Duration = Duration::from_millis(100);

/// A console that is listened to. Nobody listens any more when it is dropped: the port is free for another attempt.
pub(super) struct Listener {
    thread: Option<JoinHandle<Result<(), RackError>>>,
    stop: Stop,
}

impl Listener {
    /// Opens the console and begins to listen; all that is said goes to a file. The limit begins now.
    ///
    /// # Errors
    ///
    /// The port cannot be opened.
    pub(super) fn begin(console: &Console, file: &Path, stop: &Stop) -> Result<Self, RackError> {
        let port = console.port.to_string_lossy();
        let line = SerialLine::open(&port, console.baud, stop.clone())
            .map_err(|error| RackError::Console(error.to_string()))?;
        // Without a file there is less evidence, and as good a board.
        let kept = folder::append(file).ok();
        let (console, stop) = (console.clone(), stop.child());
        let its = stop.clone();
        let thread = thread::spawn(move || listen(line, &console, kept, &its));
        Ok(Self { thread: Some(thread), stop })
    }

    /// Waits for what was awaited.
    pub(super) fn end(mut self) -> Result<(), RackError> {
        let heard = self.thread.take().and_then(|thread| thread.join().ok());
        heard.unwrap_or_else(|| Err(RackError::Console("its listener ended too early".into())))
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.stop.request();
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

fn listen(
    mut line: impl ByteLink,
    console: &Console,
    mut kept: Option<File>,
    stop: &Stop,
) -> Result<(), RackError> {
    let begin = Instant::now();
    let (mut ears, mut buffer) = (Ears::new(console), [0; 4096]);
    while begin.elapsed() < console.limit {
        if stop.asked() {
            return Err(RackError::Stopped);
        }
        let heard = line.read(&mut buffer, LOOK);
        let count = heard.map_err(|error| RackError::Console(error.to_string()))?.count;
        if let Some(file) = &mut kept {
            // A full disk ends the file, and not the wait.
            let _ = file.write_all(&buffer[..count]);
        }
        if let Some(end) = ears.hear(&buffer[..count]) {
            return end;
        }
    }
    let (expected, seconds) = (console.expect.clone(), console.limit.as_secs());
    Err(RackError::ConsoleSilent { expected, seconds })
}

/// Finds texts in what is said: the one that was said first counts.
struct Ears<'e> {
    console: &'e Console,
    said: Vec<u8>,
}

impl<'e> Ears<'e> {
    fn new(console: &'e Console) -> Self {
        Self { console, said: Vec::new() }
    }

    fn hear(&mut self, bytes: &[u8]) -> Option<Result<(), RackError>> {
        self.said.extend_from_slice(bytes);
        let good = place(&self.said, &self.console.expect);
        let bad =
            self.console.fail.iter().filter_map(|text| Some((place(&self.said, text)?, text)));
        if let Some((at, text)) = bad.min_by_key(|(at, _)| *at)
            && good.is_none_or(|good| at <= good)
        {
            return Some(Err(RackError::ConsoleSaid(text.clone())));
        }
        if good.is_some() {
            return Some(Ok(()));
        }
        self.forget();
        None
    }

    /// Keeps what may be the beginning of a text: no text was said before that.
    fn forget(&mut self) {
        let texts = self.console.fail.iter().chain([&self.console.expect]);
        let longest = texts.map(String::len).max().unwrap_or(0).max(1);
        self.said.drain(..(self.said.len() + 1).saturating_sub(longest));
    }
}

fn place(said: &[u8], text: &str) -> Option<usize> {
    said.windows(text.len().max(1)).position(|piece| piece == text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn console() -> Console {
        Console {
            port: "/dev/ttyUSB0".into(),
            baud: 115_200,
            expect: "login:".into(),
            fail: vec!["Kernel panic".into(), "SPL: failed".into()],
            limit: Duration::from_secs(180),
        }
    }

    #[test]
    fn the_text_that_was_said_first_counts_wherever_it_is_cut() {
        let all = |text: &str| {
            let console = console();
            let mut ears = Ears::new(&console);
            text.as_bytes().iter().find_map(|byte| ears.hear(&[*byte]))
        };
        assert_eq!(all("Linux\r\nslot3 login: "), Some(Ok(())));
        assert_eq!(all("U-Boot\nlogin"), None);
        let panic = Some(Err(RackError::ConsoleSaid("Kernel panic".into())));
        assert_eq!(all("Kernel panic - not syncing\nlogin:"), panic);
        let console = console();
        let mut ears = Ears::new(&console);
        assert_eq!(
            ears.hear(b"SPL: failed\nKernel panic login:"),
            Some(Err(RackError::ConsoleSaid("SPL: failed".into())))
        );
    }

    #[test]
    fn a_port_is_free_when_nobody_listens_any_more() {
        use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
        let line = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a pty");
        grantpt(&line).and_then(|()| unlockpt(&line)).expect("it is ours");
        let port = ptsname(&line, Vec::new()).expect("it has a name");
        let port = port.into_string().expect("a name of the kernel's").into();
        let console = Console { port, ..console() };
        let folder = tempfile::tempdir().expect("a folder");
        let begin = || Listener::begin(&console, &folder.path().join("console"), &Stop::default());
        let first = begin().expect("a port of our own");
        assert!(begin().is_err(), "it is listened to");
        drop(first);
        let second = begin().expect("it is free");
        rustix::io::write(&line, b"slot3 login: ").expect("there is room");
        assert_eq!(second.end(), Ok(()));
    }

    #[test]
    fn a_day_of_messages_is_not_kept() {
        let console = console();
        let mut ears = Ears::new(&console);
        for _ in 0..1000 {
            assert_eq!(ears.hear(&[b'x'; 4096]), None);
            assert!(ears.said.len() < "Kernel panic".len());
        }
        assert_eq!(ears.hear(b"login:"), Some(Ok(())));
    }
}
