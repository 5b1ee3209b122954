//! `bouffalo disk`: sectors of the SPI flash.

use std::path::PathBuf;

use link::Watch;
use serde_json::json;

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
        bouffalo::{SpiNor, Talk},
        transfer,
    },
    files::disk_image::DiskImage,
    number::parse,
    plan::Loss,
    report::Answer,
    transport::Stop,
};

const READ: &str = "\
Examples:
  racklet-flash bouffalo disk read 0 32768 flash.img --port /dev/ttyUSB1
  racklet-flash bouffalo disk read 0 64 - --virtual sipeed/m1s-dock";

const WRITE: &str = "\
Examples:
  racklet-flash bouffalo disk write 0x200 bl808-firmware.bin --port /dev/ttyUSB1
  racklet-flash bouffalo disk write 0x200 bl808-firmware.bin --yes --virtual sipeed/m1s-dock";

const VERIFY: &str = "\
Examples:
  racklet-flash bouffalo disk verify 0x200 bl808-firmware.bin --port /dev/ttyUSB1
  racklet-flash bouffalo disk verify 0x200 bl808-firmware.bin --virtual sipeed/m1s-dock";

const ERASE: &str = "\
Examples:
  racklet-flash bouffalo disk erase 0x780 128 --port /dev/ttyUSB1
  racklet-flash bouffalo disk erase --all --yes --virtual sipeed/m1s-dock";

/// Commands about sectors.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Read sectors into a file (- is stdout)
    #[command(after_help = READ)]
    Read {
        /// First sector
        #[arg(value_parser = parse)]
        start: u64,
        /// Number of sectors
        #[arg(value_parser = parse)]
        count: u64,
        /// The file to make
        file: PathBuf,
    },
    /// Write an image to sectors and verify it
    #[command(after_help = WRITE)]
    Write {
        /// First sector (0 for the image of a whole flash)
        #[arg(value_parser = parse)]
        start: u64,
        #[command(flatten)]
        image: File,
        /// How to verify what was written
        #[arg(long, value_name = "HOW", value_enum, default_value_t)]
        verify: Verify,
        #[command(flatten)]
        held: Held,
    },
    /// Compare sectors with an image
    #[command(after_help = VERIFY)]
    Verify {
        /// First sector
        #[arg(value_parser = parse)]
        start: u64,
        #[command(flatten)]
        image: File,
    },
    /// Erase sectors and check that they are empty
    #[command(after_help = ERASE)]
    Erase {
        /// First sector
        #[arg(value_parser = parse, required_unless_present = "all")]
        start: Option<u64>,
        /// Number of sectors
        #[arg(value_parser = parse, required_unless_present = "all")]
        count: Option<u64>,
        /// Erase all of the flash
        #[arg(long, conflicts_with_all = ["start", "count"])]
        all: bool,
    },
}

impl Command {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Read { .. } => "bouffalo disk read",
            Self::Write { .. } => "bouffalo disk write",
            Self::Verify { .. } => "bouffalo disk verify",
            Self::Erase { .. } => "bouffalo disk erase",
        }
    }
}

/// A command whose files are open and sound.
pub(super) enum Job {
    Read {
        start: u64,
        count: u64,
        path: PathBuf,
    },
    Write(DiskImage, How),
    Verify(DiskImage),
    /// First sector and number of sectors; `None`: all.
    Erase(Option<(u64, u64)>),
}

impl Job {
    pub(super) fn prepare(
        command: &Command,
        stop: &Stop,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Self> {
        Ok(match command {
            Command::Read { start, count, file } => {
                Self::Read { start: *start, count: *count, path: file.clone() }
            }
            Command::Write { start, image, verify, held } => {
                let how = How { check: (*verify).into(), scope: held.scope() };
                Self::Write(image.named().to_write(*start, watch, stop)?, how)
            }
            Command::Verify { start, image } => {
                Self::Verify(image.named().to_compare(*start, watch, stop)?)
            }
            // Without --all, clap has made sure of both.
            Command::Erase { start, count, .. } => Self::Erase(start.zip(*count)),
        })
    }

    pub(super) fn plan(&self) -> Vec<String> {
        match self {
            Self::Read { start, count, path } => {
                vec![format!("read {count} sectors from sector {start} into {}", path.display())]
            }
            Self::Write(image, how) => {
                let write = format!("write {} from sector {}", image.describe(), image.start);
                let verify = (how.check != link::Check::None)
                    .then(|| "verify by the SHA-256 that the chip tells".to_owned());
                scope::first(how.scope).into_iter().chain([write]).chain(verify).collect()
            }
            Self::Verify(image) => {
                vec![format!("compare {} from sector {}", image.describe(), image.start)]
            }
            Self::Erase(what) => vec![format!("erase {}", sectors(*what))],
        }
    }

    /// What of the board's flash is lost, in words.
    pub(super) fn destroys(&self) -> Option<String> {
        match self {
            Self::Write(image, _) => Some(image.overwrites()),
            Self::Erase(what) => Some(format!("erases {}", sectors(*what))),
            Self::Read { .. } | Self::Verify(_) => None,
        }
    }

    pub(super) fn run(
        self,
        talk: &mut Talk,
        operator: &mut Operator<'_>,
        stop: &Stop,
    ) -> anyhow::Result<Answer> {
        let mut flash = talk.flash(&mut Context { stop, desk: operator })?;
        if let Some(does) = self.destroys() {
            self.check_room(&flash)?;
            let storage = Some(flash.medium().words());
            let soc = Some("the BL808".into());
            operator.allow(&Loss { does, storage, soc, holds: None })?;
        }
        match self {
            Self::Read { start, count, path } => {
                let mut output = output::create(&path, operator.report)?;
                let mut cx = Context { stop, desk: operator };
                transfer::read(&mut flash, start, count, &mut output, &mut cx)?;
                output.finish()?;
                Ok(Answer::new("", json!({"start": start, "sectors": count, "file": path})))
            }
            Self::Write(mut image, how) => {
                let mut cx = Context { stop, desk: operator };
                let written = transfer::write(&mut flash, &mut image, how, &mut cx)?;
                transfer::tell(&written.known, operator);
                Ok(Answer::new("", verified::written(image.start, &written)))
            }
            Self::Verify(mut image) => {
                let mut cx = Context { stop, desk: operator };
                let known = transfer::verify(&mut flash, &mut image, &mut cx)?;
                transfer::tell(&known, operator);
                Ok(Answer::new("", verified::compared(image.start, &known)))
            }
            Self::Erase(what) => {
                let (start, count) = what.unwrap_or_else(|| (0, total(&flash)));
                flash.erase(start, count, operator)?;
                Ok(Answer::new("", json!({"start": start, "sectors": count})))
            }
        }
    }

    /// Refuses what does not fit.
    fn check_room(&self, flash: &SpiNor<'_>) -> anyhow::Result<()> {
        let (start, count) = match self {
            Self::Write(image, _) => (image.start, image.sectors().unwrap_or(0)),
            Self::Erase(what) => what.unwrap_or_else(|| (0, total(flash))),
            Self::Read { .. } | Self::Verify(_) => return Ok(()),
        };
        Ok(flash.check_room(start, count)?)
    }
}

/// Sectors of a flash; 0: it does not tell.
fn total(flash: &SpiNor<'_>) -> u64 {
    flash.medium().sectors.unwrap_or(0)
}

/// Sectors in words.
fn sectors(what: Option<(u64, u64)>) -> String {
    match what {
        None => "all sectors of the flash".into(),
        Some((start, count)) => format!("{count} sectors from sector {start}"),
    }
}
