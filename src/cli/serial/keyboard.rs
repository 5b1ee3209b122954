//! What the user types at a board's console.

use std::{
    io::{self, BufRead, IsTerminal, Read},
    sync::{
        Mutex, PoisonError,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

use ::link::Watch;
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

use crate::report::Report;

/// Ctrl-], as telnet has it: every other key is the board's.
pub(super) const LEAVE: u8 = 0x1d;

/// Keys of a terminal, one by one; or lines of a file or pipe, each ended as boards want it.
pub(super) struct Keyboard {
    typed: Receiver<Vec<u8>>,
}

/// How the terminal was, while it is raw: the process can end where no destructor runs.
static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);

impl Keyboard {
    /// Takes stdin over. `lines`: even where it is a terminal, it is left as it is. The thread that reads ends with stdin,
    /// or with the process.
    pub(super) fn open(lines: bool, report: &mut Report) -> io::Result<Self> {
        let (sender, typed) = channel();
        let keys = !lines && io::stdin().is_terminal() && io::stdout().is_terminal();
        if keys {
            report.note("(Ctrl-] ends the console)");
            make_raw()?;
        }
        thread::spawn(move || if keys { read_keys(&sender) } else { read_lines(&sender) });
        Ok(Self { typed })
    }

    /// What has been typed since the last call.
    pub(super) fn typed(&self) -> impl Iterator<Item = Vec<u8>> + '_ {
        self.typed.try_iter()
    }
}

impl Drop for Keyboard {
    fn drop(&mut self) {
        restore_terminal();
    }
}

/// Makes the terminal again what it was before the console.
pub fn restore_terminal() {
    if let Some(before) = BEFORE.lock().unwrap_or_else(PoisonError::into_inner).take() {
        // A terminal that is gone needs no restoring.
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, &before);
    }
}

fn make_raw() -> io::Result<()> {
    let before = tcgetattr(io::stdin())?;
    let mut raw = before.clone();
    raw.make_raw();
    *BEFORE.lock().unwrap_or_else(PoisonError::into_inner) = Some(before);
    tcsetattr(io::stdin(), OptionalActions::Now, &raw)?;
    Ok(())
}

fn read_keys(sender: &Sender<Vec<u8>>) {
    let mut buf = [0; 64];
    while let Ok(count @ 1..) = io::stdin().lock().read(&mut buf) {
        let mut pieces = buf[..count].split_inclusive(|byte| *byte == LEAVE);
        let sent = pieces.try_for_each(|piece| match piece.split_last() {
            Some((&LEAVE, rest)) => {
                sender.send(rest.to_vec()).and_then(|()| sender.send(vec![LEAVE]))
            }
            _ => sender.send(piece.to_vec()),
        });
        if sent.is_err() {
            return;
        }
    }
}

fn read_lines(sender: &Sender<Vec<u8>>) {
    for mut line in io::stdin().lock().split(b'\n').map_while(Result::ok) {
        line.push(b'\r');
        if sender.send(line).is_err() {
            return;
        }
    }
}
