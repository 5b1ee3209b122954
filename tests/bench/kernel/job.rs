//! What is done: the same by our binary and by sunxi-fel.

use std::{
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use crate::{
    tool::{Folder, command, finish, image, text},
    world::{comes, other, soon},
};

/// Who does it.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Tool {
    SunxiFel,
    Ours,
    OursQueued,
}

impl Tool {
    /// The one that the others are compared with comes first.
    pub(crate) const ALL: [Self; 3] = [Self::SunxiFel, Self::Ours, Self::OursQueued];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::SunxiFel => "sunxi-fel",
            Self::Ours => "racklet-flash",
            Self::OursQueued => "racklet-flash, queued",
        }
    }
}

/// A task for both.
pub(crate) struct Job {
    pub(crate) name: &'static str,
    /// What is special about the board.
    pub(crate) options: &'static str,
    /// Bytes of data, where that is what counts.
    pub(crate) bytes: Option<u64>,
    peer: String,
    ours: String,
    /// The board starts something and leaves; it has to be back before the next run.
    leaves: bool,
}

impl Job {
    /// Runs it and says how long that took, from the start of the process to its end.
    pub(crate) fn run(&self, tool: Tool) -> Duration {
        let mut command = self.command(tool);
        let before = address();
        let start = Instant::now();
        finish(&mut command).good();
        let time = start.elapsed();
        if self.leaves {
            assert!(soon(|| address() != before), "the board never left");
            comes("1-3");
        }
        time
    }

    fn command(&self, tool: Tool) -> Command {
        let mut command = match tool {
            Tool::SunxiFel => other("sunxi-fel", &self.peer),
            Tool::Ours => command(self.ours.split_whitespace()),
            Tool::OursQueued => command(self.ours.split_whitespace().chain(["--queue", "on"])),
        };
        command.stdin(Stdio::null());
        command
    }
}

/// What the kernel calls the board now; another number each time it is plugged in.
fn address() -> Option<String> {
    std::fs::read_to_string("/sys/bus/usb/devices/1-3/devnum").ok()
}

const LENGTH: u64 = 8 << 20;
/// The register that is read: RVBAR of the H3's first core.
const REGISTER: u32 = 0x01f0_1c00 + 0x2c;
const REGISTERS: usize = 1000;

/// Every task. `folder` gets their files.
pub(crate) fn all(folder: &Folder) -> Vec<Job> {
    let data = folder
        .file("data", &(0..LENGTH as u32).map(|at| ((at * at) >> 5) as u8).collect::<Vec<_>>());
    let back = text(&folder.path("back"));
    let spl = folder.file("u-boot", &image(0x6000, 450_000, None));
    let read = format!("read 0x42000000 {LENGTH} {back}");
    let registers = format!("readl {REGISTER:#x} ").repeat(REGISTERS);
    let (fresh, dram) = ("", ",dram=on");
    vec![
        Job {
            name: "write 8 MiB",
            options: dram,
            bytes: Some(LENGTH),
            peer: format!("write 0x42000000 {data}"),
            ours: format!("fel write 0x42000000 {data} --quiet"),
            leaves: false,
        },
        Job {
            name: "read 8 MiB",
            options: dram,
            bytes: Some(LENGTH),
            peer: read.clone(),
            ours: format!("fel {read} --quiet"),
            leaves: false,
        },
        Job {
            name: "readl, 1000",
            options: fresh,
            bytes: None,
            peer: registers,
            ours: format!("fel readl {REGISTER:#x} --count {REGISTERS} --quiet"),
            leaves: false,
        },
        Job {
            name: "uboot",
            options: fresh,
            bytes: None,
            peer: format!("uboot {spl}"),
            ours: format!("fel uboot {spl} --quiet"),
            leaves: true,
        },
    ]
}
