//! The client of the TH1520's maker (`cct` of PyPI's yoctools, unmodified) uses the virtual board on a pty, as Milk-V has people
//! write the flash of a Meles, and what we say to a board is held against what it says.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Stdio},
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use link::{
    Silent,
    line::Line,
    serial::{Said, SerialDevice},
};
use tempfile::TempDir;
use thead::{
    host::Cct,
    rom::{Behaviour, Th1520},
    wire::{BAUD, CONNECT},
};

use crate::{image, pty::Served};

/// The longest that the client may take.
const LIMIT: Duration = Duration::from_secs(60);
/// The client is one command of a large tool, which needs a dozen packages for the others. It gets the base of its commands and
/// pyserial alone. A pty has no DTR and no RTS.
const DRIVE: &str = "\
import importlib.util, os, sys, types, serial
serial.Serial._update_dtr_state = lambda self: None
serial.Serial._update_rts_state = lambda self: None
root = os.path.join(os.environ['YOCTOOLS'], 'yoctools')
package = types.ModuleType('yoctools')
package.__path__ = [root]
sys.modules['yoctools'] = package
from yoctools.command import Command
package.Command = Command
found = importlib.util.spec_from_file_location('cct', os.path.join(root, 'subcmds', 'cct.py'))
cct = importlib.util.module_from_spec(found)
found.loader.exec_module(cct)
command = cct.Cct()
command.NAME = 'cct'
command.Execute(*command.OptionParser.parse_args(sys.argv[1:]))
";

/// A board, and all that was said to it.
struct Bench {
    board: Th1520,
    heard: Vec<u8>,
}

#[derive(Clone)]
struct Shared(Arc<Mutex<Bench>>);

impl Shared {
    fn new(version: u8) -> Self {
        // The client does not wait for the image writer.
        let starts = Duration::ZERO;
        let behaviour = Behaviour { size: 256 << 10, version, starts, ..Behaviour::default() };
        let bench = Bench { board: Th1520::new(behaviour), heard: Vec::new() };
        Self(Arc::new(Mutex::new(bench)))
    }

    fn on(&self) -> MutexGuard<'_, Bench> {
        self.0.lock().expect("nobody panicked")
    }

    /// What was said since the last time.
    fn heard(&self) -> Vec<Order> {
        commands(&std::mem::take(&mut self.on().heard))
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

    fn reset(&mut self, now: Duration) {
        self.on().board.reset(now);
    }

    fn notes(&mut self) -> Vec<String> {
        self.on().board.notes()
    }
}

/// A command: its number, its parameter, its bytes.
type Order = (u8, u8, Vec<u8>);

/// Commands as they were said; what is asked again at once counts once.
fn commands(mut heard: &[u8]) -> Vec<Order> {
    let mut all: Vec<Order> = Vec::new();
    while let [number, parameter, high, low, rest @ ..] = heard {
        let (payload, rest) = rest.split_at(usize::from(u16::from_be_bytes([*high, *low])));
        let said = (*number, *parameter, payload.to_vec());
        let asks = matches!(*number, 0x01 | 0x10 | 0x11);
        if !(asks && all.iter().rev().take(2).any(|before| *before == said)) {
            all.push(said);
        }
        heard = rest;
    }
    all
}

struct Tool {
    folder: TempDir,
    tty: String,
}

impl Tool {
    fn new(tty: String) -> Self {
        let folder = TempDir::new().expect("a folder");
        fs::write(folder.path().join("drive.py"), DRIVE).expect("a folder of ours");
        Self { folder, tty }
    }

    fn file(&self, name: &str, bytes: &[u8]) {
        fs::write(self.folder.path().join(name), bytes).expect("a folder of ours");
    }

    /// Has it use the board, and returns what it prints. It always exits 0.
    fn run(&self, served: &mut Served, line: &str) -> String {
        let variable = |name| {
            let value = std::env::var_os(name);
            PathBuf::from(value.unwrap_or_else(|| panic!("{name}: tests/setup prints it")))
        };
        let log = self.folder.path().join("log.txt");
        let out = fs::File::create(&log).expect("a folder of ours");
        let mut command = Command::new("/usr/bin/python3");
        command
            .arg("drive.py")
            .args(line.split(' '))
            .args(["-u", &self.tty])
            .env("YOCTOOLS", variable("RACKLET_FLASH_YOCTOOLS"))
            // pyserial is there.
            .env("PYTHONPATH", variable("RACKLET_FLASH_BFLB"))
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("PYTHONUTF8", "1")
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .stderr(out.try_clone().expect("a file of ours"))
            .stdout(out);
        let status = served.until_end(command.spawn().expect("python3 starts"), LIMIT);
        let said = fs::read_to_string(&log).expect("its output");
        assert!(status.success(), "{line}: {said}");
        said
    }
}

/// What we say to a board that gets the image.
fn ours(version: u8, writer: &[u8], image: &[u8]) -> Vec<Order> {
    let board = Shared::new(version);
    let mut line = Line::new(Box::new(board.clone()), BAUD);
    let mut silent = Silent;
    let mut cct = Cct::new(&mut line, &mut silent);
    let rom = cct.connect(LIMIT).expect("it is there");
    let writing = cct.start_writer(&rom, writer).expect("it starts");
    let flash = *writing.flash().expect("it has one");
    cct.download(&writing, &flash, 0, image).expect("it is written");
    assert!(cct.holds(&flash, 0, image).expect("it is summed"));
    assert!(board.on().board.flash().starts_with(image));
    board.heard()
}

#[test]
fn the_vendors_client_writes_the_virtual_board_and_we_say_what_it_says() {
    let (writer, image) = (image(3001), image(9000));
    for version in [3, 4] {
        let board = Shared::new(version);
        let mut served = Served::new(Box::new(board.clone()));
        let tool = Tool::new(served.name());
        tool.file("writer.bin", &writer);
        tool.file("image.bin", &image);
        let said = tool.run(&mut served, "list");
        assert!(said.contains("ram0   , size =    1.1MB"), "{said}");
        assert!(said.contains("qspi0  , size =  256.0KB"), "{said}");
        board.heard();

        let good = "读出并校验成功!";
        let said = tool.run(&mut served, "download -d ram0 -f writer.bin -v checksum -r");
        assert!(said.contains(good), "{said}");
        let said = tool.run(&mut served, "download -d qspi0 -f image.bin -v checksum -t 30");
        assert!(said.contains(good), "{said}");
        assert!(board.on().board.flash().starts_with(&image), "it holds something else");
        assert_eq!(board.on().board.notes(), [""; 0]);
        let theirs = board.heard();
        assert_eq!(theirs[0], (CONNECT[0], CONNECT[1], CONNECT[4..].to_vec()));
        assert!(theirs == ours(version, &writer, &image), "{theirs:x?}");

        // A kind of sum that the board does not know.
        let said = tool.run(&mut served, "download -d qspi0 -f image.bin -v crc32 -t 30");
        assert!(!said.contains(good) && said.contains("校验算法不支持"), "{said}");
    }
}
