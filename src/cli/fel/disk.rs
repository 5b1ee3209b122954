//! `fel disk`: sectors of an SD card or an eMMC, without U-Boot.

use std::path::PathBuf;

use fel::chips::Chip;
use link::{Watch, storage::SECTOR};
use serde_json::json;

use crate::{
    boards::storage::Storage,
    cli::{
        image_file::File,
        operator::Operator,
        output,
        scope::{self, Held},
        verified::{self, Verify},
    },
    failure::Problem,
    family::{
        BlockTarget, Context, Desk, How,
        allwinner::{Device, OpenDisk, Target, port},
        transfer,
    },
    files::disk_image::DiskImage,
    number::parse,
    plan::Loss,
    report::Answer,
    session::UsbSession,
    transport::Stop,
};

const BYTES: u64 = SECTOR as u64;

const INFO: &str = "\
Examples:
  racklet-flash fel disk info --on sd
  racklet-flash fel disk info --on sd --virtual xunlong/orangepi-pc";

const READ: &str = "\
Examples:
  racklet-flash fel disk read 0 2048 head.img --on sd
  racklet-flash fel disk read 0 2048 head.img --on emmc --virtual bananapi/m2-ultra";

const WRITE: &str = "\
Examples:
  racklet-flash fel disk write 0 disk.img.xz --on sd
  racklet-flash fel disk write 16 u-boot-sunxi-with-spl.bin --raw --on emmc --yes";

const VERIFY: &str = "\
Examples:
  racklet-flash fel disk verify 0 disk.img.xz --on sd
  racklet-flash fel disk verify 0 disk.img --on emmc";

const ERASE: &str = "\
The sectors are overwritten with zeros.

Examples:
  racklet-flash fel disk erase 0 64 --on emmc-boot0
  racklet-flash fel disk erase 0 2048 --on sd --yes";

/// What `disk` takes.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Disk {
    /// The storage: sd, emmc, emmc-boot0 or emmc-boot1
    #[arg(long = "on", global = true, value_name = "STORAGE", value_parser = named, default_value = "sd")]
    storage: Storage,
    #[command(subcommand)]
    command: Command,
}

/// Commands about sectors.
#[derive(Clone, Debug, clap::Subcommand)]
enum Command {
    /// Show what the card or the eMMC says of itself
    #[command(after_help = INFO)]
    Info,
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
        /// First sector (0 for the image of a whole disk)
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
    /// Overwrite sectors with zeros and check that they hold them
    #[command(after_help = ERASE)]
    Erase {
        /// First sector
        #[arg(value_parser = parse)]
        start: u64,
        /// Number of sectors
        #[arg(value_parser = parse)]
        count: u64,
    },
}

fn named(text: &str) -> Result<Storage, String> {
    let known = Storage::ALL.into_iter().find(|known| known.name() == text);
    known
        .filter(|known| port(*known).is_some())
        .ok_or_else(|| format!("`{text}` is none of sd, emmc, emmc-boot0, emmc-boot1"))
}

impl Disk {
    pub(super) fn name(&self) -> &'static str {
        match self.command {
            Command::Info => "fel disk info",
            Command::Read { .. } => "fel disk read",
            Command::Write { .. } => "fel disk write",
            Command::Verify { .. } => "fel disk verify",
            Command::Erase { .. } => "fel disk erase",
        }
    }
}

/// A command whose arguments are sound and whose files are open.
pub(super) struct Job {
    storage: Storage,
    what: What,
}

enum What {
    Info,
    Read { start: u64, count: u64, path: PathBuf },
    Write(DiskImage, How),
    Verify(DiskImage),
    Erase { start: u64, count: u64 },
}

impl Job {
    pub(super) fn prepare(disk: &Disk, stop: &Stop, watch: &mut dyn Watch) -> anyhow::Result<Self> {
        let what = match &disk.command {
            Command::Info => What::Info,
            Command::Read { start, count, file } => {
                What::Read { start: *start, count: *count, path: file.clone() }
            }
            Command::Write { start, image, verify, held } => {
                let how = How { check: (*verify).into(), scope: held.scope() };
                What::Write(image.named().to_write(*start, watch, stop)?, how)
            }
            Command::Verify { start, image } => {
                What::Verify(image.named().to_compare(*start, watch, stop)?)
            }
            Command::Erase { start, count } => What::Erase { start: *start, count: *count },
        };
        Ok(Self { storage: disk.storage, what })
    }

