//! Running the shipped binary as its users do.
#![allow(dead_code, reason = "each test program uses its own part")]

pub(crate) mod amlogic;
pub(crate) mod pty;
pub(crate) mod rockchip;
mod schema;

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::Value;

pub(crate) use schema::check_event;

/// What a run of the binary left behind.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code().expect("it was not killed"),
            stdout: String::from_utf8(output.stdout).expect("UTF-8 on stdout"),
            stderr: String::from_utf8(output.stderr).expect("UTF-8 on stderr"),
        }
    }

    /// The run, which must have ended well.
    #[track_caller]
    pub(crate) fn good(self) -> Self {
        assert_eq!(self.code, 0, "stdout: {}\nstderr: {}", self.stdout, self.stderr);
        self
    }

    /// The run, which must have ended with `code` and said `text`.
    #[track_caller]
    pub(crate) fn bad(self, code: i32, text: &str) -> Self {
        assert_eq!(self.code, code, "stdout: {}\nstderr: {}", self.stdout, self.stderr);
        assert!(self.stderr.contains(text), "`{text}` is not in: {}", self.stderr);
        self
    }

    /// The same for a run with `--json`.
    #[track_caller]
    pub(crate) fn json_bad(self, code: i32, text: &str) {
        assert_eq!(self.code, code, "stdout: {}\nstderr: {}", self.stdout, self.stderr);
        let error = self.last_event();
        let message = error["message"].as_str().unwrap_or_default();
        assert!(message.contains(text), "`{text}` is not in: {error}");
    }

    /// The JSON objects on stdout, which must be as the published schema says.
    #[track_caller]
    pub(crate) fn events(&self) -> Vec<Value> {
        let parse = |line: &str| {
            serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))
        };
        let events: Vec<_> = self.stdout.lines().map(parse).collect();
        events.iter().for_each(check_event);
        events
    }

    /// The last of them.
    pub(crate) fn last_event(&self) -> Value {
        self.events().pop().expect("an event")
    }
}

/// The shipped binary with arguments.
pub(crate) fn command<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_racklet-flash"));
    command.args(arguments).stdin(Stdio::null());
    command
}

/// Runs the binary with arguments that are separated by spaces.
pub(crate) fn run(arguments: &str) -> Run {
    finish(&mut command(arguments.split_whitespace()))
}

/// Runs a command that was made with [`command`].
pub(crate) fn finish(command: &mut Command) -> Run {
    Run::of(command.output().expect("the binary starts"))
}

/// A folder for a test's files.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A file with `bytes`; its path as text.
    pub(crate) fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.path(name);
        std::fs::write(&path, bytes).expect("the file is written");
        text(&path)
    }
}

pub(crate) fn text(path: &Path) -> String {
    path.to_str().expect("a path in UTF-8").to_owned()
}

/// An image of an SPL of `spl` bytes, which branches to where it comes back at once, and a U-Boot of `uboot` bytes.
pub(crate) fn image(spl: usize, uboot: usize, dt_name: Option<&str>) -> Vec<u8> {
    // 251 is prime: no two pieces of it are the same.
    let mut code: Vec<u8> = (0..spl).map(|index| (index % 251) as u8).collect();
    code[..0x60].fill(0);
    code[..4].copy_from_slice(&[0x16, 0, 0, 0xea]);
    code[0x60..0x64].copy_from_slice(&[0x1e, 0xff, 0x2f, 0xe1]);
    code[0x14..0x18].copy_from_slice(b"SPL\x02");
    if let Some(name) = dt_name {
        code[0x20] = 0x40;
        code[0x40..0x40 + name.len()].copy_from_slice(name.as_bytes());
    }
    let mut file = fel::egon::seal(code);
    file.resize(file.len().max(0x8000), 0);
    let body: Vec<u8> = (0..uboot).map(|index| index as u8).collect();
    file.extend(fel::uimage::image(&body, 0x4a00_0000, fel::uimage::FIRMWARE, "U-Boot"));
    file
}

/// Bytes that repeat nowhere, other ones for each seed. Recorded sessions of other people's tools hold them.
pub(crate) fn noise(length: usize, seed: u32) -> Vec<u8> {
    let mut word = seed.wrapping_mul(2_654_435_761) | 1;
    let mut bytes = vec![0; length];
    for byte in &mut bytes {
        word ^= word << 13;
        word ^= word >> 17;
        word ^= word << 5;
        *byte = word as u8;
    }
    bytes
}

/// A loader file for a SoC that takes its code as it is (RK3566 and newer).
pub(crate) fn loader(soc: &str) -> Vec<u8> {
    loader_of(soc, 9000, 200_000)
}

/// The same, with blobs so long for SRAM and DRAM.
pub(crate) fn loader_of(soc: &str, ddr: usize, usbplug: usize) -> Vec<u8> {
    use rockusb::{
        chips,
        loader::{Blob, Header, Kind, Pack},
        wire::Area,
    };
    let chip = chips::by_name(soc).expect("a SoC");
    let blob = |area, name: &str, start: &[u8], length: usize| {
        let mut data = noise(length, length as u32);
        data[..start.len()].copy_from_slice(start);
        let delay = std::time::Duration::from_millis(1);
        Blob { kind: Kind::Download(area), name: name.into(), delay, data }
    };
    let blobs = vec![
        blob(Area::Sram, "UsbHead", b"RKNS", 2048),
        blob(Area::Sram, "ddr", &chip.tag.unwrap_or(*b"RKxx"), ddr),
        blob(Area::Dram, "usbplug", b"", usbplug),
    ];
    let code = chips::code_of(soc).expect("a code");
    let header =
        Header { new: true, chip: code, plain_wire: true, plain_flash: true, ..Header::default() };
    Pack { header, align: 2048, blobs }.build().expect("it packs")
}

/// The folder with Debian's U-Boot for Rockchip's boards.
pub(crate) fn debians_rockchip_boards() -> PathBuf {
    let words =
        "RACKLET_FLASH_UBOOT_ROCKCHIP is not set: tests/run sets it from what tests/setup prints";
    std::env::var_os("RACKLET_FLASH_UBOOT_ROCKCHIP").expect(words).into()
}
