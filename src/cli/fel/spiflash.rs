//! `fel spiflash`: bytes of an SPI NOR or SPI NAND flash, without U-Boot.

mod info;

use std::path::PathBuf;

use fel::chips::Chip;
use link::{StepId, Watch};
use serde_json::{Value, json};

use crate::{
    cli::{
        image_file::File,
        operator::Operator,
        output,
        scope::{self, Held},
        verified::{self, Verify},
    },
    family::{
        BlockTarget, Context, Desk, How,
        allwinner::{OpenDisk, Target},
        transfer,
    },
    files::disk_image::DiskImage,
    number::{parse, size},
    plan::Loss,
    report::Answer,
    session::UsbSession,
    transport::Stop,
};

const INFO: &str = "\
Examples:
  racklet-flash fel spiflash info
  racklet-flash fel spiflash info --virtual xunlong/orangepi-zero3";

const READ: &str = "\
Examples:
  racklet-flash fel spiflash read 0 1M head.bin
  racklet-flash fel spiflash read 0 64K - --virtual xunlong/orangepi-zero3";

const WRITE: &str = "\
What the flash holds already is not written again, and what is around the range stays as it is. Of NAND flash, bad blocks from
ADDR on are skipped and the next good ones take their place, for all of these commands.

Examples:
  racklet-flash fel spiflash write 0 u-boot-sunxi-with-spl.bin
  racklet-flash fel spiflash write 0x100000 boot.scr --raw --yes --virtual xunlong/orangepi-zero3";

const VERIFY: &str = "\
Examples:
  racklet-flash fel spiflash verify 0 u-boot-sunxi-with-spl.bin
  racklet-flash fel spiflash verify 0x100000 boot.scr --raw";

const ERASE: &str = "\
What is around the range stays as it is.

Examples:
  racklet-flash fel spiflash erase 0 64K --yes
  racklet-flash fel spiflash erase 0x100000 4K --yes --virtual xunlong/orangepi-zero3";

/// Commands about the flash.
#[derive(Clone, Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Show what the flash says of itself
    #[command(after_help = INFO)]
    Info,
    /// Read bytes into a file (- is stdout)
    #[command(after_help = READ)]
    Read {
        /// First byte
        #[arg(value_parser = parse)]
        addr: u64,
        /// Number of bytes
        #[arg(value_parser = parse)]
        len: u64,
        /// The file to make
        file: PathBuf,
    },
    /// Write a file or an image to the flash and verify it
    #[command(after_help = WRITE)]
    Write {
        /// First byte (0 for a boot loader)
        #[arg(value_parser = parse)]
        addr: u64,
        #[command(flatten)]
        image: File,
        /// How to verify what was written
        #[arg(long, value_name = "HOW", value_enum, default_value_t)]
        verify: Verify,
        #[command(flatten)]
        held: Held,
        #[command(flatten)]
        unlock: Unlock,
    },
    /// Compare the flash with a file or an image
    #[command(after_help = VERIFY)]
    Verify {
        /// First byte
        #[arg(value_parser = parse)]
        addr: u64,
        #[command(flatten)]
        image: File,
    },
    /// Erase bytes and check that they are empty
    #[command(after_help = ERASE)]
    Erase {
        /// First byte
        #[arg(value_parser = parse, required_unless_present = "all")]
        addr: Option<u64>,
        /// Number of bytes
        #[arg(value_parser = parse, required_unless_present = "all")]
        len: Option<u64>,
        /// Erase all of the flash
        #[arg(long, conflicts_with_all = ["addr", "len"])]
        all: bool,
        #[command(flatten)]
        unlock: Unlock,
    },
}

/// What becomes of write protection.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(super) struct Unlock {
    /// Clear NOR flash's write protection first; it stays cleared
    #[arg(long)]
    unlock: bool,
}

impl Command {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Info => "fel spiflash info",
            Self::Read { .. } => "fel spiflash read",
            Self::Write { .. } => "fel spiflash write",
            Self::Verify { .. } => "fel spiflash verify",
            Self::Erase { .. } => "fel spiflash erase",
        }
    }
}

/// A command whose arguments are sound and whose files are open.
pub(super) enum Job {
    Info,
    Read {
        at: u64,
        length: u64,
        path: PathBuf,
    },
    Write {
        at: u64,
        image: DiskImage,
        how: How,
        unlock: bool,
    },
    Verify {
        at: u64,
        image: DiskImage,
    },
    /// First byte and number of bytes; `None`: all.
    Erase {
        what: Option<(u64, u64)>,
        unlock: bool,
    },
}