    pub(super) fn plan(&self) -> Vec<String> {
        let on = self.storage;
        match &self.what {
            What::Info => vec![format!("ask the {on} what it is")],
            What::Read { start, count, path } => {
                vec![format!(
                    "read {count} sectors of the {on} from sector {start} into {}",
                    path.display()
                )]
            }
            What::Write(image, how) => {
                let write =
                    format!("write {} to the {on} from sector {}", image.describe(), image.start);
                let verify = (how.check != link::Check::None)
                    .then(|| "verify by the sum that the SoC makes".to_owned());
                scope::first(how.scope).into_iter().chain([write]).chain(verify).collect()
            }
            What::Verify(image) => {
                vec![format!(
                    "compare {} with the {on} from sector {}",
                    image.describe(),
                    image.start
                )]
            }
            What::Erase { start, count } => {
                vec![format!(
                    "overwrite {count} sectors of the {on} from sector {start} with zeros"
                )]
            }
        }
    }

    /// What of the board's storage is lost, in words.
    pub(super) fn destroys(&self) -> Option<String> {
        match &self.what {
            What::Write(image, _) => Some(image.overwrites()),
            What::Erase { start, count } => {
                Some(format!("erases {count} sectors from sector {start}"))
            }
            What::Info | What::Read { .. } | What::Verify(_) => None,
        }
    }

    pub(super) fn run(
        self,
        board: &mut UsbSession,
        chip: &'static Chip,
        operator: &mut Operator<'_>,
        stop: &Stop,
    ) -> anyhow::Result<Answer> {
        let mut opened = OpenDisk::open(&mut board.link, self.storage)?;
        let outcome = self.on(&mut opened.target(&mut board.link)?, chip, operator, stop);
        // An eMMC is left as it was found, whatever happened.
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
        if let Some(does) = self.destroys() {
            self.check_room(target)?;
            let storage = Some(target.medium().words());
            let soc = Some(format!("the {}", chip.name));
            operator.allow(&Loss { does, storage, soc, holds: None })?;
        }
        match self.what {
            What::Info => Ok(info(target)),
            What::Read { start, count, path } => {
                let mut output = output::create(&path, operator.report)?;
                let mut cx = Context { stop, desk: operator };
                transfer::read(target, start, count, &mut output, &mut cx)?;
                output.finish()?;
                Ok(Answer::new("", json!({"start": start, "sectors": count, "file": path})))
            }
            What::Write(mut image, how) => {
                let mut cx = Context { stop, desk: operator };
                let written = transfer::write(target, &mut image, how, &mut cx)?;
                written.tell(operator);
                Ok(Answer::new("", verified::written(image.start, &written)))
            }
            What::Verify(mut image) => {
                let mut cx = Context { stop, desk: operator };
                let known = transfer::verify(target, &mut image, &mut cx)?;
                transfer::tell(&known, operator);
                Ok(Answer::new("", verified::compared(image.start, &known)))
            }
            What::Erase { start, count } => {
                target.erase(start * BYTES, count * BYTES, operator)?;
                Ok(Answer::new("", json!({"start": start, "sectors": count})))
            }
        }
    }

    /// Refuses what does not fit.
    fn check_room(&self, target: &Target<'_>) -> Result<(), Problem> {
        match &self.what {
            What::Write(image, _) => target.check_room(image.start, image.sectors().unwrap_or(0)),
            What::Erase { start, count } => target.check_room(*start, *count),
            _ => Ok(()),
        }
    }
}

/// What a card or an eMMC says of itself.
fn info(target: &Target<'_>) -> Answer {
    let medium = target.medium();
    let Device::Disk(disk) = target.device() else { return Answer::new(medium.words(), json!({})) };
    let info = disk.info();
    let kind = if info.is_emmc { "eMMC" } else { "SD card" };
    let text = format!(
        "{kind}: {}; maker {:#04x}, name {}, serial number {:08x}",
        medium.words(),
        info.maker(),
        info.name(),
        info.serial()
    );
    let words =
        |words: &[u32; 4]| words.iter().rev().map(|word| format!("{word:08x}")).collect::<String>();
    let fields = json!({
        "storage": medium.kind.map(Storage::name), "kind": kind, "sectors": medium.sectors,
        "boot_sectors": info.boot_sectors, "maker": info.maker(), "name": info.name(),
        "serial": format!("{:08x}", info.serial()), "cid": words(&info.cid), "csd": words(&info.csd),
    });
    Answer::new(text, fields)
}
