//! `thead disk`: sectors of the SPI flash, which the image writer writes and sums.

use std::path::PathBuf;

use link::{Check, Watch};

use crate::{
    cli::{
        image_file::File,
        operator::Operator,
        verified::{self, Verify},
    },
    family::{
        BlockTarget, Context, Desk, How,
        thead::{Talk, read_writer},
        transfer,
    },
    files::disk_image::DiskImage,
    number::parse,
    plan::Loss,
    report::Answer,
    transport::Stop,
};

const WRITE: &str = "\
The image begins at a multiple of 128 sectors: the image writer may erase whole blocks of 64 KiB, whatever else is in them.

Examples:
  racklet-flash thead disk write 0 u-boot-with-spl-meles.bin --program iw-single-line.bin --port /dev/ttyUSB0
  racklet-flash thead disk write 0 u-boot-with-spl-meles.bin --program iw-single-line.bin --yes --virtual milkv/meles-uart";

const VERIFY: &str = "\
Examples:
  racklet-flash thead disk verify 0 u-boot-with-spl-meles.bin --program iw-single-line.bin --port /dev/ttyUSB0
  racklet-flash thead disk verify 0 u-boot-with-spl-meles.bin --program iw-single-line.bin --virtual milkv/meles-uart";

/// Commands about sectors.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    /// Write an image to sectors and verify it by sums that the board makes
    #[command(after_help = WRITE)]
    Write {
        /// First sector
        #[arg(value_parser = parse)]
        start: u64,
        #[command(flatten)]
        image: File,
        #[command(flatten)]
        writer: Writer,
        /// How to verify what was written
        #[arg(long, value_name = "HOW", value_enum, default_value_t)]
        verify: Verify,
    },
    /// Compare sectors with an image, by sums that the board makes
    #[command(after_help = VERIFY)]
    Verify {
        /// First sector
        #[arg(value_parser = parse)]
        start: u64,
        #[command(flatten)]
        image: File,
        #[command(flatten)]
        writer: Writer,
    },
}

/// The program that the mask ROM is sent.
#[derive(Debug, clap::Args)]
pub(super) struct Writer {
    /// The vendor's image writer (iw-single-line.bin)
    #[arg(long, value_name = "FILE")]
    program: PathBuf,
}

impl Command {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Write { .. } => "thead disk write",
            Self::Verify { .. } => "thead disk verify",
        }
    }
}

/// A command whose files are open and sound.
pub(super) struct Job {
    writer: Vec<u8>,
    image: DiskImage,
    /// How it is written; `None`: it is only compared.
    how: Option<How>,
}

impl Job {
    pub(super) fn prepare(
        command: &Command,
        stop: &Stop,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Self> {
        Ok(match command {
            Command::Write { start, image, writer, verify } => Self {
                writer: read_writer(&writer.program)?,
                image: image.named().to_write(*start, watch, stop)?,
                how: Some(How { check: (*verify).into(), ..How::default() }),
            },
            Command::Verify { start, image, writer } => Self {
                writer: read_writer(&writer.program)?,
                image: image.named().to_compare(*start, watch, stop)?,
                how: None,
            },
        })
    }

    pub(super) fn plan(&self) -> Vec<String> {
        let (image, start) = (self.image.describe(), self.image.start);
        let writer = "wait until the board is powered on, send the image writer to its mask ROM, have it summed, and start it";
        let mut lines = vec![writer.to_owned()];
        match self.how {
            None => lines.push(format!("compare {image} from sector {start}")),
            Some(how) => {
                lines.push(format!("write {image} from sector {start}"));
                if how.check != Check::None {
                    lines.push("verify by sums that the board makes".into());
                }
            }
        }
        lines
    }

    /// What of the board's flash is lost, in words.
    pub(super) fn destroys(&self) -> Option<String> {
        self.how.map(|_| self.image.overwrites())
    }

    pub(super) fn run(
        mut self,
        talk: &mut Talk,
        operator: &mut Operator<'_>,
        stop: &Stop,
    ) -> anyhow::Result<Answer> {
        let does = self.destroys();
        talk.start_writer(&self.writer, &mut Context { stop, desk: operator })?;
        let mut flash = talk.flash()?;
        if let Some(does) = does {
            flash.check_place(self.image.start, self.image.length())?;
            let storage = Some(flash.medium().words());
            operator.allow(&Loss { does, storage, soc: None, holds: None })?;
        }
        let start = self.image.start;
        let mut cx = Context { stop, desk: operator };
        let fields = match self.how {
            None => {
                let known = transfer::verify(&mut flash, &mut self.image, &mut cx)?;
                transfer::tell(&known, operator);
                verified::compared(start, &known)
            }
            Some(how) => {
                let written = transfer::write(&mut flash, &mut self.image, how, &mut cx)?;
                transfer::tell(&written.known, operator);
                verified::written(start, &written)
            }
        };
        Ok(Answer::new("", fields))
    }
}
