//! A BL808's flash at 2 Mbaud: what of the line's time is data. The chip takes nothing while it erases and programs its flash, so
//! that time is told apart: on a modelled line it is exact, and the simulated flash's is a data sheet's.

use std::{
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use super::BINARY;

/// Bytes that are written.
const SIZE: usize = 1 << 20;
/// The sector that they go to: behind what the board starts from.
const SECTOR: &str = "0x200";
/// Seconds of a byte at 2 Mbaud: ten bits.
const BYTE: f64 = 10.0 / 2e6;
/// More than this many bytes are data.
const LONG: usize = 1000;

/// Writes 1 MiB, on a modelled line and on a pty at the real pace.
pub(super) fn bl808() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    // Nothing that reads as erased: such parts are not sent.
    let data: Vec<u8> = (0..SIZE).map(|i| (i * 31 + i / 251) as u8).collect();
    std::fs::write(&file, data).expect("the file");
    let modelled = Writing::of(folder.path(), &["--virtual", "sipeed/m1s-dock"]);
    let line = SIZE as f64 * BYTE;
    println!(
        "BL808 at 2 Mbaud, 1 MiB: {:.3} s from the first erasure to the last answer: {:.3} of the line; the flash itself takes {:.3} s, of the rest {:.4} is data",
        modelled.time,
        line / modelled.time,
        modelled.chip,
        line / (modelled.time - modelled.chip)
    );
    let port = folder.path().join("port");
    let board = format!("sipeed/m1s-dock:pty={}", port.display());
    let mut serving = Command::new(BINARY)
        .args(["virtual", "serve", "--quiet", "--virtual", &board])
        .stdout(Stdio::null())
        .spawn()
        .expect("the binary starts");
    let start = Instant::now();
    while !port.exists() && start.elapsed() < Duration::from_secs(10) {
        std::thread::sleep(Duration::from_millis(20));
    }
    let real = Writing::of(folder.path(), &["--port", &port.display().to_string()]);
    serving.kill().expect("it serves");
    serving.wait().expect("it ends");
    println!(
        "BL808 at 2 Mbaud, 1 MiB, on a pty at the real pace: {:.3} s, {:.3} times the modelled line's",
        real.time,
        real.time / modelled.time
    );
}

/// What a trace tells of writing.
struct Writing {
    /// Seconds from the first erasure to the answer to the last data.
    time: f64,
    /// Of that, from the end of a command to the beginning of its answer.
    chip: f64,
}

impl Writing {
    fn of(folder: &Path, board: &[&str]) -> Self {
        let (file, trace) = (folder.join("file"), folder.join("trace"));
        let mut command = Command::new(BINARY);
        command.args(["bouffalo", "disk", "write", SECTOR]).arg(file).args(["--yes", "--quiet"]);
        command.args(["--trace"]).arg(&trace).args(board).stdin(Stdio::null());
        let status = command.stdout(Stdio::null()).status().expect("the binary starts");
        assert!(status.success(), "{command:?}");
        Self::read(&std::fs::read_to_string(trace).expect("the trace"))
    }

    /// `    0.829040 > "1\xc7…"`: the time in seconds, the way, and what was said.
    fn read(trace: &str) -> Self {
        let said: Vec<_> = trace.lines().filter_map(line).collect();
        let long = |(_, sent, bytes): &(f64, bool, usize)| *sent && *bytes > LONG;
        // An erasure comes before the first data, and its answer between them.
        let first = said.iter().position(long).expect("data are sent") - 2;
        let last = said.iter().rposition(long).expect("data are sent") + 1;
        let pairs = said[first..=last].windows(2).filter(|pair| pair[0].1 && !pair[1].1);
        let chip = pairs.map(|pair| pair[1].0 - pair[0].0 - pair[0].2 as f64 * BYTE).sum();
        Self { time: said[last].0 - said[first].0, chip }
    }
}

/// When, whether it goes to the board, and how many bytes.
fn line(line: &str) -> Option<(f64, bool, usize)> {
    let (time, rest) = line.trim_start().split_once(' ')?;
    let (way, text) = rest.split_once(' ')?;
    let sent = match way {
        ">" => true,
        "<" => false,
        _ => return None,
    };
    let text = text.strip_prefix('"')?.strip_suffix('"')?;
    let (mut bytes, mut letters) = (0, text.chars());
    while let Some(letter) = letters.next() {
        // `\xff` is one byte, and so are `\n` and `\"`.
        if letter == '\\' && letters.next() == Some('x') {
            letters.nth(1);
        }
        bytes += 1;
    }
    Some((time.parse().ok()?, sent, bytes))
}
