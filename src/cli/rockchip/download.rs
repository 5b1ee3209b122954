//! `rockchip download`: sends a loader to the mask ROM and waits until it runs.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use link::Watch;
use rockusb::{
    chips::{self, Fit},
    host::{self, Download, Rock, State},
    loader::Loader,
    package,
    wire::Area,
};
use serde_json::json;

use super::Context;
use crate::{
    failure::Problem,
    family::rockchip::seen,
    files::{bad, read_image, rockchip::read_loader},
    report::Answer,
    session::is_rockchip,
};

/// What is to be sent, read and sound.
pub(super) enum Load {
    /// A loader file, or the one in a package.
    File { path: PathBuf, bytes: Vec<u8> },
    /// Raw code for SRAM and for DRAM.
    Raw(Vec<(Area, PathBuf, Vec<u8>)>),
}

impl Load {
    pub(super) fn file(path: &Path) -> anyhow::Result<Self> {
        let bytes = read_loader(path)?;
        let loader = Loader::parse(&bytes).with_context(|| path.display().to_string())?;
        if Download::of(&loader).is_empty() {
            let text = format!("{}: it has nothing for a mask ROM", path.display());
            return Err(Problem::BadInput(text).into());
        }
        Ok(Self::File { path: path.into(), bytes })
    }

    pub(super) fn raw(sram: Option<&Path>, dram: Option<&Path>) -> anyhow::Result<Self> {
        let named = [(Area::Sram, sram), (Area::Dram, dram)];
        let read = |(area, path): (Area, Option<&Path>)| {
            let path = path?;
            Some(
                read_image(path)
                    .and_then(|bytes| code(path, bytes).map(|code| (area, path.into(), code))),
            )
        };
        Ok(Self::Raw(named.into_iter().filter_map(read).collect::<Result<_, _>>()?))
    }

    /// The blobs for a board with this product id, in the order in which they are to be sent.
    fn blobs<'a>(
        &'a self,
        product: u16,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Vec<Download<'a>>> {
        match self {
            Self::File { path, bytes } => {
                let name = || path.display().to_string();
                let loader = Loader::parse(bytes).with_context(name)?;
                if Download::require_chip(&loader, product).with_context(name)? == Fit::Unknown {
                    watch.note(&unknown(loader.header.chip));
                }
                Ok(Download::of(&loader))
            }
            Self::Raw(codes) => {
                let unknown = || {
                    Problem::Refused(
                        "the SoC is not known: raw code may have to be scrambled for it".into(),
                    )
                };
                let chip = chips::by_product(product).ok_or_else(unknown)?;
                let raw = |(area, path, bytes): &'a (Area, PathBuf, Vec<u8>)| {
                    Download::raw(*area, name(path), bytes, chip)
                };
                Ok(codes.iter().map(raw).collect())
            }
        }
    }

    pub(super) fn plan(&self) -> Vec<String> {
        let line = |area: Area, name: &str, length: usize| {
            let where_to = if area == Area::Sram { "SRAM (0x471)" } else { "DRAM (0x472)" };
            format!("send {name} to {where_to}: {length} bytes")
        };
        let mut lines: Vec<_> = match self {
            Self::File { bytes, .. } => {
                let blobs = Loader::parse(bytes).map(|loader| Download::of(&loader));
                let blobs = blobs.unwrap_or_default();
                blobs.iter().map(|blob| line(blob.area, &blob.name, blob.data.len())).collect()
            }
            Self::Raw(codes) => codes
                .iter()
                .map(|(area, path, bytes)| line(*area, &name(path), bytes.len()))
                .collect(),
        };
        lines.push("wait until the board is back on its port, and ask it who it is".into());
        lines
    }

    pub(super) fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let seen = seen(context.board);
        // A loader for another SoC is found out before anything is sent, even a question.
        let blobs = self.blobs(seen.product, context.session.report)?;
        seen.require(&mut context.board.link, &[State::Maskrom])?;
        host::download(&mut context.board.link, &blobs, context.session.report)?;
        let sent: usize = blobs.iter().map(|blob| blob.data.len()).sum();
        if blobs.last().is_none_or(|blob| blob.area != Area::Dram) {
            return Ok(Answer::new("", json!({"bytes": sent, "state": "maskrom"})));
        }
        context.board.reconnect(is_rockchip, host::comeback(&blobs), context.session.stop)?;
        greet(context, sent)
    }
}

/// What is said of a file whose SoC is not in the table.
pub(super) fn unknown(code: u32) -> String {
    format!(
        "the file names its SoC {:?}, which is not in the table of SoCs: whether it is for this board is unknown",
        chips::name_of(code)
    )
}

/// Asks what came up who it is.
fn greet(context: &mut Context<'_>, sent: usize) -> anyhow::Result<Answer> {
    let awake = [State::Usbplug, State::Loader];
    let state = seen(context.board).require(&mut context.board.link, &awake)?;
    let chip = Rock::new(&mut context.board.link).chip_info().ok();
    let soc = chip.and_then(|chip| chips::by_code(chip.code())).map(|chip| chip.name);
    let soc = soc.or_else(|| chips::by_product(seen(context.board).product).map(|chip| chip.name));
    context.session.report.note(&format!("{state} runs on the {}", soc.unwrap_or("board")));
    Ok(Answer::new("", json!({"bytes": sent, "state": state.to_string(), "soc": soc})))
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Raw code, which is neither empty nor a loader file.
fn code(path: &Path, bytes: Vec<u8>) -> anyhow::Result<Vec<u8>> {
    let wrong = match package::not_an_image(&bytes).or_else(|| package::partition_image(&bytes)) {
        Some(kind) => format!("it is {kind}, not raw code"),
        None if bytes.is_empty() => "it is empty".into(),
        None => return Ok(bytes),
    };
    Err(bad(path, wrong).into())
}
