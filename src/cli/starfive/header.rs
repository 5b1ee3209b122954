//! `starfive header`: the header of an SPL file.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use serde_json::json;
use starfive::{
    header::{self, Header},
    image::{self, Kind},
};

use crate::{
    cli::Options,
    files::{bad, read_image, save},
    number::parse_u32,
    report::Answer,
};

const CREATE: &str = "\
Examples:
  racklet-flash starfive header create u-boot-spl.bin
  racklet-flash starfive header create u-boot-spl.bin --output spl.out --backup 0x100000";

const CHECK: &str = "\
Examples:
  racklet-flash starfive header check u-boot-spl.bin.normal.out
  racklet-flash starfive header check u-boot-spl.bin.normal.out --json";

/// Commands about headers.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Add the header to an SPL (u-boot-spl.bin)
    #[command(after_help = CREATE)]
    Create {
        /// The SPL without a header
        file: PathBuf,
        /// Output file (default: FILE.normal.out, with --jh7100 FILE.out)
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// The header's version word
        #[arg(long, value_parser = parse_u32, default_value = "0x01010101", conflicts_with = "jh7100")]
        version: u32,
        /// Where in the flash the ROM looks for the second copy
        #[arg(long, value_name = "OFFSET", value_parser = parse_u32, default_value = "0x200000", conflicts_with = "jh7100")]
        backup: u32,
        /// Add the length, as the JH7100 wants it, and no JH7110 header
        #[arg(long)]
        jh7100: bool,
    },
    /// Identify a file and check its header
    #[command(after_help = CHECK)]
    Check {
        /// The file
        file: PathBuf,
    },
}

pub(super) fn run(options: &Options, command: &Command) -> anyhow::Result<Answer> {
    match command {
        Command::Check { file } => check(file),
        Command::Create { file, output, version, backup, jh7100 } => {
            let payload = read_image(file)?;
            let whole = match jh7100 {
                true => raw(file, &payload).map(|()| header::jh7100::wrap(&payload))?,
                false => {
                    raw(file, &payload)?;
                    header::wrap(&payload, *version, *backup).map_err(|error| bad(file, error))?
                }
            };
            let output = output.clone().unwrap_or_else(|| beside(file, *jh7100));
            let text = format!("{}: {} bytes", output.display(), whole.len());
            if options.dry_run {
                return Ok(Answer::new(format!("would write {text}"), json!({"dry_run": true})));
            }
            save(&output, &whole)?;
            Ok(Answer::new(text, json!({"file": output, "bytes": whole.len()})))
        }
    }
}

/// A header before a header boots nothing.
fn raw(path: &Path, file: &[u8]) -> anyhow::Result<()> {
    match image::kind(file) {
        Kind::Raw => Ok(()),
        Kind::Fit => Err(bad(path, "this is a FIT image (U-Boot), which has no header").into()),
        Kind::Foreign(what) => {
            Err(bad(path, format!("this is {what}, not an SPL (u-boot-spl.bin)")).into())
        }
        _ => Err(bad(path, "there is a header already").into()),
    }
}

fn beside(file: &Path, jh7100: bool) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(if jh7100 { ".out" } else { ".normal.out" });
    name.into()
}

fn check(path: &Path) -> anyhow::Result<Answer> {
    let file = read_image(path)?;
    let found = match image::kind(&file) {
        Kind::Spl(header) => jh7110("an SPL for the JH7110", header),
        Kind::Agent(header) => jh7110("the recovery program for the JH7110", header),
        Kind::Jh7100 => {
            let length = file.len() - 4;
            let text =
                format!("an image for the JH7100's flash: {length} bytes, as its length says");
            (text, json!({"kind": "jh7100", "bytes": length}))
        }
        Kind::Damaged(error) => return Err(bad(path, error).into()),
        Kind::Foreign(what) => {
            return Err(bad(path, format!("this is {what}, which has no header")).into());
        }
        Kind::Fit => {
            return Err(bad(path, "this is a FIT image (U-Boot), which has no header").into());
        }
        Kind::Raw => {
            let why = Header::check(&file).err();
            return Err(bad(path, why.unwrap_or(header::HeaderError::NoHeader)).into());
        }
    };
    Ok(Answer::new(format!("{}: {}", link::Foreign(path.display()), found.0), found.1))
}

fn jh7110(what: &str, header: Header) -> (String, serde_json::Value) {
    let Header { version, backup, payload, crc } = header;
    let text = format!(
        "{what}: {payload} bytes, CRC-32 {crc:08x}, version {version:#010x}, second copy at {backup:#x}"
    );
    let fields = json!({
        "kind": "jh7110", "bytes": payload, "crc32": format!("{crc:08x}"), "version": version, "backup": backup,
    });
    (text, fields)
}
