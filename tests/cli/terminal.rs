//! Questions and Ctrl-C on a terminal, as a person has them.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Read, Write},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    termios::{LocalModes, OptionalActions, Winsize, tcgetattr, tcsetattr, tcsetwinsize},
};

use crate::{
    line::{Served, agent, bytes, fit, spl},
    tool::{Folder, command, noise, pty::pty},
};

/// A command that has a terminal of its own, which makes signals of its keys.
struct Terminal {
    master: File,
    /// Stays open, so that what was said last can be read.
    _end: File,
    child: Child,
}

const CTRL_C: &[u8] = b"\x03";

impl Terminal {
    /// Starts the binary; its stdout is a pipe where `piped`.
    fn start(arguments: &str, piped: bool) -> Self {
        Self::start_wide(arguments, piped, 0)
    }

    /// The same on a terminal of so many columns; 0: it does not tell.
    fn start_wide(arguments: &str, piped: bool, columns: u16) -> Self {
        let (master, end, _) = pty();
        let size = Winsize { ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&end, size).expect("a tty");
        let mut modes = tcgetattr(&end).expect("a tty");
        modes.local_modes |= LocalModes::ISIG | LocalModes::ICANON;
        tcsetattr(&end, OptionalActions::Now, &modes).expect("a tty");
        let other = || end.try_clone().expect("a descriptor");
        let tool = command(arguments.split(' '));
        let child = Command::new("setsid")
            .args(["--ctty", "--wait"])
            .arg(tool.get_program())
            .args(tool.get_args())
            .stdin(other())
            .stdout(if piped { Stdio::piped() } else { other().into() })
            .stderr(other())
            .spawn()
            .expect("setsid starts, of util-linux");
        Self { master, _end: end, child }
    }

    /// Reads until these words were said.
    #[track_caller]
    fn hear(&mut self, words: &str) -> String {
        let said = self.hear_or_end(words);
        assert!(said.contains(words), "it ended, and did not say `{words}` but: {said}");
        said
    }

    /// Reads until these words were said, or it has ended.
    fn hear_or_end(&mut self, words: &str) -> String {
        let (mut said, mut buf) = (String::new(), [0; 256]);
        while !said.contains(words) {
            let has_ended = self.child.try_wait().expect("a child of ours").is_some();
            if !self.has_more() {
                if has_ended {
                    break;
                }
                continue;
            }
            let count = self.master.read(&mut buf).expect("a tty of ours");
            said += &String::from_utf8_lossy(&buf[..count]);
        }
        said
    }

    /// Whether there is something to read, after a moment.
    fn has_more(&self) -> bool {
        let limit = Timespec { tv_sec: 0, tv_nsec: 100_000_000 };
        let mut end = [PollFd::new(&self.master, PollFlags::IN)];
        poll(&mut end, Some(&limit)).expect("a tty of ours") > 0
    }

    fn press(&mut self, keys: &[u8]) {
        self.master.write_all(keys).expect("a tty of ours");
    }

