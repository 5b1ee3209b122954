//! Sending a loader to the mask ROM, and waiting until it runs.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::Context as _;
use link::Watch;
use rockusb::{
    chips::{self, Fit},
    host::{self, Download, Rock, State},
    loader::Loader,
    package,
    wire::Area,
};

use super::seen;
use crate::{
    failure::Problem,
    family::Context,
    files::{bad, read_image, rockchip::read_loader},
    plan::Loss,
    session::{Awaited, UsbSession, is_rockchip},
    transport::Stop,
};

/// What is to be sent, read and sound.
pub enum Load {
    /// A loader file, or the one in a package: what it is called, and its bytes.
    File {
        /// What messages call it.
        path: PathBuf,
        /// All of it.
        bytes: Arc<Vec<u8>>,
    },
    /// Raw code for SRAM and for DRAM.
    Raw(Vec<(Area, PathBuf, Vec<u8>)>),
}

impl Load {
    /// Reads a loader file, or the one in a package.
    pub fn file(path: &Path) -> anyhow::Result<Self> {
        Self::of(path, Arc::new(read_loader(path)?))
    }

    /// A loader file that was read. Fails where it is not sound, or has nothing for a mask ROM.
    pub fn of(path: &Path, bytes: Arc<Vec<u8>>) -> anyhow::Result<Self> {
        let loader = Loader::parse(&bytes).with_context(|| path.display().to_string())?;
        if Download::of(&loader).is_empty() {
            let text = format!("{}: it has nothing for a mask ROM", path.display());
            return Err(Problem::BadInput(text).into());
        }
        Ok(Self::File { path: path.into(), bytes })
    }

    /// Reads raw code, for SRAM and for DRAM.
    pub fn raw(sram: Option<&Path>, dram: Option<&Path>) -> anyhow::Result<Self> {
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

    /// What is done, in words.
    pub fn plan(&self) -> Vec<String> {
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
        lines.push("wait until the board is back on its port, and identify it".into());
        lines
    }

    /// Sends it to the mask ROM. Refuses a loader for another SoC before anything is sent, even a question.
    pub fn send(
        &self,
        board: &mut UsbSession,
        stop: &Stop,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Sent> {
        let blobs = self.blobs(seen(board).product, watch)?;
        seen(board).require(&mut board.link, &[State::Maskrom])?;
        host::download(&mut board.link, &blobs, watch)?;
        let bytes = blobs.iter().map(|blob| blob.data.len()).sum();
        if blobs.last().is_none_or(|blob| blob.area != Area::Dram) {
            return Ok(Sent { bytes, state: State::Maskrom, soc: None });
        }
        let before = seen(board).product;
        let next = Awaited { what: "usbplug", fits: is_rockchip, limit: host::comeback(&blobs) };
        board.reconnect(&next, stop, watch)?;
        expect(before, seen(board).product)?;
        greet(board, bytes, watch)
    }
}

/// Refuses a board whose ids are another SoC's than those before it disconnected: before it is even asked.
fn expect(before: u16, now: u16) -> Result<(), Problem> {
    let known = chips::by_product(before).zip(chips::by_product(now));
    match known.filter(|(before, now)| before.product != now.product) {
        None => Ok(()),
        Some((before, now)) => Err(Problem::Swapped(format!(
            "another board came to the port: it has an {}, and the loader was sent to an {}; nothing was sent to it",
            now.name, before.name
        ))),
    }
}

/// What was sent, and what came up.
pub struct Sent {
    /// Bytes of code.
    pub bytes: usize,
    /// The program that answers now.
    pub state: State,
    /// The SoC, by the table's name.
    pub soc: Option<&'static str>,
}

/// What is said of a file whose SoC is not in the table.
pub(super) fn unknown(code: u32) -> String {
    format!(
        "the file names its SoC {:?}, which is not in the table of SoCs: whether it is for this board is unknown",
        chips::name_of(code)
    )
}

/// Asks what came up which program it is.
fn greet(board: &mut UsbSession, bytes: usize, watch: &mut dyn Watch) -> anyhow::Result<Sent> {
    let state = seen(board).require(&mut board.link, &[State::Usbplug, State::Loader])?;
    let chip = Rock::new(&mut board.link).chip_info().ok();
    let soc = chip.and_then(|chip| chips::by_code(chip.code())).map(|chip| chip.name);
    let soc = soc.or_else(|| chips::by_product(seen(board).product).map(|chip| chip.name));
    watch.note(&format!("{state} runs on the {}", soc.unwrap_or("board")));
    Ok(Sent { bytes, state, soc })
}

/// Makes sure that a program answers commands; a mask ROM gets the loader first, where there is one. It does not get it for
/// a command that will be `refused` for what it destroys. `known`: what answers, where it was asked.
pub fn wake(
    board: &mut UsbSession,
    known: Option<State>,
    loader: Option<&Load>,
    refused: Option<String>,
    cx: &mut Context<'_>,
) -> anyhow::Result<State> {
    let seen = seen(board);
    let state = match (known, loader) {
        (None, Some(_)) => Some(seen.probe(&mut board.link)?),
        (known, _) => known,
    };
    match (state, loader) {
        (Some(State::Maskrom), Some(load)) => {
            if let Some(does) = refused {
                cx.desk.allow(&Loss::of(does))?;
            }
            load.send(board, cx.stop, cx.desk)?;
            Ok(State::Usbplug)
        }
        (Some(state), _) if state != State::Maskrom => Ok(state),
        _ => Ok(seen.require(&mut board.link, &[State::Usbplug, State::Loader])?),
    }
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
