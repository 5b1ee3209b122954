//! `flash BOARD --demo`: the whole way from the mask ROM to a verified system, on a simulated board with an image made for it.

use std::{fs::File, io::Write, path::Path, str::FromStr};

use anyhow::Context;
use clap::{Command, builder::ArgPredicate};
use link::storage::SECTOR;
use rockusb::gpt::{self, Guid, Partition, Table};

use super::Road;
use crate::{
    boards::{Board, storage::Storage},
    cli::Options,
    failure::Problem,
    family::{Via, driver},
    files::{disk_image::ImageFile, sums::Sums},
    image::Bmaps,
    net::Addressing,
    report::Answer,
    virt::{Wanted, network},
};

/// Storages that boot loaders are on.
const FLASHES: [Storage; 3] = [Storage::SpiNor, Storage::SpiNand, Storage::Nand];

/// The image's size in bytes: some seconds on a cable.
const SIZE: usize = 64 << 20;
/// The name of the image's file.
const IMAGE: &str = "demo.img";

/// The command line of `flash`, which names an image unless the demo makes one. Its arguments are shared with commands that
/// have no demo, and so cannot say that themselves.
pub(in crate::cli) fn arranged(flash: Command) -> Command {
    flash.mut_args(|arg| match arg.get_id() == "file" {
        true => arg.required(false).required_unless_present("demo").default_value_if(
            "demo",
            ArgPredicate::IsPresent,
            IMAGE,
        ),
        false => arg,
    })
}

/// What is flashed, where it goes, and how.
pub(super) struct Demo {
    pub(super) image: ImageFile,
    pub(super) to: Storage,
    pub(super) road: Road,
}

/// Flashes a simulated board, which takes as long as a real one on its cable.
///
/// # Errors
///
/// Nothing that the board has takes a disk's image; there is no room for the image; flashing fails.
pub(super) fn run(
    board: &'static Board,
    options: &Options,
    flash: impl FnOnce(&Options, Demo) -> anyhow::Result<Answer>,
) -> anyhow::Result<Answer> {
    let (to, road) = way(board)?;
    let pace = if board.is_serial() { "" } else { ":link=high-speed" };
    let spec = format!("{}{pace}", board.name);
    let wanted = Wanted::from_str(&spec).context("the simulated board")?;
    let options = Options { virtual_boards: vec![wanted], yes: true, ..options.clone() };
    let folder = tempfile::tempdir().context("a folder for the image")?;
    let path = folder.path().join(IMAGE);
    make(&path)?;
    let image = ImageFile { path, bmap: Bmaps::Ignored, raw: false, sums: Sums::Unchecked };
    let mut answer = flash(&options, Demo { image, to, road })?;
    answer.text.push_str(&format!(
        "\nThat was a simulated board. For a real one: racklet-flash boards {}",
        board.name
    ));
    Ok(answer)
}

/// A disk of the board and the way to it: over USB where that reaches one, and is not slow, else over a network of this process's own. A boot
/// loader's flash is no place for the image of a disk.
fn way(board: &'static Board) -> anyhow::Result<(Storage, Road)> {
    let driver = driver(board)?;
    let first = board.default_storage().into_iter();
    let disks = first.chain(board.storages().iter().map(|entry| entry.kind));
    let disks: Vec<_> = disks.filter(|disk| !FLASHES.contains(disk)).collect();
    let over = |via| disks.iter().copied().find(|to| driver.reaches(board, *to, via).is_ok());
    // Where partitions are all that is reached, there is no place for a disk.
    let as_disk = |to: &Storage| !board.is_serial() && driver.reads(board, *to, Via::Usb).is_ok();
    if let Some(to) = over(Via::Usb).filter(as_disk).filter(|_| !driver.is_slow()) {
        return Ok((to, Road::default()));
    }
    let none = || Problem::Usage(format!("{} has no demo; try rock-5b", board.name));
    let to = over(Via::Ethernet).ok_or_else(none)?;
    Ok((to, Road::ethernet(Addressing::Fixed(network().0))))
}

/// Makes a disk image: a GPT with one partition, and bytes that repeat nowhere.
fn make(path: &Path) -> anyhow::Result<()> {
    let total = (SIZE / SECTOR) as u64;
    let (head, tail) = table(total).build(total)?;
    let mut bytes: Vec<u8> =
        (0..SIZE as u32 / 4).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    bytes[..head.len()].copy_from_slice(&head);
    bytes[SIZE - tail.len()..].copy_from_slice(&tail);
    let mut file = File::create_new(path).with_context(|| path.display().to_string())?;
    file.write_all(&bytes).with_context(|| path.display().to_string())
}

fn table(total: u64) -> Table {
    let system = Partition {
        name: "system".into(),
        kind: Guid::LINUX,
        id: Guid([1; 16]),
        first: 2048,
        last: gpt::last_usable(total),
        attributes: 0,
    };
    Table { disk: Guid([2; 16]), partitions: vec![system] }
}
