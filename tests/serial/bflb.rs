//! The tool of the BL808's maker (PyPI's bflb-mcu-tool, unmodified) uses the virtual board on a pty, and what we say to a board is
//! held against what it says.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use bouffalo::{
    header,
    host::{Isp, STEP},
    rom::{Behaviour, Bl808},
};
use link::{
    Silent,
    line::Line,
    serial::{Said, SerialDevice},
};
use tempfile::TempDir;

use crate::pty::Served;

/// Bytes of the flash.
const SIZE: u32 = 1 << 20;
/// The longest that the tool may take.
const LIMIT: Duration = Duration::from_secs(120);
/// A pty has no DTR and no RTS: pyserial's calls for them are left out, and nothing else.
const DRIVE: &str = "\
import runpy, sys, serial
serial.Serial._update_dtr_state = lambda self: None
serial.Serial._update_rts_state = lambda self: None
sys.path.insert(0, '.')
runpy.run_module('libs.bflb_eflash_loader', run_name='__main__')
";

/// A board, and all that was said to it.
struct Bench {
    board: Bl808,
    heard: Vec<u8>,
}

#[derive(Clone)]
struct Shared(Arc<Mutex<Bench>>);

impl Shared {
    fn new() -> Self {
        let board = Bl808::new(Behaviour { size: SIZE, ..Behaviour::default() });
        Self(Arc::new(Mutex::new(Bench { board, heard: Vec::new() })))
    }

    fn on(&self) -> MutexGuard<'_, Bench> {
        self.0.lock().expect("nobody panicked")
    }
}

impl SerialDevice for Shared {
    fn receive(&mut self, bytes: &[u8], now: Duration) {
        let mut bench = self.on();
        bench.heard.extend(bytes);
        bench.board.receive(bytes, now);
    }

    fn next(&mut self, now: Duration) -> Said {
        self.on().board.next(now)
    }

    fn baud(&self) -> u32 {
        self.on().board.baud()
    }

    fn measure(&mut self, rate: u32) {
        self.on().board.measure(rate);
    }

    fn reset(&mut self, now: Duration) {
        self.on().board.reset(now);
    }

    fn notes(&mut self) -> Vec<String> {
        self.on().board.notes()
    }
}

/// Commands with their data, as they were said. Training is left out.
fn commands(mut heard: &[u8]) -> Vec<(u8, Vec<u8>)> {
    let mut all = Vec::new();
    while let [number, rest @ ..] = heard {
        if *number == bouffalo::wire::TRAINING {
            heard = rest;
            continue;
        }
        let length = usize::from(u16::from_le_bytes([heard[2], heard[3]]));
        all.push((*number, heard[4..4 + length].to_vec()));
        heard = &heard[4 + length..];
    }
    all
}

fn of(commands: &[(u8, Vec<u8>)], number: u8) -> Vec<Vec<u8>> {
    let some = commands.iter().filter(|(other, _)| *other == number);
    some.map(|(_, payload)| payload.clone()).collect()
}

/// An image of whole pieces, none of which is erased flash.
fn image(length: usize) -> Vec<u8> {
    let program: Vec<u8> = (0..length - 4096).map(|at| (at * 31 + at / 251) as u8).collect();
    let mut image = header::build(&program);
    image.resize(4096, 0xff);
    image.extend(program);
    image
}

/// The tool in a folder of its own, as it writes into that: its code and what it has of the BL808.
struct Tool {
    folder: TempDir,
    packages: PathBuf,
    tty: String,
}

