//! `boot`, `stage` and `continue`.

use std::path::{Path, PathBuf};

use fastboot::host::Fastboot as Device;
use serde_json::json;

use super::Context;
use crate::{
    failure::Problem,
    family::fastboot::{
        Program,
        stages::{self, BootFile},
    },
    files::read_image,
    report::Answer,
};

/// What `fastboot boot --help` ends with.
pub(super) const BOOT: &str = "\
A mask ROM is taken to its U-Boot, which comes back on the same port. What a U-Boot starts does not come back.

Examples:
  racklet-flash fastboot boot u-boot-with-spl-lpi4a.bin --virtual sipeed/licheepi-4a
  racklet-flash fastboot boot FSBL.bin u-boot.itb --virtual bananapi/f3";

/// What `fastboot stage --help` ends with.
pub(super) const STAGE: &str = "\
Nothing is written to storage.

Examples:
  racklet-flash fastboot stage FSBL.bin --virtual bananapi/f3
  racklet-flash fastboot stage Image --virtual sipeed/licheepi-4a:mode=uboot";

/// What `fastboot continue --help` ends with.
pub(super) const CONTINUE: &str = "\
Examples:
  racklet-flash fastboot continue
  racklet-flash fastboot continue --virtual sipeed/licheepi-4a:mode=uboot";

/// A command whose files are open.
pub(super) enum Job {
    Boot(Vec<BootFile>),
    Stage(BootFile),
    Continue,
}

impl Job {
    pub(super) fn boot(files: &[PathBuf]) -> anyhow::Result<Self> {
        files.iter().map(|path| read(path)).collect::<anyhow::Result<_>>().map(Self::Boot)
    }

    pub(super) fn stage(path: &Path) -> anyhow::Result<Self> {
        read(path).map(Self::Stage)
    }

    pub(super) fn plan(&self) -> Vec<String> {
        let send = |(name, bytes): &BootFile| format!("send {name}: {} bytes", bytes.len());
        match self {
            Self::Boot(files) => {
                let first = "identify the board, and start from the stage that it is in".to_owned();
                let steps = files.iter().flat_map(|file| [send(file), "start it".into()]);
                std::iter::once(first).chain(steps).collect()
            }
            Self::Stage(file) => vec![format!("{} to the board's memory", send(file))],
            Self::Continue => vec!["end fastboot".into()],
        }
    }

    pub(super) fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let who = context.who()?;
        match self {
            Self::Boot(files) => {
                let up = stages::boot(&files, &who, "", &mut context.way())?;
                let stage = up.who.map_or("left", |who| who.program.stage().name());
                Ok(Answer::new("", json!({"stage": stage})))
            }
            Self::Stage(file) => {
                if who.program == Program::K1Uboot {
                    return Err(stages::no_staging().into());
                }
                let bytes = file.1.len();
                if who.limit.is_some_and(|limit| bytes > limit as usize) {
                    let limit = who.limit.unwrap_or_default();
                    let text = format!(
                        "{}: it has {bytes} bytes, and the board takes at most {limit}",
                        file.0
                    );
                    return Err(Problem::Refused(text).into());
                }
                stages::stage(&file, &mut context.way())?;
                Ok(Answer::new("", json!({"bytes": bytes})))
            }
            Self::Continue => {
                Device::new(&mut context.board.link).proceed()?;
                Ok(Answer::done())
            }
        }
    }
}

/// A file that goes to memory.
pub(super) fn read(path: &Path) -> anyhow::Result<BootFile> {
    let name = path.display().to_string();
    match read_image(path)? {
        bytes if bytes.is_empty() => {
            Err(Problem::BadInput(format!("{name}: there is nothing in it")).into())
        }
        bytes => Ok((name, bytes)),
    }
}
