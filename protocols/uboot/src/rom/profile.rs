//! In what U-Boots differ, and what goes wrong with them.

use alloc::{
    string::{String, ToString},
    vec,
    vec::Vec,
};
use core::{iter::once, ops::Range};

/// How a countdown is stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Countdown {
    /// `Hit any key to stop autoboot`.
    AnyKey,
    /// `Press SPACE to abort autoboot`: other keys are ignored.
    Space,
}

/// What a U-Boot was built for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// What is printed before U-Boot's version: the firmware below it.
    pub firmware: String,
    /// Its version line.
    pub version: String,
    /// What it prints of the board, down to its DRAM.
    pub board: String,
    /// Its prompt, with the space at its end.
    pub prompt: String,
    /// Its countdown of two seconds.
    pub countdown: Countdown,
    /// DRAM, by address.
    pub banks: Vec<Range<u64>>,
    /// What of it is not for loads: firmware, and U-Boot itself.
    pub reserved: Vec<Range<u64>>,
    /// Where U-Boot's code begins (`relocaddr`).
    pub code: u64,
    /// Whether `bdinfo` lists what is reserved (`lmb_dump_all`).
    pub lists_reserved: bool,
    /// Bytes of a line (`CONFIG_SYS_CBSIZE`), its end included.
    pub line: usize,
    /// Its variables at power-on.
    pub environment: Vec<(String, String)>,
    /// Commands that it was built without.
    pub without: Vec<String>,
    /// The name of its Ethernet port.
    pub ethernet: String,
}

impl Default for Profile {
    /// A board of no particular maker with 1 GiB of DRAM at 0x4000_0000, U-Boot at its end, and a MAC address.
    fn default() -> Self {
        let variable = |(name, value): (&str, &str)| (name.to_string(), value.to_string());
        let environment = [("ethaddr", "02:00:00:00:00:01"), ("loadaddr", "0x42000000")];
        Self {
            firmware: String::new(),
            version: "U-Boot 2025.01 (virtual)".into(),
            board: "DRAM:  1 GiB\n".into(),
            prompt: "=> ".into(),
            countdown: Countdown::AnyKey,
            banks: once(0x4000_0000..0x8000_0000).collect(),
            reserved: vec![0x4000_0000..0x4008_0000, 0x7cf0_0000..0x8000_0000],
            code: 0x7ff0_0000,
            lists_reserved: true,
            line: 1024,
            environment: environment.map(variable).into(),
            without: Vec::new(),
            ethernet: "ethernet@16030000".into(),
        }
    }
}

/// What a U-Boot does wrong, or what happens to its board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// After this many times, reads from flash and disks report success and read nothing.
    ReadsNothing(u32),
    /// Reads from flash and disks fail.
    ReadFails,
    /// `mw` fails.
    FillFails,
    /// The power goes when this many writes to flash and disks are done, before U-Boot says so.
    PowerLost(u32),
    /// The board resets in the midst of a load, once: when this many bytes of it have come, or gone.
    ResetsInLoad(u64),
    /// The `crc32` with this number, counted from 1, is wrong.
    WrongSum(u32),
    /// U-Boot was built without `crc32`.
    NoSums,
    /// U-Boot was built without `tftpput`.
    NoPut,
    /// U-Boot was built without `mmc partconf` and `mmc bootbus`.
    NoPartConf,
    /// The eMMC is locked to what the SoC starts from: a change is taken, and does nothing.
    BootLocked,
    /// What `tftpput` sends for the time with this number is not what memory holds; 0: every time.
    SendsWrong(u32),
    /// What `tftpboot` leaves in memory at the time with this number is not what came; 0: every time.
    LoadsWrong(u32),
    /// `tftpboot` gives up, once: when this many bytes have come.
    EndsLoad(u64),
    /// The Ethernet PHY does not answer.
    DeadPhy,
    /// No cable is plugged in.
    NoLink,
    /// Disks cannot be written.
    ReadOnly,
    /// Disks end at this sector, whatever they say: what is written from there on is lost, and success is reported.
    Shrunk(u64),
}