impl Job {
    pub(super) fn prepare(
        command: &Command,
        stop: &Stop,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Self> {
        Ok(match command {
            Command::Info => Self::Info,
            Command::Read { addr, len, file } => {
                Self::Read { at: *addr, length: *len, path: file.clone() }
            }
            Command::Write { addr, image, verify, held, unlock } => {
                let how = How { check: (*verify).into(), scope: held.scope() };
                let image = image.named().to_write(0, watch, stop)?;
                Self::Write { at: *addr, image, how, unlock: unlock.unlock }
            }
            Command::Verify { addr, image } => {
                Self::Verify { at: *addr, image: image.named().to_compare(0, watch, stop)? }
            }
            // Without --all, clap has made sure of both.
            Command::Erase { addr, len, unlock, .. } => {
                Self::Erase { what: addr.zip(*len), unlock: unlock.unlock }
            }
        })
    }

    pub(super) fn plan(&self) -> Vec<String> {
        match self {
            Self::Info => vec!["ask the SPI flash what it is".into()],
            Self::Read { at, length, path } => {
                vec![format!(
                    "read {length} bytes of the SPI flash from byte {at:#x} into {}",
                    path.display()
                )]
            }
            Self::Write { at, image, how, .. } => {
                let write =
                    format!("write {} to the SPI flash from byte {at:#x}", described(image));
                let verify = (how.check != link::Check::None)
                    .then(|| "verify by the sum that the SoC makes".to_owned());
                let first = self.unlocks().into_iter().chain(scope::first(how.scope));
                first.chain([write]).chain(verify).collect()
            }
            Self::Verify { at, image } => {
                let what = described(image);
                vec![format!("compare {what} with the SPI flash from byte {at:#x}")]
            }
            Self::Erase { what, .. } => {
                self.unlocks().into_iter().chain([format!("erase {}", bytes(*what))]).collect()
            }
        }
    }

    fn unlocks(&self) -> Option<String> {
        let is_wanted =
            matches!(self, Self::Write { unlock: true, .. } | Self::Erase { unlock: true, .. });
        is_wanted.then(|| "clear the flash's write protection".into())
    }

    /// What of the flash is lost, in words.
    fn destroys(&self) -> Option<String> {
        match self {
            Self::Write { at, image, .. } if image.length() > 0 => {
                Some(format!("overwrites {} from byte {at:#x}", size(image.length())))
            }
            Self::Write { at, .. } => Some(format!("overwrites what is stored from byte {at:#x}")),
            Self::Erase { what, .. } => Some(format!("erases {}", bytes(*what))),
            Self::Info | Self::Read { .. } | Self::Verify { .. } => None,
        }
    }

    pub(super) fn run(
        self,
        board: &mut UsbSession,
        chip: &'static Chip,
        operator: &mut Operator<'_>,
        stop: &Stop,
    ) -> anyhow::Result<Answer> {
        let mut opened = OpenDisk::flash(&mut board.link)?;
        let outcome = self.on(&mut opened.target(&mut board.link)?, chip, operator, stop);
        // The pins are given back, whatever happened.
        let closed = opened.close(&mut board.link);
        let answer = outcome?;
        closed?;
        Ok(answer)
    }

    fn on(
        self,
        target: &mut Target<'_>,
        chip: &'static Chip,
        operator: &mut Operator<'_>,
        stop: &Stop,
    ) -> anyhow::Result<Answer> {
        self.allow(target, chip, operator)?;
        match self {
            Self::Info => Ok(info::answer(target)),
            Self::Read { at, length, path } => {
                let mut output = output::create(&path, operator.report)?;
                operator.step(StepId::READ, "read", length);
                target.begin_at(at);
                target.read_bytes(0, length, &mut output, operator)?;
                output.finish()?;
                Ok(Answer::new("", json!({"address": at, "bytes": length, "file": path})))
            }
            Self::Write { at, mut image, how, .. } => {
                target.begin_at(at);
                let mut cx = Context { stop, desk: operator };
                let written = transfer::write(target, &mut image, how, &mut cx)
                    .map_err(|error| counted(at, error))?;
                written.tell(operator);
                Ok(Answer::new("", placed(at, verified::written(0, &written))))
            }
            Self::Verify { at, mut image } => {
                target.begin_at(at);
                let mut cx = Context { stop, desk: operator };
                let known = transfer::verify(target, &mut image, &mut cx)
                    .map_err(|error| counted(at, error))?;
                transfer::tell(&known, operator);
                Ok(Answer::new("", placed(at, verified::compared(0, &known))))
            }
            Self::Erase { what, .. } => {
                let (at, length) = range(what, target);
                target.begin_at(at);
                target.erase(0, length, operator)?;
                Ok(Answer::new("", json!({"address": at, "bytes": length})))
            }
        }
    }

    /// Asks before anything is lost, and refuses what does not fit or is protected before that.
    fn allow(
        &self,
        target: &mut Target<'_>,
        chip: &'static Chip,
        operator: &mut Operator<'_>,
    ) -> anyhow::Result<()> {
        let (Self::Write { unlock, .. } | Self::Erase { unlock, .. }) = *self else {
            return Ok(());
        };
        let (at, length) = match self {
            Self::Write { at, image, .. } => (*at, image.length()),
            Self::Erase { what, .. } => range(*what, target),
            _ => (0, 0),
        };
        target.begin_at(at);
        target.require_bytes(0, length)?;
        if !unlock {
            target.require_writable()?;
        }
        let storage = Some(target.medium().words());
        let soc = Some(format!("the {}", chip.name));
        let does = self.destroys().unwrap_or_default();
        operator.allow(&Loss { does, storage, soc, holds: None })?;
        if unlock {
            target.unlock()?;
        }
        Ok(())
    }
}

/// The range that is to be erased.
fn range(what: Option<(u64, u64)>, target: &Target<'_>) -> (u64, u64) {
    what.unwrap_or_else(|| (0, target.device().bytes()))
}

/// An image by its bytes.
fn described(image: &DiskImage) -> String {
    match image.length() {
        0 => format!("{} to its end", image.name()),
        length => format!("{}: {length} bytes", image.name()),
    }
}

/// Bytes in words.
fn bytes(what: Option<(u64, u64)>) -> String {
    match what {
        None => "all of the SPI flash".into(),
        Some((at, length)) => format!("{length} bytes of the SPI flash from byte {at:#x}"),
    }
}

/// Says where sectors in an error count from, unless that is the beginning of the flash.
fn counted(at: u64, error: anyhow::Error) -> anyhow::Error {
    match at {
        0 => error,
        at => {
            error.context(format!("from byte {at:#x} of the SPI flash on, where its sector 0 is"))
        }
    }
}

/// The fields of a transfer with the byte where it began.
fn placed(at: u64, mut fields: Value) -> Value {
    if let Some(fields) = fields.as_object_mut() {
        fields.remove("start");
        fields.insert("address".into(), at.into());
    }
    fields
}