impl Tool {
    fn new(tty: &str) -> Self {
        let packages = std::env::var_os("RACKLET_FLASH_BFLB");
        let packages = PathBuf::from(packages.expect("RACKLET_FLASH_BFLB: tests/setup prints it"));
        let folder = TempDir::new().expect("a folder");
        let package = packages.join("bflb_mcu_tool");
        for part in ["config.py", "libs", "chips/bl808", "utils/flash/bl808"] {
            let to = folder.path().join(part);
            fs::create_dir_all(to.parent().expect("a folder")).expect("a folder of ours");
            let copied = Command::new("cp").arg("-r").arg(package.join(part)).arg(to).status();
            assert!(copied.expect("cp starts").success(), "{part}");
        }
        let config = "chips/bl808/eflash_loader/eflash_loader_cfg";
        let kept = folder.path().join(format!("{config}.conf"));
        // The virtual ROM does not unpack; a board is reset by its user.
        let text = fs::read_to_string(kept).expect("the tool's configuration");
        let text = text.replace("decompress_write = true", "decompress_write = false");
        let text = text.replace("do_reset = true", "do_reset = false");
        let text = text.replace("cutoff_time = 50", "cutoff_time = 0");
        fs::write(folder.path().join(format!("{config}.ini")), text).expect("a folder of ours");
        fs::write(folder.path().join("drive.py"), DRIVE).expect("a folder of ours");
        Self { folder, packages, tty: tty.into() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn start(&self, arguments: &[&str]) -> Child {
        let log = fs::File::create(self.path("log.txt")).expect("a folder of ours");
        let mut command = Command::new("/usr/bin/python3");
        command
            .args(["drive.py", "--chipname=bl808", "--interface=uart", "--baudrate=2000000"])
            .args([format!("--port={}", self.tty)])
            .args(["--config=chips/bl808/eflash_loader/eflash_loader_cfg.ini", "--flash"])
            .args(arguments)
            .env("PYTHONPATH", &self.packages)
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .stderr(log.try_clone().expect("a file of ours"))
            .stdout(log);
        command.spawn().expect("python3 starts")
    }
}

/// Has the tool use the board until it is done, which has to end well.
fn run(served: &mut Served, tool: &Tool, arguments: &[&str]) {
    let status = served.until_end(tool.start(arguments), LIMIT);
    let log = fs::read_to_string(tool.path("log.txt")).expect("its output");
    assert!(status.success() && log.contains("[All Successful]"), "{arguments:?}: {log}");
}

/// What we say to a board that gets the image.
fn ours(image: &[u8]) -> Vec<(u8, Vec<u8>)> {
    let board = Shared::new();
    let mut line = Line::new(Box::new(board.clone()), 500_000);
    let mut silent = Silent;
    let mut isp = Isp::new(&mut line, &mut silent);
    let info = isp.connect(Duration::from_secs(5)).expect("it is there");
    isp.speed_up(2_000_000).expect("it is found again");
    isp.open_flash(&info).expect("a flash");
    for (index, part) in image.chunks(STEP as usize).enumerate() {
        isp.store(index as u32 * STEP, part, true).expect("it is written");
    }
    isp.reset().expect("it restarts");
    assert!(board.on().board.flash().starts_with(image));
    let heard = board.on().heard.clone();
    commands(&heard)
}

fn hex(path: &Path) -> String {
    path.to_str().expect("text").into()
}

#[test]
fn the_vendors_tool_flashes_the_virtual_board_and_we_say_what_it_says() {
    let board = Shared::new();
    let mut served = Served::new(Box::new(board.clone()));
    let tool = Tool::new(&served.name());
    let image = image(35 * 4096);
    fs::write(tool.path("image.bin"), &image).expect("a folder of ours");
    let file = format!("--file={}", hex(&tool.path("image.bin")));
    run(&mut served, &tool, &["--write", "--addr=0", &file]);
    assert!(board.on().board.flash().starts_with(&image), "it holds something else");
    assert_eq!(board.on().board.notes(), [""; 0]);
    let heard = std::mem::take(&mut board.on().heard);
    let (theirs, ours) = (commands(&heard), ours(&image));

    // The clock, the flash's pins, and every piece of the image: byte by byte the same.
    for (number, what) in [(0x22, "clock"), (0x3b, "flash"), (0x31, "write"), (0x36, "JEDEC id")] {
        let (mut theirs, mut ours) = (of(&theirs, number), of(&ours, number));
        // We ask twice for what has no sum.
        theirs.dedup();
        ours.dedup();
        assert!(!ours.is_empty() && ours == theirs, "{what}");
    }
    let erased = |of: &[Vec<u8>]| {
        let word = |bytes: &[u8]| u32::from_le_bytes(bytes.try_into().expect("four bytes"));
        let mut all: Vec<_> = of.iter().map(|both| (word(&both[..4]), word(&both[4..]))).collect();
        all.sort_unstable();
        assert!(all.windows(2).all(|two| two[0].1 + 1 == two[1].0), "{all:?}");
        (all[0].0, all[all.len() - 1].1)
    };
    assert_eq!(erased(&of(&ours, 0x30)), erased(&of(&theirs, 0x30)));
    assert_eq!(of(&ours, 0x50), of(&theirs, 0x50));
    let known = [0x10, 0x21, 0x22, 0x30, 0x31, 0x36, 0x3a, 0x3b, 0x3d, 0x50];
    assert!(ours.iter().all(|(number, _)| known.contains(number)), "of fuses we know nothing");

    // What it reads is what is there, and what it erases is empty.
    let out = format!("--file={}", hex(&tool.path("out.bin")));
    run(&mut served, &tool, &["--read", "--start=0", "--end=22fff", &out]);
    assert!(fs::read(tool.path("out.bin")).expect("it was read") == image);
    run(&mut served, &tool, &["--erase", "--start=1000", "--end=2fff"]);
    let flash = board.on().board.flash().to_vec();
    assert!(flash[..0x1000] == image[..0x1000] && flash[0x3000..].starts_with(&image[0x3000..]));
    assert!(flash[0x1000..0x3000].iter().all(|byte| *byte == 0xff));
}
