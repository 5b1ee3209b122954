//! Images to and from storage, and what else the burn mode does with it.

use alloc::{format, string::String};
use core::{fmt, time::Duration};

use link::{Fault, Sink, Source, Watch};

use super::{Cause, Error, Optimus, Patience, Step};
use crate::optimus::wire::Malformed;

/// How an image is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// As it is.
    Normal,
    /// Android's sparse format, which the board unpacks.
    Sparse,
    /// For raw NAND.
    Ubifs,
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Normal => "normal",
            Self::Sparse => "sparse",
            Self::Ubifs => "ubifs",
        })
    }
}

/// Where an image is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// On the board's main storage.
    Store,
    /// In its memory.
    Mem,
}

impl fmt::Display for Media {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Store => "store",
            Self::Mem => "mem",
        })
    }
}

/// A place for an image: a partition, or an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// Where.
    pub media: Media,
    /// The partition's name; for memory `dtb` or an address.
    pub name: &'a str,
}

impl Optimus<'_> {
    /// Writes an image, and has U-Boot hash what it has written where `verify` says so. An error tells how much was
    /// taken before.
    ///
    /// # Errors
    /// When a transfer or `source` fails, and when the board refuses. What came before may have been written.
    pub fn write_part(
        &mut self,
        part: Part<'_>,
        format: Format,
        source: &mut dyn Source,
        verify: bool,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let Part { media, name } = part;
        let size = source.size();
        self.check_name(Step::Store, name)?;
        let hash = self.during(Step::Store, |soc| {
            soc.tpl(&format!("download {media} {name} {format} {size:#x}"))?;
            let hash = soc.write_media(source, watch)?;
            soc.command("download get_status", Patience::LONG)?;
            Ok(hash)
        })?;
        if !verify {
            return Ok(());
        }
        self.during(Step::Verify, |soc| {
            let digits: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
            soc.command(&format!("verify sha1sum {digits}"), Patience::LONG).map(|_| ())
        })
    }

    /// Reads `size` bytes from the start of a partition or of memory.
    ///
    /// # Errors
    /// When a transfer or `sink` fails, and when the board refuses.
    pub fn read_part(
        &mut self,
        part: Part<'_>,
        size: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let Part { media, name } = part;
        self.check_name(Step::Upload, name)?;
        self.during(Step::Upload, |soc| {
            soc.command(&format!("upload {media} {name} normal {size:#x}"), Patience::SHORT)?;
            soc.read_media(size, sink, watch)
        })
    }

    /// **Erases** a partition.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn erase_part(&mut self, name: &str) -> Result<(), Error> {
        self.check_name(Step::Store, name)?;
        self.during(Step::Store, |soc| {
            soc.command(&format!("amlmmc erase {name}"), Patience::LONG).map(|_| ())
        })
    }

    /// A name becomes part of a command: nothing in it may end that command or begin another.
    fn check_name(&self, step: Step, name: &str) -> Result<(), Error> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
        if !name.is_empty() && name.bytes().all(plain) {
            return Ok(());
        }
        let cause = Cause::Malformed(Malformed(
            "the name of a partition is letters, digits, `_`, `-` and `.`",
        ));
        Err(Error { step, ..self.error(cause) })
    }

    /// Makes the storage ready. 0 changes nothing; 1 **erases all of it** but the keys, 2 likewise by force, 3 and 4 with
    /// the keys. It takes effect once per start of U-Boot; a second one is answered and does nothing.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn disk_initial(&mut self, how: u8) -> Result<(), Error> {
        let patience = Patience::new(Duration::from_secs(600));
        self.command(&format!("disk_initial {how}"), patience).map(|_| ())
    }

    /// Reduces the board's current, for boards that USB feeds.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn low_power(&mut self) -> Result<(), Error> {
        self.command("low_power", Patience::SHORT).map(|_| ())
    }

    /// Makes the default environment and the marks of an upgrade permanent.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn save_setting(&mut self) -> Result<(), Error> {
        self.command("save_setting", Patience::SHORT).map(|_| ())
    }

    /// Has the next reset lead to the mask ROM. In spite of the command's name nothing is erased.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn next_reset_to_rom(&mut self) -> Result<(), Error> {
        self.command("erase_bootloader", Patience::SHORT).map(|_| ())
    }

    /// Resets the board.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn reset(&mut self) -> Result<(), Error> {
        self.farewell("reset")
    }

    /// Switches the board off.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn power_off(&mut self) -> Result<(), Error> {
        self.farewell("poweroff")
    }

    /// Ends a burn: 1 restarts the board, 2 switches it off after its key was pressed, 3 after it was unplugged.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn burn_complete(&mut self, how: u8) -> Result<(), Error> {
        self.farewell(&format!("burn_complete {how}"))
    }

    /// A command after which the board may be gone before it has answered.
    fn farewell(&mut self, text: &str) -> Result<(), Error> {
        let result = self.command(text, Patience::SHORT);
        self.identity = None;
        self.greeted = false;
        match result {
            Err(error) if error.fault() != Some(Fault::Gone) => Err(error),
            _ => Ok(()),
        }
    }
}