    fn code(mut self) -> Option<i32> {
        self.child.wait().expect("it ends").code()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A command that writes a virtual board's flash, and the file of that.
fn flashing(folder: &Folder) -> (String, std::path::PathBuf) {
    let (spl, uboot) = (folder.file("spl", &spl(5000)), folder.file("uboot", &fit(9000)));
    let flash = folder.path("flash");
    let board = format!("starfive/visionfive-2:storage={}", flash.display());
    (format!("starfive flash-spi {spl} {uboot} --virtual {board}"), flash)
}

#[test]
fn yes_goes_on_and_anything_else_does_nothing() {
    for (typed, code) in [("yes\n", 0), ("Y\n", 0), ("no\n", 7), ("\n", 7)] {
        let folder = Folder::new();
        let (line, flash) = flashing(&folder);
        let mut terminal = Terminal::start(&line, false);
        let asked = terminal.hear("Continue? [y/N] ");
        assert!(asked.contains("overwrites the SPL"), "{asked}");
        assert!(!flash.exists(), "the board had power before it was confirmed");
        terminal.press(typed.as_bytes());
        terminal.hear(if code == 0 { "crc32" } else { "not answered with yes" });
        assert_eq!(terminal.code(), Some(code), "{typed:?}");
        assert_eq!(fs::exists(&flash).expect("a folder of ours"), code == 0, "{typed:?}");
    }
}

#[test]
fn ctrl_c_is_an_answer_too() {
    let folder = Folder::new();
    let (line, flash) = flashing(&folder);
    let mut terminal = Terminal::start(&line, false);
    terminal.hear("Continue? [y/N] ");
    terminal.press(CTRL_C);
    terminal.hear("interrupted");
    assert_eq!(terminal.code(), Some(130));
    assert!(!flash.exists());
}

/// A JH7100's block takes a second on its line: there is time to press once, and twice.
fn recovering(folder: &Folder, served: &Served) -> Terminal {
    let (program, second) =
        (folder.file("program", &bytes(20_000)), folder.file("second", &second()));
    let line = format!(
        "starfive recovery --program {program} --second-boot {second} --yes --json --port {}",
        served.port
    );
    Terminal::start(&line, true)
}

fn second() -> Vec<u8> {
    starfive::header::jh7100::wrap(&bytes(3000))
}

/// Waits until it moves, presses, and reads what it said last on stdout.
fn pressed(mut terminal: Terminal, times: u32) -> (Option<i32>, serde_json::Value, String) {
    let mut lines =
        BufReader::new(terminal.child.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
    let moves = |line: String| line.contains("\"progress\"") && !line.contains("\"done\":0,");
    assert!(lines.any(moves), "it ended before it moved");
    // A block takes a second: this is within one, not between two, also on a busy machine.
    thread::sleep(Duration::from_millis(100));
    terminal.press(CTRL_C);
    let mut said = terminal.hear("a second signal stops it now");
    for _ in 1..times {
        terminal.press(CTRL_C);
        said += &terminal.hear_or_end("cutting the current transfer");
    }
    let last = lines.last().expect("an event");
    (terminal.code(), serde_json::from_str(&last).expect("JSON"), said)
}

#[test]
fn once_stops_between_two_blocks() {
    let folder = Folder::new();
    let served = Served::start(&folder, "starfive/visionfive-1", "");
    let (code, last, _) = pressed(recovering(&folder, &served), 1);
    assert_eq!((code, &last["code"]), (Some(130), &"interrupted".into()), "{last}");
}

#[test]
fn twice_cuts_the_block() {
    assert!((0..5).any(|_| is_cut_by_the_second()), "the second key always came too late");
}

/// On a busy machine a block may end between the two keys: the first has stopped it then, which is right, too.
fn is_cut_by_the_second() -> bool {
    let folder = Folder::new();
    let served = Served::start(&folder, "starfive/visionfive-1", "");
    let begin = Instant::now();
    let (code, last, _) = pressed(recovering(&folder, &served), 2);
    assert_eq!(code, Some(130), "{last}");
    if last["code"] == "interrupted" {
        return false;
    }
    assert_eq!(last["code"], "cancelled", "{last}");
    assert!(last["advice"].as_str().is_some_and(|advice| advice.contains("cut")), "{last}");
    assert!(begin.elapsed() < Duration::from_secs(30));
    true
}

/// Nobody is there: one is enough, and at once.
#[test]
fn once_ends_the_wait_for_a_board() {
    let folder = Folder::new();
    let (_master, _end, port) = pty();
    let program = folder.file("program", &agent());
    let (spl, uboot) = (folder.file("spl", &spl(5000)), folder.file("uboot", &fit(9000)));
    let mut terminal = Terminal::start(
        &format!(
            "starfive recovery --program {program} --spl {spl} --uboot {uboot} --yes --wait 60 --port {port}"
        ),
        false,
    );
    thread::sleep(Duration::from_millis(500));
    let begin = Instant::now();
    terminal.press(CTRL_C);
    terminal.hear("a second signal stops it now");
    assert_eq!(terminal.code(), Some(130));
    assert!(begin.elapsed() < Duration::from_secs(5), "{:?}", begin.elapsed());
}

/// A row of a terminal, and whether it begins only because the one before was full.
type Row = (String, bool);

/// The rows that a terminal of so many columns shows one after the other.
fn rows(said: &str, columns: usize) -> Vec<Row> {
    let (mut rows, mut row, mut chars) = (Vec::new(), Row::default(), said.chars());
    while let Some(c) = chars.next() {
        match c {
            '\r' | '\n' => rows.push(std::mem::take(&mut row)),
            // CSI: parameters up to a letter.
            '\x1b' => drop(chars.by_ref().find(char::is_ascii_alphabetic)),
            _ if row.0.chars().count() == columns => {
                rows.push(std::mem::replace(&mut row, (c.into(), true)));
            }
            _ => row.0.push(c),
        }
    }
    rows.push(row);
    rows
}

#[test]
fn progress_fits_terminals_of_every_width() {
    let folder = Folder::new();
    let name = "an-image-with-a-name-that-is-longer-than-many-a-terminal-is-wide.img";
    let image = folder.file(name, &noise(48 << 20, 3));
    let line =
        format!("flash rock-5b {image} --verify read-back --yes --virtual radxa/rock-5b:size=64M");
    for columns in [50, 80, 120, 200] {
        let mut terminal = Terminal::start_wide(&line, true, columns);
        let mut stdout = terminal.child.stdout.take().expect("a pipe");
        let said = terminal.hear("[5/5] restart the board");
        let mut closing = String::new();
        stdout.read_to_string(&mut closing).expect("UTF-8");
        assert_eq!(terminal.code(), Some(0));
        assert!(closing.starts_with("Written and verified"), "{closing}");
        let rows = rows(&said, columns.into());
        let is_step = |row: &&Row| row.0.starts_with('[');
        // A full row is followed by another step, and not by what did not fit on it.
        for pair in rows.windows(2).filter(|pair| pair[0].0.starts_with('[') && pair[1].1) {
            assert!(pair[1].0.starts_with('['), "{columns} columns: {pair:?}");
        }
        for words in ["[2/5] usbplug", "[4/5] write", "[4/5] verify"] {
            assert!(rows.iter().any(|row| row.0.starts_with(words)), "`{words}`: {rows:?}");
        }
        let bars =
            rows.iter().filter(is_step).any(|row| row.0.contains("=> ") || row.0.contains("==="));
        assert_eq!(bars, columns >= 76, "{columns} columns");
    }
}
