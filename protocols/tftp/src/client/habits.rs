//! What clients differ in.

use core::time::Duration;

use crate::wire::Options;

/// The habits of a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Habits {
    /// Bytes in a block that it asks for; `None`: it does not ask.
    pub block_size: Option<u16>,
    /// Blocks in a window that it asks for; `None`: it does not ask.
    pub window_size: Option<u16>,
    /// Whether it asks for the file's length.
    pub asks_length: bool,
    /// Whether it asks the server for its own timeout.
    pub asks_timeout: bool,
    /// After how long a silence it repeats what it said last.
    pub timeout: Duration,
    /// After how many silences it gives up.
    pub attempts: u32,
    /// Whether it answers blocks that it has already, as if there was a gap.
    pub answers_old_blocks: bool,
    /// Whether a block, or its acknowledgement, makes it forget how often there was silence before.
    pub forgives: bool,
    /// Whether it writes as RFC 1350 has it: it goes on when the block that it sent is acknowledged, and waits from then on.
    /// U-Boot goes on after any acknowledgement, and never begins its wait anew.
    pub writes_strictly: bool,
}

impl Habits {
    /// A client of RFC 1350, without options.
    pub const PLAIN: Self = Self {
        block_size: None,
        window_size: None,
        asks_length: false,
        asks_timeout: false,
        timeout: Duration::from_secs(5),
        attempts: 10,
        answers_old_blocks: true,
        forgives: true,
        writes_strictly: true,
    };

    /// U-Boot from 2020.07 to 2023.01, the first that have windows.
    pub const UBOOT_2023_01: Self = Self {
        block_size: Some(1468),
        asks_timeout: true,
        forgives: false,
        writes_strictly: false,
        ..Self::PLAIN
    };

    /// U-Boot from 2025.04 on; those between differ in `forgives`.
    pub const UBOOT: Self =
        Self { answers_old_blocks: false, forgives: true, ..Self::UBOOT_2023_01 };

    /// The same with `tftpwindowsize` set. U-Boot does not ask for a window of one block.
    pub const fn with_window(mut self, blocks: u16) -> Self {
        self.window_size = if blocks > 1 { Some(blocks) } else { None };
        self
    }

    /// The same with `tftpblocksize` set, in bytes.
    pub const fn with_blocks_of(mut self, bytes: u16) -> Self {
        self.block_size = Some(bytes);
        self
    }

    /// The options of the request to write a file of this many bytes. Windows are for reading.
    pub(super) fn options_to_write(&self, bytes: u64) -> Options {
        let transfer_size = self.asks_length.then_some(bytes);
        Options { transfer_size, window_size: None, ..self.options() }
    }

    /// The options of the request.
    pub(super) fn options(&self) -> Options {
        Options {
            timeout: self.asks_timeout.then_some(self.timeout.as_secs()),
            transfer_size: self.asks_length.then_some(0),
            block_size: self.block_size.map(u64::from),
            window_size: self.window_size.map(u64::from),
        }
    }
}
